"""Sources of a quotation: which copies of a story stand behind another, and which is the earliest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.archive import Archive, open_archive
from rag.index import build_index
from rag.settings import Settings

WORDS = {
    "credits": "Kami tidak akan menutup pasar itu sebelum pedagang pindah",
    "same": "Harga beras di pasar induk turun sejak panen raya dimulai",
    "forms": "Jembatan gantung itu harus selesai sebelum musim hujan tiba",
    "unnamed": "Listrik di pulau itu menyala hanya enam jam setiap malam",
    "anybody": "Dermaga lama itu ambruk dihantam ombak pada malam tahun baru",
    "older": "Kapal perintis itu berlayar dua kali sebulan ke pulau terluar",
    "office": "Sekolah baru itu dibuka setelah jalan desa selesai diaspal",
    "crowd": "Air sungai itu belum layak diminum warga sampai akhir tahun",
    "own": "Pabrik gula itu berhenti menggiling tebu sejak awal pekan lalu",
}
# Of each story: article, date, and who is credited behind the words.
STORIES = {
    "credits": [("a", "2026-03-09", "Kepala Dinas Sari Wulandari"), ("b", "2026-03-01", "Budi Hartono")],
    "same": [("a", "2026-03-09", "Sari Wulandari"), ("b", "2026-03-01", "Sari Wulandari")],
    "forms": [
        ("a", "2026-03-01", "Kepala Dinas Pekerjaan Umum Rina Kusuma"),
        ("b", "2026-03-02", "Kepala Dinas Pekerjaan Umum Rina Kusuma"),
        ("c", "2026-03-03", "Rina"),
    ],
    "unnamed": [("a", "2026-03-01", "Joko Prakoso"), ("b", "2026-03-05", None)],
    "anybody": [("a", "2026-03-01", "Maya Sartika"), ("b", "2026-03-05", "seorang nelayan")],
    "older": [("a", "2026-03-09", "Tuti Lestari"), ("b", "2026-03-01", None)],
    "office": [("a", "2026-03-01", "Bupati Wanagiri"), ("b", "2026-03-02", "Bupati Lembayung")],
    "crowd": [
        ("a", "2026-03-01", "Dewi Anggraini"),
        ("b", "2026-03-02", "Hendra Saputra"),
        ("c", "2026-03-03", "Hendra Saputra"),
        ("d", "2026-03-04", "Dewi Anggraini"),
    ],
    "own": [("a", "2026-03-09", "Agus Salim"), ("b", "2026-03-01", "")],
}  # fmt: skip
# Of each claim: the sources with their copies, best first, and the earliest.
CASES = {
    "another is credited": ("credits", "Sari Wulandari", [("a", []), ("b", [])], "b"),
    "another is credited, and claimed": ("credits", "Budi Hartono", [("b", []), ("a", [])], "b"),
    "another is credited, nobody claimed": ("credits", None, [("b", []), ("a", [])], "b"),
    "the same speaker": ("same", "Sari Wulandari", [("b", ["a"])], "b"),
    "forms of one name": ("forms", "Rina Kusuma", [("a", ["b", "c"])], "a"),
    "a copy that names nobody": ("unnamed", "Joko Prakoso", [("a", ["b"])], "a"),
    "a copy that credits anybody": ("anybody", "Maya Sartika", [("a", []), ("b", [])], "a"),
    "an older copy that names nobody": ("older", "Tuti Lestari", [("a", []), ("b", [])], "b"),
    "a name is not hidden behind nobody": ("older", None, [("b", []), ("a", [])], "b"),
    "another office": ("office", None, [("a", []), ("b", [])], "a"),
    "copies of either": ("crowd", "Hendra Saputra", [("b", ["c"]), ("a", ["d"])], "a"),
    "an outlet's own words": ("own", "Agus Salim", [("a", []), ("b", [])], "b"),
}


def told(words: str, who: str | None) -> str:
    if who == "":
        return f"{words}."
    return f'"{words}."' if who is None else f'"{words}," kata {who}.'


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("sources")
    for story, articles in STORIES.items():
        for name, date, who in articles:
            file = folder / "corpus" / story / f"{name}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(
                f"---\ntitle: Kabar {story}\ndate: {date}\noutlet: Kabar {name.upper()}\n---\n"
                f"{told(WORDS[story], who)}\n",
                encoding="utf-8",
            )
    settings = Settings(corpus=folder / "corpus", index=folder / "index")
    build_index(settings)
    with open_archive(settings, words_first=True) as opened:
        yield opened


@pytest.mark.parametrize(("story", "speaker", "wanted", "earliest"), CASES.values(), ids=CASES)
def test_a_copy_is_hidden_only_where_it_adds_nothing(
    archive: Archive,
    story: str,
    speaker: str | None,
    wanted: list[tuple[str, list[str]]],
    earliest: str,
) -> None:
    check = archive.check(WORDS[story], speaker)
    found = [(Path(s.article).stem, [Path(copy).stem for copy in s.copies]) for s in check.sources]
    assert found == wanted
    assert check.earliest is not None
    assert Path(check.sources[check.earliest].article).stem == earliest
