"""What a draft gives as somebody's words without marks: in chats, transcripts, scripts, tables and blocks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rag.documents import Quote
from rag.laid_out import ENDS, HEADING, WRITTEN, Layout, is_name_in_capitals
from rag.speech.cues import AFTER
from rag.speech.interview import is_question
from rag.speech.mentions import mention_at
from rag.speech.subjects import is_full_name, mentions_in, speaker_at
from rag.unmarked import SCRIPT

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 4
_MARKED = re.compile('["“”„«»]')
# "12/02/26 09.11 - Sari Wulandari: Kami menolak"
_MESSAGE = re.compile(rf"^[ \t]*{WRITTEN.pattern}(?P<words>[^\n<>]+)$", re.MULTILINE)
_FEWEST_MESSAGES = 2
_AFTER_WORDS = re.compile(r"[^\w.!?…)]+$")
# "YB = dr. Yosefina Bentar, Kepala Dinas Kesehatan", and "YB: Ketiganya datang terlambat."
_LEGEND = re.compile(r"^[ \t]*(?P<label>[A-Z]{1,4})[ \t]*=[ \t]*(?P<who>[^\n]{3,120})$", re.MULTILINE)
# "KEVIN HARSADINATA (Dirut PT Sakugo): Celah ada …", later "KEVIN: …"; "- Togar Manurip, bupati: Saya …";
# "[02:11] Gita: Ponsel itu pintu."
_LABELLED = re.compile(
    r"^[ \t]*(?P<bullet>[-–—*•][ \t]+)?(?P<time>\[?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\]?[ \t]+)?"
    r"(?P<label>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,4})"
    r"(?P<office>[ \t]*\([^()\n]{2,80}\)|, [^\n:\"“”]{2,80})?[ \t]*:[ \t]+(?P<words>[^\s\"“”„«'‘][^\n]*)$",
    re.MULTILINE,
)
# "- Kirana Wedhaswari, kepala dinas: "Kami …": in such a list words may stand without marks too.
_BESIDE_MARKS = re.compile(r"^[ \t]*[-–—*•][ \t]+[A-Z][^\n:]{2,80}: [\"“”„«]", re.MULTILINE)
# "— Kampus bukan tempat lelang kursi, kata Ketua BEM Naufal Rizqi.": a dash in place of marks. Without a
# comma before it "isi pesan Presiden" and "menerima kritik Ratna Dewi" are nouns.
_DASHED = re.compile(
    rf"^[ \t]*[—–][ \t]*(?P<words>[A-Z][^\n\"“”„«»]*?)(?:,|(?<=[!?…])) (?:{'|'.join(sorted(AFTER))}) "
    r"(?P<who>[^\n]+)$",
    re.MULTILINE,
)
# What goes on with an answer on the next line, and with a subtitle under the next time.
_ON = re.compile(r"\n(?=[^\s\d\[(•*#>|-])[^\n]+")
_NEXT_SUBTITLE = re.compile(r"\n\s*\d+\n[\d:,.]+ --> [\d:,.]+[^\n]*(?=\n[^\s\[(\d-])")
# "INSERT 2 – RATNA DEWI, WALI KOTA (00:06)", and what she says below.
_SCRIPTED = re.compile(rf"^{HEADING.pattern}", re.MULTILINE)
_SPOKEN_LINE = rf"(?!{SCRIPT}|[A-Z][A-Z ]+:)[^\s\"“”„«\[(|#>-][^\n]*"
_SPOKEN = re.compile(rf"{_SPOKEN_LINE}(?:\n{_SPOKEN_LINE}){{0,12}}")
# What is set apart, and who signs it, or who is named above: "### Hesti Wulansari", a line about her, ….
_SIGNATURE = re.compile(r"[ \t]*[-–—]{1,2}[ \t]*(?P<who>[A-Z][^\n\"“”]{2,90}?)[ \t]*[-–—]?[ \t]*")
_LISTED = re.compile(r"^[ \t]*[-–—]", re.MULTILINE)
_LINES_ABOVE, _LONGEST_LINE = 2, 90
_GIVES_WORDS = re.compile(
    r"\b(?:teks|pernyataan\w*|kutipan|kata|berkata|ber?ujar|mengatakan|menyatakan|menulis|menuliskan|tulis|bilang|"
    r"said|says|wrote|writes|statement|text)\b"
)
# An answer below a question in bold; a label before it is of somebody.
_ANSWER = re.compile(r"\s*(?!\w+: |[A-Z][A-Z .]+: )(?P<words>[^\s\"“”„«#>|-][^\n]*[.!?…)\"”])[ \t]*(?:\n|$)")
_FEWEST_QUESTIONS = 2
_INTERVIEW = re.compile(
    r"\b(?:wawancara|mewawancarai|bincang|perbincangan|tanya jawab|petikan|interview\w*)\b", re.I
)


def without_marks(layout: Layout, blocks: Sequence[tuple[int, int]]) -> list[Quote]:
    """Return what stands without marks and is credited to somebody, in order; no two overlap.

    ``blocks`` are the spans that are set apart as quoted.
    """
    found: list[Quote] = []
    for some in (
        _messages(layout),
        _labelled(layout),
        _dashed(layout),
        _scripted(layout),
        _rows(layout),
        _blocks(layout, blocks),
    ):
        found = sorted([*found, *beside(some, found)], key=lambda quote: quote.start)
    return found


def beside(found: Iterable[Quote], bare: Sequence[Quote]) -> Iterator[Quote]:
    """Yield the quotations that overlap none of ``bare``, which stand in order."""
    starts = [each.start for each in bare]
    for quote in found:
        n = bisect_left(starts, quote.end)
        if n == 0 or bare[n - 1].end <= quote.start:
            yield quote


def _quote(text: str, start: int, end: int, speaker: str | None) -> Quote:
    return Quote("", start, end, text[start:end], "direct", speaker, rule="without marks")


def _says_much(words: str) -> bool:
    return len(_WORD.findall(words)) >= _FEWEST_WORDS


def _messages(layout: Layout) -> Iterator[Quote]:
    """Yield what those write in a chat who neither mostly ask nor hand on what others said."""
    found = list(_MESSAGE.finditer(layout.text))
    relaying = Counter[str]()
    for message in found:
        relays = _MARKED.search(message["words"]) or is_question(message["words"].rstrip())
        relaying[message["who"]] += 1 if relays else -1
    for message in found if len(found) >= _FEWEST_MESSAGES else ():
        words = _AFTER_WORDS.sub("", message["words"])
        if (
            relaying[message["who"]] >= 0
            or is_question(words)
            or _MARKED.search(words)
            or not _says_much(words)
        ):
            continue
        mention = mention_at(layout.text, *message.span("who"), layout.known)
        if mention is not None and is_full_name(mention, layout.known):
            start = message.start("words")
            yield _quote(layout.text, start, start + len(words), mention.name)


def _labelled(layout: Layout) -> Iterator[Quote]:
    """Yield what stands behind the label of somebody who is named: in a transcript, minutes, a list."""
    text = layout.text
    legend: dict[str, str] = {}
    for line in _LEGEND.finditer(text):
        mention = mention_at(text, *line.span("who"), layout.known)
        if mention is not None and mention.name and layout.is_somebody(mention):
            legend[line["label"]] = mention.name
    turns = list(_LABELLED.finditer(text))
    full = dict.fromkeys(turn["label"] for turn in turns if _is_a_name(layout, turn))
    if len(full) == 1 and min(full).isupper() and not any(turn["office"] for turn in turns):
        full = {}  # "CEK FAKTA: …"
    called = {word: name for name in reversed(full) for word in name.split()} | {name: name for name in full}
    in_marks = _BESIDE_MARKS.search(text) is not None
    for turn in turns:
        label, words = turn["label"], turn["words"].rstrip()
        speaker = legend.get(label) or called.get(label) or (turn["time"] and layout.called.get(label))
        quotes = label not in legend and _MARKED.search(words)
        if not speaker or quotes or is_question(words):
            continue
        end = _goes_on(text, turn.end())
        words = text[turn.start("words") : end]
        spoken = _is_a_sentence(words) or (turn["bullet"] and in_marks) or _NEXT_SUBTITLE.match(text, end)
        if label in legend or (spoken and _says_much(words)):
            yield _quote(text, turn.start("words"), end, speaker)
        while (subtitle := _NEXT_SUBTITLE.match(text, end)) and not _LABELLED.match(text, subtitle.end() + 1):
            end = _goes_on(text, subtitle.end())
            yield _quote(text, subtitle.end() + 1, end, speaker)


def _is_a_sentence(words: str) -> bool:
    """Tell what somebody says from notes: "soal anggaran pasar", "tidak hadir karena sakit"."""
    return words[0].isupper() and words[-1] in ENDS


def _goes_on(text: str, end: int) -> int:
    """Return where the lines end that go on with one that ends at ``end`` in mid-sentence."""
    while text[end - 1] not in ENDS and (line := _ON.match(text, end)):
        if _LABELLED.match(text, line.start() + 1):
            break
        end = line.end()
    return _trimmed(text, end)


def _is_a_name(layout: Layout, turn: re.Match[str]) -> bool:
    """Tell "KEVIN HARSADINATA" and the bullet "Togar Manurip, bupati" from "HARGA EMAS" and "Catatan"."""
    label = turn["label"]
    if label.isupper():
        return " " in label and is_name_in_capitals(label)
    mention = mention_at(layout.text, *turn.span("label"), layout.known)
    whole = mention is not None and mention.name == label and is_full_name(mention, layout.known)
    return bool(turn["bullet"]) and whole


def _dashed(layout: Layout) -> Iterator[Quote]:
    """Yield what a line gives behind a dash, with "kata" and who says it at its end."""
    for line in _DASHED.finditer(layout.text):
        mention = speaker_at(layout.text, line.start("who"), line.end(), layout.known)
        named = mention is not None and mention.name and is_full_name(mention, layout.known)
        if mention is not None and named and _says_much(line["words"]):
            yield _quote(layout.text, *line.span("words"), mention.name)


def _scripted(layout: Layout) -> Iterator[Quote]:
    """Yield the lines below the headings of a broadcast script."""
    for heading in _SCRIPTED.finditer(layout.text):
        spoken = _SPOKEN.match(layout.text, heading.end()) if heading["script"] else None
        speaker = layout.in_heading(heading) if spoken else None
        if spoken and speaker:
            yield _quote(layout.text, *spoken.span(), speaker)


def _rows(layout: Layout) -> Iterator[Quote]:
    """Yield the cells of tables whose first row says that they hold what somebody said."""
    for row in layout.rows.values():
        words = layout.text[slice(*row.said)] if row.said else ""
        if row.said and row.by and not _MARKED.search(words) and _says_much(words):
            yield _quote(layout.text, *row.said, layout.in_row(row))


def _blocks(layout: Layout, blocks: Sequence[tuple[int, int]]) -> Iterator[Quote]:
    """Yield what is set apart and signed, or announced above."""
    text = layout.text
    for start, end in blocks:
        if _MARKED.search(text, start, end):
            continue
        end = _trimmed(text, end)
        last = max(start, text.rfind("\n", start, end) + 1)
        signed = _SIGNATURE.fullmatch(text, last, end)
        if signed is not None and len(_LISTED.findall(text, start, end)) == 1:
            if speaker := _signing(layout, signed):
                yield _quote(text, start, _trimmed(text, last), speaker)
        elif _says_much(text[start:end]) and not text.startswith("[!", start):
            speaker = _above(layout, start)
            if speaker:
                yield _quote(text, start, end, speaker)


def _signing(layout: Layout, signed: re.Match[str]) -> str | None:
    """Return who signs a block: a name, and nothing else but an office."""
    mention = mention_at(layout.text, *signed.span("who"), layout.known)
    if mention is None:
        return None
    behind = layout.text[mention.end : signed.end()].strip(" -–—")[:1]
    known = layout.is_somebody(mention) or (behind and layout.may_be_one(mention))
    return mention.name if known and behind in ("", ",", "(") else None


def _trimmed(text: str, end: int) -> int:
    """Return ``end`` without the white space before it."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _above(layout: Layout, start: int) -> str | None:
    """Return whom the paragraph above announces, or the heading names that stands there."""
    text, end = layout.text, start
    named: list[str] = []
    for _ in range(_LINES_ABOVE):
        end = _trimmed(text, end)
        line = text.rfind("\n", 0, end) + 1
        if text[end - 1 : end] == ":":
            return layout.announced(line, end) if _GIVES_WORDS.search(text, line, end) else None
        if end - line > _LONGEST_LINE or text[end - 1 : end] in ENDS:
            break
        mention = mention_at(text, line, end, layout.known)
        if mention is not None and mention.name and is_full_name(mention, layout.known):
            if mention.end == end:  # "Hesti Wulansari" above "Pelatih Putri Segara, soal klub"
                return mention.name
            named.append(mention.name)
        end = line
    return named[0] if named else None


def answers(layout: Layout, questions: Sequence[tuple[int, int]]) -> Iterator[Quote]:
    """Yield the paragraph behind each of some ``questions`` in bold.

    They are answered by whom the line above the first names, else by whom the text before does most often.
    """
    text, known = layout.text, layout.known
    if len(questions) < _FEWEST_QUESTIONS or not _INTERVIEW.search(text):
        return
    whole = [m for m in mentions_in(text, 0, questions[0][0], known) if is_full_name(m, known)]
    named = Counter(word for word in re.findall(r"[A-Z]\w+", text) if word in layout.called)
    told = [(-named[(m.name or " ").split()[0]], m.start, m.name) for m in whole]
    partner = min(told)[2] if told else None
    for start, end in questions:
        stop = _trimmed(text, start)
        above = max(text.rfind("\n", 0, stop) + 1, stop - _LONGEST_LINE)
        headed = [m.name for m in mentions_in(text, above, stop, known) if is_full_name(m, known)]
        if headed and text[stop - 1 : stop] not in ENDS:
            partner = headed[-1]
        answer = _ANSWER.match(text, end) if partner else None
        if answer:
            yield _quote(text, *answer.span("words"), partner)
