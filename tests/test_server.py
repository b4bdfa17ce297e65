"""The web server: headers, hosts and origins, the API, the reader, the page, the port."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rag.errors import UsageError
from rag.guard import allowed_hosts, host_allowed
from rag.settings import Settings

TITLE = "Jembatan Kali Bening Diresmikan"
STORY = (
    "Sukamaju, Harian Coba - Wali Kota Sukamaju, Ratna Dewanti, meresmikan Jembatan Kali Bening pada Selasa, "
    "14 Maret 2023. Jembatan itu dibangun selama dua tahun dengan biaya Rp 12 miliar.\n\n"
    '"Jembatan ini milik warga dan harus dijaga bersama," kata Ratna Dewanti.'
)
BAD = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    from rag.index import build_index

    folder = tmp_path_factory.mktemp("server")
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "jembatan.md").write_text(
        f"---\ntitle: {TITLE}\noutlet: Harian Coba\ndate: 2023-03-14\nurl: https://example.com/jembatan\n---\n{STORY}\n"
    )
    (corpus / "jahat.md").write_text(
        f'---\ntitle: "{BAD}"\noutlet: "{BAD}"\ndate: 2022-01-02\n---\nPasar ikan {BAD} ramai.\n'
    )
    (corpus / "rusak.pdf").write_bytes(b"%PDF-1.4 terpotong")
    settings = Settings(corpus, folder / "index")
    build_index(settings)
    return settings


@pytest.fixture(scope="module")
def client(settings: Settings) -> Iterator[Any]:
    from starlette.testclient import TestClient

    from rag.server import create_app

    with TestClient(create_app(settings), base_url="http://127.0.0.1:7860") as client:
        yield client


# --- the door ---


@pytest.mark.figure("S11")
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("HEAD", "/", 200),
        ("GET", "/api/archive", 200),
        ("GET", "/api/compare", 404),
        ("GET", "/kutip/kutip.css", 200),
        ("GET", "/kutip/nothing.css", 404),
        ("GET", "/theme.css", 200),
        ("GET", "/config", 200),
        ("GET", "/artikel?path=tidak-ada", 404),
        ("GET", "/docs", 404),
        ("GET", "/openapi.json", 404),
        ("GET", "/monitoring", 404),
        ("GET", "/gradio_api/file=/etc/passwd", 404),
        ("GET", "/gradio_api/proxy=https://example.com", 404),
        ("GET", "/gradio_api/runs", 404),
        ("POST", "/gradio_api/call/ask", 404),
        ("POST", "/gradio_api/run/ask", 404),
        ("POST", "/gradio_api/component_server", 404),
        ("GET", "/kutip/../server.py", 404),
        ("DELETE", "/api/archive", 405),
        ("OPTIONS", "/api/ask", 405),
        ("POST", "/api/archive", 404),
        ("GET", "/api/ask", 404),
        ("GET", "/api/check", 404),
        ("GET", "/laporan", 404),
        ("POST", "/laporan", 404),
    ],
)
def test_every_response_has_the_headers_and_only_listed_routes_exist(
    client: Any, method: str, path: str, status: int
) -> None:
    response = client.request(method, path)
    assert response.status_code == status
    policy = response.headers["content-security-policy"]
    for part in ("img-src 'self' data:", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert part in policy
    assert "connect-src 'self'" in policy
    script = re.search(r"script-src ([^;]*)", policy)
    assert script is not None
    assert "unsafe-inline" not in script[1]
    assert "http" not in policy
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["referrer-policy"] == "same-origin"
    assert not [h for h in response.headers if h.startswith("access-control-")]


@pytest.mark.figure("S5")
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "kutip.local:7860", ""])
def test_a_foreign_host_name_is_refused(client: Any, host: str) -> None:
    assert client.get("/api/archive", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:7860", "localhost", "LOCALHOST:1", "[::1]:7860"])
def test_the_loopback_names_are_served(client: Any, host: str) -> None:
    assert client.get("/api/archive", headers={"host": host}).status_code == 200


def test_a_server_for_every_address_takes_addresses_but_no_foreign_name() -> None:
    hosts = allowed_hosts("0.0.0.0")
    assert host_allowed("192.168.1.7:7860", hosts)
    assert host_allowed("[fe80::1]:80", hosts)
    assert not host_allowed("evil.example", hosts)
    assert not host_allowed("192.168.1.7", allowed_hosts("127.0.0.1"))


@pytest.mark.figure("S5")
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/api/ask", "/gradio_api/queue/join", "/gradio_api/upload"])
def test_another_sites_page_cannot_post(client: Any, path: str, headers: dict[str, str]) -> None:
    assert client.post(path, content=b"{}", headers=headers).status_code == 403


def test_the_own_page_can_post(client: Any) -> None:
    headers = {"origin": "http://127.0.0.1:7860", "sec-fetch-site": "same-origin"}
    assert client.post("/api/search", json={"query": "jembatan"}, headers=headers).status_code == 200


def test_no_foreign_origin_is_allowed_to_read(client: Any) -> None:
    response = client.get("/config", headers={"origin": "https://evil.example"})
    assert not [h for h in response.headers if h.startswith("access-control-")]


@pytest.mark.parametrize("length", ["70000", "-1", "x"])
def test_a_large_or_lying_body_is_refused(client: Any, length: str) -> None:
    response = client.post("/api/ask", content=b"{}", headers={"content-length": length})
    assert response.status_code in (400, 413)


def test_a_body_without_a_length_is_counted(client: Any) -> None:
    chunks = (b"x" * 10_000 for _ in range(20))
    assert client.post("/api/ask", content=chunks).status_code == 413


# --- the API ---


def test_ask_returns_the_json_of_the_command_line(client: Any) -> None:
    body = client.post("/api/ask", json={"question": "Siapa yang meresmikan Jembatan Kali Bening?"}).json()
    assert set(body) >= {
        "question",
        "answer",
        "abstained",
        "confidence",
        "mode",
        "citations",
        "nearest",
        "archive",
    }
    assert body["archive"]["articles"] == 2
    assert body["archive"]["refused"] == 1
    for cited in body["citations"] + body["nearest"]:
        text = client.get("/api/article", params={"path": cited["article"]}).json()["text"]
        assert text[cited["start"] : cited["end"]] == cited["text"]


def test_search_finds_and_filters_exactly(client: Any) -> None:
    query = {"query": "jembatan", "k": 5}
    hits = client.post("/api/search", json=query).json()["hits"]
    assert hits[0]["article"] == "jembatan.md"
    assert [h["rank"] for h in hits] == list(range(1, len(hits) + 1))
    later = client.post("/api/search", json={**query, "since": "2023-03-15"}).json()["hits"]
    assert later == []
    same_day = client.post("/api/search", json={**query, "since": "2023-03-14", "until": "2023-03-14"}).json()
    assert {h["article"] for h in same_day["hits"]} == {"jembatan.md"}
    outlet = client.post("/api/search", json={**query, "outlet": "HARIAN COBA"}).json()["hits"]
    assert {h["article"] for h in outlet} == {"jembatan.md"}


def test_the_archive_says_what_it_holds_and_what_it_refused(client: Any) -> None:
    body = client.get("/api/archive").json()
    assert (body["articles"], body["latest_date"], body["example"]) == (2, "2023-03-14", False)
    assert [r["path"] for r in body["refused_files"]] == ["rusak.pdf"]
    assert body["refused_files"][0]["reason"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b"\xff\xfe",
        b"[" * 30_000,
        b"{}",
        b'{"question": null}',
        b'{"question": 7}',
        b'{"question": ""}',
        b'{"question": "   "}',
        json.dumps({"question": "a" * 10_000}).encode(),
        b'{"question": "apa", "since": "kemarin"}',
        b'{"question": "apa", "since": "2023-02-30"}',
        b'{"question": "apa", "since": "2023-05-02", "until": "2023-05-01"}',
        b'{"question": "apa", "outlet": ["x"]}',
        b'{"question": "apa", "since": 2023}',
        b'{"question": "apa", "speaker": ["Sari"]}',
        b'{"question": "apa", "outlet": "Harian Cuba"}',
    ],
)
def test_bad_input_is_a_400_with_one_sentence(client: Any, body: bytes) -> None:
    response = client.post("/api/ask", content=body)
    assert response.status_code == 400
    assert list(response.json()) == ["error"]
    assert "Traceback" not in response.text
    english = client.post("/api/ask", content=body, headers={"accept-language": "en"})
    assert english.json()["error"] != response.json()["error"]


ASKED = {
    "ask": {"question": "Siapa yang meresmikan jembatan?"},
    "compare": {"question": "Siapa yang meresmikan jembatan?"},
    "search": {"query": "jembatan"},
    "check": {"quote": "Jembatan ini milik warga"},
    "draft": {"text": "Jembatan ini milik warga."},
    "quotes": {},
}  # fmt: skip


@pytest.mark.parametrize("name", ASKED)
def test_a_key_that_nothing_reads_is_refused_by_name(client: Any, name: str) -> None:
    for key in ("penutur", "id", "Outlet", "\ud800", *(["speaker"] if name in ("compare", "draft") else [])):
        body = json.dumps({**ASKED[name], key: "x"}).encode()
        response = client.post(f"/api/{name}", content=body)
        assert response.status_code == 400
        assert repr(key) in response.json()["error"]
    assert client.post(f"/api/{name}", json=ASKED[name]).status_code == 200


@pytest.mark.parametrize("name", ["ask", "search"])
def test_a_speaker_narrows_questions_and_searches(client: Any, name: str) -> None:
    def searched(speaker: str | None) -> int:
        body = client.post(f"/api/{name}", json={**ASKED[name], "speaker": speaker}).json()
        found = [hit["article"] for hit in body.get("hits") or body.get("citations") or []]
        assert bool(found) is bool(body["archive"]["searched"])
        return int(body["archive"]["searched"])

    assert [searched(name) for name in (None, "", "Ratna Dewanti", "Siti Tidakada")] == [2, 2, 1, 0]


@pytest.mark.parametrize("name", ["ask", "compare", "search", "check", "quotes"])
def test_an_outlet_that_is_not_there_is_named_with_the_nearest(client: Any, name: str) -> None:
    response = client.post(f"/api/{name}", json={**ASKED[name], "outlet": "Harian Cuba"})
    assert response.status_code == 400
    assert "'Harian Cuba'; yang terdekat: Harian Coba" in response.json()["error"]


@pytest.mark.parametrize("k", [0, -1, 101, "5", 1.5, True, None])
def test_a_bad_number_of_hits_is_a_400(client: Any, k: Any) -> None:
    assert client.post("/api/search", json={"query": "jembatan", "k": k}).status_code == 400


@pytest.mark.parametrize(
    "question",
    ["\ud800 apa", "\x00\x01\x1b[31m apa", "apa " + "(.*)+$[\\" * 20, "' OR 1=1 --", "😀" * 300 + " apa"],
)
def test_odd_characters_are_no_server_error(client: Any, question: str) -> None:
    response = client.post("/api/ask", content=json.dumps({"question": question}).encode())
    assert response.status_code in (200, 400)


@pytest.mark.parametrize("path", ["", "tidak-ada.md", "../../etc/passwd", "/etc/passwd", "jembatan.md\x00"])
def test_an_article_that_is_not_there_is_a_404(client: Any, path: str) -> None:
    response = client.get("/api/article", params={"path": path})
    assert response.status_code == 404
    assert "root:" not in response.text


def test_without_an_index_the_api_says_so_and_the_page_still_opens(tmp_path: Path) -> None:
    from starlette.testclient import TestClient

    from rag.server import create_app

    (tmp_path / "corpus").mkdir()
    app = create_app(Settings(tmp_path / "corpus", tmp_path / "index"))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        response = client.post("/api/ask", json={"question": "Apa kabar?"})
        assert response.status_code == 503
        assert "rag index" in response.json()["error"]
        assert client.get("/").status_code == 200


@pytest.mark.figure("S9")
def test_no_log_line_holds_what_was_asked(client: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    asked = "Rahasia sekali: siapa \n\x1b[31mWali Kota?"
    fields = {"ask": "question", "compare": "question", "search": "query", "check": "quote", "draft": "text"}
    for name, field in fields.items():
        assert client.post(f"/api/{name}", json={field: asked, "speaker": asked}).status_code in (200, 400)
        client.post(f"/api/{name}", json={field: asked, "since": asked})
    client.get("/artikel", params={"path": asked})
    ours = [r.getMessage() for r in caplog.records if not r.name.startswith("httpx")]
    assert [message for message in ours if "Rahasia" in message] == []


# --- quotations ---

SAID = "Jembatan ini milik warga dan harus dijaga bersama"
DRAFT = f'Wali kota bangga. "{SAID}," kata Budi Santoso.'


def test_check_returns_the_json_of_the_command_line(client: Any) -> None:
    body = client.post("/api/check", json={"quote": SAID, "speaker": "Ratna Dewanti"}).json()
    assert (body["verdict"], body["attribution"]) == ("verbatim", "match")
    best = body["sources"][0]
    text = client.get("/api/article", params={"path": best["article"]}).json()["text"]
    assert text[best["start"] : best["end"]] == best["text"]
    assert body["archive"]["articles"] == 2
    later = client.post("/api/check", json={"quote": SAID, "since": "2024-01-01"}).json()
    assert later["verdict"] == "not_found"
    assert (later["archive"]["articles"], later["archive"]["searched"]) == (2, 0)


def test_a_draft_is_checked_with_its_corrections(client: Any) -> None:
    body = client.post("/api/draft", json={"text": DRAFT}).json()
    (quote,) = body["quotes"]
    assert (quote["speaker"], quote["verdict"]) == ("Budi Santoso", "misattributed")
    assert body["summary"]["misattributed"] == 1
    assert SAID in DRAFT[quote["start"] : quote["end"]]
    right = client.post("/api/draft", json={"text": DRAFT, "corrections": {"0": "Ratna Dewanti"}}).json()
    assert right["quotes"][0]["verdict"] == "verbatim"
    nobody = client.post("/api/draft", json={"text": DRAFT, "corrections": {"0": None}}).json()
    assert nobody["quotes"][0]["attribution"] == "unclaimed"


def test_a_long_draft_passes_the_door(client: Any) -> None:
    text = "Kalimat tanpa kutipan apa pun di dalamnya. " * 5_000 + DRAFT
    assert len(client.post("/api/draft", json={"text": text}).json()["quotes"]) == 1


def test_quotes_are_listed_by_speaker(client: Any) -> None:
    everybody = client.post("/api/quotes", json={}).json()["quotes"]
    assert SAID in [q["text"].rstrip(",") for q in everybody]
    ratna = client.post("/api/quotes", json={"speaker": "Ratna Dewanti"}).json()["quotes"]
    assert {q["speaker"] for q in ratna} == {"Ratna Dewanti"}
    assert client.post("/api/quotes", json={"speaker": "Siti Tidakada"}).json()["quotes"] == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("check", b"[]"),
        ("check", b"{}"),
        ("check", b'{"quote": ""}'),
        ("check", b'{"quote": "?!"}'),
        ("check", b'{"quote": "satu dua tiga empat", "speaker": 7}'),
        ("check", b'{"quote": "satu dua tiga empat", "since": "kemarin"}'),
        ("check", json.dumps({"quote": "kata " * 9_000}).encode()),
        ("draft", b"{}"),
        ("draft", b'{"text": ""}'),
        ("draft", b'{"text": "a", "corrections": [1]}'),
        ("draft", b'{"text": "a", "corrections": {"x": "Sari"}}'),
        ("draft", b'{"text": "a", "corrections": {"-1": "Sari"}}'),
        ("draft", b'{"text": "a", "corrections": {"0": 5}}'),
        ("quotes", b'{"speaker": ["Sari"]}'),
        ("quotes", b'{"until": 2023}'),
    ],
)
def test_a_bad_quotation_is_a_400_with_one_sentence(client: Any, path: str, body: bytes) -> None:
    response = client.post(f"/api/{path}", content=body)
    assert response.status_code == 400
    assert list(response.json()) == ["error"]


@pytest.mark.parametrize("query", ["", "?id=x&jenis=html", "?id=../../etc/passwd&jenis=csv"])
def test_a_report_that_is_not_there_is_a_404_that_says_what_to_do(client: Any, query: str) -> None:
    response = client.get(f"/laporan{query}")
    assert response.status_code == 404
    assert "Periksa naskahnya sekali lagi" in response.text


# --- the reader and the page ---


def test_the_reader_marks_exactly_the_characters(client: Any) -> None:
    text = client.get("/api/article", params={"path": "jembatan.md"}).json()["text"]
    start = text.index("Ratna")
    query = {"path": "jembatan.md", "start": start, "end": start + 13}
    whole = client.get("/artikel", params=query)
    part = client.get("/artikel", params={**query, "bagian": 1})
    for html in (whole.text, part.text):
        assert re.findall('<mark id="kutipan">(.*?)</mark>', html) == ["Ratna Dewanti"]
    assert whole.text.startswith("<!doctype html>")
    assert part.text.startswith("<article")
    assert "<script" not in whole.text


def test_hostile_articles_are_text_in_every_view(client: Any) -> None:
    for path in ("/artikel?path=jahat.md", "/artikel?path=jahat.md&bagian=1", f"/artikel?path={BAD}"):
        html = client.get(path).text
        assert "<img" not in html
        assert "&lt;img src=x onerror=alert(1)&gt;" in html


@pytest.mark.parametrize("start", ["-1", "x", "99999999999999", "1e3", ""])
def test_an_impossible_span_marks_nothing(client: Any, start: str) -> None:
    response = client.get("/artikel", params={"path": "jembatan.md", "start": start, "end": "5"})
    assert response.status_code == 200
    assert "<mark>" not in response.text


def test_the_page_is_in_the_readers_language_and_loads_nothing_remote(client: Any) -> None:
    indonesian = client.get("/")
    english = client.get("/", headers={"accept-language": "en-GB,en;q=0.9"})
    assert 'lang="id"' in indonesian.text[:200]
    assert 'lang="en"' in english.text[:200]
    for page in (indonesian, english):
        policy_nonce = re.search(r"'nonce-([^']+)'", page.headers["content-security-policy"])
        assert policy_nonce is not None
        scripts = re.findall(r"<script([^>]*)>", page.text)
        assert scripts
        assert all(f'nonce="{policy_nonce[1]}"' in s for s in scripts)
        loaded = re.findall(r'<(?:script|link|img|iframe)[^>]*?(?:src|href)="([^"]*)"', page.text)
        assert loaded
        assert not [u for u in loaded if "//" in u]
        assert "og:image" not in page.text
    assert client.get("/").headers["content-security-policy"] != indonesian.headers["content-security-policy"]


def test_the_reader_can_choose_a_language(client: Any) -> None:
    response = client.get("/bahasa?ke=en", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, "/")
    assert 'lang="en"' in client.get("/", headers={"cookie": "kutip_lang=en"}).text[:200]
    assert "set-cookie" not in client.get("/bahasa?ke=xx", follow_redirects=False).headers
    client.cookies.clear()


def test_no_gradio_event_is_callable_by_name(client: Any) -> None:
    config = client.get("/config").json()
    assert config["dependencies"]
    assert {d["api_visibility"] for d in config["dependencies"]} == {"private"}
    assert config["analytics_enabled"] is False
    assert config["i18n_translations"]["en"]["ask"] == "Ask"


def test_static_files_name_no_other_host() -> None:
    static = Path(__file__).resolve().parent.parent / "rag" / "ui" / "static"
    for file in static.iterdir():
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "//" not in re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE), file.name
        assert "@import" not in text


# --- starting ---


def test_a_taken_port_is_said_with_what_to_do() -> None:
    from rag.server import bind

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"RAG_PORT={port + 1}"):
            bind(Settings(port=port))


@pytest.mark.parametrize("name", ["RAG_INDEX", "RAG_CORPUS"])
def test_a_folder_that_cannot_be_used_is_said_without_a_traceback(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from rag.server import main

    monkeypatch.setenv("RAG_INDEX", str(tmp_path / "index"))
    monkeypatch.setenv("RAG_PORT", "0")
    monkeypatch.setenv(name, str(tmp_path / ("x" * 300)))
    assert main() == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert all("File name too long" in line and name in line for line in said)


def test_an_address_of_another_machine_is_said() -> None:
    from rag.server import bind

    with pytest.raises(UsageError, match="RAG_HOST"):
        bind(Settings(host="203.0.113.7", port=0))


def test_a_free_port_is_taken() -> None:
    from rag.server import address, bind

    with bind(Settings(port=0)) as sock:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", address(sock))
