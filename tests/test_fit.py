"""Which span of a sentence is shown as the short answer, and which is not good enough to be."""

from __future__ import annotations

import pytest

from rag.answer import SHORT_FIT
from tests.passage import short_answer_in


def best(question: str, text: str, least: float = 0.0) -> str | None:
    """Return the short answer that ``text`` gives, None where none fits at least so well."""
    span, fit = short_answer_in(text, question)
    return span.text if span and fit >= least else None


def shown(question: str, text: str) -> str | None:
    return best(question, text, SHORT_FIT)


PERSEN = "Belanjaku menaikkan biaya layanan dari 6,5 persen menjadi 9,5 persen."
CABAI = "Harga cabai kini Rp 120.000 per kilogram, naik dari Rp 65.000 pada pekan sebelumnya."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Biaya layanan Belanjaku naik menjadi berapa persen?", PERSEN, "9,5 persen"),
        ("Berapa persen biaya layanan Belanjaku sebelum naik?", PERSEN, "6,5 persen"),
        ("Berapa harga cabai?", CABAI, "Rp 120.000"),
        ("Gambang itu berapa nada?", "Gambang itu bukan lima atau tujuh nada, melainkan enam.", "enam"),
        ("Berapa umur Sari Dewi?", "Sari Dewi (34), guru, datang.", "34"),
        ("Berapa umur Sari Dewi?", "Sari Dewi, 34 tahun, mengajar di desa itu.", "34 tahun"),
        ("Berapa umur Sari Dewi?", "Sari Dewi mengajar selama empat tahun di desa itu.", None),
        ("Berapa umur Sari?", "Ia belajar menenun pada umur sembilan tahun.", None),
        ("Umur berapa ia mulai menenun?", "Ia belajar menenun pada umur sembilan tahun.", "sembilan tahun"),
        ("Berapa umur anak Sari?", "Anak Sari baru 6 tahun.", "6 tahun"),
        ("Berapa umur Sari Dewi?", "Sari Dewi, penenun 71 tahun di Desa Melati, tertawa.", "71 tahun"),
        ("Kapuji nomor brp di dunia?", "Pemakai Kapuji terbesar \"kedua\" di dunia.", "kedua"),
        ("How old is Rosa Wutun?", "Rosa Wutun has made the crossing for four years.", None),
        ("Berapa lama jembatan ditutup?", "Jembatan ditutup tiga bulan, mulai jam lima pagi.", "tiga bulan"),
        ("Menit berapa Rangga mencetak gol?", "Dua menit lagi, Rangga mencetak gol menit ke-79.", "ke-79"),
        ("Menit brp Rangga bikin gol?", "Rangga, 18 tahun, mencetak dua gol malam itu.", None),
        ("Berapa menit laga terhenti?", "Laga terhenti enam menit pada menit ke-30.", "enam menit"),
        ("TPS berapa yang mengulang?", "TPS 09 mengulang pemungutan suara.", "09"),
        ("Korban KM Tirta 07 berapa?", "Pencarian korban KM Tirta 07 dihentikan Senin.", None),
        ("Berapa kapal yang rusak?", "Perusahaan punya enam kapal, dua di antaranya rusak.", "dua"),
        ("Perusahaan punya berapa kapal?", "Perusahaan punya enam kapal, dua di antaranya rusak.", "enam"),
        ("How many ferries does it run?", "It runs six ferries, two of which are broken.", "six"),
        ("How many ferries are broken?", "It runs six ferries, two of which are broken.", "two"),
        ("Kapuji bawa brp kilo?", "Kapuji membawa empat kilogram sejauh 55 kilometer.", "empat kilogram"),
        ("Berapa total awak kapal?", "Awak ditahan, terdiri atas empat orang dari KM Sari.", None),
        ("How long is the bridge?", "Tim memeriksa jembatan selama empat jam.", None),
        ("Berapa orang tewas?", "Sebanyak 4 siswa tewas dan 12 orang luka.", "4 siswa"),
        ("Berapa korban luka?", "Sebanyak 12 orang luka dan dua korban tewas.", "12 orang"),
        ("Berapa rumah yang rusak?", "Gempa merusak 120 rumah, 30 di antaranya rusak berat.", "120 rumah"),
        ("Kapan gunung itu meletus?", "Gunung itu meletus pada 1998 dan tidak pernah meletus lagi.", "1998"),
        ("Kapan proyek selesai?", "Proyek belum selesai dan akan rampung Desember 2026.", "Desember 2026"),
        ("Berapa usia korban?", "Korban meninggal pada usia 67 tahun.", "67 tahun"),
        ("Berapa umur Sari Dewi?", "Sari Dewi sudah menjadi penenun 40 tahun.", None),
        ("How long was the bridge closed?", "The bridge was closed for three weeks.", "three weeks"),
        ("Berapa kilo sampah di Jalan Melati?", "Relawan memungut 50 kilogram sampah.", "50 kilogram"),
        ("Berapa total kerugian korban?", "Korban mengaku rugi total Rp 2 miliar.", "Rp 2 miliar"),
        ("ruginya brp juta?", "Kami rugi sebelas juta. Rumah kami habis.", "sebelas juta"),
        ("brp dusun yg kebanjiran?", "Banjir merendam 312 rumah di tiga dusun sejak Sabtu.", "tiga"),
        ("brp rumah yg rusak?", "Sebanyak 40 dari 120 rumah di tiga dusun rusak.", "40"),
        ("pendapatan brp?", "Pendapatan tumbuh 4,1 persen menjadi Rp6,2 triliun.", "Rp6,2 triliun"),
        ("Berapa biaya bibit?", "Ia berharap pemerintah menanggung separuh biaya bibit.", None),
        ("Berapa uang yang kembali?", "Uangnya kembali separuh.", "separuh"),
        ("Berapa total kerugian?", "Darsim mengaku rugi Rp 60 juta.", None),
        ("Berapa total kerugian?", "Kerugian ditaksir Rp 60 juta.", "Rp 60 juta"),
        ("Kapan tanggul diperbaiki?", "Tanggul dibangun 2011 dan belum pernah diperbaiki.", None),
        ("Kapan tanggul dibangun?", "Tanggul dibangun 2011 dan belum pernah diperbaiki.", "2011"),
        ("Berapa gedung yang direhab?", "Pemkot memakai Rp 96 miliar untuk merehab 23 gedung.", "23"),
    ],
)  # fmt: skip
def test_a_number_that_is_asked_for(question: str, text: str, answer: str | None) -> None:
    assert shown(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Berapa harga cabai sebelumnya?", CABAI, "Rp 65.000"),
        ("harga beras sebelumnya brp?", "Beras naik menjadi Rp16.500/kg dari Rp14.000/kg.", "Rp14.000"),
        ("harga beras sekarang brp?", "Beras naik menjadi Rp16.500/kg dari Rp14.000/kg.", "Rp16.500"),
        ("Berapa HET beras di zona itu?", "Di zona 2 HET beras dipatok Rp 14.000.", "Rp 14.000"),
        ("Berapa zona HET beras?", "HET beras dibagi ke dalam tiga zona.", "tiga"),
        ("How many villages did it meet?", "It had met with five of the seven villages.", "five"),
        ("Berapa orang yang tewas?", "Dari 274 orang, 229 tewas.", "229"),
        ("Berapa siswa yang sakit?", "Dari 40 guru dan 134 anak yang sakit, 9 dirawat.", "134"),
        ("Berapa anak yang sakit?", "Sedikitnya 134 siswa sakit.", "134 siswa"),
        (
            "Berapa siswa yang sakit di Melati?",
            "Sebanyak 9 dokter datang setelah jumlah siswa yang sakit di Desa Melati, Lampung, mencapai 134.",
            "134",
        ),
        (
            "Berapa siswa yang sakit di Melati?",
            "Jumlah siswa yang sakit di Melati 9 orang, sedangkan gurunya menjadi 134.",
            "9 orang",
        ),
        ("How many people went to hospital?", "Of the 274 people, 229 went to hospital.", "229"),
        ("How many people died?", "Of all 274 people aboard, 229 died on the way to hospital.", "229"),
    ],
)
def test_the_number_that_fits_best(question: str, text: str, answer: str) -> None:
    assert best(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Siapa wasit derbi itu?", "Pelatih Barito Hendro Sulistyanto menyalahkan wasit derbi itu.", None),
        ("Siapa wasit derbi itu?", "Wasit derbi itu, Hariman Sudoyo, diganti.", "Hariman Sudoyo"),
        ("Siapa Wali Kota Muara Sirih?", "Kepala Dinas Sosial Kota Muara Sirih, Andi Tenri, datang.", None),
        ("Siapa Wali Kota Muara Sirih?", "Wali Kota Muara Sirih Andi Tenri datang.", "Andi Tenri"),
        ("Siapa istri Karsono?", "Ketua Paguyuban Petani Lereng Kidul, Karsono, datang.", None),
        ("Siapa pengacara Hendrawan Liem?", "Direktur PT Tirta Karsa, Hendrawan Liem, disidang.", None),
        ("Siapa pengacara Hendrawan?", "Pengacara Hendrawan, Luhut Simbolon, hadir.", "Luhut Simbolon"),
        (
            "Siapa yang meninggal di RSUD Melati?",
            "Direktur RSUD Melati, Lukman Hakim, membantah menolak pasien Sumi Yati (61) yang meninggal.",
            "Sumi Yati",
        ),
        ("Apa nama hotel itu?", "Guillaume Perrin, the manager, agreed to close the hotel.", None),
        ("Siapa calon kades Sumberwaru?", "Pilkades di Sumberwaru, Jawa Timur, diikuti dua calon.", None),
        ("Siapa CEO Kapuji?", "Pengguna Kapuji mulai melihat layanan belanja bernama Pasar Riang.", None),
        ("Siapa istri Karsono?", "Istri Karsono bernama Sari Dewi.", "Sari Dewi"),
        ("Siapa menteri sebelum Budi Hartono?", "Ia menugaskan Budi Hartono Wijaya sebagai menteri.", None),
        ("Siapa ketua majelis hakim?", "Ketua Majelis Hakim Dr. Bonar Silalahi datang.", "Bonar Silalahi"),
        ("Siapa pemilik Kapuji?", "Di Inggris Kapuji dijalankan lewat Project S.", None),
        ("Apa nama fitur baru Kapuji di Inggris?", "Fitur baru Kapuji belum ada di Indonesia.", None),
        ("Tim mana yang juara?", "Gelar juara direbut Indonesia.", "Indonesia"),
        ("Siapa kepala Museum Bahari?", "Perahu Ina Walu kini disimpan di Museum Bahari.", None),
        ("Siapa ketua juri?", "Ketua dewan juri, Élodie Marchand, memuji film itu.", "Élodie Marchand"),
        ("Siapa hakim perkara itu?", "Hakim Konstitusi Sari Dewi memimpin perkara.", "Sari Dewi"),
        (
            "Siapa yang mengkritik panggung?",
            "Budayawan Haris Lamanu mengkritik panggung di samping rumah adat Banua Ogo.",
            "Haris Lamanu",
        ),
        ("Siapa ketua majelis hakim?", "Ia bersaksi di majelis hakim yang diketuai Sari Dewi.", "Sari Dewi"),
        ("Siapa pelatih Melati FC?", "Pelatih Elang Sewu, Budi Hartono, memuji timnya.", None),
        ("Siapa pelatih Elang Sewu?", "Pelatih Elang Sewu, Budi Hartono, memuji timnya.", "Budi Hartono"),
        ("Sari minta data ke siapa?", '"Saya minta data ke Menkominfo," kata Sari.', "Menkominfo"),
        ("Sari minta data ke siapa?", "Sari Dewi meminta data kepada Budi Hartono.", "Budi Hartono"),
        ("Siapa yang pernah jadi guru?", "Juru bicara Perumda Tirta, Sari Dewi, tertawa.", None),
        ("Siapa yang menang?", '"Menang dua kali juga boleh," ucapnya.', None),
        ("Siapa yang menyetujui rencana itu?", "DPRD tidak menyetujui rencana itu.", None),
        ("Siapa yang membunuh Joni?", "Polisi menduga tetangganya membunuh Joni.", None),
        ("Siapa yang mencuri motor itu?", "Polisi menangkap pria yang mencuri motor itu.", None),
        ("Siapa ketua partai itu?", "Partai itu menang di kota yang dipimpin Sari Dewi.", None),
        ("siapa yg nanggung biaya perawatan?", "Biaya perawatan ditanggung BPJS.", "BPJS"),
        ("Siapa yang menangkap Budi?", "Polres Melati menangkap Budi Santoso.", "Polres Melati"),
        ("Siapa yang menangkap Budi?", "Anggota polisi menangkap Budi Santoso.", None),
        ("Siapa yang menangkap Budi?", "Jaksa Sari Dewi ikut menangkap Budi Santoso.", "Sari Dewi"),
        (
            "Siapa pemilik PT Melati?",
            "Keduanya adalah pemilik PT Melati, Hasbullah alias Bule (45), dan bendaharanya, Sari Dewi (38).",
            "Hasbullah",
        ),
        ("Siapa ketua Komisi B?", "Ia ditanya dalam rapat Komisi B yang dipimpin Sari Dewi.", None),
        ("Apa nama fitur belanja GoKapuji?", "Fitur belanja GoKapuji Toko dibuka.", "GoKapuji Toko"),
    ],
)  # fmt: skip
def test_who_is_asked_for(question: str, text: str, answer: str | None) -> None:
    assert shown(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Kecamatan mana yang kasusnya paling tinggi?",
            "Kecamatan Labuhan mencatat kasus tertinggi, disusul Kecamatan Montong Sari.",
            "Kecamatan Labuhan",
        ),
        ("Desa mana yang kasusnya tertinggi?", "Kasus di Desa Suka Maju tertinggi kedua.", None),
        ("Negara mana yang diserang?", "Rusia menyerang Ukraina.", None),
        ("Negara mana pemakai Kapuji terbanyak?", "Vietnam kini terbanyak memakai Kapuji.", "Vietnam"),
        ("Negara mana pemakai Kapuji terbanyak?", "Pemakai Kapuji di Peru terbanyak kedua di dunia.", None),
        ("Negara mana pemakai Kapuji terbanyak kedua?", "Pemakai Kapuji di Peru terbanyak kedua.", "Peru"),
    ],
)  # fmt: skip
def test_who_comes_second_is_not_the_first(question: str, text: str, answer: str | None) -> None:
    assert shown(question, text) == answer


