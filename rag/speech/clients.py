"""Which of several lawyers a description means, by whom they speak for: "kuasa hukum Rosdiana". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.speech import naming
from rag.speech.appositions import Mention
from rag.speech.cast import Cast, Person
from rag.speech.newcomers import is_indefinite
from rag.speech.offices import role_words

_OFFICE = r"(?:kuasa hukum|penasihat hukum|tim hukum|pengacara|advokat|pembela|lawyer|attorney|counsel)"
_LAWYER = re.compile(rf"\b{_OFFICE}\b", re.IGNORECASE)
# "kuasa hukum keluarga Rosdiana", "the engineer's lawyer": for whom, by the words behind or before.
_FOR = re.compile(rf"(?:mantan |tim )?{_OFFICE}(?:nya)? (?:for |of |dari )?(?P<whom>.+)", re.IGNORECASE)
_WHOSE = re.compile(r"(?P<whom>(?:[\w-]+ )?[\w-]+)['’]s (?:[a-z]+ )?\Z")
# "Hendrik, pengacara yang mendampingi Nurlaila", "Carla, who represents Simatupa"
_STANDS_FOR = re.compile(
    rf"(?:[^,.\n]*,)?,? (?:(?:seorang )?{_OFFICE},? )?(?:yang|who) (?:mendampingi|membela|mewakili|"
    r"represents|represented|defends|acts for) (?P<whom>[^,.\n]+)"
)
# "Keluarga Rosdiana didampingi pengacara lain, Setyo"
_STOOD_BY = re.compile(
    rf"(?P<whom>[^.\n]+?) (?:didampingi|diwakili|dibela)(?: oleh)? {_OFFICE}(?: lain|nya)*,? \Z",
    re.IGNORECASE,
)
# "Her lawyer, Julius Wonggo": of whom was named last.
_THEIR = re.compile(rf"(?:\b(?:[Hh]is|[Hh]er) {_OFFICE}|\b{_OFFICE}nya),? \Z", re.IGNORECASE)
_LEAD = 160  # characters
_SMALL = frozenset("keluarga family yang lain itu tersebut ini hukum tim sendiri").union(naming.HONORIFICS)


def client(text: str, mention: Mention) -> str | None:
    """Return for whom the lawyer acts that a description tells of, as far as it tells; None of "seorang"."""
    if mention.name or mention.role is None or is_indefinite(text, mention):
        return None
    office = _LAWYER.search(text, mention.start, mention.end)
    if office is None:
        return None
    owned = _WHOSE.search(text, max(0, office.start() - _LEAD), office.start())
    found = _FOR.fullmatch(mention.role) or owned
    whom = found["whom"] if found else ""
    return whom if role_words(whom) - _SMALL else None


def lawyer_beside(mention: Mention, cast: Cast) -> Person | None:
    """Return who of several lawyers speaks for whom "pengacara Nadine" names."""
    lawyer = _LAWYER.match(mention.role or "")
    one = lawyer_of(mention.name or "", mention.start, cast) if lawyer else None
    return one[0] if one else None


def lawyer_of(whom: str, position: int, cast: Cast) -> tuple[Person | None] | None:
    """Return which of several lawyers named before ``position`` speaks for ``whom``; None of fewer than two.

    It is who is told to speak for them, else nobody.
    """
    clients = {id(p): list(_clients(p, position, cast)) for p in cast.people if _is_lawyer(p, position, cast)}
    lawyers = [p for p in cast.people if id(p) in clients]
    if len(lawyers) < 2:
        return None
    sought = _parties(whom, position, cast)
    speaking = [p for p in lawyers if any(sought & _parties(c, position, cast) for c in clients[id(p)])]
    return (max(speaking, key=lambda p: max(s for s in p.seen if s < position), default=None),)


def _is_lawyer(person: Person, position: int, cast: Cast) -> bool:
    if person.institution or person.seen[0] >= position:
        return False
    return any(_LAWYER.search(role) for role in person.roles) or any(_clients(person, position, cast))


def _clients(person: Person, position: int, cast: Cast) -> Iterator[str]:
    """Yield for whom somebody is told before ``position`` to speak."""
    for role in person.roles:
        if (found := _FOR.fullmatch(role)) and role_words(found["whom"]) - _SMALL:
            yield found["whom"]
    for at in (s for s in person.seen if s < position):
        named = re.compile(rf"{re.escape(person.name.split()[0])}(?: [A-Z][\w'’-]+)*")
        name = named.search(cast.text, at, position)
        if name is None:
            continue
        if told := _STANDS_FOR.match(cast.text, name.end(), position):
            yield told["whom"]
        lead = cast.text[max(0, name.start() - _LEAD) : name.start()]
        lead = lead[lead.rfind("\n") + 1 :]
        if told := _STOOD_BY.search(lead):
            yield re.split(r"(?<=[.!?]) ", told["whom"])[-1]
        elif _THEIR.search(lead):
            others = [p for p in cast.people if p is not person and not p.institution and p.seen[0] < at]
            yield from (p.name for p in sorted(others, key=lambda p: max(s for s in p.seen if s < at))[-1:])


def _parties(whom: str, position: int, cast: Cast) -> set[str]:
    """Return the words that tell a client, with the names of whoever is meant: of "saksi" the witness's."""
    named = {w for w in whom.split() if w[0].isupper() and w.lower() not in _SMALL | naming.ROLE_HEADS}
    words = set(role_words(" ".join(named) if named else whom) - _SMALL)
    for person in cast.people:
        if person.institution or person.seen[0] >= position:
            continue
        is_called = any(
            re.search(rf"\b{re.escape(word)} {re.escape(person.name)}\b", cast.text, re.IGNORECASE)
            for word in words - person.words
            if not named
        )
        heads = {word for role in person.roles for word in role.lower().split() if word in naming.ROLE_HEADS}
        if is_called or words & (person.words if named else heads):
            words |= person.words
    return words
