"""Words that report speech, in tables: which they are, and where they are none."""

from __future__ import annotations

import re

# After the words said, with or without -nya: "…," kata X / katanya.
AFTER = frozenset(
    """
    kata ujar ucap tutur tegas jelas imbuh tambah ungkap papar sebut nilai terang pungkas kilah
    cetus tandas beber aku akui keluh klaim harap timpal sambung lanjut seru canda kenang tukas urai
    ulas simpul tulis cuit bantah ingat pesan tanya jawab kisah cerita curhat gerutu sindir kritik
    kelakar gurau kecam ajak imbau himbau pinta desak saran usul tutup protes puji teriak bisik elak
    dalih tuding tuduh ancam janji tekan lapor rinci celetuk balas sahut sesal sambut tepis sanggah
    seloroh cecar bocor bongkar sergah anggap sesumbar kelit tampik gumam potong sela janji komentar
    ratap rintih bunyi lontar umpat ledek goda pekik lirih celoteh tantang singgung simpul ketus
    sergah kutip
    """.split()
)
AFTER_ENGLISH = frozenset(
    """
    said says told tells added adds wrote writes explained explains tweeted stated states recalled recalls
    insisted insists argued argues warned warns admitted admits noted asked asks replied replies recounted
    recounts conceded concedes complained complains lamented laments joked jokes declared declares remarked
    remarks muttered mutters shouted quipped suggested suggests predicted predicts posted responded answered
    answers retorted countered acknowledged acknowledges asserted contended contends confessed confesses
    grumbled sighed sighs announced testified cautioned cautions whispered whispers pleaded claimed
    affirmed affirms stressed stresses emphasized emphasised emphasizes emphasises observed maintained
    reiterated concluded commented mused
    """.split()
)
# After words that stand without marks, these alone: the others are common nouns and verbs too.
AFTER_INDIRECT = frozenset(
    """
    kata ujar ucap tutur tegas jelas imbuh tambah ungkap papar sebut terang pungkas tandas beber
    anggap kisah cerita seloroh lanjut sambung nilai aku klaim harap kilah cetus kenang urai tukas
    simpul keluh bantah tulis ulas canda gurau kelakar
    """.split()
)
_AFTER_ALL = "|".join(sorted(AFTER, key=len, reverse=True))
_ENGLISH_ALL = "|".join(sorted(AFTER_ENGLISH, key=len, reverse=True))
# A reporting word right after a quotation (the expression eats neither mark nor comma).
SAID_AFTER = (
    r"(?:(?:demikian|begitu|seperti(?:\s+itu)?|itulah|itu)\s+)?"
    rf"(?:(?:{_AFTER_ALL})(?:\s?-?nya)?|{_ENGLISH_ALL}|demikian|begitulah)\b"
)

