"""Drafts: which quotations they hold, who is said to have spoken, and that nothing of them is lost."""

from __future__ import annotations

import io
import time
from hashlib import sha256
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.documents import QuoteCheck
from rag.drafts import LARGEST_FILE, LONGEST_DRAFT, MOST_QUOTATIONS, check_draft, quotations, read_draft
from rag.errors import UsageError
from rag.unmarked import unmarked

# (draft, what must be found: the words and who is said to have spoken)
CASES = {
    "attribution behind": (
        '"Kami tidak akan menutup pasar itu," kata Sari Wulandari.',
        [("Kami tidak akan menutup pasar itu,", "Sari Wulandari")],
    ),
    "a pronoun is the person named before": (
        'Sari Wulandari hadir.\n\n"Kami menolak aturan itu," kata Sari.\n\n"Pasar dibuka lagi," katanya.',
        [("Kami menolak aturan itu,", "Sari Wulandari"), ("Pasar dibuka lagi,", "Sari Wulandari")],
    ),
    "nobody is named": (
        'Tertulis di sana: "Pasar ini tidak akan ditutup."',
        [("Pasar ini tidak akan ditutup.", None)],
    ),
    "words of a reporting sentence": (
        "Menurut Sari Wulandari, pasar itu “warisan nenek moyang kita semua” yang harus dijaga.",
        [("warisan nenek moyang kita semua", "Sari Wulandari")],
    ),
    "answers in marks behind a name": (
        "Tanya: Mengapa harus dijaga?\n"
        'Sari Wulandari: "Pasar itu warisan nenek moyang kita semua."\n\n'
        'Tanya: Ada yang menyebutnya "kumuh". Anda setuju?\n'
        'Budi Contoh: "Kami tidak pernah menyebutnya begitu."',
        [
            ("Pasar itu warisan nenek moyang kita semua.", "Sari Wulandari"),
            ("Kami tidak pernah menyebutnya begitu.", "Budi Contoh"),
        ],
    ),
    "notes: a list under who said it": (
        "catatan lapangan, belum diedit\n\n"
        "Sari Wulandari (kadisdag):\n"
        '- "pasar itu tidak akan kami tutup tahun ini"\n'
        '- "kami hanya menata lapak di pinggir jalan"\n\n'
        "Budi Contoh, pedagang:\n"
        '1. "Lapak saya sudah tiga puluh tahun di sini"\n\n'
        "catatan: nanti dicek lagi\n\n"
        '- "Ini tidak jelas diucapkan oleh siapa di antara mereka."',
        [
            ("pasar itu tidak akan kami tutup tahun ini", "Sari Wulandari"),
            ("kami hanya menata lapak di pinggir jalan", "Sari Wulandari"),
            ("Lapak saya sudah tiga puluh tahun di sini", "Budi Contoh"),
            ("Ini tidak jelas diucapkan oleh siapa di antara mereka.", None),
        ],
    ),
    "the same speaker still": (
        'Pukul 10\nSari Wulandari: "Kami menunggu."\n\nPukul 11\nMasih Sari Wulandari: "Kami pulang dulu."',
        [("Kami menunggu.", "Sari Wulandari"), ("Kami pulang dulu.", "Sari Wulandari")],
    ),
    "a name before a dash": (
        'Budi Contoh: "Kami senang."\n\nSari Wulandari — "Semua orang senang dengan itu."',
        [("Kami senang.", "Budi Contoh"), ("Semua orang senang dengan itu.", "Sari Wulandari")],
    ),
    "an office of which is told that it does not speak, or comes late": (
        'Gubernur Jawa Barat belum menanggapi. "Surat sudah kami kirim tiga kali," ujarnya. '
        'Bupati Jawa Tengah datang terlambat. "Kami sudah menunggu dua jam," ujarnya.',
        [("Surat sudah kami kirim tiga kali,", None), ("Kami sudah menunggu dua jam,", None)],
    ),
    "words about an office are not its own": (
        'Gubernur Jawa Barat menanggapi. "Surat sudah kami kirim kepada beliau," ujarnya.',
        [("Surat sudah kami kirim kepada beliau,", None)],
    ),
    "behind a dash, a noun in place of a verb": (
        "— Ketua DPR membantah semua isi pesan Presiden Budi Hartono kepada kabinet.\n\n"
        "— Wali kota sama sekali tidak menggubris protes Sari Wulandari dan warga lain.",
        [],
    ),
    "a dash in place of marks": (
        "— Pasar itu warisan nenek moyang kita. Jangan ditutup, kata Ketua Paguyuban Sari Wulandari.\n\n"
        "— Pasar itu sudah lama sepi, kata orang.\n\n- Menunggu keterangan resmi, kata Budi Hartono.",
        [("Pasar itu warisan nenek moyang kita. Jangan ditutup", "Sari Wulandari")],
    ),
    "an office without a name, and those of a place": (
        'Ketua KPU Zaini Contoh pulang. Adapun Ketua Bawaslu berhati-hati. "Kami belum tahu apa," ucapnya. '
        'Warga Desa Melati menunggu. "Kami ingin pulang dulu," ucap mereka.',
        [("Kami belum tahu apa,", "Ketua Bawaslu"), ("Kami ingin pulang dulu,", None)],
    ),
    "an exported chat": (
        '[12/11/25 10.03] Sari Wulandari: "Kami menunggu sejak pagi."',
        [("Kami menunggu sejak pagi.", "Sari Wulandari")],
    ),
    "rows of a table": (
        '| Tokoh | Kutipan |\n|---|---|\n| Sari Wulandari | "Kami tidak akan menutup pasar itu." |',
        [("Kami tidak akan menutup pasar itu.", "Sari Wulandari")],
    ),
    "quotations of somebody, numbered": (
        'Kutipan Sari Wulandari (kadisdag), Senin:\n\n1) "Kami menunggu sejak pagi."\n2) "Kami pulang dulu."',
        [("Kami menunggu sejak pagi.", "Sari Wulandari"), ("Kami pulang dulu.", "Sari Wulandari")],
    ),
    "names right under the words": (
        'Kata mereka\n\n"Kami menunggu sejak pagi."\nSari Wulandari, kadisdag\n\n"Kami juga."\nBudi Contoh',
        [("Kami menunggu sejak pagi.", "Sari Wulandari"), ("Kami juga.", "Budi Contoh")],
    ),
    "names in brackets": (
        '"Kami menunggu sejak pagi." (Sari Wulandari, kadisdag)\n\n"Kami juga." [Budi Contoh]',
        [("Kami menunggu sejak pagi.", "Sari Wulandari"), ("Kami juga.", "Budi Contoh")],
    ),
    "a book in brackets, a heading on the line below": (
        '"Mimpi adalah kunci." (Laskar Pelangi)\n\n"Kami menunggu sejak pagi."\nPenataan Pasar Lama',
        [("Mimpi adalah kunci.", None), ("Kami menunggu sejak pagi.", None)],
    ),
    "a photo's credit in brackets": (
        '"Kami menunggu sejak pagi." (Foto Antara Sumut)',
        [("Kami menunggu sejak pagi.", None)],
    ),
    "put this way": (
        'Coach Sari Wulandari put it this way: "I only asked them to run."',
        [("I only asked them to run.", "Sari Wulandari")],
    ),
    "a name behind a dash": (
        '"Kami tidak akan menutup pasar itu" — Sari Wulandari',
        [("Kami tidak akan menutup pasar itu", "Sari Wulandari")],
    ),
    "a headline that quotes": (
        'Sari Wulandari: "Kami tidak akan menutup pasar"\nPasar itu tetap buka hari ini.',
        [("Kami tidak akan menutup pasar", "Sari Wulandari")],
    ),
    "interrupted in mid-sentence": (
        '"Kami tidak akan," kata Sari Wulandari, "menutup pasar itu."',
        [('"Kami tidak akan," kata Sari Wulandari, "menutup pasar itu."', "Sari Wulandari")],
    ),
    "lines that an editor broke": (
        'Sari Wulandari dari dinas perdagangan mengatakan kepada wartawan, "Kami tidak\n'
        "akan menutup pasar itu. Semua kios tetap dibuka setiap hari.\n"
        'Itu janji kami." Pasar itu ramai.',
        [
            (
                "Kami tidak\nakan menutup pasar itu. Semua kios tetap dibuka setiap hari.\nItu janji kami.",
                "Sari Wulandari",
            )
        ],
    ),
    "Markdown": (
        '> **Sari Wulandari** mengatakan, *"Kami tidak _akan_ menutup pasar itu."*\n\n'
        '"Harga beras naik lagi," kata [Budi Hartono](https://contoh.id/budi).',
        [
            ("Kami tidak _akan_ menutup pasar itu.", "Sari Wulandari"),
            ("Harga beras naik lagi,", "Budi Hartono"),
        ],
    ),
    "one word": ('"Tidak," kata Sari Wulandari.', [("Tidak,", "Sari Wulandari")]),
    "an office alone": (
        '"Kami tidak akan menutup pasar itu," kata Menteri Perdagangan.\n\n"Harga beras naik lagi," ujarnya.',
        [
            ("Kami tidak akan menutup pasar itu,", "Menteri Perdagangan"),
            ("Harga beras naik lagi,", "Menteri Perdagangan"),
        ],
    ),
    "who speaks for an institution": (
        '"Kami tidak akan menutup pasar itu," kata juru bicara Bank Lontar.',
        [("Kami tidak akan menutup pasar itu,", "juru bicara Bank Lontar")],
    ),
    "anybody is nobody": (
        '"Kami tidak akan menutup pasar itu," kata seorang warga.\n\n"Harga beras naik lagi," ujarnya.',
        [("Kami tidak akan menutup pasar itu,", None), ("Harga beras naik lagi,", None)],
    ),
    "somebody who never said it": (
        'Sari Wulandari tidak pernah mengatakan, "Kami akan menutup pasar itu." '
        'Budi Hartono juga membantah telah menyebut "pasar itu sarang pencuri sejak dulu".',
        [("Kami akan menutup pasar itu.", None), ("pasar itu sarang pencuri sejak dulu", None)],
    ),
    "a denial in the speaker's own words, and more than said": (
        'Sari Wulandari membantah, "Kami tidak pernah menutup pasar itu." '
        'Ia tidak hanya mengatakan, "Kami menolak aturan itu."',
        [
            ("Kami tidak pernah menutup pasar itu.", "Sari Wulandari"),
            ("Kami menolak aturan itu.", "Sari Wulandari"),
        ],
    ),
    "a title and a term are no utterances": (
        'Ia menulis buku "Pasar Lama di Tengah Kota" tentang "ekonomi kios".',
        [],
    ),
    "empty marks": ('"" kata Sari Wulandari. "…"', []),
    "a mark without its partner costs its own quotation only": (
        'Ukurannya 14" saja.\n\n"Harga beras naik lagi," kata Budi Hartono.\n\nKata Sari, "Kami',
        [("Harga beras naik lagi,", "Budi Hartono")],
    ),
    "a mark that is never closed": (
        '"Kami tidak akan menutup pasar itu\n\nKata Budi Hartono, "Harga beras naik. Itu sudah lama\n\n'
        'Pasar ramai.',
        [("Kami tidak akan menutup pasar itu", None), ("Harga beras naik. Itu sudah lama", "Budi Hartono")],
    ),
    "one that another opens before it is closed": (
        '"Kami tidak akan menutup pasar itu kata Sari. "Harga beras naik lagi," kata Budi Hartono.',
        [
            ("Kami tidak akan menutup pasar itu kata Sari.", None),
            ("Harga beras naik lagi,", "Budi Hartono"),
        ],
    ),
    "inches and a title that are never closed": (
        'Layar 14" lebih murah daripada 15" kini. Ia menulis buku "Pasar Lama di Tengah Kota',
        [],
    ),
    "a paragraph too long to be a quotation": ('Kata Sari: "Kami ' + "menolak rencana itu " * 60, []),
}  # fmt: skip
# (what stands between the marks of a draft, what is checked of it)
READ = {
    "a link": ("Ia membawa [baju](https://contoh.id/a), bukan uang.", "Ia membawa baju, bukan uang."),
    "emphasis": ("Koper itu _hanya_ berisi **baju**.", "Koper itu hanya berisi baju."),
    "a comment": ("Ia <!-- tidak --> pernah pergi.", "Ia pernah pergi."),
    "a comment of two lines": ("Ia <!-- tidak\n> - --> pernah pergi.", "Ia pernah pergi."),
    "an empty comment": ("Ia <!-->tidak<!----> pernah pergi.", "Ia tidak pernah pergi."),
    "a comment that never ends": ("Ia <!-- tidak pernah pergi.", "Ia <!-- tidak pernah pergi."),
    "struck": ("Ia ~~tidak~~ pernah ~~mau pergi~~ tidur.", "Ia pernah tidur."),
    "struck by tags": ('Ia <del>tidak</del> pernah <s class="a"><b>mau</b></s> pergi.', "Ia pernah pergi."),
    "a tilde is nothing struck": ("Harga ~5 sampai ~~ 6 juta.", "Harga ~5 sampai ~~ 6 juta."),
    "inserted": ("Ia <ins>tidak</ins> pernah pergi.", "Ia tidak pernah pergi."),
    "a tag that breaks a line": ("Ia tidak<br>pernah<br/>pergi.", "Ia tidak pernah pergi."),
    "a sum": ("Luasnya 2*3 meter dan 1*5 meter.", "Luasnya 2*3 meter dan 1*5 meter."),
}  # fmt: skip


