"""The sentences of a retrieved passage, as candidates for the answer."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from rag.dates import months_named
from rag.sentences import sentences
from rag.statements import statement
from rag.terms import language_of_words
from rag.words import Word, stem, words

_START = attrgetter("start")
# What sets one thing that a sentence tells against another.
TELLS_APART = frozenset("sedangkan sementara adapun while whereas".split())


class Speaker(NamedTuple):
    """Somebody whose words a sentence gives: the words, folded, of name and role, either of which may be
    unknown, and the ``full`` name as the article writes it."""

    name: tuple[str, ...]
    role: tuple[str, ...]
    full: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        return self.name + self.role


class Statement(NamedTuple):
    """What a passage states in ``[start, end)`` of its text: its words, their forms, its language."""

    start: int
    end: int
    words: tuple[Word, ...]
    norms: tuple[str, ...]
    stems: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A candidate: ``passage.text[start:end]`` of ``hits[hit]``.

    ``words``, their folded forms ``norms`` and their ``stems`` (a month's name for its number) stand side by
    side; ``language`` is "id" or "en"; ``speakers`` are those whose words it gives.
    """

    hit: int
    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    norms: tuple[str, ...]
    stems: tuple[str, ...]
    language: str
    speakers: tuple[Speaker, ...] = ()

    def inside(self, start: int, end: int) -> range:
        """Return the indices of the words that begin in ``[start, end)`` of the sentence's text."""
        first = bisect_left(self.words, start, key=_START)
        return range(first, bisect_left(self.words, end, first, key=_START))


@lru_cache(maxsize=4096)
def statements(text: str) -> tuple[Statement, ...]:
    """Return the statements of a passage that hold a word; those of the last passages are kept."""
    spans = dict.fromkeys(statement(text, span.start, span.end) for span in sentences(text))
    found = []
    for start, end in spans:
        if held := tuple(words(text[start:end])):
            norms = tuple(word.norm for word in held)
            stems = tuple(map(stem, months_named(text[start:end], held)))
            found.append(Statement(start, end, held, norms, stems, language_of_words(norms)))
    return tuple(found)
