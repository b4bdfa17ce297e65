"""The words of a quotation as they are compared, each with where it stands.

What ``quotes.md`` calls ignored goes here: case, punctuation, marks, accents; ``%`` is *persen*,
*dua belas* and 12 are one number. Hyphens part words; words written joined are met in ``align``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from itertools import chain, pairwise
from operator import itemgetter
from typing import NamedTuple

from rag.numerals import ENDING, MARK, NUMBER_SIGN, closed, counts, digits, is_number, ordinal, put_together
from rag.words import fold, fold_word

_TOKEN = re.compile(
    r"(?<![\d:.,])\d{1,2}:[0-5]\d(?![\d:])"  # 19:30, which others write 19.30
    r"|(?:(?:(?<![^\s(])|(?<=Rp)|(?<=\$))[-−–]|(?<=\b[Hh])[-−–+])\d+(?:[.,]\d+)*"  # -5 is no 5, H-1 no H+1
    r"|\d+(?:[.,]\d+)*(?:\+(?!\d))?"  # 3.000  97,5  19.30  18+
    r"|(?<![^\s(])[-−–](?=(?:Rp|US\$|[$€£¥])(?:\d|$))"  # -Rp5
    r"|[^\W\d_²³₂₃]+(?:['’`ʼ][^\W\d_²³₂₃]+)*|[²³₂₃]"  # Jum'at is one word, km² two as km2 is
    r"|[%‰$€£¥]|(?<=\d)/(?=\d)|[<>≤≥±~≈](?=\d)|(?<!\S)[<>≤≥±](?!\S)"  # signs that are read aloud
    r"|(?<=[A-DO])[+](?!\w)|(?<=[A-DO])[-−](?!.)"  # BBB+ is no BBB-
)
_BLANK = re.compile(r"(\n\s*\n)")
_APOSTROPHES = "'’`ʼ"
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_JOINING = re.compile(rf"(?<=[^\W\d_]){_APOSTROPHE.pattern}(?=[^\W\d_])")
_NO_WORD = re.compile(r"[^\w\x00-\x7f]+")
_ONLY_LETTERS = bytes(byte if 97 <= byte <= 122 else 32 for byte in range(256))
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
# What is compared by a word that is not written.
_READ_ALOUD = frozenset((*_SIGNS.values(), *_SAME.values()))
# What ends a number between its words: "dua puluh (lima di antaranya anak)", "dua puluh — lima". Where one
# stands, so does ``MARK`` among the words.
_PARTING = re.compile(rf"[()\[\]{{}}—–/]|(?<!.)-(?!.)|{_BLANK.pattern}")


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
        return is_number(self.norm)


# As Token._make does, in a third of its time: hundreds are made for each text that is compared.
_token: Callable[[tuple[int, int, str]], Token] = partial(tuple.__new__, Token)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the words and numbers of ``text[start:end]`` in order; offsets are into ``text``."""
    found, starts, ends = placed(text, start, end)
    return list(map(_token, zip(starts, ends, found, strict=True)))


def placed(text: str, start: int = 0, end: int | None = None) -> tuple[list[str], list[int], list[int]]:
    """Return what the words and numbers of ``text[start:end]`` are compared by, and where in ``text`` each
    begins and ends: what ``tokens`` returns, as columns."""
    plain: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = start
    for chunk in _chunks(text[start:end]):
        at = text.index(chunk, at)
        words, places = _CHUNKS[chunk]
        plain += words
        for first, last in places:
            starts.append(at + first)
            ends.append(at + last)
        at += len(chunk)
    put_together(plain, starts, ends)
    return plain, starts, ends


def norms(text: str) -> list[str]:
    """Return what the words of ``text`` are compared by, in order, as ``tokens`` does."""
    plain = list(chain.from_iterable(map(_PLAIN, map(_CHUNKS.__getitem__, _chunks(text)))))
    put_together(plain)
    return plain


def _chunks(text: str) -> list[str]:
    """Return what stands between spaces, blank lines among it."""
    found: list[str] = []
    for n, part in enumerate(_BLANK.split(text)):
        found += [part] if n % 2 else part.split()
    return found


_Chunk = tuple[tuple[str, ...], tuple[tuple[int, int], ...]]
_PLAIN = itemgetter(0)


class _Chunks(dict[str, _Chunk]):
    """The plain words of each chunk between spaces met so far and where in it they stand.

    Where a mark parts numbers, ``MARK`` stands among them. They are remembered as ``words._Chunks``
    remembers stems.
    """

    LIMIT = 500_000

    def __missing__(self, chunk: str) -> _Chunk:
        if len(self) >= self.LIMIT:
            self.clear()
        word = chunk.rstrip(ENDING)
        if word.isascii() and word.isalpha():  # most are, and need no regular expression
            size = len(word)
            alone: _Chunk = (closed(_plain(word), chunk[size : size + 1]),), ((0, size),)
            self[chunk] = alone
            return alone
        words: list[str] = []
        places: list[tuple[int, int]] = []
        at = 0
        for first, last in (*(m.span() for m in _TOKEN.finditer(chunk)), (len(chunk), len(chunk))):
            if _PARTING.search(chunk, at, first):
                words.append(MARK)
                places.append((at, at))
            if first < last:
                words.append(closed(_plain(chunk[first:last]), chunk[last : last + 1]))
                places.append((first, last))
            at = last
        known = self[chunk] = tuple(words), tuple(places)
        return known


_CHUNKS = _Chunks()


@lru_cache(maxsize=200_000)
def _plain(word: str) -> str:
    """Return what a word is compared by, a number in words or with its scale left to ``put_together``."""
    if word.isascii() and word.isalpha():  # most are: no sign, no apostrophe, no digit
        norm = word.lower()
        return ordinal(norm) or _SAME.get(norm, norm)
    # An apostrophe may be a word's only letter (ʼ).
    folded = _APOSTROPHE.sub("'", fold_word(word))
    if _CONTRACTED.fullmatch(folded):
        return folded
    norm = _SIGNS.get(word) or folded.replace("'", "") or word
    if norm[-1].isdigit() and norm[0] in "-−–+":
        return f"{NUMBER_SIGN}{'+' if norm[0] == '+' else '-'}{digits(norm[1:])}"
    if norm[0].isdigit():
        return NUMBER_SIGN + digits(norm.replace(":", "."))
    return ordinal(norm) or _SAME.get(norm, norm)


def letters(text: str) -> bytes:
    """Return the words of a text in ASCII letters, each between spaces, for ``stands`` to look for words in.

    What parts words is as in ``norms``; a letter that folds to none in ASCII parts them too. A sixth of the
    time that ``norms`` takes.
    """
    if any(apostrophe in text for apostrophe in _APOSTROPHES):
        text = _JOINING.sub("", text)
    if not text.isascii():
        text = _NO_WORD.sub(" ", text)
    folded = fold(text).replace("ʼ", "").encode("ascii", "replace")
    return b" %b " % folded.translate(_ONLY_LETTERS)


def is_plain(norm: str) -> bool:
    """Say whether a compared word is only ever written in its letters, all ASCII: no number, no sign."""
    return norm.isascii() and norm.isalpha() and norm not in _READ_ALOUD and not counts(norm)


def stands(norm: str, letters: bytes) -> bool:
    """Say whether a plain word stands in a text of these ``letters``, be it part of a number ("ke-5")."""
    return b" %b " % norm.encode("ascii") in letters


def bigrams(found: Sequence[str]) -> list[str]:
    """Return the pairs of neighbours, each as one word."""
    return [f"{a}_{b}" for a, b in pairwise(found)]
