"""Words that can only be names although their form does not say so. Pure.

``spans.names`` goes by form and lets pass the one capitalised word that opens a sentence, a name in small
letters, and one with a letter of another script in it. A language model that is told to may write all three.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from functools import cache

from rag.glossary import english, synonyms
from rag.morphology import root
from rag.speech.gazetteer import GIVEN
from rag.speech.surnames import SURNAMES
from rag.terms import EMPTY, translations
from rag.wording import tokens
from rag.words import STOPWORDS

# Openers of sentences that are no roots of the list. In the 2,079 sentences of models/judge-training,
# tests/data/news and corpus/contoh 105 words count as names by what follows, and some 15 of them are none.
_OPENERS = frozenset(
    """adapun beliau dulu dulunya padahal kalangan malahan mandat paket perseroan nakhoda kecemasan rasio iya
    oke omzet modus hanya posko kapsul stiker jatah saking genangan topeng dr ir""".split()
)
# Names that open a sentence as words: "Hari itu", "Mei lalu", "Park visitors".
_EVERYDAY = frozenset(
    """agung bagus batubara catur citra dini fajar firman guntur hari i imam iman indah intan jaya juli
    lestari made mei murni park putra putri sandi suci teguh wahyu""".split()
)
_NAMES = GIVEN | SURNAMES
_ORDINARY = EMPTY | STOPWORDS | _OPENERS | _EVERYDAY
_BEFORE_FIRST = re.compile(r"(?:\A|[.!?:\n])[\s\"'“”‘’(]*\Z")


def strangers(told: str, held: Set[str]) -> set[str]:
    """Return the words of a sentence, as they are compared, that are names and are not among ``held``."""
    found: set[str] = set()
    for token in tokens(told):
        if token.is_number or token.norm in held or set(token.norm.split("-")) <= held:
            continue
        written = told[token.start : token.end]
        opens = written[0].isupper() and bool(_BEFORE_FIRST.search(told[: token.start]))
        is_name = token.norm in _NAMES and not (token.norm in _EVERYDAY or _is_word(token.norm, opens))
        if is_name or _is_foreign(written) or (opens and not _is_ordinary(token.norm)):
            found.add(token.norm)
    return found


def _is_foreign(word: str) -> bool:
    """Say whether a word has a letter that is not Latin."""
    return not word.isascii() and any(
        c.isalpha() and not unicodedata.name(c, "").startswith("LATIN") for c in word
    )


def _is_word(name: str, opens: bool) -> bool:
    """Say whether a name is a word too; one that opens a sentence ("Budi") is taken for the name."""
    return not opens and (name in _english() or root(name) is not None)


def _is_ordinary(norm: str) -> bool:
    """Say whether a word is one of the language's, Indonesian or English."""
    return all(_is_known(part) or _is_known(part.removesuffix("nya")) for part in norm.split("-") if part)


def _is_known(word: str) -> bool:
    return (
        word in _ORDINARY
        or word in _english()
        or word in _synonymous()
        or root(word) is not None
        or any(targets for _, targets in translations([word]))
    )


@cache
def _english() -> frozenset[str]:
    """Return the words of the bilingual glossary, of both its sides."""
    return frozenset(
        word for one, others in english().items() for phrase in (one, *others) for word in phrase
    )


@cache
def _synonymous() -> frozenset[str]:
    return frozenset(
        word for one, others in synonyms().items() for phrase in (one, *others) for word in phrase
    )
