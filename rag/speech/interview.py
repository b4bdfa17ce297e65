"""Interviews: where an article announces one, with whom, and what is asked in it."""

from __future__ import annotations

import re
from functools import cached_property

from rag.documents import Article
from rag.speech.appositions import Mention
from rag.speech.capitals import Known
from rag.speech.cast import Cast, Person
from rag.speech.prose import Unit
from rag.speech.speakers import Focus
from rag.speech.subjects import speaker_at
from rag.words import fold, folded

# The end of an introduction that says an interview follows.
_INTERVIEW = re.compile(
    r"\b(?:[Bb]erikut|[Ii]ni(?:lah)?|[Ss]imak)\b[^\n.]{0,40}\b(?:petikan|kutipan|cuplikan|nukilan|wawancara|"
    r"perbincangan|percakapan|obrolan|tanya jawab)[^\n]{0,120}[.:][ \t]*$"
    r"|\bmenjawab (?:\w+ )?pertanyaan [^\n.?!]{0,80}[.:][ \t]*$",
    re.MULTILINE,
)
# Without one of these no text announces an interview.
_SIGNS = (
    "petikan", "kutipan", "cuplikan", "nukilan", "wawancara", "perbincangan", "percakapan", "obrolan",
    "tanya jawab", "menjawab ",
)  # fmt: skip
# A paragraph that puts a question and says so by a label: "T: Mengapa bengkel?".
_LABELLED = re.compile(r"^(?:Tanya|Pertanyaan|T|Q)\s*[:.]\s+[^\n]{3,300}\?[ \t]*$", re.MULTILINE)
_FEWEST_LABELLED = 2
# One that does not, with the answer behind it in the first person.
_PUT = re.compile(
    r"^(?P<asks>(?![\"“”‘'«])[^\n]{3,300}\?)[ \t]*\n\s*(?![\"“”‘'«])(?P<answer>[^\n]+[^?\s])[ \t]*$",
    re.MULTILINE,
)
# One before an answer in marks, and a question to somebody: "Apa Anda marah?".
_PUT_IN_MARKS = re.compile(
    r"^(?P<asks>(?![\"“”‘'«])[^\n]{3,300}\?)[ \t]*\n\s*(?:[A-Z][^\n.\"“«]{3,80}\. )?[\"“«]", re.MULTILINE
)
_TO_ONE = re.compile(r"\b(?:[Aa]nda|[Kk]amu|[Yy]ou|[Yy]our|Bapak|Ibu|Mas|Mbak|Bang|Kak)\b")
_FEWEST_TO_ONE = 2
_SOMEBODYS = re.compile(r"\b(?:[A-Za-z]+nya|(?:[Hh]er|[Hh]is|[Tt]heir) [a-z]+),?(?: [a-z]+){0,3} \Z")
_LEAD = 40  # characters
OF_ONESELF = re.compile(r"\b(?:saya|kami|aku|kita|gue|I|we|my|our)\b", re.IGNORECASE)
_FEWEST_PUT = 3
# "Wartawan Kompas Iqbal mewawancarai Mahfud MD di Jakarta. Berikut petikannya."
_MET = re.compile(r"\bmewawancarai (?=[A-Z])")
_PARTNER = re.compile(r"\b(?:dengan|bersama)\s+")
_ASKED = re.compile(r"(?:Tanya|Pertanyaan|T|Q)\s*[:.]\s")
_LABEL = re.compile(r"\s*(?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}): +")
_LONGEST_QUESTION = 40
# So many statements before it make an answer of what ends in a question.
_STATED, _STATEMENTS = re.compile(r"[.!] "), 3
# A question that is put as a statement is shorter.
LONGEST_REMARK = 20


def announced(text: str) -> re.Match[str] | None:
    """Return where a text says that an interview follows."""
    return _INTERVIEW.search(text) if any(sign in text for sign in _SIGNS) else None


def begins_by_form(text: str) -> int:
    """Return where the first question stands of several that are answered in turn; -1 where none are."""
    if "?" not in text:
        return -1
    labelled = [found.start() for found in _LABELLED.finditer(text)]
    if len(labelled) >= _FEWEST_LABELLED:
        return labelled[0]
    put = [
        found.start()
        for found in _PUT.finditer(text)
        if is_question(found["asks"]) and OF_ONESELF.search(found["answer"])
    ]
    return put[0] if len(put) >= _FEWEST_PUT else -1


def _begins_in_marks(text: str) -> int:
    """Return where the first question stands of several to one person, who answers in marks; -1: none do."""
    put = [m for m in _PUT_IN_MARKS.finditer(text) if is_question(m["asks"])] if "?" in text else []
    to_one = [found for found in put if _TO_ONE.search(found["asks"])]
    return put[0].start() if len(put) >= _FEWEST_PUT and len(to_one) >= _FEWEST_TO_ONE else -1


