"""Whether words between marks were said by somebody, or are a title, a term, a slogan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.speech.attribution import ASKED_BY, GOES_BACK
from rag.speech.cues import AFTER, AFTER_ENGLISH, ANNOUNCING, BLOCKED, TITLED_WORK
from rag.speech.marks import Quotation
from rag.speech.prose import Unit
from rag.speech.subjects import Attribution

_WORD = re.compile(r"\w+(?:-\w+)*")
# Verbs that call something a name: "menyebut kebijakan itu "gila"".
_NAMING = frozenset(
    """menyebut menyebutkan menuding menilai menganggap disebut menyebutnya menilainya menggambarkannya
    mengibaratkannya""".split()
)
# Verbs that need no comma before the very words.
_SAYING_SO = frozenset("berkata bilang ngomong menjawab mengatakan berujar menyatakan said".split())
_TAKES_UP = frozenset("kata ujar ucap tutur demikian begitu".split())
_BEGINS_ATTRIBUTION = AFTER | AFTER_ENGLISH | _TAKES_UP
_BRIEF = 4  # words of a sentence that may be nothing but the attribution of the one before
# What may stand behind the verb of such a sentence, and is not said.
_BY_THE_WAY = re.compile(
    r"lagi|pula|kemudian|lirih|pelan|singkat|tegas|polos|lantang|heran|again|later|[a-z]+ly|[a-z]+day"
)
_CLOSING = "\"'“”‘’»)]"
_LEAD = 60
# Fewer words in marks within a report may be a term: 'menyebut proses itu "ugal-ugalan"'.
_FEWEST_IN_PART = 3
# "Dalam bukunya, “Pesisir yang Bernyanyi”, ia menulis"
_THEIR_WORK = re.compile(
    r"\b(?:buku|novel|film|lagu|album|puisi|cerpen|artikel|makalah|esai|disertasi|tesis|pameran|kumpulan \w+)"
    r"(?:(?: \w+)?nya(?: \w+)?|(?: [A-Z]\w+){1,3}),$"
)
# What is no prose before a mark: the bullet of a list, a stroke, what the sentence before ended with.
_NOTHING = re.compile(r"[ \t>–—,:;*•-]*(?:\d{1,2}[.)][ \t]+)?")
_POINTED_AT = re.compile(r"\s+(?:itu|tersebut|ini|tadi)\b")
_IN_ONE_BREATH = re.compile(
    r"\b(?:sambil|seraya|sembari|lalu|kemudian) (?:[a-z]+ )?(?:ber|me|ter)[a-z]+[,:]\s*$"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a quotation within its sentence.

    ``lead`` is the prose before it, ``words`` counts its words. ``begins`` tells that nothing stands
    before it, ``opens`` that nothing or a comma or colon does; ``ended`` that it ends as a sentence does
    or with a comma inside, ``closed`` the same or with a comma outside; ``titled`` that the word before
    it announces a title or a term.
    """

    lead: str
    words: int
    capital: bool
    begins: bool
    opens: bool
    ended: bool
    closed: bool
    whole: bool
    titled: bool


def setting(text: str, masked: str, pair: Quotation, left: int) -> Setting:
    """Look around the quotation ``pair``; ``left`` is where its sentence or the last quotation ends."""
    lead = masked[max(left, pair.opening - _LEAD) : pair.opening].rstrip()
    begins = _NOTHING.fullmatch(masked, left, pair.opening) is not None
    last = text[pair.start : pair.end].rstrip("'’‘”\"»)]")[-1:] or ","
    after = text[pair.closing : pair.closing + 1]
    before = _WORD.findall(lead)
    return Setting(
        lead=lead,
        words=len(_WORD.findall(text, pair.start, pair.end)),
        capital=not text[pair.start].islower(),
        begins=begins,
        opens=begins or lead[-1:] in {":", ","},
        ended=last in ",.?!…",
        closed=last in ",.?!…" or after == ",",
        whole=text[pair.end - 1] in ".?!…," or after in {".", ""},
        titled=bool(before)
        and not _CALLED_SO.search(lead)
        and (_is_work(before[-1], lead) or _THEIR_WORK.search(lead) is not None),
    )


# "called the film 'a prayer that forgets it is being filmed'"
_CALLED_SO = re.compile(
    r"\b(?:called|dubbed|described|branded) (?:the|this|that|his|her|its) [a-z]+ (?:as )?$"
)


def _is_work(word: str, lead: str) -> bool:
    return word.lower() in TITLED_WORK and lead[-1:] not in set(".!?,")


