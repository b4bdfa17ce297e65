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
from rag.words import fold, stem

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


def _is_english_date(sentence: Sentence, span: TypedSpan) -> bool:
    """Tell the month of "May 3, 2024", which is a span of its own, from a clock time."""
    return sentence.language == "en" and span.text.lower() in MONTH_NUMBERS
