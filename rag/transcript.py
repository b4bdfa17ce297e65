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
from rag.wording import Token, norms, tokens

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
    def norms(self) -> list[str]:
        """Return what the words are compared by."""
        if self.joins:
            return [token.norm for token in self.tokens]
        return norms(self.article.text[self.start : self.end])

    @cached_property
    def tokens(self) -> list[Token]:
        """Return the words, offsets into the whole text."""
        return joined_tokens(tokens(self.article.text, self.start, self.end), self.joins)

    @cached_property
    def utterance(self) -> list[int]:
        """Return for each word the index of the quote that it is part of, -1 for narration.

        Direct speech inside of an indirect report counts as direct; a quotation nested in another one
        is part of the outer.
        """
        found = [-1] * len(self.tokens)
        starts = [token.start for token in self.tokens]
        outer_last = sorted(
            range(len(self.quotes)),
            key=lambda q: (self.quotes[q].kind == "direct", self.quotes[q].end - self.quotes[q].start, -q),
        )
        for q in outer_last:
            quote = self.quotes[q]
            for i in range(bisect_left(starts, quote.start), bisect_left(starts, quote.end)):
                found[i] = q
        return found

    def voice(self, first: int, last: int) -> int:
        """Return the index of the smallest quote that holds words ``[first, last)``, -1 for none."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        holding = [q for q, quote in enumerate(self.quotes) if quote.start <= start and end <= quote.end]
        return min(
            holding,
            key=lambda q: (self.quotes[q].kind != "direct", self.quotes[q].end - self.quotes[q].start, q),
            default=-1,
        )

    @cached_property
    def inserted(self) -> dict[int, int]:
        """Return the words in an editor's brackets inside of quotations, each with its bracket's place."""
        found = {}
        brackets = list(_INSERTED.finditer(self.article.text, self.start, self.end))
        starts = [token.start for token in self.tokens] if brackets else []
        for match in brackets:
            for i in range(bisect_left(starts, match.start()), bisect_left(starts, match.end())):
                if self.utterance[i] >= 0:
                    found[i] = match.start()
        return found

    @property
    def spoken(self) -> list[int]:
        """Return the indices of the words that no editor inserted."""
        return [i for i in range(len(self.norms)) if i not in self.inserted]

    @cached_property
    def sentence_of(self) -> list[int]:
        """Return for each word the number of its sentence."""
        part = self.article.text[self.start : self.end]
        begins = [self.start + span.start for span in sentences(part)]
        return [bisect_right(begins, token.start) for token in self.tokens]

    def together(self, i: int, j: int) -> bool:
        """Say whether two words are of one sentence and one utterance."""
        return self.sentence_of[i] == self.sentence_of[j] and self.utterance[i] == self.utterance[j]

    def begins(self, i: int) -> bool:
        """Say whether a sentence or an utterance begins with word ``i``."""
        return i == 0 or not self.together(i - 1, i)

    def ends(self, i: int) -> bool:
        """Say whether a sentence or an utterance ends with word ``i``."""
        return i == len(self.tokens) - 1 or not self.together(i, i + 1)

    def span(self, first: int, last: int) -> Span:
        """Return the code points of words ``first`` up to but without ``last``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def joined_tokens(found: Sequence[Token], joins: frozenset[str]) -> list[Token]:
    """Return the tokens, those whose letters make one of ``joins`` as one."""
    if not joins:
        return list(found)
    return [
        Token(found[a].start, found[b - 1].end, "".join(t.norm for t in found[a:b]))
        for a, b in merge([t.norm for t in found], joins)
    ]


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
