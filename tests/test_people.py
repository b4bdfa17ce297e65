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


def quote(article: str, speaker: str | None, role: str | None) -> Quote:
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
