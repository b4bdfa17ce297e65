"""Pages that others saved and labelled, who had seen none of the rules: all of each article, nothing else.

Pasted whole or with care, saved as HTML, Word or PDF, wrapped, mis-decoded. ``expected/`` tells of each file
its metadata, every sentence of the article, and what is the page's.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from rag.corpus import read_article
from rag.documents import Article

PAGES = Path(__file__).resolve().parent / "data" / "pages"
EXPECTED = sorted(PAGES.glob("*/expected/*.json"))
FACTS = ("title", "outlet", "author", "date")
# What is left of the page or not found, of all files; each is known, see test_the_rest_is_known.
LEFT = 65
# Named by the section of an outlet, "detakFinance" of detakKini.
SECTION = "06_harga_cabai.txt"
UNTOLD = {"title": 2, "outlet": 17, "author": 6, "date": 4}


def _plain(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()


def _is_another(found: str, wanted: str) -> bool:
    """Say whether a fact is read that is not the one wanted; one outlet may write itself with its address or
    without, or in its initials: "HK" of Harian Kedu."""
    short = "".join(word[0] for word in wanted.split())
    return bool(found) and not (wanted and (wanted in found or found in wanted or found == short))


@cache
def _read(file: Path) -> tuple[dict[str, Any], Article]:
    told = json.loads(file.read_text(encoding="utf-8"))
    return told, read_article(file.parent.parent / "files", told["file"])


@pytest.mark.parametrize("file", EXPECTED, ids=lambda f: f"{f.parent.parent.name}-{f.stem}")
def test_no_sentence_of_the_article_is_lost(file: Path) -> None:
    told, article = _read(file)
    text = _plain(article.text)
    assert [s for s in told["must_keep"] if _plain(s) not in text] == []


@pytest.mark.parametrize("file", EXPECTED, ids=lambda f: f"{f.parent.parent.name}-{f.stem}")
def test_no_fact_is_another(file: Path) -> None:
    """What a file states is read as it stands there, or not at all."""
    told, article = _read(file)
    wrong = {}
    for fact in FACTS:
        found, wanted = _plain(getattr(article, fact)), _plain(told[fact])
        if _is_another(found, wanted):
            wrong[fact] = found, wanted
    assert not wrong or told["file"] == SECTION


def test_the_rest_is_known() -> None:
    left: list[str] = []
    untold: Counter[str] = Counter()
    for told, article in map(_read, EXPECTED):
        lines = _plain(article.text)
        left += [f"{told['file']}: {s}" for s in told["must_go"] if _plain(s) in lines]
        untold.update(fact for fact in FACTS if told[fact] and not getattr(article, fact))
    assert len(EXPECTED) == 96
    assert len(left) <= LEFT, left
    assert {fact: untold[fact] for fact in FACTS} == UNTOLD


# Forty more pages, most of them whole, by which hardly a rule was made: sentences lost of 926, lines
# of the page left of 925, facts that are another's.
UNMENDED = sorted((PAGES.parent / "pages_unmended").glob("*/expected/*.json"))
LOST, STILL_LEFT, WRONG = 6, 206, 8


def test_pages_by_which_nothing_was_mended_get_no_worse() -> None:
    lost = left = wrong = 0
    for told, article in map(_read, UNMENDED):
        text = _plain(article.text)
        lost += sum(_plain(sentence) not in text for sentence in told["must_keep"])
        left += sum(_plain(line) in text for line in told["must_go"])
        wrong += sum(_is_another(_plain(getattr(article, fact)), _plain(told[fact])) for fact in FACTS)
    assert len(UNMENDED) == 40
    assert (lost <= LOST, left <= STILL_LEFT, wrong <= WRONG) == (True, True, True), (lost, left, wrong)
