"""What a name of a person is made of, and what stands around it: titles, offices, places, institutions."""

from __future__ import annotations

import re

from rag.spans import DEGREES, PORTFOLIO, TITLES

# Written before a name and no part of it, nor of the office.
HONORIFICS = frozenset(
    """
    pak bapak bu ibu bang mas mbak kang teh mbah k.h saudara saudari sdr sdri tuan nyonya nona mr mrs ms miss
    sir dame om tante oma opa adv chef h hj haji hajah kh ustaz ustad ustadz ustazah ustadzah syekh buya kiai
    kyai dr drs dra ir prof drg drh profesor mayjen letjen brigjen irjen
    komjen jenderal kombes kompol akbp akp iptu ipda aiptu aipda bripka briptu brigadir
    pater bruder frater
    pdt pendeta romo habib mama papa bapa amaq inaq nene tete a.g.h agh anregurutta bhikkhu
    almarhum almarhumah mendiang
    coach ci ko cece eyang bunda jro jero mangku rd rp mgr msgr fr sr apt
    r.ay r.aj r.ngt g.r.ay b.r.ay k.r.m.t k.r.m.h k.p.h kph krmt krht
    lik paklik bulik gus puang ning wak mak cak cik koh nyai
    mbok pakde bude pakdhe budhe abah emak uda uni tgh ny
    kolonel letkol mayor letnan laksamana laksda laksma marsekal marsda marsma pol purn tni inf mar
    sersan serka serma sertu kopral pratu praka peltu pelda briptu bripda bharada r rr rm r.m ra r.a
    k.r.t kgph gkr
    teungku tgk kgpaa kgpa
    col capt lt sgt maj cmdr brig insp gen rev supt gov rep sen adj comr cpl adm
    pedanda bhawati pandita rsi eng rer nat phil
    """.split()
)
# "Dr. phil." and "Dr. rer. nat." are in small letters: these are first names.
LEARNED_NAMES = frozenset("Phil Nat".split())
# Behind a rank, before the name: "Kolonel Laut", "Laksamana Pertama".
BRANCHES = frozenset("laut udara infanteri kavaleri pertama muda madya satu dua".split())
# Titles written in full: a full stop behind one ends the sentence.
IN_FULL = frozenset(
    """
    abah almarhum almarhumah bang bapa bapak bu buya bunda cak chef coach emak eyang gus habib haji hajah ibu
    jenderal kang kiai kyai kolonel kopral laksamana lik mak mama mangku marsekal mas mayor mbah mbak mendiang
    mbok nona nyai nyonya oma opa om pak pandita papa pendeta profesor puang romo saudara saudari sersan tante
    teh tuan uda uni ustad ustaz ustadz ustazah ustadzah wak
    """.split()
)
# Written before a nickname: "alias Bang Ucok".
FAMILIAR = (
    "(?:(?:Pak|Bu|Coach|Ci|Ko|Koko|Cece|Cici|Eyang|Bunda|Kiai|Ustaz|Ustazah|Bang|Mas|Mbak|Kang|Cak|Cik|Tacik|Koh"
    "|Om|Tante|Gus|Mbah|Mak|Haji|Uda|Uni|Daeng|Bli|Opung|Mama|Papa|Bapa|Amaq|Inaq|Nene|Tete|Puang|Lik|Paklik"
    "|Bulik|Oma|Opa|Abah|Kak|Bung|Neng|Teh|Teteh|Wak) )"
)
# Of those, what belongs to a name that is never given without it: "Mak Iyah".
KIN = frozenset(
    """
    cak ko koh ci cik cece mama papa bapa amaq inaq nene tete
    lik paklik bulik bang teh gus puang ning mak wak mbah mbok nek emak
    abah uwak opung nyai nenek kakek
    """.split()
)
# Titles that are worth keeping as a role where nothing else is told.
RANKS = frozenset(
    """
    kombes irjen brigjen komjen akbp kompol iptu ipda jenderal kolonel mayjen letjen profesor prof mayor
    coach
    """.split()
)
# Behind another degree any short word in capitals is one: "Sp.OG, FMAS".
MORE_DEGREES = re.compile(rf"{DEGREES.pattern}|[A-Z]{{2,6}}")

