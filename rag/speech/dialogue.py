"""Whose turn it is to speak where a reference alone tells: who answers, and who asks again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.documents import Quote
from rag.speech.appositions import Mention
from rag.speech.callings import rules_out
from rag.speech.capitals import Known
from rag.speech.cast import Person
from rag.speech.doubts import Doubts, addresses
from rag.speech.floor import has_no_floor, is_accused, is_of_treated, is_open, names, sentence_around
from rag.speech.mentions import mention_at
from rag.speech.newcomers import is_indefinite
from rag.speech.speakers import Focus, answers, sex_told
from rag.speech.subjects import Attribution
from rag.words import fold, folded

# "Agus memerintahkan Lilis mengirim selimut. "Siap," jawabnya."
_BIDS = "memerintahkan|menyuruh|menugaskan|menantang"
_BIDDING = re.compile(rf"(?:{_BIDS})\b", re.IGNORECASE)
# "tanya Jokowi kepada Sumiati", "prosecutor Rini asked Kasdi"
_TO_WHOM = re.compile(rf"\b(?:[Kk]epada|pada|asked|{_BIDS})\s+(?=\S)")
# "Asked whether prices would rise, he replied"
_BY_REPORTERS = re.compile(
    r"\W*(?:(?:When |Saat |Ketika )?(?:asked|ditanya)|Menjawab pertanyaan)\b", re.IGNORECASE
)
_REPORTERS = re.compile(r"\b(?:wartawan|jurnalis|reporters?|awak media|pewarta)\b", re.IGNORECASE)
# "Kenapa tidak bilang, Mas?"
_ADDRESSES = re.compile(r",? (?:Mas|Mbak|Pak|Bu|Bang|Kak|Dik|Nak|Om|Tante|Bapak|Ibu|Sir|Madam)\?$")
# Characters behind somebody's words in which their paragraph ends.
_NEAR = 90
# Who goes on has spoken before.
_GOES_ON = re.compile(r"(?:tambah|imbuh|lanjut|sambung|pungkas)", re.IGNORECASE)
# Somebody else, whom the words are of, and the one who says "I".
_ANOTHER = re.compile(
    r"\b(?:[Bb]eliau|[Aa]lmarhum(?:ah)?|[Mm]endiang|[Jj]enazah(?:nya)?|[Yy]ang bersangkutan)\b"
)
_I = re.compile(r"\b(?:saya|aku|gue|gua|beta|I|my|me)\b", re.IGNORECASE)
_IN_A_CASE = frozenset("korban pelaku tersangka terdakwa terpidana pasien suspect victim defendant".split())
_BREAKS = re.compile(r"\n+")
_SENTENCE_ENDS = re.compile(r"[.!?\n]")
# Words of what is thrown back and forth, and verbs before it.
_BRIEF, _REPLIES = 15, frozenset("membalas menimpali menyahut menjawab menyela".split())
_FELLOWS = frozenset("temannya rekannya kawannya sahabatnya koleganya tetangganya".split())
_ASKS = re.compile(r"(?:tanya|bertanya|menanyakan|menanyai|ask)", re.IGNORECASE)


class Dialogue:
    """Who has spoken so far in one article, in order; ``text`` is the article, ``masked`` its prose."""

    def __init__(self, text: str, masked: str, known: Known) -> None:
        self.spoke: list[Person] = []
        self.exchanging = False  # two take turns without being named
        self._text = text
        self._masked = masked
        self._known = known
        self._doubts = Doubts(masked)

    def note(self, person: Person | None) -> None:
        """Keep who has just spoken."""
        if person is not None and (not self.spoke or self.spoke[-1] is not person):
            self.spoke.append(person)

    def alone(self, quotes: Sequence[Quote], person: Person | None, words: str) -> Person | None:
        """Return who says the ``words`` that stand alone behind ``quotes``; ``person`` is who is talked about
        there, and nobody asks himself."""
        found = self._in_turn(quotes, person, words)
        asked = found is not None and words.endswith("?") and addresses(words, found)
        return None if asked else found

    def _in_turn(self, quotes: Sequence[Quote], person: Person | None, words: str) -> Person | None:
        previous, asks = (quotes[-1] if quotes else None), words.endswith("?")
        if previous is None or len(self.spoke) < 2:
            return person
        parted = "\n" in self._text[previous.end : previous.end + _NEAR]
        if asks and parted and previous.rule != "alone" and _ADDRESSES.search(words):
            return None  # somebody else, who speaks to them
        if self._is_exchanged(quotes, words) and (self.exchanging or person is self.spoke[-1]):
            self.exchanging = True
            self.spoke.append(self.spoke[-2])
            return self.spoke[-1]
        self.exchanging = False
        if asks and answers(previous.cue) and person is self.spoke[-1]:
            person = self.spoke[-2]  # who was answered
            self.spoke.append(person)
        again = previous.rule == "alone" and not asks  # who was answered has asked again
        asked = (previous.cue or "").startswith(("tanya", "asked")) or again
        asked = asked and self._is_question(previous)
        return self.spoke[-2] if asked and previous.speaker == self.spoke[-1].name else person

    def _is_exchanged(self, quotes: Sequence[Quote], words: str) -> bool:
        """Say whether words answer what has just answered another: two people throw short sentences back and
        forth, each in a paragraph of its own."""
        last, *before = reversed(quotes[-2:])
        if max(len(words.split()), len(last.text.split())) > _BRIEF:
            return False
        if last.rule == "alone":
            return self.exchanging
        other = before[0] if before else None
        if other is None or other.kind != "direct" or other.speaker in (None, last.speaker):
            return False
        near = self._text.count("\n", other.end, last.start) in (1, 2)
        replied = answers(last.cue) or (last.cue or "").lower() in _REPLIES
        return near and replied and last.kind == "direct"

    def turn(
        self, found: Attribution, person: Person | None, last: Quote | None, focus: Focus
    ) -> Person | None:
        """Return whom the reference of ``found`` means behind the quotation ``last``, ``person`` by itself.

        Who asked does not answer: where nobody else is known, nobody is meant.
        """
        mention = found.mention
        latest = self.spoke[-1].name if self.spoke else None
        if (
            mention is None
            or last is None
            or (person is not None and person.name not in (latest, last.speaker))
        ):
            return person
        if is_indefinite(self._masked, mention) or self._told_since(last, mention, focus):
            return person  # "timpal seorang mahasiswi"
        if (mention.role or "").lower() in _FELLOWS:
            return person  # "timpal temannya", who has not spoken
        if _BY_REPORTERS.match(self._masked, found.start) or self._is_asked_in_prose(last, mention):
            return person
        cue = (found.cue or "").lower()
        parted = "\n" in self._text[last.end : mention.start]
        own = last.speaker is not None and last.speaker == (person.name if person else latest)
        if answers(cue):
            bid = _BIDDING.match(last.cue or "") is not None
            if own and (bid or self._asks(last) or (answers(last.cue) and last.kind == "direct")):
                told, asked = self._asked(last, mention, focus)
                return asked if told else self._other(mention.role)
            if person is None and self._asks(last) and _REPORTERS.search(last.role or ""):
                return focus.person or next(reversed(self.spoke), focus.alone_before(mention.start))
            to_somebody = last.kind == "direct" or not cue.startswith("jawab")
            to_somebody = to_somebody and parted and (person is None or person.name == latest)
            return (self._other(mention.role) if to_somebody else None) or person
        if cue.startswith("tanya") and answers(last.cue):
            return self._other(mention.role) or person
        if own and self._asks(last):
            told, asked = self._asked(last, mention, focus)
            return asked if told and (parted or asked is None) else person
        return person

    def still(
        self, person: Person | None, found: Attribution, said: str, quotes: Sequence[Quote], focus: Focus
    ) -> Person | None:
        """Return who speaks where a pronoun by itself means ``person``, who may only be told of so far.

        It is who was talked about before, or the last speaker of ``quotes``, where the reporting word goes
        on, where ``person`` is dead, away or somebody's other, or where the words ``said`` are of somebody
        like ``person``; nobody where that is open.
        """
        own = [q for q in quotes if person is not None and q.speaker == person.name]
        if person is None or any(q.kind == "direct" for q in own):
            return person
        last = next((q for q in reversed(quotes) if q.speaker and q not in own), None)
        spoke = next((p for p in reversed(self.spoke) if last and p.name == last.speaker), None)
        spoke = spoke or (focus.cast.find(last.speaker or "", last.start) if last else None)
        spoke = None if spoke is not None and spoke.institution else spoke
        if not own and spoke and _GOES_ON.match(found.cue or ""):
            return person if self._is_open(quotes, found) else spoke
        others = names(said, person) or is_of_treated(self._masked, said, person)
        if others or (not own and self._has_no_floor(person, focus.at, found, said)):
            near = last is not None and len(_BREAKS.findall(self._masked, last.end, found.start)) <= 2
            return self._had_it(focus, found) or (spoke if near else None)
        lead, behind = sentence_around(self._masked, focus.at, person.name)
        asked = "?" in self._masked[focus.at : found.start]
        if not own and is_open(lead, behind, said, asked=asked):
            return None
        if own or spoke is None or _I.search(said):
            return person
        told = _IN_A_CASE & {word for role in person.roles for word in fold(role).split()}
        if _ANOTHER.search(said) or (told and not {*told, "dia"}.isdisjoint(folded(said))):
            return spoke
        return None if found.rule == "cue after" and is_accused(behind) else person

    def sure(
        self, person: Person | None, found: Attribution, said: str, quotes: Sequence[Quote], focus: Focus
    ) -> Person | None:
        """Return ``person`` where nothing speaks against it that the reference of ``found`` means him."""
        if person is None:
            return None
        last = quotes[-1] if quotes else None
        return None if self._doubts.arise(person, found, said, last, focus.cast) else person

    def _has_no_floor(self, person: Person, at: int, found: Attribution, said: str) -> bool:
        """Say whether ``person``, told of at ``at``, is not who says the words."""
        lead, told = sentence_around(self._masked, at, person.name)
        ends = _SENTENCE_ENDS.search(self._masked, found.end)
        clause = self._masked[found.start : ends.start() if ends else found.end]
        spoken = found.rule == "cue after"
        return has_no_floor(lead, told, said, clause, spoken=spoken)

    def _had_it(self, focus: Focus, found: Attribution) -> Person | None:
        """Return who was talked about before the one told of now, in the same paragraph."""
        had = focus.before
        if had is None or had.institution or "\n" in self._masked[focus.before_at : focus.at]:
            return None
        return None if self._has_no_floor(had, focus.before_at, found, "") else had

    def _is_open(self, quotes: Sequence[Quote], found: Attribution) -> bool:
        """Say whether it is not known who has spoken last, in the same paragraph."""
        last = next((q for q in reversed(quotes) if q.kind == "direct"), None)
        return last is not None and last.speaker is None and "\n" not in self._text[last.end : found.start]

    def _told_since(self, last: Quote, mention: Mention, focus: Focus) -> bool:
        """Say whether the paragraph tells of somebody before what is answered: 'Rekannya mengangguk. "…,"
        timpalnya.'"""
        told = focus.nameless.start if focus.nameless is not None else focus.at
        begun = self._text.rfind("\n", 0, mention.start)
        behind = _SENTENCE_ENDS.search(self._masked, last.end, max(last.end, told))  # not who is quoted there
        return mention.reference == "pronoun" and begun < told < mention.start and behind is not None

    def _is_asked_in_prose(self, last: Quote, mention: Mention) -> bool:
        """Say whether the reporter's own words ask: 'Apakah ia tidak takut? "…," jawabnya.'"""
        return "?" in self._masked[last.end + 1 : mention.start]

    def _is_question(self, quote: Quote) -> bool:
        return self._text[quote.end - 1] == "?"

    def _asks(self, quote: Quote) -> bool:
        said = _ASKS.match(quote.cue or "") is not None
        return said if quote.kind == "indirect" else self._is_question(quote)

    def _asked(self, last: Quote, mention: Mention, focus: Focus) -> tuple[bool, Person | None]:
        """Tell whether the question ``last`` was put to somebody, and to whom where he is named."""
        begun = last.start if last.kind == "indirect" else last.end
        for lead in _TO_WHOM.finditer(self._masked, begun, mention.start):
            named = mention_at(self._masked, lead.end(), mention.start, self._known)
            if named is not None and named.name and not named.institution:
                person, _ = focus.resolve(named)
                return True, person if person is not None and person.name != last.speaker else None
            if named is not None and named.reference == "anonymous" and not named.institution:
                return True, None  # "tanya Pramono kepada seorang ibu"
        return False, None

    def _other(self, told: str | None) -> Person | None:
        """Return who alone spoke before the last speaker, and can be whom a description tells of."""
        sex = sex_told(told or "")
        others = (p for p in reversed(self.spoke[:-1]) if p is not self.spoke[-1])
        others = (p for p in others if not rules_out(told or "", p))
        able = [p for p in others if sex is None or p.sex in (None, sex)]
        return able[0] if able and all(p is able[0] for p in able) else None
