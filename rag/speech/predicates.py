"""What a sentence says that somebody is: "Wisnu adalah sopir", "Terdakwanya adalah Johan". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from rag.speech import gazetteer, naming
from rag.speech.capitals import IN_OFFICE, PLACE_HEADS
from rag.speech.offices import AIDES, KINSHIP, PARTIES, SERVING, is_kinship

_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,4}"
# "Saksi kedua, Wisnu Anggoro, adalah sopir rumah sakit."
_IS = re.compile(
    rf"\b(?P<name>{_NAME})(?: \(\d+\)|, [^,.\n]{{1,60}})?,? "
    r"(?:adalah|ialah|merupakan|(?:yang )?bekerja sebagai) (?:seorang |salah (?:satu|seorang) )?"
    r"(?P<role>[a-z][\w-]+(?: (?!(?:di|dari|pada|untuk|yang|dan|sekaligus|itu|tersebut|ini|dalam|sejak|asal)"
    r"\b)\w[\w-]*){0,4})"
)
# "Terdakwa dalam perkara ini adalah mantan direktur rumah sakit, Johan Bakri."
_HE_IS = re.compile(
    r"\b(?P<role>[Tt]er(?:dakwa|sangka|pidana|gugat|lapor)|[Kk]orban|[Pp]ela(?:por|ku))(?:nya)?"
    rf"(?: [^,.\n]{{1,40}})? (?:adalah|ialah|yakni|yaitu) (?P<lead>(?:(?! dan )[^.\n]){{1,80}}, )?"
    rf"(?P<name>{_NAME})(?=\.| \(|,(?! dan))"
)
# "menetapkan Bupati Teguh sebagai tersangka", "Teguh dihadirkan sebagai saksi": and not one of two.
_MADE = re.compile(
    rf"\b(?P<name>{_NAME})(?:, yang)? "
    r"(?:(?:telah |sudah |kini |juga |ikut )?(?:ditetapkan|dihadirkan|hadir|duduk|diperiksa) )?"
    r"sebagai (?P<role>ter(?:dakwa|sangka|pidana)|saksi)\b"
)
# "Ratna Lestari resmi menjabat Wali Kota Sembrani"
_HOLDS = re.compile(
    rf"\b(?P<name>{_NAME}) (?:(?:resmi|kini|sekarang|telah|sudah|masih|kembali|juga) ){{0,2}}"
    r"(?:menjabat(?: sebagai)?|(?:dilantik|terpilih|ditunjuk|diangkat)(?: kembali)? (?:sebagai|menjadi)) "
    r"(?P<role>[A-Z]\w+(?: [A-Z]\w+){1,5})"
)
# "The engineer of the ferry told an inquiry …. "…," Bakri Simatupa said.": of whom nothing else is told.
_LEADS_IN = re.compile(
    r"\A\s*(?:[^\n–—-]{2,60} [–—-]+ )?(?:(?:The|An?) (?:[a-z-]+ )?|Seorang )"
    r"(?P<role>(?!(?:of|who|whose|on|in|from|at|told|said|has|had|was|is)\b)[a-z][a-z-]+) "
    r"(?P<lead>[^\n]*(?<!who )(?<!yang )\b(?:told|said|says|warned|recalled|mengaku|menceritakan|mengatakan|"
    r"mengeluh\w*)\b[^\n]+)\n\s*[\"“]0_*[,.!?]?[\"”],? (?:(?:kata|ujar|ucap|tutur|said) )?"
    rf"(?P<name>{_NAME})(?: said| told| recalled)?\."
)
# "The keeper, Ahmad Rofii, blames the ministry."
_BESIDE_NAME = re.compile(rf"\bThe (?P<role>[a-z][a-z-]+), (?P<name>{_NAME}),")
# "Kirana, yang juga menjadi kapten tim, menangis", "Jane Roe, who was once a teacher, smiled"
_TOLD_OF = re.compile(
    r"(?P<comma>,?) (?:yang(?: (?:juga|pernah|kini|sekarang|sempat|dulu(?:nya)?|sudah|telah|masih|pun|baru|"
    r"sekaligus|sebelumnya|akhirnya|resmi|kemudian|lalu|lama|kembali|selama ini|saat itu|kala itu|"
    r"[a-z]+ kali))* (?:menjadi|merupakan|adalah|ialah|menjabat(?: sebagai)?|"
    r"(?:bekerja|terpilih|dikenal|dipercaya|bertugas|ditunjuk|dinobatkan) (?:sebagai|menjadi))|"
    r"who(?: [a-z]+ly)? (?:is|was|became|has been|had been|works? as|worked as|serves? as|served as))\b"
    r"(?: (?:seorang|salah (?:satu|seorang)|mantan|calon|also|once|now|then|still|an?|the|one of the|his|her|"
    r"their)\b)* (?P<role>[\w-]+)[^,.\n]*"
)
_WORDS_OF = re.compile(r"(?P<before>[\w'’-]+) (?=(?P<word>[a-z][\w-]+))")
_NOT_HE_ALONE = re.compile(r"(?: dan| serta|,) $|\b(?:belum|tidak|tak|bukan|batal)\b[^.\n]*$")
_LEAD = 60  # characters
# Callings that are told of whom they stand before: "pengacara Edmund", and not "pengacara Bupati Sari".
_CALLINGS = frozenset("pengacara kuasa penasihat manajer sekretaris humas juru jubir sopir relawan".split())
_BESIDE = (KINSHIP | AIDES | SERVING) - naming.HONORIFICS - naming.KIN
_OWN = frozenset("his her their".split())
_OF_KIN = frozenset("sendiri kandung sulung bungsu tunggal tiri".split())
_NEAR = 4  # words
_WORD = re.compile(r"[\w'’-]+")
_PART = re.compile(r"[.,;:()\n\"“”]")
# Within one of these all of them stand but the last, and never without one of these words.
_SENTENCE = re.compile(r"[^.\n]+\.?")
_PATTERNS = (
    (_IS, ("adalah ", "ialah ", "merupakan ", "bekerja sebagai ")),
    (_HE_IS, ("adalah ", "ialah ", "yakni ", "yaitu ")),
    (_MADE, ("sebagai ",)),
    (_HOLDS, ("menjabat", "dilantik", "terpilih", "ditunjuk", "diangkat")),
)


def telling_clause(text: str, end: int, *, named: bool) -> re.Match[str] | None:
    """Return the clause behind a mention that says what it is, to its comma: it names nobody else.

    Without a comma before it only a name's is one: "Murid yang menjadi ketua kelas, Sari, menangis".
    """
    found = _TOLD_OF.match(text, end)
    return found if found and (named or found["comma"]) else None


def told_to_be(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield the names that are said to be something, where they stand, and what."""
    for beside in _BESIDE_NAME.finditer(text) if "The " in text else ():
        yield beside["name"], beside.start("name"), beside["role"]
    for pattern, places in _places(text):
        for found in places:
            head, *rest = found["role"].lower().split()
            if head not in naming.ROLE_HEADS or is_kinship(head):
                continue
            lead = text[max(0, found.start() - _LEAD) : found.start()]
            if pattern in {_MADE, _HOLDS} and _NOT_HE_ALONE.search(lead):
                continue
            if pattern is _LEADS_IN and _names_another(found["lead"], found["name"]):
                continue
            near = found["lead"] or "" if pattern is _HE_IS else lead
            if head in PARTIES and _is_nobody(found["name"], near):
                continue
            if _is_beside(found["name"], near, apart=pattern is _HE_IS):
                continue
            yield found["name"], found.start("name"), " ".join((head, *rest))


