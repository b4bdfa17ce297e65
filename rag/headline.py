"""Where an article begins on its page: its headline, and which lines above its text are the page's.

A page that was pasted whole begins with the outlet's name, its sections, labels and buttons, often as one
word a line. The headline is the first line that may be one and is none of these. What stands above it is the
page's, and so are the short lines between it and the article's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rag.boilerplate import is_bar, line_rule, list_heading, plain
from rag.calendar_names import WEEKDAY
from rag.captions import is_caption
from rag.dates import publication_date
from rag.outlets import DOMAIN, known_outlet
from rag.sections import BUTTONS, SECTIONS, WEAK_LISTS
from rag.signed import LABELS, PAPER, byline, dateline
from rag.speech import gazetteer

TOP = 14  # lines from the top in which a masthead and a bare date may stand
_REACH = 30  # lines from the top that may stand above the article
NEWSROOM = "tim redaksi"
_LONG = 200  # characters that no subtitle, caption or notice has
_OPENING = 90  # characters of a paragraph that hold its dateline
_FOOT = 80  # lines at the end in which a footer names the outlet
_SIGN = 120  # characters of a line that says who wrote it and when, at most
_TOLD = 5  # times as long as its headline is a text whose lines are wrapped, at least
_DECKS = 2  # paragraphs that may stand above a date, a byline or a button: a subtitle, a cookie notice
SENTENCE_END = ".!?…\"”'’)]»"
_FEW_WORDS = 3  # of a label; a headline has more, mostly
# "JejakSidang.com - Mengawal Ruang Pengadilan", above a headline
_MASTHEAD = re.compile(rf"{DOMAIN}\s*[|–—-]\s*\S+(?: \S+){{0,5}}(?<![.!?])")
_MOTTO = re.compile(r"(?P<name>[^|–—-]{4,40}?)\s+[|–—-]\s+\S.*")
_TOP_LEVEL = re.compile(r"(?i)\.(?:com|co\.id|co|id|net|org|news|tv)\b|\s+(?:news|online)$")
_PLACE = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}"
_HOUSE = r"[A-Za-z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
_DASH = r"\s*(?:-{1,2}|–|—)(?:\s|$)"
# "Bandung -", "Jakarta, NNI Indonesia --", "LEMBU (SB) – Jembatan …"
_OPENS = re.compile(rf"{_PLACE}(?:, {_HOUSE}| ?\([\w .]{{2,30}}\))?{_DASH}(?=$|[A-Z\"“‘'\d])")
_CRUMB = re.compile(r"\s*[>›»/|]\s*")
_SECTION_WORDS = frozenset(
    word for names in (SECTIONS, BUTTONS, WEAK_LISTS) for n in names for word in n.split()
)
_MORE_SECTIONS = frozenset(
    """
    wisata kuliner budaya hiburan pendidikan kriminal ragam iklan indeks langganan network jaringan opinion
    sepak bola futsal basket voli jadwal skor klasemen liga foto kampus tekno travel seleb
    business sports culture travel subscribe environment politics world health technology entertainment tech
    """.split()
)
# What sets the parts of a line apart: "A | B", "A · B", "A - B", "A (B)", "A, 8 November 2026".
_APART = re.compile(
    rf"\s*[|•·●]\s*|\s+[-–—]\s+|\s+\((?=[^()]*\)$)|\s+(?:pada|di|on)\s+(?=\d{{1,2}} )|\s+(?={LABELS}\s*:)|"
    r"\s+(?=(?:by|oleh) [A-Z])|"
    rf",\s+(?=(?:(?i:{WEEKDAY}),? )?\d{{1,2}} [A-Z][a-z]+ \d{{4}})"
)
# "30 September 2026 in Hukum", "oleh Sari Dewi [Bengkalis] di 9 August 2023"
_PLACED = re.compile(r"(?<=\d{4}) (?:in|di) [A-Z]\w+$| \[[A-Z][\w .]{2,30}\]")
_BETWEEN = " ,-–—"
_LABELLED = re.compile(rf"^({LABELS})\s+(?=[A-Z])")  # "Penulis Sari Dewi", beside other parts
_PAPER = re.compile(PAPER)
_HEADLINE_LABEL = re.compile(r"(?i)^(?:judul|title|headline)\s*:\s*(?=\S)")
_BULLET = re.compile(r"[|•·●]")
_DAY = re.compile(rf"(?i){WEEKDAY}")
_TIME = re.compile(r"(?i)(?:pukul )?\d{1,2}[:.]\d{2}(?: (?:wib|wita|wit))?")
_IN_LIST = 2  # words of a line that lists sections


def without_label(line: str) -> str:
    """Return a headline without the word that only says it is one: "Judul: Pasar Dibuka Lagi"."""
    return _HEADLINE_LABEL.sub("", line)


def is_prose(line: str) -> bool:
    """Tell whether a line reads as a paragraph: over 25 words, 5 and a full stop, or 8 and another end."""
    spaces = line.count(" ")
    return spaces >= 25 or (spaces >= 4 and line[-1] == ".") or (spaces >= 7 and line[-1] in SENTENCE_END)


@lru_cache(maxsize=2048)
def is_furniture(line: str, following: str = "") -> bool:
    """Tell whether a line near the top is banner, label, byline or date rather than article."""
    low = plain(line)
    return bool(
        low in SECTIONS
        or low == NEWSROOM
        or line_rule(low)
        or list_heading(low)
        or byline(line, following)
        or publication_date(line, top=True)
        or known_outlet(line)
        or is_bar(line, following)
        or masthead(line, following)
    )


def masthead(line: str, following: str) -> bool:
    """Tell an outlet with its motto from a paragraph that begins with its dateline: a headline comes next."""
    return _MASTHEAD.fullmatch(line) is not None and following != "" and looks_like_headline(following)


def looks_like_headline(line: str) -> bool:
    """Tell whether a line could be a headline: 3 to 22 words and no sentence's end."""
    count = line.count(" ") + 1
    if not 3 <= count <= 22 or line[-1] in ".,;:…" or line[0] in "-–—(":
        return False
    return (line[0].isupper() or line[0].isdigit() or line[0] in "\"“'‘") and not dateline(line)


