"""Words, numbers and tables for the cases of ``quotations``: they share no code with what they judge."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

NEGATIONS = frozenset("tidak bukan belum tanpa jangan enggak tak nggak".split())
MODALS = ("akan", "harus", "bisa", "mungkin", "wajib")
ABBREVIATIONS = frozenset("dr drs prof ir h hj kh no jl st rp mr ms".split())
# Wider tables: a case that promises the absence of a flag stays clear of these words too.
NEAR_NEGATIONS = NEGATIONS | frozenset("gak ngga ndak tiada kecuali kurang not no never without dont".split())
NEAR_MODALS = frozenset(MODALS) | frozenset(
    "boleh dapat perlu mesti mau ingin hendak pasti tentu semoga mampu sanggup bakal semestinya".split()
    + "seharusnya sebaiknya diharuskan diwajibkan barangkali sepertinya kayaknya will must can may".split()
)

_ONES = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()


def number_words(n: int) -> str:
    """Spell ``n`` (0 to 9,999) in Indonesian."""
    if n < 12:
        return _ONES[n]
    if n < 20:
        return f"{_ONES[n - 10]} belas"
    for size, name in ((1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if n >= size:
            head = f"se{name}" if n // size == 1 else f"{number_words(n // size)} {name}"
            return f"{head} {number_words(n % size)}" if n % size else head
    raise AssertionError(n)


SPELT = {tuple(number_words(n).split()): n for n in range(10_000)}
_LONGEST = max(map(len, SPELT))
NUMERALS = frozenset(word for phrase in SPELT for word in phrase)
SCALES = frozenset("ribu juta miliar triliun puluh ratus belas koma setengah".split())


def spelt_number(words: Sequence[str]) -> tuple[int, int] | None:
    """Return the value of the longest number at the start of ``words`` and how many words it has."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        value = SPELT.get(tuple(w.casefold() for w in words[:length]))
        if value is not None:
            return value, length
    return None


def digits(core: str) -> int | None:
    """Return the value of ``12`` or ``3.400``, None for anything else."""
    if re.fullmatch(r"\d{1,4}", core) or re.fullmatch(r"\d{1,3}(\.\d{3})+", core):
        return int(core.replace(".", ""))
    return None


@dataclass(frozen=True)
class Word:
    """What stands between two spaces: the word itself, and the punctuation before and after it."""

    before: str
    core: str
    after: str

    def __str__(self) -> str:
        return self.before + self.core + self.after

    @property
    def key(self) -> str:
        return self.core.casefold()

    @property
    def is_english(self) -> bool:
        return self.key in {"the", "we", "not", "is", "they", "and", "it"}

    @property
    def is_plain(self) -> bool:
        """Lower-case letters only: no name, number, hyphen or bracket."""
        return self.core.isalpha() and self.core.islower()

    @property
    def is_numeric(self) -> bool:
        near = re.fullmatch(
            r"(se|ke|ber)?(satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\w*", self.key
        )
        return bool(near) or any(c.isdigit() for c in self.core) or self.key in NUMERALS | SCALES

    @property
    def is_ordinary(self) -> bool:
        """A plain word that no flag speaks of."""
        marked = self.key in NEAR_NEGATIONS or self.key in NEAR_MODALS or self.is_numeric
        return self.is_plain and not marked and not self.key.startswith("se")


def split(text: str) -> list[Word]:
    """Split at white space."""
    return [Word(*m.groups()) for t in text.split() if (m := re.fullmatch(r"(\W*)(.*?)([^\w%]*)", t))]


def join(words: Iterable[Word]) -> str:
    return " ".join(map(str, words))


def without_end(words: Sequence[Word]) -> list[Word]:
    """Return the words without the punctuation after the last one."""
    return [*words[:-1], replace(words[-1], after="")]


def sentence_ends(words: Sequence[Word]) -> list[int]:
    """Return the index after the last word of each sentence."""
    ends = [
        i + 1
        for i, (word, following) in enumerate(pairwise(words))
        if re.search(r"[.!?]", word.after) and following.core[:1].isupper() and word.key not in ABBREVIATIONS
    ]
    return [*ends, len(words)]


def sentences(words: Sequence[Word]) -> list[Sequence[Word]]:
    ends = sentence_ends(words)
    return [words[a:b] for a, b in pairwise([0, *ends])]


def embeddings(part: Sequence[str], whole: Sequence[str]) -> int:
    """Count the ways in which ``part`` is a subsequence of ``whole``."""
    ways = [1] + [0] * len(part)
    for item in whole:
        for i in range(len(part), 0, -1):
            if part[i - 1] == item:
                ways[i] += ways[i - 1]
    return ways[-1]


def canonical(text: str) -> str:
    """Return what the specification compares: letters and digits alone, numbers as digits."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("%", " persen ")
    words = re.findall(r"\d+(?:[.,]\d+)+|\w+", text)
    out, i = [], 0
    while i < len(words):
        found = spelt_number(words[i : i + _LONGEST]) if words[i] in NUMERALS else None
        value, length = found or (words[i], 1)
        out.append(str(digits(str(value)) or value))
        i += length
    return re.sub(r"[\W_]", "", "".join(out))


# Real words that belong to no article's subject: what takes a word's place, or is slipped in.
OTHERS = """gunung sepatu membaca jendela kuning tertawa lemari berenang kapur bintang menjahit gula
pensil terbang payung melompat selimut berkebun cermin kerucut menyanyi tembaga kelinci memancing""".split()
ADDED = "segera kemarin bersama langsung khusus penuh perlahan diam-diam nyata terang-terangan".split()


def _pairs(table: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in table.split())


# Pairs of real words a letter or two apart.
LOOKALIKES = _pairs(
    """dalam:malam baru:batu besar:benar kata:kota harga:warga rumah:ramah warga:harga baik:naik naik:baik
    air:akar lama:nama tahun:tahan kecil:keris cara:cari sore:sorak murah:marah tutup:turut kerja:kerap
    membeli:memberi memberi:membeli datang:dagang bawah:sawah malam:makam hujan:tujuan tanah:panah"""
)
NAMES = _pairs(
    """Indonesia:Malaysia Inggris:Belanda China:Vietnam Singapura:Brunei TikTok:Instagram Kenanga:Flamboyan
    ByteDance:Tencent Kael:Rendra Persila:Persegi Pringsewu:Margasari Randupuro:Wonokerta Wanagiri:Batulayar
    Jakarta:Surabaya Jepang:Korea Bandung:Semarang"""
)
SMOOTHED = _pairs(
    """enggak:tidak nggak:tidak gak:tidak kayak:seperti gitu:begitu udah:sudah cuma:hanya bikin:membuat
    buat:untuk pakai:menggunakan gimana:bagaimana ngomong:berbicara"""
)
