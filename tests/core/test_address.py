from collections import defaultdict

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core import spelling
from arbeidsmigratie.arbeidsmigratie_plugin.core.address import Address, AddressIndex, Match, Unmatched
from arbeidsmigratie.arbeidsmigratie_plugin.core.bag import in_use

from .support import IN_USE, WITHDRAWN, address_id, bag_of, meaning, object_id

NBSP = "\u00a0"


def delivered(number, letter="", addition="", **others):
    """An address as an import makes it out of three fields."""
    number, letter, addition = spelling.house_number(number, letter, addition)
    return Address(huisnummer=number, huisletter=letter, toevoeging=addition, **{"postcode": "1382AB", **others})


def match(homes, address):
    return AddressIndex(bag_of(*homes)).match(address)


def reason(homes, address):
    found = match(homes, address)
    assert (found.row, found.level) == (-1, 0)
    return found.reason


# Levels of matching -----------------------------------------------------------------------------------------------


def test_level_1_finds_by_the_identifier_of_address_or_object():
    homes = [{}, {"huisnummer": 14}]
    assert match(homes, Address(nummeraanduiding_id=address_id(1))) == Match(1, 1)
    assert match(homes, Address(adresseerbaarobject_id=object_id(1))) == Match(1, 1)
    assert match(homes, Address(nummeraanduiding_id=address_id(9), adresseerbaarobject_id=object_id(1))) == Match(1, 1)


def test_level_1_goes_before_the_key():
    homes = [{"toevoeging": "1"}, {"toevoeging": "2"}]
    assert match(homes, delivered("12", nummeraanduiding_id=address_id(1))) == Match(1, 1)


def test_an_identifier_that_the_house_number_contradicts_is_not_used():
    homes = [{}, {"huisnummer": 14}]
    assert reason(homes, delivered("12", nummeraanduiding_id=address_id(1))) is Unmatched.CONTRADICTION
    assert reason(homes, delivered("16", nummeraanduiding_id=address_id(1))) is Unmatched.NOT_IN_BAG


def test_identifiers_that_contradict_each_other_are_not_used():
    homes = [{}, {"huisnummer": 14}, {"huisnummer": 16}]
    for both in (
        delivered("14", nummeraanduiding_id=address_id(1), adresseerbaarobject_id=object_id(2)),
        Address(nummeraanduiding_id=address_id(1), adresseerbaarobject_id=object_id(2)),
    ):
        assert reason(homes, both) is Unmatched.CONTRADICTION


def test_an_identifier_that_may_have_lost_its_last_digit_gives_way_to_the_address():
    homes = [{}, *({"huisnummer": 100 + at} for at in range(10)), {"huisnummer": 14}]
    assert match(homes, delivered("14", nummeraanduiding_id=address_id(10))) == Match(11, 2)
    both = delivered("14", nummeraanduiding_id=address_id(11), adresseerbaarobject_id=object_id(10))
    assert match(homes, both) == Match(11, 2)


@pytest.mark.parametrize("code", ["0373", "9801"])
def test_a_place_of_the_same_name_in_another_municipality_is_another_place(code):
    homes = [{"woonplaats": "Bergen", "gemeentecode": "0893"}, {"woonplaats": "Bergen", "gemeentecode": "0001"}]
    there = delivered("12", postcode="", straat="Dorpsstraat", woonplaats="Bergen", gemeentecode=code)
    assert reason(homes[:1], there) is Unmatched.NOT_IN_BAG
    known = delivered("12", postcode="", straat="Dorpsstraat", woonplaats="Bergen", gemeentecode="0893")
    assert match(homes, known) == Match(0, 4)
    unsaid = delivered("12", postcode="", straat="Dorpsstraat", woonplaats="Bergen")
    assert reason(homes, unsaid) is Unmatched.AMBIGUOUS


def test_an_identifier_that_the_bag_lacks_gives_way_to_the_key():
    assert match([{}], delivered("12", nummeraanduiding_id=address_id(7))) == Match(0, 2)
    assert reason([{}], Address(nummeraanduiding_id=address_id(7))) is Unmatched.NOT_IN_BAG
    assert reason([{}], Address(adresseerbaarobject_id=object_id(7))) is Unmatched.NOT_IN_BAG


def test_level_2_finds_by_postcode_number_letter_and_addition():
    homes = [
        {},
        {"huisletter": "A"},
        {"huisletter": "A", "toevoeging": "1"},
        {"toevoeging": "bis"},
        {"postcode": "1382AC"},
    ]
    for row, fields in enumerate([("12",), ("12", "A"), ("12", "A", "1"), ("12", "", "bis")]):
        assert match(homes, delivered(*fields)) == Match(row, 2)


