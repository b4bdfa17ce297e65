"""Every regular expression as it is used, on a megabyte of what makes expressions slow."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rag.corpus import read_article
from rag.drafts import quotations
from rag.quotes import extract
from tests.timed import Watch

pytestmark = [pytest.mark.torture, pytest.mark.figure("S4")]

SIZE = 1_000_000
LONGEST = 0.1  # seconds of the processor
PROSE = 'Menteri Zulkifli Sari mengatakan, "harga beras naik 12,5 persen" pada Senin (3/2/2025). '
RUNS = (
    PROSE, "a", " ", ",", "kata ", "Kata ", "1", "a.", '"a" ', "(", "a\n", "A", "<", "&#", "@a", "http://a.b/",
    "[a](", "Kata, ", "*", "- ", "_", "yang kata ", "A.", "\n", "\t", "“a” ", '"Saya pergi," kata Budi. ',
    "Siapa? ", "kata Budi ", "Budi dan ", "di ", "\u00a0", "a-a ", "2025-", "Rp1.000 ", "menurut ",
    "katanya ", "> ", "| a ", "~~a ", "<!-- ", "<del>",
)  # fmt: skip


def test_no_search_takes_long_on_a_megabyte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: Callable[[str, dict[str, object]], None]
) -> None:
    watch = Watch(monkeypatch.setattr)
    assert len(watch) > 300
    slowest: dict[str, float] = {}
    for run in RUNS:
        text = (run * (SIZE // len(run) + 1))[:SIZE]
        for name, took in _read(text, tmp_path, watch).items():
            slowest[name] = max(slowest.get(name, 0.0), took)
    used = sorted(slowest.items(), key=lambda pair: -pair[1])
    found(
        f"{len(used)} expressions, {len(RUNS)} kinds of a megabyte",
        {"slowest": used[0][0], "ms": round(1000 * used[0][1])},
    )
    assert [(name, round(took, 3)) for name, took in used if took > LONGEST] == []


def _read(text: str, folder: Path, watch: Watch) -> dict[str, float]:
    """Return the slowest search of each expression, the quicker of two readings where one was too slow."""
    (folder / "a.md").write_text(f"Judul\n\nJAKARTA, Kabar - Harga naik. {text}\n\nSelesai, kata Budi.\n")
    took: dict[str, float] = {}
    for _ in range(2):
        watch.slowest.clear()
        extract(read_article(folder, "a.md"))
        quotations(text)
        took = {name: min(took.get(name, again), again) for name, again in watch.slowest.items()}
        if max(took.values()) <= LONGEST:
            break
    return took
