"""What says the same in other words, and what conflicts with it."""

from __future__ import annotations

import pytest

from rag.conflicts import begun, conflicts, contradict, denies_anything
from rag.documents import Article, Quote
from rag.paraphrase import candidates, said_in, wanted
from rag.terms import is_english, translations
from rag.wording import tokens
from rag.words import stem, words


@pytest.mark.parametrize(
    ("asked", "there", "flags"),
    [
        ("Jalan itu urusan provinsi, bukan kota", "jalan itu jalan provinsi, bukan jalan kota", set()),
        ("Warga yang gagal panen, bukan yang dekat", "bukan yang dekat, melainkan yang tidak panen", set()),
        ("This is only week ten", "Ini baru pekan kesepuluh", set()),
        ("Jalan itu bukan urusan provinsi", "jalan itu urusan provinsi", {"negasi"}),
        ("Warga tidak panen", "warga panen", {"negasi"}),
        ("Saya menerima suap", "wasit itu membantah menerima suap", {"negasi"}),
        ("Saya tidak menerima suap", "wasit itu membantah menerima suap", set()),
        ("Klien saya menerima suap", "ia membantah kliennya menerima suap", {"negasi"}),
        ("Ini baru pekan kesembilan", "Ini baru pekan kesepuluh", {"angka"}),
        ("Siswa yang lupa kami jatuhi sanksi", "Kami tidak akan memberi sanksi kepada siswa", {"negasi"}),
        ("Kami tidak memberi sanksi", "Sanksi tidak akan kami jatuhkan", set()),
        (
            "Warga tidak perlu menguras bak",
            "Wolbachia bukan obat. Warga tetap harus menguras bak",
            {"negasi"},
        ),
        ("Tarif tidak akan kami tunda", "Kami tidak buru-buru. Kalau jelek, ya kami tunda", {"negasi"}),
        ("Schools need not wait for permission", "Sekolah tidak perlu menunggu izin", set()),
        ("31 lubang itu telah ditutup", "31 lubang aktif. Tidak satu pun ditutup", {"negasi"}),
        ("Surat itu tidak dibalas", "Surat itu tidak satu pun dibalas", set()),
        ("Kami tidak menghentikan pekerjaan itu", "We stopped all work there", {"negasi"}),
        ("Kami menghentikan semua pekerjaan", "We stopped all work there", set()),
        ("Kami bodoh", "We are not stupid", {"negasi"}),
        ("Kami tidak bodoh", "We are not stupid", set()),
        ("Tidak ada yang menelepon saya", "Nobody called me", set()),
        ("Mereka bukan lagi hewan liar", "They stopped being wild animals", set()),
        ("Mereka tidak lagi membayar kami", "Mereka berhenti membayar kami", set()),
        ("Mereka membayar kami", "Mereka berhenti membayar kami", {"negasi"}),
        ("Levels had tripled in two weeks", "levels had doubled in two weeks", {"angka"}),
        ("Kadarnya naik dua kali lipat", "the level doubled", set()),
        ("Not one of our boats left on 3 May", "Tidak satu pun kapal kami berangkat pada 3 Mei", set()),
        ("We will pay by 15 March", "Kami bayar paling lambat 15 Februari", {"angka"}),
        ("We may pay by 15 February", "Kami bayar paling lambat 15 Februari", set()),
        ("Stoknya cukup enam bulan", "Stoknya cukup enam minggu", {"angka"}),
        ("Hasilnya 15 kilogram seminggu", "hasilnya 15 kilogram sehari", {"angka"}),
        # A negation denies no reason that follows, but "bukan" one cause for another.
        (
            "Teknisi tidak bisa masuk karena listrik sudah diputus",
            "teknisi tidak bisa masuk karena listrik belum diputus",
            {"negasi"},
        ),
        (
            "Kami kalah bukan karena rumputnya, kami kalah karena berhenti berlari",
            "Bukan rumputnya, kami kalah karena berhenti berlari",
            set(),
        ),
        ("Our stock lasts six weeks", "Stok kami cukup enam minggu", set()),
        ("Our stock lasts six years", "Stok kami cukup enam minggu", {"angka"}),
    ],
)
def test_conflicts(asked: str, there: str, flags: set[str]) -> None:
    assert conflicts(tokens(asked), tokens(there), begun(asked), begun(there)) == flags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pay me in cabbages", True),
        ("The pond was full", True),
        ("Bayar saya", False),
        ("Program kami", False),
    ],
)
def test_a_text_is_english(text: str, expected: bool) -> None:
    assert is_english(text) is expected


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("I will not hand this country over to them", ("hand", "over")),
        ("hand over the keys", ("hand", "over")),
        ("my hand is over there and far away", ("hand",)),
    ],
)
def test_a_verb_and_its_particle_are_one_phrase(text: str, phrase: tuple[str, ...]) -> None:
    found = dict(translations([w.norm for w in words(text)]))
    assert found[phrase]


