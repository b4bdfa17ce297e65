"""The real app, started as its users start it, and a real Chromium to look at it.

Every page is watched: a dialog, a request to another host, a script error or a breach of the
page's policy fails the test that caused it.
"""

from __future__ import annotations

import os
import queue
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from rag.ui.texts import texts

ROOT = Path(__file__).resolve().parent.parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BAD_NAME = "jahat <svg onload=alert(1)>.md"
BAD = '"><img src=x onerror=alert(1)><script>alert(2)</script>'
CORPUS = {
    "jembatan.md": """---
title: Jembatan Kali Bening Diresmikan
outlet: Harian Coba
date: 2023-03-14
author: Sari Melati
url: https://example.com/jembatan
---
Jembatan Kali Bening Diresmikan

Warga Sukamaju 😀 menunggu lama sekali. Wali Kota Sukamaju, Ratna Dewanti, meresmikan Jembatan Kali Bening
pada Selasa, 14 Maret 2023. Jembatan itu dibangun selama dua tahun.

Biaya pembangunan Jembatan Kali Bening mencapai Rp 12 miliar. Dana itu berasal dari anggaran kota.

Pedagang di sekitar jembatan berharap pembeli bertambah banyak setelah jalan dibuka kembali untuk umum.
""",
    "banjir.md": """---
title: Banjir Merendam Desa Wanasari
outlet: Kabar Uji
date: 2024-01-20
---
Banjir merendam 340 rumah di Desa Wanasari pada Sabtu, 20 Januari 2024. Kepala Desa Wanasari, Bagus Prakoso,
mengatakan hujan deras turun sejak Jumat malam.

Sebanyak 1.200 warga mengungsi ke gedung sekolah. Dapur umum didirikan di balai desa oleh para relawan.
""",
    BAD_NAME: f"""---
title: '{BAD}'
outlet: '{BAD}'
author: '{BAD}'
date: 2022-05-06
url: 'javascript:alert(1)'
---
Festival Layang-layang Tanjungsari dibuka oleh Camat Tanjungsari, Wira Kusuma {BAD}, pada Jumat, 6 Mei 2022.
""",
    "rusak.pdf": "%PDF-1.4 terpotong",
}


