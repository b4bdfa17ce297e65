"""Keeps what the long runs tried and found in bench/out/torture.json, and as a table in torture.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parent.parent.parent / "bench" / "out"


def note(name: str, tried: str, found: dict[str, Any]) -> None:
    """Put one run's result in the place of the last one of its name."""
    OUT.mkdir(parents=True, exist_ok=True)
    file = OUT / "torture.json"
    kept: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    kept[name] = {"tried": tried, "found": found}
    file.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    rows = [
        f"| {name} | {run['tried']} | {', '.join(f'{key} {value}' for key, value in run['found'].items())} |"
        for name, run in sorted(kept.items())
    ]
    table = "\n".join(("| run | tried | found |", "|---|---|---|", *rows))
    (OUT / "torture.md").write_text(f"{table}\n", encoding="utf-8")
