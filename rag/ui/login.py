"""The login page: a name, a password, and what was wrong with the last try."""

from __future__ import annotations

from urllib.parse import quote

from rag.markup import Html, join, tag
from rag.ui.reader import page
from rag.ui.texts import Texts


def login_page(t: Texts, onward: str, name: str = "", message: str | None = None) -> str:
    """Return the page; ``onward`` is where signing in leads, ``name`` what was typed before."""
    other = "en" if t["lang"] == "id" else "id"
    called = {"en": "English", "id": "Bahasa Indonesia"}[other]
    return page(
        join(
            [
                _form(t, onward, name, message),
                tag(
                    "p",
                    tag("a", called, href=_language_url(other, onward), lang=other, hreflang=other),
                    class_="k-other",
                ),
            ]
        ),
        t["log_in"],
        t,
    )


def _language_url(language: str, onward: str) -> str:
    return f"/bahasa?ke={language}&lanjut={quote(onward, safe='')}"


def _form(t: Texts, onward: str, name: str, message: str | None) -> Html:
    return tag(
        "form",
        tag("h1", t["log_in"]),
        tag("p", t["log_in_hint"], class_="k-muted"),
        tag("p", message, class_="k-error", role="alert", id="k-wrong") if message else None,
        tag("input", type="hidden", name="lanjut", value=onward),
        _field("k-name", "nama", "text", t["your_name"], "username", name, focused=not name),
        _field("k-password", "sandi", "password", t["password"], "current-password", "", focused=bool(name)),
        tag("button", t["log_in"], type="submit"),
        method="post",
        action="/masuk",
        class_="k-login",
    )


def _field(id_: str, name: str, type_: str, label: str, fills: str, value: str, focused: bool) -> Html:
    return join(
        [
            tag("label", label, for_=id_),
            tag(
                "input",
                id=id_,
                name=name,
                type=type_,
                value=value or None,
                autocomplete=fills,
                autocapitalize="none",
                spellcheck="false",
                required=True,
                autofocus=focused,
            ),
        ]
    )
