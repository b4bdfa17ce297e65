"""The rebuild in its own process: progress, report, errors, one at a time."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from rag.archive import open_archive
from rag.documents import Progress
from rag.generations import open_generation
from rag.index import build_index
from rag.locking import writing
from rag.manifest import manifest_text
from rag.printing import show_report
from rag.settings import Settings
from rag.ui import rebuild
from rag.ui.articles import rebuild_view
from rag.ui.rebuild import Rebuild, RebuildStatus
from rag.ui.texts import texts

ID = texts("id")


def _wait(build: Rebuild, seconds: float = 60) -> RebuildStatus:
    deadline = time.monotonic() + seconds
    while build.status.running:
        assert time.monotonic() < deadline, "the rebuild did not end"
        time.sleep(0.02)
    return build.status


def _never() -> None:
    pytest.fail("there is no new generation to open")


def test_a_corpus_is_built_in_another_process(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "satu.txt").write_text("Judul Satu\n\nIsi artikel pertama tentang jembatan di kota.\n")
    (corpus / "rusak.pdf").write_bytes(b"%PDF-1.4 terpotong")
    opened: list[bool] = []
    build = Rebuild(Settings(corpus, tmp_path / "index"), lambda: opened.append(True))
    assert build.start()
    assert not build.start(), "two rebuilds at once"
    status = _wait(build)
    assert status.error is None
    assert status.report is not None
    assert (status.report.articles, status.report.added) == (1, 1)
    assert [r.path for r in status.report.refused] == ["rusak.pdf"]
    assert status.progress is not None
    assert opened == [True]
    assert (tmp_path / "index" / "CURRENT").exists()


def test_an_empty_corpus_is_an_error_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    build = Rebuild(Settings(tmp_path / "corpus", tmp_path / "index"), _never)
    build.start()
    status = _wait(build)
    assert status.report is None
    assert status.error is not None
    assert status.error.english != status.error.indonesian
    assert status.error.indonesian in rebuild_view(status, ID).replace("&#x27;", "'").replace("&quot;", '"')


@pytest.mark.parametrize("harm", ["another model", "a damaged file"])
def test_an_index_that_cannot_be_refreshed_is_built_anew(tmp_path: Path, harm: str) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "satu.txt").write_text("Judul Satu\n\nIsi artikel.\n")
    settings = Settings(tmp_path / "corpus", tmp_path / "index")
    build_index(settings)
    generation = open_generation(settings.index)
    if harm == "another model":
        manifest = generation.folder / "manifest.json"
        facts = json.loads(manifest.read_text())
        manifest.write_text(manifest_text({**facts, "model_fingerprint": "lain", "model": "lain"}))
    else:
        generation.catalog.write_bytes(b"bukan basis data")
    build = Rebuild(settings, lambda: None)
    build.start()
    status = _wait(build)
    assert status.error is None
    assert status.report is not None
    assert status.report.articles == 1
    with open_archive(settings) as archive:
        assert archive.state.articles == 1


def test_another_writer_is_named(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "satu.txt").write_text("Judul Satu\n\nIsi artikel.\n")
    build = Rebuild(Settings(tmp_path / "corpus", tmp_path / "index"), _never)
    with writing(tmp_path / "index"):
        build.start()
        status = _wait(build)
    assert status.report is None
    assert status.error is not None
    assert str(os.getpid()) in status.error.indonesian


@pytest.mark.parametrize(
    "code",
    ["import os; os._exit(9)", "print('{bukan json'); print('[1]'); print('{}')", "raise SystemExit(3)"],
)
def test_a_child_that_dies_is_reported_and_another_can_start(
    tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    popen: Callable[..., object] = rebuild.subprocess.Popen

    def crashing(_: list[str], **options: object) -> object:
        return popen([sys.executable, "-c", code], **options)

    monkeypatch.setattr(rebuild.subprocess, "Popen", crashing)
    build = Rebuild(Settings(tmp_path, tmp_path / "index"), _never)
    build.start()
    status = _wait(build)
    assert status.error is not None
    assert "Indeks lama tetap dipakai" in status.error.indonesian
    assert build.start()
    _wait(build)


def test_progress_is_shown_with_rate_and_time_left() -> None:
    progress = Progress("index", 400, 1500, 170.4, 6.47)
    html = rebuild_view(RebuildStatus(True, progress), ID)
    assert "400 / 1.500 · 170 per detik · sisa 6,5 detik" in html
    assert 'max="1500" value="400"' in html
    assert ID["stage_index"] in html
    unknown = rebuild_view(RebuildStatus(True, None), ID)
    assert ID["stage_start"] in unknown
    assert "value=" not in unknown


def test_an_unknown_stage_is_no_error() -> None:
    stage = dataclasses.replace(Progress("index", 1, 2), stage="sesuatu")
    assert ID["stage_start"] in rebuild_view(RebuildStatus(True, stage), ID)


def test_examples_that_give_way_are_said_to_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(tmp_path / "corpus", tmp_path / "index")
    (settings.corpus / "contoh").mkdir(parents=True)
    (settings.corpus / "contoh" / "a.txt").write_text("Contoh\n\nArtikel contoh tentang pasar di kota.\n")
    assert build_index(settings).examples == 0
    (settings.corpus / "satu.txt").write_text("Judul Satu\n\nIsi artikel tentang jembatan di kota.\n")
    report = build_index(settings)
    assert (report.removed, report.examples) == (1, 1)
    assert ID["examples_gave_way"] in rebuild_view(RebuildStatus(report=report), ID)
    show_report(report)
    assert "the examples" in capsys.readouterr().out
    (settings.corpus / "dua.txt").write_text("Judul Dua\n\nIsi artikel tentang sungai di kota.\n")
    build_index(settings)
    (settings.corpus / "dua.txt").unlink()
    report = build_index(settings)
    assert (report.removed, report.examples) == (1, 0)
    assert ID["examples_gave_way"] not in rebuild_view(RebuildStatus(report=report), ID)
