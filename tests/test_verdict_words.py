"""How checks are read: what is confirmed without reserve, in page, reports and command line alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.documents import ArchiveState, Citation, Difference, Draft, DraftQuote, Filters, QuoteCheck, Source
from rag.drafting import _show
from rag.printing import show_check
from rag.report import csv_report, html_report, markdown_report
from rag.ui.draft_view import draft_view
from rag.ui.texts import texts
from rag.ui.verdicts import Checked, Place, check_view
from rag.verdict_names import FLAGS, SIGNS, VERDICTS, WARNED, WARNING_SIGN
from rag.verdict_words import REPORTED, TOO_SHORT, name_of, reserves
from rag.views import check_json, draft_json

ID, EN = texts("id"), texts("en")
WORDS = "fitur ini akan diluncurkan dalam waktu dekat"
STATE = ArchiveState("g", 8, "2026-11-18", 0)


def a_check(verdict: str, attribution: str, *flags: str) -> QuoteCheck:
    source = Source("a.md", 0, len(WORDS), WORDS, "direct", verdict, "TikTok Indonesia")
    return QuoteCheck(WORDS, "TikTok Indonesia", verdict, verdict, attribution, flags, (), (source,))


CUT = a_check("verbatim", "match", "konteks_negasi_terpotong", "potongan")
SURE = a_check("verbatim", "match", "potongan")


def a_draft(*checks: QuoteCheck) -> Draft:
    return Draft(WORDS, tuple(DraftQuote(0, len(WORDS), check) for check in checks))


def seen(check: QuoteCheck) -> Checked:
    return Checked(check, (), None, 8, None, 0)


def seen_with_places(check: QuoteCheck) -> Checked:
    cited = [Citation(n, s.article, s.start, s.end, s.text) for n, s in enumerate(check.sources, 1)]
    places = [Place(s, c, None) for s, c in zip(check.sources, cited, strict=True)]
    return Checked(check, tuple(places), None, 8, None, 0)


@pytest.mark.parametrize(
    ("check", "against"),
    [
        (CUT, ("konteks_negasi_terpotong",)),
        (SURE, ()),
        (a_check("spliced", "match", "angka", "negasi"), ("angka", "negasi")),
        (a_check("verbatim", "match", "sisipan"), ("sisipan",)),
        # Two words agree by chance, and a journalist's are nobody's speech, unless their speaker is credited.
        (a_check("verbatim", "unclaimed", "pendek"), ("pendek",)),
        (a_check("verbatim", "match", "pendek"), ()),
        (a_check("verbatim", "unclaimed", "judul", "narasi"), ("narasi",)),
        # The verdict itself says that the words are not to be trusted.
        (a_check("altered", "match", "negasi"), ()),
        (a_check("not_found", "unknown", "pendek"), ()),
        (a_check("misattributed", "mismatch", "penutur_beda"), ()),
    ],
)
def test_what_tells_against_a_verdict(check: QuoteCheck, against: tuple[str, ...]) -> None:
    assert reserves(check) == against


@pytest.mark.parametrize("t", [ID, EN], ids=["id", "en"])
def test_a_cut_denial_is_warned_of_in_the_folded_row_and_in_the_summary(t: dict[str, str]) -> None:
    draft = a_draft(CUT, SURE)
    html = draft_view(draft, [seen(q.check) for q in draft.quotes], {}, "nama", t)
    summary, cut, sure = html.split("<summary>")
    row = cut.split("</summary>")[0]
    assert FLAGS["konteks_negasi_terpotong"].label(t["lang"]) in row
    assert WARNED.label(t["lang"]) in row
    assert WARNED.label(t["lang"]) in summary
    assert row.count(SIGNS["verbatim"]) == 1  # of the speaker, and that one is not green
    assert "k-is-match k-warned" in row
    assert "k-warned" not in sure
    assert summary.count("<strong>1</strong>") == 2


def test_a_cut_denial_is_warned_of_beside_its_verdict() -> None:
    html = check_view(seen(CUT), ID, Filters())
    assert f"{WARNING_SIGN}</span> Persis, dengan peringatan" in html
    assert WARNED.meaning() in html
    assert "k-warned" not in check_view(seen(SURE), ID, Filters())


def test_reports_and_the_command_line_warn_alike(capsys: pytest.CaptureFixture[str]) -> None:
    draft = a_draft(CUT, SURE)
    assert '"Persis, dengan peringatan";"verbatim"' in csv_report(draft, STATE, "2026-11-20")
    page, notes = html_report(draft, STATE, "2026-11-20"), markdown_report(draft, STATE, "2026-11-20")
    assert page.count("is-verbatim is-warned") == 2  # the summary and the quotation
    assert f"- {WARNING_SIGN} Persis, dengan peringatan / Verbatim, with a warning: 1" in notes
    assert f"**{WARNED.meanings[0]} / {WARNED.meanings[1]}**" in notes
    _show(draft, STATE)
    said = capsys.readouterr().out
    assert "Persis, dengan peringatan/Verbatim, with a warning: 1; Persis/Verbatim: 1" in said


def not_found(quote: str, *flags: str) -> QuoteCheck:
    return QuoteCheck(quote, None, "not_found", "not_found", "unclaimed", flags)


def reported(*ops: str) -> QuoteCheck:
    diff = tuple(Difference(op, "pembeli kian jarang", "pembeli kian jarang") for op in ops)
    source = Source("a.md", 0, 19, "pembeli kian jarang", "indirect", "paraphrase", "Pedagang", diff=diff)
    return QuoteCheck(
        "pembeli kian jarang", None, "paraphrase", "paraphrase", "unclaimed", (), diff, (source,)
    )


def test_a_terminal_reads_the_warning_too_and_the_words_in_their_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    placed = replace(CUT.sources[0], before="tidak ada informasi bahwa ", after=" di sini")
    show_check(check_json(replace(CUT, sources=(placed,)), STATE))
    printed = capsys.readouterr().out
    assert "dengan peringatan/with a warning" in printed.splitlines()[0]
    assert all(meaning in printed for meaning in FLAGS["konteks_negasi_terpotong"].meanings)
    assert f"tidak ada informasi bahwa [{WORDS}] di sini" in printed
    show_check(check_json(SURE, STATE))
    assert "peringatan" not in capsys.readouterr().out


def test_one_word_is_too_short_and_not_absent(capsys: pytest.CaptureFixture[str]) -> None:
    assert name_of(not_found('"UMKM"', "pendek")) == TOO_SHORT
    assert name_of(not_found("dilema kan", "pendek")) == VERDICTS["not_found"]
    html = check_view(seen(not_found("UMKM", "pendek")), ID, Filters())
    assert TOO_SHORT.label() in html
    assert TOO_SHORT.meaning() in html
    for said in (VERDICTS["not_found"].label(), "Dicari di"):
        assert said not in html
    show_check(check_json(not_found("UMKM", "pendek"), STATE))
    assert TOO_SHORT.meanings[1] in capsys.readouterr().out


def test_the_very_words_of_a_report_are_said_to_stand_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert name_of(reported("equal")) == REPORTED
    assert name_of(reported("equal", "replace")) == VERDICTS["paraphrase"]
    html = check_view(seen(reported("equal")), ID, Filters())
    assert REPORTED.meaning() in html
    assert VERDICTS["paraphrase"].meaning() not in html
    draft = a_draft(reported("equal"))
    for report in (html_report(draft, STATE, "2026-11-20"), markdown_report(draft, STATE, "2026-11-20")):
        assert REPORTED.meanings[0] in report
    show_check(check_json(reported("equal"), STATE))
    assert REPORTED.meanings[1] in capsys.readouterr().out


def test_the_pieces_of_a_splice_are_no_occurrences(capsys: pytest.CaptureFixture[str]) -> None:
    halves = [(Difference("equal", words, words),) for words in ("Belum ada.", "Kami panggil.")]
    sources = tuple(
        Source(f"{n}.md", 0, 9, "Belum ada", "direct", "spliced", "Sari", date="2026-11-06", diff=diff)
        for n, diff in enumerate(halves)
    )
    check = QuoteCheck(
        "Belum ada. Kami panggil.",
        None,
        "spliced",
        "spliced",
        "unclaimed",
        (),
        halves[0] + halves[1],
        sources,
        0,
    )
    draft = a_draft(check)
    show_check(check_json(check, STATE))
    said = capsys.readouterr().out
    for shown in (
        check_view(seen_with_places(check), ID, Filters()),
        html_report(draft, STATE, "2026-11-20"),
        markdown_report(draft, STATE, "2026-11-20"),
        said.replace("bagian/piece", "bagian").replace("dari/of", "dari"),
    ):
        assert "bagian 1 dari 2" in shown
        assert "bagian 2 dari 2" in shown
        assert "paling awal" not in shown
        assert "Kemunculan lain" not in shown


def test_a_source_alone_is_not_the_earliest(capsys: pytest.CaptureFixture[str]) -> None:
    one = replace(SURE, earliest=0)
    old = replace(SURE.sources[0], article="b.md", date="2020-01-01")
    two = replace(SURE, sources=(*SURE.sources, old), earliest=1)
    for check, is_marked in ((one, False), (two, True)):
        show_check(check_json(check, STATE))
        draft = a_draft(check)
        for shown in (
            check_view(seen_with_places(check), ID, Filters()),
            html_report(draft, STATE, "2026-11-20"),
            markdown_report(draft, STATE, "2026-11-20"),
            capsys.readouterr().out,
        ):
            assert ("kemunculan paling awal" in shown) is is_marked


def test_what_was_not_checked_is_said_everywhere(capsys: pytest.CaptureFixture[str]) -> None:
    text = f"Pasar 'hantu': {WORDS}"
    at = text.index(WORDS)
    draft = Draft(text, (DraftQuote(at, at + len(WORDS), SURE),), ((7, 12),))
    said = "1 ungkapan bertanda petik tidak diperiksa, terlalu pendek atau judul: “hantu”"
    assert draft_json(draft, STATE)["unchecked"] == [{"start": 7, "end": 12, "text": "hantu"}]
    _show(draft, STATE)
    for shown in (
        draft_view(draft, [seen(SURE)], {}, "nama", ID),
        draft_view(Draft(text, (), ((7, 12),)), [], {}, "nama", ID),
        html_report(draft, STATE, "2026-11-20"),
        markdown_report(draft, STATE, "2026-11-20"),
        capsys.readouterr().out,
    ):
        assert said in shown
    assert "1 expression in quotation marks not checked" in draft_view(draft, [seen(SURE)], {}, "nama", EN)
    assert "tidak diperiksa" not in draft_view(a_draft(SURE), [seen(SURE)], {}, "nama", ID)
