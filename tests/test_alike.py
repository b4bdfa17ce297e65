"""What is spared where a quotation is absent, and that nothing is lost by it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.archive import EVERYTHING, Archive, open_archive
from rag.check import _FEW, _LIKELY, _NEARLY_ALL, _share
from rag.documents import Passage
from rag.excerpt import Excerpt, excerpts_of
from rag.finding import may_hold
from rag.index import build_index
from rag.people import People
from rag.quotation import Quotation, readings
from rag.settings import Settings
from rag.splice import may_cover
from rag.wording import norms

DATA = Path(__file__).resolve().parent / "data"
pytestmark = pytest.mark.xdist_group("alike")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("alike")
    for name in ("seventh", "sixth"):
        shutil.copytree(DATA / "quotes" / name, folder / "corpus" / name)
    settings = Settings(corpus=folder / "corpus", index=folder / "index")
    build_index(settings)
    with open_archive(settings, words_first=True) as opened:
        yield opened


def archive_of(folder: Path, text: str) -> Archive:
    """Return the archive of one article, written into ``folder``."""
    (folder / "corpus").mkdir()
    (folder / "corpus" / "a.md").write_text(text, encoding="utf-8")
    settings = Settings(corpus=folder / "corpus", index=folder / "index")
    build_index(settings)
    return open_archive(settings, words_first=True)


def test_an_absent_quotation_opens_neither_model_nor_vectors(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened() -> None:
        raise AssertionError("the model was opened")

    monkeypatch.setattr(archive, "_model_and_vectors", opened)
    check = archive.check("Zirafah ungu menari polka di atas gletser Andromeda", "Tumpal Harianja")
    assert check.verdict == "not_found"


def test_a_translation_is_found_by_who_is_claimed_and_by_words(archive: Archive) -> None:
    quote = "Biarkan warga desa bicara lebih dulu."
    assert archive.check(quote, "Markus Tabuniwatu").verdict == "paraphrase"
    assert archive.check(quote).verdict == "paraphrase"


def test_the_contrary_of_a_report_is_an_alteration(tmp_path: Path) -> None:
    with archive_of(
        tmp_path,
        "---\ntitle: Perpustakaan\n---\n\nKepala Perpustakaan Ratih Kusumawardhani mengatakan minat baca "
        "warga naik dua kali lipat.\n\nMenteri Perdagangan Arifin Tanzil mengatakan pemerintah belum "
        'memutuskan impor cabai. "Kami masih menghitung. Impor bisa saja dilakukan, tetapi hanya kalau stok '
        'nasional kurang," kata Arifin.\n',
    ) as opened:
        assert opened.check("minat baca warga turun dua kali lipat", "Ratih").verdict == "altered"
        assert opened.check("minat baca warga naik dua kali lipat", "Ratih").verdict == "paraphrase"
        said = opened.check("Impor cabai sudah kami putuskan", "Arifin Tanzil")
        assert (said.verdict, said.flags) == ("altered", ("negasi",))


def test_words_between_marks_are_not_the_narrators(tmp_path: Path) -> None:
    with archive_of(
        tmp_path,
        "---\ntitle: Utang\n---\n\nIbnu Malik menunjukkan pesan singkat dari Sapto Nugroho yang berisi, "
        '"Nanti saya cicil bulan depan." Utang itu sudah dua tahun tidak dibayar.\n',
    ) as opened:
        quoted = opened.check("Nanti saya cicil bulan depan", "Sapto Nugroho")
        assert (quoted.verdict, quoted.attribution) == ("verbatim", "unknown")
        told = opened.check("Utang itu sudah dua tahun tidak dibayar", "Sapto Nugroho")
        assert (told.verdict, told.flags) == ("misattributed", ("narasi", "penutur_beda"))


def test_filters_hold_for_what_the_claimed_speaker_says(archive: Archive) -> None:
    from rag.documents import Filters

    quote, speaker = "Bayar saya dengan kubis", "Dortea Latuhamallo"
    assert archive.check(quote, speaker).verdict == "paraphrase"
    assert archive.check(quote, speaker, Filters(outlet="Radar Wirasaba")).verdict == "not_found"
    assert archive.check(quote, speaker, Filters(until="2020-01-01")).verdict == "not_found"


def test_people_are_the_same_from_their_names_alone(archive: Archive) -> None:
    quotes = list(archive._catalog.quotes(EVERYTHING))
    whole, named = People.of(quotes), People.of(archive._catalog.speakers())
    assert [whole.name(q) for q in quotes] == [named.name(q) for q in quotes]
    claims = ("Markus", "Kepala Desa", "Tumpal Harianja", "Budi")
    assert all(whole.same(c, q) == named.same(c, q) for c in claims for q in quotes)
    assert named.articles("Markus Tabuniwatu") == ["seventh/10-sagarapost-geothermal.md"]
    assert named.articles("Orang Lain") == []


def excerpt(quotation: Quotation, text: str) -> Excerpt:
    return excerpts_of([Passage("a.txt#0", "a.txt", 0, len(text), text)], quotation.norms)[0]


@pytest.mark.parametrize(
    ("asked", "there", "expected"),
    [
        ("kami tidak akan menutup pasar itu", "kami tidak akan menutup pasar ikan", True),
        ("ini bukan soal pasir lagi ada yang jauh lebih penting", "ini bukan soal pasir itu", False),
        ("ini bukan soal pasir laut, ada yang jauh lebih penting", "ini bukan soal pasir laut", True),
        ("kami menanam padi di sawah", "mereka menjual ikan asin", False),
    ],
)  # fmt: skip
def test_what_may_hold_a_quotation(asked: str, there: str, expected: bool) -> None:
    quotation = readings(asked)[0]
    assert may_hold(quotation, excerpt(quotation, there)) is expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["satu itu kerja kita", "bukan lagi sulap biasa"], True),
        (["satu kerja itu kita", "bukan biasa sulap lagi"], False),
        (["satu itu [semua] kerja kita", "bukan lagi (kata dia) sulap biasa"], True),
        (["satu itu kerja kita", "bukan lagi sulap"], False),
    ],
)
def test_what_pieces_may_cover(texts: list[str], expected: bool) -> None:
    quotation = readings("satu itu kerja kita bukan lagi sulap biasa")[0]
    assert may_cover(quotation, [excerpt(quotation, text) for text in texts]) is expected


def test_the_likeliest_passages_are_those_of_all_when_read(archive: Archive) -> None:
    checker = archive._checker
    passages = list(archive._catalog.passages(archive._catalog.ids()).values())
    unread = 0
    for start in range(0, len(passages) - 12, 3):
        some = passages[start : start + 12]
        words = [word for p in some[:: 1 + start % 5] for word in norms(p.text)[start % 40 :][:5]]
        quotation = readings(" ".join(words))[0]
        weights = [(word, checker._weight(word)) for word in quotation.norms]
        shares = ((_share(weights, norms(p.text)), p.id) for p in some)
        whole = sorted(shares, key=lambda share: (-share[0], share[1]))
        excerpts = excerpts_of(some, quotation.norms)
        found = [(share, e.passage.id) for share, e in checker._likeliest(quotation, excerpts)]
        assert found[0] == whole[0]
        likely = [s for n, s in enumerate(whole) if s[0] >= (_LIKELY if n < _FEW else _NEARLY_ALL)]
        assert found[: len(likely)] == likely
        unread += len(some) - len(found)
    assert unread
