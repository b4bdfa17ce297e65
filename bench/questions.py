"""Ask a file of questions and count right answers and right abstentions.

    python bench/questions.py ../shared/articles tests/data/questions.jsonl

indexes the folder in a temporary place and prints a table by kind, level and language, how many of the
short answers given are right, and with ``--misses`` every miss, and every short answer that the gold does
not hold, whatever stands behind it. A question is right when the answer holds one of its gold strings and
one of its articles is cited first or second; one that the articles cannot answer is right when it is
abstained from.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rag.archive import open_archive
from rag.documents import Answer
from rag.evaluation import starter
from rag.evaluation.starter import opens
from rag.index import build_index
from rag.settings import Settings

OUT = ROOT / "bench" / "out"


def is_right(question: dict[str, Any], answer: Answer) -> bool:
    """Judge one answer against its gold."""
    return starter.is_right(question, answer) if question["answerable"] else answer.abstained


def has_right_short(question: dict[str, Any], answer: Answer) -> bool:
    """Say whether the short answer and a gold string hold one another."""
    short = (answer.short or "").casefold()
    return bool(short) and any(g.casefold() in short or short in g.casefold() for g in question["answers"])


def ask_all(articles: Path, questions: list[dict[str, Any]]) -> list[tuple[dict[str, Any], Answer, bool]]:
    """Index ``articles`` in a temporary folder; return each question's answer, and whether it opens."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(corpus=articles, index=Path(folder))
        build_index(settings)
        with open_archive(settings) as archive:
            answers = [archive.ask(q["question"]) for q in questions]
            return [(q, a, opens(archive, a)) for q, a in zip(questions, answers, strict=True)]


def main() -> None:
    """Print the table and the misses, and write bench/out/questions-NAME.json."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("questions", type=Path, nargs="?", default=ROOT / "tests/data/questions.jsonl")
    parser.add_argument("--misses", action="store_true", help="show each miss with its answer")
    options = parser.parse_args()
    questions = [json.loads(line) for line in options.questions.read_text(encoding="utf-8").splitlines()]
    results = ask_all(options.articles, questions)

    counts: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for question, answer, _ in results:
        right = is_right(question, answer)
        group = "answerable" if question["answerable"] else "unanswerable"
        for key in ("all", question["level"], question["language"], question["kind"]):
            counts[group, key].append(right)
    for (group, key), outcome in sorted(counts.items()):
        share = 100 * sum(outcome) / len(outcome)
        print(f"{group:13} {key:11} {sum(outcome):4}/{len(outcome):<4} {share:5.1f}%")
    given = [(q, a) for q, a, _ in results if q["answerable"] and a.short]
    print(f"short answers right: {sum(has_right_short(q, a) for q, a in given)} of {len(given)} given")
    print(f"answers whose citations all open: {sum(o for _, _, o in results)} of {len(results)}")
    if options.misses:
        for question, answer, _ in results:
            if not is_right(question, answer):
                print(f"\n{question['id']} {question['question']}")
                print(f"  gold: {question['answers']} {question['articles']}")
                print(f"  {'abstained' if answer.abstained else answer.answer}")
                print(f"  {[c.article for c in (answer.citations or answer.nearest)]}")
        for question, answer in given:
            if not has_right_short(question, answer):
                print(f"\n{question['id']} {question['question']}")
                print(f"  gold: {question['answers']}, in short: {answer.short}")
    OUT.mkdir(parents=True, exist_ok=True)
    figures = {f"{group} {key}": sum(o) / len(o) for (group, key), o in counts.items()}
    target = OUT / f"{options.questions.stem}.json"
    target.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
