"""The vectors of a generation: Chroma finds the nearest, a plain matrix scores them exactly.

    vectors/chroma/      the Chroma collection: ids, vectors, outlet, date, article; no texts
    vectors/matrix.f32   the same vectors, float32, one row after another
    vectors/rows.json    the rows' ids, outlets and dates

Chroma's graph answers a search over the whole archive without reading it all, but with a
``where`` it is neither exact (18 of the 50 nearest missed where 14,500 of 20,000 were allowed)
nor quick (77 ms). So the matrix, mapped from disk, answers filtered searches and scores what
the graph proposes: filtered and unfiltered scores are the same numbers. It also lets a
generation be built anew without embedding anything again.

A Chroma folder belongs to one process and changes when it is opened. So the one in a generation
is opened once, by the writer that fills it; every reader opens a temporary copy of its own.
"""

from __future__ import annotations

import contextlib
import http.client
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from rag.documents import Filters
from rag.errors import StorageFull, UsageError, unreadable
from rag.memory import use_few_pools
from rag.rows import Metadata, Rows, Sieve
from rag.scratch import PrivateCopy

Vectors = NDArray[np.float32]

_COLLECTION = "passages"
MATRIX, ROWS, CHROMA = "matrix.f32", "rows.json", "chroma"
# Chroma refuses a batch of more than 5,461 whole.
BATCH = 5_000
# Swept with bench/speed.py --hnsw on 20,000 Wikipedia passages and 500 questions of IDK-MRC dev;
# recall@10 of exact search. Chroma's own settings (16 neighbours, construction 100, search 100)
# reach 0.957; search 400 and 800 bring them to 0.990 and 0.994. 24 neighbours: 0.992 and 0.998 at
# the same time to build. Construction 200 gives 0.999 at search 400, but takes twice as long.
# Of 20,000 vectors 116 do not find themselves with 24 neighbours, 112 with 32, 72 with 48, at the same time
# to build and to search (32 with construction 200); of 1,000 passages of one wording 8, 0 and 0.
# An index made with other settings keeps them when it is refreshed.
_HNSW = {"space": "cosine", "max_neighbors": 48, "ef_construction": 100, "ef_search": 800}
# No setting brings every vector into reach. So each is sought once when it was stored, with a quick search
# (0.15 ms each, where one of 800 takes 0.6 to 1.3), and those that are missed, 161 of 20,000, are scored in
# every search.
_PROBE = {**_HNSW, "ef_search": 32}
_FOUND = 1 - 1e-6  # the cosine of a vector with itself, or with another that is the same
# Candidates asked of the graph beyond k, so that equal scores at the cut are ordered by id.
_MARGIN = 16
# Deleted rows stay in Chroma's graph as dead weight; past this share of the living ones the
# collection is filled anew from the matrix.
_DEAD_SHARE = 0.5
_EVERYTHING = Filters()
_HEARTBEAT_SECONDS = 3.0


def carry(old: Path, new: Path, deleting: int) -> None:
    """Copy the vectors of a generation into a new one, of which ``deleting`` rows are to go.

    Chroma's folder stays behind where it holds too many deleted rows: the writer fills it anew.
    """
    new.mkdir()
    for name in (MATRIX, ROWS):
        shutil.copyfile(old / name, new / name)
    rows = Rows.read(old / ROWS)
    if (old / CHROMA).is_dir() and rows.dead + deleting <= _DEAD_SHARE * len(rows.ids):
        shutil.copytree(old / CHROMA, new / CHROMA)


