"""What an asked noun asks for: "kota mana" a place, "merek apa" a name, "berapa harga" an amount of money."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from itertools import pairwise

from rag.morphology import root
from rag.spans import Kind
from rag.terms import EMPTY

# Which of two: both names stand in the question already. In standard, folded words.
CHOICE = re.compile(
    r"^(?:antara|di antara|between) .*\b(?:dan|atau|sama|and|or)\b.*"
    r"\b(?:mana|which|(?:siapa|who)(?: yang)? (?:\w+ )?(?:lebih|paling|more|most|has more|\w+er))\b"
)
HEADS: dict[str, tuple[Kind, ...]] = {
    **dict.fromkeys(
        """negara kota provinsi kabupaten kecamatan desa daerah wilayah pulau tempat lokasi benua stadion
        gedung jalan ruas kawasan pasar bandara rumah alamat pelabuhan letak kelurahan dusun kampung
        sungai gunung danau laut selat teluk stasiun terminal bukit lembah alun-alun asal rutan penjara
        lapas country prison jail road city province region place island town district stadium building
        street market village river mountain lake port airport station regency county subdistrict hamlet
        neighborhood neighbourhood laboratorium laboratory lab hospital court jurisdiction
        yurisdiksi""".split(),
        (Kind.PLACE, Kind.NAME),
    ),
    **dict.fromkeys(
        """tahun tanggal hari bulan jam pukul abad waktu year date day month time century weekday""".split(),
        (Kind.DATE,),
    ),
    **dict.fromkeys(
        """perusahaan lembaga kementerian badan bank partai organisasi platform aplikasi universitas klub tim
        outlet media produk merek acara film buku program fitur akun proyek institusi fraksi kubu kelompok
        yayasan sekolah judul julukan gelar istilah sebutan band grup lagu novel album kampus kapal
        maskapai suku bahasa agama penghargaan piala festival turnamen liga kompetisi komunitas koperasi
        restoran hotel majalah koran pabrik kedai klinik merk surat kabar rintisan startup situs satelit
        operasi virus topan badai undang-undang latin tema slogan mahkamah komisi dewan asosiasi
        perkumpulan toko museum label studio vendor pemasok school party paper foundation title song ship
        airline language religion award cup league competition newspaper magazine website theme company firm
        agency ministry organisation organization app application university supplier club team event account
        feature project brand programme nama name""".split(),
        (Kind.NAME,),
    ),
    **dict.fromkeys(
        """orang tokoh menteri presiden gubernur bupati walikota direktur ketua kepala pelatih pemain hakim
        jaksa sutradara pencipta pendiri penulis pemilik korban investor anggota person minister president
        governor mayor director head coach player judge official member founder owner author man woman men
        women people victim suspect defendant worker pria wanita lelaki perempuan tersangka
        terdakwa""".split(),
        (Kind.PERSON, Kind.NAME),
    ),
    **dict.fromkeys(
        """jumlah persen persentase harga nilai luas panjang tinggi berat umur usia biaya anggaran total
        kecepatan suhu kapasitas omzet gaji tarif skor denda percentage percent price number amount share
        cost age budget score length height area fine salary ongkos sewa bunga komisi upah pendapatan
        kerugian laba pesangon inflasi pertumbuhan populasi defisit kedalaman jarak inflation growth rate
        profit revenue population deficit depth distance speed weight salary income wage fee temperature
        magnitude turnover capacity""".split(),
        (Kind.NUMBER,),
    ),
}
# "What is the price of rice" asks for a number, "what is inflation" for what that is.
_AMOUNTS = "|".join(noun for noun, kinds in HEADS.items() if kinds == (Kind.NUMBER,))
MEASURE_OF = rf"the (?:\w+ )?(?:{_AMOUNTS})(?: (?:of|in|for|at|to|per)\b|$)"
# Spoken by the way: "ada berapa juta sih pengguna TikTok".
_PARTICLES = frozenset("sih dong deh nih tuh lho loh ya yah".split())
_IN_MONEY = (
    "rp", "rupiah", "dolar", "dollar", "us$", "$", "ribu", "juta", "miliar", "triliun", "thousand", "million",
    "billion", "trillion",
)  # fmt: skip
UNITS_OF: dict[str, tuple[str, ...]] = {
    "persen": ("persen", "%"),
    "persentase": ("persen", "%"),
    "percent": ("persen", "%"),
    "percentage": ("persen", "%"),
    "share": ("persen", "%"),
    "umur": ("tahun", "usia", "umur"),
    "usia": ("tahun", "usia", "umur"),
    "age": ("tahun", "usia", "umur"),
    "old": ("tahun", "usia", "umur"),
    "tall": ("meter", "mdpl", "cm", "kaki", "km"),
    "far": ("km", "kilometer", "meter", "mil"),
    "high": ("meter", "mdpl", "cm", "kaki", "km", "persen", *_IN_MONEY),
    "deep": ("meter", "cm", "kaki", "km"),
    "wide": ("meter", "cm", "km", "hektar"),
    "heavy": ("kg", "kilogram", "gram", "ton"),
    "often": ("kali", "setiap", "tiap", "sekali"),
    "cepat": ("km", "kilometer", "knot", "detik"),
    "fast": ("km", "kilometer", "knot", "detik"),
    "harga": (*_IN_MONEY, "harga"),
    "price": (*_IN_MONEY, "harga"),
    "biaya": _IN_MONEY,
    "cost": _IN_MONEY,
    "how much": (*_IN_MONEY, "persen", "%"),
    "rupiah": ("rp", "rupiah"),
    "juta": ("juta",),
    "miliar": ("miliar",),
    "triliun": ("triliun",),
    "lama": ("tahun", "bulan", "minggu", "pekan", "hari", "jam", "menit", "detik", "abad"),
    "long": ("tahun", "bulan", "minggu", "pekan", "hari", "jam", "menit", "meter", "km", "cm", "mm"),
    "luas": ("km", "kilometer", "hektar", "meter", "m2", "m²", "ha"),
    "area": ("km", "kilometer", "hektar", "meter", "m2", "m²", "ha"),
    "panjang": ("km", "meter", "mil", "cm", "mm"),
    "tinggi": ("meter", "mdpl", "cm", "kaki", "km"),
    "ketinggian": ("meter", "mdpl", "cm", "kaki", "km"),
    "kedalaman": ("meter", "cm", "kaki", "km"),
    "depth": ("meter", "cm", "kaki", "km"),
    "jarak": ("km", "meter", "mil"),
    "jauh": ("km", "meter", "mil"),
    "berat": ("kg", "kilogram", "gram", "ton"),
    "suhu": ("derajat", "°", "degrees", "celsius"),
    "kecepatan": ("km", "kilometer", "knot"),
    "skor": ("-",),
    "score": ("-",),
    "kilo": ("kilo", "kilogram", "kg", "kilometer", "km"),
    "kali": ("kali",),
    "times": ("kali",),
    **dict.fromkeys(
        """gaji upah honor ongkos sewa tarif pesangon pendapatan kerugian laba bonus salary price fee
        revenue denda anggaran budget uang money bayar bayaran dibayar dana modal omzet keuntungan untung
        profit penghasilan utang investasi hibah subsidi setoran tunggakan valuasi kekayaan""".split(),
        _IN_MONEY,
    ),
}

# Units written in several ways.
_SAME_UNITS = tuple(
    frozenset(same.split())
    for same in (
        "persen percent %",
        "km kilometer kilometers kilometres",
        "meter meters metres",
        "cm sentimeter centimeters centimetres",
        "mm milimeter millimeters millimetres",
        "kg kilogram kilo kilograms",
        "ton tons tonnes",
        "ha hektare hektar hectare hectares",
        "kali times",
        "poin points",
        "minggu pekan week weeks",
        "hari day days",
        "bulan month months",
        "tahun year years",
        "jam hour hours",
        "menit minute minutes",
    )
)
# "berapa sekilo", "berapa sebulan": for how much of it, and not what is counted.
EACH = re.compile(
    r"se(?:kilo|kilogram|liter|butir|ekor|buah|ikat|bungkus|karung|porsi|lembar|meter|unit|sak|ons|ton|kuintal"
    r"|hari|minggu|bulan|tahun|jam|malam)$"
)
# Units that a number is measured in; what carries one counts no things.
MEASURES = frozenset(
    """persen kilo rupiah dolar euro yen ton kilogram kg gram kuintal liter kilometer km meter sentimeter cm
    milimeter mm hektare hektar ha tahun bulan minggu pekan hari jam menit detik mw megawatt watt derajat poin
    magnitudo days weeks months years hours minutes percent dollars hectares kilometers meters tons""".split()
)
# Nouns that people are counted by, and others that are counted, not measured.
PEOPLE = frozenset(
    """orang jiwa warga korban penduduk pasien peserta siswa anggota karyawan pegawai pekerja buruh pengungsi
    penumpang mahasiswa murid people persons victims residents employees workers passengers students members
    users pengguna pemilih penonton keluarga dosen guru petani nelayan pedagang sopir pengemudi pelanggan
    tersangka relawan personel polisi prajurit balita anak perempuan pria nasabah jemaah wisatawan atlet
    pemain dokter perawat pelamar pengunjung teachers lecturers farmers traders drivers customers suspects
    children women men patients visitors""".split()
)
# Of those, who may be any of the others.
ANYBODY = frozenset(
    """orang jiwa warga korban penduduk peserta anggota people persons victims residents members
    keluarga""".split()
)
THINGS = frozenset(
    """rumah desa kecamatan kabupaten kota provinsi negara sumber kali unit buah ekor butir lembar gol kursi
    sources houses villages districts cities provinces countries times units goals seats companies perusahaan
    sekolah kios toko kapal mobil motor kamar suara votes poin set medali medal medals dosis doses kendaraan
    gedung bangunan masjid hotel pabrik warung truk bus pesawat sapi kambing kerbau buku kasus laporan
    keluhan umkm pohon bibit batang karung paket tabung kelas perahu gerbong lapak tenda sumur titik
    jembatan""".split()
)

# What is told apart by a number, and asked for by it ("menit ke berapa", "which minute"), with what that
# number stands behind.
RANKED = frozenset("peringkat posisi urutan ranking rank".split())
_IN_ORDER = {
    **{
        noun: frozenset((noun,))
        for noun in """menit pekan babak ronde putaran set lap lantai kelas edisi halaman pasal ayat nomor
        zona tahap gelombang jilid seri kloter level kilometer""".split()
    },
    **dict.fromkeys(RANKED, RANKED),
    "minute": frozenset(("menit",)),
    "floor": frozenset(("lantai",)),
}
_ASKS_ORDER = (
    re.compile(rf"\b({'|'.join(_IN_ORDER)}) (?:ke ?)?berapa(?:kah)?\b"),
    re.compile(r"\b(?:what|which) (minute|rank|floor)\b"),
)


_MOST = re.compile(
    r"ter(?:besar|kecil|banyak|tinggi|rendah|luas|panjang|parah|buruk|baik|cepat|mahal|murah|kaya|padat)"
)


def ranked(norms: list[str]) -> list[str]:
    """Return standard words that ask for a rank, "nomor berapa terbesar", as "terbesar ke berapa"."""
    n = next((n for n, pair in enumerate(pairwise(norms)) if pair == ("nomor", "berapa")), len(norms))
    before, behind = norms[:n], norms[n + 2 :]
    if behind and _MOST.fullmatch(behind[0]):
        return [*before, behind[0], "ke", "berapa", *behind[1:]]
    if before and n < len(norms) and _MOST.fullmatch(before[-1]):
        return [*before, "ke", "berapa", *behind]
    return norms


def ordinal(standard: str) -> str:
    """Return the noun whose number is asked for, in standard words; "" for a count or a measure."""
    found = next((m for p in _ASKS_ORDER if (m := p.search(standard))), None)
    return found.group(1) if found else ""


def leads_in_order(noun: str) -> frozenset[str]:
    """Return the words that such a noun's number stands behind: "menit ke-79", "di posisi ketiga"."""
    return _IN_ORDER.get(noun, frozenset())