def test_who_is_named_behind_another_of_an_office_holds_it_not() -> None:
    text = "Polisi menetapkan nakhoda Sudirman Ancu dan kepala cabang PT Tirta Nusantara, Benny Kahar."
    assert best("Siapa nakhoda kapal itu?", text) == "Sudirman Ancu"
    two = "Ketua Golkar Wage dan anggota DPR, Budi Santoso, membuka rapat."
    assert best("Siapa Ketua Golkar Wage?", two) == "Budi Santoso"


def test_who_stands_next_in_a_list_holds_no_office_of_the_one_before() -> None:
    text = "Di Jakarta hadir Wakil Presiden Budi Hartono, Menteri Koordinator Perekonomian Sari Dewi."
    assert best("Siapa Wakil Presiden Indonesia?", text) == "Budi Hartono"


def test_what_somebody_is_the_director_of_is_not_the_director() -> None:
    text = "Kepala Keamanan Kapuji, Lim Wira Halim, terdaftar sebagai direktur Beringin."
    assert best("Siapa direktur Kapuji?", text) != "Beringin"


def test_a_rank_is_no_name() -> None:
    text = "Direktur Operasi Cakra Air, Capt. Rudolf Kaligis, meminta maaf."
    assert shown("Siapa Direktur Operasi Cakra Air?", text) == "Rudolf Kaligis"


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Di stadion mana Mahardika menang?",
            "Mahardika menang di Stadion Wirabumi, Samarinda, Sabtu malam, sebelum bertolak ke Kota Banjar.",
            "Stadion Wirabumi, Samarinda",
        ),
        (
            "Kecamatan mana yang banjir?",
            "Air merendam Desa Sukamaju di Kecamatan Pelita.",
            "Kecamatan Pelita",
        ),
        ("Which village was flooded?", "Air merendam Desa Sukamaju, Kecamatan Pelita.", "Desa Sukamaju"),
    ],
)
def test_a_place_of_the_sort_that_is_asked_for(question: str, text: str, answer: str) -> None:
    assert (best(question, text) or "").startswith(answer)


