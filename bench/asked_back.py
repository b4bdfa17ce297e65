"""Ask an archive what its own articles tell: ``python bench/asked_back.py FOLDER...``.

The questions are made from the quotations of each folder, indexed in a temporary place: who holds an office,
what somebody is, and who said some words of a direct quotation. Beside them stand words that nobody said so:
with a number or a negation changed, or from a quotation of the next folder. Prints, for each kind, how many
were asked, answered rightly and answered wrongly; ``--misses`` each that was not as it should be.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rag.archive import Archive, open_archive
from rag.catalog import Catalog
from rag.documents import Answer, Filters, Quote
from rag.generations import open_generation
from rag.index import build_index
from rag.settings import Settings
from rag.words import fold

# Words of a quotation that are asked about, and how many a quotation must have.
PIECE, LEAST = 9, 7
# Questions of one kind for each folder.
MOST = 40
_NUMBER = re.compile(r"\b\d+\b")
_DENIED = re.compile(r"\b(?:tidak|bukan|belum|nggak|not) ")
_STATED = re.compile(r"\b(?=(?:akan|bisa|harus|mau) )")
SEED = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of one ``kind``, and what makes an answer right: None where nothing is to be answered."""

    kind: str
    question: str
    gold: str | None

    def fares(self, answer: Answer) -> str:
        """Return ``right``, ``wrong`` or ``abstained``."""
        if answer.abstained:
            return "abstained"
        said = fold(f"{answer.short or ''} {answer.answer}")
        return "right" if self.gold is not None and fold(self.gold) in said else "wrong"


def whole(quotes: Sequence[Quote]) -> list[Quote]:
    """Return the direct quotations of some length whose speaker has two names."""
    return [
        q
        for q in quotes
        if q.kind == "direct" and q.speaker and " " in q.speaker and len(q.text.split()) >= LEAST
    ]


def piece(text: str, chance: random.Random) -> str:
    """Return some words of a text that stand together."""
    words = text.split()
    start = chance.randrange(max(1, len(words) - PIECE + 1))
    return " ".join(words[start : start + PIECE]).strip(" .,!?\"'“”‘’")


def altered(words: str) -> str | None:
    """Return words with another number, without their negation or with one; None where they take none."""
    if number := _NUMBER.search(words):
        return f"{words[: number.start()]}{int(number.group()) + 3}{words[number.end() :]}"
    if _DENIED.search(words):
        return _DENIED.sub("", words)
    return _STATED.sub("tidak ", words, count=1) if _STATED.search(words) else None


def questions(quotes: Sequence[Quote], elsewhere: Sequence[Quote]) -> Iterator[Asked]:
    """Yield the questions about one archive; ``elsewhere`` are quotations of another."""
    chance = random.Random(SEED)
    offices = {(q.speaker, q.role) for q in quotes if q.role and q.speaker and " " in q.speaker}
    held = Counter(fold(role or "") for _, role in offices)
    for name, role in sorted(offices, key=str):
        if role and held[fold(role)] == 1 and len(role.split()) > 2:
            yield Asked("who holds an office", f"Siapa {role}?", name)
            yield Asked("what somebody is", f"Siapa {name}?", role)
    said = whole(quotes)
    chance.shuffle(said)
    for quote in said[:MOST]:
        words = piece(quote.text, chance)
        yield Asked("who said it", f"Siapa yang bilang {words}?", quote.speaker)
        if other := altered(words):
            yield Asked("altered words", f"Siapa yang bilang {other}?", None)
    others = whole(elsewhere)
    for quote in chance.sample(others, min(MOST, len(others))):
        yield Asked("words of another archive", f"Siapa yang bilang {piece(quote.text, chance)}?", None)


def quotes_of(settings: Settings) -> list[Quote]:
    """Return all quotations of an index."""
    catalog = Catalog(open_generation(settings.index).catalog)
    try:
        return list(catalog.quotes(Filters()))
    finally:
        catalog.close()


def ask_all(archive: Archive, asked: Sequence[Asked]) -> Iterator[tuple[Asked, Answer, str]]:
    """Yield each question with its answer and how it fares."""
    for each in asked:
        answer = archive.ask(each.question)
        yield each, answer, each.fares(answer)


def hold(folders: Sequence[Path], scratch: Path) -> Iterator[tuple[Asked, Answer, str]]:
    """Index each folder and ask it about itself, and about the next."""
    indexed = [Settings(corpus=folder, index=scratch / str(n)) for n, folder in enumerate(folders)]
    for settings in indexed:
        build_index(settings)
    said = [quotes_of(settings) for settings in indexed]
    for n, settings in enumerate(indexed):
        elsewhere = said[(n + 1) % len(said)] if len(said) > 1 else []
        with open_archive(settings) as archive:
            yield from ask_all(archive, list(questions(said[n], elsewhere)))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    fared: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for asked, answer, how in hold(given.folders, Path(scratch)):
            fared.setdefault(asked.kind, Counter())[how] += 1
            if given.misses and how != ("right" if asked.gold else "abstained"):
                print(f"{asked.kind}: {asked.question} ({asked.gold}) {how}: {answer.answer}")
    for kind, counts in fared.items():
        print(f"{kind}: {counts.total()} asked, {counts['right']} right, {counts['wrong']} wrong")


if __name__ == "__main__":
    main()
