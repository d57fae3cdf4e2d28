"""Real data for the tests of core, and how hard hypothesis tries."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from hypothesis import HealthCheck, settings

from arbeidsmigratie.arbeidsmigratie_plugin.core.address import AddressIndex

from ..conftest import real_data
from .support import read_weesp

settings.register_profile(
    "core",
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("core")


@pytest.fixture(scope="session")
def weesp(weesp_bag):
    """All 12,689 addressable objects of Weesp."""
    return read_weesp(weesp_bag)


@pytest.fixture(scope="session")
def weesp_index(weesp):
    return AddressIndex(weesp)


@pytest.fixture(scope="session")
def polder():
    """Longitude and latitude of the 25,490 addresses of Noordoostpolder."""
    with real_data("adressen_flevoland_2026", "noordoostpolder_25k.csv").open(encoding="utf-8") as stream:
        rows = [(float(row["lon"]), float(row["lat"])) for row in csv.DictReader(stream, delimiter=";")]
    return np.array(rows).T
