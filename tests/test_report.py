"""Reports of a checked draft: complete, safe to open anywhere, true to the characters quoted."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rag.documents import ArchiveState, Difference, Draft, DraftQuote, QuoteCheck, Source
from rag.report import csv_report, html_report, markdown_report
from rag.report.facts import runs, searched
from rag.ui.texts import texts
from rag.verdict_names import ATTRIBUTIONS, FLAGS, KINDS, SIGNS, VERDICTS
from rag.views import draft_json

STATE = ArchiveState("20260102T030405-abcd", 1234, "2026-02-03", 2)
FLAGS_OF_THE_SPECIFICATION = (
    "negasi angka nama modalitas penutur_beda variasi_ejaan pendek sisipan narasi judul potongan"
    " konteks_negasi_terpotong penutur_tak_diketahui"
).split()
EVIL = "<script>alert(1)</script><img src=//jahat.contoh/x onerror=a> &amp; \"'` **t** [a](javascript:x) =1"


def source(**given: Any) -> Source:
    known: dict[str, Any] = {
        "article": "2026/pasar.md",
        "start": 40,
        "end": 73,
        "text": "Kami tidak akan menutup pasar itu",
        "kind": "direct",
        "wording": "altered",
        "speaker": "Sari Wulandari",
        "role": "Kepala Dinas Perdagangan",
        "said_on": "2026-01-31",
        "title": "Pasar Lama Tetap Buka",
        "outlet": "Antarkilat",
        "date": "2026-02-01",
        "url": "https://antarkilat.contoh/pasar?a=1&b=2",
        "before": "Ia berkata, ",
        "after": ", di balai kota.",
        "copies": ("2026/pasar-salinan.md",),
    }
    return Source(**(known | given))


ALTERED = QuoteCheck(
    quote="Kami akan menutup pasar itu",
    speaker="Sari",
    verdict="altered",
    wording="altered",
    attribution="match",
    flags=("negasi",),
    diff=(
        Difference("equal", "Kami", "Kami"),
        Difference("delete", "", "tidak"),
        Difference("equal", "akan menutup pasar itu", "akan menutup pasar itu"),
    ),
    sources=(source(), source(article="2025/lama.md", date="2025-12-30", url=None)),
    earliest=1,
)
MISSED = QuoteCheck(
    quote="Pasar ini warisan kita semua",
    speaker=None,
    verdict="not_found",
    wording="not_found",
    attribution="unclaimed",
    nearest=source(text="Pasar ini milik kita semua", wording="not_found"),
)


def draft_of(*checks: QuoteCheck) -> Draft:
    quotes, text = [], ""
    for check in checks:
        quotes.append(DraftQuote(len(text) + 1, len(text) + 1 + len(check.quote), check))
        text += f'"{check.quote}"\n'
    return Draft(text, tuple(quotes))


class Page(HTMLParser):
    """What a browser would make of a page: elements, attributes, text of ``<mark>`` and of all."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.marks: list[str] = []
        self.said = ""
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self._open.append(tag)
        if tag == "mark":
            self.marks.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["mark"]:
            self.marks[-1] += data
        if self._open[-1:] != ["style"]:
            self.said += data


def rows(report: str) -> list[dict[str, str]]:
    assert report.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(report[1:], newline=""), delimiter=";"))


def test_every_name_of_the_specification_has_words() -> None:
    assert set(VERDICTS) == {"verbatim", "altered", "spliced", "misattributed", "paraphrase", "not_found"}
    assert set(ATTRIBUTIONS) == {"match", "mismatch", "unknown", "unclaimed"}
    assert set(FLAGS) >= set(FLAGS_OF_THE_SPECIFICATION)
    assert set(SIGNS) == {*VERDICTS, *ATTRIBUTIONS}
    for table in (VERDICTS, ATTRIBUTIONS, FLAGS, KINDS):
        for name in table.values():
            assert name.label("id") != name.label("en")
            assert name.meaning("id") != name.meaning("en")
            assert name.label("xx") == name.label() == name.labels[0]


def test_an_unknown_speaker_looks_unlike_a_confirmed_one() -> None:
    check = replace(ALTERED, attribution="unknown", flags=("penutur_tak_diketahui",))
    for write in (html_report, csv_report, markdown_report):
        report = write(draft_of(check), STATE, "2026-02-04")
        assert ATTRIBUTIONS["unknown"].label() in report
        assert ATTRIBUTIONS["match"].label() not in report
    assert SIGNS["unknown"] != SIGNS["match"]


