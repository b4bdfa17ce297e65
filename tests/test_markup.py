"""The escaping place: whatever goes in as text comes out as the same text, and nothing runs."""

from __future__ import annotations

import ast
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.documents import Span
from rag.markup import Html, escape, excerpt, isolated, join, marked, merged, paragraphs, tag, web_url

ROOT = Path(__file__).resolve().parent.parent
# No unpaired surrogates: they are no characters and are replaced (tested apart).
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=200)
PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "</mark></p><iframe src=//evil.example>",
    "${alert(1)} {{constructor.constructor('alert(1)')()}}",
    "<!--><b>",
    "&lt;b&gt; &amp;amp; &#60;",
    "javascript:alert(1)",
]


class _Reader(HTMLParser):
    """What a browser would make of markup: elements, attributes, all text, and the marked text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.marks = ""
        self._in_mark = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._in_mark += tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        self._in_mark -= tag == "mark"

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._in_mark:
            self.marks += data


def spans_in(text: str) -> st.SearchStrategy[list[Span]]:
    """Return spans of ``text``, some overlapping, some empty."""
    point = st.integers(0, len(text))
    return st.lists(st.tuples(point, point).map(lambda p: Span(min(p), max(p))), max_size=4)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_shown_as_its_own_text(payload: str) -> None:
    html = tag("p", payload, title=payload, data_question=payload)
    read = _Reader(html)
    assert read.text == payload
    assert read.elements == [("p", {"title": payload, "data-question": payload})]


@given(TEXT)
def test_escaped_text_reads_back_the_same_and_opens_no_element(text: str) -> None:
    read = _Reader(escape(text))
    assert read.text == text
    assert read.elements == []


def test_an_unpaired_surrogate_and_a_null_become_encodable() -> None:
    assert escape("a\ud800b\x00").encode("utf-8").decode() == "a\ufffdb\ufffd"


def test_markup_is_not_escaped_twice_and_text_always_is() -> None:
    inner = tag("b", "1 < 2")
    assert join([inner, " & ", None, ""]) == "<b>1 &lt; 2</b> &amp; "
    assert tag("p", inner) == "<p><b>1 &lt; 2</b></p>"


def test_attributes_none_and_false_are_left_out_and_true_has_no_value() -> None:
    assert tag("a", "x", class_="c", hidden=True, title=None, disabled=False, aria_label="l") == (
        '<a class="c" hidden aria-label="l">x</a>'
    )
    assert tag("br") == "<br>"


@pytest.mark.parametrize("name", ["script", "iframe", "img", "svg", "style", "base", "p onclick=x", "P", ""])
def test_elements_that_run_or_load_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not allowed"):
        tag(name, "x")


@pytest.mark.parametrize("attribute", ["onclick", "onerror", "style", "on_load", "x y", "Src"])
def test_handlers_and_styles_are_refused(attribute: str) -> None:
    with pytest.raises(ValueError, match="not allowed"):
        tag("p", "x", **{attribute: "alert(1)"})


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.com/a?b=c&d=%20#e", True),
        ("http://example.com", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" https://example.com", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        ("//evil.example/x", False),
        ("https://", False),
        ("https://bank.example@evil.example/", False),
        ("http://[", False),
        ('https://example.com/"onmouseover="x', False),
        ("", False),
        (None, False),
    ],
)
def test_only_plain_web_addresses_pass(url: str | None, kept: bool) -> None:
    assert web_url(url) == (url if kept else None)


def test_an_unsafe_address_never_becomes_a_link() -> None:
    assert tag("a", "x", href="javascript:alert(1)") == "<a>x</a>"
    assert tag("a", "x", href="//evil.example") == "<a>x</a>"
    assert tag("a", "x", href="/artikel?path=a&n=1") == '<a href="/artikel?path=a&amp;n=1">x</a>'


def test_marks_are_joined_where_they_touch() -> None:
    assert merged([Span(5, 7), Span(0, 2), Span(2, 4), Span(6, 9), Span(3, 3)]) == [Span(0, 4), Span(5, 9)]


@given(st.data())
def test_marked_text_is_whole_and_exactly_the_spans_are_marked(data: st.DataObject) -> None:
    text = data.draw(TEXT)
    spans = data.draw(spans_in(text))
    read = _Reader(marked(text, spans))
    assert read.text == text
    assert read.marks == "".join(text[s.start : s.end] for s in merged(spans))


@given(st.data())
def test_paragraphs_hold_every_character_and_mark_exactly_the_citation(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("ab <&\n\"'😀é\u202e\r\t"), max_size=120))
    spans = data.draw(spans_in(text))
    read = _Reader(paragraphs(text, spans))
    assert read.text == text
    assert read.marks == "".join(text[s.start : s.end] for s in merged(spans))


def test_a_mark_counts_characters_not_utf16_units() -> None:
    text = "😀😀 kata 😀 yang dikutip 😀"
    start = text.index("yang")
    assert _Reader(paragraphs(text, [Span(start, start + 12)])).marks == "yang dikutip"


def test_a_first_line_that_is_the_title_is_the_headline() -> None:
    html = paragraphs("Judul\n\nIsi berita.\nLagi.", (), "Judul")
    assert html == '<p class="k-headline">Judul\n\n</p><p>Isi berita.\n</p><p>Lagi.</p>'
    assert "k-headline" not in paragraphs("Isi\nJudul", (), "Judul")


@given(st.data())
def test_an_excerpt_marks_the_whole_citation_and_invents_nothing(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("abc de,.\n"), min_size=1, max_size=300))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    read = _Reader(excerpt(text, start, end, reach=20))
    assert read.marks == text[start:end]
    shown = read.text.removeprefix("… ").removesuffix(" …")
    assert shown in text
    assert len(shown) <= end - start + 40


def test_an_excerpt_stays_in_its_line_and_ends_at_words() -> None:
    text = "Baris satu.\nKata pertama sebelum inti kalimat sesudah kata terakhir.\nBaris tiga."
    start = text.index("inti")
    read = _Reader(excerpt(text, start, start + 4, reach=15))
    assert read.text == "… sebelum inti kalimat …"


def test_direction_characters_stay_inside_their_element() -> None:
    assert isolated("\u202egnp.exe", class_="k") == '<bdi class="k">\u202egnp.exe</bdi>'


def test_no_view_writes_markup_of_its_own() -> None:
    """Outside markup.py, a string with an element in it is a template that the page needs."""
    allowed = {"page.py", "filters.py", "reader.py"}
    for file in [*(ROOT / "rag" / "ui").glob("*.py"), ROOT / "rag" / "server.py", ROOT / "rag" / "api.py"]:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
        found = [t for t in texts if "</" in t or "<!" in t or "<script" in t]
        assert file.name in allowed or not found, f"{file.name}: {found}"
        made = [
            n for n in ast.walk(tree)
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "Html" and n.args
        ]  # fmt: skip
        # Html(turn) in turns.py re-wraps turns that were built with tag() and kept as strings.
        assert not made or file.name == "turns.py", f"{file.name} declares text to be markup"


def test_the_type_says_what_is_markup() -> None:
    assert isinstance(tag("p", "x"), Html)
    assert not isinstance("<p>", Html)
