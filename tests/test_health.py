"""The health that monitors ask for: no password, no secrets, and 503 where nothing could be answered."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from rag.generations import open_generation
from rag.health import health
from rag.index import build_index
from rag.settings import Settings
from rag.ui.desk import Desk


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("Pasar Melati ramai hari ini.\n", encoding="utf-8")
    settings = Settings(tmp_path / "corpus", tmp_path / "index")
    build_index(settings)
    return settings


def test_an_index_that_opens_is_ok(settings: Settings) -> None:
    generation = open_generation(settings.index).id
    assert health(Desk(settings)) == (200, {"status": "ok", "index": "open", "generation": generation})


def test_no_index_is_unavailable(tmp_path: Path) -> None:
    status, body = health(Desk(Settings(tmp_path, tmp_path / "index")))
    assert (status, body["status"], body["index"]) == (503, "unavailable", "IndexMissing")


@pytest.mark.parametrize("harm", ["catalog", "manifest", "folder"])
def test_an_index_that_does_not_open_is_unavailable_and_tells_no_path(settings: Settings, harm: str) -> None:
    generation = open_generation(settings.index)
    if harm == "catalog":
        generation.catalog.write_bytes(b"bukan basis data")
    elif harm == "manifest":
        (generation.folder / "manifest.json").write_text("{")
    else:
        shutil.rmtree(generation.folder)
    status, body = health(Desk(settings))
    assert (status, body["status"]) == (503, "unavailable")
    assert str(settings.index) not in json.dumps(body)


def test_an_older_generation_that_answers_is_degraded(settings: Settings) -> None:
    desk = Desk(settings)
    first = health(desk)[1]["generation"]
    (settings.corpus / "b.txt").write_text("Pasar Anggrek sepi hari ini.\n", encoding="utf-8")
    build_index(settings)
    open_generation(settings.index).catalog.write_bytes(b"bukan basis data")
    assert health(desk) == (200, {"status": "degraded", "index": "open", "generation": first})


def test_health_takes_no_turn(settings: Settings) -> None:
    desk = Desk(settings)
    desk.admission._at_once = desk.admission._waiting = 0
    assert health(desk)[0] == 200
