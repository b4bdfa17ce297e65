"""Fit the judge of evidence on the questions in ``models/judge-training``.

    python models/train_judge.py

writes ``models/judge.json`` and ``models/judge.safetensors``. Each folder there is
indexed for itself and every question is asked; answerable ones a second time with the articles that answer
them taken away, so that the judge meets questions that the archive cannot answer.
``rank`` is fitted to put a sentence that holds a gold span first (softmax over the question's sentences),
trees and nets to say whether one of the first three does.
Figures are printed for the development questions in ``tests/data``; nothing is fitted on those.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import safetensors.numpy

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rag import judge
from rag.archive import ANSWER_DEPTH, open_archive
from rag.described import described
from rag.documents import Hit
from rag.evaluation.sets import read_lines
from rag.features import Features
from rag.index import build_index
from rag.question import analyse
from rag.settings import BUNDLED_MODEL, Settings
from rag.statements import statement
from rag.telling import asking

SHOWN, SHOWN_WORDS = 3, 60
NAMES = list(Features._fields)
# What can only speak for a sentence never gets a negative weight, what can only speak against it no positive
# one. On questions_news.jsonl AUROC rose from 0.82 to 0.85 by it: without, correlated features are played
# off against one another.
FOR = frozenset(
    """here near local beyond together passage like_here like_near like_local like_passage names pairs tight
    beside cosine dense closest typed person number date place told told_next defines lists""".split()
)
AGAINST = frozenset(
    """nameless missing uncovered absent like_missing like_absent absent_action absent_thing absent_name
    absent_number absent_focus absent_qualifier lacking lacking_name unnamed denied few opposed untyped
    untold asking""".split()
)
# Ridge penalties of 4, 10 and 30 were tried; news AUROC within 0.01 throughout.
RANK_RIDGE = 10.0
# AUROC of development questions answered rightly against those that cannot be answered: a linear gate 0.850,
# trees of 8 leaves 0.860, of 16 0.873, of 24 0.876, of 32 (slower, of fewer features at a time) 0.878.
TREES: dict[str, Any] = {
    "max_iter": 200, "learning_rate": 0.04, "max_leaf_nodes": 32, "max_features": 0.08,
    "min_samples_leaf": 15, "l2_regularization": 5.0,
}  # fmt: skip
# So many are fitted and their mean taken: from seed to seed a question in fifty changes sides.
SEEDS = 3
# Nets beside them; ``judge.NETS`` says what they are worth. On passages that stand alone they raise the AUROC
# of IDK-MRC dev from 0.775 to 0.784, and lower FacQA dev's from 0.860 to 0.853: those have trees alone.
NETS = ("titled",)
NETS_FITTED, UNITS, EPOCHS, BATCH, RATE, RIDGE = 8, 64, 20, 128, 2e-3, 0.1
# A removed article leaves a question that is easier to tell than a written near-miss; passages that stand
# alone have few others. Of titled articles a weight of 0.7 gives the same AUROC.
REMOVED_WEIGHT = {"titled": 0.2, "alone": 1.0}
# More of the questions there have no answer than a reader's: so much is added to the logarithm of the odds.
# Expected calibration error on FacQA dev with removed passages, on IDK-MRC dev with its unanswerable
# questions, at 0: 0.172, 0.038; at 0.4: 0.120, 0.038; at 0.6: 0.093, 0.067.
SHIFT = {"titled": 0.0, "alone": 0.5}
# The folders that passages that stand alone are fitted on too: with all of them the AUROC of FacQA dev with
# removed passages is 0.84, not 0.86.
ALONE = ("a", "b", "c")
# Questions that nothing is fitted on, in tests/data, by their articles' folder there.
DEVELOPMENT = {
    "news": "questions_news.jsonl",
    "news_unseen": "questions_news_unseen.jsonl",
    **{
        name: f"questions_{name}.jsonl"
        for name in """eighth tenth twelfth thirtysixth thirtyseventh thirtyeighth thirtyninth fortieth
        fortyfirst fortysecond fortyfourth fortysixth fortyninth fiftieth fiftyfirst fiftythird
        fiftyeighth fiftyninth sixtieth sixtythird sixtyfourth""".split()
    },
    **{
        f"quotes/{name}": f"questions_{name}.jsonl"
        for name in """seventh thirteenth fifteenth seventeenth eighteenth twentyfirst twentysecond
        twentyfourth twentyfifth twentysixth twentyseventh twentyeighth twentyninth thirtieth thirtyfirst
        thirtysecond thirtythird thirtyfourth thirtyfifth""".split()
    },
}
# What passages that stand alone take over from the weights for titled articles of those folders.
SHARED_RANK = 0.5


@dataclass(frozen=True)
class Sample:
    """The sentences found for one question: features ``[n, len(NAMES)]`` and which hold a gold span."""

    question: str
    kind: str  # answerable, unanswerable, removed
    features: np.ndarray
    right: np.ndarray
    words: np.ndarray
    tellings: np.ndarray
    asking: np.ndarray

    def gate(self, scores: np.ndarray) -> np.ndarray:
        """Return what the gate weighs, from the scores of the sentences."""
        tellings = self.tellings[list(judge.two_best(scores))]
        return judge.gate_features(self.features, scores, tellings, self.asking)


def news(articles: Path, questions: Path) -> list[Sample]:
    """Index a folder's articles and return what is found for every question."""
    with tempfile.TemporaryDirectory() as folder:
        return list(samples(Settings(corpus=articles, index=Path(folder)), read_lines(questions)))


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
            found = [(kind, hits)]
            if question["answerable"]:
                others = [h for h in hits if not golds & {h.passage.article, *h.copies}]
                found.append(("removed", others))
            for kind, some in found:
                sample = _sample(archive, kind, question, golds, some[:ANSWER_DEPTH])
                if len(sample.features):
                    yield sample


