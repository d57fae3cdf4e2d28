from collections import Counter
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.address import Unmatched
from arbeidsmigratie.arbeidsmigratie_plugin.core.bag import in_use
from arbeidsmigratie.arbeidsmigratie_plugin.core.delivery import read_delivery
from arbeidsmigratie.arbeidsmigratie_plugin.core.rni import count_addresses

from .support import WITHDRAWN, address_id, bag_of, bsns, delivery_of, object_id, sheet

PEILDATUM = date(2026, 7, 1)
HOME = {"huisnummer": "12", "postcode": "1382AB"}
BAG = bag_of(
    {},
    {"huisnummer": 14, "huisletter": "A"},
    {"huisnummer": 14, "huisletter": "B"},
    {"huisnummer": 16, "toevoeging": "bis"},
    {"huisnummer": 18, "status": WITHDRAWN},
    {"huisnummer": 20, "straat": "Burgemeester Proefstraat", "straat_kort": "Burg Proefstr", "postcode": ""},
    {"huisnummer": 22, "gemeentecode": "0363", "postcode": "1399ZZ", "straat": "Kerkweg", "woonplaats": "Muiden"},
    {"huisnummer": 24, "straat": "Laan van de Vierde Brigade", "straat_kort": "Ln 4e Brig", "postcode": ""},
)


def count(*rows, bag=BAG, peildatum=PEILDATUM):
    return count_addresses(delivery_of(*rows), bag, peildatum)


def per_object(counts):
    return dict(zip(counts.objects.adresseerbaarobject_id, counts.registraties.tolist()))


def reasons(counts):
    return [(row.reason, row.registraties) for row in counts.unmatched]


# Counting ---------------------------------------------------------------------------------------------------------


def test_registrations_are_counted_per_object_in_order_of_identifier():
    counts = count({**HOME, "huisnummer": "14 B"}, HOME, HOME, {**HOME, "huisnummer": "16 bis"}, HOME)
    assert counts.objects.adresseerbaarobject_id.tolist() == [object_id(0), object_id(2), object_id(3)]
    assert counts.registraties.tolist() == [3, 1, 1]
    assert counts.objects.postcode.tolist() == ["1382AB"] * 3
    assert counts.objects.x.tolist() == [130000.0, 130002.0, 130003.0]
    assert (counts.matched, counts.matched_percent, counts.unmatched) == (5, 100.0, ())


def test_the_order_is_that_of_the_identifiers_not_of_the_bag():
    counts = count(
        HOME, {**HOME, "huisnummer": "14 A"}, {**HOME, "huisnummer": "16"}, bag=BAG.take(np.arange(len(BAG))[::-1])
    )
    assert counts.objects.adresseerbaarobject_id.tolist() == [object_id(0), object_id(1), object_id(3)]
    assert counts.match_niveau.tolist() == [2, 2, 3]


def test_every_spelling_of_an_address_counts_on_one_object():
    rows = [
        {"huisnummer": "16", "toevoeging": "BIS", "postcode": "1382 ab"},
        {"huisnummer": "16-bis", "postcode": "1382AB"},
        {"huisnummer": "16.0", "huisletter": "bis", "postcode": "1382\u00a0AB"},
        {"nummeraanduiding_id": address_id(3).lstrip("0")},
        {"adresseerbaarobject_id": f"{int(object_id(3))}.0"},
    ]
    assert per_object(count(*rows)) == {object_id(3): 5}


def test_the_level_of_an_object_is_that_of_its_least_certain_registration():
    by_id, by_key = {"nummeraanduiding_id": address_id(3)}, {**HOME, "huisnummer": "16 bis"}
    by_number, by_street = (
        {**HOME, "huisnummer": "16"},
        {"huisnummer": "16", "straat": "Dorpsstr", "woonplaats": "Weesp"},
    )
    assert count(by_id).match_niveau.tolist() == [1]
    assert count(by_id, by_key).match_niveau.tolist() == [2]
    assert count(by_number, by_key).match_niveau.tolist() == [3]
    assert count(by_street, by_id, by_number).match_niveau.tolist() == [4]


