"""Sentences and pieces that all reports share, Indonesian and English."""

from __future__ import annotations

from collections import Counter

from rag.decoding import without_surrogates
from rag.documents import ArchiveState, Difference, Draft, QuoteCheck, Source
from rag.errors import dotted
from rag.verdict_names import SIGNS, VERDICTS, WARNED, WARNING_SIGN, Name
from rag.verdict_words import are_pieces, reserves

Pair = tuple[str, str]

TITLE: Pair = ("Laporan pemeriksaan kutipan", "Quotation check report")
NO_QUOTES: Pair = (
    "Naskah ini tidak memuat kutipan langsung.",
    "This draft holds no direct quotation.",
)
NOBODY: Pair = ("tidak disebut", "none named")
UNKNOWN: Pair = ("tidak diketahui", "unknown")
# Of a longer run of words in a diff, so many are shown at either end.
_LONGEST_RUN, _ENDS = 40, 12
# So many of what was not checked are named.
_NAMED = 12


def searched(state: ArchiveState) -> Pair:
    """Return how many articles were searched, up to which date, and what could not be read."""
    n, date, refused = state.articles, state.latest_date, state.refused
    indonesian = f"{dotted(n)} artikel ditelusuri" + (
        f", terbit sampai {date}" if date else ", tanpa tanggal"
    )
    english = f"{n:,} articles searched" + (f", published up to {date}" if date else ", undated")
    if refused:
        indonesian += f"; {dotted(refused)} berkas ditolak karena tidak terbaca"
        english += f"; {refused:,} {'file' if refused == 1 else 'files'} refused as unreadable"
    return f"{indonesian}.", f"{english}."


def summary(draft: Draft) -> list[tuple[str, bool, int]]:
    """Return the verdicts that occur, each with whether a flag tells against it and how often it does so.

    They stand in the order of ``VERDICTS``, those with a warning first.
    """
    counts = Counter((quote.check.verdict, bool(reserves(quote.check))) for quote in draft.quotes)
    every = [(verdict, warned) for verdict in VERDICTS for warned in (True, False)]
    return [(*each, counts[each]) for each in every if counts[each]]


def verdict_label(name: Name, warned: bool) -> Pair:
    """Return what a verdict is called, and that there is a warning where there is one."""
    indonesian, english = name.labels
    if not warned:
        return indonesian, english
    return f"{indonesian}, {WARNED.labels[0]}", f"{english}, {WARNED.labels[1]}"


def verdict_sign(verdict: str, warned: bool) -> str:
    """Return the sign of a verdict; what there is a warning of bears no tick."""
    return WARNING_SIGN if warned else SIGNS[verdict]


def runs(check: QuoteCheck) -> list[tuple[str, str]]:
    """Return the word diff as runs of ``equal``, ``del`` (only the source) and ``ins`` (only the draft).

    An empty list where all words agree or none do: then there is nothing to compare.
    """
    ops = {d.op for d in check.diff}
    if "equal" not in ops or ops == {"equal"}:
        return []
    return [(name, shortened(words)) for d in check.diff for name, words in _sides(d) if words.strip()]


def _sides(difference: Difference) -> list[tuple[str, str]]:
    if difference.op == "equal":
        return [("equal", difference.source)]
    return [("del", difference.source), ("ins", difference.query)]


def shortened(words: str) -> str:
    """Return a run of words, the middle of a long one as the number of words there."""
    split = words.split()
    if len(split) <= _LONGEST_RUN:
        return words
    gap = f"[… {len(split) - 2 * _ENDS} kata/words …]"
    return " ".join([*split[:_ENDS], gap, *split[-_ENDS:]])


def unchecked(draft: Draft) -> Pair | None:
    """Return how many words in quotation marks were not checked, and the first of them; None for none."""
    n = len(draft.unchecked)
    if not n:
        return None
    first = ", ".join(f"“{' '.join(draft.text[s:e].split())}”" for s, e in draft.unchecked[:_NAMED])
    more = ", …" if n > _NAMED else ""
    one = "expression" if n == 1 else "expressions"
    return (
        f"{dotted(n)} ungkapan bertanda petik tidak diperiksa, terlalu pendek atau judul: {first}{more}",
        f"{n:,} {one} in quotation marks not checked, too short or a title: {first}{more}",
    )


def source_note(check: QuoteCheck, n: int) -> Pair | None:
    """Return what is said of source ``n`` (from 0): which piece it is, or the earliest of several."""
    total = len(check.sources)
    if are_pieces(check.wording, check.diff, [s.diff for s in check.sources]):
        return f"bagian {n + 1} dari {total}", f"piece {n + 1} of {total}"
    if n == check.earliest and total > 1:
        return "kemunculan paling awal", "earliest occurrence"
    return None


def context(source: Source) -> str:
    """Return the words of a source within what stands around them in the article."""
    return f"{source.before}{source.text}{source.after}"


def place(source: Source) -> str:
    """Return the article's path and the characters of its stored text."""
    return f"{source.article}:{source.start}-{source.end}"


def storable(text: str) -> str:
    """Return the text with U+FFFD for what no file of text holds: unpaired surrogates and NUL."""
    return without_surrogates(text).replace("\x00", "\ufffd")
