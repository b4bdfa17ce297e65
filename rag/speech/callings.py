"""What a description tells of somebody besides an office: a calling, an age, a party.

"kata petani 60 tahun itu" is no agricultural officer, "politikus Partai Damai itu" nobody of another party.
"""

from __future__ import annotations

import re

from rag.speech import naming
from rag.speech.cast import BEFORE_NOW, Cast, Person
from rag.speech.offices import PARTIES, is_kinship, role_words

_LEARNING = frozenset("siswa siswi mahasiswa mahasiswi pelajar bocah murid santri remaja balita".split())
_PLAYING = frozenset(
    """kapten pemain kiper penyerang striker bek gelandang winger perenang pelari petinju atlet pebulu petenis
    pencetak pengoleksi pembalap pesepak lifter pegulat pemanah pendaki pebasket pevoli""".split()
)
_WATCHING = frozenset("wasit komentator penonton suporter".split())
_WORKING = frozenset(
    """petani nelayan pedagang buruh sopir pengemudi penjual peternak tukang penambang pemulung kuli
    pengojek""".split()
)
_LEADING = frozenset(
    """pelatih manajer penyuluh kepala camat bupati wali gubernur menteri direktur presiden lurah kades
    komisaris rektor dekan guru dosen kapolres kapolsek kapolda komandan jaksa hakim dokter humas""".split()
)
_ENGLISH_OFFICES = frozenset("mayor governor minister manager director".split())
_ONE_IN_TOWN = frozenset("mayor governor minister".split())
_RULING = _ENGLISH_OFFICES | frozenset(
    "wali bupati gubernur camat lurah menteri presiden direktur kapolres kapolsek kapolda".split()
)
_STUDYING = frozenset(
    """anggota legislator peneliti ekonom pengamat aktivis koordinator ecologist scientist economist
    researcher biologist geologist analyst activist lawyer""".split()
)
_BY_THE_WAY = frozenset("pengunggah perekam penelepon penyebar pelempar penabrak pengadu pemotor".split())
_IN_UNIFORM = frozenset("perwira polisi prajurit jenderal".split())
# Who sit apart in a court, each by the first word of what they are told to be.
_ACCUSED = frozenset("terdakwa tersangka terpidana".split())
_DEFENDING = frozenset("kuasa pengacara advokat penasihat pembela".split())
_ACCUSING = frozenset("jaksa penuntut".split())
_JUDGING = frozenset("hakim majelis".split())
_TESTIFYING = frozenset("saksi ahli".split())
_IN_COURT = (_ACCUSED, _DEFENDING, _ACCUSING, _JUDGING, _TESTIFYING)
# Of callings, those that rule out all of others: no racer of 17 is ruled out by "remaja itu".
_RULED_OUT = (
    (_PLAYING, _LEADING | _WORKING | _WATCHING),
    (_WORKING, _LEADING | _PLAYING | _LEARNING),
    (_LEARNING, _LEADING | _WORKING | naming.KIN),
    (_BY_THE_WAY, _LEADING | _PLAYING),
    (_WORKING, _DEFENDING),
    (frozenset({"penantang"}), frozenset({"petahana"})),
    (frozenset({"petahana"}), frozenset({"penantang"})),
    (_IN_UNIFORM, _DEFENDING | _ACCUSING | _WORKING | _STUDYING | {"dokter", "bupati", "gubernur", "guru"}),
    (_RULING, _WORKING | _PLAYING | _LEARNING | _STUDYING),
    *((sort, frozenset().union(*_IN_COURT) - sort) for sort in _IN_COURT),
)
# "Ia kini resmi menjadi terdakwa", and not "Ia memeriksa sopir yang menjadi terdakwa".
_BY_NOW = (
    "(?:kini|sekarang|lalu|kemudian|akhirnya|telah|sudah|pun|juga|ikut|resmi|malah|justru|duduk|diadili|"
    "ditetapkan|dihadirkan)"
)
_SAME = {"striker": "penyerang", "winger": "penyerang", "siswi": "siswa", "mahasiswi": "mahasiswa"}
# What a regent, a mayor and a governor head: "Pemkab".
_GOVERNING = (
    ("bupati", frozenset({"pemerintah", "kabupaten"})),
    ("wali", frozenset({"pemerintah", "kota"})),
    ("gubernur", frozenset({"pemerintah", "provinsi"})),
)
_HEADING = frozenset("kepala ketua direktur rektor bupati wali gubernur camat presiden".split())
_NOT_HEADING = BEFORE_NOW | frozenset("wakil calon nonaktif terpilih plt plh pj penjabat".split())
_UTMOST = frozenset("utama umum eksekutif pelaksana".split())
_GROWN = 18  # years
_CHILDREN = frozenset({"anak", "bocah", "bocah kecil", "anak kecil", "anak perempuan", "anak laki-laki"})
_AT_SCHOOL = re.compile(r"\b(?:kelas|SD|SDN|MI|SMP|TK|PAUD|bocah|balita|siswa|siswi|pelajar)\b")
_PARTY = re.compile(
    r"\b(?:politikus|politisi|kader|legislator|anggota|ketua|fungsionaris)\b.*?"
    r"\b(?P<party>(?:Partai|PDI|Fraksi) (?:[A-Z]\w*(?: |$)){1,4}|[A-Z]{3,5})\b"
)
# Code points behind a name in which a party is told.
_NEAR = 90
# … and from the last name to a description of somebody of whom nothing else is told.
_JUST = 300
_COACHES = re.compile(
    r"(?i:juru (?:taktik|racik|latih|strategi)|peracik (?:taktik|strategi)|arsitek(?: tim)?$)\b"
)
_TRAINER = re.compile(r"(?i:(?:asisten )?pelatih (?:fisik|kiper|pribadi|vokal|senam|tari)\b|asisten pelatih)")
_NAMED = re.compile(r"\b[A-Z][\w'’-]+")
# "The owner trained him" is a sentence.
_DONE = re.compile(r"(?i:\w (?:\w+ed|him|her|his|them|their|it|its|to|the|was|is|has|had|will|would)\b)")
# "Kapal itu milik Rina" tells nothing of Rina.
_OWNED_BY = re.compile(r"\b(?:milik|kepunyaan|buatan|karya) (?:[A-Z][\w'’-]+ )*\Z")
_WHENCE = re.compile(r"\b(?:asal|kelahiran|berdarah) (?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)")


