"""Negations that a quotation parts from what they deny, joins to something else, or leaves outside.

Each case is a source and a claim of the same words, or of the last of them as a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.archive import Archive, open_archive
from rag.index import build_index
from rag.settings import Settings

pytestmark = pytest.mark.xdist_group("negation")

Case = tuple[str, str]
SPEAKER = "Sari Wulandari"
DENIED = "Terdakwa tidak pernah menerima uang sebesar itu di rumah dinas"
# A mark on one side alone takes a negation from what it denies, or gives it something to deny.
PARTED = [
    *(
        (DENIED, DENIED.replace(" p", mark, 1) + end)
        for mark in ("? P", "! P", ". p", ": p", ", p", "; p", " — p", " - p")
        for end in "!."
    ),
    ("Tidak. Ada korban jiwa di lokasi kebakaran pasar", "Tidak ada korban jiwa di lokasi kebakaran pasar."),
    (
        "Bukan, saya yang mengambil keputusan penutupan pasar",
        "Bukan saya yang mengambil keputusan penutupan pasar.",
    ),
    (
        "Tidak, kami akan membuka pasar burung itu tahun depan",
        "Tidak kami akan membuka pasar burung itu tahun depan.",
    ),
    (
        "Bukan, saya tidak mau mengurus kebun binatang itu sendirian",
        "Bukan saya tidak mau mengurus kebun binatang itu sendirian.",
    ),
    (
        "Tidak, Pak, saya memang datang ke kantor kecamatan kemarin",
        "Tidak Pak saya memang datang ke kantor kecamatan kemarin.",
    ),
    (
        "No, we will build the bridge over the river next year",
        "No we will build the bridge over the river next year.",
    ),
    (
        "Kamu ikut rapat, bukan? Saya yang menyusun daftar hadirnya",
        "Kamu ikut rapat, bukan saya yang menyusun daftar hadirnya.",
    ),
    (DENIED, "Terdakwa, tidak. Pernah menerima; uang, sebesar itu, di rumah dinas."),
    (DENIED, "Terdakwa tidak: pernah menerima uang sebesar itu, di rumah dinas."),
    (
        "Kalau tidak, ada denda untuk semua pemilik becak motor",
        "Kalau tidak ada denda untuk semua pemilik becak motor.",
    ),
]
# No other mark counts, nor one that changes nothing of what is denied.
TOGETHER = [
    (DENIED, "Terdakwa tidak\npernah menerima uang sebesar itu di rumah dinas."),
    (DENIED, "Terdakwa “tidak” pernah menerima uang sebesar itu di rumah dinas."),
    (DENIED, "Terdakwa, tidak pernah menerima; uang sebesar itu. Di rumah dinas."),
    (DENIED, "Terdakwa tidak… pernah menerima uang sebesar itu di rumah dinas."),
    (
        "Tidak, kami tidak akan menutup pasar ikan itu tahun ini",
        "Tidak kami tidak akan menutup pasar ikan itu tahun ini.",
    ),
    (
        "Tidak, kami tidak akan menutup pasar ikan itu tahun ini",
        "Tidak. Kami tidak akan menutup pasar ikan itu tahun ini.",
    ),
    (
        "Bukan, bukan gubernur yang menyuruh kami membongkar jembatan",
        "Bukan bukan gubernur yang menyuruh kami membongkar jembatan.",
    ),
    (
        "Tidak, Pak, saya memang datang ke kantor kecamatan kemarin",
        "Tidak Pak, saya memang datang ke kantor kecamatan kemarin.",
    ),
    (
        "Kantor kami ada di Jalan Melati No. 5 dekat terminal lama",
        "Kantor kami ada di Jalan Melati No 5 dekat terminal lama",
    ),
    (
        "No, we will not build the bridge over the river next year",
        "No we will not build the bridge over the river next year.",
    ),
    (
        "It is not, however, a tax on the farmers of this valley",
        "It is not however a tax on the farmers of this valley.",
    ),
    (
        "Mau hujan atau tidak, dan mau ramai atau sepi, kami buka",
        "Mau hujan atau tidak dan mau ramai atau sepi, kami buka.",
    ),
    (DENIED, "Terdakwa, tidak: pernah menerima; uang, sebesar itu! di rumah dinas"),
    (
        "Tidak. Saya masih punya delapan pertandingan musim ini",
        "Tidak\nSaya masih punya delapan pertandingan musim ini.",
    ),
    (
        "Mau pisah atau nggak, itu urusan mereka berdua saja",
        "Mau pisah atau nggak itu urusan mereka berdua saja.",
    ),
    ("We did not … Jakarta is too far for the farmers", "We did not … Jakarta is too far for the farmers"),
]
# What is left outside denies the piece, or doubts it.
CUT = [
    ("Kami tidak serta-merta menaikkan tarif karena desakan", "Menaikkan tarif karena desakan."),
    ("Pernyataan itu tidak lalu berarti kami setuju digusur", "Berarti kami setuju digusur."),
    ("Tidak benar kalau kami menerima uang dari pengembang itu", "Kami menerima uang dari pengembang itu."),
    ("Tidak benar kalau kami menerima uang dari pengembang itu", "Menerima uang dari pengembang itu."),
    (
        "Saya tidak pernah bilang kalau harga beras akan turun bulan depan",
        "Harga beras akan turun bulan depan.",
    ),
    ("Bukan karena kami kekurangan anggaran untuk pasar itu", "Kami kekurangan anggaran untuk pasar itu."),
    (
        "Tidak ada satu pun bukti yang menunjukkan bahwa kami menerima suap dari kontraktor",
        "Kami menerima suap dari kontraktor.",
    ),
    (
        "Pembangunan stadion gagal selesai pada bulan Desember mendatang",
        "Selesai pada bulan Desember mendatang.",
    ),
    ("Hardly anyone believes that the market will be saved", "The market will be saved."),
    ("Siapa bilang jembatan gantung itu akan dibongkar besok", "Jembatan gantung itu akan dibongkar besok."),
    (
        "Bohong kalau warga kampung nelayan sudah menerima ganti rugi",
        "Warga kampung nelayan sudah menerima ganti rugi.",
    ),
    (
        "Salah besar jika sekolah itu disebut menolak murid miskin",
        "Sekolah itu disebut menolak murid miskin.",
    ),
    ("Mustahil waduk itu bisa mengairi sawah sebanyak itu", "Waduk itu bisa mengairi sawah sebanyak itu."),
    ("Kami membantah kabar kalau kepala desa menjual tanah kuburan", "Kepala desa menjual tanah kuburan."),
    (
        "Kecil kemungkinan bandara baru itu rampung sebelum Lebaran",
        "Bandara baru itu rampung sebelum Lebaran.",
    ),
    ("Nyaris tak ada yang menyangka bahwa museum itu akan ditutup", "Museum itu akan ditutup."),
    (
        "Kami tidak pernah berjanji kepada para pedagang kalau sewa kios akan dihapus",
        "Sewa kios akan dihapus.",
    ),
    (
        "Tidak ada seorang pun dari panitia lomba yang pernah mengatakan bahwa hadiahnya berupa mobil",
        "Hadiahnya berupa mobil.",
    ),
    ("Belum ada jaminan kalau kereta malam akan beroperasi lagi", "Kereta malam akan beroperasi lagi."),
    ("It is not true that the mayor sold the old harbour", "The mayor sold the old harbour."),
    ("We never said the ferry would stop running in June", "The ferry would stop running in June."),
    ("There is no evidence at all that the bridge was badly built", "The bridge was badly built."),
    ("I doubt that the library will open before the holidays", "The library will open before the holidays."),
    ("They deny that the factory poisoned the river", "The factory poisoned the river."),
    ("The contractor failed to finish the road before the rain", "Finish the road before the rain."),
    ("It is not because the farmers are lazy", "The farmers are lazy."),
    ("Who says the theatre will be torn down next spring", "The theatre will be torn down next spring."),
    ("Warga dilarang mengambil pasir dari sungai itu", "Mengambil pasir dari sungai itu."),
    (
        "Saya tidak pernah mengatakan, bahwa gaji guru honorer akan dipotong",
        "Gaji guru honorer akan dipotong.",
    ),
    (
        "Mana ada saya menyewa gudang dari pengusaha tembakau itu",
        "Saya menyewa gudang dari pengusaha tembakau itu.",
    ),
    (
        "Mana mungkin saya tega menjual kerbau warisan bapak",
        "Mungkin saya tega menjual kerbau warisan bapak.",
    ),
    ("Masa iya saya tega membakar lumbung tetangga sendiri", "Saya tega membakar lumbung tetangga sendiri."),
    (
        "Saya ogah jadi bendahara karang taruna lagi tahun depan",
        "Jadi bendahara karang taruna lagi tahun depan.",
    ),
    ("Saya bantah keras kami memungut iuran dari wali murid", "Kami memungut iuran dari wali murid."),
    ("Amit-amit saya ikut arisan berantai itu lagi", "Saya ikut arisan berantai itu lagi."),
    ("Boro-boro beli sepeda motor, ongkos angkot saja berat", "Beli sepeda motor, ongkos angkot saja berat."),
    ("Kerugian kebun itu minus Rp5 miliar tahun lalu", "Rp5 miliar tahun lalu."),
    ("Emoh aku pindah dari rumah tepi kali ini", "Aku pindah dari rumah tepi kali ini."),
]
# What is left outside denies something else, denies a denial, or denies nothing.
APART = [
    ("Kami tidak pergi karena hujan turun deras", "Hujan turun deras."),
    ("Kami tidak takut, kalau warga mau kami bangun", "Warga mau kami bangun."),
    ("Kami tidak takut, kalau warga mau kami bangun", "Kalau warga mau kami bangun."),
    ("Kami tidak heran kalau harga cabai naik menjelang hari raya", "Harga cabai naik menjelang hari raya."),
    ("Tidak salah kalau orang menyebut kota ini kota hujan", "Orang menyebut kota ini kota hujan."),
    ("Kami tidak membantah kalau kapal itu berangkat terlambat", "Kapal itu berangkat terlambat."),
    ("Kami tidak berangkat kalau ombak di selat masih tinggi", "Ombak di selat masih tinggi."),
    ("Kami tidak menyebut nama pelaku kalau polisi belum memeriksanya", "Polisi belum memeriksanya"),
    ("Salah satu warga bilang kalau sumur desa sudah kering", "Sumur desa sudah kering."),
    ("Warga yang gagal panen kami beri bantuan benih padi", "Kami beri bantuan benih padi."),
    ("Tim itu gagal di babak pertama turnamen antarkota", "Di babak pertama turnamen antarkota."),
    ("We will not leave the valley because the river is rising", "The river is rising."),
    ("We met the man who said the tunnel would be flooded", "The tunnel would be flooded."),
    ("Warga kampung itu tahu di mana ada sumur yang airnya jernih", "Ada sumur yang airnya jernih."),
    ("Peserta yang gagal harus mengulang ujian minggu depan", "Harus mengulang ujian minggu depan."),
    ("Kami datang serta menaikkan tarif parkir di pasar lama", "Menaikkan tarif parkir di pasar lama."),
    ("Warga Jalan Melati no 5 bilang kalau lampu jalan sudah padam", "Lampu jalan sudah padam."),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("negation")
    (folder / "corpus").mkdir()
    for n, source in enumerate(dict.fromkeys(s for s, _ in (*PARTED, *TOGETHER, *CUT, *APART))):
        text = f'Kabar Kota\n\n"{source}," kata {SPEAKER}.\n'
        (folder / "corpus" / f"{n}.md").write_text(text, encoding="utf-8")
    settings = Settings(corpus=folder / "corpus", index=folder / "index")
    build_index(settings)
    with open_archive(settings) as opened:
        yield opened


@pytest.mark.parametrize("case", PARTED)
def test_a_mark_that_parts_a_negation_alters(case: Case, archive: Archive) -> None:
    check = archive.check(case[1], SPEAKER)
    assert (check.verdict, "negasi" in check.flags) == ("altered", True)


@pytest.mark.parametrize("case", CUT)
def test_a_negation_left_outside_alters(case: Case, archive: Archive) -> None:
    check = archive.check(case[1], SPEAKER)
    assert (check.verdict, "konteks_negasi_terpotong" in check.flags) == ("altered", True)


@pytest.mark.parametrize("case", [*TOGETHER, *APART])
def test_what_denies_as_before_is_verbatim(case: Case, archive: Archive) -> None:
    check = archive.check(case[1], SPEAKER)
    assert check.verdict == "verbatim"
    assert not {"negasi", "konteks_negasi_terpotong"} & set(check.flags)


@pytest.mark.parametrize(
    ("said", "quote", "verdict"),
    [
        (
            "saya belum menerima undangan rapat itu.",
            "Tidak, saya belum menerima undangan rapat itu.",
            "verbatim",
        ),
        (
            "saya setuju dengan undangan rapat itu.",
            "Tidak, saya setuju dengan undangan rapat itu.",
            "verbatim",
        ),
        # The same words, and another thing is denied.
        ("saya setuju dengan undangan rapat itu.", "Tidak saya setuju dengan undangan rapat itu.", "altered"),
    ],
)
def test_a_negation_before_who_says_it_is_said_too(
    tmp_path: Path, said: str, quote: str, verdict: str
) -> None:
    (tmp_path / "corpus").mkdir()
    text = f'Kabar Kota\n\n"Tidak," kata {SPEAKER}, "{said}"\n'
    (tmp_path / "corpus" / "a.md").write_text(text, encoding="utf-8")
    settings = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index")
    build_index(settings)
    with open_archive(settings) as opened:
        check = opened.check(quote, SPEAKER)
    assert (check.verdict, check.attribution) == (verdict, "match")
    assert ("negasi" in check.flags) is (verdict == "altered")
