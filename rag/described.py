"""The sentences of retrieved passages, described as answers to a question: what of it they hold, who speaks.

Pure: question and passages in, sentences with features out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from rag.asked_speaker import asked_speaker, asks_speaker
from rag.candidate import Sentence, Speaker, statements
from rag.defining import asks_office
from rag.documents import Hit, Quote
from rag.features import Features, describe
from rag.glossary import Phrase, rarity
from rag.morphology import root
from rag.numerals import values
from rag.question import Question
from rag.sought import Sought
from rag.spans import TypedSpan
from rag.telling import Telling, asks_speech, telling
from rag.terms import EMPTY, Term, rendered
from rag.words import Word, fold, folded, stem, words

# A word typed without its vowels.
_VOWELLESS, _VOWELS = re.compile(r"[bcdfghjklmnpqrstvwxyz]{3,7}"), re.compile(r"[aeiou]")
# Digits that a number has at the most where it is written in one way only, and its sign.
_LARGE = 4
# Letters of a name that is written in one word or two, and of each of the two.
_LONG, _PART = 6, 3
QuotesIn = Callable[[Sequence[str]], Sequence[Quote]]


def unquoted(ids: Sequence[str]) -> Sequence[Quote]:
    """Return nobody's words, whatever the passages: where there is no catalog."""
    return ()


def _mend(
    terms: Sequence[Term], asked_text: str, found: Sequence[Sentence], labels: Sequence[Word]
) -> tuple[Term, ...]:
    """Read the question's terms as the passages write them.

    A term that no passage holds gets the nearest spelling that one does, what it is in Indonesian where it
    is English ("coach") and the words whose consonants it is ("hsl"); an abbreviation what its letters stand
    for there ("PBB": Pajak Bumi dan Bangunan); a word that they write with a capital
    throughout is a name, also where the question is typed in small letters.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    vocabulary = {w.norm: stem(w.norm) for w in labels}
    for c in found:
        vocabulary.update(zip(c.norms, c.stems, strict=True))
    stems, spelt = set(vocabulary.values()), sorted(vocabulary)
    typed_names = {term.surface for term in terms if term.name}
    # A slip of a long word is nearly as long.
    strange = [w for w in spelt if len(w) >= _LONG_WORD - 1 and rarity(vocabulary[w]) >= _UNHEARD]
    asked = {term.surface for term in terms}
    asked_words = folded(asked_text)
    written = [(w.norm, c.text[w.start].isupper()) for c in found for w in c.words[1:] if w.norm in asked]
    names = {norm for norm, capital in written if capital} - {n for n, capital in written if not capital}
    told = _told_otherwise(asked_words, found)
    called = _called_in_short(found)
    mended = []
    for term in terms:
        absent = not any(s in stems for a in term.alternatives for s in a)
        lost = absent and len(term.surface) >= 5 and not term.number
        near = lost and process.extractOne(
            term.surface, spelt, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.75
        )
        more: list[Phrase] = (
            [(vocabulary[near[0]],)] if near and (term.name or not _are_two(term.surface, near[0])) else []
        )
        if not term.name and not term.number:
            more += _misspelt(term, strange, vocabulary)
        if absent and term.name and not term.number and not more:
            more += _slips(term.surface, asked_words, typed_names - {term.surface}, found)
        if absent and not term.name and root(term.surface) is None:
            more += [tuple(map(stem, phrase)) for phrase in rendered((term.surface,))]
        if absent and _VOWELLESS.fullmatch(term.surface):
            more += [(vocabulary[word],) for word in spelt if _consonants(word) == term.surface]
        if absent and term.surface in told:
            more += told[term.surface]
        if absent and not term.number:
            more += _parted(term.surface, asked_words, vocabulary)
        if term.name:
            more += called.get(term.surface, ())
        if term.name and 2 <= len(term.surface) <= 6 and " " not in term.surface:
            more += _spelt_out(term.surface, found)
        name = term.name or (term.surface in names and not term.number)
        mended.append(replace(term, alternatives=(*term.alternatives, *more), name=name))
    return tuple(mended)


def _misspelt(term: Term, strange: Sequence[str], vocabulary: Mapping[str, str]) -> list[Phrase]:
    """Return a term as an article misspells it, among the words there that no text knows: "commerse"."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    found: list[Phrase] = []
    for word in (w for w in term.surface.split() if len(w) >= _LONG_WORD):
        slips = process.extract(
            word, strange, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_SLIP, limit=3
        )
        for slip, *_ in slips:
            found += [
                tuple(vocabulary[slip] if s == stem(word) else s for s in phrase)
                for phrase in term.alternatives
                if stem(word) in phrase
            ]
    return found


