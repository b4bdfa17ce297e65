"""Which institution "serikat itu" and "the union" mean: the last that has the word in its name."""

from __future__ import annotations

import re

from rag.speech import naming
from rag.speech.cast import Cast, Person
from rag.speech.names import name_words

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
# Who heads an institution or speaks for it, before its name and his.
_HEADING = frozenset(
    """
    kepala ketua direktur dirut rektor sekretaris sekjen bendahara manajer koordinator pimpinan presiden
    komisaris komisioner anggota dekan pendiri pemilik humas juru bicara jubir ceo pengurus pembina kabid kasi
    """.split()
)
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
        told = _told(_COMPANY, position, cast)
        if len({name for _, name in told}) > 1:  # of several, one that was named just before
            told = [(start, name) for start, name in told if start > position - _REACH]
        return Person(told[-1][1], institution=True) if told else None
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
    found = _told(re.compile(rf"\b{named}"), position, cast)
    return Person(found[-1][1], institution=True) if found else None


def _told(pattern: re.Pattern[str], position: int, cast: Cast) -> list[tuple[int, str]]:
    """Return where ``pattern`` stands before a place, and the institution it finds there."""
    whole = ((found.start(), found.group()) for found in pattern.finditer(cast.text, 0, position))
    return [(start, name) for start, found in whole if (name := _without_head(found, cast))]


def _without_head(run: str, cast: Cast) -> str:
    """Return "Dinas Sosial Arunika" of "Kepala Dinas Sosial Arunika Budi Santoso", where Budi is told to be
    just that; nothing of "Kepala Dinas Budi Santoso"."""
    words = run.split()
    for n in range(1, len(words)):
        body, name = " ".join(words[:n]), set(name_words(" ".join(words[n:]))) - naming.HONORIFICS
        heads = (p for p in cast.people if any(_is_of(body, role) for role in p.roles))
        if any(name <= head.words for head in heads):
            return body if n > 1 else ""
    return run


def _is_of(body: str, role: str) -> bool:
    """Tell "Plt Kepala Dinas Sosial" from "buruh PT Lestari", whose name may well go on."""
    return role.endswith(f" {body}") and not _HEADING.isdisjoint(role.lower().split()[:2])
