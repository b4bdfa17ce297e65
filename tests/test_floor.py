"""Who has the floor where "katanya" follows somebody who was only told of."""

from __future__ import annotations

import pytest

from rag.documents import Article
from rag.quotes import extract

STORY = (
    'Rina Astuti, bidan di Karangwuni, bangun sebelum subuh. "Saya terbiasa begini," ujarnya.\n\n'
    "Ia berjalan kaki ke pos. "
)


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        # Somebody's other, who is dead, away or accused, or of whom the words tell.
        ('Ibunya, Mak Iyem (70), tidak tertolong. "Saya terlambat pulang," katanya.', "Rina Astuti"),
        ('Pemasok langganannya, Haji Tono, sebulan tidak datang. "Dulu rajin," katanya.', None),
        ('Pengirimnya, pengusaha bernama Tono Wibawa, kini menjadi tersangka. "Saya takut," katanya.',
         None),
        ('Ayahnya, Wagimin Santoso, tidak setuju. "Bapak marah dua minggu," katanya.', None),
        ('Pada 2021 mendiang bupati Tono Wibawa membeli semuanya. "Beliau menelepon saya," katanya.',
         "Rina Astuti"),
        ('Penabrak suaminya itu, Tono Wibawa, kini terdakwa. "Saya cuma ingin dia melihat," katanya.',
         None),
        ('Karena gajinya dipotong Kepala Dinas Tono Wibawa, ia berjualan. "Cukup saja," katanya.',
         "Rina Astuti"),
        ('Atasannya Tono Wibawa, dokter di sana. "Pak Tono juga pusing," katanya.', "Rina Astuti"),
        ('Lurah Budi Lestari menyebut ia teladan. Dinas memberinya piagam. "Saya bilang ke Pak Lurah, '
         'terlambat," katanya.', "Rina Astuti"),
        ('Penyewa rumahnya, Tono Wibawa, tiga bulan tidak membayar. "Dia janji," katanya.', None),
        ('Kemarin ia ditegur kepala pos, Siti Aminah. Kepala pos itu keliru. "Saya dituduh malas," katanya.',
         "Rina Astuti"),
        ('Hal itu dulu diajarkan gurunya, Tono Wibawa, sepuluh tahun silam. "Kini saya bisa," katanya.',
         None),
        ('Justru ibunya, Siti Aminah, yang mengajarinya. Apa yang tersulit? "Telepon malam," katanya.',
         None),
        ('Bersama rekannya, Tono Wibawa, ia mencatat. "Semua lengkap," katanya.', "Rina Astuti"),
        ('Kemarin ia dimarahi oleh Wakil Camat, Tono Wibawa. Tono keliru. "Saya disuruh pulang," katanya.',
         "Rina Astuti"),
        ('Ayahnya, Wagimin Santoso, wafat.\n\n"Bapak pasti bangga kalau melihat saya."', "Rina Astuti"),
        ('Suaminya, Tono Wibawa, mengangguk.\n\n"Saya ikut saja ke mana dia pergi."', "Tono Wibawa"),
        ('Rekannya, Tono Wibawa, sedang sakit. "Dia kena demam," katanya.', None),
        ('Rekannya, Tono Wibawa, sedang sakit. "Badan saya lemas," katanya.', "Tono Wibawa"),
        ('Pemilik pos, Haji Tono, terus meneleponnya. "Beliau marah, saya diam," katanya.', None),
        ('Pemilik pos, Tono Wibawa, memujinya. "Dia rajin, saya kagum," katanya.', "Tono Wibawa"),
        ('Ayahnya wafat pada 2011. "Bapak pasti bangga," katanya.', "Rina Astuti"),
        ('Gurunya, Suster Lusi, dulu datang. "Suster menangis. Saya sembunyi," kenangnya.', "Rina Astuti"),
        # It is his turn.
        ('Gurunya, Suster Lusi, kemarin datang. "Saya bangga sekali," ujarnya.', "Lusi"),
        ('Orang yang paling sering membantu adalah sopir desa, Tono Wibawa. "Gratis," katanya.',
         "Tono Wibawa"),
        ('Suaminya, Tono Wibawa, mengangguk. "Saya ikut saja," katanya.', "Tono Wibawa"),
        ('Tetangganya, Tono Wibawa, tertawa. "Dia memang rajin," katanya.', "Tono Wibawa"),
        ('Anaknya, Tono Wibawa, mengangguk. "Ibu memang begitu," katanya.', "Tono Wibawa"),
        ('Tersangka Tono Wibawa dihadirkan polisi. "Saya khilaf," katanya.', "Tono Wibawa"),
        ('Tukang ojeknya, Tono Wibawa, datang pukul lima. Siapa yang membayar? "Gratis," ujar Tono.',
         "Tono Wibawa"),
        ('Saat ia lewat, pedagang Tono Wibawa menyapa. "Pagi betul," katanya.', "Tono Wibawa"),
        ('Kepala Dinas Tono Wibawa datang ketika ia bekerja. "Bagus," katanya.', "Tono Wibawa"),
    ],
)  # fmt: skip
def test_who_has_the_floor(told: str, speaker: str | None) -> None:
    assert extract(Article(path="a.md", text=STORY + told))[-1].speaker == speaker


