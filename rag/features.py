"""What speaks for and against each sentence of the retrieved passages as the answer to a question.

Pure: which of the question's terms stand where comes from ``rag/matching.py``; here it becomes a row of
features for each sentence, for ``rag/judge.py`` to weigh.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rag.calendar_names import MONTHS_OF
from rag.candidate import Sentence
from rag.defining import defines, presents
from rag.documents import Hit
from rag.glossary import opposites
from rag.matching import Matches, Matrix, all_stems, around, beside, match, pairs, stems_of, tight
from rag.question import Question
from rag.relations import reasons, tells
from rag.short_answer import short_answer
from rag.sought import Sought, seek
from rag.spans import Kind, TypedSpan
from rag.telling import denied, unnamed
from rag.terms import NEGATIONS, Term
from rag.words import folded, stem

_ENUMERATES = re.compile(
    r"(?:\w+\)?, (?:[\w@()-]+ ){0,5}){1,}(?:dan|serta|atau|and|or) \w+|di ?antaranya|antara lain|mulai dari|"
    r"\b(?:seperti|such as|including)\b|\b(?:apa|siapa) saja\b|\w+ (?:dan|serta|and) \w+",
    re.IGNORECASE,
)
# A sentence that goes on about what the one before it named.
_REFERS = re.compile(
    r"\W*(?:ia|dia|beliau|mereka|he|she|they|it|[\w-]+(?:nya| itu| ini| tersebut))\b", re.IGNORECASE
)
# Sentences of an article's beginning that, with its title, say what it is about.
_OPENING = 2
# Weights are background rarities (0 to 10 and a little).
_RAREST = 10.0
# From this rarity on a term counts as one.
_FULL = 4.0
_FOUND = 0.9
# How far what is meant by "desa itu" stands for its name.
_REFERRED = 0.95
# Words from "desa" to the end of its name: "desa terparah ialah Pulau Bungur".
_CALLED = 6
# What of a question's weight, names apart, a reason must hold to be what the reason is asked of.
_MOST_OF_IT = 0.5
# Below any weight.
_TINY = 1e-12
# Words that make another thing of what stands beside them: the deputy mayor is not the mayor.
_QUALIFIERS = frozenset(
    stem(w)
    for w in """wakil mantan eks bekas calon plt deputi pertama kedua ketiga keempat kelima keenam ketujuh
    terakhir terbaru berikutnya sebelumnya sesudah sebelum semifinal perempatfinal ulang kandidat penjabat
    sementara senior junior muda utama umum eksekutif tertinggi terendah terbesar terkecil termuda tertua
    tahap perdana selanjutnya maksimal minimal awal akhir utara selatan timur barat atas bawah depan
    belakang internasional nasional""".split()
)
_ACTION = re.compile(r"(?:me[mnl]|meng|di|ber|ter)\w{3}|\w+kan$")


class Features(NamedTuple):
    """What speaks for and against a sentence as the answer; each about 0..1.

    Shares are of the question's weight (background rarity of its terms). ``like`` counts words that
    are used alike as well; ``absent`` terms are those that do not stand near, by their rarity.
    """

    here: float  # matched in the sentence itself
    near: float  # matched in it, its neighbours and the title
    local: float  # as here, terms weighed by how few of the sentences found hold them
    beyond: float  # matched in the sentence, of the terms that title and opening lack; 0.5 without any
    besides: float  # the share of the question's weight that title and opening lack
    together: float  # matched in sentence, title and opening together
    passage: float  # matched in the passage
    like_here: float  # as here, with words used alike
    like_near: float
    like_local: float
    like_passage: float
    names: float  # proper names and numbers matched near; 0.5 where none are asked
    nameless: float  # 1 where passage and title lack a proper name that is asked about
    pairs: float  # adjacent question words that are adjacent near
    tight: float  # the share matched within a few words of one another
    missing: float  # the heaviest term that the passage lacks, over the heaviest
    uncovered: float  # the share of terms (by count, common ones in part) that is not near
    absent: float  # the heaviest term that is not near, over the heaviest
    like_missing: float
    like_absent: float
    absent_action: float  # the rarity of the rarest absent word of doing
    absent_thing: float  # of the rarest other absent word
    absent_name: float
    absent_number: float
    absent_focus: float  # of the asked noun
    absent_qualifier: float  # of a qualifier, which no word used alike stands for
    lacking: float  # of the rarest word that is neither in the sentence nor in the title; names apart
    lacking_name: float  # the same of names and numbers
    unnamed: float  # 1 where the asked thing is mentioned without a name
    denied: float  # 1 where a short answer is asked and a word of the question is denied
    beside: float  # of what title and opening lack, the share within a few words of the short answer
    opposed: float  # the rarity of a term that is absent while its opposite stands here
    cosine: float  # question against sentence
    dense: float  # question against passage
    closest: float  # the cosine over the highest of all sentences
    support: float  # the passage's fused score over the best passage's
    first: float  # 1 for the best passage, falling with rank
    asked: float  # 1 where a name, number, date or place is asked
    typed: float  # how well a span of the asked kind fits; 0 where none is asked or found
    untyped: float  # 1 where one is asked and none stands here
    person: float  # how well it fits where a person or a name is asked
    number: float  # the same for a number
    date: float  # the same for a date
    place: float  # the same for a place
    told: float  # 1 where a relation (a reason, a manner, …) is asked and the sentence has the form of one
    told_next: float  # 1 where it has not and the next one has
    untold: float  # 1 where neither has
    why: float  # 1 where a reason is asked
    how: float  # 1 where a manner is asked
    defines: float  # where a definition is asked, or who somebody is: how far the sentence says so
    definition: float  # 1 where a definition is asked
    lists: float  # 1 where a list is asked and the sentence enumerates
    few: float  # 1 where a list is asked and it does not
    yesno: float  # 1 where yes or no is asked
    english: float  # 1 for a question in English
    negation: float  # 1 where one of question and sentence negates and the other does not
    refers: float  # 1 for a sentence that goes on about what was named before
    length: float  # logarithm of the sentence's words
    asking: float  # 1 for a sentence that asks something itself
    opening: float  # 1 for the first sentence of a titled article's text
    terms: float  # how many terms the question has, over ten
    rarest: float  # the rarity of its rarest term


def _most(lost: Matrix, weights: Matrix, which: NDArray[np.bool_]) -> Matrix:
    """Return for each row the largest lost weight among some of the terms."""
    if not which.any():
        return np.zeros(len(lost))
    most: Matrix = (lost[:, which] * weights[which]).max(1) / _RAREST
    return most


def _opposites(term: Term) -> set[str]:
    """Return the stems that mean the opposite of a term, or of a word of it: "tunggal" of "ganda putri"."""
    words = folded(term.surface)
    return opposites([*term.alternatives, *((stem(word),) for word in words if len(words) > 1)])


def _is_action(term: Term) -> bool:
    return not term.name and bool(_ACTION.match(term.surface))


def describe(
    question: Question,
    terms: Sequence[Term],
    hits: Sequence[Hit],
    groups: Sequence[Sequence[Sentence]],
    cosines: Callable[[list[str]], Sequence[float]],
) -> tuple[list[tuple[Features, TypedSpan | None]], Sought]:
    """Return the features of every sentence of ``groups`` (one for each hit), with its short answer, and what
    was looked for as one.

    ``cosines`` returns the similarity (-1..1) of the question to each text it is given.
    """
    candidates = [s for group in groups for s in group]
    # What stands over an article is said of all of it; so are the year and the month it appeared in.
    titles = [folded(f"{h.title or ''} {h.outlet or ''} {_year_and_month(h.date)}") for h in hits]
    titled = 2 * sum(bool(h.title) for h in hits) >= len(hits)
    leads = [folded(h.lead) if titled else [] for h in hits]
    found = match(terms, candidates, [*titles, *leads], folded(question.text))
    parts = _rows_of(groups)
    _carry(terms, found, parts)
    _refer(terms, found, candidates, parts)
    similar = np.maximum(0.0, cosines([c.text for c in candidates] + [h.passage.text for h in hits]))
    cosine, dense = similar[: len(candidates)], similar[len(candidates) :]
    top = max(h.score for h in hits) or 1.0
    weights = np.array([t.weight for t in terms])
    # What nearly every sentence found holds counts little: the topic stands all over the passages,
    # what is asked about it stands in the sentence that answers.
    n = 2 + len(candidates)
    local = weights * np.log(n / (1 + (found.exact >= 1).sum(0))) / math.log(n)
    sought = seek(question, terms, local.tolist())
    counts = np.minimum(weights, _FULL)
    named = np.array([t.name and not t.number for t in terms])
    number = np.array([t.number for t in terms])
    qualifier = np.array([not t.name and bool(stems_of(t) & _QUALIFIERS) for t in terms])
    focus = np.array([t.surface in question.focus for t in terms])
    action = np.array([_is_action(t) for t in terms])
    thing = ~(named | number | action)
    plain = weights.tolist()
    holding: dict[str, list[int]] = defaultdict(list)
    for t, term in enumerate(terms):
        for s in stems_of(term):
            holding[s].append(t)
    naming = bool(question.expects) and question.expects[0] not in (Kind.NUMBER, Kind.DATE)
    common = all_stems(t for t in terms if not t.name and not t.number)
    wanted = {stem(f) for f in question.focus} or common
    said = frozenset(folded(question.text))
    facing = [(t, _opposites(term)) for t, term in enumerate(terms) if not term.negated]
    facing = [(t, o) for t, o in facing if o]
    # What follows has a row for each sentence and a column for each term; ``at`` is the row's hit.
    at = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    here, like, total = found.exact, found.like, weights.sum()
    # Whom an article begins with it is about: later they are "the club", "-nya", or nobody at all.
    titles_of = np.maximum(found.titles[: len(hits)], found.titles[len(hits) :] * named)
    titles_like = np.maximum(found.titles_like[: len(hits)], found.titles_like[len(hits) :] * named)
    title, title_like = titles_of[at], titles_like[at]
    near = np.maximum(around(here, at), title)
    like_near = np.maximum(around(like, at), title_like)
    topics, whole, like_whole = titles_of.copy(), titles_of.copy(), titles_like.copy()
    for h, part in enumerate(parts):
        if part.start < part.stop:
            np.maximum(whole[h], here[part].max(0), out=whole[h])
            np.maximum(like_whole[h], like[part].max(0), out=like_whole[h])
            if hits[h].passage.start == 0:
                np.maximum(topics[h], here[part][:_OPENING].max(0), out=topics[h])
    rests = weights * (1 - topics)
    rest = rests[at]
    lost, far = 1 - like_near, 1 - np.maximum(like, title_like)
    heavy = named | number
    shares = {
        "here": here @ weights / total,
        "near": near @ weights / total,
        "local": here @ local / (local.sum() or 1.0),
        "beyond": np.where(rest.any(1), (here * rest).sum(1) / np.maximum(rest.sum(1), _TINY), 0.5),
        "together": np.maximum(here, topics[at]) @ weights / total,
        "like_here": like @ weights / total,
        "like_near": like_near @ weights / total,
        "like_local": like @ local / (local.sum() or 1.0),
        "names": near[:, heavy] @ weights[heavy] / weights[heavy].sum()
        if heavy.any()
        else np.full(len(at), 0.5),
        "pairs": pairs(terms, candidates, at),
        "uncovered": (near < _FOUND) @ counts / counts.sum(),
        "absent": ((1 - near) * weights).max(1) / weights.max(),
        "like_absent": (lost * weights).max(1) / weights.max(),
        "absent_action": _most(lost, weights, action),
        "absent_thing": _most(lost, weights, thing),
        "absent_name": _most(lost, weights, named),
        "absent_number": _most(lost, weights, number),
        "absent_focus": _most(lost, weights, focus),
        "absent_qualifier": _most(1 - near, weights, qualifier),
        "lacking": _most(far, weights, ~heavy),
        "lacking_name": _most(far, weights, heavy),
        # The same for all sentences of a passage.
        "besides": (rests.sum(1) / total)[at],
        "passage": (whole @ weights / total)[at],
        "like_passage": (like_whole @ weights / total)[at],
        "nameless": (whole[:, named] < 0.5).any(1).astype(float)[at],
        "missing": (((1 - whole) * weights).max(1) / weights.max())[at],
        "like_missing": (((1 - like_whole) * weights).max(1) / weights.max())[at],
        "dense": dense[at],
        "support": np.maximum(0.0, np.array([h.score for h in hits]) / top)[at],
        "first": 1 / (1 + at),
        "cosine": cosine,
        "closest": cosine / max(cosine.max(), 1e-6),
    }
    rows = [dict(zip(shares, row, strict=True)) for row in np.column_stack(list(shares.values())).tolist()]
    out: list[tuple[Features, TypedSpan | None]] = []
    for h, (group, part) in enumerate(zip(groups, parts, strict=True)):
        standing = rests[h].tolist()
        for i, sentence in enumerate(group):
            short, fit = short_answer(sought, hits[h], sentence)
            row = part.start + i
            claimed = set(sentence.stems) - found.negated[row] if facing else frozenset()
            against = [plain[t] for t, others in facing if here[row, t] < _FOUND and others & claimed]
            features = Features(
                **rows[row],
                **_form(question, terms, sentence, group[i + 1] if i + 1 < len(group) else None, fit),
                tight=tight(plain, holding, sentence),
                beside=beside(standing, holding, sentence, short),
                opposed=max(against, default=0.0) / _RAREST,
                unnamed=float(naming and unnamed(wanted, sentence, short, said)),
                denied=float(bool(question.expects) and not question.negated and denied(common, sentence)),
                opening=float(bool(hits[h].title) and hits[h].passage.start == i == 0),
                terms=len(terms) / 10,
                rarest=max(plain) / _RAREST,
            )
            out.append((features, short))
    return out, sought


def _carry(terms: Sequence[Term], found: Matches, parts: Sequence[slice]) -> None:
    """Let what was talked about before stand in every sentence of a passage that has it, or whose title or
    lead has: what is asked about it decides among them."""
    carried = [t for t, term in enumerate(terms) if term.carried]
    pairs = ((found.exact, found.titles), (found.like, found.titles_like))
    for h, part in enumerate(parts if carried else ()):
        if part.start < part.stop:
            for rows, over in pairs:
                held = np.maximum(rows[part].max(0), over[[h, len(parts) + h]].max(0))
                rows[part, carried] = held[carried]


# "Di desa itu 612 rumah terendam": which one a sentence before tells.
_THAT_ONE = re.compile(r"\b([a-z]{3,}) (?:itu|tersebut)\b")


def _refer(
    terms: Sequence[Term], found: Matches, sentences: Sequence[Sentence], parts: Sequence[slice]
) -> None:
    """Let a name stand where "desa itu" means what it names: the sentence before has it behind "desa"."""
    names = [t for t, term in enumerate(terms) if term.name and not term.number]
    if not names:
        return
    likest = np.maximum(found.exact, found.like)[:, names].max(axis=1, initial=0.0)
    named = set(np.flatnonzero(likest).tolist())
    for part in parts:
        for i in range(part.start + 1, part.stop):
            if i - 1 not in named:
                continue
            meant = {stem(noun) for noun in _THAT_ONE.findall(sentences[i].text.lower())}
            before = sentences[i - 1].stems
            behind = {
                other for at, s in enumerate(before) if s in meant for other in before[at + 1 : at + _CALLED]
            }
            for t in names if behind else ():
                if not behind.isdisjoint(stems_of(terms[t])):
                    named.add(i)
                    for rows in (found.exact, found.like):
                        rows[i, t] = max(rows[i, t], _REFERRED * rows[i - 1, t])


def _year_and_month(date: str | None) -> str:
    return f"{date[:4]} {MONTHS_OF['id'][int(date[5:7]) - 1]}" if date else ""


def _rows_of(groups: Sequence[Sequence[Sentence]]) -> list[slice]:
    """Return the rows of each group's sentences."""
    ends = accumulate(map(len, groups))
    return [slice(end - len(group), end) for group, end in zip(groups, ends, strict=True)]


