"""Who of a couple is a woman or a man: "Kate Hill and her husband, Rob", "Siti dan suaminya, Rudi"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.speech import naming
from rag.speech.capitals import ENGLISH_KIN

_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}"
_KIN = "|".join(sorted(ENGLISH_KIN))
_COUPLE = re.compile(
    rf"\b(?P<one>{_NAME}),? (?:(?:and|with) (?P<whose>his|her) (?:[\w-]+ )?(?P<kin>{_KIN})|"
    r"(?:dan|bersama|beserta) (?P<spouse>suami|istri|ibu|ayah|bapak|putra|putri)nya(?: \w+)?)\b"
    rf"(?:,? (?P<other>{_NAME}))?"
)
_OF_SPOUSE = {"suami": "f", "istri": "m"}  # what whoever has one is


def sexes_told(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield the names that stand so, where they stand, and whether a woman (``f``) or a man is told of."""
    for found in _COUPLE.finditer(text):
        kin = found["kin"] or found["spouse"]
        own = {"her": "f", "his": "m"}.get(found["whose"] or "") or _OF_SPOUSE.get(kin)
        if own:
            yield found["one"], found.start("one"), own
        if found["other"]:
            yield found["other"], found.start("other"), "f" if kin in naming.FEMALE else "m"
