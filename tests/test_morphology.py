"""Roots: every form of a verb comes together, and names stay themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.morphology import analyses, root, roots
from rag.words import stem

FAMILIES = {
    "tulis": "menulis ditulis penulis tulisan tertulis menuliskan dituliskannya penulisan",
    "kirim": "mengirim dikirim pengirim kiriman pengiriman mengirimkan",
    "sebut": "menyebut disebut sebutan penyebutan menyebutkan",
    "pimpin": "memimpin dipimpin pemimpin pimpinan kepemimpinan kepemimpinannya",
    "temu": "menemukan ditemukan penemu penemuan bertemu pertemuan temuan",
    "atur": "mengatur diatur aturan peraturan pengaturan teratur",
    "larang": "melarang dilarang larangan pelarangan terlarang",
    "jual": "menjual dijual penjual penjualan berjualan terjual",
    "nyata": "menyatakan dinyatakan pernyataan kenyataan",
    "nikah": "menikah pernikahan menikahi dinikahi",
    "milik": "memiliki dimiliki pemilik kepemilikan",
}
FORMS = [(form, base) for base, forms in FAMILIES.items() for form in forms.split()]


@pytest.mark.parametrize(("form", "base"), FORMS)
def test_forms_come_to_their_root(form: str, base: str) -> None:
    assert root(form) == base
    assert stem(base) == base


@pytest.mark.parametrize(
    "word",
    ["menteri", "pertama", "medan", "bekasi", "semarang", "kementerian", "menkominfo", "mendagri"],
)
def test_what_only_looks_like_a_form_is_not_cut(word: str) -> None:
    assert stem(word) == word


def test_a_ministry_is_not_its_minister() -> None:
    assert stem("kementeriannya") == stem("kementerian") != stem("menteri")


def test_who_founds_something_is_no_self() -> None:
    assert {stem(word) for word in ("mendirikan", "didirikan", "berdiri", "pendiri")} == {"diri"}
    assert {stem(word) for word in ("diri", "dirinya", "diriku")} == {"dirinya"}


def test_an_unknown_word_falls_back_to_snowball() -> None:
    assert root("tokopedia") is None
    assert stem("tokopedianya") == stem("tokopedia") == "tokopedia"


def test_nasal_prefixes_give_back_the_letter_they_swallowed() -> None:
    assert ("tulis", ("meN", "")) in set(analyses("menulis"))
    assert ("kirim", ("peN", "an")) in set(analyses("pengiriman"))
    assert ("pakai", ("meN", "")) in set(analyses("memakai"))
    assert ("sewa", ("meN", "")) in set(analyses("menyewa"))


@given(st.text(alphabet="aegikmnprstuy", min_size=1, max_size=14))
def test_a_root_is_listed_and_its_own(word: str) -> None:
    found = root(word)
    assert found is None or (found in roots() and root(found) == found)
    assert stem(stem(word)) or not stem(word)
