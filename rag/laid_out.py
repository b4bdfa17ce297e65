"""Whom the layout of a draft credits: a table's row, a script's heading, the label of a message or an answer.

Articles are prose; drafts come as chats, transcripts, scripts and lists too. What is said there may stand
without marks, and the label is the draft's claim.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from rag.documents import Quote
from rag.speech.appositions import Mention
from rag.speech.capitals import Known, is_noun
from rag.speech.interview import is_question
from rag.speech.marks import Quotation
from rag.speech.mentions import mention_at
from rag.speech.naming import HONORIFICS
from rag.speech.subjects import is_common_noun, is_full_name, mentions_in

# "| Sari Wulandari | "Kami menolak." |", "| "Kami menolak." | Sari Wulandari | Kepala Dinas |"
_CELL_BEFORE = re.compile(r"[ \t]*\|[^\"“”\n]*")
_CELL = re.compile(r"[ \t]*\|[ \t]*(?P<who>[^\W\d_][^\n|\"“”]{1,80}?)[ \t]*(?=\|)")
_SIGNED = re.compile(r"[ \t]*\n?[ \t]*[-–—]{1,2}[ \t]*(?P<who>[A-Z][^\n:\"“”]{1,80})(?:\n|$)")
# "SOT SARI WULANDARI - KEPALA DINAS (00:08):", right above what she says.
_HEADING = re.compile(
    r"[ \t]*(?P<script>(?:SOT|SOUND ?BITE|SYNC|VOX ?POP|SB|ACTUALITY|INSERT|STATEMENT|WAWANCARA)\b(?: ?\d+)?"
    r"[ \t]*[:.–—-]?[ \t]*)?"
    r"(?P<who>[^\W\d_][\w.'’ ]*[\w.])(?:[ \t]*[-–—,/(][^\n]*)?(?P<colon>:)?[ \t]*\n\s*"
)
_LONGEST_HEADING = 120
_NAME_IN_CAPITALS = re.compile(r"[A-Z][A-Z.'’]+(?: [A-Z][A-Z.'’]+){1,4}")
# "09.00 INSERT AUDIO 2 — Samsuri:", "HOST: bacakan Gede Wirasana:" on a cue sheet.
_CUE_SHEET = re.compile(
    r"[ \t]*(?:\d{1,2}[.:]\d{2}(?:[.:]\d{2})?[ \t]+)?"
    r"(?:INSERT|SOT|SYNC|TAMU|HOST|PRESENTER|NARATOR|NARASUMBER|VO)\b"
    r"(?: AUDIO| VIDEO| STUDIO)?(?:[ \t]*\d+)?[ \t]*[—–:-]+[ \t]*"
)
# Before words that "Pelatih Bram Natadiredja di pinggir lapangan:", "Bu Sari juga cerita" lead in.
_LONGEST_LEAD = 300
_MOST_LOOKED_AT = 3  # of the places at which somebody may be named in full
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
_FEWEST_MESSAGES, _FEWEST_WORDS, _FEWEST_QUESTIONS = 2, 4, 2
# An answer below a question in bold; a label before it is of somebody.
_PARAGRAPH = re.compile(r"\s*(?!\w+: )(?P<words>[^\s\"“”„«#>|-][^\n]*[.!?…)\"”])[ \t]*(?:\n|$)")
_ENDS = frozenset('.!?…"”)')
_WORD, _AFTER_WORDS = re.compile(r"\w+"), re.compile(r"[^\w.!?…)]+$")
# "YB = dr. Yosefina Bentar, Kepala Dinas Kesehatan", and "YB: Ketiganya datang terlambat."
_LEGEND = re.compile(r"^[ \t]*(?P<label>[A-Z]{1,4})[ \t]*=[ \t]*(?P<who>[^\n]{3,120})$", re.MULTILINE)
# "KEVIN HARSADINATA (Dirut PT Sakugo): Celah ada …", later "KEVIN: …"; "- Togar Manurip, bupati: Saya …".
_LABELLED = re.compile(
    r"^[ \t]*(?P<bullet>[-–—*•][ \t]+)?(?P<label>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,4})"
    r"(?P<office>[ \t]*\([^()\n]{2,80}\)|, [^\n:\"“”]{2,80})?[ \t]*:[ \t]+(?P<words>[^\s\"“”„«][^\n]*)$",
    re.MULTILINE,
)
# What goes on with an answer on the next line, and with a subtitle under the next time.
_ON = re.compile(r"\n(?=[^\s\d\[(•*#>|-])[^\n]+")
_NEXT_SUBTITLE = re.compile(r"\n\s*\d+\n[\d:,.]+ --> [\d:,.]+[^\n]*(?=\n[^\s\[(\d-])")
# What is set apart, and who signs it.
_BLOCK = re.compile(
    r"(?P<words>[^\s\"“”„«‘][^\"“”]{0,5000}?)[ \t]*\n\s*[-–—]{1,2}[ \t]*"
    r"(?P<who>[A-Z][^\n\"“”]{2,90}?)[ \t]*(?:\n|$)"
)


def laid_out(text: str, pair: Quotation, known: Known) -> str | None:
    """Return who is credited with what stands in marks: in its row, below it or by the line above."""
    mention = _in_row(text, pair, known) or _signing(text, pair.closing, known)
    if mention:
        return mention.name
    cued = _CUE_SHEET.match(text, text.rfind("\n", 0, pair.opening) + 1, pair.opening)
    return led_in(text, pair, known) if cued else _heading(text, pair, known)


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
    if cued := _CUE_SHEET.match(text, above, line):
        mention = mention_at(text, cued.end(), line, known)
        return mention.name if mention else None
    found = _HEADING.fullmatch(text, above, pair.opening)
    if found is None or not (found["script"] or found["colon"]):
        return None
    if _NAME_IN_CAPITALS.fullmatch(found["who"]):
        return str(found["who"])
    mention = mention_at(text, *found.span("who"), known) if found["script"] else None
    return mention.name if mention else None


def led_in(text: str, pair: Quotation, known: Known) -> str | None:
    """Return the person named last in a clause that a colon ends, or the only one in the sentence before."""
    line = text.rfind("\n", 0, pair.opening) + 1
    for label in (_WRITTEN, _CUE_SHEET):
        if found := label.match(text, line, pair.opening):
            line = found.end()
    line = max(line, pair.opening - _LONGEST_LEAD)
    begun = max((m.end() for m in _SENTENCE.finditer(text, line, pair.opening)), default=line)
    lead = text[begun : pair.opening].rstrip()
    if lead[-1:] in _ENDS:
        return None
    end = begun + len(lead.rstrip(":,"))
    told = [*mentions_in(text, begun, end, known), *_handed_on(text, begun, end, known)]
    people = [m.name for m in told if m.name and _is_somebody(text, m, known)]
    several = len(set(people)) > 1 and not lead.endswith(":")
    return people[-1] if people and not several else None


def _handed_on(text: str, start: int, end: int, known: Known) -> Iterator[Mention]:
    for found in _FROM.finditer(text, start, end):
        if mention := mention_at(text, found.end(), end, known):
            yield mention


def _is_somebody(text: str, mention: Mention, known: Known) -> bool:
    """Tell "Pak Wali Fadlan Rauf", and "Samsuri" where "La Ode Samsuri" is named too, from "Gambir"."""
    if is_full_name(mention, known):
        return True
    named = mention.reference == "named" and (mention.name or "").istitle()  # no "Ibu saya"
    if not named or mention.institution or is_common_noun(mention, known):
        return False
    first = text[mention.start : mention.end].split(" ", 1)[0]
    if first.lower().rstrip(".") in HONORIFICS:
        return True
    name = re.escape(mention.name or "")
    fuller = islice(re.finditer(rf"\b[A-Z]\w+ {name}\b|\b{name} [A-Z]\w+", text), _MOST_LOOKED_AT)
    wholes = (mention_at(text, *found.span(), known) for found in fuller)
    return " " not in name and any(whole is not None and is_full_name(whole, known) for whole in wholes)


def without_marks(text: str, blocks: Sequence[tuple[int, int]], known: Known) -> list[Quote]:
    """Return what a chat, a transcript or a block quotation gives without marks, in order.

    ``blocks`` are the spans of ``text`` that are set apart as quoted.
    """
    found = [*_messages(text, known), *_labelled(text, known), *_signed_blocks(text, blocks, known)]
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


def _labelled(text: str, known: Known) -> Iterator[Quote]:
    """Yield what stands behind the label of somebody who is named: in a transcript, minutes, a list."""
    legend = {m["label"]: mention_at(text, *m.span("who"), known) for m in _LEGEND.finditer(text)}
    named = {label: mention.name for label, mention in legend.items() if mention}
    turns = list(_LABELLED.finditer(text))
    full = [turn["label"] for turn in turns if _is_a_name(text, turn, known)]
    if len(set(full)) == 1 and full[0].isupper() and not any(turn["office"] for turn in turns):
        full = []  # "CEK FAKTA: …"
    for turn in turns:
        label = turn["label"]
        speaker = named.get(label) or next((name for name in full if _means(label, name)), None)
        if speaker is None or is_question(turn["words"].rstrip()):
            continue
        end = _goes_on(text, turn.end())
        if label in legend or len(_WORD.findall(text, turn.start("words"), end)) >= _FEWEST_WORDS:
            yield _quote(text, turn.start("words"), end, speaker)
        while (subtitle := _NEXT_SUBTITLE.match(text, end)) and not _LABELLED.match(text, subtitle.end() + 1):
            end = _goes_on(text, subtitle.end())
            yield _quote(text, subtitle.end() + 1, end, speaker)


def _goes_on(text: str, end: int) -> int:
    """Return where the lines end that go on with one that ends at ``end``, without what is blank."""
    while (line := _ON.match(text, end)) and not _LABELLED.match(text, line.start() + 1):
        end = line.end()
    return end - (len(text[:end]) - len(text[:end].rstrip()))


def _is_a_name(text: str, turn: re.Match[str], known: Known) -> bool:
    """Tell "KEVIN HARSADINATA" and the bullet "Togar Manurip, bupati" from "HARGA EMAS" and "Catatan"."""
    label = turn["label"]
    if label.isupper():
        return " " in label and not all(is_noun(word) for word in label.lower().split())
    mention = mention_at(text, *turn.span("label"), known)
    return bool(turn["bullet"]) and mention is not None and mention.name == label and " " in label


def _means(label: str, name: str) -> bool:
    """Say whether a label is a name or a word of it, written like it."""
    return label == name or (label.isupper() == name.isupper() and label in name.split())


def answers(text: str, questions: Sequence[tuple[int, int]], known: Known) -> Iterator[Quote]:
    """Yield the paragraph behind each of some ``questions`` in bold.

    They are answered by whom the line above the first names, else by whom the text before does most often.
    """
    if len(questions) < _FEWEST_QUESTIONS:
        return
    whole = [m for m in mentions_in(text, 0, questions[0][0], known) if is_full_name(m, known)]
    told = [(-len(re.findall(re.escape((m.name or "").split()[0]), text)), m.start, m.name) for m in whole]
    partner = min(told)[2] if told else None
    for start, end in questions:
        above = text[:start].rstrip().rfind("\n") + 1
        headed = [m.name for m in mentions_in(text, above, start, known) if is_full_name(m, known)]
        if headed and text[:start].rstrip()[-1:] not in _ENDS:
            partner = headed[-1]
        if answer := _PARAGRAPH.match(text, end):
            yield _quote(text, *answer.span("words"), partner)


def _signed_blocks(text: str, blocks: Sequence[tuple[int, int]], known: Known) -> Iterator[Quote]:
    for start, end in blocks:
        if block := _BLOCK.match(text, start, end):
            mention = mention_at(text, *block.span("who"), known)
            if mention is not None and mention.name:
                yield _quote(text, *block.span("words"), mention.name)
