"""The word index: real Tantivy, in a temporary folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.documents import Filters
from rag.errors import IndexDamaged
from rag.lexical import MAX_TERMS, LexicalReader, LexicalWriter
from rag.wording import norms

PASSAGES = [
    ("a.md#0", "Menteri melarang penjualan di Tanah Abang.", "Larangan baru", "Harian Satu", "2023-07-03"),
    ("a.md#1", "Pedagang menulis surat kepada presiden.", "Larangan baru", "Harian Satu", "2023-07-03"),
    ("b.md#0", "Presiden meresmikan bendungan di Kupang.", "Bendungan", "HARIAN dua", "2023-09-30"),
    ("c.md#0", "Bendungan itu dibangun selama tiga tahun.", "", None, None),
]
NO_FILTER = Filters()


def write(folder: Path, passages: list[tuple[str, str, str, str | None, str | None]]) -> None:
    writer = LexicalWriter(folder)
    for passage in passages:
        writer.add(*passage)
    writer.commit()
    writer.close()


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[LexicalReader]:
    write(tmp_path / "words", PASSAGES)
    opened = LexicalReader(tmp_path / "words")
    yield opened
    opened.close()


def found(reader: LexicalReader, query: str, filters: Filters = NO_FILTER, k: int = 10) -> list[str]:
    return [key for key, _ in reader.search(query, k, filters)]


def test_a_form_finds_other_forms_of_the_word(reader: LexicalReader) -> None:
    assert found(reader, "Siapa penulis surat?")[0] == "a.md#1"
    assert found(reader, "pembangunan")[0] == "c.md#0"


def test_question_words_do_not_find_what_merely_holds_them(reader: LexicalReader) -> None:
    assert found(reader, "Di mana bendungan itu?") == found(reader, "bendungan")
    assert found(reader, "di itu") != [], "a query of nothing else is searched as it is"


def test_the_title_counts_but_less_than_the_text(reader: LexicalReader) -> None:
    assert found(reader, "larangan") == ["a.md#0", "a.md#1"]
    scores = dict(reader.search("bendungan", 10, NO_FILTER))
    assert scores["b.md#0"] > scores["c.md#0"], "both in text; b has it in its title too"


def test_words_side_by_side_count_more(tmp_path: Path) -> None:
    texts = ["abang jual sapi putih tanah", "tanah abang jual sapi putih"]
    write(tmp_path / "w", [(f"{i}", text, "", None, None) for i, text in enumerate(texts)])
    reader = LexicalReader(tmp_path / "w")
    assert found(reader, "tanah abang") == ["1", "0"]
    reader.close()


def test_filters_are_exact(reader: LexicalReader) -> None:
    query = "presiden menteri bendungan surat"
    assert set(found(reader, query)) == {key for key, *_ in PASSAGES}
    assert set(found(reader, query, Filters(outlet="harian satu"))) == {"a.md#0", "a.md#1"}
    assert found(reader, query, Filters(outlet="Harian Dua")) == ["b.md#0"]
    assert found(reader, query, Filters(outlet="Harian")) == []
    assert found(reader, query, Filters(since="2023-07-04")) == ["b.md#0"]
    assert set(found(reader, query, Filters(until="2023-07-03"))) == {"a.md#0", "a.md#1"}
    assert set(found(reader, query, Filters(since="2023-07-03", until="2023-09-30"))) == {
        "a.md#0",
        "a.md#1",
        "b.md#0",
    }
    assert found(reader, query, Filters(outlet="harian satu", since="2023-08-01")) == []


def test_a_filter_does_not_change_scores(reader: LexicalReader) -> None:
    free = dict(reader.search("presiden", 10, NO_FILTER))
    kept = dict(reader.search("presiden", 10, Filters(outlet="harian satu", until="2024-01-01")))
    assert kept == {"a.md#1": pytest.approx(free["a.md#1"])}


@pytest.mark.parametrize(
    "query",
    ["", "  ", "?!", '"', "text:presiden AND", "(((", "presiden^9e9", "*", "id:[a TO z]", "日本", "\0"],
)
def test_typed_syntax_is_only_words(reader: LexicalReader, query: str) -> None:
    assert set(found(reader, query)) <= {"a.md#1", "b.md#0"}


@given(st.text(max_size=60))
@settings(max_examples=50, deadline=None)
def test_no_query_fails(tmp_path_factory: pytest.TempPathFactory, query: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "any-query"
    if not folder.exists():
        write(folder, PASSAGES)
    reader = LexicalReader(folder)
    assert len(reader.search(query, 2, Filters(since="2023-01-01"))) <= 2
    reader.close()


def test_a_pasted_page_is_searched_by_its_rarest_words(reader: LexicalReader) -> None:
    page = " ".join(f"kata{i}" for i in range(5 * MAX_TERMS)) + " bendungan"
    assert found(reader, page) == ["b.md#0", "c.md#0"]
    assert found(reader, "bendungan " * 1000) == ["b.md#0", "c.md#0"]
    assert found(reader, page.replace("bendungan", "")) == []


def test_ties_come_by_id_whatever_the_order_of_writing(tmp_path: Path) -> None:
    keys = [f"{i:03}" for i in range(60)]
    write(tmp_path / "w", [(key, "sama persis", "", None, None) for key in reversed(keys)])
    reader = LexicalReader(tmp_path / "w")
    assert found(reader, "sama", k=5) == keys[:5]
    assert found(reader, "sama", k=60) == keys
    reader.close()


def test_updates_and_deletions(tmp_path: Path) -> None:
    folder = tmp_path / "words"
    write(folder, PASSAGES)
    old = LexicalReader(folder)
    writer = LexicalWriter(folder)
    writer.delete(["a.md#0", "b.md#0", "nothing.md#0"])
    writer.add("b.md#0", "Gempa di Palu.", "Gempa", "Harian Dua", "2023-10-01")
    assert LexicalReader(folder).count() == 4, "nothing is seen before the commit"
    writer.commit()
    writer.close()
    new = LexicalReader(folder)
    assert new.ids() == ["a.md#1", "b.md#0", "c.md#0"]
    assert new.count() == 3
    assert found(new, "gempa") == ["b.md#0"]
    assert found(new, "Kupang") == []
    assert old.count() == 4
    assert found(old, "Kupang") == ["b.md#0"], "an open reader keeps what it opened"
    old.close()
    new.close()


def test_what_was_not_committed_is_dropped(tmp_path: Path) -> None:
    folder = tmp_path / "words"
    write(folder, PASSAGES)
    writer = LexicalWriter(folder)
    writer.add("z.md#0", "Gempa", "", None, None)
    writer.close()
    assert LexicalReader(folder).ids() == sorted(key for key, *_ in PASSAGES)


def test_an_empty_index_is_an_index(tmp_path: Path) -> None:
    write(tmp_path / "w", [])
    reader = LexicalReader(tmp_path / "w")
    assert (reader.count(), reader.ids(), found(reader, "apa")) == (0, [], [])
    reader.close()


def harm(folder: Path, kind: str, at: int) -> None:
    """Change eight bytes of every file of a kind, in a copy: Tantivy maps the one that it has open."""
    for file in folder.glob(f"*.{kind}"):
        data = bytearray(file.read_bytes())
        data[at : at + 8] = bytes(byte ^ 0x5A for byte in data[at : at + 8])
        file.unlink()
        file.write_bytes(data)


def test_a_panic_at_opening_is_said(tmp_path: Path) -> None:
    write(tmp_path, PASSAGES)
    harm(tmp_path, "fast", -131)
    for opened in (LexicalReader, LexicalWriter):
        with pytest.raises(IndexDamaged, match="--full"):
            opened(tmp_path)


@pytest.mark.parametrize(
    ("kind", "at", "look"),
    [
        ("pos", 20, lambda reader: reader.frequency("presiden")),
        ("pos", 20, lambda reader: reader.holding(["presiden", "meresmikan"], 3, NO_FILTER)),
        ("term", 340, lambda reader: reader.near([{"presiden": 1.0}], 3, NO_FILTER)),
        ("pos", 20, lambda reader: reader.said(["presiden"], 3, NO_FILTER)),
        ("store", 20, lambda reader: reader.ids()),
    ],
    ids=["frequency", "holding", "near", "said", "ids"],
)
def test_every_look_into_a_damaged_index_is_said(
    tmp_path: Path, kind: str, at: int, look: Callable[[LexicalReader], object]
) -> None:
    write(tmp_path, PASSAGES)
    harm(tmp_path, kind, at)
    with pytest.raises(IndexDamaged, match="--full"):
        look(LexicalReader(tmp_path))


def test_an_interrupt_is_no_damage(reader: LexicalReader, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted:
        def doc_freq(self, *_: str) -> int:
            raise KeyboardInterrupt

    monkeypatch.setattr(reader, "_searcher", Interrupted())
    with pytest.raises(KeyboardInterrupt):
        reader.frequency("presiden")


@pytest.mark.parametrize("damage", ["missing", "empty", "meta.json"])
def test_a_damaged_index_says_so(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "words"
    if damage == "empty":
        folder.mkdir()
    if damage == "meta.json":
        write(folder, PASSAGES)
        (folder / "meta.json").write_text("{", encoding="utf-8")
    with pytest.raises(IndexDamaged) as caught:
        LexicalReader(folder)
    assert "index --full" in caught.value.english
    assert "index --full" in caught.value.indonesian


def test_threads_may_search_at_once(reader: LexicalReader) -> None:
    expected = reader.search("presiden bendungan", 10, NO_FILTER)
    with ThreadPoolExecutor(8) as pool:
        results = pool.map(lambda _: reader.search("presiden bendungan", 10, NO_FILTER), range(64))
    assert all(result == expected for result in results)


def test_damaged_terms_are_said_and_never_a_panic(tmp_path: Path) -> None:
    write(tmp_path, [(f"x.md#{n}", f"kata{n} presiden bendungan", "", None, None) for n in range(2_000)])
    for file in tmp_path.glob("*.term"):
        data = file.read_bytes()
        third = len(data) // 3
        file.write_bytes(data[:third] + bytes(b ^ 0x5A for b in data[third : 2 * third]) + data[2 * third :])
    queries = [f"kata{n} presiden" for n in range(0, 2_000, 7)]
    with pytest.raises(IndexDamaged, match="--full"):
        assert [LexicalReader(tmp_path).search(query, 5, NO_FILTER) for query in queries] == []
    for query in queries:
        with pytest.raises(IndexDamaged, match="--full"):
            LexicalReader(tmp_path).search(query, 5, NO_FILTER, [{query.split()[0], "farmer"}])


def test_the_passage_of_a_quotation_is_found_among_passages_that_repeat_most_of_it(tmp_path: Path) -> None:
    boiler = "Harga {} di pasar itu tercatat sebesar {} rupiah, sementara stoknya adalah {} ton."
    repeated = [("beras", "9.100", "25"), ("cabai", "12.350", "10"), *[("beras", "9.100", "10")] * 5]
    others = [" ".join(boiler.format(*each) for each in repeated)] * 40
    told = boiler.format("beras", "12.350", "25")
    unlike = [" ".join(f"isi{n}no{m}" for m in range(80)) for n in range(100)]
    texts = [*others, f"{told} {' '.join(f'kata{n}' for n in range(20))}", *unlike]
    write(tmp_path / "words", [(f"{n:03}.md#0", text, "", None, None) for n, text in enumerate(texts)])
    with closing(LexicalReader(tmp_path / "words")) as words:
        assert "040.md#0" in [key for key, _ in words.said(norms(told), 12, NO_FILTER)]


def test_english_stems_are_looked_for_in_english_passages_alone(tmp_path: Path) -> None:
    texts = [
        "The farmers are seeking damages from the company for the loss of their crops.",
        "Farmers Market, gerai baru di Kota Wanagiri, dibuka untuk umum dengan banyak diskon.",
        "Petani di Wanagiri panen raya pada awal tahun ini.",
    ]
    write(tmp_path / "words", [(f"{n}.md#0", text, "", None, None) for n, text in enumerate(texts)])
    with closing(LexicalReader(tmp_path / "words")) as words:
        assert [key for key, _ in words.search("petani", 3, NO_FILTER)] == ["2.md#0"]
        both = [key for key, _ in words.search("petani", 3, NO_FILTER, [{"farmer", "peasant"}, {"lost"}])]
        assert sorted(both) == ["0.md#0", "2.md#0"]
