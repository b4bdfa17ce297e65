"""Verbs as they are spoken, read as they are written."""

from __future__ import annotations

import pytest

from rag.question import analyse
from rag.spoken import written
from rag.words import stem


@pytest.mark.parametrize(
    ("spoken", "root"),
    [
        ("nanggung", "tanggung"),
        ("nolak", "tolak"),
        ("ngeganti", "ganti"),
        ("ngilangin", "hilang"),
        ("ngritik", "kritik"),
        ("nyalahin", "salah"),
        ("dibenerin", "benar"),
        ("nyita", "sita"),
        ("malem", "malam"),
        ("jatoh", "jatuh"),
    ],
)
def test_a_spoken_verb_has_the_root_of_the_written_one(spoken: str, root: str) -> None:
    assert stem(written(spoken)) == root


@pytest.mark.parametrize(
    "word",
    [
        *("negara", "nasional", "pemimpin", "dingin", "nelayan", "persen", "latin", "makan", "teten"),
        *("semen", "kantor", "motor", "mengantongi", "borong", "bopong"),
    ],
)
def test_a_written_word_stays(word: str) -> None:
    assert written(word) == word


def test_a_question_is_searched_in_written_words_but_for_its_names() -> None:
    assert analyse("siapa yg nanggung biayanya?").search_text == "siapa yang menanggung biayanya"
    assert "nolak" in analyse("Kapan PT Nolak berdiri?").search_text
