"""Numbers and names that are told of another thing than the one asked about."""

from __future__ import annotations

import pytest

from rag.of_another import is_left_unnamed, is_numbered_otherwise, is_of_another, leaves_out
from rag.of_another_sort import is_of_another_sort, prices_another
from rag.question import analyse
from rag.spans import Kind, TypedSpan
from tests.passage import sentence_of


def span_of(text: str, told: str, kind: Kind = Kind.NUMBER) -> TypedSpan:
    return TypedSpan(text.index(told), text.index(told) + len(told), kind, told)


@pytest.mark.parametrize(
    ("question", "text", "told", "another"),
    [
        ("Berapa aduan pada 2026?", "Dinas menerima 2.340 aduan sepanjang 2025.", "2.340", True),
        ("Berapa aduan pada 2026?", "Pada pemilu 2019, dinas menerima 2.340 aduan.", "2.340", True),
        ("Berapa aduan pada 2026?", "Dinas yang dibentuk pada 2019 menerima 2.340 aduan.", "2.340", False),
        ("Berapa kasus pada April?", "Dinas mencatat 618 kasus sepanjang Januari-Maret.", "618", True),
        ("Berapa kasus pada Februari?", "Dinas mencatat 618 kasus sepanjang Januari-Maret.", "618", False),
        ("Berapa kasus pada April?", "Dinas mencatat 618 kasus.", "618", False),
        ("Berapa kasus pada Januari?", "Ada 618 kasus sepanjang Desember-Februari.", "618", False),
        ("Berapa kasus pada April?", "Ada 618 kasus sepanjang Desember-Februari.", "618", True),
        ("Berapa inflasi Maret di Melati?", "Inflasi Februari 2026 di Melati tercatat 2,5%.", "2,5%", True),
        ("Berapa inflasi Maret di Melati?", "Sejak Februari inflasi di Melati tercatat 2,5%.", "2,5%", False),
        ("Laba kuartal II berapa?", "Laba kuartal I 2026 mencapai Rp 3 miliar.", "Rp 3 miliar", True),
        ("Laba Q1 berapa?", "Laba triwulan pertama mencapai Rp 3 miliar.", "Rp 3 miliar", False),
        ("Laba kuartal II berapa?", "Laba mencapai Rp 3 miliar.", "Rp 3 miliar", False),
        ("What was the third-quarter profit?", "First-half profit was $3 million.", "$3 million", True),
        ("How many cases in April?", "It may have 618 cases.", "618", False),
        ("How many cases in May?", "It recorded 618 cases in May, 200 in April.", "618", False),
        ("How many cases may it have?", "It recorded 618 cases in April.", "618", False),
        ("Berapa harga pada Juli?", "Kini Rp 11.500, padahal pada Mei Rp 9.000.", "Rp 11.500", False),
        ("Berapa tahun vonisnya?", "Jaksa menuntut 7 tahun penjara.", "7 tahun", True),
        ("How long did the court give him?", "He faces a maximum of 7 years.", "7 years", True),
        ("Berapa yang tewas?", "Sebanyak 12 orang luka-luka.", "12", True),
        ("Berapa yang luka?", "Ledakan itu menewaskan 12 orang.", "12", True),
        ("Berapa yang tewas?", "Ledakan itu menewaskan 12 orang.", "12", False),
        ("Berapa laba pada 2024?", "Laba turun dari Rp 3 miliar sepanjang 2025.", "Rp 3 miliar", True),
        ("Berapa laba pada 2024?", "Laba Rp 2 miliar sepanjang 2025, dari Rp 3 miliar pada tahun sebelumnya.",
         "Rp 3 miliar", False),
        ("Jaksa nuntut Sari brp tahun?", "Sari dihukum 7 tahun penjara.", "7 tahun", True),
        ("Berapa rumah rusak ringan?", "Ada 12 rumah rusak berat.", "12", True),
        ("Berapa rumah rusak ringan?", "Ada 12 rumah rusak berat dan 30 rusak ringan.", "30", False),
        ("Berapa rumah rusak?", "Ada 12 rumah rusak berat.", "12", False),
        ("How many houses were badly damaged?", "Some 12 houses were slightly damaged.", "12", True),
        ("Berapa harga beras premium?", "Beras medium dijual Rp 13.500.", "Rp 13.500", True),
        ("Berapa harga beras?", "Beras medium dijual Rp 13.500.", "Rp 13.500", False),
        ("Berapa harga bawang putih?", "Cabai dijual Rp 62.000, bawang merah Rp 38.000.", "Rp 38.000", True),
        ("Berapa harga bawang putih?", "Bawang merah dan bawang putih Rp 38.000.", "Rp 38.000", False),
        ("What is the price of eggs?", "Cabai dijual Rp 62.000.", "Rp 62.000", True),
        ("Berapa harga telur?", "Kini harganya Rp 30.000.", "Rp 30.000", False),
        ("Berapa pendapatan Melati pada 2025?", "Melati mencatat laba Rp 3 miliar.", "Rp 3 miliar", True),
        ("Berapa pendapatan Melati?", "Pendapatan naik, dan laba Rp 3 miliar.", "Rp 3 miliar", False),
        ("Berapa gaji sopir Melati?", "Pemerintah memberi subsidi Rp 3 miliar.", "Rp 3 miliar", True),
        ("Berapa gaji sopir Melati?", "Sopir menerima Rp 3 juta sebulan.", "Rp 3 juta", False),
        ("Berapa petani perempuan yang ikut?", "Sebanyak 12 petani laki-laki ikut.", "12", True),
        ("Berapa petani perempuan yang ikut?", "Sebanyak 12 petani ikut.", "12", False),
        ("Berapa nilai impor Melati?", "Nilai ekspor Melati Rp 3 miliar.", "Rp 3 miliar", True),
        ("Berapa nilai impor Melati?", "Ekspor naik, nilai impornya Rp 3 miliar.", "Rp 3 miliar", False),
        ("Berapa harga tertinggi cabai?", "Harga terendah cabai Rp 9.000.", "Rp 9.000", True),
        ("Berapa turis asing yang datang?", "Sebanyak 12 turis lokal datang.", "12", True),
        ("Berapa turis asing yang datang?", "Sebanyak 12 turis mancanegara datang.", "12", False),
        ("Berapa yang tewas?", "Sebanyak 12 orang tewas.", "12", False),
        ("Berapa yang dievakuasi?", "Tim mengevakuasi 63 penumpang kapal yang mati mesin.", "63", False),
        ("Berapa penonton yang datang tahun lalu?", "Panitia menargetkan 900 penonton.", "900", True),
        ("Berapa prevalensinya sekarang?", "Kabupaten menargetkan 14 persen pada 2027.", "14 persen", True),
        ("Berapa pajak tahun lalu?", "Ia melampaui target dengan pajak Rp 80 miliar.", "Rp 80 miliar", False),
        ("Berapa tenggelam kemarin?", "Ia akan menutup pantai itu setelah 12 orang tenggelam.", "12", False),
        ("Berapa kursi stadion sekarang?", "Stadion itu berkapasitas 900 penonton.", "900", False),
        ("Berapa UMP 2026?", "Dalam Keputusan Nomor 561 Tahun 2025, UMP Rp 3 juta.", "Rp 3 juta", False),
        ("Berapa target penonton tahun lalu?", "Panitia menargetkan 900 penonton.", "900", False),
        ("Berapa daya tampung stadion?", "Stadion itu berkapasitas 900 penonton.", "900", False),
        ("Umur anaknya bu Sari brp?", "Sari Dewi (34) mengatakan anaknya dirawat.", "34", True),
        ("Umur Sari punya anak berapa?", "Sari Dewi (34) mengatakan anaknya dirawat.", "34", True),
        ("How old is Sari Dewi's son?", "Sari Dewi, 34, said her son was ill.", "34", True),
        ("Berapa usia Sari Dewi?", "Sari Dewi (34) mengatakan anaknya dirawat.", "34", False),
        ("Umur anaknya bu Sari brp?", "Sari mengatakan anaknya, Bagas (9), dirawat.", "9", False),
        ("Umur anak Sari Dewi?", "Anak Sari Dewi, Dimas Dewi (12), menangis.", "12", False),
        ("Anaknya bu Sari dirawat brp hari?", "Sari (34) mengatakan anaknya dirawat 5 hari.", "5", False),
    ],
)  # fmt: skip
def test_a_number_of_another_thing(question: str, text: str, told: str, another: bool) -> None:
    asked = analyse(question)
    found = is_of_another(asked, text, span_of(text, told)) or is_of_another_sort(
        asked, text, span_of(text, told)
    )
    assert found is another


