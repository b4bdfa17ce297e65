"""The word diff: what the source says and the quotation does not, and the other way round."""

from __future__ import annotations

from collections.abc import Sequence

from rag.documents import Difference
from rag.markup import Html, isolated, join, tag
from rag.ui.texts import Texts, number_text

# Of a longer run of words that were left out, so many are shown at either end.
_LONGEST_RUN, _ENDS = 40, 12
_SIGNS = {"del": "−", "ins": "+"}
_OWNERS = {"del": "only_source", "ins": "only_quote"}


def diff_view(diff: Sequence[Difference], t: Texts) -> Html | None:
    """Return both sides' words in one line, each change with a sign before it.

    None where all words agree, or none do: there is nothing to compare word by word.
    """
    ops = {d.op for d in diff}
    if "equal" not in ops or ops == {"equal"}:
        return None
    runs: list[Html] = []
    used: list[str] = []
    for d in diff:
        if d.op == "equal":
            runs.append(isolated(_shortened(d.source, t)))
            continue
        sides = [(name, words) for name, words in (("del", d.source), ("ins", d.query)) if words]
        runs += [_run(name, words, t) for name, words in sides]
        used += [name for name, _ in sides]
    legend = [tag(name, _sign(name), t[_OWNERS[name]]) for name in _SIGNS if name in used]
    return tag(
        "div",
        tag("h4", t["diff"]),
        tag("p", join(runs, " "), class_="k-words"),
        tag("p", join(legend, " "), class_="k-legend", aria_hidden="true"),
        class_="k-diff",
    )


def _run(name: str, words: str, t: Texts) -> Html:
    """Return changed words with their sign, which a screen reader hears as their owner."""
    return tag(
        name,
        tag("span", t[_OWNERS[name]], ": ", class_="k-sr"),
        _sign(name),
        isolated(_shortened(words, t)),
    )


def _sign(name: str) -> Html:
    return tag("span", _SIGNS[name], class_="k-sign", aria_hidden="true")


def _shortened(words: str, t: Texts) -> str:
    split = words.split()
    hidden = len(split) - 2 * _ENDS
    if len(split) <= _LONGEST_RUN:
        return words
    gap = t["words_hidden"].format(n=number_text(hidden, t))
    return " ".join([*split[:_ENDS], gap, *split[-_ENDS:]])
