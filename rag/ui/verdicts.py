"""A checked quotation as it is shown: verdict, attribution, flags, word diff, sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rag.documents import Citation, Filters, QuoteCheck, Source
from rag.markup import Html, excerpt, isolated, join, tag
from rag.ui.cards import Copy, citation_url, copies_line, headline, language_in, origin, sources
from rag.ui.differences import diff_view
from rag.ui.texts import Texts, counted, date_text, number_text
from rag.ui.turns import filter_note
from rag.verdict_names import ATTRIBUTIONS, FLAGS, KINDS, SIGNS, VERDICTS, WARNED, WARNING_SIGN, Name
from rag.verdict_words import REPORTED, TOO_SHORT, are_pieces, name_of, reserves

if TYPE_CHECKING:
    from rag.archive import Archive

# The paragraph around the words is shown up to this many characters on either side.
_REACH = 240
_SHOWN_SOURCES = 20


@dataclass(frozen=True, slots=True)
class Place:
    """A source with its article's text (None where it cannot be read) and its copies."""

    source: Source
    citation: Citation
    text: str | None
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A check with what its view needs of the archive.

    ``searched`` is the number of articles that the filters let through, ``latest`` their last
    possible date (ISO), ``refused`` the number of files that nothing was read from.
    """

    check: QuoteCheck
    places: tuple[Place, ...]
    nearest: Place | None
    searched: int
    latest: str | None
    refused: int


def checked(archive: Archive, check: QuoteCheck, filters: Filters, shown: int = _SHOWN_SOURCES) -> Checked:
    """Look up what the view of ``check`` shows of the archive, for its first ``shown`` sources."""
    first = list(check.sources[:shown])
    if check.earliest is not None and check.earliest >= shown:
        first.append(check.sources[check.earliest])
    missed = check.nearest if not first else None
    found = _places(archive, [*first, missed] if missed else first)
    nearest = found.pop() if missed else None
    state = archive.state_under(filters)
    latest = min(filter(None, (filters.until, state.latest_date)), default=None)
    return Checked(check, tuple(found), nearest, state.searched, latest, state.refused)


def _places(archive: Archive, found: Sequence[Source]) -> list[Place]:
    cited = [
        Citation(n, s.article, s.start, s.end, s.text, s.title, s.outlet, s.date, s.author, s.url, s.copies)
        for n, s in enumerate(found, start=1)
    ]
    return [
        Place(source, there.citation, there.text, there.copies)
        for source, there in zip(found, sources(archive, cited), strict=True)
    ]


def badge(verdict: str, t: Texts, warned: bool = False, name: Name | None = None) -> Html:
    """Return a verdict's sign and label, that of ``name`` where this one is called otherwise than most.

    ``warned`` says that a flag tells against trusting it.
    """
    label = (name or VERDICTS[verdict]).label(t["lang"])
    if warned:
        return _badge("k-verdict", verdict, f"{label}, {WARNED.label(t['lang'])}", WARNING_SIGN, "k-warned")
    return _badge("k-verdict", verdict, label, SIGNS[verdict])


def attribution_badge(name: str, t: Texts, warned: bool = False) -> Html:
    """Return an attribution's sign and label; only a match looks confirmed, and that not if ``warned``."""
    label = ATTRIBUTIONS[name].label(t["lang"])
    return _badge("k-attribution", name, label, SIGNS[name], "k-warned" if warned else "")


def reserve_badges(check: QuoteCheck, t: Texts) -> list[Html]:
    """Return a badge for each flag that tells against trusting the verdict."""
    return [_badge("k-reserve", flag, FLAGS[flag].label(t["lang"]), WARNING_SIGN) for flag in reserves(check)]


def _badge(kind: str, name: str, label: str, shown: str, more: str = "") -> Html:
    sign = tag("span", shown, class_="k-sign", aria_hidden="true")
    return tag("span", sign, " ", label, class_=f"{kind} k-is-{name.replace('_', '-')} {more}".rstrip())


