"""Whom a sentence tells of that reports nothing: who does, is shown, answers or is brought in."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.speech import naming
from rag.speech.appositions import Mention
from rag.speech.capitals import VERBISH, Known, is_common, is_explained, is_noun
from rag.speech.cues import SAYING
from rag.speech.mentions import mention_at
from rag.speech.prose import Unit
from rag.speech.subjects import IN_COMPANY, mentions_in, speaker_at

# Not who only keeps somebody company, is given something or found dead.
_AGENT = re.compile(
    rf"\b(?:(?!{IN_COMPANY.pattern}\b)di[a-z]{{4,}}|oleh|bernama|"
    r"(?:is|are|was|were|been|being) (?:not )?[a-z]+(?:ed|en|wn|ht|lt|[ia]d) by)\s+(?=[A-Z@])"
)
# What is told of whom a sentence ends with: "by Slamet, who has worked here for 33 years", "a trader".
_TOLD_OF_LAST = re.compile(r"(?:,? (?:who|yang)|, (?:an?|the)) [^.\n]*")
# "Unggahan itu dibalas komentar pedas akun @x.", "Rencana itu disambut warga, termasuk Sahat."
_REACTS = (
    r"\bdi(?:balas|jawab|tanggapi|respons|sambut|bantah|tepis|sanggah|tampik|tolak|dukung|amini|benarkan|akui|"
    r"keluhkan|kritik|kecam|sayangkan|sesalkan|puji)"
)
_REACTED = re.compile(rf"{_REACTS}(?: (?!yang\b)[a-z]+,?){{0,5}}\s+(?=[A-Z@])")
# "… ditanggapi ibunda Kirana, Ratna Ayudya."
_REACTED_OF = re.compile(rf"{_REACTS} (?=[a-z]+ [A-Z][\w'’-]+, [A-Z])")
# "Foto itu diunggah pemilik perahu, Nataniel.", "Pesan itu ditulis oleh ketua RT, Supardi."
_MADE_BY = re.compile(
    r"\bdi(?:unggah|tulis|kirim|rekam|bagikan|sebarkan|bacakan|ceritakan|ungkapkan|sampaikan|lontarkan|teriakkan)"
    r"(?: oleh)? (?=[a-z]+(?: [a-zA-Z]+){0,2}, [A-Z])"
)
# "Itu dibantah direktur rumah sakit.", "Komentar senada datang dari seorang penggemar."
_ANSWERED = re.compile(
    r"\b(?:datang|muncul) dari |"
    r"\bdi(?:bantah|tepis|sanggah|tampik|sangkal|tanggapi|jawab|benarkan|akui|amini|sambut|respons|balas)"
    r"(?: oleh|(?: [a-z]+){1,3} oleh)? "
)
# "Komentar itu disampaikan wartawan kepada Rahmat Lubis, pelatih tuan rumah.": he answers it.
_PASSED_ON = re.compile(
    r"(?:\bdi(?:sampaikan|bacakan|teruskan|tunjukkan|perlihatkan|tanyakan|perdengarkan|putarkan|kabarkan|"
    r"konfirmasikan|ceritakan|sodorkan|ajukan|lontarkan|tujukan)"
    r"(?: (?:kembali|ulang|langsung|lagi|pula|(?:oleh )?(?:para )?(?:wartawan|jurnalis)))*|"
    r"\b(?:[Ss]aya|[Kk]ami) (?:sampaikan|tanyakan|ajukan|bacakan|tunjukkan|perlihatkan)(?: [a-z]+){0,4})"
    r" (?:kepada|ke) "
)
_NO_MORE = re.compile(r"(?: [a-z]+){0,4}[.!]?\s*")
# "Janji itu ditanggapi dingin oleh anggota Komisi X Nursyahbani."
_DONE_BY = re.compile(r"\bdi[a-z]{4,}(?: [a-z]+){0,3} oleh (?=[a-z])")
_COMPARED = (
    r"(?:Lain|Berbeda|Begitu pula|Begitu juga|Tidak demikian|Tak demikian|Senada)(?: halnya| lagi| pula)? "
    r"(?:dengan|bagi)|Begitu (?:pula|juga)|Salah (?:satunya|seorang di antaranya)"
)
# What leads up to a name, of a single word too: "Salah satunya Ujang.", "Lain halnya dengan Karman."
ONE_OF_THEM = re.compile(rf"(?:{_COMPARED}|Namanya|Dialah|Satu di antaranya)\b")
PRESENTED = re.compile(
    rf"(?:{_COMPARED}|"
    r"(?:Salah (?:satu|seorang)|Seorang) (?:[a-z]+ ){1,4}(?:adalah|ialah|bernama)|"
    r"(?:Sosok|Yang|Orang(?! yang di))(?: [a-z-]+){1,9} (?:adalah|ialah)"
    r"(?: [a-z]+(?: [a-z]+)?)?|"
    r"(?:Satu )?[Dd]i antaranya|(?:Among|One of) them (?:was|is)|Ada (?:pula|juga)|Namanya|Dialah|"
    r"(?:Dia|Ia) adalah|Sosok itu|[A-Z][\w.]*(?: [\w.]+){0,4} yang dimaksud\w*),? "
    r"(?:adalah |ialah |yaitu |yakni )?(?=[A-Z])"
)
_CAME_FROM = re.compile(
    r"\b(?:jatuh (?:ke)?pada|"
    r"di(?:sampaikan|ungkapkan|utarakan|lontarkan|kemukakan|rasakan|alami|katakan|tegaskan|keluhkan|"
    r"benarkan|amini)|(?:datang|muncul) dari|"
    r"(?:tanggapan|kritik|kecaman|bantahan|dukungan|jawaban|reaksi|komentar|sindiran|respons)"
    r"(?: [a-z]+){0,2} dari|"
    r"(?:reply|response|rebuke|retort|reaction|support|praise|criticism|warning|answer) from)"
    r"\s+(?:oleh\s+)?(?=[A-Z]|[a-z]+ [A-Z])"
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
_DID = re.compile(r"(?!retired|aged|named|based|called|located|hundred|united|limited)[a-z]{2,}ed$")
_PRESENT = re.compile(r"(?!always|perhaps|sometimes|besides)[a-z]{3,}[^su]s")  # "doubts"
_IS_PLACED = frozenset(
    "menurut berada terletak berdiri berlangsung berjarak bergulir berlaku terjadi".split()
)
# "Nama wakil itu tercetak di lampiran: Paulus Kaisama, ketua marga."
_INTRODUCED = re.compile(r"[a-z]: (?=[A-Z][a-z]+ [A-Z][a-z]+[,.])")
_MET = re.compile(r"\b(?:I|we) me(?:et|t) (?=[A-Z])")
# "Nadya mempersilakan Zaki, siswa kelas XII.": it is his turn.
_GIVES_WAY = (
    r"mempersilakan|memberi(?:kan)? (?:kesempatan|giliran|waktu)(?: (?:ber)?bicara| bertanya)?"
    r"(?: (?:kepada|pada|untuk))?"
)
_REPORTING = SAYING - {"mempersilakan"} | {"menurut"}
_WAY = re.compile(rf"\b(?:{_GIVES_WAY}) (?=[A-Z])")
# "Jaksa menghadirkan saksi, Neneng Kurniasih.": of whom the next sentence tells.
_BROUGHT = re.compile(
    rf"\b(?:menghadirkan|memperkenalkan|{_GIVES_WAY}|(?P<calls>memanggil|menunjuk|mengajukan|mengundang))\b"
    r"(?: [a-z-]+,?){0,6} (?=[A-Z])"
)
_REACHED = re.compile(
    r"\b(?:menghubungi|menelepon|mewawancarai|menemui|menanyai|mengonfirmasi|bertanya (?:kepada|pada)|"
    r"meminta (?:konfirmasi|tanggapan|penjelasan)(?: \w+)? (?:kepada|dari|pada)|"
    r"mengirim(?:kan|i)? (?:pesan|surat|surel)(?: [a-z]+){0,3} (?:kepada|ke|pada)) "
)
# "Tak lama, beredar pula pesan berantai.": nobody's words; and not "Unggahan itu viral."
_CIRCULATES = re.compile(
    r"\b(?:[Bb]eredar|[Tt]ersebar|[Mm]enyebar|[Mm]uncul)(?:lah)?(?: [a-z]+){0,2}? "
    r"(?P<paper>pesan|surat|selebaran|pamflet|poster|kabar|unggahan|video|rekaman|cuitan)\b"
    r"(?! (?:itu|ini|tersebut)\b)"
)
_READS_SO = re.compile(r"\W*(?:(?:demikian|begitu)(?:lah)? )?(?:bunyi|isi|petikan|kutipan)(?:nya)?\b")
_HE_ANSWERS = re.compile(r"\W*(?:jawab|balas|sahut|timpal)nya\b")
# "Bola diarahkan ke libero lawan, Lusi, yang baru pulih.": it is not about her.
_TOWARDS = re.compile(
    r"\b(?i:bola|umpan|operan|servis|smes|serangan|tendangan|lemparan)\b[^.,\n]{0,40} "
    r"di(?:arah|tuju|oper|umpan|lempar|alih)kan (?:ke|kepada) (?:[a-z-]+ ){1,3}lawan, $"
)
_NEXT = re.compile(r"(?:, (?:who|yang) [^,\n]{2,60},)?[\s,]+([a-z]+)")
_DENIED = re.compile(r"\b(?:tidak|tak|belum|gagal|batal|urung|enggan|menolak|tanpa)\b")
# "Ditanya wartawan, Budi menelepon Edi.", "jawabnya kepada wartawan": Budi answers.
_ASKED = re.compile(r"\b(?:[Dd]itanya\w*|[Ww]artawan|[Jj]urnalis|[Rr]eporter|awak media)\b")
_ANSWERS_IN = 60  # characters
_AGENT_REACH = 160
_WORD = re.compile(r"\w")


def is_aimed_at(text: str, mention: Mention, begun: int) -> bool:
    """Tell "Bola diarahkan ke bek lawan, Lusi, yang …" from whom a sentence is about."""
    towards = _TOWARDS.search(text, begun, mention.start)
    return towards is not None and text[mention.end : mention.end + 1] in {",", "."}


def agent(text: str, start: int, end: int, known: Known) -> Mention | None:
    """Return whom a narration presents, or ends with: "Salah satunya Sri.", "Hal itu dialami Mintarsih."."""
    if presented := PRESENTED.match(text, start, end):  # also "Salah satunya X, yang datang dari Pulau Y"
        return mention_at(text, presented.end(), end, known)
    if told := _CAME_FROM.search(text, start, min(end, start + 250)):
        return speaker_at(text, told.end(), end, known)
    return named_last(_AGENT, text, start, end, known)


def reacting(text: str, start: int, end: int, known: Known) -> Mention | None:
    """Return who answers what a narration is about ("Itu ditepis Sri Rahayu"), or is brought in."""
    if named := _INTRODUCED.search(text, start, end) or _MET.search(text, start, end):
        return mention_at(text, named.end(), end, known)
    for lead in (_DONE_BY, _REACTED_OF, _REACTED, _MADE_BY):
        if mention := named_last(lead, text, start, end, known):
            return mention
    if passed := _PASSED_ON.search(text, start, end):
        mention = _at_the_end(text, passed.end(), end, known)
        if mention is not None:
            return mention if mention.name else replace(mention, reference="anonymous")
    if nameless := _answered_by(text, start, end, known):
        return nameless
    brought = _BROUGHT.search(text, start, end)
    if brought is None:
        return None
    before = mentions_in(text, start, brought.start(), known)
    if brought["calls"] and any(m.name and not m.institution for m in before):
        return None  # "Kepala Dinas Rahmadi akan memanggil Tono.": it is about Rahmadi
    return named_last(_BROUGHT, text, start, end, known)


def _answered_by(text: str, start: int, end: int, known: Known) -> Mention | None:
    """Return who without a name answers at the end of a sentence: "Itu dibantah direktur rumah sakit."."""
    for found in _ANSWERED.finditer(text, start, end):
        mention = _at_the_end(text, found.end(), end, known)
        if mention is not None and mention.reference in {"description", "anonymous"}:
            return replace(mention, reference="anonymous")
    return None


def _at_the_end(text: str, pos: int, end: int, known: Known) -> Mention | None:
    """Return whom the words at ``pos`` mention where nothing but a few plain words stands behind."""
    mention = mention_at(text, pos, end, known)
    return mention if mention is not None and _NO_MORE.fullmatch(text, mention.end, end) else None


def named_last(lead: re.Pattern[str], text: str, start: int, end: int, known: Known) -> Mention | None:
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
    return _does_something(text, mention, end, known)


def enters(text: str, mention: Mention, end: int, known: Known) -> bool:
    """Tell "Samiun, yang punya sumur, datang." where "Kakek itu" behind it vouches that it is somebody."""
    words = (mention.name or "").split()
    if mention.institution or all(is_explained(w) or is_noun(w) for w in words):
        return False
    does = _NEXT.match(text, mention.end, end)
    doubts = does is not None and _PRESENT.fullmatch(does[1]) and does[1][:-1] not in naming.ROLE_HEADS
    return bool(doubts) or _does_something(text, mention, end, known)


def _does_something(text: str, mention: Mention, end: int, known: Known) -> bool:
    verb = _NEXT.match(text, mention.end, end)
    if verb is None or known.places & {w.lower() for w in (mention.name or "").split()}:
        return False
    does = verb.group(1).lower()
    return (
        does in _DOES
        or _DID.match(does) is not None
        or (VERBISH.match(does) is not None and does not in _IS_PLACED)
    )


def reached(text: str, unit: Unit, known: Known) -> Mention | None:
    """Return whom reporters call on: "KlikWarta menghubungi Kepala Pasar, Kasdi, lewat telepon."."""
    found = _REACHED.search(text, unit.start, unit.end)
    if found is None:
        return None
    callers = mentions_in(text, unit.start, found.start(), known)
    if any(not m.institution and (m.name or "").lower() not in naming.MEDIA for m in callers):
        return None  # "Camat Budi menghubungi Kapolsek Edi.": it is about Budi
    mention = speaker_at(text, found.end(), unit.end, known)
    return mention if mention is not None and mention.name else None


def answering(text: str, unit: Unit, quoting: Unit, known: Known) -> Mention | None:
    """Return who is called on or asked in ``unit`` and answers in the next: 'Budi menghubungi Edi. "…,"
    jawabnya.'"""
    found = _REACHED.search(text, unit.start, unit.end)
    answers = _HE_ANSWERS.match(text, quoting.quotations[0].closing)
    if found is None or answers is None or _DENIED.search(text, unit.start, found.start()):
        return None
    behind = min(quoting.end, answers.end() + _ANSWERS_IN)
    if _ASKED.search(text, unit.start, found.start()) or _ASKED.search(text, answers.end(), behind):
        return None
    mention = speaker_at(text, found.end(), unit.end, known)
    return mention if mention is not None and mention.name else None


