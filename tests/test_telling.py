"""Sentences that hold a question's words and do not tell what is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.candidate import Speaker
from rag.question import analyse
from rag.spans import Kind, TypedSpan
from rag.telling import Telling, asking, denied, only_speaks, telling, unnamed
from rag.words import stem
from tests.passage import sentence_of, short_answer_in


def test_a_thing_mentioned_without_a_name_is_unnamed() -> None:
    assert unnamed({"siswi"}, sentence_of("Bocoran itu dilaporkan seorang siswi kepada wali kelasnya."), None)


def test_a_name_that_follows_names_it() -> None:
    text = "Listrik di tiga desa, yakni Karangsoka dan Mulyorejo, padam."
    start = text.index("Karangsoka")
    name = TypedSpan(start, start + len("Karangsoka"), Kind.NAME, "Karangsoka")
    assert not unnamed({"desa"}, sentence_of(text), name)


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "jauhnya brp km dari pusat kota?",
            "Kantor itu berjarak 14 kilometer dari pusat kota.",
            "14 kilometer",
        ),
        ("Berapa kilometer jaraknya?", "Jaraknya 14 km dari pusat kota.", "14 km"),
        ("Berapa panjang jembatan itu?", "Jembatan sepanjang 84 meter itu rusak.", "84 meter"),
        ("Berapa tinggi gunung itu?", "Gunung itu menjulang 2,4 kilometer.", "2,4 kilometer"),
        ("harga cabe brp sih sekilo?", "Harga cabai Rp 128.000 per kilogram.", "Rp 128.000"),
        ("kapan jembatan itu bisa dilewati?", "Sebelum Lebaran sudah bisa dilewati.", "Sebelum Lebaran"),
        ("kapan sidangnya?", "Sidang digelar pekan depan.", "pekan depan"),
    ],
)
def test_units_and_days_as_people_say_them(question: str, text: str, answer: str) -> None:
    assert short(question, text) == answer


def test_a_number_of_something_else_leaves_the_thing_named() -> None:
    text = "Makanan dipasok CV Boga Lestari, katering bagi sembilan sekolah."
    asked = analyse("Perusahaan apa yang memasok makanan ke sekolah itu?")
    assert asked.focus == ("perusahaan",)
    assert not unnamed({stem(f) for f in asked.focus}, sentence_of(text), None)


def test_a_negation_right_before_a_word_of_the_question_denies_it() -> None:
    assert denied({stem("jalan")}, sentence_of("Tidak ada rencana menjalankan proyek itu."))
    assert not denied({stem("jalan")}, sentence_of("Proyek itu berjalan walau tidak disukai."))


def test_a_denial_ends_where_another_part_of_the_sentence_begins() -> None:
    text = "Bupati menyiapkan Rp 4,7 miliar dari pos belanja tidak terduga bagi pembelian 60 pompa."
    assert not denied({stem("membeli"), stem("pompa")}, sentence_of(text))
    assert denied({stem("membeli")}, sentence_of("Bupati tidak jadi membeli pompa bagi petani."))


def test_a_number_that_the_question_says_leaves_nobody_unnamed() -> None:
    text = "Pahlawan itu mencetak dua gol setelah masuk."
    assert unnamed({stem("gol")}, sentence_of(text), None)
    assert not unnamed({stem("gol")}, sentence_of(text), None, frozenset({"dua"}))


def short(question: str, text: str) -> str | None:
    span, _ = short_answer_in(text, question)
    return span.text if span else None


def test_what_is_counted_is_no_measure_and_no_other_thing() -> None:
    assert short("Berapa orang yang tewas?", "Gunung setinggi 2.914 meter itu meletus.") is None
    assert short("Berapa orang yang hilang?", "Banjir merendam enam desa.") is None
    assert short("Berapa orang yang hilang?", "Tiga warga hilang.") == "Tiga"


def test_an_ordinal_answers_only_a_question_for_one() -> None:
    assert (
        short("Berapa pengguna aplikasi itu?", "Jumlah pengguna aplikasi itu terbesar kedua di dunia.")
        is None
    )
    assert short("Indonesia berada di urutan ke berapa?", "Jumlah di Indonesia terbesar kedua.") == "kedua"


def test_what_is_left_of_a_name_by_the_question_is_no_common_word() -> None:
    text = "Petani berunjuk rasa di depan Kantor Bupati Sukamerta."
    assert short("Siapa Bupati Sukamerta?", text) is None
    assert short("Siapa Bupati Sukamerta?", "Bupati Sukamerta Slamet menemui mereka.") == "Slamet"


def test_a_dateline_answers_nothing_but_when() -> None:
    text = "WAEBOLENG, CAKRAWALA TIMUR - Pemerintah membantah kabar itu"
    assert short("Siapa Bupati Waeboleng?", f"{text}.") is None
    assert short("Di mana pemerintah membantah kabar itu?", f"{text} di Desa Tolo.") == "Desa Tolo"


def test_a_place_in_the_name_of_an_office_is_not_where() -> None:
    text = "Dinas Sosial Kabupaten Randusewu membagikan beras di Kecamatan Lawang."
    assert short("Di mana beras dibagikan?", text) == "Kecamatan Lawang"
    text = "Pelajar asal Desa Naibesi diselamatkan di Pulau Sirap."
    assert short("Di mana pelajar itu diselamatkan?", text) == "Pulau Sirap"


def test_a_multiple_is_how_many_times_and_nothing_else() -> None:
    text = "Koperasi itu menjanjikan bunga 1,8 persen per bulan, tiga kali lipat bunga deposito."
    assert short("Berapa bunga yang dijanjikan koperasi itu?", text) == "1,8 persen"
    text = "Bus itu beroperasi tiga kali sehari dengan tarif Rp45.000."
    assert short("Berapa kali bus itu beroperasi sehari?", text) == "tiga kali"


def test_money_and_per_cent_are_asked_by_their_names() -> None:
    text = "Ia menggelapkan simpanan 5.700 anggota senilai Rp 186 miliar."
    assert short("Berapa nilai simpanan anggota yang digelapkan?", text) == "Rp 186 miliar"
    text = "Kastari menaruh Rp 240 juta dalam deposito berbunga 11 persen."
    assert short("Berapa bunga deposito milik Kastari?", text) == "11 persen"


def test_the_part_is_told_before_the_whole() -> None:
    assert short("Berapa murid yang masih bertahan?", "Dari 274 murid, 229 masih bertahan.") == "229"


def test_the_number_of_a_law_is_no_date() -> None:
    text = "Mereka menggugat Peraturan Menteri Nomor 11 Tahun 2025 pada Rabu (18/6/2025)."
    assert "18/6" in (short("Kapan mereka menggugat peraturan itu?", text) or "")


def test_the_head_is_not_a_director_of_something() -> None:
    text = "Direktur Keuangan PT Rukun, Wening Astuti, mengakuinya. Direktur Utama PT Rukun Bagus Tirta diam."
    assert short("siapa sih bosnya PT Rukun?", text) == "Bagus Tirta"
    assert short("Siapa direktur keuangan PT Rukun?", text) == "Wening Astuti"


def test_a_deputy_is_not_answered_with_the_office() -> None:
    text = "Wali Kota Talunjaya Widuri Prameswati mengatakan hal itu."
    _, fit = short_answer_in(text, "Siapa wakil wali kota Talunjaya?")
    _, better = short_answer_in(text, "Siapa wali kota Talunjaya?")
    assert fit < better / 2


def told(question: str, text: str, following: str = "") -> Telling:
    asked = analyse(question)
    found, _ = short_answer_in(text, question)
    return telling(asked, asked.terms, sentence_of(text), following, found)


@pytest.mark.parametrize(
    "text",
    [
        "Nama kedua museum itu dirahasiakan.",
        "Pemerintah belum memutuskan besarnya bantuan.",
        "Ia menolak menyebut nilai transfer.",
        "She did not say which.",
        "Penyebab kematiannya masih diselidiki.",
    ],
)
def test_a_sentence_can_say_that_it_does_not_tell(text: str) -> None:
    assert told("Museum mana yang berunding?", text).withheld
    assert told("Museum mana yang berunding?", "Dua museum berunding.", text).withheld_next
    assert not told("Museum mana yang berunding?", "Museum Widya dan Museum Loka berunding.").withheld


def test_what_repeats_the_question_tells_nothing_new() -> None:
    question = "Pak Rusli meninggal karena apa tahun 2020?"
    echo = told(question, "Pak Rusli meninggal tahun 2020.")
    assert echo.fresh == echo.fresh_names == echo.fresh_numbers == 0
    fuller = told(question, "Pak Rusli meninggal tahun 2020 akibat serangan jantung di Kota Palowi.")
    assert fuller.fresh > 0.3
    assert fuller.fresh_names > 0


def test_another_speaker_is_not_the_one_who_is_asked_about() -> None:
    question = "Apa kata Catherine soal penggabungan?"
    other = told(question, '"Kami menggabungkan dua jaringan," kata Irfan.')
    assert (other.own_asked, other.other_asked) == (0, 1)
    own = told(question, "Catherine mengatakan penggabungan itu perlu.")
    assert (own.own_asked, own.other_asked) == (1, 0)


def test_another_time_is_not_the_one_that_is_asked_about() -> None:
    question = "Berapa kasus pada 2024?"
    assert told(question, "Pada 2025 tercatat 73 kasus.").other_time
    assert told(question, "Pada 2024 tercatat 91 kasus.").same_time


def test_the_name_beside_a_number_may_be_anothers() -> None:
    text = "Kapal itu milik Bahari Jaya, yang melayani 84 juta pelanggan."
    assert told("Berapa pelanggan Garda Telekom?", text).rival
    assert not told("Berapa pelanggan Bahari Jaya?", text).rival


def test_a_name_follows_the_asked_noun() -> None:
    assert told("Dari kampus mana mahasiswa itu?", "Mereka dari kampus Lembayung.").focus_named
    assert not told("Dari kampus mana mahasiswa itu?", "Mereka mahasiswa sebuah kampus.").focus_named


def test_what_is_asked_is_told_by_the_question() -> None:
    asked = asking(analyse("Apa kata Sari tahun lalu soal nama merek mana?"))
    assert (asked.speech, asked.timed, asked.name, asked.which) == (1, 1, 1, 1)
    assert asking(analyse("Berapa harga cabai?"))._asdict() == {
        **dict.fromkeys(asked._fields, 0.0), "howmany": 1.0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("question", "own"),
    [
        ("Berapa kerugiannya menurut Sari Dewi?", True),
        ("Berapa kerugiannya menurut Kepala Dinas Perikanan Muara?", True),
        ("Berapa kerugiannya menurut Budi Hartono?", False),
        ("Berapa kerugiannya menurut Kepala Polres Muara?", False),
    ],
)
def test_who_speaks_is_known_where_only_she_is_written(question: str, own: bool) -> None:
    speaker = Speaker(("sari", "dewi"), ("kepala", "dinas", "perikanan"))
    told = replace(sentence_of("Ia memperkirakan kerugian Rp 6,8 miliar."), speakers=(speaker,))
    asked = analyse(question)
    found = telling(asked, asked.terms, told, "", None)
    assert (found.own, found.other) == (float(own), float(not own))


@pytest.mark.parametrize(
    ("question", "text", "name", "mere"),
    [
        ("Siapa tersangka pembakaran warung Melati?",
         '"Kami mengusut pembakaran warung Melati," ujar Sari Dewi.', "Sari Dewi", True),
        ("Siapa kontraktor jembatan Melati?",
         "Kepala Desa Melati Sari Dewi menuturkan, jembatan itu dibangun lagi.", "Sari Dewi", True),
        ("Siapa terdakwa kasus Melati?",
         '"Saya hanya disuruh," kata Sari Dewi di depan hakim.', "Sari Dewi", False),
        ("Siapa pelaku pencurian Melati?",
         '"Lapar," kata Sari Dewi, yang ditangkap dua jam setelah mencuri.', "Sari Dewi", False),
        ("Siapa nama pasien di Melati?", '"Pasien sudah pulang," kata Sari Dewi.', "Sari Dewi", False),
        ("Siapa tersangka pembakaran warung Melati?",
         "Polisi menetapkan tersangka Sari Dewi, kata Budi Santoso.", "Sari Dewi", False),
        ("Siapa yang membakar warung Melati?", '"Kami mengusutnya," ujar Sari Dewi.', "Sari Dewi", False),
        ("Siapa pengkritik perda Melati?", "Sari Dewi menolak perda Melati.", "Sari Dewi", False),
        ("Who is the suspect in Melati?", '"We look into it," said Sari Dewi.', "Sari Dewi", False),
    ],
)  # fmt: skip
def test_who_only_tells_of_it(question: str, text: str, name: str, mere: bool) -> None:
    asked = analyse(question)
    start = text.index(name)
    span = TypedSpan(start, start + len(name), Kind.PERSON, name)
    assert only_speaks(asked, asked.terms, sentence_of(text), span) is mere
