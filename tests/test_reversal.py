"""The same words, and who does it turned round."""

from __future__ import annotations

import pytest

from rag.reversal import speaks_for_another, turns_round
from rag.wording import tokens


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("Impor tumbuh lebih cepat daripada ekspor", "ekspor tumbuh lebih cepat daripada impor"),
        ("Hakim memberikan uang kepada terdakwa", "terdakwa memberikan uang kepada hakim"),
        ("Juru mesin selamat, sedangkan nakhoda hilang", "nakhoda selamat, sedangkan juru mesin hilang"),
        ("karbon ada di batang pohon, bukan di sedimen", "karbon ada di sedimen, bukan di batang pohon"),
        ("gelombang datang sebelum gempa terjadi", "gempa terjadi sebelum gelombang datang"),
        ("12 tewas dan 5 hilang", "5 tewas dan 12 hilang"),
        ("The police hit the residents first", "Warga memukul polisi lebih dulu"),
        ("Polisi dipukul warga", "Warga dipukul polisi"),
        ("Villagers were blocked by the police", "The police were blocked by villagers"),
    ],
)
def test_turned_round(asked: str, there: str) -> None:
    assert turns_round(tokens(asked), tokens(there))


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("Uang diberikan kepada hakim oleh terdakwa", "terdakwa memberikan uang kepada hakim"),
        ("Polisi dipukul warga", "Warga memukul polisi"),
        ("The police were hit by residents", "Warga memukul polisi"),
        ("Di Solo polisi menangkap Andi", "Polisi menangkap Andi di Solo"),
        ("Karena ekspor naik, ekonomi tumbuh 5 persen", "ekonomi tumbuh 5 persen karena ekspor naik"),
        ("Harga cabai dan beras naik", "harga beras dan cabai naik"),
        ("Bupati bertemu camat", "camat bertemu bupati"),
        (
            "It was residents who hit the police, not the police who hit residents",
            "Warga yang memukul polisi, bukan polisi yang memukul warga",
        ),
        ("Warga mengungsi setelah banjir datang", "Setelah banjir datang, warga mengungsi"),
        ("The access road was blocked by villagers for days", "Villagers blocked the access road for days"),
        ("Jalan desa ditutup warga Karangjati", "Warga Karangjati menutup jalan desa"),
    ],
)
def test_not_turned_round(asked: str, there: str) -> None:
    assert not turns_round(tokens(asked), tokens(there))


@pytest.mark.parametrize(
    ("asked", "there", "expected"),
    [
        ("I gave him my life jacket", "He gave me his life jacket", True),
        ("Dia memukul saya", "Saya memukul dia", True),
        ("I gave him my life jacket", "I gave my life jacket to him", False),
        ("Saya datang, dia datang", "Dia datang", False),
    ],
)
def test_who_is_told_of(asked: str, there: str, expected: bool) -> None:
    assert speaks_for_another(tokens(asked), tokens(there)) is expected
