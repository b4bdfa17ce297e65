"""How well a number, a date or a place fits what is asked for: factors, under 1 for another sort."""

from __future__ import annotations

import re
from collections.abc import Set

from rag.asked import ANYBODY, MEASURES, PEOPLE, RANKED, THINGS, leads_in_order, units
from rag.before_after import is_moved_from, is_of_its_time, left_behind
from rag.candidate import Sentence
from rag.in_order import ASKS_ORDER, comes_after
from rag.numerals import counts as is_numeral
from rag.of_another import is_of_another
from rag.question import Question
from rag.spans import PLACE_WORDS, Kind, TypedSpan
from rag.speech.naming import ROLE_HEADS
from rag.words import fold, folded, stem

# Numbers in order, and questions that ask for one.
_ORDINAL = re.compile(
    r"(?:ke-|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\b|pertama\b)", re.I
)
_MONEY = re.compile(r"^(?:rp|us\$|usd|\$|€)|%$", re.I)
MISFIT, _IN_ORDER = 0.3, 0.75
# A place that belongs to the name of an office or of who holds it, and one that somebody comes from.
_OF_OFFICE = re.compile(
    r"(?:\b(?:pemerintah|kepolisian|"
    r"pemkab|pemkot|pemprov|dinas|badan|komisi|kpu|bawaslu|dprd|bupati|gubernur|wali kota|"
    r"camat|lurah|polda|polres|polsek|kapolda|kapolres|kapolsek|kejaksaan|pengadilan|negeri|tinggi|bank|kepala|ketua|"
    r"sekretaris)|\([A-Z]{2,}\))\s+(?:[A-Z][\w-]+\s+){0,3}$",
    re.I,
)
_SORTS = frozenset(map(stem, PLACE_WORDS))
_OF_SORT, _OF_ANOTHER_SORT = 1.4, 0.6
# "Terdaftar di Singapura": the word of the question that leads a place in.
_LEADS_IN, _BESIDE_IT = re.compile(r"\b(\w+) (?:di|ke|dari|in|at|from|to) (?:[a-z]+ )?$"), 1.4
# "Ke mana" asks for no place that something comes from, "dari mana" for none that it goes to.
_OTHER_WAYS = (
    (
        re.compile(r"\bke ?mana\b|\bwhere\b.*\b(?:to|go|going|headed|heading|bound)\b", re.I),
        re.compile(r"\b(?:dari|from)\s(?:[a-z]+\s){0,2}$", re.I),
    ),
    (
        re.compile(r"\bdari ?mana\b|\bwhere\b.*\bfrom\b|\bfrom where\b", re.I),
        re.compile(r"\b(?:ke|menuju|tujuan|arah|to|towards?|into)\s(?:[a-z]+\s){0,2}$", re.I),
    ),
)
_ORIGIN = re.compile(r"\b(?:ber)?asal(?:nya)?\b|\bd(?:ari|r) (?:\w+ ){0,2}mana\b|\bfrom\b", re.I)
# "Dari 274 murid, 229 masih bertahan": the whole is told of for the part's sake.
_OUT_OF, _OF_ALL = (
    re.compile(
        r"(?<!lebih )(?<!kurang )\bdari (?:total |sekitar |seluruh |harga )?$|\bof (?:the|all|its|their) $",
        re.I,
    ),
    0.45,
)
# Characters before a number that stand close to it.
_NEAR = 40
# "Five of the seven villages": the part has its number right before.
_OUT_OF_IT = re.compile(
    r"\b(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
    r" (?:of (?:the|all|its|their)|dari (?:total |seluruh )?)\s?$",
    re.I,
)
# "Enam kapal, dua di antaranya rusak", "six ferries, two of which are out of service": of the part is told
# what stands behind it, of the whole what stands before.
_PARTED = re.compile(r"antaranya|of (?:which|whom|them)", re.I)
_OF_WHICH = re.compile(r"(\S+)(?: orang| unit| buah)? (?:di ?antaranya|of (?:which|whom|them))\b", re.I)
# A multiple is how many times, nothing else; what is asked in money or per cent is told so.
_MULTIPLE = re.compile(r"\bkali(?: lipat)?$|^(?:dua|tiga|empat|lima) kali", re.I)
_ASKS_MULTIPLE = frozenset(map(stem, ("kali", "lipat")))
IN_MONEY = frozenset(
    map(
        stem,
        """nilai biaya ongkos harga kerugian anggaran omzet laba pendapatan utang denda tarif gaji upah hadiah
        dana modal simpanan pinjaman keuntungan honor ganti kompensasi subsidi setoran investasi""".split(),
    )
)
# What a sum may be of; one kind is not another: a fine is no revenue.
_SUMS = tuple(
    frozenset(map(stem, kind.split()))
    for kind in (
        "harga tarif biaya ongkos sewa ganti kompensasi pesangon", "gaji upah honor tunjangan",
        "laba keuntungan", "omzet pendapatan penjualan pemasukan", "kerugian rugi", "denda", "hadiah bonus",
        "utang pinjaman kredit", "valuasi", "subsidi bantuan", "anggaran dana modal investasi biaya",
        "pendanaan", "dividen", "setoran simpanan", "kontrak", "harta kekayaan", "pajak retribusi",
    )
)  # fmt: skip
_SUM_WORDS = 10  # before a sum, in which what it is of stands
_IN_PERCENT = frozenset(map(stem, "bunga inflasi persentase pertumbuhan suku persen".split()))
SIGNED = re.compile(r"(?:rp\.?|us\$|\$|€|rupiah|doll?ar)", re.I)
# 'Terbesar "kedua" di dunia', "terbanyak nomor tiga"; asked for as "nomor berapa di dunia" too.
_RANKED = RANKED | {"nomor"}
_IS_RANKED = re.compile(r"\bter\w{4,}\W+(?:(?:nomor|urutan) )?$", re.I)
# "Zona 2", "Pasal 22", "pukul 5": a number that something is called by.
LABEL = re.compile(
    r"\b(zona|pasal|ayat|kelas|rt|rw|nomor|no|tahap|gelombang|kategori|golongan|tipe|level|grup|jilid|fase|"
    r"kloter|seri|edisi|jalur|lajur|peron|lantai|blok|bab|pukul|jam|terminal|dermaga|gerbang|kilometer|km|"
    r"negeri|sdn?|smpn?|sman?|smkn?|liga|divisi|zone|article|class|phase|group|gate)\.? $",
    re.I,
)
# "KM Tirta Bahari 07" counts nothing; "TPS 07" is one of several.
_SERIAL, _CALLED = re.compile(r"0\d{1,2}"), re.compile(r"\b[A-Z][a-z]{3,} $")
_DENIED = re.compile(r"\bbukan(?:lah)? (?:[\w,]+ ){0,3}$", re.I)
_INSTEAD = re.compile(r"[^.;]{0,120}\b(?:melainkan|tetapi|tapi)\b", re.I)
_AFTER_DENIAL, _MEANT = re.compile(r"\bbukan(?:lah)?\b[^.;]{1,120}\bmelainkan $", re.I), 1.5
_AGE = frozenset(map(stem, "umur usia age old".split()))
_AGED_BEFORE = re.compile(r"(?:\b(?:ber)?(?:usia|umur)\w*|\baged?)(?: [a-z]+){0,2} $|\($|, $", re.I)
# "Rukmini Dalurasa (67)" tells how old she is.
_IN_BRACKETS = re.compile(r"[a-z] \(\d{1,2}\)")
# "Ia belajar menenun pada umur sembilan tahun": how old she was then.
_AT_AGE = re.compile(
    r"\b(?:pada|di|sejak|saat|ketika|at|since) (?:umur|usia|the age of|age)(?: [a-z]+)? $", re.I
)
_DIED = re.compile(
    r"\b(?:meninggal|wafat|tewas|berpulang|tutup usia|ditangkap|died|killed|arrested)\b[^,.;]{0,40}$", re.I
)
_ASKS_AT_AGE = re.compile(
    r"\b(?:pada|di|sejak|saat|ketika|waktu|pas|mulai|pertama|when|at what|begin|began|start\w*|was)\b", re.I
)
_AGED_BEHIND = re.compile(
    r"(?:\s*tahun)?\)|,|(?:[ -]?years?[ -]?|\s*tahun )?(?:old\b|itu\b|ini\b)| (?:itu|ini)\b|\s*tahun,", re.I
)


