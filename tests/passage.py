"""A sentence, the passage that it alone makes up, and what it answers, for the tests of answering."""

from __future__ import annotations

from rag.candidate import Sentence
from rag.documents import Hit, Passage
from rag.question import analyse
from rag.short_answer import short_answer
from rag.sought import seek
from rag.spans import TypedSpan
from rag.terms import language_of_words
from rag.words import stem, words


def sentence_of(text: str) -> Sentence:
    """Return ``text`` as one candidate."""
    found = tuple(words(text))
    norms = tuple(word.norm for word in found)
    return Sentence(0, 0, len(text), text, found, norms, tuple(map(stem, norms)), language_of_words(norms))


def hit_of(text: str, published: str | None = None) -> Hit:
    return Hit(Passage("a.md#0", "a.md", 0, len(text), text), 1.0, date=published)


def short_answer_in(
    text: str, question: str, *, published: str | None = None
) -> tuple[TypedSpan | None, float]:
    """Return the short answer to a question in a sentence, and how well it fits (0..1).

    ``published`` is the ISO date of the article.
    """
    asked = analyse(question)
    sought = seek(asked, asked.terms, [t.weight for t in asked.terms])
    return short_answer(sought, hit_of(text, published), sentence_of(text))
