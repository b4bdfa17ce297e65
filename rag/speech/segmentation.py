"""Where an office runs into a name without a comma: the likeliest place of all that the name may begin at.

Every word leans to names or to offices, by the tables, the dictionary and what the article says about
it elsewhere; what an institution or a place is called takes the words right after it. The split with the
highest sum wins, and "no name at all" is a split like any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.morphology import root
from rag.speech import gazetteer, naming
from rag.speech.capitals import (
    ABSTRACT,
    JOINERS,
    NAMELY,
    PLACE_HEADS,
    Known,
    is_acronym,
    is_capital,
    is_explained,
    is_frequent,
    is_proper,
)
from rag.speech.cues import AFTER, ANNOUNCING
from rag.speech.surnames import SURNAMES

# What must have a name of its own after it: the first word is that, the second may be.
_NAMED_AFTER = PLACE_HEADS | frozenset(
    """
    pt cv universitas institut bank partai yayasan klub sma smk smp sd tk sdn smpn sman politeknik akademi
    maskapai hotel museum masjid gereja pesantren ponpes koperasi rsud rs rumah lembaga komunitas tim band
    ps pb perumahan kompleks gampong fraksi
    puskesmas pabrik po suku kelompok gereja klinik apotek orkes padepokan bengkel
    grup sanggar laskar paguyuban kafe toko restoran republik kerajaan kapal km kmp kri sekolah majalah topan
    festival
    """.split()
)
# What there is one of in each place: the place may follow, and so may the name.
_LOCAL = frozenset(
    """
    gubernur bupati walikota kota camat lurah kapolda kapolres kapolsek kapolresta kajari wagub wabup wali
    dandim polres polsek polresta polda polri kpu bawaslu bpbd dinas kejari negeri bps kodim koramil dprd
    pemkot pemkab pemprov kadis kepala daerah presiden kanselir
    """.split()
)
# "Tanjung Lago", "Muara Sari": how names of places begin, with another word after.
_PLACE_FIRST = frozenset(
    "tanjung muara bukit lubuk ujung kuala rantau batu tebing padang bandar banjar kota pangkalan".split()
)
_SINGLE = frozenset("kabupaten kecamatan kelurahan provinsi kota republik kerajaan".split())
# Callings of those who are of a club, a band, a company, with nothing in between.
_OF_A_TEAM = frozenset(
    """
    pelatih pemain kapten kiper striker bek gelandang manajer penyerang vokalis gitaris drummer basis ceo
    cto cfo founder co-founder pendiri bos direktur komisaris pembalap center asisten politikus legislator
    penggawa winger personel officer suporter
    """.split()
)
# What names of companies end in, given names among them: "PT Sangkara Jaya", "Yayasan Bumi Lestari".
_TAILS = frozenset(
    """
    putra putri
    jaya lestari abadi makmur sejahtera utama mandiri persada raya nusa indah maju sentosa bersama perkasa
    prima mulia mulya karya agung rejeki rezeki samudra nusantara
    bahagia tbk group sari asri lama putih merah biru hijau hitam emas muda baru
    """.split()
)
_BEARERS = naming.INSTITUTIONS | _OF_A_TEAM | _NAMED_AFTER | _PLACE_FIRST
_BALINESE = frozenset(
    "ketut made wayan nyoman gede putu gusti kadek komang nengah dewa bagus luh lalu".split()
)
_HIGH = frozenset("uskup jaksa hakim mahkamah kejaksaan masjid anak".split())  # "Jaksa Agung"
_NUMBERED = frozenset("komisi kelas golongan tipe seri grup blok".split())
_NUMBER = re.compile(r"[IVX]+[A-C]?|\d+")
_PLACELY = re.compile(r"(?:suka|karang|sumber|muara|tanjung|bandar|banjar|kota|tegal|gunung|wono)[a-z]{3,}")
_ABSTRACT = re.compile(r"(?:[a-z][lstrkvnd]asi|itas|isme|logi|grafi|tion|ment|ness|ship|nomi|tika|lines?)$")
# What offices are called for short: Kemlu, Kemenkes, Disdik, Dinkes, Pemkot, Polda, Kejati.
_SHORTENED = re.compile(
    r"kem(?:en[a-z]{2,}|lu|dik[a-z]+|hub|naker|kumham|hut|tan)|dis(?:dik|hub|dag|par|pora|kominfo|nak[a-z]*"
    r"|dukcapil|perindag|dikbud)|din(?:kes|sos)|pem(?:kot|kab|prov|des|da)|pol(?:da|res|restabes|resta|sek|ri)"
    r"|kej(?:ari|ati|agung)|bap(?:peda|enda)|set(?:da|wan|neg|kab)|bakamla|basarnas|bareskrim|kodam|kodim"
)
# "Ibadah Haji", no title.
_OF_PILGRIMS = frozenset("ibadah jemaah jamaah urusan penyelenggaraan bimbingan calon biro".split())
# "Direktur Jenderal", "Direktorat Jenderal": no rank.
_OF_A_GENERAL = naming.ROLE_HEADS | frozenset("direktorat inspektorat sekretariat konsulat".split())
_BRANDED = re.compile(r"[a-z][A-Z]")
_DOUBLE = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]{2,}-[^\W\d_a-z][^\W\d_A-Z]{2,}")  # "Nwosu-Keita"
# First words of names, by descent or rank, that are other words too: "Kepala Biro Hukum Raja Fikri Iskandar".
_BY_DESCENT = frozenset(
    "raja wan lalu dewa sang encep teuku tengku cut baiq gusti nyimas masagus raden".split()
)
# Words of offices that are second names behind a first one: "Iskandar Muda Nasution".
_SECOND = frozenset("muda utama besar agung laut raya setia sakti perkasa mulia".split())
_AGED_TEAM = re.compile(r"[UK]-?\d\d")  # "Timnas U-20"
_FIELDS = naming.OFFICE_WORDS | naming.ROLE_HEADS
_CUT_SHORT = frozenset({"Moh", "Muh", "Moch", "Abd"})  # first names, before a full stop
_COMMON = -0.5  # a word of the dictionary
_DEGREES = frozenset("dr drg drh dra drs ir prof".split())
_COURTS = frozenset("pengadilan kejaksaan".split())  # each in a place: "Pengadilan Agama Palungan"
_KINDS_OF_COURT = frozenset("agama negeri tinggi tipikor niaga militer".split())
_SEATED = frozenset(
    """
    lapas rutan puskesmas polsek polres polda kodim koramil stasiun rsud kapolsek kapolres bupati camat lurah
    """.split()
)  # before one word and a first name that word is the place: "Kepala Lapas Palungan Bonifasius"
# From so many letters on a word such as "perkeretaapian" is no name that happens to look like one.
_LONG_FIELD = 10
# Held in a body, which stands before them, or behind them where only a rank does: "Bank Bumi Governor X",
# "Managing Director Nusabay Ventures Kelvin Tan".
_OF_WHAT = frozenset("Governor President Director Secretary Rector Mayor".split())
_OF_RANK = frozenset("Managing Vice VP Deputy Corporate Executive General Senior Assistant Acting".split())
# Behind what they are of, right before a name: "Mineral Resources Minister X", "Chief Financial Officer X".
ENGLISH_TITLES = _OF_WHAT | frozenset(
    """
    Minister Officer Chairman Chairwoman Chairperson Commissioner Ambassador Spokesman Spokeswoman
    Spokesperson
    """.split()
)
# "RSUD dr. Mangunwijaya", and not "Kepala Puskesmas dr. Rina Wulandari".
_AFTER_DOCTORS = _NAMED_AFTER - PLACE_HEADS - {"puskesmas", "klinik", "dinas"}
_LENGTHS = {1: -0.7, 2: 0.0, 3: 0.0, 4: -0.6, 5: -1.5}


def name_begins(known: Known, words: Sequence[re.Match[str]]) -> int | None:
    """Return the index of the name's first word in an office with a name, or None."""
    raws = [w.group() for w in words]
    first = _run_begins(raws)
    if first == len(raws):
        return None
    if first > 1 and raws[first - 1] in _DEGREES and raws[first - 2].lower() in _AFTER_DOCTORS:
        return _after_namesake(known, raws, first)
    if first and raws[first - 1] in _DEGREES:
        return first  # "Kepala Dinas Kesehatan Palungan dr. Anak Agung Istri Mirah"
    if (titled := _after_title(raws, first)) is not None:
        return titled
    leans = [_lean(known, raws, n, first) for n in range(first, len(raws))]
    whole = -sum(max(0.0, lean) for lean in leans)
    best, chosen = whole, None
    for n in range(first, len(raws)):
        if _may_begin(raws, n):
            left = sum(max(0.0, lean) for lean in leans[: n - first])
            score = sum(leans[n - first :]) + _LENGTHS.get(len(raws) - n, -4.0) - left
            score += _begins_well(known, raws, n)
            if score > best:
                best, chosen = score, n
    return chosen


