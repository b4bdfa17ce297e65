"""Changes that make a quotation altered: words replaced, added, dropped, moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.changes.drafts import (
    KINDS,
    Changes,
    Draft,
    Words,
    altered,
    hidden,
    ordinary,
    put,
    quiet,
    slip_in,
    without,
)
from tests.changes.words import (
    ADDED,
    LOOKALIKES,
    MODALS,
    NAMES,
    NEGATIONS,
    OTHERS,
    SMOOTHED,
    Word,
    digits,
    join,
    number_words,
    sentence_ends,
    sentences,
    spelt_number,
    without_end,
)

ALTERED = Changes()


def replaced(words: Words, rng: Random, claim: str = "right") -> Draft | None:
    places = ordinary(words)
    if len(words) < 7 or not places:
        return None
    known = {w.key for w in words}
    choice = rng.choice([o for o in OTHERS if o not in known])
    return altered(put(words, rng.choice(places), choice), claim=claim)


@ALTERED.named("one word replaced")
def one_replaced(words: Words, rng: Random, whole: bool) -> Draft | None:
    return replaced(words, rng)


@ALTERED.named("one word replaced, another speaker claimed")
def replaced_other(words: Words, rng: Random, whole: bool) -> Draft | None:
    draft = replaced(words, rng, "other")
    return draft and replace(draft, must=draft.must | {"penutur_beda"})


@ALTERED.named("one word replaced by one that looks like it")
def lookalike(words: Words, rng: Random, whole: bool) -> Draft | None:
    places = [i for i, w in enumerate(words) if w.key in LOOKALIKES and w.is_plain]
    if len(words) < 7 or not places:
        return None
    i = rng.choice(places)
    return altered(put(words, i, LOOKALIKES[words[i].key]))


@ALTERED.named("one word added")
def added(words: Words, rng: Random, whole: bool) -> Draft | None:
    places = quiet(words)
    return altered(slip_in(words, rng.choice(places), rng.choice(ADDED))) if places else None


@ALTERED.named("one word added at an edge")
def added_at_edge(words: Words, rng: Random, whole: bool) -> Draft | None:
    if len(words) < 7:
        return None
    return altered(slip_in(words, rng.choice((0, len(words))), rng.choice(ADDED[:4])))


def is_joint(words: Words, i: int, count: int) -> bool:
    """Say whether a sentence ends between two words of a run, or right before it."""
    return any(i <= end < i + count + 1 for end in sentence_ends(words)[:-1])


def cut(
    words: Words, rng: Random, count: int, edge: int, crossing: bool | None
) -> tuple[list[Word], Words] | None:
    """Drop a run of ``count`` ordinary or marked words; return the rest and the run.

    ``crossing``: the run holds a sentence end inside (True), touches none (False), or either (None).
    """
    places = []
    for i in range(edge, len(words) - count - edge + 1):
        run = words[i : i + count]
        inside = any(i < end < i + count for end in sentence_ends(words)[:-1])
        if not all(w.core.isalpha() and not (w.is_numeric and count < 5) for w in run):
            continue
        if any(w.key in ("pun", "mana") for w in run):  # one word or two: the count would be open
            continue
        if sum(w.is_numeric for w in run) > 1 or words[i - 1].is_numeric or words[i + count].is_numeric:
            continue
        if crossing is None or (inside if crossing else not is_joint(words, i, count)):
            places.append(i)
    if not places:
        return None
    i = rng.choice(places)
    return without(words, i, count), words[i : i + count]


def dropped(
    words: Words, rng: Random, count: int, edge: int, verdict: str, crossing: bool | None
) -> Draft | None:
    found = cut(words, rng, count, edge, crossing)
    if found is None:
        return None
    rest, run = found
    must, absent = hidden(run, KINDS if verdict == "altered" else frozenset({"negasi", "angka"}))
    return Draft(join(rest), frozenset({verdict}), must, absent, keys=tuple(w.key for w in rest))


@ALTERED.named("one word dropped")
def drop_one(words: Words, rng: Random, whole: bool) -> Draft | None:
    return dropped(words, rng, 1, 3, "altered", None)


@ALTERED.named("two words dropped")
def drop_two(words: Words, rng: Random, whole: bool) -> Draft | None:
    return dropped(words, rng, 2, 4, "altered", None)


@ALTERED.named("three words dropped within a sentence")
def drop_three(words: Words, rng: Random, whole: bool) -> Draft | None:
    return dropped(words, rng, 3, 4, "altered", False)


@ALTERED.named("three words dropped across a sentence end")
def drop_three_across(words: Words, rng: Random, whole: bool) -> Draft | None:
    return dropped(words, rng, 3, 4, "spliced", True)


@ALTERED.named("four words dropped")
def drop_four(words: Words, rng: Random, whole: bool) -> Draft | None:
    return dropped(words, rng, 4, 4, "spliced", None)


@ALTERED.named("six words dropped")
def drop_six(words: Words, rng: Random, whole: bool) -> Draft | None:
    return dropped(words, rng, 6, 4, "spliced", None)


@ALTERED.named("number changed")
def number_changed(words: Words, rng: Random, whole: bool) -> Draft | None:
    places = []
    for i, w in enumerate(words):
        alone = not (i and words[i - 1].is_numeric) and not (i + 1 < len(words) and words[i + 1].is_numeric)
        if digits(w.core.rstrip("%")) is not None or (
            alone and (spelt_number([w.core]) or (0,))[0] in range(2, 12)
        ):
            places.append(i)
    if len(words) < 6 or not places:
        return None
    i = rng.choice(places)
    old = words[i].core
    if old[0].isdigit():
        first = rng.choice([d for d in "123456789" if d != old[0]])
        return altered(put(words, i, first + old[1:]), "angka")
    known = spelt_number([old])
    return altered(
        put(words, i, number_words(rng.choice([n for n in range(2, 12) if (n, 1) != known]))), "angka"
    )


@ALTERED.named("negation inserted")
def negation_inserted(words: Words, rng: Random, whole: bool) -> Draft | None:
    places = quiet(words)
    return (
        altered(slip_in(words, rng.choice(places), rng.choice(("tidak", "bukan", "belum"))), "negasi")
        if places
        else None
    )


@ALTERED.named("negation removed")
def negation_removed(words: Words, rng: Random, whole: bool) -> Draft | None:
    places = [i for i in range(1, len(words) - 1) if words[i].key in NEGATIONS]
    return altered(without(words, rng.choice(places)), "negasi") if places and len(words) > 6 else None


@ALTERED.named("negation changed")
def negation_changed(words: Words, rng: Random, whole: bool) -> Draft | None:
    other = {
        "tidak": "belum",
        "belum": "tidak",
        "bukan": "belum",
        "jangan": "tidak",
        "enggak": "belum",
        "tak": "belum",
    }
    places = [i for i, w in enumerate(words) if w.key in other]
    if not places or len(words) < 6:
        return None
    i = rng.choice(places)
    return altered(put(words, i, other[words[i].key]), "negasi")


@ALTERED.named("modal changed")
def modal_changed(words: Words, rng: Random, whole: bool) -> Draft | None:
    places = [i for i, w in enumerate(words) if w.key in MODALS]
    if not places or len(words) < 6:
        return None
    i = rng.choice(places)
    return altered(put(words, i, rng.choice([m for m in MODALS if m != words[i].key])), "modalitas")


@ALTERED.named("name changed")
def name_changed(words: Words, rng: Random, whole: bool) -> Draft | None:
    places = [i for i, w in enumerate(words) if w.core in NAMES]
    if not places or len(words) < 6:
        return None
    i = rng.choice(places)
    return altered(put(words, i, NAMES[words[i].core]), "nama")


@ALTERED.named("spoken language smoothed")
def smoothed(words: Words, rng: Random, whole: bool) -> Draft | None:
    places = [i for i, w in enumerate(words) if w.key in SMOOTHED]
    if not places or len(words) < 6:
        return None
    i = rng.choice(places)
    return altered(put(words, i, SMOOTHED[words[i].key]), but=("negasi",))


@ALTERED.named("mistyped word")
def mistyped(words: Words, rng: Random, whole: bool) -> Draft | None:
    places = [i for i, w in enumerate(words) if w.is_ordinary and len(w.core) >= 7]
    if not places or len(words) < 6:
        return None
    i = rng.choice(places)
    core = words[i].core
    at = rng.randrange(2, len(core) - 2)
    if core[at] == core[at + 1]:
        return None
    slip = rng.choice(
        (core[:at] + core[at + 1] + core[at] + core[at + 2 :], core[:at] + core[at : at + 1] + core[at:])
    )
    return altered(put(words, i, slip), "variasi_ejaan")


@ALTERED.named("neighbouring words swapped")
def swapped(words: Words, rng: Random, whole: bool) -> Draft | None:
    return _swap(words, rng, lambda distance: distance == 1)


@ALTERED.named("distant words swapped")
def swapped_far(words: Words, rng: Random, whole: bool) -> Draft | None:
    return _swap(words, rng, lambda distance: distance >= 3)


def _swap(words: Words, rng: Random, fits: Callable[[int], bool]) -> Draft | None:
    ends = sentence_ends(words)
    places = [
        (i, j)
        for i in ordinary(words, 1)
        for j in ordinary(words, 1)
        if i < j and fits(j - i) and words[i].key != words[j].key and not any(i < end <= j for end in ends)
    ]
    if not places or len(words) < 7:
        return None
    i, j = rng.choice(places)
    both = put(put(words, i, words[j].core), j, words[i].core)
    return Draft(join(both), frozenset({"altered"}), frozenset(), frozenset({"angka", "nama"}))


@ALTERED.named("short quotation with one word replaced")
def short_replaced(words: Words, rng: Random, whole: bool) -> Draft | None:
    some = [s for s in sentences(words) if len(s) >= 5]
    if not some:
        return None
    piece = list(rng.choice(some))[: rng.choice((3, 4, 5))]
    places = ordinary(piece)
    if not places:
        return None
    changed = without_end(put(piece, rng.choice(places), rng.choice(OTHERS)))
    if any(not w.core.isalnum() for w in piece):  # with a hyphen the number of words would be open
        return None
    verdicts = {"not_found"} if len(piece) == 3 else {"altered", "not_found", "paraphrase"}
    return Draft(join(changed), frozenset(verdicts), claim="nobody")
