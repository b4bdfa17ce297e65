"""Whom a sentence only passes on the way to who is named: the journalists he speaks to, who arrested him."""

from __future__ import annotations

import re

from rag.speech import naming
from rag.speech.capitals import DONE_BY

_PASSIVE = re.compile(r"di[a-z]{4,}$")


def is_addressed(previous: str, word: str) -> bool:
    """Tell the journalists to whom somebody speaks from a calling of who is named behind them."""
    return previous == "kepada" and word in {"wartawan", "jurnalis", "media", "pers"}


def is_aside(previous: str, word: str) -> bool:
    """Tell a group that only does something to, or houses, who is named behind the comma: "dibekuk polisi,
    Kasman mengaku", "di kantor polisi, Kasman"."""
    if previous in {"kepada", "hadapan"}:  # "Di hadapan hakim, Joko"
        return True
    if word not in naming.GROUPS:
        return False
    done_to = _PASSIVE.match(previous) is not None and DONE_BY.fullmatch(previous) is None
    return done_to or previous in {"kepada", "dari", "oleh", "pada", "kantor", "markas"}
