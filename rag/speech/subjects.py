"""Whom a clause names: the speaker after a cue, the subject before a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rag.speech import gazetteer, naming
from rag.speech.appositions import Mention
from rag.speech.capitals import VERBISH, Known, is_capital, is_common, is_explained, is_noun
from rag.speech.mentions import is_aside, mention_at

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
    by of about against alongside beside hadapan depan belakang sebelah dekat seberang sekitar samping
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
# A calling that no table has, before a name: "kata prakirawan Ningsih Rahayu".
_TITLED = re.compile(r"(?P<role>(?:[a-z][a-z-]{3,} ){1,3})(?=[A-Z][a-z])")
_STOPPED = re.compile(
    r"\b(?:saat|ketika|dalam|kepada|pada|usai|seusai|dari|oleh|untuk|dengan|di(?!rector)\w*|me\w+|ber\w+|sambil|"
    r"seraya|yang|soal|lewat|melalui|seperti|tentang|menurut|lalu|lagi|juga|pula)\b"
)
# "Cabai rawit merah itu": a capital that only the sentence's beginning gives; not "SPN menyambut janji itu".
_NOUN_PHRASE = re.compile(
    r"\w+(?! me(?:ng|ny|[mn])(?!teri)[a-z]{3,})(?: [a-z][\w-]*){1,6} (?:itu|tersebut)\b(?<! yang itu)"
)
_AGENT = re.compile(
    r"\b(?:di[a-z]{4,}|pada|oleh|dari|kepada|bernama|"
    r"(?:is|are|was|were|been|being) [a-z]+(?:ed|en|wn|ht|lt|[ia]d) by)\s+(?=[A-Z@])"
)
# What is told of whom a sentence ends with: "is tended by Slamet, who has worked here for 33 years".
_TOLD_OF_LAST = re.compile(r", (?:who|yang) [^.\n]*")
# "Unggahan itu dibalas komentar pedas akun @x.", "Rencana itu disambut warga, termasuk Sahat."
_REACTED = re.compile(
    r"\bdi(?:balas|tanggapi|respons|sambut|bantah|tepis|sanggah|tampik|tolak|dukung|amini|benarkan|akui|"
    r"keluhkan|kritik|kecam|sayangkan|sesalkan|puji)(?: (?!yang\b)[a-z]+,?){0,5}\s+(?=[A-Z@])"
)
_PRESENTED = re.compile(
    r"(?:(?:Lain|Berbeda|Begitu pula|Begitu juga|Tidak demikian|Tak demikian|Senada)(?: halnya)? dengan|"
    r"Salah (?:satunya|seorang di antaranya)|"
    r"(?:Salah (?:satu|seorang)|Seorang) (?:[a-z]+ ){1,4}(?:adalah|ialah|bernama)|"
    r"(?:Satu )?[Dd]i antaranya|Ada (?:pula|juga)|Namanya|Dialah|"
    r"(?:Dia|Ia) adalah|Sosok itu),? (?:adalah |ialah |yaitu |yakni )?(?=[A-Z])"
)
_CAME_FROM = re.compile(
    r"\b(?:di(?:sampaikan|ungkapkan|utarakan|lontarkan|kemukakan|rasakan|alami|katakan|tegaskan|keluhkan|"
    r"benarkan|amini)|(?:datang|muncul) dari|"
    r"(?:tanggapan|kritik|kecaman|bantahan|dukungan|jawaban|reaksi|komentar|sindiran|respons)"
    r"(?: [a-z]+){0,2} dari|"
    r"(?:reply|response|rebuke|retort|reaction|support|praise|criticism|warning|answer) from)"
    r"\s+(?:oleh\s+)?(?=[A-Z]|[a-z]+ [A-Z])"
)
# "Kalimat itu diucapkan Daeng Caya", of the words that stand alone before it.
_UTTERED = re.compile(
    r"(?:Kalimat|Kata-kata|Perkataan|Pernyataan|Ucapan|Ungkapan|Pertanyaan|Keluhan|Pengakuan|Teriakan|Seruan|Pesan|"
    r"Sindiran|Celetukan|Jawaban|Curhatan)(?: [a-z]+){0,2} (?:itu|tersebut|ini) "
    r"(?:di(?:ucapkan|lontarkan|sampaikan|utarakan|ungkapkan|katakan|teriakkan|kemukakan|tuturkan|bisikkan)"
    r"(?: oleh)?|(?:keluar|meluncur|terlontar|terucap|datang) dari(?: mulut| bibir)?) "
    r"|(?:Those|These|The) words (?:were (?:spoken|uttered|said) by|came from) "
)
# What somebody does who is about to be quoted, beside the verbs that their shape shows.
_DOES = frozenset(
    """
    laughed smiled nodded shrugged sighed paused hesitated disagreed agreed
    laughs smiles nods shrugs sighs pauses hesitates disagrees agrees knows remembers wants lives works
    tampak datang hadir duduk tiba pulang keluar masuk bangkit geleng tertawa tersenyum terdiam terlihat
    tetap sempat lalu kemudian tak tidak enggan pernah sudah masih langsung hanya cuma punya ikut
    """.split()
)
_IS_PLACED = frozenset("berada terletak berdiri berlangsung berjarak bergulir berlaku terjadi".split())
_ARTICLES = frozenset("the a an its their his her weekly daily newspaper magazine".split())
# "Yuliana Harahap, yang hadir di bangku pengunjung, meyakini", "Jonathan Halim, who represents them, said"
_CLAUSE = re.compile(r",? (?:yang|who)\b")
# What stands beside a subject between commas: "Frans, sang eksekutor, mengaku", "Juru bicara A, pesaing B,".
_BESIDE = re.compile(
    r", (?!(?:yakni|yaitu|ialah|dan|serta|juga|kata|menurut|lalu)\b)(?:(?:sang|si|[a-z]{4,}) )+"
)
_SAID_OF = re.compile(
    r", (?:(?:an?|the|his|her|their|its) (?:[A-Za-z-]+ ){0,4})?"
)  # "Candrawati, a former irrigation engineer, said"
_NARRATOR = re.compile(r"(?:Saya|Aku|Kami) ")
_LANDSCAPE = frozenset("gunung sungai danau teluk selat pantai lembah pulau jalan simpang".split())
_ENGLISH_SOMEBODY = re.compile(r"(?:An?|One|Two|Three|Four|Five|Several|Some|Many) [a-z]")
# "Nama wakil itu tercetak di lampiran: Paulus Kaisama, ketua marga."
_INTRODUCED = re.compile(r"[a-z]: (?=[A-Z][a-z]+ [A-Z][a-z]+[,.])")
_MET = re.compile(r"\b(?:I|we) me(?:et|t) (?=[A-Z])")
# "Jaksa menghadirkan saksi, Neneng Kurniasih.": of whom the next sentence tells.
_BROUGHT = re.compile(
    r"\b(?:menghadirkan|memanggil|memperkenalkan|menunjuk|mengajukan|mengundang)\b"
    r"(?: [a-z-]+,?){0,6} (?=[A-Z])"
)
# Whoever stands behind these only put the question.
_ASKED = frozenset("ditanya ditanyai ditemui dihubungi dikonfirmasi dicecar diwawancarai dikerumuni".split())
_NEXT = re.compile(r"(?:, (?:who|yang) [^,\n]{2,60},)?[\s,]+([a-z]+)")
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
# No subject stands farther before its verb.
_REACH = 600
_AGENT_REACH = 160
_WORD = re.compile(r"\w")


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
        return Mention(paper.start(), paper.end(), "pronoun", plural=paper["whose"] is None, clitic=True)
    mention = mention_at(text, pos, limit, known)
    if (
        mention is None
        and (titled := _TITLED.match(text, pos, limit))
        and not _STOPPED.search(titled["role"])
    ):
        named = mention_at(text, titled.end(), limit, known)
        if named is not None and named.name and not named.role and not named.institution:
            mention = replace(named, start=titled.start(), role=titled["role"].strip())
    return mention


def agent(text: str, start: int, end: int, known: Known) -> Mention | None:
    """Return whom a narration presents, or ends with: "Salah satunya Sri.", "Hal itu dialami Mintarsih."."""
    if told := _CAME_FROM.search(text, start, min(end, start + 250)):
        return speaker_at(text, told.end(), end, known)
    if presented := _PRESENTED.match(text, start, end):
        return mention_at(text, presented.end(), end, known)
    return _named_last(_AGENT, text, start, end, known)


def utterer(text: str, start: int, end: int, known: Known) -> Mention | None:
    """Return who is told to have said what stands before ``[start, end)``."""
    told = _UTTERED.match(text, start, end)
    return speaker_at(text, told.end(), end, known) if told else None


def reacting(text: str, start: int, end: int, known: Known) -> Mention | None:
    """Return who answers what a narration is about ("Itu ditepis Sri Rahayu"), or is brought in."""
    if named := _INTRODUCED.search(text, start, end) or _MET.search(text, start, end):
        return mention_at(text, named.end(), end, known)
    return _named_last(_REACTED, text, start, end, known) or _named_last(_BROUGHT, text, start, end, known)


def _named_last(lead: re.Pattern[str], text: str, start: int, end: int, known: Known) -> Mention | None:
    """Return the name behind ``lead`` with which ``[start, end)`` ends."""
    for found in lead.finditer(text, max(start, end - _AGENT_REACH), end):
        mention = mention_at(text, found.end(), end, known)
        if mention is None or not mention.name:
            continue
        told = _TOLD_OF_LAST.match(text, mention.end, end)
        if not _WORD.search(text, told.end() if told else mention.end, end):
            return mention
    return None


def acts(text: str, mention: Mention, end: int, known: Known, full: int = 0) -> bool:
    """Tell a name of two words or more that does something as people do: nothing else vouches for it.

    ``full`` is the number of words of the name's fullest form in the article.
    """
    words = (mention.name or "").split()
    if (
        not 2 <= max(len(words), full) <= 4
        or mention.institution
        or any(is_explained(w) or is_common(w) for w in words)
    ):
        return False
    verb = _NEXT.match(text, mention.end, end)
    if verb is None or known.places & {w.lower() for w in words}:
        return False
    does = verb.group(1).lower()
    return does in _DOES or (VERBISH.match(does) is not None and does not in _IS_PLACED)


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
        if gap is not None and gap.end() == end:
            last = None if upon else mention
        (objects if upon else found).append(mention)
    if last is not None:
        told = [m for m in found if m.reference == "named" and _CLAUSE.match(text, m.end, last.start)]
        beside = text[last.end : last.end + 1] == ","
        if told and last.reference == "anonymous":
            return told[0]
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


def _stands_beside(text: str, mention: Mention, last: Mention) -> bool:
    """Tell whether ``last`` only says something of ``mention``, between commas."""
    if mention.reference == "named" and last.reference in {"description", "anonymous"}:
        return _SAID_OF.fullmatch(text, mention.end, last.start) is not None
    return last.role is None and _BESIDE.fullmatch(text, mention.end, last.start) is not None


def mentions_in(text: str, start: int, end: int, known: Known) -> list[Mention]:
    """Return those who may act in ``[start, end)``, in order: nobody after a preposition."""
    return [mention for mention, _ in _candidates(text, start, end, known)]


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
                and not (lower in known.people or lower in known.subjects or lower in gazetteer.GIVEN)
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
        following = stream.lowers[n + 1] if n + 1 < len(stream) else ""
        headed = word.islower() and previous in PREPOSITIONS and following in naming.ROLE_HEADS
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
    """Tell "Gunung Anggar" and "Selat Mutiara" from somebody."""
    return mention.role is None and (mention.name or " ").split(" ")[0].lower() in _LANDSCAPE


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


def _is_object(previous: str) -> bool:
    """Tell by the word before that a mention is what somebody does something to, whom he meets or stands for,
    or the doer of a passive."""
    return _DONE_UPON.fullmatch(previous) is not None and previous not in naming.ROLE_HEADS


def _may_begin(word: str, lower: str, known: Known) -> bool:
    if lower in known.firsts and word[0].isupper():
        return True
    if (
        lower in naming.PRONOUNS
        or (lower in naming.PLURALS and word != "IT")
        or lower == "the"
        or lower in naming.ROLE_HEADS
        or lower in naming.GROUPS
        or lower in naming.INSTITUTIONS
    ):
        return True
    if (
        lower in naming.OPENERS
        and lower not in naming.INDEFINITE
        and lower not in {"pihak", "pihaknya", "sang"}
    ):
        return False
    if lower in naming.INDEFINITE:
        return True
    return (
        is_capital(word)
        or (lower in naming.HONORIFICS and len(lower) > 1)
        or lower in {"pihak", "pihaknya", "sang"}
        or naming.is_english_people(lower)
    )
