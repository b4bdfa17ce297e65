"""The lexical index: BM25 over Indonesian stems, in Tantivy.

Tantivy has no Indonesian stemmer, so passages are given to it as stems between spaces. A query
is built from terms, never parsed: whatever is typed is only words to look for.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag.documents import Filters
from rag.errors import StorageFull, damaged
from rag.rows import day_number
from rag.scratch import PrivateCopy
from rag.terms import language_of_words
from rag.wording import bigrams, norms
from rag.words import QUESTION_WORDS, STOPWORDS, folded, stem, stems

if TYPE_CHECKING:
    from tantivy import Index, Query, Searcher

# The title's words stand in every passage of the article, so they say less about this one. Swept over
# 0-1 on the 107 IDK-MRC dev questions whose passage's Wikipedia title is known, among 936 passages with
# titles: fused nDCG@10 95.0 without, 95.4 at 0.2, 96.3 at 0.4, 96.6 at 0.6, 96.3 and 96.2 at 0.8 and 1.
TITLE_BOOST = 0.6
# Two words of the query that stand side by side in the passage, as words of a field of their own: a query of
# phrases takes 6 ms over 108,000 passages, of such words 1 ms. Swept over 0, 0.05, 0.1, 0.15, 0.2: fused
# nDCG@10 is 86.4, 86.3, 86.5, 86.6, 86.7 on FacQA dev (words alone above it from 0.15), 86.1, 86.2, 86.2,
# 86.3, 86.3 on FacQA train, 87.6, 88.1, 88.1, 88.2, 88.2 on IDK-MRC dev, 82.9 on a third of its train.
PAIR_BOOST = 0.1
# Distinct words that a query may ask for; a pasted page is cut to its rarest.
MAX_TERMS = 128
# A word of a quotation in at most so many passages is never too common to look for.
_FEW = 1_000
# Pairs of neighbours that a passage must hold to be read for the whole quotation.
_RAREST = 12
# Of what is wanted in other words, the rarest are looked for however common they are.
_RAREST_WANTED = 4
_HEAP_BYTES = 64_000_000


class LexicalWriter:
    """Adds and deletes passages; nothing is seen, or survives a crash, before ``commit``."""

    def __init__(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True)
        self._index = _open(path, create=True)
        # One thread: one segment, a second faster to search; indexing is 0.5 s per 20,000 passages.
        self._writer = self._index.writer(_HEAP_BYTES, 1)

    def add(self, passage_id: str, text: str, title: str, outlet: str | None, date: str | None) -> None:
        """Add one passage; an id that is there already must be deleted first."""
        from tantivy import Document

        document = Document()
        document.add_text("id", passage_id)
        found = stems(text)
        document.add_text("text", " ".join(found))
        document.add_text("pairs", " ".join(bigrams(found)))
        said = norms(text)
        document.add_text("said", " ".join((*said, *bigrams(said))))
        document.add_text("language", language_of_words(said))
        if title:
            document.add_text("title", " ".join(stems(title)))
        if outlet:
            document.add_text("outlet", outlet.casefold())
        if date:
            document.add_integer("date", day_number(date))
        self._guard(lambda: self._writer.add_document(document))

    def delete(self, passage_ids: Iterable[str]) -> None:
        """Delete passages by id; an id that is not there is no error."""
        for passage_id in passage_ids:
            self._guard(lambda key=passage_id: self._writer.delete_documents_by_term("id", key))

    def commit(self) -> None:
        """Make all that was added and deleted durable and visible, all at once."""
        self._guard(self._writer.commit)

    def close(self) -> None:
        """Let go of the index; what was not committed is dropped."""
        self._guard(self._writer.wait_merging_threads)

    @staticmethod
    def _guard(action: Any) -> None:
        try:
            action()
        except (OSError, ValueError) as error:
            raise StorageFull(
                f"the word index cannot be written ({error}); free some space and run the command again",
                f"indeks kata tidak dapat ditulis ({error}); kosongkan ruang lalu ulangi perintahnya",
            ) from error


class LexicalReader:
    """Searches what was committed when it was opened; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        # Tantivy takes a lock file in the folder even to read it.
        self._path = path
        locked = path.is_dir() and not os.access(path, os.W_OK)
        self._copy = PrivateCopy(path) if locked else None
        self._index: Index | None = _open(self._copy.path if self._copy else path, create=False)
        self._schema = self._index.schema
        with _intact(path):
            self._searcher: Searcher | None = self._index.searcher()
        # A check asks three times of each word and pair, and the next one of the same common ones.
        self._held = lru_cache(maxsize=50_000)(self._count)

    def search(
        self, query: str, k: int, filters: Filters, in_english: Sequence[Collection[str]] = ()
    ) -> list[tuple[str, float]]:
        """Return the ``k`` best passages with their BM25, best first, ties by id.

        Question and function words are left out where the query has others. Filters are exact.
        ``in_english`` is a set of stems for each term; the best of each counts, in English passages alone.
        """
        wanted = self._query(query)
        abroad = self._abroad(in_english)
        if wanted is None:
            return []
        return self._best(wanted if abroad is None else _any_of([wanted, abroad]), k, filters)

    def _best(self, wanted: Query, k: int, filters: Filters) -> list[tuple[str, float]]:
        if k < 1:
            return []
        with _intact(self._path):
            return self._top(self._restrict(wanted, filters), k)

    def said(self, words: Sequence[str], k: int, filters: Filters) -> list[tuple[str, float]]:
        """Return the ``k`` passages that share most with the compared words of a quotation, best first.

        Unstemmed words and pairs of neighbours; one that stands in more than a tenth of all passages
        is looked for only where the quotation has nothing rarer.
        """
        searcher = self._live()
        asked = dict.fromkeys((*words, *bigrams(words)))
        held = {t: n for t in asked if (n := self._held("said", t))}
        common = max(_FEW, searcher.num_docs // 10)
        rare = sorted(held, key=lambda t: (held[t], t))[:MAX_TERMS]
        rare = [t for n, t in enumerate(rare) if n < _RAREST or held[t] <= common]
        return self._best(self._saying(rare, "Should"), k, filters) if rare else []

    def near(
        self, wanted: Sequence[Mapping[str, float]], k: int, filters: Filters
    ) -> list[tuple[str, float]]:
        """Return the ``k`` passages that hold most of what is wanted, best first.

        Each of ``wanted`` are stems with their weights, of which the best found counts. Stems in more than
        one passage of thirty are left out, those of the four rarest excepted: over 108,000 passages a search
        takes 0.9 ms, and 2.4 with all that a tenth hold.
        """
        from tantivy import Occur, Query

        searcher = self._live()
        common = max(_FEW, searcher.num_docs // 30)
        held = [
            [(t, weight, n) for t, weight in some.items() if (n := self._held("text", t))]
            for some in wanted[:MAX_TERMS]
        ]
        least = sorted(min(n for _, _, n in some) for some in held if some)[:_RAREST_WANTED]
        limit = max(common, least[-1]) if least else 0
        clauses = []
        for some in held:
            options = [
                Query.boost_query(Query.term_query(self._schema, "text", t, "freq"), weight)
                for t, weight, n in some
                if n <= limit
            ]
            if options:
                clauses.append((Occur.Should, Query.disjunction_max_query(options)))
        return self._best(Query.boolean_query(clauses), k, filters) if clauses else []

    def holding(self, words: Sequence[str], k: int, filters: Filters) -> list[tuple[str, float]]:
        """Return up to ``k`` passages that hold all pairs of neighbours of a quotation's words."""
        pairs = list(dict.fromkeys(bigrams(words))) or list(words)
        rarest = sorted(pairs, key=lambda t: (self._held("said", t), t))[:_RAREST]
        held = rarest and self._held("said", rarest[0])
        return self._best(self._saying(rarest, "Must"), k, filters) if held else []

    def frequency(self, word: str) -> int:
        """Return how many passages hold a compared word."""
        return self._held("said", word)

    def count(self) -> int:
        """Return the number of passages."""
        return int(self._live().num_docs)

    def ids(self) -> list[str]:
        """Return the ids of all passages, sorted."""
        from tantivy import Query

        searcher = self._live()
        with _intact(self._path):
            hits = searcher.search(Query.all_query(), max(1, searcher.num_docs), count=False).hits
            return sorted(_id(searcher, address) for _, address in hits)

    def close(self) -> None:
        """Let go of the files."""
        self._held.cache_clear()
        self._searcher = None
        self._index = None
        if self._copy is not None:
            self._copy.close()

    def _live(self) -> Searcher:
        if self._searcher is None:
            raise ValueError("this LexicalReader is closed")
        return self._searcher

    def _count(self, field: str, term: str) -> int:
        """Return how many passages hold a term in a field."""
        searcher = self._live()
        with _intact(self._path):
            return int(searcher.doc_freq(field, term))

    def _query(self, text: str) -> Query | None:
        from tantivy import Query

        kept = folded(text)
        terms = Counter(stem(w) for w in kept if w not in STOPWORDS) or Counter(map(stem, kept))
        if len(terms) > MAX_TERMS:
            held = {t: n for t in terms if (n := self._held("text", t))}
            terms = Counter({t: terms[t] for t in sorted(held, key=lambda t: (held[t], t))[:MAX_TERMS]})
        clauses = []
        for term, times in terms.items():
            body = Query.term_query(self._schema, "text", term, "freq")
            title = Query.term_query(self._schema, "title", term, "freq")
            clauses += [Query.boost_query(body, times), Query.boost_query(title, times * TITLE_BOOST)]
        asked = [stem(w) for w in kept if w not in QUESTION_WORDS]
        for pair in dict.fromkeys(pairwise(asked[:MAX_TERMS])):
            if pair[0] in terms or pair[1] in terms:
                beside = Query.term_query(self._schema, "pairs", "_".join(pair), "basic")
                clauses.append(Query.boost_query(beside, PAIR_BOOST))
        return _any_of(clauses) if clauses else None

    def _abroad(self, wanted: Sequence[Collection[str]]) -> Query | None:
        """Return what is looked for in passages in English, None where none of it stands anywhere."""
        from tantivy import Occur, Query

        if not wanted or not self._held("language", "en"):
            return None
        held = [[t for t in some if self._held("text", t)] for some in wanted[:MAX_TERMS]]
        options = [[Query.term_query(self._schema, "text", t, "freq") for t in some] for some in held if some]
        if not options:
            return None
        english = Query.const_score_query(Query.term_query(self._schema, "language", "en"), 0.0)
        told = _any_of([Query.disjunction_max_query(some) for some in options])
        return Query.boolean_query([(Occur.Must, english), (Occur.Must, told)])

    def _saying(self, terms: Sequence[str], occur: str) -> Query:
        from tantivy import Occur, Query

        how = getattr(Occur, occur)
        return Query.boolean_query(
            [(how, Query.term_query(self._schema, "said", term, "basic")) for term in terms]
        )

    def _restrict(self, query: Query, filters: Filters) -> Query:
        from tantivy import FieldType, Occur, Query

        only = []
        if filters.outlet:
            only.append(Query.term_query(self._schema, "outlet", filters.outlet.casefold()))
        if filters.passages is not None:
            only.append(Query.term_set_query(self._schema, "id", sorted(filters.passages)))
        if filters.since or filters.until:
            only.append(
                Query.range_query(
                    self._schema,
                    "date",
                    FieldType.Integer,
                    day_number(filters.since) if filters.since else 0,
                    day_number(filters.until) if filters.until else 99_991_231,
                )
            )
        if not only:
            return query
        free = [(Occur.Must, Query.const_score_query(q, 0.0)) for q in only]
        return Query.boolean_query([(Occur.Must, query), *free])

    def _top(self, query: Query, k: int) -> list[tuple[str, float]]:
        """Search so deep that every passage tied with the k-th is seen before ties are broken."""
        searcher = self._live()
        limit = k + 16
        while True:
            hits = searcher.search(query, limit, count=False).hits
            if len(hits) < limit or hits[-1][0] < hits[k - 1][0]:
                break
            limit *= 4
        tied = hits[k - 1][0] if len(hits) >= k else float("-inf")
        scored = [(_id(searcher, address), float(score)) for score, address in hits if score >= tied]
        return sorted(scored, key=lambda pair: (-pair[1], pair[0]))[:k]


def _any_of(queries: Sequence[Query]) -> Query:
    from tantivy import Occur, Query

    return Query.boolean_query([(Occur.Should, query) for query in queries])


def _open(path: Path, *, create: bool) -> Index:
    from tantivy import Index, TextAnalyzerBuilder, Tokenizer

    with _intact(path):
        index = Index(_schema(), str(path)) if create else Index.open(str(path))
    index.register_tokenizer("spaces", TextAnalyzerBuilder(Tokenizer.whitespace()).build())
    return index


@contextmanager
def _intact(path: Path) -> Iterator[None]:
    """Say of a damaged index that it is damaged: Tantivy's Rust side panics past Exception."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        raise damaged(path, " ".join(str(error).split())[:120]) from error


def _schema() -> Any:
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("text", tokenizer_name="spaces", index_option="freq")
    builder.add_text_field("pairs", tokenizer_name="spaces", index_option="basic")
    builder.add_text_field("said", tokenizer_name="spaces", index_option="basic")
    builder.add_text_field("title", tokenizer_name="spaces", index_option="freq")
    builder.add_text_field("language", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("outlet", tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("date", indexed=True, fast=True)
    return builder.build()


def _id(searcher: Searcher, address: Any) -> str:
    return str(searcher.doc(address).get_first("id"))
