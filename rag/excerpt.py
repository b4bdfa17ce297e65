"""A passage that a quotation may stand in, read into words only where its letters do not tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rag.documents import Passage
from rag.wording import is_plain, letters, norms, stands


@dataclass(frozen=True)
class Excerpt:
    """One of the passages likeliest to hold a quotation, whose compared words are ``asked``.

    ``plain`` are those of them whose letters tell (``wording.is_plain``). Most passages hold so few that they
    need not be read.
    """

    passage: Passage
    asked: frozenset[str]
    plain: frozenset[str]

    @cached_property
    def norms(self) -> Sequence[str]:
        """Return what its words are compared by."""
        return norms(self.passage.text)

    @cached_property
    def held(self) -> frozenset[str]:
        """Return the words of the quotation that stand in it."""
        if self.plain == self.asked:
            return self.may_hold
        return self.asked.intersection(self.norms)

    @cached_property
    def may_hold(self) -> frozenset[str]:
        """Return the words of the quotation that stand in it, and those of which its letters do not tell."""
        found = letters(self.passage.text)
        return (self.asked - self.plain).union(word for word in self.plain if stands(word, found))


def excerpts_of(passages: Iterable[Passage], words: Iterable[str]) -> list[Excerpt]:
    """Return passages as excerpts that a quotation of these compared words may stand in."""
    asked = frozenset(words)
    plain = frozenset(filter(is_plain, asked))
    return [Excerpt(passage, asked, plain) for passage in passages]
