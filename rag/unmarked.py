"""A text as it reads once Markdown, tags and an editor's line breaks are gone, with the way back.

Drafts come with them, and they stand between a quotation and who is said to have spoken.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

# What nobody reads as said: a comment, struck words. Each stops where another of its kind begins.
_STRUCK = r"~~(?<!\\~~)(?=[^\s~])(?:[^~\n]|~(?!~)|\n(?!\n)){1,2000}+(?<=\S)~~"
_UNSEEN = (  # behind a "<"
    r"!--(?:-?>|(?:[^<-]|<(?!!--)|-(?!->)){0,10000}+-->)"
    r"|(?i:del|s|strike)(?:\s[^<>\n]{0,200}+)?>(?:[^<]|<(?!/?(?i:del|s|strike)\b)){0,2000}+"
    r"</(?i:del|s|strike)>"
)
HIDDEN = re.compile(rf"{_STRUCK}|<(?=[!A-Za-z])(?:{_UNSEEN})")
# What an editor takes out, puts in or remarks: "{--Sari--}{++Dewi++}", "{~~Sari~>Dewi~~}", "{>>cek<<}".
_EDITED = (
    r"\{(?:--[^{}]{0,2000}+\}(?<=--\})|>>[^{}]{0,2000}+\}(?<=<<\})|~~[^{}>]{0,1000}?~>|\+\+|==)"
    r"|\+\+\}|==\}|~~\}"
)
# What goes. Every repetition is bounded, and each way begins with a character of its own: where none of them
# stands, a megabyte is passed over in milliseconds.
_MARKS = re.compile(
    r"^ {0,3}(?:(?:> ?)+|#{1,6}[ \t]+)"
    r"|(?=[!\[\]<~*_\\\"“”„‟«»″＂'‘’`{+=])(?:"
    rf"{_EDITED}|{_STRUCK}"
    r"|!\[(?=[^\[\]\n]{1,300}+\]\([^()\s]{0,500}+(?: \"[^\"\n]{0,300}+\")?\))"
    r"|\[(?=[^\[\]\n]{1,300}+\]\([^()\s]{0,500}+(?: \"[^\"\n]{0,300}+\")?\))"  # a link's label stays
    r"|\](?<=[^\s\[]\])\([^()\s]{0,500}+(?: \"[^\"\n]{0,300}+\")?\)"
    # Those of emphasis are looked at where they begin: a megabyte of them is one run.
    r"|_(?<!__)(?:(?<!\w_)_{0,2}(?=[^\s_])|(?<=[^\s_]_)_{0,2}(?!\w))"
    r"|\*(?<!\*\*)(?!(?<=\d\*)\d)(?:\*{0,2}(?=[^\s*])|(?<=[^\s*]\*)\*{0,2}(?!\*))"
    rf"|<(?=[!/A-Za-z])(?:{_UNSEEN}"
    r"|(?P<break>/?(?i:br|p|div|li|tr|td|th|h[1-6]|hr)\b[^<>\n]{0,200}+>)"
    r"|/?[A-Za-z][^<>\n]{0,200}+>)"
    r"|\\(?=[\"'*_`\[\]()#>~-])"
    # Quotation marks with nothing between them quote nothing; each would be paired and looked around.
    r"|[\"“”„‟«»″＂'‘’`](?:\s{0,9}[\"“”„‟«»″＂'‘’`]){7,})",
    re.MULTILINE,
)
_BOLD_QUESTION = re.compile(r"^[ \t]*\*\*(?! )[^*\n]{3,300}\?\*\*[ \t]*$", re.MULTILINE)
_DOUBLE = re.compile('["“”„‟«»″＂]')
# A message, an answer, a table's row begin a line of their own: "12/02/26 09.11 - Sari: …", "YB = …", "| …".
_LINE_OF_ITS_OWN = re.compile(
    r"\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}[, ]+\d|\[?\d{1,2}[.:]\d{2}\]?[ \t]*[-–—|]|[A-Z]{1,4} ?[=:] "
    r"|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?: \([^()\n]{2,80}\))?: |\|"
)
# How a heading in a broadcast script begins; what is said stands below: "INSERT 2 – RATNA DEWI (00:06)".
SCRIPT = (
    r"(?:SOT|SOUND ?BITE|SYNC|VOX ?POP|SB|ACTUALITY|INSERT|STATEMENT|WAWANCARA)\b(?: AUDIO| VIDEO)?(?: ?\d+)?"
)
_SCRIPTED = re.compile(rf"[ \t]*{SCRIPT}")
# An editor breaks lines near its margin; a shorter one ends where its writer ended it.
_SHORTEST_WRAPPED, _LONGEST_WRAPPED, _MOST_LINES = 40, 120, 12


@dataclass(frozen=True, slots=True)
class Unmarked:
    """The words of a text without marks; ``origin`` leads an offset into ``text`` back.

    ``places`` are the offsets in ``text`` at which something went, ``gone`` how much until there. ``blocks``
    are the spans of ``text`` whose lines began with ``>``, ``questions`` the lines in bold that ask.
    """

    text: str
    places: array[int]
    gone: array[int]
    blocks: tuple[tuple[int, int], ...] = ()
    questions: tuple[tuple[int, int], ...] = ()

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]``, which is not empty, stands in the text it was made of."""
        return self._at(start), self._at(end - 1) + 1

    def place(self, origin: int) -> int:
        """Return where the text that this was made of goes on at ``origin``, in nothing that went."""
        before = bisect_right(range(len(self.places)), origin, key=lambda n: self.places[n] + self.gone[n])
        return origin - (self.gone[before - 1] if before else 0)

    def _at(self, place: int) -> int:
        before = bisect_right(self.places, place)
        return place + (self.gone[before - 1] if before else 0)


