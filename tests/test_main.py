"""The command line as a person and a program meet it: real processes, real index."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rag.__main__ import EPILOG, main

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT / "tests" / "data" / "news"


def run(*arguments: str | Path, index: Path, corpus: Path = NEWS) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "rag",
        *map(str, arguments),
        "--corpus",
        str(corpus),
        "--index",
        str(index),
    ]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("RAG_")}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)


def parsed(done: subprocess.CompletedProcess[str]) -> Any:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "index"
    report = parsed(run("index", "--json", index=folder))
    assert report["articles"] == report["added"] == len(list(NEWS.glob("*.md")))
    assert (report["updated"], report["removed"], report["unchanged"], report["refused"]) == (0, 0, 0, [])
    assert report["model"] == "kutip-id-static"
    return folder


ARCHIVE = {"generation", "articles", "latest_date", "refused"}
CITATION = {"n", "article", "title", "outlet", "date", "author", "url", "start", "end", "text"}


def test_ask(index: Path) -> None:
    result = parsed(run("ask", "Siapa Wali Kota Lintangbaru?", "--json", index=index))
    assert result["question"] == "Siapa Wali Kota Lintangbaru?"
    assert not result["abstained"]
    assert "Wira Sasmaya" in result["answer"]
    assert result["mode"] == "extractive"
    assert set(result["archive"]) >= ARCHIVE
    for citation in result["citations"]:
        assert set(citation) >= CITATION
        stored = parsed(run("article", citation["article"], "--json", index=index))
        assert stored["text"][citation["start"] : citation["end"]] == citation["text"]


def test_ask_abstains(index: Path) -> None:
    result = parsed(run("ask", "What is the capital city of Australia?", "--json", index=index))
    assert result["abstained"]
    assert result["citations"] == []
    assert result["language"] == "en"
    said = run("ask", "What is the capital city of Australia?", index=index).stdout
    assert "nearest, no answer:" in said
    assert "[1]" not in said


def test_search_and_its_filters(index: Path) -> None:
    result = parsed(run("search", "banjir", "-k", "3", "--json", index=index))
    assert [h["rank"] for h in result["hits"]] == list(range(1, len(result["hits"]) + 1))
    assert 1 <= len(result["hits"]) <= 3
    assert [h["score"] for h in result["hits"]] == sorted((h["score"] for h in result["hits"]), reverse=True)
    only = parsed(
        run("search", "banjir", "--outlet", "kabar uji", "--since", "2025-02-01", "--json", index=index)
    )
    assert only["hits"]
    assert all(h["outlet"] == "Kabar Uji" and h["date"] >= "2025-02-01" for h in only["hits"])


def test_article_shows_what_cleaning_did(index: Path) -> None:
    result = parsed(run("article", "banjir-sungai-kelor.md", "--json", index=index))
    keys = {"article", "title", "outlet", "date", "author", "editor", "url", "via", "text", "steps"}
    assert set(result) >= keys
    assert result["outlet"] == "Kabar Uji"
    assert not result["text"].startswith("---")


def test_verify(index: Path) -> None:
    found = parsed(run("verify", "--json", index=index))
    assert (found["ok"], found["problems"]) == (True, [])
    passages = found["search"].pop("sampled")
    assert found["search"] == {"self_found": 1.0, "queries": passages, "recall_at_10": 1.0}
    assert run("verify", index=index).stdout == "ok\n"


def test_verify_names_what_is_wrong_and_what_to_do(index: Path, tmp_path: Path) -> None:
    harmed = tmp_path / "index"
    shutil.copytree(index, harmed)
    (catalog,) = harmed.glob("generations/*/catalog.sqlite")
    catalog.write_bytes(catalog.read_bytes()[:-1] + b"x")
    done = run("verify", index=harmed)
    assert done.returncode == 1
    assert done.stdout.startswith("catalog.sqlite: its content is not what was written\n")
    assert "python -m rag index --full" in done.stdout
    refreshed = run("index", index=harmed)
    assert refreshed.returncode == 1
    assert "catalog.sqlite is damaged" in refreshed.stderr
    assert "python -m rag index --full" in refreshed.stderr


def test_a_batch_answers_in_order_with_its_ids(index: Path, tmp_path: Path) -> None:
    lines = [
        '{"id": 7, "question": "Siapa Wali Kota Lintangbaru?"}',
        "no json",
        '{"id": "s", "question": "\\ud800 siapa\u2028Wali Kota Lintangbaru?"}',
        '{"id": "b", "question": ""}',
        "",
        '{"id": "c", "question": "Berapa warga mengungsi akibat banjir?"}',
    ]
    file = tmp_path / "batch.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    done = run("ask", "--batch", file, index=index)
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [r["id"] for r in results] == [7, None, "s", "b", "c"]
    assert ["error" in r for r in results] == [False, True, False, True, False]
    assert done.returncode == 1


def test_a_batch_of_searches(index: Path, tmp_path: Path) -> None:
    file = tmp_path / "batch.jsonl"
    file.write_text('{"id": "x", "query": "banjir"}\n', encoding="utf-8")
    (result,) = [json.loads(line) for line in run("search", "--batch", file, index=index).stdout.splitlines()]
    assert result["id"] == "x"
    assert result["hits"]


def test_a_line_of_a_batch_has_filters_of_its_own(
    index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "batch.jsonl"
    rows: list[dict[str, Any]] = [
        {},
        {"until": "1999-01-01"},
        {"outlet": "Tidak Ada Sama Sekali"},
        {"since": 1},
    ]
    for key, command in (("quote", "check"), ("question", "ask"), ("query", "search")):
        file.write_text(
            "\n".join(json.dumps({key: "banjir di sungai kelor", **row}) for row in rows), encoding="utf-8"
        )
        code, said = told(capsys, index, command, "--batch", file)
        whole, none, unknown, odd = lines(said)
        assert code == 1
        assert whole["archive"]["searched"] > 0 == none["archive"]["searched"]
        assert "no outlet" in unknown["error"]
        assert "is no JSON object with a text" in odd["error"]


def told(capsys: pytest.CaptureFixture[str], index: Path, *arguments: str | Path) -> tuple[int, str]:
    code = main([*map(str, arguments), "--corpus", str(NEWS), "--index", str(index)])
    return code, capsys.readouterr().out


def lines(said: str) -> list[Any]:
    def refuse(name: str) -> None:
        raise AssertionError(f"{name} is no JSON")

    return [json.loads(line, parse_constant=refuse) for line in said.splitlines()]


def test_the_speaker_of_a_command_is_that_of_lines_without_one(
    index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "batch.jsonl"
    rows: list[dict[str, Any]] = [{}, {"speaker": None}, {"speaker": " "}, {"speaker": "Sari Wulandari"}]
    for key, command in (("quote", "check"), ("question", "ask"), ("query", "search")):
        file.write_text(
            "\n".join(json.dumps({key: "banjir di sungai kelor", **row}) for row in rows), encoding="utf-8"
        )
        code, said = told(capsys, index, command, "--batch", file, "--speaker", "Siti Tidakada")
        assert code == 0
        if command == "check":
            speakers = [row["speaker"] for row in lines(said)]
            assert speakers == ["Siti Tidakada", "Siti Tidakada", "Siti Tidakada", "Sari Wulandari"]
        else:
            assert [row["archive"]["searched"] for row in lines(said)] == [0, 0, 0, 0]
        code, said = told(capsys, index, command, "--batch", file)
        assert code == 0
        searched = [row["archive"]["searched"] > 0 for row in lines(said)]
        # A line's own speaker narrows a search; of a quotation it is the claim.
        assert searched == [True, True, True, command == "check"]


@pytest.mark.parametrize("odd", ["NaN", "Infinity", "-Infinity", "1e999", "[NaN]", '{"a": -1e999}'])
def test_what_is_no_json_is_refused_and_never_printed(
    odd: str, index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "batch.jsonl"
    file.write_text(
        f'{{"id": {odd}, "quote": "kami pergi ke pasar"}}\n{{"id": 1.5, "quote": "kami pergi ke pasar"}}\n',
        encoding="utf-8",
    )
    code, said = told(capsys, index, "check", "--batch", file)
    bad, good = lines(said)
    assert code == 1
    assert bad == {"id": None, "error": 'line 1 is no JSON object with a text under "quote"'}
    assert (good["id"], good["quote"]) == (1.5, "kami pergi ke pasar")


@pytest.mark.parametrize(
    "command",
    [
        ["ask", "Siapa Wali Kota Lintangbaru?"],
        ["search", "banjir"],
        ["compare", "Berapa warga mengungsi?"],
        ["check", "kami tidak akan pergi dari sini"],
        ["quotes"],
    ],
    ids=lambda command: command[0],
)
def test_dates_that_leave_no_article_are_said(
    command: list[str], index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    every = len(list(NEWS.glob("*.md")))
    code, said = told(capsys, index, *command, "--until", "2001-01-01")
    assert code == 0
    assert f"(0 dari/of {every} artikel/articles, " in said
    code, said = told(capsys, index, *command, "--until", "2001-01-01", "--json")
    assert code == 0
    if command != ["quotes"]:
        state = json.loads(said)["archive"]
        assert (state["articles"], state["searched"]) == (every, 0)
    _, said = told(capsys, index, *command)
    assert "dari/of" not in said


def test_a_refresh_changes_nothing(index: Path) -> None:
    report = parsed(run("index", "--json", index=index))
    assert (report["added"], report["updated"], report["removed"]) == (0, 0, 0)
    assert report["unchanged"] == report["articles"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ask", ""], "empty"),
        (["ask", "a " * 600], "at most 1,000"),
        (["ask", "x", "--since", "besok"], "expected a date"),
        (["search", "x", "-k", "0"], "expected 1 to 1000"),
        (["search", "x", "-k", "100000000000"], "expected 1 to 1000"),
        (["ask", "x", "--since", "2023-W27-1"], "expected a date"),
        (["article", "no.md"], "no article 'no.md'"),
        (["ask", "--batch", "none.jsonl"], "cannot read none.jsonl"),
        (["ask", "x", "--outlet", "Kabar Ujji"], "no outlet 'Kabar Ujji'; nearest: Kabar Uji"),
        (["search", "x", "--outlet", "Kabar Ujji"], "nearest: Kabar Uji"),
        (["check", "kami tidak akan pergi", "--outlet", "Kabar Ujji"], "nearest: Kabar Uji"),
        (["compare", "x", "--outlet", "Kabar Ujji"], "nearest: Kabar Uji"),
        (["quotes", "--outlet", "Kabar Ujji"], "nearest: Kabar Uji"),
    ],
)
def test_an_error_is_one_line(index: Path, arguments: list[str], says: str) -> None:
    done = run(*arguments, index=index)
    assert done.returncode == 1
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_no_index_yet(tmp_path: Path) -> None:
    done = run("ask", "Siapa?", index=tmp_path / "index")
    assert done.returncode == 1
    assert "python -m rag index" in done.stderr


def test_an_empty_corpus_is_said(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    done = run("index", index=tmp_path / "index", corpus=tmp_path / "corpus")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("wrong", ["corpus", "index"])
def test_a_file_where_a_folder_is_meant_is_said(wrong: str, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("Pasar ramai hari ini.", encoding="utf-8")
    file = tmp_path / "file.txt"
    file.write_text("x", encoding="utf-8")
    done = run(
        "index",
        corpus=file if wrong == "corpus" else tmp_path / "corpus",
        index=file if wrong == "index" else tmp_path / "index",
    )
    assert done.returncode == 1
    assert "folder" in done.stderr
    assert done.stderr.count("\n") == 1


def test_wrong_usage_exits_with_2(tmp_path: Path) -> None:
    assert run("fly", index=tmp_path).returncode == 2
    assert run("ask", index=tmp_path).returncode == 2


def test_help_names_every_command() -> None:
    done = subprocess.run([sys.executable, "-m", "rag", "--help"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0
    assert all(command in done.stdout for command in ("index", "article", "ask", "search", "verify"))


def test_refused_files_stay_in_sight_until_they_are_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("“Harga beras naik tajam,” kata Sari Wulandari di Pasar Melati.\n")
    (corpus / "rusak.pdf").write_text("bukan pdf")
    (tmp_path / "naskah.txt").write_text("“Harga beras naik tajam,” kata Sari Wulandari.\n")

    def said(*arguments: str) -> str:
        folders = ["--corpus", str(corpus), "--index", str(tmp_path / "index")]
        assert main([*arguments, *folders]) == 0
        return capsys.readouterr().out

    for refused in (1, 0):
        for _ in ("built", "unchanged"):
            report = json.loads(said("index", "--json"))
            assert [r["path"] for r in report["refused"]] == ["rusak.pdf"][:refused]
        for command in (
            ["ask", "Siapa yang berkata harga beras naik?"],
            ["search", "harga beras"],
            ["check", "Harga beras naik tajam"],
            ["compare", "Bagaimana harga beras?"],
            ["draft", str(tmp_path / "naskah.txt")],
        ):
            assert json.loads(said(*command, "--json"))["archive"]["refused"] == refused
            assert ("1 berkas ditolak/refused" in said(*command)) is bool(refused)
        (corpus / "rusak.pdf").unlink(missing_ok=True)


def test_a_fault_of_its_own_is_said_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> int:
        raise ZeroDivisionError("sesuatu\nyang tak terduga")

    monkeypatch.setattr("rag.__main__.run_index", fail)
    assert main(["index"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "ZeroDivisionError in test_main.py:" in said
    assert "sesuatu yang tak terduga" in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_output_that_cannot_be_written_is_said_in_a_line() -> None:
    buffered = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "rag", "password", "sari"],
            cwd=ROOT,
            env=buffered,
            input="kata sandi yang panjang\n",
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
        )
    assert done.returncode == 1
    assert re.fullmatch(r"kutip: [^\n]+ the output[^\n]+\n", done.stderr)


def test_the_examples_of_the_help_work_on_the_starter_corpus(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / "questions.jsonl").write_text('{"id": 1, "question": "Siapa yang memimpin Project S?"}\n')
    environment = {k: v for k, v in os.environ.items() if not k.startswith("RAG_")}
    environment |= {"RAG_INDEX": str(tmp_path / "index"), "PYTHONPATH": str(ROOT)}
    examples = re.findall(r"python -m rag .*", EPILOG)
    assert len(examples) >= 6
    for example in examples:
        command = example.replace("python", sys.executable, 1)
        done = subprocess.run(
            ["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, f"{example}\n{done.stderr}"
        said = done.stdout or (tmp_path / "answers.jsonl").read_text()
        assert not re.search(
            r"not_found|tidak ditemukan di arsip|No answer was found|Nothing|\"hits\": \[\]", said
        ), example


@pytest.mark.parametrize(
    "command", [("ask", "x"), ("check", "x y"), ("quotes",), ("verify",), ("article", "x")]
)
def test_a_corpus_folder_that_is_not_there_is_an_error(index: Path, command: tuple[str, ...]) -> None:
    done = run(*command, index=index, corpus=Path("/tidak/ada"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("kutip: there is no folder /tidak/ada")