def fake(words: str, speaker: str | None) -> QuoteCheck:
    return QuoteCheck(words, speaker, "verbatim", "verbatim", "match" if speaker else "unclaimed")


@pytest.mark.parametrize(("draft", "wanted"), CASES.values(), ids=CASES)
def test_quotations_of_a_draft(draft: str, wanted: list[tuple[str, str | None]]) -> None:
    found = quotations(draft)
    assert [(q.text, q.speaker) for q in found] == wanted
    assert [draft[q.start : q.end] for q in found] == [q.text for q in found]


@pytest.mark.parametrize(("written", "read"), READ.values(), ids=READ)
def test_what_is_checked_is_what_the_draft_reads_as(written: str, read: str) -> None:
    asked: list[str] = []

    def check(words: str, speaker: str | None) -> QuoteCheck:
        asked.append(" ".join(words.split()))
        return fake(words, speaker)

    text = f'Sari Wulandari mengatakan, "{written}"'
    (quote,) = check_draft(text, check).quotes
    assert asked == [read]
    assert text[quote.start : quote.end] == quote.check.quote == written


TEXTS = st.text(st.sampled_from(list("\"“”'‘’*_~#>[]()<\\/-—.,:! \n\u200f\u202e\u200bSari kata&;aA1é")))


@given(TEXTS)
def test_every_quotation_is_a_span_of_the_draft(text: str) -> None:
    end = 0
    for quote in quotations(text):
        assert quote.text == text[quote.start : quote.end] != ""
        assert quote.start >= 0
        end = max(end, quote.end)
    assert end <= len(text)


