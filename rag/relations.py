"""What a question asks that is no name, number, date or place, and the form in which sentences tell it. Pure.

Why, how, on what condition, to what effect: an answer seldom repeats the noun that asks ("syarat"), but it
has a form of its own ("hanya mau masuk apabila …"), and a near-miss lacks it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# The asking words stand in standard, folded Indonesian or English; the telling ones in a sentence as written.
_WORK = (
    r"jabatan(?:nya)?|menjabat|pejabat apa|posisi(?:nya)? apa|(?:be)?kerja (?:apa|sebagai)|profesi(?:nya)?|"
    r"pekerjaan(?:nya)?(?! rumah)|(?:jadi|menjadi|sebagai) apa|jobs?|professions?|work(?:ed)? as|"
    r"(?:positions?|posts?|offices?|roles?)(?= (?:did|has|had|was|were|does)|\W*$)"
)
_ONCE = r"sebelum\w*|dulu\w*|pernah|mantan|bekas|before|formerly|previous(?:ly)?|used to|earlier"
_TABLE: tuple[tuple[str, str, str], ...] = (
    (
        "former",
        rf"(?:{_WORK})\b.*\b(?:{_ONCE})|(?:{_ONCE})\b.*\b(?:{_WORK})",
        r"mantan|bekas|eks|pernah (?:menjadi|menjabat|memimpin|bekerja|memegang)|dulu(?:nya)?|"
        r"sebelumnya,? (?:\w+ ){0,3}(?:menjabat|bekerja|memimpin)|"
        r"sebelum (?:\w+ )?(?:menjadi|menjabat|memimpin|bekerja|bergabung|terpilih|dilantik|ditunjuk)|"
        r"sempat (?:menjadi|menjabat|bekerja)|former(?:ly)?|previously|once (?:was|worked|served|led)|"
        r"used to|before (?:\w+ )?(?:becoming|joining)",
    ),
    (
        "condition",
        r"syarat\w*|persyaratan\w*|ketentuan\w*|kriteria\w*|conditions?|requirements?|criteria",
        r"syarat\w*|persyaratan|apabila|asal|asalkan|hanya|harus|wajib|bila|jika|kalau|minimal|maksimal|sepanjang|"
        r"selama|kecuali|dilarang|tidak boleh|memiliki|berusia|terdaftar|provided|must|only if",
    ),
    (
        "effect",
        r"dampak\w*|akibat\w*|efek\w*|pengaruh\w*|konsekuensi\w*|imbas\w*|effects?|impacts?|"
        r"consequences?|happens if",
        r"sehingga|akibat\w*|dampak\w*|berdampak|imbas\w*|membuat|menyebabkan|mengakibatkan|memicu|terpaksa|"
        r"turun|naik|merosot|anjlok|batal|rusak|tewas|kehilangan|dicabut|didenda|terancam|berkurang|bertambah|"
        r"terganggu|tertunda|terhenti|melonjak|macet|menjadi|sanksi\w*|hukuman\w*|dikenai|dijatuhi|diblokir|"
        r"so that|result",
    ),
    (
        "purpose",
        r"tujuan\w*|manfaat\w*|fungsi\w*|(?:buat|untuk) apa|gunanya|kegunaan|purposes?|aims?|goals?|"
        r"what for|benefits?",
        r"untuk|agar|supaya|guna|demi|bertujuan|tujuan\w*|bermanfaat|berfungsi|manfaat\w*|buat|biar|"
        r"so that|in order",
    ),
    (
        "denial",
        r"dibantah\w*|membantah|disangkal|menyangkal|ditampik|menampik|bantahan\w*|den(?:y|ied|ies|ial)",
        r"membantah|menampik|menepis|menyangkal|menolak|bantah\w*|tidak|tak|bukan\w*|belum|den(?:y|ied|ies)|"
        r"not|never|no|\w+n['’]t",
    ),
    (
        "stance",
        r"tanggapan\w*|reaksi\w*|respons?\w*|komentar\w*|pendapat\w*|sikap\w*|pandangan\w*|penilaian\w*|"
        r"kritik\w*|menanggapi|merespons|reactions?|responses?|opinions?|react|respond|say|said(?! to\b)|"
        r"think|comments?|katanya|kata|mengatakan|protes\w*|diprotes",
        r"mengatakan|menyebut|menilai|mengaku|mengakui|menolak|menyambut|meminta|berharap|mendesak|mengecam|memuji|"
        r"menyayangkan|menyesalkan|membantah|mendukung|mengapresiasi|menganggap|berpendapat|menurut\w*|mengeluh\w*|"
        r"memprotes|keberatan|mempertanyakan|heran|kecewa|kesal|gembira|senang|menyatakan|menegaskan|menjelaskan|"
        r"kata\w*|ujar\w*|tutur\w*|ucap\w*|says?|said|[\"“”]",
    ),
    (
        "demand",
        r"tuntutan\w*|permintaan\w*|desakan\w*|usul\w*|imbauan\w*|saran\w*|rekomendasi\w*|demands?|recommendations?|"
        r"suggestions?|menuntut|dituntut|meminta|diminta|demanding|harapan\w*|diharapkan|diharap|hopes?|hoping",
        r"menuntut|meminta|mendesak|mengusulkan|usul\w*|mengimbau|menyarankan|merekomendasikan|harus|agar|supaya|"
        r"perlu|sebaiknya|menghendaki|minta|ingin|berharap|mengharap\w*|diharap\w*|harap\w*|demand\w*|should|hop(?:es?|ed|ing)",
    ),
    (
        "plan",
        r"rencana\w*|berencana|langkah\w*|selanjutnya|berikutnya|ke depan|upaya\w*|solusi\w*|plans?|planning|"
        r"next|steps?|measures|solutions?|mengatasi|menangani|nasib\w*",
        r"akan|berencana|rencana\w*|bakal|hendak|segera|menargetkan|menyiapkan|mempersiapkan|menjadwalkan|berupaya|"
        r"mengupayakan|menggelar|membentuk|membuka|menambah|memindahkan|dipindahkan|will|plans?",
    ),
    (
        "cause",
        r"mengapa|kenapa|alasan\w*|sebab\w*|penyebab\w*|menyebabkan|pemicu\w*|memicu|dipicu|motif\w*|dasar\w*|"
        r"latar belakang\w*|why|reasons?|causes?|caused|triggered|explains?|karena apa|gara gara apa|kok",
        r"karena|akibat|sebab|lantaran|agar|supaya|sehingga|untuk|demi|dipicu|disebabkan|guna|imbas|dampak|berkat|"
        r"bermula|berawal|berakar|didasari|beralasan|alasan\w*|penyebab\w*|gara-gara|menyusul|buntut|due|because|"
        r"tergerus|tertekan|terdorong|terpukul|terbebani|terhambat|terkendala|terganjal|terdampak|terimbas|"
        r"terdongkrak|ditopang|disokong|didorong|dipengaruhi",
    ),
    (
        "manner",
        r"bagaimana(?:kah)?|cara\w*|modus\w*|metode\w*|teknik\w*|strategi\w*|taktik\w*|mekanisme\w*|prosedur\w*|"
        r"proses\w*|how|strateg\w+|methods?|ways?|procedure|process",
        r"dengan|cara\w*|melalui|lewat|secara|memakai|menggunakan|memanfaatkan|mula-mula|kemudian|lalu|setelah|"
        r"sambil|modus\w*|bertahap|berdasarkan|dari|dapat|through|using|by",
    ),
)
_ASKED = {name: re.compile(rf"\b(?:{asks})\b") for name, asks, _ in _TABLE}
_TOLD = {name: re.compile(rf"(?<![\w-])(?:{tells})(?!\w)", re.IGNORECASE) for name, _, tells in _TABLE}


# "Mengingatkan warga agar tidak …": what is asked for, and no reason.
_ASKS_FOR = re.compile(
    r"\b(?:(?:me|di)?minta|men(?:desak|untut|yarankan|ganjurkan)|di(?:desak|tuntut|sarankan)|"
    r"(?:me|di)(?:ng)?(?:usulkan|imbau|ingatkan|ajak)|ber(?:harap|pesan)|harap\w*|usul\w*|imbau\w*|pesan\w*|saran\w*|"
    r"merekomendasikan)\b[^.,;:]{0,80}?\b(?:agar|supaya)\b",
    re.IGNORECASE,
)


def relation(asks: str, question: str) -> str | None:
    """Return what a question in standard, folded words asks beyond a thing; None where it asks for one.

    ``asks`` is what ``rag/question.py`` found it to ask: a reason and a manner are told by that alone.
    """
    if asks == "why":
        return "cause"
    found = next((name for name, asked in _ASKED.items() if asked.search(question)), None)
    return "manner" if asks == "how" and found == "cause" else found


def told(name: str, sentence: str) -> Iterator[re.Match[str]]:
    """Yield what in a sentence has the form in which ``name``, one of the relations, is told."""
    return _TOLD[name].finditer(sentence)


def tells(name: str, sentence: str) -> bool:
    """Say whether a sentence has the form in which ``name``, one of the relations, is told."""
    if name == "cause":
        sentence = _ASKS_FOR.sub("", sentence)
    return _TOLD[name].search(sentence) is not None


# What a reason is led in by, up to where it ends.
_REASON = re.compile(
    r"\b(?:karena|akibat|lantaran|gara-gara|imbas|buntut|dipicu|disebabkan|diakibatkan|"
    r"because(?: of)?|due to)\b"
    r"(?= ([^,;:.]*))",
    re.IGNORECASE,
)


def reasons(sentence: str) -> list[tuple[int, int]]:
    """Return where in a sentence the reasons stand that it gives for something else."""
    return [found.span(1) for found in _REASON.finditer(sentence)]
