"""Whose words a language model's sentences give, and whose they are in the sources. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rag.carried import cues
from rag.claimed_offices import same_office
from rag.documents import Article, Hit, Quote
from rag.grounds import statements_of
from rag.paraphrase import coverage, held_words
from rag.speech.naming import ROLE_HEADS
from rag.wording import norms

# Of an utterance's words, the share from which a sentence retells it; of what somebody is said to say, the
# least that an utterance of theirs holds.
_RETELLS, _SAID = 0.6, 0.5
# How much more of it what nobody says must hold, to be its source instead.
_BETTER = 0.2
_JOINED = re.compile(r"[,;] (?:dan|serta|sedangkan|sementara|tetapi|and|while|but) |; ")
_PRONOUN = re.compile(
    r"\b(?:dia|ia|beliau|mereka|\w{3,}nya|(?:itu|tersebut)|he|she|they|it|the \w+ (?:said|says|added))\b",
    re.I,
)
_SPOKESMEN = frozenset("juru jubir humas perwakilan manajemen spokesman spokeswoman spokesperson".split())


def utterances(texts: Sequence[str]) -> list[list[Quote]]:
    """Return who says what in each of an answer's sentences; "ia" is whom those before it name."""
    from rag.quotes import extract  # checks quotations without it

    whole, starts = "", []
    for text in texts:
        starts.append(len(whole))
        whole += f"{text} "
    found: list[list[Quote]] = [[] for _ in texts]
    for quote in map(_said_alone, extract(Article("", whole))):
        place = max((n for n, start in enumerate(starts) if start <= quote.start), default=0)
        found[place].append(quote)
    return found


def _said_alone(quote: Quote) -> Quote:
    """Return an utterance without what is told before its speaker is named: "A, dan Rina mengatakan B"."""
    at = quote.text.find(quote.speaker) if quote.speaker and quote.kind == "indirect" else -1
    joined = [m for m in _JOINED.finditer(quote.text, 0, max(0, at)) if "," not in quote.text[m.end() : at]]
    if not joined or cues(norms(quote.text[joined[-1].end() : at])):
        return quote
    start = joined[-1].end()
    return replace(quote, text=quote.text[start:], start=quote.start + start)


def gives_words_away(
    said: Iterable[Quote], hits: Sequence[Hit], quotes: Sequence[Quote], language: str
) -> bool:
    """Say whether a sentence gives words to somebody to whom no source gives them.

    ``said`` is who says what in the sentence, ``quotes`` who does in the passages of ``hits``.
    """
    outlets = [set(norms(hit.outlet)) for hit in hits if hit.outlet]
    for quote in said:
        if not quote.speaker:
            continue
        speaker = set(norms(quote.speaker))
        if any(speaker <= outlet for outlet in outlets):
            continue  # what the article itself tells
        theirs = [q for q in quotes if _is_same(quote, q)]
        roles = [q.role for q in theirs if q.role]
        if quote.role and roles and all(same_office(norms(quote.role), role) is False for role in roles):
            return True
        own = [q.text for q in theirs]
        left_out = speaker | set(norms(quote.role or "")) | cues(norms(quote.text))
        share = _share(quote.text, own, language, left_out) if own else 0.0
        narrated = (_share(quote.text, [text], language, left_out) for text in _narrated(quotes, hits))
        if share < _SAID or max(narrated, default=0.0) > share + _BETTER:
            return True
    return False


def loses_speaker(told: str, said: Sequence[Quote], quote: Quote, hits: Sequence[Hit], language: str) -> bool:
    """Say whether a sentence retells somebody's utterance as a fact, or as somebody else's."""
    held = coverage(told, [quote.text], language)
    if not quote.speaker or held < _RETELLS or any(_is_same(mine, quote) for mine in said):
        return False
    words = set(norms(told))
    speaker = set(norms(quote.speaker))
    as_there = quote.kind == "indirect" and speaker.isdisjoint(norms(quote.text))  # "menurut hakim"
    unnamed = not any(mine.speaker for mine in said) and (as_there or _PRONOUN.search(told))
    if cues(words) and (words & speaker or unnamed):
        return False  # "menurut dia", "perusahaan itu"
    return not any(coverage(told, [text], language) >= held for text in _narrated([quote], hits))


def _narrated(quotes: Sequence[Quote], hits: Sequence[Hit]) -> Iterator[str]:
    """Yield the statements of passages that touch none of some utterances."""
    for hit in hits:
        base = hit.passage.start
        own = [quote for quote in quotes if quote.article == hit.passage.article]
        for text, start, end in statements_of(hit):
            if all(quote.end <= base + start or base + end <= quote.start for quote in own):
                yield text


def _is_same(mine: Quote, other: Quote) -> bool:
    """Say whether two utterances have one speaker: a name and a part of it, an office and who holds it."""
    if not mine.speaker or not other.speaker:
        return False
    one, another = set(norms(mine.speaker)), set(norms(other.speaker))
    if one <= another or another <= one:
        return True
    office = {*one, *norms(mine.role or "")}
    role = set(norms(other.role or ""))
    return office <= another | role and bool(office & ROLE_HEADS or role & _SPOKESMEN)


def _share(text: str, others: Sequence[str], language: str, left_out: set[str]) -> float:
    """Return the share of a text's words of content that others hold, some ``left_out``; 1 without any."""
    shares = [share for phrase, share in held_words(text, others, language) if left_out.isdisjoint(phrase)]
    return sum(shares) / len(shares) if shares else 1.0
