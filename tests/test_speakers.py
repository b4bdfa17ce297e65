"""Whose words they are: a phrase in the way, a description of another, what somebody relays."""

from __future__ import annotations

import pytest

from rag.documents import Article
from rag.quotes import extract
from rag.speech.houses import is_body


def last(text: str) -> tuple[str, str | None, str | None]:
    """Return kind, speaker and source of what is said last."""
    quote = extract(Article(path="a.md", text=text))[-1]
    return quote.kind, quote.speaker, quote.via


DOCTOR = "Direktur RSUD dr Anton Wijaya menyebut rumah sakitnya penuh."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'Kepala Dinas Kesehatan, dr Lestari Wijaya, mengakui itu.\n\n{DOCTOR} "Kami siap," kata Anton.',
         "Anton Wijaya"),
        (DOCTOR, "Anton Wijaya"),
        ('Direktur RSUD dr Soetomo Joni Wahyu menyebut rumah sakitnya penuh. "Kami siap," kata Joni.',
         "Joni Wahyu"),
        ('Pemain Endang Retno tiba. "Macet," jawab Endang.\n\nPutri Endang, Larasati, yang ikut mengantar, '
         'membocorkan persiapan. "Ibu latihan di dapur," ujarnya.', "Larasati"),
        ('Sumarni Uji kesal. "Dia itu," kata Sumarni.\n\nPak RT yang dimaksud adalah Slamet. "Bocah itu '
         'memang begitu," katanya.', "Slamet"),
        ('Budi Santosa arrived. "Traffic," Budi said.\n\nHis wife, who did not want her name printed, '
         'supplied the ending. "He ate it," she said.', None),
        ('Budi Santosa tiba. "Macet," kata Budi.\n\nIstrinya menghela napas. "Dia memang begitu," katanya.',
         None),
        ('Saksi lain, sopir pribadi Bambang bernama Suwarno, mengaku mengambil tas. "Saya ambil," ujarnya.',
         "Suwarno"),
        # Somebody else speaks to whoever is addressed.
        ('"Macet, Mas," jawab Endang Retno enteng.\n\n"Aku memang keras kepala," kata Bram Wicaksana.\n\n'
         '"Lho, kenapa tidak bilang, Mas?"', None),
        ('Kata Direktur RSUD dr Moewardi Cahyono Hadi, "Kami siap." Pasien dibawa ke Moewardi kemarin.',
         "Cahyono Hadi"),
        ('"Saya tidak menyerah," kata Budi Santoso.\n\nAnaknya hilang terseret arus. Ia hanya pasrah: "Saya '
         'akan tetap mencari."', "Budi Santoso"),
        # An uncle of his does not make him who speaks.
        ('"Sabar," kata Wali Kota Hendra Prakosa.\n\nKritik datang dari Darmawan Prakosa, paman Hendra. '
         '"Tanggul itu seharusnya sudah rampung," kata dia.', "Darmawan Prakosa"),
    ],
)  # fmt: skip
def test_who_shares_a_name_with_somebody_else(text: str, speaker: str) -> None:
    assert last(text)[1] == speaker


OTHERS = 'Petani Tarno Wiryo gagal panen. Penyuluh Desi Arimbi menyarankan jagung. "Jagung kuat," kata Desi.'
COACH = 'Kiper Andika Wicaksana tampil buruk. Pelatih Herman Dolok membelanya. "Dia muda," kata Herman.'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'{OTHERS}\n\n"Siapa yang beli?" kata petani 60 tahun itu.', "Tarno Wiryo"),
        (f'{OTHERS}\n\n"Siapa yang beli?" kata pedagang asal Muara itu.', None),
        (f'{OTHERS}\n\n"Stoknya ada," kata perempuan 40 tahun itu.', "Desi Arimbi"),
        (f'{COACH}\n\n"Saya minta maaf," kata kiper 25 tahun itu.', "Andika Wicaksana"),
        (f'{COACH}\n\n"Kami belum aman," kata juru taktik asal Solo itu.', "Herman Dolok"),
        ('Ratih Anom dari PDI Perjuangan memimpin rapat. Menteri Tigor Napitu hadir. "Kami siap," kata Tigor.'
         '\n\n"Jangan siap di mulut saja," kata politikus PDIP itu.', "Ratih Anom"),
        ('Bupati Sri Hartati melalui juru bicaranya mengatakan turut berduka. "Kami bayar," kata juru bicara '
         'itu.', None),
        ('Pembalap Yance Krey, yang baru berusia 17 tahun, menang. "Mama pasti senang," kata remaja itu.',
         "Yance Krey"),
    ],
)  # fmt: skip
def test_a_description_of_somebody_else(text: str, speaker: str | None) -> None:
    assert last(text)[1] == speaker


