"""What a sentence says that somebody is, and whom "sopir itu" and "terdakwa" mean by it."""

from __future__ import annotations

import pytest

from rag.documents import Article
from rag.quotes import extract
from rag.speech.predicates import told_to_be


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Saksi kedua, Wisnu Anggara, adalah sopir rumah sakit.", ("Wisnu Anggara", "sopir rumah sakit")),
        ("Ratih Kemala bekerja sebagai perawat di puskesmas.", ("Ratih Kemala", "perawat")),
        ("Terdakwa dalam perkara ini adalah mantan direktur, Johan Bakti.", ("Johan Bakti", "terdakwa")),
        ("Polisi menetapkan Burhan Lesmana sebagai tersangka.", ("Burhan Lesmana", "tersangka")),
        ("Polisi belum menetapkan Burhan Lesmana sebagai tersangka.", None),
        ("Polisi menetapkan Burhan Lesmana dan Joko Santosa sebagai tersangka.", None),
        ("Terdakwanya adalah Johan Bakti dan Sari Wulan.", None),
        ("Polisi menetapkan pengacara Edmund Tanara sebagai tersangka.", ("Edmund Tanara", "tersangka")),
        ("Polisi menetapkan istri Burhan Lesmana sebagai tersangka.", None),
        ("Polisi menetapkan bendahara Yayasan Melati sebagai tersangka.", None),
        ("Ajudan Bupati Ratna Lestari ditetapkan sebagai tersangka.", None),
        ("Anak Agung Wirawan ditetapkan sebagai tersangka.", ("Anak Agung Wirawan", "tersangka")),
        ("Korban di sini adalah siswi SMA di Kota Melati, Jawa Tengah.", None),
        ("Terdakwa di sini adalah kepala dinas di Kota Melati, Surya Wibawa.", ("Surya Wibawa", "terdakwa")),
        ("Terdakwa di sini adalah mantan direktur, Surya Jaya.", ("Surya Jaya", "terdakwa")),
        ("Terdakwa di sini adalah direktur di perusahaan milik suaminya, Johan Bakti.", None),
        ("Terdakwa di sini adalah suaminya sendiri, Johan Bakti.", ("Johan Bakti", "terdakwa")),
        ("Terdakwa di sini adalah sopir rumah sakit, Johan Bakti.", ("Johan Bakti", "terdakwa")),
        ("Terdakwa di sini adalah ajudan mantan bupati, Johan Bakti.", None),
        ("Toko milik Johan Bakti merupakan korban penjarahan.", None),
        ("Johan Bakti merupakan korban penjarahan.", ("Johan Bakti", "korban penjarahan")),
        ("Ratna Lestari resmi menjabat Wali Kota Sembrani.", ("Ratna Lestari", "wali kota sembrani")),
        ("Ratna Lestari pernah menjabat Wali Kota Sembrani.", None),
        ("Maya Lestari adalah istri Burhan Lesmana.", None),
        ("Masalah utama Kota Sembrani adalah banjir.", None),
    ],
)
def test_what_somebody_is_told_to_be(text: str, told: tuple[str, str] | None) -> None:
    assert next(((name, role) for name, _, role in told_to_be(text)), None) == told


