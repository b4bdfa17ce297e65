"""The door: which hosts, origins and paths are served, how much is read, and what headers leave.

One ASGI layer around everything, Gradio included. Gradio has many routes that this app does
not use (a proxy, a file server, monitoring, its own API): what is not listed here is not there.
"""

from __future__ import annotations

import contextlib
import ipaddress
import json
import logging
import re
import secrets
import socket
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_LOG = logging.getLogger(__name__)

MAX_BODY = 64 * 1024
# A name and a password.
MAX_LOGIN = 8 * 1024
# A draft's longest text, its characters escaped.
MAX_DRAFT = 8 * 1024 * 1024
MAX_UPLOAD = 100 * 1024 * 1024
_LIMITS = {
    "/gradio_api/upload": MAX_UPLOAD,
    "/gradio_api/queue/join": MAX_DRAFT,
    "/api/draft": MAX_DRAFT,
    "/masuk": MAX_LOGIN,
}
# Requests under way, the streams that every open page holds among them.
MOST_AT_ONCE = 1_000
_AGAIN_SECONDS = 5
_SAFE = ("GET", "HEAD")
_ROUTES = {
    "GET": re.compile(
        r"/|/artikel|/laporan|/bahasa|/masuk|/sehat|/kutip/[a-z.]+|/api/(?:article|archive)|/config/?|/theme\.css|/favicon\.ico|/robots\.txt"
        r"|/(?:assets|static|svelte)/.*"
        r"|/gradio_api/(?:queue/data|heartbeat/[^/]+|upload_progress|startup-events|app_id|info/?|theme\.css)"
    ),
    "POST": re.compile(
        r"/api/(?:ask|compare|search|check|draft|quotes)|/masuk|/keluar|/gradio_api/(?:queue/join|upload|cancel|reset)/?"
    ),
}
# Gradio evaluates the templates of its HTML component, hence 'unsafe-eval'; inline scripts run
# only with this response's nonce, so markup that slipped through could still not run any.
_CSP = (
    "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "media-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-src 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"x-frame-options": b"DENY",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
}


class TooLargeError(Exception):
    """The request's body is over the limit."""


def allowed_hosts(host: str, further: Iterable[str] = ()) -> frozenset[str]:
    """Return the names under which a server bound to ``host`` may be asked for, ``further`` ones too."""
    names = {"localhost", "127.0.0.1", "::1", host.lower(), *further}
    if _is_any(host):
        names |= {socket.gethostname().lower(), "*ip*"}
    return frozenset(names)


def _is_any(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def host_allowed(header: str, hosts: Iterable[str]) -> bool:
    """Say whether a Host header names this server.

    A foreign name that resolves here is how a page elsewhere reaches a local server; an
    address cannot be rebound, so a server bound to every address takes any.
    """
    try:
        name = urlsplit(f"//{header}").hostname
    except ValueError:
        return False
    if not name or name in hosts:
        return bool(name)
    if "*ip*" not in hosts:
        return False
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Guard:
    """ASGI middleware: refuse what is not for this app, limit bodies, add the headers."""

    def __init__(self, app: App, hosts: frozenset[str], served: Callable[[], None] | None = None) -> None:
        self.app = app
        self.hosts = hosts
        self.served = served
        self.under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass an allowed request on; answer any other with a status and one line of JSON."""
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
                return
            await self.app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["nonce"] = nonce
        send = self._with_headers(send, nonce)
        refused = self._refusal(scope)
        if refused:
            await refuse(send, *refused)
            return
        self.under_way += 1
        try:
            await self._pass_on(scope, receive, send)
        finally:
            self.under_way -= 1
        if self.served is not None:
            self.served()

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = _Body(receive, _limit(scope["path"]))
        answered = 0

        async def sending(message: Message) -> None:
            # Whatever a layer below makes of a body that was cut off, the answer is 413.
            nonlocal answered
            if not body.over:
                answered = message.get("status", answered)
                await send(message)

        try:
            with contextlib.suppress(TooLargeError):
                await self.app(scope, body.receive, sending)
        except Exception as error:
            if 0 < answered < 500:
                # A stream whose session a restart has forgotten ends like this, from every page still open.
                _LOG.warning("%s %s broke off: %s", scope["method"], scope["path"], type(error).__name__)
                return
            # Past this point the server would answer by itself, without the headers.
            _LOG.exception("%s %s failed", scope["method"], scope["path"])
            if not answered:
                await refuse(send, 500, "internal error")
            return
        if body.over and not answered:
            await refuse(send, 413, "request too large")

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in scope["headers"]}
        method, path = scope["method"], scope["path"]
        if not host_allowed(headers.get("host", ""), self.hosts):
            return 421, "unknown host"
        routes = _ROUTES["GET" if method in _SAFE else method] if method in ("GET", "HEAD", "POST") else None
        if routes is None:
            return 405, "method not allowed"
        if not routes.fullmatch(path):
            return 404, "not found"
        if method not in _SAFE and not _same_origin(headers):
            return 403, "foreign origin"
        length = headers.get("content-length", "0")
        if not length.isdecimal():
            return 400, "bad content-length"
        if len(length) > 12 or int(length) > _limit(path):
            return 413, "request too large"
        # A monitor hears how the server is, however many ask it something.
        if self.under_way >= MOST_AT_ONCE and path != "/sehat":
            return 503, "busy"
        return None

    def _with_headers(self, send: Send, nonce: str) -> Send:
        csp = _CSP.format(nonce=nonce).encode()

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = {**_HEADERS, b"content-security-policy": csp}
                kept = [(k, v) for k, v in message.get("headers", []) if k.lower() not in ours]
                # A page of another origin gets nothing, whatever a layer below would allow.
                kept = [(k, v) for k, v in kept if not k.lower().startswith(b"access-control-")]
                message = {**message, "headers": [*kept, *ours.items()]}
            await send(message)

        return sending


def _limit(path: str) -> int:
    """Return how many bytes a request to ``path`` may have."""
    return _LIMITS.get(path.rstrip("/"), MAX_BODY)


def _same_origin(headers: dict[str, str]) -> bool:
    """Say whether a request that changes something comes from this server's own pages.

    Programs send neither header; a browser always sends one with a foreign page's request.
    """
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    try:
        return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()
    except ValueError:
        return False


class _Body:
    """Counts what is read of a request's body; ``over`` once it passes ``limit`` bytes."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._left = limit
        self.over = False

    async def receive(self) -> Message:
        """Return the next message. Raises TooLargeError for the one that passes the limit."""
        message = await self._receive()
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            if self._left < 0:
                self.over = True
                raise TooLargeError
        return message


async def refuse(send: Send, status: int, reason: str, *further: tuple[bytes, bytes]) -> None:
    """Answer with ``status`` and one line of JSON; ``further`` are headers."""
    body = json.dumps({"error": reason}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode()), *further]
    if status in (429, 503) and not any(name == b"retry-after" for name, _ in further):
        headers.append((b"retry-after", str(_AGAIN_SECONDS).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def bare_refusal() -> bytes:
    """Return a whole answer of HTTP to what is no HTTP, which no layer of the app ever sees."""
    headers = {**_HEADERS, b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'"}
    lines = [b"HTTP/1.1 400 Bad Request", b"content-length: 0", b"connection: close"]
    lines += [name + b": " + value for name, value in headers.items()]
    return b"\r\n".join([*lines, b"", b""])
