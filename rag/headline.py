"""Where an article begins on its page: its headline, and which lines above its text are the page's.

A page that was pasted whole begins with the outlet's name, its sections, labels and buttons, often as one
word a line. The headline is the first line that may be one and is none of these. What stands above it is the
page's, and so are the short lines between it and the article's own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rag.boilerplate import SENTENCE_END, is_bar, is_prose, line_rule, list_heading, plain
from rag.calendar_names import WEEKDAY
from rag.captions import is_caption
from rag.dates import publication_date
from rag.masthead import label_of, named_above, named_by_rights
from rag.outlets import DOMAIN, known_outlet
from rag.sections import MENU, SECTIONS, WEAK_LISTS
from rag.signed import IS_PAPER, LABELS, byline, dateline, is_persons_name

TOP = 14  # lines from the top in which a masthead and a bare date may stand
_REACH = 30  # lines from the top that may stand above the article
NEWSROOM = "tim redaksi"
_LONG = 200  # characters that no subtitle, caption or notice has
_SIGN = 120  # characters of a line that says who wrote it and when, at most
_SEVERAL = 3  # lines under a headline that tell of something, however short
_DECKS = 2  # paragraphs that may stand above a date, a byline or a button: a subtitle, a cookie notice
_FEW_WORDS = 3  # of a label; a headline has more, mostly
# "JejakSidang.com - Mengawal Ruang Pengadilan", above a headline
_MASTHEAD = re.compile(rf"{DOMAIN}\s*[|–—-]\s*\S+(?: \S+){{0,5}}(?<![.!?])")
_PLACE = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}"
_HOUSE = r"[A-Za-z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
_DASH = r"\s*(?:-{1,2}|–|—)(?:\s|$)"
# "Bandung -", "Jakarta, NNI Indonesia --", "LEMBU (SB) – Jembatan …"
_OPENS = re.compile(rf"{_PLACE}(?:, {_HOUSE}| ?\([\w .]{{2,30}}\))?{_DASH}(?=$|[A-Z\"“‘'\d])")
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
_HEADLINE_LABEL = re.compile(r"(?i)^(?:judul|title|headline)\s*:\s*(?=\S)")
_TICKER = re.compile(r"(?i)(?:(?:flash|breaking|hot|latest) news|breaking|trending(?: now| topic)?|live)\s*:")
_LABEL = re.compile(r"(?i)(?:kategori|sumber|tags?|topik|category)\s*:")
_SENTENCES = re.compile(r"[a-z)\d][.!?] [A-Z\"“]")
_SECTION_NAMES = SECTIONS | WEAK_LISTS | MENU
_IN_LIST = 2  # names of a line that lists sections
_BULLET = re.compile(r"[|•·●]")
_DAY = re.compile(rf"(?i){WEEKDAY}")
_TIME = re.compile(r"(?i)(?:pukul )?\d{1,2}[:.]\d{2}(?: (?:wib|wita|wit))?")


def without_label(line: str) -> str:
    """Return a headline without the word that only says it is one: "Judul: Pasar Dibuka Lagi"."""
    return _HEADLINE_LABEL.sub("", line)


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
    return (line[0].isupper() or line[0].isdigit() or line[0] in "\"“'‘[") and not dateline(line)


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
    outlet = named_above(lines, begins) or (
        named_by_rights(lines[begins], lines) if begins < len(lines) else None
    )
    kinds = _of_page(top[: begins + 1], outlet) if outlet else kinds
    labels = {n for n, line in enumerate(top[:begins]) if outlet and label_of(line) == label_of(outlet)}
    headline, found = _headline(top, kinds, begins, labels)
    if headline is not None and not _is_told_under(top[headline], lines[headline + 1 : headline + 1 + TOP]):
        headline, found = None, False
    if headline is None or not any(kinds[:begins]):
        return Head(headline if found else None, begins, frozenset(labels - {headline}), outlet)
    page = {n for n in range(begins) if n != headline and _belongs_to_page(n, headline, top, kinds, begins)}
    beside = zip(["", *top], top[:begins], [*top[1:], ""], strict=False)
    page |= {n for n, three in enumerate(beside) if stated(three[1], outlet) or is_author(*three, outlet)}
    page = (page | labels) - {headline}
    return Head(headline if found else None, begins, frozenset(page), outlet)


def _headline(
    top: list[str], kinds: list[bool], begins: int, labels: Collection[int]
) -> tuple[int | None, bool]:
    """Return the line that is the headline, and whether it looks like one: it may be longer, or have a full
    stop.

    It is the first line of the file, where nothing of a page stands around it; else the one above a byline or
    a date, with its subtitle; else the first with four words or more, or with three.
    """
    own = [n for n in range(begins) if not kinds[n] and n not in labels]
    may_be = [n for n in own if looks_like_headline(top[n]) and _words(top[n]) >= _FEW_WORDS]
    may_be = [n for n in may_be if not _announces(top[n])] or may_be
    rest = [n for n in may_be if not _is_menu(n, may_be, top)] or may_be
    odd = next((n for n in own if _is_odd(n, top)), None)
    if odd is not None and not any(n <= odd for n in may_be):
        return odd, False
    signed = next((n for n in rest if _is_signed(n, top)), None)
    while signed is not None and signed - 1 in rest:
        signed -= 1  # a subtitle stands between
    if signed is not None:  # "Kalabahi, East Nusa Tenggara", below the headline
        signed = next(
            n for n in rest if n == signed or (n < signed and _words(top[n]) >= _words(top[signed]))
        )
    longer = [n for n in rest if top[n].count(" ") >= _FEW_WORDS]
    first = next(iter(rest), None)
    if first == 0 and not (kinds[1:2] == [True] and not _is_signed(0, top)):
        return first, True  # nothing of a page stands above it, nor a menu below
    return next((n for n in (signed, *longer, first) if n is not None), None), True


def _words(line: str) -> int:
    return sum(word[0].isalnum() or len(word) > 1 for word in line.split())


def _is_odd(n: int, top: list[str]) -> bool:
    """Tell a headline by what stands right under it, whatever it looks like: "Tutup Usia", a sentence."""
    below = top[n + 1] if n + 1 < len(top) else ""
    return _is_signed(n, top) and (top[n].count(" ") >= _FEW_WORDS or bool(byline(below)))


def _is_menu(n: int, may_be: list[int], top: list[str]) -> bool:
    """Tell a list of sections, and "PEMERINTAH KOTA PALU" above a headline that is not all in capitals."""
    if _LABEL.match(top[n]) or (
        _lists_sections(top[n]) and not byline(top[n + 1] if n + 1 < len(top) else "x")
    ):
        return True
    return top[n].isupper() and any(not top[other].isupper() for other in may_be if other > n)


def _is_signed(n: int, top: list[str]) -> bool:
    """Tell whether a byline or a date stands right under a line."""
    below = top[n + 1] if n + 1 < len(top) else ""
    return bool(below) and (
        _stands_above(below) or bool(stated(below)) or is_author(top[n], below, *top[n + 2 : n + 3])
    )


def _announces(line: str) -> bool:
    """Tell "Breaking News: …" and "LIVE: …", which run above the headline of another article."""
    return _TICKER.match(line) is not None


def _is_told_under(line: str, lines: Sequence[str]) -> bool:
    """Tell a headline from the end of a list: something longer stands under it, or several lines do."""
    return any(len(other) > len(line) for other in lines) or len(lines) >= _SEVERAL


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


def is_author(above: str, line: str, following: str = "", outlet: str | None = None) -> bool:
    """Tell a name that stands alone above the date or a newsroom, under no label of its own: the author's."""
    labelled = above and " " not in above and byline(above, line)
    team = (
        following.startswith("Tim ") and following.count(" ") < _FEW_WORDS and following.lower() != NEWSROOM
    )
    dated = team or publication_date(following.lstrip(_BETWEEN), top=True) is not None
    dated = dated or (outlet is not None and label_of(following) == label_of(outlet))
    return bool(above) and not labelled and dated and is_persons_name(line) and not is_persons_name(above)


