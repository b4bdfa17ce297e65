"""English words by their base forms: in an archive of two languages "farmers" is a form of "farmer".

Reads the first column of the glossary by itself: the glossary is made of stems, which are made of this.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

LEXICON = Path(__file__).resolve().parent / "lexicon"
_ENDINGS = (
    ("ies", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("er", ("", "e")),
)
# What looks like a form of a shorter word is often a name: "Anies" is none of "any".
_SHORTEST, _SHORTEST_BASE = 3, 4
# English by their look or by the glossary, and common in Indonesian: "belanja daring", "paling", "maling".
_INDONESIAN = frozenset({"daring", "paling", "maling", "kaling"})


def lemmas(word: str) -> list[str]:
    """Return base forms that an inflected English word may have, the word itself first."""
    forms = [word]
    for ending, bases in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            root = word[: -len(ending)]
            forms += [root + b for b in bases]
            if len(root) > 2 and root[-1] == root[-2]:
                forms.append(root[:-1])
    return forms


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    sources = _first_column("english.tsv")
    return frozenset(s for s in sources if s.isalpha() and len(s) >= _SHORTEST) - _INDONESIAN


@lru_cache(maxsize=1)
def _frequent() -> frozenset[str]:
    """Return the 20,000 words that Indonesian text holds most: "saling" is no form of "sale"."""
    return frozenset(_first_column("neighbours.tsv"))


def _first_column(file: str) -> list[str]:
    lines = (LEXICON / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t", 1)[0] for line in lines]


def is_english(word: str) -> bool:
    """Say whether a folded word is an English one of the glossary."""
    return word in _known()


def is_english_form(word: str) -> bool:
    """Say whether a folded word is an English one of the glossary, or may be a form of one."""
    if is_english(word):
        return True
    if word.endswith("er") or word in _INDONESIAN:  # "senter", "panser"
        return False
    bases = (form for form in lemmas(word)[1:] if len(form) >= _SHORTEST_BASE)
    return any(base in _known() for base in bases) and word not in _frequent()
