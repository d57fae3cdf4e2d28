"""The offline bundle as it is made: real wheels, and a real qgis_process that has nothing else."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile

import pytest

from arbeidsmigratie_plugin.core import bundles
from arbeidsmigratie_plugin.core.errors import BundleMisfitError
from arbeidsmigratie_plugin.core.installing import LINUX, SHAPELY, WINDOWS, Host
from tests import made
from tests.conftest import ROOT
from tools.bundle import make_bundle
from tools.headless import Qgis

WIN = Host((3, 12), WINDOWS, "amd64")
DEBIAN = Host((3, 11), LINUX, "x86_64", (2, 36))


def bundle(platform, python, folder):
    try:
        return make_bundle(platform, python, folder)
    except SystemExit as reason:
        if "could not be fetched" in str(reason):
            pytest.skip(str(reason))
        raise


@pytest.fixture(scope="module")
def windows(tmp_path_factory):
    return bundle("win_amd64", "3.12", tmp_path_factory.mktemp("windows"))


@pytest.fixture(scope="module")
def linux(tmp_path_factory):
    return bundle("linux_x86_64", "3.11", tmp_path_factory.mktemp("linux"))


def test_the_bundle_lies_as_the_folder_python_of_a_profile(windows):
    with zipfile.ZipFile(windows) as archive:
        names = archive.namelist()
        readme = archive.read(bundles.README).decode("utf-8-sig")
    tops = {"/".join(name.split("/")[: 2 if name.startswith("plugins/") else 1]) for name in names}
    version = next(name for name in tops if name.startswith("h3-"))
    assert tops == {"plugins/arbeidsmigratie", "h3", version, bundles.README, bundles.MANIFEST}
    assert [name for name in names if name.endswith(".cp312-win_amd64.pyd")]
    assert "plugins/arbeidsmigratie/metadata.txt" in names
    assert "met Python 3.12" in readme
    assert "{" not in readme


def test_the_manifest_names_every_file_with_its_sha256(windows):
    with zipfile.ZipFile(windows) as archive:
        manifest = json.loads(archive.read(bundles.MANIFEST))
        found = {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
    del found[bundles.MANIFEST]
    assert manifest["files"] == found
    assert (manifest["platform"], manifest["python"]) == ("win_amd64", "3.12")


def test_each_bundle_is_accepted_where_it_fits_and_nowhere_else(windows, linux):
    assert bundles.check(windows, WIN).libraries
    assert bundles.check(linux, DEBIAN).libraries
    for path, host in ((windows, DEBIAN), (linux, WIN), (windows, Host((3, 9), WINDOWS, "amd64"))):
        with pytest.raises(BundleMisfitError):
            bundles.check(path, host)


def test_the_same_wheels_give_the_same_bytes(windows, tmp_path):
    assert bundle("win_amd64", "3.12", tmp_path).read_bytes() == windows.read_bytes()


def test_a_shapely_comes_along_only_for_systems_that_can_have_an_old_one(windows, linux):
    with zipfile.ZipFile(windows) as new, zipfile.ZipFile(linux) as old:
        assert not [name for name in new.namelist() if SHAPELY in name]
        assert f"{SHAPELY}/shapely/__init__.py" in old.namelist()


@pytest.mark.parametrize(
    ("platform", "python", "words"),
    [
        ("", "3.12", "PLATFORM is missing"),
        ("win31", "3.12", "PLATFORM 'win31' is not known: give one of win_amd64"),
        ("win_amd64", "", "PYTHON is missing"),
        ("win_amd64", "312", "PYTHON '312' is not a version"),
        ("win_amd64", "3.1", "There is no h3"),
    ],
)
def test_a_wrong_platform_or_python_is_one_sentence(tmp_path, platform, python, words):
    with pytest.raises(SystemExit) as caught:
        bundle(platform, python, tmp_path)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_make_takes_python_from_its_own_command_line_only():
    def asked(*variables):
        done = subprocess.run(["make", "-n", "bundle", *variables], cwd=ROOT, capture_output=True, text=True)
        return next(line for line in done.stdout.splitlines() if "tools.bundle" in line)

    assert '--platform "win_amd64" --python "3.12"' in asked("PLATFORM=win_amd64", "PYTHON=3.12")
    assert '--platform "" --python ""' in asked()


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="the Python here is another")
def test_h3_can_be_used_without_a_new_start_once_it_is_unpacked(linux, tmp_path):
    target = tmp_path / "mijn profiel" / "python"
    target.mkdir(parents=True)
    code = (
        "import importlib, sys; from pathlib import Path\n"
        f"sys.path[:0] = [{str(target)!r}, {str(ROOT)!r}]\n"
        "assert importlib.util.find_spec('h3') is None\n"
        "from arbeidsmigratie_plugin.core import bundles\n"
        "from arbeidsmigratie_plugin.core.installing import Host\n"
        "host = Host((3, 11), 'Linux', 'x86_64', (2, 36))\n"
        f"bundles.install(bundles.check(Path({str(linux)!r}), host), Path({str(target)!r}))\n"
        "importlib.invalidate_caches()\n"
        "import h3; print(h3.latlng_to_cell(51.4, 6.1, 8))"
    )
    done = subprocess.run(["/usr/bin/python3", "-c", code], capture_output=True, text=True)
    assert done.stdout.strip().startswith("881f"), done.stderr


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="the QGIS here has another Python")
def test_unzipped_over_an_empty_profile_it_works_in_qgis_process(linux, tmp_path):
    qgis = Qgis(tmp_path / "thuis")
    python = qgis.profile / "python"
    python.mkdir(parents=True)
    qgis.home.chmod(0o700)
    with zipfile.ZipFile(linux) as archive:
        archive.extractall(python)
    assert qgis.call("plugins", "enable", "arbeidsmigratie").status == 0
    made.write_bag(tmp_path / "bag.gpkg")
    made.write_delivery(tmp_path / "levering.xlsx", made.usual_rows())
    points, cells = tmp_path / "adressen.gpkg", tmp_path / "hex.gpkg"
    given = {"INPUT": tmp_path / "levering.xlsx", "BAG": tmp_path / "bag.gpkg", "PEILDATUM": "2025-07-01"}
    first = qgis.run("rniinlezen", **given, OUTPUT=points)
    assert first.status == 0, first.messages
    second = qgis.run("h3aggregeren", INPUT=points, OUTPUT=cells)
    assert second.status == 0, second.messages
    assert second.results["CELLS"] > 0
