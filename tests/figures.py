"""The report of reliability and security: which figures hold. ``make torture`` writes it.

A test says by ``@pytest.mark.figure("R3")`` which row of ``data/figures.toml`` it shows, and by the fixture
``found`` what it tried and what came out. Results are kept by test in ``torture.json``, so that the long runs
may be taken in pieces; the table is ``torture.md`` beside it.
"""

from __future__ import annotations

import datetime
import json
import os
import platform
import subprocess
import tomllib
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "bench" / "out"
ROWS: dict[str, dict[str, str]] = tomllib.loads(
    (ROOT / "tests" / "data" / "figures.toml").read_text(encoding="utf-8")
)
_OUTCOMES = ("passed", "failed", "skipped")
_HEAD = """\
# Reliability and security: what was tried, what was found

Python {python}, {cores} cores. Tests are counted; most hold many trials.

| | tried | asked | found | tests | when |
|---|---|---|---|---|---|
"""


class Figures:
    """Gathers the outcomes of the tests that show a figure, and writes the report at the end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.results: dict[str, dict[str, dict[str, Any]]] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> Generator[None, Any, Any]:
        """Say in the report of a test which figures it shows."""
        report = yield
        report.user_properties.append(("figures", list(marked(item))))
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the outcome of a test, or of the preparation that did not come to its end."""
        if report.when == "teardown" or (report.when == "setup" and report.passed):
            return
        properties = dict(report.user_properties)
        result = {"outcome": report.outcome} | {
            k: properties[k] for k in ("tried", "found") if k in properties
        }
        for row in properties["figures"]:
            kept = self.results.setdefault(row, {}).setdefault(report.nodeid, result)
            if report.failed:  # of several tests under one name, one
                kept["outcome"] = report.outcome

    def pytest_sessionfinish(self) -> None:
        """Put the results in the place of the last ones of these tests, and write the table."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / "torture.json"
        kept: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        when = f"{datetime.date.today():%Y-%m-%d} {_commit()}"
        for row, tests in self.results.items():
            kept.setdefault(row, {}).update({name: {**each, "when": when} for name, each in tests.items()})
        file.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        (self.folder / "torture.md").write_text(table(kept), encoding="utf-8")


def marked(item: pytest.Item) -> Iterator[str]:
    """Yield the rows that a test shows."""
    for marker in item.iter_markers("figure"):
        yield from marker.args


def table(kept: dict[str, Any]) -> str:
    """Return the report of all results as Markdown."""
    lines = []
    for name, row in ROWS.items():
        tests = list(kept.get(name, {}).values())
        outcomes = [test["outcome"] for test in tests]
        counts = ", ".join(f"{outcomes.count(each)} {each}" for each in _OUTCOMES if each in outcomes)
        found = "; ".join(_told(test) for test in tests if "found" in test)
        cells = [name, row["tried"], row["asked"], found, counts or "not run"]
        lines.append(f"| {' | '.join([*cells, ', '.join(sorted({test['when'] for test in tests}))])} |\n")
    return _HEAD.format(python=platform.python_version(), cores=os.cpu_count()) + "".join(lines)


def _told(test: dict[str, Any]) -> str:
    return f"{test['tried']}: {', '.join(f'{key} {value}' for key, value in test['found'].items())}"


def _commit() -> str:
    command = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()
