"""Builds and restores that die: the index answers wholly as before or wholly as after, and goes on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rag.generations import current_generation
from rag.index import build_index
from rag.settings import Settings
from tests.crashes import OPERATIONS, SUBJECTS, change, trials, write

pytestmark = pytest.mark.figure("R1")


@pytest.mark.parametrize("operation", OPERATIONS)
def test_dying_at_ten_steps_and_ten_moments(tmp_path: Path, operation: str) -> None:
    tried = list(trials(tmp_path, operation, exits=10, kills=10))
    assert len(tried) == 20
    assert sum(trial["died"] for trial in tried[:10]) >= 9  # the last step is not always taken
    assert [trial for trial in tried if not trial["good"]] == []
    assert {"old", "new"} == {trial["state"] for trial in tried}


def test_all_is_on_the_disk_before_the_pointer_leads_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash of the machine keeps what was synced: files, their folders, the pointer, its folder."""
    house = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index")
    for subject in SUBJECTS:
        write(house.corpus, subject, 1)
    for edit in (None, change):  # the first build, and a refresh
        if edit:
            edit(house.corpus)
        done = list[tuple[str, Path]]()
        sync, swap = os.fsync, Path.replace

        def synced(handle: int, sync=sync, done=done) -> None:
            done.append(("sync", Path(f"/proc/self/fd/{handle}").readlink()))
            sync(handle)

        def swapped(self: Path, target: Path, swap=swap, done=done) -> Path:
            done.append(("replace", Path(target)))
            return swap(self, target)

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", synced)
            patch.setattr(Path, "replace", swapped)
            build_index(house)
        at = done.index(("replace", house.index / "CURRENT"))
        before = {path for what, path in done[:at] if what == "sync"}
        folder = house.index / "generations" / current_generation(house.index)
        assert before >= {folder, *folder.rglob("*"), folder.parent, house.index, house.index / "CURRENT.new"}
        assert done[at + 1 :] == [("sync", house.index)]
