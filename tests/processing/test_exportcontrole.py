"""exportcontrole inside QGIS: packages as files, the verdict, what was learnt, and the owner's ledger."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from datetime import datetime, timezone

import numpy as np
import pytest
import shapely
from qgis.core import QgsProcessingException, QgsVectorLayer

from arbeidsmigratie import classFactory
from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.arrays import labels
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.atoms import Region, Snapshot
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.history import Figure, FileMade, Release, Series
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.ledger import Ledger
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.publication import PUBLISHED, PublishedRegion
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules import Rules
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.territory import hexagon_polygons
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import to_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.core.lattice import PointIndexer
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.borders import borders
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.tables import certificate_table, heatmap_table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write
from tests.processing.inside import run
from tests.sharing.publications import GRANT, PEILDATUM, publication

X, Y = 130_000.0, 478_000.0
NAN = float("nan")


@pytest.fixture(scope="module", autouse=True)
def plugin(qgis_app, qgis_processing):
    loaded = classFactory(None)
    loaded.initProcessing()
    yield loaded
    loaded.unload()


def square(start, stop):
    return shapely.box(X + 500 * start, Y, X + 500 * stop, Y + 500)


def map_file(path, values, polygons, field="aantal", names=None, **more):
    """A layer as another tool would make it; NaN is written as NULL."""
    named = names or [f"{path.stem}{at}" for at in range(len(values))]
    columns = (Column("h3", "text", named), Column(field, "integer", np.array(values, dtype=float)))
    columns += tuple(Column(name, kind, column) for name, (kind, column) in more.items())
    write(path, [Table(path.stem, columns, "MultiPolygon", to_wkb(np.array([*polygons, None], dtype=object)[:-1]))])
    return path


def rows(result):
    layer = QgsVectorLayer(result["OUTPUT"], "b", "ogr")
    assert layer.isValid()
    return [dict(zip(feature.fields().names(), feature.attributes())) for feature in layer.getFeatures()]


# Packages of other tools ------------------------------------------------------------------------------------------


def test_two_groupings_give_one_place_away(tmp_path):
    """disclosure.md T3."""
    counts = [NAN, NAN, 8, 8, NAN, NAN, NAN, 7]  # A B I J K L M N
    places = [square(at, at + 1) for at in range(8)]
    county = map_file(tmp_path / "county.gpkg", [*counts, 20, 16], [*places, square(0, 4), square(4, 8)])
    others = shapely.union_all([square(0, 5), square(7, 8)])
    size = map_file(tmp_path / "size.gpkg", [*counts, 6, 30], [*places, square(5, 7), others])
    alone = run("exportcontrole", PACKAGES=[str(county)], OUTPUT=tmp_path / "een.gpkg")
    assert not any(row["gebieden"].startswith("county4") for row in rows(alone) if row["bevinding"] == "exact")
    both = run("exportcontrole", PACKAGES=[str(county), str(size)], OUTPUT=tmp_path / "beide.gpkg")
    assert both["VERDICT"] == "niet veilig"
    assert both["EXACT"] >= 1
    assert both["PACKAGES"] == 2
    (found,) = [row for row in rows(both) if row["bevinding"] == "exact" and row["gebieden"].startswith("county4")]
    assert (found["laagste"], found["hoogste"], found["breedte"]) == (3, 3, 0)
    assert found["zin"] == "Uit county en size samen volgt voor county4: precies 3 registraties."
    assert "precies te berekenen" in both["REASONS"]


def test_squares_and_a_municipality_in_them(tmp_path):
    """disclosure.md T4, as a folder with two files."""
    map_file(tmp_path / "raster.gpkg", [50, 40, 40, 40], [square(at, at + 1) for at in range(4)])
    map_file(tmp_path / "gemeente.gpkg", [169], [square(0.2, 4)])
    result = run("exportcontrole", PACKAGES=[str(tmp_path)], OUTPUT=tmp_path.parent / "t4.gpkg")
    assert (result["VERDICT"], result["EXACT"], result["NARROWEST"]) == ("niet veilig", 1, 1 - 1)
    (found,) = rows(result)
    assert found["zin"] == (
        "Uit gemeente en raster samen volgt voor het deel van raster0 buiten gemeente0: precies 1 registratie."
    )


def test_plain_thresholding_at_two_resolutions(tmp_path):
    rng = np.random.default_rng(1)
    centres = rng.uniform((X, Y), (X + 9_000, Y + 7_000), (10, 2))
    near = centres[rng.integers(0, 10, 250)] + rng.normal(0, 1, (250, 2)) * rng.choice([300, 1800], (250, 1))
    persons = np.maximum(1, np.rint(rng.lognormal(0.8, 1.0, 250)))
    fine = PointIndexer(grid.RD_NEW, 8).index(near[:, 0], near[:, 1])
    for resolution, cells in ((8, fine), (7, grid.roll_up(fine, 7))):
        there, group = np.unique(cells, return_inverse=True)
        totals = np.bincount(group, persons)
        small = [sorted(grid.h3_library().cell_to_children(int(cell), 8)) for cell in there]
        drawn = [shapely.union_all(hexagon_polygons(np.array(cells, dtype=np.uint64))) for cells in small]
        map_file(tmp_path / f"res{resolution}.gpkg", np.where(totals < 10, NAN, totals), drawn, "numpoints")
    one = run("exportcontrole", PACKAGES=[str(tmp_path / "res8.gpkg")], THRESHOLD=10, OUTPUT=tmp_path.parent / "1.gpkg")
    two = run("exportcontrole", PACKAGES=[str(tmp_path)], THRESHOLD=10, OUTPUT=tmp_path.parent / "2.gpkg")
    assert one["EXACT"] == 0
    assert two["EXACT"] > 0
    assert two["VERDICT"] == "niet veilig"
    assert one["UNSAFE"] is None  # only a ledger tells


def test_what_is_rounded_shows(tmp_path):
    path = map_file(tmp_path / "a.gpkg", [10, 15, 20, 35, 40], [square(at, at + 1) for at in range(5)])
    narrow = map_file(tmp_path / "b.gpkg", [15], [square(0, 1.5)])
    given = {"PACKAGES": [str(path), str(narrow)], "OUTPUT": tmp_path / "o.gpkg"}
    assert run("exportcontrole", **given)["EXACT"] == 0
    assert run("exportcontrole", ROUNDING=1, **given)["EXACT"] == 1


def test_codes_below_zero_are_withheld_numbers(tmp_path):
    path = map_file(tmp_path / "a.gpkg", [-99997, 20], [square(0, 1), square(1, 2)])
    total = map_file(tmp_path / "b.gpkg", [24], [square(0, 2)])
    result = run("exportcontrole", PACKAGES=[str(path), str(total)], OUTPUT=tmp_path / "o.gpkg")
    assert [(row["laagste"], row["hoogste"]) for row in rows(result)] == [(4, 4)]


def test_field_with_the_count(tmp_path):
    more = {"woningen": ("integer", [40, 50])}
    path = map_file(tmp_path / "a.gpkg", [3, 20], [square(0, 1), square(1, 2)], "getal", **more)
    with pytest.raises(QgsProcessingException, match=r"a\.gpkg can't be read as a package.*VALUE_FIELD"):
        run("exportcontrole", PACKAGES=[str(path)], OUTPUT=tmp_path / "o.gpkg")
    given = {"PACKAGES": [f"{path}|layername=a"], "VALUE_FIELD": "getal", "OUTPUT": tmp_path / "o.gpkg"}
    assert run("exportcontrole", **given)["SMALL"] == 1
    with pytest.raises(QgsProcessingException, match="fractions"):
        more = {"dichtheid": ("real", [1.5, 2.5])}
        path = map_file(tmp_path / "b.gpkg", [3, 20], [square(0, 1), square(1, 2)], **more)
        run("exportcontrole", PACKAGES=[str(path)], VALUE_FIELD="dichtheid", OUTPUT=tmp_path / "o.gpkg")


@pytest.mark.parametrize("name", ["weg.gpkg", "stuk.gpkg", "leeg"])
def test_what_can_not_be_read_is_named(tmp_path, name):
    (tmp_path / "stuk.gpkg").write_bytes(b"SQLite format 3\0 and no more")
    (tmp_path / "leeg").mkdir()
    with pytest.raises(QgsProcessingException, match=f"{name} can't be read as a package"):
        run("exportcontrole", PACKAGES=[str(tmp_path / name)], OUTPUT=tmp_path / "o.gpkg")
    assert not (tmp_path / "o.gpkg").exists()


def test_contradictions_are_no_safety(tmp_path):
    one = map_file(tmp_path / "a.gpkg", [50], [square(0, 1)])
    other = map_file(tmp_path / "b.gpkg", [60], [square(0, 1)])
    result = run("exportcontrole", PACKAGES=[str(one), str(other)], OUTPUT=tmp_path / "o.gpkg")
    assert result["VERDICT"] == "niet te beoordelen"
    assert "spreken de pakketten elkaar tegen" in result["REASONS"]


# Packages of this plugin --------------------------------------------------------------------------------------------


def write_package(folder, made, name="heatmap_riec_2026-07-01"):
    folder.mkdir(exist_ok=True)
    write(folder / f"{name}.gpkg", [heatmap_table(made), certificate_table(made, made.certificate)])
    (folder / f"{name}_gemeenten.geojson").write_text(borders(made), encoding="utf-8")
    return folder / f"{name}.gpkg"


def test_one_package_of_ours_is_safe(tmp_path):
    path = write_package(tmp_path / "p", publication())
    result = run("exportcontrole", PACKAGES=[str(path.parent)], OUTPUT=tmp_path / "o.gpkg")
    assert result["VERDICT"] == "veilig"
    assert (result["EXACT"], result["NARROW"], result["SMALL"]) == (0, 0, 0)
    assert result["NARROWEST"] >= 10
    assert rows(result) == []
    assert "geen enkele kleine groep" in result["REASONS"]


PARENTS = sorted(grid.h3_library().cell_to_children(grid.h3_library().latlng_to_cell(52.3, 5.05, 7), 8))
FIRST = tuple(sorted(grid.h3_library().cell_to_children(PARENTS[0], 9)))
EXTRA = sorted(grid.h3_library().cell_to_children(PARENTS[1], 9))[0]
CODE = "9801"


def region_of(*cells):
    return Region(CODE, 8, False, tuple(sorted(cells)))


def published(region, value):
    polygon = shapely.union_all(hexagon_polygons(region.array))
    parts = shapely.MultiPolygon(shapely.get_parts(polygon).tolist())
    name = region.regio_id
    return PublishedRegion(name, CODE, value, "laag", 1.0, 90, PUBLISHED, PEILDATUM, 8, region.cells, parts)


def leaking(tmp_path):
    """Two of ours, forged: the second has one cell more, and the same number."""
    made = publication()
    areas = tuple(replace(area, regions=0) for area in made.municipalities)
    paths = []
    for name, region in (("een", region_of(*FIRST)), ("twee", region_of(*FIRST, EXTRA))):
        shown = replace(made, regions=(published(region, 40),), municipalities=areas)
        paths.append(write_package(tmp_path / name, shown, name))
    return paths


def ledger(path, files, persons):
    """A ledger with one release, and somebody in the extra cell."""
    cells = np.array([*([FIRST[0]] * 20), *([EXTRA] * len(persons))], dtype=np.uint64)
    n = len(cells)
    names, nothing = np.arange(1, n + 1).astype(np.uint64), np.zeros(n, np.uint64)
    counts = np.array([2] * 20 + persons)
    shot = Snapshot("a" * 64, PEILDATUM, cells, labels([CODE] * n), counts, names, nothing, nothing)
    made = Ledger.create(
        path, Series("rni-2026", Rules(), 9, "p", 5), "1" * 32, datetime(2026, 7, 1, tzinfo=timezone.utc)
    )
    region = region_of(*FIRST)
    digests = tuple(FileMade(str(file), hashlib.sha256(file.read_bytes()).hexdigest()) for file in files)
    grant = replace(GRANT, made_on="2026-07-01")
    release = Release(
        "2026-07-01T00:00:00+00:00", grant, PEILDATUM, 8, shot.digest, (Figure(region, shot.digest, 40),), digests
    )
    with made.writing(datetime(2026, 7, 1, 1, tzinfo=timezone.utc)) as session:
        head = session.record(release, {CODE: (region,)}, shot, {})
        session.placed(head.sequence)
    made.close()
    return path


def test_ours_that_do_not_nest(tmp_path):
    paths = leaking(tmp_path)
    result = run("exportcontrole", PACKAGES=[str(path) for path in paths], OUTPUT=tmp_path / "o.gpkg")
    assert result["VERDICT"] == "niet veilig"
    (found,) = rows(result)
    assert (found["laagste"], found["hoogste"]) == (0, 8)
    assert found["cellen"] == f"{EXTRA:x}"
    assert not found["onveilig"]


@pytest.mark.parametrize(("persons", "truly", "verdict"), [([1], "ja", "niet veilig"), ([2] * 12, "nee", "veilig")])
def test_the_owner_knows_what_truly_is_unsafe(tmp_path, persons, truly, verdict):
    paths = leaking(tmp_path)
    book = ledger(tmp_path / "l.sqlite", [paths[0]], persons)
    given = {"PACKAGES": [str(path) for path in paths], "LEDGER": book, "OUTPUT": tmp_path / "o.gpkg"}
    result = run("exportcontrole", **given)
    assert result["VERDICT"] == verdict
    (found,) = rows(result)
    assert found["onveilig"] == truly
    assert result["UNKNOWN"] == 1
    assert "twee staat niet in het grootboek" in result["REASONS"]


def test_the_owner_sees_what_was_changed_or_has_expired(tmp_path):
    made = publication()
    expired = replace(made, grant=replace(made.grant, expires="2020-01-01"))
    path = write_package(tmp_path / "p", expired)
    files = sorted(path.parent.iterdir())
    book = ledger(tmp_path / "l.sqlite", files, [1])
    given = {"PACKAGES": [str(path)], "LEDGER": book, "OUTPUT": tmp_path / "o.gpkg"}
    result = run("exportcontrole", **given)
    assert (result["UNKNOWN"], result["CHANGED"], result["EXPIRED"]) == (0, 0, 1)
    assert "geldigheid is verlopen" in result["REASONS"]
    beside = path.with_name(f"{path.stem}_gemeenten.geojson")
    beside.write_text(beside.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    result = run("exportcontrole", **given)
    assert result["CHANGED"] == 1
    assert f"gewijzigd sinds de export: {beside.name}" in result["REASONS"]


def test_a_ledger_that_was_changed_is_refused(tmp_path):
    path = write_package(tmp_path / "p", publication())
    book = ledger(tmp_path / "l.sqlite", [path], [1])
    import sqlite3

    shutil.copy(book, tmp_path / "m.sqlite")
    with sqlite3.connect(tmp_path / "m.sqlite") as database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute("UPDATE entry SET made_at = '2026-07-02T00:00:00+00:00' WHERE sequence = 2")
    with pytest.raises(QgsProcessingException, match="damaged"):
        run("exportcontrole", PACKAGES=[str(path)], LEDGER=tmp_path / "m.sqlite", OUTPUT=tmp_path / "o.gpkg")
