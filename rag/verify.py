"""Comparing what an index holds: articles, passages, vectors and words, and each file's bytes.

Nothing but this package's writer ever opens a generation to change it, so a file that is not
as it was written is damaged. Such a file is named and not handed to native code, which may not
survive it; the rest is compared by content.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
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
# Share of passages that Chroma's graph, which is approximate, may miss when their own text is sought:
# among 1,000 passages of one wording it missed 1, where every vector was as stored.
_MISSED_SHARE = 0.01
# Another processor may sum in another order: vectors agree to this much.
_TOLERANCE = 1e-3


def verify_index(settings: Settings) -> list[str]:
    """Return what is wrong with the index in use, one line each; an empty list where nothing is.

    Raises IndexMissing where there is no index, IndexMismatch and ModelUnavailable where it
    cannot be compared with these settings.
    """
    try:
        generation = read_generation(settings.index, current_generation(settings.index))
    except IndexDamaged as error:
        return [error.english]
    encoder = load_encoder(settings.model)
    check_generation(settings, generation, encoder)
    problems = list(bad_files(generation.manifest, generation.folder))
    bad = {Path(name).parts[0] for name, _ in problems}
    lines = [f"{name}: {problem}" for name, problem in problems]
    if CATALOG in bad:
        return lines
    try:
        with closing(Catalog(generation.catalog)) as catalog:
            lines += _catalog_problems(generation, catalog)
            if VECTORS not in bad:
                lines += _vector_problems(settings, generation, catalog, encoder)
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
    settings: Settings, generation: Generation, catalog: Catalog, encoder: Encoder
) -> Iterator[str]:
    """Yield where vectors, Chroma, catalog and model disagree."""
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
        yield from _embedding_problems(sample, stored, catalog, reader, encoder)


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
) -> Iterator[str]:
    """Yield passages whose stored vector is not their text's, or that a search does not find."""
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
    yield from _named("the stored vector is not the text's for", other)
    yield from _named("there is no vector for", lost)
    if len(missed) > _MISSED_SHARE * len(passages):
        yield from _named("a search by its own text does not find", missed)
    yield from _named("the stored outlet or date is not the article's for", facts)


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
