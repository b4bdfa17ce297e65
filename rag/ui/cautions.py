"""What reading a file warns of, in the reader's language; the stored line is English, as programs read it."""

from __future__ import annotations

import re

from rag.ui.texts import Texts

_TABLE: tuple[tuple[str, str], ...] = (
    (r"(\d+) hidden words of the page left out", "{} kata tersembunyi di halaman itu tidak diambil"),
    (
        r"(\d+) of (\d+) pages hold no text, perhaps pictures",
        "{} dari {} halaman tidak berisi teks, mungkin gambar",
    ),
    (r"broken characters \(lone surrogates\) replaced", "karakter rusak diganti"),
    (
        r"(\d+) characters were lost before the file came here \(U\+FFFD\)",
        "{} karakter sudah hilang sebelum berkas ini sampai di sini (U+FFFD)",
    ),
    (r"mojibake repaired, first (.+) to (.+)", "huruf rusak diperbaiki, yang pertama {} menjadi {}"),
    (
        r"mojibake repaired: 'Â' of a lost no-break space removed",
        "huruf rusak diperbaiki: 'Â' bekas spasi dihapus",
    ),
    (r"control characters removed", "karakter kendali dihapus"),
    (
        r"(\d+) characters that turn the writing direction removed \((.+)\)",
        "{} karakter pembalik arah tulisan dihapus ({})",
    ),
    (r"invisible characters removed", "karakter tak terlihat dihapus"),
    (
        r"letters of another script look like Latin ones, first in (.+); kept",
        "huruf dari aksara lain mirip huruf Latin, pertama di {}; dibiarkan",
    ),
    (
        r"read as (\S+): NUL in every second byte, no byte-order mark",
        "dibaca sebagai {}: NUL di tiap byte kedua, tanpa tanda urutan byte",
    ),
    (r"read as (\S+), as the page states", "dibaca sebagai {}, seperti dinyatakan halamannya"),
    (r"read as (\S+), since it is not UTF-8", "dibaca sebagai {} karena bukan UTF-8"),
    (
        r"(\d+) bytes are not UTF-8 \(first at byte (\d+)\); shown as U\+FFFD",
        "{} byte bukan UTF-8 (pertama di byte {}); ditampilkan sebagai U+FFFD",
    ),
    (
        r"front matter is not closed by a line '---'; kept as text",
        "front matter tidak ditutup baris '---'; dianggap teks",
    ),
    (r"(.+?) is broken \((.+)\); read line by line", "{} rusak ({}); dibaca baris demi baris"),
    (
        r"(.+?) is not a list of 'key: value' lines; ignored",
        "{} bukan daftar baris 'kunci: nilai'; diabaikan",
    ),
    (r"(.+?): unknown key (.+) ignored; known are (.+)", "{}: kunci {} tidak dikenal; yang dikenal {}"),
    (
        r"(.+?): 'via' is to be a text or a list of texts; other parts ignored",
        "{}: 'via' harus teks atau daftar teks; bagian lain diabaikan",
    ),
    (
        r"(.+?): date (.+) is no whole date such as 2023-07-05; left empty",
        "{}: tanggal {} bukan tanggal lengkap seperti 2023-07-05; dikosongkan",
    ),
    (r"(.+?): url (.+) is no http\(s\) address; left empty", "{}: url {} bukan alamat http(s); dikosongkan"),
    (r"(.+?): (.+) is to be one text; ignored", "{}: {} harus satu teks; diabaikan"),
)
_PATTERNS = tuple((re.compile(english, re.DOTALL), indonesian) for english, indonesian in _TABLE)


def caution(line: str, t: Texts) -> str:
    """Return a line ``path: warning`` in the reader's language; one that is not known stays as it is."""
    path, parted, warning = line.partition(": ")
    if t["lang"] == "en" or not parted:
        return line
    for pattern, indonesian in _PATTERNS:
        if found := pattern.fullmatch(warning):
            return f"{path}: {indonesian.format(*found.groups())}"
    return line
