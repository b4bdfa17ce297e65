"""Vectors, with a real Chroma: exact under filters, close to exact without, nothing lost or changed."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.documents import Filters
from rag.errors import IndexDamaged, UsageError
from rag.rows import Metadata, Rows, Sieve, metadata
from rag.vectors import CHROMA, MATRIX, ROWS, VectorReader, Vectors, VectorWriter, carry, drop_collection

DIM = 16
OUTLETS = ["Harian Ä", "Tempo", None]


def some_vectors(count: int, seed: int = 0) -> Vectors:
    rows = np.random.default_rng(seed).standard_normal((count, DIM)).astype(np.float32)
    unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def some_facts(count: int) -> tuple[list[str], list[Metadata]]:
    dates = [f"2023-{n % 12 + 1:02d}-15" if n % 5 else None for n in range(count)]
    ids = [f"{n // 4:03d}.md#{n % 4}" for n in range(count)]
    facts = [
        metadata(id[:-2], OUTLETS[n % 3], date) for n, (id, date) in enumerate(zip(ids, dates, strict=True))
    ]
    return ids, facts


def fill(folder: Path, count: int = 300, seed: int = 0) -> tuple[list[str], Vectors]:
    ids, facts = some_facts(count)
    vectors = some_vectors(count, seed)
    writer = VectorWriter(folder, DIM)
    writer.add(ids, vectors, facts)
    assert writer.close() == count
    return ids, vectors


def contents(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled") / "vectors"
    fill(folder)
    return folder


@pytest.fixture(scope="module")
def reader(filled: Path) -> Iterator[VectorReader]:
    with closing(VectorReader(filled, DIM)) as opened:
        yield opened


def exact(query: Vectors, ids: list[str], vectors: Vectors, k: int) -> list[tuple[str, float]]:
    cosines = np.round((vectors @ query).astype(np.float64), 6).tolist()
    return sorted(zip(ids, cosines, strict=True), key=lambda hit: (-hit[1], hit[0]))[:k]


@pytest.mark.figure("R6")
def test_unfiltered_search_agrees_with_exact_search(reader: VectorReader) -> None:
    vectors, (ids, _) = some_vectors(300), some_facts(300)
    for query in some_vectors(20, seed=9):
        found, expected = reader.search(query, 10), exact(query, ids, vectors, 10)
        assert [id for id, _ in found] == [id for id, _ in expected]
        assert [score for _, score in found] == pytest.approx([score for _, score in expected], abs=2e-6)
        assert reader.search(query, 10) == found


def one_wording(count: int) -> Vectors:
    """Return vectors in tight bunches, as passages of one wording have: a graph leaves some out of reach."""
    chance = np.random.default_rng(5)
    middles = chance.standard_normal((count // 200, DIM))
    rows = np.repeat(middles, 200, axis=0) + 0.02 * chance.standard_normal((len(middles) * 200, DIM))
    unit: Vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return unit


@pytest.mark.figure("R6")
def test_every_vector_finds_itself_also_after_a_refresh(tmp_path: Path) -> None:
    vectors = one_wording(4_000)
    ids = [f"{n}.md#0" for n in range(len(vectors))]
    writer = VectorWriter(tmp_path / "old", DIM)
    writer.add(ids, vectors, [metadata(id[:-2], None, None) for id in ids])
    writer.close()
    carry(tmp_path / "old", tmp_path / "new", 500)
    writer = VectorWriter(tmp_path / "new", DIM)
    writer.delete(ids[:500])
    more = one_wording(4_400)[4_000:]
    writer.add(
        [f"x{n}.md#0" for n in range(400)], more, [metadata(f"x{n}.md", None, None) for n in range(400)]
    )
    writer.close()
    for folder, held in (("old", vectors), ("new", np.concatenate([vectors[500:], more]))):
        with closing(VectorReader(tmp_path / folder, DIM)) as reader:
            assert [v for v in held if reader.search(v, 1)[0][1] < 1 - 2e-6] == []
    assert set(Rows.read(tmp_path / "new" / ROWS).strays).isdisjoint(ids[:500])


def test_what_the_graph_does_not_find_is_noted_and_scored_in_every_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids, vectors = fill(tmp_path / "vectors")
    rows = Rows.read(tmp_path / "vectors" / ROWS)
    assert rows.strays == []
    rows.strays = [ids[7], "gone.md#0"]
    rows.write(tmp_path / "vectors" / ROWS)
    with closing(VectorReader(tmp_path / "vectors", DIM)) as reader:
        query = reader._collection.query

        def blind(**given: Any) -> Any:
            found = query(**given)
            return {"ids": [[id for id in ids if id != rows.strays[0]] for ids in found["ids"]]}

        monkeypatch.setattr(reader._collection, "query", blind)
        assert reader.search(vectors[7], 1) == [(ids[7], 1.0)]


@given(
    outlet=st.sampled_from([None, "harian ä", "TEMPO", "lain"]),
    since=st.sampled_from([None, "2023-03-15", "2023-03-16", "2024-01-01"]),
    until=st.sampled_from([None, "2023-05-15", "2023-05-14", "2022-01-01"]),
    k=st.sampled_from([1, 7, 500]),
    seed=st.integers(0, 5),
)
def test_filtered_search_is_exact_search_over_the_subset(
    reader: VectorReader, outlet: str | None, since: str | None, until: str | None, k: int, seed: int
) -> None:
    ids, facts = some_facts(300)
    low = int(since.replace("-", "")) if since else None
    high = int(until.replace("-", "")) if until else None

    def passes(fact: Metadata) -> bool:
        day = fact.get("date")
        return (
            (outlet is None or fact.get("outlet") == outlet.casefold())
            and (low is None or (isinstance(day, int) and day >= low))
            and (high is None or (isinstance(day, int) and day <= high))
        )

    rows = [row for row, fact in enumerate(facts) if passes(fact)]
    query = some_vectors(1, seed=100 + seed)[0]
    expected = exact(query, [ids[row] for row in rows], some_vectors(300)[rows], k)
    found = reader.search(query, k, Filters(outlet, since, until))
    assert [id for id, _ in found] == [id for id, _ in expected]
    assert [score for _, score in found] == pytest.approx([score for _, score in expected], abs=2e-6)


def test_equal_scores_are_ordered_by_id(tmp_path: Path) -> None:
    same = np.tile(some_vectors(1), (40, 1))
    ids = [f"{n:02d}.md#0" for n in np.random.default_rng(1).permutation(40)]
    writer = VectorWriter(tmp_path / "v", DIM)
    writer.add(ids, same, [metadata(id, None, None) for id in ids])
    writer.close()
    with closing(VectorReader(tmp_path / "v", DIM)) as opened:
        assert opened.search(same[0], 30) == [(id, 1.0) for id in sorted(ids)[:30]]


def test_scores_are_the_same_numbers_as_a_search(reader: VectorReader) -> None:
    query = some_vectors(1, seed=3)[0]
    found = dict(reader.search(query, 5))
    assert reader.scores(query, [*found, "no.md#0"]) == found


def test_vectors_without_direction_are_neither_stored_nor_searched(tmp_path: Path) -> None:
    vectors = some_vectors(3)
    vectors[1] = 0
    writer = VectorWriter(tmp_path / "v", DIM)
    writer.add(["a#0", "b#0", "c#0"], vectors, [metadata(x, None, None) for x in "abc"])
    assert writer.close() == 2
    with closing(VectorReader(tmp_path / "v", DIM)) as opened:
        assert opened.ids() == ["a#0", "c#0"]
        assert opened.search(np.zeros(DIM, np.float32), 5) == []


def test_an_empty_store_can_be_searched(tmp_path: Path) -> None:
    assert VectorWriter(tmp_path / "v", DIM).close() == 0
    with closing(VectorReader(tmp_path / "v", DIM)) as opened:
        assert opened.search(some_vectors(1)[0], 5) == []


def test_reading_changes_no_file_and_leaves_no_copy(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = contents(filled)
    first, second = VectorReader(filled, DIM), VectorReader(filled, DIM)
    query = some_vectors(1, seed=5)[0]
    assert first.search(query, 20) == second.search(query, 20)
    assert len(list(tmp_path.iterdir())) == 2
    first.close()
    second.close()
    first.close()
    assert contents(filled) == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc, to see which files are open")
def test_a_closed_reader_holds_no_file_of_its_generation(tmp_path: Path) -> None:
    fill(tmp_path / "vectors", 20)
    reader = VectorReader(tmp_path / "vectors", DIM)
    reader.search(some_vectors(1)[0], 5)
    maps = Path("/proc/self/maps")
    assert str(tmp_path) in maps.read_text()
    reader.close()
    reader.close()
    opened = [link.readlink() for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    assert not [path for path in opened if path.is_relative_to(tmp_path)]
    assert str(tmp_path) not in maps.read_text()


def test_a_copy_left_by_a_dead_process_goes(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    dead = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True
    )
    stale = tmp_path / f"kutip-copy-{dead.stdout.strip()}-abc"
    (stale / "chroma").mkdir(parents=True)
    with closing(VectorReader(filled, DIM)):
        assert not stale.exists()


@pytest.mark.parametrize("anew", [False, True])
def test_a_refresh_holds_exactly_what_a_fresh_build_would(tmp_path: Path, anew: bool) -> None:
    """``anew``: so many rows go that Chroma is filled again from the matrix."""
    old, new = tmp_path / "old", tmp_path / "new"
    ids, vectors = fill(old, 100)
    before = contents(old)
    gone = ids[:80] if anew else ids[10:20]
    carry(old, new, len(gone))
    assert (new / CHROMA).is_dir() != anew
    writer = VectorWriter(new, DIM)
    writer.delete([*gone, "never.md#0"])
    more = some_vectors(30, seed=2)
    again = [*gone[:5], *(f"new{n}.md#0" for n in range(25))]
    writer.add(again, more, [metadata(id, "Baru", "2024-01-01") for id in again])
    kept = [id for id in ids if id not in gone]
    assert writer.close() == len(kept) + 30
    assert contents(old) == before
    expected = dict(zip([*kept, *again], [*vectors[[ids.index(id) for id in kept]], *more], strict=True))
    with closing(VectorReader(new, DIM)) as opened:
        assert sorted(opened.ids()) == sorted(expected)
        stored = {id: vector for id, vector, _ in opened.stored()}
        assert sorted(stored) == sorted(expected)
        for id, vector in expected.items():
            assert np.allclose(stored[id], vector, atol=1e-6)
            assert opened.search(vector, 1)[0][0] == id
            nearest = again[int(np.argmax(more @ vector))]
            assert [x for x, _ in opened.search(vector, 1, Filters(outlet="baru"))] == [nearest]
        assert opened.facts(again[0]) == metadata(again[0], "Baru", "2024-01-01") | {"article": gone[0][:-2]}


def test_dead_rows_are_counted_until_the_collection_is_filled_anew(tmp_path: Path) -> None:
    ids, _ = fill(tmp_path / "0", 40)
    for n, (gone, dead) in enumerate([(ids[:8], 8), (ids[8:14], 14), (ids[14:20], 0)]):
        carry(tmp_path / str(n), tmp_path / str(n + 1), len(gone))
        writer = VectorWriter(tmp_path / str(n + 1), DIM)
        writer.delete(gone)
        writer.close()
        assert Rows.read(tmp_path / str(n + 1) / ROWS).dead == dead


# SQLite does not miss the end of its last page: sizes are compared when a generation opens.
@pytest.mark.parametrize(
    ("file", "harm"),
    [
        *[(file, harm) for file in (MATRIX, ROWS) for harm in ("truncate", "delete", "junk")],
        *[(f"{CHROMA}/chroma.sqlite3", harm) for harm in ("delete", "junk")],
    ],
)
def test_damage_is_said_not_crashed_on(tmp_path: Path, file: str, harm: str) -> None:
    fill(tmp_path / "v", 20)
    harmed = tmp_path / "v" / file
    if harm == "delete":
        harmed.unlink()
    elif harm == "truncate":
        harmed.write_bytes(harmed.read_bytes()[:-100])
    else:
        harmed.write_bytes(b"junk" * 50)
    with pytest.raises(IndexDamaged, match="--full"):
        VectorReader(tmp_path / "v", DIM)


def test_another_dimension_is_damage(filled: Path) -> None:
    with pytest.raises(IndexDamaged):
        VectorReader(filled, DIM + 1)


def test_a_sieve_lets_undated_rows_through_only_without_dates() -> None:
    rows = Rows()
    rows.extend(["a#0", "b#0"], [metadata("a", None, None), metadata("b", "X", "2023-01-01")])
    sieve = Sieve(rows)
    assert sieve.allowed(Filters()).tolist() == [0, 1]
    assert sieve.allowed(Filters(until="2030-01-01")).tolist() == [1]
    assert sieve.allowed(Filters(since="2000-01-01")).tolist() == [1]
    assert sieve.allowed(Filters(outlet="x")).tolist() == [1]


def test_a_chroma_server_holds_a_collection_for_each_generation(tmp_path: Path, server: str) -> None:
    ids, facts = some_facts(60)
    vectors = some_vectors(60)
    writer = VectorWriter(tmp_path / "a", DIM, server, "kutip-a")
    writer.add(ids, vectors, facts)
    assert writer.close() == 60
    assert not (tmp_path / "a" / CHROMA).exists()
    carry(tmp_path / "a", tmp_path / "b", 1)
    writer = VectorWriter(tmp_path / "b", DIM, server, "kutip-b")
    writer.delete(ids[:1])
    assert writer.close() == 59
    with (
        closing(VectorReader(tmp_path / "a", DIM, server, "kutip-a")) as old,
        closing(VectorReader(tmp_path / "b", DIM, server, "kutip-b")) as new,
    ):
        assert old.search(vectors[0], 1) == [(ids[0], 1.0)]
        assert ids[0] not in dict(new.search(vectors[0], 59))
        assert len(new.search(vectors[0], 20)) == 20
    drop_collection(server, "kutip-a")
    drop_collection(server, "kutip-a")
    with pytest.raises(IndexDamaged):
        VectorReader(tmp_path / "a", DIM, server, "kutip-a")


def test_a_silent_server_is_given_up_on_soon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.vectors._HEARTBEAT_SECONDS", 0.2)
    fill(tmp_path / "v", 5)
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        began = time.monotonic()
        with pytest.raises(UsageError, match="no Chroma server answers"):
            VectorReader(tmp_path / "v", DIM, address, "kutip-x")
        assert time.monotonic() - began < 10
