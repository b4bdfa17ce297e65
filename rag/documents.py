"""What passes between the rooms: frozen values, no behaviour beyond their own shape.

Offsets are code points into ``Article.text``, half open: ``text[start:end]``.
``score`` is higher-is-better everywhere; ``None`` means unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points, ``0 <= start <= end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that reading or cleaning did to a file.

    ``rule`` is the rule's name, ``removed`` what went (shortened to 200 characters; empty
    where the step changed characters without removing a line).
    """

    rule: str
    removed: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as stored: cleaned text and what the file states about it.

    ``path`` is relative to the corpus folder with forward slashes and is the article's
    identity. ``date`` is the publication date in ISO form (YYYY-MM-DD). ``via`` names the
    reports that the article itself draws on. ``signature`` is the line that tells the author's
    office, as the file has it. ``sha256`` is of the file and its sidecar.
    """

    path: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    editor: str | None = None
    date: str | None = None
    url: str | None = None
    via: tuple[str, ...] = ()
    signature: str | None = None
    steps: tuple[Step, ...] = ()
    warnings: tuple[str, ...] = ()
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What a list of articles shows: facts, length in characters, number of passages."""

    path: str
    title: str | None
    outlet: str | None
    author: str | None
    date: str | None
    url: str | None
    length: int
    passages: int
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that could not be taken in, and why (one line in each language).

    ``lasting`` is False where the same file may be taken in another time, on a less busy machine.
    """

    path: str
    reason: str
    reason_id: str
    lasting: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrieval unit: the span ``[start, end)`` of one article, cut at sentence ends.

    ``id`` is ``"<article path>#<ordinal>"``, ordinals counting from 0 in text order.
    """

    id: str
    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, as an article gives it: the span ``[start, end)`` of the article's text.

    ``kind`` is ``direct`` (the words between the marks, without the outer marks) or ``indirect``
    (the reporting sentence). ``reference`` says how the speaker was named there: ``named``,
    ``pronoun``, ``description``, ``block`` or ``anonymous``; None where nobody is named. ``cue`` is
    the reporting word as it stands, ``via`` the source within the source, ``said_on`` an ISO date,
    ``rule`` the name of the rule that made the record, ``aliases`` what else the article calls the speaker.
    """

    article: str
    start: int
    end: int
    text: str
    kind: str
    speaker: str | None = None
    role: str | None = None
    cue: str | None = None
    reference: str | None = None
    via: str | None = None
    said_on: str | None = None
    rule: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file holds: its article, cut into passages, and who says what in it."""

    article: Article
    passages: tuple[Passage, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """Exact restrictions of a search; ``None`` leaves that side open.

    ``outlet`` is compared without case; ``since`` and ``until`` are ISO publication dates,
    both included. An article without a date matches no date restriction. ``speaker`` leaves the
    passages in which that person is quoted; the archive says which they are in ``passages``.
    """

    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    speaker: str | None = None
    passages: frozenset[str] | None = None

    def __bool__(self) -> bool:
        return any((self.outlet, self.since, self.until)) or self.passages is not None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a query, with what its source card shows.

    ``score`` is the fused score, ``dense`` the cosine (-1..1) and ``sparse`` the BM25 score;
    a side that did not find the passage is ``None``. ``copies`` are the paths of other
    articles that carry the same story, ``lead`` is how the article begins.
    """

    passage: Passage
    score: float
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    author: str | None = None
    url: str | None = None
    dense: float | None = None
    sparse: float | None = None
    copies: tuple[str, ...] = ()
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """The words an answer rests on: ``text`` is the article's own ``[start, end)``."""

    n: int
    article: str
    start: int
    end: int
    text: str
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    author: str | None = None
    url: str | None = None
    copies: tuple[str, ...] = ()


# What is said where no sentence answers a question, and of an archive whose filters let no article through.
ABSTENTION = {"id": "Jawabannya tidak ditemukan di arsip ini.", "en": "No answer was found in this archive."}
NOTHING_PASSES = {"id": "Tidak ada artikel yang lolos saringan.", "en": "No article passes the filters."}


@dataclass(frozen=True, slots=True)
class ArchiveState:
    """Which archive a result was drawn from.

    ``latest_date`` is the newest publication date (ISO) or None; ``refused`` counts files. ``within``
    is the number of articles that a result's filters let through, None without filters.
    """

    generation: str
    articles: int
    latest_date: str | None
    refused: int
    within: int | None = None

    @property
    def searched(self) -> int:
        """Return how many articles a result was sought in."""
        return self.articles if self.within is None else self.within


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question of a conversation as it was understood, and what was answered."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a language model, held against the passages it cites.

    ``citations`` are the numbers of the answer's citations that support it. ``reason`` says why it is not
    supported, by a name of ``rag/leash.py``, None where it is.
    """

    text: str
    citations: tuple[int, ...] = ()
    reason: str | None = None

    @property
    def supported(self) -> bool:
        """Say whether the cited passages carry it."""
        return self.reason is None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with ``[n]`` markers, or an abstention with the nearest passages.

    ``confidence`` is how likely (0..1) the sentences shown, or nearest, hold the answer; None where that is
    not estimated (an article's author, an empty archive). ``short`` is the name,
    number, date or place alone, where one was asked for and found. ``language`` is the
    question's, ``id`` or ``en``. ``mode`` is ``extractive`` or ``llm``: a language model's sentences, in
    ``claims``. ``notice`` says why a language model that is configured did not answer. ``understood`` is a
    follow-up as it was understood, None for a question that stands alone. ``differing`` holds, where the
    articles do not agree on a number, name or date, what each says with the number of its citation.
    """

    question: str
    answer: str
    abstained: bool
    language: str = "id"
    short: str | None = None
    confidence: float | None = None
    mode: str = "extractive"
    citations: tuple[Citation, ...] = ()
    nearest: tuple[Citation, ...] = ()
    claims: tuple[Claim, ...] = ()
    notice: str | None = None
    understood: str | None = None
    differing: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class OutletAnswer:
    """What one outlet reports on a question; ``outlet`` is None for articles that name none."""

    outlet: str | None
    answer: Answer


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What a build did. ``added + updated + unchanged == articles``.

    ``warnings`` are one line each. ``examples`` of those removed gave way to others; their files stay.
    """

    generation: str
    articles: int
    passages: int
    quotes: int
    added: int
    updated: int
    removed: int
    unchanged: int
    refused: tuple[Refusal, ...]
    warnings: tuple[str, ...]
    model: str
    dim: int
    seconds: float
    examples: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: ``done`` of ``total`` items of ``stage``.

    ``rate`` is items a second, ``seconds_left`` the estimate; both None at the start.
    Stages, in order: ``read``, ``index``, ``verify``, ``switch``.
    """

    stage: str
    done: int
    total: int
    rate: float | None = None
    seconds_left: float | None = None
    path: str = field(default="")


@dataclass(frozen=True, slots=True)
class Difference:
    """One run of a word diff, as what the quotation did to the source.

    ``op`` is ``equal``, ``replace``, ``insert`` (words that the source lacks; ``source`` is empty) or
    ``delete`` (words of the source left out; ``query`` is empty).
    """

    op: str
    query: str
    source: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where words like those of a quotation stand: the article's own ``[start, end)`` as ``text``.

    ``kind`` is ``direct``, ``indirect`` or ``narration``; ``wording`` says how the quotation relates to
    these words, ``diff`` shows it. ``before`` and ``after`` are the article's text around, the rest of the
    sentence among it. ``copies`` are the paths of other articles with the same words in the same story.
    """

    article: str
    start: int
    end: int
    text: str
    kind: str
    wording: str
    speaker: str | None = None
    role: str | None = None
    said_on: str | None = None
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    author: str | None = None
    url: str | None = None
    before: str = ""
    after: str = ""
    diff: tuple[Difference, ...] = ()
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """Whether a quotation was said, in which words, and by whom; the names are those of ``quotes``.

    ``sources`` stand best first, ``earliest`` is the index of the oldest of those that carry the verdict,
    None where no date is known. ``nearest`` is the best miss where nothing was found.
    """

    quote: str
    speaker: str | None
    verdict: str
    wording: str
    attribution: str
    flags: tuple[str, ...] = ()
    diff: tuple[Difference, ...] = ()
    sources: tuple[Source, ...] = ()
    earliest: int | None = None
    nearest: Source | None = None


@dataclass(frozen=True, slots=True)
class DraftQuote:
    """A quotation of a draft, ``[start, end)`` of its text, as the draft attributes it, and its check."""

    start: int
    end: int
    check: QuoteCheck


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft's text with the checks of its quotations, in text order.

    ``unchecked`` are the spans ``(start, end)`` between marks that were taken for a term, a title or irony.
    """

    text: str
    quotes: tuple[DraftQuote, ...]
    unchecked: tuple[tuple[int, int], ...] = ()
