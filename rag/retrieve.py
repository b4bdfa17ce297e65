"""Plain hybrid retrieval: words and vectors, fused; copies grouped; hits out. No framework."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from rag.documents import ArticleSummary, Filters, Hit, Passage
from rag.duplicates import group_copies
from rag.embedding import Encoder, Vectors
from rag.fusion import Fused, fuse
from rag.question import analyse
from rag.terms import in_english

# Candidates a side.
DEPTH = 100
# Passages looked at for each story wanted: a wire story may stand in another outlet or two.
STORIES = 2


class Dense(Protocol):
    """Vector search: passage ids with their cosine, best first."""

    def search(self, vector: Vectors, k: int, filters: Filters) -> list[tuple[str, float]]: ...


class Sparse(Protocol):
    """Word search: passage ids with their BM25 score, best first."""

    def search(
        self, query: str, k: int, filters: Filters, in_english: Sequence[Collection[str]] = ()
    ) -> list[tuple[str, float]]: ...


class Texts(Protocol):
    """Where passages' texts and articles' facts are."""

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]: ...

    def summaries(self, paths: Iterable[str]) -> dict[str, ArticleSummary]: ...
    def leads(self, paths: Iterable[str]) -> dict[str, str]: ...


def fused_passages(
    query: str,
    encoder: Encoder,
    vectors: Dense,
    lexical: Sparse,
    catalog: Texts,
    k: int,
    filters: Filters,
) -> list[tuple[Fused, Passage]]:
    """Return the ``k`` best passages with their scores, copies among them, best first."""
    asked = analyse(query)
    wanted = asked.search_text
    depth = max(DEPTH, k)
    vector = encoder.encode_query(wanted)
    dense = vectors.search(vector, depth, filters) if vector.any() else []
    sparse = lexical.search(wanted, depth, filters, list(filter(None, in_english(asked.terms))))
    candidates = fuse(sparse, dense, k=k)
    passages = catalog.passages(c.id for c in candidates)
    return [(c, passages[c.id]) for c in candidates if c.id in passages]


def retrieve(
    query: str,
    *,
    encoder: Encoder,
    vectors: Dense,
    lexical: Sparse,
    catalog: Texts,
    k: int = 10,
    filters: Filters | None = None,
) -> list[Hit]:
    """Return the ``k`` best passages for ``query``, one for each story, best first.

    A story that several articles carry is one hit: its best passage, the other articles in
    ``copies``. Ties break by passage id.
    """
    found = fused_passages(query, encoder, vectors, lexical, catalog, STORIES * k, filters or Filters())
    facts = catalog.summaries(p.article for _, p in found)
    hits = []
    stories = group_copies([(p.article, p.text) for _, p in found])[:k]
    leads = catalog.leads(found[first][1].article for first, *_ in stories)
    for first, *others in stories:
        candidate, passage = found[first]
        about = facts[passage.article]
        hits.append(
            Hit(
                passage=passage,
                score=candidate.score,
                title=about.title,
                outlet=about.outlet,
                date=about.date,
                author=about.author,
                url=about.url,
                dense=candidate.dense,
                sparse=candidate.sparse,
                copies=tuple(sorted({found[i][1].article for i in others})),
                lead=leads[passage.article],
            )
        )
    return hits
