"""Which sentence comes first though another scores a little more, and what that is worth.

What a question asks for by its form decides between near-equals: who holds the asked office, whose words
are asked for, what somebody was before, and whether an article says itself that it does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from rag.asked_speaker import (
    asks_reply,
    asks_speaker,
    is_anothers,
    is_mentioned,
    is_spoken_by,
    speaker_of,
    speaker_terms,
    tells_former,
    tells_of,
)
from rag.calendar_names import MONTHS, WEEKDAYS
from rag.counted import counts_asked
from rag.defining import asks_office, holds_office
from rag.described import Described
from rag.holders import Role, is_holder
from rag.in_order import is_another_in_order, tells_the_rest
from rag.long_form import asked_abbreviation, long_form
from rag.matching import alike_in, stems_of
from rag.of_another import is_of_another, leaves_out, names_year
from rag.of_another_sort import is_of_another_sort, prices_another
from rag.spans import Kind, TypedSpan
from rag.speech import gazetteer
from rag.telling import OF_OFFICES, only_speaks
from rag.terms import NEGATIONS, Term
from rag.untold import is_untold, tells_else, tells_what_is_done, tells_what_was
from rag.words import fold, folded, stem

Scores = NDArray[np.float64]

# How much better a sentence may score than one that tells what is asked for by its form.
HARDLY = 3.0
# Who is to hold an asked office fits badly under UNHELD.
UNHELD = 0.45
# What is added to the logarithm of the odds. Of 1,782 and 928 questions in tests/data 1,395 are answered
# rightly and 753 abstained from; without OWN and OTHERS 1,386 and 747, without the FORMER two 1,390 and 753.
OWN, OTHERS, FORMER, NO_FORMER, UNTOLD = 0.8, -2.0, 1.2, -2.0, -5.0
# The same where it is asked who said something, and told by full name.
# What a sentence must hold of the question to be what is asked about ("Tanggul masih utuh" is not "tanggul
# jebol"), and what of the best one's share to be preferred for its speaker.
SAID, SPOKEN, _AS_MUCH = 1.0, 0.55, 0.9
# The same where an abbreviation's long form is asked for and told.
SPELT = 5.0
# The same where somebody's office is asked for and told.
OFFICE = 1.2
# The same where the best tells of the second for the first, of what is so for how it is done, of one where
# several are asked for, of another event, year, name or country, or where an office is asked for and nobody
# near the best is told to hold one. Of 2,454 and 1,291 questions in tests/data and six further sets -2 gives
# 1,943 right answers and 1,091 abstentions, -3 1,941 and 1,092.
AMISS = -3.0
# The same of passages that stand alone, whose title and opening do not tell what they are about.
AMISS_ALONE = -2.0
_BECAME = re.compile(r"\b(?:sebelum|sblm|before)\b[^,?]*", re.IGNORECASE)
# A short answer that fits so well tells what is asked.
TOLD = 0.5
# "Cara mendaftar …", "how to register": the first terms of the question tell what is to be done.
_TO_DO, _DOING = 2, re.compile(r"(?:me|ber|daftar|register|sign up|enrol)\w*(?: up)?")
# A date that fits so well, and what a word must weigh to tell what happened then. Of the questions in
# tests/data and four further sets, answered at 0.34: three right ones have nothing else of the question in
# the best sentence, and eight that cannot be answered.
DATED, TELLING = 0.4, 3.0
_BEHIND_NAMES = frozenset(("tbk", "persero", *WEEKDAYS, *MONTHS))
# Indonesia, and countries of several names; the stems of the others, and how one is asked about.
_CALLED_OTHERWISE = frozenset("indonesia amerika inggris cina china tiongkok korea arab saudi".split())
_ABROAD = frozenset(stem(word) for word in gazetteer.COUNTRIES - _CALLED_OTHERWISE)
_IN_A_COUNTRY = re.compile(r"\b(?:di|ke|dari|in|at|from|to|for)\s", re.IGNORECASE)
# Words that two names share which go on differently.
_NAME_RUN, _SHARED = re.compile(r"\b[A-Z0-9][\w'’-]*(?: [A-Z0-9][\w'’-]*)+"), 2
# A list stands in the best sentence or in those behind it: so many in all.
_LISTED_WITHIN = 3
# "Haris Abimanyu (41) dan dr. Theresia", "Shein dan aplikasi Temu".
_NAMES_IN_A_ROW = re.compile(
    r"\b[A-Z][\w'’.-]+(?: \([^)]*\))?(?:,? (?:dan|serta|atau|and|or|bersama) | ?[/&] ?)"
    r"(?:[a-z]+\.? ){0,3}[A-Z]"
)
_ASKS_IF = re.compile(r"\b(?:jika|kalau|kalo|klo|bila|apabila|seandainya|andai|if)\b", re.IGNORECASE)
# A condition that begins a sentence, up to its comma.
_IF = re.compile(r"\W*(?:[\w-]+,? ){0,3}?(?:jika|kalau|bila|apabila|seandainya|if)\b[^,]*", re.IGNORECASE)
# The first so many sentences are looked at for one that says that what is asked is not told.
_LOOKED_AT = 10


def precedence(found: Described, scores: Scores, role: Role) -> tuple[Scores, float]:
    """Return the scores with the sentence that is to come first raised above all others, and what is added
    to the logarithm of the odds: of the rules about what an abbreviation stands for, what is not told, what
    is amiss, who said something, what somebody was or is, and whose words are asked, the first that applies.

    ``role`` is the office that is asked for.
    """
    if abbreviation := asked_abbreviation(found.question):
        spelt = _first(_order(scores), lambda i: long_form(found.sentences[i].text, abbreviation) is not None)
        return _raised(scores, spelt), UNTOLD if spelt is None else SPELT
    scores = _holder_first(found, scores, role)
    speaker = speaker_terms(found.question, found.terms)
    untold = _untold(found, scores, speaker)
    if untold is not None:
        return _raised(scores, untold), UNTOLD
    scores = _counting_first(found, _conditional_first(found, _of_the_year(found, scores)))
    best = _best(scores)
    told = found.sentences[best].text
    if tells_what_is_done(found.question, told) or tells_what_was(
        found.question, told, _text(found.shorts[best])
    ):
        return scores, UNTOLD
    if (
        tells_the_rest(found.question, told)
        or is_another_in_order(found.question.text, told)
        or _only_is_so(found, best)
        or _lists_none(found, best)
        or _tells_of_others(found, best)
        or _counts(found, best, plainly=True) is False
        or _only_speaks(found, best, role)
        or (not found.alone and _is_of_another_thing(found, best))
    ):
        return scores, AMISS_ALONE if found.alone else AMISS
    if asks_speaker(found.question):
        said = None if found.sentences[best].speakers else _said_as_well(found, scores)
        best = best if said is None else said
        known = found.features[best].like_here >= SPOKEN and speaker_of(found.question, found.sentences[best])
        return _raised(scores, said), SAID if known else 0.0
    somebody = _whose(found)
    if found.question.relation == "former" and somebody:
        return _former_first(found, scores, somebody)
    if somebody and not found.question.expects and asks_office(found.question):
        held = _first(_near(scores), lambda i: holds_office(somebody, found.sentences[i]))
        return _raised(scores, held), AMISS if held is None else OFFICE
    return _speaker_first(found, scores, speaker) if speaker else (scores, 0.0)


def _text(span: TypedSpan | None) -> str | None:
    return span.text if span else None


def _holder_first(found: Described, scores: Scores, role: Role) -> Scores:
    """Prefer who is told to hold the asked office: "tegas Dirjen Aptika itu" tells nobody."""
    if not role or found.features[_best(scores)].typed >= UNHELD:
        return scores
    return _raised(scores, _first(_near(scores), lambda i: _tells_holder(found, i, role)))


def _tells_holder(found: Described, i: int, role: Role) -> bool:
    short = found.shorts[i]
    if short is None or found.features[i].typed < UNHELD:
        return False
    return is_holder(found.question, found.terms, role, found.sentences[i], short)


def _said_as_well(found: Described, scores: Scores) -> int | None:
    """Return a sentence whose speaker is known, and which holds of the question what the best one does."""
    least = _AS_MUCH * found.features[_best(scores)].like_here
    told = (i for i in _near(scores) if found.features[i].like_here >= least)
    return _first(told, lambda i: speaker_of(found.question, found.sentences[i]) is not None)


def _speaker_first(found: Described, scores: Scores, asked: Sequence[Term]) -> tuple[Scores, float]:
    """Prefer the words of whose words are asked for; take off where none are, and another's come first."""
    own = [is_spoken_by(sentence, asked) for sentence in found.sentences]
    near = _first(_near(scores), lambda i: own[i])
    if near is not None:
        return _raised(scores, near), OWN
    if any(own) and not asks_reply(found.question):
        return scores, 0.0
    best = found.sentences[_best(scores)]
    named = any(term.name for term in asked)
    silent = named and not best.speakers and not any(tells_of(each, asked) for each in found.sentences)
    nowhere = not any(is_mentioned(each, asked) for each in found.sentences)
    return scores, OTHERS if is_anothers(best, asked) or ((silent or nowhere) and not any(own)) else 0.0


