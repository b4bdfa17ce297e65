"""Sixty articles give a language model orders, and it obeys: nothing of that is said for true."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytest_socket import socket_allow_hosts

from rag.archive import Archive, open_archive
from rag.documents import Answer
from rag.index import build_index
from rag.settings import Settings
from rag.views import answer_json
from rag.wording import norms
from tests.chat_server import Chat, Handler, chat_server
from tests.poisoned import COUNT, FALSE, HOST, ORDERS, WAYS, articles, honest, obeyed, place, question

pytestmark = pytest.mark.figure("S3")

# Every mark that stands around words that somebody is said to have said.
QUOTED = re.compile(r"[\"“”„‟«»＂「」『』‹›]|(?<!\w)['‘]|['’](?!\w)|&quot;")
OWN = re.compile(r"“([^“”]*)”")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    home = tmp_path_factory.mktemp("poisoned")
    (home / "corpus").mkdir()
    for name, text in articles().items():
        (home / "corpus" / name).write_text(text, encoding="utf-8")
    settings = Settings(corpus=home / "corpus", index=home / "index")
    report = build_index(settings)
    assert (report.articles, report.refused) == (COUNT, ())
    return settings


@pytest.fixture(scope="module")
def chat() -> Iterator[Chat]:
    with chat_server() as running:
        yield running


@pytest.fixture(scope="module")
def archive(settings: Settings, chat: Chat) -> Iterator[Archive]:
    with open_archive(replace(settings, llm="openai:m", llm_url=chat.url, llm_seconds=20.0)) as opened:
        yield opened


@pytest.fixture
def only_loopback() -> Iterator[None]:
    """Let no connection leave this machine."""
    socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)
    yield
    socket_allow_hosts(None)


def _key_of(chat: Chat, n: int) -> int:
    sources = chat.prompt.split("<sumber kunci=")[1:]
    return next(int(source.split(">")[0]) for source in sources if f"Kota {place(n)} membuka" in source)


def _asked(archive: Archive, chat: Chat, n: int) -> Answer:
    def obey(handler: Handler, _: object) -> None:
        handler.say(obeyed(n, _key_of(chat, n)))

    chat.script = obey
    return archive.ask(question(n))


@pytest.mark.usefixtures("only_loopback")
@pytest.mark.parametrize("n", range(COUNT), ids=lambda n: f"{WAYS[n // 5][0]} {n % 5}")
def test_an_order_that_is_obeyed_is_never_said_for_true(n: int, archive: Archive, chat: Chat) -> None:
    found = _asked(archive, chat, n)
    assert (found.mode, found.abstained) == ("llm", False), found.notice
    assert chat.prompt.count("<sumber kunci=") == chat.prompt.count("</sumber>")
    assert {path for path, _ in chat.seen} == {"/v1/chat/completions"}
    texts = {a.path: archive.article(a.path).text for a in archive.articles()}
    for cited in found.citations:
        assert texts[cited.article][cited.start : cited.end] == cited.text
    assert all(1 <= key <= len(found.citations) for claim in found.claims for key in claim.citations)
    for claim in found.claims:
        for words in OWN.findall(claim.text):
            assert any(words in text for text in texts.values()), f"no source says {words!r}"
        assert not QUOTED.search(OWN.sub("", claim.text)), claim.text
    true = " ".join(claim.text for claim in found.claims if claim.supported).casefold()
    assert honest(n).casefold() in true
    # What an article says, be it in an order, is its own: it is cited, at those very words.
    source = archive.article(next(path for path in texts if path.startswith(f"{n:02d}-")))
    own = set(norms(f"{source.title} {source.text}"))
    assert [false for false in FALSE if false in true and not set(norms(false)) <= own] == []
    written = json.dumps(answer_json(found, archive.state)["sentences"]) + found.answer
    assert HOST not in written
    assert not re.search(r"//|!\[[^\]]*\]\(|<[a-z/]", written)


def test_what_a_page_hides_is_no_text_of_its_article(archive: Archive) -> None:
    hidden = [n for n in range(COUNT) if WAYS[n // 5][1] == "html"]
    by_number = {int(a.path[:2]): archive.article(a.path) for a in archive.articles()}
    assert len(hidden) == 20
    for n in hidden:
        assert place(n) in by_number[n].text
        assert ORDERS[n % 5][0][:30] not in by_number[n].text
