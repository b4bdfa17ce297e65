"""Signing in as people do: the page at both widths, the way in and out, and what a reader does not see."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rag.ui.texts import texts
from tests.accounts import PASSWORD, write_accounts
from tests.browser.conftest import App

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def guarded(start_app: Callable[..., App], tmp_path_factory: pytest.TempPathFactory) -> App:
    file = tmp_path_factory.mktemp("accounts") / "kata-sandi.txt"
    return start_app(RAG_PASSWORDS=str(write_accounts(file, {"sari": "editor", "budi": "reader"})))


def _sign_in(page: Any, name: str, password: str = PASSWORD) -> None:
    page.fill("#k-name", name)
    page.fill("#k-password", password)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(("locale", "language"), [("id-ID", "id"), ("en-GB", "en")])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_login_page(
    guarded: App, watch: Callable[..., Any], width: int, locale: str, language: str, tmp_path: Path
) -> None:
    t = texts(language)
    watched = watch(guarded, locale=locale, width=width)
    page = watched.page
    page.goto(guarded.url + "/artikel?path=jembatan.md")
    assert page.url.endswith("/masuk?lanjut=%2Fartikel%3Fpath%3Djembatan.md")
    assert page.inner_text("h1") == t["log_in"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.wait_for_function("document.activeElement.id === 'k-name'")
    for label in ("your_name", "password"):
        assert page.get_by_label(t[label], exact=True).is_visible()
    _sign_in(page, "budi", "bukan yang ini")
    page.wait_for_selector("#k-wrong")
    # Chromium reports a form's 401 as an error of its console, which it is not.
    watched.wrong[:] = [w for w in watched.wrong if "401" not in w]
    assert page.input_value("#k-name") == "budi"
    page.wait_for_function("document.activeElement.id === 'k-password'")
    page.fill("#k-password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector(".k-article")
    assert page.url.endswith("/artikel?path=jembatan.md")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_reader_works_sees_no_tools_and_signs_out(
    guarded: App, watch: Callable[..., Any], width: int
) -> None:
    watched = watch(guarded, width=width)
    page = watched.page
    page.goto(guarded.url)
    _sign_in(page, "budi")
    page.wait_for_selector(".k-status strong")
    page.wait_for_selector("#k-person .k-person")
    assert "budi" in page.inner_text("#k-person")
    assert texts("id")["role_reader"] in page.inner_text("#k-person")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    turn = watched.ask("Siapa yang meresmikan Jembatan Kali Bening?")
    assert "Ratna Dewanti" in turn.inner_text()
    page.click("role=tab[name='Korpus']")
    page.wait_for_selector("#k-articles table")
    assert not page.is_visible("#k-rebuild")
    assert not page.is_visible("#k-upload")
    page.click("#k-person button")
    page.wait_for_selector(".k-login")
    page.goto(guarded.url)
    page.wait_for_selector(".k-login")


def test_an_editor_sees_the_tools(guarded: App, watch: Callable[..., Any]) -> None:
    page = watch(guarded).page
    page.goto(guarded.url)
    _sign_in(page, "sari")
    page.wait_for_selector(".k-status strong")
    page.click("role=tab[name='Korpus']")
    page.wait_for_selector("#k-rebuild", state="visible")
    page.wait_for_selector("#k-upload", state="visible")


def test_a_page_whose_session_ended_leads_to_the_login(guarded: App, watch: Callable[..., Any]) -> None:
    watched = watch(guarded)
    page = watched.page
    page.goto(guarded.url)
    _sign_in(page, "budi")
    page.wait_for_selector(".k-status strong")
    page.context.clear_cookies()
    page.fill("#k-question textarea", "Siapa yang meresmikan Jembatan Kali Bening?")
    page.keyboard.press("Enter")
    page.wait_for_selector(".k-login")
    watched.wrong[:] = [w for w in watched.wrong if "401" not in w]


@pytest.mark.parametrize(("locale", "language"), [("id-ID", "id"), ("en-GB", "en")])
def test_a_crowd_is_said_in_the_readers_language(
    app: App, watch: Callable[..., Any], locale: str, language: str
) -> None:
    watched = watch(app, locale=locale, width=390)
    page = watched.open()
    page.route("**/gradio_api/queue/join*", lambda route: route.fulfill(status=503, json={"error": "busy"}))
    page.fill("#k-question textarea", "Siapa yang meresmikan Jembatan Kali Bening?")
    page.keyboard.press("Enter")
    page.wait_for_selector(".k-crowded")
    assert page.inner_text(".k-crowded") == texts(language)["crowded"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    watched.wrong[:] = [w for w in watched.wrong if "503" not in w]
