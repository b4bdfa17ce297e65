"""What speaks for and against a sentence: the right things are seen, and near-misses told apart."""

from __future__ import annotations

import numpy as np
import pytest

from rag.documents import Hit, Passage
from rag.evidence import Evidence, weigh
from rag.matching import around
from rag.question import analyse


def best(question: str, text: str) -> Evidence:
    hit = Hit(Passage("a.md#0", "a.md", 0, len(text), text), 1.0, title="Warta Pasar")
    return weigh(analyse(question), [hit], lambda some: [0.4] * len(some)).evidence[0]


def test_words_used_alike_count() -> None:
    features = best("Berapa karyawan yang dirumahkan?", "Sebanyak 12 buruh dirumahkan.").features
    assert features.here < features.like_here


def test_an_english_sentence_is_found_by_indonesian_words() -> None:
    text = "The volcano's exclusion zone was widened to six kilometres, officials of the agency said."
    features = best("Sampai berapa kilometer zona gunung api diperluas?", text).features
    assert features.here > 0.6
    plain = best("Sampai berapa kilometer zona diperluas?", "Widened dan kilometres bukan kata Indonesia.")
    assert plain.features.here < 0.5


def test_a_word_of_another_kind_does_not() -> None:
    features = best("Berapa harga gula?", "Harga cabai Rp 90.000.").features
    assert features.absent_thing > 0.3


@pytest.mark.parametrize(
    ("question", "sentence", "short"),
    [
        ("Sejak kapan penebangan dihentikan?", "Penebangan dihentikan sejak April.", "April"),
        ("Berapa magnitudo gempa Naetasi?", "Gempa Naetasi bermagnitudo 6,3 terjadi malam hari.", "6,3"),
        ("Kota Solo menambah berapa untuk pengatur suhu?", "Kota Solo menambah Rp 4 juta untuk suhu.",
         "Rp 4 juta"),
        ("Data itu dijual seharga berapa dollar AS?", "Data itu dijual seharga 9.000 dollar AS.",
         "9.000 dollar AS"),
        ("Siapa nama kepala cabang dinas di Melati?", "Kepala Cabang Dinas Melati, Lukman Hakim, datang.",
         "Lukman Hakim"),
        ("Siapa Perwakilan PO Melati?", "Perwakilan PO Melati, Gunadi Santosa, meminta maaf.",
         "Gunadi Santosa"),
        ("Berapa skor akhir Persegar melawan Laskar?", "Persegar menang dramatis 3-2 atas Laskar.", "3-2"),
        ("Berapa kali gempa susulan terjadi?", "Sudah terjadi 41 gempa susulan.", "41"),
        ("Berapa nilai dana hibah itu?", "Rincian dana hibah Rp41 miliar tidak dibuka.", "Rp41 miliar"),
        ("Siapa pelaksana tugas wali kota Purwa?", "Pelaksana Tugas Wali Kota Purwa Endro Prasojo hadir.",
         "Endro Prasojo"),
        ("How many days does it take?", "It takes nine days to break it down.", "nine days"),
    ],
)  # fmt: skip
def test_a_short_answer_fits_however_it_is_put(question: str, sentence: str, short: str) -> None:
    found = best(question, sentence)
    assert found.short is not None
    assert found.short.text == short
    assert found.features.typed >= 0.3  # without it the answer is half withheld


@pytest.mark.parametrize(
    ("sentence", "opposed"),
    [("Fraksi Damai menolak anggaran itu.", True), ("Fraksi Damai mendukung anggaran itu.", False)],
)
def test_the_opposite_is_evidence_against(sentence: str, opposed: bool) -> None:
    features = best("Mengapa Fraksi Damai mendukung anggaran?", sentence).features
    assert (features.opposed > 0) == opposed


