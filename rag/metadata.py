"""What an article's own words state about it: headline, outlet, byline, editor, date.

Nothing is guessed. A headline is the first line where it looks like one; an outlet is named
by a dateline, a byline, a footer, or by who was told ("kata dia kepada kumparan"); a date is
one that stands as publication date, never one inside the prose, which is when somebody spoke.
Read from the text *before* boilerplate goes, since an outlet may be named only in a footer.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from rag.boilerplate import line_rule, plain
from rag.dates import dateline_date, publication_date
from rag.headline import TOP, head_of, is_author, masthead, stated, without_label
from rag.outlets import DOMAIN, KNOWN, known_outlet, tidy_outlet
from rag.signed import PAPER, byline, dateline

FIRST, LAST = 40, 80  # lines from each end in which a byline may stand, furniture included
_REPUBLISHED = re.compile(
    rf"(?i)(?:artikel|berita|tulisan) ini (?:telah|sudah|pernah|sebelumnya)\b.{{0,40}}\b(?:di|"
    rf"oleh)\s+(?P<outlet>{DOMAIN}|{KNOWN})"
)
_COPYRIGHT = re.compile(
    rf"(?i)(?:copyright|©|hak cipta|\(c\))\W*(?:\d{{4}}\W*)?"
    rf"(?P<outlet>{DOMAIN}|{KNOWN}|{PAPER}|(?-i:[A-Z]{{4,12}}\b))"
)
_FOLLOW = re.compile(rf"(?i)\b(?P<outlet>{DOMAIN}|{KNOWN})\b")
_TOLD = re.compile(
    r"(?:kepada|konfirmasi|dihubungi|oleh tim|ditemui|catatan|pantauan|wawancara(?: khusus)? dengan|"
    r"Foto:[^\n/]{1,60}/)[^\S\n]?"
    rf"(?P<outlet>{DOMAIN}|{KNOWN})\b"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is stated about an article; None where it is not.

    ``date`` is ISO (YYYY-MM-DD); ``signature`` the line that tells the author's office, as it
    stands; ``stated`` names the keys given on purpose, also as empty.
    """

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    editor: str | None = None
    date: str | None = None
    url: str | None = None
    via: tuple[str, ...] = ()
    signature: str | None = None
    stated: frozenset[str] = field(default=frozenset())


def infer_metadata(text: str) -> Metadata:
    """Read what a repaired text (see ``rag.repair``) states about itself."""
    lines = [line for line in text.split("\n") if line]
    head = head_of(lines)
    top = max(TOP, head.begins)
    names: dict[str, str] = {}
    days: dict[tuple[bool, bool], str] = {}
    for number, line in _ends(lines):
        if len(line) > 200:
            continue
        following = lines[number + 1] if number + 1 < len(lines) else ""
        told = byline(line, following)
        if "author" in names:
            told.pop("signature", None)
        if number < head.begins:
            told = stated(line, head.outlet) | told
            if is_author(lines[number - 1] if number else "", line, following, head.outlet):
                told.setdefault("author", line)
        for role, name in told.items():
            names.setdefault(role, name)
        dated = publication_date(line, top=number < top)
        dated = dated or ((told["date"], False) if "date" in told else None)
        if dated:
            # Above a headline the day may be the reader's own; a day of change is the last to take.
            above = head.headline is not None and number < head.headline
            days.setdefault((dated[1], above), dated[0])
    via = (tidy_outlet(names["via"]),) if "via" in names else ()
    return Metadata(
        title=None if head.headline is None else without_label(lines[head.headline]),
        outlet=_outlet(text, lines, names.get("outlet"), head.outlet),
        author=names.get("author"),
        editor=names.get("editor"),
        date=days[min(days)] if days else next(filter(None, map(dateline_date, lines[:TOP])), None),
        via=via,
        signature=names.get("signature"),
    )


def _outlet(text: str, lines: list[str], by_byline: str | None, above: str | None) -> str | None:
    """Return the outlet by the strongest evidence there is: dateline, byline, footer, who was told."""
    # A paragraph's dateline spells the outlet as usual, a masthead often in capitals.
    tops = zip(lines[:TOP], [*lines[1 : TOP + 1], ""], strict=False)
    for line, _ in sorted(tops, key=lambda top: masthead(*top)):
        if outlet := dateline(line):
            return tidy_outlet(outlet)
    if by_byline:
        return tidy_outlet(by_byline)
    if above:
        return tidy_outlet(above)
    ends = [line for _, line in _ends(lines)]
    for line in ends:
        if len(line) < 400 and (found := _REPUBLISHED.search(line) or _COPYRIGHT.match(line)):
            return tidy_outlet(found["outlet"])
    for line in lines[:TOP]:
        if outlet := known_outlet(line):
            return outlet
    followed = Counter(
        tidy_outlet(found["outlet"])
        for line in ends
        if line_rule(plain(line)) in ("follow_us", "subscription", "published_at")
        for found in [_FOLLOW.search(line)]
        if found
    )
    if winner := _clear_winner(followed, 1):
        return winner
    told = Counter(tidy_outlet(found["outlet"]) for found in _TOLD.finditer(text))
    return _clear_winner(told, 2)


def _ends(lines: list[str]) -> list[tuple[int, str]]:
    """Return the first and last lines with their numbers: where bylines and footers stand."""
    numbered = list(enumerate(lines[:FIRST]))
    start = max(FIRST, len(lines) - LAST)
    return numbered + list(enumerate(lines[start:], start))


def _clear_winner(counts: Counter[str], least: int) -> str | None:
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < least or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
