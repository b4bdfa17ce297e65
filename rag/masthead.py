"""The outlet that names itself above a headline, and again where outlets do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.boilerplate import line_rule, plain
from rag.sections import BUTTONS, SECTIONS, WEAK_LISTS
from rag.signed import is_persons_name
from rag.speech import gazetteer

_OPENING = 90  # characters of a paragraph that hold its dateline
_FOOT = 80  # lines at the end in which a footer names the outlet
_SHORT, _LONG = 4, 40  # characters of a name
_WORDS = 5
_MOTTO = re.compile(r"(?P<name>[^|–—-]{4,40}?)\s+[|–—-]\s+\S.*")
_TOP_LEVEL = re.compile(r"(?i)\.(?:com|co\.id|co|id|net|org|news|tv)\b|\s+(?:news|online)$")
_CRUMB = re.compile(r"\s*[>›»/|]\s*")
_FOOTERS = frozenset({"copyright", "follow_us", "published_at"})
_NAME = r"[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}"
_DATELINE = re.compile(rf"(?P<first>{_NAME}), ?(?P<second>{_NAME}) ?(?:-|–|—|:)")
# "© 2016 - 2024 PT. Herald", "Kabar © 2024"
_YEARS = r"(?:\d{4}(?: ?[-–] ?\d{4})?)?"
_RIGHTS = r"(?:©|copyright|hak cipta|\(c\))"


def label_of(line: str) -> str:
    """Return a name as it is compared, without a motto and without ".com"."""
    return _TOP_LEVEL.sub("", _own(line)).strip().casefold()


def _own(line: str) -> str:
    motto = _MOTTO.fullmatch(line)
    return (motto["name"] if motto else line).strip()


def names_itself(line: str, lines: Sequence[str], begins: int) -> str | None:
    """Return the name on a line above the article, which begins with the line ``begins``, where a credit, the
    byline, the dateline or the footer has it as the outlet's too."""
    label = label_of(line)
    if not _SHORT <= len(label) <= _LONG or label.count(" ") >= _WORDS or _is_something_else(label):
        return None
    above = [other.casefold() for other in lines[:begins] if other != line]
    opening = [other[:_OPENING].casefold() for other in lines[begins : begins + 1]]
    last = lines[begins + 1 :][-_FOOT:]
    footer = [other.casefold() for other in last if line_rule(plain(other)) in _FOOTERS]
    if not any(label in other for other in (*above, *opening, *footer)):
        return None
    crumbs = (_CRUMB.split(other) for other in above if line_rule(plain(other)) == "navigation")
    if any(label in crumb for crumb in crumbs):
        return None  # a section: "Home » Jepara » Ekonomi"
    name = re.escape(label) + r"(?:\.(?:com|co\.id|co|id|net|news|tv))?"
    credit = re.compile(rf"[(/] ?{name}(?: ?[)/]|$)|[-–—|,·] ?{name}\W*$|(?:^|: ?){name} ?/ ?\w")
    dateline = re.compile(
        rf"^[^,()–—-]{{2,40}}, ?{name} ?(?:-|–|—|:|\()|^{name}, ?[^,()–—-]{{2,40}} ?(?:-|–|—|:)|\({name}\)"
    )
    rights = re.compile(rf"{_RIGHTS}\W*{_YEARS}\W*(?:pt\.? )?{name}(?!\w)|^{name} ?©|\b{name}\W*$")
    head = (other for other in above if other.count(" ") <= _WORDS or "/" in other or "(" in other)
    again = any(map(credit.search, head)) or any(map(dateline.search, opening))
    own = _own(line)
    return own if (again or any(map(rights.search, footer))) and not is_persons_name(own) else None


def named_by_rights(opening: str, lines: Sequence[str]) -> str | None:
    """Return the name in an article's dateline that the last ``lines`` of its page claim the rights for."""
    found = _DATELINE.match(opening[:_OPENING])
    rights = [line.casefold() for line in lines[-_FOOT:] if line_rule(plain(line)) == "copyright"]
    for name in (found["first"], found["second"]) if found else ():
        claims = re.compile(rf"{_RIGHTS}\W*{_YEARS}\W*(?:pt\.? )?{re.escape(name.casefold())}(?!\w)")
        if not _is_something_else(name.casefold()) and any(map(claims.search, rights)):
            return name
    return None


def _is_something_else(label: str) -> bool:
    """Tell a section, a button and a place from an outlet."""
    words = set(label.split())
    return label in SECTIONS or label in BUTTONS or label in WEAK_LISTS or words <= gazetteer.PLACES