@pytest.mark.parametrize(
    ("question", "sentence", "alike"),
    [
        ("Mengapa Fraksi Damai tidak mendukung anggaran?", "Fraksi Damai menolak anggaran itu.", True),
        ("Mengapa Fraksi Damai tidak mau mendukung anggaran?", "Fraksi Damai menolak anggaran itu.", True),
        ("Mengapa Fraksi Damai menolak anggaran?", "Fraksi Damai tak mendukung anggaran itu.", True),
        ("Mengapa Fraksi Damai menolak anggaran?", "Fraksi Damai mendukung anggaran itu.", False),
    ],
)
def test_the_negated_opposite_means_the_same(question: str, sentence: str, alike: bool) -> None:
    features = best(question, sentence).features
    assert (features.like_here > 0.9) == alike
    assert (features.opposed == 0) == alike


@pytest.mark.parametrize(
    ("sentence", "alike"),
    [("Tidak ada korban jiwa.", True), ("Jiwa seni korban itu besar.", True), ("Ada korban.", False)],
)
def test_a_phrase_stands_for_a_word(sentence: str, alike: bool) -> None:
    assert (best("Ada yang meninggal?", sentence).features.like_here > 0.8) == alike


@pytest.mark.parametrize(
    ("question", "sentence", "held"),
    [
        ("Di mana Sari tinggal?", "Ibunya Sari meninggal pada 1998.", False),
        ("Di mana Sari tinggal?", "Sari tinggal di Melati.", True),
        ("Siapa yang meninggal?", "Korban meninggal dua orang.", True),
        ("Berapa penduduk Melati?", "Warga Melati duduk di lapangan.", False),
        ("Kapan Sari berangkat?", "Sari diangkat sebagai camat.", False),
        ("Where does Sari live?", "Ibunya Sari meninggal pada 1998.", False),
    ],
)
def test_forms_of_one_root_may_be_of_other_things(question: str, sentence: str, held: bool) -> None:
    assert (best(question, sentence).features.here > 0.9) == held


def test_an_empty_word_behind_a_negation_denies_nothing() -> None:
    # The stem of "menentang" too.
    features = best("Siapa mendukung anggaran?", "Rapat itu bukan tentang anggaran.").features
    assert features.like_here == features.here


@pytest.mark.parametrize(
    ("sentence", "told"), [("Rapat batal lantaran hujan.", True), ("Rapat batal tadi siang.", False)]
)
def test_a_sentence_tells_what_is_asked(sentence: str, told: bool) -> None:
    features = best("Mengapa rapat batal?", sentence).features
    assert (features.told, features.untold) == (float(told), float(not told))


@pytest.mark.parametrize(
    ("sentence", "absent"), [("Wali Kota Rama hadir.", True), ("Wakil Wali Kota Rama hadir.", False)]
)
def test_a_qualifier_must_be_there(sentence: str, absent: bool) -> None:
    assert (best("Siapa wakil wali kota?", sentence).features.absent_qualifier > 0) == absent


def test_an_abbreviation_is_found_spelt_out() -> None:
    text = "Tarif Pajak Bumi dan Bangunan tetap."
    assert best("Apakah tarif PBB naik?", text).features.absent_name < 0.1


def test_a_word_without_its_vowels_is_found() -> None:
    assert best("kpn pnjg bnr jmbtn dibuka?", "Jembatan baru dibuka kemarin.").features.here > 0.4


@pytest.mark.parametrize(
    ("sentence", "lists"),
    [
        ("Subsidi ongkir (yang besar), dan kemudahan bertransaksi.", True),
        ("It offers fashion, food and toys.", True),
        ("Platform itu tahu produk apa saja yang diminati.", True),
        ("Faktornya subsidi ongkir.", False),
    ],
)
def test_what_is_asked_for_one_by_one_is_listed(sentence: str, lists: bool) -> None:
    assert best("Faktor apa saja yang menentukan?", sentence).features.lists == float(lists)


def test_a_name_in_small_letters_is_a_name() -> None:
    features = best("siapa pelatih zwarten?", "Menurut Zwarten, latihan itu berat.").features
    assert features.names == 1.0


def test_the_year_of_publication_is_known() -> None:
    text = "Festival dibuka Sabtu (1/11)."
    hits = [
        Hit(Passage("a.md#0", "a.md", 0, len(text), text), 1.0, title="Festival", date=day)
        for day in ("2025-11-02", None)
    ]
    dated, undated = (
        weigh(analyse("Kapan festival 2025 dibuka?"), [hit], lambda some: [0.4] * len(some)).evidence[0]
        for hit in hits
    )
    assert dated.features.absent_number < undated.features.absent_number


