"""Train the bundled Indonesian embedding model from scratch: ``python models/train.py DATA``.

Two cores and no GPU suffice. DATA holds ``wiki_paragraphs.jsonl.xz``, ``idk_mrc/`` and
``indonli/``; FacQA, the yardstick for news, is never read.

The model is a table with one vector for each word piece; a text's vector is the mean of its
pieces' vectors. It learns by telling passages of one batch apart, from pairs of

- a cut of a sentence and its paragraph without that sentence (inverse cloze),
- an article's title and one of its paragraphs,
- an IDK-MRC question and the passage that answers it,
- an IndoNLI hypothesis and the premise that entails it.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import queue
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import numpy as np
import torch
import torch.nn.functional as functional
from numpy.typing import NDArray
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

TARGET = Path(__file__).resolve().parent / "kutip-id-static"
_SENTENCE_END = re.compile(r'(?<=[.!?])["”)\]]*\s+(?=["“(\[]?[A-Z0-9])')

Ids = NDArray[np.int64]
Batch = tuple[list[Ids], list[Ids]]


@dataclass(frozen=True)
class Recipe:
    """What is tuned. Figures: models/README.md."""

    vocabulary: int = 36_000
    dim: int = 256
    nested: tuple[int, ...] = (256, 128)
    batch: int = 1024
    steps: int = 3500
    rate: float = 0.06
    warm_up: float = 0.1
    scale: float = 20.0
    cut_words: tuple[int, int] = (4, 16)
    keep_sentence: float = 0.1
    passage_pieces: int = 200
    titles: float = 0.15
    questions: float = 0.05
    entailments: float = 0.02
    seed: int = 0


def normalizer() -> normalizers.Normalizer:
    """Lower case without accents; everything but a-z and 0-9 parts words; 3.000 is 3000.

    So no character is unknown to the vocabulary, and all readers of the model agree.
    """
    return normalizers.Sequence(
        [
            normalizers.NFKD(),
            normalizers.StripAccents(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex(r"(?<=\d)[.,](?=\d)"), ""),
            normalizers.Replace(Regex(r"[^a-z0-9]+"), " "),
        ]
    )


def train_tokenizer(texts: Iterable[str], size: int) -> Tokenizer:
    """Learn a WordPiece vocabulary."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]", max_input_chars_per_word=64))
    tokenizer.normalizer = normalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    trainer = trainers.WordPieceTrainer(
        vocab_size=size,
        special_tokens=["[UNK]"],
        initial_alphabet=list("abcdefghijklmnopqrstuvwxyz0123456789"),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


class Ragged:
    """Many lists of piece ids in one array."""

    def __init__(self, tokenizer: Tokenizer, texts: list[str]) -> None:
        flat, lengths = [], []
        for i in range(0, len(texts), 20_000):
            part = tokenizer.encode_batch_fast(texts[i : i + 20_000], add_special_tokens=False)
            rows = [encoding.ids for encoding in part]
            lengths += [len(row) for row in rows]
            flat.append(np.fromiter((piece for row in rows for piece in row), np.uint16))
        self.flat = np.concatenate(flat)
        self.starts = np.concatenate([[0], np.cumsum(lengths)])

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, i: int) -> Ids:
        return self.span(i, i + 1)

    def span(self, i: int, j: int) -> Ids:
        """Return lists ``i`` to ``j - 1`` in a row."""
        return self.flat[self.starts[i] : self.starts[j]].astype(np.int64)


