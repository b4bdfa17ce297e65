"""The command line: ``python -m rag COMMAND``. Exits 0, 1 on an error to act on, 2 on wrong usage."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from rag.documents import Answer, Filters, Hit, IndexReport, Progress
from rag.errors import KutipError, UsageError
from rag.settings import Settings
from rag.views import Json, answer_json, article_json, hits_json, report_json

EPILOG = """\
examples:
  python -m rag index
  python -m rag ask "Siapa yang memimpin Project S?"
  python -m rag search "produk impor" -k 5 --outlet kumparan --json
  python -m rag ask --batch questions.jsonl > answers.jsonl
"""


_LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


def parser() -> argparse.ArgumentParser:
    """Describe every command and its options."""
    top = argparse.ArgumentParser(
        prog="python -m rag",
        description="Kutip: cited answers from a news archive.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    everywhere = argparse.ArgumentParser(add_help=False)
    everywhere.add_argument("--corpus", type=Path, metavar="DIR", help="folder of articles (default corpus/)")
    everywhere.add_argument("--index", type=Path, metavar="DIR", help="folder of indexes (default index/)")
    everywhere.add_argument("--json", action="store_true", help="print one JSON object")

    filters = argparse.ArgumentParser(add_help=False)
    filters.add_argument("--outlet", help="only articles of this outlet")
    filters.add_argument("--since", metavar="DATE", help="only published on or after (YYYY-MM-DD)")
    filters.add_argument("--until", metavar="DATE", help="only published on or before (YYYY-MM-DD)")
    filters.add_argument(
        "--batch", type=Path, metavar="FILE.jsonl", help="one JSON object a line, in and out"
    )

    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    index = commands.add_parser("index", parents=[everywhere], help="build or refresh the index")
    index.add_argument("--full", action="store_true", help="rebuild everything")
    article = commands.add_parser("article", parents=[everywhere], help="show an article as stored")
    article.add_argument("path", metavar="PATH", help="its path in the corpus folder")
    ask = commands.add_parser("ask", parents=[everywhere, filters], help="answer a question with citations")
    ask.add_argument("question", nargs="?", metavar="QUESTION")
    search = commands.add_parser("search", parents=[everywhere, filters], help="find passages")
    search.add_argument("query", nargs="?", metavar="QUERY")
    search.add_argument("-k", type=int, default=10, metavar="N", help="how many passages (default 10)")
    commands.add_parser("verify", parents=[everywhere], help="compare articles, passages, vectors and words")
    return top


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the environment's settings with the folders of the command line."""
    settings = Settings.from_environment()
    if options.corpus:
        settings = replace(settings, corpus=options.corpus)
    if options.index:
        settings = replace(settings, index=options.index)
    return settings


def batch(file: Path, key: str) -> Iterator[tuple[int, Any, str | None]]:
    """Yield the number, id and text of each line; the text is None where a line is no such object.

    Raises UsageError when the file cannot be read.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"cannot read {file}: {error}; give a UTF-8 file with one JSON object a line",
            f"{file} tidak dapat dibaca: {error}; berikan berkas UTF-8 dengan satu objek JSON per baris",
        ) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
        except (ValueError, RecursionError):
            yield number, None, None
            continue
        known: dict[str, Any] = given if isinstance(given, dict) else {}
        text = known.get(key)
        yield number, known.get("id"), text if isinstance(text, str) else None


def print_json(value: Json) -> None:
    """Print one JSON object on one line, whatever the reader takes for a line's end."""
    print(json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS))


def run_queries(
    options: argparse.Namespace, key: str, one: Callable[[str], Json], show: Callable[[Json], None]
) -> int:
    """Run ``one`` for the typed text, or for every line of ``--batch``."""
    if options.batch is None:
        (print_json if options.json else show)(one(getattr(options, key)))
        return 0
    failed = 0
    for number, key_id, text in batch(options.batch, key):
        try:
            if text is None:
                raise UsageError(
                    f'line {number} is no JSON object with a text under "{key}"',
                    f'baris {number} bukan objek JSON dengan teks "{key}"',
                )
            print_json({"id": key_id, **one(text)})
        except KutipError as error:
            failed += 1
            print_json({"id": key_id, "error": error.english})
    return 1 if failed else 0


def source_line(source: Json) -> str:
    """Return one line that names a citation or hit: title, outlet, date and span."""
    about = ", ".join(x for x in (source["outlet"], source["date"]) if x)
    title = source["title"] or source["article"]
    return f"{title}{f' ({about})' if about else ''} · {source['article']}:{source['start']}-{source['end']}"


