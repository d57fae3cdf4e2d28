"""QGIS Server, as Debian packages it, behind our own HTTP server on loopback: one project and nothing else.

    with QgisServer(folder / "kaart.qgz", own_folder) as server:
        requests.get(server.url, {"SERVICE": "WMS", "REQUEST": "GetCapabilities"})

It runs as an administrator would set it up: the project is in QGIS_PROJECT_FILE, so that MAP of a request counts for
nothing, and it has a HOME of its own.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Optional

from tests.standin.fastcgi import Pool
from tests.standin.mapserver import cgi_params, from_cgi
from tests.standin.server import Request, Response, Server

PROGRAM = Path("/usr/lib/cgi-bin/qgis_mapserv.fcgi")
PATH = "/ows/"


def absent() -> Optional[str]:
    """Why QGIS Server can not be run here; None when it can."""
    if PROGRAM.exists():
        return None
    return f"{PROGRAM} is not installed: apt-get install qgis-server (tools/setup.sh does it as root)"


class QgisServer(Server):
    """A QGIS Server; `url` is its address."""

    def __init__(self, project: Path, folder: Path) -> None:
        if reason := absent():
            raise FileNotFoundError(reason)
        super().__init__(self._answer)
        self.url += PATH
        settings = {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "QGIS_PROJECT_FILE": str(project),
            "QGIS_OPTIONS_PATH": str(folder),
            "QGIS_PLUGINPATH": str(folder),
            "QGIS_SERVER_LOG_STDERR": "0",
            "QT_QPA_PLATFORM": "offscreen",
        }
        self._pool = Pool(PROGRAM, folder, {**os.environ, **settings}, processes=1)

    def stop(self) -> None:
        """Stops the server and its process."""
        super().stop()
        self._pool.stop()

    def _answer(self, request: Request) -> Response:
        if request.path != PATH:
            return Response.text(404, "404 page not found")
        return from_cgi(self._pool.ask(cgi_params(request, PATH, self.port), request.body))
