"""Rebuild the index in a process of its own, and tell how far it is.

The child is ``python -m rag.ui.rebuild``; it prints one JSON object a line. It runs at a lower
priority than the server, so that questions go on being answered.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

from rag.documents import IndexReport, Progress, Refusal
from rag.errors import IndexDamaged, IndexMismatch, KutipError
from rag.settings import HOME, Settings


@dataclass(frozen=True, slots=True)
class RebuildStatus:
    """Where the latest rebuild stands; all ``None`` and not running before the first."""

    running: bool = False
    progress: Progress | None = None
    report: IndexReport | None = None
    error: KutipError | None = None


class Rebuild:
    """At most one rebuild of this server at a time. Thread-safe.

    ``finished`` is called after a build that made a new generation.
    """

    def __init__(self, settings: Settings, finished: Callable[[], None]) -> None:
        self._settings = settings
        self._finished = finished
        self._lock = threading.Lock()
        self._status = RebuildStatus()

    @property
    def status(self) -> RebuildStatus:
        """Return the present status."""
        return self._status

    def start(self) -> bool:
        """Start a rebuild; return False where one is running already."""
        with self._lock:
            if self._status.running:
                return False
            self._status = RebuildStatus(running=True)
        threading.Thread(target=self._run, name="rebuild", daemon=True).start()
        return True

    def _run(self) -> None:
        try:
            self._follow()
            if self._status.report is not None:
                self._finished()
        except Exception as error:
            self._status = replace(self._status, error=self._status.error or unexpected(repr(error)))
        finally:
            self._status = replace(self._status, running=False)

    def _follow(self) -> None:
        with subprocess.Popen(
            [sys.executable, "-m", "rag.ui.rebuild"],
            cwd=HOME,
            env=_environment(self._settings),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        ) as child:
            assert child.stdout is not None
            for line in child.stdout:
                self._note(line)
        if self._status.report is None and self._status.error is None:
            self._status = replace(self._status, error=unexpected(child.returncode))

    def _note(self, line: str) -> None:
        try:
            message = json.loads(line)
        except ValueError:
            return  # something in the child printed a line of its own
        if not isinstance(message, dict):
            return
        if "progress" in message:
            self._status = replace(self._status, progress=Progress(**message["progress"]))
        elif "report" in message:
            fields: dict[str, Any] = message["report"]
            refused = tuple(Refusal(**r) for r in fields.pop("refused"))
            warnings = tuple(fields.pop("warnings"))
            report = IndexReport(**fields, refused=refused, warnings=warnings)
            self._status = replace(self._status, report=report)
        elif "error" in message:
            self._status = replace(self._status, error=KutipError(*message["error"]))


def unexpected(code: object) -> KutipError:
    """Return the error for a child that ended without a report."""
    from rag.ui.texts import texts

    english, indonesian = (texts(language)["rebuild_died"].format(code=code) for language in ("en", "id"))
    return KutipError(english, indonesian)


def _environment(settings: Settings) -> dict[str, str]:
    """Return this environment with ``settings`` in it, so that the child reads the same."""
    changed = {
        "RAG_CORPUS": str(settings.corpus.absolute()),
        "RAG_INDEX": str(settings.index.absolute()),
        "RAG_MODEL": settings.model,
        "RAG_CHROMA": settings.chroma or "",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONUNBUFFERED": "1",
    }
    return {**os.environ, **changed}


def main() -> int:
    """Build the index of the settings in the environment, printing JSON lines."""
    from rag.index import build_index

    if hasattr(os, "nice"):
        os.nice(5)

    def say(**message: object) -> None:
        print(json.dumps(message, ensure_ascii=False), flush=True)

    settings = Settings.from_environment()

    def build(full: bool) -> IndexReport:
        return build_index(settings, full=full, progress=lambda progress: say(progress=asdict(progress)))

    try:
        try:
            report = build(full=False)
        except (IndexMismatch, IndexDamaged):
            # Nothing of the old index can be kept; the reader asked for one that works.
            report = build(full=True)
    except KutipError as error:
        say(error=[error.english, error.indonesian])
        return 1
    say(report=asdict(report))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
