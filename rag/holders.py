"""Whether a name in a sentence is of the one who holds the office, or is the kin, that is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.candidate import Sentence
from rag.question import Question
from rag.spans import Kind, TypedSpan
from rag.speech import naming
from rag.speech.cues import AFTER
from rag.terms import Term, language_of_words
from rag.words import fold, folded, stem

# What leads a name in as one, and what leads in a mere source.
_NAMED = re.compile(
    r"\b(?:bernama|berjudul|bertajuk|dinamai|dinamakan|dijuluki|called|named)\s+\W*$", re.IGNORECASE
)
_SOURCE = re.compile(
    r"\b(?:menurut|mengutip|dikutip|dilansir|melansir|kepada)\s+(?:laporan\s+)?$", re.IGNORECASE
)


# Who is introduced so holds another office than the bare title's.
_OTHER_OFFICE = re.compile(
    r"\b(wakil|mantan|eks|bekas|calon|plt|pelaksana tugas|deputi|former|deputy|vice)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)


_OTHER = re.compile(r"\b(?:wakil|mantan|eks|bekas|calon|plt|pelaksana tugas|deputi)\b", re.IGNORECASE)
_SHORTENED = {"pelaksana tugas": "plt"}
OFFICES = frozenset(map(stem, ("wakil", "mantan", "eks", "bekas", "calon", "plt", "deputi")))


# Offices below the first: whoever asks for the head of a company does not mean its director of finance.
_BELOW = re.compile(
    r"\b(?:direktur (?!utama|eksekutif|jenderal|pengelola)\w+|manajer|sekretaris|bendahara|juru bicara|"
    r"humas|staf|anggota|kepala (?:divisi|bagian|bidang|seksi|unit|cabang))\b[^.,]*,?\s*$",
    re.IGNORECASE,
)
_HEADS = frozenset(map(stem, ("pemimpin", "bos", "ceo", "dirut")))


def introduced(text: str, span: TypedSpan, asked: set[str], other_asked: bool) -> float:
    """Return a factor for how a name is led in: over 1 as a name, under 1 as a source or a deputy."""
    before, around = text[max(0, span.start - 60) : span.start], text[max(0, span.start - 80) : span.end + 40]
    other = _OTHER_OFFICE.search(before)
    if other and stem(_SHORTENED.get(fold(other.group(1)), fold(other.group(1)))) not in asked:
        return 0.2
    if other_asked and span.kind is Kind.PERSON and not (other or _OTHER.search(around)):
        return 0.2
    if asked & _HEADS and _BELOW.search(before):
        return 0.2
    if _NAMED.search(before):
        return 1.5
    return 0.5 if _SOURCE.search(before) else 1.0


# Who holds one of these is introduced by it.
_HELD = frozenset(
    """kepala ketua wakil direktur dirut dirjen komisaris manajer sekretaris bendahara menteri presiden
    gubernur bupati walikota wali camat lurah kades kapolri kapolda kapolres kapolsek kajari jaksa hakim
    pengacara advokat kuasa penasihat juru jubir rektor dekan uskup pendeta imam pelatih wasit kapten
    sutradara kernet sopir masinis pilot nakhoda dokter arsitek produser notaris istri suami ayah ibu paman
    kakek nenek pemilik owner
    mayor governor minister director chairman chairwoman coach referee judge prosecutor lawyer
    spokesperson spokesman spokeswoman bishop captain ceo cfo coo commissioner secretary treasurer
    wife husband father mother""".split()
)
# How much better than any name fits who is told to hold the office, and how much worse who holds another.
_HOLDS, _HOLDS_ANOTHER, _ONLY_SAYS = 1.2, 0.2, 0.4
_ENDS_CLAUSE = re.compile(r"[.;:!?\"“”\n]")
# Words before a name in which an office stands, and in which anything that makes a person of it does.
_OFFICE_REACH, _PERSON_REACH = 10, 4
_APPOSED = re.compile(
    r"(?:, (?:an? |the |seorang )?| (?:sebagai|selaku|adalah|ialah|menjadi) )"
    r"([A-Za-z][\w-]*)((?: [\w-]+){0,6})"
)
_RELATIVE = re.compile(r"\b(?:siapa(?:kah)?|who) (?:yang|pernah|that)\b", re.I)


def asked_role(question: Question, terms: Sequence[Term]) -> set[tuple[str, ...]]:
    """Return the office or the kin that is asked for, as phrases of stems; empty for another question."""
    if Kind.PERSON not in question.expects or not terms or _RELATIVE.search(question.text):
        return set()
    words = {w.removesuffix("nya") for form in (terms[0].surface, *terms[0].spellings) for w in form.split()}
    spelt = {stems[0] for stems in terms[0].alternatives}  # "Menkominfo", written like a name
    return set(terms[0].alternatives) if words & _HELD or (terms[0].name and spelt & _HELD) else set()


def _led_by(sentence: Sentence, span: TypedSpan, most: int) -> list[str]:
    """Return the words of the clause before a name, ``most`` at most."""
    clause = _ENDS_CLAUSE.split(sentence.text[: span.start].rstrip(" ,"))[-1]
    return folded(clause)[-most:]


def holds_it(sentence: Sentence, span: TypedSpan, role: set[tuple[str, ...]], asked_in: str) -> float:
    """Return a factor for a name: over 1 where it is introduced by the office that is asked for in a
    language, under 1 by another, and for who only says something.

    An Indonesian office has no one word in an English sentence: there nothing is said of it.
    """
    told_in = language_of_words([w.norm for w in sentence.words])
    if asked_in == "id" and told_in == "en":
        return 1.0
    led = _led_by(sentence, span, _OFFICE_REACH)
    heads = [n for n, w in enumerate(led) if w in naming.ROLE_HEADS and w not in naming.HONORIFICS]
    told = (led if told_in == "en" else led[heads[0] :]) if heads else []
    first = {stem(told[0])} if told else set()
    if (behind := _APPOSED.match(sentence.text, span.end)) and behind[1].lower() in naming.ROLE_HEADS:
        told, first = [*told, *folded(behind.group())], first | {stem(behind[1].lower())}
    if not told:
        return _ONLY_SAYS if led[-1:] and led[-1] in AFTER else 1.0
    stems = set(map(stem, told))
    held = [phrase for phrase in role if stems.issuperset(phrase)]
    if not held:
        return _HOLDS_ANOTHER
    # "Ketua Asosiasi Pilot, Kapten Sari": no pilot for being the head of them.
    return _HOLDS if any(phrase[0] in first for phrase in held) else 1.0


def is_somebody(sentence: Sentence, span: TypedSpan) -> bool:
    """Say whether what stands around a name makes a person of it."""
    if span.kind is not Kind.PERSON:
        return False
    behind = sentence.text[span.end :]
    return (
        any(w in naming.ROLE_HEADS or w in naming.HONORIFICS for w in _led_by(sentence, span, _PERSON_REACH))
        or re.match(r" \(\d{1,2}\)", behind) is not None
        or bool((found := _APPOSED.match(sentence.text, span.end)) and found[1] in naming.ROLE_HEADS)
    )


# What those say who are quoted about it, beside those who did it.
_TELLS = re.compile(
    r"[^.;:!?]{0,40}?\b(?:membantah|mengatakan|menyebut|menyatakan|menjelaskan|membenarkan|mengaku|menilai|memastikan|"
    r"mengonfirmasi|melaporkan|said|says|denied|confirmed)\b"
)
_BESIDE = 4


def does_it(question: Question, terms: Sequence[Term], sentence: Sentence, span: TypedSpan) -> float:
    """Return a factor for a name where it is asked who does something: over 1 right beside the doing, under 1
    for who only tells of it."""
    if not _RELATIVE.search(question.text) or not terms or terms[0].name:
        return 1.0
    doing = {s for alternative in terms[0].alternatives for s in alternative}
    after = [s for w, s in zip(sentence.words, sentence.stems, strict=True) if w.start >= span.end]
    if "yang" in after[:3] and not doing.isdisjoint(after[:_BESIDE]):
        return 1.3
    return 0.4 if _TELLS.match(sentence.text, span.end) and doing.isdisjoint(after[:_BESIDE]) else 1.0
