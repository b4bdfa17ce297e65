"""Utterances that say what a quotation says, in other words or another language.

Never more than a candidate: a number, a negation or a name that conflicts makes it another claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rag.documents import Article, Quote
from rag.glossary import Phrase, akin, opposites, rarity
from rag.negation import denies, is_negation
from rag.numerals import NUMBER_SIGN
from rag.question import analyse
from rag.reversal import speaks_for_another, turns_round
from rag.sentences import sentences
from rag.terms import EMPTY, Term, in_english, is_english, search_words, translations
from rag.wording import Token, tokens
from rag.words import folded, stem

# A text of which less is said there says something else besides.
LEAST_COVERED = 0.4
# What is covered less than by half must hold so much of the text in its own words or their renderings: of 329
# quotations in tests/data/verdicts 4 never said have less, and 1 that was.
HALF, LEAST_HELD = 0.5, 0.42
# The same of what is no name: "TikTok Shop" in both is a topic, and what is said of it may be another thing.
LEAST_SAID = 0.25
# What covers no more than this of a text must be about little else: one sentence of it shares so much of its
# own words. Of 12 paraphrases of lower coverage 11 hold 0.35 or more, of 22 sentences never said 7.
LEAST_ANSWERED, MUCH = 0.35, 0.55
# Less alike than this, what adds a name or conflicts in number or negation is no alteration, but another
# claim: of 10 alterations of reported speech all are above, of 8 sentences never said none.
LEAST_CHANGED = 0.56
# Of so many words of content, fewer than so many in common are a topic.
_SEVERAL, _TOPIC = 3, 2
# Words of content behind a negation that it surely denies, and those that it may (2 took the subject of
# a passive for denied).
_NEXT, _CLAUSE = 1, 8
# Words near in meaning that are looked for beside each, and the share that one of another language counts.
_MOST_NEAR, _ABROAD = 6, 0.7
# Code points between two utterances of one speaker that go on as one: `"…," kata X. "…"`.
_BETWEEN = 120
# Amounts that are no numbers, or not in every language.
_MULTIPLIED = {"doubl": "#2 kali", "tripl": "#3 kali", "quadrupl": "#4 kali"}
_AMOUNTS = {word: word for word in ("sepertiga", "semua", "sebagian")} | {
    "separuh": "#0.5", "separo": "#0.5", "half": "#0.5", "quarter": "#0.25",
    "all": "semua", "seluruh": "semua",
    **{word + end: times for word, times in _MULTIPLIED.items() for end in ("e", "ed", "es", "ing")},
}  # fmt: skip
_TIMES = frozenset("kali times lipat".split())
# Passed over behind a negation: "tidak satu pun ditutup" denies that any was closed, "stopped being wild"
# that they are.
_PASSED = frozenset("satu satupun being".split())
# Right behind these stands what is denied: "nobody called".
_NOBODY = frozenset("nobody nothing neither nowhere".split())
# What fails, or is called off, did not happen: "gagal panen" and "tidak panen" do not conflict.
_FAILING = frozenset("gagal batal urung kegagalan fail failed fails failing".split())
# How a deed begins that is denied: "membantah menerima", and not "membantah menteri".
_DOING = re.compile(r"(?:me(?:m|n|ng|ny|r|l|w)|di|ber)[a-z]{4,}")
# "Stopped paying" and "berhenti membayar" deny it too, "stopped the work" and "berhenti" alone do not.
_ENDING = frozenset("berhenti setop stop stopped stops ceased ceases".split())
_ENDED = re.compile(rf"{_DOING.pattern}|[a-z]{{2,}}ing")
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
    terms = _terms(text)
    if not terms or not utterances:
        return []
    asked = tokens(text)
    named = _names(text, asked)
    likely: list[tuple[Article, Quote, str, list[Token], float]] = []
    for article, quote, said in _readings(text, utterances):
        there = tokens(said)
        held = _held(said, there)
        covered = _covered(terms, held)
        if (
            covered >= LEAST_COVERED
            and (covered >= HALF or _literally(terms, held) >= LEAST_HELD)
            and _says_something(terms, held, _names(said, there))
            and (covered >= MUCH or _answered(terms, said) >= LEAST_ANSWERED)
            and not contradict(asked, there)
            and not (quote.kind == "direct" and speaks_for_another(asked, there))
        ):
            likely.append((article, quote, said, there, covered))
    if not likely:
        return []  # nothing to be embedded
    found: dict[tuple[str, int], Candidate] = {}
    for (article, quote, said, there, covered), cosine in zip(
        likely, cosines([sense(said) for _, _, said, _, _ in likely]), strict=True
    ):
        score = (covered + max(0.0, cosine)) / 2
        place = article.path, quote.start
        against = conflicts(asked, there)
        changed = against or named - _held(said, there)
        if score >= (LEAST_CHANGED if changed else 0.0) and (
            place not in found or score > found[place].score
        ):
            found[place] = Candidate(article, quote, score, against)
    return sorted(found.values(), key=lambda c: (-c.score, c.article.path, c.quote.start))


def wanted(text: str) -> list[dict[str, float]]:
    """Return the stems that an utterance of a text's sense can hold, those of each term with their weight."""
    asked = []
    terms = _terms(text)
    for term, rendered in zip(terms, in_english(terms), strict=True):
        stems = {s: term.weight for option in term.alternatives for s in option}
        near = {o: v * term.weight for s in stems for o, v in akin(s).items()}
        near = dict(sorted(near.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_NEAR])
        abroad = dict.fromkeys(sorted(rendered), _ABROAD * term.weight)
        asked.append(abroad | near | stems)
    return asked


