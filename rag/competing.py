"""Which of several values of a sentence is the one asked for, by whose words each has beside it. Pure.

"Korban luka berat dirawat di RSUD Melati dan luka ringan di Puskesmas Kenanga": somebody was treated at both,
and "luka ringan" stands beside one of them. What is told once for all ("dirawat") counts for those behind it
too. Where nothing tells two apart, neither is given as the answer: the sentence is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from rag.calendar_names import MONTHS, WEEKDAYS, YEAR
from rag.candidate import TELLS_APART, Sentence
from rag.glossary import opposites
from rag.matching import stems_of
from rag.numerals import NUMBER_SIGN, values
from rag.question import Question
from rag.sought import Form, Sought
from rag.spans import Kind, TypedSpan
from rag.terms import EMPTY, Term
from rag.words import folded, stem

# What begins something else than was told before, and what goes on with one more of it.
_CONTRAST = TELLS_APART | frozenset(
    "namun tetapi tapi padahal melainkan berbanding dibanding dibandingkan but although compared".split()
)
_FURTHER = frozenset("dan serta lalu kemudian disusul atau and then plus or".split())
_STRONG, _WEAK = re.compile(r"[;!?]|\.\s"), re.compile(r"[,:)\[\]—–\"“”]|\.\s")
# What opens a place or a receiver before a value: "di Kenanga, 12 rumah".
_PLACING = frozenset("di pada untuk dari in at on for from".split())
# What stands between two values that are given in the order of those named before.
_AND = frozenset("dan and".split())
# In so many words one thing is told with whose it is: "fitur katalog pada WhatsApp".
_ONE_THING, _OF_IT = 5, 3
# What parts two values, the end of a statement or a comma, and what says that one is not so.
_PARTED, _DENYING = re.compile(r"[.?!][\"”’]?\s|,"), frozenset("bukan not".split())
# How much of a word's weight counts that was told before for another, and what a name weighs at least.
_CARRIED, _OF_NAME = 0.8, 3.0
# A word of a question that weighs so much, and is nowhere in a sentence, leaves open which value it means;
# one so heavy that stands beside another value disputes the choice, where that one has so much of the best.
_LACKING, _DISPUTES, _AS_MUCH = 2.0, 2.0, 0.8
# So much that stands beside another value, where nothing does beside the best, disputes the choice as well.
_ALL_OF_IT = 4.0
# So much that stands beside one value alone makes it sure, where nothing else speaks against it.
_SURE, _SURE_FIT = 5.0, 0.6
# "Rp 4 miliar pada 2025"
_IN_YEAR = re.compile(r" (?:[a-z]+ )?(?:pada|tahun|sepanjang|in|for) (?:tahun )?((?:19|20)\d\d)\b")
# What fits so much less than the best is no rival to it, is one that is not shown, or none that is as likely.
_RIVAL, _SHOWN, _LIKELY = 0.25, 0.75, 0.5
# The year of "EXPO 2023" is no rival to a day.
_SAME_SORT = 0.6
_ASKS_ALL = re.compile(r"\b(?:total\w*|jumlah\w*|(?:ke)?seluruh\w*|semua\w*|altogether|in all)\b", re.I)
# How a deed looks, which is no thing that is counted.
_DEED = re.compile(r"(?:me|di|ber|ter)[a-z]{4,}|[a-z]{2,}ed|was|were")
_MERELY = frozenset("cuma cuman hanya only just".split())
BARE_DEEDS = frozenset(
    """tewas selamat rugi tiba lolos luka hilang mati gagal menang kalah naik turun datang pergi sakit tumbang
    karam roboh ambruk rusak putus jatuh lahir wafat cair libur tutup buka unggul survived died sank won lost
    fell rose left came went got took made gave""".split()
)
_WHICH = frozenset(
    """pertama kedua ketiga keempat kelima keenam terakhir first second third fourth fifth last lalu kemarin
    sebelumnya depan mendatang next previous""".split()
)


class Fitting(NamedTuple):
    """A value that fits what is asked, and its words: how well (0..1), with and without what is near it."""

    value: float
    fit: float
    span: TypedSpan
    inside: Sequence[int]


class _Told(NamedTuple):
    """The terms of a question that stand beside a value alone, those that stood before and may go for it
    too, what both weigh, and the deeds (stems) that are told of it alone."""

    own: frozenset[int]
    carried: frozenset[int]
    weight: float
    deeds: frozenset[str]

    @property
    def held(self) -> frozenset[int]:
        return self.own | self.carried


class Settled(NamedTuple):
    """Which value of a sentence is asked for, None where two may be; ``sure`` says that much of the question
    stands beside it and beside no other."""

    span: TypedSpan | None
    sure: bool = False


_OPEN = Settled(None)


def asked_one(sought: Sought, sentence: Sentence, found: Sequence[Fitting]) -> Settled:
    """Return which of the values that fit, one at least, is asked for."""
    question = sought.question
    written = zip(sought.terms, sought.forms_in(sentence.language), strict=True)
    forms = [(wanted, term.weight, term.name) for term, (wanted, *_) in written]
    best = max(found, key=lambda each: each.value)
    rivals = _rivals(question, sentence, found, best)
    terms = [*forms, *_in_order(question)]
    told = _told_of(sentence, terms, rivals)
    mine = told[rivals.index(best)]
    for rival, each in zip(rivals, told, strict=True):
        if rival.fit >= _SHOWN * best.fit and _does_other(forms, each, mine):
            best, mine = rival, each
    others = [
        (rival, each)
        for rival, each in zip(rivals, told, strict=True)
        if rival is not best and _are_beside(sentence, rival, best) and not _does_other(forms, mine, each)
    ]
    of_it = _of_the_year(question, sentence, rivals)
    if of_it is not None and of_it is not best:
        return Settled(of_it.span)
    number = best.span.kind is Kind.NUMBER
    if number and any(_is_undenied(sentence, term) for term in sought.terms if term.negated):
        return _OPEN  # "yang tidak terluka", of which nothing is told
    if not others:
        return _OPEN if not number and _is_one_more(sentence, forms, best) else Settled(best.span)
    if number and any(_AND.issuperset(_between(sentence, rival, best)) for rival, _ in others):
        return _OPEN
    noun = {stem(word) for word in (*question.focus, question.counted) if word}
    counted = {t for t, (wanted, *_) in enumerate(forms) if not noun.isdisjoint(wanted)}
    # Names and places stand beside much that is told of others: only a name tells them apart.
    measured = best.span.kind in (Kind.NUMBER, Kind.DATE)
    telling = {t for t, (*_, name) in enumerate(terms) if measured or name} - counted
    lacking = _is_lacking(sentence, forms)
    other, its = max(others, key=lambda each: (each[1].weight, each[0].value))
    more = its.own & telling - mine.held
    likely = other.fit >= _LIKELY * best.fit
    if (more or (measured and likely and its.own > mine.own)) and its.weight > mine.weight:
        sure = not lacking and other.fit >= _SURE_FIT and _weight(terms, more) >= _SURE
        return Settled(other.span, sure) if other.fit >= _SHOWN * best.fit else _OPEN
    if not mine.own and any(_weight(terms, each.own - counted) >= _ALL_OF_IT for _, each in others):
        return _OPEN  # "dari 3.410 pemilih terdaftar, 2.891 datang"
    if any(
        _weight(terms, each.own & telling - mine.held) >= _DISPUTES and each.weight >= _AS_MUCH * mine.weight
        for _, each in others
    ):
        return _OPEN
    if measured and lacking:
        as_well = (r.fit >= _LIKELY * best.fit and each.own >= mine.own for r, each in others)
        parted = _is_sum(sentence, best, rivals) and not _ASKS_ALL.search(question.text)
        if any(as_well) or parted:
            return _OPEN
    apart = (_weight(terms, mine.own & telling - each.own) >= _SURE for _, each in others)
    return Settled(best.span, not lacking and best.fit >= _SURE_FIT and all(apart))


def _of_the_year(question: Question, sentence: Sentence, rivals: Sequence[Fitting]) -> Fitting | None:
    """Return the one number that is told of a year which is asked for."""
    years = frozenset(YEAR.findall(question.text))
    told = ((rival, _IN_YEAR.match(sentence.text, rival.span.end)) for rival in rivals)
    of_it = [rival for rival, year in told if year and year[1] in years]
    return of_it[0] if len(of_it) == 1 and of_it[0].span.kind is Kind.NUMBER else None


def _is_undenied(sentence: Sentence, term: Term) -> bool:
    """Say whether a sentence has neither what is denied nor its contrary: "tidak hadir" is "absen"."""
    told = {*stems_of(term), *opposites(term.alternatives)}
    return told.isdisjoint(sentence.stems) and told.isdisjoint(sentence.norms)


def _does_other(forms: Sequence[Form], mine: _Told, other: _Told) -> bool:
    """Say whether another value is told of another deed, and the best of the one that is asked about:
    "64 penumpang selamat, dan kapal yang memuat 90 penumpang karam"."""
    alone = mine.own - other.own
    asked = frozenset[str]().union(*(wanted for wanted, *_ in forms))
    mine_asked = any(t >= len(forms) or not forms[t][0].isdisjoint(mine.deeds) for t in alone)
    return mine_asked and not other.deeds <= asked


def _is_lacking(sentence: Sentence, forms: Sequence[Form]) -> bool:
    """Say whether a word of some weight, of what is asked, stands nowhere in a sentence."""
    return any(weight >= _LACKING and wanted.isdisjoint(sentence.stems) for wanted, weight, _ in forms)


def _is_one_more(sentence: Sentence, forms: Sequence[Form], best: Fitting) -> bool:
    """Say whether a name is told as one more thing of its kind than that of a name which is asked about:
    "fitur katalog pada WhatsApp dan fitur LINE Shop" tells what WhatsApp has before "dan"."""
    joints = (i for i, norm in enumerate(sentence.norms) if norm in _AND and i not in best.inside)
    for i in joints:
        sides = sentence.stems[max(0, i - _ONE_THING) : i], sentence.stems[i + 1 : i + 1 + _ONE_THING]
        mine, other = sides if best.inside and best.inside[0] < i else reversed(sides)
        if not best.inside or abs(best.inside[0] - i) > _ONE_THING:
            continue
        things = [n for n, s in enumerate(other) if s in mine and s not in EMPTY and not s[0].isdigit()]
        named = {s for wanted, _, name in forms if name and wanted.isdisjoint(mine) for s in wanted}
        if any(named.intersection(other[n + 1 : n + 1 + _OF_IT]) for n in things):
            return True
    return False


def _are_beside(sentence: Sentence, one: Fitting, other: Fitting) -> bool:
    """Say whether two values are told one beside the other: not as "dari … menjadi", nor as a part and its
    whole, a sum in two currencies, or what is so and what is not."""
    before, behind = sorted((one.span, other.span), key=lambda span: span.start)
    words = _between(sentence, one, other)
    if all(word.isdigit() for word in words):  # "June 3, 2024", "Rp 50 juta ($3,050)"
        return False
    if not _DENYING.isdisjoint(words):
        return False
    marks = _PARTED.findall(sentence.text, before.end, behind.start)
    named = other.span.kind not in (Kind.NUMBER, Kind.DATE)  # "Kunang Ventures, dengan partisipasi …"
    return not words.isdisjoint(_CONTRAST | _FURTHER) or (set(marks) == {","} and not named)


def _rivals(question: Question, sentence: Sentence, found: Sequence[Fitting], best: Fitting) -> list[Fitting]:
    """Return the values that may be meant, in their order, one of each place."""
    least = (_SAME_SORT if best.span.kind is Kind.DATE else _RIVAL) * best.fit
    rivals = [best]
    for each in sorted(found, key=lambda one: -one.value):
        apart = all(each.span.end <= r.span.start or r.span.end <= each.span.start for r in rivals)
        aged = _in_brackets(sentence, each) and not _in_brackets(sentence, best)
        if apart and each.fit >= least and not aged and not _counts_others(question, sentence, each):
            rivals.append(each)
    return sorted(rivals, key=lambda rival: rival.span.start)


def _in_brackets(sentence: Sentence, number: Fitting) -> bool:
    """Tell the age of "Sari Dewi (34)"."""
    span = number.span
    return sentence.text[max(0, span.start - 1) : span.end + 1] == f"({span.text})"


def _counts_others(question: Question, sentence: Sentence, number: Fitting) -> bool:
    """Say whether what stands right behind a number is another thing than is counted: "312 posyandu"."""
    if number.span.kind is not Kind.NUMBER:
        return False
    if not question.counted:
        return False
    if question.counted in folded(number.span.text):  # "6 tahun penjara"
        return False
    behind = sentence.words[number.inside[-1] + 1 :][:1]
    if not behind or sentence.text[number.span.end : behind[0].start] != " ":
        return False
    asked = {s for term in question.terms for phrase in term.alternatives for s in phrase}
    norm = behind[0].norm
    return norm not in EMPTY and not _DEED.fullmatch(norm) and stem(norm) not in asked


def _is_sum(sentence: Sentence, best: Fitting, rivals: Sequence[Fitting]) -> bool:
    """Say whether a number is parted in those behind it: "enam kartu, empat untuk Tirta dan dua untuk …"."""
    behind = [rival for rival in rivals if rival.span.start > best.span.start]
    whole, *parts = (_amount(sentence, each) for each in (best, *behind))
    return bool(whole) and whole in list(accumulate(parts))[1:]


def _amount(sentence: Sentence, number: Fitting) -> int:
    """Return how many a number counts, 0 for one that is not whole."""
    read = [value.lstrip(NUMBER_SIGN) for value, *_ in values([sentence.norms[i] for i in number.inside])]
    return int(read[0]) if read and read[0].isdecimal() else 0


def _between(sentence: Sentence, one: Fitting, other: Fitting) -> set[str]:
    """Return the words between two values."""
    before, behind = sorted((one.span, other.span), key=lambda span: span.start)
    return {w.norm for w in sentence.words if before.end <= w.start and w.end <= behind.start}


def _weight(terms: Sequence[Form], some: Iterable[int]) -> float:
    return sum(max(terms[t][1], _OF_NAME if terms[t][2] else 0.0) for t in some)


def _in_order(question: Question) -> Iterator[Form]:
    """Yield which of several is asked about, by its number or its time: no terms of a question, or light."""
    asked = {*folded(question.text), *folded(question.search_text)}
    if not asked.isdisjoint(_MERELY):
        yield frozenset(map(stem, _MERELY)), _OF_NAME, True
    for norm in asked:
        if norm in _WHICH or norm in MONTHS or norm in WEEKDAYS:
            yield frozenset((stem(norm),)), _OF_NAME, True


def _told_of(sentence: Sentence, terms: Sequence[Form], rivals: Sequence[Fitting]) -> list[_Told]:
    owners = _owners(sentence, [rival.inside for rival in rivals])
    held = [[owners[i] for i, s in enumerate(sentence.stems) if s in wanted] for wanted, *_ in terms]
    deeds = [i for i, norm in enumerate(sentence.norms) if norm in BARE_DEEDS or _DEED.fullmatch(norm)]
    told = []
    for n in range(len(rivals)):
        own = frozenset(t for t, some in enumerate(held) if any(n in owner for owner in some))
        before = frozenset(t for t, some in enumerate(held) if any(min(owner) < n for owner in some)) - own
        does = frozenset(sentence.stems[i] for i in deeds if n in owners[i])
        told.append(_Told(own, before, _weight(terms, own) + _CARRIED * _weight(terms, before), does))
    return told


def _owners(sentence: Sentence, places: Sequence[Sequence[int]]) -> list[tuple[int, ...]]:
    """Return for each word the numbers of the values that it stands beside: -1 for what leads all in, two for
    what stands between two in one clause.

    ``places`` are the indices of the words of each value.
    """
    valued = {i: n for n, inside in enumerate(places) for i in inside}
    owners: list[tuple[int, ...]] = [(-1,)] * len(sentence.words)
    last = -1
    for first, end in _parts(sentence, 0, len(owners), _STRONG, _CONTRAST):
        held = sorted({valued[i] for i in range(first, end) if i in valued})
        if len(held) < 2:
            last = held[0] if held else last
            owners[first:end] = [(last,)] * (end - first)
            continue
        ahead: list[int] = []
        for begin, stop in _parts(sentence, first, end, _WEAK, _CONTRAST | _FURTHER):
            inner = sorted({valued[i] for i in range(begin, stop) if i in valued})
            if inner:
                for i in ahead:
                    owners[i] = (inner[0],)
                ahead, last = [], inner[0]
                for i in range(begin, stop):
                    last = max(last, valued.get(i, last))
                    behind = next((valued[k] for k in range(i + 1, stop) if valued.get(k, last) > last), last)
                    owners[i] = (last,) if behind == last else (last, behind)
            elif last >= held[0] and (ahead or _opens(sentence, begin, stop, valued)):
                ahead += range(begin, stop)
            else:
                owners[begin:stop] = [(last if last >= held[0] else -1,)] * (stop - begin)
        for i in ahead:
            owners[i] = (last,)
    return owners


def _opens(sentence: Sentence, begin: int, stop: int, valued: Mapping[int, int]) -> bool:
    """Say whether a clause without a value leads up to the one behind it, and does not go on the one before:
    "digelar Sabtu, di Stadion Melati, dan Minggu di GOR Kenanga"."""
    if sentence.norms[begin] in _FURTHER:
        return True
    following = next((i for i in range(stop, len(sentence.words)) if i in valued), None)
    if sentence.norms[begin] not in _PLACING or following is None:
        return False
    behind = next((i for i in range(following, len(sentence.words)) if i not in valued), None)
    return behind is None or sentence.norms[behind] not in _PLACING


def _parts(
    sentence: Sentence, first: int, end: int, mark: re.Pattern[str], opening: frozenset[str]
) -> list[tuple[int, int]]:
    """Return the parts of the words ``[first, end)`` between marks and before words that open one."""
    cuts = [
        i
        for i, (one, other) in enumerate(pairwise(sentence.words[first:end]), start=first + 1)
        if other.norm in opening or mark.search(sentence.text, one.end, other.start)
    ]
    return list(pairwise([first, *cuts, end]))
