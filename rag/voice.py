"""Who does what is asked about, and to whom it is done: a sentence may tell it in the other voice.

"Siapa yang diusir wasit?" asks for whom "Wasit Hariman mengusir Rendra" names last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rag.candidate import Sentence
from rag.matching import all_stems, stems_of
from rag.question import Question
from rag.spans import PORTFOLIO, TITLES, Kind, TypedSpan
from rag.speech import gazetteer, naming
from rag.telling import asks_speech
from rag.terms import Term
from rag.words import folded

_RELATIVE = re.compile(r"\b(?:siapa(?:kah)?|who) (?:saja )?(?:yang|yg|pernah|that)\b", re.I)
# "Siapa (saja) yang (pernah) diusir", "investor mana yang memimpin", "siapa pendirinya": the verb, and its
# voice, or the noun of whoever does it.
_ASKS_DOING = re.compile(
    r"\b(?:siapa(?:kah)?|mana) (?:saja )?yang (?:[a-z]+ ){0,2}?(?P<verb>(?:di|me)[a-z]{4,})\b"
    r"|\bsiapa(?:kah)? (?:saja )?(?P<doer>pe[a-z]{4,})\b"
)
_DONE_TO = re.compile(r"di[a-z]{4,}")
_DOES = re.compile(r"me[a-z]{4,}")
# What those say who are quoted about it, beside those who did it.
_TELLS = re.compile(
    r"[^.;:!?]{0,40}?\b(?:membantah|mengatakan|menyebut|menyatakan|menjelaskan|membenarkan|mengaku|menilai|memastikan|"
    r"mengonfirmasi|melaporkan|said|says|denied|confirmed)\b"
)
_BESIDE = 4
# Words between a verb and who does it or has it done to them.
_REACH = 8
_OTHER_SIDE, _ONLY_TELLS, _RIGHT_BEHIND = 0.4, 0.4, 1.3
# Bodies and groups that do something, what they begin with, and what stands between them and their verb.
_BODIES = naming.INSTITUTIONS - gazetteer.GIVEN | frozenset(
    "polisi aparat petugas penyidik jaksa hakim warga buruh nelayan petani".split()
)
_LEADING = frozenset("pihak para jajaran sejumlah".split())
_BETWEEN = frozenset(
    "juga telah sudah akan kini pun kemudian lalu turut ikut sempat mulai langsung segera".split()
)
_LONGEST_BODY = 7

# Whom something is said or given to, got from or done with is led in by the same word where it is told.
_ASKS_LED = re.compile(
    r"\b(?:(?P<to>ke|kepada|pada)|(?P<of>dari)|(?P<with>sama|dengan|bareng|bersama)|(?P<for>untuk|buat|bagi))"
    r" siapa\b|\b(?P<to_whom>to whom)\b|\b(?P<from_whom>from whom)\b",
    re.IGNORECASE,
)
_LED = {
    "to": re.compile(r"\b(?:ke|kepada|pada|to) (?:[a-z]+\.? ){0,3}$"),
    "of": re.compile(r"\b(?:dari|from) (?:[a-z]+\.? ){0,3}$"),
    "with": re.compile(r"\b(?:dengan|bersama|with) (?:[a-z]+\.? ){0,3}$"),
    "for": re.compile(r"\b(?:untuk|bagi|for) (?:[a-z]+\.? ){0,3}$"),
}
_LED |= {"to_whom": _LED["to"], "from_whom": _LED["of"]}
_AS_ASKED = 1.3
_OFFICE_WORDS = TITLES | PORTFOLIO
_CALLED_BY_OFFICE = re.compile(r"[A-Z][\w-]+(?: [A-Z][\w-]+)*")


# A question is the same for each name of each sentence.
@lru_cache(maxsize=256)
def _asks_relative(text: str) -> bool:
    return _RELATIVE.search(text) is not None


@lru_cache(maxsize=256)
def _asked_doing(search_text: str) -> re.Match[str] | None:
    return _ASKS_DOING.search(search_text)


@lru_cache(maxsize=256)
def _asked_led(text: str) -> re.Match[str] | None:
    return _ASKS_LED.search(text)


def does_it(question: Question, terms: Sequence[Term], sentence: Sentence, span: TypedSpan) -> float:
    """Return a factor for a name where it is asked who does something, or to whom it is done: over 1 for who
    stands on that side of the verb or right beside it, under 1 for who stands on the other, or only tells."""
    side = _side(question, terms, sentence, span)
    if side != 1.0:
        return side
    if not terms or terms[0].name:
        return 1.0
    relative = _asks_relative(question.text)
    doing = stems_of(terms[0])
    after = _behind(sentence, span.end)
    if relative and "yang" in after[:3] and not doing.isdisjoint(after[:_BESIDE]):
        return _RIGHT_BEHIND
    telling = _TELLS.match(sentence.text, span.end)
    if telling is None:
        return 1.0
    # "Sari menyatakan tersangka disuruh": what she tells of, others do.
    told = _behind(sentence, telling.end())
    if relative:
        return _ONLY_TELLS if doing.isdisjoint(after[: len(after) - len(told)]) else 1.0
    if asks_speech(question) or span.kind is not Kind.PERSON:  # a body does what it says
        return 1.0
    things = all_stems(term for term in terms if not term.name)
    only = not things.isdisjoint(told) and things.isdisjoint(
        sentence.stems[: len(sentence.stems) - len(told)]
    )
    return _ONLY_TELLS if only else 1.0


def led_as_asked(question: Question, text: str, span: TypedSpan) -> float:
    """Return a factor for a name where it is asked to, from, with or for whom: over 1 if it is led in so."""
    asked = _asked_led(question.text)
    led = asked is not None and _LED[str(asked.lastgroup)].search(text, 0, span.start)
    return _AS_ASKED if led else 1.0


def _offices_led_in(question: Question, sentence: Sentence) -> Iterator[TypedSpan]:
    """Yield who is called by an office alone, where it is asked to, from or with whom: "ke Menkominfo"."""
    asked = _asked_led(question.text)
    for called in _CALLED_BY_OFFICE.finditer(sentence.text) if asked else ():
        office = _OFFICE_WORDS.issuperset(folded(called.group()))
        if asked and office and _LED[str(asked.lastgroup)].search(sentence.text, 0, called.start()):
            yield TypedSpan(called.start(), called.end(), Kind.PERSON, called.group())


def nameless_doers(question: Question, terms: Sequence[Term], sentence: Sentence) -> Iterator[TypedSpan]:
    """Yield whoever has no name of their own: the bodies and groups that do what it is asked who does
    ("DPRD mendesak …", "dibayar BPJS"), and whom something is done to or with ("ke Menkominfo")."""
    yield from _offices_led_in(question, sentence)
    asked = _asked_doing(question.search_text)
    if asked is None or asked["verb"] is None or not _DOES.fullmatch(asked["verb"]):
        return
    doing = all_stems(term for term in terms if term.surface == asked["verb"])
    for i, (norm, stem) in enumerate(zip(sentence.norms, sentence.stems, strict=True)):
        if stem in doing:
            active = _DOES.fullmatch(norm) is not None
            inside = _body_before(sentence, i) if active else _body_behind(sentence, i)
            if inside and (active or _DONE_TO.fullmatch(norm)):
                start, end = sentence.words[inside[0]].start, sentence.words[inside[-1]].end
                yield TypedSpan(start, end, Kind.NAME, sentence.text[start:end])


def _body_before(sentence: Sentence, verb: int) -> range:
    """Return the words of the body that a clause begins with, up to its verb; none of who is of it."""
    last = verb - 1
    while last >= 0 and sentence.norms[last] in _BETWEEN:
        last -= 1
    first = last
    while first > 0 and last - first < _LONGEST_BODY and _adjoin(sentence, first - 1):
        first -= 1
    norms = sentence.norms[first : last + 1]
    begin = next((n for n, norm in enumerate(norms) if norm not in _LEADING), len(norms))
    body = range(first + begin, last + 1)
    named = all(sentence.text[sentence.words[i].start].isupper() for i in body[1:])
    if (
        last < 0
        or not body
        or norms[begin] not in _BODIES
        or not named
        or not gazetteer.GIVEN.isdisjoint(norms)
    ):
        return range(0)
    return body


def _body_behind(sentence: Sentence, verb: int) -> range:
    """Return the words of the body by which something is done."""
    first = verb + 2 if sentence.norms[verb + 1 : verb + 2] == ("oleh",) else verb + 1
    if first >= len(sentence.words) or sentence.norms[first] not in _BODIES or not _adjoin(sentence, verb):
        return range(0)
    end = first + 1
    while end < len(sentence.words) and end - first < _LONGEST_BODY and _goes_on(sentence, end):
        end += 1
    return range(first, end)


def _goes_on(sentence: Sentence, i: int) -> bool:
    return _adjoin(sentence, i - 1) and sentence.text[sentence.words[i].start].isupper()


def _adjoin(sentence: Sentence, i: int) -> bool:
    """Say whether only a space stands between a word and the next one."""
    return sentence.text[sentence.words[i].end : sentence.words[i + 1].start] == " "


def _behind(sentence: Sentence, at: int) -> Sequence[str]:
    """Return the stems of the words that begin at a place of a sentence's text or behind it."""
    return sentence.stems[sentence.inside(at, len(sentence.text)).start :]


def _side(question: Question, terms: Sequence[Term], sentence: Sentence, span: TypedSpan) -> float:
    """Return the factor for the side of the asked verb on which a name stands; 1 where that is the right one,
    or there is no such verb near."""
    asked = _asked_doing(question.search_text)
    verb = next((t for t in terms if asked and t.surface in (asked["verb"], asked["doer"])), None)
    if asked is None or verb is None:
        return 1.0
    wants_doer = asked["doer"] is not None or _DOES.fullmatch(asked["verb"]) is not None
    doing, inside = stems_of(verb), sentence.inside(span.start, span.end)
    for i, (norm, stem) in enumerate(zip(sentence.norms, sentence.stems, strict=True)):
        if stem not in doing or not inside:
            continue
        active = _DOES.fullmatch(norm) is not None
        if not active and not _DONE_TO.fullmatch(norm):
            continue
        behind = inside[0] > i
        gap = inside[0] - i if behind else i - inside[-1]
        if gap > _REACH:
            continue
        if (behind is not active) is not wants_doer:
            return _OTHER_SIDE
        return _RIGHT_BEHIND if behind and not active and gap == 1 else 1.0
    return 1.0
