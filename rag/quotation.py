"""A quotation as somebody typed or pasted it: its words, its ellipses, how whole it claims to be.

People paste untidily: with the attribution behind it, a Markdown ``>``, entities, capitals
throughout. None of that is part of the words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from rag.repair import Log, repair
from rag.sentences import sentences
from rag.speech.cues import AFTER, AFTER_ENGLISH, SAYING
from rag.unmarked import HIDDEN
from rag.wording import Token, norms, tokens

# Every mark that can open or close a quotation, and a pair of single ones typed for a double one.
_MARKS = re.compile(r"[\"“”„‟«»＂]|''|‘‘|’’")
_BLOCK_QUOTE = re.compile(r"^[ \t]*>+[ \t]?", re.MULTILINE)
_ELLIPSIS = re.compile(r"\[\s*(?:\.{2,}|…)\s*\]|\(\s*(?:\.{2,}|…)\s*\)|\.{3,}|…|\.{2}(?!\.)|(?:\.\s){2,}\.")
_INSERTION = re.compile(r"\[[^\[\]]*\]")
# Tags that come along from a page. Anything else in angle brackets may be words.
_TAG = re.compile(
    r"</?(?:a|b|i|u|p|q|br|em|li|ul|ol|h[1-6]|div|sub|sup|span|font|mark|cite|small|strong|blockquote)"
    r"(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
# "… #TolakPindah 😡": nobody says these.
_HASHTAGS = re.compile(r"(?:\s+#[^\W\d]\w+)+\W*\Z")
_FINAL = re.compile(r"[.!?][\"“”‟»'’)\]\s]*\Z")
_CUES = AFTER | AFTER_ENGLISH | SAYING | {"menurut"}
# How near to the mark the reporting word stands, in words.
_NEAR = 3
# "The head of the association said", in words.
_SOMEBODY, _PHRASE = frozenset("he she they it the a an one his her their".split()), 9
# The longest attribution, in words: a name with its office, place and day.
_LONGEST_ATTRIBUTION = 30
# Words behind the closing mark that are no part of what is quoted, whatever they say.
_LONGEST_TAIL = 3
# … unless they say something of it: `"…" itu bohong`, `"…" is a lie`.
_PREDICATES = frozenset(
    """itu ini tersebut adalah ialah merupakan jelas hanya cuma bukan tidak tak nggak gak enggak belum
    is was isnt wasnt are were thats""".split()
)
# What makes the words before a mark part of what was said, though a reporting word is among them: "saya tidak
# pernah bilang "…"", "kita harus berani bilang "…"", "bertanggung jawab".
_OWN = frozenset(
    """saya aku kami kita gue gua kamu anda kalian tidak tak bukan jangan belum nggak gak enggak ga ndak
    tanpa harus wajib boleh bisa mau ingin berani suka sering selalu pernah usah andai seandainya siapa
    tanggung bertanggung i we you not never no dont didnt doesnt wont should must could would""".split()
)
# The same where no comma or colon stands before the mark: "mereka yang menyebut "…" keliru".
_RELATIVE = frozenset("yang kalau jika bila apabila ketika saat that who if when".split())
# No one who speaks ends with these: "berbicara soal "…"".
_PHRASED = frozenset(
    """atas dengan dari terhadap tentang soal mengenai sebagai untuk dalam pada oleh di ke seperti bagi antara
    of with about for by from in on at as like""".split()
)
# Words before the reporting word in which such a one counts.
_BEFORE_CUE = 4
# "VIRAL!!", "#breaking": what is called out before the words is none of them.
_CALLED_OUT = re.compile(r"\s*(?:(?:[^\s!]+\s+){0,2}[^\s!]+!+|(?:#\w+\s*){1,4})\s*")
_DASH_NAME = re.compile(r"\s*[-–—]\s*[A-Z]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of a quotation, ready to be compared.

    ``tokens`` point into ``text``. ``ellipses`` are the indices of tokens before which words are
    said to be left out, ``sentences`` those of tokens that begin a sentence. ``whole`` says that its first
    and its last sentence are presented as whole ones, ``inserted`` that an insertion of the user's own,
    ``[...]``, was left out.
    """

    text: str
    tokens: tuple[Token, ...]
    ellipses: frozenset[int] = frozenset()
    sentences: tuple[int, ...] = ()
    whole: tuple[bool, bool] = (False, False)
    inserted: bool = False

    @property
    def norms(self) -> list[str]:
        """Return what the words are compared by."""
        return [token.norm for token in self.tokens]

    @property
    def size(self) -> int:
        """Return the number of words, those of a number in words or with its scale each by itself."""
        return sum(len(self.text[t.start : t.end].split()) if t.is_number else 1 for t in self.tokens)

    def part(self, first: int, last: int) -> Quotation:
        """Return words ``[first, last)`` as a quotation of their own, no longer whole."""
        return replace(
            self, tokens=self.tokens[first:last], ellipses=frozenset(), sentences=(0,), whole=(False, False)
        )

    @property
    def shouted(self) -> bool:
        """Say whether it has no small letter: capitals tell nothing then."""
        return not any(c.islower() for c in self.text)


def readings(typed: str) -> list[Quotation]:
    """Return how the typed text can be read, likeliest first; none where it holds no word.

    The first is what stands between the marks, where an attribution stands outside of them; the
    last is always the whole.
    """
    whole = _tidy(typed)
    found = [_read(text) for text in dict.fromkeys([*_between_marks(whole), whole])]
    return [reading for reading in found if reading.tokens]