class Paragraphs:
    """Wikipedia paragraphs as sentences of pieces; makes cloze and title pairs."""

    def __init__(self, tokenizer: Tokenizer, rows: list[tuple[str, str]], recipe: Recipe) -> None:
        sentences: list[str] = []
        first = [0]
        for _, text in rows:
            sentences += [s for s in _SENTENCE_END.split(text) if s.strip()]
            first.append(len(sentences))
        numbers: dict[str, int] = {}
        self.recipe = recipe
        self.article = np.array([numbers.setdefault(title, len(numbers)) for title, _ in rows])
        self.sentences = Ragged(tokenizer, sentences)
        self.titles = Ragged(tokenizer, [title for title, _ in rows])
        self.first = np.array(first)
        pieces = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
        self.starts_word = np.array([not piece.startswith("##") for piece, _ in pieces])
        length = np.diff(self.sentences.starts[self.first])
        self.long = np.flatnonzero(length >= 15)
        self.several = np.flatnonzero((np.diff(self.first) >= 2) & (length >= 20))

    def passage(self, p: int) -> Ids:
        return self.sentences.span(self.first[p], self.first[p + 1])[: self.recipe.passage_pieces]

    def cut(self, sentence: Ids, rng: np.random.Generator) -> Ids:
        """Return a run of whole words of a sentence."""
        words = np.flatnonzero(self.starts_word[sentence])
        fewest, most = self.recipe.cut_words
        size = int(rng.integers(fewest, most + 1))
        begin = int(rng.integers(0, max(1, len(words) - size + 1)))
        ends = [*words.tolist(), len(sentence)]
        return sentence[ends[begin] : ends[min(begin + size, len(words))]]

    def cloze(self, p: int, rng: np.random.Generator) -> tuple[Ids, Ids]:
        low, high = int(self.first[p]), int(self.first[p + 1])
        for _ in range(4):
            s = int(rng.integers(low, high))
            if self.starts_word[self.sentences[s]].sum() >= self.recipe.cut_words[0]:
                break
        query = self.cut(self.sentences[s], rng)
        if rng.random() < self.recipe.keep_sentence:
            return query, self.passage(p)
        rest = np.concatenate([self.sentences.span(low, s), self.sentences.span(s + 1, high)])
        return query, rest[: self.recipe.passage_pieces]

    def cloze_batch(self, rng: np.random.Generator, order: Iterator[int]) -> Batch:
        pairs = [self.cloze(next(order), rng) for _ in range(self.recipe.batch)]
        pairs = [(query, passage) for query, passage in pairs if len(query) and len(passage)]
        return [q for q, _ in pairs], [p for _, p in pairs]

    def title_batch(self, rng: np.random.Generator) -> Batch:
        chosen = rng.choice(self.long, self.recipe.batch, replace=False)
        _, one_each = np.unique(self.article[chosen], return_index=True)
        return [self.titles[p] for p in chosen[one_each]], [self.passage(p) for p in chosen[one_each]]


class Pairs:
    """A small set of pairs; a batch holds each right-hand text once."""

    def __init__(self, tokenizer: Tokenizer, pairs: list[tuple[str, str]], batch: int) -> None:
        numbers: dict[str, int] = {}
        self.owner = np.array([numbers.setdefault(right, len(numbers)) for _, right in pairs])
        self.left = Ragged(tokenizer, [left for left, _ in pairs])
        self.right = Ragged(tokenizer, [right for _, right in pairs])
        self.batch = batch

    def __call__(self, rng: np.random.Generator) -> Batch:
        shuffled = rng.permutation(len(self.left))
        _, one_each = np.unique(self.owner[shuffled], return_index=True)
        chosen = shuffled[rng.permutation(one_each)[: self.batch]]
        return [self.left[i] for i in chosen], [self.right[i] for i in chosen]


def read_wikipedia(data: Path) -> list[tuple[str, str]]:
    with lzma.open(data / "wiki_paragraphs.jsonl.xz", "rt", encoding="utf-8") as file:
        return [(row["title"], row["text"]) for row in map(json.loads, file)]


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def read_questions(data: Path) -> list[tuple[str, str]]:
    """Return the answerable training questions of IDK-MRC with their passages."""
    passages = {row["_id"]: row["text"] for row in read_jsonl(data / "idk_mrc" / "corpus.jsonl")}
    rows = read_jsonl(data / "idk_mrc" / "queries.train.jsonl")
    return [(row["text"], passages[row["context_id"]]) for row in rows if row["answerable"]]


def read_entailments(data: Path) -> list[tuple[str, str]]:
    rows = read_jsonl(data / "indonli" / "train.jsonl")
    return [(row["b"], row["a"]) for row in rows if row["label"] == "e"]


def endless(items: NDArray[np.int64], rng: np.random.Generator) -> Iterator[int]:
    """Go through the items in a new order each time."""
    while True:
        yield from rng.permutation(items).tolist()


