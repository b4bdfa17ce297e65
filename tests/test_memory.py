"""Memory: malloc keeps to one pool however many threads come and go, and lets go of what is freed."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rag.memory import give_back, seldom_collecting, use_few_pools

ROOT = Path(__file__).resolve().parent.parent
# Fills the pools of sixteen threads with small pieces, one thread after another, and frees them.
THREADS = """
import sys, threading
from pathlib import Path
from rag.memory import give_back, use_few_pools
told = sys.argv[1] == "few" and use_few_pools()
ended = threading.Event()
def fill(done):
    pieces = [bytes(2_000) for _ in range(2_000)]
    del pieces[::2]
    kept.append(pieces)
    done.set()
    ended.wait()
kept, threads = [], []
for _ in range(16):
    done = threading.Event()
    threads.append(threading.Thread(target=fill, args=(done,)))
    threads[-1].start()
    done.wait()
heaps = sum(1 for line in Path("/proc/self/maps").read_text().splitlines() if "---p 00000000 00:00 0" in line)
kept.clear()
give_back()
ended.set()
print(int(told), heaps)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs glibc's malloc")
def test_threads_share_one_pool() -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MALLOC_")}

    def heaps(which: str) -> tuple[int, int]:
        command = [sys.executable, "-c", THREADS, which]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        told, held = map(int, done.stdout.split())
        return told, held

    told, few = heaps("few")
    if not told:
        pytest.skip("needs glibc's malloc")
    assert few < heaps("many")[1] - 8  # else each thread reserves a pool of its own


def test_it_may_be_asked_for_again_and_elsewhere() -> None:
    assert use_few_pools() in (True, False)
    assert use_few_pools() is use_few_pools()
    give_back()


def test_cycles_are_looked_for_seldom_until_the_work_is_done_or_has_failed() -> None:
    usual, seen = gc.get_threshold(), list[int]()

    def fail() -> None:
        with seldom_collecting():
            seen.append(gc.get_threshold()[0])
            raise ValueError("full")

    with pytest.raises(ValueError, match="full"):
        fail()
    assert seen[0] > 100 * usual[0]
    assert gc.get_threshold() == usual
