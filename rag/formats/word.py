"""DOCX: paragraphs and table rows, from a container that is checked before it is unpacked."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Iterator
from typing import Any

from rag.formats import Raw, refusal

MAX_UNPACKED = 100 * 1024 * 1024  # bytes after unpacking
MAX_RATIO = 200  # unpacked to packed bytes of one part over a megabyte
MAX_PARTS = 5_000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(data: bytes) -> Raw:
    """Return paragraphs and table rows of a .docx in order.

    Inserted text counts, deleted text does not. The properties (title, author) are not used:
    word processors fill them with a template's title and the computer's user.
    """
    check_zip(data)
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    try:
        body = docx.Document(io.BytesIO(data)).element.body
        blocks = list(_docx_blocks(body))
    except (
        PackageNotFoundError,
        LxmlError,
        KeyError,
        ValueError,
        AttributeError,
        zipfile.BadZipFile,
        OSError,
        NotImplementedError,
        EOFError,
        RecursionError,
    ) as error:
        raise refusal(
            f"is no readable .docx ({type(error).__name__}); save it again from the word processor",
            f"bukan .docx yang terbaca ({type(error).__name__}); simpan ulang dari pengolah kata",
        ) from error
    return Raw("\n\n".join(blocks))


def check_zip(data: bytes) -> None:
    """Raise UnreadableFile for a container that is damaged, a bomb, or tries to get out."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise refusal(
            f"is a damaged or cut-off .docx ({error}); copy it again",
            f"adalah .docx yang rusak atau terpotong ({error}); salin ulang",
        ) from error
    total = sum(part.file_size for part in parts)
    worst = max((p.file_size / max(p.compress_size, 1) for p in parts if p.file_size > 1_000_000), default=0)
    if worst > MAX_RATIO:
        raise refusal(
            f"holds a part that would unpack to {worst:.0f} times its size; at most {MAX_RATIO} is read",
            f"memuat bagian yang akan mengembang {worst:.0f} kali lipat; batasnya {MAX_RATIO} kali",
        )
    if total > MAX_UNPACKED or len(parts) > MAX_PARTS:
        raise refusal(
            f"would unpack to {total // 2**20} MB in {len(parts)} parts; at most {MAX_UNPACKED // 2**20} "
            f"MB is read",
            f"akan mengembang menjadi {total // 2**20} MB dalam {len(parts)} bagian; batasnya "
            f"{MAX_UNPACKED // 2**20} MB",
        )
    for part in parts:
        link = stat.S_ISLNK(part.external_attr >> 16)
        if link or part.filename.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", part.filename):
            raise refusal(
                f"holds a part that points outside it ({part.filename[:80]!r}); save it again",
                f"memuat bagian yang menunjuk ke luar ({part.filename[:80]!r}); simpan ulang",
            )
        if part.flag_bits & 1:
            raise refusal("is encrypted; save it without a password", "terenkripsi; simpan tanpa kata sandi")


def _docx_blocks(body: Any) -> Iterator[str]:
    for element in body.iter(f"{_W}p", f"{_W}tbl"):
        table = next(element.iterancestors(f"{_W}tbl"), None)
        if next(element.iterancestors(f"{_W}txbxContent"), None) is not None or table is not None:
            continue
        if element.tag == f"{_W}p":
            if text := _docx_text(element):
                yield text
        else:
            yield from _docx_rows(element)


def _docx_rows(table: Any) -> Iterator[str]:
    """Yield the rows of a table; a table within a cell is read where it stands, as part of that cell."""
    for row in _within(table, "tbl", "tr"):
        cells = [" ".join(filter(None, _docx_cell(cell))) for cell in _within(row, "tr", "tc")]
        if any(cells):
            yield " | ".join(cell for cell in cells if cell)


def _docx_cell(cell: Any) -> Iterator[str]:
    for element in _within(cell, "tc", "p", "tbl"):
        yield _docx_text(element) if element.tag == f"{_W}p" else " | ".join(_docx_rows(element))


def _within(holder: Any, kind: str, *tags: str) -> Iterator[Any]:
    """Yield what a table, row or cell itself holds, and not what others of its ``kind`` within it do."""
    for element in holder.iter(*(f"{_W}{tag}" for tag in tags)):
        if next(element.iterancestors(f"{_W}{kind}"), None) is holder:
            yield element


def _docx_text(paragraph: Any) -> str:
    parts = []
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        if next(node.iterancestors(f"{_W}txbxContent"), None) is not None:
            continue
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif node.getparent().tag == f"{_W}r":
            parts.append(" " if node.tag == f"{_W}tab" else "\n")
    return "".join(parts).strip()
