"""Who does what in a sentence, and what is not done, held against what its source tells. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rag.glossary import colloquial
from rag.morphology import root
from rag.negation import denies, is_negation
from rag.numerals import NUMBER_SIGN
from rag.spans import Kind, TypedSpan, names
from rag.speech import gazetteer
from rag.terms import EMPTY
from rag.wording import Token, norms, tokens
from rag.words import stem

# What stands between a deed and whom it is done to, or by: an office.
_BY = re.compile(r" (?:oleh )?(?:[a-z]+ ){0,2}")
# Words of content behind a negation that it may deny.
_FAR = 3
_SHORTEST_ROOT = 4
_PARTING = frozenset("dan tetapi tapi sedangkan sementara namun melainkan karena and but while".split())
_NOT_ONLY = frozenset("hanya cuma sekadar saja only just merely".split())


def turned(told: str, main: str) -> bool:
    """Say whether who does something there has it done to them here, or the other way round."""
    for mine in _deeds(told):
        for other in (deed for deed in _deeds(main) if deed.root == mine.root):
            if mine.active != other.active:
                if mine.doer & other.doer or mine.behind & other.behind:
                    return True
            elif mine.behind and mine.before & other.behind and not mine.behind & other.behind:
                return True
    return False


@dataclass(frozen=True, slots=True)
class _Deed:
    """A deed, with the words of the last person and the last name before it, and of the name behind it."""

    root: str
    active: bool
    doer: frozenset[str]
    before: frozenset[str]
    behind: frozenset[str]


def _deeds(text: str) -> Iterator[_Deed]:
    found, told = list(names(text)), tokens(text)
    first = told[:1]
    if first and first[0].norm in gazetteer.GIVEN:  # "Rina dipukul …": no name by its form
        found.insert(0, TypedSpan(first[0].start, first[0].end, Kind.PERSON, text[: first[0].end]))
    for token in told:
        active = token.norm.startswith("me")
        deed = root(token.norm) if active or token.norm.startswith("di") else None
        if not deed or deed == token.norm:
            continue
        before = [n for n in found if n.end <= token.start]
        behind = [n for n in found if token.end <= n.start and _BY.fullmatch(text[token.end : n.start])]
        people = [n for n in before if is_person(n)]
        doer, last, whom = (
            frozenset(w for n in some for w in norms(n.text) if w[0] != NUMBER_SIGN)
            for some in (people[-1:], before[-1:], behind[:1])
        )
        yield _Deed(deed, active, doer, last, whom)


def denied_of_another(said: Sequence[Token], main: Sequence[Token], whole: Sequence[Token]) -> bool:
    """Say whether a word is told as it is of which the sources only deny it, or the other way round."""
    (denied, stated), (denied_there, _), (denied_whole, stated_whole) = map(_denials, (said, main, whole))
    undone = (w for w in denied_there if denied[w] < denied_there[w] and stated[w] > stated_whole[w])
    done = (w for w in denied if denied[w] > denied_whole[w] and stated[w] < stated_whole[w])
    return any(True for _ in (*undone, *done))


def _denials(side: Sequence[Token]) -> tuple[Counter[str], Counter[str]]:
    """Return how often each word of content stands right behind a negation, and how often elsewhere; what
    stands further behind one may be either."""
    denied, stated = Counter[str](), Counter[str]()
    since = _FAR
    for n, token in enumerate(side):
        if token.norm in _PARTING:
            since = _FAR
        if denies_any([token]):
            if not is_negation(token.norm):  # "agar tidak menolak"
                (denied if since == 0 else stated)[stem(token.norm)] += 1
            more = n + 1 < len(side) and side[n + 1].norm in _NOT_ONLY
            since = _FAR if more else 0
        elif token.norm not in EMPTY and not token.is_number:
            if since == 0:
                denied[stem(token.norm)] += 1
            elif since >= _FAR:
                stated[stem(token.norm)] += 1
            since += 1
    return denied, stated


def denies_any(side: Sequence[Token]) -> bool:
    """Say whether some words deny anything."""
    written = (w for t in side for w in colloquial().get((t.norm,), (t.norm,)))
    return any(is_negation(norm) or denies(norm) for norm in written)


def in_another_voice(word: str, there: Collection[str]) -> bool:
    """Say whether a deed stands among some words in the other voice, by its form: "diterjang"."""
    if word.startswith("di"):
        return not _actives(word).isdisjoint(there)
    return word.startswith("me") and any(word in _actives(w) for w in there if w.startswith("di"))


def _actives(passive: str) -> frozenset[str]:
    """Return the forms that an active verb of a passive can have."""
    bare = passive[2:]
    if len(bare) < _SHORTEST_ROOT:
        return frozenset()
    nasal = {"p": "mem", "t": "men", "k": "meng", "s": "meny"}.get(bare[0])
    return frozenset(
        (f"{nasal}{bare[1:]}",) if nasal else (f"{m}{bare}" for m in ("me", "mem", "men", "meng"))
    )


def is_person(name: TypedSpan) -> bool:
    """Say whether a name is somebody's, by its form or its first name."""
    return name.kind is Kind.PERSON or not gazetteer.GIVEN.isdisjoint(norms(name.text))
