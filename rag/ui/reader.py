"""The reader: a whole article with the cited characters marked, in the page or on its own."""

from __future__ import annotations

from dataclasses import dataclass

from rag.documents import Article, Span
from rag.markup import Html, isolated, join, paragraphs, tag, web_url
from rag.ui.cards import ANCHOR, language_in, origin, words_hash
from rag.ui.texts import Texts

# Characters that tell an article's language.
_READ = 2_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where to mark: the span, and whether it is where the citation said (else it ``moved``)."""

    span: Span | None
    moved: bool = False
    gone: bool = False


def locate(text: str, start: int | None, end: int | None, words: str | None) -> Place:
    """Find the cited characters in ``text``, which may have changed since the answer.

    ``words`` is their hash. Where ``[start, end)`` no longer holds them, the same words are
    looked for in the rest of the text; where they are gone, nothing is marked.
    """
    if start is None or end is None or not 0 <= start < end:
        return Place(None)
    if words is None:
        return Place(Span(start, end)) if end <= len(text) else Place(None, gone=True)
    if end <= len(text) and words_hash(text[start:end]) == words:
        return Place(Span(start, end))
    length = end - start
    # Bounds the work on a huge article: a citation is a few sentences.
    if length <= 5_000 and len(text) <= 200_000:
        for at in range(len(text) - length + 1):
            if words_hash(text[at : at + length]) == words:
                return Place(Span(at, at + length), moved=True)
    return Place(None, gone=True)


def article_view(article: Article, place: Place, t: Texts) -> Html:
    """Return the article as the reader shows it."""
    first = next((line for line in article.text.split("\n") if line.strip()), "")
    says_title = article.title is not None and first.strip() == article.title.strip()
    notice = t["moved"] if place.moved else t["gone"] if place.gone else None
    return tag(
        "article",
        tag(
            "header",
            origin(article.outlet, article.date, t),
            None if says_title else tag("h2", isolated(article.title or t["untitled"])),
            _byline(article, t),
            tag("p", notice, class_="k-notice", role="status") if notice else None,
        ),
        tag(
            "div",
            paragraphs(article.text, [place.span] if place.span else [], article.title, ANCHOR),
            class_="k-body",
            lang=language_in(article.text[:_READ]),
        ),
        _footer(article, t),
        class_="k-article",
        data_title=article.title or t["untitled"],
    )


def _byline(article: Article, t: Texts) -> Html | None:
    parts = [
        t["by"].format(author=article.signature or article.author) if article.author else None,
        t["editor"].format(editor=article.editor) if article.editor else None,
    ]
    shown = [isolated(part) for part in parts if part]
    return tag("p", join(shown, " · "), class_="k-byline") if shown else None


def _footer(article: Article, t: Texts) -> Html:
    url = web_url(article.url)
    link = (
        tag("a", url, href=url, rel="noopener noreferrer nofollow", target="_blank")
        if url
        else isolated(article.url)
        if article.url
        else None
    )
    return tag(
        "footer",
        tag("p", t["original"], ": ", link) if link else None,
        tag("p", t["via"], join(map(isolated, article.via), "; ")) if article.via else None,
        tag("p", t["file"], tag("code", article.path)),
    )


def missing_view(message: str) -> Html:
    """Return what the reader shows where there is no article to show."""
    return tag("article", tag("p", message, class_="k-error", role="alert"), class_="k-article")


def page(view: Html, title: str, t: Texts) -> str:
    """Return a page of its own around ``view``, without any script, for a link opened in a tab."""
    head = join(
        [
            tag("meta", charset="utf-8"),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", name="color-scheme", content="light dark"),
            tag("meta", name="robots", content="noindex"),
            tag("title", f"{title} – Kutip"),
            tag("link", rel="icon", href="/kutip/icon.svg", type="image/svg+xml"),
            tag("link", rel="stylesheet", href="/kutip/kutip.css"),
        ]
    )
    top = tag("p", tag("a", "Kutip", href="/", class_="k-wordmark"), class_="k-pagetop")
    body = tag("body", tag("main", top, view), class_="k-page")
    return "<!doctype html>" + tag("html", tag("head", head), body, lang=t["lang"])
