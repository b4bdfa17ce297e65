"""Indirect speech: sentences that report without marks, and whose words they report."""

from __future__ import annotations

import re

from rag.speech import english, gazetteer, naming
from rag.speech.appositions import Mention
from rag.speech.capitals import Known, Stream, is_capital
from rag.speech.cues import (
    AFTER_INDIRECT,
    ANNOUNCING,
    ANSWERING,
    BLOCKED,
    NO_SPEAKER,
    SAYING,
    SPOKEN_PLAINLY,
    UNSAID,
    WRITING,
    WROTE,
)
from rag.speech.mentions import mention_at
from rag.speech.subjects import Attribution, speaker_at, subject

NEEDED = frozenset(
    "nilai harap aku tulis lanjut tambah tegas jelas terang ingat pesan tanya jawab kisah cerita sindir "
    "kritik janji saran usul tutup protes puji tekan rinci klaim tantang singgung kutip sambung pinta desak "
    "ajak sebut".split()
)
MENURUT = re.compile(
    r"\b(?:(?P<id>menurut(?: (?:keterangan|penjelasan|pengakuan|penuturan|kesaksian|pernyataan|pendapat|"
    r"pandangan|penilaian|perkiraan|perhitungan|hitungan|pengamatan|catatan|cerita|taksiran|dugaan|ingatan|hemat|"
    r"versi|analisis|data|laporan)(?=nya\b))?|"
    r"(?:dalam|di) (?:pandangan|penilaian|mata))(?P<its>nya)?|"
    r"according to(?: the)?|berdasarkan)\b\s*",
    re.IGNORECASE,
)
_SOURCED = ("menurut", "pandangan", "penilaian", "mata", "according", "berdasarkan")  # one is in each
_THREATENING = re.compile(r" (?:akan|bila|jika|kalau|apabila) ")  # "mengancam mogok bila upah turun"
_HIM = re.compile(r"(?:him|her)(?=[,.])")  # "According to him, …"
# "according to the artist's widow"
_OWNER = re.compile(r"(?:[\w-]+ ){0,3}[\w-]+['’]s (?=[a-z])")
_SOURCES = re.compile(
    r"(?:(?:laporan|tulisan|catatan|keterangan|pengakuan|penuturan|pernyataan|data|informasi|penjelasan|"
    r"analisis|cerita|kesaksian|hasil \w+|survei|riset|kajian|penelitian|pemberitaan|berita|versi|pandangan|"
    r"pendapat|dari|resmi|milik|tertulis|terbaru|sementara)\s+){1,6}",
    re.IGNORECASE,
)
# "Namun kata Zulfahmi, alat berat belum bisa masuk."
_LINKING = ("", "Namun", "Tetapi", "Tapi", "Sebab", "Bahkan", "Apalagi", "Padahal")
_LINKED = "|".join(rf"(?<=\b{word})" for word in _LINKING[1:])
COMMA_CUE = re.compile(
    rf"(?:,|^|(?<=[.!?;\n])|{_LINKED})\s*(?:masih |seperti |lagi-lagi )?\b"
    rf"(?P<cue>{'|'.join(sorted(AFTER_INDIRECT, key=len, reverse=True))})(?P<its>\s?-?nya)?(?![\w-])",
    re.IGNORECASE,
)
_EXPERTS = frozenset("pengamat analis ekonom pakar peneliti sosiolog dosen akademisi ahli".split())
# "Kasus ini mencuat setelah warga melaporkan proyek itu": told by the way.
_AFTER = re.compile(r"\w \b(?:setelah|sesudah|usai|seusai|sejak|ketika|saat|sebelum|karena) $")
_TO_POLICE = re.compile(r"\bke(?:pada)?\s+(?:polisi|[A-Z])")
# "Dalam akun Instagram @x, disebutkan …"
_TOLD_IN = re.compile(
    r"(?:Dalam|Lewat|Melalui|Pada) (?:[a-z]+ ){1,4}(?:TikTok |Instagram |X |Twitter |Facebook |YouTube |"
    r"resmi )?(?P<who>@?[A-Z@][\w.]*(?: [A-Z]\w*){0,4}),? "
    r"(?P<cue>di(?:cerita|sebut|jelas|kata|ungkap|nyata|tulis|tegas|papar)kan)\b"
)
# "Kabar bahwa ia dipecat dibantah agennya, Ferry."
_DENIED = re.compile(
    r"\bbahwa\b[^.]{8,}?\b(?P<cue>di(?:bantah|tepis|sangkal|tampik|benarkan|akui))"
    r"(?: keras| tegas)?(?: oleh)? "
)
# "Kondisi itu disebut Ruth berulang setiap musim timur."
_JUDGED = re.compile(
    r"(?<=\w )(?P<cue>di(?:sebut|nilai|anggap|klaim|yakini|perkirakan|duga|pandang|janjikan|usulkan))"
    r"(?: oleh)? (?=[A-Z])"
)
_PREDICATE = re.compile(r" (?!(?:itu|ini|tersebut|yang|dan|serta|pada|saat|dalam|ketika)\b)[a-z]")
# "Buku merah untuk peserta, begitu pengakuannya."
_SO_TOLD = re.compile(
    r", (?:begitu|demikian) (?P<cue>pengakuan|cerita|kata|tutur|penuturan|keterangan|penjelasan|kesaksian|"
    r"jawaban|alasan|pesan|janji)(?P<its>nya)(?=[.,;])"
)
# "Dalam bukunya, ia mencatat suara Besse selalu turun"
_IN_WRITING = re.compile(
    r"(?:Dalam|Di|Pada|Lewat|Melalui) (?:[a-z]+ )?"
    r"(?:buku|disertasi|tesis|laporan|makalah|jurnal|tulisan|riset|penelitian|catatan|esai|artikel)"
)
# "Obat itu, ditambahkan Rosalina, hanya untuk petugas."
_TOLD_WITHIN = re.compile(
    r", (?P<cue>di(?:kata|ungkap|jelas|tegas|tambah|sebut|tutur|papar|terang|akui)(?:s?kan)?)"
    r"(?:(?P<its>nya)(?=,)|(?: oleh)? (?=[A-Z]))"
)
# "Dikatakannya, lima orang selamat", "Ditambahkan Zulfahmi, …"
_TOLD_BY = re.compile(
    r"Di(?:kata|ungkap|jelas|tegas|tambah|sebut|tutur|papar|sampai|terang|akui|urai|tanda)(?:s?kan)?"
    r"(?:(?P<its>nya),|\s+(?:oleh )?(?=(?:dia|[A-Z])))"
)
_THEN = re.compile(",| bahwa ")
# "mendorong pemerintah membentuk cadangan", not a door or a neighbour
_URGED = re.compile(
    r"\s+(?:agar|supaya|pemerintah|pemda|pemkab|pemkot|pemprov|masyarakat|warga|semua|seluruh|setiap|para|pihak|"
    r"petani|nelayan|pelaku|perusahaan|sekolah|kampus|kepolisian|[A-Z]{2,}|Kementerian|Dinas|Badan)\b"
)
_ASKING_ALONG = frozenset("mengajak meminta mempersilakan".split())
_NARRATOR = re.compile(r" (?:saya|kami|penulis)\b")  # "Mama Yosefina mengajak saya melihat sagu"
_FIGURE = re.compile(
    r" (?:hanya |baru |sedikitnya |sekurangnya |sekurang-kurangnya |setidaknya |paling sedikit |sebanyak |"
    r"sekitar |lebih dari |kurang dari |hampir |total |ada |masih ){0,2}(?:(?:Rp ?)?\d|"
    r"(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|ratusan|ribuan|puluhan)\b)"
)
# "menghitung keluarganya kini menghabiskan Rp 18.000", not "menghitung 12 kursi"
_COUNTED = re.compile(
    r" (?:bahwa )?(?:\d[\d.]* [a-z]+ (?:telah |sudah |akan )?(?:me|ber|ter|di)[a-z]{4,}|"
    r"(?:[\w-]+ ){1,5}(?:me(?:ng|ny|m|n)?|ber|ter|di|ke)[a-z]{4,} [^.]{0,60}\d)"
)
_OFFERED = re.compile(
    r"\d|\b(?:bagi hasil|kompensasi|ganti rugi|santunan|mediasi|solusi|jalan (?:tengah|keluar)|skema|opsi|"
    r"pembayaran|perdamaian|bantuan hukum|untuk me|agar|bahwa)"
)
_WAS = frozenset("when if once was were is are been being".split())
# "tells a different story"
_A_STORY = re.compile(r" (?:an?|its|their|another)(?: [a-z]+){0,3} (?:story|stories|tale|version)\b")
_TO_DO = re.compile(r"(?: [\w’'-]+){1,6} to\b")  # "urged both sides to return", not "urged caution"
_MERE_WORDS = re.compile(r"\s+(?:kalimat|kata|kata-kata|ucapan)\b")  # "melontarkan kalimat yang bikin heboh"
_HELD = re.compile(
    r"\s+(?:diri\w*|(?!di|ter|ber)\w+)(?:\s+\w+){2}"
)  # an opinion, where a mood is a word or two
LONGEST_SENTENCE = 20_000  # characters: nothing is looked for farther away
_THERE_ARE = re.compile(
    r"(?:Ada|Banyak|Tak sedikit|Tidak sedikit) (?:pula |juga )?yang\b"
)  # and who, nobody tells
_BIDDING = frozenset("berpesan berwasiat menitip".split())  # before "agar"
# What may report, by itself or by what stands behind it; any other word only before "bahwa" or "kalau".
_MAY_REPORT = frozenset({"mengancam", "mencatat", "membocorkan"}).union(
    SAYING, SPOKEN_PLAINLY, ANSWERING, WRITING, _BIDDING, english.MAY_REPORT
)
# Whose denial says something: who does not deny admits, who does not advise advises against.
_ADMITTED = frozenset(
    """
    menganjurkan menyarankan merekomendasikan menampik membantah menyangkal menepis memungkiri
    menyanggah mengelak
    """.split()
)
_ACTIVE = re.compile(r"(?:meng|meny|mem|men|me|ber)[a-z-]{4,}$")
# What a sentence reports besides the words it quotes.
ADDING = re.compile(
    rf"\b(?:seraya|sambil|dan|lalu|kemudian|sembari) (?P<cue>{'|'.join(sorted(SAYING))}) bahwa\b"
    rf"|, (?P<participle>{'|'.join(sorted(english.PARTICIPLES))}) that\b"
)
_RUN = re.compile(r"[\w@][\w.-]*")


