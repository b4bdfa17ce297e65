"""Whom a description means by a calling, an origin or a client that is told of one and not another."""

from __future__ import annotations

import pytest

from rag.documents import Article
from rag.quotes import extract


def last(text: str) -> str | None:
    """Return who says what is said last."""
    return extract(Article(path="a.md", text=text))[-1].speaker


ACCUSED = 'Kuasa hukum terdakwa, Yosefa Lamate, membantah. "Itu bohong," katanya.'
WITNESS = "Ucapan itu memancing reaksi Hendrik Parunta, pengacara yang mendampingi saksi Nurlela Hasan."
PAIR = f"{ACCUSED} {WITNESS} Ia berdiri dan meminta Yosefa menarik kata-katanya.\n\n"
MOTHERS = (
    'Kuasa hukum keluarga Novita Sari, Wilson Purba, menggugat. "Mereka tahu," ujar pengacara itu.\n\n'
    "Adapun keluarga Rosdiana Melati didampingi pengacara lain, Setyo Raharjo. Ia memilih damai.\n\n"
)
EMBEZZLED = (
    'Eks bendahara KONI, Melati Hara, membantah. "Itu perintah," ujar terdakwa. Penasihat hukum Melati, '
    "Hotma Silalahi, mengangguk. Adapun penasihat hukum Tono Rambe, Risma Yanti, diam.\n\n"
)
FERRY = (
    'The engineer, Bakri Wonda, spoke. The widow, Priska Lumowa, wept. Her lawyer, Julius Wonggo, rose. "He '
    'lies," Julius said.\n\n"He survived," replied Carla Tendean, who represents Wonda.\n\n'
)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'{PAIR}"Klien saya saksi," seru pengacara saksi tersebut.', "Hendrik Parunta"),
        (f'{PAIR}"Klien saya tidak bersalah," seru kuasa hukum terdakwa tersebut.', "Yosefa Lamate"),
        (f'{PAIR}"Klien saya rugi," seru pengacara bank itu.', None),
        (f'{MOTHERS}"Kami tunggu saja," timpal pengacara Rosdiana.', "Setyo Raharjo"),
        (f'{EMBEZZLED}"Klien saya korban," tegas penasihat hukum terdakwa.', "Hotma Silalahi"),
        (f'{EMBEZZLED}"Klien saya korban," tegas penasihat hukum bank.', None),
        (f'{MOTHERS}"Klien saya lelah," kata kuasa hukum Rosdiana tersebut.', "Setyo Raharjo"),
        (f'{MOTHERS}"Klien saya menang," kata kuasa hukum Novita tersebut.', "Wilson Purba"),
        (f'{FERRY}"We shout at each other," the engineer\'s lawyer said.', "Carla Tendean"),
        (f'{FERRY}"We shout at each other," the widow\'s lawyer said.', "Julius Wonggo"),
        # One lawyer alone may be described by whatever party.
        (f'{ACCUSED} "Klien saya tidak bersalah," seru kuasa hukum tersangka itu.', "Yosefa Lamate"),
    ],
)
def test_of_two_lawyers_it_is_who_speaks_for_the_client(text: str, speaker: str | None) -> None:
    assert last(text) == speaker


COACH = 'Pelatih Arema Jati, Bambang Nugroho, memuji timnya. "Kami layak menang," kata Bambang. '
LISBON = (
    'Pelatih Persekara, Rui Valadares, kesal. "Rumputnya buruk," kata Rui. Pelatih asal Portugal itu pulang. '
)
OTHER = 'Pelatih Laskar Tirta, Dedi Kusnaedi, tertawa. "Sama saja," kata Dedi.\n\n'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'{COACH}Ia menyebut Yulianus Kopong, yang kehilangan ayah.\n\n"Ini gol Bapa," kata penyerang itu.',
         "Yulianus Kopong"),
        (f'{COACH}Yulianus Kopong mencetak gol. Wasit Joko Prasetyo meniup peluit.\n\n"Ini untuk Bapa," kata '
         'penyerang itu.', None),
        (f'{COACH}Ia menyebut Yulianus Kopong, penjual kopi.\n\n"Ini untuk Bapa," kata penyerang itu.', None),
        (f'{LISBON}{OTHER}"Dia tahu semua," kata juru taktik asal Portugal itu.', "Rui Valadares"),
        (f'{LISBON}Manajer tim, Bona Sima, ikut pulang. "Kami evaluasi," kata Bona.\n\n"Saya siap," ujar '
         'sang arsitek.', "Rui Valadares"),
        ('Arsitek gedung, Rui Valadares, pulang. Pelatih Dedi Kusnaedi tertawa. "Sama," kata Dedi.\n\n"Saya '
         'siap," ujar sang arsitek.', "Rui Valadares"),
        (f'{LISBON}{OTHER}"Dia tahu semua," kata penyerang asal Portugal itu.', None),
        # A calling that is a surname too.
        ('Alif Munsyi menerbitkan novel. "Bahasa itu hidup," kata Munsyi.', "Alif Munsyi"),
        ('Munsyi Alif Ranu menerbitkan novel. "Ya," kata Alif.\n\nSang munsyi tertawa. "Hidup," katanya.',
         "Alif Ranu"),
        # Who comes from elsewhere is another coach, and is known as one from then on.
        (f'{LISBON}Danilo Prates lalu mengaku lega. "Kami sabar," kata juru taktik asal Brasil itu.',
         "Danilo Prates"),
        (f'{LISBON}Danilo Prates mengaku lega. "Kami sabar," kata juru taktik asal Brasil itu.\n\nDanilo '
         'memuji kiper. "Dia hebat," kata pelatih yang baru tiba itu.', "Danilo Prates"),
        (f'{LISBON}Danilo Prates mengaku lega. "Kami sabar," kata juru taktik itu.', "Rui Valadares"),
        (f'{OTHER}Di kubu lawan, pelatih Paulo Mendes menolak. "Penaltinya benar," kata pelatih asal '
         'Portugal itu.', "Paulo Mendes"),
        # What a description told once of somebody counts later.
        ('Dedi Kusnaedi menangani Laskar Tirta. "Itu penalti," kata pelatih 52 tahun itu. Ia menyebut '
         'Yulianus Kopong.\n\n"Ini untuk Bapa," kata penyerang itu.', "Yulianus Kopong"),
    ],
)  # fmt: skip
def test_a_calling_and_an_origin_tell_one_from_another(text: str, speaker: str | None) -> None:
    assert last(text) == speaker


