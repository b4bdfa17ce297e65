"""One writer at a time for an index folder.

The lock is the system's, on ``.writing``, and ends with its process however that ends; ``lock``
beside it only says who is writing, for the one who has to wait.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from rag.errors import IndexLocked, UsageError

_LOCK_SECONDS = 0.5


@contextlib.contextmanager
def writing(index: Path) -> Iterator[None]:
    """Hold the writer's lock of an index folder, made where it is missing.

    The system frees the lock when its process ends, however it ends. Raises IndexLocked
    within a second, naming the holder.
    """
    import filelock

    try:
        index.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UsageError(
            f"{index} is a file; give a folder for the index",
            f"{index} adalah berkas; berikan folder untuk indeks",
        ) from None
    lock = filelock.FileLock(index / ".writing", timeout=_LOCK_SECONDS, is_singleton=False)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise _locked(index) from None
    try:
        holder = {
            "pid": os.getpid(),
            "host": platform.node(),
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        (index / "lock").write_text(json.dumps(holder) + "\n", encoding="utf-8")
        yield
    finally:
        with contextlib.suppress(OSError):
            (index / "lock").unlink(missing_ok=True)
        lock.release()


def _locked(index: Path) -> IndexLocked:
    try:
        holder = json.loads((index / "lock").read_text(encoding="utf-8"))
        who = f"process {holder['pid']} on {holder['host']} since {holder['since']}"
        siapa = f"proses {holder['pid']} di {holder['host']} sejak {holder['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        who, siapa = "another process", "proses lain"
    return IndexLocked(
        f"{index} is being written by {who}; wait until it is done",
        f"{index} sedang ditulis oleh {siapa}; tunggu sampai selesai",
    )
