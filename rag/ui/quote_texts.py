"""What the tabs Cek Kutipan, Cek Naskah and Penutur say, in Indonesian and English."""

from __future__ import annotations

# key: (Indonesian, English)
QUOTE_TEXTS: dict[str, tuple[str, str]] = {
    # check a quotation
    "tab_check": ("Cek Kutipan", "Check a quote"),
    "check_head": ("Benarkah diucapkan, dan oleh siapa?", "Was it said, and by whom?"),
    "check_intro": (
        "Tempel sebuah kutipan. Kutip mencari kata-katanya di arsip dan menunjukkan apa yang berbeda, siapa "
        "yang mengucapkannya, dan di artikel mana.",
        "Paste a quotation. Kutip looks for its words in the archive and shows what differs, who said them, "
        "and in which article.",
    ),
    "quote": ("Kutipan", "Quotation"),
    "quote_placeholder": ("Tempel kutipan di sini …", "Paste the quotation here …"),
    "claimed_speaker": ("Konon diucapkan oleh (boleh kosong)", "Said to be by (may be empty)"),
    "speaker_placeholder": ("Nama penutur", "Name of the speaker"),
    "check": ("Periksa", "Check"),
    "checking": ("Memeriksa di arsip …", "Checking in the archive …"),
    "quote_missing": ("Tempel dulu kutipan yang ingin diperiksa.", "First paste the quotation to check."),
    "claimed": ("Konon oleh: ", "Said to be by: "),
    "words_are": ("Kata-katanya: ", "The words: "),
    "in_source": ("Di sumber: ", "In the source: "),
    "diff": ("Perbandingan kata", "Word by word"),
    "only_source": ("hanya di sumber", "only in the source"),
    "only_quote": ("hanya di kutipan", "only in the quotation"),
    "words_hidden": ("[… {n} kata …]", "[… {n} words …]"),
    "searched_in": ("Dicari di {articles}", "Searched {articles}"),
    "up_to": ("sampai tanggal {date}", "up to {date}"),
    "nearest_words": ("Yang paling dekat di arsip", "The nearest in the archive"),
    "best_source": ("Sumber terbaik", "Best source"),
    "candidate": ("Calon sumber: bandingkan sendiri", "Candidate source: compare for yourself"),
    "other_candidates": ("Calon lain ({n})", "Other candidates ({n})"),
    "also_found": ("Kemunculan lain ({n})", "Further occurrences ({n})"),
    "sources_more": ("… dan {n} lagi", "… and {n} more"),
    "earliest": ("kemunculan paling awal", "earliest occurrence"),
    "pieces": ("Dirangkai dari {n} bagian", "Put together of {n} pieces"),
    "piece": ("bagian {n} dari {total}", "piece {n} of {total}"),
    "no_speaker": ("penutur tak disebut", "speaker not named"),
    "said_on": ("diucapkan {date}", "said on {date}"),
    # check a draft
    "tab_draft": ("Cek Naskah", "Check a draft"),
    "draft_head": ("Periksa semua kutipan sebelum terbit.", "Check every quotation before it is published."),
    "draft_intro": (
        "Tempel naskah atau unggah berkasnya (.txt, .md, .docx). Setiap kutipan di dalamnya diperiksa "
        "beserta penuturnya. Naskah tidak masuk ke arsip.",
        "Paste a draft or upload its file (.txt, .md, .docx). Every quotation in it is checked with its "
        "speaker. A draft never becomes part of the archive.",
    ),
    "draft": ("Naskah", "Draft"),
    "draft_placeholder": ("Tempel naskah di sini …", "Paste the draft here …"),
    "upload_draft": ("Pilih atau taruh naskah di sini", "Choose or drop a draft here"),
    "check_draft": ("Periksa naskah", "Check the draft"),
    "draft_missing": (
        "Tempel dulu naskahnya, atau unggah berkasnya.",
        "First paste the draft, or upload it.",
    ),
    "no_quotes": (
        "Tidak ada kutipan langsung di naskah ini. Kutipan dikenali dari tanda petiknya.",
        "This draft holds no direct quotation. They are known by their quotation marks.",
    ),
    "draft_quotes_one": ("{n} kutipan", "{n} quotation"),
    "draft_quotes_many": ("{n} kutipan", "{n} quotations"),
    "download": ("Unduh laporan: ", "Download the report: "),
    "report_gone": (
        "Laporan ini tidak lagi tersimpan. Periksa naskahnya sekali lagi, lalu unduh.",
        "This report is no longer kept. Check the draft once more, then download it.",
    ),
    "corrected": ("dibetulkan", "corrected"),
    "no_claim": ("tanpa penutur", "no speaker"),
    "in_draft_by": ("Di naskah oleh: ", "In the draft by: "),
    "in_draft": ("Di naskah: ", "In the draft: "),
    "no_source": ("tidak ada sumber di arsip", "no source in the archive"),
    "speaker_in_draft": ("Salah baca? Penutur menurut naskah", "Misread? The speaker in the draft"),
    "check_again": ("Periksa lagi", "Check again"),
    # speakers
    "tab_speakers": ("Penutur", "Speakers"),
    "speakers_head": ("Siapa mengatakan apa, dan kapan?", "Who said what, and when?"),
    "speakers_intro": (
        "Ucapan yang dimuat artikel di arsip, terbaru lebih dulu. Klik sebuah ucapan untuk membacanya di "
        "artikelnya.",
        "What the articles of the archive report people as saying, newest first. Click one to read it in its "
        "article.",
    ),
    "speaker": ("Penutur", "Speaker"),
    "words": ("Kata dalam ucapan", "Words they used"),
    "words_placeholder": ("misalnya: pasar", "such as: pasar"),
    "search": ("Cari", "Search"),
    "most_quoted": ("Paling sering dikutip", "Quoted most"),
    "day_said": ("saat diucapkan", "when it was said"),
    "nothing_said": ("Tidak ada ucapan yang cocok.", "Nothing said matches."),
}
