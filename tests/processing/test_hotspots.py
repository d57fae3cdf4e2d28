"""hotspots as people run it: fields, region, other grids, runs that are counted, and what can't be used."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest
import shapely
from qgis.core import QgsProcessingException, QgsProcessingFeedback

from arbeidsmigratie import classFactory
from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import point_wkb, polygon_wkb, to_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write
from tools.bench.worlds import addresses, homes, land

ROOT = Path(__file__).parents[2]
WEST, EAST = "9801", "9802"
LAND = land(8)
MIDDLE = int(np.argmin(np.hypot(*LAND.xy.T)))
CODES = np.where(LAND.xy[:, 0] < 0.4, WEST, EAST)
PLANTED = LAND.disk(MIDDLE)
HOMES = homes(LAND, 1)
CASES = addresses(HOMES, 1, planted=PLANTED, times=15)
DATE = "2026-07-01"


class Listening(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.warnings, self.told = [], []

    def pushWarning(self, text):  # noqa: N802
        self.warnings.append(text)

    def pushInfo(self, text):  # noqa: N802
        self.told.append(text)


@pytest.fixture(scope="module")
def algorithms(qgis_app, qgis_processing):
    loaded = classFactory(None)
    loaded.initProcessing()
    yield {algorithm.name(): algorithm for algorithm in loaded.provider.algorithms()}
    loaded.unload()


def run(name, feedback=None, **parameters):
    from qgis import processing

    plain = {key: str(v) if hasattr(v, "parts") else v for key, v in parameters.items()}
    return processing.run(f"arbeidsmigratie:{name}", plain, feedback=feedback or Listening())


def hexagons(path, rows=slice(None), without=(), **changes):
    """A layer as h3aggregeren makes it, with a field of somebody else's."""
    values = {
        "h3": ("text", grid.names(LAND.cells)),
        "resolutie": ("integer", np.full(len(LAND), 8)),
        "adressen": ("integer", CASES),
        "registraties": ("integer", CASES * 3),
        "verblijfsobjecten": ("integer", HOMES),
        "populatie": ("integer", HOMES),
        "gemeentecodes": ("text", CODES.astype(object)),
        "opmerking": ("text", np.full(len(LAND), "van ons", dtype=object)),
        "peildatum": ("text", np.full(len(LAND), DATE, dtype=object)),
    }
    values |= {name: (values[name][0], changed) for name, changed in changes.items()}
    columns = tuple(
        Column(name, kind, np.asarray(array)[rows]) for name, (kind, array) in values.items() if name not in without
    )
    write(path, [Table("hexagonen", columns, "Polygon", polygon_wkb(grid.boundaries(LAND.cells[rows])))])
    return path


@pytest.fixture(scope="module")
def layer(tmp_path_factory):
    return hexagons(tmp_path_factory.mktemp("hex") / "hex.gpkg")


def table(path, name="hotspots"):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute(f"SELECT * FROM {name}")]


def runs(path, name="hotspots"):
    rows = [row for row in table(path, "herkomst") if row["laag"] == name and row["bron"] == "Toets hotspots"]
    return [row["query"] for row in rows]


