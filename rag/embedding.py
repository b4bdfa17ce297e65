"""Embedding: text in, unit vectors out, with the bundled model or any sentence-transformers one.

``load_encoder(name)`` is the only door. A static model (a table of word-piece vectors, such as
the bundled one) is read through model2vec in a tenth of a second, without torch; anything else
goes through sentence-transformers with its own prompts. Weights are read from safetensors only
and no code that comes with a model is run.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from rag.errors import ModelUnavailable
from rag.pieces import WordPieces
from rag.rendering import in_indonesian
from rag.settings import BUNDLED_MODEL, HOME

Vectors = NDArray[np.float32]

# A hub that does not answer within this many seconds counts as out of reach.
HUB_TIMEOUT = 5.0
# What a download may bring: no pickled weights, no Python files.
_HUB_FILES = ["*.json", "*.txt", "*.model", "*.safetensors"]
_HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]*(?:/[A-Za-z0-9][\w.-]*)?")
# Families trained with prefixes that their published configuration does not name.
_E5_NAME = re.compile(r"(?:^|[^a-z0-9])e5(?![a-z0-9])", re.IGNORECASE)
_E5_PROMPTS = {"query": "query: ", "passage": "passage: "}
_PASSAGE_PROMPTS = ("passage", "document", "corpus")
_DECIDING = {".safetensors", ".json", ".txt", ".model"}
# Files of up to this size are hashed whole; of larger ones, evenly spaced blocks.
_WHOLE = 64 << 20
_BLOCK, _BLOCKS = 1 << 16, 64


class Encoder(Protocol):
    """Turns texts into vectors of unit length; a text with nothing to encode becomes zeros.

    ``fingerprint`` changes when the weights do. ``max_words`` is about how many words fit the
    model at once (longer texts are encoded in windows), None where there is no limit.
    Encoding may be called from several threads.
    """

    @property
    def name(self) -> str: ...
    @property
    def dim(self) -> int: ...
    @property
    def fingerprint(self) -> str: ...
    @property
    def max_words(self) -> int | None: ...

    def encode_passages(self, texts: list[str]) -> Vectors:
        """Return one row for each text: float32, shape ``[len(texts), dim]``."""
        ...

    def encode_query(self, text: str) -> Vectors:
        """Return the vector of a query: float32, shape ``[dim]``."""
        ...


def load_encoder(name: str) -> Encoder:
    """Load the bundled model, a model folder, or a sentence-transformers name of the hub.

    A hub name is looked up on this machine first; only if it is not here is the hub asked,
    once and briefly. Raises ModelUnavailable, saying what to do.
    """
    folder = _folder_of(name)
    if not any(folder.rglob("*.safetensors")):
        raise _unavailable(name, "it has no safetensors weights", "tidak punya bobot safetensors")
    try:
        return _StaticEncoder(name, folder) if _is_static(folder) else _TransformerEncoder(name, folder)
    except Exception as error:  # the loaders raise whatever a broken file makes them raise
        cause = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        raise _unavailable(name, f"it cannot be read ({cause})", f"tidak terbaca ({cause})") from error


class _StaticEncoder:
    """A mean of word-piece vectors; it takes texts of any length, the whole of them.

    A model whose configuration says that it knows Indonesian alone is given English in Indonesian words.
    """

    max_words: int | None = None

    def __init__(self, name: str, folder: Path) -> None:
        from model2vec import StaticModel

        model = StaticModel.from_pretrained(folder, max_length=None)
        self.name = name
        self.fingerprint = _fingerprint(folder)
        self._table: Vectors = np.asarray(model.embedding, dtype=np.float32)
        if model.weights is not None:
            self._table = self._table * np.asarray(model.weights, dtype=np.float32)[:, None]
        self.dim = self._table.shape[1]
        if model.unk_token_id is not None:
            self._table[model.unk_token_id] = 0.0
        self._pieces = WordPieces(model.tokenizer)
        config = _read_json(folder, _ST_CONFIG)
        self._indonesian = config.get("language") == "id"
        self._query_prompt, self._passage_prompt = _prompts(name, config)

    def encode_passages(self, texts: list[str]) -> Vectors:
        return self._encode(texts, self._passage_prompt)

    def encode_query(self, text: str) -> Vectors:
        vector: Vectors = self._encode([text], self._query_prompt)[0]
        return vector

    def _encode(self, texts: list[str], prompt: str) -> Vectors:
        if self._indonesian:
            texts = list(map(in_indonesian, texts))
        prompted = [prompt + text if text.strip() else "" for text in texts]
        sums = np.zeros((len(texts), self.dim), np.float32)
        for row, ids in enumerate(self._pieces.of(prompted)):
            if ids:
                self._table.take(ids, axis=0).sum(axis=0, out=sums[row])
        return _unit(sums)


class _TransformerEncoder:
    """Any other sentence-transformers model.

    A text of more tokens than the model takes is halved at white space until each part fits;
    its vector is the mean of the parts' vectors, weighted by their tokens. So the last words of
    a passage count as its first do.
    """

    def __init__(self, name: str, folder: Path) -> None:
        # A waiting OpenMP thread that spins takes the core from the one that works: a query of
        # 10 ms took 504 ms beside a busy process, 13 ms with this. torch reads it when imported.
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()
        model = SentenceTransformer(
            str(folder),
            device="cpu",
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"use_safetensors": True},
        )
        self.name = name
        self.fingerprint = _fingerprint(folder)
        self.dim = int(model.get_embedding_dimension() or 0)
        self._model = model
        self._lock = threading.Lock()  # fast tokenizers keep their truncation as shared state
        self._query_prompt, self._passage_prompt = _prompts(name, {"prompts": model.prompts})
        limit = model.max_seq_length
        self._limit = int(limit) if limit and limit < 1_000_000 else None
        # Indonesian takes 1.3 to 1.8 tokens a word in multilingual vocabularies.
        self.max_words = int(self._room(self._passage_prompt) / 1.8) if self._limit else None

    def encode_passages(self, texts: list[str]) -> Vectors:
        return self._encode(texts, self._passage_prompt)

    def encode_query(self, text: str) -> Vectors:
        vector: Vectors = self._encode([text], self._query_prompt)[0]
        return vector

    def _encode(self, texts: list[str], prompt: str) -> Vectors:
        with self._lock:
            room = self._room(prompt) if self._limit else None
            owners: list[int] = []
            windows: list[str] = []
            for row, text in enumerate(texts):
                parts = _windows(text, room, self._tokens) if room and text.strip() else [text]
                owners += [row] * len(parts)
                windows += parts
            sums = np.zeros((len(texts), self.dim), np.float32)
            if windows:
                vectors = self._model.encode(
                    windows, prompt=prompt, normalize_embeddings=True, show_progress_bar=False, batch_size=32
                )
                for row, window, vector in zip(owners, windows, vectors, strict=True):
                    if window.strip():
                        sums[row] += np.asarray(vector, np.float32) * max(1, self._tokens(window))
            return _unit(sums)

    def _room(self, prompt: str) -> int:
        """Return how many tokens of text fit beside the prompt and the special tokens."""
        assert self._limit is not None
        special = int(self._model.tokenizer.num_special_tokens_to_add())
        return max(1, self._limit - special - self._tokens(prompt))

    def _tokens(self, text: str) -> int:
        encoded = self._model.tokenizer(text, add_special_tokens=False, truncation=False, verbose=False)
        return len(encoded["input_ids"])


def _windows(text: str, room: int, count: Callable[[str], int]) -> list[str]:
    """Halve ``text`` at the white space nearest its middle until each part fits ``room`` tokens."""
    if len(text) < 2 or count(text) <= room:
        return [text]
    middle = len(text) // 2
    spaces = [m.start() for m in re.finditer(r"\s+", text) if m.start() > 0 and m.end() < len(text)]
    cut = min(spaces, key=lambda at: abs(at - middle), default=middle)
    return _windows(text[:cut], room, count) + _windows(text[cut:], room, count)


def _unit(rows: Vectors) -> Vectors:
    """Scale each row to length 1; rows of zeros stay so."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Vectors = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return scaled


