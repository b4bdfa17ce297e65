"""How a check is to be read: decided here once, for page, reports and command line alike."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rag.documents import QuoteCheck
from rag.quotation import readings
from rag.verdict_names import VERDICTS, Name

# What tells against the words, whoever spoke them: something that turns the sense was left out or hidden,
# or stands in the quotation uncompared.
_AGAINST = frozenset({"konteks_negasi_terpotong", "negasi", "angka", "nama", "modalitas", "sisipan"})
# What tells against them only where the source does not credit the claimed speaker.
_AGAINST_UNLESS_CREDITED = frozenset({"narasi", "pendek"})
# Their names alone say that the words are not to be trusted; flags only say why.
_CONFIRM_NOTHING = frozenset({"altered", "not_found"})

# What two verdicts are called where their usual words would say what was not found out.
TOO_SHORT = Name(
    ("Terlalu pendek", "Too short"),
    (
        "Satu kata terlalu pendek untuk diperiksa sebagai kutipan; tempelkan kalimatnya.",
        "One word is too short to be checked as a quotation; paste its sentence.",
    ),
)
REPORTED = Name(
    VERDICTS["paraphrase"].labels,
    (
        "Kata-kata ini ada persis di sumber, tetapi dalam kalimat wartawan, bukan kutipan langsung.",
        "These very words are in the source, but in the journalist's sentence, not as a direct quotation.",
    ),
)


def verdict_name(verdict: str, quote: str, flags: Collection[str], ops: Sequence[str]) -> Name:
    """Return what a verdict on ``quote`` is called and means; ``ops`` are those of its word diff."""
    if verdict == "not_found" and "pendek" in flags and all(r.size == 1 for r in readings(quote)):
        return TOO_SHORT
    if verdict == "paraphrase" and set(ops) == {"equal"}:
        return REPORTED
    return VERDICTS[verdict]


def name_of(check: QuoteCheck) -> Name:
    """Return what the verdict of a check is called and means."""
    return verdict_name(check.verdict, check.quote, check.flags, [d.op for d in check.diff])


def are_pieces(wording: str, diff: object, diffs: Sequence[object]) -> bool:
    """Say whether the sources are the pieces that a quotation was put together of, not its occurrences.

    ``diff`` is the word diff of the whole, ``diffs`` those of the sources: a piece's tells of itself alone.
    """
    return wording == "spliced" and len(diffs) > 1 and diff != diffs[0]


def reserves(check: QuoteCheck) -> tuple[str, ...]:
    """Return the flags that tell against trusting the verdict, in order.

    An empty tuple means that what the verdict and the attribution say is said without reserve.
    """
    return reserves_of(check.verdict, check.attribution, check.flags)


def reserves_of(verdict: str, attribution: str, flags: Collection[str]) -> tuple[str, ...]:
    """Return the same of a check's parts."""
    if verdict in _CONFIRM_NOTHING:
        return ()
    against = _AGAINST if attribution == "match" else _AGAINST | _AGAINST_UNLESS_CREDITED
    return tuple(flag for flag in flags if flag in against)
