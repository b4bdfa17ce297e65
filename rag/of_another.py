"""Whether a number or a name in a sentence is told of another thing than the one that is asked about. Pure.

Another year, another stage in court, those who fare otherwise, other goods and sums, what is only planned,
what is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.calendar_names import MONTH, MONTHS, YEAR, years_told
from rag.candidate import Sentence
from rag.matching import stems_of
from rag.question import Question
from rag.spans import Kind, TypedSpan
from rag.speech.naming import HONORIFICS
from rag.speech.offices import KINSHIP
from rag.terms import Term
from rag.words import fold, folded

# A year that dates the number, and one that a law, a plan or a beginning has beside it.
_IN_A_YEAR = re.compile(
    rf"\b(?:sepanjang|selama|pada|during|throughout|in)(?: [a-z]+){{0,2}} {YEAR.pattern}", re.I
)
_OF_OTHERS = re.compile(
    r"\b(?:nomor|no\.|sejak|since|rencana\w*|direncanakan|dirancang|disusun|drafted|planned|program|perkara|berdiri|"
    r"didirikan|dibangun|dibentuk|diresmikan|lahir|founded|built|dibanding\w*|ketimbang|daripada|than)\b",
    re.I,
)
# "Pada pilkada 2018, …" dates all that follows.
_OPENS_IN_A_YEAR = re.compile(
    rf"\W*(?:pada|dalam|di|selama|sepanjang|in|during)\b[^,;]{{0,40}}{YEAR.pattern},", re.I
)
_A_MONTH = rf"(?!may\b|march\b)(?i:{MONTH})"
# "Sepanjang Januari-Maret 2025", "pada Mei", "inflasi Mei"; not what has been so since, or set against it.
_IN_MONTHS = re.compile(
    r"\b(?!(?i:sejak|mulai|dari|daripada|dibanding\w*|hingga|sampai|akhir|awal|pertengahan|since|from|than|until|"
    rf"till)\b)[A-Za-z]+(?: (?:bulan|awal|akhir|pertengahan|periode))? (?P<first>{_A_MONTH})"
    rf"(?:\s?(?:[-–]|hingga|sampai|to|and)\s?(?P<last>{_A_MONTH}))?"
)
_MONTH_NAMED = re.compile(rf"\b{_A_MONTH}")
_PART_OF_SENTENCE = re.compile(r"[,;:](?= )|(?<=[a-z)])\. ")
Kinds = tuple[re.Pattern[str], ...]


def kinds_of(*words: str) -> Kinds:
    return tuple(re.compile(rf"\b(?:{any_of})\b", re.I) for any_of in words)


# What a court decides, what the prosecution asks for and what the law threatens are three things.
_IN_COURT = kinds_of(
    r"(?:di|mem)?vonis\w*|putusan|di?jatuhi|(?:di|men)jatuhkan|(?:di|meng)hukum|sentenced?|verdict|"
    r"(?:court|judges?) (?:gave|give|hand|impose)\w*|jailed",
    r"tuntutan\w*|(?:di|men)tuntut|(?:di|me)?nuntut|prosecutors? (?:sought|demanded|asked)\w*",
    r"ancaman\w*|(?:di|meng)?ancam|dijerat|maximum",
)
# How people fare: of those who died another number is told than of those who fell ill.
_FARES = kinds_of(
    r"mati(?! (?:mesin|lampu|listrik|suri|gaya|langkah)\b)|(?:menew|tew)as(?:kan)?|meninggal|wafat|"
    r"korban jiwa|kematian|died?|dead|deaths?|killed",
    r"(?:ter)?luka|cedera|injur(?:ed|ies)|wounded",
    r"hilang|missing",
    r"kasus|(?<!rumah )sakit|terjangkit|terinfeksi|terpapar|positif|cases?|infected|sick",
    r"sembuh|pulih|recovered",
    r"mengungsi|pengungsi|dievakuasi|diungsikan|evacuated|displaced",
)
# The highest is told of one, the mean of all.
_STATISTICS = kinds_of(
    r"rata-rata(?:nya)?|rerata|averag(?:e|ed|es|ing)|mean",
    r"ter(?:tinggi|mahal|banyak)|maksim(?:al|um)|paling (?:tinggi|mahal|banyak)|highest|maximum",
    r"ter(?:endah|murah|sedikit)|minim(?:al|um)|paling (?:rendah|murah|sedikit)|lowest|cheapest|minimum",
)
# What is only meant to be, where it is asked how many there were or are; it stands before the number.
_PLANNED = re.compile(
    r"(?<!melampaui )(?<!melebihi )\b(?:(?:di|me)?target\w*|menargetkan|(?:ber)?kapasitas\w*|dirancang|"
    r"daya tampung|mampu menampung|rencana\w*|berencana|akan|bakal|hendak|designed|capacity|aims?|hopes?|"
    r"plans?|will|expected|projected)\b(?: [a-z]+){0,2} $",
    re.I,
)
_ASKS_PLANNED = re.compile(
    r"\b(?:target\w*|(?:di|me)target\w*|(?:ber)?kapasitas\w*|tampung\w*|muat\w*|bisa|dapat|kursi|seats?|can|dirancang|rencana\w*|akan|bakal|"
    r"hendak|mau|nanti\w*|besok|depan|diperkirakan|perkiraan|estimasi|proyeksi\w*|design\w*|capacity|hold|"
    r"aim\w*|will|would|next|plan\w*|expect\w*|estimat\w*|project(?:ed|ion)\w*)\b",
    re.I,
)
_ASKS_DONE = re.compile(
    r"\b(?:lalu|kemarin|sudah|telah|terjual|sekarang|kini|saat ini|last|did|was|were|had|used|now|"
    r"currently)\b",
    re.I,
)
# "Santunan Rp 40 juta, di luar santunan dari Jasa Raharja": no number of what is left out, or compared with.
_LEFT_OUT = re.compile(
    r"\b(?:di luar|selain|(?:tidak|belum) termasuk|excluding|besides|apart from|on top of|ketimbang|"
    r"dibanding\w*|daripada)\b[^,.;]{3,60}",
    re.I,
)
_ASKS_LEFT_OUT = re.compile(r"\b(?:selain|di luar|bukan|kecuali|besides|except|apart from|than)\b", re.I)


# What is told from others of its kind by a number behind it: "SDN 3", "Pasal 27", "RT 04".
_NUMBERED = re.compile(
    r"\b(?P<kind>(?:sd|smp|sma|smk)(?:n| negeri)?|rt|rw|tps|pasal|ayat|liga|kelas|gate|"
    r"terminal|koridor|lantai|gelombang|kloter|tahap|jilid|edisi|dapil|blok|unit|seri|episode)"
    r" (?:nomor |ke-?)?(?P<number>\d{1,3})(?![\d.,]*\d)\b",
    re.I,
)


def is_numbered_otherwise(asked: str, texts: Sequence[str]) -> bool:
    """Say whether texts name only others of a numbered kind than the one asked about: "SDN 2" for "SDN 3", or
    another quarter."""
    wanted = _numbered_in([asked])
    told = _numbered_in(texts)
    others = any(kind in told and numbers.isdisjoint(told[kind]) for kind, numbers in wanted.items())
    return others or _is_of_another_term(asked, " ".join(texts))


def _numbered_in(texts: Sequence[str]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for match in (m for text in texts for m in _NUMBERED.finditer(text)):
        kind = match["kind"].lower().replace(" negeri", "n")
        found.setdefault(kind, set()).add(int(match["number"]))
    return found


# "Kuartal II", "semester pertama", "the third quarter": a part of a year.
_TERM = re.compile(
    r"\b(?P<kind>kuartal|triwulan|semester|caturwulan) (?:ke-?\s?)?"
    r"(?P<n>pertama|kedua|ketiga|keempat|IV|I{1,3}|[1-4])\b"
    r"|\b(?P<nth>first|second|third|fourth)[- ](?P<part>quarter|half)\b|\bQ(?P<q>[1-4])\b",
    re.I,
)
_NTH = {
    name: n
    for n, names in enumerate(
        ("pertama i 1 first", "kedua ii 2 second", "ketiga iii 3 third", "keempat iv 4 fourth")
    )
    for name in names.split()
}
_PARTS = {"triwulan": "kuartal", "quarter": "kuartal", "half": "semester"}


def _is_of_another_term(asked: str, text: str) -> bool:
    """Say whether a sentence tells only of another part of a year than the one asked for."""
    wanted = _terms_in(asked)
    told = _terms_in(text) if wanted else wanted
    return bool(told) and wanted.isdisjoint(told)


@lru_cache(maxsize=1024)
def _terms_in(text: str) -> frozenset[tuple[str, int]]:
    found = [
        ((m["kind"] or m["part"] or "kuartal").lower(), (m["n"] or m["nth"] or m["q"]).lower())
        for m in _TERM.finditer(text)
    ]
    return frozenset((_PARTS.get(kind, kind), _NTH[n]) for kind, n in found)


# "Umur anaknya bu Sari Dewi": whose kin is asked about. "Sari Dewi (34)" and "Sari, 34," tell how old she is.
_KIN = f"(?:{'|'.join(sorted(KINSHIP))})"
_KIN_OF = re.compile(
    rf"\b{_KIN}(?:nya)? (?:(?:dari|si|of|{'|'.join(sorted(HONORIFICS))}) )*(?P<of>\w+)"
    rf"|\b(?P<s>\w+) (?:s|punya) {_KIN}\b"  # "umur Sari punya anak"
)
ASKS_AGE = re.compile(r"\b(?:umur|usia|berumur|berusia)(?:nya)?\b|\b(?:old|age|aged)\b", re.I)
_KIN_AGED = re.compile(rf"\b{_KIN}(?:nya)?\b(?: [a-z]+){{0,4}} $", re.I)
_AGED = re.compile(r"([A-Z][\w'’.-]*+(?: [A-Z][\w'’.-]*+)*+)(?: \(|, )$")


# Kin that are called by more than one word.
_CALLED_ALIKE = {
    name: names.split()[0]
    for names in (
        "anak putra putri bayi bocah child children son daughter kid baby",
        "ayah bapak father dad",
        "kakak adik saudara abang brother sister sibling",
        "ibu mama emak mother mom",
        "suami husband",
        "istri wife",
    )
    for name in names.split()
}


def _kin_in(norms: Sequence[str]) -> frozenset[str]:
    """Return the kin that words name, each by one word."""
    named = KINSHIP.union(_CALLED_ALIKE).intersection(norm.removesuffix("nya") for norm in norms)
    return frozenset(_CALLED_ALIKE.get(name, name) for name in named)


def _is_age_of_kin(asked: str, text: str, span: TypedSpan) -> bool:
    """Say whether a number is the age of somebody whose child or other kin is asked about, or of other kin:
    "anak saya yang berumur 5 tahun" tells none of the husband."""
    told = _KIN_AGED.search(text, 0, span.start) if ASKS_AGE.search(asked) else None
    wanted = _kin_in(folded(asked)) if told else frozenset()
    if wanted and wanted.isdisjoint(_kin_in(folded(text))):
        return True
    aged = _AGED.search(text, 0, span.start) if ASKS_AGE.search(asked) else None
    if aged is None:
        return False
    whose = {kin["of"] or kin["s"] for kin in _KIN_OF.finditer(" ".join(folded(asked)))}
    return not whose.isdisjoint(folded(aged[1]))


def is_of_another(question: Question, text: str, span: TypedSpan) -> bool:
    """Say whether a number is told of another year, of another stage in court, of those who fare otherwise,
    of the kin of whom it is asked about, or of what is only planned, where that is not asked."""
    kinds = span.kind is Kind.NUMBER and (
        any(is_of_another_kind(kinds, question.text, text) for kinds in (_IN_COURT, _FARES))
        or is_of_another_kind(_STATISTICS, question.text, _clause(text, span))
    )
    return (
        kinds
        or _is_age_of_kin(question.text, text, span)
        or _is_of_another_year(question.text, text, span)
        or _is_of_another_month(question.text, text, span)
        or (span.kind is Kind.NUMBER and _is_of_another_term(question.text, text))
        or _is_planned(question, text, span)
    )


def leaves_out(question: Question, terms: Sequence[Term], sentence: Sentence, span: TypedSpan) -> bool:
    """Say whether a sentence tells a number or a name besides, or compared with, that of a name which is
    asked about: it stands behind "di luar", "selain" or "dibanding", and nowhere else."""
    if _ASKS_LEFT_OUT.search(question.text):
        return False
    for out in _LEFT_OUT.finditer(sentence.text):
        inside = sentence.inside(out.start(), out.end())
        left_out = {sentence.stems[i] for i in inside}
        others = {s for i, s in enumerate(sentence.stems) if i not in inside}
        names = (stems_of(term) for term in terms if term.name)
        named = any(not name.isdisjoint(left_out) and name.isdisjoint(others) for name in names)
        if named and not out.start() <= span.start < out.end():
            return True
    return False


def names_year(question: Question, text: str) -> bool:
    """Say whether a text names a year that is asked for."""
    return not frozenset(YEAR.findall(question.text)).isdisjoint(YEAR.findall(text))


def is_of_another_kind(kinds: Kinds, asked: str, told: str) -> bool:
    """Say whether a sentence tells of another of some kinds than those that a question asks for."""
    named = _named(kinds, asked)
    here = _named(kinds, told) if named else named
    return bool(here) and named.isdisjoint(here)


@lru_cache(maxsize=1024)
def _named(kinds: Kinds, text: str) -> frozenset[int]:
    """Return which of some kinds a text names, by their places."""
    return frozenset(n for n, kind in enumerate(kinds) if kind.search(text))


def _is_of_another_year(asked: str, text: str, span: TypedSpan) -> bool:
    """Say whether a number is told of another year than the one asked for, which the sentence does not name:
    "2.340 aduan sepanjang 2025, naik dari …" tells none of 2026."""
    years = frozenset(YEAR.findall(asked))
    if not years or not years.isdisjoint(years_told(text)):
        return False
    opening = _OPENS_IN_A_YEAR.match(text)
    if opening and not _OF_OTHERS.search(opening.group()):
        return True
    clause = _clause(text, span)
    return _IN_A_YEAR.search(clause) is not None and _OF_OTHERS.search(clause) is None


# "Sepanjang Januari 2025" tells nothing of "sepanjang 2025".
_ASKS_WHOLE_YEAR = re.compile(
    r"\b(?:sepanjang|selama|total|all of|throughout) (?:tahun )?(?:19|20)\d\d\b", re.I
)
_WITHIN_A_YEAR = re.compile(
    rf"\b(?:sepanjang|selama|pada|bulan|in|during) {MONTH} (?:19|20)\d\d\b(?! (?:sampai|hingga|to|until)\b)",
    re.I,
)


def _is_of_another_month(asked: str, text: str, span: TypedSpan) -> bool:
    """Say whether a number is told of other months than one asked for, which the sentence does not name:
    "618 kasus sepanjang Januari-Maret" tells none of April."""
    months = _months(asked)
    told = _IN_MONTHS.search(_clause(text, span)) if span.kind is Kind.NUMBER and months else None
    if _ASKS_WHOLE_YEAR.search(asked) and not months and span.kind is Kind.NUMBER:
        return _WITHIN_A_YEAR.search(_clause(text, span)) is not None
    if told is None or not months.isdisjoint(_months(text)):
        return False
    first = MONTHS[fold(told["first"])]
    last = MONTHS[fold(told["last"] or told["first"])]
    span_of_months = range(first, last + 1) if first <= last else {*range(first, 13), *range(1, last + 1)}
    return months.isdisjoint(span_of_months)


@lru_cache(maxsize=1024)
def _months(text: str) -> frozenset[int]:
    """Return the months that a text names, by their numbers; "May" and "March" with their capital."""
    return frozenset(MONTHS[fold(month.group())] for month in _MONTH_NAMED.finditer(text))


def _clause(text: str, span: TypedSpan) -> str:
    first, end = clause_of(text, span)
    return text[first:end]


def clause_of(text: str, span: TypedSpan) -> tuple[int, int]:
    first = max((m.end() for m in _PART_OF_SENTENCE.finditer(text, 0, span.start)), default=0)
    end = _PART_OF_SENTENCE.search(text, span.end)
    return first, end.start() if end else len(text)


def _is_planned(question: Question, text: str, span: TypedSpan) -> bool:
    """Say whether a number is of what is meant to be, where it is asked what was or is."""
    if span.kind is not Kind.NUMBER or not _PLANNED.search(text[: span.start]):
        return False
    asked = f"{question.text} {question.search_text}"
    return _ASKS_DONE.search(asked) is not None and _ASKS_PLANNED.search(asked) is None


_ASKS_WHICH = re.compile(r"\b(?:mana|nama(?:nya)?|which|name)\b", re.I)
_NAMES_IT = re.compile(r"\b(?:bernama|berjudul|dinamai|diberi nama|called|named)\b")
# "Sebuah radio swasta", and not "sebuah radio, Suara Melati".
_ONE = r"\b(?:sebuah|seorang|suatu|salah satu|salah seorang|an?|one of the) (?:[a-z-]+ )?{}(?:nya|s)?\b"
_UNNAMED = r"(?![^.;]*, (?:yakni |yaitu |ialah |namely )?[A-Z])(?![^.;]{0,30}[A-Z])"


def is_left_unnamed(question: Question, sentence: str, passage: Sequence[str]) -> bool:
    """Say whether it is asked which, and a sentence tells of one without its name, nor does its passage give
    one: "sebuah radio swasta"."""
    if not question.focus or not _ASKS_WHICH.search(question.text) or any(map(_NAMES_IT.search, passage)):
        return False
    noun = re.escape(question.focus[0].removesuffix("nya"))
    return re.search(_ONE.format(noun) + _UNNAMED, sentence) is not None