# How far from "mana" or "which" its noun may stand.
_HEAD_REACH = 4
# Words that no asked noun reaches over: "kerjaan si penulis surat dulu apa", "arsip negara jenis apa".
_PARTS = EMPTY | frozenset(
    """dulu dahulu jenis macam tipe model buat keluar sekarang kemarin pakai dapat bilang bicara jawab
    minta""".split()
)
_VERB = re.compile(r"(?:di|me|ber)\w{3,}")
# What somebody does in its bare form: "pelatihnya bilang apa", "Bupati Sari minta apa".
_BARE_VERBS = frozenset(
    "kata bicara jawab minta janji usul tanya beri kasih beli jual bayar bawa kirim makan minum tulis".split()
)
_BE, _ARTICLES = frozenset("is are was were".split()), frozenset("the a an".split())
_BEFORE_NOUNS = frozenset("for of in at by to".split())
_AUXILIARIES = frozenset("should would will can could must may might do does did has have had".split())


# "How much is a ticket", "how much will they be paid": money, or a share.
_PRICED = re.compile(r"\bhow much (?:is|are|was|were|do|does|did|has|have|had|will|would)\b")
# Behind these stands no measure that is asked: "menambah berapa untuk pengatur suhu".
_FOR_WHAT = frozenset("untuk guna bagi dari di ke dengan pada dan oleh per karena lawan melawan".split())
# What is a measure only where nothing else in the question is: "biaya dari tempat yang jauh".
_HOW = frozenset("jauh lama sering cepat dalam tua banyak tinggi besar berat luas panjang".split())


