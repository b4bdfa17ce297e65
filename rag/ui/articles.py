"""The Corpus tab's views: the table of articles, what became of uploads, how a rebuild goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rag.documents import ArticleSummary, IndexReport, Progress
from rag.markup import Html, isolated, join, tag
from rag.ui.cards import reader_url
from rag.ui.cautions import caution
from rag.ui.rebuild import RebuildStatus
from rag.ui.status import refusals
from rag.ui.texts import Texts, date_text, duration_text, number_text, sentence
from rag.ui.uploads import Stored
from rag.words import fold

PER_PAGE = 20
_STAGES = ("read", "index", "verify", "switch")


def matching(summaries: Iterable[ArticleSummary], wanted: str, t: Texts) -> list[ArticleSummary]:
    """Return the articles of which title, outlet, date or path holds every word of ``wanted``."""
    needles = fold(wanted[:200]).split()
    if not needles:
        return list(summaries)
    return [
        s
        for s in summaries
        if all(
            needle in fold(" ".join(filter(None, (s.title, s.outlet, s.date, date_text(s.date, t), s.path))))
            for needle in needles
        )
    ]


def table(found: Sequence[ArticleSummary], page: int, t: Texts) -> Html:
    """Return page ``page`` (from 0) of the articles found."""
    if not found:
        return tag("p", t["none_found"], class_="k-muted k-none")
    first = page * PER_PAGE
    shown = found[first : first + PER_PAGE]
    head = tag("tr", *(tag("th", t[key], scope="col") for key in _COLUMNS))
    rows = [_row(summary, t) for summary in shown]
    place = t["page_of"].format(
        first=number_text(first + 1, t),
        last=number_text(first + len(shown), t),
        total=number_text(len(found), t),
    )
    return tag(
        "div",
        tag(
            "table",
            tag("caption", t["corpus_head"], class_="k-sr"),
            tag("thead", head),
            tag("tbody", *rows),
        ),
        tag("p", place, class_="k-muted k-place", role="status"),
        class_="k-table",
    )


_COLUMNS = ("col_title", "col_outlet", "col_date", "col_file")


def _row(summary: ArticleSummary, t: Texts) -> Html:
    day = date_text(summary.date, t)
    title = isolated(summary.title or t["untitled"])
    return tag(
        "tr",
        tag("th", tag("a", title, href=reader_url(summary.path), data_reader=True), scope="row"),
        tag("td", isolated(summary.outlet) if summary.outlet else tag("span", "–", class_="k-unknown")),
        tag("td", tag("time", day, datetime=summary.date) if day else tag("span", "–", class_="k-unknown")),
        tag("td", tag("code", isolated(summary.path))),
    )


def upload_report(stored: Sequence[Stored], t: Texts) -> Html:
    """Return what became of each uploaded file."""
    if not stored:
        return Html()
    rows = [
        tag(
            "li",
            tag("code", isolated(s.given)),
            " ",
            tag("span", isolated(s.message)),
            class_="k-good" if s.name else "k-known" if s.known else "k-bad",
        )
        for s in stored
    ]
    new = any(s.name for s in stored)
    hint = tag("p", t["then_rebuild"], class_="k-then") if new else None
    return tag("div", tag("ul", *rows, role="list"), hint, class_="k-uploads", role="status")


def rebuild_view(status: RebuildStatus, t: Texts) -> Html:
    """Return the progress of a running rebuild, or the report or the error of the latest."""
    if status.running:
        return _progress(status.progress, t)
    if status.error is not None:
        return tag("p", sentence(status.error.in_language(t["lang"])), class_="k-error", role="alert")
    if status.report is not None:
        return _report(status.report, t)
    return Html()


def _progress(progress: Progress | None, t: Texts) -> Html:
    stage = progress.stage if progress and progress.stage in _STAGES else "start"
    step = _STAGES.index(stage) + 1 if stage in _STAGES else 0
    details: list[str | None] = []
    if progress and progress.total > 1:
        details.append(f"{number_text(progress.done, t)} / {number_text(progress.total, t)}")
        if progress.rate:
            rate = f"{progress.rate:.0f}" if progress.rate >= 10 else f"{progress.rate:.1f}"
            details.append(t["rate"].format(rate=rate.replace(".", ",") if t["lang"] == "id" else rate))
        if progress.seconds_left is not None:
            details.append(t["left"].format(time=duration_text(progress.seconds_left, t)))
    known = bool(progress and progress.total > 1)
    return tag(
        "div",
        tag(
            "p",
            tag("strong", t[f"stage_{stage}"]),
            tag("span", f" {step}/{len(_STAGES)}", class_="k-muted") if step else None,
        ),
        tag(
            "progress",
            max=progress.total if known and progress else None,
            value=progress.done if known and progress else None,
            aria_label=t[f"stage_{stage}"],
        ),
        tag("p", " · ".join(d for d in details if d) or "\u00a0", class_="k-muted k-figures"),
        class_="k-progress",
        data_running=True,
    )


def _report(report: IndexReport, t: Texts) -> Html:
    figures = [(key, getattr(report, key)) for key in ("added", "updated", "removed", "unchanged")]
    figures.append(("refused", len(report.refused)))
    items = [
        tag("li", tag("strong", number_text(n, t)), " ", t[key], class_=None if n else "k-zero")
        for key, n in figures
    ]
    warnings = [tag("li", isolated(caution(w, t))) for w in report.warnings[:50]]
    return tag(
        "div",
        tag("p", t["done_in"].format(time=duration_text(report.seconds, t)), class_="k-good"),
        tag("ul", *items, class_="k-counts", role="list"),
        tag("p", t["examples_gave_way"], class_="k-note") if report.examples else None,
        join([tag("h4", t["refused_title"]), refusals(report.refused[:200], t)]) if report.refused else None,
        tag("details", tag("summary", t["warnings"], f" ({len(report.warnings)})"), tag("ul", *warnings))
        if warnings
        else None,
        class_="k-report",
        role="status",
    )
