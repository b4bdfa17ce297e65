"""Alignment: exact where it can be, every word of the query consumed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag import align as room
from rag.align import Edit, align, align_each, find, joined, merge

SOURCE = "kata ibu kami tidak akan menutup pasar itu tahun ini kecuali pedagang meminta".split()


def edits(query: str, *ellipses: int) -> list[tuple[str, str, str]]:
    words = query.split()
    return [
        (e.op, " ".join(words[slice(*e.query)]), " ".join(SOURCE[slice(*e.source)]))
        for e in align(words, SOURCE, ellipses).edits
    ]


def test_contiguous_words_are_one_run() -> None:
    found = align("kami tidak akan menutup".split(), SOURCE)
    assert found.exact
    assert (found.start, found.end) == (2, 6)
    assert found.score == 4 * 2000


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kami akan menutup pasar", [("delete", "", "tidak")]),
        ("kami tidak akan sungguh menutup pasar", [("insert", "sungguh", "")]),
        ("kami belum akan menutup pasar", [("replace", "belum", "tidak")]),
        ("kami tidak akan menutup pasar pedagang meminta", [("delete", "", "itu tahun ini kecuali")]),
    ],
)
def test_what_differs_is_one_run(query: str, expected: list[tuple[str, str, str]]) -> None:
    assert [e for e in edits(query) if e[0] != "equal"] == expected


def test_a_gap_is_free_at_an_ellipsis_and_the_nearest_is_taken() -> None:
    assert edits("kami tidak akan pedagang meminta", 3) == [
        ("equal", "kami tidak akan", "kami tidak akan"),
        ("delete", "", "menutup pasar itu tahun ini kecuali"),
        ("equal", "pedagang meminta", "pedagang meminta"),
    ]
    twice = "kami akan menutup pasar baru lalu pasar lama".split()
    found = align(["kami", "akan", "pasar"], twice, [2])
    assert found.edits[-1].source == (3, 4)


WORDS = st.lists(st.sampled_from("a b c d e".split()), min_size=1, max_size=14)


@given(WORDS, WORDS, st.sets(st.integers(0, 13)))
def test_edits_cover_the_query_and_a_stretch_of_the_source(
    query: list[str], source: list[str], ellipses: set[int]
) -> None:
    found = align(query, source, ellipses)
    at, there = 0, found.start
    for edit in found.edits:
        assert (edit.query[0], edit.source[0]) == (at, there)
        at, there = edit.query[1], edit.source[1]
        lengths = edit.query[1] - edit.query[0], edit.source[1] - edit.source[0]
        assert max(lengths) > 0
        if edit.op == "equal":
            assert query[slice(*edit.query)] == source[slice(*edit.source)]
        elif edit.op == "replace":
            assert lengths[0] == lengths[1]
        else:
            assert lengths[edit.op == "insert"] == 0
    assert (at, there) == (len(query), found.end)


@given(WORDS, WORDS)
def test_the_score_is_that_of_the_edits_and_exact_means_found(query: list[str], source: list[str]) -> None:
    found = align(query, source)
    assert found.score == sum(map(cost, found.edits))
    assert found.exact == bool(find(query, source))
    if found.exact:
        assert found.start == find(query, source)[0]


@given(WORDS, st.lists(WORDS, min_size=1, max_size=4), st.sets(st.integers(0, 13)))
def test_each_source_is_aligned_as_it_is_alone(
    query: list[str], sources: list[list[str]], ellipses: set[int]
) -> None:
    alone = [align(query, source, ellipses) for source in sources]
    assert align_each(query, sources, ellipses) == alone
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "_MOST_CELLS", 0)
        assert align_each(query, sources, ellipses) == alone


def cost(edit: Edit) -> int:
    size = max(edit.query[1] - edit.query[0], edit.source[1] - edit.source[0])
    each = {"equal": 2000 * size, "replace": -1500 * size}
    first, more = {"insert": (-2000, -1000), "delete": (-2000, -100)}.get(edit.op, (0, 0))
    return each.get(edit.op, first + more * (size - 1))


@given(WORDS, WORDS)
def test_find_is_every_place(query: list[str], source: list[str]) -> None:
    places = [i for i in range(len(source)) if source[i : i + len(query)] == query]
    assert find(query, source) == places


def test_words_joined_on_one_side_are_joined_on_both() -> None:
    assert joined("dimana itu".split(), "di mana itu".split()) == {"dimana"}
    assert joined("di mana pun itu".split(), "dimanapun itu".split()) == {"dimanapun"}
    assert joined("di mana".split(), "di mana".split()) == frozenset()
    assert joined(["takutang"], "tak utang".split()) == frozenset()
    assert joined(["nowhere"], "now here".split()) == frozenset()
    assert joined(["antikorupsi"], "anti korupsi".split()) == {"antikorupsi"}
    assert merge("ada di mana itu".split(), {"dimana"}) == [(0, 1), (1, 3), (3, 4)]
