"""A real qgis_process, with the packaged plugin in an empty profile."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests import made
from tools.headless import Qgis


@pytest.fixture(scope="session")
def qgis(tmp_path_factory) -> Qgis:
    """qgis_process with a HOME of its own, in which the plugin is installed as a user would have it."""
    made_qgis = Qgis(tmp_path_factory.mktemp("home"))
    made_qgis.prepare()
    return made_qgis


@pytest.fixture(scope="session")
def region(tmp_path_factory) -> Path:
    """A folder with bag.gpkg, gemeenten.gpkg and levering.xlsx."""
    folder = tmp_path_factory.mktemp("regio")
    made.write_bag(folder / "bag.gpkg")
    made.write_municipalities(folder / "gemeenten.gpkg")
    made.write_delivery(folder / "levering.xlsx", made.usual_rows())
    made.write_delivery(folder / "levering.csv", made.usual_rows())
    return folder
