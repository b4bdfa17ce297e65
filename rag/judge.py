"""The judge of evidence: two linear functions of its features, fitted by ``models/train_judge.py``.

``rank`` orders sentences; ``confidence`` says how likely the best ones hold an answer at all.
The weights are a small JSON file of numbers with the figures they reached.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from rag.settings import HOME

WEIGHTS = HOME / "models" / "judge.json"


@lru_cache(maxsize=1)
def _stored() -> dict[str, Any]:
    stored: dict[str, Any] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return stored


def _dot(weights: dict[str, float], features: Sequence[float]) -> float:
    return sum(w * f for w, f in zip(weights.values(), features, strict=True))


def rank(features: Sequence[float]) -> float:
    """Return a sentence's score among others; only differences mean something."""
    return _dot(_stored()["rank"], features)


def confidence(best: Sequence[float], share: float) -> float:
    """Return the probability (0..1) that the best sentences hold the answer.

    ``best`` are the features of the first sentence, ``share`` its part of the softmax over all.
    """
    stored = _stored()
    z = stored["bias"] + _dot(stored["gate"], (*best, share))
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, z))))
