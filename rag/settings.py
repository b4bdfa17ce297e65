"""The settings, read once from ``RAG_*`` environment variables into one frozen value."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rag.errors import UsageError

HOME = Path(__file__).resolve().parent.parent
BUNDLED_MODEL = "kutip-id-static"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and which model embeds.

    ``model`` is ``kutip-id-static`` (bundled), a folder, or a sentence-transformers name.
    ``chroma`` is None for the embedded store. ``host`` and ``port`` are the web app's. ``llm`` is a language
    model as ``provider:model``, None for none; ``llm_url`` an OpenAI-compatible server's address, ``llm_key``
    what it wants to see; ``llm_seconds`` is how long a whole answer may take. ``passwords`` is the file of
    accounts, None where everybody who reaches the app may do everything; ``names`` are further names that the
    app is reached under, such as a proxy's.
    """

    corpus: Path = HOME / "corpus"
    index: Path = HOME / "index"
    model: str = BUNDLED_MODEL
    chroma: str | None = None
    host: str = "127.0.0.1"
    port: int = 7860
    llm: str | None = None
    llm_url: str | None = None
    llm_key: str | None = field(default=None, repr=False)
    llm_seconds: float = 60.0
    passwords: Path | None = None
    names: tuple[str, ...] = ()

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """Read ``RAG_CORPUS``, ``RAG_INDEX``, ``RAG_MODEL``, ``RAG_CHROMA``, ``RAG_HOST``, ``RAG_PORT``.

        And ``RAG_LLM``, ``RAG_LLM_URL``, ``RAG_LLM_KEY``, ``RAG_LLM_SECONDS``, ``RAG_PASSWORDS``,
        ``RAG_NAMES``. Raises UsageError for a port
        that is no number from 0 to 65535, or seconds that are no number above 0.
        """
        default = cls()
        port = environ.get("RAG_PORT", "").strip() or str(default.port)
        if not port.isdecimal() or int(port) > 65535:
            raise UsageError(
                f"RAG_PORT is {port!r}; expected a number from 0 to 65535",
                f"RAG_PORT berisi {port!r}; yang diharapkan angka 0 sampai 65535",
            )
        return cls(
            corpus=Path(environ.get("RAG_CORPUS") or default.corpus),
            index=Path(environ.get("RAG_INDEX") or default.index),
            model=environ.get("RAG_MODEL") or default.model,
            chroma=environ.get("RAG_CHROMA") or None,
            host=environ.get("RAG_HOST") or default.host,
            port=int(port),
            llm=environ.get("RAG_LLM") or None,
            llm_url=environ.get("RAG_LLM_URL") or None,
            llm_key=environ.get("RAG_LLM_KEY") or None,
            llm_seconds=_seconds(environ.get("RAG_LLM_SECONDS", "").strip() or str(default.llm_seconds)),
            passwords=Path(environ["RAG_PASSWORDS"]) if environ.get("RAG_PASSWORDS") else None,
            names=tuple(environ.get("RAG_NAMES", "").lower().replace(",", " ").split()),
        )


def _seconds(given: str) -> float:
    try:
        seconds = float(given)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 3600:
        raise UsageError(
            f"RAG_LLM_SECONDS is {given!r}; expected a number of seconds above 0, such as 60",
            f"RAG_LLM_SECONDS berisi {given!r}; yang diharapkan jumlah detik di atas 0, misalnya 60",
        )
    return seconds
