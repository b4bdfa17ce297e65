"""Whether a value is somebody else's, or another place's, than that of whom a question names. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rag.candidate import Sentence
from rag.documents import Hit
from rag.question import Question
from rag.sought import Sought
from rag.spans import Kind, names
from rag.words import folded, stem, words

# "Juara ketiga", "peringkat kedua": whose prize is asked for.
_RANKED = re.compile(
    r"\b(?:juara|peringkat|posisi|urutan|tempat) (?P<n>kedua|ketiga|keempat|kelima|harapan)\b"
    r"|\b(?P<nth>second|third|fourth|fifth)[- ](?:place|prize)\b|\b(?P<up>runner[- ]?up)\b",
    re.IGNORECASE,
)
_ASKS_PRIZE = re.compile(r"\b(?:hadiah|bonus|uang (?:pembinaan|tunai)|prizes?|reward)\w*", re.IGNORECASE)
_SAME_RANK = {
    rank: re.compile(rf"\b(?:{same})\b", re.IGNORECASE)
    for ranks, same in (
        ("kedua second runner-up", r"kedua|ii|2|runner[- ]?up|second|perak|silver|sedangkan|sementara"),
        ("ketiga third", r"ketiga|iii|3|third|perunggu|bronze"),
        ("keempat fourth", r"keempat|iv|4|fourth"),
        ("kelima fifth", r"kelima|5|fifth"),
        ("harapan", r"harapan"),
    )
    for rank in ranks.split()
}
# Letters of a noun that something is of, and of a name that one may be short for.
_NOUN, _SHORT_FOR = 4, 4


def is_of_another_holder(sought: Sought, sentence: Sentence) -> bool:
    """Say whether a sentence tells the number of another place or person than the one asked about ("upah
    minimum Cikantara" for Denmark's), or of another rank ("juara ketiga")."""
    if Kind.NUMBER not in sought.question.expects:
        return False
    return _is_of_another_rank(sought.question.text, sentence.text) or _is_of_another_name(sought, sentence)


def _is_of_another_rank(asked: str, told: str) -> bool:
    rank = _RANKED.search(asked) if _ASKS_PRIZE.search(asked) else None
    if rank is None:
        return False
    wanted = (rank["n"] or rank["nth"] or "runner-up").lower()
    return _SAME_RANK[wanted].search(told) is None


def _is_of_another_name(sought: Sought, sentence: Sentence) -> bool:
    """Say whether the noun that a question has right before a name stands right before another one, and the
    name asked about nowhere in the sentence."""
    if not sought.named or not sought.named.isdisjoint(sentence.stems):
        return False
    nouns = _owned_nouns(sought.question)
    starts = {name.start for name in names(sentence.text)} if nouns else set()
    return any(
        stemmed in nouns and behind.start in starts and sentence.text[behind.start : behind.end].istitle()
        for stemmed, behind in zip(sentence.stems, sentence.words[1:], strict=False)
    )


def _owned_nouns(question: Question) -> frozenset[str]:
    """Return the stems of the nouns right before the names of a question: "denda Arif Uji"."""
    text = question.text
    starts = {name.start for name in names(text)}
    found = words(text)
    return frozenset(
        stem(noun.norm)
        for noun, behind in pairwise(found)
        if behind.start in starts and len(noun.norm) >= _NOUN and text[noun.start].islower()
    )


def is_named_later(
    question: Question, names_asked: frozenset[str], hit: Hit, group: Sequence[Sentence], best: Sentence
) -> bool:
    """Say whether a number or a day stands before anybody knows whom a question asks about: in a sentence on
    somebody else, at the beginning of an article that names the one asked about only afterwards.

    ``names_asked`` are the stems of the question's names, ``group`` the sentences of the passage.
    """
    if not names_asked or hit.passage.start or question.expects[:1] not in ((Kind.NUMBER,), (Kind.DATE,)):
        return False
    before = [s for s in group if s.start <= best.start]
    told = {stem(norm) for norm in folded(hit.title or "")}.union(*(s.stems for s in before))
    if any(word.startswith(name[:_SHORT_FOR]) for name in names_asked for word in told):
        return False  # "Mbah Wagi" may be Wagiyem
    later = any(not names_asked.isdisjoint(s.stems) for s in group if s.start > best.start)
    return later and any(name.kind is Kind.PERSON for name in names(best.text))
