"""Where sentences end: Indonesian and English news prose, without a model.

A full stop ends a sentence unless what stands before it is an abbreviation or an initial, or
what follows goes on in lower case. A line break always ends one.
"""

from __future__ import annotations

import re

from rag.documents import Span

# Something always follows these: a name after a title (written with a capital letter) ...
_TITLES = frozenset(
    """
    dr drs dra prof ir hj kh tgk pt cv ud fa gg kab kec kel kol letkol letjen mayjen brigjen
    laks laksda irjen kombes akbp kompol iptu ipda briptu sdr sdri bpk mr mrs ms st gen col capt
    lt sgt alm almh mt komjen pol purn inf muh moch moh abd ach ust kapt apt insp maj cmdr brig supt gov rep
    sen adj comr cpl adm
    """.split()
)
# ... more words after these, in any case ...
_SHORTENED = frozenset("br dr drg drh rp jl jln yth tgl pkl ttg yg dgn utk vs lih al telp".split())
# ... and a number after these ("hal" and "no" alone are words).
_NUMBERED = frozenset(
    """no nomor hlm hal vol fig tel psl ay bab ps jilid ed jan feb mar apr jun jul aug sep sept
    oct nov dec""".split()
)
# Degrees and times with their inner full stops taken out: the capital letter after decides.
_CLOSING = frozenset(
    """
    sh se st si spd ssos skom sip sik sag sked skm sfarm ssi ssn shum sthi stp spt sp mh mm mt
    msi msc ma mpd mhum mkn mkom mag mba phd dc llm llb bsc ba mked mth sth
    mpdi spdi mpsi spsi mikom sikom mkes skep mkep msn ssn mfil spa spog spb spkj mars am pm
    """.split()
)
# "Project S." closes a sentence where "Joko S." goes on: these are told apart by a letter.
LETTERED = frozenset(
    """
    project proyek vitamin hepatitis grup group kelas blok seri serie tipe type golongan plan
    paket liga zona gedung terminal rencana opsi kategori titik ruang tim poin huruf generasi
    sesi jalur gate pintu hall wing varian influenza nilai sim class series rombongan kelompok
    bagian lampiran sektor program rute model fase
    loket peron kamar sel kios lorong baris kolom dermaga tribun petak kapling
    """.split()
)
_DOMAINS = frozenset("com co id net org go ac sch or tv info io ai js my sg me news gov edu uk".split())

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_CLOSERS = r"[\"'”’»)\]]*"
_OPENERS = "\"'“‘«([—–-•*"
# The blank after it is one inside the line: at a line's end nothing is left to tell.
_STOP = re.compile(
    rf"(?P<mark>[.!?…]+)(?:{_CLOSERS}(?=[^\S\n\r\v\f\x85\u2028\u2029])"
    # A space lost on the way to the web: "harga naik.Pedagang mengeluh".
    r"|(?=(?P<glued>[A-Z][a-z]+)))"
)
_BEFORE = re.compile(r"[^\W_][\w.]*$")
# "kata H. Abdul Muis", "dijawab A. Mappanyukki.", and not "dua opsi, A dan B. Keduanya mahal."
_LEADING_UP = re.compile(
    r"(?:kata|ujar|ucap|tutur|jelas|tegas|imbuh|tambah|ungkap|papar|sebut|terang|tulis|oleh|menurut|said|says|by|"
    r"di(?:sampaikan|katakan|ungkapkan|jelaskan|tegaskan|jawab|bantah|pimpin|dampingi))"
)
_NAME = re.compile(
    r"(?!(?:Namun|Sebelumnya|Akibatnya|Sementara|Selain|Kini|Lalu|Tapi|Tetapi|However|Then|Meanwhile|"
    r"Ia|Dia|Beliau|Mereka|Kami|Saya|He|She|They|It)\b)"
    r"[A-Z][\w'’-]+(?: [A-Z]|[,.]| \(|"
    r" (?:di|saat|ketika|kepada|usai|seusai|dalam|pada|yang|lewat|in|at|on|to)\b)"
)
_NUMBERING = re.compile(r"\s*(?:\d{1,3}|[A-Za-z])$")


def sentences(text: str) -> list[Span]:
    """Return the sentences of ``text`` in order.

    Spans do not overlap, are trimmed of white space, stay within one line, and cover every
    character that is not white space.
    """
    return [Span(start, end) for start, end in bounds(text)]


def bounds(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of ``text`` begin and end, as plain pairs: there may be a million."""
    spans: list[tuple[int, int]] = []
    stops = _STOP.finditer(text)
    stop = next(stops, None)
    for line in _LINE.finditer(text):
        start, end = line.span()
        while stop is not None and stop.start() < end:
            if _ends_sentence(text, start, stop, end):
                _append(spans, text, start, stop.end())
                start = stop.end()
            stop = next(stops, None)
        if start < end and not (text[start].isspace() or text[end - 1].isspace()):
            spans.append((start, end))  # as most lines are
        else:
            _append(spans, text, start, end)
    return spans


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add ``[start, end)`` trimmed of white space, where anything is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Tell whether the sentence begun at ``start`` ends with ``stop``; the line ends at ``end``."""
    glued = stop.group("glued")
    if glued is not None:
        return stop.group() == "." and _ends_glued(text, start, stop.start(), glued)
    following = text[stop.end() : min(end, stop.end() + 24)].lstrip().lstrip(_OPENERS).lstrip()
    if not following:
        return True
    if following[0].islower() and not following[1:2].isupper():  # "iPhone" begins a sentence
        return False
    return stop.group("mark") != "." or not _is_abbreviated(text, start, stop.start(), following)


def _ends_glued(text: str, start: int, dot: int, glued: str) -> bool:
    """Tell "naik.Pedagang" (two sentences) from "Bisnis.Com" and an address."""
    token_start = max(text.rfind(" ", start, dot), start - 1) + 1
    token = text[token_start:dot]
    return (
        token[-2:].isalpha()
        and token.islower()
        and not any(sign in token for sign in "/@.:")
        and glued.lower() not in _DOMAINS
    )


def _is_abbreviated(text: str, start: int, dot: int, following: str) -> bool:
    """Tell whether the single full stop at ``dot`` belongs to the word before it."""
    before = text[max(start, dot - 40) : dot]
    if dot - start <= 4 and _NUMBERING.match(text[start:dot]):
        return True  # "1. Harga" opens a list item
    match = _BEFORE.search(before, before.rfind(" ") + 1)
    if match is None:
        return False
    word = match.group()
    if "." in word:
        return _is_dotted_abbreviation(word)
    if len(word) == 1 and word.isupper():
        return _is_initial(before[: match.start()], word, following)
    bare = word.lower()
    return (
        bare in _SHORTENED
        or (bare in _TITLES and word[0].isupper())
        or (bare in _NUMBERED and following[0].isdecimal())
    )


def _is_dotted_abbreviation(word: str) -> bool:
    """Tell "B.J." and "a.n." (the sentence goes on) from "S.H." and "Bisnis.com" (it may end)."""
    parts = word.split(".")
    if "".join(parts).lower() in _CLOSING:
        return False
    return all(len(part) <= 2 for part in parts) and not word[0].isdecimal()


def _is_initial(before: str, letter: str, following: str) -> bool:
    """Tell the initial of a name, or "H." before one, from a letter that names a thing ("Project S.")."""
    words = before.split()
    if not words or words[-1].lower() in LETTERED:
        return not words
    leads_up = letter == "H" or _LEADING_UP.fullmatch(words[-1]) is not None
    return words[-1][:1].isupper() or (leads_up and _NAME.match(following) is not None)
