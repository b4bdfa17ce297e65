"""Who speaks behind a sentence that reports nothing: who is given the floor or called on, and nobody."""

from __future__ import annotations

import pytest

from rag.documents import Article
from rag.quotes import extract

HOST = 'Moderator Rina Astuti membuka acara. "Selamat malam," katanya.\n\n'
CLAIM = '"Kami minta alamatnya!" timpal Tono Wibawa.\n\n'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'{HOST}Rina lalu mempersilakan Zaki, siswa yang duduk di ujung. "Saya heran," katanya.', "Zaki"),
        (f'{HOST}Rina memberi kesempatan kepada Lukman Hadi, petani dari Karang. "Pupuk mahal," katanya.',
         "Lukman Hadi"),
        (f'{HOST}Rina mempersilakan hadirin duduk. "Kita mulai," katanya.', "Rina Astuti"),
        (f'{CLAIM}KlikWarta menghubungi Kepala Pasar Baru, Kasdi, lewat WhatsApp. "Hoaks itu," katanya.',
         "Kasdi"),
        (f'{CLAIM}Camat Budi Lestari menghubungi Kapolsek Edi Prasetya. "Siap," jawabnya.', "Edi Prasetya"),
        (f'{CLAIM}Camat Budi Lestari menghubungi Kapolsek Edi Prasetya. "Tolong dibantu," katanya.',
         "Budi Lestari"),
        (f'{CLAIM}Lalu beredar pesan berantai WhatsApp. "Sebarkan sekarang!" begitu isi pesan itu.', None),
        (f'{CLAIM}Lalu beredar video Bupati Budi Lestari marah. "Keluar kalian," katanya.',
         "Budi Lestari"),
        (f'{CLAIM}Unggahan itu viral. "Saya kaget sekali," katanya.', "Tono Wibawa"),
        (f'{CLAIM}Camat Budi Lestari menemui Kapolsek Edi Prasetya. "Aman," jawabnya kepada jurnalis.',
         "Budi Lestari"),
        ('Saat ditanya soal banjir, Camat Budi Lestari menelepon Kapolsek Edi Prasetya. "Tunggu," jawabnya.',
         "Budi Lestari"),
        ('Budi Lestari tidak pernah menemui Kapolsek Edi Prasetya. "Saya sibuk," jawabnya.', "Budi Lestari"),
        ('Camat Budi Lestari memimpin apel. Muncul kabar ia diganti. "Saya tetap," demikian katanya.',
         "Budi Lestari"),
        ('WhatsApp memperbarui layanannya. "Kami berubah," demikian bunyi pernyataan itu.', "WhatsApp"),
    ],
)  # fmt: skip
def test_who_speaks_behind_it(text: str, speaker: str | None) -> None:
    assert extract(Article(path="a.md", text=text))[-1].speaker == speaker


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Seorang warga lain, Wagimin (70), masih dalam pencarian tim.", "Budi Lestari"),
        ("Nelayan Wagimin Santoso hilang sejak Rabu.", "Budi Lestari"),
        ("Seorang warga lain, Wagimin (70), masih menunggu di posko.", "Wagimin"),
    ],
)
def test_who_is_missing_says_nothing(told: str, speaker: str) -> None:
    text = f'Kepala BPBD Budi Lestari mengatakan air surut.\n\n{told}\n\n"Kami sudah lelah," ujarnya.'
    assert extract(Article(path="a.md", text=text))[-1].speaker == speaker


def test_who_is_asked_to_do_something_is_given_no_floor() -> None:
    said = extract(Article(path="a.md", text=f"{HOST}Rina mempersilakan petani melapor ke kantor desa."))[-1]
    assert (said.kind, said.speaker) == ("indirect", "Rina Astuti")


