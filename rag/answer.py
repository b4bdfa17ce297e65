"""From evidence to an answer: one to three sentences, verbatim, with ``[n]``, or an abstention.

The seam for a better judge is ``evidence.weigh``: this room only decides what is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rag.documents import Answer, Citation, Hit
from rag.evidence import Evidence, trust, weigh
from rag.question import Question, analyse

MOST_SENTENCES = 3
# Evidence trusted less than this is no answer. Of 0.3, 0.38, 0.4, 0.42 and 0.5 on the questions in
# tests/data: lower answers more near-misses than it gains, higher abstains from paraphrases
# (bench/questions.py).
THRESHOLD = 0.4
# A further sentence is shown when its rank score is at most this much under the best one's.
COMPANION = 2.0
LONGEST_STATEMENT_WORDS = 70
NEAREST = 3
_OPEN, _CLOSE = "“„«", "”»"

ABSTENTION = {
    "id": "Arsip ini tidak memuat jawabannya.",
    "en": "The archive does not hold the answer.",
}


def answer(
    question: str, hits: Sequence[Hit], cosines: Callable[[Question, list[str]], Sequence[float]]
) -> Answer:
    """Answer ``question`` from ``hits`` (best first), or abstain with the nearest passages.

    ``cosines`` returns the similarity (-1..1) of the analysed question to each given text.
    """
    asked = analyse(question)
    evidence = weigh(asked, hits, lambda texts: cosines(asked, texts))
    if trust(evidence) < THRESHOLD:
        return _abstain(asked, hits, evidence)
    shown = _shown(asked, hits, evidence)
    citations = tuple(citation for _, citation in shown)
    short = shown[0][0].short
    body = " ".join(f"{c.text} [{c.n}]" for c in citations)
    return Answer(
        question=question,
        answer=f"{short.text} — {body}" if short else body,
        abstained=False,
        language=asked.language,
        short=short.text if short else None,
        citations=citations,
    )


def _abstain(asked: Question, hits: Sequence[Hit], evidence: Sequence[Evidence]) -> Answer:
    """Say so, with the best sentence of each of the nearest articles."""
    best: dict[str, Evidence] = {}
    for e in evidence:
        best.setdefault(hits[e.sentence.hit].passage.article, e)
    nearest = list(best.values())[:NEAREST]
    return Answer(
        question=asked.text,
        answer=ABSTENTION[asked.language],
        abstained=True,
        language=asked.language,
        nearest=tuple(_cite(n, hits[e.sentence.hit], e) for n, e in enumerate(nearest, 1)),
    )


def _shown(
    asked: Question, hits: Sequence[Hit], evidence: Sequence[Evidence]
) -> list[tuple[Evidence, Citation]]:
    """Return the best sentence and those nearly as good, none overlapping another."""
    shown: list[tuple[Evidence, Citation]] = []
    for e in evidence:
        if len(shown) == MOST_SENTENCES or e.score < evidence[0].score - COMPANION:
            break
        citation = _cite(len(shown) + 1, hits[e.sentence.hit], e)
        repeats = any(
            c.article == citation.article and c.start < citation.end and citation.start < c.end
            for _, c in shown
        )
        if not shown or (not repeats and (e.short or not asked.expects)):
            shown.append((e, citation))
    return shown


def statement(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a sentence's span ``text[start:end]``, grown so that a quotation stays whole.

    A sentence from inside a quotation is shown with the rest of it and its attribution, where that
    takes no more than LONGEST_STATEMENT_WORDS; otherwise a lone mark at its edge is left off.
    """
    if _balanced(text[start:end]):
        return start, end
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if _balanced(text[first:last]) and len(text[first:last].split()) <= LONGEST_STATEMENT_WORDS:
        return first, last
    while start < end and text[start] in f'"{_OPEN}{_CLOSE} ':
        start += 1
    while end > start and text[end - 1] in f'"{_OPEN}{_CLOSE} ':
        end -= 1
    return start, end


def _balanced(text: str) -> bool:
    marks = sum(text.count(mark) for mark in f'"{_OPEN}{_CLOSE}')
    return marks % 2 == 0


def _cite(n: int, hit: Hit, e: Evidence) -> Citation:
    passage = hit.passage
    start, end = statement(passage.text, e.sentence.start, e.sentence.end)
    return Citation(
        n=n,
        article=passage.article,
        start=passage.start + start,
        end=passage.start + end,
        text=passage.text[start:end],
        title=hit.title,
        outlet=hit.outlet,
        date=hit.date,
        author=hit.author,
        url=hit.url,
        copies=hit.copies,
    )