def _slips(surface: str, asked: Sequence[str], names: Set[str], found: Sequence[Sentence]) -> list[Phrase]:
    """Return a short part of a name as passages write it beside the rest: "Trendy Beet" is Trendy Beat."""
    from rapidfuzz.distance import DamerauLevenshtein

    if len(surface) != _SHORT_NAME:
        return []
    written = {pair for c in found for pair in pairwise(c.norms)}
    slips = set()
    for pair in pairwise(asked):
        if surface in pair and not names.isdisjoint(pair):
            place = pair.index(surface)
            likely = {other[place] for other in written if other[1 - place] == pair[1 - place]}
            slips |= {word for word in likely if DamerauLevenshtein.distance(word, surface) == 1}
    return [(stem(word),) for word in sorted(slips)]


# Letters of a word that an article can misspell and still be understood, how like it that is (0..1), and how
# rare a word that no text knows.
_LONG_WORD, _SLIP, _UNHEARD = 7, 0.85, 10.0
# Letters of a name too short to be told from another by itself.
_SHORT_NAME = 4
# Letters of a word with an affix; what is shorter is a name more often.
_FORMED = 7


def _are_two(typed: str, spelt: str) -> bool:
    """Say whether words nearly spelt alike are of two roots: "mengabulkan" is no slip for "mengajukan"."""
    own = root(typed) if len(typed) >= _FORMED else None
    return own not in (None, typed) and root(spelt) not in (None, own)


def _told_otherwise(asked: Sequence[str], found: Sequence[Sentence]) -> dict[str, list[Phrase]]:
    """Return for the words of the question's numbers how passages write the same: "21.000.000" is "21 juta",
    "sembilan puluh tujuh" 97."""
    numbers = [
        (value, first, end) for value, first, end in values(asked) if len(value) > _LARGE or end - first > 1
    ]
    written: dict[str, list[Phrase]] = defaultdict(list)
    for sentence in found if numbers else ():
        for value, first, end in values(sentence.norms):
            written[value].append(sentence.stems[first:end])
    return {
        word: list(dict.fromkeys(written[value]))
        for value, first, end in numbers
        for word in asked[first:end]
        if value in written
    }


# "Universitas Wiralaga (Unwira)".
_IN_SHORT = re.compile(r"((?:[A-Z][\w-]+ ){1,6})\(([A-Z][A-Za-z-]{2,14})\)")


def _called_in_short(found: Sequence[Sentence]) -> dict[str, list[Phrase]]:
    """Return for the words of a name what it is called in short behind it, and for that the name."""
    called: dict[str, list[Phrase]] = defaultdict(list)
    pairs = {m.groups() for c in found if "(" in c.text for m in _IN_SHORT.finditer(c.text)}
    for full, short in sorted(pairs):
        name = folded(full)
        if fold(short)[0] not in {word[0] for word in name}:
            continue
        for word in name:
            called[word].append((stem(fold(short)),))
        called[fold(short)].append(tuple(map(stem, name)))
    return called


def _parted(surface: str, asked: Sequence[str], vocabulary: Mapping[str, str]) -> list[Phrase]:
    """Return a word as the passages write it: one with its neighbour in the question ("ladang kita"), or two
    ("tiktokshop")."""
    joined = [
        one + other
        for one, other in pairwise(asked)
        if surface in (one, other) and one + other in vocabulary and len(one + other) >= _LONG
    ]
    cuts = [(surface[:n], surface[n:]) for n in range(_PART, len(surface) - _PART + 1)]
    return [(vocabulary[word],) for word in joined] + [
        (vocabulary[one], vocabulary[other])
        for one, other in cuts
        if len(surface) >= _LONG and one in vocabulary and other in vocabulary
    ]


def _consonants(word: str) -> str:
    """Return what a chat leaves of a word: "hsl" of "hasil"."""
    return word[:1] + _VOWELS.sub("", word[1:])


