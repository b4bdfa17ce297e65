"""Encoders: the bundled model both ways it can be read, and a transformer made on the spot."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag import embedding
from rag.embedding import Encoder, load_encoder
from rag.errors import ModelUnavailable
from rag.settings import BUNDLED_MODEL, HOME

FOLDER = HOME / "models" / BUNDLED_MODEL
LIMIT = 16  # tokens that the tiny transformer takes
TEXTS = [
    "Siapa presiden Indonesia?",
    "Pedagang di Tanah Abang menjual 3.000 baju.",
    "Café Zażółć 日本 №5",
    "a " * 3000,
]


@pytest.fixture(scope="module")
def bundled() -> Encoder:
    return load_encoder(BUNDLED_MODEL)


@pytest.fixture(scope="module")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a BERT with random weights, prompts and a small limit, as sentence-transformers saves it."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    home = tmp_path_factory.mktemp("tiny")
    characters = "abcdefghijklmnopqrstuvwxyz0123456789"
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ":", *characters]
    pieces += [f"##{c}" for c in characters] + ["query", "passage", "kata", "tanya"]
    (home / "vocab.txt").write_text("\n".join(pieces), encoding="utf-8")
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=37,
    )
    BertModel(config).save_pretrained(home / "bert")
    BertTokenizerFast(vocab=str(home / "vocab.txt")).save_pretrained(home / "bert")
    transformer = Transformer(str(home / "bert"), max_seq_length=LIMIT)
    model = SentenceTransformer(
        modules=[transformer, Pooling(32)],
        prompts={"query": "query: ", "passage": "passage: "},
        device="cpu",
    )
    model.save_pretrained(str(home / "model"), create_model_card=False)
    return home / "model"


@pytest.fixture(scope="module")
def tiny(tiny_folder: Path) -> Encoder:
    return load_encoder(str(tiny_folder))


@pytest.fixture(params=["bundled", "tiny"])
def encoder(request: pytest.FixtureRequest) -> Encoder:
    found: Encoder = request.getfixturevalue(request.param)
    return found


def test_vectors_are_unit_rows_of_float32(encoder: Encoder) -> None:
    rows = encoder.encode_passages(TEXTS)
    assert rows.dtype == np.float32
    assert rows.shape == (len(TEXTS), encoder.dim)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=1e-5)
    query = encoder.encode_query(TEXTS[0])
    assert query.shape == (encoder.dim,)
    assert query.dtype == np.float32


def test_nothing_to_encode_is_zeros(encoder: Encoder) -> None:
    assert not encoder.encode_passages(["", " \n\t"]).any()
    assert not encoder.encode_query("").any()
    assert encoder.encode_passages([]).shape == (0, encoder.dim)


def test_the_same_text_gives_the_same_vector(encoder: Encoder) -> None:
    alone = np.stack([encoder.encode_passages([t])[0] for t in TEXTS])
    assert alone == pytest.approx(encoder.encode_passages(TEXTS), abs=1e-5)
    assert (encoder.encode_passages(TEXTS) == encoder.encode_passages(TEXTS)).all()


def test_the_last_words_of_a_long_passage_count(encoder: Encoder) -> None:
    start = "kata " * 1500
    ends = encoder.encode_passages([start + "tanya " * 300, start + "kata " * 300, start])
    assert ends[0] @ ends[1] < 0.9999
    assert ends[1] @ ends[2] > ends[0] @ ends[2]


def test_threads_may_encode_at_once(encoder: Encoder) -> None:
    expected = encoder.encode_passages(TEXTS[:3])
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: encoder.encode_passages(TEXTS[:3]), range(24)))
    assert all(result == pytest.approx(expected, abs=1e-5) for result in results)


def test_the_bundled_model_is_as_promised(bundled: Encoder) -> None:
    assert (bundled.name, bundled.dim, bundled.max_words) == (BUNDLED_MODEL, 256, None)
    assert sum(f.stat().st_size for f in FOLDER.rglob("*")) <= 20_000_000
    assert {f.suffix for f in FOLDER.rglob("*")} <= {".safetensors", ".json", ".md"}
    assert bundled.fingerprint == load_encoder(str(FOLDER)).fingerprint != ""


def test_sentence_transformers_and_model2vec_read_the_same_vectors(bundled: Encoder) -> None:
    from model2vec import StaticModel
    from sentence_transformers import SentenceTransformer

    texts = [*TEXTS, "", "x" * 100]
    ours = bundled.encode_passages(texts)
    model = SentenceTransformer(str(FOLDER), device="cpu", local_files_only=True)
    static = StaticModel.from_pretrained(FOLDER, max_length=None)
    for theirs in (model.encode(texts), static.encode(texts)):
        rows = theirs.astype(np.float32)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        assert rows / np.maximum(lengths, 1e-9) == pytest.approx(ours, abs=2e-3)


def test_meaning_is_nearer_than_chance(bundled: Encoder) -> None:
    query = bundled.encode_query("Siapa yang memimpin negara itu?")
    texts = ["Presiden adalah kepala negara.", "Resep sambal dengan cabai dan terasi."]
    near, far = bundled.encode_passages(texts)
    assert query @ near > query @ far + 0.1


def test_english_is_read_in_indonesian_words(bundled: Encoder) -> None:
    query = bundled.encode_query("Kapan pengeboran sumur panas bumi dimulai?")
    near, far = bundled.encode_passages(
        [
            "Drilling of the first geothermal wells is scheduled for January.",
            "The festival of the fishing villages was opened by the governor.",
        ]
    )
    assert query @ near > query @ far + 0.3


def test_a_model_that_says_nothing_of_its_language_gets_the_text_as_it_is(
    bundled: Encoder, tmp_path: Path
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(FOLDER, folder)
    config = folder / "config_sentence_transformers.json"
    told = json.loads(config.read_text(encoding="utf-8"))
    assert told.pop("language") == "id"
    config.write_text(json.dumps(told), encoding="utf-8")
    other = load_encoder(str(folder))
    english, indonesian = "The wells will be drilled in January.", "Sumur itu akan dibor pada Januari."
    ours, theirs = (e.encode_passages([english, indonesian]) for e in (bundled, other))
    assert ours[0] @ theirs[0] < 0.9
    assert ours[1] == pytest.approx(theirs[1], abs=1e-6)
    assert other.fingerprint != bundled.fingerprint


@given(st.text(max_size=200))
def test_any_text_can_be_encoded(text: str) -> None:
    vector = load_once().encode_query(text)
    assert np.isfinite(vector).all()
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-5) or not vector.any()


def load_once() -> Encoder:
    global _ENCODER
    if _ENCODER is None:
        _ENCODER = load_encoder(BUNDLED_MODEL)
    return _ENCODER


_ENCODER: Encoder | None = None


def test_the_bundled_model_needs_no_torch() -> None:
    code = (
        "import sys; from rag.embedding import load_encoder; "
        f"load_encoder({BUNDLED_MODEL!r}).encode_passages(['satu dua'] * 20000); "
        "print([m for m in ('torch', 'sentence_transformers', 'transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_prompts_of_the_model_are_used(tiny: Encoder) -> None:
    assert tiny.encode_query("kata") @ tiny.encode_passages(["kata"])[0] < 0.9999


def test_e5_gets_its_prompts_though_its_configuration_names_none(tiny_folder: Path, tiny: Encoder) -> None:
    plain = tiny_folder.parent / "multilingual-e5-tiny"
    if not plain.exists():
        import shutil

        shutil.copytree(tiny_folder, plain)
        config = json.loads((plain / "config_sentence_transformers.json").read_text(encoding="utf-8"))
        config["prompts"] = {"query": "", "document": ""}
        (plain / "config_sentence_transformers.json").write_text(json.dumps(config), encoding="utf-8")
    e5 = load_encoder(str(plain))
    assert e5.encode_query("kata") == pytest.approx(tiny.encode_query("kata"), abs=1e-5)
    assert e5.encode_passages(["kata"]) == pytest.approx(tiny.encode_passages(["kata"]), abs=1e-5)
    assert e5.fingerprint != tiny.fingerprint


def test_a_text_that_fits_is_one_window_as_sentence_transformers_encodes_it(
    tiny: Encoder, tiny_folder: Path
) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(tiny_folder), device="cpu", local_files_only=True)
    theirs = model.encode("kata tanya", prompt="passage: ", normalize_embeddings=True)
    assert tiny.encode_passages(["kata tanya"])[0] == pytest.approx(theirs, abs=1e-5)
    assert tiny.max_words is not None
    assert 1 <= tiny.max_words < LIMIT


@given(st.text(alphabet="ab \n", max_size=120), st.integers(1, 9))
def test_windows_lose_nothing_and_fit(text: str, room: int) -> None:
    def count(part: str) -> int:
        return len(part.split())

    windows = embedding._windows(text, room, count)
    assert "".join(windows) == text
    assert all(count(w) <= room for w in windows)


def test_a_word_longer_than_the_model_is_cut(tiny: Encoder) -> None:
    assert embedding._windows("x" * 100, 10, len) == [w for w in embedding._windows("x" * 100, 10, len) if w]
    assert np.linalg.norm(tiny.encode_passages(["x" * 90])[0]) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("name", ["/no/such/folder", "./nowhere", "bukan model", "a/b/c"])
def test_a_missing_folder_says_what_to_do(name: str) -> None:
    with pytest.raises(ModelUnavailable) as caught:
        load_encoder(name)
    for line in (caught.value.english, caught.value.indonesian):
        assert name in line
        assert "RAG_MODEL" in line
        assert BUNDLED_MODEL in line
        assert "\n" not in line


@pytest.mark.disable_socket
def test_a_hub_model_out_of_reach_fails_quickly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    began = time.monotonic()
    with pytest.raises(ModelUnavailable, match="kutip-test/not-here") as caught:
        load_encoder("kutip-test/not-here")
    assert time.monotonic() - began < 10
    assert "tidak dapat diunduh" in caught.value.indonesian


@pytest.mark.figure("S8")
def test_weights_other_than_safetensors_are_refused(tmp_path: Path) -> None:
    (tmp_path / "pytorch_model.bin").write_bytes(b"\x80\x04.")
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelUnavailable, match="safetensors"):
        load_encoder(str(tmp_path))


def test_a_broken_model_is_unavailable_not_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"no tensors here")
    (tmp_path / "modules.json").write_text('[{"type": "x.StaticEmbedding"}]', encoding="utf-8")
    with pytest.raises(ModelUnavailable, match="cannot be read"):
        load_encoder(str(tmp_path))
    assert threading.active_count() < 50
