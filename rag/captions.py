"""Which lines are photo captions: those that end in a credit or begin as one.

A caption is taken out only where its credit shows; a paragraph that quotes somebody or holds
several sentences is never one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.outlets import DOMAIN, KNOWN

MAX_WORDS = 60

# A photographer: mixed case, an account, or two words of capitals. A reporter's code has neither.
_ACCOUNT = r"@[\w.]+"
_MIXED = r"(?:[A-Z]\. )?[A-Z][\w'’.-]*[a-z][\w'’.-]*(?: [\w'’.-]+){0,4}"
_CAPITALS = r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){1,4}"
_PERSON = rf"(?:{_ACCOUNT}|{_MIXED}|{_CAPITALS})"
# Sources of pictures only; and wires, whose name in brackets may stand for the whole report.
_PICTURES = (
    r"(?:[A-Z]{3,12} FOTO|Antara Foto|AFP PHOTO|AP Photo|JIBI|Getty Images|[Ss]hutterstock|iStock|Unsplash|"
    r"Pexels|Freepik|Pixabay|DOK|[Dd]ok(?:umentasi)?|ISTIMEWA|[Ii]stimewa|[Ii]st)"
)
_WIRES = rf"(?:AFP|REUTERS|Reuters|AP|EPA|Xinhua|Bloomberg|TEMPO|Tempo|{DOMAIN}|{KNOWN})"
_AFTER = r"(?:^|[.!?)\]\"”|] (?:[-–] )?)"  # a credit without brackets stands after the caption's sentence
_STARTS = re.compile(
    r"(?:Foto|FOTO|Ilustrasi|Gambar|Keterangan [Ff]oto|Caption|Photo|Infografis|Video|Poster|"
    r"Tangkapan layar)\s*[:.]\s*\S"
)
_ILLUSTRATION = re.compile(r"(?:Ilustrasi|ILUSTRASI|Tangkapan layar)\b[^.]*\.?")
_CREDITS = re.compile(
    "|".join(
        (
            rf"{_AFTER}(?:Foto|FOTO|Photo|Kredit|Credit)(?: by)?: ?(?:\S+ ?){{1,9}}$",
            rf"{_AFTER}(?:Foto|FOTO)\s*/\s*[\w .:]{{2,40}}$",
            r"[(\[](?:Foto|FOTO|Photo|Sumber|Credit)\s*:[^()\[\]]{2,90}[)\]]\.?$",
            r"\((?:ilustrasi|ILUSTRASI)\)\.?$",
            rf"[(\[]{_PICTURES}(?:[ /.:][^()\[\]]{{0,60}})?[)\]]\.?$",
            rf"{_AFTER}{_PICTURES}\.?\s*[/: ]\s*{_PERSON}(?:/[\w. ]{{2,30}}){{0,3}}\.?$",
            rf"{_AFTER}{_PICTURES}$",
            rf"{_AFTER}(?:\| )?(?:Photographer|Fotografer|Sumber [Ff]oto|[Ff]oto by)\s*: ?(?:\S+ ?){{1,6}}$",
            rf" /[A-Z][\w .]{{2,30}}/{_PERSON}$",
            r" / ?[Dd]ok\.? [^()\[\]]{2,40}$",
            rf"{_AFTER}{_WIRES}\s*/\s*{_PERSON}(?:/[\w. ]{{2,30}}){{0,3}}\.?$",
            rf"{_AFTER}[A-Z]\w+(?: [A-Z]\w+)?/(?:{_CAPITALS}|[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){{1,4}})\.?$",
        )
    )
)
_WIRE_IN_BRACKETS = re.compile(rf"[(\[](?:{_WIRES}\s*/\s*|[A-Z][\w ]{{1,20}}/){_PERSON}[)\]]\.?$")
_SPOKEN = re.compile(
    r"[,?!][\"”’']\s|\b(?:kata|ujar|tutur|ucap|jelas|tegas|imbuh|tambah|ungkap|papar)(?:nya)?\b|"
    r"\b(?:mengatakan|menyebut(?:kan)?|menegaskan)\b"
)
_SENTENCE = re.compile(r"[a-z)][.!?] [A-Z]")
# What every credit has some of; the dear patterns are tried only where this is found.
_HINTS = (
    "/",
    "oto",
    "OTO",
    "redit",
    "hotographer",
    "otografer",
    "Dok",
    "DOK",
    "(dok",
    "stimewa",
    "hutterstock",
    "mages",
    "umber",
    "JIBI",
    "ist)",
    "lustrasi)",
    "LUSTRASI)",
)
_HEADS = (
    "Foto",
    "FOTO",
    "Ilustrasi",
    "ILUSTRASI",
    "Gambar",
    "Keterangan",
    "Caption",
    "Photo",
    "Infografis",
    "Video",
    "Poster",
    "Tangkapan",
)


@lru_cache(maxsize=1024)
def is_caption(line: str, *, last: bool = False) -> bool:
    """Tell whether a whole line is a photo's caption.

    ``last`` marks the last line of the article, where "(Antara/Budi Santoso)" is the reporter.
    """
    words = line.count(" ") + 1
    if words > MAX_WORDS or not (line.startswith(_HEADS) or any(hint in line for hint in _HINTS)):
        return False
    return _has_credit(line, words, last=last) and not _SPOKEN.search(line)


def _has_credit(line: str, words: int, *, last: bool) -> bool:
    if _STARTS.match(line) and len(_SENTENCE.findall(line)) <= 3:
        return True
    if _ILLUSTRATION.fullmatch(line) and words <= 15 and (line[-1] != "." or words <= 8):
        return True
    tail = line[-140:] if len(line) > 140 else line
    if len(_SENTENCE.findall(line)) <= 3 and _CREDITS.search(tail):
        return True
    return not last and len(_SENTENCE.findall(line)) <= 1 and bool(_WIRE_IN_BRACKETS.search(tail))
