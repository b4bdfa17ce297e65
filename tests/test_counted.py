"""What the numbers of a sentence count: what is asked about, or other things only."""

from __future__ import annotations

import pytest

from rag.counted import counts_asked
from rag.documents import Hit, Passage
from rag.evidence import weigh
from rag.question import analyse
from tests.passage import sentence_of


@pytest.mark.parametrize(
    ("question", "text", "counts"),
    [
        ("Berapa pelanggan Melati Air yang menuntut ganti rugi?",
         "Maskapai Melati Air meminta maaf atas keterlambatan sembilan penerbangan.", False),
        ("Berapa pelanggan Melati Air yang menuntut ganti rugi?",
         "Sebanyak 412 pelanggan Melati Air menuntut ganti rugi.", True),
        ("Berapa pelanggan Melati Air yang menuntut ganti rugi?",
         "Yang menuntut ganti rugi kini 412, kata Sari.", None),
        ("Berapa korban gempa di Melati?", "Gamelan Melati terdiri atas 15 bilah batu.", False),
        ("Berapa korban gempa di Melati?", "Gempa di Melati menewaskan 15 petani.", None),
        ("Berapa orang yang meninggal karena campak?", "Dinas mencatat 90 kasus dan satu kematian.", None),
        ("Berapa jiwa yang mengungsi di Masjid Melati?",
         "Pengungsi ditampung di tiga lokasi: SMA Negeri 2, Masjid Melati, dan balai desa.", False),
        ("Berapa jiwa yang mengungsi di Masjid Melati?", "Di Masjid Melati ada 90 jiwa.", True),
        ("Berapa ekor buaya yang ditangkap di Melati?", "Balai Melati memasang enam kamera.", False),
        ("Berapa ekor buaya yang ditangkap di Melati?", "Warga Melati menangkap enam buaya.", True),
        ("Berapa juta jumlah pengguna Dompetku?", "Dompetku dipakai 21 juta UMKM.", False),
        ("Berapa jumlah UMKM pemakai Dompetku?", "Dompetku dipakai 21 juta UMKM.", True),
        ("Berapa lapak yang tutup?", "Ada 38 kios yang tutup, sewanya Rp 3 juta.", True),
        ("Berapa rumah yang rusak?", "Kerugian Rp 3 miliar, atau 12 persen dari anggaran.", False),
        ("Berapa anak yang putus sekolah?", "Romo Sari melatih 83 pemuda.", None),
        ("How many traders are registered at Melati?", "Trader Sari Dewi, 38, sells noodles.", False),
        ("How many traders are registered at Melati?", "Some 38 traders are registered.", True),
        ("How much did the state lose?", "Kerugian negara mencapai Rp 4 miliar.", None),
        ("Berapa suara Sari?", "Sari menang 3-2.", None),
        ("Peringkat berapa jumlah pengguna Dompetku?", 'Penggunanya terbesar "kedua" di dunia.', None),
        ("Berapa pelanggan Melati Air?", "Melati Air meminta maaf.", None),
        ("Siapa pelanggan Melati Air?", "Ada sembilan penerbangan.", None),
    ],
)  # fmt: skip
def test_what_numbers_count(question: str, text: str, counts: bool | None) -> None:
    asked = analyse(question)
    assert counts_asked(asked, asked.terms, sentence_of(text)) is counts


def test_the_sentence_that_counts_what_is_asked_comes_first() -> None:
    apology = "Maskapai Melati Air meminta maaf kepada pelanggan Melati Air atas keterlambatan sembilan bus."
    count = "Sebanyak 412 pelanggan menuntut ganti rugi."

    def told(text: str) -> tuple[str, float]:
        hit = Hit(Passage("a.md#0", "a.md", 0, len(text), text), 1.0, title="Warta")
        asked = analyse("Berapa pelanggan Melati Air yang meminta ganti rugi?")
        found = weigh(asked, [hit], lambda some: [0.4] * len(some))
        return found.evidence[0].sentence.text, found.trust

    assert told(f"{apology} {count}")[0] == count
    assert told(apology)[1] < 0.1


@pytest.mark.parametrize(
    ("question", "text", "counts"),
    [
        ("Berapa bus yang disiapkan?", "Dinas menyiapkan 24 armada baru.", None),
        ("Berapa guru yang belum dibayar?", "Sebanyak 130 honorer belum dibayar.", None),
        ("Berapa pohon yang ditanam?", "Warga menanam 500 trembesi.", None),
        ("Berapa sapi yang dibagikan?", "Pemerintah membagikan 70 pedet dan 25 ongole.", None),
        ("Berapa buku di perpustakaan itu?", "Perpustakaan itu menyimpan 900 judul.", None),
        ("How many passengers were rescued?", "Fishermen rescued 53 islanders and 6 deckhands.", None),
        ("Berapa jiwa yang mengungsi?", "Pengungsi ditampung di tiga lokasi.", False),
        ("Berapa rumah yang rusak?", "Bantuan dibagikan kepada 90 warga.", False),
    ],
)
def test_what_may_be_another_name_is_left_open(question: str, text: str, counts: bool | None) -> None:
    asked = analyse(question)
    assert counts_asked(asked, asked.terms, sentence_of(text), plainly=True) is counts
