"""Offices as they are compared: abbreviations spelt out, small words left out."""

from __future__ import annotations

import re

from rag.words import fold

_ABBREVIATED = {
    "menkop": "menteri koperasi", "menkominfo": "menteri komunikasi informatika",
    "mendag": "menteri perdagangan", "menkeu": "menteri keuangan", "menkes": "menteri kesehatan",
    "mendagri": "menteri dalam negeri", "menlu": "menteri luar negeri", "menhub": "menteri perhubungan",
    "mensos": "menteri sosial", "menag": "menteri agama", "mentan": "menteri pertanian",
    "menperin": "menteri perindustrian", "menhan": "menteri pertahanan",
    "menaker": "menteri ketenagakerjaan", "menkumham": "menteri hukum ham",
    "mensesneg": "menteri sekretaris negara", "mendikbud": "menteri pendidikan kebudayaan",
    "menparekraf": "menteri pariwisata ekonomi kreatif", "menpora": "menteri pemuda olahraga",
    "menko": "menteri koordinator", "wamen": "wakil menteri", "kapolda": "kepala kepolisian daerah",
    "kapolres": "kepala kepolisian resor", "kapolsek": "kepala kepolisian sektor",
    "polda": "kepolisian daerah", "polres": "kepolisian resor", "polsek": "kepolisian sektor",
    "kapolresta": "kepala kepolisian resor kota", "polresta": "kepolisian resor kota",
    "kapuskesmas": "kepala puskesmas", "kalapas": "kepala lapas", "karutan": "kepala rutan",
    "kadisnaker": "kepala dinas tenaga kerja", "disnaker": "dinas tenaga kerja",
    "perindag": "perindustrian perdagangan", "kadisperindag": "kepala dinas perindustrian perdagangan",
    "disperindag": "dinas perindustrian perdagangan", "danramil": "komandan koramil",
    "dandim": "komandan kodim", "kasek": "kepala sekolah", "kapolri": "kepala polri",
    "kadis": "kepala dinas", "dirut": "direktur utama", "dirjen": "direktur jenderal",
    "direkturjenderal": "direktur jenderal", "sekjen": "sekretaris jenderal",
    "sekda": "sekretaris daerah", "ketum": "ketua umum", "wapres": "wakil presiden",
    "wagub": "wakil gubernur", "wabup": "wakil bupati", "walkot": "wali kota", "walikota": "wali kota",
    "jubir": "juru bicara", "kades": "kepala desa", "kabid": "kepala bidang", "kasat": "kepala satuan",
    "pu": "pekerjaan umum", "pupr": "pekerjaan umum perumahan rakyat",
    "kadinkes": "kepala dinas kesehatan", "kadisdik": "kepala dinas pendidikan",
    "kadishub": "kepala dinas perhubungan", "dishub": "dinas perhubungan", "kabag": "kepala bagian",
    "kasatreskrim": "kepala satuan reserse kriminal", "satreskrim": "satuan reserse kriminal",
    "reskrim": "reserse kriminal", "kasatlantas": "kepala satuan lalu lintas", "lantas": "lalu lintas",
    "satlantas": "satuan lalu lintas", "intel": "intelijen", "pidsus": "pidana khusus",
    "pidum": "pidana umum", "resnarkoba": "reserse narkoba",
    "kabidhumas": "kepala bidang humas", "kanit": "kepala unit", "kadiv": "kepala divisi",
    "kasi": "kepala seksi", "kajari": "kepala kejaksaan negeri", "kajati": "kepala kejaksaan tinggi",
    "aptika": "aplikasi informatika", "pemkot": "pemerintah kota", "umkm": "ukm",
    "presdir": "presiden direktur", "waketum": "wakil ketua umum", "kemenkop": "kementerian koperasi",
    "kominfo": "komunikasi informatika", "politisi": "politikus",
    "bpbd": "badan penanggulangan bencana daerah", "kepsek": "kepala sekolah",
    "kalak": "kepala pelaksana", "kalaksa": "kepala pelaksana", "kakanwil": "kepala kantor wilayah",
    "kakan": "kepala kantor", "kasubbag": "kepala subbagian", "kasubag": "kepala subbagian",
    "kabiro": "kepala biro", "karo": "kepala biro", "kapus": "kepala pusat", "kadus": "kepala dusun",
    "sekdes": "sekretaris desa", "sekcam": "sekretaris camat", "wakapolres": "wakil kepala kepolisian resor",
    "wakapolda": "wakil kepala kepolisian daerah", "wakapolsek": "wakil kepala kepolisian sektor",
    "kapolrestabes": "kepala kepolisian resor kota besar", "polrestabes": "kepolisian resor kota besar",
    "kejari": "kejaksaan negeri", "kejati": "kejaksaan tinggi", "kadinsos": "kepala dinas sosial",
    "dinsos": "dinas sosial", "kadispar": "kepala dinas pariwisata", "dispar": "dinas pariwisata",
    "kadistan": "kepala dinas pertanian", "distan": "dinas pertanian",
    "kadiskominfo": "kepala dinas komunikasi informatika", "diskominfo": "dinas komunikasi informatika",
    "kasatpol": "kepala satuan polisi", "satpol": "satuan polisi", "pp": "pamong praja",
    "kaprodi": "ketua program studi", "kajur": "ketua jurusan", "warek": "wakil rektor",
    "waka": "wakil kepala", "wadirut": "wakil direktur utama", "wasekjen": "wakil sekretaris jenderal",
    "kapuspen": "kepala pusat penerangan", "pengacara": "kuasa hukum", "advokat": "kuasa hukum",
    "ceo": "direktur utama", "kemenkominfo": "kementerian komunikasi informatika",
    "kemenkes": "kementerian kesehatan", "kemenag": "kementerian agama",
    "kemendag": "kementerian perdagangan", "kemenhub": "kementerian perhubungan", "kadin": "kamar dagang",
    "kemlu": "kementerian luar negeri", "kemenlu": "kementerian luar negeri",
    "kemenkeu": "kementerian keuangan", "kemensos": "kementerian sosial",
    "kemendagri": "kementerian dalam negeri", "kementan": "kementerian pertanian",
    "kemenhan": "kementerian pertahanan", "kemenperin": "kementerian perindustrian",
    "kemendikbud": "kementerian pendidikan kebudayaan", "kejagung": "kejaksaan agung",
    "pemprov": "pemerintah provinsi", "pemkab": "pemerintah kabupaten", "jabar": "jawa barat",
    "jateng": "jawa tengah", "jatim": "jawa timur", "sumut": "sumatera utara", "sumbar": "sumatera barat",
    "sumsel": "sumatera selatan", "sulsel": "sulawesi selatan", "kaltim": "kalimantan timur",
    "kalsel": "kalimantan selatan", "kalbar": "kalimantan barat", "diy": "yogyakarta",
    "dinkes": "dinas kesehatan", "disdik": "dinas pendidikan", "jakarta": "dki",
    **dict.fromkeys("sd sdn smp smpn sma sman smk smkn".split(), "sekolah"),
    "rsud": "rumah sakit umum daerah", "rsup": "rumah sakit umum pusat", "rs": "rumah sakit",
    "bi": "bank indonesia", "pdip": "pdi perjuangan", "ppp": "partai persatuan pembangunan",
    "pengadil": "wasit", "bomber": "penyerang",
    "wawali": "wakil wali kota", "wakajati": "wakil kepala kejaksaan tinggi",
}  # fmt: skip
_ABBREVIATED |= {
    f"wa{short}": f"wakil {whole}" for short, whole in _ABBREVIATED.items() if whole.startswith("menteri")
}
_SMALL = frozenset(
    """
    dan of the and di untuk itu tersebut ini sang si pihak seorang ri republik indonesia
    """.split()
)
VAGUE = frozenset(
    """
    pria wanita perempuan lelaki laki-laki orang tahun tua muda ibu bapak ayah anak kelahiran asal
    itu lulusan periode satu dua tiga empat berusia alumnus jebolan berkumis berkacamata
    """.split()
)
KINSHIP = frozenset(
    """
    suami istri anak adik kakak putra putri menantu mertua sepupu keponakan cucu paman bibi tetangga
    ibunda ayahanda orangtua kekasih pacar tunangan
    ayahnya ibunya ibundanya bapaknya kakeknya neneknya
    mother father husband wife son daughter brother sister grandmother grandfather aunt uncle cousin nephew
    niece
    """.split()
)
PARTIES = frozenset("terdakwa tersangka terpidana terlapor pelapor korban saksi".split())
# Who stands beside the holder of an office.
SERVING = frozenset(
    """
    ajudan juru jubir staf asisten sopir istri suami anak pengacara kuasa penasihat humas tim relawan menantu
    """.split()
)
# Who stands beside somebody, and is not the one of whom that is told.
AIDES = frozenset(
    "ajudan jubir staf asisten humas manajer sekretaris pembantu perwakilan utusan rekan kolega".split()
)