@pytest.mark.parametrize("said", ["kata Sari", "ujarnya", "tukas Sari"])
def test_the_day_of_an_utterance_is_not_that_of_what_it_tells(said: str) -> None:
    text = f'"Jembatan dibuka nanti," {said}, Selasa (6/2).'
    assert shown("Kapan jembatan dibuka?", text) is None


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Siapa Menteri Kominfo?", "Presiden menugasi Sari Dewi, Menteri Komunikasi dan Informatika.",
         "Sari Dewi"),
        ("Siapa Menkominfo?", "Tugas itu kepada Sari Dewi sebagai Menteri Komunikasi dan Informatika.",
         "Sari Dewi"),
        ("Siapa Menkominfo?", "Budi Hartono, Menteri Koperasi, sudah meminta data kepada Menkominfo.", None),
        ("Siapa menteri kominfo?", '"Saya sudah minta ke Menkominfo," kata Budi.', None),
        ("Siapa menteri kominfo?", "Dirjen Aptika Kementerian Kominfo, Budi Hartono, menjelaskan.", None),
        ("Siapa Dirjen Aptika?", '"Sudah masuk PSE," kata Dirjen Aplikasi (Aptika) Kominfo Budi Hartono.',
         "Budi Hartono"),
        ("Siapa Dirjen Aptika?", "Ada sanksi, tegas Dirjen Aptika Kementerian Kominfo itu.", None),
        ("Siapa pemilik Seitu?", "Direktur Seitu, Budi Hartono, tercatat di Singapura.", None),
        ("Siapa direktur Seitu?", "Kepala Anti-pulsa Tirta, Budi Hartono, terdaftar sebagai direktur Seitu.",
         "Budi Hartono"),
        ("Siapa direktur Tirta?", "Sari Dewi terdaftar sebagai direktur Seitu, anak usaha Tirta.", None),
        ("Siapa kepala niaga Tirta?", "Proyek itu dipimpin kepala niaga Seitu, Budi Hartono.", None),
        ("Siapa Dekan Fakultas Pertanian Muara?", "Dekan Fakultas Hukum Dr. Sari Dewi hadir.", None),
        ("Siapa Dekan Fakultas Hukum Muara?", "Dekan Fakultas Hukum Dr. Sari Dewi hadir.", "Sari Dewi"),
        ("Siapa Wali Kota Muara?", "Kepala Dinas Sosial Kota Muara, dr. Hj. Sari Dewi, M.Kes., ada.", None),
        ("Siapa Kepala Dinas Kesehatan Provinsi Muara?",
         "Kepala Dinas Kesehatan Banyu Asri, dr. Sari Dewi, menuturkan hal itu.", None),
        ("Siapa Ketua FKR Muara?", "Itu kata Ketua FKR Kota Muara Drs. H. Budi Hartono.", "Budi Hartono"),
        ("siapa pelatih Bahari?", "Suhartono, pelatih Persilubuk, dipecat sesudah kalah dari Bahari.", None),
        ("Who is leading Melati at Tirta?", "Melati dipimpin kepala Tirta, Budi Hartono.", "Budi Hartono"),
        ("Siapa menteri yang ditugasi presiden?", "Presiden memberi tugas kepada Sari Dewi sebagai menteri.",
         "Sari Dewi"),
        ("Apa nama fitur baru itu?", "Pengguna melihat fitur baru yang disebut Melati Sore.", "Melati Sore"),
        ("Which newspaper reported on Melati?", "Menurut laporan Harian Tirta, Melati sudah dibuka.",
         "Harian Tirta"),
        ("Apa nama akun soal pasar sepi itu?", "Cerita pasar sepi itu beredar di akun @toko_melati.",
         "@toko_melati"),
        ("Siapa Wali Kota Muara?", "Wakil Wali Kota Sari Dewi, atas nama wali kota, memperluas Gesit.",
         None),
        ("Who is the chief financial officer?", "Chief technology officer Budi Hartono spoke.", None),
        ("Who is the chief financial officer?", "Chief financial officer Sari Dewi spoke.", "Sari Dewi"),
        ("Siapa ibu Sari Dewi?", '"Saya senang," kata Sari Dewi di dermaga Muara Teweh.', None),
    ],
)  # fmt: skip
def test_who_holds_the_office_that_is_asked_for(question: str, text: str, answer: str | None) -> None:
    assert shown(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Berapa yang meninggal di Muara?", "Di Muara tercatat 15 kasus.", None),
        ("Berapa yang meninggal di Muara?", "Di Muara 15 orang tewas.", "15 orang"),
        (
            "Berapa orang yang dirawat di rumah sakit Muara?",
            "Rumah sakit Muara merawat 15 orang.",
            "15 orang",
        ),
        ("Berapa yang mengungsi di Muara?", "Di Muara 15 orang terluka.", None),
    ],
)
def test_those_who_died_are_not_those_who_fell_ill(question: str, text: str, answer: str | None) -> None:
    assert shown(question, text) == answer


