"""Words that are names by themselves: common given names, family names, places."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FEMALE_GIVEN = _set(
    """
    adelia agnes aini ainun aisyah alfiah alifah alya amalia amanda amelda amelia aminah ana anastasia
    andriani angela angelina anggi anggraini anisa anita anna annie annisa annisah aprilia ardiana
    ariana ariani arini ashanti asmara asri astari astri astrid astuti atika atikah aulia aurelia aurora
    ayu ayudia azizah bella bernadeta bernadette bertha betty brigita cahyani calista camelia carla
    carolina caroline catherine cecilia chairani chelsea christina cici cindy citra clara claudia
    cornelia cynthia dahlia damayanti danila dayang debby debora delima della desi dessy deswita devi
    devina dewanti dewi dhea diah dian dianti dina dinda dini dita dorkas dwiyanti elin elina elis elisa
    elisabeth elizabeth ella elly elsa elvira emilia emma emmy endah endang enden enny erika erlina erna
    ester esther esti euis eunike eva evi evita fadhilah fadila fanny farah farida faridah fatimah fatma
    fauziah febriana febriani febrianti felicia felisia fenny ferawati feronika fifi filomena fiona
    firda fitri fitria fitriani fitriyani flora florentina fransisca fransiska frida friska gabriela
    gina gloria grace gracia greta habibah hafsah halimah hamidah hana hani hanifah hanna hannah hapsari
    harti hartini haryati hasanah hasna hasnah hasni helen helena heni hera herawati herlina hermin
    hesti hesty hilda husna ida iis ika ike ilma imas imelda ina inayah indah indira indri inggrid inka
    intan ipah ira irene iriana irma irmawati isabel isabella ismawati isna isnaini isti istiqomah
    iswanti iswati ita ivana ivonne jamilah jane janet janice jasmine jeane jenny jessica jessika joanna
    johana josephine joyce juariah judith julia juliana julianti jumiati junita juwita karina karlina
    karlinda karmila kartika kartini katarina katherine kemala khadijah khairunnisa khofifah khotimah
    komala komariah kristiana kristina kurniasih kurniati laila lailani lailatul lanny larasati lasmi
    lasmini lastri laura lena leni lenny leony lestari leticia levina lia lidia lidiya lidya liliana
    lilik lilis lina linawati linda lisa lisda lisnawati listya lola lucia lucy ludia luh lulu lusi
    lusia lusiana lutfiah luthfiah maemunah maesaroh magdalena maharani maimunah marcella mardiana
    margareta margaretha maria mariam mariana mariani marissa marita marlin marlina marsha martha
    martina martini marwah maryam maryana maryati masitoh masnun maulida maya mega megawati mei meilani
    melani melati melda melinda melisa melly merry mery meutia meylan mia milena mimin miranda mirna
    mita mochtaria monica monika mufidah muliani mulyani mulyati munah munawaroh murni murniati murtini
    mustika mutia nabila nadia nadya nafisah nafsiah naila nana nani nanik naomi narti natalia natasha
    nauli nayla nelly neneng neni neti netty ni nia nina ningrum ningsih nining nirmala nirwana nisa
    nita noer nova novi novia noviana novita nunik nunung nuraini nurani nurbaiti nurbaya nurdiana
    nurhaliza nurhasanah nurhayati nurjanah nurlaela nurlaila nurlela nurlina nurmala nursiah nurwati
    octavia ode oktavia olivia oni ovi paramita patricia paula paulina peggy pipit popi poppy pratiwi
    priska prita puan purwanti puspa puspita puspitasari puteri putri rachel rachmawati rahayu rahma
    rahmah rahmawati rahmi ramlah rasti ratih ratna ratnasari ratri regina reni renny reny resti retno
    retta reva rhea ria rianti rika rima rina rini ririn riska risma rismawati rita rizka robiah rodiah
    rohana rohani rohimah rohmah rokayah romlah ros rosa rosalia rosalina rosdiana rose rosida rosita
    rosmala rosmiati rosmini rostina rukmini rusmini ruth sabrina sadiah safira sakinah salamah salamiah
    salma salmah salsa salsabila samantha sandra saniah santi saodah sarah saraswati sari sarinah
    sarmila sartika saskia selvi septi septiani shanti sheila sherly shinta silvi silvia sinta siska
    siswati siti sitti sofia soimah solehah sonia sophia sopiah sri stefani stella stephanie stevani
    suci suhaeni suhartati suharti suhartini sukarti sukmawati sulastri sulis sulistyowati sumarni
    sumarti sumi sumiati sundari suparti supartini suprihatin surti surtini suryani suryati susana
    susanti susi susilawati susilowati susy suwarni suwarti suzanna syahrini syarifah syifa tania tanti
    tasya tati teresa teresia theodora theresia tiara tika tina tini titi titin tiwi tresia triana
    trisna tuminah tuti tutik ulfa ulfah ulya umi umiyati ummi uswatun utami utari valentina vanessa
    vania vera veronika vidya vina vinny violeta viona virginia vita wa waginah wahida wahyuni waode
    wati weni wenny widya widyastuti widyawati wiji winarni winarti winda wiwi wiwik wiwin wulan
    wulandari yana yani yanthi yanti yasmin yati yatini yayuk yekti yeni yenny yessi yohana yola yolanda
    yosefina yosepha yosephine yuana yuli yulia yuliana yuliani yulianti yuliati yulita yunia yuniarti
    yunita yusnita zaenab zahara zahra zainab zaskia zubaidah zulaiha zulaikha zulfa zuraida
    """
)
# Of men, and of either sex.
GIVEN = FEMALE_GIVEN | _set(
    """
    abdul abdullah abdurrahman abidin abimanyu abraham absalom achmad adam adang ade adhi adi adipati
    aditya adnan adolf adrian adrianus affandi agung agus agustian agustinus ahmad ahmed ahyar airlangga
    aji akbar akhmad akhyar alamsyah alan albert alberto albertus aldi aldo alex alexander alfian alfons
    alfonsus alfred ali alif alimin alimuddin aloysius alvin alwi ambrosius amin amir amiruddin amran
    amril amsal ananda anang anas andhika andi andika andre andreas andrew andri andrian angelo angga
    anggoro anhar anies anjar anjas ansar anselmus anshari anthon anthony anton antonius anwar apolos
    ardi ardian ardiansyah arfan ari arie arief arif arifin aris aristo arman armand armando arnold
    arsyad arya aryo asep asmadi asmawi asrul asrun aswin atang august augustinus awaludin azhar azis
    aziz azwar bachtiar badrun badrus bagas bagus bahar baharuddin bahri bahrul baihaqi bakri bambang
    banu barnabas bartolomeus basir basri basuki bayu benedictus benediktus beni benny benyamin bernard
    bernardus berto bima bimo blasius boby bonar bonaventura boni bonifasius boris boy bramantyo brian
    buchori budhi budi budiman burhan burhanuddin cahya cahyo cahyono candra carlos catur cecep chaerul
    chairil chairul chandra charles chrisna christian christopher cipto citro dadan dadang dahlan
    damianus danang dani daniel danil danny danu darma darmadi darman darmanto darmawan darmo darsono
    darto darwin darwis dasril david dede deden dedi dedy deni denny derry dharma didi didik didin dika
    dikdik dimas dindin dion djoko dodi dody dominggus dominikus doni donny dony dudi dudung dwi dwiki
    eddie eddy edgar edi edison edmund edo eduard edward edwin edy efendi effendi efraim egi eka eko
    elias eliaser eliezer elkana emil emmanuel endi endro engkos enos enrico erasmus eri erick erik
    erland erlangga ernest erwin esau eugenius evan fabian fabianus fachri fadhil fadil fadli fahmi
    fahri fahrul fahrur faisal faiz faizal fajar fajri fandi fandy farhan farid faris fathur fatkhur
    fatur fauzan fauzi febri febrian felix ferdi ferdinan ferdinand ferdinandus feriyanto fernando ferry
    fidel fikri filipus firdaus firman firmansyah frank franky frans fransiskus fredi fredy fuad gabriel
    galih ganjar garin gatot gede george gerald geraldus gerard gerardus gerry gerson ghani gibran
    gilang ginanjar gino gita gito glenn gregorius gugun gumilar gunadi gunarto gunawan guntoro guntur
    guruh gustaf gustav gusti habib hadi haerul hafid hafiz haidar haikal hairul halim hamdan hamdani
    hamid hamka hamzah hanafi handoko hanggono hanif hans hardi hardianto hari haris hariyadi hariyanto
    harjo harjono harmoko harry harsono hartono hartoyo harun haryadi haryanto haryo haryono hasan
    hasanuddin hasbi hasbullah hasim hasto hasyim helmi hendi hendra hendrawan hendri hendrik hendrikus
    hendro henky henny henri henry herdi heri herlambang herman hermansyah hermanto hermanus hermawan
    herry heru heryanto hidayat hilman hironimus hotman husein husen husin husni i ibnu ibrahim idham
    idris ignas ignasius ignatius ihsan ikhsan ikhwan ilham ilyas imam iman imanuel imran imron indra
    indrawan irfan irham irsyad irvan irwan irwansyah isa isak ishak iskandar ismail isman ismanto ismet
    israfil iswan iswanto ivan iwan iyan izzudin jack jacob jaelani jafar jajang jaka jakob jamal
    jamaluddin james jamil januar jarot jarwo jason jatmiko jaya jayadi jeffry jefri jeremia jeremias
    jeremy jerry jhon jimmy joe joel johan johanes johanis johannes john johny joko jonas jonathan joni
    jonny jono jose josef joseph joshua jossy joyo juanda juli julian julius jumadi junaedi junaidi
    jupri jusuf kadir kahar kamaluddin kamaruddin kamil kardi karim karno karsono karto karyono kasim
    kasman kasmir ketut kevin khaerul khairul khalid khoirul kiki komang komar komarudin kornelis
    kosasih kresna kris krisna kristian kristianto kristiawan kristoforus kromo kuncoro kurnia kurniawan
    kusnadi kusno kusuma kuswanto lambertus laode laurens laurensius leo leonard leonardus lexi lorens
    louis lucky luis lukas lukman lutfi luther luthfi machmud made madi mahdi mahendra mahfud mahmud
    malik manaf mangatas mangun mansur mansyur manuel marcel marco marcos marcus mardani mardi mardiono
    margono marihot mario marjono marjuki mark markus marlon marno marsudi marthen martin martinus
    martono maruli marwan maryanto maryono marzuki masdar masduki mashuri mathius matius maulana maurits
    maxi melkianus melkior melky michael miftah mikael mike mirza misbah misbahul mochamad moeldoko moh
    mohamad mohammad moses muamar muchlis muchtar mudjiono mufti muh muhaimin muhajir muhamad muhammad
    muhidin muhlis muhsin muhtar mujib mujiono mukhlis mukhtar mulyadi mulyana mulyanto mulyono munir
    murad murdani mursid mursyid musa muslih muslimin mustafa mustakim mustofa muzakir nanang nanda
    nandang narto nasir nasrudin nasrul nasrullah nathan natsir naufal nawawi nazar nehemia nicholas
    nico niko nikodemus nikolas nikolaus nizar nofrizal norman noto novan novianto nugraha nugroho nur
    nurdin nurhadi nurman nurul nuryadi nuryanto nyoman nyoto obed odi oka okky oktavianus omar onesimus
    opan oscar osman otniel otto pandu panji parjo parlindungan parman parno pascal pascalis pasha
    paskalis patrick patrik paul paulus permana peter petrus philip philipus pius pontas prabowo prabu
    pradipta pramono pranoto prasetyo pratama prawiro prayitno prayogo priyanto priyo priyono pudji
    pujiono purnomo purwadi purwanto purwono putra putu rachman rachmat raden radit raditya rafael rafi
    rafli rahardian rahardjo rahmad rahman rahmat raihan raka rakha ramadhan ramadhani ramdan ramlan
    ramli randi randy rangga rano rasyid raymond reinhard rendi rendra rendy reno resa reynald reza rian
    ricardo richard ricky rico ridho ridwan rifai rifki riki riko rinaldi rinto rio riski riswan riyadi
    riyan riyanto rizal rizki rizky robby robert roberto robertus robi roby rochmat rocky rofi rofiq
    rohim rohmat roland romario romi romy ronald roni ronny rosyid roy royke rudi rudianto rudy rully
    rusdi ruslan rusli rusman rustam ryan sabar sabri sadikin saefudin saeful saepul safrizal safrudin
    sahat sahlan sahrul said saifuddin saiful saifullah salahuddin salim salman salmon salomo samsudin
    samsul samuel sandi sandiaga sandy santo santoso saprudin sapto sarjono sarno sartono sarwo sarwono
    sastro satria satrio saut sebastian sebastianus semuel septian setiawan setyo sigit silas silvester
    simon simson sinyo slamet sobari sodikin soekarno sofian sofyan soleh solihin sonny sony sopian
    sosro stefan stefanus stephen steven subagyo subandi subhan sudarmaji sudarman sudarmanto sudarmo
    sudarmono sudarno sudarsono sudarto sudirman sudjarwo sudrajat sugeng sugianto sugiarto sugiono
    sugito sugiyanto suhaimi suhardi suharto suhartono suharyono suhendar suhendra suherman suhud sujana
    sujarwo sujatmiko sujono sukardi sukarman sukarno sukirman sukri sulaeman sulaiman sulistyo sumardi
    sumarno sumarsono sumarto sumitro sunardi sunarno sunarto sunarya sunaryo supandi supardi suparman
    suparno supri supriadi supriyadi supriyanto supriyono suradi surahman surono suroso surya suryadi
    suryana suryanto suryo suryono susanto susilo suswono sutarman sutarno sutarto sutedjo sutejo
    sutikno sutisna sutiyono sutomo sutopo sutrisno suwandi suwanto suwardi suwarno suwito suyanto
    suyatno suyitno suyono syafii syafiq syafrizal syafruddin syafrudin syahrial syahril syahrir syahrul
    syaiful syamsir syamsuddin syamsul syarif syarifuddin syukri tajuddin tarmizi tarno tarsono taryono
    tatang taufan taufik taufiq teddy tedi tedy teguh tengku teuku teungku thamrin theo theodorus
    theofilus thomas tigor timotius tirto tito tjahjo tobias toha tohari tommy toni tono tony torang
    toto totok tri trisno triyono tubagus tugiman tukiman tumpal ubaidillah ucok udin ujang umar umbu
    usep usman utomo valentino victor viktor vincent vincentius vino vinsensius wahid wahidin wahyu
    wahyudi wahyudin wakidi walid waluyo wandi wardi warno warsito warsono wartono wasis wawan wayan
    welly wendi wibisono wibowo widi widodo wiguna wijaya wildan wilfridus wili wiliam willem william
    willy wilson winarno winarto wira wiranto wirawan wiryawan wiryo wisnu wiyono yadi yahya yakob
    yakobus yakub yan yance yanto yanuar yasin yasir yayan yerimia yoga yogi yohan yohanes yohanis yon
    yonas yonathan yongki yono yopi yos yosef yosep yoseph yosua yoyok yudha yudhi yudhistira yudi
    yudistira yulianto yulius yunus yupiter yuri yus yusak yusran yusri yusril yusron yusuf yusup zaenal
    zaenuddin zaenuri zainal zaini zainuddin zainuri zakaria zaki zakir zul zulfan zulfikar zulham
    zulhas zulhelmi zulkarnaen zulkarnain zulkifli zulkipli
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
    ghana gianyar gorontalo gowa gresik grobogan guatemala gunungkidul haiti halmahera hanoi hilir hulu ilir
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
