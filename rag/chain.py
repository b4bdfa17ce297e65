"""The one LCEL chain: a retriever, then the answer. The app, the API and ``ask`` all run it.

Any LangChain retriever can stand in for the archive's own, as long as its documents carry the
metadata that ``hit_of`` reads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableConfig, RunnableLambda

from rag.documents import Answer, Filters, Hit, Passage
from rag.followup import asks_alone, may_stand, written_out

AnswerChain = Runnable[dict[str, Any], Answer]
OnText = Callable[[str], None]


def document_of(hit: Hit) -> Document:
    """Return a hit as a LangChain document."""
    passage = hit.passage
    return Document(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "passage": passage.id,
            "article": passage.article,
            "start": passage.start,
            "end": passage.end,
            "score": hit.score,
            "title": hit.title,
            "outlet": hit.outlet,
            "date": hit.date,
            "author": hit.author,
            "url": hit.url,
            "copies": list(hit.copies),
            "lead": hit.lead,
        },
    )


def hit_of(document: Document) -> Hit:
    """Return a document as a hit; ``article``, ``start`` and ``end`` must be in its metadata."""
    data = document.metadata
    passage = Passage(
        id=data.get("passage") or f"{data['article']}@{data['start']}",
        article=data["article"],
        start=data["start"],
        end=data["end"],
        text=document.page_content,
    )
    return Hit(
        passage=passage,
        score=data.get("score", 0.0),
        title=data.get("title"),
        outlet=data.get("outlet"),
        date=data.get("date"),
        author=data.get("author"),
        url=data.get("url"),
        copies=tuple(data.get("copies", ())),
        lead=data.get("lead", ""),
    )


class ArchiveRetriever(BaseRetriever):
    """A thin adapter: ``search(query, filters)`` as a LangChain retriever."""

    search: Callable[[str, Filters], list[Hit]]

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, filters: Filters | None = None
    ) -> list[Document]:
        return [document_of(hit) for hit in self.search(query, filters or Filters())]


def _surer(one: Answer, other: Answer) -> bool:
    """Say whether one answer is more likely right than another."""
    return (one.confidence or 0.0) > (other.confidence or 0.0)


def build_chain(
    retriever: BaseRetriever,
    respond: Callable[[str, list[Hit]], Answer],
    phrase: Callable[[str, Answer, list[Hit], OnText | None], Answer] | None = None,
) -> AnswerChain:
    """Compose retriever, answer and, where a language model is configured, its phrasing.

    The input is ``{"question": str, "filters": Filters}``; beside them may stand ``history``, the exchanges
    before it, in whose light a follow-up is written out, and ``on_text``, to be handed what a language model
    has written so far.
    """

    # Each step hands on what it was given and what it adds; ``RunnablePassthrough.assign`` would do it in
    # threads that it starts for every question.
    def understand(given: dict[str, Any]) -> dict[str, Any]:
        return {**given, "asked": written_out(given["question"], given.get("history", ()))}

    def fetch(given: dict[str, Any], config: RunnableConfig) -> dict[str, Any]:
        return {**given, "documents": retriever.invoke(given["asked"], config, filters=given["filters"])}

    def reply(given: dict[str, Any], config: RunnableConfig) -> dict[str, Any]:
        answered = respond(given["asked"], [hit_of(d) for d in given["documents"]])
        question = given["question"]
        whole = may_stand(question) or (answered.abstained and asks_alone(question))
        if given["asked"] != question and whole:
            alone = fetch({**given, "asked": question}, config)
            by_itself = respond(alone["asked"], [hit_of(d) for d in alone["documents"]])
            if not by_itself.abstained and (answered.abstained or _surer(by_itself, answered)):
                given, answered = alone, by_itself
        understood = given["asked"] if given["asked"] != question else None
        return {**given, "answer": replace(answered, question=question, understood=understood)}

    def rephrase(given: dict[str, Any]) -> Answer:
        answered: Answer = given["answer"]
        if phrase is None:
            return answered
        hits = [hit_of(d) for d in given["documents"]]
        return phrase(given["asked"], answered, hits, given.get("on_text"))

    return (
        RunnableLambda(understand) | RunnableLambda(fetch) | RunnableLambda(reply) | RunnableLambda(rephrase)
    )
