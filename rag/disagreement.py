"""Where articles, or those whom one quotes, answer a question differently: another number, name or date.

Nobody but a reader can say which is right, so what differs is shown side by side, never as one.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.asked import PEOPLE
from rag.competing import BARE_DEEDS
from rag.described import QuotesIn, quoted
from rag.documents import Hit, Quote
from rag.evidence import Evidence
from rag.morphology import root
from rag.numerals import NUMBER_SIGN
from rag.question import Question
from rag.spans import Kind, TypedSpan
from rag.speech.naming import GROUPS, ROLE_HEADS
from rag.telling import asks_speech
from rag.terms import EMPTY
from rag.wording import norms
from rag.words import fold, folded

# How much lower in rank score than the best sentence one may stand that is held against it. Of the 690
# questions of eight sets in tests/data five are told two figures or names, as many with 6.5, four with 4.5.
_CLOSE = {Kind.NUMBER: 5.5, Kind.DATE: 5.5, Kind.PERSON: 2.0}
# How well the best sentence's short answer must fit, and the other's: people are soon named beside others.
_BEST_FIT, _FIT = 0.35, {Kind.NUMBER: 0.2, Kind.DATE: 0.2, Kind.PERSON: 0.5}
# The same of two numbers that one article gives.
_FIT_BESIDE = 0.6
# The share of what the best sentence holds of the question that it must hold.
_SHARE = 0.9
_MOST = 2
# Words behind a number that name nothing it counts but people, if anything.
_NO_THINGS = PEOPLE | GROUPS | ROLE_HEADS | EMPTY | BARE_DEEDS


def rivals(
    question: Question, evidence: Sequence[Evidence], hits: Sequence[Hit], quotes_in: QuotesIn
) -> list[Evidence]:
    """Return the best sentences of others whose short answer is not the first's, two at most.

    Others are other articles, and who says something else in the same one: ``quotes_in`` gives who says what
    in the passages of these ids. ``evidence`` stands best first. Copies of one story are no other article;
    whoever asks what one person said is told nobody else's number of the same one.
    """
    best = evidence[0]
    if best.short is None or best.features.typed < _BEST_FIT or best.short.kind not in _CLOSE:
        return []
    least = best.score - _CLOSE[best.short.kind]
    others = [
        e
        for e in evidence[1:]
        if e.short and e.features.typed >= _FIT[best.short.kind] and e.score >= least and _as_much(e, best)
    ]
    own = hits[best.sentence.hit].passage.article
    beside = any(
        hits[e.sentence.hit].passage.article == own and _differs(best, e) and _fits_as_well(best, e)
        for e in others
    )
    # Two people name others for many a reason.
    wanted = beside and best.short.kind is not Kind.PERSON and not asks_speech(question)
    quotes = quotes_in([hit.passage.id for hit in hits if hit.passage.article == own]) if wanted else ()
    ours = _told_by(best, hits, quotes)
    found: dict[str, Evidence] = {}
    for e in others:
        article = hits[e.sentence.hit].passage.article
        theirs = _told_by(e, hits, quotes)
        if article != own:
            found.setdefault(article, e)
        elif ours and theirs and ours.isdisjoint(theirs) and _fits_as_well(best, e):
            found.setdefault(f"{own}: {sorted(theirs)}", e)
    return [e for e in found.values() if _differs(best, e)][:_MOST]


def _fits_as_well(best: Evidence, e: Evidence) -> bool:
    """Say whether both numbers or dates fit: of one article's many, most are of something else."""
    return min(best.features.typed, e.features.typed) >= _FIT_BESIDE


def _told_by(e: Evidence, hits: Sequence[Hit], quotes: Sequence[Quote]) -> set[str]:
    """Return the names of those whose words a sentence gives."""
    told = quoted(hits[e.sentence.hit], e.sentence.start, e.sentence.end, quotes)
    return {q.speaker for q in told if q.speaker}


def _differs(best: Evidence, e: Evidence) -> bool:
    return best.short is not None and e.short is not None and differ(best.short, e.short)


def _as_much(e: Evidence, best: Evidence) -> bool:
    """Say whether a sentence holds as much of the question as the best one."""
    ours, theirs = e.features, best.features
    as_much = ours.names >= theirs.names and ours.like_here >= _SHARE * theirs.like_here
    return as_much and not (_counts_people(best) and _counts_things(e))


def _counts_people(e: Evidence) -> bool:
    return e.short is not None and e.short.text.split()[-1].lower() in PEOPLE


def _counts_things(e: Evidence) -> bool:
    """Say whether a number without a unit stands before a noun of things: "10 kubik", "30 velbed"."""
    if e.short is None or e.short.kind is not Kind.NUMBER or e.sentence.language == "en" or _counts_people(e):
        return False
    behind = e.sentence.text[e.short.end :]
    noun = "".join(folded(behind)[:1]) if behind.startswith(" ") else ""
    return bool(noun) and noun not in _NO_THINGS and root(noun) in (None, noun)


def differ(one: TypedSpan, other: TypedSpan) -> bool:
    """Say whether two answers of one kind cannot both be meant: other numbers, people, days."""
    if one.kind is not other.kind:
        return False
    if one.kind is Kind.NUMBER:
        (numbers, unit), (others, other_unit) = _measured(one.text), _measured(other.text)
        alike = unit == other_unit or not unit or not other_unit or {unit, other_unit} <= PEOPLE
        alike = alike and len({n.startswith(f"{NUMBER_SIGN}ke") for n in numbers | others}) == 1
        return alike and bool(numbers and others) and numbers.isdisjoint(others)
    if one.kind is Kind.DATE:
        days, others = _figures(one.text), _figures(other.text)
        return bool(days and others) and not (days <= others or others <= days)
    if one.kind is Kind.PERSON:
        return set(folded(one.text)).isdisjoint(folded(other.text))
    return False


def _measured(text: str) -> tuple[set[str], str]:
    """Return the values of a number and its unit, "" where none stands there."""
    plain = norms(text)
    units = [n for n in plain if n[0] != NUMBER_SIGN]
    return {n for n in plain if n[0] == NUMBER_SIGN}, units[-1] if units else ""


def _figures(text: str) -> set[str]:
    """Return the day, month and year of a date; a weekday alone has none."""
    return {word for word in folded(fold(text)) if any(c.isdigit() for c in word)}