def show_answer(answer: Json) -> None:
    """Print an answer for people."""
    print(answer["answer"])
    for citation in answer["citations"] or answer["nearest"]:
        print(f"\n[{citation['n']}] {source_line(citation)}\n    {citation['text']}")
    show_state(answer["archive"])


def show_hits(result: Json) -> None:
    """Print search results for people."""
    for hit in result["hits"]:
        text = " ".join(hit["text"].split())
        print(f"{hit['rank']}. {source_line(hit)}\n   {text[:300]}{'…' if len(text) > 300 else ''}\n")
    if not result["hits"]:
        print("Tidak ada yang cocok. / Nothing matches.")
    show_state(result["archive"])


def show_state(state: Json) -> None:
    """Print the archive's size, its latest date and what was refused."""
    refused = f", {state['refused']} berkas ditolak/refused" if state["refused"] else ""
    print(f"\n({state['articles']} artikel/articles, {state['latest_date'] or '—'}{refused})")


def show_report(report: IndexReport) -> None:
    """Print what a build did."""
    print(
        f"{report.articles} articles, {report.passages} passages in {report.seconds:.1f} s: "
        f"{report.added} added, {report.updated} updated, {report.removed} removed, "
        f"{report.unchanged} unchanged"
    )
    for warning in report.warnings:
        print(f"warning: {warning}")
    for refusal in report.refused:
        print(f"refused: {refusal.path.encode('unicode_escape').decode()}: {refusal.reason}")


def show_progress(progress: Progress) -> None:
    """Draw one line of progress on a terminal."""
    left = f", {progress.seconds_left:.0f} s left" if progress.seconds_left is not None else ""
    rate = f" ({progress.rate:.0f}/s{left})" if progress.rate is not None else ""
    print(
        f"\r\033[K{progress.stage} {progress.done}/{progress.total}{rate}",
        end="",
        file=sys.stderr,
        flush=True,
    )


def run_index(options: argparse.Namespace) -> int:
    """Build or refresh the index and report."""
    from rag.index import build_index

    terminal = sys.stderr.isatty()
    report = build_index(
        settings_of(options), full=options.full, progress=show_progress if terminal else None
    )
    if terminal:
        print("\r\033[K", end="", file=sys.stderr)
    if options.json:
        print_json(report_json(report))
    else:
        show_report(report)
    return 0


def run_verify(options: argparse.Namespace) -> int:
    """Compare what the index holds; 1 when there are problems."""
    from rag.index import verify_index

    problems = verify_index(settings_of(options))
    if options.json:
        print_json({"ok": not problems, "problems": problems})
    else:
        print("\n".join(problems) if problems else "ok")
    return 1 if problems else 0


def run_reading(options: argparse.Namespace) -> int:
    """Run a command that reads the archive: article, ask or search."""
    from rag.archive import open_archive

    with open_archive(settings_of(options)) as archive:
        if options.command == "article":
            article = archive.article(options.path)
            if options.json:
                print_json(article_json(article))
            else:
                print(json.dumps(article_json(article), ensure_ascii=False, indent=2))
            return 0
        filters = Filters(options.outlet, options.since, options.until)

        def ask(question: str) -> Json:
            result: Answer = archive.ask(question, filters)
            return answer_json(result, archive.state)

        def search(query: str) -> Json:
            hits: list[Hit] = archive.search(query, options.k, filters)
            return hits_json(query, hits, archive.state)

        if options.command == "ask":
            return run_queries(options, "question", ask, show_answer)
        return run_queries(options, "query", search, show_hits)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    described = parser()
    options = described.parse_args(arguments)
    key = {"ask": "question", "search": "query"}.get(options.command)
    if key and (getattr(options, key) is None) == (options.batch is None):
        described.error(f"give either a {key} or --batch FILE.jsonl")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a lone surrogate is printed as its escape
            stream.reconfigure(errors="backslashreplace")
    run = {"index": run_index, "verify": run_verify}.get(options.command, run_reading)
    try:
        return run(options)
    except KutipError as error:
        print(f"kutip: {' '.join(error.english.split())}", file=sys.stderr)
    except KeyboardInterrupt:
        print("kutip: stopped; the index in use is unchanged", file=sys.stderr)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        where = error.filename or "the output"
        print(f"kutip: {error.strerror or error}: {where}; what was stored is unchanged", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
