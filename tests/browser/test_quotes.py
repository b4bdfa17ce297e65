"""What a fact-checker does: check a quotation, a whole draft, and look up who said what."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rag.ui.texts import texts
from rag.verdict_names import ATTRIBUTIONS, FLAGS, VERDICTS
from tests.browser.conftest import BAD, App
from tests.browser.test_app import READER, api, marks, open_reader

pytestmark = pytest.mark.browser
PROMISE = "Kami tidak akan menutup 12 pasar itu tahun ini, kecuali pedagang meminta"
WHO = "Kepala Dinas Perdagangan Sukamaju, Sari Wulandari"
NAFKAH = "Kalau pasar ditutup, seribu keluarga kehilangan nafkah mereka"
FILES = {
    "pasar.md": f"""---
title: Pasar Cempaka Tetap Buka
outlet: Harian Coba
date: 2023-03-14
---
Pasar itu tetap buka. "{PROMISE}," kata {WHO}, Senin (13/3/2023).

Ketua Paguyuban Pedagang, Bagus Prakoso, mengaku lega. "{NAFKAH}," tutur Bagus.
""",
    "ulang.md": f"""---
title: Dinas Mengulangi Janjinya
outlet: Kabar Uji
date: 2023-04-02
---
Di balai kota, janji itu terdengar sekali lagi di depan para pedagang. "{PROMISE}," kata Sari Wulandari.

Sari mengatakan tempat sementara disiapkan bagi pedagang yang kiosnya rusak.
""",
    "jahat.md": f"""---
title: '{BAD}'
outlet: '{BAD}'
date: 2022-05-06
---
Festival dibuka kemarin. "Layangan kami {BAD} terbang \u202etinggi sekali hari ini," kata Wira Kusuma.
""",
    "rusak.pdf": "%PDF-1.4 terpotong",
}
DRAFT = f"""Pasar tetap buka. "{PROMISE}," kata Sari Wulandari.

"Kami akan menutup 21 pasar itu tahun ini, kecuali pedagang meminta," ujar Sari Wulandari.

"{NAFKAH}," kata Ratna Dewanti.

