"""The archive as a reader sees it. Start reading here.

``open_archive(settings)`` opens the newest generation: ``.ask`` ``.search`` ``.article``
``.articles``. ``LiveArchive`` follows the pointer, so that a server moves to a new generation
without a restart and nobody's query is cut off.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from rag.answer import answer
from rag.catalog import Catalog
from rag.documents import Answer, ArchiveState, Article, ArticleSummary, Filters, Hit, Refusal
from rag.embedding import Encoder, load_encoder
from rag.errors import UsageError
from rag.generations import Generation, check_generation, current_generation, open_current
from rag.lexical import LexicalReader
from rag.question import Question
from rag.retrieve import retrieve
from rag.settings import Settings
from rag.vectors import VectorReader

if TYPE_CHECKING:
    from rag.chain import AnswerChain

EVERYTHING = Filters()
# Passages an answer is sought in.
ANSWER_DEPTH = 10
LONGEST_QUERY = 1_000


def check_query(text: str) -> str:
    """Return the query stripped. Raises UsageError when it is empty or over LONGEST_QUERY characters."""
    stripped = " ".join(text.split())
    if not any(c.isalnum() for c in stripped):
        raise UsageError(
            "the question is empty; type what you want to know",
            "pertanyaannya kosong; ketik apa yang ingin diketahui",
        )
    if len(stripped) > LONGEST_QUERY:
        raise UsageError(
            f"the question has {len(stripped):,} characters; at most {LONGEST_QUERY:,} are taken: shorten it",
            f"pertanyaan berisi {len(stripped)} karakter; paling banyak {LONGEST_QUERY}: persingkatlah",
        )
    return stripped


def check_filters(filters: Filters) -> Filters:
    """Return the filters. Raises UsageError for a date that is no ISO date, or an empty range."""
    for name, value in (("since", filters.since), ("until", filters.until)):
        try:
            if value and (len(value) != 10 or not date.fromisoformat(value)):
                raise ValueError
        except ValueError:
            raise UsageError(
                f"{name} is {value!r}; expected a date such as 2023-07-05",
                f"{name} berisi {value!r}; yang diharapkan tanggal seperti 2023-07-05",
            ) from None
    if filters.since and filters.until and filters.since > filters.until:
        raise UsageError(
            f"since {filters.since} is after until {filters.until}; swap them",
            f"since {filters.since} sesudah until {filters.until}; tukarlah",
        )
    return Filters(filters.outlet or None, filters.since or None, filters.until or None)


class Archive:
    """One generation, open for reading; any number of threads may use it."""

    def __init__(self, settings: Settings, generation: Generation, encoder: Encoder) -> None:
        """Open the parts of ``generation``. Raises IndexMismatch, IndexDamaged."""
        manifest = generation.manifest
        check_generation(settings, generation, encoder)
        self._encoder = encoder
        self._parts = ExitStack()
        try:
            self._catalog = self._parts.enter_context(closing(Catalog(generation.catalog)))
            self._lexical = self._parts.enter_context(closing(LexicalReader(generation.words)))
            self._vectors = self._parts.enter_context(
                closing(
                    VectorReader(generation.vectors, manifest.dim, settings.chroma, generation.collection)
                )
            )
        except BaseException:
            self._parts.close()
            raise
        self.state: ArchiveState = self._catalog.state(generation.id)
        self.is_example = manifest.example

    def search(self, query: str, k: int = 10, filters: Filters = EVERYTHING) -> list[Hit]:
        """Return the ``k`` best passages, one for each story. Raises UsageError for an unusable query."""
        if k < 1:
            raise UsageError(f"-k is {k}; expected 1 or more", f"-k berisi {k}; yang diharapkan 1 atau lebih")
        return self._retrieve(check_query(query), check_filters(filters), k)

    def ask(self, question: str, filters: Filters = EVERYTHING) -> Answer:
        """Answer a question from the archive, or abstain. Raises UsageError for an unusable question."""
        given = {"question": check_query(question), "filters": check_filters(filters)}
        return self._chain.invoke(given)

    def similarities(self, question: Question, texts: list[str]) -> Sequence[float]:
        """Return the cosine (-1..1) of an analysed question to each text."""
        similar: list[float] = (
            self._encoder.encode_passages(texts) @ self._encoder.encode_query(question.search_text)
        ).tolist()
        return similar

    def article(self, path: str) -> Article:
        """Return an article as stored. Raises UsageError when there is none of that path."""
        try:
            return self._catalog.article(path)
        except KeyError:
            raise UsageError(
                f"the archive holds no article {path!r}; see the paths with: python -m rag search WORDS",
                f"arsip tidak memuat artikel {path!r}; cari jalurnya dengan: python -m rag search KATA",
            ) from None

    def articles(self, limit: int | None = None, offset: int = 0) -> list[ArticleSummary]:
        """Return the articles, newest first, undated last."""
        return self._catalog.articles(limit, offset)

    def outlets(self) -> list[str]:
        """Return the outlets' names in order."""
        return self._catalog.outlets()

    def refused(self) -> list[Refusal]:
        """Return the files that could not be taken in."""
        return self._catalog.refused()

    def close(self) -> None:
        """Close every part; closing twice does nothing."""
        self._parts.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def _chain(self) -> AnswerChain:
        from rag.chain import ArchiveRetriever, build_chain

        retriever = ArchiveRetriever(
            search=lambda query, filters: self._retrieve(query, filters, ANSWER_DEPTH)
        )
        return build_chain(retriever, lambda question, hits: answer(question, hits, self.similarities))

    def _retrieve(self, query: str, filters: Filters, k: int) -> list[Hit]:
        return retrieve(
            query,
            encoder=self._encoder,
            vectors=self._vectors,
            lexical=self._lexical,
            catalog=self._catalog,
            k=k,
            filters=filters,
        )


