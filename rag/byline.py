"""Questions about an article itself: who wrote or edited it, when and where it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.calendar_names import MONTHS_OF
from rag.documents import Article
from rag.matching import all_stems
from rag.question import Question
from rag.spans import PORTFOLIO
from rag.telling import OF_OFFICES
from rag.terms import NEGATIONS
from rag.words import fold, folded, stem

# A story of fiction is none of the archive's own.
_ARTICLE = (
    r"(?:berita|artikel|tulisan|liputan|pemberitaan|article|news (?:item|story)"
    r"|(?<!short )(?<!love )(?<!comic )story(?= (?:about|asking|saying|reporting|quoting)\b))(?:nya)?"
)
_AUTHOR = (
    r"(?:penulis|reporter|wartawan|jurnalis|pewarta|author|journalist|byline)(?:nya)?|menulis|ditulis|tulis|"
    r"nulis|wrote|writes|written|write"
)
_EDITOR = r"(?:editor|redaktur|penyunting)(?:nya)?|menyunting|disunting|mengedit|edited|edits"
_PUBLISHED = (
    r"terbit|diterbitkan|menerbitkan|dimuat|memuat|tayang|ditayangkan|menayangkan|dipublikasikan|"
    r"mempublikasikan|diunggah|published|publishes|publish|appear|appeared"
)
_WHO = r"siapa(?:kah)?|who|whom"
_WHEN = r"kapan(?:kah)?|when|tanggal berapa|what date"
_WHERE = r"(?:media|koran|situs|portal|surat kabar|outlet|newspaper|website)(?: (?:apa|mana))?|di mana|where"
_ASKED = {
    "editor": (_WHO, _EDITOR),
    "author": (_WHO, _AUTHOR),
    "date": (_WHEN, _PUBLISHED),
    "outlet": (_WHERE, _PUBLISHED),
}
_RULES = {
    field: re.compile(
        rf"(?=.*\b(?:{asks})\b)(?=.*\b(?:{does})\b)(?=.*\b{_ARTICLE}\b)"
        # What the article is about may itself be writing: its words come after "tentang".
        + (rf"(?!.*\b(?:tentang|about)\b.*\b(?:{does})\b)" if asks == _WHO else "")
    )
    for field, (asks, does) in _ASKED.items()
}
_OWN = re.compile(rf"(?:{_ARTICLE}|{_AUTHOR}|{_EDITOR}|{_PUBLISHED}|{_WHERE}|story)")


def asked_fact(text: str) -> str | None:
    """Return which fact of an article is asked: author, editor, date or outlet; None for another question."""
    joined = " ".join(folded(text))
    return next((field for field, rule in _RULES.items() if rule.match(joined)), None)


def about(question: Question) -> Question:
    """Return the question with only the terms that say which article is meant, and no short answer."""
    terms = tuple(t for t in question.terms if not _OWN.fullmatch(t.surface))
    return replace(question, asks="what", expects=(), focus=(), terms=terms)


# "Apa jabatan Sari Dewi?", "Sari Dewi kerja apa?"
_ASKS_OFFICE = frozenset(
    "jabatan jabatannya pekerjaan pekerjaannya profesi kerja job occupation profession".split()
)
_OFFICES = OF_OFFICES | PORTFOLIO
_WHO_IS_IT = frozenset(("who", "identity"))


def signer(question: Question, articles: Sequence[Article]) -> Article | None:
    """Return the article whose signature tells who is asked for: by all of the author's name, or by an office
    and whose it is. None where there is none, or signatures differ."""
    signed = [article for article in articles if _signs(question, article)]
    return signed[0] if len({fold(article.signature or "") for article in signed}) == 1 else None


def _signs(question: Question, article: Article) -> bool:
    if article.signature is None or article.author is None:
        return False
    if not NEGATIONS.isdisjoint(folded(question.text)):
        return False
    terms = [t for t in question.terms if _ASKS_OFFICE.isdisjoint(t.surface.split())]
    asks_office = question.asks == "what" and len(terms) < len(question.terms)
    if not (asks_office or question.asks in _WHO_IS_IT):
        return False
    told, name = set(map(stem, folded(article.signature))), set(map(stem, folded(article.author)))
    if not all(any(told.issuperset(phrase) for phrase in t.alternatives) for t in terms):
        return False
    asked = all_stems(terms)
    if not name.isdisjoint(asked):
        return name <= asked
    return not _OFFICES.issuperset(word for term in terms for word in term.surface.split())


def fact(articles: Sequence[Article], field: str, language: str) -> str | None:
    """Return what the articles state, a date in words; None where they state nothing, or not the same."""
    values: set[str | None] = {getattr(article, field) for article in articles}
    value = values.pop() if len(values) == 1 else None
    if field != "date" or not value:
        return value
    year, month, day = (int(part) for part in value.split("-"))
    return f"{day} {MONTHS_OF[language][month - 1]} {year}"
