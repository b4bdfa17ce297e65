"""What a language model wrote, as sentences with keys: whatever form they come in, and in no time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.written import plain, written


@pytest.mark.parametrize(
    ("text", "shown"),
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
        ("ti\u200bdak, ti\u00addak", "tidak, tidak"),
        ("&amp;amp;quot;taman&amp;amp;quot;", '"taman"'),
        ("‚taman‘ ‘taman‘ ′taman′ 《taman》 <q>taman</q>", '"taman" "taman" "taman" "taman" "taman"'),
        ("Jum'at, ma'af, Qur'an", "Jum'at, ma'af, Qur'an"),
        ("<think>Hadi korupsi. [1]</think>Taman", "Taman"),
        ("Taman <thinking>belum selesai", "Taman "),
        ("Pada [2022] saja", "Pada 2022 saja"),
    ],
)
def test_markup_addresses_and_what_cannot_be_seen_are_gone(text: str, shown: str) -> None:
    assert plain(text).strip() == shown.strip()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Taman dibuka [1].", [("Taman dibuka.", (1,))]),
        ("Taman dibuka. [1] Lalu ditutup. [2]", [("Taman dibuka.", (1,)), ("Lalu ditutup.", (2,))]),
        ("[1] Taman dibuka.\n[2] Lalu ditutup.", [("Taman dibuka.", (1,)), ("Lalu ditutup.", (2,))]),
        ("Taman dibuka [1, 2-4].", [("Taman dibuka.", (1, 2, 3, 4))]),
        ("Taman dibuka 【1】 ［2］ [^3] [ 4 ] [sumber 5].", [("Taman dibuka.", (1, 2, 3, 4, 5))]),
        ("Taman dibuka (sumber: [1]).", [("Taman dibuka.", (1,))]),
        ("Taman dibuka [1](https://x.example/a). Lihat [Kabar](https://x.example) [1].",
         [("Taman dibuka.", (1,)), ("Lihat Kabar.", (1,))]),
        ("Dibuka 4 Okt. 2023 [1].", [("Dibuka 4 Okt 2023.", (1,))]),
        ("Menurut sumber yang diberikan, taman dibuka [1].", [("taman dibuka.", (1,))]),
        # What stands between two marks is one: its second sentence is nobody's fact.
        ('Rina berkata "Petani akan rugi. Kami akan menuntut" [1].',
         [('Rina berkata "Petani akan rugi. Kami akan menuntut".', (1,))]),
    ],
)  # fmt: skip
def test_sentences_have_their_keys(text: str, found: list[tuple[str, tuple[int, ...]]]) -> None:
    assert [(each.text, each.keys) for each in written(text)] == found


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "![",
        "a@",
        "[1]",
        "<",
        "'",
        "' ",
        "x'y",
        "[1,",
        "http:",
        "**",
        '"',
        "&amp;",
        "- ",
        "<think>",
        "(",
        "[ ",
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    before = time.perf_counter()
    list(written(piece * (6_000 // len(piece))))
    assert time.perf_counter() - before < 1.0


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    for each in written(text):
        assert any(c.isalnum() for c in each.text)
        assert each.text.isprintable()
