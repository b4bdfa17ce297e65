"""Temporary copies of folders that a library changes by merely opening them."""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from pathlib import Path

from rag.errors import StorageFull
from rag.storage import is_full

_PREFIX = "kutip-copy"


class PrivateCopy:
    """A copy of a folder that only this process opens.

    It goes with ``close``, and at the latest when the process ends; what killed processes left
    behind goes when the next copy is made.
    """

    def __init__(self, folder: Path) -> None:
        """Copy ``folder`` with all that is in it. Raises OSError, StorageFull."""
        _sweep()
        home = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}-{os.getpid()}-"))
        self._remove = weakref.finalize(self, shutil.rmtree, home, ignore_errors=True)
        self.path = home / folder.name
        try:
            shutil.copytree(folder, self.path)
            for path in (self.path, *self.path.rglob("*")):  # a read-only index has read-only files
                path.chmod(0o700 if path.is_dir() else 0o600)
        except OSError as error:  # copytree gathers the errors of its files
            full = is_full(home.parent)
            self.close()
            if full:
                raise _no_room(home.parent) from error
            raise

    def close(self) -> None:
        """Remove the copy; closing twice does nothing."""
        self._remove()


def _no_room(folder: Path) -> StorageFull:
    return StorageFull(
        f"{folder} has no room for a temporary copy of the vectors; free some or set TMPDIR to another one",
        f"{folder} tidak cukup untuk salinan sementara vektor; kosongkan, atau isi TMPDIR dengan folder lain",
    )


def _sweep() -> None:
    """Remove the copies of processes that are no more."""
    for copy in Path(tempfile.gettempdir()).glob(f"{_PREFIX}-*"):
        if not _is_alive(copy.name.split("-")[2]):
            shutil.rmtree(copy, ignore_errors=True)


def _is_alive(pid: str) -> bool:
    """Say whether a process runs; where in doubt, it does."""
    if not pid.isdecimal():
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        pass
    return True
