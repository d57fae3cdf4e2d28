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
