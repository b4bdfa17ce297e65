"""Which number of a change is asked for: what was, what is, by how much it changed."""

from __future__ import annotations

import time

import pytest

from rag.before_after import is_moved_from, is_of_its_time
from rag.calendar_names import years_told
from rag.of_another import is_of_another
from rag.question import analyse
from rag.spans import Kind, TypedSpan, numbers

LALU = "Tahun lalu 300 datang, naik dari 250 pada tahun sebelumnya."
LABA = "Laba Rp845 miliar, naik 12 persen dibandingkan Rp754 miliar pada periode yang sama tahun lalu."
DIVIDEN = "Rapat menyetujui dividen Rp115 per saham, lebih tinggi daripada Rp98 tahun sebelumnya."
TARIF = "Biaya layanan naik dari 6 persen menjadi 9 persen."
BERAS = "Beras naik menjadi Rp16.500/kg dari Rp14.000/kg."


YANG_LALU = "Laba Melati Rp 2 miliar sepanjang 2025, turun dari Rp 3 miliar pada tahun sebelumnya."


def span_of(text: str, told: str, kind: Kind) -> TypedSpan:
    return TypedSpan(text.index(told), text.index(told) + len(told), kind, told)


@pytest.mark.parametrize(
    ("question", "text", "told", "fits"),
    [
        ("Berapa laba Melati?", LABA, "Rp845 miliar", True),
        ("Berapa laba Melati?", LABA, "Rp754 miliar", False),
        ("laba Melati taun lalu brp?", LABA, "Rp845 miliar", False),
        ("laba Melati taun lalu brp?", LABA, "Rp754 miliar", True),
        ("laba Melati naik berapa?", LABA, "12 persen", True),
        ("laba Melati naik berapa?", LABA, "Rp845 miliar", False),
        ("How much did the profit of Melati rise?", LABA, "Rp845 miliar", False),
        ("Dividen Melati berapa?", DIVIDEN, "Rp98", False),
        ("Dividen Melati tahun sebelumnya berapa?", DIVIDEN, "Rp98", True),
        ("Dividen Melati tahun sebelumnya berapa?", DIVIDEN, "Rp115", False),
        ("What was the dividend last year?", DIVIDEN, "Rp115", False),
        ("Berapa biaya layanan sekarang?", TARIF, "6 persen", False),
        ("Berapa biaya layanan sebelumnya?", TARIF, "9 persen", False),
        ("Berapa biaya layanan sebelumnya?", TARIF, "6 persen", True),
        ("harga beras sebelumnya brp?", BERAS, "Rp16.500", False),
        ("harga beras sebelumnya brp?", BERAS, "Rp14.000", True),
        ("harga beras naik jadi brp?", BERAS, "Rp16.500", True),
        ("harga bawang skrg brp?", "Pada Juli masih Rp 28.000, kini Rp 9.500 per kilo.", "Rp 28.000", False),
        ("harga bawang skrg brp?", "Pada Juli masih Rp 28.000, kini Rp 9.500 per kilo.", "Rp 9.500", True),
        ("dibayar brp per jam?", "Dulu kami bayar Rp40 ribu per jam.", "Rp40 ribu", False),
        ("dulu dibayar brp per jam?", "Dulu kami bayar Rp40 ribu per jam.", "Rp40 ribu", True),
        ("Berapa wisatawan tahun lalu?", LALU, "300", True),
        ("Berapa wisatawan tahun lalu?", LALU, "250", False),
        ("Harga telur naik berapa persen?", "Harga telur naik Rp 2.000 atau 8 persen.", "8 persen", True),
        ("Berapa warga sekarang?", "Ada 300 warga, kata Sari yang kini berusia 40 tahun.", "300", True),
        ("Berapa laba Melati 2024?", YANG_LALU, "Rp 3 miliar", True),
        ("Berapa laba Melati 2024?", YANG_LALU, "Rp 2 miliar", False),
        ("Berapa laba Melati 2025?", YANG_LALU, "Rp 3 miliar", False),
        ("Berapa laba Melati 2025?", YANG_LALU, "Rp 2 miliar", True),
        # Nothing is set against it.
        ("Berapa kasus tahun lalu?", "Dinas mencatat 300 kasus.", "300", True),
        ("Berapa kasus?", "Dinas mencatat 300 kasus tahun lalu.", "300", True),
        ("Berapa kasus tahun lalu?", "Dinas mencatat 300 kasus tahun lalu.", "300", True),
        ("Berapa korban dari desa?", "Korban 30 orang, dari 4 desa.", "4", True),
    ],
)  # fmt: skip
def test_what_was_and_what_is(question: str, text: str, told: str, fits: bool) -> None:
    assert is_of_its_time(analyse(question), text, span_of(text, told, Kind.NUMBER)) is fits


def test_a_date_from_which_something_was_moved() -> None:
    text = "Rapat diundur dari 3 Maret menjadi 9 Maret."
    first, second = (span_of(text, day, Kind.DATE) for day in ("3 Maret", "9 Maret"))
    assert is_moved_from(analyse("Kapan rapat digelar?"), text, first)
    assert not is_moved_from(analyse("Kapan rapat digelar?"), text, second)
    assert not is_moved_from(analyse("Kapan rapat semula digelar?"), text, first)


def test_many_numbers_and_capitals_are_read_in_no_time() -> None:
    many = ", ".join(f"{n} rumah" for n in range(400))
    shouted = f"Sari dari {'A' * 60} {' '.join('AB' for _ in range(60))} berusia 34 tahun."
    begun = time.perf_counter()
    for question in ("Berapa persen naiknya pada April kuartal II?", "Berapa umur anak Sari?"):
        for text in (many, shouted):
            asked = analyse(question)
            for span in numbers(text):
                is_of_its_time(asked, text, span)
                is_of_another(asked, text, span)
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Laba turun sepanjang 2025 dari Rp 3 miliar pada tahun sebelumnya.", {"2024", "2025"}),
        ("Profit fell in 2025 from $3 million a year earlier.", {"2024", "2025"}),
        ("Laba turun sepanjang 2025.", {"2025"}),
        ("Produksi pada 2025 mencapai 19 ton, naik 58 persen dari tahun sebelumnya.", {"2025"}),
        ("Gedung yang dibangun pada 2018 itu direnovasi tahun lalu dengan Rp 40 miliar.", {"2018"}),
        ("Juara 2025 adalah Sari Dewi, mengalahkan juara tahun sebelumnya.", {"2025"}),
        ("Laba turun dari tahun sebelumnya.", set()),
        ("Laba 2025 dan 2023 naik dari tahun sebelumnya.", {"2023", "2025"}),
    ],
)
def test_the_years_that_a_text_tells_of(text: str, years: set[str]) -> None:
    assert years_told(text) == years
