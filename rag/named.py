"""How well a name fits what is asked for, by whose it is: factors, under 1 for another sort."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.candidate import Sentence
from rag.fit import MISFIT
from rag.holders import holds_it, introduced, is_somebody
from rag.sought import Sought
from rag.spans import Kind, TypedSpan, places
from rag.speech import gazetteer, naming
from rag.voice import does_it, led_as_asked
from rag.words import folded, stem

# An account is written with an "@".
_ACCOUNT, _OF_THAT_FORM = frozenset(map(stem, "akun account".split())), 1.4
# "Nama penjual … itu adalah Seitu".
_IS = re.compile(r"\b(?:adalah|ialah|yaitu|yakni|is|was)\s\W*\Z")
# What may be called by a place's name alone.
_OF_A_PLACE = frozenset(map(stem, "tim klub kubu kontingen delegasi juara lawan team club".split()))
# "Yayasan Kanker Wisnuwardhana" says of itself that it is the yayasan asked about.
_SAYS_OF_ITSELF, _SAYS_NOTHING = 1.4, 0.6
# What a name is led in by where it can be a place: "di SMP Negeri 5 Melati".
_LED_IN = re.compile(
    r"\b(?:di|ke|dari|asal|menuju|pada|kawasan|antara|hingga|sampai|melalui|lewat|at|in|from|to|into|near)\s"
    r"(?:[\w.-]+ ){0,3}\W?$",
    re.IGNORECASE,
)
# "Di aplikasi TikTok": where something is done, and not by whom.
_IN_IT = re.compile(r"\b(?:di|dalam) (?:[a-z]+ ){0,2}$", re.IGNORECASE)
# "Ratih Anjani, an archaeologist at Mahardika University": where somebody is, and not who.
_AT_IT = re.compile(r"\b(?:at|di) (?:the )?$", re.IGNORECASE)
# Whoever dismisses somebody is no successor of his.
_ASKS_SUCCESSOR = re.compile(
    r"(?<!uang )(?<!duit )(?<!dana )\bpengganti(?:nya)?\b"
    r"|\bsiapa(?:kah)? (?:(?:yang|yg|yng|sih) )*(?:meng)?ganti(?:kan|in)\b"
    r"|\bwho (?:(?:will|has|is|was) )?(?:replac|succeed)|\bsuccessor\b",
    re.IGNORECASE,
)
_DISMISSES = re.compile(
    r"\b(?:mencopot|memecat|memberhentikan|menonaktifkan|melengserkan|fired|dismisse[ds]|sack(?:ed|s)|ousted)\b",
    re.IGNORECASE,
)
# What a place, or an event, begins with, which are no tune, team or person.
_SITES = frozenset(
    """kota kabupaten kecamatan desa kelurahan provinsi pulau jalan gedung stadion bandara pelabuhan lapangan
    gunung sungai danau pantai taman masjid jembatan terminal stasiun selat laut teluk kampung dusun waduk
    bendungan""".split()
)
_EVENTS = frozenset(
    """kejuaraan piala liga festival turnamen olimpiade pilkada pemilu kongres konferensi championship cup
    league tournament""".split()
)
_VESSELS = frozenset("km kmp kmn klm kri mv mt".split())
_ASKS_PLATFORM = re.compile(
    r"\b(?:(?:di)?unggah\w*|upload\w*|post\w*|tayang\w*|jual\w*|beli\w*|viral|sebar\w*|platform|aplikasi|media|"
    r"akun|sold?|sell\w*|bought|shared?|online)\b",
    re.IGNORECASE,
)


def _is_place(span: TypedSpan, text: str) -> bool:
    if span.kind is not Kind.NAME and not gazetteer.PLACES.issuperset(folded(span.text)):
        return False
    return any(p.start < span.end and span.start < p.end for p in places(text))


def _is_mere_place(sought: Sought, span: TypedSpan) -> bool:
    """Tell "di Indonesia" from the name of a thing; a team may have its country's."""
    asked = Kind.PLACE in sought.question.expects or not sought.focus.isdisjoint(_OF_A_PLACE)
    return not asked and gazetteer.PLACES.issuperset(folded(span.text))


def is_no_such_thing(sought: Sought, span: TypedSpan) -> bool:
    """Say whether a name is of a place, an event or a platform where another sort of thing is asked for."""
    asks, expects, words = sought.question.asks, sought.question.expects, folded(span.text)
    if Kind.PLACE in expects:
        return (
            asks == "where"
            and words[0] in naming.PLATFORMS
            and not _ASKS_PLATFORM.search(sought.question.text)
        )
    return words[0] in _SITES or (words[0] in _EVENTS | _VESSELS and Kind.PERSON in expects)


def _is_at_work(sentence: Sentence, span: TypedSpan) -> bool:
    """Say whether a name is of the institution at which somebody is."""
    at = _AT_IT.search(sentence.text, 0, span.start)
    return at is not None and not naming.INSTITUTIONS.isdisjoint(folded(span.text))


def named(sought: Sought, sentence: Sentence, span: TypedSpan, inside: Sequence[int]) -> float:
    """Return a factor for a name, by whose it is."""
    question, expects, text = sought.question, sought.question.expects, sentence.text
    inside_it = _is_place(span, sentence.text) or _IN_IT.search(sentence.text, 0, span.start)
    fit = MISFIT if (Kind.PERSON in expects and inside_it) or is_no_such_thing(sought, span) else 1.0
    if Kind.PERSON in expects and question.asks == "who":
        dismisses = _ASKS_SUCCESSOR.search(question.text) and _DISMISSES.search(text, span.end)
        fit *= MISFIT if dismisses or _is_at_work(sentence, span) else 1.0
    if sought.role:
        fit *= holds_it(sentence, span, sought.role, sought.of, sought.stems, question.language)
    if sought.focus & _ACCOUNT and span.text.startswith("@"):
        fit *= _OF_THAT_FORM
    if Kind.NAME in expects and Kind.PERSON not in expects:
        fit *= MISFIT if is_somebody(sentence, span) or _is_mere_place(sought, span) else 1.0
    fit *= 1.0 if sought.role else does_it(question, sought.terms, sentence, span)
    fit *= introduced(text, span, sought.stems, sought.former) * led_as_asked(question, text, span)
    near = sentence.stems[max(0, inside[0] - 2) : inside[-1] + 1]
    predicate = _IS.search(sentence.text, 0, span.start) and sentence.stems[: inside[0]]
    if not sought.focus.isdisjoint(predicate or near):
        fit *= _SAYS_OF_ITSELF
    elif question.asks == "what" and Kind.PLACE in expects:
        fit *= _SAYS_NOTHING
    if question.asks == "where":
        nowhere = span.kind is Kind.PERSON or not _LED_IN.search(sentence.text, 0, span.start)
        fit *= MISFIT if nowhere else 1.0
    return fit
