"""Reading files in child processes that are held to a time and a memory.

Whatever a file does to its reader (kills it, holds it up, fills its memory, makes it print) costs
that file alone: the child is replaced, and the refusal says what happened. The children are
``python -m rag.reading``; one lot of files is read by the same ones. What they send is data and nothing
else (``rag/serialized.py``): a child that a file has taken over cannot make its parent run anything.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, cast

from rag.documents import Refusal
from rag.errors import KutipError, ReaderFailed, UnreadableFile, UsageError
from rag.formats import refusal
from rag.reading import CPU_SECONDS, MEMORY_MB, NO_MEMORY, Read, read_one
from rag.serialized import dumps, loads

# A file's longest reading on the clock: what ``CPU_SECONDS`` take where others want the processor too.
FILE_SECONDS = 30.0
# A child is ready after 0.3 s here, after 2 s where everybody wants the processor.
_START_SECONDS = 60.0
# One more child is worth its start (0.3 s of a processor, what some 200 articles take) for as many files.
_MANY = 200
# Files that a child has before it, and that may wait, read, for an earlier one.
_LOT, _AHEAD = 16, 256
# How long a child that hung up may take to end.
_END_SECONDS = 2.0

_Task = tuple[str, ...]


def read_all(corpus: Path, paths: Sequence[str]) -> Iterator[Read]:
    """Return, in the order of ``paths``, each file's reading, or why there is none.

    The children start at once and get ready while the caller does something else. Raises
    ReaderFailed where they cannot be started.
    """
    if os.name != "posix":  # no limits there
        return (read_one(corpus, path) for path in paths)
    folder = str(corpus.absolute())
    outcomes = _outcomes([("article", folder, path) for path in paths])
    return (
        Refusal(path, outcome.english, outcome.indonesian, lasting=False)
        if isinstance(outcome, KutipError)
        else outcome
        for path, outcome in zip(paths, outcomes, strict=True)
    )


def read_draft(file: Path) -> str:
    """Return the text of a draft as ``rag.drafts.read_draft`` does.

    Raises UsageError where it cannot be read, ReaderFailed where no child can be started.
    """
    if os.name != "posix":
        from rag.drafts import read_draft

        return read_draft(file)
    (outcome,) = _outcomes([("draft", str(file))])
    if isinstance(outcome, UnreadableFile):
        raise UsageError(f"{file}: {outcome.english}", f"{file}: {outcome.indonesian}")
    if isinstance(outcome, KutipError):
        raise outcome
    return cast("str", outcome)


def _outcomes(tasks: Sequence[_Task]) -> Iterator[Any]:
    """Start the children, and yield in order what they made of each task, or why nothing came of it."""
    outcomes = _in_order(tasks)
    next(outcomes, None)  # as far as the children being started
    return outcomes


def _in_order(tasks: Sequence[_Task]) -> Iterator[Any]:
    count = min(len(tasks), 1 + len(tasks) // _MANY, os.cpu_count() or 1)
    children: list[_Child] = []
    to_do, done = deque(enumerate(tasks)), dict[int, Any]()
    try:
        for _ in range(count):
            children.append(_Child())
        yield None
        for number in range(len(tasks)):
            while number not in done:
                _hand_out(children, to_do, len(done))
                done.update(_collect(children, to_do))
            yield done.pop(number)
    finally:
        for child in children:
            child.stop()


class _Child:
    """A process that is given tasks and sends back, in their order, what came of them."""

    def __init__(self) -> None:
        """Start the process. Raises ReaderFailed where the system does not let it."""
        ours, theirs = socket.socketpair()
        home = str(Path(__file__).parent.parent)
        search = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
        with theirs:
            try:
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-m", "rag.reading", str(theirs.fileno())],
                    pass_fds=(theirs.fileno(),),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                    env={**os.environ, "PYTHONPATH": search},
                )
            except OSError as error:
                ours.close()
                raise _not_started(error.strerror or str(error)) from error
        self.link = Connection(ours.detach())
        self.waiting: deque[tuple[int, _Task]] = deque()
        self.ready = self.used = False
        self._due = time.monotonic() + _START_SECONDS

    @property
    def seconds_left(self) -> float:
        """Return how long it may go on with what it is at."""
        return self._due - time.monotonic()

    def give(self, tasks: Sequence[tuple[int, _Task]]) -> None:
        """Hand over tasks, each with its number."""
        if self.ready and not self.waiting:
            self._due = time.monotonic() + FILE_SECONDS
        self.waiting += tasks
        with contextlib.suppress(OSError):  # it died between two files, which take() will see
            self.link.send_bytes(dumps(tuple(task for _, task in tasks)))

    def take(self) -> Iterator[tuple[int, Any]]:
        """Yield the number of the next task and what came of it, nothing where it has just got ready.

        Raises EOFError or OSError when the process died on it, ValueError when it sent what no reader sends.
        """
        came = loads(self.link.recv_bytes(MEMORY_MB * 2**20))
        self._due = time.monotonic() + FILE_SECONDS
        if self.ready:
            self.used = True
            yield self.waiting.popleft()[0], came
        self.ready = True

    def died_of(self) -> int:
        """Return the exit code of a process that hung up, negative for the signal that ended it."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self._process.wait(_END_SECONDS)
        self._process.kill()
        return self._process.wait()

    def stop(self) -> str:
        """End the process and return the last line it printed before it was ready, where there is one."""
        self._process.kill()
        self._process.wait()
        self.link.close()
        printed = self._process.stderr
        if printed is None or printed.closed:
            return ""
        with printed:
            lines = printed.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _hand_out(children: list[_Child], to_do: deque[tuple[int, _Task]], done: int) -> None:
    """Keep every child busy, but not far ahead of what is asked for."""
    idle = not any(child.waiting for child in children)
    for child in children:
        if to_do and len(child.waiting) < _LOT // 2 and (done < _AHEAD or idle):
            lot = list(islice(to_do, _LOT))
            for _ in lot:
                to_do.popleft()
            child.give(lot)


