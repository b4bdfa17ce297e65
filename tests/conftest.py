"""Fixtures that every room's tests share."""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest

from tests.alone import Alone, unable

ROOT = Path(__file__).resolve().parent.parent


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


@pytest.fixture
def alone(tmp_path: Path) -> Alone:
    """Return what runs Python in a namespace with nothing but loopback; skips where none may be made."""
    if why := unable():
        pytest.skip(why)
    return Alone(tmp_path)


# Timings on a shared machine say nothing about the code: a slow first example is no failure.
hypothesis.settings.register_profile("kutip", deadline=None)
hypothesis.settings.load_profile("kutip")