RIVALS = (
    'Tokoh adat La Ode Mansur menolak tambang. "Kami tidak jual," kata Mansur.\n\nHumas perusahaan, Denny '
    'Kurnia, mengklaim ganti rugi dibayar. "Kuitansinya lengkap," ujarnya.\n\n'
)


@pytest.mark.parametrize(
    "phrase",
    [
        "Membaca surat warga itu",
        "Saat ditanya keluhan warga itu",
        "Melihat foto anak itu",
        "Mewakili camat itu",
    ],
)
def test_a_phrase_before_who_acts_is_passed_over(phrase: str) -> None:
    assert last(f'{RIVALS}{phrase}, Mansur tertawa. "Mereka sudah wafat," katanya.')[1] == "La Ode Mansur"


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ('Saksi Lina Sari mengatakan Gunadi pernah berkata, "Taruh di mobil."', "Gunadi", "Lina Sari"),
        ('Menurut Lina Sari, Gunadi berkata, "Taruh di mobil saja."', "Gunadi", "Lina Sari"),
        ('Jaksa Rudolf Hasian membacakan pesan WhatsApp dari terdakwa Gunadi, "Sudah aman, tinggal tanda '
         'tangan."', "Gunadi", "Rudolf Hasian"),
        ('Cucunya, Danu Wirya, membacakan surat terakhir sang kakek: "Jangan jual gamelan kita."', None,
         "Danu Wirya"),
        ('Lina Sari mengatakan ia pernah berkata, "Taruh di mobil saja."', "Lina Sari", None),
        ('Jaksa Rudolf Hasian membacakan surat tuntutan, "Terdakwa bersalah menerima suap."', "Rudolf Hasian",
         None),
        ('"Kios Bapak merah, Pak," kata Mulyono Sastra menirukan si penjaga.', None, "Mulyono Sastra"),
        ('"Boleh saya datang, Bu?" ujar Karla Wati, menirukan pertanyaan seorang murid.', None, "Karla Wati"),
        ('"Duar, keras sekali," ujar Karla Wati menirukan suara petasan.', "Karla Wati", None),
        ('"Mengapa kami?" kata Karla Wati mengulang pertanyaan itu.', "Karla Wati", None),
        ('Ben Tarigan then read a message from the chairman, Henrik Dahl: "I give you my word on that."',
         "Henrik Dahl", "Ben Tarigan"),
        ('Ben Tarigan then read out a short statement: "We will not pay for it."', "Ben Tarigan", None),
        ('"Wait outside," Ben Tarigan said, imitating a nurse.', None, "Ben Tarigan"),
        ('"Wait outside," Ben Tarigan said, imitating her accent.', "Ben Tarigan", None),
    ],
)  # fmt: skip
def test_words_that_are_relayed(text: str, speaker: str | None, via: str | None) -> None:
    assert last(text) == ("direct", speaker, via)


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("Menurut kolektor Benny Halim, harga batik bisa mencapai Rp 25 juta.", "indirect", "Benny Halim"),
        (
            "Disampaikan oleh Kepala Museum Batik Warsito Jati bahwa pameran dibuka.",
            "indirect",
            "Warsito Jati",
        ),
        (
            'Gubernur Hendra Wijaya datang. Kata dia, "Perbaikan dimulai malam ini."',
            "direct",
            "Hendra Wijaya",
        ),
    ],
)
def test_reports_of_other_forms(text: str, kind: str, speaker: str) -> None:
    assert last(text)[:2] == (kind, speaker)


