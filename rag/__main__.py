"""The command line: ``python -m rag COMMAND``. Exits 0, 1 on an error to act on, 2 on wrong usage."""

from __future__ import annotations

import argparse
import io
import json
import math
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from traceback import extract_tb
from typing import Any

from rag.documents import Answer, Filters, Hit
from rag.drafting import add_draft, run_draft
from rag.enrolling import add_password, run_password
from rag.errors import KutipError, UsageError
from rag.evaluating import add_eval, run_eval
from rag.keeping import add_keeping, run_backup, run_restore
from rag.printing import (
    print_json,
    show_answer,
    show_check,
    show_comparison,
    show_hits,
    show_nothing,
    show_progress,
    show_quote,
    show_report,
)
from rag.settings import Settings
from rag.views import (
    Json,
    answer_json,
    archive_json,
    article_json,
    check_json,
    compare_json,
    hits_json,
    quote_json,
    report_json,
)

EPILOG = """\
examples:
  python -m rag index
  python -m rag ask "Siapa yang memimpin Project S?"
  python -m rag search "produk impor" -k 5 --since 2026-11-01 --json
  python -m rag check "UMKM kita lumpuh karena barang impor" --speaker "Teten Masduki"
  python -m rag draft docs/naskah-contoh.md --html laporan.html
  python -m rag quotes --speaker Teten --json
  python -m rag ask --batch questions.jsonl > answers.jsonl
"""


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

    narrowed = argparse.ArgumentParser(add_help=False)
    narrowed.add_argument("--outlet", help="only articles of this outlet")
    narrowed.add_argument("--since", metavar="DATE", help="only published on or after (YYYY-MM-DD)")
    narrowed.add_argument("--until", metavar="DATE", help="only published on or before (YYYY-MM-DD)")
    by_speaker = argparse.ArgumentParser(add_help=False)
    by_speaker.add_argument("--speaker", metavar="NAME", help="only where this person is quoted")
    filters = argparse.ArgumentParser(add_help=False, parents=[narrowed])
    filters.add_argument(
        "--batch", type=Path, metavar="FILE.jsonl", help="one JSON object a line, in and out"
    )

    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    index = commands.add_parser("index", parents=[everywhere], help="build or refresh the index")
    index.add_argument("--full", action="store_true", help="rebuild everything")
    article = commands.add_parser("article", parents=[everywhere], help="show an article as stored")
    article.add_argument("path", metavar="PATH", help="its path in the corpus folder")
    ask = commands.add_parser(
        "ask", parents=[everywhere, filters, by_speaker], help="answer a question with citations"
    )
    ask.add_argument("question", nargs="?", metavar="QUESTION")
    compare = commands.add_parser(
        "compare", parents=[everywhere, narrowed], help="what each outlet reports on a question"
    )
    compare.add_argument("question", metavar="QUESTION")
    search = commands.add_parser("search", parents=[everywhere, filters, by_speaker], help="find passages")
    search.add_argument("query", nargs="?", metavar="QUERY")
    search.add_argument("-k", type=int, default=10, metavar="N", help="how many passages (default 10)")
    check = commands.add_parser("check", parents=[everywhere, filters], help="check a quotation")
    check.add_argument("quote", nargs="?", metavar="QUOTE", help="the words; in quotation marks")
    check.add_argument("--speaker", metavar="NAME", help="who is said to have said it")
    quotes = commands.add_parser("quotes", parents=[everywhere, narrowed], help="list who says what")
    quotes.add_argument("--speaker", metavar="NAME", help="only this person, in any form of the name")
    add_draft(commands, everywhere)
    add_eval(commands, everywhere)
    add_keeping(commands, everywhere)
    add_password(commands)
    commands.add_parser("verify", parents=[everywhere], help="compare articles, passages, vectors and words")
    return top