@given(TEXTS)
def test_taking_marks_out_leads_back(text: str) -> None:
    plain = unmarked(text)
    for i, character in enumerate(plain.text):
        start, end = plain.origin(i, i + 1)
        assert end == start + 1
        assert text[start] == character or (character == " " and text[start] in "\n>")


def test_links_leave_their_label() -> None:
    plain = unmarked("## Kata [Sari](https://contoh.id/a_b) dan <b>Budi</b>: 2*3, a_b, [1]")
    assert plain.text == "Kata Sari dan Budi: 2*3, a_b, [1]"


def test_offsets_are_into_the_repaired_text_that_the_draft_carries() -> None:
    draft = check_draft("\u200bKata  Sari Wulandari:\r\n&quot;Kami tidak akan menutup pasar.&quot;", fake)
    assert draft.text == 'Kata Sari Wulandari:\n"Kami tidak akan menutup pasar."'
    (quote,) = draft.quotes
    assert draft.text[quote.start : quote.end] == quote.check.quote == "Kami tidak akan menutup pasar."


def test_the_same_quotation_is_checked_once_and_stands_as_often_as_in_the_draft() -> None:
    asked: list[tuple[str, str | None]] = []

    def check(words: str, speaker: str | None) -> QuoteCheck:
        asked.append((words, speaker))
        return fake(words, speaker)

    one, other = '"Kami menolak aturan itu," kata Sari.', '"Kami menolak aturan itu," kata Budi.'
    draft = check_draft("\n\n".join([one, other] * 20), check)
    assert len(draft.quotes) == 40
    assert sorted(map(str, asked)) == sorted(
        [str(("Kami menolak aturan itu,", "Sari")), str(("Kami menolak aturan itu,", "Budi"))]
    )


