"""Attributions of direct quotations: the reporting clause beside the marks."""

from __future__ import annotations

import re

from rag.speech import naming
from rag.speech.appositions import Mention
from rag.speech.capitals import Known
from rag.speech.cues import AFTER, AFTER_ENGLISH, ANNOUNCING, SAYING, TITLED_WORK, UNSAID
from rag.speech.english import said_after, said_later
from rag.speech.mentions import mention_at
from rag.speech.reported import COMMA_CUE, LONGEST_SENTENCE, MENURUT, NEEDED, according
from rag.speech.subjects import (
    FILLER,
    PAPER,
    PREPOSITIONS,
    Attribution,
    is_common_noun,
    is_full_name,
    speaker_at,
    subject,
)
from rag.speech.told import named_last

_LINK = re.compile(
    r"[\s,.;:–—-]*(?:\b(?:demikian|begitu|begitulah|seperti itu|itulah|itu|ini|dan|seraya|kemudian|lalu|"
    r"lantas)\b[\s,]*)?",
    re.IGNORECASE,
)
_CUE = re.compile(r"(?P<cue>tanya|[^\W\d_]+?)(?P<its>\s?-?nya)?(?![\w-])", re.IGNORECASE)
_ADVERBS = re.compile(
    r"\s*,?\s*(?:\b(?:lagi|pula|juga|kemudian|lantas|(?-i:lalu)|singkat|lirih|pelan|polos|tegas|"
    r"dengan nada \w+|oleh|"
    r"menambahkan|lanjut)\b\s*)*",
    re.IGNORECASE,
)
_DEMIKIAN = re.compile(
    r"[\s,.]*\b(?:demikian(?:lah)?|begitu(?:lah)?|seperti|sebagaimana|itulah)\b[\s,]+(?:(?:jawaban|bantahan|"
    r"tanggapan|keluhan|pembelaan|dalih|alasan|harapan|pernyataan|keterangan|penjelasan|"
    r"bunyi|isi|tulisan|kutipan|unggahan|cuitan|pesan|kesaksian|pengakuan|penuturan|ucapan|kata|dikatakan|"
    r"diungkapkan|disampaikan|dijelaskan|ditegaskan|dituturkan|ditulis|diucapkan|dituliskan|resmi|"
    r"tertulis|singkat|lengkap|utuh|oleh|dari|menurut)\s+)*",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"[\s,.]*\b(?:di(?:kata|ungkap|sampai|jelas|tegas|tutur|tulis|ucap|terang|papar|utara)(?:kan)?|"
    r"ucapan)\s+(?:oleh\s+)?",
    re.IGNORECASE,
)
# "Begitu Bowo tiba, rapat dimulai." reports nothing.
_AS_SOON_AS, _VERB = (
    re.compile(r"[\s.]*Begitu $"),
    re.compile(r" (?!di\b|dalam\b|pada\b|saat\b|kepada\b)[a-z]"),
)
# "Begitu pula Bowo Santoso." reports nothing.
_ALSO = frozenset("pula juga halnya".split())
# What ends in -nya after a quotation and still reports nothing.
_NO_CUES = frozenset(
    "bunyi arti maksud isi judul nama inti akhir rasa misal umum biasa setidak sebelum sesudah selanjut "
    "sepenuh lagu "
    "karya milik masing hasil akibat jadi tampak agak kira ada tiada begitu ini itu lebih semua "
    "dalam".split()
)
# "Hal itu disampaikan Eliaser Rettob." behind a quotation that stands as a sentence, and attributes it.
GOES_BACK = re.compile(
    r"[\s,.]*\b(?:Hal|Pernyataan|Pesan|Peringatan|Imbauan|Penegasan|Ajakan|Keluhan) (?:itu|tersebut|ini) "
    r"(?P<cue>di(?:sampaikan|ungkapkan|katakan|kemukakan|tegaskan|utarakan|lontarkan|jelaskan|paparkan|"
    r"nyatakan|tuturkan|ucapkan))\s+(?:langsung |kembali )?(?:oleh\s+)?"
)
# "?” Ann Lee, 67, said": behind words that ask or exclaim the sentence goes on.
ASKED_BY = re.compile(
    r"(?:[A-Z][\w.'’-]*,? ){1,5}(?:\d{2}, )?(?:asks?|asked|(?:said|says|wrote|answered|replied|retorted)"
    r"(?=[.,]| (?:on|in|at|from|to|with|during|after|before|when|while|as|of|over|later|again|[a-z]+ly|"
    r"[A-Z][a-z]+day)\b))\b(?! that\b)"
)
_ENGLISH_PAPER = re.compile(
    r"[\s,.]*(?P<who>(?:the|their|its|his|her) (?:\w+ )?(?:statement|letter|post|message|report|release)) "
    r"(?P<cue>reads?|said|says|added|stated)\b"
)
_SO = re.compile(r"[\s,.]*\b(?:demikian|begitu)(?:lah)?\s+(?:(?:bunyi|isi|kutipan)\s+)?", re.IGNORECASE)
_ACTS = re.compile(r"(?:meng|meny|mem|men|ber|ter)[a-z]{3,}$|[a-z]{3,}(?:ed|[^aiu]s)$")
_PUTS_IN = re.compile(
    r"(?:(?:shot|hit|fought|struck|bit) back|went on|(?:put|cut|broke) in|spoke up|began)\b"
)
_BLOCK = re.compile(r"\s*[-–—]{1,2}\s*(?=[A-Z@])(?P<who>[^\n]{2,160}?)\s*[-–—]{0,2}\s*(?:\n|$)")
_ACTED = re.compile(r"\b(?P<verb>(?:meng|meny|mem|men|me|ber)[a-z-]{4,}|[a-z]{3,}ed)[,:]\s*$")
_ACTED_SO = re.compile(r"\b(?P<verb>(?:meng|meny|mem|men|me|ber)[a-z-]{4,})(?: [a-z]+){1,3}:\s*$")
# "Asked what it would take, Pasande did not hesitate:"
_NO_RELUCTANCE = re.compile(
    r"\b(?:did not|didn['’]t|tak|tidak) (?:hesitate|ragu|mau kalah|tinggal diam)\s*:\s*$"
)
_BARE_NAME = re.compile(r"\s*(?::|\s[-–—]{1,2}) *$")
# "Masih Rian Maulana:", "[12/11/25 10.03] Sari:" in a list of what people said.
_STILL = re.compile(
    r"\s*(?:\[[^\]\n]{1,30}\]\s*|\d{1,2}[.:]\d{2}(?: WI(?:B|TA|T))?\s*[-–—]?\s*)?"
    r"(?:(?:Masih|Kembali|Lagi)(?: dari| kata)? )?"
)
# "Kami menolak." (Sari Wulandari, Kepala Dinas)
_BRACKETED = re.compile(
    r"\s*[(\[](?P<who>(?!Foto|Sumber|Dok|Baca|Simak|Video|Gambar|Reporter|Editor|Penulis|Photo|Source)"
    r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,4}(?:, [^()\[\]\n\"“”]{2,80})?)[)\]](?=[.,]?[ \t]*(?:\n|$))"
)
# "Coach Ferreira put it this way:"
_PUT_SO = re.compile(r"\bputs? it (?:this way|like this|so|thus|(?:more )?[a-z]+ly)\s*:\s*$")
# "Lembaga itu menerbitkan pernyataan sikap yang antara lain berbunyi:"
_ISSUED = re.compile(
    r"\b(?:menerbitkan|mengeluarkan|merilis|membagikan|mengunggah|mengirim|menyebarkan|membacakan) "
    r"[^.:\n]{3,80}(?P<cue>berbunyi|isinya|dengan (?:tulisan|keterangan|caption|takarir))"
    r"(?: sebagai berikut| begini)?\s*[:,]\s*$"
)
# "Sari menerima pesan dari nomor tak dikenal: …", who is not the one who wrote it.
_IS_SENT = re.compile(
    r"\b(?:menerima|mendapat(?:kan)?|dikirimi|kebagian|received|got)\b[^.\n]{0,30}"
    r"\b(?:pesan|surat|SMS|telepon|balasan|jawaban|kiriman|message|letter|text|call|reply)\b"
)
# "Slamet mendengar teriakan:", "Bupati meresmikan program baru:", "held a sign:": what somebody sees, hears,
# carries or names is not what they say.
_TAKES_IN = re.compile(
    r"\b(?:melihat|mendengar|menerima|mendapat(?:kan)?|memasang|membawa|membentangkan|mengibarkan|mengenakan|"
    r"memakai|meresmikan|merilis|meluncurkan|menamai|menyanyikan|(?:mem)?beri(?:kan)? (?:judul|nama)|saw|"
    r"heard|received|got|held|carried|wore|launched|released)\b"
    r"(?! (?:bahwa|that|pernyataan|keterangan|siaran|rilis|klarifikasi|maklumat|an? statement)\b)"
    r"[^.,:\n]{1,60}:\s*$"
)
# "She read from the entry, which said:", "Ia menunjukkan surat yang berbunyi:", "Pasal 5 yang menyebutkan,"
_WHICH = re.compile(r",? (?:which|that) (?:(?:also|only|simply|later|still|clearly|plainly) )?$")
_PAPERS = (
    r"(?i:surat|edaran|pasal|ayat|undang-undang|peraturan|perda|aturan|klausul|perjanjian|kontrak|laporan|"
    r"dokumen|catatan|risalah|notula|papan|plakat|poster|spanduk|selebaran|artikel|berita|putusan|hasil|kajian|"
    r"prasasti|label|stiker|pengumuman)\b"
)
# Behind a paper that nobody is told to show, "yang" may go with whom it reached: "Putusan itu dibacakan hakim
# Siti yang menyatakan,", "Penulis artikel Siti yang mengatakan,".
_DONE = r"(?:di(?!rek|nas\b|ri\b|a\b)|ter(?!sebut|buka|baru|akhir|tulis|kait)|me[mn](?!teri|genai))[a-z]{3}"
_PAPER_THAT = re.compile(
    rf"\b(?:(?:membaca(?:kan)?|mengutip|menyitir|menunjukkan|memperlihatkan|membuka|memegang) {_PAPERS}"
    rf"[^.,:\n]{{0,60}}|{_PAPERS}(?: (?!{_DONE})[^\sA-Z.,:]+){{0,6}}(?: kepada [^.,:\n]{{1,40}})?) yang "
    r"(?:(?:juga|hanya|jelas|antara lain|di antaranya|secara [a-z]+) )?$"
)
_OWN_PAPER = re.compile(
    r"\b(?:menulis|menerbitkan|mengeluarkan|mengirim(?:kan)?|merilis|meneken|menandatangani|mengunggah|"
    r"membuat|menyusun|in an? (?:note|letter|statement|post|message|memo|email)|"
    r"(?<!was )(?<!were )(?<!been )(?<!being )(?:sent|issued|wrote|written|posted|published|released|made|"
    r"penned|signed|shared|tweeted)(?! (?:\w+ ){0,3}by\b))\b"
)
_READS = re.compile(
    r"\b(?:berbunyi|bertuliskan|bertulisan|(?<!an )(?<!secara )(?<!resmi )tertulis|"
    r"(?:yang|that|which) (?:isinya|reads?|ran))\b"
    r"(?: [a-z]+){0,2}\s*[:,]\s*$"
)
# "Pernyataan Jokowi dikritik Rocky Gerung:"
_ANSWERED = (
    r"\bdi(?:kritik|balas|jawab|tanggapi|respons|bantah|tepis|sanggah|timpali|sindir|kecam|puji|sambut|bela|dukung|"
    r"sorot|amini|benarkan|tolak|keluhkan|pertanyakan|lontarkan|ucapkan|sampaikan|ungkapkan|berikan)"
)
# … also "dikritik keras Rocky Gerung:", "dibela manajer Persib, Teddy:".
_ANSWERED_BY = re.compile(rf"{_ANSWERED} (?=\S)"), re.compile(rf"{_ANSWERED}(?: [a-z]+){{1,3}} (?=[A-Z])")
# "Hindun mengaku pernah ditanya Sapto, …": the words are of whom the sentence ends with.
_SPOKEN_TO = re.compile(
    r"\b(?P<cue>di(?:tanya|tanyai|bentak|ancam|bisiki|pesani|peringatkan|tegur|hardik|maki|jawab|balas))\s+(?:oleh\s+)?"
    r"(?=[A-Z])"
)
# "Di dinding tergantung pesan yang ditulis Sastra di kalender bekas:", "tulisan tangan suaminya:"
_AUTHORED = re.compile(
    r"\b(?:(?:pesan|surat|catatan|kalimat|tulisan|kata-kata|nasihat|wasiat|puisi|coretan|kertas|kartu)"
    r"(?: (?!yang\b|untuk\b|kepada\b|bagi\b|ber)[a-z]+){0,2}? "
    r"(?:(?:yang )?di(?:tulis|tinggalkan|titipkan|ucapkan|bisikkan|wariskan|pesankan)(?: oleh)?|"
    r"bertulisan tangan)|tulisan tangan|(?:pesan|nasihat|wasiat|kata-kata)(?: terakhir)?) "
    r"(?=[A-Z]|[a-z]+nya\b)"
)
# … and neither "pesan Natal" nor "pesan Telegram".
_NOBODYS = re.compile(
    r"(?:Hari |Selamat )?(?:Natal|Paskah|Idul|Iduladha|Idulfitri|Lebaran|Ramadan|Ramadhan|Nyepi|"
    r"Waisak|Imlek|Galungan|Maulid|Tahun Baru|Kemerdekaan|Pancasila|Kartini|Whats?[Aa]pp?|WA|SMS|"
    r"Telegram|Messenger|Instagram|Facebook|Line|Signal|Twitter|TikTok|Threads|Discord|Teams|Slack|WeChat|X|Email|Direct)\b"
)
_ONLY_WHERE = re.compile(r"(?: (?:di|pada|dalam|untuk|kepada|sebelum|semasa|dulu|itu)\b[^:,]{0,60})?:\s*")
# "Nada lebih tenang keluar dari kapten Barito Rovers, Yance Wambrauw:"
_CAME_FROM = re.compile(r"\b(?:dari|oleh)(?: mulut)? (?=\S)")


def after(text: str, pos: int, limit: int, known: Known, *, comma: bool) -> Attribution | None:
    """Read the attribution that follows a quotation which ends at ``pos``.

    ``comma`` tells that the quotation ends as one that is followed by its attribution: then any verb
    before a name reports it.
    """
    if (beside := _BRACKETED.match(text, pos)) and (
        mention := mention_at(text, beside.start("who"), beside.end("who"), known)
    ):
        named = is_full_name(mention, known)
        return Attribution(pos, beside.end(), None, mention, "brackets") if named else None
    if (so := _SO.match(text, pos, limit)) and (paper := PAPER.match(text, so.end(), limit)):
        mention = speaker_at(text, paper.start(), limit, known)
        return Attribution(so.start(), paper.end(), so.group().strip(" ,."), mention, "demikian")
    if found := _DEMIKIAN.match(text, pos, limit):
        begun = _LINK.match(text, pos, limit)
        inner = _cued(text, begun.end() if begun else pos, limit, known, comma=False)
        if inner is not None and inner.mention is not None:
            return inner
        mention = speaker_at(text, found.end(), limit, known)
        if mention is not None and not (_AS_SOON_AS.match(found.group()) and _VERB.match(text, mention.end)):
            return Attribution(
                found.start(), mention.end, found.group().split()[0].strip(",."), mention, "demikian"
            )
    if (found := _PASSIVE.match(text, pos, limit)) and (
        mention := speaker_at(text, found.end(), limit, known)
    ):
        return Attribution(
            found.start(), mention.end, _last_word(found.group().removesuffix("oleh ")), mention, "passive"
        )
    if (found := GOES_BACK.match(text, pos, limit)) and (
        mention := speaker_at(text, found.end(), limit, known)
    ):
        return Attribution(found.start(), mention.end, found["cue"], mention, "passive")
    if found := _ENGLISH_PAPER.match(text, pos, limit):
        written = Mention(found.start("who"), found.end("who"), "pronoun", plural=True, clitic=True)
        return Attribution(written.start, found.end(), found["cue"], written, "subject after")
    link = _LINK.match(text, pos, limit)
    begin = link.end() if link else pos
    found_so = _cued(text, begin, limit, known, comma=comma) or _subject_first(
        text, begin, limit, known, comma=comma
    )
    return found_so or (said_after(text, begin, limit, known) if comma else None)


def _last_word(text: str) -> str | None:
    words = re.findall(r"\w+", text)
    return words[-1] if words else None


def _cued(text: str, pos: int, limit: int, known: Known, *, comma: bool) -> Attribution | None:
    found = _CUE.match(text, pos, limit)
    if found is None:
        return None
    cue = found["cue"].lower()
    listed = cue in AFTER or cue in AFTER_ENGLISH
    if cue in _ALSO:
        return None
    if not listed and not (comma and found["cue"].islower() and len(cue) > 3):
        return None
    if found["its"]:
        if not listed and (
            cue in _NO_CUES
            or cue in naming.ROLE_HEADS
            or text[found.end() : found.end() + 1] not in {".", ",", " ", ""}
        ):
            return None
        its = Mention(found.start("its"), found.end(), "pronoun", clitic=True)
        return Attribution(found.start(), found.end(), found.group(), its, "cue after")
    adverbs = _ADVERBS.match(text, found.end(), limit)
    mention = speaker_at(text, adverbs.end() if adverbs else found.end(), limit, known)
    if mention is None and adverbs:
        mention = speaker_at(text, found.end() + 1, limit, known)
    if not listed:
        strong = mention is not None and (
            mention.reference in {"named", "pronoun"}
            or (mention.reference == "description" and mention.end - mention.start > len(mention.role or ""))
        )
        if (
            not strong
            or cue in naming.ROLE_HEADS
            or cue in PREPOSITIONS
            or cue in naming.OPENERS
            or cue in SAYING
        ):
            return None
    if mention is None and (cue in NEEDED or (not comma and cue != "kata")):
        return None
    end = mention.end if mention else found.end()
    return Attribution(found.start(), end, found.group(), mention, "cue after")


def _subject_first(text: str, pos: int, limit: int, known: Known, *, comma: bool) -> Attribution | None:
    """Read "X menambahkan" after a quotation, and "human resources director X said"."""
    mention = mention_at(text, pos, limit, known) or speaker_at(text, pos, limit, known)
    if mention is None:
        return None
    gap = FILLER.match(text, mention.end, limit)
    verb = _CUE.match(text, gap.end() if gap else mention.end, limit)
    if comma and (mention.name or mention.sex) and (later := said_later(text, mention, limit)):
        return later
    if verb is None:
        return None
    announced = verb.group().lower() in ANNOUNCING
    acts = _ACTS.match(verb.group()) or _PUTS_IN.match(text, verb.start(), limit)
    acting = comma and mention.reference in {"named", "pronoun"} and acts
    if not announced and not acting:
        return None
    return Attribution(mention.start, verb.end(), verb.group(), mention, "subject after")


def before(text: str, start: int, pos: int, known: Known) -> Attribution | None:
    """Read the attribution in ``[start, pos)`` that announces a quotation at ``pos``."""
    start = max(start, pos - LONGEST_SENTENCE)
    if _TAKES_IN.search(text, start, pos):
        return None
    if told_him := named_last(_SPOKEN_TO, text, start, pos, known):
        return Attribution(start, pos, None, told_him, "verb before")
    begun = start - (start > 0 and text[start - 1] == " ")  # "Ia santai. Kata dia, "…""
    for found in reversed(list(COMMA_CUE.finditer(text, begun, pos))):
        if found["its"]:
            mention: Mention | None = Mention(found.start("its"), found.end(), "pronoun", clitic=True)
        else:
            mention = speaker_at(text, found.end(), pos, known)
        if mention is not None:
            return Attribution(
                found.start("cue"), mention.end, found.group().strip(" ,"), mention, "cue before"
            )
    if told := MENURUT.search(text, start, pos):
        mention = according(text, told, pos, known)
        if mention is not None:
            return Attribution(told.start(), mention.end, told.group().strip(), mention, "menurut")
    if author := _author(text, start, pos, known):
        return Attribution(start, pos, None, author, "written")
    stream = known.stream.between(text, start, pos)
    verbs = [
        n
        for n, word in enumerate(stream.lowers)
        if word in ANNOUNCING and not (n == 0 and word == "asked")  # "Asked about the price, she grinned:"
    ]
    if verbs:
        verb = stream.matches[verbs[-1]]
        mention = _who(text, start, verb.start(), known)
        return Attribution(start, pos, verb.group(), mention, "verb before")
    acted = _ACTED.search(text, start, pos) or _ACTED_SO.search(text, max(start, pos - 100), pos)
    if (said := acted) and said["verb"] not in UNSAID | TITLED_WORK:
        mention = subject(text, start, said.start("verb"), known)
        if mention is not None and mention.reference in {"named", "pronoun", "description"}:
            return Attribution(start, pos, said["verb"], mention, "verb before")
    if (issued := _ISSUED.search(text, start, pos)) and (
        mention := subject(text, start, issued.start(), known)
    ):
        return Attribution(start, pos, issued["cue"], mention, "verb before")
    if _IS_SENT.search(text, start, pos) or _READS.search(text, start, pos):
        return None
    if (put := _PUT_SO.search(text, start, pos)) and (mention := subject(text, start, put.start(), known)):
        return Attribution(start, pos, "put", mention, "verb before")
    if (label := _BARE_NAME.search(text, start, pos)) and pos - start < 120:
        for lead in (*_ANSWERED_BY, _CAME_FROM):
            if mention := named_last(lead, text, start, pos, known):
                return Attribution(start, pos, None, mention, "name and colon")
        still = _STILL.match(text, start, pos)
        mention = mention_at(text, still.end() if still else start, pos, known)
        # Before a dash stands a whole name: "Dewi Lestari — "…"", and not "Jakarta — "…"".
        whole = mention is not None and is_full_name(mention, known)
        if mention is not None and (whole or ":" in label.group()) and not is_common_noun(mention, known):
            return Attribution(start, pos, None, mention, "name and colon")
        if reluctant := _NO_RELUCTANCE.search(text, start, pos):
            mention = subject(text, start, reluctant.start(), known)
            return Attribution(start, pos, None, mention, "name and colon") if mention else None
    return None


def _who(text: str, start: int, verb: int, known: Known) -> Mention | None:
    """Return who says what the word at ``verb`` announces: not who shows the paper that does."""
    acting = subject(text, start, verb, known)
    if _OWN_PAPER.search(text, start, verb):
        return acting
    if _PAPER_THAT.search(text, start, verb):
        return None
    which = _WHICH.search(text, start, verb)
    return acting if which is None or (acting is not None and acting.end == which.start()) else None


def _author(text: str, start: int, pos: int, known: Known) -> Mention | None:
    """Return who wrote what a colon before ``pos`` announces: "Di kertas itu ada pesan suaminya:"."""
    for found in _AUTHORED.finditer(text, start, pos):
        mention = None if _NOBODYS.match(text, found.end()) else speaker_at(text, found.end(), pos, known)
        if mention is not None and not mention.institution and _ONLY_WHERE.fullmatch(text, mention.end, pos):
            return mention
    return None


def signature(text: str, masked: str, pos: int, known: Known) -> Attribution | None:
    """Read the line "-Name, Role-" under a quotation that ends at ``pos``."""
    found = _BLOCK.match(text, pos)
    if found is None or "\n" not in text[pos : found.start("who")]:
        return None
    mention = mention_at(masked, found.start("who"), found.end("who"), known)
    if mention is None:
        return None
    rest = re.search(r"\w+", text[mention.end : found.end("who")])
    cue = rest.group() if rest and rest.group() in ANNOUNCING else None
    return Attribution(found.start("who"), found.end("who"), cue, mention, "block")