def test_level_2_takes_the_exact_writing_before_any_other():
    homes = [
        {"huisletter": "a"},
        {"huisletter": "A"},
        {"toevoeging": "HS"},
        {"toevoeging": "HUIS"},
        {"toevoeging": "hs"},
    ]
    assert match(homes, delivered("12", "A")) == Match(1, 2)
    assert match(homes, delivered("12", "a")) == Match(0, 2)
    assert match(homes, delivered("12", "", "HUIS")) == Match(3, 2)
    assert match(homes, delivered("12", "", "hs")) == Match(4, 2)


def test_level_2_takes_the_same_letters_before_the_same_meaning():
    homes = [{"toevoeging": "2"}, {"toevoeging": "02"}, {"toevoeging": "2HG"}]
    assert match(homes, delivered("12", "", "2hg")) == Match(2, 2)
    assert match(homes, delivered("12", "", "02")) == Match(1, 2)
    assert reason(homes, delivered("12", "", "2 hoog")) is Unmatched.AMBIGUOUS


@pytest.mark.parametrize(
    ("written", "registered"),
    [
        ("hs", "HUIS"),
        ("huis", "hs"),
        ("bis", "BS"),
        ("boven", "BOV"),
        ("2 hoog", "2"),
        ("2hg", "2"),
        ("3", "03"),
        ("rood", "RD"),
    ],
)
def test_level_2_knows_what_additions_mean(written, registered):
    homes = [{"toevoeging": registered}, {"toevoeging": "X9"}]
    assert match(homes, delivered("12", "", written)) == Match(0, 2)


def test_h_stands_for_huis_as_an_addition_but_not_as_a_house_letter():
    assert match([{"toevoeging": "H"}, {"toevoeging": "1"}], delivered("12 huis")) == Match(0, 2)
    row_of_houses = [{"huisletter": letter} for letter in "GHJ"]
    assert reason(row_of_houses, delivered("12 huis")) is Unmatched.AMBIGUOUS


def test_level_3_finds_the_only_object_at_a_number():
    assert match([{"huisletter": "A"}], delivered("12")) == Match(0, 3)
    assert match([{"huisletter": "A", "toevoeging": "1"}], delivered("12")) == Match(0, 3)
    assert match([{}], delivered("12 A")) == Match(0, 3)
    assert match([{"huisletter": "A"}], delivered("12 A-1")) == Match(0, 3)
    assert match([{"huisletter": "a", "toevoeging": "1"}], delivered("12 A")) == Match(0, 3)


@pytest.mark.parametrize(
    ("registered", "written"),
    [
        (("A", ""), "12 B"),
        (("A", "1"), "12 A-2"),
        (("A", "1"), "12 B"),
        (("", "10"), "12-1"),
        (("", "1"), "12-10"),
        (("", "bis"), "12 B"),
        (("B", ""), "12 bis"),
        (("", "A1"), "12 A"),
    ],
)
def test_level_3_never_takes_another_letter_or_addition(registered, written):
    home = dict(zip(("huisletter", "toevoeging"), registered))
    assert reason([home], delivered(written)) is Unmatched.OTHER_ADDITION


def test_level_3_counts_objects_in_use_only():
    homes = [{"huisletter": "A"}, {"huisletter": "B", "status": WITHDRAWN}]
    assert match(homes, delivered("12")) == Match(0, 3)


def test_level_4_finds_by_street_and_place():
    homes = [{"postcode": ""}, {"postcode": "", "straat": "Kerkstraat"}, {"postcode": "", "woonplaats": "Muiden"}]
    assert match(homes, delivered("12", postcode="", straat="DORPSSTR.", woonplaats="weesp")) == Match(0, 4)
    assert match(homes, delivered("12", postcode="", straat="Dorpsstraat", woonplaats="Muiden")) == Match(2, 4)
    assert (
        reason(homes, delivered("12", postcode="", straat="Dorpsstraat", woonplaats="Diemen")) is Unmatched.NOT_IN_BAG
    )


def test_level_4_reads_the_shortened_name_of_the_bag():
    homes = [{"straat": "Burgemeester Doorenbosstraat", "straat_kort": "Burg Doorenbosstr"}]
    for name in ("Burg Doorenbosstr", "Burgemeester Doorenbosstraat"):
        assert match(homes, delivered("12", postcode="", straat=name, woonplaats="Weesp")) == Match(0, 4)


def test_level_4_reads_a_shortened_name_that_no_rule_explains():
    homes = [{"straat": "Laan van de Vierde Brigade", "straat_kort": "Ln 4e Brig"}, {"straat": "Laan van Vier"}]
    assert match(homes, delivered("12", postcode="", straat="LN 4E BRIG", woonplaats="Weesp")) == Match(0, 4)


def test_level_4_goes_by_municipality_where_there_is_no_place():
    homes = [{"woonplaats": ""}, {"woonplaats": "", "gemeentecode": "0363"}]
    here = delivered("12", postcode="", straat="Dorpsstraat", gemeentecode="0457")
    assert match(homes, here) == Match(0, 4)
    assert match([{}, {"gemeentecode": "0363"}], here) == Match(0, 4)
    placeless = {"postcode": "", "straat": "Dorpsstraat", "woonplaats": "Weesp"}
    assert reason([{"woonplaats": "", "gemeentecode": ""}], delivered("12", **placeless)) is Unmatched.NOT_IN_BAG
    nowhere = delivered("12", postcode="", straat="Dorpsstraat", woonplaats="Weesp")
    assert reason(homes, nowhere) is Unmatched.NOT_IN_BAG