def _untold(found: Described, scores: Scores, speaker: Sequence[Term]) -> int | None:
    """Return a sentence of the best's passage which says that what is asked is not told, where the best does
    not tell it."""
    best = _best(scores)
    if found.question.asks == "yesno":  # "belum diputuskan" answers whether it is
        return None
    if found.question.relation:
        told = bool(found.features[best].told) and tells_else(found.question, found.sentences[best])
    else:
        told = found.features[best].typed >= TOLD
    if told or is_spoken_by(found.sentences[best], speaker):
        return None
    here = (i for i in _order(scores)[:_LOOKED_AT] if found.sentences[i].hit == found.sentences[best].hit)
    return _first(here, lambda i: is_untold(found.question, found.terms, speaker, found.sentences[i]))


def _only_speaks(found: Described, i: int, role: Role) -> bool:
    short = found.shorts[i]
    if role or short is None or found.question.asks != "who" or short.kind is not Kind.PERSON:
        return False
    return only_speaks(found.question, found.terms, found.sentences[i], short)


def _tells_of_others(found: Described, i: int) -> bool:
    """Say whether the number or the name of a sentence is told of another year, or of others, than asked."""
    question, terms, sentence, short = found.question, found.terms, found.sentences[i], found.shorts[i]
    if short is None or (short.kind is not Kind.NUMBER and found.alone):
        return False
    if short.kind is Kind.NUMBER and (
        is_of_another_sort(question, sentence.text, short) or prices_another(question, terms, sentence, short)
    ):
        return True
    named = short.kind in (Kind.NUMBER, Kind.PERSON, Kind.NAME)
    return named and (
        is_of_another(question, sentence.text, short) or leaves_out(question, terms, sentence, short)
    )


