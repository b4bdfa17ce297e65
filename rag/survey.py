"""Comparing the corpus with what was indexed: which files must be read, which stay as they are."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.corpus import fingerprint, list_files
from rag.documents import Article, Refusal
from rag.errors import UnreadableFile
from rag.pace import Pace

# A refused file with the hash of its content, "" where its refusal may not stand next time.
Refused = tuple[Refusal, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build has to do.

    ``files`` are all listed files with their hashes ("" where unreadable), ``kept`` the
    articles that stay, with their likeness, ``refused`` the files whose refusal stands.
    """

    files: dict[str, str]
    kept: dict[str, str]
    refused: list[Refused]
    to_read: list[str]

    @property
    def corpus_hash(self) -> str:
        """Return a hash of all files' paths and contents."""
        lines = "".join(f"{path}\0{sha256}\n" for path, sha256 in self.files.items())
        return hashlib.sha256(lines.encode("utf-8", "surrogateescape")).hexdigest()


def survey(
    corpus: Path, known: Mapping[str, tuple[str, str]], refused: Sequence[Refused], pace: Pace
) -> Plan:
    """Compare the files in ``corpus`` with the indexed ones.

    ``known`` gives each article's file hash and likeness; an article whose file has the same
    hash stays, and so does a refusal. Of two names that look alike, the first alone is taken.
    """
    standing = {refusal.path: (refusal, sha256) for refusal, sha256 in refused if sha256}
    plan = Plan({}, {}, [], [])
    listed = list_files(corpus)
    written = dict[str, str]()  # the one path of each name, however its accents are written
    for done, path in enumerate(listed, start=1):
        first = written.setdefault(unicodedata.normalize("NFC", path), path)
        try:
            if first != path:
                raise _same_name(first)
            sha256 = fingerprint(corpus, path)
        except UnreadableFile as error:
            sha256 = ""
            plan.refused.append((Refusal(path, error.english, error.indonesian), ""))
        else:
            if path in known and known[path][0] == sha256:
                plan.kept[path] = known[path][1]
            elif path in standing and standing[path][1] == sha256:
                plan.refused.append(standing[path])
            else:
                plan.to_read.append(path)
        plan.files[path] = sha256
        pace.show("read", done, len(listed), path)
    return plan


def _same_name(first: str) -> UnreadableFile:
    return UnreadableFile(
        f"has the same name as {first} but for how its accents are written; rename one of them",
        f"namanya sama dengan {first}, hanya tanda aksennya ditulis lain; ganti salah satu namanya",
    )


def likeness(article: Article) -> str:
    """Return what two files share that hold the same article: a hash of text, outlet and date.

    The same text from two outlets, or on two days, is two articles: syndication is news too.
    """
    same = "\0".join((article.outlet or "", article.date or "", article.text))
    return hashlib.sha256(same.encode()).hexdigest()
