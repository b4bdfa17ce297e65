"""When somebody spoke: "Senin (3/7)" or "Senin" beside an attribution, as a whole date or not at all."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cached_property

from rag.calendar_names import MONTH_BEHIND_DAY, MONTH_NUMBERS, WEEKDAY, WEEKDAYS
from rag.speech.subjects import Attribution

_DATE = re.compile(
    rf"(?:\b(?P<day>{WEEKDAY}),?\s*(?:pagi|siang|sore|petang|malam|dini hari|kemarin|lalu)?,?\s*)?"
    r"(?:\(\s*(?P<d1>\d{1,2})\s*[/\-.]\s*(?P<m1>\d{1,2})(?:\s*[/\-.]\s*(?P<y1>\d{4}|\d{2}))?\s*\)"
    rf"|\(?\s*\b(?P<d2>\d{{1,2}})\s+(?P<m2>{MONTH_BEHIND_DAY})(?:\s+(?P<y2>\d{{4}}))?)",
    re.IGNORECASE,
)
# ", Kamis.", "saat dihubungi pada Rabu sore,": of the week in which the paper came out.
_WEEKDAY = re.compile(
    r"(?:,|\bpada(?: hari)?|\bhari|\bon|\b[Dd]i(?:hubungi|temui|wawancarai|konfirmasi)\b[^,.;\n]{0,60})\s+"
    rf"(?P<day>{WEEKDAY})(?: (?:pagi|siang|sore|petang|malam))?"
    r"(?=\s*(?:[.,;]|$))",
    re.IGNORECASE,
)
# The day may be that of what is spoken about, or of another week.
_OF_ANOTHER = re.compile(
    r"\b(?:soal|tentang|mengenai|terkait|about|lalu|depan|mendatang|besok|sejak|hingga|sampai|until|since|"
    r"last|next)\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(r"\d\s*[/\-.]\s*\d|\d\s+[A-Za-z]")  # what every date has, found at a glance
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?![\d.,]\d|\d)")
# A date that tells when another outlet was quoted is not when somebody spoke.
_QUOTED = re.compile(
    r"\b(?:dikutip|dilansir|mengutip|melansir|diterima|dihimpun|diberitakan)\b", re.IGNORECASE
)
# "…, kata Sari, Senin (3/7)."
_DATED = re.compile(r"[^,]{0,40},[^,(]{0,24}\([^()]*\)")
LONGEST_DELAY = timedelta(days=200)
# Farther on within one endless "sentence" a date belongs to something else.
_REACH = 600


class Calendar:
    """Turns the dates that one article writes into ISO dates."""

    def __init__(self, text: str, published: str | None) -> None:
        self.published = _parse(published)
        self._text = text

    @cached_property
    def years(self) -> list[int]:
        """Return the years that the article names, in order."""
        return sorted({int(m.group()) for m in _YEAR.finditer(self._text)})

    def spoken_on(self, text: str, start: int, end: int) -> str | None:
        """Return the only date in a stretch of an attribution; None where there is none or a doubt."""
        end = min(end, start + _REACH)
        found = list(_DATE.finditer(text, start, end)) if _PERHAPS.search(text, start, end) else []
        if not found:
            return self._this_week(text, start, end)
        if len(found) != 1 or _QUOTED.search(text, start, found[0].start()):
            return None
        value = self._resolve(found[0])
        return value.isoformat() if value else None

    def reported_on(self, text: str, start: int, end: int, found: Attribution) -> str | None:
        """Return the day of the report ``[start, end)`` only where it stands with the reporting clause."""
        if found.rule == "cue within":
            near = _DATED.match(text, found.end, end)
            return self.spoken_on(text, found.end, near.end()) if near else None
        return self.spoken_on(text, start, found.end)

    def _this_week(self, text: str, start: int, end: int) -> str | None:
        """Return the day that a weekday alone means: the last such one, the day of publication included."""
        found = list(_WEEKDAY.finditer(text, start, end)) if self.published else []
        if len(found) != 1 or self.published is None or found[0]["day"].islower():
            return None
        if any(doubt.search(text, start, end) for doubt in (_QUOTED, _OF_ANOTHER)):
            return None
        back = (self.published.weekday() - WEEKDAYS[found[0]["day"].lower()]) % 7
        return (self.published - timedelta(days=back)).isoformat()

    def _resolve(self, found: re.Match[str]) -> date | None:
        day = int(found["d1"] or found["d2"])
        month = int(found["m1"]) if found["m1"] else MONTH_NUMBERS[found["m2"].lower()]
        year = found["y1"] or found["y2"]
        weekday = WEEKDAYS.get((found["day"] or "").lower())
        if year:
            whole = _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
            return whole if whole and weekday in (None, whole.weekday()) else None
        if self.published:
            near = [_date(self.published.year - n, month, day) for n in (0, 1)]
            past = [d for d in near if d and timedelta(days=-1) <= self.published - d <= LONGEST_DELAY]
        elif weekday is not None:
            past = [d for y in self.years if (d := _date(y, month, day))]
        else:
            return None
        fitting = [d for d in past if weekday in (None, d.weekday())]
        return fitting[0] if len(fitting) == 1 else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _parse(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None