# Results ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["ring_poisson", "gi_star", "scan"])
def test_a_planted_cluster_becomes_hexagons_and_an_area(algorithms, layer, tmp_path, method):
    out, areas = tmp_path / "uit.gpkg", tmp_path / "clusters.gpkg"
    results = run("hotspots", INPUT=layer, METHOD=method, OUTPUT=out, OUTPUT_CLUSTERS=areas)
    rows = {row["h3"]: row for row in table(out)}
    assert len(rows) == results["CELLS"] == len(LAND)
    middle = rows[f"{int(LAND.cells[MIDDLE]):x}"]
    assert middle["klasse"] == "duidelijk meer dan verwacht (q <= 1 %)"
    assert middle["opmerking"] == "van ons"
    assert middle["adressen"] == CASES[MIDDLE]
    assert 1 < middle["ondergrens"] < middle["verhouding"] < middle["bovengrens"]
    if method == "scan":
        members = [row for row in rows.values() if row["cluster"] == 1]
        assert {row["waargenomen"] for row in members} == {sum(row["adressen"] for row in members)}
        assert middle["toelichting"].startswith("In de cirkel waarin dit gebied ligt, zijn ")
    else:
        assert middle["waargenomen"] == CASES[PLANTED].sum()
        assert middle["verwacht"] == pytest.approx(CASES.sum() / HOMES.sum() * HOMES[PLANTED].sum())
        assert middle["toelichting"].startswith("In en rond dit gebied zijn ")
    found = table(areas, "clusters")
    assert len(found) == results["CLUSTERS"] > 0
    first = found[0]
    assert middle["cluster"] == first["rang"] == 1
    assert first["gemeentecodes"] == f"{WEST},{EAST}"
    assert f"{int(LAND.cells[MIDDLE]):x}" in first["h3_cellen"].split(",")
    assert first["waargenomen"] == first["adressen"] == first["registraties"] // 3
    assert "keer zoveel adressen met een RNI-registratie als verwacht, 80 %-interval" in first["toelichting"]
    assert f"method={method}" in runs(out)[0]
    assert f"method={method}" in runs(areas, "clusters")[0]


def test_what_was_not_tested_has_no_p(algorithms, tmp_path):
    few = np.where(np.arange(len(LAND)) == MIDDLE, 4, HOMES)
    gone = np.array([None if at == 0 else n for at, n in enumerate(CASES.tolist())], dtype=object)
    path = hexagons(tmp_path / "hex.gpkg", populatie=few, adressen=np.where(np.arange(len(LAND)) == MIDDLE, 0, gone))
    results = run("hotspots", INPUT=path, OUTPUT=tmp_path / "uit.gpkg")
    rows = table(tmp_path / "uit.gpkg")
    assert (rows[MIDDLE]["p"], rows[MIDDLE]["q"], rows[MIDDLE]["klasse"]) == (None, None, "te weinig gegevens")
    assert (rows[0]["waargenomen"], rows[0]["q"], rows[0]["klasse"]) == (None, None, "onbekend")
    assert results["UNKNOWN"] == 1


def test_homes_without_a_delivery_do_not_count(algorithms, tmp_path):
    half = HOMES // 2
    path = hexagons(tmp_path / "hex.gpkg", populatie=np.maximum(half, CASES))
    run("hotspots", INPUT=path, OUTPUT=tmp_path / "uit.gpkg")
    row = table(tmp_path / "uit.gpkg")[MIDDLE]
    homes_there = np.maximum(half, CASES)
    assert row["verwacht"] == pytest.approx(CASES.sum() / homes_there.sum() * homes_there[PLANTED].sum())
    assert row["rand"] == 1
    old = hexagons(tmp_path / "oud.gpkg", without=("populatie",))
    run("hotspots", INPUT=old, OUTPUT=tmp_path / "oud_uit.gpkg")
    assert table(tmp_path / "oud_uit.gpkg")[MIDDLE]["verwacht"] == pytest.approx(
        CASES.sum() / HOMES.sum() * HOMES[PLANTED].sum()
    )


def test_a_run_over_its_own_result_has_each_field_once(algorithms, layer, tmp_path):
    run("hotspots", INPUT=layer, OUTPUT=tmp_path / "een.gpkg")
    run("hotspots", INPUT=tmp_path / "een.gpkg", OUTPUT=tmp_path / "twee.gpkg")
    one, two = (table(tmp_path / f"{name}.gpkg") for name in ("een", "twee"))
    assert sorted(one[0]) == sorted(two[0])
    assert [row["q"] for row in one] == [row["q"] for row in two]


# Region -------------------------------------------------------------------------------------------------------------


def municipalities(path, in_regio=True):
    x, y = grid.centres(LAND.cells)
    middle = (x[CODES == WEST].max() + x[CODES == EAST].min()) / 2
    sides = shapely.box([x.min() - 900, middle], y.min() - 900, [middle, x.max() + 900], y.max() + 900)
    columns = [Column("gemeentecode", "text", [WEST, EAST]), Column("gemeentenaam", "text", ["Proefwest", "Proefoost"])]
    columns += [Column("in_regio", "integer", [1, 0])] if in_regio else []
    write(path, [Table("gemeenten", tuple(columns), "MultiPolygon", to_wkb(sides))])
    return path


