"""Whoever steps in without a name: "Ajudan wali kota membenarkan itu.", "sahut pria berjaket hitam". Pure.

Whom a "katanya" behind them means is not who was named last, and the article does not tell who it is.
"""

from __future__ import annotations

import re

from rag.speech import naming
from rag.speech.appositions import Mention
from rag.speech.cast import Person
from rag.speech.offices import AIDES, PARTIES, VAGUE, role_words

# Whose kin, or neighbour, somebody is: not the one of whom that is told.
_KIN = frozenset(
    """
    istri suami anak ayah ibu orang orangtua adik kakak paman bibi kakek nenek mertua sepupu keponakan cucu
    kerabat tetangga teman sahabat kekasih sopir
    """.split()
)
# What happens to somebody: "Korban dibawa ke rumah sakit.", of whom somebody else goes on to tell.
_SUFFERS = re.compile(
    r"(?:,[^,.\n]{1,60},)?(?: (?:juga|sudah|telah|kini|lalu|kemudian|langsung|sempat|belum|bisa|dapat|akan))*"
    r" (?:di[a-z]{4,}|ter(?:luka|jebak|seret|tabrak|kena|geletak|timbun|himpit|jatuh|lempar)[a-z]*|tewas|"
    r"meninggal|luka|selamat|kritis|hilang)"
)
# "Lelaki itu Asep Kurniawan, petani": who it is.
_IS = re.compile(r"(?:,|(?: [^\s,.]+){1,4},)? (?:adalah |ialah |bernama )?[A-Z]")
# "Puluhan jurnalis", "para pedagang": many.
_MANY = re.compile(
    r"(?:para|puluhan|ratusan|ribuan|belasan|beberapa|banyak|kelompok|rombongan|"
    r"(?:se)?jumlah|\d+|dua|tiga|empat|lima|enam|several|dozens|hundreds|thousands|many) ?",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(r"(?:se(?:orang|sosok)|salah (?:satu|seorang)|an?|one|another)\b", re.IGNORECASE)
# "Pria berjaket hitam", "lelaki di sampingnya", "perempuan lain": nobody who was told of.
_SEEN_FIRST = re.compile(
    r" (?:ber(?!usia|umur|nama|ada|asal|darah|kewarganegaraan)[a-z]{3,}|"
    r"di (?:samping|sebelah|belakang|depan|antara|dekat)|"
    r"lain|paruh baya\b(?! (?:itu|ini|tersebut)\b)|tak dikenal|misterius)"
)
# What leads in somebody without a name: "dibantah pendamping warga", "seorang staf sebagai saksi".
_LED_IN = (
    r"(?:\b(?:seorang|salah (?:satu|seorang)|dua|tiga|empat|beberapa|sejumlah|sebagai|di[a-z]{4,}(?: oleh)?) "
    r"(?:[a-z]+ ){0,2}|(?:^|[.!?] ))"
)
_NOT_AGAIN, _NAMED = r"(?! (?:\w+ ){0,3}(?:itu|tersebut|ini)\b)", r"(?![^.!?\n]{0,80}, [A-Z])"
_OF_A_NAME = re.compile(r"[A-Z][\w'’.-]*(?: \(?\d+\)?)?, (?:\d+, )?\Z")  # "Jane Roe, 36, a farmer"
_SHORTLY = 60  # characters
_PLAIN = frozenset("pria wanita perempuan lelaki laki-laki pemuda pemudi gadis remaja bocah orang".split())

# "Polisi menetapkan bendahara yayasan sebagai tersangka", and not "menetapkan perempuan itu".
_MADE = r"\bmenetapkan (?P<whom>[a-z][^.,\n]{{1,80}}?) sebagai {}\b"
_BACK = re.compile(r"\b(?:itu|tersebut|ini|dia|ia|beliau)$|nya$")


def points_back(mention: Mention) -> bool:
    """Tell "politikus itu" from "politikus": the first is somebody who was told of."""
    return mention.end - mention.start > len(mention.role or "")


def is_another(mention: Mention, person: Person) -> bool:
    """Say whether a description at the head of a sentence tells of somebody else than ``person``, of whom the
    article has been telling: "perempuan berkebaya itu" and "ibu dua anak itu" do not."""
    head = _head(mention).removesuffix("nya")
    own = frozenset(word for held in person.roles for word in role_words(held))
    if head in AIDES or (head in _KIN and not points_back(mention)):
        return head not in own
    if points_back(mention):
        return False
    spelt = role_words(head)  # "Kasat Reskrim", of the "Kepala Satuan Reserse Kriminal"
    return not spelt or not spelt <= own or not role_words(mention.role or "") - VAGUE


def acts_alone(text: str, mention: Mention) -> bool:
    """Say whether one person without a name does something: "Saksi mata melihat …", not "Puluhan saksi"."""
    head = _head(mention)
    one = head in PARTIES or (head in naming.ROLE_HEADS and head not in naming.GROUPS)
    if head.endswith("nya"):  # "Sopirnya", and not "Pemiliknya", of a shop
        one = head.removesuffix("nya") in AIDES | _KIN
    if not one or _MANY.match(text, mention.start) or _IS.match(text, mention.end):
        return False
    return _SUFFERS.match(text, mention.end) is None


def is_crowd(text: str, mention: Mention) -> bool:
    """Say whether many act: "Puluhan jurnalis berdemonstrasi", "Massa memadati jalan"."""
    if mention.reference != "anonymous":
        return False
    return _head(mention) in naming.GROUPS or _MANY.match(text, mention.start) is not None


def is_indefinite(text: str, mention: Mention) -> bool:
    """Tell "seorang mahasiswi", who was not told of before, from "korban"."""
    return _INDEFINITE.match(text, mention.start) is not None


def is_seen_first(text: str, mention: Mention) -> bool:
    """Tell "pria berjaket hitam" and "lelaki di sampingnya" from "pria itu"."""
    role = (mention.role or "").lower()
    return role in _PLAIN and not points_back(mention) and _SEEN_FIRST.match(text, mention.end) is not None


def is_plain(role: str) -> bool:
    """Tell "lelaki" and "perempuan", of which nothing else is told, from "lelaki 40 tahun"."""
    return role.lower() in _PLAIN


def is_one_of_them(text: str, mention: Mention, nameless: Mention) -> bool:
    """Say whether a description points back to one of many, told of before it in the same paragraph: 'Salah
    seorang di antaranya menolak menyebut nama. "…," ujar sopir itu.'"""
    return nameless.role is None and points_back(mention) and "\n" not in text[nameless.start : mention.start]


def has_no_name(text: str, mention: Mention, named: int) -> bool:
    """Say whether an English description points back to somebody who was led in without a name behind
    ``named``, where somebody was named last: 'One crew member said … "…," the crew member said.'"""
    role = (mention.role or "").lower()
    if not role.isascii() or not text.startswith(("the ", "The "), mention.start):
        return False
    one = rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w-]+ ){{0,3}}{re.escape(role)}\b(?! [A-Z])"
    led_in = re.finditer(one, text[named : mention.start])
    begun = (named + found.start() for found in led_in)
    return any(not _OF_A_NAME.search(text, max(0, at - _SHORTLY), at) for at in begun)


