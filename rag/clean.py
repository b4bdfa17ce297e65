"""From a page's text to the article as a careful editor would have it.

``clean`` mends characters (``rag.repair``), joins hard-wrapped lines, and takes out what is
not the article by small named rules; every removal is a step. Paragraphs of the result are
one line each, set apart by one blank line. Cleaning twice changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from rag.boilerplate import SENTENCE_END, is_bar, is_prose, line_rule, list_heading, plain
from rag.captions import is_caption
from rag.dates import publication_date
from rag.documents import Step
from rag.headline import NEWSROOM, TOP, head_of, is_furniture, masthead
from rag.outlets import DOMAIN, KNOWN, known_outlet
from rag.repair import Log, repair
from rag.sections import BUTTONS, SECTIONS
from rag.signed import byline, dateline

# "(Baca: …)" points to another article where a headline follows; "(baca: San Hosé)" is how to say it.
_INLINE_ALSO = re.compile(
    r"\s*[(\[](?:[Bb]aca|[Ll]ihat|[Ss]imak) (?:juga|selengkapnya)\s*:[^()\[\]\n]{1,200}[)\]]"
    r"|\s*[(\[](?:Baca|BACA)\s*:\s*[A-Z\d\"“](?:[^\s()\[\]]* ){3,25}[^\s()\[\]]+[)\]]"
)
_CODE = re.compile(
    r"[(\[]?(?:[a-z]{2,6}(?:/ ?[a-z]{2,10})+|[A-Za-z]{2,8}(?:/[A-Za-z0-9-]{1,12})+)[)\]]?\.?|"
    r"[(\[][a-z]{2,6}[)\]]\.?"
    rf"|\((?:{DOMAIN}|{KNOWN})(?:\s*/[\w. ]{{2,40}})?\)\.?"
)
_OUTLET_SECTION = re.compile(rf"(?:{DOMAIN}|{KNOWN}) [-–—|] \w+(?: \w+)?")
_TRAILING_CODE = re.compile(
    r"(?<=[.!?])[\"”'’]?\s*(?P<code>\((?:[a-z]{2,5}|[A-Z]{3,4}|Ant|Antara|ANTARA|\*|"
    r"(?:[A-Za-z][A-Za-z0-9-]{0,7})(?:/ ?[A-Za-z][A-Za-z0-9.-]{0,11})+)\)|\[[A-Z]{2,4}\])\.?$"
)
_ENDINGS = ("byline", "comments", "copyright", "published_at", "tags")
_TAGS = re.compile(r"[a-z][\w -]{1,24}(?: ?[•·|,] ?[a-z][\w -]{1,24}){1,12}")
_WORDY = re.compile(r"\w")
_NAME_LINE = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,4},?")
_COUNT = re.compile(r"\d[\d.,]{0,8}[KkMm]?")  # views, comments, shares
_WRAP_WIDTH = 100
_WIDER = 12  # one in so many lines at most, a footer's, is wider than the others are wrapped at
_BEGIN_LIKE_SENTENCES = frozenset({"read_also", "watch_video", "follow_us", "subscription", "comments"})
_JUDGED = 5_000  # lines by which that is judged
# Furniture stands so near to either end of a page: whole articles lie within, and of a million lines those
# between are not held against every rule (10 microseconds a line, at each pass).
_FROM_THE_ENDS = 10_000
_PASSES = 12


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The article's text with what was done to it: steps in order, warnings one line each."""

    text: str
    steps: tuple[Step, ...] = ()
    warnings: tuple[str, ...] = ()


def clean(text: str) -> Cleaned:
    """Return the article in ``text``. Never raises; ``text`` may be empty afterwards."""
    log = Log()
    return _finish(remove_boilerplate(repair(text, log), log), log)


def _finish(text: str, log: Log) -> Cleaned:
    return Cleaned(text, tuple(log.steps), tuple(log.warnings))


def remove_boilerplate(repaired: str, log: Log) -> str:
    """Return the paragraphs of a repaired text that are the article's, joined by blank lines."""
    lines = unwrap(repaired, log)
    for _ in range(_PASSES):
        kept = _drop_doubles(_drop_furniture(_without_head(lines, log), log), log)
        if kept == lines:
            break
        lines = kept
    return "\n\n".join(lines)


def _without_head(lines: list[str], log: Log) -> list[str]:
    """Take out what stands above the article on its page and no rule knows by its words."""
    page = head_of(lines).page
    for n in sorted(page):
        log.step(line_rule(plain(lines[n])) or "page_head", lines[n])
    return [line for n, line in enumerate(lines) if n not in page]


