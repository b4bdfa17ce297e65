"""How well each sentence of the retrieved passages answers the question.

Pure: question and passages in, sentences with features and a score out. The score decides
which sentence is shown and, against one threshold, whether anything is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from rag.asked_speaker import asks_speaker, is_denied, speaker_of
from rag.candidate import Sentence
from rag.described import Described, QuotesIn, described, unquoted
from rag.documents import Hit
from rag.features import Features
from rag.holders import Role, asked_role
from rag.judge import confidence, gate_features, rank, two_best
from rag.long_form import asked_abbreviation, long_form
from rag.matching import all_stems
from rag.of_another import is_left_unnamed, is_numbered_otherwise
from rag.precedence import SPOKEN, UNHELD, precedence
from rag.question import Question
from rag.short_answer import settled
from rag.spans import Kind, TypedSpan
from rag.telling import asking
from rag.whose import is_named_later, is_of_another_holder
from rag.words import folded

# What is taken from the logarithm of the odds where a name is asked and none in the best sentence fits so
# well. Right answers and abstentions on the questions in tests/data, of 1,300 and 680, with it at a threshold
# of 0.34: 984 and 517; without it at 0.36: 967, 506; at 0.38: 949, 518. Where an office is asked for, and
# nobody is told to hold it ("Wakil Wali Kota Sari Dewi"): right and abstained, of 1,340 and 700, with
# HOLDERLESS 1,034 and 538, without it 1,036 and 532; at 3.5, not 2.5, two more are abstained from and none
# lost.
# A name fits badly under MISFITTING. A sentence that lacks a word this rare (the most is 1) has little trust
# already, and a list need hold no name: of the questions in tests/data and fifteen further sets that are
# answered or not by NAMELESS alone, 17 right answers are withheld there and four wrong ones.
NAMELESS, HOLDERLESS, MISFITTING, LACKING = 0.8, 3.5, 0.4, 0.4
# The same where a day or a year is asked for, and no date there fits better than UNDATED: of 1,782 and 928
# questions in tests/data 1,395 are answered rightly and 753 abstained from, 1,395 and 746 without.
DATELESS, UNDATED = 2.0, 0.2
# How well who says something fits, whose name his words need not have beside them.
GIVEN_FITS = 0.8
_TINY = 1e-9
# The same where it is asked who, and of all that is asked about a name the one word of content, no commoner
# than COMMON (background rarity), stands nowhere in the passage ("Siapa pendiri Seitu?"). For a day or a
# number too it would cost FacQA 0.002 of its AUROC.
UNTOLD, COMMON = 0.8, 1.6
# What is added where it is asked for something told in words (why, how, what somebody did) and with no more
# words of names than NAMED: the answer has words of its own, and what is lacking counts too much. Of 1,132
# such questions in tests/data and fifteen further sets 37 more are answered rightly, and 15 more that have no
# answer; with 0.5, 52 and 25; with 0.8, 67 and 40.
IN_WORDS, NAMED = 0.3, 2
# The same where the passage is on another of a numbered kind ("SDN 2" for "SDN 3"), or leaves unnamed whose
# name is asked.
OTHER_NUMBER = 4.0
# The same where the sentence tells of somebody or something else than the one asked about.
ANOTHERS = 3.0
# The same where it is asked who said something of which the sentence says the contrary, in its own words: it
# holds so much of them; and where it has, with what stands around it, less than ABOUT_IT of them or of words
# near them. Of 202 quotations of other archives and 79 altered ones that bench/asked_back.py asks of six
# folders in tests/data 15 and 53 are answered without both, 7 and 5 with them; of 202 said 184, 177.
CONTRADICTED, LITERAL = 8.0, 0.65
BESIDE_IT, ABOUT_IT = 2.0, 0.65


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence, its features, the short answer in it if one was asked for, and its rank score.

    Of the best sentence it is given only where nothing else there may be meant; ``sure`` says that much of
    the question stands beside it alone.

    ``given`` is what answers whatever else stands in it: the full name of who says it, where that is asked,
    or what an abbreviation stands for.
    """

    sentence: Sentence
    features: Features
    score: float
    short: TypedSpan | None = None
    given: str | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """The sentences, best first, and how likely (0..1) the first of them hold the answer."""

    evidence: Sequence[Evidence]
    trust: float


def _unsaid(question: Question, best: Evidence) -> float:
    """Return what is taken off where a sentence hardly says, or denies, what it is asked who said."""
    if best.features.like_near < ABOUT_IT:
        return BESIDE_IT
    denied = best.features.here >= LITERAL and is_denied(question, best.sentence.text)
    return CONTRADICTED if denied else 0.0


def _asks_name(question: Question) -> bool:
    return bool(question.expects) and question.expects[0] in (Kind.PERSON, Kind.NAME)