def test_the_identifier_of_an_address_is_not_that_of_an_object():
    assert per_object(count({"nummeraanduiding_id": object_id(0)})) == {}
    assert per_object(count({"adresseerbaarobject_id": address_id(0)})) == {}


def test_the_name_of_the_public_space_goes_before_the_shortened_street():
    where = {"huisnummer": "20", "woonplaats": "Weesp"}
    assert per_object(count({**where, "straat": "Burg Proefstr"})) == {object_id(5): 1}
    full = {**where, "straat": "onleesbaar", "openbare_ruimte": "Burgemeester Proefstraat"}
    assert per_object(count(full)) == {object_id(5): 1}


@pytest.mark.parametrize("word", ["by", "to", "BY", "bij", "Tegenover"])
def test_an_address_near_a_house_number_is_not_that_house(word):
    assert reasons(count({**HOME, "aanduiding": word})) == [(Unmatched.NEARBY, 1)]
    assert per_object(count({**HOME, "aanduiding": word, "nummeraanduiding_id": address_id(0)})) == {object_id(0): 1}


@pytest.mark.parametrize("word", ["t/o", "t.o.", "tegenover nr", "naast"])
def test_whatever_stands_in_the_aanduiding_the_address_is_not_that_house(word):
    assert reasons(count({**HOME, "aanduiding": word})) == [(Unmatched.NEARBY, 1)]


def test_an_empty_delivery_counts_nothing():
    counts = count()
    assert (len(counts.objects), counts.rows_read, counts.matched, counts.matched_percent) == (0, 0, 0, 0.0)
    assert (counts.registraties.tolist(), counts.match_niveau.tolist(), counts.municipalities) == ([], [], ())


# End dates --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "ended", "unknown"),
    [
        ("", 0, 0),
        ("20260630", 1, 0),
        ("20260701", 1, 0),
        ("20260702", 0, 0),
        ("2026-07-01", 1, 0),
        ("01-07-2026", 1, 0),
        ("02-07-2026", 0, 0),
        ("2026/06/30 00:00:00", 1, 0),
        ("46203", 1, 0),
        ("46205", 0, 0),
        ("20260600", 1, 0),
        ("20260700", 0, 0),
        ("20260000", 0, 0),
        ("20250000", 1, 0),
        ("00000000", 0, 1),
        ("onbekend", 0, 1),
        ("20261399", 0, 1),
    ],
)
def test_a_row_is_left_out_when_it_certainly_ended_on_the_reference_date(text, ended, unknown):
    counts = count({**HOME, "einddatum": text})
    assert (counts.rows_ended, counts.rows_end_unknown, counts.matched) == (ended, unknown, 1 - ended)


@given(st.dates(date(2022, 10, 24), date(2030, 12, 31)), st.integers(-400, 400))
def test_a_stay_counts_while_its_end_lies_after_the_reference_date(peildatum, days):
    end = peildatum + timedelta(days)
    for text in (f"{end:%Y%m%d}", f"{end:%d-%m-%Y}"):
        assert count({**HOME, "einddatum": text}, peildatum=peildatum).rows_ended == (days <= 0)


def test_an_ended_row_is_neither_matched_nor_listed():
    counts = count(
        {**HOME, "einddatum": "20200101"}, {"huisnummer": "99", "postcode": "1382AB", "einddatum": "20200101"}
    )
    assert (counts.rows_read, counts.rows_ended, per_object(counts), counts.unmatched) == (2, 2, {}, ())


# Unmatched --------------------------------------------------------------------------------------------------------