@pytest.mark.parametrize("how", ["in_regio", "name", "code", "code only"])
def test_the_guard_zone_counts_but_is_no_result(algorithms, layer, tmp_path, how):
    areas = municipalities(tmp_path / "gemeenten.gpkg", how == "in_regio")
    more = {"name": {"REGION": "proefwest"}, "code": {"REGION": WEST}, "code only": {"REGION": "GM9801"}}.get(how, {})
    more |= {} if how == "code only" else {"GEMEENTEN": areas}
    run("hotspots", INPUT=layer, OUTPUT=tmp_path / "heel.gpkg")
    results = run("hotspots", INPUT=layer, OUTPUT=tmp_path / "deel.gpkg", **more)
    whole = {row["h3"]: row for row in table(tmp_path / "heel.gpkg")}
    part = table(tmp_path / "deel.gpkg")
    assert {row["gemeentecodes"] for row in part} == {WEST}
    assert len(part) == results["CELLS"] == int((CODES == WEST).sum())
    assert results["TESTED"] == sum(row["q"] is not None for row in part) < len(whole)
    for row in part:
        assert row["verwacht"] == pytest.approx(whole[row["h3"]]["verwacht"])
        assert row["p"] == whole[row["h3"]]["p"]


# Other grids --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def points(tmp_path_factory):
    """Homes on the middles of the hexagons two resolutions down, the first of each with registrations."""
    import h3.api.basic_int as h3

    folder, chance = tmp_path_factory.mktemp("punten"), np.random.default_rng(3)
    cells, codes, taken = [], [], []
    for cell, code, n, k in zip(LAND.cells.tolist(), CODES.tolist(), HOMES.tolist(), CASES.tolist()):
        inside = h3.cell_to_children(cell, 10)
        cells += chance.choice(inside, n).tolist()
        codes += [code] * n
        taken += [1] * k + [0] * (n - k)
    x, y = grid.centres(np.array(cells, dtype=np.uint64))
    taken, codes = np.array(taken, dtype=bool), np.array(codes, dtype=object)
    for name, rows, extra in (("woningen", slice(None), []), ("adressen", taken, ["registraties"])):
        columns = [Column("gemeentecode", "text", codes[rows])]
        columns += [Column(field, "integer", np.full(int(taken.sum()), 2)) for field in extra]
        write(folder / f"{name}.gpkg", [Table(name, tuple(columns), "Point", point_wkb(x[rows], y[rows]))])
    return folder


def test_with_points_the_grid_one_resolution_down_is_looked_at_too(algorithms, points, tmp_path):
    given = {"POINTS": points / "adressen.gpkg", "DWELLINGS": points / "woningen.gpkg"}
    run("h3aggregeren", INPUT=given["POINTS"], DWELLINGS=given["DWELLINGS"], OUTPUT=tmp_path / "hex.gpkg")
    listening = Listening()
    files = {"OUTPUT": tmp_path / "uit.gpkg", "OUTPUT_CLUSTERS": tmp_path / "c.gpkg"}
    results = run("hotspots", listening, INPUT=tmp_path / "hex.gpkg", **given, **files)
    first = table(files["OUTPUT_CLUSTERS"], "clusters")[0]
    assert (first["fijner"], first["robuust"]) == (1, 1)
    assert "Ook gevonden op een grover of fijner raster." in first["toelichting"]
    assert results["ROBUST"] >= 1
    assert not [text for text in listening.warnings if "other addresses" in text]
    run("hotspots", INPUT=tmp_path / "hex.gpkg", **files)
    assert table(files["OUTPUT_CLUSTERS"], "clusters")[0]["fijner"] is None


