"""The notice that a library is missing: what it offers, and that it goes when all is there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from arbeidsmigratie.arbeidsmigratie_plugin import dependencies
from arbeidsmigratie.arbeidsmigratie_plugin.core import bundles
from arbeidsmigratie.arbeidsmigratie_plugin.core.installing import LIBRARIES, LINUX, SHAPELY, WINDOWS, Machine
from arbeidsmigratie.arbeidsmigratie_plugin.gui.libraries import LibrariesNotice

PYTHON = r"C:\Program Files\QGIS 3.34.4\bin\python-qgis.bat"
OFFICE = Machine(WINDOWS, PYTHON, r"C:\Users\Jan de Vries\python")


@pytest.fixture
def versions(monkeypatch):
    """What is installed: library -> major version; what is not named is there."""
    found: dict[str, int] = {}
    monkeypatch.setattr(dependencies, "_major_version", lambda library: found.get(library, 99))
    monkeypatch.setattr(dependencies, "this_machine", lambda: OFFICE)
    return found


@pytest.fixture
def notice(qgis_app, versions):
    """A notice in a panel, with h3 missing."""
    versions["h3"] = -1
    panel = QWidget()
    made = LibrariesNotice(panel)
    yield made
    panel.deleteLater()


def child(notice, kind, name):
    return notice.findChild(kind, name)


def test_nothing_is_missing_nothing_is_shown(qgis_app, versions):
    panel = QWidget()
    notice = LibrariesNotice(panel)
    assert notice.isHidden()
    assert notice.missing == []


def test_it_says_what_is_missing_and_offers_what_works_here(notice):
    assert not notice.isHidden()
    assert "h3 (version 4 or later)" in child(notice, QLabel, "libraries_title").text()
    assert child(notice, QPlainTextEdit, "command_line").toPlainText().startswith(f'"{PYTHON}" -m pip install')
    assert child(notice, QLabel, "remedy_qpip") is None
    assert child(notice, QPushButton, "choose_bundle") is not None


def test_the_command_is_copied_whole(notice):
    child(notice, QPushButton, "copy_command").click()
    assert QApplication.clipboard().text() == child(notice, QPlainTextEdit, "command_line").toPlainText()


def test_checking_again_tells_that_it_still_misses_and_goes_once_it_is_there(notice, versions):
    changes = []
    notice.changed.connect(lambda: changes.append(notice.missing))
    child(notice, QPushButton, "check_libraries").click()
    assert "h3" in child(notice, QLabel, "libraries_status").text()
    assert changes == []
    versions["h3"] = 4
    child(notice, QPushButton, "check_libraries").click()
    assert notice.isHidden()
    assert changes == [[]]


def test_a_bundle_that_cannot_be_used_is_told_in_one_sentence(notice, tmp_path):
    (tmp_path / "foto.zip").write_bytes(b"geen zip")
    notice.install_bundle(tmp_path / "foto.zip")
    assert child(notice, QLabel, "libraries_status").text().startswith("foto.zip is")
    assert notice.missing == ["h3"]


def test_a_bundle_that_was_unpacked_makes_the_notice_go(notice, versions, monkeypatch):
    monkeypatch.setattr(bundles, "check", lambda path, host: path)
    monkeypatch.setattr(bundles, "install", lambda bundle, target: versions.update(h3=4))
    notice.install_bundle(Path("b.zip"))
    assert notice.isHidden()


def test_a_library_that_is_installed_but_not_yet_seen_asks_for_a_new_start(notice, monkeypatch):
    monkeypatch.setattr(bundles, "check", lambda path, host: path)
    monkeypatch.setattr(bundles, "install", lambda bundle, target: None)
    notice.install_bundle(Path("b.zip"))
    assert "Start QGIS again" in child(notice, QLabel, "libraries_status").text()


def test_an_old_version_in_use_asks_for_a_new_start(qgis_app, versions, monkeypatch):
    old = type(sys)("shapely")
    old.__version__ = "1.8.5"
    monkeypatch.setitem(sys.modules, "shapely", old)
    panel = QWidget()
    notice = LibrariesNotice(panel)
    assert notice.missing == ["shapely"]
    assert "Start QGIS again" in child(notice, QLabel, "libraries_status").text()
    assert "Start QGIS again" in dependencies.missing(["h3", "shapely"])


# What a computer can do -------------------------------------------------------------------------------------


def kinds(machine, libraries):
    return [remedy.kind for remedy in dependencies.remedies(machine, libraries)]


@pytest.mark.parametrize(
    ("machine", "libraries", "expected"),
    [
        (OFFICE, ["h3"], ["command", "bundle"]),
        (Machine(WINDOWS, "", "x"), ["h3"], ["bundle"]),
        (Machine(WINDOWS, PYTHON, "x", qpip="enabled"), ["h3"], ["qpip", "command", "bundle"]),
        (Machine(WINDOWS, PYTHON, "x", qpip="enabled"), ["lxml"], ["command"]),
        (Machine(LINUX, "/usr/bin/python3", "x", pip=False, packager="apt"), ["shapely"], ["command", "bundle"]),
        (Machine(LINUX, "/usr/bin/python3", "x", pip=False), ["h3"], ["bundle"]),
    ],
)
def test_only_what_works_on_a_computer_is_offered(qgis_app, machine, libraries, expected):
    assert kinds(machine, libraries) == expected


def test_qpip_that_is_off_is_to_be_switched_on(qgis_app):
    words = [
        dependencies.remedies(Machine(LINUX, "", "x", qpip=state), ["h3"])[0].text for state in ("enabled", "installed")
    ]
    assert "Run dependencies check now" in words[0]
    assert "Switch it on" in words[1]


def test_pip_itself_comes_first_where_it_lacks(qgis_app):
    machine = Machine(LINUX, "/usr/bin/python3", "x", pip=False, packager="dnf")
    assert dependencies.remedies(machine, ["h3"])[0].command == "sudo dnf install python3-pip"


def test_windows_and_others_hear_of_their_own_terminal(qgis_app):
    assert "Command Prompt" in dependencies.remedies(OFFICE, ["h3"])[0].text
    assert "terminal" in dependencies.remedies(Machine(LINUX, "/usr/bin/python3", "x"), ["h3"])[0].text


def test_only_what_is_missing_is_installed(qgis_app):
    command = dependencies.remedies(OFFICE, ["h3"])[0].command
    assert not [pip for name, (_, pip) in LIBRARIES.items() if name != "h3" and pip in command]


def test_this_computer_is_described(qgis_app):
    machine, host = dependencies.this_machine(), dependencies.this_host()
    assert Path(machine.python).is_file()
    assert machine.target.endswith("python")
    assert host.python == sys.version_info[:2]
    assert host.version > (2, 0)


# Paths of libraries -----------------------------------------------------------------------------------------


@pytest.fixture
def profile(tmp_path, monkeypatch):
    monkeypatch.setattr(dependencies, "profile", lambda: tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    return tmp_path


def test_what_qpip_installed_is_found_last(profile):
    before = list(sys.path)
    dependencies.add_paths()
    assert sys.path == before
    folder = profile / "python" / "dependencies" / f"{sys.version_info[0]}.{sys.version_info[1]}"
    folder.mkdir(parents=True)
    dependencies.add_paths()
    dependencies.add_paths()
    assert sys.path == [*before, str(folder)]


def test_an_older_qpip_has_no_folder_per_version(profile):
    (profile / "python" / "dependencies").mkdir(parents=True)
    dependencies.add_paths()
    assert sys.path[-1] == str(profile / "python" / "dependencies")


@pytest.mark.parametrize(("own", "first"), [(1, True), (-1, True), (2, False)])
def test_the_shapely_of_a_bundle_counts_only_where_the_own_one_is_too_old(profile, monkeypatch, own, first):
    monkeypatch.setattr(dependencies, "_major_version", lambda library: own)
    folder = profile / "python" / SHAPELY
    folder.mkdir(parents=True)
    dependencies.add_paths()
    assert (sys.path[0] == str(folder)) is first
    assert sys.path.count(str(folder)) == int(first)