def _after_namesake(known: Known, raws: Sequence[str], first: int) -> int | None:
    """Return the name behind "RSUD dr. Mangunwijaya", which is called after somebody else."""
    rest = len(raws) - first
    if rest == 1:
        return None
    lowers = [raw.lower() for raw in raws[first:]]
    second = _is_called(known, raws[first + 1])
    if not second and _is_called(known, raws[first]):
        return first  # "Direktur RSUD dr Anton Wijaya", and then "kata Anton"
    if rest == 2 and lowers[0] in gazetteer.GIVEN and not second:
        return first  # "Direktur RSUD dr Lina Marpaung": a doctor, and no hospital called after one
    if rest == 2 and not (lowers[1] in gazetteer.GIVEN or lowers[1] in known.people):
        return None
    begins = rest < 4 or lowers[1] in gazetteer.GIVEN or lowers[1] in known.people
    return first + (1 if begins else 2)


def _is_called(known: Known, word: str) -> bool:
    """Say whether somebody speaks by this word of a name alone in the text: "kata Anton"."""
    raws = ["", *known.stream.raws, "", ""]
    alone = (n for n in range(1, len(raws) - 2) if raws[n] == word and not is_capital(raws[n + 1] or "x"))
    return any(
        raws[n - 1] in AFTER
        or (raws[n + 1] in ANNOUNCING and raws[n - 1] not in _DEGREES and not is_capital(raws[n - 1] or "x"))
        for n in alone
    )