def test_points_of_another_date_are_told(algorithms, layer, points, tmp_path):
    listening = Listening()
    other = hexagons(tmp_path / "hex.gpkg", adressen=CASES + 1)
    given = {"POINTS": points / "adressen.gpkg", "DWELLINGS": points / "woningen.gpkg"}
    run("hotspots", listening, INPUT=other, OUTPUT=tmp_path / "uit.gpkg", **given)
    assert any("other addresses than the hexagons" in text for text in listening.warnings)


# Runs ---------------------------------------------------------------------------------------------------------------


def test_runs_on_the_same_data_are_counted_whatever_the_grid_and_the_file(algorithms, points, tmp_path):
    given = {"INPUT": points / "adressen.gpkg", "DWELLINGS": points / "woningen.gpkg"}
    numbers, told = [], []
    for resolution, name in ((8, "a"), (7, "a"), (8, "b"), (9, "b")):
        grid_file = tmp_path / f"hex{resolution}.gpkg"
        run("h3aggregeren", **given, RESOLUTION=resolution, OUTPUT=grid_file)
        listening = Listening()
        results = run("hotspots", listening, INPUT=grid_file, OUTPUT=tmp_path / f"{name}.gpkg")
        numbers.append(results["RUN"])
        told.append(listening.told)
    assert np.diff(numbers).tolist() == [1, 1, 1]
    assert any(f"This is run {numbers[-1]} on this region and reference date" in text for text in told[-1])
    for name, own in (("a", numbers[:2]), ("b", numbers[2:])):
        assert [text.split(";")[0] for text in runs(tmp_path / f"{name}.gpkg")] == [f"run {n}" for n in own]
    assert "resolution=7" in runs(tmp_path / "a.gpkg")[1]
    assert "tests=" in runs(tmp_path / "a.gpkg")[0]
    assert "seed=2026" in runs(tmp_path / "a.gpkg")[0]


