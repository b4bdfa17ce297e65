"""An article that says itself that what is asked is not told, and what somebody was before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.archive import Archive
from rag.asked_speaker import speaker_terms
from rag.question import analyse
from rag.untold import is_untold, tells_what_is_done, tells_what_was
from tests.folder import archive_of
from tests.passage import sentence_of, short_answer_in


@pytest.mark.parametrize(
    ("question", "sentence", "untold"),
    [
        (
            "Siapa yang menyuruh tersangka membakar lahan?",
            "Polisi belum mengungkap siapa yang menyuruh.",
            True,
        ),
        ("Kapan pengisian waduk dimulai?", "Ia tidak menyebutkan tanggal baru pengisian waduk.", True),
        ("Kapan waduk diisi?", "Jadwal pengisian waduk belum ditetapkan.", True),
        ("Berapa harga lahan warga?", "Besaran harga lahan masih dirahasiakan.", True),
        ("Mengapa gudang Melati terbakar?", "Penyebab gudang Melati terbakar belum diketahui.", True),
        ("When will the dam be filled?", "The date of filling the dam has not been decided.", True),
        ("Apa jawaban Sari Dewi soal lahan?", "Sari Dewi tidak memberikan jawaban.", True),
        ("How large was the net loss?", "It reported the loss without giving figures for it.", True),
        # Something else is not told, or it is told.
        ("Siapa yang membakar lahan?", "Polisi belum mengungkap kapan lahan dibakar.", False),
        ("Kapan waduk diisi?", "Waduk itu tidak jadi diisi pada 3 Mei 2024.", False),
        ("Mengapa kapal diizinkan berlayar?", "Penyebab tenggelamnya kapal belum diketahui.", False),
        ("Apa jawaban Sari Dewi soal lahan?", "Budi Hartono tidak memberikan jawaban.", False),
        ("Siapa manajernya?", "Seorang warga yang enggan disebut namanya melihat mobil itu.", False),
        ("Siapa manajernya?", "Manajernya dilihat warga yang enggan disebutkan identitasnya.", False),
        ("Berapa harga beras di Melati?", "Harga beras di Melati masih tetap Rp 12.000.", False),
        ("Apa jawaban Sari Dewi soal rob?", "Sari Dewi tidak menganggap rob itu bencana.", False),
        ("When was the dam filled?", "The company didn't say when the dam was filled.", True),
        ("Apa penyebab pasti banjir Melati?", "Penyebab pasti banjir Melati belum diketahui.", True),
        ("Apa serotipe virus dengue di Melati?", "Serotipe virus dengue belum diketahui.", True),
        ("Apa serotipe virus dengue di Melati?", "Serotipe virus dengue di Melati DENV-3.", False),
        ("Apa hasil pemindaian lutut Rio?", "Rio akan menjalani pemindaian lutut pada Senin.", True),
        ("Berapa skor Persegar di Melati?", "Persegar akan bertandang ke Melati pada Jumat.", True),
        ("Berapa skor TOEFL pelamar?", "Pelamar yang akan mendaftar harus punya skor TOEFL 500.", False),
        ("Gimana hasil banding Sari Dewi?", "Pengacara mengatakan Sari Dewi akan mengajukan banding.", True),
        ("What did the scan of the knee show?", "The knee will be examined by a scan on Monday.", True),
        ("Apa hasil pemindaian lutut Rio?", "Hasil pemindaian lutut Rio menunjukkan robekan.", False),
        ("Apa yang akan dijalani Rio?", "Rio akan menjalani pemindaian lutut pada Senin.", False),
    ],
)
def test_what_is_not_told(question: str, sentence: str, untold: bool) -> None:
    asked = analyse(question)
    speaker = speaker_terms(asked, asked.terms)
    assert is_untold(asked, asked.terms, speaker, sentence_of(sentence)) is untold


FIRE = """---
title: Lahan Gambut di Melati Terbakar
outlet: Harian Contoh
date: 2024-08-02
---
Lahan gambut seluas 40 hektare di Kecamatan Melati terbakar sejak Kamis pekan lalu.

Kepala Polres Melati, Budi Hartono, mengatakan dua tersangka disuruh seseorang membakar lahan itu, upahnya \
Rp 700.000. Polisi belum mengungkapkan siapa yang menyuruh mereka.

