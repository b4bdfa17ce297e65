"""A quotation that its attribution interrupts in mid-sentence is one utterance, as its speaker said it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.archive import Archive
from tests.folder import archive_of

MARKET = """---
title: Pasar Melati
outlet: Harian Contoh
date: 2024-03-02
---
Pasar Melati tetap buka, kata dinas.

"Kalau pedagang meminta," ujar Budi Hartono, ketua paguyuban, "kami akan pindah ke terminal lama." Ia pulang.

"Harga beras naik lagi," kata Wati Lestari. "Saya bingung mau jual berapa."

"Pembeli sepi," kata dia, "dan utang menumpuk. Anak saya," lanjutnya, "berhenti sekolah."

"Saya sendiri," kata Joko Susilo, yang tidak pernah mau ditemui wartawan, "akan menjual kios itu ke warga."

"Kami senang sekali," kata Lina Marlina saat ditanya apakah pasar itu "merusak sungai dan sawah".

Ratna Kusuma mengatakan dinas "tidak pernah punya niat" dan meminta warga berhenti "menyebarkan kabar itu".

"Pasar itu," kata Sari Dewi. Ia menolak menyebut siapa yang akan "membayar semua utang kami nanti".
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive_of(tmp_path_factory.mktemp("market"), {"pasar.md": MARKET}) as opened:
        yield opened


WHOLE = "Kalau pedagang meminta, kami akan pindah ke terminal lama."
PASTED = '"Kalau pedagang meminta," ujar Budi Hartono, ketua paguyuban, "kami akan pindah ke terminal lama."'


@pytest.mark.parametrize(
    ("quote", "speaker", "verdict", "flags"),
    [
        (WHOLE, "Budi Hartono", "verbatim", set()),
        (PASTED, "Budi Hartono", "verbatim", set()),
        (PASTED.replace('"', ""), "Budi Hartono", "verbatim", set()),
        ("meminta, kami akan pindah", "Budi Hartono", "verbatim", {"potongan"}),
        ("Pembeli sepi dan utang menumpuk. Anak saya berhenti sekolah.", "Wati Lestari", "verbatim", set()),
        (WHOLE, "Wati Lestari", "misattributed", {"penutur_beda"}),
        (WHOLE.replace("akan", "tidak akan"), "Budi Hartono", "altered", {"negasi"}),
        ("Kalau pedagang meminta, kami pindah ke terminal lama.", "Budi Hartono", "altered", {"modalitas"}),
        # A name that stands in the attribution alone is none that is left out of what was said.
        ("Kalau pedagang meminta ke terminal lama.", "Budi Hartono", "altered", {"modalitas"}),
        ("Kalau pedagang meminta … ke terminal lama", "Budi Hartono", "spliced", set()),
        # Who speaks, told in between, is what the journalist says.
        ("Saya sendiri akan menjual kios itu ke warga.", "Joko Susilo", "verbatim", set()),
        (
            "yang tidak pernah mau ditemui wartawan",
            "Joko Susilo",
            "misattributed",
            {"narasi", "penutur_beda", "potongan"},
        ),
        (
            "yang tidak pernah mau ditemui wartawan akan menjual kios itu ke warga",
            "Joko Susilo",
            "spliced",
            set(),
        ),
        # Neither is what another question, or another clause, leads in.
        ("Kami senang sekali merusak sungai dan sawah", "Lina Marlina", "spliced", set()),
        ("tidak pernah punya niat menyebarkan kabar itu", "Ratna Kusuma", "paraphrase", set()),
        # Two sentences with an attribution between them, and what the next sentence quotes, are several.
        ("Harga beras naik lagi. Saya bingung mau jual berapa.", "Wati Lestari", "spliced", set()),
        ("Pasar itu membayar semua utang kami nanti", None, "spliced", {"narasi"}),
    ],
)
def test_what_is_said_on_both_sides(
    archive: Archive, quote: str, speaker: str | None, verdict: str, flags: set[str]
) -> None:
    found = archive.check(quote, speaker)
    assert (found.verdict, set(found.flags)) == (verdict, flags)


def test_what_is_shown_is_the_articles_own(archive: Archive) -> None:
    (source, *_) = archive.check(WHOLE, "Budi Hartono").sources
    article = archive.article("pasar.md")
    assert article.text[source.start : source.end] == source.text
    assert source.text == PASTED.strip('".')