class VectorWriter:
    """Fills the vectors of a generation being built, beginning with what its folder holds."""

    def __init__(
        self, folder: Path, dim: int, server: str | None = None, collection: str = _COLLECTION
    ) -> None:
        """Open ``folder``, made where it is missing; with ``server`` Chroma is reached over HTTP."""
        folder.mkdir(exist_ok=True)
        self._folder, self._dim = folder, dim
        self._rows = Rows.read(folder / ROWS) if (folder / ROWS).exists() else Rows()
        self._kept = len(self._rows.ids)
        self._place = {id: row for row, id in enumerate(self._rows.ids)}
        self._gone: set[int] = set()
        self._matrix = (folder / MATRIX).open("ab")
        self._refill = self._kept > 0 and (server is not None or not (folder / CHROMA).is_dir())
        if self._refill:
            self._rows.dead = 0
        self._client = _http_client(server) if server else _client(folder / CHROMA)
        self._collection = self._client.get_or_create_collection(
            collection if server else _COLLECTION, embedding_function=None, configuration={"hnsw": _PROBE}
        )
        self._fresh: list[str] = []  # passages that nobody has sought yet

    def add(self, ids: Sequence[str], vectors: Vectors, metadatas: Sequence[Metadata]) -> None:
        """Store new passages: float32 vectors of unit length, shape ``[len(ids), dim]``.

        Rows of zeros are left out: they have no direction to be near to.
        """
        keep = np.flatnonzero(vectors.any(axis=1)).tolist()
        ids, metadatas = [ids[i] for i in keep], [metadatas[i] for i in keep]
        vectors = np.ascontiguousarray(vectors[keep], dtype=np.float32)
        self._matrix.write(vectors.tobytes())
        self._rows.extend(ids, metadatas)
        self._store(ids, vectors, metadatas)
        self._fresh += ids

    def delete(self, ids: Iterable[str]) -> None:
        """Remove passages that the folder held when it was opened; others are passed over."""
        gone = [id for id in ids if id in self._place]
        self._gone.update(self._place[id] for id in gone)
        if not self._refill:
            self._rows.dead += len(gone)
            for some in _batches(gone):
                self._collection.delete(ids=some)

    def close(self) -> int:
        """Finish the folder and return how many vectors it holds."""
        self._matrix.close()
        if self._refill:
            self._fill_anew()
        if self._gone:
            self._compact()
        self._seek()
        self._rows.write(self._folder / ROWS)
        stored = int(self._collection.count())
        _close(self._client)
        if stored != len(self._rows.ids):
            raise unreadable(self._folder, f"Chroma holds {stored} vectors of {len(self._rows.ids)}")
        return stored

    def discard(self) -> None:
        """Close without finishing; the folder is of no use afterwards."""
        self._matrix.close()
        _close(self._client)

    def _store(self, ids: Sequence[str], vectors: Vectors, metadatas: Sequence[Metadata]) -> None:
        for i in range(0, len(ids), BATCH):
            j = i + BATCH
            self._collection.add(ids=ids[i:j], embeddings=vectors[i:j], metadatas=metadatas[i:j])

    def _fill_anew(self) -> None:
        matrix = _map(self._folder, len(self._rows.ids), self._dim)
        rows = [row for row in range(self._kept) if row not in self._gone]
        for some in _batches(rows):
            ids = [self._rows.ids[row] for row in some]
            self._store(ids, np.array(matrix[some]), [self._rows.metadata(row) for row in some])
        self._rows.strays, self._fresh = [], [*(self._rows.ids[row] for row in rows), *self._fresh]

    def _seek(self) -> None:
        """Note which new vectors the graph does not find, then have it search as readers need it."""
        place = {id: row for row, id in enumerate(self._rows.ids)}
        matrix = _map(self._folder, len(place), self._dim)
        self._rows.strays = [id for id in self._rows.strays if id in place]
        for some in _batches([id for id in self._fresh if id in place]):
            vectors = np.array(matrix[[place[id] for id in some]])
            found = self._collection.query(query_embeddings=vectors, n_results=1, include=[])["ids"]
            for id, vector, near in zip(some, vectors, found, strict=True):
                if not any(other == id or matrix[place[other]] @ vector >= _FOUND for other in near):
                    self._rows.strays.append(id)
        self._collection.modify(configuration={"hnsw": {"ef_search": _HNSW["ef_search"]}})

    def _compact(self) -> None:
        """Write the matrix again without the rows that went."""
        matrix = _map(self._folder, len(self._rows.ids), self._dim)
        rows = [row for row in range(len(self._rows.ids)) if row not in self._gone]
        beside = self._folder / f"{MATRIX}.new"
        with beside.open("wb") as file:
            for some in _batches(rows):
                file.write(matrix[some].tobytes())
        beside.replace(self._folder / MATRIX)
        self._rows = self._rows.only(rows)


