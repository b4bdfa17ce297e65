"""The leash: what of a language model's sentences its sources carry, and what is marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.documents import Hit, Passage, Quote
from rag.leash import (
    CONTENT,
    NAME,
    NEGATION,
    NO_SOURCE,
    NUMBER,
    QUOTATION,
    SPEAKER,
    UNKNOWN_SOURCE,
    Cited,
    hold,
    plain,
)

FIRST = (
    "Pemerintah Kota Randuwangi membuka 14 taman baca pada 3 Mei 2021. Taman itu belum memiliki perpustakaan "
    'digital. "Kami tidak akan memungut biaya dari warga," kata Sekar Puspita, Kepala Dinas Arsip.'
)
SECOND = "Anggaran taman baca mencapai Rp2,5 miliar. Warga Desa Sukamaju meminta jam buka diperpanjang."


def cited(key: int, text: str, *quotes: tuple[str, str]) -> Cited:
    passage = Passage(f"a{key}.md#0", f"a{key}.md", 100, 100 + len(text), text)
    found = tuple(
        Quote(f"a{key}.md", 100 + text.index(q), 100 + text.index(q) + len(q), q, "direct", speaker)
        for q, speaker in quotes
    )
    return Cited(key, Hit(passage, 1.0, title="Taman Baca", outlet="Kabar Uji"), found)


GIVEN = [
    cited(1, FIRST, ("Kami tidak akan memungut biaya dari warga,", "Sekar Puspita")),
    cited(2, SECOND),
]

CASES = [
    ("Pemerintah Kota Randuwangi membuka 14 taman baca [1].", None),
    ("Pemerintah Kota Randuwangi membuka empat belas taman baca pada 3 Mei 2021 [1].", None),
    ("Anggarannya mencapai Rp2,5 miliar [2].", None),
    ("Taman itu belum memiliki perpustakaan digital. [1]", None),
    ("Sekar Puspita mengatakan warga tidak akan dipungut biaya [1].", None),
    ("Pemerintah Kota Randuwangi membuka 15 taman baca [1].", NUMBER),
    ("Pemerintah Kota Randuwangi membuka 14 taman baca pada 3 Juni 2021 [1].", NUMBER),
    ("Anggaran taman baca mencapai Rp25 miliar [2].", NUMBER),
    ("Pemerintah Kota Tirtapura membuka 14 taman baca [1].", NAME),
    ("Budi Santosa mengatakan warga tidak akan dipungut biaya [1].", NAME),
    ("Taman itu memiliki perpustakaan digital [1].", NEGATION),
    ("Warga Desa Sukamaju tidak meminta jam buka diperpanjang [2].", NEGATION),
    ("Warga tidak akan dipungut biaya oleh pemerintah [1].", SPEAKER),
    ("Pemerintah Kota Randuwangi membuka 14 taman baca.", NO_SOURCE),
    ("Pemerintah Kota Randuwangi membuka 14 taman baca [9].", UNKNOWN_SOURCE),
    ("Pemerintah Kota Randuwangi membuka 14 taman baca [1][9].", UNKNOWN_SOURCE),
    ("Harga beras dan minyak goreng terus merangkak naik di pasaran [2].", CONTENT),
    ('Sekar Puspita mengatakan "Pemerintah Kota Randuwangi membuka 14 taman baca" [1].', SPEAKER),
    ('Sekar Puspita berkata "kami tidak akan memungut biaya dari warga" [1].', None),
    ('Pemerintah mengatakan "kami tidak akan memungut biaya dari warga" [1].', SPEAKER),
    ('Sekar Puspita mengatakan "rakyat harus patuh kepada aturan negara" [1].', QUOTATION),
    ("Sekar Puspita mengatakan ‘rakyat harus patuh kepada aturan negara’ [1].", QUOTATION),
    ("Sekar Puspita mengatakan 'rakyat harus patuh, jum'at pun' [1].", QUOTATION),
    ("Sekar Puspita mengatakan 「rakyat harus patuh kepada aturan negara」 [1].", QUOTATION),
    ("Sekar Puspita mengatakan &quot;rakyat harus patuh kepada aturan negara&quot; [1].", QUOTATION),
    ("Sekar Puspita mengatakan ''rakyat harus patuh kepada aturan negara'' [1].", QUOTATION),
    ("Sekar Puspita berkata 'kami tidak akan memungut biaya dari warga' [1].", None),
    ("Budi membuka 14 taman baca [1].", NAME),
    ("Vidora membuka 14 taman baca [1].", NAME),
    ("Pemerintah Kota Randuwangi membuka 14 taman baca bersama prabowo [1].", NAME),
    ("Pemerintah Kota Randuwangi membuka 14 taman baca bersama Вudi [1].", NAME),
    ("Beliau, Sekar Puspita, mengatakan warga tidak akan dipungut biaya [1].", None),
    ("Adapun taman itu belum memiliki perpustakaan digital [1].", None),
]


@pytest.mark.parametrize(("sentence", "reason"), CASES)
def test_a_sentence_passes_or_says_why_not(sentence: str, reason: str | None) -> None:
    (claim,), _ = hold(sentence, GIVEN, "id")
    assert claim.reason == reason
    assert claim.supported == (reason is None)
    assert bool(claim.citations) == (reason is None)


STATED = "Taman itu memiliki perpustakaan. TikTok membantah tuduhan itu. Harga beras naik 5 persen."


@pytest.mark.parametrize(
    ("sentence", "supported"),
    [
        ("The park has a library [1].", True),
        ("The park does not have a library [1].", False),
        ("TikTok denied the accusation [1].", True),
        ("TikTok admitted the accusation [1].", False),
        ("TikTok mengakui tuduhan itu [1].", False),
        ("Harga beras naik 5 persen [1].", True),
        ("Harga beras turun 5 persen [1].", False),
        ("Rice prices rose 5 percent [1].", True),
        ("Rice prices fell 5 percent [1].", False),
    ],
)
def test_a_denial_and_an_opposite_are_seen_in_either_language(sentence: str, supported: bool) -> None:
    language = "id" if "itu" in sentence or "Harga" in sentence else "en"
    (claim,), _ = hold(sentence, [cited(1, STATED)], language)
    assert claim.supported == supported
    assert supported or claim.reason == NEGATION


def test_a_misquotation_takes_the_sources_own_wording() -> None:
    said = 'Sekar Puspita mengatakan "kami tak akan memungut biaya apa pun dari warga" [1].'
    (claim,), _ = hold(said, GIVEN, "id")
    assert claim.text == "Sekar Puspita mengatakan “Kami tidak akan memungut biaya dari warga”."
    assert claim.supported


def test_an_invented_quotation_loses_its_marks() -> None:
    (claim,), _ = hold('Sekar Puspita berkata "kita pasti menang besok pagi" [1].', GIVEN, "id")
    assert claim.text == "Sekar Puspita berkata kita pasti menang besok pagi."
    assert claim.reason == QUOTATION


def test_a_citation_is_the_sentence_of_the_source_that_carries_the_claim() -> None:
    claims, citations = hold(
        "Anggarannya mencapai Rp2,5 miliar [2]. Taman itu belum memiliki perpustakaan digital [1].",
        GIVEN,
        "id",
    )
    assert [c.citations for c in claims] == [(1,), (2,)]
    first, second = citations
    assert (first.article, first.text) == ("a2.md", "Anggaran taman baca mencapai Rp2,5 miliar.")
    assert SECOND[first.start - 100 : first.end - 100] == first.text
    assert (
        FIRST[second.start - 100 : second.end - 100]
        == second.text
        == "Taman itu belum memiliki perpustakaan digital."
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Lihat ![x](https://jahat.example/a.png) ini", "Lihat x ini"),
        ("[klik di sini](https://jahat.example)", "klik di sini"),
        ("<img src=https://jahat.example/a.png onerror=alert(1)>Taman", "Taman"),
        ("**Taman** baca `14`", "Taman baca 14"),
        ("Taman https://jahat.example/?q=rahasia baca", "Taman  baca"),
        ("Taman jahat.example/masuk baca", "Taman  baca"),
        ("Taman hxxps://jahat.example baca", "Taman  baca"),
        ("Taman //jahat.example/a baca", "Taman  baca"),
        ("Taman data:text/html,x mailto:a@jahat.example baca", "Taman   baca"),
        ("Taman &lt;img src=x&gt; baca, kata Bisnis.com", "Taman  baca, kata Bisnis.com"),
        ("a\x00b\x1b[31m", "a b [31m"),
    ],
)
def test_markup_and_addresses_are_gone(written: str, shown: str) -> None:
    assert plain(written).strip() == shown


def test_english_sentences_are_held_against_indonesian_sources() -> None:
    claims, _ = hold(
        "The Randuwangi city government opened 14 parks [1]. It opened 15 parks [1].", GIVEN, "en"
    )
    assert [c.reason for c in claims][1] == NUMBER


@given(st.text(max_size=300))
def test_whatever_is_written_every_quotation_shown_is_a_sources_own(text: str) -> None:
    claims, citations = hold(text, GIVEN, "id")
    for claim in claims:
        inside = claim.text.split("“")[1:]
        assert all(part.split("”")[0] in FIRST + SECOND for part in inside)
        assert all(1 <= n <= len(citations) for n in claim.citations)
    sources = {"a1.md": FIRST, "a2.md": SECOND}
    assert all(sources[c.article][c.start - 100 : c.end - 100] == c.text for c in citations)
