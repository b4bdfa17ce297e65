"""English words by their base forms: in an archive of two languages "farmers" is a form of "farmer"."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

LIST = Path(__file__).resolve().parent / "lexicon" / "english.tsv"
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
_SHORTEST = 4


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
    lines = LIST.read_text(encoding="utf-8").splitlines()
    sources = (line.split("\t", 1)[0] for line in lines)
    return frozenset(source for source in sources if source.isalpha() and len(source) >= _SHORTEST)


def is_english_form(word: str) -> bool:
    """Say whether a folded word is an English one of the glossary, or may be a form of one."""
    return len(word) >= _SHORTEST and any(form in _known() for form in lemmas(word))
