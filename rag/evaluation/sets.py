"""The sets that are measured: the project's own over the starter corpus, and folders of others.

A folder of sets has, for each set, ``corpus.jsonl`` (``_id, title, text``), ``queries.dev.jsonl`` (``_id,
text, answers, answerable, context_id``) and ``qrels.dev.tsv`` (query, passage, grade).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.errors import UsageError
from rag.settings import HOME

OWN = HOME / "evaluation" / "contoh"
STARTER = HOME / "corpus" / "contoh"
SPLIT = "dev"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PassageSet:
    """Passages by id with their titles, all questions, and which passages (grade > 0) answer each."""

    name: str
    passages: dict[str, str]
    titles: dict[str, str]
    questions: list[Row]
    qrels: dict[str, dict[str, int]]


def read_lines(file: Path) -> list[Row]:
    """Return the objects of a JSON Lines file. Raises UsageError where it cannot be read as one."""
    try:
        return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{file} cannot be read as JSON Lines ({error}); one JSON object a line is expected",
            f"{file} tidak terbaca sebagai JSON Lines ({error}); satu objek JSON per baris yang diharapkan",
        ) from error


def passage_sets(data: Path) -> list[PassageSet]:
    """Return the sets in a folder, by name. Raises UsageError where it holds none."""
    names = sorted(f.parent.name for f in data.glob(f"*/queries.{SPLIT}.jsonl"))
    if not names:
        raise UsageError(
            f"{data} holds no set; each is a folder with corpus.jsonl, queries.{SPLIT}.jsonl,"
            f" qrels.{SPLIT}.tsv",
            f"{data} tidak memuat set; tiap set satu folder berisi corpus.jsonl, queries.{SPLIT}.jsonl,"
            f" qrels.{SPLIT}.tsv",
        )
    return [_passage_set(data / name) for name in names]


def _passage_set(folder: Path) -> PassageSet:
    corpus = read_lines(folder / "corpus.jsonl")
    qrels: dict[str, dict[str, int]] = {}
    for line in (folder / f"qrels.{SPLIT}.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        query, passage, grade = line.split("\t")
        if int(grade) > 0:
            qrels.setdefault(query, {})[passage] = int(grade)
    return PassageSet(
        folder.name,
        {row["_id"]: row["text"] for row in corpus},
        {row["_id"]: row.get("title") or "" for row in corpus},
        read_lines(folder / f"queries.{SPLIT}.jsonl"),
        qrels,
    )
