"""A quotation found in a transcript: exactly, or as near as an alignment comes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from rag.align import Alignment, Edit, align, align_each, find, joined, merge
from rag.documents import Difference, Quote
from rag.excerpt import Excerpt
from rag.quotation import Quotation
from rag.speech.marks import quotations
from rag.transcript import Transcript
from rag.verdict import Wording, wording
from rag.wording import Token

# Below these shares of its words, by rarity and by count, a quotation is not found at all.
FOUND, FOUND_WORDS = 0.55, 0.6
_RUN = 2
_LONGEST_CUT = 3.0
# A sentence of so many words, of either side, that stands whole in the other was said, whatever is beside it.
_WHOLE_SENTENCE = 5
# Exact words with so few gaps, in a stretch at most so many times as long, are a cut quotation.
_FEW_GAPS, _LONGEST_STRETCH = 2, 3
# Of a passage's own words, without those around it: a quotation may go on there.
_HALF = 0.5
# The share of the words on both sides that makes another order of the same words.
_SAME_WORDS = 0.8
SPELLING = "variasi_ejaan"
# Right before what a work is called.
_OF_A_WORK = re.compile(
    r"\b(?:lagu|tembang|single|album|film|sinetron|serial|drama|buku|novel|cerpen|puisi|majalah|lukisan|tayangan|"
    r"dokumenter|(?:ber)?judul|(?:ber)?tajuk|song|movie|book|series|(?:en)?titled) $",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Finding:
    """Where a quotation was found, and how much of it (0..1) agrees there."""

    quotation: Quotation
    transcript: Transcript
    alignment: Alignment
    score: float

    @cached_property
    def wording(self) -> Wording:
        """Return what the words amount to there."""
        found = wording(self.quotation, self.transcript, self.alignment)
        if _spelt_apart(self.quotation, self.transcript, found.edits):
            return replace(found, flags=found.flags | {SPELLING})
        return found

    @property
    def speech(self) -> int:
        """Return the index of the quote that holds the words, or most of them; -1 for narration."""
        there = self.transcript
        whole = there.voice(self.wording.first, self.wording.last)
        if whole >= 0:
            return whole
        held = [there.utterance[i] for e in self.wording.edits if e.op == "equal" for i in range(*e.source)]
        return max(sorted(set(held), reverse=True), key=held.count) if held else -1

    @property
    def quote(self) -> Quote | None:
        """Return the quote that holds most of the words, None for narration."""
        speech = self.speech
        return self.transcript.quotes[speech] if speech >= 0 else None

    @property
    def voices(self) -> list[Quote]:
        """Return the quotes that hold a run of its words each, in text order; narration is none."""
        there = self.transcript
        spoken = [there.utterance[i] for e in self.wording.edits if e.op == "equal" for i in range(*e.source)]
        return [there.quotes[q] for q in sorted(set(spoken)) if q >= 0 and spoken.count(q) >= _RUN]

    @property
    def is_headline(self) -> bool:
        """Say whether it stands in the first line of an article that has a title."""
        article = self.transcript.article
        return bool(article.title) and self.span[1] <= article.text.find("\n")

    @property
    def is_quoted(self) -> bool:
        """Say whether it stands between quotation marks of its paragraph, whoever speaks there."""
        return self._opening >= 0

    @property
    def is_title(self) -> bool:
        """Say whether it is what a work is called: 'lagu "Hujan Desember"'; nobody says that."""
        text = self.transcript.article.text
        return self._opening >= 0 and _OF_A_WORK.search(text, 0, self._opening) is not None

    @cached_property
    def _opening(self) -> int:
        """Return where the marks open between which it stands; -1 where none do."""
        text, (start, end) = self.transcript.article.text, self.span
        begun, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end) % (len(text) + 1)
        for marked in quotations(text[begun:stop]):
            if marked.opening <= start - begun and end - begun <= marked.closing:
                return begun + marked.opening
        return -1

    @property
    def is_found(self) -> bool:
        """Say whether enough agrees to call it the quotation, altered or not."""
        agreed = sum(e.query[1] - e.query[0] for e in self.alignment.edits if e.op == "equal")
        if agreed >= FOUND_WORDS * len(self.quotation.tokens) and (
            self.score >= FOUND or self._frames_a_sentence
        ):
            return True
        return self._is_one_cut or self._is_reordered or self._holds_a_sentence()

    @property
    def _frames_a_sentence(self) -> bool:
        """Say whether it begins and ends with the words of a whole sentence: only what is between differs."""
        edges = {self.alignment.edits[0].op, self.alignment.edits[-1].op}
        first, last = self.alignment.start, self.alignment.end - 1
        return edges == {"equal"} and self.transcript.begins(first) and self.transcript.ends(last)

    def _holds_a_sentence(self) -> bool:
        edges = [*self.quotation.sentences, len(self.quotation.tokens)]
        whole = [(a, b) for a, b in pairwise(edges) if b - a >= _WHOLE_SENTENCE]
        runs = [e for e in self.alignment.edits if e.op == "equal"]
        if any(e.query[0] <= a and b <= e.query[1] for a, b in whole for e in runs):
            return True
        long = [e.source for e in runs if e.source[1] - e.source[0] >= _WHOLE_SENTENCE]
        return any(self.transcript.begins(a) and self.transcript.ends(b - 1) for a, b in long)

    @property
    def _is_one_cut(self) -> bool:
        """Say whether every word agrees but for one or two gaps in a stretch that is not much longer."""
        gaps = sum(e.op == "delete" for e in self.alignment.edits)
        length = self.alignment.end - self.alignment.start
        return self.in_order and gaps <= _FEW_GAPS and length <= _LONGEST_STRETCH * len(self.quotation.tokens)

    @property
    def _is_reordered(self) -> bool:
        """Say whether nearly the same words stand there, in whatever order."""
        mine, there = Counter(self.quotation.norms), self.transcript.norms
        start, end = self.alignment.start, self.alignment.end
        # What was moved to an edge is left out of the alignment.
        slack = max(0, mine.total() - (end - start))
        stretches = (
            Counter(there[max(0, i) : i + end - start + slack]) for i in range(start - slack, start + 1)
        )
        shared = max((mine & theirs).total() / max(mine.total(), theirs.total()) for theirs in stretches)
        return shared >= _SAME_WORDS if mine.total() >= _WHOLE_SENTENCE else shared == 1.0

    @property
    def in_order(self) -> bool:
        """Say whether every word agrees, in order, whatever was left out between them."""
        return all(e.op in ("equal", "delete") for e in self.alignment.edits)

    @property
    def place(self) -> tuple[str, int]:
        """Return the article and the code point at which it begins."""
        return self.transcript.article.path, self.transcript.start_of[self.alignment.start]

    @property
    def span(self) -> tuple[int, int]:
        """Return the code points of the article's text that it covers."""
        found = self.transcript.span(self.wording.first, self.wording.last)
        return found.start, found.end

    @property
    def diff(self) -> tuple[Difference, ...]:
        """Return the edits in the words of both sides."""
        return tuple(
            Difference(
                e.op,
                _slice(self.quotation.text, self.quotation.tokens[slice(*e.query)]),
                _slice(self.transcript.article.text, self.transcript.tokens(*e.source)),
            )
            for e in self.wording.edits
        )