@pytest.mark.parametrize(
    ("question", "text", "left_out"),
    [
        ("Berapa uang Jasa Mawar?", "Bus memberi Rp 40 juta, di luar uang Jasa Mawar.", True),
        ("Berapa uang Jasa Mawar?", "Jasa Mawar memberi Rp 40 juta, di luar uang bus.", False),
        ("Berapa laba Melati?", "Laba Mawar Rp 40 juta, lebih besar daripada Melati.", True),
        ("Berapa santunan selain dari Jasa Mawar?", "Bus memberi Rp 40 juta, selain dari Jasa Mawar.", False),
    ],
)  # fmt: skip
def test_what_a_name_is_left_out_of(question: str, text: str, left_out: bool) -> None:
    asked = analyse(question)
    told = span_of(text, "Rp 40 juta")
    assert leaves_out(asked, asked.terms, sentence_of(text), told) is left_out


@pytest.mark.parametrize(
    ("question", "text", "another"),
    [
        ("Kapan atap SDN 3 Wanakerta ambruk?", "Atap SD Negeri 2 Wanakerta ambruk.", True),
        ("kapan atap sdn 3 wanakerta ambruk", "Atap SDN 2 Wanakerta ambruk, SDN 3 tidak.", False),
        ("Apa isi Pasal 27?", "Pasal 28 mengatur hal lain.", True),
        ("Apa isi Pasal 27?", "Undang-undang itu mengatur hal lain.", False),
        ("Berapa siswa kelas 3?", "Sebanyak 30 siswa kelas 3 hadir.", False),
        ("Apa penyebab rugi di kuartal II?", "Rugi pada kuartal I karena banjir.", True),
        ("Siapa juara Liga 1?", "Juara Liga 1.500 rupiah", False),
    ],
)
def test_a_numbered_kind(question: str, text: str, another: bool) -> None:
    assert is_numbered_otherwise(question, [text]) == another


