"""Give everybody in the labelled sets another name, to see what extraction owes to the names it has met.

    python bench/renaming.py --seed 1

Each word of a speaker's name becomes a word of an invented name of as many words (``tests/data/quotes/
names.jsonl``), throughout the article and its labels; institutions keep theirs, and so do people of whose
names a word is also another word of the article. What is printed is ``bench/extraction.py``'s table, of
all sets together. The new name may be a man's where the article speaks of a woman.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.extraction import Tally, measure, show
from rag.evaluation.sets import read_lines
from rag.speech import gazetteer, naming
from rag.speech.surnames import SURNAMES

SETS = ROOT / "tests" / "data" / "quotes"
NAMES = SETS / "names.jsonl"
# First words that tell what follows: "I Made", "La Ode".
_PARTICLES = frozenset("i ni ida la wa ade de van bin binti boru br al el di".split())


def _sex(name: str, text: str) -> str | None:
    """Return what a title before the name or the first name tells; None where neither does."""
    for title in re.findall(rf"\b(\w+) {re.escape(name.split()[0])}\b", text):
        if title.lower() in naming.FEMALE:
            return "f"
        if title.lower() in naming.MALE:
            return "m"
    first = name.split()[0].lower()
    return "f" if first in gazetteer.FEMALE_GIVEN else "m" if first in gazetteer.GIVEN else None


def people(rows: Iterable[dict[str, Any]]) -> list[str]:
    """Return the speakers who are told to be something, or have a name that the tables know."""
    known = gazetteer.GIVEN | SURNAMES
    return list(
        dict.fromkeys(
            row["speaker"]
            for row in rows
            if row["speaker"] and (row.get("role") or any(w.lower() in known for w in row["speaker"].split()))
        )
    )


def new_names(text: str, speakers: Iterable[str], pool: list[dict[str, str]]) -> dict[str, str]:
    """Return for each word of the speakers' names another word; ``pool`` is used from its beginning."""
    words: dict[str, str] = {}
    for name in speakers:
        own = [w for w in name.split() if w.lower() not in naming.KIN]
        lowers = [w.lower() for w in own]
        told = any(w in naming.INSTITUTIONS or w in naming.OFFICE_WORDS or w in _PARTICLES for w in lowers)
        shaped = all(re.fullmatch(r"[A-Z][a-z'’-]{2,}", w) for w in own)
        plain = any(re.search(rf"\b{re.escape(w)}\b", text) for w in lowers)
        if told or not shaped or plain or not own:
            continue
        missing = [w for w in own if w not in words]
        sex = _sex(" ".join(own), text)
        taken = {w for value in words.values() for w in value.split()}
        for row in pool:
            parts = row["name"].split()
            if len(parts) == len(missing) and sex in (None, row["sex"]) and not taken & set(parts):
                words |= dict(zip(missing, parts, strict=True))
                break
    return words


def renamed(value: str, words: dict[str, str]) -> str:
    """Return a text with the words changed, in capitals too."""
    if not words:
        return value
    both = words | {old.upper(): new.upper() for old, new in words.items()}
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(both, key=len, reverse=True))) + r")\b")
    return pattern.sub(lambda m: both[m.group()], value)


def rename(articles: Path, labelled: Path, seed: int, to: Path) -> Path:
    """Write the renamed set into ``to``; return the path of its labels."""
    pool = read_lines(NAMES)
    random.Random(seed).shuffle(pool)
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read_lines(labelled):
        rows[row["article"]].append(row)
    for name, own in rows.items():
        text = (articles / name).read_text(encoding="utf-8")
        words = new_names(text, people(own), pool)
        used = {w for value in words.values() for w in value.split()}
        pool.sort(key=lambda row: bool(used & set(row["name"].split())))  # the others first for the next
        (to / name).write_text(renamed(text, words), encoding="utf-8")
        for row in own:
            row |= {k: renamed(v, words) for k, v in row.items() if isinstance(v, str) and k != "article"}
    out = to / "labels.jsonl"
    lines = (json.dumps(row, ensure_ascii=False) for own in rows.values() for row in own)
    out.write_text("\n".join(lines), encoding="utf-8")
    return out


def measure_renamed(seed: int) -> Tally:
    """Return what extraction finds in all labelled sets, renamed."""
    tally = Tally()
    for file in sorted(SETS.glob("labels_*.jsonl")):
        articles = SETS / file.stem.removeprefix("labels_")
        if articles.is_dir():
            with tempfile.TemporaryDirectory() as folder:
                measure(Path(folder), rename(articles, file, seed, Path(folder)), tally)
    return tally


def main() -> None:
    """Print the table, and with ``--misses`` every difference."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1, help="who is called what (1)")
    parser.add_argument("--misses", action="store_true", help="show each difference")
    options = parser.parse_args()
    show(measure_renamed(options.seed), misses=options.misses)


if __name__ == "__main__":
    main()