def _is_of_another_thing(found: Described, i: int) -> bool:
    """Say whether a sentence is about another event, name or country than is asked about."""
    return _dates_another(found, i) or _is_of_another_name(found, i) or _is_elsewhere(found, i)


def _dates_another(found: Described, i: int) -> bool:
    """Say whether a day or a year is asked for, and a sentence dates something else: it has nothing of the
    question, nor anything like it, but names."""
    if found.question.expects != (Kind.DATE,) or found.features[i].typed < DATED:
        return False
    told = [term for term in found.terms if not term.name and not term.number and term.weight >= TELLING]
    return bool(told) and not alike_in(told, found.sentences[i])


def _is_of_another_name(found: Described, i: int) -> bool:
    """Tell "PT Cakra Bumi Sentika" from "PT Cakra Bumi Lestari", which is asked about."""
    sentence = found.sentences[i]
    here = [list(map(fold, run.group().split())) for run in _NAME_RUN.finditer(sentence.text)]
    for run in _NAME_RUN.finditer(found.question.text):
        asked = list(map(fold, run.group().split()))
        for n in range(_SHARED, len(asked)):
            shared, other = asked[n - _SHARED : n], asked[n]
            if other in sentence.norms or _is_no_part(other) or not OF_OFFICES.isdisjoint(shared):
                continue
            starts = ((name, k) for name in here for k in range(len(name) - _SHARED))
            if any(
                name[k : k + _SHARED] == shared and not _is_no_part(name[k + _SHARED]) for name, k in starts
            ):
                return True
    return False


def _is_no_part(word: str) -> bool:
    """Say whether a word behind a name, written like one, is no part of it: a number, a day, "Tbk"."""
    return word[:1].isdigit() or word in _BEHIND_NAMES


def _is_elsewhere(found: Described, i: int) -> bool:
    """Say whether a country is asked about, and the passage has nothing of it, or the sentence another."""
    countries = [term for term in found.terms if term.name and not _ABROAD.isdisjoint(stems_of(term))]
    if not countries or not _IN_A_COUNTRY.search(found.question.text):
        return False
    group = found.groups[found.sentences[i].hit]
    here, passage = set(found.sentences[i].stems), {s for sentence in group for s in sentence.stems}
    told = passage if _ABROAD.isdisjoint(here) else here
    return any(stems_of(term).isdisjoint(told) for term in countries)


