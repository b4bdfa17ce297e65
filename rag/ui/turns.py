"""The conversation: a question, its answer with ``[n]`` and its cards, one turn after another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rag.documents import Answer, Citation, Claim, Filters, OutletAnswer
from rag.markup import Html, isolated, join, tag
from rag.ui.cards import Source, cards, citation_url, headline, language_in, source_label
from rag.ui.texts import Texts, date_text

# Of the development questions in tests/data answered with less confidence two thirds are answered rightly; of
# the others 88%.
SURE = 0.6
# A question over the limit is refused; its beginning is enough to recognise it.
_SHOWN_QUESTION, _SHOWN_ERROR = 1_000, 280


def conversation(turns: Sequence[Html], t: Texts) -> Html:
    """Return all turns, oldest first."""
    return tag("div", *turns, class_="k-conversation", role="log", aria_label=t["conversation"])


def answer_turn(
    answer: Answer, found: list[Source], t: Texts, note: str = "", nothing_passes: bool = False
) -> Html:
    """Return an answered (or declined) question with its cards beside it.

    ``found`` are the sources of the answer's citations or, of an abstention, of its nearest;
    ``nothing_passes`` says that the filters left no article to look in.
    """
    if answer.understood is not None:
        understood = t["understood"].format(question=answer.understood)
        note = f"{understood} · {note}" if note else understood
    if nothing_passes:
        return _turn(answer.question, _nothing_passes(t), None, t, note, "k-abstained")
    if answer.abstained:
        said = join(
            [
                tag("p", t["abstained"], class_="k-short"),
                tag("p", t["abstained_hint"] if found else t["nearest_none"], class_="k-muted"),
            ]
        )
        beside = cards(found, t, t["nearest"], numbered=False) if found else None
        return _turn(answer.question, said, beside, t, note, "k-abstained")
    body: list[Html | None]
    if answer.mode == "llm":
        by_number = {c.n: c for c in answer.citations}
        body = [
            *(_claimed(c, by_number, t) for c in answer.claims),
            _aside(answer.notice) if answer.notice else None,
            _aside(t["phrased"]),
        ]
    else:
        unsure = _is_unsure(answer)
        body = [
            tag("p", answer.short, class_="k-short k-unsure" if unsure else "k-short")
            if answer.short
            else None,
            _differing(answer, t) if answer.differing else None,
            *(_text(c, answer.short, t) for c in answer.citations),
            _aside(answer.notice) if answer.notice else None,
            _aside(_unsure(answer.confidence, t)) if unsure else None,
        ]
    return _turn(answer.question, join(body), cards(found, t, t["sources"]) if found else None, t, note)


def _differing(answer: Answer, t: Texts) -> Html:
    """Return what each article says where they do not agree, each with its link."""
    by_number = {c.n: c for c in answer.citations}
    said = [join([short, " ", _link(by_number[n], t)]) for short, n in answer.differing]
    values = [tag("li", one, class_="k-short") for one in said]
    return join([tag("p", t["differing"], class_="k-muted"), tag("ul", *values, class_="k-differing")])


def _is_unsure(answer: Answer) -> bool:
    return (answer.confidence or 1.0) < SURE


def _unsure(confidence: float | None, t: Texts) -> str:
    return t["unsure"].format(percent=round(100 * (confidence or 0.0)))


def _aside(text: str) -> Html:
    return tag("p", text, class_="k-muted k-aside")


def _claimed(claim: Claim, by_number: Mapping[int, Citation], t: Texts) -> Html:
    """Return a language model's sentence with its links, or marked with why it is not supported."""
    if claim.supported:
        links = [_link(by_number[n], t) for n in claim.citations]
        return tag("p", join([claim.text, " ", join(links)]), class_="k-text")
    why = t["unsupported"] + ": " + t[f"why_{claim.reason}"]
    return tag("p", join([tag("s", claim.text), " ", tag("em", why)]), class_="k-text k-unsupported")


def _text(citation: Citation, short: str | None, t: Texts) -> Html:
    """Return the cited words, the short answer in them emphasised, and ``[n]`` as a link to the reader."""
    words = join([_emphasised(citation.text, short), " ", _link(citation, t)])
    return tag("p", words, class_="k-text", lang=language_in(citation.text))


def _link(citation: Citation, t: Texts) -> Html:
    return tag(
        "a",
        f"[{citation.n}]",
        href=citation_url(citation),
        class_="k-cite",
        data_reader=True,
        data_n=citation.n,
        aria_label=source_label(citation, t),
    )


def _emphasised(text: str, short: str | None) -> Html:
    before, found, after = text.partition(short) if short else (text, "", "")
    return join([before, tag("strong", found) if found else None, after])


