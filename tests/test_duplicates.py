"""Copies of one story are one group; independent reports of one event are not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rag.duplicates import group_copies, shingles

WIRE = (
    "Banjir merendam sembilan desa di tiga kecamatan pada Selasa dini hari. Dua orang meninggal dunia dan "
    "1.284 warga mengungsi ke lima titik, yang terbesar di gedung olahraga dengan 540 orang. Tanggul di desa "
    "itu jebol sepanjang 25 meter sehingga air datang sangat cepat, kata kepala badan bencana daerah."
)
OWN = (
    "Air bah menggenangi sembilan desa sejak Selasa subuh. Menurut catatan relawan, 1.310 orang meninggalkan "
    "rumah dan tinggal di enam tempat penampungan. Warga menyalahkan tanggul yang sudah lama retak dan belum "
    "diperbaiki meski berulang kali dilaporkan kepada pemerintah kabupaten."
)


def test_a_syndicated_copy_joins_the_story() -> None:
    edited = (
        WIRE.replace("Selasa dini hari", "Selasa (11/2) dini hari") + " Demikian dilaporkan kantor berita."
    )
    assert group_copies([("a.md", WIRE), ("b.md", edited)]) == [[0, 1]]


def test_a_shortened_copy_joins_the_story() -> None:
    assert group_copies([("a.md", WIRE), ("b.md", WIRE[: len(WIRE) // 2])]) == [[0, 1]]


def test_an_independent_report_stays_alone() -> None:
    assert group_copies([("a.md", WIRE), ("b.md", OWN)]) == [[0], [1]]


def test_passages_of_one_article_are_never_copies() -> None:
    assert group_copies([("a.md", WIRE), ("a.md", WIRE)]) == [[0], [1]]


def test_a_copy_joins_its_own_story_among_others() -> None:
    stories = [("a.md", OWN), ("b.md", "Harga cabai turun."), ("c.md", WIRE), ("d.md", OWN), ("e.md", WIRE)]
    assert group_copies(stories) == [[0, 3], [1], [2, 4]]


def test_shingles_of_a_short_text_are_its_words() -> None:
    assert shingles("Dua kata") == {("dua", "kata")}
    assert shingles("") == frozenset()
    assert shingles("satu dua tiga empat lima") == {
        ("satu", "dua", "tiga", "empat"),
        ("dua", "tiga", "empat", "lima"),
    }


@given(
    st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.sampled_from([WIRE, OWN, "", "x y"])), max_size=8)
)
def test_every_passage_is_in_exactly_one_group(passages: list[tuple[str, str]]) -> None:
    groups = group_copies(passages)
    assert sorted(i for group in groups for i in group) == list(range(len(passages)))
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)
