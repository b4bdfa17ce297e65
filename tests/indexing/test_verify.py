"""Verifying: every damage is found."""

from __future__ import annotations

import json
import random
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rag.errors import IndexDamaged, IndexMismatch, IndexMissing
from rag.index import build_index, verify_index
from rag.manifest import file_hash, manifest_text, parsed
from rag.settings import Settings
from rag.vectors import VectorReader, Vectors
from rag.verify import Searched, Verified, verify
from tests.indexing.houses import open_generation_anyhow


def reseal(house: Settings) -> None:
    """Make the manifest's file hashes those of the files as they are now."""
    generation = open_generation_anyhow(house)
    manifest = json.loads((generation / "manifest.json").read_text())
    manifest["files"] = {
        name: ((generation / name).stat().st_size, file_hash(generation / name)) for name in manifest["files"]
    }
    (generation / "manifest.json").write_text(manifest_text(manifest))


STORES = {
    "SQLite": "generations/*/catalog.sqlite",
    "Chroma": "generations/*/vectors/**/*",
    "Tantivy": "generations/*/words/*",
    "manifest": "generations/*/manifest.json",
    "pointer": "CURRENT",
}


@pytest.mark.figure("R6")
@pytest.mark.parametrize("store", STORES)
@pytest.mark.parametrize("harm", ["delete", "truncate", "flip", "flip another", "overwrite"])
def test_every_damage_is_found_by_verify_and_by_the_next_build(
    whole: Settings, tmp_path: Path, store: str, harm: str
) -> None:
    house = replace(whole, index=tmp_path / "index")
    shutil.copytree(whole.index, house.index)
    chance = random.Random(f"{store} {harm}")
    files = [p for p in house.index.glob(STORES[store]) if p.is_file() and p.suffix != ".lock"]
    file = chance.choice(sorted(p for p in files if p.stat().st_size))
    data = bytearray(file.read_bytes())
    if harm == "delete":
        file.unlink()
    elif harm == "truncate":
        file.write_bytes(data[: chance.randrange(len(data))])
    elif harm == "overwrite":
        file.write_bytes(chance.randbytes(len(data)))
    else:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        file.write_bytes(data)
    try:
        problems = verify_index(house)
    except (IndexMissing, IndexMismatch) as error:  # no pointer; the manifest's format
        problems = [error.english]
    assert problems, file
    assert all(isinstance(p, str) and "\n" not in p for p in problems)
    if (store, harm) != ("pointer", "delete"):  # without a pointer there is no index, and one is built
        with pytest.raises((IndexDamaged, IndexMismatch), match="--full"):
            build_index(house)
    assert build_index(house, full=True).articles == 4
    assert verify_index(house) == []


@pytest.mark.figure("R6")
@pytest.mark.parametrize("at", range(0, 2_000, 97))
def test_no_byte_of_a_manifest_changes_unseen(whole: Settings, at: int) -> None:
    text = (open_generation_anyhow(whole) / "manifest.json").read_text()
    at %= len(text)
    for other in ("x", "0", " ", ""):
        if text[at] != other:
            with pytest.raises((ValueError, KeyError, TypeError)):
                parsed(text[:at] + other + text[at + 1 :])


def sql(house: Settings, *statements: str) -> None:
    import sqlite3

    with closing(sqlite3.connect(open_generation_anyhow(house) / "catalog.sqlite")) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


@pytest.mark.figure("R6")
@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE passages SET end = end - 40 WHERE ordinal = 0", "no passage covers"),
        ("UPDATE passages SET end = end + 100000 WHERE ordinal = 1", "passage 1 is"),
        ("DELETE FROM passages WHERE ordinal = 1", "what no article has"),
        ("DELETE FROM articles WHERE path LIKE '%gula%'", "holds 3 articles; the manifest says 4"),
        ("UPDATE articles SET text = replace(text, 'gula', 'dula')", "stored vector is not the text's"),
        ("UPDATE articles SET outlet = 'Lain' WHERE path LIKE '%gula%'", "not the"),
        ("DELETE FROM refusals", "holds 0 refused"),
    ],
)
def test_verify_compares_contents(built: Settings, statement: str, problem: str) -> None:
    sql(built, "PRAGMA foreign_keys = ON", statement)
    reseal(built)
    assert any(problem in line for line in verify_index(built))


def test_verify_compares_the_word_index_with_the_catalog(house: Settings) -> None:
    from rag.lexical import LexicalWriter

    build_index(house)
    writer = LexicalWriter(open_generation_anyhow(house) / "words")
    writer.delete(["pangan/gula.txt#1"])
    writer.add("hantu.txt#0", "hantu", "", None, None)
    writer.commit()
    writer.close()
    manifest = json.loads((open_generation_anyhow(house) / "manifest.json").read_text())
    manifest["files"] = {}
    (open_generation_anyhow(house) / "manifest.json").write_text(manifest_text(manifest))
    assert verify_index(house) == [
        "the word index lacks pangan/gula.txt#1",
        "the word index has what no article has: hantu.txt#0",
    ]


def test_verify_seeks_every_passage_by_its_own_text(built: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    verified = verify(built)
    assert verified == Verified([], Searched(8, 1.0, 8, 1.0))
    search = VectorReader.search

    def forgetful(reader: VectorReader, vector: Vectors, k: int, *, exact: bool = False) -> Any:
        """Return what a graph without one passage finds."""
        found = search(reader, vector, k, exact=exact)
        return found if exact else [hit for hit in found if hit[0] != "pangan/gula.txt#1"]

    monkeypatch.setattr(VectorReader, "search", forgetful)
    verified = verify(built)
    assert verified.search == Searched(8, 0.875, 8, 0.875)
    assert verified.problems == [
        "a search by its own text does not find pangan/gula.txt#1",
        "of the 10 nearest passages a search finds 87.5%, by 8 queries; at least 99% are expected",
    ]


def test_verify_compares_chroma_with_the_matrix(built: Settings) -> None:
    matrix = np.memmap(
        open_generation_anyhow(built) / "vectors/matrix.f32", dtype=np.float32, mode="r+", shape=(8, 256)
    )
    matrix[3] = -matrix[3]
    matrix.flush()
    reseal(built)
    problems = verify_index(built)
    assert sum("Chroma has another vector for" in line for line in problems) == 1
    assert sum("stored vector is not the text's" in line for line in problems) == 1
