"""Whom tables, scripts, chats and transcripts credit, in drafts."""

from __future__ import annotations

import time

import pytest

from rag.drafts import quotations

CHAT = (
    "12/02/26 09.05 - Rani Pantura: pagi pak, izin tanya soal trayek\n"
    "12/02/26 09.11 - Gunadi Prakoso: Trayek itu justru kami perpanjang sampai terminal 🙏\n"
    "12/02/26 09.12 - Gunadi Prakoso: <Media tidak disertakan>\n"
    "12/02/26 09.15 - Rani Pantura: siap pak, jadi kapan mulai berlakunya?\n"
    '12/02/26 09.20 - Rani Pantura: dari Wawali Ratna Kusumadewi: "Enam bulan lagi kita duduk bersama"\n'
)
TRANSCRIPT = (
    "P = pewawancara\n"
    "YB = dr. Yosefina Bentar, Kepala Dinas Kesehatan\n"
    "MT = Marselus Tanggu Rade, Kepala Dinas Peternakan\n\n"
    "P: Apa yang terjadi?\n\n"
    "YB: Ketiganya datang terlambat.\n\n"
    "MT: Anjing di sini tidak diikat.\n"
)
SCRIPT = (
    'VO:\nWARGA MEMASANG SPANDUK "KEMBALIKAN".\n\n'
    'SOT SUTARMIN WIRYO - KEPALA DESA (00:08):\n"YANG HILANG SUDAH 212 HEKTARE."\n\n'
    'Vox pop Sri Tinahwati (penonton):\n"Dari subuh saya sudah duduk di sini."\n'
)
TABLE = (
    "| No | Kutipan | Narasumber | Jabatan |\n|----|----|----|----|\n"
    '| 1 | "Kami belum menemukan bukti itu" | Teguh Amijaya | Kepala Bapenda |\n'
    '| 2 | "Ini pintu yang lupa dikunci." | Vania Surbekti | peneliti |\n'
)
BLOCK = (
    "# Surat\n\n> Dulu dari rumah saya ke laut jalan kaki satu jam. Kini tidak.\n>\n"
    "> — Sutarmin Wiryo, Kepala Desa\n\nKata itu datang lagi.\n\n— Bayu Setiadji\n"
)
MINUTES = (
    "NOTULEN\nJumpa pers\n\nKEVIN HARSADINATA (Dirut PT Contoh): Yang diakses adalah nama pelanggan.\n\n"
    "WULAN PARAMASTRI (Dirjen): Permintaan maaf itu baik sekali.\n\n"
    "KEVIN: Celah ditemukan pada sistem milik vendor.\n\nCATATAN: minta salinan slide keenam.\n"
)
SUBTITLES = (
    "1\n00:00:04,000 --> 00:00:07,200\nLUKA BRAVENSKI: Saya tidak pernah lari\ndari ruang ganti itu.\n\n"
    "2\n00:00:07,300 --> 00:00:10,100\nKontrak saya sampai Juni\ndan saya menghormatinya.\n\n"
    "3\n00:00:11,000 --> 00:00:12,100\n- YOGA TIRTAMULYA: Jangan salahkan wasit, salahkan kami.\n"
)
BULLETS = (
    '- **Kirana Wedhaswari**, kepala dinas: "Kami belum menetapkan status apa pun."\n'
    "- **Togar Manurip**, bupati: Saya lebih percaya sapu dan sikat.\n"
    "- Lokasi: Jalan Melati nomor lima belas, Contoh\n"
)
INTERVIEW = (
    "# Clara Oeylin: Kami Menutup Festival\n\n*Wawancara.* Clara Oeylin menerima kami di loket.\n\n"
    "**Bagaimana kondisi festival?**\n\nBioskop penuh, kas kosong.\n\n"
    "**Penontonnya bertambah?**\n\nJumlah penonton melonjak menjadi 48 ribu orang.\n"
)
CUES = (
    '02.10  INSERT AUDIO 1 — La Ode Samsuri, nelayan:\n       "Dulu dua jam sudah dapat tiga keranjang."\n\n'
    '09.00  INSERT AUDIO 2 — Samsuri: "Kami anti lapar."\n\n'
    '11.20  HOST: bacakan Gede Wirasana, kepala balai: "Terumbu itu butuh 30 tahun untuk tumbuh."\n'
)
EDITED = (
    '"Petugas saya membongkar gudang orang," kata {--Hotman Sagala--}{++Bramasta Wiryanegara++}. {>>cek<<}'
)
RADIO = (
    "PENYIAR:\nSELAMAT PETANG // MULAI MALAM INI BUS BERJALAN //\n\n"
    "INSERT 1 – RATNA DEWI, WALI KOTA (00:07)\nKota ini bekerja sampai malam, jadi busnya pun bekerja\n"
    "sampai malam.\n\nPENYIAR:\nDEMIKIAN WARTA PETANG //\n"
)
TABLE_WITHOUT_MARKS = (
    "| No | Pernyataan | Pembicara |\n|---|---|---|\n"
    "| 1 | Permintaan maaf tidak mengganti nomor kependudukan. | Agus Pramudita |\n"
    "| 2 | Belum ada. | Ester Simbolon |\n"
)
TIMED = (
    "--- narasumber 1: Gita Rahmawanti, psikolog anak ---\n\n"
    "[02:11] Gita: Ponsel itu pintu bagi anak kita.\n[04:50] Gita: Jangan ditutup tanpa diberi jendela.\n"
)
RELAYED = (
    '[11/02/26 08.14.40] Rani Biro: Gatot Wirahadi (kadis): "Besok siang saya pasang batu pertama"\n'
    '[11/02/26 08.19.20] Rani Biro: Sarkawi (nelayan): "Kakek saya dikubur di sini dulu"\n'
    '[11/02/26 08.20.58] Rani Biro: Gatot: "Kami hanya menyediakan pilihan kepada warga"\n'
    "[11/02/26 08.21.10] Rani Biro: sudah saya kirim semua ya mas\n"
)
SET_APART = (
    "Beredar foto Direktur Utama Kristanto Halim dengan teks:\n\n> Sistem pembayaran kami tidak terpisah.\n\n"
    "### Hesti Wulansari\nPelatih Putri Segara, soal keuangan klub\n\n> Utang saya banyak, piala saya satu.\n"
)
LIVE = (
    '19.10 | Ketua panitia Hapsari Tirtonegara kepada Gelanggang: "GOR belum pernah sepenuh ini."\n\n'
    '21.32 | Pelatih Bram Natadiredja di pinggir lapangan: "Kami main satu bola demi satu bola."\n\n'
    '21.36 | Kapten Anindya Puspawardani, kakinya masih dikompres es: "Kaki saya kram sejak set keempat."\n'
)
LED_IN = (
    'Pelajaran dari konservator Paramitha Jenar: "kain basah tidak boleh dijemur". Bu Paramitha Jenar juga '
    'cerita, "selendang itu seperti bayi yang digendong". Catat janji Pak Wali Fadlan Rauf: "tahun depan '
    'semua museum punya alat pemadam". Di Stasiun Gambir: "kereta api terlambat dua jam lagi".'
)


