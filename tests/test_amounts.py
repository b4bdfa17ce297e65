"""Days, amounts and measures: what a sentence tells otherwise than its source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.amounts import days, differing

SOURCE = (
    "Larangan berlaku mulai Rabu, 4 Oktober 2023. Ekspor naik dari Rp1,8 triliun pada 2021 menjadi "
    "Rp2,5 triliun pada 2022, atau 12 persen. Jarak gudang 30 kilometer. Denda Rp500 juta per tahun."
    " Sebanyak 2 juta petani terdampak. Pabrik menelan 1,5 juta dolar. Hampir 340 rumah terendam "
    "tahun lalu."
)


@pytest.mark.parametrize(
    "told",
    [
        "Larangan berlaku 4 Oktober 2023.",
        "Larangan berlaku Rabu (4/10/2023).",
        "The ban began on Wednesday, October 4, 2023.",
        "The ban began on Oct. 4.",
        "Larangan berlaku Oktober 2023.",
        "Ekspor Rp2,5 triliun pada 2022.",
        "Ekspor naik menjadi 2,5 triliun rupiah.",
        "Ekspor naik 12%.",
        "Dua juta petani terdampak.",
        "Some 2 million farmers are affected.",
        "Denda Rp500 juta setahun.",
        "Pabrik menelan US$1,5 juta.",
        "Almost 340 houses were flooded last year.",
    ],
)
def test_what_the_source_tells_passes(told: str) -> None:
    assert not differing(told, SOURCE, SOURCE)


@pytest.mark.parametrize(
    "told",
    [
        "Larangan berlaku 5 Oktober 2023.",
        "Larangan berlaku 4 Oktober 2021.",
        "Larangan berlaku Kamis, 4 Oktober 2023.",
        "Larangan berlaku 4 november 2023.",
        "Larangan berlaku 4 Des 2023.",
        "Larangan berlaku 4/12/2023.",
        "The ban began on June 4, 2023.",
        "The ban began in December.",
        "Larangan berlaku hari Senin.",
        "Larangan berlaku sampai 4 Oktober 2023.",
        "Ekspor Rp1,8 triliun pada 2022.",
        "Ekspor naik menjadi Rp1,8 triliun.",
        "Ekspor naik 12 kali lipat.",
        "Ekspor naik 12 poin.",
        "Jarak gudang 30 meter.",
        "The warehouse is 30 miles away.",
        "Denda 500 juta dolar.",
        "Denda Rp500 juta per bulan.",
        "Pabrik menelan Rp1,5 juta.",
        "Jutaan petani terdampak.",
        "Separuh petani terdampak.",
        "Kurang dari 2 juta petani terdampak.",
        "Lebih dari 2 juta petani terdampak.",
        "340 rumah terendam tahun depan.",
        "Sebanyak Ⅸ petani terdampak.",
    ],
)
def test_what_it_tells_otherwise_does_not(told: str) -> None:
    assert differing(told, SOURCE, SOURCE)


def test_a_weekday_is_reckoned_where_the_source_tells_the_year() -> None:
    source = "Rapat digelar pada 4 Oktober 2023."
    assert not differing("Rapat digelar Rabu, 4 Oktober.", source, source)
    assert differing("Rapat digelar Kamis, 4 Oktober.", source, source)


def test_a_year_of_the_article_dates_a_day_without_one() -> None:
    assert not differing("Rapat 4 Oktober 2023.", "Rapat 4 Oktober.", "2023-10-05 Rapat 4 Oktober.")
    assert differing("Rapat 4 Oktober 2021.", "Rapat 4 Oktober.", "2023-10-05 Rapat 4 Oktober.")


@pytest.mark.parametrize(
    ("told", "other"),
    [("Sari Uji, guru berusia 63 tahun, hadir.", False), ("Sari Uji, guru berusia 61 tahun, hadir.", True),
     ("Sari Uji mengajar selama 12 tahun.", True), ("Sari Uji membayar 63 juta.", True)],
)  # fmt: skip
def test_an_age_in_brackets_is_told_in_years(told: str, other: bool) -> None:
    source = "Sari Uji (63), guru dari 12 desa, hadir."
    assert differing(told, source, source) is other


@pytest.mark.parametrize("text", ["skor 3-2", "pukul 12.30", "4.000 karung", "2,5 juta", "45/13/2023"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert days(text) == []


@given(st.text(max_size=200))
def test_every_text_tells_what_it_tells(text: str) -> None:
    assert all(text[d.start : d.end] for d in days(text))
    assert not differing(text, text, text)
