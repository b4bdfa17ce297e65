"""What a sentence exchanges within its source, and what only looks like it."""

from __future__ import annotations

import pytest

from rag.exchanged import exchanged, from_elsewhere, has_anothers_office

SOURCE = (
    "Perahu Camar terlihat di Tanjung Luar, lalu bergerak ke Tanjung Pinang.",
    "Sari Wulandari menyusul Bima Prakoso dari Jepara pada putaran akhir.",
    "Bima hanya finis kelima setelah terjatuh di tikungan ketiga.",
    "Tiga nelayan divonis dua tahun penjara dalam perkara itu, sedangkan pemilik kapalnya masih buron.",
    "Tali layar putus lebih dulu. Tiang langsung miring, lalu penumpang melompat.",
    "Pulau itu mengandalkan tenaga surya untuk lebih dari separuh listriknya.",
    "Catatan itu melampaui rekor lama milik seniornya, Dewi Anjani, yang bertahan sejak 2019.",
)
AROUND = (
    " ".join(SOURCE)
    + " Sari Wulandari dari Demak adalah pelajar. Dewi Anjani duduk bersama mantan Kepala Dinas "
    "Perikanan Jepara, Hadi Susanto."
)


@pytest.mark.parametrize(
    ("told", "at", "wrong"),
    [
        ("Perahu Camar terlihat di Tanjung Pinang, lalu bergerak ke Tanjung Luar.", 0, True),
        ("Perahu Camar bergerak ke Tanjung Pinang setelah terlihat di Tanjung Luar.", 0, False),
        ("Sari Wulandari hanya finis kelima setelah terjatuh di tikungan ketiga.", 2, True),
        ("Bima Prakoso hanya finis kelima setelah terjatuh di tikungan ketiga.", 2, False),
        ("Pemilik kapal itu divonis dua tahun penjara.", 3, True),
        ("Tiga nelayan divonis dua tahun penjara.", 3, False),
        ("Pemilik kapal itu masih buron.", 3, False),
        ("Tiang miring lebih dulu, baru setelah itu tali layar putus.", 4, True),
        ("Tali layar putus lebih dulu, kemudian tiang miring.", 4, False),
        ("Pulau itu mengandalkan tenaga diesel untuk lebih dari separuh listriknya.", 5, True),
        ("Pulau itu mengandalkan tenaga surya untuk lebih dari setengah listriknya.", 5, False),
        ("Dewi Anjani melampaui rekor lama yang bertahan sejak 2019.", 6, True),
        ("Catatan itu melampaui rekor lama milik Dewi Anjani.", 6, False),
    ],
)
def test_with_the_words_of_the_source_another_thing_is_told(told: str, at: int, wrong: bool) -> None:
    assert exchanged(told, [SOURCE[at]], AROUND) is wrong


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("Bima Prakoso dari Demak disusul.", True),
        ("Bima Prakoso dari Jepara disusul.", False),
        ("Dewi Anjani dari Jepara tampil.", False),
    ],
)
def test_somebody_is_from_another_place(told: str, wrong: bool) -> None:
    assert from_elsewhere(told, AROUND) is wrong


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("Dewi Anjani adalah mantan Kepala Dinas Perikanan Jepara.", True),
        ("Hadi Susanto adalah mantan Kepala Dinas Perikanan Jepara.", False),
        ("Hadi Susanto adalah saksi.", False),
    ],
)
def test_an_office_is_anothers(told: str, wrong: bool) -> None:
    assert has_anothers_office(told, AROUND) is wrong
