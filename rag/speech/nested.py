"""Whose words somebody quotes within an own utterance: "Waktu itu dokter bilang, 'Kamu harus istirahat'"."""

from __future__ import annotations

import re

from rag.speech import naming
from rag.speech.capitals import Known
from rag.speech.mentions import mention_at
from rag.speech.subjects import Attribution

_SAYS = "|".join(
    """bilang bilangnya ngomong berkata mengatakan menjawab jawab bertanya tanya nanya berteriak teriak pesan
    berpesan berbisik menulis nulis bercerita cerita menelepon telepon berseru menyuruh minta meminta
    kata katanya berfirman bersabda sahut menyahut nyahut nyeletuk dijawab ditanya
    said says told asked shouted wrote whispered replied answered""".split()
)
_TO_WHOM = (
    r"(?: (?:ke|kepada|pada|sama|oleh|to) (?:\w+ )?\w+| (?:saya|kami|kita|aku|me|us|him|her|them))?"
    r"(?: (?:di|dalam|pada|lewat|melalui|dengan) (?:\w+ ){0,2}\w+)?(?: (?:begini|gini|satu hal))?"
)
# The clause that brings the words in, up to its verb.
_RETOLD = re.compile(
    rf"(?P<clause>(?:[^.!?;:,\"“”\n]*\s)?)(?P<verb>{_SAYS}){_TO_WHOM}(?: bahwa(?: [\w-]+){{0,4}})?[\s,:]*$",
    re.IGNORECASE,
)
# "Kata Abah Suminta waktu itu, 'Gunung ini capek'"
_CUE_FIRST = re.compile(
    r"(?:^|[^\w'’])(?P<verb>[Kk]ata|[Uu]jar|[Pp]esan) "
    r"(?P<who>(?!(?i:saya|aku|kami|kita|orang|anda|kamu|dia|ia|mereka|beliau)\b)[^.!?;:,\"“”\n]{2,50}?)"
    r"(?: (?:waktu itu|saat itu|kala itu|dulu|kemarin|tadi|begini|gini))?[\s,:]*$"
)
# "'Impor tidak akan dibuka.' Begitu kata Pak Arya"
_SO_SAID = re.compile(
    r"[\s'’]*(?:[Bb]egitu|[Dd]emikian|[Gg]itu|Itu)(?:lah)? (?P<verb>kata|ucap|ujar|pesan|jawab|tutur|bilang)"
    r"(?:nya\b| (?=\S))"
)
# "Ini yang bermasalah: 'Mereka tidur di kursi kami'": what is shown, and by nobody told.
_SHOWN = re.compile(r"(?P<clause>[^.!?;\"“”\n]*):\s*$")
# "Di pintu ada yang menempel kertas, 'Dapur di bawah'": by somebody.
_BY_SOMEBODY = re.compile(
    r"\b[Aa]da (?:yang|(?:se)?orang) (?!(?:saya|aku|kami|kita)\b)[^.!?;:\"“”\n]{3,60}[,:]\s*$"
)
# "Mualim saya, Frans, bertanya": who stands between commas before the clause.
_BESIDE = re.compile(rf"[a-z][\w-]+, {naming.FAMILIAR}?(?P<who>[A-Z][\w'’]+(?: [A-Z][\w'’]+){{0,3}}),$")
# Before these stands who was asked or answered, and no speaker.
_ASKED = frozenset("dijawab ditanya".split())
_ALONE = _ASKED | {"katanya"}
_FIRST = frozenset("saya aku kami kita gue gua i we".split())
_ADVERBS = frozenset(
    """juga lalu sempat pernah cuma hanya selalu terus langsung harus malah justru sering suka bahkan kemudian
    akan bisa sudah masih tetap pun kan mau ingin pengin boleh berani yang itu just always once also then only
    even will would could must""".split()
)
# What stands before "saya", where "saya" is no owner: "lalu saya bilang", and not "suami saya bilang".
_LINKS = _ADVERBS | frozenset(
    """dan jadi tapi tetapi kalau jika waktu karena akhirnya sampai saat ketika pas setelah dulu kini sekarang
    begitu bahwa makanya biar supaya di sana situ hari pagi siang malam when and so but if because""".split()
)
_WHO = re.compile(
    r"(?P<who>(?!\w+nya\b)[A-Z][\w'’.]*(?: [A-Z][\w'’.]*){0,4}|\b(?:dia|ia|beliau|mereka|he|she|they))"
    rf"(?: (?:{'|'.join(sorted(_ADVERBS))}))*\s*$"
)


# "Opa bilang", "Ibu bilang": somebody's, whose name is not told.
_NO_NAMES = naming.KIN | frozenset(
    """opa oma bapak ibu papa mama ayah bunda kakek nenek om tante pak bu mas mbak almarhum almarhumah
    mendiang""".split()
)


def retold(text: str, start: int, opening: int, closing: int, known: Known) -> Attribution | None:
    """Read whose words somebody quotes at ``[opening, closing)`` within an own utterance begun at ``start``.

    None where they are the speaker's own; without a mention where nobody is named.
    """
    offset = max(start, opening - 90)
    lead = text[offset:opening]
    if found := _RETOLD.search(lead):
        return _of_clause(text, offset, found, opening, known)
    if (first := _CUE_FIRST.search(lead)) and (
        mention := mention_at(text, offset + first.start("who"), offset + first.end("who"), known)
    ):
        return Attribution(offset + first.start("verb"), opening, first["verb"].lower(), mention, "nested")
    if so := _SO_SAID.match(text, closing + 1):
        mention = None if so.group().endswith("nya") else mention_at(text, so.end(), so.end() + 60, known)
        return Attribution(opening, closing, so["verb"].lower(), mention, "nested")
    if _BY_SOMEBODY.search(lead):
        return Attribution(opening, closing, None, None, "nested")
    if (shown := _SHOWN.search(lead)) and _FIRST.isdisjoint(shown["clause"].lower().split()):
        return Attribution(opening, closing, None, None, "nested")
    return None


def _of_clause(
    text: str, offset: int, found: re.Match[str], opening: int, known: Known
) -> Attribution | None:
    words = found["clause"].split()
    while words and words[-1].lower() in _ADVERBS:
        words.pop()
    cue = found["verb"].lower()
    clause = offset + found.start("clause")
    beside = _BESIDE.search(text, offset, clause) if not words else None
    if _says_it(words) or (not words and beside is None and cue not in _ALONE):
        return None
    if beside is not None:
        mention = mention_at(text, beside.start("who"), beside.end("who"), known)
        return Attribution(clause, opening, cue, mention, "nested")
    who = None if cue in _ASKED else _WHO.search(found["clause"])
    if who is None or who["who"].lower() in _NO_NAMES:
        return Attribution(clause, opening, cue, None, "nested")
    mention = mention_at(text, clause + who.start("who"), clause + who.end("who"), known)
    return Attribution(clause, opening, cue, mention, "nested")


def _says_it(words: list[str]) -> bool:
    """Tell "lalu saya" from "suami saya" at the end of a clause."""
    if not words or words[-1].lower() not in _FIRST:
        return False
    return len(words) == 1 or words[-2].lower() in _LINKS