def test_unmatched_addresses_are_listed_with_reason_most_registrations_first():
    rows = [
        *[{**HOME, "huisnummer": "18"}] * 2,
        *[{**HOME, "huisnummer": "14"}] * 3,
        {**HOME, "huisnummer": "14 C"},
        {**HOME, "huisnummer": "99"},
        {"straat": "Dorpsstraat"},
    ]
    counts = count(*rows)
    assert reasons(counts) == [
        (Unmatched.AMBIGUOUS, 3),
        (Unmatched.NOT_IN_USE, 2),
        (Unmatched.NO_ADDRESS, 1),
        (Unmatched.AMBIGUOUS, 1),
        (Unmatched.NOT_IN_BAG, 1),
    ]
    assert (counts.rows_without_address, counts.matched_percent) == (1, 0.0)


def test_of_equally_many_registrations_the_list_goes_by_address():
    rows = [
        {"huisnummer": "99", "postcode": "1399ZZ"},
        {"huisnummer": "98", "postcode": "1382AB", "straat": "Kerkweg"},
        {"huisnummer": "99 B", "postcode": "1382AB"},
        {"huisnummer": "99 A-2", "postcode": "1382AB"},
        {"huisnummer": "99 A-1", "postcode": "1382AB"},
        {"huisnummer": "97", "postcode": "1382AB", "nummeraanduiding_id": address_id(98)},
        {"huisnummer": "97", "postcode": "1382AB", "nummeraanduiding_id": address_id(97)},
        {"huisnummer": "97", "postcode": "1382AB", "straat": "Dorpsstraat", "woonplaats": "Weesp"},
    ]
    addresses = [row.address for row in count(*rows).unmatched]
    assert [
        (a.postcode, a.straat, a.huisnummer, a.huisletter, a.toevoeging, a.nummeraanduiding_id) for a in addresses
    ] == [
        ("1382AB", "", 97, "", "", address_id(97)),
        ("1382AB", "", 97, "", "", address_id(98)),
        ("1382AB", "", 99, "A", "1", ""),
        ("1382AB", "", 99, "A", "2", ""),
        ("1382AB", "", 99, "B", "", ""),
        ("1382AB", "Dorpsstraat", 97, "", "", ""),
        ("1382AB", "Kerkweg", 98, "", "", ""),
        ("1399ZZ", "", 99, "", "", ""),
    ]


def test_an_unmatched_address_is_listed_in_the_words_of_the_bag():
    (listed,) = count(
        {"huisnummer": "99 a-2", "postcode": "1382 ab", "straat": "DORPSSTR", "woonplaats": "WEESP"}
    ).unmatched
    address = listed.address
    assert (address.straat, address.woonplaats, address.postcode) == ("Dorpsstraat", "Weesp", "1382AB")
    assert (address.huisnummer, address.huisletter, address.toevoeging) == (99, "a", "2")


def test_a_shortened_street_is_listed_under_its_full_name():
    (listed,) = count({"huisnummer": "99", "straat": "LN 4E BRIG", "woonplaats": "Weesp"}).unmatched
    assert listed.address.straat == "Laan van de Vierde Brigade"


def test_words_that_the_bag_does_not_have_are_not_listed():
    cells = {"straat": "Wrzesniewska", "woonplaats": "Zofia", "toevoeging": "Kowal", "gemeentecode": "457"}
    (listed,) = count(
        {**cells, "huisnummer": "99", "postcode": "1382AB", "adresseerbaarobject_id": "0457010000999999"}
    ).unmatched
    address = listed.address
    assert (address.straat, address.woonplaats, address.toevoeging) == ("", "", "")
    assert (address.gemeentecode, address.adresseerbaarobject_id) == ("0457", "0457010000999999")


@pytest.mark.parametrize(
    ("addition", "listed"), [("bis", "bis"), ("BIS", "BIS"), ("12a", "12a"), ("A1b2", "A1b2"), ("A", "A"), ("b", "b")]
)
def test_an_addition_of_the_form_or_words_of_the_bag_is_listed(addition, listed):
    (row,) = count({"huisnummer": "99", "toevoeging": addition, "postcode": "1382AB"}).unmatched
    assert (row.address.huisletter + row.address.toevoeging) == listed