def _collect(children: list[_Child], to_do: deque[tuple[int, _Task]]) -> Iterator[tuple[int, Any]]:
    """Yield what has come, putting a new child in the place of one that died or takes too long."""
    busy = [child for child in children if child.waiting]
    came = set(wait([child.link for child in busy], max(0.0, min(child.seconds_left for child in busy))))
    for child in busy:
        try:
            if child.link in came:
                yield from child.take()
            elif child.seconds_left <= 0:
                yield from _replace(child, children, to_do, _too_slow(FILE_SECONDS), again=False)
        except (EOFError, OSError, ValueError):
            yield from _replace(child, children, to_do, _lost(child.died_of()), again=child.used)


def _replace(
    child: _Child,
    children: list[_Child],
    to_do: deque[tuple[int, _Task]],
    why: UnreadableFile,
    *,
    again: bool,
) -> Iterator[tuple[int, Any]]:
    """Put a new child in the place of one that is lost, and yield the task that it was lost on.

    ``again`` says to try that task again: where the child had read other files before, it may have
    died of what they left. Raises ReaderFailed where the child never got ready.
    """
    printed = child.stop()
    if not child.ready:
        raise _not_started(printed or why.english)
    if not again:
        yield child.waiting.popleft()[0], why
    to_do.extendleft(reversed(child.waiting))
    children[children.index(child)] = _Child()


def _too_slow(seconds: float) -> UnreadableFile:
    return refusal(
        f"takes longer than {seconds:.0f} s to read; split it or save it as plain text",
        f"perlu lebih dari {seconds:.0f} detik untuk dibaca; pecah atau simpan sebagai teks biasa",
    )


def _lost(code: int) -> UnreadableFile:
    """Return why a file is refused that ended its reader with this exit code."""
    if code == NO_MEMORY:
        return refusal(
            f"needs more than {MEMORY_MB} MB of memory to be read; split it or save it as plain text",
            f"perlu lebih dari {MEMORY_MB} MB memori untuk dibaca; pecah atau simpan sebagai teks biasa",
        )
    if code == -signal.SIGXCPU:
        return _too_slow(CPU_SECONDS)
    named = next((each.name for each in signal.Signals if each == -code), f"signal {-code}")
    how = named if code < 0 else f"exit code {code}"
    return refusal(
        f"ended the process that read it ({how}); save it again or remove it",
        f"mematikan proses yang membacanya ({how}); simpan ulang atau hapus",
    )


def _not_started(why: str) -> ReaderFailed:
    return ReaderFailed(
        f"the process that reads files cannot be started ({why}); end other programs or install Kutip anew",
        f"proses pembaca berkas tidak dapat dijalankan ({why}); tutup program lain atau pasang ulang Kutip",
    )
