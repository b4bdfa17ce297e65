"""An article as quotations are compared with it: its words, who speaks them, where sentences end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rag.align import merge
from rag.documents import Article, Quote, Span
from rag.sentences import sentences
from rag.wording import Token, placed

_INSERTED = re.compile(r"\[[^\[\]\n]{1,200}\]|\([^()\n]{1,200}\)")


@dataclass(frozen=True)
class Transcript:
    """The words of ``article.text[start:end]``, cut and read as far as they are asked for.

    ``quotes`` are the article's that lie in it, in text order. ``joins`` are words that are taken as one
    where they stand apart.
    """

    article: Article
    quotes: tuple[Quote, ...]
    start: int
    end: int
    joins: frozenset[str] = frozenset()

    @cached_property
    def _columns(self) -> tuple[list[str], list[int], list[int]]:
        norms, starts, ends = placed(self.article.text, self.start, self.end)
        if not self.joins:
            return norms, starts, ends
        ranges = merge(norms, self.joins)
        joined = ["".join(norms[a:b]) for a, b in ranges]
        return joined, [starts[a] for a, _ in ranges], [ends[b - 1] for _, b in ranges]

    @property
    def norms(self) -> list[str]:
        """Return what the words are compared by."""
        return self._columns[0]

    @property
    def start_of(self) -> list[int]:
        """Return where in the article's text each word begins."""
        return self._columns[1]

    @property
    def end_of(self) -> list[int]:
        """Return where in the article's text each word ends."""
        return self._columns[2]

    def tokens(self, first: int, last: int) -> list[Token]:
        """Return the words ``first`` up to but without ``last``, offsets into the whole text."""
        columns = (column[first:last] for column in (self.start_of, self.end_of, self.norms))
        return list(map(Token, *columns))

    @cached_property
    def utterance(self) -> list[int]:
        """Return for each word the index of the quote that it is part of, -1 for narration.

        Direct speech inside of an indirect report counts as direct; a quotation nested in another one
        is part of the outer.
        """
        found = [-1] * len(self.norms)
        outer_last = sorted(
            range(len(self.quotes)),
            key=lambda q: (self.quotes[q].kind == "direct", self.quotes[q].end - self.quotes[q].start, -q),
        )
        for q in outer_last:
            quote = self.quotes[q]
            for i in self._within(quote.start, quote.end):
                found[i] = q
        return found

    def voice(self, first: int, last: int) -> int:
        """Return the index of the smallest quote that holds words ``[first, last)``, -1 for none."""
        start, end = self.start_of[first], self.end_of[last - 1]
        holding = [q for q, quote in enumerate(self.quotes) if quote.start <= start and end <= quote.end]
        return min(
            holding,
            key=lambda q: (self.quotes[q].kind != "direct", self.quotes[q].end - self.quotes[q].start, q),
            default=-1,
        )

    @cached_property
    def inserted(self) -> dict[int, int]:
        """Return the words in an editor's brackets inside of quotations, each with its bracket's place."""
        found: dict[int, int] = {}
        for match in _INSERTED.finditer(self.article.text, self.start, self.end):
            start, end = match.span()
            if any(quote.start < end and start < quote.end for quote in self.quotes):
                found.update((i, start) for i in self._within(start, end) if self.utterance[i] >= 0)
        return found

    def _within(self, start: int, end: int) -> range:
        """Return the indices of the words that begin in ``[start, end)`` of the article's text."""
        return range(bisect_left(self.start_of, start), bisect_left(self.start_of, end))

    @property
    def spoken(self) -> list[int]:
        """Return the indices of the words that no editor inserted."""
        return [i for i in range(len(self.norms)) if i not in self.inserted]

    @cached_property
    def sentence_of(self) -> list[int]:
        """Return for each word the number of its sentence."""
        part = self.article.text[self.start : self.end]
        begins = [self.start + span.start for span in sentences(part)]
        return [bisect_right(begins, start) for start in self.start_of]

    def together(self, i: int, j: int) -> bool:
        """Say whether two words are of one sentence and one utterance."""
        return self.sentence_of[i] == self.sentence_of[j] and self.utterance[i] == self.utterance[j]

    def begins(self, i: int) -> bool:
        """Say whether a sentence or an utterance begins with word ``i``."""
        return i == 0 or not self.together(i - 1, i)

    def ends(self, i: int) -> bool:
        """Say whether a sentence or an utterance ends with word ``i``."""
        return i == len(self.norms) - 1 or not self.together(i, i + 1)

    def span(self, first: int, last: int) -> Span:
        """Return the code points of words ``first`` up to but without ``last``."""
        return Span(self.start_of[first], self.end_of[last - 1])


def surroundings(text: str, parts: Sequence[tuple[int, int]], margin: int) -> list[tuple[int, int]]:
    """Return the stretches around parts of a text, from line to line where lines are short, merged."""
    found: list[tuple[int, int]] = []
    for start, end in parts:
        line = text.rfind("\n", 0, max(0, start - margin)) + 1
        begin = line if start - line <= 4 * margin else max(0, start - margin)
        stop = text.find("\n", min(len(text), end + margin))
        stop = stop if 0 <= stop <= end + 4 * margin else min(len(text), end + margin)
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], stop))
        else:
            found.append((begin, stop))
    return found
