"""One demo region for all tests of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.tools.repository import Repository, make_repository  # noqa: E402
from tools.demo import DemoFiles, make_region  # noqa: E402

SEED = 2026


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoFiles:
    """The files of the demo region."""
    return make_region(tmp_path_factory.mktemp("demo"), SEED)


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A git repository with what is in this folder now."""
    return make_repository(tmp_path_factory.mktemp("repository"))
