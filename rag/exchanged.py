"""What a sentence exchanges within its source: who does it, which place is which, what came first. Pure.

Every word, name and number may stand in the source, and another thing be told with them: "ke Air Mas"
of "terlihat di Air Mas", "Zaini finis keempat" of what Kevin did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from rag.align import align
from rag.calendar_names import OF_DAYS
from rag.glossary import akin, synonyms
from rag.morphology import root
from rag.numerals import NUMBER_SIGN
from rag.spans import PLACE_WORDS, TITLES, names
from rag.speech.cues import AFTER, AFTER_ENGLISH, SAYING
from rag.speech.naming import ROLE_HEADS
from rag.terms import EMPTY, rendered
from rag.wording import Token, norms, tokens
from rag.words import STOPWORDS, stem

# Words by which somebody is said to say something.
REPORTING = AFTER | AFTER_ENGLISH | SAYING | {"menurut", "according"}
# Words that say little of what they lead to ("mencapai Rp2,5 triliun"); days are told of elsewhere.
SAY_LITTLE = frozenset(
    """mencapai berlaku berjumlah berada bernilai sebesar sebanyak sekitar bakal menjadi merupakan terjadi
    memiliki mempunyai melakukan terdapat adanya yakni / -""".split()
).union(OF_DAYS)
# What parts the clauses of a source, each with a doer of its own.
_CLAUSE = re.compile(
    r"[.!?](?!\d)|[;:\"“”\n]|"
    r",? \b(?:sedangkan|sementara|tetapi|tapi|namun|lalu|kemudian|while|but|whereas|then)\b"
)
# What stands between who does something and the deed.
_AUXILIARY = frozenset(
    """telah sudah akan bakal belum tidak tak bukan hanya cuma juga masih sedang tengah pernah bisa dapat
    harus ikut turut sempat langsung baru pun malah justru lebih has have had is are was were be been
    will would can could only also not never""".split()
)
_DEED = re.compile(
    r"(?:me|di|ber|ter(?!akhir|baru|sebut|hadap|utama))[a-z]{4,}|[a-z]{3,}ed|is|are|was|were|has|have|had"
    r"|adalah|merupakan"
)
_ANAPHORIC = frozenset(
    """itu ini tersebut tadi nya ia dia mereka beliau kami kita saya aku the this that these those he she they
    it we i his her their its who which yang keduanya ketiganya""".split()
)
# So much of what is told stands in one clause of the source, and no fewer words of it.
_MOST_OF_IT, _FEWEST = 0.7, 2
_FARTHEST_DOER, _APPOSED = 6, 8
_PREPOSITIONS = frozenset(
    """di ke dari dalam pada untuk bagi kepada oleh melawan atas in at to from for by against over of on
    into""".split()
)
_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,5}"
_ORIGIN = re.compile(rf"({_NAME}),? (?:dari|asal|from|of) ({_NAME})")
# "Lilik adalah mantan direktur …", and how far from it stands who has the office, unless somebody is joined.
_IS = re.compile(rf"({_NAME}) (?:adalah|ialah|merupakan|is|was) (?:the |an? )?([^.,;:()\"“”]+)")
_FORMER_TOO = frozenset("mantan eks bekas former seorang".split())
_BEFORE_OFFICE, _BEHIND_OFFICE = 8, 12
_ENDS = re.compile(r"[.!?](?=\s+[A-Z“\"])|\n")
_JOINING = frozenset("bersama dan dengan kepada oleh serta and with by to of from dari".split())
# A word that takes another's place stands between words of both, most of the sentence's.
_ALIKE, _LONGEST_CHANGE = 0.6, 3
_FIRST = re.compile(r"\b(?:(?:ter)?lebih (?:dulu|dahulu)|duluan)\b", re.IGNORECASE)
# "Pekan lalu" was no step, nor is "Lalu Lintas".
_THEN = re.compile(
    r",? ?\b(?:(?:baru )?(?:setelah|sesudah) itu|(?<=, )lalu|lalu(?= (?:me|di|ber|ter)[a-z]{4})"
    r"|kemudian(?! hari)|selanjutnya|disusul|then|followed by)\b,?"
)
_PHASE = re.compile(rf"[.!?;\n](?!\d)|, |{_THEN.pattern}")
_NEAR_FIRST = 4


def exchanged(told: str, statements: Sequence[str], around: str) -> bool:
    """Say whether a sentence gives to one what its statements tell of another, all by their own words.

    ``around`` is what they stand in. Both are in one language.
    """
    text = "\n".join(statements)
    return (
        any(_done_by_another(clause, told, text, around) for clause in _CLAUSE.split(told))
        or any(_does_what_befell_it(told, each) or _names_cross(told, each) for each in statements)
        or any(_takes_a_place(told, each) for each in statements[:1])
        or _out_of_order(told, text)
    )


def from_elsewhere(told: str, around: str) -> bool:
    """Say whether somebody is told to be from a place, and all that stands around is that of another."""
    mine, there = dict(_origins(told)), list(_origins(around))
    return any(
        theirs and all(place.isdisjoint(other) for other in theirs)
        for who, place in mine.items()
        if (theirs := [other for name, other in there if who and (name <= who or who <= name) and name])
    )


def _origins(text: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield the words of a name and those of the place that it is said to be from."""
    for found in _ORIGIN.finditer(text):
        yield _words_of(found[1]), _words_of(found[2])


