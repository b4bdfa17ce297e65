"""Sources within sources: the outlet that an article took somebody's words from."""

from __future__ import annotations

import re

from rag.calendar_names import MONTHS, WEEKDAYS
from rag.speech import naming
from rag.speech.cast import Person
from rag.speech.subjects import Attribution

_VIA = re.compile(
    r"\b(?=[SsDdMmlvk])(?:(?:[Ss]eperti |[Ss]ebagaimana )?"
    r"(?:[Dd]ikutip|[Dd]ilansir|diberitakan|dilaporkan)(?: dari| oleh)?|"
    r"[Mm]engutip|[Mm]elansir|"
    r"laporan|via laporan|kepada)\s+(?:laman |media |situs |kantor berita |harian |majalah |"
    r"stasiun televisi )*(?P<who>(?:[A-Z@][\w.&-]*|[a-z]+\.(?:com|id|co\.id))(?: [A-Z][\w.&-]*)*|"
    r"(?:media|harian|koran|laman|majalah|televisi) (?:itu|tersebut))"
)
_QUOTED_FROM = re.compile(r"\b(?:dikutip|dilansir)\b")
_NEAR = 1500
_REACH = 600

# "Kabar Melati menghubungi salah satu petani, Sukirman."
_ASKS = (
    r"(?= (?:(?:sempat|sudah|telah|juga|masih|lalu|kemudian|has|had|also) )?(?:menghubungi|menemui|"
    r"mewawancarai|menyambangi|mendatangi|menjumpai|meminta|menanya\w+|mengonfirmasi|mencoba|berupaya|berusaha|contacted|"
    r"reached|asked|met|visited|spoke)\b)"
)


def as_reporter(text: str, outlet: str | None) -> str:
    """Return a text of the same length in which the ``outlet`` that publishes it is no name where it asks
    somebody: the words behind are not its own."""
    name = re.escape(outlet or "")
    return re.sub(rf"\b{name}\b{_ASKS}", lambda found: found.group().lower(), text) if name else text


class Secondhand:
    """The outlets that an article names as its sources, as the reading goes on."""

    def __init__(self, masked: str, own: str | None) -> None:
        self.masked = masked
        self.own = own
        self.via: tuple[str, int] | None = None

    def note(self, start: int, end: int) -> None:
        """Keep in mind an outlet that a sentence draws on."""
        for found in _VIA.finditer(self.masked, start, end):
            if self._is_outlet(found["who"], found.group()):
                self.via = (found["who"].rstrip("."), start)

    def _is_outlet(self, name: str, phrase: str) -> bool:
        if " itu" in name or " tersebut" in name:
            return False
        if name.lower() in WEEKDAYS.keys() | MONTHS.keys():
            return False
        own = self.own
        if own is not None and own.casefold() in {name.casefold(), name.casefold().removesuffix(".com")}:
            return False
        return not phrase.lower().startswith("kepada") or name.lower() in naming.MEDIA or self._heard(name)

    def _heard(self, name: str) -> bool:
        return self.via is not None and self.via[0] == name

    def source(
        self, found: Attribution, person: Person | None, end: int, start: int | None = None
    ) -> str | None:
        """Return the outlet that a speaker's words were taken from; it may stand from ``start`` on."""
        end = min(end, found.start + _REACH)
        begin = found.start if start is None else max(start, found.start - _REACH)
        for match in _VIA.finditer(self.masked, begin, end):
            name, phrase = match["who"].rstrip("."), match.group()
            if person is not None and person.name == name:
                continue
            if " itu" in name or " tersebut" in name:
                return self.via[0] if self.via else None
            if self._is_outlet(name, phrase) or (
                person is None
                and phrase.startswith("kepada")
                and name[0].isupper()
                and self._is_outlet(name, "")
            ):
                return name
        near = self.via is not None and found.start - self.via[1] < _NEAR
        anonymous = found.mention is not None and found.mention.reference == "anonymous"
        if (
            near
            and self.via
            and (
                _QUOTED_FROM.search(self.masked, found.start, end)
                or (anonymous and "sumber" in self.masked[found.start : end])
            )
        ):
            return self.via[0]
        return None
