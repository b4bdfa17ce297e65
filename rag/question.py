"""What a question asks: its language, the kind of answer, and the words that must be found."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from rag.asked import CHOICE, EACH, HEADS, MEASURE_OF, MEASURES, head, measured, ordinal, plain, ranked
from rag.dates import months_named
from rag.morphology import root
from rag.relations import relation
from rag.rendering import search_words
from rag.spans import TITLES, Kind
from rag.speech import naming
from rag.speech.offices import KINSHIP
from rag.terms import (
    EMPTY,
    NEGATIONS,
    Term,
    as_typed,
    english_terms,
    indonesian_terms,
    language_of,
    owner,
    standard,
)
from rag.topics import less_of_concession, parted, topic_terms
from rag.words import folded, stem, words


@dataclass(frozen=True, slots=True)
class Question:
    """An analysed question.

    ``asks`` is who, what, when, where, howmany, why, how, yesno, definition, list or identity
    ("Siapa Teten Masduki?");
    ``expects`` the kinds of short answer in order of preference (empty: a sentence is the
    answer); ``focus`` the asked noun ("persen" of "berapa persen"), ``counted`` the noun right behind
    "berapa" or "how many", ``ordered`` the one whose number is asked for ("menit ke berapa"); ``relation``
    what is asked where a sentence is the answer (``rag/relations.py``).
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
    counted: str = ""
    ordered: str = ""
    relation: str | None = None


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives))


# Nouns after which "apa" or "apakah" asks for what they are, not for yes or no.
_ATTRIBUTES = (
    "nama|judul|istilah|sebutan|julukan|gelar|tema|slogan|makna|jenis|tujuan|fungsi|peran|profesi|jabatan|"
    "pekerjaan|agama|pangkat|posisi|isi|ibu|ibukota|mata uang|bahasa|lambang|warna|bentuk|manfaat|syarat|"
    "tugas|merek|hobi|penyebab|alasan|dampak|akibat|bahan|motif|kelebihan|keunggulan|kekurangan|perbedaan|ciri"
)

