"""From a quotation to a verdict: candidates, wording, attribution.

Words are looked for in the word index, never with Chroma; what is found is aligned word by word
and judged by its edits (``verdict``). Only where the words are not found are utterances of the same
sense looked for, and called candidates.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from rag.conflicts import begun, conflicts, contradict
from rag.documents import Article, Filters, Quote, QuoteCheck, Source
from rag.errors import UsageError
from rag.excerpt import Excerpt, excerpts_of
from rag.finding import Finding, exact, may_hold, nearest, within
from rag.negation import denies, is_negation
from rag.paraphrase import Candidate, said_in
from rag.quotation import Quotation, readings
from rag.sources import Same, earliest, grouped, source_of, utterance
from rag.splice import is_splice, may_cover, pieces
from rag.surroundings import Shelf, Surroundings
from rag.verdict import (
    ALTERED,
    CUT_NEGATION,
    MISATTRIBUTED,
    NOT_FOUND,
    PARAPHRASE,
    SHORT,
    SPLICED,
    VERBATIM,
    names_in_query,
    names_in_source,
)
from rag.wording import Token, tokens

# Passages aligned with a quotation, and those read for its exact words.
CANDIDATES, OCCURRENCES = 12, 50
MOST_SOURCES = 50
# A passage that holds less of a quotation's words than this cannot hold the quotation.
_LIKELY = 0.45
# More than a few are only aligned where they hold nearly all of them: the same quotation in other outlets.
_FEW, _NEARLY_ALL = 4, 0.75
# An utterance less alike than this is no candidate; less is asked of the claimed speaker's own, more of
# another's: of 62 paraphrases claimed for another 8 are lost at 0.55, 10 at 0.60, 14 at 0.65; of 51
# sentences never said one is a candidate at 0.55, none above. Of 192 never said, each claimed for whoever
# said what is likest, 4 are candidates at 0.40, 1 at 0.45; of 21 paraphrases 18 and 15.
ALIKE = {"match": 0.40, "mismatch": 0.60, "unknown": 0.55, "unclaimed": 0.55}
# So many words of content in common, and how much less alike that may then be: by it 8 paraphrases more of
# tests/test_verdicts_varied.py are found, and no sentence never said.
SHARING = {"match": (4, 0.30), "mismatch": (5, 0.40), "unknown": (5, 0.40), "unclaimed": (5, 0.40)}
# What is so much less alike than an utterance that conflicts says the same no more.
_NEARLY = 0.1
# Code points of a quotation that are looked for in other words.
_LONGEST_SENSE = 1_000
_KINDS = {"direct": 0, "indirect": 1, "narration": 2}
_WORDINGS = {VERBATIM: 0, SPLICED: 1, PARAPHRASE: 2, ALTERED: 3, NOT_FOUND: 4}
_ATTRIBUTIONS = {"match": 0, "unclaimed": 0, "unknown": 1, "mismatch": 2}
# Flags of a change that makes another claim of what indirect speech reports.
_CONFLICTS = frozenset({"negasi", "angka", "nama"})


class Words(Protocol):
    """What is asked of the word index."""

    def said(self, words: Sequence[str], k: int, filters: Filters) -> list[tuple[str, float]]: ...
    def holding(self, words: Sequence[str], k: int, filters: Filters) -> list[tuple[str, float]]: ...
    def frequency(self, word: str) -> int: ...
    def count(self) -> int: ...


# Utterances like a text in sense, best first; those of who is claimed among them.
Alike = Callable[[str, str | None, Filters], Sequence[Candidate]]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A source with what it says of the claim."""

    source: Source
    attribution: str
    flags: frozenset[str]
    score: float
    partly_said: bool = False  # by the claimed speaker, of a splice of several people's words

    @property
    def is_misattributed(self) -> bool:
        """Say whether the words are somebody else's throughout."""
        told = self.source.wording in (VERBATIM, SPLICED) and self.attribution == "mismatch"
        return told and not self.partly_said

    @property
    def rank(self) -> tuple[object, ...]:
        """Return what sources are ordered by, best first."""
        s = self.source
        order = _WORDINGS[s.wording], _ATTRIBUTIONS[self.attribution], _KINDS[s.kind], -round(self.score, 6)
        return (*order, s.date or "9999", s.article, s.start)


