"""Uploads: whole, in the corpus folder, under a safe name, over nothing."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.formats import EXTENSIONS, most_bytes
from rag.ui.texts import texts
from rag.ui.uploads import safe_name, store

ID = texts("id")


def _upload(folder: Path, content: bytes = b"Isi artikel.\n") -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / "unggahan"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("berita.txt", "berita.txt"),
        ("Laporan Banjir 2023.PDF", "Laporan Banjir 2023.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\windows\\system.txt", "system.txt"),
        ("/abs/olut.md", "olut.md"),
        (".tersembunyi.txt", "tersembunyi.txt"),
        ("....txt", "artikel.txt"),
        (".txt", None),
        ("README.md", "artikel-README.md"),
        ("con.txt", "artikel-con.txt"),
        ("<img src=x onerror=alert(1)>.txt", "img src-x onerror-alert(1).txt"),
        ("baris\nbaru\x1b[31m\u202e.txt", "barisbaru[31m.txt"),
        ("null\x00.txt", "null.txt"),
        ("skrip.exe", None),
        ("artikel.txt.exe", None),
        ("artikel.meta.yaml", None),
        ("", None),
        ("x" * 400 + ".txt", "x" * 120 + ".txt"),
    ],
)
def test_names_are_made_safe(given_name: str, name: str | None) -> None:
    assert safe_name(given_name) == name


@given(st.text(max_size=80), st.sampled_from(EXTENSIONS))
def test_any_name_stays_inside_the_folder(text: str, suffix: str) -> None:
    name = safe_name(text + suffix)
    if name is None:
        return
    assert PurePosixPath(name).name == name
    assert not name.startswith((".", "-"))
    assert not set(name) & set('/\\<>"|?*:\n\r\x00')
    assert len(os.fsencode(name.encode("utf-8", "replace").decode())) <= 255
    assert safe_name(name) == name


def test_a_file_is_stored_whole_and_the_upload_left_to_its_owner(tmp_path: Path) -> None:
    stored = store(_upload(tmp_path / "up"), "berita.txt", tmp_path / "corpus", ID)
    assert (stored.name, stored.message, stored.known) == ("berita.txt", "tersimpan", False)
    assert (tmp_path / "corpus" / "berita.txt").read_bytes() == b"Isi artikel.\n"
    assert [p.name for p in (tmp_path / "corpus").iterdir()] == ["berita.txt"]


def test_another_article_of_that_name_is_kept_and_the_new_one_renamed(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "berita.txt").write_text("Yang lama.")
    stored = store(_upload(tmp_path / "up"), "berita.txt", corpus, ID)
    assert stored.name == "berita-2.txt"
    assert "berita-2.txt" in stored.message
    assert (corpus / "berita.txt").read_text() == "Yang lama."


def test_the_same_file_twice_is_stored_once(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    store(_upload(tmp_path / "up"), "berita.txt", corpus, ID)
    again = store(_upload(tmp_path / "up"), "berita.txt", corpus, ID)
    assert (again.name, again.known) == (None, True)
    assert [p.name for p in corpus.iterdir()] == ["berita.txt"]


def test_a_link_in_the_corpus_is_not_written_through(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    outside = tmp_path / "rahasia.txt"
    outside.write_text("jangan disentuh")
    (corpus / "berita.txt").symlink_to(outside)
    (corpus / "berita-2.txt").symlink_to(tmp_path / "tidak-ada.txt")
    stored = store(_upload(tmp_path / "up"), "berita.txt", corpus, ID)
    assert stored.name == "berita-3.txt"
    assert outside.read_text() == "jangan disentuh"
    assert not (tmp_path / "tidak-ada.txt").exists()


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [("kosong.txt", b"", "empty_file"), ("program.exe", b"MZ", "bad_type")],
)
def test_what_is_no_article_is_refused(tmp_path: Path, name: str, content: bytes, key: str) -> None:
    stored = store(_upload(tmp_path / "up", content), name, tmp_path / "corpus", ID)
    assert (stored.name, stored.message) == (None, ID[key])
    assert not (tmp_path / "corpus").exists() or not list((tmp_path / "corpus").iterdir())


@pytest.mark.parametrize("name", ["besar.txt", "besar.HTML"])
def test_a_file_is_stored_up_to_what_a_build_reads_and_no_larger(tmp_path: Path, name: str) -> None:
    up, most = _upload(tmp_path / "up"), most_bytes(Path(name).suffix.lower())
    for size, stored_as in ((most + 1, None), (most, name.lower())):
        os.truncate(up, size)
        stored = store(up, name, tmp_path / "corpus", ID)
        assert stored.name == stored_as
        assert (f"{most // 2**20} MB" in stored.message) == (stored_as is None)


def test_a_full_or_closed_folder_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.write_text("ini berkas, bukan folder")
    stored = store(_upload(tmp_path / "up"), "berita.txt", corpus, ID)
    assert stored.name is None
    assert stored.message.startswith("tidak dapat disimpan")


def no_links(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def disk_full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_file_system_without_hard_links_works_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_links)
    corpus = tmp_path / "corpus"
    first = store(_upload(tmp_path / "up", b"satu"), "a.txt", corpus, ID)
    second = store(_upload(tmp_path / "up", b"dua"), "a.txt", corpus, ID)
    assert [first.name, second.name] == ["a.txt", "a-2.txt"]
    assert sorted(p.read_bytes() for p in corpus.iterdir()) == [b"dua", b"satu"]


def test_without_hard_links_a_failure_leaves_nothing_of_an_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(Path, "replace", disk_full)
    stored = store(_upload(tmp_path / "up"), "a.txt", tmp_path / "corpus", ID)
    assert (stored.name, list((tmp_path / "corpus").iterdir())) == (None, [])
