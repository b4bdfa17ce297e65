"""Which number of a change is asked for: what something was, what it is, or by how much it changed. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rag.calendar_names import YEAR, years_told
from rag.question import Question
from rag.spans import TypedSpan

# "Dari 6,5 persen menjadi 9,5 persen": what it was, and what it is.
_FROM = re.compile(r"\b(?:dari|from)(?: \w+)? $", re.I)
_TO = re.compile(r"(?:[^.;]|\.\d){0,60}?\b(?:menjadi|jadi|ke|hingga|to|into)\b", re.I)
_BECOMES = re.compile(r"\b(?:dari|from)\b (?:[^.;]|\.\d){1,60}?\b(?:menjadi|jadi|ke|to)(?: \w+)? $", re.I)
_CHANGED = (
    r"(?:naik|turun|tumbuh|meningkat|menurun|melonjak|melambung|anjlok|merosot|menyusut|susut|bertambah|"
    r"berkurang|menguat|melemah|rose|risen|fell|fallen|up|down|grew|grown|dropped|jumped|slid|climbed|"
    r"increased|decreased|declined)"
)
# "Kini Rp 120.000, naik dari Rp 65.000", "naik menjadi Rp 120.000 dari Rp 65.000": the second was before.
_ROSE_FROM = re.compile(
    rf"\b{_CHANGED}(?: \w+){{0,2}}(?: (?:menjadi|jadi|ke|to) (?:[^.,;]|[.,]\d){{1,40}}?)? "
    r"(?:dari|from) (?:\w+ )?",
    re.I,
)
_ASKS_FORMER = re.compile(
    r"\b(?:sebelum(?:nya)?|semula|awalnya|tadinya|mulanya|dulu(?:nya)?|dari berapa|before|previous(?:ly)?|"
    r"original(?:ly)?|used to|from how)\b",
    re.I,
)
# "Diundur dari pukul 06.45 menjadi 07.30": the first is no longer so.
_MOVED_FROM = re.compile(
    r"\b(?:diundur|dimundurkan|dimajukan|digeser|diubah|dipindah\w*|ditunda|bergeser|berubah|mundur|maju|moved|"
    r"postponed|changed)\b[^.;]{0,40}\b(?:dari|from) (?:\w+ )?$",
    re.I,
)
_TIME = r"(?:tahun|bulan|pekan|minggu|musim|kuartal|triwulan|semester)"
_ASKS_EARLIER = re.compile(
    rf"\b{_TIME} (?:lalu|kemarin|sebelumnya)\b|\b(?:last|previous) (?:year|month|week|season|quarter)\b|"
    r"\ba (?:year|month|week) (?:earlier|ago|before)\b",
    re.I,
)
# "Rp 115, lebih tinggi daripada Rp 98 tahun sebelumnya", "naik dibandingkan Rp 754 miliar pada periode yang
# sama tahun lalu": the second was, and is set against what is.
_SET_AGAINST = re.compile(
    r"\b(?:dibanding\w*|ketimbang|daripada|dari|than|compared (?:to|with)|against|from)(?: [a-z]+){0,2} $",
    re.I,
)
_THEN = re.compile(
    r"(?: (?!dari|dibanding|ketimbang|daripada|naik|turun|than|from|compared)[\w/%.-]+){0,3}?"
    rf" (?:(?:pada |di |dalam |in )?(?:the )?(?:periode|kuartal|triwulan|semester|bulan|same) (?:yang )?"
    rf"(?:sama|period|quarter)\b|{_TIME} (?:lalu|sebelumnya|kemarin)\b|sebelumnya\b|(?:last|the previous) "
    r"(?:year|month|week|quarter|season)\b|a (?:year|month|week) (?:earlier|ago|before)\b)",
    re.I,
)
# "Tahun lalu 9,8 ton", behind what is told of now.
_THEN_IT_WAS = re.compile(
    rf"[,;] (?:[a-z]+ ){{0,2}}(?:pada )?(?:{_TIME} (?:lalu|sebelumnya|kemarin)|"
    r"(?:last|the previous) (?:year|month|week))(?: [a-z]+){0,2} $",
    re.I,
)
_NUMBER = re.compile(
    r"(?:(?:rp\.?|us\$|\$)\s?)?\d+(?:[.,]\d+)*(?: (?:ribu|juta|miliar|triliun|\w+illion))?", re.I
)
# "Kini tinggal Rp 9.500", where it is asked for now; "dulu kami bayar Rp 40 ribu", where it is not asked so.
_ASKS_NOW = re.compile(r"\b(?:sekarang|kini|saat ini|skrg|now|current(?:ly)?)\b", re.I)
_NOW = re.compile(
    r"\b(?:kini|sekarang|saat ini|now|currently)\b(?:(?!berusia|berumur|umur|usia|aged)[^.,;]){0,40}$", re.I
)
_ONCE = re.compile(r"\b(?:dulu|dulunya|dahulu|semula|awalnya|tadinya|mulanya|used to)\b[^.,;]{0,40}$", re.I)
# By how much something changed is asked, and told; not what it changed to.
_ASKS_CHANGE = re.compile(
    rf"\b{_CHANGED}(?:nya)? (?:berapa|brp)\b|\b(?:berapa|brp)(?: persen)? {_CHANGED}(?:nya)?\b|"
    r"\b(?:berapa|brp)(?: \w+)? (?:kenaikan|penurunan|pertumbuhan|peningkatan|lonjakan)|"
    r"\bhow much (?:did|has|have) .*\b(?:rise|fall|grow|drop|increase|decrease|decline|jump|risen|fallen|"
    r"grown)\b",
    re.I,
)
_BY = re.compile(
    rf"\b(?:{_CHANGED}|kenaikan|penurunan|pertumbuhan|peningkatan|lonjakan)(?:nya)?"
    r"(?: (?!menjadi|jadi|ke|dari|to|from)[a-z]+){0,2} $",
    re.I,
)
# "Naik Rp 2.000 atau 8 persen": the same once more.
_SAID_AGAIN = re.compile(r"(?:\b(?:atau|yakni|yaitu|or) |\()$", re.I)
# Characters before a number in which what is told of it begins.
_REACH = 80


class _Number(NamedTuple):
    """A number of a sentence, whether it is told of an earlier time, of now, as what something changed by."""

    start: int
    end: int
    then: bool
    now: bool
    by: bool


@lru_cache(maxsize=512)
def _numbers(text: str) -> tuple[_Number, ...]:
    found: list[_Number] = []
    for m in _NUMBER.finditer(text):
        again = bool(found) and found[-1].by and _before(_SAID_AGAIN, text, m.start())
        then = _THEN.match(text, m.end()) is not None or _before(_THEN_IT_WAS, text, m.start())
        now = _before(_NOW, text, m.start())
        found.append(_Number(m.start(), m.end(), then, now, again or _before(_BY, text, m.start())))
    return tuple(found)


def _before(pattern: re.Pattern[str], text: str, at: int) -> bool:
    """Say whether a pattern is met right before a place of a text."""
    return pattern.search(text, max(0, at - _REACH), at) is not None


@lru_cache(maxsize=256)
def _asked(text: str, search_text: str) -> tuple[bool, bool, bool, bool]:
    """Say whether a question asks for an earlier time, for what was before a change, for now, by how much."""
    typed = f"{text} {search_text}"
    patterns = (_ASKS_EARLIER, typed), (_ASKS_FORMER, text), (_ASKS_NOW, typed), (_ASKS_CHANGE, typed)
    earlier, former, now, change = (pattern.search(asked) is not None for pattern, asked in patterns)
    return earlier, former, now, change


def is_moved_from(question: Question, text: str, span: TypedSpan) -> bool:
    """Say whether a date is the one from which something was moved to another, where that is not asked."""
    _, former, _, _ = _asked(question.text, question.search_text)
    moved = _MOVED_FROM.search(text[: span.start]) and _TO.match(text, span.end)
    return bool(moved) and not former


def is_of_its_time(question: Question, text: str, span: TypedSpan) -> bool:
    """Say whether a number can be what is asked of a change: no other than what it was, where that is asked,
    none that it was where it is not, and what it changed by where that is asked and told."""
    earlier, former, now, change = _asked(question.text, question.search_text)
    asked = frozenset(YEAR.findall(question.text))
    earlier = earlier or (
        bool(asked) and asked.isdisjoint(YEAR.findall(text)) and not asked.isdisjoint(years_told(text))
    )
    was = left_behind(text, span) or _is_set_against(text, span)
    numbers = _numbers(text)
    own = [n for n in numbers if n.start < span.end and span.start < n.end]
    # "Tahun lalu 300, naik dari 250 pada tahun sebelumnya": all is told of that year.
    framed = bool(numbers) and _ASKS_EARLIER.search(text, 0, numbers[0].start) is not None
    if earlier and not framed and any(_is_earlier(text, n.start, n.end) for n in numbers if n.then):
        return _is_earlier(text, span.start, span.end)
    if former:
        became = _before(_BECOMES, text, span.start)
        return not became and (was or not _ROSE_FROM.search(text))
    if now and any(n.now for n in numbers):
        return not was and (any(n.now for n in own) or _before(_NOW, text, span.start))
    if change and any(n.by for n in numbers):
        return any(n.by for n in own) or _before(_BY, text, span.start)
    return not was and not (_before(_ONCE, text, span.start) and not _before(_NOW, text, span.start))


def left_behind(text: str, span: TypedSpan) -> bool:
    """Say whether a number is what something was before it changed: "dari 6,5 menjadi …", "naik dari 65"."""
    if not _before(_FROM, text, span.start):
        return False
    before = text[max(0, span.start - _REACH) : span.start]
    rose = any(rise.end() == len(before) for rise in _ROSE_FROM.finditer(before))
    return rose or _TO.match(text, span.end) is not None


def _is_earlier(text: str, start: int, end: int) -> bool:
    """Say whether a number is told of an earlier time, beside others that are not."""
    beside = _numbers(text)
    own = [n.then for n in beside if n.start < end and start < n.end] or [_THEN.match(text, end) is not None]
    return any(own) and any(not n.then for n in beside if n.end <= start or n.start >= end)


def _is_set_against(text: str, span: TypedSpan) -> bool:
    return _before(_SET_AGAINST, text, span.start) and _is_earlier(text, span.start, span.end)