RETIRED = 'The chair, retired judge Esther Manani, rose. "Sit," she said. The director, Ferdy Moko, left. '
CHIEF = (
    'Kepala Satuan Reserse Kriminal Polres Rayo, AKP Rahmat Santosa, diam. "Nanti," katanya. Supriadi pergi. '
)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'{RETIRED}"I will find him," the retired judge said.', "Esther Manani"),
        (f'{RETIRED}"I will find him," the director said.', "Ferdy Moko"),
        (f'{CHIEF}Kasat Reskrim menanggapi santai. "Silakan diuji," kata dia.', "Rahmat Santosa"),
        (f'{CHIEF}Kasat Lantas menanggapi santai. "Silakan diuji," kata dia.', None),
        ('Maestro Alwi Syah wafat. Di antaranya datang Yanuar Ramli, murid pertamanya. Istrinya, Rosmawar, '
         'menangis. "Dia baik," kata Rosmawar.\n\n"Saya gemetar," kata murid pertama almarhum itu.',
         "Yanuar Ramli"),
        # One of many, and nobody who was named.
        ('Jonter Manalu, sopir travel, ditemukan. Para sopir berkumpul. Salah seorang di antaranya menolak '
         'menyebut nama. "Kami semeja," ujar sopir itu.', None),
        ('Jonter Manalu, sopir travel, ditemukan. "Saya lelah," kata Jonter. "Kami semeja," ujar sopir itu.',
         "Jonter Manalu"),
        ('Traders waited. "Fish do not climb," said one of them, Siti Kahar, 49.', "Siti Kahar"),
        ('Traders waited. "Fish do not climb," said one of them. Siti Kahar agreed.', None),
        # An office that nobody named has told.
        ('Ketua KPU Zaini Akbar pulang. "Cukup," kata Zaini. Adapun Ketua Bawaslu berhati-hati. "Kami belum '
         'tahu," ucapnya.', None),
        ('Ketua KPU Zaini Akbar pulang. "Cukup," kata Zaini. Namun ketua KPU itu berhati-hati. "Kami belum '
         'tahu," ucapnya.', "Zaini Akbar"),
        ('"It is for my school," said Bernadeta Seran.\n\n"Nobody sleeps," the mayor said.', None),
        ('Thobias Haba opened the market. "Nobody sleeps," the mayor said.', "Thobias Haba"),
        # In English whoever is told to be something is that again.
        ('The keeper, Ahmad Rofi, complained. The ministry\'s spokesman, Dedy Pranata, left. "It comes," he '
         'said.\n\nThe keeper has started a fire. "It is my only lamp," he said.', "Ahmad Rofi"),
        ('The keeper, Ahmad Rofi, complained. The ministry\'s spokesman, Dedy Pranata, left. "It comes," he '
         'said.\n\nThe ferry has started again. "It is my only lamp," he said.', "Dedy Pranata"),
        ('The engineer, Tomas Keraf, was fired. "They lied," he said.\n\nBy dawn many had left. Among them '
         'was Sutinah, a tofu maker. "I took my mortar," the 50-year-old said.', "Sutinah"),
        ('The chief, Yogi Permana, left. "Later," he said. At the mosque, an uncle read out a text. "He was '
         'nineteen," the uncle said.', None),
        ('The chief, Yogi Permana, left. "Later," he said. Rudi Hamid, an uncle, read out a text. "He was '
         'nineteen," the uncle said.', "Rudi Hamid"),
        ('Kapten Rizky Fauzan protes. "Saya cuma bertanya," katanya. Wasit Hamdan Saleh tegas.\n\n"Dia '
         'memaki," sanggah sang pengadil.', "Hamdan Saleh"),
        ('Saksi Lastri Hara gemetar. "Benar," katanya. Pemilik bengkel membantah. "Mobil itu masuk," kata '
         'pria bernama Sangkot tersebut.', "Sangkot"),
        ('Andi Baso datang. Petahana, Nurhayati Rahman, tersenyum. "Kita naik," kata Nurhayati.\n\n"Dari '
         'jurang," sindir sang penantang.', None),
        ('Andi Baso datang. Petahana, Nurhayati Rahman, tersenyum. "Kita naik," kata Nurhayati.\n\n"Dari '
         'jurang," sindir sang petahana.', "Nurhayati Rahman"),
        ('Votes were counted. "We know who took it," said the polling chief, Naomi Manda.', "Naomi Manda"),
        ('Votes were counted. "We know who took it," said the crowd, Jakarta Post reported.', None),
        # "Temannya" has not spoken.
        ('Senator Yosina Wenda melerai. "Malu," katanya.\n\n"Saya kira tenang," ujar seorang siswi, Keisha '
         'Ayu.\n\n"Lebih ramai dari kantin," timpal temannya.', None),
        # A letter's words are the company's.
        ('The operator, PT Molu Lintas, was represented only by a letter. "We extend our prayers," it said.',
         "PT Molu Lintas"),
    ],
)  # fmt: skip
def test_an_office_told_otherwise(text: str, speaker: str | None) -> None:
    assert last(text) == speaker