COURT = (
    "Terdakwa dalam perkara ini adalah mantan direktur rumah sakit, Johan Bakti. Saksi kedua, Wisnu Anggara, "
    'adalah sopir rumah sakit. "Tasnya berat," kata Wisnu.\n\n'
)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'{COURT}"Keterangannya diarahkan," kata kuasa hukum terdakwa, Edmund Tanara.\n\n'
         '"Tidak ada yang mengarahkan saya," kilah sopir itu.', "Wisnu Anggara"),
        (f'{COURT}"Siapa yang menyuruh?" tanya jaksa Sigit Prakoso.\n\n"Tidak pernah!" sergah terdakwa.',
         "Johan Bakti"),
        ('"Siapa yang menyuruh?" tanya jaksa Sigit Prakoso.\n\n"Suami saya," jawab saksi Nurhayati '
         'Bakti.\n\n"Tidak pernah!" sergah terdakwa.', None),
        ('Hakim Dewi Lestari menegur. "Diam," kata Dewi.\n\n"Maaf," kata saksi itu.', None),
        ('Pelatih Ruslan Bakti adalah mantan kiper. "Kami lapar," kata Ruslan.\n\nStriker Made Antara '
         'tersenyum. "Saya beruntung," kata Made.\n\n"Dia tajam," kata mantan kiper itu.', "Ruslan Bakti"),
    ],
)  # fmt: skip
def test_who_is_meant_by_it(text: str, speaker: str | None) -> None:
    assert extract(Article(path="a.md", text=text))[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Marine ecologist Yohana Tiwa called it misleading.\n\n"It stays," the estate manager said.', None),
        ('Marine ecologist Yohana Tiwa called it misleading.\n\n"It stays," the mother of two said.',
         "Yohana Tiwa"),
        ('Koordinator aksi Wayan Suarsa tiba. "Turun," kata Wayan.\n\n"Sabar," ujar wali kota itu.', None),
        ('Wali kota sebelumnya, Sukamta Jati, diam. Koordinator aksi Wayan Suarsa berorasi. "Turun," kata '
         'Wayan.\n\n"Sabar," kata wali kota itu.', None),
        ('Ratna Lestari resmi menjabat Wali Kota Sembrani. Koordinator aksi Wayan Suarsa berorasi. "Turun," '
         'kata Wayan.\n\n"Sabar," kata wali kota itu.', "Ratna Lestari"),
        ('Koordinator aksi Wayan Suarsa berorasi. "Turun," kata Wayan.\n\n"Sekarang," kata mahasiswa itu.',
         "Wayan Suarsa"),
    ],
)  # fmt: skip
def test_who_holds_an_office_is_nobody_of_another_calling(text: str, speaker: str | None) -> None:
    assert extract(Article(path="a.md", text=text))[-1].speaker == speaker


BY_LAW = 'Kapolres Rudi Hartana menahannya. "Saya menyesal," kata tersangka itu.'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Adik Bupati Sari Dewinta ditetapkan sebagai tersangka. {BY_LAW}", None),
        (f"Sari Dewinta ditetapkan sebagai tersangka. {BY_LAW}", "Sari Dewinta"),
        ('Polisi menetapkan bendahara yayasan sebagai tersangka. Ketua yayasan, Sari Dewinta, kaget. "Bukan '
         'saya," kata tersangka.', None),
        ('Polisi menetapkan ketua yayasan sebagai tersangka. Ketua yayasan, Sari Dewinta, kaget. "Bukan '
         'saya," kata tersangka.', "Sari Dewinta"),
        ('Ketua yayasan, Sari Dewinta, diperiksa. Polisi menetapkan perempuan itu sebagai tersangka. "Bukan '
         'saya," kata tersangka.', "Sari Dewinta"),
        ('Polisi menetapkan dua orang sebagai tersangka. Salah satunya Sari Dewinta. "Bukan saya," kata '
         'tersangka.', "Sari Dewinta"),
        ('Hakim nonaktif Joni Iskandar ditangkap. Ia menjadi terdakwa. "Bukan saya," kata terdakwa itu.',
         "Joni Iskandar"),
        ('Jaksa Joni Iskandar ditangkap. Joni kini resmi menjadi tersangka. "Bukan," kata tersangka itu.',
         "Joni Iskandar"),
        ('Hakim Joni Iskandar memimpin sidang. Ia memeriksa sopir yang menjadi terdakwa. "Bukan saya," kata '
         'terdakwa itu.', None),
        ('Hakim Joni Iskandar memimpin sidang. Ia tidak menjadi terdakwa. "Bukan saya," kata terdakwa itu.',
         None),
    ],
)  # fmt: skip
def test_who_is_accused(text: str, speaker: str | None) -> None:
    assert extract(Article(path="a.md", text=text))[-1].speaker == speaker


