"""The servers as fixtures. A conftest imports the ones its tests want, with the session fixtures they stand on:

    from tests.standin.fixtures import mapserver, mapserver_session, pdok, pdok_session, pygeoapi, pygeoapi_session

Each server starts once per conftest that imports it; the plain name gives it with an empty log and without faults.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Optional

import pytest
import shapely

from tests.standin import mapserver as _mapserver
from tests.standin.mapserver import MapServer
from tests.standin.pdok import Pdok, functional_areas
from tests.standin.pygeoapi_server import Pygeoapi
from tests.standin.rows import Rows, municipalities_2022


def municipalities(shared: Path) -> Optional[Rows]:
    """The municipalities of 2022 where the real data is; otherwise none."""
    path = shared / "grenzen" / "gemeenten_2022.geojson"
    return municipalities_2022(path, path.with_name("provincies.geojson")) if path.exists() else None


def areas() -> Rows:
    """Three invented functional areas in Weesp: a campsite, a holiday park of two parts, a business park."""
    park = shapely.union(shapely.box(130800, 481000, 130900, 481100), shapely.box(131500, 481000, 131600, 481100))
    return functional_areas(
        [
            ("camping, kampeerterrein", "De Proefcamping", shapely.box(130785, 481029, 130840, 481075)),
            ("vakantiepark", "Proefpark", park),
            ("bedrijventerrein", "", shapely.box(131900, 480000, 132400, 480600)),
        ]
    )


@pytest.fixture(scope="session")
def pdok_session(weesp_bag: Path) -> Iterator[Pdok]:
    """Our stand-in with the BAG of Weesp."""
    with Pdok(weesp_bag, municipalities(weesp_bag.parents[1]), areas()) as server:
        yield server


@pytest.fixture
def pdok(pdok_session: Pdok) -> Pdok:
    """Our stand-in, with an empty log and without faults."""
    pdok_session.reset()
    return pdok_session


@pytest.fixture(scope="session")
def mapserver_session(weesp_bag: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MapServer]:
    """MapServer with the BAG of Weesp; skipped where it is not installed, a failure where it does not start."""
    if reason := _mapserver.absent():
        pytest.skip(reason)
    with MapServer(weesp_bag, tmp_path_factory.mktemp("mapserver")) as server:
        yield server


@pytest.fixture
def mapserver(mapserver_session: MapServer) -> MapServer:
    """MapServer, with an empty log and without faults."""
    mapserver_session.reset()
    return mapserver_session


@pytest.fixture(scope="session")
def pygeoapi_session(weesp_bag: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pygeoapi]:
    """Pygeoapi with the BAG of Weesp."""
    with Pygeoapi(weesp_bag, tmp_path_factory.mktemp("pygeoapi")) as server:
        yield server


@pytest.fixture
def pygeoapi(pygeoapi_session: Pygeoapi) -> Pygeoapi:
    """Pygeoapi, with an empty log and without faults."""
    pygeoapi_session.reset()
    return pygeoapi_session