@pytest.mark.parametrize(
    "told",
    [
        "Menurut Rina Astuti, panitia sudah memberikan waktu kepada Edi Prasetya.",
        "Rina Astuti mengatakan akan mempersilakan Kapolsek Edi Prasetya.",
    ],
)
def test_who_tells_that_another_is_given_the_floor_says_so(told: str) -> None:
    said = extract(Article(path="a.md", text=f'{told} "Dia tidak datang," katanya.'))
    assert [(q.kind, q.speaker) for q in said] == [("indirect", "Rina Astuti"), ("direct", "Rina Astuti")]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Ditemani istrinya, Rina Wati, Budi Santoso datang ke kantor polisi.", "Budi Santoso"),
        ("Atas permintaan ketua RT, Slamet Riyadi, Budi Santoso datang.", "Budi Santoso"),
        ("Ditemani istrinya, Rina Wati, ia pulang naik becak.", "Tono Wibawa"),
        ("Di depan ibunya, Rina Wati, dia bersujud.", "Tono Wibawa"),
        ("Menurut istrinya, Rina Wati, Budi Santoso sakit.", "Rina Wati"),
        ("Di dapur, kakaknya, Rina Wati, menanak nasi.", "Rina Wati"),
        ("Ditemani istrinya, Rina Wati pulang naik becak.", "Rina Wati"),
        ("With her son, Victor Roe, Maria Latu left the court.", "Maria Latu"),
        ("In the kitchen her sister, Ann Roe, cooked rice.", "Ann Roe"),
        ("A boy of nine, Theo, offered a theory.", "Theo"),
        ("A theory of mine, Theorem, offered little.", "Tono Wibawa"),
        ("His neighbor, retired teacher Wies Manda, is delighted.", "Wies Manda"),
        ("His neighbor, who did not want her name printed, is delighted.", None),
        ("Adapun tetangganya, Samsul, tertawa.", "Samsul"),
        ("A historian at Airlangga University, Purnawan Basundoro, doubts it.", "Purnawan Basundoro"),
        ("Foto itu diunggah pemilik perahu, Nataniel.", "Nataniel"),
        ("Foto itu diunggah pada malam hari, Nataniel tidur.", "Tono Wibawa"),
        ("Sejak itu bola diarahkan ke libero lawan, Lusi Hadi, yang baru pulih.", "Tono Wibawa"),
        ("Bola lalu dialihkan ke bek lawan, Lusi Hadi.", "Tono Wibawa"),
        # What somebody is given, sold or sent is told of him.
        ("Bantuan diserahkan kepada ketua kelompok tani, Lusi Hadi, yang baru terpilih.", "Lusi Hadi"),
        ("Jabatan itu dialihkan kepada wakilnya, Lusi Hadi.", "Lusi Hadi"),
        ("Umpan silang diarahkan kepada penyerang muda, Lusi Hadi, yang menyundulnya.", "Lusi Hadi"),
        ("Motor itu dijual kepada tetangganya, Lusi Hadi, pekan lalu.", "Lusi Hadi"),
        ("Korban dibawa ke dokter puskesmas, Lusi Hadi.", "Lusi Hadi"),
        ("Di belakangnya, ketua RT, Lusi Hadi, mengangguk.", "Lusi Hadi"),
        ("Nyi Rasminem hanya terkekeh mendengar itu.", "Nyi Rasminem"),
        ("Wibawa's wife watched at home.", None),
        ("Wibawa's view was shared at home.", "Tono Wibawa"),
    ],
)
def test_whom_a_sentence_is_about_and_who_only_keeps_him_company(told: str, speaker: str | None) -> None:
    text = f'"Saya bebas," kata Tono Wibawa. {told} "Saya rindu rumah," katanya.'
    assert extract(Article(path="a.md", text=text))[-1].speaker == speaker


def test_a_surname_alone_is_of_whom_the_article_has_named_in_full() -> None:
    text = (
        "The old choir is led by Yosep Kogoya, 61. The young one belongs to his daughter, Rode.\n\n"
        '"She sings too fast," Kogoya said.\n\nRode Kogoya, a nurse, shrugged. "He is old," Kogoya said.'
    )
    said = [q.speaker for q in extract(Article(path="a.md", text=text)) if q.kind == "direct"]
    assert said == ["Yosep Kogoya", "Rode Kogoya"]


CHAIR = 'Union chair Yosep Kogoya spoke. "We unload the rice," Kogoya said. '
COOK = 'Oktovina Kogoya, his sister-in-law, cooks. "They do not pay me," she said.\n\n'


def test_a_surname_that_two_have_tells_no_more_than_the_family() -> None:
    def last(text: str) -> str | None:
        return extract(Article(path="a.md", text=text))[-1].speaker

    assert last(
        f'{CHAIR}According to Kogoya, nothing changed.\n\n{COOK}"Let them bring it," Kogoya said.'
    ) in {
        "Kogoya",
        None,
    }
    assert last(f'{CHAIR}\n\n{COOK}Oktovina Kogoya shrugged. "Let them bring it," Kogoya said.') == (
        "Oktovina Kogoya"
    )
    assert last(f'{CHAIR}\n\nThe cook shrugged. "Let them bring it," Kogoya said.') == "Yosep Kogoya"
