"""Source cards: where each cited passage comes from, with its words marked in their context."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from textwrap import shorten
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from rag.documents import Article, Citation
from rag.errors import KutipError
from rag.markup import Html, excerpt, isolated, join, tag
from rag.terms import is_english
from rag.ui.texts import Texts, date_text

if TYPE_CHECKING:
    from rag.archive import Archive

READER = "/artikel"
# The cited words on the reader's own page: what a new tab scrolls to.
ANCHOR = "kutipan"
# Characters of what stands for a missing title.
_FIRST_WORDS = 64


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article that carries the same story."""

    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Source:
    """A citation with its article's text (None where it cannot be read) and its copies."""

    citation: Citation
    text: str | None
    copies: tuple[Copy, ...] = ()


def words_hash(text: str) -> str:
    """Return a short hash of cited words, by which the reader finds them in a changed article."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def reader_url(path: str, start: int | None = None, end: int | None = None, text: str = "") -> str:
    """Return the address of an article, at the characters ``[start, end)`` if given."""
    query: dict[str, str | int] = {"path": path}
    fragment = ""
    if start is not None and end is not None:
        query |= {"start": start, "end": end, "kata": words_hash(text)}
        fragment = f"#{ANCHOR}"
    return f"{READER}?{urlencode(query, errors='replace')}{fragment}"


def sources(archive: Archive, citations: Iterable[Citation]) -> list[Source]:
    """Look up the context and the copies of ``citations``."""
    articles: dict[str, Article | None] = {}

    def article(path: str) -> Article | None:
        if path not in articles:
            try:
                articles[path] = archive.article(path)
            except KutipError:
                articles[path] = None
        return articles[path]

    result = []
    for citation in citations:
        cited = article(citation.article)
        copies = []
        for path in citation.copies[:5]:
            other = article(path)
            copies.append(Copy(path, _copy_label(path, other, citation)))
        result.append(Source(citation, cited.text if cited else None, tuple(copies)))
    return result


def _copy_label(path: str, other: Article | None, citation: Citation) -> str:
    """Return the outlet of a copy or, where that tells nothing new, its title."""
    if other is None:
        return path
    if other.outlet and other.outlet != citation.outlet:
        return other.outlet
    return other.title or other.outlet or path


def citation_url(citation: Citation) -> str:
    """Return the reader's address of a citation."""
    return reader_url(citation.article, citation.start, citation.end, citation.text)


def source_label(citation: Citation, t: Texts) -> str:
    """Return what a screen reader says of a citation's link."""
    return t["source_n"].format(n=citation.n, title=citation.title or t["untitled"])


def headline(title: str | None, text: str | None, t: Texts) -> Html:
    """Return an article's title, of one without a title its first words, which tell it from others."""
    if title:
        return isolated(title)
    begins = shorten(text or "", _FIRST_WORDS, placeholder=" …")
    untitled = tag("span", t["untitled"], class_="k-unknown")
    return join([untitled, isolated(begins)], ": ") if begins else untitled


def language_in(text: str) -> str:
    """Return the language of an article's words, for who has them read aloud."""
    return "en" if is_english(text) else "id"


def origin(outlet: str | None, iso_date: str | None, t: Texts) -> Html:
    """Return ``Outlet · 12 Nov 2026``, saying so where the article states neither."""
    day = date_text(iso_date, t)
    return tag(
        "p",
        isolated(outlet, class_="k-outlet") if outlet else tag("span", t["no_outlet"], class_="k-unknown"),
        tag("span", " · ", aria_hidden="true"),
        tag("time", day, datetime=iso_date) if day else tag("span", t["no_date"], class_="k-unknown"),
        class_="k-origin",
    )


def card(found: Sequence[Source], t: Texts, numbered: bool = True) -> Html:
    """Return the card of one article: a click on cited words opens the reader at them."""
    first = found[0].citation
    return tag(
        "li",
        origin(first.outlet, first.date, t),
        tag("h4", headline(first.title, found[0].text, t)),
        tag("ol", *(_cited_words(source, t, numbered) for source in found), role="list", class_="k-cited"),
        copies_line(_copies(found), t),
        class_="k-card",
    )


def _cited_words(source: Source, t: Texts, numbered: bool) -> Html:
    citation = source.citation
    words = (
        excerpt(source.text, citation.start, citation.end)
        if source.text is not None
        else tag("mark", citation.text)
    )
    link = tag(
        "a",
        words,
        href=citation_url(citation),
        class_="k-open k-words",
        data_reader=True,
        lang=language_in(citation.text),
        aria_label=source_label(citation, t) if numbered else citation.title or t["untitled"],
    )
    number = tag("span", str(citation.n), class_="k-n", aria_hidden="true") if numbered else None
    return tag("li", number, link, data_n=citation.n if numbered else None)


def _copies(found: Sequence[Source]) -> tuple[Copy, ...]:
    """Return the copies of all that is cited of an article, each once."""
    return tuple(dict.fromkeys(copy for source in found for copy in source.copies))


def copies_line(copies: tuple[Copy, ...], t: Texts) -> Html | None:
    """Return where else the same story stands, or None."""
    if not copies:
        return None
    links = [tag("a", isolated(c.label), href=reader_url(c.path), data_reader=True) for c in copies]
    return tag("p", t["also_in"], join(links, ", "), class_="k-copies")


def cards(found: Sequence[Source], t: Texts, heading: str, numbered: bool = True) -> Html:
    """Return the cards of one answer under ``heading``, one for each article."""
    by_article: dict[str, list[Source]] = {}
    for source in found:
        by_article.setdefault(source.citation.article, []).append(source)
    return tag(
        "aside",
        tag("h3", heading),
        tag("ol", *(card(some, t, numbered) for some in by_article.values()), role="list"),
        class_="k-sources",
        aria_label=heading,
    )
