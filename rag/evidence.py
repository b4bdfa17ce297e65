"""How well each sentence of the retrieved passages answers the question.

Pure: question and passages in, sentences with features and a score out. The score decides
which sentence is shown and, against one threshold, whether anything is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from rag.candidate import Sentence
from rag.described import Described, QuotesIn, described, unquoted
from rag.documents import Hit
from rag.features import Features
from rag.holders import Role, asked_role
from rag.judge import confidence, gate_features, rank, two_best
from rag.precedence import UNHELD, precedence
from rag.question import Question
from rag.spans import Kind, TypedSpan
from rag.telling import asking

# What is taken from the logarithm of the odds where a name is asked and none in the best sentence fits so
# well. Right answers and abstentions on the questions in tests/data, of 1,300 and 680, with it at a threshold
# of 0.34: 984 and 517; without it at 0.36: 967, 506; at 0.38: 949, 518. Where an office is asked for, and
# nobody is told to hold it ("Wakil Wali Kota Sari Dewi"): right and abstained, of 1,340 and 700, with
# HOLDERLESS 1,034 and 538, without it 1,036 and 532.
# A name fits badly under MISFITTING.
NAMELESS, HOLDERLESS, MISFITTING = 0.8, 2.5, 0.4
# The same where a day or a year is asked for, and no date there fits better than UNDATED: of 1,782 and 928
# questions in tests/data 1,395 are answered rightly and 753 abstained from, 1,395 and 746 without.
DATELESS, UNDATED = 2.0, 0.2


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence, its features, the short answer in it if one was asked for, and its rank score."""

    sentence: Sentence
    features: Features
    score: float
    short: TypedSpan | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """The sentences, best first, and how likely (0..1) the first of them hold the answer."""

    evidence: Sequence[Evidence]
    trust: float


def _asks_name(question: Question) -> bool:
    return bool(question.expects) and question.expects[0] in (Kind.PERSON, Kind.NAME)


def _misfit(found: Described, best: int, role: Role) -> float:
    """Return what is taken off where a name or a date is asked and none in the best sentence fits."""
    fit = found.features[best].typed
    if found.question.expects == (Kind.DATE,):
        return DATELESS if fit < UNDATED else 0.0
    if found.alone or not _asks_name(found.question):
        return 0.0
    if role:
        return HOLDERLESS if fit < UNHELD else 0.0
    return NAMELESS if fit < MISFITTING else 0.0


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
    gate = gate_features(table, scores, tellings, np.array(asking(question)))
    trust = confidence(gate, found.alone, _misfit(found, order[0], role) - more)
    evidence = [
        Evidence(found.sentences[i], found.features[i], float(scores[i]), found.shorts[i]) for i in order
    ]
    return Weighed(evidence, trust)
