"""A real server and a crowd before it: users with accounts of their own, who ask, read and time answers."""

from __future__ import annotations

import http.client
import json
import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from rag.index import build_index
from rag.settings import Settings
from tests.accounts import PASSWORD, write_accounts

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT / "tests" / "data" / "news"
USERS = 100
QUESTIONS = (
    "Siapa Wali Kota Lintangbaru?",
    "Berapa warga mengungsi akibat banjir?",
    "What is the capital city of Australia?",
    "Kapan pasar itu dibuka kembali?",
)


@dataclass
class Server:
    """A server in a process of its own; ``log`` is what it has written to stderr."""

    port: int
    process: subprocess.Popen[str]
    log: list[str] = field(default_factory=list)


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Serve the invented news with USERS readers, ``pembaca0`` and on."""
    settings = Settings(NEWS, folder / "index")
    build_index(settings)
    readers = {f"pembaca{n}": "reader" for n in range(USERS)}
    accounts = write_accounts(folder / "kata-sandi.txt", readers)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("RAG_")} | {
        "RAG_CORPUS": str(NEWS),
        "RAG_INDEX": str(settings.index),
        "RAG_PORT": str(port),
        "RAG_PASSWORDS": str(accounts),
    }
    process = subprocess.Popen(
        [sys.executable, "app.py"],
        cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    server = Server(port, process)
    assert process.stderr is not None
    errors = process.stderr

    def drain() -> None:
        server.log.extend(errors)

    reading = threading.Thread(target=drain, daemon=True)
    reading.start()
    try:
        until = time.monotonic() + 90
        while get(server, "/sehat")[0] != 200:
            assert process.poll() is None, "".join(server.log)
            assert time.monotonic() < until
            time.sleep(0.1)
        # The first question of all imports what the others find there.
        assert User(server, "pembaca0").page(QUESTIONS[0]) == 200
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)
        reading.join(5)


def get(server: Server, path: str) -> tuple[int, bytes, Any]:
    """Return status, body and headers; status 0 where nothing listens."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers
    except OSError:
        return 0, b"", {}
    finally:
        connection.close()


class User:
    """A reader with a session, as a browser has one, on a connection that is kept."""

    def __init__(self, server: Server, name: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        self._session = f"{name}-{random.randrange(10**9)}"
        form = urlencode({"nama": name, "sandi": PASSWORD})
        status, _, headers = self.send("POST", "/masuk", form.encode(), "application/x-www-form-urlencoded")
        assert status == 303, status
        self._cookie = headers["set-cookie"].partition(";")[0]

    _cookie = ""

    def send(
        self, method: str, path: str, body: bytes = b"", kind: str = "application/json"
    ) -> tuple[int, bytes, Any]:
        """Return status, body and headers."""
        headers = {"Cookie": self._cookie, "Content-Type": kind} if body else {"Cookie": self._cookie}
        self._connection.request(method, path, body or None, headers)
        answer = self._connection.getresponse()
        return answer.status, answer.read(), answer.headers

    def api(self, name: str, **given: Any) -> int:
        """Ask the API and return the status."""
        return self.send("POST", f"/api/{name}", json.dumps(given).encode())[0]

    def page(self, question: str) -> int:
        """Ask on the page, through Gradio's queue; 503 where the answer is that the server is busy."""
        data = [question, None, None, "", "", ""]
        # The second of Gradio's events is the question's: the first counts the filters.
        asked = {"data": data, "fn_index": 1, "session_hash": self._session}
        status = self.send("POST", "/gradio_api/queue/join", json.dumps(asked).encode())[0]
        if status != 200:
            return status
        status, stream, _ = self.send("GET", f"/gradio_api/queue/data?session_hash={self._session}")
        said = stream.decode()
        if "sedang sibuk" in said or "sedang dikerjakan" in said:
            return 503
        return status if '"success":true' in said and "k-answer" in said else 500

    def one_thing(self, dice: random.Random) -> int:
        """Do one thing that readers do."""
        question = dice.choice(QUESTIONS)
        return dice.choice(
            [
                lambda: self.page(question),
                lambda: self.page(question),
                lambda: self.api("ask", question=question),
                lambda: self.api("search", query=question),
                lambda: self.api("check", quote="Kami tidak akan memungut biaya dari warga"),
                lambda: self.api("quotes", speaker="Wira"),
                lambda: self.send("GET", "/artikel?path=banjir-sungai-kelor.md")[0],
                lambda: self.send("GET", "/")[0],
            ]
        )()


@dataclass
class Tally:
    """What a crowd met: statuses, and the seconds that the answers of each took."""

    statuses: Counter[int] = field(default_factory=Counter)
    seconds: dict[int, list[float]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def note(self, status: int, took: float) -> None:
        self.statuses[status] += 1
        self.seconds.setdefault(status, []).append(took)

    def percentile(self, status: int, share: float) -> float:
        """Return the seconds that ``share`` of the answers with ``status`` stayed within."""
        took = sorted(self.seconds.get(status, [0.0]))
        return took[min(len(took) - 1, int(share * len(took)))]

    def __str__(self) -> str:
        shares = {s: [round(self.percentile(s, q), 2) for q in (0.5, 0.95, 0.99)] for s in self.statuses}
        return f"{dict(self.statuses)}, p50/p95/p99 {shares}, {len(self.failed)} failed {self.failed[:3]}"


def crowd(server: Server, users: int, seconds: float, thinks: Callable[[random.Random], float]) -> Tally:
    """Let ``users`` do one thing after another for ``seconds``, with ``thinks(dice)`` seconds between."""
    tally, lock = Tally(), threading.Lock()
    signed_in = [User(server, f"pembaca{n}") for n in range(users)]
    until = time.monotonic() + seconds

    def work(n: int) -> None:
        dice = random.Random(n)
        time.sleep(thinks(dice) * dice.random())
        while time.monotonic() < until:
            started = time.monotonic()
            try:
                status = signed_in[n].one_thing(dice)
            except OSError as error:
                with lock:
                    tally.failed.append(repr(error))
                return
            with lock:
                tally.note(status, time.monotonic() - started)
            time.sleep(thinks(dice))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(seconds + 90)
    return tally
