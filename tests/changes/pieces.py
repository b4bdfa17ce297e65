"""Changes that take pieces: spliced ones, and what is cut out of a sentence."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.changes.drafts import KINDS, Changes, Draft, Words, hidden, ordinary, without
from tests.changes.words import NEAR_NEGATIONS, NEGATIONS, Word, join, sentences, without_end

PIECES = Changes()


def splits_number(words: Words, i: int) -> bool:
    """Say whether a cut before ``i`` goes through a number: it would leave another number."""
    return words[i - 1].is_numeric and words[i].is_numeric


def _ellipsis(words: Words, rng: Random, claim: str = "right") -> Draft | None:
    count = rng.randint(1, 6)
    if len(words) < count + 8:
        return None
    i = rng.randrange(4, len(words) - count - 3)
    mark = rng.choice((" … ", "… ", "…", " ... ", "... ", " [...] ", " […] ", " (...) "))
    run = words[i : i + count]
    if splits_number(words, i) or splits_number(words, i + count):
        return None
    must, absent = hidden(run, frozenset({"negasi", "angka"}))
    query = join(without_end(words[:i])) + mark + join(words[i + count :])
    keys = tuple(w.key for w in without(words, i, count))
    return Draft(query, frozenset({"spliced"}), must, absent, claim, keys)


@PIECES.named("ellipsis inside")
def ellipsis(words: Words, rng: Random, whole: bool) -> Draft | None:
    return _ellipsis(words, rng)


@PIECES.named("ellipsis inside, another speaker claimed")
def ellipsis_other(words: Words, rng: Random, whole: bool) -> Draft | None:
    draft = _ellipsis(words, rng, "other")
    return draft and replace(draft, verdicts=frozenset({"misattributed"}))


@PIECES.named("sentences in another order")
def reordered(words: Words, rng: Random, whole: bool) -> Draft | None:
    some = sentences(words)
    places = [i for i in range(len(some) - 1) if len(some[i]) >= 4 and len(some[i + 1]) >= 4]
    if not places:
        return None
    i = rng.choice(places)
    pair = (some[i + 1], some[i])
    query = " ".join(join(without_end(s)) + (s[-1].after.strip(",") or ".") for s in pair)
    return Draft(query, frozenset({"spliced"}))


@PIECES.named("half a sentence")
def half(words: Words, rng: Random, whole: bool) -> Draft | None:
    some = [s for s in sentences(words) if len(s) >= 9]
    if not some:
        return None
    sentence = rng.choice(some)
    i = rng.randrange(4, len(sentence) - 4)
    if splits_number(sentence, i):
        return None
    first = rng.random() < 0.5
    piece = without_end(sentence[:i] if first else sentence[i:])
    if not first and not piece[0].is_plain:
        return None
    negated = any(w.key in NEAR_NEGATIONS for w in words)
    absent = KINDS | {"pendek", "narasi", "konteks_negasi_terpotong"}
    absent -= {"negasi", "konteks_negasi_terpotong"} if negated else set()
    return Draft(join(piece), frozenset({"verbatim"}), frozenset({"potongan"}), frozenset(absent))


def _after_negation(words: Words, rng: Random) -> list[Word] | None:
    found = [
        piece
        for s in sentences(words)
        for i, w in enumerate(s)
        if w.key in NEGATIONS and not w.after and len(piece := s[i + 1 :]) >= 4 and piece[0].is_plain
    ]
    return without_end(rng.choice(found)) if found else None


@PIECES.named("cut off a negation")
def negation_cut(words: Words, rng: Random, whole: bool) -> Draft | None:
    piece = _after_negation(words, rng)
    flags = frozenset({"potongan", "konteks_negasi_terpotong"})
    return Draft(join(piece), frozenset({"verbatim"}), flags) if piece else None


@PIECES.named("cut off a negation, presented as a sentence")
def negation_cut_whole(words: Words, rng: Random, whole: bool) -> Draft | None:
    piece = _after_negation(words, rng)
    if not piece:
        return None
    text = join(piece)
    query = rng.choice((text[0].upper() + text[1:], text.upper())) + rng.choice(".!?")
    return Draft(query, frozenset({"altered"}), frozenset({"konteks_negasi_terpotong"}), stands=True)


@PIECES.named("one word alone")
def alone(words: Words, rng: Random, whole: bool) -> Draft | None:
    places = ordinary(words)
    if not places:
        return None
    query = words[rng.choice(places)].core
    return Draft(query, frozenset({"not_found"}), frozenset({"pendek"}), stands=True)


@PIECES.named("two or three words")
def few(words: Words, rng: Random, whole: bool) -> Draft | None:
    count = rng.choice((2, 3))
    places = [
        i
        for i in range(len(words) - count)
        if all(w.is_plain and not w.is_numeric for w in words[i : i + count])
    ]
    if not places:
        return None
    i = rng.choice(places)
    piece = without_end(words[i : i + count])
    return Draft(join(piece), frozenset({"verbatim"}), frozenset({"pendek"}), claim="nobody")
