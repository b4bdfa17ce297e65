"""The archive as a reader sees it: real Chroma, Tantivy and SQLite in a temporary folder."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rag.archive import LONGEST_QUERY, Archive, open_archive
from rag.documents import Filters
from rag.errors import IndexDamaged, IndexMismatch, IndexMissing, KutipError, StorageFull, UsageError
from rag.index import build_index
from rag.live import LiveArchive
from rag.settings import Settings

ARTICLES = {
    "lentera.md": """---
title: Proyek Lentera Dimulai
outlet: Kabar Uji
author: Anjani Rukmi
date: 2025-03-04
---
Proyek Lentera Dimulai

Proyek Lentera, perpustakaan keliling Kota Wanagiri, dipimpin Sari Wulandari, kepala dinas pendidikan kota.
Menurut Sari, armadanya berjumlah 12 mobil dan mulai berjalan pada 5 Maret 2025.

"Kami tidak akan memungut biaya," kata Sari kepada wartawan, Selasa (4/3).
""",
    "pasar.md": """---
title: Pasar Kembang Direnovasi
outlet: Harian Contoh
date: 2024-11-20
---
Pasar Kembang Direnovasi

Pemerintah Kota Wanagiri merenovasi Pasar Kembang dengan anggaran Rp 3,4 miliar. Sebanyak 210 pedagang pindah
sementara ke Lapangan Merpati. Renovasi ditargetkan selesai pada Juni 2025.
""",
    "tanpa-tanggal.txt": """Warga Wanagiri menanam seribu pohon bakau di Pantai Lembayung. Kegiatan itu
