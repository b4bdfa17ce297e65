"""Everything that Kutip raises on purpose.

KutipError
├── UsageError          what was typed cannot be used (empty question, bad date)
├── UnreadableFile      one corpus file cannot be read; the others go on
├── IndexMissing        there is no index yet
├── IndexMismatch       the index was built with another model, chunking or format
├── IndexDamaged        a generation does not hold what its manifest says
├── IndexLocked         another process is writing
├── EmptyCorpus         there is no article to index
├── StorageFull         the disk is full or the folder cannot be written
├── BackupUnusable      a file is no whole backup
├── ReaderFailed        the processes that read files cannot be started
├── ModelUnavailable    the embedding model cannot be loaded from this machine
├── Busy                too much is asked for at once; a little later it goes
└── LanguageModelError  the language model that is configured cannot be used, or did not answer

Each carries the same sentence in English and Indonesian: what, which, found against
expected, and what to do next. The command line prints one, the app shows the reader's.
"""

from __future__ import annotations


class KutipError(Exception):
    """A failure that its reader can act on.

    ``english`` and ``indonesian`` are plain text of one line; they may hold file names and
    are escaped where they are shown.
    """

    def __init__(self, english: str, indonesian: str) -> None:
        super().__init__(english)
        self.english = english
        self.indonesian = indonesian

    def in_language(self, language: str) -> str:
        """Return the sentence for a language tag such as ``id`` or ``en-GB``."""
        return self.english if language.lower().startswith("en") else self.indonesian


class UsageError(KutipError):
    """What was typed cannot be used."""


class UnreadableFile(KutipError):
    """One corpus file cannot be read."""


class IndexMissing(KutipError):
    """There is no index in the folder."""


class IndexMismatch(KutipError):
    """The index does not belong to these settings."""


class IndexDamaged(KutipError):
    """A generation does not hold what its manifest says."""


class IndexLocked(KutipError):
    """Another process is writing the index."""


class EmptyCorpus(KutipError):
    """The corpus folder holds no article that can be indexed."""


class StorageFull(KutipError):
    """The disk is full, or the folder cannot be written."""


class BackupUnusable(KutipError):
    """A file is no whole backup."""


class ReaderFailed(KutipError):
    """The processes that read files cannot be started."""


class ModelUnavailable(KutipError):
    """The embedding model cannot be loaded from this machine."""


class Busy(KutipError):
    """Too much is asked for at once: by this person (``own``) or by all; try again after ``seconds``."""

    def __init__(self, english: str, indonesian: str, *, own: bool, seconds: int) -> None:
        super().__init__(english, indonesian)
        self.own = own
        self.seconds = seconds

    @property
    def status(self) -> int:
        """Return the HTTP status that says so."""
        return 429 if self.own else 503


class LanguageModelError(KutipError):
    """The language model that is configured cannot be used, or did not answer."""


def damaged(path: object, cause: object) -> IndexDamaged:
    """Return the error for a file of the index that is not what it should be."""
    return IndexDamaged(
        f"{path} is damaged ({cause}). Rebuild: python -m rag index --full",
        f"{path} rusak ({cause}). Bangun ulang: python -m rag index --full",
    )


def unreadable(path: object, cause: object) -> IndexDamaged:
    """Return the error for a part of the index that cannot be read."""
    return IndexDamaged(
        f"{path} cannot be read ({cause}). Rebuild: python -m rag index --full",
        f"{path} tidak terbaca ({cause}). Bangun ulang: python -m rag index --full",
    )


def dotted(n: int) -> str:
    """Return a number as Indonesian writes it: ``10.000``."""
    return f"{n:,}".replace(",", ".")
