"""No connection leaves the machine: everything works where there is no network at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytest_socket import disable_socket, enable_socket

from rag.archive import open_archive
from rag.index import build_index
from rag.settings import Settings
from tests.alone import Alone

pytestmark = pytest.mark.figure("S6")

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


# Starts the app, asks it how it is and a question, and prints both answers.
SERVED = """
import json, os, subprocess, sys, urllib.request
with subprocess.Popen([sys.executable, "app.py"], stdout=subprocess.PIPE, text=True) as app:
    try:
        url = f"http://127.0.0.1:{os.environ['RAG_PORT']}"
        for line in app.stdout:
            if url in line:
                break
        body = json.dumps({"question": "Siapa Wali Kota Lintangbaru?"}).encode()
        for asked in (f"{url}/sehat", f"{url}/", urllib.request.Request(f"{url}/api/ask", data=body)):
            print(urllib.request.urlopen(asked, timeout=60).read().decode("utf-8", "replace"))
    finally:
        app.kill()
"""


def test_the_command_line_in_a_namespace_without_network(alone: Alone, tmp_path: Path) -> None:
    folders = ["--corpus", str(NEWS), "--index", str(tmp_path / "index"), "--json"]
    for arguments in (["index"], ["ask", "Siapa Wali Kota Lintangbaru?"], ["verify"]):
        done = alone("-m", "rag", *arguments, *folders)
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)


def test_the_server_in_a_namespace_without_network(alone: Alone, tmp_path: Path) -> None:
    done = alone(
        "-c", SERVED, RAG_CORPUS=str(NEWS), RAG_INDEX=str(tmp_path / "index"), RAG_PORT="7869",
        PYTHONUNBUFFERED="1",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert '"ok"' in done.stdout
    assert "<!doctype html>" in done.stdout.lower()
    assert "Wira Sasmaya" in done.stdout


@pytest.mark.slow
def test_the_suites_fast_part_in_a_namespace_without_network(alone: Alone) -> None:
    rooms = ("answer", "archive", "catalog", "chain", "check", "formats", "lexical", "llm", "vectors", "ui")
    files = [f"tests/test_{room}.py" for room in rooms if (ROOT / f"tests/test_{room}.py").exists()]
    assert len(files) >= 8
    # What takes longest asks nobody for anything: every vector for itself.
    done = alone("-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "not finds_itself", *files)
    assert done.returncode == 0, done.stdout[-2_000:]
    assert " passed" in done.stdout


@pytest.mark.browser
def test_a_browser_in_a_namespace_without_network(alone: Alone) -> None:
    test = "tests/browser/test_app.py::test_ask_then_read_the_source_at_exactly_the_cited_characters"
    done = alone("-m", "pytest", "-q", "-p", "no:cacheprovider", "-rs", test)
    if "1 skipped" in done.stdout:
        pytest.skip(next(line for line in done.stdout.splitlines() if line.startswith("SKIPPED")))
    assert done.returncode == 0, done.stdout[-2_000:]
    assert "1 passed" in done.stdout


def test_what_is_asked_of_others_is_noticed(alone: Alone) -> None:
    with pytest.raises(AssertionError, match=r"jahat\.example"):
        alone("-c", "import socket; socket.getaddrinfo('jahat.example', 80)")
    with pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        alone("-c", "import socket; socket.create_connection(('192.0.2.1', 80), 1)")
