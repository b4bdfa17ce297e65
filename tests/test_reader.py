"""The reader and the turns: what is marked, what is linked, what an old citation opens."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.documents import Answer, Article, Citation, Filters, OutletAnswer, Span
from rag.ui.cards import Copy, Source, citation_url, words_hash
from rag.ui.reader import Place, article_view, locate, page
from rag.ui.texts import texts
from rag.ui.turns import answer_turn, compare_turn, conversation, error_turn, filter_note, opening

ID, EN = texts("id"), texts("en")
TEXT = "Jembatan Diresmikan\n\nWali Kota Ratna Dewanti meresmikan jembatan itu. Biayanya Rp 12 miliar."
SENTENCE = "Wali Kota Ratna Dewanti meresmikan jembatan itu."


def _citation(n: int = 1, text: str = SENTENCE, **facts: str | None) -> Citation:
    start = TEXT.index(text)
    return Citation(n, "sub folder/jembatan & jalan.txt", start, start + len(text), text, **facts)


def _marks(html: str) -> str:
    return unescape(re.sub("<[^>]*>", "", "".join(re.findall("<mark[^>]*>(.*?)</mark>", html, re.S))))


def test_the_words_are_found_where_the_citation_says() -> None:
    c = _citation()
    assert locate(TEXT, c.start, c.end, words_hash(c.text)) == Place(Span(c.start, c.end))


def test_the_words_are_found_where_an_edit_moved_them() -> None:
    c = _citation()
    edited = "Ralat: paragraf baru.\n\n" + TEXT
    place = locate(edited, c.start, c.end, words_hash(c.text))
    assert place.moved
    assert place.span is not None
    assert edited[place.span.start : place.span.end] == c.text


def test_words_that_are_gone_are_not_marked_elsewhere() -> None:
    c = _citation()
    assert locate(TEXT.replace("Ratna", "Rini"), c.start, c.end, words_hash(c.text)) == Place(None, gone=True)
    assert locate("", c.start, c.end, words_hash(c.text)).gone


@pytest.mark.parametrize(("start", "end"), [(None, None), (0, None), (5, 5), (9, 3)])
def test_without_a_span_nothing_is_marked(start: int | None, end: int | None) -> None:
    assert locate(TEXT, start, end, None) == Place(None)


@given(st.text(max_size=80), st.integers(0, 90), st.integers(0, 90), st.text(max_size=5))
def test_locating_never_points_outside(text: str, start: int, end: int, words: str) -> None:
    place = locate(text, start, end, words)
    assert place.span is None or 0 <= place.span.start < place.span.end <= len(text)


def test_the_article_shows_its_facts_and_exactly_the_marked_words() -> None:
    article = Article(
        "a.txt",
        TEXT,
        title="Jembatan Diresmikan",
        outlet="Harian Coba",
        author="Sari",
        date="2023-05-14",
        url="https://example.com/berita?a=1&b=2",
        via=("Antara Coba, 2023",),
    )
    html = article_view(article, locate(TEXT, 21, 21 + len(SENTENCE), words_hash(SENTENCE)), ID)
    assert _marks(html) == SENTENCE
    for shown in ("Harian Coba", "14 Mei 2023", "Oleh Sari", "Antara Coba, 2023", "a.txt"):
        assert shown in html
    assert 'href="https://example.com/berita?a=1&amp;b=2"' in html
    assert 'rel="noopener noreferrer nofollow"' in html
    # The headline stands in the text, so it is not said twice.
    assert html.count("Jembatan Diresmikan</") == 0
    assert html.count("k-headline") == 1


def test_an_unsafe_address_is_shown_but_leads_nowhere() -> None:
    html = article_view(Article("a.txt", "Isi.", url="javascript:alert(1)"), Place(None), ID)
    assert "javascript:alert(1)" in html
    assert "href" not in html


def test_hostile_facts_are_text() -> None:
    bad = '"><img src=x onerror=alert(1)>'
    article = Article(bad, bad + "\n" + bad, bad, bad, bad, bad, bad, bad, (bad,))
    html = page(article_view(article, Place(Span(0, 5)), ID), bad, ID)
    assert "<img" not in html
    assert "<script" not in html
    assert html.startswith('<!doctype html><html lang="id">')


def test_an_answer_links_each_marker_to_its_own_words() -> None:
    one, two = _citation(1, title="Jembatan"), _citation(2, "Biayanya Rp 12 miliar.")
    answer = Answer(
        "Siapa?",
        f"Ratna Dewanti — {one.text} [1] {two.text} [2]",
        False,
        short="Ratna Dewanti",
        citations=(one, two),
    )
    html = answer_turn(answer, [Source(one, TEXT), Source(two, TEXT)], ID)
    assert '<p class="k-short">Ratna Dewanti</p>' in html
    links = re.findall(r'<a href="([^"]*)" class="k-cite"[^>]*data-n="(\d)"[^>]*>\[(\d)\]</a>', html)
    assert [(n, shown) for _, n, shown in links] == [("1", "1"), ("2", "2")]
    query = parse_qs(urlsplit(unescape(links[0][0])).query)
    assert query["path"] == ["sub folder/jembatan & jalan.txt"]
    assert (query["start"], query["end"]) == ([str(one.start)], [str(one.end)])
    assert _marks(html) == one.text + two.text
    assert "— Wali" not in html
    assert "Wali Kota <strong>Ratna Dewanti</strong> meresmikan" in html


def test_brackets_in_the_articles_own_words_are_no_citations() -> None:
    words = "Ia [sic] berkata [2] begitu, menurut pasal [7]."
    citations = (Citation(1, "a.md", 0, len(words), words), _citation(2, "Biayanya Rp 12 miliar."))
    html = answer_turn(Answer("q", "", False, citations=citations), [], ID)
    assert html.count('<p class="k-text" lang="id">') == html.count("<a ") == 2
    assert f'<p class="k-text" lang="id">{words} <a ' in html


def test_an_abstention_says_so_and_shows_the_nearest() -> None:
    nearest = _citation(1, title="Jembatan")
    html = answer_turn(Answer("Siapa presiden?", "", True, nearest=(nearest,)), [Source(nearest, TEXT)], EN)
    assert EN["abstained"] in html
    assert EN["nearest"] in html
    assert 'class="k-n"' not in html
    assert EN["nearest_none"] in answer_turn(Answer("q", "", True), [], EN)


def test_a_card_names_copies_and_what_is_not_stated() -> None:
    source = Source(_citation(1), TEXT, (Copy("b.txt", "<b>Media</b> Lain"),))
    html = answer_turn(Answer("q", "a [1]", False, citations=(source.citation,)), [source], ID)
    assert "Juga di: " in html
    assert "&lt;b&gt;Media" in html
    assert ID["no_outlet"] in html
    assert ID["no_date"] in html


def test_an_article_has_one_card_with_each_cited_place_in_it() -> None:
    copy = Copy("b.txt", "Media Lain")
    one, two = _citation(1, title="Jembatan"), _citation(3, "Biayanya Rp 12 miliar.", title="Jembatan")
    other = Citation(2, "c.md", one.start, one.end, one.text, "Lain")
    found = [Source(one, TEXT, (copy,)), Source(other, TEXT), Source(two, TEXT, (copy,))]
    html = answer_turn(Answer("q", "a", False, citations=(one, other, two)), found, ID)
    assert [re.findall('<li data-n="(.)">', card) for card in html.split('class="k-card"')[1:]] == [
        ["1", "3"],
        ["2"],
    ]
    assert re.findall("<mark>(.*?)</mark>", html) == [one.text, two.text, other.text]
    assert html.count("Media Lain") == html.count("<h4><bdi>Jembatan") == 1
    for citation in (one, other, two):
        assert html.count(f'data-reader lang="id" aria-label="Sumber {citation.n}') == 1


def test_an_article_without_a_title_is_told_by_its_first_words() -> None:
    answer = Answer("q", "a", False, citations=(_citation(),))
    html = answer_turn(answer, [Source(_citation(), TEXT)], ID)
    shown = unescape(re.sub("<[^>]*>", "", html))
    assert f"{ID['untitled']}: Jembatan Diresmikan Wali Kota Ratna Dewanti" in shown


def test_words_are_marked_with_the_language_that_they_are_in() -> None:
    english = Citation(1, "a.md", 0, 44, "The mayor opened the bridge over the river.", "Bridge")
    html = answer_turn(Answer("q", "a", False, citations=(english,)), [Source(english, english.text)], ID)
    assert html.count('lang="en"') == 2
    assert 'lang="id"' not in html


def test_a_row_tells_its_articles_and_what_is_nearest_where_it_answers_nothing() -> None:
    one, two = _citation(1, title="Jembatan"), _citation(1, "Biayanya Rp 12 miliar.", title="Biaya")
    rows = [
        OutletAnswer("Satu", Answer("q", "a [1]", False, confidence=0.5, citations=(one,))),
        OutletAnswer("Dua", Answer("q", "", True, nearest=(two,))),
        OutletAnswer("Tiga", Answer("q", "a [1]", False, confidence=0.9, citations=(two,))),
    ]
    satu, dua, tiga = compare_turn("q", rows, ID).split("<tr>")[1:]
    assert "[1]" in satu
    assert "50%" in satu
    assert ">Jembatan<" in satu
    assert ID["nearest_is"] in dua
    assert ">Biaya<" in dua
    assert "[2]" in tiga  # a number means one place in the whole table
    assert "%" not in re.sub("<[^>]*>", "", tiga)


def test_a_long_refused_question_is_shown_short() -> None:
    html = error_turn("x" * 10_000, "terlalu panjang", ID)
    assert len(html) < 1_500
    assert "terlalu panjang" in html


def test_filters_are_said() -> None:
    assert filter_note(Filters(), ID) == ""
    assert (
        filter_note(Filters("Antara", "2023-05-01", None), ID) == "Disaring: Antara, terbit sejak 1 Mei 2023"
    )


def test_examples_are_buttons_with_their_question() -> None:
    html = opening(['Apa itu "X" & Y?'], False, ID)
    assert 'data-question="Apa itu &quot;X&quot; &amp; Y?"' in html
    assert conversation([], ID).count("k-turn") == 0


def test_the_address_of_a_citation_survives_any_path() -> None:
    for path in ("a b.txt", "a&b=c#d.txt", "ü/😀.txt", "a%20b.txt", 'x"<>.txt'):
        c = Citation(1, path, 0, 1, "x")
        assert parse_qs(urlsplit(citation_url(c)).query)["path"] == [path]


def test_an_answer_that_is_not_sure_says_so() -> None:
    source = Citation(1, "a.md", 0, 4, TEXT[:4])
    for confidence, shown in ((0.45, True), (0.61, False), (None, False)):
        given = Answer("q", "a [1]", False, confidence=confidence, citations=(source,))
        assert ("45%" in answer_turn(given, [Source(source, TEXT)], ID)) is shown
