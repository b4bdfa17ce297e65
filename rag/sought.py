"""What is looked for as a short answer, found once for a question and its terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.asked import units
from rag.holders import OFFICES, asked_role, whose
from rag.matching import stems_of
from rag.question import Question
from rag.spans import Kind
from rag.terms import Term, in_english
from rag.words import folded, stem

# What stands for a term in a sentence (stems), its weight, and whether it is of a name.
Form = tuple[frozenset[str], float, bool]

_ASKS_PLACE = re.compile(r"\b(di|ke|dari) ?mana\b")
# "Where did they take her": "dibawa ke …", where "Where did she study" has "kuliah di …".
_GOES = re.compile(
    r"\b(?:go|goes|going|went|gone|mov(?:e|ed|ing)|tak(?:e|en|ing)|took|sen[dt]|sending|fl(?:y|ee|ed|ew|own)|"
    r"travel\w*|head\w*|run|ran|br(?:ing|ought)|sail\w*|ship\w*|export\w*|transfer\w*|"
    r"return\w*|evacuat\w*|end up|to)\b",
    re.IGNORECASE,
)
_ASKS_NAME = re.compile(r"\b(?:nama(?:nya)?|names?)\b", re.IGNORECASE)
# Nouns of what has a name and is no institution.
_OF_NO_BODY = frozenset(
    map(
        stem,
        "merek merk brand judul film lagu novel buku julukan sebutan istilah slogan obat varietas".split(),
    )
)


@dataclass(frozen=True, slots=True)
class Sought:
    """What a question looks for in every sentence; all words are stems but those of ``units``.

    ``stems`` are of all its terms, ``named`` of its names, ``focus`` of the asked noun, ``heads`` of what
    stands for that noun too.
    ``units`` are those of which a number must carry one, ``role`` the office or kin that is asked for, ``of``
    what it is held in; ``former`` says that it is another office than the bare title's ("mantan", "wakil"),
    ``bodiless`` that no institution is asked for.
    ``forms`` are the terms as Indonesian sentences write them, ``abroad`` as English ones do, and
    ``stems_abroad`` all stems of those. ``led_in`` are the prepositions of the place that is asked for.
    """

    question: Question
    terms: Sequence[Term]
    stems: frozenset[str]
    named: frozenset[str]
    focus: frozenset[str]
    heads: frozenset[str]
    units: tuple[str, ...]
    role: frozenset[tuple[str, ...]]
    of: frozenset[str]
    former: bool
    bodiless: bool
    forms: tuple[Form, ...]
    abroad: tuple[Form, ...]
    stems_abroad: frozenset[str]
    led_in: frozenset[str]

    def forms_in(self, language: str) -> tuple[Form, ...]:
        """Return the terms as sentences of a language write them."""
        return self.abroad if language == "en" else self.forms


def seek(question: Question, terms: Sequence[Term], weights: Sequence[float]) -> Sought:
    """Return what a question looks for; ``weights`` has one for each of its terms."""
    focus = frozenset(map(stem, question.focus))
    role = asked_role(question, terms)
    held = [stems_of(term) for term in terms]
    rendered = in_english(terms)
    return Sought(
        question,
        terms,
        stems=frozenset().union(*held),
        named=frozenset().union(*(h for t, h in zip(terms, held, strict=True) if t.name)),
        focus=focus,
        heads=focus.union(
            *(stems for t, stems in zip(terms, held, strict=True) if t.surface in question.focus)
        ),
        units=units(question.focus) if Kind.NUMBER in question.expects else (),
        role=role,
        of=whose(terms, role),
        former=bool(terms) and _is_another_office(terms[0]),
        bodiless=bool(focus & _OF_NO_BODY)
        or (Kind.PERSON in question.expects and _ASKS_NAME.search(question.text) is not None),
        forms=tuple((h, w, t.name) for t, h, w in zip(terms, held, weights, strict=True)),
        abroad=tuple((h | e, w, t.name) for t, h, e, w in zip(terms, held, rendered, weights, strict=True)),
        stems_abroad=frozenset().union(*held, *rendered),
        led_in=_led_in(question),
    )


def _is_another_office(term: Term) -> bool:
    """Tell "wakil" and "mantan" from "perwakilan"."""
    return not term.surface.startswith("perwakilan") and any(a[0] in OFFICES for a in term.alternatives)


def _led_in(question: Question) -> frozenset[str]:
    """Return by what the place is led in that is asked for: "di mana", "dari mana", "where … from"."""
    if question.asks != "where":
        return frozenset()
    if question.language == "en":
        goes = ("di", "ke") if _GOES.search(question.text) else ("di",)
        return frozenset(("dari",) if "from" in folded(question.text) else goes)
    return frozenset(_ASKS_PLACE.findall(question.search_text))