# "Total kerugian" is not what one of them lost: "Darsim mengaku rugi Rp 60 juta".
_ASKS_TOTAL = re.compile(
    r"\b(?:total(?:nya)?|keseluruhan|seluruhnya|semuanya|altogether|overall|in all)\b", re.I
)
_OF_ONE = re.compile(
    r"\b(?:mengaku|saya|masing-masing|setiap|tiap|each|every)\b[^.;]{0,40}$"
    r"|\b(?:terdiri (?:atas|dari)|rinciannya)\b[^.;]{0,120}$",
    re.I,
)
# "Bergeser ke satu sisi" counts no trucks.
_ONE, _ASIDE = frozenset(("satu", "one")), frozenset("sisi pihak arah hal kata side hand way thing".split())


# "Unggul 11 suara atas Karyo", "dua angka di bawah Bintang Laut": by how much, and not how many.
_APART = re.compile(
    r"\b(?:unggul|selisih\w*|terpaut|tertinggal|berjarak|(?:ahead|behind|led|leads?|won) by|margin of)"
    r"(?: (?:hanya|cuma|tipis|sekitar|hampir|sebanyak|sebesar|just|only|about|nearly))? $",
    re.I,
)
_AGAINST = re.compile(r"(?: [a-z]+)? (?:berbanding|lawan|melawan|to|against)\b", re.I)
_APART_BEHIND = re.compile(
    r"(?: [a-z]+)? (?:(?:di (?:atas|bawah)|lebih [a-z]+ (?:dari|dibanding|ketimbang|atas)|above|below|behind|"
    r"ahead of|clear of)\b|(?:more|fewer|less) [a-z]* ?than\b)",
    re.I,
)
# A score and a share are no lead, and what is no point, vote or goal is "above" something in space.
_SHARE = re.compile(r"^\d+[-–]\d|persen|%|percent", re.I)
_SCORED_BY = frozenset("poin angka suara gol kursi medali peringkat points votes goals seats boats".split())
_ASKS_APART = re.compile(
    r"\b(?:selisih\w*|beda\w*|perbeda\w*|unggul\w*|terpaut|tertinggal|jarak\w*|lebih|kurang|di atas|di bawah|"
    r"kalah|menang\w*|margin|difference|ahead|behind|gap|lead|more|fewer|less|above|below)\b",
    re.I,
)


