"""A server on loopback that speaks the OpenAI chat protocol and says what a script tells it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

# What the server does with a request: it is given the handler and the request's JSON.
Script = Callable[["Handler", dict[str, Any]], None]


@dataclass
class Chat:
    """Where the server listens, what it does, and every path and request it has seen."""

    url: str = ""
    script: Script = field(default=lambda handler, request: handler.say("[1]"))
    seen: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    @property
    def prompt(self) -> str:
        """Return all that the last request told the model."""
        return "\n".join(m["content"] for m in self.seen[-1][1]["messages"])


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    chat: Chat

    def do_GET(self) -> None:
        self.chat.seen.append((self.path, {}))
        self.send_error(404)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        request = json.loads(body)
        self.chat.seen.append((self.path, request))
        self.chat.script(self, request)

    def say(self, text: str, *, finish: bool = True) -> None:
        """Stream a text in pieces of a few characters, then end, or break off."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        for at in range(0, len(text), 7):
            self.event({"content": text[at : at + 7]})
        if finish:
            self.event({}, "stop")
            self.wfile.write(b"data: [DONE]\n\n")
        self.close_connection = True

    def fail(self, status: int) -> None:
        """Answer with an error of the protocol."""
        body = json.dumps({"error": {"message": "no", "type": "x"}}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def garbage(self) -> None:
        """Answer with what is no event stream."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"data: {\x00\xff not json\n\n")
        self.close_connection = True

    def hang(self) -> None:
        """Say nothing until the test is over."""
        self.chat.released.wait(30)
        self.close_connection = True

    def event(self, delta: dict[str, str], finish: str | None = None) -> None:
        """Send one piece of a streamed answer."""
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        chunk = {
            "id": "1",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "m",
            "choices": [choice],
        }
        self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def chat_server() -> Iterator[Chat]:
    """Run the server for the length of a block."""
    chat = Chat()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Scripted", (Handler,), {"chat": chat}))
    server.daemon_threads = True
    chat.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    # Looks often whether it is to end: by default every half a second, which many tests would wait for.
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield chat
    finally:
        chat.released.set()
        server.shutdown()
        server.server_close()
