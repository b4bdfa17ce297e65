"""Where a pronoun or a description leaves open who speaks."""

from __future__ import annotations

import pytest

from rag.documents import Article
from rag.quotes import extract


def _speaker(text: str, words: str) -> str | None:
    quotes = extract(Article(path="a.md", title=None, date=None, outlet=None, text=text))
    return next(q.speaker for q in quotes if q.kind == "direct" and words in q.text)


REGENT = 'Bupati Rina Astuti datang pukul sembilan. "Kami sudah menunggu lama," kata Rina.\n\n'
DANU = 'Pengacara Danu Prakoso memotong. "Kami keberatan," kata Danu.\n\n'
BOTH = 'Jaksa Tono Wibawa membacakan surat. "Semua ada di sini," kata Tono.\n\n' + DANU


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Somebody is led in without a name, or as one of whom it is not told.
        (REGENT + 'Penonton memanggil. Yang dipanggil hanya menunduk. "Saya harus pulang," ucapnya.', None),
        (BOTH + 'Tono menoleh kepada Danu.\n\nDiberi kesempatan, lelaki 31 tahun itu berdiri. '
         '"Saya harus pulang," katanya.', None),
        (REGENT + 'Pedagang lelaki itu terdiam. "Saya harus pulang," jawabnya.', None),
        (DANU + 'Hakim itu menunggu. "Saya harus pulang," katanya.', None),
        # The person is told to be so, or named beside it.
        (REGENT + 'Perempuan itu terdiam sejenak. "Saya harus pulang," katanya.', "Rina Astuti"),
        (REGENT + 'Wartawan memanggil Rina. Yang dipanggil hanya menunduk. "Saya harus pulang," ucapnya.',
         "Rina Astuti"),
        (REGENT + 'Perempuan 51 tahun itu berdiri. "Saya harus pulang," katanya.', "Rina Astuti"),
        # Who asks does not answer, and nobody addresses himself.
        (DANU + 'Kepada saksi Danu meminta bukti.\n\n"Saya harus pulang," jawabnya.', None),
        (BOTH + 'Hakim mengangguk.\n\n"Saya harus pulang, Pak," katanya.', None),
        (BOTH + 'Danu menggeleng. "Saya harus pulang, Pak Hakim," katanya.', "Danu Prakoso"),
        (BOTH + 'Danu menggeleng. "Dia bilang, \'Sabar, Pak\'. Saya harus pulang," katanya.', "Danu Prakoso"),
        # What a house sends, and what somebody is told to have said.
        (REGENT + 'Sore harinya keterangan dikirim.\n\n'
         '"Kami harus pulang," demikian bunyi siaran pers itu.', None),
        (REGENT + '"Tadi Rina bilang kepada saya, kami harus pulang," katanya.', None),
        # "yang menurutnya" is of whom the sentence is about.
        (REGENT + "Pelatih Danu Prakoso tidak menyembunyikan kekecewaannya kepada wasit, yang menurutnya "
         "lalai.\n\n"
         '"Saya harus pulang," ujarnya.', "Danu Prakoso"),
        # Who goes on is not the last who is known, where the words before are nobody's.
        (BOTH + '"Sudah," ujar seorang pemuda. Rahmat Hidayat kini mengoleksi lima gol. '
         '"Saya harus pulang," imbuhnya.', "Rahmat Hidayat"),
        # In-laws, a coach's scorer, and a name behind the description.
        (REGENT + '"Saya harus pulang," sela mertuanya.', None),
        ('Pelatih Danu Prakoso kecewa. "Kami kalah," kata Danu.\n\n'
         '"Saya harus pulang," aku pencetak dua gol itu.', None),
    ],
)  # fmt: skip
def test_whom_a_reference_leaves_open(text: str, speaker: str | None) -> None:
    assert _speaker(text, "pulang") == speaker


CLERK = 'Mr Alan Whitcombe read the list. "It is long," he said.\n\n'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            CLERK + 'Outside, a man who refused to give his name handed out leaflets. "Go home," he said.',
            None,
        ),
        (CLERK + 'He handed the list to the woman beside him. She nodded.\n\n"Go home," she said.', None),
        (CLERK + 'Ms Clara Bennet asked whether he was sure.\n\n"Go home," he said.', "Alan Whitcombe"),
        (CLERK + 'Mr Peter Langford asked for silence.\n\n"Go home," he said.', "Peter Langford"),
        (CLERK + 'He put the list away. "Go home," he said.', "Alan Whitcombe"),
        (CLERK + 'His sister, who had come by bus, sat at the back. "Go home," she said.', None),
        (
            'Ms Clara Bennet asked him again.\n\n"Every day," he answered.\n\n"Go home," she said.',
            "Clara Bennet",
        ),
    ],
)
def test_whom_he_or_she_leaves_open(text: str, speaker: str | None) -> None:
    assert _speaker(text, "Go home") == speaker


def test_nobody_asks_himself() -> None:
    asked = BOTH + '"Ini nomor Ibu?" tanya Tono kepada saksi Sari Dewi.\n\n"Betul," jawab Sari.\n\n'
    assert _speaker(asked + '"Ibu membalas pesan itu?"\n\nSari menggeleng.', "membalas") != "Sari Dewi"


RAMLI = 'Ramli Usman, warga yang selamat, bercerita. "Saya kira truk," kenangnya.\n\nRumah Ramli rata. '


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'{RAMLI}Rumah lain pun tertimbun. Perempuan itu menangis.\n\n"Ibu pulang," ujarnya.', None),
        (f'{RAMLI}Perempuan itu kehilangan ibunya.\n\n"Ibu pulang," ujarnya.', None),
        (f'{RAMLI}Lelaki itu kehilangan ibunya.\n\n"Ibu pulang," ujarnya.', "Ramli Usman"),
        (f'{RAMLI}Pohon itu menimpa dapur.\n\n"Ibu pulang," ujarnya.', "Ramli Usman"),
        # Whoever has a calling is as often led in by the one who speaks.
        (f'{RAMLI}Nelayan itu sudah hilang tiga hari.\n\n"Ibu pulang," ujarnya.', "Ramli Usman"),
        (f'{RAMLI}Terdakwa itu tetap diam.\n\n"Ibu pulang," ujarnya.', "Ramli Usman"),
        # The ending of a rare name is no proof that it is a woman's.
        ('Penyair Sasmita Wirab pulang. Lelaki kelahiran Ranu itu menyambut kami.\n\n"Ibu pulang," ujarnya.',
         "Sasmita Wirab"),
        # "Gusti" is of men and women.
        ('Camat Gusti Handayani diam.\n\n"Ibu pulang," ujar perempuan berkerudung itu.', "Gusti Handayani"),
    ],
)  # fmt: skip
def test_whom_the_paragraph_before_leads_in(text: str, speaker: str | None) -> None:
    assert _speaker(text, "pulang,") == speaker