class VectorReader:
    """Searches the vectors of a finished generation; any number of threads may use one."""

    def __init__(
        self, folder: Path, dim: int, server: str | None = None, collection: str = _COLLECTION
    ) -> None:
        """Open ``folder`` without changing it. Raises IndexDamaged where it does not fit together."""
        self._folder = folder
        self._copy: PrivateCopy | None = None
        self._client: Any = None
        try:
            self._rows = Rows.read(folder / ROWS)
            self._matrix = _map(folder, len(self._rows.ids), dim)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise unreadable(folder, error) from error
        self._place = {id: row for row, id in enumerate(self._rows.ids)}
        self._sieve = Sieve(self._rows)
        self._strays = np.array([self._place[id] for id in self._rows.strays if id in self._place], np.intp)
        try:
            self._open(server, collection)
        except BaseException as error:
            self.close()
            if isinstance(error, (UsageError, StorageFull, KeyboardInterrupt, SystemExit)):
                raise
            raise unreadable(folder, error) from error  # Chroma's Rust side panics past Exception

    def _open(self, server: str | None, collection: str) -> None:
        if server:
            self._client = _http_client(server)
        else:
            self._copy = PrivateCopy(self._folder / CHROMA)
            self._client = _client(self._copy.path)
        self._collection = self._client.get_collection(
            collection if server else _COLLECTION, embedding_function=None
        )
        stored = int(self._collection.count())  # reads the graph in as well: the first search is quick
        if stored != len(self._rows.ids):
            raise ValueError(f"Chroma holds {stored} vectors of {len(self._rows.ids)}")

    def search(
        self, vector: Vectors, k: int, filters: Filters = _EVERYTHING, *, exact: bool = False
    ) -> list[tuple[str, float]]:
        """Return the ``k`` nearest passages: id and cosine (-1..1), by ``(-cosine, id)``.

        With filters the search is exact over what they allow; with ``exact`` it is over everything.
        """
        if k <= 0 or not self._rows.ids or not vector.any():
            return []
        if filters:
            rows = self._sieve.allowed(filters)
        elif exact or k + _MARGIN >= len(self._rows.ids):
            rows = np.arange(len(self._rows.ids))
        else:
            rows = self._nearest(vector, k + _MARGIN)
        return self._best(rows, self._cosines(rows, vector), k)

    def scores(self, vector: Vectors, ids: Iterable[str]) -> dict[str, float]:
        """Return the cosine of each passage that has a vector."""
        known = [id for id in ids if id in self._place]
        cosines = self._cosines(np.array([self._place[id] for id in known], dtype=np.intp), vector)
        return dict(zip(known, cosines.tolist(), strict=True))

    def ids(self) -> list[str]:
        """Return the ids of all passages that have a vector."""
        return list(self._rows.ids)

    def vectors(self, ids: Sequence[str]) -> Vectors:
        """Return the stored vectors of known passages, shape ``[len(ids), dim]``."""
        return np.array(self._matrix[[self._place[id] for id in ids]])

    def facts(self, id: str) -> Metadata:
        """Return what filters compare for a known passage."""
        return self._rows.metadata(self._place[id])

    def stored(self) -> Iterator[tuple[str, Vectors, Metadata]]:
        """Yield what Chroma itself holds: id, vector, metadata; in no order."""
        for offset in range(0, self._collection.count(), BATCH):
            page = self._collection.get(limit=BATCH, offset=offset, include=["embeddings", "metadatas"])
            vectors = np.asarray(page["embeddings"], dtype=np.float32)
            yield from zip(page["ids"], vectors, page["metadatas"], strict=True)

    def close(self) -> None:
        """Let go of the map, Chroma and its copy; closing twice does nothing."""
        # A mapped file keeps its room on the disk after it was removed, as long as anything refers to it.
        self._matrix = self._matrix[:0].copy()
        client, self._client = self._client, None
        if client is not None:
            _close(client)
        if self._copy is not None:
            self._copy.close()

    def _nearest(self, vector: Vectors, k: int) -> NDArray[np.intp]:
        found = self._collection.query(query_embeddings=[vector], n_results=k, include=[])["ids"][0]
        rows = np.array([self._place[id] for id in found], dtype=np.intp)
        return np.union1d(rows, self._strays) if len(self._strays) else rows

    def _cosines(self, rows: NDArray[np.intp], vector: Vectors) -> NDArray[np.float64]:
        """Return the rows' cosines to six places, so that equal vectors tie exactly."""
        if len(rows) * 2 > len(self._rows.ids):  # most of it: one pass over the map, no copy
            cosines = (self._matrix @ vector)[rows]
        else:
            cosines = self._matrix[rows] @ vector
        return np.clip(np.round(cosines.astype(np.float64), 6), -1.0, 1.0)

    def _best(self, rows: NDArray[np.intp], cosines: NDArray[np.float64], k: int) -> list[tuple[str, float]]:
        if len(rows) > k:
            least = np.partition(cosines, len(rows) - k)[len(rows) - k]
            rows, cosines = rows[cosines >= least], cosines[cosines >= least]
        found = [(self._rows.ids[row], score) for row, score in zip(rows, cosines.tolist(), strict=True)]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:k]


