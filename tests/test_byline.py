"""Questions about an article itself: told from others, and answered from what it states."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rag.answer import answer
from rag.byline import asked_fact, fact, signer
from rag.documents import Article, Hit, Passage
from rag.question import analyse
from tests.folder import archive_of

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
        ("Who wrote the Kabar Uji story asking shops to move?", "author"),
        ("Who wrote the story of Pasar Lawu?", None),
        ("Who wrote the short story about Pasar Lawu?", None),
        ("Siapa yang nulis story Instagram yang heboh?", None),
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
    passage = Passage("a.md#0", "a.md", 0, len(TEXT), TEXT)
    hit = Hit(passage, 1.0, title=article.title, outlet=article.outlet, author=article.author)
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


SIGNED = replace(ARTICLE, signature="Rengga Pasopati – Redaktur Pelaksana kabaruji.com")


@pytest.mark.parametrize(
    "question",
    [
        "Siapa Rengga Pasopati?",
        "rengga pasopati itu siapa sih",
        "Apa jabatan Rengga Pasopati?",
        "Rengga Pasopati kerja apa?",
        "Siapa redaktur pelaksana kabaruji.com?",
        "Who is Rengga Pasopati?",
    ],
)
def test_who_signs_an_article_is_told_by_the_byline(question: str) -> None:
    result = ask(question, SIGNED)
    assert (result.abstained, result.short) == (False, SIGNED.signature)
    (citation,) = result.citations
    assert TEXT[citation.start : citation.end] == citation.text


@pytest.mark.parametrize(
    "question",
    [
        "Siapa Rengga Wibowo?",
        "Siapa redaktur pelaksana Harian Lain?",
        "Siapa redaktur pelaksana?",
        "Kapan Rengga Pasopati lahir?",
        "Apa kata Rengga Pasopati?",
        "Siapa istri Rengga Pasopati?",
        "Siapa Rengga?",  # which one
        "Siapa bukan redaktur pelaksana kabaruji.com?",
        "Sejak kapan Rengga Pasopati menjabat?",
        "Kenapa Rengga Pasopati tidak bekerja?",
        "Apakah Rengga Pasopati masih bekerja?",
        "When did Rengga Pasopati get the job?",
        "What is Rengga Pasopati's position on it?",
    ],
)
def test_a_byline_tells_nothing_else(question: str) -> None:
    assert ask(question, SIGNED).abstained


def test_signatures_that_differ_tell_nothing() -> None:
    other = replace(SIGNED, path="b.md", signature="Rengga Pasopati – Pemimpin Redaksi harianlama.com")
    asked = analyse("Siapa Rengga Pasopati?")
    assert signer(asked, [SIGNED, replace(SIGNED, path="c.md")]) == SIGNED
    assert signer(asked, [SIGNED, other]) is None


def test_a_byline_that_the_article_has_not_is_not_answered() -> None:
    assert ask("Siapa Rengga Pasopati?", ARTICLE).abstained


def test_articles_that_state_different_things_state_nothing() -> None:
    other = Article("b.md", TEXT, author="Wening Prameswari")
    assert fact([ARTICLE, other], "author", "id") is None


def test_an_article_is_found_by_its_byline(tmp_path: Path) -> None:
    signed = "Rengga Pasopati – Redaktur Pelaksana kabaruji.com"
    others = {f"{n}.md": f"---\ntitle: Pasar {n}\n---\nPasar {n} ramai sejak pagi. " * 3 for n in range(30)}
    with archive_of(tmp_path, {"a.md": f"Pasar Lawu Direlokasi\n\n{TEXT}\n\n{signed}", **others}) as archive:
        found = archive.ask("Rengga Pasopati itu siapa?")
        article = archive.article("a.md")
    assert (found.short, found.citations[0].article) == (signed, "a.md")
    assert article.signature == signed
    assert "Rengga" not in article.text
