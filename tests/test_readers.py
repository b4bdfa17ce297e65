"""Children that read files: limits, replacement, order, and what a file did to its reader."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import docx
import pytest

import rag.readers
from rag.documents import Reading, Refusal
from rag.errors import ReaderFailed, UsageError
from rag.readers import read_all, read_draft
from rag.reading import MEMORY_MB, read_one
from tests.folder import P1, P2, P3, TEXT, put

pytestmark = pytest.mark.figure("S1")

# Put on a child's path as sitecustomize.py: files with these words in their names do this to it.
HOSTILE = """
import os, signal, sys, time
import rag.corpus
real = rag.corpus.read_article
def read_article(corpus, path):
    if "mati" in path:
        os._exit(9)
    if "sinyal" in path:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "lama" in path:
        time.sleep(60)
    if "gelung" in path:
        while True: pass
    if "rakus" in path:
        held = [bytearray(8 * 2**20) for _ in range(10**6)]
    if "keluar" in path:
        sys.exit(0)
    if "cetak" in path:
        print("{}" * 10_000, flush=True); os.write(1, b"x" * 10**6); os.write(2, b"y" * 10**6)
    if "sisa" in path:
        read_article.kept = bytearray(300 * 2**20)
    if "besar" in path:
        bytearray(250 * 2**20)
    return real(corpus, path)
if sys.argv[:1] == ["-m"]:
    rag.corpus.read_article = read_article
"""


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    put(tmp_path, "site/sitecustomize.py", HOSTILE)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "site"))
    return tmp_path / "corpus"


def children() -> list[str]:
    listed = ["ps", "-o", "args=", "--ppid", str(os.getpid())]
    lines = subprocess.run(listed, capture_output=True, text=True, check=False).stdout.splitlines()
    return [line for line in lines if "rag.reading" in line]


@pytest.mark.parametrize(
    ("name", "says", "bilang"),
    [
        ("mati.txt", "exit code 9", "exit code 9"),
        ("keluar.txt", "exit code 0", "exit code 0"),
        ("sinyal.txt", "SIGSEGV", "SIGSEGV"),
        ("lama.txt", "longer than 3 s", "lebih dari 3 detik"),
        ("gelung.txt", "longer than 10 s", "lebih dari 10 detik"),
        ("rakus.txt", f"more than {MEMORY_MB} MB", f"lebih dari {MEMORY_MB} MB"),
    ],
)
def test_what_a_file_does_to_its_reader_costs_that_file_alone(
    hostile: Path, monkeypatch: pytest.MonkeyPatch, name: str, says: str, bilang: str
) -> None:
    if name == "lama.txt":  # it sleeps, so that only the clock ends it
        monkeypatch.setattr(rag.readers, "FILE_SECONDS", 3.0)
    paths = [put(hostile, path, TEXT) for path in ("a.txt", "b.txt", name, "z.txt")]
    started = time.monotonic()
    reads = dict(zip(paths, read_all(hostile, paths), strict=True))
    assert time.monotonic() - started < 40
    refused = [path for path, read in reads.items() if isinstance(read, Refusal)]
    assert refused == [name]
    assert says in reads[name].reason
    assert bilang in reads[name].reason_id
    assert not reads[name].lasting
    assert not children()


def test_what_a_reader_prints_goes_nowhere(hostile: Path, capfd: pytest.CaptureFixture[str]) -> None:
    paths = [put(hostile, path, TEXT) for path in ("cetak.txt", "z.txt")]
    assert all(isinstance(read, Reading) for read in read_all(hostile, paths))
    assert tuple(capfd.readouterr()) == ("", "")


def test_a_file_is_not_refused_for_what_another_left_behind(hostile: Path) -> None:
    paths = [put(hostile, path, TEXT) for path in ("a-sisa.txt", "b-besar.txt", "c.txt")]
    assert all(isinstance(read, Reading) for read in read_all(hostile, paths))


def test_many_files_are_read_in_order_as_this_process_does(hostile: Path) -> None:
    paths = [f"{n:03d}{'mati' if n in (40, 41, 299) else ''}.txt" for n in range(310)]
    for path in paths:
        put(hostile, path, f"{TEXT}\n\n{path}" if path != "020.txt" else "")
    reads = dict(zip(paths, read_all(hostile, paths), strict=True))
    refused = {path for path, read in reads.items() if isinstance(read, Refusal)}
    assert refused == {"020.txt", "040mati.txt", "041mati.txt", "299mati.txt"}
    for path in paths:
        if "mati" not in path:
            assert reads[path] == read_one(hostile, path)


@pytest.mark.parametrize("begun", [True, False])
def test_children_end_when_reading_is_broken_off(tmp_path: Path, begun: bool) -> None:
    paths = [put(tmp_path, f"{n}.txt", f"{P1} {P2} {P3} {n}") for n in range(300)]
    reading = read_all(tmp_path, paths)
    assert children()
    if begun:
        assert isinstance(next(reading), Reading)
    del reading
    assert not children()


def test_no_files_need_no_child(tmp_path: Path) -> None:
    assert list(read_all(tmp_path, [])) == []
    assert not children()


def test_a_child_that_cannot_start_is_said_and_no_file_is_blamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "site/sitecustomize.py", "import os; os.write(2, b'rusak: pustaka hilang\\n'); os._exit(3)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "site"))
    with pytest.raises(ReaderFailed, match="pustaka hilang"):
        list(read_all(tmp_path, [put(tmp_path, "a.txt", TEXT)]))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    with pytest.raises(ReaderFailed, match="No such file"):
        read_all(tmp_path, ["a.txt"])


def test_a_draft_is_read_in_a_child_and_refused_by_its_own_name(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(P2)
    out = io.BytesIO()
    document.save(out)
    put(tmp_path, "naskah.docx", out.getvalue())
    put(tmp_path, "rusak.docx", out.getvalue()[:900])
    assert read_draft(tmp_path / "naskah.docx") == P2
    with pytest.raises(UsageError, match=r"rusak\.docx: .*cut-off") as caught:
        read_draft(tmp_path / "rusak.docx")
    assert "terpotong" in caught.value.indonesian


def test_a_million_distinct_lines_are_read_within_the_limits(tmp_path: Path) -> None:
    put(tmp_path, "sejuta.txt", "\n".join(f"Baris {n}" for n in range(1_000_000)))
    (read,) = read_all(tmp_path, ["sejuta.txt"])
    assert isinstance(read, Reading), read
    assert read.article.text.count("\n\n") == 999_999
    assert read.passages[-1].text.endswith("Baris 999999")
    assert len(read.passages) == 12_500
