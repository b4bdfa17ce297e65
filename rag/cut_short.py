"""Whether a quoted string is cut out of what turns it in its source, or puts another word into it. Pure.

"Siapa yang jamin bulan keempat masih dibayar?" says nothing of the sort as "bulan keempat masih dibayar".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.align import Edit
from rag.glossary import akin
from rag.negation import denies, is_negation
from rag.sentences import sentences
from rag.speech.cues import AFTER, AFTER_ENGLISH, SAYING
from rag.terms import EMPTY
from rag.wording import norms
from rag.words import stem

_ASKING = re.compile(
    r"\?|\b(?:(?:mem|di)?pertanya\w*|bertanya\w*|(?:men|di)?tanya\w*|apa|apakah|siapa\w*|kenapa|mengapa|"
    r"bagaimana|gimana|kapan|mana|masa|masak|berapa|ask\w*|question\w*|wonder\w*|whether|wh(?:o|at|y|en|ere|ich)|"
    r"how)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:jika|jikalau|bila|kalau|apabila|asal|asalkan|kecuali|seandainya|andai|andaikan|if|unless|provided)\b",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"[,;:—]|\b(?:tetapi|tapi|namun|melainkan|karena|sehingga|but|because|so)\b", re.IGNORECASE
)
# What somebody else says, or nobody knows.
_REPORTED = (
    AFTER
    | AFTER_ENGLISH
    | SAYING
    | frozenset(
        """told promised promise believe believed think thought hope hoped wish claim claims claimed heard
        dijanjikan janji menjanjikan dengar mendengar kabarnya konon katanya dikira kira mengira berharap
        harap harapan menuduh dituduh tuduhan isu kabar rumor anggapan dianggap menganggap percaya
        seolah seakan""".split()
    )
)
# What is said of it right behind: "itu bohong".
_UNTRUE = frozenset(
    "bohong hoaks fitnah keliru salah mustahil false untrue lie lies myth hoax nonsense wrong".split()
)
# Words before a comma that lead to what somebody says: "Bapak bilang, …".
_LED_BY = 3


def is_turned(piece: str, start: int, end: int, outside: str) -> bool:
    """Say whether ``piece[start:end]`` says another thing alone than in its sentence.

    ``outside`` is what a sentence says beside the quoted string: it may keep what turns it.
    """
    inside = [s for s in sentences(piece) if s.start < end and start < s.end]
    if not inside:
        return False
    before, behind = piece[inside[0].start : start], piece[end : inside[-1].end]
    whole = f"{piece[start:end]} {outside}"
    if piece[: inside[-1].end].rstrip("\"'”’ )").endswith("?") and not _ASKING.search(whole):
        return True
    conditional = _CONDITION.search(before) or _CONDITION.match(behind.lstrip(" ,"))
    if conditional and not _CONDITION.search(whole):
        return True
    beside = set(norms(outside))
    clause = norms(_PARTED.split(before)[-1])
    kept = {stem(norm) for norm in beside}
    if any(n in _REPORTED and stem(n) not in kept for n in clause or norms(before)[-_LED_BY:]):
        return True
    follows = norms(_PARTED.split(behind, maxsplit=1)[0])
    denied = any(is_negation(n) or denies(n) for n in clause) or not _UNTRUE.isdisjoint(follows)
    return denied and not any(is_negation(n) or denies(n) or n in _UNTRUE for n in beside)


def puts_another_word(asked: Sequence[str], there: Sequence[str], edits: Sequence[Edit]) -> bool:
    """Say whether a quoted string has a word of content that its source lacks, or lacks a negation."""
    known = {stem(norm) for norm in there}
    near = {other for s in known for other in akin(s)}
    for edit in edits:
        if edit.op == "equal":
            continue
        mine, theirs = asked[slice(*edit.query)], there[slice(*edit.source)]
        if any(n not in EMPTY and not is_negation(n) and stem(n) not in known | near for n in mine):
            return True
        if any(map(is_negation, mine)) != any(map(is_negation, theirs)):
            return True
    return False