# Told of an office by the way: "the retired judge".
_IN_LIFE = frozenset("retired veteran longtime pensiunan purnawirawan".split())
_OF_A_TEAM = frozenset("kapten pelatih kiper penyerang bek gelandang pemain".split())
_A_TEAM = frozenset("tim klub kesebelasan skuad regu".split())


def is_kinship(role: str) -> bool:
    """Tell "istrinya" and "Putri sulung", which are no offices."""
    head = role.lower().split()[0]
    return head in KINSHIP or head.removesuffix("nya") in KINSHIP


_FOR_SHORT = {"pelaksana tugas": "plt", "pelaksana harian": "plh"}
_ACTING = re.compile(rf"\b(?:{'|'.join(_FOR_SHORT)})\b(?!-)")


def _acting(found: re.Match[str]) -> str:
    return _FOR_SHORT[found.group()]


def role_words(role: str) -> frozenset[str]:
    """Return the words an office is compared by: abbreviations spelt out, small words left out."""
    found: set[str] = set()
    for word in re.findall(r"\w+(?:-\w+)?", _ACTING.sub(_acting, fold(role))):
        found.update(_ABBREVIATED.get(word, word).split())
    if "kecil" in found and "menengah" in found:
        found = (found - {"usaha", "kecil", "menengah", "mikro"}) | {"ukm"}
    return frozenset(found - _SMALL)


def sought(role: str) -> frozenset[str]:
    """Return the words by which a description is looked up: only "kapten" of "kapten tim itu"."""
    words = role_words(role) - VAGUE
    words = words - _IN_LIFE or words
    return words - _A_TEAM if words & _OF_A_TEAM else words
