"""The short answer in a sentence: the name, number, date or place that was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from rag.asked import ANYBODY, PEOPLE
from rag.candidate import TELLS_APART, Sentence
from rag.competing import Fitting, Settled, asked_one
from rag.dated import dated
from rag.documents import Hit
from rag.fit import (
    IN_MONEY,
    MISFIT,
    SIGNED,
    counts,
    counts_others,
    expressed,
    located,
    stands,
)
from rag.holders import is_no_holder
from rag.morphology import root
from rag.named import is_no_such_thing, named
from rag.question import Question
from rag.sought import Form, Sought
from rag.spans import PLACE_WORDS, TITLES, Kind, TypedSpan, inner_capital, spots, typed_spans
from rag.speech import gazetteer, naming
from rag.voice import nameless_doers
from rag.whose import is_of_another_holder
from rag.words import fold, folded, stem


def _unasked(span: TypedSpan, sentence: Sentence, sought: Sought) -> tuple[TypedSpan | None, list[int]]:
    """Cut the question's own words off the ends of a name; None where nothing else is left.

    Returns the span with the indices of its words: "PT Igas Utama Irene Rusli" answers who leads
    PT Igas Utama with "Irene Rusli".
    """
    asked = sought.stems
    inside = [*sentence.inside(span.start, span.end)]
    if not inside or all(sentence.stems[i] in asked for i in inside):
        return None, []
    if span.kind not in (Kind.PERSON, Kind.NAME):
        return span, inside
    full = len(inside)
    while inside and (sentence.stems[inside[0]] in asked or sentence.words[inside[0]].norm in TITLES):
        inside = inside[1:]
    led = len(inside) < full
    whole = len(inside)
    # "PT Batu Rimba Nikel" is called so, whichever nickel company is asked for.
    while inside and sentence.stems[inside[-1]] in asked and not _COMPANY.match(span.text):
        inside = inside[:-1]
    if not inside or (len(inside) < full and all(sentence.words[i].norm in PLACE_WORDS for i in inside)):
        return None, []
    if len(inside) == full:
        return span, inside
    if len(inside) == 1 and led and _is_the_asked(sentence, span, inside[-1], sought):
        whole_name = [*sentence.inside(span.start, span.end)]
        return (span, whole_name) if span.kind is Kind.NAME else (None, [])
    if len(inside) == 1 < whole and root(sentence.words[inside[0]].norm):
        return None, []  # "Kantor Bupati", "Nama Nirmala", "Pelarian Suprapto": what is left is no name
    start, end = sentence.words[inside[0]].start, sentence.words[inside[-1]].end
    start -= sentence.text[start - 1 : start] == "@"  # no letter, so no part of the word
    kind = Kind.PERSON if led and 2 <= len(inside) <= 4 else Kind.NAME
    return TypedSpan(start, end, kind, sentence.text[start:end]), inside


_COMPANY = re.compile(r"(?:PT|CV|UD|KM|KMP|KRI|MV)\b")


def _is_the_asked(sentence: Sentence, span: TypedSpan, last: int, sought: Sought) -> bool:
    """Say whether what is cut off before the ``last`` word of a span is of the name asked about: "Budi Arie"
    Setiadi, "TikTok" Shop."""
    cut = [i for i in sentence.inside(span.start, span.end) if i < last]
    written = [sentence.text[sentence.words[i].start : sentence.words[i].end] for i in cut]
    named = all(map(inner_capital, written)) or all(sentence.stems[i] in sought.named for i in cut)
    return named and (span.kind is Kind.NAME or sentence.norms[cut[0]] in gazetteer.GIVEN)


# "MEGALUH BARAT, KABAR SAMUDRA - ": where and by whom an article was written.
_DATELINE = re.compile(
    r"(?:(?:[A-Z][A-Z.'-]+,? ){1,4}(?:\([A-Z]\w+\) )?|(?:[A-Z][\w.'-]+ ){1,3}\([A-Z]\w+\) )[-–—] "
)


def _tells(span: TypedSpan, hit: Hit, text: str) -> bool:
    """Say whether a span can be an answer: no lone initial, nor the outlet's name or its dateline."""
    dateline = _DATELINE.match(text)
    if span.kind is not Kind.DATE and dateline and span.start < dateline.end():
        return False
    if span.kind in (Kind.PERSON, Kind.NAME):
        if fold(span.text) in naming.HONORIFICS:
            return False
        lettered = any(len(part) > 2 for part in re.findall(r"\w+", span.text)) or span.text.isupper()
        return lettered and len(span.text) > 1 and fold(span.text) != fold(hit.outlet or "")
    return True


