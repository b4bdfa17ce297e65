"""Building and refreshing the index.

``build_index`` compares the corpus with the generation in use, reads what is new, writes the
difference beside it and switches. What did not change is neither read nor embedded again, unless
other code read it.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from types import TracebackType

from rag.catalog import Catalog
from rag.corpus import is_example
from rag.documents import IndexReport, Progress, Reading, Refusal
from rag.embedding import Encoder, load_encoder
from rag.errors import EmptyCorpus, IndexMissing, KutipError
from rag.generations import (
    Generation,
    check_files,
    check_generation,
    new_generation,
    open_generation,
    store_of,
    switch,
)
from rag.locking import writing
from rag.manifest import Manifest
from rag.memory import seldom_collecting, use_few_pools
from rag.pace import Pace
from rag.passages import CHUNKING
from rag.readers import read_all
from rag.reading import reading_version
from rag.settings import Settings
from rag.storage import storage_errors
from rag.survey import Plan, Refused, likeness, survey
from rag.verify import verify_index
from rag.writer import Counts, GenerationWriter, drop, sweep

__all__ = ["build_index", "check_generation", "verify_index"]

_LIBRARIES = ("chromadb", "tantivy", "model2vec", "numpy")


def build_index(
    settings: Settings, *, full: bool = False, progress: Callable[[Progress], None] | None = None
) -> IndexReport:
    """Bring the index up to date with the corpus, or with ``full`` build all of it anew.

    Raises EmptyCorpus, IndexLocked, IndexMismatch, IndexDamaged, ModelUnavailable, ReaderFailed
    and StorageFull; whatever is raised, the index in use stays as it was.
    """
    if not settings.corpus.is_dir():
        raise EmptyCorpus(
            f"there is no folder {settings.corpus}; give the folder of the articles",
            f"tidak ada folder {settings.corpus}; berikan folder artikelnya",
        )
    use_few_pools()  # before the encoder's threads, Tantivy's and Chroma's
    started = time.monotonic()
    pace = Pace(progress)
    with storage_errors(settings.index), writing(settings.index), contextlib.ExitStack() as opened:
        opened.enter_context(seldom_collecting())
        encoder = load_encoder(settings.model)
        old = opened.enter_context(_in_use(settings, encoder, full))
        # What other code read may have other words and vectors even where its text stays the same.
        base = old if old and not full and old.generation.manifest.reading == reading_version() else None
        plan = survey(settings.corpus, base.known if base else {}, base.refused if base else [], pace)
        draft = opened.enter_context(_Draft(settings, encoder, base, plan))
        tally = _take_in(settings.corpus, plan, old, draft, pace)
        if base and not draft.begun and tally.refused == base.refused:
            return _report(base.generation.manifest, tally, base.catalog.warnings(), started)
        pace.show("verify", 0, 1)
        counts = draft.finish(tally.refused)
        manifest = _manifest(settings, encoder, draft.folder, plan, tally, counts)
        pace.show("switch", 0, 1)
        switch(settings.index, draft.folder, manifest)
        pace.show("switch", 1, 1)
        report = _report(manifest, tally, counts.warnings, started)
        gave_way = old is not None and old.generation.manifest.example and not manifest.example
        return replace(report, examples=report.removed) if gave_way else report


class _Old:
    """The generation in use, as a build sees it."""

    def __init__(self, generation: Generation, full: bool) -> None:
        self.generation = generation
        self._full = full
        self.catalog = Catalog(generation.catalog)
        self.known = self.catalog.known()
        self.refused = self.catalog.refused_files()

    def passages(self, path: str) -> list[str]:
        return [passage.id for passage in self.catalog.passages_of(path)]

    def holds(self, read: Reading) -> bool:
        """Say whether the article is the stored one; in a full build, by its file's hash alone."""
        path = read.article.path
        if self._full or self.known[path][0] != read.article.sha256:
            return self.known[path][0] == read.article.sha256
        passages, quotes = self.catalog.passages_of(path), self.catalog.quotes_of(path)
        return Reading(self.catalog.article(path), tuple(passages), tuple(quotes)) == read


