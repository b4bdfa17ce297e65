"""Cases for the checker of quotations, made from what people said by changing it in known ways.

``cases(utterances, texts)`` takes what was said as ``Utterance`` and every stored text of the archive,
and returns ``Case``: a query with the verdict that it must get. A case whose verdict would be open
(the changed words stand elsewhere, the gap could lie in two places) is left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from tests.changes.altered import ALTERED
from tests.changes.drafts import SPEAKER, Draft
from tests.changes.pieces import PIECES
from tests.changes.same import AS_PRINTED, SAME
from tests.changes.words import Word, canonical, embeddings, join, sentences, split, without_end

TRIES = 6
# Words that an utterance must have in whole sentences to be changed.
SHORTEST = 5
INVENTED = "Kuda nil di kebun raya sudah pandai membaca jadwal kapal feri."
ORGANISATIONS = frozenset(
    "indonesia dinas kementerian kantor pt bank polisi kedutaan komisi analytics majelis".split()
)


@dataclass(frozen=True)
class Utterance:
    """The span of an article's stored text that somebody said; ``others`` are other people."""

    article: str
    text: str
    start: int
    end: int
    speaker: str | None
    others: tuple[str, ...]
    kind: str = "direct"

    @property
    def quote(self) -> str:
        return self.text[self.start : self.end]


@dataclass(frozen=True)
class Case:
    """A query, who is claimed to have said it, and what the checker must say of it.

    Any of ``verdicts`` is right. ``attribution`` is None where it is not judged.
    """

    query: str
    speaker: str | None
    verdicts: frozenset[str]
    must: frozenset[str]
    must_not: frozenset[str]
    mutation: str
    article: str
    attribution: str | None


Made = dict[str, list[Case]]