# A restored backup makes the folder, and building names one that is not there itself.
_MAKE_OR_NAME_IT = ("restore", "index")


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the environment's settings with the folders of the command line.

    Raises UsageError for a corpus folder that is given and not there: where only the index is read its
    absence would show in nothing.
    """
    settings = Settings.from_environment()
    if options.corpus and options.command not in _MAKE_OR_NAME_IT and not options.corpus.is_dir():
        raise UsageError(
            f"there is no folder {options.corpus}; give the folder of the articles, or leave --corpus out",
            f"tidak ada folder {options.corpus}; berikan folder artikelnya, atau hilangkan --corpus",
        )
    if options.corpus:
        settings = replace(settings, corpus=options.corpus)
    if options.index:
        settings = replace(settings, index=options.index)
    return settings


def batch(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the number of each line and its object, an empty one where a line holds none.

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
            given = json.loads(line, parse_constant=_no_json, parse_float=_finite)
        except (ValueError, RecursionError):
            given = None
        yield number, given if isinstance(given, dict) else {}


def _no_json(name: str) -> None:
    """Refuse NaN and Infinity, which Python reads, and would write, and JSON does not have."""
    raise ValueError(name)


def _finite(number: str) -> float:
    if not math.isfinite(value := float(number)):
        raise ValueError(number)
    return value


_NARROWING = ("outlet", "since", "until", "speaker")


def run_queries(
    options: argparse.Namespace, key: str, one: Callable[[str, Filters], Json], show: Callable[[Json], None]
) -> int:
    """Run ``one`` for what was typed, or for every line of ``--batch``; ``key`` names the text.

    The speaker and the filters of the command are those of every line that names none of its own.
    """
    general = Filters(options.outlet, options.since, options.until, options.speaker)
    if options.batch is None:
        (print_json if options.json else show)(one(getattr(options, key), general))
        return 0
    failed = 0
    for number, given in batch(options.batch):
        try:
            text, own = given.get(key), {name: given.get(name) for name in _NARROWING}
            if not isinstance(text, str) or not all(isinstance(v, str | None) for v in own.values()):
                raise UsageError(
                    f'line {number} is no JSON object with a text under "{key}"',
                    f'baris {number} bukan objek JSON dengan teks "{key}"',
                )
            told = {name: value for name, value in own.items() if value and value.strip()}
            print_json({"id": given.get("id"), **one(text, replace(general, **told))})
        except KutipError as error:
            failed += 1
            print_json({"id": given.get("id"), "error": error.english})
    return 1 if failed else 0


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
    from rag.verify import verify

    verified = verify(settings_of(options))
    problems, search = verified.problems, verified.search
    if options.json:
        measured = asdict(search) if search else None
        print_json({"ok": not problems, "problems": problems, "search": measured})
    else:
        mend = "mend it: python -m rag index --full, or python -m rag restore FILE"
        print("\n".join([*problems, mend]) if problems else "ok")
    return 1 if problems else 0


def run_kept(options: argparse.Namespace) -> int:
    """Back up the archive, or put a backup back."""
    run = run_backup if options.command == "backup" else run_restore
    return run(options, settings_of(options))


def run_drafted(options: argparse.Namespace) -> int:
    """Check a draft's quotations and write its reports."""
    return run_draft(options, settings_of(options))


def run_reading(options: argparse.Namespace) -> int:
    """Run a command that reads the archive: article, ask, search, check or quotes."""
    from rag.archive import open_archive

    seeking = options.command in ("ask", "search", "compare")
    with open_archive(settings_of(options), words_first=not seeking) as archive:
        if options.command == "article":
            article = archive.article(options.path)
            if options.json:
                print_json(article_json(article))
            else:
                print(json.dumps(article_json(article), ensure_ascii=False, indent=2))
            return 0
        filters = Filters(options.outlet, options.since, options.until)
        if options.command == "quotes":
            found = archive.quotes(options.speaker, filters)
            for quote in found:
                (print_json if options.json else show_quote)(quote_json(quote))
            if not found and not options.json:
                show_nothing(archive_json(archive.state_under(filters)))
            return 0

        if options.command == "compare":
            rows = archive.compare(options.question, filters)
            compared = compare_json(options.question, rows, archive.state_under(filters))
            (print_json if options.json else show_comparison)(compared)
            return 0

        def ask(question: str, only: Filters) -> Json:
            result: Answer = archive.ask(question, only)
            return answer_json(result, archive.state_under(only))

        def search(query: str, only: Filters) -> Json:
            hits: list[Hit] = archive.search(query, options.k, only)
            return hits_json(query, hits, archive.state_under(only))

        def check(quote: str, given: Filters) -> Json:
            only = replace(given, speaker=None)  # of a quotation the speaker is the claim
            return check_json(archive.check(quote, given.speaker, only), archive.state_under(only))

        if options.command == "ask":
            return run_queries(options, "question", ask, show_answer)
        if options.command == "check":
            return run_queries(options, "quote", check, show_check)
        return run_queries(options, "query", search, show_hits)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    described = parser()
    options = described.parse_args(arguments)
    key = {"ask": "question", "search": "query", "check": "quote"}.get(options.command)
    if key and (getattr(options, key) is None) == (options.batch is None):
        described.error(f"give either a {key} or --batch FILE.jsonl")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a lone surrogate is printed as its escape
            stream.reconfigure(errors="backslashreplace")
    runs = {
        "index": run_index,
        "verify": run_verify,
        "draft": run_drafted,
        "eval": run_eval,
        "backup": run_kept,
        "restore": run_kept,
        "password": run_password,
    }
    run = runs.get(options.command, run_reading)
    try:
        code = run(options)
        print(end="", flush=True)  # not left to the exit, where a failure would be Python's to tell
        return code
    except KutipError as error:
        print(f"kutip: {' '.join(error.english.split())}", file=sys.stderr)
    except KeyboardInterrupt:
        print("kutip: stopped; the index in use is unchanged", file=sys.stderr)
    except BrokenPipeError:
        pass  # who was to read it has seen enough
    except OSError as error:
        where = error.filename or "the output"
        print(f"kutip: {error.strerror or error}: {where}; what was stored is unchanged", file=sys.stderr)
    except Exception as error:  # a fault of Kutip's own: said in a line, with the place for whoever mends it
        at = extract_tb(error.__traceback__)[-1]
        cause = f"{type(error).__name__} in {Path(at.filename).name}:{at.lineno}"
        said = " ".join(str(error).split())[:200]
        print(f"kutip: {cause}: {said}; please report this; what was stored is unchanged", file=sys.stderr)
    _drop_output()
    return 1


def _drop_output() -> None:
    """Let go of what cannot be written, or Python would try again at exit, complain and end with 120."""
    try:
        print(end="", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
