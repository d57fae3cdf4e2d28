"""Candidates for unmatched addresses: the likeliest first, and never in another place without saying so."""

import time

import numpy as np
import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core import suggestions
from arbeidsmigratie.arbeidsmigratie_plugin.core.address import Address
from arbeidsmigratie.arbeidsmigratie_plugin.core.bag import concatenate
from arbeidsmigratie.arbeidsmigratie_plugin.core.similar_names import SimilarNames
from arbeidsmigratie.arbeidsmigratie_plugin.core.suggestions import MOST, Suggester

from .support import WITHDRAWN, bag_of, object_id


def found(address, *homes):
    return Suggester(bag_of(*homes)).candidates(address)


def ids(candidates):
    return [one.adresseerbaarobject_id for one in candidates]


def at(number=12, **fields):
    return Address(**{"postcode": "1382AB", "huisnummer": number, **fields})


def test_another_addition_at_the_same_postcode_and_number_comes_first_the_likest_before_others():
    homes = [{"huisletter": letter} for letter in ("", "A", "B")] + [{"huisletter": "A", "toevoeging": "3"}]
    candidates = found(at(huisletter="A", toevoeging="2", straat="Dorpsstraat"), *homes)
    assert ids(candidates)[:2] == [object_id(1), object_id(3)]
    assert {one.reason for one in candidates} == {suggestions.SAME_KEY}


def test_the_nearest_numbers_of_the_same_street():
    homes = [{"huisnummer": number} for number in (2, 10, 11, 14, 40)]
    candidates = found(at(postcode="", straat="Dorpsstraat", woonplaats="Weesp"), *homes)
    assert [one.address.huisnummer for one in candidates] == [10, 14, 11, 2]
    assert {one.reason for one in candidates} == {suggestions.NEAREST}


def test_the_same_number_with_the_postcode_that_it_has_in_the_street():
    homes = [{"huisnummer": 10}, {"huisnummer": 12, "postcode": "1382ZZ"}]
    first = found(at(), *homes)[0]
    assert (first.adresseerbaarobject_id, first.reason) == (object_id(1), suggestions.STREET_OF_POSTCODE)


def test_a_street_that_is_spelled_alike_in_the_same_place():
    homes = [{"straat": "Kerkweg", "woonplaats": "Muiden"}, {"straat": "Kerklaan"}, {"straat": "Kerkwegje"}]
    candidates = found(at(postcode="", straat="Kerkweg", woonplaats="Weesp"), *homes)
    assert candidates[0].address.straat == "Kerkwegje" and candidates[0].reason == suggestions.ALIKE
    assert candidates[-1].address.woonplaats == "Muiden" and candidates[-1].caution == suggestions.OTHER_PLACE


@pytest.mark.parametrize("postcode", ["", "1382AB"])
def test_another_place_comes_last_and_says_so(postcode):
    homes = [{"woonplaats": "Muiden", "postcode": "1398ZZ"}, {"huisnummer": 14}]
    candidates = found(at(postcode=postcode, straat="Dorpsstraat", woonplaats="Weesp"), *homes)
    assert ids(candidates) == [object_id(1), object_id(0)]
    assert [one.caution for one in candidates] == ["", suggestions.OTHER_PLACE]


def test_another_municipality_comes_last_and_says_so():
    homes = [{"gemeentecode": "0384"}, {"huisnummer": 14}]
    candidates = found(at(postcode="", straat="Dorpsstraat", woonplaats="Weesp", gemeentecode="0457"), *homes)
    assert ids(candidates) == [object_id(1), object_id(0)]
    assert candidates[1].caution == suggestions.OTHER_MUNICIPALITY


def test_an_address_without_a_place_says_that_it_has_none():
    candidates = found(at(postcode="", straat="Dorpsstraat"), {}, {"woonplaats": "Muiden"})
    assert {one.caution for one in candidates} == {suggestions.PLACE_UNKNOWN}


def test_without_a_place_the_postcode_says_where_it_is():
    candidates = found(at(99), {}, {"huisnummer": 14})
    assert {one.caution for one in candidates} == {""}


def test_what_is_not_in_use_is_never_suggested():
    assert found(at(), {"status": WITHDRAWN}) == []


def test_nothing_is_suggested_for_nothing():
    assert found(Address(), {}) == found(Address(huisnummer=12), {}) == []
    assert found(at(huisletter="A"), {"postcode": "1399ZZ", "straat": "Elders"}) == []


def test_a_candidate_is_named_once_and_there_are_few():
    homes = [{"huisletter": chr(ord("A") + n)} for n in range(12)] + [{"huisnummer": n} for n in range(13, 40)]
    candidates = found(at(straat="Dorpsstraat", woonplaats="Weesp"), *homes)
    assert len(candidates) == len(set(ids(candidates))) <= MOST


def test_the_shortened_name_of_a_street_is_that_street():
    homes = [{"straat": "Burgemeester Van Roijensingel", "straat_kort": "B v Roijensngl", "huisnummer": 10}]
    assert len(found(at(postcode="", straat="B v Roijensngl", woonplaats="Weesp"), *homes)) == 1


def test_500_addresses_among_300_000_objects_take_well_under_a_second(weesp):
    large = concatenate([weesp] * 24)
    assert len(large) > 300_000
    rows = np.random.default_rng(1).choice(len(weesp), 500, replace=False)
    asked = [
        Address(
            postcode=weesp.postcode[row],
            huisnummer=int(weesp.huisnummer[row]) + 1,
            straat=weesp.straat[row],
            woonplaats=weesp.woonplaats[row],
        )
        for row in rows
    ]
    suggester = Suggester(large)
    begun = time.process_time()
    assert sum(bool(suggester.candidates(one)) for one in asked) > 450
    assert time.process_time() - begun < 2


# Names ------------------------------------------------------------------------------------------------------------


def test_names_that_share_most_pairs_of_letters_are_alike():
    names = SimilarNames(["kerkstraat", "kerkweg", "dorpsstraat", "kerkestraat"])
    assert names.like("kerkstraat", 2) == ["kerkstraat", "kerkestraat"]
    assert names.like("zzz", 3) == names.like("", 3) == SimilarNames([]).like("kerk", 3) == []


def test_names_that_are_equally_alike_come_by_the_alphabet():
    assert SimilarNames(["laanb", "laanc", "laana"]).like("laan", 3) == ["laana", "laanb", "laanc"]
