"""The days, amounts and measures that a text tells, as they are compared with another's. Pure.

Each in classes that both languages share: a told one that its source lacks is not the source's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from rag.calendar_names import MONTH, MONTH_BEHIND_DAY, MONTH_NUMBERS, WEEKDAY, WEEKDAYS, YEAR
from rag.numerals import NUMBER_SIGN
from rag.sentences import sentences
from rag.wording import Token, tokens
from rag.words import STOPWORDS

_DAY_FIRST = re.compile(
    rf"(?:\b(?P<weekday>{WEEKDAY})[,\s]{{0,2}}\(?)?(?<![\d.,/])(?P<day>\d{{1,2}})"
    rf"(?:[\s.-]{{1,2}}(?P<month>{MONTH_BEHIND_DAY})\.?|/(?P<number>\d{{1,2}})(?![\d:]))"
    r"(?:[\s/.,-]{1,2}(?P<year>(?:19|20)\d\d))?(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?:\b(?P<weekday>{WEEKDAY})[,\s]{{0,2}}\(?)?\b(?P<month>{MONTH_BEHIND_DAY})\.? "
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:.])(?:,? (?P<year>(?:19|20)\d\d))?(?!\d)",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(rf"\b(?P<month>(?!may\b|march\b)(?i:{MONTH}))(?: (?P<year>(?:19|20)\d\d))?(?!\d)")
_WEEKDAY = re.compile(rf"\b(?!minggu\b)(?i:{WEEKDAY})")


class Day(NamedTuple):
    """A day as far as a text tells it, with its place (code points)."""

    day: int | None
    month: int
    year: int | None
    weekday: int | None
    start: int
    end: int


def _words(*lines: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{line})\b", re.IGNORECASE) for line in lines)


_EACH = "(?:per|tiap|setiap|each|every)"
# "15 patients a day", and no "a day after".
_RATE = (
    r"(?:(?<=\d )|(?<=s )|(?<=million )|(?<=billion ))a"
    r"(?= (?:day|week|month|year)(?! (?:ago|after|earlier|later|before)))"
)
_AMOUNT = r" (?:sekitar |about )?(?:rp|idr|us|[$€£]|\d)"
_BEFORE_NUMBER = f"(?={_AMOUNT})"
_BEFORE_DAY = rf"(?= (?:(?:hari|tanggal|bulan|tahun) )?(?:{WEEKDAY}|{MONTH}|\d))"
# Amounts that are no digits, what stands before one, how often, and days told from today.
_IN_WORDS = _words(
    "belasan", "puluhan|tens|dozens", "ratusan|hundreds", "ribuan|thousands", "jutaan|millions",
    "miliaran|billions", "triliunan|trillions", "selusin|lusinan|dozen", "separuh|separo|setengah|half",
    "sepertiga|third", "seperempat|quarter", "mayoritas|kebanyakan|sebagian besar|most|majority",
    "(?<!tidak )(?<!tak )(?<!bukan )(?<!belum )(?<!not )(?:semua|seluruh|segenap|all)",
    "(?:tidak|tak|bukan|belum) (?:semua|seluruh)|not all",
    f"sebagian(?! besar)|some(?!{_AMOUNT})", "dua kali lipat|doubled?|twice", "tiga kali lipat|tripled?",
    "pertama|first", "kedua(?!nya)|second",
    "kurang dari|tidak sampai|belum sampai|(?:less|fewer) than", "lebih dari|melebihi|more than|exceed\\w*",
    f"(?:di bawah|under|below){_BEFORE_NUMBER}", f"(?:di atas|over|above){_BEFORE_NUMBER}",
    f"(?:sampai|hingga|until|till){_BEFORE_DAY}", "hampir|nyaris|almost|nearly",
    "minimal|sedikitnya|setidaknya|paling sedikit|at least",
    "maksimal|paling banyak|paling lama|selambatnya|at most|up to",
    f"{_EACH} (?:hari|day)|sehari|daily|{_RATE} day",
    f"{_EACH} (?:pekan|minggu|week)|sepekan|seminggu|weekly|{_RATE} week",
    f"{_EACH} (?:bulan|month)|sebulan|monthly|{_RATE} month",
    f"{_EACH} (?:tahun|year)|setahun|yearly|annually|{_RATE} year",
    "kemarin|yesterday", "besok|tomorrow", "lusa", "hari ini|today",
    *(
        f"{unit} {way}|{other} {english}"
        for unit, english in (("tahun", "year"), ("bulan", "month"), ("(?:pekan|minggu)", "week"))
        for way, other in (("(?:lalu|silam)", "last"), ("(?:depan|mendatang)", "next"), ("ini", "this"))
    ),
)  # fmt: skip
# What an amount is counted in, beside it.
UNITS = {
    name: line.split()[0]
    for line in """rupiah rp idr; dolar dollar dollars $ usd; euro euros €; pound pounds poundsterling £;
    ringgit rm myr; yen; yuan; riyal; sgd; persen percent percentage; poin point points; permil;
    kali times lipat fold;
    hari day days; pekan minggu week weeks; bulan month months; tahun year years; abad century centuries;
    jam hour hours; menit minute minutes; detik second seconds; gram g grams; kilogram kg kilo kilograms;
    ton tons tonne tonnes; meter m metre metres meters; sentimeter cm; milimeter mm;
    kilometer km kilometre kilometres kilometers; mil mile miles; hektare hektar ha hectare hectares;
    liter litre litres liters""".split(";")
    for name in line.split()
}
_BEFORE = frozenset("rp idr $ usd € £ rm".split())
_HOW_MANY = {"setahun": 1, "a year": 1, "one year": 1, "dua tahun": 2, "two years": 2, "tiga tahun": 3}
_HOW_MANY |= {"three years": 3, "empat tahun": 4, "four years": 4, "lima tahun": 5, "five years": 5}
_RELATIVE = re.compile(
    rf"\b(?P<many>{'|'.join(_HOW_MANY)}) "
    r"(?P<way>kemudian|setelahnya|sesudahnya|berikutnya|sebelumnya|later|earlier|before)\b",
    re.IGNORECASE,
)
_EARLIER = frozenset("sebelumnya earlier before".split())
_FROM, _TO = frozenset("dari from".split()), frozenset("menjadi jadi hingga ke to".split())
_IN = frozenset("pada tahun in".split())
# Behind a number, what it counts; no deed.
_COUNTED = re.compile(r" (?!(?:me|di|ber|ter)[a-z]{4,})([a-z]{3,})")


def days(text: str) -> list[Day]:
    """Return the days and months that a text names, in the order of their places."""
    found: list[Day] = []
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _MONTH_ALONE):
        for match in pattern.finditer(text):
            if any(d.start < match.end() and match.start() < d.end for d in found):
                continue
            parts = match.groupdict()
            month = int(parts["number"]) if parts.get("number") else MONTH_NUMBERS[parts["month"].lower()]
            day = parts.get("day")
            if not 1 <= month <= 12 or (day and not 1 <= int(day) <= 31):
                continue
            weekday = parts.get("weekday")
            found.append(
                Day(
                    int(day) if day else None,
                    month,
                    int(parts["year"]) if parts["year"] else None,
                    WEEKDAYS[weekday.lower()] if weekday else None,
                    match.start(),
                    match.end(),
                )
            )
    return sorted(found, key=lambda d: d.start)


# "Sugiyono Uji (63), pensiunan guru": how old somebody is.
_AGED = re.compile(r"\b[A-Z][\w'’.-]+ \((\d{1,2})\)")


def differing(told: str, source: str, around: str) -> bool:
    """Say whether a text tells a day, an amount or a measure that its source does not.

    ``around`` is what the source stands in: it tells the year of a day without one.
    """
    if _other_day(told, source, around) or _in_words(told) - _in_words(source):
        return True
    later = list(_told_by_another_year(source))
    if any(_in_the_base_year(told, each) for each in later):
        return True
    mine, there = tokens(told), tokens(source)
    dated = [d for d in days(told) if d.day]
    asked = [t for t in mine if t.is_number and not any(d.start <= t.start < d.end for d in dated)]
    if {t.norm for t in asked} - {t.norm for t in there} - {f"{NUMBER_SIGN}{each.year}" for each in later}:
        return True
    if any(c.isnumeric() and not c.isascii() and c not in source for c in told):
        return True
    units, known = _units(mine), _units(there)
    for age in _AGED.finditer(source):  # "berusia 63 tahun"
        known.setdefault(NUMBER_SIGN + age[1], set()).add(UNITS["tahun"])
    return any(some - known.get(number, set()) for number, some in units.items()) or _otherwise(mine, there)


class _Later(NamedTuple):
    """What is told by the year of another: "pailit setahun kemudian", with both years and its words."""

    base: int
    year: int
    words: frozenset[str]


def _told_by_another_year(text: str) -> Iterator[_Later]:
    for sentence in sentences(text):
        said = text[sentence.start : sentence.end]
        bases = {int(year) for year in YEAR.findall(said)}
        for match in _RELATIVE.finditer(said) if len(bases) == 1 else ():
            years = _HOW_MANY[match["many"].lower()]
            base = min(bases)
            earlier = match["way"].lower() in _EARLIER
            words = [t.norm for t in tokens(said[: match.start()]) if t.norm not in STOPWORDS]
            yield _Later(base, base - years if earlier else base + years, frozenset(words[-1:]))


def _in_the_base_year(told: str, later: _Later) -> bool:
    """Say whether what happened years after another thing is told in that one's year."""
    words = {t.norm for t in tokens(told)}
    years = {int(year) for year in YEAR.findall(told)}
    return bool(later.words) and later.words <= words and years == {later.base} and not _RELATIVE.search(told)


