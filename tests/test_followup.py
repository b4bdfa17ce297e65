"""Follow-ups, written out in the light of what was asked before; what stands alone is left alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.conversations import hold_all
from rag.archive import Archive, open_archive
from rag.documents import Exchange
from rag.followup import asks_alone, written_out
from rag.index import build_index
from rag.question import analyse
from rag.settings import Settings

ROOT = Path(__file__).resolve().parent.parent

ARTICLES = ROOT.parent / "shared" / "articles"
KALI_BENING = "Siapa yang meresmikan Jembatan Kali Bening?"
FOLLOW_UPS = [
    ("Siapa yang memimpin Project S?", "Bob Kang", "dia siapa?", "Bob Kang siapa?"),
    ("Siapa yang memimpin Project S?", "Bob Kang", "kapan itu dimulai?",
     "kapan Project S dimulai?"),
    (KALI_BENING, "Ratna", "kapan?", "kapan? — soal: meresmikan Jembatan Kali Bening, Ratna"),
    (KALI_BENING, "Ratna", "Terus berapa biayanya?",
     "berapa biayanya? — soal: Jembatan Kali Bening, Ratna, meresmikan"),
    ("Apa ancaman Project S menurut Teten?", "", "Kalau menurut TikTok?",
     "Apa ancaman Project S menurut TikTok?"),
    ("Menurut Heru apa dampak Project S?", "", "Kalau menurut Teten?", "menurut Teten apa dampak Project S?"),
    ("Menurut Heru apa dampak Project S?", "", "Kalau versi Teten?", "menurut Teten apa dampak Project S?"),
    ("Menurut Heru apa dampak Project S?", "", "Dan versi koranuji.com?",
     "menurut koranuji.com apa dampak Project S?"),
    ("Berapa rumah yang terendam di Desa Wanasari?", "340", "Kalau Desa Sukamaju?",
     "Berapa rumah yang terendam di Desa Sukamaju?"),
    ("Apa kata Heru Sutadi soal Project S?", "", "Bagaimana dengan Semuel?",
     "Apa kata Semuel soal Project S?"),
    ("Apa itu Trendy Beat?", "", "terus siapa penjualnya?", "siapa penjualnya? — soal: Trendy Beat"),
    ("Apa jawaban TikTok tentang Project S?", "", "apakah itu ada di Indonesia?",
     "apakah Project S ada di Indonesia?"),
    ("When did Project S start in the UK?", "21 Juni 2023", "And in Indonesia?",
     "When did Project S start in Indonesia?"),
    ("Who leads Project S?", "Bob Kang", "who is he?", "who is Bob Kang?"),
    ("Who leads Project S?", "Bob Kang", "what is his job?",
     "what is Bob Kang's job? — about: leads Project S"),
    ("Siapa yang memimpin Project S?", "Bob Kang", "kapan itu?",
     "kapan itu? — soal: memimpin Project S, Bob Kang"),
    ("Siapa kepala BPBD?", "", "berapa tinggi airnya?", "berapa tinggi airnya? — soal: BPBD, kepala"),
    # What was asked for is what "di situ" means, not where it was found.
    ("Fitur apa yang muncul di aplikasi TikTok?", "Trendy Beat", "Apa saja yang populer di situ?",
     "Apa saja yang populer di situ? — soal: muncul aplikasi TikTok Trendy Beat"),
    ("Apa nama fitur belanja baru TikTok?", "Trendy Beat", "Apa saja yang populer di situ?",
     "Apa saja yang populer di Trendy Beat? — soal: TikTok, belanja baru"),
    ("Berapa laba Seitu?", "Rp 5 miliar", "Siapa direkturnya?",
     "Siapa direkturnya? — soal: laba Seitu"),
    ("Di mana kantor Seitu?", "Bandung", "Siapa bosnya?", "Siapa bosnya? — soal: kantor Seitu Bandung"),
    # Who heads a thing that was the answer, and what somebody's office is.
    ("Siapa nama penjual terlaris di Trendy Beat?", "Seitu", "direkturnya siapa",
     "direktur Seitu siapa — soal: terlaris Trendy Beat"),
    ("Siapa yang mengambil hasil penjualan di Trendy Beat?", "ByteDance", "Perusahaan itu apanya TikTok?",
     "ByteDance apanya TikTok? — soal: Trendy Beat, mengambil hasil penjualan"),
    ("Siapa yang memimpin Project S?", "Bob Kang", "jabatannya apa?",
     "jabatan Bob Kang apa? — soal: Project S, memimpin"),
    ("Sektor apa yang digerakkan oleh UMKM?", "", "pemerintah harus bantu mereka dalam hal apa?",
     "pemerintah harus bantu mereka dalam hal apa? — soal: Sektor digerakkan UMKM"),
    # The outlet that says so is not what is talked about.
    ("Apa yang terjadi di Pasar Kenanga menurut akun TikTok @kabar_uji?", "", "penyebabnya apa",
     "penyebabnya apa — soal: Pasar Kenanga akun TikTok kabar uji"),
    ("Apa yang dikatakan Rina Lestari?", "", "Menurutnya, apa yang perlu dilakukan?",
     "Menurut Rina Lestari, apa yang perlu dilakukan? — soal: dikatakan"),
    # Who says something is "dia", not whom it is about; an acronym is nobody.
    ("Apa kata Rina Lestari soal Budi Santosa?", "", "Kapan dia mengatakannya?",
     "Kapan Rina Lestari mengatakannya? — soal: kata Budi Santosa"),
    ("Siapa yang menangkap Budi Santosa?", "KPK", "Kapan dia ditangkap?",
     "Kapan Budi Santosa ditangkap? — soal: KPK, menangkap"),
    # Another year, and what is no name, stand in no name's place.
    ("Berapa anggaran Jakarta pada 2022?", "", "Kalau 2023?", "Berapa anggaran Jakarta pada 2023?"),
    ("Berapa korban di Tol Cipali?", "", "Kalau yang luka?", "Berapa korban di Tol Cipali yang luka?"),
    ("Siapa Gubernur Jawa Barat?", "", "Kalau Jawa Tengah?", "Siapa Gubernur Jawa Tengah?"),
    ("Apa kata Teten soal TikTok?", "", "Kalau soal Shopee?", "Apa kata Teten soal Shopee?"),
    ("Siapa kata Rina?", "", "Nah, balik ke Pak Budi Uji. Apa yang dia minta?",
     "Apa yang Budi Uji minta? — soal: kata Rina"),
    # A word that ends so, or stands inside a name, is no word for the topic.
    (KALI_BENING, "Ratna", "TikTok-nya menanggapi bagaimana?",
     "TikTok-nya menanggapi bagaimana? — soal: Jembatan Kali Bening, Ratna, meresmikan"),
    (KALI_BENING, "Ratna", "brp org yg datang",
     "brp org yg datang — soal: Jembatan Kali Bening, Ratna, meresmikan"),
    # What is measured belongs to the topic; the number that was the answer does not, nor a dateline.
    ("laba bersih Bahari Sentosa Pangan 2024 brp?", "Rp90 miliar", "kok turun?",
     "kok turun? — soal: laba bersih Bahari Sentosa Pangan 2024"),
    ("harga cabe rawit di Pasar Melati sekarang berapa?", "Rp 92.000", "bawang putih?",
     "bawang putih? — soal: harga cabe rawit Pasar Melati sekarang"),
    ("Siapa saja tersangka korupsi Tanggul Merah?",
     "SENDANGSARI, (KabarUji) — Kejaksaan Negeri menetapkan dua tersangka. [1]", "Kapan?",
     "Kapan? — soal: tersangka korupsi Tanggul Merah"),
    ("Siapa yang mengawasi obat?", "BPOM — Obat diawasi BPOM. [1]", "Kapan?",
     "Kapan? — soal: mengawasi obat BPOM"),
    ("Apa yang didata di Kecamatan Uji kayak Pasar Melati?", "", "Kapan?",
     "Kapan? — soal: didata Kecamatan Uji Pasar Melati"),
    # "Dia" is a person: no acronym before the name, no place, no body; of several nobody knows which.
    ("Kenapa kartu BPJS KIS Sartono Wiguna dinonaktifkan?", "", "dia bayar pakai apa?",
     "Sartono Wiguna bayar pakai apa? — soal: kartu BPJS KIS dinonaktifkan"),
    ("Kapan jembatan roboh?", "Jembatan roboh Senin, kata Bupati Wonogiri. [1]", "dia bilang apa?",
     "dia bilang apa? — soal: jembatan roboh"),
    ("Kapan jembatan roboh?", "Jembatan roboh Senin, kata Rina Lestari. [1] Budi Santosa hadir. [2]",
     "dia minta apa?", "Rina Lestari minta apa? — soal: jembatan roboh"),
    ("Kapan jembatan roboh?", "Jembatan roboh Senin, kata Rina Lestari kepada Budi Santosa. [1]",
     "dia minta apa?", "dia minta apa? — soal: jembatan roboh"),
    # What was told stands in the place of "gitu".
    ("Apa kata Rina Lestari soal cukai?", '"Cukai minuman manis kami tunda," kata Rina. [1]',
     "kapan dia ngomong gitu?", "kapan Rina Lestari ngomong cukai minuman manis tunda? — soal: kata"),
    # Meant otherwise, another of several, another year.
    ("Berapa harga beras di Pasar Melati?", "Rp 14.000", "eh maksud saya Pasar Kenanga",
     "Berapa harga beras di Pasar Kenanga?"),
    ("How much is rice at Melati Market?", "", "I mean Kenanga Market",
     "How much is rice at Kenanga Market?"),
    ("Kapan gelombang pertamanya berlaku?", "", "kalau yang kedua?", "Kapan gelombang kedua berlaku?"),
    ("Siapa direktur Seitu?", "", "kalau yang kedua?", "Siapa direktur Seitu yang kedua?"),
    ("Berapa laba Seitu pada 2023?", "Rp 5 miliar", "2022?", "Berapa laba Seitu pada 2022?"),
    ("Berapa harga beras di Pasar Melati?", "Rp 14.000", "bukan, maksud saya pedagangnya dari mana?",
     "pedagangnya dari mana? — soal: harga beras Pasar Melati"),
    ("Berapa harga beras di Pasar Melati?", "Rp 14.000", "maksudnya apa?",
     "maksudnya apa? — soal: harga beras Pasar Melati"),
    # Another one's words, by an office or a body; of two coaches nothing tells them apart.
    ("bupatinya bilang apa?", "", "kalau wakilnya?", "wakil bupatinya bilang apa?"),
    ("Apa kata kepala desa soal proposal jembatan?", "", "kalau dinas PUPR?",
     "Apa kata dinas PUPR soal proposal jembatan?"),
    ("Menurut warga, kenapa jembatan putus?", "", "kalau menurut polisi?",
     "menurut polisi, kenapa jembatan putus?"),
    ("pelatihnya bilang apa?", "", "kalau pelatih lawannya?",
     "kalau pelatih lawannya? — soal: pelatihnya bilang"),
    ("siapa saja anggotanya?", "", "kalau ketuanya?", "kalau ketuanya? — soal: anggotanya"),
    # No institution is "she".
    ("Who found the statue?", "Melati Museum", "where does she work?",
     "where does she work? — about: found statue Melati Museum"),
    # By the way: of another matter, where it says of which.
    ("Berapa harga beras di Pasar Melati?", "", "Oh ya, siapa penulis artikel di kabaruji?",
     "siapa penulis artikel di kabaruji?"),
    ("Berapa harga beras di Pasar Melati?", "", "btw pedagangnya siapa?",
     "pedagangnya siapa? — soal: harga beras Pasar Melati"),
    # What is asked behind another topic leans on nothing.
    ("Berapa harga beras di Pasar Melati?", "", "Oke ganti topik, siapa pemilik kapal Sinar Laut?",
     "siapa pemilik kapal Sinar Laut?"),
    ("Berapa harga beras di Pasar Melati?", "", "Different topic: who owns the ferry?",
     "who owns the ferry?"),
    ("Berapa harga beras di Pasar Melati?", "", "ganti topik rapatnya apa?",
     "ganti topik rapatnya apa? — soal: harga beras Pasar Melati"),
    # Two words of one meaning are no office, and a noun of somebody's is nobody's name.
    ("Berapa warga yang mengungsi di Desa Wanasari?", "340", "paling banyak di mana?",
     "paling banyak di mana? — soal: warga mengungsi Desa Wanasari"),
    ("Berapa biaya Jembatan Kali Bening?", "Rp 5 miliar", "kontraktornya siapa?",
     "kontraktornya siapa? — soal: biaya Jembatan Kali Bening"),
]  # fmt: skip
ALONE = [
    "Siapa yang memimpin Project S?",
    "Apa itu social commerce?",
    "social commerce itu apa?",
    "Berapa persen pekerjaan yang disediakan UMKM?",
    "Kapan Pasar Tanah Abang mulai sepi?",
    "Who is the director of Seitu?",
    "Siapa namanya Menteri Koperasi?",
    "siapa menteri kominfo?",
    "siapa menkominfo?",
    "siapa sih bosnya Project S di ByteDance?",
    "heru sutadi itu siapa ya?",
    "Menurut Semuel, TikTok punya izin dagang gak?",
    "Apa akibatnya bila TikTok tidak menghapus barang yang bertentangan dengan aturan Indonesia?",
    "Which company's approach to promoting its own bestsellers does Project S resemble?",
    "kalo tiktok gak nurunin konten jualan yg nabrak aturan indonesia, kena sanksi gak?",
    "Apa kata Teten Masduki tadi malam?",
    "Bagaimana dengan nasib pedagang Tanah Abang?",
]


@pytest.mark.parametrize(("asked", "answer", "question", "whole"), FOLLOW_UPS, ids=[f[2] for f in FOLLOW_UPS])
def test_a_follow_up_is_written_out(asked: str, answer: str, question: str, whole: str) -> None:
    assert written_out(question, [Exchange(asked, answer)]) == whole


@pytest.mark.parametrize("question", ALONE)
def test_a_question_that_stands_alone_is_left_alone(question: str) -> None:
    assert written_out(question, [Exchange("Apa kata Teten Masduki soal impor?", "empati")]) == question


@pytest.mark.parametrize("question", [f[2] for f in FOLLOW_UPS])
def test_without_history_nothing_is_written_out(question: str) -> None:
    assert written_out(question, []) == question


def test_the_second_follow_up_still_knows_what_the_first_was_about() -> None:
    history = [Exchange("Apa nama penjual di Trendy Beat?", "Seitu")]
    for question, answer in (("siapa direkturnya?", "Lim Wilfred Halim"), ("umurnya brp", "")):
        history.append(Exchange(written_out(question, history), answer))
    assert written_out("dia menjabat apa?", history).startswith(
        "Lim Wilfred Halim menjabat apa? — soal: Seitu"
    )
    assert "Seitu" in written_out("terhubung dengan apa?", history)


def test_what_hardly_says_anything_takes_in_what_was_asked_before_it() -> None:
    history = [
        Exchange("Berapa warga Desa Wanasari yang kena tifus?", "12"),
        Exchange("yang meninggal?", "2"),
    ]
    assert written_out("kenapa mereka?", history).startswith("kenapa mereka? — soal: meninggal warga")
    heavier = [history[0], Exchange("siapa dokter yang merawat pasien tifusnya?", "")]
    assert "warga" not in written_out("kenapa?", heavier).split(" — soal: ")[1].split(",")[0]


def test_from_a_topic_gone_back_to_one_goes_on() -> None:
    history = [
        Exchange("harga cabai di Pasar Melati berapa?", "Rp 92.000"),
        Exchange("Siapa wali kota Lembah Uji?", "Tobi Raja"),
        Exchange("balik ke cabai tadi, kapan turun?", "Februari"),
    ]
    understood = written_out("Menurut siapa itu?", history)
    assert "Pasar Melati" in understood
    assert "Lembah" not in understood
    assert "Lembah" in written_out("umurnya?", history[:2])


def test_a_conversation_may_be_told_as_it_was_typed() -> None:
    """A program's history holds the questions and answers that its reader saw."""
    typed = [
        Exchange("Siapa yang memimpin Project S?", "Bob Kang — Project S dipimpin Bob Kang. [1]"),
        Exchange("dia menjabat apa?", "Bob Kang, kepala e-commerce. [1]"),
    ]
    understood = [typed[0], Exchange(written_out(typed[1].question, typed[:1]), typed[1].answer)]
    assert written_out("kapan itu dimulai?", typed) == written_out("kapan itu dimulai?", understood)
    assert "Project S" in written_out("kapan itu dimulai?", typed)


