"""Building, refreshing and verifying, with real stores and the bundled model."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import rag.index
import rag.reading
from rag.catalog import Catalog
from rag.documents import IndexReport, Progress, Refusal
from rag.embedding import Encoder, load_encoder
from rag.errors import EmptyCorpus, IndexDamaged, IndexLocked, IndexMismatch, IndexMissing, StorageFull
from rag.generations import current_generation, open_generation
from rag.index import build_index, verify_index
from rag.lexical import LexicalReader
from rag.locking import writing
from rag.manifest import file_hash, manifest_text, parsed
from rag.readers import read_all
from rag.reading import reading_version
from rag.settings import BUNDLED_MODEL, Settings
from rag.vectors import VectorReader, Vectors
from rag.verify import Searched, Verified, verify
from rag.wording import norms

ROOT = Path(__file__).resolve().parent.parent
SUBJECTS = ["beras", "gula", "kopi", "cabai", "minyak", "telur", "kedelai", "jagung"]


def prose(subject: str, words: int = 260) -> str:
    """Return paragraphs of ten words, no two alike (cleaning takes doubled ones out)."""
    days = range(1, words // 10 + 1)
    lines = (f"Pada hari {n} harga {subject} di pasar induk naik lagi." for n in days)
    return "\n\n".join(lines) + "\n"


def write(corpus: Path, path: str, text: str) -> None:
    (corpus / path).parent.mkdir(parents=True, exist_ok=True)
    (corpus / path).write_text(text, encoding="utf-8")


@pytest.fixture(autouse=True)
def one_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Load the model once for all tests of a run."""
    monkeypatch.setattr("rag.index.load_encoder", encoder_of)
    monkeypatch.setattr("rag.verify.load_encoder", encoder_of)


@lru_cache
def encoder_of(name: str) -> Encoder:
    return load_encoder(name)


def furnish(home: Path) -> Settings:
    """Write four articles and one file that cannot be read."""
    for subject in SUBJECTS[:4]:
        write(home / "corpus", f"pangan/{subject}.txt", prose(subject))
    write(home / "corpus", "rusak.pdf", "bukan pdf")
    return Settings(corpus=home / "corpus", index=home / "index")