def _is_the_reason(terms: Sequence[Term], sentence: Sentence) -> bool:
    """Say whether what is asked the reason of stands as the reason of something else: "laga terhenti karena
    lampu padam" does not tell why it went out."""
    things = [term for term in terms if not term.name]
    stems = all_stems(things)
    found = {s: w.start for w, s in zip(sentence.words, sentence.stems, strict=True) if s in stems}
    held = [term.weight for term in things if not stems_of(term).isdisjoint(found)]
    if len(held) < 2 or sum(held) < _MOST_OF_IT * sum(term.weight for term in things):
        return False
    given = reasons(sentence.text)
    last = max(found.values(), default=0)
    if any(start > last for start, _ in given):  # "akibat kapal gagal merapat karena gelombang"
        return False
    return any(all(start <= at < end for at in found.values()) for start, end in given)


def _form(
    question: Question, terms: Sequence[Term], sentence: Sentence, following: Sentence | None, fit: float
) -> dict[str, float]:
    """Return what the form of question and sentence says; ``following`` comes after it in the passage."""
    expected = question.expects[0] if question.expects else None
    definition = question.asks in ("definition", "identity")
    asked = question.relation
    told = asked is not None and tells(asked, sentence.text)
    if told and asked == "cause" and _is_the_reason(terms, sentence):
        told = False
    told_next = asked is not None and not told and following is not None and tells(asked, following.text)
    lists = question.asks == "list" and bool(_ENUMERATES.search(sentence.text))
    said = defines(terms, sentence) if question.asks == "definition" else 0.0
    if question.asks == "identity":
        said = float(presents(question, sentence))
    return {
        "asked": float(expected is not None),
        "typed": fit,
        "untyped": float(expected is not None and fit == 0.0),
        "person": fit if expected in (Kind.PERSON, Kind.NAME) else 0.0,
        "number": fit if expected is Kind.NUMBER else 0.0,
        "date": fit if expected is Kind.DATE else 0.0,
        "place": fit if expected is Kind.PLACE else 0.0,
        "told": float(told),
        "told_next": float(told_next),
        "untold": float(asked is not None and not (told or told_next)),
        "why": float(question.asks == "why"),
        "how": float(question.asks == "how"),
        "defines": said,
        "definition": float(definition),
        "lists": float(lists),
        "few": float(question.asks == "list" and not lists),
        "yesno": float(question.asks == "yesno"),
        "english": float(question.language == "en"),
        "negation": float(question.negated == NEGATIONS.isdisjoint(sentence.norms)),
        "refers": float(bool(_REFERS.match(sentence.text))),
        "length": math.log(len(sentence.words)) / 4,
        "asking": float(sentence.text.rstrip("\"'”’ ").endswith("?")),
    }