def is_question(words: str) -> bool:
    """Tell whether words ask something, and are no whole paragraph that ends in doing so."""
    asked = words[-1] == "?" and len(words.split()) <= _LONGEST_QUESTION
    asked = asked and len(_STATED.findall(words)) < _STATEMENTS
    return asked or _ASKED.match(words) is not None


class Interview:
    """The interview that a text announces, if it announces one."""

    def __init__(self, text: str, masked: str, known: Known) -> None:
        """``masked`` is the text with what is quoted blotted out."""
        self._whole = text
        self._text = masked
        self._known = known

    @property
    def begins(self) -> int:
        """Return where the announcement ends, or the first question stands; -1 where there is neither."""
        return self._without_marks if self._without_marks >= 0 else self._in_marks

    @cached_property
    def _lead(self) -> re.Match[str] | None:
        return announced(self._text)

    @cached_property
    def _without_marks(self) -> int:
        return self._lead.end() if self._lead else begins_by_form(self._whole)

    @cached_property
    def _in_marks(self) -> int:
        return -1 if self._without_marks >= 0 else _begins_in_marks(self._whole)

    @property
    def partner(self) -> Mention | None:
        """Return with whom the interview is said to be."""
        lead = self._lead
        if lead is None:
            return None
        paragraph = self._text.rfind("\n", 0, lead.start()) + 1
        partner = _PARTNER.search(self._text, *lead.span()) or _MET.search(self._text, paragraph, lead.end())
        return speaker_at(self._text, partner.end(), self.begins, self._known) if partner else None

    def interviewee(self, focus: Focus, article: Article) -> Person | None:
        """Return with whom the interview is said to be, else who is talked about where it begins."""
        if told := self.told(focus, article):
            return told
        people = self._people(focus, article)
        if self._in_marks < 0:
            return people[0] if len(people) == 1 else focus.interviewee(self.begins, article.author)
        told_of = [p for p in people if p.seen[-1] > self._in_marks]
        return next((found[0] for found in (people, told_of) if len(found) == 1), None)

    def told(self, focus: Focus, article: Article) -> Person | None:
        """Return with whom the interview is said to be, else the one whom its title names."""
        if named := self.partner:
            return focus.resolve(named)[0]
        words = set(folded(article.title or ""))
        titled = [p for p in self._people(focus, article) if p.words & words]
        return titled[0] if len(titled) == 1 else None

    def _people(self, focus: Focus, article: Article) -> list[Person]:
        """Return who is named before the first question, but for who asks and who keeps somebody company."""
        asks = fold(article.author or "")
        people = [p for p in focus.cast.people if not p.institution and fold(p.name) != asks]
        return [p for p in people if p.seen[0] < self.begins and not self._keeps_company(p)]

    def introduced(self, mention: Mention, focus: Focus, article: Article) -> Person | None:
        """Return whom "ujarnya" means in the paragraph that announces the interview, where that is told."""
        announced = mention.end < self.begins and "\n" not in self._text[mention.end : self.begins]
        if not announced or mention.reference != "pronoun" or (told := self.told(focus, article)) is None:
            return None
        begun = self._text.rfind("\n", 0, mention.start) + 1
        others = (p for p in focus.cast.people if p is not told and not p.institution)
        return None if any(begun <= at < mention.start for p in others for at in p.seen) else told

    def _keeps_company(self, person: Person) -> bool:
        """Tell who is led in as somebody else's: "Suaminya, produser Bram, ikut menemani."."""
        begun = self._text.find(person.name.split()[0], person.seen[0])
        return _SOMEBODYS.search(self._text, max(0, begun - _LEAD), begun) is not None

    def puts(self, unit: Unit) -> bool:
        """Tell whether a sentence is a question that somebody answers in marks."""
        ends = self._text[unit.end - 1 : unit.end + 1]
        return -1 < self._in_marks <= unit.start and ends.startswith("?") and ends[1:] in {"", "\n"}

    def labelled(self, start: int, cast: Cast) -> Person | None:
        """Return who is named by the label of an answer at ``start``: "Penny: Izin terbit pekan depan."."""
        line = self._whole.rfind("\n", 0, start) + 1
        label = _LABEL.fullmatch(self._whole, line, start)
        return cast.find(label["name"], start) if label else None

    def asks(self, before_it: Unit, unit: Unit) -> bool:
        """Tell whether the paragraph that ``before_it`` ends puts a question, or a remark short enough."""
        between = self._text.rfind("\n", 0, before_it.start) + 1
        words = self._text[between : before_it.end].strip()
        follows = -1 < self.begins <= between and before_it.line != unit.line
        if self._in_marks >= 0:
            return follows and self.puts(before_it)
        return follows and bool(words) and (is_question(words) or len(words.split()) <= LONGEST_REMARK)