def test_level_4_needs_a_place():
    assert reason([{}], delivered("12", postcode="", straat="Dorpsstraat")) is Unmatched.NOT_IN_BAG


def test_level_4_is_as_strict_about_letters_and_additions():
    where = {"postcode": "", "straat": "Dorpsstraat", "woonplaats": "Weesp"}
    assert match([{"huisletter": "A"}, {"huisletter": "B"}], delivered("12 B", **where)) == Match(1, 4)
    assert match([{"huisletter": "A"}], delivered("12", **where)) == Match(0, 4)
    assert reason([{"huisletter": "A"}], delivered("12 B", **where)) is Unmatched.OTHER_ADDITION
    assert reason([{"huisletter": "A"}, {"huisletter": "B"}], delivered("12", **where)) is Unmatched.AMBIGUOUS


def test_an_unknown_street_does_not_stand_in_the_way_of_a_full_key():
    assert match([{}], delivered("12", straat="Dropsstraat", woonplaats="Weesp")) == Match(0, 2)


# Never forced -----------------------------------------------------------------------------------------------------


def test_the_reason_tells_what_is_the_matter():
    assert reason([{}], Address()) is Unmatched.NO_ADDRESS
    assert reason([{}], Address(postcode="1382AB")) is Unmatched.NO_ADDRESS
    assert reason([{}], Address(huisnummer=12)) is Unmatched.NO_ADDRESS
    assert reason([{}], Address(straat="Dorpsstraat", woonplaats="Weesp")) is Unmatched.NO_ADDRESS
    assert reason([{}], delivered("13")) is Unmatched.NOT_IN_BAG
    assert reason([{}], delivered("12", postcode="1382AC")) is Unmatched.NOT_IN_BAG
    assert reason([{"status": WITHDRAWN}], delivered("12")) is Unmatched.NOT_IN_USE
    assert reason([{"huisletter": "A", "status": WITHDRAWN}], delivered("12")) is Unmatched.NOT_IN_USE
    assert reason([{}, {}], delivered("12")) is Unmatched.AMBIGUOUS
    assert reason([{"huisletter": "A"}, {"huisletter": "B"}], delivered("12")) is Unmatched.AMBIGUOUS
    assert reason([{"huisletter": "A"}, {"huisletter": "B"}], delivered("12 C")) is Unmatched.AMBIGUOUS


def test_an_address_is_usable_with_a_number_and_a_street_or_with_an_identifier():
    assert Address(huisnummer=12, postcode="1382AB").usable
    assert Address(huisnummer=12, straat="Dorpsstraat").usable
    assert Address(nummeraanduiding_id=address_id(0)).usable
    assert Address(adresseerbaarobject_id=object_id(0)).usable
    assert not Address(postcode="1382AB", straat="Dorpsstraat", woonplaats="Weesp").usable
    assert not Address(huisnummer=12, woonplaats="Weesp", gemeentecode="0457").usable


@pytest.mark.parametrize("postcode", ["1000AA", "9999ZZ", "1020AZ", "9090ZA"])
def test_every_postcode_can_be_found(postcode):
    assert match([{"postcode": postcode}], delivered("12", postcode=postcode)) == Match(0, 2)


@pytest.mark.parametrize(
    ("damaged", "other"),
    [("1382A[", "1382BA"), ("1382B@", "1382AZ"), ("138:AB", "1390AB"), ("139/AB", "1389AB"), ("1382", "1381AA")],
)
def test_a_damaged_postcode_of_the_bag_is_not_that_of_another_place(damaged, other):
    assert reason([{"postcode": damaged}], delivered("12", postcode=other)) is Unmatched.NOT_IN_BAG


def test_an_object_without_house_number_is_not_found_by_its_postcode():
    address = Address(postcode="1382AB", nummeraanduiding_id=address_id(9))
    assert reason([{"huisnummer": 0}], address) is Unmatched.NOT_IN_BAG


def test_the_reasons_read_in_dutch():
    assert [member.value for member in Unmatched] == [
        "geen bruikbaar adres",
        "aanduiding bij of tegenover een huisnummer",
        "niet in de BAG",
        "BAG-object niet in gebruik",
        "meer dan een BAG-object mogelijk",
        "huisletter of toevoeging niet in de BAG",
        "postcode en straat spreken elkaar tegen",
        "met de hand overgeslagen",
        "met de hand: buiten de regio",
    ]


