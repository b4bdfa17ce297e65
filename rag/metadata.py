"""What an article's own words state about it: headline, outlet, byline, editor, date.

Nothing is guessed. A headline is the first line where it looks like one; an outlet is named
by a dateline, a byline, a footer, or by who was told ("kata dia kepada kumparan"); a date is
one that stands as publication date, never one inside the prose, which is when somebody spoke.
Read from the text *before* boilerplate goes, since an outlet may be named only in a footer.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from rag.boilerplate import SECTIONS, line_rule, list_heading, plain
from rag.dates import dateline_date, publication_date
from rag.outlets import DOMAIN, KNOWN, known_outlet, tidy_outlet

TOP = 14  # lines from the top in which a masthead and a bare date may stand
FIRST, LAST = 40, 80  # lines from each end in which a byline may stand, furniture included
_NAME_TOKEN = r"(?:[A-Z][\w.'’`-]*|[A-Z]\.|dan|&|bin|binti|de|van|al|el|the|tim)"
_NAME = re.compile(rf"(?:{_NAME_TOKEN}|[a-z]+com)(?:,? (?:{_NAME_TOKEN}|[SMD]\.[A-Z]\.?)){{0,7}}[.,]?")

_AUTHOR_LABELS = (
    "penulis|reporter|pewarta|wartawan|jurnalis|kontributor|laporan|oleh|author|written by|by|"
    "rep|penulis berita|laporan wartawan"
)
_EDITOR_LABELS = "editor|redaktur|penyunting|red|editor berita|redaktur pelaksana"
_OTHER_LABELS = "fotografer|uploader|produser|sumber|penerjemah|source|foto oleh|video editor"
_LABEL = re.compile(
    rf"(?i)(?:^|[|/;,]\s*|(?<=\s))(?P<label>{_AUTHOR_LABELS}|{_EDITOR_LABELS}|{_OTHER_LABELS})\s*[:：]\s*"
)
_LABEL_ALONE = re.compile(rf"(?i)(?P<label>{_AUTHOR_LABELS}|{_EDITOR_LABELS})\s*:?")
_BY = re.compile(r"(?i:oleh|by)\s+(?P<name>[A-Z].*)")
_NOBODY = re.compile(r"(?i)(?:oleh|by)\s*:?\s*(?:admin|administrator|redaksi|editor|tim redaksi)")
_SIGNED = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,4})\s*[-–—,]\s*"
    r"(?P<role>(?:pemimpin redaksi|redaktur eksekutif|redaktur pelaksana|redaktur|wartawan|jurnalis|"
    r"kontributor|"
    r"pemred|reporter|editor)\b)\s*(?P<outlet>[\w. -]{0,40})",
    re.IGNORECASE,
)
# "Aksi Berakhir Ricuh, Jurnalis Dipukul"
_HEADLINE = re.compile(r"(?:Di|Ter|Ber|Me[mn])[a-z]{3,}")
# No list of names: "Joko Tirto, wartawan Kompas".
_DASHED = re.compile(r"\s*[-–—]")
_NAME_OUTLET = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,4},?)\s*[-–—,|]\s*(?P<outlet>[\w. ]{3,25})"
)
_BRANDED = re.compile(r"[a-z]{3,}[A-Z][a-z]+|[A-Z][a-z]{2,}[A-Z][a-z]+")  # "kabarKilat", "SuaraKita"
# "JejakSidang.com - Mengawal Ruang Pengadilan", above a headline
_MASTHEAD = re.compile(rf"{DOMAIN}\s*[|–—-]\s*\S+(?: \S+){{0,5}}(?<![.!?])")
_REPORT_BY = re.compile(
    r"(?i)laporan (?:wartawan|jurnalis|reporter|kontributor) (?P<outlet>[\w.]+),? (?P<name>[A-Z].*)"
)

_PLACE = r"[A-Z][\w.'’ -]{1,30}?"
_DASH = r"\s*(?:[-–—]{1,3}|:|\|)"
# A paper by a word that only papers have in their names: "Harian Pesisir", "Suara Kendal".
_PAPER = (
    r"(?-i:(?:Harian|Koran|Majalah|Tabloid|Suara|Kabar|Warta|Radar|Tribun|Berita|Surat Kabar)"
    r"(?: [A-Z][a-z]+){1,3})"
)
_CITY = r"(?-i:[A-Z]{3,}(?: [A-Z]{3,})?)"
_DATELINES = (
    re.compile(rf"(?P<outlet>{_PAPER}),\s*(?P<place>{_CITY}){_DASH}(?:\s|$)"),
    re.compile(rf"(?P<place>{_CITY}),\s*(?P<outlet>{_PAPER}){_DASH}(?:\s|$)"),
    re.compile(rf"(?P<outlet>{DOMAIN})(?:,\s*(?P<place>{_PLACE}))?\s*(?:\([^)]{{1,25}}\))?{_DASH}(?:\s|$)"),
    re.compile(rf"(?P<outlet>{DOMAIN}), (?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?) [A-Z\"“]"),
    re.compile(rf"(?P<place>{_PLACE}),\s*(?P<outlet>{DOMAIN}|{KNOWN}){_DASH}(?:\s|$)"),
    re.compile(rf"(?P<place>{_PLACE})\s*\((?P<outlet>{DOMAIN}|{KNOWN}|[A-Z]{{4,12}})\){_DASH}(?:\s|$)"),
    re.compile(rf"(?P<outlet>{KNOWN})(?:,\s*(?P<place>{_PLACE}))?\s*(?:[-–—]{{1,3}}|:)\s"),
)
_DATELINE_HINT = re.compile(r"\w\.\w|[A-Za-z)]\s*(?:[-–—]{1,3}|:)(?:\s|$)")
_REPUBLISHED = re.compile(
    rf"(?i)(?:artikel|berita|tulisan) ini (?:telah|sudah|pernah|sebelumnya)\b.{{0,40}}\b(?:di|"
    rf"oleh)\s+(?P<outlet>{DOMAIN}|{KNOWN})"
)
_COPYRIGHT = re.compile(
    rf"(?i)(?:copyright|©|hak cipta|\(c\))\W*(?:\d{{4}}\W*)?"
    rf"(?P<outlet>{DOMAIN}|{KNOWN}|{_PAPER}|(?-i:[A-Z]{{4,12}}\b))"
)
_FOLLOW = re.compile(rf"(?i)\b(?P<outlet>{DOMAIN}|{KNOWN})\b")
_TOLD = re.compile(
    r"(?:kepada|konfirmasi|dihubungi|oleh tim|ditemui|catatan|pantauan|wawancara(?: khusus)? dengan|"
    r"Foto:[^\n/]{1,60}/)[^\S\n]?"
    rf"(?P<outlet>{DOMAIN}|{KNOWN})\b"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is stated about an article; None where it is not.

    ``date`` is ISO (YYYY-MM-DD); ``signature`` the line that tells the author's office, as it
    stands; ``stated`` names the keys given on purpose, also as empty.
    """

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    editor: str | None = None
    date: str | None = None
    url: str | None = None
    via: tuple[str, ...] = ()
    signature: str | None = None
    stated: frozenset[str] = field(default=frozenset())


