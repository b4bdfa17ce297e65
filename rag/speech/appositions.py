"""What stands beside a name between commas: its office, its degrees, what else somebody is called.

An office may come first and the name behind its comma ("Direktur Utama PT X, Budi,"), or the other way
round ("Budi, pedagang di Pasar Y,").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.calendar_names import WEEKDAYS
from rag.spans import DEGREES
from rag.speech import gazetteer, naming
from rag.speech.capitals import JOINERS, PLACE_HEADS, is_capital
from rag.speech.cues import ANNOUNCING
from rag.speech.nameparts import clean_name, is_institution, is_known, role_of
from rag.speech.offices import is_kinship
from rag.speech.phrases import MARKS, NAMES_TOO, Phrases
from rag.speech.segmentation import ENGLISH_TITLES, name_begins

# What stands between a name with its comma and the office.
_BEFORE_OFFICE = frozenset("sebagai seorang salah satu selaku sang si a an the his her their kini".split())
# What somebody is only in this case or accident: an office after the name says more.
_CASTING = frozenset(
    """
    terdakwa tersangka saksi korban terpidana terlapor pelapor warga pria wanita perempuan
    """.split()
)
_CHORUS = naming.GROUPS - naming.ROLE_HEADS
_HALLS = frozenset("masjid gereja pura wihara pesantren pondok paroki museum adat dinas".split())
# What begins a predicate behind a calling.
_PREDICATING = frozenset(
    "tetap dapat bisa harus akan tidak tak belum sudah telah masih perlu wajib boleh".split()
)
# "suami Yusniar": somebody else than the one named.
KIN_OF = frozenset(
    "suami istri anak adik kakak keluarga kerabat tetangga teman rekan sahabat menantu mertua keponakan "
    "sepupu cucu kekasih pacar tunangan ayah ibu ayahanda ibunda orangtua".split()
)
_CALLED = re.compile(
    rf"(?: alias|,? atau(?= {naming.FAMILIAR}[A-Z])|"
    r",? yang (?:akrab|biasa|karib) (?:di)?(?:sapa|panggil)) "
    rf"[\"“'‘]?{naming.FAMILIAR}?(?P<alias>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\b[\"”'’]?(?! [A-Z])"
)
_WHENCE = frozenset({"dari", "di", "asal"})
# Behind an office, what it is for: "Wakil Presiden Huilong untuk pasar internasional, Zhao Minghui,".
_FOR = frozenset({"untuk", "urusan", "bidang"})
_LONGEST_PURPOSE = 5  # words
_BEGINS_ORIGIN = MARKS | _WHENCE | _FOR
# Before an office in English, and a part of it.
QUALIFYING = frozenset(
    "managing executive senior deputy vice associate assistant acting former retired provincial".split()
)
_ENGLISH_LINKS = frozenset({"at", "in", "of", "for", "from", "with", "on"})
_LONGEST_REST = 12  # words
_LONGEST_OWNER = 5
_LONGEST_TITLE = 30  # tokens, of which what is blotted out is one a letter
AGED = re.compile(r"\d{1,3}-year-old")
# "Sopir lain, yang minta dipanggil Bang Togar saja,"
_TO_BE_CALLED = re.compile(
    r"(?: lain)?,? yang (?:hanya )?(?:minta|ingin|mau|memilih) (?:di(?:sapa|panggil|sebut)|disebut namanya)"
    rf"(?: sebagai| dengan nama)? {naming.FAMILIAR}?(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?: saja)?(?=[ ,.])"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase ``[start, end)`` that may speak.

    ``reference`` is ``named``, ``pronoun``, ``description`` or ``anonymous``; ``alias`` what stands in
    brackets after the name; ``sex`` is ``f`` of "she", ``m`` of "he".
    """

    start: int
    end: int
    reference: str
    name: str | None = None
    role: str | None = None
    plural: bool = False
    institution: bool = False
    alias: str | None = None
    clitic: bool = False
    sex: str | None = None