def _begins_well(known: Known, raws: Sequence[str], n: int) -> float:
    """Return what speaks for a name's beginning at a word: a first name, somebody quoted elsewhere, or that
    the words before it stand together elsewhere."""
    if raws[n] in {"I", "Ni"} and _is_initial(raws, n):
        return 1.5
    lowers = [w.lower() for w in raws[: n + 1]]
    parted = any(tuple(lowers[k:n]) in known.wholes for k in range(n - 1))
    parted = parted or (n > 0 and lowers[n - 1] in known.companies and lowers[n] not in known.companies)
    parted = parted or (n > 0 and _BRANDED.search(raws[n - 1]) is not None)  # "NusaKirim Tara Hidayat"
    subject = 0.5 * (lowers[n] in known.subjects)
    # "RS Bunda Sagara Irwan Dunggio", who is "Irwan" elsewhere: behind a word that is no name.
    first = lowers[n] in gazetteer.GIVEN or (n + 1 < len(raws) and lowers[n] not in SURNAMES)
    if n and first and lowers[n] in known.people and not is_proper(lowers[n - 1]):
        subject += 0.5
    return (
        subject + 1.2 * parted + (1.0 if lowers[n] in known.people else 0.5 * (lowers[n] in gazetteer.GIVEN))
    )


def _run_begins(raws: Sequence[str]) -> int:
    """Return where the words with capitals begin that end the phrase; the first word is an office's."""
    first = len(raws)
    while first > 1 and (is_capital(raws[first - 1]) or raws[first - 1] in JOINERS):
        first -= 1
    if first == 1 and is_capital(raws[0]) and raws[0].lower() not in naming.ROLE_HEADS:
        return 0
    return first


def _after_title(raws: Sequence[str], first: int) -> int | None:
    """Return the word after the last "Dr" or "H" within the phrase: there the name begins."""
    for n in range(len(raws) - 2, first - 1, -1):
        general = raws[n].lower() == "jenderal" and raws[n - 1].lower() in _OF_A_GENERAL
        pilgrims = raws[n] == "Haji" and raws[n - 1].lower() in _OF_PILGRIMS
        # "Bonar H. Lumbanraja", "Razali Teungku Min"
        lettered = (len(raws[n]) == 1 or raws[n] == "Teungku") and raws[n - 1].lower() in gazetteer.GIVEN
        if (
            raws[n].lower() in naming.HONORIFICS
            and n
            and not (general or lettered or pilgrims)
            and raws[n + 1][0].isupper()
        ) or _ends_title(raws, n):
            return n + 1
    return None