def has_anothers_office(told: str, around: str) -> bool:
    """Say whether somebody is told to be what around it only another is: "Lilik adalah mantan direktur"."""
    for found in _IS.finditer(told):
        who = _words_of(found[1])
        office = [n for n in norms(found[2]) if n not in _FORMER_TOO]
        if not who or len(office) < _FEWEST or office[0] not in ROLE_HEADS | TITLES:
            continue
        there = tokens(around)
        at = [i for i in range(len(there)) if [t.norm for t in there[i : i + _FEWEST]] == office[:_FEWEST]]
        if at and not any(who & _beside_office(there, i, around) for i in at):
            return True
    return False


def _beside_office(there: Sequence[Token], at: int, text: str) -> set[str]:
    """Return the words around an office that may name who has it: behind it, and before it where nobody is
    joined between."""
    before = there[max(0, at - _BEFORE_OFFICE) : at]
    joined = max((i for i, t in enumerate(before) if t.norm in _JOINING), default=-1)
    end = _ENDS.search(text, there[at].end)
    behind = [t for t in there[at : at + _BEHIND_OFFICE] if end is None or t.start < end.start()]
    return {t.norm for t in (*before[joined + 1 :], *behind)}


def _words_of(name: str) -> frozenset[str]:
    return frozenset(n for n in norms(name) if n not in EMPTY | TITLES and n[0] != NUMBER_SIGN)


def _done_by_another(clause: str, told: str, text: str, around: str) -> bool:
    """Say whether what somebody does in a clause stands in clauses of the source that name another for it."""
    doer, deed = _parted(clause)
    if not doer or len(deed) < _FEWEST or _ANAPHORIC.issuperset(doer):
        return False
    mine = {stem(n) for n in doer if n not in EMPTY}
    known = {stem(n) for n in norms(told)}
    known |= {near for s in known for near in akin(s)}
    wanted = {stem(n) for n in deed}
    found = False
    for other in _CLAUSE.split(text):
        there = tokens(other)
        held = [i for i, t in enumerate(there) if stem(t.norm) in wanted]
        stems = {stem(t.norm) for t in there}
        if len(wanted & stems) < max(_FEWEST, _MOST_OF_IT * len(wanted)):
            continue
        others = _doer_before(there, held[0])
        if mine & stems or not others or known & {stem(n) for n in others}:
            return False
        if any(root(n) for n in others) and _apposed(mine, {stem(n) for n in others}, around):
            return False
        found = True
    return found


