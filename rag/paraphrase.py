"""Utterances that say what a quotation says, in other words or another language.

Never more than a candidate: a number, a negation or a name that conflicts makes it another claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rag.conflicts import begun, conflicts, contradict, denies_anything
from rag.documents import Article, Quote
from rag.glossary import Phrase, akin, rarity
from rag.negation import is_negation
from rag.numerals import NUMBER_SIGN
from rag.question import analyse
from rag.reversal import speaks_for_another
from rag.sentences import sentences
from rag.speech import gazetteer
from rag.terms import EMPTY, Term, in_english, is_english, translations
from rag.wording import Token, tokens
from rag.words import stem

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
# A single word of content must be most of a sentence there: "Kuitansi itu masih ada" shares a topic.
_FEW, MOST_OF_IT = 1, 0.5
# Less alike than this, what adds a name or conflicts in number or negation is no alteration, but another
# claim: of 10 alterations of reported speech all are above, of 8 sentences never said none.
LEAST_CHANGED = 0.56
# Of so many words of content, fewer than so many in common are a topic.
_SEVERAL, _TOPIC = 3, 2
# So many in common, themselves or nearly, are hardly there by chance: of the text less must be covered, and
# that in any words, where a sentence there is about little else.
MANY, LEAST_OF_MANY, LEAST_ANSWERED_BY_MANY = 4, 0.35, 0.4
# Words near in meaning that are looked for beside each, and the share that one of another language counts.
_MOST_NEAR, _ABROAD = 6, 0.7
# Of how much the best sentence says, what another must say to be about the same.
_BESIDE_BEST = 0.6
# Code points between two utterances of one speaker that go on as one: `"…," kata X. "…"`.
_BETWEEN = 120
# "di Indonesia" may be said of what goes without saying.
_PLACES = frozenset(map(stem, gazetteer.COUNTRIES | gazetteer.PLACES)) - frozenset(
    map(stem, "indonesia barat timur utara selatan tengah tenggara as".split())
)
_SCALES = frozenset("ribu juta miliar triliun rp thousand million billion trillion".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """An utterance like a quotation: how alike in sense (0..1), the words of content in common, and the flags
    of what conflicts."""

    article: Article
    quote: Quote
    score: float
    shared: int
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
    asked, english = tokens(text), is_english(text)
    named = _names(text, asked)
    likely: list[tuple[Article, Quote, str, list[Token], float, int]] = []
    for article, quote, said in _readings(text, utterances):
        there = tokens(said)
        held = _held(said, there)
        covered = _covered(terms, held)
        if covered < LEAST_OF_MANY:
            continue
        shared = sum(_covered([term], held) > 0 for term in terms)
        if (
            _is_about_it(terms, held, said, covered, shared)
            and _says_something(terms, held, _names(said, there))
            and not contradict(asked, there)
            and not (quote.kind == "direct" and speaks_for_another(asked, there))
        ):
            likely.append((article, quote, said, there, covered, shared))
    if not likely:
        return []  # nothing to be embedded
    begins = begun(text)
    found: dict[tuple[str, int], Candidate] = {}
    for (article, quote, said, there, covered, shared), cosine in zip(
        likely, cosines([said for _, _, said, *_ in likely]), strict=True
    ):
        score = (covered + max(0.0, cosine)) / 2
        place = article.path, quote.start
        against = conflicts(asked, there, begins, begun(said))
        if english != is_english(said):
            against |= _denied_alone(text, said, terms)
        if _is_elsewhere(terms, said, article):
            against |= {"nama"}
        changed = against or named - _held(said, there)
        if score >= (LEAST_CHANGED if changed else 0.0) and (
            place not in found or score > found[place].score
        ):
            found[place] = Candidate(article, quote, score, shared, against)
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


def coverage(text: str, others: Iterable[str], language: str) -> float:
    """Return the share (0..1) of the words of content of a text that others hold together; 1 without any.

    Numbers are left out: they are the same or they are not.
    """
    shares = [share for _, share in held_words(text, others, language)]
    return sum(shares) / len(shares) if shares else 1.0


def held_words(
    text: str, others: Iterable[str], language: str, *, nearly: bool = True
) -> list[tuple[Phrase, float]]:
    """Return the words of content of a text, numbers apart, each with the share (0..1) that others hold.

    They hold it itself or rendered, ``nearly`` also by a word near in meaning; of English, phrases of the
    glossary are one.
    """
    norms = [t.norm for t in tokens(text) if not t.is_number and t.norm not in _SCALES]
    pairs = translations(norms) if language == "en" else [((norm,), ()) for norm in norms]
    wanted = [(source, *targets) for source, targets in pairs if not all(word in EMPTY for word in source)]
    held = set[str]().union(*(_held(other, tokens(other)) for other in others))
    near = held if nearly else set[str]()
    return [
        (options[0], max(_share(tuple(map(stem, phrase)), held, near) for phrase in options))
        for options in wanted
    ]


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
        * max((_share(option, held, near) for option, near in _options(term, held - exact)), default=0.0)
        for term in distinct
    )
    return agreed / total if total else 0.0


def _options(term: Term, others: set[str]) -> Iterator[tuple[Phrase, set[str]]]:
    """Yield what stands for a term, with the stems among which a word near in meaning is looked for: near to
    the word itself, for what is near to a synonym ("mundur", of "mengundurkan diri") is a step too far."""
    for n, option in enumerate(term.alternatives):
        if option:
            yield option, set() if n or len(set(option)) > 1 else others


def _literally(terms: Sequence[Term], held: set[str]) -> float:
    """Return the share of the terms' weight of which stems hold all words of a form: none near in meaning."""
    literal = (t.weight for t in terms if any(o and held.issuperset(o) for o in t.alternatives))
    return sum(literal) / sum(t.weight for t in terms)


