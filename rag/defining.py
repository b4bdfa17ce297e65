"""Whether a sentence says what something is, or who somebody is, and does not merely mention the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from rag.candidate import Sentence
from rag.matching import all_stems, stems_of
from rag.question import Question
from rag.spans import TITLES
from rag.speech import naming
from rag.speech.offices import is_kinship
from rag.terms import Term

# Words before a name in which the office stands.
_PRESENTING = 8
# Words behind it, likewise.
_BEHIND = 3
_OPENS = r"[\"'“‘(]?"
# "Bernama Trendy Beat", "yang disebut 'Project S'": what stands before it is what it is.
_CALLED = re.compile(
    r"\b(?:bernama|disebut|dinamai|dinamakan|dijuluki|diberi nama|dikenal|istilah|alias|adalah|ialah|yakni|"
    r"atau(?: disebut)?|called|named|known|dubbed|termed)"
    r"(?: (?:secara|dengan|nama|sebagai|juga|internally|as|\w+al)){0,4}"
    rf"(?: the)? {_OPENS}$",
    re.IGNORECASE,
)
# "Project S ini merupakan …", "UMKM adalah …".
_IS = re.compile(
    r"[\"'”’]?(?: \([^)]{1,60}\))?(?: (?:ini|itu|tersebut|sendiri))*,? "
    r"(?:adalah|ialah|yaitu|yakni|merupakan|berarti|diartikan|didefinisikan|singkatan|kependekan|artinya|"
    r"maksudnya|is an?\b|is the\b|are\b|means|refers to|stands for)",
    re.IGNORECASE,
)
# "Kapuji, aplikasi untuk petani, …", "UMKM (usaha mikro, …)"; not "Kapuji, kata Sari".
_APPOSED = re.compile(
    r"[\"'”’]?(?:, (?:sebuah |suatu |salah satu |an? |the )?"
    r"(?!(?:me(?:m|n|ng|ny)|ber|ter|di)[a-z]{4}|kata|ujar|tutur|yang|karena|namun|tetapi|tapi|sehingga|maka|dengan|"
    r"untuk|pada|dalam|seperti|said|which|where|when|with)[a-z]{4,}|,? \((?=[^)]*[a-z]{4}))"
)
_BRACKETED = re.compile(r"[a-z]{3,}[\"'”’]? \($", re.IGNORECASE)
# "Fitur Trendy Beat": a noun of what it is, and no more.
_SORT = re.compile(r"\b[a-z]{4,}\s$")
_PREPOSED = re.compile(
    r"\b(?:dari|pada|untuk|dengan|dalam|oleh|tentang|bahwa|karena|seperti|yang|kepada|soal|with|from|that)\s$"
)
# How far each says what it is.
_SAYS, _ADDS, _SORTS, _ELSEWHERE = 1.0, 0.7, 0.3, 0.3
_DEFINES = re.compile(
    r"\b(?:adalah|ialah|yaitu|yakni|merupakan|disebut|berarti|dimaksud|artinya|singkatan|kepanjangan)\b",
    re.IGNORECASE,
)


_WORKS_AS = re.compile(
    r"\b(?:menjadi|sebagai|selaku|menjabat|berprofesi|bekerja|yang kini|adalah|ialah|works?|worked)\b",
    re.IGNORECASE,
)


def defines(terms: Sequence[Term], sentence: Sentence) -> float:
    """Return how far (0..1) a sentence says what the thing asked about is.

    "Fitur bernama Trendy Beat" and "Trendy Beat adalah fitur" do, "Trendy Beat sudah dibuka" does not.
    """
    asked = all_stems(terms)
    most = _ELSEWHERE if _DEFINES.search(sentence.text) else 0.0
    total = sum(term.weight for term in terms) or 1.0
    for held, run in groupby(enumerate(sentence.stems), key=lambda at: at[1] in asked):
        if held:
            at = [i for i, _ in run]
            stems = {sentence.stems[i] for i in at}
            share = sum(term.weight for term in terms if stems & stems_of(term)) / total
            start, end = sentence.words[at[0]].start, sentence.words[at[-1]].end
            most = max(most, share * _says(sentence.text, start, end))
    return most


def _says(text: str, start: int, end: int) -> float:
    before = text[:start]
    # "Project S": a letter that belongs to the name is no word of the question.
    behind = re.sub(r"^ [A-Z0-9]\b", "", text[end:])
    if _CALLED.search(before) or _IS.match(behind):
        return _SAYS
    if _APPOSED.match(behind) or _BRACKETED.search(before):
        return _ADDS
    return _SORTS if _SORT.search(before) and not _PREPOSED.search(before) else 0.0


def presents(question: Question, sentence: Sentence) -> bool:
    """Tell "Menteri Koperasi Teten Masduki" and "Siti, petani garam," from a mere mention of the name."""
    return any(word in TITLES or word in naming.ROLE_HEADS for word in _beside(question.terms, sentence))


_ASKS_OFFICE = re.compile(
    r"\b(?:jabatan|pekerjaan|profesi|posisi|kerjaan)(?:nya)?\b.*\bapa\b|"
    r"\bapa (?:jabatan|pekerjaan|profesi|posisi)\b|"
    r"\b(?:menjabat|(?:be)?kerja(?:nya)?)(?: sebagai| sbg| jadi)? apa\b|"
    r"\bwhat(?:'s| is| was)?(?: the| \S+'s)? (?:job|position|post|role|title|occupation|profession)\b",
    re.IGNORECASE,
)


def asks_office(question: Question) -> bool:
    """Say whether it is asked what somebody's office or calling is."""
    return _ASKS_OFFICE.search(question.text) is not None


def holds_office(named: Sequence[Term], sentence: Sentence) -> bool:
    """Say whether an office or a calling is told of whom the terms name: "Manajer Melati", "Tofik … menjadi
    kurir"."""
    near = _beside(named, sentence)
    if near and _WORKS_AS.search(sentence.text):
        return True
    return any(w in naming.ROLE_HEADS and w not in naming.HONORIFICS and not is_kinship(w) for w in near)


def _beside(terms: Sequence[Term], sentence: Sentence) -> list[str]:
    """Return the words, folded, on either side of what stands for some terms; none where nothing does."""
    asked = all_stems(terms)
    at = [i for i, s in enumerate(sentence.stems) if s in asked]
    if not at:
        return []
    return [*sentence.norms[max(0, at[0] - _PRESENTING) : at[0]], *sentence.norms[at[-1] + 1 :][:_BEHIND]]
