"""What a language model wrote, held against the passages it cites. Pure and deterministic.

A sentence passes where its keys are known, every quoted string is the source's own, every number, date and
name stands in the statements that carry it and means the same there, what is done is done there too, nothing
is denied that the source states (or the reverse), and what somebody said is still said by them. Anything else
is marked, with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.align import align, find
from rag.carried import CONTENT, NAME, NEGATION, NUMBER, PLAINLY_SAYING, cues, lacking, says
from rag.cut_short import is_turned, puts_another_word
from rag.documents import Citation, Claim, Hit, Quote
from rag.grounds import ground, statements_of
from rag.mouths import gives_words_away, loses_speaker, utterances
from rag.paraphrase import coverage
from rag.statements import MARKS
from rag.wording import norms, tokens
from rag.written import QUOTED, Written, written

# Why a sentence is not supported.
UNKNOWN_SOURCE, NO_SOURCE = "sumber_tak_dikenal", "tanpa_sumber"
QUOTATION, SPEAKER = "kutipan", "penutur"
REASONS = (UNKNOWN_SOURCE, NO_SOURCE, QUOTATION, NUMBER, NAME, NEGATION, SPEAKER, CONTENT)

# Of a quoted string's words, the least share that must agree for the source's wording to take its place.
_MENDED = 0.6


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage as a model was given it: its key, the hit, and the quotes of its article that lie in it."""

    key: int
    hit: Hit
    quotes: tuple[Quote, ...] = ()


def hold(text: str, given: Sequence[Cited], language: str) -> tuple[list[Claim], list[Citation]]:
    """Return the model's sentences, each supported or with its reason, and the citations of the supported.

    A citation is the sentence of the passage that carries the claim most.
    """
    by_key = {cited.key: cited for cited in given}
    parts = [(each, [by_key[key] for key in each.keys if key in by_key]) for each in written(text)]
    mended = [_mended(each.text, sources) for each, sources in parts]
    spoken = utterances([told for told, _ in mended])
    claims: list[Claim] = []
    citations: dict[tuple[str, int], Citation] = {}
    for (each, sources), (told, reason), said in zip(parts, mended, spoken, strict=True):
        reason = _unknown(each, sources) or reason or _unsupported(told, said, sources, language)
        numbers = []
        if reason is None:
            for cited in sources:
                found = _citation(told, cited, language, len(citations) + 1)
                numbers.append(citations.setdefault((found.article, found.start), found).n)
        claims.append(Claim(told, tuple(dict.fromkeys(numbers)), reason))
    return claims, list(citations.values())


def _unknown(each: Written, sources: Sequence[Cited]) -> str | None:
    if not each.keys:
        return NO_SOURCE
    return UNKNOWN_SOURCE if len(sources) < len(each.keys) else None


def _mended(told: str, sources: Sequence[Cited]) -> tuple[str, str | None]:
    """Return the sentence with every quoted string in the source's own characters.

    A string that a source says nearly so takes the source's wording; from any other the marks go, and the
    sentence is not supported, as it is with a mark that has no partner.
    """
    reason, parts, done = None, [], 0
    for match in QUOTED.finditer(told):
        outside = f"{told[: match.start()]} {told[match.end() :]}"
        own = _own_words(match.group(1), outside, sources)
        parts += [
            MARKS.sub("", told[done : match.start()]),
            match.group(1) if own is None else f"“{own}”",
        ]
        reason = reason or (QUOTATION if own is None else None)
        done = match.end()
    alone = MARKS.search(QUOTED.sub("", told)) is not None
    return "".join([*parts, MARKS.sub("", told[done:])]), reason or (QUOTATION if alone else None)


def _own_words(quoted: str, outside: str, sources: Sequence[Cited]) -> str | None:
    """Return a quoted string as a source has it, None where none has it or nearly so, or it turns by its cut.

    It stands within one utterance, or within one sentence of the journalist's. ``outside`` is what stands
    beside it.
    """
    asked = norms(quoted)
    best: tuple[float, str] | None = None
    for cited in sources:
        text = cited.hit.passage.text
        spoken = [m.group(1) for m in QUOTED.finditer(text)] + [q.text for q in cited.quotes]
        for piece in (*spoken, *MARKS.sub("\n", text).split("\n")):
            there = tokens(piece)
            words = [token.norm for token in there]
            if not asked or not words:
                continue
            if at := find(asked, words):
                span = there[at[0]].start, there[at[0] + len(asked) - 1].end
                if is_turned(piece, *span, outside):
                    return None
                return piece[slice(*span)]
            if piece not in spoken:
                continue
            found = align(asked, words)
            equal = sum(e.query[1] - e.query[0] for e in found.edits if e.op == "equal") / len(asked)
            close = (
                equal >= _MENDED
                and found.end - found.start <= 2 * len(asked)
                and not puts_another_word(asked, words, found.edits)
            )
            if close and len(asked) > 2 and (best is None or equal > best[0]):
                best = equal, piece[there[found.start].start : there[found.end - 1].end]
    return best[1] if best and not MARKS.search(best[1]) else None


def _unsupported(told: str, said: Sequence[Quote], sources: Sequence[Cited], language: str) -> str | None:
    """Return what of a sentence its sources do not carry, None where they carry all of it."""
    hits = [cited.hit for cited in sources]
    quotes = [quote for cited in sources for quote in cited.quotes]
    plainly = [quote for quote in said if (quote.cue or "").lower() in PLAINLY_SAYING]
    speakers = frozenset(norm for quote in plainly for norm in norms(quote.speaker or ""))
    on = ground(told, hits, quotes, language)
    reason = lacking(told, on, language, speakers)
    if reason is not None:
        return reason
    words = set(norms(told))
    by_outlet = bool(on.outlets) and on.outlets <= words and says(on.outlets, told)
    reports = not PLAINLY_SAYING.isdisjoint(words) and not any(quote.speaker for quote in said)
    if reports and not by_outlet and not cues(norms(on.main)):
        return SPEAKER  # somebody is said to say what the journalist tells
    lost = any(loses_speaker(told, said, quote, hits, language) for quote in quotes)
    return SPEAKER if lost or gives_words_away(said, hits, quotes, language) else None


def _citation(told: str, cited: Cited, language: str, n: int) -> Citation:
    text, start, end = max(
        statements_of(cited.hit), key=lambda found: (coverage(told, [found[0]], language), -found[1])
    )
    hit, offset = cited.hit, cited.hit.passage.start
    return Citation(
        n, hit.passage.article, offset + start, offset + end, text,
        hit.title, hit.outlet, hit.date, hit.author, hit.url, hit.copies,
    )  # fmt: skip