def test_a_reader_corrects_who_is_said_to_have_spoken() -> None:
    text = '"Kami menolak aturan itu," kata Sari.\n\n"Harga beras naik lagi," kata Budi.'
    draft = check_draft(text, fake, {1: "Rina Putri"})
    assert [q.check.speaker for q in draft.quotes] == ["Sari", "Rina Putri"]
    draft = check_draft(text, fake, {0: None, 7: "Rina Putri"})
    assert [q.check.speaker for q in draft.quotes] == [None, "Budi"]


def test_a_quotation_that_cannot_be_checked_says_so_and_stops_no_other() -> None:
    def check(words: str, speaker: str | None) -> QuoteCheck:
        if "panjang" in words:
            raise UsageError("too long", "terlalu panjang")
        return fake(words, speaker)

    draft = check_draft(
        '"Ini kutipan panjang sekali," kata Sari.\n\n"Harga beras naik lagi," kata Budi.', check
    )
    first, second = (q.check for q in draft.quotes)
    assert (first.verdict, first.flags, first.speaker) == ("not_found", ("tak_terperiksa",), "Sari")
    assert first.attribution == "unknown"
    assert second.verdict == "verbatim"


@pytest.mark.parametrize("text", ["", " \n\u200b\n", "x" * (LONGEST_DRAFT + 1)])
def test_an_empty_or_too_long_draft_is_an_error_in_both_languages(text: str) -> None:
    with pytest.raises(UsageError) as error:
        check_draft(text, fake)
    assert error.value.english != error.value.indonesian