_FAR = re.compile(r"\b(?:jarak|jauh|tempuh|perjalanan|sepanjang|sejauh)\w*\b")
# "How long is the bridge" asks for no time; "how long was the bridge closed" does.
_HOW_LONG = re.compile(
    r"how long (?:is|was) (?:\w+ ){0,4}(?:bridge|road|river|dike|dyke|embankment|tunnel|wall|fence|cable|"
    r"canal|beach|boat|ship|train|track|line|pipe|pipeline|runway|crack|queue)"
    r"(?: (?:in|at|of|on|over|between|from|to) .*)?$"
)
_HOW_OLD = re.compile(r"\b(?:umur|usia|berumur|berusia)(?:nya)?\b")


def measured(norms: list[str], focus: tuple[str, ...], no_noun: Set[str]) -> tuple[str, ...]:
    """Return the asked noun: the measure ("umur") wherever it stands in a question for a number.

    ``no_noun`` are the words that count nothing behind "berapa".
    """
    joined = " ".join(norms)
    if focus == ("kilo",):  # "kuat bawa brp kilo", "berapa kilo jaraknya"
        return ("kilometer",) if _FAR.search(joined) else ("kilogram",)
    if _HOW_LONG.match(joined):
        return ("panjang",)
    if focus == ("tahun",) and _HOW_OLD.search(joined):  # "umur Sari berapa tahun"
        return ("umur",)
    counted = any(
        n.startswith("berapa") and m not in no_noun and not EACH.match(m) for n, m in pairwise(norms)
    )
    if counted or "how many" in joined or any(f in UNITS_OF for f in focus):
        return focus
    if _PRICED.search(joined):
        return ("how much",)
    of_each = [m for n, m in pairwise(norms) if n == "per"]  # "berapa per kilo"
    asks = next((n for n, norm in enumerate(norms) if norm.startswith("berapa")), len(norms))
    ends = next((n for n, norm in enumerate(norms) if n > asks and norm in _FOR_WHAT), len(norms))
    nouns = [n.removesuffix("nya") for n in norms[:ends] if n not in of_each]
    found = [noun for noun in nouns if noun in UNITS_OF]
    return next(((noun,) for noun in found if noun not in _HOW), tuple(found[:1]) or focus)


