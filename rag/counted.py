"""What the numbers of a sentence count: what is asked about, or other things only. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from rag.asked import MEASURES, PEOPLE, THINGS
from rag.candidate import Sentence
from rag.fit import LABEL, SIGNED, SOMEBODY
from rag.glossary import related
from rag.matching import all_stems, stems_of
from rag.numerals import counts as is_numeral
from rag.question import Question
from rag.spans import TypedSpan, numbers
from rag.terms import EMPTY, Term, in_english
from rag.words import fold, folded, stem

# By what anything may be counted: what it is stands behind, in the question too ("berapa ekor buaya").
_BY_ONES = frozenset("orang jiwa unit buah ekor butir lembar batang titik biji".split())
# Goals, votes and how often: told by a score, a rank or a multiple as well.
_OTHERWISE = frozenset("kali times gol goals suara votes poin kursi seats".split())
_VERB = re.compile(r"(?:me|ber|di|ter)\w{4,}|\w{3,}(?:ed|ing)")
# No name of somebody.
_NO_PEOPLE = THINGS | frozenset(
    """
    lokasi tempat titik posko penerbangan perjalanan kamera kantong tenda ruang ranjang kamar meja kursi
    bilah laporan desa kecamatan kelurahan kabupaten kota negara flights places sites rooms beds bags villages
    """.split()
)
_MONEY = re.compile(r"(?:rp\.?|us\$|\$|€)\s?\d|%|persen|per ?cent", re.I)
_NO_COUNT = re.compile(r"\d{1,3}[-–]\d{1,3}|ke-?\w+", re.I)
_BEHIND, _WITHIN = re.compile(r"(?: [^\W\d_][\w-]+){1,3}"), 3
# As which people are told of too: who fell ill, who died.
_CASES = frozenset("kasus kematian cases deaths fatalities".split())
# "Trader Rosita Wally, 38, said", "Sari Dewi (38)".
_AGED = re.compile(r"[a-z](?:, \d{1,2},|(?: \(\d{1,2}\)))")


def counts_asked(
    question: Question, terms: Sequence[Term], sentence: Sentence, *, plainly: bool = False
) -> bool | None:
    """Say whether a number of a sentence counts what is asked for (True), or all of them something else
    (False); None where it is open, or no such thing is asked for, or there is no number. ``plainly`` leaves
    open what may be another name of what is asked for."""
    noun = _noun_of(question)
    if noun not in PEOPLE | THINGS or noun in _OTHERWISE or question.ordered:
        return None
    told = [
        _counts(sentence, span, noun, _stands_for(question, terms, noun), all_stems(terms), plainly=plainly)
        for span in numbers(sentence.text)
    ]
    if True in told:
        return True
    return None if None in told or not told else False


# "Berapa juta jumlah pengguna", "how many TikTok users".
_NUMBER_OF = re.compile(r"\bberapa (?:ribu |juta |miliar )?(?:jumlah|banyak) (\w+)")
_HOW_MANY = re.compile(r"\bhow many((?: [\w-]+){1,4})")


def _noun_of(question: Question) -> str:
    """Return what is to be counted."""
    if question.language == "en":
        many = _HOW_MANY.search(" ".join(folded(question.text)))
        return next((word for word in many[1].split() if word in PEOPLE | THINGS), "") if many else ""
    of = _NUMBER_OF.search(question.search_text)
    return (of[1] if of else question.counted).removesuffix("nya")


def _stands_for(question: Question, terms: Sequence[Term], noun: str) -> frozenset[str]:
    """Return the stems of what is counted and of all that may be called so."""
    nouns = {noun}
    if noun in _BY_ONES and (of := re.search(rf"\b{noun} (\w+)", question.search_text)):
        nouns.add(of[1])
    meant = [term for term in terms if not nouns.isdisjoint((term.surface, *term.spellings))]
    own = {stem(each) for each in nouns}.union(*map(stems_of, meant), *in_english(meant))
    return frozenset(own.union(*map(related, own)))


def _counts(
    sentence: Sentence, span: TypedSpan, noun: str, own: Set[str], asked: Set[str], *, plainly: bool
) -> bool | None:
    """Say whether a number counts a noun; None where no other thing follows it."""
    behind = sentence.text[span.end :]
    led = sentence.text[max(0, span.start - 4) : span.start]
    if _MONEY.search(led + span.text + behind[:8]) or SIGNED.search(behind[:8]):
        return False
    aged = _AGED.search(sentence.text, max(0, span.start - 3), span.end + 1)
    if aged or _NO_COUNT.fullmatch(span.text) or LABEL.search(sentence.text, 0, span.start):
        return False
    run = _BEHIND.match(behind)
    written = [w for w in (*span.text.split()[-1:], *(run.group().split() if run else ())) if w.isalpha()]
    following = [fold(w) for w in written if not is_numeral(fold(w))][:_WITHIN]
    if not own.isdisjoint(map(stem, following)):
        return True
    if noun in PEOPLE and not (SOMEBODY | _CASES).isdisjoint(following):
        return None
    thing = next((word for word in following if word not in _BY_ONES), "")
    if thing in MEASURES:
        return False
    if thing in EMPTY or _VERB.fullmatch(thing) or stem(thing) in asked:
        return None
    name = thing not in written and thing not in THINGS  # "21 juta UMKM" are such
    if not thing or name:
        return None
    # Another name may be meant of things ("24 armada" are buses), and of people another calling.
    other = thing in _NO_PEOPLE if noun in PEOPLE else thing in SOMEBODY
    return None if plainly and not other else False
