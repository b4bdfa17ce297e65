"""Numbers as people write them, in words and in digits: what each is compared by is its value.

They are read from the plain words of a text (``wording``). A word of a number that a mark ends carries a
full stop there: "dua puluh. Lima orang" is 20 and 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

NUMBER_SIGN = "#"
# Among the plain words: here stands a mark that ends a number and belongs to no word.
MARK = "."
_UNITS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5,
    "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9, "sepuluh": 10, "sebelas": 11,
    "seratus": 100, "seribu": 1000, "sejuta": 1_000_000,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_TIMES = {"puluh": 10, "ratus": 100, "hundred": 100}
# "One hundred and five", "two thousand and twelve".
_AND, _BEFORE_AND = "and", frozenset("hundred thousand million billion".split())
_PARTS = {"setengah": Decimal("0.5"), "seperempat": Decimal("0.25")}
_HALF, _QUARTERS, _COMMA, _PER_CENT = "setengah", "perempat", "koma", "persen"
_SCALES = {
    "ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12,
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
# What a number behind these words is written with.
_BEFORE = {"ke": "ke", "minus": "-"}
_ORDINAL = re.compile(r"ke(satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)$")
_DIGIT_WORDS = {str(value): word for word, value in reversed(_UNITS.items())}
_COUNTING = frozenset({*_UNITS, *_TIMES, *_SCALES, *_PARTS, _QUARTERS, _COMMA, "belas"})
# Words that a number begins with, closed by a mark or not.
_FIRST = frozenset(f"{word}{mark}" for word in (*_UNITS, *_PARTS) for mark in ("", "."))
# … and those that ``closed`` may have put a mark behind.
_NOTED = _FIRST | {f"{word}." for word in _COUNTING}
# Words that a number in digits goes on with: "3 ribu", "2 setengah"; 2.50 persen is no time of the day.
_GOING_ON = frozenset(
    (_PER_CENT, *(f"{word}{mark}" for word in (*_SCALES, _HALF, _QUARTERS, _COMMA) for mark in ("", ".")))
)
# Marks that end a number in words: "dua puluh. Lima orang" is 20 and 5.
ENDING = ".,;:!?…"


def ordinal(norm: str) -> str | None:
    """Return what an ordinal of one word is compared by, None for any other word: "kelima" is ``#ke5``."""
    found = _ORDINAL.match(norm)
    return f"{NUMBER_SIGN}ke{_UNITS[found.group(1)]}" if found else None


def closed(norm: str, behind: str) -> str:
    """Return a number word with a full stop where a mark behind it ends the number."""
    return f"{norm}." if counts(norm) and behind and behind in ENDING else norm


def is_number(norm: str) -> bool:
    """Say whether a compared word is a number, an ordinal among them."""
    return norm[0] == NUMBER_SIGN


def counts(norm: str) -> bool:
    """Say whether a compared word is a number, or one of those that numbers are written with."""
    return norm in _COUNTING or is_number(norm)


