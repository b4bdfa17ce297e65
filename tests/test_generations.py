"""Generations: the switch is all or nothing, one writer, and every failure has its name."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from rag.errors import IndexDamaged, IndexLocked, IndexMismatch, IndexMissing, StorageFull
from rag.generations import (
    Generation,
    check_generation,
    current_generation,
    new_generation,
    open_current,
    open_generation,
    read_generation,
    switch,
)
from rag.locking import writing
from rag.manifest import FORMAT, Manifest, manifest_text
from rag.settings import Settings
from rag.storage import storage_errors
from rag.writer import sweep

ROOT = Path(__file__).resolve().parent.parent
CHUNKING = {"min_words": 120, "max_words": 180, "version": 1}


class Model:
    name, dim, fingerprint = "kutip-id-static", 256, "abc"


def manifest(id: str) -> Manifest:
    made_with = {
        "model": Model.name,
        "model_fingerprint": Model.fingerprint,
        "dim": Model.dim,
        "chunking": CHUNKING,
    }
    holds = {
        "articles": 1,
        "passages": 1,
        "quotes": 0,
        "vectors": 1,
        "refused": 0,
        "latest_date": None,
        "example": False,
    }
    rest = {"created": "2026-01-01T00:00:00+00:00", "reading": "r", "store": "embedded", "corpus_hash": "c"}
    return Manifest(generation=id, versions={}, **made_with, **holds, **rest)


def make(index: Path, content: str = "isi") -> str:
    index.mkdir(exist_ok=True)
    sweep(index, None)
    with new_generation(index) as folder:
        (folder / "vectors").mkdir()
        (folder / "vectors" / "data").write_text(content)
        switch(index, folder, manifest(folder.name))
    return folder.name


def test_no_index_is_said_with_the_command(tmp_path: Path) -> None:
    for index in (tmp_path / "none", tmp_path):
        with pytest.raises(IndexMissing, match="python -m rag index") as caught:
            open_generation(index)
        assert "belum ada indeks" in caught.value.indonesian


def test_a_switch_makes_the_new_generation_the_one_in_use(tmp_path: Path) -> None:
    first = make(tmp_path)
    assert open_generation(tmp_path).id == first
    second = make(tmp_path)
    opened = open_generation(tmp_path)
    assert (opened.id, opened.manifest.generation) == (second, second)
    assert opened.manifest.files["vectors/data"][0] == 3
    assert (opened.catalog.name, opened.vectors.name, opened.words.name) == (
        "catalog.sqlite",
        "vectors",
        "words",
    )


def test_there_are_never_more_than_two_generations(tmp_path: Path) -> None:
    made = [make(tmp_path) for _ in range(4)]
    assert sorted(p.name for p in (tmp_path / "generations").iterdir()) == sorted(made[-2:])


def test_a_failed_build_leaves_nothing_behind(tmp_path: Path) -> None:
    first = make(tmp_path)

    def fail() -> None:
        with new_generation(tmp_path) as folder:
            (folder / "half").write_text("x")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert [p.name for p in (tmp_path / "generations").iterdir()] == [first]
    assert current_generation(tmp_path) == first


def test_an_interruption_after_the_switch_keeps_the_new_generation(tmp_path: Path) -> None:
    make(tmp_path)

    def interrupted() -> None:
        with new_generation(tmp_path) as folder:
            made.append(folder.name)
            switch(tmp_path, folder, manifest(folder.name))
            raise KeyboardInterrupt

    made: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert open_generation(tmp_path).id == made[0]


def test_what_killed_builds_left_goes_with_the_next(tmp_path: Path) -> None:
    used = make(tmp_path)
    (tmp_path / "generations" / "20200101T000000-00000000").mkdir()
    sweep(tmp_path, None)
    assert [p.name for p in (tmp_path / "generations").iterdir()] == [used]


@pytest.mark.parametrize("pointer", ["", "../../etc", "20200101T000000-00000000", "\x00", "a" * 5_000])
def test_a_pointer_to_nothing_is_damage(tmp_path: Path, pointer: str) -> None:
    make(tmp_path)
    (tmp_path / "CURRENT").write_text(pointer)
    with pytest.raises(IndexDamaged, match="--full"):
        open_generation(tmp_path)


def test_a_pointer_that_is_no_text_is_damage(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "CURRENT").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(IndexDamaged):
        current_generation(tmp_path)


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "[]",
        "null",
        f'{{"format": {FORMAT}}}',
        f'{{"format": {FORMAT}, "files": 3}}',
        "[" * 100_000,
        f'{{"format": {FORMAT}, "files": {{"a": 1}}}}',
    ],
)
def test_a_broken_manifest_is_damage(tmp_path: Path, stored: str) -> None:
    id = make(tmp_path)
    (tmp_path / "generations" / id / "manifest.json").write_text(stored)
    with pytest.raises(IndexDamaged):
        open_generation(tmp_path)


def test_another_generations_manifest_is_damage(tmp_path: Path) -> None:
    id = make(tmp_path)
    file = tmp_path / "generations" / id / "manifest.json"
    other = json.loads(file.read_text()) | {"generation": "20200101T000000-00000000"}
    file.write_text(manifest_text(other))
    with pytest.raises(IndexDamaged, match="20200101"):
        read_generation(tmp_path, id)


@pytest.mark.parametrize("harm", ["shorter", "gone"])
def test_a_missing_or_cut_file_is_damage(tmp_path: Path, harm: str) -> None:
    id = make(tmp_path)
    file = tmp_path / "generations" / id / "vectors" / "data"
    file.unlink() if harm == "gone" else file.write_text("is")
    with pytest.raises(IndexDamaged, match="vectors/data"):
        open_generation(tmp_path)


def test_a_generation_that_goes_while_it_is_opened_gives_way_to_the_newer(tmp_path: Path) -> None:
    first = make(tmp_path)

    def opener(generation: Generation) -> str:
        if generation.id == first:  # two builds finish meanwhile
            make(tmp_path)
            make(tmp_path)
        return (generation.vectors / "data").read_text() if generation.folder.exists() else gone(generation)

    def gone(generation: Generation) -> str:
        raise IndexDamaged(f"{generation.id} is gone", "hilang")

    assert open_current(tmp_path, opener) == "isi"
    with pytest.raises(IndexDamaged, match="is gone"):
        open_current(tmp_path, gone)


@pytest.mark.figure("R9")
def test_another_format_is_a_mismatch_with_the_command(tmp_path: Path) -> None:
    id = make(tmp_path)
    file = tmp_path / "generations" / id / "manifest.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"format": FORMAT + 1}))
    with pytest.raises(IndexMismatch, match=rf"built with format {FORMAT + 1}.*format {FORMAT}.*--full"):
        open_generation(tmp_path)


@pytest.mark.figure("R9")
def test_what_the_index_was_built_with_is_compared(tmp_path: Path) -> None:
    index = tmp_path / "index"
    make(index)
    generation = open_generation(index)
    settings = Settings(index=index)
    check_generation(settings, generation, Model())
    other = Model()
    other.name, other.dim = "BAAI/bge-m3", 1024
    with pytest.raises(IndexMismatch) as caught:
        check_generation(settings, generation, other)
    assert caught.value.english == (
        "index/ was built with 'kutip-id-static' (256 dims); settings ask for 'BAAI/bge-m3' (1024)."
        " Rebuild: python -m rag index --full"
    )
    assert "dibangun dengan 'kutip-id-static'" in caught.value.indonesian
    retrained = Model()
    retrained.fingerprint = "xyz"
    with pytest.raises(IndexMismatch, match=r"weights abc.*weights xyz"):
        check_generation(settings, generation, retrained)
    with pytest.raises(IndexMismatch, match=r"embedded.*server"):
        check_generation(replace(settings, chroma="http://localhost:8000"), generation, Model())
    cut = replace(generation, manifest=replace(generation.manifest, chunking=CHUNKING | {"max_words": 90}))
    with pytest.raises(IndexMismatch, match=r"max_words 90.*max_words 180"):
        check_generation(settings, cut, Model())


HOLD = """
import sys, time
from pathlib import Path
from rag.locking import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.mark.figure("R8")
def test_a_second_writer_is_refused_soon_naming_the_first_and_death_frees_the_lock(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        began = time.monotonic()
        with pytest.raises(IndexLocked, match=rf"process {holder.pid} on ") as caught, writing(tmp_path):
            pass
        assert time.monotonic() - began < 5  # it waits for half a second
        assert f"proses {holder.pid} di " in caught.value.indonesian
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        with writing(tmp_path):
            assert json.loads((tmp_path / "lock").read_text())["pid"] == os.getpid()
        assert not (tmp_path / "lock").exists()
    finally:
        holder.kill()
        holder.wait()


def test_two_writers_in_one_process_exclude_each_other(tmp_path: Path) -> None:
    with writing(tmp_path), pytest.raises(IndexLocked), writing(tmp_path):
        pass
    with writing(tmp_path):
        pass


@pytest.mark.figure("R2")
@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EROFS, "Read-only file system"),
        PermissionError(errno.EACCES, "Permission denied"),
        RuntimeError("database or disk is full"),
        ValueError('IoError: Os { code: 28, message: "No space left on device" }'),
    ],
)
def test_a_full_disk_is_named(tmp_path: Path, error: Exception) -> None:
    with pytest.raises(StorageFull, match=str(tmp_path)), storage_errors(tmp_path):
        raise error
    failed = RuntimeError("a store failed")
    failed.__cause__ = error
    with pytest.raises(StorageFull), storage_errors(tmp_path):
        raise failed


