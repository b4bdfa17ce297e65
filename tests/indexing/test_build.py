"""Building and refreshing, with real stores and the bundled model."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import rag.index
import rag.reading
from rag.catalog import Catalog
from rag.documents import Progress, Refusal
from rag.errors import EmptyCorpus, IndexDamaged, IndexLocked, IndexMismatch, IndexMissing
from rag.generations import current_generation, open_generation
from rag.index import build_index, verify_index
from rag.lexical import LexicalReader
from rag.locking import writing
from rag.readers import read_all
from rag.reading import reading_version
from rag.settings import BUNDLED_MODEL, Settings
from rag.vectors import VectorReader
from rag.wording import norms
from tests.indexing.houses import adds_up, encoder_of, prose, stored, write


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
