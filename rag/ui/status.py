"""The top of page and tabs: the name, what the archive holds and refused, what a tab is for."""

from __future__ import annotations

from collections.abc import Sequence

from rag.documents import ArchiveState, Refusal
from rag.markup import Html, isolated, join, tag
from rag.passwords import EDITOR, Account
from rag.ui.texts import Texts, counted, date_text, number_text

_SHOWN = 200


def masthead(status: Html, t: Texts, example: bool = False) -> Html:
    """Return the top of the page around the status line."""
    other = "en" if t["lang"] == "id" else "id"
    name = {"en": "English", "id": "Bahasa Indonesia"}[other]
    return tag(
        "div",
        tag("a", t["skip"], href="/", class_="k-skip", data_skip=True),
        tag(
            "div",
            tag("h1", tag("span", "“", aria_hidden="true"), "Kutip", class_="k-wordmark"),
            tag("p", t["tagline"], class_="k-tagline"),
            tag("span", t["example"], class_="k-example", title=t["example_hint"]) if example else None,
            class_="k-brand",
        ),
        tag("div", status, class_="k-status", role="status"),
        tag("a", name, href=f"/bahasa?ke={other}", class_="k-language", lang=other, hreflang=other),
        class_="k-top",
    )


def person(account: Account | None, t: Texts) -> Html:
    """Return who is signed in, with the way out; nothing where nobody needs to be."""
    if account is None or not account.name:
        return Html()
    role = t["role_editor"] if account.role == EDITOR else t["role_reader"]
    return tag(
        "form",
        tag("span", isolated(account.name), " · ", role),
        tag("button", t["log_out"], type="submit"),
        method="post",
        action="/keluar",
        class_="k-person",
    )


def status_line(state: ArchiveState, refused: Sequence[Refusal], t: Texts) -> Html:
    """Return "8 artikel · terbaru 12 Nov 2026 · 2 berkas ditolak", the last one opening a list."""
    latest = date_text(state.latest_date, t)
    parts = [
        tag("strong", counted("articles", state.articles, t)),
        tag("span", t["latest"].format(date=latest) if latest else t["undated"]),
        _refused(refused, t) if refused else tag("span", counted("refused", state.refused, t)),
    ]
    return join(parts, " · ")


def _refused(refused: Sequence[Refusal], t: Texts) -> Html:
    more = len(refused) - _SHOWN
    inside = tag(
        "div",
        tag("h3", t["refused_title"]),
        refusals(refused[:_SHOWN], t),
        tag("p", t["refused_more"].format(n=number_text(more, t))) if more > 0 else None,
        class_="k-popover",
    )
    return tag("details", tag("summary", counted("refused", len(refused), t)), inside, class_="k-refused")


def refusals(refused: Sequence[Refusal], t: Texts) -> Html:
    """Return refused files with their reasons in the reader's language."""
    rows = [
        tag(
            "li",
            tag("code", isolated(r.path)),
            " ",
            tag("span", isolated(r.reason_id if t["lang"] == "id" else r.reason)),
        )
        for r in refused
    ]
    return tag("ul", *rows, class_="k-refusals", role="list")


def problem(message: str) -> Html:
    """Return the status line of an archive that cannot be opened."""
    return tag("span", message, class_="k-error")


def intro(head: str, line: str, t: Texts) -> Html:
    """Return the heading of a tab and a sentence on what it is for; both are keys of ``t``."""
    return tag("div", tag("h2", t[head]), tag("p", t[line]))
