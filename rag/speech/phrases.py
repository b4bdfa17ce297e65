"""The words of one noun phrase: what belongs to it, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.calendar_names import MONTHS, WEEKDAYS
from rag.sentences import LETTERED
from rag.speech import gazetteer, naming
from rag.speech.capitals import (
    IN_OFFICE,
    JOINERS,
    VERBISH,
    is_acronym,
    is_capital,
    is_explained,
)
from rag.speech.cues import ANNOUNCING, SAYING
from rag.speech.fields import MAX_WORDS, Fields, shortens

MARKS = frozenset("\"'“”‘’«»")
# Lower-case words that end a noun phrase.
_STOPS = frozenset(
    """
    saat ketika kepada di pada usai seusai setelah sesudah sebelum sambil seraya dengan melalui
    lewat seperti sebagaimana dikutip dilansir soal terkait mengenai sembari lagi pula juga kemudian yang
    ke dari oleh karena agar supaya bahwa jika kalau bila namun tetapi tapi sementara sedangkan akan telah
    sudah masih sedang pernah sempat tidak tak belum bukan hingga sampai sejak selama tentang terhadap atas
    adalah ialah merupakan pun langsung hanya lalu lantas justru malah bahkan kembali turut ikut sendiri
    menurut ujar kata ucap tutur via per guna demi tanpa meski meskipun walau when while during in on at to
    tetap dapat harus perlu wajib boleh punya datang maju muncul pulang keluar tiba bangkit duduk pergi lari
    semula who that is was were has had have and as after before dalam untuk usainya singkat serta secara
    """.split()
)
# Parts of an office only right after another part of one, or before "negeri".
_LOOSE_IN_OFFICE = frozenset("dan and the for of dalam luar besar tetap sementara umum tim harian".split())
_OFFICE_PLACE = frozenset(
    """
    desa kecamatan dusun kampung kelurahan kementerian kota kabupaten provinsi rw rt badan
    """.split()
)
# Heads of roles that are first names too.
NAMES_TOO = frozenset(
    """
    umi imam raja putri ratu sultan hakim guru wali murid bintang gadis pangeran dalang
    """.split()
)
# Parts of an office only with the word after them.
_PAIRED = {"dalam": "negeri", "lalu": "lintas"}
_TERM = re.compile(r"periode \d{4}\s?[-–—/]\s?\d{2,4}")
# What goes on within an office behind a name in it.
_ON_IN_OFFICE = frozenset("bernama bidang urusan nomor asal kelahiran setempat nonaktif terpilih".split())
_BODIES = frozenset("organisasi perusahaan perseroan lembaga yayasan klub serikat maskapai".split())
_OF_BODIES = re.compile(r"ber(?:juluk|basis|markas|anggotakan|pusat|lambang|asal)")
_EMPLOYING = naming.ENGLISH_BODIES | frozenset(
    "police court hospital university company office group bank".split()
)
# "guru mengaji", "pelatih menembak"
_TEACHING = frozenset("guru pelatih instruktur pengajar tutor".split())
_TAUGHT = frozenset(
    "mengaji menari menyanyi bernyanyi melukis menggambar menjahit mengemudi menyelam memanah menembak "
    "membatik berenang berkuda merajut menenun mengetik membaca menulis".split()
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_LONGEST_KIND = 20  # letters of "blok", of which there is a C
# Before a place that is no name of hers: "perempuan asal Wonogiri yang …".
_FROM_WHERE = frozenset("asal dari kelahiran di".split())
# What leads from "perempuan" on to "itu".
_SURELY_DESCRIBING = frozenset("kelahiran berusia berambut".split())  # also behind a name
_DESCRIBING = frozenset("yang dengan di dari kelahiran berusia berambut asal".split())


class Phrases(Fields):
    """The reading of one noun phrase, word by word."""

    def words(self, lower_begins: bool, *, opener: bool = False) -> tuple[list[re.Match[str]], int | None]:
        """Collect the words of the phrase; also where "itu" ends it, if it does."""
        words: list[re.Match[str]] = []
        office = lower_begins
        while self.n < len(self.stream) and len(words) < MAX_WORDS:
            match, raw, word = self.stream[self.n], self.raws[self.n], self.lowers[self.n]
            if raw[0] == "(":
                if not words:
                    break
                self._bracket(raw, words)
            elif raw == ".":
                if not (words and self._abbreviates(words[-1])):
                    break
            elif words and raw in MARKS:
                if not self._nickname():
                    break
            elif raw == "," and words and (more := self.english_fields()):
                words += [m for m in self.stream[self.n + 1 : self.n + more + 1] if m.group() != ","]
                self.n += more + 1
                continue
            elif raw == "," and words and (last := self.last_field(words)):
                words += [self.stream[n] for n in range(self.n + 1, last) if self.raws[n] != ","]
                self.n = last
                continue
            elif not (raw[0].isalnum() or raw[0] == "@"):
                if raw != "&":
                    break
            elif is_capital(raw):
                if words and raw[0] == "@":
                    break
                if (
                    not words
                    and not opener
                    and word in naming.OPENERS
                    and word not in self.known.firsts
                    and not (is_capital(self.raw(1) or "x") and word in gazetteer.GIVEN)
                    and not self._is_lalu()
                ):
                    break
                if word == "hari" and not words and self.word(1) in WEEKDAYS:
                    break  # "Hari Jumat itu", where somebody is called Hari
                if word in WEEKDAYS and (words or self.raw(1)[:1] in {"(", ","}):
                    break
                if word in MONTHS and (
                    self.raw(1)[:1].isdigit()
                    or (not words and not self._is_titled() and not self._begins_with_month())
                    or (bool(words) and words[-1].group().isdigit())
                ):
                    break
                if words and word in {"kata", "ujar", "menurut"}:
                    break
                if not words:
                    office = office or self._opens_office(word)
                words.append(match)
            elif word in naming.DEMONSTRATIVES:
                if words:
                    self.n += 1
                    return words, match.end()
                break
            elif word in JOINERS and words and self._joins_a_name() and word not in {"di"} and not office:
                words.append(match)
            elif word == "the" and words and words[-1].group() == "of" and is_capital(self.raw(1) or "x"):
                words.append(match)  # "Migrant Families Network of the Riau Islands"
            elif word == "periode" and words and (term := _TERM.match(self.text, match.start())):
                while self.n < len(self.stream) and self.stream[self.n].start() < term.end():
                    words.append(self.stream[self.n])
                    self.n += 1
                continue
            elif word == "and" and words and self.joins_english(words):
                words.append(match)
            elif word == "dan" and words and (office or self.names_itself(words)):
                if not (self.names_itself(words) or self.joins_portfolios(words)):
                    break
                words.append(match)
            elif (
                office
                or (not words and (word in naming.ROLE_HEADS or word in naming.GROUPS))
                or (not words and word in naming.INSTITUTIONS and self._pointed_at())
                or self._qualifies(word, words)
            ):
                if not self._belongs(word, words) or self._after_name(word, words):
                    break
                office = True
                words.append(match)
            else:
                break
            self.n += 1
        return words, None

    def long_description(self, words: Sequence[re.Match[str]]) -> int | None:
        """Return where "itu" ends "perempuan yang sembilan tahun menjadi dosen itu"."""
        placed = len(words) > 2 and words[-2].group() in _FROM_WHERE
        named = len(words) > 1 and is_capital(words[-1].group()) and not placed
        named = named and self.word() not in _SURELY_DESCRIBING
        head = words[0].group().lower()
        if not (head in naming.ROLE_HEADS or head in _BODIES) or named:
            return None
        shaped = (
            VERBISH.match(self.word()) if head in naming.ROLE_HEADS else _OF_BODIES.fullmatch(self.word())
        )
        if self.word() not in _DESCRIBING and not shaped:
            return None
        for ahead in range(12):
            raw = self.raw(ahead)
            if raw.lower() in naming.DEMONSTRATIVES and (
                raw != "ini" or words[0].group().lower() in naming.FEMALE | naming.MALE
            ):
                end = self.stream[self.n + ahead].end()
                self.n += ahead + 1
                return end
            if (
                not raw
                or not (raw[0].isalnum() or raw in MARKS)
                or raw in {"saat", "ketika", "dalam", "usai", "kepada", "sambil"}
            ):
                return None
        return None

    def _qualifies(self, word: str, words: Sequence[re.Match[str]]) -> bool:
        """Tell "Environmental lawyer Jane Roe": the capital before the calling only begins the sentence."""
        first = words[0].group().lower() if len(words) == 1 else ""
        headed = word in naming.ROLE_HEADS and is_capital(self.raw(1) or "x")
        employing = words and (words[-1].group().lower() in _EMPLOYING or is_acronym(words[-1].group()))
        if headed and employing:
            return True  # "Maritime Affairs Agency head Jane Roe", "OJK commissioner Jane Roe"
        return (
            headed
            and first not in self.known.people
            and first not in gazetteer.GIVEN
            and not is_explained(first or "x")
        )

    def _somebody_behind(self) -> bool:
        """Tell "penjual bakso di Terminal Arunika Yohanes Laksono" from "pedagang di Pasar Legi"."""
        ahead, somebody = 1, False
        while is_capital(self.raw(ahead) or "x"):
            word = self.word(ahead)
            somebody = somebody or (ahead > 1 and (word in self.known.people or word in gazetteer.GIVEN))
            ahead += 1
        return somebody and self.raw(ahead) != ","

    def _pointed_at(self) -> bool:
        """Tell "direktorat itu" and "rumah sakit tersebut" from a word of a longer phrase."""
        hospital = self.word() == "rumah" and self.word(1) == "sakit"
        return self.word(2 if hospital else 1) in naming.DEMONSTRATIVES

    def _opens_office(self, word: str) -> bool:
        if word in NAMES_TOO and is_capital(self.raw(1) or "x"):
            following = self.word(1)
            return following in naming.OFFICE_WORDS or following in gazetteer.PLACES
        return word in naming.ROLE_HEADS or (word in naming.GROUPS and self.raw(1)[:1].islower())

    def _after_name(self, word: str, words: Sequence[re.Match[str]]) -> bool:
        """Tell an adverb after "Penyanyi Dayu Larasita" from a part of an office."""
        last = words[-1].group() if words else "x"
        house = len(words) == 1 and last.lower() in naming.HOUSES and self.word(1) in naming.DEMONSTRATIVES
        headed = last.lower() in naming.ROLE_HEADS or house  # "Perusahaan penyalur itu"
        if not is_capital(last) or headed:
            return False
        if (word in JOINERS and word != "di") or word in naming.HONORIFICS:
            return self.raw(1) != "." and not self._joins_a_name()
        if word in {"of", "for"} and is_capital(self.raw(1) or "x"):
            return False
        if (word in _LOOSE_IN_OFFICE or word in {"dari", "di"}) and not is_explained(last):
            return True
        return not (
            word in naming.OFFICE_WORDS
            or word in naming.ROLE_HEADS
            or word in IN_OFFICE
            or word[0].isdigit()
            or word in _ON_IN_OFFICE
        )

    def _belongs(self, word: str, words: Sequence[re.Match[str]]) -> bool:
        """Tell whether a lower-case word goes on within an office or a description."""
        if word in _PAIRED:
            return self.word(1) == _PAIRED[word]
        if word == "who":  # in capitals it is an office
            return False
        if word in naming.ROLE_HEADS or word in naming.OFFICE_WORDS:
            return True
        if word in IN_OFFICE and words:
            return (
                self.word(1) in _OFFICE_PLACE
                or (word == "dari" and is_capital(self.raw(1) or "x"))
                or (word in {"di", "untuk"} and self._somebody_behind())
            )
        if words and word in _TAUGHT and words[-1].group().lower() in _TEACHING:
            return True
        if word in _STOPS or word in SAYING or word in ANNOUNCING or word in naming.PRONOUNS:
            return False
        return not VERBISH.match(word)

    def _abbreviates(self, word: re.Match[str]) -> bool:
        following = self.raw(1)
        if not following or not (is_capital(following) or following in naming.HONORIFICS):
            return False
        short = word.group()
        adjacent = self.stream[self.n].start() == word.end()
        lettered = len(short) == 1 and (
            self._is_lettered(word.start()) or following.lower() in naming.OPENERS  # "kata N. Ia menangis."
        )
        return adjacent and (
            (re.fullmatch(r"[A-Z](?:\.[A-Z])*", short) is not None and not lettered)
            or short.lower() in naming.HONORIFICS - naming.IN_FULL
            or short in {"Moch", "Muh", "Moh", "Abd", "Jl", "br", "Br"}
            or re.fullmatch("[A-Z][b-df-hj-np-tv-z]{1,2}", short) is not None  # "Drs.", and not "DPR."
        )

    def _is_lettered(self, start: int) -> bool:
        """Tell "di blok C. Gunawan mengatakan", where a sentence ends, from an initial."""
        before = _WORD_BEFORE.search(self.text, max(0, start - _LONGEST_KIND), start)
        return before is not None and before[1].lower() in LETTERED

    def _joins_a_name(self) -> bool:
        """Tell "van der Straaten" and "br. Tarigan" from a word that only could be part of a name."""
        of_the = self.word() == "of" and self.word(1) == "the"  # "Network of the Riau Islands"
        step = 2 if of_the or self.word(1) in JOINERS or (self.word() == "br" and self.raw(1) == ".") else 1
        return is_capital(self.raw(step) or "x")

    def _nickname(self) -> bool:
        """Pass over a nickname in marks within a name."""
        for ahead in (2, 3):
            if (
                self.raw(ahead) in MARKS
                and is_capital(self.raw(1))
                and is_capital(self.raw(ahead + 1) or "x")
            ):
                self.alias = " ".join(self.raw(k) for k in range(1, ahead))
                self.n += ahead
                return True
        return False

    def _bracket(self, raw: str, words: Sequence[re.Match[str]]) -> None:
        inside = raw[1:-1].strip()
        named = re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?", inside) is not None
        short = is_acronym(inside) or (named and shortens(inside, [w.group() for w in words]))
        if short and inside.isalpha():
            self.shortened = len(words)  # "Pusat Kajian Pemilu (Puskapil) Lukman Siregar"
        if named and inside.lower() not in naming.HONORIFICS:
            self.alias = inside

    def _is_titled(self) -> bool:
        """Tell "Ci Mei" from a month."""
        return self.n > 0 and self.lowers[self.n - 1] in naming.HONORIFICS

    def _is_lalu(self) -> bool:
        """Tell "TGH Lalu Muhammad Zainuri", as noblemen of Lombok are called, from the word for "then"."""
        start = self.stream[self.n].start()
        before = self.text[max(0, start - 2) : start].rstrip()[-1:]
        amid = before.isalnum() or before == "," or self._is_titled()
        return self.word() == "lalu" and amid and is_capital(self.raw(1) or "x")

    def _begins_with_month(self) -> bool:
        """Tell "Mei Lan" and "Juli Hartono" from a month."""
        following = self.raw(1)
        return (
            self.word() in {"mei", "juni", "juli", "april", "august", "june", "may"}
            and is_capital(following or "x")
            and not is_acronym(following)
            and following.lower() not in WEEKDAYS
        )

    def may_be_name(self) -> bool:
        word = self.word()
        if not word or not is_capital(self.raw()) or word in WEEKDAYS:
            return False
        if word in MONTHS and not self._begins_with_month():
            return False
        if word in naming.OPENERS and not is_capital(self.raw(1) or "x"):
            return False
        if word in gazetteer.GIVEN or word in self.known.people:
            return True
        following = self.raw(1)
        if word in {"anak", "ida"} and following in {"Agung", "Bagus", "Ayu"}:
            return True
        if (
            is_capital(following or "x")
            and not is_explained(following)
            and word not in naming.ROLE_HEADS
            and word not in gazetteer.PLACES
        ):
            return True
        return not (is_explained(self.raw()) or word in self.known.places)
