"""Whether a sentence that holds a question's words also tells what is asked. Pure.

A near-miss has the words and no answer: the asked thing is mentioned without its name ("seorang siswi"), or
what is asked about is denied.
"""

from __future__ import annotations

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
# Characters from a mention to the name that it leads in.
_NAMED = 60


def unnamed(stems_asked: set[str], sentence: Sentence, short: TypedSpan | None) -> bool:
    """Say whether the asked thing is only mentioned: "seorang siswi", "dua pabrik", and no name follows."""
    mentions = [
        following.end
        for i, (word, following) in enumerate(pairwise(sentence.words))
        if word.norm in _INDEFINITE and sentence.stems[i + 1] in stems_asked
    ]
    return bool(mentions) and (short is None or not any(0 < short.start - m < _NAMED for m in mentions))


def denied(stems_asked: set[str], sentence: Sentence) -> bool:
    """Say whether a word of the question stands right behind a negation."""
    return any(
        word.norm in _DENIES
        and stem(word.norm) not in stems_asked
        and not stems_asked.isdisjoint(sentence.stems[i + 1 : i + 1 + _DENIED])
        for i, word in enumerate(sentence.words)
    )
