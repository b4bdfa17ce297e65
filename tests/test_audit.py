"""What is let pass has a date and a reason, and what was not looked at is never called clean."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from audit.exceptions import FILE, Exemption, differences, exemptions
from audit.packages import outcome

pytestmark = pytest.mark.figure("S7")

ROOT = Path(__file__).resolve().parent.parent
PINS = ["a==1.0", "b==2.0", "c==3.0"]
CVE = {"id": "CVE-1", "aliases": ["GHSA-1"], "fix_versions": ["1.1"]}


def test_every_exception_has_a_date_and_a_reason() -> None:
    found = exemptions(FILE.read_text(encoding="utf-8"))
    assert found
    assert all(e.since <= date.today() and e.count > 0 for e in found.values())


@pytest.mark.parametrize(
    "line",
    [
        "B101\trag/a.py\t1\t2026-01-02",
        "B101\trag/a.py\t1\tyesterday\tIt is only for types.",
        "B101\trag/a.py\tmany\t2026-01-02\tIt is only for types.",
        "B101\trag/a.py\t1\t2026-01-02\tnone",
    ],
)
def test_an_exception_without_count_date_or_reason_is_named(line: str) -> None:
    with pytest.raises(ValueError, match=r"exceptions\.tsv:2"):
        exemptions(f"# finding, where, how many, since when, why\n{line}\n")


def test_what_is_not_explained_and_what_is_explained_for_nothing_is_said() -> None:
    exempt = {("B1", "a.py"): Exemption(1, date(2026, 1, 2), "so it is"), ("B2", "b.py"): _exemption()}
    assert differences({("B1", "a.py"): 1, ("B2", "b.py"): 1}, exempt) == []
    assert differences({("B1", "a.py"): 2}, exempt) == [
        "B1 in a.py: 2 found, 1 explained in exceptions.tsv",
        "B2 in b.py: 0 found, 1 explained: no longer needed",
    ]


def _exemption() -> Exemption:
    return Exemption(1, date(2026, 1, 2), "never started here")


def test_each_exception_for_the_code_is_still_needed_and_nothing_else_is_found() -> None:
    pytest.importorskip("bandit", reason="needs bandit: make test installs it")
    done = subprocess.run([sys.executable, "audit/code.py"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "all explained" in done.stdout


@pytest.mark.parametrize("said", ["", "Traceback", "[]", "{}", '{"dependencies": null, "fixes": 1}x'])
def test_a_service_out_of_reach_is_not_audited(said: str) -> None:
    lines, failed = outcome(said, "ConnectionError: no route", PINS, {})
    assert lines == ["not audited: 3 packages skipped (ConnectionError: no route)"]
    assert not failed


def test_what_was_skipped_is_counted_beside_what_was_audited() -> None:
    report = {
        "dependencies": [
            {"name": "a", "version": "1.0", "vulns": []},
            {"name": "b", "skip_reason": "Dependency not found on PyPI"},
        ]
    }
    lines, failed = outcome(json.dumps(report), "", PINS, {})
    assert lines == [
        "audited: 1 packages, no unexplained vulnerability known",
        "not audited: 2 packages skipped: b",
    ]
    assert not failed


def test_where_all_are_skipped_nothing_is_called_audited() -> None:
    report = {"dependencies": [{"name": p.split("==")[0], "skip_reason": "not found"} for p in PINS]}
    lines, failed = outcome(json.dumps(report), "", PINS, {})
    assert lines == ["not audited: 3 packages skipped: a, b, c"]
    assert not failed


def test_a_vulnerability_fails_unless_it_is_explained() -> None:
    report = json.dumps({"dependencies": [{"name": "a", "version": "1.0", "vulns": [CVE]}]})
    lines, failed = outcome(report, "", PINS[:1], {})
    assert failed
    assert lines[0] == (
        "a 1.0: CVE-1, GHSA-1; mended in 1.1: change the pin, or explain it in exceptions.tsv"
    )
    assert "clean" not in " ".join(lines)
    lines, failed = outcome(report, "", PINS[:1], {("GHSA-1", "a"): _exemption()})
    assert not failed
    assert lines[0] == "a 1.0: CVE-1, GHSA-1; left since 2026-01-02: never started here"
    _, failed = outcome(report, "", PINS[:1], {("GHSA-1", "b"): _exemption()})
    assert failed
