"""What one of several people says, where the article writes "ia": asked for, and told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rag.archive import Archive
from rag.asked_speaker import (
    asked_speaker,
    asks_speaker,
    is_anothers,
    is_denied,
    is_mentioned,
    is_spoken_by,
    speaker_of,
    speaker_terms,
)
from rag.candidate import Speaker
from rag.question import analyse
from tests.folder import archive_of
from tests.passage import sentence_of

ROB = """---
title: Rob Merendam Tambak di Pesisir Melati
outlet: Harian Contoh
date: 2024-03-02
---
Rob merendam ratusan hektare tambak di pesisir Melati sejak Senin pekan lalu.

Ketua Kelompok Petambak Melati, Wiryo Santoso, mengatakan anggotanya gagal panen. Ia memperkirakan kerugian \
para petambak mencapai Rp 6,8 miliar.

Kepala Dinas Perikanan Melati, Ratna Kusuma, membenarkan kejadian itu. Ia menyebut kerugian petambak hanya \
Rp 2,1 miliar.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive_of(tmp_path_factory.mktemp("rob"), {"rob.md": ROB}) as opened:
        yield opened


APART = "Pengacara Ratna memastikan banding, sedangkan Johan mengatakan kliennya menerima putusan."


@pytest.mark.parametrize(
    ("who", "amount"),
    [
        ("Wiryo Santoso", "Rp 6,8 miliar"),
        ("Ketua Kelompok Petambak", "Rp 6,8 miliar"),
        ("Ratna Kusuma", "Rp 2,1 miliar"),
        ("Kepala Dinas Perikanan", "Rp 2,1 miliar"),
    ],
)
def test_each_is_answered_with_their_own_words(archive: Archive, who: str, amount: str) -> None:
    found = archive.ask(f"Berapa kerugian petambak menurut {who}?")
    assert not found.abstained
    assert amount in found.citations[0].text


def test_a_speaker_is_near_the_number_of_the_sentence(archive: Archive) -> None:
    assert archive.ask("Berapa kerugian petambak menurut Wiryo Santoso?").short == "Rp 6,8 miliar"


def test_what_two_people_say_differently_in_one_article_stands_side_by_side(archive: Archive) -> None:
    found = archive.ask("Berapa kerugian petambak?")
    assert {value for value, _ in found.differing} == {"Rp 6,8 miliar", "Rp 2,1 miliar"}
    assert found.short is None


def test_quotes_are_read_only_where_what_somebody_said_is_asked(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    quotes_in = archive.quotes_in
    monkeypatch.setattr(archive, "quotes_in", lambda ids: asked.append(ids) or quotes_in(ids))
    archive.ask_extractively("Kapan rob merendam tambak?")
    assert not asked
    archive.ask_extractively("Apa kata Wiryo Santoso?")
    assert asked


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("Berapa kerugiannya menurut pihak Wiryo Santoso?", "wiryo santoso"),
        ("Kata Bu Ratna, apa penyebab rob?", "ratna"),
        ("knp petambak rugi kata kadis perikanan?", "kepala dinas perikanan"),
        ("Apa tanggapan Wali Kota Melati atas rencana itu?", "wali kota melati"),
        ("gimana reaksi Ratna setelah ditegur?", "ratna"),
        ("trus wiryo ngomong apa soal tambaknya?", "wiryo"),
        ("pak Wiryo jawab apa waktu ditanya?", "wiryo"),
        ("pas ditanya soal rob, Bu Ratna jawabnya gimana?", "ratna"),
        ("apa jawaban Ratna pas Wiryo minta ganti rugi itu?", "ratna"),
        ("Pak Wiryo maunya ganti rugi dibayar gimana?", "wiryo"),
        ("Apa yang dijanjikan Ratna Kusuma untuk petambak?", "ratna kusuma"),
        ("How much was lost, according to the fisheries office?", "fisheries office"),
        ("What did Ratna Kusuma say about the tide?", "ratna kusuma"),
        ("How did Wiryo respond to the letter?", "wiryo"),
        # Nobody's words.
        ("Kata sandi apa yang dipakai?", ""),
        ("Apa arti kata Melati?", ""),
        ("Di mana kata-kata Ratna itu diukir?", ""),
        ("Kata Melati berasal dari bahasa apa?", ""),
        ("PT Melati yang membantah tudingan itu milik siapa?", ""),
        ("Berapa penduduknya menurut sensus 2020?", ""),
        ("Apa yang dikhawatirkan apabila tambak rusak?", ""),
        ("Merek apa yang diminta ditarik?", ""),
        ("Siapa yang membantah kabar itu?", ""),
        ("Apa yang dikatakan Sari soal rob?", "sari"),
        ("Berapa kerugian petambak?", ""),
        ("Did the harbour reopen?", ""),
    ],
)
def test_whose_words_are_asked_for(question: str, speaker: str) -> None:
    assert asked_speaker(analyse(question)) == frozenset(speaker.split())


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Siapa yang bilang tanggul itu jebol?", True),
        ("Siapa pejabat dinas yang menyebut tanggul itu jebol?", True),
        ("Kata siapa tanggul itu jebol?", True),
        ("Who said the dyke had burst?", True),
        ("Who was it that warned of the flood?", True),
        ("Siapa yang melaporkan Sari ke polisi?", False),
        ("Siapa yang memperbaiki tanggul?", False),
        ("Apa kata Sari soal tanggul?", False),
        ("Who was told about the flood?", False),
    ],
)
def test_who_said_something_is_asked_for(question: str, asks: bool) -> None:
    assert asks_speaker(analyse(question)) is asks


