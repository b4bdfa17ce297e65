"""Words with a capital: which are words of names, of places, of offices, by the company they keep."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice, pairwise
from typing import Any

from rag.glossary import rarity
from rag.morphology import root
from rag.speech import gazetteer, naming
from rag.speech.cues import AFTER, ANNOUNCING, SAYING
from rag.speech.surnames import SURNAMES
from rag.words import fold, stem

TOKEN = re.compile(
    r"\([^()\n]{0,90}\)|[A-Z][a-z]{1,2}['’](?= [A-Z])|@[\w.]*\w|"
    r"\d+(?:[.,]\d+)+|[^\W_]+(?:[-'’&/][^\W_]+|\.[^\W_]+)*|[^\w\s]|_"
)
_FREQUENT = 7.0
_RARE = 8.0  # how seldom (natural logarithm): "cuaca" 6.5, "iklim" 6.0, surnames that no table has 10
_REMEMBERED = 50_000  # words of which what they look like is kept
JOINERS = frozenset("bin binti boru br van der de al el da di von of".split())
IN_OFFICE = frozenset("di dari pada untuk".split())
PLACE_HEADS = frozenset(
    """
    kota kabupaten desa kecamatan kelurahan provinsi dusun kampung pulau kab kec nagari pasar gunung
    simpang perempatan pertigaan jalan stasiun teluk sungai danau terminal stadion gedung pantai lembah
    selat bandara pelabuhan kali waduk bendungan gang
    """.split()
)
DONE_BY = re.compile(
    r"di(?:rasa|ungkap|sampai|kata|alam|lontar|utara|aku|tutur|jelas|tegas|cerita|keluh|tambah|papar)\w*"
)
# What stands right before somebody's name.
_CALLED = frozenset(
    """
    menurut bernama ujar said pak bu mbah mak bang mas mbak kang teh cak ustaz ustazah kiai pakde bude
    abah koh nyai daeng om tante wak gus ning
    """.split()
)
# What somebody is called whose a thing is: "Kompor Mbak Yuyun".
OWNERS = frozenset("pak bapak bu ibu bang mas mbak kang mbah mbok mak".split())
ENGLISH_KIN = frozenset("wife husband mother father son daughter sister brother widow".split())
_KIN = ENGLISH_KIN | frozenset(
    "suaminya istrinya anaknya putranya putrinya ibunya ayahnya bapaknya kakaknya adiknya".split()
)
_OF_A_PLACE = frozenset("di ke dari asal warga kota kabupaten desa parlemen rakyat militer".split())
_COMPANIES = frozenset(
    """
    aplikasi perusahaan platform startup maskapai produsen operator pengembang ritel peritel klub bank
    rintisan lokapasar penyedia jaringan distributor pabrikan korporasi yayasan
    organisasi komunitas kelompok koalisi aliansi lembaga paguyuban sanggar
    minimarket supermarket swalayan waralaba app startup airline retailer
    """.split()
)
# First names in English that are other words in Indonesian, and what tells in which a text is.
_ENGLISH_FIRSTS = frozenset("dan di hal tim".split())
_ENGLISH = frozenset("the The said says of was and to".split())
_INDONESIAN = frozenset("yang dan di itu kata ini untuk dengan dari".split())
_LEGAL_FORMS = frozenset("PT CV UD Koperasi Yayasan".split())
_NOT_OF_KIND = frozenset("milik dari di oleh yang untuk pada bersama dengan asal kepada dan".split())
# "LEMBAH HIJAU, suaradaerah.id – Debat": where an article was written.
_DATELINE = re.compile(
    r"^(?:[\w.]{1,40}(?: [\w.]{1,40}){0,3}, )?(?P<place>[A-Z][^\W\d_]{1,40}(?: [A-Z][^\W\d_]{1,40}){0,2})"
    r"(?:, ?[\w. ]{2,30}|\s*\([^()\n]{2,30}\))?\s*[-–—]+\s*[A-Z\"“”]",
    re.MULTILINE,
)
_DISTRICTS = "bilangan kawasan daerah wilayah kompleks perumahan simpang seputar".split()
# "Saat ditemui di bilangan Senopati, aktor itu irit bicara."
_LIES_IN = re.compile(
    rf"\b(?:di|ke|dari) (?:{'|'.join(_DISTRICTS)}) "
    r"(?P<place>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){0,2})"
)
_DOMAIN = re.compile(r"\w\.(?:com|id|net|org|co\.id|tv)$")
_SHORT = re.compile(r"\([A-Z][a-z]{2,12}\)")
_SUBJECT_OF = frozenset(
    "yang juga pun tidak tak sendiri sudah masih belum akan bakal sedang sempat tinggal hidup duduk datang "
    "pulang".split()
)
_INITIALS = re.compile("[A-Z]{1,3}")
# "Kebutuhan mendesak", "Penyelidikan": an abstract noun, whatever verb stands beside it.
ABSTRACT = re.compile(r"(?:ke|pe[nm]|peng|peny|per)[a-z]{3,}an")
_MONEY = re.compile(r"(?:Rp|US|USD|IDR)(?:\d|$)")
_AGE = re.compile(r"\(\d{1,2}(?: tahun)?\)")
_AGED = re.compile(r", \d{1,3} (?:tahun ,|,.*)")  # "Aluh, 47 tahun, …", "Kasiyem, 82, …"
# Endings that make a word a first name: Karyati, Sukirman is none of a place or a company.
NAMELY = re.compile(
    r"(?:wati|yati|yanti|ningsih|inah|iyem|inem|imin|[gjk]iman|[jk]irman|yono|yanto|wanto|rianto|[hnw]arto|"
    r"udin|uddin|rohman|rrahman|syah)$"
)
VERBISH = re.compile(r"(?:(?:meng|meny|mem|men|ber|ter|di)[a-z]{4,}|bekerja|belajar)$")


class Stream:
    """The words, brackets and marks of a text or a stretch of it: as matches, as written, in lower case."""

    __slots__ = ("lowers", "matches", "raws", "starts", "text")

    def __init__(self, text: str, matches: list[re.Match[str]]) -> None:
        self.text = text
        self.matches = matches
        self.raws = [m.group() for m in matches]
        self.lowers = [raw.lower() for raw in self.raws]
        self.starts = [m.start() for m in matches]

    def between(self, text: str, start: int, end: int, most: int | None = None) -> Stream:
        """Return the tokens of ``text[start:end]``, ``most`` at most; cut anew only where need be: of another
        text, or within a token."""
        first, stop = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if most is not None:
            stop = min(stop, first + most)
        whole = (
            text is self.text
            and (first == 0 or self.matches[first - 1].end() <= start)
            and (stop <= first or self.matches[stop - 1].end() <= end)
        )
        if not whole:
            return Stream(text, list(islice(TOKEN.finditer(text, start, end), most)))
        cut = object.__new__(Stream)
        cut.text, cut.matches = text, self.matches[first:stop]
        cut.raws, cut.lowers = self.raws[first:stop], self.lowers[first:stop]
        cut.starts = self.starts[first:stop]
        return cut

    def __len__(self) -> int:
        return len(self.matches)


@dataclass(slots=True)
class Known:
    """What an article tells about words with a capital, in lower case.

    ``people`` speak somewhere; ``subjects`` begin a sentence and are no common word; ``loose`` stand in
    the company of different words, as a company or a village does; ``named`` are parts of names found;
    ``initials`` stand for somebody's name: "MR (27)", "pria berinisial DK".
    ``companies`` are called a company, an application, a club somewhere, ``of_kinds`` all that stands
    behind such a word; ``wholes`` are two words or more that stand together somewhere with no other beside
    them, and speak nowhere. ``firsts`` are first names there that are no names elsewhere: "Dan Webb";
    ``surnames`` are callings too: "Linda Baker". ``stream`` is the text cut into tokens; ``phrases`` are the
    noun phrases read of it so far, by their first token and the last that could be looked at.
    """

    stream: Stream
    people: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    loose: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    companies: set[str] = field(default_factory=set)
    of_kinds: list[list[str]] = field(default_factory=list)
    initials: set[str] = field(default_factory=set)
    wholes: set[tuple[str, ...]] = field(default_factory=set)
    firsts: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    phrases: dict[tuple[int, tuple[int, int]], Any] = field(default_factory=dict)


@lru_cache(maxsize=_REMEMBERED)
def is_capital(word: str) -> bool:
    """Tell whether a word is written as a name is."""
    if word[0].isupper() or word[0] == "@":
        return _MONEY.match(word) is None
    return len(word) > 2 and word[0].islower() and (word[1].isupper() or _DOMAIN.search(word) is not None)


@lru_cache(maxsize=_REMEMBERED)
def is_acronym(word: str) -> bool:
    """Tell KPK and PDI-P from Sari and H."""
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


@lru_cache(maxsize=_REMEMBERED)
def is_common(word: str) -> bool:
    """Tell whether a word is in the dictionary of roots, as it stands or without its endings, or abstract."""
    folded = fold(word)
    if len(folded) > 7 and folded.endswith(("itas", "isme")):
        return True
    forms = [folded, *(folded.removesuffix(e) for e in ("an", "nya", "kan", "i") if folded.endswith(e))]
    return any(root(f) is not None for f in forms if len(f) > 2)


@lru_cache(maxsize=_REMEMBERED)
def is_noun(word: str) -> bool:
    """Tell "Final", "Ketujuh" and "Pemblokiran" at the head of a sentence from a name that no table has."""
    lower = word.lower()
    return (
        is_common(word) or ABSTRACT.fullmatch(lower) is not None or not (is_proper(lower) or is_rare(lower))
    )


def is_proper(lower: str) -> bool:
    """Tell whether a table of names has a word in small letters: of people, families or places."""
    return lower in gazetteer.GIVEN or lower in SURNAMES or lower in gazetteer.PLACES


@lru_cache(maxsize=_REMEMBERED)
def is_frequent(word: str) -> bool:
    """Tell a word that other texts often have, as no surname is that no table has: "korupsi", "gula"."""
    return rarity(stem(word)) < _FREQUENT


def is_rare(word: str) -> bool:
    """Tell a word that other texts hardly have: surnames that no table has are so."""
    return rarity(stem(word)) >= _RARE


@lru_cache(maxsize=_REMEMBERED)
def is_common_part(word: str) -> bool:
    """Tell a word that an office may be about: a plain or derived word, no given name, no place."""
    lower = word.lower()
    if lower in naming.OFFICE_WORDS:
        return True
    if lower in gazetteer.GIVEN or lower in gazetteer.PLACES:
        return False
    derived = re.fullmatch(r"(?:pen|pem|peng|per|pel|ke)[a-z]{3,}an", lower) is not None
    return derived or is_common(word)


@lru_cache(maxsize=_REMEMBERED)
def is_explained(word: str) -> bool:
    """Tell a word of offices and places, or an abbreviation, from a word of names."""
    lower = word.lower()
    return (
        lower in naming.OFFICE_WORDS
        or lower in naming.ROLE_HEADS
        or lower in gazetteer.PLACES
        or is_acronym(word)
    )


def known_words(text: str) -> Known:
    """Read off a text which capitalised words speak, and which are places."""
    stream = Stream(text, list(TOKEN.finditer(text)))
    known = Known(stream)
    lies_in = _LIES_IN.finditer(text) if any(kind in text for kind in _DISTRICTS) else ()
    for found in chain(_DATELINE.finditer(text), lies_in):
        known.places.update(w.lower() for w in re.findall(r"[^\W\d_]+", found["place"]))
    company: dict[str, set[str]] = defaultdict(set)
    raws = stream.raws
    if any(raw.lower() in _ENGLISH_FIRSTS for raw in set(raws) if raw[0].isupper()):
        english, other = (sum(map(words.__contains__, raws)) for words in (_ENGLISH, _INDONESIAN))
        known.firsts |= _ENGLISH_FIRSTS if english > other else frozenset()
    n = 0
    for first, raw in enumerate(raws):
        if raw[0] == "(":
            named = stream.lowers[max(0, first - 4) : first]
            if _SHORT.fullmatch(raw) and not naming.INSTITUTIONS.isdisjoint(named):
                known.companies.add(raw[1:-1].lower())  # "Universitas Pattihahu (Unpati)"
            continue
        if first < n or not is_capital(raw) or raw[0] == "@":
            continue
        n = first + 1
        while n < len(raws) and is_capital(raws[n]) and _beside(stream, n):
            n += 1
        called = _note_run(known, stream, first, n)
        for word, following in pairwise(stream.lowers[called:n]):
            company[word].add(following)
    for run in known.of_kinds:  # "startup Tanibareng Tenri Sau", who speaks elsewhere
        somebody = (n for n, w in enumerate(run) if n and (w in known.people or w in gazetteer.GIVEN))
        known.companies.update(w for w in run[: next(somebody, len(run))] if not is_explained(w))
    known.people -= {word for word in known.companies if not is_proper(word)}  # it speaks as a company
    known.places -= known.people
    known.companies -= known.people
    known.loose = {w for w, nexts in company.items() if len(nexts) > 1} - known.people
    return known


def _note_run(known: Known, stream: Stream, first: int, end: int) -> int:
    """Note what the words around say of a run of words with capitals; return where it begins without the
    word that only leads up to it."""
    raws, lowers = stream.raws, stream.lowers
    before = lowers[first - 1] if first else ""
    after = raws[end] if end < len(raws) else ""
    of_an_office = before in {"desa", "kota"} and _role_before(stream, first - 1)
    somebody = before == "dari" and lowers[first] in gazetteer.GIVEN  # "Keluhan datang dari Sigit Wicaksana."
    if before in _OF_A_PLACE and not (of_an_office or somebody):
        known.places.add(lowers[first])
    for n in range(first, end - 1):
        if n > first and lowers[n] in OWNERS and not is_explained(raws[n + 1]):
            known.people.add(lowers[n + 1])
        if lowers[n] in PLACE_HEADS:
            placed = lowers[n + 1 : n + 3 if end <= n + 3 else n + 2][: end - n - 1]
            begins = end > n + 2 and placed[0] in gazetteer.GIVEN  # "Provinsi Paulina Rante Allo"
            known.places.update(() if begins else placed)
    lead = slice(max(0, first - 3), first)
    begin = first
    if end - begin > 1 and lowers[begin] in _CALLED:
        before, begin = lowers[begin], begin + 1
    first_name = lowers[begin] in gazetteer.GIVEN or lowers[begin] in known.firsts
    if end - begin > 1 and lowers[begin] in naming.OPENERS and not first_name:
        before, begin = lowers[begin], begin + 1
    run, lows = raws[begin:end], lowers[begin:end]
    called = before in _CALLED or before in AFTER or before in naming.ROLE_HEADS
    if called and lows[0] in naming.OPENERS and lows[0] in gazetteer.GIVEN:
        known.firsts.add(lows[0])  # "terdakwa Hari Subekti"
    if len(run) > 1 and lows[-1] in naming.SURNAMES_TOO and not _only_leads_up(run[-2]):
        known.surnames.add(lows[-1])
    company = lows[0] not in gazetteer.GIVEN  # "juru bicara koalisi Fatimah"
    company = company and _is_company(raws[lead], lowers[lead])
    if company:
        known.of_kinds.append(lows)
    if run[0] in _LEGAL_FORMS:  # "PT Sagara Kakao Nusantara Tbk"
        known.companies.update(w.lower() for w in run[1:] if not (is_explained(w) or is_proper(w.lower())))
    spoke = before in AFTER or before in _CALLED or DONE_BY.fullmatch(before) is not None
    speaks = after in ANNOUNCING or (
        after in {"juga", "pun", "sendiri", "kemudian"} and end + 1 < len(raws) and raws[end + 1] in SAYING
    )
    kin = first > 1 and raws[first - 1] == "," and raws[first - 2] in _KIN
    behind = raws[end + 1 : end + 3] if after in {"and", "dan"} else []
    couple = behind[-1:] and behind[0] in {"his", "her"} and behind[-1] in _KIN
    couple = couple or (behind[:1] and behind[0].endswith("nya") and behind[0] in _KIN)
    if (kin and is_capital(raws[first]) and after == ",") or (couple and _is_plain(run)):
        known.people.update(lows)  # "For Matutu's wife, Rosmiati, the debate is academic."
    if after == "." and lowers[max(0, first - 2) : first] in (["lain", "dengan"], ["berbeda", "dengan"]):
        known.people.update(lows)  # "Lain dengan Wartinah."
    if end - first > 1 and not (spoke or speaks):
        known.wholes.add(tuple(lowers[first:end]))
    if (
        len(run) == 1
        and _INITIALS.fullmatch(run[0])
        and (_AGE.fullmatch(after) or before in {"berinisial", "inisial"})
    ):
        known.initials.add(lows[0])
        known.people.add(lows[0])
    elif _AGE.fullmatch(after) or (after == "," and _AGED.fullmatch(" ".join(raws[end : end + 4]))):
        known.people.update(w.lower() for w in run[-2:] if not is_explained(w))
    elif (
        (spoke or speaks)
        and not company
        and len(run) <= 3
        and not (len(run) == 1 and ABSTRACT.fullmatch(lows[0]))
        and (lows[0] in known.firsts or (lows[0] not in naming.OPENERS and _is_plain(run[:1])))
        and _is_plain(run[1:])
    ):
        headed = before in naming.ROLE_HEADS or before.startswith("(") or before in naming.OFFICE_WORDS
        if not (
            before in PLACE_HEADS
            or before in JOINERS
            or before in IN_OFFICE
            or before in {"ke", "kepada", "oleh", "dengan"}
            or (headed and len(run) != 2)
        ):
            # "Standar dan Kurikulum Bondan Rahardian": the first word may still be of the office.
            numbered = before.isdigit() and (len(run) == 3 or not is_proper(lows[0]))
            joined = numbered or (len(run) == 3 and before == "dan" and is_capital(raws[first - 2]))
            joined = joined or (before == "asal" and len(run) > 1)
            named = 2 if lows[0] in PLACE_HEADS else int(joined)  # "asal Pulau Sagori Zaidah menyebut"
            known.people.update(lows[named:])
    if (
        len(run) == 1
        and first > 0
        and (
            raws[first - 1] in '.!?"”'
            or NAMELY.search(lows[0])
            or (raws[first - 1] in {",", "-", "–", "—"} and lows[0] in gazetteer.GIVEN)  # "Di tangga, Sugeng"
        )
        and (after in _SUBJECT_OF or VERBISH.match(after))
        and not (is_explained(run[0]) or lows[0] in naming.OPENERS or is_noun(lows[0]))
    ):
        known.subjects.add(lows[0])
    return begin


def _is_company(raws: Sequence[str], lowers: Sequence[str]) -> bool:
    """Tell by the words before a name that a company, an application or a club has it."""
    if _COMPANIES.isdisjoint(lowers):
        return False
    last = max(n for n, word in enumerate(lowers) if word in _COMPANIES)
    return all(w.islower() and w not in _NOT_OF_KIND for w in raws[last + 1 :])


def _is_plain(run: Sequence[str]) -> bool:
    """Tell words that no table explains otherwise than as a first name."""
    return not any(is_explained(w) and w.lower() not in gazetteer.GIVEN for w in run)


def _only_leads_up(word: str) -> bool:
    """Tell "Pak Pilot" and "Head Baker", which name nobody, from "Linda Baker"."""
    lower = word.lower()
    if lower in gazetteer.GIVEN:
        return False
    return is_explained(word) or lower in naming.HONORIFICS or lower in naming.OPENERS or is_common(word)


def _role_before(stream: Stream, n: int) -> bool:
    """Tell "bidan desa", after which a name may stand as well as the village."""
    return n > 0 and stream.lowers[n - 1] in naming.ROLE_HEADS


def _beside(stream: Stream, n: int) -> bool:
    """Tell whether only a space stands between a token and the one before it."""
    before = stream.matches[n - 1].end()
    return stream.starts[n] - before == 1 and stream.text[before] == " "
