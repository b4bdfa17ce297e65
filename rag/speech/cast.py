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
from rag.speech.capitals import Known, is_acronym, is_capital, is_common
from rag.speech.mentions import is_aside, mention_at
from rag.speech.offices import VAGUE, is_kinship, role_words
from rag.speech.phrases import NAMES_TOO
from rag.words import fold

_FEMALE_ENDING = re.compile(
    r"(?:wati|yanti|ningsih|tini|inah|iyah|iah|ita|ina|ana|sih|atun|umi|sari|ayu|dewi|sri|siti|putri|"
    r"ratna|maria)$"
)
_MALE_ENDING = re.compile(
    r"(?:wan|anto|arto|ono|adi|yadi|us|udin|uddin|iman|bagus|agus|budi|ahmad|muhammad|ang|jo|ko)$"
)
_OF_KIN = re.compile(rf"\b({'|'.join(w.capitalize() for w in sorted(naming.KIN))}) ([A-Z][a-z]+)\b(?! [A-Z])")
# Characters after a name in which the age stands.
_AGE_REACH = 14
_EITHER = frozenset(
    """
    tri dwi eka nur dian indra kris nurul made nyoman wayan ketut catur citra surya eko cahya
    """.split()
)
# "Bram, sapaan akrabnya", "Vina, begitu ia biasa disapa"
_NICKNAMED = re.compile(
    rf"\b{naming.FAMILIAR}?(?P<alias>[A-Z][a-z]+(?: [A-Z][a-z]+)?), "
    r"(?:(?:begitu|demikian)(?:lah)? )?(?:(?:ia|dia|beliau) )?"
    r"(?:(?:sapaan|panggilan)(?: akrab)?(?:nya| (?P<whose>[A-Z]\w+))"
    r"|(?:biasa |akrab |kerap )?di(?:sapa|panggil))\b"
)
# "Gerobak pria yang akrab disapa Pak Tris itu", "Penyanyi yang lebih dikenal sebagai Gitlar itu": of whom
# was named last.
SO_CALLED = re.compile(
    r"\b[a-zA-Z]+(?: \d+ tahun)?,? yang (?:akrab |biasa |karib |kerap |sering |lebih )*"
    r"(?:disapa|dipanggil|dikenal (?:sebagai|dengan nama(?: panggung)?)) "
    rf"{naming.FAMILIAR}?(?P<alias>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?= (?:itu|ini|tersebut)\b|,)(?P<whose>)"
)
# "Lelaki bernama lengkap Sukartodimejo itu", "Nama aslinya Sri Wahyuningsih", of whom was named last.
_IN_FULL = re.compile(
    r"\b(?:[Bb]ern|[Nn])ama (?:lengkap|asli)(?:nya)?,? (?:adalah |ialah )?"
    r"(?P<name>[A-Z][\w'’]+(?: [A-Z][\w'’]*){0,4})"
)
_SPOUSES = frozenset({"suami", "istri"})
_IN_FULL_REACH = 300
_NAME_LAST = re.compile(r"(?!.*\byang\b)(?P<role>[a-z][a-z ]*[a-z]) (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)+)")
# What an institution is, at the head of a sentence, and no name.
_UNNAMED = frozenset("perusahaan perseroan lembaga yayasan organisasi klub maskapai manajemen".split())
_UNLETTERED = frozenset("dan untuk serta of and the".split())  # in abbreviations: BMKG
_FORMER = frozenset("mantan eks bekas calon wakil".split())  # before an office, and none themselves
_LEGAL_FORMS = frozenset("pt cv tbk persero".split())
_TWICE = re.compile(r"([a-z]{3,})-\1(?:nya)?")
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


def name_words(name: str) -> list[str]:
    """Return the words of a name as they are compared."""
    return [w.strip(".'’-") for w in fold(name).replace("’", "'").split() if w.strip(".'’-")]


def _initials(name: str) -> str:
    return "".join(word[0] for word in name_words(name) if word not in _UNLETTERED)


