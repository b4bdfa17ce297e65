"""A question asked again with another value for a part of it: "Kalau menurut TikTok?", "2022?". Pure."""

from __future__ import annotations

import re

from rag.spans import TITLES, Kind
from rag.speech.naming import INSTITUTIONS, ROLE_HEADS
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
# Who speaks in a question: "bupatinya bilang apa", "apa kata kepala desa soal …".
_SPEAKER = re.compile(
    r"^(?P<who>\w+(?: \w+){0,3}?)(?= (?:bilang|ngomong|jawab|berkata|mengatakan|menjawab|minta|meminta|janji|"
    r"berjanji|komentar|berkomentar|menanggapi) )"
    r"|\b(?:kata|menurut|tanggapan|komentar|jawaban|reaksi) (?P<of>\w+(?: \w+){0,3}?)"
    r"(?=,| (?:soal|tentang|mengenai|terhadap|atas)\b|$)",
    re.IGNORECASE,
)
# Words of an office or a body.
_WORDS = 4
_SPEAKING = ROLE_HEADS | TITLES | INSTITUTIONS | {"wakil"}


def said_by_another(question: str, rest: str) -> str:
    """Return the question before, what somebody says, asked of another who holds an office, or of a body:
    "bupatinya bilang apa?", "kalau wakilnya?"; empty where it is no such question."""
    body = question.rstrip(" ?")
    found = _SPEAKER.search(body)
    first, *others = rest.split()
    office = fold(first).removesuffix("nya")
    holds = office in _SPEAKING and len(others) < _WORDS and "," not in rest
    if not found or not holds or not ASKING.isdisjoint(folded(rest)):
        return ""
    group = "who" if found["who"] else "of"
    before = folded(found[group])
    if not ASKING.isdisjoint(before) or office in {word.removesuffix("nya") for word in before}:
        return ""  # "pelatih lawannya" is a coach as well: the words of either would do
    who = f"wakil {found[group]}" if office == "wakil" and not others else rest
    return f"{body[: found.start(group)]}{who}{body[found.end(group) :]}?"


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
        behind = body[phrase.end() :].lstrip()
        gap = "" if behind.startswith(",") else " "
        return f"{body[: phrase.start()]}{rest}{gap}{behind}".rstrip() + "?"
    return f"{body} {rest}?"


def _may_be_person(text: str) -> bool:
    """Tell "Semuel" from "TikTok", "KPK" and "2024": capitals only where words begin."""
    return all(word.isalpha() and word.istitle() for word in text.split())