@pytest.mark.parametrize(
    "status", ["Verblijfsobject gevormd", WITHDRAWN, "Plaats ingetrokken", "Verblijfsobject buiten gebruik"]
)
def test_an_object_out_of_use_is_recognised_but_never_matched(status):
    home = {"status": status}
    assert reason([home], delivered("12")) is Unmatched.NOT_IN_USE
    assert reason([home], delivered("12", nummeraanduiding_id=address_id(0))) is Unmatched.NOT_IN_USE
    assert reason([home, {"huisletter": "A"}], delivered("12")) is Unmatched.NOT_IN_USE
    assert match([home, {}], delivered("12")) == Match(1, 2)


def test_a_channel_without_status_has_only_objects_in_use():
    assert match([{"status": ""}], delivered("12")) == Match(0, 2)


def test_an_address_near_a_house_number_is_no_address():
    assert reason([{}], delivered("12", nearby=True)) is Unmatched.NEARBY
    assert (
        reason([{}], delivered("12", postcode="", straat="Dorpsstraat", woonplaats="Weesp", nearby=True))
        is Unmatched.NEARBY
    )
    assert match([{}], delivered("12", nearby=True, nummeraanduiding_id=address_id(0))) == Match(0, 1)


def test_postcode_and_street_that_lead_to_two_objects_contradict_each_other():
    homes = [{}, {"straat": "Kerkstraat", "postcode": "1382AC"}]
    assert reason(homes, delivered("12", straat="Kerkstraat", woonplaats="Weesp")) is Unmatched.CONTRADICTION
    assert reason(homes, delivered("12", straat="Kerkstr", gemeentecode="0457")) is Unmatched.CONTRADICTION
    assert match(homes, delivered("12", straat="Dorpsstraat", woonplaats="Weesp")) == Match(0, 2)


def test_an_empty_bag_matches_nothing():
    index = AddressIndex(bag_of({}).take(np.zeros(1, dtype=bool)))
    assert index.match(delivered("12", straat="Dorpsstraat", woonplaats="Weesp")).reason is Unmatched.NOT_IN_BAG


def apartments(*additions, **changes):
    """Homes at one house number whose identifiers follow each other, as those of one building do."""
    return [
        {"toevoeging": addition, "nummeraanduiding_id": f"16212000000000{10 + at}", **changes.get(f"at_{addition}", {})}
        for at, addition in enumerate(additions)
    ]


# Excel keeps fifteen digits: of 1621200000000017 it makes 1621200000000010, which is another apartment.
FIFTEEN_DIGITS = "1621200000000010"


def test_an_identifier_that_the_addition_contradicts_is_not_used():
    found = match(apartments(*"0123456789"), delivered("12", "", "7", nummeraanduiding_id=FIFTEEN_DIGITS))
    assert found == Match(7, 2)


def test_an_identifier_does_not_stand_in_for_an_addition_that_is_out_of_use():
    homes = apartments(*"0123456789", at_7={"status": WITHDRAWN})
    assert reason(homes, delivered("12", "", "7", nummeraanduiding_id=FIFTEEN_DIGITS)) is Unmatched.NOT_IN_USE


def test_an_identifier_does_not_stand_in_for_an_addition_that_the_bag_lacks():
    address = delivered("12", "", "7", nummeraanduiding_id=FIFTEEN_DIGITS)
    assert reason(apartments("0", "1"), address) in (Unmatched.AMBIGUOUS, Unmatched.OTHER_ADDITION)


def test_an_identifier_tells_apartments_apart_where_the_address_does_not():
    for written in ("", "0"):
        address = delivered("12", "", written, nummeraanduiding_id=FIFTEEN_DIGITS)
        assert match(apartments("0", "1", "2"), address) == Match(0, 1)


def test_an_identifier_that_the_postcode_contradicts_is_not_used():
    homes = [{}, {"postcode": "1399ZZ", "straat": "Kerkstraat"}]
    found = match(homes, delivered("12", postcode="1399ZZ", nummeraanduiding_id=address_id(0)))
    assert found == Match(1, 2) or found.reason is Unmatched.CONTRADICTION
    elsewhere = delivered("12", postcode="1400AA", straat="Kerkstraat", nummeraanduiding_id=address_id(0))
    assert reason(homes, elsewhere) is Unmatched.NOT_IN_BAG


def test_an_identifier_that_the_postcode_contradicts_is_not_saved_by_an_unknown_street():
    address = delivered("12", postcode="1399ZZ", straat="Onbekendestraat", nummeraanduiding_id=address_id(0))
    assert reason([{}, {"huisnummer": 14}], address) is Unmatched.NOT_IN_BAG


def test_an_identifier_survives_a_new_postcode_of_the_same_street():
    address = delivered("12", postcode="1400AA", straat="Dorpsstr", nummeraanduiding_id=address_id(0))
    assert match([{}, {"huisnummer": 14}], address) == Match(0, 1)


def test_an_object_without_postcode_contradicts_no_postcode():
    homes = [{"postcode": ""}, {"huisnummer": 14}]
    assert match(homes, delivered("12", nummeraanduiding_id=address_id(0))) == Match(0, 1)