def test_fewer_hexagons_or_homes_are_no_other_data(algorithms, tmp_path):
    most = np.arange(len(LAND)) != MIDDLE
    changes = (
        {},
        {"rows": most},
        {"verblijfsobjecten": HOMES // 2, "populatie": HOMES // 2},
        {"without": ("populatie",)},
    )
    numbers = []
    for at, change in enumerate(changes):
        path = hexagons(tmp_path / f"hex{at}.gpkg", **change)
        numbers.append(run("hotspots", INPUT=path, OUTPUT=tmp_path / f"{at}.gpkg")["RUN"])
    assert np.diff(numbers).tolist() == [1, 1, 1]
    later = hexagons(tmp_path / "later.gpkg", peildatum=np.full(len(LAND), "2031-01-01", dtype=object))
    assert run("hotspots", INPUT=later, OUTPUT=tmp_path / "later_uit.gpkg")["RUN"] < numbers[-1]
    nowhere = [
        hexagons(tmp_path / f"nergens{at}.gpkg", rows=rows, without=("gemeentecodes",))
        for at, rows in enumerate((slice(None), most))
    ]
    numbers = [run("hotspots", INPUT=path, OUTPUT=tmp_path / "nergens.gpkg")["RUN"] for path in nowhere]
    assert np.diff(numbers).tolist() == [1]


# What can't be used -------------------------------------------------------------------------------------------------


def test_without_homes_the_result_only_describes_and_says_so(algorithms, tmp_path):
    listening = Listening()
    path = hexagons(tmp_path / "hex.gpkg", without=("verblijfsobjecten", "populatie"))
    files = {"OUTPUT": tmp_path / "uit.gpkg", "OUTPUT_CLUSTERS": tmp_path / "c.gpkg"}
    results = run("hotspots", listening, INPUT=path, **files)
    rows = table(files["OUTPUT"])
    assert len(rows) == len(LAND)
    assert {row["klasse"] for row in rows} == {"te weinig gegevens"}
    assert rows[MIDDLE]["waargenomen"] == CASES[PLANTED].sum()
    assert {row["verwacht"] for row in rows} == {row["q"] for row in rows} == {None}
    assert any("no BAG objects" in text for text in listening.warnings)
    assert table(files["OUTPUT_CLUSTERS"], "clusters") == []
    assert results["TESTED"] == 0


def test_too_few_hexagons_are_said_to_be_too_few(algorithms, tmp_path):
    listening = Listening()
    path = hexagons(tmp_path / "hex.gpkg", rows=slice(0, 5))
    run("hotspots", listening, INPUT=path, OUTPUT=tmp_path / "uit.gpkg")
    assert [row["klasse"] for row in table(tmp_path / "uit.gpkg")] == ["te weinig gegevens"] * 5
    assert any("Too few hexagons or addresses" in text for text in listening.warnings)


def text_array(**changes):
    names = grid.names(LAND.cells)
    for at, value in changes.items():
        names[int(at[1:])] = value
    return names


def elsewhere(resolution):
    """Cells in the middle of America."""
    import h3.api.basic_int as h3

    middle = h3.latlng_to_cell(40.0, -100.0, resolution)
    return grid.names(np.array(sorted(h3.grid_disk(middle, 8)), dtype=np.uint64))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"without": ("h3",)}, "has no field h3; its fields are"),
        ({"without": ("adressen",)}, "has no field adressen; its fields are"),
        ({"h3": text_array(_3="geen cel", _4="")}, "2 of its 217 values of h3 are no H3 cell"),
        ({"h3": text_array(_3=grid.names(LAND.cells)[7])}, "1 hexagons are in it more than once"),
        ({"h3": text_array(_3="871fa4ad8ffffff")}, "hexagons of several resolutions (7, 8)"),
        ({"peildatum": np.array([DATE] * 216 + ["2025-07-01"], dtype=object)}, "more than one reference date"),
        ({"rows": slice(0, 0)}, "it is empty"),
        ({"h3": elsewhere(8)}, "217 of its 217 hexagons lie far from the Netherlands"),
        ({"h3": elsewhere(12)}, "its resolution is 12, and only 5 to 11 can be used"),
        ({"h3": elsewhere(4)}, "its resolution is 4, and only 5 to 11 can be used"),
    ],
)
def test_a_layer_that_is_no_hexagons_is_refused_in_one_sentence(algorithms, tmp_path, changes, sentence):
    path = hexagons(tmp_path / "hex.gpkg", **changes)
    with pytest.raises(QgsProcessingException) as refused:
        run("hotspots", INPUT=path, OUTPUT=tmp_path / "uit.gpkg")
    assert sentence in str(refused.value)
    assert not (tmp_path / "uit.gpkg").exists()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"REGION": "9899"}, "REGION names 9899"),
        ({"REGION": "Proefwest"}, "REGION names PROEFWEST"),
        ({"METHOD": "gi_star", "PERMUTATIONS": 999}, "can't serve 217 tests"),
        ({"METHOD": "scan", "PERMUTATIONS": 5}, "the scan needs at least 19"),
        ({"FDR": 0.3}, "FDR"),
    ],
)
def test_settings_that_can_not_work_are_refused(algorithms, layer, tmp_path, more, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run("hotspots", INPUT=layer, OUTPUT=tmp_path / "uit.gpkg", **more)


def test_numbers_that_can_not_be_are_unknown_and_told(algorithms, tmp_path):
    listening = Listening()
    strange = CASES.copy()
    strange[0] = -3
    path = hexagons(
        tmp_path / "hex.gpkg", adressen=strange, populatie=np.where(np.arange(len(LAND)) == MIDDLE, 1, HOMES)
    )
    run("hotspots", listening, INPUT=path, OUTPUT=tmp_path / "uit.gpkg")
    assert table(tmp_path / "uit.gpkg")[0]["klasse"] == "onbekend"
    assert any("1 hexagons have a number of addresses that can't be used" in text for text in listening.warnings)
    assert any("1 hexagons have more addresses with registrations than homes" in text for text in listening.warnings)


def test_addresses_where_nobody_lives_are_told(algorithms, tmp_path):
    listening = Listening()
    nobody = np.arange(len(LAND)) == MIDDLE
    path = hexagons(tmp_path / "hex.gpkg", populatie=np.where(nobody, 0, HOMES), adressen=np.where(nobody, 7, CASES))
    run("hotspots", listening, INPUT=path, OUTPUT=tmp_path / "uit.gpkg")
    assert any("7 addresses with registrations lie in hexagons without homes" in text for text in listening.warnings)


def test_another_grid_that_can_not_be_tested_is_a_warning_and_no_end(algorithms, points, tmp_path, monkeypatch):
    from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters import hotspots

    monkeypatch.setattr(hotspots, "MOST_PERMUTATIONS", 250_000)
    given = {"POINTS": points / "adressen.gpkg", "DWELLINGS": points / "woningen.gpkg"}
    run("h3aggregeren", INPUT=given["POINTS"], DWELLINGS=given["DWELLINGS"], OUTPUT=tmp_path / "hex.gpkg")
    listening = Listening()
    files = {"OUTPUT": tmp_path / "uit.gpkg", "OUTPUT_CLUSTERS": tmp_path / "c.gpkg"}
    run("hotspots", listening, INPUT=tmp_path / "hex.gpkg", METHOD="gi_star", FDR=0.001, **given, **files)
    assert table(files["OUTPUT_CLUSTERS"], "clusters")[0]["fijner"] is None
    assert any("The grid of resolution 9" in text for text in listening.warnings)


# Map ----------------------------------------------------------------------------------------------------------------


def styled(path, name, style):
    from qgis.core import QgsVectorLayer

    opened = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    assert opened.loadNamedStyle(str(ROOT / "styles" / f"{style}.qml"))[1]
    return opened


def evaluated(layer, feature):
    """Labels of the rules that draw a feature, and its map tip."""
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils

    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.layerScope(layer))
    context.setFeature(feature)
    rules = layer.renderer().rootRule().children() if layer.renderer().type() == "RuleRenderer" else []
    drawn = [rule.label() for rule in rules if QgsExpression(rule.filterExpression()).evaluate(context)]
    return drawn, QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


