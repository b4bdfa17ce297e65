"""Who is meant by being somebody's kin: "Neneknya" behind "cucu Mak Iyah", "Suaminya" of a couple."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.speech import naming
from rag.speech.cast import Cast, Person

# How those are called, of whom the article says that they are the other's.
_OF = {
    "nenek": "cucu",
    "kakek": "cucu",
    "cucu": "nenek|kakek",
    **dict.fromkeys(("ayah", "bapak", "ayahanda", "ibu", "ibunda", "orangtua"), "anak|putra|putri|bayi"),
    **dict.fromkeys(("anak", "putra", "putri"), "ayah|bapak|ibu|ibunda|ayahanda"),
    "suami": "istri",
    "istri": "suami",
    **dict.fromkeys(("paman", "bibi", "tante"), "keponakan"),
    "keponakan": "paman|bibi|tante",
    "kakak": "adik",
    "adik": "kakak",
}
_SEXES = {
    **dict.fromkeys("nenek ibu ibunda istri bibi tante putri".split(), "f"),
    **dict.fromkeys("kakek ayah bapak ayahanda suami paman putra".split(), "m"),
}
_NAME = r"[A-Z][\w'’]+(?: [A-Z][\w'’]+){0,4}"
_COUPLE = re.compile(rf"(?P<one>{_NAME})(?: \(\d+\))? dan (?P<other>{_NAME})")
_REACH = 300  # characters


def relative(role: str, position: int, cast: Cast, talked: Person | None) -> Person | None:
    """Return whom "suaminya" means at ``position``; None where nothing tells.

    ``talked`` is who is talked about there.
    """
    head = role.split()[0].lower() if role else ""
    kin = head.removesuffix("nya")
    spouse = kin in {"suami", "istri"} and cast.text[position : position + 5].lower() == "sang "
    if (kin == head and not spouse) or kin not in _OF:
        return None
    called = re.compile(
        rf"\b(?i:{_OF[kin]})(?: (?:sulung|bungsu|kandung|tunggal))? {naming.FAMILIAR}?(?P<name>{_NAME})"
    )
    for found in reversed(list(called.finditer(cast.text, max(0, position - _REACH), position))):
        person = cast.find(found["name"], found.start())
        if person is not None:
            return person
    if owned := list(
        re.finditer(rf"(?i:\b(?:{_OF[kin]})nya\b)", cast.text[max(0, position - _REACH) : position])
    ):
        before = owned[-1].start() + max(0, position - _REACH)  # "Mama Yosefina … Cucunya … sahut neneknya"
        sex = _SEXES.get(kin)
        owners = [
            p
            for p in cast.people
            if not p.institution and min(p.seen) < before and (sex is None or p.sex in (None, sex))
        ]
        return max(owners, key=lambda p: max(s for s in p.seen if s < before), default=None)
    if kin not in {"suami", "istri"} or talked is None:
        return None
    sex = "m" if kin == "suami" else "f"
    spouses = [p for p in _beside(talked, cast, position) if p.sex in (None, sex)]
    return spouses[0] if len(spouses) == 1 else None


def _beside(talked: Person, cast: Cast, position: int) -> Iterator[Person]:
    """Yield who is named together with somebody before ``position``: "Rosmaniar dan Zulkarnain Koto"."""
    seen: list[Person] = []
    for pair in _COUPLE.finditer(cast.text, 0, position):
        both = [cast.find(pair[name], pair.start()) for name in ("one", "other")]
        if talked in both:
            for person in both:
                if person is not None and person is not talked and person not in seen:
                    seen.append(person)
                    yield person
