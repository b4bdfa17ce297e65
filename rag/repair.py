"""Characters: what a careful typist would mend without changing a word.

Mojibake, HTML entities, invisible and control characters, spaces and line ends. Quotation
marks, dashes, ligatures and every other visible character stay the source's own.
"""

from __future__ import annotations

import html
import re
import unicodedata

from rag.documents import Step

# What UTF-8 bytes read as cp1252/latin-1 (or Mac Roman) look like: a lead byte's character
# and a continuation byte's. Only lines with such a pair are shown to ftfy, whose own check
# costs 1.4 ms an article.
_SUSPECT = re.compile(
    r"[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[\u0080-\u009f]|‚Ä|√[©®±≥ü]"
)
_STRAY = re.compile(r"Â(?=\s|$)")
# A closing mark whose third byte (0x9D, a control character) did not come along.
_CUT_MARK = re.compile(r"â€(?=[\s.,;:!?)\]]|$)")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]*\Z")
# Anything but the letters, punctuation and spaces of an ordinary page; most texts have none.
_UNUSUAL = re.compile("[^\n -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2026\u2030-\u205e\u20a0-\u20bf\u2122]")
_AMPERSAND = re.compile(r"&(?:(?:amp|AMP|#0*38|#[xX]0*26);)+")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ANSI = re.compile("\x1b\\[[0-?]*[ -/]*[@-~]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Soft hyphen, zero-width characters, private use (icon fonts), language tags. A joiner stays
# between emoji and between letters of scripts that are written with it.
_JOINS = "[\u0590-\u1fff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"
_NEVER_SEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164"
    "\ufeff\uffa0\ufff0-\ufffc\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
_MAY_BE_INVISIBLE = re.compile(f"[{_NEVER_SEEN}\ufe00-\ufe0e\u200c\u200d]")
_INVISIBLE = re.compile(
    f"[{_NEVER_SEEN}]"
    "|(?<![\u1000-\u1aff\u2010-\U0001ffff])[\ufe00-\ufe0e]"
    f"|(?<!{_JOINS})[\u200c\u200d]|[\u200c\u200d](?!{_JOINS})"
)
_BLANKS = re.compile(r"\n{3,}")
# Cyrillic and Greek letters that look Latin, beside a Latin letter.
_LOOKALIKE = "АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_LOOKALIKES = frozenset(_LOOKALIKE)
_HOMOGLYPH = re.compile(f"[A-Za-z][{_LOOKALIKE}]|[{_LOOKALIKE}][A-Za-z]")
# What an ASCII text has where its white space is not what it should be.
_UNTIDY = ("  ", " \n", "\n ", "\n\n\n", *"\t\r\v\f\x1c\x1d\x1e\x1f")
_PASSES = 8
MAX_STEPS = 1_000


class Log:
    """Collects steps and warnings; a step of one name is noted once unless it removed text."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.warnings: list[str] = []
        self._seen: set[tuple[str, str]] = set()

    def step(self, rule: str, removed: str = "") -> None:
        """Note that ``rule`` did something; ``removed`` is cut to 200 characters.

        Past ``MAX_STEPS`` the rest is one step, ``and_more``: a million lines have no history.
        """
        if len(self.steps) < MAX_STEPS:
            self.steps.append(Step(rule, removed[:200]))
        elif len(self.steps) == MAX_STEPS:
            self.steps.append(Step("and_more"))

    def once(self, rule: str, warning: str = "") -> None:
        """Note ``rule`` the first time only, with an optional warning."""
        if (rule, "") not in self._seen:
            self._seen.add((rule, ""))
            self.step(rule)
            if warning:
                self.warnings.append(warning)


def repair(text: str, log: Log) -> str:
    """Return ``text`` with its characters mended: NFC, ``\\n`` line ends, plain single spaces.

    Lines keep their order and words; at most one blank line stands between two lines.
    """
    for _ in range(_PASSES):
        before = text
        text = _once(text, log)
        # What was taken out may have stood inside an entity or mojibake.
        if text == before or not ("&" in text or "Â" in text or _SUSPECT.search(text)):
            break
    return text


def _once(text: str, log: Log) -> str:
    if "&" in text:
        text = _entities(text, log)
    if not text.isascii():
        text = _mojibake(text, log)
    text = _LINE_ENDS.sub("\n", text)
    text = _invisible(text, log)
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        log.once("unicode_nfc")
    return _white_space(text, log)


def _entities(text: str, log: Log) -> str:
    mended = _ENTITY.sub(lambda m: html.unescape(m.group()), _AMPERSAND.sub("&", text))
    if mended != text:
        log.once("html_entities")
    return mended


def _mojibake(text: str, log: Log) -> str:
    """Undo UTF-8 that was read as another encoding, and the stray ``Â`` of a lost no-break space."""
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        log.once("surrogates", "broken characters (lone surrogates) replaced")
    if _SUSPECT.search(text):
        text = _CUT_MARK.sub("â€\x9d", text)
        text = "\n".join(_mend_line(line, log) for line in text.split("\n"))
    if "Â" in text:
        text = _STRAY.sub(lambda m: _stray(m, log), text)
    if "\ufffd" in text:
        lost = text.count("\ufffd")
        log.once("lost_characters", f"{lost} characters were lost before the file came here (U+FFFD)")
    return text


def _mend_line(line: str, log: Log) -> str:
    if not _SUSPECT.search(line):
        return line
    import ftfy  # loads its tables of encodings

    mended: str = ftfy.fix_encoding(line)
    if mended != line:
        at = next((i for i, (a, b) in enumerate(zip(line, mended, strict=False)) if a != b), len(mended))
        was, now = line[max(0, at - 8) : at + 10], mended[max(0, at - 8) : at + 8]
        log.once("mojibake", f"mojibake repaired, first {_one_line(was)!r} to {_one_line(now)!r}")
    return mended


def _stray(match: re.Match[str], log: Log) -> str:
    before = _LETTERS_BEFORE.search(match.string[max(0, match.start() - 40) : match.start()])
    # "HÂLÂ" is a word of a language that has the letter; "kapan.Â" and "UMKMÂ " are not.
    if before and not before.group().isascii():
        return match.group()
    log.once("mojibake", "mojibake repaired: 'Â' of a lost no-break space removed")
    return ""


def _invisible(text: str, log: Log) -> str:
    used = "".join(set(text))  # one of each character tells of the whole text
    if not _UNUSUAL.search(used):
        return text
    if _CONTROL.search(used):
        text = _CONTROL.sub("", _ANSI.sub("", text))
        log.once("control_characters", "control characters removed")
    if text.isascii():
        return text
    if _BIDI.search(used):
        found = _BIDI.findall(text)
        named = ", ".join(sorted({f"U+{ord(c):04X}" for c in found}))
        log.once(
            "bidi_controls", f"{len(found)} characters that turn the writing direction removed ({named})"
        )
        text = _BIDI.sub("", text)
    if _MAY_BE_INVISIBLE.search(used) and _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
        log.once("invisible_characters", "invisible characters removed")
    if not _LOOKALIKES.isdisjoint(used) and (alike := _HOMOGLYPH.search(text)):
        log.once(
            "homoglyphs", f"letters of another script look like Latin ones, first in {alike.group()!r}; kept"
        )
    return text


def _white_space(text: str, log: Log) -> str:
    if text.isascii() and not any(map(text.__contains__, _UNTIDY)):
        return text.strip("\n ")
    lines = text.split("\n")
    plain = [" ".join(line.split()) for line in lines]
    if any(line.strip(" ") != now for line, now in zip(lines, plain, strict=True)):
        log.once("white_space")
    return _BLANKS.sub("\n\n", "\n".join(plain)).strip("\n")


def _one_line(text: str) -> str:
    return " ".join(text.split())
