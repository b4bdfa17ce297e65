"""Abbreviations of a sentence in the words of its source."""

from __future__ import annotations

import pytest

from rag.in_full import in_full

SOURCE = (
    "Balai Konservasi Sumber Daya Alam dan Pemerintah Provinsi Sulawesi Selatan menanam bakau di Dusun Air "
    "Tawar."
)


@pytest.mark.parametrize(
    ("told", "whole"),
    [
        ("BKSDA menanam bakau.", "Balai Konservasi Sumber Daya Alam menanam bakau."),
        ("Pemprov Sulsel menanam bakau.", "Pemerintah Provinsi Sulawesi Selatan menanam bakau."),
        ("Pemprov Sulbar menanam bakau.", "Pemerintah Provinsi Sulbar menanam bakau."),
        ("BPBD menanam bakau.", "BPBD menanam bakau."),
        ("DAT menanam bakau.", "Dusun Air Tawar menanam bakau."),
    ],
)
def test_an_abbreviation_is_what_the_source_has_in_full(told: str, whole: str) -> None:
    assert in_full(told, SOURCE) == whole
