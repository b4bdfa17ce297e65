"""The command ``eval``: measure, hold the figures against their floors, print the table."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from rag.errors import UsageError
from rag.printing import print_json


def add_eval(commands: Any, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command to the subparsers ``commands``."""
    command = commands.add_parser(
        "eval",
        parents=[everywhere],
        help="measure retrieval, answers and verdicts against their floors",
        description="Every set is indexed in a temporary place; your own corpus and index are left alone.",
    )
    command.add_argument("data", nargs="?", type=Path, metavar="DATA", help="folder of further sets")
    command.add_argument("--out", type=Path, metavar="DIR", help="write eval.json and reliability.png there")
    command.add_argument(
        "--lower", metavar="SET/FIGURE=VALUE", help="make a floor easier, and measure nothing"
    )
    command.add_argument("--reason", default="", help="why a floor is lowered; it stays in the floors' file")


def run_eval(options: argparse.Namespace) -> int:
    """Measure and report; 1 where a floor does not hold. Raises UsageError."""
    from rag.evaluation import answers, floors, report, retrieval, sets, starter

    if options.lower:
        set_, figure, value = _lowered(options.lower)
        floors.lower(set_, figure, value, options.reason)
        return 0
    questions, quotations = starter.measure()
    found: floors.Figures = {"contoh": questions, "contoh quotations": quotations}
    reliability = {}
    for data in sets.passage_sets(options.data) if options.data else ():
        print(f"measuring {data.name} …", file=sys.stderr)
        answered, reliability[data.name] = answers.measure(data)
        found[data.name] = retrieval.measure(data) | answered
    compared = floors.compare(found, floors.read_floors())
    result = report.report_json(found, compared)
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        text = json.dumps(result, ensure_ascii=False, indent=1)
        (options.out / "eval.json").write_text(text + "\n", encoding="utf-8")
        if reliability:
            report.plot(reliability, options.out / "reliability.png")
    if options.json:
        print_json(result)
    else:
        print("\n".join(report.table(found, compared)))
    return 0 if result["ok"] else 1


def _lowered(given: str) -> tuple[str, str, float]:
    """Read ``SET/FIGURE=VALUE``. Raises UsageError."""
    name, _, value = given.rpartition("=")
    set_, _, figure = name.partition("/")
    try:
        return set_, figure, float(value)
    except ValueError:
        raise UsageError(
            f"--lower is {given!r}; expected SET/FIGURE=VALUE, such as facqa/nDCG@10=86",
            f"--lower berisi {given!r}; yang diharapkan SET/FIGURE=VALUE, misalnya facqa/nDCG@10=86",
        ) from None
