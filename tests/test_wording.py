"""What counts as the same word of a quotation."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rag.wording import bigrams, is_plain, letters, norms, stands, tokens

ALIKE = [
    ("KAMI Tidak akan", "kami tidak akan"),
    ("dua belas pasar", "12 pasar"),
    ("Dua ratus tiga puluh lima ribu orang", "235.000 orang"),
    ("235 ribu orang", "235.000 orang"),
    ("2,5 miliar", "2.500.000.000"),
    ("seribu seratus sebelas", "1.111"),
    ("seratus dua puluh ribu", "120 ribu"),
    ("tiga juta dua ratus ribu", "3.200.000"),
    ("lima puluh persen", "50%"),
    ("50 %", "50 persen"),
    ("kedua", "ke-2"),
    ("anak-anak", "anak anak"),
    ("Jum'at", "Jumat"),
    ("don’t", "dont"),
    ("COVID-19", "Covid 19"),
    ("“Ya,” katanya.", "ya katanya"),
    ("café", "cafe"),
    ("milyar", "miliar"),
    ("twelve markets", "12 markets"),
    ("dua puluh. Lima orang", "20. 5 orang"),
    ("satu setengah juta", "1,5 juta"),
    ("1½ juta", "1.500.000"),
    ("setengah juta", "500 ribu"),
    ("½ kilo", "setengah kilo"),
    ("0,5 kilo", "setengah kilo"),
    ("tiga perempat jam", "¾ jam"),
    ("seperempat jam", "¼ jam"),
    ("dua koma lima persen", "2,5%"),
    ("nol koma tujuh lima", "0.75"),
    ("0.750", "0,75"),
    ("Rp1.5 juta", "Rp 1,5 juta"),
    ("Rp 10 rb", "Rp 10 ribu"),
    ("19:30", "19.30"),
    ("09.05", "9:05"),
    ("keempat belas", "ke-14"),
    ("ke dua puluh lima", "ke-25"),
    ("twenty-five thousand people", "25,000 people"),
    ("three hundred", "300"),
    ("dua puluh (lima di antaranya anak)", "20 (5 di antaranya anak)"),
    ("dua puluh\nlima orang", "25 orang"),
    ("hanya –7 derajat", "hanya -7 derajat"),
    ("peringkat BBB+", "peringkat BBB plus"),
    ("2019–2023", "2019-2023"),
    ("5. (6 orang)", "5, 6 orang"),
    ("minus lima derajat", "-5 derajat"),
    ("H-7 Lebaran", "H–7 Lebaran"),
    ("luasnya 5 km²", "luasnya 5 km2"),
    ("one hundred and five people", "105 people"),
    ("two thousand and twelve", "2012"),
    ("2.50 percent", "2,5 persen"),
    ("kadar CO₂", "kadar CO2"),
    ("rugi -Rp5 miliar", "rugi minus Rp5 miliar"),
    ("H-7", "h-7"),
]
APART = [
    ("12 pasar", "21 pasar"),
    ("2,5 miliar", "25 miliar"),
    ("1,5 persen", "1.500 persen"),
    ("19.30", "19.03"),
    ("dua tiga hari", "23 hari"),
    ("dua", "kedua"),
    ("seratus ribu", "seratus"),
    ("belas kasih", "12 kasih"),
    ("tidak", "tak"),
    ("-5 derajat", "5 derajat"),
    ("2/3 rumah", "2-3 rumah"),
    ("$5", "5"),
    ("< 40", "> 40"),
    ("dua puluh. Lima orang", "25 orang"),
    ("satu setengah juta", "1,05 juta"),
    ("dua, setengah juta", "2,5 juta"),
    ("dua setengah juta", "dua juta setengah"),
    ("dua koma lima", "25"),
    ("10,000 people", "10 people"),
    ("0.750", "750"),
    ("19:30", "19,3"),
    ("keempat belas", "keempat"),
    ("keempat, belas kasih", "ke-14 kasih"),
    ("dua puluh (lima di antaranya anak)", "25 di antaranya anak"),
    ("dua puluh — lima di antaranya anak", "25 di antaranya anak"),
    ("seratus - dua puluh", "120"),
    ("dua puluh (lima, kata dia)", "25, kata dia"),
    ("20 (juta)", "20 juta"),
    ("dua puluh\n\nlima", "25"),
    ("peringkat BBB+", "peringkat BBB-"),
    ("peringkat BBB+", "peringkat BBB"),
    ("peringkat AA-", "peringkat AA"),
    ("≤5 derajat", "≥5 derajat"),
    ("±38", "38"),
    ("–7 derajat", "7 derajat"),
    ("Rp-4 miliar", "Rp4 miliar"),
    ("we're losing", "were losing"),
    ("he’ll", "hell"),
    ("H-1 Lebaran", "H+1 Lebaran"),
    ("H-1 Lebaran", "H1 Lebaran"),
    ("-Rp5 juta", "Rp5 juta"),
    ("-US$5", "US$5"),
    ("usia 18+", "usia 18"),
    ("~5 juta", "5 juta"),
    ("one hundred and five hundred", "105 hundred"),
    ("one hundred and two hundred people", "102 hundred people"),
    ("one hundred, and five people", "105 people"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spelt_otherwise_it_is_the_same(one: str, other: str) -> None:
    assert norms(one) == norms(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_it_is_not_the_same(one: str, other: str) -> None:
    assert norms(one) != norms(other)


def test_a_number_of_several_words_is_one_token_with_its_span() -> None:
    text = "Ada tiga puluh lima ribu orang."
    found = tokens(text)
    assert [t.norm for t in found] == ["ada", "#35000", "orang"]
    assert text[found[1].start : found[1].end] == "tiga puluh lima ribu"
    assert found[1].is_number
    assert not found[0].is_number


def test_neighbours() -> None:
    assert bigrams(["a", "b", "c"]) == ["a_b", "b_c"]
    assert bigrams(["a"]) == []


NUMBERS = st.lists(
    st.sampled_from(
        "dua belas puluh ratus ribu juta seratus satu 5 12 3.000 1,5 ke kedua persen % orang".split()
    ),
    max_size=12,
).map(" ".join)


@given(st.one_of(st.text(), NUMBERS))
@example("1.2.3,4 ke 5 ke")
@example("²³ ٣٤ Ⅻ １２")
def test_tokens_lie_in_order_in_the_text_and_agree_with_norms(text: str) -> None:
    found = tokens(text)
    assert [t.norm for t in found] == norms(text)
    assert all(0 <= t.start < t.end <= len(text) and t.norm for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_every_letter_of_unicode_is_a_word_to_compare() -> None:
    """Some letters fold to accents alone, an apostrophe is one, a ligature is a whole phrase."""
    letters = [c for c in map(chr, range(sys.maxunicode + 1)) if c.isalpha()]
    found = [norm for letter in letters for norm in norms(letter)]
    assert len(found) >= len(letters)
    assert all(norm and not any(map(str.isspace, norm)) for norm in found)


@given(st.integers(0, 999_999_999))
def test_a_number_is_compared_by_its_value(number: int) -> None:
    assert norms(f"{number:,}".replace(",", ".")) == norms(str(number)) == [f"#{number}"]


LETTERS = st.text(st.sampled_from("abkéßøŉ'’ʼ`²ﷺﾞ™№½5 -–.\n\u0301"))


@given(st.one_of(st.text(), NUMBERS, LETTERS))
@example("Jum‘at, “Straße” café ﷺ ｱﾞ 5% ½ we're km² ŉa Kutip™ №b a'b''c")
def test_every_plain_word_of_a_text_stands_in_its_letters(text: str) -> None:
    found = letters(text)
    assert [norm for norm in norms(text) if is_plain(norm) and not stands(norm, found)] == []


@given(st.one_of(st.text(st.characters(max_codepoint=127)), NUMBERS))
def test_no_other_word_stands_in_the_letters_of_a_text_in_ascii(text: str) -> None:
    found = {word for word in letters(text).decode().split() if is_plain(word)}
    others = found - set(norms(text))
    assert all(word in ("ke", "and") or norms(word)[0].startswith("#") for word in others)


def test_what_letters_do_not_tell_is_not_plain() -> None:
    found = letters("Harga béras naik 10%, kata Jum'at.")
    assert [w for w in "beras jumat kat turun besar".split() if stands(w, found)] == ["beras", "jumat"]
    assert not any(map(is_plain, ("persen", "#7", "søn", "minus")))