def absent(reason: str) -> None:
    """Skip for want of a browser, or fail where the tests are required."""
    how = "install it: apt-get install chromium (Debian), or: playwright install chromium"
    if os.environ.get("KUTIP_REQUIRE_BROWSER") == "1":
        pytest.fail(f"KUTIP_REQUIRE_BROWSER=1, but {reason}; {how}")
    pytest.skip(f"{reason}; {how}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        absent("the Python package playwright is not installed")
    found = os.environ.get("KUTIP_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        installed = Path(playwright.chromium.executable_path)
        if not found and not installed.exists():
            absent("no Chromium was found")
        browser = playwright.chromium.launch(executable_path=found or str(installed), args=FLAGS)
        yield browser
        browser.close()


@dataclass
class App:
    """A running app: its address and its corpus folder."""

    url: str
    corpus: Path
    output: list[str] = field(default_factory=list)


def free_port() -> int:
    """Return a port that nothing listens on now."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def start_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., App]]:
    """Return a function that starts ``python app.py`` over a fresh copy of some files, CORPUS by default.

    ``settings`` are further ``RAG_*`` variables of the environment.
    """
    running: list[subprocess.Popen[str]] = []

    def start(files: Mapping[str, str] = CORPUS, **settings: str) -> App:
        folder = tmp_path_factory.mktemp("app")
        corpus = folder / "corpus"
        corpus.mkdir()
        for name, text in files.items():
            (corpus / name).write_text(text, encoding="utf-8")
        port = free_port()
        env = {
            **os.environ,
            "RAG_CORPUS": str(corpus),
            "RAG_INDEX": str(folder / "index"),
            "RAG_PORT": str(port),
            "PYTHONUNBUFFERED": "1",
            **settings,
        }
        process = subprocess.Popen(
            [sys.executable, "app.py"],
            cwd=ROOT,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        running.append(process)
        url = f"http://127.0.0.1:{port}"
        app = App(url, corpus)
        _wait_for(process, app)
        return app

    yield start
    for process in running:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)


def _wait_for(process: subprocess.Popen[str], app: App, seconds: float = 90) -> None:
    """Wait for the line with the address; the output goes on being read, so that it never blocks."""
    lines: queue.Queue[str | None] = queue.Queue()
    assert process.stdout is not None
    out = process.stdout

    def drain() -> None:
        for line in out:
            app.output.append(line)
            lines.put(line)
        lines.put(None)

    threading.Thread(target=drain, daemon=True).start()
    said = ""
    while app.url not in said:
        line = lines.get(timeout=seconds)
        assert line is not None, f"the app ended: {said}"
        said += line


@pytest.fixture(scope="session")
def app(start_app: Callable[..., App]) -> App:
    """The app that tests only read from."""
    return start_app()


# As a page is left, Gradio aborts the stream that it may still be reading, and writes so to the console as
# errors: two lines that tell of the leaving, not of the app. The first has two wordings: before the stream
# has begun it is the request that is aborted.
_ABORTED = (
    "console: AbortError: BodyStreamBuffer was aborted",
    "console: AbortError: signal is aborted without reason",
)
_LEFT = (*_ABORTED, "console: Unexpected error Connection errored out")


@dataclass
class Watched:
    """A page and everything that must not happen on it."""

    page: Any
    app: App
    wrong: list[str] = field(default_factory=list)

    def open(self) -> Any:
        """Open the app and wait until it is filled in."""
        self.page.goto(self.app.url)
        self.page.wait_for_selector(".k-hero h2")
        self.page.wait_for_selector(".k-status strong")
        return self.page

    def ask(self, question: str) -> Any:
        """Ask, wait for the answer, and return its turn."""
        before = self.page.locator(".k-turn").count()
        self.page.fill("#k-question textarea", question)
        self.page.keyboard.press("Enter")
        self.page.wait_for_function(
            "n => document.querySelectorAll('.k-turn').length > n && !document.querySelector('.k-pending')",
            arg=before,
        )
        turn = self.page.locator(".k-turn").nth(before)
        assert texts("id")["failed"] not in turn.inner_text(), "".join(self.app.output[-40:])
        return turn


@pytest.fixture
def watch(browser: Any) -> Iterator[Callable[..., Watched]]:
    """Return a function that makes a watched page of an app: ``watch(app, locale=…, width=…)``."""
    opened: list[tuple[Any, Watched]] = []

    def make(app: App, locale: str = "id-ID", width: int = 1280, height: int = 800) -> Watched:
        size = {"width": width, "height": height}
        # Without motion, a box is where it will be as soon as it is there.
        context = browser.new_context(locale=locale, viewport=size, reduced_motion="reduce")
        page = context.new_page()
        watched = Watched(page, app)
        wrong = watched.wrong

        def on_dialog(dialog: Any) -> None:
            wrong.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        def on_navigation(frame: Any) -> None:
            if frame == page.main_frame and any(w.startswith(_ABORTED) for w in wrong):
                wrong[:] = [w for w in wrong if not w.startswith(_LEFT)]

        page.on("framenavigated", on_navigation)
        page.on("dialog", on_dialog)
        page.on("pageerror", lambda e: wrong.append(f"script error: {e}"))
        page.on("console", lambda m: wrong.append(f"console: {m.text}") if m.type == "error" else None)
        page.on(
            "request",
            lambda r: (
                wrong.append(f"request to {r.url}")
                if not r.url.startswith((app.url + "/", "data:", "blob:"))
                else None
            ),
        )
        opened.append((context, watched))
        return watched

    yield make
    for context, watched in opened:
        context.close()
        assert watched.wrong == []
