"""The catalog: every article's text and facts, once, in one SQLite file.

A generation's catalog never changes once it is served, so readers open it immutable: no lock,
no journal, and a read-only folder will do.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from rag.documents import (
    ArchiveState,
    Article,
    ArticleSummary,
    Filters,
    Passage,
    Quote,
    Reading,
    Refusal,
    Span,
    Step,
)
from rag.errors import IndexDamaged, unreadable

_SCHEMA = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    likeness TEXT NOT NULL,
    title TEXT, outlet TEXT, author TEXT, editor TEXT, date TEXT, url TEXT, signature TEXT,
    via TEXT NOT NULL, steps TEXT NOT NULL, warnings TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE TABLE passages (
    article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (article, ordinal)
) WITHOUT ROWID;
CREATE TABLE quotes (
    article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    speaker TEXT, role TEXT, cue TEXT, reference TEXT, via TEXT, said_on TEXT,
    rule TEXT NOT NULL,
    aliases TEXT NOT NULL,
    PRIMARY KEY (article, ordinal)
) WITHOUT ROWID;
CREATE TABLE refusals (
    path TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    reason TEXT NOT NULL,
    reason_id TEXT NOT NULL
);
"""
# The headline and two or three sentences: whom and what the article is about.
LEAD = 600
_LEAD = f"path, substr(text, 1, {LEAD})"
_FACTS = "path, title, outlet, author, editor, date, url, signature, via, steps, warnings, sha256, text"
_SUMMARY = (
    "path, title, outlet, author, date, url, length(text),"
    " (SELECT count(*) FROM passages WHERE article = articles.id), warnings"
)
_PASSAGES = (
    "SELECT a.path, p.ordinal, p.start, p.end, substr(a.text, p.start + 1, p.end - p.start)"
    " FROM articles AS a JOIN passages AS p ON p.article = a.id"
)
_QUOTES = (
    "SELECT a.path, q.start, q.end, substr(a.text, q.start + 1, q.end - q.start), q.kind, q.speaker, q.role,"
    " q.cue, q.reference, q.via, q.said_on, q.rule, q.aliases"
    " FROM quotes AS q JOIN articles AS a ON a.id = q.article"
)
_LET_THROUGH = (
    "(?1 IS NULL OR a.outlet = ?1 COLLATE NOCASE) AND (?2 IS NULL OR a.date >= ?2)"
    " AND (?3 IS NULL OR a.date <= ?3)"
)
_T = TypeVar("_T")
_Row = tuple[Any, ...]
_CHUNK = 500  # values bound in one statement; SQLite takes 32,766


class CatalogWriter:
    """Writes the catalog of a generation being built; one thread uses it."""

    def __init__(self, file: Path) -> None:
        """Open ``file``, creating it where there is none."""
        fresh = not file.exists()
        self._db = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        # The generation is unseen until it is whole and synced: a crash drops the file.
        self._db.executescript(
            "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;"
        )
        if fresh:
            self._db.executescript(_SCHEMA)
        self._db.execute("BEGIN")

    def add(self, read: Reading, likeness: str) -> None:
        """Store an article, where its passages lie, and who says what in it."""
        article = read.article
        cursor = self._db.execute(
            f"INSERT INTO articles ({_FACTS}, likeness) VALUES ({', '.join('?' * 14)})",
            (
                article.path, article.title, article.outlet, article.author, article.editor,
                article.date, article.url, article.signature, _json(article.via),
                _json([asdict(step) for step in article.steps]), _json(article.warnings),
                article.sha256, article.text, likeness,
            ),
        )  # fmt: skip
        rows = [(cursor.lastrowid, n, span.start, span.end) for n, span in enumerate(read.passages)]
        self._db.executemany("INSERT INTO passages VALUES (?, ?, ?, ?)", rows)
        self._db.executemany(
            f"INSERT INTO quotes VALUES ({', '.join('?' * 13)})",
            [
                (cursor.lastrowid, n, q.start, q.end, q.kind, q.speaker, q.role, q.cue, q.reference,
                 q.via, q.said_on, q.rule, _json(q.aliases))
                for n, q in enumerate(read.quotes)
            ],
        )  # fmt: skip

    def delete(self, paths: Iterable[str]) -> None:
        """Remove articles with their passages; unknown paths are passed over."""
        self._db.executemany("DELETE FROM articles WHERE path = ?", [(path,) for path in paths])

    def refuse(self, refusals: Iterable[tuple[Refusal, str]]) -> None:
        """Replace the list of refused files, each with its file's hash ("" where unknown)."""
        self._db.execute("DELETE FROM refusals")
        self._db.executemany(
            "INSERT INTO refusals VALUES (?, ?, ?, ?)",
            [(refusal.path, sha256, refusal.reason, refusal.reason_id) for refusal, sha256 in refusals],
        )

    def close(self) -> None:
        """Commit and close."""
        self._db.execute("COMMIT")
        self._db.close()

    def discard(self) -> None:
        """Close without keeping what was not committed."""
        self._db.close()


