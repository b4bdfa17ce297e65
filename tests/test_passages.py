"""Passages: true slices in order, nothing left out, of the promised size."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.documents import Article, Passage
from rag.passages import CHUNKING, Chunking, cut, indexed_text, spoken_date

SENTENCE = st.lists(st.sampled_from(["Harga", "beras", "naik", "di", "pasar"]), min_size=1, max_size=30).map(
    lambda words: " ".join(["Kata", *words]) + "."
)
PROSE = st.lists(st.lists(SENTENCE, min_size=1, max_size=6).map(" ".join), max_size=40).map("\n\n".join)
SMALL = Chunking(min_words=8, max_words=30)


def words(passage: Passage) -> int:
    return len(passage.text.split())


@given(st.one_of(PROSE, st.text(max_size=3_000)), st.sampled_from([CHUNKING, SMALL]))
def test_passages_are_slices_in_order_that_cover_the_text(text: str, chunking: Chunking) -> None:
    passages = cut(Article("a/b.md", text), chunking)
    assert [p.id for p in passages] == [f"a/b.md#{n}" for n in range(len(passages))]
    end = 0
    for passage in passages:
        assert passage.text == text[passage.start : passage.end] != ""
        assert not text[end : passage.start].strip()
        end = passage.end
    assert not text[end:].strip()
    assert passages == cut(Article("a/b.md", text), chunking)


@given(PROSE)
def test_no_passage_is_longer_than_allowed_and_all_end_with_a_sentence(text: str) -> None:
    for passage in cut(Article("x", text)):
        assert words(passage) <= CHUNKING.max_words
        assert passage.text.endswith(".")


@given(PROSE)
def test_passages_of_ordinary_sentences_are_long_enough(text: str) -> None:
    lengths = [words(p) for p in cut(Article("x", text))]
    if sum(lengths) > 2 * CHUNKING.max_words:  # 181 to 239 words make two shorter ones
        # Sentences here have up to 31 words: the nearest end lies within half of one, and a
        # paragraph's end is preferred by a dozen words more.
        assert min(lengths) >= CHUNKING.min_words - 31
        assert sum(lengths) / len(lengths) >= CHUNKING.min_words


@pytest.mark.parametrize("count", [1, 100, 180])
def test_a_short_article_is_one_passage(count: int) -> None:
    assert len(cut(Article("x", " ".join(["kata"] * count)))) == 1


def test_a_short_rest_is_levelled_out() -> None:
    text = "\n".join(" ".join(["kata"] * 9) + " akhir." for _ in range(19))  # 190 words
    assert [words(p) for p in cut(Article("x", text))] == [90, 100]


def test_most_passages_of_long_articles_are_within_the_limits() -> None:
    chance = random.Random(7)
    lengths = []
    for _ in range(100):
        sentences = [" ".join(["kata"] * chance.randint(6, 34)) + "." for _ in range(chance.randint(25, 60))]
        lengths += [words(p) for p in cut(Article("x", " ".join(sentences)))]
    inside = sum(CHUNKING.min_words <= n <= CHUNKING.max_words for n in lengths)
    assert inside / len(lengths) > 0.97


def test_a_sentence_over_the_limit_is_cut_between_words() -> None:
    text = " ".join(f"kata{n}" for n in range(400))
    passages = cut(Article("x", text))
    assert [words(p) for p in passages] == [133, 133, 134]
    assert " ".join(p.text for p in passages) == text


def test_a_text_without_spaces_is_cut_too() -> None:
    passages = cut(Article("x", "新" * 20_000))
    assert all(len(p.text) <= 40 * CHUNKING.max_words for p in passages)
    assert "".join(p.text for p in passages) == "新" * 20_000


def test_a_cut_prefers_the_end_of_a_paragraph() -> None:
    sentence = " ".join(["kata"] * 9) + " akhir."
    paragraphs = [14, 15]  # the middle, 145 words, is as far from 140 as from 150
    text = "\n".join(" ".join([sentence] * n) for n in paragraphs)
    assert [words(p) for p in cut(Article("x", text))] == [140, 150]


def test_indexed_text_says_headline_date_and_outlet_once() -> None:
    article = Article("x", "Beras naik\nIsi.", title="Beras naik", outlet="Kutip", date="2023-07-05")
    first = Passage("x#0", "x", 0, 15, article.text)
    later = Passage("x#1", "x", 11, 15, "Isi.")
    assert indexed_text(article, first) == "5 Juli 2023\nKutip\nBeras naik\nIsi."
    assert indexed_text(article, later) == "Beras naik\n5 Juli 2023\nKutip\nIsi."
    assert indexed_text(Article("y", "Isi."), later) == "Isi."


def test_spoken_date() -> None:
    assert spoken_date("2023-12-31") == "31 Desember 2023"
    assert spoken_date(None) is None
