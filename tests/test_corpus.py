"""The corpus folder: what is listed, what is read from each format, and what is refused and why."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from rag.corpus import fingerprint, is_example, list_files, read_article
from rag.errors import UnreadableFile
from tests.folder import P1, P2, P3, TEXT, TITLE, put, read, refused
from tests.pdfs import make_pdf

# Which files --------------------------------------------------------------------------------


def test_files_are_listed_sorted_and_other_kinds_are_not_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.MD", "a/b/c.Html", "d.pdf", "e.docx", "f.csv", "tanpa_ekstensi"):
        put(tmp_path, name, "x")
    for name in (
        ".gitkeep",
        ".tersembunyi/a.txt",
        "README.md",
        "d.pdf.meta.yaml",
        "b.meta.yaml",
        "~$e.docx",
        "a/.x.txt",
        "Thumbs.db",
    ):
        put(tmp_path, name, "x")
    assert list_files(tmp_path) == [
        "a/b/c.Html",
        "a/z.MD",
        "b.txt",
        "d.pdf",
        "e.docx",
        "f.csv",
        "tanpa_ekstensi",
    ]


def test_a_folder_that_cannot_be_read_is_refused_with_what_it_costs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "sub/b.txt"):
        put(tmp_path, name, TEXT)
    entered = os.scandir

    def closed(folder: Any) -> Any:
        if Path(folder).name == "sub":
            raise PermissionError(13, "Permission denied", str(folder))
        return entered(folder)

    monkeypatch.setattr(os, "scandir", closed)
    assert list_files(tmp_path) == ["a.txt", "sub"]
    with pytest.raises(UnreadableFile, match=r"^the folder .*Permission denied\), so no article in it"):
        read_article(tmp_path, "sub")
    monkeypatch.undo()
    with pytest.raises(UnreadableFile, match="a moment ago"):
        read_article(tmp_path, "sub")


def test_a_link_to_a_folder_is_refused_as_one(tmp_path: Path) -> None:
    put(tmp_path, "sub/b.txt", TEXT)
    (tmp_path / "tautan").symlink_to("sub")
    assert list_files(tmp_path) == ["sub/b.txt", "tautan"]
    with pytest.raises(UnreadableFile, match="link to a folder"):
        read_article(tmp_path, "tautan")


def test_the_starter_corpus_counts_only_while_there_is_nothing_else(tmp_path: Path) -> None:
    put(tmp_path, "contoh/01.md", TEXT)
    put(tmp_path, "contoh/README.md", TEXT)
    put(tmp_path, "README.md", "x")
    put(tmp_path, "catatan.csv", "x")
    assert list_files(tmp_path) == ["catatan.csv", "contoh/01.md"]
    assert is_example(["contoh/01.md", "catatan.csv"])
    put(tmp_path, "sub/berita.txt", TEXT)
    assert list_files(tmp_path) == ["catatan.csv", "sub/berita.txt"]
    assert not is_example(["sub/berita.txt", "contoh/01.md"])
    assert not is_example([])


def test_an_empty_folder_has_no_files(tmp_path: Path) -> None:
    assert list_files(tmp_path) == []


@pytest.mark.parametrize("name", ["data.csv", "gambar.png", "tanpa_ekstensi", "berita.doc", "berita.rtf"])
def test_other_kinds_are_refused_with_what_is_read(tmp_path: Path, name: str) -> None:
    assert ".txt, .md, .html" in refused(tmp_path, name, TEXT)


# Fingerprints -------------------------------------------------------------------------------


def test_a_fingerprint_is_of_the_file_and_its_sidecar(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", TEXT)
    plain = fingerprint(tmp_path, "a.txt")
    assert plain == hashlib.sha256(TEXT.encode()).hexdigest() == read_article(tmp_path, "a.txt").sha256
    put(tmp_path, "a.txt.meta.yaml", "outlet: X\n")
    with_sidecar = fingerprint(tmp_path, "a.txt")
    put(tmp_path, "a.txt.meta.yaml", "outlet: Y\n")
    assert len({plain, with_sidecar, fingerprint(tmp_path, "a.txt")}) == 3
    assert read_article(tmp_path, "a.txt").sha256 == fingerprint(tmp_path, "a.txt")
    with pytest.raises(UnreadableFile):
        fingerprint(tmp_path, "tidak-ada.txt")


def test_a_sidecar_without_its_article_is_listed_and_refused(tmp_path: Path) -> None:
    for name in ("a.txt", "a.meta.yaml", "b.html", "b.html.meta.yaml", "gone.meta.yaml"):
        (tmp_path / name).write_text("Pasar ramai hari ini.", encoding="utf-8")
    assert list_files(tmp_path) == ["a.txt", "b.html", "gone.meta.yaml"]
    with pytest.raises(UnreadableFile, match="sidecar that belongs to no article"):
        read_article(tmp_path, "gone.meta.yaml")


def test_a_sidecar_in_capitals_is_refused_by_name(tmp_path: Path) -> None:
    for name in ("a.txt", "a.META.YAML"):
        (tmp_path / name).write_text("Pasar ramai hari ini.", encoding="utf-8")
    assert list_files(tmp_path) == ["a.META.YAML", "a.txt"]
    with pytest.raises(UnreadableFile, match="in small letters"):
        read_article(tmp_path, "a.META.YAML")


# Front matter and sidecars ------------------------------------------------------------------

FRONT = """---
title: Judul Sendiri
outlet: Kutip (contoh)
author: Sari Dewi
editor: NO
date: 2023-07-05
url: https://contoh.id/berita
via: [Bisnis.com, "kumparan"]
---
"""


def test_front_matter_states_the_metadata(tmp_path: Path) -> None:
    article = read(tmp_path, "a.md", FRONT + TEXT)
    assert (article.title, article.outlet, article.author, article.editor) == (
        "Judul Sendiri",
        "Kutip (contoh)",
        "Sari Dewi",
        "NO",
    )
    assert (article.date, article.url, article.via) == (
        "2023-07-05",
        "https://contoh.id/berita",
        ("Bisnis.com", "kumparan"),
    )
    assert article.text == TEXT  # the headline is the text's own; the stated title is not put in
    assert article.warnings == ()
    assert read(tmp_path, "b.txt", (FRONT + TEXT).replace("\n", "\r\n")).title == "Judul Sendiri"


HEADLINE = "Pasar Melati Sepi, Pedagang Mengeluh"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("a.md", f"---\ntitle: {HEADLINE}\n---\n{P1}\n\n{P3}"),
        (
            "a.html",
            f'<meta property="og:title" content="{HEADLINE}"><article><p>{P1}</p><p>{P3}</p></article>',
        ),
    ],
)
def test_a_headline_that_only_the_metadata_states_is_text_like_any_other(
    tmp_path: Path, name: str, file: str
) -> None:
    article = read(tmp_path, name, file)
    assert article.text == f"{HEADLINE}\n\n{P1}\n\n{P3}"
    assert "headline_from_metadata" in [step.rule for step in article.steps]


def test_a_headline_that_the_text_begins_with_is_not_doubled(tmp_path: Path) -> None:
    # A full stop makes no headline of it, to go by its form.
    article = read(tmp_path, "a.md", f"---\ntitle: {HEADLINE}\n---\n**{HEADLINE.upper()}.**\n\n{P1}\n\n{P3}")
    assert article.text.casefold().count(HEADLINE.casefold()) == 1


def test_a_byline_is_that_of_the_author_who_is_stated(tmp_path: Path) -> None:
    signed = "Suhari Contoh – Redaktur Eksekutif koranmasa.com"
    article = read(tmp_path, "a.txt", f"{TEXT}\n\n{signed}")
    assert (article.author, article.signature) == ("Suhari Contoh", signed)
    assert "Suhari" not in article.text
    article = read(tmp_path, "b.md", f"---\nauthor: Dwi Contoh\n---\n{TEXT}\n\n{signed}")
    assert (article.author, article.signature) == ("Dwi Contoh", None)


def test_the_sidecar_wins_over_front_matter_over_the_text(tmp_path: Path) -> None:
    put(tmp_path, "a.meta.yaml", "title: Dari Pendamping\nauthor:\n")
    article = read(tmp_path, "a.txt", FRONT + TEXT + "\n\nEditor: Budi Hartono")
    assert article.title == "Dari Pendamping"
    assert article.author is None  # an empty statement: there is none
    assert article.outlet == "Kutip (contoh)"
    put(tmp_path, "a.txt.meta.yaml", "title: Lebih Dekat\n")
    assert read_article(tmp_path, "a.txt").title == "Lebih Dekat"


@pytest.mark.parametrize(
    ("block", "word", "attribute", "value"),
    [
        ("title: Harga: naik lagi\noutlet: X", "broken", "title", "Harga: naik lagi"),
        ("title: 'tak tertutup\noutlet: X", "broken", "outlet", "X"),
        ("date: 2023-02-30", "date", "date", None),
        ("date: kemarin", "date", "date", None),
        ("url: javascript:alert(1)", "url", "url", None),
        ("penulis: Sari", "unknown key", "author", None),
        ("title: [a, b]", "one text", "title", TITLE),
        ("via: {a: b}", "via", "via", ()),
        ("[a, b]", "not a list", "title", TITLE),
    ],
)
def test_bad_front_matter_is_a_warning_and_the_text_is_kept(
    tmp_path: Path, block: str, word: str, attribute: str, value: object
) -> None:
    article = read(tmp_path, "a.md", f"---\n{block}\n---\n{TEXT}")
    assert any(word in warning for warning in article.warnings)
    assert getattr(article, attribute) == value
    assert article.text == TEXT


def test_what_is_no_front_matter_is_text(tmp_path: Path) -> None:
    unclosed = read(tmp_path, "a.txt", f"---\ntitle: X\n\n{TEXT}")
    assert TEXT in unclosed.text
    assert any("not closed" in w for w in unclosed.warnings)
    ruled = read(tmp_path, "b.txt", f"---\n{P1}\n\n---\n\n{P3}")
    assert ruled.text == f"{P1}\n\n{P3}"
    assert ruled.title is None


@pytest.mark.parametrize(
    ("block", "word"),
    [
        ("title: " + "[" * 1100 + "]" * 1100, "nested"),
        ("a: &a [x, x]\nb: &b [*a, *a]\ntitle: *b", "aliases"),
        ("title: !!python/object/apply:os.system ['true']", "tag"),
        ("title: !pkl x", "tag"),
        ("title: " + "x" * 70_000, "64 KB"),
    ],
)
@pytest.mark.parametrize("where", ["front", "sidecar"])
def test_hostile_yaml_is_refused(tmp_path: Path, block: str, word: str, where: str) -> None:
    if where == "sidecar":
        put(tmp_path, "a.meta.yaml", block)
    assert word in refused(tmp_path, "a.md", TEXT if where == "sidecar" else f"---\n{block}\n---\n{TEXT}")


def test_ordinary_tags_and_types_stay_strings(tmp_path: Path) -> None:
    article = read(tmp_path, "a.md", f"---\ntitle: !!str 12\nauthor: 1e3\neditor: true\n---\n{TEXT}")
    assert (article.title, article.author, article.editor) == ("12", "1e3", "true")


# Plain text and encodings -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "warned"),
    [
        (TEXT.encode(), False),
        (b"\xef\xbb\xbf" + TEXT.encode(), False),
        (TEXT.encode("utf-16"), False),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), False),
        (TEXT.encode("utf-32"), False),
        (TEXT.encode("utf-16-le"), True),
        (TEXT.encode("utf-16-be"), True),
        (TEXT.encode("cp1252"), True),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-be bom", "utf-32", "utf-16-le", "utf-16-be", "cp1252"],
)
def test_encodings(tmp_path: Path, data: bytes, warned: bool) -> None:
    article = read(tmp_path, "a.txt", data)
    assert article.text == TEXT
    assert bool(article.warnings) is warned


def test_damaged_utf8_is_read_with_a_warning(tmp_path: Path) -> None:
    article = read(tmp_path, "a.txt", TEXT.encode().replace(b"pekan", b"p\xffkan"))
    assert "p\ufffdkan" in article.text
    assert any("not UTF-8" in w for w in article.warnings)


def test_mojibake_is_repaired_with_a_warning(tmp_path: Path) -> None:
    article = read(
        tmp_path, "a.txt", TEXT.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d").encode()
    )
    assert article.text == TEXT
    assert any("mojibake" in w for w in article.warnings)


# Refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("kosong.txt", b" \n", "empty"),
        ("bom.txt", b"\xef\xbb\xbf", "empty"),
        ("bom16.txt", b"\xff\xfe", "empty"),
        ("biner.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "holds PNG"),
        ("pdf.txt", make_pdf([]), "holds PDF"),
        ("teks.pdf", TEXT.encode(), "no known signature"),
        ("teks.docx", TEXT.encode(), "no known signature"),
        ("lama.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old .doc"),
        ("docx.html", b"PK\x03\x04" + b"x" * 99, "holds ZIP"),
        ("laman.txt", b"<!DOCTYPE html><html><p>x</p></html>", "holds HTML"),
        ("nul.txt", b"satu\x00dua tiga empat lima enam", "NUL"),
        ("acak.txt", bytes((n * 37 + 11) % 31 + 1 for n in range(4000)) + b"\xfe\xfa", "binary"),
        ("tanda.txt", "Z" + "\u0301" * 500, "combining"),
        (
            "iklan.txt",
            "Nyaman tanpa iklan. Langganan BisnisPro\n\nFoto\n\nArtikel Terkait\n\nScan QR Code",
            "no article text",
        ),
        ("simbol.txt", "*** --- ***", "no article text"),
        ("baris.txt", b"a " * 1_500_000, "line of"),
    ],
)
def test_bad_files_are_refused_with_the_reason(
    tmp_path: Path, name: str, content: bytes | str, word: str
) -> None:
    assert word in refused(tmp_path, name, content)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "besar.txt").open("wb") as file:
        file.truncate(100 * 2**20)
    assert "at most 50 MB" in refused(tmp_path, "besar.txt")


@pytest.mark.parametrize(
    "name",
    [
        "../luar.txt",
        "a/../../luar.txt",
        "/etc/hostname",
        "",
        "a\nb.txt",
        "a\x1bb.txt",
        "tidak-ada.txt",
        "a\ufffd.txt",
    ],
)
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    put(tmp_path, "luar.txt", TEXT)
    corpus = tmp_path / "korpus"
    corpus.mkdir()
    assert refused(corpus, name)


def test_links_out_pipes_and_devices_are_refused_and_never_waited_on(tmp_path: Path) -> None:
    outside = tmp_path / "luar.txt"
    outside.write_text(TEXT)
    corpus = tmp_path / "korpus"
    corpus.mkdir()
    (corpus / "tautan.txt").symlink_to(outside)
    (corpus / "rusak.txt").symlink_to(tmp_path / "tidak-ada")
    (corpus / "putar.txt").symlink_to(corpus / "putar.txt")
    (corpus / "folder").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(corpus / "pipa.txt")
    put(corpus, "asli.txt", TEXT)
    (corpus / "dalam.txt").symlink_to(corpus / "asli.txt")
    assert list_files(corpus) == [
        "asli.txt",
        "dalam.txt",
        "folder",
        "pipa.txt",
        "putar.txt",
        "rusak.txt",
        "tautan.txt",
    ]
    assert "leads out" in refused(corpus, "tautan.txt")
    assert "leads out" in refused(corpus, "folder")
    assert "pipe" in refused(corpus, "pipa.txt")
    assert refused(corpus, "rusak.txt")
    assert refused(corpus, "putar.txt")
    assert read_article(corpus, "dalam.txt").text == TEXT


def test_a_sidecar_link_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rahasia").write_text("title: bocor")
    put(tmp_path, "korpus/a.txt", TEXT)
    (tmp_path / "korpus" / "a.meta.yaml").symlink_to(tmp_path / "rahasia")
    assert "leads out" in refused(tmp_path / "korpus", "a.txt")


def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", TEXT)
    (tmp_path / "a.txt").chmod(0)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)  # root may read everything
    try:
        reason = refused(tmp_path, "a.txt")
    finally:
        os.seteuid(user)
    assert "permissions" in reason


def test_a_name_that_is_not_utf8_is_listed_and_refused(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/jelek\xff.txt"))).write_text(TEXT)
    assert list_files(tmp_path) == ["jelek\ufffd.txt"]
    assert "UTF-8" in refused(tmp_path, "jelek\ufffd.txt")


# The real articles, in every format ---------------------------------------------------------


def test_the_real_articles_are_read(shared: Path, tmp_path: Path) -> None:
    folder = shared / "articles"
    names = list_files(folder)
    assert len(names) == 5
    for name in names:
        article = read_article(folder, name)
        assert article.outlet
        assert article.date is None
        assert article.steps
        shutil.copy(folder / name, tmp_path / f"{name[:3]}.md")
        assert read_article(tmp_path, f"{name[:3]}.md").text == article.text


def test_articles_are_read_in_a_few_seconds(tmp_path: Path) -> None:
    for number in range(200):
        put(
            tmp_path,
            f"{number}.txt",
            f"{TITLE}\n\n" + "\n\n".join(f"{P1} {P2} {P3} {number} {k}" for k in range(16)),
        )
    started = time.process_time()
    articles = [read_article(tmp_path, path) for path in list_files(tmp_path)]
    assert len({article.sha256 for article in articles}) == 200
    assert time.process_time() - started < 2.5  # 5,000 in under 10 s on a slow core
