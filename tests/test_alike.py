"""What is spared where a quotation is absent, and that nothing is lost by it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.archive import EVERYTHING, Archive, open_archive
from rag.finding import may_hold
from rag.index import build_index
from rag.people import People
from rag.quotation import readings
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
    assert may_hold(readings(asked)[0], norms(there)) is expected


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
    assert may_cover(quotation, texts, [norms(t) for t in texts]) is expected
