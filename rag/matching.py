"""Where the terms of a question stand: in which sentences, titles, and how close together. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rag.calendar_names import YEAR, years_told
from rag.candidate import Sentence
from rag.glossary import AKIN, Phrase, akin_phrases, neighbours, opposites, related
from rag.spans import TITLES, TypedSpan
from rag.terms import EMPTY, NEGATIONS, Term, in_english
from rag.words import stem

Matrix = NDArray[np.float64]

# Sentences around one that count as near: what "fitur itu" is stands in one of those before it.
_BEFORE, _AFTER = 2, 1
# Words in which terms stand close together.
_WINDOW = 12
_BESIDE = 6
# How far the negated opposite can stand for a word, and how far behind a negation it stands.
_CONTRARY = 0.85
# How rare a part of a name is that can stand for the whole, and how far it can.
_DISTINCT, _SHORT_FORM = 6.0, 0.95
# How far an English word can stand for the Indonesian one that renders it, in an English sentence.
_ABROAD = 0.85
_NEGATED = (1, 2)
# Who holds an office that is named after them, and a word for the office.
_HELD = frozenset("camat lurah uskup sultan raja dokter duta menteri bupati gubernur".split())
_OFFICE = re.compile(r"ke\w+an(?:nya)?")
# Forms of one root that are of other things: who lives somewhere, who died, what was left behind.
_FAMILIES = tuple(
    tuple(re.compile(family) for family in kin)
    for kin in (
        (
            r"tinggal(?:nya|lah)?",
            r"meninggal(?:nya)?",
            r"(?:meninggalkan|(?:di|ter|ke)tinggal(?:kan|an)?|peninggalan)(?:nya)?",
        ),
        (r"laku", r"(?:me|di|per|ber|pe|ke)\w*laku\w*"),
        (r"alam", r"(?:meng|di|peng|berpeng)alam(?:i|an)\w*"),
        (r"(?:duduk|(?:men|di)duduki|kedudukan)(?:nya)?", r"(?:penduduk|kependudukan|berpenduduk)\w*"),
        (r"(?:ditahan|menahan|penahan|tahanan)\w*", r"(?:bertahan|pertahan|(?:mem|di)pertahan|ketahan)\w*"),
        (
            r"(?:keber|ber|member|diber|pember)angkat\w*",
            r"(?:di|meng|peng|ter)?angkat(?:an|nya)?",
            r"perangkat\w*",
        ),
        (r"tangan(?:nya)?", r"(?:men|di|pen|ter)t?angan(?:i|an)\w*"),
        (r"acara(?:nya)?", r"pengacara\w*"),
        (r"tetap", r"(?:men|di|pen|ke)t?etap(?:kan|an)\w*"),
    )
)
_NOT = NEGATIONS | {"tak"}


@dataclass(frozen=True, slots=True)
class Matches:
    """Which terms stand where: rows are the sentences, columns the terms; each 0..1.

    ``exact`` is for the words themselves, their synonyms and, in English sentences, what renders them,
    ``like`` also for words used alike.
    ``titles`` and ``titles_like`` have a row for each hit's title and outlet. ``negated`` are the stems that
    each sentence denies.
    """

    exact: Matrix
    like: Matrix
    titles: Matrix
    titles_like: Matrix
    negated: tuple[frozenset[str], ...]


def match(
    terms: Sequence[Term],
    sentences: Sequence[Sentence],
    titles: Sequence[Sequence[str]],
    asked: Sequence[str],
) -> Matches:
    """Find every term in sentences and titles (given as folded words); who speaks stands in all they say.

    ``asked`` are the folded words of the question.
    """
    alike = [_alike(term) for term in terms]
    negated = tuple(map(_negated, sentences))
    heard = [[norm for speaker in sentence.speakers for norm in speaker.words] for sentence in sentences]
    spelt = [(*sentence.norms, *said) for sentence, said in zip(sentences, heard, strict=True)]
    stems = [(*sentence.stems, *map(stem, said)) for sentence, said in zip(sentences, heard, strict=True)]
    stems += [tuple(map(stem, title)) for title in titles]
    wanted = {s for term in terms for s in stems_of(term)}
    wanted.update(s for near in alike for s, _ in near.stems)
    wanted.update(s for near in alike for phrase in near.phrases for s in phrase)
    by_stem = _rows_of(wanted, stems)
    by_spelling = _rows_of({s for near in alike for s, _ in near.spelt}, [*spelt, *titles])
    by_denied = _rows_of({s for near in alike for s, _ in near.denied}, negated)
    exact = np.zeros((len(sentences) + len(titles), len(terms)))
    for t, term in enumerate(terms):
        for a, alternative in enumerate(term.alternatives):
            found = np.zeros(len(exact))
            for s in set(alternative):
                found[by_stem.get(s, [])] += 1 / len(set(alternative))
            whole = found > 1 - 1e-6
            value = np.where(whole, 1.0, 0.5 * found) if a == 0 else 0.95 * whole
            np.maximum(exact[:, t], value, out=exact[:, t])
    _abroad(terms, sentences, exact)
    _scored(terms, sentences, exact)
    _the_year_before(terms, sentences, exact)
    _apart(terms, sentences, exact)
    _unlike(terms, sentences, exact)
    _complete(terms, sentences, set(pairwise(asked)), exact)
    like = exact.copy()
    for t, near in enumerate(alike):
        for rows, others in ((by_stem, near.stems), (by_spelling, near.spelt), (by_denied, near.denied)):
            for other, likeness in others:
                if there := rows.get(other):
                    like[there, t] = np.maximum(like[there, t], likeness)
        for phrase in near.phrases:
            there = [*set.intersection(*(set(by_stem.get(s, ())) for s in phrase))]
            like[there, t] = np.maximum(like[there, t], AKIN)
    n = len(sentences)
    return Matches(exact[:n], like[:n], exact[n:], like[n:], negated)


# "Menang dramatis 3-2", "takluk 0-1", "bermain tanpa gol".
_SCORE = re.compile(
    r"\b(?:imbang|bermain|berakhir|laga) (?:\w+ )?tanpa gol\b|\bskor kacamata\b|\bgoalless\b|"
    r"\b(?:(?:ke)?menang\w*|(?:ke)?kalah\w*|mengalahkan|takluk|menaklukkan|imbang|unggul|menekuk|menundukkan|"
    r"menghajar|menghantam|menumbangkan|ditahan|beat|beats|won|win|lost|lose|defeat\w*|drew|draw|victory)\b"
    r"(?: [^\s.;]+){0,6}? \d{1,3}[-–]\d{1,3}\b",
    re.IGNORECASE,
)


class _Alike(NamedTuple):
    """What can stand for a term, and how far (0..1): stems, words as they are spelt, stems where denied, and
    phrases of stems (as far as what is akin)."""

    stems: Sequence[tuple[str, float]] = ()
    spelt: Sequence[tuple[str, float]] = ()
    denied: Sequence[tuple[str, float]] = ()
    phrases: Sequence[Phrase] = ()


def _alike(term: Term) -> _Alike:
    """Return what is used like a term; "tidak setuju" is told as "menolak", and the other way round."""
    if term.name or term.number:
        return _Alike()
    stems = [near for a in term.alternatives if len(a) == 1 for near in related(a[0]).items()]
    spelt = [near for spelling in term.spellings for near in neighbours(spelling).items()]
    phrases = [phrase for a in term.alternatives if len(a) == 1 for phrase in akin_phrases(a[0])]
    contrary = [(s, _CONTRARY) for s in opposites(term.alternatives)]
    if term.negated:
        return _Alike(stems + contrary, spelt, (), phrases)
    return _Alike(stems, spelt, contrary, phrases)


def _rows_of(wanted: Set[str], rows: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Return in which rows of words each of those stands that are wanted."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        for word in wanted & {*row}:
            found[word].append(i)
    return found


def _scored(terms: Sequence[Term], sentences: Sequence[Sentence], exact: Matrix) -> None:
    """Let "menang 3-2" stand for a score, which no report calls so."""
    asked = [t for t, term in enumerate(terms) if "skor" in stems_of(term) and term.surface != "scored"]
    if asked:
        found = [i for i, sentence in enumerate(sentences) if _SCORE.search(sentence.text)]
        exact[np.ix_(found, asked)] = 1.0


def _the_year_before(terms: Sequence[Term], sentences: Sequence[Sentence], exact: Matrix) -> None:
    """Let "tahun sebelumnya" in a sentence on 2025 stand for 2024."""
    for t, term in enumerate(terms):
        if YEAR.fullmatch(term.surface):
            told = [i for i, sentence in enumerate(sentences) if term.surface in years_told(sentence.text)]
            exact[told, t] = np.maximum(exact[told, t], _ABROAD)


def _abroad(terms: Sequence[Term], sentences: Sequence[Sentence], exact: Matrix) -> None:
    """Let the English words that render a term stand for it in English sentences."""
    holding: dict[str, list[int]] = defaultdict(list)
    for i, sentence in enumerate(sentences):
        if sentence.language == "en":
            for s in set(sentence.stems):
                holding[s].append(i)
    if not holding:
        return
    for t, rendered in enumerate(in_english(terms)):
        found = [i for s in rendered for i in holding.get(s, ())]
        exact[found, t] = np.maximum(exact[found, t], _ABROAD)


def _apart(terms: Sequence[Term], sentences: Sequence[Sentence], exact: Matrix) -> None:
    """Take back that who holds an office stands where only the office does ("camat", "kecamatan"), and who
    lives somewhere where somebody died ("tinggal", "meninggal")."""
    for t, term in enumerate(terms):
        others = [_OFFICE] if term.surface in _HELD else _other_families(term)
        if not others:
            continue
        own = stems_of(term)
        for i in np.flatnonzero(exact[: len(sentences), t]).tolist():
            forms = [n for n, s in zip(sentences[i].norms, sentences[i].stems, strict=True) if s in own]
            if forms and all(any(other.fullmatch(form) for other in others) for form in forms):
                exact[i, t] = 0.0


def _other_families(term: Term) -> list[re.Pattern[str]]:
    """Return the forms of a term's root that are of another thing than it."""
    for families in _FAMILIES:
        own = [family for family in families if any(map(family.fullmatch, term.spellings))]
        if own:
            return [family for family in families if family not in own]
    return []


