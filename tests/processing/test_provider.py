"""The provider inside a running QGIS: conventions, layers as parameters, selections, layers in memory."""

from __future__ import annotations

import re

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QDate

from arbeidsmigratie import classFactory
from tests import made


@pytest.fixture(scope="module")
def plugin(qgis_app, qgis_processing):
    loaded = classFactory(None)
    loaded.initProcessing()
    yield loaded
    loaded.unload()


@pytest.fixture(scope="module")
def algorithms(plugin):
    return {algorithm.name(): algorithm for algorithm in plugin.provider.algorithms()}


def run(name, **parameters):
    from qgis import processing

    return processing.run(
        f"arbeidsmigratie:{name}", {key: str(v) if hasattr(v, "parts") else v for key, v in parameters.items()}
    )


def test_ids_are_the_public_ones(algorithms):
    assert sorted(algorithms) == [
        "adresopzoeken", "bagophalen", "bedrijfswoningen", "bezetting", "contextophalen", "dienstencontrole",
        "exportcontrole", "gebiedenophalen", "grensclusters", "h3aggregeren", "heatmapexport", "heatmapsamenvoegen",
        "hotspots", "kaartproject", "leegstand", "lijstinlezen", "regiobeeld", "rniinlezen", "vakantieparken",
        "verplaatsing",
    ]  # fmt: skip
    for algorithm in algorithms.values():
        assert re.fullmatch("[a-z0-9]+", algorithm.name())
        assert re.fullmatch("[a-z0-9]+", algorithm.groupId())


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("rniinlezen", {"INPUT", "BAG", "PEILDATUM", "HEADER_ROW", "MAPPING", "OUTPUT", "OUTPUT_UNMATCHED"}),
        ("h3aggregeren", {"INPUT", "COUNT_FIELD", "DWELLINGS", "GEMEENTEN", "RESOLUTION", "OUTPUT"}),
        ("hotspots", {"INPUT", "METHOD", "FDR", "RINGS", "OUTPUT"}),
        ("grensclusters", {"INPUT", "GEMEENTEN", "LANDSGRENS", "BUITENLAND", "DISTANCE", "OUTPUT"}),
        ("kaartproject", {"WORKSPACE", "TITLE", "OUTPUT"}),
        ("bagophalen", {"REGION", "AREA", "SOURCE", "FILE", "GUARD", "FOLDER", "REFRESH"}),
        ("gebiedenophalen", {"REGION", "GUARD", "OUTPUT"}),
        ("contextophalen", {"REGION", "AREA", "GUARD", "OUTPUT"}),
        ("dienstencontrole", {"OUTPUT"}),
        ("exportcontrole", {"PACKAGES", "LEDGER", "OUTPUT"}),
        ("adresopzoeken", {"ADDRESS", "AGREED"}),
        ("lijstinlezen", {"INPUT", "KIND", "BAG", "PEILDATUM", "HEADER_ROW", "MAPPING", "OUTPUT", "OUTPUT_UNMATCHED"}),
        ("vakantieparken", {"BAG", "PANDEN", "FUNCTIONEEL", "RNI", "OUTPUT"}),
        ("bedrijfswoningen", {"BAG", "PANDEN", "FUNCTIONEEL", "RNI", "OUTPUT"}),
        ("bezetting", {"RNI", "BAG", "POLICY", "LISTS", "OUTPUT"}),
        ("leegstand", {"BAG", "VACANT", "RNI", "COMPLETE", "OUTPUT"}),
        ("regiobeeld", {"BAG", "RNI", "GEMEENTEN", "CONTEXT", "REGION", "PEILDATUM", "RESOLUTION", "FOLDER"}),
    ],
)
def test_parameters_are_the_public_ones(algorithms, name, parameters):
    assert parameters <= {p.name() for p in algorithms[name].parameterDefinitions()}


def test_everything_has_words_a_person_can_read(algorithms):
    for algorithm in algorithms.values():
        for text in (
            algorithm.displayName(),
            algorithm.group(),
            algorithm.shortDescription(),
            algorithm.shortHelpString(),
        ):
            assert len(text) >= 3
        assert algorithm.tags()
        assert algorithm.helpUrl()
        assert not algorithm.icon().isNull()
        for parameter in algorithm.parameterDefinitions():
            assert len(parameter.help()) > 10, (algorithm.name(), parameter.name())
        assert algorithm.canExecute() == (True, "")


