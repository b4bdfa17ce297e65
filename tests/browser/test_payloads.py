"""Text that would be more than text, in everything that is shown and exported: it stays text.

The watched page fails its test for a dialog, a request to another host, a script error or a breach of the
page's policy; what is shown is compared with what the archive stores, character for character.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from markdown_it import MarkdownIt

from rag.markup import web_url
from rag.ui.texts import texts
from tests.accounts import PASSWORD, write_accounts
from tests.browser.conftest import App
from tests.payloads import GROUPS, HOST, PAYLOADS, articles, bad_files, place, saying

pytestmark = pytest.mark.browser
# What no view of an article, a question or a draft is made of.
MADE = (
    ":is(img, script, style, iframe, object, embed, base, meta, link, svg, math, video, audio, marquee, form,"
    " template, plaintext, xmp, textarea, select, noscript, custom-tag, [srcdoc], [style], [onclick],"
    " [onerror], [onload], [onfocus], [onbegin], [ontoggle], [onstart], [formaction])"
)
Stored = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def guarded(
    start_app: Callable[..., App], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[dict[str, str]], App]:
    """Return a function that starts the app over some files, for those who sign in."""
    file = tmp_path_factory.mktemp("accounts") / "kata-sandi.txt"
    accounts = write_accounts(file, {"sari": "editor"})
    return lambda files: start_app(files, RAG_PASSWORDS=str(accounts))


@pytest.fixture(scope="module")
def hostile(guarded: Callable[[dict[str, str]], App]) -> App:
    """The app over a dozen articles that carry every payload, and a refused file for each."""
    return guarded(articles() | bad_files())


@pytest.mark.figure("S2")
def test_text_stays_text_in_every_view_and_report(
    hostile: App, watch: Callable[..., Any], tmp_path: Path
) -> None:
    watched, began = watch(hostile), len(hostile.output)
    stored = _signed_in(watched, GROUPS)
    kept = [p for p in PAYLOADS if any(p in a["title"] for a in stored.values())]
    assert len(kept) >= 100, "cleaning changed more than what is invisible or written as an entity"
    _questions(watched, GROUPS, stored)
    _quotations(watched.page, GROUPS, stored)
    _draft(watched.page, GROUPS, stored, tmp_path)
    _speakers(watched.page, GROUPS, stored)
    _list_and_reader(watched.page, stored)
    _refused_and_warnings(watched.page, len(GROUPS))
    _open_pages(watched, stored)
    _login(watch(hostile), PAYLOADS[::9])
    # What is asked, checked, drafted or typed as a name is in no line of the log.
    assert [line for line in hostile.output[began:] if any(w in line for w in ("Festival", "<", "$"))] == []


@pytest.mark.figure("S2")
@pytest.mark.torture
def test_each_payload_alone_stays_text_everywhere(
    guarded: Callable[[dict[str, str]], App], watch: Callable[..., Any], tmp_path: Path
) -> None:
    app = guarded(articles(PAYLOADS) | bad_files())
    watched = watch(app)
    stored = _signed_in(watched, PAYLOADS)
    for some in range(0, len(PAYLOADS), 20):
        watched.open()  # a conversation of a hundred turns is slow to draw
        _questions(watched, PAYLOADS, stored, range(some, min(some + 20, len(PAYLOADS))))
    _quotations(watched.page, PAYLOADS, stored)
    _draft(watched.page, PAYLOADS, stored, tmp_path)
    _open_pages(watched, stored)
    _login(watch(app), PAYLOADS)


def _signed_in(watched: Any, groups: Sequence[str]) -> Stored:
    """Sign in, and return what the archive holds by its API."""
    page = watched.page
    page.goto(watched.app.url)
    page.fill("#k-name", "sari")
    page.fill("#k-password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector(".k-status strong")
    paths = list(articles(groups))
    read = """async paths => {
        const read = [];
        for (const path of paths)
            read.push(await (await fetch('/api/article?path=' + encodeURIComponent(path))).json());
        return read;
    }"""
    return dict(zip(paths, page.evaluate(read, paths), strict=True))


def _texts(page: Any, selector: str) -> list[str]:
    """Return the very characters of each element."""
    found: list[str] = page.evaluate(
        "selector => Array.from(document.querySelectorAll(selector), e => e.textContent)", selector
    )
    return found


def _tab(page: Any, key: str) -> None:
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("tab", name=texts("id")[key], exact=True).click()


def _nothing_made(page: Any, where: str) -> None:
    made = page.evaluate(
        "selector => Array.from(document.querySelectorAll(selector), e => e.outerHTML)", f"{where} {MADE}"
    )
    assert made == []


def _facts(stored: Stored, name: str) -> set[str]:
    return {article[name] for article in stored.values()}


def _one_line(text: str) -> str:
    """Return a text as a field of one line holds it."""
    return text.replace("\n", " ").replace("\r", " ").replace("\0", "")


def _questions(watched: Any, groups: Sequence[str], stored: Stored, numbers: Sequence[int] = ()) -> None:
    page, titles, outlets = watched.page, set[str](), set[str]()
    for n in numbers or range(len(groups)):
        question = _one_line(f"Siapa yang membuka Festival {place(n)}? {groups[n]}")
        watched.ask(question)
        assert _texts(page, ".k-turn:last-child .k-question > p:first-of-type") == [question]
        titles.update(_texts(page, ".k-turn:last-child .k-card h4"))
        outlets.update(_texts(page, ".k-turn:last-child .k-outlet"))
    assert len(titles) >= len(numbers or groups) // 2
    assert titles <= _facts(stored, "title")
    assert outlets <= _facts(stored, "outlet")
    page.fill("#k-question textarea", f"Siapa yang membuka Festival {place(1)}?")
    page.click("#k-compare")
    page.wait_for_selector(".k-compared")
    compared = page.evaluate(
        "Array.from(document.querySelectorAll('.k-compared th'), e => e.firstChild.textContent)"
    )
    assert len(compared) >= 3
    assert set(compared) <= _facts(stored, "outlet")
    _nothing_made(page, ".k-conversation")


def _quotations(page: Any, groups: Sequence[str], stored: Stored) -> None:
    _tab(page, "tab_check")
    for n, group in enumerate(groups):
        page.locator("#k-quote textarea").fill(f"nomor {n} {saying(n, group)}")
        page.locator("#k-claimed textarea, #k-claimed input").first.fill(group[:200])
        page.click("#k-check")
        page.locator("#k-checked .k-asked blockquote", has_text=f"nomor {n} ").wait_for()
        assert set(_texts(page, "#k-checked .k-card h4")) <= _facts(stored, "title")
        assert _one_line(group)[:30].strip() in _one_line(_texts(page, "#k-checked .k-check")[0])
        _nothing_made(page, "#k-checked .k-check")


def _draft(page: Any, groups: Sequence[str], stored: Stored, folder: Path) -> None:
    _tab(page, "tab_draft")
    said = [f'"{saying(n, group)}," kata Wira Kusuma.' for n, group in enumerate(groups)]
    page.locator("#k-draft-text textarea").fill("\n\n".join(said))
    page.click("#k-check-draft")
    page.wait_for_selector("#k-drafted .k-draft", timeout=120_000)
    titles = set(_texts(page, "#k-drafted .k-card h4"))
    assert len(titles) >= len(groups) // 2
    assert titles <= _facts(stored, "title")
    _nothing_made(page, "#k-drafted .k-draft")
    page.locator(".k-row summary").first.click()
    page.locator(".k-correction input").first.fill(_one_line(groups[0])[:200])
    page.locator(".k-again").first.click()
    page.wait_for_selector(".k-corrected")
    assert _one_line(groups[0])[:200].strip() in _texts(page, ".k-claim")[0]
    titles = set(_texts(page, "#k-drafted .k-card h4"))
    reports = {}
    for link in page.locator(".k-download").all():
        with page.expect_download() as waiting:
            link.click()
        waiting.value.save_as(folder / waiting.value.suggested_filename)
        file = folder / waiting.value.suggested_filename
        reports[file.suffix] = file.read_bytes().decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(reports[".csv"], newline=""), delimiter=";"))
    # An apostrophe before a formula makes it text.
    written = {*_facts(stored, "title"), *("'" + title for title in _facts(stored, "title")), ""}
    assert {row["judul (title)"] for row in table} <= written
    assert [
        cell for row in table for cell in row.values() if cell.startswith(tuple("=+-@\t\r＝＋－＠"))
    ] == []
    address = page.url
    _opened(page, reports[".html"])
    assert set(_texts(page, "article h4 bdi")) >= titles
    _nothing_made(page, "main")
    _opened(page, MarkdownIt("commonmark", {"html": True}).enable("table").render(reports[".md"]))
    shown = " ".join(_texts(page, "body")[0].split())
    assert [t for t in titles if " ".join(t.split()) not in shown] == []
    _nothing_made(page, "body")
    page.goto(address)
    page.wait_for_selector(".k-status strong")


def _opened(page: Any, html: str) -> None:
    """Show a page of no address, where no policy of the server's helps it."""
    page.goto("about:blank")
    page.set_content(html, wait_until="load")
    page.wait_for_timeout(200)


