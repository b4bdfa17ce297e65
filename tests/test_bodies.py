"""Bodies that speak, whose name ends where their head's begins."""

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