def test_a_withdrawn_object_does_not_hide_its_successor_on_the_same_address():
    homes = [{"nummeraanduiding_id": address_id(99)}, {"nummeraanduiding_id": address_id(99), "status": WITHDRAWN}]
    address = Address(nummeraanduiding_id=address_id(99))
    assert match(homes[::-1], address) == Match(1, 1)
    assert match(homes, address) == Match(0, 1)


def test_two_objects_in_use_with_one_main_address_are_ambiguous():
    homes = [{"nummeraanduiding_id": address_id(99)}, {"nummeraanduiding_id": address_id(99), "postcode": "1382AC"}]
    assert reason(homes, Address(nummeraanduiding_id=address_id(99))) is Unmatched.AMBIGUOUS


def test_a_known_street_without_this_number_contradicts_the_postcode():
    homes = [{}, {"straat": "Kerkstraat", "postcode": "1382AC", "huisnummer": 7}]
    assert reason(homes, delivered("12", straat="Kerkstraat", woonplaats="Weesp")) is Unmatched.CONTRADICTION


def test_a_street_contradicts_the_postcode_without_a_place_too():
    homes = [{}, {"straat": "Kerkstraat", "postcode": "1382AC"}]
    assert reason(homes, delivered("12", straat="Kerkstraat")) is Unmatched.CONTRADICTION


def test_a_withdrawn_object_does_not_hide_its_successor_in_another_writing():
    homes = [{"huisletter": "A", "status": WITHDRAWN}, {"huisletter": "a"}]
    assert match(homes, delivered("12 A")) == Match(1, 2)


def test_a_house_letter_is_never_the_start_of_a_word():
    homes = [{"huisletter": "B", "toevoeging": "S"}, {"huisletter": "B", "toevoeging": "T"}]
    assert reason(homes, delivered("12 bis")) in (Unmatched.AMBIGUOUS, Unmatched.OTHER_ADDITION)


def test_letter_and_addition_that_are_swapped_find_the_object():
    homes = [{"huisletter": "A", "toevoeging": "3"}, {"huisletter": "A", "toevoeging": "4"}]
    assert match(homes, delivered("12", "3", "A")) == Match(0, 2)


def test_one_address_has_one_outcome_in_whatever_field_its_letter_stands():
    homes = [{"huisletter": "A"}]
    written = [("12A-3", "", ""), ("12", "A-3", ""), ("12", "A", "3"), ("12", "", "A-3")]
    assert {match(homes, delivered(*fields)) for fields in written} == {Match(0, 3)}


# Any made BAG -----------------------------------------------------------------------------------------------------

letters = st.sampled_from(["", "", "A", "a", "B", "H"])
additions = st.sampled_from(["", "", "1", "01", "10", "bis", "HS", "H", "2HG", "A"])
streets = st.sampled_from(["Dorpsstraat", "Kerkstraat", ""])
places = st.sampled_from(["Weesp", "Muiden", ""])
codes = st.sampled_from(["0457", "0424", ""])
made_homes = st.fixed_dictionaries(
    {
        "postcode": st.sampled_from(["1382AB", "1382AC", ""]),
        "huisnummer": st.sampled_from([1, 10, 11]),
        "huisletter": letters,
        "toevoeging": additions,
        "straat": streets,
        "woonplaats": places,
        "gemeentecode": codes,
        "status": st.sampled_from([IN_USE, IN_USE, IN_USE, WITHDRAWN]),
    },
    # One main address for several objects.
    optional={"nummeraanduiding_id": st.sampled_from([address_id(0), address_id(1)])},
)
made_addresses = st.builds(
    Address,
    nummeraanduiding_id=st.sampled_from(["", "", "", address_id(0), address_id(1), address_id(99)]),
    adresseerbaarobject_id=st.sampled_from(["", "", "", object_id(0), object_id(1), object_id(99)]),
    gemeentecode=codes,
    postcode=st.sampled_from(["1382AB", "1382AC", "9999ZZ", ""]),
    huisnummer=st.sampled_from([1, 10, 11, 0]),
    huisletter=letters,
    toevoeging=additions,
    straat=streets,
    woonplaats=places,
    nearby=st.sampled_from([False, False, False, True]),
)


def suffix_of(bag, row):
    return (bag.huisletter[row] + bag.toevoeging[row]).upper()


def differ_by_lack(address, bag, row):
    """Whether one side says nothing that the other contradicts."""
    ours, theirs = (address.huisletter + address.toevoeging).upper(), suffix_of(bag, row)
    same_letter = address.huisletter.upper() == bag.huisletter[row].upper() != ""
    return not ours or not theirs or (same_letter and "" in (address.toevoeging, bag.toevoeging[row]))


