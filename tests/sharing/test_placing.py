"""A result in a project that is open: beside others, replaceable, and without a trace on what the user has there."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsLayerTree,
    QgsLayerTreeModel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsMapThemeCollection,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from qgis.PyQt.QtGui import QColor

from arbeidsmigratie.arbeidsmigratie_plugin.core import errors
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.map_file import Background
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.placing import place_result, release_result, show_theme
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write
from tests import made
from tests.sharing.results import change, hexagons, write_result

TILES = Background("BRT", "https://example.org/EPSG:3857/{z}/{x}/{y}.png", 6, 19, "Van iemand")


@pytest.fixture
def project(qgis_app):
    """A project with a group and a layer of the user."""
    mine = QgsProject()
    group = mine.layerTreeRoot().addGroup("Van mij")
    layer = QgsVectorLayer("Point?crs=EPSG:28992", "Mijn punten", "memory")
    mine.addMapLayer(layer, False)
    group.addLayer(layer)
    group.setExpanded(False)
    yield mine
    mine.clear()


@pytest.fixture
def workspace(tmp_path) -> Path:
    return write_result(tmp_path / "regiobeeld_2026-07-01.gpkg", "2026-07-01")


def names(project):
    return [node.name() for node in project.layerTreeRoot().children()]


def state(project):
    """What a user has chosen: what is on and what is open."""
    found = [*project.layerTreeRoot().findGroups(True), *project.layerTreeRoot().findLayers()]
    return {node.name(): (node.itemVisibilityChecked(), node.isExpanded()) for node in found}


def test_a_result_comes_in_a_group_of_its_own(project, workspace):
    before = state(project)
    placed = place_result(project, workspace, "Regio", TILES)
    assert names(project) == ["Regiobeeld 2026-07-01", "Van mij", "Achtergrond"]
    assert placed.group == "Regiobeeld 2026-07-01" and placed.peildatum == "2026-07-01"
    assert placed.themes == ("Overzicht 2026-07-01", "Hotspots 2026-07-01")
    assert placed.layouts == ("Regiobeeld A3 2026-07-01", "Atlas per gemeente A3 2026-07-01")
    assert set(placed.themes) == set(project.mapThemeCollection().mapThemes())
    assert project.mapLayer(placed.layers["hexagonen"]).featureCount() == 4
    assert {name: state(project)[name] for name in before} == before
    assert project.crs().authid() == "EPSG:28992" and not project.title()


def test_two_dates_stand_side_by_side(project, workspace, tmp_path):
    first = place_result(project, workspace, "Regio", TILES)
    project.layerTreeRoot().findGroup(first.group).setItemVisibilityChecked(False)
    second = place_result(project, write_result(tmp_path / "later.gpkg", "2027-01-01"), "Regio", TILES)
    assert names(project) == ["Regiobeeld 2027-01-01", "Regiobeeld 2026-07-01", "Van mij", "Achtergrond"]
    assert not project.layerTreeRoot().findGroup(first.group).itemVisibilityChecked()
    assert len(project.layerTreeRoot().findGroup("Achtergrond").findLayers()) == 1
    shown = project.mapThemeCollection().mapThemeVisibleLayerIds(second.themes[0])
    assert second.layers["hexagonen"] in shown and not set(first.layers.values()) & set(shown)


def test_the_same_date_of_another_file_gets_a_number(project, workspace, tmp_path):
    place_result(project, workspace, "Regio")
    placed = place_result(project, write_result(tmp_path / "ander.gpkg", "2026-07-01"), "Regio")
    assert placed.group == "Regiobeeld 2026-07-01 (2)" and placed.themes[0] == "Overzicht 2026-07-01 (2)"


def test_placing_again_replaces_what_was_there_and_keeps_its_place(project, workspace):
    place_result(project, workspace, "Regio")
    root = project.layerTreeRoot()
    group = root.findGroup("Regiobeeld 2026-07-01")
    moved = group.clone()
    root.insertChildNode(2, moved)
    root.removeChildNode(group)
    moved.setExpanded(False)
    moved.setItemVisibilityChecked(False)
    before = len(project.mapLayers())
    place_result(project, workspace, "Regio")
    assert names(project) == ["Van mij", "Regiobeeld 2026-07-01"]
    again = root.findGroup("Regiobeeld 2026-07-01")
    assert not again.isExpanded() and not again.itemVisibilityChecked()
    assert len(project.mapLayers()) == before
    assert len(project.layoutManager().printLayouts()) == 2


def test_a_released_file_is_open_nowhere_and_nothing_of_it_is_left(project, workspace):
    before = state(project)
    place_result(project, workspace, "Regio")
    assert release_result(project, workspace) == ()
    assert state(project) == before and names(project) == ["Van mij"]
    assert project.mapThemeCollection().mapThemes() == [] and project.layoutManager().printLayouts() == []
    held = [one.readlink() for one in Path("/proc/self/fd").iterdir() if one.is_symlink()]
    assert held and not [path for path in held if str(path).startswith(str(workspace))]


def test_a_group_that_the_user_took_away_leaves_room_for_the_next(project, workspace):
    place_result(project, workspace, "Regio")
    root = project.layerTreeRoot()
    group = root.findGroup("Regiobeeld 2026-07-01")
    project.removeMapLayers([node.layerId() for node in group.findLayers()])
    root.removeChildNode(group)
    placed = place_result(project, workspace, "Regio")
    assert placed.layouts == ("Regiobeeld A3 2026-07-01", "Atlas per gemeente A3 2026-07-01")
    assert len(project.layoutManager().printLayouts()) == 2
    project.layoutManager().layoutByName(placed.layouts[1]).atlas().beginRender()


def test_layers_of_the_user_from_the_same_file_stay_and_are_named(project, workspace):
    place_result(project, workspace, "Regio")
    group = project.layerTreeRoot().findGroup("Regiobeeld 2026-07-01")
    inside = QgsVectorLayer("Point?crs=EPSG:28992", "Erbij gezet", "memory")
    project.addMapLayer(inside, False)
    group.addLayer(inside)
    own = QgsVectorLayer(f"{workspace}|layername=hexagonen", "Eigen kijk", "ogr")
    project.addMapLayer(own)
    assert release_result(project, workspace) == ("Eigen kijk",)
    assert {layer.name() for layer in project.mapLayers().values()} == {"Mijn punten", "Eigen kijk", "Erbij gezet"}


def test_a_file_without_results_leaves_the_project_and_the_earlier_result_alone(project, workspace, tmp_path):
    place_result(project, workspace, "Regio")
    before, layers = state(project), set(project.mapLayers())
    with pytest.raises(errors.LayerMissingError):
        place_result(project, made.write_bag(tmp_path / "bag.gpkg"), "Regio")
    workspace.write_bytes(b"kapot")
    with pytest.raises(errors.LayerMissingError):
        place_result(project, workspace, "Regio")
    assert state(project) == before and set(project.mapLayers()) == layers


def test_a_theme_switches_our_layers_only(project, workspace):
    placed = place_result(project, workspace, "Regio", TILES)
    root = project.layerTreeRoot()
    before = state(project)["Van mij"], state(project)["Mijn punten"], state(project)["BRT"]
    show_theme(project, "Hotspots 2026-07-01")
    assert root.findLayer(placed.layers["clusters"]).isVisible()
    assert not root.findLayer(placed.layers["hexagonen"]).isVisible()
    assert (state(project)["Van mij"], state(project)["Mijn punten"], state(project)["BRT"]) == before
    show_theme(project, "bestaat niet")
    assert root.findLayer(placed.layers["clusters"]).isVisible()


# What the user made of it ------------------------------------------------------------------------------------------


def users_work(project, placed):
    """A theme, a layout with a map, an atlas and a legend, opacity, colour and visibility, all of the user."""
    root, layers = project.layerTreeRoot(), {kind: project.mapLayer(one) for kind, one in placed.layers.items()}
    layers["hexagonen"].setOpacity(0.35)
    layers["gemeenten"].renderer().symbol().setColor(QColor("#123456"))
    root.findLayer(placed.layers["clusters"]).setItemVisibilityChecked(True)
    themes = project.mapThemeCollection()
    state = QgsMapThemeCollection.createThemeFromCurrentState(root, QgsLayerTreeModel(root))
    themes.insert("Mijn kaart", state)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName("Mijn blad")
    shown = QgsLayoutItemMap(layout)
    shown.setKeepLayerSet(True)
    shown.setLayers([layers["clusters"], layers["gemeenten"]])
    legend = QgsLayoutItemLegend(layout)
    legend.setAutoUpdateModel(False)
    layout.addLayoutItem(shown)
    layout.addLayoutItem(legend)
    layout.atlas().setCoverageLayer(layers["gemeenten"])
    layout.atlas().setEnabled(True)
    project.layoutManager().addLayout(layout)


def seen_of_users_work(project):
    layout = project.layoutManager().layoutByName("Mijn blad")
    items = {type(item): item for item in layout.items()}
    legend = items[QgsLayoutItemLegend].model().rootGroup()
    by_title = {layer.name(): layer for layer in project.mapLayers().values()}
    tree = project.layerTreeRoot()
    return {
        "theme": sorted(
            (one.layer().id(), one.isVisible)
            for one in project.mapThemeCollection().mapThemeState("Mijn kaart").layerRecords()
        ),
        "map": [layer.id() for layer in items[QgsLayoutItemMap].layers()],
        "legend": sorted((node.layerId(), node.layer() is not None) for node in legend.findLayers()),
        "atlas": (layout.atlas().coverageLayer().id(), layout.atlas().enabled()),
        "opacity": {title: layer.opacity() for title, layer in by_title.items()},
        "colour": by_title["Gemeenten"].renderer().symbol().color().name(),
        "on": {title: tree.findLayer(layer).itemVisibilityChecked() for title, layer in by_title.items()},
    }


@pytest.mark.parametrize("between", ["nothing", "release", "release twice", "saved"])
def test_what_the_user_made_of_a_result_is_there_again(project, workspace, tmp_path, between):
    users_work(project, place_result(project, workspace, "Regio"))
    before = seen_of_users_work(project)
    assert before["opacity"]["Gemeenten"] == 1 and before["colour"] == "#123456" and len(before["map"]) == 2
    for _ in range({"nothing": 0, "release twice": 2}.get(between, 1)):
        release_result(project, workspace)
    if between == "saved":
        assert project.write(str(tmp_path / "mijn.qgs")) and project.read(str(tmp_path / "mijn.qgs"))
    write_result(workspace, "2026-07-01")
    placed = place_result(project, workspace, "Regio")
    after = seen_of_users_work(project)
    if between == "saved":  # layers in memory are not saved
        for part in ("opacity", "on"):
            before[part].pop("Mijn punten"), after[part].pop("Mijn punten", None)
        before["theme"] = [one for one in before["theme"] if one[0] in placed.layers.values()]
        after["theme"] = [one for one in after["theme"] if one[0] in placed.layers.values()]
    assert after == before
    project.mapThemeCollection().applyTheme("Mijn kaart", project.layerTreeRoot(), QgsLayerTreeModel(QgsLayerTree()))


def test_what_is_not_in_the_new_result_is_gone_and_what_is_new_is_added(project, workspace):
    users_work(project, place_result(project, workspace, "Regio", None))
    release_result(project, workspace)
    write_result(workspace, "2026-07-01", change("2026-07-01"))
    placed = place_result(project, workspace, "Regio")
    assert "verplaatsing" in placed.layers and len(seen_of_users_work(project)["map"]) == 2
    release_result(project, workspace)
    write(workspace, [hexagons("2026-07-01")])
    place_result(project, workspace, "Regio")
    layout = project.layoutManager().layoutByName("Mijn blad")
    (shown,) = (item for item in layout.items() if isinstance(item, QgsLayoutItemMap))
    assert len(shown.layers()) <= 1


# Time --------------------------------------------------------------------------------------------------------------


def features(layer, begin, end):
    """How many features the temporal controller leaves of a layer in a period."""
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    period = QgsDateTimeRange(QDateTime(begin, QTime(0, 0)), QDateTime(end, QTime(0, 0)))
    return sum(1 for _ in layer.getFeatures(layer.temporalProperties().createFilterString(context, period)))


def test_the_temporal_controller_steps_from_date_to_date(project, workspace, tmp_path):
    first = place_result(project, workspace, "Regio")
    second = place_result(project, write_result(tmp_path / "later.gpkg", "2027-01-01"), "Regio")
    settings = project.timeSettings()
    assert settings.temporalRange().begin().date() == QDate(2026, 7, 1)
    assert settings.temporalRange().end().date() == QDate(2027, 1, 1)
    assert settings.timeStep() == 6
    early, late = (project.mapLayer(placed.layers["hexagonen"]) for placed in (first, second))
    assert early.temporalProperties().isActive()
    half_years = [QDate(2026, 1, 1), QDate(2026, 7, 1), QDate(2027, 1, 1), QDate(2027, 7, 1)]
    steps = [(features(early, *step), features(late, *step)) for step in zip(half_years, half_years[1:])]
    assert steps == [(0, 0), (4, 0), (0, 4)]


def test_without_a_date_a_layer_knows_no_time_and_stays(project, workspace):
    placed = place_result(project, workspace, "Regio")
    areas = project.mapLayer(placed.layers["gemeenten"])
    assert not areas.temporalProperties().isActive()
    mode = project.mapLayer(placed.layers["hexagonen"]).temporalProperties().mode()
    assert mode == Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions
