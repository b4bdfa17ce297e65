"""Words: spans that hold what they say, one form for one word, stems by the chunk."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag import words as room
from rag.words import QUESTION_WORDS, STOPWORDS, fold, fold_word, stem, stems, words

TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("abcXYZ éÉß ½ﬁ İ 0123.,-'\"\n\t\u00a0\u2009—日本"), st.characters(codec="utf-8")
    ),
    max_size=80,
)


@given(TEXT)
def test_spans_hold_their_words_in_order(text: str) -> None:
    found = words(text)
    assert all(0 <= w.start < w.end <= len(text) for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(w.norm == fold_word(text[w.start : w.end]) for w in found)
    assert all(w.norm and not any(map(str.isspace, w.norm)) for w in found)
    covered = {i for w in found for i in range(w.start, w.end)}
    assert all(i in covered for i, c in enumerate(text) if c.isascii() and c.isalnum())


@given(TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aAéÉüÜñÑ kK.,", max_size=40))
def test_stems_do_not_see_case_or_accents(text: str) -> None:
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    assert stems(text.upper()) == stems(text) == stems(plain.lower())


@given(st.lists(TEXT, max_size=5))
def test_stems_of_a_text_are_those_of_its_chunks(parts: list[str]) -> None:
    assert stems(" ".join(parts)) == [s for part in parts for s in stems(part)]


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("Rp3.000,50 per kg", ["rp", "3.000,50", "per", "kg"]),
        ("pukul 19.30 WIB.", ["pukul", "19.30", "wib"]),
        ("produk-produk e-commerce", ["produk", "produk", "e", "commerce"]),
        ("Jum'at (3/7)", ["jum", "at", "3", "7"]),
        ("Café Société", ["cafe", "societe"]),
        ("  ", []),
    ],
)
def test_what_counts_as_a_word(text: str, norms: list[str]) -> None:
    assert [w.norm for w in words(text)] == norms


def test_question_words_are_stopwords_and_folded() -> None:
    assert QUESTION_WORDS < STOPWORDS
    assert all(fold(w) == w for w in STOPWORDS)
    assert not STOPWORDS & {"presiden", "menteri", "larang"}


def test_the_memory_of_chunks_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    small = room._Chunks()
    small.LIMIT = 3
    monkeypatch.setattr(room, "_CHUNKS", small)
    assert stems("satu dua tiga empat lima") == [stem(w) for w in ("satu", "dua", "tiga", "empat", "lima")]
    assert len(small) <= 3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("farmers", "farmer", True),
        ("promised", "promise", True),
        ("studies", "study", True),
        ("causing", "caused", True),
        ("anies", "any", False),  # a name
        ("paling", "pale", False),
        ("saling", "sale", False),
        ("daring", "dare", False),
        ("tunas", "tuna", False),
        ("member", "members", True),
        ("tenant", "tenants", True),
        ("petani", "farmer", False),
        ("kapalnya", "kapal", True),
        ("memimpin", "pimpinan", True),
    ],
)
def test_english_words_are_compared_by_their_stems(one: str, other: str, same: bool) -> None:
    assert (stem(one) == stem(other)) == same