def _speakers(page: Any, groups: Sequence[str], stored: Stored) -> None:
    _tab(page, "tab_speakers")
    page.wait_for_selector(".k-saying")
    assert set(_texts(page, ".k-saying .k-from")) <= _facts(stored, "title")
    assert set(_texts(page, ".k-saying .k-outlet")) <= _facts(stored, "outlet")
    said = " ".join(_texts(page, ".k-saying .k-said"))
    assert sum(payload in said for payload in PAYLOADS) >= 30
    page.locator("#k-speaker textarea, #k-speaker input").first.fill(groups[2][:200])
    page.locator("#k-words textarea, #k-words input").first.fill(groups[3][:200])
    page.keyboard.press("Enter")
    page.wait_for_selector("#k-said .k-hint")


def _list_and_reader(page: Any, stored: Stored) -> None:
    _tab(page, "tab_corpus")
    page.wait_for_selector("#k-articles table")
    for cell, fact in (("th a", "title"), ("td:nth-child(2)", "outlet"), ("td code", "path")):
        known = set(stored) if fact == "path" else _facts(stored, fact)
        assert set(_texts(page, f"#k-articles tbody {cell}")) == known
    _nothing_made(page, "#k-articles table")
    for link in page.locator("#k-articles tbody a").all():
        link.evaluate("a => a.click()")
        page.wait_for_selector("#k-reader[open] .k-article")
        (path,) = _texts(page, "#k-reader footer code")
        assert _texts(page, "#k-reader .k-bar-name") == [stored[path]["title"]]
        _is_article(page, "#k-reader", stored[path])
        page.keyboard.press("Escape")
        # Closing goes one step back in the history, which would close the next one too.
        page.wait_for_function("!document.querySelector('#k-reader').open && !history.state?.kutipReader")


