"""What an abbreviation stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answer import answer
from rag.long_form import asked_abbreviation, long_form
from rag.question import analyse
from tests.test_answer import hits


@pytest.mark.parametrize(
    ("question", "abbreviation"),
    [
        ("UMKM kepanjangannya apa?", "UMKM"),
        ("umkm itu singkatan dari apa sih", "umkm"),
        ("Apa kepanjangan dari PSE?", "PSE"),
        ("Kepanjangan TMS?", "TMS"),
        ("What does DPT stand for?", "DPT"),
        ("What is UMKM short for?", "UMKM"),
        ("Apa itu UMKM?", None),
        ("Apa kepanjangan nama Desa Melati?", None),
        ("Berapa panjangnya jembatan Melati?", None),
        ("Apa kepanjangan Komnas HAM?", None),
        ("Kapan akronim MBG pertama kali dipakai?", None),
        ("Who stands for PDIP in Melati?", None),
        ("Siapa kepanjangan tangan KPK?", None),
    ],
)
def test_which_long_form_is_asked_for(question: str, abbreviation: str | None) -> None:
    assert asked_abbreviation(analyse(question)) == abbreviation


@pytest.mark.parametrize(
    ("text", "abbreviation", "told"),
    [
        ("jutaan Usaha Mikro Kecil Menengah (UMKM) di sana", "umkm", "Usaha Mikro Kecil Menengah"),
        ("UMKM (usaha mikro, kecil, dan menengah) itu", "UMKM", "usaha mikro, kecil, dan menengah"),
        ("dalam daftar pemilih tetap (DPT) sebanyak", "DPT", "daftar pemilih tetap"),
        ("Kepala Komisi Pemilihan Umum (KPU) Melati", "KPU", "Komisi Pemilihan Umum"),
        ("Badan Keamanan Laut (Bakamla)", "bakamla", "Badan Keamanan Laut"),
        ("Ketua Badan Pengawas Pemilihan Umum (Bawaslu)", "Bawaslu", "Badan Pengawas Pemilihan Umum"),
        ("Kepala Kejaksaan Negeri (Kejari) Melati", "Kejari", "Kejaksaan Negeri"),
        ("Ketua Persatuan Catur Seluruh Indonesia (Percasi)", "Percasi", "Persatuan Catur Seluruh Indonesia"),
        (
            "Badan Nasional Pencarian dan Pertolongan (Basarnas)",
            "Basarnas",
            "Badan Nasional Pencarian dan Pertolongan",
        ),
        ("para juru pemantau jentik (jumantik) di Melati", "jumantik", "juru pemantau jentik"),
        ("DBD, singkatan dari demam berdarah dengue, naik", "DBD", "demam berdarah dengue"),
        ("Pusat Kesehatan Masyarakat atau puskesmas", "puskesmas", "Pusat Kesehatan Masyarakat"),
        ("a non-performing loan (NPL) ratio", "NPL", "non-performing loan"),
        ("tim search and rescue (SAR) gabungan", "SAR", "search and rescue"),
        ("UMKM itu tulang punggung ekonomi", "UMKM", None),
        ("kata Sari Dewi (KPU)", "KPU", None),
        ("KPU atau bupati yang menentukan", "KPU", None),
    ],
)  # fmt: skip
def test_what_it_stands_for(text: str, abbreviation: str, told: str | None) -> None:
    found = long_form(text, abbreviation)
    assert (text[slice(*found)] if found else None) == told


@given(st.text(alphabet="abKPU ()-,.0é", max_size=60), st.from_regex(r"[A-Za-z]{2,6}", fullmatch=True))
def test_any_text_is_read(text: str, abbreviation: str) -> None:
    found = long_form(text, abbreviation)
    assert found is None or 0 <= found[0] < found[1] <= len(text)


def test_the_sentence_that_spells_it_out_answers() -> None:
    mentions = "UMKM Melati adalah tulang punggung ekonomi daerah dan UMKM terus tumbuh panjang."
    spells = "Dinas mencatat 300 usaha mikro, kecil, dan menengah (UMKM) di Melati."
    result = answer("Apa kepanjangan UMKM?", hits(mentions, spells), lambda _, some: [0.4] * len(some))
    assert result.short == "usaha mikro, kecil, dan menengah"
    assert result.citations[0].text == spells
    alone = answer("Apa kepanjangan UMKM?", hits(mentions), lambda _, some: [0.4] * len(some))
    assert alone.abstained


def test_what_stands_for_two_things_is_given_as_none() -> None:
    one = "Program Makan Bergizi Gratis (MBG) dimulai di Melati."
    other = "Masyarakat Bersatu Gotong (MBG) menggelar rapat di Melati."
    result = answer("Apa kepanjangan MBG?", hits(one, other), lambda _, some: [0.4] * len(some))
    assert result.short is None
