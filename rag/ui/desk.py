"""What every view shares: the settings, the live archive and the rebuild."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rag.admission import Admission
from rag.errors import KutipError
from rag.passwords import Account
from rag.settings import Settings
from rag.ui.rebuild import Rebuild
from rag.ui.reports import Reports

if TYPE_CHECKING:
    from rag.archive import Archive
    from rag.live import LiveArchive

_LOG = logging.getLogger(__name__)

# Questions that the starter corpus answers; each is shown only while the open archive does.
EXAMPLES = {
    "id": (
        "Siapa yang memimpin Project S?",
        "Apa itu social commerce?",
        "Berapa persen pekerjaan yang disediakan sektor UMKM menurut Teten?",
        "Kapan Project S dilaporkan mulai berjalan di Inggris?",
        "Siapa direktur Seitu?",
    ),
    "en": (
        "Who leads Project S?",
        "What is social commerce?",
        "When did Project S start in the UK?",
        "Who is the director of Seitu?",
    ),
}
SHOWN_EXAMPLES = 4


class Desk:
    """The one live archive of this server, opened at first use, its rebuild, its reports and its turns."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.rebuild = Rebuild(settings, self.warm)
        self.reports = Reports()
        self.admission = Admission()
        self._lock = threading.Lock()
        self._live: LiveArchive | None = None
        self._examples: dict[tuple[str, str], tuple[str, ...]] = {}

    @contextmanager
    def archive(self) -> Iterator[Archive]:
        """Lend the newest generation. Raises what ``open_archive`` raises."""
        with self._lock:
            if self._live is None:
                from rag.live import LiveArchive

                self._live = LiveArchive(self.settings)
            live = self._live
        with live.current() as archive:
            yield archive

    @contextmanager
    def at_work(self, account: Account | None) -> Iterator[Archive]:
        """Lend the newest generation for somebody's work. Raises Busy, and what ``archive`` raises."""
        with self.admission.turn(account.sharer if account else None), self.archive() as archive:
            yield archive

    def warm(self) -> None:
        """Open the newest generation ahead of its first question; a failure is left for a reader to see."""
        try:
            with self.archive() as archive:
                for language in EXAMPLES:
                    self.examples(archive, language)
        except KutipError:
            return

    def examples(self, archive: Archive, language: str) -> tuple[str, ...]:
        """Return questions that this archive answers, or the titles of its latest articles.

        Asked once for each generation, so that no example ever ends in an abstention.
        """
        key = (archive.state.generation, language)
        known = self._examples.get(key)
        if known is None:
            answered = [q for q in EXAMPLES[language] if _answers(archive, q)]
            if not answered:
                answered = [a.title for a in archive.articles(limit=20) if a.title]
            known = tuple(answered[:SHOWN_EXAMPLES])
            # Only the newest generation is kept.
            self._examples = {k: v for k, v in self._examples.items() if k[0] == key[0]} | {key: known}
        return known


def _answers(archive: Archive, question: str) -> bool:
    """Say whether the archive answers; a fault here must not keep the page from opening."""
    try:
        return not archive.ask_extractively(question).abstained
    except Exception:
        _LOG.exception("an example question failed")
        return False
