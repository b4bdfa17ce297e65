"""Sources of a quotation as they are shown: the words, who says them, what stands around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from rag.documents import Article, Difference, Quote, Source
from rag.duplicates import group_copies
from rag.finding import Finding
from rag.words import fold

# Context shown on either side, in characters.
_CONTEXT = 240


class Same(Protocol):
    """Tells whether a claimed speaker is a quotation's, whose article reads ``text``; None where unknown."""

    def __call__(self, claimed: str, quote: Quote, text: str = "", /) -> bool | None: ...


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


def grouped(sources: Sequence[Source], same: Same) -> list[Source]:
    """Return the sources in order, each place once, one for each story that several articles carry alike.

    A copy that words it otherwise, credits another or is older than the first stands for itself.
    """
    kept = list({(s.article, s.start, s.end): s for s in reversed(sources)}.values())[::-1]
    copies: dict[int, list[str]] = {}
    for story in group_copies([(s.article, f"{s.before}{s.text}{s.after}") for s in kept]):
        firsts: list[int] = []
        for i in story:
            first = next((n for n in firsts if _adds_nothing(kept[i], kept[n], same)), None)
            if first is None:
                firsts.append(i)
                copies[i] = []
            else:
                copies[first].append(kept[i].article)
    return [replace(kept[i], copies=tuple(sorted(copies[i]))) for i in sorted(copies)]


def _adds_nothing(copy: Source, first: Source, same: Same) -> bool:
    """Say whether a copy tells no more than its first: neither other words, nor a speaker, nor an older date.

    A copy that names nobody is none the less a copy; one that names somebody is not hidden behind one
    that does not.
    """
    alike = (copy.wording, copy.kind) == (first.wording, first.kind)
    older = copy.date is not None and (first.date is None or copy.date < first.date)
    return alike and not older and (not _named(copy) or _is_one(copy, first, same))


def _is_one(copy: Source, first: Source, same: Same) -> bool:
    """Say whether two sources surely have one speaker. Of an office alone no name is asked."""
    if (copy.speaker, copy.role) == (first.speaker, first.role):
        return True
    short, full = fold(copy.speaker or "").split(), fold(first.speaker or "").split()
    if short and not copy.role and set(short) <= set(full):  # "Rina", where the first copy has "Rina Kusuma"
        return True
    pairs = [(a, b) for a, b in ((copy, first), (first, copy)) if b.speaker or not a.speaker]
    return all(_named(a) and same(_named(a), _quote(b)) is True for a, b in pairs)


def _named(source: Source) -> str:
    """Return whom a source credits: the speaker, else the office alone, else nobody."""
    return source.speaker or source.role or ""


def _quote(source: Source) -> Quote:
    return Quote(
        source.article, source.start, source.end, source.text, source.kind, source.speaker, source.role
    )


def earliest(sources: Sequence[Source]) -> int | None:
    """Return the index of the oldest source worded as the first is; None where none has a date."""
    dated = [i for i, s in enumerate(sources) if s.wording == sources[0].wording and s.date]
    return min(dated, key=lambda i: (sources[i].date or "", i), default=None)
