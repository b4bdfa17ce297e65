"""A claim that drops "diduga", or adds it, is never without a warning."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.archive import Archive
from rag.verdict_words import reserves
from tests.folder import archive_of

SPEAKER = "Hartono Lubis"
ARTICLE = f"""Api di Pasar Kelorwangi

Kapolsek Kelorwangi {SPEAKER} menyebut api diduga berasal dari hubungan pendek arus di lantai dua.

"Pelaku diduga masuk lewat atap gudang pada malam hari," kata {SPEAKER}.

"Biaya tidak terduga sudah kami siapkan sejak awal tahun," ujarnya.

"The fire was allegedly set on purpose by two men," he said.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive_of(tmp_path_factory.mktemp("hedges"), {"api.md": ARTICLE}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("claim", "verdict", "hedged"),
    [
        ("api berasal dari hubungan pendek arus di lantai dua", "paraphrase", True),
        ("api diduga berasal dari hubungan pendek arus di lantai dua", "paraphrase", False),
        ("Pelaku masuk lewat atap gudang pada malam hari", "altered", True),
        ("Pelaku diduga masuk lewat atap gudang pada malam hari", "verbatim", False),
        ("The fire was set on purpose by two men", "altered", True),
        ("Biaya tak terduga sudah kami siapkan sejak awal tahun", "altered", False),
    ],
)
def test_a_hedge_that_is_dropped_is_told(archive: Archive, claim: str, verdict: str, hedged: bool) -> None:
    check = archive.check(claim, SPEAKER)
    assert check.verdict == verdict
    assert ("modalitas" in check.flags) is hedged
    if verdict != "altered":
        assert bool(reserves(check)) is hedged
