"""From evidence to an answer: one to three sentences, verbatim, with ``[n]``, or an abstention.

The seam for a better judge is ``evidence.weigh``: this room only decides what is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rag.documents import Answer, Citation, Hit
from rag.evidence import Evidence, trust, weigh
from rag.question import Question, analyse
from rag.statements import statement
from rag.words import fold

MOST_SENTENCES = 3
# Evidence trusted less than this is no answer. Of 0.3, 0.38, 0.4, 0.42 and 0.5 on the questions in
# tests/data: lower answers more near-misses than it gains, higher abstains from paraphrases
# (bench/questions.py).
THRESHOLD = 0.4
# A further sentence is shown when its rank score is at most this much under the best one's.
COMPANION = 2.0
# A short answer that fits less well is left to the sentence. On models/judge-training 69% of all short
# answers are right, 70% of those from 0.4, 76% from 0.5, 82% from 0.6; at 0.6 four in five are lost.
SHORT_FIT = 0.5
NEAREST = 3
# How a sentence goes on from the one before it.
_GOES_ON = re.compile(
    r"\W*(?:(?:Namun|Tetapi|Tapi|Sebab|Karena|Oleh|Akibatnya|Sehingga|Alasannya|Padahal|Apabila|Jika|Kalau)\b"
    r"|(?:[\w-]+\W+){0,3}(?:itu|ini|tersebut)\b)"
)
TextOf = Callable[[str], str | None]

ABSTENTION = {
    "id": "Arsip ini tidak memuat jawabannya.",
    "en": "The archive does not hold the answer.",
}


def answer(
    question: str,
    hits: Sequence[Hit],
    cosines: Callable[[Question, list[str]], Sequence[float]],
    text_of: TextOf = lambda _: None,
) -> Answer:
    """Answer ``question`` from ``hits`` (best first), or abstain with the nearest passages.

    ``cosines`` returns the similarity (-1..1) of the analysed question to each given text,
    ``text_of`` the stored text of an article, None where only the passage is at hand.
    """
    asked = analyse(question)
    evidence = weigh(asked, hits, lambda texts: cosines(asked, texts))
    if trust(evidence) < THRESHOLD:
        return _abstain(asked, hits, evidence, text_of)
    shown = _shown(asked, hits, evidence, text_of)
    citations = tuple(citation for _, citation in shown)
    best = shown[0][0]
    short = best.short if best.features.typed >= SHORT_FIT else None
    body = " ".join(f"{c.text} [{c.n}]" for c in citations)
    return Answer(
        question=question,
        answer=f"{short.text} — {body}" if short else body,
        abstained=False,
        language=asked.language,
        short=short.text if short else None,
        citations=citations,
    )


def _abstain(asked: Question, hits: Sequence[Hit], evidence: Sequence[Evidence], text_of: TextOf) -> Answer:
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
        nearest=tuple(_cite(n, hits[e.sentence.hit], e, text_of) for n, e in enumerate(nearest, 1)),
    )


def _shown(
    asked: Question, hits: Sequence[Hit], evidence: Sequence[Evidence], text_of: TextOf
) -> list[tuple[Evidence, Citation]]:
    """Return the best sentence, what goes on from it, and those nearly as good; none overlaps another."""
    best = evidence[0]
    near = [e for e in evidence[1:] if e.score >= best.score - COMPANION and (e.short or not asked.expects)]
    follower = None if asked.expects else _follower(best, evidence)
    shown: list[tuple[Evidence, Citation]] = []
    for e in [best, *near[:1], *([follower] if follower else []), *near[1:]]:
        if len(shown) == MOST_SENTENCES:
            break
        citation = _cite(len(shown) + 1, hits[e.sentence.hit], e, text_of)
        if not any(_repeats(citation, c) for _, c in shown):
            shown.append((e, citation))
    return shown


def _follower(best: Evidence, evidence: Sequence[Evidence]) -> Evidence | None:
    """Return the sentence after the best one where it goes on from it ("Namun, upaya tersebut ...")."""
    after = [
        e for e in evidence if e.sentence.hit == best.sentence.hit and e.sentence.start >= best.sentence.end
    ]
    following = min(after, key=lambda e: e.sentence.start, default=None)
    return following if following and _GOES_ON.match(following.sentence.text) else None


def _repeats(one: Citation, other: Citation) -> bool:
    """Say whether two citations overlap, or are the same words in two articles."""
    overlap = one.article == other.article and one.start < other.end and other.start < one.end
    return overlap or fold(one.text) == fold(other.text)


def _cite(n: int, hit: Hit, e: Evidence, text_of: TextOf) -> Citation:
    passage = hit.passage
    whole = text_of(passage.article)
    text, offset = (passage.text, passage.start) if whole is None else (whole, 0)
    shift = passage.start - offset
    start, end = statement(text, e.sentence.start + shift, e.sentence.end + shift)
    return Citation(
        n=n,
        article=passage.article,
        start=offset + start,
        end=offset + end,
        text=text[start:end],
        title=hit.title,
        outlet=hit.outlet,
        date=hit.date,
        author=hit.author,
        url=hit.url,
        copies=hit.copies,
    )