def _of_the_year(found: Described, scores: Scores) -> Scores:
    """Prefer the number of the year that is asked for."""
    if found.question.expects[:1] != (Kind.NUMBER,) or not _tells_of_others(found, _best(scores)):
        return scores
    told = (
        i for i in _near(scores) if found.shorts[i] and names_year(found.question, found.sentences[i].text)
    )
    return _raised(scores, next(told, None))


def _counting_first(found: Described, scores: Scores) -> Scores:
    """Prefer what counts what is asked for to what counts other things only."""
    if _counts(found, _best(scores)) is not False:
        return scores
    return _raised(scores, _first(_near(scores), lambda i: _counts(found, i) is True))


def _counts(found: Described, i: int, *, plainly: bool = False) -> bool | None:
    return counts_asked(found.question, found.terms, found.sentences[i], plainly=plainly)


def _conditional_first(found: Described, scores: Scores) -> Scores:
    """Prefer what follows from a condition, where that is asked: "Apa akibatnya kalau UMKM berhenti?"."""
    if found.question.expects or not _ASKS_IF.search(found.question.text):
        return scores
    least = _AS_MUCH * found.features[_best(scores)].like_here
    denied = _is_denied(f"{found.question.text} {found.question.search_text}")

    def fits(i: int) -> bool:
        condition = _IF.match(found.sentences[i].text)
        return condition is not None and _is_denied(condition.group()) is denied

    told = (i for i in _near(scores) if found.features[i].like_here >= least)
    return _raised(scores, _first(told, fits))


def _is_denied(text: str) -> bool:
    return not NEGATIONS.isdisjoint(folded(text))


def _only_is_so(found: Described, best: int) -> bool:
    """Tell "terdaftar", which somebody is, from what is asked how to do: "cara mendaftar"."""
    if found.question.relation != "manner":
        return False
    sentence = found.sentences[best]
    for term in found.terms[:_TO_DO]:
        if term.name or not _DOING.fullmatch(term.surface):
            continue
        stems = stems_of(term)
        held = [norm for norm, s in zip(sentence.norms, sentence.stems, strict=True) if s in stems]
        if held and all(norm.startswith("ter") for norm in held):
            return True
    return False


def _lists_none(found: Described, best: int) -> bool:
    """Say whether several names or places are asked for, and neither the best sentence nor those behind it
    have two in a row."""
    if found.question.asks != "list" or not found.question.expects:
        return False
    sentence = found.sentences[best]
    near = [s for s in found.groups[sentence.hit] if s.start >= sentence.start][:_LISTED_WITHIN]
    return not any(_NAMES_IN_A_ROW.search(s.text) for s in near)


def _former_first(found: Described, scores: Scores, asked: Sequence[Term]) -> tuple[Scores, float]:
    """Prefer what tells what somebody was, where that is asked; take off where nothing does."""
    was = _first(_order(scores), lambda i: tells_former(found.sentences[i], asked))
    return _raised(scores, was), NO_FORMER if was is None else FORMER


def _whose(found: Described) -> list[Term]:
    """Return the names in a question but those of what somebody became ("sebelum menjadi Camat Melati")."""
    kept = set(folded(_BECAME.sub(" ", found.question.text)))
    return [term for term in found.terms if term.name and not kept.isdisjoint(term.surface.split())]


def _order(scores: Scores) -> list[int]:
    return [int(i) for i in np.argsort(-scores, kind="stable")]


def _best(scores: Scores) -> int:
    return int(scores.argmax())


def _near(scores: Scores) -> list[int]:
    """Return the rows that are hardly worse than the best, best first."""
    return [i for i in _order(scores) if scores[i] >= scores.max() - HARDLY]


def _first(rows: Iterable[int], fits: Callable[[int], bool]) -> int | None:
    return next((i for i in rows if fits(i)), None)


def _raised(scores: Scores, i: int | None) -> Scores:
    """Return the scores with row ``i`` before all others; the scores where it is None or is so already."""
    if i is None or i == _best(scores):
        return scores
    raised = scores.copy()
    raised[i] = np.nextafter(scores.max(), np.inf)
    return raised
