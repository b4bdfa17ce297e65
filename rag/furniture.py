"""The rules by which lines of a news page are known as its furniture, as data.

A rule is a name and a pattern over one whole line in lower case, without what adorns it. The table is
tried from the top; the first match names the step. Positive and negative cases of every rule are in
``tests/cases/cleaning.json``.
"""

from __future__ import annotations

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
    ("read_also", r"[(\[] ?(?:baca|lihat|simak)(?: juga| selengkapnya)?\s*:.*[)\]]\.?"),
    ("read_also", r"(?:previous|next|prev) (?:article|post|story)\s*:\s*\S.*"),
    ("read_also", r"(?:berita|artikel|bacaan|pos) terkait\s*:\s*\S.*|pilihan (?:editor|redaksi)\s*:.*"),
    (
        "read_also",
        r"(?:read (?:also|more|next)|also read|see also|related(?: \w+)?)\s*:.*|(?:also read|read also)",
    ),
    (
        "watch_video",
        r"(?:simak|lihat|tonton|saksikan|putar)!? (?:\w+ )?(?:video|live|videografis)\b(?!.*\.$).*",
    ),
    ("watch_video", r"video (?:pilihan|terkait|terpopuler|lainnya)\s*:.*"),
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
    (
        "follow_us",
        r"(?:ikuti|follow|gabung)(?: \S+){0,2} (?:whatsapp|wa|telegram) (?:channel|saluran|group|grup)\b"
        r"(?!.*[.\"”]$).{0,60}",
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
        r"(?:ikuti|follow) (?:kami|us)\s*:(?: (?:instagram|tiktok|youtube|facebook|twitter|x|whatsapp|"
        r"telegram)\b,?)+",
    ),
    ("follow_us", r"ikuti (?:saluran|channel|kanal)\b(?: \S+){1,4} di (?:whatsapp|telegram|google news)"),
    (
        "follow_us",
        r"(?:download|unduh|install) aplikasi\b.*\b(?:play store|app store|google play)\b(?!.*\.$).*",
    ),
    ("follow_us", r".{0,100}\bizinkan ?\| ?nanti(?: saja)?\W*"),
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
        r"(?:advertisement|iklan)\W+(?:continue|scroll|lanjut).*|"
        r"content continues below (?:this )?ad(?:vertisement)?\W*|"
        r"pasang iklan (?:anda )?(?:di ?sini|sekarang)\W*|advertise (?:here|with us)\b.*",
    ),
    (
        "advert",
        r"scroll to continue.*|scroll (?:down )?(?:untuk|ke bawah|lebih lanjut).*|"
        r"(?:gulir|geser) ke bawah untuk (?!.*\.$).*|gulir .*(?:lanjut|baca|bawah).*|"
        r"continue with content",
    ),
    (
        "advert",
        r"(?:lanjutkan|lanjut) (?:membaca|baca|dengan konten)\b.*|iklan\W+(?:gulir|scroll|geser).*|ads by .*|"
        r"powered by .*",
    ),
    (
        "advert",
        r"(?:story|article) continues (?:below|after).*|"
        r"(?:artikel|berita)(?: ini)? (?:ber|di)lanjut(?:kan)? (?:di bawah|setelah) iklan\W*|"
        r"continue reading(?: .{0,40})?|loading\W*|mgid|"
        r"recommended by.*",
    ),
    ("caption_control", r"(?:zoom-in(?:-\w*)?|perbesar|(?:klik|sentuh) untuk (?:memperbesar|melihat).*)+"),
    (
        "pagination",
        r"(?:baca |lanjut(?:kan)? (?:baca )?)?(?:ke |di )?halaman (?:selanjutnya|berikutnya|sebelumnya)\b.*",
    ),
    (
        "pagination",
        r"halaman\s*:?\s*[\d ]+(?: (?:dari|selanjutnya|semua).*)?|page \d+(?: of \d+)?|\d+ ?/ ?\d+|"
        r"\d+ dari \d+ halaman|halaman \d+ ?/ ?\d+",
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
        r"(?:copy|salin) (?:link|tautan|url)|(?:link|url|tautan)(?: artikel)? (?:berhasil |telah |sudah )?"
        r"(?:disalin|tercopy|copied).*",
    ),
    (
        "share",
        r"(?:(?:salin|bagikan|share|facebook|twitter|whatsapp|telegram|linkedin|pinterest|messenger|email|"
        r"line|"
        r"x)"
        r"[ |/·]+)+"
        r"(?:facebook|twitter|whatsapp|telegram|linkedin|pinterest|messenger|email|line|x|copy link|"
        r"salin link)",
    ),
    (
        "share",
        r"(?:text|font|change) size|"
        r"ukuran (?:font|huruf|teks)|(?:ukuran )?(?:font|huruf|teks)\s*:(?:\s*(?:a|kecil|sedang|"
        r"besar)\b[ +|-]*)*|"
        r"a\s?[+-](?: a\s?[+-])*|a a a|"
        r"(?:cetak|print)(?: artikel)?",
    ),
    (
        "share",
        r"dengarkan(?: artikel| berita)?(?: ini)?|listen to (?:this )?article|tambahkan? (?:ke )?(?:bookmark|"
        r"favorit).*",
    ),
    (
        "share",
        r"google (?:news )?(?:preferred )?.{0,20}sumber (?:pilihan|utama).*|add .* (?:as|to) .*google.*",
    ),
    ("share", r"(?:bagikan|share|sebarkan)(?: [a-z ]{1,30})?\s*:\s*(?:[^|.]{1,20}\|){1,8}[^|.]{1,20}"),
    (
        "share",
        r"(?:(?:simpan|bagikan|dengarkan|cetak|salin|save|share|listen to|print|gift|copy)\b"
        r"(?: (?:(?:this|the) )?(?:artikel|berita|tautan|link|story|article))?[ |·]*){2,6}"
        r"|(?:listen to|gift|save|print) (?:this|the) (?:story|article)",
    ),
    (
        "share",
        r"(?:suka|likes?)\W*\d+ (?:tidak suka|dislikes?|komentar|comments?)\W*\d+.{0,30}|"
        r"\d{1,2}:\d{2} ?/ ?\d{1,2}:\d{2}",
    ),
    (
        "share",
        r"(?:bagikan|share|sebarkan)(?: to| ke| on| di)?\s*:(?: (?:\W|\w|facebook|twitter|whatsapp|"
        r"telegram|line|email|copy|link)(?!\w)){1,8}",
    ),
    (
        "navigation",
        r"skip to (?:main )?content|(?:langsung|lompat|lewati|loncat) ke (?:konten|isi)(?: utama)?|"
        r"back to top|kembali ke atas|(?:lihat|buka) (?:e-?mail|surel) ini di (?:browser|peramban)|"
        r"view (?:this e-?mail )?in (?:your )?browser|"
        r"bersambung ke hal(?:aman)? \d+.{0,12}|sambungan dari hal(?:aman)? \d+.{0,12}",
    ),
    (
        "navigation",
        r"(?:daftar isi|table of contents)(?: (?:sembunyikan|tampilkan) daftar isi)?|"
        r"(?:sembunyikan|tampilkan) daftar isi|(?:masuk|login) ?/ ?(?:daftar|register)",
    ),
    ("navigation", r"(?:you are here|anda (?:berada |ada )?di ?sini)\s*:\s*(?:home|beranda|depan)\b.*"),
    (
        "navigation",
        r"(?:home|beranda|depan)(?:\s*[>›»/|]\s*[^>›»|]{1,40})+|(?:[^>›»]{1,30}[>›»]){2,5}[^>›».]{1,40}",
    ),
    (
        "reading_time",
        r"(?:reading|read) time\s*:\s*\d+ min\w*(?: read)?|\d+ shares?(?: \d+ views?)?(?: (?:share|"
        r"tweet)\b.*)?",
    ),
    (
        "reading_time",
        r"waktu (?:mem)?baca\s*:?\s*\d+ menit|dengarkan artikel ini \d+ menit|"
        r"(?:waktu )?baca \d+ menit|\d+ (?:menit|min(?:s|utes?)?) (?:baca|membaca|read|"
        r"waktu baca)",
    ),
    ("reading_time", r"\d+ (?:detik|menit|jam|hari|minggu|bulan|tahun)(?: yang)? lalu|\d+ \w+ ago"),
    (
        "reading_time",
        r"(?:dilihat|dibaca)\s*:?\s*[\d.,]+(?: kali)?|[\d.,]+k? ?(?:kali )?(?:dilihat|dibaca|views?|"
        r"shares?|likes?)",
    ),
    (
        "tags",
        r"(?:tags?|topik|topics?|label|kata kunci|keywords?|tagar|(?:topik|tag) terkait)"
        r"\s*:.*",
    ),
    ("tags", r"(?:trending\s*:\s*)?(?:#\s?[\w-]+[,\s]*)+"),
    (
        "comments",
        r"(?:(?:tulis|kirim|beri|tinggalkan|add|leave a|post a|lihat) (?:\w+ )?(?:komentar|comment|reply|"
        r"balasan)\w*).*",
    ),
    (
        "share",
        r"(?:share|tweet|pin|bagikan|kirim) (?:on|it|to|ke|di|lewat|via) "
        r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|email|line)",
    ),
    (
        "comments",
        r"kirim(?:kan)? (?:tulisan|opini|artikel|naskah|karya)\b.{0,40}\b(?:ke|melalui|"
        r"lewat)\b(?!.*[.\"”]$).*@.*",
    ),
    (
        "comments",
        r"(?:menyukai|bagikan) ini\s*:|suka memuat\W*|klik untuk (?:mem|ber)bagi(?:kan)? (?:di|ke|via)\b.*",
    ),
    ("comments", r"bagaimana reaksi anda\W*|post views\s*:\s*\d+"),
    (
        "comments",
        r"share your experiences, suggestions,? and any issues\b.*|"
        r"(?:thank you\W+){1,2}for sharing your (?:thoughts|feedback|opinions?)\b.*",
    ),
    (
        "read_also",
        r"navigasi pos|post navigation",
    ),
    ("navigation", r"lewati .{3,40} dan (?:terus|lanjut) membaca|proudly powered by wordpress\b.*"),
    ("tags", r"kata kunci ?/ ?tags?"),
    ("caption_control", r"(?:sumber|source)\s*: ?(?:istimewa|ist)"),
    ("comments", r"corrections?\? write to .*"),
    (
        "navigation",
        r"(?:(?:terms of (?:use|service)|privacy policy|kebijakan privasi|tentang kami|about us|contact us|"
        r"pedoman media siber|redaksi|kontak|karier|disclaimer|info iklan|kode etik|trademarks|sitemap|"
        r"do not sell my \w+)[ |•·/,]*){2,10}",
    ),
    ("comments", r"your (?:opinion|voice|thoughts?) (?:matters?|counts?)\W*(?:share your .*)?"),
    ("comments", r"laporkan (?:tulisan|artikel|berita|konten)|report (?:this )?(?:article|content)"),
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
    (
        "subscription",
        r"(?:berlangganan|langganan|subscribe|paket) (?:mulai|starting)(?: dari| from| at)? "
        r"(?:rp|idr|usd|\$) ?[\d.,]+.{0,20}(?:bulan|tahun|minggu|month|year|"
        r"week)\W*(?:berhenti kapan saja\W*)?|"
        r"starting (?:from|at) (?:rp|idr|usd|us\$|\$) ?[\d.,]+ ?/ ?(?:month|year|week)",
    ),
    (
        "subscription",
        r"(?:to )?read (?:the )?full (?:story|article)|unlimited access to (?:our|all) (?:web|app|content|"
        r"articles)\b.*|"
        r"(?:[^.]{1,90}[.!?] )?subscribe now\W*|"
        r"subscription sharing program|newsletters?\s*:\s*(?:dapatkan|daftar|get|sign up)\b.*|"
        r"(?:thank you )?for signing up .*newsletter\W*|"
        r"view more newsletters?|"
        r"please check your (?:e-?mail|inbox) for your .*subscription\W*|(?:silakan |klik |"
        r"cek )?akses e-?paper\b.*",
    ),
    (
        "disclaimer",
        r"disclaimer\s*:\s*(?:berita|artikel|tulisan|konten|retizen|informasi|segala)\b.*|(?:tulisan|"
        r"konten|isi (?:artikel|kolom|tulisan)) (?:di|dari|dalam|pada|ini)\b"
        r".{0,50}\b(?:tidak (?:mewakili|mencerminkan)|bukan) (?:pandangan|sikap|pendapat)(?: dari)? "
        r"(?:redaksi|mitra)\b(?!.*\b(?:kata|ujar|tutur|tegas)\b).*|"
        r"konten (?:ber)?sponsor\b.*\bbukan (?:redaksi|tanggung jawab)\b.*",
    ),
    ("disclaimer", r".{0,80}\badalah media yang menyediakan platform untuk menulis\b.*"),
    (
        "disclaimer",
        r"(?:konten|isi|artikel|tulisan|opini) (?:ini |di dalam ini )?.{0,100}"
        r"(?:di luar tanggung jawab|tanggung jawab (?:sepenuhnya )?(?:penulis|pengguna|dari penulis))\b.*",
    ),
    (
        "cookies",
        r"(?:kami|we|(?:situs|website|laman)(?: web)? ini|this (?:web)?site) (?:menggunakan|memakai|uses?) "
        r"(?:cookies?|kuki)\b.*",
    ),
    (
        "cookies",
        r"(?:this (?:web)?site|we) uses? cookies\b.*|"
        r"(?:terima|accept|setujui?)(?: (?:semua|all)(?: cookies?)?| cookies?)",
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
    (
        "machine_note",
        r"ringkasan (?:ini )?(?:dibuat|disusun|dihasilkan) (?:oleh|dengan) (?:ai|kecerdasan buatan)\b"
        r".{0,100}",
    ),
    ("machine_note", r"the english, chinese, japanese.{0,100} automatically generated.{0,400}"),
    (
        "machine_note",
        r"(?:konten|artikel|berita) (?:ini|di bawah ini) (?:dibuat|disajikan|diterjemahkan|dihasilkan) "
        r".{0,200}"
        r"(?:advertiser|kecerdasan buatan|mesin|otomatis|\bai\b).{0,200}",
    ),
)
