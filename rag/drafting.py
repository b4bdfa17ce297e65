"""The command ``draft``: check every quotation of a file and write the reports asked for."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from rag.documents import ArchiveState, Draft
from rag.errors import StorageFull, UsageError
from rag.placing import STAGED
from rag.printing import print_json, show_state
from rag.report import csv_report, html_report, markdown_report
from rag.report.facts import NO_QUOTES, summary, unchecked, verdict_label
from rag.settings import Settings
from rag.verdict_names import ATTRIBUTIONS, VERDICTS
from rag.verdict_words import name_of, reserves
from rag.views import archive_json, draft_json

_WRITERS = {"html": html_report, "csv": csv_report, "md": markdown_report}
_REPORTS = {"html": "a web page", "csv": "a spreadsheet table", "md": "Markdown"}


def add_draft(commands: Any, everywhere: argparse.ArgumentParser) -> None:
    """Describe the command to the subparsers ``commands``."""
    draft = commands.add_parser("draft", parents=[everywhere], help="check every quotation of a draft")
    draft.add_argument("file", type=Path, metavar="FILE", help="the draft: .txt, .md or .docx")
    for kind, name in _REPORTS.items():
        draft.add_argument(f"--{kind}", type=Path, metavar="OUT", help=f"write the report as {name}")


def run_draft(options: argparse.Namespace, settings: Settings) -> int:
    """Check the draft, write its reports, then print the result.

    Raises UsageError for a draft that cannot be read or a report that would overwrite something.
    """
    from rag.archive import open_archive
    from rag.readers import read_draft

    text = read_draft(options.file)
    reports = [(kind, out) for kind in _REPORTS if (out := getattr(options, kind)) is not None]
    _refuse_overwriting(options.file, [out for _, out in reports], settings)
    with open_archive(settings, words_first=True) as archive:
        draft, state = archive.check_draft(text), archive.state
    for kind, out in reports:
        _write(out, _WRITERS[kind](draft, state, date.today().isoformat()))
    if options.json:
        print_json(draft_json(draft, state))
    else:
        _show(draft, state)
    return 0


def _refuse_overwriting(file: Path, outs: Sequence[Path], settings: Settings) -> None:
    """Raise UsageError where a report would take the place of the draft, an article, or another report."""
    kept = [settings.corpus.resolve(), settings.index.resolve()]
    real = [Path(os.path.realpath(out)) for out in outs]  # a loop of links is met when writing
    for out, at in zip(outs, real, strict=True):
        is_input = at == Path(os.path.realpath(file)) or (at.exists() and at.samefile(file))
        inside = next((folder for folder in kept if at.is_relative_to(folder)), None)
        if is_input or inside:
            raise UsageError(
                f"{out} {'is the draft itself' if is_input else f'lies in {inside}'}; give the report "
                f"another path",
                f"{out} {'adalah drafnya sendiri' if is_input else f'berada di {inside}'}; beri laporan itu "
                f"jalur lain",
            )
        if real.count(at) > 1:
            raise UsageError(
                f"{out} is given for two reports; give each its own path",
                f"{out} dipakai untuk dua laporan; beri masing-masing jalur sendiri",
            )


def _write(out: Path, report: str) -> None:
    """Write a report whole or not at all. Raises StorageFull where it cannot be written."""
    data = report.encode("utf-8", "replace")
    at = Path(os.path.realpath(out))
    try:
        if at.exists() and not at.is_file() and not at.is_dir():
            at.write_bytes(data)  # a pipe or a device is never replaced
            return
        part = at.with_name(f"{STAGED}{os.getpid()}.part")
        try:
            part.write_bytes(data)
            part.replace(at)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        in_folder = at.parent.is_dir()
        do, lakukan = (
            ("free some space", "kosongkan ruang") if in_folder else ("make its folder", "buat foldernya")
        )
        raise StorageFull(
            f"{out} cannot be written ({error.strerror or error}); {do} or give another path",
            f"{out} tidak dapat ditulis ({error.strerror or error}); {lakukan} atau beri jalur lain",
        ) from error


def _show(draft: Draft, state: ArchiveState) -> None:
    """Print every quotation with its verdict, then how many there are of each."""
    for n, quote in enumerate(draft.quotes, 1):
        check = quote.check
        names = verdict_label(name_of(check), bool(reserves(check))), ATTRIBUTIONS[check.attribution].labels
        flags = f" [{', '.join(check.flags)}]" if check.flags else ""
        print(f"{n}. {' · '.join('/'.join(name) for name in names)}{flags}")
        print(f"    {check.speaker or '—'}: “{' '.join(check.quote.split())}”")
        if found := check.sources[0] if check.sources else check.nearest:
            kind = "sumber/source" if check.sources else "terdekat/nearest"
            who = found.speaker or found.outlet or "?"
            words = " ".join(found.text.split())
            print(f"    {kind}: {who}: “{words}” · {found.article}:{found.start}-{found.end}")
        print()
    counts = [f"{'/'.join(verdict_label(VERDICTS[v], warned))}: {n}" for v, warned, n in summary(draft)]
    print("; ".join(counts) if counts else " / ".join(NO_QUOTES))
    if passed_over := unchecked(draft):
        print(" / ".join(passed_over))
    show_state(archive_json(state))
