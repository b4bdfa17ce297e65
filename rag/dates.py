"""Publication dates: what a whole date is, and where one stands as the date of publication.

A table of months serves here. dateparser was looked at: it fills in what a date leaves out
(the year, the day) from today, which would be a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rag.calendar_names import MONTH_NUMBERS, MONTHS_OF, WEEKDAY
from rag.outlets import DOMAIN
from rag.words import Word

_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_DAY = rf"(?:{WEEKDAY}|(?:mon|tue|wed|thu|fri|sat|sun)\b)"
_DATE = (
    rf"(?:(?P<y1>\d{{4}})[-/](?P<m1>\d{{1,2}})[-/](?P<d1>\d{{1,2}})|"
    rf"(?P<d2>\d{{1,2}})[-/.](?P<m2>\d{{1,2}})[-/.](?P<y2>\d{{4}})|"
    rf"(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<n3>{_MONTH})\.?,?[ -](?P<y3>\d{{4}})|"
    rf"(?P<n4>{_MONTH})\.? (?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y4>\d{{4}}))"
)
_TIME = r"(?:t?\s*(?:pukul |jam |at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:am|pm)?)"
_ZONE = r"(?:wib|wita|wit|z|gmt|utc|[+-]\d{2}:?\d{2})"
_WHOLE_DATE = re.compile(rf"(?i){_DATE}[\s,|]*{_TIME}?\s*{_ZONE}?")
_DATE_LINE = re.compile(
    rf"(?i)(?P<label>(?:diterbitkan|diperbarui|dipublikasikan|tayang|terbit|tanggal(?: terbit)?|"
    rf"published(?: on| at)?|"
    rf"updated|last updated|posted(?: on)?|diunggah|publikasi|update|dibuat|dipublikasi)(?: "
    rf"pada)?\s*[:,]?\s*)?"
    rf"(?:(?P<outlet>[\w. ]{{3,24}})\s*[-–—|,]\s*)?(?:{_DAY}\s*[,/|]?\s*)?{_DATE}"
    rf"[\s,|•·/–—-]*{_TIME}?\s*{_ZONE}?(?:\s*[|•·-]\s*.{{0,40}})?"
)
_NAMES = tuple(name.lower() for name in MONTHS_OF["id"])
_DIGIT = re.compile(r"\d")
_CHANGED = ("diperbarui", "updated", "last updated", "update")

_DATELINE_DATE = re.compile(
    rf"(?:{DOMAIN},?\s*)?[A-Z][\w. ]{{2,30}},\s*(?:{DOMAIN},?\s*)?(?:(?i:{_DAY}),"
    rf"?\s*)?\(?(?i:{_DATE})\)?\s*(?:\([A-Z][\w.'’ -]{{1,30}}?\)\s*)?[-–—]"
)


# "(14/9)", "Kamis, 14/9/2023": a day and a month in figures, told by what stands around them.
_IN_FIGURES = re.compile(
    rf"(?:(?P<led>\(|{_DAY},?\s|\btanggal\s|\btgl\s)\s*)?\b(?:0?[1-9]|[12]\d|3[01])\s?[/-]\s?"
    rf"(?P<month>0?[1-9]|1[0-2])\b(?P<year>\s?[/-]\s?(?:\d{{4}}|\d{{2}})\b)?(?![/-]?\d)",
    re.IGNORECASE,
)
# What every such day has, and hardly another sentence: a cheap look before the dear one.
_PARTED_FIGURES = re.compile(r"\d\s?[/-]\s?\d")


def months_named(text: str, found: Sequence[Word]) -> list[str]:
    """Return the folded ``words`` of a text with the names of months in place of their numbers, in
    Indonesian: "(14/9/2023)" is 14 September 2023."""
    norms = [word.norm for word in found]
    if _PARTED_FIGURES.search(text):
        places = {word.start: i for i, word in enumerate(found)}
        for day in _IN_FIGURES.finditer(text):
            told = day["year"] or (day["led"] and "/" in day.group())  # "(2-1)" is a score
            if told and day.start("month") in places:
                norms[places[day.start("month")]] = _NAMES[int(day["month"]) - 1]
    return norms


# "Sabtu (30/3/2024)", "9 Januari": a day, with its year or without.
_SOME_DAY = re.compile(
    rf"(?i)(?P<d1>\d{{1,2}})\s?[/-]\s?(?P<m1>\d{{1,2}})(?:\s?[/-]\s?(?P<y1>\d{{4}}))?\b"
    rf"|(?P<d2>\d{{1,2}})\s+(?P<n2>{_MONTH})\b\.?(?:\s+(?P<y2>\d{{4}})\b)?"
)
# Days back to which a day without its year is of the same.
_LATELY = 180


def is_past(text: str, published: str) -> bool:
    """Say whether a day, or a year, is before the ISO date on which it was published."""
    if re.fullmatch(r"(?:tahun )?\d{4}", text):
        return text[-4:] < published[:4]
    found = _SOME_DAY.search(text)
    if not found:
        return False
    year = found["y1"] or found["y2"]
    month = found["m1"] or MONTH_NUMBERS[found["n2"].lower()]
    try:
        today = date.fromisoformat(published)
        day = date(int(year or today.year), int(month), int(found["d1"] or found["d2"]))
    except ValueError:
        return False
    return day < today if year else 0 < (today - day).days <= _LATELY


def parse_date(text: str) -> str | None:
    """Return an ISO date for a whole date such as ``5 Juli 2023`` or ``2023-07-05T10:00Z``.

    Numeric dates are read day first. An impossible or partial date gives None.
    """
    found = _WHOLE_DATE.fullmatch(re.sub(rf"(?i)^{_DAY}\s*[,/]?\s*", "", " ".join(text.split())))
    return _iso(found) if found else None


def _iso(found: re.Match[str]) -> str | None:
    part = found.groupdict()
    for n in "1234":
        if year := part.get(f"y{n}"):
            month = part.get(f"m{n}") or str(MONTH_NUMBERS[(part.get(f"n{n}") or "").lower()])
            try:
                value = date(int(year), int(month), int(part[f"d{n}"] or 0))
            except ValueError:
                return None
            return value.isoformat() if 1800 <= value.year <= 2200 else None
    return None


def publication_date(line: str, *, top: bool) -> tuple[str, bool] | None:
    """Return ``(ISO date, is it a date of change)`` of a line that holds nothing but that date.

    Away from the ``top`` a date needs a label ("Diterbitkan: …").
    """
    if len(line) > 120 or not _DIGIT.search(line):
        return None
    found = _DATE_LINE.fullmatch(line)
    if not found or not (value := _iso(found)):
        return None
    label = (found["label"] or "").lower()
    if not top and not label:
        return None
    return value, label.startswith(_CHANGED)


def dateline_date(line: str) -> str | None:
    """Return the ISO date that a dateline holds ("JAKARTA, 5 Juli 2023 - "), or None."""
    if "," in line[:40] and (found := _DATELINE_DATE.match(line[:120])):
        return _iso(found)
    return None
