"""What a question asks, in the ways that people type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.asked import units
from rag.question import analyse
from rag.spans import Kind
from rag.terms import in_english, language_of


@pytest.mark.parametrize(
    ("question", "asks", "expects"),
    [
        ("Siapa yang memimpin Project S?", "who", Kind.PERSON),
        ("siapa sih bosnya?", "who", Kind.PERSON),
        ("Kapan pasar dibuka?", "when", Kind.DATE),
        ("Tahun berapa jembatan itu selesai?", "when", Kind.DATE),
        ("Tarif baru berlaku per tanggal berapa?", "when", Kind.DATE),
        ("Gaji pemain per bulan berapa?", "howmany", Kind.NUMBER),
        ("brp persen yg setuju?", "howmany", Kind.NUMBER),
        ("Berapa harga cabai?", "howmany", Kind.NUMBER),
        ("dmn acaranya digelar?", "where", Kind.PLACE),
        ("Di negara mana penjual terdaftar?", "what", Kind.PLACE),
        ("Kota apa yang menjadi tuan rumah?", "what", Kind.PLACE),
        ("Perusahaan apa yang membeli saham?", "what", Kind.NAME),
        ("Mengapa harga naik?", "why", None),
        ("knp pedagang protes?", "why", None),
        ("Gimana cara bayarnya?", "how", None),
        ("Apa itu social commerce?", "definition", None),
        ("Menurut Direktur Melati, apa yang ikut menyebabkan banjir?", "why", None),
        ("According to the director, how many people fled?", "howmany", Kind.NUMBER),
        ("Siapa Teten Masduki?", "identity", None),
        ("siapa teten masduki itu?", "identity", None),
        ("Who is Heru Sutadi?", "identity", None),
        ("Siapa Menteri Koperasi?", "who", Kind.PERSON),
        ("siapa cucu Suparmi", "who", Kind.PERSON),
        ("siapa yang mundur?", "who", Kind.PERSON),
        ("What should owners of a Voltara do?", "what", None),
        ("What is the competition commission investigating?", "what", None),
        ("Arsip negara jenis apa yang tidak disimpan?", "what", None),
        ("manajemen klub mana yang dipecat?", "what", Kind.NAME),
        ("penumpang yg telat lebih dari 3 jam dikasih apa?", "what", None),
        ("ketua komisi pakai perumpamaan apa waktu itu?", "what", None),
        ("Apa yang dimaksud dengan tengkes?", "definition", None),
        ("Apakah fitur itu sudah tersedia?", "yesno", None),
        ("Sebutkan tiga kecamatan yang terdampak.", "list", Kind.PLACE),
        ("barang apa aja yang dijual?", "list", None),
        ("Rumah sakit swasta mana yang buka?", "what", Kind.PLACE),
        ("motor pak Darsim merknya apa?", "what", Kind.NAME),
        ("Siapa saja yang diberhentikan?", "list", Kind.PERSON),
        ("jumlah anggota koperasi itu", "howmany", Kind.NUMBER),
        ("Apa putusan hakim atas banding itu?", "what", None),
        ("apa benar pasar ditutup?", "yesno", None),
        ("How old is the king?", "howmany", Kind.NUMBER),
        ("In which two cities does it run?", "what", Kind.PLACE),
        ("Who leads the project?", "who", Kind.PERSON),
        ("When was the bridge opened?", "when", Kind.DATE),
        ("How many people fled?", "howmany", Kind.NUMBER),
        ("How many people were killed when the ferry capsized?", "howmany", Kind.NUMBER),
        ("And when was it opened?", "when", Kind.DATE),
        ("Do you know when it was opened?", "when", Kind.DATE),
        ("In which minute did Rangga score?", "howmany", Kind.NUMBER),
        ("Pelita Timur ada di peringkat berapa?", "howmany", Kind.NUMBER),
        ("Which country ships the goods?", "what", Kind.PLACE),
        ("Did the company deny it?", "yesno", None),
        ("Why did prices rise?", "why", None),
    ],
)
def test_kinds(question: str, asks: str, expects: Kind | None) -> None:
    asked = analyse(question)
    assert asked.asks == asks
    assert (asked.expects[0] if asked.expects else None) is expects


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Siapa yang memimpin?", "id"),
        ("gak tau deh kapan", "id"),
        ("Who is leading Project S?", "en"),
        ("What did the minister say about Tanah Abang?", "en"),
        ("Project S itu apa sih?", "id"),
        ("TikTok Shop", "id"),
    ],
)
def test_language(question: str, language: str) -> None:
    assert language_of(question) == language


def found(question: str, *stems: str) -> bool:
    """Say whether some term has these stems as one of its alternatives."""
    return any(stems in term.alternatives for term in analyse(question).terms)


def test_english_words_are_looked_for_in_indonesian() -> None:
    assert found("Who leads the agency?", "pimpin")
    assert found("Which small businesses closed?", "umkm")
    assert "pimpin" in analyse("Who leads the agency?").search_text


def test_a_name_in_english_stays_itself() -> None:
    asked = analyse("When was Trendy Beat launched?")
    assert found("When was Trendy Beat launched?", "beat")
    assert "trendy beat" in asked.search_text
    assert [t.surface for t in asked.terms if t.name] == ["trendy", "beat"]


def test_indonesian_words_are_looked_for_in_english_articles_and_names_are_not() -> None:
    asked = in_english(analyse("Berapa petani yang menggugat PT Nikel Toko?").terms)
    assert any("farmer" in some for some in asked)
    assert not any("nickel" in some or "shop" in some for some in asked)
    assert any("farmer" in some for some in in_english(analyse("How many farmers sued?").terms))
    assert not any(in_english(analyse("siapa nining").terms))


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What was Indonesia's annual inflation in 2026?", Kind.NUMBER),
        ("What salary does Persaga's coach get?", Kind.NUMBER),
        ("Which company bought Tokomaju's shares?", Kind.NAME),
        ("Which province's governor resigned?", Kind.PLACE),
    ],
)
def test_the_asked_noun_behind_an_owner(question: str, kind: Kind) -> None:
    assert analyse(question).expects[0] is kind


def test_what_an_answer_gives_without_the_word_weighs_little() -> None:
    (media, *_) = analyse("Media mana yang memberitakan pabrik itu?").terms
    (_, pabrik) = analyse("Di mana pameran pabrik berlangsung?").terms[:2]
    held = analyse("Di mana pameran pabrik berlangsung?").terms[-1]
    assert (media.surface, held.surface) == ("media", "berlangsung")
    assert max(media.weight, held.weight) <= 1.5 < pabrik.weight
    (justru, pabrik) = analyse("Siapa yang justru untung dari pabrik itu?").terms[::2]
    (caused, flood) = analyse("What caused the flood?").terms
    assert max(justru.weight, caused.weight) <= 1.5 < min(pabrik.weight, flood.weight)


def test_a_small_business_is_an_umkm() -> None:
    (small, *_) = analyse("Mengapa usaha kecil itu tutup?").terms
    assert ("umkm",) in small.alternatives


def test_a_word_said_twice_is_one() -> None:
    assert [t.surface for t in analyse("Di mana anak-anak bermain?").terms] == ["anak", "bermain"]


def test_colloquial_words_become_standard() -> None:
    assert analyse("brp duit yg dipake?").search_text == "berapa uang yang dipakai"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("brg2 murah2 dikirim dr mana ya gan", "barang murah dikirim dari mana"),
        ("Kenapa Project S gak masuk Indo?", "mengapa project s tidak masuk indonesia"),
        ("Fitur apa yang ada di WA?", "fitur apa yang ada di whatsapp"),
        ("Kapan Presiden SBY datang?", "kapan presiden sby datang"),
        ("pedagang ama petani mana yg kelewat murah?", "pedagang dengan petani mana yang terlalu murah"),
        ("Rapatnya kelewat jam berapa?", "rapatnya terlewat jam berapa"),
        ("Siapa pemilik toko emas gan?", "siapa pemilik toko emas"),
        ("gaji pemain per bulan brp sih", "gaji pemain per bulan berapa"),
        ("Jumlah penggunanya nomer brp terbesar di dunia?", "jumlah penggunanya terbesar ke berapa di dunia"),
        ("Kota itu terpadat nomor berapa di Jawa?", "kota itu terpadat ke berapa di jawa"),
        ("Rumahnya nomor berapa?", "rumahnya nomor berapa"),
        ("Kios nomor berapa sewanya termahal?", "kios nomor berapa sewanya termahal"),
    ],
)
def test_what_is_typed_in_a_chat_is_written_out(typed: str, read: str) -> None:
    assert analyse(typed).search_text == read


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("Berapa juta pengguna TikTok?", "pengguna"),
        ("How many million users does it have?", "users"),
        ("anaknya Mbah Karso ada berapa", "anak"),
        ("ada brp juta sih pengguna tiktok", "pengguna"),
        ("What is the maximum number of divers per day?", "divers"),
        ("Berapa umur Karso?", "umur"),
    ],
)
def test_what_is_counted(question: str, counted: str) -> None:
    assert analyse(question).counted == counted


def test_the_asked_noun_is_no_name() -> None:
    assert analyse("Akun TikTok mana yang jadi sumbernya?").focus == ("akun",)
    assert analyse("Film apa yang menjadi Film Terbaik?").focus == ("film",)
    assert analyse("Untuk apa Bob Kang membuatnya?").focus == ("bob",)


def test_an_office_need_not_be_called_one() -> None:
    weights = {t.surface: t.weight for t in analyse("Apa jabatan Sari Dewi?").terms}
    assert weights["jabatan"] < 1


def test_a_closing_gak_asks_and_does_not_negate() -> None:
    assert not analyse("TikTok punya izin gak?").negated
    assert analyse("Kenapa TikTok tidak punya izin?").negated


def test_synonyms_stand_beside_what_was_typed() -> None:
    assert found("Apa kata menkominfo?", "menteri", "komunikasi", "dan", "informatika")


def test_synonyms_of_another_word_with_the_same_stem_stay_out() -> None:
    assert not found("Di acara apa dia bicara?", "advokat")


def test_the_asked_noun_need_not_be_repeated() -> None:
    weights = {t.surface: t.weight for t in analyse("Di negara mana pabriknya berdiri?").terms}
    assert weights["negara"] < weights["pabriknya"]


def test_units() -> None:
    assert "tahun" in units(analyse("Berapa umur wali kota itu?").focus)
    assert "tahun" in units(analyse("umur wali kota brp?").focus)
    assert "persen" in units(analyse("Berapa persen yang setuju?").focus)
    assert "rp" in units(analyse("gaji guru di Lubuk Sirah berapa sebulan?").focus)
    assert units(analyse("Siapa wali kota?").focus) == ()


@given(st.text(max_size=300))
def test_any_text_can_be_analysed(text: str) -> None:
    asked = analyse(text)
    assert asked.text == text
    assert all(term.weight >= 0 and term.alternatives for term in asked.terms)


def test_where_money_comes_from_is_no_place() -> None:
    assert analyse("selain subsidi, klub itu dapet duit dari mana?").expects == ()
    assert Kind.PLACE in analyse("Dari mana rombongan itu berangkat?").expects


def test_what_is_asked_of_somebody_is_not_who_it_is() -> None:
    assert analyse("What job did the head of the cooperative have before?").expects == ()
    assert analyse("Who first reported the fraud at the Rukun cooperative?").asks == "who"
    assert analyse("who is teten masduki").asks == "identity"


@pytest.mark.parametrize(
    ("question", "asks", "kinds", "focus"),
    [
        ("How does Kios Pagi differ from the shop, where traders sell their own goods?", "how", (), None),
        ("Where does the ferry leave from?", "where", (Kind.PLACE, Kind.NAME), None),
        ("What noise woke the man who survived the flood?", "what", (), "noise"),
        ("What is the name of the hotel whose lamps are off?", "what", (Kind.NAME,), None),
        ("Who woke the man?", "who", (Kind.PERSON, Kind.NAME), None),
        ("Makanan apa yang membuat siswa keracunan?", "what", (), "makanan"),
        ("Apa yang membuat siswa keracunan?", "why", (), None),
        ("Seberapa jauh warga harus memutar?", "howmany", (Kind.NUMBER,), "jauh"),
        ("Seberapa besar keringanan bagi truk?", "howmany", (Kind.NUMBER,), "keringanan"),
        ("Seberapa besar dampak banjir itu?", "yesno", (), None),
        ("Di kilometer berapa jalan itu putus?", "howmany", (Kind.NUMBER,), "kilometer"),
        ("komisi dari penjual brp persen?", "howmany", (Kind.NUMBER,), "persen"),
        ("Di Melati berapa orang mengungsi?", "howmany", (Kind.NUMBER,), "orang"),
        ("siapa wasitnya?", "who", (Kind.PERSON, Kind.NAME), None),
        ("pelatihnya orang mana?", "where", (Kind.PLACE, Kind.NAME), None),
        ("duit hadiahnya dikemanain?", "what", (), None),
        ("How many people told the Harbour Times about the budget?", "howmany", (Kind.NUMBER,), "people"),
        ("How many dogs have been vaccinated so far?", "howmany", (Kind.NUMBER,), "dogs"),
        ("Kulakan habis uang berapa sebelum kebakaran?", "howmany", (Kind.NUMBER,), "uang"),
        ("Kerugian apa yang dicemaskan warga?", "what", (), "kerugian"),
        ("Jam tangan yang ia terima mereknya apa?", "what", (Kind.NAME,), None),
        ("Merek vaksin campak yang dipakai puskesmas di Melati apa?", "what", (Kind.NAME,), None),
        ("Di penjara mana ia akan ditahan?", "what", (Kind.PLACE, Kind.NAME), "penjara"),
        ("Which hospital tried the test?", "what", (Kind.PLACE, Kind.NAME), "hospital"),
        ("Which regencies will get the new boats?", "what", (Kind.PLACE, Kind.NAME), "regencies"),
        ("Sari Dewi ditunjuk presiden menjadi menteri apa?", "what", (), "menteri"),
        ("Menteri mana yang datang?", "what", (Kind.PERSON, Kind.NAME), "menteri"),
        ("What is Sari Dewi's position?", "what", (), "position"),
        ("Lebih berat mana, hukuman hakim atau jaksa?", "what", (), "berat"),
        ("Antara Bank Melati dan Bank Mawar, mana yang cabangnya lebih banyak?", "what", (), None),
        ("Between Sari and Budi, who has more?", "who", (), None),
        ("Film mana yang tidak jadi tayang?", "what", (Kind.NAME,), "film"),
        ("Selisihnya berapa per kilo?", "howmany", (Kind.NUMBER,), "selisihnya"),
        ("harga beras per kilo berapa", "howmany", (Kind.NUMBER,), "harga"),
        ("permintaan data itu akhirnya dikabulkan gak sih?", "yesno", (), None),
        ("profil Sari Dewi", "what", (), None),
        ("Can children who had the vaccine skip it?", "yesno", (), None),
        ("Was the stall where he works open?", "yesno", (), None),
        ("Do you know who built it?", "who", (Kind.PERSON, Kind.NAME), None),
        ("Siapa nama tiga anak yang meninggal?", "list", (Kind.PERSON, Kind.NAME), "anak"),
        ("Who are the two men in court?", "list", (Kind.PERSON, Kind.NAME), None),
        ("brp % anak yang divaksin?", "howmany", (Kind.NUMBER,), "persen"),
        ("Semahal apa beras di sana?", "howmany", (Kind.NUMBER,), None),
        ("akun siapa yang bercerita itu?", "who", (Kind.PERSON, Kind.NAME), "akun"),
        ("<b>Siapa</b> pemimpin Project S?", "who", (Kind.PERSON, Kind.NAME), None),
        ("akun yg cerita soal pasar sepi apa namanya ya?", "what", (Kind.NAME,), "akun"),
        ("kapal yang karam itu namanya apa?", "what", (Kind.NAME,), "kapal"),
        ("Which account told how quiet it was?", "what", (Kind.NAME,), "account"),
        ("In which jurisdiction is it registered?", "what", (Kind.PLACE, Kind.NAME), "jurisdiction"),
        ("What was the price of a single pump?", "what", (Kind.NUMBER,), "price"),
        ("What is the height of the tower?", "what", (Kind.NUMBER,), "height"),
        ("What is the ticket price?", "what", (Kind.NUMBER,), "price"),
        ("What is the minimum age for joining?", "what", (Kind.NUMBER,), "age"),
        ("umur Sari Dewi berapa tahun?", "howmany", (Kind.NUMBER,), "umur"),
        ("Sari Dewi dihukum berapa tahun?", "howmany", (Kind.NUMBER,), "tahun"),
        ("What is inflation?", "definition", (), None),
        ("What is the price index?", "definition", (), None),
        ("What is the commission investigating?", "definition", (), None),
    ],
)
def test_what_is_asked_for(question: str, asks: str, kinds: tuple[Kind, ...], focus: str | None) -> None:
    found = analyse(question)
    assert (found.asks, found.expects) == (asks, kinds)
    assert focus is None or found.focus == (focus,)


def test_whose_something_is_asks_for_its_owner() -> None:
    asked = analyse("akun kiospagi itu punya siapa sih?")
    assert asked.asks == "who"
    assert any(("milik",) in term.alternatives for term in asked.terms)
    assert analyse("Siapa Sari Dewi?").asks == "identity"


def test_the_press_that_somebody_speaks_to_counts_little() -> None:
    told = {term.surface: term.weight for term in analyse("Di mana Sari Dewi ditemui wartawan?").terms}
    asked = {term.surface: term.weight for term in analyse("Siapa wartawan yang menulis berita itu?").terms}
    assert told["wartawan"] < asked["wartawan"]
    said = {term.surface: term.weight for term in analyse("What did Sari Dewi tell the reporters?").terms}
    assert said["reporters"] < 1


def test_a_particle_is_that_of_the_nearest_verb() -> None:
    terms = [t.surface for t in analyse("Which words did the sign language interpreter mix up?").terms]
    assert "mix up" in terms
    assert "sign up" not in terms


def test_a_quarter_by_its_number_is_one_by_its_name() -> None:
    (asked,) = [term for term in analyse("Berapa laba di Q2?").terms if term.surface != "laba"]
    assert ("kuartal", "ii") in asked.alternatives
    assert "first quarter" in [term.surface for term in analyse("What was the profit in Q1 2026?").terms]


def test_a_day_in_figures_is_a_day_by_its_month() -> None:
    asked = analyse("Di mana Sari Dewi pada 14/9/2023?")
    assert "september" in {term.surface for term in asked.terms}


def test_what_a_question_for_a_reason_grants_counts_little() -> None:
    weights = {t.surface: t.weight for t in analyse("Mengapa laba turun padahal omzet naik?").terms}
    alone = {t.surface: t.weight for t in analyse("Mengapa laba turun dan omzet naik?").terms}
    assert weights["omzet"] < alone["omzet"] / 2
    assert weights["laba"] == alone["laba"]


def test_the_superlative_of_two_words_is_its_adjective() -> None:
    assert {t.surface for t in analyse("Produk paling populer apa?").terms} == {"produk", "populer"}


def test_how_much_so_is_told_by_a_number() -> None:
    weights = {t.surface: t.weight for t in analyse("Seberapa mahal beras itu?").terms}
    assert weights["mahal"] < weights["beras"] / 2


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("duit 290 M dipakai buat apa", "uang 290 miliar dipakai untuk apa"),
        ("Kereta M dibuka kapan?", "kereta m dibuka kapan"),
        ("utang 5 T itu", "utang 5 triliun itu"),
        ("juara lari 100 m itu", "juara lari 100 m itu"),
    ],
)
def test_scales_in_short(typed: str, read: str) -> None:
    assert analyse(typed).search_text == read


@pytest.mark.parametrize(
    ("question", "focus", "counted"),
    [
        ("Dana hibahnya naik jadi berapa tahun ini?", (), ""),
        ("Berapa tahun ia bekerja?", ("tahun",), "tahun"),
        ("biaya dari tempat yang jauh itu mencapai berapa?", ("biaya",), ""),
    ],
)
def test_what_is_counted_is_no_time_and_no_distance(
    question: str, focus: tuple[str, ...], counted: str
) -> None:
    asked = analyse(question)
    assert (asked.focus, asked.counted) == (focus, counted)


@pytest.mark.parametrize(
    ("question", "expects"),
    [
        ("Bupati Ratna bilang apa?", ()),
        ("pelatihnya minta apa ke pemain?", ()),
        ("perusahaan menawarkan apa?", ()),
        ("Bank apa yang menawarkan kredit?", (Kind.NAME,)),
        ("akun apa yang bilang begitu?", (Kind.NAME,)),
    ],
)
def test_what_somebody_says_or_does_is_nobodys_name(question: str, expects: tuple[Kind, ...]) -> None:
    assert analyse(question).expects == expects
