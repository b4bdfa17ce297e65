"""Words with a capital: which are words of names, of places, of offices, by the company they keep."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rag.morphology import root
from rag.speech import gazetteer, naming
from rag.speech.cues import AFTER, ANNOUNCING, SAYING
from rag.words import fold

TOKEN = re.compile(
    r"\([^()\n]{0,90}\)|@[\w.]*\w|\d+(?:[.,]\d+)+|[^\W_]+(?:[-'’&/][^\W_]+|\.[^\W_]+)*|[^\w\s]|_"
)
_REMEMBERED = 50_000  # words of which what they look like is kept
JOINERS = frozenset("bin binti boru van der de al el da di von of".split())
IN_OFFICE = frozenset("di dari pada untuk".split())
PLACE_HEADS = frozenset(
    """
    kota kabupaten desa kecamatan kelurahan provinsi dusun kampung pulau kab kec nagari pasar gunung
    jalan stasiun teluk sungai danau terminal stadion gedung pantai lembah selat bandara pelabuhan
    """.split()
)
_DONE_BY = re.compile(
    r"di(?:rasa|ungkap|sampai|kata|alam|lontar|utara|aku|tutur|jelas|tegas|cerita|keluh|tambah|papar)\w*"
)
# What stands right before somebody's name.
_CALLED = frozenset(
    """
    menurut bernama ujar said pak bu mbah mak bang mas mbak kang teh cak ustaz ustazah kiai pakde bude
    abah koh nyai daeng om tante wak gus ning
    """.split()
)
_OF_A_PLACE = frozenset("di ke dari asal warga kota kabupaten desa parlemen rakyat militer".split())
_COMPANIES = frozenset(
    """
    aplikasi perusahaan platform startup maskapai produsen operator pengembang ritel peritel klub bank
    rintisan lokapasar penyedia jaringan distributor pabrikan korporasi yayasan
    """.split()
)
_NOT_OF_KIND = frozenset("milik dari di oleh yang untuk pada bersama dengan asal kepada dan".split())
# "LEMBAH HIJAU, suaradaerah.id – Debat": where an article was written.
_DATELINE = re.compile(
    r"^(?:[\w.]+(?: [\w.]+){0,3}, )?(?P<place>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){0,2})"
    r"(?:, ?[\w. ]{2,30}|\s*\([^()\n]{2,30}\))?\s*[-–—]+\s*[A-Z\"“”]",
    re.MULTILINE,
)
_DOMAIN = re.compile(r"\w\.(?:com|id|net|org|co\.id|tv)$")
_SUBJECT_OF = frozenset("yang juga pun tidak tak sendiri sudah masih belum akan sedang sempat".split())
VERBISH = re.compile(r"(?:meng|meny|mem|men|ber|ter|di)[a-z]{4,}$")


@dataclass(slots=True)
class Known:
    """What an article tells about words with a capital, in lower case.

    ``people`` speak somewhere; ``subjects`` begin a sentence and are no common word; ``loose`` stand in
    the company of different words, as a company or a village does; ``named`` are parts of names found;
    ``companies`` are called a company, an application, a club somewhere; ``wholes`` are two words or more
    that stand together somewhere with no other beside them, and speak nowhere.
    """

    people: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    loose: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    companies: set[str] = field(default_factory=set)
    wholes: set[tuple[str, ...]] = field(default_factory=set)


def tokens(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the words, brackets and marks of a stretch of text."""
    return list(TOKEN.finditer(text, start, end))


