"""The archive that follows the pointer: always the newest generation that opens.

A server moves to a new generation without a restart, and nobody's query is cut off.
"""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from rag.archive import Archive
from rag.embedding import Encoder, load_encoder
from rag.errors import IndexDamaged, IndexMismatch, KutipError
from rag.generations import current_generation, open_current
from rag.memory import give_back
from rag.settings import Settings

_LOG = logging.getLogger(__name__)
# What may pass, a full disk or a Chroma server that starts again, is tried again after so many seconds.
_PAUSE = 10.0


class _Lent:
    """An open archive with the number of its users; ``retired`` ones close with the last."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.users = 0
        self.retired = False


class LiveArchive:
    """Always the newest generation that opens: a new one is opened at the first use after the switch.

    While it is being opened, and where it cannot be, the one before goes on being lent; it is closed
    when its last user is done with it. A generation that is damaged or of other settings is tried once,
    one that did not open for another reason again a little later. The encoder is loaded once.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._opening = threading.Lock()
        self._encoder: Encoder | None = None
        self._open: _Lent | None = None
        self._failed: str | None = None
        self._again = 0.0  # on the monotonic clock: when the one that failed may be tried again

    @contextmanager
    def current(self) -> Iterator[Archive]:
        """Lend the newest generation for the length of a block.

        Raises what open_archive raises, where there is no older one to lend.
        """
        lent = self._borrow()
        try:
            yield lent.archive
        finally:
            with self._lock:
                lent.users -= 1
                finished = lent.retired and not lent.users
            if finished:
                _end(lent.archive)

    def close(self) -> None:
        """Close what is open; a later use opens it again."""
        self._replace(None)

    def _borrow(self) -> _Lent:
        while True:
            self._follow()
            with self._lock:
                if self._open is not None:
                    self._open.users += 1
                    return self._open

    def _follow(self) -> None:
        """Open the generation that the pointer names, unless it is open, or failed just now or for good."""
        lent = self._open
        try:
            wanted = current_generation(self._settings.index)
        except KutipError:
            if lent is None:
                raise
            return
        if lent is not None and wanted == lent.archive.state.generation:
            return
        if lent is not None and wanted == self._failed and monotonic() < self._again:
            return
        if not self._opening.acquire(blocking=lent is None):
            return  # somebody else is opening it
        try:
            if self._open is not None and self._open.archive.state.generation == wanted:
                return
            self._replace(self._fresh())
        except KutipError as error:
            if self._open is None:
                raise
            lasting = isinstance(error, (IndexDamaged, IndexMismatch))
            self._failed, self._again = wanted, math.inf if lasting else monotonic() + _PAUSE
            _LOG.warning("generation %s cannot be opened, the one before stays: %s", wanted, error.english)
        finally:
            self._opening.release()

    def _fresh(self) -> _Lent:
        if self._encoder is None:
            self._encoder = load_encoder(self._settings.model)
        encoder = self._encoder
        return _Lent(open_current(self._settings.index, lambda g: Archive(self._settings, g, encoder)))

    def _replace(self, fresh: _Lent | None) -> None:
        with self._lock:
            old, self._open = self._open, fresh
            if old is not None:
                old.retired = True
        if old is not None and not old.users:
            _end(old.archive)


def _end(archive: Archive) -> None:
    archive.close()
    give_back()  # a generation's vectors and words are most of what a server holds