_ST_CONFIG = "config_sentence_transformers.json"


def _read_json(folder: Path, name: str) -> Any:
    path = folder / name
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _is_static(folder: Path) -> bool:
    """Say whether the folder holds nothing but a table of vectors (and perhaps a normalisation)."""
    modules = _read_json(folder, "modules.json")
    if modules:
        kinds = [str(m.get("type", "")).rsplit(".", 1)[-1] for m in modules]
        return kinds[0] == "StaticEmbedding" and set(kinds[1:]) <= {"Normalize"}
    return bool(_read_json(folder, "config.json").get("model_type") == "model2vec")


def _prompts(name: str, config: dict[str, Any]) -> tuple[str, str]:
    """Return what the model wants before a query and before a passage."""
    prompts = {key: text for key, text in (config.get("prompts") or {}).items() if text}
    if not prompts and _E5_NAME.search(Path(name).name):
        prompts = _E5_PROMPTS
    passage = next((prompts[key] for key in _PASSAGE_PROMPTS if key in prompts), "")
    return prompts.get("query", ""), passage


def _folder_of(name: str) -> Path:
    """Return the folder of a model that is on this machine, downloading a hub model once."""
    if name == BUNDLED_MODEL:
        folder = HOME / "models" / BUNDLED_MODEL
        if not folder.is_dir():
            raise _unavailable(name, f"{folder} is missing", f"{folder} tidak ada")
        return folder
    folder = Path(name).expanduser()
    if folder.is_dir():
        return folder
    if not _HUB_NAME.fullmatch(name) or Path(name).suffix in {".safetensors", ".bin"}:
        raise _unavailable(name, "there is no such folder", "folder itu tidak ada")
    return _hub_folder(name)


