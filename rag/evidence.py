"""How well each sentence of the retrieved passages answers the question.

Pure: question and passages in, sentences with features and a score out. The score decides
which sentence is shown and, against one threshold, whether anything is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from rag.documents import Hit
from rag.judge import confidence, rank
from rag.question import Question
from rag.sentences import sentences
from rag.short_answer import Sentence, short_answer
from rag.spans import Kind, TypedSpan
from rag.statements import statement
from rag.terms import NEGATIONS, Term
from rag.words import stem, words

_CAUSE = re.compile(
    r"\b(?:karena|akibat|sebab|lantaran|agar|supaya|sehingga|untuk|demi|dipicu|disebabkan|guna|imbas|dampak|"
    r"berkat|due|because)\b",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"\b(?:adalah|ialah|yaitu|yakni|merupakan|disebut|berarti|dimaksud|artinya|singkatan|kepanjangan)\b",
    re.IGNORECASE,
)
_ENUMERATES = re.compile(
    r"(?:\w+, (?:[\w@-]+ ){0,5}){1,}(?:dan|serta|atau) \w+|di antaranya|\bseperti\b|\w+ dan \w+"
)
# Sentences around one that count as near: what "fitur itu" is stands in one of those before it.
_BEFORE, _AFTER = 2, 1
# Sentences of an article's beginning that, with its title, say what it is about.
_OPENING = 2


class Features(NamedTuple):
    """What speaks for and against a sentence as the answer; each about 0..1.

    Shares are of the question's weight (background rarity of its terms).
    """

    here: float  # matched in the sentence itself
    near: float  # matched in it, its neighbours and the title
    local: float  # as here, terms weighed by how few of the sentences found hold them
    beyond: float  # matched in the sentence, of the terms that title and opening lack; 0.5 without any
    besides: float  # the share of the question's weight that title and opening lack
    together: float  # matched in sentence, title and opening together
    passage: float  # matched in the passage
    names: float  # proper names and numbers matched near; 0.5 where none are asked
    nameless: float  # 1 where passage and title lack a proper name that is asked about
    pairs: float  # adjacent question words that are adjacent near
    missing: float  # the heaviest term that the passage lacks, over the heaviest
    uncovered: float  # the share of terms (by count) that is not near
    absent: float  # the heaviest term that is not near, over the heaviest
    cosine: float  # question against sentence
    dense: float  # question against passage
    support: float  # the passage's fused score over the best passage's
    first: float  # 1 for the best passage, falling with rank
    asked: float  # 1 where a name, number, date or place is asked
    typed: float  # how well a span of the asked kind fits; 0 where none is asked or found
    untyped: float  # 1 where one is asked and none stands here
    number: float  # how well it fits where a number is asked
    date: float  # the same for a date
    place: float  # the same for a place
    cause: float  # 1 where a reason is asked and the sentence gives one
    why: float  # 1 where a reason is asked
    how: float  # 1 where a manner is asked
    defines: float  # 1 where a definition is asked and the sentence has the form of one
    definition: float  # 1 where a definition is asked
    lists: float  # 1 where a list is asked and the sentence enumerates
    yesno: float  # 1 where yes or no is asked
    english: float  # 1 for a question in English
    negation: float  # 1 where one of question and sentence negates and the other does not
    length: float  # logarithm of the sentence's words
    headline: float  # 1 for the article's headline
    asking: float  # 1 for a sentence that asks something itself
    opening: float  # 1 for the first sentence of an article's text


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence, its features, the short answer in it if one was asked for, and its rank score."""

    sentence: Sentence
    features: Features
    score: float
    short: TypedSpan | None = None


def _fraction(term: Term, present: frozenset[str] | set[str]) -> float:
    best = 0.0
    for i, alternative in enumerate(term.alternatives):
        found = sum(s in present for s in alternative) / len(alternative)
        if found == 1.0:
            return 1.0 if i == 0 else 0.95
        if i == 0:
            best = 0.5 * found
    return best


