"""From evidence to an answer: one to three sentences, verbatim, with ``[n]``, or an abstention.

The seam for a better judge is ``evidence.weigh``: this room only decides what is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from rag.byline import about, asked_fact, fact, signer
from rag.described import QuotesIn, unquoted
from rag.disagreement import rivals
from rag.documents import ABSTENTION, Answer, Article, Citation, Hit
from rag.evidence import Evidence, weigh
from rag.question import Question, analyse
from rag.statements import statement
from rag.words import fold, stem

MOST_SENTENCES = 3
# Evidence trusted less than this is no answer. Right answers and right abstentions on the questions in
# tests/data, which nothing was fitted on (of 1,300 and 680), at 0.3: 1,016 and 472; at 0.32: 1,006, 501; at
# 0.34: 986, 516; at 0.36: 963, 529; at 0.38: 944, 539; at 0.4: 924, 558.
THRESHOLD = 0.34
# A further sentence is shown when its rank score is at most this much under the best one's, more where no
# short answer is given. Right answers on the 1,340 questions in tests/data, and sentences shown on average,
# with 2 and 2: 1,021 and 1.6; with 2 and 3: 1,035 and 1.8; with 2 and 4.5: 1,037 and 2.0; with 5 and 5:
# 1,041 and 2.3.
COMPANION, COMPANION_UNSURE = 2.0, 3.0
# A short answer that fits less well is left to the sentence. On models/judge-training 75% of all short
# answers are right, 77% of those from 0.4, 80% from 0.5 and no more from 0.6.
SHORT_FIT = 0.5
NEAREST = 3
# How a sentence goes on from the one before it.
_GOES_ON = re.compile(
    r"\W*(?:(?:Namun|Tetapi|Tapi|Sebab|Karena|Oleh|Akibatnya|Sehingga|Alasannya|Padahal|Apabila|Jika|Kalau)\b"
    r"|(?:[\w-]+\W+){0,3}(?:itu|ini|tersebut)\b)"
)
# What only says how many there are, or that there is a reason; the next ones say which: "dibuka di tiga
# tempat."
_COUNTED_THINGS = (
    "tempat|lokasi|titik|cara|hal|alasan|faktor|penyebab|langkah|tahap|syarat|tuntutan|permintaan|keperluan|poin|"
    "jenis|kategori|kelompok|golongan|pilihan|opsi|solusi|usulan|saran|program|fitur|manfaat|dampak|tujuan|kriteria|"
    "ketentuan|aturan|kesalahan|wilayah|kota|desa|negara|places|ways|reasons|factors|steps|conditions|demands|points|"
    "groups|things|options"
)
_ANNOUNCES = re.compile(
    r"(?:\b(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sejumlah|beberapa|berbagai|two|three|four|"
    rf"five|six|seven|several) (?:{_COUNTED_THINGS})(?: \w+){{0,2}}|\bberikut(?: ini)?|:"
    r"|\bbukan (?:satu-satunya|cuma|hanya) (?:penyebab|sebab|alasan|faktor)(?:nya)?(?: \w+){0,3}"
    r"|\b(?:menjelaskan|membeberkan|mengungkap(?:kan)?|menyampaikan|memaparkan|memberikan|punya|menawarkan|"
    r"menjanjikan|menyiapkan|mengusulkan) "
    r"(?:alasan|sebab|penyebab|cara|solusi|jalan (?:tengah|keluar)|usul(?:an)?|langkah)(?:nya)?)\W*$",
    re.IGNORECASE,
)
# "Keduanya adalah Sari Dewi dan Budi Hartono.", behind "menetapkan dua tersangka".
_WHICH_THEY_ARE = re.compile(
    r"\W*(?:Keduanya|Ketiganya|Keempatnya|Kelimanya|Mereka|Masing-masing|(?:Kedua|Ketiga|Para) \w+|They|"
    r"The (?:two|three|four))(?: \w+)? "
    r"(?:adalah|ialah|yaitu|yakni|masing-masing|bernama|antara lain|are|were)\b"
)
# How the second sentence behind it begins, where that goes on.
_NEXT_OF_THEM = re.compile(
    r"\W*(?:Satu|Dua|Tiga|Pertama|Kedua|Ketiga|Keempat|Terakhir|Sisanya|Selebihnya|Sebagian|Selain|Lalu|Kemudian|Adapun|"
    r"Sedangkan|Sementara|Another|The (?:other|second|third|last)|Second|Third|Finally)\b"
)
# Characters between a sentence and the one right behind it: a blank line, at the most.
_GAP = 4
# In so many sentences behind the best one a list may follow that it has not.
_LISTED_WITHIN = 2
# What is explained in more than a sentence.
_EXPLAINED = frozenset(("why", "how"))
# Of several it may be told behind which they are.
_OF_SEVERAL = frozenset(("list", "who", "what", "identity"))
# Words of an answer; the best sentence is shown whole, however long.
MOST_WORDS, MOST_WORDS_OF_A_LIST = 60, 90
# What of a question's weight an article must hold for what it says of itself to be the answer.
MEANT = 0.75
ArticleOf = Callable[[str], Article | None]

DIFFERING = {"id": "Sumber menyebut berbeda", "en": "Sources differ"}


def answer(
    question: str,
    hits: Sequence[Hit],
    cosines: Callable[[Question, list[str]], Sequence[float]],
    article_of: ArticleOf = lambda _: None,
    quotes_in: QuotesIn = unquoted,
) -> Answer:
    """Answer ``question`` from ``hits`` (best first), or abstain with the nearest passages.

    ``cosines`` returns the similarity (-1..1) of the analysed question to each given text,
    ``article_of`` the stored article, None where only the passage is at hand, ``quotes_in`` who says what in
    the passages of these ids.
    """
    asked = analyse(question)
    field = asked_fact(question)
    if field:
        return _of_the_article(about(asked), field, hits, cosines, article_of)
    weighed = weigh(asked, hits, lambda texts: cosines(asked, texts), quotes_in)
    evidence = weighed.evidence
    confidence = round(weighed.trust, 2) if evidence else None
    if weighed.trust < THRESHOLD and (signed := _signed(asked, hits, article_of)):
        return signed
    if weighed.trust < THRESHOLD:
        return replace(_abstain(asked, hits, evidence, article_of), confidence=confidence)
    others = [] if evidence[0].given else rivals(asked, evidence, hits, quotes_in)
    parts = shown(asked, hits, evidence, others, article_of)
    citations = tuple(citation for _, citation in parts)
    best = parts[0][0]
    differing = [(e.short.text, c.n) for e, c in parts if e.short and e in (best, *others)] if others else []
    short = None if differing else _short(asked, best)
    values = "; ".join(f"{text} [{n}]" for text, n in differing)
    said = f"{DIFFERING[asked.language]}: {values}" if values else short
    body = " ".join(f"{c.text} [{c.n}]" for c in citations)
    return Answer(
        question=question,
        answer=f"{said} — {body}" if said else body,
        abstained=False,
        language=asked.language,
        short=short,
        confidence=confidence,
        citations=citations,
        differing=tuple(differing),
    )


def _of_the_article(
    asked: Question,
    field: str,
    hits: Sequence[Hit],
    cosines: Callable[[Question, list[str]], Sequence[float]],
    article_of: ArticleOf,
) -> Answer:
    """Answer who wrote or published the article that is meant, where the archive knows and only one is."""
    weighed = weigh(asked, hits, lambda texts: cosines(asked, texts))
    held = {hits[e.sentence.hit].passage.article: e.features.like_passage for e in weighed.evidence}
    most = max(held.values(), default=0.0)
    meant = [a for a in map(article_of, [p for p, share in held.items() if share >= most - 0.01]) if a]
    value = fact(meant, field, asked.language) if most >= MEANT else None
    if value is None:
        return _abstain(asked, hits, weighed.evidence, article_of)
    paths = {a.path for a in meant}
    best = next(e for e in weighed.evidence if hits[e.sentence.hit].passage.article in paths)
    citation = _cite(1, hits[best.sentence.hit], best, article_of)
    return Answer(
        question=asked.text,
        answer=f"{value} — {citation.text} [1]",
        abstained=False,
        language=asked.language,
        short=value,
        citations=(citation,),
    )


def _signed(asked: Question, hits: Sequence[Hit], article_of: ArticleOf) -> Answer | None:
    """Answer who somebody is whose signature under an article tells it, citing how that begins; None where
    none does, or they differ."""
    found: dict[str, Hit] = {}
    for hit in hits:
        if hit.author:
            found.setdefault(hit.passage.article, hit)
    article = signer(asked, [a for a in map(article_of, found) if a])
    if article is None:
        return None
    citation = _citation(1, found[article.path], 0, article.text.partition("\n")[0])
    return Answer(
        question=asked.text,
        answer=f"{article.signature} — {citation.text} [1]",
        abstained=False,
        language=asked.language,
        short=article.signature,
        citations=(citation,),
    )


def _abstain(
    asked: Question, hits: Sequence[Hit], evidence: Sequence[Evidence], article_of: ArticleOf
) -> Answer:
    """Say so, with the best sentence of each of the nearest articles."""
    best: dict[str, Evidence] = {}
    for e in evidence:
        best.setdefault(hits[e.sentence.hit].passage.article, e)
    nearest = list(best.values())[:NEAREST]
    return Answer(
        question=asked.text,
        answer=ABSTENTION[asked.language],
        abstained=True,
        language=asked.language,
        nearest=tuple(_cite(n, hits[e.sentence.hit], e, article_of) for n, e in enumerate(nearest, 1)),
    )


def shown(
    asked: Question,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    others: Sequence[Evidence],
    article_of: ArticleOf,
) -> list[tuple[Evidence, Citation]]:
    """Return the best sentence, what ``others`` say instead, where its speaker is named, what goes on from
    it, and those nearly as good; none overlaps another."""
    best = evidence[0]
    margin = COMPANION_UNSURE if _short(asked, best) is None else COMPANION
    near = [e for e in evidence[1:] if e.score >= best.score - margin and (e.short or not asked.expects)]
    announces = asked.asks != "howmany" and _short(asked, best) is None and _announces(best)
    after = [e for e in _following(best, evidence, hits) if e.sentence.hit == best.sentence.hit]
    following = after if announces or not asked.expects else []
    # A reason that the best sentence does not lead in comes next more often than elsewhere.
    reason = asked.asks in _EXPLAINED and not best.features.told
    if reason or announces:
        further = [e for e in following[1:2] if announces and _NEXT_OF_THEM.match(e.sentence.text)]
        order = [*following[:1], *further, *near]
    else:
        order = [*near[:1], *filter(_goes_on, following[:1]), *near[1:]]
    if asked.asks == "list":
        as_good = [e for e in near[1:2] if e.score >= best.score - COMPANION]
        lists = _listed(asked, [best, *near[:1]], evidence, hits) or _listed(asked, as_good, evidence, hits)
        order = [*lists, *order]
    if asked.asks in _OF_SEVERAL:
        order = [*(e for e in after[:1] if _WHICH_THEY_ARE.match(e.sentence.text)), *order]
    parts: list[tuple[Evidence, Citation]] = []
    words_left = MOST_WORDS_OF_A_LIST if asked.asks == "list" else MOST_WORDS
    for e in [best, *others, *_naming(best, evidence, hits), *order]:
        if len(parts) == MOST_SENTENCES:
            break
        citation = _cite(len(parts) + 1, hits[e.sentence.hit], e, article_of)
        length = len(citation.text.split())
        too_long = length > words_left and e not in others
        if parts and (too_long or any(_repeats(citation, c) for _, c in parts)):
            continue
        words_left -= length
        parts.append((e, citation))
    return parts


def _naming(best: Evidence, evidence: Sequence[Evidence], hits: Sequence[Hit]) -> list[Evidence]:
    """Return the first sentence of the article that has the full name of who says the best one, where that
    has not."""
    if best.given is None or best.given in best.sentence.text:
        return []
    article = hits[best.sentence.hit].passage.article
    naming = [e for e in evidence if best.given in e.sentence.text]
    own = [e for e in naming if hits[e.sentence.hit].passage.article == article]
    return sorted(own, key=lambda e: hits[e.sentence.hit].passage.start + e.sentence.start)[:1]


def _short(asked: Question, best: Evidence) -> str | None:
    """Return the short answer in a sentence where it fits well enough: one of a list is not all."""
    fits = best.sure or best.features.typed >= SHORT_FIT
    if best.given or asked.asks == "list" or best.short is None or not fits:
        return best.given
    return best.short.text


def _following(best: Evidence, evidence: Sequence[Evidence], hits: Sequence[Hit]) -> list[Evidence]:
    """Return the sentences right behind the best one, in their order, where it is near its passage's end in
    the next passage too."""

    def place(e: Evidence) -> tuple[int, int]:
        begun = hits[e.sentence.hit].passage.start
        return begun + e.sentence.start, begun + e.sentence.end

    article = hits[best.sentence.hit].passage.article
    end = place(best)[1]
    after = []
    for e in sorted((e for e in evidence if hits[e.sentence.hit].passage.article == article), key=place):
        start, stop = place(e)
        if end <= start <= end + _GAP:
            after.append(e)
            end = stop
    return after


def _listed(
    asked: Question, best: Sequence[Evidence], evidence: Sequence[Evidence], hits: Sequence[Hit]
) -> list[Evidence]:
    """Return the lists right behind the ``best`` sentences: of what is asked for, or where they have none."""
    noun = {stem(word) for word in asked.focus}
    return [
        other
        for e in best
        for other in _following(e, evidence, hits)[:_LISTED_WITHIN]
        if other.features.lists and not (e.features.lists and noun.isdisjoint(other.sentence.stems))
    ]


def _announces(e: Evidence) -> bool:
    """Say whether a sentence only says how many there are, or that something follows."""
    return _ANNOUNCES.search(e.sentence.text) is not None


def _goes_on(e: Evidence) -> bool:
    """Say whether a sentence goes on from the one before it ("Namun, upaya tersebut ...")."""
    return bool(_GOES_ON.match(e.sentence.text))


def _repeats(one: Citation, other: Citation) -> bool:
    """Say whether two citations overlap, or are the same words in two articles."""
    overlap = one.article == other.article and one.start < other.end and other.start < one.end
    return overlap or fold(one.text) == fold(other.text)


def _cite(n: int, hit: Hit, e: Evidence, article_of: ArticleOf) -> Citation:
    passage = hit.passage
    stored = article_of(passage.article)
    text, offset = (passage.text, passage.start) if stored is None else (stored.text, 0)
    shift = passage.start - offset
    start, end = statement(text, e.sentence.start + shift, e.sentence.end + shift)
    return _citation(n, hit, offset + start, text[start:end])


def _citation(n: int, hit: Hit, start: int, text: str) -> Citation:
    """Return the citation of ``text``, which begins at ``start`` in a hit's article."""
    return Citation(
        n=n,
        article=hit.passage.article,
        start=start,
        end=start + len(text),
        text=text,
        title=hit.title,
        outlet=hit.outlet,
        date=hit.date,
        author=hit.author,
        url=hit.url,
        copies=hit.copies,
    )