@contextlib.contextmanager
def _in_use(settings: Settings, encoder: Encoder, full: bool) -> Iterator[_Old | None]:
    """Open the generation in use; None where there is none, or one that ``full`` cannot read.

    Raises IndexMismatch and IndexDamaged for a refresh.
    """
    old = None
    try:
        generation = open_generation(settings.index)
        if not full:
            check_generation(settings, generation, encoder)
        check_files(generation)
        old = _Old(generation, full)
    except IndexMissing:
        pass
    except KutipError:
        if not full:
            raise
    try:
        yield old
    finally:
        if old:
            old.catalog.close()


class _Draft:
    """The generation to be: begun at the first change, gone again unless it is switched to."""

    def __init__(self, settings: Settings, encoder: Encoder, old: _Old | None, plan: Plan) -> None:
        self._settings, self._encoder, self._old, self._plan = settings, encoder, old, plan
        self._opened = contextlib.ExitStack()
        self._writer: GenerationWriter | None = None
        self.folder = Path()

    def __enter__(self) -> _Draft:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._opened.__exit__(kind, error, trace)

    @property
    def whole(self) -> bool:
        """Say whether everything is written, not the difference from the generation in use."""
        return self._old is None

    @property
    def begun(self) -> bool:
        """Say whether anything differs from the generation in use so far."""
        return self._writer is not None

    def add(self, read: Reading, same: str) -> None:
        """Store an article, of which ``same`` is the likeness, in place of an older one of its path."""
        self.remove(read.article.path)
        self.begin().add(read, same)

    def remove(self, path: str) -> None:
        """Remove an article of the generation in use; others are passed over."""
        if self._old and path in self._old.known:
            self.begin().remove(path, self._old.passages(path))

    def finish(self, refused: list[Refused]) -> Counts:
        """Close the new generation's stores and return what they hold."""
        return self.begin().finish(refused)

    def begin(self) -> GenerationWriter:
        """Open the stores of the new generation, which begins as a copy of the one in use."""
        if self._writer is None:
            sweep(self._settings.index, self._settings.chroma)
            self.folder = self._opened.enter_context(new_generation(self._settings.index))
            self._opened.push(self._forget_failed)
            self._writer = GenerationWriter(
                self.folder,
                self._encoder,
                old=self._old.generation if self._old else None,
                stale=self._stale(),
                server=self._settings.chroma,
            )
            self._opened.callback(self._writer.discard)
        return self._writer

    def _stale(self) -> int:
        """Return about how many of the old passages are to go."""
        if self._old is None:
            return 0
        known, files = self._old.known, self._plan.files
        return sum(len(self._old.passages(path)) for path in known if files.get(path) != known[path][0])

    def _forget_failed(self, kind: object, error: object, trace: object) -> None:
        if error is not None:
            with contextlib.suppress(Exception):
                drop(self.folder.name, self._settings.chroma)


@dataclass(slots=True)
class _Tally:
    """What became of every listed file."""

    added: set[str] = field(default_factory=set)
    updated: set[str] = field(default_factory=set)
    unchanged: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    refused: list[Refused] = field(default_factory=list)

    @property
    def articles(self) -> set[str]:
        return self.added | self.updated | self.unchanged