def assert_not_forced(bag, address, found):
    """What must hold for every match, whatever the way to it."""
    usable = in_use(bag.status) if any(bag.status) else np.ones(len(bag), dtype=bool)
    row, ours = found.row, (address.huisletter + address.toevoeging).upper()
    assert usable[row]
    assert found.reason is None
    assert address.huisnummer in (0, bag.huisnummer[row])
    if found.level == 1:
        ids = {bag.nummeraanduiding_id[row], bag.adresseerbaarobject_id[row]}
        assert ids & {address.nummeraanduiding_id, address.adresseerbaarobject_id}
        if address.huisnummer:
            assert meaning(suffix_of(bag, row)) == meaning(ours) or differ_by_lack(address, bag, row)
            assert (
                bag.postcode[row] in ("", address.postcode) or not address.postcode or address.straat == bag.straat[row]
            )
        return
    assert not address.nearby
    if found.level == 4:
        assert spelling.street_key(bag.straat[row]) == spelling.street_key(address.straat) != ""
        same_place = address.woonplaats == bag.woonplaats[row] != ""
        same_code = address.gemeentecode == bag.gemeentecode[row] != ""
        assert same_place or (same_code and "" in (address.woonplaats, bag.woonplaats[row]))
    else:
        assert bag.postcode[row] == address.postcode != ""
    rivals = (bag.postcode == address.postcode) & (bag.huisnummer == address.huisnummer) & usable
    if found.level == 2:
        assert meaning(suffix_of(bag, row)) == meaning(ours)
        exact = rivals & (bag.huisletter == address.huisletter) & (bag.toevoeging == address.toevoeging)
        assert set(np.flatnonzero(exact)) <= {row}
        same = [at for at in np.flatnonzero(rivals) if suffix_of(bag, at) == ours]
        assert exact.any() or set(same) <= {row}
    elif found.level == 3:
        assert np.flatnonzero(rivals).tolist() == [row]
        assert differ_by_lack(address, bag, row)
    else:
        assert meaning(suffix_of(bag, row)) == meaning(ours) or differ_by_lack(address, bag, row)


@settings(max_examples=400)
@given(st.lists(made_homes, min_size=1, max_size=6), made_addresses)
def test_no_match_is_ever_forced(homes, address):
    bag = bag_of(*homes)
    found = AddressIndex(bag).match(address)
    if found.row >= 0:
        assert_not_forced(bag, address, found)
    else:
        assert (found.level, found.reason in Unmatched) == (0, True)


@settings(max_examples=300)
@given(st.data(), st.lists(made_homes, min_size=2, max_size=6), made_addresses)
def test_the_order_of_the_bag_changes_nothing(data, homes, address):
    order = data.draw(st.permutations(range(len(homes))))
    bag = bag_of(*homes)
    one, other = AddressIndex(bag).match(address), AddressIndex(bag.take(np.array(order))).match(address)
    assert (one.level, one.reason) == (other.level, other.reason)
    assert one.row < 0 or order[other.row] == one.row


@settings(max_examples=200)
@given(st.lists(made_homes, min_size=1, max_size=6), st.data())
def test_an_unmatched_full_key_has_a_reason_that_holds(homes, data):
    """An object in use that alone has this exact key is always found."""
    bag = bag_of(*homes)
    row = data.draw(st.sampled_from(range(len(homes))))
    assume(bag.status[row] == IN_USE and bag.postcode[row])
    keys = list(zip(bag.postcode, bag.huisnummer, bag.huisletter, bag.toevoeging, bag.status))
    found = AddressIndex(bag).match(
        Address(
            postcode=bag.postcode[row],
            huisnummer=int(bag.huisnummer[row]),
            huisletter=bag.huisletter[row],
            toevoeging=bag.toevoeging[row],
        )
    )
    if keys.count(keys[row]) == 1:
        assert found == Match(row, 2)
    else:
        assert found.reason is Unmatched.AMBIGUOUS


# Every real address -----------------------------------------------------------------------------------------------


def clean(bag, row, **changes):
    fields = {
        "postcode": bag.postcode[row],
        "huisnummer": int(bag.huisnummer[row]),
        "huisletter": bag.huisletter[row],
        "toevoeging": bag.toevoeging[row],
    }
    return Address(**{**fields, **changes})


def with_postcode(bag):
    return np.flatnonzero(in_use(bag.status) & (bag.postcode != ""))


def neighbours(bag):
    """Rows by postcode and house number."""
    found = defaultdict(list)
    for row in range(len(bag)):
        found[bag.postcode[row], bag.huisnummer[row]].append(row)
    return found


def test_every_real_address_finds_itself(weesp, weesp_index):
    assert in_use(weesp.status).sum() == 11215
    rows = with_postcode(weesp)
    assert len(rows) == 11109
    assert [row for row in rows if weesp_index.match(clean(weesp, row)) != Match(row, 2)] == []


def test_every_real_identifier_finds_its_object(weesp, weesp_index):
    for row in np.flatnonzero(in_use(weesp.status)):
        assert weesp_index.match(Address(adresseerbaarobject_id=weesp.adresseerbaarobject_id[row])) == Match(row, 1)
        if weesp.nummeraanduiding_id[row]:
            assert weesp_index.match(Address(nummeraanduiding_id=weesp.nummeraanduiding_id[row])) == Match(row, 1)