Camat Melati Sari Dewi meminta warga tidak lagi membuka kebun dengan api. "Asapnya masuk sekolah," kata \
mantan kepala puskesmas tersebut.

Posko kesehatan dibuka di tiga tempat. Dua berada di balai desa, sedangkan satu lagi di masjid raya. Bantuan \
masker datang dari provinsi.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive_of(tmp_path_factory.mktemp("fire"), {"fire.md": FIRE}) as opened:
        yield opened


def test_the_archive_abstains_and_shows_the_sentence_that_says_so(archive: Archive) -> None:
    found = archive.ask("Siapa yang menyuruh dua tersangka membakar lahan itu?")
    assert found.abstained
    assert found.nearest[0].text == "Polisi belum mengungkapkan siapa yang menyuruh mereka."


@pytest.mark.parametrize(
    "question",
    ["Apa jabatan Sari Dewi sebelum menjadi camat?", "Sari Dewi dulu pernah jadi apa?"],
)
def test_what_somebody_was_is_told_where_only_her_words_are_given(archive: Archive, question: str) -> None:
    found = archive.ask(question)
    assert not found.abstained
    assert "mantan kepala puskesmas" in found.citations[0].text


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (
            "Kecelakaan bus di Melati menewaskan tujuh orang. Jumlah kerugian kecelakaan itu belum jelas.",
            "Berapa orang tewas dalam kecelakaan bus di Melati?",
            "tujuh orang",
        ),
        (
            "Sopir bus, Budi Hartono, selamat. Polisi belum mengungkap identitas pemilik bus itu.",
            "Siapa sopir bus itu?",
            "Budi Hartono",
        ),
        (
            "Warga Melati mengungsi sejak 3 Mei 2024. Mereka tidak tahu kapan bisa pulang.",
            "Kapan warga Melati mengungsi?",
            "3 Mei 2024",
        ),
        (
            "Sebelumnya, Ratna Kusuma menjabat camat Waringin. Mantan bupati Budi dan Ratna Kusuma datang.",
            "Apa jabatan Ratna Kusuma sebelum menjadi Kepala Dinas Perikanan?",
            "camat Waringin",
        ),
        (
            "Korban bernama Sari Dewi. Kakak korban, Budi Hartono, selamat.",
            "Kakak korban bernama siapa?",
            "Budi Hartono",
        ),
        (
            "Indonesia mengirim 100 dokter ke Melati setelah gempa itu.",
            "How did Indonesia respond to the earthquake in Melati?",
            "100 dokter",
        ),
        (
            "Kecelakaan pada 2 Agustus itu menewaskan 8 orang di Melati.",
            "Berapa orang tewas dalam kecelakaan 2 Agustus di Melati?",
            "8 orang",
        ),
    ],
)
def test_what_is_told_is_answered_whatever_else_is_not(
    tmp_path: Path, text: str, question: str, told: str
) -> None:
    with archive_of(tmp_path, {"a.md": f"---\ntitle: Kabar Melati\n---\n{text}\n"}) as archive:
        found = archive.ask(question)
    assert not found.abstained
    assert told in found.citations[0].text


@pytest.mark.parametrize(
    ("question", "former"),
    [
        ("Apa jabatan Sari Dewi sebelum menjadi camat?", True),
        ("Sari Dewi dulu pernah jadi apa?", True),
        ("What position did Sari Dewi hold before?", True),
        ("Bagaimana posisi kapal Melati sebelum tenggelam?", False),
        ("Apa isi kerja sama Melati dan Arunika sebelum 2020?", False),
        ("Apa pekerjaan rumah tim Melati sebelum piala?", False),
        ("What did Melati do before the post office closed?", False),
    ],
)
def test_what_somebody_was_is_asked_for(question: str, former: bool) -> None:
    assert (analyse(question).relation == "former") is former


def test_what_somebody_is_does_not_tell_what_he_was(archive: Archive) -> None:
    assert archive.ask("Apa jabatan Budi Hartono sebelum menjadi Kepala Polres Melati?").abstained


def test_which_they_are_stands_behind_how_many(archive: Archive) -> None:
    found = archive.ask("Di mana saja posko kesehatan dibuka?")
    assert [c.text for c in found.citations][:2] == [
        "Posko kesehatan dibuka di tiga tempat.",
        "Dua berada di balai desa, sedangkan satu lagi di masjid raya.",
    ]