def may_hold(quotation: Quotation, excerpt: Excerpt) -> bool:
    """Say whether an excerpt can hold the quotation so that ``is_found``.

    Half of its words stand there, or a run as long as a sentence: what has neither need not be aligned.
    """
    asked = quotation.norms
    if sum(word in excerpt.held for word in asked) >= _HALF * len(asked):
        return True
    runs = set(zip(*(asked[n:] for n in range(_WHOLE_SENTENCE)), strict=False))
    there = zip(*(excerpt.norms[n:] for n in range(_WHOLE_SENTENCE)), strict=False)
    return not runs.isdisjoint(there)


def exact(quotation: Quotation, transcript: Transcript) -> list[Finding]:
    """Return every place where all words stand in order, nothing between them."""
    asked, there = _spelt_alike(quotation, transcript)
    found = []
    for at in find(asked.norms, there.norms):
        size = len(asked.tokens)
        whole = Alignment(0, at, at + size, (Edit("equal", (0, size), (at, at + size)),))
        found.append(Finding(asked, there, whole, 1.0))
    return found


def within(quotation: Quotation, transcript: Transcript, start: int, end: int) -> Finding:
    """Return a quotation as it stands in words ``[start, end)``, which say it whole."""
    found = align(quotation.norms, transcript.norms[start:end])
    moved = tuple(replace(e, source=(e.source[0] + start, e.source[1] + start)) for e in found.edits)
    whole = Alignment(found.score, found.start + start, found.end + start, moved)
    return Finding(quotation, transcript, whole, 1.0)


