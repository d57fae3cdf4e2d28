"""The folder of a project."""

from __future__ import annotations

import os
import zipfile

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow import folders
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.folders import FolderLack, cloud, folder_lack, project_in

OURS = '<qgis><properties><arbeidsmigratie><werk type="QString">{}</werk></arbeidsmigratie></properties></qgis>'
LATER = '<properties name="properties"><properties name="arbeidsmigratie"><properties name="werk" type="QString">'


def test_a_folder_need_not_be_there_yet(tmp_path):
    assert folder_lack(str(tmp_path / "nieuw" / "dieper")) is None
    assert not (tmp_path / "nieuw").exists()


def test_what_can_be_no_folder(tmp_path, monkeypatch):
    (tmp_path / "bestand").write_text("x")
    assert folder_lack("  ") == FolderLack.NONE
    assert folder_lack("map/onder") == FolderLack.RELATIVE
    assert folder_lack(str(tmp_path / "bestand")) == FolderLack.FILE
    assert folder_lack(str(tmp_path / "bestand" / "onder")) == FolderLack.FILE
    monkeypatch.setattr(folders.os, "access", lambda *_: False)
    assert folder_lack(str(tmp_path)) == FolderLack.PROTECTED


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("C:\\Users\\x\\OneDrive - Gemeente Venlo\\werk", "OneDrive"),
        ("/home/x/Dropbox/werk", "Dropbox"),
        ("/home/x/Google Drive/werk", "Google Drive"),
        ("/home/x/werk", ""),
        ("/home/x/redropboxing/werk", ""),
    ],
)
def test_a_cloud_is_known_by_the_path(path, name):
    assert cloud(path) == name


@pytest.mark.parametrize("content", [OURS, LATER])
def test_a_project_of_ours_is_found(tmp_path, content):
    (tmp_path / "regiobeeld.qgs").write_text("<qgis><title>arbeidsmigratie werk</title></qgis>")
    assert project_in(tmp_path) is None
    with zipfile.ZipFile(tmp_path / "project.qgz", "w") as packed:
        packed.writestr("project.qgs", content)
    assert project_in(tmp_path) == tmp_path / "project.qgz"


def test_the_newest_of_several_is_taken(tmp_path):
    for name, at in (("b.qgs", 100), ("a.qgs", 200), ("c.qgs", 50)):
        (tmp_path / name).write_text(OURS)
        os.utime(tmp_path / name, (at, at))
    assert project_in(tmp_path) == tmp_path / "a.qgs"


def test_what_can_not_be_read_is_no_project(tmp_path):
    (tmp_path / "stuk.qgz").write_bytes(b"PK\x03\x04stuk")
    (tmp_path / "map.qgs").mkdir()
    assert project_in(tmp_path) is None
    assert project_in(tmp_path / "er niet") is None
