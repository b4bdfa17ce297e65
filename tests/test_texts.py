"""What the app says: complete in both languages, chosen by the browser, dates and numbers as read."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.leash import REASONS
from rag.ui.texts import (
    _TABLE,
    choose_language,
    counted,
    date_text,
    duration_text,
    number_text,
    sentence,
    tables,
    texts,
)

ROOT = Path(__file__).resolve().parent.parent
ID, EN = texts("id"), texts("en")


def _fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_string_has_both_languages_with_the_same_fields() -> None:
    assert set(tables()) == {"id", "en"}
    for key, (indonesian, english) in _TABLE.items():
        assert indonesian.strip(), key
        assert english.strip(), key
        assert _fields(indonesian) == _fields(english), key


def test_every_string_is_used() -> None:
    tables_of_texts = ("texts.py", "quote_texts.py")
    files = [f for f in (ROOT / "rag").rglob("*.py") if f.name not in tables_of_texts]
    code = "".join(f.read_text(encoding="utf-8") for f in files)
    own = (ROOT / "rag" / "ui" / "texts.py").read_text(encoding="utf-8")
    for key in _TABLE:
        stem = re.sub(r"_(one|many)$", "", key)
        used = f'"{key}"' in code or f'"{stem}"' in code or f't["{key}"]' in own
        assert used or key.startswith(("stage_", "why_")), key


def test_every_reason_of_the_leash_has_words() -> None:
    assert {f"why_{reason}" for reason in REASONS} == {key for key in _TABLE if key.startswith("why_")}


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "id"),
        ("", "id"),
        ("id-ID,id;q=0.9,en;q=0.8", "id"),
        ("en-GB,en;q=0.9,id;q=0.8", "en"),
        ("en", "en"),
        ("fr-FR,fr;q=0.9,en;q=0.8", "en"),
        ("fr,de", "id"),
        ("id;q=0.5,en;q=0.7", "en"),
        ("en;q=0,id;q=0", "id"),
        ("in-ID", "id"),
        ("*", "id"),
        ("en;q=x", "id"),
        ("enx-, ;;;,", "id"),
        ("EN-us", "en"),
    ],
)
def test_the_browser_chooses_the_language(header: str | None, language: str) -> None:
    assert choose_language(header) == language


def test_what_the_reader_chose_comes_first() -> None:
    assert choose_language("en", "id") == "id"
    assert choose_language("id", "en") == "en"
    assert choose_language("en", "xx") == "en"


@given(st.text(max_size=600))
def test_any_header_gives_a_language(header: str) -> None:
    assert choose_language(header) in ("id", "en")


@pytest.mark.parametrize(
    ("iso", "indonesian", "english"),
    [
        ("2026-11-12", "12 Nov 2026", "12 Nov 2026"),
        ("2023-05-01", "1 Mei 2023", "1 May 2023"),
        ("2023-08-09", "9 Agu 2023", "9 Aug 2023"),
        (None, None, None),
        ("", None, None),
        ("kemarin", "kemarin", "kemarin"),
    ],
)
def test_dates_read_in_the_language(iso: str | None, indonesian: str | None, english: str | None) -> None:
    assert date_text(iso, ID) == indonesian
    assert date_text(iso, EN) == english


def test_numbers_and_counts() -> None:
    assert number_text(12345, ID) == "12.345"
    assert number_text(12345, EN) == "12,345"
    assert counted("articles", 1, EN) == "1 article"
    assert counted("articles", 8, EN) == "8 articles"
    assert counted("articles", 1500, ID) == "1.500 artikel"


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0.0, "0,1 detik"), (4.26, "4,3 detik"), (42.4, "42 detik"), (150, "2 menit")]
)
def test_durations(seconds: float, shown: str) -> None:
    assert duration_text(seconds, ID) == shown


def test_an_error_begins_with_a_capital_but_for_names() -> None:
    assert sentence("pertanyaan berisi 1.200 karakter") == "Pertanyaan berisi 1.200 karakter."
    for named in ("foto.jpg jenisnya tidak didukung.", "index/ was built.", "-k berisi 0.", ""):
        assert sentence(named.rstrip(".")) == sentence(named) == named
