"""bandit over the code: every finding is explained in ``exceptions.tsv``, every explanation still needed.

python audit/code.py
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

from audit.exceptions import FILE, Place, differences, exemptions

CODE = ("rag", "app.py", "models", "bench")


def main() -> int:
    """Print what is not explained and return 1, or say how much was looked at and return 0."""
    command = [sys.executable, "-m", "bandit", "--quiet", "--recursive", "--format", "json", *CODE]
    done = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False)
    try:
        report = json.loads(done.stdout)
    except ValueError:
        print(f"bandit gave no report: {done.stderr.strip()[-300:]}; install it: make lint")
        return 1
    lines = [f"{e['filename']}: {e['reason']}" for e in report["errors"]]
    results = report["results"]
    found: Counter[Place] = Counter((r["test_id"], Path(r["filename"]).as_posix()) for r in results)
    exempt = exemptions(FILE.read_text(encoding="utf-8"))
    lines += differences(found, {p: e for p, e in exempt.items() if p[0].startswith("B")})
    unexplained = {line.split(":")[0] for line in lines}
    for r in results:
        if f"{r['test_id']} in {r['filename']}" in unexplained:
            lines.append(f"  {r['filename']}:{r['line_number']}: {r['test_id']} {r['issue_text']}")
    size = report["metrics"]["_totals"]["loc"]
    print(
        *lines or [f"bandit: {size} lines, {len(results)} findings, all explained in {FILE.name}"], sep="\n"
    )
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
