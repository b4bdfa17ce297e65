"""Quotations listed under who said them, as in notes: "Reza Hutagalung (dirut):", then a line each."""

from __future__ import annotations

import re

from rag.speech.capitals import Known
from rag.speech.marks import Quotation
from rag.speech.mentions import mention_at
from rag.speech.subjects import Attribution, is_common_noun

_BULLET = r"[ \t]*(?P<bullet>[-–—*•]|\d{1,2}[.)])?[ \t]*"
_ITEM = re.compile(_BULLET)
# A line that is all quotation, behind a bullet or none.
_QUOTED = re.compile(rf"{_BULLET}[\"“”„«‘'][^\n]*[\"“”»’'][ \t.,;]*")
_REST = re.compile(r"[ \t.,;]*(?:\n|$)")
# "Reza Hutagalung (dirut Laju Hijau):", "Dewi, ketua panitia:"
_HEADING = re.compile(r"[ \t#*]*(?P<who>[^\W\d_][^\n:.!?\"“”]{1,80})[ \t*]*:[ \t*]*")
_BESIDE = re.compile(r"\s*[(,*:]")
_MOST_ITEMS = 30


def heading(text: str, masked: str, pair: Quotation, known: Known) -> Attribution | None:
    """Read who heads the list in which a quotation is a line; None where none does.

    Without bullets the lines must stand right under one another.
    """
    line = text.rfind("\n", 0, pair.opening) + 1
    item = _ITEM.fullmatch(text, line, pair.opening)
    if item is None or _REST.match(text, pair.closing) is None:
        return None
    may_part = item["bullet"] is not None
    for _ in range(_MOST_ITEMS):
        end = line - 1
        while may_part and end > 0 and text[end - 1] == "\n":
            end -= 1
        if end <= 0:
            return None
        line = text.rfind("\n", 0, end) + 1
        if _QUOTED.fullmatch(text, line, end) is None:
            return _headed(text, masked, line, end, known)
    return None


def _headed(text: str, masked: str, line: int, end: int, known: Known) -> Attribution | None:
    head = _HEADING.fullmatch(text, line, end)
    mention = mention_at(masked, head.start("who"), head.end("who"), known) if head else None
    if mention is None or mention.reference != "named" or is_common_noun(mention, known):
        return None
    return Attribution(line, end, None, mention, "heading") if _BESIDE.match(text, mention.end, end) else None
