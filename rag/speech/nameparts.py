"""Where a name begins and an office ends, and what of both is left when titles are taken off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.speech import naming
from rag.speech.capitals import JOINERS, PLACE_HEADS, Known, is_acronym, is_capital, is_common, is_explained

_RULERS = frozenset(
    """
    gubernur bupati walikota kota camat lurah kapolda kapolres kapolsek kapolresta wagub wabup
    dandim
    """.split()
)
_LOCAL = frozenset("republik kerajaan negara wilayah daerah regional area cabang".split())
# What names of companies end in, given names among them: "PT Sangkara Jaya", "Yayasan Bumi Lestari".
_TAILS = frozenset(
    """
    jaya lestari abadi makmur sejahtera utama mandiri persada raya nusa indah maju sentosa bersama perkasa
    prima mulia karya agung tbk group
    """.split()
)
_BALINESE = frozenset("ketut made wayan nyoman gede putu gusti kadek komang nengah dewa bagus luh".split())
# "Lukman Hadiseta-Nurul Trihapsari" are two candidates.
_PAIR = re.compile(r"([A-Z][a-z]{3,})(?:-(?!\1)|/)[A-Z][a-z]{2,}.*")
_RANK = re.compile(
    r"(?<=\w) (?:Ajun )?(?:Komisaris(?: Besar)?|Inspektur(?: (?:Jenderal|Satu|Dua))?|"
    r"Brigadir(?: Jenderal)?|Mayor Jenderal|"
    r"Letnan (?:Jenderal|Kolonel|Satu|Dua)|Laksamana (?:Muda|Madya|Pertama)|Marsekal (?:Muda|"
    r"Madya))(?: Polisi| Pol| TNI)?$"
)


def name_begins(known: Known, words: Sequence[re.Match[str]]) -> int | None:
    """Return the index of the name's first word in an office with a name, or None."""
    last = len(words)
    first = last
    while first > 1 and (is_capital(words[first - 1].group()) or words[first - 1].group() in JOINERS):
        first -= 1
    if first == 1 and is_capital(words[0].group()) and words[0].group().lower() not in naming.ROLE_HEADS:
        first = 0
    run = [w.group() for w in words[first:]]
    if not run:
        return None
    for i in range(len(run) - 2, -1, -1):
        ranked = run[i].lower() != "jenderal" or words[first + i - 1].group().lower() not in naming.ROLE_HEADS
        if run[i].lower() in naming.HONORIFICS and ranked and (i or first) and run[i + 1][0].isupper():
            return first + i + 1
    explained = [_is_place_or_office(words, first + i, known) for i in range(len(run))]
    best: tuple[float, int | None] = (0.0, None)
    for i, word in enumerate(run):
        if word.islower() or (i and _is_glued(words, first + i)):
            continue
        score = _score(run, explained, i, known)
        if score > best[0]:
            best = (score, first + i)
    cut = best[1]
    while cut and cut > 1 and len(words) - cut < 4 and _is_first_name(words, cut - 1, known):
        cut -= 1
    if cut and words[cut - 1].group() in {"I", "Ni", "Ida"} and words[cut].group().lower() in _BALINESE:
        cut -= 1
    return cut


def _is_first_name(words: Sequence[re.Match[str]], n: int, known: Known) -> bool:
    """Tell "Sigit" in "Direktur Jenderal Perkebunan Sigit Tri Wardoyo" from the name of an institution.

    After the field of a nationwide office a strange word is a name; after an institution it may be its own.
    """
    word, before = words[n].group(), words[n - 1].group().lower()
    lower = word.lower()
    if not is_capital(word) or before in naming.INSTITUTIONS or before in PLACE_HEADS or before in _RULERS:
        return False
    if lower in known.places | known.loose | naming.PLACES or (
        is_explained(word) and lower not in naming.GIVEN
    ):
        return False
    if lower in _TAILS and any(w.group().lower() in naming.INSTITUTIONS for w in words[:n]):
        return False
    if lower in naming.GIVEN:
        return before in naming.OFFICE_WORDS or before in naming.ROLE_HEADS or is_common(before)
    local = any(w.group().lower() in naming.INSTITUTIONS | PLACE_HEADS | _LOCAL for w in words[:n])
    return before in naming.OFFICE_WORDS and not local and not is_common(word)


def _is_glued(words: Sequence[re.Match[str]], n: int) -> bool:
    return words[n - 1].group() in JOINERS or words[n - 1].group() == "&"