digagas kelompok pemuda setempat. Bibitnya berasal dari kebun milik universitas.
""",
}


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("archive")
    for name, text in ARTICLES.items():
        (folder / "corpus").mkdir(exist_ok=True)
        (folder / "corpus" / name).write_text(text, encoding="utf-8")
    (folder / "corpus" / "rusak.txt").write_bytes(b"\x00\x01\x02\x00binary")
    made = Settings(corpus=folder / "corpus", index=folder / "index")
    build_index(made)
    return made


@pytest.fixture(scope="module")
def archive(settings: Settings) -> Iterator[Archive]:
    with open_archive(settings) as opened:
        yield opened


def test_the_answer_cites_the_exact_words(archive: Archive) -> None:
    answer = archive.ask("Siapa yang memimpin Proyek Lentera?")
    assert not answer.abstained
    assert answer.short == "Sari Wulandari"
    first = answer.citations[0]
    assert (first.article, first.title, first.outlet, first.date) == (
        "lentera.md", "Proyek Lentera Dimulai", "Kabar Uji", "2025-03-04",
    )  # fmt: skip
    for citation in answer.citations:
        assert archive.article(citation.article).text[citation.start : citation.end] == citation.text
        assert f"[{citation.n}]" in answer.answer
        assert citation.text in answer.answer


@pytest.mark.parametrize(
    ("question", "gold"),
    [
        ("Berapa anggaran renovasi Pasar Kembang?", "Rp 3,4 miliar"),
        ("kapan proyek lentera mulai jalan?", "5 Maret 2025"),
        ("Where did the traders move temporarily?", "Lapangan Merpati"),
        ("Apakah Proyek Lentera memungut biaya?", "tidak akan memungut biaya"),
    ],
)
def test_questions_of_several_kinds(archive: Archive, question: str, gold: str) -> None:
    answer = archive.ask(question)
    assert gold in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Siapa presiden pertama Prancis?",
        "Bagaimana cara memasak rendang?",
        "What is the capital of Australia?",
    ],
)
def test_what_the_archive_does_not_hold_is_not_answered(archive: Archive, question: str) -> None:
    answer = archive.ask(question)
    assert answer.abstained
    assert answer.citations == ()
    assert answer.confidence is None or answer.confidence < 0.4


def test_an_abstention_shows_the_nearest(archive: Archive) -> None:
    answer = archive.ask("Berapa gaji Sari Wulandari?")
    assert answer.abstained
    assert answer.nearest[0].article == "lentera.md"


def test_filters_are_exact(archive: Archive) -> None:
    def found(**only: str) -> set[str]:
        return {h.passage.article for h in archive.search("Wanagiri", filters=Filters(**only))}

    assert found() == set(ARTICLES)
    assert found(outlet="kabar uji") == {"lentera.md"}
    assert found(since="2025-01-01") == {"lentera.md"}
    assert found(until="2024-12-31") == {"pasar.md"}
    assert found(outlet="Harian Contoh", since="2025-01-01") == set()


def test_the_state_says_what_was_refused(archive: Archive) -> None:
    assert (archive.state.articles, archive.state.latest_date, archive.state.refused) == (3, "2025-03-04", 1)
    assert [r.path for r in archive.refused()] == ["rusak.txt"]
    assert archive.outlets() == ["Harian Contoh", "Kabar Uji"]
    assert not archive.is_example


@pytest.mark.parametrize(
    ("filters", "searched"),
    [
        (Filters(), 3),
        (Filters(outlet="kabar uji"), 1),
        (Filters(since="2025-01-01"), 1),
        (Filters(outlet="Harian Contoh", since="2025-01-01"), 0),
        (Filters(until="2020-01-01"), 0),
        (Filters(speaker="Sari"), 1),
        (Filters(speaker="Sari", until="2024-12-31"), 0),
        (Filters(speaker="Siti Tidakada"), 0),
    ],
    ids=str,
)
def test_how_many_articles_the_filters_let_through(archive: Archive, filters: Filters, searched: int) -> None:
    assert archive.state_under(filters).searched == searched
    assert archive.state_under(filters).articles == 3


@pytest.mark.parametrize(
    ("outlet", "said"),
    [
        ("Kabar Ujii", "nearest: Kabar Uji"),
        ("harian cntoh", "nearest: Harian Contoh"),
        ("Zzyzx", "it has: Harian Contoh, Kabar Uji"),
    ],
)
def test_an_outlet_that_is_not_there_is_no_search(archive: Archive, outlet: str, said: str) -> None:
    only = Filters(outlet=outlet)
    for asked in (
        lambda: archive.ask("Siapa yang memimpin Proyek Lentera?", only),
        lambda: archive.search("pasar", filters=only),
        lambda: archive.compare("Apa kabar pasar?", only),
        lambda: archive.check("Kami tidak akan memungut biaya", None, only),
        lambda: archive.quotes(None, only),
    ):
        with pytest.raises(UsageError, match=f"no outlet '{outlet}'; {said}") as error:
            asked()
        assert outlet in error.value.indonesian


@pytest.mark.parametrize("question", ["", "   ", "?!", "x" * (LONGEST_QUERY + 1), "kata " * 2_000])
def test_unusable_questions_are_refused(archive: Archive, question: str) -> None:
    with pytest.raises(UsageError):
        archive.ask(question)


@pytest.mark.parametrize(
    "filters",
    [Filters(since="kemarin"), Filters(until="2025-13-01"), Filters(since="2025-02-01", until="2025-01-01")],
)
def test_unusable_dates_are_refused(archive: Archive, filters: Filters) -> None:
    with pytest.raises(UsageError):
        archive.search("pasar", filters=filters)


def test_results_are_the_same_each_time(archive: Archive) -> None:
    once = [(h.passage.id, h.score) for h in archive.search("renovasi pasar", k=3)]
    assert all(
        [(h.passage.id, h.score) for h in archive.search("renovasi pasar", k=3)] == once for _ in range(5)
    )


def test_an_unknown_article_is_a_clear_error(archive: Archive) -> None:
    with pytest.raises(UsageError, match=r"no article 'x\.md'"):
        archive.article("x.md")


def test_no_index_yet(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="python -m rag index"):
        open_archive(Settings(corpus=tmp_path, index=tmp_path / "none"))


def test_an_index_of_another_model_is_refused(settings: Settings, tmp_path: Path) -> None:
    import shutil

    bundled = Path(__file__).resolve().parent.parent / "models" / settings.model
    other = tmp_path / "other-model"
    shutil.copytree(bundled, other)
    with pytest.raises(IndexMismatch, match="--full"):
        open_archive(replace(settings, model=str(other)))


def test_a_live_archive_moves_to_the_new_generation(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text(ARTICLES["tanpa-tanggal.txt"], encoding="utf-8")
    settings = Settings(corpus=corpus, index=tmp_path / "index")
    build_index(settings)
    live = LiveArchive(settings)
    with live.current() as before:
        (corpus / "b.md").write_text(ARTICLES["pasar.md"], encoding="utf-8")
        build_index(settings)
        with live.current() as after:
            assert after.state.articles == 2
        # Whoever still holds the old generation goes on reading it.
        assert [h.passage.article for h in before.search("bakau")] == ["a.txt"]
    with live.current() as again:
        assert again is after
    live.close()


@pytest.mark.parametrize(
    ("error", "tries"), [(StorageFull, 2), (UsageError, 2), (IndexDamaged, 1), (IndexMismatch, 1)]
)
def test_a_new_generation_that_does_not_open_is_tried_again_unless_that_cannot_help(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, error: type[KutipError], tries: int
) -> None:
    tried, clock = list[str](), [0.0]

    def fail(*_: object) -> None:
        tried.append("newer")
        raise error("no", "tidak")

    live = LiveArchive(settings)
    with live.current() as first, monkeypatch.context() as patch:
        patch.setattr("rag.live.monotonic", lambda: clock[0])
        patch.setattr("rag.live.current_generation", lambda index: "newer")
        patch.setattr("rag.live.open_current", fail)
        for seconds in (0.0, 9.0, 11.0, 12.0):
            clock[0] = seconds
            with live.current() as lent:
                assert lent is first
    assert len(tried) == tries
    live.close()


def test_many_threads_read_one_archive(archive: Archive) -> None:
    expected = archive.ask("Berapa anggaran renovasi Pasar Kembang?")
    seen: list[bool] = []

    def ask() -> None:
        seen.extend(archive.ask("Berapa anggaran renovasi Pasar Kembang?") == expected for _ in range(5))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [True] * 40
