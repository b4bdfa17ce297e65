"""Cleaning: every rule on cases it takes and cases it leaves, whole pages, and five real articles."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rag import boilerplate, captions, clean, metadata, repair
from rag.boilerplate import line_rule, plain
from rag.captions import is_caption
from rag.clean import unwrap
from rag.furniture import LINES, PARAGRAPHS
from rag.metadata import infer_metadata
from rag.repair import Log

HERE = Path(__file__).resolve().parent
CASES = json.loads((HERE / "cases" / "cleaning.json").read_text(encoding="utf-8"))
PAGES = sorted((HERE / "cases" / "pages").glob("*.page"))


def cleaned(text: str) -> str:
    return clean.clean(text).text


def rules(text: str) -> list[str]:
    return [step.rule for step in clean.clean(text).steps]


# Rules over one line ------------------------------------------------------------------------


@pytest.mark.parametrize(("rule", "line"), [(r, x) for r, v in CASES["lines"].items() for x in v["positive"]])
def test_a_rule_takes_its_lines(rule: str, line: str) -> None:
    assert line_rule(plain(line)) == rule


@pytest.mark.parametrize(("rule", "line"), [(r, x) for r, v in CASES["lines"].items() for x in v["negative"]])
def test_no_rule_takes_what_only_looks_alike(rule: str, line: str) -> None:
    assert line_rule(plain(line)) is None


def test_every_rule_has_cases_of_both_kinds() -> None:
    assert {name for name, _ in LINES + PARAGRAPHS} == set(CASES["lines"])
    assert all(v["positive"] and v["negative"] for v in CASES["lines"].values())


@pytest.mark.parametrize("line", CASES["captions"]["positive"])
def test_captions_are_known_by_their_credit(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize("line", CASES["captions"]["negative"])
def test_prose_is_no_caption(line: str) -> None:
    assert not is_caption(line)


@pytest.mark.parametrize("case", CASES["known_failures"], ids=lambda c: c["why"])
@pytest.mark.xfail(strict=True, reason="known failures; a fix moves the case to the positives")
def test_known_failures(case: dict[str, str]) -> None:
    assert cleaned(case["text"]) == case["want"]


# Whole pages --------------------------------------------------------------------------------


def read_page(file: Path) -> tuple[list[str], list[str], dict[str, str]]:
    """Return all lines, the lines to be kept ("+"), and the metadata expected ("?")."""
    rows = file.read_text(encoding="utf-8").splitlines()
    lines = [row[2:] for row in rows if row[0] in "+-"]
    kept = [row[2:] for row in rows if row[0] == "+"]
    return lines, kept, dict(row[2:].split(": ", 1) for row in rows if row[0] == "?")


@pytest.mark.parametrize("blank", ["\n", "\n\n"], ids=["lines", "blocks"])
@pytest.mark.parametrize("file", PAGES, ids=lambda f: f.stem)
def test_a_pasted_page_becomes_its_article(file: Path, blank: str) -> None:
    lines, kept, wanted = read_page(file)
    text = blank.join(lines)
    assert cleaned(text).split("\n\n") == kept
    found = infer_metadata(repair.repair(text, Log()))
    stated = {k: getattr(found, k) for k in ("title", "outlet", "author", "editor", "date")}
    assert {k: v for k, v in stated.items() if v} == {k: v for k, v in wanted.items() if k != "via"}
    assert found.via == tuple(filter(None, [wanted.get("via")]))


@pytest.mark.parametrize("file", PAGES, ids=lambda f: f.stem)
def test_every_line_that_goes_is_a_step(file: Path) -> None:
    lines, kept, _ = read_page(file)
    steps = clean.clean("\n".join(lines)).steps
    gone = {line[:200] for line in set(lines) - set(kept)}
    assert {step.removed for step in steps} - set(kept) - {""} == gone


# Rules that depend on where a line stands ---------------------------------------------------

PROSE = "Pedagang Pasar Melati meminta pemerintah mempertegas aturan jualan daring tahun ini."
MORE = "Kepala dinas berjanji menampung keluhan itu dan mengundang semua pihak pekan depan."


def test_a_strong_heading_goes_in_the_middle_and_the_article_goes_on() -> None:
    assert cleaned(f"{PROSE}\n\nBacaan Lainnya\n\n{MORE}") == f"{PROSE}\n\n{MORE}"


def test_headlines_under_baca_juga_go_but_a_subheading_stays() -> None:
    text = (
        f"{PROSE}\nBaca juga:\nHarga Cabai di Pasar Kenanga Tembus Rp 90 Ribu\nNasib Pedagang Kecil\n{MORE}"
    )
    assert cleaned(text) == f"{PROSE}\n\nNasib Pedagang Kecil\n\n{MORE}"


def test_a_weak_heading_stays_while_prose_follows() -> None:
    assert cleaned(f"{PROSE}\n\nRekomendasi\n\n{MORE}") == f"{PROSE}\n\nRekomendasi\n\n{MORE}"
    assert cleaned(f"{PROSE}\n\nRekomendasi\n\nHarga Cabai Naik Lagi") == PROSE


def test_a_short_sentence_after_a_list_is_still_the_article() -> None:
    assert cleaned(f"{PROSE}\nLihat Juga :\nHarga Cabai Naik Lagi di Kota\nSerikat buruh menolak.") == (
        f"{PROSE}\n\nSerikat buruh menolak."
    )


def test_platform_names_go_as_buttons_and_stay_as_subheadings() -> None:
    assert cleaned(f"Facebook\nTwitter\nWhatsApp\n{PROSE}") == PROSE
    assert cleaned(f"{PROSE}\n\nFacebook\n\n{MORE}") == f"{PROSE}\n\nFacebook\n\n{MORE}"


def test_doubled_captions_go_and_doubled_headlines_stay_once() -> None:
    caption = "Menteri Koperasi meninjau kios pedagang di Pasar Melati"
    assert cleaned(f"{PROSE}\n{caption}\n{caption}\n{MORE}") == f"{PROSE}\n\n{MORE}"
    assert cleaned(
        f"Pasar Melati Sepi Pembeli Sejak Awal Tahun\nPasar Melati Sepi Pembeli Sejak Awal Tahun\n{PROSE}"
    ) == (f"Pasar Melati Sepi Pembeli Sejak Awal Tahun\n\n{PROSE}")


def test_a_doubled_paragraph_stays_once_and_a_refrain_stays_whole() -> None:
    assert cleaned(f"{PROSE}\n{PROSE}\n{MORE}") == f"{PROSE}\n\n{MORE}"
    assert cleaned(f"{PROSE}\n{MORE}\n{PROSE}") == f"{PROSE}\n\n{MORE}\n\n{PROSE}"
    assert cleaned(f"{PROSE}\nHidup warung!\nHidup warung!\n{MORE}").count("Hidup warung!") == 2


def test_inline_pointers_and_codes_go_from_a_paragraph() -> None:
    assert cleaned(f"{PROSE} (Baca juga: Harga Cabai Naik)\n{MORE} (ast/jpnn)") == f"{PROSE}\n\n{MORE}"
    assert cleaned(f"{PROSE}\n{MORE} (OSA/MAR/FER)") == f"{PROSE}\n\n{MORE}"
    for kept in (
        f"{PROSE} (Rp 5 juta)\n\nAturan itu diusulkan Perserikatan Bangsa-Bangsa (PBB).",
        f"{PROSE}\n\nSaluran itu bernama 'Russia Today' (RT)",
        f"{PROSE}\n\nIa menulis dua buku sejarah kota pelabuhan itu. (1969, 1975)",
        f"{PROSE}\n\nKota San José (baca: San Hosé) terletak di bagian barat negara bagian itu.",
        f"{PROSE}\n\nSebuah wilayah (lihat: Tabel 1) tidak tergabung dalam negara itu.",
    ):
        assert cleaned(kept) == kept


def test_a_quotation_block_with_its_attribution_stays() -> None:
    text = f'{PROSE}\n\n"Kami menolak aturan itu,"\n\n-Sari Wulandari, Ketua Paguyuban-\n\n{MORE}'
    assert cleaned(text) == text


def test_an_interview_keeps_its_labels() -> None:
    text = "Penulis: Apa rencana Anda tahun ini?\n\nEditor: Kami akan membuka kios baru di tiga kota."
    assert cleaned(text) == text


# Characters ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("â€œKami menolak,â€\x9d kata Sari.", "“Kami menolak,” kata Sari."),
        ("CafÃ© itu tutup.", "Café itu tutup."),
        ("sedang bergulir. Â Mereka menolak.", "sedang bergulir. Mereka menolak."),
        ("entah kapan.Â", "entah kapan."),
        ("â€œPulang,â€ kata Sari â€” pelan.", "“Pulang,” kata Sari — pelan."),
        ("pedagang UMKMÂ yang", "pedagang UMKM yang"),
        ("kami\u00a0 menolak\u2003itu", "kami menolak itu"),
        ("harga &amp; pajak &quot;naik&quot;&nbsp;lagi", 'harga & pajak "naik" lagi'),
        ("ko\u00adper\u00adasi\u200b itu", "koperasi itu"),
        ("a\u202ebc\u202c", "abc"),
        ("e\u0301", "é"),
        ("satu\r\ndua\rtiga\u2028empat", "satu\n\ndua\n\ntiga\n\nempat"),
        ("\x1b[31mmerah\x1b[0m\x07", "merah"),
        ("ikon \ue001 bagus", "ikon bagus"),
    ],
)
def test_characters_are_mended(text: str, want: str) -> None:
    assert cleaned(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "“Produk” itu – kata ‘Sari’ — mahal… ½ kg, 30 °C, Rp 5.000,-",
        "Café Müller, São Paulo, Łódź, Đà Nẵng, İstanbul",
        "HÂLÂ GÜZEL bunyinya.",
        "Emoji 👨\u200d👩\u200d👧 dan ❤️ tetap.",
        "harga ﬁnal ① ㎏ ＡＢＣ",
        "AT&T dan R&D; a < b > c",
        "नमस्ते क्\u200dष",
        "ᠮᠠᠨ\u180bᠵᡠ",
    ],
)
def test_good_text_is_left_alone(text: str) -> None:
    assert cleaned(text) == text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("CafÃ© itu", "mojibake"),
        ("â€œPulang,â€ kata Sari", "mojibake"),
        ("a\u202eb", "direction"),
        ("a\u200bb", "invisible"),
        ("Pаsar", "script"),
        ("a\x07b", "control"),
        ("a\ufffdb", "lost"),
        ("a\ud800b", "surrogates"),
    ],
)
def test_what_was_mended_is_a_warning(text: str, word: str) -> None:
    assert any(word in warning for warning in clean.clean(text).warnings)


def test_clean_text_brings_no_steps_and_no_warnings() -> None:
    result = clean.clean(f"{PROSE}\n\n{MORE}")
    assert (result.steps, result.warnings) == ((), ())


# Hard-wrapped lines -------------------------------------------------------------------------

WRAPPED = """Pedagang Pasar Melati meminta pemerintah mempertegas aturan jualan
daring. Mereka mengaku sepi pembeli sejak awal tahun, terutama pedagang
kain dan sepatu yang berada di lantai dua gedung lama itu.
Kepala dinas berjanji menampung keluhan itu dan mengundang semua pihak
untuk membicarakannya pekan depan di balai kota."""


def test_hard_wrapped_lines_are_joined_and_paragraphs_kept() -> None:
    paragraphs = cleaned(WRAPPED).split("\n\n")
    assert [p.split()[0] for p in paragraphs] == ["Pedagang", "Kepala"]
    assert " ".join(paragraphs) == " ".join(WRAPPED.split())
    assert "hard_wrapped_lines" in rules(WRAPPED)


def test_a_list_of_short_lines_is_not_joined() -> None:
    text = "Bahan yang diperlukan:\ntepung terigu\ngula pasir\ntelur\nmentega\nsusu bubuk"
    assert cleaned(text).split("\n\n") == text.split("\n")
    assert unwrap("satu\ndua", Log()) == ["satu", "dua"]


# For any text -------------------------------------------------------------------------------

PIECES = [
    PROSE,
    MORE,
    "Baca juga:",
    "Baca juga: Harga Naik",
    "Artikel Terkait",
    "Foto",
    "Rekomendasi",
    "Facebook",
    "Twitter",
    "Share",
    "Penulis : Dwi Contoh",
    "Editor",
    "Dwi Contoh",
    "Tim Redaksi",
    "Senin, 3 Juli 2023 10:00 WIB",
    "Ekonomi",
    "CNN Indonesia",
    "Harga Cabai di Pasar Kenanga Tembus Rp 90 Ribu",
    "Ilustrasi pasar",
    "Suasana pasar. Foto: A/kumparan",
    "(ast/jpnn)",
    "ADVERTISEMENT",
    "***",
    "Kata dia. (kil/das)",
    "Tags: a, b",
    "Komentar",
    "(Baca juga: X) isi",
    "Popular Posts",
    "&amp;amp;lt;",
    "Â",
    "CafÃ©",
    "â€œ",
    "\u200b",
    "\u00a0",
    "\u0301",
    "-Sari, Ketua-",
    "",
]
pages = st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=14).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", " "]).map(lambda joint: joint.join(lines))
)


@settings(max_examples=400, deadline=None)
@given(pages | st.text())
@example("&am&shy;p;lt;")
@example("&#38;#38;lt;")
@example("Foto\nBaca juga:\nFoto\nFoto")
def test_cleaning_twice_changes_nothing_and_never_raises(text: str) -> None:
    once = clean.clean(text)
    again = clean.clean(once.text)
    assert again.text == once.text
    infer_metadata(repair.repair(text, Log()))


@settings(max_examples=200, deadline=None)
@given(pages)
def test_what_is_kept_is_paragraphs_of_the_text_in_order(text: str) -> None:
    once = clean.clean(text).text
    assert "\n\n\n" not in once
    assert once == once.strip()
    assert all(p == " ".join(p.split()) for p in once.split("\n\n"))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_long_paragraphs_are_never_lost(lines: list[str]) -> None:
    long = " ".join([PROSE] * 5)
    assert long in cleaned("\n".join([*lines, long, *reversed(lines)]))


# Speed --------------------------------------------------------------------------------------

HOSTILE = [
    "ikuti telegram " * 17_500,
    "baca juga " * 25_000,
    "<a " * 82_500,
    "[" * 250_000,
    "(baca: " * 35_000,
    "&amp;" * 50_000,
    "&#38;" * 50_000,
    "aÂ" * 125_000,
    "Ã©" * 125_000,
    "a.b." * 62_500,
    "kepada a.a.a." * 20_000,
    "1 " * 125_000,
    "\x1b[" * 125_000,
    "Foto: a/" * 31_250,
    "*a **b " * 35_000,
    "<!--" * 62_500,
    "_a __b " * 35_000,
    "a\u0301" * 125_000,
    "> a " * 62_500,
    "- " * 125_000,
    "\u200d" * 250_000,
    "(" * 250_000,
    "A/B " * 62_500,
    "Penulis: " * 27_500,
    "---\n" * 62_500,
    "\n" * 250_000,
]


@pytest.mark.parametrize("shape", ["line", "lines"])
@pytest.mark.parametrize("text", HOSTILE, ids=lambda t: repr(t[:12]))
def test_no_text_of_250_kb_takes_long(text: str, shape: str) -> None:
    if shape == "lines":  # as many lines of 400 characters
        text = "\n".join(text[i : i + 400] for i in range(0, len(text), 400))
    started = time.process_time()
    mended = repair.repair(text, Log())
    clean.remove_boilerplate(mended, Log())
    infer_metadata(mended)
    assert time.process_time() - started < 3  # seconds; most take 0.1, a quadratic rule takes minutes


def test_of_a_million_lines_those_far_from_the_ends_are_taken_for_prose() -> None:
    lines = [f"Harga beras hari ke-{n} naik." for n in range(1_000_000)]
    lines[3] = lines[-4] = "Baca juga: Harga gula turun"
    lines[500_000] = "* * *"
    lines[600_000] += " (Baca juga: Harga gula turun)"
    started = time.process_time()
    done = clean.clean("\n".join(lines))
    assert time.process_time() - started < 6
    lines[600_000] = "Harga beras hari ke-600000 naik."
    assert done.text == "\n\n".join(line for n, line in enumerate(lines) if n not in (3, 500_000, 999_996))
    assert [step.rule for step in done.steps] == ["read_also", "ornament", "read_also", "read_also"]


def test_a_thousand_articles_are_cleaned_in_a_few_seconds() -> None:
    lines, _, _ = read_page(HERE / "cases" / "pages" / "detik.page")
    articles = [
        "\n".join([*lines[:7], *(f"{PROSE} {MORE} {n} {k}" for k in range(20)), *lines[7:]])
        for n in range(1000)
    ]
    started = time.process_time()
    for text in articles:
        infer_metadata(repair.repair(text, Log()))
        clean.clean(text)
    assert time.process_time() - started < 8  # 1.4 s on one idle core; measured with room for slower ones


# The five real articles ---------------------------------------------------------------------

REAL = {
    "000_b08f0210f9b76e28.txt": (
        14,
        "Dari awal Kami menolak",
        "market place nakal.",
        ["Follow Instagram", "Baca juga cerita"],
    ),
    "001_8b216c02d635696e.txt": (
        16,
        "Sebuah inisiasi dari",
        "dalam kehampaan.",
        ["Baca konten-konten", "whatsapp.com"],
    ),
    "002_fc6d0abe4d42346a.txt": (
        24,
        "Soal Project S untuk",
        "Kominfo itu.",
        ["Foto:", "zoom-in", "Popular Posts"],
    ),
    "003_a51bc20367dc249c.txt": (
        20,
        "Project S, UMKM dan",
        "tepat guna.",
        ["Bacaan Lainnya", "Pos terkait", "Suhari Ete"],
    ),
    "004_bb10cd0d024ff356.txt": (
        13,
        "Dibanjiri Produk Impor,",
        "para pedagang UMKM.",
        [
            "JIBI",
            "BisnisPro",
            "Penulis",
            "Hot Topic",
            "Google News",
            "Konten Premium",
            "Scan QR",
            "Rekomendasi",
        ],
    ),
}


@pytest.mark.parametrize("name", REAL)
def test_a_real_article_is_all_there_and_nothing_else(shared: Path, name: str) -> None:
    count, first, last, gone = REAL[name]
    source = (shared / "articles" / name).read_text(encoding="utf-8")
    text = cleaned(source)
    assert len(text.split("\n\n")) == count
    assert text.startswith(first)
    assert text.endswith(last)
    assert not [word for word in [*gone, "Â", "\u00a0", "  "] if word in text]
    # Every paragraph of over 30 words is there, except the two that are pointers to channels.
    whole = [
        " ".join(line.replace("Â", " ").split()) for line in source.split("\n") if len(line.split()) > 30
    ]
    assert len([p for p in whole if p in text]) >= len(whole) - 1


@pytest.mark.parametrize(
    ("name", "fragment"),
    [
        ("002_fc6d0abe4d42346a.txt", "\n\nData Market Intelligent UMKM\n\n"),
        ("002_fc6d0abe4d42346a.txt", "\n\n-Heru Sutadi, Direktur Eksekutif ICT Institute-\n\n"),
        ("002_fc6d0abe4d42346a.txt", "\n\n-TikTok Indonesia menjawab konfirmasi kumparan-\n\n"),
        ("003_a51bc20367dc249c.txt", "\n\nViral pemberitaan Project S yang"),
        ("004_bb10cd0d024ff356.txt", "\n\nBisnis.com, JAKARTA - Menteri Koperasi"),
        ("004_bb10cd0d024ff356.txt", "[produk lokal] sudah enggak bisa bersaing"),
    ],
)
def test_what_belongs_to_a_real_article_stays(shared: Path, name: str, fragment: str) -> None:
    assert fragment in cleaned((shared / "articles" / name).read_text(encoding="utf-8"))


def test_the_modules_are_pure() -> None:
    for module in (boilerplate, captions, clean, metadata, repair):
        source = Path(module.__file__ or "").read_text(encoding="utf-8")
        assert "open(" not in source
        assert "import os" not in source


# Under a headline nothing of the article goes, however short ---------------------------------

HEADLINE = "Pasar Melati Ditutup Dua Pekan untuk Perbaikan"


@pytest.mark.parametrize(
    "line",
    [
        "Saluran rusak",
        "Klaim",
        "Hasil: SALAH",
        "Grup A",
        "0,5 gram",
        "Skor 2-1",
        "Sari Dewi",
        "- Tanggul jebol",
    ],
)
@pytest.mark.parametrize("signed", ["Oleh Sari Dewi", "Senin, 5 Agustus 2024"])
def test_a_short_line_above_the_first_paragraph_stays(line: str, signed: str) -> None:
    assert line in cleaned(f"{HEADLINE}\n\n{signed}\n\n{line}\n\n{PROSE}\n\n{MORE}").split("\n\n")


@pytest.mark.parametrize(
    "headline",
    [
        "Tutup Usia",
        "Pasar Johar Tutup",
        "[SALAH] Vaksin Mengandung Cip Pelacak",
        "Semua orang pulang hari itu.",
    ],
)
def test_what_stands_above_a_byline_stays_however_it_looks(headline: str) -> None:
    text = f"{headline}\n\nOleh Sari Dewi\n\nSaluran Air Rusak Sejak Lama\n\n{PROSE}\n\n{MORE}"
    assert cleaned(text).split("\n\n")[0] == headline
    assert infer_metadata(repair.repair(text, Log())).title in (headline, None)


def test_a_chronology_is_no_head_of_a_page() -> None:
    rows = "12 Mei 2024\n\nBudi ditangkap\n\n13 Mei 2024\n\nRumahnya digeledah"
    kept = cleaned(f"{HEADLINE}\n\n{PROSE}\n\n{rows}\n\n{MORE}")
    assert "Budi ditangkap" in kept
    assert "Rumahnya digeledah" in kept


@pytest.mark.parametrize(
    "row", ["Kecamatan Melati | 120 | 45", "Super | Rp110.000 | Rp145.000", "Ukuran | Lama | Baru"]
)
def test_rows_of_a_table_stay_and_a_menu_goes(row: str) -> None:
    table = f"Kecamatan | Warga | Pos\n\n{row}\n\nKecamatan Kenanga | 90 | 30"
    assert row in cleaned(f"{HEADLINE}\n\n{PROSE}\n\n{table}\n\n{MORE}")
    menu = "Nasional | Tipikor | Pidana | Perdata"
    assert menu not in cleaned(f"{menu}\n\n{HEADLINE}\n\n{PROSE}\n\n{MORE}")


def test_rows_of_like_width_are_no_wrapped_paragraph() -> None:
    rows = [f"{15 + n % 8}.00 WIB Melati FC Jaya melawan Kenanga {n:02d}" for n in range(16)]
    kept = cleaned("\n\n".join((HEADLINE, f"{PROSE} {MORE}")) + "\n\n" + "\n".join(rows))
    assert kept.split("\n\n")[2:] == rows


def test_a_wrapped_text_is_joined_beside_a_list_and_a_wider_footer() -> None:
    wrapped = (
        "Dinas Perdagangan Kota Melati menyatakan harga bahan pangan pokok di\n"
        "tiga pasar utama stabil menjelang pergantian tahun, kecuali cabai\n"
        "rawit yang naik tipis sejak pekan lalu karena hujan.\n\n"
        "Lihat juga cara kita menilai keberhasilan: serapan anggaran. Uang\n"
        "yang habis dianggap pekerjaan yang selesai oleh banyak pejabat di\n"
        "kota itu, kata seorang pedagang beras yang enggan disebut namanya.\n\n"
        "Beras medium\nGula pasir\nCabai rawit\nBawang merah"
    )
    kept = cleaned(f"{HEADLINE}\n\n{wrapped}").split("\n\n")
    assert len(kept) == 7
    assert kept[2].startswith("Lihat juga cara kita menilai keberhasilan: serapan anggaran. Uang yang habis")


@pytest.mark.parametrize(
    ("above", "below", "outlet"),
    [
        ("Warta Kenanga", "MELATI, WARTA KENANGA – ", "Warta Kenanga"),
        ("kabarNow", "Sari Dewi - kabarNow\nSenin, 5 Agustus 2024\n", "kabarNow"),
        ("Semarang", "SEMARANG - ", None),
        ("Timnas Indonesia", "MELATI - Timnas Indonesia menang, ", None),
    ],
)
def test_an_outlet_is_named_twice_as_one(above: str, below: str, outlet: str | None) -> None:
    text = f"{above}\n{HEADLINE}\n{below}{PROSE}\n{MORE}"
    told = infer_metadata(repair.repair(text, Log()))
    assert (told.outlet or "").casefold() == (outlet or "").casefold()
    assert told.title == HEADLINE


@pytest.mark.parametrize(
    "line", ["By September.", "By Train in Java", "Hari Terpanas - 5 Agustus 2024", "Media: Cat Minyak"]
)
def test_nobody_wrote_it_who_is_no_person(line: str) -> None:
    told = infer_metadata(repair.repair(f"{HEADLINE}\n\n{PROSE}\n\n{line}\n\n{MORE}", Log()))
    assert told.author is None
    assert told.outlet is None
