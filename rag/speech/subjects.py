"""Whom a clause names: the speaker after a cue, the subject before a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rag.speech import gazetteer, naming
from rag.speech.appositions import Mention
from rag.speech.asides import is_addressed, is_aside
from rag.speech.capitals import Known, is_capital, is_noun
from rag.speech.houses import ALONE
from rag.speech.mentions import OWNED, mention_at, owned
from rag.speech.predicates import telling_clause

FILLER = re.compile(
    r"(?:[\s,]+|\([^()]*\)|\b\d{2}(?=,)|\b(?:juga|pun|kemudian|lalu|lantas|sendiri|kembali|sempat|telah|sudah|hanya|"
    r"pernah|turut|"
    r"ikut|kini|sebelumnya|akhirnya|pula|bahkan|langsung|sebaliknya|selanjutnya|sambil|tegas|secara \w+|"
    r"tetap|balik|"
    r"justru|sama-sama|bersama|kerap|lewat|also|then|has|had|have|later|[a-z]+ly)\b)*"
)
PREPOSITIONS = frozenset(
    """
    di ke dari pada kepada untuk dengan oleh terhadap bersama soal tentang melalui dalam atas bagi
    seperti antara terkait mengenai lewat via didampingi kasus perkara milik bernama garapan karya
    versi asal buatan rezim era satunya termasuk misalnya meliputi bukan to for with from in on at
    by of about against alongside beside outside inside near behind across
    hadapan depan belakang sebelah dekat seberang sekitar samping
    mengutip melansir merujuk
    """.split()
)
# "bunyi pernyataan tersebut", "begitu jawabannya": the words of whom the report is about.
PAPER = re.compile(
    r"(?:pernyataan|keterangan|keterbukaan informasi|cuitan|unggahan|surat|edaran|maklumat|rilis|siaran pers|"
    r"pengumuman|pesan|tulisan|laporan(?: setebal \d+ halaman)?)(?: \w+){0,2} "
    r"(?:itu|tersebut|mereka|klub|perusahaan|perseroan|partai|lembaga|organisasi|manajemen)\b|"
    r"(?P<whose>(?:jawab|tutur|pesan|ucap|penutur|pengaku|pernyata)annya)\b"
)
# "surat edaran direksi tersebut": who wrote it, besides the callings
_MANAGING = frozenset("direksi komisaris pengurus panitia".split())
# A calling that no table has, before a name: "kata prakirawan Ningsih Rahayu".
_TITLED = re.compile(r"(?P<role>(?:[a-z][a-z-]{3,} ){1,3})(?=[A-Z][a-z])")
# "said the polling chief, Naomi Mandacan"
_BY_CALLING = re.compile(r"(?:the|an?) (?P<role>[a-z][a-z-]+(?: [a-z][a-z-]+){0,3}), (?=[A-Z][\w'’-]+ [A-Z])")
# "tulis pemilik akun Instagram @kopi_pahit", "bunyi Pasal 7"
_BY_ACCOUNT = re.compile(
    r"(?:seorang |salah satu )?(?:pemilik|pengguna|pengelola|admin|warganet|netizen)"
    r"(?: (?!(?:lewat|pada|di|melalui|via|dalam|dari|dengan|ke|kepada) )"
    r"(?:[a-z-]+|Instagram|IG|X|Twitter|TikTok|Tiktok|Facebook|Threads|YouTube|Youtube)){1,4}? (?=@\w)"
)
_ARTICLE = re.compile(
    r"(?:Pasal|Ayat|Klausul|Poin|Butir|Bab|Diktum|"
    r"(?:Undang-Undang|UU|Peraturan|Perda|Keputusan)(?: [A-Z][\w-]*){0,4}?)"
    r" (?:(?:Nomor |No\. ?)?(?:\(?\d|[IVX]+\b)|(?:itu|tersebut)\b)"
)
_ONE_OF_THEM = re.compile(r"(?:one|another) of them, (?=[A-Z][\w'’-]+ [A-Z])")
_STOPPED = re.compile(
    r"\b(?:saat|ketika|dalam|kepada|pada|usai|seusai|dari|oleh|untuk|dengan|di(?!rector)\w*|me\w+|ber\w+|sambil|"
    r"seraya|yang|soal|lewat|melalui|seperti|tentang|menurut|lalu|lagi|juga|pula)\b"
)
# "Cabai rawit merah itu": a capital that only the sentence's beginning gives; not "SPN menyambut janji itu".
_NOUN_PHRASE = re.compile(
    r"\w+(?! me(?:ng|ny|[mn])(?!teri)[a-z]{3,})(?: [a-z][\w-]*){1,6} (?:itu|tersebut)\b(?<! yang itu)"
)
_ARTICLES = frozenset(
    """
    the a an its their his her weekly daily newspaper magazine majalah harian koran tabloid situs laman portal
    media stasiun televisi radio kantor berita
    """.split()
)
# "Yuliana Harahap, yang hadir di bangku pengunjung, meyakini", "Jonathan Halim, who represents them, said"
_CLAUSE = re.compile(r",? (?:yang|who)\b")
# What stands beside a subject between commas: "Frans, sang eksekutor, mengaku", "Juru bicara A, pesaing B,".
_BESIDE = re.compile(
    r", (?!(?:yakni|yaitu|ialah|dan|serta|juga|kata|menurut|lalu)\b)(?:(?:sang|si|[a-z]{4,}) )+"
)
_SAID_OF = re.compile(
    r", (?:(?:an?|the|his|her|their|its|my|our) (?:[A-Za-z-]+ ){0,4})?"
)  # "Candrawati, a former irrigation engineer, said"
# "Kunjungan itu dihadiri Kapolres Budi": not whom the sentence is about, nor who speaks next.
IN_COMPANY = re.compile(
    r"di(?:damping|teman|sambut|jenguk|antar|rawat|gugat|bantu|papah|hadir|kawal|jemput|serah|identifik|"
    r"nyany|namai|sunting|makam|temu|kenal|sebut|juluk|ikut|pandu|gandeng|peluk|usung)[a-z]*"
)
# What a sentence is led by, and no subject: "Ditemani istrinya, Rina Wati, Budi Santoso datang".
_LED_BY = re.compile(
    r"(?:Di[a-z]{4,}|Di|Bersama|Dengan|Kepada|Dalam|Atas|Untuk|Lewat|Melalui|Usai|Seusai|Setelah|Sebelum|Saat|"
    r"Ketika|Dari|Pada|Oleh|Karena|Demi|With|At|In|After|Before|By|For|From|To|On|Accompanied|Flanked|Beside)\b"
)
_BESIDE_WORDS = 3  # of "his eldest son,"
_GOES_ON = re.compile(r" (?!dan\b|and\b)[a-z]")
_NARRATOR = re.compile(r"(?:Saya|Aku|Kami) ")
# "Two people familiar with the matter told"
_FAMILIAR = re.compile(r" (?:familiar|briefed|close|with(?: [a-z]+)? knowledge)(?: [a-z]+){1,6} ")
_LOCATED = re.compile(r" (?:di|dari|pada|dalam|asal)(?: [a-z]+){1,4} ")  # "Seorang sumber di divisi bank itu"
_HAVING = re.compile(
    r"(?:, [a-z][a-z ]*)? yang [a-z ]+"
)  # "Lia, pengemudi yang membawa serta anaknya, mengaku"
_LANDSCAPE = frozenset("gunung sungai danau teluk selat pantai lembah pulau jalan simpang".split())
_SIGNS = frozenset(
    "spanduk plakat poster papan baliho sign signs banner banners placard placards plaque".split()
)
_ENGLISH_SOMEBODY = re.compile(r"(?:An?|One|Two|Three|Four|Five|Several|Some|Many) [a-z]")
# Whoever stands behind these only put the question.
_ASKED = frozenset("ditanya ditanyai ditemui dihubungi dikonfirmasi dicecar diwawancarai dikerumuni".split())
_OWNED = re.compile(
    r"\b(?:Instagram|Twitter|X|Facebook|TikTok|YouTube|akun|laman|situs|kantor|media sosial)(?: resmi)? $"
)
_IN_A_WORK = re.compile(
    r"\byang $|\b(?:dalam|di|lewat|melalui|pada) (?:tayangan|acara|program|siaran|siniar|podcast|kanal|film|"
    r"buku|novel|majalah|harian|koran|laman|situs|rubrik|album|lagu|serial) (?:\w+ )?$"
)
_LEAD = 40
# "usai bertemu Presiden X", "mewakili Presiden X", "after meeting President X"
_DONE_UPON = re.compile(
    r"di[a-z]{4,}|(?:meng|meny|mem|men|me[lrwy](?!iah$|deka$))[a-z]{3,}|bertemu|berjumpa|meeting|representing|"
    r"accompanying|greeting|thanking|joining|welcoming|hosting|succeeding|replacing|defeating|beating"
)
# With one of these a mention may begin, whatever else the word is.
_BEGINNING = (
    naming.PRONOUNS | naming.ROLE_HEADS | naming.GROUPS | naming.INSTITUTIONS | naming.INDEFINITE
    | {"the", "pihak", "pihaknya", "sang"}
)  # fmt: skip
# No subject stands farther before its verb.
_REACH = 600


@dataclass(frozen=True, slots=True)
class Attribution:
    """A reporting clause ``[start, end)``: its cue, and the speaker as a mention."""

    start: int
    end: int
    cue: str | None
    mention: Mention | None
    rule: str


def speaker_at(text: str, pos: int, limit: int, known: Known) -> Mention | None:
    """Read a speaker after a cue; a phrase in lower case that nothing marks as a person is none."""
    pos = skip_space(text, pos)
    if paper := PAPER.match(text, pos, limit):
        whose = paper.group().rsplit(" ", 1)[-1]
        if whose in naming.HOUSES or whose in ALONE:
            return Mention(*paper.span(), "description", role=whose, institution=True)
        if any(word in naming.ROLE_HEADS | _MANAGING for word in paper.group().split()[1:]):
            return Mention(paper.start(), paper.end(), "anonymous", role=paper.group().rsplit(" ", 1)[0])
        return Mention(paper.start(), paper.end(), "pronoun", plural=paper["whose"] is None, clitic=True)
    theirs = OWNED.match(text, pos, limit)
    if theirs and (is_capital(theirs["whose"]) or theirs["head"] in naming.ROLE_HEADS):
        return owned(text, theirs, limit, known)
    if _ARTICLE.match(text, pos, limit):
        return Mention(pos, pos + 1, "anonymous")
    if one := _ONE_OF_THEM.match(text, pos, limit) or _BY_ACCOUNT.match(text, pos, limit):
        pos = one.end()
    mention = mention_at(text, pos, limit, known)
    if mention is None and (called := _BY_CALLING.match(text, pos, limit)):
        named = mention_at(text, called.end(), limit, known)
        if named is not None and named.name and not named.institution:
            return replace(named, start=pos, role=named.role or called["role"])
    if (
        mention is None
        and (titled := _TITLED.match(text, pos, limit))
        and not _STOPPED.search(titled["role"])
    ):
        named = mention_at(text, titled.end(), limit, known)
        if named is not None and named.name and not named.role and not named.institution:
            mention = replace(named, start=titled.start(), role=titled["role"].strip())
    return mention


def skip_space(text: str, pos: int) -> int:
    while pos < len(text) and text[pos].isspace():
        pos += 1
    return pos


def subject(text: str, start: int, end: int, known: Known) -> Mention | None:
    """Return who acts in ``[start, end)``, which ends where the verb begins.

    Of several, the one right before the verb; else the first: subjects come before objects.
    """
    found: list[Mention] = []
    objects: list[Mention] = []
    last: Mention | None = None
    for mention, previous in _candidates(text, max(start, end - _REACH), end, known):
        upon = _is_object(previous)
        gap = FILLER.match(text, mention.end, end)
        if (gap is not None and gap.end() == end) or _FAMILIAR.fullmatch(text, mention.end, end):
            last = None if upon else mention
        (objects if upon else found).append(mention)
    if last is not None:
        told = [m for m in found if m.reference == "named" and _CLAUSE.match(text, m.end, last.start)]
        beside = text[last.end : last.end + 1] == ","
        if told and last.reference == "anonymous":
            return told[0]
        within = [m for m in found if m is not last and _is_within(text, m, last)]
        if within:
            return within[0]
        aside = [m for m in told if beside and text[m.end : m.end + 1] == ","]
        if aside:
            return aside[-1]
        return next((m for m in found if beside and _stands_beside(text, m, last)), last)
    if _NARRATOR.match(text, start, end):
        return None  # "Saya menelepon Kepala Dinas, Retno, menanyakan nasib mereka."
    if found and found[0].reference == "anonymous" and _ENGLISH_SOMEBODY.match(text, start, end):
        return found[0]
    named = [m for m in found if m.reference in {"named", "pronoun", "description"}]
    return (named or found or objects or [None])[0]  # type: ignore[list-item]


def _is_within(text: str, mention: Mention, last: Mention) -> bool:
    """Tell whether ``last`` only belongs to what is told of ``mention``: where somebody is, whom he has."""
    if last.reference != "description":
        return False
    if mention.reference == "anonymous":
        return _LOCATED.fullmatch(text, mention.end, last.start) is not None
    ends = text[last.end : last.end + 1] == ","
    return (
        ends and mention.reference == "named" and _HAVING.fullmatch(text, mention.end, last.start) is not None
    )


def _stands_beside(text: str, mention: Mention, last: Mention) -> bool:
    """Tell whether ``last`` only says something of ``mention``, between commas."""
    if mention.reference == "named" and last.reference in {"description", "anonymous"}:
        return _SAID_OF.fullmatch(text, mention.end, last.start) is not None
    return last.role is None and _BESIDE.fullmatch(text, mention.end, last.start) is not None


def mentions_in(text: str, start: int, end: int, known: Known) -> list[Mention]:
    """Return those who may act in ``[start, end)``, in order: nobody after a preposition, or who only keeps
    somebody company."""
    candidates = _candidates(text, start, end, known)
    found = _without_told(text, [m for m, previous in candidates if not IN_COMPANY.fullmatch(previous)])
    return found[1:] if _LED_BY.match(text, start) and _only_leads(text, start, found) else found


def _without_told(text: str, found: list[Mention]) -> list[Mention]:
    """Leave out the "kapten tim" of "Kirana, yang juga menjadi kapten tim, menangis"."""
    kept: list[Mention] = []
    until = 0
    for mention in found:
        if mention.start >= until:
            kept.append(mention)
            clause = telling_clause(text, mention.end, named=mention.name is not None)
            until = clause.end() if clause else until
    return kept


def _only_leads(text: str, start: int, found: list[Mention]) -> bool:
    """Tell "Ditemani istrinya, Rina Wati, Budi Santoso datang" from a list: Budi is who comes."""
    named = [mention for mention in found[:2] if mention.name or mention.reference == "pronoun"]
    if len(named) < 2 or named[0].name is None or text[named[0].end : named[1].start] != ", ":
        return False
    before = text[start : text.find(named[0].name.split()[0], named[0].start)]
    beside = [word.rstrip(",") for word in before.split()[-_BESIDE_WORDS:]] if before.endswith(", ") else []
    theirs = any(w in naming.ROLE_HEADS or w.endswith("nya") or w in {"his", "her", "their"} for w in beside)
    return theirs and _GOES_ON.match(text, named[1].end) is not None


def _candidates(text: str, start: int, end: int, known: Known) -> Iterator[tuple[Mention, str]]:
    """Yield each mention that is no object of a preposition, with the word before it."""
    skip = start
    stream = known.stream.between(text, start, end)
    previous = ""
    first = True
    for n, (begun, word, lower) in enumerate(zip(stream.starts, stream.raws, stream.lowers, strict=True)):
        if begun < skip or not (word[0].isalpha() or word[0] in "@(" or word[0].isdigit()):
            if begun >= skip and word in ".;:!?":
                first = True
            if begun >= skip and word == ",":
                previous = ""
            continue
        if is_addressed(previous, lower):  # "Kepada wartawan Maria menjelaskan"
            previous = ""
            continue
        if _may_begin(word, lower, known):
            limit = end
            if word.islower() and is_aside(previous, lower):
                limit = text.find(",", begun, end) % (end + 1)
            mention = mention_at(text, begun, limit, known)
            if (
                mention is not None
                and first
                and " " not in (mention.name or " ")
                and _NOUN_PHRASE.match(text, begun, end)
                and not any(lower in names for names in (known.people, known.subjects, known.named))
                and lower not in gazetteer.GIVEN
            ):
                mention = None
            if mention is not None and mention.end <= end:
                skip = mention.end
                cut = text.find(",", begun + len(word), mention.end) if mention.role else -1
                if cut > 0 and (previous in PREPOSITIONS or _begins_anew(text, cut, previous, limit, known)):
                    skip = cut
                if (
                    previous not in PREPOSITIONS
                    and previous not in _ASKED
                    and not _is_within_phrase(text, begun, mention)
                    and not _is_kin(mention)
                    and not _owns_somebody(text, begun, mention)
                    and not _is_place(mention)
                    and not (first and is_common_noun(mention, known))
                ):
                    yield mention, previous
                lower = ""
        first = False
        headed = (
            previous in PREPOSITIONS
            and word.islower()
            and not naming.ROLE_HEADS.isdisjoint(stream.lowers[n + 1 : n + 2])
        )
        if lower not in _ARTICLES and not headed:  # "of the Legal Aid Foundation", "by police chief X"
            previous = lower


def _begins_anew(text: str, comma: int, previous: str, limit: int, known: Known) -> bool:
    """Tell "Setelah bertemu Hendra Jaya, Gubernur Arga Wiratama mengatakan" from an office of whom he met."""
    other = mention_at(text, comma + 2, limit, known) if _is_object(previous) else None
    return other is not None and other.name is not None and other.role is not None


def _is_within_phrase(text: str, begun: int, mention: Mention) -> bool:
    """Tell the title of a work ("yang menulis Rantau yang Ditinggal", "dalam tayangan Ngopi Siang") and the
    owner of an account ("di akun Instagram mereka") from a subject."""
    before = text[max(0, begun - _LEAD) : begun]
    within = {"pronoun": _OWNED, "named": _IN_A_WORK}.get(mention.reference)
    return within is not None and within.search(before) is not None


def _owns_somebody(text: str, begun: int, mention: Mention) -> bool:
    """Tell "KB's lawyer, Henk Manuhutu", who is about to be named, from "Yoram's next tournament"."""
    if not text.endswith(("'s", "’s"), begun, mention.end):
        return False
    behind = text[mention.end : mention.end + _LEAD].split()[:3]
    return any(word.strip(",") in naming.ROLE_HEADS for word in behind)


def _is_kin(mention: Mention) -> bool:
    """Tell "Tetangganya," which leads up to a name."""
    return bool(mention.name and " " not in mention.name and mention.name.endswith("nya"))


def _is_place(mention: Mention) -> bool:
    """Tell "Gunung Anggar", "Selat Mutiara" and "Spanduk" from somebody."""
    return mention.role is None and (mention.name or " ").split(" ")[0].lower() in _LANDSCAPE | _SIGNS


def is_full_name(mention: Mention, known: Known) -> bool:
    """Tell "Sari Wulandari" and "Bowo Lestu, ketua panitia" from "Laskar Pelangi" and "Jakarta Selatan"."""
    words = (mention.name or "").lower().split()
    if len(words) < 2 or mention.reference != "named" or mention.institution:
        return False
    return mention.role is not None or words[0] in known.people or words[0] in gazetteer.GIVEN


def is_common_noun(mention: Mention, known: Known) -> bool:
    """Tell "Aturan" at the head of a sentence from a name."""
    name = (mention.name or "").lower()
    if (
        mention.role
        or mention.institution
        or not name
        or " " in name
        or mention.name != (mention.name or "").capitalize()
    ):
        return False
    if name in known.people or name in known.named or name in known.surnames or name in gazetteer.GIVEN:
        return False
    return is_noun(name)


def is_acted_upon(text: str, mention: Mention) -> bool:
    """Tell by the word before a mention that it is an object, or the doer of a passive."""
    before = text[max(0, mention.start - _LEAD) : mention.start].lower().split()
    return bool(before) and _is_object(before[-1])


def _is_object(previous: str) -> bool:
    """Tell by the word before that a mention is what somebody does something to, whom he meets or stands for,
    or the doer of a passive."""
    return _DONE_UPON.fullmatch(previous) is not None and previous not in naming.ROLE_HEADS


def _may_begin(word: str, lower: str, known: Known) -> bool:
    if lower in known.firsts and word[0].isupper():
        return True
    if lower in _BEGINNING or (lower in naming.PLURALS and word != "IT"):
        return True
    if lower in naming.OPENERS:
        return False
    return (
        is_capital(word) or (lower in naming.HONORIFICS and len(lower) > 1) or naming.is_english_people(lower)
    )
