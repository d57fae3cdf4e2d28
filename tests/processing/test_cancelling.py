"""Cancelling a fetch inside a running QGIS: soon, whatever it waits for, and without losing what came in."""

from __future__ import annotations

import json
import threading
import time

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from arbeidsmigratie.processing.bagophalen import BagOphalen
from tests.standin import faults
from tests.standin.fixtures import pdok, pdok_session  # noqa: F401
from tests.standin.pdok import Pdok


class Listening(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.said = []

    def pushInfo(self, text):  # noqa: N802
        self.said.append(text)


@pytest.fixture
def parameters(qgis_app, pdok, tmp_path, monkeypatch):  # noqa: F811
    services = {
        "bag_ogcapi": {"url": pdok.url + Pdok.BAG_OGC},
        "bag_wfs": {"url": pdok.url + Pdok.BAG_WFS},
        "gemeenten_ogcapi": {"url": pdok.url + Pdok.BRK_OGC},
        "top10nl_ogcapi": {"url": pdok.url + Pdok.TOP10NL_OGC},
    }
    (tmp_path / "diensten.json").write_text(json.dumps(services))
    monkeypatch.setenv("ARBEIDSMIGRATIE_SERVICES", str(tmp_path / "diensten.json"))
    return {"REGION": "Weesp", "FOLDER": str(tmp_path / "uit"), "BUILDINGS": False}


WAITING = {
    "a body that drips in": lambda at: faults.slow_body(3, match=at, times=None),
    "an answer that does not come": lambda at: faults.latency(30, match=at, times=None),
    "a service that asks to wait": lambda at: faults.too_many("30", match=at, times=None),
    "a service that is out of order": lambda at: faults.unavailable(None, match=at),
}


@pytest.mark.parametrize("what", WAITING)
@pytest.mark.parametrize(
    ("source", "at"), [("ogcapi", "cursor"), ("wfs", "startindex=2997"), ("ogcapi", "gemeentegebied")]
)
def test_cancelling_returns_within_two_seconds(what, source, at, parameters, pdok, tmp_path):  # noqa: F811
    pdok.faults.append(WAITING[what](at))
    feedback, pressed = Listening(), []

    def press():
        while not pdok.count(at):
            time.sleep(0.05)
        time.sleep(1)
        pressed.append(time.monotonic())
        feedback.cancel()

    threading.Thread(target=press, daemon=True).start()
    results, _ = BagOphalen().create().run({**parameters, "SOURCE": source}, QgsProcessingContext(), feedback)
    assert time.monotonic() - pressed[0] < 2
    assert results == {}
    assert list((tmp_path / "uit").glob("regio*")) == []
    pdok.reset()
    again, _ = BagOphalen().create().run({**parameters, "SOURCE": source}, QgsProcessingContext(), Listening())
    assert again["KEPT"] > 12_000
    assert [path.name for path in (tmp_path / "uit").iterdir()] == ["regio_weesp.gpkg"]
