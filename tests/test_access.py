"""Who may do what: every route of the app and of Gradio, for everybody, against the tables here.

A route or an event that is in no table fails: whoever adds one says here who may use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from rag.gate import OWN_AT_ONCE
from rag.guard import MOST_AT_ONCE
from rag.ui.blocks import REST, TELLING
from tests.accounts import PASSWORD
from tests.door import HOST, OWN_ORIGIN, WHO, Door, gradio_app, open_door, outer_app

pytestmark = pytest.mark.figure("S5")

FILLED = {"name": "kutip.css", "session_hash": "uji"}
# Statuses of WHO, in that order. A 4xx of a signed-in reader is the route's own: nothing was sent to it.
LED = "303 200 200 303"
OPEN = "200 200 200 200"
SIGNED = "401 200 200 401"
CLOSED = "404 404 404 404"
ROUTES = {
    # the app
    "GET /": LED,
    "HEAD /": LED,
    "GET /artikel": "303 404 404 303",
    "HEAD /artikel": "303 404 404 303",
    "GET /laporan": "303 404 404 303",
    "HEAD /laporan": "303 404 404 303",
    "GET /bahasa": "303 303 303 303",
    "HEAD /bahasa": "303 303 303 303",
    "GET /sehat": OPEN,
    "HEAD /sehat": OPEN,
    "GET /masuk": "200 303 303 200",
    "HEAD /masuk": "200 303 303 200",
    "POST /masuk": "401 401 401 401",
    "POST /keluar": "303 303 303 303",
    "GET /kutip/{name}": OPEN,
    "HEAD /kutip/{name}": OPEN,
    "POST /api/ask": "401 400 400 401",
    "POST /api/compare": "401 400 400 401",
    "POST /api/search": "401 400 400 401",
    "POST /api/check": "401 400 400 401",
    "POST /api/draft": "401 400 400 401",
    "POST /api/quotes": SIGNED,
    "GET /api/article": "401 404 404 401",
    "HEAD /api/article": "401 404 404 401",
    "GET /api/archive": SIGNED,
    "HEAD /api/archive": SIGNED,
    # what of Gradio's is used
    "GET /config": SIGNED,
    "GET /config/": SIGNED,
    "GET /theme.css": SIGNED,
    "GET /favicon.ico": SIGNED,
    "GET /robots.txt": SIGNED,
    "GET /svelte/{path:path}": "401 404 404 401",
    "GET /static/{path:path}": "401 404 404 401",
    "GET /assets/{path:path}": "401 404 404 401",
    "GET /gradio_api/app_id": SIGNED,
    "GET /gradio_api/info": SIGNED,
    "GET /gradio_api/info/": SIGNED,
    "GET /gradio_api/theme.css": SIGNED,
    "GET /gradio_api/startup-events": SIGNED,
    "GET /gradio_api/heartbeat/{session_hash}": SIGNED,
    "GET /gradio_api/queue/data": "401 422 422 401",
    "GET /gradio_api/upload_progress": "401 422 422 401",
    "POST /gradio_api/queue/join": "401 422 422 401",
    "POST /gradio_api/upload": "401 400 400 401",
    "POST /gradio_api/cancel": "401 422 422 401",
    "POST /gradio_api/reset": "401 422 422 401",
    "POST /gradio_api/reset/": "401 422 422 401",
    # what of Gradio's is not
    **dict.fromkeys(
        """\
