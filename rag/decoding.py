"""Bytes to text: which encoding a file is in, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from rag.errors import UnreadableFile

MAX_LINE = 2_000_000  # characters; an article's longest line has thousands

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Marks that pile on a Latin letter; scripts that are written with marks have other ranges.
_PILED = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_FLOOD = re.compile(_PILED + "{12,}")
_PILE = re.compile(_PILED)
_SURROGATE = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """Return the text with U+FFFD for each unpaired surrogate: no character, and no encoding carries it."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def decode(data: bytes, *, html: bool = False) -> tuple[str, list[str]]:
    """Return the text of ``data`` without its BOM, and warnings about how it was read.

    Tried in order: BOM, UTF-8, UTF-16 without BOM, the page's own charset (``html``), UTF-8
    with damaged bytes, Windows-1252 for mostly Latin text, and charset-normalizer.
    Raises UnreadableFile for empty files and for what is not text.
    """
    text, warnings = _decode(data, html=html)
    if not text.strip("\ufeff \t\r\n\x0b\x0c\xa0"):
        raise UnreadableFile(
            "the file is empty; put the article's text into it or remove it",
            "berkas ini kosong; isi dengan teks artikel atau hapus",
        )
    if "\x00" in text:
        raise UnreadableFile(
            "the file holds NUL characters, so it is not text; save it again as UTF-8 text",
            "berkas ini memuat karakter NUL, jadi bukan teks; simpan ulang sebagai teks UTF-8",
        )
    return text, warnings


def _decode(data: bytes, *, html: bool) -> tuple[str, list[str]]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            text = data.decode(name, "replace").lstrip("\ufeff")
            lost = text.count("\ufffd")
            return text, [f"{lost} damaged characters in {name} text"] if lost else []
    if b"\x00" not in data:
        try:
            return data.decode("utf-8"), []
        except UnicodeDecodeError as error:
            return _not_utf8(data, error, html=html)
    even, odd = data[0:20_000:2].count(0), data[1:20_000:2].count(0)
    half = max(len(data[:20_000]) // 2, 1)
    if max(even, odd) > 0.4 * half and min(even, odd) < 0.05 * half:
        name = "utf-16-be" if even > odd else "utf-16-le"
        return data.decode(name, "replace"), [f"read as {name}: NUL in every second byte, no byte-order mark"]
    raise UnreadableFile(
        "the file holds NUL bytes, so it is not text; save it again as UTF-8 text",
        "berkas ini memuat byte NUL, jadi bukan teks; simpan ulang sebagai teks UTF-8",
    )


def _not_utf8(data: bytes, error: UnicodeDecodeError, *, html: bool) -> tuple[str, list[str]]:
    if html and (stated := _META_CHARSET.search(data[:4096])):
        name = stated[1].decode("ascii")
        try:
            return data.decode(name), [f"read as {name}, as the page states"]
        except (LookupError, UnicodeDecodeError):
            pass
    whole = len(_MULTIBYTE.findall(data))
    high = sum(data.count(bytes([b])) for b in range(0x80, 0x100))
    in_whole = sum(map(len, _MULTIBYTE.findall(data)))
    if whole and in_whole >= high - in_whole:
        text = data.decode("utf-8", "replace")
        lost = text.count("\ufffd")
        return text, [f"{lost} bytes are not UTF-8 (first at byte {error.start}); shown as U+FFFD"]
    if _binary(data):
        raise UnreadableFile(
            "the file is binary data, not text; only text belongs in it",
            "berkas ini berisi data biner, bukan teks; isinya harus teks",
        )
    if high <= 0.2 * len(data):
        try:
            return data.decode("cp1252"), ["read as Windows-1252, since it is not UTF-8"]
        except UnicodeDecodeError:
            pass
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:200_000]).best()
    if best is None:
        raise UnreadableFile(
            "the file's encoding is unknown; save it again as UTF-8 text",
            "pengodean berkas ini tidak dikenal; simpan ulang sebagai teks UTF-8",
        )
    return data.decode(best.encoding, "replace"), [f"read as {best.encoding}, since it is not UTF-8"]


def _binary(data: bytes) -> bool:
    sample = data[:20_000]
    odd = sum(sample.count(bytes([b])) for b in range(0x20) if b not in (9, 10, 12, 13, 0x1B))
    return odd > 0.02 * len(sample)


def check_text(text: str) -> None:
    """Raise UnreadableFile for text that no article is: an endless line, a flood of marks."""
    longest = _longest_line(text)
    if longest > MAX_LINE:
        raise UnreadableFile(
            f"the file has a line of {longest} characters; at most {MAX_LINE} are read",
            f"berkas ini memuat baris {longest} karakter; batasnya {MAX_LINE}",
        )
    if text.isascii():
        return
    if _FLOOD.search(text) or len(_PILE.findall(text)) > 0.2 * len(text):
        raise UnreadableFile(
            "the file is flooded with combining marks; it cannot be read as text",
            "berkas ini dibanjiri tanda diakritik bertumpuk; tidak terbaca sebagai teks",
        )


def _longest_line(text: str) -> int:
    """Return the length of a line over MAX_LINE, of several the first, or 0."""
    start = 0
    while len(text) - start > MAX_LINE:
        # From the last line break that comes soon enough: a million lines are few steps.
        last = text.rfind("\n", start, start + MAX_LINE + 1)
        if last < 0:
            end = text.find("\n", start)
            return (len(text) if end < 0 else end) - start
        start = last + 1
    return 0
