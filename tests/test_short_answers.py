"""Short answers to what short articles tell, as people type it: few are withheld, few or none are wrong."""

from __future__ import annotations

import json
import shutil
from itertools import groupby
from pathlib import Path

import pytest

from rag.archive import open_archive
from rag.index import build_index
from rag.settings import Settings

DATA = Path(__file__).parent / "data"


# Of the first set 161 are answered in a word or two and 25 are not; of the second, written by two others on
# articles full of values of one sort, 300 and 60. The rest is answered by the sentence.
@pytest.mark.parametrize(
    ("folder", "file", "wrong", "right", "abstained"),
    [
        ("seventysecond", "short_answers.jsonl", 0, 120, 20),
        ("seventyfifth", "short_answers_dense.jsonl", 25, 172, 26),
    ],
)
def test_few_short_answers_are_wrong(
    tmp_path: Path, folder: str, file: str, wrong: int, right: int, abstained: int
) -> None:
    asked = [json.loads(line) for line in (DATA / file).read_text("utf-8").splitlines()]
    missed, found, silent = [], 0, 0
    for article, questions in groupby(asked, key=lambda one: str(one["article"])):
        settings = Settings(corpus=tmp_path / article / "corpus", index=tmp_path / article / "index")
        settings.corpus.mkdir(parents=True)
        shutil.copy(DATA / folder / article, settings.corpus)
        build_index(settings)
        with open_archive(settings) as archive:
            for one in questions:
                answer = archive.ask(one["question"])
                short = answer.short or ""
                # "40 kilometer" for "40 kilometer per jam", "12" for "12 orang"
                right_one = bool(short) and any(short in gold or gold in short for gold in one["short"])
                if short and one["short"] and not right_one:
                    missed.append((one["question"], short, one["short"]))
                found += right_one
                silent += answer.abstained and not one["short"]
    assert len(missed) <= wrong, missed
    assert found >= right
    assert silent >= abstained
