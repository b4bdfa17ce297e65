"""What ``bench/leash.py`` makes of a sentence: true retellings of it, and wrong ones."""

from __future__ import annotations

import pytest

from bench.leash import joined, shortened, twists

PASSAGE = (
    "Pada Selasa, Rina Lestari menanam 14 pohon di 3 desa. Budi Santosa menebang 25 pohon. Panen akan gagal "
    "jika hujan tidak turun."
)
PEOPLE = ["Rina Lestari", "Budi Santosa"]


def of(kind: str, text: str) -> list[str]:
    return [changed for found, changed in twists(text, PASSAGE, PEOPLE, []) if found == kind]


@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        ("person", ["Pada Selasa, Budi Santosa menanam 14 pohon di 3 desa."]),
        ("number", ["Pada Selasa, Rina Lestari menanam 25 pohon di 3 desa."]),
        ("numbers swapped", ["Pada Selasa, Rina Lestari menanam 3 pohon di 14 desa."]),
        ("weekday", ["Pada Sabtu, Rina Lestari menanam 14 pohon di 3 desa."]),
        ("negation left out", []),
        ("hedge left out", []),
    ],
)
def test_one_thing_is_changed(kind: str, changed: list[str]) -> None:
    assert of(kind, "Pada Selasa, Rina Lestari menanam 14 pohon di 3 desa.") == changed


def test_what_limits_a_sentence_is_left_out() -> None:
    text = "Panen akan gagal jika hujan tidak turun."
    assert of("hedge left out", text) == ["Panen gagal jika hujan tidak turun."]
    assert of("negation left out", text) == ["Panen akan gagal jika hujan turun."]
    assert of("condition left out", text) == ["Panen akan gagal."]


def test_a_weekday_of_another_language_is_another_day() -> None:
    assert of("weekday", "On Tuesday Rina Lestari planted trees.") == ["On Sabtu Rina Lestari planted trees."]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("TIRTAPURA - Rina (34) menanam 14 pohon di desa itu.", "Rina menanam 14 pohon di desa itu."),
        ("Rina menanam 14 pohon di desa, sedangkan Budi tidur.", "Rina menanam 14 pohon di desa."),
        ("Rina menanam 14 pohon di desa itu.", None),
        ('"Kami menanam 14 pohon (besar) di desa," kata Rina.', None),
    ],
)
def test_a_sentence_is_shortened(text: str, short: str | None) -> None:
    assert shortened(text) == short


def test_two_sentences_are_joined() -> None:
    both = "Rina menanam pohon, dan sebanyak 3 desa ikut."
    assert joined("Rina menanam pohon.", "Sebanyak 3 desa ikut.") == both
    assert joined("Rina menanam pohon.", "Ia pulang.") is None
    assert joined("Rina menanam pohon.", 'Kepala desa berkata, "Bagus."') is None
