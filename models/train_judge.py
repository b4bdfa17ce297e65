"""Fit the judge of evidence on the questions in ``models/judge-training``.

    python models/train_judge.py

writes ``models/judge.json``. The articles there are indexed together and every question is asked;
answerable ones a second time with the articles that answer them taken away, so that the judge meets
questions that the archive cannot answer. ``rank`` is fitted to put a sentence that holds a gold span
first (softmax over the question's sentences), ``gate`` to say whether one of the first three does.
Figures are printed for the development questions in ``tests/data``; nothing is fitted on those.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rag import judge
from rag.archive import open_archive
from rag.documents import Hit
from rag.evidence import Features, weigh
from rag.index import build_index
from rag.question import analyse
from rag.settings import Settings
from rag.statements import statement

DEPTH = 10
SHOWN = 3
NAMES = list(Features._fields)
# Ridge penalties: 2, 4 and 10 for rank, 3, 10 and 30 for gate were tried; news AUROC 0.79-0.81 throughout.
RANK_RIDGE, GATE_RIDGE = 4.0, 10.0
# A removed article leaves a question that is easier to tell than a written near-miss.
REMOVED_WEIGHT = 0.7


@dataclass(frozen=True)
class Sample:
    """The sentences found for one question: features ``[n, len(NAMES)]`` and which hold a gold span."""

    kind: str  # answerable, unanswerable, removed
    features: np.ndarray
    right: np.ndarray


def read_lines(file: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def samples(articles: list[Path], questions: list[dict[str, Any]], *, removed: bool) -> Iterator[Sample]:
    """Index the folders' articles together and yield what is found for every question."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for file in (f for a in articles for f in sorted(a.iterdir()) if f.is_file() and f.name[0] != "."):
            shutil.copy(file, corpus / file.name)
        settings = Settings(corpus=corpus, index=Path(folder) / "index")
        build_index(settings)
        with open_archive(settings) as archive:
            for question in questions:
                golds = {Path(a).name for a in question["articles"]}
                hits = archive.search(question["question"], 2 * DEPTH)
                kind = "answerable" if question["answerable"] else "unanswerable"
                yield _sample(archive, kind, question, golds, hits[:DEPTH])
                if removed and question["answerable"]:
                    others = [h for h in hits if not golds & {h.passage.article, *h.copies}]
                    yield _sample(archive, "removed", question, golds, others[:DEPTH])


def _sample(archive: Any, kind: str, question: dict[str, Any], golds: set[str], hits: list[Hit]) -> Sample:
    asked = analyse(question["question"])
    found = weigh(asked, hits, lambda texts: archive.similarities(asked, texts))
    right = []
    for e in found:
        hit = hits[e.sentence.hit]
        start, end = statement(hit.passage.text, e.sentence.start, e.sentence.end)
        shown = hit.passage.text[start:end].casefold()
        holds = any(g.casefold() in shown for g in question["answers"])
        right.append(kind == "answerable" and bool(golds & {hit.passage.article, *hit.copies}) and holds)
    features = np.array([e.features for e in found]).reshape(len(found), len(NAMES))
    return Sample(kind, features, np.array(right, dtype=bool))


def fit_rank(found: list[Sample], steps: int = 300) -> np.ndarray:
    """Return weights that maximise the softmax share of the right sentences (AdaGrad)."""
    groups = [s for s in found if s.right.any()]
    everything = np.concatenate([s.features for s in groups])
    mean, spread = everything.mean(0), everything.std(0) + 1e-9
    scaled = [((s.features - mean) / spread, s.right) for s in groups]
    weights, history = np.zeros(len(NAMES)), np.full(len(NAMES), 1e-3)
    for _ in range(steps):
        gradient = -RANK_RIDGE * weights
        for features, right in scaled:
            p = softmax(features @ weights)
            target = p * right / (p @ right + 1e-12)
            gradient += features.T @ (target - p)
        history += gradient**2
        weights += 0.3 * gradient / np.sqrt(history)
    return weights / spread


def softmax(z: np.ndarray) -> np.ndarray:
    """Return the softmax of ``z``."""
    p = np.exp(z - z.max())
    return p / p.sum()


def gate_features(sample: Sample, rank: np.ndarray) -> np.ndarray:
    """Return the first sentence's features and its share of the softmax."""
    p = softmax(sample.features @ rank)
    return np.append(sample.features[p.argmax()], p.max())


