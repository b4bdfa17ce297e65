"""Writing one generation: articles, vectors and words side by side.

Embedding, Chroma and Tantivy each work in a thread of their own, mostly outside Python's lock,
while the next articles are read: two cores are busy to the end.
"""

from __future__ import annotations

import contextlib
import shutil
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.catalog import Catalog, CatalogWriter
from rag.documents import Article, Passage, Reading, Refusal
from rag.embedding import Encoder, Vectors
from rag.errors import damaged
from rag.generations import CATALOG, VECTORS, WORDS, Generation, collection_of, unused
from rag.lexical import LexicalReader, LexicalWriter
from rag.passages import indexed_text
from rag.rows import Metadata, metadata
from rag.vectors import VectorWriter, carry, drop_collection

# Passages embedded and stored at once: enough to keep both cores busy, few enough to hold.
_BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Counts:
    """What a finished generation holds, and what its readers show of it."""

    articles: int
    passages: int
    quotes: int
    vectors: int
    latest_date: str | None
    warnings: tuple[str, ...]


def sweep(index: Path, server: str | None) -> None:
    """Remove every generation but the one in use, their collections on a Chroma server first.

    Raises UsageError where the server does not answer; what is left is swept the next time.
    """
    for folder in unused(index):
        drop(folder.name, server)
        shutil.rmtree(folder, ignore_errors=True)


def drop(generation: str, server: str | None) -> None:
    """Delete a generation's collection, where there is a Chroma server."""
    if server:
        drop_collection(server, collection_of(generation))


class GenerationWriter:
    """Fills the folder of a new generation, beginning with a copy of ``old`` where there is one."""

    def __init__(
        self,
        folder: Path,
        encoder: Encoder,
        *,
        old: Generation | None = None,
        stale: int = 0,
        server: str | None = None,
    ) -> None:
        """Open the three stores. ``stale`` says how many of the old passages are to go, about."""
        self._folder, self._encoder = folder, encoder
        if old is not None:
            shutil.copyfile(old.catalog, folder / CATALOG)
            shutil.copytree(old.words, folder / WORDS, ignore=shutil.ignore_patterns("*.lock"))
            carry(old.vectors, folder / VECTORS, stale)
        self._added: list[tuple[Article, Passage]] = []
        self._removed: list[str] = []
        with contextlib.ExitStack() as opened:
            self._catalog = CatalogWriter(folder / CATALOG)
            opened.callback(self._catalog.discard)
            self._words = LexicalWriter(folder / WORDS)
            opened.callback(self._words.close)
            self._vectors = VectorWriter(folder / VECTORS, encoder.dim, server, collection_of(folder.name))
            opened.callback(self._vectors.discard)
            self._lanes = self._embedding, self._storing, self._wording = _Lane(), _Lane(), _Lane()
            for lane in reversed(self._lanes):
                opened.callback(lane.stop)
            self._opened = opened.pop_all()

    def add(self, read: Reading, likeness: str) -> None:
        """Store an article and its quotes, its passages' vectors and words."""
        self._catalog.add(read, likeness)
        self._added += [(read.article, passage) for passage in read.passages]
        if len(self._added) >= _BATCH:
            self._flush()

    def remove(self, path: str, passages: Iterable[str]) -> None:
        """Remove an article and its passages, given by id; the article may be added again after."""
        self._catalog.delete([path])
        self._removed += passages

    def finish(self, refusals: Iterable[tuple[Refusal, str]]) -> Counts:
        """Store why files were refused, close the stores and count what each holds.

        Raises IndexDamaged where they do not agree.
        """
        self._flush()
        for lane in self._lanes:
            lane.wait()
        self._catalog.refuse(refusals)
        self._words.commit()
        self._opened.pop_all()
        for lane in self._lanes:
            lane.stop()
        self._catalog.close()
        self._words.close()
        return self._counts(self._vectors.close())

    def discard(self) -> None:
        """Stop and close everything; the folder is of no use afterwards."""
        with contextlib.suppress(Exception):
            self._opened.close()

    def _flush(self) -> None:
        added, removed = self._added, self._removed
        self._added, self._removed = [], []
        self._wording.do(self._write_words, added, removed)
        self._embedding.do(self._embed, added, removed)

    def _write_words(self, added: list[tuple[Article, Passage]], removed: list[str]) -> None:
        self._words.delete(removed)
        for article, passage in added:
            over = " ".join(filter(None, (article.title, article.signature)))
            self._words.add(passage.id, passage.text, over, article.outlet, article.date)

    def _embed(self, added: list[tuple[Article, Passage]], removed: list[str]) -> None:
        ids = [passage.id for _, passage in added]
        vectors = self._encoder.encode_passages([indexed_text(*pair) for pair in added])
        facts = [metadata(article.path, article.outlet, article.date) for article, _ in added]
        self._storing.do(self._store, removed, ids, vectors, facts)

    def _store(self, removed: list[str], ids: list[str], vectors: Vectors, facts: list[Metadata]) -> None:
        self._vectors.delete(removed)
        self._vectors.add(ids, vectors, facts)

    def _counts(self, vectors: int) -> Counts:
        with contextlib.closing(Catalog(self._folder / CATALOG)) as catalog:
            articles, passages = catalog.count()
            quotes = catalog.count_quotes()
            latest = catalog.state(self._folder.name).latest_date
            warnings = tuple(catalog.warnings())
        with contextlib.closing(LexicalReader(self._folder / WORDS)) as reader:
            words = reader.count()
        if words != passages or vectors > passages:
            raise damaged(self._folder, f"{passages} passages, {vectors} vectors, {words} in the word index")
        return Counts(articles, passages, quotes, vectors, latest, warnings)


class _Lane:
    """A thread that does what it is given in order, a few things behind at most."""

    _BEHIND = 2

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._waiting: deque[Future[None]] = deque()

    def do(self, action: Callable[..., None], *values: Any) -> None:
        """Hand over one thing to do. Raises what an earlier one raised."""
        while len(self._waiting) >= self._BEHIND:
            self._waiting.popleft().result()
        self._waiting.append(self._thread.submit(action, *values))

    def wait(self) -> None:
        """Wait until all is done. Raises what one of them raised."""
        while self._waiting:
            self._waiting.popleft().result()

    def stop(self) -> None:
        """Drop what has not begun, wait for the rest and end the thread."""
        self._thread.shutdown(cancel_futures=True)