def _parted(told: str) -> tuple[list[str], list[str]]:
    """Return who does something in a sentence, and what: the words of content before its deed and behind.

    What somebody says that "ia" does is done by who says it.
    """
    there = tokens(told)
    at = next((i for i, t in enumerate(there) if t.norm in _AUXILIARY or _DEED.fullmatch(t.norm)), 0)
    if not at or there[0].norm in REPORTING:
        return [], []
    doer = [t.norm for t in there[:at]]
    if there[at].norm in REPORTING and at + 1 < len(there):
        behind = there[at + 1 :]
        if behind[0].norm not in {"ia", "dia", "dirinya", "he", "she"}:
            return [], []
        there, at = behind, 1
    if any(told[one.end : other.start].strip() for one, other in pairwise(tokens(told)[: len(doer)])):
        return [], []  # "Di final, Aulia …"
    if doer[0] in _PREPOSITIONS or not any(n not in EMPTY for n in doer):
        return [], []
    deed = [t.norm for t in there[at:] if t.norm not in EMPTY | _AUXILIARY]
    return doer, deed


def _doer_before(there: Sequence[Token], at: int) -> list[str]:
    """Return the words of content right before a deed that name who does it, none where they only refer."""
    while at and there[at - 1].norm in _AUXILIARY:
        at -= 1
    before = [t.norm for t in there[max(0, at - _FARTHEST_DOER) : at]]
    if any(n in _ANAPHORIC - {"saya"} or n.endswith("nya") or n in REPORTING for n in before):
        return []
    found = [n for n in before if n not in EMPTY | STOPWORDS and n[0] != NUMBER_SIGN]
    return [] if before and before[0] in _PREPOSITIONS else found


def _apposed(mine: Set[str], others: Set[str], around: str) -> bool:
    """Say whether who is told to do it stands near what the source calls who does it: "pelatihnya, Heru"."""
    there = [stem(norm) for norm in norms(around)]
    places = [i for i, s in enumerate(there) if s in mine]
    return any(others & set(there[max(0, i - _APPOSED) : i + _APPOSED + 1]) for i in places)


def _does_what_befell_it(told: str, main: str) -> bool:
    """Say whether a name does something of which it stands only behind in the source, another doing it."""
    mine, there = tokens(told), tokens(main)
    for name in names(told):
        words = _words_of(name.text)
        behind = [t for t in mine if t.start >= name.end]
        deed = next((t for t in behind if t.norm not in _AUXILIARY), None)
        if not words or deed is None or not deed.norm.startswith("me") or deed.norm in REPORTING:
            continue
        meant = root(deed.norm)
        same = [i for i, t in enumerate(there) if t.norm.startswith("me") and root(t.norm) == meant != t.norm]
        if meant and same:
            before, after = ({t.norm for t in side} for side in (there[: same[-1]], there[same[-1] + 1 :]))
            if words <= after and words.isdisjoint(before) and before - EMPTY:
                return True
    return False


def _names_cross(told: str, main: str) -> bool:
    """Say whether of two names each stands where the other does in the source: "di B, lalu ke A"."""
    for slot in (_led_by, _behind_deed):
        mine, there = ({n: slot(text, n, at) for n, at in _placed(text)} for text in (told, main))
        both = [n for n in mine.keys() & there.keys() if mine[n] and there[n]]
        for one in both:
            for other in both:
                if mine[one] != there[one] and mine[one] == there[other] and mine[other] == there[one]:
                    return True
    return False


def _placed(text: str) -> list[tuple[tuple[str, ...], int]]:
    """Return the names of a text that it has once, with where they begin."""
    found = [(tuple(norms(n.text)), n.start) for n in names(text)]
    return [(words, at) for words, at in found if sum(words == other for other, _ in found) == 1]


