"""What a language model wrote, held against the passages it cites. Pure and deterministic.

A sentence passes where its keys are known, every quoted string is the source's own, every number, date and
name stands in a cited passage, nothing is denied that the source states (or the reverse), and what somebody
said is still said by them. Anything else is marked, with the reason.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rag.align import align, find
from rag.calendar_names import MONTHS
from rag.conflicts import conflicts, contradict
from rag.documents import Citation, Claim, Hit, Quote
from rag.negation import denies, is_negation
from rag.numerals import NUMBER_SIGN
from rag.paraphrase import coverage
from rag.rendering import search_words
from rag.sentences import sentences
from rag.spans import names
from rag.speech.cues import AFTER, AFTER_ENGLISH, SAYING
from rag.statements import statement
from rag.strangers import strangers
from rag.wording import norms, tokens

# Why a sentence is not supported.
UNKNOWN_SOURCE, NO_SOURCE = "sumber_tak_dikenal", "tanpa_sumber"
QUOTATION, NUMBER, NAME, NEGATION, SPEAKER, CONTENT = (
    "kutipan", "angka", "nama", "negasi", "penutur", "isi",
)  # fmt: skip
REASONS = (UNKNOWN_SOURCE, NO_SOURCE, QUOTATION, NUMBER, NAME, NEGATION, SPEAKER, CONTENT)

# Of a sentence's words of content, the least share that the cited passages must hold.
LEAST_HELD = 0.5
# Of a quoted string's words, the least share that must agree for the source's wording to take its place.
_MENDED = 0.6
# Of an utterance's words, the share from which a sentence retells it.
_RETELLS = 0.6
_KEY = re.compile(r"\[(\d{1,3})\]")
_KEYS_BEHIND = re.compile(r"([.!?…][\"”’»]?)\s*((?:\[\d{1,3}\]\s*)+)")
# Whatever else quotes: of another country or keyboard, doubled, single around words.
_OTHER_MARKS = re.compile(r"[„‟″＂〝〞〟「」『』‹›❝❞]|''|``|‘‘|’’|\\[\"”]")
_SINGLE_MARKS = re.compile(r"(?<!\w)['‘‚‛]((?:[^'‘’‚‛\"“”„«»\n]|(?<=\w)['’](?=\w))+)['’](?!\w)")
_MARKUP = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),  # images
    (re.compile(r"\[([^\]]*\D[^\]]*)\]\([^)]*\)"), r"\1"),  # links
    (re.compile(r"</?[A-Za-z][^<>\n]{0,400}>"), ""),
    (re.compile(r"\S*//\S+|\bwww\.\S+|\S+@\S+\.\S+|\S+\.[A-Za-z]{2,}/\S*"), ""),
    (re.compile(r"\b(?:javascript|vbscript|data|mailto|file):\S+", re.IGNORECASE), ""),
    (re.compile(r"^[ \t]*(?:[#>*•-]+|\d+\.)[ \t]+", re.MULTILINE), ""),
    (re.compile(r"\*\*|__|`+"), ""),
)
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»\n]+)[\"“”„«»]")
_MARKS = re.compile(r"[\"“”„«»]")
_REPORTING = AFTER | AFTER_ENGLISH | SAYING | {"menurut", "according"}


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage as a model was given it: its key, the hit, and the quotes of its article that lie in it."""

    key: int
    hit: Hit
    quotes: tuple[Quote, ...] = ()


def hold(text: str, given: Sequence[Cited], language: str) -> tuple[list[Claim], list[Citation]]:
    """Return the model's sentences, each supported or with its reason, and the citations of the supported.

    A citation is the sentence of the passage that carries the claim most.
    """
    by_key = {cited.key: cited for cited in given}
    claims: list[Claim] = []
    citations: dict[tuple[str, int], Citation] = {}
    for written, keys in _written(text):
        sources = [by_key[key] for key in keys if key in by_key]
        told, reason = _mended(written, sources)
        reason = _unknown(keys, sources) or reason or _unsupported(told, sources, language)
        numbers = []
        if reason is None:
            for cited in sources:
                found = _citation(told, cited, language, len(citations) + 1)
                numbers.append(citations.setdefault((found.article, found.start), found).n)
        claims.append(Claim(told, tuple(dict.fromkeys(numbers)), reason))
    return claims, list(citations.values())


def plain(text: str) -> str:
    """Return what a model wrote without markup, addresses and control characters: plain sentences.

    Entities are the characters they stand for, and what quotes is a quotation mark.
    """
    text = _SINGLE_MARKS.sub(r'"\1"', _OTHER_MARKS.sub('"', html.unescape(text)))
    for pattern, kept in _MARKUP:
        text = pattern.sub(kept, text)
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)


def _written(text: str) -> Iterator[tuple[str, list[int]]]:
    """Yield each sentence without its keys, and the keys; keys behind a full stop are the sentence's."""
    ordered = _KEYS_BEHIND.sub(lambda m: f" {m[2].strip()}{m[1]} ", plain(text))
    for span in sentences(ordered):
        sentence = ordered[span.start : span.end]
        words = " ".join(_KEY.sub(" ", sentence).split())
        words = re.sub(r"\s+([.,!?…])", r"\1", words)
        if any(c.isalnum() for c in words):
            yield words, [int(key) for key in _KEY.findall(sentence)]


def _unknown(keys: Sequence[int], sources: Sequence[Cited]) -> str | None:
    if not keys:
        return NO_SOURCE
    return UNKNOWN_SOURCE if len(sources) < len(keys) else None


