"""Known vulnerabilities of the pinned packages, by pip-audit, and how many were not looked at.

    python audit/packages.py

A vulnerability that ``exceptions.tsv`` does not explain is a failure. A package that was not looked at,
because the service was out of reach or does not know it, is no failure and is never called clean.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

from audit.exceptions import FILE, Exemption, Place, exemptions

PINS = HOME / "constraints.txt"
# A service that hangs holds a build up no longer than this; an audit takes a second for six packages.
_SECONDS = 180
_NAMED = 5


def main() -> int:
    """Audit the pins, print the outcome, and return 1 for a vulnerability that is not explained."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(PINS), "--no-deps", "--disable-pip"]
    command += ["--format", "json", "--progress-spinner", "off", "--timeout", "10"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
        said, cause = done.stdout, next(iter(done.stderr.strip().splitlines()[-1:]), "no report")
    except subprocess.TimeoutExpired:
        said, cause = "", f"no answer within {_SECONDS} s"
    pins = [line for line in PINS.read_text(encoding="utf-8").splitlines() if "==" in line]
    lines, failed = outcome(said, cause, pins, exemptions(FILE.read_text(encoding="utf-8")))
    print(*lines, sep="\n")
    return int(failed)


def outcome(said: str, cause: str, pins: list[str], exempt: dict[Place, Exemption]) -> tuple[list[str], bool]:
    """Return what is to be printed of pip-audit's JSON, and whether the audit has failed.

    Where ``said`` is no report, ``cause`` tells why, and none of the pins was looked at.
    """
    try:
        looked_at: list[dict[str, Any]] = json.loads(said)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return [f"not audited: {len(pins)} packages skipped ({cause[:200]})"], False
    audited = [package for package in looked_at if "skip_reason" not in package]
    lines, failed = [], False
    for package in audited:
        for vulnerability in package["vulns"]:
            names = [vulnerability["id"], *vulnerability.get("aliases", ())]
            why = next((exempt[n, package["name"]] for n in names if (n, package["name"]) in exempt), None)
            known = f"{package['name']} {package['version']}: {', '.join(names)}"
            if why is None:
                failed = True
                mended = ", ".join(vulnerability.get("fix_versions", ())) or "none yet"
                lines.append(f"{known}; mended in {mended}: change the pin, or explain it in {FILE.name}")
            else:
                lines.append(f"{known}; left since {why.since}: {why.reason}")
    skipped = len(pins) - len(audited)
    if audited:
        found = "vulnerabilities found" if failed else "no unexplained vulnerability known"
        lines.append(f"audited: {len(audited)} packages, {found}")
    if skipped:
        names = [package["name"] for package in looked_at if "skip_reason" in package]
        more = f": {', '.join(names[:_NAMED])}{', …' if len(names) > _NAMED else ''}" if names else ""
        lines.append(f"not audited: {skipped} packages skipped{more}")
    return lines, failed


if __name__ == "__main__":
    sys.exit(main())
