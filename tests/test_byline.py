"""Questions about an article itself: told from others, and answered from what it states."""

from __future__ import annotations

import pytest

from rag.answer import answer
from rag.byline import asked_fact, fact
from rag.documents import Article, Hit, Passage

TEXT = "Pasar Lawu direlokasi ke Jalan Randu mulai Senin (2/6). Pedagang meminta waktu sebulan."
ARTICLE = Article(
    "a.md",
    TEXT,
    title="Pasar Lawu Direlokasi",
    outlet="Kabar Uji",
    author="Rengga Pasopati",
    date="2025-06-03",
)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("Siapa penulis berita tentang relokasi Pasar Lawu?", "author"),
        ("Berita relokasi Pasar Lawu ditulis oleh siapa?", "author"),
        ("Who wrote the Kabar Uji article?", "author"),
        ("Siapa editor artikel Kabar Uji itu?", "editor"),
        ("Kapan berita relokasi Pasar Lawu diterbitkan?", "date"),
        ("When was the article about Pasar Lawu published?", "date"),
        ("Media apa yang memuat berita relokasi Pasar Lawu?", "outlet"),
        ("Siapa penulis buku Pasar Lawu?", None),
        ("Siapa wartawan yang ditahan polisi?", None),
        ("Who wrote the song?", None),
        ("Siapa yang disebut dalam berita tentang penulis Rengga?", None),
        ("Kapan Pasar Lawu direlokasi?", None),
    ],
)
def test_what_is_asked_of_an_article(question: str, field: str | None) -> None:
    assert asked_fact(question) == field


def ask(question: str, article: Article):
    hit = Hit(Passage("a.md#0", "a.md", 0, len(TEXT), TEXT), 1.0, title=article.title, outlet=article.outlet)
    return answer(question, [hit], lambda _, some: [0.4] * len(some), lambda _: article)


def test_the_author_comes_from_the_article() -> None:
    result = ask("Siapa penulis berita tentang relokasi Pasar Lawu?", ARTICLE)
    assert (result.abstained, result.short) == (False, "Rengga Pasopati")
    (citation,) = result.citations
    assert TEXT[citation.start : citation.end] == citation.text


def test_what_the_article_does_not_state_is_not_answered() -> None:
    assert ask("Siapa editor berita tentang relokasi Pasar Lawu?", ARTICLE).abstained


def test_another_article_is_not_answered_for() -> None:
    assert ask("Siapa penulis berita tentang erupsi Gunung Sarpaka?", ARTICLE).abstained


def test_a_date_is_written_in_the_questions_language() -> None:
    assert fact([ARTICLE], "date", "id") == "3 Juni 2025"
    assert fact([ARTICLE], "date", "en") == "3 June 2025"


def test_articles_that_state_different_things_state_nothing() -> None:
    other = Article("b.md", TEXT, author="Wening Prameswari")
    assert fact([ARTICLE, other], "author", "id") is None
