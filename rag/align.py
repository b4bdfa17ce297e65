"""Alignment of a quotation with a text: words against words, affine gaps (Gotoh, 1982).

The whole query is consumed; the source is free before and after. The verdict comes from the
edits, never from the score.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# In thousandths, so that sums are exact. One changed word is a substitution, not a gap on each side; a
# long cut costs little more than a short one.
MATCH, MISMATCH = 2000, -1500
INSERT_OPEN, INSERT_MORE = -2000, -1000
GAP_OPEN, GAP_MORE = -2000, -100
# A gap where the query has an ellipsis: nearly free, but the nearest is taken.
FREE_MORE = -1
_NEVER = -(10**12)
_DIAGONAL, _INSERT, _GAP = 0, 1, 2
_MOST_CELLS = 1_000_000  # of several sources together: five megabytes
_LONGEST_JOIN = 3
# Written joined, these would be part of another word: "tak utang" is no "takutang".
_APART = frozenset({"tak", "tidak", "bukan", "belum", "tanpa", "no", "not"})
# … and so written these deny what their parts do not: "now here" is not "nowhere".
_DENYING = frozenset({"nowhere", "nobody", "nothing", "none", "never", "takkan", "tiada"})


@dataclass(frozen=True, slots=True)
class Edit:
    """One run of an alignment, as what the query did to the source.

    ``op`` is ``equal``, ``replace``, ``insert`` (words that the source lacks) or ``delete`` (source
    words left out). ``query`` and ``source`` are half-open ranges of word indices.
    """

    op: str
    query: tuple[int, int]
    source: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The best alignment: score (thousandths), the source words ``[start, end)`` it spans, edits in order."""

    score: int
    start: int
    end: int
    edits: tuple[Edit, ...]

    @property
    def exact(self) -> bool:
        """Say whether every word of the query stands in the source, in order and contiguous."""
        return len(self.edits) == 1 and self.edits[0].op == "equal"


def align(query: Sequence[str], source: Sequence[str], ellipses: Collection[int] = ()) -> Alignment:
    """Align all of ``query`` with some stretch of ``source``; neither may be empty.

    ``ellipses`` are the indices of query words before which a gap of the source costs nothing.
    Among equal scores the earliest stretch wins.
    """
    return align_each(query, [source], ellipses)[0]


def align_each(
    query: Sequence[str], sources: Sequence[Sequence[str]], ellipses: Collection[int] = ()
) -> list[Alignment]:
    """Align all of ``query`` with some stretch of each of ``sources``, as ``align`` does.

    Short ones take little more time together than one alone; what is long is aligned one by one.
    """
    n, m = len(query), max(map(len, sources))
    if len(sources) > 1 and n * m * len(sources) > _MOST_CELLS:
        return [align(query, source, ellipses) for source in sources]
    places: dict[str, list[int]] = {}
    for k, source in enumerate(sources):
        for cell, word in enumerate(source, k * (m + 1) + 1):
            places.setdefault(word, []).append(cell)
    columns = np.arange(m + 1)
    rises = columns * GAP_MORE, columns * FREE_MORE
    falls = GAP_OPEN - rises[0], FREE_MORE - rises[1]
    # One row a source; a column a word of it, the first before any. Behind a shorter one nothing counts.
    diagonal, insert, gap = np.full((3, len(sources), m + 1), _NEVER)
    diagonal[:] = 0
    said = diagonal.copy()  # the better of _DIAGONAL and _INSERT
    cells = diagonal.reshape(-1)
    choices = _Choices(*np.empty((5, n + 1, len(sources), m + 1), dtype=np.bool_))
    for i, word in enumerate(query, 1):
        best = np.maximum(said, gap)
        ends = np.greater_equal(diagonal, best, out=choices.diagonal[i])
        np.greater_equal(insert, best, out=choices.insert[i])
        np.add(best[:, :-1], MISMATCH, out=diagonal[:, 1:])
        diagonal[:, 0] = _NEVER
        if word in places:
            cells[places[word]] += MATCH - MISMATCH
        insert += INSERT_MORE
        best += INSERT_OPEN
        np.greater_equal(insert, best + ends, out=choices.inserted[i])  # of equals the diagonal is taken
        np.maximum(insert, best, out=insert)
        np.greater(insert, diagonal, out=choices.behind_insert[i])
        np.maximum(diagonal, insert, out=said)
        free = i in ellipses
        entering = said + falls[free]
        reach = np.maximum.accumulate(entering, axis=1)
        np.greater_equal(entering, reach, out=choices.opened[i])
        np.add(reach[:, :-1], rises[free][:-1], out=gap[:, 1:])
    found = []
    for k, source in enumerate(sources):
        end = int(said[k, : len(source) + 1].argmax())
        state = _INSERT if insert[k, end] > diagonal[k, end] else _DIAGONAL
        of_source = _Choices(*(choice[:, k] for choice in choices))
        found.append(_traced(of_source, query, source, end, state, int(said[k, end])))
    return found