def unwrap(text: str, log: Log) -> list[str]:
    """Return the paragraphs of ``text``, joining lines only where it is clearly hard-wrapped.

    Hard-wrapped means: hardly a line is wider than 100 characters, and at least seven in ten line
    ends inside a block stand where the next word would not have fitted any more, most of
    them in mid-sentence.
    """
    blocks = [block.split("\n") for block in text.split("\n\n") if block]
    width = _wrapped_at(blocks)
    if width is None:
        return [line for block in blocks for line in block]
    log.once("hard_wrapped_lines")
    paragraphs: list[list[str]] = []
    for block in blocks:
        paragraphs.append([block[0]])
        for line, following in pairwise(block):
            apart = _is_no_part(line) or _is_no_part(following)
            if _full(line, following, width) and not apart:
                paragraphs[-1].append(following)
            else:
                paragraphs.append([following])
    return [" ".join(paragraph) for paragraph in paragraphs]


def _wrapped_at(blocks: list[list[str]]) -> int | None:
    """Return the width, 40 to 100 characters, at which lines are wrapped; None where they are not."""
    lengths = sorted(len(line) for block in blocks for line in block)
    widths = sorted(set(lengths[-1 - len(lengths) // _WIDER :]), reverse=True)
    paragraphs = sorted((len(line) for block in blocks for line in block if is_prose(line)), reverse=True)
    longest = next(islice(paragraphs, len(lengths) // (2 * _WIDER), None), 0)
    widths = [width for width in widths if max(40, longest) <= width <= _WRAP_WIDTH]
    if not widths:
        return None
    pairs = (pair for block in blocks for pair in pairwise(block))
    inner = [pair for pair in islice(pairs, _JUDGED) if not _are_apart(*pair)]
    for width in widths:
        long = [pair for pair in inner if 2 * len(pair[0]) >= width]  # a shorter line ends there on purpose
        full = [pair for pair in long if _full(*pair, width)]
        if (
            len(full) >= 3
            and len(full) >= 0.7 * len(long)
            and sum(pair[0][-1] in ".!?" for pair in full) <= 0.5 * len(full)
            and sum(pair[1][0].islower() for pair in full) >= 0.4 * len(full)  # rows begin with capitals
        ):
            return width
    return None


def _are_apart(line: str, following: str) -> bool:
    """Tell whether one of two lines is the page's, and no part of a paragraph."""
    return is_furniture(line) or is_furniture(following)


def _is_no_part(line: str) -> bool:
    """Tell a line of the page; "Lihat juga cara kita menilai" may be the wrapped beginning of a sentence."""
    return is_furniture(line) and line_rule(plain(line)) not in _BEGIN_LIKE_SENTENCES


def _full(line: str, following: str, width: int) -> bool:
    """Tell whether the first word of ``following`` would not have fitted on ``line``."""
    return max(len(line), len(following)) <= width < len(line) + 1 + len(following.split(" ", 1)[0])


def _drop_furniture(lines: list[str], log: Log) -> list[str]:
    last_prose = _last_prose(lines)
    kept: list[str] = []
    in_list = False
    rule: str | None = None
    at = 0
    while at < len(lines):
        if not in_list and _FROM_THE_ENDS <= at < len(lines) - _FROM_THE_ENDS:
            far = len(lines) - _FROM_THE_ENDS
            kept += _worded(lines, at, far, log)
            at, rule = far, None
        line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
        tail = at > last_prose
        at += 1
        low = plain(line)
        heading = list_heading(low)
        before = rule
        if not _WORDY.search(line):
            rule = "ornament"
        elif heading == "strong" or (heading == "weak" and tail):
            rule, in_list = "list_heading", bool(kept) and (heading == "strong" or last_prose >= 0)
        elif rule := line_rule(low):
            pass
        elif in_list and _listed(line, tail=tail):
            rule = "related_list"
        else:
            above = lines[at - 2] if at > 1 else ""
            near_end = 0 <= last_prose < at + 2
            rule = _by_place(line, low, above, following, before, kept, tail=tail, near_end=near_end)
            in_list = in_list and rule is not None
        if rule is None:
            line = _inside(line, log, last=at > last_prose)
            if line:
                kept.append(line)
            continue
        log.step(rule, line)
        # What ends an article is followed by tags, forms and headlines of others.
        in_list = in_list or (tail and rule in _ENDINGS and bool(kept) and last_prose >= 0)
        if rule == "byline" and following and len(line.split()) == 1 and byline(line, following):
            log.step(rule, following)  # a label above its name
            at += 1
        if rule == "newsroom":
            while len(kept) > 1 and _NAME_LINE.fullmatch(kept[-1]):
                log.step("byline", kept.pop())
    return kept


def _worded(lines: list[str], start: int, end: int, log: Log) -> Iterator[str]:
    """Yield the lines far from the ends: only those without a word go, and what stands inside others."""
    for line in islice(lines, start, end):
        if not (line[0].isalnum() or _WORDY.search(line)):
            log.step("ornament", line)
        elif kept := _inside(line, log, last=False):
            yield kept


def _last_prose(lines: list[str]) -> int:
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if is_prose(line) and not line_rule(plain(line)) and not is_caption(line):
            return at
    return -1


def _listed(line: str, *, tail: bool) -> bool:
    """Tell whether a line under a list's heading is an entry: a headline of another article.

    Before more of the article an entry has five words or more, so that a subheading stays.
    """
    if line[-1] in '."”' or (is_prose(line) and line[-1] not in "?!"):
        return False
    if tail:
        return line.count(" ") < 25
    return 4 <= line.count(" ") < 22 and line[-1] not in ".,;:" and not dateline(line)


def _by_place(
    line: str,
    low: str,
    above: str,
    following: str,
    before: str | None,
    kept: list[str],
    *,
    tail: bool,
    near_end: bool,
) -> str | None:
    """Return the rule for a line that is furniture only where it stands, or None.

    ``above`` and ``following`` are the lines beside it,
    ``before`` is the rule that took the line above, ``kept`` what is left of the text so far.
    """
    top = len(kept) < TOP
    if low in BUTTONS and (
        tail or before == "share" or plain(following) in BUTTONS or line_rule(plain(following)) == "share"
    ):
        return "share"
    if is_caption(line, last=not tail and near_end and not following):
        return "caption"
    if not top and not near_end:
        return None
    if is_bar(line, above, following):
        return "navigation"
    if tail and kept and before and _TAGS.fullmatch(line):
        return "tags"
    if kept and line == kept[0] and len(kept) < 6 and not is_prose(line):
        return "doubled_line"  # the headline again, as the picture's text
    if before and (tail or 0 < len(kept) < 4) and _COUNT.fullmatch(line):
        return "reading_time"
    if not kept and (low in SECTIONS or masthead(line, following)):
        return "section_label"
    if top and low == NEWSROOM:
        return "newsroom"
    if (len(kept) < 6 or tail) and (known_outlet(line) or (tail and _OUTLET_SECTION.fullmatch(line))):
        return "outlet_label"
    if publication_date(line, top=top):
        return "date_line"
    if byline(line, following):
        return "byline"
    return "byline" if near_end and _CODE.fullmatch(line) else None


def _inside(line: str, log: Log, *, last: bool) -> str:
    """Take out what stands inside a paragraph: "(Baca juga: …)", a reporter's code at the end."""
    if "aca" in line or "ihat" in line or "imak" in line:
        shorter = _INLINE_ALSO.sub("", line)
        if shorter != line:
            log.step("read_also", line)
            line = shorter.strip()
    if (
        last
        and line.endswith((")", "]", ").", "]."))
        and (code := _TRAILING_CODE.search(line, max(0, len(line) - 40)))
    ):
        log.step("byline", code["code"])
        line = line[: code.start("code")].rstrip()
    return line


def _drop_doubles(lines: list[str], log: Log) -> list[str]:
    """Take out adjacent repetitions: both where it is a caption, else all but one.

    A caption without a credit shows by being doubled: six words or more without a
    sentence's end. Of a shorter line one stays, it may be a heading; the headline stays once
    too. A short cry ("Hidup warung!") may be called twice and stays as it is.
    """
    if all(above != line for above, line in pairwise(lines)):
        return lines
    runs: list[tuple[str, int]] = []
    for line in lines:
        if runs and runs[-1][0] == line:
            runs[-1] = (line, runs[-1][1] + 1)
        else:
            runs.append((line, 1))
    kept: list[str] = []
    for line, count in runs:
        if count > 1 and kept and 5 <= line.count(" ") < 60 and line[-1] not in SENTENCE_END:
            log.step("doubled_caption", line)
        elif count > 1 and line.count(" ") < 5 and line[-1] in "!?":
            kept += [line] * count
        else:
            kept.append(line)
            if count > 1:
                log.step("doubled_line", line)
    return kept
