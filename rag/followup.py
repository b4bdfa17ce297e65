"""A question that leans on the ones before it, written out: "kapan itu?" after "Siapa yang meresmikan …?".

Pure, by rules: who "dia" is, and what "itu", stand in their place, what else was talked about behind the
question ("— soal: …", ``rag/topics.py``), and what a question puts another value for is replaced. A question
that stands alone is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.byline import about, asked_fact
from rag.documents import Exchange
from rag.glossary import rarity
from rag.instead import BRIEF, LEADS, YEAR, replaced, said_by_another
from rag.question import Question, analyse
from rag.spans import TITLES
from rag.speech.naming import ROLE_HEADS
from rag.speech.offices import KINSHIP, role_words
from rag.talk import ASKING, LIGHT, Talk, named_in, people_in, placed, talk_after, weight
from rag.topics import UNKNOWN, parted, with_topics
from rag.words import folded, stem, stems, words

_BY_THE_WAY = r"(?:oh i?ya|o[iy]+a|btw|by the way|ngomong-ngomong)"
_MARK = (
    rf"(?:oke|ok|okay|{_BY_THE_WAY}|oh|eh|hm+|lah|nah|terus|trus|lalu|lantas|kemudian|jadi|dan|tapi|memang(?:nya)?"
    r"|emang(?:nya)?|so|and|then|but)"
)
# What is asked behind it has nothing to do with what was talked about, where it says what it is about.
_TURNS_ASIDE = re.compile(rf"{_BY_THE_WAY}\b", re.IGNORECASE)
# "Terus kapan?", "Oke. Lalu siapa yang memimpin?": goes on, and asks something of its own.
_GOES_ON = re.compile(rf"(?:{_MARK}[,. ]+)+(?=\w)", re.IGNORECASE)
# "Oke ganti topik, aplikasi mana …": what is asked behind it stands alone.
_TURNS = re.compile(
    rf"(?:{_MARK}[,. ]+)*(?:(?:ganti|pindah|beda|lain) (?:topik|soal|bahasan|pertanyaan)|"
    r"(?:topik|soal|pertanyaan) (?:lain|baru)|(?:new|another|different|other) (?:topic|subject|question)|"
    r"(?:change|changing) (?:of |the )*(?:topic|subject))(?: (?:ya|dulu|nih|dong|lagi|now))?[,.:;!] *(?=\w)",
    re.IGNORECASE,
)
# "Maksud saya yang di Solo", "I mean the second one": "maksudnya apa" asks what something means.
_MEANT = (
    r"(?:(?:bukan|tidak|no)(?: [^,.?]+)?[,.] *)?"
    r"(?:(?:yang )?(?:ku)?maksud(?:ku|nya)?(?: (?:saya|aku|gue|gua|gw))?|i mean(?:t)?)"
    r"(?: itu| tuh| adalah)?,? (?!(?:apa|gimana|bagaimana|siapa)\b)"
)
_MEANS = re.compile(rf"(?:{_MARK}[,. ]+)*{_MEANT}", re.IGNORECASE)
# "Kalau menurut TikTok?", "Bagaimana dengan Teten?", "And in Indonesia?": another value for one part.
_INSTEAD = re.compile(
    rf"(?:{_MARK}[,. ]+)*?"
    r"(?:(?:kalau|kalo|klo|bagaimana (?:dengan|kalau|soal)|gimana (?:dengan|sama|kalo|kalau)"
    r"|what about|how about|and(?= (?:in|according|for|at|by|on|from|the)\b)) (?P<rest>.+)"
    rf"|{_MEANT}(?P<meant>.+)"
    r"|(?P<side>(?:menurut|versi) .+))",
    re.IGNORECASE,
)
# Who: "Apa yang dia khawatirkan?", "his job title", "menurutnya".
_PERSON = re.compile(
    r"\b(?:dia|ia|beliau|he|she|him|(?P<whose>his|her)|(?P<to>menurut|kepada|oleh|bersama|terhadap)nya)\b",
    re.IGNORECASE,
)
_NO_TIME = "".join(
    f"(?<!{word} )"
    for word in "saat hari tahun bulan pekan minggu kali sekarang selama akhir belakangan".split()
)
# What: "kapan itu?", "what about it".
_THING = re.compile(
    rf"\b(?:(?P<about>soal|tentang|mengenai|terhadap|about|of|to|from) )?"
    rf"(?:itu|tersebut|tsb|begitu|mereka|keduanya|{_NO_TIME}ini|di ?(?:sana|situ)"
    r"|(?P<english>its?|they|them|their|this|those|these|that(?=\W*$)|there(?=\W*$)))\b",
    re.IGNORECASE,
)
# "Apakah itu ada di Indonesia?", "did it start": what was talked about, in the place of its name.
_ITSELF = re.compile(
    r"(?:^|\b(?:apakah|kapan|kenapa|mengapa|bagaimana|gimana|is|was|does|did|do|will|has|had|can) )"
    r"(?P<it>itu?)\b(?= \w)",
    re.IGNORECASE,
)
# "Kapan dia ngomong gitu?", "pernyataan itu": what was told.
_SAID_SO = re.compile(
    r"\b(?:(?:meng|di)?(?:kata|omong)\w*|(?:meny|di)?(?:sampai|ata)kan|ngomong\w*|(?:di)?bilang|bicara|(?:per)nyataan"
    r"|ucapan|omongan|komentar|sa(?:y|ys|id)|statement) (?P<it>b?e?gitu|itu|begini|tersebut|that|so|it)\b",
    re.IGNORECASE,
)
# "direkturnya", "di negaranya": of what was talked about. Not words that merely end so.
_OF_IT = re.compile(r"\b(?P<noun>[a-z]{3,})(?:-nya|nya)\b", re.IGNORECASE)
_MERELY = frozenset(
    """ha biasa kira rupa ada sebenar sebaik selama seharus harus sekira sesungguh agak akhir sebelum
    selanjut umum misal khusus pokok ta pu ki bu maksud arti apa siapa kapan berapa kenapa mengapa mana
    nama memang emang tentu kata seandai jangan setidak paling ngomong bilang bicara sebener kayak semua
    punya""".split()
)
_OF_PERSONS = KINSHIP | frozenset("jabatan umur usia pekerjaan profesi".split())
# "Perusahaan itu", "di situ": what was the answer before.
_THAT_BODY = re.compile(
    r"\b(?:(?:perusahaan|lembaga|aplikasi|platform|toko|fitur|situs|merek|partai|organisasi|kampus|klub|tim|"
    r"bank) (?:itu|tersebut|tsb)|(?P<at>di) ?(?:situ|sana)"
    r"|(?:this|that|the) (?:company|firm|app|platform|feature|site|club|party|agency))\b",
    re.IGNORECASE,
)
# "Apa itu social commerce?", "social commerce itu apa": what is asked stands in the question itself.
_DEFINES = re.compile(
    r"^\s*apa(?: sih)? itu (?!(?:ada|sudah|akan|benar|bisa|juga|masih|pernah)\b)\w"
    r"|\w itu apa(?:kah|an)?(?: sih)?\s*\??\s*$|\bitu siapa(?: ya| sih| dong)?\s*\??\s*$",
    re.IGNORECASE,
)
# "Yang soal empati tadi", "balik ke Pak Teten": what was talked about before the last exchange.
_RETURNS = r"(?:(?:kembali|balik)(?: lagi)? (?:ke|soal)|(?:going |go )?back to)"
_BACK = re.compile(
    rf"\b(?:tadi(?! (?:malam|pagi|siang|sore))|earlier(?! (?:this|today|in))|{_RETURNS})\b", re.IGNORECASE
)
_BACK_TO = re.compile(rf"(?:{_MARK}[,. ]+)*{_RETURNS} [^.,:?]+[.,:] +(?=\w)", re.IGNORECASE)
# So few words of content, or so little of their weight (background rarities), ask for something of what was
# talked about before.
_FEW, _WHOLE = 1, 14.0
# From this on it is left as it is, whatever was talked about; between the two the surer answer decides. Right
# answers to 349 turns of six sets of conversations, and abstentions from 72, at 14, 18 and 22: 267 and 62,
# 269 and 62, 271 and 62.
_SURE = 22.0
# A term of two words: "menteri koperasi", but not "paling banyak".
_OFFICE = re.compile(rf"(?:{'|'.join(sorted(TITLES))}) \w")
# From this on it says what it is about, whatever it refers to within itself.
_AMPLE = 25.0
# "bosnya Project S"
_OWNER = re.compile(r" (?:si |sang |pak |bu )?[A-Z]\w")
# "Petani yang datanya bocor": whose it is stands before it.
_OF_WHOM = re.compile(r"\w{3,} (?:yang|yg|yng) $", re.IGNORECASE)
# Words that a name, a year or a part of its own ("di …") has at most where it is another value.
_LONGEST = 6
# Topics that are carried along.
_MOST = 8


def written_out(question: str, history: Sequence[Exchange]) -> str:
    """Return the question as it would be asked alone; the question itself where it is no follow-up.

    ``history`` are the exchanges before it, oldest first, their questions as typed or as understood.
    """
    if not history or not question.strip():
        return question
    talks: list[Talk] = []
    for n, exchange in enumerate(history):
        talk = _before(exchange.question, history[:n], talks)
        own, carried = parted(_understood(exchange.question, talk))
        talks.append(talk_after(own, carried, exchange.answer, talk))
    return _understood(question, _before(question, history, talks))


def asks_alone(question: str) -> bool:
    """Say whether a question names what it asks, and no word of it stands for what was talked about.

    It may be meant as it stands, where the topics before it do not help.
    """
    asked = analyse(question)
    leads_on = _GOES_ON.match(question) or _BACK.search(question) or _other_value(question)
    return len(asked.terms) > _FEW and not leads_on and not _refers(question, asked)


def may_stand(question: str) -> bool:
    """Say whether a question that names nobody and nothing may be whole all the same."""
    return asks_alone(question) and weight(analyse(question)) >= _WHOLE


def _before(question: str, history: Sequence[Exchange], talks: Sequence[Talk]) -> Talk:
    """Return the talk after the last exchange, or, for a question that goes back to one, after that which
    shares most words with it."""
    if not talks or not _BACK.search(question):
        return talks[-1] if talks else Talk()
    wanted = {s for term in analyse(question).terms for phrase in term.alternatives for s in phrase}
    shared = [len(wanted.intersection(stems(f"{e.question} {e.answer}"))) for e in history]
    return talks[shared.index(max(shared))] if max(shared) else talks[-1]


def _understood(question: str, talk: Talk) -> str:
    """Return a question in the light of what was talked about; one that has its topics already as it is."""
    if parted(question)[1] or not talk.question:
        return question
    question = question.strip()
    if turns := _TURNS.match(question):
        return question[turns.end() :]
    if (value := _value(question)) and (whole := said_by_another(talk.question, value)):
        return _with(whole, talk.topics) if talk.leaned else whole
    if other := _other_value(question):
        whole = replaced(talk.question, other)
        return _with(whole, talk.topics) if talk.leaned else whole
    back = _BACK_TO.match(question)
    on = back or _MEANS.match(question) or _GOES_ON.match(question)
    own = question[on.end() :] if on else question
    if not _leans(own, analyse(own), goes_on=on is not None) and not _BACK.search(question):
        return own if _TURNS_ASIDE.match(question) else question
    if back and (people := people_in(back.group())):
        talk = replace(talk, person=people[0])
    own = _called(_named_for(own, talk.person), talk)
    if talk.told and (said := _SAID_SO.search(own)):
        own = f"{own[: said.start('it')]}{talk.told}{own[said.end('it') :]}"
    asked = analyse(own)
    if asked.asks == "identity" and not _owned(own):
        return own
    if talk.thing and (itself := _ITSELF.search(own)):
        return f"{own[: itself.start('it')]}{talk.topics[0]}{own[itself.end('it') :]}"
    light = weight(asked) < LIGHT and not any(term.name for term in asked.terms)
    if light or not talk.topics:
        return _with(own, [talk.event, *talk.topics])
    return _with(own, [*talk.topics, talk.event])


def _value(question: str) -> str:
    """Return what stands behind "kalau" or "maksud saya", or a year alone; empty where nothing does."""
    question = " ".join(question.split()).rstrip(" ?")
    if YEAR.fullmatch(question):
        return question
    instead = _INSTEAD.fullmatch(question)
    return next(filter(None, instead.groups()), "") if instead else ""


def _other_value(question: str) -> str:
    """Return what a question puts in place of a part of the one before it, empty where it does not."""
    other = _value(question)
    parts = other.split()
    led = parts[:1] and (parts[0][:1].isupper() or parts[0].isdigit() or parts[0].lower() in LEADS)
    asks = ASKING.intersection(folded(other)) or "," in other or len(parts) > (_LONGEST if led else BRIEF)
    return "" if not other or asks or _refers(other, analyse(other)) else other


def _named_for(question: str, person: str) -> str:
    """Put a name in the place of the first word that stands for a person named before."""
    found = _PERSON.search(question)
    if not found or not person or people_in(question[: found.start()]):
        return question
    name = f"{found['to']} {person}" if found["to"] else person + "'s" * bool(found["whose"])
    return f"{question[: found.start()]}{name}{question[found.end() :]}"


def _called(question: str, talk: Talk) -> str:
    """Put a name in the place of what stands for it: of the person in "jabatannya", of the answer before in
    "direkturnya", "perusahaan itu" and "di situ"."""
    for owned in _OF_IT.finditer(question):
        noun = owned["noun"].lower()
        name = talk.person if noun in _OF_PERSONS else talk.answered if noun in ROLE_HEADS else ""
        if name:
            return f"{question[: owned.start()]}{owned['noun']} {name}{question[owned.end() :]}"
    if talk.answered and (found := _THAT_BODY.search(question)):
        led = f"{found['at']} " if found["at"] else ""
        return f"{question[: found.start()]}{led}{talk.answered}{question[found.end() :]}"
    return question


def _with(question: str, topics: Sequence[str]) -> str:
    """Return a question with what it does not name itself of its topics, each word once."""
    held = {word for word in folded(question) if len(word) > 1}  # no "S" of "Project S"
    told = []
    for topic in topics:
        left = [topic[w.start : w.end] for w in words(topic) if w.norm not in held]
        if left:
            told.append(topic if len(left) == len(words(topic)) else " ".join(left))
            held.update(folded(topic))
    return with_topics(question, told[:_MOST], analyse(question).language)


def _leans(question: str, asked: Question, goes_on: bool) -> bool:
    """Say whether a question needs what was talked about before it."""
    if _DEFINES.search(question) and asked.terms:
        return False
    return _refers(question, asked) or not _stands(question, asked, goes_on)


def _refers(question: str, asked: Question) -> bool:
    """Say whether a word of it stands for what it does not name itself."""
    person = _PERSON.search(question)
    if person and not people_in(question[: person.start()]):
        return True
    if weight(asked) >= _AMPLE:
        return False
    named = named_in(question)
    free = [n for n in named if not placed(question, n.start)]
    for thing in _THING.finditer(question):
        bound = free if thing["english"] else [n for n in named if n.start < thing.start()]
        if thing["about"] or not (bound or _names_it(question[: thing.start()])):
            return True
    return any(
        m["noun"][0].isupper()
        or not (
            any(n.start < m.start() for n in named)
            or _OWNER.match(question, m.end())
            or _OF_WHOM.search(question, 0, m.start())
        )
        for m in _owned(question)
    )


def _owned(question: str) -> list[re.Match[str]]:
    """Return the nouns of a question that belong to something: "direkturnya"."""
    return [m for m in _OF_IT.finditer(question) if m["noun"].lower() not in _MERELY]


def _names_it(before: str) -> bool:
    """Tell "heru sutadi itu", a name in small letters, from "pernyataan itu"."""
    last = folded(before)[-1:]
    return bool(last) and rarity(stem(last[0])) >= UNKNOWN


def _stands(question: str, asked: Question, goes_on: bool) -> bool:
    """Say whether a question says what it is about: it names something, or holds words enough."""
    capitals = any(question[word.start].isupper() for word in words(question)[1:])
    ministers = any(
        _OFFICE.match(t.surface) or "menteri" in role_words(t.surface) - {t.surface} for t in asked.terms
    )
    if capitals or ministers or any(term.number for term in asked.terms):
        return not goes_on or len(asked.terms) > _FEW
    if asked_fact(question) and any(t.weight >= UNKNOWN for t in about(asked).terms):
        return True  # "siapa penulis artikel di kabaruji"
    return len(asked.terms) > _FEW and weight(asked) >= _SURE
