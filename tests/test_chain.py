"""The one chain: what the retriever returns is what the answer is made of."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from rag.answer import answer
from rag.chain import ArchiveRetriever, build_chain, document_of, hit_of
from rag.documents import Answer, Exchange, Filters, Hit, Passage

TEXT = "Kepala dinas itu, Sari Wulandari, memimpin Proyek Lentera sejak Mei 2021."
OTHER = "Kini Proyek Lentera dipimpin oleh Budi Santosa."


def hit(text: str, article: str) -> Hit:
    return Hit(Passage(f"{article}#0", article, 5, 5 + len(text), text), 1.0, title="Judul", copies=("c.md",))


def respond(question: str, hits: list[Hit]) -> Answer:
    return answer(question, hits, lambda _, texts: [0.5] * len(texts))


class Fixed(BaseRetriever):
    """A stand-in that always returns one document."""

    document: Document

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        return [self.document]


def test_a_hit_survives_the_way_through_a_document() -> None:
    assert hit_of(document_of(hit(TEXT, "a.md"))) == hit(TEXT, "a.md")


def test_replacing_the_retriever_changes_the_answer() -> None:
    question = {"question": "Siapa yang memimpin Proyek Lentera?", "filters": Filters()}
    own = ArchiveRetriever(search=lambda query, filters: [hit(TEXT, "a.md")])
    first = build_chain(own, respond).invoke(question)
    second = build_chain(Fixed(document=document_of(hit(OTHER, "b.md"))), respond).invoke(question)
    assert first.short == "Sari Wulandari"
    assert [c.article for c in first.citations] == ["a.md"]
    assert second.short == "Budi Santosa"
    assert [c.article for c in second.citations] == ["b.md"]


def test_the_filters_reach_the_search() -> None:
    seen = []

    def search(query: str, filters: Filters) -> list[Hit]:
        seen.append((query, filters))
        return []

    only = Filters(outlet="Kabar Uji", since="2025-01-01")
    result = build_chain(ArchiveRetriever(search=search), respond).invoke(
        {"question": "Apa itu x?", "filters": only}
    )
    assert seen == [("Apa itu x?", only)]
    assert result.abstained


SURE, UNSURE, NOT = 0.9, 0.5, None


def told(of_topic: float | None, of_itself: float | None, question: str) -> Answer:
    """Ask behind a question on another matter; confidences of the answers, None for an abstention."""

    def scripted(asked: str, hits: list[Hit]) -> Answer:
        trust = of_topic if "soal:" in asked else of_itself
        return Answer(asked, asked, abstained=trust is None, language="id", confidence=trust)

    chain = build_chain(ArchiveRetriever(search=lambda query, filters: []), scripted)
    history = [Exchange("Siapa yang memimpin Proyek Lentera?", "Budi Santosa")]
    return chain.invoke({"question": question, "filters": Filters(), "history": history})


WHOLE, LEANING, LIGHT = "kenapa buruh pabrik pakaian mogok?", "kapan itu dimulai di pabriknya?", "kok turun?"


def test_a_question_without_names_is_asked_both_ways_and_the_surer_answer_given() -> None:
    assert told(UNSURE, SURE, WHOLE).understood is None
    assert told(SURE, UNSURE, WHOLE).understood == f"{WHOLE} — soal: Proyek Lentera, Budi Santosa, memimpin"
    assert told(NOT, UNSURE, WHOLE).understood is None
    assert told(UNSURE, NOT, WHOLE).understood is not None
    for question in (LEANING, LIGHT):
        assert told(UNSURE, SURE, question).understood is not None, question
