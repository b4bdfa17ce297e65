"""Words that stand without marks: a block that a clause announces, the answers of an interview."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.speech.appositions import Mention
from rag.speech.capitals import Known
from rag.speech.cues import ANNOUNCING
from rag.speech.interview import LONGEST_REMARK, OF_ONESELF, announced, begins_by_form, is_question
from rag.speech.marks import Quotation
from rag.speech.subjects import speaker_at

_LINE = re.compile(r"[^\n]+")
# "CV Rasa Bunda menyatakan:", "… menulis dalam surat terbuka sebagai berikut:"
_ANNOUNCED = re.compile(
    r"\b(?P<verb>[a-z]+)(?P<paper> (?:keterangan|pernyataan|siaran pers|pesan|surat|permintaan maaf|"
    r"permohonan maaf|klarifikasi|imbauan|seruan)(?: [a-z]+)?)?"
    r"(?: (?:dalam|di|pada|lewat|melalui|kepada|untuk)(?: [\w@.*-]+){1,6})?"
    r"(?:,? (?:sebagai berikut|seperti berikut|berikut ini|begini|demikian))?:$"
)
# "Pesan itu berbunyi:"
_READS = re.compile(r"\b(?:berbunyi|bertuliskan|isinya|reads?)(?: (?:sebagai berikut|begini))?:$")
_OF_NOBODY = re.compile(r"\b(?:pasal|ayat|undang-undang|peraturan|spanduk|poster|article)\b", re.IGNORECASE)
# "Arman urged staff to stay calm:", where the next paragraph speaks of itself or to somebody.
_TOLD = re.compile(r"\b(?:urged|told|wrote|warned|assured|reminded|emailed)\b(?: [\w'’]+){1,8}:$")
_OF_YOU = re.compile(r"\b(?:you|your|please)\b", re.IGNORECASE)
_ISSUING = frozenset("merilis mengeluarkan mengunggah menerbitkan membagikan menyebarkan mengirim".split())
# "Surat penolakannya, yang ditulis cucunya, masih disimpan:", "Berikut isi lengkap pernyataan Sri:"
_PAPER = re.compile(
    r"(?:^|[.!?] )(?:Berikut(?: ini)?(?: adalah)? |Begini |Demikian )?"
    r"(?:(?:isi|bunyi|kutipan|petikan)(?:nya)?(?: lengkap)? )?"
    r"(?:[Ss]urat|[Pp]esan|[Pp]ernyataan|[Kk]eterangan|[Cc]atatan|[Mm]emo|[Uu]nggahan|[Cc]uitan|"
    r"[Pp]ermintaan maaf|[Pp]ermohonan maaf|[Kk]larifikasi|[Ss]eruan)"
    r"(?: tertulis| lengkap| terbuka| singkat| resmi)?(?P<of>[^.:!?\n]*):$"
)
_ITS = re.compile(r"(?: [a-z]+)?nya\b")
_ITEM = re.compile(r"\s*(?:[-–—*•#>|]|\d+[.)]|[a-z][.)] )")
_ANSWER = re.compile(r"(?:Jawab(?:an)?|J|A)\s*[:.]\s+")
_NAMED = re.compile(r"[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}: +(?=[\"“”„«]?[A-Z\d])")
_TO_PARTNER = re.compile(r"\b(?:Anda|kamu|[Yy]ou)\b")
_PUT = re.compile(
    r"(?:Ada|Banyak|Sebagian)(?: [a-z]+){0,2} (?:yang|orang) "
    r"(?:bilang|menilai|menyebut|menganggap|khawatir)\b"
)
_MARKED = re.compile('["“”]')
# An answer that is all in marks.
_IN_MARKS = re.compile('["“”„«]([^"“”„«»\n]+)["“”»]')
_ENDS = frozenset(".!?…")
_FEWEST_WORDS = 2
# The line "–Vincent Oei, Kepala Teknologi Suarakita–" under words without marks.
_DASHES = ("-", "–", "—")
_SIGNED = re.compile(r"^[-–—]\s?[A-Z@][^\n]{2,160}?\s?[-–—]$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Unquoted:
    """A paragraph that is all speech: ``part`` is ``block``, ``signed``, ``answer``, or the ``question``
    before one.
    """

    words: Quotation
    part: str


def unquoted(text: str, pairs: Sequence[Quotation]) -> list[Unquoted]:
    """Return the paragraphs of ``text`` that are speech without marks.

    ``pairs`` are the quotations with marks; no paragraph that begins with one is meant.
    """
    asked_at = begins_by_form(text)
    dashed = text.startswith(_DASHES) or any(f"\n{dash}" in text for dash in _DASHES)
    signed = dashed and _SIGNED.search(text) is not None
    if ":\n" not in text and asked_at < 0 and announced(text) is None and not signed:
        return []
    begun = {pair.opening for pair in pairs}
    paragraphs = [_trimmed(line) for line in _LINE.finditer(text) if not line.group().isspace()]
    prose = [start not in begun and not _ITEM.match(text, start) for start, _ in paragraphs]
    found: list[Unquoted] = []
    n = 1
    while n < len(paragraphs):
        _, before = paragraphs[n - 1]
        start, end = paragraphs[n]
        lead = text[paragraphs[n - 1][0] : before]
        if prose[n] and _announces(lead, text[start:end]) and _is_speech(text[start:end]):
            found.append(Unquoted(Quotation(start, end, start, end), "block"))
        elif prose[n] and _is_signed(text, paragraphs[n + 1 : n + 2]) and _is_speech(text[start:end]):
            found.append(Unquoted(Quotation(start, end, start, end), "signed"))
        elif announced(lead) or start == asked_at:
            stop = prose.index(False, n) if False in prose[n:] else len(paragraphs)
            turns = _turns(text, paragraphs[n:stop])
            found += turns
            n += sum(start < turn.words.end for turn in turns[-1:] for start, _ in paragraphs[n + 1 : stop])
        n += 1
    return found


def _trimmed(line: re.Match[str]) -> tuple[int, int]:
    words = line.group()
    return line.end() - len(words.lstrip()), line.start() + len(words.rstrip())


def _turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Unquoted]:
    """Return the questions and answers of an interview, as far as they are told apart for sure.

    Where each other paragraph asks, or is short enough for it, the two take turns. Else an answer may end
    as a question does or have a second paragraph: then what stands right behind a question is one, and goes
    on in the next paragraph where that too is in the first person; a remark about "Anda" asks as well.
    """
    words = [text[start:end] for start, end in paragraphs]
    asks = [is_question(each) for each in words]
    if True not in asks:
        return []
    first, last = asks.index(True), len(asks) - 1 - asks[::-1].index(True)
    may_ask = [asks[n] or len(words[n].split()) <= LONGEST_REMARK for n in range(first, last + 1, 2)]
    if all(may_ask) and not any(asks[first + 1 : last + 2 : 2]):
        parts = {n: "answer" if (n - first) % 2 else "question" for n in range(first, last + 2)}
    else:
        parts = {n: "question" for n in range(len(asks)) if asks[n] or (n and _remarks(words[n]))}
        alone = [n for n in parts if n - 1 not in parts]
        parts |= {n + 1: "answer" for n in alone if n + 1 not in parts}
    found = []
    for n, part in sorted(parts.items()):
        if n < len(words) and (part == "question" or _is_speech(words[n])):
            start, end = paragraphs[n]
            label = (_ANSWER.match(text, start) or _NAMED.match(text, start)) if part == "answer" else None
            start = label.end() if label else start
            while part == "answer" and n + 1 < last and n + 1 not in parts and _goes_on(words[n + 1]):
                n += 1
                _, end = paragraphs[n]
            inside = _IN_MARKS.fullmatch(text, start, end) if part == "answer" else None
            said = inside.span(1) if inside else (start, end)
            found.append(Unquoted(Quotation(*said, start, end), part))
    return found


def _goes_on(words: str) -> bool:
    """Tell a second paragraph of an answer from narration, in which somebody is quoted."""
    return OF_ONESELF.search(words) is not None and _MARKED.search(words) is None


def _remarks(words: str) -> bool:
    """Tell "Ada yang menganggap Anda keras kepala.", a question put as a statement."""
    put = _TO_PARTNER.search(words) or _PUT.match(words)
    return put is not None and len(words.split()) <= LONGEST_REMARK


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


def _announces(paragraph: str, words: str) -> bool:
    if not paragraph.endswith(":"):
        return False
    if _READS.search(paragraph):
        return _OF_NOBODY.search(paragraph) is None
    if _TOLD.search(paragraph) and (_OF_YOU.search(words) or OF_ONESELF.search(words)):
        return True
    told = _ANNOUNCED.search(paragraph)
    issued = told is not None and told["paper"] is not None and told["verb"] in _ISSUING
    return issued or (told is not None and told["verb"] in ANNOUNCING) or _PAPER.search(paragraph) is not None


def _is_signed(text: str, following: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the next paragraph is the name of whose words these are, between dashes."""
    return any(_SIGNED.fullmatch(text, start, end) for start, end in following)


def _is_speech(words: str) -> bool:
    return words.rstrip('”"»’')[-1:] in _ENDS and len(words.split()) >= _FEWEST_WORDS


def writer(text: str, start: int, end: int, known: Known) -> Mention | None:
    """Return whose paper a clause ``[start, end)`` announces: "Surat penolakannya, … masih disimpan:"."""
    paper = _PAPER.search(text[start:end])
    if paper is None:
        return None
    begin, stop = (start + place for place in paper.span("of"))
    if its := _ITS.match(text, begin, stop):
        return Mention(its.end() - 3, its.end(), "pronoun", clitic=True)
    return speaker_at(text, begin, stop, known)
