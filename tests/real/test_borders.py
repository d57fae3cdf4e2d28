"""Real borders: who lies opposite whom, how far, and the real addresses across the border."""

import numpy as np
import pytest
import shapely
import zstandard

from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.abroad import facing, national_border
from arbeidsmigratie.arbeidsmigratie_plugin.core.grid import to_rd
from arbeidsmigratie.arbeidsmigratie_plugin.sources.abroad import read_abroad, read_border
from arbeidsmigratie.arbeidsmigratie_plugin.sources.objects import read_municipalities
from arbeidsmigratie.arbeidsmigratie_plugin.sources.vector import OgrLayer
from tests.conftest import real_data

#: Place -> longitude, latitude, countries within 5 km, who lies opposite (in the order of nearness).
PLACES = {
    "Putte": (4.394, 51.357, "BE", "Kalmthout (BE)"),
    "Hulst": (4.053, 51.280, "BE", "Sint-Gillis-Waas (BE)"),
    "Baarle-Nassau": (4.930, 51.445, "BE", "Baarle-Hertog (BE)"),
    "Vaals": (6.013, 50.770, "BE,DE", "Aachen Städte (DE), Plombières (BE)"),
    "Venlo": (6.172, 51.370, "DE", "Viersen (DE)"),
    "Dinxperlo": (6.490, 51.863, "DE", "Borken (DE)"),
    "Coevorden": (6.740, 52.660, "DE", "Grafschaft Bentheim (DE)"),
    "Amersfoort": (5.387, 52.155, "", ""),
    "IJmuiden": (4.600, 52.460, "", ""),
}


@pytest.fixture(scope="module")
def municipalities():
    return read_municipalities(OgrLayer(real_data("grenzen", "gemeenten_2022.geojson")))


@pytest.fixture(scope="module")
def abroad(tmp_path_factory):
    """Belgian municipalities without a declared reference system, German districts, Flemish addresses as a table."""
    packed = real_data("adressen_vlaanderen_2013", "adressen_5km_van_nl.csv.zst")
    table = tmp_path_factory.mktemp("vlaanderen") / "adressen.csv"
    with packed.open("rb") as stream, table.open("wb") as out:
        zstandard.ZstdDecompressor().copy_stream(stream, out)
    belgian = OgrLayer(real_data("grenzen", "be_municipalities.topojson"), "municipalities")
    return read_abroad([belgian, OgrLayer(real_data("grenzen", "de_kreise_grens.geojson")), OgrLayer(table)])


@pytest.fixture(scope="module")
def spots():
    x, y = to_rd(*np.array([place[:2] for place in PLACES.values()]).T)
    return shapely.buffer(shapely.points(x, y), 500.0)


def test_countries_are_known_by_what_their_layers_have(abroad):
    areas, places = abroad
    assert set(areas.land) == {"BE", "DE"}
    assert (areas.land == "DE").sum() < (areas.land == "BE").sum() <= 581
    assert len(places) == 176_540


def test_only_borders_of_the_netherlands_are_kept():
    border = read_border(OgrLayer(real_data("grenzen", "landgrenzen_nl_be_de.geojson")))
    assert sorted(border.land) == ["BE", "BE", "DE"]
    assert 700_000 < shapely.length(border.shapes).sum() < 1_000_000


@pytest.mark.parametrize("drawn", [False, True])
def test_the_right_country_and_municipality_face_each_place(municipalities, abroad, spots, drawn):
    areas, places = abroad
    given = read_border(OgrLayer(real_data("grenzen", "landgrenzen_nl_be_de.geojson"))) if drawn else None
    border = national_border(given, municipalities.polygons, areas)
    seen = facing(spots, border, areas, places, municipalities.polygons, 5000.0)
    assert dict(zip(PLACES, seen.lands)) == {name: place[2] for name, place in PLACES.items()}
    assert dict(zip(PLACES, seen.across)) == {name: place[3] for name, place in PLACES.items()}


def test_the_edge_of_municipalities_is_the_border_and_the_coast_is_not(municipalities, abroad, spots):
    areas, _ = abroad
    derived = national_border(None, municipalities.polygons, areas)
    drawn = read_border(OgrLayer(real_data("grenzen", "landgrenzen_nl_be_de.geojson")))
    assert derived.land.tolist() == ["BE", "DE"]
    one, two = (
        facing(spots, border, areas, None, municipalities.polygons, 5000.0).distance for border in (derived, drawn)
    )
    away = np.array([name != "Baarle-Nassau" for name in PLACES])  # Natural Earth has no enclaves
    assert np.abs(one - two)[away].max() < 2000  # which is how far Natural Earth is off, at 1:10 million
    assert one[list(PLACES).index("IJmuiden")] > 100_000


def test_addresses_across_the_border_are_counted_where_they_are_known(municipalities, abroad, spots):
    areas, places = abroad
    border = national_border(None, municipalities.polygons, areas)
    seen = facing(spots, border, areas, places, municipalities.polygons, 5000.0)
    at = list(PLACES).index("Putte")
    near = shapely.distance(shapely.points(places.x, places.y), spots[at]) <= 5000
    dutch = np.zeros(len(places), dtype=bool)
    dutch[near] = shapely.contains_xy(shapely.union_all(municipalities.polygons), places.x[near], places.y[near])
    assert seen.places[at] == pytest.approx((near & ~dutch).sum(), rel=0.01)
    assert 100 < seen.density[at] < 400
    assert seen.covered[at] == pytest.approx(1.0, abs=0.05)
    german = list(PLACES).index("Venlo")  # Flemish addresses say nothing of Germany
    assert np.isnan([seen.places[german], seen.density[german]]).all()
