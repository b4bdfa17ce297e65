"""Answering over passages with gold strings: right sentences, abstention, calibration.

- closed: the first sentence holds the answer, given the passage that has it
- open: an answer of at most 60 words, abstention aside, holds the answer
- removed: the same question without the passage that answers it; "all gone" also without other passages
  that hold the same answer
- unanswerable: questions that no passage answers, over the archive or given their passage

Beside each way of removing passages stands what BM25's best score would tell as the judge.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rag.answer import MOST_WORDS, THRESHOLD, shown
from rag.archive import ANSWER_DEPTH, Archive, open_archive
from rag.disagreement import rivals
from rag.documents import Hit
from rag.evaluation.measures import Bin, auroc, calibration_error, reliability
from rag.evaluation.sets import PassageSet, Row
from rag.evidence import weigh
from rag.index import build_index
from rag.question import analyse
from rag.settings import Settings


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question asked of some passages: which case, how sure (0..1), if that is enough for an answer, what
    held the gold string, and the best BM25 score (0 where no passage has one)."""

    case: str
    trust: float
    bm25: float = 0.0
    trusted: bool = False
    first: bool = False
    answer: bool = False
    words: int = 0


def measure(data: PassageSet) -> tuple[dict[str, float], list[Bin]]:
    """Build an archive of one set in a temporary place and ask all of its questions.

    Returns the figures and the bins of confidence over questions with and without their passage.
    """
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(corpus=Path(folder) / "corpus", index=Path(folder) / "index")
        settings.corpus.mkdir()
        for id, text in data.passages.items():
            (settings.corpus / f"{id}.txt").write_text(text, encoding="utf-8")
        build_index(settings)
        with open_archive(settings) as archive:
            found = list(outcomes(archive, data.questions))
    return figures(found), bins(found)


def outcomes(archive: Archive, questions: Sequence[Row]) -> Iterator[Outcome]:
    """Ask every question in each of its cases."""
    for question in questions:
        gold = f"{question['context_id']}.txt"
        hits = archive.search(question["text"], 2 * ANSWER_DEPTH)
        given = [h for h in hits if gold in (h.passage.article, *h.copies)]
        if not question.get("answerable", True):
            yield _ask(archive, "unanswerable", question, hits[:ANSWER_DEPTH])
            if given:
                yield _ask(archive, "unanswerable, given its passage", question, given)
            continue
        yield _ask(archive, "open", question, hits[:ANSWER_DEPTH])
        if given:
            yield _ask(archive, "closed", question, given)
        others = [h for h in hits if h not in given]
        yield _ask(archive, "removed", question, others[:ANSWER_DEPTH])
        golds = [a.casefold() for a in question["answers"]]
        silent = [h for h in others if not any(g in h.passage.text.casefold() for g in golds)]
        yield _ask(archive, "all gone", question, silent[:ANSWER_DEPTH])


def _ask(archive: Archive, case: str, question: Row, hits: Sequence[Hit]) -> Outcome:
    """Weigh the passages and compose the answer as if it were not abstained from."""
    asked = analyse(question["text"])
    bm25 = max((h.sparse or 0.0 for h in hits), default=0.0)
    weighed = weigh(asked, hits, lambda texts: archive.similarities(asked, texts), archive.quotes_in)
    if not weighed.evidence:
        return Outcome(case, 0.0, bm25)
    others = rivals(asked, weighed.evidence, hits, archive.quotes_in)
    texts = [c.text.casefold() for _, c in shown(asked, hits, weighed.evidence, others, lambda _: None)]
    golds = [a.casefold() for a in question["answers"]]
    return Outcome(
        case,
        weighed.trust,
        bm25,
        weighed.trust >= THRESHOLD,
        any(g in texts[0] for g in golds),
        any(g in text for g in golds for text in texts),
        sum(len(text.split()) for text in texts),
    )


def figures(found: Sequence[Outcome]) -> dict[str, float]:
    """Return the figures of one set; those of cases that it lacks are left out."""
    cases = {case: [o for o in found if o.case == case] for case in {o.case for o in found}}
    trust = {case: np.array([o.trust for o in some]) for case, some in cases.items()}
    bm25 = {case: np.array([o.bm25 for o in some]) for case, some in cases.items()}

    def answered(case: str) -> float:
        return float(np.mean([o.trusted for o in cases[case]]))

    out = {
        "closed, first sentence right": float(np.mean([o.first for o in cases["closed"]])),
        "open, answer right": float(np.mean([o.answer and o.words <= MOST_WORDS for o in cases["open"]])),
        "open, words": float(np.mean([o.words for o in cases["open"]])),
        "AUROC removed": auroc(trust["open"], trust["removed"]),
        "AUROC all gone": auroc(trust["open"], trust["all gone"]),
        "AUROC removed, BM25": auroc(bm25["open"], bm25["removed"]),
        "AUROC all gone, BM25": auroc(bm25["open"], bm25["all gone"]),
        "answered though removed": answered("removed"),
        "abstained though there": 1 - answered("open"),
    }
    if "unanswerable" in trust:
        given = "unanswerable, given its passage"
        out["AUROC unanswerable"] = auroc(trust["open"], trust["unanswerable"])
        out["AUROC unanswerable, given the passage"] = auroc(trust["closed"], trust[given])
        out["answered though unanswerable"] = answered("unanswerable")
    for case in ("removed", "unanswerable"):
        if case in cases:
            out[f"ECE, with {case}"] = calibration_error(*_judgements(found, ("open", case)))
    return out


def bins(found: Sequence[Outcome]) -> list[Bin]:
    """Return how often answers of each confidence are right, questions that cannot be answered among them."""
    return reliability(*_judgements(found, ("open", "removed", "unanswerable")))


def _judgements(found: Sequence[Outcome], cases: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return confidence, and whether the answer was right, of every question of some cases."""
    asked = [o for o in found if o.case in cases]
    return np.array([o.trust for o in asked]), np.array([float(o.answer) for o in asked])
