"""Statements: a sentence as it can be shown alone, quotations whole and with their attribution."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rag.sentences import sentences

LONGEST_STATEMENT_WORDS = 70
MARKS = re.compile(r'["“”„«»]')


def statement(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of a sentence ``text[start:end]``, grown so that a quotation stays whole.

    A sentence from inside a quotation is shown with the rest of it and its attribution, where that
    takes no more than LONGEST_STATEMENT_WORDS; otherwise it is cut at the mark whose partner it lacks.
    A mark that has no partner in the whole paragraph is the source's own and stays.
    Marks pair by position in the paragraph, never by shape: in real text closing ones stand for
    opening ones.
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    marks = [m.start() for m in MARKS.finditer(text, first, last)]
    if pairs := list(zip(marks[::2], marks[1::2], strict=False)):
        whole = _grown(text, start, end, last, pairs)
        if len(text[slice(*whole)].split()) <= LONGEST_STATEMENT_WORDS:
            start, end = whole
        parted = {m for pair in pairs if not (start <= pair[0] and pair[1] < end) for m in pair}
        cuts = [start - 1, *(m for m in marks if start <= m < end and m in parted), end]
        start, end = max(((a + 1, b) for a, b in pairwise(cuts)), key=lambda piece: piece[1] - piece[0])
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _grown(text: str, start: int, end: int, last: int, pairs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the span grown over every quotation that it cuts, to the end of the sentence then."""
    for opening, closing in pairs:
        if opening < start <= closing:
            start = opening
        if opening < end <= closing:
            end = closing + 1
            rest = sentences(text[end:last])
            attributed = rest and text[end : end + rest[0].start].strip() == ""
            if attributed and text[end + rest[0].start].islower():
                end += rest[0].end
    return start, end
