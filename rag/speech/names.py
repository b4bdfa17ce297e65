"""Every name of a text that may belong to a speaker, before it is known who is who."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.speech import gazetteer, naming
from rag.speech.appositions import Mention
from rag.speech.asides import is_addressed, is_aside
from rag.speech.capitals import Known, is_acronym, is_capital, is_common, is_noun, is_proper
from rag.speech.mentions import mention_at
from rag.speech.phrases import MARKS, NAMES_TOO
from rag.words import fold

_NAME_LAST = re.compile(r"(?!.*\byang\b)(?P<role>[a-z][a-z ]*[a-z]) (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)+)")
# What an institution is, at the head of a sentence, and no name.
_UNNAMED = frozenset("perusahaan perseroan lembaga yayasan organisasi klub maskapai manajemen".split())
_NO_OPENERS = gazetteer.GIVEN | naming.INDEFINITE
_ONLY_PLACES = gazetteer.PLACES - gazetteer.GIVEN
# "Di Banda Aceh, Kepala Dinas X mengaku", "di bilangan Senopati, aktor itu": no office of the place's.
_LEADING_TO = frozenset("di bilangan kawasan daerah wilayah kompleks perumahan".split())
# "Kepada Putri dari Majalah Jendela, penulis itu bercerita"
_OUTLETS = frozenset("majalah harian koran tabloid radio".split())
_UNLETTERED = frozenset("dan untuk serta of and the".split())  # in abbreviations: BMKG
_TITLES = frozenset(word for word in naming.HONORIFICS if len(word) > 1)
_BEGINNING = naming.ROLE_HEADS | naming.INDEFINITE | _TITLES
_TWICE = re.compile(r"([a-z]{3,})-\1(?:nya)?")

# "CEO Talam, perusahaan rintisan yang menyewakan ruang beku": its head's office, and no head of its own.
_IS_A_HOUSE = re.compile(
    r", (?:sebuah |satu |an? (?:[a-z-]+ ){0,3})?(?:perusahaan|usaha rintisan|startup|start-up|lembaga|"
    r"yayasan|maskapai|platform|aplikasi|bank|pabrik|koperasi|company|firm|airline|agency|foundation)\b"
)
# "Bram, sapaan akrabnya", "Vina, begitu ia biasa disapa"
NICKNAMED = re.compile(
    rf"\b(?=[A-Z]){naming.FAMILIAR}?(?P<alias>[A-Z][a-z]+(?: [A-Z][a-z]+)?), "
    r"(?:(?:begitu|demikian)(?:lah)? )?(?:(?:ia|dia|beliau) )?"
    r"(?:(?:sapaan|panggilan)(?: akrab)?(?:nya| (?P<whose>[A-Z]\w+))"
    r"|(?:biasa |akrab |kerap )?di(?:sapa|panggil))\b"
)
# "Gerobak pria yang akrab disapa Pak Tris itu", "Penyanyi yang lebih dikenal sebagai Gitlar itu": of whom
# was named last.
SO_CALLED = re.compile(
    r"\b[a-zA-Z]+(?: \d+ tahun)?,? yang (?:akrab |biasa |karib |kerap |sering |lebih )*"
    r"(?:disapa|dipanggil|dikenal (?:sebagai|dengan nama(?: panggung)?)) "
    rf"[\"“”'‘]?{naming.FAMILIAR}?(?P<alias>[A-Z][a-z]+(?: [A-Z][a-z]+)?)[\"“”'’]?"
    r"(?= (?:itu|ini|tersebut)\b|[,.])(?P<whose>)"
)
# Both with the words of which a text has one where somebody is called so.
CALLED = (
    (NICKNAMED, ("sapa", "panggil")),
    (SO_CALLED, ("disapa ", "dipanggil ", "dikenal sebagai ", "dikenal dengan nama ")),
)
# "Lelaki bernama lengkap Sukartodimejo itu", "Nama aslinya Sri Wahyuningsih", of whom was named last.
IN_FULL = re.compile(
    r"\b(?:[Bb]ern|[Nn])ama (?:lengkap|asli)(?:nya)?,? (?:adalah |ialah )?"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]*){0,4})"
)
# "PT Arktika Rantai Dingin Tbk (ARTK)"
SHORTENED = re.compile(
    r"\b(?P<full>[A-Z][\w'’&-]*(?: (?:(?:dan|of|and|for) )?[A-Z][\w'’&-]*){0,7})"
    r" \((?P<short>[A-Z][A-Za-z-]{1,14})\)"
)


def is_house(text: str, mention: Mention) -> bool:
    """Say whether what is told behind a name makes a company of it, whose head its office is."""
    return bool(mention.role) and _IS_A_HOUSE.match(text, mention.end) is not None


def name_words(name: str) -> list[str]:
    """Return the words of a name as they are compared."""
    return [bare for w in fold(name).replace("’", "'").split() if (bare := w.strip(".'’-"))]


def initials(name: str) -> str:
    """Return the first letters of a name's words, without those that an abbreviation leaves out."""
    return "".join(word[0] for word in name_words(name) if word not in _UNLETTERED)