def _unlike(terms: Sequence[Term], sentences: Sequence[Sentence], exact: Matrix) -> None:
    """Take back that a name stands where only a common word of the same root does: "Temu", "ditemui"."""
    for t, term in enumerate(terms):
        own = term.alternatives[0]
        if not term.name or term.number or own != (term.surface,):
            continue
        for i, sentence in enumerate(sentences):
            if exact[i, t] >= 1:
                forms = [w for w, s in zip(sentence.words, sentence.stems, strict=True) if s in own]
                derived = (w.norm.find(own[0]) > 0 and sentence.text[w.start].islower() for w in forms)
                if forms and all(derived):
                    exact[i, t] = 0.0


def _complete(
    terms: Sequence[Term], sentences: Sequence[Sentence], adjacent: Set[tuple[str, str]], exact: Matrix
) -> None:
    """Let a part of a name that stands alone in a sentence ("Menurut Teten, …") stand for the whole of it.

    A whole name's words are ``adjacent`` in the question: "UMKM di Malaysia" are two.
    """
    for t, (one, other) in enumerate(pairwise(terms)):
        if not (one.name and other.name) or one.number or other.number:
            continue
        if (one.surface.split()[-1], other.surface.split()[0]) not in adjacent:
            continue
        for part, rest in ((t, t + 1), (t + 1, t)):
            if terms[part].weight < _DISTINCT:
                continue
            for i, sentence in enumerate(sentences):
                held = exact[i, part] >= 1 and exact[i, rest] < 1
                if held and _stands_alone(terms[part].surface, sentence):
                    exact[i, rest] = _SHORT_FORM


