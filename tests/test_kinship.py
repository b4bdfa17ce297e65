"""Whom "suaminya" and "sang adik" mean: who was led in as that kin, and whose kin that is."""

from __future__ import annotations

import pytest

from rag.documents import Article
from rag.quotes import extract

STALL = "Hujan turun ketika Sarmini menutup kiosnya. Suaminya, Kardiman, duduk menjahit jala di beranda.\n\n"
MATCH = (
    "Gelandang Rahmat Hidayat mencetak gol. Lawannya adalah adiknya sendiri, Yusuf Hidayat.\n\n"
    '"Saya hafal arah tendangan dia," ujar Rahmat.\n\n'
)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'{STALL}"Kami libur," kata perempuan itu.', "Sarmini"),
        (f'{STALL}"Kami libur," kata Sarmini.\n\n"Libur bagaimana?" tukas suaminya.', "Kardiman"),
        (f'{STALL}"Kami libur," kata Kardiman.\n\nIstrinya menyahut. "Kecuali beras habis!"', "Sarmini"),
        (f'{MATCH}"Sudah saya ganti," timpal sang adik.', "Yusuf Hidayat"),
        (f'{MATCH}"Sudah saya ganti," timpal sang adik.\n\n"Bohong," balas sang kakak.', "Rahmat Hidayat"),
        ('Sikki Wala pulang. Anaknya yang sulung, Rustam Wala, ingin melaut. "Jangan," kata Sikki.\n\n"Lho, '
         'kenapa?" sahut si anak.', "Rustam Wala"),
        ('Istri Sikki Wala, Hasnah, menghitung uang. "Tidak cukup," katanya.', "Hasnah"),
        ('Sikki Wala menjual ikan. "Murah," kata Sikki. Guru Rustam, Bu Nining, datang. "Dia pintar," '
         'katanya.', "Nining"),
        ('Aditia Rame pulang. "Baru," kata Aditia. Ibu Aditia, Kokom, menjemur baju. "Untung selamat," '
         'katanya.', "Kokom"),
        ('Sari Rame, pedagang, pulang. "Baru," kata Sari. Ibu Sari, Kepala RT, menjemur baju. "Untung," '
         'katanya.', "Sari Rame"),
        # Not the one who is talked about and has no child.
        ('Hasnah Wala cemas. Anaknya, Rustam Wala, ingin melaut. Pengepul Lolo Hamid datang. "Utang banyak," '
         'kata Lolo.\n\n"Sekolah dulu," tegas sang ayah.', None),
        ('Wahyu Ardi makan di warung bibinya. "Lebih asin," katanya. Sang bibi diam saja. "Dia membayar," '
         'ujarnya.', None),
        # Nor who has told his foreman.
        ('Rudi Ardi memberi tahu mandornya lewat pesan. "Rem blong," tulisnya. Sang mandor menjawab. '
         '"Pelan-pelan saja," balasnya.', None),
        ('Sopir Rudi Ardi memberi tahu temannya. "Rem blong," tulisnya. Sang sopir menghela napas. '
         '"Pelan-pelan saja," ucapnya.', "Rudi Ardi"),
        ('Mira Ardi menulis lima novel. Pembaca menunggu penulisnya. "Saya gugup," kata sang penulis.',
         "Mira Ardi"),
        # The wife of somebody else, and one of two sisters: nobody who is named for it.
        (f'{STALL}Bupati Teguh Wardana datang. "Saya tahu," kata Teguh.\n\n"Bohong," kata istrinya.', None),
        (f'{STALL}Sukma Wati setuju. "Saya ikut," kata Sukma.\n\n"Saya juga," kata suaminya.', None),
        ("Melati Kusuma punya dua kakak. Kakaknya, Rini Kusuma, guru. Kakaknya, Tono Kusuma, sopir. "
         '"Mereka galak," kata Melati.\n\n"Dia yang galak," kata kakaknya.', None),
    ],
)  # fmt: skip
def test_kin_is_who_was_led_in_as_such(text: str, speaker: str | None) -> None:
    assert extract(Article(path="a.md", text=text))[-1].speaker == speaker