def office(role: str | None, person: Person | None) -> str | None:
    """Return what a speaker is told to be, unless that is only whose kin."""
    return None if person is not None and role and is_kinship(role) else role


class Cast:
    """Everybody whom an article names, found before any quotation is attributed."""

    def __init__(self, text: str, known: Known) -> None:
        self.people: list[Person] = []
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        named = [m for m in _named(text, known) if m.name]
        found = [_without_opening(m, named, text, known) for m in named]
        for mention in sorted(found, key=lambda m: (-len(name_words(m.name or "")), m.start)):
            self._add(mention)
        for mention in found:
            self._tell_sex(text, mention)
        for pattern in (_NICKNAMED, SO_CALLED):
            for nickname in pattern.finditer(text):
                self._nickname(nickname)
        for full in _IN_FULL.finditer(text):
            self._name_in_full(full, known)
        self._call_as_kin(text)
        for person in self.people:
            person.seen.sort()
            known.named |= set() if person.institution else person.words
        for mention in sorted(found, key=lambda m: m.start):
            meant = self.find(mention.name or "", mention.start)
            if meant is None:
                continue
            if mention.role and role_words(mention.role) - VAGUE:
                meant.role = meant.role or mention.role
                meant.roles.append(mention.role)
            if not meant.evident:
                meant.evident = bool(mention.role) or any(
                    w in known.people or w in known.subjects or w in gazetteer.GIVEN
                    for w in name_words(mention.name or "")
                )
            if aged := _AGED.search(text, mention.start, mention.end + _AGE_REACH):
                meant.age = meant.age or aged[1] or aged[2]

    def _tell_sex(self, text: str, mention: Mention) -> None:
        """Keep whether somebody is a woman or a man where the words at ``mention`` tell it."""
        person = self.find(mention.name or "", mention.start)
        if person is not None and person.sex is None:
            person.sex = _sex(text[max(0, mention.start - 12) : mention.end], mention)

    def _add(self, mention: Mention) -> None:
        name = mention.name or ""
        person = self.find(name, mention.start)
        if person is None:
            person = Person(name, institution=mention.institution, words=set(name_words(name)))
            self.people.append(person)
            for word in person.words:
                self._by_word[word].append(person)
        elif not mention.institution and len(name_words(name)) > 1:
            person.institution = False
        if mention.alias and not mention.institution:
            self._call(person, mention.alias)
        person.seen.append(mention.start)

    def _call_as_kin(self, text: str) -> None:
        """Give "Wak Leman" the title that the article never leaves out."""
        for titled in _OF_KIN.finditer(text):
            title, name = titled.groups()
            alone = re.search(rf"(?<!\b{title} )\b{name}\b", text)
            person = None if alone else self.find(name, titled.start())
            if person is not None and person.name == name:
                person.name = titled.group()

    def _call(self, person: Person, alias: str) -> None:
        """Let somebody be called so too; who was taken for another by that name alone is the same."""
        words = set(name_words(alias))
        for other in [p for p in self.people if p is not person and p.words == words]:
            self.people.remove(other)
            person.seen += other.seen
            for word in words:
                self._by_word[word].remove(other)
        if alias not in person.aliases:
            person.aliases.append(alias)
        for word in name_words(alias):
            person.words.add(word)
            self._by_word[word].append(person)

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

    def find(self, name: str, position: int) -> Person | None:
        """Return whom ``name`` means at ``position``: of several, who was named last before it."""
        words = name_words(name)
        if not words:
            return None
        fitting = [p for p in self._by_word.get(words[0], ()) if set(words) <= p.words]
        if not fitting and name.isupper() and 3 <= len(name) <= 6:  # "KPAD", a commission
            bodies = [p for p in self.people if p.institution and _initials(p.name).startswith(words[0])]
            if len(bodies) == 1:
                return bodies[0]
        if not fitting and name.isupper() and 2 <= len(name) <= 4:
            fitting = [p for p in self.people if not p.institution and _initials(p.name) == words[0]]
        if not fitting and len(words) > 1 and words[0] in NAMES_TOO:
            return self.find(name.split(maxsplit=1)[1], position)  # "Hakim Bonifasius"
        fitting = [
            p for p in fitting if not p.institution or p.words - _LEGAL_FORMS == set(words) - _LEGAL_FORMS
        ]
        if not fitting and len(words) == 1 and len(words[0]) > 3:
            close = [
                p for p in self.people if not p.institution and any(w.startswith(words[0]) for w in p.words)
            ]
            fitting = close if len(close) == 1 else []
        if len(fitting) > 1:
            same = [p for p in fitting if name_words(p.name) == words]
            fitting = same or fitting
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        return max(fitting, key=lambda p: max((s for s in p.seen if s <= position), default=-1))

    def only(self, head: str) -> Person | None:
        """Return the one person whose office begins with ``head``; None where several do, or nobody."""
        held = [p for p in self.people if any(r.lower().split()[0] == head for r in p.roles)]
        if not held:  # "Ketua majelis hakim"
            held = [p for p in self.people if any(head in r.lower().split() for r in p.roles)]
        return held[0] if len(held) == 1 else None

    def aged(self, age: str) -> Person | None:
        """Return the one person of that age; None where several are, or nobody."""
        of_age = [p for p in self.people if p.age == age]
        return of_age[0] if len(of_age) == 1 else None

    def fitting(self, role: str, position: int) -> Person | None:
        """Return the person whose office ``role`` describes, of several the one named last before."""
        wanted = role_words(role) - VAGUE
        if not wanted:
            return None
        best: tuple[float, int] | None = None
        chosen: Person | None = None
        later: list[Person] = []  # who is of just that office and named only behind
        for person in self.people:
            if not person.roles:
                continue
            share = max(_share(wanted, role_words(r)) for r in person.roles[:8])
            last = max((s for s in person.seen if s <= position), default=-1)
            if share >= 0.6 and last >= 0 and (best is None or (share, last) > best):
                best, chosen = (share, last), person
            if share == 1 and last < 0 and len(wanted) > 1 and role[0].isupper():
                later.append(person)
        if chosen is None and len(later) == 1:
            return later[0]
        return chosen


