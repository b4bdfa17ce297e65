"""Whom a pronoun or a description means.

A reference goes to the one who spoke or acted last and fits; nobody fits: None.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from rag.speech import gazetteer, naming
from rag.speech.appositions import Mention
from rag.speech.callings import (
    child,
    coaching,
    from_there,
    has_become,
    is_unheard_of,
    leads,
    learn,
    of_calling,
    partisan,
    rules_out,
)
from rag.speech.cast import Cast, Person
from rag.speech.clients import client, lawyer_beside, lawyer_of
from rag.speech.holding import FORMERLY, is_of_office, is_of_the_law, is_one, serves, tells_office
from rag.speech.houses import ALONE, body, house, is_body
from rag.speech.kinship import is_of_others, other_of, relative
from rag.speech.names import SO_CALLED
from rag.speech.newcomers import (
    has_no_name,
    is_made_of_another,
    is_one_of_them,
    is_seen_first,
    points_back,
    told_before,
)
from rag.speech.offices import PARTIES, VAGUE, is_kinship, role_words
from rag.speech.phrases import NAMES_TOO
from rag.speech.sexes import is_sure
from rag.words import fold

# What bears an office, and is not who holds it: "demikian isi surat edaran Dinas Kesehatan tersebut".
_PAPERS = frozenset("surat edaran maklumat rilis pengumuman siaran unggahan laporan dokumen notulen".split())
# "kata hakim": where the article names one of them, that one.
_ONE_OF_A_CASE = PARTIES | frozenset("hakim jaksa penyidik pengacara dokter".split())
# Who speaks for somebody, drives or follows him.
_STAFF = frozenset(
    role.strip()
    for role in """
    pengacara, sopir, ajudan, staf, asisten, pendukung, relawan, loyalis, manajer, promotor, kolega, murid,
    penggemar, juru bicara, kuasa hukum, penasihat hukum, tim hukum, mantan suami, mantan istri, orang dekat
    """.split(",")
)
_ACCUSED = frozenset("terdakwa tersangka terpidana".split())
_ANSWERS = frozenset(
    "timpal balas sahut jawab potong sergah sela tukas answered answers replied replies retorted".split()
)
# "perempuan yang tidak mau menyebutkan namanya itu"
_UNWILLING = re.compile(
    r"\b(?:enggan|tidak|tak|menolak|minta|meminta)\b.{0,20}\b(?:sebut|disebut\w*|menyebut\w*|nama\w*|identitas\w*)\b"
)
_A_MAN = re.compile(r"\bman\b")  # and "MAN", a school
_NAMED = re.compile(r"\bbernama (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})$")
_CLAUSE = re.compile(r" (?:yang|who) ")
# Characters in which somebody was named just before.
_NEAR = 300
_OF_AGE = re.compile(r"\b(\d{1,3})[- ](?:tahun|year-old)\b")


def answers(cue: str | None) -> bool:
    """Tell whether a reporting word makes what is said an answer to another."""
    return (cue or "").lower().removesuffix("nya").strip(" -") in _ANSWERS


def sex_told(role: str) -> str | None:
    """Return ``f`` or ``m`` where a description tells it: "perempuan 38 tahun", "lelaki asal Muara"."""
    words = set(fold(role).split())
    if _A_MAN.search(role):
        return "m"
    return "f" if words & naming.FEMALE else "m" if words & naming.MALE else None


# Who may well hold the same office as the one whose fellow they are.
_FELLOWS = frozenset("rekan teman kawan sahabat kolega tetangga".split())
# Characters from a name to the sentence behind it.
_JUST = 120


class Focus:
    """Who is being talked about as the reading goes on: the last speaker and the last subject."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.person: Person | None = None
        self.group: Person | None = None
        self.last: Person | None = None
        self.nameless: Mention | None = None
        self.fresh_group: Person | None = None
        self.at = -1  # where that was
        self.told_at = -1  # where "ia" last went on with who is talked about
        self.before: Person | None = None  # who it was before the one talked about now
        self.before_at = -1
        self.both_at = -1  # where two were last told of together
        self.stranger: Mention | None = None  # the last woman or man who spoke without a name

    def take(self, person: Person | None, mention: Mention | None = None) -> None:
        """Make somebody the one whom the next reference means."""
        self.fresh_group = None
        talked = self.last or self.person
        if person is not None and person is not talked:
            self.before, self.before_at = talked, self.at
        if mention is not None:
            self.at = mention.start
        if person is None:
            if mention is not None and mention.reference in {"anonymous", "description"}:
                self.nameless = mention
                self.stranger = mention if sex_told(mention.role or "") else self.stranger
                self.last = None
                if not mention.plural:
                    self.person = None
            return
        self.nameless = None
        self.last = person
        if person.institution:
            self.group = self.fresh_group = person
        else:
            self.person = person

    def turn_to_named(self, position: int) -> None:
        """Make the person named last before ``position`` the one talked about, unless someone spoke since."""
        at, person = self._named_last(position, lambda p: not p.institution)
        if person is not None and at > self.at:
            self.take(person)

    def note_group(self, group: Person) -> None:
        """Keep an institution that a narration is about for a "mereka"."""
        self.group = self.fresh_group = group

    def interviewee(self, position: int, asks: str | None) -> Person | None:
        """Return who is talked about where the first answer comes, at ``position``: not who ``asks``."""
        talked = self.last or self.person or self.alone_before(position)
        if talked is None or fold(talked.name) != fold(asks or ""):
            return talked
        others = [
            p for p in self.cast.people if p.seen[0] < position and not p.institution and p is not talked
        ]
        return min(others, key=lambda p: p.seen[0], default=None)

    def resolve(self, mention: Mention) -> tuple[Person | None, str | None]:
        """Return the speaker that a mention means, and the role told there."""
        if mention.reference == "named":
            person = self.cast.meant(mention)
            if mention.institution and " " not in (mention.name or " "):  # "Persatuan", of its full name
                person = house(mention.name or "", mention.start, self.cast) or person
            if person is None:
                person = Person(mention.name or "", mention.role, mention.institution)
            if (mention.role or "") in _STAFF and (named := self._serving(f"{mention.role} {mention.name}")):
                return named, named.role
            if self._stands_beside(person, mention):
                other = lawyer_beside(mention, self.cast)
                return other, other.role if other else mention.role
            told = mention.role
            if told and person.role and role_words(told) <= role_words(person.role):
                told = person.role
            return person, told or person.role
        if mention.reference == "pronoun":
            return self._pronoun(mention)
        whom = client(self.cast.text, mention)
        if whom and (lawyer := lawyer_of(whom, mention.start, self.cast)):
            return lawyer[0], lawyer[0].role if lawyer[0] else mention.role
        if mention.reference == "description":
            person, role = self._description(mention)
            if person is not None and person.role is None and tells_office(mention, self.cast):
                person.role = role = mention.role
                person.roles.append(role or "")
            if person is not None and not person.institution and points_back(mention):
                learn(mention.role or "", person, self.cast)
            return person, role
        said = (mention.role or "").lower()
        one = self.cast.only(said, mention.start) if said in _ONE_OF_A_CASE else None
        talked = self.person if one is None and said in _ACCUSED else None
        if talked and not is_of_the_law(talked) and not is_made_of_another(self.cast.text, mention, talked):
            one = talked  # "Terdakwa juga mengaku"
            learn(said, talked, self.cast)
        if one is not None and not points_back(mention):  # "kata korban", and not "kata seorang korban"
            return one, one.role
        head = said.removeprefix("manajemen ")
        if head in naming.HOUSES:
            company = house(head, mention.start, self.cast) or self.group or self._faceless()
            if company:
                return company, company.role
        if head in ALONE and (company := house(head, mention.start, self.cast)):
            return company, company.role
        return None, mention.role

    def named(self, mention: Mention | None) -> tuple[Person | None, str | None]:
        """Return whom a name means, and the role told there; nobody for what is no name."""
        return self.resolve(mention) if mention and mention.reference == "named" else (None, None)

    def _serving(self, role: str) -> Person | None:
        """Return who was named as "pengacara Hasto"."""
        held = (p for p in self.cast.people if any(role_words(r) == role_words(role) for r in p.roles))
        return next(held, None)

    def _stands_beside(self, person: Person, mention: Mention) -> bool:
        """Tell "pengacara Hasto", somebody else, where Hasto Kristiyanto is told to be no lawyer."""
        role, name = (mention.role or "").lower(), mention.name or ""
        first = min(person.seen, default=mention.start)
        if role not in _STAFF or len(person.words) < 2 or first >= mention.start:
            return False
        whole = re.escape(person.name)
        apposed = rf"\b{whole}(?:(?!\bdi[a-z])[^.\n]){{0,40}}\b{role}\b"  # and not "didampingi pengacara"
        if " " in name:  # "Ajudan Gunadi Harsono", who was named without an aide's office first
            begun = self.cast.text.rfind("\n", 0, first) + 1
            led = re.search(rf"\b{role}(?:nya)?,? {whole}", self.cast.text[begun:], re.IGNORECASE)
            alone = re.search(rf"\b{whole}\b", self.cast.text[begun:])
            introduced = led is not None and alone is not None and led.end() == alone.end()
            return not introduced and re.search(apposed, self.cast.text, re.IGNORECASE) is None
        own = rf"\b{role}(?:nya)? {whole}\b|{apposed}"
        return re.search(own, self.cast.text, re.IGNORECASE) is None

    def reporting(self, mention: Mention, begins: int, ends: int) -> tuple[Person | None, str | None]:
        """Resolve whose report ``[begins, ends)`` is: not his whom it names, but who was named before him."""
        person, role = self.resolve(mention)
        if person is None or mention.reference == "named" or not any(begins <= s < ends for s in person.seen):
            return person, role
        sex = mention.sex or sex_told(mention.role or "")
        at, other = self._named_last(
            mention.start,
            lambda p: (
                p is not person
                and p.institution is person.institution
                and (sex is None or p.sex in (None, sex))
            ),
        )
        if other is None or mention.start - at > _NEAR:
            return person, role
        return other, other.role

    def _faceless(self) -> Person | None:
        """Return who spoke last where nothing shows that it is a person: "Lumen Forge menulis, …"."""
        last = self.last
        if last is None or last.role or last.age or last.sex or last.aliases:
            return None
        return None if any(word in gazetteer.GIVEN for word in last.words) else last

    def _pronoun(self, mention: Mention) -> tuple[Person | None, str | None]:
        if mention.plural and self.fresh_group is not None:
            return self.fresh_group, self.fresh_group.role
        if mention.plural and mention.clitic and (it := self._faceless()):
            return it, it.role
        if self.nameless is not None:
            if mention.sex and self.nameless.sex not in (None, mention.sex):  # "he answered", "she asked"
                return self._last_of(mention.sex, mention.start), None
            return None, self.nameless.role
        person = None if mention.plural else self.last or self.person
        if person is not None and person.institution and not mention.clitic:
            person = self.person  # "ia" and "dia" are people
        if person is not None and person.institution and self.person and leads(self.person, person):
            person = self.person  # 'Pemkab menaksir kerugian. "…," ujarnya.', behind the regent's words
        if person is not None and mention.sex and person.sex not in (None, mention.sex):
            person = self._last_of(mention.sex, mention.start) or (None if is_sure(person.name) else person)
        if self.both_at > self.at and not mention.sex:
            person = None  # "Pasangan itu pindah. '…,' katanya."
        return person, person.role if person else None

    def alone_before(self, position: int) -> Person | None:
        """Return the one person that the article has named up to a place; None where it is several."""
        named = [p for p in self.cast.people if not p.institution and p.seen[0] < position]
        return named[0] if len(named) == 1 and self.person is None else None

    def _of_sex(self, role: str, position: int) -> Person | None:
        """Return the person talked about, or the last before who can be the woman or man described."""
        sex = sex_told(role)
        if self.person is None:
            alone = self.alone_before(position)
            return alone if alone is None or sex is None or alone.sex in (None, sex) else None
        if sex is None or self.person.sex in (None, sex):
            return self.person
        if talked := self._last_of(sex, position):
            return talked
        # "Sarmini menutup kios. Suaminya, Kardiman, ikut. '…,' kata perempuan itu."
        if self.person.role is not None and is_kinship(self.person.role):
            return other_of(self.person, position, self.cast)
        return None if is_sure(self.person.name) else self.person

    def _last_of(self, sex: str, position: int) -> Person | None:
        """Return the woman or the man named last before a place."""
        of_sex = (p for p in self.cast.people if p.sex == sex and not p.institution)
        written = [(self.cast.written_before(p, position), p) for p in of_sex]
        at, person = max(written, key=lambda pair: pair[0], default=(-1, None))
        return person if at >= 0 else None

    def _named_last(self, position: int, fits: Callable[[Person], bool]) -> tuple[int, Person | None]:
        """Return where and who that ``fits`` was named last before ``position``; -1 and None where nobody."""
        named = [
            (max(s for s in p.seen if s < position), p)
            for p in self.cast.people
            if p.seen[0] < position and fits(p)
        ]
        return max(named, key=lambda pair: pair[0], default=(-1, None))

    def _believable(self, role: str, position: int, talked: Person) -> Person | None:
        """Return ``talked``, who is talked about, unless a description tells of somebody else: him, or nobody
        where he is not named."""
        if other := partisan(role, position, self.cast, talked):
            return other
        if rules_out(role, talked) and not has_become(role, talked, position, self.cast):
            return of_calling(role, position, self.cast)
        unlike = serves(role, talked) or is_unheard_of(role, talked, position, self.cast.text)
        return None if unlike else talked

    def _is_new(self, person: Person, position: int) -> bool:
        """Say whether somebody else than ``person`` has just been named first, without an office."""
        new = self.person
        if new is None or new is person or new.institution:
            return False
        if new.role and new.role.lower() not in _FELLOWS:
            return False
        named = [at for at in new.seen if at < position]
        return len(named) == 1 and position - named[0] < _JUST and min(person.seen) < named[0]

    def _may_be_the_stranger(self, role: str, person: Person, position: int) -> bool:
        """Say whether "perempuan itu" may be one without a name, who spoke since ``person`` was named."""
        if self.stranger is None or sex_told(self.stranger.role or "") != sex_told(role):
            return False
        return max((s for s in person.seen if s < position), default=-1) < self.stranger.start

    def _told_apart(self, mention: Mention, role: str) -> Person | None:
        """Return whom an age, a nickname or an origin in a description tells: "perempuan 43 tahun itu"."""
        if called := SO_CALLED.match(f"{role} itu"):
            return self.cast.find(called["alias"], mention.start)
        if coach := coaching(role, mention.start, self.cast):
            return coach
        aged = _OF_AGE.search(role)
        return (self.cast.aged(aged[1]) if aged else None) or from_there(role, mention.start, self.cast)

    def _description(self, mention: Mention) -> tuple[Person | None, str | None]:
        role = mention.role or ""
        if _UNWILLING.search(role) or role.lower().startswith("sumber"):
            return None, role
        if bears := _NAMED.search(role):  # "pria bernama Sangkot tersebut"
            called = self.cast.find(bears["name"], mention.start) or Person(bears["name"])
            return called, called.role
        named_at, _ = self._named_last(mention.start, lambda _: True)
        if has_no_name(self.cast.text, mention, max(0, named_at)):
            return None, role
        if is_seen_first(self.cast.text, mention) or role.split(" ")[0].lower() in _PAPERS:
            return None, role
        if is_body(self.cast.text, mention.start, role):
            return body(role, mention.start, self.cast)
        if kin := relative(role, mention.start, self.cast, self.person):
            return kin, kin.role
        if is_of_others(role, mention.start, self.cast, self.person):
            return None, role
        if (mention.institution or role in ALONE) and (named := house(role, mention.start, self.cast)):
            return named, named.role
        if role.lower() in NAMES_TOO and role[0].isupper() and not points_back(mention):
            return self.cast.find(role, mention.start), None  # "ujar Imam", of Imam Santosa
        if self.nameless is not None:
            vague = not role_words(role) - VAGUE
            if (
                vague
                or is_one_of_them(self.cast.text, mention, self.nameless)
                or is_of_office(role, role_words(self.nameless.role or ""))
            ):
                return None, role
            if is_one(self.nameless) and self.cast.fitting(role, mention.start) is None:
                return None, role
        headed = _CLAUSE.split(role)[0]  # "jaksa yang baru dua bulan bertugas di sana itu"
        told_apart = self._told_apart(mention, role)
        person = told_apart or self.cast.fitting(headed, mention.start)
        if mention.institution and person is not None and not person.institution:
            person = None  # "tulis bank itu", and not its director
        fits = person is not None and told_apart is None and points_back(mention)
        if fits and person is not None and self._is_new(person, mention.start):
            return None, role  # "Rekannya, Ramli, mengangguk. Sopir itu …", behind a driver who spoke
        if FORMERLY.match(role) and not (person and any(FORMERLY.match(r) for r in person.roles)):
            person = None  # it says something new of who is talked about
        if person is None and mention.institution:
            head = role.lower().split()[0]
            person = self.fresh_group if head in {"media", "lembaga"} else self.group
            if person is None and head in {"perusahaan", "perseroan"}:
                person = self._faceless()
        elif (person is None and role[:1].islower()) or (person is None and points_back(mention)):
            known = role_words(self.person.role) if self.person and self.person.role else frozenset()
            vague = not (role_words(role) - VAGUE)
            if vague or points_back(mention) or is_of_office(role, known):
                person = child(role, mention.start, self.cast, self._of_sex(role, mention.start))
            if vague and person is not None and self._may_be_the_stranger(role, person, mention.start):
                person = None
            if person is not None and not vague:
                person = self._believable(role, mention.start, person)
            if person is not None and told_before(self.cast.text, mention, person):
                person = None
            if (vague or _OF_AGE.search(role)) and self.both_at > self.at and sex_told(role) is None:
                person = None  # "Pasangan itu pindah. '…,' kata warga 71 tahun itu."
        return person, person.role if person else role
