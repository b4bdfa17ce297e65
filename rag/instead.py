"""A question asked again with another value for a part of it: "Kalau menurut TikTok?", "2022?". Pure."""

from __future__ import annotations

import re

from rag.spans import TITLES, Kind
from rag.talk import ASKING, named_in, said_by
from rag.words import fold, folded, words

# What leads a value in: "menurut TikTok", "di Sukamaju", "in Indonesia".
LEADS = frozenset(
    """menurut versi soal tentang mengenai di pada ke dari untuk bagi oleh dalam tahun bulan according about
    in at for by from on""".split()
)
# Words of a value that stands alone.
BRIEF = 2
# Each says whose view it is.
_VIEWS = frozenset("menurut versi".split())
YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINALS = "pertama|kedua|ketiga|keempat|kelima|keenam|terakhir|first|second|third|fourth|fifth|last"
# "Yang kedua", "the second one", and where the question before has another of them.
_NTH = re.compile(rf"(?:yang |yg |the )?(?P<nth>{_ORDINALS})(?: one)?", re.IGNORECASE)
_OTHER_NTH = re.compile(rf"\b(?:{_ORDINALS})(?:nya)?\b", re.IGNORECASE)


def replaced(question: str, rest: str) -> str:
    """Return the question before with one part of it replaced by ``rest``, else with it at the end."""
    body = question.rstrip(" ?")
    lead = rest.split()[0].lower()
    if lead in LEADS:
        return _led(body, rest, lead)
    years = list(YEAR.finditer(body))
    if YEAR.fullmatch(rest) and years:
        return f"{body[: years[-1].start()]}{rest}{body[years[-1].end() :]}?"
    if (nth := _NTH.fullmatch(rest)) and (other := _OTHER_NTH.search(body)):
        return f"{body[: other.start()]}{nth['nth']}{body[other.end() :]}?"
    if len(body.split()) <= BRIEF and ASKING.isdisjoint(folded(body)):
        return f"{rest}?"  # "Bawang putih?" was a value itself
    if not any(word[:1].isupper() for word in rest.split()):
        return f"{body} {rest}?"  # "Kalau yang luka?" stands in no name's place
    head = fold(rest.split()[0])
    found = named_in(body)
    alike = [n for n in found if (n.kind is Kind.PERSON) == _may_be_person(rest)]
    saying = [n for n in alike if said_by(body, n.start)]
    same_head = [n for n in found if fold(n.text.split()[0]) == head] or saying or alike[-1:] or found[-1:]
    if same_head:
        name = same_head[-1]
        behind = next((w.start for w in words(name.text) if w.norm not in TITLES), 0)  # "Gubernur Jawa Barat"
        start = name.start if head in TITLES else name.start + behind
        return f"{body[:start]}{rest}{body[name.end :]}?"
    return f"{body} {rest}?"


def _led(body: str, rest: str, lead: str) -> str:
    """Put a value that "menurut" or "di" leads in where the same led in another, else at the end."""
    ends = "|".join(sorted(LEADS | ASKING))
    same = "|".join(sorted(_VIEWS)) if lead in _VIEWS else lead
    phrase = re.search(rf"\b(?:{same})\b(?:(?!\b(?:{ends})\b)[^,?])*", body, re.IGNORECASE)
    rest = re.sub(r"^versi\b", "menurut", rest, flags=re.IGNORECASE)
    if phrase:
        return f"{body[: phrase.start()]}{rest} {body[phrase.end() :].lstrip()}".rstrip() + "?"
    return f"{body} {rest}?"


def _may_be_person(text: str) -> bool:
    """Tell "Semuel" from "TikTok", "KPK" and "2024": capitals only where words begin."""
    return all(word.isalpha() and word.istitle() for word in text.split())
