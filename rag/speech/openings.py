"""How a sentence of the narration opens, and goes on, that tells of somebody or leads up to somebody.

Each pattern is met at the beginning of a sentence or of what stands behind a name there.
"""

from __future__ import annotations

import re

# Whom a sentence is about that goes on with something else: "Bagi Painem, kata-kata itu …",
# "For Matutu's wife, Rosmiati, …".
TOPIC = re.compile(r"(?:Bagi|Buat|For) (?:[A-Z]\w+['’]s [a-z]+, )?(?=[A-Z])")
# … where the comma stands, also behind a place: "Bagi Mak Ros, pedagang nasi di Pasar Senapati, …".
THEN = re.compile(r"(?: (?:di|dari|asal|in|at|from|of) [^,.\n]{2,60})?,")
# "Bagi seorang perantau, …"
TO_SOMEBODY = re.compile(r"(?:Bagi|Buat|For) (?=(?:seorang|an?) [a-z])")
# "Unggahan Tiurma Hutasuhut di Facebook ikut membuka kasus ini."
POSTED = re.compile(r"(?:Unggahan|Cuitan|Video|Rekaman|Komentar|Surat) (?=[A-Z][a-z]+ [A-Z])")
# "Ahli yang dihadirkan pemohon, guru besar hukum Annelies van der Graaf, memberi kesaksian"
# "Anggota DPRD dari daerah setempat, Nengah Wirata, datang"
ONLY_LEADS_UP = re.compile(r"(?: (?:yang|dari|asal|of|from|in|at) [^,.\n]{3,60})?, (?:[^,.\n]{3,60}, )?")
A_BOY = re.compile(r"An? [a-z][^,.\n]{1,40}, ")  # "A boy of nine, Theo, offered a theory."
CLAUSE_FIRST = re.compile(
    r"(?:Saat|Ketika|Kala|Waktu|Setelah|Sebelum|Usai|Seusai|Sejak|Begitu|Meski(?:pun)?|Walau(?:pun)?|Jika|Kalau|"
    r"Di(?:tanya|minta|singgung)[a-z]*|Karena|Lantaran|Selagi|Selama|Sambil|"
    r"Asked|When|While|After|Before|As|Although|Though|If|Since|Once|Told|Pressed)\b"
)
ENDS_THERE = re.compile(r"(?: \(\d+(?: tahun)?\))?,")
# What is no person, though it begins a sentence and acts: "Jembatan Cisarongge putus."
THING = re.compile(
    r"(?:Jembatan|Jalan|Gedung|Pasar|Masjid|Gereja|Sungai|Gunung|Pulau|Festival|Piala|Liga|Hari|Idul|Rumah|Kapal|"
    r"Surat|Candi|Bandara|Stasiun|Terminal|Pelabuhan|Waduk|Bendungan|Tanggul)\b|([A-Z][a-z]{2,})-(?i:\1)\b"
)
# "His wife, who did not want her name printed, supplied the ending."
THEIR_KIN = re.compile(
    r"(?:His|Her|Their|[A-Z][\w-]+['’]s|The [a-z]+['’]s) (?:[a-z]+(?:-[a-z]+)? ){0,2}?(?P<kin>[a-z]+)\b"
    r"(?!, (?:[a-z-]+ ){0,3}[A-Z]| [A-Z])"
)
# "Ia didampingi pengacaranya, Fahmi."
OF_THE_SAME = re.compile(r"(?:Ia|Dia|Beliau|He|She)\b(?! (?:adalah|ialah)\b)")
# "Lusia, a sixth grader, kept the little ones singing."
SHE_IS = re.compile(
    r", an? [a-z][a-z -]+, (?:[a-z]+ed|kept|ran|came|went|sat|stood|held|left|told|had|was)\b"
)
# "Pemain berusia 20 tahun itu mengatakan": whom the sentence before is about.
POINTS_BACK = re.compile(r"(?P<head>[A-Z][a-z]+)(?: [\w-]+){0,5}? (?:itu|tersebut) ")
# "Seorang mantan insinyur punya cerita lain."
HAS_A_SAY = re.compile(
    r" (?:punya|memiliki|menyimpan|membawa|berbagi) (?:[a-z]+ )?(?:cerita|kisah|versi|pendapat|"
    r"pandangan|pengalaman|kesaksian|keluhan|alasan|jawaban)\b"
)
# "Seorang anak datang membawa kabar."
STEPS_UP = re.compile(
    r" (?:datang|mendekat|maju|muncul|menghampiri|mengacungkan|menyela|berteriak|mengangguk|menggeleng|"
    r"tersenyum|tertawa)\b"
)
# "Ratih menemuinya di terminal": the reporter.
CALLS_ON = re.compile(
    r"(?:,| [a-z]+){0,2} "
    r"(?:menemui|mewawancarai|menyambangi|menjumpai|mendatangi|menanyai|di(?!tanya\b)[a-z]+)nya\b"
)
# "Di tribun, ibu Sari menangis.", "Di posko pengungsian, seorang ibu menggendong bayinya."
# "Ditemani istrinya, Rina Wati, Budi Santoso datang.": of her nothing is told but that.
_COMPANY = r"(?:(?<=nya, )[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,4}, (?=[A-Z]|(?:ia|dia|beliau) ))?"
# "Adapun Ketua Bawaslu berhati-hati.", "Namun, seorang warga menggeleng."
THERE = re.compile(
    rf"(?:Di|Dari|Pada|Dalam|Sementara|Sedangkan|Adapun)(?: [^,.\n]{{2,60}})?, {_COMPANY}|"
    r"(?:Adapun|Sementara(?: itu)?|Sedangkan|Namun|Tetapi|Tapi|But|Meanwhile),? "
)
THEIRS = re.compile(r"[a-z]+nya, (?=[A-Z])")  # "Di rumah Budi, ibunya, Mama Ros, menunggu."
# "The keeper has started a fire.", of whom was told to be that.
THE_ONE = re.compile(r"The (?P<role>[a-z][a-z-]+) (?!(?:of|was|were|is|are)\b)[a-z]")
CHORUS = re.compile(r"\W{0,3}(?:[a-z]+ ){1,3}mereka\b")
# "Pasangan itu sudah 30 tahun menggarap lahan.": either of them may go on.
BOTH = re.compile(
    r"(?:Pasangan(?: suami istri)? (?:itu|ini|tersebut)|Keduanya|Mereka berdua|The (?:couple|pair))\b"
)
# "Pradipta came down from his ladder", where she who is known by that name is a woman.
OWN = re.compile(r"[^.,\n]{0,60}? (?P<whose>his|her) [a-z]")
# "RD hanya menunduk.", of whom the article gives no more than that.
INITIALS = re.compile(r"(?P<who>[A-Z]{2,3})(?: \(\d+\))? [a-z]")
IN_INITIALS = (
    r"(?:inisial|orang|pelaku|tersangka|terdakwa|korban|pemuda|remaja|perempuan|pria),? "
    r"(?:[A-Z]{2,3}(?: \(\d+\))?,? (?:dan )?){0,4}"
)
# What somebody does something upon, or for whom: "Menanggapi pernyataan Mardiana, Fatimah tertawa.",
# "Mewakili Bupati, Camat Eko datang.", "Saat ditanya keluhan warga itu, Yanti mencibir."
LED_BY = re.compile(
    r"(?:(?:(?:Saat|Ketika|Usai|Seusai|Setelah|Sambil|Sebelum) )?"
    r"(?:(?i:me(?:nanggap|njawab|respon|ndengar|nyikap|ngomentar|mbalas|ngutip|wakil|nggantikan|nemani|nyambut|njenguk|"
    r"mbaca|lihat|nunjuk|nerima|natap|ninjau|ngunjungi|ndatangi|nemui|megang|ndampingi|nyaksikan)[a-z]*)|"
    r"(?i:di(?:tanya|dampingi|tunjuk|perlihat|mintai|singgung|cecar|konfirmasi|temani)[a-z]*)|Bersama|"
    r"Asked|Pressed|Told|Questioned))"
    rf" [^,.\n]{{1,80}}, {_COMPANY}"
)