def circulating(text: str, unit: Unit, quoting: Unit, known: Known) -> Mention | None:
    """Return the message that goes round, of no sender who is named, and is quoted in the next sentence."""
    found = _CIRCULATES.search(text, unit.start, unit.end)
    if found is None or not _READS_SO.match(text, quoting.quotations[0].closing):
        return None
    named = (m for m in mentions_in(text, unit.start, unit.end, known) if m.name)
    if any((m.name or "").lower() not in naming.PLATFORMS for m in named):
        return None  # "Beredar video Bupati Budi."
    return Mention(*found.span("paper"), "anonymous", role=found["paper"])


def gives_way(text: str, unit: Unit, known: Known) -> bool:
    """Tell "Nadya mempersilakan Zaki." from "Nadya mempersilakan Zaki melapor."."""
    given = named_last(_WAY, text, unit.start, unit.end, known)
    before = text[unit.start : given.start].lower().split() if given else []
    return given is not None and _REPORTING.isdisjoint(before)  # "Menurut Sari, ia memberi waktu kepada Edi."


def turns_to_others(text: str, unit: Unit | None, known: Known) -> bool:
    """Tell "Warga tidak puas dengan jawaban itu.": one of them may speak behind it."""
    if unit is None or unit.quotations:
        return False
    acting = mentions_in(text, unit.start, unit.end, known)
    return bool(acting) and acting[0].plural and acting[0].reference == "anonymous"
