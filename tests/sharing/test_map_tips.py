"""What a map tip of a highlight shows: unknown is never 0, and a text never becomes markup."""

from __future__ import annotations

import pytest
from qgis.core import NULL, QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsFeature, QgsVectorLayer

from tests.conftest import ROOT

TEXTS = ("naam", "adres", "adresseerbaarobject_id", "bewijs", "bronnen", "uitsluiting", "zekerheid", "peildatum")
NUMBERS = ("eenheden", "registraties", "capaciteit", "norm_m2")


def tip(signal, **values):
    """The map tip of one object; what is not named is NULL."""
    fields = [*(f"field={name}:string" for name in TEXTS), *(f"field={name}:integer" for name in NUMBERS)]
    kind = "MultiPolygon" if signal == "vakantieparken" else "Point"
    layer = QgsVectorLayer(f"{kind}?" + "&".join(fields), "proef", "memory")
    message, _ = layer.loadNamedStyle(str(ROOT / "styles" / f"{signal}.qml"))
    assert layer.mapTipTemplate(), message
    feature = QgsFeature(layer.fields())
    feature.setAttributes([values.get(name, NULL) for name in (*TEXTS, *NUMBERS)])
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


SIGNALS = ("vakantieparken", "bedrijfswoningen", "bezetting", "leegstand")


@pytest.mark.parametrize("signal", SIGNALS)
def test_unknown_is_never_zero(qgis_app, signal):
    shown = tip(signal, adres="Proefweg", bewijs="Aanwijzing.")
    assert "RNI-registraties: onbekend" in shown and "[%" not in shown and ": 0" not in shown
    if signal == "vakantieparken":
        assert "Eenheden: onbekend" in shown and "Eenheden: 12." in tip(signal, eenheden=12)


@pytest.mark.parametrize("signal", SIGNALS)
def test_a_text_never_becomes_markup(qgis_app, signal):
    bad = "<img src=x> & <script>"
    shown = tip(signal, **dict.fromkeys(("naam", "adres", "bewijs", "bronnen", "uitsluiting"), bad))
    assert "<img" not in shown and "<script" not in shown
    assert shown.count("&lt;img src=x> &amp; &lt;script>") == (3 if signal == "vakantieparken" else 4)


def area(style, **values):
    """The map tip of an area with these fields."""
    kinds = {str: "string", int: "integer", float: "double"}
    fields = "&".join(f"field={name}:{kinds[type(value)]}" for name, value in values.items())
    layer = QgsVectorLayer(f"Polygon?{fields}", "proef", "memory")
    layer.loadNamedStyle(str(ROOT / "styles" / f"{style}.qml"))
    feature = QgsFeature(layer.fields())
    feature.setAttributes([NULL if value in ("", -1) else value for value in values.values()])
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def hotspot(observed, said):
    known = {"klasse": "meer dan verwacht", "toelichting": said, "onzeker": 1, "peildatum": "2026-07-01"}
    return area("hotspots", waargenomen=observed, verhouding=2.1, **known)


def test_a_small_number_is_told_in_words(qgis_app):
    said = "In en rond dit gebied zijn 2,1 keer zoveel adressen, 80 %-interval 1,4-3,0 ({} tegen 1,4). Meer."
    tip = hotspot(3, said.format(3))
    assert "2,1 keer zoveel adressen, 80 %-interval 1,4-3,0 (minder dan 5 adressen). Meer." in tip
    assert "3 tegen" not in tip
    assert "(12 tegen 1,4)" in hotspot(12, said.format(12))


def test_an_area_of_which_nothing_is_known_says_so(qgis_app):
    assert "onbekend, niet nul" in area(
        "hotspots", klasse="", toelichting="", waargenomen=-1, verhouding=-1, onzeker=-1
    )
    assert "Peildatum onbekend" in area(
        "hotspots", klasse="", toelichting="", waargenomen=-1, verhouding=-1, onzeker=-1
    )
    assert "onbekend, niet nul" in area("gemeenten", gemeentecode="9801", gemeentenaam="Naam", rni_geleverd=0)
    assert "niets bekend" in area("gemeenten", gemeentecode="9801", gemeentenaam="Naam")
