"""Count which quotations are extracted, and whose they are said to be.

    python bench/extraction.py tests/data/quotes/articles tests/data/quotes/labels_articles.jsonl --misses

A direct quotation is found when its words, trimmed of punctuation, are the label's; an indirect one when
the spans share at least half of what they cover. Optional labels count neither as misses nor as faults.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rag.corpus import read_article
from rag.documents import Article, Quote
from rag.quotes import extract
from rag.words import fold

_EDGE = " \t\n.,!?…;:\"'“”‘’«»"


@dataclass
class Tally:
    """What was found, missed and made up, and how many speakers are right, by kind of reference."""

    found: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    labelled: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    extracted: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    asked: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    misses: list[str] = field(default_factory=list)

    def recall(self, kind: str) -> float:
        """Return the share of labels of a kind that were found."""
        return self.found[kind] / max(1, self.labelled[kind])

    def precision(self, kind: str) -> float:
        """Return the share of extracted quotations of a kind that are labelled."""
        return self.found[kind] / max(1, self.extracted[kind])

    def speakers(self, key: str) -> float:
        """Return the share of right speakers for a key such as ``direct named``."""
        return self.right[key] / max(1, self.asked[key])


def labels(path: Path, folder: Path) -> dict[str, tuple[Article, list[dict[str, Any]]]]:
    """Return each labelled article with its labels, spans resolved in the stored text."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    found: dict[str, tuple[Article, list[dict[str, Any]]]] = {}
    for row in rows:
        name = row["article"]
        if name not in found:
            found[name] = (read_article(folder, name), [])
        text = found[name][0].text
        if "start" not in row and "text" in row:
            row["start"] = text.index(row["text"])
            row["end"] = row["start"] + len(row["text"])
        if "start" in row:
            found[name][1].append(row)
    return found


def _matches(label: dict[str, Any], quote: Quote, text: str) -> bool:
    if label["kind"] != quote.kind:
        return False
    shared = min(label["end"], quote.end) - max(label["start"], quote.start)
    if shared <= 0:
        return False
    if quote.kind == "direct":
        words: str = text[label["start"] : label["end"]]
        return words.strip(_EDGE) == quote.text.strip(_EDGE)
    reach = max(label["end"], quote.end) - min(label["start"], quote.start)
    return bool(shared / reach >= 0.5)


def compare(article: Article, wanted: list[dict[str, Any]], tally: Tally) -> None:
    """Add one article to the tally."""
    made = extract(article)
    taken: set[int] = set()
    for label in wanted:
        hit = next(
            (n for n, q in enumerate(made) if n not in taken and _matches(label, q, article.text)), None
        )
        optional = bool(label.get("optional"))
        kind = label["kind"]
        if hit is None:
            if not optional:
                tally.labelled[kind] += 1
                tally.misses.append(
                    f"MISSED {kind} {article.path} {article.text[label['start'] : label['end']][:110]!r}"
                )
            continue
        taken.add(hit)
        if optional:
            continue
        quote = made[hit]
        tally.labelled[kind] += 1
        tally.found[kind] += 1
        tally.extracted[kind] += 1
        right = fold(quote.speaker or "") == fold(label["speaker"] or "")
        for key in (f"{kind} {label['reference']}", f"{kind} all", f"all {label['reference']}"):
            tally.asked[key] += 1
            tally.right[key] += right
        where = f"{article.path} {quote.text[:60]!r}"
        for fact in ("reference", "via", "said_on", "role"):
            made_of, meant = getattr(quote, fact), label.get(fact)
            same = fold(made_of or "") == fold(meant or "")
            tally.asked[fact] += 1
            tally.right[fact] += same
            if not same:
                tally.misses.append(f"  {fact} {where}: {made_of!r}, not {meant!r}")
        if not right:
            said = f"{quote.speaker!r} ({quote.reference}, {quote.rule})"
            tally.misses.append(
                f"SPEAKER {kind} {where}: {said}, not {label['speaker']!r} ({label['reference']})"
            )
    for n, quote in enumerate(made):
        if n not in taken and quote.rule != "nested":  # of a quotation within another no label tells
            tally.extracted[quote.kind] += 1
            tally.misses.append(
                f"MADE UP {quote.kind} {article.path} {quote.text[:110]!r} {quote.speaker!r} ({quote.rule})"
            )


def measure(folder: Path, path: Path, tally: Tally | None = None) -> Tally:
    """Compare every labelled article of a folder; add them to ``tally``, where one is given."""
    tally = tally or Tally()
    for article, wanted in labels(path, folder).values():
        compare(article, wanted, tally)
    return tally


def show(tally: Tally, *, misses: bool) -> None:
    """Print the table, and every difference where ``misses`` are wanted."""
    for kind in ("direct", "indirect"):
        print(
            f"{kind:9} recall {tally.recall(kind):6.1%}  precision {tally.precision(kind):6.1%}"
            f"  ({tally.found[kind]} of {tally.labelled[kind]}, {tally.extracted[kind]} extracted)"
        )
    for key in sorted(tally.asked):
        print(f"{key:22} {tally.speakers(key):6.1%}  ({tally.right[key]} of {tally.asked[key]})")
    if misses:
        print(*tally.misses, sep="\n")


def main() -> None:
    """Print the table, and with ``--misses`` every difference."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--misses", action="store_true", help="show each difference")
    options = parser.parse_args()
    show(measure(options.articles, options.labels), misses=options.misses)


if __name__ == "__main__":
    main()
