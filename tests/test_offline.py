"""No connection leaves the machine: everything works where there is no network at all."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_socket import disable_socket, enable_socket

from rag.archive import open_archive
from rag.index import build_index
from rag.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT / "tests" / "data" / "news"


@pytest.fixture
def no_sockets():
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()


@pytest.mark.usefixtures("no_sockets")
def test_index_and_answer_with_sockets_blocked(tmp_path: Path) -> None:
    settings = Settings(corpus=NEWS, index=tmp_path / "index")
    assert build_index(settings).articles == len(list(NEWS.glob("*.md")))
    with open_archive(settings) as archive:
        assert "Wira Sasmaya" in archive.ask("Siapa Wali Kota Lintangbaru?").answer
        assert archive.search("banjir")


def test_the_command_line_in_a_namespace_without_network(tmp_path: Path) -> None:
    alone = ["unshare", "--net", "--map-root-user"]
    if shutil.which("unshare") is None or subprocess.run([*alone, "true"], capture_output=True).returncode:
        pytest.skip("needs unshare with the right to make a network namespace")
    command = [*alone, sys.executable, "-m", "rag"]
    folders = ["--corpus", str(NEWS), "--index", str(tmp_path / "index"), "--json"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("RAG_")}
    for arguments in (["index"], ["ask", "Siapa Wali Kota Lintangbaru?"], ["verify"]):
        done = subprocess.run(
            [*command, *arguments, *folders],
            cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)
