"""How well each sentence of the retrieved passages answers the question.

Pure: question and passages in, sentences with features and a score out. The score decides
which sentence is shown and, against one threshold, whether anything is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from rag.candidate import Sentence, statements
from rag.documents import Hit, Quote
from rag.features import Features, describe
from rag.glossary import Phrase
from rag.holders import Role, asked_role, is_holder
from rag.judge import confidence, gate_features, rank, two_best
from rag.question import Question
from rag.spans import Kind, TypedSpan
from rag.telling import Telling, asking, asks_speech, telling
from rag.terms import EMPTY, Term
from rag.words import Word, folded, stem, words

# What is taken from the logarithm of the odds where a name is asked and none in the best sentence fits so
# well. Right answers and abstentions on the questions in tests/data, of 1,300 and 680, with it at a threshold
# of 0.34: 984 and 517; without it at 0.36: 967, 506; at 0.38: 949, 518. Where an office is asked for, and
# nobody is told to hold it ("Wakil Wali Kota Sari Dewi"): right and abstained, of 1,340 and 700, with
# HOLDERLESS 1,034 and 538, without it 1,036 and 532.
# A name fits badly under MISFITTING, who is to hold an office under UNHELD.
NAMELESS, HOLDERLESS, MISFITTING, UNHELD = 0.8, 2.5, 0.4, 0.45
# A word typed without its vowels.
_VOWELLESS, _VOWELS = re.compile(r"[bcdfghjklmnpqrstvwxyz]{3,7}"), re.compile(r"[aeiou]")
# How much better a sentence may score than one that tells who holds the asked office.
HARDLY = 3.0
QuotesIn = Callable[[Sequence[str]], Sequence[Quote]]


def unquoted(ids: Sequence[str]) -> Sequence[Quote]:
    """Return nobody's words, whatever the passages: where there is no catalog."""
    return ()


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


def _mend(terms: Sequence[Term], found: Sequence[Sentence], labels: Sequence[Word]) -> tuple[Term, ...]:
    """Read the question's terms as the passages write them.

    A term that no passage holds gets the nearest spelling that one does; an abbreviation what its
    letters stand for there ("PBB": Pajak Bumi dan Bangunan); a word that they write with a capital
    throughout is a name, also where the question is typed in small letters.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    vocabulary = {w.norm: stem(w.norm) for w in labels}
    for c in found:
        vocabulary.update(zip(c.norms, c.stems, strict=True))
    stems, spelt = set(vocabulary.values()), sorted(vocabulary)
    asked = {term.surface for term in terms}
    written = [(w.norm, c.text[w.start].isupper()) for c in found for w in c.words[1:] if w.norm in asked]
    names = {norm for norm, capital in written if capital} - {n for n, capital in written if not capital}
    mended = []
    for term in terms:
        absent = not any(s in stems for a in term.alternatives for s in a)
        lost = absent and len(term.surface) >= 5 and not term.number
        near = lost and process.extractOne(
            term.surface, spelt, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.75
        )
        more: list[Phrase] = [(vocabulary[near[0]],)] if near else []
        if absent and _VOWELLESS.fullmatch(term.surface):
            more += [(vocabulary[word],) for word in spelt if _consonants(word) == term.surface]
        if term.name and 2 <= len(term.surface) <= 6 and " " not in term.surface:
            more += _spelt_out(term.surface, found)
        name = term.name or (term.surface in names and not term.number)
        mended.append(replace(term, alternatives=(*term.alternatives, *more), name=name))
    return tuple(mended)


def _consonants(word: str) -> str:
    """Return what a chat leaves of a word: "hsl" of "hasil"."""
    return word[:1] + _VOWELS.sub("", word[1:])


def _spelt_out(letters: str, found: Sequence[Sentence]) -> list[Phrase]:
    """Return the capitalised phrases, in stems, whose initials are ``letters``."""
    join = r" (?:(?:dan|di|ke|untuk|of|and|the) )?"
    pattern = re.compile(r"\b" + join.join(rf"{c.upper()}[a-z]+" for c in letters) + r"\b")
    phrases = {m.group() for c in found for m in pattern.finditer(c.text)}
    return [tuple(stem(w.norm) for w in words(phrase) if w.norm not in EMPTY) for phrase in sorted(phrases)]


def _split(hits: Sequence[Hit], quotes: Sequence[Quote]) -> list[list[Sentence]]:
    """Return each passage's sentences but for the headline, which counts as the title of all of them."""
    return [[s for s in _sentences(h, hit, quotes) if not _is_title(s, hit)] for h, hit in enumerate(hits)]


def _sentences(h: int, hit: Hit, quotes: Sequence[Quote]) -> Iterator[Sentence]:
    for said in statements(hit.passage.text):
        text = hit.passage.text[said.start : said.end]
        speakers = _who_speaks(hit, said.start, said.end, quotes)
        forms = said.words, said.norms, said.stems
        yield Sentence(h, said.start, said.end, text, *forms, said.language, speakers)


