"""Who is who over a whole archive: the forms of one person's name, and whether a claimed speaker fits.

A form joins a longer one only where exactly one longer one fits, and where the offices told do not
disagree: two people who share a part of their name are never one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rag.claimed_offices import (
    ACTING,
    BESIDE,
    GENERAL,
    HELD_BY_MANY,
    NAMES,
    ONE_AT_A_TIME,
    PREFIXES,
    by_office,
    is_office,
    own_role,
    same_office,
)
from rag.documents import Quote
from rag.spans import DEGREES
from rag.speech import gazetteer, naming
from rag.speech.names import name_words
from rag.speech.offices import VAGUE, is_kinship, role_words
from rag.words import fold

_VARIANTS = {
    "mohammad": "muhammad", "mohamad": "muhammad", "muhamad": "muhammad", "moh": "muhammad",
    "muh": "muhammad", "mochamad": "muhammad", "mochammad": "muhammad", "moch": "muhammad",
    "mohd": "muhammad",
    "gde": "gede", "ktut": "ketut", "nym": "nyoman", "wyn": "wayan",
    "achmad": "ahmad", "akhmad": "ahmad", "syarief": "syarif", "soe": "su",
}  # fmt: skip
_TODAY = {"oe": "u", "dj": "j", "tj": "c"}
_OLD = re.compile("|".join(_TODAY))
_WORD = re.compile(r"@?\w+(?:['’]\w+)*")
_NOBLE = re.compile(r"\b(?:K\. ?)?R\. ?(?:M|A|H|T|Ay|Ng)\.(?: ?[AH]\.)?(?= ?[A-Z])")  # "R.M. Suryo"
_AGED = re.compile(r"\s*\(\d{1,3}(?: (?:tahun|th|thn))?\)")
_KIAI = re.compile(r"\bK\.\s?H\.?(?!\w)")
_VOWEL = re.compile("[aeiou]")
_LETTERS = re.compile(r"\b[A-Z]{2,6}\b")
# A degree behind a comma has a full stop or a second capital: "Hartono, Budi" is no Hartono with a degree.
_DEGREE = r"(?:[A-Z]\w{0,5}[.A-Z][\w.]{0,5}|Ak|Apt|Ns|Hum)"
_DEGREES = re.compile(rf"(?:,\s*(?:{_DEGREE}[,.\s]*)+|(?:\s+(?:{DEGREES.pattern}))+)$")
_ARTICLES = frozenset("dan of the and si sang oleh kata menurut dari itu".split())
# What a claim may have before the name, as the article does or not.
_TITLES = (
    naming.HONORIFICS | naming.KIN | frozenset("mama mami papa daeng gus bli neng teteh dokter".split())
) - BESIDE  # "Kakek Sari" may be her grandfather
_LONG = 5


@dataclass(slots=True)
class _Person:
    """One person or institution of the archive."""

    name: str
    words: frozenset[str]
    roles: list[str] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)

    @property
    def called(self) -> frozenset[str]:
        """Return the words of the name and of what else the person is called."""
        return self.words | self.aliases


class People:
    """The speakers of an archive, their forms merged."""

    def __init__(self, of: dict[tuple[str, str], _Person]) -> None:
        self._of = of
        self._people = list({id(p): p for p in of.values()}.values())
        self._by_name: dict[str, list[_Person]] = defaultdict(list)
        for (_, name), person in of.items():
            if person not in self._by_name[name]:
                self._by_name[name].append(person)
        self._words = {w for p in self._people for w in p.words}
        self._articles: dict[str, set[str]] = defaultdict(set)
        self._quoted: dict[str, list[_Person]] = defaultdict(list)
        for (path, _), person in of.items():
            self._quoted[path].append(person)
            for word in person.called:
                self._articles[word].add(path)

    @classmethod
    def of(cls, quotes: Iterable[Quote]) -> People:
        """Merge the forms of each person's name over all ``quotes``."""
        forms: dict[tuple[str, str], _Person] = {}
        for quote in quotes:
            if not quote.speaker or not (words := _norm(quote.speaker)):
                continue
            form = forms.setdefault(
                (quote.article, fold(quote.speaker)), _Person(quote.speaker, frozenset(words))
            )
            if quote.role and quote.role not in form.roles:
                form.roles.append(quote.role)
            form.aliases.update(word for alias in quote.aliases for word in _norm(alias))
        return cls(_merge(forms))

    def name(self, quote: Quote) -> str | None:
        """Return the fullest name of the quotation's speaker in the archive, None where nobody is named."""
        person = self._person(quote)
        return person.name if person else quote.speaker

    def articles(self, claimed: str) -> list[str]:
        """Return the articles that quote somebody of the claimed name, by its rarest word."""
        holding = [self._articles[word] for word in _claim(claimed) if word in self._articles]
        return sorted(min(holding, key=len, default=()))

    def same(self, claimed: str, quote: Quote, text: str = "") -> bool | None:
        """Tell whether ``claimed``, as a user types it, is the quotation's speaker; None if that is unknown.

        A part of the name that fits is enough, and so is the office alone where it is the speaker's and
        says which one is meant. A spokesman or head may be claimed as the institution. Whether the office is
        of a house that ``text``, the article's, names elsewhere ("Pelatih Persada Muara Roberto") is unknown.
        """
        wanted = _claim(claimed)
        if not wanted:
            return None
        if not quote.speaker:  # a source without a name is nobody whom a claim names
            held = role_words(quote.role or "")
            offices = bool(held) and all(w in held or (is_office(w) and w not in NAMES) for w in wanted)
            return True if offices and same_office(wanted, quote.role or "") is True else None
        person = self._person(quote) or _Person(
            quote.speaker, frozenset(_norm(quote.speaker)), [quote.role] if quote.role else []
        )
        roles = [own_role(r) for r in (quote.role, *person.roles) if r and not r.isspace()]
        if wanted[0] in gazetteer.GIVEN and not is_office(wanted[0]):  # no part of an office that has it too
            roles = [role for role in roles if wanted[0] not in role_words(role)]
        short = [w for w in wanted if _initials(w, person.name, claimed)]
        matched = [w for w in wanted if w in short or self._is_of(w, person.called)]
        slips = [w for w in matched if w not in person.called and len(w) > 1 and w not in short]
        letters = _LETTERS.findall(claimed) if len(matched) > 1 and not claimed.isupper() else []
        written_out = {fold(each) for each in letters if any(_stands_for(each, role) for role in roles)}
        rest = [w for w in wanted if w not in matched and w not in written_out]
        if len(matched) > 1:  # "M. Jusuf Kalla"
            rest = [w for w in rest if w not in {"m", "muhammad"}]
        if matched:
            if slips and (len(matched) == 1 or not NAMES.isdisjoint(slips)):
                return None  # Suparno or Suparto; or the slip is a name of its own
            same = self._by_name_part(person, matched, rest, roles)
            housed = same is False and wanted == rest + matched and self._is_in_house(rest, roles, text)
            return None if housed else same
        fits = by_office(wanted, roles)
        return False if fits is None and not roles and self._is_anothers(wanted, quote, person) else fits

    def _is_anothers(self, wanted: Sequence[str], quote: Quote, person: _Person) -> bool:
        """Say whether the article of a quotation tells the claimed office of another than ``person``.

        Two may be members, deputies, candidates or former heads: that another is, denies nothing.
        """
        claim = role_words(" ".join(wanted))
        if claim & PREFIXES - ACTING - ONE_AT_A_TIME or not claim & ONE_AT_A_TIME:
            return False
        others = (role_words(r) for p in self._quoted[quote.article] if p is not person for r in p.roles)
        return any(len(held) > 1 and held <= claim and not claim - held & PREFIXES for held in others)

    def _person(self, quote: Quote) -> _Person | None:
        if not quote.speaker:
            return None
        if person := self._of.get((quote.article, fold(quote.speaker))):
            return person
        fitting = self._by_name.get(fold(quote.speaker), [])
        return fitting[0] if len(fitting) == 1 else None

    def _is_of(self, word: str, name: frozenset[str]) -> bool:
        if word in name:
            return True
        if len(word) == 1:
            return any(w.startswith(word) for w in name)
        if len(word) < _LONG or word in self._words or word in naming.ROLE_HEADS:
            return False
        return any(len(w) >= _LONG and _one_slip(word, w) for w in name)

    def _is_in_house(self, words: Sequence[str], roles: Sequence[str], text: str) -> bool:
        """Say whether words are an office that is held, with a house that a text names; no person's name."""
        head, house = words[0], words[1:]
        held = {word for role in roles for word in role_words(role)}
        if head not in naming.ROLE_HEADS or head not in held or not house or held - naming.ROLE_HEADS:
            return False  # or its office is told to be of another house
        if not NAMES.isdisjoint(house) or not self._words.isdisjoint(house):
            return False
        return f" {' '.join(house)} " in f" {' '.join(_WORD.findall(fold(text)))} "

    def _by_name_part(
        self, person: _Person, matched: Sequence[str], rest: Sequence[str], roles: Sequence[str]
    ) -> bool | None:
        if all(len(w) == 1 for w in matched):
            if not rest and set(matched) == person.words:
                return True  # "S (25)", of whom no more is told
            if rest and set(matched) <= person.called:
                return False  # "I Made Rentana" shares his first word with every "I Gusti"
            return None if rest or len(matched) < 2 else True
        if not rest:
            return True
        held = {word for role in roles for word in fold(role).split()}
        if any(word in BESIDE or (is_kinship(word) and len(matched) > 1) for word in set(rest) - held):
            return False  # the wife, or the lawyer, of the speaker
        if set(rest) & PREFIXES - held:
            return None
        told = frozenset().union(*(role_words(r) for r in roles))
        office = role_words(" ".join(rest))
        telling = office - HELD_BY_MANY - gazetteer.PLACES | office & naming.ROLE_HEADS
        alike = [r for r in roles if role_words(r) & telling]
        if alike and all(role_words(role) & PREFIXES - ACTING - office for role in alike):
            return None  # "Gubernur Budi" of the vice governor
        if office <= told:
            return True
        if all(is_office(w) or w in told for w in rest):
            if not roles:  # a place alone is no office: "Agus Malang" is not Agus Salim
                return True if len(matched) > 1 or not office <= gazetteer.PLACES else None
            if alike or not office:
                return True
            if office <= GENERAL:
                return True if len(matched) > 1 else None
            return None if len(matched) > 1 else False  # the name, and another's office
        if len(person.words) == 1 and not is_office(matched[0]):
            return None  # "Budi Hartono" claimed, and the archive knows only "Budi"
        letters = {w for w in person.words if len(w) == 1}
        if rest and all(w[0] in letters for w in rest):
            return None  # "Abdul Rahman Hakim" claimed of "A. Rahman Hakim"
        return False


