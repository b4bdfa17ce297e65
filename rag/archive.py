"""The archive as a reader sees it. Start reading here.

``open_archive(settings)`` opens the newest generation: ``.ask`` ``.search`` ``.check`` ``.quotes``
``.article`` ``.articles``. A server opens ``rag/live.py``, which follows the pointer to the newest.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from rag.alike import Alike
from rag.answer import answer
from rag.catalog import Catalog
from rag.check import Checker
from rag.decoding import without_surrogates
from rag.documents import (
    NOTHING_PASSES,
    Answer,
    ArchiveState,
    Article,
    ArticleSummary,
    Draft,
    Exchange,
    Filters,
    Hit,
    OutletAnswer,
    Quote,
    QuoteCheck,
    Refusal,
)
from rag.embedding import Encoder, load_encoder
from rag.errors import UsageError, dotted
from rag.generations import Generation, check_generation, open_current
from rag.lexical import LexicalReader
from rag.outlets import outlet_among
from rag.people import People
from rag.phrasing import phrase
from rag.question import Question
from rag.retrieve import retrieve
from rag.settings import Settings
from rag.vectors import VectorReader

if TYPE_CHECKING:
    from rag.chain import AnswerChain
    from rag.llm import LanguageModel

EVERYTHING = Filters()
# Passages an answer is sought in. Six, eight and ten give the same answers to 549 of the 550 questions in
# tests/data; each passage costs two milliseconds.
ANSWER_DEPTH = 8
# Passages whose outlets are compared, and outlets at most.
COMPARED_DEPTH, MOST_OUTLETS = 40, 12
LONGEST_QUERY = 1_000
LONGEST_QUOTE = 10_000
MOST_HITS = 1_000
# Filters whose passages are kept, so that they are not sought again for each thing asked under them.
_KEPT_FILTERS = 32
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def check_query(text: str) -> str:
    """Return the query with single spaces, lone surrogates replaced.

    Raises UsageError when it is empty or over LONGEST_QUERY characters.
    """
    stripped = " ".join(without_surrogates(text).split())
    if not any(c.isalnum() for c in stripped):
        raise UsageError(
            "the question is empty; type what you want to know",
            "pertanyaannya kosong; ketik apa yang ingin diketahui",
        )
    if len(stripped) > LONGEST_QUERY:
        raise UsageError(
            f"the question has {len(stripped):,} characters; at most {LONGEST_QUERY:,} are taken: shorten it",
            f"pertanyaan berisi {dotted(len(stripped))} karakter; paling banyak {dotted(LONGEST_QUERY)}: "
            "persingkatlah",
        )
    return stripped


def check_filters(filters: Filters) -> Filters:
    """Return the filters. Raises UsageError for a date that is no ISO date, or an empty range."""
    for name, value in (("since", filters.since), ("until", filters.until)):
        try:
            if value and not (_ISO_DATE.fullmatch(value) and date.fromisoformat(value)):
                raise ValueError
        except ValueError:
            shown = str(value)[:40]
            raise UsageError(
                f"{name} is {shown!r}; expected a date such as 2023-07-05",
                f"{name} berisi {shown!r}; yang diharapkan tanggal seperti 2023-07-05",
            ) from None
    if filters.since and filters.until and filters.since > filters.until:
        raise UsageError(
            f"since {filters.since} is after until {filters.until}; swap them",
            f"since {filters.since} sesudah until {filters.until}; tukarlah",
        )
    named = filters.speaker.strip() if filters.speaker else None
    return Filters(filters.outlet or None, filters.since or None, filters.until or None, named or None)


def check_quote(text: str) -> str:
    """Return the quotation, lone surrogates replaced.

    Raises UsageError when it is over LONGEST_QUOTE characters.
    """
    whole = without_surrogates(text)
    if len(whole) > LONGEST_QUOTE:
        raise UsageError(
            f"the quotation has {len(whole):,} characters; at most {LONGEST_QUOTE:,}: check it in parts",
            f"kutipan berisi {dotted(len(whole))} karakter; paling banyak {dotted(LONGEST_QUOTE)}: periksa "
            "sebagian-sebagian",
        )
    return whole


class Archive:
    """One generation, open for reading; any number of threads may use it."""

    def __init__(self, settings: Settings, generation: Generation, encoder: Encoder | None) -> None:
        """Open the parts of ``generation``. Raises IndexMismatch, IndexDamaged.

        Without an encoder, model and vectors are opened at the first search that needs them: words are
        found, and quotations checked, without either.
        """
        self._settings, self._generation = settings, generation
        self._opening = threading.Lock()
        self._parts = ExitStack()
        self._dense: tuple[Encoder, VectorReader] | None = None
        try:
            self._catalog = self._parts.enter_context(closing(Catalog(generation.catalog)))
            self._lexical = self._parts.enter_context(closing(LexicalReader(generation.words)))
            if encoder is not None:
                self._open_vectors(encoder)
        except BaseException:
            self._parts.close()
            raise
        self.state: ArchiveState = self._catalog.state(generation.id)
        self.is_example = generation.manifest.example
        self._only = lru_cache(maxsize=_KEPT_FILTERS)(self._narrowed)

    def _open_vectors(self, encoder: Encoder) -> tuple[Encoder, VectorReader]:
        generation = self._generation
        check_generation(self._settings, generation, encoder)
        reader = VectorReader(
            generation.vectors, generation.manifest.dim, self._settings.chroma, generation.collection
        )
        self._dense = encoder, self._parts.enter_context(closing(reader))
        return self._dense

    def _model_and_vectors(self) -> tuple[Encoder, VectorReader]:
        with self._opening:
            return self._dense or self._open_vectors(load_encoder(self._settings.model))

    def search(self, query: str, k: int = 10, filters: Filters = EVERYTHING) -> list[Hit]:
        """Return the ``k`` best passages, one for each story. Raises UsageError for an unusable query."""
        if not 1 <= k <= MOST_HITS:
            raise UsageError(
                f"-k is {k}; expected 1 to {MOST_HITS}",
                f"-k berisi {k}; yang diharapkan 1 sampai {MOST_HITS}",
            )
        return self._retrieve(check_query(query), self._only(filters), k)

    def ask(
        self,
        question: str,
        filters: Filters = EVERYTHING,
        on_text: Callable[[str], None] | None = None,
        history: Sequence[Exchange] = (),
    ) -> Answer:
        """Answer a question from the archive, or abstain. Raises UsageError for an unusable question.

        ``on_text`` is handed what a language model has written so far, unchecked, where one is configured.
        ``history`` are the exchanges before it, oldest first: a follow-up is understood in their light.
        """
        only = self._only(filters)
        given = {
            "question": check_query(question),
            "filters": only,
            "on_text": on_text,
            "history": history,
        }
        found = replace(self._chain.invoke(given), question=question)
        if only and found.abstained and not self.state_under(filters).searched:
            return replace(found, answer=NOTHING_PASSES[found.language])
        return found

    def ask_extractively(self, question: str, filters: Filters = EVERYTHING) -> Answer:
        """Answer as ``ask`` does, in the articles' own words alone: no language model is asked.

        Raises UsageError for an unusable question.
        """
        hits = self._retrieve(check_query(question), self._only(filters), ANSWER_DEPTH)
        return self._extractive(question, hits)

    def _extractive(self, question: str, hits: list[Hit]) -> Answer:
        return replace(self._answered(check_query(question), hits), question=question)

    def _answered(self, question: str, hits: Sequence[Hit]) -> Answer:
        return answer(question, hits, self.similarities, self._stored, self.quotes_in)

    def compare(self, question: str, filters: Filters = EVERYTHING) -> list[OutletAnswer]:
        """Return what each outlet reports on a question in its own words, the likeliest passages first.

        Outlets whose evidence does not carry an answer abstain; those with nothing near are left out.
        Raises UsageError for an unusable question.
        """
        only = self._only(filters)
        hits = self._retrieve(check_query(question), only, COMPARED_DEPTH)
        outlets = list(dict.fromkeys(hit.outlet for hit in hits))[:MOST_OUTLETS]
        return [OutletAnswer(outlet, self._of_outlet(question, outlet, only, hits)) for outlet in outlets]

    def _of_outlet(self, question: str, outlet: str | None, only: Filters, hits: list[Hit]) -> Answer:
        if outlet is not None:
            return self.ask_extractively(question, replace(only, outlet=outlet))
        return self._extractive(question, [hit for hit in hits if hit.outlet is None][:ANSWER_DEPTH])

    def similarities(self, question: Question, texts: list[str]) -> Sequence[float]:
        """Return the cosine (-1..1) of an analysed question to each text."""
        return self._cosines(question.search_text, texts)

    def _cosines(self, query: str, texts: list[str]) -> Sequence[float]:
        encoder, _ = self._model_and_vectors()
        similar: list[float] = (encoder.encode_passages(texts) @ encoder.encode_query(query)).tolist()
        return similar

    def check(self, quote: str, speaker: str | None = None, filters: Filters = EVERYTHING) -> QuoteCheck:
        """Say whether a quotation was said, in which words, and by whom.

        Raises UsageError for one without a word, or over LONGEST_QUOTE characters.
        """
        return self._checker.check(check_quote(quote), speaker, self._only(filters))

    def check_draft(self, text: str, corrections: Mapping[int, str | None] | None = None) -> Draft:
        """Check every quotation of a draft; ``corrections`` are speakers put right, by ordinal."""
        from rag.drafts import check_draft

        return check_draft(text, self.check, corrections or {})

    def quotes(self, speaker: str | None = None, filters: Filters = EVERYTHING) -> list[Quote]:
        """Return who says what, by article and place; ``speaker`` in any form of the name."""
        kept = list(self._catalog.quotes(self._named(filters)))
        if speaker and speaker.strip():
            kept = [q for q in kept if self._people.same(speaker, q)]
        return [replace(q, speaker=self._people.name(q)) for q in kept]

    def quotes_in(self, ids: Sequence[str]) -> list[Quote]:
        """Return who says what in the passages of these ids, by article and place."""
        return self._catalog.quotes_in(ids)

    def state_under(self, filters: Filters) -> ArchiveState:
        """Return the archive's state with how many of its articles the filters let through.

        Raises UsageError for filters that cannot be used.
        """
        only = self._only(filters)
        if not only:
            return self.state
        if only.passages is None:
            return replace(self.state, within=self._catalog.count_within(only))
        return replace(self.state, within=len({id.rpartition("#")[0] for id in only.passages}))

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
    def _people(self) -> People:
        return People.of(self._catalog.speakers())

    @cached_property
    def _checker(self) -> Checker:
        alike = Alike(self._lexical, self._catalog, lambda: self._people, self._cosines)
        return Checker(self._lexical, self._catalog, lambda *given: self._people.same(*given), alike)

    @cached_property
    def _chain(self) -> AnswerChain:
        from rag.chain import ArchiveRetriever, build_chain

        retriever = ArchiveRetriever(
            search=lambda query, filters: self._retrieve(query, filters, ANSWER_DEPTH)
        )
        return build_chain(
            retriever,
            self._answered,
            self._phrase if self._settings.llm else None,
        )

    def _phrase(
        self, question: str, extractive: Answer, hits: list[Hit], on_text: Callable[[str], None] | None
    ) -> Answer:
        return phrase(
            question, extractive, hits, lambda: self._language_model, self._catalog.quotes_of, on_text
        )

    @cached_property
    def _language_model(self) -> LanguageModel:
        from rag.llm import LanguageModel

        return LanguageModel(self._settings)

    def _stored(self, path: str) -> Article | None:
        try:
            return self._catalog.article(path)
        except KeyError:
            return None

    def _named(self, filters: Filters) -> Filters:
        """Return the checked filters, the outlet as the archive spells it. Raises UsageError without one."""
        checked = check_filters(filters)
        if checked.outlet is None:
            return checked
        return replace(checked, outlet=outlet_among(checked.outlet, self.outlets()))

    def _narrowed(self, filters: Filters) -> Filters:
        """Return the checked filters, a speaker's with the passages that quote that person."""
        checked = self._named(filters)
        if checked.speaker is None:
            return checked
        quotes = self.quotes(checked.speaker, checked)
        held = (
            passage.id
            for path in dict.fromkeys(q.article for q in quotes)
            for passage in self._catalog.passages_of(path)
            if any(q.article == path and q.start < passage.end and passage.start < q.end for q in quotes)
        )
        return replace(checked, passages=frozenset(held))

    def _retrieve(self, query: str, filters: Filters, k: int) -> list[Hit]:
        encoder, vectors = self._model_and_vectors()
        return retrieve(
            query,
            encoder=encoder,
            vectors=vectors,
            lexical=self._lexical,
            catalog=self._catalog,
            k=k,
            filters=filters,
        )


def open_archive(settings: Settings, *, words_first: bool = False) -> Archive:
    """Open the newest generation; with ``words_first`` the model and vectors only when they are needed.

    Raises IndexMissing, IndexMismatch, IndexDamaged, ModelUnavailable.
    """
    encoder = None if words_first else load_encoder(settings.model)
    return open_current(settings.index, lambda generation: Archive(settings, generation, encoder))
