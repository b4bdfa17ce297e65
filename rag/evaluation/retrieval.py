"""Retrieval over a set's passages: nDCG@10, R@1, R@10 of what ships, in points (0-100)."""

from __future__ import annotations

import tempfile
from pathlib import Path

from rag.documents import Filters
from rag.embedding import load_encoder
from rag.errors import UsageError
from rag.evaluation.sets import PassageSet
from rag.fusion import fuse
from rag.lexical import LexicalReader, LexicalWriter
from rag.question import analyse
from rag.settings import Settings

DEPTH = 100


def measure(data: PassageSet) -> dict[str, float]:
    """Rank the passages for every question that one answers. Raises UsageError without ir_measures.

    Vectors are compared exactly, which is what Chroma's graph approximates.
    """
    try:
        import ir_measures
        from ir_measures import R, nDCG
    except ImportError:
        raise UsageError(
            "evaluation needs ir_measures: pip install -r requirements-dev.txt",
            "evaluasi memerlukan ir_measures: pip install -r requirements-dev.txt",
        ) from None
    measures = [nDCG @ 10, R @ 1, R @ 10]
    scores = ir_measures.calc_aggregate(measures, _answerable(data), _run(data))
    return {str(each): round(100 * scores[each], 2) for each in measures}


def _answerable(data: PassageSet) -> dict[str, dict[str, int]]:
    asked = {q["_id"] for q in data.questions if q.get("answerable", True)}
    return {query: grades for query, grades in data.qrels.items() if query in asked}


def _run(data: PassageSet) -> dict[str, dict[str, float]]:
    """Return the scores of the best passages of every answerable question, ties in their order."""
    encoder = load_encoder(Settings().model)
    ids = sorted(data.passages)
    table = encoder.encode_passages([data.passages[id] for id in ids])
    run: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        writer = LexicalWriter(Path(folder) / "words")
        for id in ids:
            writer.add(id, data.passages[id], data.titles[id], None, None)
        writer.commit()
        writer.close()
        reader = LexicalReader(Path(folder) / "words")
        wanted = _answerable(data)
        for question in data.questions:
            if question["_id"] in wanted:
                asked = analyse(question["text"]).search_text
                cosines = table @ encoder.encode_query(asked)
                nearest = [(ids[i], float(cosines[i])) for i in (-cosines).argsort(kind="stable")[:DEPTH]]
                ranked = fuse(reader.search(asked, DEPTH, Filters()), nearest)
                run[question["_id"]] = {hit.id: float(3 * DEPTH - n) for n, hit in enumerate(ranked)}
        reader.close()
    return run
