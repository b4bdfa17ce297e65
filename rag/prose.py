"""The journalist's own prose: the text with quoted words blotted out, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.documents import Article
from rag.marks import Quotation
from rag.sentences import sentences

_DATELINE = re.compile(
    r"(?:[\w.]+(?: [\w.]+){0,4},\s+)?[A-Z][\w.]*(?:[ ,]+[\w./]+){0,5}\s*"
    r"(?:\([^()\n]{2,40}\)\s*)?[-–—]+\s+(?=[\"“”«A-Z])"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of the journalist's ``[start, end)`` and the quotations in it."""

    start: int
    end: int
    line: int
    quotations: tuple[Quotation, ...]


def mask(text: str, pairs: Sequence[Quotation]) -> str:
    """Return the text with quoted words blotted out, same length: what is left is the journalist's."""
    parts: list[str] = []
    last = 0
    for pair in pairs:
        parts.append(text[last : pair.start])
        inner = "0" + "_" * (pair.end - pair.start - 1)
        if text[pair.end - 1] in ".!?…,":
            inner = inner[:-1] + text[pair.end - 1]
        parts.append(inner)
        last = pair.end
    parts.append(text[last:])
    return "".join(parts)


def headline_end(article: Article) -> int:
    """Return where the headline ends: a headline is narration."""
    first, _, rest = article.text.partition("\n")
    line = first.strip()
    if not rest.strip() or len(line.split()) > 25:
        return 0
    titled = article.title is not None and line.lstrip("# ").casefold() == article.title.strip().casefold()
    last = line.rstrip("\"'“”‘’«» ")[-1:]
    return len(first) if titled or last not in set(".!?,:…") else 0


def units_of(masked: str, pairs: Sequence[Quotation], begin: int) -> Iterator[Unit]:
    """Yield the sentences of the masked text, each with the quotations that begin in it."""
    k = 0
    line = 0
    last_end = 0
    for span in sentences(masked):
        if span.end <= begin:
            continue
        line += masked.count("\n", last_end, span.start)
        fresh = "\n" in masked[last_end : span.start] or last_end == 0
        last_end = span.end
        start = span.start
        if fresh and (dateline := _DATELINE.match(masked, start, min(span.end, start + 90))):
            start = dateline.end()
        while k < len(pairs) and pairs[k].opening < start:
            k += 1
        first = k
        while k < len(pairs) and pairs[k].opening < span.end:
            k += 1
        yield Unit(start, span.end, line, tuple(pairs[first:k]))
