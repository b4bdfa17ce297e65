"""Count in how many of a sample of Wikipedia paragraphs each stem occurs.

    python models/idf.py ../shared/data

writes ``rag/lexicon/stem-idf.tsv``: the number of paragraphs, then ``stem<TAB>paragraphs that hold it``
for stems in at least MIN_PARAGRAPHS of them. Answering weighs a question's words by it: a background
count, because five articles are too few to tell a rare word from a common one.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rag.words import stems

PARAGRAPHS = 250_000
MIN_PARAGRAPHS = 12
TARGET = Path(__file__).resolve().parent.parent / "rag" / "lexicon" / "stem-idf.tsv"


def main(data: Path) -> None:
    """Count over the first PARAGRAPHS paragraphs of ``wiki_paragraphs.jsonl.xz`` in ``data``."""
    counts: Counter[str] = Counter()
    with lzma.open(data / "wiki_paragraphs.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, PARAGRAPHS):
            counts.update(set(stems(json.loads(line)["text"])))
    kept = sorted((s, n) for s, n in counts.items() if n >= MIN_PARAGRAPHS and not s[0].isdigit())
    rows = [f"\t{PARAGRAPHS}", *(f"{s}\t{n}" for s, n in kept)]
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(kept)} stems of {PARAGRAPHS} paragraphs -> {TARGET.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