@pytest.mark.parametrize(("uncertain", "shown"), [(1, True), (0, False), (None, False)])
def test_what_is_uncertain_is_drawn_and_told_as_such(algorithms, layer, tmp_path, uncertain, shown):
    run("hotspots", INPUT=layer, OUTPUT=tmp_path / "uit.gpkg")
    opened = styled(tmp_path / "uit.gpkg", "hotspots", "hotspots")
    feature = next(opened.getFeatures("klasse LIKE 'duidelijk meer%'"))
    feature["onzeker"] = uncertain
    drawn, tip = evaluated(opened, feature)
    assert ("onzeker: minder dan 4 adressen" in drawn) == shown
    assert ("Onzeker: er zijn minder dan 4 adressen geteld." in tip) == shown


@pytest.mark.parametrize("style", ["hexagonen", "hexagonen_aantal"])
def test_a_share_is_shown_with_its_interval_where_the_layer_has_it(algorithms, points, tmp_path, style):
    given = {"INPUT": points / "adressen.gpkg", "DWELLINGS": points / "woningen.gpkg"}
    run("h3aggregeren", **given, OUTPUT=tmp_path / "hex.gpkg")
    opened = styled(tmp_path / "hex.gpkg", "hexagonen", style)
    feature = next(opened.getFeatures("adressen > 0"))
    feature["adressen"] = 5  # of fewer a map tip says no share
    low, high = (f"{100 * feature[name]:.1f}" for name in ("aandeel_ondergrens", "aandeel_bovengrens"))
    assert f"(80 %-interval {low}-{high})" in evaluated(opened, feature)[1].replace(",", ".")
    del opened, feature
    with sqlite3.connect(tmp_path / "hex.gpkg") as database:
        for field in ("aandeel_ondergrens", "aandeel_bovengrens"):
            database.execute(f"ALTER TABLE hexagonen DROP COLUMN {field}")
    old = styled(tmp_path / "hex.gpkg", "hexagonen", style)
    tip = evaluated(old, next(old.getFeatures("adressen > 0")))[1]
    assert "BAG-adressen een of meer RNI-registraties" in tip
    assert "interval" not in tip
