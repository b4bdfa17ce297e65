"""Measure the checking of quotations: ``python bench/quotes.py DATA``.

Wikipedia paragraphs of DATA are the haystack, articles of three to five passages, in archives of 1,000,
10,000 and 100,000 passages. Half of the queries are sentences of the haystack, every second one with a
word changed; half are sentences of paragraphs that are not in it. For each size: whether a passage that
holds the sentence is among the candidates (of some Wikipedia has hundreds), the verdicts, and the time of a
whole check, the search for a paraphrase included. Then a draft of 100 quotations, and one check from a cold
process.

Prints tables, writes ``bench/out/quotes.json``; exits 1 when a target is missed. ``--passages N``
measures one size alone.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

from bench.speed import paragraphs, write_corpus
from rag.archive import open_archive
from rag.catalog import Catalog
from rag.check import CANDIDATES
from rag.documents import Filters
from rag.generations import open_generation
from rag.index import build_index
from rag.lexical import LexicalReader
from rag.sentences import sentences
from rag.settings import Settings
from rag.wording import norms

SIZES = (1_000, 10_000, 100_000)
QUERIES = 2_000
# At least (recall) or at most (the others) so much, at the largest size.
TARGETS = {
    "recall": 0.995,
    "p50_ms": 10.0,
    "p95_ms": 30.0,
    "draft_s": 2.0,
    "cold_found_s": 0.7,
    "cold_s": 2.0,
}
AT_LEAST = {"recall"}
HEAVY = ("gradio", "torch", "langchain_core", "chromadb")
Query = tuple[str, str | None]  # the words, the sentence of the archive that they were taken from


def fitting(text: str) -> list[str]:
    """Return the sentences of 8 to 30 words."""
    found = [text[s.start : s.end] for s in sentences(text)]
    return [s for s in found if 8 <= len(s.split()) <= 30]


def present(catalog: Catalog, chance: random.Random, wanted: int) -> list[Query]:
    """Return sentences of the archive, every second one with a word changed."""
    found: list[Query] = []
    ids = catalog.ids()
    while len(found) < wanted:
        id = chance.choice(ids)
        some = fitting(catalog.passages([id])[id].text)
        if not some:
            continue
        sentence = chance.choice(some)
        words = sentence.split()
        if len(found) % 2:
            words[chance.randrange(1, len(words) - 1)] = "semestinya"
        found.append((" ".join(words), sentence))
    return found


def absent(data: Path, size: int, chance: random.Random, wanted: int) -> list[Query]:
    """Return sentences of paragraphs that come long after those of the haystack."""
    found: list[Query] = []
    for n, (_, text) in enumerate(paragraphs(data)):
        if n > 4 * size + 50_000 and (some := fitting(text)):
            found.append((chance.choice(some), None))
        if len(found) == 20 * wanted:
            break
    return chance.sample(found, wanted)


def measure(folder: Path, data: Path, size: int) -> dict[str, Any]:
    """Build an archive and check every query against it."""
    settings = Settings(corpus=folder / "corpus", index=folder / "index")
    write_corpus(settings.corpus, data, size)
    passages = build_index(settings).passages
    generation = open_generation(settings.index)
    chance = random.Random(0)
    with closing(Catalog(generation.catalog)) as catalog, closing(LexicalReader(generation.words)) as words:
        queries = present(catalog, chance, QUERIES // 2) + absent(data, size, chance, QUERIES // 2)
        held = []
        for text, sentence in queries:
            if sentence:
                ids = [id for id, _ in words.said(norms(text), CANDIDATES, Filters())]
                held.append(any(sentence in p.text for p in catalog.passages(ids).values()))
    spent, verdicts = [], Counter[str]()
    with open_archive(settings) as archive:
        archive.check(queries[0][0], "Sari Wulandari")
        for n, (text, sentence) in enumerate(queries):
            began = time.perf_counter()
            check = archive.check(text, "Sari Wulandari" if n % 4 == 0 else None)
            spent.append(1000 * (time.perf_counter() - began))
            kind = "absent" if sentence is None else "changed" if n % 2 else "as it stands"
            verdicts[f"{kind}: {check.wording}"] += 1
        figures: dict[str, Any] = {
            "passages": passages,
            "recall": float(np.mean(held)),
            "p50_ms": float(np.percentile(spent, 50)),
            "p95_ms": float(np.percentile(spent, 95)),
            "verdicts": dict(sorted(verdicts.items())),
        }
        draft = "\n\n".join(f'"{text}," kata Sari Wulandari.' for text, _ in queries[:: QUERIES // 100])
        began = time.perf_counter()
        figures["draft_quotes"] = len(archive.check_draft(draft).quotes)
        figures["draft_s"] = time.perf_counter() - began
    figures |= cold(settings, queries[0][0], "cold_found") | cold(settings, queries[-1][0], "cold")
    return figures


def cold(settings: Settings, text: str, name: str) -> dict[str, Any]:
    """Return the seconds of one check from a new process, best of three, and what heavy it imported."""
    code = (
        "import sys, rag.__main__ as m; m.main(sys.argv[1:]);"
        f"print([x for x in {HEAVY} if x in sys.modules], file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "check", text, "--json"]
    command += ["--corpus", str(settings.corpus), "--index", str(settings.index)]
    spent = []
    for _ in range(3):
        began = time.perf_counter()
        done = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=True)
        spent.append(time.perf_counter() - began)
    return {f"{name}_s": min(spent), f"{name}_imports": done.stderr.strip().splitlines()[-1]}


def main() -> int:
    """Measure every size, print a table, write JSON; 1 when a target is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, help="folder with wiki_paragraphs.jsonl.xz")
    parser.add_argument("--passages", type=int, help="one archive of about so many")
    options = parser.parse_args()
    if not (options.data / "wiki_paragraphs.jsonl.xz").exists():
        print(f"{options.data} holds no wiki_paragraphs.jsonl.xz", file=sys.stderr)
        return 1
    results = []
    for size in [options.passages] if options.passages else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            results.append(measure(Path(folder), options.data, size))
        for name, value in results[-1].items():
            print(f"{name:16} {value:.3f}" if isinstance(value, float) else f"{name:16} {value}")
        print(flush=True)
    out = HOME / "bench" / "out"
    out.mkdir(exist_ok=True)
    (out / "quotes.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    last = results[-1]
    missed = [n for n, t in TARGETS.items() if (last[n] < t if n in AT_LEAST else last[n] > t)]
    if last["cold_found_imports"] != "[]":
        missed.append(f"cold_found imports {last['cold_found_imports']}")
    for name in missed:
        print(f"missed: {name}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
