"""The app with passwords, a client, and everybody who may stand before it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rag.settings import Settings
from tests.accounts import PASSWORD, write_accounts

WHO = ("none", "reader", "editor", "forged")
HOST = "127.0.0.1:7860"
OWN_ORIGIN = {"origin": f"http://{HOST}", "sec-fetch-site": "same-origin"}


@dataclass
class Door:
    """The app with passwords, a client, and the cookies of everybody in WHO."""

    app: Any
    client: Any
    settings: Settings
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)

    def answered(
        self, method: str, path: str, headers: dict[str, str] | None = None, body: bytes = b""
    ) -> tuple[int, dict[str, str]]:
        """Return status and headers of a request; what streams on is cut off."""
        return self.client.portal.call(self._answered, method, path, headers or {}, body)

    async def _answered(
        self, method: str, path: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, dict[str, str]]:
        sent: asyncio.Queue[Any] = asyncio.Queue()
        given = {"host": HOST, "accept": "text/html", **headers}
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method,
            "scheme": "http", "path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "",
            "headers": [(k.encode(), v.encode("latin-1")) for k, v in given.items()],
            "client": ("127.0.0.1", 5), "server": ("127.0.0.1", 7860),
        }  # fmt: skip
        bodies = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> Any:
            if bodies:
                return bodies.pop()
            await asyncio.sleep(60)
            return {"type": "http.disconnect"}

        task = asyncio.create_task(self.app(scope, receive, sent.put))
        start = await asyncio.wait_for(sent.get(), 20)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert start["type"] == "http.response.start"
        return start["status"], {k.decode().lower(): v.decode("latin-1") for k, v in start["headers"]}

    def run(self, who: str, event: str, data: list[Any]) -> str:
        """Run one of Gradio's events as somebody, and return everything that came back."""
        n = next(n for n, fn in gradio_app(self.app).get_blocks().fns.items() if fn.name == event)
        headers = {**self.cookies[who], **OWN_ORIGIN}
        asked = {"data": data, "fn_index": n, "session_hash": f"{who}{event}"}
        joined = self.client.post("/gradio_api/queue/join", json=asked, headers=headers)
        if joined.status_code != 200:
            return f"{joined.status_code}"
        query = {"session_hash": f"{who}{event}"}
        stream = self.client.get("/gradio_api/queue/data", params=query, headers=headers).text
        # As JSON again, so that Indonesian and file names read as they are.
        return "\n".join(
            json.dumps(json.loads(line[6:]), ensure_ascii=False)
            for line in stream.split("\n")
            if line.startswith("data: ")
        )


def outer_app(app: Any) -> Any:
    while not hasattr(app, "router"):
        app = app.app
    return app


def gradio_app(app: Any) -> Any:
    return next(r.app for r in outer_app(app).router.routes if hasattr(getattr(r, "app", None), "get_blocks"))


@contextmanager
def open_door(folder: Path) -> Iterator[Door]:
    """Build a small archive in ``folder`` and open the app over it, with an editor and a reader."""
    from starlette.testclient import TestClient

    from rag.index import build_index
    from rag.server import create_app

    (folder / "corpus").mkdir()
    (folder / "corpus" / "jembatan.md").write_text(
        "Wali Kota Ratna Dewanti meresmikan jembatan di Sukamaju.\n"
    )
    accounts = write_accounts(folder / "kata-sandi.txt", {"sari": "editor", "budi": "reader"})
    settings = Settings(folder / "corpus", folder / "index", passwords=accounts)
    build_index(settings)
    app = create_app(settings)
    with TestClient(app, base_url=f"http://{HOST}", follow_redirects=False) as client:
        door = Door(app, client, settings)
        for who, name in (("reader", "budi"), ("editor", "sari")):
            entered = client.post("/masuk", data={"nama": name, "sandi": PASSWORD})
            assert entered.status_code == 303
            door.cookies[who] = {"cookie": entered.headers["set-cookie"].partition(";")[0]}
        door.cookies |= {"none": {}, "forged": {"cookie": "kutip_masuk=" + "A" * 43}}
        client.cookies.clear()
        yield door
