"""Twist every sentence of a folder of articles, and count what passes the leash.

    python bench/leash.py tests/data/news corpus/contoh

Each sentence is held against its own passage as a language model's, as it stands and shortened, and joined
with the next (marked: a false alarm), and with one thing changed (passed: a miss): a person, a number or a
weekday for another of the same passage; two numbers that change places; a negation, a hedge or a condition
left out; what the journalist tells put into somebody's mouth. Each long quotation is held with its speaker
(marked: a false alarm) and in the mouth of another (passed: a miss).
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
from rag.calendar_names import WEEKDAY, WEEKDAYS
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
_SAYING = re.compile(r"\b(?:kata|ujar|menurut|mengatakan|menyebut|said|says|according)", re.I)
_DATELINE = re.compile(r"^[A-Z][^.!?\n]{2,60}? (?:--|[-–—]) ?(?=[A-Z])")
_BRACKETS = re.compile(r" \([^()]*\)")
# A last clause that can be left out, and with it nothing that limits what is left.
_LAST = re.compile(
    r",? (?:sehingga|sedangkan|sementara|karena|lalu|disusul|while|because|followed by) [^,;:]+[.]$"
)
_DENIED = re.compile(r"\b(?:tidak|belum|bukan|did not|was not|is not|has not|not) ", re.I)
_HEDGED = re.compile(
    r"\b(?:diduga|akan|berencana|terancam|dugaan|kemungkinan|diperkirakan|mungkin|will|may|might|would"
    r"|allegedly|is expected to|plans to) ",
    re.I,
)
_CONDITION = re.compile(
    r",? (?:asalkan|jika|bila|apabila|kecuali|dengan syarat|kalau|if|unless|provided) [^,.;]+(?=[.]$)", re.I
)


def twists(text: str, passage: str, people: list[str], quotes: list[Quote]) -> Iterator[tuple[str, str]]:
    """Yield kinds of changes with a sentence changed so."""
    here, others = ([p for p in people if (p in text) is inside] for inside in (True, False))
    outside = re.sub(r'["“][^"”“]*["”]', " ", text)
    if here and others and here[0] in outside:
        yield "person", text.replace(here[0], others[0])
    own, rest = _NUMBER.findall(outside), [n for n in _NUMBER.findall(passage) if n not in text]
    if own and rest and text.count(own[0]) == 1:
        yield "number", text.replace(own[0], rest[0])
    if len(own) > 1 and own[0] != own[1] and text.count(own[0]) == text.count(own[1]) == 1:
        places = re.compile(rf"\b(?:{re.escape(own[0])}|{re.escape(own[1])})\b")
        changed = places.sub(lambda found: own[1] if found[0] == own[0] else own[0], text)
        if changed != text:
            yield "numbers swapped", changed
    if day := _WEEKDAY.search(outside):
        other = "Selasa" if WEEKDAYS[day[0].lower()] != WEEKDAYS["selasa"] else "Sabtu"
        yield "weekday", text.replace(day[0], other)
    for kind, pattern in (("negation", _DENIED), ("hedge", _HEDGED), ("condition", _CONDITION)):
        if '"' not in text and "“" not in text and len(pattern.findall(text)) == 1:
            yield f"{kind} left out", pattern.sub("", text)
    if people and not quotes and not _SAYING.search(text):
        yield "mouth", f"{people[0]} mengatakan {text[0].lower()}{text[1:]}"


def shortened(text: str) -> str | None:
    """Return a sentence without its dateline, what stands in brackets, and a last clause of less weight."""
    short = _LAST.sub(".", _BRACKETS.sub("", _DATELINE.sub("", text)))
    marked = any(mark in text for mark in '"“”')
    return short if short != text and not marked and len(short.split()) >= _SHORTEST else None


def joined(text: str, following: str) -> str | None:
    """Return two sentences as one, None where either quotes or the second does not stand by itself."""
    alone = not any(mark in text + following for mark in '"“”:')
    opens = re.match(r"(?:[A-Z]\w+ ){2}|Sebanyak |Kepala |Ketua |Harga |The ", following)
    both = "and" if is_english(text) else "dan"
    begin = following.split()[0]
    second = following if begin.isupper() or begin == "PT" else f"{following[0].lower()}{following[1:]}"
    return f"{text[:-1]}, {both} {second}" if alone and opens else None


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
        statements = statements_of(cited.hit)
        for n, (text, start, end) in enumerate(statements):
            whole = "\n" not in text and len(text.split()) >= _SHORTEST and text[-1] in ".!?"
            if not whole:
                continue
            said = [q for q in inside if q.start < passage.start + end and passage.start + start < q.end]
            yield "as it stands", passes(text)
            if short := shortened(text):
                yield "shortened", passes(short)
            if n + 1 < len(statements) and (both := joined(text, statements[n + 1][0])):
                yield "joined", passes(both)
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
