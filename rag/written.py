"""What a language model wrote, as plain sentences with the keys of their sources. Pure.

Every pattern is linear in the text, or bounded: whoever writes it may mean harm.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rag.calendar_names import MONTH_BEHIND_DAY
from rag.sentences import sentences
from rag.statements import statement

_KEY = re.compile(r"\[(\d{1,3})\]")
# As models write keys: [1, 2], [1-3], 【1】, [^1], [ 1 ], [sumber 1].
_KEYS = re.compile(
    r"\\?[\[【［⟦] ?(?:\^|(?:sumber|source|kunci|key) )?(\d{1,3}(?: ?[,;&–-] ?\d{1,3}){0,8}) ?\\?[\]】］⟧]",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d{1,3}) ?[–-] ?(\d{1,3})")
_MOST_IN_RANGE = 9
# What stands in brackets and is no key, and the brackets that a key left empty.
_BRACKETED, _EMPTIED = re.compile(r"\[([^\[\]\n]{0,200})\]"), re.compile(r"\( ?(?:(?:sumber|source):? ?)?\)")
_KEYS_BEHIND = re.compile(r"([.!?…][\"”’»]?)[ \t]*((?:\[\d{1,3}\][ \t]*)+)")
_THOUGHT = re.compile(r"<(think|thinking|reasoning)>.*?(?:</\1>|\Z)", re.IGNORECASE | re.DOTALL)
# Whatever quotes: of another country or keyboard, doubled, single around words.
_DOUBLE_MARKS = re.compile(
    r"[„‟″״˝＂〝〞〟「」『』﹁﹂﹃﹄《》⟪⟫‹›❝❞🙶🙷🙸]|</?q>|''|``|‘‘|’’|\\[\"”]", re.IGNORECASE
)
_SINGLE = str.maketrans(dict.fromkeys("‘’‚‛❛❜´′＇ʼʹ᾽῾", "'"))
_SINGLE_MARKS = re.compile(r"(?<!\w)'((?:[^'\"“”„«»\n]|(?<=\w)'(?=\w)){1,1000})['\"](?!\w)")
_MARKUP = (
    (re.compile(r"!\[([^\[\]\n]{0,300})\]\([^()\n]{0,1000}\)"), r"\1"),  # images
    (re.compile(r"\[([^\[\]\n]{0,300})\]\([^()\n]{0,1000}\)"), r"[\1]"),  # links
    (re.compile(r"</?[A-Za-z][^<>\n]{0,400}>"), ""),
    (re.compile(r"^[ \t]*(?:[#>*•-]{1,6}|\d{1,3}\.)[ \t]+", re.MULTILINE), ""),
    (re.compile(r"\*\*|__"), ""),
)
_WORD = re.compile(r"\S+")
_ADDRESS = re.compile(r"(?:javascript|vbscript|data|mailto|file):|www\.", re.IGNORECASE)
_PATH = re.compile(r"\.[A-Za-z]{2,20}/")
QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»\n]+)[\"“”„«»]")
# "4 Okt. 2023" ends no sentence.
_SHORT_MONTH = re.compile(rf"(\d {MONTH_BEHIND_DAY})\.(?= \d)", re.IGNORECASE)
# "Berdasarkan sumber yang diberikan, …"
_BY_THE_SOURCES = re.compile(
    r"^(?:berdasarkan|menurut|dari|according to|based on) (?:the )?"
    r"(?:sumber|artikel|teks|kutipan|passages?|sources?|articles?|text)\b"
    r"(?: (?:yang|di|ini|tersebut|atas|diberikan|provided|given|above)){0,5}, (?=\w)",
    re.IGNORECASE,
)
# How often an entity may be written as an entity.
_DEEP = 3


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence of a model without its keys, and the keys. What stands between two marks is never parted."""

    text: str
    keys: tuple[int, ...]


def plain(text: str) -> str:
    """Return what a model wrote without markup, addresses, thoughts and characters that cannot be seen.

    Entities are the characters they stand for, what quotes is a quotation mark, a key is ``[1]``.
    """
    for _ in range(_DEEP):
        text = html.unescape(text)
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = _THOUGHT.sub("", text)
    text = _DOUBLE_MARKS.sub('"', text)
    for pattern, kept in _MARKUP:
        text = pattern.sub(kept, text)
    text = _SINGLE_MARKS.sub(r'"\1"', text.translate(_SINGLE)).replace("`", "")
    text = _WORD.sub(lambda word: "" if _is_address(word.group()) else word.group(), text)
    text = _BRACKETED.sub(_unbracketed, _KEYS.sub(_each_key, text))
    text = _SHORT_MONTH.sub(r"\1", text)
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)


def _is_address(word: str) -> bool:
    name, at, host = word.partition("@")
    mail = bool(name and at) and "." in host.rstrip(".,;:!?)")
    return mail or "//" in word or _ADDRESS.search(word) is not None or _PATH.search(word) is not None


def _each_key(found: re.Match[str]) -> str:
    """Return ``[1][2][3]`` of ``[1, 2-3]``."""

    def each(span: re.Match[str]) -> str:
        first, last = int(span[1]), int(span[2])
        whole = range(first, min(last, first + _MOST_IN_RANGE) + 1)
        return ",".join(map(str, whole)) if first <= last else span.group()

    return "".join(f"[{int(key)}]" for key in re.findall(r"\d+", _RANGE.sub(each, found[1])))


def _unbracketed(found: re.Match[str]) -> str:
    """Leave the brackets to keys: "[2022]" is no number of a source."""
    return found.group() if _KEY.fullmatch(found.group()) else found[1]


def written(text: str) -> Iterator[Written]:
    """Yield the sentences with their keys; keys behind a full stop are the sentence's before it."""
    ordered = _KEYS_BEHIND.sub(lambda m: f" {m[2].strip()}{m[1]} ", plain(text))
    whole: list[tuple[int, int]] = []
    for span in sentences(ordered):
        start, end = statement(ordered, span.start, span.end)
        if whole and start < whole[-1][1]:
            before = whole.pop()
            start, end = before[0], max(end, before[1])
        whole.append((start, end))
    for start, end in whole:
        sentence = ordered[start:end]
        words = " ".join(_EMPTIED.sub("", _KEY.sub("", sentence)).split())
        words = _BY_THE_SOURCES.sub("", re.sub(r" ([.,!?…])", r"\1", words))
        if any(c.isalnum() for c in words):
            yield Written(words, tuple(int(key) for key in _KEY.findall(sentence)))
