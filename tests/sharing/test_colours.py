"""Colours of every style: any two classes of a layer stay apart for everybody, or differ in shape or pattern.

Colour vision deficiencies are simulated with the matrices of Machado, Oliveira and Fernandes (2009), 'A
physiologically-based model for simulation of color vision deficiency', at full severity; see colours.py.
"""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from qgis.core import QgsReadWriteContext, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from tests.conftest import ROOT
from tests.sharing.colours import VISIONS, lab

#: CIE76; about four times what people just notice beside each other.
APART = 10
#: Millimetres by which a marker must be larger to be told by its size, as a share of the smaller one.
LARGER = 1.25

GEOMETRY = {"0": "Point", "1": "LineString", "2": "Polygon"}
STYLES = sorted(path.stem for path in (ROOT / "styles").glob("*.qml"))


def classes(kind):
    """Label -> symbol of every class of a style."""
    document = QDomDocument()
    document.setContent((ROOT / "styles" / f"{kind}.qml").read_text(encoding="utf-8"))
    root = document.documentElement()
    layer = QgsVectorLayer(GEOMETRY[root.firstChildElement("layerGeometryType").text()], kind, "memory")
    assert layer.readSymbology(root, "", QgsReadWriteContext())
    return {item.label(): item.symbol().clone() for item in layer.renderer().legendSymbolItems()}


def shape(symbol):
    """What can be told of a symbol without seeing colours."""
    found = []
    for part in symbol.symbolLayers():
        told = part.properties()
        if part.layerType() == "LinePatternFill":
            found.append(("lines", float(told["angle"]) % 180))
        elif part.layerType() == "SimpleMarker":
            found.append(("marker", told["name"]))
        else:
            visible = int(told["outline_color"].split(",")[3]) > 0
            found.append(("fill", told["style"], told.get("outline_style", "solid") if visible else "no"))
    return tuple(found)


def told_by_size(one, other):
    if not (hasattr(one, "size") and hasattr(other, "size")):
        return False
    small, large = sorted((one.size(), other.size()))
    return large >= LARGER * small


def colours(symbol):
    """Fill and outline of each part, with their opacity."""
    found = []
    for part in symbol.symbolLayers():
        for colour in (part.fillColor(), part.strokeColor()):
            if colour.isValid():
                found.append((colour.getRgb()[:3], colour.alphaF()))
            else:
                found.append((part.color().getRgb()[:3], part.color().alphaF()))
    return found


def distance(one, other, vision):
    """Largest difference between the same parts of two symbols."""
    pairs = zip(colours(one), colours(other))
    return max(np.linalg.norm(lab(a, vision, x) - lab(b, vision, y)) for (a, x), (b, y) in pairs)


@pytest.mark.parametrize("kind", STYLES)
def test_any_two_classes_are_told_apart_by_everybody(qgis_app, kind):
    for (one, first), (other, second) in itertools.combinations(classes(kind).items(), 2):
        if shape(first) != shape(second) or told_by_size(first, second):
            continue
        for vision in VISIONS:
            assert distance(first, second, vision) >= APART, (one, other, vision)


def test_the_check_sees_two_colours_that_some_people_cannot_tell(qgis_app):
    """Red and green of the same lightness, which the check must refuse."""
    (symbol,) = classes("heatmap_onbekend").values()
    red, green = (classes("hexagonen")["10 of meer"] for _ in range(2))
    red.setColor(red.color().fromRgb(190, 110, 60))
    green.setColor(green.color().fromRgb(140, 130, 55))
    assert shape(red) == shape(green) != shape(symbol)
    assert distance(red, green, "normal") > APART > distance(red, green, "deuteranopia")


@pytest.mark.parametrize(
    ("kind", "uncertain"),
    [
        ("hexagonen", ["onzeker: minder dan 4 adressen", "onbekend: geen levering"]),
        ("hexagonen_aantal", ["onbekend: geen levering"]),
        ("hotspots", ["onzeker: minder dan 4 adressen", "omgeving deels zonder gegevens", "onbekend: niets geleverd"]),
        ("clusters", ["omgeving deels zonder gegevens"]),
        ("grensclusters", ["omgeving deels zonder gegevens"]),
        (
            "verplaatsing",
            ["kan toeval zijn, of lagen niet zeker vergelijkbaar", "onbekend: niet geleverd of niet vergeleken"],
        ),
        ("buitenland", ["over de landsgrens: onbekend"]),
    ],
)
def test_what_is_uncertain_or_unknown_has_a_pattern_that_the_legend_explains(qgis_app, kind, uncertain):
    found = classes(kind)
    assert set(uncertain) <= set(found)
    for label in uncertain:
        patterns = [part for part in shape(found[label]) if part[0] == "lines" or part[1] not in ("solid", "no")]
        assert patterns, label
