"""What an abbreviation stands for, where a question asks that and a sentence spells it out. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.question import Question

# "Apa kepanjangan UMKM", "UMKM singkatan dari apa", "What does UMKM stand for?"
_ASKS = re.compile(
    r"\b(?:kepanjangan(?! tangan)|kepanjangn|singkatan|akronim)(?:nya)?\b|\bstands? for\b|"
    r"\b(?:full|long) form\b|"
    r"\b(?:short for|abbreviation|acronym)\b",
    re.IGNORECASE,
)
# Words of such a question that are no abbreviation.
_OTHERS = frozenset(
    """apa apaan apakah itu tuh dari sih ya yang yg adalah ialah merupakan singkatan singkatannya kepanjangan
    kepanjangannya kepanjangn akronim akronimnya sebutkan nama lengkap lengkapnya bentuk kata istilah huruf
    artinya maksudnya berarti untuk sebenarnya emang memang kalau kalo gimana bagaimana tolong dong kak
    what whats what's does do is are the a an of for stand stands full long form short abbreviation acronym
    letters word term mean meaning in this article tell me di pada dalam artikel berita""".split()
)
_TYPED = re.compile(r"[\w'’-]+")
_LETTERS = re.compile(r"[A-Za-z][A-Za-z0-9]{1,11}")
# A word of what is spelt out, and what parts it from the next.
_WORD, _PARTED = re.compile(r"\w[\w'’-]*"), re.compile(r"[ ,/&-]+")
_JOINS = frozenset("dan di ke dari untuk atas bagi serta of and the for in on to &".split())
# Words that an abbreviation has at the most.
_LONGEST = 10
# Letters of one that is read as a word.
_LONG = 6


def asked_abbreviation(question: Question) -> str | None:
    """Return the abbreviation whose long form a question asks for; None where it asks for none."""
    if question.asks not in ("what", "definition", "yesno") or not _ASKS.search(question.text):
        return None
    left = [word for word in _TYPED.findall(question.text) if word.casefold() not in _OTHERS]
    return left[0] if len(left) == 1 and _LETTERS.fullmatch(left[0]) else None


@lru_cache(maxsize=1024)
def long_form(text: str, abbreviation: str) -> tuple[int, int] | None:
    """Return where in a text stands what an abbreviation stands for, None where it does not.

    "Usaha Mikro Kecil Menengah (UMKM)", "UMKM (usaha mikro, kecil, dan menengah)", "UMKM atau Usaha …" and
    "UMKM adalah singkatan dari …" tell it, where its letters begin the words or follow in them.
    """
    before, behind = _patterns(abbreviation.casefold())
    for found in before.finditer(text):
        if told := _ends_with(text, found.start(), abbreviation.casefold()):
            return told
    for found in behind.finditer(text):
        if told := _begins_with(text, found.end(), abbreviation.casefold()):
            return told
    return None


@lru_cache(maxsize=64)
def _patterns(abbreviation: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands between a long form and the abbreviation behind it, and the other way round."""
    short = rf"[\"'“‘]?{re.escape(abbreviation)}\b"
    before = rf"(?:[\"'”’]? \(|,? (?:atau|disingkat|disebut(?: juga)?|or)(?: dengan)? ){short}"
    is_short = (
        r",?(?: (?:itu|ini))?(?: (?:adalah|ialah|merupakan|yaitu|yakni))? (?:singkatan|kepanjangan|akronim|"
        r"kependekan)(?: dari)? |,? (?:which )?(?:stands for|is short for) "
    )
    behind = rf"\b{re.escape(abbreviation)}[\"'”’]?(?: \(|,? (?:atau|or|alias) |{is_short})[\"'“‘]?"
    return re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE)


def _ends_with(text: str, end: int, letters: str) -> tuple[int, int] | None:
    """Return the most words up to ``end`` that have the letters."""
    words = [m.span() for m in _WORD.finditer(text, max(0, end - 160), end)][-_LONGEST:]
    if not words or _WORD.search(text, words[-1][1], end):
        return None
    runs = [words[n:] for n in range(len(words) - 1) if _joined(text, words[n:])]
    return _spelt_out(text, runs, letters)


def _begins_with(text: str, start: int, letters: str) -> tuple[int, int] | None:
    """Return the most words from ``start`` that have the letters."""
    words = [m.span() for m in _WORD.finditer(text, start, start + 160)][:_LONGEST]
    if not words or words[0][0] != start:
        return None
    runs = [words[:n] for n in range(len(words), 1, -1) if _joined(text, words[:n])]
    return _spelt_out(text, runs, letters)


def _spelt_out(text: str, runs: list[list[tuple[int, int]]], letters: str) -> tuple[int, int] | None:
    """Return of some runs of words, the longest first, one that has the letters as its words begin; else the
    shortest of capitalised ones that has them anywhere: "Badan Pengawas Pemilihan Umum (Bawaslu)"."""
    written = [(tuple(text[start:end] for start, end in run), run) for run in runs]
    for spells, tried in ((_spells, written), (_holds, written[::-1])):
        for words, run in tried:
            if spells(words, letters):
                return run[0][0], run[-1][1]
    return None


def _joined(text: str, words: list[tuple[int, int]]) -> bool:
    return all(
        _PARTED.fullmatch(text, a, b)
        for a, b in zip((w[1] for w in words), (w[0] for w in words[1:]), strict=False)
    )


def _spells(words: tuple[str, ...], letters: str) -> bool:
    """Say whether the letters stand in the words in their order, the first of each at its beginning; words
    that join may have none."""
    folded = tuple(word.casefold() for word in words)
    return _JOINS.isdisjoint((folded[0], folded[-1])) and _shared_out(folded, letters)


def _holds(words: tuple[str, ...], letters: str) -> bool:
    """Say whether words, the first with the first letter, hold the letters in their order. Of a long
    abbreviation one may be lost ("Basarnas"), or its words be in small letters ("juru pemantau jentik").
    """
    named = words[-1][0].isupper() and all(word[0].isupper() or word in _JOINS for word in words)
    if words[0][0].casefold() != letters[0] or not (named or len(letters) >= _LONG):
        return False
    left, lost = "".join(words).casefold(), 0
    at = 0
    for letter in letters:
        found = left.find(letter, at)
        lost += found < 0
        at = found + 1 if found >= 0 else at
    return lost <= int(named and len(letters) >= _LONG)


@lru_cache(maxsize=4096)
def _shared_out(words: tuple[str, ...], letters: str) -> bool:
    if not words:
        return not letters
    first, rest = words[0], words[1:]
    if first in _JOINS and _shared_out(rest, letters):
        return True
    if not letters or first[0] != letters[0]:
        return False
    # The word's own first letter, then any that follow in it.
    at = 1
    for taken in range(1, len(letters) + 1):
        if _shared_out(rest, letters[taken:]):
            return True
        at = first.find(letters[taken : taken + 1] or "\0", at) + 1
        if not at:
            return False
    return False
