"""Abbreviations of a sentence in the words of its source. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rag.glossary import synonyms
from rag.terms import EMPTY
from rag.wording import Token, tokens

# Fewer letters stand for too much; more are no abbreviation.
_FEWEST, _MOST = 2, 7


def in_full(told: str, source: str) -> str:
    """Return a sentence with each abbreviation that its source has only in full as the source has it.

    Known ones ("Sulsel", "Plt") are those of the lexicon; letters stand for the capitals of names in the
    source: "BKSDA" of "Balai Konservasi Sumber Daya Alam".
    """
    there = tokens(source)
    known = {token.norm for token in there}
    parts, done = [], 0
    for token in tokens(told):
        written = told[token.start : token.end]
        if token.norm in known or not written[0].isupper():
            continue
        whole = _known(token.norm, there) or _by_letters(written, source, there)
        if whole:
            parts += [told[done : token.start], source[slice(*whole)]]
            done = token.end
    return "".join([*parts, told[done:]])


def _known(norm: str, there: Sequence[Token]) -> tuple[int, int] | None:
    for phrase in synonyms().get((norm,), ()):
        size = len(phrase)
        for i in range(len(there) - size + 1) if size >= _FEWEST else ():
            if tuple(t.norm for t in there[i : i + size]) == phrase:
                return there[i].start, there[i + size - 1].end
    return None


def _by_letters(written: str, source: str, there: Sequence[Token]) -> tuple[int, int] | None:
    """Return where words stand, each with a capital, that begin with the letters; empty ones between count
    for nothing: "Dinas Pekerjaan Umum dan Penataan Ruang"."""
    if not (written.isupper() and written.isalpha() and _FEWEST < len(written) <= _MOST):
        return None
    for i, first in enumerate(there):
        if source[first.start] != written[0]:
            continue
        at, last = 0, first
        for token in there[i:]:
            if at < len(written) and source[token.start] == written[at]:
                at, last = at + 1, token
            elif token.norm not in EMPTY or at == len(written):
                break
            if source[last.end : token.start].strip() and token is not last:
                break
        if at == len(written):
            return first.start, last.end
    return None