def told_before(text: str, mention: Mention, person: Person) -> bool:
    """Say whether a description points back to somebody told of just before, who is not ``person``:
    "dibantah pendamping warga. '…,' kata pendamping itu."."""
    head = _head(mention)
    held = {word for role in person.roles for word in role.lower().split()}
    if head not in naming.ROLE_HEADS - naming.KIN or head in _PLAIN or head in held or head in VAGUE:
        return False
    begun = text.rfind("\n", 0, mention.start) + 1
    led_in = re.compile(rf"{_LED_IN}(?i:{re.escape(head)})\b{_NOT_AGAIN}{_NAMED}")
    return led_in.search(text[begun : mention.start]) is not None


def is_made_of_another(text: str, mention: Mention, person: Person) -> bool:
    """Tell by "Polisi menetapkan bendahara yayasan sebagai tersangka." that "tersangka" is not ``person``."""
    if _head(mention) in person.roles:
        return False
    for made in re.finditer(_MADE.format(re.escape(_head(mention))), text[: mention.start]):
        whom = made["whom"].lower().split()
        of_him = bool(_BACK.search(made["whom"])) and person.seen[0] < made.start()
        held = person.words.union(*(role.lower().split()[:1] for role in person.roles))
        if whom[0] in naming.ROLE_HEADS and not of_him and held.isdisjoint(whom):
            return True
    return False


def _head(mention: Mention) -> str:
    words = (mention.role or "").lower().split()
    return words[0] if words else ""
