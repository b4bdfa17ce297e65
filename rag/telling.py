"""Whether a sentence that holds a question's words also tells what is asked. Pure.

A near-miss has the words and no answer: the asked thing is mentioned without its name ("seorang siswi"), or
what is asked about is denied.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rag.short_answer import Sentence
from rag.spans import TypedSpan
from rag.terms import NEGATIONS
from rag.words import stem

# Words that lead in what is not named.
_INDEFINITE = frozenset(
    """seorang sebuah salah satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sejumlah beberapa
    banyak setiap tiap semua seluruh sebagian ada""".split()
)
_DENIES = NEGATIONS | frozenset("tak batal urung gagal membantah menampik enggan menolak dilarang".split())
# Words from a negation to what it denies.
_DENIED = 3
# What is behind one of these is no longer denied: "pos tidak terduga bagi pembelian pompa".
_ENDS_DENIAL = frozenset(
    """bagi untuk buat dari di ke pada kepada dengan oleh dalam karena sehingga agar saat ketika namun tetapi
    tapi for from in on at to by with because but when""".split()
)
# Characters from a mention to the name that it leads in.
_NAMED = 60


def unnamed(
    stems_asked: set[str], sentence: Sentence, short: TypedSpan | None, asked: frozenset[str] = frozenset()
) -> bool:
    """Say whether the asked thing is only mentioned: "seorang siswi", "dua pabrik", and no name follows.

    ``asked`` are the question's words: who asks for the scorer of "dua gol" asks for no name of theirs.
    """
    indefinite = _INDEFINITE - asked
    mentions = [
        following.end
        for i, (word, following) in enumerate(pairwise(sentence.words))
        if word.norm in indefinite and sentence.stems[i + 1] in stems_asked
    ]
    return bool(mentions) and (short is None or not any(0 < short.start - m < _NAMED for m in mentions))


def denied(stems_asked: set[str], sentence: Sentence) -> bool:
    """Say whether a word of the question stands right behind a negation."""
    return any(
        word.norm in _DENIES
        and stem(word.norm) not in stems_asked
        and not stems_asked.isdisjoint(_behind(sentence, i + 1))
        for i, word in enumerate(sentence.words)
    )


def _behind(sentence: Sentence, start: int) -> Iterator[str]:
    """Yield the stems that a negation before ``start`` denies."""
    for word, stem_ in zip(sentence.words[start:], sentence.stems[start : start + _DENIED], strict=False):
        if word.norm in _ENDS_DENIAL:
            return
        yield stem_
