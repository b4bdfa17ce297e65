"""Names of news outlets: what counts as one, and how it is spelled.

A web address is an outlet wherever a dateline or a byline has it; a name without a top-level
domain only where this table knows it, since "Tempo" or "Republika" may be other things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.errors import UsageError

# Of a name that no outlet has, so many are suggested, and how alike (0..100) those are.
_SUGGESTED, _ALIKE = 3, 60
# As the outlets spell themselves; the key of a look-up is the lower-case form.
_NAMES = """Kompas.com|Kompas|KOMPAS.id|Tempo.co|Tempo|detikcom|CNN Indonesia|CNBC Indonesia
kumparan|Kompasiana|Liputan6.com|Tribunnews.com|ANTARA|Republika.co.id|Republika|Bisnis.com
Bisnis Indonesia|Tirto.id|JPNN.com|SINDOnews.com|Okezone.com|Okezone|Merdeka.com|Suara.com|VIVA
VIVA.co.id|iNews.id|Kontan.co.id|Kontan|IDN Times|Katadata.co.id|Katadata|Media Indonesia
MediaIndonesia.com|Medcom.id|Metro TV|Pikiran Rakyat|Jawa Pos|JawaPos.com|Beritasatu.com
Beritasatu|Investor Daily|RRI|KBRN|RMOL.id|Gatra.com|Inilah.com|Fajar.co.id|Solopos.com
Koran Jakarta|The Jakarta Post|Jakarta Globe|BBC News Indonesia|BBC Indonesia|VOA Indonesia
DW Indonesia|Infobanknews|Kapanlagi.com|Fimela|Alinea.id|Validnews|Project Multatuli|Mojok.co
Hukumonline.com|Harian Jogja|Suara Merdeka|Suara Pembaruan|Sinar Harapan|Bola.com
Tabloid Bintang|TEMPO Interaktif|Warta Ekonomi|SWA|Marketeers|Dailysocial|Kutip (contoh)""".replace(
    "\n", "|"
).split("|")
_SPELLING = {name.lower(): name for name in _NAMES} | {
    "antaranews.com": "ANTARA", "antaranews": "ANTARA", "kumparan.com": "kumparan", "detik.com": "detikcom",
    "kompasianacom": "Kompasiana", "kompasiana.com": "Kompasiana", "cnnindonesia.com": "CNN Indonesia",
    "cnbcindonesia.com": "CNBC Indonesia", "bisnispro": "Bisnis.com", "tribunnews": "Tribunnews.com",
    "sindonews": "SINDOnews.com", "liputan6": "Liputan6.com", "idntimes.com": "IDN Times",
}  # fmt: skip
_DETIK = re.compile(
    r"detik(?:news|finance|inet|com|hot|sport|oto|health|travel|food|x|bali|jabar|jateng|jatim|sumut|edu|"
    r"properti)?",
    re.IGNORECASE,
)

DOMAIN = r"(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?i:com|co\.id|co|id|net|org|news|tv|go\.id|or\.id)\b"
KNOWN = (
    "(?i:" + "|".join(re.escape(k) for k in sorted(_SPELLING, key=len, reverse=True)) + r"|detik[a-z]{2,9})"
)
_DOMAIN_RE = re.compile(DOMAIN)


def known_outlet(text: str) -> str | None:
    """Return the outlet's usual name where ``text`` is nothing but an outlet, else None."""
    bare = text.strip(" -–—|:,")
    if len(bare) > 40:
        return None
    if bare.lower() in _SPELLING or _DETIK.fullmatch(bare) or _DOMAIN_RE.fullmatch(bare):
        return tidy_outlet(bare)
    return None


def tidy_outlet(name: str) -> str:
    """Return an outlet in its usual spelling; unknown ones as the source has them."""
    bare = re.sub(r"(?i)^www\.", "", name.strip())
    if _DETIK.fullmatch(bare):
        return "detikcom"
    return _SPELLING.get(bare.lower(), bare)


def outlet_among(name: str, outlets: Sequence[str]) -> str:
    """Return the outlet of that name, compared without case. Raises UsageError where there is none."""
    wanted = name.strip().casefold()
    found = next((outlet for outlet in outlets if outlet.casefold() == wanted), None)
    if found is not None:
        return found
    from rapidfuzz import fuzz, process

    near = process.extract(
        wanted, outlets, scorer=fuzz.WRatio, processor=str.casefold, limit=_SUGGESTED, score_cutoff=_ALIKE
    )
    named = ", ".join([outlet for outlet, *_ in near] or outlets[:_SUGGESTED])
    english, indonesian = ("nearest", "yang terdekat") if near else ("it has", "yang ada antara lain")
    shown = repr(name.strip()[:80])
    raise UsageError(
        f"the archive has no outlet {shown}; "
        + (f"{english}: {named}" if named else "none of its articles names one: leave the filter out"),
        f"arsip tidak memuat media {shown}; "
        + (f"{indonesian}: {named}" if named else "tak satu artikel pun menyebutnya: kosongkan saringannya"),
    )
