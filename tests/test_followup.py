"""Follow-ups, written out in the light of what was asked before; what stands alone is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.archive import Archive, open_archive
from rag.documents import Exchange
from rag.followup import written_out
from rag.index import build_index
from rag.settings import Settings

ROOT = Path(__file__).resolve().parent.parent

KALI_BENING = "Siapa yang meresmikan Jembatan Kali Bening?"
FOLLOW_UPS = [
    ("Siapa yang memimpin Project S?", "Bob Kang", "dia siapa?", "siapa Bob Kang?"),
    ("Siapa yang memimpin Project S?", "Bob Kang", "kapan itu dimulai?", "kapan dimulai Project S?"),
    (KALI_BENING, "Ratna", "kapan?", "kapan meresmikan Jembatan Kali Bening?"),
    (KALI_BENING, "Ratna", "berapa biayanya?", "berapa biaya Jembatan Kali Bening?"),
    ("Apa ancaman Project S menurut Teten?", "", "Kalau menurut TikTok?",
     "Apa ancaman Project S menurut TikTok?"),
    ("Menurut Heru apa dampak Project S?", "", "Kalau menurut Teten?", "menurut Teten apa dampak Project S?"),
    ("Berapa rumah yang terendam di Desa Wanasari?", "340", "Kalau Desa Sukamaju?",
     "Berapa rumah yang terendam di Desa Sukamaju?"),
    ("Apa kata Heru Sutadi soal Project S?", "", "Bagaimana dengan Semuel?",
     "Apa kata Semuel soal Project S?"),
    ("Apa itu Trendy Beat?", "", "terus siapa penjualnya?", "siapa penjual Trendy Beat?"),
    ("Apa jawaban TikTok tentang Project S?", "", "apakah itu ada di Indonesia?",
     "apakah ada di Indonesia Project S?"),
    ("When did Project S start in the UK?", "21 Juni 2023", "And in Indonesia?",
     "When did Project S start in Indonesia?"),
    ("Who leads Project S?", "Bob Kang", "who is he?", "who is Bob Kang?"),
    ("Siapa yang memimpin Project S?", "Bob Kang", "kapan itu?", "kapan memimpin Project S?"),
    ("Siapa kepala BPBD?", "", "berapa tinggi airnya?", "berapa tinggi air BPBD?"),
]  # fmt: skip
ALONE = [
    "Siapa yang memimpin Project S?",
    "Apa itu social commerce?",
    "social commerce itu apa?",
    "Berapa persen pekerjaan yang disediakan UMKM?",
    "Kapan Pasar Tanah Abang mulai sepi?",
    "Who is the director of Seitu?",
    "Siapa namanya Menteri Koperasi?",
    "siapa menteri kominfo?",
    "siapa menkominfo?",
]


@pytest.mark.parametrize(("asked", "answer", "question", "whole"), FOLLOW_UPS, ids=[f[2] for f in FOLLOW_UPS])
def test_a_follow_up_is_written_out(asked: str, answer: str, question: str, whole: str) -> None:
    assert written_out(question, [Exchange(asked, answer)]) == whole


@pytest.mark.parametrize("question", ALONE)
def test_a_question_that_stands_alone_is_left_alone(question: str) -> None:
    assert written_out(question, [Exchange("Apa kata Teten Masduki soal impor?", "empati")]) == question


@pytest.mark.parametrize("question", [f[2] for f in FOLLOW_UPS])
def test_without_history_nothing_is_written_out(question: str) -> None:
    assert written_out(question, []) == question


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_any_conversation_gives_a_question(asked: str, answer: str, question: str) -> None:
    assert written_out(question, [Exchange(asked, answer)]).strip() or not question.strip()


# Twelve conversations: each question, and how it would be asked alone (None: it stands alone).
CONVERSATIONS: list[list[tuple[str, str | None]]] = [
    [("Siapa yang memimpin Project S?", None), ("dia menjabat apa?", "Bob Kang menjabat apa?"),
     ("kapan Project S mulai?", None)],
    [("Apa itu Trendy Beat?", None), ("barang apa saja yang dijual di situ?",
     "Barang apa saja yang dijual di Trendy Beat?"), ("siapa penjualnya?", "Siapa penjual di Trendy Beat?")],
    [("Kapan Project S dilaporkan mulai berjalan di Inggris?", None),
     ("Kalau di Indonesia?", "Kapan Project S mulai berjalan di Indonesia?"),
     ("siapa yang memimpinnya?", "Siapa yang memimpin Project S?")],
    [("Apa kata Teten Masduki soal data?", None),
     ("Kalau Semuel?", "Apa kata Semuel soal data?"),
     ("apa sanksinya kalau konten melanggar?", "Apa sanksi kalau konten TikTok melanggar?")],
    [("Siapa direktur Seitu?", None), ("dia kepala apa?", "Lim Wilfred Halim kepala apa?"),
     ("Apa hubungan Seitu dengan ByteDance?", None)],
    [("Apa itu social commerce?", None), ("apa contohnya?", "Apa contoh social commerce?"),
     ("Apa itu PSE Lingkup Privat?", None)],
    [("Bagaimana kondisi Pasar Tanah Abang?", None),
     ("kenapa begitu?", "Kenapa kondisi Pasar Tanah Abang sepi?"),
     ("apa harapan pedagangnya?", "Apa harapan pedagang Pasar Tanah Abang?")],
    [("Who leads Project S?", None), ("what is his position?", "What is the position of Bob Kang?"),
     ("When did Project S start in the UK?", None)],
    [("Menurut Heru Sutadi apa dampak Project S?", None),
     ("Kalau menurut Teten?", "Menurut Teten apa dampak Project S?"),
     ("Kalau menurut TikTok?", "Menurut TikTok apa dampak Project S?")],
    [("Apa jawaban TikTok tentang Project S?", None),
     ("apakah itu ada di Indonesia?", "Apakah Project S ada di Indonesia?"),
     ("Siapa yang meminta UMKM waspada?", None)],
    [("Berapa persen pekerjaan yang disediakan sektor UMKM?", None),
     ("kata siapa?", "Kata siapa sektor UMKM menyediakan pekerjaan?"),
     ("Berapa jumlah UMKM lokal di marketplace?", None)],
    [("Siapa Semuel Abrijani Pangerapan?", None),
     ("apa kata dia soal izin TikTok?", "Apa kata Semuel Abrijani Pangerapan soal izin TikTok?"),
     ("Bagaimana dengan Teten Masduki?", "Apa kata Teten Masduki soal izin TikTok?")],
]  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    settings = Settings(corpus=ROOT / "corpus", index=tmp_path_factory.mktemp("index"))
    build_index(settings)
    with open_archive(settings) as opened:
        yield opened


@pytest.mark.parametrize("turns", CONVERSATIONS, ids=[turns[0][0] for turns in CONVERSATIONS])
def test_a_follow_up_finds_what_its_written_out_form_finds(
    turns: list[tuple[str, str | None]], archive: Archive
) -> None:
    history: list[Exchange] = []
    for question, whole in turns:
        answer = archive.ask(question, history=history)
        assert answer.question == question
        assert (answer.understood is None) == (whole is None), answer.understood
        understood = answer.understood or question
        found, wanted = (archive.search(q)[0].passage.article for q in (understood, whole or question))
        assert found == wanted, f"{question} was understood as {understood}"
        history.append(Exchange(understood, "" if answer.abstained else answer.short or answer.answer))


def test_citations_stay_with_their_own_turn(archive: Archive) -> None:
    first = archive.ask("Siapa yang memimpin Project S?")
    second = archive.ask("kapan itu dimulai?", history=[Exchange(first.question, first.short or "")])
    assert [c.n for c in second.citations] == list(range(1, len(second.citations) + 1))
    assert archive.ask("Siapa yang memimpin Project S?") == first
