"""Negations: which words deny, and where a quotation leaves or parts one from what it denies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rag.align import Edit
from rag.quotation import Quotation
from rag.transcript import Transcript
from rag.wording import Token

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

# What parts words: not an ellipsis, which may be a pause, unless a sentence begins behind it.
_MARK = re.compile(r"[.!?…,;:—]|\s[-–]+\s|--")
_BRACKET = re.compile(r"\[[^\[\]]*\]")
_PAUSE = re.compile(rf"{_BRACKET.pattern}|\.{{2,}}|…")
# A share of the gaps between words.
_LITTERED = 0.2
# A text and some of its words.
_Side = tuple[str, Sequence[Token]]
# An answer is whole with one of these: a second negation behind it does not turn it round, as behind
# "bukan", which would deny that one.
_ANSWERS = frozenset("tidak tak enggak nggak ngga engga gak ga ndak kagak kaga nda belum no".split())
_CALLED = frozenset("pak bapak bu ibu mas mbak bang kak sir madam".split())
_PRONOUNS = frozenset(
    "saya aku kami kita dia ia mereka beliau anda kamu i he she it we they you".split(),
)
_OR = frozenset("atau or".split())
_BESIDES = frozenset("tanpa without".split())
_JOINING = frozenset("dan atau tetapi tapi namun melainkan serta and but or".split())
# Said in passing between two commas: "it is not, however, a tax".
_ASIDES = frozenset(
    """misalnya tentu tentunya saja sekali lagi memang sebenarnya however therefore indeed perhaps of course
    for example""".split()
)
_MOST_ASIDE = 2

# Between a negation and what it denies.
_ADVERBS = frozenset(
    """pernah akan bakal lagi juga pun sama sekali mau ingin hendak bisa dapat boleh perlu sempat berani
    sedikit besar ever be been is was were are have has had do does did will would can could really
    even""".split()
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
    """Say whether a mark parts a negation from what it denies on one side alone: "Belum. Ada", "Bukan, saya".

    Of all punctuation this alone counts: the words are the same, and what is denied is another.
    """
    for edit in edits:
        if edit.op != "equal":
            continue
        asked = quotation.text, quotation.tokens[slice(*edit.query)]
        there = transcript.article.text, transcript.tokens[slice(*edit.source)]
        for i, token in enumerate(asked[1][:-1]):
            behind_or = i > 0 and asked[1][i - 1].norm in _OR
            if not is_negation(token.norm) or behind_or or _denies_either_way(asked[1][i:]):
                continue
            j = edit.source[0] + i
            if transcript.utterance[j] != transcript.utterance[j + 1]:
                continue
            heads = edit.query[0] + i in quotation.sentences or transcript.begins(j)
            if token.norm == "no" and not heads:
                continue  # "Jalan Melati No. 5"
            sides = [_is_parted(text, found[i:], heads) for text, found in (asked, there)]
            ended = edit.query[0] + i + 1 in quotation.sentences
            if sides == [False, True] or (
                sides == [True, False] and (ended or not _is_littered(asked, there))
            ):
                return True
    return False


def _is_littered(asked: _Side, there: _Side) -> bool:
    """Say whether the quotation has so many marks of its own, one more aside, that they tell nothing."""
    gaps = range(len(asked[1]) - 1)
    own = sum(len(_marks(*asked, i)) > len(_marks(*there, i)) for i in gaps)
    return own - 1 >= _LITTERED * len(gaps)


def _denies_either_way(words: Sequence[Token]) -> bool:
    """Say whether a negation, the first word, denies the same, parted or not: "Tidak(,) kami tidak akan"."""
    first, *behind = (token.norm for token in words[:4])
    if behind[0] in _JOINING:
        return True
    if first not in _ANSWERS:
        return behind[0] == first == "bukan"
    if behind[0] in _PRONOUNS:
        behind = behind[2 if behind[1:] and behind[1] in _ADVERBS else 1 :]
    return any(is_negation(norm) and norm not in _BESIDES for norm in behind[:1])


def _is_parted(text: str, words: Sequence[Token], heads: bool) -> bool | None:
    """Say whether a mark stands behind the first word, which is a negation, or whom it is said to.

    None where a line ends instead, and the next begins like a sentence: the mark may be lost.
    """
    marks = _marks(text, words, 0)
    if not marks and "\n" in text[words[0].end : words[1].start] and text[words[1].start].isupper():
        return None
    if not marks and words[0].norm in _ANSWERS and words[1].norm in _CALLED:
        return len(words) == 2 or bool(_marks(text, words, 1))
    if marks != [","] or heads:
        return bool(marks)
    aside = next((n for n in range(1, min(_MOST_ASIDE, len(words) - 2) + 1) if _marks(text, words, n)), 0)
    return not (aside and all(token.norm in _ASIDES for token in words[1 : aside + 1]))


def _marks(text: str, words: Sequence[Token], i: int) -> list[str]:
    """Return the marks that part word ``i`` from the next."""
    between = text[words[i].end : words[i + 1].start]
    return _MARK.findall((_BRACKET if text[words[i + 1].start].isupper() else _PAUSE).sub("", between))


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
