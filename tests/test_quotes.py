"""Extraction of quotations: cases for every rule, properties for any text, floors on labelled articles."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import offices
from bench.extraction import Tally, compare, labels, measure
from bench.renaming import measure_renamed, new_names, renamed
from rag.documents import Article, Quote
from rag.quotes import extract
from rag.speech.marks import quotations
from rag.speech.prose import STRETCH

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data" / "quotes"
CASES: list[dict[str, Any]] = json.loads((ROOT / "tests/cases/quotes.json").read_text(encoding="utf-8"))


def article(text: str) -> Article:
    return Article("a.md", text, date="2025-07-10")


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_a_case_yields_its_quotations_and_no_other(case: dict[str, Any]) -> None:
    made = extract(article(case["text"]))
    assert [(q.kind, q.text, q.speaker) for q in made] == [
        (q["kind"], q["text"], q["speaker"]) for q in case["quotes"]
    ]
    for quote, wanted in zip(made, case["quotes"], strict=True):
        assert {key: getattr(quote, key) for key in wanted} == wanted


def check_shape(text: str, made: list[Quote]) -> None:
    for quote in made:
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.text == text[quote.start : quote.end] == quote.text.strip()
        assert quote.kind in {"direct", "indirect"}
        assert quote.rule
    assert [(q.start, q.end) for q in made] == sorted((q.start, q.end) for q in made)


PIECES = st.sampled_from(
    [
        '"', "”", "“", "‘", "'", "«", "»", '""', ",", ".", "?", ":", " ", "\n", "\n\n", "(", ")", "-", "—",
        "kata", "katanya", "ujar", " tanya ", "mengatakan", "menurut", "dia", "mereka", "itu", "yang", "nya",
        "Budi", "Sari Wulandari", "Ketua", "Menteri", "PT", "seorang warga", "sumber", "Senin (3/7)",
        "3 Juli", "dikutip dari", "Reuters", "@akun", "Kami siap", "harga naik", "Dr.", "H.", "S.H.",
        "…", "\u2028", "İ",
    ]
)  # fmt: skip


@given(
    st.one_of(
        st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES).map("".join)
    )
)
def test_any_text_yields_well_formed_quotations(text: str) -> None:
    check_shape(text, extract(article(text)))


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_marks_pair_without_overlap(text: str) -> None:
    end = 0
    for pair in quotations(text):
        assert end <= pair.opening <= pair.start < pair.end <= pair.closing <= len(text)
        end = pair.closing


@given(st.text(alphabet='"”“ab. \n', max_size=40))
def test_an_odd_mark_swallows_nothing_of_the_paragraphs_after_a_plain_one(start: str) -> None:
    tail = '\n\nHarga beras naik lagi.\n\n"Stok kami aman," kata Budi Santoso.'
    assert "Stok kami aman," in [q.text for q in extract(article(start + tail))]


def test_extraction_is_repeatable() -> None:
    text = "\n\n".join(case["text"] for case in CASES)
    assert extract(article(text)) == extract(article(text))


@pytest.mark.parametrize(
    "piece",
    [
        '"Kami siap," kata Budi Santoso kepada wartawan. Ia menambahkan harga naik. ',
        "Ketua Umum ", "menurut laporan hasil ", ', kata "', "Budi\n", '"', "'a ", "(a ", "Senin (3/7) ",
        '"Kami siap.\n\n', 'Sari: "a b c d e" ', "harga naik mengatakan ",
        '(a (b) "c d e" ', "“a ‘b “c” d’ e” ",
        "Budi mengatakan ", "Ketua X yang ", "@a ", "x",
    ],
    ids=repr,
)  # fmt: skip
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        begun = time.process_time()
        extract(article(text))
        return time.process_time() - begun

    seconds(2_000)
    short, long = (min(seconds(length) for _ in range(3)) for length in (10_000, 80_000))
    # Eight times the text: about 8 where time grows with length, 64 where it grows with its square.
    assert long < max(32 * short, 1.0), f"{long:.2f} s for eight times what took {short:.2f} s"


@pytest.mark.parametrize(
    ("piece", "length"),
    [
        ('Sari: "a b c d e" ', 300_000), ("(", 1_000_000), ("(a b) ", 200_000),
        ("“a ‘b “c” d’ e” ", 200_000), ('"a b c d e" (Sari ', 200_000),
    ],
    ids=repr,
)  # fmt: skip
def test_a_long_line_without_a_full_stop_takes_seconds(piece: str, length: int) -> None:
    text = piece * (length // len(piece))
    begun = time.process_time()
    extract(article(text))
    assert time.process_time() - begun < length / 16_000


def test_what_is_longer_than_any_article_is_read_in_stretches_and_loses_no_quotation() -> None:
    lines = [
        f'"Kami tidak setuju dengan nomor {n}," kata Sari Dewi.' if n % 500 == 0 else f"Harga ke-{n} naik."
        for n in range(30_000)
    ]
    text = "\n".join(lines)
    assert len(text) > 2 * STRETCH
    found = extract(article(text))
    assert [q.text for q in found] == [f"Kami tidak setuju dengan nomor {n}," for n in range(0, 30_000, 500)]
    assert all(text[q.start : q.end] == q.text and q.speaker == "Sari Dewi" for q in found)


def test_the_published_articles_are_read_rightly(shared: Path) -> None:
    tally = measure(shared / "articles", DATA / "labels_published.jsonl")
    assert (tally.found["direct"], tally.extracted["direct"], tally.right["direct all"]) == (13, 13, 13)
    assert tally.recall("indirect") >= 0.9
    assert tally.precision("indirect") >= 0.95
    assert tally.speakers("indirect all") >= 0.9


@pytest.mark.parametrize(
    ("folder", "file", "speakers"),
    [("articles", "labels_articles.jsonl", 0.95), ("later", "labels_later.jsonl", 0.85)],
    ids=["written while the rules were", "written apart from the rules"],
)
def test_labelled_articles_keep_their_floors(folder: str, file: str, speakers: float) -> None:
    tally = measure(DATA / folder, DATA / file)
    for kind in ("direct", "indirect"):
        assert tally.recall(kind) >= 0.93, "\n".join(tally.misses)
        assert tally.precision(kind) >= 0.97, "\n".join(tally.misses)
        assert tally.speakers(f"{kind} all") >= speakers, "\n".join(tally.misses)
    assert tally.speakers("all named") >= 0.9
    assert tally.speakers("all pronoun") >= 0.85
    assert tally.speakers("all description") >= 0.77


@pytest.mark.parametrize(
    ("folder", "file", "speakers"),
    [("third", "labels_third.jsonl", 0.96), ("fourth", "labels_fourth.jsonl", 0.94)],
    ids=["looked at once before mending", "held out, then mended"],
)
def test_fresh_articles_keep_their_floors(folder: str, file: str, speakers: float) -> None:
    tally = measure(DATA / folder, DATA / file)
    for kind in ("direct", "indirect"):
        assert tally.recall(kind) >= 0.97, "\n".join(tally.misses)
        assert tally.precision(kind) >= 0.98, "\n".join(tally.misses)
        assert tally.speakers(f"{kind} all") >= speakers, "\n".join(tally.misses)
    assert tally.speakers("all named") >= 0.97
    assert tally.speakers("all pronoun") >= 0.94
    assert tally.speakers("all description") >= 0.85


OTHERS = """
fifth sixth seventh ninth eleventh thirteenth fourteenth fifteenth sixteenth seventeenth
eighteenth nineteenth twentieth twentyfirst twentysecond twentythird twentyfourth twentyfifth twentysixth
twentyseventh twentyeighth twentyninth thirtieth thirtyfirst thirtysecond thirtythird thirtyfourth thirtyfifth
fiftyfifth fiftysixth fiftyseventh
"""


@pytest.mark.parametrize("name", OTHERS.split())
def test_sets_by_others_keep_their_floors(name: str) -> None:
    tally = measure(DATA / name, DATA / f"labels_{name}.jsonl")
    assert tally.recall("direct") >= 0.97, "\n".join(tally.misses)
    assert tally.recall("indirect") >= 0.95, "\n".join(tally.misses)
    assert min(tally.precision("direct"), tally.precision("indirect")) >= 0.97, "\n".join(tally.misses)
    assert tally.speakers("all named") >= 0.94, "\n".join(tally.misses)
    assert tally.speakers("all pronoun") >= 0.92, "\n".join(tally.misses)


def test_everybody_under_another_name_is_read_as_well() -> None:
    tally = measure_renamed(seed=1)
    assert tally.recall("direct") >= 0.99, "\n".join(tally.misses)
    assert tally.recall("indirect") >= 0.98, "\n".join(tally.misses)
    assert min(tally.precision("direct"), tally.precision("indirect")) >= 0.99, "\n".join(tally.misses)
    assert tally.speakers("all named") >= 0.97, "\n".join(tally.misses)


def test_a_name_is_found_behind_the_office_that_runs_into_it() -> None:
    share, misses = offices.measure(seed=1, elsewhere="first")
    assert share >= 0.94, "\n".join(misses)


def test_a_name_is_changed_wherever_it_stands() -> None:
    pool = [{"name": "Umi Sari Dewi", "sex": "f"}, {"name": "Umar Harhara", "sex": "m"}]
    text = "BUDI Setio datang. Kata Budi, bank sentral menunggu. Ketua Bank Sentral mengangguk."
    words = new_names(text, ["Budi Setio", "Bank Sentral"], pool)
    assert words == {"Budi": "Umar", "Setio": "Harhara"}
    assert renamed(text, words).startswith("UMAR Harhara datang. Kata Umar, bank sentral")


def test_what_an_article_calls_somebody_else_is_kept() -> None:
    text = 'Zaenal Arifan alias Bang Jek (39) menunjukkan ponsel. "Itu mah tiga puluh persen," kata Bang Jek.'
    assert [q.aliases for q in extract(article(text))] == [("Jek",)]
    text = (
        'Gita Larasana tiba. Penyanyi yang lebih dikenal sebagai Gitlar itu letih. "Sori banget," kata Gita.'
    )
    assert [q.aliases for q in extract(article(text))] == [("Gitlar",)]


def test_the_measure_sees_a_wrong_speaker_and_a_missing_quotation() -> None:
    read, wanted = next(iter(labels(DATA / "labels_articles.jsonl", DATA / "articles").values()))
    spoiled = [{**label, "speaker": "Orang Lain"} for label in wanted]
    tally = Tally()
    compare(read, spoiled, tally)
    assert tally.speakers("direct all") == 0
    bare = Tally()
    compare(Article(read.path, read.text.replace('"', "")), wanted, bare)
    assert bare.found["direct"] == 0
