"""Words, stems and folding: what counts as the same word.

One tokenizer serves the lexical index, the question's analysis and the grouping of copies,
so that a word is the same thing everywhere.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import Stemmer

from rag.lemmas import is_english, is_english_form
from rag.morphology import root, roots

# A number keeps its inner separators (3.000, 19.30, 97,5); a word keeps an inner hyphen or
# apostrophe out: "produk-produk" and "e-commerce" are two words each, as in a query. "Rp1,2 miliar" is
# "Rp 1,2 miliar".
_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?i:rp)(?=\d)|[^\W\d_]+(?:\d+)?")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_LOCAL = threading.local()

# Words that ask, and words that only hold a sentence together, in folded form. A query is
# searched without them where it has others: on IDK-MRC dev BM25 alone rises from 84.4 to 86.1
# nDCG@10, on FacQA train from 85.2 to 85.7 (bench/retrieval.py).
_QUESTION = """apa apakah apaan siapa siapakah kapan kapankah bilamana mana manakah di ke dari dimana
    dimanakah kemana darimana berapa berapakah mengapa kenapa bagaimana bagaimanakah gimana"""
_FUNCTION = """yang dan atau dengan untuk pada dalam oleh itu ini adalah ialah merupakan yaitu yakni
    sebagai nama namanya bernama disebut dimaksud ada saja para si sang se nya tersebut akan telah sudah
    bisa dapat tidak juga secara antara terhadap tentang mengenai karena jika kah lah pun"""
QUESTION_WORDS = frozenset(_QUESTION.split())
STOPWORDS = QUESTION_WORDS | frozenset(_FUNCTION.split())


class Word(NamedTuple):
    """A word of a text: its code-point span and its folded form."""

    start: int
    end: int
    norm: str


def fold(text: str) -> str:
    """Return ``text`` in lower case without accents, for comparing; offsets do not survive."""
    if text.isascii():
        return text.lower()
    # Decomposed first: a mathematical or full-width capital has no small letter until it is.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return _BEYOND_ASCII.sub(_without_accents, decomposed)


def _without_accents(found: re.Match[str]) -> str:
    return "".join(c for c in found.group() if not unicodedata.combining(c))


def fold_word(word: str) -> str:
    """Return a word folded: never empty, never with a space inside.

    Some letters fold to accents alone (the half-width sound mark), some to whole phrases (Arabic ligatures).
    """
    return "".join(fold(word).split()) or word


def words(text: str) -> list[Word]:
    """Return the words and numbers of ``text`` in order."""
    if text.isascii():
        return [Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(text.lower())]
    return [Word(m.start(), m.end(), fold_word(m.group())) for m in _WORD.finditer(text)]


def folded(text: str) -> list[str]:
    """Return the folded words of ``text`` in order, as ``words`` does."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return list(map(fold_word, _WORD.findall(text)))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return what one folded word is compared by: its Indonesian root, else Snowball's stem.

    The stem is English where the glossary has the word, or a word that it may be a form of. An English word
    that is no root itself has none: "member" does not come from "ber".
    """
    if is_english(word) and word not in roots():
        return _snowball("english", word)
    return root(word) or _snowball("english" if is_english_form(word) else "indonesian", word)


def _snowball(language: str, word: str) -> str:
    known: dict[str, Stemmer.Stemmer] = _LOCAL.__dict__
    if language not in known:
        known[language] = Stemmer.Stemmer(language)
    result: str = known[language].stemWord(word)
    return result


class _Chunks(dict[str, tuple[str, ...]]):
    """What each white-space delimited chunk of text stems to, remembered.

    A chunk as it stands in the text, capitals and punctuation included, is looked up once: the
    regular expression and the folding run for new chunks only, a quarter of the time overall.
    """

    LIMIT = 500_000

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        if len(self) >= self.LIMIT:
            self.clear()
        found = self[chunk] = tuple(stem(w) for w in _WORD.findall(fold(chunk)))
        return found


_CHUNKS = _Chunks()


def stems(text: str) -> list[str]:
    """Return the stems of the words of ``text`` in order."""
    return list(chain.from_iterable(map(_CHUNKS.__getitem__, text.split())))
