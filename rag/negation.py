"""Negations: which words deny, and where a quotation leaves or parts one from what it denies."""

from __future__ import annotations

from collections.abc import Iterable

from rag.align import Edit
from rag.quotation import Quotation
from rag.transcript import Transcript

_NEGATIONS = frozenset(
    """tidak tak tidaklah tidakkah bukan bukanlah bukannya belum belumlah tanpa jangan janganlah jangankan
    takkan tiada enggak nggak ngga engga gak ga ndak kagak kaga nda ora mboten not no never without none nor
    cannot""".split()
)
_ENGLISH_NT = frozenset(
    """dont doesnt didnt isnt arent wasnt werent wont wouldnt cant couldnt shouldnt havent hasnt hadnt
    mustnt neednt aint""".split()
)
# What stands before a claim that it denies.
_DENIALS = frozenset(
    """membantah menyangkal menampik menepis menolak mustahil ragu meragukan mengingkari nobody nothing
    neither nowhere denies denied deny""".split()
)
# A negation this near before or behind a cut, with no break between, belongs to what was cut.
_NEAR = 5
_BREAKS = frozenset(
    """tetapi tapi namun dan atau karena sebab sehingga maka kecuali agar supaya jika kalau apabila ketika
    saat sedangkan sementara melainkan serta lalu kemudian but and or because if when while""".split()
)


def is_negation(norm: str) -> bool:
    """Say whether a compared word negates."""
    return norm in _NEGATIONS or norm in _ENGLISH_NT


def denies(norm: str) -> bool:
    """Say whether a compared word is a verb that denies what it introduces."""
    return norm in _DENIALS


def parts_negation(quotation: Quotation, transcript: Transcript, edits: Iterable[Edit]) -> bool:
    """Say whether a full stop of the quotation's own parts a negation from what it denies: "Belum. Ada"."""
    text = transcript.article.text
    for edit in edits:
        for i in quotation.sentences:
            j = edit.source[0] + i - edit.query[0]
            if edit.op == "equal" and edit.query[0] < i < edit.query[1] and transcript.together(j - 1, j):
                between = text[transcript.tokens[j - 1].end : transcript.tokens[j].start]
                if (
                    is_negation(transcript.tokens[j - 1].norm)
                    and not between.strip()
                    and _stops(quotation, i)
                ):
                    return True
    return False


def _stops(quotation: Quotation, i: int) -> bool:
    return quotation.text[quotation.tokens[i - 1].end :].lstrip()[:1] == "."


def cut_negation(transcript: Transcript, first: int, last: int) -> tuple[bool, bool]:
    """Say whether a negation of the same clause was left just before, and just behind."""
    return (
        _reaches(transcript, range(first - 1, first - 1 - _NEAR, -1), first),
        _reaches(transcript, range(last, last + _NEAR), last - 1),
    )


def _reaches(transcript: Transcript, outside: Iterable[int], edge: int) -> bool:
    """Walk from the edge outwards to a negation; a sentence's end, a mark or a conjunction stops."""
    text, inner = transcript.article.text, edge
    for i in outside:
        if not (0 <= i < len(transcript.tokens) and transcript.together(i, edge)):
            return False
        a, b = sorted((inner, i))
        between = text[transcript.tokens[a].end : transcript.tokens[b].start]
        if any(c in between for c in ",;:—–()") or transcript.tokens[i].norm in _BREAKS:
            return False
        if is_negation(transcript.tokens[i].norm) or denies(transcript.tokens[i].norm):
            return True
        inner = i
    return False
