"""The word lists beside this file's ``lexicon/``: English, colloquial, synonyms, and rarity.

Read once, on first use. All of it is in folded words; phrases are tuples of words.
"""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path

from rag.words import fold, words

FOLDER = Path(__file__).resolve().parent / "lexicon"

Phrase = tuple[str, ...]


def _rows(name: str) -> list[list[str]]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line.strip()]


def phrase(text: str) -> Phrase:
    """Return the folded words of ``text``."""
    return tuple(w.norm for w in words(text))


@lru_cache(maxsize=1)
def english() -> dict[Phrase, tuple[Phrase, ...]]:
    """Return English phrases with their Indonesian renderings, best first."""
    table: dict[Phrase, tuple[Phrase, ...]] = {}
    for source, target, *_ in _rows("english.tsv"):
        table[phrase(source)] = tuple(phrase(t) for t in target.split(",") if phrase(t))
    return table


@lru_cache(maxsize=1)
def colloquial() -> dict[Phrase, Phrase]:
    """Return colloquial, abbreviated and often misspelt Indonesian with the standard form."""
    return {phrase(source): phrase(target) for source, target, *_ in _rows("colloquial.tsv")}


@lru_cache(maxsize=1)
def synonyms() -> dict[Phrase, tuple[Phrase, ...]]:
    """Return each phrase with the other members of its group.

    In words, not stems: the stems of "acara" (event) and "pengacara" (lawyer) are the same.
    """
    table: dict[Phrase, tuple[Phrase, ...]] = {}
    for row in _rows("synonyms.tsv"):
        group = [phrase(member) for member in row if phrase(member)]
        for member in group:
            others = tuple(g for g in group if g != member)
            table[member] = tuple(dict.fromkeys(table.get(member, ()) + others))
    return table


@lru_cache(maxsize=1)
def _rarity() -> tuple[float, dict[str, float]]:
    head, *rows = _rows("stem-idf.tsv")
    total = float(head[1])
    table = {fold(s): math.log(total / float(n)) for s, n in rows}
    return math.log(total / 10), table


def rarity(stemmed: str) -> float:
    """Return the background inverse document frequency of a stem (natural log, 0.2 to 10.1).

    A stem that the background does not know, a new name say, counts as the rarest.
    """
    unknown, table = _rarity()
    return table.get(stemmed, unknown)
