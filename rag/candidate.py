"""A sentence of a retrieved passage, as a candidate for the answer."""

from __future__ import annotations

from dataclasses import dataclass

from rag.words import Word


@dataclass(frozen=True, slots=True)
class Sentence:
    """A candidate: ``passage.text[start:end]`` of ``hits[hit]``, with its matching stems.

    ``speakers`` are, in folded words, the names and the roles of those whose words it gives.
    """

    hit: int
    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    stems: tuple[str, ...]
    speakers: tuple[tuple[str, ...], ...] = ()
