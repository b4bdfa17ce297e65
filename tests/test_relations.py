"""What is asked beyond a thing, and the form in which a sentence tells it."""

from __future__ import annotations

import pytest

from rag.question import analyse
from rag.relations import tells


@pytest.mark.parametrize(
    ("question", "relation"),
    [
        ("Apa syarat mendapat kios di pasar itu?", "condition"),
        ("What conditions did the investor set?", "condition"),
        ("Apa dampak kenaikan tarif bagi nelayan?", "effect"),
        ("Uang hadiahnya mau dipakai buat apa?", "purpose"),
        ("Apa tanggapan wali kota soal banjir?", "stance"),
        ("Apa yang dibantah pihak pabrik?", "denial"),
        ("What did the factory deny?", "denial"),
        ("Apa tuntutan buruh pabrik sepatu?", "demand"),
        ("Apa langkah dinas selanjutnya?", "plan"),
        ("kenapa konsernya batal?", "cause"),
        ("Apa pemicu kebakaran pasar?", "cause"),
        ("gimana cara mendaftar?", "manner"),
        ("How did they measure its age?", "manner"),
        ("Bagaimana alasannya diterima?", "manner"),
        ("Apa isi amplop itu?", None),
        # What has a short answer is asked for by its kind.
        ("Siapa yang meminta ganti rugi?", None),
        ("Berapa dampak kerugiannya?", None),
        ("Apakah rencana itu batal?", None),
    ],
)
def test_what_is_asked(question: str, relation: str | None) -> None:
    assert analyse(question).relation == relation


@pytest.mark.parametrize(
    ("relation", "sentence", "told"),
    [
        ("condition", "Pedagang hanya boleh menempati kios apabila melunasi tunggakan.", True),
        ("condition", "Pasar itu dibuka pada Senin.", False),
        ("effect", "Harga naik sehingga nelayan berhenti melaut.", True),
        ("effect", "Gubernur datang ke pelabuhan.", False),
        ("purpose", "Uang itu dipakai untuk memperbaiki atap.", True),
        ("purpose", "Ia menerima hadiah di panggung.", False),
        ("stance", 'Wali kota menyesalkan "kelalaian" itu.', True),
        ("stance", "Banjir setinggi dua meter merendam pasar.", False),
        ("demand", "Buruh mendesak perusahaan membayar pesangon.", True),
        ("demand", "Buruh pulang pada sore hari.", False),
        ("plan", "Dinas bakal membongkar bendungan.", True),
        ("plan", "Bendungan jebol kemarin.", False),
        ("cause", "Konser batal lantaran hujan.", True),
        ("cause", "Konser batal pada Sabtu malam.", False),
        ("cause", "Konser dibatalkan agar warga aman.", True),
        ("cause", "Kepala dinas mengingatkan warga agar tidak mengandalkan pengasapan.", False),
        ("cause", "Ia meminta pengurus supaya hadir karena undangannya resmi.", True),
        ("manner", "Pendaftaran dilakukan lewat aplikasi.", True),
        ("manner", "Pendaftar berjumlah 30 orang.", False),
    ],
)
def test_how_it_is_told(relation: str, sentence: str, told: bool) -> None:
    assert tells(relation, sentence) is told
