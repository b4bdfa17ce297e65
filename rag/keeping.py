"""The commands ``backup`` and ``restore``."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rag.printing import print_json
from rag.settings import Settings

_NAMED = 10


def add_keeping(commands: Any, everywhere: argparse.ArgumentParser) -> None:
    """Describe the two commands to the subparsers ``commands``."""
    backup = commands.add_parser("backup", parents=[everywhere], help="write corpus and index into one file")
    backup.add_argument("file", type=Path, metavar="FILE", help="the backup, a new file")
    put_back = commands.add_parser("restore", parents=[everywhere], help="put a backup back")
    put_back.add_argument("file", type=Path, metavar="FILE", help="the backup")
    put_back.add_argument("--overwrite", action="store_true", help="replace files of the corpus that differ")


def run_backup(options: argparse.Namespace, settings: Settings) -> int:
    """Back up corpus and index, and say what is in the file."""
    from rag.backup import back_up

    report = back_up(settings, options.file)
    if options.json:
        print_json({**asdict(report), "file": str(report.file)})
        return 0
    print(
        f"{report.file}: {report.articles} articles of generation {report.generation}, {report.files} files"
        f" of the corpus, {report.bytes / 2**20:.1f} MB, read again and whole"
    )
    _list("skipped (a link, a pipe, or not readable)", report.skipped)
    return 0


def run_restore(options: argparse.Namespace, settings: Settings) -> int:
    """Restore a backup, and say what was put where."""
    from rag.restore import restore

    report = restore(settings, options.file, overwrite=options.overwrite)
    if options.json:
        print_json({**asdict(report), "file": str(report.file)})
        return 0
    print(f"{len(report.restored)} files restored, {report.same} were there already")
    _list("overwritten", report.overwritten)
    if report.generation is None:
        print("the backup's index cannot be used here; build it: python -m rag index --full")
    else:
        print(f"{report.articles} articles in the index, generation {report.generation}")
    return 0


def _list(what: str, paths: list[str]) -> None:
    for path in paths[:_NAMED]:
        print(f"{what}: {path.encode('unicode_escape').decode()}")
    if len(paths) > _NAMED:
        print(f"{what}: {len(paths) - _NAMED} more")
