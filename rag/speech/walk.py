"""A walk over the words of a text, and what it passes over before a name: articles, titles, ranks."""

from __future__ import annotations

from rag.speech import naming
from rag.speech.capitals import Known, Stream, is_capital
from rag.speech.nameparts import KOREAN

# Titles of two words, by the first, which alone may be part of a name: "Raden Mas", "Tuan Guru".
_TITLE_GOES_ON = {
    "raden": frozenset("mas ajeng ayu roro panji tumenggung".split()),
    "tuan": frozenset({"guru"}),
    "ida": naming.HONORIFICS,
}
# After these a comma leads on to the name, after a number it does not: "lima lewat sepuluh, Kang Ujang".
_ONE_OF = frozenset("antaranya seorang orang satunya".split())


class Walk:
    """The words from one place on, and how far they have been read (``n``).

    ``rank``, ``alias`` and ``shortened`` (how many words stand before "(CVE)", which ends what it is short
    for) are what was passed over within the phrase.
    """

    def __init__(self, text: str, stream: Stream, known: Known) -> None:
        self.text = text
        self.stream = stream.matches
        self.raws = stream.raws
        self.lowers = stream.lowers
        self.known = known
        self.n = 0
        self._looked_past = False
        self.rank: str | None = None
        self.alias: str | None = None
        self.shortened = 0

    def word(self, ahead: int = 0) -> str:
        try:
            return self.lowers[self.n + ahead]
        except IndexError:
            self._looked_past = True
            return ""

    def raw(self, ahead: int = 0) -> str:
        try:
            return self.raws[self.n + ahead]
        except IndexError:
            self._looked_past = True
            return ""

    @property
    def at_end(self) -> bool:
        """Tell whether more words than there are would have been looked at."""
        return self._looked_past or self.n >= len(self.stream)

    def skip_indefinite(self) -> bool:
        begun = self.n
        while self.word() in naming.INDEFINITE or (
            self.n > begun and self.word() in {"orang", "di", "antaranya"}
        ):
            if self.word() == "orang" and self.n == begun:
                break
            self.n += 1
        if self.n == begun and self.word() in {"a", "an"} and self.raw(1)[:1].islower():
            self.n += 1
        if self.n == begun and self.word().isdigit():
            if not self.raw(1)[:1].islower():
                return False
            self.n += 1
        if self.n > begun and self.word() == "," and self.word(-1) in _ONE_OF:
            self.n += 1  # "salah seorang di antaranya, Sukirah (56)"
        return self.n > begun

    def _skip_title_of_two_words(self) -> bool:
        two = self.word(1) in _TITLE_GOES_ON.get(self.word(), ()) and is_capital(self.raw(2) or "x")
        self.n += 2 if two else 0
        return two

    def _begins_a_body(self) -> bool:
        """Tell "Bunda Sagara Hospital", which has the title in its name."""
        ahead = 1
        while is_capital(self.raw(ahead) or "x"):
            ahead += 1
        return ahead > 2 and self.word(ahead - 1) in naming.ENGLISH_HOUSES

    def skip_honorifics(self) -> None:
        while True:
            if self._skip_title_of_two_words():
                continue
            if self.word() not in naming.HONORIFICS or self.raw() in naming.LEARNED_NAMES:
                return
            step = 2 if self.raw(1) == "." else 1
            if step == 1 and self._begins_a_body():
                return
            following = self.raw(step)
            if following[:1] == "(":
                step += 1
                following = self.raw(step)
            if self.word() == "pendeta" and following in {"Gereja", "Jemaat"}:
                return  # there the title is the office
            if self.raw() == "R" and step == 2 and not is_capital(self.raw(3) or "x"):
                return  # "R. Siregar": an initial, where "R. Suryo Kusumo" is a nobleman
            if KOREAN.fullmatch(following):
                return  # "Kang Ji-hoon"
            if (
                not following
                or not (is_capital(following) or following.lower() in naming.HONORIFICS)
                or (len(self.raw()) == 1 and step == 1 and self.raw().islower())
            ):
                return
            if self.word() in naming.RANKS:
                self.rank = self.raw() if self.rank is None else self.rank
            self.n += step
            corps = 2 if self.raw(1)[:1] == "(" else 1  # "Letkol Laut (P) Marthen Rumbiak"
            if self.word() in naming.BRANCHES and is_capital(self.raw(corps) or "x"):
                self.n += corps  # "Kolonel Laut Piter Songgonau"
