"""The web server: FastAPI with the API, the reader and Gradio behind one guard.

The first byte matters: only Gradio is imported before it; the archive is opened right after
the first response.
"""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
import sys
import threading
from typing import TYPE_CHECKING, Any

from rag.errors import EmptyCorpus, KutipError, UsageError
from rag.logs import set_up_logs
from rag.memory import use_few_pools
from rag.settings import Settings
from rag.ui.desk import Desk
from rag.ui.inputs import language_of
from rag.ui.texts import texts

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.requests import Request
    from starlette.responses import Response

    from rag.guard import App, Receive, Scope, Send


# How long a connection is kept that nobody uses: longer than a proxy keeps it (60 s mostly). With uvicorn's
# 5 s a busy server closed some on which the next request was already under way: 13 of 31,541 were lost.
_KEPT_SECONDS = 75


def create_app(settings: Settings) -> App:
    """Return the whole web app for ``settings`` as one ASGI app. Raises UsageError for unusable passwords."""
    # Read by Gradio when it is imported: no analytics, no look-up of a newer version.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    # Else its queue keeps the last ten thousand events and makes a table of them all after each one.
    os.environ["GRADIO_ANALYTICS_MAX_EVENTS"] = "1"
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = "1000000000"
    import gradio as gr
    from fastapi import FastAPI
    from fastapi.middleware.cors import CORSMiddleware

    from rag.api import add_api
    from rag.gate import Gate, Gatekeeper
    from rag.guard import MAX_UPLOAD, Guard, allowed_hosts
    from rag.login import add_login
    from rag.pages import add_pages
    from rag.passwords import read_accounts
    from rag.ui.blocks import build_blocks
    from rag.ui.theme import kutip_theme

    keeper = Gatekeeper(read_accounts(settings.passwords)) if settings.passwords else None
    desk = Desk(settings)
    app = FastAPI(title="Kutip", docs_url=None, redoc_url=None, openapi_url=None)
    # Where the outer app has a CORS policy, Gradio adds none of its own; this one allows nobody.
    app.add_middleware(CORSMiddleware, allow_origins=[])
    add_api(app, desk)
    add_login(app, keeper)
    add_pages(app, desk)
    blocks, i18n = build_blocks(desk)
    gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        server_name=settings.host,
        server_port=settings.port,
        theme=kutip_theme(),
        i18n=i18n,
        show_error=False,
        run_history=False,
        footer_links=[],
        # Above what an article may have: a file between the two is refused in the reader's language.
        max_file_size=MAX_UPLOAD,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        enable_monitoring=False,
    )
    _name_bad_requests(app)
    hosts = allowed_hosts(settings.host, settings.names)
    return Guard(Gate(_OwnPage(app), keeper, desk.admission), hosts, _once(desk.warm))


def _name_bad_requests(app: FastAPI) -> None:
    """Answer 4xx where Gradio would fail: at a page or an event that there is not, and at NaN or infinity."""
    from fastapi.exceptions import RequestValidationError
    from starlette.responses import JSONResponse

    def missing(_: Request, __: Exception) -> Response:
        return JSONResponse({"error": "no such page or event"}, 404)

    def unusable(_: Request, __: Exception) -> Response:
        return JSONResponse({"error": "not what this address takes"}, 422)

    for mount in app.router.routes:
        if isinstance(within := getattr(mount, "app", None), type(app)):
            within.add_exception_handler(KeyError, missing)
            within.add_exception_handler(RequestValidationError, unusable)


def _once(work: Any) -> Any:
    """Return a function that starts ``work`` in a thread the first time it is called."""
    started = threading.Event()

    def start() -> None:
        if not started.is_set():
            started.set()
            threading.Thread(target=work, name="warm", daemon=True).start()

    return start


class _OwnPage:
    """ASGI layer that passes Gradio's page through ``own_page``."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        from starlette.requests import Request

        from rag.ui.page import own_page

        t = texts(language_of(Request(scope)))
        # Uncompressed, so that it can be rewritten.
        scope = {**scope, "headers": [h for h in scope["headers"] if h[0].lower() != b"accept-encoding"]}
        start: dict[str, Any] = {}
        body = bytearray()

        async def collect(message: Any) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            if message["type"] != "http.response.body":
                return
            body.extend(message.get("body", b""))
            if message.get("more_body"):
                return
            page = bytes(body)
            if start["status"] == 200:
                page = own_page(page.decode("utf-8"), t, scope["state"]["nonce"]).encode("utf-8")
            kept = [h for h in start["headers"] if h[0].lower() not in (b"content-length", b"cache-control")]
            kept += [
                (b"content-length", str(len(page)).encode()),
                (b"cache-control", b"no-store"),
                (b"vary", b"accept-language, cookie"),
            ]
            await send({**start, "headers": kept})
            await send({"type": "http.response.body", "body": page})

        await self.app(scope, receive, collect)


def bind(settings: Settings) -> socket.socket:
    """Take the address of ``settings``.

    Raises UsageError where another program has it, and where others can reach it and no password is set.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((settings.host, settings.port))
    except OSError as error:
        taken.close()
        raise _cannot_bind(settings, error) from None
    # What the name came to is what counts, not how it is spelled.
    reached = not ipaddress.ip_address(taken.getsockname()[0]).is_loopback or settings.names
    if reached and settings.passwords is None:
        taken.close()
        raise _needs_passwords(settings)
    return taken


