"""Changes that change no verdict: case, punctuation, marks, spaces, spelling, and what pasting leaves."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from tests.changes.drafts import KINDS, SPEAKER, Changes, Draft, Words, same
from tests.changes.words import SCALES, Word, digits, join, number_words, spelt_number, without_end

SAME = Changes()


@SAME.named("untouched")
def untouched(words: Words, rng: Random, whole: bool) -> Draft:
    return same(join(words), whole)


@SAME.named("case")
def case(words: Words, rng: Random, whole: bool) -> Draft:
    recased = [rng.choice((str.upper, str.lower, str.title, str))(str(w)) for w in words]
    return same(" ".join(recased))


@SAME.named("capitals throughout")
def capitals(words: Words, rng: Random, whole: bool) -> Draft:
    return same(join(words).upper(), whole)


@SAME.named("punctuation dropped")
def punctuation_dropped(words: Words, rng: Random, whole: bool) -> Draft:
    return same(" ".join(w.core for w in words if w.core))


@SAME.named("punctuation added")
def punctuation_added(words: Words, rng: Random, whole: bool) -> Draft:
    return same(" ".join(str(w) + rng.choice(("", "", ",", ";", ":", "!")) for w in words))


@SAME.named("other quotation marks")
def other_marks(words: Words, rng: Random, whole: bool) -> Draft:
    opening, closing = rng.choice(("“”", "„“", "‘’", "''", '""', "””", "‟”", "❝❞", "＂＂"))
    return same(opening + join(words) + closing, whole)


@SAME.named("guillemets")
def guillemets(words: Words, rng: Random, whole: bool) -> Draft:
    opening, closing = rng.choice(("«»", "»«", "‹›"))
    return same(opening + join(words) + closing, whole)


@SAME.named("HTML entities")
def entities(words: Words, rng: Random, whole: bool) -> Draft:
    opening, closing = rng.choice(
        (("&quot;", "&quot;"), ("&ldquo;", "&rdquo;"), ("&#8220;", "&#8221;"), ("&#x201C;", "&#x201D;"))
    )
    spaced = "".join(str(w) + rng.choice((" ", " ", "&nbsp;", "&#160;")) for w in words[:-1])
    return same(opening + spaced + str(words[-1]) + closing, whole)


@SAME.named("zero-width and no-break spaces")
def invisible(words: Words, rng: Random, whole: bool) -> Draft:
    def seeded(word: Word) -> str:
        text = str(word)
        at = rng.randrange(len(text) + 1)
        return text[:at] + rng.choice(("", "\u200b", "\u00ad", "\ufeff", "\u2060", "\u200d")) + text[at:]

    return same(
        "".join(seeded(w) + rng.choice((" ", "\u00a0", "\u202f", "\u2009", "\n")) for w in words), whole
    )


@SAME.named("Markdown quotation")
def markdown(words: Words, rng: Random, whole: bool) -> Draft:
    at = rng.randrange(2, len(words) - 1)
    lines = (words[:at], words[at:])
    return same("\n".join(f"> {join(line)}" for line in lines), whole)


@SAME.named("copied attribution")
def tail(words: Words, rng: Random, whole: bool) -> Draft:
    opening, closing = rng.choice(("“”", '""', ("", '"'), ("", "”")))
    cue = rng.choice(("ujar", "kata", "tutur", "ucap", "jelas", "tegas", "ungkap"))
    rest = rng.choice(("", ".", " kepada wartawan, Selasa (4/3)."))
    return same(f"{opening}{join(without_end(words))},{closing} {cue} {SPEAKER}{rest}", whole)


@SAME.named("text outside the marks")
def outside(words: Words, rng: Random, whole: bool) -> Draft:
    before = rng.choice(("Menurut berita itu: ", "Ia berkata, ", "Katanya begini, ", ""))
    after = rng.choice((" Begitu tulis koran.", " Titik.", " (viral)"))
    return same(f"{before}“{join(words)}”{after}")


@SAME.named("mojibake")
def mojibake(words: Words, rng: Random, whole: bool) -> Draft:
    spaced = "".join(str(w) + rng.choice((" ", " ", " ", "Â\u00a0")) for w in words[:-1]) + str(words[-1])
    return same(f"â€œ{spaced}â€\u009d", whole)


@SAME.named("ellipsis at the edges")
def edges(words: Words, rng: Random, whole: bool) -> Draft:
    mark = rng.choice(("…", "...", "[...]"))
    text = join(without_end(words))
    return same(rng.choice((f"{mark} {text}", f"{text} {mark}", f"{mark}{text}{mark}")))


@SAME.named("hyphen left out")
def hyphen_apart(words: Words, rng: Random, whole: bool) -> Draft | None:
    places = [i for i, w in enumerate(words) if re.fullmatch(r"[^\W\d_]+-[^\W\d_]+", w.core)]
    if not places:
        return None
    i = rng.choice(places)
    first, second = words[i].core.split("-")
    is_doubled = second.casefold().startswith(first.casefold())  # nobody writes anakanak
    spelling = f"{first} {second}" if is_doubled else first + rng.choice(("", " ")) + second
    changed = [*words[:i], replace(words[i], core=spelling), *words[i + 1 :]]
    return Draft(join(changed), frozenset({"verbatim"}), frozenset(), KINDS)


@SAME.named("joined spelling")
def joined(words: Words, rng: Random, whole: bool) -> Draft | None:
    places = [
        i
        for i in range(len(words) - 1)
        if not words[i].after
        and (words[i].key == "di" or words[i + 1].key == "pun")
        and words[i + 1].is_plain
        and not words[i + 1].is_numeric
    ]
    if not places:
        return None
    i = rng.choice(places)
    put = Word(words[i].before, words[i].core + words[i + 1].core, words[i + 1].after)
    return same(join([*words[:i], put, *words[i + 2 :]]), False, "variasi_ejaan")


@SAME.named("digits spelt out")
def spelt_out(words: Words, rng: Random, whole: bool) -> Draft | None:
    if any(w.is_english for w in words):
        return None
    scale = [w.key in SCALES - {"juta", "miliar", "triliun"} for w in words[1:]] + [False]
    places = [i for i, w in enumerate(words) if (digits(w.core) or 99_999) < 10_000 and not scale[i]]
    if not places:
        return None
    i = rng.choice(places)
    put = replace(words[i], core=number_words(digits(words[i].core) or 0))
    return same(join([*words[:i], put, *words[i + 1 :]]), whole)


@SAME.named("number words as digits")
def as_digits(words: Words, rng: Random, whole: bool) -> Draft | None:
    for i, word in enumerate(words):
        found = spelt_number([w.core for w in words[i:]])
        if found is None or (i and words[i - 1].is_numeric):
            continue
        value, length = found
        last = words[i + length - 1]
        stays = any(w.after for w in words[i : i + length - 1])
        follows = words[i + length] if i + length < len(words) else None
        if value < 2 or stays or (follows and follows.is_numeric and follows.key not in SCALES):
            continue
        return same(
            join([*words[:i], Word(word.before, str(value), last.after), *words[i + length :]]), whole
        )
    return None


@SAME.named("percent sign or word")
def percent(words: Words, rng: Random, whole: bool) -> Draft | None:
    text = join(words)
    put = re.sub(r"(?<=\d)%", " persen", text) if "%" in text else re.sub(r"(?<=\d) persen\b", "%", text)
    return same(put, whole) if put != text else None


@SAME.named("several at once")
def at_once(words: Words, rng: Random, whole: bool) -> Draft:
    spaces = [rng.choice((" ", "&nbsp;", "\u00a0", "\u200b ")) for _ in words]
    shouted = "".join(
        str(w).upper().rstrip(",") + space for w, space in zip(words[:-1], spaces, strict=False)
    )
    return same(
        f"> &ldquo;{shouted}{words[-1].core.upper()},&rdquo; {rng.choice(('UJAR', 'kata'))} {SPEAKER}"
    )


# ---- these take the quotation as it is printed, brackets and all -------------------------------


def as_printed(quote: str) -> Draft | None:
    """Return the quotation with its brackets, where it has some and no ellipsis."""
    has_brackets = "[" in quote or "(" in quote
    return Draft(quote, frozenset({"verbatim"})) if has_brackets and not re.search(r"…|\.\.", quote) else None


def insertion_left_out(quote: str) -> Draft | None:
    """Return the quotation without what its editor put in."""
    if not re.search(r"[\[(]", quote) or re.search(r"…|\.\.", quote):
        return None
    return Draft(re.sub(r"\s*[\[(][^\])]*[\])]", "", quote).strip(), frozenset({"verbatim"}))


def insertion_spoken(quote: str) -> Draft | None:
    """Return the quotation with what its editor put in square brackets as if it had been said."""
    if not re.search(r"\[[^\]]*\w[^\]]*\]", quote):
        return None
    query = re.sub(r"\s*\([^)]*\)", "", quote).replace("[", "").replace("]", "")
    return Draft(query.strip(), frozenset({"altered"}), stands=True)


AS_PRINTED = {
    "as printed, with brackets": as_printed,
    "editor's insertion left out": insertion_left_out,
    "editor's insertion as spoken words": insertion_spoken,
}
