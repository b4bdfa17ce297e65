"""Utterances that say what a quotation says, in other words or another language.

Never more than a candidate: a number, a negation or a name that conflicts makes it another claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rag.documents import Article, Quote
from rag.glossary import Phrase, akin, opposites
from rag.negation import denies, is_negation
from rag.question import analyse
from rag.terms import EMPTY, Term, language_of, translations
from rag.wording import NUMBER_SIGN, Token, tokens
from rag.words import stem

# A text of which less is said there says something else besides.
LEAST_COVERED = 0.4
# The same of what is no name: "TikTok Shop" in both is a topic, and what is said of it may be another thing.
LEAST_SAID = 0.25
# Words of content behind a negation that it surely denies, and those that it may (2 took the subject of
# a passive for denied).
_NEXT, _CLAUSE = 1, 8
# Amounts that are no numbers, or not in every language.
_AMOUNTS = {word: word for word in ("sepertiga", "seluruh", "semua", "sebagian")} | {
    "separuh": "#0.5", "separo": "#0.5", "half": "#0.5", "quarter": "#0.25", "all": "semua",
}  # fmt: skip


_SCALES = frozenset("ribu juta miliar triliun rp thousand million billion trillion".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """An utterance like a quotation: how alike in sense (0..1), and the flags of what conflicts."""

    article: Article
    quote: Quote
    score: float
    conflicts: frozenset[str]


def candidates(
    text: str,
    utterances: Sequence[tuple[Article, Quote]],
    cosines: Callable[[list[str]], Sequence[float]],
) -> list[Candidate]:
    """Return the utterances, those most alike in sense first, ties by article and place.

    ``cosines`` returns the similarity (-1..1) of the quotation to each text.
    """
    terms = analyse(text).terms
    if not terms or not utterances:
        return []
    asked = tokens(text)
    found = []
    cosine_of = cosines([sense(q.text) for _, q in utterances])
    for (article, quote), cosine in zip(utterances, cosine_of, strict=True):
        there = tokens(quote.text)
        if not contradict(asked, there):
            held = _held(quote.text, there)
            covered = _covered(terms, held)
            if covered >= LEAST_COVERED and _says_something(terms, held):
                score = (covered + max(0.0, cosine)) / 2
                found.append(Candidate(article, quote, score, conflicts(asked, there)))
    return sorted(found, key=lambda c: (-c.score, c.article.path, c.quote.start))


def sense(text: str) -> str:
    """Return what a text is embedded by: of English its Indonesian words, for the model knows no English."""
    return (analyse(text).search_text or text) if language_of(text) == "en" else text


def coverage(text: str, others: Iterable[str], language: str) -> float:
    """Return the share (0..1) of the words of content of a text that others hold together; 1 without any.

    Numbers are left out: they are the same or they are not.
    """
    norms = [t.norm for t in tokens(text) if not t.is_number and t.norm not in _SCALES]
    pairs = translations(norms) if language == "en" else [((norm,), ()) for norm in norms]
    wanted = [(source, *targets) for source, targets in pairs if not all(word in EMPTY for word in source)]
    held = set[str]().union(*(_held(other, tokens(other)) for other in others))
    shares = [max(_share(tuple(map(stem, phrase)), held) for phrase in options) for options in wanted]
    return sum(shares) / len(shares) if shares else 1.0


def _held(text: str, there: Sequence[Token]) -> set[str]:
    """Return the stems of an utterance, of one in English also those of its words' renderings."""
    held = {stem(token.norm.lstrip(NUMBER_SIGN)) for token in there}
    if language_of(text) == "en":
        renderings = translations([token.norm for token in there])
        held |= {stem(word) for _, options in renderings for option in options for word in option}
    return held


def _covered(terms: Iterable[Term], held: set[str]) -> float:
    """Return the share of the terms' weight that stems hold, synonyms and translations too."""
    total = agreed = 0.0
    for term in {term.alternatives: term for term in terms}.values():  # "alun-alun" is one
        total += term.weight
        agreed += term.weight * max(
            (_share(option, held) for option in term.alternatives if option), default=0.0
        )
    return agreed / total if total else 0.0


def _says_something(terms: Sequence[Term], held: set[str]) -> bool:
    """Say whether more is shared than whom or what both are about: some of what is said of it too."""
    said = [term for term in terms if not term.name]
    return not said or _covered(said, held) >= LEAST_SAID


def _share(stems: Phrase, held: set[str]) -> float:
    best = (
        1.0 if s in held else max((v for o, v in akin(s).items() if o in held), default=0.0) for s in stems
    )
    return sum(best) / len(stems)


def contradict(asked: Sequence[Token], there: Sequence[Token]) -> bool:
    """Say whether one side states the opposite of what the other states: up and down, for and against."""
    denied, stated = _predicates(asked)
    denied_there, stated_there = _predicates(there)
    mine, theirs = stated - stated_there - denied_there, stated_there - stated - denied
    return any(opposites([(word,)]) & theirs for word in mine)


def conflicts(asked: Sequence[Token], there: Sequence[Token]) -> frozenset[str]:
    """Return ``angka`` where numbers differ, ``negasi`` where one side denies what both say."""
    flags = set[str]()
    mine, theirs = (
        {_AMOUNTS.get(t.norm, t.norm) for t in side if t.is_number or t.norm in _AMOUNTS}
        for side in (asked, there)
    )
    if mine - theirs and theirs - mine:
        flags.add("angka")
    denied, stated = _predicates(asked)
    denied_there, stated_there = _predicates(there)
    reached, reached_there = _predicates(asked, _CLAUSE)[0], _predicates(there, _CLAUSE)[0]
    if (denied & stated_there) - reached_there or (denied_there & stated) - reached:
        flags.add("negasi")
    return frozenset(flags)


def _predicates(side: Sequence[Token], far: int = _NEXT) -> tuple[set[str], set[str]]:
    """Return the stems up to so many words behind a negation, and all others; none that is empty.

    Right behind a verb of denial stands who or what it is about: "membantah kliennya menerima uang".
    """
    denied, stated = set[str](), set[str]()
    reach = skipped = 0
    for token in side:
        if is_negation(token.norm) or denies(token.norm):
            reach, skipped = far, int(denies(token.norm))
        elif token.norm not in EMPTY:
            (denied if reach and not skipped else stated).add(stem(token.norm))
            reach, skipped = max(0, reach - 1 + skipped), 0
    return denied, stated
