"""From passages to an answer: the archive's own words, whole quotations, or an abstention."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rag.answer
import rag.evidence
from rag.answer import MOST_SENTENCES, THRESHOLD, answer
from rag.documents import ABSTENTION, Hit, Passage
from rag.evidence import weigh
from rag.question import analyse
from rag.statements import statement

FLOOD = (
    "Sungai Kelor Meluap\n\n"
    "Banjir merendam sembilan desa di Kabupaten Kelorwangi, Selasa (11/2). Dua orang meninggal dunia. "
    "Tanggul di Desa Pringsewu jebol sepanjang 25 meter.\n\n"
    '"Kami belum tahu penyebabnya. Air datang sangat cepat," kata Kepala BPBD Sapto Winengku kepada wartawan.'
)
MARKET = (
    "Harga cabai di Pasar Lawu naik menjadi Rp 92.000 per kilogram karena pasokan berkurang akibat hujan."
)


def hits(*texts: str, score: float = 1.0) -> list[Hit]:
    return [
        Hit(
            Passage(f"{i}.md#0", f"{i}.md", 7, 7 + len(text), text), score - i / 10, title=text.split("\n")[0]
        )
        for i, text in enumerate(texts)
    ]


def ask(question: str, *texts: str):
    return answer(question, hits(*texts), lambda _, some: [0.4] * len(some))


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Siapa Kepala BPBD?", "Sapto Winengku"),
        ("Berapa meter tanggul yang jebol?", "25 meter"),
        ("Kapan banjir merendam desa di Kelorwangi?", "Selasa (11/2)"),
    ],
)
def test_the_short_answer_comes_first(question: str, short: str) -> None:
    result = ask(question, FLOOD, MARKET)
    assert not result.abstained
    assert result.short == short
    assert result.answer.startswith(f"{short} — ")


def test_what_is_shown_is_the_articles_own() -> None:
    result = ask("Mengapa harga cabai naik?", FLOOD, MARKET)
    (first, *_) = result.citations
    assert first.text == MARKET
    assert (first.start, first.end) == (7, 7 + len(MARKET))
    assert 1 <= len(result.citations) <= MOST_SENTENCES
    assert "[1]" in result.answer


def test_a_quotation_stays_whole_with_its_speaker() -> None:
    start = FLOOD.index("Air datang")
    grown = FLOOD[slice(*statement(FLOOD, start, FLOOD.index("wartawan.") + 9))]
    assert grown.startswith('"Kami belum tahu')
    assert grown.endswith("kepada wartawan.")


def test_a_long_quotation_is_cut_without_a_lone_mark() -> None:
    long = '"' + "Satu kalimat panjang sekali tentang pasar. " * 30 + 'Sudah," katanya.'
    start, end = statement(long, 0, long.index(".") + 1)
    assert long[start:end] == "Satu kalimat panjang sekali tentang pasar."


MARKS = '"“”„«»'


@given(st.text(alphabet='ab."“” \n', max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_a_statement_holds_whole_quotations_only(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    first, last = statement(text, start, end)
    assert 0 <= first <= last <= len(text)
    around = text[text.rfind("\n", 0, start) + 1 : end] + text[end:].split("\n")[0]
    if "\n" not in text[start:end] and sum(around.count(mark) for mark in MARKS) % 2 == 0:
        assert sum(text[first:last].count(mark) for mark in MARKS) % 2 == 0


def test_a_mark_without_partner_hides_no_sentence() -> None:
    text = 'Festival itu dibuka Camat Wira Kusuma "<b>, pada Jumat, 6 Mei 2022 di lapangan desa yang luas.'
    assert statement(text, 0, len(text)) == (0, len(text))


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ('kami rugi lagi," kata Budi.', "kami rugi lagi,"),
        ('Ia berkata, "Pasar ini tutup', "Pasar ini tutup"),
    ],
)
def test_a_quotation_too_long_to_show_is_cut_at_its_mark(sentence: str, shown: str) -> None:
    filler = "Satu kalimat panjang sekali tentang pasar lama. " * 30
    text = f'"{filler}Dan {sentence}' if sentence.endswith("Budi.") else f'{sentence}. {filler}"'
    start = text.index(sentence)
    assert text[slice(*statement(text, start, start + len(sentence)))] == shown


def test_the_deputy_does_not_answer_for_the_office() -> None:
    result = ask("Siapa gubernur?", "Wakil Gubernur Toni Hartawan hadir dalam peresmian pasar itu.", MARKET)
    assert result.short != "Toni Hartawan"


def test_an_office_is_cut_off_the_name() -> None:
    text = (
        "Bisnis.com, JAKARTA - Wali Kota Ratna Wulandari meresmikan Jembatan Sungai Kapur, Senin (3/7/2023)."
    )
    assert ask("Siapa yang meresmikan Jembatan Sungai Kapur?", text, MARKET).short == "Ratna Wulandari"


def test_the_same_words_of_two_articles_are_shown_once() -> None:
    result = ask("Mengapa harga cabai naik?", MARKET, "Warta pasar hari ini. " + MARKET)
    assert [c.text for c in result.citations].count(MARKET) == 1


@pytest.mark.parametrize(
    ("question", "language"), [("Siapa presiden Prancis?", "id"), ("Who is the president of France?", "en")]
)
def test_an_abstention_is_in_the_questions_language(question: str, language: str) -> None:
    result = ask(question, FLOOD)
    assert result.abstained
    assert result.answer == ABSTENTION[language]
    assert result.citations == ()


def test_no_passage_at_all_is_an_abstention() -> None:
    assert ask("Siapa?").abstained
    assert weigh(analyse("Siapa?"), [], lambda some: []).trust == 0.0


def test_a_misspelt_name_still_finds_its_sentence() -> None:
    asked = analyse("Kapan sungai Kellor meluap?")
    found = weigh(asked, hits(FLOOD), lambda some: [0.0] * len(some)).evidence
    assert found[0].features.missing < 0.5


def test_a_word_of_another_root_is_no_slip() -> None:
    asked = analyse("Apakah bupati mengabulkan keberatan itu?")
    text = "Ketua RT akan mengajukan keberatan kepada bupati. Rapat selesai sore."
    told = weigh(asked, hits(text), lambda some: [0.4] * len(some)).evidence[0]
    assert told.features.missing > 0.5


def test_a_name_typed_in_small_letters_may_have_a_slip() -> None:
    asked = analyse("siapa wali kota ternat?")
    told = weigh(asked, hits("Wali Kota Ternate Tauhid Husin mundur."), lambda some: [0.4] * len(some))
    assert told.evidence[0].features.missing < 0.1


def test_a_short_name_has_a_slip_where_the_rest_of_it_stands_beside() -> None:
    text = "Penjual di Trendy Beat terdaftar di Singapura. Pasar Beot buka setiap pagi."
    asked = analyse("Penjual di Trendy Beet terdaftar di mana?")
    told = weigh(asked, hits(text), lambda some: [0.4] * len(some))
    assert told.evidence[0].sentence.text.startswith("Penjual")
    assert told.evidence[0].features.missing < 0.1
    other = weigh(analyse("Penjual di Pasar Beet terdaftar di mana?"), hits(text.replace("Beot", "Baru")),
                  lambda some: [0.4] * len(some))  # fmt: skip
    assert other.evidence[0].features.missing > 0.5


def test_what_an_article_misspells_is_met() -> None:
    text = "Platform sosial commerse dipakai pedagang Desa Uji. Rapat desa selesai sore."
    asked = analyse("Siapa yang memakai platform commerce?")
    told = weigh(asked, hits(text), lambda some: [0.4] * len(some)).evidence[0]
    assert told.sentence.text.startswith("Platform")
    assert told.features.missing < 0.5
    phrase = weigh(analyse("Apa manfaat social commerce?"), hits(text), lambda some: [0.4] * len(some))
    assert phrase.evidence[0].sentence.text.startswith("Platform")
    assert phrase.evidence[0].features.here > 0.5


def test_who_founded_something_is_not_told_by_a_pronoun() -> None:
    text = "Dirinya bekerja di Seitu sejak lama. Lim Wilfred memimpin Seitu, kata Budi sendiri."
    for question in ("Siapa pendiri Seitu?", "Who founded Seitu?"):
        told = weigh(analyse(question), hits(text), lambda some: [0.4] * len(some))
        assert told.evidence[0].features.missing > 0.1
    asked = analyse("Siapa pendiri Seitu?")
    founded = weigh(asked, hits("Seitu didirikan Budi Santoso."), lambda some: [0.4] * len(some))
    assert founded.evidence[0].features.missing < 0.1
    assert founded.trust > weigh(asked, hits(text), lambda some: [0.4] * len(some)).trust


def test_another_of_a_numbered_kind_does_not_answer() -> None:
    text = "Atap SD Negeri 2 Wanakerta ambruk pada Jumat (6/9/2024). Kepala SDN 2 Wanakerta ikut prihatin."
    trust = {}
    for number in (2, 3):
        asked = analyse(f"Kapan atap SDN {number} Wanakerta ambruk?")
        trust[number] = weigh(asked, hits(text), lambda some: [0.4] * len(some)).trust
    assert trust[2] > THRESHOLD > trust[3]


def test_a_name_is_not_met_in_a_word_made_of_the_same_root() -> None:
    asked = analyse("When was Temu founded?")
    text = "Warga yang ditemui pada Senin (5/6) mengeluh. Aplikasi Temu belum menjawab."
    both = weigh(asked, hits(text), lambda some: [0.4] * len(some)).evidence
    met = {e.sentence.text[:5]: e.features.here for e in both}
    assert met["Warga"] == 0.0
    assert met["Aplik"] > 0.4
    named = "Menteri Perindustrian Agus Kartono menutup pabrik itu."
    (found,) = weigh(analyse("Siapa Menteri Industri?"), hits(named), lambda some: [0.4] * len(some)).evidence
    assert found.features.here == 1.0


def test_a_name_that_no_passage_holds_lowers_trust() -> None:
    def trusted(question: str) -> float:
        return weigh(analyse(question), hits(FLOOD), lambda some: [0.4] * len(some)).trust

    assert trusted("Berapa desa di Zwartenburg terendam?") < trusted("Berapa desa di Kelorwangi terendam?")


def test_what_follows_from_a_condition_is_asked_for_with_it() -> None:
    text = (
        "Menurut Ratna, usaha gerabah di desa itu lumpuh sejak tungku gas dilarang. "
        "Apabila usaha gerabah berhenti, puluhan pemuda desa terancam merantau. Rapat selesai sore."
    )
    given = ask("Apa yang terjadi kalau usaha gerabah di desa itu lumpuh dan berhenti?", text)
    assert given.citations[0].text.startswith("Apabila")


def test_the_opposite_condition_does_not_come_first() -> None:
    text = (
        "Siswa yang tidak lulus ujian akan kehilangan beasiswa tahun depan. "
        "Jika siswa lulus ujian, beasiswa naik menjadi dua kali lipat tahun depan. Rapat selesai sore."
    )
    given = ask("Apa yang terjadi kalau siswa tidak lulus ujian?", text)
    assert given.citations[0].text.startswith("Siswa yang tidak lulus")


def test_a_list_behind_the_third_best_is_shown_where_the_others_have_none() -> None:
    text = (
        "Aplikasi itu memakai data pembeli untuk iklan. "
        "Data pembeli dijual ke pihak lain oleh aplikasi. "
        "Pengelola aplikasi mengetahui data pembeli. "
        "Mulai dari nama, alamat, nomor telepon, hingga ukuran sepatu. Rapat selesai sore."
    )
    given = ask("Data pembeli apa saja yang diketahui pengelola aplikasi itu?", text)
    assert "ukuran sepatu" in given.answer


def test_who_they_are_is_shown_behind_how_many() -> None:
    text = (
        "Kejaksaan menetapkan dua tersangka kasus korupsi tanggul. "
        "Keduanya adalah Kepala Dinas Bambang Surya serta Direktur CV Tirta, Rudi Hartawan. "
        "Tersangka kasus korupsi itu ditahan."
    )
    assert "Rudi Hartawan" in ask("Siapa saja dua tersangka kasus korupsi tanggul?", text).answer


def test_the_other_causes_are_shown_behind_the_only_one() -> None:
    text = (
        "Menurut dia hujan bukan satu-satunya penyebab tanggul jebol. Badannya sudah retak sejak lama. "
        "Tanggul itu dibangun lama sekali. Hujan turun di tanggul."
    )
    assert "retak" in ask("Kenapa tanggul jebol selain karena hujan?", text).answer


def test_a_reason_that_comes_next_is_shown() -> None:
    text = (
        "Ketua relawan mengakui datanya berbeda dengan data pemerintah. "
        "Warga yang menumpang di rumah kerabat juga dihitung. Rapat selesai sore."
    )
    given = ask("Kenapa data relawan berbeda dengan data pemerintah?", text)
    assert "menumpang di rumah kerabat" in given.answer


def test_an_office_that_nobody_is_told_to_hold_is_not_answered_with_a_deputy() -> None:
    text = "Wakil Wali Kota Kelorwangi Sari Dewi meresmikan pasar ikan. Wali kota berhalangan hadir."
    asked = "Siapa nama Wali Kota Kelorwangi?"
    assert ask(asked, text).abstained
    assert ask(asked, text.replace("Wakil Wali", "Wali")).short == "Sari Dewi"


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Dirjen Listrik itu siapa?", "Dirjen Ketenagalistrikan Sari Dewi hadir."),
        ("Siapa hakim yang tidak sependapat dengan vonis?", "Satu dari dua hakim, Sari Dewi, tak setuju."),
    ],
)
def test_who_is_told_to_hold_the_office_comes_first(question: str, first: str) -> None:
    other = '"Tarif listrik tetap, dan vonis itu adil," tegas Dirjen Listrik itu kepada hakim.'
    found = weigh(analyse(question), hits(f"{first} {other}"), lambda some: [0.0] * len(some)).evidence
    assert found[0].sentence.text == first


def test_more_is_shown_where_no_short_answer_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Gudang itu terbakar pada 3 Mei 2024. Dinas mencatat gudang itu kosong. Pasar itu ramai."
    unsure, sure = "Apa isi gudang yang terbakar itu?", "Kapan gudang itu terbakar?"
    shown = [len(ask(question, text).citations) for question in (unsure, sure)]
    monkeypatch.setattr(rag.answer, "COMPANION_UNSURE", 0.0)
    fewer = [len(ask(question, text).citations) for question in (unsure, sure)]
    assert fewer[0] < shown[0]
    assert fewer[1] == shown[1]


def test_who_is_trusted_less_where_nobody_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    unnamed, named = (f"Proyek Melati dipimpin {who} sejak 2020." for who in ("seseorang", "Sari Dewi"))
    trusted = [ask("Siapa yang memimpin proyek Melati?", text).confidence for text in (unnamed, named)]
    monkeypatch.setattr(rag.evidence, "NAMELESS", 0.0)
    before = [ask("Siapa yang memimpin proyek Melati?", text).confidence for text in (unnamed, named)]
    assert (trusted[0] or 0) < (before[0] or 0)
    assert trusted[1] == before[1]


def test_a_list_and_what_lacks_a_word_need_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Proyek Melati dipimpin tiga orang dan seorang wakil."
    asked = "Siapa saja yang memimpin proyek Melati?", "Siapa yang memimpin rapat proyek Melati?"
    trusted = [ask(question, text).confidence for question in asked]
    monkeypatch.setattr(rag.evidence, "NAMELESS", 0.0)
    assert [ask(question, text).confidence for question in asked] == trusted


def test_what_is_told_in_words_is_trusted_more(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Pasar Melati ditutup karena atapnya runtuh pada 3 Mei 2024."
    asked = "Mengapa pasar Melati ditutup?", "Kapan pasar Melati ditutup?"
    trusted = [ask(question, text).confidence or 0 for question in asked]
    monkeypatch.setattr(rag.evidence, "IN_WORDS", 0.0)
    before = [ask(question, text).confidence or 0 for question in asked]
    assert trusted[0] > before[0]
    assert trusted[1] == before[1]


def test_what_only_says_that_there_is_a_reason_is_followed_by_it() -> None:
    text = (
        "Tongkat Pintar Pandu\n\nTongkat Pandu memberi tahu lewat getaran. Pendiri Rupa, Sari Dewi, "
        "menjelaskan alasannya. "
        '"Kalau dijejali bunyi, mereka tidak mendengar motor yang lewat," kata Sari.'
    )
    result = ask("Mengapa tongkat Pandu memakai getaran menurut Sari Dewi?", text)
    assert any("tidak mendengar motor" in citation.text for citation in result.citations)


@pytest.mark.parametrize(
    ("question", "told", "another"),
    [
        (
            "Berapa tahun vonis Direktur PT Cakra Melati Lestari?",
            "Direktur PT Cakra Melati Lestari, Budi Hartono, divonis 4 tahun penjara.",
            "Direktur PT Cakra Melati Sentosa, Budi Hartono, divonis 4 tahun penjara.",
        ),
        (
            "Kapan Sari Dewi dilantik menjadi hakim?",
            "Sari Dewi dilantik menjadi hakim pada 3 Mei 2019.",
            "Pada 3 Mei 2019 Sari Dewi pindah ke Melati.",
        ),
        (
            "How many passengers used the Melati airport last year?",
            "Last year 1.5 million passengers used the Melati airport.",
            "The Melati airport is designed for 1.5 million passengers a year.",
        ),
        (
            "How many years in prison did the court give the counterfeiter in Melati?",
            "The court gave the counterfeiter in Melati 15 years in prison.",
            "The counterfeiter in Melati faces a maximum of 15 years in prison.",
        ),
        (
            "Berapa persen lapangan kerja yang disediakan UMKM di Malaysia?",
            "UMKM di Malaysia menyediakan 97 persen lapangan kerja.",
            "Saat ini 97 persen lapangan kerja disediakan UMKM.",
        ),
        (
            "Siapa yang menang pilkada Melati 2024?",
            "Pada pilkada 2024, Sari Dewi menang di Melati dengan 54,6 persen suara.",
            "Pada pilkada 2018, Sari Dewi menang di Melati dengan 54,6 persen suara.",
        ),
    ],
)
def test_what_is_told_of_another_name_event_or_year_is_no_answer(
    question: str, told: str, another: str
) -> None:
    assert not ask(question, told).abstained
    assert ask(question, another).abstained


def test_whom_an_office_holder_does_something_to_need_hold_none() -> None:
    text = "Presiden Sari Dewi menugaskan Budi Hartono menelusuri kebocoran waduk Melati."
    for question in (
        "Who did President Sari Dewi assign to look into the leak?",
        "Sari Dewi menugaskan siapa?",
    ):
        assert ask(question, text).short == "Budi Hartono"


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        (
            "Siapa tersangka kasus Koperasi Lele Makmur?",
            "Polisi menetapkan Rudi Hartono sebagai tersangka setelah uang Koperasi Lele Makmur hilang.",
            "Rudi Hartono",
        ),
        (
            "Berapa ton ekspor nikel Melati ke China?",
            "Ekspor nikel Melati ke Tiongkok mencapai 40.000 ton.",
            "40.000 ton",
        ),
    ],
)
def test_what_is_only_called_otherwise_is_an_answer(question: str, text: str, short: str) -> None:
    assert ask(question, text).short == short


def test_what_was_talked_about_in_small_letters_is_a_name_where_no_text_knows_it() -> None:
    asked = analyse("siapa nama mereka? — soal: dibayar, siswa titipan gandasarih")
    assert "gandasarih" in {term.surface for term in asked.terms}
