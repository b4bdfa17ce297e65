"""From an alignment to a wording and its flags: the table of verdicts, decided by edits alone.

No similarity decides between ``verbatim`` and ``altered``; a score only says whether anything was
found at all (``check``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from rag.align import Alignment, Edit
from rag.morphology import root
from rag.negation import cut_negation, is_negation, parts_negation
from rag.numerals import is_number
from rag.questioning import states_a_question
from rag.quotation import Quotation
from rag.speech.cues import AFTER
from rag.terms import EMPTY
from rag.transcript import Transcript

VERBATIM, ALTERED, SPLICED = "verbatim", "altered", "spliced"
MISATTRIBUTED, PARAPHRASE, NOT_FOUND = "misattributed", "paraphrase", "not_found"

# Fewer words than this are only ever found exactly, and flagged.
SHORT = 4
# An unmarked gap of at most this many words is an alteration, a longer one a splice.
SMALL_GAP = 3
_MODALS = frozenset(
    """akan bakal harus wajib bisa dapat mungkin boleh perlu pasti mesti seharusnya semestinya sebaiknya
    hendaknya mampu sanggup ingin mau hendak kemungkinan barangkali niscaya tentu
    diduga dugaan dikabarkan kabarnya konon ditengarai disinyalir dicurigai diperkirakan diklaim
    agaknya tampaknya sepertinya kayaknya berpotensi berisiko
    allegedly alleged reportedly apparently possibly perhaps probably likely suspected
    will would shall should may might can could must ought""".split()
)
_FRACTIONS = frozenset("separuh separo sepertiga seperlima seperenam sepersepuluh half quarter".split())
CUT_NEGATION = "konteks_negasi_terpotong"
_HYPHENED_BEFORE, _HYPHENED = re.compile(r"\w-$"), re.compile(r"-([^\W\d_]+)")
_TYPO = 0.75
# A capital makes no name of these, wherever it comes from.
_NO_NAMES = EMPTY | {"rp", "rupiah"}
# Fewer words than this at the edge, in another utterance than the rest, stand there by chance.
_SHORTEST_PIECE = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """What the edits say: ``verbatim``, ``altered`` or ``spliced``, with flags and the edits that count.

    ``first`` and ``last`` are the half-open range of the transcript's words.
    """

    wording: str
    flags: frozenset[str]
    edits: tuple[Edit, ...]
    first: int
    last: int


def wording(quotation: Quotation, transcript: Transcript, alignment: Alignment) -> Wording:
    """Return what an alignment of the quotation with the transcript amounts to."""
    edits = _trimmed(_without_insertions(alignment.edits, transcript), quotation, transcript)
    spoken = [i for e in edits if e.op == "equal" for i in range(*e.source)]
    text = transcript.article.text
    bracketed = any(text[transcript.inserted[i]] == "[" for i in spoken if i in transcript.inserted)
    changed = [e for e in edits if e.op in ("replace", "insert")]
    gaps = [e for e in edits if e.op == "delete"]
    small = [e for e in gaps if not _marked(e, quotation) and not _is_splice(e, transcript)]
    flags = set()
    if quotation.inserted:
        flags.add("sisipan")
    if changed or small or bracketed:
        kind = ALTERED
        flags |= _flags(quotation, transcript, [*changed, *small])
    elif gaps or _several(spoken, transcript):
        kind = SPLICED
    else:
        kind = VERBATIM
    flags |= _hidden(transcript, gaps)
    held = [e.source for e in edits if e.source[0] < e.source[1]]
    first, last = held[0][0], held[-1][1]
    if kind == VERBATIM:
        if not (transcript.begins(first) and transcript.ends(last - 1)):
            flags.add("potongan")
        if parts_negation(quotation, transcript, edits):
            kind = ALTERED
            flags.add("negasi")
        elif states_a_question(quotation, transcript, edits):
            kind = ALTERED
    whole = _whole_words(transcript, first, last)
    if whole != (first, last):
        size = len(quotation.tokens)
        left_out = ("delete", (0, 0), (whole[0], first)), ("delete", (size, size), (last, whole[1]))
        head, tail = (Edit(*each) for each in left_out)
        edits = (*([head] if whole[0] < first else []), *edits, *([tail] if last < whole[1] else []))
        kind, (first, last) = ALTERED, whole
    cut = cut_negation(transcript, first, last)
    if any(cut):
        flags.add("negasi" if kind == ALTERED else CUT_NEGATION)
        if kind == VERBATIM and any(c and whole for c, whole in zip(cut, quotation.whole, strict=True)):
            kind = ALTERED
    return Wording(kind, frozenset(flags), edits, first, last)


def _without_insertions(edits: Sequence[Edit], transcript: Transcript) -> tuple[Edit, ...]:
    """Return the edits without gaps that only leave out an editor's insertions, or who speaks in between."""
    return tuple(
        e for e in edits if e.op != "delete" or not _only_insertions(range(*e.source), transcript.inserted)
    )