@pytest.mark.parametrize(
    "led", ["hitungannya", "hematnya", "versinya", "dugaannya", "datanya", "perkiraannya", "laporannya"]
)
def test_what_is_according_to_somebodys_reckoning_is_theirs(led: str) -> None:
    text = f"Ratna Kusuma membenarkan kejadian itu. Menurut {led}, kerugian petani hanya Rp 2,1 miliar."
    found = extract(Article(path="a.md", text=f"Rob di Pesisir\n\n{text}\n"))
    assert [(quote.speaker, quote.reference) for quote in found][-1] == ("Ratna Kusuma", "pronoun")


MAYOR = "Mayor Lontoh visited the port."


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ('"We will pay," said Lontoh\'s deputy, Grace Mandagi.', "Grace Mandagi"),
        ('"We will pay," said Lontoh’s wife, Ibu Grace.', "Grace"),
        ('"We will pay," said Lontoh\'s wife of 20 years, Grace Mandagi.', "Grace Mandagi"),
        ('"We will pay," said Lontoh\'s neighbour Grace Mandagi.', "Grace Mandagi"),
        ('"We will pay," Lontoh\'s deputy, Grace Mandagi, said.', "Grace Mandagi"),
        ('"We will pay," said the port\'s director of works, Grace Mandagi.', "Grace Mandagi"),
        ('"We will pay," said Lontoh\'s deputy.', None),
        ('"We will pay," said the mayor\'s deputy.', None),
        ('"We will pay," said Mayor Lontoh.', "Lontoh"),
        ('"Last year\'s crop failed," Lontoh said.', "Lontoh"),
    ],
)
def test_somebody_elses_wife_or_deputy(told: str, speaker: str | None) -> None:
    assert last(f"{MAYOR}\n\n{told}")[1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ('Pelatih Bambang Sudrajat hadir bersama asistennya, Rudi Hartawan.\n\n"Anak-anak kerja keras", kata '
         'Bambang, sementara asistennya, Rudi Hartawan, menimpali, "Latihan penalti itu tiap hari, Mas."',
         "Rudi Hartawan", None),
        ('Novelis Sekar Ayuningtyas menulis lagi. "Novel ini matang," kata kritikus Hesti Kusumaningrum.\n\n'
         'Sekar sendiri enggan menanggapi pujian tersebut. "Pujian itu seperti hujan," ujar dia.',
         "Sekar Ayuningtyas", None),
        ('Saksi Rahmat Siregar diperiksa. Namun, kata dia, terdakwa pernah berpesan di dalam mobil, "Kalau '
         'ada yang tanya, bilang saja oleh-oleh."', None, "Rahmat Siregar"),
        ('"Kami sudah bayar," kata Lurah Sudirman Hakim. Warga tidak puas dengan jawaban itu.\n\n'
         '"Uangnya tidak pernah sampai ke kami."', None, None),
        ('"Kami sudah bayar," kata Lurah Sudirman Hakim. Sudirman menunjukkan kuitansi.\n\n'
         '"Ini buktinya, lihat saja sendiri."', "Sudirman Hakim", None),
        ('"Kami sudah bayar," kata Lurah Sudirman Hakim.\n\n"Lapor ke mana? Ke kami tidak ada."\n\nDemikian '
         'bantahan petugas kelurahan, Yono Basri, pada Senin.', "Yono Basri", None),
        ('Leonardus Wee menjawab, "Dan untuk katering."\n\nBegitu pula Bowo Santoso. Ia hanya tersenyum.',
         "Leonardus Wee", None),
        ('"Kami tidak alergi," kata Agustina Loho.\n\nKepada wartawan Maria Simanjuntak menjelaskannya. '
         '"Petani menyimpan benih sendiri," ujarnya.', "Maria Simanjuntak", None),
        ('Direktur bank Stephanie Gunawan hadir. "Kami patuh," tulis bank itu.', None, None),
        ('Pak Ruslan Hadi menolak pindah. Anaknya, Hasnah Pratiwi, guru. "Jangan pergi," kata ibunya.', None,
         None),
        ('Hasan Wiranto quoted his late father: "Never stand between two hungry men."', None,
         "Hasan Wiranto"),
        ('Hasan Wiranto mengutip ayahnya: "Jangan berdiri di sana."', None, "Hasan Wiranto"),
        ('"Angka itu optimistis," ujar Nadia Prameswari.\n\nSaya sampaikan angka itu kepada Ruslan Daeng. Ia '
         'tertawa. "Umur saya tujuh puluh," katanya.', "Ruslan Daeng", None),
        ('"Angka itu optimistis," ujar Nadia Prameswari.\n\nPertanyaan serupa diajukan kepada Ruslan Daeng. '
         '"Umur saya tujuh puluh," katanya.', "Ruslan Daeng", None),
        ('"Rugi," keluh Sumiyem.\n\nLain lagi dengan Wagiman, pedagang sayur. Ia senang. "Sudah habis jam '
         'sembilan," ucapnya.', "Wagiman", None),
        ('Wakil Menteri Pertanian Agustina Loho hadir. "Kami siap," kata Wamentan.', "Agustina Loho", None),
    ],
)  # fmt: skip
def test_somebody_else_comes_between(text: str, speaker: str | None, via: str | None) -> None:
    assert last(text)[1:] == (speaker, via)


