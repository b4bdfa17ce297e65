"""Every string that the app shows, in Indonesian and English, and how dates and numbers read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from rag.calendar_names import SHORT_MONTHS_OF
from rag.documents import ABSTENTION, NOTHING_PASSES
from rag.errors import dotted
from rag.ui.quote_texts import QUOTE_TEXTS

LANGUAGES = ("id", "en")
COOKIE = "kutip_lang"

Texts = Mapping[str, str]

# key: (Indonesian, English)
_TABLE: dict[str, tuple[str, str]] = QUOTE_TEXTS | {
    "lang": ("id", "en"),
    "title": (
        "Kutip – jawaban dengan kutipan dari arsip berita",
        "Kutip – cited answers from a news archive",
    ),
    "tagline": ("Jawaban dengan bukti, dari arsip berita", "Answers with evidence, from a news archive"),
    "skip": ("Langsung ke isian", "Skip to the form"),
    # status line
    "articles_one": ("{n} artikel", "{n} article"),
    "articles_many": ("{n} artikel", "{n} articles"),
    "latest": ("terbaru {date}", "latest {date}"),
    "undated": ("tanpa tanggal", "no dates"),
    "refused_one": ("{n} berkas ditolak", "{n} file refused"),
    "refused_many": ("{n} berkas ditolak", "{n} files refused"),
    "refused_title": ("Berkas yang tidak diindeks", "Files that are not indexed"),
    "refused_more": ("… dan {n} lagi", "… and {n} more"),
    "example": ("contoh", "example"),
    "example_hint": (
        "Yang terindeks baru kumpulan contoh. Tambahkan artikel Anda di tab Korpus.",
        "Only the example set is indexed. Add your own articles on the Corpus tab.",
    ),
    "opening": ("Membuka arsip …", "Opening the archive …"),
    # ask
    "tab_ask": ("Tanya", "Ask"),
    "hero": ("Tanyakan pada arsip, baca buktinya.", "Ask the archive, read the evidence."),
    "hero_sub": (
        "Setiap jawaban diambil kata demi kata dari artikel di arsip ini. Klik angka sumber untuk "
        "membuka artikelnya tepat pada kata yang dikutip.",
        "Every answer is taken word for word from the articles in this archive. Click a source "
        "number to open the article at the very words quoted.",
    ),
    "try": ("Coba tanyakan", "Try asking"),
    "try_titles": ("Terbaru di arsip", "Latest in the archive"),
    "question": ("Pertanyaan", "Question"),
    "question_placeholder": ("Tanyakan pada arsip …", "Ask the archive …"),
    "ask": ("Tanya", "Ask"),
    "question_missing": ("Ketik dulu pertanyaannya.", "First type your question."),
    "filters": ("Saring sumber", "Filter sources"),
    "outlet": ("Media", "Outlet"),
    "all_outlets": ("Semua media", "All outlets"),
    "since": ("Terbit sejak", "Published since"),
    "until": ("Terbit sampai", "Published until"),
    "conversation": ("Percakapan", "Conversation"),
    "new_conversation": ("Percakapan baru", "New conversation"),
    "you": ("Anda bertanya", "You asked"),
    "searching": ("Mencari di arsip …", "Searching the archive …"),
    "compare": ("Bandingkan", "Compare"),
    "compare_hint": ("Laporan tiap media atas pertanyaan ini", "What each outlet reports on this question"),
    "not_reported": ("Tidak menjawab pertanyaan ini.", "Does not answer this question."),
    "nearest_is": ("Paling dekat: ", "Nearest: "),
    "understood": (
        "Dicari bersama pertanyaan sebelumnya: {question}",
        "Searched together with the question before: {question}",
    ),
    "provisional": (
        "Sementara: ditulis model bahasa, belum diperiksa terhadap sumbernya.",
        "Provisional: written by a language model, not yet checked against its sources.",
    ),
    "phrased": (
        "Dirumuskan model bahasa; tiap kalimat diperiksa terhadap sumbernya.",
        "Phrased by a language model; each sentence is checked against its sources.",
    ),
    "differing": ("Sumber menyebut berbeda:", "Sources differ:"),
    "unsure": (
        "Kurang yakin: kira-kira {percent}% kemungkinan ini jawabannya. Baca sumbernya.",
        "Less sure: about {percent}% likely to be the answer. Read the source.",
    ),
    "unsupported": ("Tidak didukung sumber", "Not supported by a source"),
    "why_sumber_tak_dikenal": ("sumbernya tidak ada", "it cites a source that is not there"),
    "why_tanpa_sumber": ("tanpa sumber", "it cites no source"),
    "why_kutipan": ("kutipannya tidak ada di sumber", "its quotation is not in the source"),
    "why_angka": ("angka atau tanggalnya lain", "a number or date differs"),
    "why_nama": ("namanya tidak ada di sumber", "a name is not in the source"),
    "why_negasi": ("sumber menyatakan sebaliknya", "the source says the opposite"),
    "why_penutur": ("penuturnya hilang atau lain", "the speaker is left out or another"),
    "why_isi": ("isinya tidak ada di sumber", "what it says is not in the source"),
    "abstained": (ABSTENTION["id"], ABSTENTION["en"]),
    "abstained_hint": (
        "Yang paling dekat dengan pertanyaan itu ada di sini; baca sendiri sebelum memakainya.",
        "What comes nearest to the question is here; read it yourself before you use it.",
    ),
    "nearest": ("Bagian yang paling dekat", "Nearest passages"),
    "nothing_passes": (NOTHING_PASSES["id"], NOTHING_PASSES["en"]),
    "nothing_passes_hint": (
        "Longgarkan media atau tanggalnya di Saring sumber, lalu tanyakan lagi.",
        "Choose another outlet or other dates under Filter sources, and ask again.",
    ),
    "empty_range": (
        "Tanggal awal, {since}, jatuh sesudah tanggal akhir, {until}; tukarlah keduanya.",
        "The first day, {since}, is after the last, {until}; swap them.",
    ),
    "filters_active": ("Saring sumber · {n} aktif", "Filter sources · {n} active"),
    "nearest_none": ("Tidak ada bagian yang mendekati.", "No passage comes near."),
    "sources": ("Sumber", "Sources"),
    "source_n": ("Sumber {n}: {title}", "Source {n}: {title}"),
    "also_in": ("Juga di: ", "Also in: "),
    "untitled": ("Tanpa judul", "Untitled"),
    "no_outlet": ("Media tidak disebut", "Outlet not stated"),
    "no_date": ("tanggal tidak disebut", "date not stated"),
    "filtered_by": ("Disaring: ", "Filtered: "),
    "not_json": (
        'Isi permintaan harus objek JSON, misalnya {{"question": "Siapa …?"}}.',
        'The request must hold a JSON object, such as {{"question": "Who …?"}}.',
    ),
    "unknown_key": (
        "Kunci {name} tidak dikenal di sini; yang dibaca: {known}.",
        "The key {name} is not known here; those read are {known}.",
    ),
    "not_history": (
        'history harus daftar objek {{"question": …, "answer": …}}.',
        'history must be a list of objects {{"question": …, "answer": …}}.',
    ),
    "bad_k": ("k harus bilangan bulat dari 1 sampai {most}.", "k must be a whole number from 1 to {most}."),
    "bad_corrections": (
        "corrections harus objek JSON dari nomor kutipan (mulai 0) ke nama penutur atau null.",
        "corrections must be a JSON object from a quotation's place (from 0) to a speaker's name or null.",
    ),
    "not_text": ("{name} harus berupa teks.", "{name} must be text."),
    "failed": (
        "Maaf, ada yang gagal di server. Rinciannya tercatat di terminal yang menjalankan Kutip.",
        "Sorry, something failed on the server. The details are in the terminal that runs Kutip.",
    ),
    # reader
    "reader": ("Pembaca artikel", "Article reader"),
    "close": ("Tutup", "Close"),
    "apart": ("Buka di tab baru", "Open in a new tab"),
    "loading": ("Memuat artikel …", "Loading the article …"),
    "load_failed": ("Artikel tidak dapat dimuat.", "The article could not be loaded."),
    "by": ("Oleh {author}", "By {author}"),
    "editor": ("Editor: {editor}", "Editor: {editor}"),
    "original": ("Artikel asli", "Original article"),
    "via": ("Bersumber dari: ", "Draws on: "),
    "file": ("Berkas: ", "File: "),
    "moved": (
        "Artikel ini berubah sejak jawaban itu diberikan; kata yang sama ditandai di tempatnya sekarang.",
        "This article has changed since that answer; the same words are marked where they are now.",
    ),
    "gone": (
        "Artikel ini berubah sejak jawaban itu diberikan; kata yang dikutip tidak ada lagi di dalamnya.",
        "This article has changed since that answer; the words quoted are no longer in it.",
    ),
    "no_article": (
        "Tidak ada artikel {path} di arsip. Mungkin sudah dihapus.",
        "There is no article {path} in the archive. It may have been removed.",
    ),
    # corpus
    "tab_corpus": ("Korpus", "Corpus"),
    "corpus_head": ("Artikel di arsip", "Articles in the archive"),
    "find": ("Cari judul, media, atau tanggal", "Find a title, outlet or date"),
    "col_title": ("Judul", "Title"),
    "col_outlet": ("Media", "Outlet"),
    "col_date": ("Terbit", "Published"),
    "col_file": ("Berkas", "File"),
    "page_of": ("{first}–{last} dari {total}", "{first}–{last} of {total}"),
    "none_found": ("Tidak ada artikel yang cocok.", "No article matches."),
    "previous": ("Sebelumnya", "Previous"),
    "next": ("Berikutnya", "Next"),
    "add_head": ("Tambah artikel", "Add articles"),
    "add_hint": (
        "Berkas .txt, .md, .html, .pdf, atau .docx, paling besar {limit} MB (.html {html} MB). Berkas "
        "disimpan di folder korpus dan terindeks setelah Bangun ulang.",
        "Files of type .txt, .md, .html, .pdf or .docx, up to {limit} MB each (.html {html} MB). They are "
        "stored in the corpus folder and indexed by the next Rebuild.",
    ),
    "upload": ("Pilih atau taruh berkas di sini", "Choose or drop files here"),
    "stored": ("tersimpan", "stored"),
    "stored_as": ("tersimpan sebagai {name}", "stored as {name}"),
    "already": ("sudah ada sebagai {name}, tidak disimpan lagi", "already there as {name}, not stored again"),
    "bad_type": ("ditolak: jenis berkas ini tidak didukung", "refused: this type of file is not supported"),
    "too_big": ("ditolak: lebih besar dari {limit} MB", "refused: larger than {limit} MB"),
    "empty_file": ("ditolak: berkas kosong", "refused: the file is empty"),
    "not_stored": ("tidak dapat disimpan: {reason}", "could not be stored: {reason}"),
    "then_rebuild": (
        "Tekan Bangun ulang agar artikel ini dapat ditanyakan.",
        "Press Rebuild so that these articles can be asked about.",
    ),
    "rebuild_head": ("Indeks", "Index"),
    "rebuild": ("Bangun ulang", "Rebuild"),
    "rebuild_hint": (
        "Membaca perubahan di folder korpus. Tanya jawab tetap berjalan dengan indeks lama sampai yang "
        "baru selesai.",
        "Reads what changed in the corpus folder. Questions go on being answered from the old index "
        "until the new one is ready.",
    ),
    "stage_start": ("Menyiapkan", "Preparing"),
    "stage_read": ("Membaca artikel", "Reading articles"),
    "stage_index": ("Mengindeks artikel", "Indexing articles"),
    "stage_verify": ("Memeriksa indeks", "Checking the index"),
    "stage_switch": ("Beralih ke indeks baru", "Switching to the new index"),
    "rate": ("{rate} per detik", "{rate} a second"),
    "left": ("sisa {time}", "{time} left"),
    "seconds": ("{n} detik", "{n} s"),
    "minutes": ("{n} menit", "{n} min"),
    "done_in": ("Indeks baru siap dalam {time}.", "The new index is ready, in {time}."),
    "added": ("ditambah", "added"),
    "updated": ("diperbarui", "updated"),
    "removed": ("dihapus", "removed"),
    "examples_gave_way": (
        "Yang dihapus dari indeks adalah artikel contoh; berkasnya tetap ada di folder korpus.",
        "Those removed from the index are the examples; their files stay in the corpus folder.",
    ),
    "unchanged": ("tetap", "unchanged"),
    "refused": ("ditolak", "refused"),
    "warnings": ("Peringatan", "Warnings"),
    # signing in, and a crowd
    "log_in": ("Masuk", "Sign in"),
    "log_in_hint": (
        "Arsip ini hanya untuk yang punya nama dan kata sandi. Mintalah kepada pengelola Kutip.",
        "This archive is for those with a name and a password. Ask whoever runs Kutip.",
    ),
    "your_name": ("Nama", "Name"),
    "password": ("Kata sandi", "Password"),
    "log_out": ("Keluar", "Sign out"),
    "role_reader": ("pembaca", "reader"),
    "role_editor": ("penyunting", "editor"),
    "editors_only": (
        "Hanya penyunting yang dapat menambah artikel dan membangun ulang indeks.",
        "Only editors can add articles and rebuild the index.",
    ),
    "crowded": (
        "Server sedang sibuk. Tunggu beberapa detik, lalu coba lagi.",
        "The server is busy. Wait a few seconds, then try again.",
    ),
    "rebuild_died": (
        "Pembangunan ulang berhenti tak terduga (kode {code}). Indeks lama tetap dipakai.",
        "The rebuild stopped unexpectedly (code {code}). The old index is still in use.",
    ),
}

_BY_LANGUAGE: dict[str, dict[str, str]] = {
    language: {key: row[index] for key, row in _TABLE.items()} for index, language in enumerate(LANGUAGES)
}


def texts(language: str) -> Texts:
    """Return all strings in ``language``; Indonesian for a language that the app does not speak."""
    return _BY_LANGUAGE.get(language, _BY_LANGUAGE["id"])


def tables() -> dict[str, dict[str, str]]:
    """Return ``{language: {key: string}}`` for the labels that the browser translates."""
    return {language: dict(table) for language, table in _BY_LANGUAGE.items()}


def choose_language(accept_language: str | None, chosen: str | None = None) -> str:
    """Return ``id`` or ``en``: what the reader chose, else what the browser prefers, else ``id``.

    Of an Accept-Language header the first of the two languages counts, by weight and then
    by order; a browser that asks for neither gets Indonesian.
    """
    if chosen in LANGUAGES:
        return chosen
    wishes: list[tuple[float, int, str]] = []
    for index, item in enumerate((accept_language or "")[:500].split(",")):
        match = re.fullmatch(r"\s*([A-Za-z]{2,3})(?:-[\w-]+)?\s*(?:;\s*q=([\d.]{1,6})\s*)?", item)
        if match:
            try:
                weight = float(match[2] or 1)
            except ValueError:
                continue
            wishes.append((-weight, index, match[1].lower()))
    for weight, _, language in sorted(wishes):
        # "in" is what old Android calls Indonesian.
        language = "id" if language in ("id", "in") else language
        if language in LANGUAGES and weight < 0:
            return language
    return "id"


def sentence(message: str) -> str:
    """Return an error's words as a sentence; with a capital, unless they begin with a file or a setting."""
    ended = message if not message or message.endswith((".", "!", "?")) else f"{message}."
    return ended[:1].upper() + ended[1:] if ended.split(" ", 1)[0].isalpha() else ended


def date_text(iso: str | None, t: Texts) -> str | None:
    """Return ``12 Nov 2026`` for ``2026-11-12`` in the reader's language; other values as they are."""
    if not iso:
        return None
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{day.day} {SHORT_MONTHS_OF[t['lang']][day.month - 1]} {day.year}"


def number_text(n: int, t: Texts) -> str:
    """Return ``1.234`` in Indonesian and ``1,234`` in English."""
    return dotted(n) if t["lang"] == "id" else f"{n:,}"


def counted(key: str, n: int, t: Texts) -> str:
    """Return the string ``key`` for ``n`` things, in the singular or the plural."""
    return t[f"{key}_one" if n == 1 else f"{key}_many"].format(n=number_text(n, t))


def duration_text(seconds: float, t: Texts) -> str:
    """Return a duration as people say it: tenths below ten seconds, minutes above ninety."""
    if seconds >= 90:
        return t["minutes"].format(n=number_text(round(seconds / 60), t))
    if seconds >= 10:
        return t["seconds"].format(n=round(seconds))
    tenths = f"{max(seconds, 0.1):.1f}"
    return t["seconds"].format(n=tenths.replace(".", ",") if t["lang"] == "id" else tenths)
