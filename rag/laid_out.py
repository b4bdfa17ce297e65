"""Whom the layout of a draft credits with words in marks: a table's row, a script's heading, what leads in.

Articles are prose; drafts come as chats, tables, scripts and lists too, and labels are the draft's claim.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from rag.speech.appositions import Mention
from rag.speech.capitals import Known, is_common, is_rare
from rag.speech.gazetteer import GIVEN, PLACES
from rag.speech.marks import Quotation
from rag.speech.mentions import mention_at
from rag.speech.naming import HONORIFICS
from rag.speech.subjects import is_common_noun, is_full_name, mentions_in
from rag.unmarked import SCRIPT

_SIGNED = re.compile(r"[ \t]*\n?[ \t]*[-–—]{1,2}[ \t]*(?P<who>[A-Z][^\n:\"“”]{1,80})(?:\n|$)")
_BULLET = re.compile(r"[ \t]*(?:[-–—*•]|\d{1,2}[.)])[ \t]")
# "SOT SARI WULANDARI - KEPALA DINAS (00:08):", "INSERT 2 – RATNA DEWI (00:06)": above what they say.
HEADING = re.compile(
    rf"[ \t]*(?P<script>{SCRIPT}[ \t]*[:.–—-]?[ \t]*)?"
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
# When a message came, and from whom: "12/02/26 09.11 - Sari Wulandari: ".
WRITTEN = re.compile(
    r"\[?(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[, ]+|\[)(?:pukul )?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?[AP]M)?\]?"
    r"[ \t]*[-–—|]?[ \t]*(?P<who>[^\W\d_][^\n:\"“”<>]{1,60}?):[ \t]+"
)
# Before words that "Pelatih Bram Natadiredja di pinggir lapangan:", "Bu Sari juga cerita" lead in.
_LONGEST_LEAD = 300
# "Kabar dari manajer Rendra:", "Dan catat janji Pak Fadlan:"
_FROM = re.compile(
    r"\b(?:[Bb]agi|[Mm]enurut|mengutip|dari|oleh|kata|janji|ucapan|pesan|pernyataan|komentar|from|by) (?=\S)"
)
# "Yohanes Lewokeda dr Nusa Bahari", "meneriaki Bambang": of what body somebody is, and to whom it is done.
_NO_SPEAKER = re.compile(r"(?<=\w )(?=dr [A-Z])|\b(?!mengutip|melansir)me[a-z]{4,} (?=[A-Z])")
# Before what somebody hears, reads or is only named in.
_OF_NOBODY = re.compile(r"^(?:Ketika|Saat|Begitu)\b|\b(?:[Jj]udul|[Bb]unyi|pasal|[Tt]eriakan|tulisan)\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n")
ENDS = frozenset('.!?…"”)')
_RUN = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,5}")
_MOST_RUNS = 3_000
# What the cells below hold, by a table's first row: what was said, and who said it.
_SAID = frozenset("kutipan pernyataan ucapan perkataan quote quotes statement".split())
_BY = frozenset("narasumber pembicara penutur tokoh speaker".split())
_TABLE = re.compile(r"(?:^[ \t]*\|[^\n]*(?:\n|\Z))+", re.MULTILINE)
_CELL, _LINE = re.compile(r"[^|\n]+"), re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the spans of its cells, and of those that hold what was said and who said it."""

    cells: tuple[tuple[int, int], ...]
    said: tuple[int, int] | None
    by: tuple[int, int] | None


def is_name_in_capitals(words: str) -> bool:
    """Tell "DODIT PRASANGKA" from "HARGA EMAS" and "KOTA BANDUNG"."""
    lowers = words.lower().split()
    named = any(word in GIVEN or (is_rare(word) and not is_common(word)) for word in lowers)
    return named and PLACES.isdisjoint(lowers)


