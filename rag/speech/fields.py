"""What an institution or an office is for, where "dan" or "and" joins its fields: one name, or two?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.speech import gazetteer, naming
from rag.speech.capitals import is_capital, is_common_part, is_proper, is_rare
from rag.speech.walk import Walk

MAX_WORDS = 16  # of a phrase
_OFFICE_ONLY = naming.OFFICE_WORDS - naming.ROLE_HEADS
_NAMED_FOR_FIELDS = frozenset("badan kementerian komisi lembaga dinas direktorat pusat balai".split())
_ENGLISH_ENDS = naming.ENGLISH_BODIES | frozenset(
    "minister office board service institute centre center committee directorate administration".split()
)
_FIELDS_OF = frozenset("Badan Kementerian Komisi Dinas Direktorat Menteri Menko Kantor Bidang".split())


class Fields(Walk):
    """The reading of what fields belong to one name."""

    def names_itself(self, words: Sequence[re.Match[str]]) -> bool:
        """Tell "Badan Cuaca dan Iklim memprakirakan", an institution whose name goes on behind the "dan"."""
        if words[0].group().lower() not in _NAMED_FOR_FIELDS or not is_capital(words[0].group()):
            return False
        fields = [w.group() for w in words[1:]] + [self.raw(1) or "x"]
        return len(fields) > 1 and all(is_capital(w) and _is_field(w) for w in fields)

    def joins_english(self, words: Sequence[re.Match[str]]) -> bool:
        """Tell "National Search and Rescue Bureau" from two names."""
        first = words[0].group().lower()
        if first in self.known.people or first in gazetteer.GIVEN:
            return False  # "Jane Roe and Tourism Office head Joe Doe"
        for ahead in range(1, 4):
            if not is_capital(self.raw(ahead) or "x"):
                return False
            if self.word(ahead) in _ENGLISH_ENDS:
                return True
        return False

    def english_fields(self) -> int:
        """Return how many words a list goes on for: "Meteorology, Climatology and Geophysics Agency"."""
        ahead = 1
        while is_capital(self.raw(ahead) or "x") and self.raw(ahead + 1) == ",":
            ahead += 2
        if not (is_capital(self.raw(ahead) or "x") and self.word(ahead + 1) == "and"):
            return 0
        for n in range(ahead + 2, ahead + 5):
            if not is_capital(self.raw(n) or "x"):
                break
            if self.word(n) in naming.ENGLISH_BODIES:
                return n
        return 0

    def last_field(self, words: Sequence[re.Match[str]]) -> int:
        """Return where the list ends of "Badan Meteorologi, Klimatologi, dan Geofisika"; 0 where none is."""
        if not any(w.group() in _FIELDS_OF for w in words[:-1]) or is_proper(words[-1].group().lower()):
            return 0
        for ahead in range(1, MAX_WORDS):
            raw = self.raw(ahead)
            if self.word(ahead) in {"dan", "serta"}:
                return self.n + ahead + 2 if self._may_be_field(self.raw(ahead + 1) or "x") else 0
            if raw != "," and not self._may_be_field(raw or "x"):
                return 0
        return 0

    def _may_be_field(self, word: str) -> bool:
        lower = word.lower()
        other = (naming.INSTITUTIONS, naming.HONORIFICS, naming.ROLE_HEADS, self.known.people)
        return is_capital(word) and not is_proper(lower) and not any(lower in table for table in other)

    def joins_portfolios(self, words: Sequence[re.Match[str]]) -> bool:
        """Say whether "dan" stands within one name, "Badan Standar dan Kurikulum", not between two people:
        "Ketua Budi dan Sekretaris Sari"."""
        last, following = words[-1].group(), self.raw(1)
        if not (following and is_capital(last) and is_capital(following)):
            return False
        if self._shortened_behind(words):
            return True
        before = words[-2].group().lower() if len(words) > 1 else ""
        field = before in _OFFICE_ONLY and last.lower() not in gazetteer.GIVEN
        lower = following.lower()
        if (
            not (field or is_common_part(last))
            or lower in self.known.people
            or lower in naming.ROLE_HEADS
            or lower in naming.HONORIFICS
        ):
            return False
        before_a_name = all(is_capital(self.raw(n) or "x") for n in (2, 3))
        return is_common_part(following) or (before_a_name and lower not in gazetteer.GIVEN)

    def _shortened_behind(self, words: Sequence[re.Match[str]]) -> bool:
        """Tell "Pusat Kajian Demokrasi dan Pemilu (Puskadep)": the bracket makes one name of both fields."""
        ahead = 1
        while is_capital(self.raw(ahead) or "x"):
            ahead += 1
        bracket = re.fullmatch(r"\(([A-Z][A-Za-z]{2,})\)", self.raw(ahead))
        raws = [*(w.group() for w in words), *(self.raw(n) for n in range(1, ahead))]
        return bracket is not None and shortens(bracket[1], raws)


def shortens(letters: str, raws: Sequence[str]) -> bool:
    """Say whether letters stand for an institution among words, "Puskadep" for "Pusat Kajian Demokrasi dan
    Pemilu", and are no nickname."""
    for n, raw in enumerate(raws):
        if raw.lower() in naming.INSTITUTIONS and raw[0] == letters[0]:
            whole = iter("".join(raws[n:]).lower())
            if all(letter in whole for letter in letters.lower()):
                return True
    return False


def _is_field(word: str) -> bool:
    """Tell what an institution is for ("Badan Cuaca dan Iklim") from a name: a common word of other texts."""
    lower = word.lower()
    return is_common_part(word) or not (is_proper(lower) or is_rare(lower))
