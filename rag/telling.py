"""Whether a sentence that holds a question's words also tells what is asked. Pure.

A near-miss has the words and no answer: the asked thing is mentioned without its name ("seorang siswi"), or
what is asked about is denied.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from rag.calendar_names import MONTH, WEEKDAY
from rag.candidate import Sentence
from rag.matching import alike_in, all_stems
from rag.question import Question
from rag.spans import TypedSpan
from rag.speech.naming import HONORIFICS, OFFICE_WORDS, ROLE_HEADS
from rag.terms import EMPTY, NEGATIONS, Term
from rag.words import folded, stem

# Words that lead in what is not named.
_INDEFINITE = frozenset(
    """seorang sebuah salah satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sejumlah beberapa
    banyak setiap tiap semua seluruh sebagian ada a an one two three four five six seven eight nine ten
    several some many other""".split()
)
_DENIES = NEGATIONS | frozenset("tak batal urung gagal membantah menampik enggan menolak dilarang".split())
# Words from a negation to what it denies.
_DENIED = 3
# What is behind one of these is no longer denied: "pos tidak terduga bagi pembelian pompa".
_ENDS_DENIAL = frozenset(
    """bagi untuk buat dari di ke pada kepada dengan oleh dalam karena sehingga agar saat ketika namun tetapi
    tapi for from in on at to by with because but when""".split()
)
# Words of an office that many hold.
OF_OFFICES = OFFICE_WORDS | ROLE_HEADS | HONORIFICS
# Characters from a mention to the name that it leads in.
_NAMED = 60


def unnamed(
    stems_asked: Set[str], sentence: Sentence, short: TypedSpan | None, asked: frozenset[str] = frozenset()
) -> bool:
    """Say whether the asked thing is only mentioned: "seorang siswi", "dua pabrik", and no name follows.

    ``asked`` are the question's words: who asks for the scorer of "dua gol" asks for no name of theirs.
    """
    indefinite = _INDEFINITE - asked
    if indefinite.isdisjoint(sentence.norms):
        return False
    mentions = [
        following.end
        for i, (word, following) in enumerate(pairwise(sentence.words))
        if word.norm in indefinite and sentence.stems[i + 1] in stems_asked
    ]
    return bool(mentions) and (short is None or not any(0 < short.start - m < _NAMED for m in mentions))


def denied(stems_asked: Set[str], sentence: Sentence) -> bool:
    """Say whether a word of the question stands right behind a negation."""
    return not _DENIES.isdisjoint(sentence.norms) and any(
        norm in _DENIES
        and sentence.stems[i] not in stems_asked
        and not stems_asked.isdisjoint(_behind(sentence, i + 1))
        for i, norm in enumerate(sentence.norms)
    )


def _behind(sentence: Sentence, start: int) -> Iterator[str]:
    """Yield the stems that a negation before ``start`` denies."""
    for word, stem_ in zip(sentence.words[start:], sentence.stems[start : start + _DENIED], strict=False):
        if word.norm in _ENDS_DENIAL:
            return
        yield stem_


# Words with which a text says that something is not told, or not yet decided.
_WITHHELD = re.compile(
    r"\b(?:belum (?:(?:di|me)\w+|ada|jelas|pasti|tahu|bisa|dapat|bersedia|mau|terungkap|tentu)"
    r"|tidak (?:(?:di|me)(?:nyebut|sebut|rinci|ungkap|ngungkap|jelas|njelas|umum|ketahui)\w*|tahu|ingat"
    r"|bersedia)|enggan|menolak (?:menyebut|merinci|berkomentar|mengungkap|memberi|menjawab|menjelaskan)\w*"
    r"|(?:di|me)rahasiakan"
    r"|masih (?:(?:di|me)\w+|menunggu|dalam)|tanpa (?:menyebut|merinci)\w*"
    r"|(?:did|does|would|has|have|was|were|is|are) not"
    r"|not (?:say|said|disclosed?|named|known|yet|given|decided)|declined to|refused to|undisclosed|unclear"
    r"|unknown|yet to|without (?:naming|saying|giving)|unidentified)\b",
    re.IGNORECASE,
)
_DISPUTED = re.compile(
    r"\b(?:membantah|dibantah|menampik|menepis|menyangkal|mengakui|membenarkan|kabar|tudingan|isu|denie[sd]|"
    r"dismissed|rejected|confirmed|admitted|rumou?rs?)\b",
    re.IGNORECASE,
)
_SAYS = (
    r"(?:(?:kata|ujar|tutur|ucap|ungkap|imbuh|tambah|jelas|tegas|sebut|papar|terang|lanjut|cetus|tulis)(?:nya)?|"
    r"menurut|says?|said|adds?|added|told|mengatakan|menyatakan|menyebut|menuturkan|mengungkapkan|menegaskan|"
    r"menjelaskan|menilai|mengaku|meminta|berharap|menambahkan)"
)
_NAMED_ONE = r"([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*)"
_SPEAKERS = (
    re.compile(rf"\b{_SAYS},? (?:[a-z]\S* ){{0,4}}{_NAMED_ONE}"),
    re.compile(rf"{_NAMED_ONE}(?:, [^,]{{1,50}},)? {_SAYS}\b"),
)
_ASKS_SPEECH = re.compile(
    r"\b(?:kata|katanya|bilang|ngomong|mengatakan|say|said|pendapat|komentar|tanggapan|respons|menurut|according|"
    r"jawaban|sikap|ucapan|pernyataan)\b"
)
_ASKS_NAME = re.compile(r"\b(?:nama|namanya|names?|called|merek|brand|judul|title)\b")
_ASKS_WHICH = re.compile(r"\b(?:mana|which)\b")
_TIME = re.compile(
    rf"\b(?:(?:18|19|20)\d\d|{MONTH}|{WEEKDAY}|kemarin|"
    r"setahun lalu|(?:tahun|bulan|pekan) (?:lalu|ini|depan)|(?:last|this|next) (?:year|month|week)|"
    r"(?:triwulan|semester|kuartal) \w+)\b"
)
# A capitalised word that does not open the sentence, with those behind it.
_NAME = re.compile(r"(?<![.!?\"“] )(?<!^)\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
# Words in which the name of an asked noun follows it: "kampus Universitas Lembayung".
_FOLLOWS = 2
# So many words, or names and numbers, that the question lacks are many.
_MANY_WORDS, _MANY_NAMES = 12, 4


class Asking(NamedTuple):
    """What of a question tells which near-misses to beware of; 0 or 1."""

    speech: float  # what somebody said is asked
    timed: float  # a year, a month or "tahun lalu" is named
    name: float  # a name is asked
    which: float  # one of several is asked
    # … and the forms of ``Question.asks``
    what: float
    who: float
    when: float
    where: float
    howmany: float
    list: float
    identity: float


class Telling(NamedTuple):
    """What of a sentence says that it tells what is asked, or that it does not; each 0..1."""

    withheld: float  # 1 where it says that something is not told or not decided
    withheld_next: float  # 1 where the next one says so
    fresh: float  # the share of its words that the question has not
    fresh_words: float  # how many those are
    fresh_names: float  # how many of its names are not the question's
    fresh_numbers: float
    focus_named: float  # 1 where a name follows the asked noun
    own: float  # 1 where somebody whom the question names speaks
    other: float  # 1 where only others speak
    own_asked: float  # the same where what somebody said is asked
    other_asked: float
    disputed: float  # 1 where it denies or confirms something
    same_time: float  # 1 where it holds a time that the question names
    other_time: float  # 1 where it holds only others
    rival: float  # 1 where the name nearest to the short answer is not the question's


def asking(question: Question) -> Asking:
    """Return which near-misses a question has to beware of."""
    typed = question.text.casefold()
    return Asking(
        speech=float(asks_speech(question)),
        timed=float(bool(_times(question))),
        name=float(_ASKS_NAME.search(typed) is not None),
        which=float(_ASKS_WHICH.search(typed) is not None),
        **{kind: float(question.asks == kind) for kind in Asking._fields[4:]},
    )


def asks_speech(question: Question) -> bool:
    """Say whether what somebody said is asked."""
    return _ASKS_SPEECH.search(question.text.casefold()) is not None


def _times(question: Question) -> set[str]:
    return set(_TIME.findall(f"{question.text.casefold()} {question.search_text}"))


def telling(
    question: Question, terms: Sequence[Term], sentence: Sentence, following: str, short: TypedSpan | None
) -> Telling:
    """Return what a sentence (``following`` comes after it) says of whether it tells what is asked."""
    text = sentence.text
    asked = all_stems(terms)
    known = set(folded(question.text))
    content = [
        s
        for w, s in zip(sentence.words, sentence.stems, strict=True)
        if w.norm not in EMPTY and len(w.norm) > 2
    ]
    fresh = sum(s not in asked for s in content)
    names = [(m.start(), m.end(), not known.isdisjoint(_norms(m.group()))) for m in _NAME.finditer(text)]
    new = sum(not known.issuperset(_norms(text[start:end])) for start, end, _ in names)
    numbers = sum(w.norm[0].isdigit() and w.norm not in known for w in sentence.words)
    speakers = [m.group(1) for pattern in _SPEAKERS for m in pattern.finditer(text)]
    own = any(not known.isdisjoint(_norms(name)) for name in speakers)
    own = own or any(speaks_as(speaker.words, known) for speaker in sentence.speakers)
    other = bool(speakers or sentence.speakers) and not own
    speech = asks_speech(question)
    times, here = _times(question), set(_TIME.findall(text.casefold()))
    return Telling(
        withheld=float(_WITHHELD.search(text) is not None),
        withheld_next=float(_WITHHELD.search(following) is not None),
        fresh=fresh / (len(content) + 1),
        fresh_words=min(1.0, fresh / _MANY_WORDS),
        fresh_names=min(1.0, new / _MANY_NAMES),
        fresh_numbers=min(1.0, numbers / _MANY_NAMES),
        focus_named=float(_focus_named(question, sentence, known)),
        own=float(own),
        other=float(other),
        own_asked=float(own and speech),
        other_asked=float(other and speech),
        disputed=float(_DISPUTED.search(text) is not None),
        same_time=float(bool(times & here)),
        other_time=float(bool(times and here and not times & here)),
        rival=float(short is not None and _rival(names, short)),
    )


# "Siapa tersangka pembakaran itu?": somebody is asked for by what he is.
_ASKS_ONE = re.compile(r"\b(?:siapa(?:kah)? (?:saja )?(?:nama )?|nama )(?!yang\b|nama)(\w+)")

# "Motor saya dirampas", "Heri Susilo, yang ditangkap polisi": who speaks is told to be the one.
_OF_ONESELF = re.compile(r"\b(?:saya|aku)\b", re.IGNORECASE)
_WHO_DID = re.compile(r",? yang\b")


def only_speaks(question: Question, terms: Sequence[Term], sentence: Sentence, short: TypedSpan) -> bool:
    """Say whether it is asked who is something ("siapa tersangkanya"), and a name in a sentence is only of
    who tells of it: nothing there calls anybody so. Both are Indonesian."""
    asked = _ASKS_ONE.search(question.search_text)
    if not asked or question.language != "id" or sentence.language != "id" or asks_speech(question):
        return False
    meant = [term for term in terms if asked[1] in (term.surface, *term.spellings) and not term.name]
    speakers = (m.span(1) for pattern in _SPEAKERS for m in pattern.finditer(sentence.text))
    tells = any(first <= short.start < end or short.start <= first < short.end for first, end in speakers)
    told = _OF_ONESELF.search(sentence.text) or _WHO_DID.match(sentence.text, short.end)
    return tells and bool(meant) and not told and not alike_in(meant, sentence)


def speaks_as(speaker: Sequence[str], asked: Container[str]) -> bool:
    """Say whether somebody, by name and role, may be the one named among the words of a question.

    A name has one word to itself; "kepala dinas" is shared by many.
    """
    content = [w for w in speaker if w not in EMPTY]
    held = [w for w in content if w in asked]
    return any(w not in OF_OFFICES for w in held) or (len(held) > 1 and 2 * len(held) > len(content))


def _norms(text: str) -> set[str]:
    return set(folded(text))


def _focus_named(question: Question, sentence: Sentence, known: Set[str]) -> bool:
    """Say whether a name that the question lacks stands right behind the asked noun."""
    focus = {stem(f) for f in question.focus}
    behind = (
        word
        for i, s in enumerate(sentence.stems)
        if s in focus
        for word in sentence.words[i + 1 : i + 1 + _FOLLOWS]
    )
    return any(sentence.text[word.start].isupper() and word.norm not in known for word in behind)


def _rival(names: Sequence[tuple[int, int, bool]], short: TypedSpan) -> bool:
    """Say whether the name nearest to a short answer is one that the question lacks."""
    around = [
        (min(abs(start - short.end), abs(short.start - end)), own)
        for start, end, own in names
        if not (start < short.end and short.start < end)
    ]
    return bool(around) and not min(around)[1]
