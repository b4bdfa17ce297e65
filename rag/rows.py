"""What the rows of a matrix of vectors are: passage ids, and what filters compare of each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.documents import Filters

# What Chroma keeps of a passage: "article", and where known "outlet" (folded) and "date" (yyyymmdd).
Metadata = dict[str, str | int]

_UNKNOWN = -1


def metadata(article: str, outlet: str | None, date: str | None) -> Metadata:
    """Return what filters need of a passage: its article, folded outlet, date as yyyymmdd."""
    facts: Metadata = {"article": article}
    if outlet:
        facts["outlet"] = outlet.casefold()
    if date:
        facts["date"] = day_number(date)
    return facts


class Rows:
    """The rows in order: ``ids``, ``outlets`` (numbers into ``names``, -1 unknown), ``dates`` (-1 unknown).

    ``dead`` counts the rows deleted from Chroma's graph so far, which it goes on carrying; ``strays`` are the
    ids of passages that the graph holds but does not find.
    """

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.outlets: list[int] = []
        self.dates: list[int] = []
        self.names: list[str] = []
        self.dead = 0
        self.strays: list[str] = []
        self._numbers: dict[str, int] = {}

    @classmethod
    def read(cls, file: Path) -> Rows:
        """Read what ``write`` wrote. Raises OSError, or ValueError, KeyError, TypeError where damaged."""
        stored = json.loads(file.read_text(encoding="utf-8"))
        rows = cls()
        rows.ids, rows.outlets, rows.dates = stored["ids"], stored["outlets"], stored["dates"]
        rows.names, rows.dead = stored["names"], stored["dead"]
        rows.strays = stored.get("strays", [])
        rows._numbers = {name: number for number, name in enumerate(rows.names)}
        if not len(rows.ids) == len(rows.outlets) == len(rows.dates):
            raise ValueError(f"{file.name} has lists of different lengths")
        return rows

    def write(self, file: Path) -> None:
        """Write the rows as JSON."""
        names = ("ids", "outlets", "dates", "names", "dead", "strays")
        stored = {name: getattr(self, name) for name in names}
        file.write_text(json.dumps(stored, ensure_ascii=False), encoding="utf-8")

    def extend(self, ids: Sequence[str], metadatas: Sequence[Metadata]) -> None:
        """Add rows at the end."""
        for id, facts in zip(ids, metadatas, strict=True):
            self.ids.append(id)
            self.outlets.append(self._number(facts["outlet"]) if "outlet" in facts else _UNKNOWN)
            self.dates.append(int(facts.get("date", _UNKNOWN)))

    def only(self, rows: Sequence[int]) -> Rows:
        """Return these rows alone, in this order."""
        kept = Rows()
        kept.dead = self.dead
        kept.extend([self.ids[row] for row in rows], [self.metadata(row) for row in rows])
        held = set(kept.ids)
        kept.strays = [id for id in self.strays if id in held]
        return kept

    def metadata(self, row: int) -> Metadata:
        """Return what filters compare of one row."""
        facts: Metadata = {"article": self.ids[row].rpartition("#")[0]}
        if self.outlets[row] != _UNKNOWN:
            facts["outlet"] = self.names[self.outlets[row]]
        if self.dates[row] != _UNKNOWN:
            facts["date"] = self.dates[row]
        return facts

    def _number(self, outlet: str | int) -> int:
        if outlet not in self._numbers:
            self._numbers[str(outlet)] = len(self.names)
            self.names.append(str(outlet))
        return self._numbers[str(outlet)]


class Sieve:
    """Tells which rows filters allow, exactly."""

    def __init__(self, rows: Rows) -> None:
        self._numbers = {name: number for number, name in enumerate(rows.names)}
        self._ids = rows.ids
        self._outlets = np.array(rows.outlets, dtype=np.int32)
        self._dates = np.array(rows.dates, dtype=np.int32)

    def allowed(self, filters: Filters) -> NDArray[np.intp]:
        """Return the numbers of the rows that the filters allow; an unknown date meets no date filter."""
        allowed = np.ones(len(self._dates), dtype=np.bool_)
        if filters.outlet is not None:
            allowed &= self._outlets == self._numbers.get(filters.outlet.casefold(), _UNKNOWN - 1)
        if filters.since is not None:
            allowed &= self._dates >= day_number(filters.since)
        if filters.until is not None:
            allowed &= (self._dates <= day_number(filters.until)) & (self._dates != _UNKNOWN)
        if filters.passages is not None:
            allowed &= np.fromiter((id in filters.passages for id in self._ids), np.bool_, len(self._ids))
        return np.flatnonzero(allowed)


def day_number(date: str) -> int:
    """Return an ISO date as a number that sorts as it does: 2023-07-03 is 20230703."""
    return int(date.replace("-", ""))