def _misfit(found: Described, best: int, role: Role) -> float:
    """Return what is taken off where a name or a date is asked and none in the best sentence fits, or where
    what is asked is not told."""
    passage = [sentence.text for sentence in found.groups[found.sentences[best].hit]]
    sentence = found.sentences[best].text
    other = is_numbered_otherwise(found.question.text, passage)
    unnamed = found.shorts[best] is None and is_left_unnamed(found.question, sentence, passage)
    less = _unfitting(found, best, role) + (UNTOLD if _names_alone(found, best) else 0.0)
    return less + (OTHER_NUMBER if other or unnamed else 0.0)


def _in_words(found: Described) -> bool:
    """Say whether what is asked is told in words, and about hardly a name, in articles that have titles."""
    return not (found.alone or found.question.expects) and sum(t.name for t in found.terms) <= NAMED


def _names_alone(found: Described, best: int) -> bool:
    """Say whether the passage of a sentence has of a question nothing but its names."""
    asked = [t for t in found.terms if not t.name and not t.number and t.surface not in found.question.focus]
    own = [term.weight for term in asked if term.weight >= COMMON]
    if found.question.asks != "who" or len(own) != 1 or not any(term.name for term in found.terms):
        return False
    heaviest = max(term.weight for term in found.terms)
    return found.features[best].like_missing * heaviest >= own[0] - _TINY


def _is_anothers(found: Described, hits: Sequence[Hit], best: Evidence) -> bool:
    asked = all_stems(t for t in found.terms if t.name and not t.number and not t.carried)
    at = best.sentence.hit
    named_later = is_named_later(found.question, asked, hits[at], found.groups[at], best.sentence)
    return named_later or (found.sought is not None and is_of_another_holder(found.sought, best.sentence))


def _unfitting(found: Described, best: int, role: Role) -> float:
    fit = found.features[best].typed
    if found.question.expects == (Kind.DATE,):
        return DATELESS if fit < UNDATED else 0.0
    if found.alone or not _asks_name(found.question):
        return 0.0
    if role:
        return HOLDERLESS if fit < UNHELD else 0.0
    lacks = found.features[best].lacking >= LACKING or found.question.asks == "list"
    return NAMELESS if fit < MISFITTING and not lacks else 0.0


def _given(found: Described) -> Sequence[str | None]:
    """Return for each sentence what of it is the answer where who said something, or an abbreviation's long
    form, is asked."""
    question, sentences = found.question, found.sentences
    if asks_speaker(question):
        said = [features.like_here >= SPOKEN for features in found.features]
        return [speaker_of(question, each) if s else None for each, s in zip(sentences, said, strict=True)]
    abbreviation = asked_abbreviation(question)
    if abbreviation is None:
        return [None] * len(sentences)
    spans = [long_form(sentence.text, abbreviation) for sentence in sentences]
    told = [span and each.text[slice(*span)] for each, span in zip(sentences, spans, strict=True)]
    several = len({" ".join(folded(each)) for each in told if each}) > 1  # it stands for two things
    return [None] * len(sentences) if several else told


def _as_answered(
    found: Described, table: NDArray[np.float64], given: Sequence[str | None]
) -> NDArray[np.float64]:
    """Return the ``table`` of the features, what is ``given`` counting as a short answer that fits."""
    if not asks_speaker(found.question):
        return table
    told = {"typed": GIVEN_FITS, "person": GIVEN_FITS, "untyped": 0.0}
    pairs = zip(found.features, given, strict=True)
    return np.array([f._replace(**told) if name and f.here >= LITERAL else f for f, name in pairs])


def weigh(
    question: Question,
    hits: Sequence[Hit],
    cosines: Callable[[list[str]], Sequence[float]],
    quotes_in: QuotesIn = unquoted,
) -> Weighed:
    """Score every sentence of ``hits``, best first; ties by passage rank and offset. See ``described``."""
    found = described(question, hits, cosines, quotes_in)
    if not found.sentences:
        return Weighed((), 0.0)
    table = np.array(found.features)
    role = asked_role(question, found.terms) if _asks_name(question) else frozenset()
    scores, more = precedence(found, rank(table, found.alone), role)
    order = np.argsort(-scores, kind="stable")
    tellings = np.array([found.telling(i) for i in two_best(scores)])
    given = _given(found)
    answered = _as_answered(found, table, given)
    gate = gate_features(answered, scores, tellings, np.array(asking(question)))
    columns = found.sentences, found.features, scores.tolist(), found.shorts, given
    evidence = [Evidence(*each) for each in zip(*columns, strict=True)]
    evidence = [evidence[i] for i in order]
    if found.sought and evidence[0].short:
        best = evidence[0].sentence
        short, sure = settled(found.sought, hits[best.hit], best)
        evidence[0] = replace(evidence[0], short=short, sure=sure)
    less = 0.0 if evidence[0].given else _misfit(found, order[0], role)
    if not evidence[0].given and _is_anothers(found, hits, evidence[0]):
        evidence[0] = replace(evidence[0], short=None)
        less += ANOTHERS
    if asks_speaker(question):
        less += _unsaid(question, evidence[0])
    if _in_words(found):
        less -= IN_WORDS
    return Weighed(evidence, confidence(gate, found.alone, less - more))
