"""Sentence ends: what closes one, what does not, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.sentences import sentences

CASES = [
    # abbreviations before names, numbers, addresses
    "Menurut Dr. Budi, harga naik.|Itu dari Prof. Dr. Siti.",
    "Direktur rumah sakit, drg. Melinda Sasongko, mundur.|Dinas peternakan dipimpin drh. Budi.",
    "PT. Maju Jaya di Jl. Sudirman No. 5 tutup.|Buruh pulang.",
    "Lihat hlm. 12 dan vol. 3.|Itu satu hal.|Ada lagi.",
    "He said no.|Then he left.",
    "Kombes Pol. Drs. H. Suhendra dan AKP Muh. Yusuf hadir.|Letkol Inf. Agus pulang.",
    "Harganya Rp. 3.000 per kilo.|Murah.",
    "Ia beli kol.|Kol. Budi datang.",
    # decimals, times, list numbers
    "Naik 3.000 persen pukul 19.30 WIB.|Turun 97,5 persen.",
    "Itu terjadi pada 2023.|Lalu sepi.",
    "1. Harga naik.",
    # initials and letters that name things
    "B.J. Habibie dan Joko S. Santoso bertemu.",
    "Mereka membahas Project S.|Fitur itu baru.",
    "Itu kata H. Abdul Muis.|Lalu menurut A. Mappanyukki, imam di situ, tidak.",
    "Itu kata N.|Ia menangis.|Begitu kata R.|Namun, polisi diam.",
    "Opsinya A dan B.|Keduanya mahal, kata dia.",
    "Ia minum vitamin C.|Dia sehat.",
    # dotted abbreviations that may end a sentence, and those that may not
    "Hakim Siti, S.H.|Mereka setuju.",
    "Surat ditandatangani a.n. Budi.",
    "Beras, gula, dll. dijual di sana.",
    "Beras, gula, dll.|Semua naik.",
    # web names
    "Bisnis.com, JAKARTA - Harga naik.|Baca di Tempo.co.|Itu saja.",
    "Yahoo! adalah situs.|Lihat https://a.co.id/b.C?d=E ya.",
    # quotations and attributions
    '"Kami siap."|Dia pergi.',
    '"Apa?" katanya.|"Tidak!" seru Ani.',
    "“Kami siap.”|Dia pergi.",
    "“Benarkah?” tanya Budi.|“Ya.”",
    "(Baca hlm. 3.)|Selesai.",
    # ellipses
    "Dia pergi… lalu pulang.|Sepi...|Gelap.",
    # capitals after a full stop inside a name
    "Kata Detik.Com begitu.",
    # lower-case names begin sentences too
    "Harganya turun.|iPhone laris.",
]


@pytest.mark.parametrize("case", CASES)
def test_cases(case: str) -> None:
    expected = case.split("|")
    for joiner in (" ", "\n"):
        text = joiner.join(expected)
        assert [text[s.start : s.end] for s in sentences(text)] == expected


def test_a_space_lost_on_the_web_is_a_sentence_end() -> None:
    for text, end in (("Harga naik.Pedagang mengeluh.", 11), ("Ada barang-barang.Harga naik.", 18)):
        assert [text[s.start : s.end] for s in sentences(text)] == [text[:end], text[end:]]
    for text in ("Lihat a.b/x.Html ya.", "Kirim ke budi@surel.Com ya.", "Versi 2.Beta ya.", "Node.Js itu."):
        assert len(sentences(text)) == 1


def test_a_line_break_always_ends_a_sentence() -> None:
    text = "Judul tanpa titik\nIsi berita Dr.\nBudi\r\n\n  lanjut"
    assert [text[s.start : s.end] for s in sentences(text)] == [
        "Judul tanpa titik", "Isi berita Dr.", "Budi", "lanjut",
    ]  # fmt: skip


NEWS = st.text(alphabet=st.sampled_from("abcDE .,!?…\"”“'()\n\r\u2028\u00a013S:-/@"), max_size=200)


@given(st.one_of(NEWS, st.text(max_size=200)))
def test_spans_are_ordered_trimmed_and_cover_everything(text: str) -> None:
    end = 0
    for span in sentences(text):
        piece = text[span.start : span.end]
        assert end <= span.start < span.end
        assert piece == piece.strip()
        assert not set(piece) & set("\n\r\v\f\x85\u2028\u2029")
        assert not text[end : span.start].strip()
        end = span.end
    assert not text[end:].strip()
