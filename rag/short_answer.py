"""The short answer in a sentence: the name, number, date or place that was asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.asked import MEASURES, PEOPLE, THINGS, units
from rag.documents import Hit
from rag.morphology import root
from rag.question import Question
from rag.spans import PLACE_WORDS, TITLES, Kind, TypedSpan, typed_spans
from rag.speech import naming
from rag.speech.cues import SAYING
from rag.terms import Term
from rag.words import Word, fold, folded, stem


@dataclass(frozen=True, slots=True)
class Sentence:
    """A candidate: ``passage.text[start:end]`` of ``hits[hit]``, with its matching stems."""

    hit: int
    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    stems: tuple[str, ...]


def _unasked(span: TypedSpan, sentence: Sentence, asked: set[str]) -> tuple[TypedSpan | None, list[int]]:
    """Cut the question's own words off the ends of a name; None where nothing else is left.

    Returns the span with the indices of its words: "PT Igas Utama Irene Rusli" answers who leads
    PT Igas Utama with "Irene Rusli".
    """
    inside = [i for i, w in enumerate(sentence.words) if span.start <= w.start < span.end]
    if not inside or all(sentence.stems[i] in asked for i in inside):
        return None, []
    if span.kind not in (Kind.PERSON, Kind.NAME):
        return span, inside
    full = len(inside)
    while inside and (sentence.stems[inside[0]] in asked or sentence.words[inside[0]].norm in TITLES):
        inside = inside[1:]
    led = len(inside) < full
    whole = len(inside)
    while inside and sentence.stems[inside[-1]] in asked:
        inside = inside[:-1]
    if not inside or (len(inside) < full and all(sentence.words[i].norm in PLACE_WORDS for i in inside)):
        return None, []
    if len(inside) == full:
        return span, inside
    if len(inside) == 1 < whole and root(sentence.words[inside[0]].norm):
        return None, []  # "Kantor Bupati", "Nama Nirmala", "Pelarian Suprapto": what is left is no name
    start, end = sentence.words[inside[0]].start, sentence.words[inside[-1]].end
    kind = Kind.PERSON if led and 2 <= len(inside) <= 4 else Kind.NAME
    return TypedSpan(start, end, kind, sentence.text[start:end]), inside


# "MEGALUH BARAT, KABAR SAMUDRA - ": where and by whom an article was written.
_DATELINE = re.compile(r"(?:[A-Z][A-Z.'-]+,? ){1,4}(?:\([A-Z]\w+\) )?[-–—] ")


def _tells(span: TypedSpan, hit: Hit, text: str) -> bool:
    """Say whether a span can be an answer: no lone initial, nor the outlet's name or its dateline."""
    dateline = _DATELINE.match(text)
    if span.kind is not Kind.DATE and dateline and span.start < dateline.end():
        return False
    if span.kind in (Kind.PERSON, Kind.NAME):
        lettered = any(len(part) > 2 for part in re.findall(r"\w+", span.text)) or span.text.isupper()
        return lettered and len(span.text) > 1 and fold(span.text) != fold(hit.outlet or "")
    return True


_ASKS_NAME = re.compile(r"\b(?:nama(?:nya)?|names?)\b", re.IGNORECASE)
# Nouns of what has a name and is no institution.
_OF_NO_BODY = frozenset(
    map(
        stem,
        "merek merk brand judul film lagu novel buku julukan sebutan istilah slogan obat varietas".split(),
    )
)


def _is_body(name: str) -> bool:
    """Tell "PHK" and "Satuan Reserse Kriminal" from somebody's name."""
    return name.isupper() or not naming.OFFICE_WORDS.isdisjoint(name.lower().split())


def carries_unit(text: str, wanted: Sequence[str]) -> bool:
    """Say whether one of the unit words stands in ``text``; an age may stand in brackets: "(78)"."""
    lowered = text.lower()
    tokens = set(folded(text))
    if "umur" in wanted and re.search(r"\(\d{1,3}\)", lowered):
        return True
    return any(u in tokens if u.isalpha() else u in lowered for u in wanted) or (
        "rp" in wanted and re.search(r"\brp\.?\s?\d", lowered) is not None
    )


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
_OFFICES = frozenset(map(stem, ("wakil", "mantan", "eks", "bekas", "calon", "plt", "deputi")))


# Offices below the first: whoever asks for the head of a company does not mean its director of finance.
_BELOW = re.compile(
    r"\b(?:direktur (?!utama|eksekutif|jenderal|pengelola)\w+|manajer|sekretaris|bendahara|juru bicara|"
    r"humas|staf|anggota|kepala (?:divisi|bagian|bidang|seksi|unit|cabang))\b[^.,]*,?\s*$",
    re.IGNORECASE,
)
_HEADS = frozenset(map(stem, ("pemimpin", "bos", "ceo", "dirut")))


def _introduced(text: str, span: TypedSpan, asked: set[str], other_asked: bool) -> float:
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


