"""Whether a value is somebody else's than that of whom a question names."""

from __future__ import annotations

import pytest

from rag.documents import Hit, Passage
from rag.evidence import Weighed, weigh
from rag.question import analyse

COURT = (
    "Jaksa menuntut Gunawan Uji dengan penjara tujuh tahun dan denda Rp 400 juta. "
    "Selain dia, jaksa menuntut Lilis Sari dan Arif Rahma, pejabat pembuat komitmen, empat tahun penjara."
)
WAGES = "Upah minimum Cikantara tahun ini Rp 4,86 juta. Pembelinya perusahaan asal Denmark."
PRIZES = "Garuda Laut menerima hadiah Rp 750 juta. Peringkat ketiga diraih Petro Uji."


def weighed(question: str, text: str, start: int = 0) -> Weighed:
    passage = Passage("a.md#0", "a.md", start, start + len(text), text)
    return weigh(analyse(question), [Hit(passage, 1.0, title="Berita")], lambda some: [0.5] * len(some))


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Berapa denda Gunawan?", COURT, "Rp 400 juta"),
        ("Berapa denda untuk Lilis?", COURT, None),
        ("Berapa denda Arif Rahma?", COURT, None),
        ("Berapa upah minimum Cikantara?", WAGES, "Rp 4,86 juta"),
        ("Berapa upah minimum Denmark?", WAGES, None),
        ("Berapa upah minimum?", WAGES, "Rp 4,86 juta"),
        ("Berapa hadiah untuk juara?", PRIZES, "Rp 750 juta"),
        ("Berapa hadiah untuk juara ketiga?", PRIZES, None),
        ("Berapa hadiah juara kedua?", "Runner-up mendapat hadiah Rp 400 juta.", "Rp 400 juta"),
        ("Berapa hadiah juara ketiga?", "Juara tiga mendapat hadiah Rp 5 juta.", "Rp 5 juta"),
        ("Berapa biaya haji Indonesia?", "Biaya haji Reguler Rp 55 juta per orang.", "Rp 55 juta"),
        ("Berapa harga beras di Uji?", "Harga beras Uji Rp 14.000 per kilogram.", "Rp 14.000"),
    ],
)
def test_whose_value_it_is(question: str, text: str, short: str | None) -> None:
    best = weighed(question, text).evidence[0]
    assert (best.short.text if best.short and best.features.typed >= 0.3 else None) == short


def test_a_sentence_on_another_answers_for_nobody_named_behind_it() -> None:
    assert weighed("Berapa denda untuk Lilis?", COURT).trust < 0.34
    assert weighed("Berapa denda Gunawan?", COURT).trust > 0.34


def test_whoever_was_named_before_may_be_meant() -> None:
    """What stands before a passage that does not begin its article is not known here."""
    inside = weighed("Berapa denda untuk Lilis?", COURT, start=900)
    assert inside.trust > weighed("Berapa denda untuk Lilis?", COURT).trust
    named = "Lilis Sari diadili bersama atasannya. " + COURT
    assert (
        weighed("Berapa denda untuk Lilis?", named).trust > weighed("Berapa denda untuk Lilis?", COURT).trust
    )


def test_who_is_described_before_he_is_named_is_no_other() -> None:
    told = (
        "Polisi menangkap pelaku pada Senin (14/9), kata Kapolres Adi Uji. Pelaku bernama Widodo, kata Adi."
    )
    best = weighed("Kapan Widodo ditangkap?", told).evidence[0]
    assert best.short is not None
    assert best.short.text == "Senin (14/9)"
