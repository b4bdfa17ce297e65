"""The report as Markdown, for an editor's notes or a repository."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.documents import ArchiveState, Draft, DraftQuote, QuoteCheck, Source
from rag.markup import web_url
from rag.report.facts import (
    NO_QUOTES,
    NOBODY,
    TITLE,
    UNKNOWN,
    Pair,
    context,
    place,
    runs,
    searched,
    source_note,
    storable,
    summary,
    unchecked,
    verdict_label,
    verdict_sign,
)
from rag.verdict_names import ATTRIBUTIONS, FLAGS, KINDS, VERDICTS, WARNED, Name
from rag.verdict_words import name_of, reserves

_SPECIAL = re.compile(
    r"[\\`*_{}\[\]<>|~&$@^#]"
    r"|:(?=\S)|(?<=www)\."  # a bare address becomes a link
    r"|^[+\-=]",  # a list, a rule, a heading
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")
_RUNS = {"equal": "{}", "del": "~~−{}~~", "ins": "**+{}**"}


def markdown_report(draft: Draft, state: ArchiveState, made_on: str) -> str:
    """Return the report as Markdown; ``made_on`` is an ISO date."""
    return "\n".join(_lines(draft, state, made_on)) + "\n"


def _plain(text: str) -> str:
    """Return text on one line that no Markdown reader takes for anything but its characters."""
    line = " ".join(storable(text).split())
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", line))


def _quoted(text: str) -> str:
    """Return a text of several lines as a block quotation."""
    lines = [_plain(line) for line in text.splitlines() if line.strip()]
    return "\\\n".join(f"> {line}" for line in lines) or ">"


def _both(pair: Pair) -> str:
    return f"{pair[0]} / {pair[1]}"


def _lines(draft: Draft, state: ArchiveState, made_on: str) -> Iterator[str]:
    yield f"# {_both(TITLE)}\n"
    yield f"- Diperiksa / checked: {_plain(made_on)}"
    yield f"- {_plain(_both(searched(state)))}"
    yield f"- Indeks / index: {_plain(state.generation)}"
    for verdict, warned, n in summary(draft):
        yield f"- {_badge(verdict, VERDICTS[verdict], warned)}: {n}"
    if passed_over := unchecked(draft):
        yield f"- {_plain(_both(passed_over))}"
    if not draft.quotes:
        yield f"\n{_both(NO_QUOTES)}"
    for n, quote in enumerate(draft.quotes, 1):
        yield from _quote(n, quote, state)


def _badge(verdict: str, name: Name, warned: bool) -> str:
    return f"{verdict_sign(verdict, warned)} {_both(verdict_label(name, warned))}"


def _quote(n: int, quote: DraftQuote, state: ArchiveState) -> Iterator[str]:
    check = quote.check
    name, warned = name_of(check), bool(reserves(check))
    yield f"\n## {n}\\. {_badge(check.verdict, name, warned)}\n"
    yield f"{_quoted(check.quote)}\n"
    yield _fact(("Di naskah oleh", "in the draft by"), check.speaker, NOBODY)
    yield f"- {_both(('Penutur', 'speaker'))}: {_both(ATTRIBUTIONS[check.attribution].labels)}"
    yield f"- {_both(name.meanings)}"
    if warned:
        yield f"- **{_both(WARNED.meanings)}**"
    if check.verdict == "not_found":
        yield f"- {_plain(_both(searched(state)))}"
    for flag in check.flags:
        called = FLAGS.get(flag)
        yield f"- {_both(called.labels)}: {_both(called.meanings)}" if called else f"- {_plain(flag)}"
    if found := runs(check):
        shown = " ".join(_RUNS[name].format(_plain(words)) for name, words in found)
        yield (
            f"- Perbandingan kata / word by word (~~−hanya di sumber / only in the source~~, "
            f"**+hanya di kutipan / only in the quotation**): {shown}"
        )
    yield from _sources(check)


def _sources(check: QuoteCheck) -> Iterator[str]:
    if not check.sources and check.nearest:
        yield "\n### Yang paling dekat, bukan sumbernya / the nearest miss, not its source\n"
        yield from _source(check.nearest)
    for n, source in enumerate(check.sources):
        note = source_note(check, n)
        yield f"\n### Sumber / source {n + 1}{f' ({_both(note)})' if note else ''}\n"
        yield from _source(source)


def _source(source: Source) -> Iterator[str]:
    yield f"{_quoted(source.text)}\n"
    title, link = _plain(source.title or source.article), web_url(source.url)
    if link:
        address = link.replace("&", "&amp;")
        title = f"[{title}](<{address}>)"
    yield f"- {title}"
    yield _fact(("Penutur di sumber", "speaker in the source"), source.speaker, UNKNOWN)
    if source.role:
        yield _fact(("Jabatan", "role"), source.role, UNKNOWN)
    if source.said_on:
        yield _fact(("Diucapkan", "said on"), source.said_on, UNKNOWN)
    kind = KINDS.get(source.kind)
    yield f"- Bentuk / kind: {_both(kind.labels) if kind else _plain(source.kind)}"
    yield _fact(("Media", "outlet"), source.outlet, UNKNOWN)
    yield _fact(("Terbit", "published"), source.date, UNKNOWN)
    yield _fact(("Artikel", "article"), place(source), UNKNOWN)
    if source.before or source.after:
        yield _fact(("Dalam konteks", "in context"), context(source), UNKNOWN)
    for copy in source.copies:
        yield _fact(("Juga di", "also in"), copy, UNKNOWN)


def _fact(name: Pair, value: str | None, otherwise: Pair) -> str:
    return f"- {_both(name)}: {_plain(value) if value else f'*{_both(otherwise)}*'}"