def _is_body(name: str) -> bool:
    """Tell "PHK" and "Satuan Reserse Kriminal" from somebody's name, "Lukman Hakim" too."""
    first, *others = name.lower().split()
    if name.isupper() or first in gazetteer.GIVEN:
        return name.isupper()
    return not naming.OFFICE_WORDS.isdisjoint((first, *others))


def carries_unit(text: str, wanted: Sequence[str]) -> bool:
    """Say whether one of the unit words stands in ``text``; an age may stand in brackets: "(78)"."""
    lowered = text.lower().replace("dollar", "dolar")
    tokens = set(folded(lowered))
    tokens |= {token.removeprefix("se") for token in tokens}  # "sudah sebulan"
    if "umur" in wanted and re.search(r"\(\d{1,3}\)", lowered):
        return True
    # "Naik 60 persen menjadi Rp …": the sign is that of a number behind it.
    return any(u in tokens if u.isalpha() else u in lowered for u in wanted if u != "rp") or (
        "rp" in wanted and re.search(r"\brp\.?\s?\d", lowered) is not None
    )


# What parts a number from a word, in words between them: a comma ("11 orang meninggal, 4 orang hilang"), and
# what tells one thing from another ("juara menerima 3 juta, sedangkan runner-up 1 juta").
_PARTS, _COMMA, _CONTRAST = re.compile(r"[,;]"), 3, 6


def _partings(sentence: Sentence) -> list[int]:
    """Return for each word of a sentence what parts it from the first one."""
    parted = (
        _COMMA * bool(_PARTS.search(sentence.text, one.end, other.start))
        + _CONTRAST * (other.norm in TELLS_APART)
        for one, other in pairwise(sentence.words)
    )
    return [*accumulate(parted, initial=0)]


def _nearness(
    forms: Sequence[Form], sentence: Sentence, inside: Sequence[int], partings: Sequence[int]
) -> float:
    """Return how close the question's words, with their weights, stand to a span (0..1), each by its nearest
    occurrence; not who speaks, who is near all that is said.

    ``partings`` says for each word what parts it from the first: so much farther off it is.
    """
    heard = {stem(word) for speaker in sentence.speakers for word in speaker.words}
    first, last = inside[0], inside[-1]
    own = partings[first]
    near = total = 0.0
    for wanted, weight, name in forms:
        if name and not heard.isdisjoint(wanted):
            continue
        total += weight
        if wanted.isdisjoint(sentence.stems):
            continue
        gaps = [
            max(first - i, i - last) + abs(partings[i] - own)
            for i, s in enumerate(sentence.stems)
            if s in wanted and not first <= i <= last
        ]
        if gaps:
            near += weight / (1 + (min(gaps) - 1) / 4)
    return near / (total or 1.0)


# "Jumlah siswa yang sakit di Desa Melati, Lampung, mencapai 134": what is counted stands at the beginning.
_TOTAL, _COUNTED_WITHIN = frozenset("jumlah total banyaknya number".split()), 3
_COMES_TO = re.compile(
    r"\b(?:mencapai|sebanyak|sebesar|menjadi|adalah|ialah|yakni|yaitu|tercatat|menembus|reached|totall?ed|is|was|to)"
    r"(?: (?:sekitar|hampir|lebih dari|sedikitnya|about|nearly))? $"
)