class Appositions(Phrases):
    """The reading of what stands beside an office or a name."""

    def apposition(self, mention: Mention, words: Sequence[re.Match[str]]) -> Mention:
        """Read on after a comma: the name that an office had not yet, or the office of a name."""
        several = False
        while self.raw() == ",":
            titles = naming.MORE_DEGREES if several else DEGREES
            degree = titles.match(self.text, self.stream[self.n].end() + 1)
            titled = self._begins_titled(1)  # "Manajer X, Hj. Siti Y"
            if (
                mention.name
                and degree
                and not titled
                and not self.text[degree.end() : degree.end() + 1].isalpha()
            ):
                end = degree.end()
                while self.n < len(self.stream) and self.stream[self.n].start() < end:
                    self.n += 1
                if self.raw()[:1] == "(" and self.stream[self.n].start() == end:  # "Sp.OG(K)"
                    end = self.stream[self.n].end()
                    self.n += 1
                mention, several = replace(mention, end=end), True
                continue
            break
        if mention.name and (called := _CALLED.match(self.text, mention.end)):
            mention = replace(mention, alias=mention.alias or called["alias"], end=called.end())
            while self.n < len(self.stream) and self.stream[self.n].start() < called.end():
                self.n += 1
        if mention.name is None and mention.role and (asked := _TO_BE_CALLED.match(self.text, mention.end)):
            return replace(mention, reference="named", name=asked["name"], end=asked.end(), plural=False)
        if self.word() in {"bernama", "berinisial"} and is_capital(self.raw(1) or "x"):
            if mention.name:  # "sopir pribadi Bambang bernama Suwarno"
                mention = replace(mention, name=None, role=self.text[mention.start : mention.end])
            return self._name_after(mention, words)
        if self.raw()[:1] == "(":
            mention = replace(mention, end=self.stream[self.n].end())
            self.n += 1
        if (self.raw() == "yang" and mention.name is None) or (self.raw() == "yang" and mention.role):
            self._skip_clause()
        if self._begins_origin() and self._weakly_named(mention, words):
            self._skip_origin()
        if self.raw() != ",":
            return mention
        if mention.name is None:
            if words[0].group().lower() in _CHORUS:
                return mention
            if mention.plural and self.stream[0].group().lower() in naming.INDEFINITE - {"seorang", "salah"}:
                return mention
            return self._name_after(mention, words)
        if mention.role is None and len(words) > 2 and seats(words[1].group().lower()):
            named = self._titled(mention, words)
            if named is not mention:
                return named
        told = (mention.role or "").lower()
        kin = told and is_kinship(told) and self.word(1) in {"a", "an"}
        if mention.role in (None, self.rank) or told in _CASTING or kin:
            return self._office_after(mention) if not mention.institution else mention
        if words[0].group().lower() in naming.ROLE_HEADS:
            return (
                self._name_after(replace(mention, role=None), words, least=2)
                if mention.role != self.rank
                else mention
            )
        return mention

    def _begins_titled(self, ahead: int) -> bool:
        """Tell a title before somebody else's name, "H. Arfan Ilahude" too, from a degree."""
        if self.word(ahead) not in naming.HONORIFICS:
            return False
        return len(self.word(ahead)) > 1 or (self.raw(ahead + 1) == "." and len(self.raw(ahead + 2)) > 2)

    def _weakly_named(self, mention: Mention, words: Sequence[re.Match[str]]) -> bool:
        """Tell an office whose last words only look like a name: "Pemilik Warung Ayam", "Ketua DPRD Kota"."""
        if (
            mention.reference not in {"named", "description"}
            or words[0].group().lower() not in naming.ROLE_HEADS
        ):
            return False
        cut = name_begins(self.known, words)
        return cut is None or not is_known(self.known, words[cut:])

    def _titled(self, mention: Mention, words: Sequence[re.Match[str]]) -> Mention:
        """Take "Ni Luh Sukerti" after "Perbekel Desa Telaga Sari,", whose first word is in no table."""
        first = words[0].group().lower()
        if first in naming.INSTITUTIONS or first in self.known.people or first in gazetteer.GIVEN - NAMES_TOO:
            return mention
        begun = self.n
        named = self._name_after(replace(mention, name=None, role=None), words, least=2)
        if named.name and self.text[named.end : named.end + 1] == ",":
            return named
        self.n = begun
        return mention

    def presented(self, mention: Mention, words: Sequence[re.Match[str]]) -> Mention:
        """Take "Subandi" after "Pembeli setia warung itu," where commas stand on both sides of the name."""
        if self.raw() != ",":
            return mention
        named = self._name_after(mention, words)
        return named if named.name and self.text[named.end : named.end + 1] in {",", "("} else mention

    def _name_after(self, mention: Mention, office: Sequence[re.Match[str]], least: int = 1) -> Mention:
        """Take "Heru Sutadi" after "Direktur Eksekutif ICT Institute,": a name of ``least`` words."""
        begun = self.n
        self.n += 1
        if self.word() in {"yakni", "yaitu", "bernama", "berinisial", "namely"}:
            self.n += 1
        untitled = self.n
        self.skip_honorifics()
        least = 1 if self.n > untitled else least  # "Manajer Cipa, Oma Vero,"
        words: list[re.Match[str]] = []
        if self.may_be_name():
            words, demonstrative = self.words(False, opener=True)
            if demonstrative is not None:
                words = []
        elif office[0].group().lower().removesuffix("nya") in KIN_OF and self.word() in naming.ROLE_HEADS:
            headed, _ = self.words(False)  # "Kekasih Kirana, aktor Reza"
            if cut := name_begins(self.known, headed):
                office, words = headed[:cut], headed[cut:]
        titled = [n for n, w in enumerate(words[:-1], 1) if w.group() in ENGLISH_TITLES]
        if titled:  # "Foreign Minister Jane Roe"
            office, words = words[: titled[-1]], words[titled[-1] :]
        name = clean_name(self.text, words) if words else None
        known = words and words[0].group().lower() in self.known.people
        if (
            not name
            or len(name.split()) > 6
            or (len(words) < least and not known)
            or (mention.name and set(name.split()) & set(mention.name.split()))
        ):
            self.n = begun
            return (
                mention
                if mention.role or not mention.name
                else replace(mention, role=self._role_before(office))
            )
        role = self.text[office[0].start() : office[-1].end()]
        if len(role) > 6:
            role = role.removesuffix("nya")
        placed = gazetteer.PLACES.issuperset(w.group().lower() for w in office)  # "asal Prancis, Jean Roe"
        made = replace(
            mention,
            end=words[-1].end(),
            reference="named",
            name=name,
            plural=False,
            role=None if placed else role,
            alias=self.alias,
            institution=mention.institution and self._may_be_a_body(words),
        )
        return self.apposition(made, words)

    def _may_be_a_body(self, words: Sequence[re.Match[str]]) -> bool:
        """Tell "Libero Pertamina Biru, Sari Dewi,", whose club is one, from "Operator kapal, Laut Biru,"."""
        return is_institution(self.known, words) or not is_known(self.known, words)

    def _role_before(self, office: Sequence[re.Match[str]]) -> str | None:
        cut = name_begins(self.known, office)
        return role_of(self.text, office[:cut]) if cut else None

    def _office_after(self, mention: Mention) -> Mention:
        """Take "pedagang bumbu" after "Ijah Sumiati (51),"."""
        ahead = 1
        if self.word(1).isdigit():  # "Jane Roe, 36, a farmer,", "Aluh, 47 tahun, penjual kue,"
            comma = 3 if self.word(2) == "tahun" else 2
            ahead = comma + 1 if self.raw(comma) == "," else 1
        if self.word(ahead) == "yang" and self.word(ahead + 1) in {"menjabat", "merupakan", "juga"}:
            ahead += 2
        while self.word(ahead) in _BEFORE_OFFICE or AGED.fullmatch(self.word(ahead)):
            ahead += 1
        ahead += self._owning(ahead)
        qualified = self.word(ahead - 1) in {"a", "an"} or AGED.fullmatch(self.word(ahead - 1))
        headed = qualified and any(self.word(ahead + k) in naming.ROLE_HEADS for k in (1, 2))
        lead = ahead + (self.word(ahead) in QUALIFYING)  # "managing director of Lintas Teluk Lines"
        if not headed and self.word(lead) not in naming.ROLE_HEADS:
            return mention
        if (mention.name or "").split()[0].lower() in PLACE_HEADS:
            return mention  # "Di lampu merah Simpang Tiga, seorang penumpang"
        begun = self.n
        self.n += ahead
        words, _ = self.words(True)
        while (
            headed and words and words[-1].group().lower() not in naming.ROLE_HEADS and self.raw().islower()
        ):
            words.append(self.stream[self.n])  # "a Dayak rubber farmer"
            self.n += 1
        cut = name_begins(self.known, words) if words else None
        listed = headed and self.word() == "and" and self.word(1) in {"a", "an"}
        if (
            not words
            or listed
            or (cut is not None and is_known(self.known, words[cut:]) and self.raw() != ",")
        ):
            self.n = begun
            return mention  # the next person of a list
        if self.word() in _PREDICATING:  # "Menurut Dwi, pembatik tetap dapat menggugat."
            self.n = begun
            return mention
        if more := self._english_rest():
            words = [*words, *more]
        return replace(mention, end=words[-1].end(), role=self.text[words[0].start() : words[-1].end()])

    def _owning(self, ahead: int) -> int:
        """Return how many words name whose office it is: "the Health Ministry's director"."""
        for behind in range(ahead, ahead + _LONGEST_OWNER):
            raw = self.raw(behind)
            if raw.endswith(("'s", "’s")):
                return behind + 1 - ahead
            if not raw[:1].isalpha():
                break
        return 0

    def _english_rest(self) -> Sequence[re.Match[str]]:
        """Read "at the provincial forestry agency" behind "a director", up to the comma or the full stop."""
        if self.word() not in _ENGLISH_LINKS:
            return ()
        for ahead in range(1, _LONGEST_REST):
            raw = self.raw(ahead)
            if raw in {",", ".", "who", "whose"} or not raw:
                begun, self.n = self.n, self.n + ahead
                return self.stream[begun : self.n]
            if not (raw[0].isalnum() or raw[0] == "(") or raw in ANNOUNCING:
                break
        return ()

    def _begins_origin(self) -> bool:
        """Tell whether a shop's name in marks, whence somebody comes or what for may stand here."""
        return self.word() in _BEGINS_ORIGIN

    def _skip_origin(self) -> None:
        """Pass over the name of a shop in marks, over "dari Partai Rakyat", "di Rawabening", and over what an
        office is for, where a name in commas follows."""
        ahead = 0
        if self.raw() in MARKS:
            ahead = next((n + 1 for n in range(1, _LONGEST_TITLE) if self.raw(n) in MARKS), 0)
        if self.word(ahead) in _WHENCE and is_capital(self.raw(ahead + 1) or "x"):
            ahead += 2
            while is_capital(self.raw(ahead) or "x") or self.word(ahead) in JOINERS:
                ahead += 1
        if self.word(ahead) in _FOR:
            begun = ahead
            while self.raw(ahead).islower() and ahead - begun <= _LONGEST_PURPOSE:
                ahead += 1
        following = self.raw(ahead + 1)
        named = is_capital(following or "x") or following.lower() in naming.HONORIFICS
        if ahead and self.raw(ahead) == "," and named and following.lower() not in naming.OPENERS:
            self.n += ahead

    def _skip_clause(self) -> None:
        """Pass over "yang juga adik kandungnya" where a name in commas follows."""
        for ahead in range(1, 10):
            if self.raw(ahead) == ",":
                if (
                    is_capital(self.raw(ahead + 1) or "x")
                    and self.word(ahead + 1) not in WEEKDAYS.keys() | naming.OPENERS
                ):
                    self.n += ahead
                return
            if not self.raw(ahead)[:1].isalnum():
                return


def seats(word: str) -> bool:
    """Tell what an office is of, right behind the office: "Desa", "Lembaga", "Masjid"."""
    return word in PLACE_HEADS or word in naming.INSTITUTIONS or word in _HALLS