def test_an_earlier_topic_is_gone_back_to() -> None:
    history = [
        Exchange("Apa yang diminta Teten Masduki dari TikTok Shop?", "mereka harus punya empati"),
        Exchange("Siapa direktur Seitu?", "Lim Wilfred Halim"),
    ]
    understood = written_out("Eh, yang soal empati tadi, di mana disampaikan?", history)
    assert "Teten Masduki" in understood
    assert "Seitu" not in understood


def test_topics_lead_the_search_and_weigh_less_than_what_is_asked() -> None:
    asked = analyse("kapan? — soal: meresmikan Jembatan Kali Bening, Ratna")
    assert (asked.asks, asked.text) == ("when", "kapan?")
    assert asked.search_text.split()[-1] == "ratna"
    weights = {term.surface: (term.weight, term.name) for term in asked.terms}
    assert weights["jembatan"][1]
    assert weights["kali"][1]
    assert "ratna" not in weights
    assert weights["meresmikan"][0] == 0.5 * analyse("siapa meresmikan ini").terms[0].weight
    own = analyse("yang luka parah? — soal: balitanya, Desa Wanasari")
    assert {term.surface for term in own.terms if term.carried} == {"balitanya", "desa", "wanasari"}
    bare = analyse("kapan? — soal: balitanya, Desa Wanasari")
    assert {term.surface for term in bare.terms if term.carried} == {"desa", "wanasari"}
    named = analyse("Apa kata Rina? — soal: meresmikan Jembatan Kali Bening")
    assert [term.surface for term in named.terms] == [t.surface for t in analyse("Apa kata Rina?").terms]


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="needs the five articles in ../shared/articles")
def test_conversations_by_another_find_what_their_written_out_forms_find() -> None:
    lines = (ROOT / "tests/data/conversations.jsonl").read_text(encoding="utf-8").splitlines()
    turns = hold_all(ARTICLES, [json.loads(line) for line in lines])
    followed = [turn for turn in turns if turn.follows]
    same = sum(turn.same_article for turn in followed)
    assert len(followed) == 73
    assert same >= 65, same
    alone = [turn.understood for turn in turns if not turn.follows]
    assert alone == [None] * 31
    right = sum(turn.right for turn in turns if turn.question["answerable"])
    assert right >= 61, right


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_any_conversation_gives_a_question(asked: str, answer: str, question: str) -> None:
    assert written_out(question, [Exchange(asked, answer)]).strip() or not question.strip()


