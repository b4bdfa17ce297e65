"""What people said, as it is listed: newest first, each opening the article at its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rag.documents import ArticleSummary, Quote
from rag.markup import Html, isolated, join, tag
from rag.ui.cards import origin, reader_url
from rag.ui.texts import Texts, date_text, number_text
from rag.ui.verdicts import speaker_line
from rag.words import fold

PER_PAGE = 20
_LONGEST = 420
_MOST_NAMES = 12


def by_date(
    quotes: Iterable[Quote], articles: Mapping[str, ArticleSummary]
) -> list[tuple[Quote, ArticleSummary | None]]:
    """Return quotes with their articles, newest first by the day they were said or published.

    Those without any date come last.
    """
    found = [(q, articles.get(q.article)) for q in quotes]
    found.sort(key=lambda each: (each[0].article, each[0].start))
    found.sort(key=lambda each: _day(*each), reverse=True)
    return found


def _day(quote: Quote, article: ArticleSummary | None) -> str:
    return quote.said_on or (article.date if article else None) or ""


def with_words(quotes: Iterable[Quote], wanted: str) -> list[Quote]:
    """Return the quotes whose text holds every word of ``wanted``, or the beginning of it."""
    needles = fold(wanted[:200]).split()
    return [q for q in quotes if all(needle in fold(q.text) for needle in needles)]


def most_quoted(quotes: Iterable[Quote]) -> list[tuple[str, int]]:
    """Return the names that are quoted most, with how often."""
    counts = Counter(q.speaker for q in quotes if q.speaker)
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_MOST_NAMES]


def names_view(names: Sequence[tuple[str, int]], t: Texts) -> Html:
    """Return names to click."""
    if not names:
        return Html()
    chips = [
        tag(
            "li",
            tag(
                "button",
                isolated(name),
                " ",
                tag("span", number_text(n, t), class_="k-count"),
                type="button",
                class_="k-chip",
                data_speaker=name,
            ),
        )
        for name, n in names
    ]
    return tag("div", tag("h3", t["most_quoted"]), tag("ul", *chips, role="list"), class_="k-chips")


def sayings_view(found: Sequence[tuple[Quote, ArticleSummary | None]], page: int, t: Texts) -> Html:
    """Return page ``page`` (from 0) of what was found."""
    if not found:
        return tag("p", t["nothing_said"], class_="k-hint", role="status")
    first = page * PER_PAGE
    shown = found[first : first + PER_PAGE]
    place = t["page_of"].format(
        first=number_text(first + 1, t),
        last=number_text(first + len(shown), t),
        total=number_text(len(found), t),
    )
    return join(
        [
            tag("p", place, class_="k-muted k-place", role="status", data_arrived=True),
            tag(
                "ol", *(_row(quote, article, t) for quote, article in shown), class_="k-sayings", role="list"
            ),
        ]
    )


def _row(quote: Quote, article: ArticleSummary | None, t: Texts) -> Html:
    text = quote.text if len(quote.text) <= _LONGEST else quote.text[:_LONGEST].rstrip() + " …"
    words = tag("q" if quote.kind == "direct" else "span", isolated(text))
    link = tag(
        "a",
        words,
        href=reader_url(quote.article, quote.start, quote.end, quote.text),
        class_="k-open",
        data_reader=True,
    )
    title = article.title if article and article.title else t["untitled"]
    day = _day(quote, article)
    shown = tag("time", date_text(day, t), datetime=day) if day else tag("span", t["no_date"])
    return tag(
        "li",
        tag("p", shown, tag("span", t["day_said"]) if quote.said_on else None, class_="k-day"),
        tag(
            "div",
            speaker_line(quote.speaker, quote.role, quote.kind, None, t),
            tag("p", link, class_="k-said"),
            origin(article.outlet if article else None, article.date if article else None, t),
            tag("p", isolated(title), class_="k-from"),
        ),
        class_=f"k-saying k-saying-{quote.kind}",
    )