def holds_answer(sample: Sample, rank: np.ndarray, shown: int = SHOWN) -> bool:
    """Say whether one of the first sentences holds a gold span."""
    return bool(sample.right[np.argsort(-(sample.features @ rank), kind="stable")[:shown]].any())


def fit_gate(found: list[Sample], rank: np.ndarray) -> tuple[np.ndarray, float]:
    """Return weights and bias of a ridge logistic regression (Newton's method)."""
    features = np.array([gate_features(s, rank) for s in found])
    truth = np.array([holds_answer(s, rank) for s in found], dtype=float)
    counts = np.array([REMOVED_WEIGHT if s.kind == "removed" else 1.0 for s in found])
    mean, spread = features.mean(0), features.std(0) + 1e-9
    z = np.c_[(features - mean) / spread, np.ones(len(features))]
    b = np.zeros(z.shape[1])
    penalty = GATE_RIDGE * np.r_[np.ones(len(b) - 1), 0.0]
    for _ in range(40):
        p = 1 / (1 + np.exp(-z @ b))
        hessian = (z * (counts * p * (1 - p))[:, None]).T @ z + np.diag(penalty + 1e-9)
        b += np.linalg.solve(hessian, z.T @ (counts * (truth - p)) - penalty * b)
    weights = b[:-1] / spread
    return weights, float(b[-1] - weights @ mean)


def auroc(positive: np.ndarray, negative: np.ndarray) -> float:
    """Return the share of pairs in which the positive scores higher (ties count half)."""
    ordered = np.sort(negative)
    below = np.searchsorted(ordered, positive, "left") + np.searchsorted(ordered, positive, "right")
    return float(below.mean() / 2 / len(negative))


def measure(found: list[Sample], rank: np.ndarray, gate: np.ndarray, bias: float) -> dict[str, float]:
    """Return how often a right sentence is first, or among three, and how well the gate tells apart."""
    answerable = [s for s in found if s.kind == "answerable"]
    scores = {
        kind: np.array([gate_features(s, rank) @ gate + bias for s in found if s.kind == kind])
        for kind in ("answerable", "unanswerable", "removed")
    }
    figures = {
        "right first": float(np.mean([holds_answer(s, rank, 1) for s in answerable])),
        "right in three": float(np.mean([holds_answer(s, rank) for s in answerable])),
    }
    for kind in ("unanswerable", "removed"):
        if len(scores[kind]):
            figures[f"auroc {kind}"] = auroc(scores["answerable"], scores[kind])
    return {name: round(value, 3) for name, value in figures.items()}


def main() -> None:
    """Fit, print the figures, write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.parse_args()
    if not judge.WEIGHTS.exists() or list(json.loads(judge.WEIGHTS.read_text())["rank"]) != NAMES:
        blank = {
            "bias": 0.0,
            "rank": dict.fromkeys(NAMES, 0.0),
            "gate": dict.fromkeys([*NAMES, "share"], 0.0),
        }
        judge.WEIGHTS.write_text(json.dumps(blank), encoding="utf-8")
    training = sorted((ROOT / "models" / "judge-training").iterdir())
    questions = [q for t in training for q in read_lines(t / "questions.jsonl")]
    found = list(samples([t / "articles" for t in training], questions, removed=True))
    found = [s for s in found if len(s.features)]
    rank = fit_rank(found)
    gate, bias = fit_gate(found, rank)
    tests = ROOT / "tests" / "data"
    news = list(samples([tests / "news"], read_lines(tests / "questions_news.jsonl"), removed=True))
    figures = {
        "training": measure(found, rank, gate, bias),
        "development (tests/data/questions_news.jsonl)": measure(news, rank, gate, bias),
    }
    for name, row in figures.items():
        print(name, row)
    stored = {
        "made by": "models/train_judge.py",
        "fitted on": f"models/judge-training ({len(questions)} questions, written for this project)",
        "figures": figures,
        "bias": round(bias, 5),
        "rank": {n: round(float(w), 5) for n, w in zip(NAMES, rank, strict=True)},
        "gate": {n: round(float(w), 5) for n, w in zip([*NAMES, "share"], gate, strict=True)},
    }
    judge.WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
