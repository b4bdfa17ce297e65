"""What goes wrong around a build: the old index stays."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from rag.errors import StorageFull
from rag.generations import current_generation
from rag.index import build_index, verify_index
from rag.settings import Settings
from tests.indexing.houses import prose, write

ROOT = Path(__file__).resolve().parents[2]
BUILD = """
import sys
from pathlib import Path
from rag.index import build_index
from rag.settings import Settings
from rag.errors import KutipError
try:
    build_index(Settings(corpus=Path(sys.argv[1]), index=Path(sys.argv[2])), full=len(sys.argv) > 3)
except KutipError as error:
    print(type(error).__name__, error)
"""


def in_namespace(script: str) -> subprocess.CompletedProcess[str]:
    """Run a shell script where it may mount; skip where the system does not let it."""
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("needs unshare -rm, to mount a small or read-only file system")
    return subprocess.run(
        ["unshare", "-rm", "sh", "-ec", script], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.figure("R2")
def test_a_full_disk_is_said_and_the_old_index_stays(house: Settings, tmp_path: Path) -> None:
    house.index.mkdir()
    (tmp_path / "build.py").write_text(BUILD)
    for n in range(60):
        write(house.corpus, f"banyak/{n}.txt", prose(f"barang{n}", 2_000))
    few = tmp_path / "few"
    write(few, "satu.txt", prose("beras"))
    run = f"PYTHONPATH={ROOT} {sys.executable} {tmp_path}/build.py"
    script = f"""
        mount -t tmpfs -o size=3m tmpfs {house.index}
        {run} {few} {house.index}
        before=$(cat {house.index}/CURRENT)
        {run} {house.corpus} {house.index}
        test "$before" = "$(cat {house.index}/CURRENT)"
        test "$(ls {house.index}/generations)" = "$before"
        PYTHONPATH={ROOT} {sys.executable} -m rag verify --index {house.index}
    """
    done = in_namespace(script)
    assert done.returncode == 0, done
    assert done.stdout.startswith(f"StorageFull {house.index} cannot be written")
    assert done.stdout.endswith("ok\n")


@pytest.mark.figure("R2")
@pytest.mark.parametrize("kilobytes", [1, 8, 40, 150])
def test_a_limit_on_files_is_said_and_the_old_index_stays(
    whole: Settings, tmp_path: Path, kilobytes: int
) -> None:
    """What a quota does, where no small disk can be mounted: each store in turn meets it."""
    house = replace(whole, index=tmp_path / "index")
    shutil.copytree(whole.index, house.index)
    (tmp_path / "build.py").write_text(
        f"import resource\n{BUILD}".replace(
            "try:", f"resource.setrlimit(resource.RLIMIT_FSIZE, ({kilobytes << 10}, {kilobytes << 10}))\ntry:"
        )
    )
    done = subprocess.run(
        [sys.executable, str(tmp_path / "build.py"), str(house.corpus), str(house.index), "full"],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"StorageFull {house.index} cannot be written")
    assert current_generation(house.index) == current_generation(whole.index)
    assert len(list((house.index / "generations").iterdir())) == 1
    assert verify_index(house) == []


@pytest.mark.figure("R2")
def test_a_read_only_index_is_served_from_temporary_copies_and_not_written(
    built: Settings, tmp_path: Path
) -> None:
    (tmp_path / "build.py").write_text(BUILD)
    write(built.corpus, "baru.txt", prose("jagung"))
    python = f"PYTHONPATH={ROOT} {sys.executable}"
    small = tmp_path / "small"
    small.mkdir()
    done = in_namespace(f"""
        mount --bind {built.index} {built.index}
        mount -o remount,bind,ro {built.index}
        {python} -m rag search "harga gula" --index {built.index} --json
        {python} -m rag verify --index {built.index}
        {python} {tmp_path}/build.py {built.corpus} {built.index}
        mount -t tmpfs -o size=64k tmpfs {small}
        TMPDIR={small} {python} -m rag search "harga gula" --index {built.index} 2>&1 || true
        ls {small}
    """)
    assert done.returncode == 0, done
    hits, verified, built, no_room = done.stdout.splitlines()
    assert json.loads(hits)["hits"][0]["article"] == "pangan/gula.txt"
    assert verified == "ok"
    assert built.startswith("StorageFull")
    assert f"{small} has no room for a temporary copy" in no_room


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left on device"), MemoryError(), KeyboardInterrupt()]
)
def test_a_failure_in_a_store_leaves_the_old_index_and_nothing_half_built(
    house: Settings, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    report = build_index(house)
    write(house.corpus, "baru.txt", prose("jagung"))

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("rag.vectors.VectorWriter.add", fail)
    with pytest.raises(StorageFull if isinstance(error, OSError) else type(error)):
        build_index(house)
    monkeypatch.undo()
    assert current_generation(house.index) == report.generation
    assert [p.name for p in (house.index / "generations").iterdir()] == [report.generation]
    assert not (house.index / "lock").exists()