def test_a_rank_is_told_by_another_word_for_it() -> None:
    assert best("Pelita di peringkat berapa?", "Pelita naik ke posisi ketiga dengan 19 poin.") == "ketiga"


BARANG = "Barang yang dijual di Pasar Riang dikirim dari China, sedangkan penjualnya terdaftar di Singapura."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Di negara mana penjual di Pasar Riang terdaftar?", "Singapura"),
        ("In which country is the seller of Pasar Riang registered?", "Singapura"),
        ("Dari mana barang di Pasar Riang dikirim?", "China"),
    ],
)
def test_a_place_is_led_in_by_the_asked_verb(question: str, answer: str) -> None:
    assert best(question, BARANG) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Jam masuk sekolah diundur menjadi pukul berapa?",
            "Jam masuk sekolah diundur dari pukul 06.45 menjadi 07.30.",
            "07.30",
        ),
        (
            "Jam berapa sekolah masuk sebelum diundur?",
            "Jam masuk sekolah diundur dari pukul 06.45 menjadi 07.30.",
            "pukul 06.45",
        ),
        (
            "Kapan Sari berbicara di Kapuji Expo?",
            '"Kami siap," kata Sari di Kapuji Expo 2023, Rabu (5/7).',
            "Rabu (5/7)",
        ),
        (
            "When did Sari speak at the Kapuji Expo?",
            '"Kami siap," kata Sari di Kapuji Expo 2023, Rabu (5/7).',
            "Rabu (5/7)",
        ),
    ],
)
def test_a_time_that_is_asked_for(question: str, text: str, answer: str) -> None:
    assert best(question, text) == answer