def _trimmed(edits: Sequence[Edit], quotation: Quotation, transcript: Transcript) -> tuple[Edit, ...]:
    """Return the edits, what fell by chance on words outside of the utterance as words added.

    An added word at an edge is aligned with whatever stands next to the utterance, or with its like in
    another one.
    """
    forwards = _edge_cleared(list(edits), 0, quotation, transcript)
    return tuple(_edge_cleared(forwards, -1, quotation, transcript))


def _edge_cleared(edits: list[Edit], edge: int, quotation: Quotation, transcript: Transcript) -> list[Edit]:
    step = 1 if edge == 0 else -1
    while beyond := _beyond_gap(edits, edge):
        gap, cluster = edits[edge + step * beyond], edits[:beyond] if edge == 0 else edits[-beyond:]
        near, far = gap.source[0] - 1, gap.source[1]
        size = sum(e.query[1] - e.query[0] for e in cluster if e.op == "equal")
        same = transcript.utterance[near] == transcript.utterance[far]
        by_chance = size < _SHORTEST_PIECE
        if same:  # the first or last word of the very sentence is no chance: "Jadi, … subsidi masih besar"
            outermost = transcript.begins(near) if edge == 0 else transcript.ends(far)
            by_chance = size <= 1 and far - near > SMALL_GAP + 1
            by_chance = by_chance and not (outermost and transcript.together(near, far))
        said = len(cluster) == 1 and (
            _is_sentence(cluster[0], quotation, transcript) or _is_interrupted(cluster[0], gap, transcript)
        )
        if not by_chance or said or _marked(gap, quotation):
            break
        rest = edits[beyond + 1 :] if edge == 0 else edits[: -beyond - 1]
        edits = _joined_inserts(rest, (cluster[0].query[0], cluster[-1].query[1]), edge)
    if len(edits) > 1 and edits[edge].op == "replace":
        outer, next_ = edits[edge], edits[edge + step]
        beside = outer.source[1] - 1, next_.source[0]
        if edge:
            beside = outer.source[0], next_.source[1] - 1
        if not transcript.together(*beside):
            edits = _joined_inserts(edits[1:] if edge == 0 else edits[:-1], outer.query, edge)
    return edits


def _beyond_gap(edits: Sequence[Edit], edge: int) -> int:
    """Return how many edits stand between an edge and the gap next to it; 0 without one that near."""
    step = 1 if edge == 0 else -1
    return next((n for n in (1, 2) if len(edits) > n + 1 and edits[edge + step * n].op == "delete"), 0)


def _is_sentence(piece: Edit, quotation: Quotation, transcript: Transcript) -> bool:
    """Say whether a piece of two words or more is a sentence of its own on both sides."""
    edges = {*quotation.sentences, len(quotation.tokens)}
    first, last = piece.source[0], piece.source[1] - 1
    whole = edges.issuperset(piece.query) and transcript.begins(first) and transcript.ends(last)
    return whole and last > first


def _is_interrupted(piece: Edit, gap: Edit, transcript: Transcript) -> bool:
    """Say whether a piece is all that was said on its side of nothing but who says it: "Tidak," kata A."""
    first, last = piece.source[0], piece.source[1] - 1
    said = transcript.utterance
    whole = said[first] >= 0 and transcript.begins(first) and transcript.ends(last)
    return whole and all(said[i] < 0 for i in range(*gap.source))


def _joined_inserts(rest: list[Edit], query: tuple[int, int], edge: int) -> list[Edit]:
    """Return the edits with words added at one edge, as one run with those beside them."""
    at = rest[0].source[0] if edge == 0 else rest[-1].source[1]
    if rest[edge].op == "insert":
        start, end = sorted((*rest[edge].query, *query))[::3]
        query = (start, end)
        rest = rest[1:] if edge == 0 else rest[:-1]
    added = Edit("insert", query, (at, at))
    return [added, *rest] if edge == 0 else [*rest, added]


def _only_insertions(left_out: range, inserted: dict[int, int]) -> bool:
    """Say whether words left out are an editor's insertions, each as a whole."""
    places = {inserted.get(i) for i in left_out}
    return None not in places and all(i in left_out for i, place in inserted.items() if place in places)


def _marked(gap: Edit, quotation: Quotation) -> bool:
    return gap.query[0] in quotation.ellipses


def _is_splice(gap: Edit, transcript: Transcript) -> bool:
    """Say whether an unmarked gap leaves out so much, or between so different things, as to splice."""
    before, behind = gap.source[0] - 1, gap.source[1]
    left_out = [i for i in range(*gap.source) if i not in transcript.inserted]
    said = transcript.utterance
    if said[before] != said[behind] or any(said[i] != said[before] for i in left_out):
        return True
    crosses = transcript.sentence_of[before] != transcript.sentence_of[behind]
    return len(left_out) > SMALL_GAP or (len(left_out) == SMALL_GAP and crosses)