def _spelt_out(letters: str, found: Sequence[Sentence]) -> list[Phrase]:
    """Return the capitalised phrases, in stems, whose initials are ``letters``."""
    join = r" (?:(?:dan|di|ke|untuk|of|and|the) )?"
    initials = [c.upper() for c in letters]
    pattern = re.compile(r"\b" + join.join(rf"{c}[a-z]+" for c in initials) + r"\b")
    likely = (s.text for s in found if all(c in s.text for c in initials))
    phrases = {m.group() for text in likely for m in pattern.finditer(text)}
    return [tuple(stem(w.norm) for w in words(phrase) if w.norm not in EMPTY) for phrase in sorted(phrases)]


def _split(hits: Sequence[Hit], quotes: Sequence[Quote]) -> list[list[Sentence]]:
    """Return each passage's sentences but for the headline, which counts as the title of all of them."""
    return [[s for s in _sentences(h, hit, quotes) if not _is_title(s, hit)] for h, hit in enumerate(hits)]


def _sentences(h: int, hit: Hit, quotes: Sequence[Quote]) -> Iterator[Sentence]:
    for said in statements(hit.passage.text):
        text = hit.passage.text[said.start : said.end]
        speakers = _who_speaks(hit, said.start, said.end, quotes)
        forms = said.words, said.norms, said.stems
        yield Sentence(h, said.start, said.end, text, *forms, said.language, speakers)


def quoted(hit: Hit, start: int, end: int, quotes: Sequence[Quote]) -> list[Quote]:
    """Return the quotes that stand in, or reach into, ``[start, end)`` of a hit's passage."""
    passage = hit.passage
    first, last = passage.start + start, passage.start + end
    return [q for q in quotes if q.article == passage.article and q.start < last and first < q.end]


def _who_speaks(hit: Hit, start: int, end: int, quotes: Sequence[Quote]) -> tuple[Speaker, ...]:
    """Return whose words a sentence gives, also where it says "dia" or names nobody."""
    here = quoted(hit, start, end, quotes)
    found = (Speaker(tuple(folded(q.speaker or "")), tuple(folded(q.role or "")), q.speaker) for q in here)
    return tuple(dict.fromkeys(speaker for speaker in found if speaker.words))


def _is_title(sentence: Sentence, hit: Hit) -> bool:
    if hit.title is None or hit.passage.start + sentence.start > 0:
        return False
    return sentence.text.strip("# ").casefold() == hit.title.strip().casefold()


@dataclass(frozen=True, slots=True)
class Described:
    """All sentences of some passages with their features (a row each), and how to see what they tell."""

    question: Question
    terms: Sequence[Term]
    groups: Sequence[Sequence[Sentence]]
    sentences: Sequence[Sentence]
    features: Sequence[Features]
    shorts: Sequence[TypedSpan | None]
    sought: Sought | None
    alone: bool

    def telling(self, i: int) -> Telling:
        """Return what the sentence of row ``i`` tells."""
        sentence = self.sentences[i]
        behind = (s.text for s in self.groups[sentence.hit] if s.start >= sentence.end)
        return telling(self.question, self.terms, sentence, next(behind, ""), self.shorts[i])


def described(
    question: Question,
    hits: Sequence[Hit],
    cosines: Callable[[list[str]], Sequence[float]],
    quotes_in: QuotesIn = unquoted,
) -> Described:
    """Describe every sentence of ``hits`` as an answer to the question.

    ``cosines`` returns the similarity (-1..1) of the question to each text it is given, ``quotes_in`` who
    says what in the passages of these ids: it is asked where a question is about what somebody said or was,
    or for something told in words: whoever it names may tell it, or be told about in their words.
    """
    quotes = quotes_in([hit.passage.id for hit in hits]) if _is_on_speakers(question) else ()
    groups = _split(hits, quotes)
    candidates = [s for group in groups for s in group]
    labels = [w for h in hits for w in words(f"{h.title or ''} {h.outlet or ''}")]
    terms = _mend(question.terms, question.text, candidates, labels)
    rows, sought = describe(question, terms, hits, groups, cosines) if candidates and terms else ([], None)
    alone = 2 * sum(bool(h.title) for h in hits) < len(hits)
    features, shorts = [f for f, _ in rows], [short for _, short in rows]
    return Described(question, terms, groups, candidates[: len(rows)], features, shorts, sought, alone)


def _is_on_speakers(question: Question) -> bool:
    """Say whether it matters who speaks where a sentence says "ia" or "mantan menteri tersebut"."""
    asked = asks_speech(question) or asks_speaker(question) or bool(asked_speaker(question))
    told_in_words = question.asks == "what" and not question.expects and not asks_office(question)
    return asked or told_in_words or question.relation == "former"
