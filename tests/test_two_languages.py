"""An archive of two languages: questions in either are answered from articles in either."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.archive import Archive
from rag.question import analyse
from rag.terms import in_english, rendered
from tests.folder import archive_of

ARTICLES = {
    "seaweed.md": """---
title: Seaweed farmers sue smelter
outlet: The Contoh Post
date: 2026-07-02
---
Seaweed farmers sue smelter

Some 340 seaweed farmers in Teluk Sembilang have sued PT Contoh Nikel over dead crops. The farmers are seeking
58 billion rupiah in damages.

Their lawyer, Anjani Rukmi, said the smelter's cooling water had killed the seaweed. The company blamed warmer
sea water. The court will first hear the case on July 24.
""",
    "toko.md": """---
title: Toko Kain Tutup
outlet: Harian Contoh
date: 2026-05-11
---
Toko Kain Tutup

Toko kain terbesar di Kota Wanagiri tutup setelah 40 tahun. Pemiliknya, Sari Wulandari, mengaku kalah
bersaing dengan Farmers Shop, gerai daring yang baru dibuka di pusat kota. Sebanyak 23 karyawan diberhentikan.

Farmers Shop belum memberikan tanggapan.
""",
    "bendungan.md": """---
title: Bendungan Kupu Diresmikan
outlet: Harian Contoh
date: 2026-03-02
---
Bendungan Kupu Diresmikan

Bendungan Kupu di Kabupaten Rimba diresmikan pada 2 Maret 2026. Bendungan itu mengairi sawah milik 900 petani.
""",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive_of(tmp_path_factory.mktemp("two-languages"), ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "gold"),
    [
        ("How much money does the seaweed farmer seek?", "58 billion rupiah"),
        ("Which lawyers represent the seaweed farmers?", "Anjani Rukmi"),
        ("Berapa petani rumput laut yang menggugat PT Contoh Nikel?", "340"),
        pytest.param(
            "Siapa pengacara petani rumput laut yang menggugat PT Contoh Nikel?",
            "Anjani Rukmi",
            marks=pytest.mark.xfail(reason="who sues stands too far before the lawyer", strict=True),
        ),
        ("Who owns the closed fabric shop?", "Sari Wulandari"),
        ("How many employees were dismissed from the fabric store?", "23"),
    ],
)
def test_a_question_is_answered_from_the_other_language(archive: Archive, question: str, gold: str) -> None:
    assert gold in archive.ask(question).answer


def test_directions_in_a_name_are_rendered() -> None:
    east, *_ = in_english(analyse("Apakah sekolah di Sumba Timur ditutup?").terms[2:3])
    assert "east" in east
    (sinar,) = in_english(analyse("Siapa pemilik Sinar?").terms[1:])
    assert not sinar  # a name is no beam


def test_a_form_with_renderings_of_its_own_is_no_other_word() -> None:
    assert ("temu",) not in rendered(("founded",))
    assert ("petani",) in rendered(("farmers",))


def test_english_words_in_an_indonesian_article_do_not_answer_for_it(archive: Archive) -> None:
    hits = archive.search("Kapan pengadilan mendengar perkara petani rumput laut?", 3)
    assert hits[0].passage.article == "seaweed.md"
    assert archive.search("Berapa sawah petani yang diairi?", 3)[0].passage.article == "bendungan.md"