def unmarked(text: str) -> Unmarked:
    """Return ``text`` without the marks of Markdown, tags and what is struck, its wrapped lines joined."""
    parts: list[str] = []
    places, gone = array("q"), array("q")
    quoted: list[int] = []
    last = length = removed = 0
    for mark in _MARKS.finditer(text):
        start, end = mark.span()
        parts.append(text[last:start])
        length += start - last
        last = end
        if mark["break"]:  # its last character is read as a space: words that it parts stay apart
            end -= 1
            parts.append(" ")
        if mark.group().lstrip(" ")[:1] == ">":
            quoted.append(length)
        removed += end - start
        places.append(length)
        gone.append(removed)
        length += last - end
    parts.append(text[last:])
    plain = "".join(_joined("".join(parts).split("\n")))
    read = Unmarked(plain, places, gone)
    bold = ((m, read.place(m.start()), read.place(m.end())) for m in _BOLD_QUESTION.finditer(text))
    asked = ((start, end) for m, start, end in bold if plain[start:end].strip() == m.group().strip(" \t*"))
    return replace(read, blocks=tuple(_blocks(plain, quoted)), questions=tuple(asked))


def _blocks(plain: str, begun: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines of which each begins, or goes on, at one of these places."""
    start = stop = -1
    for place in begun:
        if start < 0 or place > stop + 1:
            if start >= 0:
                yield start, stop
            start = place
        stop = plain.find("\n", place) % (len(plain) + 1)
    if start >= 0:
        yield start, stop


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines, a space in place of a break that only an editor made."""
    is_open = False  # a quotation, in the paragraph so far
    for n, line in enumerate(lines):
        if n:
            soft = _is_soft(lines, n, is_open)
            yield " " if soft else "\n"
            is_open = is_open and soft
        yield line
        is_open ^= len(_DOUBLE.findall(line)) % 2 == 1


def _is_soft(lines: Sequence[str], n: int, is_open: bool) -> bool:
    """Say whether line ``n`` only goes on with the one before."""
    before, line = lines[n - 1], lines[n]
    if not before or not line or "-->" in before:
        return False
    if _LINE_OF_ITS_OWN.match(line) or _SCRIPTED.match(before):
        return False
    wrapped = _SHORTEST_WRAPPED <= len(before) <= _LONGEST_WRAPPED
    if is_open and wrapped and _closes(lines, n):
        return True
    if not (before[-1].isalnum() or before[-1] in ",;)"):
        return False
    # A headline has no final mark either.
    return line[0].islower() or (wrapped and n > 1 and (line[0].isalnum() or bool(_DOUBLE.match(line))))


def _closes(lines: Sequence[str], n: int) -> bool:
    """Say whether an open quotation ends in this paragraph and is not merely opened anew by the next."""
    for line in lines[n : n + _MOST_LINES]:
        if not line or len(line) > _LONGEST_WRAPPED:
            return False
        if mark := _DOUBLE.search(line):
            return mark.start() > 0
    return False
