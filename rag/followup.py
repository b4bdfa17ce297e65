"""A question that leans on the ones before it, written out: "kapan itu?" after "Siapa yang meresmikan …?".

Pure, by rules: what a question lacks is carried over from the last exchange, what it replaces is replaced. A
question that stands alone is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.documents import Exchange
from rag.question import Question, analyse
from rag.spans import Kind, names
from rag.speech.naming import ROLE_HEADS
from rag.speech.offices import role_words
from rag.terms import EMPTY, NEGATIONS
from rag.words import fold, folded, words

# "Kalau menurut TikTok?", "Bagaimana dengan Teten?", "And in Indonesia?": another value for one part.
_INSTEAD = re.compile(
    r"\s*(?:(?:oke|ok|lalu|terus|trus|nah|dan)[, ]+)?"
    r"(?:kalau|kalo|klo|bagaimana (?:dengan|kalau|soal)|gimana (?:dengan|sama|kalo|kalau)"
    r"|what about|how about|and(?= (?:in|according|for|at|by|on|from|the)\b))\s+(?P<rest>.+?)\s*\??\s*",
    re.IGNORECASE,
)
# "Terus kapan?", "Lalu siapa yang memimpin?": goes on, and asks something of its own.
_GOES_ON = re.compile(r"\s*(?:terus|trus|lalu|lantas|kemudian|nah|dan|so|and|then)[, ]+(?=\w)", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:dia|ia|beliau|he|she|him|his|her)\b", re.IGNORECASE)
_THING = re.compile(
    r"\b(?:(?:hal|yang|soal|tentang)\s+)?(?:itu|tersebut|tsb|begitu|mereka|it|its|they|them|their|that|this|those"
    r"|there)\b|\bdi (?:sana|situ)\b",
    re.IGNORECASE,
)
# "direkturnya", "di negaranya": of what was talked about. Not words that merely end so.
_OF_IT = re.compile(r"\b(?P<noun>[a-z]{3,})nya\b", re.IGNORECASE)
_MERELY = frozenset(
    """ha biasa kira rupa ada sebenar sebaik selama seharus sekira sesungguh agak akhir sebelum selanjut umum
    misal khusus pokok ta pu ki bu maksud arti apa siapa kapan berapa kenapa mengapa mana nama
    tentu""".split()
)
# "Apa itu social commerce?", "social commerce itu apa": what is asked stands in the question itself.
_DEFINES = re.compile(
    r"^\s*apa(?: sih)? itu (?!(?:ada|sudah|akan|benar|bisa|juga|masih|pernah)\b)\w"
    r"|\w itu apa(?:kah| sih)?\s*\??\s*$|\bitu siapa\s*\??\s*$",
    re.IGNORECASE,
)
_ASKING = frozenset(
    """siapa apa apakah kapan berapa mana kenapa mengapa bagaimana gimana
    who what when where why how""".split()
)
_LEADS = frozenset(
    "menurut di pada ke dari untuk bagi oleh dalam tahun bulan according in at for by from on".split()
)
# Nouns before a name that belong to it when it is carried over.
_HEADS = re.compile(r"(?:\b[a-z]+\s)?$")
_PLACED = re.compile(r"\b(?:di|ke|dari|in|at|from)\s+(?:the\s+)?$", re.IGNORECASE)
_SAID_BY = re.compile(
    r"\b(?:kata|menurut|ujar|tutur|ucap|pendapat|komentar|kritik|tanggapan|oleh|said|says|to)\s+$",
    re.IGNORECASE,
)
# So few words of content ask for something of what was talked about before.
_FEW = 1


def written_out(question: str, history: Sequence[Exchange]) -> str:
    """Return the question as it would be asked alone; the question itself where it is no follow-up.

    ``history`` are the exchanges before it, oldest first, their questions already written out.
    """
    if not history or not question.strip():
        return question
    before = history[-1]
    if (instead := _INSTEAD.fullmatch(question)) and not _asks(instead["rest"]):
        return _replaced(before.question, instead["rest"])
    bare = _GOES_ON.sub("", question, count=1) if _GOES_ON.match(question) else question
    asked = analyse(bare)
    if _DEFINES.search(bare) and asked.terms:
        return question
    person, thing, owned = _PERSON.search(bare), _THING.search(bare), _owned(bare)
    short = len(asked.terms) <= _FEW and not _named(bare, asked)
    if not (person or thing or owned or short):
        return question
    topic = (_person_of(before) if person else None) or _topic(before, asked)
    if not topic:
        return question
    own = _PERSON.sub(" ", bare) if person else _THING.sub(" ", bare) if thing else bare
    own = own.replace(owned.group(), owned["noun"]) if owned else own
    held = set(folded(own))
    lacking = " ".join(part for part in topic if not set(folded(part)) <= held)
    return f"{' '.join(own.rstrip(' ?').split())} {lacking}".strip() + "?"


def _asks(text: str) -> bool:
    """Say whether a text asks something itself: "kalau begitu siapa yang memimpin"."""
    return any(word.norm in _ASKING for word in words(text))


def _owned(question: str) -> re.Match[str] | None:
    return next((m for m in _OF_IT.finditer(question) if m["noun"].lower() not in _MERELY), None)


def _named(question: str, asked: Question) -> bool:
    """Say whether a question names what it is about: a name, a minister, or two words of content."""
    capitals = any(question[word.start].isupper() for word in words(question)[1:])
    ministers = any(" " in t.surface or "menteri" in role_words(t.surface) - {t.surface} for t in asked.terms)
    return capitals or ministers or any(term.number for term in asked.terms) or len(asked.terms) > _FEW


def _replaced(question: str, rest: str) -> str:
    """Return the question before with one part of it replaced by ``rest``, else with it at the end."""
    body = question.rstrip(" ?")
    lead = rest.split()[0].lower()
    if lead in _LEADS:
        ends = "|".join(sorted(_LEADS | _ASKING))
        phrase = re.search(rf"\b{lead}\b(?:(?!\b(?:{ends})\b)[^,?])*", body, re.IGNORECASE)
        if phrase:
            return f"{body[: phrase.start()]}{rest} {body[phrase.end() :].lstrip()}".rstrip() + "?"
        return f"{body} {rest}?"
    head = fold(rest.split()[0])
    found = names(body)
    alike = [n for n in found if (n.kind is Kind.PERSON) == _may_be_person(rest)]
    saying = [n for n in alike if _SAID_BY.search(body, 0, n.start)]
    same = [n for n in found if fold(n.text.split()[0]) == head] or saying or alike[-1:] or found[-1:]
    if same:
        return f"{body[: same[-1].start]}{rest}{body[same[-1].end :]}?"
    return f"{body} {rest}?"


def _may_be_person(text: str) -> bool:
    """Tell "Semuel" from "TikTok", "KPK" and "2024": capitals only where words begin."""
    return all(word.isalpha() and word.istitle() for word in text.split())


def _person_of(before: Exchange) -> list[str] | None:
    """Return who "dia" is: the person that was the answer, else the last one whom the question names."""
    for text in (before.answer, before.question):
        people = [n.text for n in names(text) if n.kind is Kind.PERSON]
        if people:
            return [people[0] if text is before.answer else people[-1]]
    return None


def _topic(before: Exchange, asked: Question) -> list[str]:
    """Return what was talked about: what the question before names last, with the noun before the name.

    Where it names nothing, or nothing is asked but when or why, its words of content, but for the noun that
    it asked for.
    """
    question = before.question
    found = names(question)
    if found and asked.terms:
        # Where something happens is seldom what is talked about.
        things = [n for n in found if not _PLACED.search(question, 0, n.start)] or found
        return [_with_head(question, things[-1].start, things[-1].end)]
    terms = analyse(question)
    kept = {w for t in terms.terms if t.surface not in terms.focus for w in t.surface.split()}
    return [
        question[w.start : w.end]
        for w in words(question)
        if w.norm in kept or any(n.start <= w.start < n.end for n in found)  # the "S" of "Project S"
    ]


def _with_head(question: str, start: int, end: int) -> str:
    """Return a name with the noun it belongs to: "fitur Trendy Beat", but not "memimpin Project S"."""
    before = _HEADS.search(question, 0, start)
    head = before.group().strip().lower() if before else ""
    noun = (
        head
        and head not in EMPTY
        and head not in ROLE_HEADS
        and head not in NEGATIONS
        and not re.match(r"(?:me|di|ber|ter)\w{4,}", head)
    )
    return question[start - len(head) - 1 : end] if noun else question[start:end]
