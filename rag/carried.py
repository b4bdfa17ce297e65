"""What of a sentence the statements that are to carry it (``rag/grounds.py``) do not hold. Pure."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from rag.amounts import differing
from rag.bound import belongs_elsewhere, takes_the_place
from rag.calendar_names import OF_DAYS
from rag.claimed_offices import PREFIXES
from rag.conflicts import conflicts, contradict
from rag.deeds import denied_of_another, denies_any, in_another_voice, is_person, turned
from rag.exchanged import REPORTING, SAY_LITTLE, exchanged, from_elsewhere, has_anothers_office
from rag.glossary import rarity, synonyms
from rag.grounds import Ground
from rag.in_full import in_full
from rag.morphology import root
from rag.negation import denies
from rag.numerals import NUMBER_SIGN
from rag.paraphrase import held_words
from rag.rendering import search_words
from rag.reserve import RESERVING, without_reserve
from rag.reversal import turns_round
from rag.sentences import sentences
from rag.spans import TITLES, Kind, TypedSpan, names
from rag.speech import gazetteer
from rag.speech.naming import ROLE_HEADS
from rag.speech.offices import role_words
from rag.strangers import strangers
from rag.terms import EMPTY, ENGLISH_ONLY, translations
from rag.wording import norms, tokens
from rag.words import STOPWORDS, stem

NUMBER, NAME, NEGATION, CONTENT = "angka", "nama", "negasi", "isi"

# Of a sentence's words of content, names apart, the least share that its statements hold, and of each clause;
# in another language, where words are rendered, less.
LEAST_HELD, LEAST_OF_CLAUSE, LEAST_ABROAD = 0.75, 0.5, 0.5
# Words that make a clause.
_SEVERAL = 2
# A word as rare as that (background rarity) stands there, or the sentence is not the source's.
_TELLING = 6.0
# A word of which less is held is not the source's.
_HALF = 0.5
# How near to a name its office stands (words), and how long one is.
_NEAR, _LONGEST_OFFICE = 10, 6
_CLAUSE = re.compile(
    r"[,;:()—]|\b(?:dan|serta|lalu|tetapi|tapi|namun|sedangkan|sementara|karena|sehingga|agar|untuk|and|but|while|"
    r"because|so that)\b",
    re.IGNORECASE,
)
# How a deed begins.
_DEED = re.compile(r"(?:me(?:m|n|ng|ny|r|l|w)?|di|ber|ter)[a-z]{4,}")
_APART = re.compile(r"(?:Berbeda dengan|Berbeda dari|Tidak seperti|Unlike) [^,]+, [^A-Z]{0,200}")
_OPENING = re.compile(r"([A-Z][a-z]+), (?=an? |the )")
_BRACKETED = re.compile(r"\([^()]*\)")
_DOMAIN = re.compile(r"\b[\w-]+\.(?:com|id|net|org|info|news|tv|co|me|io)\b", re.IGNORECASE)
_FORMER = PREFIXES | frozenset(
    "mantan eks bekas calon wakil plt pj pjs terdakwa tersangka terpidana former".split()
)
_OFFICES = ROLE_HEADS | TITLES | _FORMER
_LANDS = gazetteer.COUNTRIES | frozenset(w for w in gazetteer.PLACES if root(w) is None)
_CURRENCIES = frozenset("rp idr us usd".split())
# Words that only say that somebody says something: what they say is held against what they said.
PLAINLY_SAYING = frozenset(
    """menurut kata katanya ujar ujarnya tutur tuturnya ucap ucapnya mengatakan menyebut menyebutkan
    menyatakan menilai berpendapat memperkirakan menuturkan menjelaskan menegaskan mengungkapkan
    menyampaikan menambahkan berkata berujar bilang according said says say saying told tell stated
    added""".split()
)
# What leads to the outlet that says so.
_BY_OUTLET = frozenset("dilansir dikutip berdasarkan laporan diberitakan reported".split())
_LEADING, _WITHIN_SOURCE = frozenset(("menurut", "according")), frozenset("dari oleh to by the com".split())
# Words of English that another language has in too many ways, or not at all.
_LIGHT = (
    frozenset(
        """only but most just all also named called men women mens womens while including another other others
    percent us usd""".split()
    )
    | OF_DAYS
)
# What undoes the deed behind it: "lifted a ban", "refused to ban".
_UNDOING = frozenset(
    """lift lifts lifted revoke revoked cancel cancelled canceled postpone postponed delay delayed refuse
    refused refuses decline declined reject rejected stop stopped ease eased end ended
    avoid avoided""".split()
)
# Offices that stand for whom holds them: "the governor" of a regent is another.
_OF_STATE = frozenset(
    """presiden wapres menteri gubernur bupati walikota camat lurah kades kapolri kapolda kapolres kapolsek
    rektor hakim jaksa president minister governor regent mayor judge prosecutor rector""".split()
)
_OF_ANY_NAME = frozenset("pt cv ud desa kota kabupaten kecamatan provinsi the of".split())
_WITHIN_OFFICE = frozenset("dan of the for and".split())


def lacking(told: str, on: Ground, language: str, speakers: Set[str] = frozenset()) -> str | None:
    """Return what of a sentence its ground does not carry, None where it carries all of it.

    ``speakers`` are the words of the names of who says something in it: whether they do is told elsewhere.
    """
    told = in_full(told, on.around)
    if differing(told, on.text, on.around) or takes_the_place(told, on.main):
        return NUMBER
    if belongs_elsewhere(told, on.around):
        return NUMBER
    if _other_names(told, on, language, speakers) or _other_office(told, on, language):
        return NAME
    if from_elsewhere(told, on.around) or has_anothers_office(told, on.around):
        return NAME
    if (on.english or language == "id") and exchanged(told, on.statements, on.around):
        return CONTENT
    if not _does_the_same(told, on, language):
        return CONTENT
    return NEGATION if _denied_otherwise(told, on, language) else None


def _other_names(told: str, on: Ground, language: str, speakers: Set[str]) -> bool:
    """Say whether a sentence names somebody or something that its source does not, or in another's place."""
    around = norms(f"{on.around}\n{_BRACKETED.sub(' ', on.around)}")
    held = {part for norm in around for part in (norm, *norm.split("-"))}
    if cues(norms(told)) or not _BY_OUTLET.isdisjoint(norms(told)):
        held |= on.outlets
    found = names(told)
    rendered = held | _renderings(held) if language == "en" else held
    for name in found:
        if told[max(0, name.start - 1) : name.start].isalnum():
            continue  # "detikJabar"
        whole = norms(name.text)
        parts = [n for n in whole if n[0] != NUMBER_SIGN and n not in ENGLISH_ONLY | _BY_OUTLET | OF_DAYS]
        if (
            EMPTY.issuperset(parts)
            or _stands(whole, around)
            or _stands(parts, around)
            or set(parts) <= on.outlets & held | _CURRENCIES
        ):
            continue
        if language == "id" or not all(p in held or _known(p, rendered) for p in parts):
            return True
        person = [p for p in parts if p in held and p not in ROLE_HEADS | TITLES][-2:]
        if not _stands(person, around):  # "Rina Prakoso" of two
            return True
    if {
        s
        for s in strangers(told, held | _BY_OUTLET | OF_DAYS)
        if not (language == "en" and _known(s, rendered))
    }:
        return True
    if any(norm in _LANDS and norm not in rendered and stem(norm) not in rendered for norm in norms(told)):
        return True
    if any(domain.group().lower() not in on.around.lower() for domain in _DOMAIN.finditer(told)):
        return True
    return _in_place_of_another(told, on, speakers)


