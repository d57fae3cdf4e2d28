import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core import bag

from .support import IN_USE, bag_of, object_id

# The strings of the code lists in facts/pdok.md 1.2 (IMBAG v20180601).
STATUS = {
    "Verblijfsobject gevormd": False,
    "Niet gerealiseerd verblijfsobject": False,
    "Verblijfsobject in gebruik (niet ingemeten)": True,
    "Verblijfsobject in gebruik": True,
    "Verbouwing verblijfsobject": True,
    "Verblijfsobject ingetrokken": False,
    "Verblijfsobject buiten gebruik": False,
    "Verblijfsobject ten onrechte opgevoerd": False,
    "Plaats aangewezen": True,
    "Plaats ingetrokken": False,
}


def objects(array):
    return np.array(array, dtype=object)


def column(name, *values):
    """One field of BAG objects made of a single column."""
    n = len(values)
    return getattr(bag.from_columns({name: objects(values)}, np.zeros(n), np.zeros(n)), name).tolist()


# Status -----------------------------------------------------------------------------------------------------------


PAND = (
    "Bouwvergunning verleend; Niet gerealiseerd pand; Bouw gestart; Pand in gebruik (niet ingemeten); Pand in gebruik; "
    "Verbouwing pand; Sloopvergunning verleend; Pand gesloopt; Pand buiten gebruik; Pand ten onrechte opgevoerd"
)
USES = (
    "woonfunctie, bijeenkomstfunctie, celfunctie, gezondheidszorgfunctie, industriefunctie, kantoorfunctie, "
    "logiesfunctie, onderwijsfunctie, sportfunctie, winkelfunctie, overige gebruiksfunctie"
)


def test_the_code_lists_are_those_of_the_bag():
    assert sorted([*bag.STATUS_VERBLIJFSOBJECT, *bag.STATUS_PLAATS]) == sorted(STATUS)
    assert sorted(bag.STATUS_PAND) == sorted(PAND.split("; "))
    assert sorted(bag.GEBRUIKSDOELEN) == sorted(USES.split(", "))


@pytest.mark.parametrize(("status", "counts"), STATUS.items())
def test_what_counts_as_in_use(status, counts):
    assert bag.in_use(objects([status])).tolist() == [counts]


@pytest.mark.parametrize("status", ["", "verblijfsobject in gebruik", "Pand in gebruik", "in gebruik", "onbekend"])
def test_another_text_is_not_in_use(status):
    assert bag.in_use(objects([status])).tolist() == [False]


def test_the_real_objects_in_use(weesp):
    assert (len(weesp), int(bag.in_use(weesp.status).sum())) == (12689, 11215)
    assert set(weesp.status) <= set(STATUS)
    uses = {use for value in weesp.gebruiksdoel for use in value.split(",")} - {""}
    assert uses <= set(bag.GEBRUIKSDOELEN)


# Areas ------------------------------------------------------------------------------------------------------------


def test_placeholders_are_no_area():
    area = bag.known_area(objects([1, 999999, 0, -5, None, "", "onbekend", float("nan")]))
    assert np.isnan(area).all()


def test_other_areas_are_kept():
    assert bag.known_area(objects([2, "80", 999998, 14.5])).tolist() == [2.0, 80.0, 999998.0, 14.5]


def test_the_given_areas_are_left_alone():
    given_area = np.array([1.0, 80.0])
    bag.known_area(given_area)
    assert given_area.tolist() == [1.0, 80.0]


def test_the_real_placeholders_are_unknown(weesp):
    known = weesp.oppervlakte[~np.isnan(weesp.oppervlakte)]
    assert known.min() >= 2
    assert known.max() < 999999
    assert np.isnan(weesp.oppervlakte).sum() > 180


# Channels ---------------------------------------------------------------------------------------------------------

# The fields of the four channels, as their descriptions and recorded answers have them (facts/pdok.md 1 and 2).
BAG_LIGHT = (
    "feature_id rdf_seealso identificatie oppervlakte status gebruiksdoel openbare_ruimte_naam "
    "openbare_ruimte_naam_kort huisnummer huisletter toevoeging postcode woonplaats_naam bouwjaar pand_identificatie "
    "pandstatus nummeraanduiding_hoofdadres_identificatie bronhouder_identificatie"
)
WFS = (
    "identificatie rdf_seealso oppervlakte status gebruiksdoel openbare_ruimte huisnummer huisletter toevoeging "
    "postcode woonplaats bouwjaar pandidentificatie pandstatus"
)
OUR_OWN = (
    "adresseerbaarobject_id nummeraanduiding_id gemeentecode postcode huisnummer huisletter toevoeging gebruiksdoel "
    "bag_oppervlakte registraties match_niveau peildatum"
)