def _stands_alone(norm: str, sentence: Sentence) -> bool:
    """Say whether a word stands in a sentence with no other name beside it."""
    found = sentence.words
    for i, word in enumerate(found):
        if word.norm == norm:
            before, behind = found[max(0, i - 1) : i], found[i + 1 : i + 2]
            beside = [w for w in behind if sentence.text[word.end : w.start] == " "]
            beside += [w for w in before if w.norm not in TITLES and i > 1]
            if not any(sentence.text[w.start].isupper() for w in beside):
                return True
    return False


def _negated(sentence: Sentence) -> frozenset[str]:
    """Return the stems of content that stand right behind a negation.

    "Tidak dilakukan" denies nothing of its own, least of all what is "berlaku".
    """
    norms = sentence.norms
    if _NOT.isdisjoint(norms):
        return frozenset()
    behind = (i + n for i, norm in enumerate(norms) if norm in _NOT for n in _NEGATED)
    return frozenset(sentence.stems[i] for i in behind if i < len(norms) and norms[i] not in EMPTY)


def around(rows: Matrix, at: NDArray[np.intp]) -> Matrix:
    """Return for each row the column-wise maximum of it and its neighbours in its passage, whose number
    ``at`` has."""
    out = rows.copy()
    for shift in range(1, max(_BEFORE, _AFTER) + 1):
        together = (at[shift:] == at[:-shift])[:, None]
        if shift <= _BEFORE:
            np.maximum(out[shift:], rows[:-shift], out=out[shift:], where=together)
        if shift <= _AFTER:
            np.maximum(out[:-shift], rows[shift:], out=out[:-shift], where=together)
    return out


