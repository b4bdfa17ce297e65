"""Where a text and what was said contradict each other: other numbers, a denial, the opposite.

Pure, on compared words; of English, where the other side is Indonesian, the renderings count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import chain, pairwise, zip_longest

from rag.calendar_names import MONTHS
from rag.glossary import opposites
from rag.negation import denies, is_negation
from rag.numerals import NUMBER_SIGN
from rag.reversal import turns_round
from rag.sentences import sentences
from rag.terms import EMPTY, is_english, translations
from rag.wording import Token, tokens
from rag.words import stem

# Words of content behind a negation that it surely denies, and those that it may (2 took the subject of
# a passive for denied).
_NEXT, _CLAUSE = 1, 8
# Words behind a negation that it may deny.
_BEHIND = 3
# What begins something else, of which no negation of a deed tells: "tidak bisa masuk karena listrik putus".
_TURNING = frozenset(
    """karena sebab sehingga agar supaya tetapi tapi namun melainkan sedangkan sementara because but while
    so""".split()
)
# "Bukan rumputnya, kami kalah karena …": a cause is denied, for another.
_OF_CAUSES = frozenset(("bukan", "not"))
# Amounts that are no numbers, or not in every language.
_MULTIPLIED = {"doubl": "#2 kali", "tripl": "#3 kali", "quadrupl": "#4 kali"}
_AMOUNTS = {word: word for word in ("sepertiga", "semua", "sebagian")} | {
    "separuh": "#0.5", "separo": "#0.5", "half": "#0.5", "quarter": "#0.25",
    "all": "semua", "seluruh": "semua",
    **{word + end: times for word, times in _MULTIPLIED.items() for end in ("e", "ed", "es", "ing")},
}  # fmt: skip
_TIMES = frozenset("kali times lipat".split())
_ONE = f"{NUMBER_SIGN}1"
_NO_MONTHS = frozenset("may march".split())
# Each unit by its first name here.
_UNITS = {
    name: line.split()[0]
    for line in """hari day days; minggu pekan week weeks; bulan month months; tahun year years;
    jam hour hours; menit minute minutes; detik second seconds; abad century centuries; gram g grams;
    kilogram kg kilo kilograms; ton tons tonne tonnes; meter m metre metres meters;
    kilometer km kilometre kilometres kilometers; hektare hektar ha hectare hectares;
    liter litre litres liters; persen percent; rupiah; dolar dollar dollars; juta million; miliar billion;
    triliun trillion; ribu thousand
    """.split(";")
    for name in line.split()
}
# Passed over behind a negation: "tidak satu pun ditutup" denies that any was closed, "stopped being wild"
# that they are; verbs that say little of what is done ("tidak akan memberi sanksi"), and what stands between
# ("tidak perlu menguras").
_PASSED = frozenset(
    """satu satupun being
    memberi memberikan diberi diberikan berikan melakukan dilakukan lakukan menjatuhkan dijatuhkan jatuhkan
    menjatuhi dijatuhi mengadakan diadakan adakan mengambil diambil ambil membuat dibuat give gave given make
    made take took taken
    perlu usah mau ingin wajib mampu sanggup saling need even""".split()
)
# Right behind these stands what is denied: "nobody called".
_NOBODY = frozenset("nobody nothing neither nowhere".split())
# What fails, or is called off, did not happen: "gagal panen" and "tidak panen" do not conflict.
_FAILING = frozenset("gagal batal urung kegagalan fail failed fails failing".split())
# Each the opposite of the other, in both languages.
_FACING = tuple(
    (re.compile(rf" (?:{one}) "), re.compile(rf" (?:{another}) "))
    for one, another in (
        ("sebelum|sebelumnya|before", "setelah|sesudah|usai|seusai|sehabis|after"),
        ("lebih dari|more than", "kurang dari|(?:less|fewer) than"),
        ("kecuali|unless", "asal|asalkan|provided"),
    )
)
# How often something is meant: "15 kilogram sehari".
_PER = frozenset("sehari seminggu sepekan sebulan setahun daily weekly monthly yearly".split())
# What denies in one language and may be a plain word in the other.
_REFUSING = frozenset(
    "tolak menolak ditolak refuse refused refuses reject rejected cannot tanpa without".split()
)
# How a deed begins that is denied: "membantah menerima", and not "membantah menteri".
_DOING = re.compile(r"(?:me(?:m|n|ng|ny|r|l|w)|di|ber)[a-z]{4,}")
# "Stopped paying" and "berhenti membayar" deny it too, "stopped the work" and "berhenti" alone do not.
_ENDING = frozenset("berhenti berhentilah setop setoplah stop stopped stops ceased ceases".split())
_ENDED = re.compile(rf"{_DOING.pattern}|[a-z]{{2,}}ing")


def denies_anything(text: str) -> bool:
    """Say whether a text denies, refuses or fails anything."""
    norms = [token.norm for token in tokens(text)]
    if any(n in _ENDING and _ENDED.fullmatch(following) for n, following in pairwise(norms)):
        return True
    return any(is_negation(n) or denies(n) or n in _FAILING | _REFUSING for n in norms)


def contradict(asked: Sequence[Token], there: Sequence[Token]) -> bool:
    """Say whether one side states the opposite of what the other states: up and down, for and against, before
    and after, or who does it and who bears it."""
    if turns_round(asked, there):
        return True
    ours, theirs = (f" {' '.join(token.norm for token in side)} " for side in (asked, there))
    for one, another in chain(_FACING, map(reversed, _FACING)):
        if one.search(ours) and another.search(theirs) and not (another.search(ours) or one.search(theirs)):
            return True
    if _in_english(asked) or _in_english(there):
        return _turned_in_english(asked, there)
    denied, stated = _predicates(asked)
    denied_there, stated_there = _predicates(there)
    mine, others = stated - stated_there - denied_there, stated_there - stated - denied
    return any(opposites([(word,)]) & others for word in mine)


def _turned_in_english(asked: Sequence[Token], there: Sequence[Token]) -> bool:
    """Say whether a word that the other side has in no rendering is the opposite of one that this side has in
    none: of two words that render one another nothing is told."""
    (mine, mine_all), (others, others_all) = _senses(asked), _senses(there)
    unmet = set().union(*others) - mine_all
    return any(opposites([(w,) for w in some]) & unmet for some in mine if others_all.isdisjoint(some))


def _senses(side: Sequence[Token]) -> tuple[list[set[str]], set[str]]:
    """Return the stems that each word means, of English its renderings, but for what is denied; and all."""
    means = _renderings(side) if _in_english(side) else {n: {stem(t.norm)} for n, t in enumerate(side)}
    stated = [some for n, some in means.items() if some and not _is_denied(side, n)]
    return stated, set().union(*means.values())


def _is_denied(side: Sequence[Token], n: int) -> bool:
    return any(is_negation(t.norm) or denies(t.norm) for t in side[max(0, n - _BEHIND) : n])


def begun(text: str) -> frozenset[int]:
    """Return where the sentences of a text begin: no negation reaches from one into the next."""
    return frozenset(sentence.start for sentence in sentences(text))


def conflicts(
    asked: Sequence[Token],
    there: Sequence[Token],
    begins: Set[int] = frozenset(),
    begins_there: Set[int] = frozenset(),
) -> frozenset[str]:
    """Return ``angka`` where numbers differ, ``negasi`` where one side denies what the other states.

    What a side both states and denies ("jalan provinsi, bukan jalan kabupaten") is no evidence. Sentences
    begin at ``begins`` and ``begins_there`` (``begun``).
    """
    flags = set[str]()
    abroad = _in_english(asked) != _in_english(there)
    mine, theirs = _amounts(asked), _amounts(there)
    months, months_there = _months(asked), _months(there)
    if (mine - theirs and theirs - mine) or (months - months_there and months_there - months):
        flags.add("angka")
    rates, rates_there = ({t.norm for t in side} & _PER for side in (asked, there))
    if rates and rates_there and rates.isdisjoint(rates_there) and not abroad:
        flags.add("angka")
    measured, measured_there = _measures(asked), _measures(there)
    if any(measured[n].isdisjoint(measured_there[n]) for n in measured.keys() & measured_there.keys()):
        flags.add("angka")
    sides = ((asked, begins), (there, begins_there))
    (denied, stated), (denied_there, stated_there) = (_predicates(*side, abroad=abroad) for side in sides)
    reached, reached_there = (_predicates(*side, _CLAUSE, abroad=abroad)[0] for side in sides)
    denies_it = (denied - stated) & (stated_there - denied_there) - reached_there
    states_it = (denied_there - stated_there) & (stated - denied) - reached
    if denies_it or states_it:
        flags.add("negasi")
    return frozenset(flags)


def _amounts(side: Sequence[Token]) -> set[str]:
    """Return what amounts are compared by: "week ten" is "pekan kesepuluh", "tripled" "tiga kali lipat"."""
    found = set[str]()
    for before, token, following in zip_longest((None, *side[:-1]), side, side[1:]):
        if token is None or (token.norm == _ONE and before and is_negation(before.norm)):
            continue  # "not one of them" is none
        if token.is_number or token.norm in _AMOUNTS:
            amount = _AMOUNTS.get(token.norm) or token.norm.replace(f"{NUMBER_SIGN}ke", NUMBER_SIGN)
            found.add(f"{amount} kali" if following and following.norm in _TIMES else amount)
    return found


def _months(side: Sequence[Token]) -> set[int]:
    """Return the months that a text names; "may" and "march" only beside a number."""
    beside = zip_longest((None, *side[:-1]), side, side[1:])
    return {
        MONTHS[token.norm]
        for before, token, behind in beside
        if token and token.norm in MONTHS
        and (token.norm not in _NO_MONTHS or any(t and t.is_number for t in (before, behind)))
    }  # fmt: skip


def _measures(side: Sequence[Token]) -> dict[str, set[str]]:
    """Return the numbers of a text with the units that they are told in: "enam bulan" is not "six weeks"."""
    found: dict[str, set[str]] = {}
    for token, following in pairwise(side):
        if token.is_number and following.norm in _UNITS:
            found.setdefault(token.norm, set()).add(_UNITS[following.norm])
    return found


def _in_english(side: Sequence[Token]) -> bool:
    return is_english(" ".join(token.norm for token in side))


def _predicates(
    side: Sequence[Token], begins: Set[int] = frozenset(), far: int = _NEXT, *, abroad: bool = False
) -> tuple[set[str], set[str]]:
    """Return the stems up to so many words behind a negation, and all others; none that is empty.

    ``abroad`` says that the other side is in another language: of English the renderings count too.

    Right behind a verb of denial stands who or what it is about, unless it is what was done: "membantah
    kliennya menerima uang", "membantah menerima uang".
    A word of failing denies as well.
    """
    denied, stated = set[str](), set[str]()
    rendered = _renderings(side) if abroad and _in_english(side) else {}
    reach = skipped = 0
    by = ""
    for n, token in enumerate(side):
        first = n == 0 or any(place in begins for place in range(side[n - 1].end, token.start + 1))
        turning = token.norm in _TURNING and reach < far and by not in _OF_CAUSES
        reach = 0 if first or turning else reach
        ends = token.norm in _ENDING and n + 1 < len(side) and _ENDED.fullmatch(side[n + 1].norm)
        if is_negation(token.norm) or denies(token.norm) or token.norm in _FAILING or ends:
            reach, skipped = far, int(denies(token.norm) and token.norm not in _NOBODY)
            by = token.norm
        elif reach and token.norm in _PASSED:
            if n + 1 == len(side):  # "Sanksi tidak akan kami jatuhkan"
                denied |= stated
        elif token.norm not in EMPTY:
            skipped = skipped and int(not _DOING.match(token.norm))
            found = {stem(token.norm)} | rendered.get(n, set())
            (denied if reach and not skipped else stated).update(found)
            reach, skipped = max(0, reach - 1 + skipped), 0
    return denied, stated


def _renderings(side: Sequence[Token]) -> dict[int, set[str]]:
    """Return the stems that words of English are rendered by, each at the last word of its phrase."""
    found, at = dict[int, set[str]](), -1
    for source, options in translations([token.norm for token in side]):
        at += len(source)
        found[at] = {stem(word) for option in options for word in option}
    return found
