"""Quoted strings that are cut out of what turns them."""

from __future__ import annotations

import pytest

from rag.align import align
from rag.cut_short import is_turned, puts_another_word
from rag.wording import norms

SAID = (
    "Siapa yang jamin upah bulan depan dibayar? Kami dijanjikan akan ada sumur baru sebelum kemarau. Kami "
    "tidak percaya sumur itu cukup. Kalau hujan turun, ladang ini selamat. Airnya jernih, ikannya banyak."
)


@pytest.mark.parametrize(
    ("quoted", "outside", "turned"),
    [
        ("upah bulan depan dibayar", "Sari menyatakan", True),
        ("upah bulan depan dibayar", "Sari mempertanyakan apakah", False),
        ("Siapa yang jamin upah bulan depan dibayar", "kata Sari", False),
        ("akan ada sumur baru sebelum kemarau", "kata Sari", True),
        ("akan ada sumur baru sebelum kemarau", "Sari mengatakan mereka dijanjikan", False),
        ("sumur itu cukup", "kata Sari", True),
        ("sumur itu cukup", "Sari tidak percaya", False),
        ("ladang ini selamat", "kata Sari", True),
        ("ladang ini selamat", "kata Sari, jika hujan turun", False),
        ("ikannya banyak", "kata Sari", False),
    ],
)
def test_a_cut_turns_what_is_said(quoted: str, outside: str, turned: bool) -> None:
    start = SAID.index(quoted)
    assert is_turned(SAID, start, start + len(quoted), outside) is turned


@pytest.mark.parametrize(
    ("quoted", "another"),
    [
        ("Airnya keruh, ikannya banyak", True),
        ("Airnya jernih dan ikannya banyak", False),
        ("Kami percaya sumur itu cukup", True),
    ],
)
def test_a_quotation_that_is_mended_has_no_word_of_its_own(quoted: str, another: bool) -> None:
    asked, there = norms(quoted), norms(SAID)
    assert puts_another_word(asked, there, align(asked, there).edits) is another
