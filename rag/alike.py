"""Where to look for what a quotation says in other words: the utterances that can say it.

Words alone are asked for, near ones and renderings in the other language among them: an utterance that
shares none of these is no candidate (``paraphrase``), whatever a model thinks of it. So neither vectors
nor, where nothing is near, the model need to be opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Protocol

from rag.documents import Article, Filters, Passage, Quote
from rag.paraphrase import Candidate, candidates, wanted
from rag.people import People

# Passages whose utterances are compared, and articles of the claimed speaker that are read: somebody who
# speaks in more is found by the words alone.
DEPTH, MOST_ARTICLES = 20, 25


class Shelf(Protocol):
    """What is asked of the catalog."""

    def passages_of(self, path: str) -> list[Passage]: ...
    def article(self, path: str) -> Article: ...
    def quotes_of(self, path: str) -> list[Quote]: ...
    def quotes_in(self, ids: Iterable[str]) -> list[Quote]: ...


class Words(Protocol):
    """What is asked of the word index."""

    def near(
        self, wanted: Sequence[Mapping[str, float]], k: int, filters: Filters
    ) -> list[tuple[str, float]]: ...


class Alike:
    """Finds utterances alike in sense in one generation of the archive."""

    def __init__(
        self,
        words: Words,
        shelf: Shelf,
        people: Callable[[], People],
        cosines: Callable[[str, list[str]], Sequence[float]],
    ) -> None:
        """``people`` and ``cosines`` (-1..1, of a text to each other) are asked where they are needed."""
        self._words, self._shelf, self._people, self._cosines = words, shelf, people, cosines

    def __call__(self, text: str, claimed: str | None, filters: Filters) -> list[Candidate]:
        """Return the utterances alike in sense, best first.

        Those of the claimed speaker are looked at whatever their words.
        """
        found = [id for id, _ in self._words.near(wanted(text), DEPTH, filters)]
        said = {(q.article, q.start): (a, q) for a, q in self._in(found)}
        if claimed:
            said |= {(q.article, q.start): (a, q) for a, q in self._said_by(claimed, filters)}
        utterances = [said[place] for place in sorted(said)]
        return candidates(text, utterances, lambda texts: self._cosines(text, texts))

    def _in(self, ids: Iterable[str]) -> Iterator[tuple[Article, Quote]]:
        """Yield the utterances of passages."""
        for path, quotes in groupby(self._shelf.quotes_in(ids), key=lambda quote: quote.article):
            article = self._shelf.article(path)
            yield from ((article, quote) for quote in quotes)

    def _said_by(self, claimed: str, filters: Filters) -> Iterator[tuple[Article, Quote]]:
        """Yield what a claimed speaker says, where the filters let it through."""
        people = self._people()
        paths = people.articles(claimed)
        for path in paths if len(paths) <= MOST_ARTICLES else ():
            article = self._shelf.article(path)
            if not _within(article, filters):
                continue
            quotes = [q for q in self._shelf.quotes_of(path) if people.same(claimed, q)]
            if filters.passages is not None:
                only = [p for p in self._shelf.passages_of(path) if p.id in filters.passages]
                quotes = [q for q in quotes if any(_overlap(q, p) for p in only)]
            yield from ((article, quote) for quote in quotes)


def _overlap(quote: Quote, passage: Passage) -> bool:
    return quote.start < passage.end and passage.start < quote.end


def _within(article: Article, filters: Filters) -> bool:
    """Say whether an article's outlet and date are let through."""
    if filters.outlet and (article.outlet or "").casefold() != filters.outlet.casefold():
        return False
    if not filters.since and not filters.until:
        return True
    return bool(article.date) and (filters.since or "") <= (article.date or "") <= (filters.until or "9999")