def _terms(text: str) -> list[Term]:
    """Return what a text says, term by term, a number in words as one in digits; no negation."""
    at, plain = 0, ""
    for token in tokens(text):
        if token.is_number:
            plain += text[at : token.start] + token.norm.lstrip(NUMBER_SIGN)
            at = token.end
    return [term for term in analyse(plain + text[at:]).terms if not is_negation(term.surface)]


def _readings(text: str, utterances: Sequence[tuple[Article, Quote]]) -> Iterator[tuple[Article, Quote, str]]:
    """Yield each utterance with what is said in it, for several sentences also with what follows it."""
    several = len(sentences(text)) > 1
    for n, (article, quote) in enumerate(utterances):
        said = said_in(quote)
        yield article, quote, said
        following = utterances[n + 1][1] if several and n + 1 < len(utterances) else None
        if following and _goes_on(article, quote, following):
            yield article, quote, f"{said} {said_in(following)}"


def _goes_on(article: Article, quote: Quote, following: Quote) -> bool:
    """Say whether the next utterance is the same speaker's, with no more than who spoke between."""
    same = quote.article == following.article and quote.speaker == following.speaker and quote.speaker
    between = article.text[quote.end : following.start]
    return bool(same) and 0 <= following.start - quote.end <= _BETWEEN and "\n" not in between


def said_in(quote: Quote) -> str:
    """Return what an utterance says: of indirect speech without who speaks, which says nothing."""
    if quote.kind != "indirect":
        return quote.text
    said = quote.text
    for told in (quote.role, quote.speaker):
        if told and told in said:
            said = said.replace(told, " ", 1)
    return said


def sense(text: str) -> str:
    """Return what a text is embedded by: of English its Indonesian words, for the model knows no English.

    Sentence by sentence: people change their language in mid-speech.
    """
    parts = [text[s.start : s.end] for s in sentences(text)] or [text]
    return " ".join(_rendered(part) if is_english(part) else part for part in parts)


def _rendered(text: str) -> str:
    return search_words(folded(text), frozenset()) or text


def coverage(text: str, others: Iterable[str], language: str) -> float:
    """Return the share (0..1) of the words of content of a text that others hold together; 1 without any.

    Numbers are left out: they are the same or they are not.
    """
    norms = [t.norm for t in tokens(text) if not t.is_number and t.norm not in _SCALES]
    pairs = translations(norms) if language == "en" else [((norm,), ()) for norm in norms]
    wanted = [(source, *targets) for source, targets in pairs if not all(word in EMPTY for word in source)]
    held = set[str]().union(*(_held(other, tokens(other)) for other in others))
    shares = [max(_share(tuple(map(stem, phrase)), held, held) for phrase in options) for options in wanted]
    return sum(shares) / len(shares) if shares else 1.0


def _held(text: str, there: Sequence[Token]) -> set[str]:
    """Return the stems of an utterance, of its sentences in English also those of their renderings."""
    held = {stem(token.norm.lstrip(NUMBER_SIGN)) for token in there}
    for part in sentences(text):
        if is_english(text[part.start : part.end]):
            inside = [token.norm for token in there if part.start <= token.start < part.end]
            held |= {stem(w) for _, options in translations(inside) for option in options for w in option}
    return held


def _covered(terms: Iterable[Term], held: set[str]) -> float:
    """Return the share of the terms' weight that stems hold, synonyms and translations too.

    What one term is found in stands for no other as a word near in meaning.
    """
    distinct = list({term.alternatives: term for term in terms}.values())  # "alun-alun" is one
    exact = {s for t in distinct for option in t.alternatives if held.issuperset(option) for s in option}
    total = sum(term.weight for term in distinct)
    agreed = sum(
        term.weight
        * max((_share(option, held, held - exact) for option in term.alternatives if option), default=0.0)
        for term in distinct
    )
    return agreed / total if total else 0.0