# "5-4" counts nobody.
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_ASKS_SCORE = re.compile(
    r"\b(?:skor\w*|scores?|hasil\w*|kedudukan|berapa[- ]berapa|menang|kalah|unggul|won|lost|beat|result)\b",
    re.I,
)
_HOW_MANY_THERE_ARE = re.compile(r"\bada berapa\b", re.I)
# Pupils are called children, and children who fall ill at school pupils.
_CHILDREN = frozenset("siswa murid anak students children".split())


def counts(question: Question, span: TypedSpan, following: str, asked: Set[str]) -> bool:
    """Say whether a number can be how many there are of what is counted: no money, no other thing, nor what
    the word ``following`` it says is counted ("21 juta UMKM")."""
    text = span.text.lower()
    if _ORDINAL.match(text):
        return bool(question.ordered or ASKS_ORDER.search(question.text))
    if text in _ONE and following in _ASIDE:
        return False
    if _SCORE.fullmatch(text) and not _ASKS_SCORE.search(question.text):
        return False
    if _MONEY.search(text) and _HOW_MANY_THERE_ARE.search(question.search_text):
        return False
    unit = text.split()[-1]
    if question.counted not in PEOPLE | THINGS or unit in units((question.counted,)):
        return True
    if unit in MEASURES or _MONEY.search(text):
        return False
    if question.counted in PEOPLE:
        nouns = PEOPLE.intersection((unit, following))
        if nouns:
            alike = ANYBODY | _CHILDREN if question.counted in _CHILDREN else ANYBODY
            return question.counted in ANYBODY or any(n in alike or stem(n) in asked for n in nouns)
    return all(noun not in PEOPLE | THINGS or stem(noun) in asked for noun in (unit, following))