def _renderings(held: Set[str]) -> set[str]:
    return {stem(norm) for norm in held}


def _known(word: str, stems: Set[str]) -> bool:
    """Say whether an English word of a name renders what stands there: "Trade Minister"."""
    return any(stem(w) in stems for _, options in translations([word]) for option in options for w in option)


def _in_place_of_another(told: str, on: Ground, speakers: Set[str]) -> bool:
    """Say whether a sentence names somebody whom the statement that carries it does not, and leaves out whom
    that names: one took the other's place."""
    main = _unlike(on.main, told)
    for of_people, source in ((True, main), (False, on.text)):
        mine = [n for n in _unmatched(told, source) if not set(norms(n.text)) <= speakers]
        lost = _unmatched(main, told)
        if any(is_person(n) is of_people for n in mine) and any(is_person(n) is of_people for n in lost):
            return True
        if any(_slot(told, n) == _slot(main, other) for n in mine for other in lost):
            return True
    return False


def _unlike(main: str, told: str) -> str:
    """Return a statement without whom it tells something else of, unless that is told: "Unlike X, …"."""
    apart = _APART.match(main)
    if not apart:
        return main
    said, other, rest = (set(norms(text)) - EMPTY for text in (told, apart[0], main[apart.end() :]))
    return main if len(said & other) >= len(said & rest) else main[apart.end() :]