# The heads of what a person is called by office, work or kinship. Lower case; one word each.
ROLE_HEADS = TITLES - HONORIFICS | frozenset(
    """
    deckhand diver playwright midwife fishmonger widow widower leader headteacher usher solicitor barrister
    sheriff chaplain rabbi strategist specialist planner lifeguard mediator negosiator negotiator
    tetua pengadil penggawa biduanita taipan maestro konglomerat miliarder wirausahawan cerpenis korlap orator
    pengawal pencipta penderes penyelundup kusir majikan petarung pebiliar pevoli
    worker employee seller mother father expert neighbor neighbour guard volcanologist executive
    ecologist researcher scientist economist farmer teacher student resident chairwoman coach captain player
    singer actor actress policeman prosecutor judge victim witness suspect biologist geologist architect nurse
    journalist author historian trader fisherman villager official vendor psychologist physician deputy
    aktivis pegiat penggiat relawan pengungsi pengunjung pembeli penjual penumpang pengemudi sopir
    pengusaha pelaku pemilik pengelola penjaga penyelenggara pendamping pengurus penasihat penasehat
    perwakilan wakil utusan delegasi duta diplomat tokoh sesepuh pemuka imam pastor biarawati ulama
    mahasiswa mahasiswi pelajar siswa siswi santri murid guru dosen akademisi sosiolog antropolog
    sejarawan budayawan psikolog epidemiolog ahli pakar spesialis arsitek insinyur analis konsultan
    ekonom ekonomi auditor akuntan notaris penyidik penyelidik kasat kanit kabid kasi kasubag
    pembuat pengolah pemasang pemetik pemotong penebang peracik petambang pencari pemburu penangkap pelaut
    pendayung pebulutangkis pejuang penggerak pembimbing penceramah pengkhotbah pendakwah pemusik penata
    pengarang pengulas pengecer pemukim penderita pengidap pendukung pemrotes pendemo
    pemeriksa perekrut penyalur pelayan penyapu pemadam penyembelih makelar calo
    kasubdit kasubbid kadis kadiv karo kapus kapuspen kapuspenkum kapendam kadispen kabidhumas
    dandim danrem danlanud danramil danton kajati kajari kejari jampidsus jampidum panglima komandan
    perwira prajurit polisi tentara satpam korban saksi tersangka terdakwa terpidana pelapor
    terlapor penggugat tergugat suami istri ayah ibunda ayahanda kakak adik anak paman bibi kakek
    nenek orang orangtua keluarga kerabat tetangga teman sahabat rekan kekasih pria wanita perempuan
    lelaki laki-laki gadis pemuda pemudi remaja bocah musisi vokalis gitaris drummer komposer
    pesinetron komedian pelawak model presenter pembawa kreator youtuber influencer selebgram atlet
    pebulu pesepak petenis pebalap pembalap petinju perenang pemanah bomber winger asisten arsitek
    nakhoda masinis pilot pramugari kru awak montir mekanik tukang buruh pekerja karyawan pegawai
    asn pns perawat bidan apoteker peternak pekebun penambak penyuluh pembudidaya penyair novelis
    pelukis pematung penari dalang seniman perajin pengrajin desainer fotografer jurnalis redaktur
    editor reporter pemimpin pimpinan presdir wadirut dirjen irjen sesditjen sekda sekretaris sekum
    bendahara plt plh pj pjs penjabat wamen wamendagri wamenlu wamenkeu wamentan wamenkes wamendag wamenhub
    wamensos wamenag wamenperin wamenhan wamenaker wamenkumham wamendikbud wamenpora wamenko wakajati kepsek
    wakapolri wakapolda wagub
    wabup wawali menaker menhub menhut menhan mensos menpora menparekraf menpan menpan-rb mentan
    menteri menperin menag menkumham menkopolhukam menlhk menko mendikbud mendikbudristek mendiknas
    mensesneg mendes menpupr menpar menteri seskab ksp jampidum jaksa ketum waketum waketu sekjend
    bendum kakanwil kakorlantas kasatreskrim kasatlantas kasatnarkoba kapuskesmas kepsek danpuspom
    korlantas kabareskrim kabagpenum karopenmas kadivhumas wadir manager general chief president
    vice director chairman secretary minister governor mayor spokesman spokesperson spokeswoman
    senator analyst professor lecturer activist head lawyer founder co-founder owner pemerhati
    praktisi promotor produser eksekutif komisioner hakim panitera legislator senator kader caleg
    capres cawapres cagub cabup calon bakal mantan eks bekas ibu bapak kapten moderator kurator
    perdana penasihat ajudan residivis pewara juri wasit sekretariat atase konsul pelantun vokal
    petahana pm bendahara kreditur debitur pensiunan purnawirawan veteran kades kadus sekdes kakan
    kabag karutan kalapas investigator inspektur prakirawan legislator karyawati setter kuasa
    penuntut cewek cowok dara pesohor selebritas lulusan jebolan personel emak-emak duda janda yatim
    rais katib mustasyar penghulu modin takmir marbot juragan bandar tengkulak distributor agen
    importir eksportir ibu-ibu bapak-bapak penggemar suporter fan penonton pasien dokter kepala
    ketua menkop deputi superintenden superintendent supervisor pelaksana kabiro kabag
    kabagops kasubsi kasie kasiop penanggung pemangku pembina perintis penggagas pelopor
    petugas pengawas pengajar penyedia pemandu penerjemah pengamen pemulung penarik penambang perantau
    perajin peserta panelis promovendus pemrakarsa pemohon termohon pengacara pembela pemeran pesulap
    ilmuwan dermawan rohaniwan negarawan cendekiawan budayawati karateka pesilat pecatur pelari
    kurir kasir barista koki wasekjen wabendum kapusdalops kapusdatin
    kadisnaker kadisperindag kadinsos kadispar kadistan kadiskominfo kadisdukcapil kadisdag kasatpol
    kanselir uskup kardinal
    kasudin sudin kadispora kadisdik kadinkes danyon danki wakasat wakapolres wakapolsek kapolresta
    kapolrestabes kapolrestro kapolresto kabidpropam ombudsman warek warektor kaprodi kajur
    vp svp evp cto cmo dubes konjen watimpres pewawancara narasumber chairperson
    penyerang pemilih pemudik pelancong wisatawan turis pejalan pesepeda pebasket pegolf peraih pemenang
    penerima penyintas penghuni penduduk peziarah penyelam pendaki penenun penjahit pelapak pengojek
    penggembala nahkoda kondektur teknisi peretas ilustrator animator sineas pustakawan arkeolog geolog
    vulkanolog biolog bruder suster biksu penghafal jemaah jamaah kandidat rival legenda bankir pialang
    investor pengembang petambak peladang alumnus mentor sukarelawan penyelamat mantri idola komika penyiar
    biduan rapper disjoki koreografer perancang peragawati seleb tiktoker vloger
    nasabah debitur operator kolumnis bintang pengemban pelanggan pemirsa
    pejabat bakul pacar tunangan terduga pembatik penggali pemahat pengukir penganyam penyadap pendongeng
    mertua massa demonstran pengunggah perekam penelepon penyebar pelempar penabrak pengendara pengadu
    pengirim pemotor
    pencuri perampok begal penadah penipu pengedar pemodal pemborong pemasok pengepul penggarap penyewa
    perakit perias penjaja pendulang jukir kernet kenek mandor preman hansip babinsa bhabinkamtibmas kameramen
    finalis doktor magister sarjana semifinalis juara kampiun
    perbekel bendesa pekaseh keuchik geuchik klian kelian pendeta ondoafi ondofolo alumni
    damang temenggung kuwu penatua paleontolog zoolog ekolog entomolog hidrolog klimatolog
    meteorolog seismolog toksikolog kriminolog filolog etnolog virolog imunolog onkolog kardiolog neurolog
    urolog radiolog dermatolog ginekolog mikrobiolog astronom agronom psikiater statistikawan fisikawan
    matematikawan astronaut kartunis peselancar pelari kiper bek gelandang libero tosser lifter joki
    kontributor sinden dukun tabib terapis nutrisionis saudagar lansia difabel carik
    pahlawan pencetak pedangdut rocker pebisnis admiral colonel lieutenant sergeant
    pengasuh kyai kiai direktris partner principal commissioner coordinator engineer officer
    banker grower miner sailor soldier surgeon dentist pharmacist supervisor foreman laborer labourer driver
    survivor passenger shopkeeper midwife caretaker broker contractor baker cook cleaner striker goalkeeper
    midfielder defender referee
    birokrat teknokrat predecessor successor
    akademikus politisi sastrawati producer filmmaker reviewer critic editor rider swimmer unggulan jagoan
    accountant anthropologist archaeologist astronomer attorney aunt barber biochemist bishop brother
    businessman businesswoman butcher campaigner cardiologist carpenter chancellor chemist choreographer
    cleric columnist commuter composer conservationist councilman councilwoman councillor cousin
    craftsman curator customer cyclist daughter dean defendant electrician entrepreneur environmentalist
    epidemiologist exporter firefighter fishmonger forester grandfather grandmother hiker housewife
    husband hydrologist importer inspector lawmaker librarian linguist lobbyist magistrate mechanic
    merchant meteorologist motorist nephew niece nutritionist oceanographer organiser organizer
    hunter breeder pulmonologist physiotherapist conductor adviser potter logger diver archivist novelist
    painter dancer cellist violinist chef waiter cashier receptionist courier boxer wrestler sprinter archer
    kritikus hidrogeolog arsiparis komponis fisioterapis porter munsyi
    paramedic pediatrician philosopher photographer physicist plaintiff poet politician priest
    programmer psychiatrist ranger rector refugee regent retailer retiree sculptor seismologist shopper
    sister sociologist son statistician supplier tailor technician tenant tourist treasurer trainer
    uncle undersecretary veterinarian virologist visitor volunteer councilor constable warden
    weaver welder wholesaler widow
    widower wife writer zoologist corporal major brigadier conservator gembala vikaris sulinggih
    polwan kowad syahbandar mualim kelasi kuli pawang pemancing judoka pegulat pesenam peloncat pelompat
    penembak pedayung peterjun pemanjat fasilitator enumerator verifikator penombak
    dealer elder musician guitarist comedian nun monk preacher headmaster headmistress tutor scholar academic
    intern apprentice clerk auditor consultant aide assistant ambassador diplomat envoy commander
    delegate congressman landlord landlady homeowner herder shepherd planter picker builder plumber gardener
    janitor bartender waitress hawker peddler shareholder motorcyclist biker skipper boatman ferryman
    boatbuilder fisherwoman surfer climber trekker evacuee migrant prisoner inmate convict detainee accuser
    whistleblower informant detective pathologist coroner medic therapist counsellor counselor caregiver
    designer seamstress cobbler blacksmith artisan pupil graduate parent teenager pensioner bride girlfriend
    boyfriend friend colleague counterpart classmate teammate opponent golfer gymnast rower skater champion
    medallist medalist neighbor chair co-chair chairperson co-owner co-author forager beekeeper brewer butler
    guide controller dispatcher paramedic artis
    ornithologist botanist mathematician statesman stallholder stallkeeper watchman
    """.split()
)
# Of those, what is a surname too, where the article names somebody by it: "Paulo Mendes", "Linda Baker".
SURNAMES_TOO = frozenset(
    """
    mendes baker cook butler potter porter carpenter hunter bishop dean weaver painter archer barber butcher
    gardener shepherd munsyi
    """.split()
)
# "Anaknya, Lukas": who somebody is to another.
ROLE_HEADS |= {
    f"{word}nya"
    for word in frozenset(
        """
        suami istri ayah ibu ibunda bapak kakak adik anak paman bibi kakek nenek orangtua kerabat tetangga
        teman sahabat rekan kekasih pengacara asisten ajudan manajer pelatih produser sutradara sopir
        pemilik bos atasan dokter wakil pendiri penulis penyelenggara pengelola menantu mertua sepupu
        keponakan cucu juru guru murid ketua direktur kepala kolega sekretaris staf pembantu utusan perwakilan
        """.split()
    )
}
# Groups and offices that speak in chorus: no person, and no name.
GROUPS = frozenset(
    """
    pemerintah polisi kepolisian panitia manajemen perusahaan perseroan jaksa hakim kejaksaan pengadilan
    warga pedagang petani nelayan buruh pengamat pakar ahli analis ekonom peneliti penyidik keluarga
    pihak tim sumber saksi pejabat petugas aparat otoritas kementerian kedutaan parlemen dewan komisi
    komunitas paguyuban perkumpulan sanggar grup aliansi
    fraksi partai serikat asosiasi organisasi lembaga kelompok koalisi aktivis mahasiswa penumpang
    klub balai kampus maskapai badan massa demonstran
    majelis pengelola penyelenggara pelaku pengusaha masyarakat publik netizen warganet pengacara media surat
    laporan pengunjung pembeli penonton konsumen pelanggan korban tersangka terdakwa pelapor mereka dokter
    """.split()
)
# In English, in chorus and without an article: "hunters say", "critics called it".
_ENGLISH_CHORUS = frozenset(
    """critics locals villagers police authorities investigators campaigners
    supporters""".split()
)
_NO_ENGLISH = frozenset("ekonomis".split())


