"""The short answer in a sentence: the name, number, date or place that was asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import units
from rag.candidate import Sentence
from rag.documents import Hit
from rag.fit import IN_MONEY, MISFIT, NUMBERED, SIGNED, counts, dated, expressed, located, stands
from rag.holders import OFFICES, asked_role, does_it, holds_it, introduced, is_no_holder, is_somebody, whose
from rag.matching import stems_of
from rag.morphology import root
from rag.question import Question
from rag.spans import PLACE_WORDS, TITLES, Kind, TypedSpan, places, typed_spans
from rag.speech import gazetteer, naming
from rag.terms import Term, in_english, language_of_words
from rag.words import fold, folded, stem


def _unasked(span: TypedSpan, sentence: Sentence, asked: set[str]) -> tuple[TypedSpan | None, list[int]]:
    """Cut the question's own words off the ends of a name; None where nothing else is left.

    Returns the span with the indices of its words: "PT Igas Utama Irene Rusli" answers who leads
    PT Igas Utama with "Irene Rusli".
    """
    inside = [i for i, w in enumerate(sentence.words) if span.start <= w.start < span.end]
    if not inside or all(sentence.stems[i] in asked for i in inside):
        return None, []
    if span.kind not in (Kind.PERSON, Kind.NAME):
        return span, inside
    full = len(inside)
    while inside and (sentence.stems[inside[0]] in asked or sentence.words[inside[0]].norm in TITLES):
        inside = inside[1:]
    led = len(inside) < full
    whole = len(inside)
    while inside and sentence.stems[inside[-1]] in asked:
        inside = inside[:-1]
    if not inside or (len(inside) < full and all(sentence.words[i].norm in PLACE_WORDS for i in inside)):
        return None, []
    if len(inside) == full:
        return span, inside
    if len(inside) == 1 < whole and root(sentence.words[inside[0]].norm):
        return None, []  # "Kantor Bupati", "Nama Nirmala", "Pelarian Suprapto": what is left is no name
    start, end = sentence.words[inside[0]].start, sentence.words[inside[-1]].end
    start -= sentence.text[start - 1 : start] == "@"  # no letter, so no part of the word
    kind = Kind.PERSON if led and 2 <= len(inside) <= 4 else Kind.NAME
    return TypedSpan(start, end, kind, sentence.text[start:end]), inside


# "MEGALUH BARAT, KABAR SAMUDRA - ": where and by whom an article was written.
_DATELINE = re.compile(r"(?:[A-Z][A-Z.'-]+,? ){1,4}(?:\([A-Z]\w+\) )?[-–—] ")


def _tells(span: TypedSpan, hit: Hit, text: str) -> bool:
    """Say whether a span can be an answer: no lone initial, nor the outlet's name or its dateline."""
    dateline = _DATELINE.match(text)
    if span.kind is not Kind.DATE and dateline and span.start < dateline.end():
        return False
    if span.kind in (Kind.PERSON, Kind.NAME):
        if fold(span.text) in naming.HONORIFICS:
            return False
        lettered = any(len(part) > 2 for part in re.findall(r"\w+", span.text)) or span.text.isupper()
        return lettered and len(span.text) > 1 and fold(span.text) != fold(hit.outlet or "")
    return True


_ASKS_NAME = re.compile(r"\b(?:nama(?:nya)?|names?)\b", re.IGNORECASE)
# Nouns of what has a name and is no institution.
_OF_NO_BODY = frozenset(
    map(
        stem,
        "merek merk brand judul film lagu novel buku julukan sebutan istilah slogan obat varietas".split(),
    )
)


# An account is written so.
_ACCOUNT, _OF_THAT_FORM = frozenset(map(stem, "akun account".split())), 1.4


def _is_body(name: str) -> bool:
    """Tell "PHK" and "Satuan Reserse Kriminal" from somebody's name."""
    return name.isupper() or not naming.OFFICE_WORDS.isdisjoint(name.lower().split())


def carries_unit(text: str, wanted: Sequence[str]) -> bool:
    """Say whether one of the unit words stands in ``text``; an age may stand in brackets: "(78)"."""
    lowered = text.lower()
    tokens = set(folded(text))
    if "umur" in wanted and re.search(r"\(\d{1,3}\)", lowered):
        return True
    return any(u in tokens if u.isalpha() else u in lowered for u in wanted) or (
        "rp" in wanted and re.search(r"\brp\.?\s?\d", lowered) is not None
    )


def _forms(
    terms: Sequence[Term], weights: Sequence[float], sentence: Sentence
) -> list[tuple[frozenset[str], float]]:
    """Return the stems that stand for each term in a sentence, with its weight; not who speaks, who is near
    all that is said."""
    english = language_of_words([w.norm for w in sentence.words]) == "en"
    abroad = in_english(terms) if english else [frozenset[str]()] * len(terms)
    heard = {stem(word) for speaker in sentence.speakers for word in speaker}
    return [
        (stems_of(term) | rendered, weight)
        for term, rendered, weight in zip(terms, abroad, weights, strict=True)
        if not term.name or heard.isdisjoint(stems_of(term))
    ]