def check_view(found: Checked, t: Texts, filters: Filters) -> Html:
    """Return a checked quotation as the result of its own tab: what was asked, and what was found."""
    check = found.check
    claimed = (
        tag("p", t["claimed"], isolated(check.speaker), class_="k-filternote") if check.speaker else None
    )
    note = filter_note(filters, t)
    asked = tag(
        "div",
        tag("blockquote", isolated(check.quote)),
        claimed,
        tag("p", note, class_="k-filternote") if note else None,
        class_="k-asked",
    )
    return tag("section", asked, *parts(found, t, note), class_="k-check", data_arrived=True)


def parts(found: Checked, t: Texts, note: str = "") -> tuple[Html, Html | None]:
    """Return the finding, and beside it the sources."""
    return tag("div", _finding(found, t, note), class_="k-finding"), _sources(found, t)


def _finding(found: Checked, t: Texts, note: str) -> Html:
    check, lang, name = found.check, t["lang"], name_of(found.check)
    against = reserve_badges(check, t)
    warned = bool(against)
    return join(
        [
            tag(
                "div",
                tag("h3", badge(check.verdict, t, warned, name)),
                tag("p", join(against, " "), class_="k-reserves") if warned else None,
                tag("p", name.meaning(lang) if found.searched else t["nothing_passes"], class_="k-meaning"),
                tag("p", WARNED.meaning(lang), class_="k-also k-against") if warned else None,
                _wording(check, t, warned),
                *(_attribution(check, t, warned) if found.places else ()),
                role="status",
            ),
            _flags(check, t),
            diff_view(check.diff, t),
            _not_found(found, t, note) if check.verdict == "not_found" and name != TOO_SHORT else None,
        ]
    )


def _attribution(check: QuoteCheck, t: Texts, warned: bool) -> tuple[Html, Html]:
    """Say whose words they are; without a source there is nothing to say."""
    badged = attribution_badge(check.attribution, t, warned)
    return tag("p", badged), tag("p", _attributed(check, t), class_="k-muted")


def _wording(check: QuoteCheck, t: Texts, warned: bool) -> Html | None:
    """Say what the words are where the verdict is on their speaker."""
    if check.verdict == check.wording:
        return None
    return tag("p", t["words_are"], badge(check.wording, t, warned), class_="k-also")


def _attributed(check: QuoteCheck, t: Texts) -> Html:
    """Return what the attribution means, who speaks in the source, and who was claimed to."""
    speaker = check.sources[0].speaker if check.sources else None
    claimed = check.speaker if speaker and check.attribution == "mismatch" else None
    names = [
        join([t["claimed"], isolated(claimed)]) if claimed else None,
        join([t["in_source"], isolated(speaker)]) if speaker else None,
    ]
    meaning = ATTRIBUTIONS[check.attribution].meaning(t["lang"])
    return join([meaning, tag("strong", join(names, " · ")) if speaker else None], " ")


def _flags(check: QuoteCheck, t: Texts) -> Html | None:
    lang, against = t["lang"], reserves(check)
    said = ATTRIBUTIONS[check.attribution].label(lang)
    rows = [
        tag(
            "li",
            tag("strong", FLAGS[flag].label(lang)),
            " ",
            tag("span", FLAGS[flag].meaning(lang)),
            class_="k-against" if flag in against else None,
        )
        for flag in check.flags
        if FLAGS[flag].label(lang) != said
    ]
    return tag("ul", *rows, class_="k-flags", role="list") if rows else None


def _not_found(found: Checked, t: Texts, note: str) -> Html:
    """Say where was looked, and show the nearest miss."""
    latest = date_text(found.latest, t)
    where = [
        t["searched_in"].format(articles=counted("articles", found.searched, t)),
        t["up_to"].format(date=latest) if latest else None,
    ]
    said = [", ".join(filter(None, where)), counted("refused", found.refused, t), note]
    return tag("p", "; ".join(filter(None, said)) + ".", class_="k-searched")