def packed(rows: list[Ids]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return what an EmbeddingBag takes: all ids in a row, and where each list starts."""
    starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
    return torch.from_numpy(np.concatenate(rows)), torch.from_numpy(starts)


def contrast(queries: torch.Tensor, passages: torch.Tensor, recipe: Recipe) -> torch.Tensor:
    """Return the symmetric in-batch loss, averaged over the nested dimensions."""
    right = torch.arange(len(queries))
    losses = []
    for dim in recipe.nested:
        left = functional.normalize(queries[:, :dim], dim=1)
        cosines = recipe.scale * left @ functional.normalize(passages[:, :dim], dim=1).T
        losses += [functional.cross_entropy(cosines, right), functional.cross_entropy(cosines.T, right)]
    return torch.stack(losses).mean()


def learn(bag: torch.nn.EmbeddingBag, batches: Callable[[], Batch], recipe: Recipe) -> None:
    """Fit the table; batches are made in a second thread."""
    ready: queue.Queue[tuple[Any, Any]] = queue.Queue(8)

    def feed() -> None:
        for _ in range(recipe.steps):
            left, right = batches()
            ready.put((packed(left), packed(right)))

    threading.Thread(target=feed, daemon=True).start()
    optimizer = torch.optim.Adam(bag.parameters(), lr=recipe.rate, fused=True)
    began, running = time.monotonic(), 0.0
    for step in range(recipe.steps):
        rising = (step + 1) / (recipe.warm_up * recipe.steps)
        falling = (recipe.steps - step) / ((1 - recipe.warm_up) * recipe.steps)
        optimizer.param_groups[0]["lr"] = recipe.rate * min(1.0, rising, falling)
        left, right = ready.get()
        loss = contrast(bag(*left), bag(*right), recipe)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        running = loss.item() if step == 0 else 0.98 * running + 0.02 * loss.item()
        if step % 250 == 0 or step == recipe.steps - 1:
            print(f"step {step:5} loss {running:.3f} {time.monotonic() - began:5.0f} s", flush=True)


def train(data: Path, recipe: Recipe) -> tuple[Tokenizer, torch.Tensor]:
    """Return the tokenizer and the table of vectors."""
    rng = np.random.default_rng(recipe.seed)
    torch.manual_seed(recipe.seed)
    rows = read_wikipedia(data)
    tokenizer = train_tokenizer((text for _, text in rows), recipe.vocabulary)
    wikipedia = Paragraphs(tokenizer, rows, recipe)
    questions = Pairs(tokenizer, read_questions(data), recipe.batch)
    entailments = Pairs(tokenizer, read_entailments(data), recipe.batch)
    order = endless(wikipedia.several, rng)
    del rows

    def batches() -> Batch:
        die = rng.random()
        if die < recipe.titles:
            return wikipedia.title_batch(rng)
        if die < recipe.titles + recipe.questions:
            return questions(rng)
        if die < recipe.titles + recipe.questions + recipe.entailments:
            return entailments(rng)
        return wikipedia.cloze_batch(rng, order)

    bag = torch.nn.EmbeddingBag(tokenizer.get_vocab_size(), recipe.dim, mode="mean")
    learn(bag, batches, recipe)
    return tokenizer, bag.weight.detach()


def save(tokenizer: Tokenizer, table: torch.Tensor, folder: Path) -> None:
    """Save as sentence-transformers does, in half precision; an unknown piece weighs nothing."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    table = table.clone()
    table[tokenizer.token_to_id("[UNK]")] = 0.0
    module = StaticEmbedding(tokenizer, embedding_weights=table.half())
    SentenceTransformer(modules=[module], device="cpu").save_pretrained(str(folder), create_model_card=False)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    config = folder / "config_sentence_transformers.json"
    told = {**json.loads(config.read_text(encoding="utf-8")), "language": "id"}  # English is rendered for it
    config.write_text(json.dumps(told, indent=2, sort_keys=True), encoding="utf-8")
    for path in folder.iterdir():
        path.chmod(0o644)


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the bundled Indonesian embedding model.")
    parser.add_argument("data", type=Path, help="folder with wiki_paragraphs.jsonl.xz, idk_mrc/, indonli/")
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--steps", type=int, default=Recipe.steps)
    args = parser.parse_args()
    save(*train(args.data, Recipe(steps=args.steps)), args.out)


if __name__ == "__main__":
    main()
