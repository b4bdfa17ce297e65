"""Backup and restore: what was there is there again, and a hostile or broken backup changes nothing."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import shutil
import stat
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import chromadb
import pytest

from rag.archive import open_archive
from rag.backup import back_up
from rag.errors import (
    BackupUnusable,
    IndexDamaged,
    IndexLocked,
    IndexMissing,
    KutipError,
    StorageFull,
    UsageError,
)
from rag.generations import collection_of, current_generation, open_generation
from rag.index import build_index, verify_index
from rag.locking import writing
from rag.manifest import manifest_text
from rag.restore import restore
from rag.settings import Settings
from tests.folder import P1, P3, TEXT, put


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Path]:
    """An archive with a refused file, a sidecar and a link, and its backup."""
    home = tmp_path_factory.mktemp("first")
    settings = Settings(corpus=home / "corpus", index=home / "index")
    put(settings.corpus, "a.txt", TEXT)
    put(settings.corpus, "sub/b.txt", f"{P1}\n\n{P3}")
    put(settings.corpus, "sub/b.meta.yaml", "outlet: Kabar Uji\n")
    put(settings.corpus, "rusak.pdf", "bukan pdf")
    (settings.corpus / "tautan.txt").symlink_to("a.txt")
    build_index(settings)
    report = back_up(settings, home / "cadangan.zip")
    assert (report.articles, report.files, report.skipped) == (2, 4, ["tautan.txt"])
    assert report.generation == current_generation(settings.index)
    return settings, report.file


@pytest.fixture
def house(first: tuple[Settings, Path], tmp_path: Path) -> tuple[Settings, Path]:
    """A copy of the archive to harm, and the backup of the first."""
    settings = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index")
    shutil.copytree(first[0].corpus, settings.corpus, symlinks=True)
    shutil.copytree(first[0].index, settings.index)
    return settings, first[1]


def state(settings: Settings) -> object:
    with open_archive(settings) as archive:
        articles = [archive.article(a.path) for a in archive.articles()]
        return articles, archive.refused(), archive.search("aturan jualan daring", 5)


def tree(*folders: Path) -> dict[str, str]:
    """Return every file and link below the folders with its hash."""
    found = dict[str, str]()
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_symlink():
                found[str(path)] = f"-> {path.readlink()}"
            elif path.is_file() and path.name != ".writing":
                found[str(path)] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def harm_nothing(settings: Settings) -> None:
    pass


def harm_catalog(settings: Settings) -> None:
    open_generation(settings.index).catalog.write_bytes(b"x")


def harm_pointer(settings: Settings) -> None:
    (settings.index / "CURRENT").write_text("../..")


def harm_vectors(settings: Settings) -> None:
    shutil.rmtree(open_generation(settings.index).vectors)


def harm_all(settings: Settings) -> None:
    shutil.rmtree(settings.corpus)
    shutil.rmtree(settings.index)


def harm_corpus(settings: Settings) -> None:
    (settings.corpus / "sub/b.txt").unlink()
    (settings.corpus / "a.txt").unlink()


@pytest.mark.parametrize(
    "harm", [harm_nothing, harm_catalog, harm_pointer, harm_vectors, harm_all, harm_corpus]
)
def test_what_was_there_is_there_again(
    first: tuple[Settings, Path], house: tuple[Settings, Path], harm: Callable[[Settings], None]
) -> None:
    settings, backup = house
    harm(settings)
    report = restore(settings, backup)
    assert len(report.restored) + report.same == 4
    assert (report.articles, report.overwritten) == (2, [])
    assert report.generation == current_generation(settings.index)
    assert state(settings) == state(first[0])
    assert verify_index(settings) == []
    assert not list(settings.corpus.glob(".kutip-*"))
    (settings.corpus / "tautan.txt").unlink(missing_ok=True)
    assert build_index(settings).updated == 0


def test_an_open_archive_goes_on_answering(house: tuple[Settings, Path]) -> None:
    settings, backup = house
    with open_archive(settings) as archive:
        before = archive.search("aturan jualan daring", 5)
        restore(settings, backup)
        assert archive.search("aturan jualan daring", 5) == before


def test_a_file_that_differs_is_replaced_only_when_told(house: tuple[Settings, Path]) -> None:
    settings, backup = house
    put(settings.corpus, "a.txt", "Tulisan baru yang belum dicadangkan.")
    put(settings.corpus, "baru.txt", "Tulisan lain.")
    before = tree(settings.corpus, settings.index)
    with pytest.raises(UsageError, match=r"1 files in .*\(a\.txt\).*--overwrite"):
        restore(settings, backup)
    assert tree(settings.corpus, settings.index) == before
    report = restore(settings, backup, overwrite=True)
    assert (report.overwritten, report.restored, report.same) == (["a.txt"], [], 3)
    assert (settings.corpus / "a.txt").read_text() == TEXT
    assert (settings.corpus / "baru.txt").read_text() == "Tulisan lain."


@pytest.mark.parametrize("place", ["sub", "a.txt"])
def test_nothing_is_written_through_a_link(house: tuple[Settings, Path], tmp_path: Path, place: str) -> None:
    settings, backup = house
    outside = tmp_path / "luar"
    put(outside, "a.txt", "jangan disentuh")
    target = settings.corpus / place
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    target.symlink_to(outside if place == "sub" else outside / "a.txt")
    before = tree(outside)
    with pytest.raises(UsageError):
        restore(settings, backup)
    if place == "a.txt":  # the link itself gives way, where told
        restore(settings, backup, overwrite=True)
        assert not target.is_symlink()
    assert tree(outside) == before


def rewritten(backup: Path, out: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Return a backup with other members, its list of hashes made to fit them."""
    with zipfile.ZipFile(backup) as old:
        members = {name: old.read(name) for name in old.namelist()}
    contents = json.loads(members.pop("kutip.json"))
    change(members)
    contents["files"] = {n: (len(d), hashlib.sha256(d).hexdigest()) for n, d in members.items()}
    with zipfile.ZipFile(out, "w") as new:
        for name, data in members.items():
            new.writestr(name, data)
        new.writestr("kutip.json", json.dumps(contents))
    return out


