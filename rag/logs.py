"""Log lines: one event, one line, whatever is in it.

File names and exceptions may hold line breaks and terminal codes; written as they are, they would
forge other lines or steer the operator's terminal.
"""

from __future__ import annotations

import logging
import sys
import traceback
import unicodedata
from typing import Any


def one_line(text: str) -> str:
    """Return ``text`` with everything that ends or steers a line written as its escape."""
    return "".join(
        _escaped(c) if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in text
    )


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


class OneLine(logging.Formatter):
    """Writes time, level, logger and message; of an exception its frames, then its last line."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line."""
        return one_line(super().format(record))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        """Return an exception with its frames, innermost last, between bars."""
        _, error, trace = ei
        frames = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
        said = "".join(traceback.format_exception_only(error)).strip()
        return " | ".join([*frames, said])


def set_up_logs() -> None:
    """Send warnings and errors of every library to stderr, one line each: Python's own warnings too."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(OneLine())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.captureWarnings(True)