LABA = "Kapuji membukukan laba bersih Rp312,6 miliar pada kuartal I."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Berapa juta pengguna Kapuji?", "Sekitar 21 juta UMKM takut Kapuji mencatat penggunanya.", None),
        ("Berapa juta pengguna Kapuji?", "Kapuji dipakai 21 juta orang pengguna.", "21 juta orang"),
        ("Berapa pengguna Kapuji?", "Kapuji salah satu aplikasi dengan pengguna terbanyak.", None),
        ("Berapa mahasiswa yang mogok?", "Sedikitnya 60 dosen ikut mogok.", None),
        ("Berapa guru yang sakit?", "Jumlah siswa yang sakit mencapai 134 anak.", None),
        ("Berapa siswa yang dirawat?", "Sebanyak 87 orang siswa dirawat.", "87 orang"),
        ("anaknya Karso ada berapa", "Karso memanjat pohon kelapa setinggi 14 meter.", None),
        ("Berapa pendapatan Kapuji?", LABA, None),
        ("Berapa laba Kapuji?", LABA, "Rp312,6 miliar"),
        ("Berapa keuntungan Kapuji?", LABA, "Rp312,6 miliar"),
        ("Berapa omzet Yanti?", "Dua tahun terakhir omzet Yanti turun.", None),
        ("Berapa pelanggan yang protes?", "Di Terminal 1 pelanggan protes.", None),
        ("Berapa tahun vonis Sari Dewi?", "Sari Dewi dituntut 7 tahun penjara.", None),
        ("Berapa tahun Sari Dewi dituntut?", "Sari Dewi dituntut 7 tahun penjara.", "7 tahun"),
        ("Berapa tahun tuntutan untuk Sari Dewi?", "Sari Dewi divonis 4 tahun penjara.", None),
        ("Negara mana pemakai Kapuji terbanyak nomor satu?", 'Di Peru Kapuji terbanyak "kedua".', None),
    ],
)
def test_a_number_of_something_else(question: str, text: str, answer: str | None) -> None:
    assert shown(question, text) == answer


