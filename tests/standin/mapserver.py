"""MapServer, as Debian packages it, behind our own HTTP server: a bag-light GeoPackage as PDOK's WFS.

    with MapServer(path_of_bag_light, folder) as wfs:
        requests.get(wfs.url, {"service": "WFS", "request": "GetFeature", "typeNames": "bag:verblijfsobject", ...})

`mapserv` runs as FastCGI, in two processes. At the start a GeoPackage is derived in `folder` with the fields of PDOK's
WFS. It is a Server: it has its log and its faults.

What MapServer 8.0 does, and test_standin.py holds it to:
- `resultType=hits` counts no further than a page: numberMatched is min(objects, wfs_maxfeatures). With an output format
  of JSON it dies: as CGI an empty body with status 200, here a 502.
- GeoJSON has a member numberMatched on a page that is not full only, then exact; GML says "unknown" before it.
- A page beyond the end is an empty collection with 200; a negative startindex, or one that is no number, is 0.
- BBOX and FILTER exclude one another (400): with both wishes, the BBOX goes into the filter.
- A bbox is exact only in RD with the answer in RD. With EPSG:4326 in either, the box is moved by the datum of RD, some
  hundred metres: objects are silently missing on one side.
- With srsName=EPSG:4326 GeoJSON is longitude first and without a crs member; otherwise it names its own.
- Polygons come as Polygon or MultiPolygon, whichever they are; coordinates with the noise of 15 decimals.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Optional

from tests.standin.bag import INTEGERS, REALS, WFS_FIELDS
from tests.standin.derived import derive
from tests.standin.fastcgi import Pool
from tests.standin.server import Request, Response, Server

PROGRAM = Path("/usr/lib/cgi-bin/mapserv")
PATH = "/lv/bag/wfs/v2_0"
OTHERS = "EPSG:4326 EPSG:3857"


def absent() -> Optional[str]:
    """Why MapServer can not be run here; None when it can."""
    if PROGRAM.exists():
        return None
    return f"{PROGRAM} is not installed: apt-get install cgi-mapserver (tools/setup.sh does it as root)"


class MapServer(Server):
    """A WFS of MapServer; `url` is its address."""

    def __init__(self, bag_light: Path, folder: Path, page_cap: int = 1000) -> None:
        if reason := absent():
            raise FileNotFoundError(reason)
        super().__init__(self._answer)
        self.url += PATH
        derived = folder / "mapserver-bag.gpkg"
        kinds = derive(bag_light, derived, WFS_FIELDS, empty=True)
        mapfile = folder / "bag.map"
        mapfile.write_text(_mapfile(self.url, derived, kinds, page_cap), encoding="utf-8")
        config = folder / "mapserver.conf"
        config.write_text(f'CONFIG\n  ENV\n    MS_MAP_PATTERN "."\n  END\n  MAPS\n    BAG "{mapfile}"\n  END\nEND\n')
        self._mapfile = str(mapfile)
        self._pool = Pool(PROGRAM, folder, {**os.environ, "MAPSERVER_CONFIG_FILE": str(config)})

    def stop(self) -> None:
        """Stops the server and its processes."""
        super().stop()
        self._pool.stop()

    def _answer(self, request: Request) -> Response:
        if request.path != PATH:
            return Response.text(404, "404 page not found")
        params = {"MS_MAPFILE": self._mapfile, **cgi_params(request, PATH, self.port)}
        return from_cgi(self._pool.ask(params, request.body))


def cgi_params(request: Request, path: str, port: int) -> dict[str, str]:
    """What a CGI program gets to know of a request.

    Args:
        request: The request.
        path: Where the program is.
        port: Of the server.
    """
    return {
        "GATEWAY_INTERFACE": "CGI/1.1",
        "REQUEST_METHOD": request.method,
        "QUERY_STRING": request.query,
        "SCRIPT_NAME": path,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_TYPE": request.headers.get("content-type", ""),
        "CONTENT_LENGTH": str(len(request.body)),
    }


def from_cgi(output: bytes) -> Response:
    """The headers and the body that a CGI program wrote."""
    head, separator, body = output.partition(b"\r\n\r\n")
    if not separator:
        head, _, body = output.partition(b"\n\n")
    headers = {}
    for line in head.decode("latin-1").splitlines():
        name, _, value = line.partition(":")
        headers[name.strip().title()] = value.strip()
    status = int(headers.pop("Status", "200").split()[0]) if head else 502
    headers.pop("Content-Length", None)
    return Response(status, body, headers)


def _mapfile(url: str, data: Path, kinds: list[str], page_cap: int) -> str:
    formats = "".join(
        f"""
  OUTPUTFORMAT
    NAME "{name}"
    DRIVER "OGR/GEOJSON"
    MIMETYPE "{mime}"
    FORMATOPTION "STORAGE=stream"
    FORMATOPTION "FORM=SIMPLE"
    FORMATOPTION "USE_FEATUREID=true"
  END"""
        for name, mime in (("geojson", "application/json; subtype=geojson"), ("json", "application/json"))
    )
    layers = "".join(_layer(kind, data) for kind in kinds)
    return f"""MAP
  NAME "bag"
  SIZE 100 100
  EXTENT -285401 22598 595401 903401
  UNITS METERS
  PROJECTION
    "init=epsg:28992"
  END{formats}
  WEB
    METADATA
      "ows_title" "BAG by MapServer"
      "ows_onlineresource" "{url}?"
      "ows_enable_request" "*"
      "ows_updatesequence" "1"
      "wfs_srs" "EPSG:28992 {OTHERS}"
      "wfs_maxfeatures" "{page_cap}"
      "wfs_namespace_prefix" "bag"
      "wfs_namespace_uri" "http://bag.geonovum.nl"
      "wfs_getfeature_formatlist" "geojson,json"
    END
  END{layers}
END
"""


def _layer(kind: str, data: Path) -> str:
    shape = "POINT" if kind == "verblijfsobject" else "POLYGON"
    types = "".join(
        f"""
      "gml_{field}_type" "{"Integer" if field in INTEGERS else "Real" if field in REALS else "Character"}\""""
        for field in WFS_FIELDS[kind]
    )
    return f"""
  LAYER
    NAME "{kind}"
    STATUS ON
    TYPE {shape}
    CONNECTIONTYPE OGR
    CONNECTION "{data}"
    DATA "{kind}"
    TEMPLATE "none"
    PROJECTION
      "init=epsg:28992"
    END
    METADATA
      "wfs_title" "{kind}"
      "wfs_srs" "EPSG:28992 {OTHERS}"
      "gml_include_items" "all"
      "gml_exclude_items" "fuuid"
      "gml_featureid" "fuuid"
      "wfs_use_default_extent_for_getfeature" "false"
      "gml_geometries" "geom"
      "gml_geom_type" "{"point" if shape == "POINT" else "multipolygon"}"{types}
    END
  END"""
