"""What is found and left as it is: ``audit/exceptions.tsv``, each with how many, a date and a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FILE = Path(__file__).parent / "exceptions.tsv"
# A finding and where it is: a rule of bandit and a file, or a vulnerability and a package.
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Exemption:
    """How many findings of one kind in one place are left as they are, since when and why."""

    count: int
    since: date
    reason: str


def exemptions(text: str) -> dict[Place, Exemption]:
    """Read the table. Raises ValueError naming the line for one without count, date and reason."""
    found: dict[Place, Exemption] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        fields = [field.strip() for field in line.split("\t")]
        try:
            finding, where, count, since, reason = fields
            exemption = Exemption(int(count), date.fromisoformat(since), reason)
        except ValueError as error:
            raise ValueError(
                f"{FILE.name}:{number}: expected finding, where, count, date, reason ({error})"
            ) from None
        if len(reason.split()) < 3:
            raise ValueError(f"{FILE.name}:{number}: {finding} in {where} has no reason")
        found[finding, where] = exemption
    return found


def differences(found: Mapping[Place, int], exempt: Mapping[Place, Exemption]) -> list[str]:
    """Return a line for each place with more findings than are exempt, or fewer."""
    lines = []
    for place in sorted({*found, *exempt}):
        there, allowed = found.get(place, 0), exempt[place].count if place in exempt else 0
        if there > allowed:
            lines.append(f"{place[0]} in {place[1]}: {there} found, {allowed} explained in {FILE.name}")
        elif there < allowed:
            lines.append(f"{place[0]} in {place[1]}: {there} found, {allowed} explained: no longer needed")
    return lines
