"""Words that stand without marks, and parts of a sentence that stand in them: which are somebody's.

A block that a clause announces and the answers of an interview are; a list, a question of the writer's own
and what cannot be told from a second question are not. Three words in marks within a report are the
speaker's, a term, a banner and a message that goes round are not.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rag.documents import Article
from rag.quotes import extract

FILE = Path(__file__).resolve().parent / "data" / "quotes" / "unquoted.jsonl"
CASES: list[dict[str, Any]] = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_just_what_somebody_said_is_quoted(case: dict[str, Any]) -> None:
    made = extract(Article(path="a.md", text=f"Kabar Setempat\n\n{case['text']}\n"))
    spoken = [(quote.text, quote.speaker) for quote in made if quote.kind == "direct"]
    assert spoken == [(said["text"], said["speaker"]) for said in case["said"]]
