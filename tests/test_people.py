"""Who is who over an archive: which forms of a name are one person, and which claims fit a quotation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rag.documents import Quote
from rag.people import People

CASES: dict[str, Any] = json.loads(
    (Path(__file__).parent / "cases" / "people.json").read_text(encoding="utf-8")
)


def quote(article: str, speaker: str | None, role: str | None = None) -> Quote:
    return Quote(article, 0, 1, "x", "direct", speaker, role)


QUOTES = {name: quote(*fields) for name, fields in CASES["quotes"].items()}
PEOPLE = People.of(QUOTES.values())


@pytest.mark.parametrize(("which", "name"), CASES["names"])
def test_forms_of_a_name_join_only_where_they_can_mean_one_person(which: str, name: str | None) -> None:
    assert PEOPLE.name(QUOTES[which]) == name


@pytest.mark.parametrize(("claimed", "which", "expected"), CASES["claims"])
def test_a_claimed_speaker(claimed: str, which: str, expected: bool | None) -> None:
    assert PEOPLE.same(claimed, QUOTES[which]) is expected


def test_a_nickname_is_its_owner() -> None:
    said = Quote("a", 0, 1, "x", "direct", "Zaenal Arifan", "pengemudi", aliases=("Jek",))
    people = People.of([said, Quote("b", 0, 1, "y", "direct", "Zaenal Arifan")])
    assert people.same("Bang Jek", said) is True
    assert people.same("Bang Jon", said) is False


def test_an_office_with_a_place_that_the_source_does_not_tell_is_not_confirmed() -> None:
    unnamed, named = quote("a", None, "Wali kota"), quote("a", "Rina Dewi", "Wali Kota")
    people = People.of([unnamed, named])
    for said in (unnamed, named):
        assert people.same("Wali Kota Surabaya", said) is None
        assert people.same("Wali Kota", said) is not False
    assert people.same("Wali Kota Rina Dewi", named) is True


def test_who_is_told_by_an_initial_is_claimed_by_it() -> None:
    said = quote("a", "S", "pria")
    people = People.of([said])
    assert people.same("S", said) is True
    assert people.same("S (25)", said) is True
    assert people.same("N (25)", said) is not True
    assert people.same("Suparto", said) is not True


def test_an_office_with_a_first_name_in_it_makes_nobody_of_that_name() -> None:
    said = quote("a", "Lestari Wijaya", "Direktur RSUD dr Anton")
    people = People.of([said])
    assert people.same("dr Anton Wijaya", said) is False
    assert people.same("Direktur RSUD Lestari Wijaya", said) is True


def test_an_acting_office_may_be_told_in_full() -> None:
    said = quote("a", "Sri Mulatsih", "Pelaksana tugas Bupati Randualas")
    people = People.of([said])
    assert people.same("Plt Bupati Randualas", said) is True
    assert people.same("Bupati Randualas", said) is None
    assert people.same("Bupati Randualas Sri Mulatsih", said) is True


def test_whom_a_spokeswoman_speaks_for_did_not_speak() -> None:
    said = quote("a", "Ayu Pramesti", "Juru bicara Presiden Surya Dharmawan")
    people = People.of([said])
    assert people.same("Surya Dharmawan", said) is False
    assert people.same("Presiden Surya Dharmawan", said) is False
    company = quote("b", "Ayu Pramesti", "Juru bicara Gojek")
    assert People.of([company]).same("Gojek", company) is True


def test_letters_that_the_archive_writes_out_are_of_the_office() -> None:
    said = quote("a", "Gunadi Setiarja", "Direktur Utama Bara Mahakam Energi")
    people = People.of([said])
    assert people.same("Dirut BMHE Gunadi Setiarja", said) is True
    assert people.same("Istri Gunadi Setiarja", said) is False
    assert people.same("ISTRI GUNADI SETIARJA", said) is False
    assert people.same("PLT Dirut Gunadi Setiarja", said) is None
    assert people.same("Gunadi Setiarja UTOMO", said) is False
    assert people.same("BMHE", said) is not True


def test_a_source_without_a_name_is_nobody_whom_a_claim_names() -> None:
    said = quote("a", None, "former employee")
    assert People.of([said]).same("Andini, former employee of Lapakita", said) is None
    assert People.of([said]).same("former employee", said) is True
    of_a_village = quote("a", None, "warga Desa Sukamaju")
    assert People.of([of_a_village]).same("Putri, warga Desa Sukamaju", of_a_village) is None


def test_an_office_that_no_article_tells_of_contradicts_nobody() -> None:
    said = quote("a", "Sri Wahyuni", None)
    people = People.of([said, quote("a", "Nenek Saodah", None)])
    assert people.same("Kepala SMP Negeri 7 Tegalrejo", said) is None
    assert people.same("Kepala SMP Negeri 7 Tegalrejo Budi Santoso", said) is False
    assert people.same("Tegalrejo", said) is False
    assert people.same("Nenek Saodah", quote("a", "Nenek Saodah", None)) is True


@pytest.mark.parametrize(
    ("claimed", "expected"),
    [
        ("Menteri Kesehatan Siti Fadilah", False),
        ("Menkes Nila Moeloek", False),
        ("Menkes", True),
        ("Menkes RI Budi", True),
        ("Gubernur BI", False),
    ],
)
def test_another_who_held_the_office_is_not_the_speaker(claimed: str, expected: bool | None) -> None:
    said = quote("a", "Budi Gunadi Sadikin", "Menteri Kesehatan")
    assert People.of([said]).same(claimed, said) is expected


def test_the_head_of_another_company_is_not_the_head_of_this_one() -> None:
    said = quote("a", "Edi Sukmoro", "Direktur Utama PT Kereta")
    assert People.of([said]).same("Dirut PT Kereta", said) is True
    assert People.of([said]).same("Direktur Utama PT Kereta Bandara", said) is None


def test_a_first_name_that_many_have_joins_no_other_article() -> None:
    alone, rector = quote("a", "Haryanto"), quote("b", "Haryanto Wibowo", "Rektor Universitas Lawu")
    farmer = quote("c", "Suryadi", "petani asal Karawang")
    chief = quote("d", "Suryadi Jaya", "Kapolres Karawang")
    people = People.of([alone, rector, farmer, chief])
    assert people.same("Haryanto Wibowo", alone) is None
    assert people.same("Rektor Universitas Lawu", alone) is not True
    assert people.same("Kapolres Karawang Suryadi", farmer) is not True
    assert people.same("Kapolres Karawang Suryadi", chief) is True


@pytest.mark.parametrize(
    ("name", "claimed", "expected"),
    [
        ("R. Simbolon", "T. Simbolon", False),
        ("R. Simbolon", "R. Simbolon", True),
        ("Simbolon", "R. Simbolon", None),
        ("A. Rahman Hakim", "Abdul Rahman Hakim", None),
        ("Soetrisno Bachir", "Sutrisno Bachir", True),
        ("Djoko Susilo", "Joko Susilo", True),
        ("Jusuf Kalla", "M. Jusuf Kalla", True),
    ],
)
def test_initials_and_old_spellings(name: str, claimed: str, expected: bool | None) -> None:
    said = quote("a", name)
    assert People.of([said]).same(claimed, said) is expected


def test_the_central_bank_and_a_party_are_called_for_short() -> None:
    governor = quote("a", "Perry Warjiyo", "Gubernur Bank Indonesia")
    chair = quote("b", "Untari Bisowarno", "Ketua DPD PDI Perjuangan Jawa Timur")
    assert People.of([governor]).same("Gubernur BI", governor) is True
    assert People.of([chair]).same("Ketua DPD PDIP Jatim", chair) is True


KIN_AND_STAFF = ["Ayah", "Kakek", "Keluarga", "Penasihat hukum", "Pengacara", "attorney for", "father of"]
OF_ANOTHER = ["Sopir", "Manajer", "Humas", "Tim", "Gubernur", "Hakim", "Presiden"]


@pytest.mark.parametrize("before", KIN_AND_STAFF)
def test_whose_kin_somebody_is_said_nothing(before: str) -> None:
    said = quote("a", "Sari Wulandari", "Kepala Dinas Perdagangan")
    assert People.of([said]).same(f"{before} Sari Wulandari", said) is False


@pytest.mark.parametrize("before", OF_ANOTHER)
def test_a_whole_name_under_another_office_is_not_confirmed(before: str) -> None:
    said = quote("a", "Sari Wulandari", "Kepala Dinas Perdagangan")
    assert People.of([said]).same(f"{before} Sari Wulandari", said) is None
    assert People.of([said]).same(f"{before} Sari", said) is not True


@pytest.mark.parametrize(
    ("claimed", "role"),
    [
        ("Ketua DPRD Kota Serayu", "Ketua Fraksi Damai DPRD Kota Serayu"),
        ("Ketua DPRD Kota Serayu", "Ketua Komisi B DPRD Kota Serayu"),
        ("Ketua DPR", "Ketua Badan Anggaran DPR"),
        ("Kepala RSUD Serayu", "Kepala Instalasi Farmasi RSUD Serayu"),
        ("Kepala BMKG", "Kepala Stasiun BMKG Semarang"),
        ("Direktur PT Serayu Makmur", "Direktur Keuangan PT Serayu Makmur Lestari"),
        ("Jaksa Agung", "Jaksa Agung Muda Pidana Khusus"),
        ("Menteri Keuangan RI", "Menteri Keuangan Malaysia"),
        ("Menlu", "Menteri Luar Negeri Jepang"),
        ("Ketua KPK", "Ketua Wadah Pegawai KPK"),
        ("KPK", "Ketua Wadah Pegawai KPK"),
        ("Pertamina", "Ketua Serikat Pekerja Pertamina"),
        ("Gubernur Rina Dewi", "Wakil Gubernur Serayu"),
    ],
)
def test_a_part_of_an_office_is_not_the_office(claimed: str, role: str) -> None:
    said = quote("a", "Rina Dewi", role)
    assert People.of([said]).same(claimed, said) is not True


@pytest.mark.parametrize(
    ("claimed", "role"),
    [
        ("Ketua PBNU", "Ketua Umum PBNU"),
        ("Direktur PT Serayu Makmur", "Direktur Utama PT Serayu Makmur"),
        ("Kadinkes Serayu", "Kepala Dinas Kesehatan Kota Serayu"),
        ("Kepala BPBD Sigi", "Kepala Pelaksana BPBD Kabupaten Sigi"),
        ("Menteri Keuangan RI", "Menteri Keuangan"),
        ("Menlu Jepang", "Menteri Luar Negeri Jepang"),
        ("KPK", "Juru Bicara KPK"),
        ("Pertamina", "Direktur Utama Pertamina"),
        ("Wagub Rina Dewi", "Wakil Gubernur Serayu"),
        ("Pengamat Rina Dewi", "analis PT Serayu"),
        ("dokter Rina", "Kepala Dinas Kesehatan"),
    ],
)
def test_an_office_may_be_claimed_in_short(claimed: str, role: str) -> None:
    said = quote("a", "Rina Dewi", role)
    assert People.of([said]).same(claimed, said) is True


@pytest.mark.parametrize(
    ("claimed", "speaker"),
    [
        ("Sri Sultan", "Sri Mulyani"),
        ("Ari", "Ahmad Rahmat Iskandar"),
        ("Ani", "Agus Nur Iman"),
        ("Hartono, Budi", "Hartono Wijaya"),
        ("Agus Malang", "Agus Salim"),
        ("Suparno", "Suparto Wijaya"),
    ],
)
def test_a_name_of_another_is_not_confirmed(claimed: str, speaker: str) -> None:
    said = quote("a", speaker, "ketua RT")
    assert People.of([said]).same(claimed, said) is not True


def test_the_first_word_of_balinese_names_is_nobodys() -> None:
    said = quote("a", "I Gusti Ngurah Oka Suardika", "Kepala Dinas Pertanian")
    people = People.of([said])
    assert people.same("I Made Rentana", said) is False
    assert people.same("I Gusti Ngurah Oka", said) is True


def test_a_place_behind_a_name_is_no_office() -> None:
    said = quote("a", "Agus Salim", None)
    assert People.of([said]).same("Agus Malang", said) is None


@pytest.mark.parametrize(
    ("claimed", "speaker"),
    [
        ("SBY", "Susilo Bambang Yudhoyono"),
        ("tm", "Teten Masduki"),
        ("Dr. Hj. Sari Wulandari, M.Kes.", "Sari Wulandari"),
        ("Sari Wulandari, S.H., M.H.", "Sari Wulandari"),
        ("Teten Masdiki", "Teten Masduki"),
    ],
)
def test_a_name_may_be_typed_in_short_or_with_degrees(claimed: str, speaker: str) -> None:
    said = quote("a", speaker, "menteri")
    assert People.of([said]).same(claimed, said) is True


def test_the_order_of_the_quotations_changes_nothing() -> None:
    backwards = People.of(reversed(list(QUOTES.values())))
    for claimed, which, expected in CASES["claims"]:
        assert backwards.same(claimed, QUOTES[which]) is expected, (claimed, which)


def test_a_quotation_from_elsewhere_is_compared_by_its_own_name() -> None:
    stranger = quote("elsewhere", "Kirana Mustika", "sutradara")
    assert PEOPLE.same("kirana", stranger) is True
    assert PEOPLE.same("Sari Wulandari", stranger) is False
    assert PEOPLE.name(stranger) == "Kirana Mustika"


NAMES = st.one_of(
    st.none(), st.text(max_size=20), st.sampled_from(["Budi", "Budi Santoso", "PT X", "Menkop"])
)


@example([("a", "a", "a"), ("a", "a", " ")], "a")
@given(st.lists(st.tuples(st.sampled_from("ab"), NAMES, NAMES), max_size=8), st.text(max_size=30))
def test_any_names_and_any_claim_are_answered(
    fields: list[tuple[str, str | None, str | None]], claimed: str
) -> None:
    quotes = [quote(*f) for f in fields]
    people = People.of(quotes)
    for one in quotes:
        assert people.same(claimed, one) in {True, False, None}
        assert (people.name(one) is None) == (one.speaker is None)
        if one.speaker is None and one.role is None:
            assert people.same(claimed, one) is None


def test_an_office_of_a_house_that_the_article_names_is_neither_confirmed_nor_denied() -> None:
    said = quote("a", "Rizal Contoh", "Pelatih")
    people = People.of([said, quote("a", "Febrian Contohan", "kapten")])
    text = "Persada Muara gagal promosi. Pelatih Rizal Contoh dan kapten Febrian Contohan menunduk."
    assert people.same("Pelatih Persada Muara Rizal", said, text) is None
    assert people.same("Pelatih Persada Muara Rizal", said) is False
    rival = quote("b", "Rizal Contoh", "Pelatih Bintang Timur")
    assert People.of([rival]).same("Pelatih Persada Muara Rizal", rival, text) is False
    for claimed in ("Pelatih Zarkasih Rizal", "Kapten Persada Muara Rizal", "Pelatih Febrian Rizal"):
        assert people.same(claimed, said, text) is False


def test_of_whom_no_office_is_told_one_is_denied_only_where_another_holds_it() -> None:
    said = quote("a", "Hamzah Contoh")
    people = People.of([said, quote("a", "Yosef Contohan", "wali kota petahana")])
    for claimed in ("mantan wakil wali kota Kupasari", "imam masjid", "Kepala Dinas Pasar"):
        assert people.same(claimed, said) is None
    for claimed in ("wali kota petahana Kupasari", "Imam Santosa", "Wali Kota Yosef"):
        assert people.same(claimed, said) is False


@pytest.mark.parametrize(
    ("office", "same"),
    [
        ("anggota DPRD Garut", None),
        ("warga Desa Sukamaju", None),
        ("pedagang Pasar Kliwon", None),
        ("pemain Persib", None),
        ("Wakil Ketua DPRD Garut", None),
        ("calon bupati Garut", None),
        ("mantan Bupati Garut", None),
        ("Ketua DPRD Garut", False),
        ("Bupati Garut", False),
        ("Sekretaris Daerah Garut", False),
    ],
)
def test_an_office_that_many_hold_is_denied_to_nobody(office: str, same: bool | None) -> None:
    said = quote("a", "Rina Contoh")
    assert People.of([said, quote("a", "Budi Contohan", office)]).same(office, said) is same


def test_a_title_before_a_name_is_no_office_that_denies_another() -> None:
    said = quote("a", "Wening Contoh", "Prof")
    assert People.of([said]).same("Rektor Unsamar", said) is None
    assert People.of([quote("a", "Wening Contoh", "Dekan")]).same("Rektor Unsamar", said) is not None
