"""What a question asks: its language, the kind of answer, and the words that must be found."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from rag.spans import Kind
from rag.terms import (
    EMPTY,
    NEGATIONS,
    Term,
    english_terms,
    indonesian_terms,
    language_of,
    search_words,
    standard,
)
from rag.words import words


@dataclass(frozen=True, slots=True)
class Question:
    """An analysed question.

    ``asks`` is who, what, when, where, howmany, why, how, yesno, definition or list;
    ``expects`` the kinds of short answer in order of preference (empty: a sentence is the
    answer); ``focus`` the asked noun ("persen" of "berapa persen").
    ``search_text`` is the question in standard Indonesian words, for both retrievers.
    """

    text: str
    language: str
    asks: str
    expects: tuple[Kind, ...]
    focus: tuple[str, ...]
    terms: tuple[Term, ...]
    search_text: str
    negated: bool


_HEADS: dict[str, tuple[Kind, ...]] = {
    **dict.fromkeys(
        """negara kota provinsi kabupaten kecamatan desa daerah wilayah pulau tempat lokasi benua stadion
        gedung jalan kawasan pasar bandara pelabuhan letak kelurahan dusun kampung sungai gunung danau laut
        selat teluk stasiun terminal bukit lembah alun-alun asal country city province region place
        island town district stadium building street market village river mountain lake port airport
        station""".split(),
        (Kind.PLACE, Kind.NAME),
    ),
    **dict.fromkeys(
        """tahun tanggal hari bulan jam pukul abad waktu year date day month time century weekday""".split(),
        (Kind.DATE,),
    ),
    **dict.fromkeys(
        """perusahaan lembaga kementerian badan bank partai organisasi platform aplikasi universitas klub
        tim outlet media produk merek acara film buku program fitur akun proyek institusi fraksi kubu
        kelompok yayasan sekolah judul julukan gelar istilah sebutan band grup lagu novel album kampus kapal
        maskapai suku bahasa agama penghargaan piala festival turnamen liga kompetisi komunitas koperasi
        restoran hotel majalah koran situs satelit operasi virus topan badai undang-undang latin tema slogan
        mahkamah komisi dewan asosiasi perkumpulan pabrik toko school foundation title song novel album ship
        airline language religion award cup league competition newspaper magazine website theme slogan
        company firm agency ministry organisation organization party platform app application
        university club team event account feature project brand programme program nama name""".split(),
        (Kind.NAME,),
    ),
    **dict.fromkeys(
        """orang tokoh menteri presiden gubernur bupati walikota direktur ketua kepala pelatih pemain hakim
        jaksa person minister president governor mayor director head coach player judge official""".split(),
        (Kind.PERSON, Kind.NAME),
    ),
    **dict.fromkeys(
        """jumlah persen persentase harga nilai luas panjang tinggi berat umur usia biaya anggaran total
        kecepatan suhu kapasitas omzet gaji tarif skor denda percentage percent price number amount
        share cost age budget score total length height area fine salary""".split(),
        (Kind.NUMBER,),
    ),
}
_UNITS_OF: dict[str, tuple[str, ...]] = {
    "persen": ("persen", "%"),
    "persentase": ("persen", "%"),
    "percent": ("persen", "%"),
    "percentage": ("persen", "%"),
    "share": ("persen", "%"),
    "umur": ("tahun", "usia", "umur"),
    "usia": ("tahun", "usia", "umur"),
    "age": ("tahun", "usia", "umur"),
    "old": ("tahun", "usia", "umur"),
    "harga": ("rp", "rupiah", "dolar", "harga", "us$"),
    "price": ("rp", "rupiah", "dolar", "harga", "us$"),
    "biaya": ("rp", "rupiah", "dolar", "juta", "miliar", "triliun"),
    "cost": ("rp", "rupiah", "dolar", "juta", "miliar", "triliun"),
    "rupiah": ("rp", "rupiah"),
    "juta": ("juta",),
    "miliar": ("miliar",),
    "triliun": ("triliun",),
    "lama": ("tahun", "bulan", "minggu", "pekan", "hari", "jam", "menit", "detik", "abad"),
    "long": ("tahun", "bulan", "minggu", "pekan", "hari", "jam", "menit", "meter", "kilometer", "km"),
    "luas": ("km", "kilometer", "hektar", "meter", "m2", "m²", "ha"),
    "area": ("km", "kilometer", "hektar", "meter", "m2", "m²", "ha"),
    "panjang": ("km", "meter", "mil", "cm"),
    "tinggi": ("meter", "mdpl", "cm", "kaki", "km"),
    "jarak": ("km", "meter", "mil"),
    "berat": ("kg", "kilogram", "gram", "ton"),
    "suhu": ("derajat", "°"),
    "kecepatan": ("km", "kilometer", "knot"),
    "skor": ("-", "poin"),
    "kali": ("kali",),
    "times": ("kali",),
    "gaji": ("rp", "rupiah", "dolar", "juta"),
    "denda": ("rp", "rupiah", "dolar", "juta", "miliar", "triliun"),
    "anggaran": ("rp", "rupiah", "dolar", "juta", "miliar", "triliun"),
    "budget": ("rp", "rupiah", "dolar", "juta", "miliar", "triliun"),
}


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives))


# Nouns after which "apa" or "apakah" asks for what they are, not for yes or no.
_ATTRIBUTES = (
    "nama|judul|istilah|sebutan|julukan|gelar|tema|slogan|makna|jenis|tujuan|fungsi|peran|profesi|jabatan|"
    "pekerjaan|agama|pangkat|posisi|isi|ibu|ibukota|mata uang|bahasa|lambang|warna|bentuk|manfaat|syarat|"
    "tugas|merek|hobi|penyebab|alasan|dampak|akibat|bahan|motif|kelebihan|keunggulan|kekurangan|perbedaan|ciri"
)

# Tried in order; the question is in standard, folded words.
_ASKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "list",
        _any(
            r"\b(?:apa|siapa|mana|di mana) (?:saja|aja)\b",
            r"^sebutkan\b",
            r"\b(?:list|name) (?:the|all|three|two)\b",
        ),
    ),
    (
        "why",
        _any(
            r"\b(?:mengapa|kenapa|why|reason)\b",
            r"\bapa(?:kah)? (?:yang )?(?:alasan|sebab|penyebab|menyebabkan)",
            r"\b(?:alasan|penyebab)nya apa\b",
            r"^what (?:caused|made)\b",
        ),
    ),
    (
        "when",
        _any(
            r"\b(?:kapan(?:kah)?|when)\b",
            r"\b(?:tanggal|tahun|pukul|jam|abad|hari|bulan) (?:ke )?(?:berapa|apa)(?:kah)?\b",
            r"\b(?:what|which) (?:year|date|day|month|time|century)\b",
        ),
    ),
    (
        "howmany",
        _any(
            r"\b(?:ke)?berapa(?:kah)?\b",
            r"\bhow (?:many|much|old|long|far|tall|big|large|often|fast)\b",
            r"\b(?:what|which) (?:percentage|percent|share|number|price|amount|proportion)\b",
        ),
    ),
    ("who", _any(r"\b(?:siapa(?:kah)?|who|whom|whose)\b")),
    ("where", _any(r"\b(?:(?:di|ke|dari) ?mana(?:kah)?|where)\b")),
    ("how", _any(r"\b(?:bagaimana(?:kah)?|how)\b")),
    (
        "definition",
        _any(
            r"\b(?:apa(?:kah)? itu|itu apa(?:kah)?|dimaksud)\b",
            r"\bapa(?:kah)? (?:maksud|arti|pengertian|definisi|kepanjangan)",
            r"\bwhat (?:does|do) .* mean\b|\b(?:define|definition|stand for)\b",
            r"^what(?: is| are|s) (?:a |an |the )?[\w ]{1,25}$",
        ),
    ),
    (
        "yesno",
        _any(
            r"^(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)\b",
            r"^(?:benarkah|betulkah|adakah|sudahkah|bisakah) ",
            rf"^apa(?:kah)? (?!(?:yang|{_ATTRIBUTES})\b)",
            r"^(?:emang|memang)\b",
        ),
    ),
    ("what", _any(r"\b(?:apa(?:kah)?|mana(?:kah)?|what|which)\b")),
)
_EXPECTS: dict[str, tuple[Kind, ...]] = {
    "who": (Kind.PERSON, Kind.NAME),
    "when": (Kind.DATE,),
    "where": (Kind.PLACE, Kind.NAME),
    "howmany": (Kind.NUMBER,),
}
_FOCUS = (
    re.compile(r"\b(?:berapa(?:kah)?)(?: (?:banyak|jumlah|besar|kah))* (\w+)"),
    re.compile(r"\b(?:how many|how much|which|what|from which|in which)(?: (?:kind|type|sort) of)? (\w+)"),
    re.compile(r"\b(?:apa(?:kah)? (?:nama|jenis|sebutan)|nama) (\w+)"),
    re.compile(r"\b(\w+) (?:apa(?:kah)?|mana(?:kah)?|berapa(?:kah)?)\b"),
    re.compile(r"\bapa(?:kah)? (\w+)"),
)
_GENERIC_WEIGHT = 0.25
# Asked nouns that the answer's sentence need not repeat ("negara" of "negara mana").
_GENERIC = frozenset(
    """nama jumlah tanggal tahun hari bulan jam pukul waktu abad negara kota provinsi kabupaten
    kecamatan desa daerah wilayah pulau tempat lokasi letak perusahaan lembaga organisasi orang
    tokoh persen total country city province region place year date day month time name company
    person number percent percentage amount share""".split()
)


def _focus(standard: str) -> tuple[str, ...]:
    for pattern in _FOCUS:
        for match in pattern.finditer(standard):
            word = match.group(1)
            if word not in EMPTY and word not in ("is", "was"):
                return (word,)
    return ()


def _expected(asks: str, focus: tuple[str, ...]) -> tuple[Kind, ...]:
    if asks in ("what", "list", "definition", "yesno", "where") and focus and focus[0] in _HEADS:
        return _HEADS[focus[0]] if asks in ("what", "list", "where") else ()
    return _EXPECTS.get(asks, ())


def _measured(norms: list[str], focus: tuple[str, ...]) -> tuple[str, ...]:
    """Return the asked noun: the measure ("umur") wherever it stands in a question for a number."""
    counted = any(n.startswith("berapa") and m not in EMPTY for n, m in pairwise(norms))
    if not counted and not any(f in _UNITS_OF for f in focus):
        return next(((n,) for n in norms if n in _UNITS_OF), focus)
    return focus


def units(focus: tuple[str, ...]) -> tuple[str, ...]:
    """Return the unit words of which an asked number must carry one, or none if any will do."""
    return tuple(u for f in focus for u in _UNITS_OF.get(f, ()))


@lru_cache(maxsize=1024)
def analyse(text: str) -> Question:
    """Analyse a question in Indonesian, colloquial Indonesian or English."""
    found = words(text)
    capitals = frozenset(
        w.norm for i, w in enumerate(found) if i > 0 and (text[w.start].isupper() or text[w.start - 1] == "@")
    )
    language = language_of(text)
    typed = [w.norm for w in found]
    norms = typed if language == "en" else standard(typed, capitals)
    joined = " ".join(norms)
    asks = next((name for name, pattern in _ASKS if pattern.search(joined)), "what")
    focus = _focus(joined)
    if language == "id" and asks == "howmany":
        focus = _measured(norms, focus)
    terms = english_terms(norms, capitals) if language == "en" else indonesian_terms(norms, capitals)
    return Question(
        text=text,
        language=language,
        asks=asks,
        expects=_expected(asks, focus),
        focus=focus,
        terms=tuple(
            replace(t, weight=t.weight * _GENERIC_WEIGHT)
            if t.surface in _GENERIC and t.surface in focus
            else t
            for t in terms
        ),
        search_text=(search_words(norms, capitals) if language == "en" else joined) or joined,
        negated=any(n in NEGATIONS for n in norms),
    )
