"""What a sentence says that somebody is: "Wisnu adalah sopir", "Terdakwanya adalah Johan". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.speech import naming
from rag.speech.offices import is_kinship

_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,4}"
# "Saksi kedua, Wisnu Anggoro, adalah sopir rumah sakit."
_IS = re.compile(
    rf"\b(?P<name>{_NAME})(?: \(\d+\)|, [^,.\n]{{1,60}})?,? "
    r"(?:adalah|ialah|merupakan|(?:yang )?bekerja sebagai) (?:seorang |salah (?:satu|seorang) )?"
    r"(?P<role>[a-z][\w-]+(?: (?!(?:di|dari|pada|untuk|yang|dan|sekaligus|itu|tersebut|ini|dalam|sejak|asal)"
    r"\b)\w[\w-]*){0,4})"
)
# "Terdakwa dalam perkara ini adalah mantan direktur rumah sakit, Johan Bakri."
_HE_IS = re.compile(
    r"\b(?P<role>[Tt]er(?:dakwa|sangka|pidana|gugat|lapor)|[Kk]orban|[Pp]ela(?:por|ku))(?:nya)?"
    rf"(?: [^,.\n]{{1,40}})? (?:adalah|ialah|yakni|yaitu) (?:(?:(?! dan )[^.\n]){{1,80}}, )?"
    rf"(?P<name>{_NAME})(?=\.| \(|,(?! dan))"
)
# "menetapkan Bupati Teguh sebagai tersangka", "Teguh dihadirkan sebagai saksi": and not one of two.
_MADE = re.compile(
    rf"\b(?P<name>{_NAME}) (?:(?:telah |sudah |kini |juga )?(?:ditetapkan|dihadirkan|duduk|diperiksa) )?"
    r"sebagai (?P<role>ter(?:dakwa|sangka|pidana)|saksi)\b"
)
# "Ratna Lestari resmi menjabat Wali Kota Sembrani"
_HOLDS = re.compile(
    rf"\b(?P<name>{_NAME}) (?:(?:resmi|kini|sekarang|telah|sudah|masih|kembali|juga) ){{0,2}}"
    r"(?:menjabat(?: sebagai)?|(?:dilantik|terpilih|ditunjuk|diangkat)(?: kembali)? (?:sebagai|menjadi)) "
    r"(?P<role>[A-Z]\w+(?: [A-Z]\w+){1,5})"
)
_NOT_HE_ALONE = re.compile(r"(?: dan| serta|,) $|\b(?:belum|tidak|tak|bukan|batal)\b[^.\n]*$")
_LEAD = 60  # characters


def told_to_be(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield the names that are said to be something, where they stand, and what."""
    for pattern in (_IS, _HE_IS, _MADE, _HOLDS):
        for found in pattern.finditer(text):
            head, *rest = found["role"].lower().split()
            if head not in naming.ROLE_HEADS or is_kinship(head):
                continue
            lead = text[max(0, found.start() - _LEAD) : found.start()]
            if pattern in {_MADE, _HOLDS} and _NOT_HE_ALONE.search(lead):
                continue
            yield found["name"], found.start("name"), " ".join((head, *rest))
