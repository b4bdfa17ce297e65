"""What a changed quotation is: the draft of a case, and the tables of changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from tests.changes.words import (
    MODALS,
    NEAR_MODALS,
    NEAR_NEGATIONS,
    NEGATIONS,
    Word,
    digits,
    join,
    spelt_number,
)

Words = Sequence[Word]
KINDS = frozenset({"negasi", "angka", "nama", "modalitas"})
UNTOUCHED = KINDS | {"variasi_ejaan", "konteks_negasi_terpotong", "pendek", "narasi", "judul"}
# Stands for the speaker in a copied attribution.
SPEAKER = "{speaker}"


@dataclass(frozen=True)
class Draft:
    """A changed quotation and what must be said of it; any of ``verdicts`` is right.

    ``claim``: ``right`` (the speaker or nobody), ``other`` or ``nobody``. ``keys`` are given where
    words were cut, so that the cut can be seen to lie in one place only. ``stands``: the query's words
    do stand in the source although it is not verbatim.
    """

    query: str
    verdicts: frozenset[str]
    must: frozenset[str] = frozenset()
    must_not: frozenset[str] = frozenset()
    claim: str = "right"
    keys: tuple[str, ...] = ()
    stands: bool = False


# A change takes the words of whole sentences, a generator, and whether they are all that was said
# there; it returns None where it has no place.
Change = Callable[[Words, Random, bool], Draft | None]


class Changes(dict[str, Change]):
    """A table of changes by name."""

    def named(self, name: str) -> Callable[[Change], Change]:
        """Enter the function that follows."""

        def enter(made: Change) -> Change:
            self[name] = made
            return made

        return enter


def same(query: str, whole: bool = False, *flags: str) -> Draft:
    """Return a draft that must be verbatim."""
    absent = (UNTOUCHED | {"potongan"} if whole else UNTOUCHED) - set(flags)
    return Draft(query, frozenset({"verbatim"}), frozenset(flags), frozenset(absent))


def altered(words: Words, *must: str, but: Sequence[str] = (), claim: str = "right") -> Draft:
    """Return an altered draft that has ``must`` and none of the other kinds, save ``but``."""
    absent = KINDS - set(must) - set(but)
    return Draft(join(words), frozenset({"altered"}), frozenset(must), frozenset(absent), claim)


def hidden(run: Words, kinds: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return which flags must be there for the words left out, and which must not."""
    must = {
        "negasi": any(w.key in NEGATIONS for w in run),
        "angka": any(is_number(w) for w in run),
        "modalitas": any(w.key in MODALS for w in run),
        "nama": False,
    }
    may = {
        "negasi": any(w.key in NEAR_NEGATIONS for w in run),
        "angka": any(w.is_numeric or w.key.startswith(("se", "ke")) for w in run),
        "modalitas": any(w.key in NEAR_MODALS for w in run),
        "nama": any(w.core[:1].isupper() for w in run),
    }
    return frozenset(k for k in kinds if must[k]), frozenset(k for k in kinds if not may[k])


def is_number(word: Word) -> bool:
    """Say whether a word is beyond doubt a number over one."""
    value = digits(word.core.rstrip("%")) or (spelt_number([word.core]) or (0, 1))[0]
    return value > 1


def put(words: Words, i: int, core: str) -> list[Word]:
    """Return the words with another at ``i``, in the same case."""
    core = core.capitalize() if words[i].core[:1].isupper() else core
    return [*words[:i], Word(words[i].before, core, words[i].after), *words[i + 1 :]]


def without(words: Words, i: int, count: int = 1) -> list[Word]:
    return [*words[:i], *words[i + count :]]


def slip_in(words: Words, i: int, core: str) -> list[Word]:
    return [*words[:i], Word("", core, ""), *words[i:]]


def ordinary(words: Words, edge: int = 0) -> list[int]:
    """Return where words of four letters or more stand that no flag speaks of."""
    return [i for i in range(edge, len(words) - edge) if words[i].is_ordinary and len(words[i].core) > 3]


def quiet(words: Words) -> list[int]:
    """Return where a word fits between two ordinary ones, away from both ends."""
    spots = range(2, len(words) - 2)
    return [i for i in spots if words[i].is_ordinary and words[i - 1].is_ordinary and not words[i - 1].after]