def nearest(
    quotation: Quotation, transcripts: Iterable[Transcript], weight: Callable[[str], float]
) -> list[Finding]:
    """Return the place in each transcript that is most like the quotation, best first.

    Its score is under FOUND where it is not found there; a transcript with none of its words has no place.
    ``weight`` gives the rarity (0..1) of a compared word.
    """
    forms: dict[Quotation, list[Transcript]] = {}
    for asked, there in (_spelt_alike(quotation, transcript) for transcript in transcripts):
        if there.norms:
            forms.setdefault(asked, []).append(there)
    found = []
    for asked, some in forms.items():
        aligned = align_each(asked.norms, [transcript.norms for transcript in some], asked.ellipses)
        for transcript, alignment in zip(some, aligned, strict=True):
            if any(edit.op == "equal" for edit in alignment.edits):
                score = _agreement(asked.norms, transcript.norms, alignment.edits, weight)
                found.append(Finding(asked, transcript, alignment, score))
    return sorted(found, key=lambda f: (-f.score, f.transcript.article.path, f.alignment.start))


def _agreement(
    asked: Sequence[str], there: Sequence[str], edits: Sequence[Edit], weight: Callable[[str], float]
) -> float:
    """Return the share of both sides' weight that stands in runs of two words and more.

    What a gap leaves out counts half, and no more than three words' worth: a cut, however long, is no sign
    that something else was said.
    """
    agreed = lone = other = 0.0
    for edit in edits:
        if edit.op == "equal":
            sum_ = sum(weight(asked[i]) for i in range(*edit.query))
            if edit.query[1] - edit.query[0] >= _RUN:
                agreed += sum_
            else:
                lone += sum_
        else:
            mine = sum(weight(asked[i]) for i in range(*edit.query))
            theirs = sum(weight(there[j]) for j in range(*edit.source))
            if edit.op == "delete":
                theirs = min(theirs, _LONGEST_CUT) / 2
            other += max(mine, theirs)
    total = agreed + lone + other
    return (agreed + lone / 2) / total if total else 0.0


def _spelt_alike(quotation: Quotation, transcript: Transcript) -> tuple[Quotation, Transcript]:
    """Return both with words joined that either side writes joined and the other apart."""
    joins = joined(quotation.norms, transcript.norms)
    if not joins:
        return quotation, transcript
    ranges = merge(quotation.norms, joins)
    starts = [a for a, _ in ranges]

    def moved(indices: Collection[int]) -> list[int]:
        return sorted({bisect_left(starts, i) for i in indices} - {len(starts)})

    asked = replace(
        quotation,
        tokens=tuple(_joined(quotation.tokens, ranges)),
        ellipses=frozenset(moved(quotation.ellipses)),
        sentences=tuple(moved(quotation.sentences)),
    )
    return asked, replace(transcript, joins=joins)


def _joined(found: Sequence[Token], ranges: Iterable[tuple[int, int]]) -> Iterator[Token]:
    """Yield the tokens, each range of them as one."""
    for a, b in ranges:
        yield Token(found[a].start, found[b - 1].end, "".join(token.norm for token in found[a:b]))


def _spelt_apart(asked: Quotation, there: Transcript, edits: Sequence[Edit]) -> bool:
    """Say whether an agreeing word is written joined on one side and apart on the other."""
    return any(
        _parted(asked.text, mine) != _parted(there.article.text, theirs)
        for e in edits
        if e.op == "equal"
        for mine, theirs in zip(asked.tokens[slice(*e.query)], there.tokens(*e.source), strict=True)
        if not mine.is_number
    )


def _parted(text: str, token: Token) -> bool:
    """Say whether a word is written as several: with a space, hyphen or mark inside."""
    inside = text[token.start : token.end]
    return any(not c.isalnum() and c not in "'’`ʼ" for c in inside) and inside not in "%‰"


def _slice(text: str, part: Sequence[Token]) -> str:
    return text[part[0].start : part[-1].end] if part else ""