def _hub_folder(name: str) -> Path:
    """Find a hub model in the cache, else download it if the hub answers."""
    from huggingface_hub import HfApi, snapshot_download
    from huggingface_hub.errors import LocalEntryNotFoundError

    try:
        cached = Path(snapshot_download(name, local_files_only=True, allow_patterns=_HUB_FILES))
        if any(cached.rglob("*.safetensors")):
            return cached
    except (LocalEntryNotFoundError, OSError):
        pass
    try:
        HfApi().model_info(name, timeout=HUB_TIMEOUT)  # an unreachable hub costs seconds, not minutes
        return Path(snapshot_download(name, allow_patterns=_HUB_FILES, etag_timeout=HUB_TIMEOUT))
    except Exception as error:  # network stacks, proxies and blockers raise their own kinds
        cause = type(error).__name__
        raise _unavailable(
            name,
            f"it is not on this machine and the model hub gave none ({cause})",
            f"tidak ada di komputer ini dan tidak dapat diunduh ({cause})",
        ) from error


def _unavailable(name: str, english: str, indonesian: str) -> ModelUnavailable:
    return ModelUnavailable(
        f"embedding model {name!r}: {english}; set RAG_MODEL to {BUNDLED_MODEL!r}, to the folder of a "
        "sentence-transformers model, or to a hub model while the network is up",
        f"model embedding {name!r}: {indonesian}; isi RAG_MODEL dengan {BUNDLED_MODEL!r}, folder model "
        "sentence-transformers, atau model hub selagi jaringan tersambung",
    )


def _fingerprint(folder: Path) -> str:
    """Hash what decides the vectors: weights, tokenizer, configuration."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.suffix in _DECIDING):
        size = path.stat().st_size
        digest.update(f"{path.relative_to(folder).as_posix()}\0{size}\0".encode())
        with path.open("rb") as file:
            if size <= _WHOLE:
                digest.update(file.read())
                continue
            for block in range(_BLOCKS):
                file.seek((size - _BLOCK) * block // (_BLOCKS - 1))
                digest.update(file.read(_BLOCK))
    return digest.hexdigest()[:16]