def test_an_answer_is_not_the_magazines() -> None:
    text = (
        "Novelis Sekar Ayuningtyas menulis lagi.\n\nKepada Putri Larasati dari Majalah Jendela, penulis "
        "kelahiran Blora itu bercerita tentang Rumah Kaca Ibu. Kepada kami ia terbuka. Petikannya:\n\n"
        "Mengapa novel ini butuh tujuh tahun?\n\nKarena saya menulisnya sambil merawat ibu. Waktunya sempit."
    )
    assert "Jendela" not in {quote.speaker for quote in extract(Article(path="a.md", text=text))}


@pytest.mark.parametrize(
    "text",
    [
        'Bupati Erwin Tanjung meresmikan program baru: "Pasar Tangguh Api Bersama".',
        'Bupati Erwin Tanjung memasang spanduk: "Kami akan menutup pasar ini".',
        'Slamet Riyanto mendengar teriakan: "Rumahmu akan kami bakar!"',
        'Marthen Lawalata held a sign: "Your river will die tonight!"',
        'Spanduk di gerbang berbunyi: "Kami akan menutup pasar ini".',
        'Signs in the lobby warned viewers of "scenes of flooding and loss".',
    ],
)
def test_what_is_seen_or_heard_is_not_said_by_who_sees_it(text: str) -> None:
    assert {quote.speaker for quote in extract(Article(path="a.md", text=text))} <= {None}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Opposition leader Thomas Okala called it a farce. "You want us to sign," he said.', "Thomas Okala"),
        ('Union leader Maria Santara walked out. "We will strike," she said.', "Maria Santara"),
        ('Energy analyst Dira Wulan of the Meridian Institute warned of it. "Wells cost money," she said.',
         "Dira Wulan"),
        ('Urban analyst Nora Rahma of Coast Institute of Technology warned of it. "It sinks," she said.',
         "Nora Rahma"),
        ('"It sinks," said the leader of the Labour group Nora Rahma.', "Nora Rahma"),
        ('"It sinks," said the director general of the Ministry of Health.', None),
    ],
)  # fmt: skip
def test_an_english_office_before_a_name(text: str, speaker: str | None) -> None:
    assert last(text)[1] == speaker


