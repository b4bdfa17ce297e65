"""What the tests of building share: small corpora, and what an index of them holds."""

from __future__ import annotations

from contextlib import closing
from functools import lru_cache
from pathlib import Path

from rag.catalog import Catalog
from rag.documents import IndexReport
from rag.embedding import Encoder, load_encoder
from rag.generations import current_generation, open_generation
from rag.settings import Settings

SUBJECTS = ["beras", "gula", "kopi", "cabai", "minyak", "telur", "kedelai", "jagung"]


def prose(subject: str, words: int = 260) -> str:
    """Return paragraphs of ten words, no two alike (cleaning takes doubled ones out)."""
    days = range(1, words // 10 + 1)
    lines = (f"Pada hari {n} harga {subject} di pasar induk naik lagi." for n in days)
    return "\n\n".join(lines) + "\n"


def write(corpus: Path, path: str, text: str) -> None:
    (corpus / path).parent.mkdir(parents=True, exist_ok=True)
    (corpus / path).write_text(text, encoding="utf-8")


@lru_cache
def encoder_of(name: str) -> Encoder:
    return load_encoder(name)


def furnish(home: Path) -> Settings:
    """Write four articles and one file that cannot be read."""
    for subject in SUBJECTS[:4]:
        write(home / "corpus", f"pangan/{subject}.txt", prose(subject))
    write(home / "corpus", "rusak.pdf", "bukan pdf")
    return Settings(corpus=home / "corpus", index=home / "index")


def adds_up(report: IndexReport, listed: int) -> None:
    assert report.added + report.updated + report.unchanged == report.articles
    assert report.articles + len(report.refused) == listed


def stored(house: Settings) -> dict[str, str]:
    with closing(Catalog(open_generation(house.index).catalog)) as catalog:
        return {a.path: catalog.article(a.path).text for a in catalog.articles()}


def open_generation_anyhow(house: Settings) -> Path:
    return house.index / "generations" / current_generation(house.index)
