"""What a source only suspects, plans, allows or makes depend on something, told without that. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from rag.lemmas import lemmas
from rag.negation import is_negation
from rag.terms import EMPTY, translations
from rag.wording import Token, tokens
from rag.words import stem

_SUSPECTED = frozenset(
    """diduga dugaan terduga disangka kabarnya konon tuduhan dituduh suspected suspects suspect alleged
    allegedly reportedly accused""".split()
)
_PLANNED = frozenset(
    """akan bakal berencana rencananya rencana direncanakan hendak ditargetkan menargetkan target targetnya
    dijadwalkan
    will plans planned plan going would scheduled targeted targets""".split()
)
_ESTIMATED = frozenset(
    "diperkirakan perkiraan ditaksir taksiran diprediksi diproyeksikan estimated estimate projected".split()
)
_POSSIBLE = frozenset("mungkin kemungkinan may might could possibly".split())
_THREATENED = frozenset("terancam berpotensi berisiko diancam threatened".split())
# What is told with a reserve in a source, and what keeps one in a sentence.
_RESERVES = (
    (_SUSPECTED, _SUSPECTED | _ESTIMATED | _POSSIBLE),
    (_PLANNED, _PLANNED | _ESTIMATED | frozenset("expected expects berniat ingin".split())),
    (
        _ESTIMATED,
        _ESTIMATED
        | _PLANNED
        | _POSSIBLE
        | _SUSPECTED
        | frozenset("sekitar kira about around some expected".split()),
    ),
    (_POSSIBLE, _POSSIBLE | frozenset("bisa dapat can".split())),
    (_THREATENED, _THREATENED | _POSSIBLE | frozenset("ancaman potensi risiko bisa dapat can risk".split())),
)
# What is aimed at, how it is met, what may stand before that, and what tells behind it that only a part is.
_AIMS = frozenset("target targets".split())
_MET = frozenset("tercapai terpenuhi terlampaui dilampaui met reached achieved exceeded".split())
_BEFORE_MET = frozenset("telah sudah berhasil sukses itu pun was were been".split())
_IN_PART = frozenset("sebagian separuh setengah sekitar hanya baru partly half only about".split())
# What forbids the deed behind it, what tells in a sentence that something is forbidden or not done, and how
# many words of content behind it are forbidden.
_FORBIDS = re.compile(
    r"\b(?:(?:me|di)?larang|jangan(?:lah)?|mengharamkan|forb[ai]d(?:s|den|e)?|bann?(?:ed|s)|prohibit(?:s|ed)?)\b",
    re.IGNORECASE,
)
_FORBIDS_TOO = re.compile(
    rf"{_FORBIDS.pattern}|\b(?:\w*larang\w*|tidak|tak|bukan|tanpa|haram|not|no|never|without|ban|banning)\b",
    re.IGNORECASE,
)
_STRICTLY = frozenset("keras tegas sampai pernah strictly from".split())
_FORBIDDEN = 5
# How many words of content behind a reserve it is of, where what is told is in another language.
_REACH = 3
# What tells that something is done, what is only sought, and how English tells that.
_DONE = frozenset("telah sudah has have had already rampung selesai".split())
_TRIED = frozenset(
    """menjajaki dijajaki mengupayakan diupayakan berupaya mengusulkan diusulkan mengajukan diajukan
    meminta minta diminta menuntut dituntut mendesak didesak mengusahakan mencoba berusaha berharap
    diharapkan berjanji dijanjikan menawarkan ditawarkan mempertimbangkan dipertimbangkan mengkaji
    dikaji membahas dibahas ingin berniat merundingkan menjanjikan mengimbau mengancam""".split()
)
_TRIED_ABROAD = frozenset(
    """explore seek sought look propose proposal ask demand urge try tried attempt hope promise offer
    consider discuss study review request call want intend negotiate suggest submit appeal threaten
    pledge vow plan require need talk wish warn aim expect""".split()
)
RESERVING = frozenset[str]().union(*(kind for kind, _ in _RESERVES))
# What can be done, what must be, and what will be, in both languages.
_MODES = (
    frozenset("bisa dapat boleh mampu sanggup can could may might mungkin".split()),
    frozenset("harus wajib mesti must should shall".split()),
    frozenset("akan bakal will".split()),
)
_MODAL = frozenset[str]().union(*_MODES)
_CONDITION = re.compile(
    r"\b(?:jika|bila|kalau|apabila|asalkan|kecuali|dengan syarat|seandainya|andaikan|if|unless|provided"
    r"(?: that)?|on condition that|as long as|"
    # Elsewhere "asal" is where somebody is from.
    r"asal(?=\s(?:(?-i:[a-z]+)\s)?(?:tidak|bisa|mau|ada|harus|sudah)\b))\b",
    re.IGNORECASE,
)
# What keeps a condition in other words.
_KEPT = re.compile(
    rf"{_CONDITION.pattern}|\b(?:syarat\w*|bersyarat|tergantung|bergantung|saat|ketika|begitu|setelah|usai|hingga|"
    r"sampai|sebelum|selama|tanpa|when|once|after|until|before|without|depend\w*|condition\w*)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;:()\"“”—]|[.!?](?!\d)|\b(?:tetapi|tapi|sedangkan|sementara|karena|sebab|sehingga|but|while|because)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\b(?:dan|serta|and)\b", re.IGNORECASE)
# How much of a clause a sentence tells.
_TOLD, _AS_FACT = 0.5, 0.75


def without_reserve(told: str, main: str, *, english: bool) -> bool:
    """Say whether what is only suspected, planned, possible or conditional there is told as it is.

    ``english`` says that only what is told is in English, and is rendered.
    """
    mine = [token.norm for token in tokens(told)]
    said = {stem(norm) for norm in mine}
    if english:
        said |= {stem(w) for _, options in translations(mine) for option in options for w in option}
    return (
        _unhedged(set(mine), said, main, reach=_REACH if english else 1)
        or _done_already(set(mine), main)
        or _forbidden(told, said, main)
        or (english and _tried_only(set(mine), main))
        or _in_another_mode(told, main)
        or _unconditional(told, said, main)
    )


def _done_already(mine: Set[str], main: str) -> bool:
    """Say whether a sentence tells as done what the source only tells with a reserve."""
    there = {token.norm for token in tokens(main)}
    return bool(
        _DONE & mine and there & (_PLANNED | _ESTIMATED) and not there & _DONE and not mine & RESERVING
    )


def _forbidden(told: str, said: Set[str], main: str) -> bool:
    """Say whether what is forbidden there is told as it is: "kami larang pakai racun"."""
    if _FORBIDS_TOO.search(told):
        return False
    for match in _FORBIDS.finditer(main):
        behind = list(dict.fromkeys(stem(t.norm) for t in tokens(_CLAUSE.split(main[match.end() :])[0])
                                    if t.norm not in EMPTY | _STRICTLY))[:_FORBIDDEN]  # fmt: skip
        elsewhere = {stem(t.norm) for t in tokens(f"{main[: match.start()]}")}
        held = [s for s in behind if s in said and s not in elsewhere]
        if held and len(held) >= _TOLD * len(behind):
            return True
    return False


def _tried_only(mine: Set[str], main: str) -> bool:
    """Say whether what is only sought, asked or promised there is told in English without any such word."""
    there = {token.norm for token in tokens(main)}
    kept = {base for norm in mine for base in (norm, *lemmas(norm))}
    return not there.isdisjoint(_TRIED) and kept.isdisjoint(_TRIED_ABROAD | RESERVING)


def _unhedged(mine: Set[str], said: Set[str], main: str, *, reach: int) -> bool:
    found = tokens(main)
    there = [token.norm for token in found]
    for kind, kept in _RESERVES:
        for i, norm in enumerate(there):
            behind = [n for n in there[i + 1 :] if n not in EMPTY - kind][:reach]
            if (
                norm in kind
                and any(stem(n) in said for n in behind)
                and kept.isdisjoint(mine)
                and there[i + 1] != "that"
                and not (norm in _AIMS and _is_met(found[i + 1 :], said))
            ):
                return True
    return False


def _is_met(behind: Sequence[Token], said: Set[str]) -> bool:
    """Say whether what is aimed at is met, and in whole, by the words behind it."""
    at = next((i for i, t in enumerate(behind) if t.norm in _MET | _AIMS), 0)
    if not at or behind[at].norm in _AIMS:
        return False
    last = behind[at - 1].norm
    limited = any(t.is_number or t.norm in _IN_PART for t in behind[at + 1 : at + 2])
    return not limited and (last in _BEFORE_MET or stem(last) in said or behind[at - 1].is_number)


def _in_another_mode(told: str, main: str) -> bool:
    """Say whether what can be done there must be done here, or the like: "bisa" for "harus"."""
    mine, there = dict(_modes(tokens(told))), list(_modes(tokens(main)))
    known = {deed: {mode for same, mode in there if same == deed} for deed, _ in there}
    return any(deed in known and mode not in known[deed] for deed, mode in mine.items())


def _modes(found: Sequence[Token]) -> Iterator[tuple[str, int]]:
    """Yield the words behind a modal, each with which it is; none that is denied, which another may say."""
    norms = [token.norm for token in found]
    for i, norm in enumerate(norms):
        mode = next((n for n, words in enumerate(_MODES) if norm in words), None)
        if mode is None or any(is_negation(n) for n in norms[max(0, i - 2) : i]):
            continue
        behind = norms[i + 1 : i + 2]
        if behind and behind[0] not in EMPTY | _MODAL:
            yield stem(behind[0]), mode


def _unconditional(told: str, said: Set[str], main: str) -> bool:
    """Say whether what holds under a condition is told without one, or the condition as a fact."""
    if _KEPT.search(told):
        return False
    for found in _CONDITION.finditer(main):
        before, behind = main[: found.start()], main[found.end() :]
        under = _CLAUSE.split(behind, maxsplit=1)
        last = _CLAUSE.split(before.rstrip(" ,"))[-1]
        if before.rstrip()[-1:] in ("", ".", "“", '"', ",") and not _words(last) & said and under[1:]:
            last = _CLAUSE.split(under[1].lstrip(), maxsplit=1)[0]
        depending, condition = _words(_AND.split(last)[-1]), _words(under[0])
        if depending and len(depending & said) >= _TOLD * len(depending):
            return True
        if len(condition) > 1 and len(condition & said) >= _AS_FACT * len(condition):
            return True
    return False


def _words(text: str) -> set[str]:
    return {stem(t.norm) for t in tokens(text) if t.norm not in EMPTY and not t.is_number}