def _other_day(told: str, source: str, around: str) -> bool:
    known = days(source)
    years = {int(year) for year in YEAR.findall(around)}
    for day in days(told):
        if not any(_is(day, other, years) for other in known):
            return True
    if _beside_months(told) - _beside_months(source):
        return True
    free = _WEEKDAY.findall(_without(told, days(told)))
    named = {WEEKDAYS[w.lower()] for w in _WEEKDAY.findall(source)}
    named |= {d.weekday for d in known if d.weekday is not None}
    return any(WEEKDAYS[w.lower()] not in named for w in free)


def _beside_months(text: str) -> set[tuple[str, int]]:
    """Return the numbers right beside months that are no days of them: "1.000 Juli", "Mei 63".

    One that counts what stands behind it is none: "pada Juli 63 warga mengungsi".
    """
    found, dated = tokens(text), days(text)
    return {
        (number.norm, MONTH_NUMBERS[month.norm])
        for pair in pairwise(found)
        for number, month in (pair, pair[::-1])
        if number.is_number
        and month.norm in MONTH_NUMBERS
        and not (number is pair[1] and _counts(text, number))
        and text[pair[0].end : pair[1].start] == " "
        and not any(all(day.start <= t.start < day.end for t in pair) for day in dated)
    }


def _counts(text: str, number: Token) -> bool:
    behind = _COUNTED.match(text, number.end)
    return behind is not None and behind[1] not in STOPWORDS


