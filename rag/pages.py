"""The app's own pages beside Gradio's: reader, reports, choice of language, health, style and script."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from rag.errors import Busy, KutipError, UsageError
from rag.markup import Html
from rag.ui.desk import Desk
from rag.ui.inputs import account_of, language_of
from rag.ui.texts import COOKIE, LANGUAGES, texts

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

STATIC = Path(__file__).parent / "ui" / "static"
_STATIC_TYPES = {
    "kutip.css": "text/css; charset=utf-8",
    "quotes.css": "text/css; charset=utf-8",
    "kutip.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}


def add_pages(app: Starlette, desk: Desk) -> None:
    """Add the reader, the reports, the choice of language and the app's own style, script and icon."""
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
    from starlette.routing import Route

    from rag.gate import onward
    from rag.health import health
    from rag.ui.reader import article_view, locate, missing_view, page
    from rag.ui.reports import REPORT

    def shown(request: Request, view: Html, title: str, status: int, **headers: str) -> Response:
        """Return a view as a page, or alone for the page that asks for a part."""
        html = (
            str(view)
            if request.query_params.get("bagian")
            else page(view, title, texts(language_of(request)))
        )
        return HTMLResponse(html, status_code=status, headers={"Cache-Control": "no-store"} | headers)

    def in_turn(make: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            account, t = account_of(request), texts(language_of(request))
            try:
                async with desk.admission.turn_on_loop(account.sharer if account else None):
                    return await run_in_threadpool(make, request)
            except Busy as busy:
                view = missing_view(busy.in_language(t["lang"]))
                return shown(request, view, t["reader"], busy.status, **{"Retry-After": str(busy.seconds)})

        return answer

    def reader(request: Request) -> Response:
        t = texts(language_of(request))
        query = request.query_params
        path, words = query.get("path", "")[:1000], query.get("kata")
        start, end = (_whole(query.get(name)) for name in ("start", "end"))
        try:
            with desk.archive() as archive:
                article = archive.article(path)
            view = article_view(article, locate(article.text, start, end, words), t)
            title, status = article.title or t["untitled"], 200
        except UsageError:
            view, title, status = missing_view(t["no_article"].format(path=path)), t["reader"], 404
        except KutipError as error:
            view, title, status = missing_view(error.in_language(t["lang"])), t["reader"], 503
        return shown(request, view, title, status)

    def report(request: Request) -> Response:
        t = texts(language_of(request))
        query = request.query_params
        found = desk.reports.report(query.get("id", ""), query.get("jenis", ""))
        if found is None:
            return shown(request, missing_view(t["report_gone"]), t["tab_draft"], 404)
        headers = {"Content-Disposition": f'attachment; filename="{found.name}"', "Cache-Control": "no-store"}
        return Response(found.body, media_type=found.media_type, headers=headers)

    def language(request: Request) -> Response:
        response = RedirectResponse(onward(request.query_params.get("lanjut", "/")), status_code=303)
        chosen = request.query_params.get("ke")
        if chosen in LANGUAGES:
            response.set_cookie(COOKIE, chosen, max_age=365 * 86400, samesite="lax", httponly=True)
        return response

    def healthy(_: Request) -> Response:
        status, body = health(desk)
        return JSONResponse(body, status, {"Cache-Control": "no-store"})

    def static(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _STATIC_TYPES:
            return Response(status_code=404)
        return FileResponse(
            STATIC / name, media_type=_STATIC_TYPES[name], headers={"Cache-Control": "no-cache"}
        )

    app.router.routes += [
        Route("/artikel", in_turn(reader)),
        Route(REPORT, in_turn(report)),
        Route("/bahasa", language),
        Route("/sehat", healthy),
        Route("/kutip/{name}", static),
    ]


def _whole(value: str | None) -> int | None:
    return int(value) if value and value.isascii() and value.isdecimal() and len(value) <= 12 else None
