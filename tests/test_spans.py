"""Short answers in the surface of Indonesian prose: what is one, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.calendar_names import may_date
from rag.spans import _DATE, Kind, dates, names, numbers, places, spots, typed_spans


def texts(spans: list) -> list[str]:
    return [s.text for s in spans]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Acara itu digelar pada 21 Juni 2023 kemarin.", ["21 Juni 2023"]),
        ("Hal itu disampaikan Sari, Senin (3/7).", ["Senin (3/7)"]),
        ("Ia ditemui di kantornya, Kamis (14/9/2023).", ["Kamis (14/9/2023)"]),
        ("Air masuk sekitar pukul 02.15 WIB.", ["pukul 02.15 WIB"]),
        ("Jembatan dibuka pada 12 Nopember 2020.", ["12 Nopember 2020"]),
        ("Jembatan dibuka pada 12 Okt 2020.", ["12 Okt 2020"]),
        ("Jum’at, 3 Agu, jalan ditutup.", ["Jum’at, 3 Agu"]),
        ("Rapat Mar dan Des batal sejak Sep sakit.", []),
        ("Ia menulis 5 dec pada papan.", []),
        ("Terparah sejak 2007.", ["2007"]),
        ("Tanggul rampung akhir Juni, bukan awal bulan depan.", ["akhir Juni", "awal bulan depan"]),
        ("Operasi pasar digelar 9–11 Oktober.", ["9–11 Oktober"]),
        ("Keuskupan sejak April menyerukan penghentian.", ["April"]),
        ("Pada bulan april ia pergi.", ["bulan april"]),
        ("May Lestari datang pada Mei.", ["Mei"]),
        ("You may end this in March.", ["March"]),
        ("Harga baru turun pada triwulan ketiga.", ["triwulan ketiga"]),
        ("The ship struck a barge at 4:10 a.m. on Thursday.", ["4:10 a.m.", "Thursday"]),
        ("Sebanyak 2000 orang datang.", []),
        ("Skor akhir tiga gol tanpa balas.", []),
    ],
)
def test_dates(sentence: str, expected: list[str]) -> None:
    assert texts(dates(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sebanyak 97 persen lapangan kerja.", ["97 persen"]),
        ("Sekitar 21 juta pelaku usaha.", ["21 juta"]),
        ("Kios itu berukuran 3x4 meter.", ["3x4 meter"]),
        ("Modal Rp1,5 triliun tahun ini habis.", ["Rp1,5 triliun"]),
        ("Tiket dijual Rp50.000 hingga Rp350.000, sampai 3 kali.", ["Rp50.000 hingga Rp350.000", "3 kali"]),
        ("Pemilu ulang di TPS 05 Desa Watu dan 3 desa.", ["05", "3 desa"]),
        ("Tercatat 618 hingga 30 April 2025.", ["618"]),
        ("Sekitar 20 sampai 30 orang datang.", ["20 sampai 30 orang"]),
        ("It breaks down in nine days.", ["nine days"]),
        ("Some 3.5 million people left.", ["3.5 million people"]),
        ("Anggarannya Rp 2,5 triliun lebih.", ["Rp 2,5 triliun"]),
        ("Menurut enam sumber yang tahu.", ["enam sumber"]),
        ("Sebanyak 1.284 warga mengungsi.", ["1.284"]),
        ("Mereka dirumahkan dengan separuh gaji.", ["separuh"]),
        ("Pada 21 Juni 2023 dimulai.", []),
        ("Ia salah satu dari empat orang.", ["empat orang"]),
        ("Kawasan industri itu sepi.", []),
    ],
)
def test_numbers(sentence: str, expected: list[str]) -> None:
    assert texts(numbers(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("Proyek dipimpin kepala dinas, Sari Wulandari.", "Sari Wulandari"),
        ("Menteri Perdagangan Budi Santosa mengatakan hal itu.", "Budi Santosa"),
        ('"Kami siap," kata Winarti di lokasi.', "Winarti"),
        ("Ketua KPK Sari Dewi datang.", "Sari Dewi"),
        ("Direktur RSUD Melati dr Sari Dewi SpPD menjelaskan hal itu.", "Sari Dewi"),
        ("Kepala Dinkes Melati, dr Sari Dewi MKes, datang.", "Sari Dewi"),
        ("Kapten kapal Sari Dewi datang.", "Sari Dewi"),
        ("Ketua juri Élodie Šimić datang.", "Élodie Šimić"),
        ("Dirjen Aplikasi (Aptika) Kominfo Sari Dewi datang.", "Sari Dewi"),
    ],
)
def test_a_person_is_found_without_the_title(sentence: str, person: str) -> None:
    assert any(s.kind is Kind.PERSON and s.text.endswith(person) for s in names(sentence))


@pytest.mark.parametrize("thing", ["Banua Ogo", "Ina Walu"])
def test_what_is_called_so_is_nobody(thing: str) -> None:
    found = names(f"Panggung di samping rumah adat {thing}, dan kapal {thing} berlayar.")
    assert [(span.text, span.kind) for span in found if span.text == thing] == [(thing, Kind.NAME)] * 2


@pytest.mark.parametrize("before", ["kapten kapal", "Sebab Kapten kapal"])
def test_who_heads_what_is_called_so_is_somebody(before: str) -> None:
    assert names(f"{before} Ina Walu Satu berlayar.")[-1].kind is Kind.PERSON


@pytest.mark.parametrize("before", ["Kapten, kapal", "Kapten (kapal", "kapten\nkapal", "kapal"])
def test_what_stands_apart_from_an_office_is_called_so(before: str) -> None:
    assert names(f"{before} Ina Walu Satu berlayar.")[-1].kind is Kind.NAME


def test_a_firm_keeps_its_letters() -> None:
    assert texts(names("Direktur PT Maju Jaya hadir.")) == ["PT Maju Jaya"]


@pytest.mark.parametrize(
    "sentence",
    ["Banjir merendam desa itu.", "Menurut mereka, harga naik.", "Pada Senin (3/7) hujan turun."],
)
def test_the_first_word_of_a_sentence_is_no_name(sentence: str) -> None:
    assert names(sentence) == ()


def test_places_follow_their_prepositions() -> None:
    assert texts(places("Barang dikirim dari China ke Tanah Abang.")) == ["China", "Tanah Abang"]
    assert texts(places("Menang di Stadion Segiri, Samarinda, Sabtu malam.")) == ["Stadion Segiri, Samarinda"]
    assert texts(places("Penyerang asal Ghana, Kofi Adomako, cedera.")) == ["Ghana"]
    assert texts(places("Korban berasal dari Desa Randu, Kecamatan Kampar, Riau.")) == [
        "Desa Randu, Kecamatan Kampar, Riau"
    ]
    assert places("Di antara mereka ada yang pergi.") == ()


def test_what_a_place_is_goes_on_with_its_name() -> None:
    text = "Uang diserahkan di rumah makan Bu Sari oleh Budi, lalu ia ke kantor polisi Senin."
    assert texts(spots(text, {"di", "ke"})) == ["rumah makan Bu Sari", "kantor polisi"]


# One of each form in which a date is told without figures, and of those that have some.
FORMS = [
    "Senin", "jum'at", "Jum’at", "akhir Mei", "awal pekan ini", "hari depan", "Tahun Lalu", "bulan mendatang",
    "usai Lebaran", "sebelum Idul Adha", "besok", "LUSA", "bulan april", "April", "triwulan ketiga",
    "semester II", "second quarter", "first half", "3 Mei", "2007", "abad ke-7", "pukul 07.30", "4 a.m.",
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_what_is_seen_cheaply_to_tell_no_date_tells_none(form: str) -> None:
    sentence = f"Mereka pergi, kata orang itu, {form}, dan kembali."
    assert may_date(sentence)
    assert texts([*dates(sentence)]) == [form]


@pytest.mark.parametrize("text", ["", "Rapat batal sejak pagi.", "Senintai dan Meiling pergi ke Aprilia."])
def test_a_text_without_figures_and_words_of_dates_is_left_alone(text: str) -> None:
    assert not may_date(text)
    assert dates(text) == ()


@given(st.lists(st.sampled_from([*FORMS, "kata", "Sari", ",", "(", "ke", "tahun"])).map(" ".join))
def test_a_cheap_look_costs_no_date(text: str) -> None:
    found = tuple(m.group() for m in _DATE.finditer(text))
    assert texts([*dates(text)]) == [*found]


@given(st.text(max_size=200))
def test_every_span_is_a_slice(text: str) -> None:
    for span in typed_spans(text, list(Kind)):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text


@pytest.mark.parametrize("text", ["Gerakan anti-E-commerce", "dan Anti-penipuan", "Sedikitnya 64 perahu"])
def test_a_word_with_a_hyphen_and_a_quantity_are_no_names(text: str) -> None:
    assert not {"E", "Anti", "Sedikitnya 64"} & {span.text for span in names(text)}


def test_a_particle_leaves_the_name() -> None:
    assert [span.text for span in names("Menurut warga, Sari Dewi-lah yang datang.")] == ["Sari Dewi"]


def test_an_account_stands_alone_and_a_sum_is_no_name() -> None:
    assert texts(names("Dalam akun TikTok @kios_pagi, warga bercerita.")) == ["TikTok", "@kios_pagi"]
    assert texts(names("Sari Dewi menerima Rp 120 juta.")) == ["Sari Dewi"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pelatih itu, Park Jin-ho, diam.", "Park Jin-ho"),
        ("Kata Shin Tae-yong, mereka siap.", "Shin Tae-yong"),
        ("Kini Rina Lestari Di-bully Warganet.", "Rina Lestari"),
        ("Kini Adi Prakoso Blak-blakan Soal Utang.", "Adi Prakoso"),
    ],
)
def test_a_hyphen_within_a_korean_name(text: str, name: str) -> None:
    assert name in {found.text for found in names(text)}
