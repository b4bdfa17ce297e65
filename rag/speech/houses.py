"""Which institution "serikat itu" and "the union" mean: the last that has the word in its name."""

from __future__ import annotations

import re

from rag.speech import naming
from rag.speech.cast import Cast, Person

_LEADING = frozenset(
    """
    serikat partai lembaga yayasan komunitas asosiasi dewan komisi dinas badan klub bank koperasi universitas
    persatuan federasi ikatan himpunan kementerian majelis forum aliansi koalisi paguyuban perkumpulan
    direktorat kantor otoritas satgas rumah sekolah institut perhimpunan balai pusat puskesmas pengadilan
    kejaksaan mahkamah maskapai
    """.split()
)
_TRAILING = frozenset(
    "union ministry agency bureau bank club university hospital court association council foundation".split()
)


# Which of them a word alone means: "paguyuban menulis".
ALONE = frozenset(
    """
    serikat partai lembaga yayasan komunitas asosiasi bank koperasi universitas federasi himpunan aliansi
    koalisi paguyuban perkumpulan perhimpunan klub dinas forum organisasi
    """.split()
)
_REACH = 600  # characters
_COMPANIES = frozenset("perusahaan perseroan korporasi company firm".split())
_FORMS = frozenset({"pt", "cv"})
_COMPANY = re.compile(r"\b(?:PT|CV) (?:[A-Z][\w'’]*)(?: [A-Z][\w'’]*)*")
# Behind these stands no head: "the man from the bank".
_LINK = re.compile(r" (?:of|from|at|in|for|with|on|to|who|that) ")


def is_body(text: str, start: int, role: str) -> bool:
    """Tell "the Jakarta swimming association" (at ``start``), a body, from "the association's chairman"."""
    head = _LINK.split(role)[0].split()[-1:]
    said_so = " " in role and text.startswith(("the ", "The "), start)
    return said_so and bool(head) and head[0].lower() in naming.ENGLISH_HOUSES | naming.ENGLISH_BODIES


def body(role: str, position: int, cast: Cast) -> tuple[Person | None, str | None]:
    """Return the body of that name, or which a name in it tells; only what "the national association" is."""
    named = cast.find(role, position)
    if named is None and any(word[0].isupper() for word in role.split()):
        named = Person(role, institution=True)
    return (named, named.role) if named is not None and named.institution else (None, role)


def house(role: str, position: int, cast: Cast) -> Person | None:
    """Return the institution that a description headed so means at ``position``; None where none is named."""
    head = role.split()[0].lower() if role else ""
    if head in _COMPANIES:
        forms = naming.ENGLISH_FIRMS | _FORMS if head in naming.ENGLISH_HOUSES else _FORMS
        companies = [p for p in cast.people if p.institution and forms & p.words]
        if before := [p for p in companies if min(p.seen) < position]:
            return max(before, key=lambda p: max(s for s in p.seen if s < position))
        told = list(_COMPANY.finditer(cast.text, 0, position))
        if len({found.group() for found in told}) > 1:  # of several, one that was named just before
            told = [found for found in told if found.start() > position - _REACH]
        return Person(told[-1].group(), institution=True) if told else None
    if head not in _LEADING | _TRAILING:
        return None
    seen = [
        (max(s for s in p.seen if s < position), p)
        for p in cast.people
        if p.institution and head in p.words and len(p.words) > 1 and min(p.seen) < position
    ]
    if seen:
        return max(seen, key=lambda pair: pair[0])[1]
    word = head.capitalize()
    named = rf"{word}(?: [A-Z][\w’']*)+" if head in _LEADING else rf"(?:[A-Z][\w’']* )+{word}\b"
    found = list(re.finditer(rf"\b{named}", cast.text[:position]))
    return Person(found[-1].group(), institution=True) if found else None
