"""Who wrote, edited and published an article, where a line of it says so: bylines and datelines."""

from __future__ import annotations

import re

from rag.calendar_names import MONTH_NUMBERS, WEEKDAYS
from rag.outlets import DOMAIN, KNOWN, known_outlet
from rag.speech import gazetteer

_NAME_WORD = r"(?:[A-Z][\w.'’`-]*|[A-Z]\.|dan|&|bin|binti|de|van|al|el|the|tim)"
_NAME = re.compile(rf"(?:{_NAME_WORD}|[a-z]+com)(?:,? (?:{_NAME_WORD}|[SMD]\.[A-Z]\.?)){{0,7}}[.,]?")

_AUTHOR_LABELS = (
    "penulis|reporter|pewarta|wartawan|jurnalis|kontributor|laporan|oleh|author|written by|by|"
    "rep|penulis berita|laporan wartawan"
)
_EDITOR_LABELS = "editor|redaktur|penyunting|red|editor berita|redaktur pelaksana"
_OUTLET_LABELS = "media|nama media|outlet"
_OTHER_LABELS = "translator|fotografer|uploader|produser|sumber|penerjemah|source|foto oleh|video editor"
_OF_PEOPLE = f"{_AUTHOR_LABELS}|{_EDITOR_LABELS}|{_OTHER_LABELS}"
_LABEL = re.compile(rf"(?i)(?:^|[|/;,]\s*|(?<=\s))(?P<label>{_OF_PEOPLE}|{_OUTLET_LABELS})\s*[:：]\s*")
_LABEL_ALONE = re.compile(rf"(?i)(?P<label>{_AUTHOR_LABELS}|{_EDITOR_LABELS})\s*:?")
_DAYS_AND_MONTHS = WEEKDAYS.keys() | MONTH_NUMBERS.keys()
# "By Theo Santosa in Pekalongan", and not "By September."
_BY = re.compile(
    r"(?i:(?:ditulis )?oleh|(?:written )?by)\s+(?P<name>[A-Z][^.]*?(?:\.[^.]+)*?)(?: in [A-Z][\w, ]+)?"
)
# Without those that begin headlines as well: "Hari Terpanas".
_FIRST_NAMES = gazetteer.GIVEN - frozenset("hari putri putra tim bunga cahaya bintang surya raja".split())
LABELS = rf"(?i:{_OF_PEOPLE})"
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
_REPORT_BY = re.compile(
    r"(?i)laporan (?:wartawan|jurnalis|reporter|kontributor) (?P<outlet>[\w.]+),? (?P<name>[A-Z].*)"
)

_PLACE = r"[A-Z][\w.'’ -]{1,30}?"
_DASH = r"\s*(?:[-–—]{1,3}|:|\|)"
# A paper by a word that only papers have in their names: "Harian Pesisir", "Suara Kendal", "Solo Raya Post".
PAPER = (
    r"(?-i:(?:Harian|Koran|Majalah|Tabloid|Suara|Kabar|Warta|Radar|Tribun|Berita|Surat Kabar)"
    r"(?: [A-Z][a-z]+){1,3}|(?:HARIAN|KORAN|SUARA|KABAR|WARTA|RADAR|TRIBUN|BERITA)(?: [A-Z]{3,}){1,3}|"
    r"(?:[A-Z][\w-]+ ){1,3}(?:News|Post?|Ekspres|Express|Times|Herald|Chronicle|Tribune|Gazette|Daily)|"
    r"(?:[A-Z]{3,} ){1,3}(?:NEWS|POST?|EKSPRES|EXPRESS|TIMES|HERALD|CHRONICLE|TRIBUNE))"
)
IS_PAPER = re.compile(PAPER)
_CITY = r"(?-i:[A-Z]{3,}(?: [A-Z]{3,})?)"
_DATELINES = (
    re.compile(rf"(?P<outlet>{PAPER}),\s*(?P<place>{_CITY}){_DASH}(?:\s|$)"),
    re.compile(rf"(?P<place>{_CITY}),\s*(?P<outlet>{PAPER}){_DASH}(?:\s|$)"),
    re.compile(rf"(?P<outlet>{DOMAIN})(?:,\s*(?P<place>{_PLACE}))?\s*(?:\([^)]{{1,25}}\))?{_DASH}(?:\s|$)"),
    re.compile(rf"(?P<outlet>{DOMAIN}), (?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?) [A-Z\"“]"),
    re.compile(rf"(?P<place>{_PLACE}),\s*(?P<outlet>{DOMAIN}|{KNOWN}){_DASH}(?:\s|$)"),
    re.compile(rf"(?P<place>{_PLACE})\s*\((?P<outlet>{DOMAIN}|{KNOWN}|[A-Z]{{4,12}})\){_DASH}(?:\s|$)"),
    re.compile(rf"(?P<outlet>{KNOWN})(?:,\s*(?P<place>{_PLACE}))?\s*(?:[-–—]{{1,3}}|:)\s"),
)
_DATELINE_HINT = re.compile(r"\w\.\w|[A-Za-z)]\s*(?:[-–—]{1,3}|:)(?:\s|$)")


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
        when = by["name"].split()[0].lower().rstrip(".,") in _DAYS_AND_MONTHS  # "By September."
        placed = by.end("name") < len(line) and not is_persons_name(by["name"])  # "By Train in Java"
        return {} if when or placed else {"author": _tidy_name(by["name"])}
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
        if role == "outlet" and not (known_outlet(value) or IS_PAPER.fullmatch(value)):
            return {}  # "Media: Cat Minyak"
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
    if low in _OUTLET_LABELS.split("|"):
        return "outlet"
    return "via" if low in ("sumber", "source") else "other"


def _is_name(text: str) -> bool:
    return bool(text) and len(text) <= 100 and bool(_NAME.fullmatch(text)) and text[-1] not in "?!:"


def _tidy_name(text: str) -> str:
    return text.strip(" ,;|").removesuffix("." if not re.search(r"\b[A-Z]\.$|[a-z]{1,2}\.$", text) else "\0")


def dateline(line: str) -> str | None:
    """Return the outlet that a paragraph's dateline names ("Bisnis.com, JAKARTA - "), or None."""
    head = line[:90].rstrip()
    if not _DATELINE_HINT.search(head):
        return None
    for pattern in _DATELINES:
        if found := pattern.match(head):
            return found["outlet"]
    return None


def is_persons_name(line: str) -> bool:
    """Tell "Sari Dewi", whose first word is a name that people have, from a section and a headline."""
    words = line.split()
    named = 2 <= len(words) <= 4 and all(re.fullmatch(r"[A-Z][\w.'’-]*", word) for word in words)
    return named and words[0].lower() in _FIRST_NAMES
