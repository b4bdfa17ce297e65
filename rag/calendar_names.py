"""What months and weekdays are called in Indonesian and English: whole, as they were spelt, and for short."""

from __future__ import annotations

import re

# The twelve months in their order, as they are printed.
MONTHS_OF = {
    "id": tuple(
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
    ),
    "en": tuple(
        "January February March April May June July August September October November December".split()
    ),
}
SHORT_MONTHS_OF = {
    "id": tuple("Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()),
    "en": tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
}
_SPELT_OTHERWISE = {"pebruari": 2, "nopember": 11}
_SHORT_OTHERWISE = {"agt": 8, "ags": 8, "sept": 9}


def _numbered(names_of: dict[str, tuple[str, ...]]) -> dict[str, int]:
    return {name.lower(): n for names in names_of.values() for n, name in enumerate(names, 1)}


# A month's whole name in small letters, and its number, 1 to 12.
MONTHS = _numbered(MONTHS_OF) | _SPELT_OTHERWISE
# "mar", "des" and "sep" are words and names too: they mean months only behind the number of a day.
_SHORT = _numbered(SHORT_MONTHS_OF) | _SHORT_OTHERWISE
# Whole and short names.
MONTH_NUMBERS = _SHORT | MONTHS
# A weekday in small letters, and its number: 0 is Monday, as for ``date.weekday``.
WEEKDAYS = {
    name: n
    for n, names in enumerate(
        "senin monday|selasa tuesday|rabu wednesday|kamis thursday|jumat jum'at jum’at friday|sabtu saturday|"
        "minggu ahad sunday".split("|")
    )
    for name in names.split()
}
# The names of days and months, in either language.
OF_DAYS = frozenset(MONTH_NUMBERS).union(WEEKDAYS)

# For patterns that heed no case; each ends as a word. For short a month has its capital.
MONTH = rf"(?:{'|'.join(MONTHS)})\b"
_CAPITALISED = "|".join(form for name in _SHORT for form in (name.capitalize(), name.upper()))
MONTH_BEHIND_DAY = rf"(?:{MONTH}|(?-i:{_CAPITALISED})\b)"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})\b"
# Words of which one stands in every date that has no figure: "Senin", "akhir pekan", "usai Lebaran".
_DATING = frozenset(
    """awal pertengahan akhir depan lalu mendatang besok lusa lebaran natal ramadan ramadhan idulfitri idul
    iduladha paskah nyepi imlek triwulan kuartal semester caturwulan quarter half""".split()
).union(re.split("['’]", name)[0] for name in (*WEEKDAYS, *MONTHS))
_FIGURE, _WORD = re.compile(r"\d"), re.compile(r"\w+")


def may_date(text: str) -> bool:
    """Say whether a text can tell a date: most sentences have no figure and no such word, which is seen ten
    times as fast as that they tell none."""
    return _FIGURE.search(text) is not None or not _DATING.isdisjoint(_WORD.findall(text.lower()))


# A year, and no part of a larger number.
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")
# "Sepanjang 2025, turun dari Rp 361 miliar pada tahun sebelumnya"; "naik dari tahun sebelumnya" tells nothing
# of it, and "tahun lalu" is the one before the article's.
_YEAR_BEFORE = re.compile(
    r"\b(?:dari|daripada|from) (?:\w+ ){0,2}?(?:rp ?|us\$ ?|\$)?\d[\d.,]*(?: [^\s,;]+){0,4}? "
    r"(?:(?:pada |di |dalam )?(?:tahun|setahun) sebelumnya|(?:in )?the previous year|"
    r"a year (?:earlier|before))\b",
    re.IGNORECASE,
)


def years_told(text: str) -> frozenset[str]:
    """Return the years that a text names, and the one before the only one that it calls so."""
    named = frozenset(YEAR.findall(text))
    if len(named) != 1 or not _YEAR_BEFORE.search(text):
        return named
    return named | {str(int(year) - 1) for year in named}
