"""Sources of a quotation as they are shown: the words, who says them, what stands around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.documents import Article, Difference, Quote, Source
from rag.duplicates import group_copies
from rag.finding import Finding

# Context shown on either side, in characters.
_CONTEXT = 240


def source_of(found: Finding, wording: str) -> Source:
    """Return the source that a finding stands for, under the wording it amounts to."""
    article, (start, end) = found.transcript.article, found.span
    return _source(article, start, end, found.quote, wording, found.diff)


def utterance(article: Article, quote: Quote, asked: str, wording: str) -> Source:
    """Return a whole utterance as the source of a quotation in other words."""
    diff = (Difference("replace", asked, quote.text),)
    return _source(article, quote.start, quote.end, quote, wording, diff)


def _source(
    article: Article, start: int, end: int, quote: Quote | None, wording: str, diff: tuple[Difference, ...]
) -> Source:
    before, after = _around(article.text, start, end)
    return Source(
        article=article.path,
        start=start,
        end=end,
        text=article.text[start:end],
        kind=quote.kind if quote else "narration",
        wording=wording,
        speaker=quote.speaker if quote else None,
        role=quote.role if quote else None,
        said_on=quote.said_on if quote else None,
        title=article.title,
        outlet=article.outlet,
        date=article.date,
        author=article.author,
        url=article.url,
        before=before,
        after=after,
        diff=diff,
    )


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the text of the same paragraph before and behind, from word to word."""
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    first = line if start - line <= _CONTEXT else text.find(" ", start - _CONTEXT, start) + 1 or start
    last = stop if stop - end <= _CONTEXT else max(end, text.rfind(" ", end, end + _CONTEXT))
    return text[first:start], text[end:last]


def grouped(sources: Sequence[Source]) -> list[Source]:
    """Return the sources in order, each place once, one for each story that several articles carry alike."""
    kept = list({(s.article, s.start, s.end): s for s in reversed(sources)}.values())[::-1]
    found = []
    for group in group_copies([(s.article, f"{s.before}{s.text}{s.after}") for s in kept]):
        first = kept[group[0]]
        alike = [kept[i] for i in group[1:] if kept[i].wording == first.wording]
        found.append(replace(first, copies=tuple(sorted(s.article for s in alike))))
        found += [kept[i] for i in group[1:] if kept[i].wording != first.wording]
    return found


def earliest(sources: Sequence[Source]) -> int | None:
    """Return the index of the oldest source worded as the first is; None where none has a date."""
    dated = [i for i, s in enumerate(sources) if s.wording == sources[0].wording and s.date]
    return min(dated, key=lambda i: (sources[i].date or "", i), default=None)