def values(norms: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return the value of every number among folded words, and the words ``[first, end)`` that it is."""
    plain = [NUMBER_SIGN + digits(norm) if norm[0].isdigit() else norm for norm in norms]
    first, last = list(range(len(plain))), list(range(len(plain)))
    put_together(plain, first, last)
    return [(norm, a, b + 1) for norm, a, b in zip(plain, first, last, strict=True) if is_number(norm)]


def _heed_marks(plain: list[str], *places: list[int]) -> None:
    """Take the marks out, with their ``places``; a word of a number before one, and one behind it, close."""
    for i in reversed([i for i, norm in enumerate(plain) if norm == MARK]):
        del plain[i]
        for column in places:
            del column[i]
        if (
            0 < i < len(plain)
            and plain[i - 1][-1] != "."
            and counts(plain[i - 1])
            and counts(_open(plain[i]))
        ):
            plain[i - 1] += "."


def _open(norm: str) -> str:
    return norm[:-1] if norm[-1] == "." else norm


def put_together(plain: list[str], *places: list[int]) -> None:
    """Put numbers of several words, or spelled out, together, with their ``places``: starts and ends."""
    if MARK in plain:
        _heed_marks(plain, *places)
    counting = [i for i, word in enumerate(plain) if word in _NOTED or word[0] == NUMBER_SIGN]
    found = list(_numbers(plain, counting))
    for i in counting:
        plain[i] = _open(plain[i])
    for i, size, norm in reversed(found):
        for column, kept in zip(places, (i, i + size - 1), strict=False):
            column[i : i + size] = [column[kept]]
        plain[i : i + size] = [norm]


def _numbers(plain: Sequence[str], counting: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Yield where numbers of several words, or spelled out, begin, their size and norm."""
    done = 0
    for i in counting:
        begins = plain[i][0] == NUMBER_SIGN or plain[i] in _FIRST
        if i < done or not begins or _is_idiom(plain, i) or _is_lone(plain, i):
            continue
        size, value = _number(plain, i)
        before = plain[i - 1] if i > done else ""
        if before in _BEFORE and not value.startswith(tuple(_BEFORE.values())):
            yield i - 1, size + 1, f"{NUMBER_SIGN}{_BEFORE[before]}{value}"
        elif size > 1 or _open(plain[i]) != NUMBER_SIGN + value:
            yield i, size, NUMBER_SIGN + value
        done = i + size


def _is_lone(plain: Sequence[str], i: int) -> bool:
    """Say whether a number in digits is all there is of it, as most are."""
    if plain[i][0] != NUMBER_SIGN or plain[i].startswith("ke", 1) or (i > 0 and plain[i - 1] in _BEFORE):
        return False
    return i + 1 == len(plain) or plain[i + 1] not in _GOING_ON


def _is_idiom(plain: Sequence[str], i: int) -> bool:
    """Say whether a spelled number only begins "satu pun", "dua-duanya": written joined too."""
    behind = plain[i + 1] if i + 1 < len(plain) else ""
    return plain[i] in _UNITS and (behind == "pun" or behind.startswith((plain[i], f"ke{plain[i]}")))


def _number(plain: Sequence[str], i: int) -> tuple[int, str]:
    """Return how many words from ``i`` make the number that begins there, and its value."""
    first = _open(plain[i])
    value = first.removeprefix(NUMBER_SIGN)
    if value.startswith("ke"):
        return _ordinal(plain, i, value.removeprefix("ke"))
    size, value = _spelled(plain, i) if first in _UNITS else (1, str(_PARTS.get(first, value)))
    if _ends(plain, i + size):
        return size, value
    if plain[i + size] == _PER_CENT and value.replace(".", "", 1).isdecimal():
        return size, _written(Decimal(value))
    more, part = _part(plain, i + size, value)
    if more and first not in _PARTS and _open(plain[i + size - 1]) not in _SCALES:
        size, value = size + more, part
    scaled = _SCALES.get(_open(plain[i + size])) if not _ends(plain, i + size) else None
    if scaled and (more or first not in _UNITS) and value.replace(".", "", 1).isdecimal():
        return size + 1, _written(Decimal(value) * scaled)
    return size, value


def _ends(plain: Sequence[str], j: int) -> bool:
    """Say whether a number ends before word ``j``: nothing follows, or a mark stands between."""
    return j >= len(plain) or plain[j - 1][-1] == "."


def _part(plain: Sequence[str], j: int, value: str) -> tuple[int, str]:
    """Return how many words from ``j`` are a part of one ("satu setengah", "dua koma lima"), and the sum."""
    if not value.isdecimal():
        return 0, value
    if _open(plain[j]) == _HALF:
        return 1, _written(Decimal(value) + _PARTS[_HALF])
    if _open(plain[j]) == _QUARTERS and value == "3":
        return 1, "0.75"
    places = ""
    if plain[j] == _COMMA:
        for word in plain[j + 1 : j + 4]:
            if not 0 <= (digit := _UNITS.get(_open(word), -1)) < 10:
                break
            places += str(digit)
            if word[-1] == ".":
                break
    return (1 + len(places), _written(Decimal(f"{value}.{places}"))) if places else (0, value)


def _ordinal(plain: Sequence[str], i: int, value: str) -> tuple[int, str]:
    """Read "keempat belas" and "kedua puluh" as one ordinal."""
    if value in _DIGIT_WORDS and not _ends(plain, i + 1) and _open(plain[i + 1]) in (*_TIMES, "belas"):
        size, value = _spelled([_DIGIT_WORDS[value], *plain[i + 1 : i + 9]], 0)
        return size, f"ke{value}"
    return 1, f"ke{value}"


def _spelled(plain: Sequence[str], i: int) -> tuple[int, str]:
    """Read a number in words by place: "dua ratus tiga puluh lima ribu"."""
    total, group, unit = 0, 0, None
    ceiling, place = 10**15, 1000  # what may still follow must be smaller
    j = i
    while j < len(plain) and not (j > i and plain[j - 1][-1] == "."):
        norm = _open(plain[j])
        if norm in _SCALES and (group or unit is not None) and _SCALES[norm] < ceiling:
            total += (group + (unit or 0)) * _SCALES[norm]
            ceiling, place, group, unit = _SCALES[norm], 1000, 0, None
        elif norm in _TIMES and unit is not None and 0 < unit < 10 and place > _TIMES[norm]:
            group, place, unit = group + unit * _TIMES[norm], _TIMES[norm], None
        elif norm == "belas" and unit is not None and 1 < unit < 10:
            group, place, unit = group + unit + 10, 1, None
        elif norm in _UNITS and unit is None and _fits(_UNITS[norm], place, ceiling, norm):
            value = _UNITS[norm]
            if norm in ("seribu", "sejuta"):
                total, ceiling, place = total + value, value, 1000
            elif value >= 10:
                group, place = group + value, 100 if value == 100 else 10 if value > 19 else 1
            else:
                unit = value
        elif norm == _AND and j > i and plain[j - 1] in _BEFORE_AND and _goes_on(plain, j + 1):
            place = min(place, 100)
        else:
            break
        j += 1
    return j - i, str(total + group + (unit or 0))


def _goes_on(plain: Sequence[str], j: int) -> bool:
    """Say whether a number below a hundred in words stands there, and no greater one."""
    size, value = _spelled(plain, j) if j < len(plain) and _open(plain[j]) in _UNITS else (0, "")
    return 0 < size <= 2 and int(value) < 100


def _fits(value: int, place: int, ceiling: int, norm: str) -> bool:
    if norm in ("seribu", "sejuta"):
        return value < ceiling and place == 1000
    return value < place and place > 1


def digits(norm: str) -> str:
    """Return the value of a number in digits: 3.000 is 3000, 97,5 is 97.5, a clock's 19.30 stays."""
    whole, comma, part = norm.partition(",")
    groups = whole.split(".")
    if len(groups) == 1 and len(part) == 3 and part[-1] == "0" != whole[0] and len(whole) <= 3:
        whole, part = whole + part, ""  # 10,000 in English
    elif (
        groups[0] != "0" and len(groups) > 1 and all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3
    ):
        whole = "".join(groups)
    elif len(groups) == 2 and not comma and groups[0] == "0":
        whole, part = groups
    elif len(groups) == 2 and not comma and len(groups[1]) == 1:
        whole, comma, part = groups[0], ",", groups[1]
    elif len(groups) > 1:
        return norm.replace(",", ".").lstrip("0")  # 09.05 is 9.05
    if not f"{whole}{part}".isdecimal():
        return norm.replace(",", "")  # 1,500,000: no Indonesian decimal
    return _written(Decimal(f"{whole}.{part or 0}"))


def _written(value: Decimal) -> str:
    return format(value.normalize(), "f")
