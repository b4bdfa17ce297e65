"""The project's own questions and quotations over the starter corpus."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from rag.archive import Archive, open_archive
from rag.documents import Answer
from rag.evaluation.sets import OWN, STARTER, Row, read_lines
from rag.index import build_index
from rag.settings import Settings

VERBATIM = "verbatim"
# Quotations that must never be called verbatim.
_CHANGED = frozenset({"altered", "paraphrase", "not_found"})


def measure() -> tuple[dict[str, float], dict[str, float]]:
    """Return the figures of the questions, and those of the quotations."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(corpus=STARTER.parent, index=Path(folder))
        build_index(settings)
        with open_archive(settings) as archive:
            return (
                of_questions(archive, read_lines(OWN / "questions.jsonl")),
                of_quotations(archive, read_lines(OWN / "quotations.jsonl")),
            )


def of_questions(archive: Archive, questions: Sequence[Row]) -> dict[str, float]:
    """Return shares of right answers, right abstentions, and citations that open and support."""
    asked = [(question, archive.ask(question["question"])) for question in questions]
    right = [is_right(q, a) for q, a in asked if q["answerable"]]
    declined = [a.abstained for q, a in asked if not q["answerable"]]
    given = [a for _, a in asked if not a.abstained]
    return {
        "right": sum(right) / len(right),
        "rightly abstained": sum(declined) / len(declined),
        "citations open": _share([opens(archive, a) for _, a in asked]),
        "citations support": _share([supports(a) for a in given]),
        "words": sum(len(c.text.split()) for a in given for c in a.citations) / max(1, len(given)),
    }


def of_quotations(archive: Archive, quotations: Sequence[Row]) -> dict[str, float]:
    """Return the share of right verdicts, and how many changed quotations were called verbatim."""
    found = [(q, archive.check(q["quote"], q["speaker"])) for q in quotations]
    return {
        "verdicts right": _share([c.verdict == q["verdict"] for q, c in found]),
        "flags right": _share([set(q["flags"]) <= set(c.flags) for q, c in found]),
        "wrongly verbatim": float(sum(c.verdict == VERBATIM and q["verdict"] in _CHANGED for q, c in found)),
    }


def is_right(question: Row, answer: Answer) -> bool:
    """Say whether an answer holds a gold string and cites a right article first or second."""
    holds = any(gold.casefold() in answer.answer.casefold() for gold in question["answers"])
    cited = [c.article for c in answer.citations[:2]]
    return not answer.abstained and holds and any(a in cited for a in question["articles"])


def opens(archive: Archive, answer: Answer) -> bool:
    """Say whether every citation names an article that holds the cited words at their span."""
    cited = (*answer.citations, *answer.nearest)
    return all(archive.article(c.article).text[c.start : c.end] == c.text for c in cited)


def supports(answer: Answer) -> bool:
    """Say whether each sentence of the answer stands in what it cites, and the short answer in the first."""
    body = answer.answer.removeprefix(f"{answer.short} — ") if answer.short else answer.answer
    told = all(f"{c.text} [{c.n}]" in body for c in answer.citations)
    short = answer.short is None or any(answer.short in c.text for c in answer.citations)
    return told and short


def _share(outcomes: Sequence[bool]) -> float:
    return sum(outcomes) / len(outcomes) if outcomes else 1.0
