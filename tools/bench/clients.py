"""Clients of a BAG, each in a process of its own: python -m tools.bench.clients NAME ..., which tells what it took."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests

from tests import conftest  # noqa: F401 (makes the checkout importable as the package 'arbeidsmigratie')
from tests.standin.pdok import Pdok

#: What the generated BAG lies around, and how far the region lies from its south-west (m).
_WEST, _SOUTH = 100_000.0, 380_000.0

_RD = "http://www.opengis.net/def/crs/EPSG/0/28992"
_ITEMS = "/collections/verblijfsobject/items"


def serve(file: str) -> None:
    """Serves until the input ends."""
    with Pdok(Path(file)) as server:
        for path in (
            f"{Pdok.BAG_OGC}{_ITEMS}?limit=1",
            f"{Pdok.BAG_WFS}?request=GetFeature&typeNames=bag:pand&count=1",
        ):
            requests.get(server.url + path, timeout=600)
        print(server.url, flush=True)
        sys.stdin.read()


# Ours ----------------------------------------------------------------------------------------------------------------


def ours(source: str, file: str, area: Any) -> dict[str, float]:
    """A region into a workspace, as bagophalen does it, through QGIS's network."""
    from arbeidsmigratie.arbeidsmigratie_plugin.sources.areas import Borders
    from arbeidsmigratie.arbeidsmigratie_plugin.sources.qgis_adapter import qgis_transport
    from arbeidsmigratie.arbeidsmigratie_plugin.sources.workspace import Question
    from arbeidsmigratie.processing.fetching import fetch_workspace

    app = qgis()
    from qgis.core import QgsProcessingFeedback

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        if source != "bestand":
            entries = {"bag_ogcapi": {"url": file + Pdok.BAG_OGC}, "bag_wfs": {"url": file + Pdok.BAG_WFS}}
            (path / "diensten.json").write_text(json.dumps(entries))
            os.environ["ARBEIDSMIGRATIE_SERVICES"] = str(path / "diensten.json")
        question = Question(source, Path(file) if source == "bestand" else None, "streek", 0.0, False, False)
        feedback, borders = QgsProcessingFeedback(), Borders("", "", "")
        began = time.perf_counter()
        transport = qgis_transport(feedback)
        result = fetch_workspace(question, lambda: (area, borders), transport, path / "uit", False, feedback)
        seconds = time.perf_counter() - began
    del app
    return {
        "seconds": seconds,
        "objects": result["KEPT"],
        "read": result["READ"],
        "requests": result["REQUESTS"],
    }


def square(size: float) -> Any:
    """All of a generated BAG."""
    import shapely

    return _area(shapely.box(_WEST, _SOUTH, _WEST + size, _SOUTH + size))


def part(size: float) -> tuple[float, float, float, float]:
    """A rectangle in a generated BAG."""
    return _WEST + 0.3 * size, _SOUTH + 0.4 * size, _WEST + 0.65 * size, _SOUTH + 0.75 * size


def region(size: float) -> Any:
    """A region of a winding shape in that rectangle, as one municipality."""
    import numpy as np
    import shapely

    from arbeidsmigratie.arbeidsmigratie_plugin.core.area import area_of
    from arbeidsmigratie.arbeidsmigratie_plugin.core.municipalities import municipalities

    west, south, east, north = part(size)
    turn = np.linspace(0, 2 * np.pi, 1500)
    reach = (0.75 + 0.2 * np.sin(5 * turn) + 0.05 * np.sin(60 * turn)) / 2
    outline = np.column_stack(
        [
            (west + east) / 2 + reach * (east - west) * np.cos(turn),
            (south + north) / 2 + reach * (north - south) * np.sin(turn),
        ]
    )
    shape = np.array([shapely.Polygon(outline)], dtype=object)
    one = municipalities(["9801"], ["Proefstreek"], shape)
    return area_of(one, one, 0.0)


def _area(polygon: Any) -> Any:
    import numpy as np

    from arbeidsmigratie.arbeidsmigratie_plugin.core.area import area_of_polygons
    from arbeidsmigratie.arbeidsmigratie_plugin.core.municipalities import municipalities

    nowhere = municipalities([], [], np.empty(0, dtype=object))
    return area_of_polygons(np.array([polygon], dtype=object), nowhere, 0.0)


# Others --------------------------------------------------------------------------------------------------------------