def test_the_dead_are_quoted_from_when_they_lived() -> None:
    text = (
        'Perajin Tono Wibawa wafat pada usia 83 tahun. "Bambu itu sabar," katanya ketika itu kepada murid.\n'
    )
    assert extract(Article(path="a.md", text=text))[-1].speaker == "Tono Wibawa"


def test_nobody_far_off_has_the_floor() -> None:
    text = (
        'Camat Budi Lestari datang. "Pompa siap," katanya.\n\nAir surut.\n\nJalan dibuka.\n\n'
        'Pedagang Tono Wibawa (45) tewas di kiosnya. "Kami kehilangan," katanya.\n'
    )
    assert extract(Article(path="a.md", text=text))[-1].speaker is None


CAME = 'Rina Astuti datang. "Sabar," katanya.\n\n'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Perajin Tono Wibawa wafat Sabtu. "Kami kehilangan," kata Rina Astuti, muridnya.\n\nDalam wawancara '
         'pada 2019, almarhum pernah mengaku lelah. "Bambu itu sabar," ucapnya ketika itu.', "Tono Wibawa"),
        ('Guru Rina Astuti datang. "Maaf," katanya.\n\nDi rumah Rina, ibunya, Mama Siti, menunggu. Perempuan '
         'tua itu menangis.\n\n"Baunya masih ada," tuturnya.', "Mama Siti"),
        ('Perajin Tono Wibawa wafat Sabtu. "Kami kehilangan," kata Rina Astuti, muridnya.\n\nAlmarhum '
         'meninggalkan dua anak. "Yang bungsu masih SD," ujarnya.', "Rina Astuti"),
        ('Perajin Tono Wibawa wafat Sabtu. "Kami kehilangan," kata Rina Astuti, muridnya.\n\nAlmarhum '
         'selalu bangun pagi. "Dia rajin," katanya.', "Rina Astuti"),
        ('Perajin Tono Wibawa wafat. "Kami berduka," kata Rina Astuti.\n\nAlmarhum pernah dirawat. "Kami '
         'menungguinya," ujarnya.', None),
        ('Perajin Tono Wibawa wafat. "Kami berduka," kata Rina Astuti.\n\nAlmarhum pernah menolak pindah. '
         '"Di sini saja," ujarnya dalam wawancara pada 2019.', "Tono Wibawa"),
        ('Guru Rina Astuti datang. "Maaf," katanya.\n\nDulu, almarhum pernah marah. "Pergi," ucapnya.', None),
        ('Bupati Rina Astuti datang. "Sabar," katanya.\n\nPemkab menaksir rugi Rp 4 miliar. "Nanti dibantu," '
         "ujarnya.", "Rina Astuti"),
        ('Guru Rina Astuti datang. "Sabar," katanya.\n\nPemkab menaksir rugi Rp 4 miliar. "Nanti dibantu," '
         "ujarnya.", "Pemkab"),
        (f'Mantan Bupati Melati {CAME}Pemkab Melati menaksir rugi. "Nanti," ujarnya.', "Pemkab Melati"),
        (f'Calon Bupati Melati {CAME}Pemkab Melati menaksir rugi. "Nanti," ujarnya.', "Pemkab Melati"),
        (f'Wakil Bupati Melati {CAME}Pemkab Melati menaksir rugi. "Nanti," ujarnya.', "Pemkab Melati"),
        (f'Bupati Melati Barat {CAME}Pemkab Melati menaksir rugi. "Nanti," ujarnya.', "Pemkab Melati"),
        (f'Bupati Mawar {CAME}Pemkab Melati menaksir rugi. "Nanti," ujarnya.', "Pemkab Melati"),
        (f'Mantan Direktur PT Laut Biru {CAME}PT Laut Biru menaksir rugi. "Nanti," ujarnya.', "PT Laut Biru"),
        (f'Ketua serikat PT Laut Biru {CAME}PT Laut Biru menaksir rugi. "Nanti," ujarnya.', "PT Laut Biru"),
        (f'Direktur Utama PT Laut Biru {CAME}PT Laut Biru menaksir rugi. "Nanti," ujarnya.', "Rina Astuti"),
        ('Kepala Satuan Reserse Kriminal Polres Melati, AKP Tono Wibawa, datang. "Aman," katanya.\n\n"Kami '
         'ragu," kata pengacara Rina Astuti.\n\nKasat Reskrim menanggapi santai. "Silakan," katanya.',
         "Tono Wibawa"),
        ('Petani Tono Wibawa datang. "Siap," kata Budi Lestari.\n\n"Bibit," ujar Rina Astuti kepada Tono.'
         '\n\nLelaki tua itu berjongkok. "Kita tanam lagi," katanya.', "Tono Wibawa"),
        ('Dodi Pranata, siswa kelas empat SD, datang. "Aku bisa," kata Dodi.\n\n"Pelan saja," kata pelatih '
         'Tono Wibawa kepada Dodi.\n\nAnak itu mengangguk. "Siap," katanya.', "Dodi Pranata"),
        ('Dodi Pranata, siswa kelas empat SD, datang. "Aku takut," kata Dodi kepada ibunya, Rina Astuti.\n\n'
         'Anak itu menangis. "Pulang," katanya.', "Dodi Pranata"),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, speaker: str | None) -> None:
    assert extract(Article(path="a.md", text=text))[-1].speaker == speaker


