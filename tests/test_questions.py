"""The figures that answering must hold, on the questions written before its code.

Floors are a little under what ``bench/questions.py`` printed when they were set.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bench.questions import ask_all, is_right

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data"


def shares(articles: Path, file: str) -> tuple[float, float]:
    """Return the shares of right answers and of right abstentions."""
    questions = [json.loads(line) for line in (DATA / file).read_text(encoding="utf-8").splitlines()]
    outcome: dict[bool, list[bool]] = {True: [], False: []}
    for question, answer, opens in ask_all(articles, questions):
        outcome[question["answerable"]].append(is_right(question, answer))
        assert opens, question["question"]
    return tuple(sum(o) / len(o) for o in (outcome[True], outcome[False]))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("file", "least_answered", "least_abstained"),
    [("questions.jsonl", 0.9, 0.9), ("questions_later.jsonl", 0.85, 0.9)],
    ids=["written before the code", "written after it"],
)
def test_on_real_articles(file: str, least_answered: float, least_abstained: float, shared: Path) -> None:
    answered, abstained = shares(shared / "articles", file)
    assert answered >= least_answered
    assert abstained >= least_abstained


@pytest.mark.parametrize(
    ("folder", "file", "answered", "abstained"),
    [
        (DATA / "news", "questions_news.jsonl", 0.80, 0.65),
    ],
    ids=["invented news"],
)
def test_on_written_articles(
    folder: Path, file: str, answered: float, abstained: float, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "corpus")
    found = shares(tmp_path / "corpus", file)
    assert found[0] >= answered
    assert found[1] >= abstained
