"""Rebuilding under readers, and again and again in one process."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crowds import crowd, growth, two_servers


@pytest.mark.figure("R3")
def test_readers_of_a_rebuilt_index_see_one_edition_at_a_time(tmp_path: Path) -> None:
    seen = crowd(tmp_path, rebuilds=3, readers=4)
    assert (seen["failed"], seen["mixed"]) == ([], [])
    assert seen["editions"][-1] == 4
    assert seen["generations"] <= 2


@pytest.mark.figure("R8")
def test_two_servers_follow_one_index(tmp_path: Path) -> None:
    for seen in two_servers(tmp_path, rebuilds=2):
        assert (seen["failed"], seen["mixed"]) == ([], [])
        assert seen["editions"][-1] == 3


@pytest.mark.figure("R5")
def test_rebuilding_in_one_process_keeps_no_file_open_and_no_memory(tmp_path: Path) -> None:
    held = growth(tmp_path, 8)
    # A full rebuild and a refresh hold different amounts: the most of either, at first and later.
    assert max(each["mb"] for each in held[3:]) <= 1.1 * max(each["mb"] for each in held[:3])
    assert {each["files"] for each in held[1:]} == {held[1]["files"]}
    assert max(each["generations"] for each in held) <= 2