BEFORE = 'Ketua DPRD Rina Astuti membuka rapat. "Silakan," kata Rina.\n\n'


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        # Another is called so, or he tells how he is called.
        ('Bupati Garut Tono Wibawa berjanji. "Siap," kata Tono. "Pak Bupati Tegal setuju," katanya.',
         "Tono Wibawa"),
        ('Kepala Desa Tono Wibawa datang. "Siap," kata Tono.\n\n"Bu Tono yang mengurusnya, istri saya."',
         "Tono Wibawa"),
        ('Lurah Tono Wibawa datang. "Bu Tono yang mengurus koperasi," ujarnya.', "Tono Wibawa"),
        ('Lurah Tono Wibawa datang. "Pak Tono Raharjo sudah menghitung," ujarnya.', "Tono Wibawa"),
        ('Lurah Tono Wibawa datang. "Pak Lurah sebelah juga hadir," ujarnya.', "Tono Wibawa"),
        ('Rektor Tono Wibawa datang. "Panggil saya Pak Tono saja," ujarnya.', "Tono Wibawa"),
        ('Tono Wibawa berjualan bubur. "Saya dipanggil Pak Tono sejak muda," katanya.', "Tono Wibawa"),
        ('Bupati Tono Wibawa datang. "Warga bilang, Pak Bupati, jalan rusak," ujarnya.', "Tono Wibawa"),
        ('Lurah Tono Wibawa datang. "Pak Tono juga pusing," ujarnya.', "Rina Astuti"),
        # Who is somebody's lawyer, wife or rival is led up to.
        ('Kuasa hukumnya, Siti Aminah, tidak setuju. "Kami akan banding," ujarnya.', "Siti Aminah"),
        ('Suaminya, Tono Wibawa, belum pulang. "Saya menunggu di sini," ujarnya.', "Tono Wibawa"),
        ('Pendahulunya, Tono Wibawa, lima tahun lalu gagal. "Saya kurang sabar," katanya.', "Tono Wibawa"),
        ('Adiknya, Siti Aminah, dirawat di rumah sakit. "Kaki saya patah," katanya.', None),
        ('Kepala cabangnya, Tono Wibawa, ditahan. "Saya juga korban," ujarnya.', None),
        ('Itu pernah diucapkan pendahulunya, Tono Wibawa, enam tahun silam. "Kali ini beda," ujarnya.',
         "Rina Astuti"),
        # The accused and the ill speak of others.
        ('Tersangka Tono Wibawa ditangkap. "Dia menghina ibu saya," katanya.', "Tono Wibawa"),
        ('Buruh Tono Wibawa sakit sejak Januari. "Dia tidak pernah menjenguk kami," katanya.', "Tono Wibawa"),
        ('Terdakwa Tono Wibawa dituntut lima tahun. "Bukan saya, dia yang menyuruh," katanya.',
         "Tono Wibawa"),
        # Parents call themselves so.
        ('Ibunya, Siti Aminah, memeluk Rina. "Ibu percaya kamu, Nak," katanya.', None),
        ('Bupati Tono Wibawa menjenguknya. "Saya kenal beliau sejak lama," ujarnya.', "Tono Wibawa"),
        # Not everybody is dead who falls or is buried.
        ('Tono Wibawa (34) tertimbun tanah tiga jam sebelum diselamatkan. "Saya berteriak," katanya.',
         "Tono Wibawa"),
        ('Petenis Tono Wibawa gugur di babak pertama. "Servis buruk," katanya.', "Tono Wibawa"),
        ('Anggota dewan Tono Wibawa tiada lelah mengkritik. "Anggaran bocor," ujarnya.', "Tono Wibawa"),
        ('Tono Wibawa tidak pernah pulang lagi ke desanya. "Saya malu," ujarnya.', "Tono Wibawa"),
        ('Gurunya, Lusi, datang. "Saya ini Bu Lusi, bukan polisi," katanya.', "Lusi"),
        ('Dosen Lusi Hadi menyebut gagasan itu usang. Mendengar itu, ia tertawa. "Lusi itu murid saya," '
         'katanya.', "Rina Astuti"),
        ('Dosen Mawar Hadi memulai dari nol. "Mawar itu nama pemberian guru saya," katanya.', "Mawar Hadi"),
        ('Bek Bagas Garuda menangis. "Garuda itu segalanya bagi saya," katanya.', "Bagas Garuda"),
        ('Dosen Bunga Hadi menyebut gagasan itu usang. "Bunga itu untuk saya," katanya.', "Bunga Hadi"),
        ('Dosen Lusi Hadi menyebut gagasan itu usang. "Rina itu murid saya," katanya.', "Lusi Hadi"),
        ('Rina diselamatkan oleh nelayan, Tono Wibawa. Tono enggan dipuji. "Saya disebut pahlawan," katanya.',
         "Tono Wibawa"),
    ],
)  # fmt: skip
def test_who_is_led_up_to(told: str, speaker: str | None) -> None:
    assert extract(Article(path="a.md", text=BEFORE + told))[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The keeper, Ahmad Rofii, saved it. Coach Rian Lestari praised him. "He won it," Lestari said. The '
         'keeper joined in May. "We paid nothing for him," he added.', "Rian Lestari"),
        ('Rina Astuti, siswi SMP, menolong Doni. "Kasihan," kata Rina.\n\nDoni Pranata kedinginan. "Terima '
         'kasih, Kak," kata anak itu.', "Doni Pranata"),
    ],
)  # fmt: skip
def test_whom_the_last_sentence_is_about(text: str, speaker: str) -> None:
    assert extract(Article(path="a.md", text=text))[-1].speaker == speaker