def _is_about_it(terms: Sequence[Term], held: set[str], said: str, covered: float, shared: int) -> bool:
    """Say whether so much of a text stands in an utterance that it may say the same.

    Of three words and more one alone, however rare, is a topic.
    """
    if len(terms) >= _SEVERAL and shared < _TOPIC:
        return False
    least = LEAST_ANSWERED_BY_MANY if shared >= MANY else None
    if covered >= LEAST_COVERED and (covered >= HALF or _literally(terms, held) >= LEAST_HELD):
        least = MOST_OF_IT if len(terms) <= _FEW else LEAST_ANSWERED if covered < MUCH else 0.0
    return least is not None and (least == 0.0 or _answered(terms, said) >= least)


def _says_something(terms: Sequence[Term], held: set[str], names: set[str]) -> bool:
    """Say whether more is shared than whom, what or how much both are about: some of what is said too.

    ``names`` are the stems that the utterance writes as names: the text's first word does not tell.
    """
    said = [t for t in terms if not t.name and not t.number and names.isdisjoint(t.alternatives[0])]
    return not said or _covered(said, held) >= LEAST_SAID


def _names(text: str, found: Sequence[Token]) -> set[str]:
    """Return the stems of the words that are written as names within a sentence."""
    heads = {next((t.start for t in found if t.start >= s.start), -1) for s in sentences(text)}
    return {
        stem(t.norm)
        for t in found
        if text[t.start].isupper() and t.start not in heads and t.norm not in EMPTY
    }


def _is_elsewhere(terms: Iterable[Term], said: str, article: Article) -> bool:
    """Say whether a text names a place that the whole article does not, or that the utterance has another
    instead of: "di Singapura" for "di Inggris"."""
    named = [set().union(*term.alternatives) & _PLACES for term in terms if term.name]
    named = [places for places in named if places]
    held = _held(said, tokens(said))
    lacking = [places for places in named if held.isdisjoint(places)]
    if not lacking:
        return False
    whole = f"{article.title or ''}\n{article.text}"
    there = _held(whole, tokens(whole))
    others = (held & _PLACES) - set().union(*named)
    return bool(others) or any(there.isdisjoint(places) for places in lacking)


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


def _denied_alone(text: str, said: str, terms: Sequence[Term]) -> frozenset[str]:
    """Return ``negasi`` where of a text and its like in another language one alone denies anything: word for
    word they cannot be compared.

    Of what was said only the sentences count that say some of it; of a text that denies nothing, those that
    say about as much of it as any.
    """
    parts = [said[s.start : s.end] for s in sentences(said)] or [said]
    covered = [_covered(terms, _held(part, tokens(part))) for part in parts]
    mine = denies_anything(text)
    least = max(LEAST_COVERED / 2, 0.0 if mine else _BESIDE_BEST * max(covered))
    shared = [part for part, share in zip(parts, covered, strict=True) if share >= least]
    theirs = any(map(denies_anything, shared or parts))
    return frozenset({"negasi"} if mine != theirs else ())