@lru_cache(maxsize=_REMEMBERED)
def is_capital(word: str) -> bool:
    """Tell whether a word is written as a name is."""
    if word[0].isupper() or word[0] == "@":
        return True
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
    known = Known()
    for found in _DATELINE.finditer(text):
        known.places.update(w.lower() for w in re.findall(r"[^\W\d_]+", found["place"]))
    stream = list(TOKEN.finditer(text))
    company: dict[str, set[str]] = defaultdict(set)
    n = 0
    while n < len(stream):
        word = stream[n].group()
        if not (is_capital(word) and word[0] not in "(@"):
            n += 1
            continue
        first = n
        while n < len(stream) and is_capital(stream[n].group()) and _near(text, stream, first, n):
            n += 1
        run = [stream[i].group() for i in range(first, n)]
        before = stream[first - 1].group().lower() if first else ""
        after = stream[n].group() if n < len(stream) else ""
        of_village = stream[first - 1].group() == "desa" and _role_before(stream, first - 1)
        if before in _OF_A_PLACE and not of_village:
            known.places.add(run[0].lower())
        for i in range(len(run) - 1):
            if run[i].lower() in PLACE_HEADS:
                known.places.update(w.lower() for w in run[i + 1 : i + 3 if len(run) <= i + 3 else i + 2])
        whole = tuple(w.lower() for w in run)
        if len(run) > 1 and run[0].lower() in _CALLED:
            before, run = run[0].lower(), run[1:]
        if len(run) > 1 and run[0].lower() in naming.OPENERS and not gazetteer.GIVEN & {run[0].lower()}:
            before, run = run[0].lower(), run[1:]
        lead = [m.group() for m in stream[max(0, first - 3) : first]]
        kinds = [i for i, w in enumerate(lead) if w in _COMPANIES]
        if kinds and all(w.islower() and w not in _NOT_OF_KIND for w in lead[kinds[-1] :]):
            known.companies.update(w.lower() for w in run if not is_explained(w))
        plain = not any(is_explained(w) and w.lower() not in gazetteer.GIVEN for w in run)
        spoke = before in AFTER or _DONE_BY.fullmatch(before) or before in _CALLED
        speaks = after in ANNOUNCING or (
            after in {"juga", "pun", "sendiri", "kemudian"}
            and n + 1 < len(stream)
            and stream[n + 1].group() in SAYING
        )
        if len(whole) > 1 and not (spoke or speaks):
            known.wholes.add(whole)
        aged = re.fullmatch(r"\(\d{1,2}(?: tahun)?\)", after) is not None
        aged = aged or [m.group() for m in stream[n + 2 : n + 4]] == ["tahun", ","]  # "Aluh, 47 tahun, …"
        if aged and run:
            known.people.update(w.lower() for w in run[-2:] if not is_explained(w))
        elif plain and len(run) <= 3 and (spoke or speaks) and run[0].lower() not in naming.OPENERS:
            headed = before in naming.ROLE_HEADS or before.startswith("(") or before in naming.OFFICE_WORDS
            if (
                before not in PLACE_HEADS
                and before not in JOINERS
                and before not in IN_OFFICE
                and before not in {"ke", "kepada", "oleh", "dengan"}
                and not (headed and len(run) != 2)
            ):
                # "Standar dan Kurikulum Bondan Rahardian": the first word may still be of the office.
                joined = len(run) == 3 and (
                    before.isdigit() or (before == "dan" and is_capital(stream[first - 2].group()))
                )
                known.people.update(w.lower() for w in (run[1:] if joined else run))
        lone = len(run) == 1 and first > 0 and not (is_explained(run[0]) or run[0].lower() in naming.OPENERS)
        acts = after in _SUBJECT_OF or VERBISH.match(after)
        if lone and acts and stream[first - 1].group() in '.!?"”' and not is_common(run[0]):
            known.subjects.add(run[0].lower())
        for i, word in enumerate(run):
            if i + 1 < len(run):
                company[word.lower()].add(run[i + 1].lower())
    known.places -= known.people
    known.companies -= known.people
    known.loose = {w for w, nexts in company.items() if len(nexts) > 1} - known.people
    return known


def _role_before(stream: Sequence[re.Match[str]], n: int) -> bool:
    """Tell "bidan desa", after which a name may stand as well as the village."""
    return n > 0 and stream[n - 1].group().lower() in naming.ROLE_HEADS


def _near(text: str, stream: Sequence[re.Match[str]], first: int, n: int) -> bool:
    return n == first or (stream[n].start() - stream[n - 1].end() == 1 and text[stream[n - 1].end()] == " ")