def within(text: str, start: int, end: int, known: Known) -> Attribution | None:
    """Read the attribution of a sentence that reports without marks; None where it reports nothing."""
    if _THERE_ARE.match(text, start, end):
        return None
    end = min(end, start + LONGEST_SENTENCE)
    if (found := _TOLD_IN.match(text, start, end)) and (
        mention := mention_at(text, found.start("who"), end, known)
    ):
        return Attribution(found.start(), found.end(), found["cue"], mention, "told in")
    if found := _TOLD_BY.match(text, start, end):
        its = Mention(found.start("its"), found.end("its"), "pronoun", clitic=True) if found["its"] else None
        teller = its or speaker_at(text, found.end(), end, known)
        if teller is not None and not _THEN.match(text, teller.end):  # "Dikatakan Sitorus, penyidik masih"
            comma = text.find(",", found.end(), teller.end)
            teller = speaker_at(text, found.end(), comma, known) if comma > 0 else None
        if teller is not None and (its or _THEN.match(text, teller.end)):
            return Attribution(found.start(), teller.end, found.group().strip(" ,"), teller, "told by")
    lower = text[start:end].lower()
    if (
        "bahwa" in lower
        and (found := _DENIED.search(text, start, end))
        and ((mention := speaker_at(text, found.end(), end, known)) and mention.name)
    ):
        return Attribution(found.start("cue"), mention.end, found["cue"], mention, "denied by")
    for found in _TOLD_WITHIN.finditer(text, start, end):
        if found["its"]:
            its = Mention(found.start("its"), found.end(), "pronoun", clitic=True)
            return Attribution(found.start("cue"), found.end(), found["cue"], its, "told within")
        mention = speaker_at(text, found.end(), end, known)
        if mention is not None and mention.name and text[mention.end : mention.end + 1] == ",":
            return Attribution(found.start("cue"), mention.end, found["cue"], mention, "told within")
    if found := _SO_TOLD.search(text, start, end):
        its = Mention(found.start("its"), found.end(), "pronoun", clitic=True)
        return Attribution(found.start("cue"), found.end(), found["cue"], its, "cue within")
    for found in _JUDGED.finditer(text, start, end):
        mention = mention_at(text, found.end(), end, known)
        speaks = mention is not None and (mention.name or "").split(" ")[0].lower() in known.people
        if mention is not None and speaks and _PREDICATE.match(text, mention.end, end):
            return Attribution(found.start("cue"), mention.end, found["cue"], mention, "judged by")
    for found in MENURUT.finditer(text, start, end) if any(w in lower for w in _SOURCED) else ():
        if found["its"] and not SAYING.isdisjoint(text[start : found.start()].split()):
            continue  # "X mengaku menerimanya, tetapi menurutnya …"
        mention = according(text, found, end, known)
        if mention is not None:
            return Attribution(found.start(), mention.end, found.group().strip(), mention, "menurut")
    begun = start - (start > 0 and text[start - 1] == " ")  # "Ia santai. Kata dia, masih ada kampung lain."
    for found in COMMA_CUE.finditer(text, begun, end) if any(cue in lower for cue in AFTER_INDIRECT) else ():
        if made := _comma_cue(text, found, start, end, known):
            return made
    if told := english.within(text, start, end, known):
        return told
    stream = known.stream.between(text, start, end)
    for n, (token, lower) in enumerate(zip(stream.matches, stream.lowers, strict=True)):
        if not _may_report(text, start, end, stream, n, known) or (
            token.group()[0].isupper() and token.start() > start + 1
        ):
            continue
        previous = stream.lowers[n - 1] if n else ""
        if previous in {"tidak", "tak"} and lower in _ADMITTED and n > 1:
            previous = ""
        if n and stream.raws[n - 1][0].isupper() and previous in known.people | known.named:
            previous = ""  # "Mau promises"
        if previous in BLOCKED and not (previous == "yang" and n > 1 and stream.lowers[n - 2] == "sumber"):
            continue
        following = stream.raws[n + 1] if n + 1 < len(stream) else ""
        if following == "diri" or (following == "nama" and lower.startswith("menyebut")):
            continue
        if previous == "bersedia" and n > 1 and stream.lowers[n - 2] in BLOCKED:
            continue
        mention = subject(text, start, token.start(), known)
        if (
            mention is not None
            and mention.reference == "anonymous"
            and _AFTER.search(text, start, mention.start)
        ):
            continue
        if mention is not None and not _too_weak(lower, mention, text, token.end(), end):
            return Attribution(mention.start, token.end(), token.group(), mention, "verb")
    return english.participle(text, start, end, known)


