"""Generations of the index: built beside the one in use, then switched to at once.

    index/CURRENT              the id of the generation in use
    index/generations/<id>/    manifest.json  catalog.sqlite  vectors/  words/
    index/lock                 who is writing (the lock itself is the system's, on .writing)

A generation is never changed after the switch: readers hold it open while the next is built.
Replacing CURRENT is atomic, so an index is wholly old or wholly new whatever is killed. The
generation before stays until the next build, for readers that are about to move on.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

from rag.errors import (
    IndexDamaged,
    IndexLocked,
    IndexMismatch,
    IndexMissing,
    KutipError,
    UsageError,
    damaged,
)
from rag.passages import CHUNKING
from rag.settings import Settings

# Changes when a generation's files do: catalog tables, vectors folder, fields of the word index.
FORMAT = 4
_Opened = TypeVar("_Opened")
CATALOG, VECTORS, WORDS = "catalog.sqlite", "vectors", "words"
_MANIFEST = "manifest.json"
_ID = re.compile(r"\d{8}T\d{6}-[0-9a-f]{8}")
_LOCK_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was made with and what it must hold.

    ``vectors`` may be fewer than ``passages``: a passage without a known word has none.
    ``reading`` is the hash of the code that reads and cleans, ``corpus_hash`` of the files'
    paths and contents, ``files`` the size and SHA-256 of each file of the generation.
    """

    generation: str
    created: str
    model: str
    model_fingerprint: str
    dim: int
    chunking: dict[str, int]
    reading: str
    store: str
    corpus_hash: str
    articles: int
    passages: int
    quotes: int
    vectors: int
    refused: int
    latest_date: str | None
    example: bool
    versions: dict[str, str]
    files: dict[str, tuple[int, str]] = field(default_factory=dict)
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Generation:
    """A generation on disk: its folder and what its manifest says."""

    folder: Path
    manifest: Manifest

    @property
    def id(self) -> str:
        """Return its name, which sorts by time."""
        return self.folder.name

    @property
    def catalog(self) -> Path:
        """Return the catalog's file."""
        return self.folder / CATALOG

    @property
    def vectors(self) -> Path:
        """Return the folder of the vectors."""
        return self.folder / VECTORS

    @property
    def words(self) -> Path:
        """Return the folder of the word index."""
        return self.folder / WORDS

    @property
    def collection(self) -> str:
        """Return the name of its collection, where the vectors are on a Chroma server."""
        return collection_of(self.id)


def collection_of(id: str) -> str:
    """Return the name of a generation's collection on a Chroma server."""
    return f"kutip-{id}"


class Model(Protocol):
    """What is compared of the model that embeds."""

    @property
    def name(self) -> str: ...
    @property
    def dim(self) -> int: ...
    @property
    def fingerprint(self) -> str: ...