RATNA = Speaker(("ratna", "kusuma"), ("kepala", "dinas", "perikanan", "melati"))
TELLER = Speaker(("wiryo", "santoso"), ("ketua", "kelompok", "petambak", "melati"))


@pytest.mark.parametrize(
    ("question", "own", "anothers"),
    [
        ("Apa kata Ratna soal rob?", True, False),
        ("Apa kata Kepala Dinas Perikanan Melati soal rob?", True, False),
        # The place is Ratna's office's too.
        ("Apa kata Bupati Melati soal rob?", False, True),
        ("Apa kata Wiryo soal rob?", False, True),
        ("Apa kata Kepala Dinas Perhubungan soal rob?", False, False),
        ("Apa kata jaksa soal rob?", False, False),
        ("Apa kata Ratna Dewi soal rob?", False, False),
        ("Apa kata Wakil Kepala Dinas Perikanan Melati soal rob?", False, False),
    ],
)
def test_who_speaks_is_who_is_asked_or_another(question: str, own: bool, anothers: bool) -> None:
    asked = analyse(question)
    sentence = replace(sentence_of("Ia menyebut rob itu tahunan."), speakers=(RATNA,))
    terms = speaker_terms(asked, asked.terms)
    assert is_spoken_by(sentence, terms) is own
    assert is_anothers(sentence, terms) is anothers


def test_the_words_of_whoever_is_asked_come_before_anothers(archive: Archive) -> None:
    found = archive.ask("Apa tanggapan Ratna Kusuma soal rob yang merendam tambak?")
    assert not found.abstained
    assert "Ratna Kusuma" in found.citations[0].text or "Rp 2,1 miliar" in found.citations[0].text


