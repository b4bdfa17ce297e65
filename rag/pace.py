"""How far a build is, told a few times a second."""

from __future__ import annotations

import time
from collections.abc import Callable

from rag.documents import Progress

_EVERY_SECONDS = 0.1


class Pace:
    """Tells a listener the progress of one stage after another, with rate and time left."""

    def __init__(self, listener: Callable[[Progress], None] | None) -> None:
        self._listener = listener
        self._stage = ""
        self._began = self._told = 0.0

    def show(self, stage: str, done: int, total: int, path: str = "") -> None:
        """Tell that ``done`` of ``total`` items of ``stage`` are done; the first and last always."""
        if self._listener is None:
            return
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._began, self._told = stage, now, 0.0
        if done < total and now - self._told < _EVERY_SECONDS:
            return
        self._told = now
        passed = now - self._began
        rate = done / passed if done and passed > 0 else None
        self._listener(Progress(stage, done, total, rate, (total - done) / rate if rate else None, path))
