"""Putting a backup back: every byte is checked before the first file is touched.

The corpus' files are unpacked beside it and then moved into place one by one, each whole; the
generation goes beside the one in use and is switched to at the end. What was interrupted is
finished by restoring again. Files that the backup does not hold stay as they are.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import stat
import tempfile
import zipfile
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from rag.backup import CONTENTS, CORPUS, FORMAT, INDEX, Contents, open_backup, read_member, unusable
from rag.errors import StorageFull, UsageError
from rag.generations import new_generation, switch, sync
from rag.locking import writing
from rag.manifest import MANIFEST, Manifest, OtherFormat, file_hash, parsed
from rag.placing import STAGED
from rag.settings import Settings
from rag.storage import storage_errors
from rag.writer import sweep

_MOST_CONTENTS = 256 * 2**20  # bytes; a file takes some 150 of them
_SHA256 = re.compile(r"[0-9a-f]{64}")
_NAMED = 3


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What a restore did, by path in the corpus; ``same`` counts files that were there already.

    ``generation`` is the restored index, None where it has to be built: another version of Kutip made
    it, or its vectors are on a Chroma server.
    """

    file: Path
    generation: str | None
    articles: int
    restored: list[str] = field(default_factory=list)
    overwritten: list[str] = field(default_factory=list)
    same: int = 0


def restore(settings: Settings, file: Path, *, overwrite: bool = False) -> RestoreReport:
    """Put a backup's corpus and index where the settings say.

    Files of the corpus that differ are replaced only with ``overwrite``. Raises UsageError where they
    would be, BackupUnusable, IndexLocked and StorageFull; then nothing was changed.
    """
    with open_backup(file) as archive:
        contents = _contents(archive)
        _check_names(archive, contents)
        with storage_errors(settings.index), writing(settings.index), contextlib.ExitStack() as opened:
            _make(settings.corpus)
            _check_room(settings, contents)
            for left in settings.corpus.glob(f"{STAGED}*"):  # of a restore that was killed
                shutil.rmtree(left, ignore_errors=True)
            staged = Path(tempfile.mkdtemp(prefix=STAGED, dir=settings.corpus))
            opened.callback(shutil.rmtree, staged, ignore_errors=True)
            _unpack(archive, contents, CORPUS, staged)
            manifest = _manifest(archive, contents)
            generation = None
            if manifest is not None:
                sweep(settings.index, settings.chroma)
                generation = opened.enter_context(new_generation(settings.index))
                _unpack(archive, contents, INDEX, generation)
                _check_generation(archive, contents, manifest)
            report = _compare(settings.corpus, contents, file)
            if report.overwritten and not overwrite:
                raise _would_overwrite(settings.corpus, report.overwritten)
            for path in (*report.restored, *report.overwritten):
                _move(staged / path, settings.corpus / path)
            if generation is None or manifest is None:
                return report
            switch(settings.index, generation, replace(manifest, generation=generation.name))
            return replace(report, generation=generation.name, articles=manifest.articles)


def _contents(archive: zipfile.ZipFile) -> Contents:
    """Return what the backup says it holds. Raises BackupUnusable."""
    try:
        if archive.getinfo(CONTENTS).file_size > _MOST_CONTENTS:
            raise ValueError(f"{CONTENTS} is larger than any")
        with archive.open(CONTENTS) as source:
            stored = json.loads(source.read(_MOST_CONTENTS).decode("utf-8"))
        if stored["format"] != FORMAT:
            raise ValueError(f"format {stored['format']!r} instead of {FORMAT}")
        files = {str(name): (int(size), str(sha)) for name, (size, sha) in stored["files"].items()}
        if not all(size >= 0 and _SHA256.fullmatch(sha) for size, sha in files.values()):
            raise ValueError("a size or hash is none")
        return Contents(str(stored["created"]), str(stored["generation"]), files)
    except Exception as error:  # whatever a file that is no backup makes the ZIP or JSON reader raise
        raise unusable(archive.filename, f"{error}", f"{error}") from error


