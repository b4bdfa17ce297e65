"""Word pieces of a static embedding model, remembered from text to text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

# Texts that are read at once by a tokenizer that cannot be spared.
_BATCH = 256
# What is longer (characters) is no word, and not remembered.
_LONGEST = 40


class WordPieces(dict[str, list[int]]):
    """The ids of the pieces of what stands between white space.

    A question meets the same words in passage after passage: what was read once is looked up. A tokenizer
    that does not itself split at white space may read across it, and reads each text anew.
    """

    LIMIT = 500_000

    def __init__(self, tokenizer: Tokenizer) -> None:
        from tokenizers.pre_tokenizers import WhitespaceSplit

        super().__init__()
        # model2vec's own encode() resets its tokenizer's truncation on every call, which two
        # threads must not do at once; these calls only read.
        self._tokenizer = tokenizer
        self._splits = isinstance(tokenizer.pre_tokenizer, WhitespaceSplit)

    def of(self, texts: list[str]) -> Iterator[list[int]]:
        """Yield the ids of each text, special tokens left out."""
        if self._splits:
            yield from ([*chain.from_iterable(map(self.__getitem__, text.split()))] for text in texts)
            return
        for i in range(0, len(texts), _BATCH):
            batch = self._tokenizer.encode_batch_fast(texts[i : i + _BATCH], add_special_tokens=False)
            yield from (pieces.ids for pieces in batch)

    def __missing__(self, chunk: str) -> list[int]:
        ids: list[int] = self._tokenizer.encode(chunk, add_special_tokens=False).ids
        if len(chunk) <= _LONGEST:
            if len(self) >= self.LIMIT:
                self.clear()
            self[chunk] = ids
        return ids