# Numbers in order, and questions that ask for one.
_ORDINAL = re.compile(
    r"(?:ke-|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\b|pertama\b)", re.I
)
_ASKS_ORDER = re.compile(r"\b(?:ke-?\s?berapa|urutan|peringkat|ranking|rank|nomor)\b", re.I)
_MONEY = re.compile(r"^(?:rp|us\$|usd|\$|€)|%$", re.I)
# What a date must hold where a clock time, a year, a weekday or a day is asked for.
_ASKED_DATES = (
    (
        re.compile(r"\b(?:(?:jam|pukul) brp|(?:jam|pukul) berapa|what time)\b", re.I),
        re.compile(r"pukul|jam", re.I),
    ),
    (re.compile(r"\b(?:tahun (?:berapa|apa)|(?:what|which) year)\b", re.I), re.compile(r"\d{4}")),
    (re.compile(r"\b(?:tanggal|what date|tgl)\b", re.I), re.compile(r"\d")),
)
_MISFIT = 0.3
# '… ," kata Sari di Muara, Senin (2/3)': the day on which she said so.
_SPOKEN = re.compile(
    r"(?:[\"”’] ?,? ?(?:kata|ujar|ucap|tutur|ungkap|jelas|tegas|imbuh|tambah|terang|papar|tandas|pungkas|"
    r"keluh|cerita|said|says|told)\b|\b(?:saat|ketika) (?:ditemui|dihubungi|dikonfirmasi)\b|"
    r"\bkepada (?:wartawan|media|pers)\b|\b(?:jumpa|konferensi|siaran) pers\b|"
    r"\bketerangan(?: tertulis| resmi)?(?:nya)?\b)[^.;]{0,120}$",
    re.IGNORECASE,
)
_ASKS_SPEECH = re.compile(
    r"\b(?:ditemu\w*|pernyataan|keterangan|jumpa|konferensi|wawancara|unggah\w*|menulis|statement|interview\w*|"
    r"announce\w*|post\w*|umumkan|mengumumkan)\b",
    re.IGNORECASE,
)
# "Nomor 11 Tahun 2025" is what a law is called.
_NUMBERED = re.compile(r"\b(?:nomor|no\.?) \d+[\w/.-]* $", re.I)
# A place that belongs to the name of an office or of who holds it, and one that somebody comes from.
_OF_OFFICE = re.compile(
    r"\b(?:pemerintah|pemkab|pemkot|pemprov|dinas|badan|komisi|kpu|bawaslu|dprd|bupati|gubernur|wali kota|"
    r"camat|lurah|polda|polres|polsek|kapolda|kapolres|kapolsek|kejaksaan|pengadilan|negeri|tinggi|bank|kepala|ketua|"
    r"sekretaris|\([A-Z]{2,}\))\s+(?:[A-Z][\w-]+\s+){0,3}$",
    re.I,
)
_ORIGIN = re.compile(r"\b(?:ber)?asal(?:nya)?\b|\bd(?:ari|r) (?:\w+ ){0,2}mana\b|\bfrom\b", re.I)
# "Dari 274 murid, 229 masih bertahan": the whole is told of for the part's sake.
_OUT_OF, _OF_ALL = re.compile(r"\bdari (?:total |sekitar |seluruh )?$", re.I), 0.6
# A multiple is how many times, nothing else; what is asked in money or per cent is told so.
_MULTIPLE = re.compile(r"\bkali(?: lipat)?$|^(?:dua|tiga|empat|lima) kali", re.I)
_ASKS_MULTIPLE = frozenset(map(stem, ("kali", "lipat")))
_IN_MONEY = frozenset(
    map(
        stem,
        """nilai biaya ongkos harga kerugian anggaran omzet laba pendapatan utang denda tarif gaji upah hadiah
        dana modal simpanan pinjaman keuntungan honor ganti kompensasi subsidi setoran investasi""".split(),
    )
)
_IN_PERCENT = frozenset(map(stem, "bunga inflasi persentase pertumbuhan suku persen".split()))
_SIGNED = re.compile(r"(?:rp\.?|us\$|\$|€|rupiah|dolar)", re.I)


def _counts(question: Question, span: TypedSpan, asked: set[str]) -> bool:
    """Say whether a number can be how many there are of what is counted: no money, no other thing."""
    text = span.text.lower()
    if _ORDINAL.match(text):
        return bool(_ASKS_ORDER.search(question.text))
    if question.counted not in PEOPLE | THINGS:
        return True
    unit = text.split()[-1]
    if unit in MEASURES or _MONEY.search(text):
        return False
    if question.counted in PEOPLE and unit in PEOPLE:
        return True
    return unit not in PEOPLE | THINGS or stem(unit) in asked


def _dated(question: Question, sentence: Sentence, span: TypedSpan) -> float:
    """Return a factor under 1 for a date that is not of the sort asked for, or of when somebody spoke."""
    typed = f"{question.text} {question.search_text}"
    asked = next((held for asks, held in _ASKED_DATES if asks.search(typed)), None)
    if asked is not None and not asked.search(span.text):
        return _MISFIT
    speech = _ASKS_SPEECH.search(typed) or not SAYING.isdisjoint(typed.lower().split())
    return _MISFIT if not speech and _SPOKEN.search(sentence.text[: span.start]) else 1.0


