"""Reading what no test was written for: encyclopaedia articles, and news shuffled word by word.

Nothing may fail, whatever stands beside whatever: a file that cannot be read is refused, and is not found.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from rag.documents import Article, Quote
from rag.passages import cut
from rag.quotes import extract

ROOT = Path(__file__).resolve().parent.parent
_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")
_ODD = 0.02  # of all tokens: how many stand where no article has them


def _read(text: str, title: str | None = None) -> list[Quote]:
    article = Article("a.md", text, title=title, outlet="Harian Warta", date="2024-02-29")
    assert all(text[p.start : p.end] == p.text for p in cut(article))
    quotes = extract(article)
    assert all(text[q.start : q.end] == q.text for q in quotes)
    return quotes


class _Shuffled:
    """A chain of tokens, each behind one that it stands behind in some article."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._behind: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for text in texts:
            tokens = [self._plain(token) for token in _TOKEN.findall(text)]
            for n, token in enumerate(tokens[1:], 1):
                self._behind[self._key(tokens[:n][-2:])].append(token)
        self._tokens = sorted({token for behind in self._behind.values() for token in behind})

    @staticmethod
    def _plain(token: str) -> str:
        return token if not token.isspace() else "\n\n" if "\n" in token else " "

    @staticmethod
    def _key(before: list[str]) -> tuple[str, ...]:
        return tuple(before[-2:] if before[-1] == " " else before[-1:])

    def text(self, chance: random.Random, length: int) -> str:
        tokens = [chance.choice(self._tokens)]
        while len(tokens) < length:
            follows = self._behind.get(self._key(tokens))
            if not follows or chance.random() < _ODD:
                follows = self._tokens
            tokens.append(chance.choice(follows))
        return "".join(tokens).strip()


@pytest.fixture(scope="module")
def shuffled() -> _Shuffled:
    files = (f for f in sorted((ROOT / "tests" / "data").rglob("*")) if f.suffix in {".md", ".txt"})
    return _Shuffled(f.read_text(encoding="utf-8", errors="replace") for f in islice(files, 0, None, 3))


@pytest.mark.parametrize("seed", range(8))
def test_shuffled_news_is_read(shuffled: _Shuffled, seed: int) -> None:
    chance = random.Random(seed)
    quoted = 0
    for length in (40, 120, 400, 900) * 30:
        quoted += len(_read(shuffled.text(chance, length), shuffled.text(chance, 15).replace("\n", " ")))
    assert quoted > 50  # there was something to read


def test_encyclopaedia_articles_are_read(shared: Path) -> None:
    with lzma.open(shared / "data" / "wiki_paragraphs.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in islice(lines, 24_000))
        for part in iter(lambda: list(islice(rows, 4)), []):
            _read("\n\n".join(row["text"] for row in part), part[0]["title"])


@pytest.mark.parametrize(
    "text",
    [
        # A pronoun, which has no first word, leads up to another.
        "Di rumah mereka, ia mengangkat puteranya. Sensus melaporkan jumlah penduduk seribu jiwa.",
        # The one who is talked about is named nowhere before.
        "Ibu Natasya, seli, menyesalkan tindakan suaminya. Pendapat muncul atas tindakan sang ayah, mungkin"
        " ayah Natasya mau uang itu. Tim forensik menyatakan tulang itu bukan tulang manusia.",
    ],
)
def test_what_once_failed_is_read(text: str) -> None:
    _read(text)
