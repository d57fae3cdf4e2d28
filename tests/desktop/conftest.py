"""The demo region and a profile with the packaged plugin, each made once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools.demo import DemoFiles, make_region  # noqa: E402
from tools.desktop.desktop import Desktop  # noqa: E402

SEED = 2026


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Desktop:
    """A desktop into which the zip was installed; others copy its profile and leave it as it is."""
    return Desktop(tmp_path_factory.mktemp("prepared")).prepare()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoFiles:
    """The files of the demo region."""
    return make_region(tmp_path_factory.mktemp("demo"), SEED)


@pytest.fixture
def desktop(prepared: Desktop, tmp_path: Path):
    """Makes a desktop with an empty profile in which the plugin is enabled."""

    def make(language: str = "nl", font_scale: float = 1.0, libraries: bool = True) -> Desktop:
        home = tmp_path / f"home-{language}-{font_scale}-{libraries}"
        return Desktop(home, language, font_scale).prepare(libraries, source=prepared.profile)

    return make