"Gerobak ungu menari di atas awan sepanjang malam tanpa lelah," tutur Bagus Prakoso.
"""


@pytest.fixture(scope="session")
def quotes_app(start_app: Callable[..., App]) -> App:
    """The app over articles with quotations; tests only read from it."""
    return start_app(FILES)


def tab(watched: Any, name: str) -> Any:
    page = watched.open()
    page.get_by_role("tab", name=name, exact=True).click()
    return page


def field(page: Any, id: str) -> Any:
    return page.locator(f"#{id} textarea, #{id} input").first


def check(page: Any, quote: str, speaker: str = "") -> Any:
    """Check a quotation on its tab and return the result."""
    field(page, "k-quote").fill(quote)
    field(page, "k-claimed").fill(speaker)
    page.click("#k-check")
    shown = page.locator("#k-checked .k-asked blockquote", has_text=quote[:40].strip())
    shown.wait_for()
    return page.locator("#k-checked .k-check")


def check_draft(page: Any, text: str) -> Any:
    field(page, "k-draft-text").fill(text)
    page.click("#k-check-draft")
    page.wait_for_selector("#k-drafted .k-draft")
    return page.locator(".k-row")


def verdict(place: Any) -> str:
    return str(place.locator(".k-finding h3 .k-verdict").inner_text().split(maxsplit=1)[1])


def test_a_true_quotation_opens_its_source_at_the_very_words(
    quotes_app: App, watch: Callable[..., Any]
) -> None:
    page = tab(watch(quotes_app), "Cek Kutipan")
    found = check(page, f"“{PROMISE.upper()}”", "Sari Wulandari")
    assert verdict(found) == VERDICTS["verbatim"].label()
    assert found.locator(".k-attribution").inner_text().endswith(ATTRIBUTIONS["match"].label())
    assert found.locator(".k-diff").count() == 0
    best = found.locator(".k-card").first
    shown = best.inner_text()
    for fact in ("Harian Coba", "14 Mar 2023", "Sari Wulandari", "Kepala Dinas Perdagangan", "13 Mar 2023"):
        assert fact in shown
    assert "paling awal" in shown
    assert "Kabar Uji" in found.locator(".k-sources").inner_text()
    open_reader(page, best.locator(".k-open"))
    assert " ".join(marks(page).split()) == PROMISE
    box = page.locator(f"{READER} mark").first.bounding_box()
    assert 0 < box["y"] < 800, "the marked words are out of sight"


def test_a_changed_quotation_shows_each_change_with_a_sign(
    quotes_app: App, watch: Callable[..., Any]
) -> None:
    page = tab(watch(quotes_app), "Cek Kutipan")
    found = check(page, "Kami akan menutup 21 pasar itu tahun ini", "Sari")
    assert verdict(found) == VERDICTS["altered"].label()
    words = found.locator(".k-diff .k-words")
    assert [d.inner_text().split()[-1] for d in words.locator("del").all()] == ["−tidak", "−12"]
    assert [i.inner_text().split()[-1] for i in words.locator("ins").all()] == ["+21"]
    flags = found.locator(".k-flags").inner_text()
    assert FLAGS["negasi"].meaning() in flags
    assert FLAGS["angka"].meaning() in flags


def test_words_of_another_are_misattributed_and_an_unknown_speaker_is_not_confirmed(
    quotes_app: App, watch: Callable[..., Any]
) -> None:
    page = tab(watch(quotes_app), "Cek Kutipan")
    found = check(page, NAFKAH, "Ratna Dewanti")
    assert verdict(found) == VERDICTS["misattributed"].label()
    said = found.locator(".k-finding").inner_text()
    assert "Konon oleh: Ratna Dewanti" in said
    assert "Di sumber: Bagus Prakoso" in said
    unclaimed = check(page, NAFKAH)
    page.wait_for_selector("#k-checked .k-attribution.k-is-unclaimed")
    assert verdict(unclaimed) == VERDICTS["verbatim"].label()
    assert unclaimed.locator(".k-attribution.k-is-match").count() == 0
    colours = [
        found.locator(kind).first.evaluate("badge => getComputedStyle(badge).color")
        for kind in (".k-verdict", ".k-attribution")
    ]
    assert colours[0] != colours[1], "an unconfirmed speaker looks confirmed"


def test_what_nobody_said_is_not_found_and_says_where_was_looked(
    quotes_app: App, watch: Callable[..., Any]
) -> None:
    page = tab(watch(quotes_app), "Cek Kutipan")
    found = check(page, "Gerobak ungu menari di atas awan sepanjang malam tanpa lelah", "Sari")
    assert verdict(found) == VERDICTS["not_found"].label()
    said = found.locator(".k-searched").inner_text()
    assert said == "Dicari di 3 artikel, sampai tanggal 2 Apr 2023; 1 berkas ditolak."
    page.click("#k-check-filters > button")
    page.wait_for_timeout(300)
    page.fill("#k-check-until input", "2022-12-31")
    page.click("#k-check")
    page.wait_for_selector("#k-checked .k-filternote:has-text('Disaring')")
    said = page.locator("#k-checked .k-searched").inner_text()
    assert said.startswith("Dicari di 1 artikel, sampai tanggal 31 Des 2022;")
    # The filter is exact: what a later article says is not found.
    late = check(page, PROMISE)
    assert verdict(late) == VERDICTS["not_found"].label()
    assert "Harian Coba" not in late.inner_text()


def test_nothing_typed_gets_a_hint_and_a_bad_date_a_sentence(
    quotes_app: App, watch: Callable[..., Any]
) -> None:
    page = tab(watch(quotes_app), "Cek Kutipan")
    page.click("#k-check")
    page.wait_for_selector("#k-checked .k-hint")
    assert page.locator("#k-checked").inner_text() == texts("id")["quote_missing"]
    field(page, "k-quote").fill("…!?")
    page.click("#k-check")
    page.wait_for_selector("#k-checked .k-error")
    assert "Kutipannya kosong" in page.locator("#k-checked .k-error").inner_text()
    page.get_by_role("tab", name="Cek Naskah").click()
    page.click("#k-check-draft")
    page.wait_for_selector("#k-drafted .k-hint")
    field(page, "k-draft-text").fill("Tidak ada kutipan di sini.")
    page.click("#k-check-draft")
    page.wait_for_selector(f"#k-drafted .k-hint:has-text('{texts('id')['no_quotes'][:20]}')")


def test_a_draft_is_checked_a_speaker_corrected_and_the_report_taken_along(
    quotes_app: App, watch: Callable[..., Any], tmp_path: Path
) -> None:
    page = tab(watch(quotes_app), "Cek Naskah")
    rows = check_draft(page, DRAFT)
    expected = ["verbatim", "altered", "misattributed", "not_found"]
    answer = api(quotes_app, "/api/draft", {"text": DRAFT})
    assert [q["verdict"] for q in answer["quotes"]] == expected
    labels = [row.locator("summary .k-verdict").inner_text().split(maxsplit=1)[1] for row in rows.all()]
    assert labels == [VERDICTS[v].label() for v in expected]
    tally = page.locator(".k-tally").inner_text()
    assert all(VERDICTS[v].label() in tally for v in expected)
    assert "Ratna Dewanti" in rows.nth(2).locator(".k-claim").inner_text()
    rows.nth(1).locator("summary").click()
    assert rows.nth(1).locator(".k-diff ins").first.inner_text().split()[-1] == "+21"
    open_reader(page, rows.nth(1).locator(".k-open").first)
    assert "12 pasar" in marks(page)
    page.keyboard.press("Escape")
    before = page.locator(".k-download").first.get_attribute("href")
    rows.nth(2).locator("summary").click()
    rows.nth(2).locator(".k-correction input").fill("Bagus Prakoso")
    page.keyboard.press("Enter")
    page.wait_for_selector(".k-corrected")
    assert rows.nth(2).locator("summary .k-verdict").inner_text().split()[-1] == VERDICTS["verbatim"].label()
    assert "Bagus Prakoso" in rows.nth(2).locator(".k-claim").inner_text()
    assert rows.nth(2).locator(".k-full").is_visible()
    links = page.locator(".k-download")
    assert links.first.get_attribute("href") != before
    files = {}
    for link in links.all():
        with page.expect_download() as waiting:
            link.click()
        name = waiting.value.suggested_filename
        waiting.value.save_as(tmp_path / name)
        files[Path(name).suffix] = (tmp_path / name).read_text(encoding="utf-8-sig")
    assert set(files) == {".html", ".csv", ".md"}
    for text in files.values():
        assert "Bagus Prakoso" in text
        assert PROMISE in text
        assert "Ratna Dewanti" not in text
    assert "<script" not in files[".html"]
    assert len(list(csv.reader(io.StringIO(files[".csv"])))) == 1 + len(expected)


def test_a_draft_is_read_from_a_file(quotes_app: App, watch: Callable[..., Any], tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    for line in DRAFT.split("\n\n"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "naskah.docx"))
    (tmp_path / "rusak.docx").write_bytes(b"bukan docx")
    page = tab(watch(quotes_app), "Cek Naskah")
    page.set_input_files("#k-draft-upload input[type=file]", str(tmp_path / "naskah.docx"))
    page.wait_for_selector("#k-drafted .k-draft")
    assert page.locator(".k-row").count() == 4
    assert PROMISE in field(page, "k-draft-text").input_value()
    page.set_input_files("#k-draft-upload input[type=file]", str(tmp_path / "rusak.docx"))
    page.wait_for_selector("#k-drafted .k-error")
    said = page.locator("#k-drafted .k-error").inner_text()
    assert "rusak.docx" in said
    assert "/" not in said, "the reader is shown where the upload lies"
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    page.set_input_files("#k-draft-upload input[type=file]", str(tmp_path / "foto.jpg"))
    page.wait_for_selector("#k-drafted .k-error >> text=foto.jpg jenisnya tidak didukung")
    assert "rusak.docx" not in page.locator("#k-drafted").inner_text()
    assert page.get_by_label("Click to upload or drop files").count() == 0


def test_who_said_what_is_listed_by_date_and_found_by_name_and_words(
    quotes_app: App, watch: Callable[..., Any]
) -> None:
    page = tab(watch(quotes_app), "Penutur")
    page.wait_for_selector(".k-saying")
    said = page.locator(".k-saying")
    known = api(quotes_app, "/api/quotes", {})["quotes"]
    assert said.count() == len(known)
    shown = [line.split("\n")[0] for line in page.locator(".k-day").all_inner_texts()]
    assert shown[0] == "2 Apr 2023"
    assert shown[-1] == "6 Mei 2022"
    kinds = " ".join(page.locator(".k-saying .k-kind").all_inner_texts())
    assert "langsung" in kinds
    assert page.locator(".k-saying-indirect .k-kind-indirect").count() >= 1
    page.locator("#k-names .k-chip", has_text="Sari Wulandari").click()
    page.wait_for_function(
        "![...document.querySelectorAll('.k-saying')].some(e => e.innerText.includes('Bagus'))"
    )
    assert field(page, "k-speaker").input_value() == "Sari Wulandari"
    assert said.count() == len(api(quotes_app, "/api/quotes", {"speaker": "Sari Wulandari"})["quotes"]) >= 3
    field(page, "k-words").fill("tempat sementara")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('.k-saying').length === 1")
    open_reader(page, page.locator(".k-saying a").first)
    assert "tempat sementara disiapkan" in marks(page)
    page.keyboard.press("Escape")
    field(page, "k-words").fill("gerobak ungu")
    page.keyboard.press("Enter")
    page.wait_for_selector("#k-said .k-hint")


@pytest.mark.parametrize("bad", [BAD, "\u202e\u2066<svg onload=alert(3)>", "${alert(4)}{{alert(5)}}"])
def test_hostile_text_is_text_on_every_tab(quotes_app: App, watch: Callable[..., Any], bad: str) -> None:
    page = tab(watch(quotes_app), "Cek Kutipan")
    found = check(page, f"Layangan kami terbang tinggi sekali hari ini {bad}", bad)
    assert "alert" in found.inner_text()
    page.get_by_role("tab", name="Cek Naskah").click()
    rows = check_draft(
        page, f'Katanya begitu. "Layangan kami {bad} terbang tinggi sekali hari ini," kata Wira Kusuma.'
    )
    rows.first.locator("summary").click()
    rows.first.locator(".k-correction input").fill(bad)
    rows.first.locator(".k-again").click()
    page.wait_for_selector(".k-corrected")
    page.get_by_role("tab", name="Penutur").click()
    page.wait_for_selector(".k-saying")
    field(page, "k-speaker").fill(bad)
    field(page, "k-words").fill(bad)
    page.keyboard.press("Enter")
    page.wait_for_selector("#k-said .k-hint")
    made = page.locator("#k-tabs .k-result :is(img, script, svg, iframe, [onerror], [onload])").count()
    assert made == 0


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_width_scrolls_sideways_and_every_tab_is_in_sight(
    quotes_app: App, watch: Callable[..., Any], width: int
) -> None:
    page = watch(quotes_app, width=width, height=844).open()

    def fits() -> None:
        wide = page.evaluate("[document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth]")
        assert max(wide[:2]) <= wide[2]

    tabs = page.get_by_role("tab")
    assert tabs.all_inner_texts() == ["Tanya", "Cek Kutipan", "Cek Naskah", "Penutur", "Korpus"]
    assert all(t.is_visible() for t in tabs.all())
    tabs.nth(1).click()
    check(page, PROMISE + " " + "panjang" * 30, "Sari")
    fits()
    tabs.nth(2).click()
    rows = check_draft(page, DRAFT)
    rows.nth(2).locator("summary").click()
    fits()
    tabs.nth(3).click()
    page.wait_for_selector(".k-saying")
    fits()


def test_the_keyboard_alone_checks_and_opens(quotes_app: App, watch: Callable[..., Any]) -> None:
    page = tab(watch(quotes_app), "Cek Naskah")
    check_draft(page, DRAFT)
    page.locator(".k-row summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".k-row details").first.get_attribute("open") is not None
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.k-card .k-open')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{READER} .k-article")
    assert marks(page).strip(",") == PROMISE


def test_the_tabs_speak_english_to_who_asks_for_it(quotes_app: App, watch: Callable[..., Any]) -> None:
    page = tab(watch(quotes_app, locale="en-GB"), "Check a quote")
    found = check(page, "Kami akan menutup 21 pasar itu tahun ini", "Sari")
    assert verdict(found) == VERDICTS["altered"].label("en")
    assert VERDICTS["altered"].meaning("en") in found.inner_text()
    assert "only in the source" in found.inner_text()


UNDER_THE_MASTHEAD = """(result) => {
  const bar = document.querySelector('#k-masthead').getBoundingClientRect();
  const under = document.elementFromPoint(innerWidth / 2, bar.bottom + 8);
  return scrollY > 0 && Boolean(under?.closest(result));
}"""


def test_a_verdict_fades_once_another_quotation_is_typed(quotes_app: App, watch: Callable[..., Any]) -> None:
    page = tab(watch(quotes_app), "Cek Kutipan")
    check(page, PROMISE, "Sari Wulandari")
    assert page.locator(".k-check.k-stale").count() == 0
    page.fill("#k-quote textarea", PROMISE + " Lagi")
    assert page.locator(".k-check.k-stale").count() == 1
    page.click("#k-check")
    page.locator("#k-checked .k-asked blockquote", has_text="Lagi").wait_for()
    assert page.locator(".k-check.k-stale").count() == 0


def test_a_result_begins_right_under_the_masthead(quotes_app: App, watch: Callable[..., Any]) -> None:
    page = tab(watch(quotes_app, width=390, height=844), "Cek Kutipan")
    check(page, PROMISE, "Sari Wulandari")
    page.wait_for_function(UNDER_THE_MASTHEAD, arg=".k-check")
    # However short it is: the page goes on below it.
    page = tab(watch(quotes_app), "Cek Naskah")
    check_draft(page, f'"{PROMISE}," kata Sari Wulandari.')
    page.wait_for_function(UNDER_THE_MASTHEAD, arg=".k-draft")