def test_costs_are_paid_from_a_fund() -> None:
    text = "Perbaikan jembatan memakai dana tak terduga Rp2 miliar."
    told = short_answer_in(text, "Berapa biaya perbaikan jembatan?")[1]
    assert told > short_answer_in(text, "Berapa denda perbaikan jembatan?")[1]


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        # In another language, and by other words for a unit.
        (
            "Berapa persen kenaikan pendapatan itu?",
            "Revenue rose 18 percent to Rp 3.9 trillion.",
            "18 percent",
        ),
        ("How large is the closed area?", "The closed area covered 340 hectares off three islands.", "340"),
        ("How much did the painting fetch?", "The house sold the painting for $2.1 million.", "$2.1 million"),
        ("Berapa poin yang disumbang Lena?", "Lena menyumbang 31 poin.", "31 poin"),
        ("How many times has it erupted?", "Gunung itu meletus tujuh kali.", "tujuh kali"),
        ("Berapa tarif parkir mobil?", '"Tarif mobil empat ribu," kata Deden.', "empat ribu"),
        ("mbah wagi umurnya brp?", "Umurnya tujuh puluh satu, dan ia masih bekerja.", "tujuh puluh satu"),
        ("sudah berapa lama keran mati?", "Sudah sebulan keran di 214 rumah mati.", "sebulan"),
        ("Berapa uang yang dikembalikan?", "Uang dikembalikan separuh.", "separuh"),
        ("Dari kedalaman berapa sumur itu?", "Sumur ketiga menyedot lapisan 120 meter.", "120 meter"),
        # What stands in its own clause, and what is no count.
        (
            "Berapa orang yang tewas?",
            "Sembilan orang ditemukan tewas, 108 orang selamat, dan empat dicari.",
            "Sembilan orang",
        ),
        ("Berapa siswa yang keracunan?", "Sebanyak 87 siswa SD Negeri 2 Melati keracunan.", "87 siswa"),
        ("Berapa dongeng yang dikumpulkan Sari?", "Sari Dewi (67) mengumpulkan 126 dongeng.", "126"),
        ("Di level berapa IHSG ditutup?", "IHSG ditutup turun 1,1 persen ke level 7.986.", "7.986"),
        ("Di urutan berapa Kota Melati?", 'Melati adalah kota terbesar "kedua" di provinsi itu.', "kedua"),
        (
            "How many sources told the Times so?",
            "Ada empat sumber yang mengatakannya kepada Times.",
            "empat sumber",
        ),
    ],
)
def test_a_number_is_told_in_many_ways(question: str, text: str, answer: str) -> None:
    assert best(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (
            "Dari mana tabung itu dipinjam?",
            "Tabung dipinjam dari bengkel las milik warga.",
            "bengkel las milik warga",
        ),
        ("Debatnya di mana?", "Debat terbuka diadakan pada 10 Juni di lapangan desa.", "lapangan desa"),
        ("Where does the power come from?", "Listriknya berasal dari tenaga surya.", "tenaga surya"),
        ("Debatnya di mana?", "Debat terbuka diadakan setelah rapat dari pagi.", None),
        ("Di mana uang itu?", "Uang itu ada di tengah persoalan.", None),
    ],
)
def test_a_place_may_have_no_name(question: str, text: str, answer: str | None) -> None:
    assert best(question, text) == answer


