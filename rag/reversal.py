"""Who does what to whom: whether a text turns round what another says, with the same words.

"Impor tumbuh lebih cepat daripada ekspor" holds every word of "ekspor tumbuh lebih cepat daripada impor".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from rag.morphology import root
from rag.speech.cues import AFTER
from rag.terms import EMPTY, language_of_words, translations
from rag.wording import Token
from rag.words import stem

# Words of content on either side of a pivot that may be who does it, and to whom.
_REACH = 4
# Empty words around which a sentence can be turned, in both languages.
_JOINTS = {
    "bukan": "not", "not": "not", "daripada": "than", "ketimbang": "than", "dibanding": "than",
    "dibandingkan": "than", "than": "than", "sebelum": "before", "before": "before", "sesudah": "after",
    "setelah": "after", "after": "after", "kepada": "to", "dari": "from", "from": "from",
}  # fmt: skip
# What is the same from both sides.
_MUTUAL = frozenset(
    map(
        stem,
        """bertemu menikah kawin bercerai melawan menghadapi berhadapan berduel bersaing bekerja berdamai sama
        setara mirip serupa berbeda""".split(),
    )
)
# Who says it stands before or behind: nothing is turned round over a word of saying.
_SAID = frozenset(map(stem, AFTER))
_VERB = re.compile(r"(?:me|di|ber)\w{3}")
_BEING = frozenset("is are was were be been being get got".split())
_FIRST = frozenset("saya aku kami kita i we".split())
_THIRD = frozenset("dia ia mereka beliau he she they".split())


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of content, or a joint: what it may mean in stems, and its form."""

    stems: frozenset[str]
    passive: bool = False
    verb: bool = False  # by its Indonesian prefix


def turns_round(asked: Sequence[Token], there: Sequence[Token]) -> bool:
    """Say whether around a word of both, in the same voice, what stood before stands behind, and the other
    way round.

    Between languages only around a verb: what describes a noun stands on the other side of it.
    """
    english, english_there = _is_english(asked), _is_english(there)
    mine, theirs = _content(asked, english), _content(there, english_there)
    translated = english is not english_there
    if _in_another_voice(mine, theirs):
        return False  # what stood before stands behind, and is the same
    for i, pivot in enumerate(mine):
        if pivot.stems & (_MUTUAL | _SAID):
            continue
        before, behind = _around(mine, i)
        places = [
            _around(theirs, j)
            for j, other in enumerate(theirs)
            if pivot.passive == other.passive
            and pivot.stems & other.stems
            and (pivot.verb or other.verb or not translated)
        ]
        for before_there, behind_there in places:
            came = (before & behind_there) - before_there - behind - pivot.stems
            went = (behind & before_there) - behind_there - before - pivot.stems
            if came and went and not any(came & first and went & last for first, last in places):
                return True
    return False


def _in_another_voice(mine: Sequence[_Word], theirs: Sequence[_Word]) -> bool:
    """Say whether a verb that one side has in the passive is in the active on the other: "was blocked by"."""
    passive, passive_there = ([word.stems for word in side if word.passive] for side in (mine, theirs))
    active, active_there = ([word.stems for word in side if not word.passive] for side in (mine, theirs))
    pairs = ((passive, active_there, active), (passive_there, active, active_there))
    return any(
        stems & other
        for some, others, own in pairs
        for stems in some
        for other in others
        if not any(stems & word for word in own)
    )


def speaks_for_another(asked: Sequence[Token], there: Sequence[Token]) -> bool:
    """Say whether one side tells of who speaks what the other tells of another: "I gave", "he gave"."""
    mine, theirs = _subjects(asked), _subjects(there)
    return any(verb in theirs and persons.isdisjoint(theirs[verb]) for verb, persons in mine.items())


def _around(words: Sequence[_Word], at: int) -> tuple[set[str], set[str]]:
    before, behind = words[max(0, at - _REACH) : at][::-1], words[at + 1 : at + 1 + _REACH]
    return _stems(takewhile(_is_no_saying, before)), _stems(takewhile(_is_no_saying, behind))


def _is_no_saying(word: _Word) -> bool:
    return word.stems.isdisjoint(_SAID)


def _stems(words: Iterable[_Word]) -> set[str]:
    return set[str]().union(*(word.stems for word in words))


def _content(side: Sequence[Token], english: bool) -> list[_Word]:
    """Return the words that mean something, in order; English ones by what they are in Indonesian."""
    norms = [token.norm for token in side]
    if not english:
        return [_word(norm) for norm in norms if norm in _JOINTS or norm not in EMPTY]
    words, being = [], False
    for phrase, options in translations(norms):
        joint = _JOINTS.get(phrase[0])
        if joint or phrase[0] not in EMPTY:
            meant = {stem(word) for option in options for word in option} | {stem(word) for word in phrase}
            words.append(_Word(frozenset((joint,)) if joint else frozenset(meant), being))
        being = phrase[-1] in _BEING
    return words


def _word(norm: str) -> _Word:
    derived = root(norm) not in (None, norm)
    passive = derived and norm.startswith("di")
    return _Word(frozenset((_JOINTS.get(norm) or stem(norm),)), passive, derived and bool(_VERB.match(norm)))


def _is_english(side: Sequence[Token]) -> bool:
    return language_of_words([token.norm for token in side]) == "en"


def _subjects(side: Sequence[Token]) -> dict[str, set[str]]:
    """Return, for each word right behind a pronoun, whether it tells of who speaks or of somebody else."""
    found: dict[str, set[str]] = {}
    for pronoun, verb in pairwise(token.norm for token in side):
        person = "first" if pronoun in _FIRST else "third" if pronoun in _THIRD else ""
        if person and verb not in EMPTY:
            found.setdefault(verb, set()).add(person)
    return found