def test_the_page_says_everything_about_each_quotation() -> None:
    page = Page(html_report(draft_of(ALTERED, MISSED), STATE, "2026-02-04"))
    for fact in (
        ALTERED.quote, "Sari", "Diubah", "Altered", "Penutur cocok", FLAGS["negasi"].meaning(),
        "Sari Wulandari", "Kepala Dinas Perdagangan", "2026-01-31", "Pasar Lama Tetap Buka", "Antarkilat",
        "2026-02-01", "2026/pasar.md:40-73", "2026/pasar-salinan.md", "2025/lama.md", "paling awal",
        MISSED.quote, "Tidak ditemukan", "Yang paling dekat", "tidak disebut", "1.234 artikel ditelusuri",
        "terbit sampai 2026-02-03", "2 berkas ditolak", STATE.generation, "2026-02-04",
        "Ia berkata, Kami tidak akan menutup pasar itu, di balai kota.",
    ):  # fmt: skip
        assert fact in page.said, fact
    assert page.said.index(ALTERED.quote) < page.said.index(MISSED.quote)
    assert page.marks == [ALTERED.sources[0].text, ALTERED.sources[1].text, "Pasar ini milik kita semua"]


def test_changed_words_are_told_by_sign_and_element() -> None:
    check = replace(ALTERED, diff=(*ALTERED.diff, Difference("replace", "besok", "nanti")))
    page = html_report(draft_of(check), STATE, "2026-02-04")
    assert re.search(r"<del>.*?−.*?<bdi>tidak</bdi></del>", page)
    assert re.search(r"<del>.*?−.*?<bdi>nanti</bdi></del> <ins>.*?\+.*?<bdi>besok</bdi></ins>", page)
    assert "[-tidak-]" in csv_report(draft_of(check), STATE, "2026-02-04")
    assert "~~−nanti~~ **+besok**" in markdown_report(draft_of(check), STATE, "2026-02-04")


def test_where_all_words_agree_there_is_no_diff() -> None:
    assert runs(replace(ALTERED, diff=(Difference("equal", "Kami", "Kami"),))) == []
    assert runs(MISSED) == []
    long = " ".join(map(str, range(100)))
    shown = runs(replace(ALTERED, diff=(Difference("equal", "Kami", "Kami"), Difference("delete", "", long))))
    assert shown[1][1].startswith("0 1 2 ")
    assert "76 kata/words" in shown[1][1]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://a.contoh/x", "//a.contoh/x", "/artikel", "x"]
)
def test_only_web_addresses_are_linked(url: str) -> None:
    check = replace(ALTERED, sources=(source(url=url),))
    page = Page(html_report(draft_of(check), STATE, "2026-02-04"))
    assert [value for name, value in page.attributes if name == "href"] == []
    assert "](" not in markdown_report(draft_of(check), STATE, "2026-02-04")
    assert rows(csv_report(draft_of(check), STATE, "2026-02-04"))[0]["alamat (url)"] == ""


def test_web_addresses_are_links() -> None:
    page = Page(html_report(draft_of(ALTERED), STATE, "2026-02-04"))
    assert [v for n, v in page.attributes if n == "href"] == ["https://antarkilat.contoh/pasar?a=1&b=2"]
    rendered = MarkdownIt().render(markdown_report(draft_of(ALTERED), STATE, "2026-02-04"))
    assert '<a href="https://antarkilat.contoh/pasar?a=1&amp;b=2">Pasar Lama Tetap Buka</a>' in rendered


def poisoned(text: str, url: str | None = None) -> Draft:
    """Return a draft with ``text`` wherever text of drafts and articles goes."""
    there = source(
        article=text, text=text, speaker=text, role=text, said_on=text, title=text, outlet=text, date=text,
        before=text, after=text, copies=(text,), kind=text, url=url or text,
    )  # fmt: skip
    check = replace(
        ALTERED, quote=text, speaker=text, sources=(there,), earliest=0, flags=(text,),
        diff=(Difference("equal", text, text), Difference("replace", text, text)),
    )  # fmt: skip
    return draft_of(check, replace(MISSED, quote=text, nearest=there))


PLAIN = Page(html_report(poisoned("kata"), STATE, "2026-02-04"))
TEXTS = st.text(max_size=30) | st.text(
    st.sampled_from(list("<>&\"'`*_[]()!\\~|#+-=:@./w\n\r\t 1a\x00\ud800"))
)


@settings(max_examples=50)
@given(TEXTS)
def test_nothing_of_a_text_becomes_markup_of_the_page(text: str) -> None:
    text = re.sub("[\ud800-\udfff]", "", text)
    page = Page(html_report(poisoned(text), STATE, "2026-02-04"))
    assert set(page.elements) <= {*PLAIN.elements, "a"}
    assert {name for name, _ in page.attributes} <= {*(name for name, _ in PLAIN.attributes), "href", "rel"}
    assert page.marks == [text.replace("\x00", "\ufffd")] * 2


