"""Whose words a question asks for ("menurut Deden", "tanggapan Shein"), and whether a sentence gives them.

Pure: the question's terms and the speakers of a sentence in, yes or no out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from rag.candidate import TELLS_APART, Sentence, Speaker
from rag.conflicts import begun, conflicts
from rag.holders import OFFICES
from rag.matching import all_stems
from rag.negation import is_negation
from rag.question import Question
from rag.relations import told
from rag.spans import PORTFOLIO
from rag.speech import gazetteer
from rag.speech.cues import AFTER, AFTER_ENGLISH, ANNOUNCING, NO_SPEAKER
from rag.speech.naming import HONORIFICS, PLATFORMS, ROLE_HEADS
from rag.terms import EMPTY, Term, standard
from rag.wording import Token, tokens
from rag.words import fold, folded, stem

# Who is named behind what leads in whose words are asked for, up to the next mark.
_NAMED = r"([^,.;:?!]+)"
_HOW = r"(?:^|\b(?:apa(?:kah|an)?|bagaimana(?:kah)?|gimana|gmn|isi|bunyi)(?:\s(?:sih|ya|dong|tuh|nih))*\s)"
_WORDS = (
    "tanggapan|jawaban|respons?|reaksi|komentar|pendapat|bantahan|pernyataan|penjelasan|klarifikasi|"
    "keterangan|sikap|pengakuan|kritik|janji|saran|imbauan|pandangan|penilaian"
)
_SAYS = (
    r"(?:bilang|blg|ngomong|ngmg|berkata|(?:ber)?janji|mengatakan|menyatakan|menilai|membantah|bantah|menjawab|"
    r"jawab|njawab|menanggapi|nanggapin|nanggepin|merespons?|respon|berkomentar|komentar|menyahut|nyaut|nyahut|"
    r"membalas|bales|balas|berdalih|berkilah|ngeles|mengaku|ngaku|maunya|pengennya|pinginnya|harapannya)(?:nya)?"
)
# "Pas ditanya soal itu, pihak Shein jawabnya gimana?"
_BEFORE_THAT = r"(?:(?:pas|saat|ketika|waktu|setelah|usai|begitu|when|after)\b[^,?]+,\s*)?"
_SAID = (
    r"di(?:janji|minta|usul|saran|khawatir|keluh|harap|tuntut|kritik|ungkap|jelas|akui|bantah|klaim|sampai|"
    r"tegas|sesal|kata|bilang|omong|ucap|sebut|tutur|nyata|papar|cerita|terang)\w*"
)
_OPENS = r"(?:(?:terus|trus|lalu|lantas|mengapa|kenapa|knp|knapa|kok|apa alasan)\s+)*"
# No "kata" of saying: "asal kata Misa", "kata sandi", "kata-kata".
_A_WORD = "".join(
    rf"(?<!\b{word} )" for word in "arti maksud asal dari makna istilah definisi pengertian".split()
)
_NO_WORDS = r"(?!-)(?! (?:sandi|kunci|kerja|benda|sifat|pengantar))"
_REPLY = "(?:reaction|response|reply|answer|denial|comment|statement)"
_ASKED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:menurut|(?<!-){_A_WORD}kata{_NO_WORDS})\s+(?!.*\b(?:berasal|berarti|artinya)\b){_NAMED}",
        rf"{_HOW}(?:{_WORDS})\s+{_NAMED}",
        rf"\bapa(?:kah)?(?: saja| aja)? (?:yang |yg )?{_SAID}\s+(?:oleh\s+|(?=(?-i:[A-Z]))){_NAMED}",
        rf"^{_BEFORE_THAT}{_OPENS}((?:(?!yang\b|yg\b)\S+\s+){{1,6}}?){_SAYS}\b",
    )
)
_ASKED_IN_ENGLISH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\baccording to {_NAMED}",
        rf"\b{_REPLY} (?:of|from|by) {_NAMED}",
        r"\b(?:what|how|why|when)\b.*?\b(?:did|does|do) ((?:\S+ ){1,8}?)"
        r"(?:say|think|reply|respond|answer|react|deny|promise)\b",
    )
)
_ASKS_REPLY = re.compile(
    r"\b\w*(?:jawab|tanggap|respon|komentar|bales|balas|nyaut|repl[yi]|react|comment|answer)\w*",
    re.IGNORECASE,
)
# "Siapa yang bilang …", "kata siapa", "who warned that …".
_SAYS_IT = (
    "bilang|blg|ngomong|berkata|berucap|berujar|berpendapat|mengaku|ngaku|mengatakan|menyatakan|menyebut|"
    "menyebutkan|menyebutin|menuturkan|menegaskan|menjelaskan|menambahkan|menilai|mengungkap|mengungkapkan|"
    "menyampaikan|memaparkan|mengingatkan|memperingatkan|membantah|menceritakan|menganggap|mengeklaim|mengklaim|"
    "menuding|menduga|memprediksi|memperkirakan"
)
_SAID_IT = "|".join(
    sorted(
        AFTER_ENGLISH
        - frozenset(
            """asked asks tells told answers answered posted announced wrote writes pleaded confesses
            confessed admits admitted declares declared observed maintained testified""".split()
        )
    )
)
_ASKS_SPEAKER = re.compile(
    rf"\bsiapa(?:kah)?(?: [\w.-]+){{0,4}}? (?:yang|yg|yng) (?:[a-z]+ )?(?:{_SAYS_IT})\b"
    r"|\b(?:kata|menurut|ucapan|pernyataan|perkataan|omongan|klaim) siapa\b"
    rf"|\bwho(?: (?:was|is) it(?: that| who)?)? (?:first |publicly |once )?(?:{_SAID_IT})\b"
    r"|\baccording to whom\b|\bwhose (?:words|quote|statement|claim|opinion)\b",
    re.IGNORECASE,
)
# Words by which it is known where those that are asked about begin.
_BEGINS = 3
_BEFORE_VERBS = frozenset("yang juga sudah telah pun pernah that who has had also".split())
# Words before a verb of saying in which the name of who says it stands.
_NAMED_BEFORE = 3
_DENIES = re.compile(
    r"\b(?:(?:mem|di)bantah\w*|menolak|(?:me|di)tepis\w*|menampik|menyangkal|menanggapi|menyanggah|denie[sd]|"
    r"reject(?:s|ed)|dismiss(?:es|ed)|tudingan|tuduhan)\b",
    re.IGNORECASE,
)
# What ends the name or the office of a speaker in a question.
_ENDS = frozenset(
    """soal tentang mengenai terhadap atas kepada ke ketika saat waktu pas begitu sewaktu usai setelah
    sebelum tersebut itu ini yang apa siapa berapa kapan mana mengapa kenapa bagaimana bahwa untuk agar
    supaya karena jika kalau bila apabila lantaran pada dalam sehingga sebenarnya sih ya tidak akan sudah
    about on to when after before that what who how why which is are was were has have had will
    would""".split()
)
# What something is told by that is no speaker.
_NOBODY = NO_SPEAKER | frozenset("islam kristen katolik hindu buddha alkitab quran sensus".split())
_LEADING = frozenset("dari pihak para si sang the".split())
# What the head of a school is of by its name: "Kepala SDN Melati 2".
_SCHOOL = frozenset((stem("sekolah"),))
# An article that gives their words tells their office, other than "penulis" or "pengamat".
_PUBLIC = frozenset(
    """menteri mendag menkes menkeu mendagri menhub mensos gubernur bupati walikota wali camat lurah
    kapolri kapolda kapolres kapolsek minister governor regent mayor""".split()
)
# "Menparekraf", who is a minister by another word; not "Menurut" or "Menanggapi".
_MINISTER_IN_SHORT = re.compile(
    r"\bMen(?:ag|dag|des|kes|keu|hub|sos|hut|par|pora|lu|han|kop?|aker|tan|pan|dik|kom|kum|lhk|bud|per|ses)[a-z]*\b"
)
_MINISTER = stem("menteri")
_PLACES = frozenset(map(stem, gazetteer.PLACES))
# Words from one of saying to who says it ("kata Menteri Koperasi Sari"), and from a name to what it says.
_LED_IN, _GOES_ON = 4, 10
# Words at the head of a sentence in which stands whom it is about.
_OPENING = 3
# How a sentence tells that the one it names was something: the cue before the name, or right behind it.
_BETWEEN_CUE_AND_NAME, _BETWEEN_NAME_AND_CUE = 8, 4
_PARTS_PEOPLE = re.compile(r"[,;]|\b(?:dan|serta|and|dengan|kepada)\b")


def asked_speaker(question: Question) -> frozenset[str]:
    """Return the words, folded and standard, of whose words are asked for; empty where nobody's are."""
    english = question.language == "en"
    patterns = _ASKED_IN_ENGLISH if english else _ASKED
    found = next(filter(None, (pattern.search(question.text) for pattern in patterns)), None)
    if not found:
        return frozenset()
    typed = folded(found[1].replace("'s ", " "))
    said = typed if english else standard(typed, frozenset())
    while said and said[0] in _LEADING:
        said = said[1:]
    if said and said[0] in _NOBODY:
        return frozenset()
    ends = next((n for n, word in enumerate(said) if word in _ENDS), len(said))
    return frozenset(said[:ends]) - EMPTY


