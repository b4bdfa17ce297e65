"""Who does something, and to whom it is done."""

from __future__ import annotations

import pytest

from tests.passage import short_answer_in


@pytest.mark.parametrize(
    ("question", "sentence", "answer"),
    [
        (
            "Siapa yang diusir wasit?",
            "Wasit Hari Sudoyo mengusir Rendra Soka pada menit ke-70.",
            "Rendra Soka",
        ),
        ("Siapa yang mengusir Rendra Soka?", "Hakim Hari Sudoyo mengusir Rendra Soka.", "Hari Sudoyo"),
        ("Siapa yang melatih tim itu?", "Tim itu dilatih Roberto Pimenta sejak Mei.", "Roberto Pimenta"),
        ("Siapa yang ditahan polisi?", "Budi Hartono ditahan polisi bersama sopirnya.", "Budi Hartono"),
    ],
)
def test_the_asked_side_of_a_verb(question: str, sentence: str, answer: str) -> None:
    span, _ = short_answer_in(sentence, question)
    assert span is not None
    assert span.text == answer


def test_the_other_side_fits_less() -> None:
    sentence = "Wasit Hari Sudoyo mengusir seorang pemain."
    _, does = short_answer_in(sentence, "Siapa yang mengusir pemain?")
    _, suffers = short_answer_in(sentence, "Siapa yang diusir?")
    assert suffers < does / 2


def test_who_only_tells_of_it_did_not_do_it() -> None:
    sentence = "Manajer humas, Reinaldo Putra, menyatakan perusahaannya mengantongi izin tambang."
    _, signed = short_answer_in(sentence, "Izin tambang itu diteken siapa?")
    _, told = short_answer_in(sentence, "Kata siapa perusahaan mengantongi izin tambang?")
    assert signed < told


def test_a_body_does_what_it_says() -> None:
    span, fit = short_answer_in(
        "Yayasan Wering menyatakan meminjamkan jembatan.", "Jembatan itu pinjaman dari siapa?"
    )
    assert span is not None
    assert span.text == "Yayasan Wering"
    assert fit > 0.4