def test_every_real_address_is_found_by_street_and_place(weesp, weesp_index):
    for row in np.flatnonzero(in_use(weesp.status)):
        where = {"straat": weesp.straat_kort[row] or weesp.straat[row], "woonplaats": "WEESP", "gemeentecode": "0457"}
        assert weesp_index.match(clean(weesp, row, postcode="", **where)) == Match(row, 4)


def test_a_real_address_without_its_addition_finds_itself_only_if_unique(weesp, weesp_index):
    usable, around = in_use(weesp.status), neighbours(weesp)
    outcomes = defaultdict(int)
    for row in with_postcode(weesp):
        if not weesp.huisletter[row] + weesp.toevoeging[row]:
            continue
        group = around[weesp.postcode[row], weesp.huisnummer[row]]
        plain = [at for at in group if not weesp.huisletter[at] + weesp.toevoeging[at]]
        alive = [at for at in group if usable[at]]
        if plain:
            plain_alive = [at for at in plain if usable[at]]
            expected = Match(plain_alive[0], 2) if plain_alive else Match(reason=Unmatched.NOT_IN_USE)
        else:
            expected = Match(row, 3) if alive == [row] else Match(reason=Unmatched.AMBIGUOUS)
        assert weesp_index.match(clean(weesp, row, huisletter="", toevoeging="")) == expected
        outcomes[expected.level, expected.reason] += 1
    assert set(outcomes) >= {(2, None), (3, None), (0, Unmatched.AMBIGUOUS)}


def test_the_start_of_a_real_addition_is_another_addition(weesp, weesp_index):
    tried = 0
    for row in with_postcode(weesp):
        start = weesp.toevoeging[row][:-1]
        if start and meaning(start.upper()) != meaning(weesp.toevoeging[row].upper()):
            found = weesp_index.match(clean(weesp, row, toevoeging=start))
            assert found.row != row
            assert found.level in (0, 2)
            tried += 1
    assert tried > 200


def test_a_real_object_out_of_use_is_never_matched(weesp, weesp_index):
    living = {
        (weesp.postcode[row], weesp.huisnummer[row], weesp.huisletter[row], weesp.toevoeging[row])
        for row in with_postcode(weesp)
    }
    tried = 0
    for row in np.flatnonzero(~in_use(weesp.status)):
        by_id = weesp_index.match(Address(adresseerbaarobject_id=weesp.adresseerbaarobject_id[row]))
        assert by_id == Match(reason=Unmatched.NOT_IN_USE)
        key = (weesp.postcode[row], weesp.huisnummer[row], weesp.huisletter[row], weesp.toevoeging[row])
        if weesp.postcode[row] and key not in living:
            assert weesp_index.match(clean(weesp, row)) == Match(reason=Unmatched.NOT_IN_USE)
            tried += 1
    assert tried > 500


def test_a_number_that_a_real_postcode_lacks_finds_nothing(weesp, weesp_index):
    known = set(neighbours(weesp))
    for row in with_postcode(weesp)[::7]:
        other = next(n for n in range(int(weesp.huisnummer[row]) + 1, 99999) if (weesp.postcode[row], n) not in known)
        assert weesp_index.match(clean(weesp, row, huisnummer=other)) == Match(reason=Unmatched.NOT_IN_BAG)


def test_the_order_of_the_real_bag_changes_nothing(weesp, weesp_index):
    order = np.random.default_rng(457).permutation(len(weesp))
    shuffled = AddressIndex(weesp.take(order))
    for row in np.flatnonzero(in_use(weesp.status))[::5]:
        where = {"straat": weesp.straat[row], "woonplaats": "Weesp", "gemeentecode": "0457"}
        for address in (clean(weesp, row, **where), clean(weesp, row, huisletter="", toevoeging="")):
            one, other = weesp_index.match(address), shuffled.match(address)
            assert (one.level, one.reason) == (other.level, other.reason)
            assert one.row < 0 or order[other.row] == one.row


# Any spelling of a real address -----------------------------------------------------------------------------------

_BLANKS = ["", " ", "-", "/", " - ", ".", NBSP]


def in_any_case(draw, text):
    return draw(st.sampled_from([text, text.upper(), text.lower()]))


@st.composite
def spelled_postcode(draw, postcode):
    blank = draw(st.sampled_from(["", " ", "  ", NBSP, "\t"]))
    text = in_any_case(draw, f"{postcode[:4]}{blank}{postcode[4:]}")
    return draw(st.sampled_from([text, f" {text}", f"{text}{NBSP}"]))