def _sources(found: Checked, t: Texts) -> Html | None:
    if found.nearest is not None:
        return tag(
            "aside",
            tag("h3", t["nearest_words"]),
            tag("ol", _card(found.nearest, t), role="list"),
            class_="k-sources k-nearest",
            aria_label=t["nearest_words"],
        )
    if not found.places:
        return None
    check = found.check
    if are_pieces(check.wording, check.diff, [s.diff for s in check.sources]):
        return _pieces(found, t)
    several = len(check.sources) > 1
    earliest = check.sources[check.earliest] if several and check.earliest is not None else None
    best, *others = (
        _card(p, t, _mark(t["earliest"]) if p.source is earliest else None, check.wording)
        for p in found.places
    )
    more = len(check.sources) - len(found.places)
    is_candidate = check.wording == "paraphrase" and name_of(check) != REPORTED
    also = "other_candidates" if is_candidate else "also_found"
    return tag(
        "aside",
        tag("h3", t["candidate"] if is_candidate else t["best_source"]),
        tag("ol", best, role="list"),
        tag("h3", t[also].format(n=number_text(len(others) + more, t))) if others else None,
        tag("ol", *others, role="list", class_="k-others") if others else None,
        tag("p", t["sources_more"].format(n=number_text(more, t)), class_="k-muted") if more > 0 else None,
        class_="k-sources",
        aria_label=t["sources"],
    )


def _pieces(found: Checked, t: Texts) -> Html:
    """Return the pieces that a quotation was put together of, each with its place among them."""
    total = len(found.check.sources)
    cards = [
        _card(p, t, _mark(t["piece"].format(n=n, total=total)), found.check.wording)
        for n, p in ((found.check.sources.index(p.source) + 1, p) for p in found.places)
    ]
    return tag(
        "aside",
        tag("h3", t["pieces"].format(n=total)),
        tag("ol", *cards, role="list"),
        tag("p", t["sources_more"].format(n=total - len(cards)), class_="k-muted")
        if total > len(cards)
        else None,
        class_="k-sources",
        aria_label=t["sources"],
    )


def _mark(said: str) -> Html:
    return tag("span", said, class_="k-earliest")


def _card(place: Place, t: Texts, mark: Html | None = None, wording: str | None = None) -> Html:
    """Return a source under its mark; one that words it otherwise than ``wording`` says so, as a variant."""
    source = place.source
    words = (
        excerpt(place.text, source.start, source.end, _REACH)
        if place.text is not None
        else tag("mark", source.text)
    )
    title = headline(source.title, place.text, t)
    marks = [
        mark,
        badge(source.wording, t) if wording not in (None, source.wording) else None,
    ]
    return tag(
        "li",
        origin(source.outlet, source.date, t),
        tag("h4", tag("a", title, href=citation_url(place.citation), class_="k-open", data_reader=True)),
        tag("p", join(marks, " "), class_="k-marks") if any(marks) else None,
        tag("p", words, class_="k-words", lang=language_in(source.text)),
        speaker_line(source.speaker, source.role, source.kind, source.said_on, t),
        copies_line(place.copies, t),
        class_="k-card",
    )


def speaker_line(speaker: str | None, role: str | None, kind: str, said_on: str | None, t: Texts) -> Html:
    """Return who said it, in which office, on which day, and whether the article quotes it."""
    said = date_text(said_on, t)
    named = (
        join([tag("strong", isolated(speaker)), ", " if role else None, isolated(role) if role else None])
        if speaker
        else tag("span", t["no_speaker"], class_="k-unknown")
    )
    parts = [
        named if kind != "narration" else None,
        tag("time", t["said_on"].format(date=said), datetime=said_on) if said else None,
        tag("span", KINDS[kind].label(t["lang"]), class_=f"k-kind k-kind-{kind}"),
    ]
    return tag("p", join(parts, " · "), class_="k-who")
