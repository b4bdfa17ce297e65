"""What the words of an office tell of who holds it, and whether a description can be of them. Pure."""

from __future__ import annotations

import re

from rag.speech import naming
from rag.speech.appositions import Mention
from rag.speech.cast import Cast, Person
from rag.speech.newcomers import points_back
from rag.speech.offices import AIDES, PARTIES, SERVING, VAGUE, is_kinship, role_words

_HEADING = frozenset("kepala ketua wakil anggota direktur sekretaris pengurus".split())
_OF_THE_LAW = frozenset(
    """
    hakim jaksa penuntut kuasa penasihat pengacara advokat saksi ahli polisi kapolres kapolsek kapolda kasat
    penyidik korban pelapor ombudsman panitera
    """.split()
)
FORMERLY = re.compile(r"(?:mantan|eks|bekas) ", re.IGNORECASE)
# What a description tells besides an office.
_FLEETING = re.compile(r"\b(?:yang|berusia|asal|kelahiran|bernama|dengan|\d+ tahun)\b")


def serves(role: str, person: Person) -> bool:
    """Tell "juru bicara itu" from who is told to be a regent."""
    head = "jubir" if role.lower().startswith("juru bicara") else role.lower().split()[0]
    return head in AIDES and bool(person.role) and head not in role_words(person.role or "")


def is_of_office(role: str, known: frozenset[str]) -> bool:
    """Tell by what is told of an office that it may be the one known: not by "kepala" alone, nor by whom its
    holder serves."""
    words = role_words(role)
    serves = role.lower().split()[0] in SERVING - known
    return not serves and bool(words & known - (_HEADING if len(words) > 1 else frozenset()))


def is_of_the_law(person: Person) -> bool:
    return not _OF_THE_LAW.isdisjoint(role_words(person.role or ""))


def tells_office(mention: Mention, cast: Cast) -> bool:
    """Tell "Kepala SMP Negeri 7 itu membeli kantong kain", of whom the sentence before is about, and not
    "Surat Direktur Sudarmo itu"."""
    role = mention.role or ""
    head = role.lower().split()[0] if role else ""
    plain = head in naming.ROLE_HEADS - naming.GROUPS - PARTIES and not is_kinship(role)
    told = role_words(role) - VAGUE - {head}
    passing = _FLEETING.search(role) or FORMERLY.match(role)
    names = (cast.find(word, mention.start) for word in role.split()[1:] if word[0].isupper())
    another = any(named is not None and not named.institution for named in names)
    return plain and bool(told) and points_back(mention) and not passing and not another


def is_one(nameless: Mention) -> bool:
    """Tell "seorang wali murid" from "warga" and "polisi", who are many."""
    words = (nameless.role or " ").lower().split()
    return any(word in naming.ROLE_HEADS - naming.GROUPS for word in words[:2])  # "former employee"
