"""Bodies that speak: whose name ends where their head's begins, and those in small letters beside a place."""

from __future__ import annotations

import pytest

from rag.documents import Article
from rag.quotes import extract


def speaker(text: str) -> str | None:
    """Return who says what is said last."""
    return extract(Article(path="a.md", text=text))[-1].speaker


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Kepala Dinas Pendidikan Ranusari Bambang Triatmo mengatakan murid menurun. Dinas "
         "memastikan guru aman.",
         "Dinas Pendidikan Ranusari"),
        ("Kepala Dinas Kesehatan Palungan Dr. Rina Wulandari mengatakan kasus turun. Dinas itu "
         "menyebut 12 kasus.",
         "Dinas Kesehatan Palungan"),
        ("Kepala Dinas Sosial Palungan H. Sukirman mengatakan bantuan cair. Dinas itu menyebut 12 keluarga.",
         "Dinas Sosial Palungan"),
        ("Kepala Dinas Sosial Palungan, Drs. Hendra Wijaya, mengatakan itu. Dinas itu menyebut 12 keluarga.",
         "Dinas Sosial Palungan"),
        ("Ketua Komisi Pemilihan Umum Kabupaten Lamuru Siti Rahma mengatakan itu. Komisi itu "
         "memastikan sebaliknya.",
         "Komisi Pemilihan Umum Kabupaten Lamuru"),
        ("Rektor Universitas Pattihahu Yosef Latumahina mengatakan itu. Universitas itu menyebut "
         "200 mahasiswa.",
         "Universitas Pattihahu"),
        ("Kepala Kejaksaan Negeri Ranusari Hendra Wijaya mengatakan itu. Kejaksaan itu menyatakan "
         "berkas lengkap.",
         "Kejaksaan Negeri Ranusari"),
        ("Kepala Kantor Pertanahan Lamuru Andi Malik mengatakan itu. Kantor itu menyebut ada 12 berkas.",
         "Kantor Pertanahan Lamuru"),
        ("Direktur PT Sagara Jaya Bambang Triatmo mengatakan itu. Perusahaan itu menyebut 40 buruh "
         "dirumahkan.",
         "PT Sagara Jaya"),
        # An office of no body in particular.
        ("Kepala Dinas Budi Santoso mengatakan itu. Dinas itu menyebut 12 keluarga.", None),
        # A body may be called after somebody, also after whom it is headed by.
        ("Rektor Universitas Hasan Basri, Yosef Latumahina, mengatakan itu. Universitas itu "
         "menyebut 200 murid.",
         "Universitas Hasan Basri"),
        ("Direktur PT Bambang Sejahtera, Bambang Triatmo, mengatakan itu. Perusahaan itu menyebut 40 buruh.",
         "PT Bambang Sejahtera"),
        # A company's workers are not named where its name goes on.
        ('Buruh PT Lestari Jaya Footindo berdemo. "Kami tutup," tulis perusahaan '
         'itu.', "PT Lestari Jaya Footindo"),
        ("Dinas Pendidikan Ranusari menerima berkas. Dinas memastikan guru "
         "aman.", "Dinas Pendidikan Ranusari"),
    ],
)  # fmt: skip
def test_the_full_form_of_a_body_ends_where_its_heads_name_begins(text: str, body: str | None) -> None:
    assert speaker(text) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("LAMURU BAY - Prices fell in Lamuru Bay.\n\nThe Lamuru district fisheries office said 60 "
         "growers stopped.",
         "Lamuru district fisheries office"),
        ('"The road is closed," said the Lamuru district fisheries '
         'office.', "Lamuru district fisheries office"),
        ("According to the Lamuru district health office, 12 people were "
         "ill.", "Lamuru district health office"),
        ("The Melati club won. The Melati city police said two men were held.", "Melati city police"),
        ("Lamuru district police said two men were held.", "Lamuru district police"),
        ("Bandung Raya grows. The Bandung mayor's office said the road would be "
         "closed.", "Bandung mayor's office"),
        ("The Indonesian government said two men were held.", "Indonesian government"),
        ("The Jakarta swimming association said the race would go on.", "Jakarta swimming association"),
        ("Teluk Lamuru tercemar. Kantor perikanan Kabupaten Lamuru menyebut 60 petani berhenti.",
         "Kantor perikanan Kabupaten Lamuru"),
        ("Menurut kepolisian resor Lamuru, dua orang ditahan.", "kepolisian resor Lamuru"),
        ("Kantor cabang Bank Melati di Lamuru menyebut mesinnya rusak.", "Kantor cabang Bank Melati"),
        ('Wali Kota Bandung Andi Malik datang. "Aman," kata Andi. Kantor wali kota Bandung menyebut '
         'jalan ditutup.',
         "Kantor wali kota Bandung"),
        # Several without a name, and what is only whose it is.
        ("Lamuru Bay is polluted. The Lamuru fishermen said the fish were gone.", None),
        ("In a letter, the Lamuru council members said the road was shut.", None),
        ("The Jakarta-based company said two men were held.", None),
        ('"I am happy," said Rina Sari. Rina\'s office said she was away.', None),
        # Whoever heads such a body or speaks for it has a name.
        ("The Lamuru district police chief, Andi Malik, said two men were held.", "Andi Malik"),
        ("The Lamuru fisheries office head Andi Malik said two men were held.", "Andi Malik"),
        ("Andi Malik, of the Lamuru district office, said the road was shut.", "Andi Malik"),
        ("Kepala kantor perikanan Kabupaten Lamuru Andi Malik menyebut ada 12 kapal.", "Andi Malik"),
        ("Di kantor wali kota Bandung, Andi Malik mengatakan jalan ditutup.", "Andi Malik"),
        ("Andi Malik keluar dari kantor polisi Lamuru. Andi Malik mengatakan ia lelah.", "Andi Malik"),
        ("Governor Andi Malik told Lamuru district police to leave.", "Andi Malik"),
        # What stands before its kind is a name by itself.
        ("The Astra company said two men were held.", "Astra"),
        ("The Jakarta Health Agency said two men were held.", "Jakarta Health Agency"),
        ("Kantor berita Antara menyebut ada 12 korban.", "Antara"),
    ],
)  # fmt: skip
def test_a_body_in_small_letters_is_nobody_elses_name(text: str, body: str | None) -> None:
    assert speaker(text) == body


def test_where_somebody_is_from_is_no_office_and_he_no_institution() -> None:
    text = "Buku itu karya ekonom berkebangsaan Prancis bernama Jean Tarigan. Menurut Tarigan, upah naik."
    made = extract(Article(path="a.md", text=text))[-1]
    assert (made.speaker, made.role) == ("Jean Tarigan", None)
