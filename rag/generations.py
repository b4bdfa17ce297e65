"""Generations of the index: built beside the one in use, then switched to at once.

    index/CURRENT              the id of the generation in use
    index/generations/<id>/    manifest.json  catalog.sqlite  vectors/  words/

A generation is never changed after the switch: readers hold it open while the next is built.
All that a pointer leads to is on the disk before the pointer, and replacing that is atomic: an index
is wholly old or wholly new whatever is killed. The generation before stays until the next build, for
readers that are about to move on.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, TypeVar

from rag.errors import IndexDamaged, IndexMismatch, IndexMissing, KutipError, damaged
from rag.manifest import FORMAT, MANIFEST, Manifest, OtherFormat, bad_files, described, parsed
from rag.passages import CHUNKING
from rag.settings import Settings

_Opened = TypeVar("_Opened")
CATALOG, VECTORS, WORDS = "catalog.sqlite", "vectors", "words"
_POINTER = re.compile(r"([0-9]{8}T[0-9]{6}-[0-9a-f]{8})\n")


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
        line = (index / "CURRENT").read_bytes().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        raise IndexMissing(
            f"there is no index in {index}. Build it: python -m rag index",
            f"belum ada indeks di {index}. Bangun: python -m rag index",
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise damaged(index / "CURRENT", error) from error
    if not (found := _POINTER.fullmatch(line)):
        raise damaged(index / "CURRENT", f"it names no generation: {line[:40]!r}")
    return found[1]


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
        manifest = parsed((folder / MANIFEST).read_bytes().decode("utf-8"))
    except OtherFormat as error:
        raise _mismatch(index, str(error), f"format {FORMAT}") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise damaged(folder / MANIFEST, error) from error
    if manifest.generation != id:
        raise damaged(folder / MANIFEST, f"it is of generation {manifest.generation!r}")
    return Generation(folder, manifest)


def check_files(generation: Generation) -> None:
    """Compare every file with what was written. Raises IndexDamaged for the first that differs.

    What is built from a generation must not carry its damage on under a new manifest.
    """
    for name, problem in bad_files(generation.manifest, generation.folder):
        raise damaged(generation.folder / name, problem)


@contextlib.contextmanager
def new_generation(index: Path) -> Iterator[Path]:
    """Make the folder of a new generation; it goes again unless the block switches to it.

    Remove the ``unused`` first, so that there are never more than two.
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


def unused(index: Path) -> list[Path]:
    """Return the folders of every generation but the one in use, none where that cannot be told.

    These are the one before it, and what killed builds left behind.
    """
    used, home = _used(index), index / "generations"
    if used is None or not home.is_dir():
        return []
    return [folder for folder in home.iterdir() if folder.name != used]


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
    (folder / MANIFEST).write_text(described(manifest, folder), encoding="utf-8")
    for path in (*folder.rglob("*"), folder, folder.parent, index):
        sync(path)
    pointer = index / "CURRENT.new"
    pointer.write_text(f"{folder.name}\n", encoding="utf-8")
    sync(pointer)
    pointer.replace(index / "CURRENT")
    with contextlib.suppress(OSError):
        sync(index)


def sync(path: Path) -> None:
    """Bring a file or a folder's entries to the disk. Raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
