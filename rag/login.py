"""Signing in and out: ``/masuk`` and ``/keluar``."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from rag.errors import Busy, UsageError
from rag.gate import SESSION_COOKIE, Gatekeeper, address_of, onward
from rag.sessions import SECONDS
from rag.ui.inputs import account_of, language_of
from rag.ui.login import login_page
from rag.ui.texts import texts

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

_FIELDS = 10


def add_login(app: Starlette, keeper: Gatekeeper | None) -> None:
    """Add the login's routes to ``app``; where nobody needs to sign in they lead to the first page."""
    from starlette.responses import HTMLResponse, RedirectResponse
    from starlette.routing import Route

    def shown(request: Request, to: str, name: str = "", error: UsageError | Busy | None = None) -> Response:
        t = texts(language_of(request))
        said = error.in_language(t["lang"]) if error else ""
        message = said[:1].upper() + said[1:] + "." if said else None
        status, headers = 401 if error else 200, {"Cache-Control": "no-store"}
        if isinstance(error, Busy):
            status, headers["Retry-After"] = error.status, str(error.seconds)
        return HTMLResponse(login_page(t, to, name, message), status_code=status, headers=headers)

    async def log_in(request: Request) -> Response:
        """Show the form, or take what was typed into it."""
        to = onward(request.query_params.get("lanjut", "/"))
        if keeper is None or (account_of(request) is not None and request.method != "POST"):
            return RedirectResponse(to, status_code=303)
        if request.method != "POST":
            return shown(request, to)
        given = _fields(await request.body())
        to, name = onward(given.get("lanjut", "/")), given.get("nama", "")[:64]
        try:
            account = await keeper.check(name, given.get("sandi", ""), address_of(request.scope))
        except (UsageError, Busy) as error:
            return shown(request, to, name, error)
        response = RedirectResponse(to, status_code=303, headers={"Cache-Control": "no-store"})
        # A new token each time; Lax, so that a link to an article in a letter opens it.
        response.set_cookie(
            SESSION_COOKIE,
            keeper.sessions.open(account),
            max_age=SECONDS,
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
        return response

    def log_out(request: Request) -> Response:
        response = RedirectResponse("/masuk", status_code=303, headers={"Cache-Control": "no-store"})
        if keeper is not None:
            keeper.sessions.close(request.cookies.get(SESSION_COOKIE, ""))
        response.delete_cookie(SESSION_COOKIE, httponly=True, samesite="lax")
        return response

    app.router.routes += [
        Route("/masuk", log_in, methods=["GET", "POST"]),
        Route("/keluar", log_out, methods=["POST"]),
    ]


def _fields(body: bytes) -> dict[str, str]:
    """Return a form's fields; none for a body that is no form."""
    try:
        typed = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_FIELDS)
    except ValueError:
        return {}
    return dict(typed)
