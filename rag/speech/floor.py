"""Whether somebody who was only told of has the floor where "katanya" follows, or who had it before. Pure.

Who is dead, away or accused, and who is somebody's mother, dealer or predecessor, is mostly told of in
passing: the words behind are of the one whose story it is. What the words themselves say decides with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.speech.capitals import is_common
from rag.speech.cast import Person
from rag.words import fold

_WITH_AGE = r",?(?: \(\d+(?: tahun)?\))?(?:, [^,.\n]{1,60},| yang [^,.\n]{1,60})?,?"
_ADVERBS = (
    r"(?: (?:kini|lalu|masih|sudah|telah|akhirnya|kemudian|juga|sempat|dinyatakan|sedang|tengah|menjadi|jadi|"
    r"se[a-z]+(?: lebih)?|(?:[a-z]+|\d+) (?:hari|pekan|minggu|bulan|tahun)(?: (?:ini|lebih))?))*"
)
# What is told of somebody who cannot speak next.
_GONE = re.compile(
    rf"{_WITH_AGE}{_ADVERBS} (?:meninggal|tewas|wafat|dimakamkan|dikebumikan|buron|kabur|"
    r"gugur(?! (?:(?:di|pada) (?:babak|fase|putaran|perempat|semi|final|tangan)|lebih (?:awal|dulu|cepat)))|"
    r"melarikan diri|"
    r"berpulang|tutup usia|tiada(?= (?:pada|sejak)|[.,])|mengembuskan napas terakhir|"
    r"(?:tidak|tak) (?:tertolong|selamat|terselamatkan)|"
    r"hilang|hanyut|dalam pencarian|belum ditemukan|belum diketahui (?:keberadaan|nasib)nya|died|was killed|"
    r"(?:is|was|remains|remained) missing)\b"
)
# … or has been saved, or stays away and may still be asked.
_PERHAPS_GONE = re.compile(
    rf"{_WITH_AGE}{_ADVERBS} (?:tertimbun|terkubur|(?:tidak|tak) pernah (?:kembali|pulang))\b"
)
_LATE = re.compile(r"\b(?:[Mm]endiang|[Aa]lmarhum(?:ah)?|[Tt]he late) [^.,\n]{0,40}(?:, )?$")
# "Dalam wawancara pada 2019, almarhum pernah mengaku …", and not "Almarhum meninggalkan dua anak."
_THE_LATE = re.compile(
    r"(?:[^.,\n]{3,80}, )?[Aa]lmarhum(?:ah)? (?P<once>(?:(?:pernah|sempat|dulu|juga|kerap|sering) )*)"
    r"(?P<said>(?:mengaku|mengatakan|berkata|berpesan|bercerita|menulis|menyebut|berujar|menuturkan|"
    r"menyampaikan|mengungkapkan|bilang|berpendapat)\b)?"
)
_REPORTS = re.compile(r"[\"”] [a-z]+nya\b[^.\n]*")
# "ucapnya ketika itu": the dead are quoted from when they lived.
_THEN = re.compile(
    r"\b(?:(?:ketika|saat|kala|waktu|masa) itu|semasa hidup(?:nya)?|suatu (?:ketika|kali|hari)|dulu|sebelum|"
    r"pada (?:[A-Z][a-z]+ )?\d{4}|tahun \d{4}|"
    r"dalam (?:wawancara|buku|surat|catatan|memoar|pidato)|once|in \d{4})\b"
)
_SILENT = re.compile(
    rf"{_WITH_AGE}{_ADVERBS} belum (?:memberi(?:kan)? (?:tanggapan|keterangan|pernyataan|jawaban)|menanggapi|"
    r"merespons|menjawab|berkomentar|(?:dapat|bisa) dihubungi)\b"
)
_AWAY = re.compile(
    rf"{_WITH_AGE}{_ADVERBS} (?:(?:tidak|tak|belum|jarang)(?: lagi| pernah| juga)? (?:datang|hadir|muncul|"
    r"terlihat|"
    r"tampak|kelihatan|pulang|kembali|ada|menjawab|setuju|membayar|"
    r"mengirim|menelepon|menghubungi|berkabar|memberi kabar|mengangkat)|"
    r"(?:berada )?di luar (?:kota|negeri|daerah))\b"
)
_ACCUSED = re.compile(
    rf"{_WITH_AGE}{_ADVERBS} (?:di(?:jerat|tahan|tangkap|bekuk|ringkus|amankan|vonis|tuntut|hukum|rawat|"
    r"larikan|"
    r"evakuasi|temukan|tetapkan|sangka)|tersangka|terdakwa|terpidana|kritis|koma|mendekam|menusuk|membacok|"
    r"membunuh|menganiaya|mencuri|merampok|memerkosa|menodong|was (?:arrested|charged|jailed))"
)
_ILL = re.compile(rf"{_WITH_AGE}{_ADVERBS} (?:sakit|dirawat|terbaring|lumpuh|pingsan|demam|opname)\b")
# "Pemilik barang, Haji Lukman, terus meneleponnya. 'Beliau marah, saya diam,' katanya."
_UPON_HIM = re.compile(rf"{_WITH_AGE}{_ADVERBS}(?: [a-z]+)? me[a-z]{{3,}}nya\b")
_HIGHER = re.compile(r"Beliau [^.!?]*\b(?:saya|aku)\b")
# "Ibunya, Mak Icun", "pengirimnya, pengusaha bernama Johan": told of as somebody's, or of something's.
_ONES_OWN = re.compile(
    r"(?:\b(?!hanya|punya|tanya|antaranya|satunya)[A-Za-z]{2,}nya(?: (?:sendiri|sulung|bungsu|kandung))?|"
    r"^(?:Pe[a-z]+|Pemilik) [a-z]+ (?:tadi|itu|tersebut)), (?:[a-z]+ ){0,3}(?:[A-Z][a-z]+ )?$"
)
# "Itu pernah diucapkan pendahulunya, Budi Lestari, enam tahun silam. 'Kali ini beda,' katanya."
_LONG_AGO = re.compile(
    r",?(?: [a-z]+){0,2}? (?:(?:[a-z]+|\d+) (?:tahun|bulan|dekade) (?:silam|lalu)|pada \d{4}|dulu|dahulu)"
    r"[.\n]"
)
_NOW = re.compile(r"\b(?:kini|sekarang|kali ini)\b", re.IGNORECASE)
_ILL_DONE = (
    "anggap|kira|bilang|tuduh|suruh|minta|usir|bentak|marahi|tolak|tegur|tuding|cuekin|abaikan|larang|paksa|"
    "ancam|tertawakan|tipu"
)
_UPON = re.compile(
    rf"\bdi(?:{_ILL_DONE})"
    r"(?: [a-z]+){0,3}? (?:oleh (?:[\w-]+ ){0,5}(?:[\w-]+, )?|(?:[a-z]+ ){1,2}[a-z]+, )$"
)
# "Saya dianggap ibu yang panik."
_TREATED = re.compile(
    r"(?:Saya|Kami|Aku)(?: (?:malah|cuma|hanya|justru|sempat|langsung|selalu))? "
    rf"di(?:{_ILL_DONE})\b"
)
# "Gurunya, Suster Lusi, datang. 'Suster menangis. Saya pura-pura tidur,' kenangnya."
_CALLED = re.compile(r"nya, (?!Haji |Hajah )([A-Z][a-z]{3,}) $")
_I = re.compile(r"\b(?:[Ss]aya|[Aa]ku)\b")
_WE = re.compile(r"\b(?:saya|aku|kami|kita|I|my|me|we|our)\b", re.IGNORECASE)
# Another is told of in the words.
_ANOTHER = re.compile(r"\b(?:dia|ia|beliau|orangnya|[Aa]lmarhum(?:ah)?|[Mm]endiang|he|she)\b", re.IGNORECASE)
# "Ayahnya, Wagiman, …. 'Bapak marah dua minggu,' katanya."
_PARENT = re.compile(
    r"\b(?:ibu|ayah|bapak|emak|mama|papa|abah|nenek|kakek|oma|opa|orang ?tua)nya(?: [a-z]+)?, [^.]{0,40}$",
    re.I,
)
_PARENT_CALLED = re.compile(
    r"\b(?:Emak|Mak|Ibu|Bapak|Bapa|Ayah|Abah|Mama|Papa|Kakek|Nenek|Oma|Opa)\b(?! [A-Z])"
)
_TITLE_OF_A_MAN = r"\b(?:Pak|Bang|Mas|Kak|Om|Haji|Bapak|Kang|Mr\.?) "
_TITLE = r"\b(?:Pak|Bu|Bang|Mas|Mbak|Kak|Om|Tante|Haji|Bapak|Ibu|Kang|Mr\.?|Mrs\.?|Ms\.?) "
# Offices by which others call who holds them: "Saya bilang ke Pak Lurah", which no headman says.
_ADDRESSED = frozenset(
    "lurah camat bupati gubernur menteri kapolres kapolsek kapolda rektor hakim jaksa rt rw".split()
)
# What stands behind a name that makes it another's, what makes it one's own, and who is called out to.
_ELSEWHERE = "(?:dari|di|sebelah|tetangga|lain|lama|terdahulu|sebelumnya|anggota)"  # "Pak Lurah sebelah"
_SOMEBODYS = (
    r"(?:(?:adalah|memang|dulu|dulunya|sudah|masih|bekas|mantan|bukan|hanya) ){0,2}"
    r"(?:murid|anak|adik|kakak|teman|sahabat|istri|suami|guru|bos|tetangga|rekan|pelatih|kapten|lawan)"
    r"(?: [a-z]+)? (?:saya|aku)\b"
)
_MORE = re.compile(r" [A-Z][a-z]+(?: [A-Z][a-z]+)*")
_NAMED_SO = re.compile(
    r"\b(?:pang+il|sapa|kenal|sebut|nama)[a-z]* (?:saya|aku)|\bdi(?:panggil|sapa|kenal)", re.I
)
_CALLS_OUT = re.compile(rf"(?:^|, ){_TITLE}[A-Z]?[a-z]+(?: [A-Z][a-z]+)?[,?!]")
_INNER = re.compile(r"[‘'][^‘’'\n]{3,}[’']|[“\"][^“”\"\n]{3,}[”\"]")
_BY_KIN = re.compile(r"[A-Z]?[a-z]+nya\b")  # "Ayahnya wafat."
_ENDS = re.compile(r"[.!?\n]")


def sentence_around(text: str, at: int, name: str) -> tuple[str, str]:
    """Return what the sentence at ``at`` says before and behind ``name``; nothing where it is not there."""
    begun = max((m.end() for m in _ENDS.finditer(text, max(0, at - 300), at)), default=max(0, at - 300))
    found = re.compile(rf"\b{re.escape(name.partition(' ')[0])}\b").search(
        text, at, at + 120
    ) or _BY_KIN.match(text, at)
    if found is None:
        return "", ""
    rest = re.compile(r"(?: [A-Z][\w'’.-]*)*").match(text, found.end())
    behind = rest.end() if rest else found.end()
    return text[begun : found.start()].lstrip(), text[behind : behind + 160]


def names(said: str, person: Person) -> bool:
    """Say whether words tell of somebody as nobody does of himself: "Pak Rudi juga pusing".

    Not "Saya dipanggil Pak Rudi", nor "Pak Rudi Wahyudi" and "Pak Camat Leles", who is another.
    """
    offices = {role.lower().split()[0] for role in person.roles} & _ADDRESSED
    own = _INNER.sub(" ", said)
    if _NAMED_SO.search(own) or _CALLS_OUT.search(own):
        return False
    named, held = ("|".join(map(re.escape, words)) or "0" for words in (person.words, offices))
    title = _TITLE if person.sex == "f" else _TITLE_OF_A_MAN
    told = re.compile(rf"(?<!\b[Ss]aya )(?<!\bini ){title}(?i:(?:{named})|(?:{held})(?! {_ELSEWHERE}))\b")
    if any(  # "Rudi itu murid saya.", and not "Bunga itu untuk saya." nor "Mawar itu pemberian guru saya."
        re.search(rf"(?:^|[.!?] )(?i:{re.escape(word)}) itu {_SOMEBODYS}", own)
        for word in person.words
        if not is_common(word)
    ):
        return True
    more = [_MORE.match(own, found.end()) for found in told.finditer(own)]
    others = {word for name in more if name for word in fold(name.group()).split()} - person.words
    return bool(more) and not others


def is_of_treated(text: str, said: str, person: Person) -> bool:
    """Say whether words are of whom something was done to, where ``person`` is first named for doing it.

    "Rina ditegur bidan jaga, Karlina. Bidan itu pergi. 'Saya dianggap panik,' katanya."
    """
    lead, _ = sentence_around(text, person.seen[0], person.name) if person.seen else ("", "")
    return _UPON.search(lead) is not None and _TREATED.match(said) is not None


def has_no_floor(lead: str, told: str, said: str, clause: str, *, spoken: bool) -> bool:
    """Say whether the words ``said`` are not of whom a sentence tells with ``lead`` before the name and
    ``told`` behind it.

    ``clause`` is how the words are reported, ``spoken`` whether that is done behind them.
    """
    own = _INNER.sub(" ", said)
    if _GONE.match(told) or _LATE.search(lead):
        return _THEN.search(clause) is None
    if spoken and _SILENT.match(told):
        return True
    if _ONES_OWN.search(lead) and _LONG_AGO.match(told) and _NOW.search(own) and not _I.search(own):
        return True
    if (called := _CALLED.search(lead)) and _I.search(own):
        return re.search(rf"(?:^|[.!?] ){called[1]} (?=[a-z])", own) is not None
    return False


def is_open(lead: str, told: str, said: str, *, asked: bool) -> bool:
    """Say whether words may as well be of whom was talked about before; ``asked`` says that the reporter puts
    a question in between.

    "Kuasa hukumnya, Rina, tidak setuju" leads up to what she says as often as not: "Kami akan banding".
    """
    own = _INNER.sub(" ", said)
    ours, accused = _WE.search(own) is not None, is_accused(told)
    if _ONES_OWN.search(lead) and accused:
        return True
    if _ONES_OWN.search(lead) and (asked or _AWAY.match(told) or _LONG_AGO.match(told)):
        return not ours or (_ANOTHER.search(own) or _NOW.search(own)) is not None
    if _PARENT.search(lead) and _PARENT_CALLED.search(own):
        return True
    if _UPON_HIM.match(told) and _HIGHER.match(own):
        return True
    if _PERHAPS_GONE.match(told):
        return not ours
    return (accused or _ILL.match(told) is not None) and not ours and _ANOTHER.search(own) is not None


def tells_of_the_late(text: str, start: int, end: int) -> bool:
    """Say whether the sentence ``[start, end)`` tells what "almarhum", without a name, said or once did."""
    found = _THE_LATE.match(text, start, end)
    return found is not None and bool(found["once"] or found["said"])


def the_late(text: str, position: int, people: Sequence[Person]) -> Person | None:
    """Return whom the sentence at ``position`` tells to have once said something, or what follows quotes from
    when he lived: the only one who is told before to be dead; None of several, or of nobody."""
    late = _THE_LATE.match(text, position)
    if late is None or not late["once"]:
        return None
    clause = _REPORTS.search(text, late.end(), late.end() + 400)
    if not late["said"] and (clause is None or _THEN.search(clause.group()) is None):
        return None
    told = ((p, sentence_around(text, at, p.name)) for p in people for at in p.seen if at < position)
    dead = [p for p, (lead, behind) in told if _GONE.match(behind) or _LATE.search(lead)]
    return dead[0] if dead and all(p is dead[0] for p in dead) else None


def their_dead(text: str, start: int, end: int) -> bool:
    """Say whether the sentence ``[start, end)`` tells that somebody's kin died: "Ayahnya wafat."."""
    kin = _BY_KIN.match(text, start, end)
    return kin is not None and _GONE.match(text[kin.end() : end]) is not None


def is_accused(told: str) -> bool:
    """Say whether what is told of somebody is what befell or what is charged."""
    return _ACCUSED.match(told) is not None
