"""Everything that a browser tests, in a network namespace with loopback alone. ``make offline``."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.alone import Alone

pytestmark = [pytest.mark.torture, pytest.mark.browser, pytest.mark.figure("S6")]


def test_the_whole_browser_suite_in_a_namespace_without_network(
    alone: Alone, found: Callable[[str, dict[str, object]], None]
) -> None:
    """No look-up and no connection off loopback, by the app, its children or the tests, and all pass.

    Chromium itself is held by the namespace: there is nowhere that it could connect to.
    """
    done = alone("-m", "pytest", "-q", "-p", "no:cacheprovider", "-rs", "tests/browser", seconds=3_600)
    if "no Chromium was found" in done.stdout:
        pytest.skip("no Chromium was found")
    last = done.stdout.rstrip().splitlines()[-1] if done.stdout.strip() else done.stderr[-500:]
    found("tests/browser under unshare --net", {"result": last})
    assert done.returncode == 0, done.stdout[-4_000:]
    passed = re.search(r"(\d+) passed", last)
    assert passed is not None, last
    assert int(passed[1]) >= 40, last
    assert "skipped" not in last, done.stdout[-2_000:]
