"""Cutting an article into passages: whole sentences, of about the same length, nothing left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise

from rag.calendar_names import MONTHS_OF
from rag.documents import Article, Passage
from rag.sentences import bounds

_Unit = tuple[int, int, int]  # start, end, words


@dataclass(frozen=True, slots=True)
class Chunking:
    """How long a passage is, in words; ``version`` changes with the rules of cutting.

    ``max_words`` is kept always, ``min_words`` where the sentences allow it.
    """

    min_words: int = 120
    max_words: int = 180
    version: int = 1


CHUNKING = Chunking()
# A run without a space counts as a word every so many characters, so that a long address or a
# language written without spaces is cut as well.
_LONGEST_WORD = 40
_WORD = re.compile(rf"\S{{1,{_LONGEST_WORD}}}")
# A cut at a paragraph's end may lie this many words further from the ideal than one inside it:
# a quotation and the sentence that says whose it is mostly share a paragraph.
_PARAGRAPH_WORDS = 12
# About a sentence's length: the room left under max_words, so that the nearest sentence end fits.
_SENTENCE_WORDS = 20


def cut(article: Article, chunking: Chunking = CHUNKING) -> list[Passage]:
    """Return the passages of ``article`` in order; together they cover its text.

    A passage ends where a sentence ends; a sentence longer than ``max_words`` is cut between
    words. Lengths are levelled over the article, so that no short rest is left at its end.
    """
    text = article.text
    units = _units(text, chunking.max_words)
    total = [0, *accumulate(words for _, _, words in units)]  # total[i]: words before unit i
    parts = _parts(total[-1], chunking)
    passages: list[Passage] = []
    first = 0
    while first < len(units):
        parts = max(parts, -(-(total[-1] - total[first]) // chunking.max_words))
        last = _last_unit(text, units, total, first, parts, chunking.max_words)
        start, end = units[first][0], units[last][1]
        passages.append(Passage(f"{article.path}#{len(passages)}", article.path, start, end, text[start:end]))
        first, parts = last + 1, parts - 1
    return passages


def indexed_text(article: Article, passage: Passage) -> str:
    """Return what is embedded for ``passage``: its headline, date and outlet, then its text."""
    title = "" if article.title and passage.text.startswith(article.title) else article.title
    head = [part for part in (title, spoken_date(article.date), article.outlet) if part]
    return "\n".join([*head, passage.text])


def spoken_date(date: str | None) -> str | None:
    """Return an ISO date as a reader writes it: ``2023-07-18`` is "18 Juli 2023"."""
    if date is None:
        return None
    year, month, day = (int(part) for part in date.split("-"))
    return f"{day} {MONTHS_OF['id'][month - 1]} {year}"


def _units(text: str, limit: int) -> list[_Unit]:
    """Return the sentences with their lengths in words, those over ``limit`` in equal pieces."""
    units: list[_Unit] = []
    for start, end in bounds(text):
        words = text[start:end].split()
        # As _WORD counts them, in a third of its time.
        long = end - start > _LONGEST_WORD
        length = sum(-(-len(word) // _LONGEST_WORD) for word in words) if long else len(words)
        if length <= limit:
            units.append((start, end, length))
        else:
            units += _pieces(text, start, end, limit)
    return units


def _pieces(text: str, start: int, end: int, limit: int) -> list[_Unit]:
    """Cut one long sentence between words into pieces of nearly the same length."""
    words = [match.span() for match in _WORD.finditer(text, start, end)]
    count = -(-len(words) // limit)
    bounds = [len(words) * i // count for i in range(count + 1)]
    return [(words[a][0], words[b - 1][1], b - a) for a, b in pairwise(bounds)]


def _parts(words: int, chunking: Chunking) -> int:
    """Return into how many passages so many words are shared out."""
    parts = -(-words // (chunking.max_words - _SENTENCE_WORDS))
    too_short = words < parts * chunking.min_words
    return parts - 1 if too_short and words <= (parts - 1) * chunking.max_words else parts


def _last_unit(text: str, units: list[_Unit], total: list[int], first: int, parts: int, limit: int) -> int:
    """Return the last unit of the passage that begins with ``first``.

    What is left is shared out in ``parts`` equal parts; the passage ends at the sentence
    nearest to its part's end, at most ``limit`` words from its beginning.
    """
    if parts == 1:
        return len(units) - 1
    ideal = (total[-1] - total[first]) / parts
    reach = bisect_right(total, total[first] + limit) - 1  # units[first:reach] fit

    def cost(unit: int) -> float:
        inside = text[units[unit][1] : units[unit][1] + 1] != "\n"
        return abs(total[unit + 1] - total[first] - ideal) + _PARAGRAPH_WORDS * inside

    return min(range(first, reach), key=cost)
