"""The rules that say which lines of a news page are not the article.

A rule is a name and a pattern over one whole line in lower case, bullets stripped. The table
is tried from the top; the first match names the step. Positive and negative cases of every
rule are in ``tests/cases/cleaning.json``.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Longer lines are prose unless a rule of PARAGRAPHS knows them by their first words.
MAX_WORDS = 40
MAX_CHARS = 420

_SITE = r"(?:[\w.-]+\.(?:com|co\.id|co|id|net|org|news|tv)|kami)"
_CHANNEL = (
    r"(?:google news|(?:whatsapp|wa)[ -]?channels?|(?:channel|saluran|kanal|grup|group) (?:whatsapp|wa|"
    r"telegram)|"
    r"telegram|instagram @|tiktok @|media sosial)"
)
_PULL = (
    r"(?:di ?sini|https?://|t\.me|\bklik\b|\blink\b|tautan|\bkami\b|breaking|pilihan|terkini|terbaru|"
    r"lain(?:nya)?\b)"
)


def _table(names: str) -> frozenset[str]:
    """Return the names in a text that sets them apart by ``|`` and line ends."""
    return frozenset(names.replace("\n", "|").split("|"))


LINES: tuple[tuple[str, str], ...] = (
    ("read_also", r"(?:baca|simak|lihat|tonton|cek)(?: |-)?(?:juga|pula)\s*[:!：].*"),
    ("read_also", r"(?:baca|simak|lihat|tonton|cek) (?:juga|pula)\b(?!.*[.\"”]$)(?:\s+\S+){0,20}"),
    ("tags", r"(?:simak|baca|lihat) (?:berita|artikel) (?:lain|lainnya) .*(?:topik|di ?sini).*"),
    ("read_also", r"baca\s*:\s*\S.*"),
    ("read_also", r"baca (?:selengkapnya|lebih lanjut|di sini|lainnya)(?!.*[.\"”]$).*"),
    (
        "read_also",
        r"baca (?:artikel|berita) (?:\S+ ){0,2}(?:lainnya|lain|terkait|selengkapnya|selanjutnya)\b.*",
    ),
    ("read_also", r"[(\[](?:baca|lihat|simak)(?: juga| selengkapnya)?\s*:.*[)\]]\.?"),
    ("read_also", r"(?:berita|artikel|bacaan|pos) terkait\s*:\s*\S.*|pilihan (?:editor|redaksi)\s*:.*"),
    (
        "read_also",
        r"(?:read (?:also|more|next)|also read|see also|related(?: \w+)?)\s*:.*|(?:also read|read also)",
    ),
    (
        "watch_video",
        r"(?:simak|lihat|tonton|saksikan|putar)!? (?:\w+ )?(?:video|live|videografis)\b(?!.*\.$).*",
    ),
    (
        "watch_video",
        r"(?:simak|lihat|saksikan) (?:foto|infografis)\b.*(?:di bawah|berikut|ini)\s*:?|lihat foto",
    ),
    ("watch_video", r"\[(?:gambas|video|embed|gallery|instagram|twitter|youtube|foto|baca)\b[^\]]*\]"),
    ("embed", r"view this post on instagram|lihat postingan ini di instagram|a post shared by .*"),
    ("embed", r"(?:sebuah )?kiriman dibagikan oleh .*|play video|putar video|video tidak dapat diputar.*"),
    (
        "subscription",
        r"nyaman tanpa iklan\b.*|langganan \w+(?: \w+)?|(?:mulai |ayo )?(?:berlangganan|langganan) "
        r"sekarang\b.*",
    ),
    ("subscription", r"konten premium|(?:silakan|silahkan) (?:login|masuk|berlangganan|daftar)\b.*"),
    ("subscription", r"sudah (?:berlangganan|punya akun)\?.*|artikel ini khusus (?:untuk )?pelanggan.*"),
    (
        "subscription",
        r"(?:sign up|subscribe) (?:now|today|here|(?:for|to) (?:our|the|full) .*)|already a subscriber\?.*",
    ),
    (
        "subscription",
        r"get (?:the latest|our) .*(?:newsletter|inbox).*|(?:our )?newsletters?|scan (?:qr|kode|the qr).*",
    ),
    ("follow_us", r"follow (?:us|kami|@\w+|instagram|akun|twitter|tiktok|facebook|channel|whatsapp|our) ?.*"),
    (
        "follow_us",
        rf"(?:ikuti|follow|baca|cek|simak|dapatkan|temukan|update|lihat|berita)\b.*\b{_CHANNEL}.*{_PULL}.*",
    ),
    (
        "follow_us",
        rf"(?:ikuti|follow|baca|cek|simak|dapatkan|temukan|update)\b.*{_PULL}.*\b{_CHANNEL}(?!.*\.$).*",
    ),
    ("follow_us", r"(?:cek|baca|simak|ikuti|temukan|dapatkan) .{0,60}\bgoogle news\b.{0,60}"),
    ("follow_us", rf"ikuti (?:akun|kami|berita|update) .*(?:di|melalui|lewat) {_SITE}\.?"),
    (
        "follow_us",
        r"(?:mari |yuk,? |ayo,? )?(?:gabung|bergabung|join)\b.*(?:grup|group|channel|saluran|"
        r"kanal)\b(?!.*[.\"”]$).*",
    ),
    (
        "follow_us",
        r"(?:download|unduh|install) (?:sekarang )?aplikasi .*(?:berita|di ?sini|sekarang|kami)\b.*",
    ),
    ("follow_us", r"(?:jangan lupa )?(?:like|subscribe|follow)\b.*(?:fan ?page|channel|youtube|akun)\b.*"),
    (
        "advert",
        r"\(?(?:advertisements?|iklan|advertorial|ads?|sponsored(?: content)?|pariwara|promoted|konten "
        r"bersponsor)\)?",
    ),
    (
        "advert",
        r"scroll to continue.*|scroll (?:untuk|ke bawah).*|gulir .*(?:lanjut|baca|bawah).*|continue with "
        r"content",
    ),
    (
        "advert",
        r"(?:lanjutkan|lanjut) (?:membaca|baca|dengan konten)\b.*|iklan\W+(?:gulir|scroll).*|ads by .*|"
        r"powered by .*",
    ),
    (
        "advert",
        r"(?:story|article) continues (?:below|after).*|continue reading(?: .{0,40})?|loading\W*|mgid|"
        r"recommended by.*",
    ),
    ("caption_control", r"(?:zoom-in-\w*|perbesar|(?:klik|sentuh) untuk (?:memperbesar|melihat).*)+"),
    (
        "pagination",
        r"(?:baca |lanjut(?:kan)? (?:baca )?)?(?:ke |di )?halaman (?:selanjutnya|berikutnya|sebelumnya)\b.*",
    ),
    (
        "pagination",
        r"halaman\s*:?\s*[\d ]+(?: (?:dari|selanjutnya|semua).*)?|page \d+(?: of \d+)?|\d+ ?/ ?\d+",
    ),
    (
        "pagination",
        r"(?:(?:selanjutnya|berikutnya|sebelumnya|next|prev|previous)(?: page| post| article)?\W*)+",
    ),
    (
        "pagination",
        r"(?:\d{1,2} ){1,}(?:\d{1,2}|selanjutnya|next|semua|show all)|show all|tampilkan semua|lihat semua",
    ),
    (
        "pagination",
        r"(?:muat|lihat|load) (?:lebih banyak|lainnya|selengkapnya|more)|selengkapnya|read more\W*",
    ),
    (
        "share",
        r"(?:bagikan|share|sebarkan)(?: (?:artikel|berita|this|on|ke|via|di)\b.{0,40})?\s*:?(?:\s*\d+)?",
    ),
    (
        "share",
        r"(?:copy|salin) (?:link|tautan|url)|(?:link|url|tautan) (?:berhasil |telah |sudah )?(?:disalin|"
        r"tercopy|copied).*",
    ),
    (
        "share",
        r"(?:(?:facebook|twitter|whatsapp|telegram|linkedin|pinterest|messenger|email|line|x)[ |/·]+)+"
        r"(?:facebook|twitter|whatsapp|telegram|linkedin|pinterest|messenger|email|line|x|copy link|"
        r"salin link)",
    ),
    (
        "share",
        r"(?:text|font) size|ukuran (?:font|huruf|teks)|a\s?[+-](?: a\s?[+-])*|a a a|(?:cetak|print)(?: "
        r"artikel)?",
    ),
    (
        "share",
        r"dengarkan(?: artikel| berita)?|listen to (?:this )?article|tambahkan? (?:ke )?(?:bookmark|"
        r"favorit).*",
    ),
    (
        "share",
        r"google (?:news )?(?:preferred )?.{0,20}sumber (?:pilihan|utama).*|add .* (?:as|to) .*google.*",
    ),
    ("share", r"(?:bagikan|share|sebarkan)(?: [a-z ]{1,30})?\s*:\s*(?:[^|.]{1,20}\|){1,8}[^|.]{1,20}"),
    ("navigation", r"(?:[^|.!?:]{2,30}\|){2,12}[^|.!?:]{2,30}"),
    ("navigation", r"skip to (?:main )?content|langsung ke konten|back to top|kembali ke atas"),
    (
        "navigation",
        r"(?:home|beranda|depan)(?:\s*[>›»/|]\s*[^>›»|]{1,40})+|(?:[^>›»]{1,30}[>›»]){2,5}[^>›».]{1,40}",
    ),
    (
        "reading_time",
        r"(?:waktu )?baca \d+ menit|waktu baca.*|\d+ (?:menit|min(?:s|utes?)?) (?:baca|membaca|read|"
        r"waktu baca)",
    ),
    ("reading_time", r"\d+ (?:detik|menit|jam|hari|minggu|bulan|tahun)(?: yang)? lalu|\d+ \w+ ago"),
    (
        "reading_time",
        r"(?:dilihat|dibaca)\s*:?\s*[\d.,]+(?: kali)?|[\d.,]+k? ?(?:kali )?(?:dilihat|dibaca|views?|"
        r"shares?|likes?)",
    ),
    ("tags", r"(?:tags?|topik|topics?|label|kata kunci|keywords?|tagar|(?:topik|tag) terkait)\s*:.*"),
    ("tags", r"(?:trending\s*:\s*)?(?:#\s?[\w-]+[,\s]*)+"),
    (
        "comments",
        r"(?:(?:tulis|kirim|beri|tinggalkan|add|leave a|post a|lihat) (?:\w+ )?(?:komentar|comment|reply|"
        r"balasan)\w*).*",
    ),
    (
        "comments",
        r"\d+ (?:komentar|comments?)|(?:komentar|comments?) \(?\d+\)?|belum ada komentar.*|kolom komentar",
    ),
    (
        "comments",
        r"(?:alamat )?email anda tidak akan dipublikasikan.*|your email address will not be published.*",
    ),
    (
        "comments",
        r"jadilah .{0,20}pertama .*komentar.*|(?:login|masuk) untuk (?:\w+ )?komentar.*|komentar "
        r"sepenuhnya .*",
    ),
    (
        "comments",
        r"(?:gimana|bagaimana) (?:menurut|pendapat) (?:kalian|kamu|anda)\b.*\bkomentar\b.*",
    ),
    ("cookies", r"(?:situs|website|laman|halaman) (?:web )?ini (?:menggunakan|memakai) cookies?\b.*"),
    (
        "comments",
        r"cancel reply|batalkan balasan|(?:save my name|simpan nama)\b.*(?:browser|peramban|comment|"
        r"komentar).*",
    ),
    ("disclaimer", r".{0,80}\badalah media yang menyediakan platform untuk menulis\b.*"),
    (
        "disclaimer",
        r"(?:konten|isi|artikel|tulisan|opini) (?:ini |di dalam ini )?.{0,100}"
        r"(?:di luar tanggung jawab|tanggung jawab (?:sepenuhnya )?(?:penulis|pengguna|dari penulis))\b.*",
    ),
    (
        "cookies",
        r"(?:this (?:web)?site|we) uses? cookies\b.*|(?:terima|accept|setujui?)(?: semua| all)? cookies?",
    ),
    (
        "copyright",
        r"(?:copyright\b|hak cipta)\W*(?:©|\(c\)|@|\d{4}|dilindungi).*|(?:©|\(c\)) ?.*|all rights? "
        r"reserved.*",
    ),
    (
        "copyright",
        r"dilarang (?:keras )?(?:mengambil|mengutip|menyalin|memperbanyak|mengcopy)\b.*(?:izin|tanpa).*",
    ),
    (
        "published_at",
        r"(?:artikel|berita|tulisan) ini (?:telah|sudah|pernah|sebelumnya)\b.*(?:tayang|terbit|dimuat|"
        r"dipublikasi|diterbit).*",
    ),
)

# Whole paragraphs of any length, known by how they begin.
PARAGRAPHS: tuple[tuple[str, str], ...] = (
    ("subscription", r"dapatkan informasi komprehensif di .{0,300}silakan login.{0,100}"),
    (
        "subscription",
        r"anda (?:sudah|telah) membaca \d+ artikel.{0,300}|(?:dukung|support) jurnalisme .{0,300}",
    ),
    ("follow_us", r"baca konten-konten menarik .{0,300}(?:smartphone|channel|aplikasi).{0,300}"),
    ("follow_us", r"baca juga cerita inspiratif langsung .{0,300}"),
    (
        "follow_us",
        r"dapatkan (?:update|berita|informasi|info|notifikasi)\b.{0,300}"
        r"(?:telegram|whatsapp|google news|aplikasi \w+\.com|play store|klik link|klik di ?sini|email "
        r"anda).{0,300}",
    ),
    ("follow_us", r"anda harus install aplikasi .{0,200}|\*? ?fakta atau hoaks\? untuk mengetahui .{0,400}"),
    ("follow_us", r"simak (?:breaking news|berita) .{0,200}(?:whatsapp|telegram|google news|ponsel).{0,300}"),
    ("machine_note", r"the english, chinese, japanese.{0,100} automatically generated.{0,400}"),
    (
        "machine_note",
        r"(?:konten|artikel|berita) (?:ini|di bawah ini) (?:dibuat|disajikan|diterjemahkan|dihasilkan) "
        r".{0,200}"
        r"(?:advertiser|kecerdasan buatan|mesin|otomatis|\bai\b).{0,200}",
    ),
)

# Headings of lists of other articles. A strong one is never an article's own subheading; a
# weak one may be, and goes only where no prose comes after it.
STRONG_LISTS = _table("""artikel terkait|berita terkait|berita lainnya|berita lain|berita terbaru
berita terpopuler|berita populer|berita pilihan|berita rekomendasi|berita terkini|popular posts
popular post|pos terkait|postingan terkait|related posts|related post|related articles
related news|related stories|related topics|bacaan lainnya|bacaan terkait|baca lainnya|hot topic
hot topics|rekomendasi kami|rekomendasi untuk anda|rekomendasi untukmu|artikel rekomendasi
artikel lainnya|artikel pilihan|artikel terpopuler|artikel populer|artikel terbaru
trending topic|trending topics|trending now|paling populer|paling banyak dibaca|paling dicari
most popular|most read|latest news|editor's picks|editors' picks|pilihan editor|pilihan redaksi
topik populer|topik terkait|topik terkini|topik hangat|tag populer|tag terpopuler|tag terkait
foto terkini|foto terkait|video terkait|video terkini|video terpopuler|video pilihan|galeri foto
indeks berita|index berita|jangan lewatkan|jangan terlewatkan|anda mungkin suka
mungkin anda suka|you may also like|you might also like|you may like|recommended for you
recommended|konten menarik lainnya|promoted content|partner content|berita utama|berita foto
kabar terkait|kabar lainnya|more stories|more news|don't miss|next article|previous article
artikel sebelumnya|artikel selanjutnya|berita sebelumnya|berita selanjutnya|more from author
lihat juga|baca juga|simak juga|baca pula|simak pula|baca selanjutnya|terpopuler|what's new
whats new|tulis komentar|what's on|terkait lainnya|artikel menarik lainnya
berita menarik lainnya|rekomendasi berita|rekomendasi artikel|video lainnya|foto lainnya""")
WEAK_LISTS = _table("""foto|video|headline|headlines|terbaru|terkini|trending|infografis|rekomendasi
sorotan|terhangat|komentar|comments|tag|tags|topik|label|indeks|galeri|latest|live|related
terkait|populer|cek fakta|e-paper|explore|fokus|podcast|lainnya|tentang kami|redaksi|kontak
kontak kami|disclaimer|privacy policy|kebijakan privasi|pedoman media siber|karir|karier
about us|contact us|terms of use|network|our network|ikuti kami|follow us|media sosial
download aplikasi|karier kami""")
# Labels above a headline, and bare buttons; a bare button goes beside another one or at the
# very end, since "Facebook" may be a subheading.
SECTIONS = _table("""news|nasional|ekonomi|bisnis|teknologi|tekno|olahraga|internasional|regional
megapolitan|money|finance|home|beranda|hukum|politik|ekbis|hiburan|gaya hidup|lifestyle|opini
kolom|makro|ekonomi bisnis|berita|berita ekonomi bisnis|umum|global|metro|market|otomotif
kesehatan|edukasi|sains|dunia|daerah|whats new|berita utama|ekonomi & bisnis|breaking news""")
BUTTONS = _table("""facebook|twitter|x|whatsapp|telegram|line|email|linkedin|pinterest|messenger
threads|instagram|tiktok|youtube|kirim|suka|sukai|like|comment|komentar|simpan|bookmark|menu
cari|search|close|tutup|home|beranda|masuk|login|daftar|sign in|sign up|logout|tweet|print|cetak
kecil|sedang|besar|google news|whatsapp channel|copy|salin|link|share|bagikan""")

_BULLETS = "*•·‣▪▸►▶→>|-–—+ \t"
_LINE_RULES = re.compile("|".join(f"(?P<r{i}>{pattern})" for i, (_, pattern) in enumerate(LINES)), re.DOTALL)
_PARAGRAPH_RULES = re.compile(
    "|".join(f"(?P<r{i}>{pattern})" for i, (_, pattern) in enumerate(PARAGRAPHS)), re.DOTALL
)
_PARAGRAPH_STARTS = (
    "dapatkan ",
    "anda ",
    "dukung ",
    "support ",
    "baca ",
    "fakta ",
    "simak ",
    "the ",
    "konten ",
    "artikel ",
    "berita ",
)


def plain(line: str) -> str:
    """Return ``line`` in lower case without the bullets in front, as the rules expect it."""
    bare = line.lstrip(_BULLETS)
    if bare.startswith(("# ", "## ", "### ")):  # a heading's mark, not a hashtag's
        bare = bare.lstrip("# ")
    return bare.rstrip().lower()


@lru_cache(maxsize=2048)
def line_rule(low: str) -> str | None:
    """Return the name of the rule that a plain line matches as a whole, or None."""
    if low.startswith(_PARAGRAPH_STARTS):
        found = _PARAGRAPH_RULES.fullmatch(low)
        if found and found.lastgroup:
            return PARAGRAPHS[int(found.lastgroup[1:])][0]
    if len(low) > MAX_CHARS or low.count(" ") >= MAX_WORDS:
        return None
    found = _LINE_RULES.fullmatch(low)
    if found and found.lastgroup:
        return LINES[int(found.lastgroup[1:])][0]
    return None


def list_heading(low: str) -> str | None:
    """Return ``strong`` or ``weak`` where a plain line heads a list of other articles."""
    bare = low.rstrip(" :.»›>…").replace("’", "'")
    if bare in STRONG_LISTS:
        return "strong"
    return "weak" if bare in WEAK_LISTS else None