class Checker:
    """Checks quotations against one generation of the archive."""

    def __init__(self, words: Words, shelf: Shelf, same: Same, alike: Alike) -> None:
        self._words, self._shelf, self._same, self._alike = words, shelf, same, alike
        self._weight = lru_cache(maxsize=50_000)(self._rarity)
        self._passages = words.count()

    def check(self, typed: str, speaker: str | None, filters: Filters) -> QuoteCheck:
        """Return the verdict on what was typed, said by ``speaker`` where one is claimed.

        Raises UsageError where nothing typed can have been spoken.
        """
        claimed = (speaker or "").strip() or None
        found = [self._checked(reading, claimed, filters) for reading in readings(typed)]
        if not found:
            raise UsageError(
                "the quotation is empty; paste the words that are said to have been spoken",
                "kutipannya kosong; tempelkan kata-kata yang konon diucapkan",
            )
        best = min(found, key=lambda check: _WORDINGS[check.wording])
        return replace(best, quote=typed, speaker=claimed)

    def _checked(self, quotation: Quotation, claimed: str | None, filters: Filters) -> QuoteCheck:
        short = frozenset({"pendek"}) if quotation.size < SHORT else frozenset()
        ids = [id for id, _ in self._words.said(quotation.norms, CANDIDATES, filters)]
        excerpts = excerpts_of(self._shelf.passages(ids).values(), quotation.norms)
        around = Surroundings(self._shelf, len(quotation.text))
        near = self._near(quotation, excerpts, around)
        if quotation.size == 1:
            return self._missed(quotation, claimed, near, short)
        found = self._exact(quotation, filters, near, around)
        if short and not found:
            return self._missed(quotation, claimed, near, short)
        if not short:
            alike = [f for f in near if f.is_found]
            if not found and not any(f.in_order for f in alike):
                parts = self._pieces(quotation, excerpts, around)
                if parts:
                    return self._spliced(quotation, [self._judged(f, claimed) for f in parts], claimed)
            found += alike
        if found:
            return self._verdict(quotation, [self._judged(f, claimed) for f in found], claimed, short)
        candidates = self._in_sense(quotation, claimed, filters)
        if candidates:
            return self._verdict(quotation, candidates, claimed, short)
        return self._missed(quotation, claimed, near, short)

    # -- where the words are -------------------------------------------------------------------

    def _exact(
        self, quotation: Quotation, filters: Filters, near: Sequence[Finding], around: Surroundings
    ) -> list[Finding]:
        """Return every place that has the exact words."""
        ids = [id for id, _ in self._words.holding(quotation.norms, OCCURRENCES, filters)]
        passages = self._shelf.passages(ids).values() if ids else ()
        aligned = (f.transcript for f in near if f.alignment.exact)
        read = {id(t): t for t in (*around.of(passages), *aligned)}.values()
        found = {f.place: f for t in read for f in exact(quotation, t)}
        return list(found.values())

    def _near(self, quotation: Quotation, excerpts: Sequence[Excerpt], around: Surroundings) -> list[Finding]:
        """Return the best place in the surroundings of each excerpt, best first.

        Only what holds enough of the quotation's words is aligned, and always the likeliest.
        """
        likely = [
            e.passage
            for n, (share, e) in enumerate(self._likeliest(quotation, excerpts))
            if n == 0 or (share >= (_LIKELY if n < _FEW else _NEARLY_ALL) and may_hold(quotation, e))
        ]
        return nearest(quotation, around.of(likely), self._weight)

    def _likeliest(self, quotation: Quotation, excerpts: Sequence[Excerpt]) -> list[tuple[float, Excerpt]]:
        """Return the excerpts with the share of the quotation that each holds, the largest first.

        What surely holds too little to be aligned is left out, unread.
        """
        weights = [(word, self._weight(word)) for word in quotation.norms]
        at_most = sorted(((_share(weights, e.may_hold), e) for e in excerpts), key=lambda share: -share[0])
        held: list[tuple[float, Excerpt]] = []
        for most, excerpt in at_most:
            if held and most < min(_LIKELY, held[0][0]):
                break
            if len(held) >= _FEW and most < min(_NEARLY_ALL, held[_FEW - 1][0]):
                break
            held.append((_share(weights, excerpt.held), excerpt))
            held.sort(key=lambda share: (-share[0], share[1].passage.id))
        return held

    def _pieces(
        self, quotation: Quotation, excerpts: Sequence[Excerpt], around: Surroundings
    ) -> list[Finding]:
        """Return exact pieces that make up the whole quotation, each as found in its place."""
        if not may_cover(quotation, excerpts):
            return []
        likely = around.of(excerpt.passage for excerpt in excerpts)
        found = pieces(quotation, likely)
        if not is_splice(found, likely):
            return []
        return [within(quotation.part(p.first, p.last), likely[p.transcript], p.at, p.end) for p in found]

    def _rarity(self, word: str) -> float:
        """Return how rare a compared word is in the archive, 0.3..1."""
        held = self._words.frequency(word)
        return 0.3 + 0.7 * math.log((1 + self._passages) / (1 + held)) / math.log(1 + self._passages)

    # -- what that amounts to ------------------------------------------------------------------

    def _verdict(
        self, quotation: Quotation, judged: Sequence[_Judged], claimed: str | None, flags: frozenset[str]
    ) -> QuoteCheck:
        """Return the verdict that the best of the sources carries."""
        ranked = sorted(judged, key=lambda j: j.rank)[:MOST_SOURCES]
        best = ranked[0]
        wording = best.source.wording
        sources = grouped([j.source for j in ranked], self._same)
        return QuoteCheck(
            quote=quotation.text,
            speaker=claimed,
            verdict=MISATTRIBUTED if best.is_misattributed else wording,
            wording=wording,
            attribution=best.attribution,
            flags=tuple(sorted(flags | best.flags)),
            diff=best.source.diff,
            sources=tuple(sources),
            earliest=earliest(sources),
        )

    def _spliced(self, quotation: Quotation, parts: Sequence[_Judged], claimed: str | None) -> QuoteCheck:
        """Return the verdict on a quotation that several places make up together.

        It is misattributed only where no piece is the claimed speaker's.
        """
        said = {part.attribution for part in parts}
        attribution = max(said, key=_ATTRIBUTIONS.__getitem__)
        sources = grouped([replace(part.source, wording=SPLICED) for part in parts], self._same)
        return QuoteCheck(
            quote=quotation.text,
            speaker=claimed,
            verdict=MISATTRIBUTED if said == {"mismatch"} else SPLICED,
            wording=SPLICED,
            attribution=attribution,
            flags=tuple(sorted(frozenset().union(*(part.flags for part in parts)) - {"potongan"})),
            diff=tuple(difference for part in parts for difference in part.source.diff),
            sources=tuple(sources),
            earliest=earliest(sources),
        )

    def _missed(
        self, quotation: Quotation, claimed: str | None, near: Sequence[Finding], flags: frozenset[str]
    ) -> QuoteCheck:
        """Return that nothing was found, with the nearest miss."""
        return QuoteCheck(
            quote=quotation.text,
            speaker=claimed,
            verdict=NOT_FOUND,
            wording=NOT_FOUND,
            attribution="unknown" if claimed else "unclaimed",
            flags=tuple(sorted(flags)),
            nearest=source_of(near[0], NOT_FOUND) if near else None,
        )

    def _judged(self, found: Finding, claimed: str | None) -> _Judged:
        wording, flags = found.wording.wording, set(found.wording.flags)
        partly_said = False
        if found.quote is None and not found.is_headline and found.is_quoted:
            attribution = "unknown" if claimed else "unclaimed"  # "Pesan itu berisi, "…"": nobody is told
        elif found.quote is None or (found.quote.kind == "indirect" and found.is_title):
            attribution = _by_narrator(found.transcript.article, claimed)
            flags |= {"narasi", "judul"} if found.is_headline else {"narasi"}
        else:
            attribution = self._said_by(found.quote, claimed, found.transcript.article)
            if wording == SPLICED:
                said = {self._said_by(quote, claimed, found.transcript.article) for quote in found.voices}
                attribution = max({attribution, *said}, key=_ATTRIBUTIONS.__getitem__)
                partly_said = "match" in said
            if found.quote.kind == "indirect":  # nobody is quoted there, whatever the words
                reported = tokens(found.quote.text)
                against = conflicts(
                    found.quotation.tokens, reported, begun(found.quotation.text), begun(found.quote.text)
                )
                if wording == ALTERED:
                    flags |= against
                if not against and _both_deny(found.quotation, reported):
                    flags -= {"negasi", CUT_NEGATION}
                if _keeps_names(found, found.quote):
                    flags -= {"nama"}
                conflict = (
                    CUT_NEGATION in flags
                    or (wording == ALTERED and flags & _CONFLICTS)
                    or (wording == SPLICED and flags & against)
                    or contradict(found.quotation.tokens, reported)
                )
                wording = ALTERED if conflict else PARAPHRASE
        flags |= _speaker_flags(attribution, claimed)
        return _Judged(source_of(found, wording), attribution, frozenset(flags), found.score, partly_said)

    def _in_sense(self, quotation: Quotation, claimed: str | None, filters: Filters) -> list[_Judged]:
        """Return the utterances that say the same in other words; those in conflict as alterations."""
        found = []
        alike = self._alike(quotation.text[:_LONGEST_SENSE], claimed, filters)
        denied = max((each.score for each in alike if each.conflicts), default=0.0)
        for each in alike:
            if not each.conflicts and each.score < denied - _NEARLY:
                continue  # what says it best says the contrary
            attribution = self._said_by(each.quote, claimed, each.article)
            many, least = SHARING[attribution]
            if each.score >= (least if each.shared >= many else ALIKE[attribution]):
                wording = ALTERED if each.conflicts else PARAPHRASE
                flags = each.conflicts | _speaker_flags(attribution, claimed)
                source = utterance(each.article, each.quote, quotation.text, wording)
                found.append(_Judged(source, attribution, flags, each.score))
        return found

    def _said_by(self, quote: Quote, claimed: str | None, article: Article) -> str:
        if claimed is None:
            return "unclaimed"
        same = self._same(claimed, quote, article.text)
        return "unknown" if same is None else "match" if same else "mismatch"