def _unmatched(text: str, other: str) -> list[TypedSpan]:
    """Return the names of a text of which another has no word as a name, or only for one told before."""
    left = Counter(t.norm for t in tokens(other) if other[t.start].isupper())
    inside = names(text)
    free = [
        TypedSpan(t.start, t.end, Kind.NAME, text[t.start : t.end])
        for t in tokens(text)
        if text[t.start].isupper() and not any(n.start <= t.start < n.end for n in inside)
    ]
    found = []
    there = norms(other)
    whole = [n for n in inside if _stands(norms(n.text), there)]
    for name in (*whole, *sorted({*inside, *free} - {*whole}, key=lambda n: n.start)):
        words = (set(norms(name.text)) - _OF_ANY_NAME) & left.keys()
        if all(left[word] <= 0 for word in words) and name in inside:
            found.append(name)
        left.subtract(words)
    return found


def _slot(text: str, name: TypedSpan) -> tuple[str, ...]:
    """Return the words around a name."""
    return (*norms(text[: name.start])[-1:], "", *norms(text[name.end :])[:1])


def _stands(parts: Sequence[str], there: Sequence[str]) -> bool:
    return any(there[i : i + len(parts)] == list(parts) for i in range(len(there) - len(parts) + 1))


def _other_office(told: str, on: Ground, language: str) -> bool:
    """Say whether a person has an office before, or behind, the name that stands nowhere near it there."""
    around = [t for t in tokens(on.around) if not t.is_number]
    words = {part for t in around for part in (t.norm, *role_words(t.norm))}
    stems = {stem(norm) for norm in words}
    for part in (part for norm in norms(told) for part in role_words(norm) & _OF_STATE):
        if part not in words and stem(part) not in stems and not _rendered(part, stems):
            return True
    ends = [sentence.end for sentence in sentences(on.around)]
    for name in _with_whom_it_opens(told):
        before = _office_before(told, name.start, language)
        office = before or _office_behind(told, name.end)
        parts = set(norms(name.text))
        if not office or not parts or (language == "id" and name.kind is not Kind.PERSON):
            continue
        places = [i for i, t in enumerate(around) if t.norm in parts]
        near = {
            t.norm
            for i in places
            for t in around[max(0, i - _NEAR) : i + _NEAR + 1]
            if before or bisect(ends, t.start) == bisect(ends, around[i].start)
        }
        near |= {part for norm in near for part in role_words(norm)}
        office = [part for norm in office for part in sorted(role_words(norm))]
        stems = {stem(norm) for norm in near}
        if any(
            norm not in near and stem(norm) not in stems and not _rendered(norm, stems) for norm in office
        ):
            return True
    return False


def _with_whom_it_opens(told: str) -> list[TypedSpan]:
    """Return the names of a sentence, also one word that opens it: "Jumadi, a farmer, …"."""
    found = list(names(told))
    opens = _OPENING.match(told)
    if opens and root(opens[1].lower()) is None and not any(name.start == 0 for name in found):
        found.insert(0, TypedSpan(0, opens.end(1), Kind.PERSON, opens[1]))
    return found


def _rendered(word: str, stems: Set[str]) -> bool:
    return any(
        all(stem(w) in stems for w in option) for _, options in translations([word]) for option in options
    )


def _office_before(told: str, start: int, language: str) -> list[str]:
    """Return the words of an office that stand before a name, none where there is no office."""
    before = [t.norm for t in tokens(told[:start]) if not t.is_number][-_LONGEST_OFFICE:]
    gap = told[:start].rstrip()[-1:]
    opens = len(before) < _LONGEST_OFFICE and before[:1] and before[0] in _OFFICES
    if gap and not (gap.isalnum() or gap in ".)" or (gap == "," and (opens or language == "en"))):
        return []
    first = next((i for i, norm in enumerate(before) if norm in _OFFICES), None)
    if first is None:
        return []
    if language == "en" and first and before[first - 1] not in EMPTY:
        first -= 1  # "finance minister"
    office = before[first:]
    parted = not EMPTY.isdisjoint(set(office) - _WITHIN_OFFICE)
    return [] if parted else [n for n in office if n not in _WITHIN_OFFICE]


def _office_behind(told: str, end: int) -> list[str]:
    """Return the words of an office that stand between commas behind a name."""
    behind = re.match(r", ([^,.;:()]{3,60})[,.]", told[end:])
    found = [t.norm for t in tokens(behind[1])] if behind else []
    article = found[:1] in (["a"], ["an"], ["the"])  # "a banana farmer"
    heads = found[-1:] if article else found[:1]
    is_office = not _OFFICES.isdisjoint(heads) and len(found) <= _LONGEST_OFFICE
    return [n for n in found if n not in EMPTY] if is_office else []