def _literally(terms: Sequence[Term], held: set[str]) -> float:
    """Return the share of the terms' weight of which stems hold all words of a form: none near in meaning."""
    literal = (t.weight for t in terms if any(o and held.issuperset(o) for o in t.alternatives))
    return sum(literal) / sum(t.weight for t in terms)


def _says_something(terms: Sequence[Term], held: set[str], names: set[str]) -> bool:
    """Say whether more is shared than whom, what or how much both are about: some of what is said too.

    ``names`` are the stems that the utterance writes as names: the text's first word does not tell. Of three
    words and more one alone, however rare, is a topic.
    """
    said = [t for t in terms if not t.name and not t.number and names.isdisjoint(t.alternatives[0])]
    if len(terms) >= _SEVERAL and sum(_covered([t], held) > 0 for t in terms) < _TOPIC:
        return False
    return not said or _covered(said, held) >= LEAST_SAID


def _names(text: str, found: Sequence[Token]) -> set[str]:
    """Return the stems of the words that are written as names within a sentence."""
    heads = {next((t.start for t in found if t.start >= s.start), -1) for s in sentences(text)}
    return {
        stem(t.norm)
        for t in found
        if text[t.start].isupper() and t.start not in heads and t.norm not in EMPTY
    }


def _answered(terms: Iterable[Term], said: str) -> float:
    """Return the largest share (0..1) of a sentence's weight that the terms say, themselves or nearly.

    1 for a sentence in English, whose words are rendered in too many ways to be counted so.
    """
    if is_english(said):
        return 1.0
    mine = {s for term in terms for option in term.alternatives for s in option}
    mine |= {other for s in mine for other in akin(s)}
    best = 0.0
    for part in sentences(said):
        there = [s for t in tokens(said, part.start, part.end) if t.norm not in EMPTY for s in [stem(t.norm)]]
        total = sum(map(rarity, there))
        best = max(best, sum(rarity(s) for s in there if s in mine) / total if total else 0.0)
    return best


def _share(stems: Phrase, held: set[str], near: set[str]) -> float:
    """Return the share of stems that are held, those ``near`` also by a word near in meaning."""
    best = (
        1.0 if s in held else max((v for o, v in akin(s).items() if o in near), default=0.0) for s in stems
    )
    return sum(best) / len(stems)


def contradict(asked: Sequence[Token], there: Sequence[Token]) -> bool:
    """Say whether one side states the opposite of what the other states: up and down, for and against, or
    who does it and who bears it."""
    if turns_round(asked, there):
        return True
    denied, stated = _predicates(asked)
    denied_there, stated_there = _predicates(there)
    mine, theirs = stated - stated_there - denied_there, stated_there - stated - denied
    return any(opposites([(word,)]) & theirs for word in mine)


def conflicts(asked: Sequence[Token], there: Sequence[Token]) -> frozenset[str]:
    """Return ``angka`` where numbers differ, ``negasi`` where one side denies what the other states.

    What a side both states and denies ("jalan provinsi, bukan jalan kabupaten") is no evidence.
    """
    flags = set[str]()
    mine, theirs = _amounts(asked), _amounts(there)
    if mine - theirs and theirs - mine:
        flags.add("angka")
    abroad = _in_english(asked) != _in_english(there)
    denied, stated = _predicates(asked, abroad=abroad)
    denied_there, stated_there = _predicates(there, abroad=abroad)
    reached, reached_there = (_predicates(side, _CLAUSE, abroad=abroad)[0] for side in (asked, there))
    denies_it = (denied - stated) & (stated_there - denied_there) - reached_there
    states_it = (denied_there - stated_there) & (stated - denied) - reached
    if denies_it or states_it:
        flags.add("negasi")
    return frozenset(flags)


def _amounts(side: Sequence[Token]) -> set[str]:
    """Return what amounts are compared by: "week ten" is "pekan kesepuluh", "tripled" "tiga kali lipat"."""
    found = set[str]()
    for token, following in zip_longest(side, side[1:]):
        if token.is_number or token.norm in _AMOUNTS:
            amount = _AMOUNTS.get(token.norm) or token.norm.replace(f"{NUMBER_SIGN}ke", NUMBER_SIGN)
            found.add(f"{amount} kali" if following and following.norm in _TIMES else amount)
    return found


def _in_english(side: Sequence[Token]) -> bool:
    return is_english(" ".join(token.norm for token in side))


def _predicates(
    side: Sequence[Token], far: int = _NEXT, *, abroad: bool = False
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
    for n, token in enumerate(side):
        ends = token.norm in _ENDING and n + 1 < len(side) and _ENDED.fullmatch(side[n + 1].norm)
        if is_negation(token.norm) or denies(token.norm) or token.norm in _FAILING or ends:
            reach, skipped = far, int(denies(token.norm) and token.norm not in _NOBODY)
        elif token.norm not in EMPTY and not (reach and token.norm in _PASSED):
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
