"""What the commands print: one JSON object, or lines for people."""

from __future__ import annotations

import json
import sys

from rag.documents import NOTHING_PASSES, IndexReport, Progress
from rag.verdict_names import FLAGS, VERDICTS, WARNED, WARNING_SIGN
from rag.verdict_words import are_pieces, reserves_of, verdict_name
from rag.views import Json

_NOTHING_PASSES = " / ".join(NOTHING_PASSES.values())
_LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


def print_json(value: Json) -> None:
    """Print one JSON object on one line, whatever the reader takes for a line's end."""
    print(json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS))


def source_line(source: Json) -> str:
    """Return one line that names a citation or hit: title, outlet, date and span."""
    about = ", ".join(x for x in (source["outlet"], source["date"]) if x)
    title = source["title"] or source["article"]
    return f"{title}{f' ({about})' if about else ''} · {source['article']}:{source['start']}-{source['end']}"


def show_answer(answer: Json) -> None:
    """Print an answer for people."""
    if answer["understood"]:
        print(f"({answer['understood']})")
    print(answer["answer"])
    if not answer["abstained"] and answer["confidence"] is not None:
        print(f"(keyakinan/confidence: {answer['confidence']:.0%})")
    if answer["notice"]:
        print(f"({answer['notice']})")
    for citation in answer["citations"]:
        print(f"\n[{citation['n']}] {source_line(citation)}\n    {citation['text']}")
    if answer["nearest"]:
        print("\nterdekat, bukan jawaban / nearest, no answer:")
    for citation in answer["nearest"]:
        print(f"  - {source_line(citation)}\n    {citation['text']}")
    show_state(answer["archive"])


def show_comparison(result: Json) -> None:
    """Print what each outlet reports."""
    for row in result["outlets"]:
        print(f"{row['outlet'] or '(tanpa media / no outlet)'}: {row['answer']}")
        for citation in row["citations"]:
            print(f"    [{citation['n']}] {source_line(citation)}")
        print()
    (show_state if result["outlets"] else show_nothing)(result["archive"])


def show_hits(result: Json) -> None:
    """Print search results for people."""
    for hit in result["hits"]:
        text = " ".join(hit["text"].split())
        print(f"{hit['rank']}. {source_line(hit)}\n   {text[:300]}{'…' if len(text) > 300 else ''}\n")
    (show_state if result["hits"] else show_nothing)(result["archive"])


def show_nothing(state: Json) -> None:
    """Print that nothing was found, and in what."""
    print("Tidak ada yang cocok. / Nothing matches." if state["searched"] else _NOTHING_PASSES)
    show_state(state)


def show_state(state: Json) -> None:
    """Print the archive's size, how much of it was searched, its latest date and what was refused."""
    refused = f", {state['refused']} berkas ditolak/refused" if state["refused"] else ""
    of = f"{state['searched']} dari/of " if state["searched"] < state["articles"] else ""
    print(f"\n({of}{state['articles']} artikel/articles, {state['latest_date'] or '—'}{refused})")


def show_report(report: IndexReport) -> None:
    """Print what a build did."""
    print(
        f"{report.articles} articles, {report.passages} passages in {report.seconds:.1f} s: "
        f"{report.added} added, {report.updated} updated, {report.removed} removed, "
        f"{report.unchanged} unchanged"
    )
    if report.examples:
        print("those removed are the examples, which give way to other articles; their files stay")
    for warning in report.warnings:
        print(f"warning: {warning}")
    for refusal in report.refused:
        print(f"refused: {refusal.path.encode('unicode_escape').decode()}: {refusal.reason}")


def show_progress(progress: Progress) -> None:
    """Draw one line of progress on a terminal."""
    left = f", {progress.seconds_left:.0f} s left" if progress.seconds_left is not None else ""
    rate = f" ({progress.rate:.0f}/s{left})" if progress.rate is not None else ""
    print(
        f"\r\033[K{progress.stage} {progress.done}/{progress.total}{rate}",
        end="",
        file=sys.stderr,
        flush=True,
    )


def show_check(check: Json) -> None:
    """Print a check for people: the verdict, the diff, where the words stand."""
    flags = f" [{', '.join(check['flags'])}]" if check["flags"] else ""
    against = reserves_of(check["verdict"], check["attribution"], check["flags"])
    warned = f" {WARNING_SIGN} {'/'.join(WARNED.labels)}" if against else ""
    print(f"{check['verdict']}{warned} (penutur/speaker: {check['attribution']}){flags}")
    for flag in against:
        print(f"    {WARNING_SIGN} {' / '.join(FLAGS[flag].meanings)}")
    if not check["archive"]["searched"]:
        print(f"    ({_NOTHING_PASSES})")
    name = verdict_name(check["verdict"], check["quote"], check["flags"], [d["op"] for d in check["diff"]])
    if name != VERDICTS[check["verdict"]]:
        print(f"    ({' / '.join(name.meanings)})")
    if any(d["op"] != "equal" for d in check["diff"]):
        print("    " + " ".join(filter(None, map(_difference, check["diff"]))))
    total = len(check["sources"])
    pieces = are_pieces(check["wording"], check["diff"], [s["diff"] for s in check["sources"]])
    for n, source in enumerate(check["sources"]):
        note = ""
        if pieces:
            note = f"  (bagian/piece {n + 1} dari/of {total})"
        elif n == check["earliest"] and total > 1:
            note = "  (kemunculan paling awal/earliest occurrence)"
        _show_source(source, note, in_sentence="potongan" in check["flags"])
    if check["nearest"]:
        print("\nterdekat/nearest:")
        _show_source(check["nearest"], "")
    show_state(check["archive"])


def _difference(difference: Json) -> str:
    """Return one run of a diff: {+added+}, [-left out-], both for a change."""
    if difference["op"] == "equal":
        return str(difference["source"])
    left_out = f"[-{difference['source']}-]" if difference["source"] else ""
    added = f"{{+{difference['query']}+}}" if difference["query"] else ""
    return left_out + added


def _show_source(source: Json, note: str, *, in_sentence: bool = False) -> None:
    """Print where words stand; ``in_sentence`` with what stands before and behind them."""
    who = ", ".join(x for x in (source["speaker"], source["role"], source["said_on"]) if x)
    print(f"\n{source_line(source)}{note}\n    “{' '.join(source['text'].split())}”")
    if in_sentence:
        around = f"{source['before']}[{source['text']}]{source['after']}"
        print(f"    … {' '.join(around.split())} …")
    print(f"    {source['wording']}, {source['kind']}{f' — {who}' if who else ''}")
    for path in source["copies"]:
        print(f"    = {path}")


def show_quote(quote: Json) -> None:
    """Print one extracted quote for people."""
    who = ", ".join(x for x in (quote["speaker"], quote["role"], quote["said_on"]) if x) or "?"
    text = " ".join(quote["text"].split())
    words = f"“{text}”" if quote["kind"] == "direct" else text
    print(f"{who} · {quote['article']}:{quote['start']}-{quote['end']}\n    {words}")