class Catalog:
    """Reads the catalog of a finished generation; any number of threads may use one."""

    def __init__(self, file: Path) -> None:
        """Open ``file`` read-only. Raises IndexDamaged where it is no catalog."""
        self._file = file
        self._lock = threading.Lock()
        try:
            self._db = sqlite3.connect(
                f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
        except sqlite3.Error as error:
            raise unreadable(self._file, error) from error
        try:
            self.count()  # SQLite opens a file at its first use
        except IndexDamaged:
            self.close()
            raise

    def article(self, path: str) -> Article:
        """Return the stored article. Raises KeyError where there is none of that path."""
        rows = self._rows(f"SELECT {_FACTS} FROM articles WHERE path = ?", path)
        if not rows:
            raise KeyError(path)
        return _article(rows[0])

    def articles(self, limit: int | None = None, offset: int = 0) -> list[ArticleSummary]:
        """Return what a list of articles shows, newest date first, undated last, then by path."""
        order = "ORDER BY date IS NULL, date DESC, path LIMIT ? OFFSET ?"
        rows = self._rows(f"SELECT {_SUMMARY} FROM articles {order}", -1 if limit is None else limit, offset)
        return [_summary(row) for row in rows]

    def summaries(self, paths: Iterable[str]) -> dict[str, ArticleSummary]:
        """Return the summaries of the articles that exist among ``paths``."""
        return {row[0]: _summary(row) for row in self._of(paths, _SUMMARY)}

    def leads(self, paths: Iterable[str]) -> dict[str, str]:
        """Return how the articles that exist among ``paths`` begin: up to ``LEAD`` code points each."""
        return dict(self._of(paths, _LEAD))

    def _of(self, paths: Iterable[str], columns: str) -> Iterator[tuple[Any, ...]]:
        """Yield ``columns`` of the articles that exist among ``paths``."""
        for some in _chunks(dict.fromkeys(paths)):
            marks = ", ".join("?" * len(some))
            yield from self._rows(f"SELECT {columns} FROM articles WHERE path IN ({marks})", *some)

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]:
        """Return the passages that exist among ``ids``, in the order asked for."""
        wanted = {id: _parsed(id) for id in ids}
        rows = self._among(wanted, f"{_PASSAGES} JOIN w ON w.path = a.path AND w.ordinal = p.ordinal")
        found = {row[:2]: _passage(row) for row in rows}
        return {id: found[key] for id, key in wanted.items() if key is not None and key in found}

    def passages_of(self, path: str) -> list[Passage]:
        """Return the passages of one article in order, an empty list where there is none."""
        rows = self._rows(f"{_PASSAGES} WHERE a.path = ? ORDER BY p.ordinal", path)
        return [_passage(row) for row in rows]

    def quotes_of(self, path: str) -> list[Quote]:
        """Return the quotes of one article in text order, an empty list where there are none."""
        rows = self._rows(f"{_QUOTES} WHERE a.path = ? ORDER BY q.ordinal", path)
        return [_quote(row) for row in rows]

    def quotes_in(self, ids: Iterable[str]) -> list[Quote]:
        """Return the quotes that stand in passages, or reach into them, by article and place."""
        rows = self._among(
            ids,
            f"{_QUOTES} JOIN w ON w.path = a.path JOIN passages AS p ON p.article = a.id"
            " AND p.ordinal = w.ordinal AND q.start < p.end AND p.start < q.end ORDER BY a.path, q.ordinal",
        )
        return list(dict.fromkeys(map(_quote, rows)))

    def _among(self, ids: Iterable[str], select: str) -> Iterator[_Row]:
        """Yield the rows of ``select``, for which the passages of ``ids`` are ``w (path, ordinal)``."""
        for some in _chunks(key for key in map(_parsed, ids) if key is not None):
            marks = ", ".join(["(?, ?)"] * len(some))
            with_ids = f"WITH w (path, ordinal) AS (VALUES {marks}) {select}"
            yield from self._rows(with_ids, *chain.from_iterable(some))

    def quotes(self, filters: Filters) -> Iterator[Quote]:
        """Yield every quote of the articles that the filters let through, by article and place."""
        rows = self._rows(
            f"{_QUOTES} WHERE {_LET_THROUGH} ORDER BY a.path, q.ordinal",
            filters.outlet, filters.since, filters.until,
        )  # fmt: skip
        return map(_quote, rows)

    def count_within(self, filters: Filters) -> int:
        """Return how many articles the filters let through, whoever speaks in them."""
        counted = f"SELECT count(*) FROM articles AS a WHERE {_LET_THROUGH}"
        return int(self._rows(counted, filters.outlet, filters.since, filters.until)[0][0])

    def speakers(self) -> Iterator[Quote]:
        """Yield one quote without its text of each form in which an article names a speaker, in order."""
        rows = self._rows(
            "SELECT a.path, q.speaker, q.role, q.aliases FROM quotes AS q JOIN articles AS a"
            " ON a.id = q.article WHERE q.speaker IS NOT NULL GROUP BY a.path, q.speaker, q.role, q.aliases"
            " ORDER BY a.path, min(q.ordinal)"
        )
        for path, speaker, role, aliases in rows:
            yield Quote(path, 0, 0, "", "", speaker, role, aliases=tuple(json.loads(aliases)))

    def each(self) -> Iterator[tuple[Article, list[Span]]]:
        """Yield every article with where its passages lie, by path."""
        for (path,) in self._rows("SELECT path FROM articles ORDER BY path"):
            rows = self._rows(
                "SELECT start, end FROM passages WHERE article = (SELECT id FROM articles WHERE path = ?)"
                " ORDER BY ordinal",
                path,
            )
            yield self.article(path), [Span(*row) for row in rows]

    def ids(self) -> list[str]:
        """Return the ids of all passages, by article and ordinal."""
        rows = self._rows(
            "SELECT a.path, p.ordinal FROM articles AS a JOIN passages AS p ON p.article = a.id ORDER BY 1, 2"
        )
        return [f"{path}#{ordinal}" for path, ordinal in rows]

    def outlets(self) -> list[str]:
        """Return the outlets' names as written, without case, in order."""
        rows = self._rows("SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL")
        named = {name.casefold(): name for (name,) in sorted(rows)}
        return [named[key] for key in sorted(named)]

    def known(self) -> dict[str, tuple[str, str]]:
        """Return, for each article's path, its file's hash and its likeness."""
        return {
            path: (sha, same) for path, sha, same in self._rows("SELECT path, sha256, likeness FROM articles")
        }

    def refused(self) -> list[Refusal]:
        """Return the refused files by path."""
        return [refusal for refusal, _ in self.refused_files()]

    def refused_files(self) -> list[tuple[Refusal, str]]:
        """Return the refused files by path, each with its file's hash ("" where unknown)."""
        rows = self._rows("SELECT path, reason, reason_id, sha256 FROM refusals ORDER BY path")
        return [(Refusal(path, reason, reason_id), sha) for path, reason, reason_id, sha in rows]

    def warnings(self) -> list[str]:
        """Return what is odd about articles, one line each, ``path: warning``."""
        rows = self._rows("SELECT path, warnings FROM articles WHERE warnings <> '[]' ORDER BY path")
        return [f"{path}: {warning}" for path, warnings in rows for warning in json.loads(warnings)]

    def state(self, generation: str) -> ArchiveState:
        """Return the size of the archive and its newest date."""
        ((articles, latest, refused),) = self._rows(
            "SELECT count(*), max(date), (SELECT count(*) FROM refusals) FROM articles"
        )
        return ArchiveState(generation, articles, latest, refused)

    def count(self) -> tuple[int, int]:
        """Return how many articles and passages there are."""
        ((articles, passages),) = self._rows("SELECT count(*), (SELECT count(*) FROM passages) FROM articles")
        return articles, passages

    def count_quotes(self) -> int:
        """Return how many quotes there are."""
        return int(self._rows("SELECT count(*) FROM quotes")[0][0])

    def integrity(self) -> list[str]:
        """Return what SQLite finds wrong with its own file, an empty list where nothing is."""
        lines = [str(row[0]) for row in self._rows("PRAGMA integrity_check")]
        return [] if lines == ["ok"] else lines

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        with self._lock:
            self._db.close()

    def _rows(self, sql: str, *values: object) -> list[_Row]:
        try:
            with self._lock:
                return self._db.execute(sql, values).fetchall()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if isinstance(error, sqlite3.ProgrammingError):
                raise
            raise unreadable(self._file, error) from error


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _article(row: _Row) -> Article:
    path, title, outlet, author, editor, date, url, signature, via, steps, warnings, sha256, text = row
    return Article(
        path=path, text=text, title=title, outlet=outlet, author=author, editor=editor, date=date,
        url=url, signature=signature, via=tuple(json.loads(via)),
        steps=tuple(Step(**step) for step in json.loads(steps)),
        warnings=tuple(json.loads(warnings)), sha256=sha256,
    )  # fmt: skip


def _summary(row: _Row) -> ArticleSummary:
    path, title, outlet, author, date, url, length, passages, warnings = row
    return ArticleSummary(
        path, title, outlet, author, date, url, length, passages, tuple(json.loads(warnings))
    )


def _passage(row: _Row) -> Passage:
    path, ordinal, start, end, text = row
    return Passage(f"{path}#{ordinal}", path, start, end, text)


def _quote(row: _Row) -> Quote:
    path, start, end, text, kind, speaker, role, cue, reference, via, said_on, rule, aliases = row
    return Quote(
        article=path, start=start, end=end, text=text, kind=kind, speaker=speaker, role=role, cue=cue,
        reference=reference, via=via, said_on=said_on, rule=rule, aliases=tuple(json.loads(aliases)),
    )  # fmt: skip


def _parsed(id: str) -> tuple[str, int] | None:
    """Return the path and ordinal of a passage id, None where it is none."""
    path, _, ordinal = id.rpartition("#")
    return (path, int(ordinal)) if ordinal.isascii() and ordinal.isdecimal() else None


def _chunks(values: Iterable[_T]) -> Iterator[list[_T]]:
    some = list(values)
    return (some[i : i + _CHUNK] for i in range(0, len(some), _CHUNK))
