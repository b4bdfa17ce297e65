"""Which lines of a news page are not the article, whatever stands around them."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.furniture import LINES, PARAGRAPHS
from rag.sections import STRONG_LISTS, WEAK_LISTS

# Longer lines are prose unless a rule of PARAGRAPHS knows them by their first words.
MAX_WORDS = 40
MAX_CHARS = 420
SENTENCE_END = ".!?…\"”'’)]»"
_MORE_OF = re.compile(r"more (?:from|in) [\w ]{2,25}|(?:berita|artikel) (?:lain )?dari [\w ]{2,25}")
# "Nasional | Tipikor | Pidana", and no row of a table.
_BAR = re.compile(r"(?:[^|.!?:]{2,30}\|){2,12}[^|.!?:]{2,30}")
# What only adorns a line: bullets, arrows, rules, pictures. A bracket or a mark of quotation opens its words.
_WORDS_OWN = "\"“”'‘’()[]©#@$%&.,:;!?/"
_ENDS = frozenset(f"{_WORDS_OWN}+")  # "Font: A- A+"
_LEADING = re.compile(rf"[^\w{re.escape(_WORDS_OWN)}]+")
_PICTURE = re.compile(r"[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f]")
_PICTURES = re.compile(rf" ?{_PICTURE.pattern}+ ?")
_LINE_RULES = re.compile("|".join(f"(?P<r{i}>{pattern})" for i, (_, pattern) in enumerate(LINES)), re.DOTALL)
_PARAGRAPH_RULES = re.compile(
    "|".join(f"(?P<r{i}>{pattern})" for i, (_, pattern) in enumerate(PARAGRAPHS)), re.DOTALL
)
_PARAGRAPH_STARTS = (
    "dapatkan ",
    "anda ",
    "dukung ",
    "support ",
    "baca ",
    "fakta ",
    "simak ",
    "the ",
    "konten ",
    "ringkasan ",
    "artikel ",
    "berita ",
)


def plain(line: str) -> str:
    """Return ``line`` in lower case without what adorns its ends, as the rules expect it."""
    bare = _PICTURES.sub(" ", line) if not line.isascii() and _PICTURE.search(line) else line
    bare = bare[found.end() :] if (found := _LEADING.match(bare)) else bare
    if bare.startswith(("# ", "## ", "### ")):  # a heading's mark, not a hashtag's
        bare = bare.lstrip("# ")
    end = len(bare)
    while end and not (bare[end - 1].isalnum() or bare[end - 1] in _ENDS):
        end -= 1
    return bare[:end].lower()


def is_prose(line: str) -> bool:
    """Tell whether a line reads as a paragraph: over 25 words, 5 and a full stop, or 8 and another end."""
    spaces = line.count(" ")
    return spaces >= 25 or (spaces >= 4 and line[-1] == ".") or (spaces >= 7 and line[-1] in SENTENCE_END)


@lru_cache(maxsize=2048)
def line_rule(low: str) -> str | None:
    """Return the name of the rule that a plain line matches as a whole, or None."""
    if low.startswith(_PARAGRAPH_STARTS):
        found = _PARAGRAPH_RULES.fullmatch(low)
        if found and found.lastgroup:
            return PARAGRAPHS[int(found.lastgroup[1:])][0]
    if len(low) > MAX_CHARS or low.count(" ") >= MAX_WORDS:
        return None
    found = _LINE_RULES.fullmatch(low)
    if found and found.lastgroup:
        return LINES[int(found.lastgroup[1:])][0]
    return None


def is_bar(line: str, *beside: str) -> bool:
    """Tell a line of sections set apart by bars from a row of a table, which has another ``beside`` it."""
    bars = line.count("|")
    return bars > 1 and _BAR.fullmatch(line) is not None and all(other.count("|") != bars for other in beside)


def list_heading(low: str) -> str | None:
    """Return ``strong`` or ``weak`` where a plain line heads a list of other articles."""
    bare = low.rstrip(" :.»›>…").replace("’", "'")
    if bare in STRONG_LISTS or _MORE_OF.fullmatch(bare):
        return "strong"
    return "weak" if bare in WEAK_LISTS else None