def is_english_people(word: str) -> bool:
    """Tell "hunters" and "critics" (lower case) from a word of one person or of none."""
    if not word.endswith("s"):
        return word in _ENGLISH_CHORUS
    several = len(word) > 4 and word[:-1] in ROLE_HEADS
    several = several or (word.endswith("sses") and word[:-2] in ROLE_HEADS)  # "witnesses"
    return word in _ENGLISH_CHORUS or (several and word not in _NO_ENGLISH)


INDEFINITE = frozenset(
    """
    seorang salah sejumlah beberapa sebagian banyak para sebuah satu dua tiga empat lima enam tujuh
    delapan sembilan sepuluh puluhan ratusan ribuan seseorang several some two three four five six sources
    """.split()
)
PRONOUNS = frozenset("dia ia beliau blio doi dirinya he she".split())
PLURALS = frozenset("mereka keduanya they ketiganya it".split())  # "it" is a company
# Descriptions that fit anybody of that sex, or anybody at all.
FEMALE = frozenset(
    """
    cewek dara wanita perempuan ibu gadis nenek istri janda putri aktris penyanyi bu mbak mak hj ny
    nyonya nyai teh ibunda nona mrs ms dame chairwoman spokeswoman actress emak mbok uni oma tante bude bulik
    ustazah ustadzah hajah ning
    woman girl lady mother grandmother widow aunt businesswoman housewife daughter sister wife niece
    """.split()
)
MALE = frozenset(
    """
    cowok pria lelaki laki-laki bapak ayah kakek suami duda putra aktor pak bang mas cak kang haji kiai
    kyai kh tgh ustaz ustad ustadz habib romo
    tuan mr chairman spokesman actor sir abah uda opa om pakde paklik
    boy father grandfather widower uncle businessman policeman fisherman son brother husband nephew
    """.split()
)
DEMONSTRATIVES = frozenset("itu tersebut ini tadi".split())

