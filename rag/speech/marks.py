"""Quotation marks: which opens, which closes, and what stands between.

Marks pair by position in the paragraph, never by shape: in real text closing marks stand for opening
ones. Only where the count does not come out does the white space around a mark decide, so that a lost
or stray mark costs at most its own quotation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.speech.cues import SAID_AFTER

_DOUBLE = re.compile(r"``|''|[\"“”„‟«»″〝〞＂]")
_SINGLE = re.compile(r"['‘’‚‛`´]")
_ANY = re.compile("[\"“”„‟«»″〝〞＂'‘’‚‛`´]")
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_OPENERS = "([{-–—/"
_CLOSERS = ",;:!?)]}…"
# A closing mark was lost, yet the attribution shows where the words end.
_LOST_CLOSING = re.compile(rf"[,.?!…]\s+(?={SAID_AFTER})")
_ATTRIBUTED = re.compile(rf"\s*[,.]?\s*{SAID_AFTER}", re.IGNORECASE)
MAX_PARAGRAPHS = 12
MAX_UNCLOSED_WORDS = 150


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks: ``[start, end)`` without the marks, trimmed; ``[opening, closing)`` with them.

    ``inner`` holds what is quoted within, whatever marks it uses.
    """

    start: int
    end: int
    opening: int
    closing: int
    single: bool = False
    inner: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark and what the space around it says: ``o`` opens, ``c`` closes, ``?`` either."""

    start: int
    end: int
    side: str


def quotations(text: str) -> list[Quotation]:
    """Return the outermost quotations of ``text`` in order; they do not overlap."""
    if not _ANY.search(text):
        return []
    lines = [m.span() for m in _LINE.finditer(text) if not m.group().isspace()]
    pairs: list[tuple[int, int, int, int]] = []  # opening mark, then closing mark
    nested: list[tuple[int, int, int, int]] = []
    carried: _Mark | None = None
    carried_lines = 0
    following = _marks(text, *lines[0]) if lines else []
    for n, (start, end) in enumerate(lines):
        marks = following
        following = _marks(text, *lines[n + 1]) if n + 1 < len(lines) else []
        if not marks and carried is None:
            continue
        if carried is not None:
            if marks and not text[start : marks[0].start].strip(" \t>"):
                marks = marks[1:]  # opened anew
            if marks:
                pairs.append((carried.start, carried.end, marks[0].start, marks[0].end))
                marks = marks[1:]
            elif carried_lines < MAX_PARAGRAPHS and _goes_on(text, lines, n, following):
                carried_lines += 1
                continue
            else:
                pairs.append((carried.start, carried.end, end, end))
        carried = _pair(text, start, end, marks, pairs, nested)
        carried_lines = 1
        if carried is not None and not _goes_on(text, lines, n, following):
            if _stands_alone(text, start, end, carried):
                pairs.append((carried.start, carried.end, end, end))
            carried = None
    return _assemble(text, lines, pairs, nested)


def unclosed(text: str, pairs: Sequence[Quotation]) -> list[Quotation]:
    """Return what stands behind opening marks that no pair of ``pairs`` has: up to the next mark or the
    paragraph's end, where that is not too far."""
    if not _ANY.search(text):
        return []
    found: list[Quotation] = []
    following = iter(pairs)
    pair = next(following, None)
    for line in _LINE.finditer(text):
        marks = _marks(text, *line.span())
        for n, mark in enumerate(marks):
            while pair is not None and pair.closing <= mark.start:
                pair = next(following, None)
            if mark.side != "o" or (pair is not None and pair.opening <= mark.start):
                continue
            until = marks[n + 1].start if n + 1 < len(marks) else line.end()
            start, end = _trim(text, mark.end, until)
            if start < end and len(text[start:end].split(None, MAX_UNCLOSED_WORDS)) <= MAX_UNCLOSED_WORDS:
                found.append(Quotation(start, end, mark.start, end))
    return found


def _goes_on(text: str, lines: Sequence[tuple[int, int]], n: int, marks: Sequence[_Mark]) -> bool:
    """Tell whether the next paragraph, with its ``marks``, takes an unclosed quotation up: it opens anew, or
    closes it."""
    if not marks:
        return False
    start = lines[n + 1][0]
    opened = not text[start : marks[0].start].strip(" \t>")
    return opened if marks[0].side != "c" else len(marks) % 2 == 1