def _ends_title(raws: Sequence[str], n: int) -> bool:
    """Tell "Garuda Chief Executive Officer X" from "pendiri sekaligus Chief Executive Officer Garuda X"."""
    if not n or not is_capital(raws[n + 1]):
        return False
    if raws[n] == "General":
        return raws[n - 1] in ENGLISH_TITLES
    following = raws[n + 1].lower()
    if raws[n] not in ENGLISH_TITLES or following == "general":
        return False
    if raws[n] in _OF_WHAT and _OF_RANK.issuperset(raws[:n]):
        return False
    if following in naming.OFFICE_WORDS or (is_explained(following) and following not in gazetteer.GIVEN):
        return False  # "Vice President Komunikasi Korporat PT Maju Vera"
    return raws[n] != "Officer" or any(raws[k] == "Chief" and is_capital(raws[k - 1]) for k in range(1, n))


def _may_begin(raws: Sequence[str], n: int) -> bool:
    """Tell whether a name may begin at a word: not within another, after an initial or before "bin"."""
    if raws[n] in JOINERS or raws[n].islower():
        return False
    if n == 0:
        return True
    if raws[n - 1] in JOINERS or raws[n - 1] == "&" or _is_initial(raws, n - 1):
        return False
    lettered = _is_initial(raws, n) and raws[n] not in {"I", "Ni", "Ida", "Anak"}
    return not (lettered and is_capital(raws[n - 1]) and not is_explained(raws[n - 1]))


def _is_initial(raws: Sequence[str], n: int) -> bool:
    """Tell "A" in "Rita A Subowo" and "I" in "I Made" from "Komisi A" and "Kelas I"."""
    word = raws[n]
    if n + 1 == len(raws) or not is_capital(raws[n + 1]) or is_acronym(raws[n + 1]):
        return False
    following = raws[n + 1].lower()
    if word in {"I", "Ni", "Ida", "Anak"}:
        return following in _BALINESE or (word in {"Ida", "Anak"} and following in {"ayu", "agung"})
    return re.fullmatch(r"[A-Z](?:\.[A-Z])*", word) is not None and not _numbers(raws, n)


def _numbers(raws: Sequence[str], n: int) -> bool:
    """Tell whether the word is a number of a kind: "Komisi C", "Kelas I"."""
    return n > 0 and len(raws[n]) == 1 and raws[n - 1].lower() in _NUMBERED


