"""The checker of quotations against cases written by hand and cases made from what people said.

Hand-written: ``cases/verdicts.jsonl``, each on a sentence of the specification. Made: ``quotations``
changes every direct quotation of the archive in known ways. Never said: invented sentences.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rag.archive import Archive, open_archive
from rag.index import build_index
from rag.settings import Settings
from tests.changes.altered import ALTERED
from tests.changes.pieces import PIECES
from tests.changes.same import AS_PRINTED, SAME
from tests.changes.words import canonical, embeddings, join, number_words, sentences, split
from tests.quotations import SHORTEST, Case, Utterance, apart, cases, never_said, untouched

# One worker builds the archive and makes the cases, not each of them.
pytestmark = pytest.mark.xdist_group("verdicts")

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data"
# Folders of the test's corpus. The names are those that the labels use.
FOLDERS = {
    "starter": ROOT / "corpus" / "contoh",
    "news": DATA / "news",
    "verdicts": DATA / "verdicts",
    "quoted": DATA / "quotes" / "articles",
    "later": DATA / "quotes" / "later",
}
# Labels, and the folder that their paths are in.
LABELS = {
    DATA / "verdicts" / "labels.jsonl": "",
    DATA / "quotes" / "labels_articles.jsonl": "quoted/",
    DATA / "quotes" / "labels_later.jsonl": "later/",
}
PUBLISHED = DATA / "quotes" / "labels_published.jsonl"
# Cases of each mutation: all of them, 8,500, take minutes.
PER_CHANGE = 12
LEAST_RIGHT = 0.99
# Of the utterances, the share that is found untouched as somebody's direct words with the right speaker:
# what the extraction of quotations gives to the checker. The rest is left out of the other figures.
LEAST_HEARD = 0.9
# Of sentences never said, the share that may be shown as a candidate of a paraphrase.
LEAST_NOT_FOUND = 0.97
MISSES_SHOWN = 12
# Verdicts of queries whose words are the source's own.
HARMLESS = {"verbatim", "misattributed"}


def read_lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


HAND_WRITTEN = read_lines(ROOT / "tests" / "cases" / "verdicts.jsonl")


@dataclass(frozen=True)
class Outcome:
    """A case with what is wrong about its check ('' where nothing is), and whether it was found verbatim."""

    case: Case
    wrong: str
    verdict: str


def judge(case: Case, archive: Archive) -> Outcome:
    check = archive.check(case.query, case.speaker)
    flags = set(check.flags)
    wrong = [
        f"{check.verdict}, not {'/'.join(sorted(case.verdicts))}"
        if check.verdict not in case.verdicts
        else "",
        f"lacks {sorted(case.must - flags)}" if case.must - flags else "",
        f"has {sorted(case.must_not & flags)}" if case.must_not & flags else "",
        f"attribution {check.attribution}, not {case.attribution}"
        if case.attribution and check.attribution != case.attribution
        else "",
    ]
    return Outcome(case, "; ".join(filter(None, wrong)), check.verdict)


def report(outcomes: Mapping[str, list[Outcome]]) -> dict[str, float]:
    """Print a table and the first misses of each mutation; return the share right of each."""
    shares = {}
    for name, some in sorted(outcomes.items()):
        misses = [o for o in some if o.wrong]
        shares[name] = 1 - len(misses) / len(some)
        print(f"{len(some) - len(misses):4} of {len(some):4}  {name}")
        for o in misses[:MISSES_SHOWN]:
            print(f"          {o.wrong}\n            in {o.case.article}, {o.case.speaker}: {o.case.query!r}")
    return shares


def utterances(archive: Archive, labels: Path, folder: str = "") -> list[Utterance]:
    """Return what the labels say was said; they give offsets into the stored text, or the words."""
    rows = [row for row in read_lines(labels) if "speaker" in row]
    made = []
    for row in rows:
        path = folder + row["article"]
        text = archive.article(path).text
        if "start" not in row and text.count(row["text"]) != 1:
            continue
        start = row["start"] if "start" in row else text.index(row["text"])
        end = row["end"] if "start" in row else start + len(row["text"])
        others = {r["speaker"] for r in rows if r["article"] == row["article"]} - {None, row["speaker"]}
        kind = row.get("kind", "direct")
        made.append(Utterance(path, text, start, end, row["speaker"], tuple(sorted(others)), kind))
    return made


def texts_of(archive: Archive) -> dict[str, str]:
    return {a.path: archive.article(a.path).text for a in archive.articles()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dua belas pasar", "12 Pasar!"),
        ("tiga ribu empat ratus", "3.400"),
        ("sebelas", "11"),
        ("40 persen", "40%"),
        ("di mana e-commerce", "dimana ecommerce"),
    ],
)
def test_the_makers_own_comparison(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


def test_the_makers_own_counting() -> None:
    assert [number_words(n) for n in (10, 100, 1001, 2023)] == [
        "sepuluh",
        "seratus",
        "seribu satu",
        "dua ribu dua puluh tiga",
    ]
    assert canonical("dua belas") != canonical("dua puluh")
    assert embeddings("ab", "aab") == 2
    assert embeddings("ac", "abc") == 1
    assert [join(s) for s in sentences(split("Kata dr. Ana begitu. Lalu pergi!"))] == [
        "Kata dr. Ana begitu.",
        "Lalu pergi!",
    ]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("verdicts")
    for name, source in FOLDERS.items():
        shutil.copytree(source, folder / "corpus" / name, ignore=shutil.ignore_patterns("*.jsonl"))
    settings = Settings(corpus=folder / "corpus", index=folder / "index")
    build_index(settings)
    with open_archive(settings) as opened:
        yield opened


def is_heard(utterance: Utterance, archive: Archive) -> bool:
    """Say whether an utterance, untouched, is found as the direct words of its speaker (or of nobody)."""
    check = archive.check(untouched(utterance), utterance.speaker)
    if check.verdict != "verbatim" or "narasi" in check.flags:
        return False
    return check.attribution == "match" if utterance.speaker else check.sources[0].speaker is None


@dataclass(frozen=True)
class Judged:
    """The outcomes of every mutation, of what was heard and of what was not."""

    heard: dict[str, list[Outcome]]
    unheard: dict[str, list[Outcome]]
    share_heard: float


def judge_all(said: list[Utterance], archive: Archive, most: int) -> Judged:
    """Judge the cases of utterances; what the archive did not hear is judged apart."""
    said = [u for u in apart(said) if len(u.quote.split()) >= SHORTEST]
    heard = [u for u in said if is_heard(u, archive)]
    unheard = [u for u in said if u not in heard]
    for u in unheard:
        print(f"not heard, {u.speaker}, in {u.article}: {u.quote!r}")
    texts = texts_of(archive)
    made = [
        {name: [judge(case, archive) for case in some] for name, some in cases(part, texts, most).items()}
        for part in (heard, unheard)
    ]
    return Judged(made[0], made[1], len(heard) / len(said))


@pytest.fixture(scope="module")
def judged(archive: Archive) -> Judged:
    """Judge every made case once."""
    said = [u for labels, folder in LABELS.items() for u in utterances(archive, labels, folder)]
    found = judge_all(said, archive, PER_CHANGE)
    people = sorted({u.speaker for u in said if u.speaker})
    for name, file in (("never said", "never_said.txt"), ("never said, English", "never_said_english.txt")):
        lines = (ROOT / "tests" / "cases" / file).read_text(encoding="utf-8").splitlines()
        found.heard[name] = [judge(case, archive) for case in never_said(lines, name, people)]
    return found


def wrongly_verbatim(outcomes: Mapping[str, list[Outcome]]) -> list[str]:
    """Return the altered, spliced and never-said queries that were found verbatim."""
    every = [o for some in outcomes.values() for o in some if not o.case.verdicts & HARMLESS]
    return [f"{o.case.mutation}: {o.case.query}" for o in every if o.verdict == "verbatim"]


@pytest.mark.parametrize("case", HAND_WRITTEN, ids=lambda case: case["id"])
def test_a_case_written_by_hand(case: dict[str, Any], archive: Archive) -> None:
    check = archive.check(case["quote"], case["speaker"])
    found = f"{check.verdict}, wording {check.wording}, {check.attribution}, {list(check.flags)}"
    asked = f"{case['why']}\n{case['speaker']}: {case['quote']!r}\nfound: {found}"
    assert check.verdict == case["verdict"], asked
    assert check.wording == case["wording"], asked
    assert case["attribution"] in (None, check.attribution), asked
    assert set(case["flags"]) <= set(check.flags), asked
    assert not set(case["not_flags"]) & set(check.flags), asked


def test_what_is_shown_is_the_sources_own(archive: Archive) -> None:
    for case in HAND_WRITTEN:
        check = archive.check(case["quote"], case["speaker"])
        shown = [*check.sources, *([check.nearest] if check.nearest else [])]
        for source in shown:
            assert archive.article(source.article).text[source.start : source.end] == source.text, case["id"]
        if check.verdict == "not_found":
            assert check.nearest is not None, case["id"]
        else:
            assert check.sources, case["id"]
        # A sentence cut off its negation, brackets taken away, a question stated: no word differs.
        alike = ("context", "insertion", "question", "stop")
        if check.verdict == "altered" and not case["id"].startswith(alike):
            assert any(difference.op != "equal" for difference in check.diff), case["id"]


def test_every_mutation_is_judged_right(judged: Judged) -> None:
    shares = report(judged.heard)
    asked = {name: LEAST_NOT_FOUND if name.startswith("never said") else LEAST_RIGHT for name in shares}
    assert {name: round(share, 3) for name, share in shares.items() if share < asked[name]} == {}


def test_utterances_are_heard(judged: Judged) -> None:
    assert judged.share_heard >= LEAST_HEARD


def test_no_altered_or_never_said_quotation_is_verbatim(judged: Judged) -> None:
    assert sum(len(some) for some in judged.heard.values()) > 500
    assert wrongly_verbatim(judged.heard) == []
    assert wrongly_verbatim(judged.unheard) == []


def test_every_mutation_has_cases(judged: Judged) -> None:
    assert {name: len(some) for name, some in judged.heard.items() if len(some) < 3} == {}
    assert judged.heard.keys() >= {*SAME, *ALTERED, *PIECES, *AS_PRINTED}


def test_on_published_articles(shared: Path, tmp_path: Path) -> None:
    settings = Settings(corpus=shared / "articles", index=tmp_path / "index")
    build_index(settings)
    with open_archive(settings) as opened:
        found = judge_all(utterances(opened, PUBLISHED), opened, PER_CHANGE // 2)
    shares = report(found.heard)
    assert found.share_heard >= LEAST_HEARD
    assert wrongly_verbatim(found.heard) + wrongly_verbatim(found.unheard) == []
    every = [o for some in found.heard.values() for o in some]
    assert sum(not o.wrong for o in every) / len(every) >= LEAST_RIGHT, shares


def test_names_in_reported_speech(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.md").write_text(
        "Laga Akhir\n\n"
        "Pelatih Sari Wulandari mengatakan tim Persada mengalahkan Lembayung dua kali musim ini.\n\n"
        "Menurut Budi Santoso, harga barang Huilong rata-rata 55 persen lebih murah daripada buatan lokal."
        "\n\nMenurut Rina Kusuma, Budi Hartono menyuap tiga hakim di Wanagiri dan Joko Prakoso melapor.\n",
        encoding="utf-8",
    )
    settings = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index")
    build_index(settings)
    with open_archive(settings) as archive:
        swapped = archive.check("tim Lembayung mengalahkan Persada dua kali musim ini", "Sari Wulandari")
        assert (swapped.verdict, "nama" in swapped.flags) == ("altered", True)
        other = archive.check("rata-rata barang Hualong 55 persen lebih murah daripada buatan lokal", None)
        assert (other.verdict, "nama" in other.flags) == ("altered", True)
        beside = archive.check("rata-rata barang Huilong 55 persen lebih murah daripada buatan lokal", None)
        assert (beside.verdict, "nama" in beside.flags) == ("paraphrase", False)
        doer = archive.check("Joko Prakoso menyuap tiga hakim di Wanagiri", "Rina Kusuma")
        assert (doer.verdict, "nama" in doer.flags) == ("altered", True)
        speaker = archive.check("tim Wulandari mengalahkan Lembayung dua kali musim ini", "Sari Wulandari")
        assert (speaker.verdict, "nama" in speaker.flags) == ("altered", True)


def test_reported_speech_that_denies_or_turns_round(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.md").write_text(
        "Sidang\n\n"
        "Wasit Suprapto Nugraha membantah menerima suap sebelum pertandingan final.\n\n"
        "Ekonom Sarah Wijayanti mengatakan ekspor tumbuh lebih cepat daripada impor.\n\n"
        "Jaksa Mirna Hasibuan mengatakan terdakwa memberikan uang kepada hakim.\n",
        encoding="utf-8",
    )
    settings = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index")
    build_index(settings)
    with open_archive(settings) as archive:
        stated = archive.check("Saya menerima suap sebelum pertandingan final", "Suprapto Nugraha")
        assert (stated.verdict, stated.flags) == ("altered", ("negasi",))
        denied = archive.check("Saya tidak menerima suap sebelum pertandingan final", "Suprapto Nugraha")
        assert (denied.verdict, denied.flags) == ("paraphrase", ())
        compared = archive.check("Impor tumbuh lebih cepat daripada ekspor", "Sarah Wijayanti")
        assert compared.verdict == "altered"
        given = archive.check("Hakim memberikan uang kepada terdakwa", "Mirna Hasibuan")
        assert given.verdict == "altered"
        reworded = archive.check("Terdakwa memberi hakim uang", "Mirna Hasibuan")
        assert reworded.verdict == "paraphrase"


def test_a_report_with_a_term_in_marks_is_altered_without_its_negation(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(
        "Vonis\n\nHakim anggota Petrus Wairata mengajukan pendapat berbeda. "
        "Ia menilai unsur “memperkaya diri” tidak terpenuhi karena uang itu mengalir ke koperasi.\n",
        encoding="utf-8",
    )
    settings = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index")
    build_index(settings)
    with open_archive(settings) as archive:
        said = archive.check(
            "Unsur memperkaya diri terpenuhi karena uang itu mengalir ke koperasi", "Petrus Wairata"
        )
    assert (said.verdict, said.flags) == ("altered", ("negasi",))
