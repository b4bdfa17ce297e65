"""What a browser or a program sent, checked: the question, the filters, the language."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from rag.decoding import without_surrogates
from rag.documents import Exchange, Filters
from rag.errors import UsageError
from rag.passwords import Account
from rag.ui.texts import COOKIE, choose_language, date_text, number_text, texts

# A follow-up leans on what was said last.
KEPT_EXCHANGES, _LONGEST = 6, 1_000


class Asking(Protocol):
    """A request, Starlette's or Gradio's: what it says of its reader."""

    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def cookies(self) -> Mapping[str, str]: ...
    @property
    def state(self) -> Any: ...


class Clicked(Protocol):
    """Gradio's event data of a click on an example."""

    question: object


class Corrected(Protocol):
    """Gradio's event data of a speaker put right: which quotation of the draft, and who it is."""

    quote: object
    speaker: object


class NameClicked(Protocol):
    """Gradio's event data of a click on a speaker's name."""

    speaker: object


# How Gradio listens to the app's events. Private: programs use /api. What is asked for appears by itself, so
# no spinner over the page.
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "concurrency_limit": None}
# The same, no more than so many at once: for what lists the archive or takes uploads in.
FEW: dict[str, Any] = QUIET | {"concurrency_limit": 8}
# What is typed and sent while the one before it is still at work waits for it and is then read from its
# field; Gradio would drop it without a word, also in the instant after an answer appears.
TYPED: dict[str, Any] = QUIET | {"trigger_mode": "always_last"}

_Handler = TypeVar("_Handler", bound=Callable[..., Any])


def handler(function: _Handler) -> _Handler:
    """Return ``function`` as Gradio wants it: its ``request`` and ``event`` known by their types.

    Gradio resolves annotations from a module's globals, where it is not: it is imported only
    when the app is built.
    """
    import gradio as gr

    own = {"request": gr.Request, "event": gr.EventData}
    plain: Any = getattr(function, "__func__", function)
    plain.__annotations__ = {name: own[name] for name in inspect.signature(plain).parameters if name in own}
    return function


def language_of(request: Asking | None) -> str:
    """Return the language to answer in: what the reader chose, else what the browser asks for."""
    if request is None:
        return "id"
    return choose_language(request.headers.get("accept-language"), request.cookies.get(COOKIE))


def account_of(request: Asking) -> Account | None:
    """Return whose request the gate found it to be; None for nobody's."""
    account = getattr(request.state, "account", None)
    return account if isinstance(account, Account) else None


def may_edit(request: Asking) -> bool:
    """Say whether whoever asks may change the archive. What no gate has passed may not."""
    account = account_of(request)
    return account is not None and account.may_edit


def usage_error(key: str, **values: object) -> UsageError:
    """Return a string of the table as an error in both languages; integers are written as numbers."""

    def said(language: str) -> str:
        t = texts(language)
        shown = {k: number_text(v, t) if isinstance(v, int) else v for k, v in values.items()}
        return t[key].format(**shown)

    return UsageError(said("en"), said("id"))


def text_of(value: object, name: str) -> str:
    """Return what was typed as text; what it may hold is the archive's to say. Raises UsageError."""
    if not isinstance(value, str):
        raise usage_error("not_text", name=name)
    return without_surrogates(value)


def speaker_of(value: object) -> str | None:
    """Return a claimed speaker, None where none is named. Raises UsageError for what is no text."""
    return None if value is None else " ".join(text_of(value, "speaker").split()) or None


def history_of(value: object) -> tuple[Exchange, ...]:
    """Return the exchanges before a question, the last few; none for None. Raises UsageError."""
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise usage_error("not_history")
    return tuple(
        Exchange(
            text_of(each.get("question"), "question")[:_LONGEST],
            text_of(each.get("answer") or "", "answer")[:_LONGEST],
        )
        for each in value[-KEPT_EXCHANGES:]
    )


def filters_of(outlet: object = None, since: object = None, until: object = None) -> Filters:
    """Return the filters of a request, empty ones as None. Raises UsageError for what is no text."""
    given = (("outlet", outlet), ("since", since), ("until", until))
    named, first, last = (
        None if value is None else text_of(value, name).strip() or None for name, value in given
    )
    return Filters(named, first, last)


def chosen_filters(outlet: object, since: object, until: object) -> Filters:
    """Return the filters chosen on the page. Raises UsageError, for an empty range in its words."""
    filters = filters_of(outlet, since, until)
    if filters.since and filters.until and filters.since > filters.until:
        english, indonesian = (
            t["empty_range"].format(since=date_text(filters.since, t), until=date_text(filters.until, t))
            for t in (texts("en"), texts("id"))
        )
        raise UsageError(english, indonesian)
    return filters
