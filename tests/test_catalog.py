"""The catalog: what goes in comes out, whole, in order, from many threads, and damage is said."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.catalog import Catalog, CatalogWriter
from rag.documents import (
    ArchiveState,
    Article,
    ArticleSummary,
    Filters,
    Passage,
    Quote,
    Reading,
    Refusal,
    Span,
    Step,
)
from rag.errors import IndexDamaged

BERAS = Article(
    path="b/beras #1.md",
    text="Judul 😀 naik.\nKata “dia”: harga naik.",
    title="Judul",
    outlet="Tempo",
    author="A",
    editor="B",
    date="2023-07-05",
    url="https://contoh.id/?a=1",
    via=("Kompas, 2023-07-04",),
    steps=(Step("banner", "Baca juga"), Step("spaces")),
    warnings=("cp1252", "tanggal janggal"),
    sha256="ab" * 32,
)
BARE = Article(path="a.txt", text="Isi.", sha256="cd" * 32)
LATER = Article(path="c.txt", text="Isi lain.", outlet="tempo", date="2024-01-01", sha256="ef" * 32)


def reading(article: Article, *spans: Span, quotes: tuple[Quote, ...] = ()) -> Reading:
    cuts = [Passage(f"{article.path}#{n}", article.path, s.start, s.end, "") for n, s in enumerate(spans)]
    return Reading(article, tuple(cuts), quotes)


def write(file: Path, *articles: Article) -> None:
    writer = CatalogWriter(file)
    for article in articles:
        middle = article.text.index(".") + 1
        spans = [Span(0, middle), Span(middle + 1, len(article.text))]
        writer.add(reading(article, *(s for s in spans if s.start < s.end)), f"like {article.path}")
    writer.refuse(
        [(Refusal("x.pdf", "is empty", "kosong"), "12"), (Refusal("r.txt", "is gone", "hilang"), "")]
    )
    writer.close()


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    write(tmp_path / "catalog.sqlite", BARE, BERAS, LATER)
    with closing(Catalog(tmp_path / "catalog.sqlite")) as opened:
        yield opened


def test_an_article_comes_back_whole(catalog: Catalog) -> None:
    assert catalog.article(BERAS.path) == BERAS
    assert catalog.article(BARE.path) == BARE
    with pytest.raises(KeyError):
        catalog.article("no.txt")


def test_passages_are_slices_by_code_point(catalog: Catalog) -> None:
    first = Passage("b/beras #1.md#0", "b/beras #1.md", 0, 13, "Judul 😀 naik.")
    assert BERAS.text[0:13] == first.text
    second = catalog.passages(["b/beras #1.md#1"])["b/beras #1.md#1"]
    assert second.text == BERAS.text[second.start : second.end] == "Kata “dia”: harga naik."
    assert catalog.passages_of(BERAS.path) == [first, second]
    assert catalog.passages_of("no.txt") == []


def test_passages_come_in_the_order_asked_for_and_strangers_are_passed_over(catalog: Catalog) -> None:
    asked = [
        "c.txt#0",
        "no.txt#0",
        "a.txt#0",
        "a.txt#9",
        "a.txt",
        "a.txt#x",
        "a.txt#-1",
        "b/beras #1.md#0",
        "",
    ]
    assert list(catalog.passages(asked)) == ["c.txt#0", "a.txt#0", "b/beras #1.md#0"]
    assert list(catalog.passages(f"{n}.txt#0" for n in range(1_200))) == []


def test_lists_counts_and_state(catalog: Catalog) -> None:
    assert [a.path for a in catalog.articles()] == ["c.txt", "b/beras #1.md", "a.txt"]
    assert [a.path for a in catalog.articles(limit=1, offset=1)] == ["b/beras #1.md"]
    assert catalog.summaries(["b/beras #1.md", "no.txt"]) == {
        "b/beras #1.md": ArticleSummary(
            "b/beras #1.md", "Judul", "Tempo", "A", "2023-07-05", "https://contoh.id/?a=1",
            len(BERAS.text), 2, ("cp1252", "tanggal janggal"),
        )
    }  # fmt: skip
    assert catalog.leads(["a.txt", "no.txt"]) == {"a.txt": BARE.text[:600]}
    assert catalog.outlets() == ["tempo"]
    assert catalog.ids() == ["a.txt#0", "b/beras #1.md#0", "b/beras #1.md#1", "c.txt#0"]
    assert catalog.count() == (3, 4)
    assert catalog.state("g") == ArchiveState("g", 3, "2024-01-01", 2)
    assert catalog.known()["a.txt"] == (BARE.sha256, "like a.txt")
    assert [(a.path, len(spans)) for a, spans in catalog.each()] == [
        ("a.txt", 1),
        (BERAS.path, 2),
        ("c.txt", 1),
    ]
    assert catalog.integrity() == []


def test_refusals_and_warnings(catalog: Catalog) -> None:
    assert catalog.refused() == [
        Refusal("r.txt", "is gone", "hilang"),
        Refusal("x.pdf", "is empty", "kosong"),
    ]
    assert [sha for _, sha in catalog.refused_files()] == ["", "12"]
    assert catalog.warnings() == [f"{BERAS.path}: cp1252", f"{BERAS.path}: tanggal janggal"]


def test_deleting_an_article_deletes_its_passages_and_it_may_come_again(tmp_path: Path) -> None:
    write(tmp_path / "c", BARE, BERAS)
    writer = CatalogWriter(tmp_path / "c")
    writer.delete([BERAS.path, "no.txt"])
    writer.add(reading(Article(path=BERAS.path, text="Baru."), Span(0, 5)), "x")
    writer.refuse([])
    writer.close()
    with closing(Catalog(tmp_path / "c")) as opened:
        assert opened.count() == (2, 2)
        assert opened.passages([f"{BERAS.path}#0"])[f"{BERAS.path}#0"].text == "Baru."
        assert opened.refused() == []


def test_a_discarded_catalog_keeps_nothing(tmp_path: Path) -> None:
    write(tmp_path / "c", BARE)
    writer = CatalogWriter(tmp_path / "c")
    writer.delete([BARE.path])
    writer.discard()
    with closing(Catalog(tmp_path / "c")) as opened:
        assert opened.count() == (1, 1)


def test_reading_needs_no_right_to_write_and_leaves_nothing_beside(tmp_path: Path) -> None:
    write(tmp_path / "c", BARE)
    (tmp_path / "c").chmod(0o444)
    with closing(Catalog(tmp_path / "c")) as opened:
        assert opened.count() == (1, 1)
        assert [p.name for p in tmp_path.iterdir()] == ["c"]


def test_many_threads_read_one_catalog(catalog: Catalog) -> None:
    wrong: list[object] = []

    def read() -> None:
        for _ in range(50):
            if catalog.article(BERAS.path) != BERAS or len(catalog.passages(catalog.ids())) != 4:
                wrong.append(1)

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.mark.parametrize("content", [b"", b"junk" * 300])
def test_a_damaged_file_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "c").write_bytes(content)
    with pytest.raises(IndexDamaged, match="--full"), closing(Catalog(tmp_path / "c")) as opened:
        opened.count()


def test_a_missing_file_is_said_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged), closing(Catalog(tmp_path / "c")) as opened:
        opened.count()
    assert list(tmp_path.iterdir()) == []


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60)


@given(TEXT, st.data())
def test_any_text_comes_back_by_its_offsets(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    file = tmp_path_factory.mktemp("any") / "c"
    writer = CatalogWriter(file)
    said = Quote("x", start, end, text[start:end], "direct", None, "Ketua", rule="r")
    writer.add(reading(Article("x", text), Span(start, end), quotes=(said,)), "")
    writer.close()
    with closing(Catalog(file)) as opened:
        assert opened.passages(["x#0"])["x#0"].text == text[start:end]
        assert opened.quotes_of("x") == [said] == list(opened.quotes(Filters()))
        assert opened.count_quotes() == 1


def test_quotes_in_passages_are_those_that_reach_into_them(tmp_path: Path) -> None:
    text = "Satu dua tiga empat lima enam"
    said = [
        Quote("x", a, b, text[a:b], "direct", None, "Ketua", rule="r")
        for a, b in ((0, 4), (5, 13), (9, 13), (25, 29))
    ]
    writer = CatalogWriter(tmp_path / "c")
    writer.add(reading(Article("x", text), Span(0, 8), Span(9, 19), Span(20, 29), quotes=said), "")
    writer.close()
    with closing(Catalog(tmp_path / "c")) as opened:
        assert opened.quotes_in(["x#0"]) == said[:2]
        assert opened.quotes_in(["x#1"]) == said[1:3]
        assert opened.quotes_in(["x#1", "x#0", "x#2", "x#2"]) == said
        assert opened.quotes_in(["x#7", "y#0", "odd"]) == opened.quotes_in([]) == []


def test_quotes_are_filtered_by_their_articles_facts(tmp_path: Path) -> None:
    writer = CatalogWriter(tmp_path / "c")
    for article in (BARE, BERAS, LATER):
        said = Quote(article.path, 0, 3, article.text[:3], "direct", "Sari", rule="r")
        writer.add(reading(article, Span(0, 3), quotes=(said,)), article.path)
    writer.close()
    with closing(Catalog(tmp_path / "c")) as opened:

        def paths(**given: str) -> list[str]:
            return [q.article for q in opened.quotes(Filters(**given))]

        assert paths() == sorted([BARE.path, BERAS.path, LATER.path])
        assert paths(outlet="TEMPO") == sorted([BERAS.path, LATER.path])
        assert paths(since="2023-12-31") == [LATER.path]
        assert paths(until="2023-07-05") == [BERAS.path]
