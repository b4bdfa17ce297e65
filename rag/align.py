"""Alignment of a quotation with a text: words against words, affine gaps (Gotoh, 1982).

The whole query is consumed; the source is free before and after. The verdict comes from the
edits, never from the score.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

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
_DIAGONAL, _INSERT, _GAP, _START = 0, 1, 2, 3
_ENTERING_INSERT = np.array([[INSERT_OPEN], [INSERT_MORE], [INSERT_OPEN]])
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
    n, m = len(query), len(source)
    numbers = {word: i for i, word in enumerate(dict.fromkeys((*query, *source)))}
    there = np.array([numbers[w] for w in source])
    columns = np.arange(m + 1)
    # One row a query word; a column a source word, the first before any. States: _DIAGONAL, _INSERT, _GAP.
    scores = np.full((3, m + 1), _NEVER)
    scores[_DIAGONAL] = 0
    back = np.empty((3, n + 1, m + 1), dtype=np.uint8)
    back[:, 0, :] = _START
    for i in range(1, n + 1):
        choice = scores.argmax(axis=0)
        best = scores[choice, columns]
        entering = scores + _ENTERING_INSERT
        chosen = entering.argmax(axis=0)
        inserting = entering[chosen, columns]
        scores[_DIAGONAL, 1:] = best[:-1] + np.where(there == numbers[query[i - 1]], MATCH, MISMATCH)
        scores[_DIAGONAL, 0] = _NEVER
        scores[_INSERT] = inserting
        back[_DIAGONAL, i, 1:] = choice[:-1]
        back[_INSERT, i] = chosen
        _skip(scores, back[_GAP, i], columns, free=i in ellipses)
    ends = scores[:_GAP].max(axis=0)
    end = int(ends.argmax())
    state = int(scores[:_GAP, end].argmax())
    return _traced(back, query, source, end, state, int(ends[end]))


def _skip(
    scores: NDArray[np.int64], back: NDArray[np.uint8], columns: NDArray[np.int64], *, free: bool
) -> None:
    """Fill in the scores of skipping source words after this query word, and what came before each."""
    opening, more = (FREE_MORE, FREE_MORE) if free else (GAP_OPEN, GAP_MORE)
    entering = scores[:_GAP].max(axis=0) + opening
    reach = np.maximum.accumulate(entering - more * columns) + more * columns
    scores[_GAP, 0], scores[_GAP, 1:] = _NEVER, reach[:-1]
    back[0] = _START
    before = np.where(scores[_INSERT, :-1] > scores[_DIAGONAL, :-1], _INSERT, _DIAGONAL)
    back[1:] = np.where(entering[:-1] >= reach[:-1], before, _GAP)


def _traced(
    back: NDArray[np.uint8], query: Sequence[str], source: Sequence[str], end: int, state: int, score: int
) -> Alignment:
    """Follow the choices back from the end and gather them into runs."""
    i, j = len(query), end
    steps: list[tuple[str, int, int]] = []
    while i > 0:
        before = int(back[state, i, j])
        if state == _DIAGONAL:
            i, j = i - 1, j - 1
            steps.append(("equal" if query[i] == source[j] else "replace", i, j))
        elif state == _INSERT:
            i -= 1
            steps.append(("insert", i, j))
        else:
            j -= 1
            steps.append(("delete", i, j))
        state = before if before != _START else _DIAGONAL
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