def _total_of(sought: Sought, sentence: Sentence, span: TypedSpan, inside: Sequence[int]) -> int | None:
    """Return the word of what a number is told to be the total; None for any other number."""
    if span.kind is not Kind.NUMBER or not _COMES_TO.search(sentence.text, 0, span.start):
        return None
    before = sentence.norms[: inside[0]]
    told = next((i for i in reversed(range(len(before))) if before[i] in _TOTAL), None)
    if told is None or not TELLS_APART.isdisjoint(before[told:]):
        return None
    counted = range(told + 1, min(told + 1 + _COUNTED_WITHIN, len(before)))
    return next((i for i in counted if sentence.stems[i] in sought.stems), None)


_INSTITUTIONS = naming.INSTITUTIONS - gazetteer.GIVEN  # "Tirto" is an outlet and a first name


def _of_another_sort(sought: Sought, sentence: Sentence, span: TypedSpan, inside: Sequence[int]) -> bool:
    """Say whether a span is ruled out by what it is, wherever it stands."""
    if span.kind is Kind.NUMBER:
        following = "".join(sentence.norms[inside[-1] + 1 : inside[-1] + 2])
        if counts_others(sought.question, sentence, span, following):
            return True
        asked = sought.stems_abroad if sentence.language == "en" else sought.stems
        return not counts(sought.question, span, following, asked)
    if sought.bodiless and _is_body(span.text):
        return True  # "Apa nama suami Sari?", "Motor merek apa saja?"
    if not sought.role:
        return False
    norms = folded(span.text)
    if span.kind is Kind.NAME and (_is_body(span.text) or gazetteer.PLACES.issuperset(norms)):
        return True
    # "Dirjen Aptika Kementerian Kominfo itu"
    return is_no_holder(span, sought.role) or not _INSTITUTIONS.isdisjoint(norms)


# "4,1 persen menjadi Rp 6,2 triliun": the unit of a number is not that of the next one.
_NEXT_NUMBER = re.compile(r"\d|\b(?:rp|us\$|usd)\b|\$", re.IGNORECASE)
# "Uangnya kembali separuh": of whatever it is measured in.
_PART, _PART_FITS = re.compile(r"(?:separuh|setengah|sepertiga|seperempat)\b", re.IGNORECASE), 0.6


def _measured(
    sought: Sought, sentence: Sentence, span: TypedSpan, inside: Sequence[int], is_total: bool
) -> float:
    """Return a factor for a number by what it counts or is measured in; 0 for one in another unit."""
    if sought.units:
        behind_it = _NEXT_NUMBER.split(sentence.text[span.end : span.end + 12])[0]
        around = sentence.text[max(0, span.start - 3) : span.end] + behind_it
        led = sentence.norms[inside[0] - 1] if inside[0] else ""  # "bermagnitudo 6,3", "umurnya 71"
        if {led.removeprefix("ber"), led.removesuffix("nya")} & {*sought.units} or carries_unit(
            around, sought.units
        ):
            return 1.0
        # "Berapa kali gempa susulan": 41 of those.
        behind = sentence.stems[inside[-1] + 1 :][:2]
        times = sought.question.counted == "kali" and not sought.stems.isdisjoint(behind)
        if not times and _PART.match(span.text):
            return 0.0 if behind and behind[0] in sought.heads else _PART_FITS  # "separuh biaya bibit"
        return 1.0 if times else 0.0
    if span.kind is not Kind.NUMBER or not sought.focus:
        return 1.0
    beside = slice(max(0, inside[0] - 1), inside[-1] + 5)  # "Kilometer 37", "37 kilometer"
    said = not sought.heads.isdisjoint(sentence.stems[beside])
    said = said or (sought.question.counted in ANYBODY and not PEOPLE.isdisjoint(sentence.norms[beside]))
    said = (
        said
        or is_total
        or bool(sought.question.ordered or (sought.focus & IN_MONEY and SIGNED.match(span.text)))
    )
    return expressed(sentence, span, sought.focus) * (1.0 if said else 0.6)


# A place without a name fits less than one that has one.
_UNNAMED = 0.6