@pytest.mark.parametrize("addition", ["Jan", "12345", "Kow", "ab12c", "Z"])
def test_another_addition_is_not_listed(addition):
    (row,) = count({"huisnummer": "99", "toevoeging": addition, "postcode": "1382AB"}).unmatched
    assert row.address.toevoeging == ""


def test_addresses_that_become_equal_are_listed_together():
    rows = [{"huisnummer": "99", "postcode": "1382AB", "straat": name} for name in ("Wrzesniewska", "Kovacsne", "")]
    assert reasons(count(*rows)) == [(Unmatched.NOT_IN_BAG, 3)]


# Municipalities ---------------------------------------------------------------------------------------------------


def test_the_municipalities_are_those_that_the_rows_name():
    rows = [{**HOME, "gemeentecode": "457"}, {"huisnummer": "99", "postcode": "9999ZZ", "gemeentecode": "0424"}]
    assert count(*rows).municipalities == ("0424", "0457")


def test_an_ended_row_names_its_municipality_and_a_row_without_address_does_not():
    assert count({**HOME, "gemeentecode": "0457", "einddatum": "20200101"}).municipalities == ("0457",)
    assert count({"gemeentecode": "0363"}, {**HOME, "gemeentecode": "0457"}).municipalities == ("0457",)


def test_without_codes_the_municipalities_are_those_of_the_matched_objects():
    assert count(HOME, {"huisnummer": "22", "postcode": "1399ZZ"}).municipalities == ("0363", "0457")
    assert count({**HOME, "gemeentecode": "Weesp"}).municipalities == ("0457",)
    assert count({**HOME, "huisnummer": "99"}).municipalities == ()


def test_the_rni_as_municipality_of_registration_is_no_municipality():
    assert count({**HOME, "gemeentecode": "1999"}).municipalities == ("0457",)


# Any delivery -----------------------------------------------------------------------------------------------------

rows_of_any_kind = st.fixed_dictionaries(
    {
        "gemeentecode": st.sampled_from(["0457", "363", "", "Weesp"]),
        "straat": st.sampled_from(["Dorpsstraat", "Kerkweg", "Wrzesniewska", ""]),
        "huisnummer": st.sampled_from(["12", "14", "14 A", "14B", "16", "18", "20", "22", "99", "", "x"]),
        "toevoeging": st.sampled_from(["", "", "bis", "3"]),
        "aanduiding": st.sampled_from(["", "", "", "to"]),
        "postcode": st.sampled_from(["1382AB", "1382 ab", "1399ZZ", ""]),
        "woonplaats": st.sampled_from(["Weesp", "Muiden", ""]),
        "nummeraanduiding_id": st.sampled_from(["", "", "", address_id(0), address_id(4), address_id(99)]),
        "einddatum": st.sampled_from(["", "", "20260101", "20270101", "20260000", "00000000", "?"]),
    }
)


@settings(max_examples=200)
@given(st.lists(rows_of_any_kind, max_size=20))
def test_every_row_is_accounted_for_once(rows):
    counts = count(*rows)
    unmatched = sum(row.registraties for row in counts.unmatched if row.reason is not Unmatched.NO_ADDRESS)
    assert counts.rows_read == len(rows)
    assert counts.rows_read == counts.rows_ended + counts.rows_without_address + counts.matched + unmatched
    assert (counts.registraties > 0).all()
    assert all(row.registraties > 0 for row in counts.unmatched)
    with_address = counts.matched + unmatched
    assert counts.matched_percent == pytest.approx(100 * counts.matched / with_address if with_address else 0)
    assert in_use(counts.objects.status).all()
    assert set(counts.match_niveau.tolist()) <= {1, 2, 3, 4}