@lru_cache(maxsize=2048)
def stated(line: str, outlet: str | None = None) -> dict[str, str]:
    """Return what a line near the top says of its article by parts set apart, ``{}`` where a part is anything
    else: "Penulis: Sari | Rabu, 15 Maret 2023 | 08:30 WITA", "Sari Dewi, 8 November 2026", "Sari (Radar)".

    The keys are author, editor, outlet, via, date and other; ``outlet`` is one that is known already.
    """
    if len(line) > _SIGN or line_rule(plain(line)) == "copyright":
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
        elif outlet and label_of(part) == label_of(outlet):
            found["outlet"] = part
        elif is_persons_name(part):
            names.append(part)
        elif IS_PAPER.fullmatch(part):
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


def _begins(top: list[str], kinds: list[bool]) -> int:
    """Return the line at which the article's own begin: its dateline, else its first paragraph behind what
    only stands above an article."""
    opens = next((n for n, line in enumerate(top) if not kinds[n] and _opens(line)), None)
    prose = [n for n, line in enumerate(top) if not kinds[n] and is_prose(line)]
    if opens is not None and sum(n < opens for n in prose) <= _DECKS:
        return opens
    for count, n in enumerate(prose):
        until = prose[count + 1] if count + 1 < len(prose) else len(top)
        below = [line for line in top[n + 1 : until] if _stands_above(line)]
        days = sum(publication_date(line, top=True) is not None for line in below)
        if count >= _DECKS or not below or days > 1:  # a chronology has several
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
    words = [word.lower() for word in line.split() if any(c.isalnum() for c in word)]
    if any(word[0].islower() for word in line.replace("Sign in", "").split()) or line[-1] in "?!":
        return False
    named = at = count = 0
    while at < len(words):
        size = next((s for s in (3, 2, 1) if " ".join(words[at : at + s]) in _SECTION_NAMES), 0)
        named, count, at = named + size, count + (size > 0), at + max(size, 1)
    return count >= _IN_LIST and 3 * named >= len(words)


def _belongs_to_page(n: int, headline: int, top: list[str], kinds: list[bool], begins: int) -> bool:
    """Tell what stands above the headline, and a label or a caption below it, from the article's own."""
    line = top[n]
    if is_prose(line):
        below = n > headline + 1 and not kinds[n] and _is_picture(top[n - 1])
        return below and begins - n <= 2 and _opens(top[begins]) and not _SENTENCES.search(line)
    if n < headline:
        return kinds[n] or _lists_sections(line) or not _is_signed(n, top)
    if kinds[n]:
        return False  # known by a rule of its own
    # Between two lines that are the page's, and not "Hasil: SALAH" or a subtitle above the article.
    between = kinds[n - 1] and n + 1 < begins and kinds[n + 1]
    between = between and not (
        publication_date(top[n - 1], top=True) and publication_date(top[n + 1], top=True)
    )
    plainly = line.count(" ") < _FEW_WORDS and line[-1] not in SENTENCE_END
    return between and plainly and not any(c == ":" or c.isdigit() for c in line)


def _is_picture(line: str) -> bool:
    """Tell a picture's credit or control, under which its caption stands."""
    return is_caption(line) or line_rule(plain(line)) in {"caption_control", "watch_video"}