def test_a_list_may_stand_two_sentences_behind(tmp_path: Path) -> None:
    texts = {
        "a.md": "---\ntitle: Kios Pagi\n---\nKios Pagi menggeruk data dari para pemakainya. Semua tahu itu. "
        "Mulai dari barang yang dibeli, jam belanja, alamat rumah, dan isi dompet."
    }
    with archive_of(tmp_path, texts) as archive:
        found = archive.ask("Data apa saja yang digeruk Kios Pagi?")
    assert any("isi dompet" in citation.text for citation in found.citations)


def test_who_comes_second_answers_no_question_for_the_first(tmp_path: Path) -> None:
    texts = {
        "a.md": "---\ntitle: Pemakai Kapuji\n---\nPemakai Kapuji di Peru merupakan jumlah pemakai terbesar "
        '"kedua" di dunia. Kapuji dijual sejak 2019.'
    }
    with archive_of(tmp_path, texts) as archive:
        assert archive.ask("Negara mana yang pemakai Kapuji terbanyak nomor satu di dunia?").abstained
        assert not archive.ask("Pemakai Kapuji di Peru ada di urutan ke berapa di dunia?").abstained


def test_a_cause_that_is_not_known_is_none(tmp_path: Path) -> None:
    texts = {
        "a.md": "---\ntitle: Banjir Melati\n---\nPenyebab pasti banjir bandang di Melati belum diketahui."
    }
    with archive_of(tmp_path, texts) as archive:
        found = archive.ask("Apa penyebab pasti banjir bandang di Melati?")
    assert found.abstained
    assert "belum diketahui" in found.nearest[0].text


def test_who_is_registered_tells_nobody_how_to_register(tmp_path: Path) -> None:
    texts = {"a.md": "---\ntitle: Kios Pagi\n---\nPenjual di Kios Pagi terdaftar di Singapura sejak 2019."}
    with archive_of(tmp_path, texts) as archive:
        assert archive.ask("Bagaimana cara mendaftar menjadi penjual di Kios Pagi?").abstained
        assert not archive.ask("Di mana penjual di Kios Pagi terdaftar?").abstained


def test_a_list_may_stand_in_the_next_passage(tmp_path: Path) -> None:
    many = " ".join("Pasar itu ramai sejak pagi, kata warga di dekat pasar." for _ in range(12))
    text = (
        f"{many} Kios Pagi menggeruk data dari para pemakainya setiap hari tanpa henti.\n\n"
        "Berawal dari barang apa saja yang dibeli, jam belanja, alamat rumah, dan data isi dompet. "
        f"{many}"
    )
    with archive_of(tmp_path, {"a.md": f"---\ntitle: Kios Pagi\n---\n{text}"}) as archive:
        found = archive.ask("Data apa saja yang digeruk Kios Pagi dari pemakainya?")
    assert any("isi dompet" in citation.text for citation in found.citations)


def test_what_is_not_decided_answers_whether_it_is(tmp_path: Path) -> None:
    texts = {
        "a.md": "---\ntitle: Lomba Panjat Tebing\n---\nTuan rumah lomba panjat tebing 2026 "
        "belum ditetapkan panitia."
    }
    with archive_of(tmp_path, texts) as archive:
        found = archive.ask("Apakah tuan rumah lomba panjat tebing 2026 sudah ditetapkan?")
    assert not found.abstained


@pytest.mark.parametrize(
    ("behind", "abstained"),
    [
        ("Dua korban itu dirawat di Rumah Sakit Melati.", True),
        ("Kedua korban adalah Sari Dewi dan Budi Hartono.", False),
    ],
)
def test_several_names_stand_in_a_row_or_are_not_told(tmp_path: Path, behind: str, abstained: bool) -> None:
    told = "Dua korban gempa Melati luka ringan, kata Kepala BPBD, Tri Hadi."
    text = f"---\ntitle: Gempa Melati\n---\n{told} {behind}"
    with archive_of(tmp_path, {"a.md": text}) as archive:
        found = archive.ask("Siapa nama dua korban gempa Melati?")
    assert found.abstained is abstained
    assert found.short is None