def _several(spoken: Sequence[int], transcript: Transcript) -> bool:
    """Say whether contiguous words are of several utterances or none; an attribution may stand behind."""
    inside = set(spoken[1:-1])
    passed = {i for aside in transcript.asides if inside.issuperset(aside) for i in aside}
    spoken = [i for i in spoken if i not in passed]
    held = [transcript.utterance[i] for i in spoken]
    changes = [n for n, (a, b) in enumerate(pairwise(held), 1) if a != b]
    if len(changes) == 1 and held[-1] < 0:
        norm = transcript.norms[spoken[changes[0]]]
        return norm not in AFTER and norm.removesuffix("nya") not in AFTER
    return bool(changes)


def _whole_words(transcript: Transcript, first: int, last: int) -> tuple[int, int]:
    """Return the range with the rest of hyphenated words that it cuts: "orang" is not "orang-orang"."""
    text = transcript.article.text
    start, end = transcript.start_of[first], transcript.end_of[last - 1]
    if first > 0 and _HYPHENED_BEFORE.search(text[max(0, start - 2) : start]):
        first -= 1
    behind = _HYPHENED.match(text[end : end + 5])
    if last < len(transcript.norms) and behind and behind.group(1) not in ("nya", "an"):
        last += 1
    return first, last


def _flags(quotation: Quotation, transcript: Transcript, edits: Iterable[Edit]) -> set[str]:
    """Return what kinds of words were changed, added or left out."""
    flags = set()
    for edit in edits:
        asked = [quotation.tokens[i] for i in range(*edit.query)]
        may_go = transcript.inserted if edit.op == "delete" else ()
        source = [i for i in range(*edit.source) if i not in may_go]
        there = [token for i in source for token in transcript.tokens(i, i + 1)]
        words = [token.norm for token in (*asked, *there)]
        if any(is_negation(w) for w in words):
            flags.add("negasi")
        if any(token.is_number or token.norm in _FRACTIONS for token in (*asked, *there)):
            flags.add("angka")
        if any(w in _MODALS for w in words):
            flags.add("modalitas")
        if any(_named_in_query(quotation, i) for i in range(*edit.query)) or any(
            _named_in_source(transcript, i) for i in source
        ):
            flags.add("nama")
        if edit.op == "replace" and any(_mistyped(a.norm, b.norm) for a, b in zip(asked, there, strict=True)):
            flags.add("variasi_ejaan")
    return flags


def _hidden(transcript: Transcript, gaps: Iterable[Edit]) -> set[str]:
    """Return what an ellipsis or a gap hides."""
    flags = set()
    for gap in gaps:
        there = [transcript.norms[i] for i in range(*gap.source) if transcript.utterance[i] >= 0]
        if any(map(is_negation, there)):
            flags.add("negasi")
        if any(map(is_number, there)):
            flags.add("angka")
    return flags


def names_in_query(quotation: Quotation, edits: Iterable[Edit]) -> set[str]:
    """Return the words, as they are compared, that are changed or added and written as names."""
    changed = (i for e in edits if e.op != "equal" for i in range(*e.query))
    return {quotation.tokens[i].norm for i in changed if _named_in_query(quotation, i)}


def names_in_source(transcript: Transcript, edits: Iterable[Edit]) -> set[str]:
    """Return the words of the source that are changed or left out and written as names."""
    changed = (i for e in edits if e.op != "equal" for i in range(*e.source))
    return {transcript.norms[i] for i in changed if _named_in_source(transcript, i)}


def _named_in_source(transcript: Transcript, i: int) -> bool:
    """Say whether a word of the source is written as a name, not only at the head of a sentence."""
    norm = transcript.norms[i]
    if is_number(norm) or norm in _NO_NAMES or not transcript.article.text[transcript.start_of[i]].isupper():
        return False
    return not transcript.begins(i) or norm in _names(transcript)


def _names(transcript: Transcript) -> set[str]:
    text = transcript.article.text
    return {
        norm
        for i, (norm, start) in enumerate(zip(transcript.norms, transcript.start_of, strict=True))
        if text[start].isupper() and not transcript.begins(i)
    }


def _named_in_query(quotation: Quotation, i: int) -> bool:
    token = quotation.tokens[i]
    if token.is_number or token.norm in _NO_NAMES or quotation.shouted or i in quotation.sentences:
        return False
    return quotation.text[token.start].isupper()


def _mistyped(asked: str, there: str) -> bool:
    """Say whether a word is the other with a slip of the keys: near in letters, and no word itself."""
    if asked[0] == "#" or there[0] == "#" or min(len(asked), len(there)) < 4:
        return False
    near = DamerauLevenshtein.normalized_similarity(asked, there) >= _TYPO
    return near and root(asked) is None