def named_in(text: str, known: Known) -> list[Mention]:
    """Return every name of the text that may belong to a speaker."""
    found: list[Mention] = []
    stream = known.stream.between(text, 0, len(text))
    skip_to = 0
    for n, (start, word, lower) in enumerate(zip(stream.starts, stream.raws, stream.lowers, strict=True)):
        if start < skip_to or not (lower in _BEGINNING or is_capital(word)):
            continue
        if not (word[0].isalpha() or word[0] == "@"):
            continue
        previous = stream.lowers[n - 1] if n else ""
        if is_addressed(previous, lower) or previous in {"dolar", "dollar"}:
            continue
        opens = lower in naming.OPENERS and lower not in _NO_OPENERS and lower not in known.firsts
        if opens and not (
            lower == "lalu" and n and (stream.raws[n - 1][-1:].isalnum() or stream.raws[n - 1] == ",")
        ):  # "ucap Lalu Hamdan"
            continue
        limit = min(len(text), start + 400)
        # "Kepada Jeda, perempuan 39 tahun itu mengaku", "Di Banda Aceh, Kepala Dinas X mengaku"
        told = bool(n) and (stream.raws[n - 1] == "Kepada" or previous in _LEADING_TO)
        told = told or lower in _OUTLETS
        if told or (n and word.islower() and is_aside(previous, lower)):
            limit = min(limit, text.find(",", start + len(word), limit) % (len(text) + 1))
        mention = mention_at(text, start, limit, known)
        if mention is not None and mention.reference == "description":
            mention = _named_within(mention, known) or mention
        if mention is None or mention.name is None:
            if mention is not None and (is_capital(word) or lower in naming.INDEFINITE):
                skip_to = mention.end
            continue
        skip_to = mention.end
        if text[start - 1 : start] in MARKS and text[mention.end : mention.end + 1] in MARKS:
            continue  # the clock that everybody calls "Mbah Dentang"
        if _may_speak(mention, known):
            found.append(mention)
        pair = text.find("/", mention.start, mention.end)
        second = mention_at(text, pair + 1, limit, known) if pair > 0 else None
        if second is not None and second.name and _may_speak(second, known):
            found.append(second)
    return found


def _named_within(mention: Mention, known: Known) -> Mention | None:
    """Return whom a description names besides: "ketua majelis hakim Noormalita Hapsari itu"."""
    found = _NAME_LAST.fullmatch(mention.role or "")
    first = found["name"].split()[0].lower() if found else ""
    if found is None or not (first in known.people or first in gazetteer.GIVEN):
        return None
    return replace(mention, reference="named", name=found["name"], role=found["role"])