def _share(wanted: frozenset[str], held: frozenset[str]) -> float:
    """Return how much of an office ``held`` covers: nothing where another calling heads it."""
    heads, own = ((words - _FORMER) & naming.ROLE_HEADS for words in (wanted, held))
    return 0.0 if heads and own and not heads & own else len(wanted & held) / len(wanted)


def _named(text: str, known: Known) -> list[Mention]:
    """Return every name of the text that may belong to a speaker."""
    found: list[Mention] = []
    stream = known.stream.between(text, 0, len(text))
    skip_to = 0
    for n, (start, word, lower) in enumerate(zip(stream.starts, stream.raws, stream.lowers, strict=True)):
        if start < skip_to or not (word[0].isalpha() or word[0] == "@"):
            continue
        begins = (
            is_capital(word)
            or lower in naming.ROLE_HEADS
            or lower in naming.INDEFINITE
            or (lower in naming.HONORIFICS and len(word) > 1)
        )
        if not begins or (n and stream.lowers[n - 1] in {"dolar", "dollar"}):
            continue
        if lower in naming.OPENERS and lower not in gazetteer.GIVEN and lower not in naming.INDEFINITE:
            continue
        limit = min(len(text), start + 400)
        told = bool(n) and stream.raws[n - 1] == "Kepada"  # "Kepada Jeda, perempuan 39 tahun itu mengaku"
        if told or (n and word.islower() and is_aside(stream.lowers[n - 1], lower)):
            limit = min(limit, text.find(",", start + len(word), limit) % (len(text) + 1))
        mention = mention_at(text, start, limit, known)
        if mention is not None and mention.reference == "description":
            mention = _named_within(mention, known) or mention
        if mention is None or mention.name is None:
            if mention is not None and (is_capital(word) or lower in naming.INDEFINITE):
                skip_to = mention.end
            continue
        skip_to = mention.end
        if _may_speak(mention, known):
            found.append(mention)
        pair = text.find("/", mention.start, mention.end)
        second = mention_at(text, pair + 1, limit, known) if pair > 0 else None
        if second is not None and second.name and _may_speak(second, known):
            found.append(second)
    return found


