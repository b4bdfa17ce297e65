"""Covering a quotation with exact pieces from several places: what an alignment cannot show."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rag.excerpt import Excerpt
from rag.quotation import Quotation
from rag.transcript import Transcript
from rag.wording import norms

# A shorter run of words may stand anywhere by chance; a whole sentence of the source may be shorter.
SHORTEST_PIECE = 4
_SHORTEST_SENTENCE = 2
MOST_PIECES = 8
_BRACKETS = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")


class Piece(NamedTuple):
    """Words ``[first, last)`` of the quotation, which are words ``[at, end)`` of a transcript.

    What an editor inserted in brackets may stand between them.
    """

    first: int
    last: int
    transcript: int
    at: int
    end: int


def may_cover(quotation: Quotation, excerpts: Sequence[Excerpt]) -> bool:
    """Say whether pieces of the excerpts can cover the whole quotation.

    No piece is a word alone: each stands beside one of its neighbours somewhere, brackets left out or not.
    """
    words = quotation.norms
    if not set(words) <= set[str]().union(*(excerpt.may_hold for excerpt in excerpts)):
        return False
    if not set(words) <= set[str]().union(*(excerpt.held for excerpt in excerpts)):
        return False
    pairs = set[tuple[str, str]]().union(*(pairwise(excerpt.norms) for excerpt in excerpts))
    if all(_beside(words, pairs)):
        return True
    texts = (excerpt.passage.text for excerpt in excerpts)
    bracketed = [text for text in texts if "(" in text or "[" in text]
    pairs |= {pair for text in bracketed for pair in pairwise(norms(_BRACKETS.sub(" ", text)))}
    return all(_beside(words, pairs))


def _beside(words: Sequence[str], pairs: Collection[tuple[str, str]]) -> Iterator[bool]:
    """Yield for each word whether it and the one before or behind it are a pair."""
    before = False
    for pair in pairwise(words):
        behind = pair in pairs
        yield before or behind
        before = behind
    yield before


def pieces(quotation: Quotation, transcripts: Sequence[Transcript]) -> list[Piece]:
    """Return the fewest exact pieces that cover the whole quotation, an empty list where none do."""
    words = quotation.norms
    spoken = [t.spoken for t in transcripts]
    runs = [_runs(words, [t.norms[j] for j in s]) for t, s in zip(transcripts, spoken, strict=True)]
    best: list[tuple[int, list[Piece]] | None] = [None] * (len(words) + 1)
    best[len(words)] = (0, [])
    for i in range(len(words) - 1, -1, -1):
        for number, transcript in enumerate(transcripts):
            for at, longest in runs[number].get(i, ()):
                for size in range(longest, 0, -1):
                    rest = best[i + size]
                    if rest is None:
                        continue
                    start, last = spoken[number][at], spoken[number][at + size - 1]
                    if not _stands_alone(transcript, start, last, i, i + size, quotation):
                        continue
                    if best[i] is None or rest[0] + 1 < best[i][0]:  # type: ignore[index]
                        piece = Piece(i, i + size, number, start, last + 1)
                        best[i] = (rest[0] + 1, [piece, *rest[1]])
    found = best[0]
    return found[1] if found is not None and found[0] <= MOST_PIECES else []


def _stands_alone(
    transcript: Transcript, start: int, last: int, i: int, j: int, quotation: Quotation
) -> bool:
    """Say whether words ``[i, j)`` of the quotation, from ``start`` to ``last`` there, can be a piece."""
    if j - i >= SHORTEST_PIECE:
        return True
    whole = transcript.begins(start) and transcript.ends(last)
    edges = quotation.ellipses | set(quotation.sentences) | {len(quotation.tokens)}
    return whole and j - i >= _SHORTEST_SENTENCE and i in edges and j in edges


def _runs(words: Sequence[str], there: Sequence[str]) -> dict[int, list[tuple[int, int]]]:
    """Return for each word of the query where it stands in the source and how far both agree from there."""
    where: dict[str, list[int]] = {}
    for j, word in enumerate(there):
        where.setdefault(word, []).append(j)
    found: dict[int, list[tuple[int, int]]] = {}
    longer: dict[int, int] = {}
    for i in range(len(words) - 1, -1, -1):
        now = {j: longer.get(j + 1, 0) + 1 for j in where.get(words[i], ())}
        found[i] = sorted(now.items(), key=lambda run: (-run[1], run[0]))
        longer = now
    return found


def is_splice(found: Sequence[Piece], transcripts: Sequence[Transcript]) -> bool:
    """Say whether pieces are of several utterances, or whole sentences of one in another order.

    Pieces of one utterance that overlap, or go back within a sentence, are words added or moved.
    """
    return len(found) > 1 and all(
        _apart(a, b, transcripts[a.transcript]) for a, b in pairwise(found) if a.transcript == b.transcript
    )


def _apart(one: Piece, other: Piece, transcript: Transcript) -> bool:
    if transcript.utterance[one.at] != transcript.utterance[other.at]:
        return True
    if other.at > one.end:
        return True
    moved = transcript.sentence_of[one.at] == transcript.sentence_of[other.at]
    return not moved and transcript.ends(one.end - 1) and transcript.begins(other.at)
