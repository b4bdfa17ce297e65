"""What is remembered of word pieces is what the tokenizer reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from model2vec import StaticModel
from tokenizers import Tokenizer, pre_tokenizers

from rag.pieces import WordPieces
from rag.settings import BUNDLED_MODEL, HOME

TOKENIZER: Tokenizer = StaticModel.from_pretrained(HOME / "models" / BUNDLED_MODEL, max_length=None).tokenizer
PIECES = WordPieces(TOKENIZER)


def read_anew(text: str) -> list[int]:
    return TOKENIZER.encode(text, add_special_tokens=False).ids


@given(st.text())
def test_any_text_has_the_pieces_that_the_tokenizer_reads(text: str) -> None:
    assert list(PIECES.of([text])) == [read_anew(text)]


@given(
    st.lists(
        st.sampled_from("Rp 3.000 1 , 5 [UNK] e-commerce Ökonomi\u0301 \u2028 \x1c ﷺ İ — ke-".split(" "))
    )
)
def test_words_stand_on_their_own(parts: list[str]) -> None:
    for joined in (" ".join(parts), "\u00a0".join(parts), "".join(parts)):
        assert list(PIECES.of([joined])) == [read_anew(joined)]


def test_a_tokenizer_that_reads_across_white_space_reads_each_text_anew() -> None:
    whole = Tokenizer.from_str(TOKENIZER.to_str())
    whole.pre_tokenizer = pre_tokenizers.Metaspace()
    pieces = WordPieces(whole)
    texts = [f"kata {n} dan kata" for n in range(300)]
    assert list(pieces.of(texts)) == [whole.encode(text, add_special_tokens=False).ids for text in texts]
    assert not pieces


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = WordPieces(TOKENIZER)
    monkeypatch.setattr(WordPieces, "LIMIT", 10)
    assert list(pieces.of([" ".join(f"kata{n}" for n in range(25)), "x" * 1_000]))
    assert len(pieces) <= 10
    assert max(map(len, pieces)) < 100
