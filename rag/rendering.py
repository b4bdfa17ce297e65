"""English in the Indonesian words that render it: what a question is searched by, a passage embedded by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rag.sentences import sentences
from rag.terms import EMPTY, ENGLISH_ONLY, language_of_words, translations
from rag.words import folded, words


def in_indonesian(text: str) -> str:
    """Return a text with its sentences in English as Indonesian words; one without any as it is.

    Sentence by sentence: people change their language in mid-speech.
    """
    if ENGLISH_ONLY.isdisjoint(text.casefold().split()):
        return text
    parts = [text[s.start : s.end] for s in sentences(text)] or [text]
    return " ".join(map(_rendered, parts))


@lru_cache(maxsize=20_000)
def _rendered(part: str) -> str:
    """Return a sentence in English as Indonesian words, names as they are; another as it is."""
    if ENGLISH_ONLY.isdisjoint(folded(part)):
        return part
    found = words(part)
    # "Do Kwon ditahan polisi" is no English for its first word.
    sure = (w.norm == "the" or part[w.start].islower() for w in found if w.norm in ENGLISH_ONLY)
    norms = [word.norm for word in found]
    if not any(sure) or language_of_words(norms) != "en":
        return part
    names = frozenset(word.norm for word in found[1:] if part[word.start].isupper())
    return search_words(norms, names) or part


def search_words(norms: Sequence[str], capitals: frozenset[str]) -> str:
    """Return the Indonesian search words of English ones: names as they are."""
    out: list[str] = []
    aside: list[str] = []  # the renderings of names, behind all of the name: "Trendy Beat"
    for source, targets in translations(norms):
        named = source[0] in capitals
        if named:
            out += source
        else:
            out += aside
            aside = []
        into = aside if named else out
        if targets and not all(w in EMPTY for t in targets for w in t):
            into += [w for target in targets[: 1 if named else 2] for w in target]
        elif not targets and source[0] not in EMPTY and not named:
            out += source
    return " ".join(out + aside)
