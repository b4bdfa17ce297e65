"""What reading warns of, in Indonesian: every kind of warning that the readers give has its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.clean import clean
from rag.decoding import decode
from rag.frontmatter import read_yaml, split_front_matter
from rag.ui.cautions import _PATTERNS, caution
from rag.ui.texts import texts

ID, EN = texts("id"), texts("en")
TEXTS = [
    "CafÃ© itu", "Kata\u00c2 dia", "a\u202eb", "a\u200bb", "Pаsar", "a\x07b", "a\ufffdb", "a\ud800b",
]  # fmt: skip
BYTES = [
    "Café itu ramai".encode("cp1252"), "Pasar itu ramai sekali".encode("utf-16-le"),
    ("“Pasar itu ramai.” " * 40).encode() + b"\xff pasar",
]  # fmt: skip
FRONTS = [
    "title: [satu", "- satu\n- dua", "penulis: Sari", "via:\n  - a: b", "title:\n  - a", "date: kemarin",
    "url: surel",
]  # fmt: skip


def warnings() -> list[str]:
    found = [w for text in TEXTS for w in clean(text).warnings]
    found += [w for data in BYTES for w in decode(data, html=False)[1]]
    found += [w for front in FRONTS for w in read_yaml(front, "front matter")[1]]
    found += split_front_matter("---\ntitle: Pasar\n\nPasar itu ramai.")[2]
    page = b"<meta charset='iso-8859-2'><p>Caf\xe9 itu</p>"
    found += decode(page, html=True)[1]
    found += ["3 hidden words of the page left out", "1 of 2 pages hold no text, perhaps pictures"]
    return found


@pytest.mark.parametrize("warning", warnings())
def test_every_warning_is_told_in_indonesian(warning: str) -> None:
    line = f"folder/a b.md: {warning}"
    assert caution(line, ID) != line
    assert caution(line, ID).startswith("folder/a b.md: ")
    assert caution(line, EN) == line


def test_every_sentence_is_of_a_warning_that_is_given() -> None:
    given = warnings()
    assert [p.pattern for p, _ in _PATTERNS if not any(map(p.fullmatch, given))] == []


def test_what_a_warning_quotes_stays_as_it_is() -> None:
    line = "a.md: front matter: unknown key '{0} <b>' ignored; known are title, date"
    assert caution(line, ID) == "a.md: front matter: kunci '{0} <b>' tidak dikenal; yang dikenal title, date"


def test_another_line_stays_as_it_is() -> None:
    assert caution("a.md: something new", ID) == "a.md: something new"
    assert caution(str(Path("a.md")), ID) == "a.md"
