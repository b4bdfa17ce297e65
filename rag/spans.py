"""Spans that can be a short answer: names, numbers, dates and places in a sentence.

Rules over the surface of Indonesian news prose; no list of people. Every span is a slice of
the text it was found in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from rag.calendar_names import MONTH, MONTH_BEHIND_DAY, MONTHS, WEEKDAY, may_date
from rag.words import STOPWORDS


class Kind(Enum):
    """What a short answer can be."""

    PERSON = "person"
    NAME = "name"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class TypedSpan:
    """A candidate ``text[start:end]`` of a kind, code points into the searched text."""

    start: int
    end: int
    kind: Kind
    text: str


# A month that stands alone is written with a capital, and is no first name: "sejak April", not "May Lestari".
_MONTH_ALONE = rf"(?-i:(?:{'|'.join(m.capitalize() for m in MONTHS)})\b(?!\s+[A-Z][a-z]))"
_CLOCK = (
    r"(?:(?:pukul|jam)\s+\d{1,2}(?:[.:]\d{2})?(?:\s+(?:WIB|WITA|WIT))?|\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\b\.?"
    # "dari pukul 06.45 menjadi 07.30", and no "menjadi 12.500"
    r"|(?:(?<=\bmenjadi )|(?<=\bhingga )|(?<=\bsampai )|(?<=\bke ))"
    r"(?:[01]\d|2[0-4])[.:][0-5]\d(?![\d.,]*\d|\s*(?:%|persen)))"
)
# A part of a year, by its number.
_TERM = (
    r"(?:(?:triwulan|kuartal|semester|caturwulan)\s+(?:pertama|kedua|ketiga|keempat|ke-?\d|[IV]{1,3}|\d)\b"
    r"|(?:first|second|third|fourth)\s+(?:quarter|half))(?:\s+(?:tahun\s+)?\d{4})?"
)
_DATE = re.compile(
    rf"\b(?:{WEEKDAY}\s*,?\s*(?:pagi|siang|sore|malam)?\s*\(\s*\d{{1,2}}\s*[/-]\s*\d{{1,2}}(?:\s*[/-]\s*\d{{2,4}})?\s*\)"
    rf"|{WEEKDAY},?\s+\d{{1,2}}\s+{MONTH_BEHIND_DAY}(?:\s+\d{{4}})?"
    rf"|(?:tanggal\s+)?\d{{1,2}}\s*(?:[-–]\s*\d{{1,2}}\s+)?{MONTH_BEHIND_DAY}(?:\s+(?:tahun\s+)?\d{{4}})?"
    rf"|\(?\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\)?"
    rf"|{MONTH}\s+(?:tahun\s+)?\d{{4}}"
    rf"|(?:awal|pertengahan|akhir)\s+(?:tahun\s+)?(?:{MONTH}\s+)?\d{{4}}"
    rf"|(?:awal|pertengahan|akhir)\s+(?:{MONTH}|(?:pekan|minggu|bulan|tahun)\s+(?:ini|depan|lalu)\b)"
    rf"|tahun\s+\d{{3,4}}(?:-an|\s+(?:SM|M)\b)?|\b(?:1[5-9]|20)\d{{2}}(?:-an)?\b(?!\s*(?:orang|unit|rupiah|meter|km))"
    r"|(?:(?:hari|minggu|pekan|bulan|tahun)\s+(?:depan|lalu|mendatang)|(?:sebelum|sesudah|setelah|usai|saat)\s+"
    r"(?:Lebaran|Natal|Ramadan|Ramadhan|Idulfitri|Idul Fitri|Iduladha|Idul Adha|Paskah|Nyepi|Imlek)"
    r"|besok|lusa)\b"
    rf"|abad\s+ke-?\s?\d+|bulan\s+{MONTH}|{_MONTH_ALONE}|{_TERM}|{_CLOCK}|\b{WEEKDAY})",
    re.IGNORECASE,
)
_NUMERAL = (
    r"(?:se(?:puluh|belas|ratus|ribu)|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|"
    r"(?:belas|puluh|ratus|ribu|juta|miliar|triliun)an|pertama|separuh|setengah|sepertiga|seperempat|"
    r"ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)|"
    r"(?:(?<=sudah )|(?<=selama )|(?<=hampir )|(?<=sekitar ))se(?:tahun|bulan|minggu|pekan|hari|jam|menit)|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?)"
)
_SCALE = (
    r"(?:puluh|belas|ratus|ribu|juta|miliar|milyar|triliun|biliun|miliyar|"
    r"hundred|thousand|million|billion|trillion)"
)
_UNIT = (
    r"(?:persen|%|orang|rupiah|doll?ar(?:\s+(?:AS|Singapura))?|euro|yen|ton|kilogram|kg|gram|kuintal|liter|"
    r"kilometer|km²|km2|km|meter(?:\s+(?:persegi|kubik))?|sentimeter|cm|milimeter|mm|hektare?|ha|"
    r"tahun|bulan|minggu|pekan|hari|jam|menit|detik|kali|unit|buah|ekor|butir|lembar|poin|gol|kursi|suara|"
    r"percent|people|(?:day|week|month|year|hour|minute|second|degree|mile|tonne|ton|foot|time)s?|"
    r"MW|megawatt|watt|derajat(?:\s+Cel[cs]ius)?|skala\s+richter|magnitudo|basis\s+poin|"
    r"keluarga|rumah|desa|kecamatan|kabupaten|kota|provinsi|negara|korban|pasien|peserta|siswa|sumber)"
)
_NUMBER = re.compile(
    rf"(?<![\w/])(?<!\bsalah )(?P<sign>(?:Rp\.?|US\$|USD|\$|€)\s?)?(?:ke-)?"
    rf"(?:\d+(?:[.,]\d+)*(?:\s?[-x×]\s?\d+(?:[.,]\d+)*){{0,2}}|{_NUMERAL}\b)"
    rf"(?:\s+{_SCALE}\b)*(?:\s+(?:{_NUMERAL})\b(?:\s+{_SCALE}\b)*)*"
    rf"(?:\s(?:hingga|sampai)\s(?!(?:19|20)\d\d\b)(?:Rp\.?\s?|US\$)?\d+(?:[.,]\d+)*\b(?!\s+(?:{MONTH}|WI))(?:\s{_SCALE}\b)*)?"
    rf"(?(sign)|(?:(?!\s(?-i:[A-Z][a-z]))\s*{_UNIT}(?!\w))?)",
    re.IGNORECASE,
)
# A name: capitalised words, joined by the particles that names carry inside. A full stop belongs to initials
# or titles (B. J. Habibie, Dr. Sari), and else ends it. "Anti-penipuan" is a word; "Sari-lah" is a name.
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĆČĐŁŘŚŞŠŹŻŽ]"
_CAP = (
    rf"(?:(?:{_CAPITAL}|Dr|Drs|Ir|Prof|Hj|St|Mr|Mrs|Ms)\.(?=\s?{_CAPITAL})"
    rf"|(?!Rp\.?\s?\d){_CAPITAL}[\w'’]*+(?!-(?!(?:lah|nya|kah|pun)\b)[a-z]))"
)
# "Park Jin-ho", "Shin Tae-yong"
_KOREAN = (
    r"(?:Ahn|Bae|Ban|Cho|Choi|Chung|Han|Hong|Hwang|Jang|Jeon|Jung|Kang|Kim|Kwon|Lee|Lim|Moon|Noh|Park|Ryu|Seo|Shin|Son"
    r"|Song|Yang|Yoon|Yun) [A-Z][a-z]{1,5}-[a-z]{2,6}\b(?!-)"
)
_NAME = re.compile(
    rf"@\w+|(?:{_KOREAN}|{_CAP})(?:\s{_KOREAN}|(?:\s|-|\s?/\s?|\s(?:bin|binti|van|der|de|von|of|&)\s){_CAP}"
    r"|\s\d+\b(?!\s(?:tahun|bulan|hari|suara|gol)\b))*"
)
_PLACED = (
    r"kawasan|wilayah|kota|kabupaten|kecamatan|desa|kelurahan|provinsi|negara|pulau|daerah|jalan|gedung|kantor|"
    r"stadion|bandara|pelabuhan|markas|pasar"
)
_PLACE_CUE = re.compile(
    rf"\b(?:di|ke|dari|asal|{_PLACED})\s+(?:(?:{_PLACED}|rumah sakit)\s+)*(?=[A-Z])", re.IGNORECASE
)
TITLES = frozenset(
    """menteri menkop menkominfo menko mendag menkeu menkes mendagri menlu presiden wapres wakil gubernur
    bupati wali walikota camat lurah kepala ketua direktur dirut dirjen direksi komisaris ceo cfo coo
    founder pendiri manajer sekretaris sekjen jenderal kapolri kapolda kapolres kapolsek kombes brigjen
    irjen komjen letjen mayjen kolonel letkol mayor kapten inspektur ajun aiptu aipda ipda iptu akp akbp
    bripka hakim jaksa pengacara advokat juru jubir humas profesor prof dokter dr dra drs ir drh pakar
    pengamat ekonom peneliti dosen rektor dekan guru pelatih pemain kiper striker bek gelandang penyanyi
    aktor aktris sutradara penulis wartawan ustaz ustad kiai kyai haji hj h pendeta uskup paus ratu raja
    pangeran putri sultan pangdam anggota politikus politisi pak bapak bu ibu saudara tuan nyonya nona
    mantan eks staf bos petani pedagang warga nelayan koordinator budayawan sejarawan seniman sastrawan
    relawan aktivis pengusaha saksi terdakwa tersangka bidan perawat mr mrs ms sir""".split()
)
# What somebody has behind a name, for having studied.
DEGREES = re.compile(
    r"(?:[A-Z][a-z]{0,3}\.\s?){1,3}[A-Z]?[A-Za-z]{0,4}\.?|SH|SE|ST|MH|MM|MT|MSi|M\.?Si|MSc|MBA|PhD|"
    r"Ph\.D\.?|SIP|SIK|"
    r"[SMDA][A-Z][a-z]{1,4}|MP|MAP|MIP|MPA|Sp[A-Z]{1,3}|SKM|MKM|Lc|MA|BSc|LLM|CFA|MPH|SSTP|MAP|Apt|Ners?"
)
# What an office is of: part of the title, not of the name after it.
PORTFOLIO = frozenset(
    """perdagangan keuangan luar dalam negeri pertahanan pendidikan kebudayaan kesehatan sosial agama
    pertanian kehutanan perhubungan komunikasi informatika digital koperasi ukm umkm usaha mikro kecil
    menengah ketenagakerjaan perindustrian energi sumber daya mineral pariwisata bumn hukum ham
    koordinator perekonomian pemuda olahraga desa pekerjaan umum perumahan lingkungan hidup riset
    teknologi investasi konstitusi eksekutif utama operasional pelaksana dinas badan kantor staf bidang
    biro divisi pusat wilayah daerah aplikasi pengurus besar dan republik ri kota kabupaten provinsi
    kecamatan kelurahan""".split()
)
_ORGANISATION = frozenset(
    """pt cv tbk inc ltd institute institut universitas kementerian kemenkop kemenkominfo kominfo badan
    komisi bank perusahaan partai dewan majelis mahkamah lembaga yayasan organisasi komite asosiasi
    federasi persatuan dinas polri polda polres polsek tni dpr dprd mpr kpk bps bmkg bnpb kpu bawaslu ojk
    fc sd smp sma shop news times group grup holding corporation company umkm ukm televisi radio koran
    majalah channel google instagram""".split()
)
# Function words that open a sentence with a capital, before the name itself.
_OPENER = re.compile(
    r"(?:Sedikitnya|Setidaknya|Paling|Lebih|Kurang|Total|Jumlah|Sudah|Telah|Belum|Seluruh|Semua|Setiap|Sebelumnya|"
    r"Pada|Di|Ke|Dari|Dalam|Menurut|Namun|Sementara|Sedangkan|Saat|Ketika|Sejak|Selain|Bagi|Untuk|Oleh|Karena|"
    r"Jika|Kalau|Para|Seorang|Sebanyak|Sekitar|Hampir|Setelah|Hingga|Sebuah|Usai|Melalui|Selama|Bersama|Kata|Ujar|Tapi|Tetapi|Kini|Lalu|Bahkan|Akhirnya|Berbeda|Hari|Kepada|Tim|The|In|At|On)"
    r"\s+"
)


def _trim_titles(text: str, start: int, end: int) -> int:
    """Return where the name itself starts, after the titles (and what they are of) before it."""
    first = start
    while match := re.match(r"([\w.]+),?\s+(?=\S)", text[start:end]):
        word = match.group(1).rstrip(".").lower()
        if word not in TITLES and not (start > first and word in PORTFOLIO):
            break
        start += match.end()
    return start


# "Ketua FKUB Kota Singkawang Drs. H. Uray Mahmudin": the name begins behind it.
_TITLE_INSIDE = re.compile(r"\s(?:(?:Drs|Dra|Dr|Ir|Prof|Hj|KH)\.\s?)+(?:H\.\s?)?(?=[A-Z])")
# What is named by its letters, and no body that somebody heads.
_NAMED_SO = frozenset(
    "pt cv ud rs rsud rsup sd sdn smp smpn sma sman smk fc ps km kmp kri uin iain pp".split()
)
_LETTERED = re.compile(r"[A-Z]{2,6}|Kominfo|Kemen[a-z]+")


def _trim_bodies(text: str, start: int, end: int) -> int:
    """Return where somebody's name starts behind an office and its body: "Ketua KPK Sari Dewi".

    What is left must look like a person's name.
    """
    parts = text[start:end].split(" ")
    bodies = 0
    while bodies < len(parts) and _LETTERED.fullmatch(parts[bodies]):
        bodies += 1
    left = [part.lower() for part in parts[bodies:]]
    named = 2 <= len(left) <= 4 and all(re.fullmatch(r"[^\W\d_]{3,}", part) for part in left)
    if not bodies or not named or parts[bodies - 1].lower() in _NAMED_SO:
        return start
    titled = any(w.strip(".,()").lower() in TITLES for w in text[max(0, start - 60) : start].split()[-7:])
    if not titled or not {*left}.isdisjoint(_ORGANISATION | PLACE_WORDS | PORTFOLIO):
        return start
    return start + len(" ".join(parts[:bodies])) + 1


def _first_word(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"'“”‘’(")
    return not before or before[-1] in ".!?:\n" or before.endswith((" -", " –", " —"))


@lru_cache(maxsize=4096)
def dates(text: str) -> tuple[TypedSpan, ...]:
    """Find dates, years, weekdays and clock times; those of the last sentences are kept.

    Every other kind of span keeps clear of dates, so a sentence is read for them several times.
    """
    found = _DATE.finditer(text) if may_date(text) else ()
    return tuple(TypedSpan(m.start(), m.end(), Kind.DATE, m.group()) for m in found)


def numbers(text: str) -> list[TypedSpan]:
    """Find numbers in digits or words, with their currency, scale and unit."""
    taken = [(d.start, d.end) for d in dates(text)]
    return [
        TypedSpan(m.start(), m.end(), Kind.NUMBER, m.group())
        for m in _NUMBER.finditer(text)
        if not any(s <= m.start() < e for s, e in taken)
    ]


@lru_cache(maxsize=4096)
def names(text: str) -> tuple[TypedSpan, ...]:
    """Find proper names, without the titles before them; PERSON where the form says so. Those of the last
    sentences are kept: a question meets the same ones as the question before.

    A single capitalised word that opens a sentence is no evidence of a name and is left out
    unless it has an inner capital or stands capitalised elsewhere in ``text`` too.
    """
    found: list[TypedSpan] = []
    dated = [(d.start, d.end) for d in dates(text)]
    for match in _NAME.finditer(text):
        start, end = match.start(), match.end()
        if any(s <= start < e for s, e in dated):
            continue
        end = next((s for s, _ in dated if start < s < end), end)
        if _first_word(text, start):
            opener = _OPENER.match(text, start, end)
            start = opener.end() if opener else start
        titled = _TITLE_INSIDE.search(text, start, end)
        start = titled.end() if titled else _trim_bodies(text, _trim_titles(text, start, end), end)
        name = text[start:end].rstrip(" .'’-")
        parts = name.split()
        while len(parts) > 2 and DEGREES.fullmatch(parts[-1]) and inner_capital(parts[-1]):  # no "Yaris SE"
            name = name.removesuffix(parts.pop()).rstrip(" .,")
        end = start + len(name)
        if not re.search(r"[^\W\d_]", name) or all(p.lower() in _NAMELESS for p in parts):
            continue
        lone = len(parts) == 1 and _first_word(text, start) and not inner_capital(name)
        if lone and not _stands_inside(text, name):
            continue
        found.append(TypedSpan(start, end, _person_or_name(text, start, end, parts), name))
    return tuple(found)


# What is named between quotation marks: a title, a theme, a word.
_QUOTED = re.compile(r"[\"“‘']([^\s\"“”‘’',.?!;]++(?:\s[^\s\"“”‘’',.?!;]++){0,5})[\"”’']")


def titles(text: str) -> list[TypedSpan]:
    """Find the few words that stand between quotation marks without being a sentence."""
    return [TypedSpan(m.start(1), m.end(1), Kind.NAME, m.group(1)) for m in _QUOTED.finditer(text)]


def _stands_inside(text: str, name: str) -> bool:
    """Say whether a name stands behind a word in small letters or a comma somewhere in ``text``."""
    at = text.find(f" {name}")
    while at >= 0:
        behind = text[at + 1 + len(name) : at + 2 + len(name)]
        if re.match("[a-z,]", text[at - 1 : at]) and not re.match(r"\w", behind):
            return True
        at = text.find(f" {name}", at + 1)
    return False


def inner_capital(name: str) -> bool:
    """Say whether a word has a capital inside but is no abbreviation: a trade name (TikTok)."""
    return any(c.isupper() for c in name[1:]) and not name.isupper()


# A word, and up to six more, right before a name.
_LED_IN = re.compile(r"([\w.]+)[\s,]+(?:[\w-]+[\s,]+){0,6}$")
PLACE_WORDS = frozenset(
    """kota kabupaten kecamatan desa kelurahan provinsi pulau jalan gedung stadion bandara pelabuhan
    pasar lapangan rumah gunung sungai danau pantai taman masjid gereja candi jembatan terminal stasiun
    hotel selat laut teluk festival piala liga kereta proyek program operasi undang hari tim film buku
    lagu museum kapal perahu kampung dusun benteng monumen waduk bendungan bendung pesantren""".split()
)
# "Rumah adat Banua Ogo", where "rumah Sari Dewi" is somebody's and "kapten kapal Sari Dewi" somebody.
_CALLED_SO = re.compile(
    r"(?<!\w)(?:rumah (?:adat|sakit|makan|panggung)|kapal|perahu|gunung|sungai|stadion|gedung|museum|"
    r"waduk|bendungan|bandara|pelabuhan|candi|hotel) $"
)
_NAMELESS = TITLES | PORTFOLIO | PLACE_WORDS | STOPWORDS | frozenset("pt cv ud mv km kmp rs rsud".split())
_VESSELS = frozenset("KM KMP KRI KLM KMN MV MT TB".split())
_REPORTING = re.compile(
    r"^\s*(?:,?\s*(?:dalam|saat|ketika|kepada|di|usai|pada)?\s*)?(?:mengatakan|mengungkap|menyebut|menilai|"
    r"menjelaskan|menyampaikan|menegaskan|menuturkan|mengaku|menambahkan|berharap|memastikan|berkata|said|says)"
)
_CUE_BEFORE = re.compile(
    r"\b(?:(?:kata|ujar|ucap|tutur|tegas|jelas|imbuh|tambah|ungkap|papar|sebut|nilai|terang|pungkas|menurut|oleh)\s+"
    r"(?:[\w.]+\s+){0,4}|di(?:pimpin|ketuai|kepalai|latih|cetak|sutradarai|dirikan|gagas|tulis|raih|buat)\w*\s+"
    r"(?:oleh\s+)?)$",
    re.IGNORECASE,
)
_PLACED_BY = re.compile(r"\b(?:di|ke|dari|kota|negara|provinsi|kabupaten|pulau)\s+$", re.IGNORECASE)


def _person_or_name(text: str, start: int, end: int, parts: list[str]) -> Kind:
    lowered = {p.strip(".,").lower() for p in parts}
    if parts[0].lower() in PLACE_WORDS:
        return Kind.NAME
    if lowered & _ORGANISATION or parts[0] in _VESSELS or any(inner_capital(p) for p in parts):
        return Kind.NAME
    if all(p.isupper() and len(p) > 1 for p in parts) or any(map(str.isdigit, parts)) or len(parts[-1]) == 1:
        return Kind.NAME  # "KPU", "Piala 2026", "Project S"
    before = text[max(0, start - 60) : start]
    called = _CALLED_SO.search(before)
    if called and re.split(r"\W", before[: called.start()].removesuffix(" "))[-1].lower() not in TITLES:
        return Kind.NAME
    if 2 <= len(parts) <= 4 and not _PLACED_BY.search(before):
        return Kind.PERSON  # as most are, whatever else leads them in
    titled = any(w.strip(".,").lower() in TITLES for w in re.findall(r"[\w.]+", before)[-7:])
    titled = titled and _LED_IN.search(before) is not None
    cued = titled or _CUE_BEFORE.search(before) or _REPORTING.match(text[end : end + 40])
    return Kind.PERSON if cued else Kind.NAME


# "Stadion Segiri, Samarinda, Sabtu malam": what a place lies in goes with it.
_LIES_IN = re.compile(rf"(?:,\s(?!(?i:{WEEKDAY})\b)[A-Z][\w'’]*(?:\s[A-Z][\w'’]*)*)+")


@lru_cache(maxsize=4096)
def places(text: str) -> tuple[TypedSpan, ...]:
    """Find names that a place word or a preposition introduces, with the place word; kept as names are."""
    found: list[TypedSpan] = []
    dated = [(d.start, d.end) for d in dates(text)]
    for cue in _PLACE_CUE.finditer(text):
        if found and cue.start() < found[-1].end:
            continue
        match = _NAME.match(text, cue.end())
        if (
            not match
            or any(s <= match.start() < e for s, e in dated)
            or inner_capital(match.group().split()[0])
        ):
            continue
        lead = re.match(r"(?:di|ke|dari|asal)\s+", cue.group(), re.IGNORECASE)
        start = cue.start() + (lead.end() if lead else 0)
        end = match.end()
        # Not behind "striker asal Ghana, Kwabena Asamoah".
        if not cue.group().lower().startswith("asal") and (within := _LIES_IN.match(text, end)):
            end = within.end()
        found.append(TypedSpan(start, end, Kind.PLACE, text[start:end]))
    return tuple(found)


# "Di lapangan desa", "di rumah makan Bu Sari": a place by what it is, up to what cannot be of it.
_SPOT = re.compile(
    r"\b(di|ke|dari)\s+((?!(?:antara|tengah|sisi|luar|hadapan|sini|sana|situ|mana|depan|total|seluruh|semua|pihak|"
    r"kalangan|jumlah|itu|ini|tangan|segi|samping|balik|bawah|atas)\b)"
    r"(?:(?!(?:yang|dan|atau|untuk|saat|ketika|setelah|sebelum|sejak|hingga|sampai|karena|agar|dengan|pada|di|ke|"
    r"dari|itu|ini|tersebut|juga|sudah|telah|akan|tidak|bukan|tetapi|namun|lalu|jika|kalau|oleh|serta|seperti|"
    r"sebagai|sekitar|tanpa|secara|kata|ujar)\b|(?:me[mnl]|meng|men|ber|ter)\w{4})[a-z]{3,}(?:-[a-z]+)?(?:\s|\b)){1,4}"
    rf"(?:(?!(?i:{WEEKDAY}|{MONTH}))[A-Z][\w'’.-]*(?:\s|\b)){{0,5}}(?!\s?(?:di|me|ber)[a-z]{{4}}))"
)


def spots(text: str, led_in: Set[str]) -> list[TypedSpan]:
    """Find places by what they are, with one of these prepositions (di, ke, dari) before them."""
    return [
        TypedSpan(m.start(2), m.start(2) + len(m[2].rstrip()), Kind.PLACE, m[2].rstrip())
        for m in (_SPOT.finditer(text) if led_in else ())
        if m[1] in led_in
    ]


def typed_spans(text: str, kinds: Iterable[Kind]) -> list[TypedSpan]:
    """Find the spans of the given kinds in ``text``, in text order.

    What has the form of a person is a name too: "Kanker Wisnuwardhana" is a foundation.
    """
    wanted = set(kinds)
    found: list[TypedSpan] = []
    if Kind.DATE in wanted:
        found += dates(text)
    if Kind.NUMBER in wanted:
        found += numbers(text)
    if wanted & {Kind.PERSON, Kind.NAME}:
        found += [s for s in names(text) if s.kind in wanted or Kind.NAME in wanted]
    if Kind.NAME in wanted:
        found += titles(text)
    if Kind.PLACE in wanted:
        found += places(text)
    # In a set, spans of one place would stand in another order in each process.
    return sorted(dict.fromkeys(found), key=lambda s: (s.start, -s.end))
