"""Whom the layout of a draft credits: a table's row, a script's heading, the label of a message or an answer.

Articles are prose; drafts come as chats, transcripts, scripts and lists too. What is said there may stand
without marks, and the label is the draft's claim.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rag.documents import Quote
from rag.speech.appositions import Mention
from rag.speech.capitals import Known
from rag.speech.interview import is_question
from rag.speech.marks import Quotation
from rag.speech.mentions import mention_at
from rag.speech.naming import HONORIFICS
from rag.speech.subjects import is_common_noun, is_full_name, mentions_in

# "| Sari Wulandari | "Kami menolak." |", "| "Kami menolak." | Sari Wulandari | Kepala Dinas |"
_CELL_BEFORE = re.compile(r"[ \t]*\|[^\"“”\n]*")
_CELL = re.compile(r"[ \t]*\|[ \t]*(?P<who>[^\W\d_][^\n|\"“”]{1,80}?)[ \t]*(?=\|)")
_SIGNED = re.compile(r"[ \t]*\n?[ \t]*[-–—]{1,2}[ \t]*(?P<who>[A-Z][^\n\"“”]{1,80})(?:\n|$)")
# "SOT SARI WULANDARI - KEPALA DINAS (00:08):", right above what she says.
_HEADING = re.compile(
    r"[ \t]*(?P<script>(?:SOT|SOUND ?BITE|SYNC|VOX ?POP|SB|ACTUALITY|INSERT|STATEMENT|WAWANCARA)\b(?: ?\d+)?"
    r"[ \t]*[:.–—-]?[ \t]*)?"
    r"(?P<who>[^\W\d_][\w.'’ ]*[\w.])(?:[ \t]*[-–—,/(][^\n]*)?(?P<colon>:)?[ \t]*\n\s*"
)
_LONGEST_HEADING = 120
_NAME_IN_CAPITALS = re.compile(r"[A-Z][A-Z.'’]+(?: [A-Z][A-Z.'’]+){1,4}")
# "Pelatih Bram Natadiredja di pinggir lapangan:" leads words in, and so does "Bu Sari juga cerita,".
_LEADS_IN = re.compile(r"[:,]\s*$")
_LONGEST_LEAD = 300
# "Kabar dari manajer Rendra:", "Dan catat janji Pak Fadlan:"
_FROM = re.compile(r"\b(?:dari|oleh|kata|janji|ucapan|pesan|pernyataan|komentar|from|by) (?=\S)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n")
# What stands before a message: when it came, and from whom.
_WRITTEN = re.compile(
    r"\[?(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[, ]+|\[)(?:pukul )?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?[AP]M)?\]?"
    r"[ \t]*[-–—|]?[ \t]*(?P<who>[^\W\d_][^\n:\"“”<>]{1,60}?):[ \t]+"
)
# "12/02/26 09.11 - Sari Wulandari: Kami menolak"
_MESSAGE = re.compile(rf"^[ \t]*{_WRITTEN.pattern}(?P<words>[^\n\"“”<>]+)$", re.MULTILINE)
_FEWEST_MESSAGES, _FEWEST_WORDS = 2, 4
_WORD, _AFTER_WORDS = re.compile(r"\w+"), re.compile(r"[^\w.!?…)]+$")
# "YB = dr. Yosefina Bentar, Kepala Dinas Kesehatan", and "YB: Ketiganya datang terlambat."
_LEGEND = re.compile(r"^[ \t]*(?P<label>[A-Z]{1,4})[ \t]*=[ \t]*(?P<who>[^\n]{3,120})$", re.MULTILINE)
_TURN = re.compile(r"^[ \t]*(?P<label>[A-Z]{1,4})[ \t]*:[ \t]+(?P<words>\S[^\n]*)$", re.MULTILINE)
# What is set apart, and who signs it.
_BLOCK = re.compile(
    r"(?P<words>[^\s\"“”„«‘][^\"“”]{0,5000}?)[ \t]*\n\s*[-–—]{1,2}[ \t]*"
    r"(?P<who>[A-Z][^\n\"“”]{2,90}?)[ \t]*(?:\n|$)"
)


def laid_out(text: str, pair: Quotation, known: Known) -> str | None:
    """Return who is credited with what stands in marks: in its row, below it or by the line above."""
    mention = _in_row(text, pair, known) or _signing(text, pair.closing, known)
    return mention.name if mention else _heading(text, pair, known)


def _in_row(text: str, pair: Quotation, known: Known) -> Mention | None:
    """Read the name in the cell before the words, or in the one behind them."""
    line = text.rfind("\n", 0, pair.opening) + 1
    if _CELL_BEFORE.fullmatch(text, line, pair.opening) is None:
        return None
    cells = (_CELL.match(text, line, pair.opening), _CELL.match(text, pair.closing))
    named = (mention_at(text, *cell.span("who"), known) for cell in cells if cell)
    return next((m for m in named if m is not None and not is_common_noun(m, known)), None)


def _signing(text: str, pos: int, known: Known) -> Mention | None:
    signed = _SIGNED.match(text, pos)
    return mention_at(text, *signed.span("who"), known) if signed else None


def _heading(text: str, pair: Quotation, known: Known) -> str | None:
    """Read the line above: a script's, or a name in capitals with a colon."""
    line = text.rfind("\n", 0, pair.opening)
    above = text.rfind("\n", 0, max(0, line)) + 1
    if line < 0 or text[line : pair.opening].strip() or line - above > _LONGEST_HEADING:
        return None
    found = _HEADING.fullmatch(text, above, pair.opening)
    if found is None or not (found["script"] or found["colon"]):
        return None
    if _NAME_IN_CAPITALS.fullmatch(found["who"]):
        return str(found["who"])
    mention = mention_at(text, *found.span("who"), known) if found["script"] else None
    return mention.name if mention else None


