"""Words that a text puts in somebody's mouth to say that he did not speak them: hoaxes, denials, "as if"."""

from __future__ import annotations

import re

_VERBS = (
    "mengatakan|berkata|menyatakan|menyebut(?:kan)?|bilang|mengucapkan|melontarkan|berujar|menulis|"
    "menjanjikan|saying|said|say|stated|claimed"
)
# What is between the reporting word and the marks: no other one, which may be his.
_TAIL = rf"(?:(?!\b(?:{_VERBS}|told|added|tetapi|tapi|namun|melainkan|but)\b)[^.;\n]){{0,80}}$"
# The reporting word is itself denied, or only supposed: "seolah-olah berkata", "tidak pernah menyatakan",
# "membantah pernah mengatakan", "seharusnya PDAM berkata".
_DENIED = re.compile(
    r"\b(?:seolah-olah|seakan-akan|seolah|seakan"
    r"|(?:tidak|tak|belum|nggak|enggak) pernah(?: sekali ?pun| sama sekali)?"
    r"|(?:membantah|menampik|menyangkal|menepis)(?: keras)?"
    r"(?: (?:pernah|telah|sudah|bahwa (?:ia|dia|dirinya)))+"
    r"|(?:seharusnya|semestinya|mestinya)(?: [^\s,.]+){0,4}?"
    r"|never|(?:did|has|had) not|denie[sd](?: ever| having)*)"
    rf"(?: [a-z]+)?? (?:{_VERBS})\b{_TAIL}",
    re.IGNORECASE,
)
# "Tangkapan layar yang mencatut nama media itu memuat kutipan, …"; of what only goes round, what others claim
# that somebody said: in a video he may have said it.
_FORGED = re.compile(
    r"\b(?:hoaks|hoax|palsu|mencatut|dicatut|disunting|rekayasa|direkayasa|fake|fabricated|doctored)\b[^.;\n]{0,160}?"
    rf"\b(?:{_VERBS}|memuat|menampilkan|berisi|bertuliskan|seolah\S*|seakan\S*)\b[^.;\n]{{0,120}}$",
    re.IGNORECASE,
)
_SPREAD = re.compile(
    r"\b(?:beredar|viral)\b[^.;\n]{0,80}\b(?:menyebut|mengklaim|menarasikan|bahwa)\b[^.;\n]{1,120}?"
    rf"\b(?:{_VERBS})\b{_TAIL}",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"[^\n]{0,120}?\bKutipan (?:itu|tersebut|ini) (?:adalah |ternyata |merupakan )?(?:palsu|hoaks|rekayasa)\b"
)


def is_disowned(text: str, start: int, opening: int, closing: int) -> bool:
    """Say whether the sentence from ``start`` tells that the words in ``[opening, closing)`` were not spoken.

    ``text`` has what stands between quotation marks blotted out.
    """
    told = any(pattern.search(text, start, opening) for pattern in (_DENIED, _FORGED, _SPREAD))
    return told or _FALSE.match(text, closing) is not None