def test_the_fields_of_bag_light_are_known():
    named = bag.channel_fields(BAG_LIGHT.split())
    assert set(named) == set(bag.CHANNEL_NAMES)
    assert named["nummeraanduiding_id"] == "nummeraanduiding_hoofdadres_identificatie"
    assert named["straat"] == "openbare_ruimte_naam"
    assert named["straat_kort"] == "openbare_ruimte_naam_kort"


def test_the_fields_of_the_wfs_are_known():
    named = bag.channel_fields(WFS.split())
    assert set(bag.CHANNEL_NAMES) - set(named) == {"nummeraanduiding_id", "gemeentecode", "straat_kort"}
    assert (named["straat"], named["woonplaats"]) == ("openbare_ruimte", "woonplaats")


def test_the_identifier_of_the_main_address_has_three_names():
    for name in ("nummeraanduiding_hoofdadres_identificatie", "hoofdadres_identificatie", "nummeraanduiding_id"):
        assert bag.channel_fields(["identificatie", name])["nummeraanduiding_id"] == name


def test_the_fields_of_our_own_addresses_are_known():
    named = bag.channel_fields(OUR_OWN.split())
    assert named["adresseerbaarobject_id"] == "adresseerbaarobject_id"
    assert named["oppervlakte"] == "bag_oppervlakte"
    assert set(bag.ADDRESS_FIELDS) <= set(named)


def test_the_layers_with_addresses():
    assert set(bag.OBJECT_LAYERS) == {"verblijfsobject", "standplaats", "ligplaats"}


@pytest.mark.parametrize("value", ["1382AB", "1382 AB", "1382ab", " 1382AB "])
def test_a_postcode_has_one_form(value):
    assert column("postcode", value) == ["1382AB"]


@pytest.mark.parametrize("value", ["0457", "457", "GM0457", "gm0457", 457])
def test_a_municipality_code_has_one_form(value):
    assert column("gemeentecode", value) == ["0457"]


def test_absent_texts_are_empty_whatever_the_channel_writes():
    for name in ("postcode", "gemeentecode", "huisletter", "toevoeging", "status"):
        assert column(name, None, "", float("nan")) == ["", "", ""]


def test_house_numbers_are_whole_or_absent():
    assert column("huisnummer", 12, "7", None, 4.0, "x") == [12, 7, 0, 4, 0]


def test_case_of_letter_and_addition_is_kept():
    assert column("huisletter", "a", "A") == ["a", "A"]
    assert column("toevoeging", "bis", "BIS") == ["bis", "BIS"]


def test_fields_that_a_channel_lacks_are_unknown():
    found = bag.from_columns({"postcode": objects(["1382AB"])}, np.array([1.5]), np.array([2.5]))
    assert (found.status.tolist(), found.huisnummer.tolist(), found.woonplaats.tolist()) == ([""], [0], [""])
    assert np.isnan(found.oppervlakte).all()
    assert (found.x.tolist(), found.y.tolist(), len(found)) == ([1.5], [2.5], 1)


# Tables of objects ------------------------------------------------------------------------------------------------


def test_rows_are_taken_by_mask_or_position_with_all_their_fields():
    three = bag_of({}, {"huisnummer": 14}, {"huisnummer": 16})
    by_mask, by_position = three.take(np.array([True, False, True])), three.take(np.array([2, 0]))
    assert by_mask.adresseerbaarobject_id.tolist() == [object_id(0), object_id(2)]
    assert by_position.huisnummer.tolist() == [16, 12]
    assert by_position.x.tolist() == [130002.0, 130000.0]
    assert len(by_mask) == len(by_mask.oppervlakte) == len(by_mask.y) == 2


@given(st.lists(st.integers(1, 5), min_size=1, max_size=5))
def test_concatenation_keeps_every_row_in_order(sizes):
    numbers = iter(range(1, 100))
    parts = [bag_of(*({"huisnummer": next(numbers)} for _ in range(size))) for size in sizes]
    whole = bag.concatenate(parts)
    assert whole.huisnummer.tolist() == list(range(1, sum(sizes) + 1))
    assert len(whole) == len(whole.status) == len(whole.x) == sum(sizes)
    assert set(whole.status) == {IN_USE}


def test_lists_have_a_comma_and_no_blank_whatever_the_channel():
    assert column("gebruiksdoel", "winkelfunctie, woonfunctie", "a,b , c", "overige gebruiksfunctie", None) == [
        "winkelfunctie,woonfunctie", "a,b,c", "overige gebruiksfunctie", ""
    ]  # fmt: skip