def _batches(values: Sequence[Any]) -> Iterator[Any]:
    return (values[i : i + BATCH] for i in range(0, len(values), BATCH))


def _map(folder: Path, rows: int, dim: int) -> Vectors:
    """Map the matrix from disk. Raises ValueError where its size is not ``rows * dim`` floats."""
    file = folder / MATRIX
    size = file.stat().st_size
    if size != rows * dim * 4:
        raise ValueError(f"{MATRIX} holds {size} bytes; {rows} vectors of {dim} need {rows * dim * 4}")
    if not rows:
        return np.zeros((0, dim), dtype=np.float32)
    return np.asarray(np.memmap(file, dtype=np.float32, mode="r", shape=(rows, dim)))


def _client(folder: Path) -> Any:
    use_few_pools()  # before Chroma starts its threads
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))


def _http_client(server: str) -> Any:
    """Return a client of a Chroma server that answers in time. Raises UsageError where none does."""
    address = urlsplit(server if "//" in server else f"http://{server}")
    secure = address.scheme == "https"
    connect = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    try:
        host, port = address.hostname or "", address.port or (443 if secure else 8000)
        with contextlib.closing(connect(host, port, timeout=_HEARTBEAT_SECONDS)) as line:
            line.request("GET", "/api/v2/heartbeat")
            alive = line.getresponse().status == 200
    except (OSError, ValueError, http.client.HTTPException):
        alive = False
    if not alive:
        raise UsageError(
            f"no Chroma server answers at {server}; start one (chroma run) or unset RAG_CHROMA",
            f"tidak ada peladen Chroma yang menjawab di {server};"
            " jalankan (chroma run) atau kosongkan RAG_CHROMA",
        )
    import chromadb
    from chromadb.config import Settings

    return chromadb.HttpClient(host, port, ssl=secure, settings=Settings(anonymized_telemetry=False))


def drop_collection(server: str, collection: str) -> None:
    """Delete a generation's collection from a Chroma server; a missing one is passed over."""
    client = _http_client(server)
    try:
        from chromadb.errors import NotFoundError

        with contextlib.suppress(NotFoundError):
            client.delete_collection(collection)
    finally:
        _close(client)


def _close(client: Any) -> None:
    client.close()