def asks_speaker(question: Question) -> bool:
    """Say whether it is asked who said something."""
    return question.asks in ("who", "what") and _ASKS_SPEAKER.search(question.text) is not None


def speaker_of(question: Question, sentence: Sentence) -> str | None:
    """Return the full name of the one whose words a sentence gives; None where that is nobody or several,
    where somebody else does what is asked there ("Kapolres mengatakan Slamet mengaku mencuri"), or who speaks
    denies it."""
    names = {speaker.full for speaker in sentence.speakers}
    asked = _ASKS_SPEAKER.search(question.text)
    if len(names) != 1 or asked is None:
        return None
    if _DENIES.search(sentence.text) and not _DENIES.search(question.text):
        return None
    verb, name = stem(fold(asked.group().split()[-1])), set(sentence.speakers[0].name)
    if _is_anothers_part(question, sentence, name):
        return None
    for i, stemmed in enumerate(sentence.stems):
        before = sentence.norms[max(0, i - _NAMED_BEFORE) : i]
        if stemmed == verb and name.isdisjoint(before) and _does_somebody(sentence, i):
            return None
    return names.pop()


def _is_anothers_part(question: Question, sentence: Sentence, name: Set[str]) -> bool:
    """Say whether more of a question stands in what a sentence sets against a speaker's part: "Laksmi
    memastikan banding, sedangkan Johan mengatakan kliennya menerima putusan"."""
    cuts = [i for i, norm in enumerate(sentence.norms) if norm in TELLS_APART]
    asked = all_stems(question.terms)
    parts = list(pairwise([0, *cuts, len(sentence.norms)]))
    shares = [len(asked.intersection(sentence.stems[a:b])) for a, b in parts]
    own = [n for (a, b), n in zip(parts, shares, strict=True) if not name.isdisjoint(sentence.norms[a:b])]
    return bool(cuts and own) and max(own) < max(shares)


