"""What a question is about beside what it asks: topics of a conversation behind it, and what it grants.

Both lead to passages, and weigh less than the question's own words in what an answer must hold. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.terms import Term, english_terms, indonesian_terms, standard
from rag.words import words

# "Kapan itu? — soal: Jembatan Kali Bening, diresmikan".
_ABOUT = re.compile(r" — (?:soal|about): (?P<topics>[^\n]+)$")
_LEADS = {"id": "soal", "en": "about"}
# What is left of the weight of a topic's words, names apart.
_CARRIED = 0.5
# From this weight on a question's own words say what is asked; "hasilnya?" and "kenapa begitu?" do not. Right
# answers to 349 turns of six sets of conversations, and abstentions from 72, at 0, 2, 4 and 6: 257 and 55,
# 259 and 59, 258 and 59, 258 and 59; with nothing carried 241 and 60.
_ASKS = 2.0
# The rarity of a word that no text knows.
UNKNOWN = 10.0
_CONCEDES = frozenset("meskipun meski walaupun walau padahal kendati although though despite".split())
_CONCEDED = 0.3


def parted(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a question and the topics that stand behind it, none where it stands alone."""
    behind = _ABOUT.search(text)
    if behind is None:
        return text, ()
    return text[: behind.start()], tuple(behind["topics"].split(", "))


def with_topics(question: str, topics: Sequence[str], language: str) -> str:
    """Return a question with topics behind it, the other way round."""
    plain = [" ".join(topic.replace(",", " ").split()) for topic in topics]
    return f"{question} — {_LEADS[language]}: {', '.join(plain)}" if plain else question


def topic_terms(topics: Sequence[str], own: Sequence[Term], language: str) -> list[Term]:
    """Return the terms of the first topic that a question's ``own`` lack; none where these name something.

    Its names, or else those of the next topic that has any, count as if the question held them, its other
    words for less; the other topics only lead the search. They are ``carried`` where the question has words
    enough of its own to choose a sentence by.
    """
    if any(term.name for term in own):
        return []
    held = {term.surface for term in own}
    first, *others = (_terms(topic, language) for topic in topics)
    asks = sum(term.weight for term in own) >= _ASKS
    terms = [replace(term, carried=asks) for term in first]
    if not any(map(_is_named, first)):  # "balitanya, Grobogan"
        named = next(filter(None, ([t for t in other if _is_named(t)] for other in others)), [])
        terms += [replace(term, carried=True) for term in named]
    lacking = [term for term in terms if term.surface not in held]
    return [t if _is_named(t) else replace(t, weight=t.weight * _CARRIED) for t in lacking]


def _is_named(term: Term) -> bool:
    """Tell a name, in small letters where no text knows the word, from other terms."""
    return term.name or term.weight >= UNKNOWN


def _terms(topic: str, language: str) -> list[Term]:
    written = words(topic)
    norms = [word.norm for word in written]
    capitals = frozenset(word.norm for word in written if topic[word.start].isupper())
    if language == "en":
        return english_terms(norms, capitals)
    return indonesian_terms(standard(norms, capitals), capitals)


def less_of_concession(terms: Sequence[Term], norms: Sequence[str]) -> list[Term]:
    """Weigh less what a question for a reason grants ("…, meskipun penjualannya naik"): an answer seldom
    says it again."""
    begins = next((n for n, norm in enumerate(norms) if n and norm in _CONCEDES), len(norms))
    asked = {*norms[:begins]}
    return [
        term if not asked.isdisjoint(term.surface.split()) else replace(term, weight=term.weight * _CONCEDED)
        for term in terms
    ]
