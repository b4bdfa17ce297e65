"""The house's own rules: imports go downwards, heavy ones stay at the edges and out of start-up."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RAG = ROOT / "rag"

FLOORS = {
    0: ["documents", "errors", "settings", "__init__"],
    1: [
        "words", "pieces", "lemmas", "morphology", "glossary", "spoken", "sentences", "statements", "spans",
        "terms", "asked", "relations", "asked_speaker", "untold", "described", "precedence",
        "question", "judge", "telling", "matching", "features", "evidence",
        "candidate", "before_after", "in_order", "long_form", "of_another", "fit", "holders", "voice",
        "of_another_sort", "counted", "whose",
        "defining", "sought", "dated", "named", "competing", "short_answer", "byline", "disagreement",
        "duplicates", "fusion", "passages", "repair", "clean", "boilerplate", "captions", "metadata",
        "headline", "masthead", "signed", "sections", "furniture",
        "outlets", "calendar_names",
        "dates", "decoding", "frontmatter", "markup", "views", "pace", "rows", "scratch", "storage",
        "manifest", "placing",
        "speech", "quotes", "claimed_offices", "people",
        "numerals", "wording", "align", "quotation", "transcript", "surroundings", "verdict", "finding",
        "splice", "sources", "reversal", "conflicts", "paraphrase", "claims", "excerpt", "negation",
        "questioning", "verdict_names", "verdict_words", "unmarked", "laid_out", "without_marks",
        "report",
        "prompts", "rendering", "written", "amounts", "bound", "reserve", "deeds",
        "cut_short", "exchanged", "in_full", "grounds", "carried", "mouths", "leash",
        "followup", "instead", "talk", "topics", "admission", "logs", "serialized", "strangers", "memory",
    ],
    2: ["corpus", "formats", "embedding", "vectors", "lexical", "catalog", "generations", "locking", "llm",
         "passwords"],
    3: ["alike", "retrieve", "answer", "phrasing", "check", "drafts", "chain", "reading", "readers", "writer",
         "survey", "sessions"],
    4: ["index", "verify", "archive", "live", "backup", "restore"],
    5: [
        "ui", "guard", "gate", "login", "pages", "health", "api", "server", "printing", "drafting",
        "keeping", "enrolling", "evaluation", "evaluating", "__main__",
    ],
}  # fmt: skip
FLOOR_OF = {room: floor for floor, rooms in FLOORS.items() for room in rooms}
# The only rooms that may import each heavy library.
EDGES = {
    "chromadb": {"vectors"},
    "tantivy": {"lexical"},
    "sqlite3": {"catalog"},
    "sentence_transformers": {"embedding"},
    "model2vec": {"embedding"},
    "torch": {"embedding"},
    "trafilatura": {"formats"},
    "pypdf": {"formats"},
    "docx": {"formats"},
    "langchain_core": {"chain"},
    "langchain": {"llm"},
    "gradio": {"ui", "server"},
    "fastapi": {"server"},
}
HEAVY = {
    "chromadb",
    "torch",
    "sentence_transformers",
    "transformers",
    "gradio",
    "langchain_core",
    "trafilatura",
}


def room_of(file: Path) -> str:
    """Return the room a file of the package belongs to: its name, or its folder's."""
    return file.relative_to(RAG).parts[0].removesuffix(".py")


def imports_of(file: Path) -> list[str]:
    """Return the dotted names that a file imports, anywhere in it."""
    found: list[str] = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found += (
                [f"{node.module}.{alias.name}" for alias in node.names]
                if node.module == "rag"
                else [node.module]
            )
    return found


FILES = sorted(RAG.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(RAG)))
def test_imports_go_downwards(file: Path) -> None:
    room = room_of(file)
    assert room in FLOOR_OF, f"{room} has no floor: add it to FLOORS"
    for name in imports_of(file):
        parts = name.split(".")
        if parts[0] != "rag" or len(parts) < 2 or parts[1] == room:
            continue
        target = parts[1]
        if target in FLOOR_OF:
            limit = FLOOR_OF[room]
            assert FLOOR_OF[target] <= limit, f"{room} (floor {limit}) imports {target} above it"
            if limit == 2:
                assert FLOOR_OF[target] < 2 or {room, target} == {"corpus", "formats"}, (
                    f"edge {room} imports edge {target}"
                )


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(RAG)))
def test_heavy_libraries_stay_at_their_edge(file: Path) -> None:
    room = room_of(file)
    for name in imports_of(file):
        allowed = EDGES.get(name.split(".")[0])
        assert allowed is None or room in allowed, f"{room} imports {name}; only {sorted(allowed or ())} may"


def loop_in(graph: dict[str, set[str]]) -> list[str] | None:
    """Return the rooms of one loop, the first of them named again at the end; None where there is none."""
    done: set[str] = set()

    def visit(room: str, path: list[str]) -> list[str] | None:
        if room in path:
            return [*path[path.index(room) :], room]
        if room in done:
            return None
        done.add(room)
        others = sorted(graph.get(room, set()) - {room})
        return next((loop for other in others if (loop := visit(other, [*path, room]))), None)

    return next((loop for room in sorted(graph) if (loop := visit(room, []))), None)


def rooms_imported() -> dict[str, set[str]]:
    """Return the rooms that each room imports; a room that is a folder is all of its files together."""
    graph: dict[str, set[str]] = {}
    for file in FILES:
        parts = (name.split(".") for name in imports_of(file) if name.startswith("rag."))
        graph.setdefault(room_of(file), set()).update(p[1] for p in parts if p[1] in FLOOR_OF)
    return graph


def test_no_room_is_a_loop() -> None:
    assert loop_in(rooms_imported()) is None


def test_a_loop_through_a_folder_is_seen() -> None:
    graph = rooms_imported()
    folders = {room_of(file) for file in FILES if file.parent != RAG}
    assert folders <= graph.keys()
    assert "speech" in graph["quotes"]
    graph["speech"].add("quotes")
    assert "speech" in (loop_in(graph) or [])


def test_the_command_line_starts_without_heavy_libraries() -> None:
    code = f"import rag.__main__, rag.archive, rag.index, sys; print(*({HEAVY!r} & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == ""


def test_a_check_loads_nothing_that_reads_drafts_and_articles() -> None:
    unwanted = {"rag.drafts", "rag.readers", "rag.quotes", "rag.formats"}
    code = f"import rag.__main__, rag.archive, sys; print(*({unwanted!r} & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == ""


def test_files_are_one_idea_long() -> None:
    long = {str(f.relative_to(ROOT)): n for f in FILES if (n := len(f.read_text().splitlines())) > 400}
    assert long == {}