LED_IN = 'told an inquiry that he had warned his captain.\n\n"I showed him," Bakri Wonda said.\n\n'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'The chief engineer of the ferry {LED_IN}The mayor, Ann Dell, left. "He shrugged," the engineer '
         'said.', "Bakri Wonda"),
        ('Seorang petani mengaku sawahnya diserobot sejak Januari.\n\n"Patok dicabut," kata Karyo Wibawa.\n\n'
         'Camat Rini Astuti membantah. "Saya punya suratnya," kata petani itu.', "Karyo Wibawa"),
        ('Ketua koperasi, Parlin Hasibu, tersenyum. Jaksa Dodi Firman bertanya. Parlin, yang hadir sebagai '
         'saksi, menggeleng. Jaksa Dodi diam. "Bukan," kata saksi itu.', "Parlin Hasibu"),
        # Not who else is told of in the first sentence.
        ('The engineer told a farmer to leave.\n\n"I will not," Karim Dole said.\n\nThe judge, Ann Dell, '
         'rose. "He was rude," the engineer said.', None),
        ('The engineer told Karim Dole to leave.\n\n"I will not," Karim Dole said.\n\nThe judge, Ann Dell, '
         'rose. "He was rude," the engineer said.', None),
        ('Seorang petani mengaku ditipu bidan desa.\n\n"Uangnya saya kembalikan," kata Karyo Wibawa.\n\n'
         'Camat Rini Astuti membantah. "Saya punya suratnya," kata petani itu.', None),
    ],
)  # fmt: skip
def test_whom_the_first_sentence_leads_in_without_a_name(text: str, speaker: str | None) -> None:
    assert extract(Article(path="a.md", text=text))[-1].speaker == speaker


RUDI = "Rudi Hartono mengaku lelah."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anindya Larasati mencetak 31 poin. Anindya, yang juga menjadi pencetak poin terbanyak musim ini, "
         "tidak memastikan akan bertahan.", "Anindya Larasati"),
        (f"{RUDI} Sari Dewi, yang pernah menjadi ketua kelas, menangis.", "Sari Dewi"),
        (f"{RUDI} Sari Dewi, yang sudah dua kali menjadi juara dunia, menangis.", "Sari Dewi"),
        (f"{RUDI} Sari Dewi, yang dulu menjadi ajudan Bupati Hendra Wijaya, menangis.", "Sari Dewi"),
        (f"{RUDI} Sari Dewi, yang bekerja sebagai sopir truk, menangis.", "Sari Dewi"),
        (f"{RUDI} Sari Dewi, who was once a school teacher, wept.", "Sari Dewi"),
        # The club is of her team, and no club speaks.
        ("Opposite Garuda Laut, Anindya Larasati, menang. Anindya, yang juga menjadi pencetak poin "
         "terbanyak, menangis.", "Anindya Larasati"),
        # Who is told to be somebody and is not made out leaves the word to nobody else.
        (f"{RUDI} Tarimbu, yang menjadi kapten, menangis.", None),
        # Nobody is named before the clause, or only an office is.
        (f"{RUDI} Seorang penonton yang menjadi korban menangis.", None),
        (f"{RUDI} Murid yang menjadi ketua kelas, Sari Dewi, menangis.", "Sari Dewi"),
        (f"{RUDI} Yang menjadi korban adalah Sari Dewi.", "Sari Dewi"),
        # What is no person is told of.
        (f"{RUDI} Kota Melati, yang menjadi tuan rumah, berbenah.", "Rudi Hartono"),
    ],
)  # fmt: skip
def test_what_a_clause_says_that_somebody_is_names_nobody_else(text: str, speaker: str | None) -> None:
    assert extract(Article("a.md", f'{text} "Saya mau pulang dulu," ucapnya.'))[-1].speaker == speaker