# Verbs that follow their subject and report what it says.
SAYING = frozenset(
    """
    mengatakan menyatakan menyebut menyebutkan mengungkap mengungkapkan menjelaskan menegaskan
    menuturkan menambahkan memaparkan menyampaikan menerangkan menekankan menandaskan menguraikan
    membeberkan menceritakan mengisahkan bercerita berkata berujar bertutur berucap bilang ngomong
    membantah menampik menyangkal menyanggah mengaku mengakui mengeklaim mengklaim berdalih berkilah
    beralasan berargumen berpendapat beranggapan menilai menganggap memandang menyimpulkan merinci
    berharap mengharapkan berjanji menjanjikan mengimbau menghimbau meminta minta memohon mendesak
    menuntut menyarankan mengusulkan mengajak menyerukan menduga menengarai mensinyalir menuding
    menuduh memperkirakan memprediksi meramalkan meyakini yakin optimistis mengeluh mengeluhkan
    mempertanyakan mengingatkan memperingatkan memastikan menjamin mengumumkan melaporkan
    mengonfirmasi mengkonfirmasi membenarkan mengkritik mengecam menyesalkan menyayangkan
    mengkhawatirkan mencontohkan menggambarkan menggarisbawahi menyindir berkomentar bersaksi
    berkeyakinan bersikeras menulis mewaspadai berseloroh berkelakar mengibaratkan bertanya
    menanyakan mengutarakan melontarkan bersumpah mengimbuhkan memberitahukan menginformasikan
    memuji mengapresiasi memerintahkan menganjurkan menyangka mengira ngotot mengenang menargetkan
    menyesal menepis melihat menginstruksikan berpandangan memproyeksikan mewanti-wanti menggarisbawahi
    mengestimasi menaksir mengasumsikan memprakirakan menyoroti menyangsikan meragukan mengisyaratkan merasa
    mendorong mempersilakan mencurigai merekomendasikan mengemukakan mengabarkan menasihati
    menyuarakan mendalilkan berdalil membisikkan membisiki
    berkukuh bersikukuh berkeras mendakwa
    nyebut ngaku ngeles nuding ngancam nuduh nyangkal ngotot ngeluh nanya nyesel
    menghitung berikrar mengamini mengiyakan memerinci berspekulasi pesimistis khawatir percaya mengharap
    melansir menyanggupi menawarkan
    suggested noted acknowledged asserted contended conceded recounted recalled promised pledged vowed
    tells recalls insists explains complains argues warns admits adds notes concedes reported
    urged demanded disclosed revealed testified attributed cautioned lamented complained predicted speculated
    accused blames blamed denies estimated mempersoalkan mengungkit
    said say says told claimed added explained warned insisted argued announced denied stated believes
    predicts suggests pledges vows laments asserts contends acknowledges recounts
    testifies accuses denies
    worries thinks confesses maintained maintains concluded concludes quips jokes
    reiterated reiterates clarified underlined underscored elaborated doubted affirmed affirms stressed
    stresses emphasized emphasised emphasizes emphasises observed remarked recommended replied
    """.split()
)
# "membalas lewat X bahwa", "menulis di Instagram bahwa"
WRITING = frozenset("menulis mencuit membalas menjawab".split())
WROTE = re.compile(r"(?: (?:lewat|melalui|di|dalam|pada|kepada)(?: [\w@.*-]+){1,5})? bahwa\b")
# Nouns that are colloquial verbs right behind who speaks: "Dia cerita, tensinya turun".
SPOKEN_PLAINLY = frozenset("cerita janji curhat klaim jawab ngomel kata usul saran".split())
# Verbs that come before a quotation as its announcement, though they report nothing by themselves.
ANNOUNCING = SAYING | frozenset(
    """
    menuliskan membocorkan menyoroti mengancam menjawab membalas menanggapi merespons menyambut
    menimpali menyahut menepis menolak berteriak berbisik bergumam berpesan bertitah berseru menyapa
    menyela mencuit menjuluki membacakan menutup melanjutkan menyindir tertawa tersenyum mengumpat memaki
    bercanda berkicau berdoa asked replied wrote responded posted tweeted called
    answered retorted countered quipped shouted confessed admitted joked grumbled
    sighed muttered mutters asks replies jokes writes calls remarks mused commented
    menyebutnya menilainya menggambarkannya mengibaratkannya
    snapped dismissed described denounced hailed slammed rejected criticised criticized
    praised condemned branded labelled labeled blasted ridiculed warns cautions responds explains insists
    declared
    """.split()
)
# Verbs of answering and counting report where a comma and the words follow.
ANSWERING = frozenset(
    """
    menghitung mencatat menimpali menjawab membalas menyahut berpesan berseru menyela menuliskan
    melanjutkan menyanggah
    """.split()
)
# What somebody does with a "bahwa" clause without saying it.
UNSAID = frozenset(
    """
    membuktikan menunjukkan menandakan berarti bermakna mengetahui mendengar menyadari memahami menemukan
    membaca memperlihatkan mengindikasikan mencerminkan menyebabkan mengartikan
    melupakan merahasiakan menyembunyikan mencatatkan membayangkan berpikir
    berpura-pura mempelajari mengerti mengesankan mensyaratkan menentukan mengatur mengandung menerima
    """.split()
)
# What makes a verb no report: a plan, a wish, a denial of speech, a relative clause.
BLOCKED = frozenset(
    """
    yang untuk tanpa agar supaya guna bisa dapat akan harus diminta tidak tak belum enggan menolak bukan
    jika kalau dalam ingin mampu wajib perlu hendak mau berhak jangan batal mengaku dilarang berani
    sulit mudah cara bila apabila bahwa diharapkan diharap diimbau menghindari ragu berusaha terus gagal
    datang not to who that would could which
    """.split()
)
# What "menurut" and "berdasarkan" name that is no speaker.
NO_SPEAKER = frozenset(
    """
    rencana jadwal hukum undang undang-undang uu aturan peraturan pasal ketentuan perkiraan
    perhitungan hitungan kepercayaan adat tradisi agama kabar informasi kamus sejarah cerita jenis
    jumlah hemat urutan abjad kebiasaan kebutuhan prosedur teori legenda mitos prakiraan standar
    syariat kbbi data catatan hasil survei penelitian studi riset statistik dokumen konstitusi kitab
    pantauan pengamatan
    """.split()
)
TITLED_WORK = frozenset(
    """
    film lagu buku novel album acara program sinetron drama judul berjudul bertajuk tajuk tema bertema
    tertulis bertuliskan tulisan slogan semboyan moto motto tagar istilah kata frasa julukan dijuluki
    disebut bernama nama alias dikenal sebutan rubrik kanal aplikasi fitur operasi proyek kampanye gerakan
    diskusi seminar webinar pameran artikel makalah yel-yel poster spanduk baliho serial komik cerpen
    puisi lukisan tari pentas pertunjukan festival lomba konser podcast podkes video akun grup kelompok
    tim kapal toko warung kafe restoran merek sandi status kategori predikat gelar penghargaan
    diartikan berarti bermakna bertagar berslogan bertema singkatan single lirik dinamai dinamakan
    tagline kode unggahan berkas sesi peribahasa pepatah pameo ungkapan bertulisan bunyi berbunyi
    konsep skema metode modus teori fenomena yel bintang pelantun pemeran sutradara
    named called titled entitled word term movie song book dubbed
    """.split()
)
