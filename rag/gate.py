"""The gate: whose request this is, and whether it may pass.

Behind the guard and around everything else, Gradio included. A page shows the cookie that
signing in gave it; a program sends HTTP Basic to ``/api/``. Where no passwords are set, the server
listens on loopback alone, and whoever reaches it may do everything.
"""

from __future__ import annotations

import asyncio
import base64
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import quote, urlsplit

from rag.admission import Admission
from rag.errors import Busy, UsageError
from rag.guard import App, Receive, Scope, Send, refuse
from rag.passwords import EDITOR, Account, Accounts
from rag.sessions import Attempts, Sessions

SESSION_COOKIE = "kutip_masuk"
OWNER = Account("", EDITOR)
# Pages that a signed-out reader is led to the login from, and back to.
PAGES = ("/", "/artikel", "/laporan")
# What the login page needs, and what a monitor asks.
_OPEN = ("/masuk", "/keluar", "/bahasa", "/sehat")
_OPEN_FOLDER = "/kutip/"
_JOIN = "/gradio_api/queue/join"
# Requests that one person may have under way; a page holds up to two streams open.
OWN_AT_ONCE = 100
# Each check of a password takes 32 MiB and a core for a quarter of a second.
_CHECKS_AT_ONCE, _CHECKS_WAITING = 2, 20
_WRONG = "wrong name or password"


class Gatekeeper:
    """Knows the accounts, who is signed in, and how many checks of passwords are under way."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts
        self.sessions = Sessions()
        self._attempts = Attempts()
        self._checking = ThreadPoolExecutor(_CHECKS_AT_ONCE, thread_name_prefix="passwords")
        self._under_way = 0

    async def check(self, name: str, password: str, address: str) -> Account:
        """Return the account of that name and password.

        Raises UsageError for any other; Busy after too many tries from ``address``, or while too many check.
        """
        wait = self._attempts.take(address)
        if wait:
            raise _too_many(wait)
        if self._under_way >= _CHECKS_WAITING:
            self._attempts.give_back(address)
            raise _many_at_once()
        self._under_way += 1
        try:
            loop = asyncio.get_running_loop()
            account = await loop.run_in_executor(self._checking, self._accounts.check, name, password)
        finally:
            self._under_way -= 1
        if account is None:
            raise UsageError(_WRONG, "nama atau kata sandi salah")
        self._attempts.give_back(address)
        return account

    async def of_header(self, header: str, address: str) -> Account:
        """Return the account of an Authorization header with HTTP Basic. Raises what ``check`` raises."""
        known = self.sessions.account(header)
        if known is not None:
            return known
        name, password = _basic(header)
        account = await self.check(name, password, address)
        # So that a program's next request costs no hash.
        self.sessions.keep(header, account)
        return account


def _basic(header: str) -> tuple[str, str]:
    kind, _, given = header.partition(" ")
    try:
        name, colon, password = base64.b64decode(given.strip(), validate=True).decode("utf-8").partition(":")
    except ValueError:
        colon = ""
    if kind.lower() != "basic" or not colon:
        raise UsageError("the Authorization header is no HTTP Basic", "header Authorization bukan HTTP Basic")
    return name, password


def _too_many(wait: float) -> Busy:
    seconds = int(wait) + 1
    return Busy(
        f"too many wrong passwords from your address; try again in {seconds} seconds",
        f"terlalu banyak kata sandi salah dari alamat Anda; coba lagi {seconds} detik lagi",
        own=True,
        seconds=seconds,
    )


def _many_at_once() -> Busy:
    return Busy(
        "many people are signing in just now; try again in 5 seconds",
        "banyak yang sedang masuk; coba lagi 5 detik lagi",
        own=False,
        seconds=5,
    )


class Gate:
    """ASGI middleware: put the request's account into its state, or send it to the login."""

    def __init__(self, app: App, keeper: Gatekeeper | None, admission: Admission) -> None:
        self.app = app
        self.keeper = keeper
        self.admission = admission
        self.under_way: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its account; answer 401, 429 or 503, or lead a page to the login."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        path = scope["path"]
        try:
            account = OWNER if self.keeper is None else await self._account(self.keeper, scope)
            if account is not None and path == _JOIN:
                # Refused here, while the question is still in its box: Gradio's own queue tells too late.
                self.admission.check(account.sharer)
        except UsageError as error:
            await refuse(send, 401, error.english, _CHALLENGE)
            return
        except Busy as error:
            await refuse(send, error.status, error.english, (b"retry-after", str(error.seconds).encode()))
            return
        state["account"] = account
        if account is None:
            if path in _OPEN or path.startswith(_OPEN_FOLDER):
                await self.app(scope, receive, send)
            elif path in PAGES and b"text/html" in _header(scope, b"accept"):
                await _redirect(send, login_url(scope))
            else:
                further = [_CHALLENGE] if path.startswith("/api/") else []
                await refuse(send, 401, "sign in first: /masuk, or HTTP Basic to /api/", *further)
            return
        if account.name and self.under_way[account.name] >= OWN_AT_ONCE:
            await refuse(send, 429, "too many requests of yours at once")
            return
        self.under_way[account.name] += 1
        try:
            await self.app(scope, receive, _private(send) if account.name else send)
        finally:
            self.under_way[account.name] -= 1

    async def _account(self, keeper: Gatekeeper, scope: Scope) -> Account | None:
        """Return the account of a request's cookie or, of the API's, header. Raises UsageError, Busy."""
        from starlette.requests import Request

        token = Request(scope).cookies.get(SESSION_COOKIE)
        account = keeper.sessions.account(token) if token else None
        header = _header(scope, b"authorization").decode("latin-1")
        # Pages take no header: a browser would go on sending it after signing out.
        if account is None and header and scope["path"].startswith("/api/"):
            return await keeper.of_header(header, address_of(scope))
        return account


_CHALLENGE = (b"www-authenticate", b'Basic realm="Kutip", charset="UTF-8"')


def address_of(scope: Scope) -> str:
    """Return the address that a request comes from."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def _header(scope: Scope, name: bytes) -> bytes:
    return next((value for key, value in scope["headers"] if key.lower() == name), b"")


def login_url(scope: Scope) -> str:
    """Return the address of the login that leads back to what was asked for."""
    query = scope["query_string"].decode("latin-1")
    wanted = scope["path"] + (f"?{query}" if query else "")
    return "/masuk" if wanted == "/" else f"/masuk?lanjut={quote(wanted, safe='')}"


def onward(wanted: str) -> str:
    """Return ``wanted`` if it is one of this app's own pages, else the first page."""
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return "/"
    own = wanted.startswith("/") and not parts.scheme and not parts.netloc and parts.path in PAGES
    return wanted if own and wanted.isascii() and wanted.isprintable() and "\\" not in wanted else "/"


async def _redirect(send: Send, to: str) -> None:
    headers = [
        (b"location", to.encode("latin-1")),
        (b"content-length", b"0"),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def _private(send: Send) -> Send:
    """Keep what a signed-in reader gets out of every shared cache."""

    async def sending(message: Any) -> None:
        if message["type"] == "http.response.start":
            headers = list(message.get("headers", []))
            if not any(name.lower() == b"cache-control" for name, _ in headers):
                headers.append((b"cache-control", b"private, no-cache"))
            message = {**message, "headers": headers}
        await send(message)

    return sending
