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
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rag import judge
from rag.archive import ANSWER_DEPTH, open_archive
from rag.documents import Hit
from rag.evidence import weigh
from rag.features import Features
from rag.index import build_index
from rag.question import analyse
from rag.settings import BUNDLED_MODEL, Settings
from rag.statements import statement

SHOWN, SHOWN_WORDS = 3, 60
NAMES = list(Features._fields)
GATE_NAMES = [*NAMES, *judge.GATE_EXTRA]
# What can only speak for a sentence never gets a negative weight, what can only speak against it no positive
# one. On questions_news.jsonl AUROC rose from 0.82 to 0.85 by it: without, correlated features are played
# off against one another. Trees (gradient boosting, with the same constraint) were no better: 0.85 and 0.78.
FOR = frozenset(
    """here near local beyond together passage like_here like_near like_local like_passage names pairs tight
    beside cosine dense closest typed person number date place told told_next defines lists share
    score""".split()
)
AGAINST = frozenset(
    """nameless missing uncovered absent like_missing like_absent absent_action absent_thing absent_name
    absent_number absent_focus absent_qualifier lacking lacking_name unnamed denied few opposed untyped
    untold asking""".split()
)
# Ridge penalties: 4, 10 and 30 for rank, 3, 10 and 40 for gate were tried; news AUROC within 0.01 throughout.
RANK_RIDGE, GATE_RIDGE = 10.0, 10.0
# A removed article leaves a question that is easier to tell than a written near-miss.
REMOVED_WEIGHT = 0.7
FOLDS = 4
# What passages that stand alone take over from the weights for titled articles. Expected calibration error
# on IDK-MRC dev with its unanswerable questions, and on FacQA dev with removed passages, at a share in the
# gate of 0: 0.035, 0.137; 0.1: 0.042, 0.126; 0.2: 0.052, 0.118; 0.25: 0.062, 0.112. AUROC is the same within
# 0.004.
SHARED_RANK, SHARED_GATE = 0.5, 0.2


@dataclass(frozen=True)
class Sample:
    """The sentences found for one question: features ``[n, len(NAMES)]`` and which hold a gold span."""

    question: str
    kind: str  # answerable, unanswerable, removed
    features: np.ndarray
    right: np.ndarray
    words: np.ndarray
    weight: float = 1.0


