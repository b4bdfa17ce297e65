"""The judge of evidence: two linear functions of its features, fitted by ``models/train_judge.py``.

``rank`` orders sentences; ``confidence`` says how likely the ones shown hold an answer at all. Passages
of titled articles and passages that stand alone (no title, no article around them) have weights of their
own: in an article, what title and opening say counts for every sentence.
The weights are a small JSON file of numbers with the figures they reached.
"""

from __future__ import annotations

import json
import math
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.settings import HOME

WEIGHTS = HOME / "models" / "judge.json"

Matrix = NDArray[np.float64]


@lru_cache(maxsize=1)
def _stored() -> dict[str, dict[str, Any]]:
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return {
        kind: {
            "rank": np.array(list(stored[kind]["rank"].values())),
            "gate": np.array(list(stored[kind]["gate"].values())),
            "bias": stored[kind]["bias"],
        }
        for kind in ("titled", "alone")
    }


def _kind(alone: bool) -> dict[str, Any]:
    return _stored()["alone" if alone else "titled"]


def rank(features: Matrix, alone: bool) -> Matrix:
    """Return the scores of sentences among one another (a row each); only differences mean something."""
    scores: Matrix = features @ _kind(alone)["rank"]
    return scores


def confidence(gate: Matrix, alone: bool) -> float:
    """Return the probability (0..1) that the sentences shown hold the answer, from ``gate_features``."""
    stored = _kind(alone)
    z = stored["bias"] + float(gate @ stored["gate"])
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, z))))


def gate_features(features: Matrix, scores: Matrix) -> Matrix:
    """Return what the gate weighs: the best sentence's features, and how it stands among the others.

    Those are its share of the softmax, its score, and the share of the first three.
    """
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    best = int(scores.argmax())
    return np.append(features[best], [shares[best], scores[best], np.sort(shares)[-3:].sum()])


GATE_EXTRA = ("share", "score", "three")