def listed(counts):
    """The unmatched addresses apart from their order."""
    return Counter((row.address, row.reason, row.registraties) for row in counts.unmatched)


@given(st.lists(rows_of_any_kind, max_size=12), st.randoms())
def test_the_order_of_the_rows_changes_no_count(rows, random):
    shuffled = random.sample(rows, len(rows))
    one, other = count(*rows), count(*shuffled)
    assert per_object(one) == per_object(other)
    assert one.match_niveau.tolist() == other.match_niveau.tolist()
    assert (one.municipalities, one.rows_ended, one.rows_end_unknown) == (
        other.municipalities,
        other.rows_ended,
        other.rows_end_unknown,
    )
    assert listed(one) == listed(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"woonplaats": "Weesp"}, {"woonplaats": "Muiden"}),
        ({"gemeentecode": "0457"}, {"gemeentecode": "0363"}),
        ({"adresseerbaarobject_id": "0457010000999999"}, {"adresseerbaarobject_id": "0457010000999998"}),
    ],
)
def test_the_order_of_the_rows_does_not_show_in_the_list(one, other):
    rows = [{"huisnummer": "99", "postcode": "1382AB", **cells} for cells in (one, other)]
    assert count(*rows).unmatched == count(*rows[::-1]).unmatched


def test_a_row_with_a_bag_object_out_of_use_is_listed_by_identifier_too():
    assert reasons(count({"nummeraanduiding_id": address_id(4)})) == [(Unmatched.NOT_IN_USE, 1)]


# A delivery of real addresses -------------------------------------------------------------------------------------


def spelled(bag, row, way):
    """Number, letter and addition, postcode and identifier of a real address in one of ten spellings."""
    number, letter, addition = str(bag.huisnummer[row]), bag.huisletter[row], bag.toevoeging[row]
    postcode, own = bag.postcode[row], bag.nummeraanduiding_id[row]
    glued = f"{number}-{letter}{addition}" if letter + addition else number
    return [
        (number, letter, addition, postcode, ""),
        (f"{number}.0", letter, addition, postcode.lower(), ""),
        (f"{number} {letter} {addition}", "", "", f"{postcode[:4]} {postcode[4:]}", ""),
        (glued, "", "", f"{postcode[:4]}\u00a0{postcode[4:]}", ""),
        (f"0{number}", "", f"{letter}{addition}", f" {postcode} ", ""),
        (number, f"{letter}{addition}", "", postcode, ""),
        (number, letter.upper(), addition.upper(), postcode, ""),
        (f"{number}{letter}", letter, addition, postcode, ""),
        (number, letter, addition, "", own or object_of(bag, row)),
        (number, letter, addition, postcode, own.lstrip("0")),
    ][way]


def object_of(bag, row):
    return bag.adresseerbaarobject_id[row]


def test_a_delivery_of_all_real_addresses_in_all_spellings_is_counted_exactly(weesp):
    rows = np.flatnonzero(in_use(weesp.status) & (weesp.postcode != ""))
    labels = ["01.01.20", "16.11.20", "16.11.30", "16.11.40", "16.11.60", "16.11.80", "16.11.90", "16.18.10"]
    lines, people = [], bsns(60)
    for at, row in enumerate(rows):
        number, letter, addition, postcode, identifier = spelled(weesp, row, at % 10)
        ids = ("", identifier) if identifier and identifier.zfill(16)[4:6] == "20" else (identifier, "")
        end = ["", "20270000", "20260701"][at % 3]
        lines.append([people[at % 60], number, letter, addition, postcode, *ids, end])
    counts = count_addresses(read_delivery([sheet(labels, *lines)], "levering.xlsx"), weesp, PEILDATUM)
    kept = [row for at, row in enumerate(rows) if at % 3 != 2]
    assert counts.rows_ended == len(rows) - len(kept)
    assert counts.unmatched == ()
    assert counts.objects.adresseerbaarobject_id.tolist() == sorted(weesp.adresseerbaarobject_id[kept])
    assert (counts.registraties == 1).all()
    assert counts.municipalities == ("0457",)