def test_what_is_to_come_is_not_past() -> None:
    question, text = "Kapan pasar akan selesai dibangun?", "Pasar itu terbakar pada Sabtu (30/3/2024)."
    _, undated = short_answer_in(text, question)
    _, later = short_answer_in(text, question, published="2024-04-02")
    assert later < undated


def test_who_has_a_name_in_the_place_does_not_do_it() -> None:
    text = "Kios Pagi mengambil semua hasil penjualan di aplikasi TokoKita."
    assert best("Siapa yang mengambil semua hasil penjualan?", text) == "Kios Pagi"


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Sampai kapan status itu berlaku?", "Status itu ditetapkan Rabu (12/3/2025).", None),
        ("Sampai kapan status itu berlaku?", "Status itu berlaku sampai 30 April 2025.", "30 April 2025"),
        ("Hingga kapan loket dibuka?", "Loket dibuka 3 Mei 2025, ditutup pada 9 Mei 2025.", "9 Mei 2025"),
    ],
)  # fmt: skip
def test_an_end_that_is_asked_for(question: str, text: str, answer: str | None) -> None:
    assert shown(question, text) == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Ke mana kapal itu berlayar?", "Pulau Simoroa"),
        ("Dari mana kapal itu berlayar?", "Pelabuhan Baran"),
    ],
)
def test_the_way_that_is_asked_for(question: str, answer: str) -> None:
    assert best(question, "Kapal itu berlayar dari Pelabuhan Baran menuju Pulau Simoroa.") == answer


def test_one_side_counts_nothing() -> None:
    assert best("How many trucks were there?", "Truk-truk bergeser ke satu sisi.") is None
    assert best("How many trucks were there?", "Hanya satu truk bergeser.") == "satu"


def test_what_something_is_told_to_be() -> None:
    text = "Nama penjual terlaris itu adalah Seitu yang terhubung dengan Kios Pagi."
    assert best("Apa nama penjual terlaris?", text) == "Seitu"


def test_where_somebody_did_something_is_not_where_others_go() -> None:
    text = "Ibu-ibu datang ke posyandu sejak pagi, kata dokter Sari Dewi."
    assert best("Where did Sari Dewi study?", text) is None
    assert best("Where did the mothers go?", text) == "posyandu"


@pytest.mark.parametrize(
    ("question", "sentence", "short"),
    [
        (
            "Which nickel company got a warning?",
            "PT Batu Rimba Nikel hanya mendapat teguran.",
            "PT Batu Rimba Nikel",
        ),
        (
            "Kapal apa yang menolong KM Cahaya Melati?",
            "Sebuah kapal, KM Cahaya Mawar, menolong 41 penumpang.",
            "KM Cahaya Mawar",
        ),
    ],
)
def test_a_company_or_a_ship_keeps_its_whole_name(question: str, sentence: str, short: str) -> None:
    found, _ = short_answer_in(sentence, question)
    assert found is not None
    assert found.text == short


