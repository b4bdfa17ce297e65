"""One question being answered: what a language model has written so far, then the turn.

Without a language model nothing is written before the answer. With one the archive is asked in a thread, so
that the page can show what comes, marked as provisional until it has been checked.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rag.documents import Answer, Exchange, Filters
from rag.errors import KutipError
from rag.markup import Html
from rag.passwords import Account
from rag.ui.cards import sources
from rag.ui.desk import Desk
from rag.ui.inputs import chosen_filters, text_of
from rag.ui.texts import Texts, sentence
from rag.ui.turns import answer_turn, compare_turn, error_turn, filter_note

if TYPE_CHECKING:
    from rag.archive import Archive

_LOG = logging.getLogger(__name__)
# A page is not redrawn more often than this (seconds), however fast a model writes.
_REDRAWN = 0.15

# The turn, the status line, and the exchange that a follow-up leans on; None where there is none.
Turn = tuple[Html, Html | None, Exchange | None]


class Answering:
    """A question on its way: ``written`` first, then ``result``."""

    def __init__(
        self,
        desk: Desk,
        account: Account | None,
        question: str,
        history: Sequence[Exchange],
        chosen: tuple[str | None, ...],
        t: Texts,
        show_status: Any,
    ) -> None:
        self._desk, self._question, self._chosen, self._t = desk, question, chosen, t
        self._account, self._history = account, history
        self._show_status = show_status
        self._turn: Turn | None = None

    def written(self) -> Iterator[str]:
        """Yield what a language model has written so far, each time it is more; nothing without one."""
        if self._desk.settings.llm is None:
            return
        texts: queue.Queue[str | None] = queue.Queue()

        def work() -> None:
            try:
                self._turn = self._answered(texts.put)
            finally:
                texts.put(None)  # or the page would wait for ever

        threading.Thread(target=work, name="answering", daemon=True).start()
        shown = 0.0
        while (text := texts.get()) is not None:
            if time.monotonic() - shown >= _REDRAWN:
                shown = time.monotonic()
                yield text

    def result(self) -> Turn:
        """Return the turn for the question, or the one that says what is wrong."""
        if self._turn is None:
            self._turn = self._answered(None)
        return self._turn

    def _answered(self, on_text: Callable[[str], None] | None) -> Turn:
        t = self._t
        try:
            asked, filters = text_of(self._question, "question"), chosen_filters(*self._chosen)
            with self._desk.at_work(self._account) as archive:
                answer = archive.ask(asked, filters, on_text, self._history)
                found = sources(archive, answer.nearest if answer.abstained else answer.citations)
                turn = answer_turn(answer, found, t, filter_note(filters, t), not _searched(archive, filters))
                return turn, self._show_status(archive, t), exchange_of(answer)
        except BaseException as error:  # what Tantivy and Chroma are written in panics past Exception
            return _failed_turn(self._question, error, t), None, None


def comparison(
    desk: Desk, account: Account | None, question: str, chosen: tuple[str | None, ...], t: Texts
) -> tuple[Html, Exchange | None]:
    """Return the turn that says what each outlet reports, and the exchange that a follow-up leans on; or the
    turn that says what is wrong, and None."""
    try:
        asked, filters = text_of(question, "question"), chosen_filters(*chosen)
        with desk.at_work(account) as archive:
            rows, note = archive.compare(asked, filters), filter_note(filters, t)
            turn = compare_turn(asked, rows, t, note, not _searched(archive, filters))
            return turn, Exchange(asked, "")
    except BaseException as error:
        return _failed_turn(question, error, t), None


def _searched(archive: Archive, filters: Filters) -> int:
    return archive.state_under(filters).searched


def _failed_turn(question: str, error: BaseException, t: Texts) -> Html:
    """Return the turn for a question that failed: what to do, where the reader can do something."""
    if isinstance(error, KutipError):
        return error_turn(question, sentence(error.in_language(t["lang"])), t)
    # The reader gets a sentence, the operator the traceback; the question is not logged.
    _LOG.error("a question failed", exc_info=error)
    return error_turn(question, t["failed"], t)


def exchange_of(answer: Answer) -> Exchange:
    """Return what a follow-up may lean on: the question as it was understood, and what was answered, of a
    language model's sentences those that hold."""
    held = " ".join(claim.text for claim in answer.claims if claim.supported)
    said = "" if answer.abstained else answer.short or held or answer.answer
    return Exchange(answer.understood or answer.question, said)
