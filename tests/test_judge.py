"""The judge: stored arrays say what the fitted trees and nets said, and fit the code."""

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
    jury = judge.jury(train_judge.arrays(fitted, shift=0.5))
    mean = np.mean([one.decision_function(rows) for one in fitted], axis=0)
    assert jury.nets is None
    assert [jury.odds(row) for row in rows] == pytest.approx(mean + 0.5, abs=1e-5)


def test_a_net_lets_half_of_its_units_through_over_nought_and_half_under() -> None:
    nets = judge.Nets(
        mean=np.array([1.0, 0.0, 7.0], dtype=np.float32),
        spread=np.array([2.0, 1.0, np.inf], dtype=np.float32),  # the third never changed
        weights=np.array([[[1, 1], [0, 0], [9, 9]], [[0, 0], [1, 1], [9, 9]]], dtype=np.float32),
        biases=np.zeros((2, 2), dtype=np.float32),
        outputs=np.array([[1, 10], [1, 10]], dtype=np.float32),
        shift=np.array([0.5, 0.5], dtype=np.float32),
    )
    assert nets.odds(np.array([5.0, -1.0, 8.0])) == pytest.approx((2 - 10) / 2 + 0.5)
    assert nets.odds(np.array([999.0, 0.0, 8.0])) == pytest.approx(judge.FARTHEST / 2 + 0.5)


def test_trees_and_nets_speak_together_by_their_shares() -> None:
    class Says:
        def __init__(self, odds: float) -> None:
            self.says = odds

        def odds(self, row: np.ndarray) -> float:
            return self.says

    both = judge.Jury(Says(1.0), Says(-4.0))  # type: ignore[arg-type]
    assert both.odds(np.zeros(1)) == pytest.approx((1 - judge.NETS) - 4 * judge.NETS)


def test_a_fitted_net_is_stored_as_it_is_and_heeds_the_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(train_judge, "EPOCHS", 3)
    monkeypatch.setattr(train_judge, "signs", lambda inputs: np.array([1, -1, 0, 0]))
    chance = np.random.default_rng(0)
    rows = chance.standard_normal((600, 4))
    truth = rows[:, 0] - rows[:, 1] + np.abs(rows[:, 2]) > 1
    parts = [part[None] for part in train_judge.fit_net(rows, truth, seed=0)]
    nets = judge.Nets(np.zeros(4, np.float32), np.ones(4, np.float32), *parts)
    odds = np.array([nets.odds(row) for row in rows])
    assert train_judge.auroc(odds[truth], odds[~truth]) > 0.8
    more, less = np.array([0.5, 0, 0, 0]), np.array([0, 0.5, 0, 0])
    for row in rows[:50]:
        assert nets.odds(row + more) >= nets.odds(row) >= nets.odds(row + less)
    again = train_judge.fit_net(rows, truth, seed=0)
    assert all(np.array_equal(one[0], other) for one, other in zip(parts, again, strict=True))


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
