"""What a conversation is about after each of its exchanges. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rag.question import Question, analyse
from rag.spans import TITLES, Kind, TypedSpan, inner_capital, names
from rag.speech import gazetteer
from rag.speech.naming import INSTITUTIONS, ROLE_HEADS
from rag.terms import EMPTY, NEGATIONS, standard
from rag.words import fold, folded, words

ASKING = frozenset(
    """siapa apa apakah kapan kpn berapa brp mana kenapa knp mengapa bagaimana gimana gmn
    who what when where why how which""".split()
)
# Nouns before a name that belong to it when it is carried over.
_HEADS = re.compile(r"(?:\b[a-z]+\s){0,2}$")
_NO_NOUN = EMPTY | ROLE_HEADS | TITLES | NEGATIONS
# Words of names that are nobody's.
_NOBODY = (INSTITUTIONS - gazetteer.GIVEN - {"bpjs"}) | frozenset(
    """po pt cv km kmp museum festival piala liga cup league kejuaraan turnamen
    konser award awards""".split()
)
_VERB = re.compile(r"(?:me|di|ber|ter)\w{4,}")
_PLACED = re.compile(r"\b(?:di|ke|dari|in|at|from|aplikasi|pengguna)\s+(?:the\s+)?$", re.IGNORECASE)
_SAID_BY = re.compile(
    r"\b(?:kata|menurut|ujar|tutur|ucap|pendapat|komentar|kritik|tanggapan|di\w+kan oleh|akun|said|says|"
    r"to)\s+"
    r"(?:[A-Z]\w+\s+)?$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:kata|menurut|tanggapan|pendapat|komentar|kritik|pernyataan|(?:di|me)\w{0,3}kata\w*|did|does)\s+"
    r"(?:[A-Z]\w+\s+){0,3}$",
    re.IGNORECASE,
)
_ASKS_WHO = re.compile(r"\b(?:siapa|who|whom)\b", re.IGNORECASE)
# What asks for a name, and not for a place, a day or a number.
_NAMING = frozenset(("who", "what", "list"))
# "Apa nama fitur belanja baru TikTok?", "what is it called?"
_ASKS_NAME = re.compile(r"\b(?:nama(?:nya)?|name|called|disebut|bernama)\b", re.IGNORECASE)
# How far before a name is looked (code points).
_REACH = 60
# Words of what was asked last: what says less than LIGHT (background rarities, each at most RARE) of itself
# takes in what was asked before it.
_EVENT, LIGHT, _RARE = 6, 5.0, 6.0
# Words of what an answer tells, letters that each has more of, and what each weighs (background rarity).
_TOLD, _LETTERS, _TELLS = 5, 3, 2.0
# The short answer, before the sentences of an answer; words that it has at most.
_SHORT, _BRIEF = re.compile(r"([^\n—]{1,80}?) — "), 8
# "SURABAYA, (KabarUji) — ", "Sources differ: …": no short answer, where the sentence does not say it again.
_NO_SHORT = re.compile(r"[(\[:]|\b[A-Z]{4,}\b")


@dataclass(frozen=True, slots=True)
class Talk:
    """What is talked about after a question: ``topics``, what it is mainly about first.

    ``question`` is that question without its topics, ``leaned`` says that it needed some. ``person`` was
    named last; ``event`` are the words of what was asked last; ``thing`` says that the main topic is the name
    of a thing; ``answered`` is the name that was the answer last, where it need not be a person's; ``told``
    are words of an answer without one.
    """

    question: str = ""
    leaned: bool = False
    person: str = ""
    topics: tuple[str, ...] = ()
    event: str = ""
    thing: bool = False
    answered: str = ""
    told: str = ""


def talk_after(question: str, carried: Sequence[str], answer: str, before: Talk) -> Talk:
    """Return what is talked about after a question with the topics it ``carried`` was answered.

    ``answer`` is its short answer or all of it, empty where there was none.
    """
    short = _short(answer)
    counted = re.search(r"\d", short)
    somebody = bool(_ASKS_WHO.search(question) and _person(short)) and not _is_thing(short)
    person, thing = ([short], []) if short and somebody else ([], [short] if short and not counted else [])
    named = [name.text for name in named_in(question)]
    content = _content(question, answered=bool(short and not counted))
    event = " ".join([*content, *thing]) if content else before.event
    if carried and content and weight(analyse(question)) < LIGHT:
        event = " ".join(_distinct([event, *before.event.split()])[:_EVENT])
    if carried:
        same = not _held(before.topics[:1]).isdisjoint(
            _held([question, *carried])
        )  # not gone back to another
        main, *others = before.topics if same else carried
        topics, on_thing = [main, *named, *others], before.thing
        people = [*person, *_spoken_of(question), *([before.person] if same else [])]
    else:
        mains = thing if thing and _ASKS_NAME.search(question) else _main(question, thing)
        topics, on_thing = [*(mains or [event]), *named, *person], bool(mains)
        people = [*person, *_spoken_of(question)]
    first = answer.partition(" [1]")[0]
    told_of = {*people_in(first)}  # of several nobody knows which
    spoken_of = next(filter(None, [*people, *(told_of if len(told_of) == 1 else ())]), "")
    called = (_is_thing(short) or _ASKS_NAME.search(question)) and not counted
    is_body = called and analyse(question).asks in _NAMING and not (somebody and _is_somebody(short))
    answered = short if is_body else ""
    told = "" if short else _told(first)
    return Talk(question, bool(carried), spoken_of, _distinct(topics), event, on_thing, answered, told)


def weight(asked: Question) -> float:
    """Return how much a question says; a word that no text knows may be misspelt."""
    return sum(min(term.weight, _RARE) for term in asked.terms)


def _held(topics: Sequence[str]) -> frozenset[str]:
    return frozenset(folded(" ".join(topics))) - EMPTY


def _is_thing(name: str) -> bool:
    """Tell "BPOM" and "ByteDance" from somebody's name."""
    return name.isupper() or any(map(inner_capital, name.split()))


