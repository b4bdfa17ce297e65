"""The outlet that publishes an article is nobody whose words it gives."""

from __future__ import annotations

import pytest

from rag.speech.secondhand import as_reporter


@pytest.mark.parametrize(
    ("text", "outlet", "read"),
    [
        ("Kabar Melati menghubungi Sukirman.", "Kabar Melati", "kabar melati menghubungi Sukirman."),
        ("Kabar Melati sudah menghubungi dia.", "Kabar Melati", "kabar melati sudah menghubungi dia."),
        ("The Melati Post contacted Karto.", "The Melati Post", "the melati post contacted Karto."),
        ("Pemimpin redaksi Kabar Melati, Karto, hadir.", "Kabar Melati", None),
        ("Kabar Melati membantah.", "Kabar Melati", None),
        ("Kabar Anggrek menghubungi Sukirman.", "Kabar Melati", None),
        ("Kabar Melati menghubungi Sukirman.", None, None),
    ],
)
def test_an_outlet_that_asks_is_no_name(text: str, outlet: str | None, read: str | None) -> None:
    assert as_reporter(text, outlet) == (read or text)
