"""The confusion of holiday parks: known answers on a few polygons, and the demo region through the whole algorithm."""

from __future__ import annotations

import csv
from dataclasses import replace

import numpy as np
import pytest
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import point_wkb, to_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.park_ids import Earlier
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.parks import Seen, find_parks
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.policy import Policies
from arbeidsmigratie.arbeidsmigratie_plugin.core.stock import id_numbers
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.highlights.parks import park_table
from arbeidsmigratie.arbeidsmigratie_plugin.sources import stock as source
from arbeidsmigratie.arbeidsmigratie_plugin.sources.objects import bag_layers
from arbeidsmigratie.arbeidsmigratie_plugin.sources.vector import OgrLayer, layer_names
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write
from tests.core.signals.parkland import BOOK
from tools.confusion import Confusion
from tools.confusion.parks import compare_parks, kinds_of_parks, kinds_of_planted
from tools.confusion.truth import ORDINARY


def bag(path, spots):
    ids = Column("identificatie", "text", [f"9801{n:012d}" for n in range(len(spots))])
    x, y = np.array(spots, dtype=float).T
    empty = Column("identificatie", "text", [])
    tables = [Table("verblijfsobject", (ids,), "Point", point_wkb(x, y))]
    tables += [Table(name, (empty,), "Polygon") for name in ("standplaats", "ligplaats")]
    write(path, tables)


def listed(path, *boxes):
    ids = Column("park_id", "text", [f"p{n}" for n in range(len(boxes))])
    shapes = np.array([shapely.box(*box) for box in boxes], dtype=object)
    write(path, [Table("vakantieparken", (ids,), "MultiPolygon", to_wkb(shapes))])
    return path


@pytest.fixture
def folder(tmp_path):
    bag(tmp_path / "bag-light.gpkg", [(10, 10), (20, 10), (900, 900), (950, 900)])
    locations = (
        "id,soort,subsoort,x,y,eenheden\n"
        "L1,vakantiepark,camping,500,500,3\nL2,vakantiepark,camping,700,700,3\nL3,vakantiepark,camping,0,0,3\n"
        "L4,afleider,hotel,920,900,1\nL5,cluster,landsgrens,900,900,9\n"
    )
    (tmp_path / "waarheid_locaties.csv").write_text(locations, encoding="utf-8")
    members = [(0, "L1"), (1, "L1"), (2, "L1"), (3, "L4")]
    lines = [f"9801{n:012d},{place},x" for n, place in members]
    text = "\n".join(["adresseerbaarobject_id,locatie_id,soort", *lines, ""])
    (tmp_path / "waarheid_objecten.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_by_half_of_the_objects_by_the_point_missed_and_wrong(folder):
    output = listed(folder / "uit.gpkg", (0.5, 0.5, 30, 30), (690, 690, 710, 710), (890, 890, 960, 910))
    found = compare_parks(folder, output)
    assert found == Confusion(("L1", "L2"), ("p2",), ("L3",))
    assert (found.recall, found.precision) == (2 / 3, 2 / 3)


def test_less_than_half_of_the_objects_is_not_found(folder):
    assert compare_parks(folder, listed(folder / "uit.gpkg", (5, 5, 15, 15))) == Confusion(
        (), ("p0",), ("L1", "L2", "L3")
    )


@pytest.fixture(scope="module")
def seen(demo):
    """What there is to look at in the demo region, without registrations."""
    stock = source.read_stock(bag_layers(demo.bag))
    buildings = source.read_buildings(source.building_layer(demo.bag))
    zones = source.read_zones([OgrLayer(demo.areas, name) for name in layer_names(demo.areas)])
    return Seen(stock, buildings, zones, None, Policies(), {})


def on_date(demo, seen, peildatum):
    """The same with the registrations of a date."""
    with (demo.folder / f"waarheid_rni_{peildatum}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    ids = id_numbers([row["adresseerbaarobject_id"] for row in rows])
    counted = source.Registrations(ids, np.array([float(row["registraties"]) for row in rows]), ())
    return replace(seen, counts=source.counts_on(seen.stock, counted))


def without(seen, gone):
    """The same without some objects: nothing else of them stays."""
    gone_ids = set(seen.stock.ids[gone].tolist())
    x = np.where(np.isin(seen.stock.ids, list(gone_ids)), np.nan, seen.stock.x)
    return replace(seen, stock=replace(seen.stock, x=x))


def test_parks_of_the_demo_region(demo, seen, tmp_path):
    parks = find_parks(BOOK, on_date(demo, seen, "2026-07-01"))
    write(tmp_path / "uit.gpkg", [park_table(parks, "2026-07-01")])
    found = compare_parks(demo.folder, tmp_path / "uit.gpkg")
    assert found.recall >= 0.90 and found.precision >= 0.85


def test_identifiers_are_the_same_on_both_dates(demo, seen):
    first, second = (find_parks(BOOK, on_date(demo, seen, day)) for day in ("2025-07-01", "2026-07-01"))
    assert first.park_id.tolist() == second.park_id.tolist()
    assert first.registraties.tolist() != second.registraties.tolist()


@pytest.mark.parametrize("seed", range(5))
def test_identifiers_survive_a_fifth_of_the_units_going(seen, seed):
    """By themselves unless the oldest unit goes; with the earlier run always."""
    first = find_parks(BOOK, seen)
    inside = np.flatnonzero(shapely.intersects_xy(shapely.union_all(first.polygons), seen.stock.x, seen.stock.y))
    gone = np.random.default_rng(seed).choice(inside, len(inside) // 5, replace=False)
    later = without(seen, gone)
    lost = {f"bag.{number:016d}" for number in seen.stock.ids[gone].tolist()}
    assert set(first.park_id) - set(find_parks(BOOK, later).park_id) <= lost
    kept = find_parks(BOOK, replace(later, earlier=Earlier(first.park_id, first.polygons)))
    assert sorted(kept.park_id) == sorted(first.park_id)


def test_what_was_planted_in_wrongly_listed_places(folder):
    """A decoy by its objects; where nothing was planted, an ordinary place."""
    output = listed(folder / "uit.gpkg", (890, 890, 960, 910), (5000, 5000, 5010, 5010))
    assert kinds_of_parks(folder, output, ("p0", "p1")) == {"afleider/hotel": 1, ORDINARY: 1}
    assert kinds_of_parks(folder, output, ()) == {}
    assert kinds_of_planted(folder, ("L1", "L3")) == {"vakantiepark/camping": 2}