def test_all_but_layers_and_files_has_a_default(algorithms):
    needed = {
        name: {
            p.name()
            for p in algorithm.parameterDefinitions()
            if p.defaultValue() is None and not p.flags() & p.Flag.FlagOptional
        }
        for name, algorithm in algorithms.items()
    }
    assert needed == {
        "rniinlezen": {"INPUT", "BAG"},
        "h3aggregeren": {"INPUT"},
        "hotspots": {"INPUT"},
        "grensclusters": {"INPUT", "GEMEENTEN"},
        "kaartproject": {"WORKSPACE"},
        "regiobeeld": {"BAG", "GEMEENTEN"},  # and RNI or ADDRESSES, which it says itself
        "bagophalen": set(),
        "gebiedenophalen": set(),
        "contextophalen": set(),
        "dienstencontrole": set(),
        "exportcontrole": {"PACKAGES"},
        "heatmapexport": set(),
        "heatmapsamenvoegen": {"PACKAGES"},
        "adresopzoeken": {"ADDRESS"},
        "lijstinlezen": {"INPUT", "KIND", "BAG"},
        "vakantieparken": {"BAG"},
        "verplaatsing": {"T1", "T2"},
        "bedrijfswoningen": {"BAG"},
        "bezetting": {"RNI", "BAG"},
        "leegstand": {"BAG", "VACANT", "RNI"},
    }


def test_without_a_library_the_algorithm_stays_listed_and_says_what_to_do(algorithms, monkeypatch):
    from arbeidsmigratie.arbeidsmigratie_plugin import dependencies

    monkeypatch.setattr(dependencies, "_major_version", lambda library: 0 if library == "h3" else 9)
    possible, sentence = algorithms["h3aggregeren"].canExecute()
    assert not possible
    assert "h3, version 4 or later" in sentence
    assert "pip install" in sentence


@pytest.fixture(scope="module")
def address_file(plugin, region, tmp_path_factory):
    path = tmp_path_factory.mktemp("adressen") / "a.gpkg"
    run("rniinlezen", INPUT=region / "levering.xlsx", BAG=region / "bag.gpkg", PEILDATUM="2025-07-01", OUTPUT=path)
    return path


@pytest.fixture
def addresses(address_file):
    """A layer that goes before QGIS does: one that outlives the application crashes when Python frees it."""
    layer = QgsVectorLayer(str(address_file), "adressen", "ogr")
    yield layer
    sip.delete(layer)


def totals(layer):
    """Of the hexagons where registrations were delivered; elsewhere they are unknown."""
    features = list(layer.getFeatures('"adressen" IS NOT NULL'))
    return sum(f["adressen"] for f in features), sum(f["registraties"] for f in features)


def test_layers_of_the_project_serve_as_parameters(addresses, region, tmp_path):
    bag = QgsVectorLayer(f"{region / 'bag.gpkg'}|layername=verblijfsobject", "vbo", "ogr")
    result = run("h3aggregeren", INPUT=addresses, DWELLINGS=bag, OUTPUT=tmp_path / "h.gpkg")
    layer = QgsVectorLayer(result["OUTPUT"], "h", "ogr")
    assert totals(layer) == (4, 5)
    assert sum(f["verblijfsobjecten"] for f in layer.getFeatures()) == made.N - 1


def test_bag_file_as_a_layer_counts_as_the_file(addresses, region, tmp_path):
    bag = QgsVectorLayer(str(region / "bag.gpkg"), "bag", "ogr")
    assert run("h3aggregeren", INPUT=addresses, DWELLINGS=bag, OUTPUT=tmp_path / "h.gpkg")["DWELLINGS"] == made.N + 1


def test_only_the_selected_addresses(addresses, tmp_path):
    addresses.selectByExpression("registraties = 2")
    chosen = QgsProcessingFeatureSourceDefinition(addresses.source(), selectedFeaturesOnly=False)
    assert run("h3aggregeren", INPUT=chosen, OUTPUT=tmp_path / "alle.gpkg")["READ"] == 4
    from qgis.core import QgsProject

    QgsProject.instance().addMapLayer(addresses.clone())
    layer = next(iter(QgsProject.instance().mapLayers().values()))
    layer.selectByExpression("registraties = 2")
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    result = run("h3aggregeren", INPUT=chosen, OUTPUT=tmp_path / "keuze.gpkg")
    QgsProject.instance().clear()
    assert (result["READ"], result["SKIPPED"]) == (1, 0)
    assert totals(QgsVectorLayer(result["OUTPUT"], "h", "ogr")) == (1, 2)


def test_layer_in_memory_as_output(addresses):
    result = run("h3aggregeren", INPUT=addresses, OUTPUT="memory:")
    assert isinstance(result["OUTPUT"], QgsVectorLayer)
    assert totals(result["OUTPUT"]) == (4, 5)


