"""Filters that leave no article: said so, and never that the archive does not hold the answer."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from rag.__main__ import main
from rag.archive import Archive, open_archive
from rag.documents import NOTHING_PASSES, Filters
from rag.errors import UsageError
from rag.index import build_index
from rag.settings import Settings
from rag.ui.answering import Answering, comparison
from rag.ui.desk import Desk
from rag.ui.filters import _counted
from rag.ui.inputs import chosen_filters
from rag.ui.texts import texts
from rag.ui.verdicts import check_view, checked

ID, EN = texts("id"), texts("en")
QUESTION = "Siapa yang meresmikan Jembatan Kali Bening?"
WORDS = "Jembatan ini milik warga dan harus dijaga"
LATER = Filters(since="2026-11-20")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    home = tmp_path_factory.mktemp("filters")
    (home / "corpus").mkdir()
    (home / "corpus" / "jembatan.md").write_text(
        "---\ntitle: Jembatan Diresmikan\noutlet: Harian Coba\ndate: 2023-03-14\n---\n"
        f'Ratna Dewanti meresmikan Jembatan Kali Bening. "{WORDS}," kata Ratna Dewanti.\n',
        encoding="utf-8",
    )
    settings = Settings(home / "corpus", home / "index")
    build_index(settings)
    return settings


@pytest.fixture(scope="module")
def archive(settings: Settings) -> Iterator[Archive]:
    with open_archive(settings) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "language"), [(QUESTION, "id"), ("Who opened the Kali Bening bridge?", "en")]
)
def test_the_answer_says_that_nothing_passes(archive: Archive, question: str, language: str) -> None:
    for filters in (LATER, Filters(speaker="Budi Hartono")):
        answer = archive.ask(question, filters)
        assert answer.abstained
        assert answer.answer == NOTHING_PASSES[language]
    assert not archive.ask(QUESTION, Filters(until="2026-11-20")).abstained
    assert (
        archive.ask("Berapa harga beras?", Filters(until="2026-11-20")).answer not in NOTHING_PASSES.values()
    )


@pytest.mark.parametrize("t", [ID, EN], ids=["id", "en"])
def test_the_page_says_that_nothing_passes(settings: Settings, archive: Archive, t: dict[str, str]) -> None:
    desk, chosen = Desk(settings), ("", LATER.since, "")
    asked, _, _ = Answering(desk, None, QUESTION, (), chosen, t, lambda *_: "").result()
    check = archive.check(WORDS, None, LATER)
    for shown in (
        asked,
        comparison(desk, None, QUESTION, chosen, t)[0],
        check_view(checked(archive, check, LATER), t, LATER),
    ):
        assert t["nothing_passes"] in shown
        assert t["abstained"] not in shown
        assert t["nearest_none"] not in shown


def test_the_command_line_says_that_nothing_passes(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--corpus", str(settings.corpus), "--index", str(settings.index), "--since", "2026-11-20"]
    for command in (["ask", QUESTION], ["search", "jembatan"], ["compare", QUESTION], ["check", WORDS]):
        assert main([*command, *where]) == 0
        assert NOTHING_PASSES["id"] in capsys.readouterr().out
    assert main(["quotes", *where]) == 0
    assert NOTHING_PASSES["en"] in capsys.readouterr().out


def test_the_folded_filters_tell_how_many_are_active() -> None:
    request: Any = SimpleNamespace(headers={}, cookies={}, state=None)
    assert _counted("", "2026-11-20", "", request).label == "Saring sumber · 1 aktif"
    assert _counted("", "", None, request).label == ID["filters"]


def test_an_empty_range_is_told_in_the_pages_words() -> None:
    with pytest.raises(UsageError) as told:
        chosen_filters("", "2026-11-20", "2026-11-01")
    assert told.value.indonesian == (
        "Tanggal awal, 20 Nov 2026, jatuh sesudah tanggal akhir, 1 Nov 2026; tukarlah keduanya."
    )
    assert told.value.english == "The first day, 20 Nov 2026, is after the last, 1 Nov 2026; swap them."
    assert chosen_filters("Harian Coba", "2026-11-01", "2026-11-20").outlet == "Harian Coba"
