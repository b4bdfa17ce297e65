"""Reading many files: one after another, or, where there are many, in child processes.

Whatever a file does to its reader, even killing the process, costs that file alone. A child is
``python -m rag.reading``: multiprocessing's own children would first run their parent's script
again, whatever that is.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from multiprocessing.connection import Connection, wait
from pathlib import Path

from rag.corpus import read_article
from rag.documents import Reading, Refusal
from rag.errors import UnreadableFile
from rag.passages import cut
from rag.quotes import extract

Read = Reading | Refusal

# Starting children takes as long as reading about 400 files here (made-up articles, two cores).
_CHILDREN_FROM = 600
# Files that a child has before it, and that may wait, read, for an earlier one.
_LOT, _AHEAD = 16, 256
_IMPORT = re.compile(r"^\s*from rag\.(\w+)[. ]", re.MULTILINE)


def reading_version() -> str:
    """Return a hash of the code that reads, cleans, cuts, extracts: when it changes, files are read again."""
    rooms, code = ["corpus", "passages", "quotes"], dict[str, str]()
    while rooms:
        room = Path(__file__).parent / rooms.pop()
        files = sorted(room.rglob("*.py")) if room.is_dir() else [room.with_suffix(".py")]
        if room.name not in code:
            code[room.name] = "".join(file.read_text(encoding="utf-8") for file in files)
            rooms += _IMPORT.findall(code[room.name])
    return hashlib.sha256("\0".join(code[room] for room in sorted(code)).encode()).hexdigest()[:16]


def read_all(corpus: Path, paths: Sequence[str]) -> Iterator[Read]:
    """Yield, in the order of ``paths``, each file's reading, or why there is none."""
    if len(paths) < _CHILDREN_FROM or os.name != "posix":
        return (read_one(corpus, path) for path in paths)
    return _read_in_children(corpus, paths)


def read_one(corpus: Path, path: str) -> Read:
    """Return what one file holds, or the refusal of the file."""
    try:
        article = read_article(corpus, path)
        article.text.encode()  # a lone surrogate cannot be stored
        return Reading(article, tuple(cut(article)), tuple(extract(article)))
    except UnreadableFile as error:
        return Refusal(path, error.english, error.indonesian)
    except Exception as error:  # a parser met what its authors did not think of
        cause = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        return Refusal(path, f"cannot be read ({cause})", f"tidak terbaca ({cause})")


class _Child:
    """A process that is given paths and sends back, in their order, what it read."""

    def __init__(self, corpus: Path) -> None:
        ours, theirs = socket.socketpair()
        home = str(Path(__file__).parent.parent)
        search = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "rag.reading", str(corpus.absolute()), str(theirs.fileno())],
            pass_fds=(theirs.fileno(),),
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": search},
        )
        theirs.close()
        self.link = Connection(ours.detach())
        self.waiting: deque[str] = deque()

    def give(self, paths: list[str]) -> None:
        self.waiting += paths
        self.link.send(paths)

    def take(self) -> tuple[str, Read]:
        """Return the next file's reading. Raises EOFError or OSError when the process died on it."""
        read: Read = self.link.recv()
        return self.waiting.popleft(), read

    def stop(self) -> None:
        self.link.close()
        self._process.kill()
        self._process.wait()


def _read_in_children(corpus: Path, paths: Sequence[str]) -> Iterator[Read]:
    children = [_Child(corpus) for _ in range(os.cpu_count() or 1)]
    to_do, done = deque(paths), dict[str, Read]()
    try:
        for path in paths:
            while path not in done:
                _hand_out(children, to_do, len(done))
                done.update(_collect(corpus, children, to_do))
            yield done.pop(path)
    finally:
        for child in children:
            child.stop()


def _hand_out(children: list[_Child], to_do: deque[str], read: int) -> None:
    """Keep every child busy, but not far ahead of what is asked for."""
    idle = not any(child.waiting for child in children)
    for child in children:
        if to_do and len(child.waiting) < _LOT // 2 and (read < _AHEAD or idle):
            lot = list(islice(to_do, _LOT))
            for _ in lot:
                to_do.popleft()
            with contextlib.suppress(OSError):  # it died between two files; _collect replaces it
                child.give(lot)


def _collect(corpus: Path, children: list[_Child], to_do: deque[str]) -> Iterator[tuple[str, Read]]:
    """Yield what the children have read, putting a new child in the place of a dead one."""
    busy = {child.link: place for place, child in enumerate(children) if child.waiting}
    for link in wait(list(busy)):
        place = busy[link]  # type: ignore[index]
        child = children[place]
        try:
            yield child.take()
        except (EOFError, OSError):
            path = child.waiting.popleft()
            to_do.extendleft(reversed(child.waiting))
            child.stop()
            children[place] = _Child(corpus)
            yield path, Refusal(path, "reading it killed the reader", "pembacanya mati saat membacanya")


def _serve(corpus: Path, link: Connection) -> None:
    """Read what is asked for until the parent hangs up."""
    with contextlib.suppress(EOFError, OSError):
        while True:
            for path in link.recv():
                link.send(read_one(corpus, path))


if __name__ == "__main__":
    _serve(Path(sys.argv[1]), Connection(int(sys.argv[2])))