class Layout:
    """A draft as it is laid out; ``text`` is what it reads as."""

    def __init__(self, text: str, known: Known) -> None:
        self.text = text
        self.known = known

    def line(self, place: int) -> int:
        """Return where the line begins in which a place is."""
        return self._lines[bisect_right(self._lines, place) - 1]

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self.text))]

    def credited(self, pair: Quotation) -> str | None:
        """Return who is credited with what stands in marks: in its row, below it, before it or above."""
        line = self.line(pair.opening)
        if row := self.rows.get(line):
            return self.in_row(row)
        if signed := self._signed(pair, line):
            return signed
        written = WRITTEN.match(self.text, line, pair.opening)
        if written is not None and written.end() < pair.opening:
            return self.led_in(pair)
        cued = _CUE_SHEET.match(self.text, line, pair.opening)
        return self.led_in(pair) if cued else self._headed(pair, line)

    def _signed(self, pair: Quotation, line: int) -> str | None:
        """Read the name, with an office or none, that stands behind a dash and is all of its line."""
        signed = _SIGNED.match(self.text, pair.closing)
        in_a_list = _BULLET.match(self.text, line) is not None
        if signed is None or (in_a_list and "\n" in signed.group()[:-1]):
            return None
        mention = mention_at(self.text, *signed.span("who"), self.known)
        if mention is None or not self.is_somebody(mention):
            return None
        alone = mention.end >= signed.end("who") or self.text[mention.end] in ",("
        return mention.name if alone else None

    def _headed(self, pair: Quotation, line: int) -> str | None:
        """Read the line above: a script's, or a name in capitals with a colon."""
        alone = line and pair.opening - line < _LONGEST_HEADING and not self.text[line : pair.opening].strip()
        above = self.line(line - 1) if alone else line
        if not alone or line - above > _LONGEST_HEADING:
            return None
        if cued := _CUE_SHEET.match(self.text, above, line):
            mention = mention_at(self.text, cued.end(), line, self.known)
            return mention.name if mention else None
        found = HEADING.fullmatch(self.text, above, pair.opening)
        return self.in_heading(found) if found and (found["script"] or found["colon"]) else None

    def in_heading(self, found: re.Match[str]) -> str | None:
        """Return who is named by a heading, a match of ``HEADING``."""
        who = found["who"]
        if _NAME_IN_CAPITALS.fullmatch(who):
            return str(who) if is_name_in_capitals(who) else None
        mention = mention_at(self.text, *found.span("who"), self.known) if found["script"] else None
        return mention.name if mention and self.is_somebody(mention) else None

    def led_in(self, pair: Quotation) -> str | None:
        """Return whom the sentence up to a quotation announces as speaking (``announced``)."""
        line = self.line(pair.opening)
        for label in (WRITTEN, _CUE_SHEET):
            if found := label.match(self.text, line, pair.opening):
                line = found.end()
        return self.announced(line, pair.opening)

    def announced(self, start: int, end: int) -> str | None:
        """Return whom the last sentence of ``[start, end)`` announces as speaking: the one it names, and of
        several the last where a colon ends it."""
        start = max(start, end - _LONGEST_LEAD)
        begun = max((m.end() for m in _SENTENCE.finditer(self.text, start, end)), default=start)
        lead = self.text[begun:end].rstrip()
        if lead[-1:] in ENDS or _OF_NOBODY.search(lead):
            return None
        end = begun + len(lead.rstrip(":,"))
        told = [*mentions_in(self.text, begun, end, self.known), *self._handed_on(begun, end)]
        bodies = {found.end() for found in _NO_SPEAKER.finditer(self.text, begun, end)}
        people = [m.name for m in told if m.name and m.start not in bodies and self.is_somebody(m)]
        several = len(set(people)) > 1 and not lead.endswith(":")
        return people[-1] if people and not several else None

    def _handed_on(self, start: int, end: int) -> Iterator[Mention]:
        for found in _FROM.finditer(self.text, start, end):
            if mention := mention_at(self.text, found.end(), end, self.known):
                yield mention

    def is_somebody(self, mention: Mention) -> bool:
        """Tell "Pak Wali Fadlan Rauf", and "Samsuri" where "La Ode Samsuri" is named too, from "Gambir"."""
        if is_full_name(mention, self.known):
            return True
        named = mention.reference == "named" and (mention.name or "").istitle()  # no "Ibu saya"
        if not named or mention.institution or is_common_noun(mention, self.known):
            return False
        first = self.text[mention.start : mention.end].split(" ", 1)[0]
        told = self.text.startswith(" (", mention.end)  # "Sarkawi (nelayan)"
        return told or first.lower().rstrip(".") in HONORIFICS or mention.name in self.called

    @cached_property
    def called(self) -> dict[str, str]:
        """Return for each word of the full names in the draft the first of these names that it stands in."""
        found: dict[str, str] = {}
        runs = {run.group(): run for run in islice(_RUN.finditer(self.text), _MOST_RUNS)}
        for run in runs.values():
            mention = mention_at(self.text, *run.span(), self.known)
            names = (mention.name or "").split() if mention and not mention.institution else []
            if len(names) > 1 and any(w.lower() in GIVEN or w.lower() in self.known.people for w in names):
                found |= {word: " ".join(names) for word in names if word not in found}
        return found

    @cached_property
    def rows(self) -> dict[int, Row]:
        """Return the rows of the draft's tables but for the first of each, by where their lines begin."""
        found: dict[int, Row] = {}
        for table in _TABLE.finditer(self.text):
            lines = [line.start() for line in _LINE.finditer(self.text, *table.span())]
            head = [self.text[slice(*cell)].strip().lower() for cell in self._cells(lines[0])]
            said, by = ([n for n, name in enumerate(head) if name in names] for names in (_SAID, _BY))
            for start in lines[1:]:
                cells = self._cells(start)
                told, who = ([cells[n] for n in some if n < len(cells)] for some in (said, by))
                found[start] = Row(cells, told[0] if told else None, who[0] if who else None)
        return found

    def _cells(self, line: int) -> tuple[tuple[int, int], ...]:
        """Return the spans of the cells of a line, without the space around what they hold."""
        end = self.text.find("\n", line) % (len(self.text) + 1)
        spans = []
        for cell in _CELL.finditer(self.text, line, end):
            held = cell.group()
            start = cell.start() + len(held) - len(held.lstrip())
            spans.append((start, max(start, cell.end() - len(held) + len(held.rstrip()))))
        return tuple(spans)

    def in_row(self, row: Row) -> str | None:
        """Return who is named in the cell for it, or in the first that names anybody."""
        for cell in [row.by] if row.by else row.cells:
            if self.text[cell[0] : cell[0] + 1].isalpha():
                mention = mention_at(self.text, *cell, self.known)
                if mention is not None and mention.name and (row.by or self.may_be_one(mention)):
                    return mention.name
        return None

    def may_be_one(self, mention: Mention) -> bool:
        """Tell "Oom Komariah", whom no table has, from "Kompas" where layout alone makes a person."""
        whole = " " in (mention.name or "") and not mention.institution
        return whole and not is_common_noun(mention, self.known)
