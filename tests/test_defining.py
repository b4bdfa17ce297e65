"""Which sentences say what something is, and which merely mention it."""

from __future__ import annotations

import pytest

from rag.defining import defines
from rag.question import analyse
from tests.passage import sentence_of


def said(question: str, text: str) -> float:
    return defines(analyse(question).terms, sentence_of(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Apa itu Kapuji?", "Kapuji adalah aplikasi untuk memesan air bersih."),
        ("Apa itu Kapuji?", "Dinas meluncurkan aplikasi bernama Kapuji."),
        ("Apa itu Kapuji?", "Warga memakai layanan pesan air yang disebut ‘Kapuji’."),
        ("Apa itu Proyek Melati?", "Proyek Melati ini merupakan rencana membangun lima waduk."),
        ("Apa itu Project S?", "Project S itu sendiri adalah toko milik perusahaan."),
        ("Apa itu tengkes?", "Tengkes, yakni gangguan pertumbuhan, turun tahun ini."),
        ("What is Kapuji?", "Kapuji is an app for ordering clean water."),
    ],
)
def test_what_says_what_it_is(question: str, text: str) -> None:
    assert said(question, text) == 1.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Apa itu Kapuji?", "Kapuji, aplikasi untuk memesan air, dibuka Senin."),
        ("Apa itu tengkes?", "Gangguan pertumbuhan (tengkes) turun tahun ini."),
        ("Apa itu PAM?", "PAM (perusahaan air minum) menaikkan tarif."),
    ],
)
def test_what_adds_what_it_is(question: str, text: str) -> None:
    assert 0.5 < said(question, text) < 1.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Apa itu Kapuji?", "Pelanggan Kapuji naik menjadi dua ribu orang."),
        ("Apa itu Kapuji?", "Air mengalir lewat Kapuji, kata Sari Dewi."),
        ("Apa itu Kapuji?", "Pemakai Kapuji membayar kepada Tirta, yaitu perusahaan milik daerah."),
        ("Apa itu Proyek Melati?", "Melati adalah bunga."),
    ],
)
def test_what_merely_mentions_it(question: str, text: str) -> None:
    assert said(question, text) < 0.5