def _is_place_or_office(words: Sequence[re.Match[str]], n: int, known: Known) -> bool:
    word = words[n].group()
    lower = word.lower()
    if lower in known.people:
        return False
    before = words[n - 1].group().lower() if n else ""
    if before in PLACE_HEADS and words[n - 1].group()[0].isupper():
        return True
    if (
        n > 1
        and n == len(words) - 1
        and words[n - 2].group().lower() in PLACE_HEADS
        and words[n - 2].group()[0].isupper()
        and lower not in naming.GIVEN
    ):
        return True
    if before in _RULERS | naming.INSTITUTIONS and len(words) - n >= 3:
        return True
    owned = [w.group().lower() for w in words[max(0, n - 3) : n]]
    if before.isdigit() and n + 2 < len(words):
        return True  # "SMA Negeri 2 Kotaraya"
    if lower in _TAILS and n + 2 < len(words) and any(w in naming.INSTITUTIONS for w in owned):
        return True
    if (lower in known.loose and lower not in naming.GIVEN) or any(c.isupper() for c in word[1:]):
        return True
    return (
        is_explained(word)
        or lower in known.places
        or word[0].isdigit()
        or re.fullmatch("[IVX]+", word) is not None
    )


def _score(run: Sequence[str], explained: Sequence[bool], i: int, known: Known) -> float:
    name, lowers = run[i:], [w.lower() for w in run]
    score = {1: -0.3 if i else 0.2, 2: 1.0, 3: 0.6, 4: 0.0}.get(len(name), -1.0)
    if len(name) == 1 and not (lowers[i] in known.people or lowers[i] in naming.GIVEN) and i:
        score -= 1.0
    for j in range(i, len(run)):
        if lowers[j] in known.people:
            score += 1.5
        elif explained[j] and (lowers[j] not in naming.GIVEN or (j == i and lowers[j] in _TAILS and i)):
            score -= 1.5
        elif lowers[j] not in naming.GIVEN and i and is_common(run[j]):
            score -= 0.6  # after a calling in lower case the capital alone makes the name
    score += 0.8 * (lowers[i] in naming.GIVEN) + 1.0 * (lowers[i] in known.people)
    strange = sum(not explained[j] and not is_common(run[j]) for j in range(i))
    score -= 3.0 * sum(lowers[j] in known.people for j in range(i))
    return score - min(0.9, 0.35 * strange)


def role_of(text: str, words: Sequence[re.Match[str]]) -> str | None:
    """Return the words of an office as written, without the rank that ends it."""
    while words and words[-1].group().lower() in naming.HONORIFICS:
        words = words[:-1]
    if not words:
        return None
    role = text[words[0].start() : words[-1].end()].strip()
    return _RANK.sub("", role) or role


def clean_name(text: str, words: Sequence[re.Match[str]]) -> str | None:
    """Return the name without titles before it and degrees after it; None where nothing is left."""
    while words and words[0].group().lower() in naming.HONORIFICS and len(words) > 1:
        words = words[1:]
    for n in range(len(words) - 1, 0, -1):
        if words[n - 1].group() in {"Bu", "Pak", "Bapak", "Ibu", "Mak", "Mbah", "Mbok", "Wak"}:
            words = words[n:]
            break
    while words and words[-1].group().lower() in JOINERS:
        words = words[:-1]
    while len(words) > 1 and _trails_degree(words) and not is_acronym(words[0].group()):
        words = words[:-1]
    if not words:
        return None
    name = _PAIR.sub(r"\1", text[words[0].start() : words[-1].end()])
    return " ".join(re.sub(r"\([^()]*\)", " ", name).split())


def _trails_degree(words: Sequence[re.Match[str]]) -> bool:
    last = words[-1].group()
    plain = re.fullmatch("[A-Z]{2}[A-Za-z]{0,3}", last) is not None
    return plain and (len(words) > 2 or naming.DEGREES.fullmatch(last) is not None)


def is_known(known: Known, words: Sequence[re.Match[str]]) -> bool:
    """Tell whether a name begins with a word that people are known by."""
    return any(w.group().lower() in known.people or w.group().lower() in naming.GIVEN for w in words[:2])


def is_institution(known: Known, words: Sequence[re.Match[str]]) -> bool:
    """Tell a company, an office or a country from a person."""
    raws = [w.group() for w in words]
    lowers = [w.lower() for w in raws]
    if any(w in known.people for w in lowers[:2]) and lowers[0] not in naming.INSTITUTIONS:
        return len(raws) == 1 and any(c.isupper() for c in raws[0][1:])
    return (
        any(w in naming.INSTITUTIONS for w in lowers)
        or all(is_acronym(w) for w in raws)
        or all(w in naming.PLACES and w not in naming.GIVEN for w in lowers)
        or (len(raws) == 1 and any(c.isupper() for c in raws[0][1:]))
        or "." in raws[0][1:-1]
        or lowers[0] in known.companies
    )