def test_the_month_of_publication_is_known() -> None:
    text = "Harga beras kini Rp 12.000."
    absent = [
        weigh(
            analyse("Berapa harga beras pada Juli?"),
            [Hit(Passage("a.md#0", "a.md", 0, len(text), text), 1.0, title="Beras", date=day)],
            lambda some: [0.4] * len(some),
        )
        .evidence[0]
        .features.absent_name
        for day in ("2025-07-16", "2025-08-16")
    ]
    assert absent[0] < absent[1]


def test_a_name_that_the_article_begins_with_counts_later_too() -> None:
    text = "Presiden klub Rikas Gozari menolak komentar."
    question = analyse("Siapa presiden klub Persilubuk?")
    lead = "Pelatih Persilubuk mundur. Ia pulang ke desanya."
    known, unknown = (
        weigh(
            question,
            [Hit(Passage("a.md#1", "a.md", 600, 600 + len(text), text), 1.0, title="Pelatih", lead=begins)],
            lambda some: [0.4] * len(some),
        )
        for begins in (lead, "")
    )
    assert known.evidence[0].features.absent_name == 0.0
    assert unknown.evidence[0].features.absent_name > 0.5
    assert known.trust > unknown.trust


def test_other_words_of_the_lead_do_not() -> None:
    text = "Presiden klub Rikas Gozari menolak komentar."
    hit = Hit(Passage("a.md#1", "a.md", 600, 644, text), 1.0, title="Pelatih", lead="Stadion itu dibakar.")
    found = weigh(analyse("Siapa yang membakar stadion?"), [hit], lambda some: [0.4] * len(some)).evidence[0]
    assert found.features.like_passage == 0.0


def test_a_part_of_a_name_that_stands_alone_is_the_whole() -> None:
    question = "Mengapa UMKM lumpuh menurut Teten Masduki?"
    alone = best(question, "Menurut Teten, UMKM lumpuh karena barang impor.").features
    assert alone.lacking_name < 0.1
    another = best(question, "Menurut Teten Wibowo, UMKM lumpuh karena barang impor.").features
    assert another.lacking_name > 0.5


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Laga terhenti karena lampu stadion padam.", False),  # the reason of something else
        ("Lampu stadion padam karena gardu meledak.", True),
        ("Laga terhenti akibat lampu stadion padam karena gardu meledak.", True),
        ("Penundaan laga dipicu lampu stadion yang padam.", False),
    ],
)
def test_what_is_a_reason_itself_tells_none(sentence: str, told: bool) -> None:
    assert best("Mengapa lampu stadion padam?", sentence).features.told == float(told)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Siapa pendiri ladang kita?", "Pendiri Ladangkita, Galih Putra, hadir."),
        ("siapa bos tokomelati?", "Bos Toko Melati, Galih Putra, hadir."),
        ("Kapan rapat 14 September 2023?", "Rapat itu pada Kamis (14/9/2023)."),
        ("Apakah ada 21.000.000 usaha?", "Ada 21 juta usaha."),
        ("Apakah sembilan puluh tujuh persen usaha kecil?", "Usaha kecil 97 persen."),
        ("Ke mana uang 18.700.000.000 itu?", "Uang 18,7 miliar itu dibelikan rumah."),
        (
            "Siapa rektor Universitas Wiralaga?",
            "Universitas Wiralaga (Unwira) tutup. Rektor Unwira, Tri Hadi.",
        ),
        (
            "Siapa rektor Unwira?",
            "Kampus itu Universitas Wiralaga (Unwira). Rektor Universitas Wiralaga hadir.",
        ),
    ],
)
def test_what_is_written_otherwise_is_found(question: str, sentence: str) -> None:
    features = best(question, sentence).features
    assert features.here > 0.9
    assert max(features.absent_name, features.absent_thing, features.absent_number) < 0.2


def of(question: str, text: str, title: str = "Warta Pasar") -> Evidence:
    hit = Hit(Passage("a.md#0", "a.md", 40, 40 + len(text), text), 1.0, title=title)
    return weigh(analyse(question), [hit], lambda some: [0.4] * len(some)).evidence[0]