@pytest.fixture
def house(tmp_path: Path) -> Settings:
    """Four articles and one file that cannot be read."""
    return furnish(tmp_path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An index that tests copy and harm."""
    settings = furnish(tmp_path_factory.mktemp("whole"))
    build_index(settings)
    return settings


@pytest.fixture
def built(house: Settings, whole: Settings) -> Settings:
    """The same with its index, copied: for tests of what comes after a first build."""
    shutil.copytree(whole.index, house.index)
    return house


def adds_up(report: IndexReport, listed: int) -> None:
    assert report.added + report.updated + report.unchanged == report.articles
    assert report.articles + len(report.refused) == listed


def stored(house: Settings) -> dict[str, str]:
    with closing(Catalog(open_generation(house.index).catalog)) as catalog:
        return {a.path: catalog.article(a.path).text for a in catalog.articles()}


def find(house: Settings, query: str) -> str:
    generation = open_generation(house.index)
    with closing(VectorReader(generation.vectors, generation.manifest.dim)) as vectors:
        return vectors.search(encoder_of(house.model).encode_query(query), 1)[0][0].rpartition("#")[0]


def test_a_first_build_takes_in_what_it_can_and_says_why_not_the_rest(house: Settings) -> None:
    report = build_index(house)
    adds_up(report, 5)
    assert (report.added, report.articles, report.passages) == (4, 4, 8)
    assert [r.path for r in report.refused] == ["rusak.pdf"]
    assert report.refused[0].reason
    assert report.refused[0].reason_id
    assert (report.model, report.dim, report.quotes) == (BUNDLED_MODEL, 256, 0)
    assert verify_index(house) == []
    assert find(house, "harga gula") == "pangan/gula.txt"
    manifest = open_generation(house.index).manifest
    assert (manifest.articles, manifest.passages, manifest.vectors, manifest.refused) == (4, 8, 8, 1)
    assert manifest.example is False
    assert set(manifest.versions) == {"chromadb", "tantivy", "model2vec", "numpy"}


def test_nothing_changed_makes_no_new_generation(house: Settings) -> None:
    first, again = build_index(house), build_index(house)
    assert again.generation == first.generation
    assert (again.unchanged, again.added, again.refused, again.passages) == (4, 0, first.refused, 8)
    adds_up(again, 5)


def test_a_refresh_applies_the_difference_and_embeds_nothing_else(
    house: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build_index(house)
    write(house.corpus, "pangan/beras.txt", prose("kedelai"))
    write(house.corpus, "pangan/baru.txt", prose("jagung"))
    (house.corpus / "pangan/kopi.txt").unlink()
    embedded: list[str] = []
    encoder = encoder_of(house.model)
    encode = encoder.encode_passages

    def counting(texts: list[str]) -> np.ndarray:
        embedded.extend(texts)
        return encode(texts)

    monkeypatch.setattr(encoder, "encode_passages", counting)
    report = build_index(house)
    monkeypatch.undo()
    adds_up(report, 5)
    assert (report.added, report.updated, report.removed, report.unchanged) == (1, 1, 1, 2)
    assert len(embedded) == 4
    assert all("kedelai" in text or "jagung" in text for text in embedded)
    assert report.generation != first.generation
    assert verify_index(house) == []
    assert find(house, "harga jagung") == "pangan/baru.txt"
    assert find(house, "harga kedelai") == "pangan/beras.txt"


def test_a_refresh_equals_a_full_build(built: Settings) -> None:
    write(built.corpus, "pangan/gula.txt", prose("telur"))
    write(built.corpus, "a.txt", prose("minyak"))
    build_index(built)
    refreshed = holdings(built)
    report = build_index(built, full=True)
    assert holdings(built) == refreshed
    assert (report.added, report.updated, report.unchanged, report.removed) == (0, 0, 5, 0)


def holdings(house: Settings) -> object:
    generation = open_generation(house.index)
    with (
        closing(Catalog(generation.catalog)) as catalog,
        closing(LexicalReader(generation.words)) as words,
        closing(VectorReader(generation.vectors, generation.manifest.dim)) as vectors,
    ):
        chroma = {id: (vector.round(5).tolist(), facts) for id, vector, facts in vectors.stored()}
        assert sorted(vectors.ids()) == sorted(chroma)
        return list(catalog.each()), catalog.refused_files(), words.ids(), chroma


def test_a_full_build_tells_what_differs_from_the_index_in_use(built: Settings) -> None:
    write(built.corpus, "pangan/beras.txt", prose("kedelai"))
    write(built.corpus, "baru.txt", prose("jagung"))
    (built.corpus / "pangan/kopi.txt").unlink()
    report = build_index(built, full=True)
    assert (report.added, report.updated, report.removed, report.unchanged) == (1, 1, 1, 2)
    adds_up(report, 5)


def test_the_same_article_twice_is_indexed_once_and_said(house: Settings) -> None:
    write(house.corpus, "z.txt", prose("beras"))
    report = build_index(house)
    adds_up(report, 6)
    assert [(r.path, "pangan/beras.txt" in r.reason) for r in report.refused] == [
        ("rusak.pdf", False),
        ("z.txt", True),
    ]
    assert build_index(house).generation == report.generation
    # A copy that sorts before it takes its place; when that goes, the next one is back.
    write(house.corpus, "a.txt", prose("beras"))
    report = build_index(house)
    adds_up(report, 7)
    assert {r.path for r in report.refused} == {"rusak.pdf", "z.txt", "pangan/beras.txt"}
    assert (report.added, report.removed) == (1, 1)
    assert verify_index(house) == []
    (house.corpus / "a.txt").unlink()
    report = build_index(house)
    assert {r.path for r in report.refused} == {"rusak.pdf", "z.txt"}
    assert verify_index(house) == []


def test_the_same_text_in_two_outlets_is_two_articles(house: Settings) -> None:
    for name in ("Tempo", "Kompas"):
        write(house.corpus, f"{name}.md", f"---\noutlet: {name}\n---\n{prose('garam')}")
    assert build_index(house).articles == 6


def test_a_file_that_turns_unreadable_is_refused_and_its_article_goes(built: Settings) -> None:
    (built.corpus / "pangan/beras.txt").write_bytes(b"\0\1\2" * 50)
    report = build_index(built)
    adds_up(report, 5)
    assert (report.removed, report.unchanged) == (1, 3)
    assert "pangan/beras.txt" not in stored(built)
    assert verify_index(built) == []


@pytest.mark.parametrize("what", ["changes", "goes"])
def test_a_file_that_changes_while_it_is_read_is_refused(
    house: Settings, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def meddle(corpus: Path, paths: list[str]) -> Iterator[object]:
        file = corpus / "pangan/beras.txt"
        file.write_text(prose("lain")) if what == "changes" else file.unlink()
        return read_all(corpus, paths)

    monkeypatch.setattr(rag.index, "read_all", meddle)
    report = build_index(house)
    adds_up(report, 5)
    assert [r.path for r in report.refused] == ["pangan/beras.txt", "rusak.pdf"]
    monkeypatch.undo()
    monkeypatch.setattr("rag.index.load_encoder", encoder_of)
    report = build_index(house)
    assert [r.path for r in report.refused] == ["rusak.pdf"]
    assert report.articles == (4 if what == "changes" else 3)


def test_a_file_refused_for_lack_of_time_is_read_again_by_the_next_build(
    house: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[str]()

    def busy(corpus: Path, paths: list[str]) -> Iterator[object]:
        read.extend(paths)
        for path, each in zip(paths, read_all(corpus, paths), strict=True):
            late = path == "pangan/gula.txt"
            yield (
                Refusal(path, "takes longer than 10 s", "lebih dari 10 detik", lasting=False)
                if late
                else each
            )

    monkeypatch.setattr(rag.index, "read_all", busy)
    first = build_index(house)
    assert first.articles == 3
    read.clear()
    assert build_index(house).generation == first.generation
    assert read == ["pangan/gula.txt"]
    monkeypatch.setattr(rag.index, "read_all", read_all)
    assert build_index(house).added == 1


def test_a_new_reader_reads_again_and_keeps_what_comes_out_the_same(
    house: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build_index(house)
    monkeypatch.setattr(rag.index, "reading_version", lambda: "newer")

    def differently(corpus: Path, paths: list[str]) -> Iterator[object]:
        for path, read in zip(paths, read_all(corpus, paths), strict=True):
            if path == "pangan/gula.txt" and not isinstance(read, Refusal):
                yield replace(read, article=replace(read.article, title="Judul baru"))
            else:
                yield read

    monkeypatch.setattr(rag.index, "read_all", differently)
    report = build_index(house)
    assert (report.updated, report.unchanged) == (1, 3)
    assert report.generation != first.generation
    assert build_index(house).generation == report.generation
    assert verify_index(house) == []


def test_a_new_reader_writes_words_and_vectors_anew_also_where_the_text_is_the_same(
    built: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = chroma(built)
    monkeypatch.setattr(rag.index, "reading_version", lambda: "newer")
    monkeypatch.setattr("rag.lexical.norms", lambda text: [{"harga": "baru"}.get(w, w) for w in norms(text)])
    monkeypatch.setattr("rag.writer.indexed_text", lambda article, passage: f"Baru\n{passage.text}")
    report = build_index(built)
    assert (report.added, report.updated, report.removed, report.unchanged) == (0, 0, 0, 4)
    with closing(LexicalReader(open_generation(built.index).words)) as words:
        assert (words.frequency("harga"), words.frequency("baru")) == (0, 8)
    assert all(vector != before[id] for id, vector in chroma(built).items())


def chroma(house: Settings) -> dict[str, list[float]]:
    generation = open_generation(house.index)
    with closing(VectorReader(generation.vectors, generation.manifest.dim)) as vectors:
        return {id: vector.tolist() for id, vector, _ in vectors.stored()}


def test_reading_version_covers_the_code_that_reads() -> None:
    assert len(reading_version()) == 16
    assert reading_version() == reading_version()


@pytest.mark.parametrize(
    "name",
    [
        "corpus.py", "passages.py", "quotes.py", "wording.py", "speech/naming.py", "lexical.py", "terms.py",
        "rows.py", "lexicon/roots.txt", "lexicon/english.tsv", "lexicon/colloquial.tsv",
    ],
)  # fmt: skip
def test_reading_version_changes_with_what_the_index_holds(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = Path(rag.reading.__file__).parent
    shutil.copytree(code, tmp_path / "rag", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(rag.reading, "__file__", str(tmp_path / "rag" / "reading.py"))
    before = reading_version()
    with (tmp_path / "rag" / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert reading_version() != before


def test_an_empty_corpus_is_said_and_the_index_stays(house: Settings, tmp_path: Path) -> None:
    report = build_index(house)
    (tmp_path / "empty").mkdir()
    empty = replace(house, corpus=tmp_path / "empty")
    for full in (False, True):
        with pytest.raises(EmptyCorpus, match="holds no article"):
            build_index(empty, full=full)
    write(tmp_path / "empty", "x.pdf", "bukan")
    with pytest.raises(EmptyCorpus, match=r"none of the 1 files.*x\.pdf"):
        build_index(empty)
    assert current_generation(house.index) == report.generation
    assert verify_index(house) == []
    assert len(list((house.index / "generations").iterdir())) == 1


def test_a_missing_corpus_folder_is_said(house: Settings, tmp_path: Path) -> None:
    with pytest.raises(EmptyCorpus):
        build_index(replace(house, corpus=tmp_path / "none"))


class Other:
    """A second model: as wide as the first, of another name."""

    def __init__(self, name: str) -> None:
        self.name, self.dim, self.fingerprint, self.max_words = name, 8, "f", None

    def encode_passages(self, texts: list[str]) -> np.ndarray:
        rows = np.array([[len(t) % (n + 2) + 1 for n in range(8)] for t in texts], dtype=np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def encode_query(self, text: str) -> np.ndarray:
        return self.encode_passages([text])[0]


@pytest.mark.figure("R9")
def test_another_model_needs_a_full_build(house: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    report = build_index(house)
    monkeypatch.setattr("rag.index.load_encoder", Other)
    monkeypatch.setattr("rag.verify.load_encoder", Other)
    other = replace(house, model="lain")
    with pytest.raises(
        IndexMismatch, match=r"built with 'kutip-id-static' \(256 dims\).*'lain' \(8\).*--full"
    ):
        build_index(other)
    with pytest.raises(IndexMismatch):
        verify_index(other)
    assert current_generation(house.index) == report.generation
    assert build_index(other, full=True).dim == 8
    assert verify_index(other) == []


def test_no_index_is_missing_and_a_damaged_one_is_rebuilt_only_in_full(house: Settings) -> None:
    with pytest.raises(IndexMissing):
        verify_index(house)
    build_index(house)
    open_generation(house.index).catalog.write_bytes(b"junk")
    with pytest.raises(IndexDamaged, match="--full"):
        build_index(house)
    assert build_index(house, full=True).articles == 4
    assert verify_index(house) == []


def test_a_second_writer_is_refused(house: Settings) -> None:
    with writing(house.index), pytest.raises(IndexLocked, match=f"process {os.getpid()}"):
        build_index(house)


def test_progress_goes_through_the_stages_to_their_ends(house: Settings) -> None:
    told: list[Progress] = []
    build_index(house, progress=told.append)
    assert list(dict.fromkeys(p.stage for p in told)) == ["read", "index", "verify", "switch"]
    for stage in ("read", "index", "switch"):
        last = [p for p in told if p.stage == stage][-1]
        assert last.done == last.total > 0
    assert all(0 <= p.done <= p.total for p in told)


def test_passages_without_a_known_word_are_kept_without_vector(house: Settings) -> None:
    write(house.corpus, "aneh.txt", "ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾᛁᛃ.\n")
    vector = encoder_of(house.model).encode_passages(["ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾᛁᛃ."])
    build_index(house)
    manifest = open_generation(house.index).manifest
    assert manifest.passages - manifest.vectors == (0 if vector.any() else 1)
    assert verify_index(house) == []


# --- verify ------------------------------------------------------------------------------------


def reseal(house: Settings) -> None:
    """Make the manifest's file hashes those of the files as they are now."""
    generation = open_generation_anyhow(house)
    manifest = json.loads((generation / "manifest.json").read_text())
    manifest["files"] = {
        name: ((generation / name).stat().st_size, file_hash(generation / name)) for name in manifest["files"]
    }
    (generation / "manifest.json").write_text(manifest_text(manifest))


def open_generation_anyhow(house: Settings) -> Path:
    return house.index / "generations" / current_generation(house.index)


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


# --- what goes wrong around a build ------------------------------------------------------------

BUILD = """
import sys
from pathlib import Path
from rag.index import build_index
from rag.settings import Settings
from rag.errors import KutipError
try:
    build_index(Settings(corpus=Path(sys.argv[1]), index=Path(sys.argv[2])), full=len(sys.argv) > 3)
except KutipError as error:
    print(type(error).__name__, error)
"""


def in_namespace(script: str) -> subprocess.CompletedProcess[str]:
    """Run a shell script where it may mount; skip where the system does not let it."""
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("needs unshare -rm, to mount a small or read-only file system")
    return subprocess.run(
        ["unshare", "-rm", "sh", "-ec", script], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.figure("R2")
def test_a_full_disk_is_said_and_the_old_index_stays(house: Settings, tmp_path: Path) -> None:
    house.index.mkdir()
    (tmp_path / "build.py").write_text(BUILD)
    for n in range(60):
        write(house.corpus, f"banyak/{n}.txt", prose(f"barang{n}", 2_000))
    few = tmp_path / "few"
    write(few, "satu.txt", prose("beras"))
    run = f"PYTHONPATH={ROOT} {sys.executable} {tmp_path}/build.py"
    script = f"""
        mount -t tmpfs -o size=3m tmpfs {house.index}
        {run} {few} {house.index}
        before=$(cat {house.index}/CURRENT)
        {run} {house.corpus} {house.index}
        test "$before" = "$(cat {house.index}/CURRENT)"
        test "$(ls {house.index}/generations)" = "$before"
        PYTHONPATH={ROOT} {sys.executable} -m rag verify --index {house.index}
    """
    done = in_namespace(script)
    assert done.returncode == 0, done
    assert done.stdout.startswith(f"StorageFull {house.index} cannot be written")
    assert done.stdout.endswith("ok\n")


@pytest.mark.figure("R2")
@pytest.mark.parametrize("kilobytes", [1, 8, 40, 150])
def test_a_limit_on_files_is_said_and_the_old_index_stays(
    whole: Settings, tmp_path: Path, kilobytes: int
) -> None:
    """What a quota does, where no small disk can be mounted: each store in turn meets it."""
    house = replace(whole, index=tmp_path / "index")
    shutil.copytree(whole.index, house.index)
    (tmp_path / "build.py").write_text(
        f"import resource\n{BUILD}".replace(
            "try:", f"resource.setrlimit(resource.RLIMIT_FSIZE, ({kilobytes << 10}, {kilobytes << 10}))\ntry:"
        )
    )
    done = subprocess.run(
        [sys.executable, str(tmp_path / "build.py"), str(house.corpus), str(house.index), "full"],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"StorageFull {house.index} cannot be written")
    assert current_generation(house.index) == current_generation(whole.index)
    assert len(list((house.index / "generations").iterdir())) == 1
    assert verify_index(house) == []


@pytest.mark.figure("R2")
def test_a_read_only_index_is_served_from_temporary_copies_and_not_written(
    built: Settings, tmp_path: Path
) -> None:
    (tmp_path / "build.py").write_text(BUILD)
    write(built.corpus, "baru.txt", prose("jagung"))
    python = f"PYTHONPATH={ROOT} {sys.executable}"
    small = tmp_path / "small"
    small.mkdir()
    done = in_namespace(f"""
        mount --bind {built.index} {built.index}
        mount -o remount,bind,ro {built.index}
        {python} -m rag search "harga gula" --index {built.index} --json
        {python} -m rag verify --index {built.index}
        {python} {tmp_path}/build.py {built.corpus} {built.index}
        mount -t tmpfs -o size=64k tmpfs {small}
        TMPDIR={small} {python} -m rag search "harga gula" --index {built.index} 2>&1 || true
        ls {small}
    """)
    assert done.returncode == 0, done
    hits, verified, built, no_room = done.stdout.splitlines()
    assert json.loads(hits)["hits"][0]["article"] == "pangan/gula.txt"
    assert verified == "ok"
    assert built.startswith("StorageFull")
    assert f"{small} has no room for a temporary copy" in no_room


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left on device"), MemoryError(), KeyboardInterrupt()]
)
def test_a_failure_in_a_store_leaves_the_old_index_and_nothing_half_built(
    house: Settings, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    report = build_index(house)
    write(house.corpus, "baru.txt", prose("jagung"))

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("rag.vectors.VectorWriter.add", fail)
    with pytest.raises(StorageFull if isinstance(error, OSError) else type(error)):
        build_index(house)
    monkeypatch.undo()
    assert current_generation(house.index) == report.generation
    assert [p.name for p in (house.index / "generations").iterdir()] == [report.generation]
    assert not (house.index / "lock").exists()


class Archive(RuleBasedStateMachine):
    """Files come, change and go; after every build the index holds what a dictionary says."""

    @initialize()
    def begin(self) -> None:
        import tempfile

        self.home = tempfile.TemporaryDirectory()
        home = Path(self.home.name)
        self.house = Settings(corpus=home / "corpus", index=home / "index")
        self.files = {"tetap.txt": prose("garam", 150)}
        write(self.house.corpus, "tetap.txt", self.files["tetap.txt"])
        self.built: dict[str, str] = {}

    @rule(
        name=st.sampled_from("abcd"),
        subject=st.sampled_from(SUBJECTS[:4]),
        words=st.sampled_from([12, 150, 400]),
    )
    def put(self, name: str, subject: str, words: int) -> None:
        self.files[f"{name}.txt"] = prose(subject, words)
        write(self.house.corpus, f"{name}.txt", prose(subject, words))

    @rule(name=st.sampled_from("abcd"))
    def drop(self, name: str) -> None:
        if self.files.pop(f"{name}.txt", None):
            (self.house.corpus / f"{name}.txt").unlink()

    @rule(full=st.booleans())
    def build(self, full: bool) -> None:
        report = build_index(self.house, full=full)
        first: dict[str, str] = {}
        for path in sorted(self.files):
            first.setdefault(self.files[path], path)
        now = {path: text for text, path in first.items()}
        assert (report.added, report.removed) == (
            len(now.keys() - self.built.keys()),
            len(self.built.keys() - now.keys()),
        )
        assert report.articles + len(report.refused) == len(self.files)
        assert verify_index(self.house) == []
        self.built = now

    @invariant()
    def index_holds_what_was_built(self) -> None:
        if getattr(self, "built", None):
            assert stored(self.house) == {path: text.strip() for path, text in self.built.items()}

    def teardown(self) -> None:
        self.home.cleanup()


@pytest.mark.figure("R7")
def test_any_history_of_files_and_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    limits = settings(
        max_examples=8,
        stateful_step_count=14,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    run_state_machine_as_test(Archive, settings=limits)
