"""The evaluation as a table, as JSON and as a plot of how far confidence can be trusted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rag.errors import UsageError
from rag.evaluation.floors import Comparison, Figures
from rag.evaluation.measures import Bin


def table(found: Figures, compared: Sequence[Comparison]) -> Iterator[str]:
    """Yield the lines of the table: a figure of a set each, with its floor."""
    floors = {(c.floor.set, c.floor.figure): c for c in compared}
    for name, figures in found.items():
        yield name
        for figure, value in figures.items():
            compared_with = floors.get((name, figure))
            yield f"  {figure:40} {value:8.3f}  {_against(compared_with) if compared_with else ''}".rstrip()
    for each in compared:
        if each.holds is None:
            yield f"{each.floor.set}: {each.floor.figure} was not measured"


def _against(compared: Comparison) -> str:
    floor = compared.floor
    bound = f"at least {floor.least:g}" if floor.least is not None else f"at most {floor.most:g}"
    aim = f", aim {floor.aim:g}" if floor.aim is not None else ""
    return f"{bound}{aim}: {'holds' if compared.holds else 'FAILS'}"


def report_json(found: Figures, compared: Sequence[Comparison]) -> dict[str, Any]:
    """Return the JSON of ``eval``: every figure, and whether each floor holds (null: not measured)."""
    return {
        "ok": all(c.holds is not False for c in compared),
        "figures": {name: {f: round(v, 4) for f, v in row.items()} for name, row in found.items()},
        "floors": [
            {
                "set": c.floor.set,
                "figure": c.floor.figure,
                "least": c.floor.least,
                "most": c.floor.most,
                "aim": c.floor.aim,
                "value": None if c.value is None else round(c.value, 4),
                "holds": c.holds,
            }
            for c in compared
        ],
    }


def plot(reliability: Mapping[str, Sequence[Bin]], file: Path) -> None:
    """Draw the share of right answers against confidence, a line a set.

    Raises UsageError without matplotlib.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise UsageError(
            "the plot needs matplotlib: pip install -r requirements-dev.txt",
            "plotnya memerlukan matplotlib: pip install -r requirements-dev.txt",
        ) from None
    figure = Figure(figsize=(5, 5), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="0.7", linestyle="--", label="confidence = share right")
    for name, bins in reliability.items():
        axes.plot([b.confidence for b in bins], [b.right for b in bins], marker="o", label=name)
    axes.set(xlabel="confidence", ylabel="share of right answers", xlim=(0, 1), ylim=(0, 1))
    axes.legend(loc="upper left")
    figure.savefig(file)