_ASKS_WHAT = frozenset("mana manakah apa apakah".split())


def plain(norms: list[str]) -> list[str]:
    """Return the words of a question without particles, those that ask for a name at the end before it:
    "akun yang bercerita apa namanya ya"."""
    norms = [norm for norm in norms if norm not in _PARTICLES]
    body, end = norms[:-2], norms[-2:]
    return ["apa", "nama", *body] if body and sorted(end) == ["apa", "namanya"] else norms


def head(norms: list[str], focus: tuple[str, ...]) -> str:
    """Return the noun that says what kind of thing is asked for: "rumah" of "rumah sakit swasta mana".

    It stands a few words before "mana" or "apa" (the first of them is the head in Indonesian), after
    "which" or "what" (a number may stand between), or it is the asked noun itself.
    """
    for i, norm in enumerate(norms):
        if norm in _ASKS_WHAT:
            near = norms[max(0, i - _HEAD_REACH) : i]
            near = near[max((n + 1 for n, word in enumerate(near) if _parts(word)), default=0) :]
        elif norm in ("which", "what") or (i == 0 and norm in ("sebutkan", "list", "name")):
            near = norms[i + 1 : i + 1 + _HEAD_REACH]
            owner = near.index("s") if "s" in near else 0  # "What was Indonesia's annual inflation"
            if owner and not any(word in HEADS or word in _AUXILIARIES for word in near[:owner]):
                near = norms[i + 2 + owner : i + 2 + owner + _HEAD_REACH]
            if _asks_what_is_done(near, norms[-2:]):
                continue
            # "What job did the head of … have", "what noise woke the man": before the verb.
            ends = _AUXILIARIES if near[:1] and near[0] in _BE else _AUXILIARIES | _ARTICLES
            near = near[: next((n for n, word in enumerate(near) if n and word in ends), None)]
        else:
            continue
        for word in near:
            known = next((form for form in (word, *_singular(word)) if form in HEADS), None)
            # "Kerugian apa", "lebih berat mana": what it is, and not how much.
            if known and (norm in ("which", "what") or HEADS[known] != (Kind.NUMBER,)):
                return known
    does = "yang" not in norms and any(map(_is_done, norms[-2:-1]))  # "perusahaan menawarkan apa"
    if norms[-1:] == ["apa"] and HEADS.get(norms[0]) == (Kind.NAME,) and not does:
        return norms[0]  # "merek vaksin yang dipakai puskesmas itu apa"
    asked = focus[0] if focus else ""
    return "" if HEADS.get(asked) == (Kind.NUMBER,) and _ASKS_WHAT & {*norms} else asked