def _coverage(
    terms: Sequence[Term], present: frozenset[str] | set[str], weights: Sequence[float] | None = None
) -> float:
    weighed = weights or [t.weight for t in terms]
    total = sum(weighed)
    found = sum(w * _fraction(t, present) for t, w in zip(terms, weighed, strict=True))
    return found / total if total else 0.0


def _local_weights(terms: Sequence[Term], candidates: Sequence[Sentence]) -> list[float]:
    """Return each term's weight where what nearly every sentence found holds counts little.

    The topic ("Lintangbaru", "APBD") stands all over the passages found; what is asked about it
    ("menolak") stands in the sentence that answers.
    """
    sets = [set(c.stems) for c in candidates]
    scale = math.log(2 + len(sets))
    return [
        t.weight * math.log((2 + len(sets)) / (1 + sum(_fraction(t, s) >= 1 for s in sets))) / scale
        for t in terms
    ]


def _mend(terms: Sequence[Term], vocabulary: dict[str, str]) -> tuple[Term, ...]:
    """Give terms that no passage holds the nearest spelling that one does.

    ``vocabulary`` holds the words found, each with its stem.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    stems, spelt = set(vocabulary.values()), sorted(vocabulary)
    mended = []
    for term in terms:
        lost = len(term.surface) >= 5 and not term.number and _fraction(term, stems) == 0.0
        near = lost and process.extractOne(
            term.surface, spelt, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.75
        )
        mended.append(
            replace(term, alternatives=(*term.alternatives, (vocabulary[near[0]],))) if near else term
        )
    return tuple(mended)


def _nameless(terms: Sequence[Term], whole: set[str]) -> float:
    named = [t for t in terms if t.name and not t.number]
    return float(any(_fraction(t, whole) < 0.5 for t in named))


def _pairs(terms: Sequence[Term], sequence: Sequence[str]) -> float:
    """Return the share of adjacent question words that stand adjacent in ``sequence``."""
    wanted = [
        (a.alternatives[0][-1], b.alternatives[0][0])
        for a, b in pairwise(terms)
        if a.alternatives and b.alternatives
    ]
    if not wanted:
        return 0.5
    present = set(pairwise(sequence))
    return sum(pair in present for pair in wanted) / len(wanted)


def _split(hits: Sequence[Hit]) -> list[list[Sentence]]:
    out = []
    for h, hit in enumerate(hits):
        text = hit.passage.text
        group = []
        spans = dict.fromkeys(statement(text, span.start, span.end) for span in sentences(text))
        for start, end in spans:
            piece = text[start:end]
            found = tuple(words(piece))
            if found:
                group.append(Sentence(h, start, end, piece, found, tuple(stem(w.norm) for w in found)))
        out.append(group)
    return out


def weigh(
    question: Question, hits: Sequence[Hit], cosines: Callable[[list[str]], Sequence[float]]
) -> list[Evidence]:
    """Score every sentence of ``hits``, best first; ties by passage rank and offset.

    ``cosines`` returns the similarity (-1..1) of the question to each text it is given.
    """
    groups = _split(hits)
    candidates = [s for group in groups for s in group]
    if not candidates or not question.terms:
        return []
    labels = [[w.norm for w in words(f"{h.title or ''} {h.outlet or ''}")] for h in hits]
    titles = [{stem(norm) for norm in label} for label in labels]
    vocabulary = {norm: stem(norm) for label in labels for norm in label}
    vocabulary |= {w.norm: s for c in candidates for w, s in zip(c.words, c.stems, strict=True)}
    terms = _mend(question.terms, vocabulary)
    local = _local_weights(terms, candidates)
    similar = iter(cosines([c.text for c in candidates] + [h.passage.text for h in hits]))
    cosine = [max(0.0, float(next(similar))) for _ in candidates]
    dense = [max(0.0, float(c)) for c in similar]
    top = max(h.score for h in hits) or 1.0
    out = []
    position = 0
    for h, group in enumerate(groups):
        whole = titles[h].union(*(c.stems for c in group))
        topic = titles[h].union(*(c.stems for c in group[:_OPENING] if hits[h].passage.start == 0))
        support = max(0.0, hits[h].score / top)
        for i, candidate in enumerate(group):
            around = group[max(0, i - _BEFORE) : i + 1 + _AFTER]
            short, fit = short_answer(question, terms, local, hits[h], candidate)
            features = _features(
                question,
                terms,
                local,
                hits[h],
                candidate,
                around,
                titles[h],
                topic,
                whole,
                fit,
                cosine[position],
                dense[h],
                support,
            )
            out.append(Evidence(candidate, features, rank(features), short))
            position += 1
    return sorted(out, key=lambda e: (-e.score, e.sentence.hit, e.sentence.start))


def trust(evidence: Sequence[Evidence]) -> float:
    """Return how likely (0..1) the best of the sentences hold the answer; 0 for none."""
    if not evidence:
        return 0.0
    best = evidence[0]
    share = 1 / sum(math.exp(max(-700.0, e.score - best.score)) for e in evidence)
    return confidence(best.features, share)


def _features(
    question: Question,
    terms: Sequence[Term],
    local: Sequence[float],
    hit: Hit,
    sentence: Sentence,
    around: Sequence[Sentence],
    title: set[str],
    topic: set[str],
    whole: set[str],
    fit: float,
    cosine: float,
    dense: float,
    support: float,
) -> Features:
    near = title.union(*(s.stems for s in around))
    heavy = [t for t in terms if t.name or t.number]
    heaviest = max(t.weight for t in terms)
    beyond = [(t, (1 - _fraction(t, topic)) * t.weight) for t in terms if _fraction(t, topic) < 1]
    asked = [t for t, _ in beyond]
    expected = question.expects[0] if question.expects else None
    why = question.asks == "why"
    return Features(
        here=_coverage(terms, set(sentence.stems)),
        near=_coverage(terms, near),
        local=_coverage(terms, set(sentence.stems), local),
        beyond=_coverage(asked, set(sentence.stems), [w for _, w in beyond]) if asked else 0.5,
        besides=sum(w for _, w in beyond) / sum(t.weight for t in terms),
        together=_coverage(terms, topic.union(sentence.stems)),
        passage=_coverage(terms, whole),
        names=_coverage(heavy, near) if heavy else 0.5,
        nameless=_nameless(terms, whole),
        pairs=_pairs(terms, [s for c in around for s in c.stems]),
        missing=max(t.weight * (1 - _fraction(t, whole)) for t in terms) / heaviest,
        uncovered=sum(_fraction(t, near) < 0.9 for t in terms) / len(terms),
        absent=max(t.weight * (1 - _fraction(t, near)) for t in terms) / heaviest,
        cosine=cosine,
        dense=dense,
        support=support,
        first=1 / (1 + sentence.hit),
        asked=float(expected is not None),
        typed=fit,
        untyped=float(expected is not None and fit == 0.0),
        number=fit if expected is Kind.NUMBER else 0.0,
        date=fit if expected is Kind.DATE else 0.0,
        place=fit if expected is Kind.PLACE else 0.0,
        cause=float(why and bool(_CAUSE.search(sentence.text))),
        why=float(why),
        how=float(question.asks == "how"),
        defines=float(question.asks == "definition" and bool(_DEFINES.search(sentence.text))),
        definition=float(question.asks == "definition"),
        lists=float(question.asks == "list" and bool(_ENUMERATES.search(sentence.text))),
        yesno=float(question.asks == "yesno"),
        english=float(question.language == "en"),
        negation=float(question.negated != any(w.norm in NEGATIONS for w in sentence.words)),
        length=math.log(len(sentence.words)) / 4,
        headline=float(_is_headline(hit, sentence)),
        asking=float(sentence.text.rstrip("\"'”’ ").endswith("?")),
        opening=float(hit.passage.start + sentence.start == 0),
    )


def _is_headline(hit: Hit, sentence: Sentence) -> bool:
    return bool(hit.title) and sentence.text.strip("# ").casefold() == (hit.title or "").strip().casefold()
