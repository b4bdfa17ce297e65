"""Articles that answer one question differently stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from rag.archive import Archive
from rag.described import unquoted
from rag.disagreement import differ, rivals
from rag.documents import Hit, Passage
from rag.evidence import weigh
from rag.question import analyse
from rag.spans import Kind, TypedSpan
from rag.ui.cards import Source
from rag.ui.texts import texts
from rag.ui.turns import answer_turn
from tests.folder import archive_of

ONE = (
    "Banjir merendam Desa Kelorwangi sejak Sabtu malam. Bupati Ratna Widuri mengatakan 390 orang mengungsi ke"
    " balai desa.\n\nBanjir mulai surut pada Minggu siang. Jembatan Kali Asem dibangun pada 1987."
)
OTHER = (
    "Sungai meluap dan merendam ratusan rumah di Kelorwangi. Sebanyak 412 warga mengungsi ke sekolah, kata"
    " relawan Bima Saputra.\n\nJembatan Kali Asem, yang dibangun pada 1989, ikut terendam."
    " Sebanyak 200 selimut diserahkan."
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    articles = {
        "satu.md": f"---\ntitle: Banjir Kelorwangi\noutlet: Harian Satu\n---\n{ONE}\n",
        "dua.md": f"---\ntitle: Warga mengungsi\noutlet: Koran Dua\n---\n{OTHER}\n",
    }
    with archive_of(tmp_path_factory.mktemp("differing"), articles) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Berapa orang yang mengungsi di Kelorwangi?", {"390 orang", "412"}),
        ("Kapan Jembatan Kali Asem dibangun?", {"1987", "1989"}),
    ],
)
def test_what_two_articles_say_differently_stands_side_by_side(
    archive: Archive, question: str, values: set[str]
) -> None:
    answer = archive.ask(question)
    assert {value for value, _ in answer.differing} == values
    assert answer.short is None
    assert answer.answer.startswith("Sumber menyebut berbeda: ")
    cited = {c.n: c for c in answer.citations}
    assert len({cited[n].article for _, n in answer.differing}) == 2
    assert all(value in cited[n].text for value, n in answer.differing)
    shown = answer_turn(
        answer, [Source(c, archive.article(c.article).text) for c in answer.citations], texts("id")
    )
    assert all(value in shown for value in values)


def test_what_one_article_says_alone_is_one_answer(archive: Archive) -> None:
    answer = archive.ask("Berapa selimut yang diserahkan?")
    assert (answer.short, answer.differing) == ("200", ())


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("Sebanyak 30 buruh dirumahkan di Kelorwangi.", 1),
        ("Sebanyak 30 dirumahkan di Kelorwangi.", 1),
        ("Sebanyak 30 orang hilang, semua dirumahkan di Kelorwangi.", 1),
        ("Sebanyak 30 tentara dirumahkan di Kelorwangi.", 1),
        ("Di Kelorwangi 30 velbed dipasang karena orang dirumahkan.", 0),
    ],
)
def test_what_counts_things_differs_from_no_number_of_people(other: str, found: int) -> None:
    texts = ("Sebanyak 780 orang dirumahkan di Kelorwangi.", other)
    asked = analyse("Berapa orang yang dirumahkan di Kelorwangi?")
    hits = [Hit(Passage(f"{n}#0", str(n), 0, len(text), text), 1.0) for n, text in enumerate(texts)]
    weighed = weigh(asked, hits, lambda some: [0.5] * len(some))
    best, rival = sorted(weighed.evidence, key=lambda each: each.sentence.hit)
    assert len(rivals(asked, [best, replace(rival, score=best.score)], hits, unquoted)) == found


@pytest.mark.parametrize(("fit", "found"), [(0.4, 0), (0.6, 1)])
def test_people_differ_only_where_both_fit(fit: float, found: int) -> None:
    texts = ("Pasar Kelorwangi dipimpin Ratna Widuri.", "Pasar Kelorwangi dipimpin Bima Saputra.")
    asked = analyse("Siapa yang memimpin Pasar Kelorwangi?")
    hits = [Hit(Passage(f"{n}#0", str(n), 0, len(text), text), 1.0) for n, text in enumerate(texts)]
    best, other = weigh(asked, hits, lambda some: [0.5] * len(some)).evidence
    weak = replace(other, score=best.score, features=other.features._replace(typed=fit))
    assert len(rivals(asked, [best, weak], hits, unquoted)) == found


@pytest.mark.parametrize(
    ("one", "other", "kind", "expected"),
    [
        ("390 orang", "412", Kind.NUMBER, True),
        ("390 orang", "412 warga", Kind.NUMBER, True),
        ("2 juta orang", "2.000.000", Kind.NUMBER, False),
        ("kedua", "21 juta", Kind.NUMBER, False),
        ("36 jam", "12 persen", Kind.NUMBER, False),
        ("1987", "1989", Kind.DATE, True),
        ("Selasa (18/11/2025)", "18/11", Kind.DATE, False),
        ("Selasa", "2025", Kind.DATE, False),
        ("Ratna Widuri", "Widuri", Kind.PERSON, False),
        ("Ratna Widuri", "Bima Saputra", Kind.PERSON, True),
        ("Kelorwangi", "Kali Asem", Kind.PLACE, False),
    ],
)
def test_only_what_cannot_both_be_meant_differs(one: str, other: str, kind: Kind, expected: bool) -> None:
    spans = [TypedSpan(0, len(text), kind, text) for text in (one, other)]
    assert differ(*spans) is expected
    assert differ(*reversed(spans)) is expected