def led_in(text: str, pair: Quotation, known: Known) -> str | None:
    """Return the person named last in a clause that a colon ends, or the only one in one before a comma."""
    line = text.rfind("\n", 0, pair.opening) + 1
    if written := _WRITTEN.match(text, line, pair.opening):
        line = written.end()
    line = max(line, pair.opening - _LONGEST_LEAD)
    lead = _LEADS_IN.search(text, line, pair.opening)
    if lead is None:
        return None
    begun = max((m.end() for m in _SENTENCE.finditer(text, line, lead.start())), default=line)
    told = [*mentions_in(text, begun, lead.start(), known), *_handed_on(text, begun, lead.start(), known)]
    people = [m.name for m in told if is_full_name(m, known) or _is_addressed(text, m)]
    several = len(set(people)) > 1 and text[lead.start()] == ","
    return people[-1] if people and not several else None


def _handed_on(text: str, start: int, end: int, known: Known) -> Iterator[Mention]:
    for found in _FROM.finditer(text, start, end):
        if mention := mention_at(text, found.end(), end, known):
            yield mention


def _is_addressed(text: str, mention: Mention) -> bool:
    """Tell "Pak Wali Fadlan Rauf" from "Stasiun Gambir"."""
    first = text[mention.start : mention.end].split(" ", 1)[0]
    return mention.reference == "named" and first.lower().rstrip(".") in HONORIFICS


def without_marks(text: str, blocks: Sequence[tuple[int, int]], known: Known) -> list[Quote]:
    """Return what a chat, a transcript or a block quotation gives without marks, in order.

    ``blocks`` are the spans of ``text`` that are set apart as quoted.
    """
    found = [*_messages(text, known), *_answers(text, known), *_signed_blocks(text, blocks, known)]
    return sorted(found, key=lambda quote: quote.start)


def beside(found: Iterable[Quote], bare: Sequence[Quote]) -> Iterator[Quote]:
    """Yield the quotations that overlap none of ``bare``, which stand in order."""
    starts = [each.start for each in bare]
    for quote in found:
        n = bisect_left(starts, quote.end)
        if n == 0 or bare[n - 1].end <= quote.start:
            yield quote


def _quote(text: str, start: int, end: int, speaker: str | None) -> Quote:
    return Quote("", start, end, text[start:end], "direct", speaker, rule="laid out")


def _messages(text: str, known: Known) -> Iterator[Quote]:
    """Yield what those write in a chat who do not mostly ask."""
    found = list(_MESSAGE.finditer(text))
    asking = Counter[str]()
    for message in found:
        asking[message["who"]] += 1 if is_question(message["words"].rstrip()) else -1
    for message in found if len(found) >= _FEWEST_MESSAGES else ():
        words = _AFTER_WORDS.sub("", message["words"])
        if asking[message["who"]] >= 0 or is_question(words) or len(_WORD.findall(words)) < _FEWEST_WORDS:
            continue
        mention = mention_at(text, *message.span("who"), known)
        if mention is not None and is_full_name(mention, known):
            start = message.start("words")
            yield _quote(text, start, start + len(words), mention.name)


def _answers(text: str, known: Known) -> Iterator[Quote]:
    """Yield the answers of those whose labels the transcript explains."""
    people = {m["label"]: mention_at(text, *m.span("who"), known) for m in _LEGEND.finditer(text)}
    for turn in _TURN.finditer(text) if people else ():
        mention, words = people.get(turn["label"]), turn["words"].rstrip()
        if mention is not None and mention.name and not is_question(words):
            yield _quote(text, turn.start("words"), turn.start("words") + len(words), mention.name)


def _signed_blocks(text: str, blocks: Sequence[tuple[int, int]], known: Known) -> Iterator[Quote]:
    for start, end in blocks:
        if block := _BLOCK.match(text, start, end):
            mention = mention_at(text, *block.span("who"), known)
            if mention is not None and mention.name:
                yield _quote(text, *block.span("words"), mention.name)