def _parts(word: str) -> bool:
    """Say whether no asked noun reaches over a word: one that is empty, or a verb ("3 jam diberi apa")."""
    if any(form in HEADS for form in (word, *_singular(word))):  # "mereknya" comes from no verb
        return False
    return word in _PARTS or _is_done(word)


def _is_done(word: str) -> bool:
    """Say whether a word of a question is a verb: "menawarkan", "minta"."""
    return word in _BARE_VERBS or (_VERB.match(word) is not None and root(word) not in (None, word))


def _asks_what_is_done(behind: list[str], last: list[str]) -> bool:
    """Tell "what should owners do" and "what is the commission investigating" from "what is the name of" and
    "what is the fee for joining"."""
    verb = behind[0] if behind else ""
    does = last[-1].endswith("ing") and (_ARTICLES | _BEFORE_NOUNS).isdisjoint(last[:-1])
    return verb in _AUXILIARIES or (verb in _BE and does)


def _singular(word: str) -> list[str]:
    """Return what a word may be without the Indonesian -nya or the English plural."""
    forms = [word[:-3]] if word.endswith("nya") else []
    if word.endswith("ies"):
        forms.append(f"{word[:-3]}y")
    return [*forms, word[:-1]] if word.endswith("s") else forms


@lru_cache(maxsize=256)
def units(focus: tuple[str, ...]) -> tuple[str, ...]:
    """Return the unit words of which an asked number must carry one, or none if any will do."""
    known = [u for f in focus for u in UNITS_OF.get(f, (f,) if f in MEASURES else ())]
    alike = [u for unit in known for same in _SAME_UNITS if unit in same for u in sorted(same)]
    return tuple(dict.fromkeys((*known, *alike)))