class Guard:
    """What the archive holds anywhere, compared as the specification compares."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = {path: canonical(text) for path, text in texts.items()}
        self._runs: Counter[str] = Counter()
        for text in texts.values():
            words = [canonical(w) for w in text.split()]
            self._runs.update({" ".join(words[i : i + 5]) for i in range(len(words) - 4)})

    def holds(self, query: str) -> bool:
        """Say whether the words stand together somewhere."""
        wanted = canonical(query)
        return any(wanted in text for text in self._texts.values())

    def is_told_once(self, quote: str) -> bool:
        """Say whether no five words of it stand in a second article, nor all of it twice in one."""
        words = [canonical(w) for w in quote.split()]
        runs = [" ".join(words[i : i + 5]) for i in range(len(words) - 4)]
        twice = any(text.count(canonical(quote)) > 1 for text in self._texts.values())
        return not twice and all(self._runs[run] <= 1 for run in runs)


def clean_run(quote: str) -> list[Word]:
    """Return the longest run of whole sentences without brackets, ellipses, slashes or inner marks."""
    best: list[Word] = []
    run: list[Word] = []
    for sentence in sentences(split(quote)):
        text = join(sentence)
        odd = any(mark in text for mark in "[](){}…/\\\"“”„«»‘’'—–") or ".." in text
        run = [] if odd else [*run, *sentence]
        best = max(best, run, key=len)
    return best


def is_whole(utterance: Utterance) -> bool:
    """Say whether it starts as a sentence and no further quotation follows in its paragraph."""
    rest = utterance.text[utterance.end + 1 :].split("\n")[0]
    return utterance.quote[:1].isupper() and not any(mark in rest for mark in '"“”')


def apart(utterances: Sequence[Utterance]) -> list[Utterance]:
    """Return the direct ones that no other overlaps."""
    direct = [u for u in utterances if u.kind == "direct"]
    return [
        u
        for u in direct
        if not any(
            o is not u and o.article == u.article and o.start < u.end and u.start < o.end for o in direct
        )
    ]


def is_other(name: str, speaker: str) -> bool:
    """Say whether two names share no word."""
    return not set(name.casefold().split()) & set(speaker.casefold().split())


def is_person(name: str) -> bool:
    """Say whether a name has two words or more and none that organisations bear.

    An organisation is left out of false claims: its spokesman's words are its own too.
    """
    words = name.casefold().split()
    return len(words) > 1 and not ORGANISATIONS & set(words)


class Maker:
    """Makes the cases of one archive; the same archive gives the same cases."""

    def __init__(self, utterances: Sequence[Utterance], texts: Mapping[str, str]) -> None:
        self.guard = Guard(texts)
        self.utterances = apart(utterances)
        self.people = sorted({u.speaker for u in utterances if u.speaker and is_person(u.speaker)})

    def stranger(self, utterance: Utterance, rng: Random) -> str | None:
        """Return somebody who did not say it: of the same article where there is one."""
        if utterance.speaker is None:
            return None
        for names in (utterance.others, self.people):
            some = [n for n in names if is_person(n) and is_other(n, utterance.speaker)]
            if some:
                return rng.choice(some)
        return None

    def case(self, name: str, u: Utterance, draft: Draft, rng: Random) -> Case | None:
        """Add the claim to a draft; None where its verdict would be open."""
        if "verbatim" not in draft.verdicts and not draft.stands and self.guard.holds(draft.query):
            return None
        claims = {"right": rng.choice((u.speaker, u.speaker, None)), "other": self.stranger(u, rng)}
        speaker = claims.get(draft.claim)
        if draft.claim == "other" and speaker is None:
            return None
        named = u.speaker.split()[0] if u.speaker else "dia"
        query = draft.query.replace(SPEAKER, named)
        absent = draft.must_not | ({"penutur_beda"} if draft.claim == "right" else set())
        attribution = "mismatch" if draft.claim == "other" else "match" if speaker else "unclaimed"
        judged = None if "not_found" in draft.verdicts else attribution
        return Case(query, speaker, draft.verdicts, draft.must, absent, name, u.article, judged)

    def changed(self) -> Made:
        """Return the cases of every change to one utterance."""
        made: Made = defaultdict(list)
        for u in self.utterances:
            run, whole, once = clean_run(u.quote), is_whole(u), self.guard.is_told_once(u.quote)
            changes = [*SAME.items(), *([*ALTERED.items(), *PIECES.items()] if once else [])]
            for name, change in changes if len(run) >= SHORTEST else ():
                rng = Random(f"{name} {u.article} {u.start}")
                made[name] += self._first(u, rng, name, lambda: change(run, rng, whole), run)  # noqa: B023
            for name, printed in AS_PRINTED.items() if once else ():
                rng = Random(f"{name} {u.article} {u.start}")
                made[name] += self._first(u, rng, name, lambda: printed(u.quote), run)  # noqa: B023
        return made

    def _first(
        self, u: Utterance, rng: Random, name: str, make: Callable[[], Draft | None], run: Sequence[Word]
    ) -> list[Case]:
        """Return the first draft whose verdict is beyond doubt, of a few."""
        for _ in range(TRIES):
            draft = make()
            if draft is None or (draft.keys and embeddings(draft.keys, [w.key for w in run]) != 1):
                continue
            case = self.case(name, u, draft, rng)
            if case:
                return [case]
        return []

    def claims(self) -> Made:
        """Return the cases in which only the claimed speaker is changed."""
        made: Made = defaultdict(list)
        for u in self.utterances:
            if len(clean_run(u.quote)) < SHORTEST or not self.guard.is_told_once(u.quote):
                continue
            rng = Random(f"claims {u.article} {u.start}")
            claimed: list[tuple[str, str | None, str, str, set[str]]] = [
                ("another speaker claimed", self.stranger(u, rng), "misattributed", "mismatch", set())
            ]
            if u.speaker is None:
                unknown = ("claimed, the source names nobody", rng.choice(self.people), "verbatim", "unknown")
                claimed = [(*unknown, {"penutur_tak_diketahui"})]
            elif form := self.another_form(u.speaker, rng):
                claimed.append(("another form of the name", form, "verbatim", "match", set()))
            for name, speaker, verdict, attribution, flags in claimed:
                if speaker is None:
                    continue
                query = join(without_end(clean_run(u.quote)))
                absent = frozenset({"penutur_beda"} if attribution != "mismatch" else ())
                verdicts = frozenset({verdict})
                made[name].append(
                    Case(query, speaker, verdicts, frozenset(flags), absent, name, u.article, attribution)
                )
        return made

    def another_form(self, speaker: str, rng: Random) -> str | None:
        """Return the first name, or the name in other letters; None where others share it."""
        names = speaker.split()
        namesakes = [p for p in self.people if names[0] in p.split()]
        if not is_person(speaker) or len(namesakes) > 1:
            return None
        return rng.choice([names[0], speaker.upper(), speaker.casefold()])

    def joined(self) -> Made:
        """Return sentences of two utterances presented as one."""
        made: Made = defaultdict(list)
        usable = [u for u in self.utterances if long_sentences(u) and self.guard.is_told_once(u.quote)]
        for u in usable:
            rng = Random(f"joined {u.article} {u.start}")
            same = [o for o in usable if o.speaker == u.speaker and self._apart(o, u)] if u.speaker else []
            other = [o for o in usable if o.article != u.article]
            for name, some, claimed in (
                ("two utterances of one speaker joined", same, u.speaker),
                ("two utterances joined", other, None),
            ):
                if some:
                    pieces = (rng.choice(long_sentences(u)), rng.choice(long_sentences(rng.choice(some))))
                    made[name].append(self._of(name, u, pieces, claimed, "spliced"))
            name = "a sentence never said added"
            pieces = (rng.choice(long_sentences(u)), INVENTED)
            made[name].append(self._of(name, u, pieces, None, "altered", "not_found"))
        return made

    @staticmethod
    def _of(name: str, u: Utterance, pieces: Iterable[str], claimed: str | None, *verdicts: str) -> Case:
        attribution = None if "not_found" in verdicts else "match" if claimed else "unclaimed"
        none: frozenset[str] = frozenset()
        return Case(" ".join(pieces), claimed, frozenset(verdicts), none, none, name, u.article, attribution)

    @staticmethod
    def _apart(one: Utterance, other: Utterance) -> bool:
        """Say whether two utterances stand in different paragraphs with narration between them."""
        if one.article != other.article:
            return True
        between = one.text[min(one.end, other.end) : max(one.start, other.start)]
        return "\n" in between and len(between.split()) >= 12


def long_sentences(utterance: Utterance) -> list[str]:
    """Return its sentences of five words or more, each closed with a full stop."""
    found = [s for s in sentences(clean_run(utterance.quote)) if len(s) >= 5]
    return [join(without_end(s)) + "." for s in found]


def untouched(utterance: Utterance) -> str:
    """Return its longest run of whole sentences, or all of it where that is too short to be changed."""
    run = clean_run(utterance.quote)
    return join(without_end(run)) if len(run) >= SHORTEST else utterance.quote


def never_said(texts: Sequence[str], name: str, people: Sequence[str]) -> list[Case]:
    """Return a case for each invented sentence, every second one claimed for somebody."""
    rng = Random(name)
    none: frozenset[str] = frozenset()
    claims = [rng.choice(people) if i % 2 else None for i in range(len(texts))]
    verdicts = frozenset({"not_found"})
    return [Case(t, c, verdicts, none, none, name, "", None) for t, c in zip(texts, claims, strict=True)]


def cases(utterances: Sequence[Utterance], texts: Mapping[str, str], most: int) -> dict[str, list[Case]]:
    """Return at most ``most`` cases of each mutation, the same ones every time."""
    maker = Maker(utterances, texts)
    made = maker.changed() | maker.claims() | maker.joined()
    return {
        name: some if len(some) <= most else Random(name).sample(some, most)
        for name, some in sorted(made.items())
        if some
    }
