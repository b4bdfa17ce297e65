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
    rank: re.compile(rf"\b(?:{same}|berturut-turut|masing-masing|respectively)\b", re.IGNORECASE)
    for ranks, same in (
        ("kedua second runner-up", r"kedua|dua|ii|2(?:nd)?|runner[- ]?up|second|perak|sedangkan|sementara"),
        ("ketiga third", r"ketiga|tiga|iii|3(?:rd)?|third|perunggu|bronze"),
        ("keempat fourth", r"keempat|empat|iv|4(?:th)?|fourth"),
        ("kelima fifth", r"kelima|lima|v|5(?:th)?|fifth"),
        ("harapan", r"harapan"),
    )
    for rank in ranks.split()
}  # fmt: skip
_BESIDE = ("Selain ", "Besides ", "Apart from ")
# What every place has of its own.
_OF_A_PLACE = frozenset(
    map(
        stem,
        """upah minimum umk ump penduduk populasi inflasi luas apbd pad kemiskinan pengangguran wage
        population inflation""".split(),
    )
)


def is_of_another_holder(sought: Sought, sentence: Sentence) -> bool:
    """Say whether a sentence tells the number of another place than the one asked about ("upah minimum
    Cikantara" for Denmark's), or of another rank ("juara ketiga")."""
    if Kind.NUMBER not in sought.question.expects:
        return False
    return _is_of_another_rank(sought.question.text, sentence.text) or _is_of_another_place(sought, sentence)


def _is_of_another_rank(asked: str, told: str) -> bool:
    rank = _RANKED.search(asked) if _ASKS_PRIZE.search(asked) else None
    if rank is None:
        return False
    wanted = (rank["n"] or rank["nth"] or "runner-up").lower()
    return _SAME_RANK[wanted].search(told) is None


def _is_of_another_place(sought: Sought, sentence: Sentence) -> bool:
    """Say whether what a question has right before the name of a place stands right before another one's, and
    the name asked about nowhere in the sentence."""
    if (
        sought.stems.isdisjoint(_OF_A_PLACE)
        or not sought.named
        or not sought.named.isdisjoint(sentence.stems)
    ):
        return False
    nouns = _owned(sought.question)
    starts = {name.start for name in names(sentence.text)} if nouns else set()
    return any(
        stemmed in nouns and behind.start in starts and sentence.text[behind.start : behind.end].istitle()
        for stemmed, behind in zip(sentence.stems, sentence.words[1:], strict=False)
    )


def _owned(question: Question) -> frozenset[str]:
    """Return what a question asks of a place, in stems: the nouns right before its names."""
    starts = {name.start for name in names(question.text)}
    nouns = (noun for noun, behind in pairwise(words(question.text)) if behind.start in starts)
    return frozenset(stem(noun.norm) for noun in nouns) & _OF_A_PLACE


def is_named_later(
    question: Question, asked: frozenset[str], hit: Hit, group: Sequence[Sentence], best: Sentence
) -> bool:
    """Say whether a number or a day is told of somebody at the beginning of an article that sets the one
    asked about beside him only afterwards: "Selain Gunawan, jaksa menuntut Lilis".

    ``asked`` are the stems of the question's names, ``group`` the sentences of the passage.
    """
    if not asked or hit.passage.start or question.expects[:1] not in ((Kind.NUMBER,), (Kind.DATE,)):
        return False
    before = [s for s in group if s.start <= best.start]
    told = {stem(norm) for norm in folded(hit.title or "")}.union(*(s.stems for s in before))
    if not asked.isdisjoint(told):
        return False
    behind = (s for s in group if s.start > best.start and not asked.isdisjoint(s.stems))
    first = next(behind, None)
    of_somebody = any(name.kind is Kind.PERSON for name in names(best.text))
    return of_somebody and first is not None and first.text.startswith(_BESIDE)
