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
# "Pembaca menunggu penulisnya.": of whom the article may have told by what they made.
_MAKERS = frozenset(
    "penulis pengarang pencipta pembuat pemilik pelukis penyusun penggagas pendiri sutradara pelaku".split()
)
_SEXES = {
    **dict.fromkeys("nenek ibu ibunda istri bibi tante putri".split(), "f"),
    **dict.fromkeys("kakek ayah bapak ayahanda suami paman putra".split(), "m"),
}
_NAME = r"[A-Z][\w'’]+(?: [A-Z][\w'’]+){0,4}"
_COUPLE = re.compile(rf"(?P<one>{_NAME})(?: \(\d+\))? dan (?P<other>{_NAME})")
# "Suaminya, Darsono,", "adalah adiknya sendiri, Andri"
_LED_IN = (
    r"nya(?:(?: yang)? (?:sendiri|sulung|bungsu|kandung|tunggal|pertama|kedua))?,? "
    rf"{naming.FAMILIAR}?(?P<name>{_NAME})"
)
_REACH = 300  # characters


def relative(role: str, position: int, cast: Cast, talked: Person | None) -> Person | None:
    """Return whom "suaminya" means at ``position``; None where nothing tells.

    ``talked`` is who is talked about there.
    """
    head = role.split()[0].lower() if role else ""
    kin = head.removesuffix("nya")
    the = _is_the(position, cast)
    if kin not in _OF or (kin == head and not the):
        return None
    if led_in := _led_in(kin, position, cast, talked, the=the):
        return led_in
    if kin == head and kin not in {"suami", "istri"}:
        return None
    called = re.compile(
        rf"\b(?i:{_OF[kin]})(?: (?:sulung|bungsu|kandung|tunggal))? {naming.FAMILIAR}?(?P<name>{_NAME})"
    )
    for found in reversed(list(called.finditer(cast.text, max(0, position - _REACH), position))):
        person = cast.find(found["name"], found.start())
        if person is not None:
            return person
    if talked is not None and any(talked not in pair for pair in _pairs(_OF[kin], position, cast)):
        return None  # "Sarmini … Suaminya, Kardiman, … kata Bupati … kata istrinya"
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


def is_told(kin: str) -> bool:
    """Say whether it is told here whom the kin of somebody means: of a husband, and not of in-laws."""
    return kin in _OF


def is_of_others(role: str, position: int, cast: Cast, talked: Person | None) -> bool:
    """Tell "sang ayah", where the article has told of somebody's son, from ``talked``, no kin of his."""
    kin = role.split()[0].lower() if role else ""
    if not _is_the(position, cast):
        return False
    seen = min(talked.seen, default=position) if talked else position
    owned = re.search(rf"\b{re.escape(kin)}nya\b", cast.text[seen:position])
    if owned and kin not in _OF:  # "Rudi memberi tahu mandornya. Sang mandor diam."
        return kin in naming.ROLE_HEADS - _MAKERS and not any(
            kin in r.lower() for p in cast.people for r in p.roles
        )
    if kin not in _OF or owned:
        return owned is not None  # "Wahyu makan di warung bibinya. Sang bibi diam."
    pairs = list(_pairs(_OF[kin], position, cast))
    return bool(pairs) and all(talked not in pair for pair in pairs)


def _is_the(position: int, cast: Cast) -> bool:
    return cast.text[position : position + 5].lower().startswith(("sang ", "si "))


def other_of(person: Person, position: int, cast: Cast) -> Person | None:
    """Return whose kin ``person`` was led in as before ``position``; None where nothing tells."""
    pairs = (whose for kin in _OF for kind, whose in _pairs(kin, position, cast) if kind is person)
    return next(pairs, None)


def _led_in(kin: str, position: int, cast: Cast, talked: Person | None, *, the: bool) -> Person | None:
    """Return who was led in as that kin of ``talked``, or as whose kin ``talked`` was: "Suaminya, Darsono".

    Behind "sang" it may also be the only one of that kin, whoever is talked about.
    """
    of_kin = list(_pairs(kin, position, cast))
    meant = [person for person, whose in of_kin if whose is talked]
    meant += [whose for person, whose in _pairs(_OF[kin], position, cast) if person is talked]
    if not meant and the:
        meant = [person for person, _ in of_kin if person is not talked]
    meant = [person for person in meant if person.sex in (None, _SEXES.get(kin, person.sex))]
    return meant[0] if meant and all(person is meant[0] for person in meant) else None


def _pairs(kin: str, position: int, cast: Cast) -> Iterator[tuple[Person, Person]]:
    """Yield who is led in before ``position`` as somebody's ``kin``, and whose: of whom was named last."""
    owners: list[tuple[Person, Person]] = []
    for found in re.finditer(rf"\b(?i:{kin}){_LED_IN}", cast.text[:position]):
        at = found.start()
        person = cast.find(found["name"], at)
        before = [p for p in cast.people if not p.institution and p is not person and p.seen[0] < at]
        whose = max(before, key=lambda p: max(s for s in p.seen if s < at), default=None)
        whose = next((w for p, w in owners if p is whose), whose)  # "Kakaknya, Rini, …. Kakaknya, Tono, …."
        if person is not None and whose is not None:
            owners.append((person, whose))
            yield person, whose


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
