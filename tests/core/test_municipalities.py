import json

import numpy as np
import pytest
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core.arrays import labels
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import FieldMissingError, RegionError
from arbeidsmigratie.arbeidsmigratie_plugin.core.municipalities import (
    are_codes,
    code_and_name_fields,
    municipalities,
    normal_code,
)

from ..conftest import real_data


def shapes(*geometries):
    return np.array([*geometries, None], dtype=object)[:-1]


@pytest.fixture
def three():
    """Weesp, Muiden and Bergen (L.), in rows of ten metres."""
    boxes = shapes(*(shapely.box(x, 0, x + 10, 10) for x in (20, 0, 10)))
    return municipalities(["GM0893", "0424", "457"], ["Bergen (L.)", "Muiden", "Weesp"], boxes)


def found(places):
    return places.code.tolist()


# Reading ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", ["0457", "457", "GM0457", "gm0457", " GM0457 ", "gm457"])
def test_a_code_has_one_form(value):
    assert normal_code(value) == "0457"


def test_another_code_is_left_as_it_is():
    assert normal_code("BE23025") == "BE23025"
    assert normal_code("") == ""


def test_municipalities_are_put_in_order_of_code(three):
    assert found(three) == ["0424", "0457", "0893"]
    assert three.name.tolist() == ["Muiden", "Weesp", "Bergen (L.)"]
    assert [p.bounds[0] for p in three.polygons] == [0, 10, 20]
    assert len(three) == 3


def test_rows_without_code_or_area_are_left_out():
    box = shapely.box(0, 0, 1, 1)
    areas = shapes(box, box, None, shapely.from_wkt("POLYGON EMPTY"), box)
    kept = municipalities(["0001", None, "0002", "0003", ""], ["a", "b", "c", "d", "e"], areas)
    assert (found(kept), kept.name.tolist()) == (["0001"], ["a"])


def test_numbers_serve_as_codes_too():
    kept = municipalities([457, 1999], ["Weesp", None], shapes(*[shapely.box(0, 0, 1, 1)] * 2))
    assert (found(kept), kept.name.tolist()) == (["0457", "1999"], ["Weesp", ""])


def test_no_rows_are_no_municipalities():
    assert len(municipalities([], [], shapes())) == 0


def test_take_keeps_code_name_and_area_together(three):
    two = three.take(np.array([2, 0]))
    assert (found(two), two.name.tolist()) == (["0893", "0424"], ["Bergen (L.)", "Muiden"])
    assert two.polygons[0].bounds[0] == 20


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (["id", "statcode", "jrstatcode", "statnaam"], ("statcode", "statnaam")),
        (["Code", "Naam", "identificatie"], ("Code", "Naam")),
        (["gemeentecode", "gemeentenaam", "code"], ("gemeentecode", "gemeentenaam")),
        (["gm_code", "gm_naam"], ("gm_code", "gm_naam")),
        (["identificatie"], ("identificatie", "identificatie")),
    ],
)
def test_the_fields_of_every_channel_are_known(fields, expected):
    assert code_and_name_fields(fields, "gemeenten") == expected


def test_without_a_code_the_user_reads_which_fields_there_are():
    with pytest.raises(FieldMissingError, match=r"gemeenten has no field gemeentecode or .*its fields are: fid, naam"):
        code_and_name_fields(["fid", "naam"], "gemeenten")


# A region ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        ("", ["0424", "0457", "0893"]),
        ("  ", ["0424", "0457", "0893"]),
        ("0457", ["0457"]),
        ("457", ["0457"]),
        ("GM0457", ["0457"]),
        ("weesp", ["0457"]),
        ("Weesp, MUIDEN ,", ["0424", "0457"]),
        ("0457,Weesp", ["0457"]),
        ("bergen (l.)", ["0893"]),
    ],
)
def test_a_region_is_told_by_codes_or_names(three, wanted, codes):
    assert found(three.region(wanted, "gemeenten")) == codes


def test_an_unknown_municipality_is_named_with_those_that_there_are(three):
    with pytest.raises(RegionError) as error:
        three.region("Weesp, Atlantis, 9999", "gemeenten")
    assert error.value.values["unknown"] == "Atlantis, 9999"
    assert error.value.values["known"] == "Muiden (0424), Weesp (0457), Bergen (L.) (0893)"


def test_a_name_that_two_municipalities_have_is_not_taken_for_one():
    both = municipalities(["0373", "0893"], ["Bergen", "Bergen"], shapes(*[shapely.box(0, 0, 1, 1)] * 2))
    with pytest.raises(RegionError):
        both.region("Bergen", "gemeenten")


# The municipality of an object ------------------------------------------------------------------------------------


def codes_of(places, own, x, y=5.0):
    """The municipality of objects that carry these codes."""
    found = places.codes_of(None if own is None else labels(own), np.array(x, dtype=float), np.full(len(x), y))
    return found.text().tolist()


def test_without_a_code_of_its_own_an_object_lies_where_it_lies(three):
    assert codes_of(three, None, [5, 15, 25, 95, np.nan]) == ["0424", "0457", "0893", "", ""]


def test_the_code_of_an_object_goes_before_its_position(three):
    assert codes_of(three, ["0893", "0457", "0424"], [5, 95, np.nan]) == ["0893", "0457", "0424"]


def test_a_code_that_no_longer_exists_gives_way_to_the_position(three):
    assert codes_of(three, ["0363", "", "0363"], [5, 15, 95]) == ["0424", "0457", ""]


def test_no_object_has_no_code(three):
    assert codes_of(three, [], []) == codes_of(three, None, []) == []


def test_the_given_codes_are_left_alone(three):
    own = labels(["0363", "0457"])
    three.codes_of(own, np.full(2, 5.0), np.full(2, 5.0))
    assert own.text().tolist() == ["0363", "0457"]


@pytest.mark.parametrize("wanted", [",", " , ,"])
def test_a_comma_is_no_wish_for_the_whole_country(wanted, three):
    with pytest.raises(RegionError, match="REGION names ',"):
        three.region(wanted, "gemeenten")


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        (["0457", "GM0363", "gm1507", 457], True),
        ([], False),
        (["0457", ""], False),
        (["noord"], False),
        (["045701"], False),
        (["BU04570000"], False),
    ],
)
def test_codes_are_told_from_other_texts(values, codes):
    assert are_codes(values) is codes


def test_real_municipalities_hold_the_addresses_of_their_own(polder):
    with real_data("grenzen", "gemeenten_2022.geojson").open(encoding="utf-8") as stream:
        features = json.load(stream)["features"]
    areas = shapes(*(shapely.geometry.shape(feature["geometry"]) for feature in features))
    names = [feature["properties"] for feature in features]
    every = municipalities([n["statcode"] for n in names], [n["statnaam"] for n in names], areas)
    assert len(every) == 345
    # Areas and addresses are both in degrees here; the areas are generalised, so an address on the border can be off.
    assert (every.codes_of(None, *polder).text() == "0171").mean() > 0.999
    assert every.region("Noordoostpolder", "gemeenten").code.tolist() == ["0171"]
