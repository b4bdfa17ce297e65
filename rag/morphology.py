"""Indonesian roots: which word a form such as "memimpin" or "kepemimpinan" belongs to.

Prefixes swallow or soften what follows (tulis: menulis, kirim: mengirim, sebut: menyebut), so
a form has several possible roots. ``lexicon/roots.txt`` (made by ``models/roots.py`` from the
Wikipedia text) lists true roots, those with the richest families first; the first of the list
that a form can come from is its root.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

LIST = Path(__file__).resolve().parent / "lexicon" / "roots.txt"

Affixes = tuple[str, str]

_VOWELS = frozenset("aeiou")
_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
_SUFFIXES = ("kan", "an", "i")
# Prefixes and runs of prefixes that leave the root as it is, and those that end in a nasal, which
# changes with the root's first letter; by their first two letters, for most words have none.
_PLAIN = {
    "di": ("di", "diper"),
    "ke": ("ke", "keber", "keter"),
    "se": ("se",),
    "te": ("ter", "te"),
    "be": ("ber", "be", "bel", "berke", "berpe", "berpen"),
    "pe": ("per", "pe", "pel", "pemer", "penge"),
    "me": ("me", "memper", "member", "menge"),
}
_NASAL = {
    "di": ("dipe",),
    "ke": ("keme", "kepe"),
    "se": ("sepe",),
    "te": ("terpe",),
    "be": ("berpe",),
    "pe": ("pe", "perse"),
    "me": ("me",),
}
# No form of the word in it: a ministry is not its minister, "men-" here no prefix, and who founds something
# no self.
_OWN_ROOTS = {word: word for word in ("kementerian", "menkominfo", "mendagri")} | {"diri": "dirinya"}
_SHORTEST = 3
_SHORTEST_BEFORE_CLITIC = 4


@lru_cache(maxsize=1)
def roots() -> dict[str, int]:
    """Return the roots with their rank, 0 for the richest family."""
    return {root: rank for rank, root in enumerate(LIST.read_text(encoding="ascii").split())}


def root(word: str) -> str | None:
    """Return the root of a folded word, None where no listed root fits.

    A listed word is its own root.
    """
    if own := next((_OWN_ROOTS[form] for form in _without_clitic(word) if form in _OWN_ROOTS), None):
        return own
    ranks = roots()
    if word in ranks:
        return word
    return min((r for r, _ in analyses(word) if r in ranks), key=ranks.__getitem__, default=None)


def analyses(word: str) -> Iterator[tuple[str, Affixes]]:
    """Yield every possible root of a word with the prefix and suffix that it takes.

    A nasal prefix is named with N: menulis gives ``("tulis", ("meN", ""))``.
    """
    for body in _without_clitic(word):
        for suffix in ("", *_SUFFIXES):
            if not body.endswith(suffix) or len(body) - len(suffix) < _SHORTEST:
                continue
            for prefix, rest in _without_prefix(body[: len(body) - len(suffix)]):
                if len(rest) >= _SHORTEST and rest != word:
                    yield rest, (prefix, suffix)


def _without_clitic(word: str) -> Iterator[str]:
    yield word
    for clitic in _CLITICS:
        if word.endswith(clitic) and len(word) - len(clitic) >= _SHORTEST_BEFORE_CLITIC:
            yield word[: -len(clitic)]


def _without_prefix(word: str) -> Iterator[tuple[str, str]]:
    yield "", word
    start = word[:2]
    if start not in _PLAIN:
        return
    for prefix in _PLAIN[start]:
        if word.startswith(prefix):
            yield prefix, word[len(prefix) :]
    for prefix in _NASAL[start]:
        if word.startswith(prefix):
            for rest in _before_nasal(word[len(prefix) :]):
                yield f"{prefix}N", rest


def _before_nasal(rest: str) -> Iterator[str]:
    """Yield what may have stood before the prefix's nasal was put on: "nulis" from tulis."""
    vowel = len(rest) > 1 and rest[1] in _VOWELS
    if rest.startswith("ny") and rest[2:3] in _VOWELS:
        yield "s" + rest[2:]
    elif rest.startswith("ng"):
        yield rest[2:]
        if rest[2:3] in _VOWELS:
            yield "k" + rest[2:]
    if rest.startswith("m"):
        if vowel:
            yield "p" + rest[1:]
        elif rest[1:2] in ("b", "f", "p", "v"):
            yield rest[1:]
    if rest.startswith("n"):
        if vowel:
            yield "t" + rest[1:]
        elif rest[1:2] in ("d", "c", "j", "t", "s", "z"):
            yield rest[1:]
    if rest.startswith(("l", "r", "w", "y", "m", "n")):
        yield rest
