"""Whose words somebody reads out, quotes or imitates: "Liana mengutip janji Gubernur Fajar: …"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rag.documents import Quote
from rag.speech.appositions import Mention
from rag.speech.capitals import Known
from rag.speech.cast import Person, office
from rag.speech.disowned import is_disowned
from rag.speech.marks import Quotation
from rag.speech.mentions import mention_at

_WORDS = (
    r"(?:(?:isi|bunyi) )?(?:perkataan|pernyataan|ucapan|kata-kata|janji|pesan|pidato|surat|cuitan|unggahan|"
    r"omongan|kalimat|jawaban|keterangan|bap|kesaksian|teriakan|ancaman)"
)
_RELAYS = re.compile(
    r"\b(?:mengutip|menirukan|(?P<reads>membacakan)|menyitir|mengulang(?:i)?|mengingatkan(?: kembali)?|"
    rf"teringat|quoting)(?: kembali)? (?:{_WORDS} )+",
    re.IGNORECASE,
)
# "kata Karno menirukan pelaku": no word for what is imitated.
_IMITATES = re.compile(r"\b(?:menirukan|mengutip) (?=[A-Z]|pelaku|korban|saksi|sang )")
# What is read out is one's own, where nobody else is named: "saat membacakan surat tuntutan".
_OF_ANOTHER = re.compile(r"\b(?:bap|kesaksian|keterangan) ", re.IGNORECASE)


def owned(
    made: Quote,
    text: str,
    start: int,
    pair: Quotation,
    end: int,
    known: Known,
    resolve: Callable[[Mention], tuple[Person | None, str | None]],
) -> Quote:
    """Return an utterance as whose it is: nobody's where ``text[start:end]`` disowns it, another's whom its
    speaker quotes there.

    ``resolve`` says whom a name means, and the role.
    """
    if is_disowned(text, start, pair.opening, pair.closing):
        return replace(made, speaker=None, role=None, reference=None, rule="disowned", aliases=())
    told, mention = relayed(text, start, pair, end, known)
    if not told or pair.inner or made.speaker is None:
        return made
    person, role = resolve(mention) if mention else (None, None)
    aliases = tuple(person.aliases) if person else ()
    made = replace(made, role=office(role, person), via=made.speaker, rule="relayed", aliases=aliases)
    reference = "named" if person else "anonymous"
    return replace(made, speaker=person.name if person else None, reference=reference)


def relayed(text: str, start: int, pair: Quotation, end: int, known: Known) -> tuple[bool, Mention | None]:
    """Tell whether ``text[start:end]`` says of the words between its marks that they are another's, and whose
    where it names him.

    ``text`` has what stands between quotation marks blotted out.
    """
    for first, last in ((start, pair.opening), (pair.closing, end)):
        found = _RELAYS.search(text, first, last) or _IMITATES.search(text, first, last)
        if found is None:
            continue
        mention = mention_at(text, found.end(), last, known)
        if mention is not None and mention.reference == "named" and not mention.institution:
            return True, mention
        if not found.groupdict().get("reads") or _OF_ANOTHER.search(found.group()):
            return True, None
    return False, None
