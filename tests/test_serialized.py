"""What a reader sends comes back the same; what is no reader's message is nothing at all."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rag.readers
from rag.documents import Article, Passage, Quote, Reading, Refusal, Step
from rag.errors import KutipError, ReaderFailed, UnreadableFile, UsageError
from rag.readers import read_all
from rag.serialized import dumps, loads
from tests.folder import TEXT, put

# Names of files may hold half a character.
TEXTS = st.text(st.characters(), max_size=30)
MAYBE = TEXTS | st.none()
MANY = st.lists(TEXTS, max_size=3).map(tuple)
NUMBERS = st.integers(0, 10**7)
READINGS = st.builds(
    Reading,
    st.builds(
        Article, TEXTS, TEXTS, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MANY, MAYBE,
        st.lists(st.builds(Step, TEXTS, TEXTS), max_size=3).map(tuple), MANY, TEXTS,
    ),
    st.lists(st.builds(Passage, TEXTS, TEXTS, NUMBERS, NUMBERS, TEXTS), max_size=3).map(tuple),
    st.lists(
        st.builds(Quote, TEXTS, NUMBERS, NUMBERS, TEXTS, TEXTS, *[MAYBE] * 6, TEXTS, MANY), max_size=3
    ).map(tuple),
)  # fmt: skip


@given(READINGS | st.builds(Refusal, TEXTS, TEXTS, TEXTS, st.booleans()) | TEXTS)
def test_what_is_sent_comes_back(value: Any) -> None:
    assert loads(dumps(value)) == value


def test_tasks_and_errors_come_back() -> None:
    tasks = (("article", "/c", "a.md"), ("draft", "x\udcff"))
    assert loads(dumps(tasks)) == tasks
    for kind in (UnreadableFile, UsageError, KutipError):
        back = loads(dumps(kind("no", "tidak")))
        assert (type(back), back.english, back.indonesian) == (kind, "no", "tidak")
    assert type(loads(dumps(ReaderFailed("no", "tidak")))) is KutipError


REFUSAL = json.loads(dumps(Refusal("a", "b", "c")))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"null",
        b"[]",
        b'["text"]',
        b'["text", 1]',
        b'["text", "a", "b"]',
        b'["Article", ["a"]]',
        b'["SystemExit", ["a", "b"]]',
        b'["UsageError", ["a"]]',
        b'["UsageError", ["a", 1]]',
        b'[["text"], "a"]',
        b'["tasks", "ab"]',
        b'["tasks", [["a", null]]]',
        b"[" * 100_000,
        pickle.dumps("text"),
        json.dumps([REFUSAL[0], REFUSAL[1][:-1]]).encode(),
        json.dumps([REFUSAL[0], [*REFUSAL[1], "more"]]).encode(),
        json.dumps([REFUSAL[0], [*REFUSAL[1][:-1], 1]]).encode(),
        json.dumps(["reading", [REFUSAL[1], [], []]]).encode(),
    ],
    ids=lambda data: repr(data[:24]),
)
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no message of a reader"):
        loads(data)


# A reader that a file has taken over sends a pickle that would write a file where it is read.
TAKEN_OVER = """
import pickle, sys
import rag.corpus
class Bad:
    def __reduce__(self):
        return open, ({mark!r}, "w")
real = rag.corpus.read_article
def read_article(corpus, path):
    if "jahat" in path:
        from multiprocessing.connection import Connection
        Connection(int(sys.argv[1])).send_bytes(pickle.dumps(Bad()))
    return real(corpus, path)
if sys.argv[:1] == ["-m"]:
    rag.corpus.read_article = read_article
"""


def test_a_reader_that_was_taken_over_runs_nothing_in_its_parent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "tertulis"
    put(tmp_path, "site/sitecustomize.py", TAKEN_OVER.format(mark=str(mark)))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "site"))
    monkeypatch.setattr(rag.readers, "_END_SECONDS", 0.2)
    paths = [put(tmp_path / "corpus", path, TEXT) for path in ("a.txt", "jahat.txt", "z.txt")]
    reads = dict(zip(paths, read_all(tmp_path / "corpus", paths), strict=True))
    assert [path for path, read in reads.items() if isinstance(read, Refusal)] == ["jahat.txt"]
    assert not mark.exists()
