"""The words of a quotation as they are compared, each with where it stands.

What ``quotes.md`` calls ignored goes here: case, punctuation, marks, accents; ``%`` is *persen*,
*dua belas* and 12 are one number. Hyphens part words; words written joined are met in ``align``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain, pairwise
from operator import itemgetter
from typing import NamedTuple

from rag.words import fold_word

_TOKEN = re.compile(
    r"(?<![\d:.,])\d{1,2}:[0-5]\d(?![\d:])"  # 19:30, which others write 19.30
    r"|(?:(?:(?<![^\s(])|(?<=Rp)|(?<=\$))[-−–]|(?<=\b[Hh])[-−–+])\d+(?:[.,]\d+)*"  # -5 is no 5, H-1 no H+1
    r"|\d+(?:[.,]\d+)*(?:\+(?!\d))?"  # 3.000  97,5  19.30  18+
    r"|(?<![^\s(])[-−–](?=(?:Rp|US\$|[$€£¥])(?:\d|$))"  # -Rp5
    r"|[^\W\d_²³₂₃]+(?:['’`ʼ][^\W\d_²³₂₃]+)*|[²³₂₃]"  # Jum'at is one word, km² two as km2 is
    r"|[%‰$€£¥]|(?<=\d)/(?=\d)|[<>≤≥±~≈](?=\d)|(?<!\S)[<>≤≥±](?!\S)"  # signs that are read aloud
    r"|(?<=[A-DO])[+](?!\w)|(?<=[A-DO])[-−](?!.)"  # BBB+ is no BBB-
)
_BLANK = re.compile(r"\n\s*\n")
_CHUNK = re.compile(rf"\S+|{_BLANK.pattern}")
_APOSTROPHE = re.compile("['’`ʼ]")
_SIGNS = {
    "%": "persen", "‰": "permil", "½": "setengah", "¼": "seperempat", "¾": "#0.75",
    "+": "plus", "-": "minus", "−": "minus", "–": "minus",
}  # fmt: skip
# Without its apostrophe it is another word: "we're" is no "were", "he'll" no "hell".
_CONTRACTED = re.compile("(?:we|he|she|i)'(?:re|ll|d)")
# Spellings of one word that are no slip of the pen.
_SAME = {
    "prosen": "persen", "percent": "persen", "milyar": "miliar", "trilyun": "triliun",
    "rb": "ribu", "jt": "juta",
}  # fmt: skip
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
NUMBER_SIGN = "#"
_COUNTING = frozenset({*_UNITS, *_TIMES, *_SCALES, *_PARTS, _QUARTERS, _COMMA, "belas"})
# Words that a number begins with, closed by a mark or not.
_FIRST = frozenset(f"{word}{mark}" for word in (*_UNITS, *_PARTS) for mark in ("", "."))
# Words that a number in digits goes on with: "3 ribu", "2 setengah"; 2.50 persen is no time of the day.
_GOING_ON = frozenset(
    (_PER_CENT, *(f"{word}{mark}" for word in (*_SCALES, _HALF, _QUARTERS, _COMMA) for mark in ("", ".")))
)
# Marks that end a number in words: "dua puluh. Lima orang" is 20 and 5.
_ENDING = ".,;:!?…"
# … and what does so between its words: "dua puluh (lima di antaranya anak)", "dua puluh — lima". Where one
# stands, so does ``_MARK`` among the words.
_PARTING = re.compile(rf"[()\[\]{{}}—–/]|(?<!.)-(?!.)|{_BLANK.pattern}")
_MARK = "."


class Token(NamedTuple):
    """A word or number: its code-point span and what it is compared by.

    ``norm`` of a number is ``#`` and its value: 12, "dua belas" and "12" are ``#12``.
    """

    start: int
    end: int
    norm: str

    @property
    def is_number(self) -> bool:
        """Say whether it is a number, an ordinal among them."""
        return self.norm.startswith(NUMBER_SIGN)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the words and numbers of ``text[start:end]`` in order; offsets are into ``text``."""
    plain: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _CHUNK.finditer(text, start, len(text) if end is None else end):
        words, places = _CHUNKS[match.group()]
        at = match.start()
        plain += words
        for first, last in places:
            starts.append(at + first)
            ends.append(at + last)
    if _MARK in plain:
        _heed_marks(plain, starts, ends)
    for i, size, norm in reversed(list(_numbers(plain))):
        ends[i : i + size] = [ends[i + size - 1]]
        starts[i : i + size] = [starts[i]]
        plain[i : i + size] = [norm]
    return list(map(Token._make, zip(starts, ends, map(_open, plain), strict=True)))