def is_denied(question: Question, told: str) -> bool:
    """Say whether a sentence contradicts what it is asked who said, in a number or a negation."""
    asked = _ASKS_SPEAKER.search(question.text)
    if asked is None:
        return False
    words = question.text[asked.end() :]
    mine, theirs = tokens(words), tokens(told)
    if conflicts(mine, theirs, begun(words), begun(told)):
        return True
    one, other = ([token.norm for token in side] for side in (mine, theirs))
    return _lacks_negation(one, other) or _lacks_negation(other, one) or _cuts_negation(one, theirs, told)


def _lacks_negation(words: Sequence[str], denied: Sequence[str]) -> bool:
    """Say whether two words stand side by side that only a negation parts in others."""
    beside, there = set(pairwise(words)), set(pairwise(denied))
    denied_too = set(zip(words, words[1:], words[2:], strict=False))
    parted = set(zip(denied, denied[1:], denied[2:], strict=False)) - denied_too
    return any(is_negation(n) and (a, b) in beside and (a, b) not in there for a, n, b in parted)


def _cuts_negation(words: Sequence[str], told: Sequence[Token], text: str) -> bool:
    """Say whether words begin right behind a negation of what was said, and no answer: "Tidak. Kami …"."""
    begins = list(words[:_BEGINS])
    norms = [token.norm for token in told]
    cut = [n for n in range(1, len(told)) if norms[n : n + len(begins)] == begins]
    return (
        len(begins) == _BEGINS
        and bool(cut)
        and all(is_negation(norms[n - 1]) and text[told[n - 1].end : told[n].start].isspace() for n in cut)
    )