def infer_metadata(text: str) -> Metadata:
    """Read what a repaired text (see ``rag.repair``) states about itself."""
    lines = [line for line in text.split("\n") if line]
    names: dict[str, str] = {}
    found_date = None
    for number, line in _ends(lines):
        if len(line) > 200:
            continue
        following = lines[number + 1] if number + 1 < len(lines) else ""
        told = byline(line, following)
        if "author" in names:
            told.pop("signature", None)
        for role, name in told.items():
            names.setdefault(role, name)
        stated = publication_date(line, top=number < TOP)
        if stated and (found_date is None or (found_date[1] and not stated[1])):
            found_date = stated
    via = (tidy_outlet(names["via"]),) if "via" in names else ()
    return Metadata(
        title=_headline(text),
        outlet=_outlet(text, lines, names.get("outlet")),
        author=names.get("author"),
        editor=names.get("editor"),
        date=(found_date[0] if found_date else None)
        or next(filter(None, map(dateline_date, lines[:TOP])), None),
        via=via,
        signature=names.get("signature"),
    )


def byline(line: str, following: str = "") -> dict[str, str]:
    """Return the roles a byline names (author, editor, outlet, via), ``{}`` for any other line.

    ``following`` is the next line, for a label that stands alone above its name. A byline
    that names nobody of use (a photographer's) gives ``{"other": …}``, one that tells the author's office
    at an outlet gives itself as ``signature``.
    """
    if len(line) > 200 or line[0] in "\"“'‘(":
        return {}
    if ":" in line or "：" in line:
        labels = list(_LABEL.finditer(line))
        if labels and labels[0].start() == 0:
            return _labelled(line, labels)
    if len(line) > 100:
        return {}
    if (alone := _LABEL_ALONE.fullmatch(line)) and _is_name(following) and len(following.split()) > 1:
        return {_role(alone["label"]): _tidy_name(following)}
    if _NOBODY.fullmatch(line):
        return {"other": line}
    if (by := _BY.fullmatch(line)) and _is_name(by["name"]) and len(line.split()) <= 8:
        return {"author": _tidy_name(by["name"])}
    if (report := _REPORT_BY.fullmatch(line)) and _is_name(report["name"]):
        return {"author": _tidy_name(report["name"]), "outlet": report["outlet"]}
    signed = _SIGNED.fullmatch(line)
    if signed and signed["name"][0].isupper() and not _HEADLINE.match(signed["outlet"]):
        result = {"author": signed["name"]}
        if outlet := known_outlet(signed["outlet"].strip()):
            result["outlet"] = outlet
            if _DASHED.match(line, signed.end("name")):
                result["signature"] = line.strip()
        return result
    if (pair := _NAME_OUTLET.fullmatch(line)) and (outlet := _outlet_of_byline(pair["outlet"].strip())):
        name = pair["name"].strip(" ,")
        who = {} if name.lower() in ("tim", "antara") or known_outlet(name) else {"author": name}
        return {**who, "outlet": outlet}
    return {}