def _mended(written: str, sources: Sequence[Cited]) -> tuple[str, str | None]:
    """Return the sentence with every quoted string in the source's own characters.

    A string that a source says nearly so takes the source's wording; from any other the marks go, and the
    sentence is not supported. A mark without a partner goes too.
    """
    reason, parts, done = None, [], 0
    for match in _QUOTED.finditer(written):
        own = _own_words(match.group(1), sources)
        parts += [
            _MARKS.sub("", written[done : match.start()]),
            match.group(1) if own is None else f"“{own}”",
        ]
        reason = reason or (QUOTATION if own is None else None)
        done = match.end()
    return "".join([*parts, _MARKS.sub("", written[done:])]), reason


def _own_words(quoted: str, sources: Sequence[Cited]) -> str | None:
    """Return a quoted string as a source has it, None where none has it or nearly so."""
    asked = norms(quoted)
    best: tuple[float, str] | None = None
    for cited in sources:
        text, there = cited.hit.passage.text, tokens(cited.hit.passage.text)
        words = [token.norm for token in there]
        if not asked or not words:
            continue
        if at := find(asked, words):
            return text[there[at[0]].start : there[at[0] + len(asked) - 1].end]
        found = align(asked, words)
        equal = sum(e.query[1] - e.query[0] for e in found.edits if e.op == "equal") / len(asked)
        close = equal >= _MENDED and found.end - found.start <= 2 * len(asked)
        if close and len(asked) > 2 and (best is None or equal > best[0]):
            best = equal, text[there[found.start].start : there[found.end - 1].end]
    return best[1] if best else None


def _unsupported(told: str, sources: Sequence[Cited], language: str) -> str | None:
    """Return what of a sentence its sources do not carry, None where they carry all of it."""
    about = [" ".join(filter(None, (s.hit.title, s.hit.outlet, s.hit.date, s.hit.author))) for s in sources]
    held = {
        norm for s, more in zip(sources, about, strict=True) for norm in norms(f"{s.hit.passage.text} {more}")
    }
    held |= {part for norm in held for part in norm.split("-")}
    said = tokens(told)
    numbers = {token.norm for token in said if token.is_number}
    months = {token.norm for token in said if token.norm in MONTHS and told[token.start].isupper()}
    if numbers - held or (language == "id" and months - held):
        return NUMBER
    named = {norm for name in names(told) for norm in norms(name.text) if norm[0] != NUMBER_SIGN}
    if named - held or strangers(told, held):
        return NAME
    if coverage(told, [s.hit.passage.text for s in sources], language) < LEAST_HELD:
        return CONTENT
    carrying = [_carrying(told, cited, language) for cited in sources]
    nearest = max(carrying, key=lambda span: coverage(told, [span[0]], language))
    if _denied_otherwise(told, nearest[0], language):
        return NEGATION
    lost = any(_loses_speaker(told, quote, language) for s in sources for quote in s.quotes)
    return SPEAKER if lost or _gives_words_away(told, sources) else None


def _denied_otherwise(told: str, source: str, language: str) -> bool:
    """Say whether a sentence denies what its source states, states what it denies, or states the opposite."""
    said, there = tokens(told), tokens(source)
    denying, denied_there = (
        any(is_negation(t.norm) or denies(t.norm) for t in side) for side in (said, there)
    )
    if (denying and not denied_there) or (any(denies(t.norm) for t in there) and not denying):
        return True
    meant = tokens(search_words(norms(told), frozenset())) if language == "en" else said
    return contradict(meant, there) or "negasi" in conflicts(meant, there)


def _loses_speaker(told: str, quote: Quote, language: str) -> bool:
    """Say whether a sentence retells somebody's utterance as a fact, or as somebody else's."""
    if not quote.speaker or coverage(told, [quote.text], language) < _RETELLS:
        return False
    words = set(norms(told))
    return not (words & set(norms(quote.speaker)) and words & _cues(words))


def _gives_words_away(told: str, sources: Sequence[Cited]) -> bool:
    """Say whether a quotation is put into the mouth of somebody whom the source does not quote with it."""
    outside = set(norms(_QUOTED.sub(" ", told)))
    if not _cues(outside):
        return False
    for match in _QUOTED.finditer(told):
        quoted = match.group(1)
        holding = [q for s in sources for q in s.quotes if q.kind == "direct" and quoted in q.text]
        speakers = [set(norms(q.speaker)) for q in holding if q.speaker]
        if len(quoted.split()) > 2 and not (holding and all(outside & speaker for speaker in speakers)):
            return True
    return False


def _cues(words: Iterable[str]) -> set[str]:
    return {w for w in words if w in _REPORTING or w.removesuffix("nya") in _REPORTING}


def _carrying(told: str, cited: Cited, language: str) -> tuple[str, int, int]:
    """Return the statement of a passage that holds most of a sentence, with its span in the passage."""
    text = cited.hit.passage.text
    spans = dict.fromkeys(statement(text, s.start, s.end) for s in sentences(text))
    best = max(spans, key=lambda span: (coverage(told, [text[slice(*span)]], language), -span[0]))
    return text[slice(*best)], best[0], best[1]


def _citation(told: str, cited: Cited, language: str, n: int) -> Citation:
    text, start, end = _carrying(told, cited, language)
    hit, offset = cited.hit, cited.hit.passage.start
    return Citation(
        n, hit.passage.article, offset + start, offset + end, text,
        hit.title, hit.outlet, hit.date, hit.author, hit.url, hit.copies,
    )  # fmt: skip
