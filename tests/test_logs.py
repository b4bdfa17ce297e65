"""The log: one event is one line, whatever is in it."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.logs import OneLine, one_line

pytestmark = pytest.mark.figure("S9")

ROOT = Path(__file__).resolve().parent.parent


def _logged(message: str, *values: object, exc_info: object = None) -> str:
    record = logging.LogRecord("rag", logging.ERROR, "f.py", 1, message, values, exc_info)  # type: ignore[arg-type]
    return OneLine().format(record)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a\nERROR palsu", "a\\nERROR palsu"),
        ("a\r\nb", "a\\r\\nb"),
        ("\x1b[31mmerah\x1b[0m", "\\x1b[31mmerah\\x1b[0m"),
        ("a\u2028b\x85c", "a\\u2028b\\x85c"),
        ("a\u202eb", "a\\u202eb"),
        ("\ud800", "\\ud800"),
        ("Kafé 😀 “kutipan”", "Kafé 😀 “kutipan”"),
    ],
)
def test_what_ends_or_steers_a_line_is_written_as_its_escape(value: str, shown: str) -> None:
    assert _logged("berkas %s", value).endswith(f"rag: berkas {shown}")


def test_an_exception_is_one_line_with_its_frames() -> None:
    try:
        raise ValueError("baris satu\nbaris dua \x1b[2J")
    except ValueError as error:
        line = _logged("%s failed", "/api/ask", exc_info=(ValueError, error, error.__traceback__))
    assert "\n" not in line
    assert "test_logs.py" in line
    assert "ValueError: baris satu\\nbaris dua \\x1b[2J" in line


@given(st.text())
def test_any_text_is_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line.encode("utf-8").decode("utf-8") == line


def test_a_warning_of_a_library_is_one_line_of_the_log() -> None:
    script = "import warnings; from rag.logs import set_up_logs; set_up_logs(); warnings.warn('dua\\nbaris')"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    (line,) = done.stderr.splitlines()
    assert re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d WARNING py.warnings: ", line)
    assert "dua\\nbaris" in line