def _share(weights: Sequence[tuple[str, float]], held: Collection[str]) -> float:
    """Return the share of the words' weight that is held."""
    return sum(weight for word, weight in weights if word in held) / sum(weight for _, weight in weights)


def _keeps_names(found: Finding, quote: Quote) -> bool:
    """Say whether a quotation has no other names than a report: none added but those that the report tells
    beside the words, none in another's place."""
    edits = found.wording.edits
    added = names_in_query(found.quotation, edits)
    if not added:
        return True  # a name left out is no other name
    said = said_in(quote)
    told = {t.norm for n, t in enumerate(tokens(said)) if n and said[t.start].isupper()}
    kept = told <= set(found.quotation.norms) and not names_in_source(found.transcript, edits)
    return added <= told and kept


def _both_deny(quotation: Quotation, reported: Sequence[Token]) -> bool:
    """Say whether a report denies, by a verb or a negation, and the quotation with a negation."""
    denial = any(denies(t.norm) or is_negation(t.norm) for t in reported)
    return denial and any(map(is_negation, quotation.norms))


def _by_narrator(article: Article, claimed: str | None) -> str:
    """Return the attribution of narration: it is the author's and the outlet's."""
    if claimed is None:
        return "unclaimed"
    own = {name.casefold() for name in (article.outlet, article.author) if name}
    return "match" if claimed.casefold() in own else "mismatch"


def _speaker_flags(attribution: str, claimed: str | None) -> frozenset[str]:
    if attribution == "unknown" and claimed:
        return frozenset({"penutur_tak_diketahui"})
    return frozenset({"penutur_beda"}) if attribution == "mismatch" else frozenset()
