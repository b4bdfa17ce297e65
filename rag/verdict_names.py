"""What verdicts, attributions, flags and kinds of source are called, in Indonesian and English.

Page, reports and command line take their words from here.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A label and one sentence that explains it, ``(Indonesian, English)`` each."""

    labels: tuple[str, str]
    meanings: tuple[str, str]

    def label(self, language: str = "id") -> str:
        """Return the label in ``en`` or, for any other language, Indonesian."""
        return self.labels[language == "en"]

    def meaning(self, language: str = "id") -> str:
        """Return the explanation in ``en`` or, for any other language, Indonesian."""
        return self.meanings[language == "en"]


# In the order in which a summary lists them: what needs a look first.
VERDICTS: dict[str, Name] = {
    "misattributed": Name(
        ("Salah penutur", "Misattributed"),
        (
            "Kata-katanya ada di arsip, tetapi diucapkan orang lain.",
            "The words are in the archive, but somebody else said them.",
        ),
    ),
    "altered": Name(
        ("Diubah", "Altered"),
        (
            "Ada kata yang diganti, ditambah, dihilangkan, atau ditukar urutannya.",
            "Words were replaced, added, left out or put in another order.",
        ),
    ),
    "spliced": Name(
        ("Dirangkai", "Spliced"),
        (
            "Setiap kata ada di sumber, tetapi bagian-bagiannya tidak bersambung di sana.",
            "Every word is in the source, but the pieces do not follow one another there.",
        ),
    ),
    "not_found": Name(
        ("Tidak ditemukan", "Not found"),
        ("Tidak ada di arsip ini; mungkin ada di tempat lain.", "Not in this archive; it may be elsewhere."),
    ),
    "paraphrase": Name(
        ("Calon parafrasa", "Candidate paraphrase"),
        (
            "Arsip memuat isi yang serupa, bukan kutipan langsung kata demi kata; bandingkan sendiri.",
            "The archive holds something similar, not the words themselves; compare them yourself.",
        ),
    ),
    "verbatim": Name(
        ("Persis", "Verbatim"),
        (
            "Semua kata ada di sumber, berurutan dan bersambung.",
            "All words are in the source, in order and without a gap.",
        ),
    ),
}

ATTRIBUTIONS: dict[str, Name] = {
    "match": Name(
        ("Penutur cocok", "Speaker matches"),
        (
            "Sumber menyebut penutur yang sama.",
            "The source names the same speaker.",
        ),
    ),
    "mismatch": Name(
        ("Penutur berbeda", "Another speaker"),
        (
            "Sumber menyebut penutur lain.",
            "The source names another speaker.",
        ),
    ),
    "unknown": Name(
        ("Penutur belum terbukti", "Speaker not confirmed"),
        (
            "Sumber tidak cukup untuk memastikan penuturnya; jangan dianggap benar.",
            "The source does not settle who spoke; do not take it as confirmed.",
        ),
    ),
    "unclaimed": Name(
        ("Tanpa penutur untuk diperiksa", "No speaker to check"),
        (
            "Tidak ada penutur yang diajukan, jadi hanya kata-katanya yang diperiksa.",
            "No speaker was given, so only the words were checked.",
        ),
    ),
}