def _fit(
    sought: Sought,
    sentence: Sentence,
    span: TypedSpan,
    inside: Sequence[int],
    published: str | None,
    is_total: bool,
) -> float:
    """Return how well a span fits by its kind and by what stands around it; 0 where it cannot be meant.

    ``published`` is the article's ISO date, ``is_total`` says that the span is told to be a total.
    """
    expects = sought.question.expects
    fit = 1.0 - 0.35 * expects.index(span.kind) if span.kind in expects else 0.7
    fit *= _measured(sought, sentence, span, inside, is_total)
    fit *= stands(sought.question, sentence, span, sought.focus)
    if span.kind in (Kind.PERSON, Kind.NAME):
        fit *= named(sought, sentence, span, inside)
    if span.kind is Kind.DATE:
        fit *= 1.0 if any(c.isdigit() for c in span.text) else 0.6
        fit *= dated(sought.question, sentence, span, published)
    if span.kind is Kind.PLACE:
        fit *= MISFIT if is_no_such_thing(sought, span) else 1.0
        fit *= located(sought.question, sentence, span, sought.heads, sought.stems)
        fit *= _UNNAMED if span.text.islower() else 1.0
    return fit


_ASKS_VERB = re.compile(r"\b(?:yang|yg) (\w+)", re.IGNORECASE)


def _opening_country(question: Question, sentence: Sentence) -> Iterator[TypedSpan]:
    """Yield the country that opens a sentence, where a place is asked for, and not whom the sentence has in
    another voice; what else opens one may be no name."""
    verb = _ASKS_VERB.search(question.search_text)
    first = next(iter(sentence.words), None)
    if first is None or first.norm not in gazetteer.COUNTRIES or (verb and verb[1] not in sentence.norms):
        return
    if Kind.PLACE in question.expects and sentence.text[first.start].isupper():
        yield TypedSpan(first.start, first.end, Kind.PLACE, sentence.text[first.start : first.end])


def fitting(sought: Sought, hit: Hit, sentence: Sentence) -> list[Fitting]:
    """Return the spans of a sentence that may be meant, in no order, with how well each fits (over 0)."""
    forms = sought.forms_in(sentence.language)
    numeric = Kind.NUMBER in sought.question.expects
    partings = _partings(sentence) if numeric else [0] * len(sentence.words)
    anothers = is_of_another_holder(sought, sentence)
    found: list[Fitting] = []
    expects = sought.question.expects
    spans = (*typed_spans(sentence.text, expects), *spots(sentence.text, sought.led_in))
    nameless = [*nameless_doers(sought.question, sought.terms, sentence)] if Kind.PERSON in expects else []
    for whole in (*nameless, *_opening_country(sought.question, sentence), *spans):
        span, inside = _unasked(whole, sentence, sought)
        if whole in nameless:  # "Pemkot" is no office to be cut off
            span, inside = whole, [*sentence.inside(whole.start, whole.end)]
        if span is None or not _tells(span, hit, sentence.text):
            continue
        if _of_another_sort(sought, sentence, span, inside):
            continue
        counted = _total_of(sought, sentence, span, inside)
        fit = _fit(sought, sentence, span, inside, hit.date, counted is not None)
        fit *= MISFIT if anothers and span.kind is Kind.NUMBER else 1.0
        place = inside if counted is None else [counted]
        value = fit * (0.3 + 0.7 * _nearness(forms, sentence, place, partings)) if fit else 0.0
        if value:
            found.append(Fitting(value, fit, span, inside))
    return found


def short_answer(sought: Sought, hit: Hit, sentence: Sentence) -> tuple[TypedSpan | None, float]:
    """Return the best span of the asked kind and how well it fits (0..1)."""
    best = max(fitting(sought, hit, sentence), key=lambda each: each.value, default=None)
    return (best.span, best.value) if best else (None, 0.0)


def settled(sought: Sought, hit: Hit, sentence: Sentence) -> Settled:
    """Return the short answer in a sentence where nothing else there may be meant."""
    found = fitting(sought, hit, sentence)
    return asked_one(sought, sentence, found) if found else Settled(None)
