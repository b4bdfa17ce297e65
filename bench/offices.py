"""Count how often a name is found where an office runs into it: "Kepala Dinas Sosial Kota Arunika Sari Dewi".

    python bench/offices.py --seed 1 --misses

Each office of ``tests/data/quotes/offices.txt`` stands before names of ``names.jsonl``, in a sentence that
reports what somebody said. The name's first word stands elsewhere in the text (``first``), or any of its
words (``part``), or none (``alone``).
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.renaming import NAMES, SETS
from rag.documents import Article
from rag.evaluation.sets import read_lines
from rag.quotes import extract
from rag.words import fold

OFFICES = SETS / "offices.txt"
ELSEWHERE = ("first", "part", "alone")
_VERBS = ("mengatakan", "menyebut", "menilai", "membenarkan bahwa", "menegaskan", "menuturkan")
# An abbreviated title ends with a full stop.
_ABBREVIATED = ("dr", "Mgr", "Prof")


def told(office: str, name: str, elsewhere: str, chance: random.Random) -> str:
    """Return a report of what ``office`` ``name`` said."""
    stop = "." if office.endswith(_ABBREVIATED) else ""
    report = f"{office}{stop} {name} {chance.choice(_VERBS)} harga beras naik sejak kemarin."
    short = {"first": name.split()[0], "part": chance.choice(name.split())}.get(elsewhere)
    return f'{report} "Itu benar sekali," kata {short}.' if short else report


def measure(seed: int, elsewhere: str, names_each: int = 5) -> tuple[float, list[str]]:
    """Return the share of right speakers, and the misses."""
    chance = random.Random(seed)
    names = [row["name"] for row in read_lines(NAMES)]
    offices, misses = OFFICES.read_text(encoding="utf-8").splitlines(), list[str]()
    for office in offices:
        for name in chance.choices(names, k=names_each):
            made = extract(Article(path="a.md", text=told(office, name, elsewhere, chance)))
            speaker = made[0].speaker if made else None
            if fold(speaker or "") != fold(name):
                misses.append(f"{office} | {name} | {speaker}")
    return 1 - len(misses) / (names_each * len(offices)), misses


def main() -> None:
    """Print the shares, and with ``--misses`` every miss."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1, help="which names stand behind which office (1)")
    parser.add_argument("--misses", action="store_true", help="show each miss")
    options = parser.parse_args()
    for elsewhere in ELSEWHERE:
        share, misses = measure(options.seed, elsewhere)
        print(f"{elsewhere:6} {share:6.1%}")
        if options.misses:
            print(*misses, sep="\n")


if __name__ == "__main__":
    main()
