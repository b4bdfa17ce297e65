"""Where a name begins and an office ends, and what of both is left when titles are taken off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag import naming
from rag.capitals import JOINERS, PLACE_HEADS, Known, is_acronym, is_capital, is_common, is_explained

_RULERS = frozenset(
    """
    gubernur bupati walikota kota camat lurah kapolda kapolres kapolsek kapolresta wagub wabup
    dandim
    """.split()
)
# "Lukman Hadiseta-Nurul Trihapsari" are two candidates.
_PAIR = re.compile(r"([A-Z][a-z]{3,})-(?!\1)[A-Z][a-z]{3,}.*")
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
    return best[1]


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
        elif explained[j] and lowers[j] not in naming.GIVEN:
            score -= 1.5
        elif lowers[j] not in naming.GIVEN and i and is_common(run[j]):
            score -= 0.6  # after a calling in lower case the capital alone makes the name
    score += 0.8 * (lowers[i] in naming.GIVEN) + 1.0 * (lowers[i] in known.people)
    for j in range(i):
        score -= 3.0 * (lowers[j] in known.people) + 0.35 * (not explained[j] and not is_common(run[j]))
    return score


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
    )