@pytest.mark.parametrize(
    ("question", "sentence", "unnamed"),
    [
        ("radio mana yang menyimpan kaset itu?", "Kaset itu milik sebuah radio swasta.", True),
        ("Which radio keeps the tapes?", "The tapes belong to a private radio station.", True),
        ("radio mana yang menyimpan kaset itu?", "Kaset itu milik sebuah radio swasta, Suara Melati.", False),
        ("radio mana yang menyimpan kaset itu?", "Kaset itu milik Radio Suara Melati.", False),
        (
            "Kota mana yang ramah?",
            "Mereka memilih sebuah kota yang bersih dan ramah, yakni Surakarta.",
            False,
        ),
        ("Apa yang disimpan radio itu?", "Kaset itu milik sebuah radio swasta.", False),
    ],
)
def test_which_one_is_left_unnamed(question: str, sentence: str, unnamed: bool) -> None:
    assert is_left_unnamed(analyse(question), sentence, [sentence]) == unnamed


def test_a_name_in_the_passage_tells_which_one() -> None:
    asked, sentence = analyse("Apa nama kapal yang dijadikan kelas?"), "Sekolah menyulap sebuah kapal ikan."
    assert is_left_unnamed(asked, sentence, [sentence])
    assert not is_left_unnamed(asked, sentence, [sentence, "Kapal itu dinamai KM Sinau."])


@pytest.mark.parametrize(
    ("question", "text", "told", "another"),
    [
        ("Berapa harga daging ayam?", "Harga bawang merah naik menjadi Rp 43.000.", "Rp 43.000", True),
        ("brp harga telur di Melati?", "Sejak harga beras naik, warga membayar Rp 15 ribu.", "Rp 15", True),
        ("Berapa tarif membawa motor?", "Tarif penumpang dewasa Rp 65.000.", "Rp 65.000", True),
        ("Berapa harga daging ayam?", "Harga daging ayam naik menjadi Rp 43.000.", "Rp 43.000", False),
        ("Berapa harga daging ayam?", "Harganya naik, daging itu kini Rp 43.000.", "Rp 43.000", False),
        ("Berapa harga daging ayam?", "Harga mulai Rp 43.000 per kilogram.", "Rp 43.000", False),
        ("Berapa harga telur?", "Selain harga beras, telur naik menjadi Rp 30.000.", "Rp 30.000", False),
        ("Berapa harga pupuk?", "Ia menjualnya dengan harga Rp 7.200, harga gabah turun.", "Rp 7.200", False),
        ("Berapa harganya?", "Harga bawang merah naik menjadi Rp 43.000.", "Rp 43.000", False),
    ],
)  # fmt: skip
def test_the_price_of_another_thing(question: str, text: str, told: str, another: bool) -> None:
    asked = analyse(question)
    assert prices_another(asked, asked.terms, sentence_of(text), span_of(text, told)) is another
