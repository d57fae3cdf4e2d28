"""The house: which room may know which, and what loading costs."""

from __future__ import annotations

import ast
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "arbeidsmigratie_plugin"
CORE = sorted(path.relative_to(ROOT) for path in (PACKAGE / "core").rglob("*.py"))

#: Room -> rooms it may know.
ARROWS = {
    "core": {"core"},
    "sources": {"sources", "core"},
    "sharing": {"sharing", "core"},
    "gui": {"gui", "sharing", "sources", "core"},
    "processing": {"processing", "sharing", "sources", "core"},
}

#: Modules of the package that belong to no room: texts, versions, libraries. Only i18n knows QGIS, for its language.
COMMON = {"version", "i18n", "dependencies"}


def imports(path: Path) -> set[str]:
    """Absolute dotted names of everything a file imports, ours from the root of the checkout."""
    found = set()
    package = list(path.relative_to(ROOT).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= {module} if node.module else {f"{module}.{alias.name}" for alias in node.names}
    return found


def room(dotted: str) -> str:
    parts = dotted.split(".")
    return parts[1] if parts[0] == "arbeidsmigratie_plugin" and len(parts) > 1 else parts[0]


@pytest.mark.parametrize("name", sorted(ARROWS))
def test_arrows_point_one_way(name):
    folder = ROOT / "processing" if name == "processing" else PACKAGE / name
    files = sorted(folder.rglob("*.py"))
    assert files
    for path in files:
        ours = {i for i in imports(path) if i.split(".")[0] in ("arbeidsmigratie_plugin", "processing")}
        known = {room(i) for i in ours} - (COMMON if name != "core" else set())
        assert known <= ARROWS[name], f"{path} knows {known - ARROWS[name]}"


def test_core_knows_neither_qgis_nor_gdal_nor_the_network():
    outside = {"qgis", "osgeo", "requests", "owslib", "urllib", "http", "socket", "PyQt5", "PyQt6"}
    for path in CORE:
        assert not {i.split(".")[0] for i in imports(ROOT / path)} & outside, path


def test_imports_inside_the_plugin_are_relative():
    for path in [*PACKAGE.rglob("*.py"), *(ROOT / "processing").rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        assert "import arbeidsmigratie" not in text, path
        assert "from arbeidsmigratie" not in text, path


@pytest.mark.parametrize("path", CORE, ids=str)
def test_core_loads_without_qgis(path):
    module = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
    code = (
        "import sys\n"
        "class Blocked:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name.split('.')[0] in ('qgis', 'osgeo', 'PyQt5', 'PyQt6'): raise ImportError(name)\n"
        "sys.meta_path.insert(0, Blocked())\n"
        f"import {module}"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_qgis_own_processing_is_the_one_that_is_found(qgis_app):
    assert not (ROOT / "processing" / "__init__.py").exists()
    code = (
        "import sys; sys.path[:0] = ['.', '/usr/share/qgis/python', '/usr/share/qgis/python/plugins']\n"
        "from qgis import processing; print(processing.__file__)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_relative_to("/usr")


def test_loading_the_plugin_loads_no_heavy_library(qgis_app):
    code = (
        "import importlib.util, sys\n"
        f"spec = importlib.util.spec_from_file_location('arbeidsmigratie', {str(ROOT / '__init__.py')!r}, "
        f"submodule_search_locations=[{str(ROOT)!r}])\n"
        "module = importlib.util.module_from_spec(spec); sys.modules['arbeidsmigratie'] = module\n"
        "spec.loader.exec_module(module)\n"
        "from qgis.core import QgsApplication; app = QgsApplication([], False); app.initQgis()\n"
        "before = set(sys.modules)\n"
        "plugin = module.classFactory(None); plugin.initProcessing()\n"
        "heavy = {'numpy', 'scipy', 'pandas', 'geopandas', 'shapely', 'pyproj', 'h3', 'osgeo', 'requests', 'owslib'}\n"
        "print(sorted(heavy & {name.split('.')[0] for name in set(sys.modules) - before}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip().splitlines()[-1] == "[]", done.stderr


@pytest.mark.parametrize(
    ("used", "unused"),
    [
        ("core.hexagons", {"pyproj", "shapely", "h3", "pandas", "geopandas", "scipy"}),
        ("sources.table", {"pyproj", "shapely", "h3", "pandas", "geopandas", "scipy", "openpyxl"}),
        ("core.rni", {"pyproj", "shapely", "h3", "pandas", "geopandas", "scipy"}),
    ],
)
def test_a_library_that_is_not_used_is_not_loaded(used, unused):
    code = f"import sys, arbeidsmigratie_plugin.{used}; print(sorted({unused!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr


def test_no_algorithm_computes():
    for path in (ROOT / "processing").glob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 160, path


def test_addresses_of_services_stand_in_the_catalogue_only():
    """Names of coordinate systems look like addresses, and are none."""
    for path in [*PACKAGE.rglob("*.py"), *(ROOT / "processing").rglob("*.py")]:
        assert "://" not in path.read_text(encoding="utf-8").replace("http://www.opengis.net/def/crs/", ""), path


def test_nothing_is_printed_and_nothing_asserted():
    for path in [*PACKAGE.rglob("*.py"), *(ROOT / "processing").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not isinstance(node, ast.Assert), path
            assert not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"), path


def test_metadata_is_what_the_plugin_repository_demands():
    metadata = ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    general = metadata["general"]
    demanded = (
        "name",
        "description",
        "version",
        "qgisMinimumVersion",
        "author",
        "email",
        "about",
        "tracker",
        "repository",
    )
    for key in demanded:
        assert general[key].strip(), key
    assert "/" not in general["author"]
    assert "%" not in (ROOT / "metadata.txt").read_text(encoding="utf-8")
    assert general["qgisMinimumVersion"] == "3.22"
    assert general.getboolean("hasProcessingProvider")
    assert (ROOT / general["icon"]).is_file()
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").lstrip().startswith("GNU GENERAL PUBLIC LICENSE")
    assert f"[{general['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