def said(text: str, kind: str = "direct", speaker: str = "Sari Wulandari", role: str | None = None) -> Quote:
    return Quote("a.md", 0, len(text), text, kind, speaker, role)


def scores(text: str, *said_there: Quote) -> list[float]:
    articles = [Article(path="a.md", text=quote.text) for quote in said_there]
    found = candidates(text, list(zip(articles, said_there, strict=True)), lambda texts: [0.5 for _ in texts])
    return [round(c.score, 2) for c in found]


def test_who_speaks_is_nothing_that_is_said() -> None:
    quote = said("Ahli jantung Yoga mengatakan studi itu meneliti kopi.", "indirect", "Yoga", "Ahli jantung")
    assert "jantung" not in said_in(quote)
    assert "kopi" in said_in(quote)
    assert scores("Jantung sehat berkat kopi", quote) == []


def test_a_topic_alone_is_no_paraphrase() -> None:
    quote = said("Dia mengatakan bahwa Aurora 3 dilatih dengan data berlisensi.", "indirect", "Dia")
    assert scores("Aurora 3 tidak akan tersedia tahun ini", quote) == []


def test_what_is_only_near_in_meaning_is_no_paraphrase() -> None:
    quote = said("Pelajar tetap membayar tiga ribu rupiah. Itu tidak berubah sampai akhir tahun.")
    assert scores("Kami tidak akan menutup pasar itu tahun ini", quote) == []


def test_one_rare_word_of_several_is_a_topic() -> None:
    text = "Pemilik katering itu masih kerabat kepala sekolah"
    assert scores(text, said("Nggak usah katering-kateringan lagi. Mending bawa telur")) == []
    assert scores(text, said("Yang punya katering itu saudaranya kepala sekolah"))


def test_what_is_near_to_a_synonym_is_no_step_nearer() -> None:
    quote = said("Sebagai orang tua saya malah minta diperpanjang sampai malam")
    assert scores("Malam ini juga saya mengundurkan diri", quote) == []
    assert scores("Saya mundur", said("Saya mengundurkan diri malam ini"))


def test_one_word_stands_for_one_term() -> None:
    # "petugas" is itself; it does not stand for "berjaga" (near "bertugas") as well.
    both = scores("petugas berjaga", said("Petugas kami menunggu."))
    assert both == [] or both[0] < 0.75


def test_an_english_utterance_is_met_by_an_indonesian_text() -> None:
    assert scores("Bayar saya dengan kubis", said("Pay me in cabbages"))
    stems = set().union(*wanted("Bayar saya dengan kubis"))
    assert {"bayar", "pay", stem("cabbage")} <= stems


def test_numbers_in_words_are_met_by_digits() -> None:
    assert scores("Dua belas pasar itu tetap buka", said("Kami tidak akan menutup 12 pasar itu"))


