"""The answer in a language model's words, where one is configured and its words hold.

What the archive answers is decided before (``answer``): where the evidence does not carry an answer, no model
is asked. Where the model fails, or nothing it wrote is supported, the extractive answer stands, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from rag.answer import DIFFERING
from rag.documents import Answer, Hit, Quote
from rag.errors import LanguageModelError
from rag.leash import Cited, hold
from rag.prompts import NO_ANSWER, Message, messages

# Passages that a model is given.
GIVEN = 5
# Where the model says that it found nothing, the rest of what it wrote is judged alone.
_NO_ANSWER = re.compile(rf"{NO_ANSWER}(?: ?\[\d+\])*\.?", re.IGNORECASE)
_UNSUPPORTED = {"id": "(tidak didukung sumber)", "en": "(not supported by a source)"}
_NOTHING = {
    "id": "Tidak satu pun kalimat model bahasa didukung sumber; yang ditampilkan kata-kata sumber sendiri.",
    "en": "No sentence of the language model is supported by its source; the sources' own words are shown.",
}
_NOT_FOUND = {
    "id": "Model bahasa tidak menemukan jawaban dalam sumber; yang ditampilkan kata-kata sumber sendiri.",
    "en": "The language model found no answer in its sources; the sources' own words are shown.",
}
OnText = Callable[[str], None]


class Model(Protocol):
    """What is asked of a language model."""

    def stream(self, messages: Sequence[Message]) -> Iterator[str]: ...


def phrase(
    asked: str,
    extractive: Answer,
    hits: Sequence[Hit],
    model: Callable[[], Model],
    quotes_of: Callable[[str], Sequence[Quote]],
    on_text: OnText | None = None,
) -> Answer:
    """Return the answer as a language model phrases it, on the leash, or the extractive one with a notice.

    ``on_text`` is handed what has been written so far, as it comes: none of it has been checked yet.
    """
    if extractive.abstained:
        return extractive
    given = [Cited(key, hit, _inside(hit, quotes_of)) for key, hit in enumerate(hits[:GIVEN], start=1)]
    written = ""
    try:
        for piece in model().stream(messages(asked, hits[:GIVEN], extractive.language)):
            written += piece
            if on_text is not None:
                on_text(written)
    except LanguageModelError as error:
        return replace(extractive, notice=error.in_language(extractive.language))
    answered = _NO_ANSWER.sub(" ", written)
    claims, citations = hold(answered, given, extractive.language)
    if not any(claim.supported for claim in claims):
        notice = _NOTHING if claims else _NOT_FOUND
        return replace(extractive, notice=notice[extractive.language])
    marked = _UNSUPPORTED[extractive.language]
    values = "; ".join(text for text, _ in extractive.differing)
    shown = [f"{c.text} {_markers(c.citations) if c.supported else marked}" for c in claims]
    return replace(
        extractive,
        answer=" ".join(shown),
        short=None,
        notice=f"{DIFFERING[extractive.language]}: {values}" if values else None,
        differing=(),
        mode="llm",
        citations=tuple(citations),
        claims=tuple(claims),
    )


def _markers(numbers: Sequence[int]) -> str:
    return "".join(f"[{n}]" for n in numbers)


def _inside(hit: Hit, quotes_of: Callable[[str], Sequence[Quote]]) -> tuple[Quote, ...]:
    start, end = hit.passage.start, hit.passage.end
    return tuple(q for q in quotes_of(hit.passage.article) if q.start < end and start < q.end)