def without_opening(mention: Mention, named: list[Mention], text: str, known: Known) -> Mention:
    """Return a mention without a common word that only begins its sentence: "Popularitas Almandoz"."""
    if of_house := _of_a_house(mention, text):
        return of_house
    first, *rest = name_words(mention.name or " ") or [""]
    if rest and _TWICE.fullmatch(first) and not mention.role:  # "Jari-jari Bendelina Mooy"
        return replace(mention, name=(mention.name or "").split(maxsplit=1)[1])
    before = text[max(0, mention.start - 8) : mention.start].rstrip(" \"'“”‘’")
    opens = not before or before[-1] in ".!?\n-–—"
    titled = first in NAMES_TOO  # "Hakim Bonifasius", who is "Bonifasius Serang" elsewhere
    alone = len(rest) == 1 and rest[0] in known.people  # "Utang Karsono" of "kata Karsono (56)"
    begins = opens and not (first in known.people or first in gazetteer.GIVEN)
    begins = begins and (is_common(first) or (alone and is_noun(first)))
    if not rest or not (titled or begins):
        return mention
    name = mention.name or ""
    if (
        begins
        and (rest[0] in gazetteer.GIVEN or alone)
        and text.startswith(name, mention.start)  # an office stands behind, if any
        and re.search(rf"[a-z,] {re.escape(name)}\b", text) is None
    ):
        return replace(mention, name=name.split(maxsplit=1)[1])  # "Mata Yosef Ndena, paman"
    if mention.role:
        return mention
    others = [set(name_words(m.name or "")) for m in named]
    if any(set(rest) <= words and first not in words and len(words) > 1 for words in others):
        return replace(mention, name=(mention.name or "").split(maxsplit=1)[1])
    return mention


def _of_a_house(mention: Mention, text: str) -> Mention | None:
    """Return "Clarissa Wongso" of "Kepala Mitra Toko Clarissa Wongso", where both stand alone elsewhere."""
    first, _, rest = (mention.name or "").partition(" ")
    if not mention.role or " " not in rest or is_proper(first.lower()):
        return None
    second = rest.split()[0]
    alone = re.search(rf"\b{re.escape(first)}\b(?! [A-Z])", text)
    called = re.search(rf"(?<!\b{re.escape(first)} )\b{re.escape(second)}\b(?! [A-Z])", text)
    if alone is None or called is None:
        return None
    return replace(mention, name=rest, role=f"{mention.role} {first}")


def _may_speak(mention: Mention, known: Known) -> bool:
    """Leave out places and lone words that nothing shows to be anybody."""
    words = name_words(mention.name or "")
    if len(words) == 1 and words[0].endswith("nya") and is_common(words[0]):
        return False  # "Pemrakarsanya, anggota Komisi C"
    if len(words) > 1 and all(is_acronym(w) for w in (mention.name or "").split()):
        return False
    if mention.institution:
        return not (len(words) == 1 and words[0] in _UNNAMED)
    if len(words) > 6 or any(w.isdigit() for w in words):
        return False
    if (
        mention.role
        or mention.alias
        or any(w in known.people or w in known.subjects for w in words)
        or (len(words) > 1 and words[0] in known.firsts)
        or (mention.name or "").startswith(("@", "I ", "Ni ", "Ida "))  # "I Gusti Agung Wiradana"
    ):
        return True
    # "Hendra Jaya", and not "Irian Jaya".
    begins = words[0] in gazetteer.GIVEN and words[0] not in gazetteer.PLACES
    places = _ONLY_PLACES if begins else gazetteer.PLACES
    if any(w in places or w in known.places for w in words):
        return False
    words = words[words[0] == "lalu" :]  # noblemen of Lombok are called so
    first = (mention.name or "").split()[-len(words)]
    # "Lim" and "Tan" are common words too.
    if len(first) > 3 and first.lower() not in gazetteer.GIVEN and is_common(first):
        return False
    return bool(words[1:]) and not any(w in naming.OFFICE_WORDS or w in naming.OPENERS for w in words)