def _may_report(text: str, start: int, end: int, stream: Stream, n: int, known: Known) -> bool:
    """Tell whether a word is a verb that reports speech, by itself or by the word behind it."""
    lower, following = stream.lowers[n], stream.lowers[n + 1] if n + 1 < len(stream) else ""
    if lower not in _MAY_REPORT and following not in {"bahwa", "kalau"}:
        return False
    behind = stream.matches[n].end()
    if lower == "told" and n and stream.lowers[n - 1] in _WAS:  # "Hasballah laughed when told of it"
        return False
    return (
        lower in SAYING
        or (following == "bahwa" and _reports(lower))
        or (following == "kalau" and lower in ANNOUNCING)
        or (lower == "mengancam" and _THREATENING.search(text, behind, end) is not None)
        or (lower in SPOKEN_PLAINLY and n > 0 and _speaks_right_before(text, start, stream.matches[n], known))
        or (lower in ANSWERING and following == ",")
        or (lower in WRITING and WROTE.match(text, behind, end) is not None)
        or (
            lower == "mencatat"
            and bool(_FIGURE.match(text, behind, end) or _IN_WRITING.match(text, start, end))
        )
        or (lower == "membocorkan" and following in {"adanya", "bahwa", "soal"})
        or (lower in _BIDDING and following in {"agar", "supaya"})
        or english.may_report(text, start, end, stream, n, known)
    )