COUPLE = (
    'Sarmini menutup kios. Suaminya, Kardiman, menjahit jala. "Kami libur," kata Kardiman.\n\nPasangan itu '
)
PAIR = (
    'Suryani Pratama brushes the velvet. "You feed a cat," she said. Her husband, Hadi, was up a ladder.\n\n'
)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'{COUPLE}tinggal di pantai.\n\n"Ombak makin tinggi," katanya.', None),
        (f'{COUPLE}tinggal di pantai.\n\n"Ombak makin tinggi," kata perempuan itu.', "Sarmini"),
        (f'{COUPLE}tinggal di pantai. Kardiman lahir di sana.\n\n"Ombak tinggi," katanya.', "Kardiman"),
        (f'{PAIR}The couple bought the place in 1983. "The roof leaked," the 71-year-old said.', None),
        (f'{PAIR}The couple bought the place in 1983. "The roof leaked," she said.', "Suryani Pratama"),
        (f'{PAIR}Pratama came down from his ladder. "We have a word for it," he shot back.', None),
        (
            f'{PAIR}Pratama came down from her ladder. "We have a word for it," she shot back.',
            "Suryani Pratama",
        ),
    ],
)
def test_which_of_a_couple_is_not_guessed(text: str, speaker: str | None) -> None:
    assert last(text)[1] == speaker


@pytest.mark.parametrize(
    ("clause", "speaker"),
    [
        ("tambah Delima Siregar sambil tertawa", "Delima Siregar"),
        ("kata Delima Siregar seraya menambahkan", "Delima Siregar"),
        ("kata Delima Siregar, sementara dari belakang ada yang berteriak", None),
        ("kata Delima Siregar, lalu Parulian Sitompul menjawab", "Parulian Sitompul"),
    ],
)
def test_who_goes_on_in_one_breath(clause: str, speaker: str | None) -> None:
    assert last(f'"Saya tidak ada hubungan," {clause}, "jadi saya bebas mengkritik."')[1] == speaker


MATCH = (
    "Kapten Laskar Timur, Yoris Mambora, mencetak gol. Pelatih Arman Tobira memeluknya. "
    '"Dia nyawa tim ini," kata Arman.\n\n'
)
MEETING = 'Rapat dibuka Lurah Sri Widarti. "Kita cari jalan tengah," kata Sri.\n\n'
ARREST = (
    "Polisi menangkap dua orang, RD dan SL. Kapolres Arunika Bayu Segara menyebut keduanya residivis. "
    '"Mereka butuh uang," kata Bayu.\n\n'
)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'{MATCH}"Saya beruntung," ucap kapten tim itu.', "Yoris Mambora"),
        (f'{MATCH}"Saya bangga," ucap pelatih tim itu.', "Arman Tobira"),
        (f'{MEETING}Seorang ibu menyela. "Rumah saya belum dicatat!"\n\n"Nanti, Bu," jawab lurah itu.\n\n'
         '"Tiga kali suratnya hilang," kata perempuan itu.', None),
        (f'{MEETING}"Tiga kali suratnya hilang," kata perempuan itu.', "Sri Widarti"),
        (f'{ARREST}RD hanya menunduk. "Saya menyesal," ucapnya.', None),
        (f'{ARREST}Bayu hanya menunduk. "Saya menyesal," ucapnya.', "Bayu Segara"),
        (f'{ARREST}"Anak saya salah pergaulan," kata perempuan itu.', None),
        (f'{ARREST}Kuasa hukum Leo Batara keberatan. "Klien kami kooperatif," katanya.\n\n'
         '"Kami pertimbangkan," kata perwira itu.', None),
        ('Direktur RSUD Melati Ratna Pustaka mengakui antrean. "Kami berbenah," kata Ratna.\n\nAnggota DPRD '
         'Hendri Salim datang. "Kami bahas," katanya.\n\nDirektur rumah sakit itu menyambutnya. "Semoga," '
         "katanya lagi.", "Ratna Pustaka"),
        ('"By spring," Paul Stern said.\n\nHer neighbour, a retired surveyor, was blunt. "It floods," he '
         "said.", None),
        ('"By spring," Paul Stern said.\n\nHer neighbour, Owen Reed, was blunter. "It will flood," he said.',
         "Owen Reed"),
        ('"By spring," kata tergugat, Melki Kambur.\n\nTetua lain, Mama Dorce, menengahi. "Tenang," kata '
         "perempuan sepuh itu.", "Mama Dorce"),
    ],
)  # fmt: skip
def test_a_description_takes_no_other_for_it(text: str, speaker: str | None) -> None:
    assert last(text)[1] == speaker


