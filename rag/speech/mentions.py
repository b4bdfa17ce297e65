"""Who is meant by the words at a place: a name with its office, a pronoun, a description, a group.

``mention_at`` reads one noun phrase from a given position. Where an office runs into a name without
a comma ("Ketua Fraksi Sumber Rakyat Ningsih Paramadita"), what the rest of the article says about the
words decides where the name begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.calendar_names import MONTHS, WEEKDAYS
from rag.spans import DEGREES
from rag.speech import gazetteer, naming
from rag.speech.appositions import AGED, KIN_OF, QUALIFYING, Appositions, Mention, seats
from rag.speech.bodies import capitals_begin, small_body
from rag.speech.capitals import OWNERS, Known, Stream, is_capital, is_common, is_common_part, is_explained
from rag.speech.nameparts import clean_name, is_english_body, is_institution, is_known, role_of
from rag.speech.phrases import NAMES_TOO
from rag.speech.segmentation import ENGLISH_TITLES, name_begins

_MAX_TOKENS = 45
# Most phrases end sooner: the others are read again with all of their words.
_FEW_TOKENS = 12
_MAX_CHARACTERS = 500
# Said of an institution, and no part of its name.
_TEXTS = frozenset(
    """
    laman situs media portal harian koran majalah akun catatan tulisan laporan data survei riset
    """.split()
)
_KINDS = frozenset(
    """
    maskapai laman situs media portal harian koran majalah platform aplikasi akun catatan tulisan laporan
    data survei riset hasil perusahaan pihak stasiun televisi raksasa
    """.split()
)
# "Pelantun 'Pulang' itu": the title is blotted out.
_OF_A_WORK = re.compile(r"\s*[\"'“”‘’«»]0_*[.,!?…]?[\"'“”‘’«»](?:\s+\d{4})?\s+(?:itu|tersebut|ini)\b")
_TRAILING_DEGREES = re.compile(rf"(?: (?:{DEGREES.pattern}))+$")
# Words in lower case before whose kin, or whose lawyer, somebody is: "ibu Vina, Sukaesih, mengaku".
_OF_SOMEBODY = re.compile(
    r"(?:mantan |calon )?"
    r"(?:[Pp]utr[ai](?: (?:sulung|bungsu|tunggal|pertama|kedua|ketiga))?|"
    r"ibu|bapak|paman|bibi|nenek|kakek|tante|om|mama|papa|sepupu|kekasih|suami|(?P<parent>Ibu|Bapak|Ayah)|"
    r"[Ii]stri|[Gg]uru|pengacara|kuasa hukum|sopir|ajudan|juru bicara|manajer|staf|asisten|"
    r"kolega|relawan|promotor|pendukung|murid) "
    rf"(?P<of>(?:[A-Z][\w'’-]+ ){{0,2}}[A-Z][\w'’-]+), (?P<title>{naming.FAMILIAR})?"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})(?(parent)(?=, (?!dan\b)[a-z])|(?=[.,]| \())"
)
# "Tetangga Mbah Jenggot", "keluarga mendiang Yeni Marlina": somebody else than who is named. (Not "cucu Mak
# Onah", of whom "neneknya" goes on to tell.)
_KIN_OF_TITLED = re.compile(
    rf"(?i:{'|'.join(sorted(KIN_OF - {'cucu'}))})"
    r"(?: (?:sulung|bungsu|pertama|kedua|ketiga|tunggal|angkat|tiri|dekat))? "
    rf"(?:(?:mendiang|almarhum|almarhumah) {naming.FAMILIAR}?|{naming.FAMILIAR})"
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}\b(?!, [A-Z]| [A-Z])"
)
# "Sumber di internal klub itu": of the club, and not the club.
_SOURCE_WITHIN = re.compile(
    r"[Ss]umber(?: \w+)? (?:di|dari|dalam)(?: (?!me[nm])\w+){1,5}? (?:itu|tersebut|ini)\b"
)
# "Tunggal putra 21 tahun itu", "mama dua anak itu"
_AGED_SOMEBODY = re.compile(
    r"(?P<role>[A-Za-z][a-z]+(?: [a-z]+){0,3} \d{1,3} tahun|[A-Za-z]\w+ (?:se|\w+ )(?:orang )?(?:anak|cucu)) "
    r"(?:itu|tersebut)\b"
)
_TIME_ZONE = re.compile(r"wi(?:b|ta|t)\b", re.IGNORECASE)
_SOURCE_OF = frozenset("di dari dalam internal yang".split())
_ENGLISH_COUNTS = frozenset("a an several some two three four five six".split())
_TEAMS = frozenset("tim manajemen panitia keluarga kelompok gabungan".split())
_HEADING = naming.ROLE_HEADS | ENGLISH_TITLES
# "Hamzah's wife, Ibu Salma", "the mayor's deputy": somebody else than whose that is.
OWNED = re.compile(
    r"(?:[Tt]he )?(?:[\w.-]+ ){0,4}?(?P<whose>[\w.-]+)['’]s "
    r"(?P<role>(?:[a-z]+-?[a-z]* ){0,3}?(?P<head>[a-z]+(?:-[a-z]+)*)(?: of [\w -]{2,40}(?=, [A-Z]))?)"
    r"(?P<behind>, (?=[A-Z])| (?=[A-Z])|(?=[,.]| (?:[a-z]+ly )?(?:said|says|told)\b))"
)
# "Said her sister, Theresia Nesiwan": who is named, and not whose she is.
_THEIR = re.compile(
    r"(?:[Hh]er|[Hh]is|[Tt]heir) (?P<role>(?:[a-z]+-?[a-z]* ){0,2}(?P<head>[a-z]+)),? (?=[A-Z])"
)
# What has a name of its own behind it: "kelompok suporter Palungan Fanatik", "operator wisata Blue Narwastu".
_BODIES = frozenset(
    """
    perusahaan produsen
    kelompok komunitas operator grup sanggar paguyuban koalisi aliansi organisasi penyedia perkumpulan
    """.split()
)


def mention_at(text: str, pos: int, limit: int, known: Known) -> Mention | None:
    """Read the noun phrase that begins at ``pos``; None where none does."""
    if _TIME_ZONE.match(text, pos) and text[max(0, pos - 2) : pos - 1].isdigit():  # "19.00 Wita, nakhoda"
        return None
    limit = min(limit, pos + _MAX_CHARACTERS)
    line = text.find("\n", pos, limit)
    limit = limit if line < 0 else line
    if body := small_body(text, pos, limit, known):
        return body
    mention, at_end = _read(text, known.stream.between(text, pos, limit, _FEW_TOKENS), known)
    return _read(text, known.stream.between(text, pos, limit, _MAX_TOKENS), known)[0] if at_end else mention


def _read(text: str, stream: Stream, known: Known) -> tuple[Mention | None, bool]:
    """Read the noun phrase that a few words begin with; tell whether it may go on behind them.

    What was read of an article is remembered: whoever is named is read for the cast and for the sentences.
    """
    if not len(stream):
        return None, False
    own = text is known.stream.text
    key = stream.starts[0], stream.matches[-1].span()
    held: tuple[Mention | None, bool] | None = known.phrases.get(key) if own else None
    if held is not None:
        return held
    reader = _Reader(text, stream, known)
    mention = reader.read()
    read = mention, len(stream) == _FEW_TOKENS and reader.at_end
    if own:
        known.phrases[key] = read
    return read


def owned(text: str, found: re.Match[str], limit: int, known: Known) -> Mention:
    """Return whom ``OWNED`` tells of: by name where one stands behind, else by what they are."""
    start = found.start()
    named = mention_at(text, found.end(), limit, known) if found["behind"] else None
    if named is not None and named.name and not named.institution:
        return replace(named, start=start, role=named.role or found["role"])
    whose = found["whose"]  # of whose kin or aides is told here: never whoever that is
    reference = "anonymous" if is_capital(whose) or whose in naming.ROLE_HEADS else "description"
    return Mention(start, found.end("role"), reference, role=found["role"])


class _Reader(Appositions):
    """One reading of a noun phrase as somebody who may speak."""

    def read(self) -> Mention | None:
        if not self.stream:
            return None
        start = self.stream[0].start()
        first, second = self.lowers[0], self.word(1)
        if (first, second) == ("seorang", "diri") or (first == "perdana" and second != "menteri"):
            return None  # "bekerja seorang diri": alone; "kiriman perdana Siti"
        if simple := self._pronoun(start):
            return simple
        if of_whom := self._next_of_kin(start):
            return of_whom
        if theirs := self._owned(start):
            return theirs
        if first in KIN_OF and (kin_of := _KIN_OF_TITLED.match(self.text, start, self.stream[-1].end())):
            return Mention(start, kin_of.end(), "description", role=kin_of.group())
        indefinite = self.skip_indefinite()
        word = self.word()
        kin = word in {"pihak", "kubu", "sang", "si"} or (word == "the" and self._heads_an_office(1))
        if kin:
            self.n += 1
        if self.word() in _KINDS and self.word(1) in {"berita", "televisi", "media", "sosial", "resmi"}:
            self.n += 1
        if self.word() in _KINDS and is_capital(self.raw(1) or "x") and self.word(1) not in naming.OPENERS:
            branded = any(c.isupper() for c in self.raw(1)[1:]) or self.raw(1)[0] in "@" or "." in self.raw(1)
            if self.word() in _TEXTS or self.word() == "maskapai" or self.raw()[0].islower() or branded:
                self.n += 1
        if self.word().endswith("nya") and is_capital(self.raw()) and is_capital(self.raw(1) or "x"):
            self.n += 1  # "Namanya Linda Kurniasari"
        if self._presents_an_office():
            self.n += 2
        self.skip_honorifics()
        words, demonstrative = self.words(indefinite or kin)
        if (
            indefinite
            and words
            and "seorang" not in self.lowers[:2]
            and words[0].group()[0].islower()
            and not any(
                _is_person_noun(w.group().lower())
                for w in (words if self.lowers[0] in _ENGLISH_COUNTS else words[:1])
            )
        ):
            return None
        if not words:
            return (
                Mention(start, self.stream[self.n - 1].end(), "anonymous", plural=True)
                if indefinite and self.n and "," not in {self.raw(-1), self.raw()}  # "di bab dua, mengaku"
                else None
            )
        end = words[-1].end()
        source = _SOURCE_WITHIN.match(self.text, start)
        if source is not None or (words[0].group().lower() == "sumber" and self.word() in _SOURCE_OF):
            end = source.end() if source else end
            return Mention(start, end, "anonymous", role=words[0].group(), plural=True)
        if titled := _OF_A_WORK.match(self.text, end):
            return self._described(start, titled.end(), words, self.text[words[0].start() : end])
        if demonstrative is None and not indefinite:  # "seorang pejabat yang mengetahui rapat itu"
            demonstrative = self.long_description(words)
        if demonstrative is not None and indefinite and self.lowers[0] in {"seorang", "salah"}:
            role = self.text[words[0].start() : words[-1].end()]  # "seorang bekas mandor perusahaan itu"
            return Mention(start, demonstrative, "anonymous", role=role, plural=True)
        if demonstrative is not None:
            described = self._described(start, demonstrative, words)
            return self.presented(described, words) if described else None
        mention = self._named(start, end, words, indefinite)
        if mention is None:
            return None
        return self.apposition(mention, words)

    def _next_of_kin(self, start: int) -> Mention | None:
        """Read "ibu Vina, Sukaesih": who is named behind the comma, and not whose kin."""
        found = _OF_SOMEBODY.match(self.text, start, self.stream[-1].end())
        first = found["name"].split()[0].lower() if found else ""
        if found is None or first in naming.OPENERS | WEEKDAYS.keys() | MONTHS.keys():
            return None
        if is_explained(first.capitalize()) and first not in self.known.people:
            return None  # "ibu Sukaesih, Ketua RT 05", "ibu Vina, Jakarta"
        whose = found["of"].split()[-1].lower()
        if found.group()[0].isupper() and whose not in self.known.people and not found["title"]:
            return None  # "Putri Ayu, Sari, dan Dewi datang."
        name = _TRAILING_DEGREES.sub("", found["name"])
        return Mention(start, found.end(), "named", name, self.text[start : found.end("of")])

    def _owned(self, start: int) -> Mention | None:
        """Read "Hamzah's wife, Ibu Salma", and "Hamzah's wife" as a description."""
        limit = self.stream[-1].end()
        ahead = self.text[start : limit + 1]
        if self.lowers[0] not in {"her", "his", "their"} and "'s " not in ahead and "’s " not in ahead:
            return None
        if (their := _THEIR.match(self.text, start, limit)) and their["head"] in naming.ROLE_HEADS:
            named = mention_at(self.text, their.end(), limit, self.known)
            if named is not None and named.name and not named.institution:
                return replace(named, start=start, role=named.role or their["role"])
        found = OWNED.match(self.text, start, limit + 1)
        if found is None or found["head"] not in naming.ROLE_HEADS:
            return None
        return owned(self.text, found, limit, self.known)

    def _heads_an_office(self, ahead: int) -> bool:
        """Tell "official" and "former admiral", in lower case, from what is no person."""
        if self.word(ahead) in QUALIFYING:  # "the former police officer"
            ahead += 1 + (self.raw(ahead + 1).islower() and self.word(ahead + 2) in naming.ROLE_HEADS)
        ahead += is_capital(self.raw(ahead) or "x") and self.raw(ahead + 1).islower()  # "the French editor"
        return self.raw(ahead).islower() and self.word(ahead) in naming.ROLE_HEADS

    def _presents_an_office(self) -> bool:
        """Tell "Pemrakarsanya, anggota Komisi C Murniati", where the first word is no name."""
        presents = self.word().endswith("nya") and is_capital(self.raw()) and self.raw(1) == ","
        return presents and self.raw(2).islower() and self.word(2) in naming.ROLE_HEADS

    def _pronoun(self, start: int) -> Mention | None:
        word = self.word()
        end = self.stream[0].end()
        if word in naming.PRONOUNS:
            return Mention(start, end, "pronoun", sex={"she": "f", "he": "m"}.get(word))
        if word in naming.PLURALS and self.raw() != "IT":
            return Mention(start, end, "pronoun", plural=True, clitic=word == "it")
        if word == "yang" and self.word(1) == "bersangkutan":
            return Mention(start, self.stream[1].end(), "pronoun")
        if word == "the" and AGED.fullmatch(self.word(1)):  # "the 61-year-old said"
            return Mention(start, self.stream[1].end(), "description", role=self.raw(1))
        if word == "the" and self.raw(1) in naming.ENGLISH_HOUSES and not is_capital(self.raw(2) or "x"):
            return Mention(start, self.stream[1].end(), "description", role=self.raw(1), institution=True)
        if aged := _AGED_SOMEBODY.match(self.text, start):
            return Mention(start, aged.end(), "description", role=aged["role"])
        following = self.raw(1) or "x"
        headed = is_capital(following) or following in naming.ROLE_HEADS  # "Police Commissioner Jane Roe"
        if naming.is_english_people(word) and not headed:
            return Mention(start, end, "anonymous", role=word, plural=True)
        if word in naming.HONORIFICS and self.raw().islower() and self.word(1) in naming.DEMONSTRATIVES:
            return Mention(start, self.stream[1].end(), "description", role=word)  # "ucap pendeta itu"
        if word == "one" and self.word(1) == "of" and self.word(2) == "them":
            return Mention(start, self.stream[2].end(), "anonymous", plural=True)
        if self.raw() == "One" and self.raw(1) == ",":  # "One, a fishmonger, complained"
            return Mention(start, end, "anonymous", plural=True)
        if word == "pihaknya":
            return Mention(start, end, "pronoun")
        return None

    def _described(
        self, start: int, end: int, words: list[re.Match[str]], told: str | None = None
    ) -> Mention | None:
        head = words[0].group().lower()
        if head not in naming.ROLE_HEADS and head not in naming.GROUPS and head not in naming.INSTITUTIONS:
            return None
        stop = max(words[-1].end(), self.text.rfind(" ", start, end))
        role = told or self.text[words[0].start() : stop].strip()
        institution = head in naming.INSTITUTIONS or head in {
            "perusahaan", "perseroan", "media", "lembaga", "organisasi", "serikat",
        }  # fmt: skip
        return Mention(start, end, "description", role=role, institution=institution)

    def _named(self, start: int, end: int, words: list[re.Match[str]], indefinite: bool) -> Mention | None:
        first = words[0].group()
        lower = first.lower()
        in_office = not is_capital(first) or (
            lower in naming.ROLE_HEADS
            and not (len(words) == 1 and lower in self.known.surnames)
            and not (
                lower in NAMES_TOO
                and len(words) > 1
                and is_capital(words[1].group())
                and not is_explained(words[1].group())
                and not (lower == "hakim" and is_common_part(words[1].group()))
            )
        )
        in_office = in_office or self._hidden_office(words)
        in_office = in_office or (lower in _BODIES and len(words) > 2 and words[1].group().islower())
        balinese = first == "Anak" and len(words) > 1 and words[1].group() == "Agung"
        calling = lower in naming.ROLE_HEADS and len(words) > 1 and words[1].group().islower()
        in_office = in_office and not balinese and (calling or not is_english_body(words))
        if lower in _TEAMS and len(words) > 1 and all(w.group().islower() for w in words[1:]):
            return Mention(start, end, "anonymous", role=self.text[start:end], plural=True)
        if self.lowers[0] == "the" and words[-1].group() in naming.ROLE_HEADS:  # "the French editor"
            return Mention(start, end, "description", role=self.text[words[0].start() : end])
        if len(words) == 1 and lower in naming.HOUSES:
            return Mention(start, end, "anonymous", role=first, plural=True)
        if not in_office and not indefinite:
            second = words[1].group().lower() if len(words) > 2 else ""
            if second in OWNERS and lower not in naming.INSTITUTIONS | naming.HONORIFICS | _BODIES:
                return None  # "Kompor Mbak Yuyun"
            if second in naming.ROLE_HEADS and words[1].group().islower() and is_common(lower):
                return None  # "Kiriman perdana Siti"
            name = clean_name(self.text, words)
            if not name:
                return None
            return Mention(
                start,
                end,
                "named",
                name,
                self.rank,
                institution=is_institution(self.known, words),
                alias=self.alias,
            )
        if (
            lower in _BODIES
            and (begins := capitals_begin(words))
            and not is_known(self.known, words[begins:])
        ):
            name, told = clean_name(self.text, words[begins:]), role_of(self.text, words[:begins])
            return Mention(start, end, "named", name, told, institution=True, alias=self.alias)
        # "analyst Ann Dell of the Institute"
        of = next((n for n, w in enumerate(words) if w.group() == "of"), 0)
        cut = None if lower == "sumber" else name_begins(self.known, words)
        if cut is None and of:
            cut = name_begins(self.known, words[:of])
        tail = words[self.shortened :] if self.shortened else []
        if tail and (cut or 0) < self.shortened and not any(is_explained(w.group()) for w in tail):
            cut = self.shortened
        if cut is not None and indefinite and self.stream[0].group().lower() not in {"seorang", "salah"}:
            cut = None
        if cut is not None and indefinite and not is_known(self.known, words[cut:]):
            cut = None
        if cut is None or (lower in KIN_OF and self._is_of_kin(words[:cut], words[cut])):
            role = self.text[words[0].start() : end]
            if indefinite or lower in naming.GROUPS:
                return Mention(start, end, "anonymous", role=role, plural=True)
            return Mention(start, end, "description", role=role)
        name = clean_name(self.text, words[cut:])
        if not name:
            return None
        told = role_of(self.text, words[:cut]) or self.rank
        return Mention(start, end, "named", name, told, alias=self.alias)

    def _is_of_kin(self, words: Sequence[re.Match[str]], name: re.Match[str]) -> bool:
        """Tell "sahabat dekat Kirana", somebody else, from "ibu korban Yuzri", who speaks elsewhere."""
        own = len(words) > 1 and words[-1].group() in naming.ROLE_HEADS
        return all(w.group().islower() for w in words[1:]) and not (
            own and name.group().lower() in self.known.people
        )

    def _hidden_office(self, words: Sequence[re.Match[str]]) -> bool:
        """Tell "Managing Director Nusabay Ventures Kelvin Tan": the office's first word is in no table."""
        if len(words) < 4:
            return False
        if any(w.group() in _HEADING for w in words[1:-1]):
            return True  # "Coastal Affairs Agency head Jane Roe"
        first = words[0].group().lower()
        if first == "hubungan" and words[1].group().lower() == "masyarakat":
            return True
        if first in naming.INSTITUTIONS or first in self.known.people or first in gazetteer.GIVEN:
            return False
        if seats(words[1].group().lower()) and (cut := name_begins(self.known, words)):
            return is_known(self.known, words[cut:])  # "Perbekel Desa Telaga Sari Ni Luh Sukerti"
        return any(
            w in naming.ROLE_HEADS and w not in NAMES_TOO for w in (m.group().lower() for m in words[1:3])
        )


def _is_person_noun(word: str) -> bool:
    # "two village officials"
    heads = word in naming.ROLE_HEADS or word.removesuffix("s") in naming.ROLE_HEADS
    return heads or word in naming.GROUPS or word in {"yang", "lain", "lainnya", "people"}
