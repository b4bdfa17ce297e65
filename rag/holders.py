"""Whether a name in a sentence is of the one who holds the office, or is the kin, that is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from rag.candidate import Sentence
from rag.glossary import english_of
from rag.matching import all_stems
from rag.question import Question
from rag.spans import PORTFOLIO, Kind, TypedSpan
from rag.speech import gazetteer, naming
from rag.speech.cues import AFTER, SAID_AFTER
from rag.speech.offices import KINSHIP
from rag.terms import Term
from rag.words import fold, folded, stem

# What leads a name in as one, and what leads in a mere source.
_NAMED = re.compile(
    r"\b(?:bernama|berjudul|bertajuk|dinamai|dinamakan|dijuluki|diberi nama|yang disebut(?: sebagai)?|called|"
    r"named)\s+\W*$",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:menurut|mengutip|dikutip|dilansir|melansir|according to)\s+(?:laporan\s+)?$", re.IGNORECASE
)
_TOLD_TO = re.compile(rf"\b{SAID_AFTER}[^.;]{{0,60}}\bkepada\s+$", re.IGNORECASE)
_ASKS_SOURCE = frozenset(map(stem, "media koran majalah situs lapor warta kabar berita".split()))


# Who is introduced so holds another office than the bare title's.
_OTHER_OFFICE = re.compile(
    r"\b(wakil|mantan|eks|bekas|calon|plt|pelaksana tugas|deputi|former|deputy|vice)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)


_OTHER = re.compile(r"\b(?:wakil|mantan|eks|bekas|calon|plt|pelaksana tugas|deputi)\b", re.IGNORECASE)
_SHORTENED = {"pelaksana tugas": "plt"}
OFFICES = frozenset(map(stem, ("wakil", "mantan", "eks", "bekas", "calon", "plt", "deputi")))


# Offices below the first: whoever asks for the head of a company does not mean its director of finance.
_BELOW = re.compile(
    r"\b(?:direktur (?!utama|eksekutif|jenderal|pengelola)\w+|manajer|sekretaris|bendahara|juru bicara|"
    r"humas|staf|anggota|kepala (?:divisi|bagian|bidang|seksi|unit|cabang))\b[^.,]*,?\s*$",
    re.IGNORECASE,
)
_HEADS = frozenset(map(stem, ("pemimpin", "bos", "ceo", "dirut")))


def introduced(text: str, span: TypedSpan, asked: Set[str], other_asked: bool) -> float:
    """Return a factor for how a name is led in: over 1 as a name, under 1 as a source or a deputy."""
    before, around = text[max(0, span.start - 60) : span.start], text[max(0, span.start - 80) : span.end + 40]
    other = _OTHER_OFFICE.search(before)
    if other and stem(_SHORTENED.get(fold(other.group(1)), fold(other.group(1)))) not in asked:
        return 0.2
    if other_asked and span.kind is Kind.PERSON and not (other or _OTHER.search(around)):
        return 0.2
    if asked & _HEADS and _BELOW.search(before):
        return 0.2
    if _NAMED.search(before):
        return 1.5
    if _names_its_holder(text, span):
        return _HOLDS_ANOTHER
    source = _SOURCE.search(before) or (before.endswith("kepada ") and _TOLD_TO.search(before))
    return 0.5 if source and asked.isdisjoint(_ASKS_SOURCE) else 1.0


# Who holds one of these is introduced by it.
_HELD = frozenset(
    """kepala ketua wakil direktur dirut dirjen komisaris manajer sekretaris bendahara menteri presiden
    gubernur bupati walikota wali camat lurah kades kapolri kapolda kapolres kapolsek kajari jaksa hakim
    pengacara advokat kuasa penasihat juru jubir rektor dekan uskup pendeta imam pelatih wasit kapten
    sutradara kernet sopir masinis pilot nakhoda dokter arsitek produser notaris istri suami ayah ibu paman
    kakek nenek pemilik owner
    mayor governor minister director chairman chairwoman coach referee judge prosecutor lawyer
    spokesperson spokesman spokeswoman bishop captain ceo cfo coo officer president commissioner secretary
    treasurer rector dean ambassador
    wife husband mother father""".split()
)
# Asked for only as somebody's: "nama anaknya Teguh", and not "Siapa anak yang hilang?"
_OF_SOMEBODY = KINSHIP
# How much better than any name fits who is told to hold the office, and how much worse who holds another.
_HOLDS, _HOLDS_ANOTHER, _HOLDS_ELSEWHERE, _ONLY_SAYS, _UNTOLD = 1.2, 0.2, 0.5, 0.4, 0.7
# "Nakhoda Sudirman dan kepala cabang PT Tirta, Benny", and no "Ketua Golkar dan anggota DPR, Benny".
_AND_ANOTHER = re.compile(
    r"(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)(?P<age> \(\d{1,2}\))?,? (?:dan|serta|and) (?P<role>[a-z]+)\b"
)
# No full stop of "dr." or "S.Pd.".
_ENDS_CLAUSE = re.compile(r"(?<=[a-z]{4})\.(?!\w)|[;:!?\"“”\n]")
# Words before a name in which an office stands, and in which anything that makes a person of it does.
_OFFICE_REACH, _PERSON_REACH = 12, 4
_APPOSED = re.compile(
    r"(?:,?(?: (?:di|ter|men|ber|resmi)\w+)? (?:sebagai|selaku|adalah|ialah|menjadi) "
    r"|, (?:an? |the |seorang )?)"
    r"([A-Za-z][\w-]*)((?: [\w-]+){0,6})"
)
# "Wakil Wali Kota Sari Dewi berjanji memperluas Gesit": the office is hers, not Gesit's.
_DOING = re.compile(
    r"(?!menteri|menengah|bersama|berkala|berencana|berkelanjutan)(?:me(?:m|n|ng|ny)|ber)[a-z]{5,}"
)
# What tells one office of a name from another: "Dekan Fakultas Hukum", "Kepala Dinas Kesehatan".
_FIELDS = frozenset(
    map(
        stem,
        """agama energi hukum informatika investasi kebudayaan kehutanan kesehatan ketenagakerjaan keuangan
        komunikasi lingkungan mineral olahraga pariwisata pendidikan perdagangan perekonomian
        perhubungan perindustrian pertahanan pertanian riset sosial teknologi umkm ukm
        keperawatan ekonomi teknik filsafat psikologi peternakan perikanan kelautan imigrasi pajak farmasi
        sastra""".split(),
    )
)
# Kinds of places, and none's name.
_AREAS = frozenset(map(stem, "provinsi kabupaten kota kecamatan kelurahan desa negara pusat daerah".split()))
# Words of an office's name that are no body's.
_OF_OFFICES = frozenset(map(stem, PORTFOLIO | naming.ROLE_HEADS | naming.HONORIFICS))
# "Suhartono, pelatih Persilubuk", "duduk Lim Sui Khiong, ketua panitia Cap Go Meh": what they are of.
_HELD_BY_ANOTHER = re.compile(
    r"(?:(?:^\W*|(?<!\bdi )(?<!\bke )(?<!\bdari )\b[A-Z][\w'’.-]+ )[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,4}"
    r"(?: \(\d{1,2}\))?, |[A-Z][\w'’.-]+,? (?:\w+ )?(?:sebagai|selaku|adalah|ialah|menjadi) )"
    r"((?:[a-z]+ ){1,3})$"
)
# "Kepala niaga Seitu, Budi Hartono".
_NAMES_THE_HOLDER = re.compile(r", (?:[a-z]+\. ?)*([A-Z][\w'’.-]+) [A-Z]")
# "Pelatih Elang Sewu, Budi Hartono, memuji …": no list of two, which would go on.
_IS_APPOSED = re.compile(
    r", (?:[a-z]+\. ?)*[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)+(?: \(\d{1,2}\))?, "
    r"(?!(?:dan|serta|and|bersama|atau)\b)[a-z]"
)
# What has its seat in a place: "Kepala Dinas Kesehatan Banyu Asri, dr. Widya Kusuma".
_SEATS = frozenset("dinas badan balai kantor kejaksaan pengadilan polres polsek satpol".split())
_AT = re.compile(r"\b(?:di|ke) (?:[a-z]+ ){0,2}$")
_CAPITALISED = re.compile(r"\b[A-Z][\w'’]*")
# "Majelis hakim yang diketuai Sari Dewi": what its head is called. Anybody may be in the chair of a meeting.
_HEADED = re.compile(
    r"\b((?:(?!(?:di|ke|dari|itu|ini|oleh|pada|dengan)\b)[\w-]+ ){1,4})"
    r"yang (diketuai|dikepalai|dipimpin)(?: oleh)?(?: hakim)? $",
    re.IGNORECASE,
)
_HEAD_OF = {"diketuai": ["ketua"], "dikepalai": ["kepala"], "dipimpin": ["ketua", "kepala", "pemimpin"]}
_MEETINGS = frozenset("rapat sidang upacara acara pertemuan misi operasi".split())
_RELATIVE = re.compile(r"\b(?:siapa(?:kah)?|who) (?:yang|pernah|that)\b", re.I)
# "Hakim siapa yang tak sependapat": one of those who hold the office, not whose ("istri siapa").
_WHICH = re.compile(
    r"\b(?:hakim|jaksa|menteri|presiden|gubernur|bupati|wali kota|camat|lurah|kepala \w+|pelatih|wasit|"
    r"kapten|rektor|direktur) siapa\b",
    re.I,
)
# "Antarlaju's director", and not "Who's the director".
_POSSESSIVE = re.compile(r"(?!(?:who|what)['’])\b\w+['’]s ", re.I)
# No office is asked for by who "leads", which anybody may do who has one, nor by "minta kepada siapa",
# "Presiden Sari menugaskan siapa" and "Who did President Sari task".
_NO_OFFICE = re.compile(
    r"\bwho(?: is| was|'s|s)? (?:lead|head|r[au]n|led)\w*\b|"
    r"\bwhom? (?:did|does|do)\b|"
    r"\b(?:ke|kepada|dari|oleh|sama|dengan|untuk|me[mnlry]\w{3,}) siapa\b",
    re.I,
)


# An office or kin, as phrases of stems of which any may stand for it.
Role = frozenset[tuple[str, ...]]


def asked_role(question: Question, terms: Sequence[Term]) -> Role:
    """Return the office or the kin that is asked for; empty for another question."""
    if Kind.PERSON not in question.expects or not terms:
        return frozenset()
    which = _WHICH.search(question.text)
    if (_RELATIVE.search(question.text) and not which) or _NO_OFFICE.search(question.text):
        return frozenset()
    unnamed = next((n for n, term in enumerate(terms) if not term.name), 0)
    owned = terms[unnamed].surface.endswith("nya") or _POSSESSIVE.search(question.text)
    for n in (0, unnamed) if unnamed and owned else (0,):  # "Antarlaju's director"
        term = terms[n]
        words = {w.removesuffix("nya") for form in (term.surface, *term.spellings) for w in form.split()}
        spelt = {stems[0] for stems in term.alternatives}  # "Menkominfo", written like a name
        theirs = term.surface.endswith("nya") or any(behind.name for behind in terms[n + 1 : n + 2])
        if words & _HELD or (term.name and spelt & _HELD) or (theirs and words & _OF_SOMEBODY):
            return frozenset(term.alternatives)
    return frozenset()


# What a company can be to another, and no office.
_OWNS = frozenset(map(stem, ("pemilik", "owner")))


def is_no_holder(span: TypedSpan, role: Set[tuple[str, ...]]) -> bool:
    """Say whether a name is of a thing, where an office is asked for: "If Youuu", "Project S"."""
    owned = any(phrase[0] in _OWNS for phrase in role)
    thing = " " in span.text or any(c.isupper() for c in span.text[1:])
    return span.kind is Kind.NAME and thing and not owned


def whose(terms: Sequence[Term], role: Set[tuple[str, ...]]) -> frozenset[str]:
    """Return the stems of the names in a question beside the office it asks for: "Seitu" of its director."""
    office = {s for phrase in role for s in phrase}
    return all_stems(term for term in terms if term.name) - office


def _clause(sentence: Sentence, span: TypedSpan) -> str:
    """Return what stands before a name in its clause, without another that is named before it."""
    clause = _ENDS_CLAUSE.split(sentence.text[: span.start].rstrip(" ,"))[-1]
    others = [
        m
        for m in _AND_ANOTHER.finditer(clause)
        if m["role"].removesuffix("nya") in naming.ROLE_HEADS
        and (m["age"] or not gazetteer.GIVEN.isdisjoint(folded(m["name"])))
    ]
    return clause[others[-1].start("role") :] if others else clause


def _led_by(sentence: Sentence, span: TypedSpan, most: int) -> list[str]:
    """Return the words of the clause before a name, ``most`` at most, from behind its last verb."""
    led = folded(_clause(sentence, span))[-most:]
    doing = max((i for i, w in enumerate(led) if w == "yang" or _DOING.fullmatch(w)), default=-1)
    return led[doing + 1 :]


def _is_body_of(text: str, span: TypedSpan) -> bool:
    """Say whether a name is of what somebody holds an office in: "kepala niaga Seitu, Budi Hartono"."""
    held = _HELD_BY_ANOTHER.search(text, 0, span.start)
    if held and not naming.ROLE_HEADS.isdisjoint(held[1].split()):
        return True
    return _names_its_holder(text, span)


def _names_its_holder(text: str, span: TypedSpan) -> bool:
    """Say whether who holds an office in it is named behind a name: "Juru bicara Seitu, Budi Hartono"."""
    named = _NAMES_THE_HOLDER.match(text, span.end)
    if not named or folded(named[1])[0] in naming.ROLE_HEADS:
        return False
    led = folded(text[max(0, span.start - 40) : span.start])[-3:]
    # Two words may be a name as well: "Ketua Sari Dewi, Budi Santoso, dan Rina Kusuma".
    apposed = " " not in span.text or not _SEATS.isdisjoint(led) or _IS_APPOSED.match(text, span.end)
    return not naming.ROLE_HEADS.isdisjoint(led) and bool(apposed)


def _bodies(written: str, told: Sequence[str], held: Sequence[tuple[str, ...]]) -> set[str]:
    """Return the names, in stems, behind an office that is ``held``, where all of it stands in ``told``."""
    stems = [*map(stem, told)]
    heads = {phrase[0] for phrase in held if set(phrase) <= {*stems}}
    office = max((i for i, s in enumerate(stems) if s in heads), default=len(stems))
    named = {stem(w) for w in folded(" ".join(_CAPITALISED.findall(written)))}
    return named.intersection(stems[office + 1 :]) - _OF_OFFICES


def holds_it(
    sentence: Sentence,
    span: TypedSpan,
    role: Set[tuple[str, ...]],
    of: Set[str],
    asked: Set[str],
    asked_in: str,
) -> float:
    """Return a factor for a name: over 1 where it is introduced by the office that is asked for in a
    language, under 1 by another, by that of another body than ``of`` (``whose``), and for who only says
    something.

    An Indonesian office has no one word in an English sentence: there nothing is held against a name.
    """
    told_in = sentence.language
    if asked_in == "id" and told_in == "en":
        rendered = {stem(word) for phrase in role for word in english_of(*phrase)}
        return 1.0 if rendered.isdisjoint(map(stem, _led_by(sentence, span, _PERSON_REACH))) else _HOLDS
    if _is_body_of(sentence.text, span):
        return _HOLDS_ANOTHER
    led = _led_by(sentence, span, _OFFICE_REACH)
    heads = [n for n, w in enumerate(led) if w in naming.ROLE_HEADS and w not in naming.HONORIFICS]
    told = (led if told_in == "en" else led[heads[0] :]) if heads else []
    headed = None if told else _HEADED.search(sentence.text, 0, span.start)
    body = folded(headed[1]) if headed else []
    if headed and _MEETINGS.isdisjoint(body) and not asked.isdisjoint(map(stem, body)):
        told = [*_HEAD_OF[headed[2].lower()], *body]
    first = {stem(told[0])} if told else set()
    # The words on either side of the name in which an office stands, as written and folded.
    sides = [(_clause(sentence, span), told)]
    if (behind := _APPOSED.match(sentence.text, span.end)) and behind[1].lower() in naming.ROLE_HEADS:
        sides.append((behind.group(), folded(behind.group())))
        told, first = [*told, *sides[1][1]], first | {stem(behind[1].lower())}
    if not told:
        if _NAMED.search(sentence.text, 0, span.start):
            return _HOLDS_ANOTHER  # "fitur belanja bernama Trendy Beat"
        at = _AT.search(sentence.text, 0, span.start)
        if at or " " not in span.text:  # what has no form of a person is named for another reason
            return _HOLDS_ANOTHER if at else _HOLDS_ELSEWHERE
        return _ONLY_SAYS if led[-1:] and led[-1] in AFTER else _UNTOLD
    stems = set(map(stem, told))
    held = [phrase for phrase in role if stems.issuperset(phrase)]
    if not held:
        return _HOLDS_ANOTHER
    wanted, given = _FIELDS & of, _FIELDS & stems
    if wanted and given and wanted.isdisjoint(given):
        return _HOLDS_ANOTHER  # "Dekan Fakultas Hukum" for the one of "Teknologi Pertanian"
    where = of - _FIELDS - _AREAS
    if (
        where
        and stems.isdisjoint(where)
        and any(_bodies(written, side, held) - asked for written, side in sides)
    ):
        return _HOLDS_ELSEWHERE
    # "Ketua Asosiasi Pilot, Kapten Sari": no pilot for being the head of them.
    return _HOLDS if any(phrase[0] in first for phrase in held) else 1.0


def is_holder(
    question: Question, terms: Sequence[Term], role: Role, sentence: Sentence, span: TypedSpan
) -> bool:
    """Say whether a sentence tells that somebody holds the office, or is the kin, ``role``."""
    if span.kind is not Kind.PERSON:
        return False
    asked = all_stems(terms)
    return holds_it(sentence, span, role, whose(terms, role), asked, question.language) >= 1.0


def is_somebody(sentence: Sentence, span: TypedSpan) -> bool:
    """Say whether what stands around a name makes a person of it."""
    if span.kind is not Kind.PERSON:
        return False
    behind = sentence.text[span.end :]
    return (
        any(w in naming.ROLE_HEADS or w in naming.HONORIFICS for w in _led_by(sentence, span, _PERSON_REACH))
        or re.match(r" \(\d{1,2}\)", behind) is not None
        or bool((found := _APPOSED.match(sentence.text, span.end)) and found[1] in naming.ROLE_HEADS)
    )