def reach(text: str, masked: str, units: Sequence[Unit], n: int, right: int) -> int:
    """Return how far an attribution may stand: on into a next sentence that begins with its cue."""
    if n + 1 == len(units):
        return right
    unit, following = units[n], units[n + 1]
    beside = following.line == unit.line
    exclaims = text[max(0, right - _BRIEF) : right].rstrip(_CLOSING)[-1:] in {"?", "!"}
    if beside and not following.quotations and _is_brief(masked, following, exclaims):
        return following.end
    if beside and GOES_BACK.match(masked, following.start, following.end):
        return following.end
    if beside and exclaims and ASKED_BY.match(masked, following.start, following.end):
        return following.end
    opening = text[following.start : following.start + 12].split(" ")[0].lower().removesuffix("nya")
    near = text.count("\n", right, following.start) <= 2
    return following.end if near and opening in _TAKES_UP else right


def _is_brief(masked: str, unit: Unit, exclaims: bool) -> bool:
    """Tell a sentence that does nothing but attribute the one before: "Sari menegaskan.", "Tom Hardy said.".

    What "Tono mengaku lega" says is a report of its own. What is no verb of saying ("Sari memelas.") stands
    only behind words that ask or exclaim, as ``exclaims`` tells: they end no sentence.
    """
    words = [word.lower() for word in _WORD.findall(masked, unit.start, unit.end)]
    if not words or len(words) > _BRIEF:
        return False
    if words[0].removesuffix("nya") in _BEGINS_ATTRIBUTION:
        return words[1:2] not in (["itu"], ["ini"], ["tersebut"])  # "Usul itu disambut cibiran."
    said = next((n for n, word in enumerate(words) if word in ANNOUNCING or word in AFTER_ENGLISH), None)
    return exclaims if said is None else all(map(_BY_THE_WAY.fullmatch, words[said + 1 :]))


def is_announced(around: Setting, found: Attribution, between: int) -> bool:
    """Tell a quotation that a clause announces from a word in marks within the clause.

    ``between`` counts the words from the end of the reporting clause to the mark.
    """
    before = _WORD.findall(around.lead)
    verb = before[-1].lower() if before else ""
    if around.lead.endswith(","):
        if not around.capital and between > 3:
            return False
        if around.whole and around.words >= 3 and verb in ANNOUNCING:
            return True
    if around.lead.endswith((":", ",")):
        return found.mention is not None or (around.lead.endswith(":") and around.words >= 3)
    if found.rule == "verb before" and verb in _SAYING_SO and between == 0 and around.words >= 5:
        return True
    if not (around.whole and around.capital):
        return False
    if verb in ANNOUNCING and found.rule == "verb before":
        return around.words >= (5 if verb in _NAMING else 2)
    return around.words >= 5 and around.ended


# "Alasannya sederhana: …", "His arithmetic is simple: …"
ANNOUNCED_AS_ONES_OWN = re.compile(
    r"(?P<whose>His|Her) [a-z]|(?:Alasan|Jawaban|Pesan|Harapan|Keluhan|Hitungan|Permintaan|Komentar|"
    r"Prinsip|Resep|Kata|Ujar|Tutur)(?P<its>nya)\b"
)


def is_part(around: Setting, found: Attribution, masked: str, left: int, pair: Quotation) -> bool:
    """Tell words of a speaker's own within a report, 'menyebut itu "langkah panik yang gagal"', from a term.

    ``left`` is where the prose before them begins.
    """
    if around.capital or around.words < _FEWEST_IN_PART or around.titled or found.mention is None:
        return False
    if _POINTED_AT.match(masked, pair.closing):
        return False
    verb = rf"(\w+) {re.escape(found.cue or '')}\b"
    before = re.findall(verb, masked[left : pair.opening]) if found.rule == "verb before" else []
    return not before or before[-1].lower() not in BLOCKED


def stands_alone(around: Setting, stop_after: bool) -> bool:
    """Tell a sentence of its own from a heading in marks; ``stop_after``: a stop or comma follows."""
    return around.words >= 2 and (around.ended or (around.words >= 5 and stop_after))


def continues(text: str, masked: str, pair: Quotation, left: int) -> bool:
    """Tell the second part of an interrupted quotation."""
    lead = masked[left : pair.opening].rstrip()
    titled = _WORD.findall(lead[-_LEAD:])[-1:]
    if titled and titled[0].lower() in TITLED_WORK:
        return False
    return (
        lead.endswith((",", ".", ":", "-", "–", "—")) or len(_WORD.findall(text, pair.start, pair.end)) >= 4
    )


def in_one_breath(masked: str, left: int, pair: Quotation) -> bool:
    """Tell "kata Delima sambil tertawa, …", which goes on, from "sementara ada yang berteriak, …"."""
    return _IN_ONE_BREATH.search(masked, left, pair.opening) is not None
