"""What a journalist does: ask, read the answer, open the source at the very words."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import BAD, BAD_NAME, App

pytestmark = pytest.mark.browser
WHO = "Siapa yang meresmikan Jembatan Kali Bening?"
COST = "Berapa rumah yang terendam banjir di Desa Wanasari?"
READER = "dialog#k-reader[open]"


def api(app: App, path: str, body: dict[str, Any] | None = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(f"{app.url}{path}", data=data)) as response:
        return json.load(response)


def marks(page: Any) -> str:
    text: str = page.evaluate(
        "Array.from(document.querySelectorAll('dialog#k-reader mark'), m => m.textContent).join('')"
    )
    return text


def open_reader(page: Any, link: Any) -> None:
    link.click()
    page.wait_for_selector(f"{READER} .k-article")


def test_ask_then_read_the_source_at_exactly_the_cited_characters(
    app: App, watch: Callable[..., Any]
) -> None:
    watched = watch(app)
    page = watched.open()
    turn = watched.ask(WHO)
    expected = api(app, "/api/ask", {"question": WHO})
    assert not expected["abstained"]
    assert "Ratna Dewanti" in turn.locator(".k-answer").inner_text()
    assert turn.locator(".k-cite").all_inner_texts() == [f"[{c['n']}]" for c in expected["citations"]]
    cited_words = turn.locator(".k-cited li")
    assert cited_words.count() == len(expected["citations"])
    assert turn.locator(".k-card").count() == len({c["article"] for c in expected["citations"]})
    for index, cited in enumerate(expected["citations"]):
        words = cited_words.nth(index)
        assert words.locator("mark").inner_text() == " ".join(cited["text"].split())
        for link in (turn.locator(".k-cite").nth(index), words.locator(".k-open")):
            open_reader(page, link)
            assert marks(page) == cited["text"]
            assert page.locator(f"{READER} mark").first.is_visible()
            box = page.locator(f"{READER} mark").first.bounding_box()
            assert 0 < box["y"] < 800, "the marked words are out of sight"
            page.keyboard.press("Escape")
            page.wait_for_selector(READER, state="detached")
            page.wait_for_function("!document.querySelector('dialog#k-reader').open")


def test_the_reader_shows_the_whole_article_and_closes(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app)
    page = watched.open()
    turn = watched.ask(WHO)
    link = turn.locator(".k-cite").first
    open_reader(page, link)
    shown = page.locator(f"{READER} .k-article").inner_text()
    article = api(app, "/api/article?path=jembatan.md")
    body = page.evaluate("document.querySelector('dialog#k-reader .k-body').textContent")
    assert body == article["text"]
    for fact in ("Harian Coba", "14 Mar 2023", "Sari Melati", "https://example.com/jembatan", "jembatan.md"):
        assert fact in shown
    assert page.evaluate("document.documentElement.classList.contains('k-reading')")
    page.get_by_role("button", name="Tutup").click()
    page.wait_for_selector(READER, state="detached")
    page.wait_for_function("!document.documentElement.classList.contains('k-reading')")
    assert page.evaluate("document.activeElement.classList.contains('k-cite')")
    # "Back" closes it too, and stays on the page.
    open_reader(page, link)
    page.go_back()
    page.wait_for_selector(READER, state="detached")
    assert page.locator(".k-turn").count() == 1


def test_an_older_answer_keeps_its_own_sources(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app)
    page = watched.open()
    watched.ask(WHO)
    watched.ask(COST)
    first, second = page.locator(".k-turn").nth(0), page.locator(".k-turn").nth(1)
    open_reader(page, first.locator(".k-cite").first)
    assert (
        page.locator(f"{READER} .k-article").get_attribute("data-title") == "Jembatan Kali Bening Diresmikan"
    )
    page.keyboard.press("Escape")
    open_reader(page, second.locator(".k-cite").first)
    assert page.locator(f"{READER} .k-article").get_attribute("data-title") == "Banjir Merendam Desa Wanasari"
    assert "340" in marks(page)


def test_a_link_opens_as_a_page_of_its_own(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app)
    page = watched.open()
    turn = watched.ask(WHO)
    href = turn.locator(".k-cite").first.get_attribute("href")
    page.goto(app.url + href)
    marked = page.locator("mark").all_inner_texts()
    expected = api(app, "/api/ask", {"question": WHO})["citations"][0]["text"]
    assert " ".join("".join(marked).split()) == " ".join(expected.split())
    assert page.locator("script").count() == 0


def test_a_page_may_be_left_while_it_waits_for_an_answer(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app)
    page = watched.open()
    for _ in range(3):
        page.fill("#k-question textarea", WHO)
        page.keyboard.press("Enter")
        page.wait_for_selector(".k-turn")
        watched.open()
    assert "Ratna Dewanti" in watched.ask(WHO).inner_text()


def test_what_the_archive_does_not_hold_is_declined(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app)
    watched.open()
    turn = watched.ask("Siapa presiden Prancis yang pertama kali mendarat di bulan?")
    assert "Jawabannya tidak ditemukan di arsip ini" in turn.locator(".k-answer").inner_text()
    assert turn.locator(".k-cite").count() == 0


def test_an_example_asks_itself(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app)
    page = watched.open()
    chip = page.locator(".k-chip").first
    question = chip.inner_text()
    chip.click()
    page.wait_for_selector(".k-turn")
    assert page.locator(".k-question p").first.inner_text() == question


def test_empty_and_endless_questions(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app)
    page = watched.open()
    page.fill("#k-question textarea", "   ")
    page.click("#k-ask")
    page.wait_for_timeout(500)
    assert page.locator(".k-turn").count() == 0
    turn = watched.ask("panjang " * 1250)
    assert "1000" in turn.locator(".k-error").inner_text().replace(".", "").replace(",", "")
    # What was refused comes back into the box, to be shortened there; the next question is typed after it.
    page.wait_for_function("document.querySelector('#k-question textarea').value.startsWith('panjang')")
    assert "Ratna Dewanti" in watched.ask(WHO).inner_text()


def test_the_archive_is_always_in_sight(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app)
    page = watched.open()
    status = " ".join(page.locator(".k-status").inner_text().split())
    assert status == "3 artikel · terbaru 20 Jan 2024 · 1 berkas ditolak"
    page.click(".k-refused summary")
    assert "rusak.pdf" in page.locator(".k-popover").inner_text()
    reason = api(app, "/api/archive")["refused_files"][0]["reason"]
    assert reason not in page.locator(".k-popover").inner_text(), "the reason is to be in Indonesian"
    page.keyboard.press("Escape")
    assert page.locator(".k-popover").is_hidden()


def test_the_archive_stays_in_sight_while_the_conversation_scrolls(
    app: App, watch: Callable[..., Any]
) -> None:
    for width in (390, 1280):
        watched = watch(app, width=width)
        page = watched.open()
        for _ in range(3):
            watched.ask(WHO)
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        assert page.evaluate("scrollY") > 100
        box = page.locator(".k-status").bounding_box()
        assert 0 <= box["y"] < 60
        assert page.evaluate(
            "([x, y]) => document.elementFromPoint(x, y).closest('.k-status') !== null",
            [box["x"] + 5, box["y"] + 8],
        )


def test_filters_are_exact_and_said(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app)
    page = watched.open()
    page.click("#k-filters > button")
    # The fields come with the opening; what is filled in within their first instant may be taken back.
    page.wait_for_timeout(300)
    page.fill("#k-since input", "2024-01-01")
    turn = watched.ask(WHO)
    assert "terbit sejak 1 Jan 2024" in turn.inner_text()
    assert "Ratna Dewanti" not in turn.locator(".k-answer").inner_text()
    assert "Harian Coba" not in turn.inner_text()


def test_script_in_an_article_is_text_everywhere(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app)
    page = watched.open()
    turn = watched.ask("Siapa yang membuka Festival Layang-layang Tanjungsari?")
    assert "Wira Kusuma" in turn.inner_text()
    assert BAD in turn.locator(".k-card").first.inner_text()
    open_reader(page, turn.locator(".k-card .k-open").first)
    shown = page.locator(f"{READER} .k-article").inner_text()
    assert shown.count("<script>alert(2)</script>") >= 4
    assert page.locator(f"{READER} a[href^=javascript]").count() == 0
    page.keyboard.press("Escape")
    watched.ask(BAD)
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("tab", name="Korpus").click()
    page.wait_for_selector("#k-articles table")
    table = page.locator("#k-articles").inner_text()
    assert BAD in table
    assert BAD_NAME in table
    assert page.locator("#k-articles img, #k-view img, #k-view svg, #k-articles svg").count() == 0


def test_english_by_the_browsers_language(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app, locale="en-GB")
    page = watched.open()
    assert page.locator(".k-hero h2").inner_text() == "Ask the archive, read the evidence."
    assert page.locator(".k-status").inner_text().split()[:2] == ["3", "articles"]
    assert page.locator("#k-ask").inner_text() == "Ask"
    assert page.locator("html").get_attribute("lang") == "en"
    tabs = ["Ask", "Check a quote", "Check a draft", "Speakers", "Corpus"]
    assert page.get_by_role("tab").all_inner_texts() == tabs
    page.click(".k-language")
    page.wait_for_function("document.querySelector('#k-ask')?.innerText === 'Tanya'")
    assert page.locator("html").get_attribute("lang") == "id"


def test_another_language_gets_indonesian(app: App, watch: Callable[..., Any]) -> None:
    page = watch(app, locale="fr-FR").open()
    assert page.locator("#k-ask").inner_text() == "Tanya"


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_width_scrolls_sideways(app: App, watch: Callable[..., Any], width: int) -> None:
    watched = watch(app, width=width, height=844)
    page = watched.open()

    def fits() -> None:
        wide = page.evaluate("[document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth]")
        assert max(wide[:2]) <= wide[2]

    fits()
    turn = watched.ask(WHO)
    fits()
    answer, card = turn.locator(".k-answer").bounding_box(), turn.locator(".k-card").first.bounding_box()
    if width < 900:
        assert card["y"] >= answer["y"] + answer["height"], "the cards are to be under the answer"
    else:
        assert card["x"] >= answer["x"] + answer["width"], "the cards are to be beside the answer"
    open_reader(page, turn.locator(".k-cite").first)
    box = page.locator(READER).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.keyboard.press("Escape")
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("tab", name="Korpus").click()
    page.wait_for_selector("#k-articles table")
    fits()


def test_the_keyboard_reaches_the_source(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app)
    page = watched.open()
    turn = watched.ask(WHO)
    turn.locator(".k-cite").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{READER} .k-article")
    assert page.evaluate("document.querySelector('dialog#k-reader').contains(document.activeElement)")
    page.keyboard.press("Escape")
    page.wait_for_selector(READER, state="detached")


def test_find_an_article_in_the_list_and_open_it(app: App, watch: Callable[..., Any]) -> None:
    page = watch(app).open()
    page.get_by_role("tab", name="Korpus").click()
    page.wait_for_selector("#k-articles table")
    assert page.locator("#k-articles tbody tr").count() == 3
    page.fill("#k-find textarea, #k-find input", "wanasari 2024")
    page.wait_for_function("document.querySelectorAll('#k-articles tbody tr').length === 1")
    open_reader(page, page.locator("#k-articles tbody a").first)
    assert marks(page) == ""
    assert "Bagus Prakoso" in page.locator(READER).inner_text()


def test_upload_rebuild_and_ask_the_new_article(
    start_app: Callable[[], App], watch: Callable[..., Any], tmp_path: Path
) -> None:
    app = start_app()
    (tmp_path / "museum.txt").write_text(
        "Museum Batik Cendana Dibuka\n\nMuseum Batik Cendana dibuka pada Sabtu, 8 Juni 2024. "
        "Direktur Museum Batik Cendana, Laras Wening, mengatakan koleksinya berjumlah 560 kain.\n"
    )
    (tmp_path / "jembatan.md").write_text("Berkas lain dengan nama yang sama.\n")
    (tmp_path / "program.exe").write_bytes(b"MZ")
    old = (app.corpus / "jembatan.md").read_text()
    watched = watch(app)
    page = watched.open()
    assert "tidak ditemukan di arsip ini" in watched.ask("Siapa Direktur Museum Batik Cendana?").inner_text()
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("tab", name="Korpus").click()
    files = [str(tmp_path / name) for name in ("museum.txt", "jembatan.md", "program.exe")]
    page.set_input_files("#k-upload input[type=file]", files)
    page.wait_for_selector(".k-uploads")
    report = page.locator(".k-uploads").inner_text()
    assert "museum.txt\ntersimpan" in report
    assert "tersimpan sebagai jembatan-2.md" in report
    assert "program.exe\nditolak" in report
    assert (app.corpus / "jembatan.md").read_text() == old
    assert not (app.corpus / "program.exe").exists()
    page.click("#k-rebuild")
    page.wait_for_selector("#k-progress progress")
    # Questions go on being answered meanwhile.
    assert not api(app, "/api/ask", {"question": WHO})["abstained"]
    page.wait_for_selector(".k-report", timeout=60_000)
    counts = page.locator(".k-counts").inner_text().replace("\n", " ")
    assert "2 ditambah" in counts
    assert "3 tetap" in counts
    assert "5 artikel" in page.locator(".k-status").inner_text()
    page.get_by_role("tab", name="Tanya").click()
    turn = watched.ask("Siapa Direktur Museum Batik Cendana?")
    assert "Laras Wening" in turn.locator(".k-answer").inner_text()
    open_reader(page, turn.locator(".k-cite").first)
    assert "Laras Wening" in marks(page)


def test_a_follow_up_is_understood_and_says_how(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app)
    watched.open()
    watched.ask(WHO)
    turn = watched.ask("berapa biaya pembangunannya?")
    assert (
        "Dicari bersama pertanyaan sebelumnya: berapa biaya pembangunannya? — soal: Jembatan Kali Bening"
        in turn.inner_text()
    )
    assert "Rp 12 miliar" in turn.locator(".k-answer").inner_text()
    assert watched.ask(COST).locator(".k-filternote").count() == 0


def test_the_api_takes_the_history_of_a_conversation(app: App) -> None:
    asked = {
        "question": "berapa biaya pembangunannya?",
        "history": [{"question": WHO, "answer": "Ratna Dewanti"}],
    }
    found = api(app, "/api/ask", asked)
    assert (
        found["understood"]
        == "berapa biaya pembangunannya? — soal: Jembatan Kali Bening, Ratna Dewanti, meresmikan"
    )
    assert "Rp 12 miliar" in found["answer"]
    assert api(app, "/api/ask", {"question": WHO})["understood"] is None
    for wrong in ("x", [1], [{"question": 1}]):
        with pytest.raises(urllib.error.HTTPError, match="400"):
            api(app, "/api/ask", {"question": WHO, "history": wrong})


def test_compare_shows_a_row_an_outlet_whose_numbers_open(app: App, watch: Callable[..., Any]) -> None:
    page = watch(app).open()
    page.fill("#k-question textarea", COST)
    page.click("#k-compare")
    page.wait_for_selector(".k-compared")
    rows = {r.locator("th").inner_text().split("\n")[0]: r for r in page.locator(".k-compared tr").all()}
    assert "340 rumah" in rows["Kabar Uji"].inner_text()
    assert "Tidak menjawab pertanyaan ini." in rows["Harian Coba"].inner_text()
    open_reader(page, rows["Kabar Uji"].locator(".k-cite").first)
    assert "340 rumah" in marks(page)
    compared = api(app, "/api/compare", {"question": COST})
    assert {row["outlet"] for row in compared["outlets"]} >= {"Kabar Uji", "Harian Coba"}


def test_a_refused_question_stays_in_its_box(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app)
    page = watched.open()
    long = ("Siapa yang meresmikan jembatan itu? " * 40).strip()
    in_box = "words => document.querySelector('#k-question textarea').value === words"
    for button in ("#k-ask", "#k-compare"):
        turns = page.locator(".k-turn .k-error").count()
        page.fill("#k-question textarea", long)
        page.click(button)
        page.wait_for_function("n => document.querySelectorAll('.k-turn .k-error').length > n", arg=turns)
        page.wait_for_function(in_box, arg=long)


def test_an_empty_question_is_answered_with_what_is_missing(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app)
    page = watched.open()
    for button in ("#k-ask", "#k-compare"):
        page.click(button)
        page.wait_for_selector("#k-missing >> text=Ketik dulu pertanyaannya.")
        assert page.locator(".k-turn").count() == 0
    watched.ask(WHO)
    assert page.locator("#k-missing .k-hint").count() == 0


def test_a_new_conversation_forgets_the_old_one(app: App, watch: Callable[..., Any]) -> None:
    watched = watch(app)
    page = watched.open()
    assert not page.locator("#k-new").is_visible()
    watched.ask(WHO)
    page.click("#k-new")
    page.wait_for_selector(".k-hero h2", state="visible")
    assert page.locator(".k-turn").count() == 0
    assert not page.locator("#k-new").is_visible()
    assert "Dicari bersama" not in watched.ask("Kapan itu?").inner_text()


def test_on_a_phone_the_buttons_hold_their_words_with_room_around(
    app: App, watch: Callable[..., Any]
) -> None:
    page = watch(app, width=390, height=844).open()
    for button, room in (("#k-ask", 24), ("#k-compare", 0)):  # that one is a link there
        free = page.evaluate(
            """(id) => {
              const button = document.querySelector(id), words = document.createRange();
              words.selectNodeContents(button);
              return button.getBoundingClientRect().width - words.getBoundingClientRect().width;
            }""",
            button,
        )
        assert free >= room, button