@pytest.mark.parametrize(
    ("office", "described", "speaker"),
    [
        ("Wasit", "pengadil asal Brebes itu", "Pramono Edianto"),
        ("Kiper", "penggawa tim nasional itu", "Pramono Edianto"),
        ("Pengusaha", "taipan itu", "Pramono Edianto"),
        ("Pengusaha", "seorang pengawal", None),
    ],
)
def test_a_calling_that_stands_for_another(office: str, described: str, speaker: str | None) -> None:
    text = f'{office} Pramono Edianto datang.\n\n"Kami sudah menunggu lama," kata {described}.'
    assert last(text)[1] == speaker


CHIEF = 'Kepala Dinas Bona Prakoso marah. "Cukup," kata Bona.\n\n'
LAWYER = "Ratri Harjo, a lawyer, was not convinced. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # What a paper says is of nobody who shows it, reads it out or has come by it.
        (f'{CHIEF}Ia memperlihatkan papan yang bertuliskan: "Dilarang masuk tanpa izin pemilik."', None),
        (f'{CHIEF}Ia membuka Pasal 5 yang menyebutkan, "Setiap orang berhak atas air bersih."', None),
        (f'{CHIEF}Bona menulis surat yang menyatakan, "Kami akan membayar ganti rugi."', "Bona Prakoso"),
        (f'{CHIEF}Bona dalam keterangan tertulis: "Kami akan membayar ganti rugi."', "Bona Prakoso"),
        (f'{CHIEF}Dinas itu menerbitkan maklumat. "Setiap orang berhak," bunyi Pasal 7.', None),
        (f'{CHIEF}"Setiap orang berhak," kata Pasalino Bere.', "Pasalino Bere"),
        (f'{LAWYER}She then read from the entry, which said: "Visual check only. Room not entered."', None),
        (f'{LAWYER}She pointed to the contract, which also says: "No refund is given in any case."', None),
        (f'{LAWYER}She told reporters that she said, "No refund is given in any case."', "Ratri Harjo"),
        ('Polres Ranu menemukan surat di kamar itu. "Maafkan aku, Ibu," bunyi surat itu.', None),
        ('Polres Ranu mengirim surat ke panitia. "Warga diminta tenang," bunyi surat itu.', "Polres Ranu"),
        # … and only what is told to be the paper's words.
        ('Polres Ranu menyita surat di kamar itu. "Kami masih mendalaminya," ujar mereka.', "Polres Ranu"),
        ('PT Ranu Jaya menerima surat warga. "Kami akan menjawab," bunyi keterangan mereka.', "PT Ranu Jaya"),
        ('PT Ranu Jaya menerima surat warga. PT Ranu lalu mengirim surat. "Kami setuju," bunyi surat itu.',
         "PT Ranu Jaya"),
        # Whom a paper reached, who answers it, and who deals in papers, speaks.
        ('Putusan itu dibacakan hakim Siti Lasmi yang menyatakan, "Terdakwa bersalah."', "Siti Lasmi"),
        ('Berita itu dibantah Siti Lasmi yang menegaskan, "Saya masih hidup."', "Siti Lasmi"),
        ('Penulis artikel Siti Lasmi yang juga mengatakan, "Data itu lama."', "Siti Lasmi"),
        (f'{CHIEF}Ia mengutip laporan Bank Ranu yang menyebut, "Harga air akan naik tahun depan."', None),
        (f'{CHIEF}Ia membawa surat direksi yang menyebut, "Harga air akan naik tahun depan."', None),
        (f'{CHIEF}Ia membawa surat terbuka yang menyebut, "Harga air akan naik tahun depan."', None),
        ('PT Ranu Jaya menerima surat warga. "Kami akan menjawab," bunyi surat mereka.', "PT Ranu Jaya"),
        # Who sent, wrote or issued it says what it says.
        ('Siti Lasmi sent a letter to the club which said: "I can no longer do this job."', "Siti Lasmi"),
        ('Siti Lasmi issued a statement that said: "The bridge will open in May."', "Siti Lasmi"),
        ('Siti Lasmi, in a note to staff that said: "We are closing," thanked them.', "Siti Lasmi"),
        (f'{LAWYER}She showed a letter written by her son that said: "I can no longer do this job."', None),
        # "Pasal", "Ayat" and "UU" are of a law with a number, and names without.
        ('Penyuluh Ayat Lasmi datang ke desa. "Pupuk sudah tiba," kata Ayat Lasmi.', "Ayat Lasmi"),
        ('"Kami mendukung," kata UU Lasmana, wakil gubernur.', "UU Lasmana"),
        (f'{CHIEF}"Setiap orang berhak," demikian bunyi Peraturan Daerah Nomor 3.', None),
        ('PT Ranu Jaya tutup. "Kami mohon maaf," tulis surat edaran direksi tersebut.', None),
        ('PT Ranu Jaya tutup. "Kami mohon maaf," tulis surat edaran perusahaan.', "PT Ranu Jaya"),
    ],
)  # fmt: skip
def test_whose_words_a_paper_has(text: str, speaker: str | None) -> None:
    assert last(text)[1] == speaker


