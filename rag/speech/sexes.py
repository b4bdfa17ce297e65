"""Who is a woman or a man, as titles, first names and couples tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.speech import gazetteer, naming
from rag.speech.appositions import Mention
from rag.speech.capitals import ENGLISH_KIN
from rag.speech.names import name_words

_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}"
_KIN = "|".join(sorted(ENGLISH_KIN))
# "Kate Hill and her husband, Rob", "Siti dan suaminya, Rudi"
_COUPLE = re.compile(
    rf"\b(?P<one>{_NAME}),? (?:(?:and|with) (?P<whose>his|her) (?:[\w-]+ )?(?P<kin>{_KIN})|"
    r"(?:dan|bersama|beserta) (?P<spouse>suami|istri|ibu|ayah|bapak|putra|putri)nya(?: \w+)?)\b"
    rf"(?:,? (?P<other>{_NAME}))?"
)
_HAVING_KIN = (
    " his ", " her ", "suaminya", "istrinya", "ibunya", "ayahnya", "bapaknya", "putranya", "putrinya",
)  # fmt: skip
_OF_SPOUSE = {"suami": "f", "istri": "m"}  # what whoever has one is

_FEMALE_ENDING = re.compile(
    r"(?:wati|yanti|ningsih|tini|inah|iyah|iah|ida|ita|ina|ana|sih|atun|umi|sari|ayu|dewi|sri|siti|putri|issa|ella|elia|cia|"
    r"ratna|maria)$"
)
_MALE_ENDING = re.compile(
    r"(?:wan|anto|arto|ono|adi|yadi|us|udin|uddin|iman|bagus|agus|budi|ahmad|muhammad|ang|jo|ko)$"
)
_EITHER = frozenset(
    """andi tri dwi eka nur dian indra kris nurul made nyoman wayan ketut nengah putu kadek komang catur
    citra surya eko cahya gusti""".split()
)
_GIVEN = gazetteer.GIVEN - _EITHER
# First words of names that tell it: of Bali, of Buton, of Lombok; and first two.
_TELLING = {
    "i": "m", "ni": "f", "la": "m", "wa": "f", "lalu": "m", "baiq": "f", "desak": "f", "dayu": "f",
    "cokorda": "m",
}  # fmt: skip
_TELLING_PAIRS = {("ida", "bagus"): "m", ("ida", "ayu"): "f", ("gusti", "ngurah"): "m", ("gusti", "ayu"): "f"}


def sexes_told(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield the names that stand so, where they stand, and whether a woman (``f``) or a man is told of."""
    for found in _COUPLE.finditer(text) if any(kin in text for kin in _HAVING_KIN) else ():
        kin = found["kin"] or found["spouse"]
        own = {"her": "f", "his": "m"}.get(found["whose"] or "") or _OF_SPOUSE.get(kin)
        if own:
            yield found["one"], found.start("one"), own
        if found["other"]:
            yield found["other"], found.start("other"), "f" if kin in naming.FEMALE else "m"


def titled(text: str, mention: Mention) -> str | None:
    """Return ``f`` or ``m`` where the title in front of a name tells it: "Kiai Fathoni"."""
    title = text[mention.start : mention.end].split(" ", 1)[0].lower()
    return "f" if title in naming.FEMALE else "m" if title in naming.MALE else None


def sex_of(text: str, mention: Mention) -> str | None:
    """Return ``f`` or ``m`` where a title, a kinship or the first name tells it."""
    words = set(re.findall(r"[\w-]+", text.lower()))
    if words & naming.FEMALE:
        return "f"
    if words & naming.MALE:
        return "m"
    pair = tuple(name_words(mention.name or " ")[:2])
    if pair in _TELLING_PAIRS:
        return _TELLING_PAIRS[pair]
    first = name_words(mention.name or " ")[:1]
    if first and first[0] in _EITHER:  # "Andi Rahmawati"
        first = [w for w in name_words(mention.name or " ")[1:2] if w in _GIVEN]
    if not first:
        return None
    if first[0] in _TELLING:
        return _TELLING[first[0]]
    if first[0] not in gazetteer.GIVEN:  # "Nimas Ayu"
        first = [w for w in name_words(mention.name or " ")[1:2] if w in _GIVEN] or first
    if first[0] in gazetteer.GIVEN:
        return "f" if first[0] in gazetteer.FEMALE_GIVEN else "m"
    if _FEMALE_ENDING.search(first[0]):
        return "f"
    return "m" if _MALE_ENDING.search(first[0]) else None


def is_sure(name: str) -> bool:
    """Say whether a first name is in a table, and does not only end as women's or men's names do."""
    first = name_words(name)[:1]
    return bool(first) and first[0] in _GIVEN