def _take_in(corpus: Path, plan: Plan, old: _Old | None, draft: _Draft, pace: Pace) -> _Tally:
    """Read what the plan names and write what differs. Raises EmptyCorpus where no article is left."""
    known = old.known if old else {}
    tally = _Tally(unchanged=set(plan.kept), refused=list(plan.refused))
    holder = {same: path for path, same in plan.kept.items()}  # the one file of each article

    def refuse(refusal: Refusal, sha256: str = "") -> None:
        tally.unchanged.discard(refusal.path)
        tally.refused.append((refusal, sha256))
        draft.remove(refusal.path)

    for path in known.keys() - plan.kept.keys() - set(plan.to_read):
        draft.remove(path)
    reads = read_all(corpus, plan.to_read)
    if draft.whole and plan.to_read:
        draft.begin()  # loading the stores takes as long as starting those that read
    for done, (path, read) in enumerate(zip(plan.to_read, reads, strict=True), 1):
        if isinstance(read, Refusal):
            refuse(read, plan.files[path] if read.lasting else "")
        elif read.article.sha256 != plan.files[path]:
            refuse(_changed(path))
        elif (first := holder.get(same := likeness(read.article), path)) < path:
            refuse(_copy(path, first))
        else:
            if first != path:  # held so far by a file that sorts later
                refuse(_copy(first, path))
            holder[same] = path
            _place(read, same, old, draft, tally)
        pace.show("index", done, len(plan.to_read), path)
    if not tally.articles:
        raise _empty(corpus, tally.refused)
    tally.removed = known.keys() - tally.articles
    tally.refused.sort(key=lambda refused: refused[0].path)
    return tally


def _place(read: Reading, same: str, old: _Old | None, draft: _Draft, tally: _Tally) -> None:
    """Count an article as added, updated or unchanged, and store it where the draft lacks it."""
    path = read.article.path
    if old is None or path not in old.known:
        tally.added.add(path)
    elif old.holds(read):
        tally.unchanged.add(path)
        if not draft.whole:
            return
    else:
        tally.updated.add(path)
    draft.add(read, same)


def _changed(path: str) -> Refusal:
    return Refusal(
        path,
        "changed while it was being read; run the command again",
        "berubah selagi dibaca; jalankan perintahnya lagi",
    )


def _copy(path: str, first: str) -> Refusal:
    return Refusal(
        path,
        f"is the same article as {first} and is indexed once",
        f"artikelnya sama dengan {first} dan diindeks sekali saja",
    )


def _empty(corpus: Path, refused: list[Refused]) -> EmptyCorpus:
    if not refused:
        return EmptyCorpus(
            f"{corpus} holds no article; put .txt, .md, .html, .pdf or .docx files into it",
            f"{corpus} tidak berisi artikel; isi dengan berkas .txt, .md, .html, .pdf, atau .docx",
        )
    first = refused[0][0]
    return EmptyCorpus(
        f"none of the {len(refused)} files in {corpus} can be indexed; the first, {first.path},"
        f" {first.reason}",
        f"tidak satu pun dari {len(refused)} berkas di {corpus} dapat diindeks; yang pertama, {first.path},"
        f" {first.reason_id}",
    )


def _manifest(
    settings: Settings, encoder: Encoder, folder: Path, plan: Plan, tally: _Tally, counts: Counts
) -> Manifest:
    return Manifest(
        generation=folder.name,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        model=encoder.name,
        model_fingerprint=encoder.fingerprint,
        dim=encoder.dim,
        chunking=asdict(CHUNKING),
        reading=reading_version(),
        store=store_of(settings),
        corpus_hash=plan.corpus_hash,
        articles=counts.articles,
        passages=counts.passages,
        quotes=counts.quotes,
        vectors=counts.vectors,
        refused=len(tally.refused),
        latest_date=counts.latest_date,
        example=is_example(tally.articles),
        versions={name: version(name) for name in _LIBRARIES},
    )


def _report(manifest: Manifest, tally: _Tally, warnings: Sequence[str], started: float) -> IndexReport:
    return IndexReport(
        generation=manifest.generation,
        articles=manifest.articles,
        passages=manifest.passages,
        quotes=manifest.quotes,
        added=len(tally.added),
        updated=len(tally.updated),
        removed=len(tally.removed),
        unchanged=len(tally.unchanged),
        refused=tuple(refusal for refusal, _ in tally.refused),
        warnings=tuple(warnings),
        model=manifest.model,
        dim=manifest.dim,
        seconds=time.monotonic() - started,
    )
