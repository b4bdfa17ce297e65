"""Who is told, behind words that stand alone, to have said them: "Bisikan itu datang dari Rosmina." Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.speech.appositions import Mention
from rag.speech.attribution import after
from rag.speech.capitals import Known
from rag.speech.cues import ANNOUNCING
from rag.speech.mentions import mention_at
from rag.speech.prose import Unit
from rag.speech.subjects import mentions_in, speaker_at

# What words are called when they are told of again.
_WORDS = (
    r"(?:[Kk]alimat|[Kk]ata-kata|[Pp]erkataan|[Pp]ernyataan|[Uu]capan|[Uu]ngkapan|[Pp]ertanyaan|[Kk]eluhan|"
    r"[Pp]engakuan|[Tt]eriakan|[Ss]eruan|[Pp]esan|[Ss]indiran|[Cc]eletukan|[Jj]awaban|[Cc]urhatan|[Bb]isikan|"
    r"[Tt]eguran|[Pp]eringatan|[Pp]ermintaan|[Kk]omentar|[Gg]umaman|[Ss]elaan|[Tt]uturan|[Kk]elakar|[Ss]uara|"
    r"[Pp]erintah|[Pp]rotes|[Bb]antahan|[Nn]asihat|[Dd]oa|[Uu]mpatan|[Ss]eloroh|[Hh]ardikan|[Pp]engumuman)"
)
_GIVEN = (
    r"(?:ucapkan|lontarkan|sampaikan|utarakan|ungkapkan|katakan|teriakkan|kemukakan|tuturkan|bisikkan|serukan|"
    r"tulis(?:kan)?|"
    r"keluarkan|nyatakan|tegaskan)"
)
# What is mostly put, or answered, by another than who has just spoken; not "Jawaban Asep itu dilontarkan …".
_ANOTHERS = re.compile(
    r"(?:Pertanyaan|Keluhan|Peringatan|Permintaan|Perintah|Protes|Komentar|Pengumuman)\b|"
    rf"(?:Jawaban|Bantahan)\b(?!(?: [A-Z][\w'’.-]*){{1,4}} (?:itu|tersebut|ini) di{_GIVEN}\b)|"
    r"(?:The|That) (?:warning|question|remark|order|answer|reply|verdict)\b"
)
# "Kalimat itu diucapkan Daeng Caya", "Hal itu dikatakan Tobang", "Teguran itu datang dari hakim"
_SUMMING = r"(?:Itulah|Begitu(?:lah)?|Demikian(?:lah)?)"
_BY = re.compile(
    rf"(?:{_SUMMING}(?: {_WORDS})? yang di{_GIVEN}|(?:{_WORDS}|Hal)(?: [a-z]+){{0,2}} (?:itu|tersebut|ini) "
    rf"(?:di{_GIVEN}|(?:keluar|meluncur|terlontar|terucap|terdengar|datang|muncul|berasal) dari"
    r"(?: mulut| bibir)?))(?: oleh)? "
    r"|Yang (?:berkata|berbicara|berteriak|berseru|berbisik|mengatakan|bilang)(?: (?:demikian|begitu|itu))? "
    r"(?:adalah|ialah|tak lain|itu) "
    r"|(?:Those|These|The) words (?:were (?:spoken|uttered|said) by|came from) "
    r"|(?:The|That) (?:shout|cry|warning|rebuke|question|remark|order|whisper|voice|answer|reply|verdict) "
    r"came from "
)
_WHEN = re.compile(
    r"(?:setelah|saat|ketika|usai|seusai|sebelum|sejak|dalam|di|pada|kepada|karena|pertanyaan)\b"
)
# "Kalimat itu Budi ucapkan sambil berdiri."
_FRONTED, _DID = re.compile(rf"{_WORDS} (?:itu|tersebut|ini) (?=[A-Z])"), re.compile(rf"{_GIVEN}$")
# "Jawaban Aseng tersebut disoraki warga.", "Itulah pesan Budi kepada anaknya."
_OF = re.compile(rf"(?P<so>{_SUMMING} )?{_WORDS} (?=[A-Z])")
_THAT = re.compile(r"(?:[A-Z][\w'’.-]* ?){1,4}(?= (?:itu|tersebut|ini)\b)")
# "Begitulah Rosdina menggambarkan hubungan barunya.", "So said Mayor Lin."
_SO = re.compile(rf"(?:{_SUMMING}(?: cara)?|That(?: is|['’]s) how|This is how|Thus|So (?P<said>said)) ")
_NEXT = re.compile(r",? ([a-z]+)")
_DESCRIBES = ANNOUNCING | frozenset(
    "melukiskan merangkum menirukan mengakhiri describes described puts put sums summed spoke".split()
)
# "Sambil berkata demikian, petani itu pergi.", "Usai mengucapkan kalimat itu, Budi pulang."
_WITH_IT = re.compile(
    r"(?:Sambil|Seraya|Usai|Seusai|Setelah|Sehabis) "
    rf"(?:(?:berkata|berteriak|berbisik|bergumam|berseru) (?:demikian|begitu|seperti itu)|"
    r"me(?:ngatakan|ngucapkan|lontarkan|nyampaikan|nyerukan)"
    rf"(?:nya| (?:(?:hal|{_WORDS}) )?(?:itu|demikian|tersebut)))"
    r"(?:, [^,.\n]{3,25}\))?, "
)
_CALLED = re.compile(
    r"(?:Namanya|Dialah|(?:Ia|Dia|Petani|Pria|Perempuan|Lelaki)(?: itu)? (?:adalah|bernama)) (?=[A-Z])"
)
# "Budi mengatakan hal itu di Balai Kota", "Siti mengucapkannya sambil tertawa"
_SAYS_IT = re.compile(
    r",? (?:lalu |kemudian )?me(?:ngatakan|ngucapkan|lontarkan|nyampaikan|neriakkan|mbisikkan|nuturkan)"
    rf"(?:nya\b| (?:(?:hal|{_WORDS}) )?(?:itu|tersebut|demikian)\b"
    r"(?=[.,;]| (?:di|dalam|saat|ketika|sambil|seraya|dengan|tanpa|kepada|usai|seusai|setelah|pada|lewat)\b))"
)


def utterer(text: str, behind: Sequence[Unit], known: Known, *, carried: bool) -> Mention | None:
    """Return who is told in the sentences ``behind`` to have said what stands before them.

    It is nobody where they lead in words of their own, nor where somebody's words are ``carried`` on and
    what is told of may be what another asked, or answered.
    """
    if not behind or (carried and _ANOTHERS.match(text, behind[0].start)) or _leads_in(behind):
        return None
    start, end = behind[0].start, behind[0].end
    if by := _BY.match(text, start, end):
        if _WHEN.match(text, by.end(), end):
            return None
        nameless = Mention(start, by.end(), "anonymous") if "dari" in by.group() else None  # "dari tribun"
        return speaker_at(text, by.end(), end, known) or nameless
    if fronted := _FRONTED.match(text, start, end):
        mention = mention_at(text, fronted.end(), end, known)
        verb = _NEXT.match(text, mention.end, end) if mention else None
        return mention if mention is not None and mention.name and verb and _DID.match(verb[1]) else None
    if of := _OF.match(text, start, end):
        that = _THAT.match(text, of.end(), end)
        if that is None and of["so"] is None:
            return None
        mention = mention_at(text, of.end(), that.end() if that else end, known)
        return mention if mention is not None and mention.name and not mention.institution else None
    if so := _SO.match(text, start, end):
        mention = speaker_at(text, so.end(), end, known)
        verb = _NEXT.match(text, mention.end, end) if mention else None
        describes = so["said"] is not None or (verb is not None and verb[1] in _DESCRIBES)
        return mention if mention is not None and mention.name and describes else None
    if done := _WITH_IT.match(text, start, end):
        mention = next(iter(mentions_in(text, done.end(), end, known)), None)
        if mention is not None and mention.name:
            return mention
        return _named_behind(text, behind[1:2], known) or mention
    first = mention_at(text, start, end, known)
    return first if first is not None and first.name and _SAYS_IT.match(text, first.end, end) else None


def _leads_in(behind: Sequence[Unit]) -> bool:
    """Say whether the paragraph that begins with ``behind`` goes on with a quotation."""
    return any(unit.line == behind[0].line and unit.quotations for unit in behind)


def speaks_next(text: str, behind: Sequence[Unit], known: Known) -> Mention | None:
    """Return who is quoted in the sentence behind, as one who goes on from the words that stand alone."""
    for unit in behind:
        if unit.begins_quoted:
            found = after(text, unit.quotations[0].closing, unit.end, known, comma=True)
            return found.mention if found else None
    return None


def _named_behind(text: str, behind: Sequence[Unit], known: Known) -> Mention | None:
    """Return who is named of whom the sentence before told: "Namanya Sunarko Wiryo, 58 tahun."."""
    for unit in behind:
        if called := _CALLED.match(text, unit.start, unit.end):
            return mention_at(text, called.end(), unit.end, known)
    return None
