"""The journalist's own prose: the text with quoted words blotted out, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.documents import Article, Span
from rag.sentences import sentences
from rag.speech import naming
from rag.speech.marks import Quotation

_DATELINE = re.compile(
    r"(?:[\w.]+(?: [\w.]+){0,4},\s+)?[A-Z][\w.]*(?:[ ,]+[\w./]+){0,5}\s*"
    r"(?:\([^()\n]{2,40}\)\s*)?[-–—]+\s+(?=[\"“”«A-Z])"
)
# "Dewi Lestari — "Semua senang."": no dateline, but whose words follow.
_LABEL = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+){1,3} [-–—]+ [\"“”«]")
_TORN = re.compile(r"[\w,;)%\]–—-]\s*$")
_ITEM = re.compile(r"[-–—*•#>|]|\d+[.)]\s")
_WRAPPED = 50
# A longer text, which no article has, is read in stretches: each takes the memory of one, and what neither
# quotes nor reports is passed over.
STRETCH = 200_000
_MAY_GO_ON = re.compile(r"\n[a-z\u0080-\U0010ffff]")
# 'Asep "Abah Kumis" Sutisna': within a name, and the journalist's own word.
_NICKNAME = re.compile(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+)?")
_WITHIN_A_NAME = (re.compile(r"[A-Z][\w'-]+ $"), re.compile(r" [A-Z][a-z]"))
_SO_CALLED = re.compile(r"\b(?:disapa|dipanggil|alias|panggilan(?: akrab)?(?:nya)?) $")
_ABBREVIATED = naming.HONORIFICS - naming.IN_FULL
_VOWELS = frozenset("aeiou")
_LAST = re.compile(r"(?<![\w.])([A-Z][a-z]+)\.$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of the journalist's ``[start, end)`` and the quotations in it."""

    start: int
    end: int
    line: int
    quotations: tuple[Quotation, ...]

    @property
    def begins_quoted(self) -> bool:
        """Tell whether the first thing in it is a quotation."""
        return bool(self.quotations) and self.quotations[0].opening - self.start <= 1


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


def is_nickname(text: str, pair: Quotation) -> bool:
    """Tell "Yanto 'Gareng' Subekti" and "yang akrab disapa 'Gareng' itu" from words that somebody said."""
    before, after = _WITHIN_A_NAME
    lead = text[max(0, pair.opening - 30) : pair.opening]
    within = before.search(lead) is not None and after.match(text, pair.closing) is not None
    named = _NICKNAME.fullmatch(text, pair.start, pair.end) is not None
    return named and (within or _SO_CALLED.search(lead) is not None)


def headline_end(article: Article) -> int:
    """Return where the headline ends: a headline is narration."""
    first, _, rest = article.text.partition("\n")
    line = first.strip()
    if not rest.strip() or len(line.split()) > 25:
        return 0
    titled = article.title is not None and line.lstrip("# ").casefold() == article.title.strip().casefold()
    last = line.rstrip("\"'“”‘’«» ")[-1:]
    return len(first) if titled or last not in set(".!?,:…") else 0


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield where stretches of whole paragraphs begin and end, each about ``STRETCH`` characters long.

    All but the first begin with a line break, so that their first line is no headline.
    """
    start = 0
    while start < len(text):
        end = text.find("\n", start + STRETCH) % (len(text) + 1)
        yield max(0, start - 1), end
        start = end + 1


def flowed(text: str) -> str:
    """Return the text with hard-wrapped lines joined, same length: what was wrapped reads on.

    A line goes on where the next begins in lower case, or where it is long and no mark ends it.
    """
    parts = text.split("\n")
    if max(map(len, parts)) < _WRAPPED and not _MAY_GO_ON.search(text):
        return text
    flow = list[str]()
    begin = end = 0  # of what stands as it is since the last joint
    for above, line in pairwise(parts):
        end += len(above) + 1
        torn = len(above) >= _WRAPPED and line[:1].strip() and not _ITEM.match(line) and _TORN.search(above)
        if torn or (line[:1].islower() and above.strip()):
            flow += [text[begin : end - 1], " "]
            begin = end
    return "".join([*flow, text[begin:]])


def _shortened(word: str) -> bool:
    """Tell "Pdt." and "Dg." within a name from the end of a sentence."""
    return word.lower() in _ABBREVIATED or _VOWELS.isdisjoint(word.lower())


def _whole(masked: str) -> Iterator[Span]:
    """Yield the sentences; one that only the full stop of a title ends goes on in the next."""
    held: Span | None = None
    for span in sentences(masked):
        if held is not None and "\n" not in masked[held.end : span.start]:
            span = Span(held.start, span.end)
        elif held is not None:
            yield held
        last = _LAST.search(masked, max(span.start, span.end - 12), span.end)
        held = span if last and _shortened(last.group(1)) else None
        if held is None:
            yield span
    if held is not None:
        yield held


def units_of(masked: str, pairs: Sequence[Quotation], begin: int) -> Iterator[Unit]:
    """Yield the sentences of the masked text, each with the quotations that begin in it."""
    k = 0
    line = 0
    last_end = 0
    begun = False
    for span in _whole(masked):
        if span.end <= begin:
            continue
        line += masked.count("\n", last_end, span.start)
        fresh = "\n" in masked[last_end : span.start] or last_end == 0
        last_end = span.end
        start = span.start
        dateline = _DATELINE.match(masked, start, min(span.end, start + 90)) if fresh else None
        if dateline and not (begun and _LABEL.match(masked, start)):
            start = dateline.end()
        begun = True
        while k < len(pairs) and pairs[k].opening < start:
            k += 1
        first = k
        while k < len(pairs) and pairs[k].opening < span.end:
            k += 1
        yield Unit(start, span.end, line, tuple(pairs[first:k]))


def paragraph_before(units: Sequence[Unit]) -> list[int]:
    """Return for each sentence where the paragraph before its own begins."""
    starts: list[int] = []
    before = current = 0
    line: int | None = None
    for unit in units:
        if unit.line != line:
            before, current, line = current, unit.start, unit.line
        starts.append(before)
    return starts
