"""Small articles and the ways the reading tests put them into a corpus folder."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from rag.archive import Archive, open_archive
from rag.corpus import read_article
from rag.documents import Article
from rag.errors import UnreadableFile
from rag.index import build_index
from rag.settings import Settings

P1 = "Pedagang Pasar Melati meminta pemerintah mempertegas aturan jualan daring tahun ini."
P2 = "“Kami menolak aturan lama,” kata Sari Wulandari, pedagang kain di lantai dua."
P3 = "Kepala dinas berjanji menampung keluhan itu dan mengundang semua pihak pekan depan."
TITLE = "Pedagang Pasar Melati Minta Aturan Dipertegas"
TEXT = f"{TITLE}\n\n{P1}\n\n{P2}\n\n{P3}"


def put(corpus: Path, name: str, content: str | bytes) -> str:
    path = corpus / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return name


def archive_of(home: Path, articles: Mapping[str, str]) -> Archive:
    """Return the archive, open, of articles by their names, built in an empty folder."""
    for name, text in articles.items():
        put(home / "corpus", name, text)
    settings = Settings(corpus=home / "corpus", index=home / "index")
    build_index(settings)
    return open_archive(settings)


def read(corpus: Path, name: str, content: str | bytes) -> Article:
    return read_article(corpus, put(corpus, name, content))


def refused(corpus: Path, name: str, content: str | bytes = b"") -> str:
    """Return the English reason why a file is refused; both languages are checked for shape."""
    if content:
        put(corpus, name, content)
    started = time.monotonic()
    with pytest.raises(UnreadableFile) as caught:
        read_article(corpus, name)
    assert time.monotonic() - started < 10
    assert "\n" not in caught.value.english + caught.value.indonesian
    assert caught.value.english != caught.value.indonesian
    return caught.value.english
