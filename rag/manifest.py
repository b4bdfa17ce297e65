"""The manifest of a generation: what it was made with, what it holds, the bytes of each file.

It carries a seal, the hash of its own text, so that a changed byte shows there too.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

# Changes when a generation's files do: catalog tables, vectors folder, fields of the word index, manifest.
FORMAT = 8
MANIFEST = "manifest.json"
_SEAL = re.compile(r'"seal": "([0-9a-f]{64})"')
_OPEN = "0" * 64


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


class OtherFormat(ValueError):
    """The manifest is another version's; ``found`` is its format."""

    def __init__(self, found: object) -> None:
        super().__init__(f"format {found}")
        self.found = found


def manifest_text(values: Mapping[str, Any]) -> str:
    """Return the sealed text of a manifest's values."""
    text = json.dumps({**values, "seal": _OPEN}, ensure_ascii=False, indent=1) + "\n"
    return _SEAL.sub(f'"seal": "{_hash_of(text)}"', text)


def described(manifest: Manifest, folder: Path) -> str:
    """Return the text of a manifest that names every file now in a generation's folder."""
    files = {
        path.relative_to(folder).as_posix(): (path.stat().st_size, file_hash(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST and not path.name.endswith(".lock")
    }
    return manifest_text({**asdict(manifest), "files": files})


def parsed(text: str) -> Manifest:
    """Return the manifest of a text.

    Raises OtherFormat, and ValueError, KeyError, TypeError, AttributeError or RecursionError for what
    is no manifest or not as it was sealed.
    """
    stored: dict[str, Any] = json.loads(text)
    if stored["format"] != FORMAT:
        raise OtherFormat(stored["format"])
    stored["files"] = {name: (int(size), str(sha)) for name, (size, sha) in stored["files"].items()}
    manifest = Manifest(**{each.name: stored[each.name] for each in fields(Manifest)})
    seal = _SEAL.search(text)
    if seal is None or seal[1] != _hash_of(f"{text[: seal.start(1)]}{_OPEN}{text[seal.end(1) :]}"):
        raise ValueError("it is not what was written")
    return manifest


def bad_files(manifest: Manifest, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each file that is not as it was written, with what is wrong."""
    for name, (size, sha256) in manifest.files.items():
        file = folder / name
        try:
            if file.stat().st_size != size:
                yield name, f"{file.stat().st_size} bytes instead of {size}"
            elif file_hash(file) != sha256:
                yield name, "its content is not what was written"
        except OSError as error:
            yield name, error.strerror or str(error)


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
