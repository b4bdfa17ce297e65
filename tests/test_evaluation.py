"""Evaluation: the arithmetic of its measures, its floors, and the project's own sets above them."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest

from rag.__main__ import main
from rag.errors import UsageError
from rag.evaluation.floors import Floor, compare, lower, read_floors
from rag.evaluation.measures import Bin, auroc, calibration_error, reliability
from rag.evaluation.report import report_json, table
from rag.evaluation.sets import passage_sets
from rag.evaluation.starter import measure


def test_auroc_counts_pairs_and_ties_half() -> None:
    # 0.9 beats both, 0.4 beats 0.1 and ties with 0.4: (2 + 1.5) of 4 pairs.
    assert auroc(np.array([0.9, 0.4]), np.array([0.1, 0.4])) == 3.5 / 4
    assert math.isnan(auroc(np.array([]), np.array([0.1])))


def test_calibration_error_weighs_bins_by_what_they_hold() -> None:
    confidence, right = np.array([0.85, 0.95, 0.05, 0.05]), np.array([1.0, 0.0, 0.0, 0.0])
    assert reliability(confidence, right) == [Bin(2, 0.05, 0.0), Bin(1, 0.85, 1.0), Bin(1, 0.95, 0.0)]
    # (2 * 0.05 + 0.15 + 0.95) / 4
    assert calibration_error(confidence, right) == pytest.approx(0.3)
    assert reliability(np.array([1.0]), np.array([1.0])) == [Bin(1, 1.0, 1.0)]


def test_a_floor_holds_at_its_own_value_and_never_for_what_is_no_number() -> None:
    least, most = Floor("a", "right", least=0.9), Floor("a", "wrong", most=0.0)
    assert least.holds(0.9)
    assert not least.holds(0.8999)
    assert not least.holds(float("nan"))
    assert most.holds(0.0)
    assert not most.holds(1.0)
    assert not most.holds(float("nan"))


def test_what_was_not_measured_neither_holds_nor_fails() -> None:
    floors = [Floor("a", "right", least=0.9), Floor("b", "right", least=0.9)]
    compared = compare({"a": {"right": 0.8}}, floors)
    assert [c.holds for c in compared] == [False, None]
    assert report_json({"a": {"right": 0.8}}, compared)["ok"] is False
    lines = list(table({"a": {"right": 0.8}}, compared))
    assert lines[1].endswith("at least 0.9: FAILS")
    assert lines[-1] == "b: right was not measured"


def test_lowering_a_floor_takes_a_reason_and_keeps_it(tmp_path: Path) -> None:
    file = tmp_path / "floors.json"
    file.write_text('[{"set": "a", "figure": "right", "least": 0.9, "aim": 1}]', encoding="utf-8")
    with pytest.raises(UsageError, match="reason"):
        lower("a", "right", 0.8, "because", file)
    with pytest.raises(UsageError, match="no floor a/wrong"):
        lower("a", "wrong", 0.8, "a reason of words", file)
    lower("a", "right", 0.8, "a smaller vocabulary", file)
    (row,) = json.loads(file.read_text(encoding="utf-8"))
    assert (row["least"], row["lowered"][0]["from"], row["lowered"][0]["reason"]) == (
        0.8, 0.9, "a smaller vocabulary",
    )  # fmt: skip
    assert read_floors(file) == [Floor("a", "right", least=0.8, aim=1)]


@pytest.mark.parametrize(
    "text", ["{", '[{"set": "a"}]', '[{"set": "a", "figure": "b", "least": 1, "most": 2}]']
)
def test_a_broken_floors_file_is_said(text: str, tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError):
        read_floors(tmp_path / "floors.json")


def test_the_projects_own_sets_hold_their_floors() -> None:
    questions, quotations = measure()
    compared = compare({"contoh": questions, "contoh quotations": quotations}, read_floors())
    failing = [f"{c.floor.figure}: {c.value} of {c.floor}" for c in compared if c.holds is False]
    assert not failing
    assert sum(c.holds is True for c in compared) == 6


@pytest.fixture
def little(tmp_path: Path) -> Path:
    """A set of three passages and three questions, one of which none answers."""
    folder = tmp_path / "data" / "kecil"
    folder.mkdir(parents=True)
    texts = {
        "p1": "Wali Kota Randuwangi Sekar Puspita meresmikan jembatan gantung pada 3 Mei 2021.",
        "p2": "Harga cabai di Pasar Lontar naik menjadi Rp80.000 per kilogram pada awal Januari.",
        "p3": "Klub Elang Biru menjuarai Piala Samudra setelah mengalahkan Garuda Timur 2-1.",
    }
    queries = [
        {"_id": "q1", "text": "Siapa yang meresmikan jembatan gantung?", "answers": ["Sekar Puspita"],
         "answerable": True, "context_id": "p1"},
        {"_id": "q2", "text": "Berapa harga cabai di Pasar Lontar?", "answers": ["Rp80.000"],
         "answerable": True, "context_id": "p2"},
        {"_id": "q3", "text": "Siapa pelatih Klub Elang Biru?", "answers": [], "answerable": False,
         "context_id": "p3"},
    ]  # fmt: skip

    def lines(rows: list[dict[str, object]]) -> str:
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)

    (folder / "corpus.jsonl").write_text(lines([{"_id": k, "text": v} for k, v in texts.items()]))
    (folder / "queries.dev.jsonl").write_text(lines(queries))
    (folder / "qrels.dev.tsv").write_text("query-id\tcorpus-id\tscore\nq1\tp1\t1\nq2\tp2\t1\nq3\tp3\t0\n")
    return tmp_path / "data"


def test_eval_measures_a_folder_of_sets_and_writes_its_report(
    little: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", str(little), "--json", "--out", str(tmp_path / "out")]) == 0
    printed = json.loads(capsys.readouterr().out)
    figures = printed["figures"]["kecil"]
    assert figures["nDCG@10"] == 100.0
    assert figures["closed, first sentence right"] == figures["open, answer right"] == 1.0
    assert {"AUROC removed", "AUROC removed, BM25", "AUROC unanswerable", "ECE, with removed"} <= set(figures)
    assert json.loads((tmp_path / "out" / "eval.json").read_text(encoding="utf-8")) == printed
    assert (tmp_path / "out" / "reliability.png").read_bytes().startswith(b"\x89PNG")


def test_a_folder_without_sets_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UsageError, match="holds no set"):
        passage_sets(tmp_path)
    assert main(["eval", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_wrong_lowering_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "--lower", "facqa=x", "--reason", "a reason of words"]) == 1
    assert "SET/FIGURE=VALUE" in capsys.readouterr().err