INSTITUTIONS = frozenset(
    """
    pt cv fc sc tbk inc ltd institute institut universitas university kementerian kemenkop kemenkominfo
    kominfo badan komisi bank perusahaan partai dewan majelis mahkamah lembaga yayasan organisasi
    komite asosiasi federasi persatuan dinas polri polda polres polsek polresta polrestabes tni dpr
    dprd mpr kpk bps bmkg bnpb bpbd kpu bawaslu ojk news times group grup holding corporation
    company kejaksaan kejagung kepolisian pengadilan pemerintah pemprov pemkot pemkab fraksi koalisi
    serikat aliansi gabungan ikatan himpunan forum lsm manajemen panitia direktorat kemenkes
    kemenkeu kemenlu kemendag kemenhub kemensos kemenag kemendikbud kementan kemenperin kemendagri
    kemenhan kemenaker bpk bpom bkkbn bpjs mui nu muhammadiyah pbnu pbb who unicef imf reuters
    bloomberg kompas tempo tirto detik kumparan antara cnn bbc cnbc guardian post journal tim satgas
    pusat balai kantor rumah sekolah puskesmas klub fc united city golkar gerindra nasdem demokrat
    pks pkb pan ppp psi hanura perindo pdip pdi-p tiktok google meta facebook instagram twitter
    shopee tokopedia gojek grab apple microsoft amazon bytedance pertamina pln telkom telkomsel
    perhimpunan perkumpulan paguyuban konfederasi instansi institusi
    weekly daily magazine newspaper tribune foundation
    koperasi kud gapoktan bumdes bengkel
    garuda kamar dewan parlemen senat otoritas bea istana mabes kodam kodim korem
    """.split()
)
ENGLISH_BODIES = frozenset(
    """ministry agency bureau department commission authority council association
    union""".split()
)
INSTITUTIONS |= ENGLISH_BODIES
# "demikian pernyataan klub", "Perseroan beralasan": the one that is being talked about.
HOUSES = frozenset("perusahaan perseroan klub balai kampus maskapai manajemen".split())
# What companies are called in English, at the end of their names.
ENGLISH_FIRMS = frozenset(
    """
    metals energy mining resources holdings motors airlines industries ventures capital partners lines
    foods technologies logistics pharma petroleum steel shipping plantations solutions ratings securities
    sekuritas analytics insurance consulting advisors asset finance
    """.split()
)
# What an institution is called in English once it has been named: "the company said".
ENGLISH_HOUSES = frozenset(
    """
    company firm ministry agency bureau bank union club university hospital developer court group
    alliance coalition forum federation network organization organisation airline carrier lender
    regulator cooperative committee board foundation institute museum school clinic factory plant mine
    airport operator charity startup newspaper station team party police watch
    """.split()
)
# Nouns whose capitalised company is what an office is of.
OFFICE_WORDS = (
    INSTITUTIONS
    | PORTFOLIO
    | frozenset(
        """
    humas jenderal kehakiman administrasi pemerintahan pembangunan perencanaan anggaran pengawas pengawasan
    pelayanan publik masyarakat hubungan internasional nasional negara regional pemasaran produksi penjualan
    strategi kebijakan ekonomi politik keamanan penerangan penanggulangan bencana pengelolaan kebersihan
    pertamanan sumberdaya kelautan perikanan peternakan perkebunan tanaman pangan pengamatan gunung pos
    reskrim resnarkoba reskrimsus reskrimum intel intelkam samapta binmas lantas pidsus pidum satuan reserse
    kriminal lalu lintas narkoba intelijen pidana khusus militer angkatan darat laut udara
    komando resor sektor tinggi tata program studi fakultas jurusan departemen sekretariat bagian seksi
    subdirektorat direktorat inspektorat rukun tetangga rt rw dusun nagari kampung gampong lurah indonesia
    ikatan pedagang pasar petani nelayan buruh pekerja pengusaha industri kendaraan bermotor legislatif
    yudikatif penuntut majelis hakim perwakilan rakyat pemilihan fungsional ahli muda madya tim peneliti of
    the and for wakil teknik kepala kreatif kampus alumni mahasiswa wartawan jurnalis dokter perawat guru
    konsumen corporate affairs communications communication relations officer executive marketing sales
    government honorer pribadi senior junior teknis lapangan tetap harian sementara penumpang komunitas
    hotel restoran properti asuransi perbankan moneter fiskal pajak cukai migas minyak gas listrik air minum
    kereta api ventures capital partners holdings consulting advisory research studio labs foundation center
    centre airlines airways business chamber industry industries international world development media
    kabinet kesra medis imunisasi pasca tenaga kerja meteorologi geologi vulkanologi klimatologi statistik
    narkotika masjid musala gereja pura wihara pesantren pondok paroki keuskupan katedral museum adat
    managing bandara pelabuhan angkasa terminal stasiun logistik konstitusi tipikor antarlembaga veteriner
    kemahasiswaan akademik kepegawaian perpajakan karantina geofisika oseanografi penyiaran pertanahan
    agraria kehumasan tertinggal transmigrasi imigrasi pemasyarakatan perizinan kependudukan persandian
    pamong praja niaga kemaritiman antariksa kebencanaan kesejahteraan kerohanian kesiswaan kurikulum
    bulog pelindo pertamina perumnas perhutani telkom antam taspen damri pelni bpjs
    hortikultura perbenihan penyuluhan perlindungan pemberdayaan pembinaan pengembangan pengendalian sarana
    prasarana
    """.split()
    )
)
# Where something is said or sold, and who seldom speaks.
PLATFORMS = frozenset(
    "facebook instagram tiktok youtube twitter x whatsapp telegram threads wa ig fb".split()
)
MEDIA = frozenset(
    """
    reuters afp ap bloomberg antara kompas kompas.com tempo tempo.co detik detikcom detik.com
    kumparan cnn cnbc bbc tirto tirto.id republika bisnis bisnis.com tribun tribunnews okezone
    sindonews liputan6 liputan6.com guardian xinhua
    """.split()
)
# Words with a capital only because a sentence or a clause begins there.
OPENERS = frozenset(
    """
    namun sementara adapun sedangkan meski meskipun walau walaupun selain sebelumnya sebelum kemudian
    padahal bahkan akan tetapi tapi oleh karena di dalam pada ketika saat setelah usai seusai menurut
    lebih lanjut sejalan senada hal tak tidak untuk jika bila apabila kalau sebagai seperti dari dengan
    secara lantas lalu akhirnya kini sekarang saat dalam kesempatan terpisah itu ini atas terkait
    begitulah demikianlah itulah sambil seraya
    soal mengenai begitu demikian sejak hingga sampai karena sebab maka dan atau juga masih para
    berdasarkan sebaliknya sayangnya bagi kepada oleh ada yang setiap semua tiap tentu kata ujar
    the in on at as if once since unlike despite during because then there but however meanwhile
    outside inside nearby elsewhere upstairs downstairs later earlier afterwards
    although while when after before according to and mengutip merujuk asked told speaking under his her its
    their with from by between among like without within across
    melalui lewat lain melansir berbeda kendati serupa tahun bulan hari ia dia mereka beliau kami kita saya
    sang si sejumlah beberapa seorang salah sebagian banyak sebanyak dua tiga empat lima enam hanya
    ya jadi bukan sudah telah sedang belum apa siapa mengapa bagaimana kapan mana terlebih terakhir
    pihak pihaknya dirinya berikut satu salah begini nama sosok figur dikatakan disebutkan dijelaskan
    diungkapkan ditegaskan ditambahkan dituturkan dilaporkan dikabarkan diberitakan diketahui
    for sundulan tendangan penalti umpan tembakan gol smes pukulan
    """.split()
)
