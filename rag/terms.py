"""The words of a question that must be found: terms with alternatives.

Colloquial Indonesian becomes standard, English is looked up in the glossary, synonyms stand
beside what was typed. A term is a set of phrases (in stems) of which any may stand in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from rag.glossary import Phrase, colloquial, english, english_of, rarity, synonyms
from rag.lemmas import lemmas
from rag.spans import PLACE_WORDS, PORTFOLIO, TITLES
from rag.spoken import written
from rag.words import folded, stem

_INDONESIAN = frozenset(
    """apa apakah siapa siapakah kapan kapankah mana manakah berapa berapakah seberapa mengapa kenapa
    bagaimana yang di ke dari dan atau untuk dengan pada oleh adalah ialah itu ini tersebut para sang si dalam
    antara sebagai bagi saat ketika waktu menurut tentang mengenai soal terkait akan telah sudah sedang masih
    pernah bisa dapat harus agar supaya karena jika kalau bila juga saja hanya lagi pun lah kah nya sih ya yah
    dong kok deh nih tuh kan loh lho mah aja tolong sebutkan jelaskan ceritakan beri tahu berikan dimaksud
    disebut namanya seperti terjadi ada secara terhadap serta maupun hingga sampai sejak per bukan maka ia dia
    mereka kami kita saya aku anda kamu apaan begitu sana sini situ disana disini disitu keduanya banget
    sangat paling merupakan yaitu yakni menjadi jadi lewat melalui tadi nama bernama sebenarnya dipakai gimana
    milik kepada melakukan dilakukan pak bu mbak mas bang kang om tante mr mrs ms pas adanya apabila jikalau
    hal punya mempunyai memiliki""".split()
)
_ENGLISH = frozenset(
    """the a an of in on at by for to from with and or is are was were be been being do does did has have had
    will would can could should may might must who whom whose what which when where why how that this these
    those it its he she they them his her their my our your him i you we about any some there here both much
    many according into as not no than then also please tell me give name such s come comes came coming get
    gets got getting go goes going went make makes made take takes took himself herself itself themselves
    really actually simply fully ever own very quite cannot couldn""".split()
)
# Function words that carry the question and are no content to be found in an answer.
EMPTY = _INDONESIAN | _ENGLISH
NEGATIONS = frozenset("tidak bukan belum tanpa jangan not never no without".split())
ENGLISH_ONLY = _ENGLISH - _INDONESIAN - {"a", "i", "s", "an", "no", "me", "in", "on", "as", "name"}
_ASKING = frozenset("how what which who whom whose when where why".split())
# Words of saying: an answer gives them in a dozen forms, so they count for little.
_SAYING = frozenset(
    """kata katanya bilang ujar bicara ngomong sebut menyebut mengatakan menyampaikan mengaku mengungkapkan
    menjelaskan menegaskan menuturkan menyatakan bercerita berbicara pernyataan pernyataannya keterangan
    keterangannya ucapan ucapannya say says said tell told talk speak spoke""".split()
)
_SAYING_WEIGHT = 0.3
# Whom everybody in the news speaks to: "saat ditemui wartawan", "told reporters". An article seldom says so.
_PRESS = frozenset("wartawan jurnalis reporter media pers press reporters journalists".split())
_BEFORE_THE_PRESS = frozenset(
    """ditemui menemui dihubungi ditanya diwawancarai diwawancara dicegat kepada oleh hadapan tell tells told
    by to""".split()
)
_ALL_OF_IT = frozenset("para awak the".split())
# A question names the year ("PON 2024") where the article of that year does not; a short number is
# written in more ways than one. Words for a time seen from today are seldom an article's own.
_COMMON_NUMBER = re.compile(r"(?:1[89]|20)\d\d|\d{1,2}")
_NOW = frozenset(
    """kemarin besok lusa nanti sekarang kini barusan minggu pekan bulan tahun lalu depan sebulan setahun
    sehari today yesterday tomorrow now currently""".split()
)
# Words that frame a question; an answer gives the thing without them.
_FRAME = frozenset(
    """alasan alasannya sebab penyebab penyebabnya akibat akibatnya cara caranya jumlah jumlahnya lama lamanya
    ikut sama mau ingin hendak buat mulai mulainya kali atas pihak versi sekitar segera tetap benarkah sikap
    tanggapan komentar pendapat reaksi respons bantahan jawaban klarifikasi dampak efek pengaruh konsekuensi
    pemicu tujuan manfaat fungsi dasar nasib modus syarat persyaratan strategi taktik langkah upaya benar dulu
    biar padahal memang bahwa terus tiap beda maksimal ketahuan muncul pakai membuat dibanding dibandingkan
    maunya awalnya giliran compared compare out up off over away hasil hasilnya macam jenis pertama awal orang
    daerah tempat tempatnya rencana rencananya waktunya berlangsung newspaper koran media keperluan besides
    against bahkan justru malahan sekaligus ternyata rupanya tepatnya persisnya kira konon akhirnya nantinya
    kelak belakangan sempat langsung sekadar meski meskipun walau walaupun lantas kemudian selanjutnya usai
    sementara sedangkan khususnya terutama misalnya masing apalagi alhasil gerangan exactly precisely
    specifically reportedly despite although though while during amid amongst across regarding concerning
    whereas meanwhile altogether respectively even instead too due eventually finally cuma hanya malah banget
    biasanya kasus soal masalah perkara puluh ratus ribu juta miliar triliun thousand million billion reaction
    response effect impact consequence purpose aim strategy condition requirement opinion reason way kind sort
    type amount happen happened begin began start started want wanted put set people thing things just really
    kena terkena setiap berita artikel dikutip ceritanya larinya seandainya semestinya seharusnya ketimbang
    duluan caused cause causes causing cited quoted differ kinds else newly article story""".split()
)
_COMMON_NUMBER_WEIGHT, _NOW_WEIGHT, _FRAME_WEIGHT = 3.0, 1.0, 1.5
# An English word that the glossary lacks is an ordinary one more often than a rare one.
_UNTRANSLATED_WEIGHT = 4.0
# Short words that are somebody's abbreviation too: expanded only where typed in capitals.
_AMBIGUOUS = frozenset("as pan its art ma ai kai psi mk pt".split())
# Words that are a past themselves: "founded" is no form of "found".
_PASTS = frozenset("found wound ground bound fell".split())
# What parts from its verb in English, and how far (words).
_PARTICLES = frozenset("over up out down off back away".split())
_FARTHEST = 6
# "my hand is over there"
_ENDS_A_VERB = frozenset("is are was were be been and or but that which who to".split())
# Short for a name, also where it is written as one, and whom only a chat calls upon.
_SHORT_FOR_NAMES = frozenset("indo wa ig fb jkt bdg jogja yogya tenabang amrik ausi".split())
_CALLED_UPON = frozenset(
    "gan agan min mimin bro sis gaes guys kakak kak cuy coy lur sob ngab ya yah sih dong deh nih".split()
)
# Whom a chat calls upon behind a particle; elsewhere it is somebody: "sih, bos?"
_ADDRESSED = frozenset("bos boss pak bu bang mas mbak om dok".split())
# Whom it calls upon before the question, and what makes a noun of such a word: "kak itu".
_ADDRESSED_FIRST = frozenset("gan agan bro sis cuy coy gaes guys min mimin kak".split())
_GOES_WITH_A_NOUN = frozenset("itu ini tersebut yang yg dari dr di".split())
_PARTICLES_OF_CHAT = frozenset("sih ya yah dong deh nih tuh sebenarnya sebenernya sbnrnya sbnernya".split())
# "290 M", "5 T": what money is counted in; "100 m" is a distance.
_SCALES_IN_SHORT = {"m": "miliar", "t": "triliun"}
_TWICE = re.compile(r"([a-z]{3,})2(?:an|nya)?")
# Words of a text that may hold no function word of its language.
_BRIEF = 12
# What is rendered in a name: directions, what a place is, whose office.
_IN_NAMES = (
    frozenset("timur barat utara selatan tenggara tengah jawa sumatera sumatra".split())
    | PLACE_WORDS
    | PORTFOLIO
    | TITLES
)
_NUMERALS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()
_SAME_NUMBER: dict[str, str] = {w: str(n) for n, w in enumerate(_NUMERALS)} | {
    str(n): w for n, w in enumerate(_NUMERALS)
}


@dataclass(frozen=True, slots=True)
class Term:
    """A content word or phrase of the question.

    ``alternatives`` are phrases of stems, the question's own first; ``spellings`` those of one
    word as they are written. ``weight`` is its background rarity; ``name`` says that it was written
    as a proper name, ``negated`` that it stands behind a negation ("tidak setuju"), ``carried`` that it is
    known from what was talked about before.
    """

    surface: str
    alternatives: tuple[Phrase, ...]
    weight: float
    name: bool = False
    spellings: tuple[str, ...] = ()
    negated: bool = False
    carried: bool = False

    @property
    def number(self) -> bool:
        """Say whether the term is a number."""
        return self.surface[:1].isdigit()


def language_of(text: str) -> str:
    """Return ``en`` where English function words outnumber Indonesian ones, else ``id``."""
    return language_of_words(folded(text))


def language_of_words(norms: Sequence[str]) -> str:
    """Return the same of folded words."""
    english_words = sum(n in ENGLISH_ONLY for n in norms)
    if not english_words:
        return "id"
    others = sum(n in _INDONESIAN or (n,) in colloquial() for n in norms if n not in ENGLISH_ONLY)
    return "en" if english_words > others else "id"


def is_english(text: str) -> bool:
    """Say whether a text is English: one without a function word of its own where it holds nothing else."""
    norms = folded(text)
    if language_of_words(norms) == "en":
        return True
    if len(norms) > _BRIEF or not _INDONESIAN.isdisjoint(norms):
        return False
    known = [(source, bool(targets)) for source, targets in translations(norms)]
    foreign = any(found for _, found in known)
    return foreign and all(found or _ENGLISH.issuperset(source) for source, found in known)


def standard(norms: Sequence[str], capitals: frozenset[str] = frozenset()) -> list[str]:
    """Replace colloquial words and phrases (longest first) by their standard form.

    A word written as a name is left alone ("GA", "Pinter"), but for what is short for a name ("Indo"). A
    negation that only closes the question ("punya izin gak?") asks for yes or no and goes, as does who is
    called upon ("gan", "min").
    """
    table = colloquial()
    capitals = capitals - _SHORT_FOR_NAMES
    norms = [_once(norm) for norm in norms]
    while len(norms) > 2 and _is_called_upon(norms[-2:]) and norms[-1] not in capitals:
        norms.pop()
    if len(norms) > 2 and norms[0] in _ADDRESSED_FIRST and _opens_a_question(norms[1]):
        norms = norms[1:]
    out: list[str] = []
    i = 0
    while i < len(norms):
        for size in (3, 2, 1):
            piece = tuple(norms[i : i + size])
            if len(piece) == size and piece in table and not capitals.intersection(piece):
                out += table[piece]
                i += size
                break
        else:
            bare = (norms[i].removesuffix("nya"),)  # "ngomongnya"
            if i and norms[i] in capitals & _SCALES_IN_SHORT.keys() and norms[i - 1].isdigit():
                out.append(_SCALES_IN_SHORT[norms[i]])
            elif bare in table and norms[i] not in capitals and len(bare[0]) > 3:
                out += table[bare]
            else:
                out.append(norms[i] if norms[i] in capitals else written(norms[i]))
            i += 1
    while len(out) > 2 and out[-1] in NEGATIONS:
        out.pop()
    return out


def _opens_a_question(norm: str) -> bool:
    """Tell "kak, kalau …" from "kak Seto" and "kak itu"."""
    return EMPTY.issuperset(colloquial().get((norm,), (norm,))) and norm not in _GOES_WITH_A_NOUN


def _is_called_upon(end: Sequence[str]) -> bool:
    """Say whether the last of two words only calls upon somebody."""
    return end[1] in _CALLED_UPON or (end[1] in _ADDRESSED and end[0] in _PARTICLES_OF_CHAT)


def _once(norm: str) -> str:
    """Return "brg" of "brg2", "ikut" of "ikut2an": what is said twice is one word."""
    twice = _TWICE.fullmatch(norm)
    return twice[1] if twice and (norm,) not in colloquial() else norm


def as_typed(typed: Sequence[str], capitals: frozenset[str]) -> dict[str, str]:
    """Return the words that were read as spoken verbs, by their written form.

    A name in small letters may look like one: "mangku bumi" is no "memangku".
    """
    table = colloquial()
    spoken = (word for word in typed if word not in capitals and (word,) not in table)
    return {form: word for word in spoken if (form := written(word)) != word}


def indonesian_terms(norms: Sequence[str], capitals: frozenset[str]) -> list[Term]:
    """Return the terms of standard Indonesian words; ``capitals`` are those written as names."""
    terms: list[Term] = []
    negated = False
    i = 0
    while i < len(norms):
        for size in (4, 3, 2):
            piece = tuple(norms[i : i + size])
            if len(piece) == size and piece in synonyms():
                terms.append(_term(piece, (), False))
                negated = False
                i += size
                break
        else:
            if norms[i] in NEGATIONS:
                negated = True
            elif norms[i] not in EMPTY and norms[i : i + 1] != norms[i - 1 : i]:  # "jalan-jalan" is one
                term = _term((norms[i],), (), norms[i] in capitals)
                if norms[i] in _PRESS and _is_spoken_to(norms[:i]):
                    term = replace(term, weight=_SAYING_WEIGHT)
                terms.append(replace(term, negated=negated))
                negated = negated and norms[i] in _FRAME
            i += 1
    return terms


def english_terms(norms: Sequence[str], capitals: frozenset[str]) -> list[Term]:
    """Return the terms of an English question, each with its Indonesian renderings.

    A word written as a name stays itself first: "Trendy Beat" is not to beat.
    """
    terms = []
    found = translations(norms)
    for n, (source, targets) in enumerate(found):
        functional = all(w in EMPTY for t in targets for w in t)
        asking = len(source) > 1 and source[0] in _ASKING
        if asking or (functional and (targets or source[0] in EMPTY)):
            continue
        office = any(w in TITLES for t in targets for w in t)
        term = _term(source, targets, source[0] in capitals and not office)
        if not targets and not term.name:
            term = replace(term, weight=min(term.weight, _UNTRANSLATED_WEIGHT))
        if source[0] in _PRESS and _is_spoken_to([w for phrase, _ in found[:n] for w in phrase]):
            term = replace(term, weight=_SAYING_WEIGHT)
        terms.append(term)
    return terms


def _is_spoken_to(before: Sequence[str]) -> bool:
    """Tell the press that somebody speaks to, by the words ``before`` it, from what a question is about."""
    led = [word for word in before[-2:] if word not in _ALL_OF_IT]
    return bool(led) and led[-1] in _BEFORE_THE_PRESS


def owner() -> Term:
    """Return the term of a question for whose something is ("punya siapa")."""
    return _term(("pemilik",), (("punya",),), False)


def _term(source: Phrase, targets: tuple[Phrase, ...], name: bool) -> Term:
    """Make a term of what was typed and what it is in Indonesian (for English)."""
    forms = (source, *targets) if name else (*targets, source)
    more = [
        other for form in forms if name or form[0] not in _AMBIGUOUS for other in synonyms().get(form, ())
    ]
    if len(source) == 1 and source[0] in _SAME_NUMBER:
        more.append((_SAME_NUMBER[source[0]],))
    if not targets and len(source) == 1 and source[0].endswith("nya") and len(source[0]) > 5:
        bare = (source[0][:-3],)
        more += [bare, *synonyms().get(bare, ())]
    alternatives = tuple(dict.fromkeys(tuple(stem(w) for w in form) for form in (*forms, *more)))
    likeliest = alternatives[: len(targets) + name or 1]
    weight = min(max(rarity(s) for s in alternative) for alternative in likeliest)
    if source[0] in _SAYING:
        weight *= _SAYING_WEIGHT
    if _COMMON_NUMBER.fullmatch(source[0]):
        weight = _COMMON_NUMBER_WEIGHT
    if source[0] in _NOW:
        weight = min(weight, _NOW_WEIGHT)
    if source[0] in _FRAME:
        weight = min(weight, _FRAME_WEIGHT)
    spellings = tuple(dict.fromkeys(form[0] for form in (*forms, *more) if len(form) == 1))
    return Term(" ".join(source), alternatives, weight, name, spellings)


def in_english(terms: Sequence[Term]) -> list[frozenset[str]]:
    """Return for each term the stems of the English words that render it, or that it was typed in.

    A word for a phrase ("rumput laut": seaweed) stands for each of its terms. Names have none, but for what
    is an ordinary word in them: "Sumba Timur" is East Sumba.
    """
    found: list[set[str]] = [set() for _ in terms]
    plain = [not t.number and (not t.name or t.surface in _IN_NAMES) for t in terms]
    for i, term in enumerate(terms):
        if plain[i]:
            typed = [stem(w) for w in term.surface.split() if w not in EMPTY]
            found[i].update(typed if term.alternatives[0] != tuple(typed) else ())  # it was translated
            rendered = (e for a in term.alternatives for e in english_of(*a))
            found[i].update(map(stem, rendered))
        if all(plain[i : i + 2]) and i + 1 < len(terms):
            phrase = (*term.alternatives[0], *terms[i + 1].alternatives[0])
            for part in found[i : i + 2]:
                part.update(map(stem, english_of(*phrase)))
    return list(map(frozenset, found))


def translations(norms: Sequence[str]) -> list[tuple[Phrase, tuple[Phrase, ...]]]:
    """Cut English words into the longest glossary phrases; unknown words stand alone.

    A verb and its particle are one phrase though words stand between: "hand the country over".
    """
    out: list[tuple[Phrase, tuple[Phrase, ...]]] = []
    parted: set[int] = set()
    i = 0
    while i < len(norms):
        if i in parted:
            i += 1
            continue
        for size in (4, 3, 2):
            piece = tuple(norms[i : i + size])
            if len(piece) == size and (
                found := rendered(piece) or (rendered(piece, head=True) if size == 2 else ())
            ):
                out.append((piece, found))
                i += size
                break
        else:
            place = _particle(norms, i)
            if place and norms[i] not in EMPTY and (found := rendered((norms[i], norms[place]), head=True)):
                out.append(((norms[i], norms[place]), found))
                parted.add(place)
            else:
                out.append(((norms[i],), () if norms[i] in EMPTY else rendered((norms[i],))))
            i += 1
    return out


def _particle(norms: Sequence[str], verb: int) -> int:
    """Return where the particle of a verb stands with words between, 0 where none does: "hand it over"."""
    for j in range(verb + 1, min(verb + _FARTHEST, len(norms))):
        if norms[j] in _ENDS_A_VERB:
            break
        if norms[j] in _PARTICLES:
            # "Sign language interpreters mix up": the particle is that of "mix".
            return j if j > verb + 1 and not rendered((norms[j - 1], norms[j]), head=True) else 0
    return 0


@lru_cache(maxsize=100_000)
def rendered(piece: Phrase, *, head: bool = False) -> tuple[Phrase, ...]:
    """Return the renderings of a phrase, its last word (``head``: its first) in whatever form."""
    table = english()
    bases = (
        [(f, *piece[1:]) for f in lemmas(piece[0])] if head else [(*piece[:-1], f) for f in lemmas(piece[-1])]
    )
    if piece[-1].endswith("ed"):
        bases = [base for base in bases if _PASTS.isdisjoint(base)]
    return tuple(
        dict.fromkeys(t for rank in zip_longest(*(table.get(b, ()) for b in bases)) for t in rank if t)
    )
