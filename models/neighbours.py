"""Find, for each common word, the words that stand in its place in Indonesian text.

    python models/neighbours.py ../shared/data

writes ``rag/lexicon/neighbours.tsv``: ``word<TAB>neighbour likeness<TAB>...``, likest first, in hundredths.
A word has one vector from the two words on each side and one from those further off (positive pointwise
mutual information, singular value decomposition): what "gula" and "cabai" stand between is alike, what
they are written of is not. Likeness is the sum of the two cosines, each less what the two words share with
their ten nearest anyway (CSLS): "sirup" is near to "gula" as everything in a kitchen is, "usia" is near
to "umur" alone.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from sklearn.utils.extmath import randomized_svd

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rag.words import fold, stem

PARAGRAPHS = 500_000
WORDS = 20_000
DIMENSIONS = 128
CLOSE, WIDE = range(1, 3), range(3, 11)
CROWD = 10
# From what is left of the cosines (about -1..0.6) to a likeness (0..1).
LEAST, AT_LEAST, SLOPE = -0.3, 0.35, 0.7
KEPT = 12
BLOCK = 4_000_000
TARGET = Path(__file__).resolve().parent.parent / "rag" / "lexicon" / "neighbours.tsv"
_WORD = re.compile(r"[a-z]+|\d+")


def paragraphs(data: Path) -> Iterator[list[str]]:
    """Yield the words of each paragraph."""
    with lzma.open(data / "wiki_paragraphs.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, PARAGRAPHS):
            yield _WORD.findall(fold(json.loads(line)["text"]))


def read(data: Path) -> tuple[list[str], np.ndarray]:
    """Return the vocabulary and the text as its indices; -1 for other words and between paragraphs."""
    ids: dict[str, int] = {}
    pieces = []
    for found in paragraphs(data):
        pieces.append(np.fromiter((ids.setdefault(w, len(ids)) for w in found), np.int32, len(found)))
    counts = np.bincount(np.concatenate(pieces), minlength=len(ids))
    spelt = list(ids)
    usual = [i for i in np.argsort(-counts, kind="stable") if spelt[i].isalpha() and len(spelt[i]) > 1]
    usual = usual[:WORDS]
    order = np.full(len(ids), -1, np.int32)
    order[usual] = np.arange(len(usual))
    gap = np.full(max(WIDE), -1, np.int32)
    return [spelt[i] for i in usual], np.concatenate([x for p in pieces for x in (order[p], gap)])


def together(stream: np.ndarray, distances: range) -> csr_matrix:
    """Count which words stand at the given distances from one another."""
    total = csr_matrix((WORDS, WORDS))
    for start in range(0, len(stream), BLOCK):
        block = stream[start : start + BLOCK + max(distances)]
        for d in distances:
            a, b = block[:-d], block[d:]
            both = (a >= 0) & (b >= 0)
            keys, counts = np.unique(a[both].astype(np.int64) * WORDS + b[both], return_counts=True)
            total = total + coo_matrix((counts, (keys // WORDS, keys % WORDS)), (WORDS, WORDS)).tocsr()
    return (total + total.T).tocsr()


def vectors(counts: csr_matrix) -> np.ndarray:
    """Return unit vectors of positive pointwise mutual information, contexts smoothed by the power 0.75."""
    matrix = counts.tocoo()
    rows = np.asarray(counts.sum(1)).ravel() + 1.0
    columns = (np.asarray(counts.sum(0)).ravel() + 1.0) ** 0.75
    pmi = np.log(matrix.data * columns.sum() / (rows[matrix.row] * columns[matrix.col])) - np.log(2)
    keep = pmi > 0
    positive = csr_matrix((pmi[keep], (matrix.row[keep], matrix.col[keep])), counts.shape)
    left, sizes, _ = randomized_svd(positive, DIMENSIONS, n_iter=3, random_state=0)
    found = left * np.sqrt(sizes)
    return (found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-9)).astype(np.float32)


def crowd(table: np.ndarray) -> np.ndarray:
    """Return the mean cosine of each vector to its CROWD nearest."""
    means = []
    for start in range(0, len(table), 1000):
        cosines = table[start : start + 1000] @ table.T
        means.append(np.sort(np.partition(cosines, -CROWD - 1, 1)[:, -CROWD - 1 :], 1)[:, :CROWD].mean(1))
    return np.concatenate(means)


def main(data: Path) -> None:
    """Count, decompose and write the neighbours."""
    spelt, stream = read(data)
    tables = [vectors(together(stream, d)) for d in (CLOSE, WIDE)]
    crowds = [crowd(table) for table in tables]
    stems = [stem(w) for w in spelt]
    lines = []
    for i, word in enumerate(spelt):
        left = sum(2 * t @ t[i] - c - c[i] for t, c in zip(tables, crowds, strict=True))
        near = [j for j in np.argsort(-left)[: 3 * KEPT] if left[j] >= LEAST and stems[j] != stems[i]]
        values = [min(99, round(100 * (AT_LEAST + SLOPE * float(left[j] - LEAST)))) for j in near[:KEPT]]
        if near:
            lines.append("\t".join([word, *(f"{spelt[j]} {v}" for j, v in zip(near, values, strict=False))]))
    TARGET.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    print(f"{len(lines)} words -> {TARGET.name}, {TARGET.stat().st_size >> 10} KB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
