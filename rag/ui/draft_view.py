"""A checked draft as it is shown: a summary, and every quotation in order with its check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rag.documents import Draft, QuoteCheck
from rag.markup import Html, excerpt, isolated, join, tag
from rag.report.facts import unchecked
from rag.ui.reports import KINDS, report_url
from rag.ui.texts import Texts, counted, date_text, number_text
from rag.ui.verdicts import Checked, attribution_badge, badge, parts, reserve_badges
from rag.verdict_names import VERDICTS
from rag.verdict_words import name_of, reserves

_SHOWN_QUOTE = 220
_REACH = 160


def draft_view(
    draft: Draft,
    found: Sequence[Checked],
    corrections: Mapping[int, str | None],
    report: str,
    t: Texts,
    opened: int | None = None,
) -> Html:
    """Return the result of a draft's check.

    ``found`` belongs to ``draft.quotes`` one to one; ``corrections`` are the readers' own, ``report``
    is the name under which the report can be had, ``opened`` the quotation to show in full.
    """
    if not draft.quotes:
        none = tag("p", t["no_quotes"], class_="k-hint", role="status")
        return tag("div", none, _unchecked(draft, t), data_arrived=True)
    rows = [_row(n, draft, checked, n in corrections, n == opened, t) for n, checked in enumerate(found)]
    return tag(
        "section",
        _summary(draft, report, t),
        tag("ol", *rows, class_="k-quotes", role="list"),
        class_="k-draft",
        data_arrived=opened is None,
    )


def _summary(draft: Draft, report: str, t: Texts) -> Html:
    counts = Counter((q.check.verdict, bool(reserves(q.check))) for q in draft.quotes)
    items = [
        tag("li", badge(verdict, t, warned), tag("strong", number_text(counts[verdict, warned], t)))
        for verdict in VERDICTS
        for warned in (True, False)
        if counts[verdict, warned]
    ]
    links = [
        tag("a", label, href=report_url(report, kind), download=True, class_="k-download")
        for kind, label in KINDS.items()
    ]
    return tag(
        "header",
        tag("h3", counted("draft_quotes", len(draft.quotes), t), role="status"),
        tag("ul", *items, class_="k-tally", role="list"),
        tag("p", t["download"], join(links, " "), class_="k-downloads"),
        _unchecked(draft, t),
        class_="k-summary",
    )


def _unchecked(draft: Draft, t: Texts) -> Html | None:
    """Say what stands in quotation marks and was not checked."""
    both = unchecked(draft)
    return tag("p", isolated(both[t["lang"] == "en"]), class_="k-unchecked") if both else None


def _row(n: int, draft: Draft, found: Checked, corrected: bool, opened: bool, t: Texts) -> Html:
    check = found.check
    against = reserve_badges(check, t)
    quoted = draft.quotes[n]
    quote = check.quote if len(check.quote) <= _SHOWN_QUOTE else check.quote[:_SHOWN_QUOTE].rstrip() + " …"
    claimed = (
        join(
            [
                isolated(check.speaker),
                tag("span", t["corrected"], class_="k-corrected") if corrected else None,
            ],
            " ",
        )
        if check.speaker
        else tag("span", t["no_claim"], class_="k-unknown")
    )
    summary = tag(
        "summary",
        tag("span", number_text(n + 1, t), class_="k-n"),
        tag(
            "span",
            tag(
                "span",
                badge(check.verdict, t, bool(against), name_of(check)),
                " ",
                *against,
                " ",
                attribution_badge(check.attribution, t, bool(against)),
                class_="k-badges",
            ),
            tag("q", isolated(quote)),
            tag("span", t["in_draft_by"], claimed, class_="k-claim"),
            tag("span", _source_line(check, t), class_="k-line"),
            class_="k-head",
        ),
    )
    context = excerpt(draft.text, quoted.start, quoted.end, _REACH)
    full = tag(
        "div",
        tag("p", tag("span", t["in_draft"], class_="k-muted"), context, class_="k-words k-context"),
        _correction(n, check.speaker, t),
        tag("div", *parts(found, t), class_="k-check"),
        class_="k-full",
    )
    return tag(
        "li",
        tag("details", summary, full, open=opened),
        class_=f"k-row k-row-{check.verdict.replace('_', '-')}",
    )


def _source_line(check: QuoteCheck, t: Texts) -> Html:
    """Return the best source in one line, or that there is none."""
    source = check.sources[0] if check.sources else None
    if source is None:
        return tag("span", t["no_source"], class_="k-unknown")
    shown = [source.speaker, source.outlet or source.title or source.article, date_text(source.date, t)]
    more = len(check.sources) - 1
    line = join([isolated(part) for part in shown if part], " · ")
    return join(
        [t["in_source"], line, f" {t['sources_more'].format(n=number_text(more, t))}" if more else None]
    )


def _correction(n: int, speaker: str | None, t: Texts) -> Html:
    """Return the field in which a misread speaker is put right; the tab's script reads it."""
    return tag(
        "div",
        tag(
            "label",
            tag("span", t["speaker_in_draft"]),
            tag("input", type="text", value=speaker or "", maxlength=200, autocomplete="off"),
        ),
        tag("button", t["check_again"], type="button", class_="k-again"),
        class_="k-correction",
        data_quote=n,
    )
