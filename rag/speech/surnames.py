"""Names of families, clans and the Chinese, from Aceh to Papua, that stand behind a given name."""

from __future__ import annotations

import re
from collections.abc import Sequence

SURNAMES = frozenset(
    """
    abidondifu adoe aiboy ajamiseba al-habsyi al-haddad al-jufri alatas alaydroes alaydrus alhabsyi
    alhaddad aljufri alkatiri allo allolinggi amalo ambarita amtiran anakotta animbo apituley ardiansyah
    aritonang aronggear assa assagaf assegaf asso awoitauw ayomi baabud badjubier bafadhal bafagih
    bagindo bahasyim bajubair bakara bako balfas ballo bamukmin bana banamtuan banjarnahor banunaek
    banurea baransano barapadang barimbing barus barutu basalamah baswedan basyarahil batee batmomolin
    batuara batubara batuta baunsele bawazier beding belo benu benufinit bere berhitu berutu bessie
    betaubun bifel bilibora biniluk bire biya blegur boangmanalu boimau boko bolang boli bolla bonay
    bong bora bria brown brutu budianto bukifan bulo bunai butarbutar buulolo caniago capah chaidir
    chaniago chong cibro ciputra corebima daeli daeng daga dahoklory dakhi dalimunthe damanik damopolii
    dangga dapa dapamede dappa darmawan datuk daulay debataraja degei dende depari dethan djami djamil
    djawa djehadut doko doloksaribu dongoran dotulong dou douw duha dunggio elopere elu enembe fahik
    fallo fanggi fanggidae faot fau feoh firmansyah fobia foeh fofied fonataba fong funay gade galu
    gampar gea gerungan giay ginting gobai gobel goei gollu gombo gouw gozali guci gulo gultom gunadi
    gurning gurusinga habeahan hadikusuma hadikusumo hadinata hadiwijaya halawa haluk handoyo hapsoro
    harahap harefa harjono hartanto haryono hasballah hasibuan hasiholan hasugian hattu hau hawu hayon
    hehanussa henukh hermawan hesegem hetharia hia hioe hiola hoo hsu hukom hulalango hurint hutabalian
    hutabarat hutagalung hutagaol hutahaean hutajulu hutapea hutasoit hutauruk hutomo huwae idrus
    igirisa illu imbiri infaindan irawan irawanto ismau itlay iwanggin jalil jambak jebarus jegaut
    jehadu jehaut jelalu jemadu jemahan jemali jikwa johannis johnson kabarek kacaribu kaihatu kainama
    kaka kakisina kalalo kaleka kalesaran kalumbang kambu kamodo kampai kandou kapoh karaeng karamoy
    karokaro karosekali kartasasmita kartawijaya karubaba karundeng kase kataren katili katuuk kaunang
    kawatu kawilarang kayame kayoi keiya kelen kembuan keraf ketaren kho khoe khouw kim kirihio kissya
    kiwan klau kleden kmur koentjoro koesoemo kogoya koibur kolimon kolondam komaling komarudin koo
    koraag koroh korwa kosay kossay koto kountur kowaas kreutha krey kudubun kuhuwael kurni kurniadi
    kurniawan kusumawardhana kusumo kwalik kwee kwik laadjim lado lahagu lahay lalamentik lamanepa
    lamato lamawuran landu langoday lantong laoli larosa lase lasimpala lasut latuconsina latuharhary
    latuheru latumahina latupapua latupeirissa laturiuw lauw lawalata leatemia leba lee legi leimena
    leiwakabessy lekatompessy leko lembang lende lengkong lerik lesilolo letsoin letwory lewar liando
    lianto lie liem likumahua lilipaly lim limanto limbong limbono linggodigdo liong loak loasana loe
    loekito lokobal lokollo lomi lontoh losung loudoe louhenapessy luan lubis ludji luhukay lukito
    lumanauw lumbanbatu lumbangaol lumbanraja lumbantobing lumbantoruan lumempouw lumentut lumi
    lumingkewas lumintang lumowa mabel magai mage maitimu majid makarim malaihollo malau malelak malin
    malo mamahit mamangkey mambor mambrasar mambri mamentu manafe manalu manao mandacan mandagi
    mandailing mandey mandobar mandowen manek manggaprou mangindaan mangkunegoro manihuruk manik manoe
    manopo manoppo mansoben mantiri manu manuhuttu manuhutu manuputty manurung manusama marajo maramis
    marani marbun marey marpaung martak maryen masela masengi massie matondang matuan matulessy mauboy
    mawikere mawuntu mayaut mbeo mbili meliala mella mendr mendrofa messakh mete metekohy mewengkang
    milala milla mirino missa mofu mogot mointi mokoagow mokodompit mokodongan mone moningka monoarfa
    montolalu mote muaya mulachela mulyana munthe murib muskitta nababan naben nabuasa nadapdap nadeak
    nafi nahak nahdi naibaho nainggolan naiola naipospos naisanu najoan nalle nanlohy napitu napitupulu
    nasution nawipa nazara ndaomanu ndapa ndoen ndolu ndraha ndun nelwan neno nento neolaka ngantung
    ngedo ngefak nggadas nggoro ngongo nikijuluw nio njo njoo njoto nope notonegoro noya nuban nubatonis
    nunuhitu nusi nussy nyak oei oematan oen oetomo oetpah oey ohee ohoirat ohoiwutun ointu ola oladjawa
    olii ondi ong onim oroh osok otoluwa paat pah pairunan pakaya pakpahan palar palimbong palit
    pandeiroth pandelaki pandia pandiangan pandie pane pangaribuan pangemanan pangestu panggabean
    pangkey panjaitan pantouw panyalai paputungan parapat pardede parengkuan parera pariama park
    parlindungan pasaribu patandianan patti pattiasina pattikawa pattikayhatu pattinama pattipeilohy
    pattipeiluhu pattiselanno pattiwael paunno payobada pelealu pello pelupessy penu perangin-angin
    peranginangin permadi persulessy pesik pesulima phang phoa pian pical picauly pieris pigai pigome
    piliang pilliang pinem pinontoan poernomo poety pogolamun pohan polem polnaya poluan pondaag pongoh
    pongrekun posumah potabuga puang pulungan punuh purba puteh puttileihalat radja rahakbauw rahanra
    rahawarin rajagukguk rajo rambe randanan rangkuti ransun rante rantepadang rarung rattu ratulangi
    rauf rawis rawung rehatta rembet renyaan repi resimanuk retraubun rettob rihi rindengan ritonga
    riupassa riwu rohi rohman rombe rompas rondonuwu rorimpandey rorong rotinsulu ruba ruhulessin
    rumagit rumahorbo rumainum rumambi rumaropen rumbekwan rumbewas rumbiak rumengan rumere rumimpunu
    rumkabu rumkorem rumokoy rumpaisum rumwaropen rundengan runtukahu runtuwene sabami sabat sabuin
    saefatu saekoko saerang sagala sahalessy sahetapy sahuburua sahuleka saimima salampessy salang
    salhuteru salindeho salurante samallo samberi sambuaga samosir sampetoding sanam sangari sanggenafa
    sanjaya santosa saptenno sapulette saputra saputro saragi saragih sarapung sarimanella sarira
    saroinsong sarumaha sarumpaet sarundajang sasongko savsavubun sawaki sawor sebayang sembiring sembor
    sendow senduk sengkey senjaya seran setiadi seuk shahab shihab siadari siagian siahaan siahaya
    sianipar sianturi siauw sibarani siburian sidabalok sidabariba sidabutar sidauruk sidharta sidi sie
    siep sigalingging sigar sigarlaki sigiro sihaloho sihite sihombing sihotang sijabat sikumbang
    silaban silaen silalahi silitonga siloy simamora simangunsong simanjuntak simanullang simanungkalit
    simarmata simatupang simbala simbolon simorangkir sinaga sinambela sinamo sine singal sinlae
    sinolungan sinukaban sinulingga sinupayung sinurat sinuraya siokain sipahutar sipayung sirait
    siregar siringo-ringo siringoringo siswanto sitanala sitanggang sitepu sitohang sitompul sitorus
    situmorang situngkir siubelan siwabessy smith snae soe soedarmo soegiarto soetanto solang solin
    solossa sompotan sonbai sondakh sopacua sopamena soplanit sorabut sormin souisa soukotta soumokil
    souw sualang suatan subrata sudibyo sudrajat suebu suganda suherman sukamto sumampouw sumanti
    sumarauw sumolang sumual sundah sungkar supit supusepa surbakti suruan suseno sutan sutanto sutedja
    sutisna swabra syahab syahputra tabuni taek tafuli tahalea tahapary tahitu taka takimai talakua
    tallo talo tamaela tamba tambajong tambayong tambunan tampanguma tampi tampubolon tan tanaem tanamal
    tandi tandiono tandirerung taneo tanesib tangdilintin tanggu tangke tangkudung tanjuang tanoe
    tanoesoedibjo tanoto tantowi tanudjaja tanujaya tanuwidjaja tanuwijaya tanzil taosu tarigan
    tarihoran tasuib tebai tedja tedjo tefa tehupeiory tekege telaumbanua telenggen tella telussa
    tendean tetelepta teti thio thonak ticoalu tilaar tinambunan tio tirayoh tirtawidjaja titahena
    titaley titarsole tiwow tjahjadi tjahjono tjahyadi tjan tjandra tjandrawinata tjhia tjhin tjhong
    tjia tjiang tjio tjiptadi tjoa tjoe tjoeng tjokro tjong tnunay tobing toelle togatorop tokan tomasoa
    tombokan tooy tuanakotta tuankotta tuasikal tuegeh tuhumury tuhuteru tulalessy tulandi tumangger
    tumanggor tumbelaka tumewu tumiwa tumurang tungga tupamahu tupan turnip tutuarima tutuhatunewa
    tutupoly tuwaidan tuwo uaga ubit ubro ufi uhe ullo umbas umbulandu uneputty uno uran urbinas
    uropdana usboko usfinit uskono usmany voon wabiser wadu waicang wairata waker wakerkwa walandouw
    walangitan walela walilo wamafma wamu wandik wanggai wangsawidjaja wanimbo wantah wantania wantik
    warella warinussy waromi warouw waruwu watloly wattimena wattimury watulingas watuseke wau wauran
    wawointana waworuntu welong wenas wenda wenno weol werung wetipo weya wicaksono widjaja widjajanto
    widjojo wijayanto willa winata winerungan wirajaya wiranata wonda wong wongkar wonorenggo wora
    worabay worang woru wowor wuisan wunga wuwung wuwungan yaboisembut yamlean yap yapen yarangga yauw
    yeimo yelipele yewangoe yewun yikwa yoku yuwono zacharias zai zalukhu zebua zega zendrato ziliwu
    zonggonau zubaidi
    """.split()
)


def is_open(name: str, seen: Sequence[int], others: Sequence[int], text: str, position: int) -> bool:
    """Say whether a surname alone at ``position`` may be of another than whoever is named at ``seen``.

    It is where the article called somebody so before that one came in, ``others`` of the family being named
    first, unless that one is named in the same paragraph.
    """
    first, begun = min(seen), text.rfind("\n", 0, position)
    if first >= position or any(begun < at < position for at in seen) or min(others, default=first) >= first:
        return False
    called = re.compile(rf"(?<!\w)(?P<first>[A-Z][\w’'-]* )?{re.escape(name)}\b")
    return any(found["first"] is None for found in called.finditer(text, 0, first))
