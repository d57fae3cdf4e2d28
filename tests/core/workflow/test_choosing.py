"""Choosing municipalities: what was chosen is what the region says, and the other way round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.regions import Merged, Region, Regions
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.choosing import (
    Member,
    choice,
    member,
    members,
    merged,
    municipalities,
    region_of,
)

KNOWN = Regions(
    (
        Region("noord", "Noord", {"0889": "Beesel", "0983": "Venlo", "0984": "Venray"}),
        Region("peel", "De Peel", {"0743": "Asten", "0794": "Helmond"}),
    ),
    (
        Merged("0457", "Weesp", "2022-03-24", {"0363": "Amsterdam"}),
        Merged("0501", "Oud", "2020-01-01", {"0457": "Weesp"}),
    ),
)


@pytest.mark.parametrize("text", ["noord", " Noord ", "NOORD"])
def test_a_preset_by_key_or_name_is_all_of_it(text):
    found = choice(text, KNOWN)
    assert found.preset == "noord"
    assert found.chosen == frozenset(found.members)
    assert [one.name for one in found.members] == ["Beesel", "Venlo", "Venray"]


def test_one_less_and_one_more_is_still_that_preset():
    found = choice("0983,0984,0743", KNOWN)
    assert found.preset == "noord"
    assert {one.name for one in found.chosen} == {"Venlo", "Venray", "Asten"}
    assert {one.name for one in found.members} == {"Beesel", "Venlo", "Venray", "Asten"}


def test_others_are_of_no_preset():
    found = choice("Breda, 0363", KNOWN)
    assert found.preset == ""
    assert [one.shown for one in found.members] == ["Breda", "Amsterdam (0363)"]
    assert choice("", KNOWN).members == ()


def test_a_municipality_by_code_or_name():
    assert member("venlo", KNOWN) == member("0983", KNOWN) == member("GM983", KNOWN) == Member("0983", "Venlo")
    assert member("  Horst  aan de Maas ", KNOWN) == Member("", "Horst aan de Maas")
    assert member("1507", KNOWN) == Member("1507", "")
    assert members("Venlo; 0983\nAsten,,", KNOWN) == (Member("0983", "Venlo"), Member("0743", "Asten"))


def test_a_municipality_that_ended_is_told_and_never_proposed():
    assert merged(Member("", "weesp"), KNOWN).into == {"0363": "Amsterdam"}
    assert merged(Member("0457", ""), KNOWN)
    assert merged(Member("0983", "Venlo"), KNOWN) is None
    assert "Weesp" not in municipalities(KNOWN).values()


@given(st.sets(st.sampled_from(["0889", "0983", "0984", "0743", "0794", "1507", "Breda"])))
def test_what_is_chosen_is_read_back(codes):
    chosen = tuple(member(code, KNOWN) for code in sorted(codes))
    assert choice(region_of(chosen, KNOWN), KNOWN).chosen == frozenset(chosen)


def test_just_a_preset_is_named_as_that():
    assert region_of(choice("0743,0794", KNOWN).members, KNOWN) == "peel"
    assert region_of((), KNOWN) == ""
