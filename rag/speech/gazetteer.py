"""Words that are names by themselves: common given names, family names, places."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FEMALE_GIVEN = _set(
    """
    adelia agnes aini ainun aisyah alfiah alifah alya amalia amanda amelda amelia aminah ana
    anastasia andriani angela angelina anggi anggraini anisa anita anna annie annisa annisah
    aprilia ardiana ariana ariani arini ashanti asmara asri astari astri astrid astuti atika
    atikah aulia aurelia aurora ayu ayudia azizah bella bernadeta bernadette bertha betty brigita
    cahyani calista camelia carla carolina caroline catherine cecilia chairani chelsea christina
    cici cindy citra clara claudia cornelia cynthia dahlia damayanti danila dayang debby debora
    delima della desi dessy deswita devi devina dewanti dewi dhea diah dian dianti dina dinda dini
    dita dorkas dwiyanti elin elina elis elisa elisabeth elizabeth ella elly elsa elvira emilia
    emma emmy endah endang enden enny erika erlina erna ester esther esti euis eunike eva evi
    evita fadhilah fadila fanny farah farida fatimah fatma fauziah febriani febrianti felicia
    felisia fenny filomena fiona firda fitri fitria fitriani fitriyani flora florentina fransiska
    frida gabriela gina gloria grace gracia habibah hafsah halimah hamidah hana hani hanifah hanna
    hannah hapsari hasanah hasnah helen helena hera herawati herlina hermin hesti hesty hilda
    husna ida iis ika ilma imas imelda inayah indah indira indri inggrid inka intan ipah ira irene
    iriana irma irmawati isabel isabella isna iswanti iswati ita ivana ivonne jamilah jane janet
    janice jasmine jeane jenny jessica jessika joanna johana josephine joyce juariah judith julia
    juliana jumiati junita karina karlina karlinda karmila kartika katarina katherine kemala
    khadijah khairunnisa khofifah komala komariah kristiana kristina kurniasih kurniati laila
    lailani lailatul lanny larasati lastri laura lena leni leony lestari leticia levina lia lidia
    lidiya lidya liliana lilik lilis lina linawati linda lisa lisda listya lucia lucy luh lulu
    lusi lusia lusiana luthfiah maesaroh magdalena maharani maimunah marcella margareta margaretha
    maria mariani marissa marita marlin marlina marsha martha martina martini marwah maryam
    maryana maryati masitoh masnun maulida maya mega megawati mei meilani melani melati melda
    melinda melisa melly merry mery meutia meylan milena miranda mirna mita mochtaria monica
    monika muliani munawaroh murni murniati murtini mustika mutia nabila nadia nadya nafisah
    nafsiah nana nani naomi natalia natasha nauli nayla nelly neni netty ni nia nina ningrum
    ningsih nining nirmala nirwana nisa nita noer nova novi noviana novita nunik nunung nuraini
    nurani nurbaiti nurdiana nurhayati nurjanah nurlaela nurlaila nurlina nurmala nurwati octavia
    oktavia olivia oni ovi paramita patricia paula paulina peggy pipit poppy pratiwi prita puan
    purwanti puspa puspita puspitasari puteri putri rachel rachmawati rahayu rahma rahmawati rahmi rasti
    ratih ratna ratnasari ratri regina reni reny resti retno retta reva rhea ria rianti rika rima
    rina rini ririn risma rismawati rita rizka robiah rodiah rohana rohani rohimah rokayah romlah
    ros rosa rosalia rosalina rosdiana rose rosida rosita rosmala rosmiati rostina rukmini rusmini
    ruth sabrina safira sakinah salamah salamiah salma salsa salsabila samantha sandra santi
    saodah sarah saraswati sari sartika saskia selvi septi septiani shanti sheila sherly shinta
    silvi silvia sinta siska siswati siti sitti sofia soimah solehah sonia sophia sri stefani
    stella stephanie suci suhaeni suhartati suharti suhartini sukmawati sulastri sulis
    sulistyowati sumarni sumi sumiati sundari suprihatin surti suryani suryati susana susanti susi
    susilawati susilowati susy suwarni suzanna syarifah syifa tania tasya teresa teresia theodora
    theresia tiara tika tina tini titi titin trisna tuminah tuti tutik ulfa ulfah ulya umi umiyati
    ummi utami utari valentina vanessa vania vera veronika vidya vina vinny violeta viona virginia
    vita waginah wahida wahyuni wati weni wenny widya widyastuti winarti winda wiwi wiwik wiwin
    wulan wulandari yana yani yanthi yanti yasmin yatini yeni yenny yessi yohana yosephine yuana
    yuli yulia yuliana yuliani yulianti yulita yunia yuniarti yunita yusnita zaenab zahra zaskia
    zubaidah zulaiha zulaikha zulfa
    """
)
# Of men, and of either sex.
GIVEN = FEMALE_GIVEN | _set(
    """
    abdul abdullah abidin achmad adam ade adhi adi aditya adnan adrian adrianus affandi agung agus
    agustian agustinus ahmad ahmed airlangga aji akbar akhmad alan albert albertus aldi aldo alex
    alexander alfian alfonsus alfred ali alif alimin aloysius alvin alwi amin amir amran amril
    ananda anang anas andhika andi andika andre andreas andrew andri angelo angga anggoro anhar
    anies anjar anthony anton antonius anwar apolos ardi ardian ardiansyah arfan ari arie arief
    arif arifin aris aristo arman armand armando arnold arsyad arya aryo asep asrul asrun aswin
    august awaludin azhar azis aziz azwar bachtiar badrun bagas bagus baharuddin bahrul bakri
    bambang basir basri basuki bayu benedictus beni benny bernard bernardus bima bimo boby
    bonifasius boris boy bramantyo budhi budi budiman burhan burhanuddin cahya cahyo carlos catur
    cecep chairul chandra charles chrisna christian cipto dadan dadang damianus danang dani daniel
    danil danny danu darma darmawan darsono darwin darwis david dede dedi dedy deni denny dharma
    didi didik didin dika dikdik dimas dion djoko dodi dody dominggus doni donny dwi dwiki eddie eddy
    edgar edi edmund edo eduard edward edwin edy efendi effendi efraim egi eka eko elias eliaser
    emil emmanuel endi endro engkos enrico erick erik erland erlangga ernest erwin eugenius fabian
    fachri fadhil fadil fadli fahmi fahri fahrul faisal faiz fajar fajri fandi fandy farhan farid
    faris fatkhur fauzan fauzi febri febrian felix ferdi ferdinan ferdinand feriyanto fernando
    ferry fidel fikri filipus firdaus firman firmansyah frank franky frans fransiskus fredi fredy
    gabriel galih ganjar garin gatot gede george gerald geraldus gerard gerry ghani gibran gilang
    ginanjar gita glenn gregorius gunadi gunarto gunawan guntoro guntur guruh gustaf gustav habib
    hadi haerul hafid hafiz haikal hairul halim hamdan hamid hamka hamzah hanafi handoko hanif
    hans hardi hardianto hari haris hariyadi hariyanto harjo harmoko harry hartono harun haryadi
    haryanto haryo hasan hasanuddin hasbi hasim hasto hasyim helmi hendi hendra hendrawan hendri
    hendrik hendrikus hendro henky henny henri henry herdi heri herlambang herman hermansyah
    hermanto hermawan herry heru heryanto hidayat hilman hotman husein husin husni i ibnu ibrahim
    idham idris ignas ignasius ignatius ihsan ikhsan ikhwan ilham ilyas imam iman imanuel imran
    indra indrawan irfan irham irsyad irvan irwan irwansyah isa isak iskandar ismail isman ismet
    iswanto ivan iwan izzudin jack jacob jaelani jafar jajang jaka jakob jamal jamaluddin james
    januar jarot jarwo jason jaya jeffry jefri jeremia jeremy jerry jhon jimmy joe joel johan
    johanes johanis johannes john joko jonas jonathan joni jonny jose josef joseph joshua jossy
    juanda juli julian julius junaedi junaidi jusuf kadir kahar kamaruddin kamil kardi karim karno
    karyono kasim kasman ketut kevin khairul khalid khoirul kiki komang komarudin kornelis kosasih
    krisna kristian kristiawan kristoforus kuncoro kurnia kurniawan kusnadi kusno kusuma lambertus
    laurens leo leonard leonardus lexi lorens louis lucky luis lukas lukman lutfi luthfi machmud
    made madi mahdi mahendra mahfud mahmud malik mangatas mansur manuel marcel marco marcos
    mardani mardi mardiono margono marihot mario mark markus marlon marthen martin martinus maruli
    marwan mathius matius maulana maxi melky michael miftah mikael mike mirza mochamad moeldoko
    moh mohamad mohammad moses muchlis muchtar mufti muh muhaimin muhamad muhammad muhidin muhlis
    muhsin mujiono mukhlis mukhtar mulyadi mulyono munir murdani mursid musa muslimin mustafa
    mustofa muzakir nanang nanda nandang narto nasir nasrudin nasrul nasrullah nathan natsir
    naufal nazar nicholas nico niko nikolas nikolaus nizar novan novianto nugroho nur nurdin
    nurhadi nurman nurul nuryanto nyoman nyoto odi oka okky oktavianus omar osman otto pandu panji
    parlindungan pascal pasha paskalis patrick paul paulus permana peter petrus philip philipus
    pius prabowo prabu pradipta pramono pranoto prasetyo pratama priyo priyono pudji pujiono
    purnomo purwanto putra putu rachman rachmat raden radit raditya rafael rafi rafli rahardian
    rahardjo rahmad rahman rahmat raihan raka rakha ramadhan ramdan ramlan ramli randi randy
    rangga rano rasyid raymond reinhard rendi rendra rendy resa reynald reza rian ricardo richard
    ricky rico ridho ridwan rifai rifki riki rinaldi rinto rio riski rizal rizki rizky robby
    robert roberto robi roby rocky rofi rofiq rohim rohmat roland romi romy ronald roni ronny
    rosyid roy royke rudi rudianto rudy rully rusdi ruslan rusli rusman rustam ryan sabar sabri
    sadikin saefudin saepul safrudin said saifuddin saiful salahuddin salim salman samsudin samsul
    samuel sandi sandiaga sandy santoso sapto sarwono satria satrio saut sebastian sebastianus
    septian setiawan setyo sigit simon sinyo slamet sobari sodikin sofyan soleh solihin sony
    sopian stefan stefanus stephen steven subagyo subandi subhan sudarmono sudarsono sudirman
    sudjarwo sugeng sugianto sugiarto sugiono sugito suharto suharyono suhendra suherman sujatmiko
    sukardi sukarno sukirman sulaeman sulaiman sumardi sumarno sumitro sunardi sunarto sunaryo
    supardi suparman suparno supri supriadi supriyadi supriyanto suradi surono suroso surya
    suryadi suryanto suryono susanto susilo suswono sutarman sutarno sutarto sutikno sutisna
    sutomo sutopo sutrisno suwandi suwarno suwito suyanto suyono syafii syafrudin syahrial syahril
    syahrul syaiful syamsuddin syamsul syarif tarmizi tarno taryono tatang taufan taufik taufiq
    teddy tedi teguh tengku teuku teungku theo thomas timotius tito tjahjo toha tommy toni tono
    tony torang toto totok tri trisno triyono tubagus tumpal ucok udin ujang umar usep usman utomo
    valentino victor viktor vincent vincentius vino wahid wahyu wahyudi wahyudin walid wandi wardi
    warsito wasis wawan wayan welly wendi wibowo widi widodo wijaya wildan wili willem william
    willy wilson winarno wira wiranto wiryawan wisnu yadi yahya yakob yakobus yakub yan yance
    yanto yanuar yasin yayan yoga yogi yohan yohanes yongki yono yopi yos yosef yosep yoseph yudha
    yudhi yudhistira yudi yudistira yulianto yulius yunus yuri yus yusak yusran yusril yusron
    yusuf zaenal zaenuri zainal zaini zainuddin zakaria zaki zul zulfan zulfikar zulhas zulkarnaen
    zulkarnain zulkifli
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