@dataclass(frozen=True, slots=True)
class Head:
    """The top of a page, by the numbers of its lines.

    ``headline`` is None where no line may be one, ``begins`` the first line of the article's own, ``page``
    are those that belong to the page, ``outlet`` a name that stands alone above the headline and again where
    outlets name themselves.
    """

    headline: int | None
    begins: int
    page: frozenset[int] = frozenset()
    outlet: str | None = None


def head_of(lines: Sequence[str]) -> Head:
    """Read the top of a page, given as its lines without blank ones."""
    top = _top(lines)
    kinds = _of_page(top)
    begins = _begins(top, kinds)
    outlet = next(filter(None, (_names_itself(line, lines, begins) for line in top[:begins])), None)
    kinds = _of_page(top[: begins + 1], outlet) if outlet else kinds
    labels = {n for n, line in enumerate(top[:begins]) if outlet and _label(line) == _label(outlet)}
    may_be = [
        n
        for n, line in enumerate(top[:begins])
        if not kinds[n] and n not in labels and looks_like_headline(line) and not _lists_sections(line)
    ]
    longer = [n for n in may_be if top[n].count(" ") >= _FEW_WORDS]
    headline = next(iter(longer or may_be), None)
    if headline is not None and not _is_told_under(top[headline], lines[headline + 1 : headline + 1 + TOP]):
        headline = None
    if headline is None or not any(kinds[:begins]):
        return Head(headline, begins, frozenset(labels), outlet)
    page = {n for n in range(begins) if n != headline and _belongs_to_page(n, headline, top, kinds)}
    beside = zip(["", *top], top[:begins], [*top[1:], ""], strict=False)
    signs = (n for n, three in enumerate(beside) if stated(three[1], outlet) or is_author(*three, outlet))
    page |= {n for n in signs if n != headline}
    return Head(headline, begins, frozenset(page | labels), outlet)