_HEADS_COUNTED = frozenset("orang jiwa people persons".split())
# What is counted or measured, beside what a question asks to count.
_COUNTABLE = MEASURES | PEOPLE | THINGS


def counts_others(question: Question, sentence: Sentence, span: TypedSpan, following: str) -> bool:
    """Say whether a number is of something else than another number in the sentence, which is of what is
    asked: "312 rumah di tiga dusun"."""
    own = {span.text.lower().split()[-1], following} & _COUNTABLE
    asked = stem(question.counted)
    people = question.counted in PEOPLE and not own.isdisjoint(PEOPLE)
    people = people or (question.counted not in _COUNTABLE and not own.isdisjoint(_HEADS_COUNTED))
    if not asked or not own or people or asked in map(stem, (*own, *folded(span.text))):
        return False
    beside = [
        norm for norm, behind in zip(sentence.norms, sentence.stems[1:], strict=False) if behind == asked
    ]
    return any(norm[0].isdigit() or is_numeral(norm) for norm in beside)


def expressed(sentence: Sentence, span: TypedSpan, focus: Set[str]) -> float:
    """Return a factor under 1 for a number in another unit than what is asked for is told in."""
    end = sentence.text[span.start : span.end + 12]
    before = sentence.text[: span.start]
    if _OUT_OF.search(before) and not left_behind(sentence.text, span):
        return _OF_ALL
    if _MULTIPLE.search(span.text) and not focus & _ASKS_MULTIPLE:
        return MISFIT
    if focus & _IN_PERCENT:
        return 1.0 if "%" in end or "persen" in end else MISFIT
    if focus & IN_MONEY:
        signed = SIGNED.search(sentence.text[max(0, span.start - 4) : span.end + 10])
        if signed is None and (SIGNED.search(sentence.text) or span.text.lower().split()[-1] in MEASURES):
            return MISFIT
    return 1.0


def _is_another_sum(before: str, focus: Set[str]) -> bool:
    """Say whether a sum is told to be of another kind than is asked for: "laba Rp 3 miliar" is no revenue."""
    asked = [kind for kind in _SUMS if kind & focus]
    if not asked:
        return False
    led = [stem(word) for word in folded(before)[-_SUM_WORDS:]]
    told = next((word for word in reversed(led) if any(word in kind for kind in _SUMS)), None)
    another = told is not None and not any(told in kind for kind in asked)
    return another and focus.isdisjoint(led)


def stands(question: Question, sentence: Sentence, span: TypedSpan, focus: Set[str]) -> float:
    """Return a factor for where a span stands: under 1 for what is denied there or comes second where the
    first is asked for, and for a number that was, that something is called by, that is no age, that is of
    a part or of the whole, or that another one is converted to; over 1 behind "bukan … melainkan"."""
    before, behind = sentence.text[: span.start], sentence.text[span.end :]
    if "bukan" in before.lower():
        if _AFTER_DENIAL.search(before):
            return _MEANT
        if _DENIED.search(before) and _INSTEAD.match(behind):
            return MISFIT
    if comes_after(question, sentence.text, before):
        return MISFIT
    if span.kind is Kind.DATE:
        return MISFIT if is_moved_from(question, sentence.text, span) else 1.0
    if span.kind is not Kind.NUMBER:
        return 1.0
    if _SERIAL.fullmatch(span.text) and _CALLED.search(before):
        return MISFIT
    if question.ordered:
        # An article tells of many a minute: each says less than a count would.
        led = leads_in_order(question.ordered).intersection(folded(before)[-1:])
        ranked = question.ordered in _RANKED and _IS_RANKED.search(before)
        was = left_behind(sentence.text, span) and not is_of_its_time(question, sentence.text, span)
        return _IN_ORDER if (led or ranked) and not was else MISFIT
    label = LABEL.search(before)
    if label and not re.search(rf"\b{label[1]} (?:ke)?(?:berapa|brp|mana|apa)\b", question.text, re.I):
        return MISFIT
    led_by = _APART.search(before) and not (_AGAINST.match(behind) or _SHARE.search(span.text + behind[:8]))
    scored = not _SCORED_BY.isdisjoint(folded(f"{span.text} {behind[:12]}")[:3])
    if led_by or (scored and _APART_BEHIND.match(behind)):
        return 1.0 if _ASKS_APART.search(question.text) else MISFIT
    if not focus & _AGE and _IN_BRACKETS.match(sentence.text[max(0, span.start - 3) : span.end + 1]):
        return MISFIT
    began = focus & _AGE and _AT_AGE.search(before) and not _DIED.search(before)
    if began and not _ASKS_AT_AGE.search(question.text):
        return MISFIT
    if focus & _AGE and not (
        _AGED_BEFORE.search(before) or _AGED_BEHIND.match(behind) or _is_of_somebody(before)
    ):
        return MISFIT
    if is_of_another(question, sentence.text, span) or _is_another_sum(before, focus):
        return MISFIT
    if _is_of_another_part(question, sentence, span) or _OUT_OF_IT.search(before[-_NEAR:]):
        return MISFIT
    if _ASKS_TOTAL.search(question.text) and _is_of_one(question, before):
        return MISFIT
    if before.endswith("(") and SIGNED.match(span.text) and SIGNED.search(before):
        return _OF_ALL
    return 1.0 if is_of_its_time(question, sentence.text, span) else MISFIT


