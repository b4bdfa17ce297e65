"""The command ``draft`` on a real index: what it prints, what it writes, what it never overwrites."""

from __future__ import annotations

import argparse
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from rag.drafting import add_draft, run_draft
from rag.errors import KutipError, StorageFull, UsageError
from rag.index import build_index
from rag.settings import Settings
from tests.folder import put

ARTICLE = """\
---
title: Pasar Lama Tetap Buka
outlet: Antarkilat
date: 2026-02-01
---
Pasar Lama Tetap Buka

"Kami tidak akan menutup dua belas pasar itu tahun ini," kata Sari Wulandari, Kepala Dinas Perdagangan.
"""
DRAFT = """\
"Kami akan menutup dua belas pasar itu tahun ini," kata Sari Wulandari.

"Langit malam ini berwarna ungu muda sekali," kata Budi Hartono.

"!!!", kata Budi Hartono.

"Kami tidak akan menutup 12 pasar itu tahun ini," kata Sari Wulandari.
"""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    home = tmp_path_factory.mktemp("drafting")
    put(home / "corpus", "pasar.md", ARTICLE)
    made = Settings(corpus=home / "corpus", index=home / "index")
    build_index(made)
    return made


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return tmp_path / put(tmp_path, "naskah.txt", DRAFT)


def run(settings: Settings, *arguments: str | Path) -> int:
    top = argparse.ArgumentParser()
    everywhere = argparse.ArgumentParser(add_help=False)
    everywhere.add_argument("--json", action="store_true")
    add_draft(top.add_subparsers(), everywhere)
    return run_draft(top.parse_args(["draft", *map(str, arguments)]), settings)


def test_every_quotation_has_its_verdict(
    settings: Settings, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(settings, draft, "--json") == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    altered, missed, said = found["quotes"]
    assert (altered["verdict"], altered["flags"]) == ("altered", ["negasi"])
    assert missed["verdict"] == "not_found"
    assert (said["verdict"], said["attribution"]) == ("verbatim", "match")
    assert said["sources"][0]["article"] == "pasar.md"
    for quote in found["quotes"]:
        assert found["text"][quote["start"] : quote["end"]] == quote["quote"]
    assert found["summary"] == {
        "misattributed": 0, "altered": 1, "spliced": 0, "not_found": 1, "paraphrase": 0, "verbatim": 1
    }  # fmt: skip
    assert found["archive"]["articles"] == 1


def test_people_read_words(settings: Settings, draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(settings, draft) == 0
    shown = capsys.readouterr().out
    for words in ("1. Diubah/Altered", "Tidak ditemukan/Not found", "Persis/Verbatim", "1 artikel/articles"):
        assert words in shown


def test_reports_are_written_whole_and_leave_nothing_beside(
    settings: Settings, draft: Path, tmp_path: Path
) -> None:
    outs = {kind: tmp_path / f"laporan.{kind}" for kind in ("html", "csv", "md")}
    outs["md"].write_text("laporan lama")
    assert run(settings, draft, *(x for kind, out in outs.items() for x in (f"--{kind}", out))) == 0
    assert outs["html"].read_text(encoding="utf-8").startswith("<!doctype html>")
    assert outs["csv"].read_bytes().startswith(b"\xef\xbb\xbf")
    assert outs["md"].read_text(encoding="utf-8").startswith("# Laporan")
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
        ["naskah.txt", *(out.name for out in outs.values())]
    )
    assert draft.read_text() == DRAFT


def test_a_report_overwrites_no_draft_and_no_article(settings: Settings, draft: Path, tmp_path: Path) -> None:
    link, hard = tmp_path / "tautan.html", tmp_path / "kembar.html"
    link.symlink_to(draft)
    hard.hardlink_to(draft)
    article = settings.corpus / "pasar.md"
    for out in (draft, link, hard, article, settings.corpus / "baru.md", settings.index / "CURRENT"):
        before = out.read_bytes() if out.exists() else None
        with pytest.raises(UsageError, match="another path"):
            run(settings, draft, "--html", out)
        assert (out.read_bytes() if out.exists() else None) == before
    with pytest.raises(UsageError, match="two reports"):
        run(settings, draft, "--html", tmp_path / "sama", "--csv", tmp_path / "sama")


def test_a_path_that_cannot_be_written_is_one_line_that_names_it(
    settings: Settings, draft: Path, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    outs = [tmp_path / "tidak-ada" / "x.html", tmp_path / "folder", draft / "x.html"]
    if Path("/dev/full").exists():
        outs.append(Path("/dev/full"))
    for out in outs:
        advice = "free some space" if out.parent.is_dir() else "make its folder"
        with pytest.raises(StorageFull, match=f"{advice} or give another path") as error:
            run(settings, draft, "--html", out)
        assert str(out) in error.value.english
        assert "\n" not in error.value.english + error.value.indonesian
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]


@pytest.mark.skipif(not Path(os.devnull).is_char_device(), reason="needs a device file")
def test_a_device_is_written_to_and_not_replaced(settings: Settings, draft: Path) -> None:
    run(settings, draft, "--html", os.devnull)
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_draft_that_cannot_be_read_is_told_before_anything_is_opened(tmp_path: Path) -> None:
    nowhere = Settings(corpus=tmp_path / "a", index=tmp_path / "b")
    with pytest.raises(KutipError, match=r"naskah\.txt cannot be read"):
        run(nowhere, tmp_path / "naskah.txt")
