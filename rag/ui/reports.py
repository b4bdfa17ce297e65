"""Reports of checked drafts, kept for a while so that they can be downloaded."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass

from rag.documents import ArchiveState, Draft

REPORT = "/laporan"
# Newer ones push the oldest out; a page that still links to it can check again.
KEPT_REPORTS = 64
_TYPES = {"html": "text/html", "csv": "text/csv", "md": "text/markdown"}
# What each kind is called, in every language.
KINDS = {"html": "HTML", "csv": "CSV", "md": "Markdown"}


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """A checked draft, the archive it was checked against, and the ISO date of the check."""

    draft: Draft
    state: ArchiveState
    made_on: str


@dataclass(frozen=True, slots=True)
class Report:
    """A file to download."""

    name: str
    media_type: str
    body: bytes


class Reports:
    """The latest checked drafts, each under a name that nobody can guess. Thread-safe."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, CheckedDraft] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, checked: CheckedDraft) -> str:
        """Keep a checked draft and return its name."""
        name = secrets.token_urlsafe(18)
        with self._lock:
            self._kept[name] = checked
            while len(self._kept) > KEPT_REPORTS:
                self._kept.popitem(last=False)
        return name

    def drop(self, name: str | None) -> None:
        """Forget a draft that a newer check replaces."""
        with self._lock:
            self._kept.pop(name or "", None)

    def report(self, name: str, kind: str) -> Report | None:
        """Write the report of a kept draft; None for a name or a kind that there is not."""
        with self._lock:
            checked = self._kept.get(name)
        if checked is None or kind not in _TYPES:
            return None
        from rag.report import csv_report, html_report, markdown_report

        write = {"html": html_report, "csv": csv_report, "md": markdown_report}[kind]
        written = write(checked.draft, checked.state, checked.made_on)
        return Report(
            f"laporan-kutipan-{checked.made_on}.{kind}",
            f"{_TYPES[kind]}; charset=utf-8",
            written.encode("utf-8", "replace"),
        )


def report_url(name: str, kind: str) -> str:
    """Return the address of a kept draft's report."""
    return f"{REPORT}?id={name}&jenis={kind}"