def test_ten_thousand_quotations_are_refused_before_their_speakers_are_sought() -> None:
    text = " ".join(f'"Harga beras naik {n} kali lagi," kata Budi.' for n in range(10_000))
    started = time.process_time()
    with pytest.raises(UsageError, match="at least 5,000 different"):
        check_draft(text, fake)
    assert time.process_time() - started < 2


@pytest.mark.parametrize("piece", ['"', '"\n', "“”\n\n", "''", "“ ", "«»"], ids=repr)
@pytest.mark.parametrize("before", ["", "Kata Sari:\n"])
def test_a_megabyte_of_bare_marks_quotes_nothing_and_takes_no_time(piece: str, before: str) -> None:
    text = before + piece * ((LONGEST_DRAFT - len(before)) // len(piece))
    started = time.process_time()
    assert check_draft(text, fake).quotes == ()
    assert time.process_time() - started < 2


def test_marks_without_words_take_no_words_away() -> None:
    bare = '"' * 9, "“ ” " * 20
    text = f'Judul\n{bare[0]}\n"Kami menolak rencana itu," kata Sari. “”\n{bare[1]}\nAkhir kabar.'
    (quote,) = check_draft(text, fake).quotes
    assert text[quote.start : quote.end] == quote.check.quote == "Kami menolak rencana itu,"


def test_the_same_words_quoted_often_are_one_quotation() -> None:
    text = "\n".join('"Harga beras naik dua kali lagi," kata Budi.' for _ in range(2_500))
    assert len(check_draft(text, fake).quotes) == 2_500


def test_too_many_different_quotations_are_refused_with_the_limit() -> None:
    text = "\n".join(f'"Harga beras naik {n} kali lagi," kata Budi.' for n in range(MOST_QUOTATIONS + 1))
    with pytest.raises(UsageError, match=f"{MOST_QUOTATIONS + 1:,} different .* at most {MOST_QUOTATIONS:,}"):
        check_draft(text, fake)


def test_a_draft_file_is_read_whole(tmp_path: Path) -> None:
    # A line that cleaning takes out of articles stays: it is the writer's own.
    text = 'Baca juga: harga beras\n\n"Kami menolak aturan itu," kata Sari.'
    for name, data in {
        "a.txt": text.encode(),
        "b.TXT": b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
        "c.md": text.encode("utf-16"),
    }.items():
        (tmp_path / name).write_bytes(data)
        assert read_draft(tmp_path / name) == text
    document = docx.Document()
    for line in text.split("\n\n"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "d.docx"))
    assert read_draft(tmp_path / "d.docx") == text