@pytest.mark.parametrize(
    ("draft", "wanted"),
    [
        (
            CHAT,
            [
                ("Trayek itu justru kami perpanjang sampai terminal", "Gunadi Prakoso"),
                ("Enam bulan lagi kita duduk bersama", "Ratna Kusumadewi"),
            ],
        ),
        (
            TRANSCRIPT,
            [
                ("Ketiganya datang terlambat.", "Yosefina Bentar"),
                ("Anjing di sini tidak diikat.", "Marselus Tanggu Rade"),
            ],
        ),
        (
            SCRIPT,
            [
                ("YANG HILANG SUDAH 212 HEKTARE.", "SUTARMIN WIRYO"),
                ("Dari subuh saya sudah duduk di sini.", "Sri Tinahwati"),
            ],
        ),
        (
            TABLE,
            [
                ("Kami belum menemukan bukti itu", "Teguh Amijaya"),
                ("Ini pintu yang lupa dikunci.", "Vania Surbekti"),
            ],
        ),
        (BLOCK, [("Dulu dari rumah saya ke laut jalan kaki satu jam. Kini tidak.", "Sutarmin Wiryo")]),
        (
            LIVE,
            [
                ("GOR belum pernah sepenuh ini.", "Hapsari Tirtonegara"),
                ("Kami main satu bola demi satu bola.", "Bram Natadiredja"),
                ("Kaki saya kram sejak set keempat.", "Anindya Puspawardani"),
            ],
        ),
        (
            MINUTES,
            [
                ("Yang diakses adalah nama pelanggan.", "KEVIN HARSADINATA"),
                ("Permintaan maaf itu baik sekali.", "WULAN PARAMASTRI"),
                ("Celah ditemukan pada sistem milik vendor.", "KEVIN HARSADINATA"),
            ],
        ),
        (
            SUBTITLES,
            [
                ("Saya tidak pernah lari\ndari ruang ganti itu.", "LUKA BRAVENSKI"),
                ("Kontrak saya sampai Juni\ndan saya menghormatinya.", "LUKA BRAVENSKI"),
                ("Jangan salahkan wasit, salahkan kami.", "YOGA TIRTAMULYA"),
            ],
        ),
        (
            BULLETS,
            [
                ("Kami belum menetapkan status apa pun.", "Kirana Wedhaswari"),
                ("Saya lebih percaya sapu dan sikat.", "Togar Manurip"),
            ],
        ),
        (
            INTERVIEW,
            [
                ("Bioskop penuh, kas kosong.", "Clara Oeylin"),
                ("Jumlah penonton melonjak menjadi 48 ribu orang.", "Clara Oeylin"),
            ],
        ),
        (
            CUES,
            [
                ("Dulu dua jam sudah dapat tiga keranjang.", "La Ode Samsuri"),
                ("Kami anti lapar.", "Samsuri"),
                ("Terumbu itu butuh 30 tahun untuk tumbuh.", "Gede Wirasana"),
            ],
        ),
        (RADIO, [("Kota ini bekerja sampai malam, jadi busnya pun bekerja\nsampai malam.", "RATNA DEWI")]),
        (
            TABLE_WITHOUT_MARKS,
            [("Permintaan maaf tidak mengganti nomor kependudukan.", "Agus Pramudita")],
        ),
        (
            TIMED,
            [
                ("Ponsel itu pintu bagi anak kita.", "Gita Rahmawanti"),
                ("Jangan ditutup tanpa diberi jendela.", "Gita Rahmawanti"),
            ],
        ),
        (
            RELAYED,
            [
                ("Besok siang saya pasang batu pertama", "Gatot Wirahadi"),
                ("Kakek saya dikubur di sini dulu", "Sarkawi"),
                ("Kami hanya menyediakan pilihan kepada warga", "Gatot"),
            ],
        ),
        (
            SET_APART,
            [
                ("Sistem pembayaran kami tidak terpisah.", "Kristanto Halim"),
                ("Utang saya banyak, piala saya satu.", "Hesti Wulansari"),
            ],
        ),
        (EDITED, [("Petugas saya membongkar gudang orang,", "Bramasta Wiryanegara")]),
    ],
    ids=[
        "chat",
        "transcript",
        "script",
        "table",
        "block",
        "live blog",
        "minutes",
        "subtitles",
        "bullets",
        "questions in bold",
        "cue sheet",
        "radio",
        "table without marks",
        "with times",
        "relayed",
        "set apart",
        "edited",
    ],
)
def test_the_layout_credits(draft: str, wanted: list[tuple[str, str | None]]) -> None:
    assert [(quote.text, quote.speaker) for quote in quotations(draft)] == wanted