OWNER = (
    'The owner, Rudi Hartono, opened a cafe. "I sold my car," Hartono said.\n\nBarista Doni Kusuma joined. '
)
DOCTOR = 'Dokter Rina Wati membantah. "Prosedur benar," kata Rina.\n\n"Saya sudah periksa," ujar dokter.'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # A sentence that has been read as a description makes nobody what another is.
        (f'{OWNER}The owner trained him. "Doni learns fast," the owner said.', "Rudi Hartono"),
        (f'{OWNER}The owner taught him to wait. "Doni learns fast," the owner said.', "Rudi Hartono"),
        ('Mayor Rudi Hartono opened the bridge. "It is safe," Hartono said.\n\nTrader Maria Tan crossed it. '
         '"I cried," Tan said. The mayor hugged her. "She waited so long," the mayor said.', "Rudi Hartono"),
        (f'Doni Kusuma menggugat. Dokter itu salah obat. "Saya lumpuh," kata Doni.\n\n{DOCTOR}', "Rina Wati"),
        # What a description tells besides the bare calling is kept.
        ('"Rumputnya kering," keluh pelatih Persada, Rui Prasetyo. Dedi Kusno baru tiga pekan melatih. "Itu '
         'penalti," kata pelatih 52 tahun tersebut.\n\nRui diam. "Gol," kata Doni Kopong. Dedi setuju. "Ya," '
         'kata pelatih 52 tahun itu.', "Dedi Kusno"),
    ],
)  # fmt: skip
def test_nobody_is_made_what_another_is(text: str, speaker: str) -> None:
    assert last(text) == speaker


CHIEF_OF_POLICE = 'Kapolsek Budi Lestari datang. "Dua orang selamat," kata Budi.\n\n'
PROSECUTOR = 'District Attorney Rudi Hartono filed charges. "We have proof," Hartono said.\n\n'
DEFENDER = 'Defense lawyer Dedi Prasetyo called it weak. "They have nothing," Prasetyo said.\n\n'
CLAIMANT = 'Kuasa hukum penggugat Hendra Wijaya yakin. "Lengkap," kata Hendra.\n\n'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'{PROSECUTOR}{DEFENDER}"The trial starts in May," the attorney said.', "Rudi Hartono"),
        (f'{DEFENDER}{PROSECUTOR}"We will appeal," the lawyer said.', "Dedi Prasetyo"),
        (f'{CLAIMANT}Pengacara Lina Marlina menyela. "Ada," katanya.\n\n"Kabur," ujar kuasa hukum tergugat.',
         None),
        (f'{CLAIMANT}Pengacara Lina Marlina membela tergugat. "Ada," kata Lina.\n\n"Kabur," ujar kuasa hukum '
         'penggugat.', "Hendra Wijaya"),
        ('Pelatih fisik Luis Duarte menyiapkan tim. Manajer Rian Saputra puas. "Hebat," kata Rian. "Kami '
         'fokus," kata juru taktik.', None),
        (f'{CHIEF_OF_POLICE}Kapal itu milik Rina Dewi. "Ombak tinggi," kata nelayan itu.', None),
        (f'{CHIEF_OF_POLICE}Orang yang ditangkap pertama adalah Andi Saputra. "Kami kejar," ujarnya.', None),
        (f'{CHIEF_OF_POLICE}Orang yang pertama melihat adalah Rina Dewi. "Dia melapor," ujarnya.', None),
        (f'{CHIEF_OF_POLICE}Orang yang pertama melihat adalah Rina Dewi. Ia lewat. "Saya lari," ujarnya.',
         "Rina Dewi"),
    ],
)  # fmt: skip
def test_who_is_only_told_of_does_not_speak(text: str, speaker: str | None) -> None:
    assert last(text) == speaker
