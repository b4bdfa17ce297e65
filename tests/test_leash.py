"""The leash: what of a language model's sentences its sources carry, and what is marked."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.bound import belongs_elsewhere
from rag.documents import Hit, Passage, Quote
from rag.grounds import statements_of
from rag.leash import (
    CONTENT,
    NAME,
    NEGATION,
    NO_SOURCE,
    NUMBER,
    QUOTATION,
    SPEAKER,
    UNKNOWN_SOURCE,
    Cited,
    hold,
)
from rag.terms import is_english

FIRST = (
    "Pemerintah Kota Randuwangi membuka 14 taman baca pada 3 Mei 2021. Taman itu belum memiliki perpustakaan "
    'digital. "Kami tidak akan memungut biaya dari warga," kata Sekar Puspita, Kepala Dinas Arsip.'
)
SECOND = "Anggaran taman baca mencapai Rp2,5 miliar. Warga Desa Sukamaju meminta jam buka diperpanjang."


def cited(key: int, text: str, *quotes: tuple[str, str]) -> Cited:
    passage = Passage(f"a{key}.md#0", f"a{key}.md", 100, 100 + len(text), text)
    found = tuple(
        Quote(f"a{key}.md", 100 + text.index(q), 100 + text.index(q) + len(q), q, "direct", speaker)
        for q, speaker in quotes
    )
    return Cited(key, Hit(passage, 1.0, title="Taman Baca", outlet="Kabar Uji"), found)


GIVEN = [
    cited(1, FIRST, ("Kami tidak akan memungut biaya dari warga,", "Sekar Puspita")),
    cited(2, SECOND),
]

CASES = [
    ("Pemerintah Kota Randuwangi membuka 14 taman baca [1].", None),
    ("Pemerintah Kota Randuwangi membuka empat belas taman baca pada 3 Mei 2021 [1].", None),
    ("Anggarannya mencapai Rp2,5 miliar [2].", None),
    ("Taman itu belum memiliki perpustakaan digital. [1]", None),
    ("Sekar Puspita mengatakan warga tidak akan dipungut biaya [1].", None),
    ("Pemerintah Kota Randuwangi membuka 15 taman baca [1].", NUMBER),
    ("Pemerintah Kota Randuwangi membuka 14 taman baca pada 3 Juni 2021 [1].", NUMBER),
    ("Anggaran taman baca mencapai Rp25 miliar [2].", NUMBER),
    ("Pemerintah Kota Tirtapura membuka 14 taman baca [1].", NAME),
    ("Budi Santosa mengatakan warga tidak akan dipungut biaya [1].", NAME),
    ("Taman itu memiliki perpustakaan digital [1].", NEGATION),
    ("Warga Desa Sukamaju tidak meminta jam buka diperpanjang [2].", NEGATION),
    ("Warga tidak akan dipungut biaya oleh pemerintah [1].", SPEAKER),
    ("Pemerintah Kota Randuwangi membuka 14 taman baca.", NO_SOURCE),
    ("Pemerintah Kota Randuwangi membuka 14 taman baca [9].", UNKNOWN_SOURCE),
    ("Pemerintah Kota Randuwangi membuka 14 taman baca [1][9].", UNKNOWN_SOURCE),
    ("Harga beras dan minyak goreng terus merangkak naik di pasaran [2].", CONTENT),
    ('Sekar Puspita mengatakan "Pemerintah Kota Randuwangi membuka 14 taman baca" [1].', SPEAKER),
    ('Sekar Puspita berkata "kami tidak akan memungut biaya dari warga" [1].', None),
    ('Pemerintah mengatakan "kami tidak akan memungut biaya dari warga" [1].', SPEAKER),
    ('Sekar Puspita mengatakan "rakyat harus patuh kepada aturan negara" [1].', QUOTATION),
    ("Sekar Puspita mengatakan ‘rakyat harus patuh kepada aturan negara’ [1].", QUOTATION),
    ("Sekar Puspita mengatakan 'rakyat harus patuh, jum'at pun' [1].", QUOTATION),
    ("Sekar Puspita mengatakan 「rakyat harus patuh kepada aturan negara」 [1].", QUOTATION),
    ("Sekar Puspita mengatakan &quot;rakyat harus patuh kepada aturan negara&quot; [1].", QUOTATION),
    ("Sekar Puspita mengatakan ''rakyat harus patuh kepada aturan negara'' [1].", QUOTATION),
    ("Sekar Puspita berkata 'kami tidak akan memungut biaya dari warga' [1].", None),
    ("Budi membuka 14 taman baca [1].", NAME),
    ("Vidora membuka 14 taman baca [1].", NAME),
    ("Pemerintah Kota Randuwangi membuka 14 taman baca bersama prabowo [1].", NAME),
    ("Pemerintah Kota Randuwangi membuka 14 taman baca bersama Вudi [1].", NAME),
    ("Beliau, Sekar Puspita, mengatakan warga tidak akan dipungut biaya [1].", None),
    ("Adapun taman itu belum memiliki perpustakaan digital [1].", None),
]


@pytest.mark.parametrize(("sentence", "reason"), CASES)
def test_a_sentence_passes_or_says_why_not(sentence: str, reason: str | None) -> None:
    (claim,), _ = hold(sentence, GIVEN, "id")
    assert claim.reason == reason
    assert claim.supported == (reason is None)
    assert bool(claim.citations) == (reason is None)


STATED = "Taman itu memiliki perpustakaan. TikTok membantah tuduhan itu. Harga beras naik 5 persen."


@pytest.mark.parametrize(
    ("sentence", "supported"),
    [
        ("The park has a library [1].", True),
        ("The park does not have a library [1].", False),
        ("TikTok denied the accusation [1].", True),
        ("TikTok admitted the accusation [1].", False),
        ("TikTok mengakui tuduhan itu [1].", False),
        ("Harga beras naik 5 persen [1].", True),
        ("Harga beras turun 5 persen [1].", False),
        ("Rice prices rose 5 percent [1].", True),
        ("Rice prices fell 5 percent [1].", False),
    ],
)
def test_a_denial_and_an_opposite_are_seen_in_either_language(sentence: str, supported: bool) -> None:
    language = "id" if "itu" in sentence or "Harga" in sentence else "en"
    given = [cited(1, STATED, ("TikTok membantah tuduhan itu.", "TikTok"))]
    (claim,), _ = hold(sentence, given, language)
    assert claim.supported == supported
    assert supported or claim.reason in (NEGATION, CONTENT)


def test_a_misquotation_takes_the_sources_own_wording() -> None:
    said = 'Sekar Puspita mengatakan "kami tak akan memungut biaya apa pun dari warga" [1].'
    (claim,), _ = hold(said, GIVEN, "id")
    assert claim.text == "Sekar Puspita mengatakan “Kami tidak akan memungut biaya dari warga”."
    assert claim.supported


def test_an_invented_quotation_loses_its_marks() -> None:
    (claim,), _ = hold('Sekar Puspita berkata "kita pasti menang besok pagi" [1].', GIVEN, "id")
    assert claim.text == "Sekar Puspita berkata kita pasti menang besok pagi."
    assert claim.reason == QUOTATION


def test_a_citation_is_the_sentence_of_the_source_that_carries_the_claim() -> None:
    claims, citations = hold(
        "Anggarannya mencapai Rp2,5 miliar [2]. Taman itu belum memiliki perpustakaan digital [1].",
        GIVEN,
        "id",
    )
    assert [c.citations for c in claims] == [(1,), (2,)]
    first, second = citations
    assert (first.article, first.text) == ("a2.md", "Anggaran taman baca mencapai Rp2,5 miliar.")
    assert SECOND[first.start - 100 : first.end - 100] == first.text
    assert (
        FIRST[second.start - 100 : second.end - 100]
        == second.text
        == "Taman itu belum memiliki perpustakaan digital."
    )


BAN = (
    "Menteri Perdagangan Hadi Prakoso melarang ekspor bibit sawit mulai Rabu, 4 Oktober 2023. Nilai "
    "ekspor bibit sawit naik 12 persen menjadi Rp2,5 triliun pada 2022 dari Rp1,8 triliun pada 2021."
    ' Sebanyak 2 juta petani di 14 kabupaten terdampak. "Kami tidak akan menunda larangan ini sampai'
    ' petani siap menanam sendiri," kata Hadi Prakoso. Ketua Asosiasi Petani Rina Lestari menolak '
    'aturan itu. "Petani akan rugi besar kalau larangan ini tidak dicabut tahun depan. Banyak yang '
    'berutang," ujar Rina Lestari. Bupati Tirtapura Budi Santosa mengatakan daerahnya akan memberi '
    "bantuan pupuk kepada petani. Rina dipukul Eko Wibowo di pasar. Agro Jaya membantah "
    "menyelundupkan bibit ke Malaysia."
)
BRIDGE = (
    "Transport Minister Helen Marsh opened the harbour bridge on Wednesday, October 4, 2023. "
    "Fares rose 12 percent. It was the last of the bridges that the city had promised to build."
)
BANNED = [
    cited(1, BAN,
          ("Kami tidak akan menunda larangan ini sampai petani siap menanam sendiri,", "Hadi Prakoso"),
          ("Petani akan rugi besar kalau larangan ini tidak dicabut tahun depan. Banyak yang berutang,",
           "Rina Lestari"),
          ("Bupati Tirtapura Budi Santosa mengatakan daerahnya akan memberi bantuan pupuk kepada petani.",
           "Budi Santosa"),
          ("Agro Jaya membantah menyelundupkan bibit ke Malaysia.", "Agro Jaya")),
    cited(2, BRIDGE),
    cited(3, "Sopir bus itu diduga mengantuk saat melaju. Pemerintah berencana memasang 25 lampu jalan."),
    cited(4, "The central bank did not raise interest rates on Thursday. Governor Alan Price never met the "
             "finance minister, and he said that the bank would look at the rates again."),
]  # fmt: skip
# What stands in the passage, but of something else.
TWISTED = [
    "Menteri Perdagangan Hadi Prakoso menerima suap dari Agro Jaya [1].",
    "Hadi Prakoso ditangkap polisi [1].",
    "Hadi Prakoso korupsi [1].",
    "Rina Lestari mengatakan menteri itu korup [1].",
    "Larangan ekspor bibit sawit itu palsu [1].",
    "Hadi Prakoso melarang ekspor bibit sawit mulai 12 Oktober 2023 [1].",
    "Nilai ekspor bibit sawit Rp1,8 triliun pada 2022 [1].",
    "Sebanyak 14 juta petani di 2 kabupaten terdampak [1].",
    "Rina Lestari melarang ekspor bibit sawit [1].",
    "Menteri Perdagangan Budi Santosa melarang ekspor bibit sawit [1].",
    "Menteri Perdagangan Rina Prakoso melarang ekspor bibit sawit [1].",
    "Menteri Keuangan Hadi Prakoso melarang ekspor bibit sawit [1].",
    "Terdakwa Hadi Prakoso melarang ekspor bibit sawit [1].",
    "Hadi Prakoso, Bupati Tirtapura, melarang ekspor bibit sawit [1].",
    "Agro Jaya membantah menyelundupkan bibit ke singapura [1].",
    "Hadi Prakoso mencabut larangan ekspor bibit sawit [1].",
    "Hadi Prakoso mendorong ekspor bibit sawit [1].",
    "Nilai ekspor bibit sawit merosot 12 persen pada 2022 [1].",
    "Hadi Prakoso tdk melarang ekspor bibit sawit [1].",
    "Hadi Prakoso ti\u200bdak melarang ekspor bibit sawit [1].",
    "Rina memukul Eko Wibowo di pasar [1].",
    "Hadi Prakoso menolak aturan itu [1].",
    "Hadi Prakoso mengatakan nilai ekspor bibit sawit naik 12 persen pada 2022 [1].",
    'Hadi Prakoso berkata kepada Rina Lestari "Petani akan rugi besar kalau larangan ini tidak dicabut" [1].',
    "Berbeda dengan Rina Lestari, Hadi Prakoso mengatakan petani akan rugi besar [1].",
    'Hadi Prakoso mengatakan petani akan "rugi besar" [1].',
    'Rina Lestari berkata "petani akan rugi besar. Menteri itu penipu dan pembohong belaka" [1].',
    'Rina Lestari berkata "petani akan rugi besar [1].',
    "Larangan itu berlaku, kunjungi sawit-murah.com [1].",
    "Hadi Prakoso smuggled palm seedlings to Malaysia [1].",
    "Hadi Prakoso lifted a ban on exports of palm seedlings [1].",
    "The finance minister, Hadi Prakoso, banned exports of palm seedlings [1].",
    "Helen Marsh closed the harbour bridge [2].",
    "Fares fell 12 percent [2].",
    "Helen Marsh opened the harbour bridge on June 4, 2023 [2].",
    "Helen Marsh said fishermen are lazy [2].",
    "Ya [1].",
    "Petani akan rugi besar kalau larangan ini tidak dicabut tahun depan, kata polisi [1].",
    "Petani jelas akan rugi besar kalau larangan ini tidak dicabut tahun depan [1].",
    "Sopir bus itu mengantuk [3].",
    "Pemerintah memasang 25 lampu jalan [3].",
    "The central bank raised interest rates on Thursday [4].",
    "Alan Price met the finance minister [4].",
]
FAITHFUL = [
    "Menteri Perdagangan Hadi Prakoso melarang ekspor bibit sawit mulai 4 Oktober 2023 [1].",
    "Mendag Hadi Prakoso melarang ekspor bibit sawit [1].",
    "Nilai ekspor bibit sawit naik 12 persen menjadi Rp2,5 triliun pada 2022 [1].",
    "Sebanyak 2 juta petani di 14 kabupaten terdampak [1].",
    'Rina Lestari berkata "Petani akan rugi besar kalau larangan ini tidak dicabut tahun depan" [1].',
    'Menurut Rina Lestari, "banyak yang berutang" [1].',
    "Budi Santosa mengatakan daerahnya akan memberi bantuan pupuk kepada petani [1].",
    "Menurut dia, daerahnya akan memberi bantuan pupuk kepada petani [1].",
    "Agro Jaya membantah menyelundupkan bibit ke Malaysia [1].",
    "Menurut Kabar Uji, 2 juta petani di 14 kabupaten terdampak [1].",
    "Trade Minister Hadi Prakoso banned exports of palm seedlings [1].",
    "Some 2 million farmers in 14 regencies are affected [1].",
    "Minister of Transport Helen Marsh opened the harbour bridge [2].",
    "Fares rose 12 percent [2].",
    "Sopir bus itu diduga mengantuk [3].",
    "Ekspor bibit sawit dilarang mulai Rabu (4/10/2023) [1].",
    "Nilai ekspor bibit sawit mencapai Rp2,5 triliun pada 2022 [1].",
    "Ada 2 juta petani di 14 kabupaten yang terdampak [1].",
    "Dilansir Kabar Uji, 2 juta petani di 14 kabupaten terdampak [1].",
    "Pemerintah berencana memasang 25 lampu jalan [3].",
    "The central bank did not raise interest rates on Thursday [4].",
    "The harbour bridge was opened by Transport Minister Helen Marsh [2].",
]


def language(sentence: str) -> str:
    return "en" if is_english(sentence.rsplit("[", 1)[0]) else "id"


@pytest.mark.parametrize("sentence", TWISTED)
def test_what_the_passage_says_of_something_else_is_marked(sentence: str) -> None:
    claims, _ = hold(sentence, BANNED, language(sentence))
    assert [claim.supported for claim in claims] == [False], claims


@pytest.mark.parametrize("sentence", FAITHFUL)
def test_what_it_says_passes(sentence: str) -> None:
    (claim,), _ = hold(sentence, BANNED, language(sentence))
    assert claim.reason is None


FLOOD = (
    "Banjir merendam 87 rumah di Desa Karangjati dan 142 ladang di Desa Sumberrejo pada 4 Mei 2023. Bupati "
    "Tirtapura Hadi Prakoso (57) memberi santunan Rp15 juta per keluarga, sedangkan Budi Santosa (34) "
    "kehilangan perahu seharga Rp9 juta. Pencarian korban akan dihentikan bila hujan turun di hulu. Sewa "
    "pompa dipotong dari Rp750.000 menjadi Rp300.000. Penyebab banjir diperkirakan tanggul retak. Panitia "
    "terancam denda. Anggota koperasi (KSR) Sumber Rejeki tidak hadir, dan warga menolak pindah. Peluncuran "
    "semula dijadwalkan pada Januari, lalu mundur ke April karena dermaga rusak. Persira Madura menundukkan "
    "Bhara Kencana 4-2. Warga boleh mengambil pasir. Laba naik 6 persen, disusul ekspor yang turun 11 persen."
)
LOAN = (
    "The agency spent Rp 2.2 billion on the festival, with another Rp 900 million coming from sponsors. "
    "About 200 villagers blocked the access road for three days. The store may open in June. Mayor Helen "
    "Marsh said the fee would be halved if groups register. A minister was not invited."
)
TRIAL = (
    "Yusnia Lape meraup Rp9 juta. Berbeda dengan Yusnia Lape, penjual tenun Nurhayati Bolu rugi Rp1,2 juta "
    "karena lapaknya di belakang panggung. Direktur CV Tani Makmur, Liem Hartawan, divonis 4 tahun penjara. "
    "Perseroan membukukan laba bersih Rp412 miliar "
    "sepanjang tahun ini. Angka itu turun 11,8 persen. Pencarian empat korban hilang melibatkan 180 personel "
    "dan dua anjing pelacak. Banjir menerjang tiga desa di Kecamatan Karangjati. Perahu dipakai warga untuk "
    "mengungsi. Bendahara dinas bernama Wiwik Setyorini buron."
)
STOCK = (
    "Yusnia Lape, pemimpin cabang lumbung nasional Tirtapura, menyalurkan 200 ton pada Mei. Stok beras kini "
    "7.350 ton, sedangkan kebutuhannya 1.900 ton, kata Yusnia Lape."
)
OF_OTHERS = [
    cited(1, FLOOD), cited(2, LOAN), cited(3, TRIAL),
    cited(4, STOCK, ("Stok beras kini 7.350 ton, sedangkan kebutuhannya 1.900 ton", "Yusnia Lape")),
]  # fmt: skip
SHARED = "Banjir merendam 12 rumah di Melati, 30 rumah di Kenanga, dan 5 rumah di Mawar."
KILLED = "The quake killed 12 people in Melati and 30 in Kenanga."
# What a passage tells of something else, under a condition, or as no more than likely.
BOUND_TO_OTHERS = [
    "Banjir merendam 142 rumah di Desa Karangjati [1].",
    "Hadi Prakoso memberi santunan Rp9 juta per keluarga [1].",
    "Budi Santosa (57) kehilangan perahu [1].",
    "Peluncuran mundur ke Januari karena dermaga rusak [1].",
    "Banjir merendam 2023 rumah di Desa Karangjati [1].",
    "Banjir merendam ladang di Desa Sumberrejo pada 87 Mei 2023 [1].",
    "The agency spent Rp 900 million on the festival [2].",
    "Pencarian korban akan dihentikan [1].",
    "Hujan turun di hulu [1].",
    "Penyebab banjir tanggul retak [1].",
    "Panitia didenda [1].",
    "The store opens in June [2].",
    "Mayor Helen Marsh said the fee would be halved [2].",
    "Warga harus mengambil pasir [1].",
    "Anggota koperasi Sumber Rejeki hadir [1].",
    "Bhara Kencana menundukkan Persira Madura 4-2 [1].",
    "The governor said the fee would be halved if groups register [2].",
    "Yusnia Lape rugi Rp1,2 juta karena lapaknya di belakang panggung [3].",
    "Bendahara dinas, Liem Hartawan, divonis 4 tahun penjara [3].",
    "Laba bersih naik 11,8 persen menjadi Rp412 miliar [3].",
    "Pencarian korban melibatkan dua personel [3].",
    "A minister was invited [2].",
]
TOLD_OTHERWISE = [
    "Banjir merendam 87 rumah di Desa Karangjati [1].",
    "Pada 4 Mei 2023, sebanyak 142 ladang di Desa Sumberrejo direndam banjir [1].",
    "Budi Santosa (34) kehilangan perahu seharga Rp9 juta [1].",
    "Hadi Prakoso memberi santunan Rp15 juta per keluarga [1].",
    "Sewa pompa turun dari Rp750.000 menjadi Rp300.000 [1].",
    "Peluncuran mundur ke April karena dermaga rusak [1].",
    "The agency spent Rp 2.2 billion on the festival [2].",
    "Pencarian korban akan dihentikan jika hujan turun di hulu [1].",
    "Penyebab banjir diduga tanggul retak [1].",
    "Panitia terancam denda [1].",
    "The store could open in June [2].",
    "Warga bisa mengambil pasir [1].",
    "Anggota koperasi Sumber Rejeki tidak hadir [1].",
    "Persira Madura menundukkan Bhara Kencana 4-2 [1].",
    "Bhara Kencana ditundukkan Persira Madura 4-2 [1].",
    "The access road was blocked by about 200 villagers for three days [2].",
    "Warga boleh mengambil pasir, dan panitia terancam denda [1].",
    "Ekspor turun 11 persen [1].",
    "Nurhayati Bolu rugi Rp1,2 juta karena lapaknya di belakang panggung [3].",
    "Yusnia Lape meraup Rp9 juta [3].",
    "Direktur CV Tani Makmur, Liem Hartawan, divonis 4 tahun penjara [3].",
    "Laba bersih turun 11,8 persen menjadi Rp412 miliar [3].",
    "Pencarian empat korban hilang melibatkan 180 personel dan dua anjing pelacak [3].",
    "Tiga desa di Kecamatan Karangjati diterjang banjir [3].",
    "Perahu digunakan warga untuk mengungsi [3].",
    "Yusnia Lape mengatakan stok beras 7.350 ton, sedangkan kebutuhannya 1.900 ton [4].",
]


@pytest.mark.parametrize("sentence", BOUND_TO_OTHERS)
def test_what_belongs_to_something_else_or_depends_on_it_is_marked(sentence: str) -> None:
    (claim,), _ = hold(sentence, OF_OTHERS, language(sentence))
    assert claim.reason in (NUMBER, NAME, CONTENT, NEGATION)


@pytest.mark.parametrize("sentence", TOLD_OTHERWISE)
def test_the_same_in_another_order_or_voice_passes(sentence: str) -> None:
    (claim,), _ = hold(sentence, OF_OTHERS, language(sentence))
    assert claim.reason is None


@pytest.mark.parametrize(
    ("text", "sentence", "reason"),
    [
        # A graver deed, and another word for the same one.
        ("Sopir itu menewaskan Joni Barasa di Melati.", "Sopir itu membunuh Joni Barasa", CONTENT),
        ("Joni Barasa tewas di sungai Melati.", "Joni Barasa terbunuh di sungai Melati", CONTENT),
        ("Joni Barasa terkait kasus suap pupuk.", "Joni Barasa terlibat kasus suap pupuk", CONTENT),
        ("Joni Barasa memukul Rudi Sanip.", "Joni Barasa mengeroyok Rudi Sanip", CONTENT),
        ("Bupati menunjuk kepala dinas baru.", "Bupati melantik kepala dinas baru", CONTENT),
        ("Polisi mengamankan motor warga.", "Polisi menyita motor warga", CONTENT),
        ("Petani memakai pompa baru di Melati.", "Petani menggunakan pompa baru di Melati", None),
        ("Pompa baru digunakan petani Melati.", "Petani Melati memakai pompa baru", None),
        ("Joni Barasa meninggal di sungai Melati.", "Joni Barasa tewas di sungai Melati", None),
        # Where somebody is from, and a condition.
        (
            "Perempuan asal Kenanga itu menikah pada 2015.",
            "Perempuan dari Kenanga itu menikah pada 2015",
            None,
        ),
        ("Truk asal Kenanga menabrak pagar.", "Truk menabrak pagar", None),
        ("Orang asal Kenanga sudah menjual beras.", "Orang dari Kenanga menjual beras", None),
        ("Warga boleh masuk asal mau antre di loket.", "Warga boleh masuk", CONTENT),
        ("Warga menerima bantuan asal warga bisa menunjukkan kartu.", "Warga menerima bantuan", CONTENT),
        ("Warga menerima bantuan asalkan punya kartu.", "Warga menerima bantuan", CONTENT),
        # An aim that is met, and one that is not, or in part.
        ("Target produksi 300 ton beras tercapai.", "Produksi 300 ton beras tercapai", None),
        ("Target ekspor 50 ton kopi telah terpenuhi.", "Ekspor 50 ton kopi terpenuhi", None),
        ("Target produksi 300 ton beras nyaris tercapai.", "Produksi 300 ton beras", CONTENT),
        ("Target produksi 300 ton beras tercapai 80 persen.", "Produksi 300 ton beras", CONTENT),
        ("Target produksi 300 ton beras ditetapkan.", "Produksi 300 ton beras ditetapkan", CONTENT),
        # A clause behind "dan" that shares the deed of the one before, and one with its own.
        (SHARED, "Di Kenanga, banjir merendam 30 rumah", None),
        (SHARED, "Banjir merendam 5 rumah di Mawar", None),
        (SHARED, "Banjir merendam 12 rumah di Melati", None),
        (SHARED, "Banjir merendam 30 rumah di Melati", NUMBER),
        (SHARED, "Banjir merendam 12 rumah di Kenanga", NUMBER),
        (KILLED, "The quake killed 30 people in Kenanga", None),
        (KILLED, "The quake killed 30 people in Melati", NUMBER),
        (KILLED, "The quake killed 12 people in Kenanga", NUMBER),
        (SHARED, "Di Kenanga, banjir merendam 12 rumah", NUMBER),
        (SHARED, "Di Melati, banjir merendam 12 rumah", None),
        (
            "Banjir merendam 12 rumah di Kenanga dan 30 di Melati.",
            "Banjir merendam 30 rumah di Melati",
            None,
        ),
        (
            "Di Melati, polisi menangkap 3 pencuri dan 5 penadah.",
            "Polisi menangkap 5 penadah di Melati",
            None,
        ),
        ("Gempa menewaskan 12 orang dan 30 orang terluka.", "Gempa menewaskan 30 orang", NUMBER),
        ("The quake killed 12 people and injured 30.", "The quake killed 30 people", NUMBER),
        # What a number behind a month counts.
        ("Sebanyak 63 warga mengungsi pada Juli.", "Pada Juli 63 warga mengungsi", None),
        ("Sebanyak 1.200 pelamar mendaftar pada Mei.", "Pada Mei 1.200 pelamar mendaftar", None),
        ("Sebanyak 63 warga mengungsi pada Juli.", "Warga mengungsi pada Juli 63", NUMBER),
        ("Sebanyak 1.200 pelamar mendaftar pada Mei.", "Pelamar mendaftar pada 1.200 Mei", NUMBER),
    ],
)
def test_what_is_told_in_other_words_is_told_no_otherwise(
    text: str, sentence: str, reason: str | None
) -> None:
    (claim,), _ = hold(f"{sentence} [1].", [cited(1, text)], language(f"{sentence} ["))
    assert claim.reason == reason


def test_a_sentence_of_many_numbers_is_held_at_once() -> None:
    for joined in (", ", " ", " dan "):
        source = joined.join(f"{n} rumah merah {n % 7} kuning" for n in range(300))
        start = perf_counter()
        assert not belongs_elsewhere(f"Banjir merendam {source}", source)
        assert perf_counter() - start < 1


def test_a_name_takes_no_place_by_a_word_that_it_shares() -> None:
    """A word in small letters, or of a name that is told already, is no name that stands there."""
    text = (
        "Sutrisno meraih 120 suara, sedangkan calon ketiga, Bagas Priyambodo, meraih 38 suara. Dimas merakit "
        "alat itu bersama Rina Lestari. Dimas Arya Pamungkas berkuliah di Tirtapura. Selisih Tiga Suara "
        "disengketakan."
    )
    for sentence, supported in (
        (
            "Sutrisno meraih 120 suara, sedangkan calon ketiga, Selisih Tiga Suara, meraih 38 suara [1].",
            False,
        ),
        ("Dimas merakit alat itu bersama Dimas Arya Pamungkas [1].", False),
        ("Sutrisno meraih 120 suara, sedangkan Bagas Priyambodo meraih 38 suara [1].", True),
        ("Dimas Arya Pamungkas merakit alat itu bersama Rina Lestari [1].", True),
    ):
        (claim,), _ = hold(sentence, [cited(1, text)], "id")
        assert claim.supported == supported, sentence


def test_what_is_told_before_somebody_is_named_is_none_of_their_words() -> None:
    said = "Bupati Tirtapura Budi Santosa mengatakan daerahnya akan memberi bantuan pupuk kepada petani"
    first = "Sebanyak 2 juta petani di 14 kabupaten terdampak"
    (claim,), _ = hold(f"{first}, dan {said[0].lower()}{said[1:]} [1].", BANNED, "id")
    assert claim.reason is None
    (claim,), _ = hold(f"Budi Santosa mengatakan {first[0].lower()}{first[1:]} [1].", BANNED, "id")
    assert claim.reason == SPEAKER


def test_an_outlet_in_a_dateline_says_nothing() -> None:
    given = [cited(1, "Tirtapura, Kabar Uji - Jaksa menuntut Rina Lestari 8 tahun penjara.")]
    for sentence, reason in (
        ("Rina Lestari mengatakan Tirtapura, Kabar Uji - jaksa menuntut 8 tahun penjara [1].", SPEAKER),
        ("Dilansir Kabar Uji, jaksa menuntut Rina Lestari 8 tahun penjara [1].", None),
    ):
        (claim,), _ = hold(sentence, given, "id")
        assert claim.reason == reason


def test_who_he_is_stands_in_the_sentence_before() -> None:
    said = "Ia mengatakan petani akan rugi besar kalau larangan ini tidak dicabut tahun depan [1]."
    claims, _ = hold(f"Hadi Prakoso melarang ekspor bibit sawit [1]. {said}", BANNED, "id")
    assert [claim.reason for claim in claims] == [None, SPEAKER]


def test_every_sentence_of_the_sources_passes() -> None:
    for cited_one in (*GIVEN, *BANNED):
        for text, _, _ in statements_of(cited_one.hit):
            claims, _ = hold(f"{text} [{cited_one.key}]", [cited_one], language(f"{text} ["))
            assert [claim.reason for claim in claims] == [None], claims


def test_a_passage_without_text_carries_nothing() -> None:
    claims, citations = hold("Taman dibuka [1]. Ya [1].", [cited(1, "")], "id")
    assert [claim.supported for claim in claims] == [False, False]
    assert citations == []


def test_english_sentences_are_held_against_indonesian_sources() -> None:
    claims, _ = hold(
        "The Randuwangi city government opened 14 parks [1]. It opened 15 parks [1].", GIVEN, "en"
    )
    assert [c.reason for c in claims][1] == NUMBER


@given(st.text(max_size=300))
def test_whatever_is_written_every_quotation_shown_is_a_sources_own(text: str) -> None:
    claims, citations = hold(text, GIVEN, "id")
    for claim in claims:
        inside = claim.text.split("“")[1:]
        assert all(part.split("”")[0] in FIRST + SECOND for part in inside)
        assert all(1 <= n <= len(citations) for n in claim.citations)
    sources = {"a1.md": FIRST, "a2.md": SECOND}
    assert all(sources[c.article][c.start - 100 : c.end - 100] == c.text for c in citations)


ORCHARD = (
    "Pada 2020, PT Kebun Raya Hijau merumahkan 40 pekerja sebelum akhirnya dinyatakan pailit dua tahun "
    "kemudian. Tingkat panennya kini 70 persen pada lahan basah, tetapi baru 35 persen pada lahan "
    "kering. Tiga sumur itu mengairi 50 hektare kebun kopi. Gudang baru diperkirakan menelan Rp4 miliar "
    "dan akan diusulkan pada 2026. Kami larang keras petani pakai pestisida atau jaring listrik. "
    "Koperasi meminta bantuan dari pemerintah. Tidak semua lahan akan disewakan. Rata-rata 12 petani "
    "berobat per minggu. Seorang pawang, Karyo, terluka."
)


@pytest.mark.parametrize(
    ("sentence", "supported"),
    [
        ("PT Kebun Raya Hijau dinyatakan pailit pada 2020.", False),
        ("PT Kebun Raya Hijau dinyatakan pailit dua tahun kemudian.", True),
        ("Pada lahan kering, tingkat panennya kini 70 persen.", False),
        ("Pada lahan basah, tingkat panennya kini 70 persen.", True),
        ("Sebanyak 50 sumur mengairi kebun kopi.", False),
        ("Tiga sumur mengairi 50 hektare kebun kopi.", True),
        ("Gudang baru senilai Rp4 miliar sudah diusulkan pada 2026.", False),
        ("Gudang baru akan diusulkan pada 2026.", True),
        ("Petani pakai pestisida dan jaring listrik.", False),
        ("Petani dilarang pakai pestisida atau jaring listrik.", True),
        ("The cooperative has help from the government.", False),
        ("The cooperative asked for help from the government.", True),
        ("All of the land will be rented out.", False),
        ("An average of 12 farmers a day sought treatment.", False),
        ("Karyo, a farmer, was wounded.", False),
    ],
)
def test_what_is_only_near_in_the_source_is_told_of_nothing_else(sentence: str, supported: bool) -> None:
    language = "en" if is_english(sentence) else "id"
    (claim,), _ = hold(f"{sentence} [1]", [cited(1, ORCHARD)], language)
    assert claim.supported is supported, claim.reason
