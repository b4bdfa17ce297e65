"""The judge's trees: arrays that are walked as the trees they were, and what is stored fits the code."""

from __future__ import annotations

import json

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from models import train_judge
from rag import judge
from rag.features import Features
from rag.telling import Asking, Telling


def test_a_forest_goes_where_its_thresholds_lead() -> None:
    whole = judge.Forest(
        roots=np.array([0, 3], dtype=np.int32),
        feature=np.array([1, 0, 0, 0], dtype=np.int32),
        threshold=np.array([0.5, np.inf, np.inf, np.inf], dtype=np.float32),
        left=np.array([1, 1, 2, 3], dtype=np.int32),
        right=np.array([2, 1, 2, 3], dtype=np.int32),
        value=np.array([0.0, -2.0, 1.0, 0.25], dtype=np.float32),
        depth=1,
    )
    assert whole.odds(np.array([9.0, 0.5])) == -1.75
    assert whole.odds(np.array([9.0, 0.6])) == 1.25


def test_stored_trees_say_what_the_fitted_ones_say() -> None:
    chance = np.random.default_rng(0)
    rows = chance.random((400, 5))
    truth = rows[:, 1] + rows[:, 3] * rows[:, 0] > 0.8
    fitted = [
        HistGradientBoostingClassifier(max_iter=20, max_leaf_nodes=6, random_state=seed).fit(
            rows[seed:], truth[seed:]
        )
        for seed in (0, 50)
    ]
    forest = judge.forest(train_judge.arrays(fitted, shift=0.5))
    mean = np.mean([one.decision_function(rows) for one in fitted], axis=0)
    assert [forest.odds(row) for row in rows] == pytest.approx(mean + 0.5, abs=1e-5)


@pytest.mark.parametrize("alone", [True, False])
def test_the_stored_judge_fits_the_features(alone: bool) -> None:
    kind = "alone" if alone else "titled"
    stored = json.loads(judge.WEIGHTS.read_text(encoding="utf-8"))[kind]
    assert list(stored["rank"]) == list(Features._fields)
    features = np.zeros((3, len(Features._fields)))
    tellings, asking = np.zeros((2, len(Telling._fields))), np.zeros(len(Asking._fields))
    row = judge.gate_features(features, np.array([1.0, 3.0, 2.0]), tellings, asking)
    assert len(row) == stored["inputs"]
    assert 0 < judge.confidence(row, alone) < 1
    assert judge.two_best(np.array([1.0, 3.0, 2.0])) == (1, 2)
    assert judge.two_best(np.array([1.0])) == (0, 0)
