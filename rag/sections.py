"""What a news page calls its sections, its buttons and its lists of other articles, in lower case."""

from __future__ import annotations


def _table(names: str) -> frozenset[str]:
    """Return the names in a text that sets them apart by ``|`` and line ends."""
    return frozenset(names.replace("\n", "|").split("|"))


# Headings of lists of other articles. A strong one is never an article's own subheading; a
# weak one may be, and goes only where no prose comes after it.
STRONG_LISTS = _table("""artikel terkait|berita terkait|berita lainnya|berita lain|berita terbaru
berita terpopuler|berita populer|berita pilihan|berita rekomendasi|berita terkini|popular posts
popular post|pos terkait|postingan terkait|related posts|related post|related articles
related news|related stories|related topics|bacaan lainnya|bacaan terkait|baca lainnya|hot topic
hot topics|rekomendasi kami|rekomendasi untuk anda|rekomendasi untukmu|artikel rekomendasi
artikel lainnya|artikel pilihan|artikel terpopuler|artikel populer|artikel terbaru
trending topic|trending topics|trending now|paling populer|paling banyak dibaca|terbanyak dibaca|paling dicari
pos-pos terbaru
most popular|most viewed|most read|latest news|editor's picks|editors' picks|pilihan editor|pilihan redaksi
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
WEAK_LISTS = _table("""arsip|foto|video|headline|headlines|terbaru|terkini|trending|infografis|rekomendasi
sorotan|terhangat|komentar|comments|tag|tags|topik|label|indeks|galeri|latest|live|related
terkait|populer|cek fakta|e-paper|explore|fokus|podcast|lainnya|tentang kami|redaksi|kontak
kontak kami|disclaimer|privacy policy|kebijakan privasi|pedoman media siber|karir|karier
about us|contact us|terms of use|network|our network|ikuti kami|follow us|media sosial
download aplikasi|karier kami""")
# Labels above a headline, and bare buttons; a bare button goes beside another one or at the
# very end, since "Facebook" may be a subheading.
SECTIONS = _table("""for immediate release|untuk segera disiarkan|untuk disiarkan segera
news|nasional|ekonomi|bisnis|teknologi|tekno|olahraga|internasional|regional
megapolitan|money|finance|home|beranda|hukum|politik|ekbis|hiburan|gaya hidup|lifestyle|opini
kolom|makro|ekonomi bisnis|berita|berita ekonomi bisnis|umum|global|metro|market|otomotif
kesehatan|edukasi|sains|dunia|daerah|whats new|berita utama|ekonomi & bisnis|breaking news""")
BUTTONS = _table("""facebook|twitter|x|whatsapp|telegram|line|email|linkedin|pinterest|messenger
threads|instagram|tiktok|youtube|kirim|suka|sukai|like|comment|komentar|simpan|bookmark|menu
cari|search|close|tutup|home|beranda|masuk|login|daftar|sign in|sign up|logout|tweet|print|cetak
kecil|sedang|besar|google news|whatsapp channel|copy|salin|link|share|bagikan""")
# More of what a menu lists; a line of its own may as well be a subheading.
MENU = _table("""wisata|kuliner|budaya|hiburan|pendidikan|kriminal|ragam|indeks|langganan|network|jaringan
opini|opinion|sepak bola|futsal|basket|voli|seleb|kampus|tekno|travel|business|sports|culture|subscribe
environment|world|technology|entertainment|redaksi|e-paper|sign in|top news|kolom""")
