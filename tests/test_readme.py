"""Every command that the README shows works as shown."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

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
