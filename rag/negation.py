"""Negations: which words deny, and where a quotation leaves or parts one from what it denies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rag.align import Edit
from rag.quotation import Quotation
from rag.transcript import Transcript
from rag.wording import Token

_NEGATIONS = frozenset(
    """tidak tak tidaklah tidakkah bukan bukanlah bukannya belum belumlah tanpa jangan janganlah jangankan
    takkan tiada enggak nggak ngga engga gak ga ndak kagak kaga nda ora mboten not no never without none nor
    cannot ogah emoh wegah""".split()
)
_ENGLISH_NT = frozenset(
    """dont doesnt didnt isnt arent wasnt werent wont wouldnt cant couldnt shouldnt havent hasnt hadnt
    mustnt neednt aint""".split()
)
# What stands before a claim that it denies.
_DENIALS = frozenset(
    """bantah sangkal tampik tepis membantah menyangkal menampik menepis menolak mustahil ragu meragukan
    mengingkari nobody nothing neither nowhere denies denied deny denying doubt doubts doubted""".split()
)

# What parts words: not an ellipsis, which may be a pause, unless a sentence begins behind it.
_MARK = re.compile(r"[.!?…,;:—]|\s[-–]+\s|--")
_BRACKET = re.compile(r"\[[^\[\]]*\]")
_PAUSE = re.compile(rf"{_BRACKET.pattern}|\.{{2,}}|…")
# A share of the gaps between words.
_LITTERED = 0.2
# A text and some of its words.
_Side = tuple[str, Sequence[Token]]
# An answer is whole with one of these: a second negation behind it does not turn it round, as behind
# "bukan", which would deny that one.
_ANSWERS = frozenset("tidak tak enggak nggak ngga engga gak ga ndak kagak kaga nda belum no".split())
_CALLED = frozenset("pak bapak bu ibu mas mbak bang kak sir madam".split())
_PRONOUNS = frozenset(
    "saya aku kami kita dia ia mereka beliau anda kamu i he she it we they you".split(),
)
_OR = frozenset("atau or".split())
_BESIDES = frozenset("tanpa without".split())
_JOINING = frozenset("dan atau tetapi tapi namun melainkan serta and but or".split())
# Said in passing between two commas: "it is not, however, a tax".
_ASIDES = frozenset(
    """misalnya tentu tentunya saja sekali lagi memang sebenarnya however therefore indeed perhaps of course
    for example""".split()
)
_MOST_ASIDE = 2

# A negation this near before or behind a cut, with no break between, belongs to what was cut.
_NEAR = 5
_REASONS = frozenset("karena sebab agar supaya because".split())
_BREAKS = (
    _JOINING
    | _REASONS
    | frozenset(
        """sehingga maka kecuali jika kalau apabila ketika saat sedangkan sementara lalu kemudian if when
        while""".split()
    )
)
# No breaks right behind a negation: "tidak serta-merta naik", "bukan lalu berarti", "tidak kemudian diam".
_ON_THE_WAY = frozenset("serta lalu kemudian".split())
# What introduces a clause that the one before it speaks of.
_THAT = frozenset("bahwa that".split())
_INTRODUCING = _THAT | frozenset("kalau jika apabila if".split())
# Denied, what these words introduce is denied or in doubt.
_TELLING = frozenset(
    """benar betul fakta bilang ngomong mengatakan berkata menyatakan menyebut menyebutkan menyampaikan
    berjanji menjanjikan janji mengaku mengakui mengklaim menjamin memastikan menegaskan menyimpulkan
    mengumumkan percaya yakin meyakini menganggap berpikir berpendapat setuju sepakat bukti membuktikan
    menunjukkan terbukti berarti jaminan kepastian indikasi tanda kesan mungkin kemungkinan
    true correct say said says saying claim claims claimed promise promised promising told tell telling
    believe believes believed think thinks thought sure certain convinced know agree agreed admit admitted
    mean means suggest suggests prove proves proved proven show shows evidence proof guarantee guaranteed
    indication sign chance""".split()
)
# Before "kalau" or "bahwa" these deny of themselves: "bohong kalau".
_UNTRUE = frozenset("bohong hoaks fitnah salah keliru false untrue wrong lie lies lying myth hoax".split())
# Words that deny what they stand before, but are no negations elsewhere.
_HARDLY = frozenset("hardly scarcely unlikely impossible amit boro nihil haramkan mengharamkan".split())
_DOUBTING = frozenset(
    (first, second)
    for line in """siapa bilang, siapa ngomong, kecil kemungkinan, kecil peluang, little evidence,
    little proof, little chance, slim chance""".split(",")
    for first, second in [line.split()]
)
# "Mana ada saya terima uang", "masa iya saya tega": questions that deny what they ask.
_DENYING_QUESTIONS = frozenset(
    (first, second)
    for first, words in {
        "mana": "ada mungkin bisa boleh berani tega tahu punya pernah",
        "masa": "iya sih saya kami",
        "masak": "iya sih saya kami",
    }.items()
    for second in words.split()
)
_WHERE = frozenset("di ke dari yang".split())
_ASKING_WHO = frozenset("says said".split())
# Between a negation and what it denies ...
_ADVERBS = frozenset(
    """pernah akan bakal lagi juga pun sama sekali mau ingin hendak bisa dapat boleh perlu sempat berani
    sedikit besar ever be been is was were are have has had do does did will would can could really
    even""".split()
)
# ... and on the way from it to a word of telling.
_LEADING = (
    _ADVERBS
    | _PRONOUNS
    | frozenset(
        "yang itu ini ada satu seorang siapa cukup a an the any anyone anybody there to in untuk".split()
    )
)
# "Tidak ada", "no official", "hardly anyone": whatever is told of them is denied.
_EXISTING = frozenset("ada satu seorang siapa any anyone anybody #1".split())
_NOBODY = frozenset("no none nobody nothing neither tiada".split())
# To whom or of what: "tidak bilang kepada siapa pun kalau", "membantah tudingan kalau".
_TOWARDS = frozenset(
    "kepada pada ke di dalam to in at tudingan tuduhan kabar isu anggapan klaim rumor".split()
)
# Words of a lead, and those of them between the word of telling and "bahwa".
_LEAD, _TOLD_TO = 16, 5
# What stands right before a deed that was not done, in English with "to".
_UNDONE = frozenset("gagal batal urung dilarang melarang".split())
_UNDONE_TO = frozenset("fail failed fails failing refused refuses declined forbidden".split())
_TO = frozenset("untuk to".split())
# These begin no deed that "gagal" right before them denies.
_NO_DEED = (
    _BREAKS
    | _ADVERBS
    | _PRONOUNS
    | frozenset(
        """harus wajib sudah telah masih adalah yang itu ini di ke dari pada dalam oleh sejak dengan hingga
        sampai setelah sebelum akibat lantaran""".split()
    )
)


def is_negation(norm: str) -> bool:
    """Say whether a compared word negates."""
    return norm in _NEGATIONS or norm in _ENGLISH_NT


def denies(norm: str) -> bool:
    """Say whether a compared word is a verb that denies what it introduces."""
    return norm in _DENIALS


def parts_negation(quotation: Quotation, transcript: Transcript, edits: Iterable[Edit]) -> bool:
    """Say whether a mark parts a negation from what it denies on one side alone: "Belum. Ada", "Bukan, saya".

    Of all punctuation this alone counts: the words are the same, and what is denied is another.
    """
    equal = [edit for edit in edits if edit.op == "equal"]
    if any(_joins_negation(quotation, before, behind) for before, behind in pairwise(equal)):
        return True
    for edit in equal:
        asked = quotation.text, quotation.tokens[slice(*edit.query)]
        there = transcript.article.text, transcript.tokens(*edit.source)
        for i, token in enumerate(asked[1][:-1]):
            behind_or = i > 0 and asked[1][i - 1].norm in _OR
            if not is_negation(token.norm) or behind_or or _denies_either_way(asked[1][i:]):
                continue
            j = edit.source[0] + i
            if transcript.utterance[j] != transcript.utterance[j + 1]:
                continue
            heads = edit.query[0] + i in quotation.sentences or transcript.begins(j)
            if token.norm == "no" and not heads:
                continue  # "Jalan Melati No. 5"
            sides = [_is_parted(text, found[i:], heads) for text, found in (asked, there)]
            ended = edit.query[0] + i + 1 in quotation.sentences
            if sides == [False, True] or (
                sides == [True, False] and (ended or not _is_littered(asked, there))
            ):
                return True
    return False


def _joins_negation(quotation: Quotation, before: Edit, behind: Edit) -> bool:
    """Say whether a quotation has a negation and what stands behind it in one, where who speaks is told in
    between: '"Tidak," kata Sari, "saya setuju."'"""
    last = before.query[1] - 1
    words = quotation.tokens[last:]
    if behind.query[0] != last + 1 or not is_negation(words[0].norm) or _denies_either_way(words):
        return False
    return _is_parted(quotation.text, words, last in quotation.sentences) is False


def _is_littered(asked: _Side, there: _Side) -> bool:
    """Say whether the quotation has so many marks of its own, one more aside, that they tell nothing."""
    gaps = range(len(asked[1]) - 1)
    own = sum(len(_marks(*asked, i)) > len(_marks(*there, i)) for i in gaps)
    return own - 1 >= _LITTERED * len(gaps)


def _denies_either_way(words: Sequence[Token]) -> bool:
    """Say whether a negation, the first word, denies the same, parted or not: "Tidak(,) kami tidak akan"."""
    first, *behind = (token.norm for token in words[:4])
    if behind[0] in _JOINING:
        return True
    if first not in _ANSWERS:
        return behind[0] == first == "bukan"
    if behind[0] in _PRONOUNS:
        behind = behind[2 if behind[1:] and behind[1] in _ADVERBS else 1 :]
    return any(is_negation(norm) and norm not in _BESIDES for norm in behind[:1])


def _is_parted(text: str, words: Sequence[Token], heads: bool) -> bool | None:
    """Say whether a mark stands behind the first word, which is a negation, or whom it is said to.

    None where a line ends instead, and the next begins like a sentence: the mark may be lost.
    """
    marks = _marks(text, words, 0)
    if not marks and "\n" in text[words[0].end : words[1].start] and text[words[1].start].isupper():
        return None
    if not marks and words[0].norm in _ANSWERS and words[1].norm in _CALLED:
        return len(words) == 2 or bool(_marks(text, words, 1))
    if marks != [","] or heads:
        return bool(marks)
    aside = next((n for n in range(1, min(_MOST_ASIDE, len(words) - 2) + 1) if _marks(text, words, n)), 0)
    return not (aside and all(token.norm in _ASIDES for token in words[1 : aside + 1]))


def _marks(text: str, words: Sequence[Token], i: int) -> list[str]:
    """Return the marks that part word ``i`` from the next."""
    between = text[words[i].end : words[i + 1].start]
    return _MARK.findall((_BRACKET if text[words[i + 1].start].isupper() else _PAUSE).sub("", between))


def cut_negation(transcript: Transcript, first: int, last: int) -> tuple[bool, bool]:
    """Say whether a negation of what was cut out was left just before, and just behind."""
    before = _before(transcript, first)
    word = transcript.norms[first]
    denied = (
        before[:1] == ["minus"]
        or _is_asked_away([*before[:3][::-1], word])
        or _is_undone(word, before)
        or _is_denied(before)
    )
    return denied, _reaches(transcript, range(last, last + _NEAR), last - 1)


def _reaches(transcript: Transcript, outside: Iterable[int], edge: int) -> bool:
    """Walk from the edge onwards to a negation; a sentence's end, a mark or a conjunction stops."""
    for i in outside:
        if not (i < len(transcript.norms) and transcript.together(i, edge)) or _broken(transcript, i - 1):
            return False
        norm = transcript.norms[i]
        if norm in _BREAKS:
            return False
        if is_negation(norm) or denies(norm):
            return True
    return False