def _nearness(
    forms: Sequence[tuple[frozenset[str], float]], sentence: Sentence, inside: Sequence[int]
) -> float:
    """Return how close the question's words, with their weights, stand to a span (0..1), each by its nearest
    occurrence."""
    total = sum(weight for _, weight in forms) or 1.0
    first, last = inside[0], inside[-1]
    near = 0.0
    for wanted, weight in forms:
        gaps = [
            max(first - i, i - last)
            for i, s in enumerate(sentence.stems)
            if s in wanted and not first <= i <= last
        ]
        if gaps:
            near += weight / (1 + (min(gaps) - 1) / 4)
    return near / total


def short_answer(
    question: Question, terms: Sequence[Term], weights: Sequence[float], hit: Hit, sentence: Sentence
) -> tuple[TypedSpan | None, float]:
    """Return the best span of the asked kind and how well it fits (0..1)."""
    if not question.expects:
        return None, 0.0
    asked = {s for t in terms for a in t.alternatives for s in a}
    wanted_units = units(question.focus) if Kind.NUMBER in question.expects else ()
    focus = {stem(f) for f in question.focus}
    heads = focus.union(*(stems for t in terms if t.surface in question.focus for stems in t.alternatives))
    other_asked = bool(terms) and any(a[0] in OFFICES for a in terms[0].alternatives)
    role = asked_role(question, terms)
    of = whose(terms, role)
    here = places(sentence.text) if Kind.PERSON in question.expects else []
    thing = Kind.NAME in question.expects and Kind.PERSON not in question.expects
    of_somebody = Kind.PERSON in question.expects and _ASKS_NAME.search(question.text) is not None
    forms: list[tuple[frozenset[str], float]] = []  # once, and only where a span is weighed
    best: tuple[float, TypedSpan] | None = None
    for whole in typed_spans(sentence.text, question.expects):
        span, inside = _unasked(whole, sentence, asked)
        if span is None or not _tells(span, hit, sentence.text):
            continue
        if span.kind is Kind.NUMBER and not counts(question, span, asked):
            continue
        if (of_somebody or focus & _OF_NO_BODY) and _is_body(span.text):
            continue  # "Apa nama suami Sari?", "Motor merek apa saja?"
        if (
            role
            and span.kind is Kind.NAME
            and (_is_body(span.text) or gazetteer.PLACES.issuperset(folded(span.text)))
        ):
            continue
        if role and is_no_holder(span, role):
            continue
        if role and not naming.INSTITUTIONS.isdisjoint(folded(span.text)):
            continue  # "Dirjen Aptika Kementerian Kominfo itu"
        placed = span.kind is Kind.NAME or gazetteer.PLACES.issuperset(folded(span.text))
        placed = placed and any(p.start < span.end and span.start < p.end for p in here)
        fit = 1.0 - 0.35 * question.expects.index(span.kind) if span.kind in question.expects else 0.7
        if wanted_units:
            around = sentence.text[max(0, span.start - 3) : span.end + 12]
            led = sentence.words[inside[0] - 1].norm if inside[0] else ""  # "bermagnitudo 6,3"
            # "Berapa kali gempa susulan": 41 of those.
            times = question.counted == "kali" and asked & set(sentence.stems[inside[-1] + 1 :][:2])
            if not (times or led.removeprefix("ber") in wanted_units or carries_unit(around, wanted_units)):
                continue
        elif span.kind is Kind.NUMBER and focus:
            fit *= expressed(sentence, span, focus)
            said = focus & set(sentence.stems[inside[0] : inside[-1] + 5])
            fit *= 1.0 if said or question.ordered or (focus & IN_MONEY and SIGNED.match(span.text)) else 0.6
        fit *= MISFIT if placed else 1.0
        fit *= stands(question, sentence, span, focus)
        fit *= holds_it(sentence, span, role, of, question.language) if role else 1.0
        if focus & _ACCOUNT and span.text.startswith("@"):
            fit *= _OF_THAT_FORM
        if thing and is_somebody(sentence, span):
            fit *= MISFIT
        if span.kind in (Kind.PERSON, Kind.NAME):
            fit *= does_it(question, terms, sentence, span)
            fit *= introduced(sentence.text, span, asked, other_asked)
            # "Yayasan Kanker Wisnuwardhana" says of itself that it is the yayasan asked about.
            if focus & set(sentence.stems[max(0, inside[0] - 2) : inside[-1] + 1]):
                fit *= 1.4
        if span.kind is Kind.DATE and not any(c.isdigit() for c in span.text):
            fit *= 0.6
        if span.kind is Kind.DATE:
            fit *= dated(question, sentence, span)
            fit *= MISFIT if NUMBERED.search(sentence.text[: span.start]) else 1.0
        if question.asks == "where" and span.kind is Kind.PERSON:
            fit *= MISFIT
        if span.kind is Kind.PLACE:
            fit *= located(question, sentence, span, heads)
        forms = forms or _forms(terms, weights, sentence)
        value = fit * (0.3 + 0.7 * _nearness(forms, sentence, inside))
        if best is None or value > best[0]:
            best = (value, span)
    return (best[1], best[0]) if best else (None, 0.0)
