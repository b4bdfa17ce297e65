"""How well a date fits what is asked for: factors, under 1 for one of another sort."""

from __future__ import annotations

import re

from rag.calendar_names import MONTH_NUMBERS, WEEKDAYS
from rag.candidate import Sentence
from rag.dates import is_past
from rag.fit import MISFIT
from rag.question import Question
from rag.spans import TypedSpan
from rag.speech.cues import SAID_AFTER, SAYING
from rag.words import fold, folded, stem

# What a date must hold where a clock time, a year, a weekday or a day is asked for.
_ASKED_DATES = (
    (
        re.compile(r"\b(?:(?:jam|pukul) brp|(?:jam|pukul) berapa|what time)\b", re.I),
        re.compile(r"pukul|jam|^\d{1,2}[.:]\d{2}\b|^\d{1,2} ?[ap]\.?m\b", re.I),
    ),
    (re.compile(r"\b(?:tahun (?:berapa|apa)|(?:what|which) year)\b", re.I), re.compile(r"\d{4}")),
    (re.compile(r"\b(?:tanggal|(?:what|which) date|tgl)\b", re.I), re.compile(r"\d[ /-]")),
    (
        re.compile(r"\bhari apa\b|\b(?:what|which) (?:day of the week|weekday)\b", re.I),
        re.compile("|".join(WEEKDAYS), re.I),
    ),
)
# "Sampai kapan": what leads such a date in, or tells of an end without that.
_ASKS_END = re.compile(r"\b(?:sampai|hingga|ampe|until|till) (?:kapan|when|tanggal|tgl|pukul|jam)\b", re.I)
_ENDS = re.compile(
    r"\b(?:sampai|hingga|until|till|through|berakhir|ditutup|tutup|selesai|habis|tenggat\w*|batas|terakhir|"
    r"paling lambat|selambat\w*|ends?|ended|closes?|closed|deadline|expires?|expired|by)\b[^.;]{0,40}$",
    re.I,
)
# "INABUYER EXPO 2023": the year is part of what something is called.
_CALLED_BY_YEAR, _OF_A_NAME = re.compile(r"\b[A-Z][\w-]+ $"), 0.5
# '… ," kata Sari di Muara, Senin (2/3)': the day on which she said so.
_SPOKEN = re.compile(
    rf"(?:[\"”’] ?,? ?{SAID_AFTER}|\b(?:saat|ketika) (?:ditemui|dihubungi|dikonfirmasi)\b|"
    r"\bkepada (?:wartawan|media|pers)\b|\b(?:jumpa|konferensi|siaran) pers\b|"
    r"\bketerangan(?: tertulis| resmi)?(?:nya)?\b|\bberita ini (?:di\w+|tayang|terbit)\b)[^.;]{0,120}$",
    re.IGNORECASE,
)
_ASKS_AHEAD = re.compile(
    r"\b(?:akan|bakal|will|going to|dijadwalkan|rencananya|scheduled|due)\b", re.IGNORECASE
)
_ASKS_SPEECH = re.compile(
    r"\b(?:ditemu\w*|berbicara|bicara|pernyataan\w*|keterangan\w*|jumpa|konferensi|wawancara|unggah\w*|menulis|"
    r"statement|interview\w*|spoke|speak|announce\w*|post\w*|umumkan|mengumumkan)\b",
    re.IGNORECASE,
)
# "Nomor 11 Tahun 2025" is what a law is called.
_NUMBERED = re.compile(r"\b(?:nomor|no\.?) \d+[\w/.-]* $", re.I)
# "Tanggul dibangun 2011 dan belum pernah diperbaiki": no day on which it was repaired.
_NOT_YET = re.compile(r"\b(?:belum(?: pernah)?|tidak pernah|never|not yet)\s(\w+)", re.I)
# "Kapan dibuka lagi?", "when will it reopen": not when it was shut. "Kapan lagi" and "lagi dibangun" are
# something else.
_ASKS_AGAIN = re.compile(
    r"(?<!kapan )\blagi(?=\W*(?:$|(?:setelah|sesudah|usai|pasca|oleh|di|ke|untuk|buat|sama|ya|sih|dong)\b))"
    r"|\b(?:di|ber)\w{3,} kembali\b|\bkembali (?:di|ber)\w{3,}"
    r"|\b(?:reopen|resum|restart)\w*|\bback (?:online|up|in (?:service|use|operation)|to normal)\b",
    re.IGNORECASE,
)
_STOPPED = re.compile(
    r"\b(?:(?:di|meng|ber|ter)?henti\w*|(?:di|me)?(?:matikan|padamkan|nonaktifkan|bekukan|segel|blokir)"
    r"|(?:di|men)?tutup|menutup|padam|menyegel|menonaktifkan|membekukan|memblokir|memadamkan|ditunda"
    r"|halt(?:ed|s)?|shut|clos(?:ed|es)|stopp?(?:ed|s)|suspend(?:ed|s)|block(?:ed|s))\b",
    re.IGNORECASE,
)
# What of another deed, or of an end, stands between what stopped and a day.
_NOT_SINCE = re.compile(
    r"[,;:]|\b(?:dan|lalu|tetapi|hingga|sampai|buka|bisa|akan|mulai|pulih|kembali|lagi|normal|and|but|until|till|will"
    r"|is|to|again|(?:me|di|ber|ter)[a-z]{4,}|re(?:open|sum|start|stor)\w*)\b",
    re.IGNORECASE,
)
# "Terakhir kali dipentaskan": the last of many times is told as such.
_ASKS_LAST = re.compile(r"\bterakhir kali(?:nya)?\b|\blast time\b", re.IGNORECASE)
_LAST = re.compile(
    r"\b(?:terakhir\w*|akhir|pamungkas|sejak|semenjak|sebelum(?:nya)?|last|since|previous\w*|latest"
    r"|most recent\w*|final\w*|before)\b",
    re.IGNORECASE,
)
# "Topeng yang dibuat pada 1830-an kembali ditarikan": the year in which it was made; a day is of the news.
_OF_WHICH = re.compile(r"\b(?:yang|which|that) ([^,;.]{1,80})$", re.IGNORECASE)
_DEED, _A_YEAR = re.compile(r"(?:me|di|ber|ter)[a-z]{4,}"), re.compile(r"(?:tahun )?\d{4}(?:-an)?")
_TO_BE = re.compile(
    r"\b(?:akan|ditargetkan|dijadwalkan|direncanakan|baru bisa|will|due|expected)\b[^.;]{0,60}$", re.I
)


