"""The example questions: each is answered rightly by the starter corpus, or is not shown."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rag.archive import Archive, open_archive
from rag.passwords import Account
from rag.settings import HOME, Settings
from rag.ui.answering import Answering, comparison
from rag.ui.desk import EXAMPLES, Desk
from rag.ui.texts import texts

EXPECTED = {
    "Siapa yang memimpin Project S?": "Bob Kang",
    "Apa itu social commerce?": "media sosial",
    "Berapa persen pekerjaan yang disediakan sektor UMKM menurut Teten?": "97 persen",
    "Kapan Project S dilaporkan mulai berjalan di Inggris?": "21 Juni 2023",
    "Siapa direktur Seitu?": "Lim Wilfred Halim",
    "Who leads Project S?": "Bob Kang",
    "What is social commerce?": "media sosial",
    "When did Project S start in the UK?": "21 Juni 2023",
    "Who is the director of Seitu?": "Lim Wilfred Halim",
}


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    from rag.index import build_index

    folder = tmp_path_factory.mktemp("starter")
    corpus = folder / "corpus"
    (corpus / "contoh").mkdir(parents=True)
    for file in (HOME / "corpus" / "contoh").glob("*.md"):
        (corpus / "contoh" / file.name).write_bytes(file.read_bytes())
    settings = Settings(corpus, folder / "index")
    build_index(settings)
    with open_archive(settings) as archive:
        yield archive


@pytest.mark.parametrize("question", [q for questions in EXAMPLES.values() for q in questions])
def test_the_starter_corpus_answers_each_example(starter: Archive, question: str) -> None:
    answer = starter.ask(question)
    assert not answer.abstained
    assert EXPECTED[question] in answer.answer


def test_the_starter_corpus_shows_them(starter: Archive) -> None:
    desk = Desk(Settings())
    assert starter.is_example
    for language, questions in EXAMPLES.items():
        assert set(desk.examples(starter, language)) <= set(questions)
        assert len(desk.examples(starter, language)) == 4


def indexed(folder: Path, name: str, text: str) -> Settings:
    """Return the settings of an archive of one article."""
    from rag.index import build_index

    (folder / "corpus").mkdir()
    (folder / "corpus" / name).write_text(text)
    settings = Settings(folder / "corpus", folder / "index")
    build_index(settings)
    return settings


def test_another_archive_shows_its_titles(tmp_path: Path) -> None:
    settings = indexed(tmp_path, "a.txt", "Panen Durian di Wanasari\n\nPetani Wanasari memanen durian.\n")
    with open_archive(settings) as archive:
        assert Desk(settings).examples(archive, "id") == ("Panen Durian di Wanasari",)


class Panic(BaseException):
    """What a fault in Rust is in Python."""


class PanickingDesk(Desk):
    def at_work(self, account: Account | None) -> Any:
        raise Panic("index out of bounds")


@pytest.mark.parametrize("llm", [None, "openai:m"])
def test_a_panic_is_said_in_words_and_leaves_no_page_waiting(llm: str | None) -> None:
    t = texts("id")
    desk = PanickingDesk(Settings(llm=llm))
    answering = Answering(desk, None, "Siapa?", [], (None, None, None), t, lambda *_: None)
    reading = threading.Thread(target=lambda: list(answering.written()), daemon=True)
    reading.start()
    reading.join(20)
    assert not reading.is_alive()
    assert t["failed"] in answering.result()[0]
    assert t["failed"] in comparison(desk, None, "Siapa?", (None, None, None), t)[0]


def test_filters_that_leave_no_article_or_name_no_outlet_are_said(tmp_path: Path) -> None:
    article = (
        "---\noutlet: Kabar Serayu\ndate: 2026-03-08\n---\nPanen Durian\n\nPetani Wanasari memanen durian.\n"
    )
    settings = indexed(tmp_path, "a.md", article)
    desk, t, asked = Desk(settings), texts("id"), "Siapa yang memanen durian?"

    def said(*chosen: str | None) -> list[str]:
        answered = Answering(desk, None, asked, [], chosen, t, lambda *_: None).result()[0]
        return [answered, comparison(desk, None, asked, chosen, t)[0]]

    for html in said(None, None, "2020-01-01"):
        assert t["nothing_passes"] in html
    for html in said("Kabar Serayuu", None, None):
        assert "Kabar Serayuu" in html
        assert "yang terdekat: Kabar Serayu" in html
    for html in said("Kabar Serayu", "2026-01-01", None):
        assert t["nothing_passes"] not in html
