"""The surroundings of passages as transcripts: a quotation may go on in the next passage."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from rag.documents import Article, Passage, Quote
from rag.transcript import Transcript, surroundings

# Text read on either side of a passage, beyond the quotation's own length.
_MARGIN = 200


class Shelf(Protocol):
    """What is asked of the catalog."""

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]: ...
    def article(self, path: str) -> Article: ...
    def quotes_of(self, path: str) -> list[Quote]: ...


class Surroundings:
    """The stretches of articles that one quotation is compared with, each cut and read once."""

    def __init__(self, shelf: Shelf, length: int) -> None:
        """``length`` is the quotation's, in code points."""
        self._shelf, self._margin = shelf, _MARGIN + length
        self._articles: dict[str, tuple[Article, list[Quote]]] = {}
        self._known: dict[tuple[str, int, int], Transcript] = {}

    def of(self, passages: Iterable[Passage]) -> list[Transcript]:
        """Return the surroundings of passages, those that touch as one; articles in the order given."""
        spans: dict[str, list[tuple[int, int]]] = {}
        for passage in passages:
            spans.setdefault(passage.article, []).append((passage.start, passage.end))
        return [
            self._transcript(path, start, end)
            for path, parts in spans.items()
            for start, end in surroundings(self._article(path)[0].text, sorted(parts), self._margin)
        ]

    def _article(self, path: str) -> tuple[Article, list[Quote]]:
        if path not in self._articles:
            self._articles[path] = self._shelf.article(path), self._shelf.quotes_of(path)
        return self._articles[path]

    def _transcript(self, path: str, start: int, end: int) -> Transcript:
        key = path, start, end
        if key not in self._known:
            article, quotes = self._article(path)
            inside = tuple(q for q in quotes if q.start < end and start < q.end)
            self._known[key] = Transcript(article, inside, start, end)
        return self._known[key]