def _claim(text: str) -> list[str]:
    """Return the words of a claimed speaker that count, folded; an age in brackets is no part of a name."""
    text = _AGED.sub("", text)
    text = _NOBLE.sub("", _KIAI.sub("KH", _DEGREES.sub("", text.strip()) or text)).strip() or text
    found = [_spelt(w) for w in _WORD.findall(fold(text).replace("’", "'").replace(".", " "))]
    last = max((n for n, w in enumerate(found) if w not in _TITLES), default=0)
    # A title stands before a name: that of "Sri Sultan" is his name.
    kept = [
        w
        for n, w in enumerate(found)
        if w not in _ARTICLES and not (w in _TITLES and n < last and not (w == "r" and n == last - 1))
    ]
    return kept or found


def _spelt(word: str) -> str:
    """Return a word of a name as it is spelt today: "Soetrisno", "Djoko", "Tjahjo"."""
    word = _VARIANTS.get(word, word)
    return _OLD.sub(lambda old: _TODAY[old.group()], word) if len(word) > len("soe") else word


def _norm(name: str) -> list[str]:
    return [_spelt(w) for part in name_words(name) for w in _WORD.findall(part.replace(".", " "))]


def _initials(word: str, name: str, claimed: str) -> bool:
    """Tell "bj" in "BJ Habibie" and "tm" for "Teten Masduki" from "Ani", who is not Agus Nur Iman."""
    lettered = _VOWEL.search(word) is None or word.upper() in claimed.split()
    return 2 <= len(word) <= 4 and lettered and "".join(w[0] for w in _norm(name)).startswith(word)