def learn(role: str, person: Person, cast: Cast) -> None:
    """Keep the calling and the origin that a description tells of a person: "pelatih asal Portugal itu".

    It is not kept where it may be another's, who is told to be that, nor where it has been read with a verb.
    """
    head, words = _head(role), role.lower().split()
    tells = head in naming.ROLE_HEADS or _WHENCE.search(role)
    doubtful = _DONE.search(role) or (" " not in role and _is_anothers(head, person, cast))
    if (
        tells
        and not doubtful
        and BEFORE_NOW.isdisjoint(words)
        and role.lower() not in map(str.lower, person.roles)
    ):
        person.roles += [role, "pelatih"] if _COACHES.match(role) else [role]


def _is_anothers(head: str, person: Person, cast: Cast) -> bool:
    """Say whether only others than ``person`` are told in an article to be something."""
    holding = [p for p in cast.people if any(head in role.lower().split() for role in p.roles)]
    return bool(holding) and not any(p is person for p in holding)


def coaching(role: str, position: int, cast: Cast) -> Person | None:
    """Return the coach whom "sang juru taktik" means, where nobody is an architect."""
    told = _COACHES.match(role)
    if told is None or any(re.match("(?i:arsitek)", held) for p in cast.people for held in p.roles):
        return None
    if coach := from_there(role, position, cast):
        return coach
    coach, whence = cast.fitting("pelatih", position), _WHENCE.search(role)
    if coach is None or all(map(_TRAINER.match, coach.roles)):
        return None
    return None if whence and any(map(_WHENCE.search, coach.roles)) else coach


def from_there(role: str, position: int, cast: Cast) -> Person | None:
    """Return the one who is told before ``position`` to come whence a description does; None of several."""
    if (whence := _WHENCE.search(role)) is None:
        return None
    origin = re.compile(rf"\b(?:asal|kelahiran|berdarah) {re.escape(whence['place'])}\b")
    come = [p for p in cast.people if p.seen[0] < position and any(map(origin.search, p.roles))]
    return come[0] if len(come) == 1 and not rules_out(role, come[0]) else None


def rules_out(role: str, person: Person) -> bool:
    """Say whether a description's calling is of another sort than everything that a person is told to be."""
    head = _head(role)
    told = {word.removesuffix("nya") for own in person.roles for word in own.lower().split()[:2]}
    return any(head in sort and not told & sort and bool(told & others) for sort, others in _RULED_OUT)


def has_become(role: str, person: Person, position: int, cast: Cast) -> bool:
    """Tell by "Ia kini menjadi terdakwa" what a judge is told to be before ``position``."""
    own = "|".join(re.escape(word) for word in person.name.split())
    became = re.compile(
        rf"\b(?:[Ii]a|[Dd]ia|[Bb]eliau|{own})(?: {_BY_NOW})* (?:menjadi|jadi|sebagai|berstatus)"
        rf"(?: sebagai)?(?: seorang)? {re.escape(_head(role))}\b"
    )
    return any(_last_named(found.end(), cast) is person for found in became.finditer(cast.text, 0, position))