@pytest.mark.parametrize(
    ("question", "text", "mentioned"),
    [
        ("What did the trade minister say about it?", "Menteri Perdagangan menolak rencana itu.", True),
        ("Apa kata mendag soal itu?", "Menteri Perdagangan menolak rencana itu.", True),
        # Not the two words of an office wherever they stand.
        ("What did the trade minister say about it?", "Menteri Koperasi menemui pedagang.", False),
        ("Apa kata gubernur soal itu?", "Wiryo menolak rencana itu.", False),
        # An article gives the words of such without a word for what they are.
        ("Menurut penulis, apa solusinya?", "Wiryo menolak rencana itu.", True),
    ],
)
def test_a_public_office_is_mentioned(question: str, text: str, mentioned: bool) -> None:
    asked = analyse(question)
    assert is_mentioned(sentence_of(text), speaker_terms(asked, asked.terms)) is mentioned


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Apa kata Gubernur Bali soal turis?", "Gubernur Bali melarang turis mendaki gunung mulai Juni."),
        (
            "What did the Ukrainian president say about the ceasefire?",
            "Presiden Ukraina menyetujui gencatan senjata selama 30 hari.",
        ),
        ("Apa kata Menteri Pariwisata soal turis?", "Menparekraf Sandi Uno menargetkan 14 juta turis."),
    ],
)
def test_an_office_of_a_place_is_met_by_both(question: str, text: str, tmp_path: Path) -> None:
    with archive_of(
        tmp_path, {"a.md": f"Berita Contoh Hari Ini\n\n{text} Warga menonton dari jauh."}
    ) as opened:
        found = opened.ask(question)
    assert not found.abstained
    assert found.citations[0].text == text


def test_a_country_makes_nobody_of_that_country_the_minister() -> None:
    asked = analyse("What did the Indonesian trade minister say about it?")
    terms = speaker_terms(asked, asked.terms)
    company = Speaker(("tiktok", "indonesia"), (), "TikTok Indonesia")
    sentence = replace(sentence_of("Pihak TikTok Indonesia menegaskan hal itu."), speakers=(company,))
    assert not is_spoken_by(sentence, terms)


@pytest.mark.parametrize(
    "question",
    [
        "Apa tanggapan Bupati Melati Hartono Surya soal rob yang merendam ratusan hektare tambak?",
        "Hartono Surya bilang apa soal kerugian petambak?",
        "How did Hartono Surya respond to the flooded ponds in Melati?",
    ],
)
def test_nobody_elses_words_answer_for_who_says_nothing(archive: Archive, question: str) -> None:
    assert archive.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("Siapa yang bilang kerugian petambak hanya Rp 2,1 miliar?", "Ratna Kusuma"),
        ("Who said the farmers' loss was 6.8 billion?", "Wiryo Santoso"),
    ],
)
def test_who_said_it_is_told_by_full_name_with_the_place_that_names_them(
    archive: Archive, question: str, speaker: str
) -> None:
    answer = archive.ask(question)
    assert answer.short == speaker
    assert answer.citations[0].text.startswith("Ia ")
    assert speaker in answer.citations[1].text


@pytest.mark.parametrize(
    ("question", "text", "speaker", "full"),
    [
        ("Siapa yang bilang rob itu tahunan?", "Ia menyebut rob itu tahunan.", "Ratna Kusuma", True),
        (
            "Siapa yang bilang rob itu tahunan?",
            '"Rob itu tahunan, kata mereka," ujar Ratna.',
            "Ratna Kusuma",
            True,
        ),
        # Somebody else does what is asked, or who speaks denies it.
        (
            "Siapa yang mengaku mencuri pompa?",
            "Ratna mengatakan Slamet Riyadi mengaku mencuri pompa.",
            "Ratna Kusuma",
            False,
        ),
        (
            "Siapa yang menyatakan PT Karya pailit?",
            "Pengadilan Melati menyatakan PT Karya pailit, kata kurator Ratna.",
            "Ratna Kusuma",
            False,
        ),
        (
            "Siapa yang bilang anggaran cukup?",
            '"Menteri Arief yang bilang anggaran cukup," ujar Ratna.',
            "Ratna Kusuma",
            False,
        ),
        ("Siapa yang bilang rob itu tahunan?", "Ratna membantah rob itu tahunan.", "Ratna Kusuma", False),
        ("Siapa yang membantah rob itu tahunan?", "Ratna membantah rob itu tahunan.", "Ratna Kusuma", True),
        ("Siapa yang bilang menerima putusan?", APART, "Ratna Kusuma", False),
        ("Siapa yang bilang akan banding?", APART, "Ratna Kusuma", True),
        ("Who pleaded guilty?", "Rudi pleaded guilty, prosecutor Ratna said.", "Ratna Kusuma", False),
    ],
)
def test_who_speaks_answers_where_nobody_else_is_told_to_say_it(
    question: str, text: str, speaker: str, full: bool
) -> None:
    told = Speaker(tuple(speaker.lower().split()), (), speaker)
    sentence = replace(sentence_of(text), speakers=(told,))
    assert speaker_of(analyse(question), sentence) == (speaker if full else None)