def _check_names(archive: zipfile.ZipFile, contents: Contents) -> None:
    """Raise BackupUnusable for members that lead elsewhere, are no plain files, or are not listed."""
    members = [info.filename for info in archive.infolist()]
    if sorted(members) != sorted({*contents.files, CONTENTS}):
        raise unusable(archive.filename, "it holds other files than it lists", "isinya lain dari daftarnya")
    for info in archive.infolist():
        kind = stat.S_IFMT(info.external_attr >> 16)
        if info.filename == CONTENTS:
            continue
        home, _, path = info.filename.partition("/")
        parts = path.split("/")
        plain = f"{home}/" in (CORPUS, INDEX) and not any(part in ("", ".", "..") for part in parts)
        if not plain or "\\" in path or "\x00" in path or kind not in (0, stat.S_IFREG) or info.flag_bits & 1:
            shown = info.filename[:80]
            raise unusable(
                archive.filename, f"{shown!r} leads out of it or is no file", f"{shown!r} menuju ke luar"
            )


def _check_room(settings: Settings, contents: Contents) -> None:
    needed = sum(size for size, _ in contents.files.values())
    folder = min((settings.index, settings.corpus), key=lambda folder: shutil.disk_usage(folder).free)
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise StorageFull(
            f"{folder} has {free // 2**20} MB free; the backup unpacks to {needed // 2**20} MB",
            f"{folder} hanya punya {free // 2**20} MB; cadangan menjadi {needed // 2**20} MB",
        )


def _make(corpus: Path) -> None:
    try:
        corpus.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UsageError(
            f"{corpus} is a file; give a folder for the corpus",
            f"{corpus} adalah berkas; berikan folder untuk korpus",
        ) from None


def _unpack(archive: zipfile.ZipFile, contents: Contents, home: str, folder: Path) -> None:
    """Write the members below ``home`` into a new folder and bring them to the disk."""
    for name in contents.files:
        if name.startswith(home):
            target = folder / name.removeprefix(home)
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as out:
                for some in read_member(archive, name, contents):
                    out.write(some)
                out.flush()
                os.fsync(out.fileno())


def _manifest(archive: zipfile.ZipFile, contents: Contents) -> Manifest | None:
    """Return the generation's manifest, None where its index cannot be used: another version's, or one
    whose vectors are on a Chroma server. Raises BackupUnusable.
    """
    try:
        manifest = parsed(b"".join(read_member(archive, INDEX + MANIFEST, contents)).decode("utf-8"))
        return manifest if manifest.store == "embedded" else None
    except OtherFormat:
        return None
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise unusable(archive.filename, f"{MANIFEST}: {error}", f"{MANIFEST}: {error}") from error


def _check_generation(archive: zipfile.ZipFile, contents: Contents, manifest: Manifest) -> None:
    """Raise BackupUnusable where the backup's index is not the one that its manifest describes."""
    stored = {
        name.removeprefix(INDEX): facts for name, facts in contents.files.items() if name.startswith(INDEX)
    }
    stored.pop(MANIFEST)
    if stored != manifest.files:
        raise unusable(
            archive.filename, "its index is not its manifest's", "indeksnya bukan yang disebut manifesnya"
        )


def _compare(corpus: Path, contents: Contents, file: Path) -> RestoreReport:
    """Say which files are new, differ, or are there already. Raises UsageError for what stands in the way."""
    report = RestoreReport(file, None, 0)
    same = 0
    root = corpus.resolve()
    for name, (size, sha256) in contents.files.items():
        if not name.startswith(CORPUS):
            continue
        path = name.removeprefix(CORPUS)
        target = corpus / path
        if target.parent.resolve() != root / PurePosixPath(path).parent or target.is_dir():
            raise UsageError(
                f"{target} cannot be restored: a link or a folder stands in its place; move it away",
                f"{target} tidak dapat dipulihkan: ada tautan atau folder di tempatnya; pindahkan",
            )
        if not os.path.lexists(target):
            report.restored.append(path)
        elif (
            target.is_file()
            and not target.is_symlink()
            and target.stat().st_size == size
            and file_hash(target) == sha256
        ):
            same += 1
        else:
            report.overwritten.append(path)
    return replace(report, same=same)


def _move(staged: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    staged.replace(target)
    sync(target.parent)


def _would_overwrite(corpus: Path, paths: list[str]) -> UsageError:
    names = ", ".join(paths[:_NAMED]) + (" …" if len(paths) > _NAMED else "")
    return UsageError(
        f"{len(paths)} files in {corpus} differ from the backup ({names}); nothing was restored."
        " To replace them: --overwrite",
        f"{len(paths)} berkas di {corpus} berbeda dari cadangan ({names}); tidak ada yang dipulihkan."
        " Untuk menggantinya: --overwrite",
    )
