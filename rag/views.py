"""The JSON of every command, in one place: the command line and the API print the same."""

from __future__ import annotations

from typing import Any

from rag.documents import Answer, ArchiveState, Article, Citation, Hit, IndexReport, Step

Json = dict[str, Any]


def archive_json(state: ArchiveState) -> Json:
    """Return which archive a result was drawn from."""
    return {
        "generation": state.generation,
        "articles": state.articles,
        "latest_date": state.latest_date,
        "refused": state.refused,
    }


def _citation_json(citation: Citation) -> Json:
    return {
        "n": citation.n,
        "article": citation.article,
        "title": citation.title,
        "outlet": citation.outlet,
        "date": citation.date,
        "author": citation.author,
        "url": citation.url,
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "copies": list(citation.copies),
    }


def answer_json(answer: Answer, state: ArchiveState) -> Json:
    """Return the JSON of ``ask``."""
    return {
        "question": answer.question,
        "answer": answer.answer,
        "short": answer.short,
        "abstained": answer.abstained,
        "confidence": answer.confidence,
        "mode": answer.mode,
        "language": answer.language,
        "citations": [_citation_json(c) for c in answer.citations],
        "nearest": [_citation_json(c) for c in answer.nearest],
        "archive": archive_json(state),
    }


def hits_json(query: str, hits: list[Hit], state: ArchiveState) -> Json:
    """Return the JSON of ``search``; ranks count from 1."""
    return {
        "query": query,
        "hits": [
            {
                "rank": rank,
                "score": round(hit.score, 6),
                "article": hit.passage.article,
                "passage": hit.passage.id,
                "title": hit.title,
                "outlet": hit.outlet,
                "date": hit.date,
                "start": hit.passage.start,
                "end": hit.passage.end,
                "text": hit.passage.text,
                "copies": list(hit.copies),
            }
            for rank, hit in enumerate(hits, start=1)
        ],
        "archive": archive_json(state),
    }


def _step_json(step: Step) -> Json:
    return {"rule": step.rule, "removed": step.removed}


def article_json(article: Article) -> Json:
    """Return the JSON of ``article``: offsets everywhere are into this ``text``."""
    return {
        "article": article.path,
        "title": article.title,
        "outlet": article.outlet,
        "date": article.date,
        "author": article.author,
        "editor": article.editor,
        "url": article.url,
        "via": list(article.via) or None,
        "text": article.text,
        "steps": [_step_json(s) for s in article.steps],
        "warnings": list(article.warnings),
    }


def report_json(report: IndexReport) -> Json:
    """Return the JSON of ``index``."""
    return {
        "generation": report.generation,
        "articles": report.articles,
        "passages": report.passages,
        "quotes": report.quotes,
        "added": report.added,
        "updated": report.updated,
        "removed": report.removed,
        "unchanged": report.unchanged,
        "refused": [{"path": r.path, "reason": r.reason} for r in report.refused],
        "warnings": list(report.warnings),
        "model": report.model,
        "dim": report.dim,
        "seconds": round(report.seconds, 3),
    }
