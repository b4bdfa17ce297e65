"""One file that holds an archive: the corpus, the generation in use, and a hash of each of them.

    kutip.json                  what made it, and the size and SHA-256 of every other member
    corpus/<path>               the files of the corpus, also those that are no articles
    index/<name>                the files of the generation, its manifest among them

It is a ZIP, so that what is in it can be got at without Kutip. ``rag/restore.py`` puts it back.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from rag.errors import BackupUnusable, EmptyCorpus, UsageError, damaged
from rag.generations import Generation, check_files, current_generation, open_generation, sync
from rag.locking import writing
from rag.manifest import MANIFEST
from rag.placing import STAGED, place
from rag.settings import Settings
from rag.storage import storage_errors

CONTENTS = "kutip.json"
CORPUS, INDEX = "corpus/", "index/"
FORMAT = 1
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup says it holds: each member's size in bytes and SHA-256."""

    created: str
    generation: str
    files: dict[str, tuple[int, str]]
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a backup took in; ``skipped`` are links, pipes and what cannot be read or named."""

    file: Path
    generation: str
    articles: int
    files: int
    bytes: int
    skipped: list[str] = field(default_factory=list)


def back_up(settings: Settings, file: Path) -> BackupReport:
    """Write corpus and index into ``file``, which appears when it is whole and has been read again.

    Raises UsageError where the file is there already or would lie in what it holds, IndexMissing,
    IndexDamaged, IndexMismatch, IndexLocked, EmptyCorpus, and StorageFull.
    """
    _check_target(settings, file)
    if not settings.corpus.is_dir():
        raise EmptyCorpus(
            f"there is no folder {settings.corpus}; give the folder of the articles",
            f"tidak ada folder {settings.corpus}; berikan folder artikelnya",
        )
    current_generation(settings.index)  # before the lock, which makes its folder
    with storage_errors(settings.index), writing(settings.index), storage_errors(file.parent):
        generation = open_generation(settings.index)
        check_files(generation)
        handle, part = tempfile.mkstemp(prefix=STAGED, suffix=".part", dir=file.parent)
        try:
            with os.fdopen(handle, "w+b") as out:
                contents, skipped = _write(out, settings.corpus, generation)
                out.flush()
                os.fsync(out.fileno())
            with open_backup(Path(part)) as archive:
                for name in contents.files:
                    for _ in read_member(archive, name, contents):
                        pass
            place(Path(part), file)
        except FileExistsError:  # it came while the backup was written
            raise _is_there(file) from None
        finally:
            Path(part).unlink(missing_ok=True)
        sync(file.parent)
    return BackupReport(
        file=file,
        generation=generation.id,
        articles=generation.manifest.articles,
        files=sum(name.startswith(CORPUS) for name in contents.files),
        bytes=file.stat().st_size,
        skipped=skipped,
    )


def _check_target(settings: Settings, file: Path) -> None:
    for folder in (settings.corpus, settings.index):
        if file.resolve().is_relative_to(folder.resolve()):
            raise UsageError(
                f"{file} lies in {folder}, which it is to hold; give another path",
                f"{file} berada di {folder}, yang akan disimpannya; berikan jalur lain",
            )
    if os.path.lexists(file):
        raise _is_there(file)
    if not file.parent.is_dir():
        raise UsageError(
            f"there is no folder {file.parent}; make it or give another path",
            f"tidak ada folder {file.parent}; buatlah atau berikan jalur lain",
        )


def _is_there(file: Path) -> UsageError:
    return UsageError(
        f"{file} is there already; give another name or remove it",
        f"{file} sudah ada; berikan nama lain atau hapus",
    )


def _write(out: IO[bytes], corpus: Path, generation: Generation) -> tuple[Contents, list[str]]:
    files = dict[str, tuple[int, str]]()
    skipped = list[str]()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, relative in _corpus_files(corpus, skipped):
            with contextlib.ExitStack() as opened:
                try:
                    source = opened.enter_context(_open_regular(path))
                except (OSError, ValueError):
                    skipped.append(relative)
                    continue
                files[CORPUS + relative] = _add(archive, CORPUS + relative, source)
        for name in (MANIFEST, *generation.manifest.files):
            with (generation.folder / name).open("rb") as source:
                size, sha256 = files[INDEX + name] = _add(archive, INDEX + name, source)
            if (size, sha256) != generation.manifest.files.get(name, (size, sha256)):
                raise damaged(generation.folder / name, "it changed while it was read")
        contents = Contents(datetime.now(UTC).isoformat(timespec="seconds"), generation.id, files)
        archive.writestr(_member(CONTENTS), json.dumps(_plain(contents), ensure_ascii=False, indent=1) + "\n")
    return contents, sorted(skipped)


def _plain(contents: Contents) -> dict[str, Any]:
    return {name: getattr(contents, name) for name in Contents.__slots__}


def _corpus_files(corpus: Path, skipped: list[str]) -> Iterator[tuple[Path, str]]:
    """Yield every file of the corpus with its relative path; note what a ZIP cannot hold."""
    for folder, folders, names in os.walk(corpus, onerror=lambda error: skipped.append(str(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith(STAGED))
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in sorted((*names, *links)):
            path = Path(folder) / name
            relative = path.relative_to(corpus).as_posix()
            try:
                relative.encode()
            except UnicodeEncodeError:
                skipped.append(relative.encode("utf-8", "backslashreplace").decode())
                continue
            if path.is_symlink() or "\\" in relative or "\x00" in relative:
                skipped.append(relative)
            elif not name.startswith(STAGED):  # a restore or upload that is under way
                yield path, relative


@contextlib.contextmanager
def _open_regular(path: Path) -> Iterator[IO[bytes]]:
    """Open a regular file, waiting on no pipe. Raises OSError, ValueError for anything else."""
    flags = (
        os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    )
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise ValueError(path)
        yield file


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = (stat.S_IFREG | 0o644) << 16
    return info


def _add(archive: zipfile.ZipFile, name: str, source: IO[bytes]) -> tuple[int, str]:
    """Store a file and return its size and SHA-256."""
    digest, size = hashlib.sha256(), 0
    with archive.open(_member(name), "w", force_zip64=True) as out:
        while some := source.read(_CHUNK):
            digest.update(some)
            size += len(some)
            out.write(some)
    return size, digest.hexdigest()


@contextlib.contextmanager
def open_backup(file: Path) -> Iterator[zipfile.ZipFile]:
    """Open a backup for reading. Raises BackupUnusable where it is none, or damaged."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except FileNotFoundError as error:
        raise UsageError(
            f"there is no file {error.filename}; give a backup",
            f"tidak ada berkas {error.filename}; berikan cadangan",
        ) from error
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        EOFError,
        IsADirectoryError,
    ) as error:
        raise unusable(file, f"{error}", f"{error}") from error


def read_member(archive: zipfile.ZipFile, name: str, contents: Contents) -> Iterator[bytes]:
    """Yield the bytes of a member, no more than it is said to have.

    Raises BackupUnusable, at the latest after the last of them, where they are not those written.
    """
    size, sha256 = contents.files[name]
    digest, left = hashlib.sha256(), size
    try:
        with archive.open(name) as source:
            while some := source.read(min(_CHUNK, left + 1)):
                left -= len(some)
                if left < 0:
                    break
                digest.update(some)
                yield some
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        raise unusable(archive.filename, f"{name}: {error}", f"{name}: {error}") from error
    if left or digest.hexdigest() != sha256:
        raise unusable(
            archive.filename, f"{name} is not what was stored", f"{name} tidak seperti yang disimpan"
        )


def unusable(file: object, why: str, sebab: str) -> BackupUnusable:
    """Return the error for a file that cannot be restored from."""
    return BackupUnusable(
        f"{file} is no whole backup ({why}); nothing was restored: use another one",
        f"{file} bukan cadangan yang utuh ({sebab}); tidak ada yang dipulihkan: pakai yang lain",
    )