def norms(text: str) -> list[str]:
    """Return what the words of ``text`` are compared by, in order, as ``tokens`` does."""
    chunks = text.split() if _BLANK.search(text) is None else _CHUNK.findall(text)
    plain = list(chain.from_iterable(map(_PLAIN, map(_CHUNKS.__getitem__, chunks))))
    if _MARK in plain:
        _heed_marks(plain)
    for i, size, norm in reversed(list(_numbers(plain))):
        plain[i : i + size] = [norm]
    return [word[:-1] if word[-1] == "." else word for word in plain]  # _open, a million times a build


_Chunk = tuple[tuple[str, ...], tuple[tuple[int, int], ...]]
_PLAIN = itemgetter(0)


class _Chunks(dict[str, _Chunk]):
    """The plain words of each chunk between spaces met so far and where in it they stand.

    Where a mark parts numbers, ``_MARK`` stands among them. They are remembered as ``words._Chunks``
    remembers stems.
    """

    LIMIT = 500_000

    def __missing__(self, chunk: str) -> _Chunk:
        if len(self) >= self.LIMIT:
            self.clear()
        word = chunk.rstrip(_ENDING)
        if word.isascii() and word.isalpha():  # most are, and need no regular expression
            spans = [(0, len(word))]
        else:
            spans = [m.span() for m in _TOKEN.finditer(chunk)]
        words: list[str] = []
        places: list[tuple[int, int]] = []
        at = 0
        for first, last in (*spans, (len(chunk), len(chunk))):
            if _PARTING.search(chunk, at, first):
                words.append(_MARK)
                places.append((at, at))
            if first < last:
                words.append(_closed(_plain(chunk[first:last]), chunk[last : last + 1]))
                places.append((first, last))
            at = last
        known = self[chunk] = tuple(words), tuple(places)
        return known


_CHUNKS = _Chunks()


@lru_cache(maxsize=200_000)
def _plain(word: str) -> str:
    """Return what a word is compared by, a number in words or with its scale left to ``_numbers``."""
    # An apostrophe may be a word's only letter (ʼ).
    folded = _APOSTROPHE.sub("'", fold_word(word))
    if _CONTRACTED.fullmatch(folded):
        return folded
    norm = _SIGNS.get(word) or folded.replace("'", "") or word
    if norm[-1].isdigit() and norm[0] in "-−–+":
        return f"{NUMBER_SIGN}{'+' if norm[0] == '+' else '-'}{_digits(norm[1:])}"
    if norm[0].isdigit():
        return NUMBER_SIGN + _digits(norm.replace(":", "."))
    ordinal = _ORDINAL.match(norm)
    return f"{NUMBER_SIGN}ke{_UNITS[ordinal.group(1)]}" if ordinal else _SAME.get(norm, norm)


def _closed(norm: str, behind: str) -> str:
    """Return a number word with a full stop where a mark behind it ends the number."""
    return f"{norm}." if _counts(norm) and behind and behind in _ENDING else norm


def _counts(norm: str) -> bool:
    return norm in _COUNTING or norm[0] == NUMBER_SIGN


def _heed_marks(plain: list[str], *places: list[int]) -> None:
    """Take the marks out, with their ``places``; a word of a number before one, and one behind it, close."""
    for i in reversed([i for i, norm in enumerate(plain) if norm == _MARK]):
        del plain[i]
        for column in places:
            del column[i]
        if (
            0 < i < len(plain)
            and plain[i - 1][-1] != "."
            and _counts(plain[i - 1])
            and _counts(_open(plain[i]))
        ):
            plain[i - 1] += "."


def _open(norm: str) -> str:
    return norm[:-1] if norm[-1] == "." else norm


def _numbers(plain: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where numbers of several words, or spelled out, begin, their size and norm."""
    done = 0
    for i in [i for i, word in enumerate(plain) if word in _FIRST or word[0] == NUMBER_SIGN]:
        if i < done or _is_idiom(plain, i) or _is_lone(plain, i):
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


def _digits(norm: str) -> str:
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


def bigrams(found: Sequence[str]) -> list[str]:
    """Return the pairs of neighbours, each as one word."""
    return [f"{a}_{b}" for a, b in pairwise(found)]
