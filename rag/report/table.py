"""The report as a table for a spreadsheet: one row a quotation, semicolons, UTF-8 with a byte-order mark."""

from __future__ import annotations

import csv
import io
import re

from rag.documents import ArchiveState, Draft, DraftQuote, QuoteCheck
from rag.markup import web_url
from rag.report.facts import context, runs, storable, verdict_label
from rag.verdict_names import ATTRIBUTIONS, FLAGS, KINDS
from rag.verdict_words import name_of, reserves

_COLUMNS = (
    "no", "awal (start)", "akhir (end)", "kutipan (quote)", "penutur diklaim (claimed speaker)", "putusan",
    "verdict", "susunan kata (wording)", "penutur", "attribution", "tanda", "flags",
    "beda kata (word diff)", "jenis temuan (kind of find)", "kata di sumber (source wording)",
    "penutur di sumber (speaker)", "jabatan (role)", "diucapkan (said on)", "bentuk (kind)",
    "media (outlet)", "terbit (published)", "dalam konteks (in context)", "judul (title)", "alamat (url)",
    "artikel (article)", "awal di artikel (start)", "akhir di artikel (end)", "jumlah sumber (sources)",
    "artikel ditelusuri (articles searched)", "sampai tanggal (up to)", "berkas ditolak (files refused)",
    "indeks (generation)", "diperiksa (checked on)",
)  # fmt: skip
# A spreadsheet runs a cell that begins so, in full width too; an apostrophe makes it text.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def csv_report(draft: Draft, state: ArchiveState, made_on: str) -> str:
    """Return the report as CSV; ``made_on`` is an ISO date."""
    written = io.StringIO()
    table = csv.writer(written, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(_COLUMNS)
    archive = (state.articles, state.latest_date, state.refused, state.generation, made_on)
    for n, quote in enumerate(draft.quotes, 1):
        table.writerow(map(_cell, (n, *_row(quote), *archive)))
    return "\ufeff" + written.getvalue()


def _cell(value: object) -> str:
    """Return a value as a cell that no spreadsheet calculates with."""
    if value is None or isinstance(value, int):
        return "" if value is None else str(value)
    text = storable(str(value))
    return f"'{text}" if _FORMULA.match(text) else text


def _row(quote: DraftQuote) -> tuple[object, ...]:
    check = quote.check
    return (
        quote.start,
        quote.end,
        check.quote,
        check.speaker,
        verdict_label(name_of(check), bool(reserves(check)))[0],
        check.verdict,
        check.wording,
        ATTRIBUTIONS[check.attribution].label(),
        check.attribution,
        ", ".join(FLAGS[flag].label() if flag in FLAGS else flag for flag in check.flags),
        " ".join(check.flags),
        " ".join(_run(name, words) for name, words in runs(check)),
        *_found(check),
    )


def _run(name: str, words: str) -> str:
    return {"equal": words, "del": f"[-{words}-]", "ins": f"{{+{words}+}}"}[name]


def _found(check: QuoteCheck) -> tuple[object, ...]:
    """Return the best source, or the nearest miss, labelled so."""
    source = check.sources[0] if check.sources else check.nearest
    if source is None:
        return *([None] * 14), 0
    return (
        "sumber (source)" if check.sources else "terdekat, bukan sumber (nearest miss)",
        source.text,
        source.speaker,
        source.role,
        source.said_on,
        KINDS[source.kind].label() if source.kind in KINDS else source.kind,
        source.outlet,
        source.date,
        context(source),
        source.title,
        web_url(source.url),
        source.article,
        source.start,
        source.end,
        len(check.sources),
    )