def test_the_page_stands_alone() -> None:
    report = html_report(poisoned(EVIL, "https://a.contoh/x"), STATE, "2026-02-04")
    page = Page(report)
    assert not {"script", "img", "link", "iframe", "object", "form", "base", "svg"} & set(page.elements)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "style")]
    (style,) = re.findall(r"<style>(.*?)</style>", report, re.DOTALL)
    assert not re.search(r"url\(|@import|expression|https?:", style)
    assert "default-src 'none'" in report.split("</head>")[0].replace("&#x27;", "'")
    for needed in ("prefers-color-scheme: dark", "@media print", "max-width: 40rem"):
        assert needed in style


@pytest.mark.figure("S9")
@given(
    TEXTS
    | st.sampled_from(["=1+1", "+1", "-1", "@A", "\t=1", "\r=1", " =1", "＝1", "=cmd|' /C calc'!A0", EVIL])
)
def test_no_cell_is_a_formula_and_no_row_breaks(text: str) -> None:
    report = csv_report(poisoned(text), STATE, "2026-02-04")
    table = rows(report)
    assert len(table) == 2
    for row in table:
        assert None not in row
        assert len(row) == len(table[0])
        for cell in row.values():
            assert not re.match(r"[=+\-@＝＋－＠\t\r\n]", cell)
    quoted = table[0]["kata di sumber (source wording)"]
    assert quoted.removeprefix("'") == re.sub("[\ud800-\udfff\x00]", "\ufffd", text).removeprefix("'")


def test_the_table_has_codes_and_words_of_every_quotation() -> None:
    first, second = rows(csv_report(draft_of(ALTERED, MISSED), STATE, "2026-02-04"))
    assert (first["verdict"], first["putusan"], first["attribution"]) == ("altered", "Diubah", "match")
    assert (first["flags"], first["tanda"]) == ("negasi", "Negasi")
    assert first["artikel (article)"] == "2026/pasar.md"
    assert first["jumlah sumber (sources)"] == "2"
    assert second["jenis temuan (kind of find)"].startswith("terdekat")
    assert second["penutur diklaim (claimed speaker)"] == ""
    assert second["artikel ditelusuri (articles searched)"] == "1234"


def shown_by(markdown: str) -> tuple[set[str], str]:
    """Return the elements and the text that a Markdown reader with raw HTML and tables makes."""
    page = Page(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))
    return set(page.elements), page.said


@settings(max_examples=50)
@given(TEXTS)
def test_nothing_of_a_text_becomes_markup_of_the_markdown(text: str) -> None:
    elements, said = shown_by(markdown_report(poisoned(text), STATE, "2026-02-04"))
    assert elements <= {"h1", "h2", "h3", "ul", "li", "p", "blockquote", "br", "em", "strong", "s", "a"}
    line = " ".join(re.sub("[\ud800-\udfff\x00]", "\ufffd", text).split())
    if line:
        assert f"Penutur di sumber / speaker in the source: {line}\n" in said


def test_markdown_of_evil_text_links_nothing() -> None:
    elements, said = shown_by(markdown_report(poisoned(EVIL, "x"), STATE, "2026-02-04"))
    assert "a" not in elements
    assert said.count("<script>alert(1)</script>") > 5


@pytest.mark.parametrize("write", [html_report, csv_report, markdown_report])
def test_a_draft_without_quotations_and_an_empty_archive_have_a_report(write: Any) -> None:
    report = write(Draft("Tanpa kutipan.", ()), ArchiveState("g", 0, None, 0), "2026-02-04")
    assert report
    assert searched(ArchiveState("g", 0, None, 0)) == (
        "0 artikel ditelusuri, tanpa tanggal.",
        "0 articles searched, undated.",
    )


def test_the_json_has_every_check_with_its_place() -> None:
    draft = draft_of(ALTERED, MISSED, MISSED)
    found = draft_json(draft, STATE)
    assert [found["text"][q["start"] : q["end"]] for q in found["quotes"]] == [
        q["quote"] for q in found["quotes"]
    ]
    assert found["summary"]["not_found"] == 2
    assert sum(found["summary"].values()) == 3
    assert set(found["summary"]) == set(VERDICTS)
    assert found["archive"]["refused"] == 2


def test_reports_use_the_words_of_the_page() -> None:
    t = texts("id")
    draft = draft_of(replace(ALTERED, diff=(*ALTERED.diff, Difference("insert", "besar", ""))))
    page, notes = (write(draft, STATE, "2026-02-04") for write in (html_report, markdown_report))
    for key in ("diff", "only_source", "only_quote", "in_draft_by"):
        assert t[key].rstrip(": ") in page
        assert t[key].rstrip(": ") in notes
