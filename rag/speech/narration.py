"""Whom an article is talking about between its quotations: what a "dia" behind them means."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from rag.speech import gazetteer, naming
from rag.speech.appositions import Mention
from rag.speech.capitals import Known, is_common, is_explained
from rag.speech.cast import Cast, Person
from rag.speech.cues import ANNOUNCING
from rag.speech.floor import tells_of_the_late, the_late, their_dead
from rag.speech.mentions import mention_at
from rag.speech.newcomers import acts_alone, is_another, is_crowd
from rag.speech.offices import is_kinship
from rag.speech.openings import (
    A_BOY,
    BOTH,
    CALLS_ON,
    CHORUS,
    CLAUSE_FIRST,
    ENDS_THERE,
    HAS_A_SAY,
    IN_INITIALS,
    INITIALS,
    LED_BY,
    OF_THE_SAME,
    ONLY_LEADS_UP,
    OWN,
    POINTS_BACK,
    POSTED,
    SHE_IS,
    STEPS_UP,
    THE_ONE,
    THEIR_KIN,
    THEIRS,
    THEN,
    THERE,
    THING,
    TO_SOMEBODY,
    TOPIC,
)
from rag.speech.predicates import telling_clause
from rag.speech.prose import Unit
from rag.speech.speakers import Focus
from rag.speech.subjects import Attribution, is_acted_upon, mentions_in
from rag.speech.told import (
    ONE_OF_THEM,
    PRESENTED,
    acts,
    agent,
    answering,
    circulating,
    enters,
    is_aimed_at,
    reached,
    reacting,
)

_WORD = re.compile(r"\w+")
_BRIEF = 60  # characters: "Thorsgaard legawa."
# "Budi kecewa kepada wasit, yang menurutnya lalai.", and not "Budi, menurutnya, lalai."
_DOES = re.compile(
    r",?(?: (?:tidak|tak|juga|pun|sempat|masih|langsung|lalu|kemudian))* "
    r"(?:me|ber|ke[a-z]+wa|geram|marah)[a-z]*\b"
)
_IN_A_CLAUSE = re.compile(r"\b(?:yang|karena|sebab|lantaran) \Z")
_ONE = re.compile(r"[Ss](?:eorang|alah (?:seorang|satu))\b|(?:An?|One) ")


class Narration:
    """The sentences that report nothing, each read for its subject once somebody asks who is talked about.

    ``spoke`` are those who have spoken so far, kept by the reader of the article.
    """

    def __init__(self, text: str, known: Known, units: Sequence[Unit], spoke: Sequence[Person]) -> None:
        self._text = text
        self._known = known
        self._units = units
        self._spoke = spoke
        self._unread: deque[tuple[int, Unit]] = deque()

    def add(self, n: int, unit: Unit) -> None:
        """Keep the sentence ``n`` for when its subject is wanted."""
        self._unread.append((n, unit))

    @property
    def focus(self) -> Focus:
        """Return who is being talked about behind the sentences added so far."""
        while self._unread:
            self._note_subject(*self._unread.popleft())
        return self._focus

    def glance(self, start: int, end: int) -> None:
        """Keep in mind who acts in ``[start, end)`` upon what another wrote: "Rina menempel pesan Budi:"."""
        for mention in mentions_in(self._text, start, end, self._known)[:1]:
            person = self.focus.cast.meant(mention) if mention.name else None
            if person is not None and person.evident and not person.institution:
                self.focus.take(person, mention)

    def begun_by(self, found: Attribution, unit: Unit) -> Mention | None:
        """Return who is meant where a sentence reports something: by "yang menurutnya", who it is about."""
        mention = found.mention
        if mention is None or mention.reference != "pronoun" or found.rule != "menurut":
            return mention
        first = next(iter(mentions_in(self._text, unit.start, found.start, self._known)), None)
        if first is None or first.start != unit.start or not first.name or first.institution:
            return mention
        within = _IN_A_CLAUSE.search(self._text, unit.start, found.start)
        return first if within and _DOES.match(self._text, first.end) else mention

    @cached_property
    def _focus(self) -> Focus:
        """Everybody whom the article names is gathered where the first one is quoted, and not before."""
        return Focus(Cast(self._text, self._known))

    def _note_subject(self, n: int, unit: Unit) -> None:
        """Keep in mind whom a sentence of narration is about."""
        behind = [later for later in self._units[n + 1 : n + 3] if later.line == unit.line]
        leads_up = any(later.quotations for later in behind)
        announces = bool(behind and behind[0].quotations)
        back = POINTS_BACK.match(self._text, behind[0].start) if behind else None
        quoted_next = bool(behind and behind[0].begins_quoted)
        told_of = leads_up or back is not None
        somebody = back is not None and back["head"].lower() in naming.ROLE_HEADS
        if quoted_next and (asked := answering(self._text, unit, behind[0], self._known)):
            self._focus.take(self._focus.resolve(asked)[0], asked)
            return
        if quoted_next and (message := circulating(self._text, unit, behind[0], self._known)):
            self._focus.take(None, message)
            return
        if their_dead(self._text, unit.start, unit.end) and self._focus.person is not None:
            return
        if tells_of_the_late(self._text, unit.start, unit.end):
            late = Mention(unit.start, unit.end, "anonymous", role="almarhum")
            self._focus.take(the_late(self._text, unit.start, self._focus.cast.people), late)
            return
        if nameless := self._in_initials(unit):
            self._focus.take(None, nameless)
            return
        if BOTH.match(self._text, unit.start) and self._are_several(unit.start):
            self._focus.both_at = unit.start
        the_one = THE_ONE.match(self._text, unit.start, unit.end)
        if the_one and the_one["role"] not in naming.ROLE_HEADS:
            held = self._focus.cast.only(the_one["role"], unit.start)
            if held is not None and not held.institution and not self._is_told_since(held, unit.start):
                self._focus.take(held, Mention(*the_one.span("role"), "description", role=the_one["role"]))
                return
        if self._note_topic(unit):
            return
        if OF_THE_SAME.match(self._text, unit.start):
            self._focus.told_at = unit.start
            return  # "Ia didampingi pengacaranya, Fahmi Bachmid."
        shown = agent(self._text, unit.start, unit.end, self._known)
        led_by = LED_BY.match(self._text, unit.start, unit.end)
        placed = THERE.match(self._text, unit.start, unit.end) if led_by is None else None
        placed = placed if placed and (announces or THEIRS.match(self._text, placed.end())) else None
        begun = led_by.end() if led_by else placed.end() if placed else unit.start
        acting = mentions_in(self._text, begun, min(unit.end, unit.start + 250), self._known)
        presented = PRESENTED.match(self._text, unit.start, unit.end)
        if presented and quoted_next and self._text.startswith("Orang", unit.start):
            presented = None  # 'Orang yang pertama melihat adalah Rina. "Dia melapor," ujarnya.'
        if presented:  # "Pak RT yang dimaksud adalah Slamet."
            acting = [mention for mention in acting if mention.start >= presented.end()]
        if quoted_next and (relative := self._nameless_kin(acting, begun, unit.end)):
            self._focus.take(None, relative)
            return
        if announces and acting and acting[0].start == begun and self._in_chorus(acting[0], behind[0]):
            self._focus.take(None, acting[0])
            return
        acting = self._beside_the_same(acting, unit.start)
        led_up_to = False
        answers_it = reacting(self._text, unit.start, unit.end, self._known)
        answers_it = answers_it or reached(self._text, unit, self._known)
        for mention in (answers_it, *acting, shown):
            if mention is None or mention.reference == "pronoun" or CALLS_ON.match(self._text, mention.end):
                continue
            if mention is not answers_it and is_aimed_at(self._text, mention, unit.start):
                continue
            if shown is not None and self._text.endswith(("'s", "’s"), mention.start, mention.end):
                continue  # "Brandt's view was not shared by Chen Wei-Lin."
            kin = mention is not shown and mention.role is not None and is_kinship(mention.role)
            if kin and shown is not None and self._text.endswith(", ", shown.end, mention.start):
                continue  # "Kritik datang dari Darmawan, paman Hendra."
            if mention.reference != "named":
                if mention is answers_it:
                    self._focus.take(None, mention)
                    return
                if shown is not None and 0 <= shown.start - mention.end <= 1:  # "Salah satunya Sari Dewi"
                    continue
                if self._leads_up_to(mention, acting):
                    led_up_to = True
                    continue
                if self._note_nameless(mention, begun, unit.end, leads_up, announces):
                    return
                continue
            person = self._focus.cast.meant(mention)
            if announces and person and mention.role and self._focus.resolve(mention)[0] is None:
                self._focus.take(None, replace(mention, reference="anonymous"))  # "kuasa hukum Bima"
                return
            is_shown = shown is not None and mention.start == shown.start
            is_shown = is_shown and (presented is not None or self._is_shown(mention, unit))
            one_of_them = is_shown and (presented or ONE_OF_THEM.match(self._text, unit.start))
            steps_in = led_up_to or (somebody and mention.start == begun)
            led_in = mention.start == begun or A_BOY.fullmatch(self._text, begun, mention.start)
            steps_in = steps_in or bool(quoted_next and led_in and self._is_given(mention))
            steps_in = steps_in and enters(self._text, mention, unit.end, self._known)
            told_to_be = mention.start == begun and self._is_told_to_be(mention)
            steps_in = steps_in or (told_to_be and self._is_given(mention))
            if person is None and (one_of_them or steps_in or SHE_IS.match(self._text, mention.end)):
                person = self._focus.resolve(mention)[0]
            if person is None and (mention is answers_it or told_to_be):  # whose name is not made out
                self._focus.take(None, replace(mention, reference="anonymous"))
                return
            if person is not None and THING.match(person.name) and person not in self._spoke:
                continue
            if person is not None and person.institution and person not in self._spoke:
                if person.name.lower() in gazetteer.PLACES:
                    continue  # where a paper is: "BANDUNG, (PP).- Sekitar 200 buruh"
                if person.name.lower() in naming.PLATFORMS and mention.start > begun:
                    continue  # "pesan berantai WhatsApp"
                self._focus.note_group(person)
                return
            if person is not None and (
                person.evident
                or SHE_IS.match(self._text, mention.end)
                or mention is answers_it
                or person in self._spoke
                or (self._turns_to(person, mention, leads_up) and unit.end - unit.start <= _BRIEF)
                or (told_of and acts(self._text, mention, unit.end, self._known, len(person.words)))
                or steps_in
                or is_shown
                or told_to_be
            ):
                if self._is_a_namesake(person, mention):
                    self._focus.take(None, replace(mention, reference="anonymous"))
                else:
                    self._focus.take(person, mention)
                return

    def _is_given(self, mention: Mention) -> bool:
        """Tell "Samsul" by itself, whom only the answers of an interview name, from "Anggaran"."""
        name = (mention.name or "").lower()
        return name in gazetteer.GIVEN and name not in gazetteer.PLACES and not is_common(name)

    def _is_told_to_be(self, mention: Mention) -> bool:
        """Tell by "Tarimbu, yang juga menjadi kapten," that a name is somebody's."""
        clause = telling_clause(self._text, mention.end, named=True)
        thing = mention.institution or THING.match(mention.name or "")
        return clause is not None and not thing and clause["role"].lower() in naming.ROLE_HEADS

    def _in_initials(self, unit: Unit) -> Mention | None:
        """Return who acts by initials alone, as an article led in those whom it does not name."""
        found = INITIALS.match(self._text, unit.start, unit.end)
        person = self._focus.cast.find(found["who"], unit.start) if found else None
        if found is None or (person is not None and not person.institution):
            return None
        led_in = re.search(rf"{IN_INITIALS}{found['who']}\b", self._text[: unit.start])
        return Mention(*found.span("who"), "anonymous") if led_in else None

    def _are_several(self, position: int) -> bool:
        """Say whether two people or more are named before a place."""
        return sum(p.seen[0] < position and not p.institution for p in self._focus.cast.people) > 1

    def _is_told_since(self, held: Person, position: int) -> bool:
        """Say whether a paragraph names others since somebody was, who may go on: the coach of his keeper."""
        begun = self._text.rfind("\n", 0, position)
        last = max((at for at in held.seen if begun < at < position), default=begun)
        others = (p for p in self._focus.cast.people if p is not held and not p.institution)
        return any(last < at < position for p in others for at in p.seen)

    def _is_a_namesake(self, person: Person, mention: Mention) -> bool:
        """Tell by "his" or "her" that a surname is of somebody else of the family."""
        own = OWN.match(self._text, mention.end)
        if own is None or (mention.name or "").lower() not in {w.lower() for w in person.name.split()[1:]}:
            return False
        return person.sex is not None and person.sex != ("m" if own["whose"] == "his" else "f")

    def _nameless_kin(self, acting: Sequence[Mention], begun: int, end: int) -> Mention | None:
        """Return the kin without a name that a sentence begins with: "Istrinya menghela napas."."""
        their = THEIR_KIN.match(self._text, begun, end)
        if their and (is_kinship(their["kin"]) or their["kin"] in naming.ROLE_HEADS):
            return Mention(begun, their.end(), "anonymous", role=their["kin"])
        first = acting[0] if acting and acting[0].start == begun else None
        nameless = first is not None and first.name is None and " " not in (first.role or " ")
        if first is None or not nameless or not is_kinship(first.role or " "):
            return None
        return first if self._focus.resolve(first)[0] is None else None

    def _in_chorus(self, mention: Mention, quoting: Unit) -> bool:
        """Tell 'Massa memadati gedung DPR. "…" seru mereka.', where it is not the body that speaks."""
        together = CHORUS.match(self._text, quoting.quotations[-1].closing)
        return is_crowd(self._text, mention) and together is not None

    def _beside_the_same(self, acting: list[Mention], begun: int) -> list[Mention]:
        """Leave out whom a sentence only names beside "ia", who was talked about before: "Karena honornya
        dipotong Budi Lestari, ia pulang."."""
        same = next((m for m in acting if m.reference == "pronoun" and self._is_he(m)), None)
        if same is None:
            return acting
        clause = CLAUSE_FIRST.match(self._text, begun) is not None  # "Saat ia ditanya, Rina menggeleng."
        goes_on = self._text.endswith(", ", 0, same.start)  # "Bersama rekannya, Budi, ia datang."
        acting = [m for m in acting if not is_acted_upon(self._text, m)]
        return [m for m in acting if clause or m.start == begun or (m.start < same.start and not goes_on)]

    def _is_he(self, mention: Mention) -> bool:
        return self._text[mention.start : mention.end].lower() in {"ia", "dia", "beliau", "he", "she"}

    def _is_shown(self, mention: Mention, unit: Unit) -> bool:
        """Tell "Salah satunya Ujang." and two words of a name from a word that may be anything."""
        one_of_them = ONE_OF_THEM.match(self._text, unit.start) and self._text[mention.end : unit.end] == "."
        return " " in (mention.name or "") or bool(one_of_them)

    def _leads_up_to(self, mention: Mention, acting: Sequence[Mention]) -> bool:
        """Tell whether a description only leads up to a name between commas."""
        later = (m for m in acting if m.start > mention.end and m.reference == "named")
        named = next(later, None)
        return (
            named is not None
            and ENDS_THERE.match(self._text, named.end) is not None
            and ONLY_LEADS_UP.fullmatch(self._text, mention.end, named.start) is not None
        )

    def _turns_to(self, person: Person, mention: Mention, leads_up: bool) -> bool:
        """Tell "Thorsgaard legawa." and "Tapi Edmilson ngamuk.", where part of somebody's name stands."""
        short = " " not in (mention.name or "")
        return len(person.words) > 1 and (leads_up or short)

    def _note_topic(self, unit: Unit) -> bool:
        """Keep in mind whom a sentence tells about that begins with "Bagi Painem, …"."""
        if some := TO_SOMEBODY.match(self._text, unit.start, unit.end):
            one = mention_at(self._text, some.end(), unit.end, self._known)
            if one is not None and one.reference == "anonymous":
                self._focus.take(None, one)
                return True
        if posted := POSTED.match(self._text, unit.start, unit.end):
            writer = mention_at(self._text, posted.end(), unit.end, self._known)
            if writer is not None and writer.name:
                self._focus.take(self._focus.resolve(writer)[0], writer)
                return True
        found = TOPIC.match(self._text, unit.start, unit.end)
        mention = mention_at(self._text, found.end(), unit.end, self._known) if found else None
        if mention is None or not mention.name or not THEN.match(self._text, mention.end, unit.end):
            return False
        person = self._focus.cast.meant(mention)
        related = found is not None and found.group().endswith(", ")
        if person is not None and person.institution:
            return False
        if person is None or not (person.evident or person.age or related):
            if person is None and (
                mention.institution or is_explained(mention.name) or is_common(mention.name)
            ):
                return False
            self._focus.take(None, replace(mention, reference="anonymous"))  # somebody, who is not made out
            return True
        self._focus.take(person, mention)
        return True

    def _note_nameless(self, mention: Mention, begun: int, end: int, leads_up: bool, announces: bool) -> bool:
        """Keep in mind somebody without a name whom a sentence begins with at ``begun``; ``announces`` says
        that the next one quotes."""
        steps_in = announces and mention.start == begun and acts_alone(self._text, mention)
        if mention.reference == "description":
            person, _ = self._focus.resolve(mention)
            if person is not None and person.institution and person not in self._spoke:
                self._focus.note_group(person)
                return True
            talked = person in (self._focus.person, self._focus.last)  # and not whom the words alone tell
            steps_in = steps_in and (person is None or (talked and is_another(mention, person)))
            if person is not None and not steps_in:
                self._focus.take(person, mention)
                return True
        if steps_in:
            self._focus.take(None, mention)
            return True
        if (mention.role or "").lower().startswith("sumber"):  # "Sumber di dinas itu menunjukkan bukti."
            self._focus.take(None, mention)
            return True
        one = _ONE.match(self._text, mention.start) is not None
        acting = any(m.group().lower() in ANNOUNCING for m in _WORD.finditer(self._text, mention.end, end))
        acting = acting or HAS_A_SAY.match(self._text, mention.end, end) is not None
        acting = acting or (one and STEPS_UP.match(self._text, mention.end, end) is not None)
        several = mention.plural and mention.role is not None and not (one and (acting or leads_up))
        if several or mention.start - begun > (90 if acting else 40):
            return False
        if acting or one:
            self._focus.take(None, mention)
            return True
        return False