def _does_somebody(sentence: Sentence, verb: int) -> bool:
    """Say whether a name stands right before a verb: "Menteri Arief yang bilang", and not "mereka bilang"."""
    before = next((i for i in reversed(range(verb)) if sentence.norms[i] not in _BEFORE_VERBS), None)
    return before is not None and sentence.text[sentence.words[before].start].isupper()


def asks_reply(question: Question) -> bool:
    """Say whether it is asked what somebody says to something: "Apa jawaban Sari atas tuntutan itu?"."""
    return _ASKS_REPLY.search(question.text) is not None


def speaker_terms(question: Question, terms: Sequence[Term]) -> list[Term]:
    """Return the terms of a question that name whose words it asks for."""
    named = asked_speaker(question) - HONORIFICS
    return [term for term in terms if named.issuperset(term.surface.split())]


def is_spoken_by(sentence: Sentence, asked: Sequence[Term]) -> bool:
    """Say whether one of those whose words a sentence gives is the one who is ``asked``."""
    return any(_is(speaker, asked) for speaker in sentence.speakers)


def names(sentence: Sentence, asked: Sequence[Term]) -> bool:
    """Say whether a sentence has a name of who is ``asked``."""
    stems = set(sentence.stems)
    return any(stems.issuperset(phrase) for term in _own_names(asked) for phrase in term.alternatives)


def tells_of(sentence: Sentence, asked: Sequence[Term]) -> bool:
    """Say whether a sentence is about one who is ``asked``, or tells that they say something.

    So do "Indonesia mengirim dokter", "kata Presiden Sari" and "TikTok pun menegaskan", and not "mereka
    berharap agar Presiden Sari".
    """
    own = all_stems(_own_names(asked))
    said = [norm.removesuffix("nya") for norm in sentence.norms]
    return any(
        i < _OPENING
        or not AFTER.isdisjoint(said[max(0, i - _LED_IN) : i])
        or not ANNOUNCING.isdisjoint(said[i + 1 : i + _GOES_ON])
        for i, stemmed in enumerate(sentence.stems)
        if stemmed in own
    )


def tells_former(sentence: Sentence, asked: Sequence[Term]) -> bool:
    """Say whether a sentence tells what one whose name is ``asked`` was, or what who speaks in it was."""
    cues = list(told("former", sentence.text))
    if cues and is_spoken_by(sentence, asked):
        return True
    own = all_stems(_own_names(asked))
    at = [word for word, stemmed in zip(sentence.words, sentence.stems, strict=True) if stemmed in own]
    return any(
        cue.start() <= word.start < cue.end()  # "Sebelumnya, Sari menjabat"
        or _is_led_in(sentence.text[cue.end() : word.start])
        or (
            cue.start() >= word.end
            and _is_brief(sentence.text[word.end : cue.start()], _BETWEEN_NAME_AND_CUE)
        )
        for cue in cues
        for word in at
    )


def _is_led_in(between: str) -> bool:
    """Say whether a name behind ``between`` is of whom a cue before it tells: no other stands there."""
    return bool(between) and _is_brief(between, _BETWEEN_CUE_AND_NAME) and not _PARTS_PEOPLE.search(between)