def quoted(hit: Hit, start: int, end: int, quotes: Sequence[Quote]) -> list[Quote]:
    """Return the quotes that stand in, or reach into, ``[start, end)`` of a hit's passage."""
    passage = hit.passage
    first, last = passage.start + start, passage.start + end
    return [q for q in quotes if q.article == passage.article and q.start < last and first < q.end]


def _who_speaks(hit: Hit, start: int, end: int, quotes: Sequence[Quote]) -> tuple[tuple[str, ...], ...]:
    """Return whose words a sentence gives, also where it says "dia" or names nobody."""
    here = quoted(hit, start, end, quotes)
    found = (tuple(folded(f"{q.speaker or ''} {q.role or ''}")) for q in here)
    return tuple(dict.fromkeys(words for words in found if words))


def _is_title(sentence: Sentence, hit: Hit) -> bool:
    if hit.title is None or hit.passage.start + sentence.start > 0:
        return False
    return sentence.text.strip("# ").casefold() == hit.title.strip().casefold()


@dataclass(frozen=True, slots=True)
class Described:
    """All sentences of some passages with their features (a row each), and how to see what they tell."""

    question: Question
    terms: Sequence[Term]
    groups: Sequence[Sequence[Sentence]]
    sentences: Sequence[Sentence]
    features: Sequence[Features]
    shorts: Sequence[TypedSpan | None]
    alone: bool

    def telling(self, i: int) -> Telling:
        """Return what the sentence of row ``i`` tells."""
        sentence = self.sentences[i]
        behind = (s.text for s in self.groups[sentence.hit] if s.start >= sentence.end)
        return telling(self.question, self.terms, sentence, next(behind, ""), self.shorts[i])


def described(
    question: Question,
    hits: Sequence[Hit],
    cosines: Callable[[list[str]], Sequence[float]],
    quotes_in: QuotesIn = unquoted,
) -> Described:
    """Describe every sentence of ``hits`` as an answer to the question.

    ``cosines`` returns the similarity (-1..1) of the question to each text it is given, ``quotes_in`` who
    says what in the passages of these ids: it is asked where a question is about what somebody said.
    """
    quotes = quotes_in([hit.passage.id for hit in hits]) if asks_speech(question) else ()
    groups = _split(hits, quotes)
    candidates = [s for group in groups for s in group]
    labels = [w for h in hits for w in words(f"{h.title or ''} {h.outlet or ''}")]
    terms = _mend(question.terms, candidates, labels)
    rows = describe(question, terms, hits, groups, cosines) if candidates and terms else []
    alone = 2 * sum(bool(h.title) for h in hits) < len(hits)
    features, shorts = [f for f, _ in rows], [short for _, short in rows]
    return Described(question, terms, groups, candidates[: len(rows)], features, shorts, alone)


def _asks_name(question: Question) -> bool:
    return bool(question.expects) and question.expects[0] in (Kind.PERSON, Kind.NAME)


def _nameless(found: Described, best: int, role: Role) -> float:
    """Return what is taken off where a name is asked and none in the best sentence fits."""
    if found.alone or not _asks_name(found.question):
        return 0.0
    fit = found.features[best].typed
    if role:
        return HOLDERLESS if fit < UNHELD else 0.0
    return NAMELESS if fit < MISFITTING else 0.0


def _holders_first(found: Described, scores: NDArray[np.float64], role: Role) -> NDArray[np.float64]:
    """Return the scores with that of a sentence that tells who holds an asked office raised to the best's,
    where the best tells it not and is hardly better: "tegas Dirjen Aptika itu"."""
    order = np.argsort(-scores, kind="stable")
    if not role or found.features[order[0]].typed >= UNHELD:
        return scores
    near = (i for i in order if scores[i] >= scores[order[0]] - HARDLY)
    holder = next((i for i in near if _tells_holder(found, i, role)), None)
    if holder is None:
        return scores
    raised = scores.copy()
    raised[holder] = np.nextafter(scores[order[0]], np.inf)
    return raised


def _tells_holder(found: Described, i: int, role: Role) -> bool:
    short = found.shorts[i]
    if short is None or found.features[i].typed < UNHELD:
        return False
    return is_holder(found.question, found.terms, role, found.sentences[i], short)


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
    scores = _holders_first(found, rank(table, found.alone), role)
    order = np.argsort(-scores, kind="stable")
    tellings = np.array([found.telling(i) for i in two_best(scores)])
    gate = gate_features(table, scores, tellings, np.array(asking(question)))
    trust = confidence(gate, found.alone, _nameless(found, order[0], role))
    evidence = [
        Evidence(found.sentences[i], found.features[i], float(scores[i]), found.shorts[i]) for i in order
    ]
    return Weighed(evidence, trust)