STALL = 'Tuti Lasmi, pemilik warung, mengeluh. "Rugi," katanya.\n\n'
NURSE = 'Siti Lasmi, a nurse, was tired. "I want to go home," she said.\n\n'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'{STALL}"Lebih mahal daripada emas," tulis pemilik akun @dapurranu, yang disukai ribuan orang.',
         "@dapurranu"),
        (f'{STALL}"Lebih mahal daripada emas," tulis seorang pengguna Instagram @dapurranu.', "@dapurranu"),
        (f'{STALL}"Lebih mahal daripada emas," ujar pemilik kedai Dewi Utami lewat @dapurranu.',
         "Dewi Utami"),
        (f'{STALL}"Lebih mahal daripada emas," tulis admin klub Rizal Ranu pada @dapurranu.', "Rizal Ranu"),
        (f'{STALL}"Lebih mahal daripada emas," tulis warganet asal Ranu Nadia Utami @dapurranu.',
         "Nadia Utami"),
        (f'{STALL}"Lebih mahal daripada emas," tulis pemilik warung itu.', "Tuti Lasmi"),
        # A body is not the person who is talked about, nor the last one named.
        (f'{NURSE}"We had no choice," the Lampung health agency wrote.', "Lampung health agency"),
        (f'{NURSE}"We had no choice," the national nursing council wrote.', None),
        (f'{NURSE}The Lampung Health Agency agreed. "We had no choice," the Lampung health agency wrote.',
         "Lampung Health Agency"),
        (f'{NURSE}"We had no choice," the agency\'s director, Bona Prakoso, said.', "Bona Prakoso"),
        ('Siti Lasmi, director of the board, was tired. "I want to go home," the director of the board said.',
         "Siti Lasmi"),
    ],
)  # fmt: skip
def test_an_account_and_a_body_speak_for_themselves(text: str, speaker: str | None) -> None:
    assert last(text)[1] == speaker


@pytest.mark.parametrize(
    ("said", "body"),
    [("the national swimming association", True), ("the ministry of sport", True),
     ("the man from the bank", False), ("the head of the agency", False), ("the club", False),
     ("direktur bank", False)],
)  # fmt: skip
def test_what_is_a_body(said: str, body: bool) -> None:
    assert is_body(said, 0, said.removeprefix("the ")) is body