def test_what_leads_words_in_names_who_spoke_and_no_place() -> None:
    speakers = [quote.speaker for quote in quotations(LED_IN)]
    assert speakers == ["Paramitha Jenar", "Paramitha Jenar", "Wali Fadlan Rauf", None]


def test_the_work_that_a_title_is_of_may_stand_a_word_before_it() -> None:
    assert (
        quotations('Itu adegan film dokumenter pertamanya "Tanah yang Tak Tidur", yang diputar kemarin.')
        == []
    )
    said = 'Di lokasi film dokumenter itu "Kami tidak akan pergi dari sini," kata Sari Wulandari.'
    assert [quote.speaker for quote in quotations(said)] == ["Sari Wulandari"]


def test_what_stands_on_a_banner_is_no_quotation() -> None:
    assert quotations('[spanduk di tribun: "GAJI DULU BARU MAJU SEKARANG"]') == []


def test_a_term_behind_a_colon_is_nobodys_words() -> None:
    assert quotations('Jargon hari ini: "satu data". Artinya semua instansi memakai angka yang sama.') == []
    assert [quote.speaker for quote in quotations('Sari Wulandari: "Kami siap."')] == ["Sari Wulandari"]


@pytest.mark.parametrize(
    ("draft", "wanted"),
    [
        ('Sari Dewi menyatakan, "Kami menolak itu."\n- Budi Santoso tidak hadir', ["Sari Dewi"]),
        ('- Sari Dewi mengatakan, "Kami menolak itu."\n- Budi Santoso, Ketua DPRD, abstain', ["Sari Dewi"]),
        ('Dewi Lestari berkata, "Kami menolak." — Budi Santoso mengangguk.', ["Dewi Lestari"]),
        ('KUTIPAN HARI INI:\n"Kami menolak rencana itu," kata Sari Dewi.', ["Sari Dewi"]),
        ('| Kutipan | Sumber |\n|--|--|\n| "Kami menolak itu," kata Sari Dewi. | Kompas |', ["Sari Dewi"]),
        ('Seorang penonton meneriaki Bambang Pamungkas: "Pulang saja ke rumah!"', [None]),
    ],
)
def test_a_verb_of_saying_goes_before_the_layout(draft: str, wanted: list[str | None]) -> None:
    assert [quote.speaker for quote in quotations(draft)] == wanted