# Rows that are left out -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left_out"),
    [("", 0), ("20260701", 0), ("20260702", 1), ("20260000", 0), ("20270000", 1), ("00000000", 0), ("2-7-2026", 1)],
)
def test_a_row_is_left_out_when_it_certainly_begins_after_the_reference_date(text, left_out):
    counts = count({**HOME, "begindatum": text}, HOME)
    assert (counts.rows_not_begun, counts.matched) == (left_out, 2 - left_out)
    assert counts.rows_read == counts.rows_counted + left_out


def test_rows_of_a_municipality_outside_the_region_are_left_out_and_counted():
    rows = [{**HOME, "gemeentecode": "0363"}, {**HOME, "gemeentecode": "0457"}, HOME]
    counts = count_addresses(delivery_of(*rows), BAG, PEILDATUM, frozenset({"0363"}))
    assert (counts.rows_elsewhere, counts.matched, counts.rows_counted) == (1, 2, 2)
    assert counts.municipalities == ("0457",)


def test_the_share_that_is_placed_counts_rows_without_an_address():
    counts = count(HOME, {"postcode": "1382AB"}, {"postcode": "1382AB"}, {**HOME, "huisnummer": "99"})
    assert counts.matched_percent == 50.0
    assert counts.located_percent == 25.0
    assert count().located_percent == 0.0


# Identifiers ------------------------------------------------------------------------------------------------------

MANY = bag_of(*({"huisnummer": at + 1} for at in range(60)))


def cut(identifier):
    """What a spreadsheet keeps of sixteen digits."""
    return identifier[:15] + "0"


@pytest.mark.parametrize("field", ["nummeraanduiding_id", "adresseerbaarobject_id"])
@pytest.mark.parametrize("decimals", ["", ".0"])
def test_identifiers_that_lost_their_last_digit_are_not_used(field, decimals):
    whole = address_id if field == "nummeraanduiding_id" else object_id
    rows = [{field: cut(whole(at)) + decimals} for at in (11, 23, 35, 57)]
    counts = count(*rows, bag=MANY)
    assert (counts.matched, counts.damaged_ids) == (0, (field,))
    with_address = [{**row, "huisnummer": str(at + 1), "postcode": "1382AB"} for row, at in zip(rows, (11, 23, 35, 57))]
    assert set(per_object(count(*with_address, bag=MANY))) == {object_id(at) for at in (11, 23, 35, 57)}


def test_whole_identifiers_are_used_also_those_that_end_in_zero():
    rows = [{"nummeraanduiding_id": address_id(at)} for at in (10, 20, 30, 31)]
    assert (count(*rows, bag=MANY).matched, count(*rows, bag=MANY).damaged_ids) == (4, ())


@pytest.mark.parametrize("number", ["12 t/o", "12 t.o.", "12 tegenover", "bij 12", "12 nabij", "12 naast"])
def test_a_house_number_that_says_it_is_near_is_not_that_house(number):
    assert count({**HOME, "huisnummer": number}).matched == 0


@pytest.mark.parametrize("number", ["12", "12 to", "12 bys"])
def test_other_words_behind_a_house_number_are_additions(number):
    assert reasons(count({**HOME, "huisnummer": number})) in ([], [(Unmatched.OTHER_ADDITION, 1)])


def test_a_number_of_sixteen_digits_that_is_no_identifier_of_this_bag_is_not_listed():
    row = count({"adresseerbaarobject_id": "1985 0112 1234 5678"}).unmatched[0].address
    assert row.adresseerbaarobject_id == ""
    known = count({"adresseerbaarobject_id": "0457010000999999"}).unmatched[0].address
    assert known.adresseerbaarobject_id == "0457010000999999"