@pytest.mark.parametrize("phrase", ["falls apart", "fall apart", "handed over", "hands over"])
def test_either_word_of_a_phrase_may_be_inflected(phrase: str) -> None:
    ((source, renderings),) = translations(phrase.split())
    assert source == tuple(phrase.split())
    assert renderings


def test_a_language_is_told_sentence_by_sentence() -> None:
    quote = said("The worst is behind us. Warga asing tidak perlu takut.")
    assert scores("Masa terburuk sudah kita lewati", quote)


@pytest.mark.parametrize(
    ("asked", "there", "turned"),
    [
        ("Prices rose last week", "Harga turun pekan lalu", True),
        ("Prices fell last week", "Harga turun pekan lalu", False),
        ("The case was closed after I came", "Kasus itu ditutup sebelum saya datang", True),
        ("The case was closed before I came", "Kasus itu ditutup sebelum saya datang", False),
        ("We corrected the wrong list", "Kami memperbaiki daftar yang salah", False),
        ("The fine could fall to 5 million", "the fine could rise to 5 million", True),
        ("The fine did not fall", "the fine rose", False),
        ("His members opposed the ban", "his members supported the ban", True),
        ("More than in 2020 is burnt", "less than in 2020 is burnt", True),
        ("Kapal itu ditawar lebih dari setengah harga", "kapal itu ditawar kurang dari setengah harga", True),
        ("Guru tidak mogok kecuali gaji dibayar", "guru tidak mogok asalkan gaji dibayar", True),
        ("Ia datang sebelum rapat", "ia datang setelah rapat", True),
        ("Ia datang sebelum rapat", "ia datang sebelum rapat dan pulang setelah makan", False),
    ],
)
def test_the_opposite_is_told(asked: str, there: str, turned: bool) -> None:
    assert contradict(tokens(asked), tokens(there)) is turned
    assert contradict(tokens(there), tokens(asked)) is turned


@pytest.mark.parametrize(
    ("text", "there", "flags"),
    [
        ("Our waste goes into the sea", "Limbah kami tidak masuk ke laut.", {"negasi"}),
        ("Our waste does not go into the sea", "Limbah kami tidak masuk ke laut.", set()),
        ("Kami melompat paling akhir dari kapal itu", "We jumped last from that ship.", set()),
        ("Our waste goes into the sea", "Kami bukan perusak. Limbah kami masuk ke laut.", set()),
    ],
)
def test_what_one_language_alone_denies(text: str, there: str, flags: set[str]) -> None:
    articles = [Article(path="a.md", text=there)]
    found = candidates(
        text, list(zip(articles, [said(there)], strict=True)), lambda texts: [0.9 for _ in texts]
    )
    assert [set(c.conflicts) for c in found] == [flags]


def test_what_is_refused_is_denied() -> None:
    assert denies_anything("Kami menolak usul itu")
    assert not denies_anything("Kami menerima usul itu")


@pytest.mark.parametrize(
    ("asked", "conflict"),
    [
        ("Fitur belanja baru itu kami uji di Inggris", frozenset()),
        (
            "Fitur belanja baru itu kami uji di Singapura",
            frozenset({"nama"}),
        ),  # named in the article, elsewhere
        ("Fitur belanja baru itu kami uji di Malaysia", frozenset({"nama"})),
        ("Fitur belanja baru itu kami uji", frozenset()),
        ("We are testing the new shopping feature in England", frozenset()),
        ("We are testing the new shopping feature in Singapore", frozenset({"nama"})),
    ],
)
def test_another_place_is_another_claim(asked: str, conflict: frozenset[str]) -> None:
    said = "kami dalam tahap awal menguji fitur belanja baru di Inggris"
    article = Article("a.md", f'"{said.capitalize()}," kata juru bicara. Penjualnya terdaftar di Singapura.')
    quote = Quote("a.md", 1, 1 + len(said), said, "direct", "juru bicara")
    (found,) = candidates(asked, [(article, quote)], lambda texts: [0.9] * len(texts))
    assert found.conflicts == conflict
