"""Which of several that stand in an order is asked for, and which a sentence tells of. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.question import Question
from rag.terms import EMPTY
from rag.words import fold, stem

# Ordinals as they stand behind an Indonesian noun and before an English one.
_BEHIND_NOUN = ["pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan"]
_BEFORE_NOUN = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]
ASKS_ORDER = re.compile(
    r"\b(?:ke-?\s?(?:berapa|brp)|urutan|peringkat|ranking|rank|nom[oe]r(?! (?:satu|1)\b))\b", re.I
)
# What comes after the first where the first is asked for, and what is first of the rest.
_ASKS_FIRST = re.compile(
    r"\b(?:paling|ter(?:banyak|besar|kecil|tinggi|rendah|luas|panjang|pendek|parah|buruk|baik|atas|cepat|lama|mahal|"
    r"murah|dalam|berat|kaya|tua|muda|sering|laris|padat)|most|largest|biggest|highest|lowest|smallest|longest|"
    r"worst|best|oldest|youngest|fastest|greatest)\b",
    re.I,
)
_ASKS_THE_FIRST = re.compile(
    r"\b(?:(?:urutan|peringkat|posisi|tempat|juara|nomor) (?:pertama|satu(?:nya)?|1)|rank(?:s|ed)? first|"
    r"number one)\b",
    re.I,
)
_BEHIND_THE_FIRST = re.compile(r"\b(?:disusul|diikuti|menyusul|followed by)\b[^.;]{0,80}$", re.I)
_NEXT = rf"(?:{'|'.join(_BEHIND_NOUN[1:5] + _BEFORE_NOUN[1:5])})"
_OF_THE_REST = re.compile(rf"\bter\w{{4,}}\W{{1,3}}(?:ke-?[2-9]|{_NEXT})\b|\b{_NEXT}[ -]\w+est\b", re.I)


@lru_cache(maxsize=256)  # asked again for each span of each sentence
def _asks_first(asked: str) -> bool:
    most = _ASKS_FIRST.search(asked) and not ASKS_ORDER.search(asked) and not _OF_THE_REST.search(asked)
    return bool(most or _ASKS_THE_FIRST.search(asked))


def tells_the_rest(question: Question, text: str) -> bool:
    """Say whether a sentence tells of the second or a later one, where the first is asked for."""
    return _asks_first(question.text) and _OF_THE_REST.search(text) is not None


def comes_after(question: Question, text: str, before: str) -> bool:
    """Say whether what stands behind ``before`` is not the first, where that is asked for."""
    behind = _asks_first(question.text) and _BEHIND_THE_FIRST.search(before) is not None
    return behind or tells_the_rest(question, text)


# "Tahap kedua", "the second phase": what one of several is called by.
_NUMBER = {word: n for words in (_BEHIND_NOUN, _BEFORE_NOUN) for n, word in enumerate(words, start=1)}
_NOUN_FIRST = re.compile(rf"\b([a-z]{{3,}}) ({'|'.join(_BEHIND_NOUN)}|ke-[1-8])(?![\w-])", re.I)
_NOUN_LAST = re.compile(rf"\b({'|'.join(_BEFORE_NOUN)})[ -]([a-z]{{3,}})\b", re.I)
_NO_KIND = EMPTY | frozenset("kali untuk time".split())


def _in_order(text: str) -> dict[str, set[int]]:
    """Return the numbers by which a text tells things of one kind apart, by the kind's stem."""
    told: dict[str, set[int]] = {}
    pairs = [(m[1], m[2]) for m in _NOUN_FIRST.finditer(text)]
    pairs += [(m[2], m[1]) for m in _NOUN_LAST.finditer(text)]
    for noun, ordinal in pairs:
        if noun.lower() not in _NO_KIND:
            number = _NUMBER.get(ordinal.lower()) or int(ordinal[-1])
            told.setdefault(stem(fold(noun)), set()).add(number)
    return told


def is_another_in_order(asked: str, told: str) -> bool:
    """Say whether a text tells of another one of those that are told apart by number: of the first phase
    where the second is asked for."""
    numbers = _in_order(asked)
    here = _in_order(told) if numbers else numbers
    return any(kind in here and numbers[kind].isdisjoint(here[kind]) for kind in numbers)
