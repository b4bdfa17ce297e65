"""What a song or a book is called is nobody's speech."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.archive import Archive
from tests.folder import archive_of

SPEAKER = "Sari Dewi"
ARTICLE = f"""Penghargaan untuk Sari Dewi

Pelantun lagu "Hujan di Ujung Dermaga" itu, {SPEAKER}, mengaku terkejut menerima penghargaan malam itu.

{SPEAKER} mengatakan syairnya "lahir dari sebuah perpisahan di stasiun" dan tidak pernah diubah.

"Saya menulis lagu 'Angin Tak Pernah Pulang' dalam semalam saja," kata {SPEAKER}.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive_of(tmp_path_factory.mktemp("titles"), {"lagu.md": ARTICLE}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("claim", "verdict", "attribution"),
    [
        ("Hujan di Ujung Dermaga", "misattributed", "mismatch"),
        ("lahir dari sebuah perpisahan di stasiun", "verbatim", "match"),
        ("Saya menulis lagu 'Angin Tak Pernah Pulang' dalam semalam saja", "verbatim", "match"),
        ("Angin Tak Pernah Pulang dalam semalam saja", "verbatim", "match"),
    ],
)
def test_a_title_is_not_what_its_singer_said(
    archive: Archive, claim: str, verdict: str, attribution: str
) -> None:
    check = archive.check(claim, SPEAKER)
    assert (check.verdict, check.attribution) == (verdict, attribution)