def _stands_alone(text: str, start: int, end: int, mark: _Mark) -> bool:
    """Tell whether an unclosed mark begins a paragraph that is nothing but the quotation."""
    return (
        not text[start : mark.start].strip(" \t>")
        and text[mark.end : end].rstrip()[-1:] in {".", "!", "?", ",", "…"}
        and len(text[mark.end : end].split()) <= MAX_UNCLOSED_WORDS
    )


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """Return the double marks of a line.

    Doubled ones are one mark where all are doubled, else those of a quotation within.
    """
    found = [m.span() for m in _DOUBLE.finditer(text, start, end)]
    if not found:
        return []
    doubled: list[int] = []  # the first of each two adjacent marks
    for n in range(len(found) - 1):
        if found[n][1] == found[n + 1][0] and (not doubled or doubled[-1] < n - 1):
            doubled.append(n)
    rest = len(found) - 2 * len(doubled)
    if len(doubled) > 1 and not rest:
        found = [(found[n][0], found[n + 1][1]) for n in doubled]
    elif len(doubled) > 1 and len(doubled) % 2 == 0 and rest % 2 == 0:
        found = [span for n, span in enumerate(found) if n not in doubled and n - 1 not in doubled]
    return [_Mark(a, b, _side(text, start, end, a, b)) for a, b in found]


def _side(text: str, start: int, end: int, a: int, b: int) -> str:
    before = text[a - 1] if a > start else " "
    after = text[b] if b < end else " "
    dotted = after == "." and text[b + 1 : b + 2] != "."
    closing = after.isspace() or after in _CLOSERS or dotted or b >= end
    opening = before.isspace() or before in _OPENERS or a <= start
    if opening and closing and not after.isspace():
        return "c" if after != "…" else "o"
    if opening == closing:
        return "?"
    return "o" if opening else "c"


def _pair(
    text: str,
    start: int,
    end: int,
    marks: list[_Mark],
    pairs: list[tuple[int, int, int, int]],
    nested: list[tuple[int, int, int, int]],
) -> _Mark | None:
    """Add the pairs of a line; return the mark that is left open at its end."""
    sides = [m.side for m in marks]
    if len(marks) % 2 == 0 and "c" not in sides[::2] and "o" not in sides[1::2]:
        pairs += [(a.start, a.end, b.start, b.end) for a, b in zip(marks[::2], marks[1::2], strict=True)]
        return None
    opened: _Mark | None = None
    n = 0
    while n < len(marks):
        mark = marks[n]
        if opened is None:
            if mark.side != "c":
                opened = mark
            elif n == 0 and _ATTRIBUTED.match(text, mark.end, end):
                pairs.append((start, start, mark.start, mark.end))  # the opening mark was lost
        elif mark.side != "o":
            pairs.append((opened.start, opened.end, mark.start, mark.end))
            opened = None
        elif sides[n + 1 : n + 3] in (["c", "c"], ["c", "?"]):
            nested.append((mark.start, mark.end, marks[n + 1].start, marks[n + 1].end))
            n += 1
        else:
            _close_lost(text, opened, mark.start, pairs)
            opened = mark
        n += 1
    if opened is not None and _close_lost(text, opened, end, pairs):
        return None
    return opened


def _close_lost(text: str, opened: _Mark, limit: int, pairs: list[tuple[int, int, int, int]]) -> bool:
    """Close a quotation whose closing mark was lost before its attribution, where that shows."""
    if found := _LOST_CLOSING.search(text, opened.end, limit):
        pairs.append((opened.start, opened.end, found.start() + 1, found.start() + 1))
    return found is not None


def _assemble(
    text: str,
    lines: Sequence[tuple[int, int]],
    pairs: list[tuple[int, int, int, int]],
    nested: list[tuple[int, int, int, int]],
) -> list[Quotation]:
    """Put single marks beside or within the double ones; drop what is empty."""
    singles = [pair for start, end in lines for pair in _singles(text, start, end)]
    everything = sorted(
        [(*p, False) for p in pairs + nested] + [(*p, True) for p in singles], key=lambda p: (p[0], -p[3])
    )
    found: list[Quotation] = []
    stack: list[tuple[tuple[int, int, int, int, bool], list[Quotation]]] = []

    def close(until: int) -> None:
        while stack and stack[-1][0][3] <= until:
            (a, b, c, d, single), inner = stack.pop()
            start, end = _trim(text, b, c)
            if start < end:
                made = Quotation(start, end, a, d, single, tuple(inner))
                (stack[-1][1] if stack else found).append(made)

    for pair in everything:
        close(pair[0])
        if stack and pair[3] > stack[-1][0][3]:
            continue  # crossing marks: the earlier quotation stands
        stack.append((pair, []))
    close(len(text) + 1)
    return found


def _singles(text: str, start: int, end: int) -> list[tuple[int, int, int, int]]:
    """Return pairs of single marks in a line: apostrophes are none."""
    found: list[tuple[int, int, int, int]] = []
    opened: int | None = None
    for mark in _SINGLE.finditer(text, start, end):
        a, b = mark.span()
        before = text[a - 1] if a > start else " "
        after = text[b] if b < end else " "
        if before in "'`" or after in "'`":
            continue  # two of them are a double mark
        opens = (before.isspace() or before in _OPENERS or _DOUBLE.match(before)) and (
            after.isalnum() or after in '“".…@['
        )
        closes = not before.isspace() and (not after.isalnum())
        if opened is not None and closes:
            found.append((opened, opened + 1, a, b))
            opened = None
        elif opened is None and opens:
            opened = a
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