def current_generation(index: Path) -> str:
    """Return the id of the generation in use. Raises IndexMissing, IndexDamaged."""
    try:
        id = (index / "CURRENT").read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        raise IndexMissing(
            f"there is no index in {index}. Build it: python -m rag index",
            f"belum ada indeks di {index}. Bangun: python -m rag index",
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise damaged(index / "CURRENT", error) from error
    if not _ID.fullmatch(id):
        raise damaged(index / "CURRENT", f"it names no generation: {id[:40]!r}")
    return id


def open_generation(index: Path) -> Generation:
    """Return the generation in use, its files present at their sizes.

    Raises IndexMissing, IndexDamaged, and IndexMismatch for another version's format.
    """
    generation = read_generation(index, current_generation(index))
    for name, (size, _) in generation.manifest.files.items():
        file = generation.folder / name
        try:
            found = file.stat().st_size
        except OSError as error:
            raise damaged(file, error.strerror or error) from error
        if found != size:
            raise damaged(file, f"{found} bytes instead of {size}")
    return generation


def open_current(index: Path, opener: Callable[[Generation], _Opened]) -> _Opened:
    """Return what ``opener`` makes of the generation in use.

    Builds may go on meanwhile: where two of them removed the generation before it was open,
    the newer one is opened. Raises what ``open_generation`` and ``opener`` raise.
    """
    while True:
        id = current_generation(index)
        try:
            return opener(open_generation(index))
        except IndexDamaged:
            if current_generation(index) == id:
                raise


def check_generation(settings: Settings, generation: Generation, model: Model) -> None:
    """Compare what a generation was built with and what is asked for. Raises IndexMismatch."""
    index, manifest = settings.index, generation.manifest
    built, asked = f"{manifest.model!r} ({manifest.dim} dims)", f"{model.name!r} ({model.dim})"
    if (manifest.model, manifest.dim) != (model.name, model.dim):
        raise _mismatch(index, built, asked)
    weights = manifest.model_fingerprint, model.fingerprint
    if all(weights) and weights[0] != weights[1]:
        raise _mismatch(index, f"{built}, weights {weights[0]}", f"weights {weights[1]}")
    if manifest.chunking != asdict(CHUNKING):
        raise _mismatch(index, f"passages of {_pairs(manifest.chunking)}", _pairs(asdict(CHUNKING)))
    if manifest.store != store_of(settings):
        raise _mismatch(index, f"vectors in Chroma {manifest.store}", f"Chroma {store_of(settings)}")


def store_of(settings: Settings) -> str:
    """Return where the settings want the vectors."""
    return "server" if settings.chroma else "embedded"


def _pairs(values: dict[str, int]) -> str:
    return ", ".join(f"{key} {value}" for key, value in values.items())


def _mismatch(index: Path, built: str, asked: str) -> IndexMismatch:
    return IndexMismatch(
        f"{index.name}/ was built with {built}; settings ask for {asked}."
        " Rebuild: python -m rag index --full",
        f"{index.name}/ dibangun dengan {built}; pengaturan meminta {asked}."
        " Bangun ulang: python -m rag index --full",
    )


def read_generation(index: Path, id: str) -> Generation:
    """Return a generation by its manifest alone. Raises IndexDamaged, IndexMismatch."""
    folder = index / "generations" / id
    try:
        stored: dict[str, Any] = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        if stored["format"] != FORMAT:
            raise _mismatch(index, f"format {stored['format']}", f"format {FORMAT}")
        stored["files"] = {name: (int(size), str(sha)) for name, (size, sha) in stored["files"].items()}
        manifest = Manifest(**{each.name: stored[each.name] for each in fields(Manifest)})
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise damaged(folder / _MANIFEST, error) from error
    if manifest.generation != id:
        raise damaged(folder / _MANIFEST, f"it is of generation {manifest.generation!r}")
    return Generation(folder, manifest)


@contextlib.contextmanager
def writing(index: Path) -> Iterator[None]:
    """Hold the writer's lock of an index folder, made where it is missing.

    The system frees the lock when its process ends, however it ends. Raises IndexLocked
    within a second, naming the holder.
    """
    import filelock

    try:
        index.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UsageError(
            f"{index} is a file; give a folder for the index",
            f"{index} adalah berkas; berikan folder untuk indeks",
        ) from None
    lock = filelock.FileLock(index / ".writing", timeout=_LOCK_SECONDS, is_singleton=False)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise _locked(index) from None
    try:
        holder = {"pid": os.getpid(), "host": platform.node(), "since": _now()}
        (index / "lock").write_text(json.dumps(holder) + "\n", encoding="utf-8")
        yield
    finally:
        with contextlib.suppress(OSError):
            (index / "lock").unlink(missing_ok=True)
        lock.release()


def _locked(index: Path) -> IndexLocked:
    try:
        holder = json.loads((index / "lock").read_text(encoding="utf-8"))
        who = f"process {holder['pid']} on {holder['host']} since {holder['since']}"
        siapa = f"proses {holder['pid']} di {holder['host']} sejak {holder['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        who, siapa = "another process", "proses lain"
    return IndexLocked(
        f"{index} is being written by {who}; wait until it is done",
        f"{index} sedang ditulis oleh {siapa}; tunggu sampai selesai",
    )


@contextlib.contextmanager
def new_generation(index: Path) -> Iterator[Path]:
    """Make the folder of a new generation; it goes again unless the block switches to it.

    Call ``sweep`` first, so that there are never more than two.
    """
    home = index / "generations"
    home.mkdir(exist_ok=True)
    folder = home / f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
    folder.mkdir()
    try:
        yield folder
    finally:
        if _used(index) not in (folder.name, None):
            shutil.rmtree(folder, ignore_errors=True)


def sweep(index: Path) -> list[str]:
    """Remove every generation but the one in use and return their ids.

    These are the one before it, and what killed builds left behind.
    """
    used = _used(index)
    if used is None:
        return []
    home = index / "generations"
    gone = [folder for folder in home.iterdir() if folder.name != used] if home.is_dir() else []
    for folder in gone:
        shutil.rmtree(folder, ignore_errors=True)
    return [folder.name for folder in gone]


def _used(index: Path) -> str | None:
    """Return the id in use, "" where there is none yet, None where that cannot be told."""
    try:
        return current_generation(index)
    except IndexMissing:
        return ""
    except KutipError:
        return None


def switch(index: Path, folder: Path, manifest: Manifest) -> None:
    """Write the manifest, bring the generation to the disk, and make it the one in use."""
    (folder / _MANIFEST).write_text(_dump(manifest, folder), encoding="utf-8")
    for path in folder.rglob("*"):
        _sync(path)
    for path in (folder, folder.parent):
        _sync(path)
    pointer = index / "CURRENT.new"
    pointer.write_text(f"{folder.name}\n", encoding="utf-8")
    _sync(pointer)
    pointer.replace(index / "CURRENT")
    with contextlib.suppress(OSError):
        _sync(index)


def _dump(manifest: Manifest, folder: Path) -> str:
    stored = asdict(manifest)
    stored["files"] = {
        path.relative_to(folder).as_posix(): (path.stat().st_size, file_hash(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != _MANIFEST and not path.name.endswith(".lock")
    }
    return json.dumps(stored, ensure_ascii=False, indent=1) + "\n"


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    """Bring a file or a folder's entries to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
