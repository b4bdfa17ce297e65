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
# Of each set the replies with an error that pass, and how many without one may be marked.
SETS: dict[str, tuple[frozenset[str], int]] = {
    "fiftieth": (frozenset(), 72),
    "fiftyfirst": (frozenset(("p011", "p020", "p021", "p023", "p031", "p061", "p096")), 52),
    "sixtythird": (frozenset(("r031", "r047", "r058", "r066", "r070", "r079", "r081", "r086")), 33),
}
_ENOUGH = 40


def replies(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (DATA / "leash" / f"{name}.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module", params=SETS)
def labelled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Archive]]:
    settings = Settings(corpus=DATA / request.param, index=tmp_path_factory.mktemp("index"))
    build_index(settings)
    with open_archive(settings) as opened:
        yield request.param, opened


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


def test_no_reply_with_an_error_passes_but_those_known(labelled: tuple[str, Archive]) -> None:
    name, archive = labelled
    assert {r["id"] for r in replies(name) if not r["supported"] and passes(archive, r)} == SETS[name][0]


def test_no_more_faithful_replies_are_marked(labelled: tuple[str, Archive]) -> None:
    name, archive = labelled
    assert sum(bool(r["supported"]) and not passes(archive, r) for r in replies(name)) <= SETS[name][1]