def _is_asked_away(words: Sequence[str]) -> bool:
    """Tell "mana ada saya terima uang" from "di mana ada air"."""
    return any(
        pair in _DENYING_QUESTIONS and (n == 0 or words[n - 1] not in _WHERE)
        for n, pair in enumerate(pairwise(words))
    )


def _is_undone(word: str, clause: Sequence[str]) -> bool:
    """Say whether a word begins a deed of which the clause before it says that it was not done."""
    with_to = not _TO.isdisjoint((word, *clause[:1]))
    failing = clause[1:2] if clause and clause[0] in _TO else clause[:1]
    if with_to and not _UNDONE_TO.isdisjoint(failing):
        return True
    return word not in _NO_DEED and not _UNDONE.isdisjoint(failing)


def _is_denied(clause: Sequence[str]) -> bool:
    """Walk back from a cut to a negation, the nearest word of the clause first; a conjunction stops.

    Not so one that brings in what is denied: "bukan karena", "tidak benar kalau".
    """
    for n, norm in enumerate(clause[:_NEAR]):
        lead = clause[n + 1 :]
        if norm in _INTRODUCING and _is_led(lead, norm in _THAT):
            return True
        if norm in _TELLING and _is_untold(norm, lead):
            return True
        if norm in _BREAKS:
            return norm in _REASONS | _ON_THE_WAY and bool(lead) and is_negation(lead[0])
        if is_negation(norm) or denies(norm) or norm in _HARDLY:
            return True
    return False


