"""The outlet that names itself above a headline, and again where outlets do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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


def named_above(lines: Sequence[str], begins: int) -> str | None:
    """Return the first name on a line above the article, which begins with the line ``begins``, that a
    credit, the byline, the dateline or the footer has as the outlet's too."""
    above = [line.casefold() for line in lines[:begins]]
    opening = [line[:_OPENING].casefold() for line in lines[begins : begins + 1]]
    footer = [line for line, rule in _ruled(lines[begins + 1 :][-_FOOT:]) if rule in _FOOTERS]
    sections = {
        part for line, rule in _ruled(lines[:begins]) if rule == "navigation" for part in _CRUMB.split(line)
    }
    for line in lines[:begins]:
        label = label_of(line)
        others = [low for other, low in zip(lines, above, strict=False) if other != line]
        if not _SHORT <= len(label) <= _LONG or label.count(" ") >= _WORDS or _is_something_else(label):
            continue
        if label in sections or not any(label in other for other in (*others, *opening, *footer)):
            continue  # "Home » Jepara » Ekonomi"
        if _is_outlets(label, others, opening, footer) and not is_persons_name(_own(line)):
            return _own(line)
    return None


def _ruled(lines: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Yield lines, without regard to case, each with the rule that knows it."""
    return ((line.casefold(), line_rule(plain(line))) for line in lines)


def _is_outlets(label: str, above: list[str], opening: list[str], footer: list[str]) -> bool:
    name = re.escape(label) + r"(?:\.(?:com|co\.id|co|id|net|news|tv))?"
    credit = re.compile(rf"[(/] ?{name}(?: ?[)/]|$)|[-–—|,·] ?{name}\W*$|(?:^|: ?){name} ?/ ?\w")
    dateline = re.compile(
        rf"^[^,()–—-]{{2,40}}, ?{name} ?(?:-|–|—|:|\()|^{name}, ?[^,()–—-]{{2,40}} ?(?:-|–|—|:)|\({name}\)"
    )
    rights = re.compile(rf"{_claimed(name)}|^{name} ?©|\b{name}\W*$")
    head = (other for other in above if other.count(" ") <= _WORDS or "/" in other or "(" in other)
    found = (credit, head), (dateline, opening), (rights, footer)
    return any(any(map(pattern.search, where)) for pattern, where in found)


def _claimed(name: str) -> str:
    """Return the pattern of a line that claims the rights for a name, itself a pattern."""
    return rf"{_RIGHTS}\W*{_YEARS}\W*(?:pt\.? )?{name}(?!\w)"


def named_by_rights(opening: str, lines: Sequence[str]) -> str | None:
    """Return the name in an article's dateline that the last ``lines`` of its page claim the rights for."""
    found = _DATELINE.match(opening[:_OPENING])
    if found is None:
        return None
    rights = [line for line, rule in _ruled(lines[-_FOOT:]) if rule == "copyright"]
    for name in (found["first"], found["second"]):
        claims = re.compile(_claimed(re.escape(name.casefold())))
        if not _is_something_else(name.casefold()) and any(map(claims.search, rights)):
            return name
    return None


def _is_something_else(label: str) -> bool:
    """Tell a section, a button and a place from an outlet."""
    words = set(label.split())
    return label in SECTIONS or label in BUTTONS or label in WEAK_LISTS or words <= gazetteer.PLACES
