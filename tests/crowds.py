"""Readers that go on while the index is rebuilt under them, and what they saw; growth over many rebuilds."""

from __future__ import annotations

import gc
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rag.archive import open_archive
from rag.index import build_index
from rag.live import LiveArchive
from rag.settings import Settings
from tests.crashes import ROOT, write

GOODS = ("beras", "gula", "kopi", "cabai", "minyak", "telur", "kedelai", "jagung", "garam", "bawang")
_EDITION = re.compile(r"edisi (\d+)")


class Readers:
    """Threads that search and ask through one live archive, as a server's do."""

    def __init__(self, live: LiveArchive, count: int) -> None:
        self.live = live
        self.failed, self.mixed = list[str](), list[str]()
        self.editions = set[str]()
        self.seconds = list[float]()
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._read, args=(n,)) for n in range(count)]

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read for the length of a block."""
        for thread in self._threads:
            thread.start()
        try:
            yield
        finally:
            self._stop.set()
            for thread in self._threads:
                thread.join()

    def p95(self) -> float:
        """Return the time in seconds that 95 of 100 readings stay under."""
        return sorted(self.seconds)[int(0.95 * len(self.seconds))] if self.seconds else 0.0

    def _read(self, n: int) -> None:
        while not self._stop.is_set():
            goods = GOODS[n % len(GOODS)]
            began = time.monotonic()
            try:
                with self.live.current() as archive:
                    hits = [hit.passage.text for hit in archive.search(f"harga {goods} di pasar induk", 8)]
                    answer = archive.ask(f"Bagaimana harga {goods} di pasar induk?")
                    texts = [*hits, *(citation.text for citation in (*answer.citations, *answer.nearest))]
                    seen = {edition for text in texts for edition in _EDITION.findall(text)}
                    whole = archive.state.articles == len(GOODS) and hits
            except Exception as error:
                self.failed.append(repr(error))
                continue
            self.seconds.append(time.monotonic() - began)
            self.editions |= seen
            if len(seen) != 1 or not whole:
                self.mixed.append(f"{goods}: {sorted(seen)}, {len(hits)} hits")


def crowd(home: Path, rebuilds: int, readers: int) -> dict[str, Any]:
    """Rebuild under readers, each time with another edition of every article, and count what went wrong."""
    house = Settings(corpus=home / "corpus", index=home / "index")
    for goods in GOODS:
        write(house.corpus, goods, 1)
    build_index(house)
    live = LiveArchive(house)
    with live.current() as archive:  # model, judge and people are loaded at the first question
        archive.ask("Bagaimana harga beras?")
    idle, busy = Readers(live, readers), Readers(live, readers)
    with idle.reading():
        time.sleep(2.0)
    with busy.reading():
        for edition in range(2, rebuilds + 2):
            rebuild(house, edition)
        time.sleep(0.5)
    live.close()
    return {
        "rebuilds": rebuilds, "readers": readers,
        "readings": len(busy.seconds), "editions": sorted(map(int, busy.editions)),
        "failed": busy.failed, "mixed": busy.mixed,
        "p95_idle_s": round(idle.p95(), 3), "p95_s": round(busy.p95(), 3),
        "generations": len(list((house.index / "generations").iterdir())),
    }  # fmt: skip


def rebuild(house: Settings, edition: int) -> None:
    """Write another edition of every article, and index it in a process of its own."""
    for goods in GOODS:
        write(house.corpus, goods, edition)
    command = [sys.executable, "-m", "rag", "index", *(["--full"] if edition % 2 else [])]
    command += ["--corpus", str(house.corpus), "--index", str(house.index)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def two_servers(home: Path, rebuilds: int) -> list[dict[str, Any]]:
    """Rebuild under two processes that read the one index, and return what each of them saw."""
    house = Settings(corpus=home / "corpus", index=home / "index")
    for goods in GOODS:
        write(house.corpus, goods, 1)
    build_index(house)
    command = [sys.executable, "-m", "tests.crowds", "read", str(house.index)]
    pipe = subprocess.PIPE
    servers = [subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) for _ in range(2)]
    for server in servers:
        assert server.stdout is not None
        server.stdout.readline()  # it has answered once
    for edition in range(2, rebuilds + 2):
        rebuild(house, edition)
    time.sleep(0.5)
    return [json.loads(server.communicate("stop")[0]) for server in servers]


def read(index: Path) -> None:
    """Read until the standard input ends, as a server of one user, and print what was seen."""
    readers = Readers(LiveArchive(Settings(index=index)), 1)
    with readers.reading():
        while not readers.seconds and not readers.failed:
            time.sleep(0.05)
        print("reading", flush=True)
        sys.stdin.read()
    seen = {"failed": readers.failed, "mixed": readers.mixed, "editions": sorted(map(int, readers.editions))}
    print(json.dumps(seen | {"readings": len(readers.seconds)}))


def growth(home: Path, rebuilds: int) -> list[dict[str, int]]:
    """Return open files, resident megabytes and generations after each of so many rebuilds of one process.

    The process is started as any other, without settings of malloc: what holds its memory is in the code.
    """
    command = [sys.executable, "-m", "tests.crowds", "grow", str(home), str(rebuilds)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MALLOC_")}
    ran = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in ran.stdout.splitlines()]


def grow(home: Path, rebuilds: int) -> None:
    """Rebuild, search, and print what the process holds."""
    house = Settings(corpus=home / "corpus", index=home / "index")
    for n in range(rebuilds):
        for goods in GOODS:
            write(house.corpus, goods, n)
        build_index(house, full=n % 2 == 0)
        with open_archive(house) as archive:
            archive.search("harga beras", 5)
        gc.collect()
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        held = {
            "files": len(os.listdir("/proc/self/fd")),  # noqa: PTH208
            "mb": pages * os.sysconf("SC_PAGE_SIZE") // 2**20,
            "generations": len(list((house.index / "generations").iterdir())),
        }
        print(json.dumps(held), flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "read":
        read(Path(sys.argv[2]))
    else:
        grow(Path(sys.argv[2]), int(sys.argv[3]))
