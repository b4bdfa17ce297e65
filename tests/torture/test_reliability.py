"""The long runs: every step, hundreds of killings, damages and rebuilds. ``make torture``."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rag.errors import KutipError
from rag.index import build_index, verify_index
from rag.settings import Settings
from tests.crashes import OPERATIONS, SUBJECTS, trials, write
from tests.crowds import crowd, growth
from tests.figures import OUT

pytestmark = pytest.mark.torture
Found = Callable[[str, dict[str, object]], None]


# So many minutes for each operation's trials; what is left is for the next run, which goes on with them.
MINUTES = float(os.environ.get("KUTIP_CRASH_MINUTES", "inf"))
EXITS = KILLS = 200


@pytest.mark.figure("R1")
@pytest.mark.parametrize("operation", OPERATIONS)
def test_dying_at_every_step_and_at_200_moments(tmp_path: Path, operation: str, found: Found) -> None:
    kept = OUT / f"crashes-{operation}.jsonl"
    tried = list(trials(tmp_path, operation, EXITS, KILLS, kept, MINUTES * 60))
    bad = [trial for trial in tried if not trial["good"]]
    states = Counter(trial["state"] if isinstance(trial["state"], str) else "other" for trial in tried)
    exits = [trial for trial in tried if trial["steps"] is not None]
    kills = len(tried) - len(exits)
    steps = exits[0]["of"] if exits else 0
    found(
        f"{operation}, os._exit at {len(exits)} of {steps} steps, SIGKILL at {kills} moments",
        {"old": states["old"], "new": states["new"], "neither, or lost": len(bad)},
    )
    assert bad == []
    if len(exits) < min(steps, EXITS) or kills < KILLS:
        pytest.skip(f"{len(exits)} steps and {kills} moments so far, all good; run again for the others")


@pytest.mark.figure("R3")
def test_20_rebuilds_under_20_readers(tmp_path: Path, found: Found) -> None:
    seen = crowd(tmp_path, rebuilds=20, readers=20)
    counts = {**seen, "failed": len(seen["failed"]), "mixed": len(seen["mixed"])}
    counts["editions"] = len(seen["editions"])
    found("20 rebuilds, 20 readers", counts)
    assert (seen["failed"], seen["mixed"]) == ([], [])
    assert seen["editions"][-1] == 21
    assert seen["p95_s"] <= 2 * seen["p95_idle_s"]
    assert seen["generations"] <= 2


@pytest.mark.figure("R5")
def test_60_rebuilds_in_one_process(tmp_path: Path, found: Found) -> None:
    held = growth(tmp_path, 60)
    # A full rebuild and a refresh hold different amounts: the most of either, at first and later.
    warm, after = max(each["mb"] for each in held[:10]), max(each["mb"] for each in held[10:])
    found("60 rebuilds in one process", {"mb_first_10": warm, "mb_next_50": after, "60th": held[-1]})
    assert {each["files"] for each in held[9:]} == {held[9]["files"]}
    assert max(each["generations"] for each in held) <= 2
    assert after <= 1.1 * warm


@pytest.mark.figure("R6")
def test_200_damages(tmp_path: Path, found: Found) -> None:
    whole = Settings(corpus=tmp_path / "corpus", index=tmp_path / "whole")
    for subject in SUBJECTS:
        write(whole.corpus, subject, 1)
    build_index(whole)
    house, unseen = replace(whole, index=tmp_path / "index"), list[str]()
    for seed in range(200):
        shutil.rmtree(house.index, ignore_errors=True)
        shutil.copytree(whole.index, house.index)
        chance = random.Random(seed)
        files = [
            p for p in house.index.rglob("*") if p.is_file() and p.stat().st_size and p.suffix != ".lock"
        ]
        file = chance.choice(sorted(p for p in files if p.name != ".writing"))
        data = bytearray(file.read_bytes())
        harm = chance.choice(("delete", "truncate", "flip"))
        if harm == "delete":
            file.unlink()
        elif harm == "truncate":
            file.write_bytes(data[: chance.randrange(len(data))])
        else:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            file.write_bytes(data)
        try:
            seen = bool(verify_index(house))
        except KutipError:
            seen = True
        if not seen:
            unseen.append(f"{seed}: {harm} of {file.relative_to(house.index)}")
    found("200 deletions, truncations and flipped bits", {"found": 200 - len(unseen)})
    assert unseen == []