def _is_somebody(name: str) -> bool:
    """Tell "Bob Kang" and "Teten" from "Seitu", which may be anything."""
    return " " in name or fold(name) in gazetteer.GIVEN


def named_in(text: str) -> list[TypedSpan]:
    """Return the names in a text, without a question word that opens one."""
    found = []
    for name in names(text):
        first = next((w.start for w in words(name.text) if w.norm not in EMPTY | ASKING), None)
        if first:
            start = name.start + first
            found.append(TypedSpan(start, name.end, Kind.NAME, text[start : name.end]))
        elif first == 0:
            found.append(name)
    return found


def people_in(text: str) -> list[str]:
    """Return the names of people in a text."""
    return [name for _, name in _people(text)]


def _people(text: str) -> list[tuple[int, str]]:
    """Return where the names of people stand in a text, and the names."""
    found = ((name.start, _person(name.text)) for name in named_in(text) if name.kind is Kind.PERSON)
    return [(start, name) for start, name in found if name]


def _person(name: str) -> str:
    """Return a name without the acronyms before it ("BPJS"), empty for a place, a body or an event."""
    parts = name.split()
    begun = next((n for n, part in enumerate(parts) if not part.isupper()), len(parts))
    norms = folded(" ".join(parts[begun:]))
    if gazetteer.PLACES.issuperset(norms) or not _NOBODY.isdisjoint(folded(parts[0]) + norms):
        return ""
    return " ".join(parts[begun:])


def _spoken_of(question: str) -> list[str]:
    """Return who "dia" is behind a question: who says something in it, else whom it names last."""
    people = _people(question)
    saying = [name for start, name in people if _SAYS.search(question, max(0, start - _REACH), start)]
    return saying[:1] or [name for _, name in people][-1:]


def said_by(text: str, start: int) -> bool:
    """Say whether the name at ``start`` is of who says something: "menurut …"."""
    return _SAID_BY.search(text, max(0, start - _REACH), start) is not None


def placed(text: str, start: int) -> bool:
    """Say whether the name at ``start`` tells where something is: "di …"."""
    return _PLACED.search(text, max(0, start - _REACH), start) is not None


def _distinct(topics: Iterable[str]) -> tuple[str, ...]:
    """Leave out topics that those before them hold."""
    kept: list[str] = []
    held: set[str] = set()
    for topic in topics:
        if not held.issuperset(folded(topic)):
            kept.append(topic)
            held.update(folded(topic))
    return tuple(kept)


def _content(question: str, *, answered: bool) -> list[str]:
    """Return a question's words of content as typed, but for a noun that a name answers."""
    asked = analyse(question)
    named = answered or (asked.expects and Kind.NUMBER not in asked.expects)
    left = frozenset(asked.focus) if named else frozenset()
    kept = {w for t in asked.terms if t.surface not in left for w in t.surface.split()}
    found = words(question)
    return [
        question[w.start : w.end]
        for before, w in zip([None, *found], found, strict=False)
        if not kept.isdisjoint(standard([w.norm]))
        or (len(w.norm) == 1 and before and before.norm in kept)  # the "S" of "Project S"
    ]


def _short(answer: str) -> str:
    """Return the short answer that an answer begins with, or is, where it is a name."""
    led = _SHORT.match(answer)
    short = led[1] if led else answer
    if not led and " [1]" in answer:
        return ""
    if led and _NO_SHORT.search(short) and short not in answer[led.end() :]:
        return ""
    brief = len(short.split()) <= _BRIEF and short[-1:] not in ".!?"
    return short if brief and short[:1].isupper() else ""


def _told(sentence: str) -> str:
    """Return the rarest words of what a sentence tells, in its order."""
    terms = analyse(sentence).terms
    plain = [t for t in terms if not t.name and t.weight >= _TELLS and len(t.surface) > _LETTERS]
    rarest = sorted(plain, key=lambda term: -term.weight)[:_TOLD]
    return " ".join(dict.fromkeys(term.surface for term in plain if term in rarest))


def _main(question: str, thing: list[str]) -> list[str]:
    """Return the name that a question is mainly about: the last one, with the noun before it, that is no
    person, no place and not who says so; else the name that was the answer."""
    free = [
        name
        for name in named_in(question)
        if name.kind is not Kind.PERSON
        and not said_by(question, name.start)
        and not placed(question, name.start)
    ]
    return [_with_head(question, free[-1].start, free[-1].end)] if free else thing


def _with_head(question: str, start: int, end: int) -> str:
    """Return a name with the noun it belongs to: "fitur Trendy Beat", but not "memimpin Project S"."""
    before = _HEADS.search(question, max(0, start - _REACH), start)
    first = before.start() if before else start
    for head in reversed(words(question[first:start])):
        if not _NO_NOUN.isdisjoint(standard([head.norm])) or _VERB.match(head.norm):
            break
        start = first + head.start
    return question[start:end]
