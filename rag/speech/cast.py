"""The people and institutions whom one article names.

Forms of one name are gathered over the whole article before any quotation is attributed, so that "Teten"
in the headline is already "Teten Masduki".
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from rag.speech import gazetteer, naming
from rag.speech.appositions import Mention
from rag.speech.capitals import Known, is_common
from rag.speech.names import (
    CALLED,
    IN_FULL,
    SHORTENED,
    initials,
    is_house,
    name_words,
    named_in,
    without_opening,
)
from rag.speech.offices import AIDES, PARTIES, SERVING, VAGUE, is_kinship, role_words, sought
from rag.speech.phrases import NAMES_TOO
from rag.speech.predicates import told_to_be
from rag.speech.sexes import sex_of, sexes_told, titled
from rag.speech.surnames import is_open

_OF_KIN = re.compile(rf"\b({'|'.join(w.capitalize() for w in sorted(naming.KIN))}) ([A-Z][a-z]+)\b")
# Characters after a name in which the age stands.
_AGE_REACH = 14
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SPOUSES = frozenset({"suami", "istri"})
_IN_FULL_REACH = 300
_OWNED = 6  # letters of a word with a "-nya" behind it, at least
_CALLED_BY = frozenset({"a", "ah"})  # "A Lan", of Bong Sui Lan
BEFORE_NOW = frozenset("sebelum sebelumnya terdahulu mantan eks bekas former".split())
_FORMER = frozenset("mantan eks bekas calon wakil".split())  # before an office, and none themselves
# What a title alone tells: "drh. Ayu", and then "dokter hewan itu".
_OFFICE_OF_TITLE = {"drh": "dokter hewan", "drg": "dokter gigi", "dr": "dokter", "hakim": "hakim"}
_LEGAL_FORMS = frozenset("pt cv tbk persero fc sc ps".split())
# "Nurhayati (43)", "Aluh, 47 tahun,"
_AGED = re.compile(r"\((\d{1,3})(?: tahun)?\)|, (\d{1,3})(?: tahun)?,")


@dataclass(slots=True)
class Person:
    """A speaker of one article: the fullest form of the name, and the office first given."""

    name: str
    role: str | None = None
    institution: bool = False
    words: set[str] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)
    sex: str | None = None
    age: str | None = None
    evident: bool = False


def _headline_ends(text: str) -> int:
    """Return where the first line ends if it is a headline; 0 where it is not."""
    ends = text.find("\n")
    return 0 if ends < 0 or text[:ends].rstrip("\"'“”‘’«» ")[-1:] in {".", "!", "?"} else ends


def _only_headline(mention: Mention, text: str, ends: int) -> bool:
    """Tell "Prabandari Balikkan Keadaan", of which some words with a capital stand in the headline alone."""
    return mention.start < ends and any(
        re.search(rf"\b{re.escape(word)}\b", text[ends:]) is None for word in (mention.name or "").split()
    )


def _is_ministry(body: Person, short: str) -> bool:
    """Tell "Kementerian Kesehatan" by "kemenkes"."""
    own = name_words(body.name)
    return len(own) > 1 and own[0] == "kementerian" and len(short) > 7 and own[1].startswith(short[5:8])


def _begins(name: str, words: list[str]) -> bool:
    """Tell "Sagara Kakao" of "PT Sagara Kakao Nusantara Tbk"."""
    own = name_words(name)
    return words in (own[: len(words)], own[1 : 1 + len(words)] if own[0] in _LEGAL_FORMS else own)


def office(role: str | None, person: Person | None) -> str | None:
    """Return what a speaker is told to be, unless that is only whose kin."""
    return None if person is not None and role and is_kinship(role) else role


class Cast:
    """Everybody whom an article names, found before any quotation is attributed."""

    def __init__(self, text: str, known: Known) -> None:
        self.text = text
        self.people: list[Person] = []
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        ends = _headline_ends(text)
        named = [m for m in named_in(text, known) if m.name and not _only_headline(m, text, ends)]
        found = [without_opening(m, named, text, known) for m in named]
        for mention in sorted(found, key=lambda m: (-len(name_words(m.name or "")), m.start)):
            self._add(mention)
        for mention in found:
            self._tell_sex(text, mention)
        for name, start, sex in sexes_told(text):
            if told := self.find(name, start) or self.find(name.split(maxsplit=1)[-1], start):
                told.sex = sex
        for pattern, signs in CALLED:
            for nickname in pattern.finditer(text) if any(sign in text for sign in signs) else ():
                self._nickname(nickname)
        for shortened in SHORTENED.finditer(text):
            self._shorten(shortened)
        for full in IN_FULL.finditer(text) if "ama lengkap" in text or "ama asli" in text else ():
            self._name_in_full(full, known)
        self._call_as_kin(text)
        for person in self.people:
            person.seen.sort()
            known.named |= set() if person.institution else person.words
        for mention in sorted(found, key=lambda m: m.start):
            meant = self.find(mention.name or "", mention.start, titled(text, mention))
            if meant is None:
                continue
            if is_house(text, mention):
                meant.institution = True
                continue
            if mention.role and role_words(mention.role) - VAGUE and not _is_beside(mention, meant):
                meant.role = meant.role or mention.role
                meant.roles.append(mention.role)
            begun = _FIRST_WORD.match(text, mention.start)
            title = begun.group().lower() if begun else ""
            if title in _OFFICE_OF_TITLE:
                meant.roles.append(_OFFICE_OF_TITLE[title])
            if not meant.evident:
                honored = title in naming.HONORIFICS
                meant.evident = (
                    honored
                    or bool(mention.role)
                    or any(
                        w in known.people or w in known.subjects or w in gazetteer.GIVEN
                        for w in name_words(mention.name or "")
                    )
                )
            if aged := _AGED.search(text, mention.start, mention.end + _AGE_REACH):
                meant.age = meant.age or aged[1] or aged[2]

        for name, start, told_role in told_to_be(text):
            if told := self.find(name, start) or self.find(name.split()[-1], start):
                told.roles += [] if told.institution and told_role.split()[0] in PARTIES else [told_role]

    def _tell_sex(self, text: str, mention: Mention) -> None:
        """Keep whether somebody is a woman or a man where the words at ``mention`` tell it."""
        person = self.find(mention.name or "", mention.start)
        if person is not None and person.sex is None:
            begun = text.rfind(" ", 0, max(0, mention.start - 12)) + 1  # whole words: no "he" of "the"
            leads = name_words(mention.name or " ")[:1] == name_words(person.name)[:1]
            told = mention if leads else replace(mention, name=None)  # no last name tells it
            person.sex = titled(text, mention) or sex_of(text[begun : mention.end], told)

    def _add(self, mention: Mention) -> None:
        name = mention.name or ""
        person = self.find(name, mention.start)
        if person is None:
            words = name_words(name)
            of_law = words[0] in _LEGAL_FORMS  # "The operator, PT Laut Biru,"
            person = Person(name, institution=mention.institution or of_law, words=set(words))
            self.people.append(person)
            for word in person.words:
                self._by_word[word].append(person)
        elif not (
            mention.institution
            or len(name_words(name)) < 2
            or person.words & (naming.INSTITUTIONS | _LEGAL_FORMS)
        ):
            person.institution = False
        if mention.alias and not mention.institution:
            self._call(person, mention.alias)
        person.seen.append(mention.start)

    def _call_as_kin(self, text: str) -> None:
        """Give "Wak Leman" the title that the article never leaves out."""
        for kin in _OF_KIN.finditer(text):
            title, name = kin.groups()
            alone = re.search(rf"(?<!\b{title} )\b{name}\b", text)
            person = None if alone else self.find(name, kin.start())
            if person is not None and person.name.split()[0] == name:
                person.name = f"{title} {person.name}"

    def _call(self, person: Person, alias: str) -> None:
        """Let somebody be called so too; who was taken for another by that name alone is the same."""
        words = set(name_words(alias))
        self._absorb(person, words)
        if alias not in person.aliases:
            person.aliases.append(alias)
        for word in name_words(alias):
            person.words.add(word)
            self._by_word[word].append(person)

    def _absorb(self, person: Person, words: set[str]) -> None:
        """Make one of somebody and whoever has just these words for a name."""
        for other in [p for p in self.people if p is not person and p.words == words]:
            self.people.remove(other)
            person.seen += other.seen
            for word in words:
                self._by_word[word].remove(other)

    def _shorten(self, found: re.Match[str]) -> None:
        """Let an institution be called as the brackets behind it say: "Universitas Pattihahu (Unpati)"."""
        full, short = found["full"].split(), found["short"]
        letters = iter(found["full"].lower())
        fits = all(letter in letters for letter in short.lower() if letter.isalpha())
        translated = short.isupper() and full[-1].lower() in naming.ENGLISH_HOUSES  # "Unity Party (PCP)"
        if not fits and not translated:
            return
        for begin in range(len(full)):
            name = " ".join(full[begin:])
            body = self.find(name, found.start())
            if body is None and fits and full[begin].lower() in naming.INSTITUTIONS:
                self._add(Mention(found.start(), found.end(), "named", name, institution=True))
                body = self.find(name, found.start())  # "Ketua Serikat Buruh Mandiri (SBM) Sari"
            if body is not None and body.institution:
                self._absorb(body, {short.lower()})
                body.aliases.append(short)
                self._by_word[short.lower()] = [body]
                return

    def _nickname(self, found: re.Match[str]) -> None:
        """Give a nickname to the one named last before it, or to whom it is said to be of."""
        words = set(name_words(found["alias"]))
        before = [
            p for p in self.people if not p.institution and p.words != words and min(p.seen) < found.start()
        ]
        if found["whose"]:
            before = [p for p in before if found["whose"].lower() in p.words]
        if not before or any(words < p.words for p in before):
            return
        told = set(re.findall(r"\w+", found.group().lower()))
        sex = "f" if told & naming.FEMALE else "m" if told & naming.MALE else None
        if told & _SPOUSES:  # not who is talked about: "Sang suami, yang akrab disapa Dodo"
            talked = max(before, key=lambda p: max(s for s in p.seen if s < found.start()))
            before = [p for p in before if p.sex == sex] or [p for p in before if p is not talked] or before
        before = [p for p in before if sex is None or p.sex in (None, sex)] or before
        short, last = found["alias"][:3].lower(), found["alias"].lower()
        before = [
            p for p in before if any(w.startswith(short) or w.endswith(last) for w in p.words)
        ] or before  # "Igna" of Ignasius, "Tati" of Hartati
        meant = max(before, key=lambda p: max(s for s in p.seen if s < found.start()))
        self._call(meant, found["alias"])

    def _name_in_full(self, found: re.Match[str], known: Known) -> None:
        """Give the full name to the one named last before it, rather to whom the article calls somebody."""
        name = found["name"]
        known_as = self.find(name, found.start())
        if known_as is not None and min(known_as.seen) < found.start():
            return  # "Oma Vero" of Veronika Salim
        near = [
            (max((s for s in p.seen if s < found.start()), default=-1), p)
            for p in self.people
            if not p.institution and p.words != set(name_words(name))
        ]
        near = [
            (at, p) for at, p in near if p.sex or p.words & known.people or p.words & gazetteer.GIVEN
        ] or near
        at, meant = max(near, key=lambda pair: pair[0], default=(-1, None))
        if meant is None or at < max(0, found.start() - _IN_FULL_REACH):
            return
        short = meant.name
        self._call(meant, name)
        meant.aliases[meant.aliases.index(name)] = short
        meant.name = name

    def find(self, name: str, position: int, sex: str | None = None) -> Person | None:
        """Return whom ``name`` means at ``position``: of several who was named last before it, one of that
        ``sex`` if there is any."""
        words = name_words(name)
        if not words:
            return None
        fitting = [p for p in self._by_word.get(words[0], ()) if set(words) <= p.words or name in p.aliases]
        if not fitting and name.isupper() and 3 <= len(name) <= 6:  # "KPAD", a commission
            bodies = [p for p in self.people if p.institution and initials(p.name).startswith(words[0])]
            if len(bodies) == 1:
                return bodies[0]
        if not fitting and name.isupper() and 2 <= len(name) <= 4:
            fitting = [p for p in self.people if not p.institution and initials(p.name) == words[0]]
        if not fitting and len(words) == 1 and words[0].startswith("kemen"):  # "Kemenkes"
            return next((p for p in self.people if p.institution and _is_ministry(p, words[0])), None)
        if not fitting and len(words) > 1 and (words[0] in NAMES_TOO or words[0] in _CALLED_BY):
            return self.find(name.split(maxsplit=1)[1], position)  # "Hakim Bonifasius"
        fitting = [
            p
            for p in fitting
            if not p.institution or name in p.aliases or p.words - _LEGAL_FORMS == set(words) - _LEGAL_FORMS
        ]
        if not fitting and len(words) == 1 and len(words[0]) > 3:
            close = [
                p for p in self.people if not p.institution and any(w.startswith(words[0]) for w in p.words)
            ]
            fitting = close if len(close) == 1 else []
        if not fitting and len(words) > 1:  # "Komite Etik" of "Komite Etik Universitas Widyaloka"
            longer = [p for p in self.people if p.institution and words[-1] in p.words]
            longer = [p for p in longer if _begins(p.name, words)]
            fitting = longer if len(longer) == 1 else []
        if len(fitting) > 1:
            same = [p for p in fitting if name_words(p.name) == words]
            fitting = same or [p for p in fitting if sex and p.sex == sex] or fitting
        if len(fitting) > 1 and len(words) == 1:  # "Kogoya", before a daughter is named in full
            fitting = [p for p in fitting if -1 < self.text.find(p.name) < position] or fitting
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        return max(fitting, key=lambda p: max((s for s in p.seen if s <= position), default=-1))

    def written_before(self, person: Person, position: int) -> int:
        """Return where somebody's name stands last before a place, also where it is nobody who may act."""
        last = max((s for s in person.seen if s < position), default=-1)
        if last < 0:
            return -1
        own = [w for w in name_words(person.name) if len(w) > 2 and self._by_word.get(w) == [person]]
        stands = re.compile(rf"\b(?:{'|'.join(map(re.escape, own)) or '0'})\b", re.IGNORECASE)
        return max((found.start() for found in stands.finditer(self.text, last, position)), default=last)

    def meant(self, mention: Mention) -> Person | None:
        """Return whom a mention names, without a common word before the name: "Mata Yosef berkaca-kaca"."""
        first, _, rest = (mention.name or "").partition(" ")
        person = self.find(mention.name or "", mention.start, titled(self.text, mention))
        if person is not None and not rest and not person.institution:
            others = [min(p.seen) for p in self._by_word[first.lower()] if p is not person]
            if is_open(first, person.seen, others, self.text, mention.start):
                return None
        return self.find(rest, mention.start) if person is None and rest and is_common(first) else person

    def only(self, head: str, position: int) -> Person | None:
        """Return the one person whose office begins with ``head`` or has it; None of several, or of nobody.

        Whoever is named only behind ``position`` counts where nobody is before.
        """
        for known in ([p for p in self.people if min(p.seen) < position], self.people):
            held = [p for p in known if any(r.lower().split()[0] == head for r in p.roles)]
            if not held and head not in PARTIES:  # "Ketua majelis hakim"
                held = [p for p in known if any(head in r.lower().split() for r in p.roles)]
            if held:
                return held[0] if len(held) == 1 else None
        return None

    def aged(self, age: str) -> Person | None:
        """Return the one person of that age; None where several are, or nobody."""
        of_age = [p for p in self.people if p.age == age]
        return of_age[0] if len(of_age) == 1 else None

    def fitting(self, role: str, position: int) -> Person | None:
        """Return the person whose office ``role`` describes, of several the one named last before."""
        wanted = sought(role)
        if not wanted:
            return None
        head = role.lower().split()[0]
        best: tuple[float, int] | None = None
        chosen: Person | None = None
        later: list[Person] = []  # who is of just that office and named only behind
        for person in self.people:
            if not person.roles:
                continue
            share = max(_share(wanted, r) for r in person.roles[:8])
            if head in AIDES and not any(head in r.lower() for r in person.roles):
                continue  # "Ajudan wali kota"
            if not BEFORE_NOW & wanted and any(BEFORE_NOW & role_words(r) for r in person.roles):
                share *= 0.5  # "wali kota sebelumnya" is not "sang wali kota"
            last = max((s for s in person.seen if s <= position), default=-1)
            if share >= 0.6 and last >= 0 and (best is None or (share, last) > best):
                best, chosen = (share, last), person
            if share == 1 and last < 0 and len(wanted) > 1 and role[0].isupper():
                later.append(person)
        if chosen is None and len(later) == 1:
            return later[0]
        return chosen


def _is_beside(mention: Mention, person: Person) -> bool:
    """Tell "manajer Nadira", who stands beside the actress, and "Ketua partai tempat Fredi bernaung" from an
    office of theirs."""
    role = (mention.role or "").lower()
    beside = (
        role in AIDES and bool(person.roles) and " " not in (mention.name or "") and role not in person.roles
    )
    return beside or role.endswith(" tempat")


def _share(wanted: frozenset[str], role: str) -> float:
    """Return how much of an office ``role`` covers: nothing where another calling heads it."""
    if len(wanted) == 1 and wanted <= PARTIES and role.lower().split()[0] not in wanted:
        return 0.0  # "Kuasa hukum terdakwa"
    held = role_words(role)
    held |= {word.removesuffix("nya") for word in held if len(word) > _OWNED}  # "murid pertamanya"
    if "wakil" in held - wanted or role.lower().split()[0] in SERVING - wanted:
        return 0.0  # "Wakil Bupati", "Ajudan Gubernur Dedi"
    heads, own = ((words - _FORMER) & naming.ROLE_HEADS for words in (wanted, held))
    return 0.0 if heads and own and not heads & own else len(wanted & held) / len(wanted)
