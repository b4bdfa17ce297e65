"""Grouping of near-duplicate passages, so that one wire story is not five sources.

Two passages are copies when they come from different articles and the shorter shares most
of its word 4-grams with the longer (containment after Broder, 1997). Containment, not
Jaccard: an outlet that cuts the last paragraphs still carries the same story.
"""

from __future__ import annotations

from collections.abc import Sequence

Shingles = frozenset[tuple[str, ...]]

SHINGLE = 4
# The share of the smaller passage's 4-grams. A syndicated copy keeps nearly all of them and
# an independent report of the same event keeps quotations at most; tests hold both sides.
CONTAINMENT = 0.5


def shingles(text: str) -> Shingles:
    """Return the word 4-grams of ``text`` (the words themselves where there are fewer).

    Words are cut at white space: this runs for every passage of every query.
    """
    norms = text.casefold().split()
    if len(norms) < SHINGLE:
        return frozenset([tuple(norms)]) if norms else frozenset()
    return frozenset(zip(*(norms[i:] for i in range(SHINGLE)), strict=False))


def _contained(one: Shingles, other: Shingles) -> bool:
    smaller = min(len(one), len(other))
    return not one.isdisjoint(other) and len(one & other) >= CONTAINMENT * smaller


def group_copies(passages: Sequence[tuple[str, str]]) -> list[list[int]]:
    """Group ``(article, text)`` passages that carry the same story.

    Returns lists of indices; the first of each list is its best-ranked passage, groups are in
    the order of their first. Passages of one article are never copies of each other.
    """
    groups: list[list[int]] = []
    heads: list[Shingles] = []
    met: set[tuple[str, ...]] = set()
    for i, (article, text) in enumerate(passages):
        grams = shingles(text)
        strange = met.isdisjoint(grams)  # as nearly all are: it is nobody's copy
        for group, head in () if strange else zip(groups, heads, strict=True):
            elsewhere = all(passages[j][0] != article for j in group)
            if elsewhere and _contained(grams, head):
                group.append(i)
                break
        else:
            groups.append([i])
            heads.append(grams)
            met |= grams
    return groups
