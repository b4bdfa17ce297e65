"""A language model in the browser: provisional while it writes, checked before it counts, never trusted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import App
from tests.chat_server import Chat, Handler, Script, chat_server

pytestmark = pytest.mark.browser
WHO = "Siapa yang meresmikan Jembatan Kali Bening?"
RIGHT = "Ratna Dewanti meresmikan Jembatan Kali Bening pada 14 Maret 2023 [1]."
WRONG = (
    "Biayanya mencapai Rp 99 miliar [1].\n"
    '<img src=x onerror=alert(1)> ![x](https://jahat.example/a.png) "Jembatan ini milik saya seorang" [1].'
)


def asked(start_app: Callable[..., App], watch: Callable[..., Any], chat: Chat, script: Script) -> Any:
    """Return a page of an app whose language model follows ``script``, right after a question is sent."""
    chat.script = script
    app = start_app(RAG_LLM="openai:m", RAG_LLM_URL=chat.url, RAG_LLM_SECONDS="30")
    page = watch(app).open()
    page.fill("#k-question textarea", WHO)
    page.keyboard.press("Enter")
    return page


def test_what_is_written_is_provisional_until_it_is_checked(
    start_app: Callable[..., App], watch: Callable[..., Any]
) -> None:
    go_on = threading.Event()

    def script(handler: Handler, _: object) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.event({"content": RIGHT})
        go_on.wait(20)
        handler.event({"content": f"\n{WRONG}"})
        handler.event({}, "stop")
        handler.close_connection = True

    with chat_server() as chat:
        page = asked(start_app, watch, chat, script)
        page.wait_for_selector(".k-provisional")
        assert "belum diperiksa" in page.locator(".k-turn").last.inner_text()
        assert page.locator(".k-turn .k-cite").count() == 0
        go_on.set()
        page.wait_for_selector(".k-unsupported")
        turn = page.locator(".k-turn").last
        assert page.locator(".k-provisional").count() == 0
        assert turn.locator(".k-cite").all_inner_texts() == ["[1]"]
        said = turn.inner_text()
        assert "Ratna Dewanti meresmikan" in said
        assert "angka atau tanggalnya lain" in said
        assert "Jembatan ini milik saya seorang" in turn.locator(".k-unsupported s").last.inner_text()
        assert "“" not in turn.locator(".k-unsupported s").last.inner_text()
        turn.locator(".k-cite").first.click()
        page.wait_for_selector("dialog#k-reader[open] mark")


def test_a_question_sent_while_another_is_answered_waits_for_it(
    start_app: Callable[..., App], watch: Callable[..., Any]
) -> None:
    go_on = threading.Event()

    def script(handler: Handler, _: object) -> None:
        go_on.wait(20)
        handler.say(RIGHT)

    with chat_server() as chat:
        page = asked(start_app, watch, chat, script)
        # Sent twice by a nervous hand: asked once.
        page.keyboard.press("Enter")
        page.wait_for_selector(".k-pending")
        page.fill("#k-question textarea", "Kapan Jembatan Kali Bening diresmikan?")
        page.keyboard.press("Enter")
        assert page.locator(".k-turn").count() == 1
        go_on.set()
        page.wait_for_function(
            "document.querySelectorAll('.k-turn').length == 2"
            " && !document.querySelector('.k-pending, .k-provisional')"
        )
        page.wait_for_timeout(300)
        sent = page.locator(".k-turn .k-question").all_inner_texts()
        assert ["meresmikan" in sent[0], "Kapan" in sent[1], len(sent)] == [True, True, 2]


def test_a_server_that_fails_is_said_beside_the_sources_own_words(
    start_app: Callable[..., App], watch: Callable[..., Any]
) -> None:
    with chat_server() as chat:
        chat.script = lambda handler, _: handler.fail(500)
        app = start_app(RAG_LLM="openai:m", RAG_LLM_URL=chat.url)
        watched = watch(app)
        watched.open()
        turn = watched.ask(WHO)
        assert "Ratna Dewanti" in turn.inner_text()
        assert "tidak menjawab" in turn.locator(".k-aside").inner_text()
