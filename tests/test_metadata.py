"""Metadata: what a text states about itself, and what it does not state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.dates import is_past, months_named, parse_date, publication_date
from rag.metadata import Metadata, byline, dateline, infer_metadata
from rag.outlets import known_outlet, tidy_outlet
from rag.repair import Log, repair
from rag.words import words

BODY = (
    "Pedagang Pasar Melati meminta pemerintah mempertegas aturan jualan daring tahun ini. "
    "Mereka mengaku sepi pembeli sejak awal tahun dan menutup kios lebih cepat."
)


def infer(text: str) -> Metadata:
    return infer_metadata(repair(text, Log()))


# Headlines ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headline",
    [
        "Pedagang Pasar Melati Minta Aturan Dipertegas",
        "Mengapa Harga Telur Naik Setiap Akhir Tahun?",
        'Menteri: "Kios Kosong Harus Diisi"',
        "20 Halte Baru Disiapkan Pemerintah Kota",
    ],
)
@pytest.mark.parametrize(
    "above",
    [
        "",
        "Nyaman tanpa iklan. Langganan BisnisPro\n\n",
        "Ekonomi\n",
        "Home > Bisnis > Ritel\n",
        "KabarPasar.id | Portal Berita Melati\n\nNasional | Pasar | Olahraga\n\n",
        "KabarPasar.com - Mengawal Pasar Tradisional\n",
    ],
)
def test_a_headline_is_the_first_line_that_is_no_furniture(headline: str, above: str) -> None:
    assert infer(f"{above}{headline}\n\n{BODY}").title == headline
    assert infer(f"{above}{headline}\n{BODY}").title == headline


@pytest.mark.parametrize(
    "first",
    [
        BODY,
        "Pasar itu sepi.",
        "Jakarta",
        "Bisnis.com, JAKARTA - Pedagang menolak aturan baru itu",
        "-Sari Wulandari, Ketua Paguyuban-",
        "pedagang pasar menolak aturan baru",
        " ".join(["Kata"] * 30),
    ],
)
def test_prose_is_no_headline(first: str) -> None:
    assert infer(f"{first}\n\n{BODY}").title is None


def test_a_lonely_line_is_no_headline() -> None:
    assert infer("Pedagang Pasar Melati Minta Aturan Dipertegas").title is None


# Outlets ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "outlet"),
    [
        ("Bisnis.com, JAKARTA - ", "Bisnis.com"),
        ("Bisnis.com, JAKARTA — ", "Bisnis.com"),
        ("TEMPO.CO, Jakarta - ", "Tempo.co"),
        ("KOMPAS.com - ", "Kompas.com"),
        ("JAKARTA, KOMPAS.com – ", "Kompas.com"),
        ("Liputan6.com, Jakarta - ", "Liputan6.com"),
        ("Liputan6.com, Jakarta ", "Liputan6.com"),
        ("REPUBLIKA.CO.ID, JAKARTA -- ", "Republika.co.id"),
        ("Merdeka.com - ", "Merdeka.com"),
        ("Jakarta, CNN Indonesia -- ", "CNN Indonesia"),
        ("Jakarta, CNBC Indonesia - ", "CNBC Indonesia"),
        ("Jakarta (ANTARA) - ", "ANTARA"),
        ("Kota Maja (NUSA) - ", "NUSA"),
        ("SuaraJogja.id - ", "SuaraJogja.id"),
        ("VIVA – ", "VIVA"),
        ("jpnn.com, JAKARTA - ", "JPNN.com"),
        ("TRIBUNNEWS.COM, JAKARTA - ", "Tribunnews.com"),
        ("KONTAN.CO.ID - JAKARTA. ", "Kontan.co.id"),
        ("tirto.id - ", "Tirto.id"),
        ("JAKARTA, iNews.id - ", "iNews.id"),
        ("Jakarta, IDN Times - ", "IDN Times"),
        ("KBRN, Jakarta: ", "KBRN"),
        ("Harian Pesisir, SEMARANG - ", "Harian Pesisir"),
        ("SEMARANG, Kabar Pantura – ", "Kabar Pantura"),
        ("Suara Kendal Raya, KENDAL - ", "Suara Kendal Raya"),
    ],
)
def test_a_dateline_names_its_outlet(start: str, outlet: str) -> None:
    found = dateline(start + BODY)
    assert found is not None
    assert tidy_outlet(found) == outlet
    assert infer(f"Pedagang Minta Aturan Dipertegas\n\n{start}{BODY}").outlet == outlet


@pytest.mark.parametrize(
    "start",
    [
        "JAKARTA - ",
        "Jakarta, 5 Juli - ",
        "Menurut Bisnis.com, harga naik. ",
        "Situs contoh.com diblokir sejak Senin. ",
        "PT Contoh Tbk. - ",
        "Suara Rakyat - ",
        "Berita duka, Semarang - ",
    ],
)
def test_a_place_or_a_mention_is_no_outlet(start: str) -> None:
    assert infer(f"{start}{BODY}").outlet is None


def test_an_outlet_that_was_told_counts_when_said_twice_and_alone() -> None:
    once = f'{BODY}\n"Kami menolak," kata Sari kepada kumparan.'
    twice = f'{once}\n"Kami kecewa," kata Budi kepada kumparan.'
    assert infer(once).outlet is None
    assert infer(twice).outlet == "kumparan"
    assert infer(f'{twice}\n"Ya," kata Budi kepada Tempo.\n"Ya," kata Sari kepada Tempo.').outlet is None


def test_a_cited_source_is_no_outlet() -> None:
    assert (
        infer(f"{BODY}\nMenurut laporan Kompas, harga naik.\nDikutip dari Kompas, harga turun.").outlet
        is None
    )


@pytest.mark.parametrize(
    ("footer", "outlet"),
    [
        ("Copyright © ANTARA 2023", "ANTARA"),
        ("Copyright © NUSA 2025", "NUSA"),
        ("© 2024 Harian Pesisir. Hak cipta dilindungi.", "Harian Pesisir"),
        ("Artikel ini telah tayang di Kompas.com dengan judul X", "Kompas.com"),
        ("Follow Instagram @kompasianacom juga Tiktok @kompasiana", "Kompasiana"),
        ("Ikuti berita terkini dari Tempo di Google News, klik di sini", "Tempo"),
        ("Suhari Contoh – Redaktur Eksekutif koranmasa.com", "koranmasa.com"),
    ],
)
def test_a_footer_names_the_outlet(footer: str, outlet: str) -> None:
    assert infer(f"{BODY}\n\n{footer}").outlet == outlet


@pytest.mark.parametrize(
    "line",
    [
        "Polisi Tangkap Preman, Wartawan Dilarang Meliput",
        "Aksi Damai Berakhir Ricuh - Jurnalis Dipukul",
        "Joko Tirto, wartawan Kompas",  # one of a list
        "Sari Dewi – Wartawan",
    ],
)
def test_what_signs_no_article(line: str) -> None:
    assert "signature" not in byline(line)


def test_a_headline_names_no_author() -> None:
    assert byline("Polisi Tangkap Preman, Wartawan Dilarang Meliput") == {}


def test_the_office_of_another_than_the_author_is_not_theirs() -> None:
    signed = "Suhari Contoh – Redaktur Eksekutif koranmasa.com"
    assert infer(f"{BODY}\n\n{signed}").signature == signed
    assert infer(f"Penulis: Dwi Contoh\n\n{BODY}\n\n{signed}").signature is None


def test_spellings() -> None:
    assert known_outlet("detikFinance") == "detikcom"
    assert known_outlet("Harga naik") is None
    assert tidy_outlet("www.contoh.co.id") == "contoh.co.id"


# Bylines ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("Penulis : Dwi Contoh", {"author": "Dwi Contoh"}),
        ("Editor: Pandu Contoh", {"editor": "Pandu Contoh"}),
        ("Reporter: Sari Dewi | Editor: Budi Hartono", {"author": "Sari Dewi", "editor": "Budi Hartono"}),
        ("Rep: Sari Dewi/ Red: Budi Hartono", {"author": "Sari Dewi", "editor": "Budi Hartono"}),
        ("Pewarta: M. Arief Rahman", {"author": "M. Arief Rahman"}),
        ("Oleh: Prof. Budi Hartono, S.H.", {"author": "Prof. Budi Hartono, S.H."}),
        ("Oleh Sari Wulandari", {"author": "Sari Wulandari"}),
        ("By Maya Sutanto", {"author": "Maya Sutanto"}),
        ("Raka Pradana - detikFinance", {"author": "Raka Pradana", "outlet": "detikcom"}),
        ("Tim - detikNews", {"outlet": "detikcom"}),
        ("Dwi Lestariani - kabarKilat", {"author": "Dwi Lestariani", "outlet": "kabarKilat"}),
        (
            "Suhari Contoh – Redaktur Eksekutif koranmasa.com",
            {
                "author": "Suhari Contoh",
                "signature": "Suhari Contoh – Redaktur Eksekutif koranmasa.com",
                "outlet": "koranmasa.com",
            },
        ),
        (
            "Laporan Wartawan Tribunnews.com, Bima Saputra",
            {"author": "Bima Saputra", "outlet": "Tribunnews.com"},
        ),
        ("Fotografer: Rina Dewi", {"other": "Rina Dewi"}),
    ],
)
def test_bylines(line: str, want: dict[str, str]) -> None:
    assert byline(line) == want


@pytest.mark.parametrize(
    "line",
    [
        "Penulis: Apa rencana Anda?",
        "Editor: kami akan membuka kios baru di tiga kota",
        "Penulis buku itu: Sari Wulandari",
        "Oleh karena itu, pedagang menolak",
        "Oleh Karena Itu Pedagang Menolak Aturan Baru Dari Pemerintah Kota",
        '"Penulis: Sari," kata dia',
        "Sari Wulandari - pedagang kain",
        "-Heru Contoh, Direktur Lembaga Contoh-",
        "By the way, he left.",
    ],
)
def test_what_is_no_byline(line: str) -> None:
    assert byline(line) == {}


def test_a_label_above_its_name() -> None:
    assert byline("Editor", "Grace Contoh") == {"editor": "Grace Contoh"}
    assert byline("Editor", "Harga naik lagi.") == {}


# Dates --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("2023-07-05", "2023-07-05"),
        ("2023-07-05T10:00:00+07:00", "2023-07-05"),
        ("2023/07/05 10:00", "2023-07-05"),
        ("5 Juli 2023", "2023-07-05"),
        ("05 Jul 2023, 10:00 WIB", "2023-07-05"),
        ("Rabu, 5 Juli 2023", "2023-07-05"),
        ("Jum’at, 5 Agt 2022", "2022-08-05"),
        ("05/07/2023", "2023-07-05"),
        ("July 5, 2023", "2023-07-05"),
        ("17 Agustus 1945", "1945-08-17"),
        ("30 Februari 2023", None),
        ("2023-13-01", None),
        ("5 Juli", None),
        ("Juli 2023", None),
        ("2023", None),
        ("kemarin", None),
        ("5 Juli 2023 dan 6 Juli 2023", None),
        ("", None),
    ],
)
def test_dates(text: str, want: str | None) -> None:
    assert parse_date(text) == want


@given(st.dates(min_value=date(1900, 1, 1)).filter(lambda d: d.year <= 2200))
def test_every_iso_date_is_read_as_itself(day: object) -> None:
    assert parse_date(str(day)) == str(day)


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("Senin, 03 Juli 2023 14:05 WIB", "2023-07-03"),
        ("Kompas.com - 11/07/2023, 09:20 WIB", "2023-07-11"),
        ("Diterbitkan: 3 Juli 2023", "2023-07-03"),
        ("Published on July 18, 2023", "2023-07-18"),
        ("Tayang: Sabtu, 15 Juli 2023 16:05 WIB", "2023-07-15"),
        ("JAKARTA, 5 Juli 2023 - Pedagang menolak aturan baru yang diumumkan pekan lalu itu.", "2023-07-05"),
        ("Jakarta, Bisnis.com, 5 Juli 2023 – Pedagang menolak aturan baru itu.", "2023-07-05"),
    ],
)
def test_a_publication_date_stands_near_the_top(line: str, want: str) -> None:
    assert infer(f"Pedagang Minta Aturan Dipertegas\n{line}\n{BODY}").date == want


@pytest.mark.parametrize(
    "line",
    [
        '"Kami menolak," kata Sari, Kamis (14/9/2023).',
        "Kamis (14/9/2023) pedagang berkumpul di balai kota.",
        "Menteri di Balai Kota, Senin (26/12/2022). Foto: Sari/kumparan",
        "Pada 21 Juni 2023 pasar itu dibuka.",
        "Copyright © ANTARA 2023",
    ],
)
def test_a_date_in_prose_or_caption_is_not_the_publication_date(line: str) -> None:
    assert infer(f"Pedagang Minta Aturan Dipertegas\n\n{line}\n\n{BODY}").date is None


def test_published_wins_over_updated() -> None:
    dates = "Diperbarui 14 Jul 2023, 08:00 WIB\nDiterbitkan 13 Jul 2023, 07:15 WIB"
    text = f"Pedagang Minta Aturan\n{dates}\n{BODY}"
    assert infer(text).date == "2023-07-13"
    assert publication_date("14 Jul 2023", top=False) is None


# The five real articles ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "headline", "want"),
    [
        ("000_b08f0210f9b76e28.txt", None, Metadata(outlet="Kompasiana")),
        ("001_8b216c02d635696e.txt", None, Metadata(outlet="Kompasiana")),
        ("002_fc6d0abe4d42346a.txt", "Soal Project S", Metadata(outlet="kumparan")),
        (
            "003_a51bc20367dc249c.txt",
            "Project S, UMKM",
            Metadata(
                outlet="koranperdjoeangan.com",
                author="Suhari Ete",
                signature="Suhari Ete – Redaktur Eksekutif koranperdjoeangan.com",
            ),
        ),
        (
            "004_bb10cd0d024ff356.txt",
            "Dibanjiri Produk Impor,",
            Metadata(outlet="Bisnis.com", author="Dwi Rachmawati", editor="Pandu Gumilar"),
        ),
    ],
)
def test_what_the_real_articles_state(shared: Path, name: str, headline: str | None, want: Metadata) -> None:
    source = (shared / "articles" / name).read_text(encoding="utf-8")
    found = infer(source)
    assert replace(found, title=None) == want
    if headline is None:
        assert found.title is None
    else:
        assert found.title in source.split("\n")
        assert (found.title or "").startswith(headline)


# Days in figures -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ujar Sari, Kamis (14/9/2023).", "ujar sari kamis 14 september 2023"),
        ("(5/7)", "5 juli"),
        ("Senin, 3/7 lalu", "senin 3 juli lalu"),
        ("05-07-2023", "05 juli 2023"),
        ("menang 3-2 (2-1)", "menang 3 2 2 1"),
        ("buka 24/7", "buka 24 7"),
        ("(32/13)", "32 13"),
    ],
)
def test_a_month_in_figures_has_its_name(text: str, named: str) -> None:
    assert months_named(text, words(text)) == named.split()


@given(st.text())
def test_words_stay_as_many(text: str) -> None:
    found = words(text)
    assert len(months_named(text, found)) == len(found)


@pytest.mark.parametrize(
    ("day", "published", "past"),
    [
        ("9 Januari", "2025-02-18", True),
        ("9 Januari", "2024-12-18", False),  # the next one
        ("Sabtu (30/3/2024)", "2024-03-31", True),
        ("Sabtu (30/3/2024)", "2024-03-30", False),
        ("2019", "2024-01-01", True),
        ("2025", "2024-01-01", False),
        ("31/2", "2025-03-01", False),
        ("Senin depan", "2025-03-01", False),
        ("9 Januari", "2025", False),
    ],
)
def test_a_day_that_is_past(day: str, published: str, past: bool) -> None:
    assert is_past(day, published) is past