def _speaks_right_before(text: str, start: int, verb: re.Match[str], known: Known) -> bool:
    """Tell "Ronald janji uangnya kembali" from "Ronald menepati janji" and "Ide cerita itu"."""
    mention = subject(text, start, verb.start(), known)
    first = (mention.name or "").split(" ")[0].lower() if mention else ""
    somebody = first in known.people or first in gazetteer.GIVEN or any(first in w for w in known.wholes)
    return (
        mention is not None
        and (mention.reference == "pronoun" or somebody)
        and mention.start == start
        and not text[mention.end : verb.start()].strip(" ,")
        and text[verb.end() : verb.end() + 1] in {" ", ","}
    )


def _reports(verb: str) -> bool:
    """Tell whether a verb before "bahwa" reports: any active one does that is not known to be silent."""
    return verb in ANNOUNCING or (_ACTIVE.match(verb) is not None and verb not in UNSAID)


def _too_weak(verb: str, mention: Mention, text: str, pos: int, end: int) -> bool:
    """Hold back verbs that report only with some subjects, or some objects."""
    if verb == "menuntut":  # before a court
        return bool({"jaksa", "penuntut"} & set((mention.role or mention.name or "").lower().split()))
    if verb == "menghitung" and (text.startswith(",", pos) or _COUNTED.match(text, pos, end)):
        return False
    if verb in {"melihat", "menghitung"}:
        return not (mention.role and set(mention.role.lower().split()) & _EXPERTS)
    if verb in {"menulis", "mengenang"}:
        return text[pos : pos + 1] not in {",", ":"} and not WROTE.match(text, pos, end) and verb == "menulis"
    if verb == "menawarkan":  # a settlement, and no coffee
        somebody = mention.reference == "pronoun" or (mention.name and not mention.institution)
        return not somebody or _OFFERED.search(text, pos, end) is None
    if verb == "melontarkan" and _MERE_WORDS.match(text, pos, end):
        return True
    if verb in _ASKING_ALONG and _NARRATOR.match(text, pos, end):
        return True
    if verb == "berkata" and text.startswith(" lain", pos):  # "Bisik-bisik berkata lain."
        return True
    if verb in {"tells", "told"} and _A_STORY.match(text, pos, end):
        return True
    if verb == "urged" and not _TO_DO.match(text, pos, end):
        return True
    if verb == "menargetkan":
        return (
            mention.institution
            or mention.reference == "anonymous"
            or (mention.name or "").lower() in naming.GROUPS
        )
    if verb in {"optimistis", "pesimistis"} and text[pos : pos + 1] in {".", ""}:
        return True
    if verb == "merasa" and not _HELD.match(text, pos, end):
        return True
    if verb == "melaporkan":
        return _TO_POLICE.search(text, pos, end) is not None
    if verb == "mendorong":
        return _URGED.match(text, pos, end) is None
    return (
        verb in {"bilang", "yakin", "khawatir", "percaya", "minta", "menganggap", "merasa"}
        and mention.reference == "anonymous"
        and not (text.startswith(("Seorang", "seorang", "Salah seorang"), mention.start))
    )


