"""Floors: what each figure must reach, in one file, ``evaluation/floors.json``.

A figure may be at least its floor or, where less is better, at most its ceiling. A floor is made easier only
with a reason, which stays in the file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rag.errors import UsageError
from rag.settings import HOME

FLOORS = HOME / "evaluation" / "floors.json"

# Figures by set: {"facqa": {"nDCG@10": 86.5}}.
Figures = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Floor:
    """What one figure of one set must reach: ``least`` or ``most``; ``aim`` is what is wished for."""

    set: str
    figure: str
    least: float | None = None
    most: float | None = None
    aim: float | None = None

    def holds(self, value: float) -> bool:
        """Say whether a value reaches it; a value that is no number does not."""
        if self.least is not None:
            return value >= self.least
        return self.most is not None and value <= self.most


@dataclass(frozen=True, slots=True)
class Comparison:
    """A floor with the value found, None where the set was not measured, and whether it holds."""

    floor: Floor
    value: float | None

    @property
    def holds(self) -> bool | None:
        """Return None where nothing was measured."""
        return None if self.value is None else self.floor.holds(self.value)


def read_floors(file: Path = FLOORS) -> list[Floor]:
    """Return all floors. Raises UsageError where the file is not what it should be."""
    return [Floor(**{k: v for k, v in row.items() if k != "lowered"}) for row in _rows(file)]


def compare(found: Figures, floors: list[Floor]) -> list[Comparison]:
    """Hold the figures against the floors, in the floors' order."""
    return [Comparison(floor, found.get(floor.set, {}).get(floor.figure)) for floor in floors]


def lower(set_: str, figure: str, value: float, reason: str, file: Path = FLOORS) -> None:
    """Make a floor easier and keep the reason. Raises UsageError without a reason or a floor."""
    if len(reason.split()) < 3:
        raise UsageError(
            f"lowering {set_}/{figure} needs a reason of a few words: --reason '…'",
            f"menurunkan {set_}/{figure} memerlukan alasan beberapa kata: --reason '…'",
        )
    rows = _rows(file)
    for row in rows:
        if (row["set"], row["figure"]) == (set_, figure):
            side = "least" if "least" in row else "most"
            kept = {"from": row[side], "to": value, "on": date.today().isoformat(), "reason": reason}
            row[side] = value
            row["lowered"] = [*row.get("lowered", ()), kept]
            # A line for each floor, so that a change shows as one.
            lines = ",\n".join(f" {json.dumps(row, ensure_ascii=False)}" for row in rows)
            file.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
            return
    raise UsageError(
        f"{file.name} has no floor {set_}/{figure}", f"{file.name} tidak memuat batas {set_}/{figure}"
    )


def _rows(file: Path) -> list[dict[str, Any]]:
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        wrong = [r for r in rows if not {"set", "figure"} <= set(r) or ("least" in r) == ("most" in r)]
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(f"{file} cannot be read: {error}", f"{file} tidak terbaca: {error}") from error
    if wrong:
        raise UsageError(
            f"{file}: each floor has set, figure, and either least or most; found {wrong[0]}",
            f"{file}: tiap batas berisi set, figure, dan least atau most; ditemukan {wrong[0]}",
        )
    return list(rows)
