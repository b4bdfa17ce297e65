"""Builds that die at a chosen point or moment, and what an index answers after that.

``python -m tests.crashes HOME OPERATION EXITS KILLS [KEPT SECONDS]`` ends the operation so many times with
``os._exit`` at a step that writes, syncs, renames or removes, spread evenly over all of them, and kills it so
many times at random. One line of JSON a trial. The product has no hooks for this: steps are what
Python's audit events and ``os.fsync`` tell; what SQLite, Chroma and Tantivy write themselves is met
by the killing.

With ``KEPT``, a file, the trials in it are not run again and the others are added; after ``SECONDS`` no more
is begun. So hundreds are run in pieces, by whoever has a quarter of an hour.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SUBJECTS = ("beras", "gula", "kopi", "cabai")
QUERIES = {subject: f"harga {subject}" for subject in (*SUBJECTS, "jagung")}
# What of the audit events changes a disk; an "open" does where it may write.
_STEPS = {
    "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate", "os.chmod",
    "shutil.copyfile", "shutil.copytree", "shutil.rmtree", "sqlite3.connect", "tempfile.mkdtemp",
}  # fmt: skip
_OPENED_SECONDS, _HUNG_SECONDS = 10.0, 300.0
# The rooms that write, switch and open an index.
_WRITING = (
    "index", "writer", "generations", "manifest", "locking", "storage", "scratch", "survey", "placing",
    "backup", "restore", "catalog", "vectors", "rows", "lexical", "verify", "archive",
)  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def article(subject: str, edition: int) -> str:
    """Return an article of 26 different sentences, which name their edition."""
    lines = (f"Pada hari {n} harga {subject} edisi {edition} di pasar induk naik lagi." for n in range(1, 27))
    return "\n\n".join(lines) + "\n"


def write(corpus: Path, subject: str, edition: int) -> None:
    corpus.mkdir(parents=True, exist_ok=True)
    (corpus / f"{subject}.txt").write_text(article(subject, edition), encoding="utf-8")


def add(corpus: Path) -> None:
    write(corpus, "jagung", 1)


def change(corpus: Path) -> None:
    write(corpus, "gula", 2)


def delete(corpus: Path) -> None:
    (corpus / "kopi.txt").unlink()


def change_all(corpus: Path) -> None:
    for subject in SUBJECTS:
        write(corpus, subject, 2)


@dataclass(frozen=True)
class Operation:
    """What is done to the corpus, and how the index is then brought up to date."""

    edit: Callable[[Path], None]
    full: bool = False
    restores: bool = False


OPERATIONS = {
    "add": Operation(add),
    "refresh": Operation(change),
    "delete": Operation(delete),
    "rebuild": Operation(change_all, full=True),
    "restore": Operation(change_all, restores=True),
}


class Bench:
    """An index of the old corpus to copy, and what it and the new one answer."""

    def __init__(self, home: Path, operation: Operation) -> None:
        from rag.backup import back_up
        from rag.embedding import load_encoder
        from rag.index import build_index
        from rag.question import analyse
        from rag.settings import Settings
        from rag.terms import in_english

        self.home, self.operation = home, operation
        self.processor = 0.0  # seconds of one that the last fork took
        self.old, self.new = (
            Settings(corpus=home / n / "corpus", index=home / n / "index") for n in ("old", "new")
        )
        self.house = Settings(corpus=home / "house" / "corpus", index=home / "house" / "index")
        encoder = load_encoder(self.old.model)
        # Read once, not in every fork: the encoder, and the word lists that a search reads at first.
        for room in ("rag.index", "rag.verify", "rag.archive"):
            sys.modules[room].load_encoder = lambda _: encoder  # type: ignore[attr-defined]
        for query in QUERIES.values():
            in_english(analyse(query).terms)
        for settings in (self.old, self.new):
            for subject in SUBJECTS:
                write(settings.corpus, subject, 1)
        operation.edit(self.new.corpus)
        for settings in (self.old, self.new):
            if self.forked(lambda settings=settings: build_index(settings) and 0) != 0:
                raise RuntimeError("the index to begin with cannot be built")
        self.backup = home / "backup.zip"
        if operation.restores and self.forked(lambda: back_up(self.new, self.backup) and 0) != 0:
            raise RuntimeError("the backup to begin with cannot be made")
        self.answers = [self.answer(self.old), self.answer(self.new)]

    def forked(self, work: Callable[[], object], seconds: float | None = None) -> int:
        """Run ``work`` in a fork, killed after ``seconds``, and return its exit code."""
        child = os.fork()
        if child == 0:
            try:
                os._exit(int(bool(work())))
            except BaseException:
                import traceback

                traceback.print_exc()
            finally:
                os._exit(70)
        if seconds is not None:
            time.sleep(seconds)
            os.kill(child, signal.SIGKILL)
        _, status, used = os.wait4(child, 0)
        self.processor = used.ru_utime + used.ru_stime
        return os.waitstatus_to_exitcode(status)

    def begin(self) -> None:
        """Put the old index and the new corpus in place."""
        shutil.rmtree(self.home / "house", ignore_errors=True)
        shutil.copytree(self.old.index, self.house.index)
        shutil.copytree((self.old if self.operation.restores else self.new).corpus, self.house.corpus)

    def run(self) -> None:
        """Do the operation once; its end is acknowledged by a file."""
        from rag.index import build_index
        from rag.restore import restore

        if self.operation.restores:
            restore(self.house, self.backup, overwrite=True)
        else:
            build_index(self.house, full=self.operation.full)
        (self.home / "done").touch()

    def answer(self, settings: Any) -> Any:
        """Return what an index holds and finds, as a fork that opens it says; a string tells what failed."""
        out = self.home / "answer.json"
        out.unlink(missing_ok=True)
        began = time.monotonic()
        code = self.forked(lambda: out.write_text(json.dumps(self._answer(settings))) and 0)
        found = json.loads(out.read_text()) if out.exists() else f"exit code {code}"
        # Ten seconds of a processor: on a machine that others keep busy the clock tells nothing of the index.
        late = self.processor > _OPENED_SECONDS or time.monotonic() - began > _HUNG_SECONDS
        return "opened too late" if late else found

    def _answer(self, settings: Any) -> Any:
        from rag.archive import open_archive
        from rag.errors import KutipError
        from rag.index import verify_index

        try:
            problems = verify_index(settings)
            with open_archive(settings) as archive:
                texts = {a.path: archive.article(a.path).text for a in archive.articles()}
                hits = {s: [h.passage.text for h in archive.search(q, 3)] for s, q in QUERIES.items()}
            return {"problems": problems, "texts": texts, "hits": hits}
        except KutipError as error:
            return error.english

    def trial(self, steps: int | None, seconds: float | None) -> dict[str, Any]:
        """Run the operation until it dies, then say what is found, and what after doing it again."""
        self.begin()
        (self.home / "done").unlink(missing_ok=True)
        code = self.forked(lambda: dying(self.run, steps), seconds)
        acknowledged = (self.home / "done").exists()
        found = self.answer(self.house)
        state = next(
            (name for name, known in zip(("old", "new"), self.answers, strict=True) if known == found), found
        )
        again = self.forked(self.run)
        after = self.answer(self.house)
        generations = len(list((self.house.index / "generations").iterdir()))
        good = state == "new" if acknowledged else state in ("old", "new")
        good = good and again == 0 and after == self.answers[1] and generations <= 2
        return {
            "died": code != 0, "acknowledged": acknowledged, "state": state, "good": good,
            "generations": generations, "steps": steps, "seconds": seconds,
        }  # fmt: skip


def dying(work: Callable[[], object], last: int | None, count: Path | None = None) -> int:
    """Do the work, ending this process at step ``last``; ``count`` takes how many there were."""
    taken = 0

    def step() -> None:
        nonlocal taken
        taken += 1
        if taken == last:
            os._exit(9)

    def heard(event: str, given: tuple[Any, ...]) -> None:
        if event in _STEPS or (event == "open" and isinstance(given[2], int) and given[2] & _WRITES):
            step()

    real = os.fsync

    def fsync(handle: int) -> None:
        step()
        real(handle)
        step()

    if last is not None:
        sys.addaudithook(heard)
        os.fsync = fsync
    work()
    if count:
        count.write_text(str(taken))
    return 0


def trials(
    home: Path, operation: str, exits: int, kills: int, kept: Path | None = None, seconds: float = math.inf
) -> Iterator[dict[str, Any]]:
    """Yield the trials of an operation, those kept first; the others are run in one process that forks."""
    command = [sys.executable, "-m", "tests.crashes", str(home), operation, str(exits), str(kills)]
    if kept is not None:
        yield from kept_trials(kept)
        command += [str(kept), str(seconds)]
    ran = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert ran.stdout is not None
    with closing(ran.stdout):
        yield from map(json.loads, ran.stdout)
    if ran.wait():
        raise RuntimeError(f"{' '.join(command)} ended with {ran.returncode}")


def kept_trials(kept: Path) -> list[dict[str, Any]]:
    """Return the trials in a file, which begins anew where another code made them.

    What such a file proves is about the code that ran.
    """
    lines = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
    if not lines or json.loads(lines[0]) != {"code": code_version()}:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps({"code": code_version()}) + "\n", encoding="utf-8")
        return []
    return [json.loads(line) for line in lines[1:] if line.endswith("}")]  # the last may be cut off


def code_version() -> str:
    """Return a hash of the rooms that write, switch and open an index."""
    code = "\0".join((ROOT / "rag" / f"{room}.py").read_text(encoding="utf-8") for room in _WRITING)
    return hashlib.sha256(code.encode()).hexdigest()[:16]


def spread(steps: int, many: int) -> list[int]:
    """Return so many of the steps 1 to ``steps``, the first and last among them, or all of fewer."""
    if many >= steps:
        return list(range(1, steps + 1))
    return [1 + round(n * (steps - 1) / max(many - 1, 1)) for n in range(many)]


def main(home: Path, operation: str, exits: int, kills: int, kept: Path | None, seconds: float) -> None:
    """Run the trials that the module's docstring names."""
    until = time.monotonic() + seconds
    done = {trial["name"] for trial in kept_trials(kept)} if kept else set[str]()
    # Once, not in every fork; so far they have started no thread.
    import chromadb.api.rust  # noqa: F401
    import tantivy  # noqa: F401

    import rag.archive
    import rag.index
    import rag.restore  # noqa: F401

    home.mkdir(parents=True, exist_ok=True)
    bench = Bench(home, OPERATIONS[operation])
    bench.begin()
    began = time.monotonic()
    if bench.forked(lambda: dying(bench.run, 0, home / "steps")) != 0:
        raise RuntimeError("the operation fails where nothing is harmed")
    whole, steps = time.monotonic() - began, int((home / "steps").read_text())
    chance = random.Random(operation)
    wanted = [(f"step {n}", n, None, steps) for n in spread(steps, exits)]
    wanted += [(f"kill {n}", None, chance.uniform(0, 1.1), whole) for n in range(kills)]
    with contextlib.ExitStack() as opened:
        file = opened.enter_context(kept.open("a", encoding="utf-8")) if kept else None
        for name, step, share, of in wanted:
            if name in done:
                continue
            if time.monotonic() > until:
                break
            moment = None if share is None else share * whole
            line = json.dumps({"name": name} | bench.trial(step, moment) | {"of": of})
            print(line, flush=True)
            if file:
                print(line, file=file, flush=True)


if __name__ == "__main__":
    kept_in, most = sys.argv[5:7] or ("", "inf")
    main(
        Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]),
        Path(kept_in) if kept_in else None, float(most),
    )  # fmt: skip
