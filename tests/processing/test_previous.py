"""The map of an earlier date beside a new one, and the addresses of location lists in the workspace."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from contextlib import closing

import pytest
from qgis.core import QgsLayoutItemMap, QgsProcessingException, QgsProject

from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import point_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sharing import layers
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.overview import overviews
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.project import CONFIDENTIAL
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import add_layers
from tests import made
from tests.made import EAST, WEST, row
from tests.processing.inside import Listening, run
from tests.processing.test_heatmapexport import POINTS, algorithms, export, files  # noqa: F401
from tests.sharing.results import change

FIRST, SECOND = "2025-07-01", "2026-07-01"

#: House numbers with registrations at each date, by municipality.
NUMBERS = {
    FIRST: {WEST: range(1, 31), EAST: range(61, 81)},
    SECOND: {WEST: range(6, 51), EAST: range(61, 81)},
}


def delivery(folder, day, codes=(WEST, EAST), extra=()):
    name = f"{day}_{'_'.join(codes)}.csv"
    rows = [row(n, n % 3, **{"16.09.10": code}) for code in codes for n in NUMBERS[day][code]]
    made.write_delivery(folder / name, [*rows, *extra])
    return folder / name


@pytest.fixture(scope="module")
def chain(algorithms, region):  # noqa: F811
    def done(folder, day, rni, feedback=None, **more):
        given = {
            "RNI": rni,
            "PEILDATUM": day,
            "BAG": region / "bag.gpkg",
            "GEMEENTEN": region / "gemeenten.gpkg",
            "RESOLUTION": 9,
            "MINIMUM_MATCHED": 0,
            "BACKGROUND": False,
            "FOLDER": folder,
            **more,
        }
        given = {name: value for name, value in given.items() if value is not None}
        return run("regiobeeld", feedback, **given)["WORKSPACE"]

    return done


@pytest.fixture(scope="module")
def earlier(chain, tmp_path_factory):
    folder = tmp_path_factory.mktemp("vorig")
    return chain(folder, FIRST, delivery(folder, FIRST))


class Telling(Listening):
    def __init__(self):
        super().__init__()
        self.infos = []

    def pushInfo(self, text):  # noqa: N802
        self.infos.append(text)


@pytest.fixture(scope="module")
def counted_file(algorithms, region, tmp_path_factory):  # noqa: F811
    """An output of 'rniinlezen', which has addresses and is no workspace."""
    folder = tmp_path_factory.mktemp("telling")
    run(
        "rniinlezen",
        INPUT=delivery(folder, FIRST),
        BAG=region / "bag.gpkg",
        PEILDATUM=FIRST,
        OUTPUT=folder / "telling.gpkg",
        OUTPUT_UNMATCHED=folder / "rest.gpkg",
    )
    return folder / "telling.gpkg"


def table(path, sql):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return database.execute(sql).fetchall()


def names(path):
    return {name for (name,) in table(path, "SELECT table_name FROM gpkg_contents")}


def copied(path, target, layer, sql):
    """A copy in which one layer was changed; its spatial index is of no use then."""
    shutil.copy(path, target)
    with closing(sqlite3.connect(target)) as database, database:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
        for (name,) in database.execute(triggers, (layer,)).fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        assert database.execute(sql).rowcount
    return target


# The change --------------------------------------------------------------------------------------------------------


def test_the_change_is_what_verplaatsing_says_of_both_maps(chain, earlier, tmp_path):
    workspace = chain(tmp_path, SECOND, delivery(tmp_path, SECOND), PREVIOUS=earlier)
    areas = f"{workspace}|layername=gemeenten"
    run("verplaatsing", T1=earlier, T2=workspace, GEMEENTEN=areas, OUTPUT=tmp_path / "v.gpkg")
    found = table(workspace, "SELECT * FROM verplaatsing ORDER BY gemeentecode")
    assert found == table(tmp_path / "v.gpkg", "SELECT * FROM verplaatsing ORDER BY gemeentecode")
    counts = table(workspace, "SELECT gemeentecode, n1, n2, verschenen, verdwenen, vergelijkbaar FROM verplaatsing")
    assert sorted(counts) == [(WEST, 30, 45, 20, 5, "groen"), (EAST, 20, 20, 0, 0, "groen")]
    dates = table(workspace, "SELECT DISTINCT peildatum_1, peildatum FROM verplaatsing")
    assert dates == [(FIRST, SECOND)]


def test_the_change_is_told_and_its_sources_are_kept(chain, earlier, tmp_path):
    told = Telling()
    workspace = chain(tmp_path, SECOND, delivery(tmp_path, SECOND), told, PREVIOUS=earlier)
    assert any("went from 50 to 65" in line for line in told.infos)
    assert any(line.startswith("Comparability:") for line in told.infos)
    rows = table(workspace, "SELECT bron, bestand, brondatum, query FROM herkomst WHERE laag = 'verplaatsing'")
    assert [found[:3] for found in rows] == [
        ("RNI-levering", earlier.rpartition("/")[2], FIRST),
        ("RNI-levering", None, SECOND),
    ]
    assert all("MEASURE adressen" in found[3] and "poort groen" in found[3] for found in rows)
    assert len(table(workspace, "SELECT * FROM herkomst WHERE laag = 'rni_adressen'")) == 1
    assert ("verplaatsing",) in table(workspace, "SELECT f_table_name FROM layer_styles")


def test_the_map_theme_shows_the_change(chain, earlier, tmp_path):
    chain(tmp_path, SECOND, delivery(tmp_path, SECOND), PREVIOUS=earlier)
    project = QgsProject()
    assert project.read(str(tmp_path / f"regiobeeld_{SECOND}.qgz"))
    theme = project.mapThemeCollection().mapThemeState("Verandering")
    shown = {record.layer().name() for record in theme.layerRecords()}
    assert {"Verandering per gemeente", "Gemeenten"} <= shown
    assert {one.code: one.change for one in overviews(project)[0].compared} == {WEST: 15, EAST: 0}
    project.clear()


def test_without_an_earlier_map_there_is_no_change(earlier):
    assert not {"verplaatsing", "locatielijst"} & names(earlier)


def test_only_what_was_delivered_at_both_dates_is_compared(chain, earlier, tmp_path):
    told = Telling()
    workspace = chain(tmp_path, SECOND, delivery(tmp_path, SECOND, [WEST]), told, PREVIOUS=earlier)
    assert [line for line in told.warnings if WEST in line and "both dates" in line and EAST not in line]
    found = table(workspace, "SELECT gemeentecode, n1, n2 FROM verplaatsing ORDER BY 1")
    assert found == [(WEST, 30, 45), (EAST, None, None)]
    (query,) = {
        query.partition("; ")[2][4:]
        for (query,) in table(workspace, "SELECT query FROM herkomst WHERE laag = 'verplaatsing'")
    }
    assert f"REGION {WEST};" in query


def test_a_municipality_without_any_delivery_is_on_the_map_as_unknown(chain, tmp_path):
    first = chain(tmp_path, FIRST, delivery(tmp_path, FIRST, [WEST]))
    workspace = chain(tmp_path, SECOND, delivery(tmp_path, SECOND, [WEST]), PREVIOUS=first)
    fields = "gemeentecode, gemeentenaam, n1, n2, lokale_verschuiving, geom IS NOT NULL"
    assert table(workspace, f"SELECT {fields} FROM verplaatsing ORDER BY 1")[1] == (
        EAST,
        "Proefoost",
        None,
        None,
        None,
        1,
    )


def test_where_the_gate_refuses_the_map_is_made_and_says_why(chain, earlier, tmp_path):
    poor = [row(n) for n in range(400, 420)]
    told = Telling()
    workspace = chain(tmp_path, SECOND, delivery(tmp_path, SECOND, extra=poor), told, PREVIOUS=earlier)
    assert "verplaatsing" not in names(workspace)
    assert "hexagonen" in names(workspace)
    (line,) = [line for line in told.warnings if line.startswith(f"The change since {FIRST} is not on the map.")]
    assert "points apart" in line
    assert not table(workspace, "SELECT * FROM herkomst WHERE laag = 'verplaatsing'")


def test_an_earlier_map_with_nothing_in_it_does_not_stop_the_map(chain, earlier, tmp_path):
    bare = copied(earlier, tmp_path / "leeg.gpkg", "rni_adressen", "DELETE FROM rni_adressen")
    told = Telling()
    workspace = chain(tmp_path / "uit", SECOND, delivery(tmp_path, SECOND), told, PREVIOUS=bare)
    assert "hexagonen" in names(workspace)
    assert "verplaatsing" not in names(workspace)
    (line,) = [line for line in told.warnings if line.startswith(f"The change since {FIRST} is not on the map.")]
    assert "no usable objects" in line


# What is refused ---------------------------------------------------------------------------------------------------


def refused(chain, folder, match, day=SECOND, **more):
    """Before anything is read: the delivery is not there."""
    with pytest.raises(QgsProcessingException, match=match) as caught:
        chain(folder / "uit", day, folder / "is_er_niet.csv", **more)
    assert not (folder / "uit").exists()
    assert str(caught.value).count("earlier map") <= 1


def test_a_map_of_the_same_or_a_later_date_is_refused(chain, earlier, tmp_path):
    for day in (FIRST, "2025-01-01"):
        refused(chain, tmp_path, f"its reference date {FIRST} is not before {day}", day, PREVIOUS=earlier)


def test_what_is_no_workspace_is_refused(chain, counted_file, region, tmp_path):
    wrong = tmp_path / "tekst.gpkg"
    wrong.write_text("geen geopackage")
    for file in (wrong, region / "gemeenten.gpkg", counted_file):
        refused(chain, tmp_path, f"{file.name} can't be the earlier map: it is not a workspace", PREVIOUS=file)
    refused(chain, tmp_path, "weg.gpkg", PREVIOUS=tmp_path / "weg.gpkg")


def test_a_map_of_another_region_is_refused(chain, earlier, tmp_path):
    sql = "UPDATE gemeenten SET gemeentecode = '0' || substr(gemeentecode, 2)"
    other = copied(earlier, tmp_path / "elders.gpkg", "gemeenten", sql)
    refused(chain, tmp_path, "it has no municipality of this region", PREVIOUS=other)
    refused(chain, tmp_path, "it has no municipality of this region", PREVIOUS=other, REGION=WEST)


def test_addresses_that_turn_out_to_be_of_an_earlier_date_are_refused(chain, earlier, counted_file, tmp_path):
    """Their date is in the layer, and not among the parameters."""
    with pytest.raises(QgsProcessingException, match=f"{FIRST} is not before {FIRST}"):
        chain(tmp_path / "uit", None, None, ADDRESSES=[str(counted_file)], PREVIOUS=earlier)
    assert not (tmp_path / "uit").exists()


# Location lists ----------------------------------------------------------------------------------------------------


def listed(region, folder, kind, numbers, persons=4):
    """A list of addresses, read."""
    lines = ["Straat;Huisnummer;Postcode;Woonplaats;Max personen;Bewoners;Datum;Geldig tot;Status;Houder"]
    for at, number in enumerate(numbers):
        last = row(number)[10]
        cells = ["Burgemeester Proefstraat", number, last, "Proefdorp", persons + at, 0, "2024-03-01", "2030-01-01"]
        lines.append(";".join(map(str, [*cells, "verleend", made.PERSONS[0][1]])))
    (folder / f"{kind}.csv").write_text("\n".join(lines), encoding="utf-8")
    run(
        "lijstinlezen",
        INPUT=folder / f"{kind}.csv",
        KIND=kind,
        BAG=region / "bag.gpkg",
        PEILDATUM=FIRST,
        OUTPUT=folder / f"{kind}.gpkg",
        OUTPUT_UNMATCHED=folder / f"{kind}_rest.gpkg",
    )
    return str(folder / f"{kind}.gpkg")


FIELDS = (
    "adresseerbaarobject_id, nummeraanduiding_id, gemeentecode, soort, aantal, datum, geldig_tot, status, regels, "
    "match_niveau, peildatum, geom"
)
ALL = f"SELECT {FIELDS} FROM locatielijst ORDER BY soort, adresseerbaarobject_id"


@pytest.fixture(scope="module")
def lists(algorithms, region, tmp_path_factory):  # noqa: F811
    folder = tmp_path_factory.mktemp("lijsten")
    kinds = {"vergunning": range(1, 4), "controle": [3, 5], "leegstand": [50, 51]}
    return {kind: listed(region, folder, kind, numbers) for kind, numbers in kinds.items()}


@pytest.fixture(scope="module")
def with_lists(chain, lists, tmp_path_factory):
    folder = tmp_path_factory.mktemp("met_lijsten")
    given = {"LISTS": [lists["vergunning"], lists["controle"]], "VACANT": lists["leegstand"]}
    return chain(folder, FIRST, delivery(folder, FIRST), **given)


def test_all_lists_are_in_the_workspace_as_they_were_read(with_lists, lists):
    expected = [found for kind in sorted(lists) for found in table(lists[kind], ALL)]
    assert len(expected) == 7
    assert table(with_lists, ALL) == expected
    fields = "PRAGMA table_info(locatielijst)"
    assert [f[1:3] for f in table(with_lists, fields)] == [f[1:3] for f in table(lists["controle"], fields)]


def test_their_sources_are_kept(with_lists):
    rows = table(with_lists, "SELECT bron, bestand, brondatum, rijen FROM herkomst WHERE laag = 'locatielijst'")
    assert ("Locatielijst vergunning", "vergunning.csv", FIRST, 3) in rows
    assert ("Locatielijst controle", "controle.csv", FIRST, 2) in rows
    assert [found[0] for found in rows][2:] == ["Locatielijst leegstand", "Kadaster, BAG"]


def test_a_list_as_a_plain_file_is_in_it_too_and_never_a_name(chain, lists, region, tmp_path):
    plain = lists["leegstand"].replace(".gpkg", ".csv")
    workspace = chain(tmp_path, FIRST, delivery(tmp_path, FIRST), VACANT=plain)
    assert table(workspace, ALL) == table(lists["leegstand"], ALL)
    for path in tmp_path.glob("regiobeeld*"):
        assert made.PERSONS[0][1].encode() not in path.read_bytes()


def test_a_list_that_is_given_twice_is_in_it_once(chain, lists, tmp_path):
    given = {"LISTS": [lists["leegstand"], lists["vergunning"]], "VACANT": lists["leegstand"]}
    workspace = chain(tmp_path, FIRST, delivery(tmp_path, FIRST), **given)
    assert table(workspace, "SELECT soort, count(*) FROM locatielijst GROUP BY 1 ORDER BY 1") == [
        ("leegstand", 2),
        ("vergunning", 3),
    ]


def test_vacancy_of_several_lists_is_seen_alike_however_they_are_given(chain, lists, region, tmp_path):
    (tmp_path / "meer").mkdir()
    more = listed(region, tmp_path / "meer", "leegstand", [61, 62])
    ways = {
        "samen": {"LISTS": [lists["leegstand"], more]},
        "apart": {"LISTS": [more], "VACANT": lists["leegstand"]},
    }
    found = {}
    for name, given in ways.items():
        workspace = chain(tmp_path / name, FIRST, delivery(tmp_path, FIRST), **given)
        found[name] = table(workspace, "SELECT adresseerbaarobject_id, klasse, bewijs FROM leegstand ORDER BY 1")
        empty = table(workspace, "SELECT count(*) FROM leegstand WHERE klasse IN (2, 4) AND bewoners = 0")
        assert empty == [(4,)]
        assert "Zonder locatielijsten" in found[name][0][2]  # vacancy says nothing of permits
    assert found["samen"] == found["apart"]


def test_vacancy_of_another_region_is_told_and_gives_no_layer(chain, lists, tmp_path):
    heard = Listening()
    given = {"LISTS": [lists["leegstand"]], "REGION": EAST}
    workspace = chain(tmp_path, FIRST, delivery(tmp_path, FIRST, [EAST]), heard, **given)
    assert "leegstand" not in names(workspace)
    assert "Not one vacant object of the location lists" in "\n".join(heard.warnings)


def test_a_list_of_another_region_gives_no_layer(chain, lists, tmp_path):
    workspace = chain(tmp_path, FIRST, delivery(tmp_path, FIRST, [EAST]), LISTS=[lists["vergunning"]], REGION=EAST)
    assert "locatielijst" not in names(workspace)
    assert not table(workspace, "SELECT * FROM herkomst WHERE laag = 'locatielijst'")


def test_the_project_keeps_them_confidential_and_off(with_lists):
    project = QgsProject()
    assert project.read(with_lists.replace(".gpkg", ".qgz"))
    (layer,) = project.mapLayersByName("Adressen op locatielijsten")
    node = project.layerTreeRoot().findLayer(layer)
    assert node.parent().name() == CONFIDENTIAL
    assert not node.isVisible() and not node.itemVisibilityChecked()
    themes = project.mapThemeCollection()
    for theme in themes.mapThemes():
        assert layer not in themes.mapThemeVisibleLayers(theme)
    for layout in project.layoutManager().printLayouts():
        maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
        assert maps and all(layer not in item.layersToRender() for item in maps)
    assert [one.capacity for one in overviews(project)] == [4 + 5 + 6]
    project.clear()


def test_the_map_project_can_be_made_again(with_lists, tmp_path):
    workspace = shutil.copy(with_lists, tmp_path / "w.gpkg")
    run("kaartproject", WORKSPACE=workspace, BACKGROUND=False, OUTPUT=tmp_path / "w.qgz")
    assert (tmp_path / "w.qgz").is_file()


def test_no_list_gets_into_a_partner_package(export, files, tmp_path):  # noqa: F811
    """The package of a workspace with lists and a change is that of one without, to the layer and the number."""
    plain, full = tmp_path / "plain.gpkg", tmp_path / "full.gpkg"
    shutil.copy(files / "adressen.gpkg", plain)
    shutil.copy(files / "adressen.gpkg", full)
    x, y, _, ids = POINTS
    known = (
        ("adresseerbaarobject_id", ids),
        ("soort", ["studentenhuisvesting"] * len(x)),
        ("status", ["verleend"] * len(x)),
    )
    columns = tuple(Column(name, "text", values) for name, values in known)
    sources = [layers.provenance("locatielijst", "Locatielijst vergunning", 9, address="geheim.csv")]
    add_layers(full, [Table("locatielijst", columns, "Point", point_wkb(x, y)), change(SECOND)])
    add_layers(full, [layers.provenance_table(sources)])
    packages = {}
    for path in (plain, full):
        result = export(path.stem, INPUT=None, WORKSPACE=path)
        packages[path] = tmp_path / path.stem
        assert result["REGIONS"] > 0
    inside = {file.name for file in packages[plain].iterdir()}
    assert inside == {file.name for file in packages[full].iterdir()}
    for file in packages[full].iterdir():
        content = unpacked(file)
        for word in (b"locatielijst", b"studentenhuisvesting", b"verleend", b"geheim.csv", b"Locatielijst"):
            assert word not in content, (file.name, word)
        if file.suffix == ".gpkg":
            twin = packages[plain] / file.name
            assert names(file) == names(twin)
            assert table(file, "SELECT * FROM heatmap") == table(twin, "SELECT * FROM heatmap")


def unpacked(file):
    if file.suffix != ".qgz":
        return file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        return b"".join(map(archive.read, archive.namelist()))
