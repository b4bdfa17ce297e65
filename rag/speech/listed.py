"""Quotations listed under who said them, as in notes: "Reza Hutagalung (dirut):", then a line each."""

from __future__ import annotations

import re

from rag.speech import naming
from rag.speech.capitals import Known
from rag.speech.marks import Quotation
from rag.speech.mentions import mention_at
from rag.speech.subjects import Attribution, is_common_noun, is_full_name

_BULLET = r"[ \t]*(?P<bullet>[-–—*•]|\d{1,2}[.)])?[ \t]*"
_ITEM = re.compile(_BULLET)
# A line that is all quotation, behind a bullet or none.
_QUOTED = re.compile(rf"{_BULLET}[\"“”„«‘'][^\n]*[\"“”»’'][ \t.,;]*")
_REST = re.compile(r"[ \t.,;]*(?:\n|$)")
# "Reza Hutagalung (dirut Laju Hijau):", "Kutipan Dewi, ketua panitia:"; before bullets without the colon too.
_LED_IN = (
    r"(?:(?:Kutipan|Pernyataan|Kata|Kata-kata|Ucapan|Komentar|Keterangan|Tanggapan|Jawaban|Dari|Menurut|"
    r"Quotes? (?:from|by)|From)\s+)?"
)
_HEADING = re.compile(rf"[ \t#*]*{_LED_IN}(?P<who>[^\W\d_][^\n:.!?\"“”]{{1,80}}?)[ \t*]*(?P<colon>:)?[ \t*]*")
_BESIDE = re.compile(r"\s*(?:[(,*:]|$)")
# The line "Dewi Lestari, ketua panitia" right under a quotation, and nothing right under that.
_UNDER = re.compile(r"[ \t.,;]*\n[ \t]*(?P<who>[^\W\d_][^\n:.!?\"“”]{2,90}?)[ \t]*(?=\n[ \t]*(?:\n|$)|$)")
_MOST_ITEMS = 30
_OFFICE = re.compile(r", ([A-Za-z]+)\b")


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


def underneath(text: str, masked: str, pair: Quotation, known: Known) -> Attribution | None:
    """Read the name that stands alone on the line right under a quotation that has a line of its own."""
    line = text.rfind("\n", 0, pair.opening) + 1
    found = _UNDER.match(text, pair.closing) if _ITEM.fullmatch(text, line, pair.opening) else None
    return _whole(text, masked, found.span("who"), known) if found else None


def _headed(text: str, masked: str, line: int, end: int, known: Known) -> Attribution | None:
    head = _HEADING.fullmatch(text, line, end)
    return _whole(text, masked, head.span("who"), known, short=head["colon"] is not None) if head else None


def _whole(
    text: str, masked: str, who: tuple[int, int], known: Known, *, short: bool = False
) -> Attribution | None:
    """Read somebody's name, with an office or none; one of a single word only where it may be ``short``."""
    mention = mention_at(masked, *who, known)
    if mention is None or mention.reference != "named" or is_common_noun(mention, known):
        return None
    titled = _OFFICE.match(text, mention.end, who[1])  # "Mat Hosen, Ketua Koperasi Garam Jaya"
    office = titled is not None and titled[1].lower() in naming.ROLE_HEADS and " " in (mention.name or "")
    if not (short or office or is_full_name(mention, known)):
        return None
    return Attribution(*who, None, mention, "heading") if _BESIDE.match(text, mention.end, who[1]) else None
