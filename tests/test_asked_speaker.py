"""What one of several people says, where the article writes "ia": asked for, and told apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.archive import Archive
from tests.folder import archive_of

ROB = """---
title: Rob Merendam Tambak di Pesisir Melati
outlet: Harian Contoh
date: 2024-03-02
---
Rob merendam ratusan hektare tambak di pesisir Melati sejak Senin pekan lalu.

Ketua Kelompok Petambak Melati, Wiryo Santoso, mengatakan anggotanya gagal panen. Ia memperkirakan kerugian \
para petambak mencapai Rp 6,8 miliar.

Kepala Dinas Perikanan Melati, Ratna Kusuma, membenarkan kejadian itu. Ia menyebut kerugian petambak hanya \
Rp 2,1 miliar.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive_of(tmp_path_factory.mktemp("rob"), {"rob.md": ROB}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("who", "amount"),
    [
        ("Wiryo Santoso", "Rp 6,8 miliar"),
        ("Ketua Kelompok Petambak", "Rp 6,8 miliar"),
        ("Ratna Kusuma", "Rp 2,1 miliar"),
        ("Kepala Dinas Perikanan", "Rp 2,1 miliar"),
    ],
)
def test_each_is_answered_with_their_own_words(archive: Archive, who: str, amount: str) -> None:
    found = archive.ask(f"Berapa kerugian petambak menurut {who}?")
    assert not found.abstained
    assert amount in found.citations[0].text


def test_a_speaker_is_near_the_number_of_the_sentence(archive: Archive) -> None:
    assert archive.ask("Berapa kerugian petambak menurut Wiryo Santoso?").short == "Rp 6,8 miliar"


def test_what_two_people_say_differently_in_one_article_stands_side_by_side(archive: Archive) -> None:
    found = archive.ask("Berapa kerugian petambak?")
    assert {value for value, _ in found.differing} == {"Rp 6,8 miliar", "Rp 2,1 miliar"}
    assert found.short is None


def test_quotes_are_read_only_where_what_somebody_said_is_asked(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    quotes_in = archive.quotes_in
    monkeypatch.setattr(archive, "quotes_in", lambda ids: asked.append(ids) or quotes_in(ids))
    archive.ask_extractively("Kapan rob merendam tambak?")
    assert not asked
    archive.ask_extractively("Apa kata Wiryo Santoso?")
    assert asked