# Twelve conversations: each question, and how it would be asked alone (None: it stands alone).
CONVERSATIONS: list[list[tuple[str, str | None]]] = [
    [("Siapa yang memimpin Project S?", None), ("dia menjabat apa?", "Bob Kang menjabat apa?"),
     ("kapan Project S mulai?", None)],
    [("Apa itu Trendy Beat?", None), ("barang apa saja yang dijual di situ?",
     "Barang apa saja yang dijual di Trendy Beat?"), ("siapa penjualnya?", "Siapa penjual di Trendy Beat?")],
    [("Kapan Project S dilaporkan mulai berjalan di Inggris?", None),
     ("Kalau di Indonesia?", "Kapan Project S mulai berjalan di Indonesia?"),
     ("siapa yang memimpinnya?", "Siapa yang memimpin Project S?")],
    [("Apa kata Teten Masduki soal data?", None),
     ("Kalau Semuel?", "Apa kata Semuel soal data?"),
     ("apa sanksinya kalau konten melanggar?", "Apa sanksi kalau konten TikTok melanggar?")],
    [("Siapa direktur Seitu?", None), ("dia kepala apa?", "Lim Wilfred Halim kepala apa?"),
     ("Apa hubungan Seitu dengan ByteDance?", None)],
    [("Apa itu social commerce?", None), ("apa contohnya?", "Apa contoh social commerce?"),
     ("Apa itu PSE Lingkup Privat?", None)],
    [("Bagaimana kondisi Pasar Tanah Abang?", None),
     ("kenapa begitu?", "Kenapa kondisi Pasar Tanah Abang sepi?"),
     ("apa harapan pedagangnya?", "Apa harapan pedagang Pasar Tanah Abang?")],
    [("Who leads Project S?", None), ("what is his position?", "What is the position of Bob Kang?"),
     ("When did Project S start in the UK?", None)],
    [("Menurut Heru Sutadi apa dampak Project S?", None),
     ("Kalau menurut Teten?", "Menurut Teten apa dampak Project S?"),
     ("Kalau menurut TikTok?", "Menurut TikTok apa dampak Project S?")],
    [("Apa jawaban TikTok tentang Project S?", None),
     ("apakah itu ada di Indonesia?", "Apakah Project S ada di Indonesia?"),
     ("Siapa yang meminta UMKM waspada?", None)],
    [("Berapa persen pekerjaan yang disediakan sektor UMKM?", None),
     ("kata siapa?", "Kata siapa sektor UMKM menyediakan pekerjaan?"),
     ("Berapa jumlah UMKM lokal di marketplace?", None)],
    [("Siapa Semuel Abrijani Pangerapan?", None),
     ("apa kata dia soal izin TikTok?", "Apa kata Semuel Abrijani Pangerapan soal izin TikTok?"),
     ("Bagaimana dengan Teten Masduki?", "Apa kata Teten Masduki soal izin TikTok?")],
]  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    settings = Settings(corpus=ROOT / "corpus", index=tmp_path_factory.mktemp("index"))
    build_index(settings)
    with open_archive(settings) as opened:
        yield opened


