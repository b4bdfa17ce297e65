"""An article as quotations are compared with it: its words, who speaks them, where sentences end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rag.align import merge
from rag.documents import Article, Quote, Span
from rag.sentences import sentences
from rag.speech.cues import AFTER, AFTER_ENGLISH
from rag.wording import Token, norms, placed

_INSERTED = re.compile(r"\[[^\[\]\n]{1,200}\]|\([^()\n]{1,200}\)")
# How far apart, in characters, what is said before and behind an attribution stands; marks around that.
_LONGEST_ASIDE, _MARKS = 200, " \"'“”‘’„«»"


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
        is part of the outer, and what goes on behind its attribution in mid-sentence part of the same.
        """
        found = [-1] * len(self.norms)
        outer_last = sorted(
            range(len(self.quotes)),
            key=lambda q: (self.quotes[q].kind == "direct", self.quotes[q].end - self.quotes[q].start, -q),
        )
        for q in outer_last:
            quote = self.quotes[q]
            for i in self._within(quote.start, quote.end):
                found[i] = self._first_part.get(q, q)
        return found

    @cached_property
    def _interrupted(self) -> list[tuple[int, int]]:
        """Return which quotes are two parts of one that its attribution interrupts in mid-sentence:
        '"Kalau begitu," kata Sari, "kami pindah."'"""
        direct = [q for q, quote in enumerate(self.quotes) if quote.kind == "direct"]
        return [(a, b) for a, b in pairwise(direct) if self._is_interrupted(self.quotes[a], self.quotes[b])]

    def _is_interrupted(self, before: Quote, behind: Quote) -> bool:
        between = self.article.text[before.end : behind.start]
        same = behind.rule == "continued" or (before.speaker is not None and before.speaker == behind.speaker)
        if not same or behind.rule == "part" or not behind.text[:1].islower():
            return False
        if not (0 < len(between) <= _LONGEST_ASIDE) or "\n" in between:
            return False
        commas = before.text.rstrip().endswith(",") or between.lstrip(_MARKS).startswith(",")
        commas = commas and between.rstrip(_MARKS).endswith(",")
        one = len(list(sentences(between.strip(f"{_MARKS},")))) == 1
        return commas and one and any(map(_is_cue, norms(between)))

    @cached_property
    def asides(self) -> list[range]:
        """Return the words of each attribution that interrupts a quote in mid-sentence."""
        return [self._within(self.quotes[a].end, self.quotes[b].start) for a, b in self._interrupted]

    @cached_property
    def _first_part(self) -> dict[int, int]:
        """Return for each later part of an interrupted quote its first one."""
        found: dict[int, int] = {}
        for before, behind in self._interrupted:
            found[behind] = found.get(before, before)
        return found

    def voice(self, first: int, last: int) -> int:
        """Return the index of the smallest quote that holds words ``[first, last)``, -1 for none."""
        start, end = self.start_of[first], self.end_of[last - 1]
        ends = [quote.end for quote in self.quotes]
        if self.utterance[first] >= 0 and self.utterance[last - 1] >= 0:  # not who speaks, told in between
            for part, whole in self._first_part.items():
                ends[whole] = max(ends[whole], ends[part])
        holding = [q for q, quote in enumerate(self.quotes) if quote.start <= start and end <= ends[q]]
        return min(
            holding,
            key=lambda q: (self.quotes[q].kind != "direct", self.quotes[q].end - self.quotes[q].start, q),
            default=-1,
        )

    @cached_property
    def inserted(self) -> dict[int, int]:
        """Return the words in an editor's brackets inside of quotations, each with its bracket's place, and
        those of an attribution that interrupts one in mid-sentence."""
        found: dict[int, int] = {}
        for aside in filter(None, self.asides):
            found.update((i, self.start_of[aside[0]]) for i in aside)
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
        """Return the indices of the words that no editor inserted, and no attribution put in between."""
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


def _is_cue(norm: str) -> bool:
    """Say whether a word leads in who speaks: "kata", "ujarnya", "said"."""
    return norm in AFTER_ENGLISH or norm in AFTER or norm.removesuffix("nya") in AFTER
