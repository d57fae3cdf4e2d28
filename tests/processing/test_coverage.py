"""For which municipalities registrations were delivered: known there, unknown elsewhere, in every way of working."""

from __future__ import annotations

import pytest
from qgis.core import NULL, QgsProcessingException, QgsVectorLayer
from qgis.PyQt import sip

from arbeidsmigratie import classFactory
from tests import made


@pytest.fixture(scope="module")
def plugin(qgis_app, qgis_processing):
    loaded = classFactory(None)
    loaded.initProcessing()
    yield loaded
    loaded.unload()


def run(name, **parameters):
    from qgis import processing

    return processing.run(f"arbeidsmigratie:{name}", {key: str(value) for key, value in parameters.items()})


@pytest.fixture(scope="module")
def addresses(plugin, region, tmp_path_factory):
    path = tmp_path_factory.mktemp("dekking") / "adressen.gpkg"
    run("rniinlezen", INPUT=region / "levering.xlsx", BAG=region / "bag.gpkg", PEILDATUM="2025-07-01", OUTPUT=path)
    return path


def unknown(path):
    """Municipalities of the hexagons whose addresses are unknown."""
    layer = QgsVectorLayer(str(path), "h", "ogr")
    found = {f["gemeentecodes"] for f in layer.getFeatures() if f["adressen"] == NULL}
    sip.delete(layer)
    return found


@pytest.mark.parametrize("covered", ["", made.WEST])
def test_step_by_step_what_was_not_delivered_is_unknown(addresses, region, tmp_path, covered):
    """The address points remember the municipalities of their delivery, which names the western one only."""
    bag, out = region / "bag.gpkg", tmp_path / "h.gpkg"
    run("h3aggregeren", INPUT=addresses, DWELLINGS=bag, COVERED=covered, RESOLUTION=9, OUTPUT=out)
    assert unknown(out) == {made.EAST}


def test_what_is_said_to_be_delivered_is_known(addresses, region, tmp_path):
    bag, out, both = region / "bag.gpkg", tmp_path / "h.gpkg", f"GM{made.WEST}, {made.EAST}"
    run("h3aggregeren", INPUT=addresses, DWELLINGS=bag, COVERED=both, RESOLUTION=9, OUTPUT=out)
    assert unknown(out) == set()


def test_points_that_say_nothing_of_their_delivery_are_known_where_they_are(addresses, region, tmp_path):
    from qgis import processing

    bare = tmp_path / "punten.gpkg"
    processing.run("native:savefeatures", {"INPUT": str(addresses), "OUTPUT": str(bare)})
    out = tmp_path / "h.gpkg"
    run("h3aggregeren", INPUT=bare, DWELLINGS=region / "bag.gpkg", RESOLUTION=9, OUTPUT=out)
    assert unknown(out) <= {made.EAST}


def test_municipalities_are_no_homes(addresses, region, tmp_path):
    with pytest.raises(QgsProcessingException, match="points of BAG objects are needed"):
        run("h3aggregeren", INPUT=addresses, DWELLINGS=region / "gemeenten.gpkg", OUTPUT=tmp_path / "h.gpkg")


@pytest.mark.parametrize("covered", ["12345", "Weesp", "9-98"])
def test_covered_must_be_codes(addresses, covered, tmp_path):
    with pytest.raises(QgsProcessingException, match="COVERED names"):
        run("h3aggregeren", INPUT=addresses, COVERED=covered, OUTPUT=tmp_path / "c.gpkg")


def test_covered_must_be_of_the_region(region, tmp_path):
    with pytest.raises(QgsProcessingException, match="COVERED names 1234"):
        run(
            "regiobeeld",
            RNI=region / "levering.xlsx",
            BAG=region / "bag.gpkg",
            GEMEENTEN=region / "gemeenten.gpkg",
            COVERED="1234",
            BACKGROUND=False,
            FOLDER=tmp_path / "uit",
        )
    assert not (tmp_path / "uit").exists() or not list((tmp_path / "uit").iterdir())


@pytest.fixture
def chain(region, tmp_path):
    def made_of(delivery, **more):
        given = {"BAG": region / "bag.gpkg", "GEMEENTEN": region / "gemeenten.gpkg", "PEILDATUM": "2025-07-01"}
        return run("regiobeeld", RNI=delivery, BACKGROUND=False, FOLDER=tmp_path / "uit", **{**given, **more})

    return made_of


def test_rows_of_another_municipality_do_not_make_a_region_fail(chain, tmp_path):
    rows = [made.row(n) for n in range(1, 21)] + [made.row(n, **{"16.09.10": made.EAST}) for n in range(61, 101)]
    result = chain(made.write_delivery(tmp_path / "l.xlsx", rows), REGION="Proefwest")
    assert (result["ROWS_ELSEWHERE"], result["REGISTRATIONS"], result["MATCHED_PERCENT"]) == (40, 20, 100.0)


def test_a_delivery_about_somewhere_else_says_so(chain, tmp_path):
    delivery = made.write_delivery(tmp_path / "l.xlsx", [made.row(1)])
    with pytest.raises(QgsProcessingException, match="outside the region"):
        chain(delivery, REGION="Proefoost")


def test_rows_without_an_address_count_for_whether_a_map_misleads(chain, tmp_path):
    rows = [made.row(n) for n in range(1, 6)] + [made.row("") for _ in range(95)]
    with pytest.raises(QgsProcessingException, match=r"Only 5\.0 % .* could be placed"):
        chain(made.write_delivery(tmp_path / "l.xlsx", rows))


def test_a_delivery_without_one_usable_address_is_an_error(chain, tmp_path):
    delivery = made.write_delivery(tmp_path / "l.xlsx", [made.row("") for _ in range(9)])
    with pytest.raises(QgsProcessingException, match="None of the 9 rows"):
        chain(delivery)


def test_a_bag_layer_without_status_counts_in_full(chain, region, tmp_path):
    from qgis import processing

    bag = tmp_path / "zonder.gpkg"
    whole = f"{region / 'bag.gpkg'}|layername=verblijfsobject"
    processing.run("native:deletecolumn", {"INPUT": whole, "COLUMN": ["status"], "OUTPUT": str(bag)})
    result = chain(made.write_delivery(tmp_path / "l.xlsx", [made.row(1), made.row(2)]), BAG=bag)
    assert result["DWELLINGS"] == made.N


def test_the_delivery_says_which_municipalities_it_covers(chain, tmp_path):
    """Its column 16.09.10 goes before where its addresses happen to be: one stray address covers nothing."""
    rows = [made.row(n) for n in range(1, 21)] + [made.row(100)]
    result = chain(made.write_delivery(tmp_path / "l.xlsx", rows))
    layer = QgsVectorLayer(f"{result['WORKSPACE']}|layername=gemeenten", "g", "ogr")
    delivered = {f["gemeentecode"]: f["rni_geleverd"] for f in layer.getFeatures()}
    sip.delete(layer)
    assert delivered == {made.WEST: 1, made.EAST: 0}
