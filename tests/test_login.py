"""Signing in and out, for people and programs, and where a server may listen without passwords."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.errors import UsageError
from rag.guard import allowed_hosts, host_allowed
from rag.server import bind
from rag.settings import Settings
from tests.accounts import PASSWORD, write_accounts
from tests.door import HOST, Door, open_door

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    with open_door(tmp_path_factory.mktemp("access")) as door:
        yield door


def test_signing_in_leads_back_sets_a_closed_cookie_and_signing_out_ends_it(door: Door) -> None:
    led = door.client.get("/artikel?path=jembatan.md&start=1", headers={"accept": "text/html"})
    assert led.headers["location"] == "/masuk?lanjut=%2Fartikel%3Fpath%3Djembatan.md%26start%3D1"
    form = door.client.get(led.headers["location"]).text
    assert 'name="lanjut" value="/artikel?path=jembatan.md&amp;start=1"' in form
    given = {"nama": "budi", "sandi": PASSWORD, "lanjut": "/artikel?path=jembatan.md&start=1"}
    entered = door.client.post("/masuk", data=given)
    assert (entered.status_code, entered.headers["location"]) == (303, given["lanjut"])
    set_cookie = entered.headers["set-cookie"].lower()
    assert "httponly" in set_cookie
    assert "samesite=lax" in set_cookie
    assert "max-age=43200" in set_cookie
    assert "secure" not in set_cookie
    assert door.client.get("/api/archive").status_code == 200
    kept = dict(door.client.cookies)
    assert door.client.post("/keluar").headers["location"] == "/masuk"
    door.client.cookies.clear()
    again = door.client.get("/api/archive", headers={"cookie": f"kutip_masuk={kept['kutip_masuk']}"})
    assert again.status_code == 401


def test_behind_https_the_cookie_is_for_https_alone(door: Door) -> None:
    entered = door.client.post(f"https://{HOST}/masuk", data={"nama": "budi", "sandi": PASSWORD})
    assert "secure" in entered.headers["set-cookie"].lower()
    door.client.cookies.clear()


@pytest.mark.parametrize(
    "to",
    [
        "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/keluar", "",
        "/a", "/artikel\r\nX: y", "http://[", "/artikel?x=é",
    ],
)  # fmt: skip
def test_signing_in_leads_nowhere_else(door: Door, to: str) -> None:
    entered = door.client.post("/masuk", data={"nama": "budi", "sandi": PASSWORD, "lanjut": to})
    assert entered.headers["location"] == "/"
    door.client.cookies.clear()


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_wrong_password_is_said_and_nothing_typed_is_markup(door: Door, language: str) -> None:
    given = {"nama": '"><img src=x onerror=alert(1)>', "sandi": "<b>salah</b>", "lanjut": '"><script>'}
    wrong = door.client.post("/masuk", data=given, headers={"accept-language": language})
    assert wrong.status_code == 401
    assert {"id": "Nama atau kata sandi salah.", "en": "Wrong name or password."}[language] in wrong.text
    assert "<img" not in wrong.text
    assert "<script" not in wrong.text
    assert "salah</b>" not in wrong.text
    assert "set-cookie" not in wrong.headers


@pytest.mark.parametrize(
    "header",
    ["Basic", "Basic !!", "Basic " + "YQ==", "Bearer abc", "Basic c2FyaTp4", "Basic " + "A" * 5000, "\xff"],
)
def test_a_wrong_header_is_a_401(door: Door, header: str) -> None:
    assert door.answered("GET", "/api/archive", {"authorization": header})[0] == 401


def test_a_program_signs_in_with_http_basic_to_the_api_alone(door: Door) -> None:
    basic = (("budi", PASSWORD), ("BUDI", PASSWORD))
    for auth in basic:
        assert door.client.get("/api/archive", auth=auth).status_code == 200
    assert door.client.get("/config", auth=basic[0]).status_code == 401
    assert door.client.get("/", auth=basic[0]).status_code == 401


def test_wrong_passwords_end_in_a_quick_429_that_says_when(door: Door) -> None:
    statuses, seconds = [], []
    for n in range(14):
        started = time.monotonic()
        # The client's address is the same for a form and for a program.
        if n % 2:
            answer = door.client.post("/masuk", data={"nama": "sari", "sandi": f"salah{n}"})
        else:
            answer = door.client.get("/api/archive", auth=("sari", f"salah{n}"))
        statuses.append(answer.status_code)
        if answer.status_code == 429:
            seconds.append(time.monotonic() - started)
            assert int(answer.headers["retry-after"]) >= 1
    assert statuses[-1] == 429
    assert min(seconds) < 0.5  # one of them may be late for what else runs on the machine
    # Whoever is signed in goes on working.
    assert door.client.get("/api/archive", headers=door.cookies["editor"]).status_code == 200


# --- where the server may listen ---


def _started(**variables: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("RAG_")} | variables
    return subprocess.run(
        [sys.executable, "app.py"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )


@pytest.mark.figure("S5")
@pytest.mark.parametrize(
    "where", [{"RAG_HOST": "0.0.0.0"}, {"RAG_HOST": "::"}, {"RAG_NAMES": "kutip.example"}]
)
def test_a_server_that_others_reach_does_not_start_without_passwords(where: dict[str, str]) -> None:
    done = _started(RAG_PORT="0", **where)
    assert done.returncode == 1
    indonesian, english = done.stderr.splitlines()
    assert "belum ada kata sandi" in indonesian
    assert "no password is set" in english
    for line in (indonesian, english):
        assert "python -m rag password" in line
        assert "RAG_PASSWORDS=kata-sandi.txt python app.py" in line


def test_a_server_with_a_bad_file_of_passwords_does_not_start(tmp_path: Path) -> None:
    file = tmp_path / "kata-sandi.txt"
    file.write_text("sari editor bukan-hash\n")
    done = _started(RAG_PORT="0", RAG_PASSWORDS=str(file), RAG_INDEX=str(tmp_path / "index"))
    assert done.returncode == 1
    assert "line 1" in done.stderr
    assert not (tmp_path / "index").exists()


def test_with_passwords_any_address_can_be_taken(tmp_path: Path) -> None:
    file = write_accounts(tmp_path / "kata-sandi.txt", {"sari": "editor"})
    with bind(Settings(host="0.0.0.0", port=0, passwords=file)):
        pass
    with bind(Settings(host="localhost", port=0)):
        pass
    with pytest.raises(UsageError, match=r"kutip\.example"):
        bind(Settings(port=0, names=("kutip.example",)))


def test_a_proxys_name_is_served(tmp_path: Path) -> None:
    settings = Settings.from_environment({"RAG_NAMES": "Kutip.example, arsip.example"})
    assert settings.names == ("kutip.example", "arsip.example")
    hosts = allowed_hosts(settings.host, settings.names)
    assert host_allowed("kutip.example:443", hosts)
    assert not host_allowed("evil.example", hosts)