@pytest.mark.parametrize(
    "draft",
    [
        "- Jawa Barat: 12 kasus baru minggu lalu.\n- Bank Mandiri: Bunga turun menjadi 3 persen.\n",
        "- Dewi Lestari: menulis naskah dan menyunting video\n",
        "KOTA BANDUNG (Kompas): Pemerintah kota menolak rencana itu kemarin.\n",
        "KPK = Komisi Pemberantasan Korupsi\n\nKPK: menahan dua orang anggota dewan.\n",
        "INSERT FOTO\nPasar induk terbakar tadi malam.\n\nSYNC Musik Latar\nLagu dimainkan sampai selesai.\n",
        "**Apa itu inflasi?**\n\nInflasi itu harga naik.\n\n**Kapan turun?**\n\nHarga turun sesudah panen.\n",
        "> Daftar hadir rapat kemarin pagi:\n> - Sari Wulandari\n> - Budi Santoso\n",
    ],
)
def test_prose_and_lists_are_nobodys_words(draft: str) -> None:
    assert quotations(draft) == []


def test_what_an_editor_hides_moves_nothing() -> None:
    text = '"Kami menolak," kata Sari Dewi.\n\n<!--\n**Kapan?**\n\n**Siapa yang bayar?**\n-->\nPasar ditutup.'
    assert [(quote.text, quote.speaker) for quote in quotations(text)] == [("Kami menolak,", "Sari Dewi")]


def test_one_heading_of_a_script_ends_the_words_of_another() -> None:
    text = (
        "INSERT 1 – RATNA DEWI (00:06)\nKami menutup pasar itu.\nINSERT 2 – BUDI SANTOSO\nKami menolak itu."
    )
    assert [quote.text for quote in quotations(text)] == ["Kami menutup pasar itu.", "Kami menolak itu."]


def test_an_answer_ends_with_its_sentence() -> None:
    text = "SARI WULANDARI (Ketua DPRD): Kami akan menggugat keputusan itu.\nIa lalu meninggalkan ruangan.\n"
    assert [quote.text for quote in quotations(text)] == ["Kami akan menggugat keputusan itu."]


def test_headings_in_capitals_are_nobodys() -> None:
    assert (
        quotations("CEK FAKTA: kabar miring soal wabah di kota itu\n\nHARGA EMAS: naik lagi hari ini juga\n")
        == []
    )


def test_one_line_with_a_time_is_no_chat() -> None:
    assert quotations("12/02/26 09.11 - Gunadi Prakoso: Trayek itu justru kami perpanjang lagi\n") == []


@pytest.mark.parametrize(
    "piece",
    [
        "| a: ",
        ">\n",
        "INSERT BUDI SANTOSO\nkata itu banyak\n",
        'Ada Gambir "kami" ',
        "| a | b |\n",
        "{--a--}",
        "**Apa?**\n\nIni dia.\n\n",
        "SOT A B\nkata\n\n",
        "12/02/26 09.11 - Sari Dewi: ya\n",
        "> kata\n>\n",
        "YB = Sari\nYB: ya\n",
        'a: "',
        "a,",
    ],
    ids=repr,
)
def test_a_long_draft_of_labels_takes_no_time(piece: str) -> None:
    begun = time.process_time()
    quotations(piece * (200_000 // len(piece)))
    assert time.process_time() - begun < 20
