"""Whether a claimed office, or institution, is the one that an article tells of its speaker."""

from __future__ import annotations

from collections.abc import Sequence

from rag.speech import gazetteer, naming
from rag.speech.offices import is_kinship, role_words
from rag.speech.phrases import NAMES_TOO
from rag.words import fold

# Who speaks for, or stands beside, the person named after it.
BESIDE = frozenset(
    """anak istri suami kakak adik menantu mertua keponakan jubir pengacara ajudan staf asisten kuasa
    ayah ayahanda ibunda kakek nenek paman bibi sepupu cucu ipar keluarga kerabat saudara penasihat
    spokesman spokesperson wife husband son daughter lawyer attorney father mother brother sister uncle aunt
    cousin nephew niece family counsel""".split()
)
_COMPANIONS = frozenset("sahabat teman rekan".split())
PREFIXES = frozenset(
    """
    wakil mantan eks bekas calon plt plh pj staf juru istri suami anak ajudan asisten sekretaris
    """.split()
)
ACTING = frozenset("plt plh pj".split())
_FORMER = frozenset("mantan eks bekas".split())
# Anybody may be called this beside another office.
GENERAL = frozenset(
    """
    politikus pengamat ahli pakar tokoh pejabat warga ekonom peneliti dosen anggota saksi korban
    pria wanita perempuan orang mantan
    """.split()
)
# An office held by many at a time: alone it points to nobody.
HELD_BY_MANY = frozenset(
    """
    menteri gubernur bupati kepala ketua direktur wali camat lurah sekretaris komisaris manajer
    pelatih hakim jaksa dokter guru rektor anggota kapolda kapolres kapolsek polda polres
    kepolisian daerah resor sektor
    """.split()
)
# An office of which a place, or a house, has one at a time.
ONE_AT_A_TIME = frozenset(
    """
    menteri gubernur bupati kepala ketua direktur wali camat lurah sekretaris presiden rektor dekan kades
    kapolda kapolres kapolsek kapolri panglima mayor governor minister president chairman chairwoman rector
    """.split()
)
_SPOKESMEN = frozenset(
    """
    juru jubir humas corporate spokesperson spokesman spokeswoman penerangan perwakilan
    communications komunikasi
    """.split()
)
# Who speaks for, or stands beside, whom the role names as well.
_BEHIND_SOMEBODY = BESIDE | frozenset("juru spokesman spokesperson spokeswoman".split())
_LEADERS = frozenset(
    """
    kepala ketua direktur presiden gubernur menteri ceo pendiri rektor sekretaris chief head
    """.split()
)
# Parts of an office: whoever heads one is not who heads the whole.
_UNITS = frozenset(
    """
    bidang satuan seksi bagian subbagian divisi biro unit subdirektorat direktorat humas reskrim reserse
    lantas intelkam narkoba penerangan cabang puskesmas deputi penerangan muda fraksi komisi panitia pansus
    panja instalasi stasiun wadah serikat paguyuban ikatan ranting pusat
    """.split()
)
# Within the name of an office, what makes no part of it: "Ketua Umum PBNU" is its "Ketua".
_OF_THE_WHOLE = frozenset("umum utama eksekutif jenderal besar pelaksana kota kabupaten pt cv".split())
_ONE_IN_A_COUNTRY = frozenset("menteri presiden kapolri panglima".split())
NAMES = gazetteer.GIVEN | NAMES_TOO


def by_office(wanted: Sequence[str], roles: Sequence[str]) -> bool | None:
    """Compare a claim that shares no word with the name: an office, an institution, or another name."""
    roles = [role for role in roles if fold(role).strip(".") not in naming.HONORIFICS]  # "Prof"
    answers = [same_office(wanted, role) for role in roles]
    if True in answers:
        return True
    if None in answers:
        return None
    if not roles:  # nothing tells that "Kepala SMP Negeri 7 Tegalrejo" is not who speaks
        return (
            None
            if is_office(wanted[0]) and not any(_is_name(wanted, n) for n in range(len(wanted)))
            else False
        )
    offices = all(is_office(w) for w in wanted)
    return None if offices and role_words(" ".join(wanted)) <= GENERAL else False


def _is_name(words: Sequence[str], n: int) -> bool:
    """Tell "Imam Santosa" from "imam masjid" and "wali kota"."""
    heads = words[n] in NAMES_TOO and n + 1 < len(words) and is_office(words[n + 1])
    return words[n] in NAMES and not heads


def same_office(wanted: Sequence[str], role: str) -> bool | None:
    """Tell whether a claimed office or institution is that of ``role``; None where it may be."""
    claim, held = role_words(" ".join(wanted)), role_words(role)
    if not claim or not held:
        return None if not held else False
    if claim == held:
        return None if len(claim) == 1 and claim <= HELD_BY_MANY else True
    heads = {w for w in claim if w in naming.ROLE_HEADS}
    if not heads:  # an institution, or the name of another
        if not claim <= held:
            return False
        words = set(fold(role).split())
        if NAMES & claim and _BEHIND_SOMEBODY & words:
            return False  # "Juru bicara Presiden Surya Dharmawan", of Surya Dharmawan
        if words & _UNITS - claim and not words & _SPOKESMEN:
            return None  # of a part, or of who is employed there
        return True if words & _SPOKESMEN or (words & _LEADERS and not words & PREFIXES) else None
    if (claim ^ held) & ACTING and claim - ACTING <= held:
        return None  # who acts as regent may be called so
    if claim & _FORMER - held and claim - _FORMER != held:
        return None  # who is a minister now may have been head of an agency
    if (claim ^ held) & (PREFIXES | _UNITS | gazetteer.COUNTRIES):
        return False  # an office of another country is not the one meant without it
    if _between(claim, heads, role):
        return None
    if claim < held:
        return True if len(claim) > 1 and claim - HELD_BY_MANY - _LEADERS else None
    if held < claim:
        if NAMES & (claim - held):
            return False  # "Menteri Kesehatan Siti Fadilah", and another holds the office
        if (claim - held) & gazetteer.PLACES and not held & gazetteer.PLACES:
            return None  # "Wali Kota Surabaya", of a mayor of no city told
        known = all(map(is_office, claim - held))
        if not known and not _ONE_IN_A_COUNTRY.isdisjoint(claim):
            return False  # "Menkes Terawan": no place stands there
        # Else a name that no table has, or another company: "PT KAI Commuter".
        return True if len(held) > 1 and known and "pt" not in claim else None
    return False


def _between(claim: frozenset[str], heads: set[str], role: str) -> bool:
    """Tell "Ketua Badan Anggaran DPR", of a part, from "Ketua DPR", whose every word is in it."""
    held = [frozenset(role_words(word)) for word in role.split()]
    head = next((n for n, words in enumerate(held) if words & heads), None)
    if head is None:
        return False
    house = next((n for n, words in enumerate(held) if n > head and words & claim - heads), head)
    return any(words - claim - _OF_THE_WHOLE for words in held[head + 1 : house])


def own_role(role: str) -> str:
    """Return a role without the name of whom its bearer only stands beside: "Ibunda" of "Ibunda Keysha"."""
    head = role.split()[0]
    return head if is_kinship(role) or head.lower() in _COMPANIONS else role


def is_office(word: str) -> bool:
    tables = (naming.ROLE_HEADS, naming.OFFICE_WORDS, gazetteer.PLACES, naming.GROUPS, PREFIXES, GENERAL)
    shortened = role_words(word) != frozenset({word}) and word not in gazetteer.GIVEN
    return shortened or any(word in table for table in tables)
