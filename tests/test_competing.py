"""Which of several values that a sentence tells is the one asked for, and when neither is given."""

from __future__ import annotations

import pytest

from rag.answer import SHORT_FIT
from rag.question import analyse
from rag.short_answer import settled, short_answer
from rag.sought import seek
from tests.passage import hit_of, sentence_of


def shown(question: str, text: str, least: float = 0.0) -> str | None:
    """Return the short answer that ``text`` gives where it settles which of its values is meant."""
    asked = analyse(question)
    sought = seek(asked, asked.terms, [t.weight for t in asked.terms])
    _, fit = short_answer(sought, hit_of(text), sentence_of(text))
    span, sure = settled(sought, hit_of(text), sentence_of(text))
    return span.text if span and (sure or fit >= least) else None


TITIK = "Dari 96 titik parkir di Kota Melati, 40 berada di Kenanga, 31 di Anggrek, dan 25 di Dahlia."
UJI = "Uji kir bus berlaku sampai Agustus 2025, sedangkan uji kir truk masih berlaku hingga Mei 2026."
TAHAN = "Paijo ditahan sejak 4 Mei di Rutan Melati dan Ningrum sejak 11 Mei di Lapas Perempuan Kenanga."
LUAS = "Luas panen kacang bulan ini 900 hektare, sedangkan panen jagung kuning 510 hektare."
PORSI = (
    "Ekspor mengambil porsi 60 persen, terdiri atas Jepang 30 persen, Korea 20 persen, dan Eropa 10 persen."
)
JARAK = "Hitungan pertama selisihnya 9, hitungan kedua 13, dan hitungan ketiga 11 suara."
IZIN = "We will suspend the captain's licence for three months and the operator's permit for 14 days."
KARTU = "Wasit mengeluarkan enam kartu kuning, empat untuk Persimel dan dua untuk Kenanga FC."
INAP = "Tarif menginap di Terminal Melati Rp15.000 dan Rp7.000 untuk mobil dan motor."
BOLA = "Persimel melepaskan 15 tembakan, sedangkan Kenanga FC 11 tembakan."
CALON = "Calon ketiga, Paijo, memperoleh 367 suara dan calon keempat, Mbah Karto, 58 suara."
UMUR = "Sopir truk, Karto Wiro (38), selamat, sedangkan kernet truk Paijo Seno (21) lecet."
VONIS = "Hakim menghukum Karto Wiro 6 tahun penjara dan kontraktor Paijo Seno 4 tahun penjara."
PANEN = "Panen bawang kini 7,2 ton per hektare, padahal tahun lalu 9,8 ton."
BUS = "Ada 5 sopir dan 12 penumpang dirawat."
FITUR = "Mereka merilis fitur katalog pada Kapuji dan fitur Suka Shop."
RIVAL = "Pendatang baru Ratna (34) meraih 1.482 suara dan mengalahkan petahana Karto (59) dengan 1.207 suara."
REVENUE = "Revenue had fallen to Rp940 billion this year from Rp1.02 trillion in 2025."
PENSIUN = "Dari 62 penyuluh yang ada, 21 orang akan pensiun tahun depan."
SAWAH = "Proyek itu mengairi 410 hektare sawah, tetapi hanya 95 hektare yang teraliri."
KAPAL = "Sebanyak 64 penumpang selamat, dan kapal Senja Jaya yang memuat 90 penumpang itu karam."
LONGSOR = "Sembilan orang tewas tertimbun, sedangkan 40 orang dari Dusun Krajan Desa Kenanga mengungsi."
DRUM = "Polisi menyita 20 drum, sementara 45 drum milik PT Karya Anggrek dibiarkan di gudang."
NAKHODA = (
    "Nakhoda ditangkap Senin (8/6/2026), sedangkan pemeriksaan pemilik Kapal Senja Jaya dijadwalkan "
    "Kamis (11/6/2026)."
)
KONSER = (
    "Konser Band Senja digelar Sabtu (13/6/2026), di Stadion Melati, Anggrek, dan Minggu (14/6/2026) di GOR "
    "Kenanga."
)
TURUN = "Persimel turun dari peringkat keempat ke peringkat keenam."
NAIK = "Harga beras naik dari Rp12.000 menjadi Rp14.500 per kilogram."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Berapa titik parkir di Anggrek?", TITIK, "31"),
        ("Berapa titik parkir di Kota Melati?", TITIK, "96"),
        ("Uji kir truk berlaku sampai kapan?", UJI, "Mei 2026"),
        ("Uji kir bus berlaku sampai kapan?", UJI, "Agustus 2025"),
        ("Di mana Ningrum ditahan?", TAHAN, "Lapas Perempuan Kenanga"),
        ("Di mana Paijo ditahan?", TAHAN, "Rutan Melati"),
        ("Berapa luas panen jagung kuning?", LUAS, "510 hektare"),
        ("Berapa luas panen kacang bulan ini?", LUAS, "900 hektare"),
        ("Berapa persen porsi ekspor ke Korea?", PORSI, "20 persen"),
        ("Berapa persen porsi ekspor?", PORSI, "60 persen"),
        ("How long is the operator's permit suspended?", IZIN, "14 days"),
        ("How long is the captain's licence suspended?", IZIN, "three months"),
        ("Mbah Karto dapat berapa suara?", CALON, "58 suara"),
        ("Paijo dapat berapa suara?", CALON, "367 suara"),
        ("Berapa umur sopir truk?", UMUR, "38"),
        ("Berapa umur Paijo Seno?", UMUR, "21"),
        ("Berapa kartu kuning yang dikeluarkan wasit?", KARTU, "enam"),
        ("Berapa harga beras?", NAIK, "Rp14.500"),
        ("Berapa penumpang kapal Senja Jaya yang selamat?", KAPAL, "64"),
        ("Berapa orang tewas di Desa Kenanga?", LONGSOR, "Sembilan orang"),
        ("Berapa drum milik PT Karya Anggrek yang disita polisi?", DRUM, "20"),
        ("Kapan nakhoda Kapal Senja Jaya ditangkap?", NAKHODA, "Senin (8/6/2026)"),
        ("Kapan konser Band Senja di Stadion Melati?", KONSER, "Sabtu (13/6/2026)"),
        ("Kapan konser Band Senja di GOR Kenanga?", KONSER, "Minggu (14/6/2026)"),
        ("Berapa anggota dewan yang tidak hadir?", "Sebanyak 14 anggota dewan absen.", "14"),
        ("Ratna dapat berapa suara?", RIVAL, "1.482 suara"),
        ("What was revenue in 2025?", REVENUE, "Rp1.02 trillion"),
        ("Berapa penyuluh yang akan pensiun?", PENSIUN, "21 orang"),
        ("Berapa hektare sawah yang cuma teraliri?", SAWAH, "95 hektare"),
        ("Fitur apa yang mereka rilis?", FITUR, "Suka Shop"),
        ("Apa fitur aplikasi Suka?", FITUR, "Suka Shop"),
        ("Persimel peringkat berapa?", TURUN, "keenam"),
        ("Berapa tahun hukuman kontraktornya?", VONIS, "4 tahun"),
        ("Berapa ton panen bawang per hektare tahun lalu?", PANEN, "9,8 ton"),
        ("Berapa ton panen bawang per hektare?", PANEN, "7,2 ton"),
        ("Berapa sopir yang dirawat?", BUS, "5"),
    ],
)
def test_the_value_beside_what_is_asked(question: str, text: str, answer: str) -> None:
    assert shown(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Berapa tarif menginap motor di Terminal Melati?", INAP),
        ("Berapa kartu kuning yang diterima tuan rumah?", KARTU),
        ("Berapa tembakan tim tamu?", BOLA),
        ("Fitur apa yang ada di Kapuji?", FITUR),
    ],
)
def test_no_value_where_two_may_be_meant(question: str, text: str) -> None:
    assert shown(question, text) is None


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Selisih pada hitungan kedua berapa?", JARAK, "13"),
        ("Berapa poin Persimel?", "Persimel punya 54 poin, dua angka di bawah Kenanga FC.", "54 poin"),
        ("Karto dapat berapa suara?", "Paijo unggul 11 suara atas Karto yang meraih 903 suara.", "903 suara"),
        ("Paijo unggul berapa suara?", "Paijo unggul hanya 11 suara atas Karto.", "11 suara"),
        ("Berapa suara Paijo?", "Paijo unggul dengan 540 suara di Melati.", "540 suara"),
        ("Berapa tinggi Gunung Melati?", "Tingginya 3.145 meter di atas permukaan laut.", "3.145 meter"),
        ("Berapa anak yang bekerja?", "Sebanyak 17 anak di bawah umur bekerja.", "17"),
        ("Berapa skor babak pertama?", "Persimel unggul 2-0 pada babak pertama.", "2-0"),
        ("In what year did the bridge open?", "The bridge opened on June 3, 2024, in Melati.", "2024"),
        ("How old is her daughter?", "Sari dan anak perempuan yang berusia 6 tahun datang.", "6 tahun"),
        ("Hari apa rapat digelar?", "Rapat digelar pada 2019.", None),
        ("Hari apa rapat digelar?", "Rapat digelar Selasa (3/3/2026).", "Selasa (3/3/2026)"),
        ("What time did the pump fail?", "The pump failed on Sunday.", None),
        ("What time did the pump fail?", "The pump failed at 9.05 a.m. on Sunday.", "9.05 a.m."),
        ("Berapa nilai rata-rata fisika?", "Nilai tertinggi fisika 88.", None),
        ("Berapa nilai rata-rata fisika?", "Nilai rata-rata fisika 71.", "71"),
        ("Berapa umur suami Sari?", '"Anak saya yang berumur 5 tahun selamat," ujar Sari.', None),
        ("Berapa umur anak Sari?", '"Anak saya yang berumur 5 tahun selamat," ujar Sari.', "5 tahun"),
        ("Berapa korban sepanjang 2025?", "Sepanjang Januari 2025 tercatat dua korban.", None),
        ("Berapa korban sepanjang 2025?", "Sepanjang 2025 tercatat 31 korban.", "31 korban"),
        ("Berapa penumpang yang tidak terluka?", "Bus itu membawa 29 penumpang.", None),
        ("Berapa penumpang yang tidak terluka?", "Sebanyak 9 penumpang tidak terluka.", "9"),
    ],
)  # fmt: skip
def test_a_difference_a_weekday_an_hour_and_a_mean(question: str, text: str, answer: str | None) -> None:
    assert shown(question, text, SHORT_FIT) == answer
