"""Questions that a quotation presents as statements.

Punctuation does not count, but where nothing else of a sentence asks, its mark is all that tells a
question from a claim; so does a question word that was left outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from rag.align import Edit
from rag.quotation import Quotation
from rag.transcript import Transcript

_ASKING = frozenset(
    """apa apaan siapa kapan mana berapa mengapa kenapa bagaimana gimana masa ngapain dimana kemana
    who whom whose what when where why how which""".split()
)
# The mark of a sentence stands no farther behind its last word than this, in characters.
_MARK = 4


def states_a_question(quotation: Quotation, transcript: Transcript, edits: Iterable[Edit]) -> bool:
    """Say whether a sentence of the quotation states what the source only asks.

    It has an initial capital and a final full stop or exclamation mark, its words stand in a question,
    and none of them asks.
    """
    for edit in edits:
        if edit.op == "equal":
            for first, last in _statements(quotation, *edit.query):
                start, end = (i + edit.source[0] - edit.query[0] for i in (first, last))
                if _asks(transcript, end - 1) and not any(
                    _is_asking(transcript.norms[i])
                    for i in range(start, end)
                    if transcript.together(i, end - 1)
                ):
                    return True
    return False


def _statements(quotation: Quotation, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the words of each sentence that is presented as a statement within words ``[first, last)``."""
    begins = [i for i in quotation.sentences if first <= i < last]
    for start, end in pairwise([*begins, last]):
        behind = quotation.text[quotation.tokens[end - 1].end :][:_MARK].lstrip("\"”’»')] ")
        states = behind[:1] in (".", "!") and behind[:2] != ".."
        if states and quotation.text[quotation.tokens[start].start].isupper():
            yield start, end


def _asks(transcript: Transcript, i: int) -> bool:
    """Say whether the sentence of the source's word ``i`` ends with a question mark."""
    while not transcript.ends(i):
        i += 1
    end = transcript.end_of[i]
    stop = transcript.start_of[i + 1] if i + 1 < len(transcript.norms) else end + _MARK
    return "?" in transcript.article.text[end:stop][:_MARK]


def _is_asking(norm: str) -> bool:
    return norm in _ASKING or norm.endswith("kah")