def _sample(archive: Any, kind: str, question: dict[str, Any], golds: set[str], hits: list[Hit]) -> Sample:
    asked = analyse(question["question"])
    found = described(asked, hits, lambda texts: archive.similarities(asked, texts), archive.quotes_in)
    right = []
    for sentence in found.sentences:
        hit = hits[sentence.hit]
        start, end = statement(hit.passage.text, sentence.start, sentence.end)
        shown = hit.passage.text[start:end].casefold()
        holds = any(g.casefold() in shown for g in question["answers"])
        right.append(kind == "answerable" and bool(golds & {hit.passage.article, *hit.copies}) and holds)
    return Sample(
        question["question"],
        kind,
        np.array(found.features, dtype=np.float64),
        np.array(right, dtype=bool),
        np.array([len(s.text.split()) for s in found.sentences]),
        np.array([found.telling(i) for i in range(len(found.sentences))]),
        np.array(asking(asked)),
    )


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
    mean, spread = table.mean(0), table.std(0) + 1e-9
    scaled = (table - mean) / spread

    def gradient(weights: np.ndarray) -> np.ndarray:
        z = scaled @ weights
        p = np.exp(z - np.maximum.reduceat(z, starts)[group])
        p /= np.add.reduceat(p, starts)[group]
        target = p * right
        target /= (np.add.reduceat(target, starts) + 1e-12)[group]
        out: np.ndarray = scaled.T @ (target - p) - RANK_RIDGE * weights
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


