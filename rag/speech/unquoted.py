"""Words that stand without marks: a block that a clause announces, the answers of an interview."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.speech.capitals import Known
from rag.speech.cues import ANNOUNCING
from rag.speech.marks import Quotation
from rag.speech.mentions import Mention
from rag.speech.subjects import speaker_at

_PARAGRAPH = re.compile(r"[^\n]*[^\s][^\n]*")
# "CV Rasa Bunda menyatakan:", "… menulis dalam surat terbuka sebagai berikut:"
_ANNOUNCED = re.compile(
    r"\b(?P<verb>[a-z]+)(?: (?:dalam|di|pada|lewat|melalui|kepada|untuk)(?: [\w@.*-]+){1,6})?"
    r"(?:,? (?:sebagai berikut|seperti berikut|berikut ini|begini|demikian))?:$"
)
# "Surat penolakannya, yang ditulis cucunya, masih disimpan:", "Berikut isi lengkap pernyataan Sri:"
_PAPER = re.compile(
    r"(?:^|[.!?] )(?:Berikut(?: ini)?(?: adalah)? |Begini |Demikian )?"
    r"(?:(?:isi|bunyi|kutipan|petikan)(?:nya)?(?: lengkap)? )?"
    r"(?:[Ss]urat|[Pp]esan|[Pp]ernyataan|[Kk]eterangan|[Cc]atatan|[Mm]emo|[Uu]nggahan|[Cc]uitan)"
    r"(?: tertulis| lengkap| terbuka| singkat| resmi)?(?P<of>[^.:!?\n]*):$"
)
# The end of an introduction that says an interview follows.
_INTERVIEW = re.compile(
    r"\b(?:[Bb]erikut|[Ii]ni(?:lah)?|[Ss]imak)\b[^\n.]{0,40}\b(?:petikan|kutipan|cuplikan|nukilan|wawancara|"
    r"perbincangan|percakapan|obrolan|tanya jawab)[^\n]{0,120}[.:][ \t]*$",
    re.MULTILINE,
)
_PARTNER = re.compile(r"\b(?:dengan|bersama)\s+")
_ITS = re.compile(r"(?: [a-z]+)?nya\b")
_ITEM = re.compile(r"\s*(?:[-–—*•#>|]|\d+[.)]|[a-z][.)] )")
_ASKED = re.compile(r"(?:Tanya|Pertanyaan|T|Q)\s*[:.]\s")
_ANSWER = re.compile(r"(?:Jawab(?:an)?|J|A)\s*[:.]\s+")
_FEWEST_WORDS, _LONGEST_QUESTION = 4, 40
# A question that is put as a statement is shorter and speaks to somebody.
_LONGEST_REMARK = 20


@dataclass(frozen=True, slots=True)
class Unquoted:
    """A paragraph that is all speech: ``part`` is ``block``, ``answer``, or the ``question`` before one."""

    words: Quotation
    part: str


def unquoted(text: str, pairs: Sequence[Quotation]) -> list[Unquoted]:
    """Return the paragraphs of ``text`` that are speech without marks.

    ``pairs`` are the quotations with marks; no paragraph that begins with one is meant.
    """
    if ":\n" not in text and _INTERVIEW.search(text) is None:
        return []
    begun = {pair.opening for pair in pairs}
    found: list[Unquoted] = []
    interview = False
    state = ""  # what the paragraph before was: a question, an answer, an answer put as a question
    before = ""
    for line in _PARAGRAPH.finditer(text):
        words = line.group().rstrip()
        start = line.start() + len(words) - len(words.lstrip())
        part = None
        if start in begun or _ITEM.match(words):
            interview = False
        elif _announces(before):
            part = "block" if _is_speech(words) else None
        elif interview:
            state = _turn(words, state)
            part = {"?": "question", "!": "answer"}.get(state)
        if part == "answer" and (label := _ANSWER.match(text, start)):
            start = label.end()
        if part is not None:
            end = line.start() + len(words)
            found.append(Unquoted(Quotation(start, end, start, end), part))
        elif _INTERVIEW.search(words):
            interview, state = True, ""
        before = words
    return found


def merged(pairs: Sequence[Quotation], bare: Sequence[Unquoted]) -> list[Quotation]:
    """Return quotations with and without marks in order; what stands in marks within a bare one is inner."""
    found: list[Quotation] = []
    rest = list(pairs)
    for each in bare:
        words = each.words
        inner = [p for p in rest if words.start <= p.opening and p.closing <= words.end]
        rest = [p for p in rest if p.closing <= words.start or p.opening >= words.end]
        found.append(replace(words, inner=tuple(inner)))
    return sorted([*found, *rest], key=lambda pair: pair.opening)


def _announces(paragraph: str) -> bool:
    if not paragraph.endswith(":"):
        return False
    told = _ANNOUNCED.search(paragraph)
    return (told is not None and told["verb"] in ANNOUNCING) or _PAPER.search(paragraph) is not None


def _is_speech(words: str) -> bool:
    return words[-1] in ".!?…" and len(words.split()) >= _FEWEST_WORDS


def _turn(words: str, state: str) -> str:
    """Return what a paragraph of an interview is: ``?`` a question, ``!`` an answer, nothing where that is
    not sure: an answer may end as a question does, and may have a second paragraph."""
    size = len(words.split())
    asks = bool(_ASKED.match(words)) or (words[-1] == "?" and size <= _LONGEST_QUESTION)
    asks = asks or (state == "!" and size <= _LONGEST_REMARK and re.search(r"\bAnda\b", words) is not None)
    if state == "?":
        return "" if asks or words[-1] not in '.!…”"»’' else "!"
    return "?" if asks else ""


def writer(text: str, start: int, end: int, known: Known) -> Mention | None:
    """Return whose paper a clause ``[start, end)`` announces: "Surat penolakannya, … masih disimpan:"."""
    paper = _PAPER.search(text[start:end])
    if paper is None:
        return None
    begin, stop = (start + place for place in paper.span("of"))
    if its := _ITS.match(text, begin, stop):
        return Mention(its.end() - 3, its.end(), "pronoun", clitic=True)
    return speaker_at(text, begin, stop, known)


def interviewed(text: str, end: int, known: Known) -> Mention | None:
    """Return with whom the interview that was announced last before ``end`` is said to be."""
    leads = list(_INTERVIEW.finditer(text, 0, end))
    partner = _PARTNER.search(text, *leads[-1].span()) if leads else None
    return speaker_at(text, partner.end(), end, known) if partner else None
