"""Quotations of an article, direct and indirect, each with the speaker the article gives.

The words between marks are masked first, so that sentences and names are read in the journalist's own
words only. Then the sentences are read in order: each yields its direct quotations, or itself where it
reports speech, and leaves behind whom a later "katanya" means.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cached_property

from rag.documents import Article, Quote
from rag.speech.appositions import Mention
from rag.speech.attribution import after, before, signature
from rag.speech.capitals import known_words
from rag.speech.cast import Person, office
from rag.speech.dialogue import Dialogue
from rag.speech.interview import Interview
from rag.speech.listed import heading, underneath
from rag.speech.marks import Quotation, quotations
from rag.speech.narration import Narration
from rag.speech.nested import retold
from rag.speech.prose import (
    STRETCH,
    Unit,
    flowed,
    headline_end,
    is_nickname,
    mask,
    paragraph_before,
    stretches,
    units_of,
)
from rag.speech.relayed import disowned, owner, relayed
from rag.speech.reported import ADDING, within
from rag.speech.secondhand import Secondhand, as_reporter
from rag.speech.signs import signs_of_report
from rag.speech.speakers import Focus
from rag.speech.spoken_on import Calendar
from rag.speech.subjects import Attribution
from rag.speech.told import gives_way, turns_to_others
from rag.speech.unquoted import Unquoted, merged, unquoted, writer
from rag.speech.utterances import (
    ANNOUNCED_AS_ONES_OWN,
    Setting,
    continues,
    in_one_breath,
    is_announced,
    is_part,
    reach,
    setting,
    stands_alone,
)
from rag.speech.uttered import speaks_next, utterer

_WORD = re.compile(r"\w+")
# How far before its marks a quotation is looked up in a sentence without end.
_REACH = 300


def extract(article: Article) -> list[Quote]:
    """Return everything that ``article`` says somebody said, in text order."""
    if len(article.text) <= STRETCH:
        return _extract(article)
    found: list[Quote] = []
    for start, end in stretches(article.text):
        part = _extract(replace(article, text=article.text[start:end]))
        found += [replace(quote, start=quote.start + start, end=quote.end + start) for quote in part]
    return found


def _extract(article: Article) -> list[Quote]:
    flow = flowed(article.text)
    pairs = [pair for pair in quotations(flow) if not is_nickname(flow, pair)]
    bare = unquoted(flow, pairs)
    signs = signs_of_report(flow)
    may_quote = pairs or signs or bare
    return _Reading(article, flow, merged(pairs, bare), bare, signs).quotes() if may_quote else []


class _Reading:
    """One reading of one article from its beginning to its end."""

    def __init__(
        self, article: Article, flow: str, pairs: list[Quotation], bare: list[Unquoted], signs: list[int]
    ) -> None:
        """``flow`` is the text without hard line breaks, ``pairs`` what is quoted in it, ``bare`` which of
        that has no marks, ``signs`` where the text may report speech."""
        self.article = article
        self.signs = signs
        self.bare = {each.words.opening: each.part for each in bare}
        self.text = article.text
        self.pairs = pairs
        self.masked = mask(flow, pairs)
        headline = headline_end(article)
        self.masked = as_reporter(" " * headline + self.masked[headline:], article.outlet)
        self.known = known_words(self.masked)
        self.calendar = Calendar(self.text, article.date)
        self.units = list(units_of(self.masked, self.pairs, headline))
        self.carried = paragraph_before(self.units)
        self.found: list[Quote] = []
        self.secondhand = Secondhand(self.masked, article.outlet)
        self.dialogue = Dialogue(self.text, self.masked, self.known)
        self.narration = Narration(self.masked, self.known, self.units, self.dialogue.spoke)
        self.interview = Interview(flow, self.masked, self.known)
        self.used = 0  # up to where a report of the sentence before has been read

    @property
    def focus(self) -> Focus:
        """Return who is being talked about where the reading has come to."""
        return self.narration.focus

    def quotes(self) -> list[Quote]:
        for n, unit in enumerate(self.units):
            self._read(n, unit)
        return sorted(self.found, key=lambda q: (q.start, q.end, q.kind))

    def _read(self, n: int, unit: Unit) -> None:
        following = self.units[n + 1].start if n + 1 < len(self.units) else -1
        if self.bare.get(following) == "block":
            return  # it only announces what follows
        if self.interview.puts(unit):
            self.focus.take(self._interviewee, Mention(unit.start, unit.end, "pronoun"))
            return
        spoken = self._direct(n, unit) if unit.quotations else False
        if not spoken:
            self._indirect(n, unit)
        elif more := ADDING.search(self.masked, unit.start, unit.end):
            made = replace(
                self.found[-1], start=unit.start, end=unit.end, text=self.text[unit.start : unit.end]
            )
            self.found.append(
                replace(made, kind="indirect", cue=more["cue"] or more["participle"], rule="adding")
            )
        self.secondhand.note(unit.start, unit.end)

    def _direct(self, n: int, unit: Unit) -> bool:
        """Add the utterances of a sentence; tell whether its reporting clause is used up by them."""
        used = False
        last: Quote | None = None
        for k, pair in enumerate(unit.quotations):
            left = unit.quotations[k - 1].closing if k else unit.start
            right = unit.quotations[k + 1].opening if k + 1 < len(unit.quotations) else unit.end
            made = self._attributed(n, unit, pair, left, right)
            goes_on = made is None or (made.reference is None and in_one_breath(self.masked, left, pair))
            if goes_on and k and last is not None and continues(self.text, self.masked, pair, left):
                made = self._like(last, pair, "part" if last.rule == "part" else "continued")
            if made is not None:
                begun, ended = max(unit.start, left), min(unit.end, right)
                whose = owner(self.masked, begun, pair, ended, self.known)
                if whose and whose.disowned:
                    made = disowned(made)
                elif whose and made.speaker:
                    made = relayed(made, *self.focus.named(whose.mention))
                self._add(made, pair)
                last = made
                used = used or made.rule != "part"
        return used

    def _attributed(self, n: int, unit: Unit, pair: Quotation, left: int, right: int) -> Quote | None:
        """Return the quotation as an utterance, or None where it is none."""
        if pair.opening in self.bare:
            return self._without_marks(n, pair)
        around = setting(self.text, self.masked, pair, left)
        lead = max(left, self.used) if left > unit.start else left  # "…", kata A, sementara B menimpali, "…"
        if not around.titled or around.ended:
            until = right if right > pair.closing + 1 else reach(self.text, self.masked, self.units, n, right)
            comma = around.closed and around.opens
            found = after(self.masked, pair.closing, until, self.known, comma=comma)
            if (
                found
                and found.rule == "subject after"
                and around.ended
                and self._announced(around, left, pair)
            ):
                found = None  # "X berkata, "…" Hadirin tertawa."
            if found and (around.opens or around.ended) and (around.words > 1 or around.closed):
                return self._quote(pair, found, unit.end if right == unit.end else right)
        if around.titled and not (around.ended and around.lead.endswith(":")):
            return None
        if around.words < 2 and not around.ended:
            return None
        found = None if around.begins else before(self.masked, lead, pair.opening, self.known)
        if found is not None:
            between = len(_WORD.findall(self.masked, found.end, pair.opening))
            if is_announced(around, found, between):
                near = max(unit.start, pair.opening - _REACH)
                return self._quote(pair, found, pair.opening, dated=(near, unit.end))
            if is_part(around, found, self.masked, left, pair):
                used, made = self.used, self._quote(pair, found, pair.opening)
                self.used = used  # the sentence reports as well
                return replace(made, rule="part")
        elif around.lead.endswith(":") and around.ended and around.words >= 5:
            return self._after_colon(unit, pair)
        stopped = self.masked[pair.closing : pair.closing + 1] in {".", ","}
        if not around.begins or _WORD.search(self.masked, pair.closing, right):
            return None
        if block := self._block(pair):
            return block
        return self._unattributed(n, unit, pair) if stands_alone(around, stopped) else None

    def _announced(self, around: Setting, left: int, pair: Quotation) -> bool:
        """Say whether a reporting word leads right up to the marks."""
        found = None if around.begins else before(self.masked, left, pair.opening, self.known)
        return found is not None and found.rule == "verb before" and found.mention is not None

    def _after_colon(self, unit: Unit, pair: Quotation) -> Quote:
        """Attribute what a colon announces: to whom is talked about, where it is her answer or his reason."""
        person = None
        if found := ANNOUNCED_AS_ONES_OWN.match(self.masked, unit.start, pair.opening):
            sex = {"His": "m", "Her": "f"}.get(found["whose"])
            its = Mention(found.start(), found.end(), "pronoun", clitic=sex is None, sex=sex)
            person, _ = self.focus.resolve(its)
            self.dialogue.note(person)
        reference = "pronoun" if person else None
        return self._make(pair, person, person.role if person else None, None, reference, "colon")

    def _without_marks(self, n: int, pair: Quotation) -> Quote | None:
        """Attribute a paragraph that is all speech, by what announces it or to whom is interviewed."""
        if self.bare[pair.opening] == "answer":
            self.focus.take(self._interviewee)
            return self._answer(pair)
        if self.bare[pair.opening] == "signed":
            return self._block(pair)
        if self.bare[pair.opening] != "block":
            return None
        start, end = self.units[n - 1].start, self.units[n - 1].end
        found = before(self.masked, start, end, self.known)
        if mention := writer(self.masked, start, end, self.known):
            self.focus.turn_to_named(start)
            found = Attribution(start, end, None, mention, "paper")
        if found is None:  # "Pesan itu berbunyi:"
            return self._make(pair, None, None, None, None, "paper")
        return self._quote(pair, found, pair.opening, dated=(start, end))

    def _answer(self, pair: Quotation) -> Quote:
        person = self.interview.labelled(pair.opening, self.focus.cast) or self._interviewee
        return self._make(pair, person, person.role if person else None, None, None, "answer")

    @cached_property
    def _interviewee(self) -> Person | None:
        return self.interview.interviewee(self.focus, self.article)

    def _unattributed(self, n: int, unit: Unit, pair: Quotation) -> Quote | None:
        """Attribute a quotation that stands alone to who is speaking."""
        previous = self.found[-1] if self.found else None
        before_it = self.units[n - 1] if n else None
        beside = before_it is not None and before_it.line == unit.line
        if before_it is not None and beside and previous is not None and previous.start >= before_it.start:
            return self._like(previous, pair, "goes on")
        if before_it is not None and self.interview.asks(before_it, unit):
            return self._answer(pair)
        # A speaker carries no farther than from the paragraph before.
        carried = max(self.focus.at, self.focus.told_at) >= self.carried[n]
        if told := utterer(self.masked, self.units[n + 1 : n + 3], self.known, carried=carried):
            person, role = self.focus.resolve(told)
            self.dialogue.note(person)
            return self._make(pair, person, role, None, told.reference, "alone")
        person = (self.focus.last or self.focus.person) if carried else None
        said, clause = self.text[pair.start : pair.end], Attribution(pair.end, pair.end, None, None, "alone")
        person = self.dialogue.still(person, clause, said, self.found, self.focus)
        person = self.dialogue.alone(self.found, person, said)
        if turns_to_others(self.masked, before_it, self.known):
            person = None
        person = (
            person or self.focus.named(speaks_next(self.masked, self.units[n + 1 : n + 2], self.known))[0]
        )
        if self.focus.last is None and carried and (unnamed := self.focus.nameless) is not None:
            return self._make(pair, None, unnamed.role, None, "anonymous", "alone")
        self.dialogue.note(person)
        reference = "named" if person is not None and beside else None
        return self._make(pair, person, person.role if person else None, None, reference, "alone")

    def _block(self, pair: Quotation) -> Quote | None:
        found = signature(self.text, self.masked, pair.closing, self.known)
        for listed in (underneath, heading):
            found = found or listed(self.text, self.masked, pair, self.known)
        if found is None or found.mention is None:
            return None
        mention = found.mention
        person, role = self.focus.resolve(replace(mention, reference="named") if mention.name else mention)
        told = self.text[mention.end : found.end]
        if person is not None and role is None and told.startswith(", ") and told[2:3].isupper():
            person.role = role = told[2:]
        self.focus.take(person, mention)
        return self._make(pair, person, role, found.cue, "block", found.rule)

    def _quote(
        self, pair: Quotation, found: Attribution, end: int, dated: tuple[int, int] | None = None
    ) -> Quote:
        mention = found.mention
        self.used = found.end
        person, role = self._resolved(found, self.text[pair.start : pair.end])
        start, stop = dated or (found.start, max(end, found.end))
        said_on = self.calendar.spoken_on(self.masked, start, stop)
        reference = mention.reference if mention else None
        if person is None and reference == "description" and (role or " ")[0].islower():
            reference = "anonymous"
        if person is not None and reference == "anonymous":
            reference = "description"
        made = self._make(pair, person, role, found.cue, reference, found.rule)
        made = replace(made, said_on=said_on, via=self.secondhand.source(found, person, stop))
        if found.rule == "written" and mention is not None:  # who wrote on a wall is not there to go on
            self.narration.glance(found.start, mention.start)
            return made
        if mention is not None:
            self.focus.take(person, mention)
        self.dialogue.note(person)
        return made

    def _resolved(self, found: Attribution, said: str) -> tuple[Person | None, str | None]:
        if (mention := found.mention) is None:
            return None, None
        described = mention.reference == "description"
        described = described and not self.focus.cast.fitting(mention.role or "", mention.start)
        person, role = self.focus.resolve(mention)
        if talked := self.interview.introduced(mention, self.focus, self.article):
            return talked, talked.role
        unheld = person is None and mention.reference == "anonymous"  # "jawab saksi"
        if unheld or described or mention.reference == "pronoun":
            meant = self.dialogue.turn(found, person, self.found[-1] if self.found else None, self.focus)
            if meant is person and mention.reference == "pronoun":
                meant = self.dialogue.still(person, found, said, self.found, self.focus)
            meant = self.dialogue.sure(meant, found, said, self.found, self.focus)
            if meant is None and person is not None:
                self.focus.take(None, replace(mention, reference="anonymous"))  # it stays open
            if meant is not person:
                return meant, meant.role if meant else None
        return person, role

    def _add(self, quote: Quote, pair: Quotation) -> None:
        for inner in pair.inner:
            self._nested(quote, inner, pair)
        self.found.append(quote)  # behind them: what goes on goes on from here

    def _nested(self, quote: Quote, inner: Quotation, outer: Quotation) -> None:
        """Add what somebody else is quoted with inside a quotation."""
        found = retold(self.text, outer.start, inner.opening, inner.closing, self.known)
        if found is None or len(_WORD.findall(self.text, inner.start, inner.end)) < 2:
            return
        person, role = self.focus.named(found.mention)
        reference = found.mention.reference if found.mention else "anonymous"
        made = self._make(inner, person, role, found.cue, reference, "nested")
        self.found.append(replace(made, via=quote.speaker))

    def _indirect(self, n: int, unit: Unit) -> None:
        if unit.start < self.used:
            return
        sign = bisect_left(self.signs, unit.start)
        reports = sign < len(self.signs) and self.signs[sign] < unit.end
        found = within(self.masked, unit.start, unit.end, self.known) if reports else None
        announces = self.masked[unit.start : unit.end].rstrip().endswith(":") and any(
            following.begins_quoted for following in self.units[n + 1 : n + 2]
        )
        if found is None or found.mention is None or announces or gives_way(self.masked, unit, self.known):
            self.narration.add(n, unit)
            return
        mention = self.narration.begun_by(found, unit) or found.mention
        person, role = self.focus.reporting(mention, found.end, unit.end)
        if mention.reference == "pronoun":
            told = self.dialogue.still(person, found, self.text[found.end : unit.end], self.found, self.focus)
            person, role = (person, role) if told is person else (told, told.role if told else None)
        if found.rule == "verb" and not _WORD.search(self.masked, found.end, unit.end):
            self.focus.take(person, mention)  # "Olivia balik menyindir." reports nothing yet
            return
        reference = "description" if person and mention.reference == "anonymous" else mention.reference
        said_on = self.calendar.reported_on(self.masked, unit.start, unit.end, found)
        self.found.append(
            Quote(
                self.article.path, unit.start, unit.end, self.text[unit.start : unit.end], "indirect",
                person.name if person else None, office(role, person), found.cue, reference,
                self.secondhand.source(found, person, unit.end, unit.start), said_on, found.rule,
                tuple(person.aliases) if person else (),
            )
        )  # fmt: skip
        self.focus.take(person, mention)

    def _like(self, quote: Quote, pair: Quotation, rule: str) -> Quote:
        """Return a quotation of the same speaker; the day too, where that quotation is direct itself."""
        day = quote.said_on if quote.kind == "direct" else None
        made = replace(quote, start=pair.start, end=pair.end, text=self.text[pair.start : pair.end])
        return replace(made, kind="direct", said_on=day, rule=rule)

    def _make(
        self,
        pair: Quotation,
        person: Person | None,
        role: str | None,
        cue: str | None,
        reference: str | None,
        rule: str,
    ) -> Quote:
        return Quote(
            self.article.path, pair.start, pair.end, self.text[pair.start : pair.end], "direct",
            person.name if person else None, office(role, person), cue, reference, None, None, rule,
            tuple(person.aliases) if person else (),
        )  # fmt: skip
