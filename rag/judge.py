"""The judge of evidence: functions of its features, fitted by ``models/train_judge.py``.

``rank``, a linear function, orders sentences; ``confidence``, of small decision trees and neural nets, says
how likely the ones shown hold an answer at all. Passages of titled articles and passages that stand alone (no
title, no article around them) have weights of their own: in an article, what title and opening say counts for
every sentence.
The weights are a small JSON file of numbers with the figures they reached, trees and nets a safetensors file
of arrays: neither executes anything.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.settings import HOME

WEIGHTS = HOME / "models" / "judge.json"
ARRAYS = HOME / "models" / "judge.safetensors"
# What of the logarithm of the odds is the nets', where there are any. AUROC over all questions in tests/data,
# answered rightly against those that cannot be answered: trees alone 0.866, nets alone 0.869, 0.3, 0.4 and
# 0.5 of them 0.877, 0.878, 0.878. But plain questions get less of the nets' trust: of 40 on the five articles
# nets alone answer 32, of 22 on the starter corpus 17 with 0.4 of them, where trees answer 37 and 18.
NETS = 0.3
# Spreads from the mean beyond which a net sees no difference.
FARTHEST = 4.0

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Forest:
    """Decision trees in arrays, a place for each node.

    A row goes from a node to ``left`` where its ``feature`` is at most the ``threshold``, else to
    ``right``; a leaf leads to itself. ``roots`` are the trees' first nodes, ``depth`` the steps to the
    deepest leaf; the sum of the leaves' values is the logarithm of the odds.
    """

    roots: NDArray[np.int32]
    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float32]
    depth: int

    def odds(self, row: Matrix) -> float:
        """Return the logarithm of the odds that a row of features gets."""
        at = self.roots
        for _ in range(self.depth):
            goes_left = row[self.feature[at]] <= self.threshold[at]
            at = np.where(goes_left, self.left[at], self.right[at])
        return float(self.value[at].sum(dtype=np.float64))


@dataclass(frozen=True)
class Nets:
    """Neural nets of one hidden layer, whose mean counts.

    ``mean`` and ``spread`` (an infinite one for what never changes) put a row on the scale of what they were
    fitted on. ``weights`` are of shape ``[nets, inputs, units]``, ``biases`` and ``outputs`` of
    ``[nets, units]``. The first half of the units lets through what is over 0, the second what is under.
    """

    mean: NDArray[np.float32]
    spread: NDArray[np.float32]
    weights: NDArray[np.float32]
    biases: NDArray[np.float32]
    outputs: NDArray[np.float32]
    shift: NDArray[np.float32]

    def odds(self, row: Matrix) -> float:
        """Return the logarithm of the odds that a row of features gets."""
        scaled = np.clip((row - self.mean) / self.spread, -FARTHEST, FARTHEST).astype(np.float32)
        units = scaled @ self.weights + self.biases
        half = units.shape[1] // 2
        np.maximum(units[:, :half], 0, out=units[:, :half])
        np.minimum(units[:, half:], 0, out=units[:, half:])
        return float(((units * self.outputs).sum(1) + self.shift).mean())


@dataclass(frozen=True)
class Jury:
    """Trees and, where there are any, nets: what both say together."""

    forest: Forest
    nets: Nets | None = None

    def odds(self, row: Matrix) -> float:
        """Return the logarithm of the odds that a row of features gets."""
        trees = self.forest.odds(row)
        return trees if self.nets is None else (1 - NETS) * trees + NETS * self.nets.odds(row)


def _kind(alone: bool) -> str:
    return "alone" if alone else "titled"


@lru_cache(maxsize=1)
def _ranks() -> dict[str, Matrix]:
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return {kind: np.array(list(stored[kind]["rank"].values())) for kind in ("titled", "alone")}


@lru_cache(maxsize=1)
def _juries() -> dict[str, Jury]:
    from safetensors.numpy import load_file

    stored: dict[str, Any] = load_file(ARRAYS)
    return {kind: jury(stored, f"{kind}.") for kind in ("titled", "alone")}


def jury(stored: Mapping[str, Any], prefix: str = "") -> Jury:
    """Return the jury whose arrays are stored under these names."""
    of_trees = ("roots", "feature", "threshold", "left", "right", "value")
    trees: dict[str, Any] = {part: stored[prefix + part] for part in of_trees}
    forest = Forest(**trees, depth=int(stored[f"{prefix}depth"][0]))
    if f"{prefix}nets.mean" not in stored:
        return Jury(forest)
    of_nets = ("mean", "spread", "weights", "biases", "outputs", "shift")
    return Jury(forest, Nets(**{part: stored[f"{prefix}nets.{part}"].astype(np.float32) for part in of_nets}))


def rank(features: Matrix, alone: bool) -> Matrix:
    """Return the scores of sentences among one another (a row each); only differences mean something."""
    scores: Matrix = features @ _ranks()[_kind(alone)]
    return scores


def confidence(gate: Matrix, alone: bool, less: float = 0.0) -> float:
    """Return the probability (0..1) that the sentences shown hold the answer, from ``gate_features``.

    ``less`` is taken from the logarithm of the odds.
    """
    odds = _juries()[_kind(alone)].odds(gate) - less
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, odds))))


def gate_features(features: Matrix, scores: Matrix, tellings: Matrix, asking: Matrix) -> Matrix:
    """Return what the gate weighs, one row.

    The features of the two best sentences, the most that any has, how the best stand among the others (its
    share of the softmax, its score, the share of the first three, its lead), what the two best tell
    (``tellings``, two rows) and the question's ``asking``.
    """
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    best, second = two_best(scores)
    standing = [shares[best], scores[best], np.sort(shares)[-3:].sum(), scores[best] - scores[second]]
    return np.concatenate(
        [features[best], features[second], features.max(0), standing, tellings.ravel(), asking]
    )


def two_best(scores: Matrix) -> tuple[int, int]:
    """Return the rows of the two highest scores; the first twice where it is alone."""
    order = np.argsort(-scores, kind="stable")[:2]
    return int(order[0]), int(order[-1])
