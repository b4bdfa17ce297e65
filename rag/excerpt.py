"""A passage that a quotation may stand in, read into words only where its letters do not tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rag.documents import Passage
from rag.wording import is_plain, letters, norms, stands


@dataclass(frozen=True)
class Excerpt:
    """One of the passages likeliest to hold a quotation, whose compared words are ``asked``.

    Most hold so few of them that they need not be read.
    """

    passage: Passage
    asked: frozenset[str]

    @cached_property
    def norms(self) -> Sequence[str]:
        """Return what its words are compared by."""
        return norms(self.passage.text)

    @cached_property
    def held(self) -> frozenset[str]:
        """Return the words of the quotation that stand in it."""
        if all(map(is_plain, self.asked)):
            return self.may_hold
        return self.asked.intersection(self.norms)

    @cached_property
    def may_hold(self) -> frozenset[str]:
        """Return the words of the quotation that stand in it, and those of which its letters do not tell."""
        found = letters(self.passage.text)
        return frozenset(word for word in self.asked if not is_plain(word) or stands(word, found))
