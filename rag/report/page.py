"""The report as one web page that stands alone: no script, nothing fetched, fit for print."""

from __future__ import annotations

from collections.abc import Iterable

from rag.documents import ArchiveState, Draft, DraftQuote, QuoteCheck, Source
from rag.markup import Html, isolated, join, tag, web_url
from rag.report.facts import (
    NO_QUOTES,
    NOBODY,
    TITLE,
    UNKNOWN,
    Pair,
    place,
    runs,
    searched,
    source_note,
    summary,
    unchecked,
    verdict_label,
    verdict_sign,
)
from rag.report.style import STYLE
from rag.verdict_names import ATTRIBUTIONS, FLAGS, KINDS, SIGNS, VERDICTS, WARNED, Name
from rag.verdict_words import name_of, reserves

# Nothing but the page's own style: whatever slipped through could neither run nor load.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_ONLY: dict[str, Pair] = {
    "del": ("hanya di sumber", "only in the source"),
    "ins": ("hanya di kutipan", "only in the quotation"),
}
_RUN_SIGNS = {"del": "−", "ins": "+"}


def html_report(draft: Draft, state: ArchiveState, made_on: str) -> str:
    """Return the report as a whole HTML page; ``made_on`` is an ISO date."""
    head = join(
        [
            tag("meta", charset="utf-8"),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", name="color-scheme", content="light dark"),
            tag("meta", name="referrer", content="no-referrer"),
            tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
            tag("title", f"{TITLE[0]} – {made_on}"),
        ],
        "\n",
    )
    body = tag("main", _header(draft, state, made_on), _quotes(draft, state), _legend())
    return (
        f'<!doctype html>\n<html lang="id">\n<head>\n{head}\n<style>{STYLE}</style>\n</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _both(pair: Pair, name: str = "span", **attributes: str) -> Html:
    """Return a text in Indonesian with the English under it."""
    return tag(name, pair[0], " ", tag("small", pair[1], lang="en"), **attributes)


def _header(draft: Draft, state: ArchiveState, made_on: str) -> Html:
    items = [
        tag("li", _verdict(verdict, VERDICTS[verdict], warned), " ", tag("strong", str(n)))
        for verdict, warned, n in summary(draft)
    ]
    n, passed_over = len(draft.quotes), unchecked(draft)
    return tag(
        "header",
        tag("p", "Kutip", class_="wordmark"),
        _both(TITLE, "h1"),
        tag("p", "Diperiksa / checked: ", tag("time", made_on, datetime=made_on), class_="meta"),
        _both(searched(state), "p", class_="meta"),
        tag("p", "Indeks / index: ", tag("code", state.generation), class_="meta"),
        _both((f"{n} kutipan di naskah", f"{n} quotations in the draft"), "p"),
        tag("ul", *items, class_="tally") if items else None,
        _both(passed_over, "p", class_="meta") if passed_over else None,
    )


def _quotes(draft: Draft, state: ArchiveState) -> Html:
    if not draft.quotes:
        return _both(NO_QUOTES, "p", class_="none")
    return tag("ol", *(_quote(n, quote, state) for n, quote in enumerate(draft.quotes, 1)), class_="quotes")


def _quote(n: int, quote: DraftQuote, state: ArchiveState) -> Html:
    check = quote.check
    name, warned = name_of(check), bool(reserves(check))
    return tag(
        "li",
        tag(
            "h2",
            tag("span", str(n), class_="n"),
            " ",
            _verdict(check.verdict, name, warned),
            " ",
            _attribution(check.attribution, warned),
        ),
        tag("blockquote", isolated(check.quote), class_="draft", dir="auto"),
        _facts(
            [
                (("Di naskah oleh", "In the draft by"), _text(check.speaker, NOBODY)),
                (("Letak di naskah", "Place in the draft"), f"{quote.start}–{quote.end}"),
            ]
        ),
        _both(name.meanings, "p", class_="meaning"),
        _both(WARNED.meanings, "p", class_="warning") if warned else None,
        _both(searched(state), "p", class_="meaning") if check.verdict == "not_found" else None,
        _flags(check),
        _diff(check),
        _sources(check),
        id=f"kutipan-{n}",
    )


def _verdict(code: str, name: Name, warned: bool = False) -> Html:
    return _badge("verdict", code, verdict_sign(code, warned), verdict_label(name, warned), warned)


def _attribution(code: str, warned: bool) -> Html:
    return _badge("attribution", code, SIGNS[code], ATTRIBUTIONS[code].labels, warned)


def _badge(kind: str, code: str, shown: str, labels: Pair, warned: bool) -> Html:
    sign = tag("span", shown, aria_hidden="true", class_="sign")
    looks = f"is-{code.replace('_', '-')}{' is-warned' if warned else ''}"
    return tag("span", sign, " ", _both(labels), class_=f"{kind} {looks}")


def _text(text: str | None, otherwise: Pair) -> Html:
    return isolated(text) if text else _both(otherwise, class_="unknown")


def _facts(facts: Iterable[tuple[Pair, str | None]]) -> Html:
    rows = [tag("div", _both(name, "dt"), tag("dd", value)) for name, value in facts if value]
    return tag("dl", *rows)


def _flags(check: QuoteCheck) -> Html | None:
    """Return what is to be looked at, in words."""
    if not check.flags:
        return None
    items = []
    for flag in check.flags:
        name = FLAGS.get(flag)
        if name is None:
            items.append(tag("li", flag))
            continue
        items.append(tag("li", tag("strong", _both(name.labels)), " ", _both(name.meanings)))
    return tag("ul", *items, class_="flags")


def _diff(check: QuoteCheck) -> Html | None:
    found = runs(check)
    if not found:
        return None
    shown = [isolated(words) if name == "equal" else _run(name, words) for name, words in found]
    used = {name for name, _ in found}
    legend = [tag(name, _RUN_SIGNS[name], " ", _both(_ONLY[name])) for name in _RUN_SIGNS if name in used]
    return tag(
        "section",
        _both(("Perbandingan kata", "Word by word"), "h3"),
        tag("p", join(shown, " "), class_="words", dir="auto"),
        tag("p", join(legend, " "), class_="legend"),
        class_="diff",
    )


def _run(name: str, words: str) -> Html:
    spoken = tag("span", _ONLY[name][0], ": ", class_="sr")
    return tag(name, spoken, tag("span", _RUN_SIGNS[name], aria_hidden="true"), isolated(words))


def _sources(check: QuoteCheck) -> Html | None:
    if not check.sources:
        if check.nearest is None:
            return None
        title = ("Yang paling dekat, bukan sumbernya", "The nearest miss, not its source")
        return tag("section", _both(title, "h3"), _source(check.nearest), class_="nearest")
    title = ("Sumber", "Sources")
    shown = [_source(source, source_note(check, n)) for n, source in enumerate(check.sources)]
    return tag("section", _both(title, "h3"), *shown, class_="sources")


def _source(source: Source, note: Pair | None = None) -> Html:
    title = source.title or source.article
    link = web_url(source.url)
    named = tag("a", isolated(title), href=link, rel="noopener noreferrer") if link else isolated(title)
    address = tag("span", link, class_="address") if link else None
    marked = _both(note, class_="note") if note else None
    return tag(
        "article",
        tag("h4", named, " ", marked),
        tag(
            "blockquote",
            tag("span", source.before, class_="around"),
            tag("mark", source.text),
            tag("span", source.after, class_="around"),
            dir="auto",
        ),
        _facts(
            [
                (("Penutur di sumber", "Speaker in the source"), _text(source.speaker, UNKNOWN)),
                (("Jabatan", "Role"), isolated(source.role) if source.role else None),
                (("Diucapkan", "Said on"), source.said_on),
                (
                    ("Bentuk", "Kind"),
                    _both(KINDS[source.kind].labels) if source.kind in KINDS else source.kind,
                ),
                (("Media", "Outlet"), _text(source.outlet, UNKNOWN)),
                (("Terbit", "Published"), _text(source.date, UNKNOWN)),
                (("Artikel", "Article"), tag("code", isolated(place(source)))),
                (("Alamat", "Address"), address),
                (("Juga di", "Also in"), join(map(isolated, source.copies), ", ") or None),
            ]
        ),
    )


def _legend() -> Html:
    rows = [
        tag("div", tag("dt", _verdict(code, name)), tag("dd", _both(name.meanings)))
        for code, name in VERDICTS.items()
    ]
    note = (
        "Penutur dan susunan kata dinilai terpisah. Hasil ini hanya tentang arsip yang ditelusuri.",
        "Speaker and wording are judged apart. These results speak of the archive searched only.",
    )
    title = ("Arti putusan", "What the verdicts mean")
    return tag("footer", _both(title, "h3"), tag("dl", *rows), _both(note, "p"))
