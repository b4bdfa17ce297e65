"""Whom a draft claims to have spoken: a name, an office alone, or nobody where it denies that they did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rag.documents import Quote
from rag.sentences import sentences
from rag.speech.cues import SAYING

_SAYS = "|".join(sorted(SAYING | {"mengucapkan", "berucap", "say", "saying"}, key=len, reverse=True))
# "tidak pernah mengatakan", "membantah telah menyebut", "never said"; "tidak ragu mengatakan" is none.
_DENIED = re.compile(
    r"\b(?:tidak|tak|belum|bukan|nggak|enggak|never|not|didn['’]t|membantah|menyangkal|menampik|menepis"
    r"|mengingkari|denied|denies)"
    r"(?:\s+(?:pernah|sekali|pun|sekalipun|akan|telah|sudah|bahwa|kalau|dirinya|ia|dia|having|ever|that"
    rf"|he|she|had)){{0,5}}\s+(?:{_SAYS})\b",
    re.IGNORECASE,
)
_SAID = re.compile(rf"\b(?:{_SAYS})\b", re.IGNORECASE)
# Who speaks for an institution, though no name is given, is somebody.
_SPOKESMAN = re.compile(r"(?:juru bicara|jubir|humas|spokes\w+)\s+\S", re.IGNORECASE)
# "Adapun Ketua Bawaslu berhati-hati. '…,' ucapnya.": one office with one holder, and not "Warga Desa Melati".
_OFFICE = re.compile(
    r"(?:Wakil )?(?:Ketua|Kepala|Direktur|Bupati|Wali Kota|Gubernur|Menteri|Camat|Lurah|Kapol[a-z]+|Rektor|"
    r"Sekretaris|Presiden) [A-Z]"
)
# … of which is told that it speaks: "belum menanggapi" and "datang terlambat" tell of no words.
_SPEAKS = re.compile(
    rf" (?:(?:pun|juga|sendiri|langsung|lalu|kemudian|akhirnya|lebih) )*(?:{_SAYS}|menanggapi|menjawab|"
    r"merespons|menepis|menolak|berhati-hati|berjanji|mengelak|angkat (?:bicara|suara)|buka suara)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\b(?:beliau|bapak|pak|bu|ibu)\b", re.IGNORECASE)
_FARTHEST = 300


def claimed(quotes: Iterable[Quote], text: str) -> Iterator[Quote]:
    """Yield the quotations of a draft's ``text``, in order, with the speaker that each is claimed of.

    An office that points to one person stands for a name. Somebody who is said not to have spoken is
    no speaker.
    """
    offices = set[str]()
    for quote in quotes:
        role = quote.role if quote.speaker is None else None
        told = quote.reference == "description" or (
            quote.reference == "pronoun"
            and _OFFICE.match(role or "")
            and _has_spoken(role or "", quote, text)
        )
        if role and (told or _SPOKESMAN.match(role)):
            offices.add(role)
        if quote.speaker and _is_denied(text, quote.start):
            yield replace(quote, speaker=None)
        elif role in offices:
            yield replace(quote, speaker=role)
        else:
            yield quote


def _has_spoken(role: str, quote: Quote, text: str) -> bool:
    """Say whether an office speaks in the sentences before a quotation, whose words are not about it."""
    _, told, behind = _line_before(text, quote.start).rpartition(role)
    return bool(told and _SPEAKS.match(behind)) and _OF_THEM.search(quote.text) is None


def _line_before(text: str, start: int) -> str:
    return text[max(text.rfind("\n", 0, start) + 1, start - _FARTHEST) : start]


def _is_denied(text: str, start: int) -> bool:
    """Say whether the sentence up to a quotation says that it was not said."""
    line = _line_before(text, start)
    said = sentences(line)
    before = line[said[-1].start :] if said else ""
    denied = list(_DENIED.finditer(before))
    return bool(denied) and not _SAID.search(before, denied[-1].end())
