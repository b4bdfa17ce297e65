"""Words near in meaning: which speak for an answer, and which for a quotation's source too."""

from __future__ import annotations

import pytest

from rag.glossary import akin, akin_phrases, related
from rag.words import stem


@pytest.mark.parametrize(("word", "other"), [("memergoki", "mendapati"), ("nahas", "apes")])
def test_what_often_tells_of_the_same_speaks_for_an_answer_alone(word: str, other: str) -> None:
    assert stem(other) in related(stem(word))
    assert stem(other) not in akin(stem(word))


def test_what_is_near_in_meaning_speaks_for_an_answer_too() -> None:
    assert akin(stem("ambruk")).items() <= related(stem("ambruk")).items()
    assert akin(stem("ambruk"))


def test_a_phrase_is_akin_to_a_word() -> None:
    assert (stem("korban"), stem("jiwa")) in akin_phrases(stem("meninggal"))
    assert not akin_phrases(stem("korban"))