@pytest.mark.parametrize(
    ("question", "sentence", "short"),
    [
        ("Macan rawa itu julukan tim apa?", "Macan rawa menang di Stadion Gelora Mandalaseta.", None),
        ("Siapa yang menyabet perak?", "Perak disabet di Kejuaraan Asia Angkat Besi.", None),
        ("Di mana video itu direkam?", "Video itu direkam lalu beredar di Facebook.", None),
        ("Di mana video itu diunggah?", "Video itu diunggah di Facebook.", "Facebook"),
        ("Berapa orang yang menonton laga itu?", "Laga itu ditonton warga dan berakhir 5-4.", None),
        ("Berapa skor laga itu?", "Laga itu berakhir 5-4.", "5-4"),
        ("cabai rawit berapaan sekarang?", "Cabai rawit naik 60 persen menjadi Rp 92.000.", "Rp 92.000"),
    ],
)
def test_a_name_or_a_number_of_another_sort_is_not_given(
    question: str, sentence: str, short: str | None
) -> None:
    found, fit = short_answer_in(sentence, question)
    assert (found.text if found is not None and fit >= 0.4 else None) == short


@pytest.mark.parametrize(
    ("question", "sentence", "short"),
    [
        ("Kapan jembatan dibuka lagi?", "Jembatan ditutup sejak Senin (14/9).", None),
        ("Kapan jembatan ditutup?", "Jembatan ditutup sejak Senin (14/9).", "Senin (14/9)"),
        ("Kapan jembatan dibuka lagi?", "Jembatan dibuka kembali pada Senin (21/9).", "Senin (21/9)"),
        (
            "Kapan jembatan beroperasi kembali?",
            "Jembatan yang ditutup Senin (14/9) kembali beroperasi pada Jumat (18/9).",
            "Jumat (18/9)",
        ),
        ("When will the bridge reopen?", "The bridge was shut on 14 September.", None),
        ("When will the bridge reopen?", "The bridge reopened on 21 September.", "21 September"),
        ("Kapan jembatan lagi dibangun?", "Jembatan dibangun dan ditutup pada 2023.", "2023"),
        ("Kapan terakhir kali topeng ditarikan?", "Topeng ditarikan pada Sabtu (22/8).", None),
        ("Kapan letusan terakhir kali?", "Letusan paling akhir terjadi pada 1990.", "1990"),
        (
            "Kapan listrik menyala lagi?",
            "Setelah padam lima jam, listrik menyala pukul 20.00 WIB.",
            "pukul 20.00 WIB",
        ),
        ("Kapan sidang digelar lagi?", "Sidang ditunda hingga Senin (21/9).", "Senin (21/9)"),
        (
            "Kapan liga bergulir lagi?",
            "Liga yang dihentikan sementara akan bergulir pada 1 Oktober 2026.",
            "1 Oktober 2026",
        ),
        (
            "Kapan Bayu ditembak?",
            "Bayu ditembak dalam kerusuhan yang terjadi pada 12 Mei 1998.",
            "12 Mei 1998",
        ),
        (
            "Kapan gempa mengguncang Uji?",
            "Gempa yang berpusat di laut Senin (14/9) mengguncang Uji.",
            "Senin (14/9)",
        ),
        ("Kapan terakhir kali topeng ditarikan?", "Topeng terakhir ditarikan pada 1980.", "1980"),
        (
            "Kapan topeng ditarikan?",
            "Topeng yang dibuat pada 1830 kembali ditarikan pada Sabtu (22/8).",
            "Sabtu (22/8)",
        ),
        ("Kapan topeng ditarikan?", "Topeng yang dibuat pada 1830 kembali ditarikan.", None),
        ("Kapan topeng dibuat?", "Topeng yang dibuat pada 1830 kembali ditarikan.", "1830"),
        ("Kapan Sari dilantik?", "Sari, yang dilantik pada 2021, memimpin rapat.", "2021"),
    ],
)
def test_a_day_of_another_deed_is_not_given(question: str, sentence: str, short: str | None) -> None:
    assert shown(question, sentence) == short


@pytest.mark.parametrize(
    ("question", "sentence", "short"),
    [
        ("Siapa pengganti Bambang Uji?", "Wali Kota Lidya Sari mencopot Bambang Uji.", None),
        ("Siapa pengganti Bambang Uji?", "Bambang Uji digantikan Wulan Prihatini.", "Wulan Prihatini"),
        ("Siapa pengganti Bambang Uji?", "Wulan Sari memimpin setelah Bambang Uji dicopot.", "Wulan Sari"),
        ("Siapa pengganti Bambang Uji?", "Wulan Sari ditunjuk mengisi jabatan Bambang Uji.", "Wulan Sari"),
        ("Who noticed it?", "Ratih Anjani, a lecturer at Melati University, noticed it.", "Ratih Anjani"),
    ],
)  # fmt: skip
def test_a_successor_follows_somebody_and_an_institution_is_nobody(
    question: str, sentence: str, short: str | None
) -> None:
    assert shown(question, sentence) == short
