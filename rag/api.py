"""The API for other programs: the JSON of the command line, over HTTP.

``POST /api/ask``, ``/api/compare``, ``/api/search``, ``/api/check``, ``/api/draft``, ``/api/quotes`` take
a JSON object and refuse keys that they do not read; ``GET /api/article?path=`` and ``GET /api/archive``
take none. A user's error is a 4xx with ``{"error": …}`` in the language that the request asks for; 429
and 503 say in ``Retry-After`` when to come back.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rag.documents import Filters
from rag.errors import Busy, KutipError, UsageError
from rag.ui.desk import Desk
from rag.ui.inputs import account_of, filters_of, history_of, language_of, speaker_of, text_of, usage_error
from rag.ui.texts import texts
from rag.views import (
    answer_json,
    archive_json,
    article_json,
    check_json,
    compare_json,
    draft_json,
    hits_json,
    quote_json,
)

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

_LOG = logging.getLogger(__name__)
HITS_A_REQUEST = 100
_PLACE = re.compile(r"[0-9]{1,6}")


class NotFoundError(Exception):
    """The article asked for is not in the archive."""

    def __init__(self, error: KutipError) -> None:
        super().__init__(str(error))
        self.error = error


def add_api(app: Starlette, desk: Desk) -> None:
    """Add the API's routes to ``app``."""
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import Response
    from starlette.routing import Route

    async def answer(request: Request, work: Callable[[], Any]) -> Response:
        account = account_of(request)
        try:
            async with desk.admission.turn_on_loop(account.sharer if account else None):
                return await run_in_threadpool(respond, request, work)
        except Busy as busy:
            response = _json(Response, busy.status, {"error": busy.in_language(language_of(request))})
            response.headers["Retry-After"] = str(busy.seconds)
            return response

    def respond(request: Request, work: Callable[[], Any]) -> Response:
        language = language_of(request)
        try:
            return _json(Response, 200, work())
        except NotFoundError as missing:
            return _json(Response, 404, {"error": missing.error.in_language(language)})
        except UsageError as error:
            return _json(Response, 400, {"error": error.in_language(language)})
        except KutipError as error:
            return _json(Response, 503, {"error": error.in_language(language)})
        except Exception:
            _LOG.exception("%s failed", request.url.path)
            return _json(Response, 500, {"error": texts(language)["failed"]})

    def posted(
        work: Callable[[Desk, dict[str, Any]], Any], keys: frozenset[str]
    ) -> Callable[[Request], Awaitable[Response]]:
        async def post(request: Request) -> Response:
            raw = await request.body()
            return await answer(request, lambda: work(desk, _known(_object(raw), keys)))

        return post

    async def article(request: Request) -> Response:
        path = request.query_params.get("path", "")
        return await answer(request, lambda: _article(desk, path))

    async def archive(request: Request) -> Response:
        return await answer(request, lambda: _archive(desk))

    app.router.routes += [
        *(Route(f"/api/{name}", posted(*asked), methods=["POST"]) for name, asked in _POSTED.items()),
        Route("/api/article", article),
        Route("/api/archive", archive),
    ]


def _json(response: type[Response], status: int, value: Any) -> Response:
    body = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    return response(body, status_code=status, media_type="application/json")


def _object(raw: bytes) -> dict[str, Any]:
    """Return the JSON object in a request's body. Raises UsageError."""
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise usage_error("not_json")
    return value


def _known(given: dict[str, Any], keys: frozenset[str]) -> dict[str, Any]:
    """Return what was given. Raises UsageError for a key that nothing reads and silence would drop."""
    if unknown := sorted(given.keys() - keys):
        raise usage_error("unknown_key", name=repr(unknown[0][:40]), known=", ".join(sorted(keys)))
    return given


def _filters(given: dict[str, Any], *, by_speaker: bool = False) -> Filters:
    filters = filters_of(given.get("outlet"), given.get("since"), given.get("until"))
    return replace(filters, speaker=speaker_of(given.get("speaker"))) if by_speaker else filters


def _ask(desk: Desk, given: dict[str, Any]) -> Any:
    question, filters = text_of(given.get("question"), "question"), _filters(given, by_speaker=True)
    history = history_of(given.get("history"))
    with desk.archive() as archive:
        return answer_json(archive.ask(question, filters, history=history), archive.state_under(filters))


def _compare(desk: Desk, given: dict[str, Any]) -> Any:
    question, filters = text_of(given.get("question"), "question"), _filters(given)
    with desk.archive() as archive:
        return compare_json(question, archive.compare(question, filters), archive.state_under(filters))


def _search(desk: Desk, given: dict[str, Any]) -> Any:
    query, filters = text_of(given.get("query"), "query"), _filters(given, by_speaker=True)
    k = given.get("k", 10)
    if not isinstance(k, int) or isinstance(k, bool) or not 1 <= k <= HITS_A_REQUEST:
        raise usage_error("bad_k", most=HITS_A_REQUEST)
    with desk.archive() as archive:
        return hits_json(query, archive.search(query, k, filters), archive.state_under(filters))


def _check(desk: Desk, given: dict[str, Any]) -> Any:
    quote, filters = text_of(given.get("quote"), "quote"), _filters(given)
    with desk.archive() as archive:
        check = archive.check(quote, speaker_of(given.get("speaker")), filters)
        return check_json(check, archive.state_under(filters))


def _draft(desk: Desk, given: dict[str, Any]) -> Any:
    """Check a draft; ``corrections`` maps a quotation's place, from 0, to its speaker or null."""
    text, corrections = text_of(given.get("text"), "text"), given.get("corrections") or {}
    if not isinstance(corrections, dict) or not all(map(_PLACE.fullmatch, corrections)):
        raise usage_error("bad_corrections")
    corrected = {int(place): speaker_of(name) for place, name in corrections.items()}
    with desk.archive() as archive:
        return draft_json(archive.check_draft(text, corrected), archive.state)


def _quotes(desk: Desk, given: dict[str, Any]) -> Any:
    speaker, filters = speaker_of(given.get("speaker")), _filters(given)
    with desk.archive() as archive:
        found = archive.quotes(speaker, filters)
        state = archive_json(archive.state_under(filters))
        return {"quotes": [quote_json(q) for q in found], "archive": state}


_NARROWED = frozenset({"outlet", "since", "until"})
# What each answers, and the keys that it reads.
_POSTED: dict[str, tuple[Callable[[Desk, dict[str, Any]], Any], frozenset[str]]] = {
    "ask": (_ask, _NARROWED | {"question", "history", "speaker"}),
    "compare": (_compare, _NARROWED | {"question"}),
    "search": (_search, _NARROWED | {"query", "k", "speaker"}),
    "check": (_check, _NARROWED | {"quote", "speaker"}),
    "draft": (_draft, frozenset({"text", "corrections"})),
    "quotes": (_quotes, _NARROWED | {"speaker"}),
}


def _article(desk: Desk, path: str) -> Any:
    with desk.archive() as archive:
        try:
            return article_json(archive.article(path))
        except UsageError as error:
            raise NotFoundError(error) from None


def _archive(desk: Desk) -> Any:
    with desk.archive() as archive:
        return {
            **archive_json(archive.state),
            "example": archive.is_example,
            "outlets": list(archive.outlets()),
            "refused_files": [{"path": r.path, "reason": r.reason} for r in archive.refused()],
        }