def pairs(terms: Sequence[Term], sentences: Sequence[Sentence], at: NDArray[np.intp]) -> Matrix:
    """Return for each sentence the share of adjacent question words that stand adjacent near (``around``)."""
    wanted = [
        (a.alternatives[0][-1], b.alternatives[0][0])
        for a, b in pairwise(terms)
        if a.alternatives and b.alternatives
    ]
    if not wanted:
        return np.full(len(sentences), 0.5)
    present = [set(pairwise(s.stems)) for s in sentences]
    shares: Matrix = around(np.array([[float(pair in p) for pair in wanted] for p in present]), at).mean(1)
    return shares


def tight(weights: Sequence[float], holding: dict[str, list[int]], sentence: Sentence) -> float:
    """Return the largest share of the weight that stands within a few words.

    ``holding`` gives the terms that a stem belongs to.
    """
    if holding.keys().isdisjoint(sentence.stems):
        return 0.0
    places = [(i, t) for i, s in enumerate(sentence.stems) if s in holding for t in holding[s]]
    best = 0.0
    for first, (i, _) in enumerate(places):
        inside = {t for j, t in places[first : first + 2 * _WINDOW] if j < i + _WINDOW}
        best = max(best, sum(weights[t] for t in inside))
    return best / sum(weights)


def beside(
    weights: Sequence[float], holding: dict[str, list[int]], sentence: Sentence, short: TypedSpan | None
) -> float:
    """Return the share of the weight that stands within a few words of the short answer; 0.5 without one."""
    total = sum(weights)
    if short is None or total == 0.0:
        return 0.5
    inside = sentence.inside(short.start, short.end)
    first, last = max(0, inside[0] - _BESIDE), inside[-1] + _BESIDE
    near = {t for s in sentence.stems[first : last + 1] if s in holding for t in holding[s]}
    return sum(weights[t] for t in near) / total


def stems_of(term: Term) -> frozenset[str]:
    """Return the stems of all that stands for a term."""
    return frozenset(s for a in term.alternatives for s in a)


def alike_in(terms: Sequence[Term], sentence: Sentence) -> bool:
    """Say whether any of the terms, or what is used like it in other articles, stands in a sentence."""
    here = set(sentence.stems)
    if sentence.language == "en" and any(not here.isdisjoint(found) for found in in_english(terms)):
        return True
    for term in terms:
        stems = stems_of(term)
        if not here.isdisjoint(stems.union(*map(related, stems))):
            return True
        if any(here.issuperset(phrase) for s in stems for phrase in akin_phrases(s)):
            return True
    return False


def all_stems(terms: Iterable[Term]) -> frozenset[str]:
    """Return the stems of all that stands for any of the terms."""
    return frozenset().union(*map(stems_of, terms))
