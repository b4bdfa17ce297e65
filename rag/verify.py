"""Comparing what an index holds: articles, passages, vectors and words, and each file's bytes.

Nothing but this package's writer ever opens a generation to change it, so a file that is not
as it was written is damaged. Such a file is named and not handed to native code, which may not
survive it; the rest is compared by content.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rag.catalog import Catalog
from rag.documents import Article, Span
from rag.embedding import Encoder, load_encoder
from rag.errors import IndexDamaged, KutipError
from rag.generations import (
    CATALOG,
    VECTORS,
    WORDS,
    Generation,
    check_generation,
    current_generation,
    read_generation,
)
from rag.lexical import LexicalReader
from rag.manifest import bad_files
from rag.passages import indexed_text
from rag.rows import metadata
from rag.settings import Settings
from rag.vectors import VectorReader

# How many names a problem lists before it says how many more.
_NAMED = 3
# Passages embedded again and searched for: all of a small archive, evenly spaced ones of a large.
_SAMPLE = 1_000
# Chroma's graph is approximate: of the ten nearest passages it must find so many, over as many queries.
_NEAREST, _LEAST_RECALL, _QUERIES = 10, 0.99, 300
# Another processor may sum in another order: vectors agree to this much.
_TOLERANCE = 1e-3


@dataclass(frozen=True, slots=True)
class Searched:
    """How what a search finds compares with exact search over all vectors.

    ``sampled`` passages were sought by their own text, and the share ``self_found`` of them was found;
    ``recall_at_10`` is the share of the ten nearest that ``queries`` stored vectors found.
    """

    sampled: int
    self_found: float
    queries: int
    recall_at_10: float


@dataclass(slots=True)
class Verified:
    """What is wrong with an index, one line each, and how well it searches, where that was measured."""

    problems: list[str]
    search: Searched | None = None


def verify_index(settings: Settings) -> list[str]:
    """Return what is wrong with the index in use, one line each; an empty list where nothing is.

    Raises IndexMissing where there is no index, IndexMismatch and ModelUnavailable where it
    cannot be compared with these settings.
    """
    return verify(settings).problems


def verify(settings: Settings) -> Verified:
    """Return what ``verify_index`` returns, with how well a search finds what is nearest."""
    try:
        generation = read_generation(settings.index, current_generation(settings.index))
    except IndexDamaged as error:
        return Verified([error.english])
    encoder = load_encoder(settings.model)
    check_generation(settings, generation, encoder)
    verified = Verified([])
    verified.problems = _problems(settings, generation, encoder, verified)
    return verified


def _problems(settings: Settings, generation: Generation, encoder: Encoder, verified: Verified) -> list[str]:
    problems = list(bad_files(generation.manifest, generation.folder))
    bad = {Path(name).parts[0] for name, _ in problems}
    lines = [f"{name}: {problem}" for name, problem in problems]
    if CATALOG in bad:
        return lines
    try:
        with closing(Catalog(generation.catalog)) as catalog:
            lines += _catalog_problems(generation, catalog)
            if VECTORS not in bad:
                lines += _vector_problems(settings, generation, catalog, encoder, verified)
            if WORDS not in bad:
                lines += _word_problems(generation, catalog)
    except KutipError as error:
        lines.append(error.english)
    return lines


def _catalog_problems(generation: Generation, catalog: Catalog) -> Iterator[str]:
    """Yield where the catalog disagrees with itself or with the manifest."""
    yield from (f"{CATALOG}: {line}" for line in catalog.integrity())
    manifest = generation.manifest
    articles, passages = catalog.count()
    counted = {"articles": articles, "passages": passages, "quotes": catalog.count_quotes()}
    counted["refused"] = len(catalog.refused())
    for name, found in counted.items():
        expected = getattr(manifest, name)
        if found != expected:
            yield f"{CATALOG} holds {found} {name}; the manifest says {expected}"
    for article, spans in catalog.each():
        if problem := _coverage_problem(article, spans):
            yield f"{article.path}: {problem}"


def _coverage_problem(article: Article, spans: list[Span]) -> str | None:
    """Say how an article's passages fail to lie in order inside it and to cover its text."""
    end = 0
    for number, span in enumerate(spans):
        if not end <= span.start < span.end <= len(article.text):
            size = len(article.text)
            return f"passage {number} is [{span.start}, {span.end}) of {size} characters, after {end}"
        if article.text[end : span.start].strip():
            return f"no passage covers [{end}, {span.start})"
        end = span.end
    return f"no passage covers [{end}, {len(article.text)})" if article.text[end:].strip() else None


def _word_problems(generation: Generation, catalog: Catalog) -> Iterator[str]:
    """Yield where the word index and the catalog hold different passages."""
    with closing(LexicalReader(generation.words)) as reader:
        yield from _differences("the word index", reader.ids(), catalog.ids())


