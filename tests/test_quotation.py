"""Reading a quotation as it was typed or pasted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.quotation import Quotation, readings


def first(typed: str) -> Quotation:
    return readings(typed)[0]


PASTED = [
    '"Kami tidak akan pergi," kata Sari Wulandari.',
    "“Kami tidak akan pergi,” ujarnya, Senin (3/7).",
    "”Kami tidak akan pergi,” tutur Sari",
    '"Kami tidak akan pergi,"',
    'Kami tidak akan pergi," imbuh Sari',
    'Sari mengatakan, "Kami tidak akan pergi"',
    'Sari: "Kami tidak akan pergi"',
    'Kepada saya, Sari mengatakan "Kami tidak akan pergi"',
    'Pernyataan Sari yang berbunyi: "Kami tidak akan pergi"',
    'Menurut Sari, "Kami tidak akan pergi"',
    '"Kami tidak akan pergi" (viral)',
    'Kami tidak akan pergi," katanya',
    '"Kami tidak akan pergi," he said in Balambang.',
    '"Kami tidak akan pergi," the minister told reporters on Tuesday.',
    '"Kami tidak akan pergi," the head of the association said.',
    'VIRAL!! "Kami tidak akan pergi" kata Sari',
    '#breaking "Kami tidak akan pergi"',
    "KAMI TIDAK AKAN PERGI!!! 😡😡 #TolakPindah #kami",
    '"Kami tidak akan pergi"\n-Sari Wulandari, Kepala Dinas',
    "> Kami tidak akan pergi",
    "&ldquo;Kami tidak&nbsp;akan pergi&rdquo;",
    "«Kami tidak\u200b akan\u00a0pergi»",
    "KAMI TIDAK AKAN PERGI",
    "Kami <b>tidak</b> akan pergi",
    "Kami tidak ~~pernah~~ akan <!-- ikut --> pergi",
    "Kami tidak <del>pernah</del> akan <s>ikut</s> pergi",
    "... kami tidak akan pergi ...",
    "[...] kami tidak akan pergi",
    "Kami [warga] tidak akan pergi",
    '"Kami tidak," kata Sari, "akan pergi"',
]


@pytest.mark.parametrize("typed", PASTED)
def test_only_the_spoken_words_count(typed: str) -> None:
    assert first(typed).norms == ["kami", "tidak", "akan", "pergi"]


WHOLE = [
    'Kami menolak "makan siang gratis" itu sekarang juga',
    'Yang disebut "mafia" itu tidak ada di kantor kami',
    "Kami menolak usul itu",
    'Saya tidak pernah bilang "harga akan turun tahun ini".',
    'Saya tidak pernah mengatakan, "harga akan turun tahun ini."',
    'Tidak ada yang mengatakan "rakyat harus mengalah" di sini',
    'Kita harus berani bilang "kami tidak akan mundur"',
    'Mereka yang menyebut "pasar ini akan mati" keliru besar',
    'Siapa bilang "pasar ini akan mati"',
    'I never said "prices will fall this year"',
    'Mereka dianggap bertanggung jawab atas "kekerasan, represi, dan kecurangan dalam pemilu".',
    'Tadi ia bicara soal "kekerasan oleh aparat negara"',
    '"Harga akan turun tahun ini" itu bohong',
    '"Prices will fall this year" is a lie',
]


@pytest.mark.parametrize("typed", WHOLE)
def test_marks_inside_of_the_words_take_nothing_away(typed: str) -> None:
    assert [r.text for r in readings(typed)] == [typed]


def test_the_whole_is_always_the_last_reading() -> None:
    typed = '"Kami pergi," kata Sari'
    assert readings(typed)[-1].norms == ["kami", "pergi", "kata", "sari"]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("Kami tidak … pergi", {2}),
        ("Kami tidak... pergi", {2}),
        ("Kami tidak [...] pergi", {2}),
        ("Kami tidak (…) pergi", {2}),
        ("Kami tidak . . . pergi", {2}),
        ("Kami … tidak … pergi", {1, 2}),
        ("… kami tidak pergi …", set()),
        ("Kami tidak. Pergi", set()),
    ],
)
def test_ellipses_stand_before_a_word(typed: str, places: set[int]) -> None:
    assert first(typed).ellipses == places


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("Kami pergi.", True),
        ("“Kami pergi!”", True),
        ("12 orang pergi.", True),
        ("KAMI PERGI?", True),
        ("Kami pergi", False),
        ("kami pergi.", False),
        ("Kami pergi,", False),
        ("... Kami pergi.", False),
        ("Kami pergi...", False),
    ],
)
def test_a_whole_sentence_has_a_capital_and_a_final_mark(typed: str, whole: bool) -> None:
    assert first(typed).whole == (whole, whole)


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("Kami pergi. Mereka tinggal", (True, False)),
        ("kami pergi. Mereka tinggal.", (False, True)),
        ("Kami pergi. “Mereka” tinggal.”", (True, True)),
        ("Kami pergi … Mereka tinggal.", (False, False)),
        ("... pergi. Mereka tinggal!", (False, True)),
    ],
)
def test_first_and_last_sentence_are_whole_each_for_itself(typed: str, whole: tuple[bool, bool]) -> None:
    assert first(typed).whole == whole


def test_the_users_own_insertion_is_left_out_and_said() -> None:
    assert first("Kami [warga desa] pergi").inserted
    assert not first("Kami pergi").inserted


@pytest.mark.parametrize("typed", ["", "...", '""', "[sic]", "—", "\u200f"])
def test_without_a_word_there_is_no_reading(typed: str) -> None:
    assert readings(typed) == []


@given(st.text(alphabet=st.sampled_from("ab 1.…\"“”'[](),:-> kata\n<&;\u200f")))
def test_any_text_is_read(typed: str) -> None:
    for reading in readings(typed):
        size = len(reading.tokens)
        assert size > 0
        assert all(0 < i < size for i in reading.ellipses)
        assert all(0 <= i < size for i in reading.sentences)
        assert all(reading.text[t.start : t.end] for t in reading.tokens)