@pytest.mark.parametrize(
    "name",
    [
        "corpus/../../luar.txt",
        "/etc/luar.txt",
        "corpus//luar.txt",
        "corpus/./luar.txt",
        "corpus/a\\..\\luar.txt",
        "index/../corpus/luar.txt",
        "luar.txt",
        "corpus/",
        "index/tambahan",
    ],
)
def test_a_member_that_leads_elsewhere_changes_nothing(house: tuple[Settings, Path], name: str) -> None:
    settings, backup = house
    hostile = rewritten(backup, settings.index.parent / "jahat.zip", lambda m: m.update({name: b"x"}))
    before = tree(settings.index.parent)
    with pytest.raises(BackupUnusable, match=r"leads out|its index is not") as caught:
        restore(settings, hostile)
    assert ("its index is not" in caught.value.english) is (name == "index/tambahan")
    assert caught.value.english != caught.value.indonesian
    assert tree(settings.index.parent) == before


def test_a_link_in_a_backup_changes_nothing(house: tuple[Settings, Path]) -> None:
    settings, backup = house
    hostile = settings.index.parent / "jahat.zip"
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(hostile, "w") as new:
        for info in old.infolist():
            if info.filename == "corpus/a.txt":
                info.external_attr = (stat.S_IFLNK | 0o777) << 16
            new.writestr(info, old.read(info.filename))
    with pytest.raises(BackupUnusable, match=r"a\.txt"):
        restore(settings, hostile)