def test_temporary_output(addresses):
    result = run("h3aggregeren", INPUT=addresses)
    assert totals(QgsVectorLayer(result["OUTPUT"], "h", "ogr")) == (4, 5)


@pytest.mark.parametrize("suffix", ["geojson", "fgb"])
def test_other_formats(addresses, tmp_path, suffix):
    result = run("h3aggregeren", INPUT=addresses, OUTPUT=tmp_path / f"h.{suffix}")
    layer = QgsVectorLayer(result["OUTPUT"], "h", "ogr")
    assert totals(layer) == (4, 5)
    assert layer.crs().authid() == "EPSG:28992"


def test_points_with_every_flaw_are_skipped_and_counted(plugin, tmp_path):
    layer = QgsVectorLayer("MultiPoint?crs=EPSG:28992&field=registraties:double", "punten", "memory")
    from qgis.core import QgsFeature, QgsGeometry

    for wkt, count in [
        ("MultiPoint ((200000 400000))", 3),
        ("MultiPoint ((200000 400000), (200000 400001))", 2),
        (None, 1),
        ("MultiPoint ((0 0))", 1),
        ("MultiPoint ((9e9 9e9))", 1),
        ("MultiPoint ((200000 400000))", None),
        ("MultiPoint ((200000 400000))", -1),
        ("MultiPoint ((200000 400000))", 1.5),
        ("MultiPoint ((200000 400000))", 0),
    ]:
        feature = QgsFeature(layer.fields())
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature["registraties"] = count
        layer.dataProvider().addFeature(feature)
    result = run("h3aggregeren", INPUT=layer, OUTPUT=tmp_path / "h.gpkg")
    assert (result["READ"], result["SKIPPED"]) == (9, 6)
    assert totals(QgsVectorLayer(result["OUTPUT"], "h", "ogr")) == (2, 5)


def test_mixed_reference_dates_are_refused(addresses, plugin, tmp_path):
    from qgis import processing

    other = processing.run(
        "native:fieldcalculator",
        {
            "INPUT": addresses,
            "FIELD_NAME": "peildatum",
            "FIELD_TYPE": 2,
            "FORMULA": "if($id=1, '2024-01-01', peildatum)",
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]
    with pytest.raises(QgsProcessingException, match="more than one reference date"):
        run("h3aggregeren", INPUT=other, OUTPUT=tmp_path / "h.gpkg")
    assert not (tmp_path / "h.gpkg").exists()


def test_cancelling_writes_nothing(addresses, tmp_path, algorithms):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    parameters = {"INPUT": addresses, "OUTPUT": str(tmp_path / "h.gpkg")}
    results, _ = algorithms["h3aggregeren"].run(parameters, QgsProcessingContext(), feedback)
    assert results == {}
    assert list(tmp_path.iterdir()) == []


def test_an_unforeseen_error_tells_its_place_and_no_value(addresses, algorithms, tmp_path, monkeypatch):
    from arbeidsmigratie.processing import h3aggregeren

    def broken(*_):
        raise ValueError("111222333")

    monkeypatch.setattr(h3aggregeren, "report_hexagons", broken)
    with pytest.raises(QgsProcessingException, match="Unexpected ValueError in broken") as raised:
        run("h3aggregeren", INPUT=addresses, OUTPUT=tmp_path / "h.gpkg")
    assert "111222333" not in str(raised.value)


def test_the_dialog_hands_over_a_date_of_qt(region, plugin, tmp_path):
    file, bag = region / "levering.xlsx", region / "bag.gpkg"
    result = run("rniinlezen", INPUT=file, BAG=bag, PEILDATUM=QDate(2025, 7, 1), OUTPUT=tmp_path / "a.gpkg")
    feature = next(QgsVectorLayer(result["OUTPUT"], "a", "ogr").getFeatures())
    assert feature["peildatum"] == "2025-07-01"
    assert result["ROWS_ENDED"] == 1


def test_one_layer_of_a_bag_file_says_what_it_leaves_out(addresses, region, algorithms, tmp_path):
    class Listening(QgsProcessingFeedback):
        def pushWarning(self, text):  # noqa: N802
            said.append(text)

    said: list[str] = []
    bag = f"{region / 'bag.gpkg'}|layername=verblijfsobject"
    parameters = {"INPUT": addresses, "DWELLINGS": bag, "OUTPUT": str(tmp_path / "h.gpkg")}
    algorithms["h3aggregeren"].run(parameters, QgsProcessingContext(), Listening())
    assert any("standplaats" in text for text in said)