def _led_by(text: str, name: Sequence[str], at: int) -> str:
    """Return the preposition that leads to a name."""
    before = [n for n in norms(text[:at])[-3:] if n not in PLACE_WORDS]
    return before[-1] if before and before[-1] in _PREPOSITIONS else ""


def _behind_deed(text: str, name: Sequence[str], at: int) -> str:
    """Return the stem of the last word of content before a name, in its clause."""
    clause = re.split(r"[,.;:\"“”]", text[:at])[-1]
    before = [n for n in norms(clause) if n not in EMPTY | PLACE_WORDS | TITLES and n[0] != NUMBER_SIGN]
    return stem(before[-1]) if before else ""


def _takes_a_place(told: str, main: str) -> bool:
    """Say whether a word of content stands between words of the source where that has another."""
    mine, there = ([t.norm for t in tokens(text)] for text in (told, main))
    if not mine or not there:
        return False
    edits = align(mine, there).edits
    equal = sum(e.query[1] - e.query[0] for e in edits if e.op == "equal")
    if equal < _ALIKE * len(mine):
        return False
    stems = {stem(n) for n in there}
    same = [edit for edit in edits if edit.op == "equal"]
    for one, other in pairwise(same):
        changed = (mine[one.query[1] : other.query[0]], there[one.source[1] : other.source[0]])
        new, old = (
            [w for w in side if w not in EMPTY | STOPWORDS | SAY_LITTLE and w[0] != NUMBER_SIGN]
            for side in changed
        )
        if not 0 < len(new) <= _LONGEST_CHANGE or not 0 < len(old) <= _LONGEST_CHANGE:
            continue
        if not any(_means(w, old, stems) for w in new):
            return True
    return False


def _means(word: str, old: Sequence[str], stems: Set[str]) -> bool:
    """Say whether a word is one of the source's, or means one of those whose place it takes."""
    alike = {stem(w) for phrase in synonyms().get((word,), ()) for w in phrase} | set(akin(stem(word)))
    mine = _senses(word)
    return (
        stem(word) in stems
        or word in REPORTING
        or any(stem(w) in alike or root(w) == (root(word) or word) or mine & _senses(w) for w in old)
    )


def _senses(word: str) -> set[str]:
    """Return the stems that render an English word: "halted" and "stopped" share one."""
    return {stem(w) for option in rendered((word,)) for w in option}


def _out_of_order(told: str, text: str) -> bool:
    """Say whether what came first there comes later here, or the other way round."""
    first, first_there = (list(_come_first(t)) for t in (told, text))
    stems = {stem(n) for n in norms(text)}
    if first_there and any(
        word in stems and all(word not in some for some in first_there)
        for some in first
        for word in some[-1:]
    ):
        return True
    phases = [_content(phase) for phase in _PHASE.split(text) if phase]
    parts = [_content(part) for part in _THEN.split(told)]
    for one, other in pairwise(parts) if _THEN.search(text) else ():
        places = [_phase_of(part, phases) for part in (one, other)]
        if None not in places and places[0] > places[1]:  # type: ignore[operator]
            return True
    return False


def _come_first(text: str) -> Iterator[list[str]]:
    """Yield the stems around what came first; what did stands last of those before."""
    for match in _FIRST.finditer(text):
        before = [stem(n) for n in norms(re.split(r"[.!?;,]", text[: match.start()])[-1]) if n not in EMPTY]
        yield before[-_NEAR_FIRST:]


def _content(text: str) -> set[str]:
    return {stem(n) for n in norms(text) if n not in EMPTY | _AUXILIARY | REPORTING and n not in STOPWORDS}


def _phase_of(part: Set[str], phases: Sequence[Set[str]]) -> int | None:
    """Return which phase of the source a part tells, None where none holds more of it than any other."""
    shares = [len(part & phase) for phase in phases]
    best = max(shares, default=0)
    return shares.index(best) if best >= _FEWEST and shares.count(best) == 1 else None