def _before(transcript: Transcript, first: int) -> list[str]:
    """Return the words before ``first`` that no mark parts from it, the nearest first."""
    found: list[str] = []
    for i in range(first - 1, -1, -1):
        if not transcript.together(i, first) or len(found) == _NEAR + _LEAD:
            break
        if _broken(transcript, i) and transcript.norms[i + 1] != "bahwa":
            break
        found.append(transcript.norms[i])
    return found


def _is_led(lead: Sequence[str], plainly: bool) -> bool:
    """Say whether a lead, its nearest word first, denies what "bahwa" (``plainly``) or "kalau" introduces."""
    for n, norm in enumerate(lead[: _TOLD_TO + 1]):
        if norm in _BREAKS:
            break
        reaches = n == 0 or plainly or lead[n - 1] in _TOWARDS
        if norm in _TELLING:
            return reaches and _is_untold(norm, lead[n + 1 :])
        if (reaches and denies(norm)) or (norm in _UNTRUE and _ADVERBS.issuperset(lead[:n])):
            return not _is_denying(lead[n + 1 :])
    return False


def _is_untold(norm: str, lead: Sequence[str]) -> bool:
    """Say whether what is before a word of telling denies it: "tidak pernah", "siapa yang"."""
    behind = [word for word in lead if word != "yang"]
    if behind and (behind[0], norm) in _DOUBTING:
        return not _is_denying(behind[1:])
    return _is_denying(lead) or (norm in _ASKING_WHO and behind == ["who"])