def _without(text: str, found: Iterable[Day]) -> str:
    for day in reversed(list(found)):
        text = text[: day.start] + " " + text[day.end :]
    return text


def _is(day: Day, other: Day, years: set[int]) -> bool:
    """Say whether one day may be another: of the same year, where either tells it or what is around does."""
    if day.month != other.month or (day.day is not None and day.day != other.day):
        return False
    if day.year and day.year != other.year and (other.year or day.year not in years):
        return False
    if day.weekday is None or day.weekday == other.weekday:
        return True
    year = day.year or other.year
    if other.weekday is not None or not year or day.day is None:
        return False
    try:
        return date(year, day.month, day.day).weekday() == day.weekday
    except ValueError:
        return False


def _in_words(text: str) -> set[int]:
    return {n for n, pattern in enumerate(_IN_WORDS) if pattern.search(text)}


def _units(side: list[Token]) -> dict[str, set[str]]:
    """Return what each number of a text is counted in."""
    found = dict[str, set[str]]()
    for i, token in enumerate(side):
        if token.is_number:
            found.setdefault(token.norm, set()).update(_beside(side, i))
    return found


def _beside(side: list[Token], i: int) -> Iterator[str]:
    if i and side[i - 1].norm in _BEFORE:
        yield UNITS[side[i - 1].norm]
    for token in side[i + 1 : i + 3]:
        if token.norm not in UNITS:
            break
        yield UNITS[token.norm]


def _otherwise(mine: list[Token], there: list[Token]) -> bool:
    """Say whether a number is told as another end of a change, or of another year: "menjadi 80" of "dari 80
    menjadi 120"."""
    for roles in (_roles, _years):
        known = dict[str, set[str]]()
        for number, role in roles(there):
            known.setdefault(number, set()).add(role)
        if any(number in known and role not in known[number] for number, role in roles(mine)):
            return True
    return False


def _roles(side: list[Token]) -> Iterator[tuple[str, str]]:
    for i, token in enumerate(side):
        if token.is_number:
            before = {t.norm for t in side[max(0, i - 2) : i] if not t.is_number}
            if before & _FROM:
                yield token.norm, "from"
            elif before & _TO:
                yield token.norm, "to"


def _years(side: list[Token]) -> Iterator[tuple[str, str]]:
    for i, token in enumerate(side):
        if token.is_number:
            behind = side[i + 1 : i + 4]
            at = next((n for n, t in enumerate(behind) if t.norm in _IN), None)
            if at is not None and at + 1 < len(behind) and behind[at + 1].is_number:
                yield token.norm, behind[at + 1].norm