def _outlet_of_byline(name: str) -> str | None:
    return known_outlet(name) or (name if _BRANDED.fullmatch(name) else None)


def _labelled(line: str, labels: list[re.Match[str]]) -> dict[str, str]:
    result: dict[str, str] = {}
    for label, after in zip(labels, [*labels[1:], None], strict=True):
        value = line[label.end() : after.start() if after else len(line)].strip(" |/;,-")
        if not value:
            continue
        role = _role(label["label"])
        if not _is_name(value) and role != "via":
            return {}
        if len(value.split()) > 9:
            return {}
        result.setdefault(role, _tidy_name(value))
    return result


def _role(label: str) -> str:
    low = label.lower()
    if low in _AUTHOR_LABELS.split("|"):
        return "author"
    if low in _EDITOR_LABELS.split("|"):
        return "editor"
    return "via" if low in ("sumber", "source") else "other"


def _is_name(text: str) -> bool:
    return bool(text) and len(text) <= 100 and bool(_NAME.fullmatch(text)) and text[-1] not in "?!:"


def _tidy_name(text: str) -> str:
    return text.strip(" ,;|").removesuffix("." if not re.search(r"\b[A-Z]\.$|[a-z]{1,2}\.$", text) else "\0")


def _headline(text: str) -> str | None:
    """Return the first line that is not furniture, where it looks like a headline."""
    lines = text.split("\n", 60)[:60]
    for number, line in enumerate(lines):
        rest = [other for other in lines[number + 1 :] if other]
        if not line or is_furniture(line, rest[0] if rest else ""):
            continue
        return line if looks_like_headline(line) and rest and _followed(lines, number, line, rest) else None
    return None


def _followed(lines: list[str], number: int, line: str, rest: list[str]) -> bool:
    blank_after = not lines[number + 1] if number + 1 < len(lines) else False
    return blank_after or any(len(other) > len(line) for other in rest[:TOP])


def is_furniture(line: str, following: str = "") -> bool:
    """Tell whether a line near the top is banner, label, byline or date rather than article."""
    low = plain(line)
    return bool(
        low in SECTIONS
        or line_rule(low)
        or list_heading(low)
        or byline(line, following)
        or publication_date(line, top=True)
        or known_outlet(line)
        or masthead(line, following)
    )


def masthead(line: str, following: str) -> bool:
    """Tell an outlet with its motto from a paragraph that begins with its dateline: a headline comes next."""
    return _MASTHEAD.fullmatch(line) is not None and following != "" and looks_like_headline(following)


def looks_like_headline(line: str) -> bool:
    """Tell whether a line could be a headline: 3 to 22 words and no sentence's end."""
    count = line.count(" ") + 1
    if not 3 <= count <= 22 or line[-1] in ".,;:…" or line[0] in "-–—(":
        return False
    return (line[0].isupper() or line[0].isdigit() or line[0] in "\"“'‘") and not dateline(line)


def dateline(line: str) -> str | None:
    """Return the outlet that a paragraph's dateline names ("Bisnis.com, JAKARTA - "), or None."""
    head = line[:90]
    if not _DATELINE_HINT.search(head):
        return None
    for pattern in _DATELINES:
        if found := pattern.match(head):
            return found["outlet"]
    return None


def _outlet(text: str, lines: list[str], by_byline: str | None) -> str | None:
    """Return the outlet by the strongest evidence there is: dateline, byline, footer, who was told."""
    # A paragraph's dateline spells the outlet as usual, a masthead often in capitals.
    tops = zip(lines[:TOP], [*lines[1 : TOP + 1], ""], strict=False)
    for line, _ in sorted(tops, key=lambda top: masthead(*top)):
        if outlet := dateline(line):
            return tidy_outlet(outlet)
    if by_byline:
        return tidy_outlet(by_byline)
    ends = [line for _, line in _ends(lines)]
    for line in ends:
        if len(line) < 400 and (found := _REPUBLISHED.search(line) or _COPYRIGHT.match(line)):
            return tidy_outlet(found["outlet"])
    for line in lines[:TOP]:
        if outlet := known_outlet(line):
            return outlet
    followed = Counter(
        tidy_outlet(found["outlet"])
        for line in ends
        if line_rule(plain(line)) in ("follow_us", "subscription", "published_at")
        for found in [_FOLLOW.search(line)]
        if found
    )
    if winner := _clear_winner(followed, 1):
        return winner
    told = Counter(tidy_outlet(found["outlet"]) for found in _TOLD.finditer(text))
    return _clear_winner(told, 2)


def _ends(lines: list[str]) -> list[tuple[int, str]]:
    """Return the first and last lines with their numbers: where bylines and footers stand."""
    numbered = list(enumerate(lines[:FIRST]))
    start = max(FIRST, len(lines) - LAST)
    return numbered + list(enumerate(lines[start:], start))


def _clear_winner(counts: Counter[str], least: int) -> str | None:
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < least or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