def _expressed(sentence: Sentence, span: TypedSpan, focus: set[str]) -> float:
    """Return a factor under 1 for a number in another unit than what is asked for is told in."""
    end = sentence.text[span.start : span.end + 12]
    if _OUT_OF.search(sentence.text[: span.start]):
        return _OF_ALL
    if _MULTIPLE.search(span.text) and not focus & _ASKS_MULTIPLE:
        return _MISFIT
    if focus & _IN_PERCENT:
        return 1.0 if "%" in end or "persen" in end else _MISFIT
    if focus & _IN_MONEY and _SIGNED.search(sentence.text):
        return 1.0 if _SIGNED.search(sentence.text[max(0, span.start - 4) : span.end + 10]) else _MISFIT
    return 1.0


def _located(question: Question, sentence: Sentence, span: TypedSpan) -> float:
    """Return a factor under 1 for a place that is part of an office's name, or where somebody is from."""
    before = sentence.text[max(0, span.start - 60) : span.start]
    if _OF_OFFICE.search(before):
        return _MISFIT
    return _MISFIT if re.search(r"\basal $", before) and not _ORIGIN.search(question.text) else 1.0


def _nearness(
    terms: Sequence[Term], weights: Sequence[float], sentence: Sentence, inside: Sequence[int]
) -> float:
    """Return how close the question's words stand to a span (0..1), each by its nearest occurrence."""
    total = sum(weights) or 1.0
    first, last = inside[0], inside[-1]
    near = 0.0
    for term, weight in zip(terms, weights, strict=True):
        wanted = {s for a in term.alternatives for s in a}
        gaps = [
            max(first - i, i - last)
            for i, s in enumerate(sentence.stems)
            if s in wanted and not first <= i <= last
        ]
        if gaps:
            near += weight / (1 + (min(gaps) - 1) / 4)
    return near / total


def short_answer(
    question: Question, terms: Sequence[Term], weights: Sequence[float], hit: Hit, sentence: Sentence
) -> tuple[TypedSpan | None, float]:
    """Return the best span of the asked kind and how well it fits (0..1)."""
    if not question.expects:
        return None, 0.0
    asked = {s for t in terms for a in t.alternatives for s in a}
    wanted_units = units(question.focus) if Kind.NUMBER in question.expects else ()
    focus = {stem(f) for f in question.focus}
    other_asked = bool(terms) and any(a[0] in _OFFICES for a in terms[0].alternatives)
    of_somebody = Kind.PERSON in question.expects and _ASKS_NAME.search(question.text) is not None
    best: tuple[float, TypedSpan] | None = None
    for whole in typed_spans(sentence.text, question.expects):
        span, inside = _unasked(whole, sentence, asked)
        if span is None or not _tells(span, hit, sentence.text):
            continue
        if span.kind is Kind.NUMBER and not _counts(question, span, asked):
            continue
        if (of_somebody or focus & _OF_NO_BODY) and _is_body(span.text):
            continue  # "Apa nama suami Sari?", "Motor merek apa saja?"
        fit = 1.0 - 0.35 * question.expects.index(span.kind) if span.kind in question.expects else 0.7
        if wanted_units:
            around = sentence.text[max(0, span.start - 3) : span.end + 12]
            led = sentence.words[inside[0] - 1].norm if inside[0] else ""  # "bermagnitudo 6,3"
            # "Berapa kali gempa susulan": 41 of those.
            times = question.counted == "kali" and asked & set(sentence.stems[inside[-1] + 1 :][:2])
            if not (times or led.removeprefix("ber") in wanted_units or carries_unit(around, wanted_units)):
                continue
        elif span.kind is Kind.NUMBER and focus:
            fit *= _expressed(sentence, span, focus)
            said = focus & set(sentence.stems[inside[0] : inside[-1] + 5])
            fit *= 1.0 if said or (focus & _IN_MONEY and _SIGNED.match(span.text)) else 0.6
        if span.kind in (Kind.PERSON, Kind.NAME):
            fit *= _introduced(sentence.text, span, asked, other_asked)
            # "Yayasan Kanker Wisnuwardhana" says of itself that it is the yayasan asked about.
            if focus & set(sentence.stems[max(0, inside[0] - 2) : inside[-1] + 1]):
                fit *= 1.4
        if span.kind is Kind.DATE and not any(c.isdigit() for c in span.text):
            fit *= 0.6
        if span.kind is Kind.DATE:
            fit *= _dated(question, sentence, span)
            fit *= _MISFIT if _NUMBERED.search(sentence.text[: span.start]) else 1.0
        if question.asks == "where" and span.kind is Kind.PERSON:
            fit *= _MISFIT
        if span.kind is Kind.PLACE:
            fit *= _located(question, sentence, span)
        value = fit * (0.3 + 0.7 * _nearness(terms, weights, sentence, inside))
        if best is None or value > best[0]:
            best = (value, span)
    return (best[1], best[0]) if best else (None, 0.0)
