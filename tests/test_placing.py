"""A whole file under a name, over nothing, on any file system."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rag.placing import place


@pytest.fixture(params=["links", "no links"])
def part(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A whole file of 1,000 bytes, on a file system with hard links and on one without."""

    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    if request.param == "no links":
        monkeypatch.setattr(os, "link", no_links)
    whole = tmp_path / ".kutip-abc"
    whole.write_bytes(b"x" * 1000)
    return whole


def test_the_whole_file_gets_the_name(part: Path) -> None:
    place(part, part.with_name("a.txt"))
    assert part.with_name("a.txt").read_bytes() == b"x" * 1000


def test_nothing_is_placed_over_what_is_there(part: Path) -> None:
    there = part.with_name("a.txt")
    there.write_bytes(b"yang lama")
    with pytest.raises(FileExistsError):
        place(part, there)
    assert (there.read_bytes(), part.read_bytes()) == (b"yang lama", b"x" * 1000)


def test_nothing_is_placed_over_a_link_that_leads_nowhere(part: Path) -> None:
    link = part.with_name("a.txt")
    link.symlink_to("tiada.txt")
    with pytest.raises(FileExistsError):
        place(part, link)
    assert link.is_symlink()
    assert not link.exists()


def test_what_fails_leaves_no_file_of_that_name(part: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", fails)
    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="No space left"):
        place(part, part.with_name("a.txt"))
    assert [p.name for p in part.parent.iterdir()] == [part.name]
