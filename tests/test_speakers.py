"""Whose words they are: a phrase in the way, a description of another, what somebody relays."""

from __future__ import annotations

import pytest

from rag.documents import Article
from rag.quotes import extract


def last(text: str) -> tuple[str, str | None, str | None]:
    """Return kind, speaker and source of what is said last."""
    quote = extract(Article(path="a.md", text=text))[-1]
    return quote.kind, quote.speaker, quote.via


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
