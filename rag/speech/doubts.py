"""Where a pronoun or a description leaves open who speaks, so that nobody is named. Pure.

Who is named in the paragraph of a quotation before it is hardly ever mistaken. Where nobody is, somebody else
may have been led in without a name, named since, or asked or addressed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.documents import Quote
from rag.speech.appositions import Mention
from rag.speech.callings import rules_out
from rag.speech.cast import Cast, Person
from rag.speech.kinship import is_told
from rag.speech.newcomers import is_plain
from rag.speech.offices import is_kinship, role_words
from rag.speech.sexes import is_sure
from rag.speech.speakers import answers, sex_told
from rag.speech.subjects import PAPER, Attribution

_SENTENCE = re.compile(r"[^.!?\n]+")
_WOMAN = "woman|girl|mother|wife|daughter|sister|aunt|grandmother|widow|lady"
_MAN = "man|boy|father|husband|son|brother|uncle|grandfather|widower|gentleman"
# "Outside, a man who declined to give his name handed out leaflets.", "His mother attends every session."
_SOMEBODY = {
    sex: re.compile(
        rf"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Aa]nother)(?: [a-z-]+){{0,2}} (?:{who})\b"
        r"(?!['’]s)(?!,? [A-Z])"
    )
    for sex, who in (("f", _WOMAN), ("m", _MAN))
}
_PRONOUN = {"f": re.compile(r"\b[Ss]he\b"), "m": re.compile(r"\b[Hh]e\b")}
_OTHER = {"f": "m", "m": "f"}
# "Birokrat perempuan itu terdiam.", "Diberi kesempatan menanggapi, lelaki 27 tahun itu berdiri."
_THAT_ONE = re.compile(
    r"\s*(?:[A-Z][^,.\n]{0,60}, )?(?P<role>[A-Za-z-]+(?: [\w-]+){0,4}?) (?:itu|tersebut) "
    r"(?:(?:hanya|lalu|kemudian|pun|langsung|juga|sempat|tetap|cuma|justru|malah) )*"
    r"(?:me[a-z]+|ber[a-z]+|ke[a-z]{3,}an|ter(?:diam|senyum|tawa|tunduk|isak|pekur)|bangkit|diam|duduk|maju|"
    r"mundur|masih|sudah|telah|tidak|tak)\b"
)
_SOME_ONE = re.compile(r"\s*(?i:perempuan|wanita|lelaki|laki-laki|pria|pemuda|gadis|ibu-ibu|kakek|nenek)\b")
# "Ia sudah memanggil Gunawan.", of whom the paragraph before told
_GOES_ON = re.compile(r"(?:Ia|Dia|Beliau|(?P<m>He)|(?P<f>She))\b")
_THE = re.compile(r"\s*The (?P<who>[a-z-]+)\b")
_LETTER = re.compile(r"[^\W\d_]")
_AGE = re.compile(r"\b\d{1,3}(?= tahun\b)")
# "Yang dipanggil hanya melambaikan tangan."
_WHO_IS = re.compile(r"\s*(?:Yang|Orang yang) di(?:panggil|sebut|tanya|maksud|sapa|tuju|cari|puji|sindir)\b")
# "Polisi menemukan surat di kamar itu. '…,' bunyi surat itu.": not of whom it only came to
_FOUND = (
    r"\b(?:menemukan|menerima|menyita|mendapat(?:kan|i)?|memperoleh|mengamankan|membaca|memperlihatkan|"
    r"menunjukkan|memeriksa|menyelidiki|mengecek)\b[^.\n]{0,40}?"
)
_SENDS = re.compile(r"\b(?:menulis|menerbitkan|mengeluarkan|mengirim(?:kan)?|merilis|membalas|mengunggah)\b")
# "demikian bunyi siaran pers itu", which a house sends
_OF_A_HOUSE = re.compile(r"\b(?:siaran pers|rilis|edaran|pengumuman)\b")
_APPOSED = re.compile(r", (?P<name>[A-Z][\w'’]+(?: [A-Z][\w'’]+)*)[,.]")
_ADDRESSES = re.compile(r"(?:^|, )(?P<who>Pak|Bapak|Bu|Ibu|Mama)(?=[,.?!]|$)")
_ASKS_OF = re.compile(r"(?P<who>Bapak|Ibu) [a-z][^.!]*\?$")
_OF_TITLE = {"Pak": "m", "Bapak": "m", "Bu": "f", "Ibu": "f", "Mama": "f"}
_INNER = re.compile(r"[‘'][^‘’'\n]{3,}[’']|[“\"][^“”\"\n]{3,}[”\"]")
_TOLD_ME = r"(?: (?:sudah|pernah|sempat|juga))? (?:bilang|berkata|cerita|told|asked|said)\b"
_ME = re.compile(r"\b(?:saya|aku|kami|me|us)\b")
_ASKED = r"[^.\n]{0,30} (?:meminta|bertanya|menanyakan|asked)\b"


def addresses(said: str, person: Person) -> bool:
    """Say whether words are spoken to somebody like ``person``: "Baik, Bu.", "Ibu membalas?"."""
    own = _INNER.sub(" ", said)
    found = _ADDRESSES.search(own) or _ASKS_OF.match(own)
    return found is not None and person.sex == _OF_TITLE[found["who"]]


class Doubts:
    """What in one article speaks against whom a reference seems to mean; ``masked`` is its prose."""

    def __init__(self, masked: str) -> None:
        self._masked = masked

    def arise(self, person: Person, found: Attribution, said: str, last: Quote | None, cast: Cast) -> bool:
        """Say whether a careful reader would doubt that ``person`` says ``said``, behind ``last``."""
        mention = found.mention
        if mention is None:
            return False
        place = _Place(self._masked, found.start, person, last, cast)
        if person.institution:
            told = self._masked[mention.start : mention.end]
            return (
                mention.reference == "pronoun" and not told.endswith("mereka") and place.is_only_reached(told)
            )
        if mention.reference != "pronoun":
            return place.is_of_another(mention)
        if mention.sex:
            return place.is_another_sex(mention.sex)
        if _OF_A_HOUSE.search(self._masked, mention.start, mention.end):
            return True
        own = _INNER.sub(" ", said)
        named = "|".join(map(re.escape, person.name.split()))
        if _ME.search(own) and re.search(rf"\b(?:{named}){_TOLD_ME}", own):
            return True
        return place.is_led_in(found.cue) or place.is_asking(found.cue) or place.is_addressed(own)


class _Place:
    """Where ``person`` may speak: the paragraph before ``at`` and the one before that."""

    def __init__(self, text: str, at: int, person: Person, last: Quote | None, cast: Cast) -> None:
        self._text = text
        self._at = at
        self._person = person
        self._cast = cast
        self._begun = text.rfind("\n", 0, at) + 1
        self._earlier = text.rfind("\n", 0, len(text[: self._begun].rstrip())) + 1
        self._written = cast.written_before(person, at)
        self._spoke_last = last is not None and last.kind == "direct" and last.speaker == person.name
        self._spoke_at = last.end if last is not None and last.speaker == person.name else -1
        self._here = self._written >= self._begun

    def _others(self, since: int, sex: str | None = None) -> list[Person]:
        """Return who else is named after ``since`` and may be of that sex."""
        return [
            p
            for p in self._cast.people
            if p is not self._person
            and not p.institution
            and p.evident
            and (sex is None or p.sex in (None, sex))
            and self._cast.written_before(p, self._at) > since
        ]

    def _since(self) -> int:
        """Return where the paragraph begins, or the one before where the words begin it."""
        return self._begun if _LETTER.search(self._text, self._begun, self._at) else self._earlier

    def _sentences(self) -> Iterator[str]:
        """Yield the sentences since the person was named there, the last first.

        Of the paragraph before, those about a woman or a lad of whom no more is told: whoever has a calling
        is as often led in by the one who speaks.
        """
        told = [m for m in _SENTENCE.finditer(self._text, self._since(), self._at) if m.group().strip()]
        yield from (
            m.group()
            for m in reversed(told)
            if m.start() >= self._written and (m.start() >= self._begun or _SOME_ONE.match(m.group()))
        )

    def is_of_another(self, mention: Mention) -> bool:
        """Say whether a description may be of another: of the last of two women, of in-laws, of who is named
        behind it, or of somebody who is named beside it and not the person."""
        role = mention.role or ""
        if mention.reference != "description" or self._here or self._person not in self._cast.people:
            return False
        kin = role.removesuffix("nya")
        if kin != role and is_kinship(kin) and not is_told(kin):
            return not any(kin in told.lower() for told in self._person.roles)
        since = max(self._written, self._spoke_at)
        apposed = _APPOSED.match(self._text, mention.end)
        if apposed and self._cast.find(apposed["name"], mention.end) not in (None, self._person):
            return True
        begins = _GOES_ON.match(self._text, self._begun)
        goes_on = begins is not None and begins.lastgroup in (None, self._person.sex)
        unlike = not goes_on and not self._is_told(role)
        if unlike and self._others(max(since, self._begun - 1)):
            return True
        return is_plain(role) and bool(self._others(since, sex_told(role)))

    def is_only_reached(self, told: str) -> bool:
        """Say whether the house is told to have found or got the paper whose words these are told to be."""
        if PAPER.match(told) is None:
            return False
        name, paper = map(re.escape, (self._person.name.split()[0], told.split()[0]))
        found = re.compile(rf"\b{name}\b[^.\n]*{_FOUND}\b{paper}\b")
        reached = found.search(self._text, self._since(), self._at)
        return reached is not None and _SENDS.search(self._text, reached.end(), self._at) is None

    def is_another_sex(self, sex: str) -> bool:
        """Say whether "he" or "she" may mean another, who was named or led in since."""
        if self._person.sex == _OTHER[sex]:
            return True
        since = max(self._written, self._spoke_at, self._earlier)
        if _SOMEBODY[sex].search(self._text, since, self._at):
            return True
        if self._here or any(map(self._is_about, self._sentences())):
            return False
        unlike = self._person.sex is None and _PRONOUN[_OTHER[sex]].search(self._text, since, self._at)
        return bool(unlike) or bool(self._others(since, sex))

    def _is_about(self, sentence: str) -> bool:
        """Tell "The keeper has started a fire.", where the person is told to be the keeper."""
        the = _THE.match(sentence)
        return the is not None and any(the["who"] in role_words(told) for told in self._person.roles)

    def is_led_in(self, cue: str | None) -> bool:
        """Say whether a sentence before the words is about somebody of whom the person is not told."""
        for sentence in self._sentences():
            if _WHO_IS.match(sentence) and not self._here:
                return True
            if (that := _THAT_ONE.match(sentence)) is not None:
                return self._is_unlike(that["role"], cue)
        return False

    def _is_unlike(self, role: str, cue: str | None) -> bool:
        sex, own = sex_told(role), self._person
        if sex and own.sex not in (None, sex) and is_sure(own.name):
            return True
        if self._is_told(role):
            return False
        if (answers(cue) and self._spoke_last) or rules_out(role, own):
            return True
        aged = _AGE.search(role)
        return aged is not None and own.age != aged[0] and bool(self._others(self._earlier - 1, sex))

    def _is_told(self, role: str) -> bool:
        """Say whether something else that is told of the person goes with a description."""
        words = role_words(role)
        return bool(words & self._person.words) or any(
            role != told and role_words(told) & words for told in self._person.roles
        )

    def is_asking(self, cue: str | None) -> bool:
        """Say whether the person has just asked what is answered: 'Budi meminta bukti. "…," jawabnya.'"""
        if not answers(cue) or _LETTER.search(self._text, self._begun, self._at):
            return False
        before = [m for m in _SENTENCE.findall(self._text, self._earlier, self._begun) if m.strip()]
        named = "|".join(map(re.escape, self._person.name.split()))
        return bool(before) and re.search(rf"\b(?:{named})\b{_ASKED}", before[-1]) is not None

    def is_addressed(self, said: str) -> bool:
        """Say whether the words are spoken to somebody like the person, who is not the only one there."""
        if self._here or not addresses(said, self._person):
            return False
        return self._spoke_last or bool(self._others(self._earlier - 1))