def _needs_passwords(settings: Settings) -> UsageError:
    where = " ".join((settings.host, *settings.names))
    start = "RAG_PASSWORDS=kata-sandi.txt python app.py"
    return UsageError(
        f"others can reach {where}, and no password is set. Make one, then start: "
        f"python -m rag password NAME --editor >> kata-sandi.txt && {start}",
        f"{where} terjangkau orang lain, dan belum ada kata sandi. Buat dulu, lalu jalankan: "
        f"python -m rag password NAMA --editor >> kata-sandi.txt && {start}",
    )


def _cannot_bind(settings: Settings, error: OSError) -> UsageError:
    where = f"{settings.host}:{settings.port}"
    if error.errno == errno.EADDRINUSE:
        other = settings.port + 1 if settings.port < 65535 else 7860
        return UsageError(
            f"{where} is in use by another program. Choose another port: RAG_PORT={other} python app.py",
            f"{where} sedang dipakai program lain. Pilih port lain: RAG_PORT={other} python app.py",
        )
    return UsageError(
        f"cannot listen on {where}: {error.strerror or error}; check RAG_HOST and RAG_PORT",
        f"tidak dapat memakai alamat {where}: {error.strerror or error}; periksa RAG_HOST dan RAG_PORT",
    )


def address(sock: socket.socket) -> str:
    """Return the URL under which the server on ``sock`` is reached from this machine."""
    host, port = sock.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def ensure_index(settings: Settings) -> None:
    """Build the index if there is none, showing how far it is. Raises what ``build_index`` raises."""
    if (settings.index / "CURRENT").exists():
        return
    from rag.index import build_index

    print("Indeks belum ada; membangun … / No index yet; building …", flush=True)
    shown = ""

    def show(progress: Any) -> None:
        nonlocal shown
        line = f"  {progress.stage}: {progress.done}/{progress.total}"
        if line != shown and (progress.done in (0, progress.total) or progress.done % 100 == 0):
            shown = line
            print(line, flush=True)

    try:
        report = build_index(settings, progress=show)
    except EmptyCorpus as error:
        # The app starts all the same: articles can be added there.
        print(f"  {error.indonesian}\n  {error.english}", flush=True)
        return
    print(
        f"  {report.articles} artikel, {len(report.refused)} berkas ditolak, {report.seconds:.1f} s",
        flush=True,
    )


def serve(settings: Settings) -> None:
    """Run the app until it is stopped. Raises KutipError for a taken port or unusable passwords."""
    with bind(settings) as sock:
        app = create_app(settings)
        ensure_index(settings)
        import uvicorn
        from uvicorn.protocols.http.auto import AutoHTTPProtocol

        from rag.guard import bare_refusal

        class Protocol(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
            def send_400_response(self, msg: str) -> None:
                """Answer what is no HTTP as everything else is answered, with the headers."""
                self.transport.write(bare_refusal())
                self.transport.close()

        class Server(uvicorn.Server):
            async def startup(self, sockets: list[socket.socket] | None = None) -> None:
                await super().startup(sockets)
                if self.started:
                    print(f"Kutip: {address(sock)}  (Ctrl+C berhenti / stops)", flush=True)

        config = uvicorn.Config(
            app,
            http=Protocol,
            # The app's own, which keep an event to a line; and no access log: it would hold what people read.
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=2,
            timeout_keep_alive=_KEPT_SECONDS,
            ws="none",
        )
        Server(config).run(sockets=[sock])


def main() -> int:
    """Start the app; return 1 with one line a language on stderr where it cannot start."""
    set_up_logs()
    use_few_pools()  # before any thread is there to have one of its own
    try:
        serve(Settings.from_environment())
    except KutipError as error:
        return _not_started(error)
    except OSError as error:
        return _not_started(_unusable(error))
    except KeyboardInterrupt:
        return 0
    return 0


def _not_started(error: KutipError) -> int:
    print(f"Kutip: {error.indonesian}\n       {error.english}", file=sys.stderr)
    return 1


def _unusable(error: OSError) -> UsageError:
    """Return the error for a folder or file that the system does not let be used."""
    why = f"{error.strerror or error}: {error.filename}" if error.filename else f"{error.strerror or error}"
    return UsageError(
        f"cannot start: {why}; check RAG_CORPUS and RAG_INDEX",
        f"tidak dapat dijalankan: {why}; periksa RAG_CORPUS dan RAG_INDEX",
    )
