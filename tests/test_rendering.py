"""English in Indonesian words, and what is left as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.rendering import in_indonesian


@pytest.mark.parametrize(
    ("english", "holds"),
    [
        ("The teachers went on strike because of their wages.", {"guru", "mogok"}),
        ("Drilling is scheduled for January 2026.", {"januari", "2026"}),
        ("Let the village people speak first.", {"desa", "orang"}),
        ("The price fell.", {"harga"}),
        ("The budget was cut, said Regent Fransiska Lawing.", {"anggaran", "fransiska", "lawing"}),
    ],
)
def test_english_becomes_indonesian_words(english: str, holds: set[str]) -> None:
    assert holds <= set(in_indonesian(english).split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Guru mogok karena upah.",
        "The Beatles tampil di Jakarta pada malam yang sama.",
        "Do Kwon ditahan polisi Montenegro",
        "Yance Wamafma",
    ],
)
def test_what_is_no_english_stays(text: str) -> None:
    assert in_indonesian(text) == text


def test_an_english_word_within_marks_makes_a_sentence_english() -> None:
    rendered = in_indonesian("The price fell. (The) price rose again.")
    assert "price" not in rendered.lower()


def test_only_the_sentences_in_english_are_rendered() -> None:
    mixed = in_indonesian("Kami sudah lelah. We are tired of the strike and of the waiting.")
    assert mixed.startswith("Kami sudah lelah. ")
    assert "mogok" in mixed


@given(st.integers(100, 10**9), st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_numbers_stay(number: int, text: str) -> None:
    assert str(number) in in_indonesian(f"The price of it was {number} and {text}")