def _is_told_under(line: str, lines: Sequence[str]) -> bool:
    """Tell a headline from the end of a list: something longer stands under it, or several lines do."""
    return any(len(other) > len(line) for other in lines) or sum(map(len, lines)) > _TOLD * len(line)


def _top(lines: Sequence[str]) -> list[str]:
    """Return the lines that may stand above the article, and its first long paragraph."""
    for n, line in enumerate(lines[:_REACH]):
        if len(line) > _LONG and is_prose(line) and not line_rule(plain(line)):
            return list(lines[: n + 1])
    return list(lines[:_REACH])


def _of_page(top: list[str], outlet: str | None = None) -> list[bool]:
    """Tell of each line whether a rule of its own knows it as the page's."""
    found = [
        is_furniture(line, following) or is_caption(line) or bool(stated(line, outlet))
        for line, following in pairwise([*top, ""])
    ]
    for n, line in enumerate(top[:-1]):
        if found[n] and " " not in line and byline(line, top[n + 1]):
            found[n + 1] = True  # a label above its name
        if is_author(top[n - 1] if n else "", line, top[n + 1], outlet):
            found[n] = True
    return found


def is_author(above: str, line: str, following: str, outlet: str | None = None) -> bool:
    """Tell a name that stands alone above the date or a newsroom, under no label of its own: the author's."""
    labelled = above and " " not in above and byline(above, line)
    team = following.startswith(("Tim ", "Kontributor ")) and following.lower() != NEWSROOM
    dated = team or publication_date(following.lstrip(_BETWEEN), top=True) is not None
    dated = dated or (outlet is not None and _label(following) == _label(outlet))
    return not labelled and dated and is_persons_name(line)


@lru_cache(maxsize=2048)
def stated(line: str, outlet: str | None = None) -> dict[str, str]:
    """Return what a line near the top says of its article by parts set apart, ``{}`` where a part is anything
    else: "Penulis: Sari | Rabu, 15 Maret 2023 | 08:30 WITA", "Sari Dewi, 8 November 2026", "Sari (Radar)".

    The keys are author, editor, outlet, via, date and other; ``outlet`` is one that is known already.
    """
    if len(line) > _SIGN:
        return {}
    split = (part.lstrip(_BETWEEN).rstrip(" ,") for part in _APART.split(_PLACED.sub("", line)))
    parts = [part for part in split if part.strip(")")]
    if not parts or parts == [line] or len(parts) > 6:
        return {}
    found: dict[str, str] = {}
    names = []
    for part in (part.rstrip(")") for part in parts):
        if day := publication_date(part, top=True):
            found.setdefault("date", day[0])
        elif told := byline(part) or byline(_LABELLED.sub(r"\1: ", part)):
            found |= told
        elif outlet and _label(part) == _label(outlet):
            found["outlet"] = part
        elif is_persons_name(part):
            names.append(part)
        elif _PAPER.fullmatch(part):
            found["outlet"] = part
        elif not (
            _TIME.fullmatch(part)
            or _DAY.fullmatch(part)
            or is_furniture(part)
            or (_BULLET.search(line) and _is_label(part))
        ):
            return {}
    if len(names) > 1 or not found:
        return {}
    return {"author": names[0]} | found if names else found


def _is_label(part: str) -> bool:
    """Tell a place or a section from a sentence."""
    return part.count(" ") < _FEW_WORDS and part[0].isupper() and part[-1] not in SENTENCE_END


def is_persons_name(line: str) -> bool:
    """Tell "Sari Dewi", of whose words one is a first name that people have, from a section."""
    words = line.split()
    named = 2 <= len(words) <= 4 and all(re.fullmatch(r"[A-Z][\w.'’-]*", word) for word in words)
    return named and any(word.lower() in gazetteer.GIVEN for word in words)


