"""Names and offices without the titles around them, and institutions told from people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.spans import DEGREES
from rag.speech import gazetteer, naming
from rag.speech.capitals import JOINERS, Known, is_acronym, is_capital
from rag.speech.surnames import SURNAMES

# "Lukman Hadiseta-Nurul Trihapsari" are two candidates, "Amara Nwosu-Keita" is one.
_PAIR = re.compile(
    r"([A-Z][a-z]{3,})(?:/[A-Z][a-z]{2,}.*|-(?!\1)[A-Z][a-z]{2,} [A-Z].*)"
    r"|^([A-Z][a-z]{3,})-(?!\2)[A-Z][a-z]{2,}$"
)
_OWNING = re.compile(r"['’]s$")
_DOMAIN = re.compile(r"\.[a-z]{2,}")  # "Bisnis.com", not "A.G.H"
_DEGREE_FIRST = re.compile(r"[SM]\.[A-Z][a-z]*\.[A-Z][a-z]*")  # "Gusmiarti, S.K.M. Gusmiarti berharap"
_ASIDE = re.compile(r"\([^()]*\)|[\"“”«»][^\"“”«»]*[\"“”«»]|(?<= )['‘][^'’]*['’](?= )")
_RANK = re.compile(
    r"(?<=\w) (?:Ajun )?(?:Komisaris(?: Besar)?|Inspektur(?: (?:Jenderal|Satu|Dua))?|"
    r"Brigadir(?: Jenderal)?|Mayor Jenderal|"
    r"Letnan (?:Jenderal|Kolonel|Satu|Dua)|Laksamana (?:Muda|Madya|Pertama)|Marsekal (?:Muda|"
    r"Madya))(?: Polisi| Pol| TNI)?$"
)


# What somebody says or writes, before his name.
_TOLD = frozenset(
    "pernyataan tudingan tuduhan bantahan keterangan bap kesaksian pengakuan ucapan komentar kritik".split()
)
KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+")  # "Kang Ji-hoon"


def role_of(text: str, words: Sequence[re.Match[str]]) -> str | None:
    """Return the words of an office as written, without the rank that ends it."""
    while words and words[-1].group().lower() in naming.HONORIFICS:
        words = words[:-1]
    if not words:
        return None
    role = text[words[0].start() : words[-1].end()].strip()
    return _RANK.sub("", role) or role


_OF_MANY = frozenset("komunitas gerakan kelompok".split())
_NO_GIVEN = gazetteer.PLACES - gazetteer.GIVEN
_ONLY_PLACES = _NO_GIVEN - SURNAMES


def clean_name(text: str, words: Sequence[re.Match[str]]) -> str | None:
    """Return the name without titles before it and degrees after it; None where nothing is left."""
    if len(words) == 1 and words[0].group().isalpha():
        return None if words[0].group().lower() in JOINERS else words[0].group()
    while (
        len(words) > 1
        and words[0].group().lower() in naming.HONORIFICS
        and words[0].group() not in naming.LEARNED_NAMES
        and not KOREAN.fullmatch(words[1].group())
        and not is_english_body(words)
    ):
        words = words[1:]
    if len(words) > 2 and words[0].group().lower() in naming.BRANCHES:
        words = words[1:]  # "Kolonel Laut Piter Songgonau"
    if len(words) > 1 and _DEGREE_FIRST.fullmatch(words[0].group()):
        words = words[1:]
    if len(words) > 1 and words[0].group().lower() in _TOLD and is_capital(words[1].group()):
        words = words[1:]  # "Pernyataan Bambang Kusumo"
    if len(words) > 1 and words[0].group().endswith(("'s", "’s")):
        words = words[1:]  # "Armenia's Tigran Avakian"
    first = words[0].group().lower() if words else ""
    if len(words) > 2 and first in _ONLY_PLACES:
        begun = int(words[1].group().lower() in gazetteer.GIVEN)
        words = words[begun:]  # "Indonesia Bagas Pranowo"
    body = _is_body(first) or first in _OF_MANY  # "Komunitas Ibu Bekerja"
    for n in range(len(words) - 1, 0, -1):
        if not body and words[n - 1].group() in {"Bu", "Pak", "Bapak", "Ibu", "Mak", "Mbah", "Mbok", "Wak"}:
            words = words[n:]
            break
    of = next((n for n, word in enumerate(words) if word.group() == "of"), 0)
    named = of > 1 or (of == 1 and (first in SURNAMES or first in gazetteer.GIVEN))
    if named and not any(_is_body(w.group().lower()) for w in words[:of]):
        words = words[:of]  # "Wa Ode Safrina Kadir of Bahari University"
    while words and words[-1].group().lower() in JOINERS:
        words = words[:-1]
    while len(words) > 1 and _trails_degree(words) and not is_acronym(words[0].group()):
        words = words[:-1]
    if not words:
        return None
    name = text[words[0].start() : words[-1].end()]
    if name.replace(" ", "").isalpha():  # as most are: no pair, no marks, no brackets
        return " ".join(name.split())
    name = _OWNING.sub("", _PAIR.sub(lambda m: m[1] or m[2], name))
    return " ".join(_ASIDE.sub(" ", name).split())


def _is_body(word: str) -> bool:
    return word in naming.INSTITUTIONS or word in naming.ENGLISH_HOUSES


def is_english_body(words: Sequence[re.Match[str]]) -> bool:
    """Tell "Migrant Families Network of the Riau Islands" and "Light of Unity Party" by what they are in
    English, and "Jane Roe of Bahari University" from them."""
    if len(words) < 2:
        return False
    raws = [w.group() for w in words]
    of = raws.index("of") if "of" in raws[1:] else len(raws)
    named = raws[0].lower() in gazetteer.GIVEN or (1 < of < len(raws) and not _is_body(raws[of - 1].lower()))
    bodies = {raws[-1], raws[of - 1]} - {raws[0]}
    told = any(w[0].isupper() and w.lower() in naming.ENGLISH_HOUSES for w in bodies)
    return told and not named and is_capital(raws[0])


def _trails_degree(words: Sequence[re.Match[str]]) -> bool:
    last = words[-1].group()
    if last.lower() in gazetteer.PLACES or last.lower() in naming.INSTITUTIONS:  # "Stasiun Klimatologi NTB"
        return False
    if "." in last:  # "Fransiska Wenas Sp.KO"
        return DEGREES.fullmatch(last) is not None
    plain = re.fullmatch("[A-Z]{2}[A-Za-z]{0,3}", last) is not None
    return plain and (len(words) > 2 or DEGREES.fullmatch(last) is not None)


def is_known(known: Known, words: Sequence[re.Match[str]]) -> bool:
    """Tell whether a name begins with a word that people are known by."""
    return any(w.group().lower() in known.people or w.group().lower() in gazetteer.GIVEN for w in words[:2])


def is_institution(known: Known, words: Sequence[re.Match[str]]) -> bool:
    """Tell a company, an office or a country from a person."""
    raws = [w.group() for w in words]
    lowers = [w.lower() for w in raws]
    if (len(raws) == 1 and lowers[0] in known.initials) or (len(raws) > 1 and lowers[0] in known.firsts):
        return False
    if len(raws) > 1 and lowers[-1] in naming.ENGLISH_FIRMS:
        return True
    body = is_english_body(words)
    if body and len(raws) > 2:  # and not "Robert Plant"
        return True
    branded = len(raws) == 1 and any(map(str.isupper, raws[0][1:]))
    if not known.people.isdisjoint(lowers[:2]) and lowers[0] not in naming.INSTITUTIONS:
        return branded
    return (
        body
        or branded
        or not naming.INSTITUTIONS.isdisjoint(lowers)
        or all(map(is_acronym, raws))
        or _NO_GIVEN.issuperset(lowers)
        or _DOMAIN.search(raws[0]) is not None
        or lowers[0] in known.companies
    )
