"""Whose words somebody reads out, quotes or imitates: "Liana mengutip janji Gubernur Fajar: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rag.documents import Quote
from rag.speech.appositions import Mention
from rag.speech.capitals import Known
from rag.speech.cast import Person, office
from rag.speech.disowned import is_disowned
from rag.speech.marks import Quotation
from rag.speech.mentions import mention_at

_WORDS = (
    r"(?:(?:isi|bunyi) )?(?:perkataan|pernyataan|ucapan|kata-kata|janji|pesan|pidato|surat|cuitan|unggahan|"
    r"omongan|kalimat|jawaban|keterangan|bap|kesaksian|teriakan|ancaman|sambutan|amanat|wasiat|puisi|sajak)"
)
_RELAYS = re.compile(
    r"\b(?:mengutip|menirukan|(?P<reads>membacakan)|menyitir|mengulang(?:i)?|mengingatkan(?: kembali)?|"
    rf"teringat|quoting|quoted)(?: kembali)? (?:{_WORDS} )+",
    re.IGNORECASE,
)
# "kata Karno menirukan pelaku", "menirukan pertanyaan muridnya": and not "mengulang pertanyaan".
_IMITATES = re.compile(
    r"\b(?:(?:menirukan|mengutip)"
    r"(?: (?:pertanyaan|perintah|permintaan|permohonan|seruan|jeritan|bisikan|makian|umpatan|nasihat) "
    r"| (?=[A-Z]|pelaku|korban|saksi|s(?:ang|i|eorang|alah seorang) |\w+nya\b))"
    r"|(?:quot|imitat|mimick)(?:ed|ing) (?!\w+ (?:accent|voice|sound|style)\b)"
    r"(?=[A-Z]|(?:his|her|their|the|an?) (?:late )?[a-z]+(?: saying)?\W*$)"
    r"|recalled (?=[A-Z]|(?:his|her|their|the) (?:late )?[a-z]+(?: saying)?\W*$))"
)
# What is read out is one's own, where nobody else is named: "saat membacakan surat tuntutan".
_OF_ANOTHER = re.compile(r"\b(?:bap|kesaksian|keterangan) ", re.IGNORECASE)
# "membacakan pesan WhatsApp dari terdakwa Gunadi", "surat terakhir sang kakek", "sambutan tersebut"
_READS_ANOTHERS = re.compile(
    rf"\b(?:membacakan|membaca|menunjukkan|memperlihatkan)(?: kembali)? {_WORDS} (?:\w+ ){{0,2}}?"
    r"(?:(?P<whose>dari|milik|karya|mendiang|almarhum|almarhumah|sang) (?=\S)"
    r"|(?:ayah|ibu|bapak|kakek|nenek|suami|istri|anak|kakak|adik|korban|terdakwa)(?:nya)?\b|(?:itu|tersebut)\b)"
)
# "He then read a message from the company's chairman, Henrik Dahl:"
_READ_OUT = re.compile(
    r"\b(?:read|reads|reading|relayed|relaying)(?: out| aloud)? (?:an?|the) (?:[a-z]+ )?"
    r"(?:message|letter|statement|note|text|e-?mail|post) (?P<whose>from|by) (?=\S)"
)
# "Saksi Lina mengatakan Gunadi pernah berkata, …", "Menurut Lina, Gunadi berkata, …"
_HEARD = re.compile(
    r"\b(?:mengatakan|menyebut|menuturkan|menceritakan|bercerita|mendengar|mengungkapkan|mengingat|bersaksi|"
    r"(?:[Mm]enurut|[Kk]ata|[Uu]jar) [^,.\n]{2,60},)(?: bahwa)? (?=\S)"
)
_SAID_SO = re.compile(
    r",?(?: (?:pernah|sempat|juga|lalu|kemudian|itu|telah|sudah|hanya|cuma)){0,3} (?:berkata|mengatakan|"
    r"bilang|berujar|berpesan|menjawab|berteriak|menulis|menyatakan|memerintahkan|menyuruh|meminta|berjanji)"
    r"(?:nya)?(?: (?:kepada|ke|pada|di|dalam|dari|lewat|melalui|saat|ketika|sebelum|sesudah|sambil)"
    r" [^,:\n]{2,40})?[,:]?\s*$"
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose words are that are not their speaker's: of ``mention``, where that is a name; nobody's at all
    where they are ``disowned``."""

    mention: Mention | None = None
    disowned: bool = False


def owner(text: str, start: int, pair: Quotation, end: int, known: Known) -> Owner | None:
    """Return whose ``text[start:end]`` says that the words between its marks are; None: their speaker's.

    ``text`` has what stands between quotation marks blotted out.
    """
    if is_disowned(text, start, pair.opening, pair.closing):
        return Owner(disowned=True)
    if pair.inner:
        return None
    if heard := _heard(text, start, pair.opening, known):
        return heard
    for first, last in ((start, pair.opening), (pair.closing, end)):
        another = _READS_ANOTHERS.search(text, first, last) or _READ_OUT.search(text, first, last)
        if another is not None:
            return Owner(mention_at(text, another.end(), last, known) if another["whose"] else None)
        found = _RELAYS.search(text, first, last) or _IMITATES.search(text, first, last)
        if found is None:
            continue
        mention = mention_at(text, found.end(), last, known)
        if mention is not None and mention.reference == "named" and not mention.institution:
            return Owner(mention)
        if not found.groupdict().get("reads") or _OF_ANOTHER.search(found.group()):
            return Owner()
    return None


def _heard(text: str, start: int, opening: int, known: Known) -> Owner | None:
    """Return whose words ``text[start:opening]`` tells that its subject heard."""
    for lead in _HEARD.finditer(text, start, opening):
        mention = mention_at(text, lead.end(), opening, known)
        if (
            mention is not None
            and mention.reference != "pronoun"
            and not mention.institution
            and _SAID_SO.match(text, mention.end, opening)
        ):
            return Owner(mention)
    return None


def disowned(made: Quote) -> Quote:
    """Return an utterance as nobody's."""
    return replace(made, speaker=None, role=None, reference=None, rule="disowned", aliases=())


def relayed(made: Quote, person: Person | None, role: str | None) -> Quote:
    """Return an utterance as that of ``person`` by way of its speaker; None is somebody who is not named."""
    return replace(
        made,
        speaker=person.name if person else None,
        role=office(role, person),
        reference="named" if person else "anonymous",
        via=made.speaker,
        rule="relayed",
        aliases=tuple(person.aliases) if person else (),
    )
