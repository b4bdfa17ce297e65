"""Whether an article says itself that what is asked is not told: "Polisi belum mengungkap siapa pelakunya".

Pure: a question and a sentence in, yes or no out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.asked_speaker import asks_reply, is_spoken_by, names
from rag.candidate import Sentence
from rag.matching import stems_of
from rag.question import Question
from rag.relations import tells
from rag.spans import Kind
from rag.terms import Term

_NOT = (
    r"(?:\b(?:belum|tidak|tak|(?<!yang )enggan|(?<!yang )menolak|merahasiakan|tanpa|not|declined to|"
    r"refused to|yet to|without)|n't)\s+(?:(?:dapat|bisa|mau|bersedia|akan|be|been|has|have|yet)\s+)*"
)
_TELLS = (
    r"(?:(?:di|me(?:m|n|ng|ny)?|ter)?(?:sebut|yebut|rinci|perinci|ungkap|gungkap|jelas|umum|gumum|pasti|tentu|"
    r"tetap|putus|beri|rahasia)\w*|(?:di|me)?ketahui\w*|mengetahui|tahu|say|said|disclos\w+|nam(?:ed?|ing)|"
    r"giv(?:en?|ing)|reveal\w*|known|decided|set|announced?|specif\w+|explain\w*|clear)"
)
_UNTOLD = (
    rf"(?:{_NOT}{_TELLS}|\bmasih (?:dirahasiakan|dicari|diselidiki|ditelusuri|didalami|menunggu|mencari|"
    r"menyelidiki|mendalami|menelusuri)|\bdirahasiakan)"
)
_UNANSWERED = re.compile(
    rf"{_NOT}(?:(?:dapat|bisa|mau|bersedia|ada|memberi(?:kan)?|diberi(?:kan)?)\s+)*"
    r"(?:(?:di|men|ber)?(?:jawab|tanggap|respons?|balas|komentar)|menanggapi|merespons|membalas|respond|comment|"
    r"repl|answer)\w*",
    re.IGNORECASE,
)
# A result of what is only to come.
_ASKS_RESULT = re.compile(
    r"\b(?:hasil(?:nya)?|results?|outcome|findings?)\b|\bshow(?:ed)?\W*$", re.IGNORECASE
)
_TO_COME = re.compile(
    r"\b(?:akan|bakal|berencana|hendak|dijadwalkan|menunggu|segera|will|(?:is|are) (?:to|due)|awaiting)\b",
    re.IGNORECASE,
)
_CAME = re.compile(r"\b(?:hasil\w*|menunjukkan|ternyata|terbukti|showed|found|results?)\b", re.IGNORECASE)
# What an article calls the thing that a question asks for.
_ASKED = {
    "who": "siapa|identitas|who|identity",
    "when": "kapan|tanggal|jadwal|waktu|tahun|hari|when|date|timetable|schedule",
    "howmany": "berapa|jumlah|besaran|nilai|harga|biaya|tarif|angka|how (?:many|much)|number|amount|price|"
    "figures?|size",
    "where": r"di ?mana|lokasi|where|location",
    "why": "mengapa|kenapa|penyebab|sebab|alasan|motif|why|cause|reason|motive",
    "how": "bagaimana|cara|how",
}
_ASKS = {Kind.PERSON: "who", Kind.DATE: "when", Kind.PLACE: "where", Kind.NUMBER: "howmany"}
# The same of a score: "Persegar akan bertandang ke Melati".
_SCORE = re.compile(r"\b(?:skor(?:nya)?|scores?)\b", re.IGNORECASE)
# What of a question's weight such a sentence must hold.
_SHARE = {"why": 0.5, "result": 0.3, "what": 0.3}
_LEAST_SHARE = 0.12


def is_untold(question: Question, terms: Sequence[Term], speaker: Sequence[Term], sentence: Sentence) -> bool:
    """Say whether a sentence says that what is asked is not told, not known, not decided or not answered.

    ``speaker`` are the terms that name whose words are asked for.
    """
    asks = _ASKS.get(question.expects[0]) if question.expects else question.asks
    if asks in _ASKED and _withheld(_ASKED[asks]).search(sentence.text):
        return _share(terms, sentence) >= _SHARE.get(asks, _LEAST_SHARE)
    noun = question.focus[0] if question.focus and asks in ("what", "list") else None
    if noun and _withheld(re.escape(noun.removesuffix("nya"))).search(sentence.text):
        return _share(terms, sentence) >= _SHARE["what"]
    result = not question.expects and _ASKS_RESULT.search(question.text)
    score = _SCORE.search(question.text) and not _SCORE.search(sentence.text)
    if (result or score) and _is_to_come(sentence.text):
        return _share(terms, sentence) >= _SHARE["result"]
    return bool(
        speaker
        and asks_reply(question)
        and _UNANSWERED.search(sentence.text)
        and (is_spoken_by(sentence, speaker) or names(sentence, speaker))
    )


def tells_else(question: Question, sentence: Sentence) -> bool:
    """Say whether a sentence has the form in which what is asked is told, where it does not say that it is
    not: "penyebab pasti banjir belum diketahui" tells no cause."""
    if question.relation is None:
        return False
    asked = _ASKED.get(question.asks)
    text = _withheld(asked).sub(" ", sentence.text) if asked else sentence.text
    return tells(question.relation, text)


def _is_to_come(told: str) -> bool:
    """Say whether a sentence tells of something that is to come, and no result."""
    return _TO_COME.search(told) is not None and _CAME.search(told) is None


@lru_cache(maxsize=256)
def _withheld(thing: str) -> re.Pattern[str]:
    """Return the pattern of what an article says where it does not tell ``thing``."""
    asked = rf"\b(?:{thing})(?:nya)?\b"
    return re.compile(
        rf"{_UNTOLD}\s+(?:\S+\s+){{0,3}}?{asked}|{asked}(?:\s+[^\s,.]+){{0,7}}?\s+(?:\w+(?=n't))?{_UNTOLD}",
        re.IGNORECASE,
    )


def _share(terms: Sequence[Term], sentence: Sentence) -> float:
    stems = set(sentence.stems)
    held = sum(term.weight for term in terms if not stems_of(term).isdisjoint(stems))
    return held / (sum(term.weight for term in terms) or 1.0)


# "UMKM yang belum masuk", "have not yet joined"; behind it stands what is not done: "udah cair blm sih?".
_NOT_YET = re.compile(
    r"\b(?:belum|blm|blom|belom|not yet|(?:have|has|had) (?:not|yet to)|(?:have|has|had)n['’]t)\b"
    r"(?=(?:\s+\S+){2})",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:sudah|telah|already)\b", re.IGNORECASE)
# What goes on, or is left over, is not done.
_LEFT = re.compile(
    r"\b(?:belum|tidak|tak|bukan|masih|\w*sisa\w*|tinggal|not|\w+n['’]t|yet|still|remain\w*)\b", re.IGNORECASE
)


def tells_what_is_done(question: Question, text: str) -> bool:
    """Say whether a sentence tells of those that have where it is asked how many, who or where have not."""
    asked = bool(question.expects) and question.asks != "yesno" and _NOT_YET.search(question.text)
    return bool(asked) and _DONE.search(text) is not None and _LEFT.search(text) is None


# "Kapan petani akan membuang bawang lagi?", which "pada 2019 petani pernah membuang" does not tell.
_ASKS_AHEAD = re.compile(
    r"\b(?:akan|bakal|hendak|mau|nanti\w*|berikutnya|mendatang|(?:bulan|tahun|pekan|minggu) depan|will|"
    r"going to|next|upcoming)\b",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:pernah|silam|\w+ lalu|kemarin|sebelumnya|terakhir|ago|previously|once|"
    r"last (?:year|month|week|time))\b",
    re.IGNORECASE,
)
# A day may be one that is to come.
_PAST = re.compile(r"(?:tahun )?(?:19|20)\d\d|.* (?:lalu|silam|kemarin|ago)", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:akan|bakal|hendak|berencana|rencana\w*|(?:di)?jadwal\w*|mendatang|(?<!di )depan|mulai|"
    r"paling lambat|besok|lusa|nanti\w*|segera|(?:di|men)?target\w*|(?:ber|men)?janji\w*|(?:di)?tunda|"
    r"(?:di)?undur|will|to be|due|schedul\w+|next|plan\w*|expect\w*|by|postpone\w*|from|until)\b",
    re.IGNORECASE,
)


def tells_what_was(question: Question, text: str, short: str | None) -> bool:
    """Say whether it is asked when something is to come, and a sentence tells of a year when it was."""
    asked = question.expects == (Kind.DATE,) and _ASKS_AHEAD.search(question.text)
    past = asked and _PAST.fullmatch(short or "") and _WAS.search(text)
    return bool(past) and _AHEAD.search(text) is None