def _tidy(typed: str) -> str:
    plain = _TAG.sub(" ", HIDDEN.sub("", _BLOCK_QUOTE.sub("", repair(typed, Log()))))
    return _HASHTAGS.sub("", plain) or plain


def _between_marks(text: str) -> Iterator[str]:
    """Yield the text between the outer marks where what stands outside attributes it."""
    marks = [m.span() for m in _MARKS.finditer(text)]
    if not marks:
        return
    if len(marks) % 2 == 0:
        pieces = [(a[1], b[0]) for a, b in zip(marks[::2], marks[1::2], strict=True)]
    elif len(marks) > 1 and not text[: marks[0][0]].strip():
        pieces = [(marks[0][1], marks[-1][0])]
    else:  # the partner of the one that opens, or closes, was not pasted
        pieces = [(0, marks[0][0])] if _closes(text[marks[0][1] :]) else [(marks[-1][1], len(text))]
    edges = [0, *(at for piece in pieces for at in piece), len(text)]
    first, *between, last = (_MARKS.sub(" ", text[a:b]) for a, b in zip(edges[::2], edges[1::2], strict=True))
    if not all(map(_closes, between)):
        return
    leads = not first.split() or _opens(first) or _CALLED_OUT.fullmatch(first) is not None
    said = norms(last)
    trails = _closes(last) or (len(last.split()) <= _LONGEST_TAIL and _PREDICATES.isdisjoint(said[:1]))
    if leads and trails and (first.split() or between or last.split()):
        yield " ".join(text[start:end].strip() for start, end in pieces)


def _opens(before: str) -> bool:
    """Say whether text before an opening mark names who spoke: "Sari mengatakan,", "Kata Sari:"."""
    ends = before.rstrip()
    if len(ends.split()) > _LONGEST_ATTRIBUTION:
        return False
    said = tokens(ends)
    cue = next((i for i in reversed(range(len(said))[-_NEAR:]) if _is_cue(said[i].norm)), -1)
    if cue < 0:
        return ends.endswith(":")
    own = _OWN if ends[-1] in ",:" else _OWN | _RELATIVE
    if any(token.norm in own for token in _clause(ends, said[max(0, cue - _BEFORE_CUE) : cue], own)):
        return False
    return ends[-1] in ",:" or said[-1].norm not in _PHRASED


def _clause(text: str, before: list[Token], own: Collection[str]) -> list[Token]:
    """Return the words before a reporting word back to a name or mark: "kepada saya, Sari mengatakan"."""
    for i in range(len(before) - 1, -1, -1):
        named = text[before[i].start].isupper() and before[i].norm not in own
        parted = i + 1 < len(before) and not text[before[i].end : before[i + 1].start].isspace()
        if named or parted:
            return before[i + 1 :]
    return before


def _closes(behind: str) -> bool:
    """Say whether text behind a closing mark names who spoke: "kata Sari", "ujarnya", "-Sari, Kepala"."""
    told = behind.strip()
    sentence, *more = [told[s.start : s.end] for s in sentences(told)] or [""]
    if more or "?" in sentence or len(sentence.split()) > _LONGEST_ATTRIBUTION:
        return False
    said = norms(sentence)
    by_name = sentence.lstrip(" ,-–—")[:1].isupper() and any(map(_is_cue, said[:_NEAR]))
    somebody = said[:1] and said[0] in _SOMEBODY
    if (
        somebody
        and any(norm in AFTER_ENGLISH for norm in said[1:_PHRASE])
        and _OWN.isdisjoint(said[:_PHRASE])
    ):
        return True
    return (
        bool(_DASH_NAME.match(behind)) or by_name or any(map(_is_cue, said[:1])) or said[:1] == ["demikian"]
    )


def _is_cue(norm: str) -> bool:
    return norm in _CUES or norm.removesuffix("nya") in _CUES


def _read(text: str) -> Quotation:
    inserted = False

    def blank(match: re.Match[str]) -> str:
        nonlocal inserted
        inserted = True
        return " " * len(match.group())

    dots = [m.span() for m in _ELLIPSIS.finditer(text)]
    plain = _ELLIPSIS.sub(lambda m: " " * len(m.group()), text)
    plain = _INSERTION.sub(blank, plain)
    found = tokens(plain)
    ellipses = {_index(found, start) for start, _ in dots} - {0, len(found)}
    begun = sorted({0, *(_index(found, span.start) for span in sentences(text))} - {len(found)})
    return Quotation(
        text=text,
        tokens=tuple(found),
        ellipses=frozenset(ellipses),
        sentences=tuple(begun),
        whole=_whole(text, found, begun, dots),
        inserted=inserted,
    )


def _index(found: list[Token], at: int) -> int:
    """Return the index of the first token at or after a place of the text."""
    return next((i for i, token in enumerate(found) if token.start >= at), len(found))


def _whole(text: str, found: list[Token], begun: list[int], dots: list[tuple[int, int]]) -> tuple[bool, bool]:
    """Say whether the first and the last sentence have an initial capital and a final mark."""
    if not found:
        return False, False
    left_out = {_index(found, start) for start, _ in dots}

    def is_whole(first: int, last: int) -> bool:
        behind = text[found[last - 1].end : found[last].start if last < len(found) else len(text)]
        initial = text[found[first].start]
        closed = bool(_FINAL.search(behind.rstrip("“„«‘([ ")))
        return (initial.isupper() or initial.isdigit()) and closed and left_out.isdisjoint((first, last))

    return is_whole(0, [*begun, len(found)][1]), is_whole(begun[-1], len(found))