@st.composite
def spelled_number(draw, number, letter, addition):
    """House number, letter and addition as three fields, in one of the ways in which people fill them."""
    digits = draw(st.sampled_from([str(number), f"0{number}", f"000{number}", f" {number} ", f"{number}.0"]))
    plain = digits.strip().removesuffix(".0")
    letter, addition = in_any_case(draw, letter), in_any_case(draw, addition)
    between = draw(st.sampled_from(_BLANKS))
    # A digit right behind the number would be another number, a dot before a zero the decimals of one.
    before = draw(st.sampled_from([blank for blank in _BLANKS if blank != "."]))
    glue = before if not (letter + addition)[:1].isdigit() else (before or "-")
    joined = f"{letter}{between}{addition}" if letter and addition else letter + addition
    decimals = f"{addition}.0" if addition.isdigit() and not addition.startswith("0") else addition
    ways = [
        (digits, letter, addition),
        (digits, f" {letter} ", decimals),
        (f"{plain}{glue}{joined}", "", ""),
        (f"{plain}{glue}{joined}", letter, addition),
        (digits, "", joined),
        (digits, joined, ""),
    ]
    if letter:
        ways += [(f"{plain}{before}{letter}", "", addition), (f"{plain}{before}{letter}", letter, addition)]
    else:
        ways += [(digits, addition, ""), (f"{plain}{glue}{addition}", "", addition)]
    return draw(st.sampled_from(ways))


@st.composite
def spelled_identifier(draw, identifier):
    text = draw(st.sampled_from([identifier, identifier.lstrip("0"), f"{int(identifier)}.0", f" {identifier}{NBSP}"]))
    return draw(st.sampled_from([text, f"{text[:4]} {text[4:]}"]))


@settings(max_examples=400)
@given(data=st.data())
def test_any_spelling_of_a_real_address_finds_exactly_that_object(weesp, weesp_index, data):
    rows = with_postcode(weesp)
    with_suffix = rows[(weesp.huisletter[rows] + weesp.toevoeging[rows]) != ""]
    row = int(data.draw(st.sampled_from(data.draw(st.sampled_from([rows, with_suffix, with_suffix])))))
    fields = data.draw(spelled_number(int(weesp.huisnummer[row]), weesp.huisletter[row], weesp.toevoeging[row]))
    number, letter, addition = spelling.house_number(*fields)
    address = Address(
        postcode=spelling.postcode(data.draw(spelled_postcode(weesp.postcode[row]))),
        huisnummer=number,
        huisletter=letter,
        toevoeging=addition,
        straat=data.draw(st.sampled_from(["", "onleesbaar", in_any_case(data.draw, weesp.straat[row])])),
        woonplaats=data.draw(st.sampled_from(["", "Weesp", "WEESP"])),
    )
    assert weesp_index.match(address) == Match(row, 2)


@given(data=st.data())
def test_any_spelling_of_a_real_identifier_finds_exactly_that_object(weesp, weesp_index, data):
    rows = np.flatnonzero(in_use(weesp.status) & (weesp.nummeraanduiding_id != ""))
    row = int(data.draw(st.sampled_from(rows)))
    text = data.draw(spelled_identifier(weesp.nummeraanduiding_id[row]))
    other = data.draw(spelled_identifier(weesp.adresseerbaarobject_id[row]))
    for address in (
        Address(nummeraanduiding_id=spelling.identifier(text, ("20",))),
        Address(adresseerbaarobject_id=spelling.identifier(other, ("01", "02", "03"))),
    ):
        assert weesp_index.match(address) == Match(row, 1)


@settings(max_examples=200)
@given(
    data=st.data(),
    suffix=st.tuples(
        st.sampled_from(["", "", "A", "a", "B", "C", "H", "w"]),
        st.sampled_from(
            ["", "", "1", "01", "2", "10", "100", "bis", "hs", "HS01", "ben", "b", "TM", "TM25", "2HG", "X"]
        ),
    ),
)
def test_no_match_with_a_real_object_is_forced(weesp, weesp_index, data, suffix):
    row = int(data.draw(st.sampled_from(with_postcode(weesp))))
    number = int(weesp.huisnummer[row]) + data.draw(st.sampled_from([0, 0, 0, 1, -1, 2, 10]))
    assume(number > 0)
    address = clean(weesp, row, huisnummer=number, huisletter=suffix[0], toevoeging=suffix[1])
    found = weesp_index.match(address)
    if found.row >= 0:
        assert_not_forced(weesp, address, found)


@settings(max_examples=100)
@given(data=st.data())
def test_postcode_and_street_of_two_real_addresses_contradict_each_other(weesp, weesp_index, data):
    rows = with_postcode(weesp)
    row = int(data.draw(st.sampled_from(rows)))
    number = weesp.huisnummer[row]
    elsewhere = rows[(weesp.huisnummer[rows] == number) & (weesp.straat[rows] != weesp.straat[row])]
    assume(len(elsewhere))
    other = int(data.draw(st.sampled_from(elsewhere)))
    address = clean(weesp, row, straat=weesp.straat[other], woonplaats="Weesp", gemeentecode="0457")
    assert weesp_index.match(address) == Match(reason=Unmatched.CONTRADICTION)
