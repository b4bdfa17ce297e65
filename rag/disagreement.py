"""Where articles answer a question differently: another number, name or date. Pure.

Nobody but a reader can say which is right, so what differs is shown side by side, never as one.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.asked import PEOPLE
from rag.documents import Hit
from rag.evidence import Evidence
from rag.numerals import NUMBER_SIGN
from rag.spans import Kind, TypedSpan
from rag.wording import norms
from rag.words import fold, folded

# How much lower in rank score than the best sentence one may stand that is held against it. Of the 690
# questions of eight sets in tests/data five are told two figures or names, as many with 6.5, four with 4.5.
_CLOSE = {Kind.NUMBER: 5.5, Kind.DATE: 5.5, Kind.PERSON: 2.0}
# How well the best sentence's short answer must fit, and the other's.
_BEST_FIT, _FIT = 0.35, 0.2
# The share of what the best sentence holds of the question that it must hold.
_SHARE = 0.9
_MOST = 2


def rivals(evidence: Sequence[Evidence], hits: Sequence[Hit]) -> list[Evidence]:
    """Return the best sentences of other articles whose short answer is not the first's, two at most.

    ``evidence`` stands best first. Copies of one story are no other article.
    """
    best = evidence[0]
    if best.short is None or best.features.typed < _BEST_FIT or best.short.kind not in _CLOSE:
        return []
    least = best.score - _CLOSE[best.short.kind]
    found: dict[str, Evidence] = {}
    for e in evidence[1:]:
        hit = hits[e.sentence.hit]
        if e.short is None or e.features.typed < _FIT or e.score < least or not _as_much(e, best):
            continue
        if hit.passage.article != hits[best.sentence.hit].passage.article:
            found.setdefault(hit.passage.article, e)
    return [e for e in found.values() if e.short and differ(best.short, e.short)][:_MOST]


def _as_much(e: Evidence, best: Evidence) -> bool:
    """Say whether a sentence holds as much of the question as the best one."""
    ours, theirs = e.features, best.features
    return ours.names >= theirs.names and ours.like_here >= _SHARE * theirs.like_here


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