def _stands_for(letters: str, role: str) -> bool:
    """Tell "BMHE", of "Direktur Utama Bara Mahakam Energi": initials in order, some letters from within."""
    words = [w for w in name_words(role) if w not in _ARTICLES]
    for begun in range(len(words)):
        initials, left = 0, letters.lower()
        for word in words[begun:]:
            if left[:1] != word[0]:
                break
            initials, left = initials + 1, left[1:]
            for letter in word[1:]:
                following = words[begun + initials][0] if begun + initials < len(words) else ""
                if left[:1] == letter and left[:1] != following and len(left) > 1:
                    left = left[1:]
        if not left and initials > 1:
            return True
    return False


def _one_slip(a: str, b: str) -> bool:
    """Tell whether one letter changed, too many, too few, or two swapped part two words."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    x, y = a[start:], b[start:]
    return x[1:] == y[1:] or x[1:] == y or x == y[1:] or (x[:2] == y[:2][::-1] and x[2:] == y[2:])


def _merge(forms: dict[tuple[str, str], _Person]) -> dict[tuple[str, str], _Person]:
    """Join every form to the fullest that it can only mean."""
    merged: dict[tuple[str, str], _Person] = {}
    whole: dict[frozenset[str], list[_Person]] = defaultdict(list)
    by_word: dict[str, list[_Person]] = defaultdict(list)
    for key, form in sorted(forms.items(), key=lambda item: (-len(item[1].words), item[0])):
        target = _joined(form, whole, by_word)
        if target is None:
            target = _Person(form.name, form.words)
            whole[form.words].append(target)
            for word in form.words:
                by_word[word].append(target)
        target.roles += [r for r in form.roles if r not in target.roles]
        target.aliases |= form.aliases
        merged[key] = target
    return merged


def _joined(
    form: _Person, whole: dict[frozenset[str], list[_Person]], by_word: dict[str, list[_Person]]
) -> _Person | None:
    if same := whole.get(form.words):
        if len(form.words) > 1:
            return same[0]
        agreeing = [p for p in same if _agree(form, p)]
        return agreeing[0] if len(agreeing) == 1 else None
    first = next(iter(sorted(form.words)))
    fuller = [p for p in by_word[first] if form.words < p.words and _agree(form, p)]
    return fuller[0] if len(fuller) == 1 else None


def _agree(a: _Person, b: _Person) -> bool:
    """Tell whether two forms may be one person by the offices told: none told agrees with any.

    Not so where one of them is but a first name that many have. The place of both is no office: "petani
    asal Karawang", "Kapolres Karawang".
    """
    if not a.roles or not b.roles:
        return not any(len(form.words) == 1 and form.words <= gazetteer.GIVEN for form in (a, b))
    return any((role_words(x) & role_words(y)) - gazetteer.PLACES - VAGUE for x in a.roles for y in b.roles)
