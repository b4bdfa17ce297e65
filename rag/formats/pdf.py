"""PDF: paragraphs from the lines of its pages.

A PDF holds lines at places on pages. A paragraph ends where the next line stands lower than
lines do, is indented, or has another size; in files with none of these, where the next word
would have fitted on the line. What repeats at the edge of the pages is header or footer.
The document properties (title, author) are not used: programs fill them with file names.
"""

from __future__ import annotations

import io
import logging
import re
import statistics
import time
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rag.formats import Raw, refusal
from rag.headline import stated

MAX_PAGES = 2_000
MAX_SECONDS = 8.0
MIN_CHARS = 20  # fewer in the whole file: the pages are pictures

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_PAGE_NUMBER = re.compile(
    r"(?i)[-–—|]?\s*(?:halaman|hal\.?|page|p\.)?\s*\d{1,4}(?:\s*(?:/|dari|of)\s*\d{1,4})?\s*[-–—|]?"
)
# What browsers print around a page: date and title above, address and page number below.
_MONTH_IN_WORDS = re.compile(r"[A-Za-z]{3}[a-z]* \d{4}")
_PRINTED = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}[.:]\d{2}(?: [AP]M)?\b.*|(?:https?|file)://\S+(?:\s*\d+\s*/\s*\d+)?"
)
_SENTENCE_END = ".!?…\"”'’)"
_EDGE = 3  # lines from a page's top and bottom that may be header or footer
_HYPHENS = "-\u2010\u00ad"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, the place of its first word and its size, in points."""

    text: str
    x: float
    y: float
    size: float
    page: int


def read_pdf(data: bytes) -> Raw:
    """Return the paragraphs of a PDF. Raises UnreadableFile for encrypted, cut-off, scanned ones."""
    if b"%%EOF" not in data[-4096:]:
        raise refusal(
            "is cut off: the end of the PDF is missing; copy it again",
            "terpotong: akhir PDF tidak ada; salin ulang",
        )
    pages = _pages(data)
    lines = [line for page in pages for line in page]
    if sum(len(line.text) for line in lines) < MIN_CHARS:
        raise refusal(
            "has no text in its pages, only pictures; run text recognition (OCR) on it first",
            "halamannya tidak memuat teks, hanya gambar; jalankan pengenalan teks (OCR) dahulu",
        )
    empty = sum(not page for page in pages)
    warnings = (f"{empty} of {len(pages)} pages hold no text, perhaps pictures",) if empty else ()
    body, edges = _without_edges(pages)
    steps = ("pdf_lines_joined", "pdf_headers_and_footers") if edges else ("pdf_lines_joined",)
    # What a running head says of the paper and its day stays once, at the top.
    signs = [line.text for line in edges if line.page == edges[0].page and _is_sign(line.text)]
    return Raw("\n\n".join([*signs, *_paragraphs(body)]), warnings=warnings, steps=steps)


def _is_sign(text: str) -> bool:
    """Tell the name and the day of a paper from the day on which a page was printed, in figures."""
    told = stated(text)
    return bool(told) and ("date" not in told or _MONTH_IN_WORDS.search(text) is not None)


def _pages(data: bytes) -> list[list[Line]]:
    import pypdf
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # problems become refusals, not noise
    deadline = time.thread_time() + MAX_SECONDS
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise refusal("is encrypted; save it without a password", "terenkripsi; simpan tanpa kata sandi")
        if len(reader.pages) > MAX_PAGES:
            raise refusal(
                f"has {len(reader.pages)} pages; at most {MAX_PAGES} are read",
                f"memuat {len(reader.pages)} halaman; batasnya {MAX_PAGES}",
            )
        pages = []
        for number, page in enumerate(reader.pages):
            pages.append(_page_lines(page, number))
            if time.thread_time() > deadline:
                raise refusal(
                    f"takes longer than {MAX_SECONDS:.0f} s to read; split it or save it as text",
                    f"perlu lebih dari {MAX_SECONDS:.0f} detik; pecah atau simpan sebagai teks",
                )
        return pages
    except DependencyError as error:
        raise refusal(
            "is encrypted; save it without a password", "terenkripsi; simpan tanpa kata sandi"
        ) from error
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        AssertionError,
        RecursionError,
        ArithmeticError,
        NotImplementedError,
    ) as error:
        raise refusal(
            f"is a damaged PDF ({type(error).__name__}); save it again",
            f"adalah PDF yang rusak ({type(error).__name__}); simpan ulang",
        ) from error


def _page_lines(page: Any, number: int) -> list[Line]:
    lines: list[Line] = []
    parts: list[str] = []
    place: tuple[float, float, float] | None = None

    def finish() -> None:
        nonlocal place
        text = " ".join("".join(parts).split()).translate(_LIGATURES)
        if text and place:
            lines.append(Line(text, *place, page=number))
        parts.clear()
        place = None

    def visit(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        nonlocal place
        for index, piece in enumerate(text.split("\n")):
            if index:
                finish()
            if piece.strip() and place is None:
                x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
                place = (x, y, round(float(size or 1) * scale, 1))
            parts.append(piece)

    page.extract_text(visitor_text=visit)
    finish()
    return lines


def _without_edges(pages: list[list[Line]]) -> tuple[list[Line], list[Line]]:
    """Return the lines that are no header, footer or page number, and those that are."""
    counts: Counter[str] = Counter()
    edges = [
        set(range(min(_EDGE, len(page)))) | set(range(max(0, len(page) - _EDGE), len(page))) for page in pages
    ]
    for page, edge in zip(pages, edges, strict=True):
        counts.update({_shape(page[at].text) for at in edge})
    often = max(2, (len(pages) + 1) // 2)
    body: list[Line] = []
    dropped: list[Line] = []
    for page, edge in zip(pages, edges, strict=True):
        for at, line in enumerate(page):
            repeats = len(pages) > 1 and counts[_shape(line.text)] >= often and len(line.text) < 120
            if at in edge and (repeats or _PAGE_NUMBER.fullmatch(line.text) or _PRINTED.fullmatch(line.text)):
                dropped.append(line)
            else:
                body.append(line)
    return body, dropped


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _paragraphs(lines: list[Line]) -> list[str]:
    layout = _Layout(lines)
    paragraphs: list[str] = []
    previous: Line | None = None
    for line in lines:
        if previous is None or layout.breaks(previous, line):
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = _join(paragraphs[-1], line.text, layout.vocabulary)
        previous = line
    return paragraphs


class _Layout:
    """What is usual in a file: line distances, margins and widths of each size."""

    def __init__(self, lines: list[Line]) -> None:
        self.leading = _leadings(lines)
        self.width = _widths(lines)
        self.lefts = _lefts(lines)
        self.vocabulary = frozenset(
            re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text for line in lines).lower())
        )
        same = [(a, b) for a, b in pairwise(lines) if a.page == b.page and a.size == b.size]
        # Distances and indents count where the file uses them more than here and there.
        self.by_place = sum(self.lower(a, b) or self.indented(b) for a, b in same) >= len(lines) / 40

    def lower(self, a: Line, b: Line) -> bool:
        """Tell whether ``b`` stands lower under ``a`` than lines do."""
        return a.y - b.y > 1.3 * self.leading.get(a.size, 1.2 * a.size)

    def indented(self, line: Line) -> bool:
        """Tell whether ``line`` begins to the right of a usual margin, by up to six letters."""
        return any(0.5 * line.size < line.x - left < 5 * line.size for left in self.lefts.get(line.size, ()))

    def breaks(self, a: Line, b: Line) -> bool:
        """Tell whether ``b`` begins a paragraph after ``a``."""
        if abs(a.size - b.size) > 0.08 * a.size:
            return True
        if a.text[-1] in _HYPHENS and a.text[-2:-1].isalpha() and b.text[0].islower():
            return False  # a divided word goes on
        ended = a.text[-1] in _SENTENCE_END
        fits = len(a.text) + 1 + len(b.text.split(" ", 1)[0]) < 0.88 * self.width.get(a.size, 0.0)
        if a.page != b.page or b.y > a.y + a.size:  # the next page, or the next column
            return (ended or fits) and not b.text[0].islower()
        if abs(a.y - b.y) < 0.3 * a.size:
            return False  # pieces of one line
        if not self.by_place:
            return fits or self.lower(a, b)
        if self.indented(b):
            return abs(a.x - b.x) > 0.5 * a.size or ended or fits
        return self.lower(a, b)


def _leadings(lines: list[Line]) -> dict[float, float]:
    """Return the usual distance between lines of each size: the lower of the common ones."""
    gaps: dict[float, Counter[float]] = {}
    for a, b in pairwise(lines):
        if a.size == b.size and a.page == b.page and 0.7 * a.size < a.y - b.y < 4 * a.size:
            gaps.setdefault(a.size, Counter())[round(a.y - b.y, 0)] += 1
    usual = {}
    for size, counter in gaps.items():
        total = sum(counter.values())
        usual[size] = min(gap for gap, count in counter.items() if count >= max(1, total * 0.15) or total < 4)
    return usual


def _widths(lines: list[Line]) -> dict[float, float]:
    """Return how many characters a full line of each size has."""
    lengths: dict[float, list[int]] = {}
    for line in lines:
        lengths.setdefault(line.size, []).append(len(line.text))
    return {
        size: statistics.quantiles(found, n=10)[-1] if len(found) > 3 else float(max(found))
        for size, found in lengths.items()
    }


def _lefts(lines: list[Line]) -> dict[float, list[float]]:
    """Return the margins of each size: where at least a seventh of its lines begin."""
    starts: dict[float, Counter[float]] = {}
    for line in lines:
        starts.setdefault(line.size, Counter())[round(line.x, 0)] += 1
    return {
        size: [x for x, count in counter.items() if count >= max(3, sum(counter.values()) / 7)]
        for size, counter in starts.items()
    }


def _join(text: str, following: str, vocabulary: frozenset[str]) -> str:
    """Join two lines of a paragraph; undo a hyphen that only divides a word."""
    if text[-1] not in _HYPHENS or len(text) < 2 or not text[-2].isalpha():
        return f"{text} {following}"
    if text[-1] == "\u00ad":
        return text[:-1] + following
    first = re.findall(r"[^\W\d_]+$", text[:-1])[-1].lower()
    second = (re.findall(r"^[^\W\d_]+", following) or [""])[0]
    if not second or not second[0].islower() or _reduplicates(first, second):
        return text + following
    if first + second in vocabulary:
        return text[:-1] + following
    return text + following if f"{first}-{second}" in vocabulary or len(first) == 1 else text[:-1] + following


def _reduplicates(first: str, second: str) -> bool:
    """Tell whether two parts are a doubled word: produk-produk, berlari-lari, surat-menyurat."""
    return (
        len(first) > 2
        and len(second) > 2
        and (
            second.startswith(first)
            or first.endswith(second)
            or second.endswith(first[1:])
            or first[1:] == second[1:]
        )
    )
