"""Bodies in small letters with a place in front or behind: "the Sagori district fisheries office".

Such a body is nobody else's name: not the place's, nor the mayor's of "the Palungan mayor's office". Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.speech import gazetteer, naming
from rag.speech.appositions import Mention
from rag.speech.capitals import ABSTRACT, PLACE_HEADS, Known, is_capital
from rag.speech.cues import ANNOUNCING

# What is called by a name of its own and only said to be that: "the Astra company", "the Golkar party".
_BRANDED = frozenset(
    """
    company firm club group party airline carrier lender operator startup newspaper developer bank charity
    team regulator watch station plant mine
    """.split()
)
_HEADS = (naming.ENGLISH_HOUSES | naming.ENGLISH_BODIES | {
    "office", "department", "government", "administration", "service", "branch", "parliament", "legislature",
    "secretariat", "directorate", "embassy", "consulate",
}) - _BRANDED  # fmt: skip
_PEOPLE = frozenset("members staff sources family prosecutors".split())
_OF_A_TOWN = "district|city|provincial|province|regional|regency|municipal|town|village|county|state"
_NAME = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}"
_WORD = r"[a-z][a-z-]*(?:['’]s)?"
# "The Sagori district fisheries office", "Sagori district police", "Rina's office"
_ENGLISH = re.compile(
    rf"(?P<the>[Tt]he )?(?P<role>(?P<place>(?!The ){_NAME}) (?P<kind>{_WORD}(?: {_WORD}){{0,4}}))"
)
_PLACED = re.compile(rf"(?:{_OF_A_TOWN})\b")
# What ends the words that such a body is made of.
_NO_PART = ANNOUNCING | naming.OPENERS | naming.PRONOUNS | frozenset(
    "a an of by that has had was were is are will would can could may did does not also".split()
)  # fmt: skip
# … and what they do: "The Palungan city police arrested officials".
_DONE = re.compile(
    r"[a-z]+ed|sent|took|held|found|shut|built|began|gave|made|got|left|met|won|lost|paid|put|saw|set|sold|led|"
    r"kept|bought|brought|caught|came|went|broke|chose|rose|spent|stood|ran|sought|fell|grew"
)
_INDONESIAN = re.compile(
    r"(?P<kind>(?:[Kk]antor|[Dd]inas|[Bb]alai|[Kk]epolisian|[Pp]engadilan|[Kk]ejaksaan|[Rr]umah sakit)"
    r"(?P<of>(?: [a-z]+){1,4}) )"
    rf"(?P<place>{_NAME})"
)
_BEARING = PLACE_HEADS | naming.OFFICE_WORDS
# What such a body may be for, besides the words of offices and abstract ones: "kantor cabang".
_FIELDS = _BEARING | frozenset(
    "cabang wilayah hukum swasta agama polisi pajak sosial jiwa pusat bupati wali gubernur camat".split()
)  # fmt: skip


def small_body(text: str, pos: int, limit: int, known: Known) -> Mention | None:
    """Read the body in small letters that begins at ``pos``; None where none does."""
    first = text[pos : pos + 1]
    if first in "KkDdBbPpRr" and (found := _INDONESIAN.match(text, pos, limit)):
        return _indonesian(text, found, known)
    if not (first.isupper() or first == "t") or (found := _ENGLISH.match(text, pos, limit)) is None:
        return None
    return _english(text, found)


def _english(text: str, found: re.Match[str]) -> Mention | None:
    """Return the body or the people that the words behind a place are: up to the last word of their kind."""
    words = found["kind"].split()
    ends = next((n for n, word in enumerate(words) if word in _NO_PART or _DONE.fullmatch(word)), len(words))
    based = found["place"].endswith("-based")  # "the Jakarta-based company"
    kinds = _HEADS | _BRANDED if based else _HEADS
    heads = [n for n, word in enumerate(words[:ends]) if word in kinds or _are_people(word)]
    if not heads or (heads[-1] + 1 < ends and words[heads[-1] + 1] in naming.ROLE_HEADS):
        return None
    head = heads[-1]
    end = found.start("kind") + len(" ".join(words[: head + 1]))
    owned = found["place"].endswith(("'s", "’s"))
    the = found["the"] or text.endswith(("the ", "The "), 0, found.start())
    if not (the or owned or _PLACED.match(found["kind"])) or text[end : end + 2] in {"'s", "’s"}:
        return None
    if re.match(" [A-Z]", text[end : end + 2]):
        return None  # "the Sagori police chief Andi Malik"
    role = text[found.start("role") : end]
    if owned or based or words[head] not in _HEADS:
        told = role if owned or based else " ".join(words[: head + 1])
        return Mention(found.start(), end, "anonymous", role=told, plural=True)
    return Mention(found.start(), end, "named", role, institution=True)


def _are_people(word: str) -> bool:
    men = word.endswith("men") and f"{word.removesuffix('men')}man" in naming.ROLE_HEADS
    return men or word in _PEOPLE or naming.is_english_people(word)


def _indonesian(text: str, found: re.Match[str], known: Known) -> Mention | None:
    """Return "Kantor perikanan Kabupaten Sagori", up to where somebody's name begins, if it is a body."""
    fields = found["of"].split()
    if not all(word in _FIELDS or ABSTRACT.fullmatch(word) for word in fields):
        return None
    words = found["place"].split()
    named = [
        (word.lower() in known.people or word.lower() in gazetteer.GIVEN)
        and not (n and words[n - 1].lower() in _BEARING)  # "Kabupaten Kirana"
        for n, word in enumerate(words)
    ]
    if named[0] and len(words) > 1 and fields[-1] != "hukum":
        return None  # "Di kantor bupati Andi Malik mengatakan"
    ends = next((n for n, is_name in enumerate(named) if is_name and n and not named[0]), len(words))
    name = found["kind"] + " ".join(words[:ends])
    return Mention(found.start(), found.start() + len(name), "named", name, institution=True)


def capitals_begin(words: Sequence[re.Match[str]]) -> int:
    """Return where the words with a capital begin that end a phrase in lower case; 0 where none do so."""
    raws = [w.group() for w in words]
    first = next((n for n, raw in enumerate(raws) if n and is_capital(raw)), 0)
    begun_low = first > 1 or raws[0].islower()
    return first if begun_low and all(map(is_capital, raws[first:])) else 0
