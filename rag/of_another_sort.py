"""Whether a sentence tells the number of other goods, sums or people than those asked about. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from rag.candidate import Sentence
from rag.glossary import related
from rag.matching import all_stems, stems_of
from rag.of_another import ASKS_AGE, clause_of, is_of_another_kind, kinds_of
from rag.question import Question
from rag.spans import TypedSpan
from rag.terms import EMPTY, Term
from rag.words import stem

# How bad something is, and other words that tell numbers of one thing apart.
_DAMAGED = r"(?:rusak|kerusakan|luka|cedera)(?:nya)?(?: \w+)?"
_DEGREE = kinds_of(
    rf"{_DAMAGED} ringan|(?:slightly|lightly) \w+|minor (?:damage|injur\w+)",
    rf"{_DAMAGED} sedang|moderate(?:ly)? \w+",
    rf"{_DAMAGED} (?:berat|parah)|(?:heavily|badly|severely|seriously) \w+|(?:serious|severe|heavy) "
    r"(?:damage|injur\w+)",
)
_SEX = kinds_of(
    r"perempuan|wanita|siswi|santriwati|putri|kaum (?:ibu|hawa)|wom[ae]n|females?|girls?",
    r"laki-laki|pria|lelaki|putra|m[ae]n|males?|boys?",
)
_TRADE = kinds_of(r"(?:(?:di|meng)?ekspor|export)\w*", r"(?:(?:di|meng)?impor|import(?!an))\w*")
_FROM_HOME = kinds_of(
    r"domestik|lokal|nusantara|wisnus|dalam negeri|domestic|local",
    r"asing|mancanegara|wisman|luar negeri|foreign|overseas",
)
# What has a price, and of which sort it is: "beras" is asked of whatever sort, "beras premium" of one.
_GOODS = kinds_of(
    r"beras|rice", r"cabai|cabe|chill?i\w*", r"bawang|onions?|shallots?|garlic", r"telur|telor|eggs?",
    r"daging|beef|meat", r"minyak goreng|cooking oil", r"gula|sugar", r"gabah", r"jagung|corn",
    r"kedelai|soy\w*", r"solar|diesel", r"pertalite", r"pertamax", r"elpiji|lpg",
)  # fmt: skip
_SORTS = (
    kinds_of(r"bawang merah|shallots?", r"bawang putih|garlic", r"bawang bomba[iy]"),
    kinds_of(r"beras premium|premium rice", r"beras medium|medium[- ]\w* ?rice", r"beras SPHP|SPHP rice"),
    kinds_of(r"daging sapi|beef", r"daging ayam", r"daging kerbau", r"daging kambing"),
    kinds_of(r"cab(?:ai|e) rawit", r"cab(?:ai|e)(?: merah)? k(?:e)?riting"),
)
# What a sum is: revenue is no profit, and neither is a wage.
_SUMS = kinds_of(
    r"(?:di)?gaji(?:nya)?|upah(?:nya)?|honor|salar(?:y|ies)|wages?", r"laba|profits?",
    r"omzet(?:nya)?|pendapatan|revenues?|sales|turnover", r"kerugian(?:nya)?|merugi|losses",
    r"(?:di)?denda|fine[sd]?", r"(?:ber)?utang(?:nya)?|debts?", r"dividen\w*|dividends?", r"subsid\w+",
    r"valuasi(?:nya)?|valu(?:ed|ation)", r"tebusan|ransom", r"ganti rugi|kompensasi|santunan|compensation",
    r"(?:di)?anggar(?:an|kan)|budget\w*", r"(?:se)?harga(?:nya)?|prices?",
)  # fmt: skip
_APART = _DEGREE, _TRADE, _GOODS, *_SORTS
# Characters behind a number in which whom it counts stands, and before a sum in which what it is.
_RIGHT_BEHIND, _LED_BY = 24, 40
_SIGNED = re.compile(r"(?:rp|us\$|\$|€)", re.I)


def is_of_another_sort(question: Question, text: str, span: TypedSpan) -> bool:
    """Say whether a number is of other goods, sums, degrees or people only than those asked about."""
    first, end = clause_of(text, span)
    parts = [(kinds, text[first:end]) for kinds in _APART]
    if not ASKS_AGE.search(question.text):
        parts += [(kinds, text[span.start : span.end + _RIGHT_BEHIND]) for kinds in (_SEX, _FROM_HOME)]
    if _SIGNED.search(text, max(first, span.start - 1), span.end):
        parts.append((_SUMS, text[max(first, span.start - _LED_BY) : span.start]))
    return any(
        is_of_another_kind(kinds, question.text, part) and is_of_another_kind(kinds, question.text, text)
        for kinds, part in parts
    )


# "Harga daging ayam" is not "harga cabai rawit merah": what is priced stands behind the word. Other words
# that may stand there.
_PRICES = frozenset(map(stem, "harga tarif ongkos sewa".split()))
_NO_GOODS = EMPTY | frozenset(
    """mulai sekitar naik turun kini baru hanya sampai tetap jual beli eceran normal pasar pasaran wajar asli
    awal dasar lama tertinggi terendah satuan grosir subsidi komoditas barang bahan pokok kebutuhan khusus
    fantastis miring promo diskon resmi murah mahal terjangkau spesial tinggi rendah acuan""".split()
)
_VERB = re.compile(r"(?:me|ber|di|ter|se)\w{4,}")
_PRICED_WITHIN, _BESIDE = 3, 6


def prices_another(question: Question, terms: Sequence[Term], sentence: Sentence, span: TypedSpan) -> bool:
    """Say whether a sentence tells the price of another thing than the one whose price is asked, which
    stands neither behind the price nor beside the number."""
    asked = f" {question.search_text} "
    of = (b for a, b in pairwise(terms) if stems_of(a) & _PRICES and f" {a.surface} {b.surface} " in asked)
    priced = next(of, None)
    if priced is None or priced.name or priced.number:
        return False
    stems, ends = sentence.stems, [i + 1 for i, s in enumerate(sentence.stems) if s in _PRICES]
    own = stems_of(priced).union(*map(related, stems_of(priced)))
    inside = sentence.inside(span.start, span.end)
    near = {*stems[max(0, inside[0] - _BESIDE) : inside[-1] + _BESIDE]}
    near.update(s for i in ends for s in stems[i : i + _PRICED_WITHIN])
    others = bool(ends) and all(_is_goods(sentence, i, all_stems(terms)) for i in ends)
    return others and own.isdisjoint(near)


def _is_goods(sentence: Sentence, i: int, asked: Set[str]) -> bool:
    """Say whether what follows "harga" tells what is priced, and is not ``asked`` about (in stems)."""
    if i == len(sentence.words) or sentence.stems[i] in asked:
        return False
    norm, word = sentence.norms[i], sentence.words[i]
    between = sentence.text[sentence.words[i - 1].end : word.start]
    plain = norm.isalpha() and sentence.text[word.start].islower() and between == " "
    return plain and norm not in _NO_GOODS and not _VERB.match(norm)