@pytest.mark.parametrize("harm", ["cut", "flip", "text", "list", "index", "empty", "bomb"])
def test_a_broken_backup_changes_nothing(house: tuple[Settings, Path], harm: str) -> None:
    settings, backup = house
    broken = settings.index.parent / "rusak.zip"
    data = bytearray(backup.read_bytes())
    if harm == "cut":
        broken.write_bytes(data[: len(data) // 2])
    elif harm == "flip":
        data[data.index(b"corpus/a.txt") + 40] ^= 1
        broken.write_bytes(data)
    elif harm == "list":  # the list of hashes is not what was stored
        with zipfile.ZipFile(backup) as old, zipfile.ZipFile(broken, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name) if name != "corpus/a.txt" else b"lain sama sekali")
    elif harm == "index":
        rewritten(backup, broken, lambda m: m.update({"index/catalog.sqlite": b"x"}))
    elif harm == "bomb":
        with zipfile.ZipFile(backup) as old, zipfile.ZipFile(broken, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(name, old.read(name) if name != "corpus/a.txt" else bytes(50 * 2**20))
    else:
        broken.write_bytes(b"" if harm == "empty" else b"bukan cadangan")
    before = tree(settings.index.parent)
    with pytest.raises(BackupUnusable, match="nothing was restored"):
        restore(settings, broken)
    assert tree(settings.index.parent) == before
    assert verify_index(settings) == []


def test_a_byte_changed_anywhere_is_met(house: tuple[Settings, Path]) -> None:
    settings, backup = house
    data = backup.read_bytes()
    broken = settings.index.parent / "rusak.zip"
    for at in range(0, len(data), len(data) // 24):
        broken.write_bytes(data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :])
        try:
            restore(settings, broken)
        except KutipError:
            continue
        assert verify_index(settings) == []  # a byte that means nothing, such as a date


@pytest.mark.parametrize("other", [{"format": 1}, {"store": "server"}])
def test_an_index_that_cannot_be_used_leaves_the_corpus_to_be_restored(
    house: tuple[Settings, Path], other: dict[str, object]
) -> None:
    settings, backup = house

    def older(members: dict[str, bytes]) -> None:
        stored = json.loads(members["index/manifest.json"]) | other
        members["index/manifest.json"] = manifest_text(stored).encode()

    old = rewritten(backup, settings.index.parent / "lama.zip", older)
    harm_all(settings)
    report = restore(settings, old)
    assert (report.generation, len(report.restored)) == (None, 4)
    assert build_index(settings).articles == 2


def test_a_lock_that_cannot_be_written_is_said(house: tuple[Settings, Path], tmp_path: Path) -> None:
    settings, backup = house
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    for act in (lambda: back_up(settings, tmp_path / "c.zip"), lambda: restore(settings, backup)):
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))  # as on a full disk
        try:
            with pytest.raises(StorageFull, match=f"{settings.index} cannot be written"):
                act()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_restore_drops_the_collections_of_the_generations_that_it_removes(
    house: tuple[Settings, Path], server: str
) -> None:
    settings, backup = house
    settings = replace(settings, chroma=server)
    old = "20200101T000000-00000000"
    (settings.index / "generations" / old).mkdir()
    address = urlsplit(server)
    client = chromadb.HttpClient(address.hostname or "", address.port or 0)
    client.create_collection(collection_of(old))
    restore(settings, backup)
    assert collection_of(old) not in [collection.name for collection in client.list_collections()]
    assert not (settings.index / "generations" / old).exists()


def test_what_is_to_be_swept_stays_where_its_collection_cannot_be_dropped(
    house: tuple[Settings, Path],
) -> None:
    settings, backup = house
    left = settings.index / "generations" / "20200101T000000-00000000"
    left.mkdir()
    with pytest.raises(UsageError, match="no Chroma server answers"):
        restore(replace(settings, chroma="http://127.0.0.1:1"), backup)
    assert left.exists()


def test_a_file_that_came_while_a_backup_was_written_is_not_replaced(
    house: tuple[Settings, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "c.zip"

    def no_links(*_: object) -> None:
        there.write_bytes(b"orang lain")
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(UsageError, match="there already"):
        back_up(house[0], there)
    assert there.read_bytes() == b"orang lain"


def test_what_cannot_be_backed_up_is_said(house: tuple[Settings, Path], tmp_path: Path) -> None:
    settings, backup = house
    with pytest.raises(UsageError, match="there already"):
        back_up(settings, backup)
    for inside in (settings.corpus / "c.zip", settings.index / "c.zip"):
        with pytest.raises(UsageError, match="lies in"):
            back_up(settings, inside)
    with pytest.raises(UsageError, match="no folder"):
        back_up(settings, tmp_path / "tiada" / "c.zip")
    with writing(settings.index), pytest.raises(IndexLocked):
        back_up(settings, tmp_path / "c.zip")
    with writing(settings.index), pytest.raises(IndexLocked):
        restore(settings, backup)
    with pytest.raises(IndexMissing):
        back_up(replace(settings, index=tmp_path / "lain"), tmp_path / "c.zip")
    assert not (tmp_path / "lain").exists()
    harm_catalog(settings)
    with pytest.raises(IndexDamaged, match="--full"):
        back_up(settings, tmp_path / "c.zip")
    assert not [name for name in os.listdir(tmp_path) if name.endswith((".zip", ".part"))]  # noqa: PTH208
    with pytest.raises(UsageError, match="no file"):
        restore(settings, tmp_path / "tiada.zip")
