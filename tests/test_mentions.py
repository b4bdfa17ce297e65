"""Noun phrases: what was read of an article before is what is read again, wherever the reading ends."""

from __future__ import annotations

import pytest

from rag.speech.capitals import known_words
from rag.speech.mentions import mention_at

TEXT = (
    "Ketua Dewan Pengurus Paguyuban Petani Garam Rakyat Pesisir Utara Kabupaten Sumber Jaya, Sri Wahyuni "
    "Lestari (47), kepada Kepala Dinas Kelautan Budi Santoso, S.H. mengatakan harga turun. "
    "Perempuan 47 tahun itu berterima kasih kepada sumber di internal dinas itu."
)


@pytest.mark.parametrize("start", [0, TEXT.index("Sri"), TEXT.index("Kepala"), TEXT.index("Perempuan")])
def test_a_phrase_does_not_depend_on_what_was_read_before(start: int) -> None:
    shared = known_words(TEXT)
    ends = range(start + 1, len(TEXT) + 1)
    for end in (*ends, *reversed(ends)):
        assert mention_at(TEXT, start, end, shared) == mention_at(TEXT, start, end, known_words(TEXT))


def test_the_words_of_another_text_are_not_those_of_the_article() -> None:
    known, other = known_words(TEXT), TEXT.replace("Sri", "Ida")
    ours, theirs = (mention_at(text, TEXT.index("Sri"), len(text), known) for text in (TEXT, other))
    assert ours is not None
    assert theirs is not None
    assert (ours.name, theirs.name) == ("Sri Wahyuni Lestari", "Ida Wahyuni Lestari")