def to_fit(name: str, found: Sequence[Sample], rank: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return what the gate weighs of each sample, what it is to say of it, and how much it counts (0..1)."""
    scored = [(s, s.features @ rank) for s in found]
    rows = np.array([s.gate(z) for s, z in scored])
    truth = np.array([holds_answer(s, z) for s, z in scored])
    weights = np.array([REMOVED_WEIGHT[name] if s.kind == "removed" else 1.0 for s in found])
    return rows, truth, weights


def fit_trees(name: str, found: Sequence[Sample], rank: np.ndarray) -> dict[str, np.ndarray]:
    """Return the arrays of gradient boosted trees that tell answers from near-misses."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    rows, truth, weights = to_fit(name, found, rank)
    fitted = [
        HistGradientBoostingClassifier(**TREES, random_state=seed, monotonic_cst=signs(rows.shape[1])).fit(
            rows, truth, sample_weight=weights
        )
        for seed in range(SEEDS)
    ]
    return arrays(fitted, SHIFT[name])


def fit_nets(name: str, found: Sequence[Sample], rank: np.ndarray) -> dict[str, np.ndarray]:
    """Return the arrays of ``judge.Nets`` that tell answers from near-misses.

    What speaks for an answer has weights of one sign throughout, as in the trees (``signs``). Each net sees
    its own share of the removed articles' questions.
    """
    rows, truth, weights = to_fit(name, found, rank)
    mean, spread = rows.mean(0), rows.std(0)
    spread = np.where(spread < 1e-6, np.inf, spread)
    scaled = np.clip((rows - mean) / spread, -judge.FARTHEST, judge.FARTHEST)
    nets = []
    for seed in range(NETS_FITTED):
        seen = np.random.default_rng(seed).random(len(rows)) < weights
        nets.append(fit_net(scaled[seen], truth[seen], seed))
    parts = (np.stack(part) for part in zip(*nets, strict=True))
    stored = dict(zip(("weights", "biases", "outputs", "shift"), parts, strict=True))
    return {
        **{part: array.astype(np.float16) for part, array in stored.items()},
        "mean": mean.astype(np.float32),
        "spread": spread.astype(np.float32),
    }


def fit_net(rows: np.ndarray, truth: np.ndarray, seed: int) -> tuple[np.ndarray, ...]:
    """Return the weights ``[inputs, UNITS]``, biases, outputs and shift of one net of ``judge.Nets``."""
    import torch

    torch.manual_seed(seed)
    x, y = torch.tensor(rows, dtype=torch.float32), torch.tensor(truth, dtype=torch.float32)
    sign = torch.tensor(signs(rows.shape[1]), dtype=torch.float32)[:, None]
    reach = (6 / (rows.shape[1] + UNITS)) ** 0.5
    raw = ((2 * torch.rand(rows.shape[1], UNITS) - 1) * reach).requires_grad_()
    biases = ((2 * torch.rand(UNITS) - 1) * reach).requires_grad_()
    outputs = ((2 * torch.rand(UNITS) - 1) * (6 / (UNITS + 1)) ** 0.5).requires_grad_()
    shift = torch.zeros((), requires_grad=True)
    over = torch.arange(UNITS) < UNITS // 2

    def weights() -> torch.Tensor:
        return torch.where(sign == 0, raw, sign * raw.abs())

    optimizer = torch.optim.Adam([raw, biases, outputs, shift], lr=RATE)
    steps = EPOCHS * (len(x) // BATCH)
    falling = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, steps)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(x))[: len(x) // BATCH * BATCH].split(BATCH):
            units = x[batch] @ weights() + biases
            units = torch.where(over, units.clamp(min=0), units.clamp(max=0))
            odds = units @ outputs.abs() + shift
            loss = torch.nn.functional.binary_cross_entropy_with_logits(odds, y[batch])
            loss = loss + RIDGE * (raw.square().sum() + outputs.square().sum()) / (2 * BATCH)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            falling.step()
    fitted = (weights(), biases, outputs.abs(), shift)
    return tuple(part.detach().numpy() for part in fitted)


def signs(inputs: int) -> np.ndarray:
    """Return which way trees and nets may go with each of what the gate weighs (1, -1, 0 for either).

    More of the question in the best sentence never speaks for a near-miss, though many of those hold it all.
    """
    for_ = np.array([int(n in FOR) for n in NAMES])
    against = np.array([int(n in AGAINST) for n in NAMES])
    out = np.zeros(inputs, dtype=int)
    out[: len(NAMES)] = for_ - against
    out[2 * len(NAMES) : 3 * len(NAMES)] = for_
    return out


def arrays(fitted: Sequence[Any], shift: float = 0.0) -> dict[str, np.ndarray]:
    """Return the mean of fitted HistGradientBoostingClassifiers as the arrays of ``judge.Forest``.

    ``shift`` is added to the logarithm of the odds.
    """
    trees = [one.nodes for boosted in fitted for (one,) in boosted._predictors]
    sizes = [len(nodes) for nodes in trees]
    roots, place = np.cumsum([0, *sizes[:-1]]), np.arange(sum(sizes))
    nodes, first = np.concatenate(trees), np.repeat(roots, sizes)
    leaf = nodes["is_leaf"].astype(bool)
    # What all rows share goes to the first tree. Thresholds stay whole: some are a row's very value.
    shared = shift + np.mean([boosted._baseline_prediction.item() for boosted in fitted])
    value = np.where(leaf, nodes["value"] / len(fitted), 0.0) + np.where(place < sizes[0], shared, 0.0)
    return {
        "roots": roots.astype(np.int32),
        "feature": np.where(leaf, 0, nodes["feature_idx"]).astype(np.int32),
        "threshold": np.where(leaf, np.inf, nodes["num_threshold"]),
        "left": np.where(leaf, place, first + nodes["left"]).astype(np.int32),
        "right": np.where(leaf, place, first + nodes["right"]).astype(np.int32),
        "value": value.astype(np.float32),
        "depth": np.array([nodes["depth"].max()], dtype=np.int32),
    }


def auroc(positive: np.ndarray, negative: np.ndarray) -> float:
    """Return the share of pairs in which the positive scores higher (ties count half)."""
    ordered = np.sort(negative)
    below = np.searchsorted(ordered, positive, "left") + np.searchsorted(ordered, positive, "right")
    return float(below.mean() / 2 / len(negative))


def measure(found: Sequence[Sample], rank: np.ndarray, jury: judge.Jury) -> dict[str, float]:
    """Return how often a right sentence is first, or shown, and how well the jury tells apart."""
    scored = [(s, s.features @ rank) for s in found]
    figures = {
        name: float(np.mean([holds_answer(s, z, shown) for s, z in scored if s.kind == "answerable"]))
        for name, shown in (("right first", 1), ("right shown", SHOWN))
    }
    trust = {
        kind: np.array([jury.odds(s.gate(z)) for s, z in scored if s.kind == kind])
        for kind in ("answerable", "unanswerable", "removed")
    }
    for kind in ("unanswerable", "removed"):
        if len(trust[kind]):
            figures[f"auroc {kind}"] = auroc(trust["answerable"], trust[kind])
    return {name: round(value, 3) for name, value in figures.items()}


@dataclass(frozen=True)
class Fit:
    """A fitted judge as it is stored, with its figures."""

    weights: dict[str, Any]
    arrays: dict[str, np.ndarray]


def fit(
    name: str,
    found: Sequence[Sample],
    development: dict[str, Sequence[Sample]],
    other: np.ndarray | None = None,
    kept: Fit | None = None,
) -> Fit:
    """Fit all functions and print their figures.

    ``other`` is a rank of which this one takes its share. Rank and trees are ``kept``'s where that is given.
    """
    if kept is not None:
        rank, parts = np.array(list(kept.weights["rank"].values())), dict(kept.arrays)
    else:
        rank = fit_rank(found)
        if other is not None:
            rank = (1 - SHARED_RANK) * rank + SHARED_RANK * other
        parts = fit_trees(name, found, rank)
    if name in NETS:
        parts |= {f"nets.{part}": array for part, array in fit_nets(name, found, rank).items()}
    jury = judge.jury(parts)
    figures = {file: measure(some, rank, jury) for file, some in development.items()}
    for file, row in figures.items():
        print(name, file, row, flush=True)
    weights = {
        "questions": len({s.question for s in found}),
        "inputs": len(found[0].gate(found[0].features @ rank)),
        "figures": figures,
        "rank": {n: round(float(w), 5) for n, w in zip(NAMES, rank, strict=True)},
    }
    return Fit(weights, parts)


def _of(kind: str, arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    prefix = f"{kind}."
    return {part.removeprefix(prefix): array for part, array in arrays.items() if part.startswith(prefix)}


def main() -> None:
    """Fit, print the figures, write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?", help="a folder that holds idk_mrc/")
    parser.add_argument("--model", help="an embedding model that was not trained on IDK-MRC")
    parser.add_argument("--nets", action="store_true", help="fit the nets alone; rank and trees stay")
    options = parser.parse_args()
    if options.data and not options.model:
        parser.error("DATA needs --model: the bundled one was trained on these questions")
    tests = ROOT / "tests" / "data"
    training = sorted((ROOT / "models" / "judge-training").iterdir())
    with ProcessPoolExecutor() as pool:
        parts = pool.map(news, [t / "articles" for t in training], [t / "questions.jsonl" for t in training])
        found = dict(zip((t.name for t in training), parts, strict=True))
        parts = pool.map(news, [tests / f for f in DEVELOPMENT], [tests / q for q in DEVELOPMENT.values()])
        development = dict(zip(DEVELOPMENT.values(), parts, strict=True))
    stored = json.loads(judge.WEIGHTS.read_text(encoding="utf-8"))
    arrays = safetensors.numpy.load_file(judge.ARRAYS) if judge.ARRAYS.exists() else {}
    kept = Fit(stored["titled"], _of("titled", arrays)) if options.nets else None
    fits = {"titled": fit("titled", list(chain.from_iterable(found.values())), development, kept=kept)}
    if options.data:
        development = {"IDK-MRC dev": encyclopaedia(options.data, "dev", BUNDLED_MODEL)}
        some = list(chain.from_iterable(found[name] for name in ALONE))
        passages = encyclopaedia(options.data, "train", options.model)
        fits["alone"] = fit("alone", [*passages, *some], development, fit_rank(some))
    for kind, fitted in fits.items():
        stored[kind] = fitted.weights
        arrays |= {f"{kind}.{part}": array for part, array in fitted.arrays.items()}
    judge.WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    safetensors.numpy.save_file(arrays, judge.ARRAYS)


if __name__ == "__main__":
    main()