def dated(question: Question, sentence: Sentence, span: TypedSpan, published: str | None) -> float:
    """Return a factor under 1 for a date that is not of the sort asked for, is past where what is to come is
    asked for, no end where that is asked for, or is of when somebody spoke.

    ``published`` is the article's ISO date.
    """
    typed = f"{question.text} {question.search_text}"
    if published and _ASKS_AHEAD.search(typed) and is_past(span.text, published):
        return MISFIT
    if _ASKS_END.search(typed) and not _ENDS.search(sentence.text[: span.start]):
        return MISFIT
    asked = next((held for asks, held in _ASKED_DATES if asks.search(typed)), None)
    if asked is not None and not asked.search(span.text) and not _is_english_date(sentence, span):
        return MISFIT
    if asked is None and span.text.isdigit() and _CALLED_BY_YEAR.search(sentence.text[: span.start]):
        return _OF_A_NAME
    if _NUMBERED.search(sentence.text[: span.start]):
        return MISFIT
    if sentence.text[: span.start].endswith("tertanggal "):
        return 1.0
    if not question.negated and _is_not_done_yet(question, sentence, span):
        return MISFIT
    if _is_of_another_time(typed, sentence.text, span) or _is_of_another_deed(question, sentence, span):
        return MISFIT
    speech = _ASKS_SPEECH.search(typed) or not SAYING.isdisjoint(typed.lower().split())
    return MISFIT if not speech and _SPOKEN.search(sentence.text[: span.start]) else 1.0


def _is_not_done_yet(question: Question, sentence: Sentence, span: TypedSpan) -> bool:
    """Say whether a sentence tells that what a question asks about has not been done, and not when it is to
    be: nor does it tell elsewhere that it was."""
    undone = [stem(fold(verb[1])) for verb in _NOT_YET.finditer(sentence.text)]
    if not undone or _TO_BE.search(sentence.text, 0, span.start):
        return False
    alone = {verb for verb in undone if sentence.stems.count(verb) == undone.count(verb)}
    return any(not alone.isdisjoint(phrase) for term in question.terms for phrase in term.alternatives)


def _is_of_another_time(asked: str, told: str, span: TypedSpan) -> bool:
    """Say whether a date is of when something stopped where it is asked when it begins again, or of one time
    of many where the last is asked."""
    if _ASKS_AGAIN.search(asked):
        stopped = [found.end() for found in _STOPPED.finditer(told, 0, span.start)]
        if stopped and not _NOT_SINCE.search(told, stopped[-1], span.start):
            return True
    return bool(_ASKS_LAST.search(asked)) and not _LAST.search(told)


def _is_of_another_deed(question: Question, sentence: Sentence, span: TypedSpan) -> bool:
    """Say whether a year stands in a clause that tells of another deed, with "yang", and what is asked about
    behind it."""
    clause = _OF_WHICH.search(sentence.text, 0, span.start) if _A_YEAR.fullmatch(span.text) else None
    if clause is None:
        return False
    asked = {s for term in question.terms if not term.name for phrase in term.alternatives for s in phrase}
    deeds = {stem(word) for word in folded(clause[1]) if _DEED.fullmatch(word)}
    if not deeds or not deeds.isdisjoint(asked):
        return False
    return any(
        stemmed in asked and _DEED.fullmatch(word.norm) and word.start >= span.end
        for word, stemmed in zip(sentence.words, sentence.stems, strict=True)
    )


def _is_english_date(sentence: Sentence, span: TypedSpan) -> bool:
    """Tell the month of "May 3, 2024", which is a span of its own, from a clock time."""
    return sentence.language == "en" and span.text.lower() in MONTH_NUMBERS
