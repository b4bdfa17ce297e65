"""Bytes of each file format to plain text: one file a format.

Every reader returns ``Raw``: lines of text, blank lines between blocks, and what the format
itself states about the article. Problems raise UnreadableFile with the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rag.errors import UnreadableFile
from rag.metadata import Metadata

EXTENSIONS = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP/DOCX"),
    (b"PK\x05\x06", "ZIP"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x7fELF", "ELF"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"\xd0\xcf\x11\xe0", "Word 97-2003 / OLE"),
    (b"RIFF", "RIFF"),
    (b"SQLite format 3", "SQLite"),
    (b"OggS", "Ogg"),
    (b"ID3", "MP3"),
    (b"{\\rtf", "RTF"),
    (b"\x00\x00\x01\x00", "ICO"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"MZ\x90", "EXE"),
)
_HTML_START = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html[\s>])", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Raw:
    """Text as a format holds it, with the metadata and warnings that came of reading it."""

    text: str
    metadata: Metadata = field(default_factory=Metadata)
    warnings: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


def most_bytes(extension: str) -> int:
    """Return how large a file of this kind may be; what is parsed as a page takes more memory."""
    return (20 if extension in (".html", ".htm") else 50) * 2**20


def check_kind(data: bytes, extension: str) -> None:
    """Raise UnreadableFile where the content is of another kind than the extension says."""
    kind = next((name for magic, name in _MAGIC if data.startswith(magic)), None)
    if kind is None and _HTML_START.match(data[:2048]):
        kind = "HTML"
    expected = {".pdf": "PDF", ".docx": "ZIP/DOCX", ".html": "HTML", ".htm": "HTML"}.get(extension)
    if extension == ".pdf" and kind is None and b"%PDF-" in data[:1024]:
        kind = "PDF"
    if kind == expected or (expected in (None, "HTML") and kind is None):
        return
    if extension == ".docx" and kind == "Word 97-2003 / OLE":
        raise refusal(
            "is encrypted or an old .doc file; save it as a plain .docx",
            "terenkripsi atau berkas .doc lama; simpan ulang sebagai .docx biasa",
        )
    found = kind or "no known signature"
    raise refusal(
        f"is named {extension} but holds {found}; give it its proper extension or save it again",
        f"bernama {extension} tetapi berisi {kind or 'bukan format itu'}; beri ekstensi yang benar atau "
        f"simpan ulang",
    )


def refusal(english: str, indonesian: str) -> UnreadableFile:
    """Return an UnreadableFile whose sentence begins with the file."""
    return UnreadableFile(f"the file {english}", f"berkas ini {indonesian}")
