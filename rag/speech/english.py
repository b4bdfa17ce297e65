"""English reporting clauses: whom no table names ("the old man explains"), what is quoted at second hand."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.speech.appositions import Mention
from rag.speech.capitals import Known, Stream
from rag.speech.cues import AFTER_ENGLISH
from rag.speech.mentions import mention_at
from rag.speech.subjects import FILLER, Attribution, speaker_at, subject

_SAYING = rf"(?P<cue>{'|'.join(sorted(AFTER_ENGLISH, key=len, reverse=True))})\b"
_ADVERB = r"(?: (?:also|later|then|once|[a-z]+ly))?"
# Between commas behind a name: "Dewi Lestiani, who has run the stall since 1998, said".
_ASIDE = r"(?:, (?!(?:and|but|while|as)\b)[^,\n]{2,90},| [–—] [^–—\n]{2,90} [–—])?"
# "the dealer wrote", "one investor, who asked not to be named, said"
_SOMEBODY = re.compile(
    r"[\s,]*(?P<which>the|an?|one|another|his|her|their) (?P<role>"
    r"(?:(?!(?:as|and|but|when|while|he|she|they|it|who|which|that|was|were|is|had|has)\b)[\w'’-]+ ){0,7}?"
    rf"(?:[a-z][a-z-]+|[A-Z][a-z]+(?:[ai]n|ese|ish|er)))(?<! to){_ASIDE}{_ADVERB} {_SAYING}"
)
# "one wrote", "another added"
_ONE_OF_THEM = re.compile(rf"[\s,]*(?P<which>one|another|others|some){_ADVERB} {_SAYING}")
_NAME_BEHIND = re.compile(r", (?=[A-Z])")  # "his eldest son, Rahmat, said"
_POINTING = frozenset("the his her their".split())
# Behind a name: "was quoted as saying", "likes to say", "who has run the stall since 1998, said".
_LATER = re.compile(
    rf"{_ASIDE}{_ADVERB} (?:(?:was|were|is|has been|had been) quoted as |(?:likes?|liked|used) to |would )?"
    rf"(?P<saying>saying|telling|say|{_SAYING})(?! that\b)"
)
# "reads a statement on the airline's website": the words of whom the report is about.
_PAPER = re.compile(
    r"[\s,]*(?P<cue>reads?) (?P<who>(?:the|an?|one|its|their|his|her) (?:[a-z]+ ){0,2}"
    r"(?:statement|letter|message|post|notice|email|report|petition))\b"
)
# "has defended the project, arguing that it would create jobs"
PARTICIPLES = frozenset(
    "arguing saying adding warning claiming insisting noting stressing complaining explaining".split()
)
_PARTICIPLE = re.compile(rf", (?P<cue>{'|'.join(sorted(PARTICIPLES))}) (?:that|it|he|she|they|the|there)\b")

# The verbs of clauses between commas: others stand there to go on with the sentence (", hoped to").
_INSERTED = (
    "added|adds|argued|argues|explained|explains|insisted|insists|noted|notes|recalled|recalls|said|says|"
    "warned|warns|writes|wrote"
)
_INVERTED = re.compile(rf",\s*(?P<cue>{_INSERTED})\b\s*")
_GOES_ON = re.compile(
    r" (?:would|will|could|can|should|may|might|must|had|has|have|was|were|is|are|did|does)\b"
)
# "Bleaching, she noted, spreads across a whole bay."
_NAMED_ASIDE = re.compile(
    r", (?P<who>(?!(?:and|but|while|as|when|after|because|although|who|which|where)\b)(?:[a-z-]+ ){0,5}"
    rf"(?:[A-Z][\w'’-]+ ?){{1,4}}|he|she|they|[a-z]{{3,}}s) ?\b(?P<cue>{_INSERTED})"
    r"(?=[,.]| on [A-Z]| in an? )"
)
_COMMA = re.compile(r", (?=(?:the|his|her|their|an?|one) [\w'’-]+)")
_CLOSED = re.compile(r"[,.]| on [A-Z]| in an? ")
# Verbs that are nouns too, or no reports by themselves: right behind who speaks.
AMBIGUOUS = frozenset(
    "claims promises estimates hopes hoped fears feared remembers remembered demands swears swore "
    "thought".split()
)
_ASKING = frozenset({"asked", "asks"})
# "described the deal as a step", "questioned the readiness of the system", and not "questioned three men".
_AS = re.compile(r"(?: [\w’'-]+){1,6} as (?:an?|the|one|\w+ing|\w+ly)\b")
_WHETHER = re.compile(
    r" (?:whether|why|how|if|the (?:need|readiness|validity|legality|legitimacy|fairness|timing|wisdom|"
    r"motives?|effectiveness|accuracy|independence|decision|plan|policy|use|lack|cost|safety|logic|urgency|"
    r"basis|handling|process|credibility|integrity|transparency|commitment) (?:of|for|behind|to))\b"
)
JUDGING = {"described": _AS, "describes": _AS, "questioned": _WHETHER, "questions": _WHETHER}
_OF_WHO = re.compile(r", who\b[^,]*$")  # "who asked not to be named because he feared for his job"
_NO_REQUEST = frozenset("was were is are be been being who which not".split())
_TO_DO = re.compile(r"(?: [\w’'-]+){1,6} to\b")  # "asked her not to surf"


# Without one of these nothing may.
MAY_REPORT = frozenset({"points", "pointed", *AFTER_ENGLISH, *_ASKING, *JUDGING, *AMBIGUOUS})


def may_report(text: str, start: int, end: int, stream: Stream, n: int, known: Known) -> bool:
    """Tell "Mau promises to pay", "he points out that", "she asked them to leave" from other uses."""
    verb, lower = stream.matches[n], stream.lowers[n]
    if lower in AFTER_ENGLISH and n + 1 < len(stream) and stream.lowers[n + 1] == "that":
        return True
    if lower in {"points", "pointed"}:
        return n + 1 < len(stream) and stream.lowers[n + 1] == "out"
    active = n > 0 and stream.lowers[n - 1] not in _NO_REQUEST
    asks = active and lower in _ASKING and _TO_DO.match(text, verb.end(), end)
    if active and (how := JUDGING.get(lower)) and how.match(text, verb.end(), end):
        return True
    if not (lower in AMBIGUOUS or asks) or _OF_WHO.search(text, start, verb.start()):
        return False
    mention = subject(text, start, verb.start(), known)
    return mention is not None and FILLER.fullmatch(text, mention.end, verb.start()) is not None


def said_after(text: str, pos: int, limit: int, known: Known) -> Attribution | None:
    """Read the clause that follows a quotation where no name begins it."""
    if found := _ONE_OF_THEM.match(text, pos, limit):
        one = Mention(found.start("which"), found.end("which"), "anonymous")
        return Attribution(one.start, found.end(), found["cue"], one, "subject after")
    if found := _PAPER.match(text, pos, limit):
        paper = Mention(found.start("who"), found.end("who"), "pronoun", plural=True, clitic=True)
        return Attribution(found.start("cue"), found.end(), found["cue"], paper, "subject after")
    found = _SOMEBODY.match(text, pos, limit)
    if found is None:
        return None
    reference = "description" if found["which"] in _POINTING else "anonymous"
    somebody = Mention(found.start("which"), found.end("role"), reference, role=found["role"])
    named = _NAME_BEHIND.match(text, somebody.end, limit)
    if named and (mention := mention_at(text, named.end(), limit, known)) and mention.name:
        somebody = replace(mention, role=mention.role or found["role"])
    return Attribution(somebody.start, found.end(), found["cue"], somebody, "subject after")


def said_later(text: str, mention: Mention, limit: int) -> Attribution | None:
    """Read the verb that stands behind a name and what is told of it."""
    found = _LATER.match(text, mention.end, limit)
    if found is None:
        return None
    return Attribution(mention.start, found.end(), found["saying"], mention, "subject after")


def within(text: str, start: int, end: int, known: Known) -> Attribution | None:
    """Read the clause with which a report ends or is broken: ", said Jane Roe", ", she noted,"."""
    if (
        (cue := _INVERTED.search(text, start, end))
        and (m := speaker_at(text, cue.end(), end, known))
        and m.reference != "pronoun"  # "Jane Roe, who represents them, said she would"
        and not _GOES_ON.match(text, m.end)  # "Justin Kaupa, said Port Moresby would"
        and (m.reference == "named" or text[m.end : m.end + 1] in {".", ","})  # "said the bureau would"
    ):
        return Attribution(cue.start("cue"), m.end, cue["cue"], m, "cue within")
    if told := _aside(text, start, end, known):
        return told
    found = _NAMED_ASIDE.search(text, start, end)
    mention = speaker_at(text, found.start("who"), found.end("who"), known) if found else None
    if found is None or mention is None:
        return None
    return Attribution(found.start("who"), found.end(), found["cue"], mention, "cue within")


def _aside(text: str, start: int, end: int, known: Known) -> Attribution | None:
    """Read the clause of somebody whom no name begins: ", his lawyer, Jane Roe, said"."""
    for comma in _COMMA.finditer(text, start, end):
        told = said_after(text, comma.start(), end, known)
        if told is not None and told.mention is not None and _CLOSED.match(text, told.end):
            return told
    return None


def participle(text: str, start: int, end: int, known: Known) -> Attribution | None:
    """Read who acts in a sentence that goes on ", arguing that …"."""
    found = _PARTICIPLE.search(text, start, end)
    mention = subject(text, start, found.start(), known) if found else None
    if found is None or mention is None or mention.reference == "anonymous":
        return None
    return Attribution(mention.start, found.end("cue"), found["cue"], mention, "verb")