def _is_brief(between: str, most: int) -> bool:
    return len(between.split()) <= most


def _own_names(asked: Sequence[Term]) -> list[Term]:
    return [term for term in asked if term.name and not _is_office(term)]


def _names_of_person(asked: Sequence[Term]) -> list[Term]:
    """Return the names by which a speaker may be told: of "the Indonesian trade minister" none."""
    held = any(map(_is_office, asked))
    return [term for term in _own_names(asked) if not (held and _is_place(term))]


def is_anothers(sentence: Sentence, asked: Sequence[Term]) -> bool:
    """Say whether a sentence gives words, and whoever says them has nothing of a name that is asked.

    Where an office is asked for, it is that which counts: the place is another's too. Whose role is not known
    may be who is asked for by theirs.
    """
    offices = list(filter(_is_office, asked))
    if _own_names(asked) != list(asked) and not all(speaker.role for speaker in sentence.speakers):
        return False
    shared = any(
        _held(speaker.words, offices or asked) or _held(speaker.name, _names_of_person(asked))
        for speaker in sentence.speakers
    )
    named = any(term.name or term.surface in PLATFORMS for term in asked)
    return bool(sentence.speakers) and named and not shared


def is_mentioned(sentence: Sentence, asked: Sequence[Term]) -> bool:
    """Say whether the public office of who is ``asked`` stands in a sentence, or who speaks there holds it;
    True where no such office is asked for."""
    offices = [term for term in asked if not _PUBLIC.isdisjoint(term.surface.split())]
    said = f" {' '.join(sentence.stems)} "
    minister = any(phrase[0] == _MINISTER for term in offices for phrase in term.alternatives)
    return (
        not offices
        or any(f" {' '.join(phrase)} " in said for term in offices for phrase in term.alternatives)
        or any(_held(speaker.words, offices) for speaker in sentence.speakers)
        or (minister and _MINISTER_IN_SHORT.search(sentence.text) is not None)
    )


def _is_place(term: Term) -> bool:
    return any(len(phrase) == 1 and phrase[0] in _PLACES for phrase in term.alternatives)


def _is_office(term: Term) -> bool:
    held = term.surface.split()
    # "Bupatinya", but "bosnya" is called otherwise.
    return not ROLE_HEADS.isdisjoint(held) or not _PUBLIC.isdisjoint(w.removesuffix("nya") for w in held)


def _is(speaker: Speaker, asked: Sequence[Term]) -> bool:
    """Say whether somebody has a name of ``asked`` and no other, or the office but for the place of it."""
    held = _held(speaker.words, asked)
    if any(term in held for term in _held(speaker.name, _names_of_person(asked))):
        lacking = [term for term in _names_of_person(asked) if term not in held]
        return not lacking or all_stems(asked).issuperset(map(stem, speaker.name))
    if any(map(_is_office, asked)):
        lacking = [term for term in asked if term not in held]
        placed = all(term.name and PORTFOLIO.isdisjoint(term.surface.split()) for term in lacking)
        return any(map(_is_office, held)) and placed and _most(held, asked) and not _is_lesser(speaker, asked)
    return _most(held, asked)


def _is_lesser(speaker: Speaker, asked: Sequence[Term]) -> bool:
    """Say whether somebody is the deputy of what is asked for, was it or will be; or the other way round."""
    return OFFICES.intersection(map(stem, speaker.role)) != OFFICES.intersection(all_stems(asked))


def _most(held: Sequence[Term], asked: Sequence[Term]) -> bool:
    return 2 * sum(term.weight for term in held) > sum(term.weight for term in asked)


def _held(words: Sequence[str], asked: Sequence[Term]) -> list[Term]:
    """Return the terms that words hold, in one of their forms."""
    stems = set(map(stem, words))
    return [
        term
        for term in asked
        if any(stems.issuperset(p) for p in (*term.alternatives, tuple(map(stem, term.surface.split()))))
        or (_is_office(term) and any(stems.issuperset({*p} - _SCHOOL) for p in term.alternatives if p[1:]))
    ]
