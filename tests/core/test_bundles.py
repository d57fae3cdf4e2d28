"""The offline bundle: only what is whole, ours and fitting is installed, and never by half."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core import bundles
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import (
    BundleDamagedError,
    BundleMisfitError,
    BundleUnknownError,
    BundleWriteError,
    FileUnreadableError,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.installing import LINUX, SHAPELY, WINDOWS, Host

HOST = Host((3, 12), WINDOWS, "amd64")
WHEEL = b"Wheel-Version: 1.0\nTag: cp312-cp312-win_amd64\n"
FILES = {
    "LEESMIJ.txt": b"lees",
    "plugins/arbeidsmigratie/metadata.txt": b"versie",
    "h3/__init__.py": b"nieuw",
    "h3/_cy/cells.cp312-win_amd64.pyd": b"\x00" * 50,
    "h3-4.5.0.dist-info/WHEEL": WHEEL,
    f"{SHAPELY}/shapely/__init__.py": b"s",
    f"{SHAPELY}/shapely-2.0.7.dist-info/WHEEL": WHEEL,
}


def made(path: Path, other=None, **changes) -> Path:
    """A bundle; changes go over its manifest, and others over its contents once the manifest is made."""
    manifest = {
        "format": 1,
        "platform": "win_amd64",
        "python": "3.12",
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()},
        **changes,
    }
    contents = {**FILES, **(other or {}), bundles.MANIFEST: json.dumps(manifest).encode()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in contents.items():
            if content is not None:
                archive.writestr(name, content)
    return path


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def earlier(tmp_path):
    """A profile with an h3 of before."""
    target = tmp_path / "mijn profiel" / "python"
    for name in ("h3/__init__.py", "h3/oud.py", "h3-3.7.0.dist-info/METADATA", "plugins/ander/__init__.py"):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(b"oud")
    return target


def test_the_libraries_replace_what_was_there_and_nothing_else_moves(tmp_path, earlier):
    bundles.install(bundles.check(made(tmp_path / "b.zip"), HOST), earlier)
    expected = {name: content for name, content in FILES.items() if name.startswith(("h3", SHAPELY))}
    assert tree(earlier) == {**expected, "plugins/ander/__init__.py": b"oud"}
    assert not [path for path in earlier.iterdir() if path.name.startswith(".")]


def test_a_profile_without_the_folder_gets_one(tmp_path):
    bundles.install(bundles.check(made(tmp_path / "b.zip"), HOST), tmp_path / "nieuw" / "python")
    assert (tmp_path / "nieuw" / "python" / "h3" / "__init__.py").read_bytes() == b"nieuw"


@pytest.mark.parametrize(
    ("other", "changes", "error", "words"),
    [
        ({"h3/__init__.py": b"anders"}, {}, BundleDamagedError, "h3/__init__.py"),
        ({"h3/__init__.py": None}, {}, BundleDamagedError, "h3/__init__.py"),
        ({"h3/extra.py": b"x"}, {}, BundleDamagedError, "h3/extra.py"),
        ({"plugins/arbeidsmigratie/metadata.txt": b"x"}, {}, BundleDamagedError, "metadata.txt"),
        ({"../buiten.py": b"x"}, {}, BundleDamagedError, "buiten.py"),
        ({}, {"files": {}}, BundleDamagedError, "LEESMIJ.txt"),
        ({}, {"format": 2}, BundleUnknownError, "is not an offline bundle"),
        ({}, {"files": 3}, BundleUnknownError, "is not an offline bundle"),
        ({}, {"files": {"../buiten.py": "0"}}, BundleUnknownError, "is not an offline bundle"),
        ({}, {"files": {"C:/h3/x.py": "0"}}, BundleUnknownError, "is not an offline bundle"),
        ({}, {"files": {"h3/../../x.py": "0"}}, BundleUnknownError, "is not an offline bundle"),
        ({}, {"files": {"plugins/ander/x.py": "0"}}, BundleUnknownError, "is not an offline bundle"),
        ({}, {"files": {"osgeo/gdal.py": "0"}}, BundleUnknownError, "is not an offline bundle"),
        ({}, {"files": {"h3.pth": "0"}}, BundleUnknownError, "is not an offline bundle"),
    ],
)
def test_what_is_damaged_or_foreign_is_refused_and_nothing_moves(tmp_path, earlier, other, changes, error, words):
    before = tree(earlier)
    with pytest.raises(error, match=words):
        bundles.install(bundles.check(made(tmp_path / "b.zip", other, **changes), HOST), earlier)
    assert tree(earlier) == before


@pytest.mark.parametrize("host", [Host((3, 9), WINDOWS, "amd64"), Host((3, 12), LINUX, "x86_64", (2, 36))])
def test_a_bundle_for_another_qgis_says_which_is_needed(tmp_path, host):
    with pytest.raises(BundleMisfitError) as caught:
        bundles.check(made(tmp_path / "b.zip"), host)
    assert "b.zip is for win_amd64, Python 3.12" in str(caught.value)
    assert f"{host.platform}, Python 3.{host.python[1]}" in str(caught.value)


def test_what_is_no_zip_or_is_cut_short_is_refused(tmp_path):
    whole = made(tmp_path / "b.zip").read_bytes()
    for number, content in enumerate((b"", b"geen zip", whole[: len(whole) // 2])):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(content)
        with pytest.raises(BundleUnknownError, match="or only a part of one"):
            bundles.check(path, HOST)
    with pytest.raises(FileUnreadableError, match=r"er is niets\.zip"):
        bundles.check(tmp_path / "er is niets.zip", HOST)


def test_any_flipped_byte_of_a_file_is_seen(tmp_path):
    path = made(tmp_path / "b.zip")
    content = bytearray(path.read_bytes())
    content[content.index(b"nieuw")] ^= 1
    path.write_bytes(bytes(content))
    with pytest.raises(BundleDamagedError, match="h3/__init__"):
        bundles.check(path, HOST)


@pytest.mark.parametrize("failing", range(4))
def test_a_move_that_fails_half_way_is_undone(tmp_path, earlier, monkeypatch, failing):
    bundle = bundles.check(made(tmp_path / "b.zip"), HOST)
    before, rename, calls = tree(earlier), Path.rename, []

    def stubborn(self, goal):
        calls.append(goal)
        if len(calls) == failing + 1:
            raise PermissionError(13, "in use")
        return rename(self, goal)

    monkeypatch.setattr(Path, "rename", stubborn)
    with pytest.raises(BundleWriteError, match="in use"):
        bundles.install(bundle, earlier)
    monkeypatch.undo()
    assert tree(earlier) == before
    assert not [path for path in earlier.iterdir() if path.name.startswith(".")]


def test_a_profile_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "python").write_text("een bestand")
    with pytest.raises(BundleWriteError, match="Close other windows"):
        bundles.install(bundles.check(made(tmp_path / "b.zip"), HOST), tmp_path / "python")
