"""The word lists in ``lexicon/``: English, colloquial, synonyms, opposites, words used alike, rarity.

Read once, on first use. All of it is in folded words; phrases are tuples of words.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import permutations
from pathlib import Path

from rag.words import fold, folded, stem

FOLDER = Path(__file__).resolve().parent / "lexicon"

Phrase = tuple[str, ...]


def _rows(name: str) -> list[list[str]]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line.strip()]


def phrase(text: str) -> Phrase:
    """Return the folded words of ``text``."""
    return tuple(folded(text))


_SENSES = "senses"  # marks an English word whose renderings are not near one another, as far as is known


@lru_cache(maxsize=1)
def _glossary() -> tuple[dict[Phrase, tuple[Phrase, ...]], list[tuple[Phrase, ...]]]:
    """Return English phrases with their renderings, and the renderings that are near one another."""
    table: dict[Phrase, tuple[Phrase, ...]] = {}
    near = []
    for source, target, *marks in _rows("english.tsv"):
        renderings = tuple(words for t in target.split(",") if (words := phrase(t)))
        table[phrase(source)] = renderings
        if _SENSES not in marks:
            near.append(renderings)
    return table, near


def english() -> dict[Phrase, tuple[Phrase, ...]]:
    """Return English phrases with their Indonesian renderings, best first."""
    return _glossary()[0]


@lru_cache(maxsize=1)
def _english_of() -> dict[Phrase, list[str]]:
    table: dict[Phrase, list[str]] = defaultdict(list)
    for source, renderings in english().items():
        for rendering in renderings:
            if len(source) == 1:
                table[tuple(map(stem, rendering))].append(source[0])
    return dict(table)


def english_of(*stems: str) -> list[str]:
    """Return the English words, one by one, that are rendered by a word or phrase of these stems."""
    return _english_of().get(stems, [])


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
        group = [words for member in row if (words := phrase(member))]
        for member in group:
            others = tuple(g for g in group if g != member)
            table[member] = tuple(dict.fromkeys(table.get(member, ()) + others))
    return table


@lru_cache(maxsize=1)
def _opposites() -> dict[str, set[str]]:
    table: dict[str, set[str]] = defaultdict(set)
    for one, other in _rows("opposites.tsv"):
        table[stem(one)].add(stem(other))
        table[stem(other)].add(stem(one))
    return dict(table)


def opposites(alternatives: Iterable[Phrase]) -> set[str]:
    """Return the stems that mean the opposite of one of the stems given (as phrases of one)."""
    table = _opposites()
    return set().union(*(table.get(a[0], ()) for a in alternatives if len(a) == 1))


# How far a word of the same group, or another rendering of the same English word, can stand for one.
AKIN, _RENDERED = 0.85, 0.7
_Group = tuple[float, Sequence[str]]


@lru_cache(maxsize=1)
def _akin() -> dict[str, dict[str, float]]:
    groups: list[_Group] = [(AKIN, row) for row in (*_rows("akin.tsv"), *_rows("synonyms.tsv"))]
    groups += [(_RENDERED, [" ".join(r) for r in renderings]) for renderings in _glossary()[1]]
    return _paired(groups)


@lru_cache(maxsize=1)
def _related() -> dict[str, dict[str, float]]:
    return _paired([(AKIN, row) for row in _rows("related.tsv")])


def _paired(groups: Iterable[_Group]) -> dict[str, dict[str, float]]:
    """Return for each stem of some groups the others, each with the highest value it has there."""
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for value, row in groups:
        stems = {stem(fold(member)) for member in row if member.isalpha()}
        for one, other in permutations(stems, 2):
            table[one][other] = max(value, table[one].get(other, 0.0))
    return dict(table)


def akin(stemmed: str) -> dict[str, float]:
    """Return the stems that mean about the same as this one, with how much so (0..1)."""
    return _akin().get(stemmed, {})


@lru_cache(maxsize=1)
def _akin_phrases() -> dict[str, tuple[Phrase, ...]]:
    table: dict[str, list[Phrase]] = defaultdict(list)
    for row in _rows("akin.tsv"):
        members = [tuple(map(stem, phrase(member))) for member in row]
        for one in (m for m in members if len(m) == 1):
            table[one[0]] += [m for m in members if len(m) > 1]
    return {one: tuple(dict.fromkeys(phrases)) for one, phrases in table.items() if phrases}


def akin_phrases(stemmed: str) -> tuple[Phrase, ...]:
    """Return the phrases, in stems, that mean about the same as a word: "korban jiwa" of "tewas"."""
    return _akin_phrases().get(stemmed, ())


def related(stemmed: str) -> dict[str, float]:
    """Return the same with those that often tell of the same in an article, in other words for it."""
    return {**_related().get(stemmed, {}), **akin(stemmed)}


@lru_cache(maxsize=1)
def _neighbours() -> dict[str, str]:
    lines = (FOLDER / "neighbours.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)


@lru_cache(maxsize=10_000)
def neighbours(word: str) -> dict[str, float]:
    """Return the folded words that stand in this one's place in other text, with how much so (0..1)."""
    row = _neighbours().get(word)
    pairs = (pair.split(" ") for pair in row.split("\t")) if row else ()
    return {other: int(value) / 100 for other, value in pairs}


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