def _is_article(page: Any, where: str, known: dict[str, Any]) -> None:
    assert _texts(page, f"{where} .k-body") == [known["text"]]
    # A headline that the text begins with is shown there alone.
    heads = _texts(page, f"{where} :is(h2, .k-headline)")
    assert [head.rstrip("\n") for head in heads] == [known["title"]]
    assert _texts(page, f"{where} .k-outlet") == [known["outlet"]]
    assert known["author"] in _texts(page, f"{where} .k-byline")[0]
    assert known["url"] is None or known["url"] in _texts(page, f"{where} footer")[0]
    linked = page.evaluate(
        "selector => Array.from(document.querySelectorAll(selector), a => a.getAttribute('href'))",
        f"{where} footer a",
    )
    assert linked == ([known["url"]] if web_url(known["url"]) else [])
    _nothing_made(page, f"{where} .k-article")


def _refused_and_warnings(page: Any, articles: int) -> None:
    names = sorted(bad_files())
    assert sorted(_texts(page, ".k-popover code")) == names
    page.click("#k-rebuild")
    page.wait_for_selector(".k-report", timeout=120_000)
    assert sorted(_texts(page, ".k-report .k-refusals code")) == names
    warned = _texts(page, ".k-report details li")
    assert len(warned) >= 2 * articles
    assert sum("<" in warning for warning in warned) >= articles
    _nothing_made(page, ".k-top")
    _nothing_made(page, ".k-report")


def _open_pages(watched: Any, stored: Stored) -> None:
    """Open each article as a page of its own."""
    for path, known in stored.items():
        watched.page.goto(f"{watched.app.url}/artikel?path={quote(path, safe='')}")
        _is_article(watched.page, "body", known)


def _login(watched: Any, payloads: Sequence[str]) -> None:
    page = watched.page
    for payload in payloads:
        page.goto(f"{watched.app.url}/masuk?lanjut={quote(payload, safe='')}")
        onward = page.input_value("input[name=lanjut]")
        assert onward.startswith("/")
        assert not onward.startswith(("//", "/\\"))
        with page.expect_navigation():
            page.evaluate(
                """typed => {
                    for (const name of ['nama', 'sandi', 'lanjut'])
                        document.querySelector(`input[name=${name}]`).value = typed;
                    document.querySelector('form.k-login').submit();
                }""",
                payload,
            )
        assert page.input_value("input[name=nama]") == payload.replace("\n", "").replace("\r", "")[
            :64
        ].replace("\0", "\ufffd")
        assert page.locator(".k-login").count() == 1
        assert HOST not in page.url
        _nothing_made(page, ".k-login")
    # Chromium reports a form's 401 or 429 as an error of its console, which it is not.
    watched.wrong[:] = [w for w in watched.wrong if "status of 4" not in w]