def read_lines(file: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def news(folders: Sequence[Path], questions: Sequence[Path]) -> list[Sample]:
    """Index the folders' articles together and return what is found for every question."""
    asked = [q for file in questions for q in read_lines(file)]
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for file in (f for a in folders for f in sorted(a.iterdir()) if f.is_file() and f.name[0] != "."):
            shutil.copy(file, corpus / file.name)
        settings = Settings(corpus=corpus, index=Path(folder) / "index")
        return list(samples(settings, asked))


def encyclopaedia(data: Path, split: str, model: str) -> list[Sample]:
    """Index IDK-MRC's passages, a file each, and return what is found for the questions of a split."""
    asked = [
        {
            "question": q["text"],
            "answerable": q["answerable"],
            "answers": q["answers"],
            "articles": [f"{q['context_id']}.txt"],
        }
        for q in read_lines(data / "idk_mrc" / f"queries.{split}.jsonl")
    ]
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for passage in read_lines(data / "idk_mrc" / "corpus.jsonl"):
            (corpus / f"{passage['_id']}.txt").write_text(passage["text"], encoding="utf-8")
        return list(samples(Settings(corpus=corpus, index=Path(folder) / "index", model=model), asked))


def samples(settings: Settings, questions: Sequence[dict[str, Any]]) -> Iterator[Sample]:
    """Build the index and yield the sentences found for every question, and for it without its articles."""
    build_index(settings)
    with open_archive(settings) as archive:
        for question in questions:
            golds = {Path(a).name for a in question["articles"]}
            hits = archive.search(question["question"], 2 * ANSWER_DEPTH)
            kind = "answerable" if question["answerable"] else "unanswerable"
            found = [(kind, 1.0, hits)]
            if question["answerable"]:
                others = [h for h in hits if not golds & {h.passage.article, *h.copies}]
                found.append(("removed", REMOVED_WEIGHT, others))
            for kind, counts, some in found:
                sample = _sample(archive, kind, question, golds, some[:ANSWER_DEPTH], counts)
                if len(sample.features):
                    yield sample


def _sample(
    archive: Any, kind: str, question: dict[str, Any], golds: set[str], hits: list[Hit], weight: float
) -> Sample:
    asked = analyse(question["question"])
    found = weigh(asked, hits, lambda texts: archive.similarities(asked, texts)).evidence
    right = []
    for e in found:
        hit = hits[e.sentence.hit]
        start, end = statement(hit.passage.text, e.sentence.start, e.sentence.end)
        shown = hit.passage.text[start:end].casefold()
        holds = any(g.casefold() in shown for g in question["answers"])
        right.append(kind == "answerable" and bool(golds & {hit.passage.article, *hit.copies}) and holds)
    features = np.array([e.features for e in found], dtype=np.float64).reshape(len(found), len(NAMES))
    words = np.array([len(e.sentence.text.split()) for e in found])
    return Sample(question["question"], kind, features, np.array(right, dtype=bool), words, weight)


def ascend(gradient: Callable[[np.ndarray], np.ndarray], names: Sequence[str], steps: int) -> np.ndarray:
    """Follow a gradient from zero (AdaGrad), keeping the signs that the named weights may have."""
    least = np.array([0.0 if n in FOR else -np.inf for n in names])
    most = np.array([0.0 if n in AGAINST else np.inf for n in names])
    weights, history = np.zeros(len(names)), np.full(len(names), 1e-3)
    for _ in range(steps):
        step = gradient(weights)
        history += step**2
        weights = np.clip(weights + 0.3 * step / np.sqrt(history), least, most)
    return weights


def fit_rank(found: Sequence[Sample], steps: int = 250) -> np.ndarray:
    """Return weights that maximise the softmax share of the right sentences."""
    groups = [s for s in found if s.right.any() and not s.right.all()]
    table = np.concatenate([s.features for s in groups])
    starts = np.cumsum([0, *(len(s.features) for s in groups)])[:-1]
    group = np.repeat(np.arange(len(groups)), [len(s.features) for s in groups])
    right = np.concatenate([s.right for s in groups]).astype(float)
    counts = np.array([s.weight for s in groups])[group]
    mean, spread = table.mean(0), table.std(0) + 1e-9
    scaled = (table - mean) / spread

    def gradient(weights: np.ndarray) -> np.ndarray:
        z = scaled @ weights
        p = np.exp(z - np.maximum.reduceat(z, starts)[group])
        p /= np.add.reduceat(p, starts)[group]
        target = p * right
        target /= (np.add.reduceat(target, starts) + 1e-12)[group]
        out: np.ndarray = scaled.T @ (counts * (target - p)) - RANK_RIDGE * weights
        return out

    return ascend(gradient, NAMES, steps) / spread


def holds_answer(sample: Sample, scores: np.ndarray, shown: int = SHOWN) -> bool:
    """Say whether one of the sentences that would be shown holds a gold span."""
    words, held = 0, False
    for place, i in enumerate(np.argsort(-scores, kind="stable")[:shown]):
        if place == 0 or words + sample.words[i] <= SHOWN_WORDS:
            words += sample.words[i]
            held = held or bool(sample.right[i])
    return held


def fit_gate(found: Sequence[Sample], steps: int = 1500) -> tuple[np.ndarray, float]:
    """Return weights and bias of a ridge logistic regression."""
    questions = sorted({s.question for s in found})
    fold = dict(zip(questions, np.random.default_rng(0).integers(0, FOLDS, len(questions)), strict=True))
    scored = []
    for k in range(FOLDS):
        rank = fit_rank([s for s in found if fold[s.question] != k])
        scored += [(s, s.features @ rank) for s in found if fold[s.question] == k]
    features = np.array([judge.gate_features(s.features, z) for s, z in scored])
    truth = np.array([holds_answer(s, z) for s, z in scored], dtype=float)
    counts = np.array([s.weight for s, _ in scored])
    mean, spread = features.mean(0), features.std(0) + 1e-9
    scaled = np.c_[(features - mean) / spread, np.ones(len(features))]
    penalty = GATE_RIDGE * np.r_[np.ones(len(GATE_NAMES)), 0.0]

    def gradient(b: np.ndarray) -> np.ndarray:
        p = 1 / (1 + np.exp(-np.clip(scaled @ b, -30, 30)))
        out: np.ndarray = scaled.T @ (counts * (truth - p)) - penalty * b
        return out

    b = ascend(gradient, [*GATE_NAMES, "bias"], steps)
    weights = b[:-1] / spread
    return weights, float(b[-1] - weights @ mean)


def auroc(positive: np.ndarray, negative: np.ndarray) -> float:
    """Return the share of pairs in which the positive scores higher (ties count half)."""
    ordered = np.sort(negative)
    below = np.searchsorted(ordered, positive, "left") + np.searchsorted(ordered, positive, "right")
    return float(below.mean() / 2 / len(negative))


def measure(found: Sequence[Sample], rank: np.ndarray, gate: np.ndarray) -> dict[str, float]:
    """Return how often a right sentence is first, or shown, and how well the gate tells apart."""
    scored = [(s, s.features @ rank) for s in found]
    figures = {
        name: float(np.mean([holds_answer(s, z, shown) for s, z in scored if s.kind == "answerable"]))
        for name, shown in (("right first", 1), ("right shown", SHOWN))
    }
    trust = {
        kind: np.array([judge.gate_features(s.features, z) @ gate for s, z in scored if s.kind == kind])
        for kind in ("answerable", "unanswerable", "removed")
    }
    for kind in ("unanswerable", "removed"):
        if len(trust[kind]):
            figures[f"auroc {kind}"] = auroc(trust["answerable"], trust[kind])
    return {name: round(value, 3) for name, value in figures.items()}


def fit(name: str, found: Sequence[Sample], development: dict[str, Sequence[Sample]]) -> dict[str, Any]:
    """Fit both functions; return them with their figures, as stored."""
    rank = fit_rank(found)
    gate, bias = fit_gate(found)
    figures = {"training": measure(found, rank, gate)}
    figures |= {file: measure(some, rank, gate) for file, some in development.items()}
    for file, row in figures.items():
        print(name, file, row)
    return {
        "questions": len({s.question for s in found}),
        "figures": figures,
        "bias": round(bias, 5),
        "rank": {n: round(float(w), 5) for n, w in zip(NAMES, rank, strict=True)},
        "gate": {n: round(float(w), 5) for n, w in zip(GATE_NAMES, gate, strict=True)},
    }


def mixed(own: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return the weights of one fit with a share of another's."""
    shares = {"rank": SHARED_RANK, "gate": SHARED_GATE}
    out = {
        part: {n: round((1 - share) * w + share * other[part][n], 5) for n, w in own[part].items()}
        for part, share in shares.items()
    }
    bias = (1 - SHARED_GATE) * own["bias"] + SHARED_GATE * other["bias"]
    return {**own, "bias": round(bias, 5), **out}


def blank() -> dict[str, Any]:
    """Return weights of zero, with which sentences can be described before anything is fitted."""
    return {"bias": 0.0, "rank": dict.fromkeys(NAMES, 0.0), "gate": dict.fromkeys(GATE_NAMES, 0.0)}


def main() -> None:
    """Fit, print the figures, write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?", help="a folder that holds idk_mrc/")
    parser.add_argument("--model", help="an embedding model that was not trained on IDK-MRC")
    options = parser.parse_args()
    if options.data and not options.model:
        parser.error("DATA needs --model: the bundled one was trained on these questions")
    stored = json.loads(judge.WEIGHTS.read_text(encoding="utf-8")) if judge.WEIGHTS.exists() else {}
    for kind in ("titled", "alone"):
        if list(stored.get(kind, {}).get("gate", ())) != GATE_NAMES:
            stored[kind] = blank()
    judge.WEIGHTS.write_text(json.dumps(stored), encoding="utf-8")
    training = sorted((ROOT / "models" / "judge-training").iterdir())
    found = news([t / "articles" for t in training], [t / "questions.jsonl" for t in training])
    tests = ROOT / "tests" / "data"
    development = {
        "tests/data/questions_news.jsonl": news([tests / "news"], [tests / "questions_news.jsonl"])
    }
    stored["titled"] = fit("titled", found, development)
    if options.data:
        development = {"IDK-MRC dev": encyclopaedia(options.data, "dev", BUNDLED_MODEL)}
        training_samples = [*found, *encyclopaedia(options.data, "train", options.model)]
        stored["alone"] = mixed(fit("alone", training_samples, development), stored["titled"])
    judge.WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
