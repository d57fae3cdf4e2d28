"""Decisions about unmatched addresses, applied to the next delivery."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.address import Address, Unmatched
from arbeidsmigratie.arbeidsmigratie_plugin.core.corrections import (
    Correction,
    Decision,
    as_corrections,
    is_specific,
    key_of,
    with_nearby,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.matching_rate import LEVELS, REASONS, Grade, matching_rate
from arbeidsmigratie.arbeidsmigratie_plugin.core.placing import UnmatchedAddress
from arbeidsmigratie.arbeidsmigratie_plugin.core.rni import count_addresses

from .support import WITHDRAWN, bag_of, delivery_of, object_id

DAY = date(2026, 7, 1)
HOMES = bag_of({}, {"huisnummer": 14, "huisletter": "A"}, {"huisnummer": 14, "huisletter": "B"}, {"status": WITHDRAWN})
MATCHED = {"postcode": "1382AB", "huisnummer": "12"}
OPEN = {"postcode": "1382AB", "huisnummer": "14", "straat": "Dorpsstraat"}
OPEN_ADDRESS = Address(postcode="1382AB", huisnummer=14, straat="Dorpsstraat")


def correction(decision, linked="", address=OPEN_ADDRESS):
    return Correction(address, decision, linked, DAY)


def count(*rows, corrections=(), bag=HOMES):
    return count_addresses(delivery_of(*rows), bag, DAY, corrections=as_corrections(corrections))


def reasons(counts):
    return [(row.reason, row.registraties) for row in counts.unmatched]


def test_a_link_gives_the_address_its_object_at_level_5():
    counts = count(OPEN, OPEN, MATCHED, corrections=[correction(Decision.LINK, object_id(2))])
    assert counts.objects.adresseerbaarobject_id.tolist() == [object_id(0), object_id(2)]
    assert counts.registraties.tolist() == [1, 2]
    assert counts.match_niveau.tolist() == [2, 5]
    assert (counts.rows_by_hand, counts.matched_percent, counts.unmatched) == (2, 100.0, ())


def test_by_hand_is_the_least_certain_level_of_an_object():
    counts = count(OPEN, MATCHED, corrections=[correction(Decision.LINK, object_id(0))])
    assert (counts.registraties.tolist(), counts.match_niveau.tolist()) == ([2], [5])


def test_a_decision_never_goes_before_what_matching_finds():
    matched = Address(postcode="1382AB", huisnummer=12)
    linked = correction(Decision.LINK, object_id(2), matched)
    for one in (linked, correction(Decision.SKIP, address=matched), correction(Decision.OUTSIDE, address=matched)):
        counts = count(MATCHED, corrections=[one])
        assert counts.objects.adresseerbaarobject_id.tolist() == [object_id(0)]
        assert (counts.match_niveau.tolist(), counts.rows_by_hand, counts.rows_outside) == ([2], 0, 0)


def test_a_skipped_address_stays_listed_with_its_reason_and_still_counts_as_unmatched():
    counts = count(OPEN, MATCHED, corrections=[correction(Decision.SKIP)])
    assert reasons(counts) == [(Unmatched.SKIPPED, 1)]
    assert counts.matched_percent == 50.0


def test_an_address_outside_the_region_stays_listed_and_is_no_row_that_counts():
    counts = count(OPEN, OPEN, MATCHED, corrections=[correction(Decision.OUTSIDE)])
    assert reasons(counts) == [(Unmatched.OUTSIDE, 2)]
    assert (counts.rows_outside, counts.rows_counted, counts.matched_percent) == (2, 1, 100.0)


@pytest.mark.parametrize("gone", [object_id(3), "0457010000999999"])
def test_a_link_to_an_object_that_is_not_in_use_is_not_applied_and_told_once(gone):
    counts = count(OPEN, OPEN, MATCHED, corrections=[correction(Decision.LINK, gone)])
    assert counts.corrections_gone == 1
    assert reasons(counts) == [(Unmatched.AMBIGUOUS, 2)]
    unneeded = count(MATCHED, corrections=[correction(Decision.LINK, gone)])
    assert unneeded.corrections_gone == 0


def test_another_writing_of_the_address_is_the_same_address():
    written = {"postcode": "1382 ab", "huisnummer": "14.0", "straat": "dorpsstr."}
    counts = count(written, corrections=[correction(Decision.LINK, object_id(1))])
    assert counts.rows_by_hand == 1


@pytest.mark.parametrize(
    "other",
    [
        {**OPEN, "huisnummer": "15"},
        {**OPEN, "postcode": "1382AC"},
        {**OPEN, "woonplaats": "Weesp"},
        {**OPEN, "toevoeging": "3"},
        {**OPEN, "aanduiding": "to"},
    ],
)
def test_another_address_is_not_touched(other):
    assert count(other, corrections=[correction(Decision.LINK, object_id(1))]).rows_by_hand == 0


def test_of_an_address_with_too_little_left_nothing_is_decided():
    """Of streets that the BAG does not have only the number is left: it could be any of them."""
    rows = [{"straat": name, "huisnummer": "14", "woonplaats": "Weesp"} for name in ("Jansenstraat", "Petersenlaan")]
    left = Address(huisnummer=14, woonplaats="Weesp")
    assert not is_specific(left)
    assert count(*rows, corrections=[correction(Decision.LINK, object_id(1), left)]).rows_by_hand == 0


def test_what_is_specific():
    assert is_specific(OPEN_ADDRESS) and is_specific(Address(nummeraanduiding_id="0457200000000001"))
    assert is_specific(Address(straat="Kerkweg", huisnummer=1, gemeentecode="0457"))
    assert not is_specific(Address(straat="Kerkweg", huisnummer=1))
    assert not is_specific(Address(postcode="1382AB"))


def test_the_later_decision_about_an_address_counts():
    both = [correction(Decision.SKIP), correction(Decision.LINK, object_id(1))]
    assert count(OPEN, corrections=both).rows_by_hand == 1


def test_nearby_is_told_by_the_decision_where_the_reason_no_longer_does():
    near = replace(OPEN_ADDRESS, nearby=True)
    listed = UnmatchedAddress(OPEN_ADDRESS, Unmatched.SKIPPED, 1)
    known = as_corrections([correction(Decision.SKIP, address=near)])
    assert with_nearby(listed, known).address == near
    assert with_nearby(listed, {}) == listed
    assert key_of(near) != key_of(OPEN_ADDRESS)


# Matching rate ----------------------------------------------------------------------------------------------------


def test_every_level_and_reason_has_words():
    assert set(REASONS) == set(Unmatched) and list(LEVELS) == [1, 2, 3, 4, 5]


def test_the_rate_tells_what_became_of_all_rows():
    rows = [MATCHED, MATCHED, OPEN, {"straat": "x"}, {**MATCHED, "einddatum": "20260101"}]
    found = matching_rate(count(*rows))
    assert (found.rows, found.ended, found.registrations, found.addresses) == (5, 1, 2, 1)
    assert dict(found.levels) == {1: 0, 2: 1, 3: 0, 4: 0, 5: 0}
    assert dict(found.reasons) == {Unmatched.AMBIGUOUS: 1, Unmatched.NO_ADDRESS: 1}
    assert found.percent == pytest.approx(200 / 3)
    assert sum(n for _, n in found.reasons) + found.registrations + found.ended == found.rows


@pytest.mark.parametrize(
    ("matched", "grade"), [(19, Grade.GOOD), (18, Grade.LOW), (17, Grade.LOW), (16, Grade.TOO_LOW), (0, Grade.TOO_LOW)]
)
def test_the_grade_goes_by_the_limits(matched, grade):
    assert matching_rate(count(*[MATCHED] * matched, *[OPEN] * (20 - matched))).grade is grade


def test_nothing_that_counts_is_no_rate():
    assert matching_rate(count({**MATCHED, "einddatum": "20260101"})).grade is Grade.NOTHING


def test_an_index_that_was_made_before_gives_the_same():
    from arbeidsmigratie.arbeidsmigratie_plugin.core.address import AddressIndex

    delivery = delivery_of(MATCHED, OPEN)
    first, second = (count_addresses(delivery, HOMES, DAY, index=index) for index in (None, AddressIndex(HOMES)))
    assert np.array_equal(first.registraties, second.registraties) and first.unmatched == second.unmatched
