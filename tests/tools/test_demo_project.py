"""The whole chain on the demo region: what stands out is in the workspace, the project and the numbers."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsProject

from arbeidsmigratie.arbeidsmigratie_plugin.core.area import area_of
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.layers import region_table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.objects import read_municipalities
from arbeidsmigratie.arbeidsmigratie_plugin.sources.vector import OgrLayer
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write
from tests.processing.conftest import qgis  # noqa: F401 (a fixture)

ABROAD = "Over de landsgrens: onbekend"
BORDERS = "Clusters over of bij een grens"
STATISTICS = ["Clusters: meer dan verwacht", "Meer adressen dan de woningen verklaren"]
HIGHLIGHTS = ["Leegstand en registraties", "Bezetting tegenover de norm", "Bedrijfswoningen", "Vakantieparken"]


@pytest.fixture(scope="module")
def outcome(qgis, demo, tmp_path_factory):  # noqa: F811
    """A run of 'regiobeeld' with everything that it can take."""
    given = {
        "RNI": demo.deliveries[-1].csv,
        "BAG": demo.bag,
        "GEMEENTEN": demo.gemeenten,
        "CONTEXT": demo.areas,
        "VACANT": demo.vacancy,
        "BUITENLAND": f"{demo.gemeenten}|layername=buitenland",
        "PEILDATUM": demo.deliveries[-1].peildatum,
        "BACKGROUND": "false",
        "FOLDER": tmp_path_factory.mktemp("regiobeeld"),
    }
    found = qgis.run("regiobeeld", **given)
    assert found.status == 0, found.messages
    return found


def rows(outcome, layer, what="count(*)", where="1"):
    with closing(sqlite3.connect(f"file:{outcome.results['WORKSPACE']}?mode=ro", uri=True)) as database:
        return database.execute(f'SELECT {what} FROM "{layer}" WHERE {where}').fetchall()


def test_the_numbers_are_those_of_the_layers(outcome):
    counted = {
        "PARKS": ("vakantieparken", "1"),
        "COMPANY_DWELLINGS": ("bedrijfswoningen", "1"),
        "ABOVE_NORM": ("bezetting", "signaal = 'boven norm (indicatie)'"),
        "ADMINISTRATIVE": ("bezetting", "signaal = 'mogelijk administratief adres'"),
        "VACANT_WITH_REGISTRATIONS": ("leegstand", "klasse = 2"),
        "CLUSTERS": ("clusters", "1"),
        "FOUND": ("hotspots", "q <= 0.05"),
        "ADDRESSES": ("bezetting", "1"),
        "BORDER_CLUSTERS": ("grensclusters", "1"),
    }
    for name, (layer, where) in counted.items():
        number = outcome.results[name]
        assert number > 0, name
        assert rows(outcome, layer, where=where) == [(number,)], name


def test_every_indication_has_its_evidence_and_sources(outcome):
    for layer in ("vakantieparken", "bedrijfswoningen", "bezetting", "leegstand"):
        for dutch, english, sources, sure in rows(outcome, layer, "bewijs, bewijs_en, bronnen, zekerheid"):
            assert dutch.rstrip().endswith(".")
            assert english.rstrip().endswith(".")
            assert dutch != english
            assert any(source in sources for source in ("BAG", "RNI", "TOP10NL", "lijst"))
            assert sure in ("laag", "midden", "hoog")
        sources = {row[0] for row in rows(outcome, "herkomst", "bron", f"laag = '{layer}'")}
        assert {"Kadaster, BAG", "RNI-levering", "Kadaster, BRT TOP10NL"} <= sources


def test_where_nothing_was_delivered_registrations_are_unknown(outcome):
    (code,) = (row[0] for row in rows(outcome, "gemeenten", "gemeentecode", "rni_geleverd = 0"))
    there = rows(outcome, "bedrijfswoningen", "registraties", f"gemeentecode = '{code}'")
    assert there
    assert {row[0] for row in there} == {None}
    assert rows(outcome, "bezetting", where=f"gemeentecode = '{code}'") == [(0,)]
    elsewhere = rows(outcome, "bedrijfswoningen", "registraties", f"gemeentecode <> '{code}'")
    assert {row[0] for row in elsewhere} >= {0, 1}


def test_across_the_border_nothing_is_known(outcome):
    said = rows(outcome, "buitenland", "land, toelichting")
    assert {land for land, _ in said} <= {"DE", "BE"}
    assert said
    assert all("onbekend, geen nul" in text for _, text in said)


def test_municipalities_that_are_said_to_lie_around_the_region_are_no_part_of_it(qgis, demo, tmp_path):  # noqa: F811
    areas = tmp_path / "gemeenten.gpkg"
    everywhere = read_municipalities(OgrLayer(demo.gemeenten, "gemeentegebied"))
    write(areas, [region_table(area_of(everywhere.region("9801,9802", ""), everywhere, 1e5))])
    given = {"BAG": demo.bag, "GEMEENTEN": areas, "PEILDATUM": demo.deliveries[-1].peildatum, "BACKGROUND": "false"}
    found = qgis.run("regiobeeld", RNI=demo.deliveries[-1].csv, **given, FOLDER=tmp_path / "uit")
    assert found.status == 0, found.messages
    assert rows(found, "gemeenten", "gemeentecode") == [("9801",), ("9802",)]
    codes = {code for (listed,) in rows(found, "hotspots", "gemeentecodes") for code in listed.split(",")}
    assert codes == {"9801", "9802"}


def test_municipalities_are_compared_with_the_uncertainty_beside_it(outcome):
    found = rows(outcome, "gemeenten_vergeleken", "adressen, verwacht, verhouding, ondergrens, bovengrens, toelichting")
    known = [row for row in found if row[0] is not None]
    assert (len(found), len(known)) == (5, 4)
    assert sum(row[0] for row in known) == outcome.results["ADDRESSES"]
    assert sum(row[1] for row in known) == pytest.approx(outcome.results["ADDRESSES"])
    for _, _, ratio, low, high, sentence in known:
        assert low < ratio < high
        assert "80 %-interval" in sentence
    ((*numbers, sentence),) = (row for row in found if row[0] is None)
    assert numbers == [None] * 5
    assert sentence.endswith(": onbekend, geen levering.")
    indications = rows(outcome, "gemeenten_vergeleken", "sum(vakantieparken), sum(bedrijfswoningen)")
    assert indications == [(outcome.results["PARKS"], outcome.results["COMPANY_DWELLINGS"])]


@pytest.fixture(scope="module")
def project(outcome):
    opened = QgsProject()
    assert opened.read(outcome.results["PROJECT"])
    yield opened
    opened.clear()


def test_highlights_have_a_group_of_their_own_that_is_off(project):
    (group,) = (g for g in project.layerTreeRoot().findGroups() if g.name().startswith("AANWIJZINGEN"))
    assert "niet delen" in group.name()
    assert [node.name() for node in group.findLayers()] == HIGHLIGHTS
    assert not any(node.isVisible() for node in group.findLayers())


def test_map_themes_show_one_subject_each(project):
    themes = project.mapThemeCollection()
    shown = {name: [layer.name() for layer in themes.mapThemeVisibleLayers(name)] for name in themes.mapThemes()}
    assert shown["Aanwijzingen"] == [*HIGHLIGHTS, "Gemeenten"]
    assert shown["Hotspots"] == ["Gemeenten", *STATISTICS, ABROAD]
    assert shown["Grens"] == ["Gemeenten", BORDERS, STATISTICS[1], ABROAD]
    assert shown["Overzicht"] == ["Gemeenten", "Adressen met RNI-registraties per 100 adressen", ABROAD]


@pytest.mark.parametrize(
    "name", [*HIGHLIGHTS, "Clusters: meer dan verwacht", "Meer adressen dan de woningen verklaren"]
)
def test_a_map_tip_says_the_evidence(name, project):
    (layer,) = project.mapLayersByName(name)
    field = "bewijs" if name in HIGHLIGHTS else "toelichting"
    for feature in list(layer.getFeatures())[:20]:
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
        assert str(feature[field]).partition(" (")[0] in tip  # a small number is told in words
        assert "anwijzing" in tip
        assert "NULL" not in tip
        assert "[%" not in tip
