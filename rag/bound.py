"""What each number and day of a text belongs to, and whether a sentence gives one to something else. Pure.

"Didenda Rp2,9 miliar" has no word that "didenda Rp300 juta dan membayar uang pengganti Rp2,9 miliar" lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain, islice, pairwise

from rag.amounts import UNITS, Day, days
from rag.calendar_names import MONTH_NUMBERS
from rag.glossary import akin
from rag.numerals import NUMBER_SIGN
from rag.speech.cues import AFTER, AFTER_ENGLISH, SAYING
from rag.terms import EMPTY, is_english, translations
from rag.wording import Token, tokens
from rag.words import stem

# How much more of a word must stand beside one number than beside another, and of all words, whatever stands
# beside the other.
_MORE, _MANY_MORE = 0.1, 2.0
_OF_DAYS = frozenset(("day", "month"))
_YEAR = re.compile(rf"{NUMBER_SIGN}(?:1[89]|20)\d\d")
_PARTING = re.compile(r"[,;:()\[\]—–\"“”!?\n]|\.(?!\d)")
_AND = frozenset("dan serta and".split())
_JOINING = _AND | frozenset(
    """sedangkan sementara tetapi tapi namun disusul lalu kemudian but while followed then""".split()
)
# How a deed looks: behind "dan", a number without one has that of the clause before.
_DEED = re.compile(r"(?:me|di|ber|ter)[a-z]{4,}|[a-z]{2,}ed|was|were|is|are|has|have|had")
# What opens a place before a clause: "Di Kenanga, banjir …".
_PLACING = frozenset("di in at pada untuk on for among".split())
_MULTIPLYING = frozenset("ribu juta miliar triliun thousand million billion trillion kali times".split())
# No sentence tells more numbers, nor has a number more words.
_MOST_NUMBERS, _MOST_WORDS = 80, 30
# What is compared with it stands in the clause before: "naik … menjadi Rp6 miliar, dari Rp4 miliar".
_COMPARING = frozenset(
    """dari from dibanding dibandingkan daripada compared than yakni yaitu atau or setara sebelumnya up down
    naik turun""".split()
)
# Words beside a number that say nothing of what it is of.
_OF_ANY = frozenset(UNITS) | frozenset(
    """sebanyak sekitar sebesar mencapai menjadi berjumlah hampir lebih kurang total jumlah ribu juta miliar
    triliun thousand million billion trillion about around nearly reached""".split()
)  # fmt: skip


_BEFORE_YEARS = frozenset(
    "pada tahun sejak hingga sampai dari antara musim awal akhir in since until by from of during".split()
)
_SAYING = AFTER | AFTER_ENGLISH | SAYING
_OF_NOTHING = EMPTY | _OF_ANY | _SAYING


@dataclass(frozen=True, slots=True)
class _Bound:
    """A number or day, the kind of thing it is, and the words it belongs to, each as all it may mean.

    ``noun`` is what stands right behind one that is no measure, ``behind`` all that does in its clause.
    """

    value: str
    kind: str
    words: tuple[frozenset[str], ...]
    noun: frozenset[str] | None = None
    behind: tuple[frozenset[str], ...] = ()


def belongs_elsewhere(told: str, source: str) -> bool:
    """Say whether a number or day of a sentence has words beside it that another of its kind has in its
    source, all that it has there itself among them; or a year counts something."""
    mine, there = (list(islice(_bound(text), _MOST_NUMBERS)) for text in (told, source))
    if _counted_years(told) - _counted_years(source):
        return True
    if _counts_another(told, source) or _beside_another(mine, there):
        return True
    words_of = dict[str, set[frozenset[str]]]()
    for each in mine:
        words_of.setdefault(each.value, set()).update(each.words)
    for each in mine:
        own = [other for other in there if other.kind == each.kind and other.value == each.value]
        if any(min(_held(each.words, known), default=1.0) == 1.0 for known in own):
            continue  # nothing can have more
        for other in there if own else ():
            if other.kind != each.kind or other.value == each.value:
                continue
            if other.noun and all(word.isdisjoint(other.noun) for word in each.words):
                continue  # "three villages" take no place among "11 people"
            words = [word for word in each.words if word not in words_of.get(other.value, ())]
            theirs = _held(words, other)
            if all(_is_more(theirs, _held(words, known)) for known in own):
                return True
    return False


def _counts_another(told: str, source: str) -> bool:
    """Say whether a number counts what only another does in its source: "40 springs" of 2 on 40 hectares."""
    counted = list(_counted(source))
    for number, noun in _counted(told):
        own = {other for same, other in counted if same == number}
        others = {same for same, other in counted if _alike(noun, other)}
        if own and others and number not in others and not any(_alike(noun, other) for other in own):
            return True
    return False


def _counted(text: str) -> Iterator[tuple[str, str]]:
    """Yield the numbers of a text with the word right behind each, a measure too."""
    dated = days(text)
    for number, noun in pairwise(tokens(text)):
        if (
            number.is_number
            and not number.norm.startswith(f"{NUMBER_SIGN}ke")
            and not _YEAR.fullmatch(number.norm)
            and not _in_day(number, dated)
            and text[number.end : noun.start] == " "
            and text[noun.start].islower()
            and not noun.is_number
            and noun.norm not in EMPTY | _MULTIPLYING
        ):
            yield number.norm, stem(noun.norm)


def _alike(one: str, other: str) -> bool:
    return one == other or other in akin(one)


def _beside_another(mine: Sequence[_Bound], there: Sequence[_Bound]) -> bool:
    """Say whether what is told with a number stands behind another in the source, all of it, and of what
    stands behind its own nothing is told: "81 persen pada tulisan tangan"."""
    values = {each.value for each in mine}
    told = frozenset[str]().union(*(word for each in mine for word in each.words))
    for each in mine:
        own = [o for o in there if (o.kind, o.value) == (each.kind, each.value)]
        for other in there if own else ():
            if other.kind != each.kind or other.value in values or not other.behind:
                continue
            alone = [w for w in other.behind if not any(w & v for o in own for v in o.words)]
            if (
                alone
                and all(w & told for w in alone)
                and all(
                    o.behind and all(w.isdisjoint(told) for w in o.behind if w not in other.words)
                    for o in own
                )
            ):
                return True
    return False


def takes_the_place(told: str, main: str) -> bool:
    """Say whether a number that the statement which carries a sentence lacks took the place of one it has."""
    mine, there = (
        {(b.value, b.kind) for b in _bound(text) if b.kind not in _OF_DAYS} for text in (told, main)
    )
    values, known = ({value for value, _ in some} for some in (mine, there))
    taken = {kind for value, kind in mine if value not in known}
    left = {kind for value, kind in there if value not in values}
    return not taken.isdisjoint(left) or not _before(told, known).isdisjoint(_before(main, values))


def _before(text: str, known: Set[str]) -> set[str]:
    """Return the words right before the numbers of a text that are not among those known."""
    dated = days(text)
    return {
        before.norm
        for before, number in pairwise(tokens(text))
        if number.is_number and number.norm not in known and not _in_day(number, dated)
    }


def _counted_years(text: str) -> set[tuple[str, str]]:
    """Return the years of a text that stand as an amount, with the word behind: "2019 pengguna"."""
    found = tokens(text)
    return {
        (year.norm, stem(behind.norm))
        for before, year, behind in zip([None, *found], found, found[1:], strict=False)
        if _YEAR.fullmatch(year.norm)
        and text[year.end : behind.start] in (" ", "-")
        and text[behind.start].islower()
        and not (behind.is_number or behind.norm in EMPTY)
        and not (before and (before.norm in _BEFORE_YEARS or before.norm in MONTH_NUMBERS))
    }


def _held(words: Sequence[frozenset[str]], by: _Bound) -> list[float]:
    """Return how far (0..1) each of some words stands beside a number: itself, or one near in meaning."""
    beside = frozenset[str]().union(*by.words)
    return [
        1.0
        if word & beside
        else max((v for s in word for o, v in akin(s).items() if o in beside), default=0.0)
        for word in words
    ]


def _is_more(one: Sequence[float], other: Sequence[float]) -> bool:
    """Say whether one number has every word that another has and one more, or many more."""
    pairs = list(zip(one, other, strict=True))
    more = all(a >= b for a, b in pairs) and any(a >= b + _MORE for a, b in pairs)
    return more or sum(one) >= sum(other) + _MANY_MORE


def _bound(text: str) -> Iterator[_Bound]:
    """Yield the numbers and days of a text.

    Of several of a kind in one clause each has the words up to the next, and all have those before the first;
    so has one behind "dan" without a deed of its own: "merendam 12 rumah di Melati dan 30 di Kenanga".
    """
    found = tokens(text)
    meant = _meanings(found, english=is_english(text))
    dated = days(text)
    before: list[int] = []
    led: list[int] = []
    thing: list[int] = []
    fronted: list[int] = []
    clauses = list(_clauses(text, found))
    for at, (first, last) in enumerate(clauses):
        places: dict[str, list[tuple[int, str]]] = {}
        for i in range(first, last):
            day = next((d for d in dated if d.start <= found[i].start < d.end), None)
            if day and (i == first or found[i - 1].start < day.start):
                kind = "day" if day.day else "month"
                places.setdefault(kind, []).append((i, f"{day.day}.{day.month}"))
            elif not day and found[i].is_number:
                places.setdefault(_kind(found, i), []).append((i, found[i].norm))
        own = fronted + [i for i in range(first, last) if i in meant and not _in_day(found[i], dated)]
        # What stands right behind a number is counted by it alone.
        counted = {
            next((n for n in own if n > i), -1) for some in places.values() if len(some) > 1 for i, _ in some
        }
        begins = min((i for some in places.values() for i, _ in some), default=last)
        leading = [n for n in own if n < begins < last]
        deedless = not set(leading).difference(fronted) and not any(
            _DEED.fullmatch(text[t.start : t.end]) for t in found[first:last]
        )
        joined = deedless and _in_list([found[other] for other, _ in clauses[at:]])
        if not joined:
            led, thing = leading, [n for n in own if n == begins + 1]
        is_place = found[first].norm in _PLACING and begins == last and deedless
        fronted = own if is_place and text[found[last - 1].end :].startswith(", ") else []
        for kind, some in places.items():
            for (i, value), following in zip(some, [*(n for n, _ in some[1:]), last], strict=True):
                inside = [n for n in own if i < n < following]
                inside += [n for n in own if n < i and (n < some[0][0] or n not in counted)]
                shared = [*led, *(thing if i + 1 not in meant else ())] if joined else []
                inside = [*inside, *(n for n in shared if n not in inside)][:_MOST_WORDS]
                compared = any(t.norm in _COMPARING for t in found[first:i])
                inside += before if compared or not inside else []
                noun = meant.get(i + 1) if not kind and i + 1 < last else None
                behind = tuple(meant[n] for n in own if i < n < following)
                yield _Bound(value, kind, tuple(meant[n] for n in inside), noun, behind)
        if not text[: found[first].start].endswith("("):
            before = own if len(own) > 1 else before + own


def _in_list(openings: Iterable[Token]) -> bool:
    """Say whether a clause goes on the one before, by how it opens and those behind: ", 30 …, dan 5 …"."""
    opening = next((token for token in openings if not token.is_number), None)
    return opening is not None and opening.norm in _AND


def _in_day(token: Token, dated: Sequence[Day]) -> bool:
    return any(d.start <= token.start < d.end for d in dated)


def _kind(found: Sequence[Token], i: int) -> str:
    """Return what a number counts, as far as it is a measure; a year by its form."""
    before = found[i - 1].norm if i else ""
    if before == "rp" or (before in UNITS and not before.isalpha()):
        return "money"
    behind = found[i + 1].norm if i + 1 < len(found) else ""
    if behind in UNITS:
        return UNITS[behind]
    return "year" if _YEAR.fullmatch(found[i].norm) else ""


def _clauses(text: str, found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the clauses of a text as ranges of its words."""
    first = 0
    for n, (one, other) in enumerate(pairwise(found), start=1):
        parted = other.norm in _JOINING or one.norm in _SAYING
        if parted or _PARTING.search(text[one.end : other.start]):
            yield first, n
            first = n
    if found:
        yield first, len(found)


def _meanings(found: Sequence[Token], *, english: bool) -> dict[int, frozenset[str]]:
    """Return the stems that each word of content may mean, of English its renderings too."""
    meant = dict[int, frozenset[str]]()
    at = -1
    for phrase, options in (
        translations([t.norm for t in found]) if english else [((t.norm,), ()) for t in found]
    ):
        at += len(phrase)
        if not _OF_NOTHING.issuperset(phrase) and not found[at].is_number:
            meant[at] = frozenset(map(stem, chain(phrase, *options)))
    return meant
