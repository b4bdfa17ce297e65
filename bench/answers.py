"""Measure answering on FacQA and IDK-MRC: ``python bench/answers.py DATA [--split dev]``.

DATA holds ``facqa/`` and ``idk_mrc/``, each with ``corpus.jsonl`` and ``queries.SPLIT.jsonl``. Every passage
becomes a file of a temporary archive, and what is measured is what ships:

- closed: the first sentence holds the answer, given the passage that has it
- open: an answer of at most 60 words, abstention aside, holds the answer
- removed: confidence tells questions (AUROC) from the same without the passage that answers; "all gone"
  also without other passages that hold the same answer
- unanswerable: the same for questions that no passage answers, over the archive or given their passage
- ECE: confidence against right answers, in ten bins, over answerable, removed and unanswerable questions

Prints a table and writes ``bench/out/answers-SPLIT.json``. About two minutes.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rag.answer import MOST_WORDS, shown
from rag.archive import Archive, open_archive
from rag.documents import Hit
from rag.evidence import weigh
from rag.index import build_index
from rag.question import analyse
from rag.settings import Settings

OUT = ROOT / "bench" / "out"
SETS = ("facqa", "idk_mrc")
DEPTH = 10
BINS = 10


@dataclass(frozen=True)
class Outcome:
    """One question asked of some passages: which case, how sure, and what held the gold string."""

    case: str
    trust: float
    first: bool = False
    answer: bool = False
    words: int = 0


def ask(archive: Archive, case: str, question: dict[str, Any], hits: Sequence[Hit]) -> Outcome:
    """Weigh the passages and compose the answer as if it were not abstained from."""
    asked = analyse(question["text"])
    weighed = weigh(asked, hits, lambda texts: archive.similarities(asked, texts))
    if not weighed.evidence:
        return Outcome(case, 0.0)
    texts = [c.text.casefold() for _, c in shown(asked, hits, weighed.evidence, lambda _: None)]
    golds = [a.casefold() for a in question["answers"]]
    return Outcome(
        case,
        weighed.trust,
        any(g in texts[0] for g in golds),
        any(g in text for g in golds for text in texts),
        sum(len(text.split()) for text in texts),
    )


def outcomes(archive: Archive, questions: Sequence[dict[str, Any]]) -> Iterator[Outcome]:
    """Ask every question in each of its cases."""
    for question in questions:
        gold = f"{question['context_id']}.txt"
        hits = archive.search(question["text"], 2 * DEPTH)
        given = [h for h in hits if gold in (h.passage.article, *h.copies)]
        if not question.get("answerable", True):
            yield ask(archive, "unanswerable", question, hits[:DEPTH])
            if given:
                yield ask(archive, "unanswerable, given its passage", question, given)
            continue
        yield ask(archive, "open", question, hits[:DEPTH])
        if given:
            yield ask(archive, "closed", question, given)
        others = [h for h in hits if h not in given]
        yield ask(archive, "removed", question, others[:DEPTH])
        golds = [a.casefold() for a in question["answers"]]
        silent = [h for h in others if not any(g in h.passage.text.casefold() for g in golds)]
        yield ask(archive, "all gone", question, silent[:DEPTH])


def auroc(positive: np.ndarray, negative: np.ndarray) -> float:
    """Return the share of pairs in which the positive scores higher (ties count half)."""
    ordered = np.sort(negative)
    below = np.searchsorted(ordered, positive, "left") + np.searchsorted(ordered, positive, "right")
    return float(below.mean() / 2 / len(negative))


def calibration_error(trust: np.ndarray, right: np.ndarray) -> float:
    """Return the expected calibration error over equal bins of confidence."""
    bins = np.minimum((trust * BINS).astype(int), BINS - 1)
    gaps = [abs(float((trust - right)[bins == b].sum())) for b in range(BINS)]
    return sum(gaps) / len(trust)


def figures(found: Sequence[Outcome]) -> dict[str, float]:
    """Return the figures of one set."""
    by_case = {case: [o for o in found if o.case == case] for case in {o.case for o in found}}
    trust = {case: np.array([o.trust for o in some]) for case, some in by_case.items()}
    out = {
        "closed, first sentence right": float(np.mean([o.first for o in by_case["closed"]])),
        "open, answer right": float(np.mean([o.answer and o.words <= MOST_WORDS for o in by_case["open"]])),
        "AUROC removed": auroc(trust["open"], trust["removed"]),
        "AUROC all gone": auroc(trust["open"], trust["all gone"]),
    }
    if "unanswerable" in trust:
        given = "unanswerable, given its passage"
        out["AUROC unanswerable"] = auroc(trust["open"], trust["unanswerable"])
        out["AUROC unanswerable, given the passage"] = auroc(trust["closed"], trust[given])
    for case in ("removed", "unanswerable"):
        asked = [o for o in found if o.case in ("open", case)]
        if case in by_case:
            sure = np.array([o.trust for o in asked])
            out[f"ECE, with {case}"] = calibration_error(sure, np.array([float(o.answer) for o in asked]))
    return {name: round(value, 3) for name, value in out.items()}


def measure(data: Path, split: str) -> dict[str, float]:
    """Build an archive of one set in a temporary place and ask all of its questions."""
    lines = (data / f"queries.{split}.jsonl").read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(corpus=Path(folder) / "corpus", index=Path(folder) / "index")
        settings.corpus.mkdir()
        for line in (data / "corpus.jsonl").read_text(encoding="utf-8").splitlines():
            passage = json.loads(line)
            (settings.corpus / f"{passage['_id']}.txt").write_text(passage["text"], encoding="utf-8")
        build_index(settings)
        with open_archive(settings) as archive:
            return figures(list(outcomes(archive, [json.loads(line) for line in lines])))


def main() -> None:
    """Print the table and write the JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--split", default="dev")
    options = parser.parse_args()
    missing = [name for name in SETS if not (options.data / name).is_dir()]
    if missing:
        parser.error(f"{options.data} has no {' and no '.join(missing)}")
    started = time.perf_counter()
    found = {name: measure(options.data / name, options.split) for name in SETS}
    for name, row in found.items():
        for figure, value in row.items():
            print(f"{name:8} {figure:40} {value:6.3f}")
    print(f"{time.perf_counter() - started:.0f} s")
    OUT.mkdir(parents=True, exist_ok=True)
    target = OUT / f"answers-{options.split}.json"
    target.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
