"""Schemathesis on the API: whatever fits its schema, and whatever does not, is never a server error.

The schema is here and not in the app: Kutip publishes none.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.accounts import PASSWORD
from tests.crowd import Server, serving

schemathesis = pytest.importorskip(
    "schemathesis", reason="needs schemathesis: pip install -r requirements-dev.txt"
)
pytestmark = [pytest.mark.torture, pytest.mark.figure("S4")]

TEXT = {"type": "string", "maxLength": 2_000}
DAY = {"type": ["string", "null"], "format": "date"}
FILTERS = {"outlet": {"type": ["string", "null"]}, "since": DAY, "until": DAY}
SPEAKER = {"type": ["string", "null"]}
TOLD = {"type": "object", "properties": {"question": TEXT, "answer": TEXT}}
FIELDS: dict[str, dict[str, Any]] = {
    "ask": {
        "question": TEXT,
        "speaker": SPEAKER,
        **FILTERS,
        "history": {"type": ["array", "null"], "items": TOLD},
    },
    "compare": {"question": TEXT, **FILTERS},
    "search": {
        "query": TEXT,
        "speaker": SPEAKER,
        **FILTERS,
        "k": {"type": "integer", "minimum": 1, "maximum": 100},
    },
    "check": {"quote": TEXT, "speaker": SPEAKER, **FILTERS},
    "draft": {"text": {"type": "string"}, "corrections": {"type": ["object", "null"]}},
    "quotes": {"speaker": SPEAKER, **FILTERS},
}
ANSWERS = {
    status: {"description": "JSON", "content": {"application/json": {"schema": {"type": "object"}}}}
    for status in ("200", "400", "401", "404", "413", "429", "503")
}


def _posted(name: str) -> dict[str, Any]:
    required = [] if name == "quotes" else [next(iter(FIELDS[name]))]
    body = {"type": "object", "properties": FIELDS[name], "required": required}
    content = {"application/json": {"schema": body}}
    return {"post": {"requestBody": {"required": True, "content": content}, "responses": ANSWERS}}


PATH = {"name": "path", "in": "query", "required": True, "schema": {"type": "string"}}
SCHEMA = {
    "openapi": "3.1.0",
    "info": {"title": "Kutip", "version": "1"},
    "paths": {
        **{f"/api/{name}": _posted(name) for name in FIELDS},
        "/api/article": {"get": {"parameters": [PATH], "responses": ANSWERS}},
        "/api/archive": {"get": {"responses": ANSWERS}},
        "/sehat": {"get": {"responses": ANSWERS}},
    },
}
schema = schemathesis.openapi.from_dict(SCHEMA)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("schema")) as server:
        yield server


@schema.parametrize()
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_api_never_fails(case: Any, server: Server) -> None:
    basic = base64.b64encode(f"pembaca1:{PASSWORD}".encode()).decode()
    url = f"http://127.0.0.1:{server.port}"
    answer = case.call(base_url=url, headers={"Authorization": f"Basic {basic}"})
    case.validate_response(answer, checks=[schemathesis.checks.not_a_server_error])
    assert answer.headers["x-content-type-options"] == ["nosniff"]
    assert "object-src 'none'" in answer.headers["content-security-policy"][0]
    if answer.status_code >= 400:
        assert answer.elapsed <= 1