PROFIT = (
    "PT Bahari Sentosa Pangan membukukan laba bersih Rp90 miliar pada 2024. "
    "Direktur Keuangan Ratih Wulandari menuturkan laba itu turun karena kaleng impor makin mahal. "
    "Dividen tetap dibagikan Rp20 per saham."
)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("kok turun? — soal: laba bersih Bahari Sentosa Pangan 2024", "Direktur Keuangan"),
        ("dividennya tetep ada? — soal: laba bersih Bahari Sentosa Pangan 2024", "Dividen tetap"),
        # What says nothing of its own asks for the topic.
        ("berapa? — soal: laba bersih Bahari Sentosa Pangan", "PT Bahari"),
        ("berapa itu? — soal: dividen dibagikan, Bahari Sentosa Pangan", "Dividen tetap"),
    ],
)
def test_a_follow_ups_own_words_choose_the_sentence(question: str, begins: str) -> None:
    assert of(question, PROFIT).sentence.text.startswith(begins)


def test_what_was_talked_about_stands_in_every_sentence_of_its_passage() -> None:
    asked = "dividennya tetep ada? — soal: Bahari Sentosa Pangan"
    features = of(asked, PROFIT).features
    assert features.nameless == 0.0
    assert features.here > 0.9
    of_another = of(asked, "PT Kencana Raya tetap membagikan dividen Rp20 per saham.").features
    assert of_another.nameless == 1.0
    assert of_another.here < 0.5
    alone = of("Bahari Sentosa Pangan tetap membagikan dividen?", PROFIT).features
    assert alone.here < features.here


@pytest.mark.parametrize(
    ("before", "held"),
    [
        ("Desa terparah ialah Melati.", True),
        ("Melati dilanda banjir.", False),
        ("Di Melati ada satu desa yang belum tercapai bantuan.", False),
    ],
)
def test_that_village_is_the_one_named_before(before: str, held: bool) -> None:
    found = best("Berapa rumah terendam di Melati?", f"{before} Di desa itu 612 rumah terendam.")
    assert found.sentence.text == "Di desa itu 612 rumah terendam."
    assert (found.features.here > 0.9) is held


def test_the_year_before_the_one_told_is_found() -> None:
    text = "Laba Cakra sepanjang 2025 turun dari Rp 3 miliar pada tahun sebelumnya."
    assert best("Berapa laba Cakra 2024?", text).features.here > 0.9
    assert best("Berapa laba Cakra 2023?", text).features.here < 0.9


@pytest.mark.parametrize(("title", "absent"), [("Warta Pasar", False), (None, True)])
def test_whom_an_untitled_article_among_titled_ones_begins_with_it_is_about(
    title: str | None, absent: bool
) -> None:
    """Passages that all stand alone have no article around them."""
    text, other = "Rapat mengangkat Sari Dewi sebagai direktur utama.", "Harga cabai turun."
    hits = [
        Hit(Passage("a.txt#1", "a.txt", 900, 900 + len(text), text), 1.0, lead="PT Cakra (CKRA) untung."),
        Hit(Passage("b.md#0", "b.md", 0, len(other), other), 0.5, title=title),
    ]
    found = weigh(analyse("Siapa direktur utama CKRA yang baru?"), hits, lambda some: [0.4] * len(some))
    told = next(e for e in found.evidence if e.sentence.hit == 0)
    assert (told.features.absent_name > 0.5) is absent


@pytest.mark.parametrize(
    ("at", "near"),
    [
        ([0, 0, 0, 0, 0], [0, 1, 1, 1, 1]),  # the one before what stands there, it, and two behind
        ([0, 0, 1, 1, 1], [0, 0, 1, 1, 1]),  # of another passage are none
        ([0, 1, 2, 3, 3], [0, 0, 1, 0, 0]),
    ],
)
def test_only_sentences_of_one_passage_are_near(at: list[int], near: list[int]) -> None:
    held = np.array([[0.0], [0.0], [1.0], [0.0], [0.0]])
    assert around(held, np.array(at)).ravel().tolist() == near
    assert around(held[:1], np.array(at[:1])).ravel().tolist() == [0.0]