def pending_turn(question: str, t: Texts) -> Html:
    """Return a question that is being answered."""
    return _turn(question, tag("p", t["searching"], class_="k-muted k-pending"), None, t)


def _nothing_passes(t: Texts) -> Html:
    hint = tag("p", t["nothing_passes_hint"], class_="k-muted")
    return join([tag("p", t["nothing_passes"], class_="k-short"), hint])


def compare_turn(
    question: str, rows: Sequence[OutletAnswer], t: Texts, note: str = "", nothing_passes: bool = False
) -> Html:
    """Return what each outlet reports on a question, a row each, with the dates of what it cites."""
    if nothing_passes:
        return _turn(question, _nothing_passes(t), None, t, note, "k-abstained")
    first, body = 1, []
    for row in rows:
        cited = [replace(c, n=n) for n, c in enumerate(row.answer.citations, first)]
        first += len(cited)
        said = [_text(c, row.answer.short, t) for c in cited]
        said += _where(row.answer, cited, t)
        body.append(tag("tr", tag("th", _outlet_with_dates(row, t), scope="row"), tag("td", *said)))
    table = tag("table", tag("caption", t["compare_hint"]), tag("tbody", *body), class_="k-compared")
    return _turn(question, table if rows else tag("p", t["nearest_none"], class_="k-muted"), None, t, note)


def _where(answer: Answer, cited: Sequence[Citation], t: Texts) -> list[Html]:
    """Return which articles an outlet's row rests on and how sure it is, or what comes nearest where it
    answers nothing."""
    shown = list({c.article: c for c in (answer.nearest[:1] if answer.abstained else cited)}.values())
    links = [tag("a", headline(c.title, c.text, t), href=citation_url(c), data_reader=True) for c in shown]
    lines = []
    if answer.abstained:
        lines.append(tag("p", t["not_reported"], class_="k-muted"))
    if links:
        lead = tag("span", t["nearest_is"]) if answer.abstained else None
        lines.append(tag("p", lead, join(links, ", "), class_="k-muted k-aside"))
    if not answer.abstained and _is_unsure(answer):
        lines.append(_aside(_unsure(answer.confidence, t)))
    return lines


def _outlet_with_dates(row: OutletAnswer, t: Texts) -> Html:
    days = sorted({c.date for c in row.answer.citations if c.date})
    dates = ", ".join(str(date_text(day, t)) for day in days)
    return join([isolated(row.outlet or t["no_outlet"]), tag("span", dates) if dates else None])


def provisional_turn(question: str, written: str, t: Texts) -> Html:
    """Return a question with what a language model has written so far, none of which has been checked."""
    said = join([tag("p", written, class_="k-text k-provisional"), _aside(t["provisional"])])
    return _turn(question, said, None, t)


def error_turn(question: str, message: str, t: Texts) -> Html:
    """Return a question that could not be asked, with the reason."""
    return _turn(question, tag("p", message, class_="k-error", role="alert"), None, t)


def _turn(question: str, said: Html, beside: Html | None, t: Texts, note: str = "", class_: str = "") -> Html:
    shown = question if len(question) <= _SHOWN_QUESTION else question[:_SHOWN_ERROR] + "…"
    return tag(
        "section",
        tag(
            "div",
            tag("span", t["you"] + ": ", class_="k-sr"),
            tag("p", shown),
            tag("p", note, class_="k-filternote") if note else None,
            class_="k-question",
        ),
        tag("div", said, class_="k-answer"),
        beside,
        class_=f"k-turn {class_}".strip(),
    )


def filter_note(filters: Filters, t: Texts) -> str:
    """Return the filters of a question in words, or nothing."""
    if not filters:
        return ""
    parts = [
        filters.outlet,
        f"{t['since'].lower()} {date_text(filters.since, t)}" if filters.since else None,
        f"{t['until'].lower()} {date_text(filters.until, t)}" if filters.until else None,
    ]
    return t["filtered_by"] + ", ".join(p for p in parts if p)


def opening(examples: Sequence[str], are_titles: bool, t: Texts) -> Html:
    """Return what stands where the conversation will be: what this is, and examples to click."""
    chips = [tag("li", tag("button", q, type="button", class_="k-chip", data_question=q)) for q in examples]
    return tag(
        "div",
        tag("h2", t["hero"]),
        tag("p", t["hero_sub"]),
        tag(
            "div",
            tag("h3", t["try_titles"] if are_titles else t["try"]),
            tag("ul", *chips, role="list"),
            class_="k-chips",
        )
        if chips
        else None,
        class_="k-hero",
    )
