"""How a check is to be read: decided here once, for page, reports and command line alike."""

from __future__ import annotations

from rag.documents import QuoteCheck

# What tells against the words, whoever spoke them: something that turns the sense was left out or hidden,
# or stands in the quotation uncompared.
_AGAINST = frozenset({"konteks_negasi_terpotong", "negasi", "angka", "nama", "modalitas", "sisipan"})
# What tells against them only where the source does not credit the claimed speaker.
_AGAINST_UNLESS_CREDITED = frozenset({"narasi", "pendek"})
# Their names alone say that the words are not to be trusted; flags only say why.
_CONFIRM_NOTHING = frozenset({"altered", "not_found"})


def reserves(check: QuoteCheck) -> tuple[str, ...]:
    """Return the flags that tell against trusting the verdict, in order.

    An empty tuple means that what the verdict and the attribution say is said without reserve.
    """
    if check.verdict in _CONFIRM_NOTHING:
        return ()
    against = _AGAINST if check.attribution == "match" else _AGAINST | _AGAINST_UNLESS_CREDITED
    return tuple(flag for flag in check.flags if flag in against)
