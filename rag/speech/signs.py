"""Where a text may report speech at all: the words of which each report has one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.speech import english
from rag.speech.cues import AFTER_ENGLISH, AFTER_INDIRECT, ANSWERING, SAYING, SPOKEN_PLAINLY

# Without one of these no sentence reports speech.
_SIGNS = frozenset(
    {w.split("-")[0] for w in SAYING | ANSWERING | AFTER_INDIRECT | SPOKEN_PLAINLY}
    | {f"{cue}nya" for cue in AFTER_INDIRECT}
    | AFTER_ENGLISH
    | english.PARTICIPLES
    | english.AMBIGUOUS
    | english.JUDGING.keys()
    | {"points", "pointed", "begitu", "demikian", "membocorkan"}
    | {"bahwa", "mengancam", "according", "berdasarkan", "berdasarkannya"}
    | {f"{word}{its}" for word in ("menurut", "pandangan", "penilaian", "mata") for its in ("", "nya")}
)
_PASSIVE_SIGNS = tuple(
    f"di{told}"
    for told in (
        "kata ungkap jelas tegas tambah sebut tutur papar sampai terang akui urai tanda cerita nyata tulis "
        "nilai anggap klaim yakini perkirakan duga pandang janjikan usulkan"
    ).split()
)
_LETTERS = re.compile(r"[^\W\d_]+")
_ASCII_LETTERS = re.compile("[A-Za-z]+")  # half the time


def signs_of_report(text: str) -> list[int]:
    """Return where words stand of which a sentence that reports speech has one at least, in order."""
    different = " ".join(set(text.split()))  # each run of letters once, or few times
    words = (_ASCII_LETTERS if different.isascii() else _LETTERS).findall(different)
    signs = [word for word in set(words) if (w := word.lower()) in _SIGNS or w.startswith(_PASSIVE_SIGNS)]
    return sorted(start for word in signs for start in _places(word, text))


def _places(word: str, text: str) -> Iterator[int]:
    """Yield where a word stands in a text by itself, with no other letters beside it."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (_LETTERS.match(text, end) or (start and _LETTERS.match(text, start - 1))):
            yield start
        start = text.find(word, end)