def _last_named(position: int, cast: Cast) -> Person | None:
    named = [(at, p) for p in cast.people if not p.institution for at in p.seen if at < position]
    return max(named, key=lambda pair: pair[0], default=(-1, None))[1]


def _just_named(position: int, cast: Cast) -> Person | None:
    """Return whom the last name before a place means, which may be a first name alone."""
    near = list(_NAMED.finditer(cast.text, max(0, position - _JUST), position))
    named = (
        cast.find(found.group(), found.start())
        for found in reversed(near)
        if not _OWNED_BY.search(cast.text, max(0, found.start() - _NEAR), found.start())
    )
    return next((person for person in named if person is not None and not person.institution), None)


def of_calling(role: str, position: int, cast: Cast) -> Person | None:
    """Return who was named last before ``position`` with a described calling, of children also by the age.

    Where nobody was, it is who has just been named and of whom nothing is told.
    """
    head = _head(role)
    before = [p for p in cast.people if p.seen[0] < position and not p.institution]
    offices = ((p, r.lower().split()) for p in before for r in p.roles)
    held = [p for p, r in offices if head in {_SAME.get(w, w) for w in r[:2]} and not BEFORE_NOW & {*r}]
    if not held and head in _LEARNING:
        held = [p for p in before if p.age is not None and int(p.age) < _GROWN]
    if held:
        return max(held, key=lambda p: max(s for s in p.seen if s < position))
    last = _just_named(position, cast)
    untold = last is not None and bool(last.evident or last.sex) and not last.roles and last.age is None
    return last if untold else None


def child(role: str, position: int, cast: Cast, talked: Person | None) -> Person | None:
    """Return whom "anak itu" means: who is talked about, unless he is told to be something else, and somebody
    else alone to be a child."""
    grown = talked is not None and (bool(talked.roles) or talked.age is not None)
    if role.lower() not in _CHILDREN or talked is None or not grown or _is_young(talked):
        return talked
    young = [p for p in cast.people if p.seen[0] < position and not p.institution and _is_young(p)]
    return young[0] if len(young) == 1 else None if young else talked


def _is_young(person: Person) -> bool:
    aged = person.age is not None and int(person.age) < _GROWN
    return aged or any(_AT_SCHOOL.search(role) for role in person.roles)


def leads(person: Person, body: Person) -> bool:
    """Say whether somebody is told to head a body: the regent "Pemkab", a director his company.

    A former, would-be or second head is none, nor who heads a part of it or a house beside.
    """
    whole = role_words(body.name)
    for role in person.roles:
        held, told = role_words(role), set(role.lower().split())
        if not _HEADING & held or told & _NOT_HEADING:
            continue
        governs = next((of for h, of in _GOVERNING if h in held and of <= whole), None)
        if governs is not None:  # "Bupati Garut", and "Pemkab" alone or "Pemkab Garut"
            if whole - governs <= held and held - _HEADING - governs <= (whole - governs or held):
                return True
        elif whole <= held and held - whole <= _HEADING | _UTMOST:
            return True
    return False


def partisan(role: str, position: int, cast: Cast, talked: Person) -> Person | None:
    """Return who is told before ``position`` to be of a described party: who is talked about, if it is so."""
    found = _PARTY.search(role)
    if found is None:
        return None
    wanted = role_words(found["party"])
    of_it = [p for p in cast.people if not p.institution and _is_of(p, wanted, position, cast.text)]
    if talked in of_it:
        return talked
    return max(of_it, key=lambda p: max(s for s in p.seen if s < position), default=None)


def is_unheard_of(role: str, talked: Person, position: int, text: str) -> bool:
    """Tell "the engineer", of whom was told before, from a judge who is talked about, and "the mayor", in a
    paragraph of its own, from who is told to be nothing."""
    head = _head(role)
    if talked.roles:
        known = frozenset().union(*map(role_words, talked.roles))
        bare = " " not in role and head in naming.ROLE_HEADS - naming.KIN - PARTIES and not is_kinship(role)
        told = rf"\b(?i:{re.escape(head)})\b"
        return bare and not role_words(head) & known and re.search(told, text[:position]) is not None
    named = max((s for s in talked.seen if s < position), default=0)
    return head in _ONE_IN_TOWN and "\n" in text[named:position]


def _head(role: str) -> str:
    first, *more = role.lower().split() or [""]
    if more and more[-1] in _ENGLISH_OFFICES:  # "estate manager"
        return more[-1]
    return _SAME.get(first, first)


def _is_of(person: Person, wanted: frozenset[str], position: int, text: str) -> bool:
    """Say whether a party stands behind somebody's name in a sentence: "Ratih Anom dari PDI Perjuangan"."""
    behind = (text[s : s + len(person.name) + _NEAR] for s in person.seen if s < position)
    return any(wanted <= role_words(re.split(r"[.\n]", part)[0]) for part in behind)
