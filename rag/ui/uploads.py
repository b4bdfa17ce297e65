"""Store uploaded articles in the corpus folder: whole, under a safe name, over nothing."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from rag.formats import EXTENSIONS, most_bytes
from rag.placing import STAGED, place
from rag.ui.texts import Texts

_LONGEST_STEM = 120
_MOST_TRIES = 1000
# What some file system or shell trips over; control and direction characters go separately.
_AWKWARD = re.compile(r'[<>:"/\\|?*#%&{}$!`\'=@]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d|readme)")


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of one uploaded file: its ``name`` in the corpus, None where it was not stored.

    ``known`` says that the corpus had these very bytes under that name already.
    """

    given: str
    name: str | None
    message: str
    known: bool = False


def safe_name(given: str) -> str | None:
    """Return a file name in the corpus folder for an uploaded one, or None for other file types.

    Folders, leading dots, control and direction characters go; what remains is kept readable.
    """
    name = PureWindowsPath(PurePosixPath(given.replace("\x00", "")).name).name
    name = unicodedata.normalize("NFC", name)
    name = "".join(c for c in name if unicodedata.category(c)[0] != "C")
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in EXTENSIONS:
        return None
    stem = _AWKWARD.sub("-", name[: -len(suffix)])
    stem = re.sub(r"\s+", " ", stem).strip(" .-")[:_LONGEST_STEM].strip(" .-") or "artikel"
    if _RESERVED.fullmatch(stem):
        stem = f"artikel-{stem}"
    # A file system counts bytes: 255 with the suffix.
    while len(stem.encode("utf-8", "replace")) > 200:
        stem = stem[:-1]
    return stem + suffix


def store(uploaded: Path, given: str, corpus: Path, t: Texts) -> Stored:
    """Copy one uploaded file into ``corpus`` and say what happened, in the reader's language.

    The file appears under its name only when it is whole; an existing file is never replaced.
    """
    name = safe_name(given)
    if name is None:
        return Stored(given, None, t["bad_type"])
    try:
        size = uploaded.stat().st_size
        if size == 0:
            return Stored(given, None, t["empty_file"])
        if size > (most := most_bytes(PurePosixPath(name).suffix)):
            return Stored(given, None, t["too_big"].format(limit=most // 2**20))
        corpus.mkdir(parents=True, exist_ok=True)
        placed, already = _place(uploaded, corpus, name)
    except OSError as error:
        return Stored(given, None, t["not_stored"].format(reason=error.strerror or type(error).__name__))
    if already:
        return Stored(given, None, t["already"].format(name=placed), known=True)
    message = t["stored"] if placed == given else t["stored_as"].format(name=placed)
    return Stored(given, placed, message)


def _place(uploaded: Path, corpus: Path, name: str) -> tuple[str, bool]:
    """Put a whole copy into ``corpus`` under a free name; return it, and whether it was there."""
    content = uploaded.read_bytes()
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    # A hidden name is no candidate article, so a build never meets half a file.
    handle, partial = tempfile.mkstemp(prefix=STAGED, dir=corpus)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        Path(partial).chmod(0o644)
        for n in range(1, _MOST_TRIES):
            target = corpus / (name if n == 1 else f"{stem}-{n}{suffix}")
            try:
                place(Path(partial), target)
            except FileExistsError:
                if _same(target, content):
                    return target.name, True
                continue
            return target.name, False
    finally:
        Path(partial).unlink(missing_ok=True)
    raise FileExistsError(17, f"{name}: {_MOST_TRIES}")


def _same(target: Path, content: bytes) -> bool:
    if target.is_symlink() or not target.is_file() or target.stat().st_size != len(content):
        return False
    return target.read_bytes() == content
