"""pygeoapi behind our own HTTP server: a bag-light GeoPackage as OGC API Features.

    with Pygeoapi(path_of_bag_light, folder) as api:
        requests.get(f"{api.url}/collections/verblijfsobject/items", {"limit": 1000, "offset": 2000})

It runs in the virtual environment `.venv-standin` (tools/setup.sh makes it), because its requirements bring libraries
with a GDAL of their own that must not come into the project's. At the start a GeoPackage with the names of PDOK's OGC
API is derived in `folder`; the provider is OGR. It is a Server: it has its log and its faults.

What pygeoapi 0.21 with its OGR provider does, and test_standin.py holds it to:
- Pages go by `offset`, and the next link leaves out `f`: a client that does not send an Accept for JSON may get HTML.
- `limit` above max_items is silently lowered to it ("throttle"), but stays as asked in the next link.
- Neither numberMatched nor numberReturned; ids of features are numbers; the property that is id_field is taken out of
  the properties, so identificatie must not be it. Absent values are null. Content-Type is application/json.
- `crs` and `bbox-crs` want the full URI (400, with `description` and no problem+json); Content-Crs is in the header. A
  bbox in either system is exact. Unknown parameters are ignored, properties filter by equality.
- The other provider for GeoPackages, SQLiteGPKG, wants the extension SpatiaLite and is not used.
"""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import threading
from pathlib import Path
from typing import Any, Optional
from urllib.parse import quote

from tests.standin.bag import OGC_FIELDS
from tests.standin.derived import derive
from tests.standin.server import Request, Response, Server

PYTHON = Path(__file__).resolve().parents[2] / ".venv-standin" / "bin" / "python"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
RD = "http://www.opengis.net/def/crs/EPSG/0/28992"
HOP = {"connection", "transfer-encoding", "content-length", "server", "date", "keep-alive"}

#: Serves on a free port, says which on its first line, and ends when its input does.
RUN = """
import sys, threading
from werkzeug.serving import make_server, WSGIRequestHandler
from pygeoapi.flask_app import APP
WSGIRequestHandler.log_request = lambda *_: None
server = make_server("127.0.0.1", 0, APP, threaded=True)
print(server.port, flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
"""


def absent() -> Optional[str]:
    """Why pygeoapi can not be run here; None when it can."""
    return None if PYTHON.exists() else f"{PYTHON} is not there: make setup (tools/setup.sh) makes it"


class Pygeoapi(Server):
    """An OGC API Features service of pygeoapi; `url` is its landing page."""

    def __init__(self, bag_light: Path, folder: Path, page_cap: int = 1000) -> None:
        if reason := absent():
            raise FileNotFoundError(reason)
        super().__init__(self._answer)
        derived = folder / "pygeoapi-bag.gpkg"
        kinds = derive(bag_light, derived, OGC_FIELDS, empty=False)
        config, openapi = folder / "pygeoapi.yml", folder / "openapi.yml"
        config.write_text(json.dumps(_configuration(self.url, derived, kinds, page_cap)), encoding="utf-8")
        openapi.write_text('{"openapi": "3.0.2", "info": {"title": "BAG", "version": "1"}, "paths": {}}')
        environment = {**os.environ, "PYGEOAPI_CONFIG": str(config), "PYGEOAPI_OPENAPI": str(openapi)}
        environment.pop("PYTHONPATH", None)
        self._errors = (folder / "pygeoapi.log").open("w+")
        self._process = subprocess.Popen(
            [PYTHON, "-c", RUN],
            env=environment,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
        )
        self._waiting = threading.Lock()
        self._backend: Optional[int] = None

    def start(self) -> None:
        """Begins to serve, when pygeoapi does."""
        try:
            self._port()
        except RuntimeError:
            self.stop()
            raise
        super().start()

    def _port(self) -> int:
        """The port of pygeoapi itself; waits until it serves."""
        with self._waiting:
            if self._backend is None:
                line = self._process.stdout.readline()
                if not line.strip().isdigit():
                    self._process.kill()
                    self._errors.seek(0)
                    raise RuntimeError(f"pygeoapi did not start: {self._errors.read()[-2000:]}")
                self._backend = int(line)
            return self._backend

    def stop(self) -> None:
        """Stops the server and pygeoapi."""
        super().stop()
        self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(5)
        self._process.stdout.close()
        self._errors.close()

    def _answer(self, request: Request) -> Response:
        connection = http.client.HTTPConnection("127.0.0.1", self._port(), timeout=60)
        try:
            headers = {name: value for name, value in request.headers.items() if name not in HOP}
            path = quote(request.path)
            target = f"{path}?{request.query}" if request.query else path
            connection.request(request.method, target, request.body or None, headers)
            answer = connection.getresponse()
            body = answer.read()
            kept = {name: value for name, value in answer.getheaders() if name.lower() not in HOP}
            return Response(answer.status, body, kept)
        finally:
            connection.close()


def _configuration(url: str, data: Path, kinds: list[str], page_cap: int) -> dict[str, Any]:
    """The configuration of pygeoapi, which may be JSON as JSON is YAML."""
    return {
        "server": {
            "bind": {"host": "127.0.0.1", "port": 0},
            "url": url,
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "language": "en-US",
            "limits": {"default_items": 10, "max_items": page_cap, "on_exceed": "throttle"},
            "map": {"url": "http://127.0.0.1/{z}/{x}/{y}", "attribution": ""},
            "pretty_print": False,
            "gzip": False,
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": {
                "title": "BAG by pygeoapi",
                "description": "for tests",
                "keywords": ["BAG"],
                "keywords_type": "theme",
                "terms_of_service": "none",
                "url": url,
            },
            "license": {"name": "CC0", "url": "https://creativecommons.org/publicdomain/zero/1.0/"},
            "provider": {"name": "tests", "url": url},
            "contact": {"name": "tests"},
        },
        "resources": {kind: _collection(kind, data) for kind in kinds},
    }


def _collection(kind: str, data: Path) -> dict[str, Any]:
    return {
        "type": "collection",
        "title": kind,
        "description": kind,
        "keywords": ["BAG"],
        "extents": {"spatial": {"bbox": [2.5, 50.2, 7.4, 55.7], "crs": CRS84}},
        "links": [],
        "providers": [
            {
                "type": "feature",
                "name": "OGR",
                "data": {
                    "source_type": "GPKG",
                    "source": str(data),
                    "source_capabilities": {"paging": True},
                },
                "id_field": "fuuid",
                "layer": kind,
                "crs": [CRS84, RD],
                "storage_crs": RD,
                "properties": list(OGC_FIELDS[kind]),
            }
        ],
    }
