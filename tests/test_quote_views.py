"""The views of checks, drafts and sayings: what they say, what they mark, what they never claim."""

from __future__ import annotations

import re
from html import unescape

import pytest

from rag.documents import (
    ArchiveState,
    ArticleSummary,
    Citation,
    Difference,
    Draft,
    DraftQuote,
    Filters,
    Quote,
    QuoteCheck,
    Source,
)
from rag.ui.differences import diff_view
from rag.ui.draft_view import draft_view
from rag.ui.reports import KEPT_REPORTS, CheckedDraft, Reports
from rag.ui.sayings import by_date, most_quoted, sayings_view, with_words
from rag.ui.texts import texts
from rag.ui.verdicts import Checked, Place, attribution_badge, check_view
from rag.verdict_names import ATTRIBUTIONS, FLAGS, KINDS, SIGNS, VERDICTS

ID, EN = texts("id"), texts("en")
BAD = '"><img src=x onerror=alert(1)><script>alert(2)</script>'
TEXT = 'Pasar tetap buka. "Kami tidak akan menutup 12 pasar itu," kata Sari Wulandari.'
WORDS = "Kami tidak akan menutup 12 pasar itu"
STATE = ArchiveState("g", 1_200, "2023-04-02", 3)


def _plain(html: str) -> str:
    return unescape(re.sub("<[^>]*>", "", html))


def _source(**facts: object) -> Source:
    given: dict[str, object] = {
        "wording": "verbatim",
        "speaker": "Sari Wulandari",
        "date": "2023-03-14",
    } | facts
    start = TEXT.index(WORDS)
    return Source("a.md", start, start + len(WORDS), WORDS, str(given.pop("kind", "direct")), **given)  # type: ignore[arg-type]


def _checked(check: QuoteCheck, text: str | None = TEXT) -> Checked:
    def place(n: int, s: Source) -> Place:
        return Place(s, Citation(n, s.article, s.start, s.end, s.text, s.title, s.outlet, s.date), text)

    places = tuple(place(n, s) for n, s in enumerate(check.sources, start=1))
    nearest = place(1, check.nearest) if check.nearest else None
    return Checked(check, places, nearest, 1_200, "2023-04-02", 3)