def _vector_problems(
    settings: Settings, generation: Generation, catalog: Catalog, encoder: Encoder, verified: Verified
) -> Iterator[str]:
    """Yield where vectors, Chroma, catalog and model disagree; note how well a search finds."""
    manifest = generation.manifest
    with closing(
        VectorReader(generation.vectors, manifest.dim, settings.chroma, generation.collection)
    ) as reader:
        ids = reader.ids()
        if len(ids) != manifest.vectors:
            yield f"{VECTORS} holds {len(ids)} vectors; the manifest says {manifest.vectors}"
        yield from _chroma_problems(reader)
        passages, stored = catalog.ids(), set(ids)
        wordless = [id for id in passages if id not in stored]
        yield from _differences(VECTORS, [*ids, *wordless], passages)
        sample = sorted({*ids[:: max(1, len(ids) // _SAMPLE)], *wordless})
        missed, problems = _embedding_problems(sample, stored, catalog, reader, encoder)
        yield from problems
        recall, queries = _recall(reader)
        found = 1 - len(missed) / len(sample) if sample else 1.0
        verified.search = Searched(len(sample), round(found, 4), queries, round(recall, 4))
        if recall < _LEAST_RECALL:
            yield (
                f"of the {_NEAREST} nearest passages a search finds {recall:.1%}, by {queries} queries;"
                f" at least {_LEAST_RECALL:.0%} are expected"
            )


def _recall(reader: VectorReader) -> tuple[float, int]:
    """Return which share of the nearest passages a search finds, and by how many queries that was measured.

    The queries are evenly spaced stored vectors: the same at every call.
    """
    ids = reader.ids()
    chosen = ids[:: -(-len(ids) // _QUERIES)] if ids else []
    found = expected = 0
    for vector in reader.vectors(chosen) if chosen else ():
        exact = reader.search(vector, _NEAREST, exact=True)
        least = exact[-1][1]
        found += sum(score >= least for _, score in reader.search(vector, _NEAREST))
        expected += len(exact)
    return (found / expected if expected else 1.0), len(chosen)


def _chroma_problems(reader: VectorReader) -> Iterator[str]:
    """Yield where Chroma holds something else than the matrix beside it."""
    stored = {id: (vector, facts) for id, vector, facts in reader.stored()}
    yield from _differences("Chroma", stored, reader.ids())
    known = [id for id in reader.ids() if id in stored]
    if known:
        theirs = np.stack([stored[id][0] for id in known])
        apart = np.abs(theirs - reader.vectors(known)).max(axis=1) > _TOLERANCE
        yield from _named("Chroma has another vector for", [known[i] for i in np.flatnonzero(apart)])
    other = [id for id in known if stored[id][1] != reader.facts(id)]
    yield from _named("Chroma has other facts for", other)


def _embedding_problems(
    sample: list[str], ids: set[str], catalog: Catalog, reader: VectorReader, encoder: Encoder
) -> tuple[list[str], list[str]]:
    """Return which passages a search by their own text does not find, and the problems, that among them."""
    passages = catalog.passages(sample)
    articles = {path: catalog.article(path) for path in {p.article for p in passages.values()}}
    vectors = encoder.encode_passages([indexed_text(articles[p.article], p) for p in passages.values()])
    other, lost, missed, facts = [], [], [], []
    for (id, passage), vector in zip(passages.items(), vectors, strict=True):
        article = articles[passage.article]
        if id not in ids:
            if vector.any():
                lost.append(id)
        elif np.abs(reader.vectors([id])[0] - vector).max() > _TOLERANCE:
            other.append(id)
        else:
            if reader.facts(id) != metadata(article.path, article.outlet, article.date):
                facts.append(id)
            best = reader.search(vector, 1)
            if not best or best[0][1] < reader.scores(vector, [id])[id] - _TOLERANCE:
                missed.append(id)
    problems = (
        ("the stored vector is not the text's for", other),
        ("there is no vector for", lost),
        ("a search by its own text does not find", missed),
        ("the stored outlet or date is not the article's for", facts),
    )
    return missed, [line for problem, named in problems for line in _named(problem, named)]


def _differences(place: str, found: Iterable[str], expected: Iterable[str]) -> Iterator[str]:
    """Yield which passages are in one of two places only, or twice."""
    there, wanted = list(found), set(expected)
    yield from _named(f"{place} lacks", sorted(wanted - set(there)))
    yield from _named(f"{place} has what no article has:", sorted(set(there) - wanted))
    if len(there) != len(set(there)):
        yield f"{place} holds {len(there) - len(set(there))} passages twice"


def _named(problem: str, ids: list[str]) -> Iterator[str]:
    if ids:
        more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
        yield f"{problem} {', '.join(ids[:_NAMED])}{more}"