GET /openapi.json
HEAD /openapi.json
POST /login
POST /login/
GET /logout
GET /gradio_api/deep_link
GET /pwa_icon
GET /pwa_icon/{size}
GET /manifest.json
GET /monitoring
GET /monitoring/summary
GET /monitoring/{key}
GET /gradio_api/user
GET /gradio_api/user/
GET /gradio_api/login_check
GET /gradio_api/login_check/
GET /gradio_api/token
GET /gradio_api/token/
GET /gradio_api/app_id/
GET /gradio_api/dev/reload
GET /gradio_api/runs
GET /gradio_api/runs/
GET /gradio_api/openapi.json
GET /gradio_api/custom_component/{id}/{environment}/{type}/{file_name}
GET /gradio_api/proxy={url_path:path}
HEAD /gradio_api/proxy={url_path:path}
GET /gradio_api/file={path_or_url:path}
HEAD /gradio_api/file={path_or_url:path}
POST /gradio_api/stream/{event_id}
POST /gradio_api/stream/{event_id}/close
GET /gradio_api/stream/{session_hash}/{run}/{component_id}/playlist.m3u8
GET /gradio_api/stream/{session_hash}/{run}/{component_id}/{segment_id}.{ext}
GET /gradio_api/stream/{session_hash}/{run}/{component_id}/playlist-file
GET /gradio_api/file/{path:path}
POST /gradio_api/api/{api_name}
POST /gradio_api/api/{api_name}/
POST /gradio_api/run/{api_name}
POST /gradio_api/run/{api_name}/
POST /gradio_api/call/{api_name}
POST /gradio_api/call/{api_name}/
POST /gradio_api/call/v2/{api_name}
POST /gradio_api/call/v2/{api_name}/
GET /gradio_api/call/{api_name}/{event_id}
GET /gradio_api/call/v2/{api_name}/{event_id}
POST /gradio_api/component_server
POST /gradio_api/component_server/
GET /gradio_api/queue/status
POST /gradio_api/process_recording
POST /gradio_api/vibe-edit
POST /gradio_api/vibe-edit/
POST /gradio_api/undo-vibe-edit
POST /gradio_api/undo-vibe-edit/
GET /gradio_api/vibe-code
GET /gradio_api/vibe-code/
POST /gradio_api/vibe-code
POST /gradio_api/vibe-code/
POST /gradio_api/vibe-starter-queries
POST /gradio_api/vibe-starter-queries/""".split("\n"),
        CLOSED,
    ),
}
# Gradio's events, by the name of the function that runs: for every reader, or for editors alone.
EVENTS = {
    "ask": "reader",
    "ask_chip": "reader",
    "ask_entered": "reader",
    "compare": "reader",
    "_check": "reader",
    "_read": "reader",
    "_correct": "reader",
    "_find": "reader",
    "_counted": "reader",
    "begin_anew": "reader",
    "_clicked": "reader",
    "turn": "reader",
    "words": "reader",
    "contents": "reader",
    "watch": "reader",
    "_add": "editor",
    "run": "editor",
}


def routes_of(routes: list[Any]) -> Iterator[str]:
    """Yield "METHOD path" for each route, those of mounted apps and included routers too."""
    for route in routes:
        included = getattr(route, "original_router", None)
        if included is not None:
            assert route.include_context.prefix == ""
            yield from routes_of(included.routes)
        elif getattr(route, "routes", None):
            assert route.path == ""
            yield from routes_of(route.routes)
        else:
            yield from (f"{method} {route.path}" for method in route.methods)


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    with open_door(tmp_path_factory.mktemp("access")) as door:
        yield door


def test_the_tables_name_every_route_and_every_event(door: Door) -> None:
    assert set(routes_of(outer_app(door.app).router.routes)) == set(ROUTES)
    # An event without a function only ends others.
    assert {fn.name for fn in gradio_app(door.app).get_blocks().fns.values() if fn.fn} == set(EVENTS)


@pytest.mark.figure("S11")
@pytest.mark.parametrize("route", ROUTES)
def test_a_route_answers_each_as_the_table_says_and_always_with_the_headers(door: Door, route: str) -> None:
    method, template = route.split(" ", 1)
    path = re.sub(r"\{(\w+)(?::path)?\}", lambda m: FILLED.get(m[1], "x"), template)
    found = []
    for who in WHO:
        signed = dict(door.cookies[who])
        if path == "/keluar" and who in ("reader", "editor"):
            # Signing out is tried on a session of its own.
            name = {"reader": "budi", "editor": "sari"}[who]
            entered = door.client.post("/masuk", data={"nama": name, "sandi": PASSWORD})
            signed = {"cookie": entered.headers["set-cookie"].partition(";")[0]}
            door.client.cookies.clear()
        body = b"{}" if method == "POST" else b""
        given = {**signed, "content-type": "application/json"} if body else signed
        status, headers = door.answered(method, path, given, body)
        found.append(str(status))
        for part in (
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ):
            assert part in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers
        if status == 401 and path.startswith("/api/"):
            assert headers["www-authenticate"].startswith("Basic ")
        if status == 200 and ROUTES[route] != OPEN and who in ("reader", "editor"):
            assert re.search("private|no-store|no-cache", headers["cache-control"])
    assert " ".join(found) == ROUTES[route]


@pytest.mark.parametrize("route", [r for r in ROUTES if r.startswith("POST") and ROUTES[r] != CLOSED])
@pytest.mark.parametrize(
    "hostile",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://["},
        {"origin": f"http://{HOST}.evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_no_other_site_posts_in_an_editors_name(door: Door, route: str, hostile: dict[str, str]) -> None:
    headers = {**door.cookies["editor"], **hostile}
    assert door.answered("POST", route.split()[1], headers, b"{}")[0] == 403


@pytest.mark.parametrize("route", [r for r in ROUTES if ROUTES[r] != CLOSED])
def test_no_route_is_served_under_a_foreign_name(door: Door, route: str) -> None:
    method, path = route.split(" ", 1)
    assert door.answered(method, path, {**door.cookies["editor"], "host": "evil.example"})[0] == 421


# --- what only editors may do ---


def _uploaded(door: Door, who: str, name: str) -> dict[str, Any]:
    files = {"files": (name, b"Pasar Melati ramai sekali hari ini.\n")}
    sent = door.client.post("/gradio_api/upload", files=files, headers={**door.cookies[who], **OWN_ORIGIN})
    return {"path": sent.json()[0], "orig_name": name, "meta": {"_type": "gradio.FileData"}}


def test_a_readers_upload_and_rebuild_are_refused_where_they_run(door: Door) -> None:
    before = sorted(p.name for p in door.settings.corpus.iterdir())
    said = door.run("reader", "_add", [[_uploaded(door, "reader", "susupan.txt")]])
    assert "Hanya penyunting" in said
    said = door.run("reader", "run", [""])
    assert "Hanya penyunting" in said
    assert sorted(p.name for p in door.settings.corpus.iterdir()) == before
    assert len([p for p in door.settings.index.iterdir() if p.is_dir()]) == 1


@pytest.mark.parametrize("event", sorted(EVENTS))
@pytest.mark.parametrize("who", ["none", "forged"])
def test_no_event_runs_for_a_stranger(door: Door, who: str, event: str) -> None:
    assert door.run(who, event, []) == "401"


def test_an_editor_uploads_and_rebuilds(door: Door) -> None:
    said = door.run("editor", "_add", [[_uploaded(door, "editor", "pasar.txt")]])
    assert "Hanya penyunting" not in said
    assert (door.settings.corpus / "pasar.txt").exists()
    assert "Hanya penyunting" not in door.run("editor", "run", [""])
    answered = door.client.post("/api/search", json={"query": "Pasar Melati"}, headers=door.cookies["reader"])
    assert answered.json()["hits"][0]["article"] == "pasar.txt"


def test_a_reader_reads_and_asks(door: Door) -> None:
    assert "Ratna Dewanti" in door.run(
        "reader", "ask", ["Siapa yang meresmikan jembatan?", None, None, "", "", ""]
    )
    page = door.client.get("/artikel", params={"path": "jembatan.md"}, headers=door.cookies["reader"])
    assert "Ratna Dewanti" in page.text


def test_the_page_says_who_is_signed_in_and_hides_the_editors_tools(door: Door) -> None:
    for who, name, shown in (("reader", "budi", False), ("editor", "sari", True)):
        said = door.run(who, "words", [])
        assert f"<bdi>{name}</bdi>" in said
        assert f'"visible": {str(shown).lower()}' in said


# --- a crowd ---


def test_in_a_crowd_a_question_is_refused_while_it_is_still_in_its_box(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    admission = door.app.app.admission
    monkeypatch.setattr(admission, "_at_once", 0)
    monkeypatch.setattr(admission, "_waiting", 0)
    assert door.run("reader", "ask", []) == "503"
    for method, path in (("POST", "/gradio_api/queue/join"), ("POST", "/api/ask"), ("GET", "/artikel")):
        status, headers = door.answered(method, path, door.cookies["reader"], b"{}")
        assert status == 503
        assert int(headers["retry-after"]) >= 1
    assert door.answered("GET", "/", door.cookies["reader"])[0] == 200


@pytest.mark.parametrize(
    ("event", "data"),
    [
        ("ask", ["Siapa yang meresmikan jembatan?", None, None, "", "", ""]),
        ("compare", ["Siapa yang meresmikan jembatan?", None, None, "", "", ""]),
        ("_check", ["satu dua tiga empat lima", "", "", "", ""]),
        ("_find", ["", "", "", "", ""]),
        ("contents", []),
    ],
)
def test_whoever_finds_no_turn_reads_that_the_server_is_busy(
    door: Door, monkeypatch: pytest.MonkeyPatch, event: str, data: list[Any]
) -> None:
    admission = door.app.app.admission
    monkeypatch.setattr(admission, "_at_once", 0)
    monkeypatch.setattr(admission, "_waiting", 0)
    # As if the turns had gone between the sending and the work.
    monkeypatch.setattr(admission, "check", lambda who: None)
    said = door.run("reader", event, data)
    assert "erver sedang sibuk" in said
    if event == "ask":
        # The question is back in its box.
        assert '"Siapa yang meresmikan jembatan?"' in said


def test_the_requests_of_all_and_of_one_are_bounded(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    guard, gate = door.app, door.app.app
    monkeypatch.setattr(guard, "under_way", MOST_AT_ONCE)
    status, headers = door.answered("GET", "/", door.cookies["reader"])
    assert (status, int(headers["retry-after"]) >= 1) == (503, True)
    assert "content-security-policy" in headers
    assert door.answered("GET", "/sehat")[0] == 200
    monkeypatch.setattr(guard, "under_way", 0)
    monkeypatch.setitem(gate.under_way, "budi", OWN_AT_ONCE)
    assert door.answered("GET", "/", door.cookies["reader"])[0] == 429
    assert door.answered("GET", "/", door.cookies["editor"])[0] == 200


def test_a_server_at_rest_looks_at_its_queue_now_and_then(door: Door) -> None:
    queue = gradio_app(door.app).get_blocks()._queue
    assert (queue.sleep_when_free, queue.progress_update_sleep_when_free) == (REST, TELLING)


def test_gradio_keeps_no_record_of_events(door: Door) -> None:
    queue = gradio_app(door.app).get_blocks()._queue
    for _ in range(3):
        door.run("reader", "words", [])
    assert len(queue.event_analytics) <= 1
    assert queue.cached_event_analytics_summary == {"functions": {}}