def open_archive(settings: Settings) -> Archive:
    """Open the newest generation.

    Raises IndexMissing, IndexMismatch, IndexDamaged, ModelUnavailable.
    """
    encoder = load_encoder(settings.model)
    return open_current(settings.index, lambda generation: Archive(settings, generation, encoder))


class LiveArchive:
    """Always the newest generation: a new one is opened at the first use after the switch.

    The one before is closed when its last user is done with it. The encoder is loaded once.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._encoder: Encoder | None = None
        self._archive: Archive | None = None
        self._users: dict[str, int] = {}
        self._retired: dict[str, Archive] = {}

    @contextmanager
    def current(self) -> Iterator[Archive]:
        """Lend the newest generation for the length of a block. Raises what open_archive raises."""
        with self._lock:
            archive = self._newest()
            generation = archive.state.generation
            self._users[generation] = self._users.get(generation, 0) + 1
        try:
            yield archive
        finally:
            with self._lock:
                self._users[generation] -= 1
                if not self._users[generation]:
                    del self._users[generation]
                    retired = self._retired.pop(generation, None)
                    if retired:
                        retired.close()

    def close(self) -> None:
        """Close what is open; a later use opens it again."""
        with self._lock:
            self._retire()

    def _newest(self) -> Archive:
        generation = current_generation(self._settings.index)
        if self._archive is None or self._archive.state.generation != generation:
            if self._encoder is None:
                self._encoder = load_encoder(self._settings.model)
            encoder = self._encoder
            fresh = open_current(self._settings.index, lambda g: Archive(self._settings, g, encoder))
            self._retire()
            self._archive = fresh
        return self._archive

    def _retire(self) -> None:
        """Close the open generation, or leave that to its last user."""
        if self._archive is None:
            return
        generation = self._archive.state.generation
        if generation in self._users:
            self._retired[generation] = self._archive
        else:
            self._archive.close()
        self._archive = None
