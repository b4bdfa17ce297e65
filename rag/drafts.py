"""A journalist's draft: its quotations with the speakers it claims, and their checks.

Every quotation is checked, also where no speaker is named or the marks were not recognised as those
of an utterance: what a draft quotes and nobody looks at is what a checker is for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from rag.claims import claimed
from rag.decoding import check_text, decode
from rag.documents import Article, Draft, DraftQuote, Quote, QuoteCheck
from rag.errors import UnreadableFile, UsageError, dotted
from rag.formats import check_kind
from rag.formats.word import read_docx
from rag.laid_out import Layout
from rag.quotes import extract
from rag.repair import Log, repair
from rag.speech.capitals import known_words
from rag.speech.cues import TITLED_WORK
from rag.speech.marks import Quotation, unclosed
from rag.speech.marks import quotations as between_marks
from rag.unmarked import Unmarked, unmarked
from rag.without_marks import answers, beside, without_marks

EXTENSIONS = (".txt", ".md", ".docx")
LARGEST_FILE = 2 * 2**20  # bytes
LONGEST_DRAFT = 2**20  # characters
# Different quotations of one draft: at 12 to 20 ms each (two cores) the most that still takes seconds.
MOST_QUOTATIONS = 1_000
NOTHING_CORRECTED: Mapping[int, str | None] = MappingProxyType({})
# Fewer words than this in marks, without a final mark, are a term, a title or an irony.
_UTTERANCE = 4
_LEAST_WORDS = 2
# Words before a title of which one says what it is: "film dokumenter pertamanya".
_TITLE_REACH = 3
_HEADINGS = frozenset(
    "jargon istilah slogan tagline motto semboyan tema backsound lagu musik judul tagar".split()
)
_ON_A_SIGN, _SIGN_REACH = frozenset("spanduk poster baliho plakat stiker banner".split()), 4
_WORKS = frozenset("film lagu buku novel album sinetron serial komik cerpen puisi lukisan".split())
_WORD = re.compile(r"\w+")
_FINAL = (".", ",", "?", "!", "…")

Check = Callable[[str, str | None], QuoteCheck]


def read_draft(file: Path) -> str:
    """Return the text of a .txt, .md or .docx file, its characters repaired and nothing left out.

    Raises UsageError for a file that cannot be read or is too large.
    """
    extension = file.suffix.lower()
    if extension not in EXTENSIONS:
        raise _unusable(
            file,
            f"is of an unsupported kind ({extension or 'no extension'}); give {', '.join(EXTENSIONS)}",
            f"jenisnya tidak didukung ({extension or 'tanpa ekstensi'}); berikan {', '.join(EXTENSIONS)}",
        )
    data = _bytes(file)
    if not data.strip():
        raise _empty(str(file))
    try:
        check_kind(data, extension)
        text = read_docx(data).text if extension == ".docx" else decode(data)[0]
        check_text(text)
    except UnreadableFile as error:
        raise UsageError(f"{file}: {error.english}", f"{file}: {error.indonesian}") from error
    return _repaired(text, str(file))


def _bytes(file: Path) -> bytes:
    try:
        if not file.is_file() and file.exists():
            raise _unusable(file, "is no file; give the draft itself", "bukan berkas; berikan berkas drafnya")
        size = file.stat().st_size
        if size > LARGEST_FILE:
            raise _unusable(
                file,
                f"has {size / 2**20:.1f} MB; at most {LARGEST_FILE // 2**20} MB is read: split it",
                f"berukuran {size / 2**20:.1f} MB; batasnya {LARGEST_FILE // 2**20} MB: pecah berkasnya",
            )
        return file.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _unusable(
            file,
            f"cannot be read ({reason}); check its name and permissions",
            f"tidak dapat dibaca ({reason}); periksa nama dan izin aksesnya",
        ) from error


def _unusable(file: Path, english: str, indonesian: str) -> UsageError:
    return UsageError(f"{file} {english}", f"{file} {indonesian}")


def _repaired(text: str, name: str) -> str:
    """Return the text with its characters repaired. Raises UsageError where it is empty or too long."""
    if len(text) <= LONGEST_DRAFT:
        text = repair(text, Log())
    if len(text) > LONGEST_DRAFT:
        raise UsageError(
            f"{name} has {len(text):,} characters; at most {LONGEST_DRAFT:,} are checked: split it",
            f"{name} berisi {dotted(len(text))} karakter; paling banyak {dotted(LONGEST_DRAFT)} diperiksa: "
            "pecah menjadi beberapa berkas",
        )
    if not text.strip():
        raise _empty(name)
    return text


def _empty(name: str) -> UsageError:
    return UsageError(
        f"{name} is empty; give a text with quotations",
        f"{name} kosong; berikan teks yang memuat kutipan",
    )


def check_draft(text: str, check: Check, corrections: Mapping[int, str | None] = NOTHING_CORRECTED) -> Draft:
    """Return the checks of a draft's quotations in order; offsets are into ``Draft.text``, repaired.

    ``corrections`` gives the speaker (None: nobody) of quotations by their place, from 0, where the
    draft was misread. Raises UsageError for a draft that is empty, too long, or has too many quotations.
    """
    text = _repaired(text, "draft")
    plain = unmarked(text)
    pairs = _in_marks(plain.text)
    _check_number(_at_least(plain.text, pairs))
    claims = [
        replace(quote, speaker=corrections[place]) if place in corrections else quote
        for place, quote in enumerate(_quotations(plain, pairs))
    ]
    # What is checked is what the draft reads as; what is shown of it is its own text.
    asked = {(quote.text, quote.speaker) for quote in claims}
    _check_number(len(asked))
    checks = {(words, speaker): _checked(words, speaker, check) for words, speaker in asked}
    drafted = tuple(_drafted(q, text, plain, checks[q.text, q.speaker]) for q in claims)
    unchecked = tuple(plain.origin(p.start, p.end) for p in _passed_over(plain.text, pairs, claims))
    return Draft(text, drafted, unchecked)


def _passed_over(plain: str, pairs: Sequence[Quotation], claims: Sequence[Quote]) -> Iterator[Quotation]:
    """Yield the pairs of marks with words between them that no claim holds; both stand in text order."""
    held = iter(claims)
    claim = next(held, None)
    for pair in pairs:
        while claim is not None and claim.end <= pair.start:
            claim = next(held, None)
        is_held = claim is not None and claim.start < pair.end
        if not is_held and pair.end < pair.closing and _WORD.search(plain, pair.start, pair.end):
            yield pair


def _drafted(quote: Quote, text: str, plain: Unmarked, check: QuoteCheck) -> DraftQuote:
    there = _original(quote, text, plain)
    return DraftQuote(there.start, there.end, replace(check, quote=there.text))


def _in_marks(plain: str) -> list[Quotation]:
    """Return what stands between marks, and behind those that open and are never closed, in order."""
    if not _WORD.search(plain):
        return []  # and whoever pastes a megabyte of marks is told so at once
    pairs = between_marks(plain)
    return sorted([*pairs, *unclosed(plain, pairs)], key=lambda pair: pair.opening)


def _at_least(plain: str, pairs: Sequence[Quotation]) -> int:
    """Return a number of different quotations that a draft has at least.

    So that ten thousand are refused in half a second, not after the five that finding their speakers takes.
    """
    if len(pairs) <= MOST_QUOTATIONS:
        return 0
    words = {plain[p.start : p.end] for p in pairs if _like_an_utterance(plain, p)}
    # An attribution in the middle makes two pairs of marks of one quotation.
    return len(words) // 2


def _check_number(different: int) -> None:
    if different > MOST_QUOTATIONS:
        raise UsageError(
            f"the draft has at least {different:,} different quotations; at most {MOST_QUOTATIONS:,} are "
            f"checked at once: split it",
            f"draf memuat sedikitnya {different} kutipan berbeda; paling banyak {MOST_QUOTATIONS} diperiksa "
            f"sekaligus: pecah drafnya",
        )


def _checked(words: str, speaker: str | None, check: Check) -> QuoteCheck:
    """Check one quotation; one that cannot be checked is not found, and says so."""
    try:
        return check(words, speaker)
    except UsageError:
        attribution = "unknown" if speaker else "unclaimed"
        return QuoteCheck(words, speaker, "not_found", "not_found", attribution, ("tak_terperiksa",))


def quotations(text: str) -> list[Quote]:
    """Return the direct quotations of a draft in order, each with the speaker it claims, or None.

    Offsets are into ``text``. One that its attribution interrupts ("Kami," kata Sari, "menolak.") is a
    single quotation from the first mark to the last.
    """
    plain = unmarked(text)
    return [_original(quote, text, plain) for quote in _quotations(plain, _in_marks(plain.text))]


def _quotations(draft: Unmarked, pairs: Sequence[Quotation]) -> list[Quote]:
    """Return the quotations of a draft that reads as ``draft``, whose marks pair as ``pairs``."""
    plain = draft.text
    if not _WORD.search(plain):
        return []
    # A headline is passed over as narration, and so would be its quotations, unless no line is the first.
    first = plain.find("\n")
    lead = "\n" if any(p.opening < first and _words(plain, p) >= _UTTERANCE for p in pairs) else ""
    said = [
        replace(quote, start=quote.start - len(lead), end=quote.end - len(lead))
        for quote in extract(Article("", lead + plain))
    ]
    layout = Layout(plain, known_words(plain))
    direct = [quote for quote in said if quote.kind == "direct"]
    in_marks = _credited(layout, pairs, [*direct, *_left_over(plain, pairs, said)])
    bare = without_marks(layout, draft.blocks)
    found = sorted([*bare, *beside(in_marks, bare)], key=_place)
    found += beside(answers(layout, draft.questions), found)
    whole = _uninterrupted(sorted(found, key=_place), pairs)
    return [replace(quote, text=plain[quote.start : quote.end]) for quote in claimed(whole, plain)]


def _place(quote: Quote) -> tuple[int, int]:
    return quote.start, quote.end


def _credited(layout: Layout, pairs: Sequence[Quotation], found: Iterable[Quote]) -> Iterator[Quote]:
    """Yield the quotations with whom a verb of saying credits, else the layout, else what leads them in."""
    marks = {(pair.start, pair.end): pair for pair in pairs}
    for quote in found:
        pair = marks.get((quote.start, quote.end))
        if pair is None or (quote.speaker and quote.cue):
            yield quote
        elif not _is_a_term(layout.text, pair, quote):
            yield replace(quote, speaker=layout.credited(pair) or quote.speaker or layout.led_in(pair))


def _is_a_term(text: str, pair: Quotation, quote: Quote) -> bool:
    """Tell 'Jargon hari ini: "satu data"' from 'Budi: "kami setuju"'."""
    heading = (quote.speaker or "").lower().split(" ")[0] in _HEADINGS
    return heading and not _like_an_utterance(text, pair)


def _left_over(text: str, pairs: Sequence[Quotation], said: Sequence[Quote]) -> Iterator[Quote]:
    """Yield what stands in marks like an utterance, although it was not taken for one.

    The speaker is that of the reporting sentence around it.
    """
    direct = [quote for quote in said if quote.kind == "direct"]
    taken = {(quote.start, quote.end) for quote in direct}
    reached = 0  # by a direct quotation that begins before
    begun = iter(direct)
    spoken = next(begun, None)
    reports = iter([quote for quote in said if quote.kind == "indirect"])
    report = next(reports, None)
    for pair in pairs:
        while report is not None and report.end <= pair.start:
            report = next(reports, None)
        while spoken is not None and spoken.start <= pair.start:
            reached = max(reached, spoken.end)
            spoken = next(begun, None)
        held = pair.start < reached if pair.end == pair.closing else (pair.start, pair.end) in taken
        if held or not _like_an_utterance(text, pair):
            continue
        speaker = report.speaker if report is not None and report.start <= pair.start else None
        words = text[pair.start : pair.end]
        yield Quote("", pair.start, pair.end, words, "direct", speaker, rule="left over")


def _like_an_utterance(text: str, pair: Quotation) -> bool:
    words = _WORD.findall(text, pair.start, pair.end)
    is_closed = text[pair.end - 1] in _FINAL
    if len(words) < _LEAST_WORDS or ((len(words) < _UTTERANCE or pair.single) and not is_closed):
        return False
    lead = text[max(0, pair.opening - 40) : pair.opening].rstrip()
    before = _WORD.findall(lead)
    if not _ON_A_SIGN.isdisjoint(word.lower() for word in before[-_SIGN_REACH:]):
        return False
    titled = before and before[-1].lower() in TITLED_WORK and not lead.endswith(":")
    work = not is_closed and lead[-1:].isalnum() and not _WORKS.isdisjoint(before[-_TITLE_REACH:])
    titled = titled or (work and sum(word[0].isupper() for word in words) > 1)
    return not titled and not (_in_title_case(words) and not is_closed)


def _in_title_case(words: Iterable[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return all(word[0].isupper() for word in long) and not all(word.isupper() for word in long)


def _words(text: str, pair: Quotation) -> int:
    return len(_WORD.findall(text, pair.start, pair.end))


def _uninterrupted(found: Sequence[Quote], pairs: Sequence[Quotation]) -> list[Quote]:
    """Return the quotations, those that their attribution interrupts in mid-sentence as one."""
    marks = {(pair.start, pair.end): pair for pair in pairs}
    whole: list[Quote] = []
    for quote in found:
        pair = marks.get((quote.start, quote.end))
        last = whole[-1] if whole else None
        if pair and last and quote.rule == "continued" and quote.text[0].islower():
            before = marks.get((last.start, last.end))
            if last.rule == "interrupted" or (before and last.text[-1] not in ".?!…"):
                start = before.opening if before else last.start
                whole[-1] = replace(last, start=start, end=pair.closing, rule="interrupted")
                continue
        whole.append(quote)
    return whole


def _original(quote: Quote, text: str, plain: Unmarked) -> Quote:
    start, end = plain.origin(quote.start, quote.end)
    return replace(quote, start=start, end=end, text=text[start:end])
