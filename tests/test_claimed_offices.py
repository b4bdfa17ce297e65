"""Whether the office that a claim names is the one that an article tells of its speaker."""

from __future__ import annotations

import pytest

from rag.claimed_offices import same_office


@pytest.mark.parametrize(
    ("claimed", "told", "same"),
    [
        ("Presiden", "Presiden Bolivia", False),
        ("Menteri Luar Negeri", "Menteri Luar Negeri Chile", False),
        ("Presiden", "Presiden Timor Leste", False),
        ("Presiden Bolivia", "Presiden Bolivia", True),
        ("Bupati", "Bupati Timor Tengah Selatan", None),
        ("Mantan Kepala Staf Kantor Presiden", "Menteri Koperasi dan UKM", None),
        ("Mantan Menteri Koperasi", "Menteri Koperasi", False),
        ("Bupati", "Wakil Bupati Timor Tengah Selatan", False),
    ],
)
def test_an_office_of_another_country_is_another(claimed: str, told: str, same: bool | None) -> None:
    assert same_office(claimed.lower().split(), told) is same
