"""Twist every sentence of a folder of articles, and count what passes the leash.

    python bench/leash.py tests/data/news corpus/contoh

Each sentence is held against its own passage as a language model's, as it stands (marked: a false alarm) and
with one thing changed (passed: a miss): a person, a number or a weekday for another of the same passage, and
what the journalist tells put into somebody's mouth; each long quotation with its speaker (marked: a false
alarm) and in the mouth of another (passed: a miss).
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rag.archive import open_archive
from rag.calendar_names import WEEKDAY
from rag.documents import Article, Hit, Quote
from rag.grounds import statements_of
from rag.index import build_index
from rag.leash import Cited, hold
from rag.passages import cut
from rag.settings import Settings
from rag.spans import Kind, names
from rag.terms import is_english

_NUMBER = re.compile(r"(?<![\d.,/(-])\d+(?:[.,]\d+)*(?![\d.,/)-]*\d)")
_WEEKDAY = re.compile(rf"\b(?!minggu\b)(?i:{WEEKDAY})")
_SHORTEST, _LONG = 6, 6


def twists(text: str, passage: str, people: list[str], quotes: list[Quote]) -> Iterator[tuple[str, str]]:
    """Yield kinds of changes with a sentence changed so."""
    here, others = ([p for p in people if (p in text) is inside] for inside in (True, False))
    outside = re.sub(r'["“][^"”“]*["”]', " ", text)
    if here and others and here[0] in outside:
        yield "person", text.replace(here[0], others[0])
    own, rest = _NUMBER.findall(outside), [n for n in _NUMBER.findall(passage) if n not in text]
    if own and rest and text.count(own[0]) == 1:
        yield "number", text.replace(own[0], rest[0])
    if day := _WEEKDAY.search(outside):
        yield "weekday", text.replace(day[0], "Selasa" if day[0] != "Selasa" else "Sabtu")
    if people and not quotes and not re.search(r"\b(?:kata|ujar|menurut|mengatakan|menyebut)", text, re.I):
        yield "mouth", f"{people[0]} mengatakan {text[0].lower()}{text[1:]}"


def measure(folders: list[Path]) -> Counter[tuple[str, bool]]:
    """Return how many of each kind of sentences pass."""
    passed: Counter[tuple[str, bool]] = Counter()
    with tempfile.TemporaryDirectory() as home:
        corpus = Path(home) / "corpus"
        corpus.mkdir()
        for n, file in enumerate(f for folder in folders for f in sorted(folder.rglob("*.md"))):
            (corpus / f"{n:03d}-{file.name}").write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
        settings = Settings(corpus=corpus, index=Path(home) / "index")
        build_index(settings)
        with open_archive(settings) as archive:
            quotes = archive.quotes()
            for summary in archive.articles():
                article = archive.article(summary.path)
                own = [quote for quote in quotes if quote.article == article.path]
                passed.update(_of_article(article, own))
    return passed


def _of_article(article: Article, quotes: list[Quote]) -> Iterator[tuple[str, bool]]:
    for passage in cut(article):
        inside = tuple(q for q in quotes if q.start < passage.end and passage.start < q.end)
        about = (article.title, article.outlet, article.date, article.author)
        cited = Cited(1, Hit(passage, 1.0, *about), inside)
        language = "en" if is_english(passage.text) else "id"

        def passes(text: str, cited: Cited = cited, language: str = language) -> bool:
            return all(claim.supported for claim in hold(f"{text} [1]", [cited], language)[0])

        people = [n.text for n in names(passage.text) if n.kind is Kind.PERSON and " " in n.text]
        for text, start, end in statements_of(cited.hit):
            whole = "\n" not in text and len(text.split()) >= _SHORTEST and text[-1] in ".!?"
            if not whole:
                continue
            said = [q for q in inside if q.start < passage.start + end and passage.start + start < q.end]
            yield "as it stands", passes(text)
            for kind, changed in twists(text, passage.text, people, said):
                yield kind, passes(changed)
        for quote in inside:
            words = quote.text.rstrip(" ,.")
            if quote.kind != "direct" or not quote.speaker or len(words.split()) < _LONG or "\n" in words:
                continue
            if words in passage.text:
                yield "quotation", passes(f'{quote.speaker} mengatakan "{words}"')
                own = set(quote.speaker.split())
                for other in [p for p in people if own.isdisjoint(p.split())][:1]:
                    yield "quotation of another", passes(f'{other} mengatakan "{words}"')


def main() -> None:
    """Print how many of each kind pass."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+")
    passed = measure(parser.parse_args().folders)
    for kind in dict.fromkeys(kind for kind, _ in passed):
        print(f"{kind:<22}{passed[kind, True]:>5} of {passed[kind, True] + passed[kind, False]:>5} pass")


if __name__ == "__main__":
    main()
