"""Who said words that stand alone, where the sentence behind them tells it."""

from __future__ import annotations

import pytest

from rag.documents import Article
from rag.quotes import extract

BEFORE = (
    "Rapat di Desa Karangwuni itu dihadiri Ketua RT Wagimin Santoso dan bidan Rina Astuti. "
    '"Kami sudah kirim pompa," kata Camat Budi Lestari.\n\n'
)
ALONE = '"Pompa itu tidak pernah sampai ke sawah kami."\n\n'


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("Teriakan itu datang dari Wagimin, yang berdiri di dekat pintu.", "Wagimin Santoso"),
        ("Hal itu dikatakan Rina seusai rapat.", "Rina Astuti"),
        ("Sindiran Wagimin tersebut disambut tepuk tangan.", "Wagimin Santoso"),
        ("Itulah jawaban Rina ketika ditanya wartawan.", "Rina Astuti"),
        ("Begitulah Wagimin menggambarkan nasib sawahnya.", "Wagimin Santoso"),
        ("Demikian kalimat yang diucapkan Rina.", "Rina Astuti"),
        ("Sambil berkata demikian, Wagimin meninggalkan ruangan.", "Wagimin Santoso"),
        ("Wagimin mengatakan hal itu sambil berdiri.", "Wagimin Santoso"),
        ("Rina mengucapkannya dengan suara pelan.", "Rina Astuti"),
        ("Pesan itu ditulis Rina di papan.", "Rina Astuti"),
        ("Kalimat itu Wagimin ucapkan sambil berdiri.", "Wagimin Santoso"),
        ("Yang berkata demikian ialah Wagimin.", "Wagimin Santoso"),
        ("Yang berkata demikian tidak terlihat.", "Budi Lestari"),
        ("Teriakan itu berasal dari tribun selatan.", None),
        ("Kalimat itu Wagimin dengar dari radio.", "Budi Lestari"),
        ("Celetukan itu terdengar dari seorang petani.", None),
        # Nothing of these tells who said it.
        ("Begitulah Wagimin menjalani hari-harinya.", "Budi Lestari"),
        ("Begitu Wagimin tiba, rapat dimulai lagi.", "Budi Lestari"),
        ("Hal senada disampaikan Rina seusai rapat.", "Budi Lestari"),
        ("Pernyataan itu dibantah Wagimin.", "Budi Lestari"),
        ("Keluhan warga itu didengar Rina.", "Budi Lestari"),
        ("Wagimin mengatakan itu hak warga.", "Budi Lestari"),
        ("Pesan Wagimin belum dibalas.", "Budi Lestari"),
        # It may be another's question, complaint or order that is told of.
        ("Keluhan itu disampaikan warga kepada Rina sejak Januari.", "Budi Lestari"),
        ("Jawaban itu datang dari pertanyaan Rina, bidan setempat.", "Budi Lestari"),
        ("Pengumuman itu berasal dari kementerian yang dipimpin Rina.", "Budi Lestari"),
        ("Keluhan Rina itu sebelumnya viral.", "Budi Lestari"),
        ("Jawaban Rina itu dilontarkan dalam rapat.", "Rina Astuti"),
        ("Hal itu disampaikan setelah Rina mengadu.", "Budi Lestari"),
        ("Usai menyampaikan hal itu, Budi bersalaman dengan Rina. Ia adalah Ketua PKK.", "Budi Lestari"),
        # It leads in what is quoted behind it.
        ('Pernyataan itu disampaikan Rina, Minggu. "Itu aib," kata Rina.', "Budi Lestari"),
        ('Rina mengatakan hal itu dengan nada kesal. "Kami butuh sekarang," kata Rina.', "Budi Lestari"),
        ('Usai menyampaikan hal itu, Rina mengajukan interupsi. "Kapan?" kata Rina.', "Budi Lestari"),
    ],
)
def test_who_is_told_behind_the_words_to_have_said_them(behind: str, speaker: str | None) -> None:
    said = extract(Article(path="a.md", text=BEFORE + ALONE + behind))
    assert next(quote.speaker for quote in said if quote.rule == "alone") == speaker


def test_somebody_may_be_named_after_what_he_did() -> None:
    text = (
        'Karangwuni – "Lebih baik ditebang daripada mati kering."\n\nSambil berkata demikian, petani itu '
        "mengayunkan parang. Namanya Wagimin Santoso, 61 tahun. Pohonnya tinggal empat.\n"
    )
    assert extract(Article(path="a.md", text=text))[0].speaker == "Wagimin Santoso"


def test_in_english() -> None:
    text = (
        'Mayor Rina Astuti opened the meeting. "We sent pumps," Astuti said.\n\n"They never reached us."\n\n'
        "The shout came from Wagimin Santoso, a farmer."
    )
    said = extract(Article(path="a.md", text=text))
    assert [quote.speaker for quote in said if quote.kind == "direct"] == ["Rina Astuti", "Wagimin Santoso"]


@pytest.mark.parametrize(
    ("told", "speakers"),
    [
        # Who wrote it, and who speaks behind it.
        (
            "Di dinding tergantung pesan yang ditulis Wagimin di kalender bekas:",
            ["Wagimin Santoso", "Rina Astuti"],
        ),
        ("Di dompet itu ada kertas bertulisan tangan Wagimin:", ["Wagimin Santoso", "Rina Astuti"]),
        ("Rina menempel kata-kata terakhir Wagimin:", ["Wagimin Santoso", "Rina Astuti"]),
        ("Di dinding tergantung pesan untuk Wagimin:", [None, "Rina Astuti"]),
        ("Di pasar beredar pesan WhatsApp:", [None, "Rina Astuti"]),
        ("Di pasar beredar pesan Telegram:", [None, "Rina Astuti"]),
        ("Wagimin Santoso menyampaikan pesan Paskah:", ["Wagimin Santoso", "Wagimin Santoso"]),
        ("Wagimin Santoso menulis pesan untuk Rina:", ["Wagimin Santoso", "Wagimin Santoso"]),
    ],
)
def test_what_hangs_on_a_wall_is_whose_it_was(told: str, speakers: list[str | None]) -> None:
    text = (
        "Petani Wagimin Santoso pindah ke kota tahun lalu. "
        f'"Saya menunggu," kata bidan Rina Astuti.\n\n{told} "Air itu titipan, jangan dihabiskan."\n\n'
        '"Setiap pagi dibaca," katanya.'
    )
    said = [quote.speaker for quote in extract(Article(path="a.md", text=text))]
    assert said[-2:] == speakers
