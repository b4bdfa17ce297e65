"""Questions that articles answer about themselves, and words that nobody said so."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from bench.asked_back import Asked, altered, hold, piece
from rag.documents import Answer

DATA = Path(__file__).resolve().parent / "data"


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("kami membuat 19 gol", "kami membuat 22 gol"),
        ("kami tidak menutup pasar", "kami menutup pasar"),
        ("kami akan menutup pasar", "kami tidak akan menutup pasar"),
        ("pasar itu milik kami", None),
    ],
)
def test_words_are_altered(words: str, other: str | None) -> None:
    assert altered(words) == other


def test_a_piece_stands_together() -> None:
    text = "Kami tidak akan menutup dua belas pasar itu tahun ini, kecuali pedagang meminta"
    assert piece(text, random.Random(1)) in text


def test_an_answer_to_what_nobody_said_is_wrong() -> None:
    answer = Answer("?", 'Sari Dewi — "Ya," kata Sari. [1]', abstained=False, language="id")
    assert Asked("who said it", "?", "Sari Dewi").fares(answer) == "right"
    assert Asked("altered words", "?", None).fares(answer) == "wrong"
    assert (
        Asked("altered words", "?", None).fares(Answer("?", "", abstained=True, language="id")) == "abstained"
    )


def test_an_archive_answers_for_its_own_words_alone(tmp_path: Path) -> None:
    fared: dict[str, Counter[str]] = {}
    for asked, _, how in hold([DATA / "sixtieth", DATA / "sixtythird"], tmp_path):
        fared.setdefault(asked.kind, Counter())[how] += 1
    assert fared["who holds an office"]["right"] >= 0.95 * fared["who holds an office"].total()
    assert fared["who said it"]["right"] >= 0.85 * fared["who said it"].total()
    assert fared["altered words"]["wrong"] <= 0.15 * fared["altered words"].total()
    assert fared["words of another archive"]["wrong"] <= 0.06 * fared["words of another archive"].total()