def _begins(top: list[str], kinds: list[bool]) -> int:
    """Return the line at which the article's own begin: its dateline, else its first paragraph behind what
    only stands above an article."""
    opens = next((n for n, line in enumerate(top) if not kinds[n] and _opens(line)), None)
    prose = [n for n, line in enumerate(top) if not kinds[n] and is_prose(line)]
    if opens is not None and sum(n < opens for n in prose) <= _DECKS:
        return opens
    for count, n in enumerate(prose):
        until = prose[count + 1] if count + 1 < len(prose) else len(top)
        if count >= _DECKS or not any(_stands_above(line) for line in top[n + 1 : until]):
            return n
    return len(top) if not prose else prose[-1]


def _opens(line: str) -> bool:
    """Tell a paragraph's dateline, also where it has a line of its own, from an outlet's motto."""
    found = dateline(line) is not None or _OPENS.match(line) is not None
    return found and (line[-1] in "-–—" or is_prose(line))


def _stands_above(line: str) -> bool:
    """Tell what stands above an article and never in it: its date and its byline."""
    return bool(publication_date(line, top=True)) or bool(byline(line))


def _lists_sections(line: str) -> bool:
    """Tell "Terkini Top News Politik Ekonomi Olahraga" from a headline, which has small words or a verb."""
    words = [word for word in line.split() if any(c.isalnum() for c in word)]
    if any(word[0].islower() and word not in {"in", "up"} for word in words) or line[-1] in "?!":
        return False
    named = sum(word.lower() in _SECTION_WORDS | _MORE_SECTIONS for word in words)
    return named >= _IN_LIST and 3 * named >= len(words)


def _belongs_to_page(n: int, headline: int, top: list[str], kinds: list[bool]) -> bool:
    """Tell a label or a list of sections above the headline, and a label, button or caption below it."""
    line = top[n]
    if is_prose(line):
        return n > headline + 1 and not kinds[n] and kinds[n - 1] and _is_picture(top[n - 1])
    if n < headline:
        return True
    if kinds[n]:
        return False  # known by a rule of its own
    beside = kinds[n - 1 : n] + kinds[n + 1 : n + 2]  # "Hasil: SALAH" stays, and a subtitle
    return line.count(" ") < _FEW_WORDS and line[-1] not in SENTENCE_END and ":" not in line and any(beside)


def _is_picture(line: str) -> bool:
    """Tell a picture's credit or control, under which its caption stands."""
    return is_caption(line) or line_rule(plain(line)) in {"caption_control", "watch_video"}


def _label(line: str) -> str:
    """Return a name as it is compared, without a motto and without ".com"."""
    motto = _MOTTO.fullmatch(line)
    return _TOP_LEVEL.sub("", motto["name"] if motto else line).strip().casefold()


def _names_itself(line: str, lines: Sequence[str], begins: int) -> str | None:
    """Return the name on a line above the article where the dateline, a credit, the byline or the footer
    has it too."""
    label = _label(line)
    words = set(label.split())
    if not 4 <= len(label) <= 40 or len(words) > 5 or words <= _SECTION_WORDS | _MORE_SECTIONS:
        return None
    above = [other.casefold() for other in lines[:begins] if other != line]
    opening = [other[:_OPENING].casefold() for other in lines[begins : begins + 1]]
    footer = [
        other.casefold() for other in lines[begins + 1 :][-_FOOT:] if line_rule(plain(other)) in _FOOTERS
    ]
    if not any(label in other for other in (*above, *opening, *footer)):
        return None
    crumbs = (_CRUMB.split(other) for other in above if line_rule(plain(other)) == "navigation")
    if any(label in crumb for crumb in crumbs):
        return None  # a section: "Home » Jepara » Ekonomi"
    name = re.escape(label)
    signs = re.compile(
        rf"[(/]\s?{name}\b|\b{name}\b[^()]{{0,12}}[)/]|[-–—,|]\s?{name}\b\W*$|\b{name}\b[^.]{{0,30}}?[-–—]"
    )
    named = re.compile(rf"\b{name}\b")
    head = (other for other in above if not is_prose(other))
    again = any(map(signs.search, (*head, *opening))) or any(map(named.search, footer))
    motto = _MOTTO.fullmatch(line)
    own = (motto["name"] if motto else line).strip()
    return own if again and not is_persons_name(own) else None


_FOOTERS = frozenset({"copyright", "follow_us", "published_at"})
