"""What is computed of judgements: how well confidence tells right from wrong, and what it is worth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of about one confidence: how many, how sure (mean, 0..1), what share is right."""

    count: int
    confidence: float
    right: float


def auroc(positive: Values, negative: Values) -> float:
    """Return the share of pairs in which the positive scores higher (ties count half), NaN without pairs."""
    if not len(positive) or not len(negative):
        return float("nan")
    ordered = np.sort(negative)
    below = np.searchsorted(ordered, positive, "left") + np.searchsorted(ordered, positive, "right")
    return float(below.mean() / 2 / len(negative))


def reliability(confidence: Values, right: Values) -> list[Bin]:
    """Return the bins of equal width that hold answers, least sure first; ``right`` is 0 or 1 for each."""
    places = np.minimum((confidence * BINS).astype(int), BINS - 1)
    held = [(places == b) for b in range(BINS)]
    return [
        Bin(int(some.sum()), float(confidence[some].mean()), float(right[some].mean()))
        for some in held
        if some.any()
    ]


def calibration_error(confidence: Values, right: Values) -> float:
    """Return the expected calibration error (Naeini et al., 2015): bins' gaps weighed by what they hold."""
    bins = reliability(confidence, right)
    total = sum(b.count for b in bins)
    return sum(b.count * abs(b.confidence - b.right) for b in bins) / total if total else float("nan")