def test_other_failures_are_not_laid_to_the_disk(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="odd"), storage_errors(tmp_path):
        raise ValueError("odd")
    with pytest.raises(IndexMissing), storage_errors(tmp_path):
        open_generation(tmp_path)


DIE = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
import test_generations as t
calls, last = 0, int(sys.argv[2])
def dying(real):
    def wrapper(*a, **k):
        global calls
        calls += 1
        if calls == last:
            os._exit(9)
        return real(*a, **k)
    return wrapper
os.fsync, os.replace = dying(os.fsync), dying(os.replace)
Path.replace, Path.write_text = dying(Path.replace), dying(Path.write_text)
t.make(Path(sys.argv[1]), "baru")
"""


def test_dying_at_any_step_of_a_switch_leaves_the_old_or_the_new_whole(tmp_path: Path) -> None:
    old = make(tmp_path)
    outcomes = []
    for step in range(1, 50):
        arguments = [sys.executable, "-c", DIE, str(tmp_path), str(step), str(Path(__file__).parent)]
        died = subprocess.run(arguments, cwd=ROOT, check=False).returncode == 9
        opened = open_generation(tmp_path)
        content = (opened.vectors / "data").read_text()
        assert content == ("isi" if opened.id == old else "baru")
        outcomes.append(content)
        if not died:
            break
        make(tmp_path)
        old = current_generation(tmp_path)
    assert step > 8
    assert set(outcomes) == {"isi", "baru"}
