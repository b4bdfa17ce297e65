"""Negations that a quotation parts from what they deny, or joins to something else.

Each case is a source and a claim of the same words.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.archive import Archive, open_archive
from rag.index import build_index
from rag.settings import Settings

pytestmark = pytest.mark.xdist_group("negation")

Case = tuple[str, str]
SPEAKER = "Sari Wulandari"
DENIED = "Terdakwa tidak pernah menerima uang sebesar itu di rumah dinas"
# A mark on one side alone takes a negation from what it denies, or gives it something to deny.
PARTED = [
    *(
        (DENIED, DENIED.replace(" p", mark, 1) + end)
        for mark in ("? P", "! P", ". p", ": p", ", p", "; p", " — p", " - p")
        for end in "!."
    ),
    ("Tidak. Ada korban jiwa di lokasi kebakaran pasar", "Tidak ada korban jiwa di lokasi kebakaran pasar."),
    (
        "Bukan, saya yang mengambil keputusan penutupan pasar",
        "Bukan saya yang mengambil keputusan penutupan pasar.",
    ),
    (
        "Tidak, kami akan membuka pasar burung itu tahun depan",
        "Tidak kami akan membuka pasar burung itu tahun depan.",
    ),
    (
        "Bukan, saya tidak mau mengurus kebun binatang itu sendirian",
        "Bukan saya tidak mau mengurus kebun binatang itu sendirian.",
    ),
    (
        "Tidak, Pak, saya memang datang ke kantor kecamatan kemarin",
        "Tidak Pak saya memang datang ke kantor kecamatan kemarin.",
    ),
    (
        "No, we will build the bridge over the river next year",
        "No we will build the bridge over the river next year.",
    ),
    (
        "Kamu ikut rapat, bukan? Saya yang menyusun daftar hadirnya",
        "Kamu ikut rapat, bukan saya yang menyusun daftar hadirnya.",
    ),
    (DENIED, "Terdakwa, tidak. Pernah menerima; uang, sebesar itu, di rumah dinas."),
    (DENIED, "Terdakwa tidak: pernah menerima uang sebesar itu, di rumah dinas."),
    (
        "Kalau tidak, ada denda untuk semua pemilik becak motor",
        "Kalau tidak ada denda untuk semua pemilik becak motor.",
    ),
]
# No other mark counts, nor one that changes nothing of what is denied.
TOGETHER = [
    (DENIED, "Terdakwa tidak\npernah menerima uang sebesar itu di rumah dinas."),
    (DENIED, "Terdakwa “tidak” pernah menerima uang sebesar itu di rumah dinas."),
    (DENIED, "Terdakwa, tidak pernah menerima; uang sebesar itu. Di rumah dinas."),
    (DENIED, "Terdakwa tidak… pernah menerima uang sebesar itu di rumah dinas."),
    (
        "Tidak, kami tidak akan menutup pasar ikan itu tahun ini",
        "Tidak kami tidak akan menutup pasar ikan itu tahun ini.",
    ),
    (
        "Tidak, kami tidak akan menutup pasar ikan itu tahun ini",
        "Tidak. Kami tidak akan menutup pasar ikan itu tahun ini.",
    ),
    (
        "Bukan, bukan gubernur yang menyuruh kami membongkar jembatan",
        "Bukan bukan gubernur yang menyuruh kami membongkar jembatan.",
    ),
    (
        "Tidak, Pak, saya memang datang ke kantor kecamatan kemarin",
        "Tidak Pak, saya memang datang ke kantor kecamatan kemarin.",
    ),
    (
        "Kantor kami ada di Jalan Melati No. 5 dekat terminal lama",
        "Kantor kami ada di Jalan Melati No 5 dekat terminal lama",
    ),
    (
        "No, we will not build the bridge over the river next year",
        "No we will not build the bridge over the river next year.",
    ),
    (
        "It is not, however, a tax on the farmers of this valley",
        "It is not however a tax on the farmers of this valley.",
    ),
    (
        "Mau hujan atau tidak, dan mau ramai atau sepi, kami buka",
        "Mau hujan atau tidak dan mau ramai atau sepi, kami buka.",
    ),
    (DENIED, "Terdakwa, tidak: pernah menerima; uang, sebesar itu! di rumah dinas"),
    (
        "Tidak. Saya masih punya delapan pertandingan musim ini",
        "Tidak\nSaya masih punya delapan pertandingan musim ini.",
    ),
    (
        "Mau pisah atau nggak, itu urusan mereka berdua saja",
        "Mau pisah atau nggak itu urusan mereka berdua saja.",
    ),
    ("We did not … Jakarta is too far for the farmers", "We did not … Jakarta is too far for the farmers"),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("negation")
    (folder / "corpus").mkdir()
    for n, source in enumerate(dict.fromkeys(s for s, _ in (*PARTED, *TOGETHER))):
        text = f'Kabar Kota\n\n"{source}," kata {SPEAKER}.\n'
        (folder / "corpus" / f"{n}.md").write_text(text, encoding="utf-8")
    settings = Settings(corpus=folder / "corpus", index=folder / "index")
    build_index(settings)
    with open_archive(settings) as opened:
        yield opened


@pytest.mark.parametrize("case", PARTED)
def test_a_mark_that_parts_a_negation_alters(case: Case, archive: Archive) -> None:
    check = archive.check(case[1], SPEAKER)
    assert (check.verdict, "negasi" in check.flags) == ("altered", True)


@pytest.mark.parametrize("case", TOGETHER)
def test_what_denies_as_before_is_verbatim(case: Case, archive: Archive) -> None:
    check = archive.check(case[1], SPEAKER)
    assert check.verdict == "verbatim"
    assert not {"negasi", "konteks_negasi_terpotong"} & set(check.flags)
