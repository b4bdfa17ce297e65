"""Fixtures that every room's tests share."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import hypothesis
import pytest

from tests.alone import Alone, unable
from tests.figures import ROWS, Figures, marked

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--figures", metavar="FOLDER", help="write there which figures of reliability hold")


def pytest_configure(config: pytest.Config) -> None:
    if folder := config.getoption("--figures"):
        config.pluginmanager.register(Figures(Path(folder)))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a figure that is in no row: it would be shown to nobody."""
    if unknown := {row for item in items for row in marked(item)} - set(ROWS):
        raise pytest.UsageError(f"tests/data/figures.toml has no row {', '.join(sorted(unknown))}")


@pytest.fixture
def found(record_property: Callable[[str, object], None]) -> Callable[[str, dict[str, object]], None]:
    """Return what notes for the report what a test tried, and what came out."""

    def note(tried: str, values: dict[str, object]) -> None:
        record_property("tried", tried)
        record_property("found", values)

    return note


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared material beside the repository, or skip saying so.

    With ``KUTIP_REQUIRE_SHARED=1`` its absence is a failure: a skipped check proves nothing.
    """
    folder = ROOT.parent / "shared"
    if not (folder / "articles").is_dir():
        if os.environ.get("KUTIP_REQUIRE_SHARED") == "1":
            pytest.fail(f"KUTIP_REQUIRE_SHARED=1, but {folder} holds no articles/")
        pytest.skip(f"needs the shared material in {folder}, which is not there")
    return folder


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a Chroma server for the tests that need one and return its address."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("server")
    process = subprocess.Popen(
        [str(Path(sys.executable).parent / "chroma"), "run", "--host", "127.0.0.1", "--port", str(port),
         "--path", str(folder)],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(200):
            with closing(socket.socket()) as line:
                if line.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def alone(tmp_path: Path) -> Alone:
    """Return what runs Python in a namespace with nothing but loopback; skips where none may be made."""
    if why := unable():
        pytest.skip(why)
    return Alone(tmp_path)


# Timings on a shared machine say nothing about the code: a slow first example is no failure.
hypothesis.settings.register_profile("kutip", deadline=None)
hypothesis.settings.load_profile("kutip")
