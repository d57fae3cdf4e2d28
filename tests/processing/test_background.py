"""The background map: fetched from the service where it answers, and no trouble where it does not."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QBuffer, QIODevice
from qgis.PyQt.QtGui import QColor, QImage

TILE_COLOUR = QColor(255, 0, 255)


def tile() -> bytes:
    image = QImage(256, 256, QImage.Format.Format_RGB32)
    image.fill(TILE_COLOUR)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data())


@pytest.fixture
def tile_server(tmp_path):
    """A tile service on loopback, and a catalogue that names it."""
    content, asked = tile(), []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield catalogue(tmp_path, f"http://127.0.0.1:{server.server_port}/{{z}}/{{x}}/{{y}}.png"), asked
    server.shutdown()
    server.server_close()


def catalogue(folder: Path, url: str) -> Path:
    own = json.loads((Path(__file__).parents[2] / "resources" / "services.json").read_text(encoding="utf-8"))
    own["brt_achtergrondkaart"]["url"] = url
    path = folder / "diensten.json"
    path.write_text(json.dumps(own))
    return path


def picture_of(qgis, region, folder, services, **more):
    parameters = {
        "RNI": region / "levering.xlsx",
        "BAG": region / "bag.gpkg",
        "GEMEENTEN": region / "gemeenten.gpkg",
        "PEILDATUM": "2025-07-01",
        "RESOLUTION": 9,
        "MINIMUM_MATCHED": 50,
        "FOLDER": folder,
        **more,
    }
    given = [f"{key}={value}" for key, value in parameters.items()]
    command = ("run", "arbeidsmigratie:regiobeeld", "--json", "--", *given)
    outcome = qgis.call(*command, ARBEIDSMIGRATIE_SERVICES=str(services))
    assert outcome.status == 0, outcome.messages
    image = QImage(outcome.results["MAP"])
    points = [(x, y) for x in range(80, 1800, 40) for y in range(200, 1700, 40)]
    return sum(image.pixelColor(x, y) == TILE_COLOUR for x, y in points) / len(points)


def test_tiles_of_the_service_lie_under_the_map(qgis, region, tile_server, tmp_path):
    services, asked = tile_server
    assert picture_of(qgis, region, tmp_path / "uit", services) > 0.3
    assert asked


def test_without_background_nothing_is_asked(qgis, region, tile_server, tmp_path):
    services, asked = tile_server
    assert picture_of(qgis, region, tmp_path / "uit", services, BACKGROUND="false") == 0
    assert asked == []


def test_a_service_that_is_away_disturbs_nothing(qgis, region, tmp_path):
    services = catalogue(tmp_path, "http://127.0.0.1:9/{z}/{x}/{y}.png")
    assert picture_of(qgis, region, tmp_path / "uit", services) == 0


def test_a_service_that_keeps_silent_is_not_waited_for(qgis, region, tmp_path):
    import socket

    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        services = catalogue(tmp_path, f"http://127.0.0.1:{silent.getsockname()[1]}/{{z}}/{{x}}/{{y}}.png")
        assert picture_of(qgis, region, tmp_path / "uit", services) == 0
