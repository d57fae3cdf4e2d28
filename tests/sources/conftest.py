"""The servers, and the BAG of Weesp as the file has it: what every channel must give."""

from __future__ import annotations

import json

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.sources import services
from tests.sources.fetched import fetch, rows
from tests.standin.fixtures import (  # noqa: F401
    mapserver,
    mapserver_session,
    pdok,
    pdok_session,
    pygeoapi,
    pygeoapi_session,
)


@pytest.fixture
def catalogue(tmp_path, monkeypatch):
    """Overrides entries of the service catalogue: catalogue(bag_wfs={"url": ...})."""

    def override(**entries):
        path = tmp_path / "diensten.json"
        path.write_text(json.dumps(entries))
        monkeypatch.setenv(services.OVERRIDE, str(path))

    return override


@pytest.fixture(scope="session")
def of_file(weesp_bag, tmp_path_factory):
    """Layer -> identifier -> object, of the workspace that the file gives."""
    result = fetch(tmp_path_factory.mktemp("bestand"), "bestand", weesp_bag, buildings=True)
    return {layer: rows(result["WORKSPACE"], layer) for layer in ("adressen", "panden")}