def _places(text: str) -> Iterator[tuple[re.Pattern[str], Iterator[re.Match[str]]]]:
    """Yield each pattern with the places where it stands."""
    parts = [(part.group(), *part.span()) for part in _SENTENCE.finditer(text)]
    for pattern, words in _PATTERNS:
        spans = [(start, end) for part, start, end in parts if any(word in part for word in words)]
        yield pattern, chain.from_iterable(pattern.finditer(text, *span) for span in spans)
    first = _LEADS_IN.match(text)
    yield _LEADS_IN, iter([first] if first else [])


def _names_another(lead: str, name: str) -> bool:
    """Say whether the first sentence tells of somebody else, who may speak too: "told a farmer to go"."""
    pairs = ((w["before"].lower(), w["word"]) for w in _WORDS_OF.finditer(lead))
    others = (word in naming.ROLE_HEADS and before not in _OWN for before, word in pairs)
    return any(others) or not set(name.split()).isdisjoint(_WORD.findall(lead))


def _is_nobody(name: str, lead: str) -> bool:
    """Tell "Yayasan Kartini" and, behind "di Kota Melati", "Jawa Tengah" from somebody."""
    words = name.lower().split()
    if words[0] in naming.INSTITUTIONS | PLACE_HEADS or gazetteer.PLACES.issuperset(words):
        return True
    located = not (PLACE_HEADS | IN_OFFICE).isdisjoint(_last_words(lead))
    return located and not gazetteer.PLACES.isdisjoint(words)


def _is_beside(name: str, lead: str, *, apart: bool) -> bool:
    """Tell "Adik Bupati Sari" and "toko milik Joni", of which nothing is told of Sari or Joni.

    ``apart`` says that a comma stands before the name: "adalah istrinya, Sari".
    """
    first, *more = name.lower().split()
    of_office = bool(more) and more[0] in naming.ROLE_HEADS
    if more and first in (_BESIDE if of_office else _BESIDE - _CALLINGS) and more[0] != "agung":
        return True
    near = _last_words(lead.rpartition(".")[2])
    if apart:
        whose = [(w, set(near[n + 1 :]) - _OF_KIN) for n, w in enumerate(near)]
        return not {"milik", "oleh"}.isdisjoint(near) or any(
            not rest.isdisjoint(naming.ROLE_HEADS) if w in _CALLINGS else rest and _is_of(w, _BESIDE)
            for w, rest in whose
        )
    beside = _BESIDE if first in naming.ROLE_HEADS else _BESIDE - _CALLINGS
    right_before = _last_words(_PART.split(lead)[-1])
    return "milik" in near or "oleh" in right_before or any(_is_of(w, beside) for w in right_before)


def _last_words(lead: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(lead)[-_NEAR:]]


def _is_of(word: str, table: frozenset[str]) -> bool:
    return word in table or word.removesuffix("nya") in table
