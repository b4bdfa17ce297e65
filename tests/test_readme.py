"""Every command that the README shows works as shown."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from rag.api import _NARROWED, _POSTED
from rag.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^python -m rag .*$", README, re.MULTILINE)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return {**os.environ, "RAG_INDEX": str(tmp_path_factory.mktemp("readme") / "index")}


def test_the_commands_run_in_their_order(environment: dict[str, str]) -> None:
    assert len(COMMANDS) >= 6
    (ROOT / "cadangan.zip").unlink(missing_ok=True)  # a backup goes over nothing
    for command in COMMANDS:
        arguments = [sys.executable, *shlex.split(command)[1:]]
        done = subprocess.run(
            arguments, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        assert done.stdout.strip()


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize("setting", re.findall(r"`(RAG_[A-Z]+)`", README))
def test_settings_are_read(setting: str) -> None:
    assert setting in (ROOT / "rag" / "settings.py").read_text(encoding="utf-8")


def test_the_request_of_the_api_is_answered(environment: dict[str, str]) -> None:
    from starlette.testclient import TestClient

    from rag.server import create_app

    (line,) = re.findall(r"^curl .*$", README, re.MULTILINE)
    curl = shlex.split(line)
    index = [sys.executable, "-m", "rag", "index"]
    subprocess.run(index, cwd=ROOT, env=environment, capture_output=True, check=True, timeout=120)
    settings = Settings(index=Path(environment["RAG_INDEX"]))
    with TestClient(create_app(settings), base_url="http://127.0.0.1:7860") as client:
        answered = client.post(
            curl[2],
            content=curl[curl.index("-d") + 1],
            headers={"content-type": "application/x-www-form-urlencoded"},
        )
    assert answered.status_code == 200
    assert "Bob Kang" in answered.json()["answer"]


def test_the_keys_of_the_api_are_those_it_reads() -> None:
    rows = dict(re.findall(r"^\| `/api/(\w+)` \| (.*) \|$", README, re.MULTILINE))
    assert rows.keys() == _POSTED.keys()
    for name, (_, keys) in _POSTED.items():
        told = set(re.findall(r"`(\w+)`", re.sub(r"\(.*?\)", "", rows[name])))
        assert told == keys - _NARROWED, name
        assert (keys >= _NARROWED) is (name != "draft")
