"""The JSON of every command, in one place: the command line and the API print the same."""

from __future__ import annotations

from typing import Any

from rag.documents import (
    Answer,
    ArchiveState,
    Article,
    Citation,
    Difference,
    Draft,
    Hit,
    IndexReport,
    OutletAnswer,
    Quote,
    QuoteCheck,
    Source,
    Step,
)
from rag.verdict_names import VERDICTS

Json = dict[str, Any]


def archive_json(state: ArchiveState) -> Json:
    """Return which archive a result was drawn from."""
    return {
        "generation": state.generation,
        "articles": state.articles,
        "searched": state.searched,
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
        "understood": answer.understood,
        "answer": answer.answer,
        "short": answer.short,
        "differing": [{"short": short, "n": n} for short, n in answer.differing],
        "abstained": answer.abstained,
        "confidence": answer.confidence,
        "mode": answer.mode,
        "language": answer.language,
        "notice": answer.notice,
        "citations": [_citation_json(c) for c in answer.citations],
        "nearest": [_citation_json(c) for c in answer.nearest],
        "sentences": [
            {"text": c.text, "citations": list(c.citations), "supported": c.supported, "reason": c.reason}
            for c in answer.claims
        ],
        "archive": archive_json(state),
    }


def compare_json(question: str, rows: list[OutletAnswer], state: ArchiveState) -> Json:
    """Return the JSON of ``compare``: an outlet a row."""
    kept = ("answer", "short", "differing", "abstained", "confidence", "citations", "nearest")
    answers = [(row.outlet, answer_json(row.answer, state)) for row in rows]
    return {
        "question": question,
        "outlets": [{"outlet": outlet} | {key: found[key] for key in kept} for outlet, found in answers],
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


def _difference_json(difference: Difference) -> Json:
    return {"op": difference.op, "query": difference.query, "source": difference.source}


def _source_json(source: Source) -> Json:
    return {
        "article": source.article,
        "title": source.title,
        "outlet": source.outlet,
        "date": source.date,
        "author": source.author,
        "url": source.url,
        "said_on": source.said_on,
        "speaker": source.speaker,
        "role": source.role,
        "kind": source.kind,
        "wording": source.wording,
        "start": source.start,
        "end": source.end,
        "text": source.text,
        "before": source.before,
        "after": source.after,
        "diff": [_difference_json(d) for d in source.diff],
        "copies": list(source.copies),
    }


def check_json(check: QuoteCheck, state: ArchiveState) -> Json:
    """Return the JSON of ``check``."""
    return {**quote_check_json(check), "archive": archive_json(state)}


def quote_check_json(check: QuoteCheck) -> Json:
    """Return a check without the archive's state, as one of several."""
    return {
        "quote": check.quote,
        "speaker": check.speaker,
        "verdict": check.verdict,
        "wording": check.wording,
        "attribution": check.attribution,
        "flags": list(check.flags),
        "diff": [_difference_json(d) for d in check.diff],
        "sources": [_source_json(s) for s in check.sources],
        "earliest": check.earliest,
        "nearest": _source_json(check.nearest) if check.nearest else None,
    }


def draft_json(draft: Draft, state: ArchiveState) -> Json:
    """Return the JSON of ``draft``: offsets are into its ``text``, ``summary`` counts every verdict.

    ``unchecked`` is what stands in quotation marks and was not taken for a quotation.
    """
    verdicts = [quote.check.verdict for quote in draft.quotes]
    return {
        "quotes": [{"start": q.start, "end": q.end, **quote_check_json(q.check)} for q in draft.quotes],
        "summary": {verdict: verdicts.count(verdict) for verdict in VERDICTS},
        "unchecked": [{"start": s, "end": e, "text": draft.text[s:e]} for s, e in draft.unchecked],
        "text": draft.text,
        "archive": archive_json(state),
    }


def quote_json(quote: Quote) -> Json:
    """Return one line of ``quotes``."""
    return {
        "article": quote.article,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "kind": quote.kind,
        "speaker": quote.speaker,
        "role": quote.role,
        "cue": quote.cue,
        "reference": quote.reference,
        "via": quote.via,
        "said_on": quote.said_on,
        "rule": quote.rule,
        "aliases": list(quote.aliases),
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
        "signature": article.signature,
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