def loop_ogcapi(url: str) -> dict[str, float]:
    """A plain loop over the pages of the OGC API; it keeps nothing."""
    following: Any = f"{url}{Pdok.BAG_OGC}{_ITEMS}?f=json&limit=1000&crs={_RD}"
    began, found = time.perf_counter(), 0
    with requests.Session() as session:
        while following:
            page = session.get(following, timeout=60).json()
            found += len(page["features"])
            following = next((link["href"] for link in page["links"] if link["rel"] == "next"), None)
    return {"seconds": time.perf_counter() - began, "objects": found}


def loop_wfs(url: str) -> dict[str, float]:
    """A plain loop over the pages of the WFS; it keeps nothing."""
    params = {"service": "WFS", "version": "2.0.0", "request": "GetFeature", "typeNames": "bag:verblijfsobject"}
    params |= {"outputFormat": "application/json", "srsName": "EPSG:28992", "count": "1000"}
    began, found = time.perf_counter(), 0
    with requests.Session() as session:
        while True:
            answer = session.get(url + Pdok.BAG_WFS, params={**params, "startindex": str(found)}, timeout=60)
            page = answer.json()["features"] if answer.ok else []  # PDOK refuses to go on after 50,000
            found += len(page)
            if len(page) < 1000:
                return {"seconds": time.perf_counter() - began, "objects": found}


def qgis() -> Any:
    """A QGIS without a window, with what came before out of its cache."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication, QgsNetworkAccessManager

    app = QgsApplication([], False)
    app.initQgis()
    QgsNetworkAccessManager.instance().cache().clear()
    return app


def qgis_provider(provider: str, uri: str) -> dict[str, float]:
    """All objects of a layer of QGIS; it keeps nothing."""
    app = qgis()
    from qgis.core import QgsVectorLayer

    began = time.perf_counter()
    layer = QgsVectorLayer(uri, "bag", provider)
    if not layer.isValid():
        raise SystemExit(f"QGIS can't open {uri}")
    found = sum(feature.hasGeometry() for feature in layer.getFeatures())
    seconds = time.perf_counter() - began
    del layer, app
    return {"seconds": seconds, "objects": found}


def ogr_read(file: str, size: str) -> dict[str, float]:
    """The objects in a rectangle, by OGR, feature by feature with all that we keep of them."""
    from osgeo import ogr

    began, found = time.perf_counter(), 0
    dataset = ogr.Open(file)
    layer = dataset.GetLayerByName("verblijfsobject")
    layer.SetSpatialFilterRect(*part(float(size)))
    wanted = range(layer.GetLayerDefn().GetFieldCount())
    for feature in layer:
        [feature.GetField(at) for at in wanted]
        bytes(feature.GetGeometryRef().ExportToWkb())
        found += 1
    return {"seconds": time.perf_counter() - began, "objects": found}


def ogr_copy(file: str, size: str) -> dict[str, float]:
    """The objects in a rectangle, by ogr2ogr, into a GeoPackage."""
    from osgeo import gdal

    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "uit.gpkg")
        began = time.perf_counter()
        made = gdal.VectorTranslate(
            target, file, layers=["verblijfsobject"], spatFilter=part(float(size)), format="GPKG"
        )
        found = made.GetLayer(0).GetFeatureCount()
        made = None  # now it is on disk
        return {"seconds": time.perf_counter() - began, "objects": found}


def ours_square(file: str, size: str) -> dict[str, float]:
    """The objects in the rectangle of the others, into a workspace."""
    import shapely

    return ours("bestand", file, _area(shapely.box(*part(float(size)))))


CLIENTS: dict[str, Callable[..., dict[str, float]]] = {
    "ours-ogcapi": lambda url: ours("ogcapi", url, square(60_000)),
    "ours-wfs": lambda url: ours("wfs", url, square(60_000)),
    "ours-bestand": lambda file, size: ours("bestand", file, region(float(size))),
    "ours-square": ours_square,
    "loop-ogcapi": loop_ogcapi,
    "loop-wfs": loop_wfs,
    "qgis-ogcapi": lambda url: qgis_provider(
        "OAPIF", f"url='{url}{Pdok.BAG_OGC}' typename='verblijfsobject' pagingEnabled='true' maxNumFeatures='0'"
    ),
    "qgis-wfs": lambda url: qgis_provider(
        "WFS",
        f"url='{url}{Pdok.BAG_WFS}' typename='bag:verblijfsobject' version='2.0.0' srsname='EPSG:28992' "
        "pagingEnabled='true'",
    ),
    "ogr-read": ogr_read,
    "ogr-copy": ogr_copy,
}


if __name__ == "__main__":
    name, *given = sys.argv[1:]
    if name == "serve":
        serve(*given)
    else:
        print(json.dumps(CLIENTS[name](*given)))