def _named_within(mention: Mention, known: Known) -> Mention | None:
    """Return whom a description names besides: "ketua majelis hakim Noormalita Hapsari itu"."""
    found = _NAME_LAST.fullmatch(mention.role or "")
    first = found["name"].split()[0].lower() if found else ""
    if found is None or not (first in known.people or first in gazetteer.GIVEN):
        return None
    return replace(mention, reference="named", name=found["name"], role=found["role"])


def _without_opening(mention: Mention, named: list[Mention], text: str, known: Known) -> Mention:
    """Return a mention without a common word that only begins its sentence: "Popularitas Almandoz"."""
    first, *rest = name_words(mention.name or " ") or [""]
    if rest and _TWICE.fullmatch(first) and not mention.role:  # "Jari-jari Bendelina Mooy"
        return replace(mention, name=(mention.name or "").split(maxsplit=1)[1])
    before = text[max(0, mention.start - 8) : mention.start].rstrip(" \"'“”‘’")
    opens = not before or before[-1] in ".!?\n"
    titled = first in NAMES_TOO  # "Hakim Bonifasius", who is "Bonifasius Serang" elsewhere
    begins = opens and not (first in known.people or first in gazetteer.GIVEN) and is_common(first)
    if not rest or mention.role or not (titled or begins):
        return mention
    others = [set(name_words(m.name or "")) for m in named]
    if any(set(rest) <= words and first not in words and len(words) > 1 for words in others):
        return replace(mention, name=(mention.name or "").split(maxsplit=1)[1])
    return mention


def _may_speak(mention: Mention, known: Known) -> bool:
    """Leave out places and lone words that nothing shows to be anybody."""
    words = name_words(mention.name or "")
    if len(words) == 1 and words[0].endswith("nya") and is_common(words[0]):
        return False  # "Pemrakarsanya, anggota Komisi C"
    if len(words) > 1 and all(is_acronym(w) for w in (mention.name or "").split()):
        return False
    if mention.institution:
        return not (len(words) == 1 and words[0] in _UNNAMED)
    if len(words) > 6 or any(w.isdigit() for w in words):
        return False
    if (
        mention.role
        or mention.alias
        or any(w in known.people or w in known.subjects for w in words)
        or (mention.name or "").startswith("@")
    ):
        return True
    if any(w in gazetteer.PLACES or w in known.places for w in words):
        return False
    first = (mention.name or "").split()[0]
    # "Lim" and "Tan" are common words too.
    if len(first) > 3 and first.lower() not in gazetteer.GIVEN and is_common(first):
        return False
    return len(words) > 1 and not any(w in naming.OFFICE_WORDS or w in naming.OPENERS for w in words)


def _sex(text: str, mention: Mention) -> str | None:
    """Return ``f`` or ``m`` where a title, a kinship or the first name tells it."""
    words = set(re.findall(r"[\w-]+", text.lower()))
    if words & naming.FEMALE:
        return "f"
    if words & naming.MALE:
        return "m"
    first = name_words(mention.name or " ")[:1]
    if not first or first[0] in _EITHER:
        return None
    if first[0] not in gazetteer.GIVEN:  # "Nimas Ayu"
        first = [w for w in name_words(mention.name or " ")[1:2] if w in gazetteer.GIVEN - _EITHER] or first
    if first[0] in gazetteer.GIVEN:
        return "f" if first[0] in gazetteer.FEMALE_GIVEN else "m"
    if _FEMALE_ENDING.search(first[0]):
        return "f"
    return "m" if _MALE_ENDING.search(first[0]) else None
