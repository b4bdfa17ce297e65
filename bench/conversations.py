"""Hold conversations, and compare each follow-up with the question that it means, written out by hand.

    python bench/conversations.py ../shared/articles tests/data/conversations.jsonl

indexes the folder in a temporary place and prints, of the follow-ups, how many find the same article and the
same passage first as their written-out form, and how many questions of all turns are answered, or abstained
from, rightly in the conversation and written out; with ``--misses`` each turn that differs.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.questions import is_right
from rag.archive import Archive, open_archive
from rag.documents import Exchange
from rag.index import build_index
from rag.settings import Settings
from rag.ui.answering import exchange_of


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn as it was understood, and how it fared beside its written-out form."""

    question: dict[str, Any]
    understood: str | None
    follows: bool
    same_article: bool
    same_passage: bool
    right: bool
    right_alone: bool


def hold(archive: Archive, turns: list[dict[str, Any]]) -> Iterator[Turn]:
    """Ask the turns of one conversation in order, each with those before it."""
    history: list[Exchange] = []
    for turn in turns:
        asked, alone = turn["question"], turn["written_out"]
        answer = archive.ask(asked, history=history)
        found, wanted = (archive.search(q)[0].passage for q in (answer.understood or asked, alone))
        yield Turn(
            turn,
            answer.understood,
            asked.strip() != alone.strip(),
            found.article == wanted.article,
            found.id == wanted.id,
            is_right(turn, answer),
            is_right(turn, archive.ask(alone)),
        )
        history.append(exchange_of(answer))


def hold_all(articles: Path, conversations: list[dict[str, Any]]) -> list[Turn]:
    """Index ``articles`` in a temporary folder and hold every conversation."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(corpus=articles, index=Path(folder))
        build_index(settings)
        with open_archive(settings) as archive:
            return [turn for c in conversations for turn in hold(archive, c["turns"])]


def main() -> None:
    """Print the figures, and each turn that differs where that is asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument(
        "conversations", type=Path, nargs="?", default=ROOT / "tests/data/conversations.jsonl"
    )
    parser.add_argument("--misses", action="store_true", help="show each turn that differs")
    options = parser.parse_args()
    lines = options.conversations.read_text(encoding="utf-8").splitlines()
    turns = hold_all(options.articles, [json.loads(line) for line in lines])
    followed = [t for t in turns if t.follows]
    print(f"follow-ups                {len(followed)}")
    print(f"  the same article first  {sum(t.same_article for t in followed)}")
    print(f"  the same passage first  {sum(t.same_passage for t in followed)}")
    for name, answerable in (("answerable", True), ("unanswerable", False)):
        some = [t for t in turns if t.question["answerable"] is answerable]
        right, alone = sum(t.right for t in some), sum(t.right_alone for t in some)
        print(f"{name:<14}{len(some):>4} right {right:>4}, written out {alone:>4}")
    for t in turns:
        if options.misses and (not t.same_article or t.right != t.right_alone):
            print(f"{t.question['question']}\n  {t.understood}\n  {t.question['written_out']}")


if __name__ == "__main__":
    main()