@pytest.mark.parametrize("turns", CONVERSATIONS, ids=[turns[0][0] for turns in CONVERSATIONS])
def test_a_follow_up_finds_what_its_written_out_form_finds(
    turns: list[tuple[str, str | None]], archive: Archive
) -> None:
    history: list[Exchange] = []
    for question, whole in turns:
        answer = archive.ask(question, history=history)
        assert answer.question == question
        assert (answer.understood is None) == (whole is None), answer.understood
        understood = answer.understood or question
        found, wanted = (archive.search(q)[0].passage.article for q in (understood, whole or question))
        assert found == wanted, f"{question} was understood as {understood}"
        history.append(Exchange(understood, "" if answer.abstained else answer.short or answer.answer))


def test_where_the_topics_do_not_help_the_question_is_asked_alone(archive: Archive) -> None:
    """In small letters "tanah abang" is no name: it may be a follow-up, or not."""
    before = [Exchange("Siapa Semuel Abrijani Pangerapan?", "Dirjen Aptika")]
    alone = archive.ask("kenapa pasar tanah abang sepi")
    after = archive.ask("kenapa pasar tanah abang sepi", history=before)
    assert not alone.abstained
    assert after.answer == alone.answer
    assert not asks_alone("kapan itu?")
    assert not asks_alone("terus berapa jumlah rumah yang terendam")


def test_citations_stay_with_their_own_turn(archive: Archive) -> None:
    first = archive.ask("Siapa yang memimpin Project S?")
    second = archive.ask("kapan itu dimulai?", history=[Exchange(first.question, first.short or "")])
    assert [c.n for c in second.citations] == list(range(1, len(second.citations) + 1))
    assert archive.ask("Siapa yang memimpin Project S?") == first