def _check(verdict: str = "verbatim", attribution: str = "match", **facts: object) -> QuoteCheck:
    given: dict[str, object] = {"wording": verdict, "speaker": "Sari", "sources": (_source(),)} | facts
    return QuoteCheck(WORDS, given.pop("speaker"), verdict, given.pop("wording"), attribution, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize("t", [ID, EN], ids=["id", "en"])
@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_verdict_is_named_explained_and_signed(verdict: str, t: dict[str, str]) -> None:
    html = check_view(_checked(_check(verdict)), t, Filters())
    assert VERDICTS[verdict].label(t["lang"]) in html
    assert VERDICTS[verdict].meaning(t["lang"]) in _plain(html)
    assert SIGNS[verdict] in html


def test_every_name_has_a_sign_of_its_own() -> None:
    assert SIGNS.keys() == VERDICTS.keys() | ATTRIBUTIONS.keys()
    for names in (VERDICTS, ATTRIBUTIONS):
        assert len({SIGNS[name] for name in names}) == len(names)


@pytest.mark.parametrize("attribution", ["mismatch", "unknown", "unclaimed"])
def test_only_a_match_looks_confirmed(attribution: str) -> None:
    html = attribution_badge(attribution, ID)
    assert SIGNS["match"] not in html
    assert "k-is-match" not in html
    assert ATTRIBUTIONS[attribution].label() in html


def test_a_misattribution_names_both_and_says_what_the_words_are() -> None:
    check = _check("misattributed", "mismatch", wording="verbatim", speaker="Budi", flags=("penutur_beda",))
    shown = _plain(check_view(_checked(check), ID, Filters()))
    assert "Konon oleh: Budi · Di sumber: Sari Wulandari" in shown
    assert f"Kata-katanya: {SIGNS['verbatim']} {VERDICTS['verbatim'].label()}" in shown
    # The flag says what the attribution says already.
    assert shown.count(FLAGS["penutur_beda"].label()) == 1


@pytest.mark.parametrize("flag", FLAGS)
def test_every_flag_is_said_in_words(flag: str) -> None:
    shown = _plain(check_view(_checked(_check("altered", "unclaimed", flags=(flag,))), ID, Filters()))
    assert FLAGS[flag].meaning() in shown
    assert "_" not in shown


def test_the_source_is_marked_at_its_words_with_its_sentence_around() -> None:
    html = check_view(
        _checked(_check(sources=(_source(role="Kepala Dinas", said_on="2023-03-13"),))), ID, Filters()
    )
    assert re.findall("<mark>(.*?)</mark>", html) == [WORDS]
    shown = _plain(html)
    assert TEXT in shown
    for fact in (
        "Sari Wulandari, Kepala Dinas",
        "diucapkan 13 Mar 2023",
        "14 Mar 2023",
        KINDS["direct"].label(),
    ):
        assert fact in shown
    start = TEXT.index(WORDS)
    assert f"start={start}&amp;end={start + len(WORDS)}" in html


def test_the_earliest_and_the_variants_are_marked() -> None:
    best, old = _source(outlet="Baru"), _source(outlet="Lama", date="2022-01-01")
    other = _source(outlet="Lain", wording="altered")
    html = check_view(_checked(_check(sources=(best, old, other), earliest=1)), ID, Filters())
    cards = (
        html.split('<li class="k-card"')[1:] if '<li class="k-card"' in html else html.split("k-origin")[1:]
    )
    assert [ID["earliest"] in card for card in cards] == [False, True, False]
    assert [VERDICTS["altered"].label() in card for card in cards] == [False, False, True]


def test_not_found_says_where_was_looked_and_shows_the_nearest() -> None:
    check = _check("not_found", "unknown", sources=(), nearest=_source(wording="not_found"))
    shown = _plain(check_view(_checked(check), ID, Filters(outlet="Antara")))
    assert "Dicari di 1.200 artikel, sampai tanggal 2 Apr 2023; 3 berkas ditolak; Disaring: Antara." in shown
    assert ID["nearest_words"] in shown
    assert ID["best_source"] not in shown


def test_the_diff_tells_the_sides_apart_without_colour() -> None:
    diff = (
        Difference("equal", "kami", "Kami"),
        Difference("delete", "", "tidak"),
        Difference("replace", "21", "12"),
        Difference("insert", "besar", ""),
    )
    html = str(diff_view(diff, ID))
    assert [_plain(d) for d in re.findall("<del>(.*?)</del>", html)][:2] == [
        "hanya di sumber: −tidak",
        "hanya di sumber: −12",
    ]
    assert [_plain(i) for i in re.findall("<ins>(.*?)</ins>", html)][:2] == [
        "hanya di kutipan: +21",
        "hanya di kutipan: +besar",
    ]
    assert "Kami" in _plain(html)


@pytest.mark.parametrize(
    "diff", [(), (Difference("equal", "a", "a"),), (Difference("replace", "satu dua", "one two"),)]
)
def test_where_all_or_nothing_agrees_there_is_no_diff(diff: tuple[Difference, ...]) -> None:
    assert diff_view(diff, ID) is None


def test_a_long_gap_is_shown_by_its_ends() -> None:
    words = " ".join(f"k{n}" for n in range(100))
    shown = _plain(str(diff_view((Difference("equal", "a", "a"), Difference("delete", "", words)), ID)))
    assert "k11 [… 76 kata …] k88" in shown
    assert "k50" not in shown


def test_a_draft_is_shown_in_order_with_a_summary() -> None:
    draft = Draft(
        TEXT,
        (
            DraftQuote(19, 19 + len(WORDS), _check()),
            DraftQuote(19, 19 + len(WORDS), _check("not_found", "unclaimed", sources=(), speaker=None)),
        ),
    )
    html = draft_view(draft, [_checked(q.check) for q in draft.quotes], {1: None}, "nama", ID)
    shown = _plain(html)
    assert shown.startswith("2 kutipan")
    assert [m.start() for m in re.finditer("<details", html)] == sorted(
        m.start() for m in re.finditer("<details", html)
    )
    assert html.count("<details>") == 2
    assert ID["no_claim"] in shown
    for kind in ("html", "csv", "md"):
        assert f'href="/laporan?id=nama&amp;jenis={kind}" download' in html
    opened = draft_view(draft, [_checked(q.check) for q in draft.quotes], {}, "nama", ID, opened=1)
    assert opened.count("<details open>") == 1


def test_hostile_text_is_text() -> None:
    source = _source(speaker=BAD, role=BAD, title=BAD, outlet=BAD, said_on=BAD, date=BAD)
    diff = (Difference("equal", BAD, BAD), Difference("replace", BAD, BAD))
    check = QuoteCheck(BAD, BAD, "altered", "altered", "mismatch", (), diff, (source,), 0)
    checked = _checked(check, BAD + TEXT)
    draft = Draft(BAD + TEXT, (DraftQuote(0, 5, check),))
    quote = Quote("a.md", 0, 5, BAD, "direct", BAD, BAD)
    summary = ArticleSummary("a.md", BAD, BAD, BAD, BAD, BAD, 1, 1)
    for html in (
        check_view(checked, ID, Filters(outlet=BAD)),
        draft_view(draft, [checked], {0: BAD}, "x", ID),
        sayings_view([(quote, summary)], 0, ID),
    ):
        assert "<img" not in html
        assert "<script" not in html
        assert "&lt;script&gt;" in html


def test_sayings_stand_newest_first_by_the_day_they_were_said() -> None:
    articles = {
        path: ArticleSummary(path, path, None, None, day, None, 1, 1)
        for path, day in (("a", "2023-01-05"), ("b", "2023-01-03"), ("c", None))
    }
    quotes = [
        Quote("c", 0, 1, "tanpa tanggal", "direct"),
        Quote("b", 0, 1, "tiga", "direct"),
        Quote("a", 9, 10, "lima, kemudian", "direct"),
        Quote("a", 0, 1, "lima", "direct"),
        Quote("a", 20, 21, "dua", "direct", said_on="2023-01-02"),
    ]
    assert [q.text for q, _ in by_date(quotes, articles)] == [
        "lima",
        "lima, kemudian",
        "tiga",
        "dua",
        "tanpa tanggal",
    ]


def test_sayings_are_found_by_their_words() -> None:
    quotes = [Quote("a", 0, 1, text, "direct") for text in ("Harga BERAS naik", "Beras turun", "Café buka")]
    assert [q.text for q in with_words(quotes, "beras NAIK")] == ["Harga BERAS naik"]
    assert [q.text for q in with_words(quotes, "cafe")] == ["Café buka"]
    assert with_words(quotes, "") == quotes
    assert with_words(quotes, "jagung") == []


def test_who_is_quoted_most_and_nobody_unknown() -> None:
    quotes = [Quote("a", 0, 1, "x", "direct", name) for name in ("Sari", "Budi", "Sari", None, None, None)]
    assert most_quoted(quotes) == [("Sari", 2), ("Budi", 1)]


def test_indirect_speech_stands_without_marks() -> None:
    said = sayings_view([(Quote("a", 0, 1, "x", "indirect", "Sari"), None)], 0, ID)
    assert "<q>" not in said
    assert KINDS["indirect"].label() in said
    assert "<q>" in sayings_view([(Quote("a", 0, 1, "x", "direct", "Sari"), None)], 0, ID)


def test_reports_are_kept_for_a_while_under_names_of_their_own() -> None:
    reports = Reports()
    kept = CheckedDraft(Draft(TEXT, (DraftQuote(19, 55, _check()),)), STATE, "2026-01-02")
    names = [reports.keep(kept) for _ in range(KEPT_REPORTS + 1)]
    assert len(set(names)) == len(names)
    assert all(len(name) >= 20 for name in names)
    assert reports.report(names[0], "html") is None
    assert reports.report(names[-1], "exe") is None
    assert reports.report("", "html") is None
    written = reports.report(names[-1], "csv")
    assert written is not None
    assert written.name == "laporan-kutipan-2026-01-02.csv"
    assert WORDS in written.body.decode("utf-8-sig")
    reports.drop(names[-1])
    assert reports.report(names[-1], "csv") is None