def _is_of_one(question: Question, before: str) -> bool:
    """Say whether a number is what one of several had, where that is not asked and no total is told."""
    own = _OF_ONE.search(before) and not _OF_ONE.search(question.text)
    return bool(own) and _ASKS_TOTAL.search(before[-_NEAR:]) is None


# "Penenun 71 tahun", "bocah 4 tahun", "anak saya baru 6 tahun"; "sudah menjadi penenun 40 tahun" is no age.
SOMEBODY = (PEOPLE | ROLE_HEADS).union(
    "bocah lelaki wanita remaja gadis pemuda pemudi nenek kakek bayi".split()
)
_AGED = SOMEBODY.union("baru genap menginjak".split())
_BEEN = re.compile(r"\b(?:menjadi|sebagai|jadi|selama|been|for)\b(?: \S+){0,3} $", re.I)


def _is_of_somebody(before: str) -> bool:
    """Say whether years stand right behind a word for somebody, whose age they are."""
    return _BEEN.search(before) is None and not _AGED.isdisjoint(folded(before[-_NEAR:])[-1:])


def _is_of_another_part(question: Question, sentence: Sentence, span: TypedSpan) -> bool:
    """Say whether a number is of the whole where a part is asked for, or the other way round."""
    part = _OF_WHICH.search(sentence.text) if _PARTED.search(sentence.text) else None
    if part is None or span.start > part.end():
        return False
    told = {sentence.stems[i] for i in sentence.inside(part.end(), len(sentence.text))}
    told -= {sentence.stems[i] for i in sentence.inside(0, part.start())}
    content = [
        t for t in question.terms if not t.number and t.surface not in (*question.focus, question.counted)
    ]
    of_part = any(s in told for term in content for phrase in term.alternatives for s in phrase)
    is_part = part.start(1) <= span.start < part.end()
    return bool(content) and of_part is not is_part


def located(
    question: Question, sentence: Sentence, span: TypedSpan, heads: Set[str], asked: Set[str]
) -> float:
    """Return a factor for a place: over 1 for one of the sort asked for and one that a word of the question
    leads in, under 1 for another sort, for part of an office's name, and for where somebody is from.

    ``heads`` are the stems of what may be asked for ("Di stadion mana" asks for a stadium), ``asked`` those
    of all the question.
    """
    before = sentence.text[max(0, span.start - 60) : span.start]
    if _OF_OFFICE.search(before):
        return MISFIT
    if re.search(r"\basal $", before) and not _ORIGIN.search(question.text):
        return MISFIT
    if any(way.search(before) and asks.search(question.text) for asks, way in _OTHER_WAYS):
        return MISFIT
    led = _LEADS_IN.search(before)
    called = folded(span.text)
    if heads & {stem(word) for word in (*folded(before)[-1:], *called)}:
        return _OF_SORT
    sort = _OF_ANOTHER_SORT if called[0] in PLACE_WORDS and heads & _SORTS else 1.0
    return sort * (_BESIDE_IT if led and stem(fold(led[1])) in asked else 1.0)
