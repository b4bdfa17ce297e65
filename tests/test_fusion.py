"""Fusion, with the arithmetic written out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.fusion import WEIGHT, Fused, fuse

SCORES = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.floats(0, 30)), max_size=8, unique_by=lambda pair: pair[0]
)


def test_scores_are_bm25_by_the_best_plus_weighted_cosine() -> None:
    fused = fuse([("a", 8.0), ("b", 4.0)], [("b", 0.9), ("c", 0.6), ("a", 0.1)], weight=0.5)
    assert [(f.id, pytest.approx(f.score)) for f in fused] == [
        ("a", 8 / 8 + 0.5 * 0.1),  # 1.05
        ("b", 4 / 8 + 0.5 * 0.9),  # 0.95
        ("c", 0 / 8 + 0.5 * 0.6),  # 0.30
    ]
    assert fused[2] == Fused("c", pytest.approx(0.3), None, 0.6)


def test_a_candidate_unknown_to_the_vectors_gets_the_lowest_cosine() -> None:
    fused = fuse([("a", 2.0)], [("b", 0.8), ("c", 0.2)], weight=1.0)
    assert {f.id: f.score for f in fused} == {
        "a": pytest.approx(2 / 2 + 0.2),
        "b": pytest.approx(0.8),
        "c": pytest.approx(0.2),
    }
    assert next(f for f in fused if f.id == "a").dense is None


def test_ties_break_by_id() -> None:
    assert [f.id for f in fuse([("b", 1.0), ("a", 1.0)], [])] == ["a", "b"]
    assert [f.id for f in fuse([], [("z", 0.5), ("y", 0.5)])] == ["y", "z"]


def test_one_side_alone_keeps_its_order() -> None:
    assert [f.score for f in fuse([("a", 4.0), ("b", 1.0)], [])] == [1.0, 0.25]
    assert [f.score for f in fuse([], [("a", 0.5)])] == [WEIGHT * 0.5]
    assert fuse([], []) == []


@given(SCORES, SCORES)
def test_the_union_comes_out_once_each_and_in_order(
    sparse: list[tuple[str, float]], dense: list[tuple[str, float]]
) -> None:
    fused = fuse(sparse, dense)
    assert sorted(f.id for f in fused) == sorted({k for k, _ in sparse} | {k for k, _ in dense})
    assert all((-a.score, a.id) < (-b.score, b.id) for a, b in pairwise(fused))
    assert fuse(sparse[::-1], dense[::-1]) == fused
    assert fuse(sparse, dense, k=3) == fused[:3]
