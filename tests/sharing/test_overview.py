"""What a viewer is told of a project: numbers as they are, unknown as unknown, of any project with our layers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from qgis.core import QgsProject, QgsVectorLayer

from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.layout import add_layout
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.overview import Overview, overviews
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.placing import place_result
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.project import MapProject
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write
from tests.sharing import results
from tests.sharing.results import permits, write_result


@pytest.fixture
def project(qgis_app):
    opened = QgsProject()
    yield opened
    opened.clear()


def only(project) -> Overview:
    (found,) = overviews(project)
    return found


def test_the_numbers_of_a_result(project, tmp_path):
    place_result(project, write_result(tmp_path / "a.gpkg", "2026-07-01"), "Regio")
    found = only(project)
    assert (found.label, found.peildatum) == ("2026-07-01", "2026-07-01")
    assert (found.municipalities, found.delivered, found.published, found.linked) == (3, 2, None, 93.48)
    assert (found.registrations, found.addresses, found.clusters, found.rounded) == (43, 14, 1, False)
    assert found.capacity is None
    assert dict(found.themes) == {"Overzicht": "Overzicht 2026-07-01", "Hotspots": "Hotspots 2026-07-01"}
    assert found.layouts == ("Regiobeeld A3 2026-07-01", "Atlas per gemeente A3 2026-07-01")


def test_a_project_file_of_a_colleague_reads_the_same(project, tmp_path):
    made = MapProject(write_result(tmp_path / "a.gpkg", "2026-07-01"), "Regio")
    add_layout(made)
    made.write(tmp_path / "a.qgz")
    made.project.clear()
    assert project.read(str(tmp_path / "a.qgz"))
    for layer in project.mapLayers().values():
        layer.removeCustomProperty("arbeidsmigratie/kind")  # as an earlier version made it
    found = only(project)
    assert (found.label, found.registrations, found.delivered) == ("", 43, 2)
    assert list(found.themes) == ["Overzicht", "Hotspots"]


def test_municipalities_compared_keep_unknown_apart_from_nothing(project, tmp_path):
    place_result(project, write_result(tmp_path / "a.gpkg", "2026-07-01"), "Regio")
    few, none, many = only(project).compared
    assert [one.name for one in (few, none, many)] == ["Oostwijk", "Stilland", "Westerveen"]
    assert (many.addresses, many.share, many.ratio, many.clusters) == (12, 1.2, (2.1, 1.4, 3.0), 1)
    assert (many.norm, many.permit, many.parks) == (10.0, True, "gedogen")
    assert (none.addresses, none.share, none.ratio, none.clusters, none.permit) == (None, None, None, None, None)
    assert few.permit is False and few.clusters == 0 and few.change is None


def test_everything_that_is_not_there_is_unknown(project, tmp_path):
    hexagons = results.hexagons("2026-07-01")
    unknown = [
        replace(column, unknown=np.ones(4, dtype=bool)) if column.name in ("adressen", "registraties") else column
        for column in hexagons.columns
    ]
    write(tmp_path / "kaal.gpkg", [replace(hexagons, columns=tuple(unknown))])
    place_result(project, tmp_path / "kaal.gpkg", "Regio")
    found = only(project)
    assert (found.registrations, found.addresses, found.delivered, found.municipalities) == (None,) * 4
    assert (found.linked, found.clusters, found.capacity, found.compared) == (None, None, None, ())


def test_permits_in_force_are_counted(project, tmp_path):
    place_result(project, write_result(tmp_path / "a.gpkg", "2026-07-01"), "Regio")
    write(tmp_path / "lijst.gpkg", [permits("2026-07-01")])
    project.addMapLayer(QgsVectorLayer(f"{tmp_path / 'lijst.gpkg'}|layername=locatielijst", "Vergund", "ogr"))
    assert only(project).capacity == 20


def test_a_permit_on_two_lists_counts_once(project, tmp_path):
    place_result(project, write_result(tmp_path / "a.gpkg", "2026-07-01"), "Regio")
    for name, addresses in (("een", "abcd"), ("twee", "ae" + "fg")):
        write(tmp_path / f"{name}.gpkg", [permits("2026-07-01", addresses)])
        project.addMapLayer(QgsVectorLayer(f"{tmp_path / name}.gpkg|layername=locatielijst", name, "ogr"))
    assert only(project).capacity == 20


def test_each_result_has_the_lists_and_the_change_of_its_own_file(project, tmp_path):
    old = [results.change("2025-07-01", (1, 1, 1)), permits("2025-07-01")]
    place_result(project, write_result(tmp_path / "oud.gpkg", "2025-07-01", *old), "Regio")
    place_result(project, write_result(tmp_path / "nieuw.gpkg", "2026-07-01", results.change("2026-07-01")), "Regio")
    new, before = overviews(project)
    assert (new.capacity, before.capacity) == (None, 20)
    assert [one.change for one in new.compared] == [-2, 0, 5]
    assert [one.change for one in before.compared] == [1, 1, 1]
    assert new.themes["Verandering"] == "Verandering 2026-07-01"


def test_a_comparison_in_a_file_of_its_own_goes_with_a_map_without_one(project, tmp_path):
    place_result(project, write_result(tmp_path / "a.gpkg", "2026-07-01"), "Regio")
    write(tmp_path / "v.gpkg", [results.change("2026-07-01")])
    project.addMapLayer(QgsVectorLayer(f"{tmp_path / 'v.gpkg'}|layername=verplaatsing", "v", "ogr"))
    found = next(one for one in overviews(project) if one.compared)
    assert [one.change for one in found.compared] == [-2, 0, 5]


def test_what_is_of_another_date_is_not_shown(project, tmp_path):
    place_result(project, write_result(tmp_path / "a.gpkg", "2026-07-01"), "Regio")
    write(tmp_path / "v.gpkg", [results.change("2025-07-01"), permits("2025-07-01")])
    for name in ("verplaatsing", "locatielijst"):
        project.addMapLayer(QgsVectorLayer(f"{tmp_path / 'v.gpkg'}|layername={name}", name, "ogr"))
    found = next(one for one in overviews(project) if one.peildatum == "2026-07-01")
    assert found.capacity is None
    assert {one.change for one in found.compared} == {None}


def test_a_change_comes_with_the_smaller_number_behind_it(project, tmp_path):
    changed = results.change("2026-07-01", (5, -9, -10))
    place_result(project, write_result(tmp_path / "a.gpkg", "2026-07-01", changed), "Regio")
    assert {one.name: one.least for one in only(project).compared} == {"Westerveen": 10, "Oostwijk": 1, "Stilland": 10}


def test_a_partner_package_without_addresses(project, tmp_path):
    shapes = results.hexagons("2026-07-01")
    columns = (
        Column("regio_id", "text", np.array(list("abcd"), dtype=object)),
        Column("waarde", "integer", np.array([40, 10, 0, 0]), np.array([False, False, True, True])),
        Column("klasse", "text", np.array(["x"] * 4, dtype=object)),
        Column("peildatum", "text", np.array(["2024-01-01"] * 4, dtype=object)),
    )
    said = (Column("sleutel", "text", ["peildatum"]), Column("waarde", "text", ["2026-07-01"]))
    path = tmp_path / "heatmap_x.gpkg"
    tables = [Table("heatmap", columns, "Polygon", shapes.wkb), Table("sdc_certificaat", said)]
    write(path, tables)
    for name in ("heatmap", "sdc_certificaat"):
        project.addMapLayer(QgsVectorLayer(f"{path}|layername={name}", name, "ogr"))
    found = only(project)
    assert (found.registrations, found.rounded, found.peildatum) == (50, True, "2026-07-01")
    assert (found.addresses, found.clusters, found.delivered) == (None, None, None)


def test_other_projects_have_nothing_of_ours(project, tmp_path):
    assert overviews(project) == ()
    write(tmp_path / "ander.gpkg", [Table("hexagonen", (Column("naam", "text", ["x"]),))])
    project.addMapLayer(QgsVectorLayer(f"{tmp_path / 'ander.gpkg'}|layername=hexagonen", "hexagonen", "ogr"))
    project.addMapLayer(QgsVectorLayer(str(tmp_path / "weg.gpkg"), "weg", "ogr"))
    assert overviews(project) == ()


def test_the_latest_date_comes_first(project, tmp_path):
    for day in ("2026-07-01", "2027-01-01", "2026-01-01"):
        place_result(project, write_result(tmp_path / f"{day}.gpkg", day), "Regio")
    assert [one.peildatum for one in overviews(project)] == ["2027-01-01", "2026-07-01", "2026-01-01"]