def big_docx() -> bytes:
    document, written = docx.Document(), io.BytesIO()
    # Compresses too little to be taken for a bomb.
    document.add_paragraph(" ".join(sha256(str(n).encode()).hexdigest() for n in range(LONGEST_DRAFT // 64)))
    document.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("naskah.pdf", b"%PDF-1.4", r"unsupported kind \(\.pdf\); give \.txt, \.md, \.docx"),
        ("naskah", b"teks", "no extension"),
        ("tidak-ada.txt", None, "cannot be read .*No such file"),
        ("kosong.txt", b"", "is empty; give a text with quotations"),
        ("spasi.txt", b" \n ", "is empty; give a text with quotations"),
        ("gambar.txt", b"\x89PNG\r\n\x1a\n0000", "holds PNG"),
        ("nul.md", b"teks\x00teks" * 20, "NUL"),
        ("rusak.docx", b"PK\x03\x04rusak", r"damaged|cut-off|readable"),
        ("besar.txt", b"a " * (LARGEST_FILE // 2 + 1), "at most 2 MB"),
        ("panjang.docx", big_docx(), "at most 1,048,576"),
    ],
    # A .docx holds the time at which it was made: as an id it would be another in each process.
    ids=lambda value: value if isinstance(value, str) else "data",
)
def test_a_file_that_is_no_draft_is_an_error_that_names_it(
    tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UsageError, match=said) as error:
        read_draft(tmp_path / name)
    assert name in error.value.english
    assert name in error.value.indonesian


def test_a_folder_is_no_draft(tmp_path: Path) -> None:
    (tmp_path / "naskah.txt").mkdir()
    with pytest.raises(UsageError, match="no file"):
        read_draft(tmp_path / "naskah.txt")


def test_what_stands_in_marks_and_is_not_checked_is_named() -> None:
    text = (
        "Ia bicara soal pasar 'hantu' "
        'dan **"ekonomi kios"**. "Kami tidak akan menutup pasar itu," kata Sari. '
        'Buku "Pasar Lama di Tengah Kota" laku. "Tidak," kata Budi. "…" Hari Jum\'at.'
    )
    draft = check_draft(text, fake)
    assert [draft.text[q.start : q.end] for q in draft.quotes] == [
        "Kami tidak akan menutup pasar itu,",
        "Tidak,",
    ]
    named = [draft.text[start:end] for start, end in draft.unchecked]
    assert named == ["hantu", "ekonomi kios", "Pasar Lama di Tengah Kota"]