def cues(words: Iterable[str]) -> set[str]:
    """Return which of some words report what somebody says."""
    return {w for w in words if w in REPORTING or w.removesuffix("nya") in REPORTING}


def says(outlets: Set[str], told: str) -> bool:
    """Say whether a sentence gives what it tells as an outlet's: "dilansir Kabar Uji"."""
    words = [n for n in norms(told) if n not in _WITHIN_SOURCE]
    led = ((one, other) for one, other in pairwise(words) if (one in outlets) != (other in outlets))
    return any(one in _BY_OUTLET | _LEADING if other in outlets else cues([other]) for one, other in led)


def _does_the_same(told: str, on: Ground, language: str) -> bool:
    """Say whether the statements hold what is told, names apart: all of it, each clause, and every deed."""
    named = {norm for name in names(told) for norm in _words_of(name, told, language)}
    abroad = language == "en" and not on.english
    least = LEAST_ABROAD if abroad else LEAST_HELD
    if not held_words(told, on.texts, language) and not any(token.is_number for token in tokens(told)):
        return False  # "Ya."
    if abroad and _unheld(told, on, named):
        return False
    there = norms(on.text)
    little = SAY_LITTLE | _BY_OUTLET | (set() if RESERVING.isdisjoint(norms(on.main)) else RESERVING)
    for clause in (told, *_CLAUSE.split(told)):
        held = [
            (phrase, 1.0 if in_another_voice(phrase[0], there) else share)
            for phrase, share in held_words(clause, on.texts, language)
            if named.isdisjoint(phrase)
            and not STOPWORDS.issuperset(phrase)
            and PLAINLY_SAYING.isdisjoint(phrase)
            and not little.issuperset(phrase)
        ]
        if not held or (len(held) < _SEVERAL and clause is not told):
            continue
        share = sum(share for _, share in held) / len(held)
        if share < (least if clause is told else min(least, LEAST_OF_CLAUSE)):
            return False
        if not abroad and any(s < _HALF and rarity(stem(p[0])) >= _TELLING for p, s in held):
            return False
        if any(s < _HALF and not _UNDOING.isdisjoint(p) for p, s in held):
            return False
    if without_reserve(told, on.main, english=abroad):
        return False
    return abroad or not (_undone(told, on, little) or turned(told, on.main))


def _unheld(told: str, on: Ground, named: Set[str]) -> bool:
    """Say whether a sentence in another language has a word of content that nothing there renders, or a deed
    that its own statements do not."""
    apart = named | _LIGHT | PLAINLY_SAYING
    around, near = (held_words(told, texts, "en") for texts in ((on.around,), on.texts))
    return any(
        apart.isdisjoint(phrase) and not (nearby if phrase[0].endswith("ed") else share)
        for (phrase, share), (_, nearby) in zip(around, near, strict=True)
    )


def _words_of(name: TypedSpan, told: str, language: str) -> list[str]:
    """Return the words of a name and of the office beside it, which are told of elsewhere."""
    return [*norms(name.text), *_office_before(told, name.start, language), *_office_behind(told, name.end)]


def _undone(told: str, on: Ground, little: Set[str]) -> bool:
    """Say whether a deed is told that the statements have in no form, nor by a word of the same meaning.

    One near in meaning may be the graver: "membunuh" of "menewaskan".
    """
    there = {stem(norm) for norm in norms(on.text)}
    for (norm, *_), share in held_words(told, on.texts, "id", nearly=False):
        if share < _HALF and _DEED.fullmatch(norm) and norm not in STOPWORDS | PLAINLY_SAYING | little:
            alike = synonyms().get((norm,), ()) + synonyms().get((root(norm) or norm,), ())
            known = any(all(stem(word) in there for word in phrase) for phrase in alike)
            if not (known or in_another_voice(norm, norms(on.text))):
                return True
    return False


def _denied_otherwise(told: str, on: Ground, language: str) -> bool:
    """Say whether a sentence denies what its source states, states what it denies, or states the opposite."""
    said, there, whole = tokens(told), tokens(on.main), tokens("\n".join(on.statements))
    denying = denies_any(said)
    if (denying and not denies_any(whole)) or (any(denies(t.norm) for t in whole) and not denying):
        return True
    abroad = language == "en" and not on.english
    if not abroad and denied_of_another(said, there, whole):
        return True
    meant = tokens(search_words(norms(told), frozenset())) if abroad else said
    others = (tokens(text) for text in on.statements[1:])
    known = {stem(t.norm) for t in there}
    further = [t for t in meant if stem(t.norm) not in known]
    opposed = any(contradict(further, other) and not turns_round(further, other) for other in others)
    return opposed or contradict(meant, there) or "negasi" in conflicts(said, there)
