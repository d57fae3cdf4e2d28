"""What Identify shows: every field named in plain Dutch, what people read first, what machines read last."""

from __future__ import annotations

import pytest
from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from arbeidsmigratie.arbeidsmigratie_plugin.sharing.fields import ALIASES, READ, read_first
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.project import ENTRIES, MapProject
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.styles import style
from tests.sharing.results import write_result


@pytest.fixture(scope="module")
def made(qgis_app, tmp_path_factory):
    project = MapProject(write_result(tmp_path_factory.mktemp("velden") / "a.gpkg", "2026-07-01"), "Regio")
    yield project
    project.project.clear()


def layers(made):
    return [(kind, layer) for kind, layer in made.kinds.items()]


def test_every_field_has_a_name_in_plain_dutch(made):
    for kind, layer in layers(made):
        for at, field in enumerate(layer.fields()):
            if field.name() not in ("fid", "toelichting_en"):
                assert layer.attributeAlias(at), (kind, field.name())
                assert "_" not in layer.attributeAlias(at)


def test_english_and_row_numbers_are_hidden(made):
    layer = made.kinds["clusters"]
    for name in ("fid", "toelichting_en"):
        assert layer.editorWidgetSetup(layer.fields().lookupField(name)).type() == "Hidden"
        assert layer.attributeTableConfig().columnHidden(
            [column.name for column in layer.attributeTableConfig().columns()].index(name)
        )


def test_what_people_read_comes_first(made):
    layer = made.kinds["clusters"]
    columns = [column.name for column in layer.attributeTableConfig().columns() if not column.hidden]
    assert columns[:3] == ["rang", "toelichting", "verhouding"]
    assert columns.index("h3_cellen") > columns.index("peildatum")
    tabs = layer.editFormConfig().tabs()
    assert [tab.name() for tab in tabs] == ["Uitkomst", "Techniek"]
    assert [element.name() for element in tabs[0].children()][:2] == ["rang", "toelichting"]
    assert "toelichting_en" not in [element.name() for tab in tabs for element in tab.children()]


def test_every_object_has_a_name_and_a_map_tip(made):
    for kind, layer in layers(made):
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        for feature in layer.getFeatures():
            context.setFeature(feature)
            shown = QgsExpression(layer.displayExpression())
            assert shown.evaluate(context) and not shown.hasEvalError(), (kind, shown.evalErrorString())
            if layer.isSpatial():
                tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
                assert tip and "[%" not in tip and "NULL" not in tip, kind


def test_a_municipality_tells_its_numbers_from_the_comparison(made):
    layer = made.kinds["gemeenten"]
    tips = []
    for feature in layer.getFeatures():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        tips.append(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))
        assert feature["vergeleken_toelichting"] == f"{feature['gemeentenaam']}: een zin."
    assert "Westerveen: een zin." in tips[0] and "minder dan 5 adressen" in tips[1]
    assert layer.attributeAlias(layer.fields().lookupField("vergeleken_adressen")) == ALIASES["adressen"]


def test_every_kind_of_layer_in_a_project_has_an_order_and_a_style(qgis_app):
    for entry in ENTRIES:
        assert entry.kind in READ
        document = QDomDocument()
        assert document.setContent(style(entry.style))[0], entry.kind
        assert "<aliases>" in style(entry.style)
    assert set().union(*(READ.values())) <= {*ALIASES, *(name for name in READ["gemeenten"])}


def test_fields_that_a_layer_lacks_are_not_in_its_form():
    shown, technical = read_first("clusters", ["fid", "rang", "iets", "toelichting_en"])
    assert (shown, technical) == (["rang"], ["iets"])


def test_a_layer_of_somebody_else_keeps_its_own_fields(qgis_app):
    layer = QgsVectorLayer("Point?field=a:string", "x", "memory")
    assert style("bestaat_niet") == "" and layer.fields().names() == ["a"]
