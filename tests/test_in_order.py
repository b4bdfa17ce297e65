"""Which of several that stand in an order a sentence tells of."""

from __future__ import annotations

import pytest

from rag.in_order import is_another_in_order


@pytest.mark.parametrize(
    ("asked", "told", "another"),
    [
        ("How much will the second phase cost?", "The first phase cost $3 million.", True),
        ("How much will the second phase cost?", "The first phase costs $3, the second phase $2.", False),
        ("Siapa juara babak kedua?", "Babak pertama dimenangi Sari Dewi.", True),
        ("Siapa juara babak ke-2?", "Babak kedua dimenangi Sari Dewi.", False),
        ("Apa isi butir ketujuh?", "Pada butir keempat, warga meminta air bersih.", True),
        ("Kapan pertama kali jembatan dibangun?", "Untuk kedua kali jembatan itu putus.", False),
        ("Siapa anak kedua Sari?", "Babak pertama dimenangi anak Sari.", False),
        ("Berapa biaya tahap kedua?", "Biayanya Rp 3 miliar.", False),
    ],
)  # fmt: skip
def test_another_of_its_kind(asked: str, told: str, another: bool) -> None:
    assert is_another_in_order(asked, told) is another
