"""Labelled replies of a language model, half of them with one believable error, held against articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.archive import Archive, open_archive
from rag.documents import Hit
from rag.index import build_index
from rag.leash import Cited, hold
from rag.passages import cut
from rag.settings import Settings
from rag.terms import is_english

DATA = Path(__file__).parent / "data"
REPLIES = [json.loads(line) for line in (DATA / "leash" / "fiftieth.jsonl").read_text("utf-8").splitlines()]
# Replies with an error that pass, and how many without one may be marked.
KNOWN_LIES: frozenset[str] = frozenset()
MOST_MARKED = 72
_ENOUGH = 40


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    settings = Settings(corpus=DATA / "fiftieth", index=tmp_path_factory.mktemp("index"))
    build_index(settings)
    with open_archive(settings) as opened:
        yield opened


def passes(archive: Archive, reply: dict[str, str]) -> bool:
    """Say whether a reply that cites the passages around its source is supported by them."""
    article = archive.article(reply["article"])
    start = article.text.index(reply["cited"][:_ENOUGH])  # lines may part what is cited
    end = start + len(reply["cited"])
    given = []
    for passage in cut(article):
        if passage.start < end and start < passage.end:
            inside = tuple(
                q
                for q in archive.quotes()
                if q.article == article.path and q.start < passage.end and passage.start < q.end
            )
            hit = Hit(passage, 1.0, article.title, article.outlet, article.date, article.author)
            given.append(Cited(len(given) + 1, hit, inside))
    keys = "".join(f"[{cited.key}]" for cited in given)
    language = "en" if is_english(reply["reply"]) else "id"
    return all(claim.supported for claim in hold(f"{reply['reply']} {keys}", given, language)[0])


def test_no_reply_with_an_error_passes_but_those_known(archive: Archive) -> None:
    assert {r["id"] for r in REPLIES if not r["supported"] and passes(archive, r)} == KNOWN_LIES


def test_no_more_faithful_replies_are_marked(archive: Archive) -> None:
    assert sum(r["supported"] and not passes(archive, r) for r in REPLIES) <= MOST_MARKED
