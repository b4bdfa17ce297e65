"""Reading one file, and what a child process does all day: ``python -m rag.reading FD``.

``rag/readers.py`` starts such children and says what a file did to one. A child is started as a
program of its own: multiprocessing's children would first run their parent's script again,
whatever that is. Once its imports are done it takes limits upon itself, then reads what it is told.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from rag.corpus import read_article
from rag.documents import Reading, Refusal
from rag.errors import KutipError, UnreadableFile
from rag.memory import seldom_collecting
from rag.passages import cut
from rag.quotes import extract
from rag.serialized import dumps, loads

Read = Reading | Refusal

# All that a child may map. With every parser in, it maps 79 MB and holds 61 (Python 3.11, Linux).
MEMORY_MB = 512
# A file's longest reading, of the processor's time and not on the clock: an article is refused for what
# it is, never for what else runs. The system counts whole seconds, so that it may be one less.
CPU_SECONDS = 10
# The exit code of a child that met the limit of its memory.
NO_MEMORY = 77
_IMPORT = re.compile(r"^\s*from rag\.(\w+)[. ]", re.MULTILINE)


def reading_version() -> str:
    """Return a hash of the code that reads, cleans, cuts, extracts and indexes, and of its word lists.

    When it changes, files are read again and all they hold is written anew.
    """
    home = Path(__file__).parent
    rooms, code = ["corpus", "passages", "quotes", "wording", "rows", "lexical"], dict[str, str]()
    while rooms:
        room = home / rooms.pop()
        files = sorted(room.rglob("*.py")) if room.is_dir() else [room.with_suffix(".py")]
        if room.name not in code:
            code[room.name] = "".join(file.read_text(encoding="utf-8") for file in files)
            rooms += _IMPORT.findall(code[room.name])
    digest = hashlib.sha256("\0".join(code[room] for room in sorted(code)).encode())
    for file in sorted((home / "lexicon").iterdir()):
        if file.suffix != ".md":
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def read_one(corpus: Path, path: str) -> Read:
    """Return what one file holds, or the refusal of the file. Raises MemoryError."""
    try:
        article = read_article(corpus, path)
        article.text.encode()  # a lone surrogate cannot be stored
        return Reading(article, tuple(cut(article)), tuple(extract(article)))
    except UnreadableFile as error:
        return Refusal(path, error.english, error.indonesian)
    except MemoryError:
        raise
    except Exception as error:  # a parser met what its authors did not think of
        cause = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        return Refusal(path, f"cannot be read ({cause})", f"tidak terbaca ({cause})")


def _article(corpus: str, path: str) -> Read:
    return read_one(Path(corpus), path)


def _draft(file: str) -> str | KutipError:
    from rag.drafts import read_draft

    try:
        return read_draft(Path(file))
    except KutipError as error:
        return error


_TASKS: dict[str, Callable[..., Read | str | KutipError]] = {"article": _article, "draft": _draft}


def _limit_memory() -> None:
    """Take at most ``MEMORY_MB``, and leave no core behind: it would hold the article."""
    import resource

    most = MEMORY_MB * 2**20
    for what, limit in ((resource.RLIMIT_AS, most), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(what)[1]
        allowed = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        with contextlib.suppress(OSError, ValueError):  # macOS bounds no address space
            resource.setrlimit(what, (allowed, hard))


def _limit_time() -> None:
    import resource

    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + CPU_SECONDS, hard))


def _serve(link: Connection) -> None:
    """Say that the child is ready, then do what it is told until the parent hangs up."""
    _limit_memory()
    link.send_bytes(dumps("ready"))
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 2)  # so far the parent listens, to say why a child does not start
    with contextlib.suppress(EOFError, OSError), seldom_collecting():
        while True:
            for kind, *given in loads(link.recv_bytes()):
                _limit_time()
                try:
                    link.send_bytes(dumps(_TASKS[kind](*given)))
                except MemoryError:
                    os._exit(NO_MEMORY)


if __name__ == "__main__":
    _serve(Connection(int(sys.argv[1])))