def _is_denying(lead: Sequence[str]) -> bool:
    """Say whether a lead denies what stands right behind it, and does not deny that again."""
    for n, norm in enumerate(lead):
        if is_negation(norm) or norm in _HARDLY:
            return True
        if denies(norm):
            return not _is_denying(lead[n + 1 :])
        if norm not in _LEADING and norm not in _TELLING:
            return _is_of_nobody(lead, n)
    return False


def _is_of_nobody(lead: Sequence[str], first: int) -> bool:
    """Say whether a lead tells something of nobody or nothing: "tidak ada warga desa itu yang"."""
    for n in range(first, len(lead)):
        behind = lead[n - 1] if n else ""
        if lead[n] in _BREAKS:
            break
        if lead[n] in _NOBODY and (behind[:1] != "#" or behind == "#1"):  # "Jalan Melati no 5"
            return True
        if behind in _EXISTING and (is_negation(lead[n]) or lead[n] in _HARDLY):
            return behind[:3] == "any" or "yang" in lead[:n]
    return False


def _broken(transcript: Transcript, i: int) -> bool:
    """Say whether a mark stands between word ``i`` and the next."""
    between = transcript.article.text[transcript.end_of[i] : transcript.start_of[i + 1]]
    return any(c in between for c in ",;:—–()")