@pytest.mark.parametrize("told", ["kedua", "ke-2"])
def test_another_in_order_is_not_meant(tmp_path: Path, told: str) -> None:
    texts = {
        "a.md": "---\ntitle: Pembangkit Sirabak\n---\nTahap pertama pembangkit Sirabak "
        "menelan biaya Rp 168 miliar."
    }
    with archive_of(tmp_path, texts) as archive:
        assert archive.ask(f"Berapa biaya tahap {told} pembangkit Sirabak?").abstained
        assert archive.ask("Berapa biaya tahap pertama pembangkit Sirabak?").short == "Rp 168 miliar"


@pytest.mark.parametrize(
    ("text", "abstained"),
    [
        ("Manajer Sumber Daya Manusia Sari Dewi menyebut dana yang disiapkan mencapai Rp 96 miliar.", False),
        ("Tofik Sari Dewi memilih menjadi kurir di kota sejak dana pabrik habis.", False),
        ("Sari Dewi (41), ibu seorang pelajar, mengaku waswas soal dana itu.", True),
    ],
)
def test_what_somebody_works_as(tmp_path: Path, text: str, abstained: bool) -> None:
    with archive_of(tmp_path, {"a.md": f"---\ntitle: Dana Pabrik\n---\n{text}"}) as archive:
        assert archive.ask("Apa pekerjaan Sari Dewi?").abstained is abstained


@pytest.mark.parametrize(
    ("question", "told", "done"),
    [
        (
            "Berapa kios yang belum pindah ke pasar baru?",
            "Sebanyak 21 kios sudah pindah ke pasar baru.",
            True,
        ),
        ("kios yg blm pindah ada brp?", "Sekitar 21 kios yang telah pindah mengeluh.", True),
        ("How many stalls have not yet moved?", "Some 21 stalls have already moved.", True),
        ("Berapa kios yang belum pindah?", "Sudah 21 kios pindah, 12 masih bertahan.", False),
        ("Berapa kios yang belum pindah?", "Tersisa 12 kios setelah 21 telah pindah.", False),
        ("Berapa kios yang belum pindah?", "Ada 12 kios di pasar lama.", False),
        ("Berapa kios yang sudah pindah?", "Sebanyak 21 kios sudah pindah.", False),
        ("Kios di pasar lama udah pindah belum sih?", "Sebanyak 21 kios sudah pindah.", False),
        ("Mengapa kios belum pindah ke pasar baru?", "Listriknya sudah diputus.", False),
    ],
)
def test_what_is_done_answers_nothing_about_what_is_not(question: str, told: str, done: bool) -> None:
    assert tells_what_is_done(analyse(question), told) is done


@pytest.mark.parametrize(
    ("question", "told", "was"),
    [
        (
            "Kapan petani mau menutup jalan lagi?",
            "Pada 2019 petani pernah menutup jalan di depan balai.",
            True,
        ),
        ("Kapan konser akan digelar?", "Konser yang sebelumnya batal digelar Minggu (21/6/2026).", False),
        ("Kapan laga terakhir akan digelar?", "Laga terakhir digelar Sabtu (20/6/2026).", False),
        ("Kapan petani menutup jalan?", "Pada 2019 petani pernah menutup jalan.", False),
        ("Kapan konser akan digelar?", "Konser yang batal pekan lalu akan digelar 3 Mei.", False),
        ("Kapan konser akan digelar?", "Konser digelar pada 3 Mei 2024.", False),
        ("Kapan bupati akan ke Melati?", "Kunjungan yang ditunda bulan lalu dijadwalkan 3 Mei.", False),
        ("Siapa yang akan menutup jalan?", "Pada 2019 Sari Dewi pernah menutup jalan.", False),
    ],
)
def test_what_was_tells_nothing_of_what_is_to_come(question: str, told: str, was: bool) -> None:
    short, _ = short_answer_in(told, question)
    assert tells_what_was(analyse(question), told, short.text if short else None) is was


@pytest.mark.parametrize(
    ("question", "abstained"),
    [
        ("Kapan Kios Pagi mulai jalan di Peru?", False),
        ("Kapan Kios Pagi digugat di Peru?", True),
    ],
)
def test_a_date_of_what_is_told_in_other_words(tmp_path: Path, question: str, abstained: bool) -> None:
    texts = {"a.md": "---\ntitle: Kios Pagi\n---\nKios Pagi beroperasi di Peru sejak 3 Mei 2024."}
    with archive_of(tmp_path, texts) as archive:
        assert archive.ask(question).abstained is abstained