def _comma_cue(text: str, found: re.Match[str], start: int, end: int, known: Known) -> Attribution | None:
    cue = found["cue"].lower()
    if cue == "sebut" and text.startswith(" saja", found.end()):
        return None  # "Seorang korban, sebut saja Rino,"
    at_start = text[start : found.start("cue")].strip(" \"'“”‘’«»") in _LINKING
    if found["its"]:
        if (cue == "nilai" and at_start) or text[found.end() : found.end() + 1] not in {",", ".", " ", ""}:
            return None
        if at_start and cue != "kata":
            return None
        if (
            text[found.end() : found.end() + 1] == " "
            and cue in {"nilai", "sebut", "jelas", "kata"}
            and not re.match(
                r"\s+(?:singkat|lagi|pula|kepada|saat|dalam|seraya|sambil|tanpa|di|usai|pada|"
                r"menambahkan)\b",
                text[found.end() : end],
            )
        ):
            return None
        its = Mention(found.start("its"), found.end(), "pronoun", clitic=True)
        return Attribution(found.start("cue"), found.end(), found.group().strip(" ,"), its, "cue within")
    mention = speaker_at(text, found.end(), end, known)
    if mention is None or (at_start and cue not in {"kata", "ujar", "tutur", "ucap"}):
        return None
    if at_start and not text[mention.end : end].strip(" .:"):  # a heading: "Kata Mereka"
        return None
    if (
        cue in NEEDED
        and mention.reference not in {"named", "pronoun"}
        and not mention.end - mention.start > len(mention.role or "")
    ):
        return None
    return Attribution(found.start("cue"), mention.end, found["cue"], mention, "cue within")


def according(text: str, found: re.Match[str], limit: int, known: Known) -> Mention | None:
    """Read whom "menurut" names; None for plans, laws and data."""
    if found.groupdict().get("its"):
        return Mention(found.start("its"), found.end("its"), "pronoun", clitic=True)
    pos = found.end()
    if him := _HIM.match(text, pos, limit):
        return Mention(pos, him.end(), "pronoun", sex="m" if him.group() == "him" else "f")
    if owner := _OWNER.match(text, pos, limit):
        pos = owner.end()
    if sources := _SOURCES.match(text, pos, limit):
        word = _RUN.match(text, sources.end(), limit)
        if word is None or not is_capital(word.group()):
            return None
        return mention_at(text, sources.end(), limit, known)
    word = _RUN.match(text, pos, limit)
    if word is None or word.group().lower() in NO_SPEAKER or found.group().lower().startswith("berdasarkan"):
        return None
    return speaker_at(text, pos, limit, known)