FLAGS: dict[str, Name] = {
    "negasi": Name(
        ("Negasi", "Negation"),
        (
            "Kata ingkar (tidak, bukan, belum …) ditambah, dihilangkan, diubah, atau tersembunyi.",
            "A negation (not, never, no …) was added, left out, changed or hidden.",
        ),
    ),
    "angka": Name(
        ("Angka", "Number"),
        (
            "Sebuah angka ditambah, dihilangkan, diubah, atau tersembunyi.",
            "A number was added, left out, changed or hidden.",
        ),
    ),
    "nama": Name(
        ("Nama", "Name"),
        ("Sebuah nama ditambah, dihilangkan, atau diubah.", "A name was added, left out or changed."),
    ),
    "modalitas": Name(
        ("Modalitas", "Modality"),
        (
            "Kata seperti akan, harus, bisa, mungkin, diduga ditambah, dihilangkan, atau diubah.",
            "A word such as will, must, may, allegedly was added, left out or changed.",
        ),
    ),
    "penutur_beda": Name(
        ("Penutur berbeda", "Another speaker"),
        (
            "Sumber menyebut penutur selain yang diajukan.",
            "The source names another speaker than the one given.",
        ),
    ),
    "variasi_ejaan": Name(
        ("Ejaan berbeda", "Spelling differs"),
        ("Sebuah kata ditulis dengan ejaan lain daripada sumber.", "A word is not spelled as in the source."),
    ),
    "pendek": Name(
        ("Kutipan pendek", "Short quotation"),
        (
            "Kurang dari empat kata: bisa sama karena kebetulan, jadi hanya dicari persis.",
            "Fewer than four words: they may agree by chance, so only exact matches count.",
        ),
    ),
    "sisipan": Name(
        ("Sisipan", "Insertion"),
        (
            "Sisipan [...] di dalam kutipan tidak ikut dibandingkan.",
            "An insertion [...] in the quotation was not compared.",
        ),
    ),
    "narasi": Name(
        ("Narasi wartawan", "Narration"),
        (
            "Di sumber, kata-kata ini ditulis wartawan, bukan ucapan narasumber.",
            "In the source these are the journalist's words, not anybody's speech.",
        ),
    ),
    "judul": Name(
        ("Judul berita", "Headline"),
        ("Di sumber, kata-kata ini berdiri di judul.", "In the source these words stand in the headline."),
    ),
    "potongan": Name(
        ("Potongan kalimat", "Part of a sentence"),
        (
            "Kutipan mulai atau berhenti di tengah kalimat; baca kalimat lengkapnya.",
            "The quotation starts or stops in mid-sentence; read the whole sentence.",
        ),
    ),
    "konteks_negasi_terpotong": Name(
        ("Negasi terpotong", "Negation cut off"),
        (
            "Kata ingkar tepat di luar potongan ini tertinggal; artinya bisa terbalik.",
            "A negation just outside this piece was left behind; the sense may be reversed.",
        ),
    ),
    "penutur_tak_diketahui": Name(
        ("Penutur tidak diketahui", "Speaker unknown"),
        (
            "Kata-katanya ada, tetapi dari sumber tidak pasti bahwa penutur yang disebut mengucapkannya.",
            "The words are there, but the source does not tell for sure that the speaker named spoke them.",
        ),
    ),
    "tak_terperiksa": Name(
        ("Tidak dapat diperiksa", "Could not be checked"),
        (
            "Kutipan ini tanpa kata, atau terlalu panjang untuk sekali periksa.",
            "This quotation holds no word, or is too long for one check.",
        ),
    ),
}

KINDS: dict[str, Name] = {
    "direct": Name(
        ("Kutipan langsung", "Direct quotation"),
        ("Sumber mengutip kata-kata ini.", "The source quotes these words."),
    ),
    "indirect": Name(
        ("Kalimat tak langsung", "Indirect speech"),
        (
            "Sumber menceritakan kembali ucapan itu dengan kata-kata wartawan.",
            "The source reports the speech in the journalist's words.",
        ),
    ),
    "narration": Name(
        ("Narasi", "Narration"),
        ("Kalimat wartawan sendiri.", "The journalist's own sentence."),
    ),
}

# What a verdict is read with where a flag tells against trusting it.
WARNED = Name(
    ("dengan peringatan", "with a warning"),
    (
        "Jangan dianggap terbukti sebelum sumbernya dibaca.",
        "Do not take it as confirmed before you have read the source.",
    ),
)
WARNING_SIGN = "⚠\ufe0e"  # as a character, not a picture

# Beside the words, so that nothing is told by colour alone.
SIGNS = {
    "verbatim": "✓",
    "altered": "≠",
    "spliced": "…",
    "misattributed": "⇄",
    "paraphrase": "≈",
    "not_found": "∅",
    "match": "✓",
    "mismatch": "✗",
    "unknown": "?",
    "unclaimed": "–",
}
