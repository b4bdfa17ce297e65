"""Words that somebody quotes within an own utterance: whose they are, and that they are not the quoter's."""

from __future__ import annotations

import pytest

from rag.documents import Article
from rag.quotes import extract


def inside(text: str) -> list[tuple[str | None, str | None]]:
    """Return speaker and source of each quotation within another."""
    return [(q.speaker, q.via) for q in extract(Article(path="a.md", text=text)) if q.rule == "nested"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("\"Waktu itu dokter bilang, 'Kamu tidak akan bisa jalan lagi,'\" kata Intan Permata.", None),
        ("\"Suami saya cuma bilang, 'Kamu tidak usah pulang,'\" kata Intan Permata.", None),
        ("\"Ada suporter yang teriak, 'Pulang saja kalian,'\" kata Intan Permata.", None),
        ("\"Presiden berpesan, 'Jangan ada dapur yang dingin,'\" kata Intan Permata.", None),
        ("\"Beliau telepon saya, 'Hati-hati kalau bicara di sidang,'\" kata Intan Permata.", None),
        ("\"Menteri harus bilang, 'Saya yang salah.' Itu saja,\" kata Intan Permata.", None),
        ("\"Ini yang bermasalah: 'Mereka tidur di kursi kami,'\" kata Intan Permata.", None),
        ("\"Ada yang menulis bahwa film saya 'terlalu sabar', ya sudah,\" kata Intan Permata.", None),
        ("\"Opa bilang, 'Sepak pojok tidak bisa menunggu,'\" kata Intan Permata.", None),
        ("\"Di pintu ada yang menempel kertas, 'Dapur ada di bawah,'\" kata Intan Permata.", None),
        ("\"Ibu saya menulis di kartu ucapan, 'Pulang tiap Natal,'\" kata Intan Permata.", None),
        ("\"Mualim saya, Fransiskus Wale, cuma bertanya satu hal: 'Kapal belok?'\" kata Intan Permata.",
         "Fransiskus Wale"),
        ("\"Ketua juri, Pak Hasan Basri, bilang, 'Ini gudang, bukan monumen,'\" kata Intan Permata.",
         "Hasan Basri"),
        ("\"Katanya, 'Besok pagi kita berangkat,'\" kata Intan Permata.", None),
        ("\"Ada nomor. 'Hubungi Bapak ini saja,' begitu kata petugasnya,\" kata Intan Permata.", None),
        ("\"Beliau bilang begini, 'Nduk, aku sudah lama menunggu.' Ya,\" kata Intan Permata.", None),
        ("\"Saya mengetuk. Dijawab sama ibunya, 'Taruh saja di depan.' Ya,\" kata Intan Permata.", None),
        ("Menteri Arya Dipati datang. \"'Impor tidak dibuka.' Begitu kata Pak Arya,\" ucap Intan Permata.",
         "Arya Dipati"),
        ("Menteri Arya Dipati datang. \"Pak Arya cuma bilang, 'Impor tidak dibuka,'\" ucap Intan Permata.",
         "Arya Dipati"),
        ("\"Kata Pak Suminta waktu itu, 'Gunung ini capek,' dan itu benar,\" kata Intan Permata.",
         "Suminta"),
    ],
)  # fmt: skip
def test_words_of_another(text: str, speaker: str | None) -> None:
    assert inside(text) == [(speaker, "Intan Permata")]


@pytest.mark.parametrize(
    "text",
    [
        "\"Saya bilang, 'Kamu tidak usah pulang,'\" kata Intan Permata.",
        "\"Waktu itu saya cuma bilang, 'Kamu tidak usah pulang,'\" kata Intan Permata.",
        "\"Saya menulis bahwa film saya 'terlalu sabar', ya sudah,\" kata Intan Permata.",
        "\"Pesan kami satu: 'Jangan mau dibeli,'\" kata Intan Permata.",
        "\"Saya menulis di buku harian, 'Jangan mau dibeli,'\" kata Intan Permata.",
        "\"Di pintu ada yang saya tulis, 'Jangan mau dibeli,'\" kata Intan Permata.",
        "\"Kata saya waktu itu, 'Jangan mau dibeli,'\" kata Intan Permata.",
    ],
)
def test_ones_own_words(text: str) -> None:
    assert inside(text) == []


def test_what_goes_on_behind_them_is_the_speakers() -> None:
    said = extract(
        Article(
            path="a.md",
            text='"Anak saya bilang, \'Ibu jangan pergi,\'" kata Intan Permata. "Itu yang saya ingat."',
        )
    )
    assert [(q.text, q.speaker) for q in said if q.rule != "nested"][-1] == (
        "Itu yang saya ingat.",
        "Intan Permata",
    )
