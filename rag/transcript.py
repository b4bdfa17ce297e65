"""An article as quotations are compared with it: its words, who speaks them, where sentences end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rag.documents import Article, Quote, Span
from rag.sentences import sentences
from rag.wording import Token, tokens

_INSERTED = re.compile(r"\[[^\[\]\n]{1,200}\]|\([^()\n]{1,200}\)")


@dataclass(frozen=True)
class Transcript:
    """The words of (a part of) an article's text, offsets into the whole of it.

    ``quotes`` are the article's, in text order.
    """

    article: Article
    tokens: tuple[Token, ...]
    quotes: tuple[Quote, ...]

    @cached_property
    def norms(self) -> list[str]:
        """Return what the words are compared by."""
        return [token.norm for token in self.tokens]

    @cached_property
    def speech(self) -> list[int]:
        """Return for each word the index of the innermost quote that it stands in, -1 for narration.

        Direct speech inside of an indirect report counts as direct.
        """
        found = [-1] * len(self.tokens)
        starts = [token.start for token in self.tokens]
        outer_first = sorted(
            range(len(self.quotes)),
            key=lambda q: (self.quotes[q].kind == "direct", self.quotes[q].start - self.quotes[q].end, q),
        )
        for q in outer_first:
            quote = self.quotes[q]
            for i in range(bisect_left(starts, quote.start), bisect_left(starts, quote.end)):
                found[i] = q
        return found

    @cached_property
    def inserted(self) -> dict[int, str]:
        """Return the words in an editor's brackets inside of quotations, each with its bracket."""
        found = {}
        starts = [token.start for token in self.tokens]
        for match in _INSERTED.finditer(self.article.text, *self._reach()):
            for i in range(bisect_left(starts, match.start()), bisect_left(starts, match.end())):
                if self.speech[i] >= 0:
                    found[i] = match.group()[0]
        return found

    @cached_property
    def sentence_of(self) -> list[int]:
        """Return for each word the number of its sentence."""
        start, end = self._reach()
        begins = [start + span.start for span in sentences(self.article.text[start:end])]
        return [bisect_right(begins, token.start) for token in self.tokens]

    def _reach(self) -> tuple[int, int]:
        return (self.tokens[0].start, self.tokens[-1].end) if self.tokens else (0, 0)

    def together(self, i: int, j: int) -> bool:
        """Say whether two words are of one sentence and one utterance."""
        return self.sentence_of[i] == self.sentence_of[j] and self.speech[i] == self.speech[j]

    def begins(self, i: int) -> bool:
        """Say whether a sentence or an utterance begins with word ``i``."""
        return i == 0 or not self.together(i - 1, i)

    def ends(self, i: int) -> bool:
        """Say whether a sentence or an utterance ends with word ``i``."""
        return i == len(self.tokens) - 1 or not self.together(i, i + 1)

    def span(self, first: int, last: int) -> Span:
        """Return the code points of words ``first`` up to but without ``last``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part ``[start, end)`` of an article's text that may hold a quotation, not yet cut into words."""

    article: Article
    quotes: Sequence[Quote]
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return its text."""
        return self.article.text[self.start : self.end]

    def transcript(self) -> Transcript:
        """Return its words."""
        inside = tuple(q for q in self.quotes if q.start < self.end and self.start < q.end)
        return Transcript(self.article, tuple(tokens(self.article.text, self.start, self.end)), inside)


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
