"""Words that are names by themselves: common given names, places."""

from __future__ import annotations

FEMALE_GIVEN = frozenset(
    """
    adelia adelin adelina adolfina adolfince adriana afifah afra agnes agnesia agustina aini ainiyah
    ainun aisah aisyah aisyiyah alberta albertina alena alexandra alexia alfiah alfira alfonsa alice
    alicia alifah alin alina alisa alma almira aloysia alvina alvira alya amalia amaliah amanda amelda
    amelia amina aminah aminatus amira amirah ana anastasia anastasya anatasya andini andriani andriyani
    anesti angela angelina angelique anggi anggita anggraini anggreini anike anisa anisah anita anjani
    anna annie annisa annisah aprilia apriliani apriyani aqila ardiana ardina ariana ariani arini ariska
    arista arlin arlince arum ashanti asih asma asmara asmaul asnah asni asri asriani asrianti astari
    astin astri astrid astuti atiek atik atika atikah audrey augustina aulia aurel aurelia aurora
    avrilia ayu ayudia azahra azizah azka azkia azzahra baiq bathseba bella benedikta bernadet bernadeta
    bernadethe bernadette bernarda bernardina bertha betaria beti betty bettyna bibiana bidari brigita
    brigitta cahyani calista camelia carla carmelita carolina caroline catarina catharina catherine
    cecilia chairani chelsea chika chintya christin christina christine cici cicilia cindy citra clara
    clarissa claudia cornelia cory crescentia cut cynthia dahlia dahliana dalima damayanti daniela
    danila darmawati darmi darni darsih datu dayang deasy debby debora deborah dela delfi delfina delima
    della delvina denok desi desmawati desmita desri dessy destri deswita detty devi deviana devina
    devita dewanti dewi dewinta dhea dhini diah dian diana dianita dianti diba dila dina dince dinda
    dini dita dolfina dominika dona donata dora dorce dorkas dorthea duma dwiana dwina dwiyanti eda een
    efi efrida eirene elda elen elfrida eli elia elin elina elinda elis elisa elisabet elisabeth elisya
    elita elizabet elizabeth elka ella ellen elly ellyana elsa eltje elvi elviana elvina elvira elwi ely
    ema emanuela emi emilia emiliana emiria emma emmy encih endah endang enden eneng enggelina eni enita
    enjelina enny eny epi erika erlina ermina ermita erna ernawati ernestina ersa ervina esih ester
    esterlina esther esti etik etna etty euis eunike eva evalina evelin evelyn everdina evi evita evy
    fabiola fadhila fadhilah fadhilatul fadila fadilah faiqah faizah fani fanny fara farah farida
    faridah fatimah fatimatuz fatin fatiya fatma fatmawati faustina fauzia fauziah fauziyah fauzul febe
    febi febriana febriani febrianti febriyanti febry felicia felisia felisitas femmy fenny fenti feny
    feodora ferawati feronika ferra fidelia fidia fientje fifi filomena fina fiona fira firda firdausi
    fitri fitria fitriah fitriana fitriani fitriyah fitriyani flora florensia florentina floriana fonny
    fransina fransisca fransiska freda frederika frida friska fristia gabriela galuh genoveva gerarda
    germana ghea ghina gina giovani gladys gloria grace gracia graciella gratia greta gusmini gusnawati
    habiba habibah hadija hadijah haerani hafidzah hafizah hafsah halima halimah hamidah hamsiah hana
    handayani hani hanifah hanna hannah hanum hapsari hariani harlina harni harnita hartati hartatik
    harti hartinah hartini haryani haryati hasanah hasna hasnah hasni hasniah hastuti hedwig heidi helda
    helen helena helga heliana helmina hendrika heni hera herawati herda herdina herlin herlina herlinda
    herliyani hermien hermin hermina hesta hesti hesty hetty hidayah hidayati hikmah hilda hildegardis
    hilma hindun hotma hotmaida hotnida husna husnul ibtisam ida idawati iffah iin iis ijah ika ikah ike
    iklima ilma ilona imas imelda immanuela imroatun ina inayah inayatul indah indarti indira indri
    indriyani ineke inggrid inka inne inriani inta intan ipah ira irawati irena irene iriana iriani
    irianti irma irmawati irmayanti irna isabel isabela isabella isma ismah ismawati ismiati isna
    isnaini isnawati isti istianah istikomah istiqomah iswanti iswati ita iva ivana ivon ivonne iyah
    iyem jacinta jamilah jamilatun janah jane janet janice janti jariah jasmin jasmine jeane jelita
    jelly jeni jenia jenifer jennifer jenny jeny jessica jessika jessy jihan joanna johana johanna johra
    jolanda josefa josefina josephina josephine joyce joys juanita juariah judith julaeha juleha julekha
    julia juliana juliani julianti julita jumaiyah jumarni jumiati jumiyati juniati junita justina
    juwariyah juwarni juwita kadarsih kalsum kamalia kamariah karina karlina karlinda karmila karolina
    kartika kartinah kartini kasiati kasinem kasmawati kasmiati katarina katherine katrin kemala keysha
    kezia khadijah khairani khairiyah khairunnisa khalisa khodijah khofifah khoiriyah khoirunnisa
    kholifah kholisah khotimah kimberly kinanthi kinanti kirana klara klaudia komala komariah
    konstantina kornelia kristiana kristiani kristianti kristin kristina kunti kurniasih kurniati
    kusmiati kusmiyati kusrini kusumawati laela laila lailan lailani lailatul laksmi lamria lanny
    larasati lasmi lasminah lasmini lastri latifah laura laurensia lena leni lenny leny leonarda leoni
    leony lestari leticia letisia levina lia liana lidia lidiya lidwina lidya liesje lilian liliana
    liliani lilik lilis lina linawati lince linda lisa lisda lisna lisnawati listya liza lola lolita
    lorensa lucia luciana lucy ludia luh lulu luluk lumongga lusi lusia lusiana lutfiah luthfiah
    luthfiyah lydia maemunah maesaroh magdalena magfirah maghfiroh maharani mahdalena mahmudah maimunah
    maisaroh maisyarah malikah mantili marcelina marcella mardiana margareta margaretha margriet maria
    mariam mariana mariani marice marina marissa marita maritje mariyam marlin marlina marni marselina
    marsha marsinah marta martha martina martini marwah marwiyah maryam maryana maryani maryati masitah
    masitoh masnah masni masnun masriah masrida masyitah mathilda maulida maulidya maya mayang mediana
    mega megawati mei meilani meisya melani melania melati melda melinda melisa melissa melly meriana
    merlin merlina merry mery meutia meylan mia mieke mikha milena milka mimin mina minarni mince mira
    miranda mirna misnah misriah mita mochtaria monalisa monica monika moza mudrikah mufidah mujiati
    mukarromah muliani mulyani mulyati munah munawaroh munifah murni murniati murtini murtiningsih
    muslihah muslimah mustika mutia mutmainah muyassaroh nabila nadia nadya nafisah nafsiah naila najwa
    nana nani nanik naning nanny naomi narsih narti nasirah nasiroh nasriah natalia natasha natasya
    nauli nayla nelly nenden neneng neni nensi neny neti netty ni nia nilam nina ningrum ningsih nining
    nirmala nirwana nisa nisrina nita niza noer nopi nora noraini norlince norma normawati notburga nova
    noverita novi novia noviana novianti novita nunik nunuk nunung nuraeni nuraini nurani nurasiah
    nurbaiti nurbaya nurcahyani nurdiana nurfadilah nurhaeni nurhaliza nurhasanah nurhayati nurhidayah
    nuriah nurida nuriyah nurjanah nurjannah nurlaela nurlaila nurlela nurlina nurmala nurmi nurmiati
    nurmin nuroh nursiah nursyamsi nurti nurwahidah nurwati nyi nyimas octavia odah ode odilia oktavia
    oktaviani olga olivia omih oni opi orpa orpah oti otilia ovi pangestuti paramita parida parinem
    partini patmawati patricia patrisia paula paulina pauline peggy perpetua pertiwi petra petri
    petronela pipit pitri ponirah popi poppy prapti pratiwi prilly prisca priska priskila prita priyanti
    puan pujiastuti pujiati purnamasari purwanti purwati puspa puspita puspitasari puteri putri putriani
    qonita qoriah qurrota rachel rachmawati radhiah rafika rahayu rahel rahma rahmah rahmawati rahmi
    rahmiati raihanah raisa ramlah rani rania raodah rasni rasti ratih ratna ratnasari ratri rebeka
    refina regina renata reni renny reny resti retno retta reva rhea ria riana rianti ribka rifa rika
    rima rina rini ririn risa risda riska risma rismawati rita riyanti rizka robiah rodiah rodiyah
    rofiah rofikoh rohana rohani rohaya rohimah rohmah rokayah romauli romlah ronauli ros rosa rosalia
    rosalina rosana rosdiana rose roselina rosi rosida rosita roslina rosmala rosmauli rosmawati
    rosmiati rosmida rosmini rosnah rosnani rosnida rosnita rostina roswita rubiah rubiyah rugaiyah
    ruhana ruhaya rukayah rukia rukiah rukmini rumiati rumini rumondang rus rusmiati rusmini rusni
    rustiah rustini ruth ruwaida sabariah sabina sabrina sadiah safira safitri safrida sahara saidah
    sakinah salamah salamiah salbiah salma salmah salmawati salome salsa salsabila salwa samantha
    samiati samsiah samsinar sandra saniah santi santika saodah sapura sarah saraswati sarce sari sariah
    sariati sarifah sarinah sarini sarmi sarmila sartika sarwendah saskia sefa selfi selina selvi selvia
    septi septiana septiani serafina serly sesilia setiawati shanti sheila shelly sherly shinta sholihah
    siah silvi silvia sinta sisca siska siswati siti sitti siwi sofia sofiah sofiana sofiatun soimah
    soleha solehah solihah solikah sonia sophia sopiah sovia sri stefani stefania stela stella stephanie
    stevani stien suaibah suarni subaidah subekti suci sudarmi sudarsih sugiarti sugiyarti suhaeni
    suhaeti suharni suhartati suharti suhartini suharyati sujati sukaesih sukarsih sukarti sukasih
    sukatmi sukemi sukesi sukinah sukinem sukirah sukiyem sukmawati sulaiha sulasih sulasmi sulastri
    sulfiah sulis sulistiani sulistiawati sulistyowati sumarmi sumarni sumarsih sumarti sumartini
    sumaryati sumi sumiati sumini sumirah sumiyati sunarsih sunarti sundari suparmi suparni suparti
    supartini supatmi supiati supini supiyah suprapti supraptini supriatin suprihatin supriyati surti
    surtini suryani suryanti suryati susana susanna susanti susi susianti susilawati susilowati susy
    sutarmi sutarni sutarti sutiah sutinah sutini sutiyem suwarni suwarsih suwarti suyati suyatmi
    suzanna syahla syahrini syamsiah syarifah syifa syilvia tabita talita tamara tami tania tanti tarsih
    tasya tati tatiek tatik taty teresa teresia theodora theresia thessa tia tiara tika tina tini tinuk
    tirza titi titin tiur tiurma tiwi tresia tria triana trimah trinil tris trisna trisnawati triyani
    tukinem tukiyem tuminah tumini tumirah tuti tutik ulfa ulfah uli uliana ulinda ulya umairah umaiyah
    umaya umi umiyati ummi untari uswatun utami utari valentina vanessa vania venny vera verawati
    veronika vicky vidya vina vinny violeta viona virginia vita vivi viviana vivin vonny wa waginah
    wagiyem wahdaniah wahida wahidah wahyuni wahyuningsih wakinah walinem wanda waode warsih warsiti
    warti wartinah waryati wati wellmina welmince weni wenny widaningsih widayanti widhi widia
    widiastuti widiati widya widyastuti widyawati wigati wiji wilda wilhelmina wina winarni winarsih
    winarti winda windi windy wiwi wiwiek wiwik wiwin wulan wulandari yakoba yana yani yanthi yanti
    yasinta yasmin yati yatini yayah yayu yayuk yekti yemima yeni yenni yenny yesi yessi yessica yetty
    yeyen yohana yola yolanda yosefa yosefina yosepha yosephine yosina yovita yuana yublina yufita yuli
    yulia yuliana yuliani yulianti yuliarti yuliati yulinda yulita yuliyanti yunengsih yuni yunia yuniar
    yuniarti yunita yurika yurni yusni yusnidar yusnita yusra yusriah yusrini yustin yustina yuyu yuyun
    zaenab zahara zahra zahrotul zainab zakia zakiah zakiyah zaleha zalfa zarina zaskia zelika zenab
    zubaidah zuhaira zuhriah zulaeha zulaiha zulaikha zulfa zulfah zulfiana zulfikah zulhijah zuraida
    """.split()
)
# Of men, and of either sex.
GIVEN = FEMALE_GIVEN | frozenset(
    """
    oliver matthew ethan lucas justin brandon tyler aaron kyle dennis gregory aminudin amirudin iswar
    emily susan karen nancy ashley donna carol michelle rebecca sharon kathleen amy dorothy margaret carolyn
    frances diane julie lauren megan cheryl charlotte chloe
    adriano alessandro antonio bernardo bruno dejan diego dragan duarte edson eduardo emilio esteban
    fabio felipe filipe giovanni goncalo gonzalo goran gustavo hector helder hugo ignacio javier joaquin
    jorge julio leandro lorenzo marcelo mateo matias mauricio miguel milos nenad nicolas nuno osvaldo
    pablo paulo pedro ramon raul renato rodrigo rui sergio stefano thiago tiago vicente vinicius vitor
    wesley xavier zoran
    oman omon uman sukadi supadi sumadi suwadi kasmadi rusmadi sukarman
    aang abdiel abdul abdullah abdurrahman abednego abidin abimanyu abner abraham absalom achmad adam
    adang ade adhi adi adian adipati aditya adiyasa adnan adolf adolof adrian adrianus aep afandi affan
    affandi afriadi afrian agung agus agustian agustinus ahmad ahmed ahyar aidil airlangga ajat aji
    akbar akhmad akhyar akmal akram alamsyah alan albert alberto albertus aldi aldo aleksander alex
    alexander alfaro alfian alfons alfonsius alfonsus alfred alfredo algiers alhamid ali alif alim
    alimin alimuddin aloysius alpius alvin alwi ambrosius amin aminuddin amir amiruddin amos amran amril
    amrin amrullah amsal anakletus ananda anang anas anderias andhika andi andika andre andreas andrew
    andri andrian angelo angga anggara anggoro anhar anies anjar anjas ansar anselmus anshari ansori
    anthon anthony anton antonius anwar apolos ardi ardian ardiansyah ardit arfan ari aria arie arief
    arif arifin aris aristo arkhan arman armand armando armansyah armin arnold arnoldus arsenius arsyad
    arya aryo asep asikin askar asmadi asmawi asnawi asrul asrun aswin atang atmaja august augustinus
    aurelius awaluddin awaludin awang azhar azis aziz azwar bachtiar badaruddin badri badrun badrus
    bagas bagus bahar baharuddin bahri bahrul bahrun bahtiar baihaqi baim bakhtiar bakri baltasar
    bambang banu barnabas bartholomeus bartolomeus basir basirun basri basuki batista bayu benedictus
    benediktus beni benjamin benny benyamin bernard bernardinus bernardus bernhard berto bima bimo
    bintoro blasius boby bonar bonaventura boni bonifasius boris boy bramantyo brian buchori budhi budi
    budiman burhan burhanuddin bustami bustanul caesar cahya cahyo cahyono calvin candra carlos catur
    cecep chaerul chairil chairul chandra charles chrisna christian christofel christopher cipto citro
    clemens cornelis cosmas cyprianus cyrilus dadan dadang dahlan damianus danang dani daniel danil
    daniswara danny danu darma darmadi darman darmanto darmawan darmo darsono darto darwin darwis dasril
    daud david dede deden dedi dedy demianus deni denis denny derek derry desmond dharma didi didik
    didin dika dikdik dimas dindin dion dionisius djafar djoko dodi dody dominggus domingus dominikus
    donatus doni donny dony dorus drajat dudi dudung dwi dwiki eddie eddy edgar edi edison edmund
    edmundus edo eduard eduardus edwar edward edwin edy efendi effendi efraim egi eka eki eko elias
    eliaser elieser eliezer elifas elkana ellyas elvis emanuel emil emmanuel encep endi endro engkos
    enjang enos enrico entis epafras erasmus erens eri erick erik erland erlangga ermanto ernes ernest
    erwin esau esra eugenius eusebius evan ezra fabian fabianus fachri fachrul fadhil fadil fadli fahmi
    fahri fahrul fahrur fahrurrozi faisal faiz faizal fajar fajri fandi fandy faozan farhan farid faris
    fathur fatih fatkhur fatur fauzan fauzi febri febrian felix ferdi ferdian ferdinan ferdinand
    ferdinandus ferdy feriyanto fernando ferry fidel fidelis fikri filemon filipus firdaus firman
    firmansyah florianus frank franky frans fransiskus freddy frederik fredi fredrik fredy frengki
    frengky fuad fulgensius gabriel galih gamaliel gandi ganjar garin gaspar gatot gavin gede george
    gerald geraldus gerard gerardus gerry gerson ghani ghufron gibran gideon gidion gilang gilbert
    ginanjar gino gita gito glenn gregorius gugun gumilar gunadi gunarto gunawan guntoro guntur guruh
    gustaf gustav gusti habel habib habibi hadi hadrianus haerul hafid hafiz haidar haikal hairil
    hairuddin hairul halim hamdan hamdani hamid hamim hamka hamsah hamzah hanafi handi handoko hanggono
    hanif hans hardi hardianto hari haris haritsah hariyadi hariyanto harjo harjono harlan harmoko harry
    harsono hartanto hartono hartoyo harun haryadi haryanto haryo haryono hasan hasanuddin hasbi
    hasbullah hasim hasto hasudungan hasyim helmi hendi hendra hendrawan hendri hendrik hendrikus hendro
    henki henky henny henri henry herdi herdian heri herianto herlambang herlan herman hermansyah
    hermanto hermanus hermawan heronimus herry heru herwin heryanto hezron hidayat hieronimus hilarius
    hilman hilmi hironimus hizkia hosea hotman hubertus husain husein husen husin husni i ibnu ibrahim
    idham idris ignas ignasius ignatius ihsan ikbal ikhsan ikhwan ikram ilham iljas ilyas imam iman
    imanuel immanuel imran imron indarto indra indrawan ircham irfan irham irman irsan irsyad irvan
    irwan irwansyah isa isak isaskar ishak iskak iskandar ismael ismail isman ismanto ismet isnan
    israfil iswan iswandi iswanto ivan iwan iyan izaak izhar izzudin izzul jabir jack jacob jaelani
    jafar jailani jajang jaka jakob jalal jalaluddin jamal jamaluddin jamaludin james jamhari jamil
    januar januarius jarot jarwo jasman jason jatmiko jauhari jaya jayadi jeffry jefri jefry jeremia
    jeremias jeremy jerry jhon jimmy joao jodi joe joel johan johanes johanis johannes john johny joko
    jonas jonathan jonathon joni jonly jonny jono jose josef joseph joshua jossy joyo juanda jufri juli
    julian julianus julius jumadi junaedi junaidi juned jupri jusman justinus jusuf kadir kahar
    kaharuddin kaleb kamaluddin kamaludin kamaruddin kamil kardi karim karman karmin karno karsono karto
    karyadi karyono kasianus kasim kasirun kasman kasmir kasno kenny ketut kevin khaerul khaidir khairil
    khairuddin khairul khalid khoirudin khoirul kholid kiki klemens komang komar komarudin kornelis
    kornelius kosasih kresna kris krisna kristian kristianto kristianus kristiawan kristoforus kromo
    kuncoro kurnain kurnia kurniawan kusnadi kusno kusuma kuswanto lambertus laode laurens laurensius
    lazarus lefinus legiman leo leonard leonardus leonidas leonsius leontius lexi lexy libertus lodewyk
    lorens lorensius louis lubis lucky ludgerus ludovikus luis lukas lukman lusianus lutfi luther luthfi
    machmud made madi maftuh mahdi mahendra mahfud mahmud mahmudi mahyudin makarius makmun maksimus
    maksum malik manaf mangapul mangatas mangun mansur mansyur manuel maradona marcel marcelinus marco
    marcos marcus mardani mardi mardiono margono marhaban marianus marihot mario marjono marjuki mark
    markus marlon marno marsel marsianus marsudi martadi marthen martin martinus marto martono martoyo
    maruli marwan maryanto maryono marzuki masdar masduki mashudi mashuri masrur masud mateus matheos
    matheus mathius matius maulana mauliate maurits mawardi maxi maximus melkianus melkias melkior melky
    mesakh metusalak micael michael miftah mikael mike mikhael mirza misbah misbahul miswanto mochamad
    moeldoko moh mohamad mohammad monang moses mozes muamar muchlis muchtar mudji mudjiono muflih mufti
    muh muhaimin muhajir muhamad muhammad muhidin muhlis muhsin muhtar mujahid mujib mujiono mukhlis
    mukhtar mukmin mukti mulyadi mulyana mulyanto mulyono munandar munawar munir munirul muntaha murad
    murdani murdiono mursalin mursid mursyid murtado musa musdar muslih muslimin mustafa mustakim
    mustaqim mustofa muzakir muzakki nababan nabil nadir naftali nahum najib nalendra nanang nanda
    nandang napoleon narto nasaruddin nasir nasrudin nasrul nasrullah nasrun nathan nathanael natsir
    naufal nawawi nazar nazaruddin nazir nehemia neles nicholas nico niko nikodemus nikolas nikolaus
    nimrod nirwan nixon nizar noak noel nofri nofrianus nofrizal norman noto novan novianto nugraha
    nugroho nur nuraddin nurdin nurhadi nurkholis nurman nursalim nurul nuryadi nuryanto nurzaman nyoman
    nyoto obaja obed obet odi oka okky oktavianus okto oktovianus olifer omar onesimus opan opik orlando
    oscar osias oskar osman otniel otto pahala pajar pamungkas pandapotan pandu panji parjo parlindungan
    parman parno paryono pascal pascalis pasha paskalis patrick patrik patrisius paul paulinus paulus
    pawel permana peter petrus philip philipus pieter pius polikarpus ponco ponidi poniman pontas porman
    prabowo prabu pradana pradipta pramono pramudya pranoto prasetya prasetyo pratama prawiro prayitno
    prayogo priyanto priyo priyono pudji pujiono purnomo purwadi purwanto purwono putra putu qomar
    quirinus rachman rachmat raden radit raditya rafael rafi rafli rahardian rahardjo rahmad rahman
    rahmat raihan raimundus rajab raka rakha ramadan ramadhan ramadhani ramdan ramdani ramlan ramli
    ramses randi randy rangga rano rasid rasidin rasyid ratno ravi raymond refli reinhard renaldi rendi
    rendra rendy reno resa restu reynald reza rezki rian ricardo richard ricky rico ridho rido ridwan
    rifai rifki rihat riki riko rinaldi rino rinto rio riski riswan rivai rivaldo riyadi riyan riyanto
    rizal rizaldi rizki rizky robby robert roberto robertus robi robin roby rochmat rocky rofi rofiq
    rohim rohman rohmat roland rolando rolly romanus romario romi romualdus romy ronald ronaldo roni
    ronny rony rosyid roy royke ruben rubianto rudi rudianto rudiyanto rudolf rudolfus rudy rufinus
    rully rusdi rusdianto ruslan rusli rusman rustam rusydi ryan sabar sabaruddin sabarudin sabinus
    razali aboe nirwono patria tauhid sabri
    sadikin sadiman sadli sadrak saefudin saeful saepul safar safrizal safrudin saharuddin sahat
    sahid sahlan sahrul said saidi saifuddin saiful saifullah saipul salahuddin salahudin saleh salim
    salman salmon salomo samad samsi samsir samson samsuddin samsudin samsul samuel sandi sandiaga sandy
    sangkot santo santoso saparudin saprudin sapto sarbini sardi sarip sarjono sarman sarno sartono
    sarwo sarwono sastro satria satrio saut saverinus sebastian sebastianus semuel septian serafin
    servasius setiawan setyo severinus sigit sihar silas silvester simeon simon simson sinyo siprianus
    slamet sobari sodikin soekarno soetrisno sofian sofyan soleh soleman solihin sonny sony sopian sosro
    stanislaus stefan stefanus stephen stevanus steven subagyo subandi subarkah subhan subroto sucipto
    sudarmaji sudarman sudarmanto sudarmo sudarmono sudarno sudarsono sudarto sudirman sudiro sudjarwo
    sudrajat sugeng sugianto sugiarto sugiman sugiono sugito sugiyanto sugiyono suhadi suhaili suhaimi
    suhardi suharno suharto suhartono suharyono suhendar suhendra suherman suhud sujana sujarwo
    sujatmiko sujono sukamto sukardi sukarman sukarno sukiman sukirman sukirno sukri sulaeman sulaiman
    suleman sulistiyo sulistyo sumaji sumardi sumarno sumarsono sumarto sumitro sunardi sunarno sunarto
    sunarya sunaryo sunoto supandi supardi suparjo suparlan suparman suparno supratman supri supriadi
    supriyadi supriyanto supriyono suradi surahman suranto suratman suratno suriadi suripto surono
    suroso surya suryadi suryana suryanto suryo suryono susanto susilo suswono sutarjo sutarman sutarno
    sutarto sutedjo sutejo sutikno sutisna sutiyono sutomo sutopo sutoyo sutrisno suwandi suwanto
    suwardi suwarno suwito suyadi suyanto suyatno suyitno suyono syafii syafiq syafri syafrizal
    syafruddin syafrudin syahrial syahril syahrir syahrudin syahrul syaiful syakir syamsi syamsir
    syamsuddin syamsudin syamsul syarif syarifuddin syarifudin syukri tabrani tadeus tadius tahir
    tajuddin tamrin tarmizi tarno tarsisius tarsono taryono tasrif tatang taufan taufik taufiq
    taufiqurrahman taupik teddy tedi tedy tegar teguh temmy tengku teo teodorus teofilus tersisius teuku
    teungku thamrin theo theodorus theofilus thobias thomas tian tigor timotius tirto tito titus tjahjo
    tjahyo tobias togar toha tohari tohir tomas tommy toni tono tony torang toto totok tri trisno
    triyanto triyono tubagus tugiman tugimin tukijan tukiman tukimin tukiyo tumino tumpak tumpal turmudi
    turyono ubaidillah ucok udin ujang ulin umar umbu unang urbanus usep usman ustadi utomo valentino
    valerianus vallen vian victor viktor viktorianus vincen vincent vincentius vino vinsensius virgilius
    vitalis wagiman wagimin wagino wagiran wahab wahid wahidin wahyono wahyu wahyudi wahyudin wakidi
    walid waluyo wandi wardi warno warsito warsono wartono waryono wasis wawan wayan welly wempi
    wendelinus wendi wensislaus wibisono wibowo widi widodo wiguna wijaya wildan wilfridus wilhelmus
    wili wiliam willem william willy wilson winarno winarto wira wiranto wirawan wirya wiryawan wiryo
    wisnu wiyono wolter xaferius xaverius yacob yadi yafet yahya yakob yakobus yakub yan yance yanes
    yanto yanuar yanuarius yasin yasir yayan yefta yeheskiel yehezkiel yeremia yeremias yerimia yermias
    yesaya yoga yogi yohan yohanes yohanis yon yonas yonatan yonathan yongki yono yopi yordan yos
    yosafat yosef yosep yoseph yosepus yosias yosua yoyok yudas yudha yudhi yudhistira yudi yudistira
    yulianto yulianus yulius yunus yupiter yuri yus yusak yuski yusran yusri yusril yusron yustinus
    yusuf yusup zaenal zaenuddin zaenudin zaenuri zahir zaid zaidan zainal zaini zainuddin zainudin
    zainul zainuri zakaria zakarias zaki zakir zamroni zarkasi zefanya zefnat zein zeth zidan zubair
    zuhdi zuhri zul zulfan zulfikar zulham zulhas zulhelmi zulkarnaen zulkarnain zulkifli zulkipli
    zulman
    """.split()
)
# Other countries, by the word of their names that tells them.
COUNTRIES = frozenset(
    """
    afganistan aljazair amerika angola arab argentina armenia australia azerbaijan bahrain bangladesh
    belanda belgia bolivia bosnia brasil brunei bulgaria chile china cina denmark ekuador etiopia fiji
    filipina finlandia georgia ghana guatemala haiti honduras hongkong hungaria india inggris irak iran
    irlandia islandia israel italia jamaika jepang jerman kamboja kamerun kanada kazakhstan kenya kolombia
    korea kosovo kroasia kuba kuwait laos lebanon leste libanon libya lituania luksemburg madagaskar
    maladewa malaysia maroko meksiko mesir mongolia mozambik myanmar namibia nepal nigeria norwegia nugini
    oman pakistan palestina panama paraguay perancis peru polandia portugal prancis qatar rumania rusia
    rwanda saudi selandia senegal serbia singapura siprus skotlandia slovakia slovenia somalia spanyol sudan
    suriah swedia swiss taiwan tanzania thailand tiongkok tunisia turki uganda ukraina uruguay uzbekistan
    vatikan venezuela vietnam wales yaman yordania yunani zambia zimbabwe
    """.split()
)
PLACES = COUNTRIES | frozenset(
    """
    meranti selayar penajam merangin simeulue singkil pidie bireuen langsa lhokseumawe sabang
    subulussalam dairi serdang humbang labuhanbatu langkat lawas pakpak simalungun tapanuli gunungsitoli
    padangsidimpuan pematangsiantar tanjungbalai tebingtinggi dharmasraya limapuluh pasaman sijunjung
    padangpanjang sawahlunto bengkalis indragiri kampar kuantan singingi pelalawan rokan karimun anambas
    natuna tanjungpinang batanghari sarolangun jabung banyuasin lahat ogan komering penukal pagaralam
    pangkalpinang kepahiang lebong mukomuko rejang seluma mesuji pesawaran pringsewu tanggamus
    bandarlampung banjarnegara purbalingga magetan bangli buleleng jembrana karangasem klungkung tabanan
    lembata malaka manggarai nagekeo raijua bengkayang kapuas kayong mempawah sanggau sekadau barito
    gunungmas katingan lamandau sukamara seruyan balangan kotabaru tabalong tapin banjarbaru mahakam
    bulungan malinau bolaang mongondow sangihe sitaro talaud kotamobagu donggala morowali parigi moutong
    tolitoli bantaeng barru bulukumba enrekang jeneponto pangkajene pinrang sidenreng sinjai soppeng
    takalar bombana buton konawe boalemo pohuwato mamasa polewali pasangkayu taliabu morotai kaimana
    maybrat tambrauw bintuni wondama boven digoel deiyai dogiyai jayawijaya keerom mamberamo paniai
    supiori tolikara waropen yahukimo yalimo
    aceh ambon ankara as asmat atambua
    babel badung baghdad bali balikpapan bandar bandung bangka
    bangkalan bangkok banjar banjarmasin banten bantul banyumas banyuwangi barat batam
    batang baubau beijing bekasi belitung belu bengkulu berau berlin biak binjai
    bintan bitung blitar blora bogor bojonegoro bondowoso bontang boyolali
    brebes brussel bukittinggi canberra ciamis cianjur cibinong cikarang
    cikini cilacap cilegon cimahi cirebon delhi demak denpasar depok diy dki doha dompu
    dubai dumai ende eropa fakfak flores garut gaza
    gianyar gorontalo gowa gresik grobogan gunungkidul halmahera hanoi hilir hulu ilir
    indonesia indramayu islamabad
    jabar jakarta jambi jateng jatim jawa jaya jayapura jember jenewa
    jepara jombang kabul kairo kalbar kalimantan kalsel kaltara kalteng kaltim
    karanganyar karawang kebumen kediri kendal kendari kepri
    kepulauan kerinci ketapang klaten kolaka kotawaringin kudus
    kulonprogo kuningan kupang kutai lamongan lampung lebak
    lombok london lubuklinggau lumajang luwuk madinah madiun madrid
    madura magelang majalengka majene makassar malang maluku malut mamuju manado
    manila manokwari maros mataram maumere medan mekkah melbourne mentawai menteng
    merauke metro mimika minahasa mojokerto monas montenegro moskwa mumbai
    nabire nganjuk ngawi ntb ntt nunukan nusantara
    pacitan padang palangkaraya palembang palopo palu pamekasan pandeglang
    pangandaran papua parepare pariaman paris pasuruan pati payakumbuh pekalongan pekanbaru
    pemalang ponorogo pontianak poso prabumulih probolinggo
    purwakarta purwokerto purworejo rangkasbitung rembang riau riyadh roma
    salatiga samarinda sambas sampang sampit selatan semarang senayan seoul
    seram serang serikat siantar sibolga sidoarjo sikka singkawang sintang
    situbondo sleman solo solok sorong sragen subang
    sukabumi sukoharjo sulawesi sulbar sulsel sulteng sultra sulut sumatera sumatra sumba
    sumbar sumbawa sumedang sumenep sumsel sumut surabaya surakarta sydney
    tangerang tarakan tasikmalaya tegal teheran temanggung tengah tenggara ternate
    tidore timika timor timur tokyo tomohon toraja trenggalek tual tuban
    tulungagung utara
    wakatobi wamena washington wonogiri wonosobo yogyakarta
    """.split()
)
