"""Verbs as they are spoken: "nanggung", "ngeganti", "dibalikin" and the written forms behind them.

Speech drops the prefix and keeps its nasal (menolak: nolak), puts nge- before any root, says -in
for -kan and -i, and e for a ("dapet"). A form is put right only where the
written one is a known word and it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rag.glossary import rarity
from rag.morphology import root
from rag.words import stem

# How much rarer (in natural logarithms of how often) the spoken form must be than what it is read as.
_RARER = 1.0
# A word that is no rarer than this stands in written text too ("semen", "latin", "nikah").
_COMMON = 7.5
_SHORTEST = 5
# The last syllable's dull e and open o: "dapet", "malem"; "jatoh", "telor".
_DULLED = re.compile(r"e([bcdfghjklmnpqrstvwxyz]+(?:kan|i)?)$")
_OPENED = re.compile(r"o([bcdfghjklmnpqrstvwxyz]+(?:kan|i)?)$")


@lru_cache(maxsize=10_000)
def written(word: str) -> str:
    """Return the written form of a folded word that is spoken so, else the word itself."""
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    own = rarity(stem(word))
    if own < _COMMON:
        return word
    known = min(filter(_is_known, _forms(word)), key=lambda form: rarity(stem(form)), default=word)
    return known if rarity(stem(known)) < own - _RARER else word


def _is_known(form: str) -> bool:
    """Say whether a word has a root in the dictionary, and not one of three letters: any name has such."""
    return len(root(form) or "") > 3


def _is_unseen(word: str) -> bool:
    """Say whether the background has never seen a word's stem."""
    return rarity(stem(word)) >= rarity("")


def _forms(word: str) -> Iterator[str]:
    """Yield the written forms that a word may stand for."""
    bodies = [word, f"{word[:-2]}kan", f"{word[:-2]}i"] if word.endswith("in") else [word]
    bodies += [_DULLED.sub(r"a\1", body) for body in bodies if _DULLED.search(body)]
    # A root that is written with an o somewhere has one: "kantong", "mengantongi" (of "gantung" it is not).
    bodies += [_OPENED.sub(r"u\1", body) for body in bodies if _OPENED.search(body) and _is_unseen(body)]
    yield from bodies[1:]
    for body in bodies:
        if body.startswith("nge"):
            yield body[3:]
        if body.startswith(("n", "m")):
            yield f"me{body}"
        if body.startswith("ng"):
            yield from (f"mengh{body[2:]}", f"mengk{body[2:]}")
        if body.startswith("ny") and not root(f"me{body}"):
            yield f"menc{body[2:]}"