def _lean(known: Known, raws: Sequence[str], n: int, first: int) -> float:
    """Return how far a word leans to be of a name (above zero) or of an office (below)."""
    word, lower = raws[n], raws[n].lower()
    if raws[n] in JOINERS:
        return 0.0
    if raws[n : n + 2] in (["La", "Ode"], ["Wa", "Ode"]):
        return 3.0
    if _is_initial(raws, n):
        return 1.0
    if _numbers(raws, n):
        return -2.0
    before = raws[n - 1].lower() if n else ""
    rest = len(raws) - n
    lean = _by_itself(known, word)
    # "Bupati Toras Abunawas", who is "Abunawas" elsewhere: the word between is the place.
    lone = rest == 2 and raws[-1].lower() in known.people and not is_proper(lower)
    if before in {"asal", "dari", "untuk"} and rest > 1 and lower not in known.people:
        return -2.0  # "Peternak asal Sagoro Bambang"
    placed = before == "di" or lower in _NAMED_AFTER  # "Nelayan di Pulau Sagori Zaidah"
    if n == first > 0 and lean == _COMMON and not (before in _OF_A_TEAM or _bears(raws, n - 1) or placed):
        return 0.3  # after a calling in lower case the capital alone makes the name
    if lower == "agung" and before in _HIGH:
        return -2.0
    if lower in _BY_DESCENT and n and rest > 1 and not is_explained(raws[n + 1]):
        return 1.5
    if lower in known.people:
        return lean
    if lower in known.companies and rest > 1:
        return lean - 2.0  # "CEO Ngebut Kevin Hartadinata"
    if lower in _SECOND and before in gazetteer.GIVEN and before not in naming.ROLE_HEADS:
        return 0.5
    second = raws[n - 2].lower() if n > 1 else ""
    headed = [raw.lower() for raw in raws[max(0, n - 3) : max(0, n - 1)]]
    if before in _SINGLE and lower in gazetteer.GIVEN and rest > 1:
        return lean - 0.5  # "Kepala Dinas Pendidikan Provinsi Paulina Rante Allo"
    players = before == "tim" and raws[n - 1].islower()  # "Kapten tim Andi"
    players = players and (lower in gazetteer.GIVEN or raws[0].lower() in _OF_A_TEAM)
    if before in {"dan", "untuk", "and", "for"} or (_bears(raws, n - 1) and not players):
        return lean - 2.0
    named = lower in gazetteer.GIVEN or lower in _BALINESE
    if (
        (rest > 2 or lone)
        and not named
        and (before in _PLACE_FIRST or _NUMBER.fullmatch(raws[n - 1] if n else ""))
    ):
        return lean - 1.5
    if (
        lower in _TAILS
        and rest > 1
        and (before not in _FIELDS or _bears(raws, n - 2) or _bears(raws, n - 3))
        and any(w.lower() in _BEARERS for w in raws[:n])
    ):
        return lean - 2.0
    if _bears(raws, n - 2) and before not in gazetteer.PLACES:
        return lean - (0.3 if second in _SINGLE else 0.4 if rest > 2 else 0.7)
    if _bears(raws, n - 3) and rest > 2 and raws[n - 3].isupper():
        return lean - 0.3  # "PT Kereta Lintas Arunika"
    following = raws[n + 1].lower() if rest > 1 else ""
    if rest > 2 and following in naming.ENGLISH_FIRMS:
        return lean - 2.0  # "analis Fitch Solutions Andrew Collins"
    if rest > 1 and lower in naming.ENGLISH_FIRMS:
        return lean - 2.0
    if rest == 2 and before in _SEATED and lower not in gazetteer.GIVEN and following in gazetteer.GIVEN:
        return lean - 2.0
    if rest > 1 and second in _COURTS and before in _KINDS_OF_COURT:
        return lean - 2.0
    local = (
        before in _LOCAL
        or (second, before) == ("perdana", "menteri")
        or (before in naming.OFFICE_WORDS and not _LOCAL.isdisjoint(headed))
    )
    if (local and (rest > 2 or lone)) or (
        rest > 2 and before in _OF_A_TEAM and (n == 1 or before == "officer")
    ):
        return lean - 0.8
    return lean


def _bears(raws: Sequence[str], n: int) -> bool:
    """Tell whether a word must have a name of its own after it: not "bidan desa", nor "wali kota"."""
    if n < 0 or raws[n].lower() not in _NAMED_AFTER:
        return False
    return not n or not (raws[n - 1].lower() == "wali" or (raws[n].islower() and raws[n] in PLACE_HEADS))


def _by_itself(known: Known, word: str) -> float:
    lower = word.lower()
    if lower in known.people:
        return 3.0
    if word in _CUT_SHORT:
        return 2.0
    named = lower in gazetteer.GIVEN or lower in SURNAMES or lower in _BALINESE
    if lower in naming.OFFICE_WORDS or lower in naming.ROLE_HEADS or lower in gazetteer.PLACES:
        return 0.3 if named else -2.0
    if _NUMBER.fullmatch(word) or _AGED_TEAM.fullmatch(word) or word[0].isdigit():
        return -2.0
    if is_acronym(word):
        return -0.9 if len(word) <= 3 and not re.search("[AEIOU]", word) else -2.0
    if lower in known.places or (lower in known.loose and not named):
        return -1.0 if named else -2.0
    if _SHORTENED.fullmatch(lower) and not named:
        return -2.0
    if _DOUBLE.fullmatch(word):
        return 1.0
    if any(c.isupper() for c in word[1:]) and not re.match("(?:Mc|Mac|El|Al|De|Di|La|O['’])[A-Z]", word):
        return -2.0
    if named:
        return 1.5
    if NAMELY.search(lower):
        return 1.2
    field = len(lower) >= _LONG_FIELD and ABSTRACT.fullmatch(lower) is not None  # "perkeretaapian"
    if field or _ABSTRACT.search(lower) or _PLACELY.fullmatch(lower) or lower in _TAILS:
        return -1.0
    common = root(lower) is not None or is_frequent(lower) or ABSTRACT.fullmatch(lower) is not None
    return _COMMON if common else 0.5
