"""Makes the checkout importable as the package 'arbeidsmigratie', whatever its folder is called."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _import_as_arbeidsmigratie() -> None:
    spec = importlib.util.spec_from_file_location(
        "arbeidsmigratie", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules["arbeidsmigratie"] = module
    spec.loader.exec_module(module)


_import_as_arbeidsmigratie()


def real_data(*parts: str) -> Path:
    """A file of real open data; the test is skipped where it is absent."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"real data {'/'.join(parts)} is not here")
    return path


@pytest.fixture(scope="session")
def weesp_bag() -> Path:
    """The complete BAG of the former municipality Weesp (0457)."""
    return real_data("bag_weesp_2021", "bag-light-weesp.gpkg")


_STATUS = pytest.StashKey[int]()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Remembers how the run ended."""
    session.config.stash[_STATUS] = int(exitstatus)


@pytest.hookimpl(tryfirst=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Ends at once: what Python frees after QGIS has gone crashes, and would hide how the tests ended."""
    sys.stdout.flush()
    sys.stderr.flush()
    if "qgis.core" in sys.modules and _STATUS in config.stash:
        os._exit(config.stash[_STATUS])