def test_another_sentence_is_not_given_because_its_speaker_is_known(tmp_path: Path) -> None:
    text = (
        'Tanggul\n\nWarga menduga ada buaya di tanggul Melati.\n\n"Kami jaga tanggul ini," kata Joko Susilo.'
    )
    with archive_of(tmp_path, {"a.txt": text}) as archive:
        assert archive.ask("Siapa yang menduga ada buaya di tanggul Melati?").short != "Joko Susilo"


@pytest.mark.parametrize(
    ("words", "told", "denied"),
    [
        ("kami mau menambah korban", "Kami tidak mau menambah korban,", True),
        ("minta naik gaji. Kami hanya minta upah", "Kami bukan minta naik gaji. Kami hanya minta upah", True),
        (
            "saya minta hadiah. Saya cuma minta dibalas",
            "Saya tidak minta hadiah. Saya cuma minta dibalas",
            True,
        ),
        ("kami tidak akan mengajukan eksepsi", "Kami akan mengajukan eksepsi, Yang Mulia", True),
        ("membuat 22 gol dari permainan terbuka", "Kami membuat 19 gol dari permainan terbuka", True),
        ("kami tidak mau menambah korban", "Kami tidak mau menambah korban,", False),
        ("membuat 19 gol dari permainan terbuka", "Kami membuat 19 gol. Itu tidak cukup", False),
        (
            "kami akan melawan tambang itu",
            "Tidak. Kami akan melawan tambang itu sampai akhir hayat kami",
            False,
        ),
        (
            "harga tidak akan naik",
            "Harga tidak akan naik, kata Sri saat ditanya apakah harga akan naik",
            False,
        ),
        ("tidak cukup untuk juara", "Kami membuat 19 gol. Itu tidak cukup untuk juara", False),
    ],
)
def test_who_said_the_contrary_did_not_say_it(words: str, told: str, denied: bool) -> None:
    assert is_denied(analyse(f"Siapa yang bilang {words}?"), told) == denied


COACH = """---
title: Kata Pelatih Melati
---
Pelatih Melati, Nuno Varela, menyayangkan kekalahan timnya di kandang sendiri.

"Kami hanya membuat 19 gol dari permainan terbuka. Itu tidak cukup untuk juara," ujarnya.
"""


def test_who_said_some_words_is_told_where_only_a_pronoun_stands_beside_them(tmp_path: Path) -> None:
    with archive_of(tmp_path, {"a.md": COACH, "b.md": ROB}) as archive:
        said = archive.ask("Siapa yang bilang kami hanya membuat 19 gol dari permainan terbuka?")
        assert said.short == "Nuno Varela"
        assert archive.ask("Siapa yang bilang kami membuat 22 gol dari permainan terbuka?").abstained
        assert archive.ask("Siapa yang bilang itu cukup untuk juara?").abstained
        assert archive.ask("Siapa yang bilang bendungan itu akan diisi tahun depan?").abstained


@pytest.mark.parametrize("asks", ["bupatinya bilang apa", "apa kata bupatinya"])
def test_the_office_of_what_was_talked_about_is_held_by_its_holder_and_no_deputy(asks: str) -> None:
    question = analyse(f"{asks} soal mobil dinas?")
    asked = speaker_terms(question, question.terms)
    plain = sentence_of("Mobil lama sudah tua, katanya.")
    holder = Speaker(("ratna", "sari"), ("bupati", "melati"), "Ratna Sari")
    deputy = Speaker(("budi", "santosa"), ("wakil", "bupati", "melati"), "Budi Santosa")
    assert is_spoken_by(replace(plain, speakers=(holder,)), asked)
    assert not is_spoken_by(replace(plain, speakers=(deputy,)), asked)