# "Makanan apa yang membuat siswa keracunan" asks for a thing, no reason.
_NO_SUCH_THING = "".join(
    f"(?<!{thing} )" for thing in "makanan minuman barang benda bahan zat obat penyakit virus bakteri".split()
)
# How much of it there is: a number. "Seberapa besar dampaknya" is told in words as well.
_MEASURED = "jauh|lama|sering|cepat|luas|panjang|berat|dalam|tua|banyak"
_SO_MUCH = (
    rf"\bseberapa (?:{_MEASURED}|tinggi|mahal|murah|"
    r"besar(?! (?:dampak|efek|pengaruh|peran|ancaman|bahaya|risiko|peluang|minat)\w*))\b"
)
# "Siapa nama tiga anak …" asks for all of them.
_SEVERAL = r"(?:dua|tiga|empat|lima|enam|tujuh|two|three|four|five|six|seven|[2-7])"
# What opens a question for yes or no in English.
_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|may|must|should)"
# "Can children who are vaccinated skip it?" and "Was it moving when …?" ask for yes or no.
_NO_YES = (
    rf"^(?!{_AUXILIARY}\b"
    r"(?!.*\b(?:know|say|tell) (?:me |us )?(?:who|whom|whose|when|where)\b))"
)
# Tried in order; the question is in standard, folded words.
_ASKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "list",
        _any(
            r"\b(?:apa|siapa|mana|di mana) (?:saja|aja)\b",
            r"^sebutkan\b",
            r"\b(?:list|name) (?:the|all|three|two)\b",
            rf"\bsiapa (?:nama )?{_SEVERAL} \w+",
            rf"\b(?:who|what) (?:are|were) the (?:names of the )?{_SEVERAL}\b",
        ),
    ),
    (
        "why",
        _any(
            r"\b(?:mengapa|kenapa|why|reason)\b",
            r"\bapa(?:kah)? (?:yang )?(?:alasan|sebab|penyebab|(?:ikut |turut |juga )?menyebabkan)",
            r"\b(?:alasan|sebab|penyebab)(?:nya)? apa\b",
            rf"{_NO_SUCH_THING}\bapa (?:yang )?(?:membuat|bikin)\b",
            r"\b(?:gara gara apa|karena apa|kok)\b",
            r"\bwhat (?:caused|made|prompted|triggered|led)\b|\bhow come\b",
        ),
    ),
    (
        "when",
        _any(
            r"\bkapan(?:kah)?\b",
            # No conjunction: "who spoke when …".
            rf"{_NO_YES}(?:(?!\b(?:how|who|whom|whose|what|which|where|why)\b).)*\bwhen\b",
            r"(?<!\bper (?=[bhj]))\b(?:tanggal|tahun|pukul|jam|abad|hari|bulan) (?:ke )?(?:ber)?apa(kah)?\b",
            r"\btahun (?:ajaran|pelajaran|anggaran|buku|fiskal|akademik) (?:berapa|apa)(?:kah)?\b",
            r"\b(?:what|which) (?:year|date|day|month|time|century)\b",
        ),
    ),
    (
        "howmany",
        _any(
            r"\b(?:ke)?berapa(?:kah)?\b",
            _SO_MUCH,
            r"\bhow (?:many|much|old|long|far|tall|big|large|often|fast|high|deep|wide|heavy)\b",
            r"^(?:jumlah|harga|tarif|total|umur|usia|number of|price of)\b"
            r"(?!.*\b(?:apa|siapa|mana|mengapa|bagaimana)\b)",
            r"\b(?:what|which) (?:percent(?:age)?|share|number|price|amount|proportion|minute|rank|floor)\b",
            r"^what (?:is|are|was|were) the (?:(?:maximum|minimum|total|exact|highest|lowest) )?number of\b",
        ),
    ),
    (
        "who",
        _any(
            r"\bsiapa(?:kah)?\b",
            # "what … the man who survived"
            rf"{_NO_YES}(?:(?!\b(?:how|what|which|why)\b).)*\b(?:who|whom|whose)\b",
            r"^nama (?!.*\b(?:apa|mana)\b)",
        ),
    ),
    # Where money comes from is no place.
    (
        "what",
        _any(r"\b(?:uang|dana|modal|pendapatan|pemasukan|penghasilan|biaya|bayaran)\w*\b.*\bdari ?mana\b"),
    ),
    (
        "where",
        _any(
            r"\b(?:di|ke|dari) ?mana(?:kah)?\b",
            # "how … the shop, where merchants sell …"
            rf"{_NO_YES}(?:(?!\b(?:how|what|which|why)\b).)*\bwhere\b",
            r"^alamat\b|\balamat$",
        ),
    ),
    # "Which account told how quiet it was" asks for the account.
    (
        "how",
        _any(r"\bbagaimana(?:kah)?\b", r"^(?:(?!\b(?:what|which|who|whose|where|when|why)\b).)*\bhow\b"),
    ),
    (
        "definition",
        _any(
            r"\b(?:apa(?:kah)? itu|itu apa(?:kah)?|dimaksud)\b",
            r"\bapa(?:kah)? (?:maksud|arti|pengertian|definisi|kepanjangan)",
            r"\bwhat (?:does|do) .* mean\b|\b(?:define|definition|stand for)\b",
            rf"^what(?: is| are|s) (?!.* s |{MEASURE_OF})(?:a |an |the )?[\w ]{{1,25}}$",
        ),
    ),
    (
        "yesno",
        _any(
            rf"^{_AUXILIARY}\b",
            r"^(?:benarkah|betulkah|adakah|sudahkah|bisakah) ",
            rf"^apakah (?!(?:yang|{_ATTRIBUTES})\b)",
            r"^apa (?:benar|betul|ada|sudah|masih|bisa|boleh|pernah|akan|memang|perlu|tidak)\b",
            r"^apa (?:di|me|ber)\w{4,}",
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
_SCALES = "puluh|ratus|ribu|juta|miliar|triliun"
_WHICH = r"(?:apa|mana|berapa)(?:kah)?"
_NOUN_FIRST = re.compile(rf"\b(\w+)(?: (?:asing|lokal|swasta|besar|kecil|baru|lain|daring))? {_WHICH}\b")
# "Di kilometer berapa jalan itu putus": the asked noun stands before the number's word; "komisi dari penjual
# berapa persen" asks for per cent.
_AT_WHICH = re.compile(
    r"\b(?:di|ke|dari|pada|sampai|hingga) (\w+) (?:ke ?)?berapa(?:kah)?\b"
    rf"(?! (?:{'|'.join(sorted(MEASURES))}|orang|kali)\b)"
)
_FOCUS = (
    _AT_WHICH,
    re.compile(r"\b(akun)(?:nya)? siapa\b"),
    re.compile(rf"\bseberapa ({_MEASURED})\b"),
    re.compile(r"\bseberapa (?:tinggi|mahal|murah|besar) (\w+)"),
    re.compile(r"\bhow (old|long|far|tall|big|large|often|fast|high|deep|wide|heavy)\b"),
    re.compile(rf"\b(?:berapa(?:kah)?)(?: (?:banyak|jumlah|seluruh|besar|kah|{_SCALES}))* (\w+)"),
    re.compile(r"^what .*\bnumber of (\w+)"),
    re.compile(r"^what (?:is|are|was|were) .+ s (\w+)$"),
    re.compile(r"\b(?:how many|how much|which|what|from which|in which)(?: (?:kind|type|sort) of)? (\w+)"),
    re.compile(rf"\b(?:apa(?:kah)? (?:nama|jenis|sebutan)|nama) (?:{_SEVERAL} )?(\w+)"),
    _NOUN_FIRST,
    re.compile(r"\bapa(?:kah)? (\w+)"),
)
_WAS = "mantan"  # how a passage tells of what somebody was
_RELATED, _GENERIC_WEIGHT = frozenset(("what", "why", "how", "list")), 0.25
# No asked noun, behind "berapa" either: "umur Rere berapa sekarang".
_NO_NOUN = EMPTY | frozenset(
    """sekarang kini saat total totalnya sebenarnya kemarin tadi sebelum sebelumnya sesudah setelah
    selama sekali lawan melawan versus vs kontra now today currently before after""".split()
)
# "Naik jadi berapa tahun ini", where no years are counted.
_THIS_YEAR = re.compile(
    r"(?<=\bberapa) (?:tahun|bulan|minggu|pekan|hari|malam|musim) (?:ini|itu|depan|kemarin|20\d\d)\b"
)
_OFFICES = TITLES | HEADS.keys() | naming.ROLE_HEADS | KINSHIP
# Else "milik" and "punya" are words that hold a sentence together.
_ASKS_OWNER = re.compile(
    r"\b(?:milik|punya|punyanya|kepunyaan) siapa\b|\bsiapa yang (?:punya|memiliki|mempunyai)\b"
)
_NAMES = frozenset("nama namanya name names".split())
_COUNTED = re.compile(
    r"\b(?:berapa(?:kah)?|how many|number of)"
    rf"(?: (?:banyak|jumlah|orang(?= \w+ yang)|{_SCALES}|thousand|million|billion))? (\w+)"
)
_THERE_ARE = re.compile(r"^(\w{3,}) (?:\w+ ){0,3}ada berapa(?: orang)?$")
# Asked nouns that the answer's sentence need not repeat ("negara" of "negara mana").
_GENERIC = frozenset(
    """nama jumlah tanggal tahun hari bulan jam pukul waktu abad negara kota provinsi kabupaten kecamatan
    desa daerah wilayah pulau tempat lokasi letak acara jabatan jabatannya menjabat posisi posisinya pejabat
    kedudukan uang rupiah money peringkat urutan ranking rank position job perusahaan lembaga organisasi orang
    tokoh persen total country city province region place year date day month time name company person number
    percent percentage amount share""".split()
)
# What is pasted from a page may bring its markup along.
_TAG = re.compile(r"</?[a-z][^<>]{0,80}>", re.IGNORECASE)
# "Brp %" asks for per cent.
_PERCENT_SIGN = re.compile(r"(?<=brp|apa) ?%", re.IGNORECASE)
# "Q1 2026" is its first quarter.
_QUARTER = re.compile(r"\bQ([1-4])\b")
_QUARTERS = {
    "id": ("kuartal pertama", "kuartal kedua", "kuartal ketiga", "kuartal keempat"),
    "en": ("first quarter", "second quarter", "third quarter", "fourth quarter"),
}
# "Menurut Direktur Rimba, apa …": whom it names is not asked for.
_ACCORDING = re.compile(
    r"\s*(?:menurut|kata|according to)\s(?!(?:siapa|apa|who|what)\b)[^,?]+,\s*", re.IGNORECASE
)


def _focus(standard: str, nameless: str) -> tuple[str, ...]:
    """Return the asked noun; ``nameless`` is the question without its names: "akun TikTok mana"."""
    for pattern in _FOCUS:
        text = nameless if pattern is _NOUN_FIRST else standard
        for match in pattern.finditer(text):
            word = match.group(1)
            of_each = EACH.match(word) or text.endswith(" per ", 0, match.start(1))
            if word not in _NO_NOUN and not of_each:
                return (word,)
    return ()


def _nameless(norms: list[str], capitals: Set[str]) -> str:
    """Return a question without its names; its first word has a capital anyway: "Film apa … Film Terbaik"."""
    return " ".join(norms[:1] + [norm for norm in norms[1:] if norm not in capitals])


def _expected(asks: str, noun: str, norms: list[str]) -> tuple[Kind, ...]:
    """Return the kinds of short answer that are asked for, likeliest first."""
    if asks == "list" and ("siapa" in norms or "who" in norms):
        return _EXPECTS["who"]
    if asks in ("what", "list") and _of_somebody(norms):
        return _EXPECTS["who"]
    if asks in ("what", "list", "where") and noun in HEADS:
        # "Menjadi menteri apa" asks for an office, "menteri mana" for who holds it.
        office = HEADS[noun][0] is Kind.PERSON and (noun, "apa") in pairwise(norms)
        return () if office else HEADS[noun]
    return _EXPECTS.get(asks, ())


def _of_somebody(norms: list[str]) -> bool:
    """Tell "nama suami Sari" and "names of the four suspects" from "nama klub yang dilatih Sari"."""
    begun = next((n for n, norm in enumerate(norms) if norm in _NAMES), len(norms))
    for norm in norms[begun + 1 :]:
        word = norm.removesuffix("nya")
        forms = {word, word.removesuffix("s")}
        if forms & naming.ROLE_HEADS:
            return True
        if forms & HEADS.keys():
            return Kind.PERSON in HEADS[min(forms & HEADS.keys())]
    return False


def _counted(standard: str) -> str:
    """Return the noun that is counted, if one stands right behind "berapa" or "how many"."""
    match = None if _AT_WHICH.search(standard) else _COUNTED.search(standard)
    if match and match.group(1) not in _NO_NOUN:
        return match.group(1)
    there = _THERE_ARE.search(standard)  # "anaknya Karso ada berapa"
    return there.group(1).removesuffix("nya") if there else ""


def _names_somebody(terms: Sequence[Term]) -> bool:
    """Tell "Siapa Teten Masduki?", which gives the name, from "Siapa Menteri Koperasi?", which asks for it.

    In small letters, a word that no dictionary has is a name.
    """
    return bool(terms) and all(
        (t.name or (len(t.alternatives) == 1 and root(t.surface.removesuffix("nya")) is None))
        and not t.number
        and not _OFFICES.intersection((*t.surface.split(), t.surface.removesuffix("nya")))
        for t in terms
    )


@lru_cache(maxsize=1024)
def analyse(text: str) -> Question:
    """Analyse a question in Indonesian, colloquial Indonesian or English, and the topics behind it."""
    own, topics = parted(text)
    question = _analysed(own)
    if not topics:
        return question
    carried = topic_terms(topics, question.terms, question.language)
    norms = folded(" ".join(topics))
    led = search_words(norms, frozenset()) if question.language == "en" else " ".join(norms)
    return replace(question, terms=(*question.terms, *carried), search_text=f"{question.search_text} {led}")


def _analysed(text: str) -> Question:
    language = language_of(text)
    written = _PERCENT_SIGN.sub(" persen", _TAG.sub(" ", text))
    written = _QUARTER.sub(lambda quarter: _QUARTERS[language][int(quarter[1]) - 1], written)
    found = words(written)
    capitals = frozenset(
        w.norm
        for i, w in enumerate(found)
        if i > 0 and (written[w.start].isupper() or written[w.start - 1] == "@")
    )
    typed = months_named(written, found)
    norms = typed if language == "en" else ranked(standard(typed, capitals))
    joined = " ".join(norms)
    asked = norms
    if led := _ACCORDING.match(written):
        behind = [w.norm for w in found if w.start >= led.end()]
        asked = (behind if language == "en" else standard(behind, capitals)) or norms
    asked = plain(asked)
    bare = _THIS_YEAR.sub("", " ".join(asked))
    wordless = "yesno" if text.rstrip().endswith("?") else "what"  # "udah dikabulin gak?", "harga cabai"
    asks = next((name for name, pattern in _ASKS if pattern.search(bare)), wordless)
    ordered = ordinal(bare)
    focus = (ordered,) if ordered else _focus(bare, _nameless(asked, capitals))
    if asks == "howmany" and not ordered:
        focus = measured(asked, focus, _NO_NOUN)
    terms = english_terms(norms, capitals) if language == "en" else indonesian_terms(norms, capitals)
    spoken = {} if language == "en" else as_typed(typed, capitals)
    terms = [
        replace(t, alternatives=(*t.alternatives, (stem(spoken[t.surface]),))) if t.surface in spoken else t
        for t in terms
    ]
    if asks == "why":
        terms = less_of_concession(terms, norms)
    if asks == "who" and _ASKS_OWNER.search(joined):
        terms.append(owner())
    elif asks == "who" and _names_somebody(terms):
        asks = "identity"
    degree = next((m for n, m in pairwise(norms) if n == "seberapa"), "")  # told by a number
    noun = head(asked, focus)
    if not focus and HEADS.get(noun) == (Kind.NUMBER,):  # "what was the price of": told in money
        focus = (noun,)
    expects = () if CHOICE.search(bare) else _expected(asks, noun, asked)
    told = relation(asks, joined) if asks in _RELATED and not expects else None
    searched = search_words(norms, capitals) if language == "en" else " ".join([joined, *spoken.values()])
    return Question(
        text=text,
        language=language,
        asks=asks,
        expects=expects,
        focus=focus,
        terms=tuple(
            replace(t, weight=t.weight * _GENERIC_WEIGHT)
            if (t.surface in _GENERIC and t.surface in focus) or t.surface == degree
            else t
            for t in terms
        ),
        search_text=f"{searched or joined} {_WAS}" if told == "former" else searched or joined,
        negated=any(n in NEGATIONS for n in norms),
        counted=_counted(bare) if asks == "howmany" and not ordered else "",
        ordered=ordered,
        relation=told,
    )
