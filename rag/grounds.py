"""The statements of passages that are to carry a sentence. Pure.

A sentence is held against the statements that hold most of its words, not against the whole passage: a date,
an amount or a name of the same article belongs to something else there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.documents import Hit, Quote
from rag.paraphrase import held_words
from rag.sentences import sentences
from rag.spans import names
from rag.statements import statement
from rag.terms import is_english
from rag.wording import norms, tokens

# Statements that one sentence may take together, and how many more of its words each must hold.
_MOST, _MORE = 3, 1.9
# What a number that both have counts, of a word, and a word of a name, which tells of others too.
_SAME_NUMBER, _SAME_NAME = 1.0, 0.2


@dataclass(frozen=True, slots=True)
class Ground:
    """The statement that holds most of a sentence, and all that it takes together, with the headlines.

    ``around`` are the whole passages with what is known of their articles.
    """

    main: str
    statements: tuple[str, ...]
    titles: tuple[str, ...]
    around: str
    outlets: frozenset[str]

    @property
    def english(self) -> bool:
        """Say whether it is in English."""
        return is_english(self.around)

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the statements and the headlines."""
        return self.statements + self.titles

    @property
    def text(self) -> str:
        """Return the same, one after another."""
        return "\n".join(self.texts)


def statements_of(hit: Hit) -> list[tuple[str, int, int]]:
    """Return the statements of a hit's passage with their spans in it; the headline only where it is all."""
    text = hit.passage.text
    spans = dict.fromkeys(statement(text, s.start, s.end) for s in sentences(text))
    found = [(text[slice(*span)], *span) for span in spans]
    headline = (hit.title or "").strip().casefold()
    found = found or [(text, 0, len(text))]
    return [each for each in found if each[0].strip("# ").casefold() != headline] or found


def ground(told: str, hits: Sequence[Hit], quotes: Sequence[Quote], language: str) -> Ground:
    """Return what is to carry a sentence of some passages; there is one at least.

    ``quotes`` are theirs: a speaker's whole name and office may stand elsewhere in the article.
    """
    texts = [text for hit in hits for text, _, _ in statements_of(hit)]
    known = [f"{hit.title or ''}\n{hit.date or ''}\n{hit.passage.text}" for hit in hits]
    known += [f"{quote.role or ''} {quote.speaker}" for quote in quotes if quote.speaker]
    outlets = frozenset(n for hit in hits for n in norms(hit.outlet or ""))
    named = {norm for name in names(told) for norm in norms(name.text)}
    numbers = {token.norm for token in tokens(told) if token.is_number}

    def holds(some: Sequence[str]) -> float:
        shares = [share for phrase, share in held_words(told, some, language) if named.isdisjoint(phrase)]
        there = set(norms("\n".join(some)))
        return sum(shares) + _SAME_NUMBER * len(numbers & there) + _SAME_NAME * len(named & there)

    chosen: list[str] = []
    held = 0.0
    while texts and len(chosen) < _MOST:
        more = [(holds([*chosen, text]), text) for text in texts]
        most, best = max(more, key=lambda pair: pair[0])
        if chosen and most < held + _MORE:
            break
        chosen.append(best)
        held = most
    titles = tuple(hit.title for hit in hits if hit.title)
    whole = "\n".join(dict.fromkeys(known))
    return Ground(chosen[0] if chosen else "", tuple(chosen), titles, whole, outlets)
