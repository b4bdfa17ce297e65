"""Across outlets: a row an outlet, each on its own evidence, from the command line and the API alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.__main__ import main
from rag.archive import Archive, open_archive
from rag.documents import Filters
from rag.errors import UsageError
from rag.index import build_index
from rag.settings import Settings

QUESTION = "Berapa warga yang mengungsi akibat banjir di Desa Wanasari?"
ARTICLES = {
    "satu.md": ("Kabar Satu", "2024-01-20", "Sebanyak 1.200 warga mengungsi akibat banjir di Desa Wanasari."),
    "dua.md": ("Kabar Dua", "2024-01-21", "Warga yang mengungsi akibat banjir di Desa Wanasari 1.450 orang."),
    "tiga.md": (
        "Kabar Tiga",
        "2024-01-22",
        "Banjir di Desa Wanasari disebabkan tanggul yang jebol pada Jumat.",
    ),
    "empat.md": (None, None, "Warga Desa Wanasari yang mengungsi akibat banjir berjumlah 1.100 orang."),
}


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    home = tmp_path_factory.mktemp("compare")
    (home / "corpus").mkdir()
    for name, (outlet, date, text) in ARTICLES.items():
        facts = {"title": f"Banjir {name}", "outlet": outlet, "date": date}
        front = "".join(f"{k}: {json.dumps(v)}\n" for k, v in facts.items() if v)
        (home / "corpus" / name).write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    settings = Settings(corpus=home / "corpus", index=home / "index")
    build_index(settings)
    return settings


@pytest.fixture(scope="module")
def archive(settings: Settings) -> Iterator[Archive]:
    with open_archive(settings) as opened:
        yield opened


def test_each_outlet_answers_from_its_own_articles(archive: Archive) -> None:
    rows = {row.outlet: row.answer for row in archive.compare(QUESTION)}
    assert set(rows) == {"Kabar Satu", "Kabar Dua", "Kabar Tiga", None}
    for outlet, number in (("Kabar Satu", "1.200"), ("Kabar Dua", "1.450"), (None, "1.100")):
        assert number in rows[outlet].answer
        assert {c.outlet for c in rows[outlet].citations} == {outlet}
    assert rows["Kabar Tiga"].abstained


def test_filters_narrow_what_is_compared(archive: Archive) -> None:
    rows = archive.compare(QUESTION, Filters(since="2024-01-21"))
    assert {row.outlet for row in rows} == {"Kabar Dua", "Kabar Tiga"}
    with pytest.raises(UsageError):
        archive.compare("  ")


def test_the_command_line_prints_it(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    folders = ["--corpus", str(settings.corpus), "--index", str(settings.index)]
    assert main(["compare", QUESTION, "--json", *folders]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["question"] == QUESTION
    assert {row["outlet"] for row in printed["outlets"]} == {"Kabar Satu", "Kabar Dua", "Kabar Tiga", None}
    assert printed["archive"]["articles"] == 4
    assert main(["compare", QUESTION, *folders]) == 0
    assert "Kabar Dua: " in capsys.readouterr().out


def test_every_citation_opens(archive: Archive, settings: Settings) -> None:
    for row in archive.compare(QUESTION):
        for c in row.answer.citations:
            assert archive.article(c.article).text[c.start : c.end] == c.text
            assert Path(settings.corpus / c.article).exists()
