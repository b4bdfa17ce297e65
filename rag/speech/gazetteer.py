"""Words that are names by themselves: common given names, family names, places."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FEMALE_GIVEN = _set(
    """
    adelia agnes aisyah alya amalia amelia ana anggi anggraini anisa anita annisa aprilia ariani
    arini asri astri astrid astuti atika aulia ayu cecilia christina cindy citra clara dahlia
    damayanti debora della desi dessy devi dewanti dewi dian dina dinda dini dorkas elisa elisabeth
    ella elly elsa emilia endah endang enny erna ester eva evi evita farida fatimah fatma febriani
    febrianti felicia firda fitri fitria fransiska gabriela hana hani hapsari hasnah herlina hesti
    husna ida iis ika imelda inayah indah indri inggrid intan ira irma isna iswanti jamilah jessica
    julia juliana karina karlina karmila kartika katarina khadijah khairunnisa kristina kurniasih
    kurniati laila lailatul lastri leni lestari lia lidia lidya liliana lilis lina listya luh lusi
    lusiana magdalena maimunah margaretha maria mariani marlina martha martini maryam maryati
    maulida maya mega megawati mei meilani melinda melisa mery meutia mirna monica murni mutia
    nabila nadia nadya nafisah nana nani natalia nelly neni ni nia nina ningsih nining nisa novi
    noviana nuraini nurhayati nurjanah nurlaela nurmala octavia oktavia paramita patricia pratiwi
    puan purwanti puspita puspitasari putri rachel rahayu rahma rahmawati rasti ratih ratna ratri
    reni retno ria rianti rika rina rini ririn rizka rohana rohani rosa rosalina rosdiana rosida
    rosita rosmala rukmini rusmini safira salma salsabila sandra santi sarah sari sartika saskia
    septiani sheila shinta silvia sinta siska siti sofia solehah sri stefani suci suharti suhartini
    sulastri sulistyowati sumarni sumiati sundari suprihatin suryani susi susilowati syarifah tania
    tasya theresia tiara tika tina tini titin tuminah tuti ulfa umi ummi utami utari valentina vania
    vera veronika vina viona wahyuni wati widya widyastuti winarti wiwik wiwin wulan yani yanti
    yasmin yeni yohana yuli yulia yuliana yulianti yuniarti yunita zahra zubaidah zulaikha
    """
)
# Of men, and of either sex.
GIVEN = FEMALE_GIVEN | _set(
    """
    abdul abdullah achmad ade adi aditya adrian agung agus agustinus ahmad ahmed airlangga aji alan
    albert albertus aldi alex alfian alfonsus ali alif alvin amin amir anas andi andika andre
    andreas andrew andri angga anggoro anies anjar anthony anton antonius anwar ardi ardian ari
    arief arif arifin aris arman arya asep aswin awaludin bachtiar bagus baharuddin bambang bayu
    benny bernard bima bimo bonifasius boy bramantyo budhi budi budiman burhan burhanuddin cahya
    cahyo catur chairul charles chrisna christian dadang dani daniel danu darma darwin david dede
    dedi dedy deni denny didik dimas djoko dodi dominggus doni donny dwi eddie eddy edi edwin edy
    eka eko elias emil endro erick erlangga erwin fabian fadli fahmi fahri faisal faiz fajar fandi
    fandy farhan farid faris fauzi febri febrian felix ferdi ferdinand ferry fikri firman frans
    fransiskus galih ganjar gatot gede george gerry gibran gilang gita gregorius gunawan guntoro
    guntur guruh hadi hafid hafiz halim hamdan hamid hamzah handoko hanif hari haris hariyanto harry
    hartono harun haryanto hasan hasanuddin hasto helmi hendra hendrawan hendri hendrik hendrikus
    hendro henny heri herlambang herman hermansyah heru heryanto hidayat hilman husein i ibnu
    ibrahim ignatius ikhsan ilham ilyas imam iman indra indrawan irfan irham irsyad irwan ismail
    isman ismet iwan jamal jamaluddin james januar jaya jefri jeremia jimmy johan john joko joni
    joseph joshua juli junaidi jusuf kamaruddin kardi karyono ketut kevin khairul khoirul kiki
    komang krisna kristian kuncoro kurnia kusnadi leonardus lukas lukman lutfi luthfi machmud made
    mahfud mahmud mansur marcel mardani mario mark markus martin marwan maulana melky michael mikael
    mirza mochamad moh mohamad mohammad muchlis muh muhaimin muhammad mukhlis mulyadi mulyono munir
    mursid musa mustafa mustofa nanang nanda nasir nasrudin nasrul naufal nico nugroho nur nurul
    nuryanto nyoman pandu paul paulus permana peter petrus prabowo pramono prasetyo pratama priyo
    priyono pudji purnomo purwanto putra putu rachman rachmat raden rafi rahardjo rahmad rahman
    rahmat raihan raka ramadhan ramli rangga rasyid rendra rendy reza rian richard ridho ridwan
    rifai rinto rio riski rizal rizki rizky robby robert roby rofi rohmat romi roni ronny rosyid
    royke rudi rudy rully rusdi ruslan rusli sadikin safrudin saiful salim samsul samuel sandi
    sandiaga santoso satrio sebastian septian setiawan sigit simon slamet sofyan soleh solihin
    stefanus stephen steven subagyo subandi sudarsono sudirman sugeng sugiarto sugiono suharto
    suharyono suhendra sujatmiko sukardi sukarno sukirman sulaiman sumardi sumarno sunardi sunarto
    sunaryo supardi suparno supri supriyadi supriyanto suradi surono suroso surya suryadi suryono
    susanto susilo sutarto sutikno sutopo sutrisno suwarno suwito suyanto suyono syafii syahril
    syahrul syaiful syamsul syarif tarmizi taryono taufik taufiq teddy teguh tengku teuku teungku
    theo thomas toni tono tony tri trisno triyono tubagus tumpal ucok udin umar usep usman victor
    viktor vincent vincentius wahyu wahyudi wawan wayan wibowo widi widodo wijaya willem william
    winarno wira wiryawan wisnu yahya yakob yakobus yanto yanuar yayan yoga yogi yohanes yongki yono
    yosef yoseph yudha yudhi yudhistira yudi yulianto yulius yunus yusran yusril yusuf zaenal zainal
    zainuddin zaki zul zulfikar zulkarnain zulkifli
    """
)
# Clans, family names and what stands last in a name.
FAMILY = _set(
    """
    al-habsyi alatas alaydrus alhabsyi ardiansyah aritonang banjarnahor
    assegaf bafadhal barus baswedan batubara
    brown budianto caniago chaniago daeng dalimunthe damanik darmawan datuk daulay enembe firmansyah
    ginting gultom gunadi hadikusumo hapsoro harahap harjono hartanto haryono hasibuan hasiholan
    hermawan hutabarat hutagalung hutapea hutasoit hutomo irawan johnson karaeng kaunang kim kogoya
    komarudin koto kurniawan kusumo kwee latuconsina lee leimena lie liem lim liong lubis
    lumbantobing lumentut malau mamahit mandagi manek mangkunegoro manik manuhutu manurung marpaung
    mulyana murib nababan nahak nainggolan napitupulu nasution notonegoro oei ong pangaribuan
    pangemanan panjaitan pardede park parlindungan pasaribu pattinama permadi piliang puang pulungan
    purba rajagukguk rangkuti rohman rumbiak sagala sahetapy saputra saputro saragih sebayang
    sembiring seran shihab siagian siahaan sianturi sibarani sihombing sihotang sikumbang silaban
    silalahi simamora simanjuntak simarmata simatupang simbolon sinaga sirait siregar siswanto
    sitorus situmorang smith sondakh sudrajat suherman sutan sutisna syahputra tabuni tambunan
    tampubolon tan tanoto tarigan tjahjadi tjandra tobing tuasikal wanggai waworuntu wenas wenda
    wicaksono widjaja widjojo wijayanto wirajaya wong wowor
    """
)
PLACES = _set(
    """
    aceh afganistan aljazair ambon amerika angola ankara arab argentina armenia as asmat atambua
    australia azerbaijan babel badung baghdad bahrain bali balikpapan bandar bandung bangka
    bangkalan bangkok bangladesh banjar banjarmasin banten bantul banyumas banyuwangi barat batam
    batang baubau beijing bekasi belanda belgia belitung belu bengkulu berau berlin biak binjai
    bintan bitung blitar blora bogor bojonegoro bolivia bondowoso bontang bosnia boyolali brasil
    brebes brunei brussel bukittinggi bulgaria canberra chile china ciamis cianjur cibinong cikarang
    cikini cilacap cilegon cimahi cina cirebon delhi demak denmark denpasar depok diy dki doha dompu
    dubai dumai ekuador ende eropa etiopia fakfak fiji filipina finlandia flores garut gaza georgia
    ghana gianyar gorontalo gowa gresik grobogan guatemala gunungkidul haiti halmahera hanoi
    honduras hongkong hungaria india indonesia indramayu inggris irak iran irlandia islamabad
    islandia israel italia jabar jakarta jamaika jambi jateng jatim jawa jaya jayapura jember jenewa
    jepang jepara jerman jombang kabul kairo kalbar kalimantan kalsel kaltara kalteng kaltim kamboja
    kamerun kanada karanganyar karawang kazakhstan kebumen kediri kendal kendari kenya kepri
    kepulauan kerinci ketapang klaten kolaka kolombia korea kosovo kotawaringin kroasia kuba kudus
    kulonprogo kuningan kupang kutai kuwait lamongan lampung laos lebak lebanon leste libanon libya
    lituania lombok london lubuklinggau luksemburg lumajang luwuk madagaskar madinah madiun madrid
    madura magelang majalengka majene makassar maladewa malang malaysia maluku malut mamuju manado
    manila manokwari maroko maros mataram maumere medan mekkah meksiko melbourne mentawai menteng
    merauke mesir metro mimika minahasa mojokerto monas mongolia montenegro moskwa mozambik mumbai
    myanmar nabire namibia nepal nganjuk ngawi nigeria norwegia ntb ntt nunukan nusantara oman
    pacitan padang pakistan palangkaraya palembang palestina palopo palu pamekasan panama pandeglang
    pangandaran papua paraguay parepare pariaman paris pasuruan pati payakumbuh pekalongan pekanbaru
    pemalang perancis peru polandia ponorogo pontianak portugal poso prabumulih prancis probolinggo
    purwakarta purwokerto purworejo qatar rangkasbitung rembang riau riyadh roma rumania rusia
    rwanda salatiga samarinda sambas sampang sampit saudi selatan semarang senayan senegal seoul
    seram serang serbia serikat siantar sibolga sidoarjo sikka singapura singkawang sintang siprus
    situbondo skotlandia sleman slovakia slovenia solo solok somalia sorong spanyol sragen subang
    sudan sukabumi sukoharjo sulawesi sulbar sulsel sulteng sultra sulut sumatera sumatra sumba
    sumbar sumbawa sumedang sumenep sumsel sumut surabaya surakarta suriah swedia swiss sydney
    taiwan tangerang tanzania tarakan tasikmalaya tegal teheran temanggung tengah tenggara ternate
    thailand tidore timika timor timur tiongkok tokyo tomohon toraja trenggalek tual tuban
    tulungagung tunisia turki uganda ukraina uruguay utara uzbekistan vatikan venezuela vietnam
    wakatobi wales wamena washington wonogiri wonosobo yaman yogyakarta yordania yunani zambia
    zimbabwe
    """
)
