"""Fusion: one ranking from the words' and the vectors', a convex combination of their scores.

score = BM25 / (the query's best BM25) + WEIGHT * cosine        (Bruch et al. 2023, TM2C2's family)
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

# Swept with bench/retrieval.py --sweep, one weight for all sets. nDCG@10 at 0 (words alone), 0.2, 0.3,
# 0.4, 0.5, 0.75, 1: FacQA dev 86.7 86.8 86.7 86.9 86.9 86.8 86.5, FacQA train (never trained on)
# 86.1 86.2 86.2 86.1 86.1 86.0 86.0, IDK-MRC dev 86.5 87.5 87.9 88.2 88.3 88.5 88.5.
# Dividing the cosines too, z-scores, BM25 undivided or by its root, and reciprocal ranks were no better.
WEIGHT = 0.4

Scored = Sequence[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Fused:
    """A candidate of either side: ``sparse`` its BM25, ``dense`` its cosine, None where not found."""

    id: str
    score: float
    sparse: float | None
    dense: float | None


def fuse(sparse: Scored, dense: Scored, weight: float = WEIGHT, *, k: int | None = None) -> list[Fused]:
    """Return the union of both candidate lists, or the ``k`` best of it, best first; ties by id.

    A candidate that the words did not find gets no score for words. One that the vectors did
    not find gets the lowest cosine found: it has that much at most.
    """
    words, vectors = dict(sparse), dict(dense)
    best = max(words.values(), default=0.0) or 1.0
    least = min(vectors.values(), default=0.0)
    scored = [
        (-(words.get(key, 0.0) / best + weight * vectors.get(key, least)), key)
        for key in words.keys() | vectors.keys()
    ]
    return [
        Fused(id=key, score=-negative, sparse=words.get(key), dense=vectors.get(key))
        for negative, key in heapq.nsmallest(len(scored) if k is None else k, scored)
    ]
