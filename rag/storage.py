"""Telling a full or write-protected disk from every other failure."""

from __future__ import annotations

import contextlib
import errno
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from rag.errors import KutipError, StorageFull

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EFBIG}
# What SQLite, Chroma and Tantivy say, each in its own kind of error, when the disk will not take more.
_NO_ROOM_SAID = re.compile(
    r"no space left|disk is full|disk full|disk quota|read-?only (?:file|database)|readonly database"
    r"|permission denied|unable to open database file"
    # What SQLite makes of a quota or a limit on files' sizes, or of a disk that fails.
    r"|disk i/o error|file too large",
    re.IGNORECASE,
)
# A disk with less than this left is full, and any failure of the stores is laid to it.
_LEAST_BYTES = 1 << 20
_STORES = {"sqlite3", "chromadb"}


@contextlib.contextmanager
def storage_errors(index: Path) -> Iterator[None]:
    """Turn a failure because the disk is full or not writable into StorageFull."""
    try:
        yield
    except KutipError:
        raise
    except Exception as error:
        if not _is_no_room(index, error):
            raise
        raise StorageFull(
            f"{index} cannot be written ({error}); free some space or allow writing."
            " The index in use is unchanged",
            f"{index} tidak dapat ditulis ({error}); kosongkan ruang atau izinkan penulisan."
            " Indeks yang dipakai tidak berubah",
        ) from error


def is_full(folder: Path) -> bool:
    """Say whether the disk of a folder has next to nothing left."""
    return shutil.disk_usage(folder).free < _LEAST_BYTES


def _is_no_room(index: Path, error: BaseException | None) -> bool:
    if error is None:
        return False
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        return True
    if not isinstance(error, OSError) and _NO_ROOM_SAID.search(str(error)):
        return True
    if type(error).__module__.partition(".")[0] in _STORES and is_full(index):
        return True
    return _is_no_room(index, error.__cause__ or error.__context__)