class _Choices(NamedTuple):
    """What the scores before each query word came from: yes or no for each cell, a byte each."""

    diagonal: NDArray[np.bool_]  # the best state is the diagonal
    insert: NDArray[np.bool_]  # … is an insertion, where it is not the diagonal
    inserted: NDArray[np.bool_]  # an insertion goes on with one
    behind_insert: NDArray[np.bool_]  # what opens a gap stands behind an insertion
    opened: NDArray[np.bool_]  # a gap in the next column opens here

    def best(self, i: int, j: int) -> int:
        """Return the best state before word ``i``, the diagonal, then an insertion, among equals."""
        return _DIAGONAL if self.diagonal[i, j] else _INSERT if self.insert[i, j] else _GAP

    def before(self, state: int, i: int, j: int) -> int:
        """Return the state that ``state`` came from."""
        if state == _DIAGONAL:
            return self.best(i, j - 1)
        if state == _INSERT:
            return _INSERT if self.inserted[i, j] else self.best(i, j)
        if not self.opened[i, j - 1]:
            return _GAP
        return _INSERT if self.behind_insert[i, j - 1] else _DIAGONAL


def _traced(
    choices: _Choices, query: Sequence[str], source: Sequence[str], end: int, state: int, score: int
) -> Alignment:
    """Follow the choices back from the end and gather them into runs."""
    i, j = len(query), end
    steps: list[tuple[str, int, int]] = []
    while i > 0:
        before = choices.before(state, i, j)
        if state == _DIAGONAL:
            i, j = i - 1, j - 1
            steps.append(("equal" if query[i] == source[j] else "replace", i, j))
        elif state == _INSERT:
            i -= 1
            steps.append(("insert", i, j))
        else:
            j -= 1
            steps.append(("delete", i, j))
        state = before
    return Alignment(score, j, end, _runs(steps[::-1]))


def _runs(steps: Sequence[tuple[str, int, int]]) -> tuple[Edit, ...]:
    """Gather single steps into runs."""
    edits: list[Edit] = []
    for op, i, j in steps:
        width, height = int(op != "delete"), int(op != "insert")
        if edits and edits[-1].op == op:
            last = edits[-1]
            edits[-1] = Edit(op, (last.query[0], i + width), (last.source[0], j + height))
        else:
            edits.append(Edit(op, (i, i + width), (j, j + height)))
    return tuple(edits)


def find(query: Sequence[str], source: Sequence[str]) -> list[int]:
    """Return where ``query`` stands whole in ``source``, as indices of its first word, in order."""
    first, n = query[0], len(query)
    wanted = list(query)
    found: list[int] = []
    at = -1
    while True:
        try:
            at = source.index(first, at + 1)
        except ValueError:
            return found
        if list(source[at : at + n]) == wanted:
            found.append(at)


def joined(query: Sequence[str], source: Sequence[str]) -> frozenset[str]:
    """Return the words that one side writes joined and the other apart ("dimana", "di mana")."""
    there = set(source)
    whole = {word for word in _concatenations(query, range(len(query))) if word in there}
    lost = {word for word in query if word not in there}
    openings = {word[:size] for word in lost for size in range(1, len(word))}
    places = [i for i, word in enumerate(source) if word in openings]
    return frozenset(whole | {word for word in _concatenations(source, places) if word in lost})


def _concatenations(words: Sequence[str], places: Iterable[int]) -> Iterator[str]:
    for i in places:
        for size in range(2, _LONGEST_JOIN + 1):
            if i + size > len(words) or not _APART.isdisjoint(words[i : i + size]):
                continue
            if (whole := "".join(words[i : i + size])) not in _DENYING:
                yield whole


def merge(words: Sequence[str], joins: Collection[str]) -> list[tuple[int, int]]:
    """Return ranges of ``words`` in order, those whose letters make one of ``joins`` as one range."""
    ranges = []
    i = 0
    while i < len(words):
        size = next(
            (
                s
                for s in range(_LONGEST_JOIN, 1, -1)
                if i + s <= len(words) and "".join(words[i : i + s]) in joins
            ),
            1,
        )
        ranges.append((i, i + size))
        i += size
    return ranges
